/// A colour with an alpha of its own, not premultiplied: 0xAARRGGBB.
public struct Colour: Hashable, Sendable {
  public var argb: UInt32
  /// 0xRRGGBB, opaque.
  public init(_ rgb: UInt32) { argb = rgb | 0xff00_0000 }
  public init(argb: UInt32) { self.argb = argb }
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    argb = UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  public var alpha: UInt8 { UInt8(truncatingIfNeeded: argb >> 24) }
  public var red: UInt8 { UInt8(truncatingIfNeeded: argb >> 16) }
  public var green: UInt8 { UInt8(truncatingIfNeeded: argb >> 8) }
  public var blue: UInt8 { UInt8(truncatingIfNeeded: argb) }

  public static let black = Colour(0x000000), white = Colour(0xffffff), clear = Colour(argb: 0)

  /// The same colour with its alpha multiplied by `factor` (0…1).
  public func opacity(_ factor: Double) -> Colour {
    Colour(argb: argb & 0xff_ffff | UInt32(Double(alpha) * min(max(factor, 0), 1) + 0.5) << 24)
  }
  /// `share` (0…1) of `other` mixed into this one, each channel by itself.
  public func mixed(_ other: Colour, _ share: Double) -> Colour {
    let t = min(max(share, 0), 1)
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8(Double(a) + (Double(b) - Double(a)) * t + 0.5) }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue), alpha: mix(alpha, other.alpha))
  }
  public func lighter(_ share: Double) -> Colour { mixed(Colour(argb: argb | 0xff_ffff), share) }
  public func darker(_ share: Double) -> Colour { mixed(Colour(argb: argb & 0xff00_0000), share) }

  /// A colour as CSS writes it and board files use it: `#rgb`, `#rrggbb`, `#rrggbbaa`, or one of the usual names; nil for anything else.
  public init?(css text: String) {
    let bytes = Array(text.utf8)
    if bytes.first == 35 {
      let digits = bytes.dropFirst().map { c -> UInt32? in
        switch c {
        case 48...57: UInt32(c) - 48
        case 65...70: UInt32(c) - 55
        case 97...102: UInt32(c) - 87
        default: nil
        }
      }
      guard !digits.contains(nil) else { return nil }
      let d = digits.map { $0! }
      func pair(_ i: Int) -> UInt32 { d[2 * i] << 4 | d[2 * i + 1] }
      switch d.count {
      case 3: self.init(d[0] * 0x11 << 16 | d[1] * 0x11 << 8 | d[2] * 0x11)
      case 6: self.init(pair(0) << 16 | pair(1) << 8 | pair(2))
      case 8: self.init(argb: pair(3) << 24 | pair(0) << 16 | pair(1) << 8 | pair(2))
      default: return nil
      }
      return
    }
    guard let found = Self.names.first(where: { $0.0 == text.lowercased() }) else { return nil }
    self.init(found.1)
  }
  private static let names: [(String, UInt32)] = [
    ("black", 0x000000), ("white", 0xffffff), ("red", 0xff0000), ("green", 0x008000), ("blue", 0x0000ff), ("yellow", 0xffff00),
    ("orange", 0xffa500), ("purple", 0x800080), ("magenta", 0xff00ff), ("fuchsia", 0xff00ff), ("cyan", 0x00ffff), ("aqua", 0x00ffff),
    ("lime", 0x00ff00), ("limegreen", 0x32cd32), ("violet", 0xee82ee), ("pink", 0xffc0cb), ("brown", 0xa52a2a), ("gold", 0xffd700),
    ("gray", 0x808080), ("grey", 0x808080), ("silver", 0xc0c0c0), ("darkgray", 0xa9a9a9), ("lightgray", 0xd3d3d3), ("navy", 0x000080),
    ("teal", 0x008080), ("maroon", 0x800000), ("olive", 0x808000), ("indigo", 0x4b0082), ("turquoise", 0x40e0d0), ("salmon", 0xfa8072),
    ("tan", 0xd2b48c), ("beige", 0xf5f5dc), ("coral", 0xff7f50), ("crimson", 0xdc143c), ("khaki", 0xf0e68c), ("darkgreen", 0x006400),
    ("darkred", 0x8b0000), ("darkblue", 0x00008b), ("lightblue", 0xadd8e6), ("lightgreen", 0x90ee90), ("skyblue", 0x87ceeb),
    ("royalblue", 0x4169e1), ("tomato", 0xff6347), ("chocolate", 0xd2691e), ("sienna", 0xa0522d), ("orchid", 0xda70d6), ("plum", 0xdda0dd),
  ]
}
