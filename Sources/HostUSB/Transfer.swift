/// The eight bytes of a SETUP packet (USB 2.0 §9.3).
public struct USBSetup: Equatable, Sendable {
  public var requestType: UInt8, request: UInt8
  public var value: UInt16, index: UInt16, length: UInt16
  public init(_ requestType: UInt8, _ request: UInt8, value: UInt16 = 0, index: UInt16 = 0, length: UInt16 = 0) {
    self.requestType = requestType; self.request = request; self.value = value; self.index = index; self.length = length
  }
  public var isInput: Bool { requestType & 0x80 != 0 }
  public var bytes: [UInt8] {
    [
      requestType, request, UInt8(value & 0xff), UInt8(value >> 8), UInt8(index & 0xff), UInt8(index >> 8), UInt8(length & 0xff), UInt8(length >> 8),
    ]
  }
  /// GET_DESCRIPTOR.
  public static func descriptor(_ type: UInt8, _ index: UInt8 = 0, language: UInt16 = 0, length: UInt16) -> USBSetup {
    USBSetup(0x80, 6, value: UInt16(type) << 8 | UInt16(index), index: language, length: length)
  }
}

/// What a driver wants moved over one endpoint: a request with its data, any number of packets. What an operating system calls an URB.
public final class USBTransfer {
  public enum Status: Equatable, Sendable {
    case pending
    /// All moved, or IN ended by a short packet.
    case done
    case stall
    /// More came than fits in, or a packet longer than the endpoint's.
    case overrun
    /// Three questions in a row without an answer.
    case silence
    /// A control transfer took longer than `USBHost.controlLimit`.
    case timeout
    /// Taken back by `cancel`.
    case cancelled
    /// The device is not there any more.
    case gone
  }
  /// The endpoint with its direction; 0 for control transfers.
  public let endpoint: UInt8
  public let setup: USBSetup?
  /// OUT: what to send. IN: what has come.
  public internal(set) var data: [UInt8]
  /// IN: the most bytes to take.
  public let length: Int
  /// OUT: an empty packet follows when the data end with a full one.
  public let endsShort: Bool
  public internal(set) var status = Status.pending
  let completion: (USBTransfer) -> Void

  /// Bytes sent; the stage of a control transfer; questions without an answer; deadline in bit times.
  var sent = 0, stage = Stage.setup, failures = 0, deadline = UInt64.max, isCancelled = false
  enum Stage { case setup, data, status }

  /// IN of at most `length` bytes.
  public init(input endpoint: UInt8, length: Int, _ completion: @escaping (USBTransfer) -> Void) {
    self.endpoint = endpoint | 0x80; setup = nil; data = []; self.length = length; endsShort = false; self.completion = completion
  }
  /// OUT.
  public init(output endpoint: UInt8, _ data: [UInt8], endsShort: Bool = false, _ completion: @escaping (USBTransfer) -> Void) {
    self.endpoint = endpoint & 0xf; setup = nil; self.data = data; length = 0; self.endsShort = endsShort; self.completion = completion
  }
  /// A request to endpoint 0, with the data that go with it.
  public init(_ setup: USBSetup, _ data: [UInt8] = [], _ completion: @escaping (USBTransfer) -> Void) {
    endpoint = 0; self.setup = setup; self.data = setup.isInput ? [] : Array(data.prefix(Int(setup.length))); length = Int(setup.length)
    endsShort = false; self.completion = completion
  }

  func end(_ status: Status) {
    guard self.status == .pending else { return }
    self.status = status
    completion(self)
  }
}
