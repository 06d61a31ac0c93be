import Emulation

/// A terminal wired to a UART's pins: it decodes what the board sends and sends what is typed, 8 data bits, no parity, one stop bit.
///
/// Decoding needs no events: a frame is complete when its time has passed, which `poll` finds out. Sending is one edge after the other:
/// the owner has each delivered at its instant, and asks for the next one then, so that a change of clocks does not shift them all.
public final class UARTTerminal: NetListener {
  private let circuit: Circuit
  private let bit: Double
  private let output: Terminal?
  /// Called with every byte that came.
  public var onByte: ((UInt8) -> Void)?
  /// Edges of the frame that is coming in: nanoseconds, and the level from there on. Empty between frames.
  private var edges: [(time: UInt64, high: Bool)] = []
  /// The end of the last frame to be sent, in nanoseconds; edges that are still to come.
  private var sentUntil: UInt64 = 0
  private var toSend: [(time: Instant, high: Bool)] = [], sent = 0

  /// `transmit` is the board's TX net, `receive` its RX net, if anything is to be sent. `baud` in bits a second.
  public init(_ circuit: Circuit, transmit: Net, receive: Net?, baud: Double = 115_200) {
    self.circuit = circuit
    bit = 1e9 / baud
    output = receive.map { circuit.attach(to: $0) }
    if let output { circuit.drive(output, .strong(true), at: Instant(nanoseconds: 0)) }
    circuit.listen(to: transmit, self)
  }

  // MARK: What the board sends

  public func netChanged(_ net: Net, to newLevel: Level, tag: UInt32, at instant: Instant) {
    let high = newLevel != .low
    poll(at: instant)
    // A frame begins with a falling edge.
    if edges.isEmpty && high { return }
    edges.append((instant.nanoseconds, high))
  }

  /// Takes frames whose time has passed.
  public func poll(at instant: Instant) {
    while let start = edges.first?.time, Double(instant.nanoseconds - start) >= 9.5 * bit {
      var byte: UInt8 = 0
      for i in 0..<8 where sample(start, Double(i) + 1.5) { byte |= 1 << UInt8(i) }
      edges.removeAll { Double($0.time - start) < 9.5 * bit }
      // Only a falling edge begins a frame.
      while edges.first?.high == true { edges.removeFirst() }
      onByte?(byte)
    }
  }
  private func sample(_ start: UInt64, _ bits: Double) -> Bool {
    let at = Double(start) + bits * bit
    return edges.last { Double($0.time) <= at }?.high ?? true
  }

  // MARK: What the terminal sends

  /// Adds the edges that send `bytes` from `instant` on, or after whatever is still being sent. True if nothing was: `next` has the first one.
  public func send(_ bytes: [UInt8], from instant: Instant) -> Bool {
    let wasIdle = next == nil
    if wasIdle { toSend.removeAll(keepingCapacity: true); sent = 0 }
    for byte in bytes {
      let start = max(sentUntil, instant.nanoseconds)
      var last = true
      for i in 0..<10 {
        let high = i == 0 ? false : i == 9 ? true : byte >> UInt8(i - 1) & 1 != 0
        if high != last { toSend.append((Instant(nanoseconds: start + UInt64(Double(i) * bit)), high)) }
        last = high
      }
      sentUntil = start + UInt64(10 * bit)
    }
    return wasIdle && next != nil
  }
  /// When the next edge is due; nil when everything was sent.
  public var next: Instant? { sent < toSend.count ? toSend[sent].time : nil }
  /// Puts the next edge on the line.
  public func sendEdge(at instant: Instant) {
    guard sent < toSend.count else { return }
    if let output { circuit.drive(output, .strong(toSend[sent].high), at: instant) }
    sent += 1
  }
}
