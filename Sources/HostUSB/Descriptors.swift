/// Descriptors that a device sent and that cannot be used: what is wrong, and where.
public struct USBDescriptorError: Error, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// Little-endian fields of a descriptor whose length has been checked.
private func word(_ b: ArraySlice<UInt8>, _ at: Int) -> UInt16 { UInt16(b[b.startIndex + at]) | UInt16(b[b.startIndex + at + 1]) << 8 }

/// The device descriptor (USB 2.0 §9.6.1).
public struct USBDeviceDescriptor: Equatable, Sendable {
  /// Binary-coded: 0x0200 is USB 2.0.
  public var version: UInt16 = 0, release: UInt16 = 0
  public var deviceClass: UInt8 = 0, subclass: UInt8 = 0, `protocol`: UInt8 = 0
  /// Bytes in a packet of endpoint 0: 8, 16, 32 or 64.
  public var maxPacket: Int = 8
  public var vendor: UInt16 = 0, product: UInt16 = 0
  /// Numbers of strings; 0: none.
  public var manufacturerString: UInt8 = 0, productString: UInt8 = 0, serialString: UInt8 = 0
  public var configurations: UInt8 = 0

  /// `bytes`: what came for GET_DESCRIPTOR, 18 bytes, or the first 8 of them.
  public init(_ bytes: [UInt8]) throws(USBDescriptorError) {
    guard bytes.count >= 8, bytes[0] >= 18, bytes[1] == 1 else { throw USBDescriptorError("this is no device descriptor: \(hex(bytes))") }
    let b = bytes[...]
    version = word(b, 2)
    (deviceClass, subclass, `protocol`) = (bytes[4], bytes[5], bytes[6])
    guard [8, 16, 32, 64].contains(bytes[7]) else { throw USBDescriptorError("endpoint 0 cannot have packets of \(bytes[7]) bytes") }
    maxPacket = Int(bytes[7])
    guard bytes.count >= 18 else { return }
    (vendor, product, release) = (word(b, 8), word(b, 10), word(b, 12))
    (manufacturerString, productString, serialString, configurations) = (bytes[14], bytes[15], bytes[16], bytes[17])
  }
}

/// An endpoint (§9.6.6).
public struct USBEndpoint: Equatable, Sendable {
  public enum Kind: UInt8, Sendable { case control, isochronous, bulk, interrupt }
  /// The number, and 0x80 for IN.
  public var address: UInt8 = 0
  public var kind = Kind.bulk
  public var maxPacket = 0
  /// Interrupt endpoints: at most so many frames between two questions.
  public var interval = 1
  public var isInput: Bool { address & 0x80 != 0 }
  public init(address: UInt8 = 0, kind: Kind = .bulk, maxPacket: Int = 0, interval: Int = 1) {
    self.address = address; self.kind = kind; self.maxPacket = maxPacket; self.interval = interval
  }
}

/// One setting of an interface (§9.6.5), with the class's own descriptors as they came.
public struct USBInterface: Equatable, Sendable {
  public var number: UInt8 = 0, alternate: UInt8 = 0
  public var interfaceClass: UInt8 = 0, subclass: UInt8 = 0, `protocol`: UInt8 = 0
  public var string: UInt8 = 0
  public var endpoints: [USBEndpoint] = []
  public var extra: [[UInt8]] = []
  public func endpoint(_ kind: USBEndpoint.Kind, input: Bool) -> USBEndpoint? { endpoints.first { $0.kind == kind && $0.isInput == input } }
}

/// A configuration with all that belongs to it (§9.6.3).
public struct USBConfiguration: Equatable, Sendable {
  public var value: UInt8 = 0, string: UInt8 = 0
  public var isSelfPowered = false, wakesHost = false
  /// Milliamperes.
  public var current = 0
  public var interfaces: [USBInterface] = []
  /// What is against the rules and can be lived with.
  public var complaints: [String] = []

  /// The length of all of it, from the first nine bytes.
  public static func totalLength(_ bytes: [UInt8]) throws(USBDescriptorError) -> UInt16 {
    guard bytes.count >= 9, bytes[0] >= 9, bytes[1] == 2 else { throw USBDescriptorError("this is no configuration descriptor: \(hex(bytes))") }
    let total = word(bytes[...], 2)
    guard total >= 9 else { throw USBDescriptorError("a configuration of \(total) bytes") }
    return total
  }

