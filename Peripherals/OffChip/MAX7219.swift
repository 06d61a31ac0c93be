import Emulation
import Picture

/// Matrices of 8 × 8 LEDs, each with a MAX7219 (Maxim): `chain` of them from DIN to DOUT. Sixteen bits each; what has been shifted in takes
/// effect when CS rises. Digit 0 is the top row; D7 of it is the left column.
public final class MAX7219: Part, SPIWords {
  public static let names = ["wokwi-max7219-matrix"]
  public static let attributes = [
    PartAttribute("chain", .number(1...32)), PartAttribute("layout", .oneOf(["parola", "fc16"])), PartAttribute("color", .colour),
  ]
  private static let side = 76.0
  static func chain(_ d: PartDescription) -> Int { d.whole("chain", default: 1, in: 1...32) }
  public static func shape(of d: PartDescription) -> PartShape {
    let width = side * Double(chain(d)), height = side + 22
    let left = ["V+", "GND", "DIN", "CS", "CLK"], right = ["V+.2", "GND.2", "DOUT", "CS.2", "CLK.2"]
    let pins =
      left.enumerated().map { PartPin($0.element, 2, 30 + 9.6 * Double($0.offset)) }
      + right.enumerated().map { PartPin($0.element, width - 2, 30 + 9.6 * Double($0.offset)) }
    return PartShape(width: width, height: height, pins: pins)
  }

  private struct Driver {
    var digits = [UInt8](repeating: 0, count: 8)
    var decode: UInt8 = 0, intensity: UInt8 = 0, limit: UInt8 = 0, isOn = false, test = false
  }
  private let site: PartSite
  private var pins: SPIPins!
  private var drivers: [Driver]
  /// The last bytes that came in, two for each driver; the oldest leave at DOUT.
  private var shift: [UInt8]

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let n = Self.chain(site.description)
    drivers = Array(repeating: Driver(), count: n)
    shift = Array(repeating: 0, count: 2 * n)
    pins = SPIPins(
      site.circuit, clock: site.net("CLK"), toDevice: site.net("DIN"), fromDevice: site.isWired("DOUT") ? site.net("DOUT") : nil, select: site.net("CS"),
      part: self)
  }
  public func send(at instant: Instant) -> UInt32? { UInt32(shift[0]) }
  public func receive(_ word: UInt32, at instant: Instant) {
    shift.removeFirst()
    shift.append(UInt8(truncatingIfNeeded: word))
  }
  public func selected(_ on: Bool, at instant: Instant) {
    guard !on else { return }
    // The last word is the first driver's.
    for i in drivers.indices {
      let at = shift.count - 2 * (i + 1)
      obey(i, shift[at] & 15, shift[at + 1])
    }
  }
  private func obey(_ i: Int, _ register: UInt8, _ value: UInt8) {
    switch register {
    case 1...8: drivers[i].digits[Int(register) - 1] = value
    case 9: drivers[i].decode = value
    case 10: drivers[i].intensity = value & 15
    case 11: drivers[i].limit = value & 7
    case 12: drivers[i].isOn = value & 1 != 0
    case 15: drivers[i].test = value & 1 != 0
    default: break
    }
  }

  /// Code B (data sheet table 5): 0…9, -, E, H, L, P, blank; segments DP A B C D E F G.
  private static let codeB: [UInt8] = [0x7e, 0x30, 0x6d, 0x79, 0x33, 0x5b, 0x5f, 0x70, 0x7f, 0x7b, 0x01, 0x4f, 0x37, 0x0e, 0x67, 0x00]
  private static func row(_ driver: Driver, _ digit: Int) -> UInt8 {
    if driver.test { return 0xff }
    guard driver.isOn, digit <= Int(driver.limit) else { return 0 }
    let v = driver.digits[digit]
    return driver.decode >> UInt8(digit) & 1 != 0 ? codeB[Int(v & 15)] | v & 0x80 : v
  }
  /// Brightness of each point, row by row over the whole chain: the first driver is at the left for "fc16", at the right for "parola".
  public func view(at instant: Instant) -> PartView {
    let n = drivers.count, reversed = site.description["layout"] != "fc16"
    var values = [Double](repeating: 0, count: 64 * n)
    for place in 0..<n {
      let driver = drivers[reversed ? n - 1 - place : place]
      let level = (Double(driver.test ? 15 : driver.intensity) * 2 + 1) / 32
      for y in 0..<8 {
        let bits = Self.row(driver, y)
        for x in 0..<8 where bits >> UInt8(7 - x) & 1 != 0 { values[y * 8 * n + place * 8 + x] = 0.4 + 0.6 * level.squareRoot() }
      }
    }
    return PartView(values)
  }
  public static func readings(of d: PartDescription) -> [String] { (0..<64 * chain(d)).map { "\($0 / (8 * chain(d))).\($0 % (8 * chain(d)))" } }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), n = chain(d), colour = Light.colour(d["color"] ?? "red")
    canvas.fill(s.bounds, radius: 2, Colour(0x14508a))
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 2.2, Colour(0xd4b45c))
    }
    canvas.text("MAX7219", Point(s.width / 2, s.height - 9), .white.opacity(0.8), tiny: true, horizontal: .centre)
    for i in 0..<n { canvas.fill(Rect(side * Double(i) + 5, 9, side - 10, side - 10 + 2), radius: 1, Colour(0x161616)) }
    for y in 0..<8 {
      for x in 0..<8 * n {
        let b = view[y * 8 * n + x], p = Point(side * Double(x / 8) + 10.5 + 7.85 * Double(x % 8), 15.5 + 7.85 * Double(y))
        if b > 0.3 { canvas.glow(p, 6, colour.opacity(0.4 * b)) }
        canvas.circle(p, 3, Colour(0x3a3a3a).mixed(colour, b))
      }
    }
  }
}
