/// What a function on the bus answers to a token (USB 2.0 §8.4).
public enum USBReply: Equatable, Sendable {
  /// Data for an IN token: DATA1 or DATA0.
  case data([UInt8], one: Bool)
  case ack, nak, stall
  /// No answer: nobody of that address, a switched-off endpoint, a damaged packet.
  case silence
}

/// A full-speed function as the port that it is plugged into sees it, transaction by transaction. Cycles are those at which the last
/// bit of the packet that the call is about has passed.
public protocol USBFunction: AnyObject {
  /// It pulls D+ up: it wants to be seen.
  var isAttached: Bool { get }
  /// SE0 has lasted for 2.5 µs: a bus reset. `resetEnds`: the line is idle again.
  func resetBegins(at cycle: Cycle)
  func resetEnds(at cycle: Cycle)
  /// The host drives K; `resumeEnds`: frames go on.
  func resumeBegins(at cycle: Cycle)
  func resumeEnds(at cycle: Cycle)
  func startOfFrame(_ number: UInt16, at cycle: Cycle)
  /// SETUP with its eight bytes.
  func setup(address: UInt8, endpoint: UInt8, _ packet: [UInt8], at cycle: Cycle) -> USBReply
  /// OUT with its data packet.
  func output(address: UInt8, endpoint: UInt8, _ bytes: [UInt8], one: Bool, at cycle: Cycle) -> USBReply
  /// IN. After `.data` the host says how it went by `acknowledge`.
  func input(address: UInt8, endpoint: UInt8, at cycle: Cycle) -> USBReply
  /// The host's ACK, or the end of an isochronous packet.
  func acknowledge(endpoint: UInt8, at cycle: Cycle)
}

/// The port a function is plugged into, as the function sees it.
public protocol USBUpstream: AnyObject {
  /// `isAttached` is another.
  func attachmentChanged(at cycle: Cycle)
  /// An endpoint (0x80: IN) that answered NAK may answer something else from now on. Real hosts ask again and again; this one waits for the call
  /// and asks at the next time it would have asked.
  func mayAnswer(_ endpoint: UInt8, at cycle: Cycle)
  /// Remote wake-up: the function drives K on a sleeping bus.
  func wakeRequested(at cycle: Cycle)
}