  public init(_ bytes: [UInt8]) throws(USBDescriptorError) {
    let total = Int(try Self.totalLength(bytes))
    guard bytes.count >= total else { throw USBDescriptorError("the configuration says it has \(total) bytes, and has \(bytes.count)") }
    value = bytes[5]
    string = bytes[6]
    isSelfPowered = bytes[7] & 0x40 != 0
    wakesHost = bytes[7] & 0x20 != 0
    current = 2 * Int(bytes[8])
    if bytes[7] & 0x80 == 0 { complaints.append("bit 7 of bmAttributes is 0") }
    var at = Int(bytes[0])
    var promised = 0
    while at < total {
      let length = Int(bytes[at])
      guard length >= 2, at + length <= total else { throw USBDescriptorError("a descriptor of \(length) bytes at byte \(at) of \(total)") }
      let d = bytes[at..<at + length]
      switch bytes[at + 1] {
      case 4:
        checkEndpoints(promised)
        guard length >= 9 else { throw USBDescriptorError("an interface descriptor of \(length) bytes at byte \(at)") }
        let b = Array(d)
        var i = USBInterface()
        (i.number, i.alternate, promised) = (b[2], b[3], Int(b[4]))
        (i.interfaceClass, i.subclass, i.protocol, i.string) = (b[5], b[6], b[7], b[8])
        if interfaces.contains(where: { $0.number == i.number && $0.alternate == i.alternate }) {
          complaints.append("interface \(i.number) has setting \(i.alternate) twice")
        }
        interfaces.append(i)
      case 5:
        guard length >= 7 else { throw USBDescriptorError("an endpoint descriptor of \(length) bytes at byte \(at)") }
        guard !interfaces.isEmpty else { throw USBDescriptorError("an endpoint before the first interface") }
        interfaces[interfaces.count - 1].endpoints.append(try endpoint(Array(d)))
      default:
        // Classes' own, and interface associations: kept where they stand.
        if !interfaces.isEmpty { interfaces[interfaces.count - 1].extra.append(Array(d)) }
      }
      at += length
    }
    checkEndpoints(promised)
    let numbers = Set(interfaces.map(\.number)).count
    if numbers != Int(bytes[4]) { complaints.append("bNumInterfaces is \(bytes[4]), and there are \(numbers)") }
  }

  private mutating func checkEndpoints(_ promised: Int) {
    guard let i = interfaces.last, i.endpoints.count != promised else { return }
    complaints.append("interface \(i.number) promises \(promised) endpoints and has \(i.endpoints.count)")
  }
  private mutating func endpoint(_ b: [UInt8]) throws(USBDescriptorError) -> USBEndpoint {
    var e = USBEndpoint()
    e.address = b[2] & 0x8f
    guard e.address & 0xf != 0 else { throw USBDescriptorError("endpoint 0 in an interface") }
    e.kind = USBEndpoint.Kind(rawValue: b[3] & 3)!
    e.maxPacket = Int(word(b[...], 4) & 0x7ff)
    e.interval = max(Int(b[6]), 1)
    let most = e.kind == .isochronous ? 1023 : 64
    guard (1...most).contains(e.maxPacket) else {
      throw USBDescriptorError("endpoint \(hex([b[2]])) has packets of \(e.maxPacket) bytes: at full speed there are 1 to \(most)")
    }
    if e.kind == .bulk && ![8, 16, 32, 64].contains(e.maxPacket) { complaints.append("bulk endpoint \(hex([b[2]])) has packets of \(e.maxPacket) bytes") }
    if e.kind == .isochronous { e.interval = 1 << (min(e.interval, 16) - 1) }
    return e
  }
}

/// The text of a string descriptor (§9.6.7): UTF-16 after two bytes. nil: it is none.
public func usbString(_ bytes: [UInt8]) -> String? {
  guard bytes.count >= 2, bytes[1] == 3, bytes[0] >= 2 else { return nil }
  let end = min(Int(bytes[0]), bytes.count) & ~1
  let units = stride(from: 2, to: end, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
  return String(decoding: units, as: UTF16.self)
}

/// At most sixteen bytes in hexadecimal.
func hex(_ bytes: [UInt8]) -> String {
  bytes.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ") + (bytes.count > 16 ? " …" : "")
}
