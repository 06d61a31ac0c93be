/// GDB's remote serial protocol, its outer layer: `$data#checksum`, acknowledgements, Ctrl-C, escapes and run lengths
/// (GDB manual, appendix E.1).
struct GDBFraming {
  enum Item: Equatable {
    case packet([UInt8])
    /// Ctrl-C between packets.
    case interrupt
    /// A packet whose checksum is wrong: to be asked for again.
    case damaged
    /// The other side wants the last answer again.
    case again
  }
  private var pending: [UInt8] = []
  /// A packet that is longer is thrown away: GDB keeps to the size it was told.
  static let longest = 1 << 16

  /// What has come in with these bytes and the ones before.
  mutating func take(_ bytes: [UInt8]) -> [Item] {
    pending += bytes
    var items: [Item] = [], at = 0
    scan: while at < pending.count {
      switch pending[at] {
      case 3: items.append(.interrupt); at += 1
      case UInt8(ascii: "-"): items.append(.again); at += 1
      case UInt8(ascii: "$"):
        guard let end = pending[at...].firstIndex(of: UInt8(ascii: "#")) else {
          if pending.count - at > Self.longest { at = pending.count }
          break scan
        }
        guard end + 2 < pending.count else { break scan }
        let body = pending[(at + 1)..<end]
        let sum = body.reduce(UInt8(0)) { $0 &+ $1 }
        if let a = Hex.digit(pending[end + 1]), let b = Hex.digit(pending[end + 2]), a << 4 | b == sum {
          items.append(.packet(Self.unescaped(body)))
        } else {
          items.append(.damaged)
        }
        at = end + 3
      default: at += 1  // an acknowledgement, or noise
      }
    }
    pending.removeFirst(at)
    return items
  }
  private static func unescaped(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = [], escape = false
    for b in body {
      if escape { out.append(b ^ 0x20); escape = false } else if b == UInt8(ascii: "}") { escape = true } else { out.append(b) }
    }
    return out
  }
  /// A packet with its checksum; the bytes that mean something to the framing are escaped.
  static func framed(_ body: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "$")], sum: UInt8 = 0
    for b in body {
      if b == UInt8(ascii: "#") || b == UInt8(ascii: "$") || b == UInt8(ascii: "}") || b == UInt8(ascii: "*") {
        out += [UInt8(ascii: "}"), b ^ 0x20]
        sum = sum &+ UInt8(ascii: "}") &+ (b ^ 0x20)
      } else {
        out.append(b)
        sum = sum &+ b
      }
    }
    return out + [UInt8(ascii: "#")] + Hex.bytes([sum])
  }
}

enum Hex {
  static func digit(_ c: UInt8) -> UInt8? {
    switch c {
    case 48...57: c - 48
    case 65...70: c - 55
    case 97...102: c - 87
    default: nil
    }
  }
  /// Bytes as pairs of digits.
  static func bytes(_ data: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(data.count * 2)
    for b in data { out.append(digits[Int(b >> 4)]); out.append(digits[Int(b & 15)]) }
    return out
  }
  /// Pairs of digits as bytes; nil if they are none.
  static func data(_ text: some Collection<UInt8>) -> [UInt8]? {
    var out: [UInt8] = [], high: UInt8?
    for c in text {
      guard let d = digit(c) else { return nil }
      if let h = high { out.append(h << 4 | d); high = nil } else { high = d }
    }
    return high == nil ? out : nil
  }
  /// A number without a prefix; nil if it is none or has more than 32 bits.
  static func number(_ text: some Collection<UInt8>) -> UInt32? {
    guard !text.isEmpty, text.count <= 16 else { return nil }
    var v: UInt64 = 0
    for c in text {
      guard let d = digit(c) else { return nil }
      v = v << 4 | UInt64(d)
    }
    return UInt32(exactly: v)
  }
  /// A word, least byte first, as GDB has registers.
  static func word(_ v: UInt32) -> [UInt8] { bytes((0..<4).map { UInt8(truncatingIfNeeded: v >> (8 * UInt32($0))) }) }
}
