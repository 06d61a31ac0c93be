import Emulation
import Picture

/// A BMP180 (Bosch): pressure and temperature on I2C at 0x77. The program computes both from raw values and calibration words; these are the
/// data sheet's example's (§3.5). Controls "temperature" in degrees Celsius and "pressure" in hPa.
public final class BMP180: Part, I2CBytes {
  public static let names = ["board-bmp180"]
  public static let attributes = [PartAttribute("temperature", .number(-40...85)), PartAttribute("pressure", .number(300...1100))]
  private static func sliders(_ d: PartDescription) -> [Slider] {
    [
      Slider("temperature", -40...85, d.number("temperature", default: 24), at: Rect(2, 14, 52, 17), unit: " C", decimals: 1, ink: .white),
      Slider("pressure", 300...1100, d.number("pressure", default: 1013.25), at: Rect(2, 34, 52, 17), unit: " hPa", decimals: 1, ink: .white),
    ]
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = ["3.3V", "GND", "SCL", "SDA", "VCC"].enumerated().map { PartPin($0.element, 8.8 + 9.6 * Double($0.offset), 64) }
    return PartShape(width: 56, height: 68, pins: pins, controls: sliders(d).map(\.control))
  }

  private static let calibration: [Int] = [408, -72, -14383, 32741, 32757, 23153, 6190, 4, -32768, -8711, 2868]
  private let site: PartSite
  private var bus: I2CPlace!
  private var values: [Double]
  private var pointer: UInt8?, control: UInt8 = 0, result: [UInt8] = [0, 0, 0]
  private var readyAt: UInt64 = 0, next: [UInt8] = [0, 0, 0]
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    values = [try site.number("temperature", default: 24, in: -40...85), try site.number("pressure", default: 1013.25, in: 300...1100)]
    bus = I2CPlace(site, address: 0x77, part: self)
  }
  public func set(control: Int, to value: Double, at instant: Instant) { values[control] = value }

  func addressed(toRead: Bool, at instant: Instant) { if !toRead { pointer = nil } }
  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    guard let at = pointer else { pointer = byte; return true }
    pointer = at &+ 1
    if at == 0xf4 { convert(byte, at: instant) }
    if at == 0xe0 && byte == 0xb6 { (control, result, readyAt) = (0, [0, 0, 0], 0) }
    return true
  }
  func read(at instant: Instant) -> UInt8 {
    settle(instant)
    let at = pointer ?? 0
    pointer = at &+ 1
    switch at {
    case 0xaa...0xbf:
      let word = Self.calibration[Int(at - 0xaa) / 2]
      return UInt8(truncatingIfNeeded: at & 1 == 0 ? word >> 8 : word)
    case 0xd0: return 0x55
    case 0xf4: return readyAt > 0 ? control | 0x20 : control & ~0x20
    case 0xf6...0xf8: return result[Int(at - 0xf6)]
    default: return 0
    }
  }

  /// 0x2e asks for the temperature, 0x34 with the oversampling in bits 7:6 for the pressure (conversion times: data sheet §3.3).
  private func convert(_ byte: UInt8, at instant: Instant) {
    control = byte
    let over = Int(byte >> 6), ut = Self.rawTemperature(values[0])
    switch byte & 0x1f {
    case 0x0e:
      next = [UInt8(truncatingIfNeeded: ut >> 8), UInt8(truncatingIfNeeded: ut), 0]
      readyAt = instant.nanoseconds + 4_500_000
    case 0x14:
      let raw = Self.rawPressure(values[1] * 100, ut, over) << (8 - over)
      next = [UInt8(truncatingIfNeeded: raw >> 16), UInt8(truncatingIfNeeded: raw >> 8), UInt8(truncatingIfNeeded: raw)]
      readyAt = instant.nanoseconds + [4_500_000, 7_500_000, 13_500_000, 25_500_000][over]
    default: break
    }
  }
  private func settle(_ instant: Instant) {
    guard readyAt > 0, instant.nanoseconds >= readyAt else { return }
    (result, readyAt) = (next, 0)
  }

  // MARK: The data sheet's formulas, and the raw values by which they give what is wanted

  private static func b5(_ ut: Int) -> Int {
    let c = calibration, x1 = ((ut - c[5]) * c[4]) >> 15
    return x1 + c[10] == 0 ? 0 : x1 + (c[9] << 11) / (x1 + c[10])
  }
  /// In tenths of a degree.
  static func temperature(_ ut: Int) -> Int { (b5(ut) + 8) >> 4 }
  /// In pascal.
  static func pressure(_ up: Int, _ ut: Int, _ over: Int) -> Int {
    let c = calibration, b6 = b5(ut) - 4000, square = (b6 * b6) >> 12
    let b3 = (((c[0] * 4 + ((c[7] * square) >> 11) + ((c[1] * b6) >> 11)) << over) + 2) / 4
    let x3 = (((c[2] * b6) >> 13) + ((c[6] * square) >> 16) + 2) >> 2
    let b4 = (c[3] * (x3 + 32_768)) >> 15, b7 = (up - b3) * (50_000 >> over)
    guard b4 != 0 else { return 0 }
    let p = b7 < 0x8000_0000 ? b7 * 2 / b4 : b7 / b4 * 2
    return p + ((((p >> 8) * (p >> 8) * 3038) >> 16) + ((-7357 * p) >> 16) + 3791) >> 4
  }
  private static func rawTemperature(_ celsius: Double) -> Int { search(20_400, 0xffff, Int((celsius * 10).rounded())) { temperature($0) } }
  private static func rawPressure(_ pascal: Double, _ ut: Int, _ over: Int) -> Int {
    search(0, (1 << (16 + over)) - 1, Int(pascal.rounded())) { pressure($0, ut, over) }
  }
  /// The least raw value in a range whose result is not below the wanted one: the formulas rise.
  private static func search(_ from: Int, _ to: Int, _ wanted: Int, _ of: (Int) -> Int) -> Int {
    var low = from, high = to
    while low < high {
      let middle = (low + high) / 2
      if of(middle) >= wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }

  public static func readings(of d: PartDescription) -> [String] { ["temperature", "pressure"] }
  public func view(at instant: Instant) -> PartView { PartView(values) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 3, Colour(0x5a2d82))
    canvas.text("BMP180", Point(s.width / 2, 3), .white.opacity(0.9), tiny: true, horizontal: .centre)
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.4, Colour(0x202020))
    }
    for (i, slider) in sliders(d).enumerated() { slider.draw(view.values.isEmpty ? slider.initial : view[i], on: canvas) }
  }
}
