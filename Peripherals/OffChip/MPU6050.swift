import Emulation
import Picture

/// An MPU-6050 (InvenSense, register map rev. 4.2): acceleration, rotation and temperature on I2C at 0x68, at 0x69 with AD0 high. It sleeps until
/// PWR_MGMT_1 wakes it; INT tells of new samples. Its FIFO and the bus behind it (XDA, XCL) are not there.
public final class MPU6050: Part, I2CBytes {
  public static let names = ["wokwi-mpu6050"]
  public static let attributes =
    ["accelX", "accelY", "accelZ"].map { PartAttribute($0, .number(-16...16)) }
    + ["rotationX", "rotationY", "rotationZ"].map { PartAttribute($0, .number(-2000...2000)) } + [PartAttribute("temperature", .number(-40...85))]
  private static let mm = 96 / 25.4
  private static func sliders(_ d: PartDescription) -> [Slider] {
    let white = Colour.white
    func at(_ column: Int, _ row: Int) -> Rect { Rect(3 + 38 * Double(column), 64 + 20 * Double(row), 36, 17) }
    let g = zip(["accelX", "accelY", "accelZ"], [0.0, 0, 1]).enumerated().map { i, p in
      Slider(p.0, -16...16, d.number(p.0, default: p.1), at: at(0, i), unit: " g", decimals: 1, ink: Colour(0x8090a0))
    }
    let r = ["rotationX", "rotationY", "rotationZ"].enumerated().map { i, n in
      Slider(n, -2000...2000, d.number(n, default: 0), at: at(1, i), unit: "°/s", ink: Colour(0x8090a0))
    }
    return g + r + [Slider("temperature", -40...85, d.number("temperature", default: 24), at: Rect(3, 12, 36, 17), unit: " C", ink: white)]
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let x: [(String, Double)] = [
      ("INT", 7.28), ("AD0", 16.9), ("XCL", 26.4), ("XDA", 36.0), ("SDA", 45.6), ("SCL", 55.2), ("GND", 64.8), ("VCC", 74.4),
    ]
    return PartShape(width: 21.6 * mm, height: 122, pins: x.map { PartPin($0.0, $0.1, 5.78) }, controls: sliders(d).map(\.control))
  }

  private let site: PartSite
  private var bus: I2CPlace!
  private let interrupt: Terminal
  /// g, degrees a second, degrees Celsius.
  private var values: [Double]
  private var registers = [UInt8](repeating: 0, count: 128)
  private var pointer: UInt8?
  /// A read takes one moment's values, whatever happens meanwhile.
  private var frozen: [UInt8] = []
  private var sampledAt: UInt64 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    values = Self.sliders(site.description).map(\.initial)
    interrupt = site.circuit.attach(to: site.net("INT"))
    reset()
    site.circuit.drive(interrupt, .strong(false), at: site.start)
    bus = I2CPlace(site, address: 0x68, part: self)
    // AD0 is looked at whenever an address comes.
    bus.chooses = { [unowned site] in site.isWired("AD0") && site.circuit.isHigh(site.net("AD0")) ? 0x69 : 0x68 }
  }
  private func reset() {
    registers = [UInt8](repeating: 0, count: 128)
    registers[0x6b] = 0x40
    registers[0x75] = 0x68
  }
  public func set(control: Int, to value: Double, at instant: Instant) { values[control] = value }

  // MARK: The bus

  func addressed(toRead: Bool, at instant: Instant) {
    if toRead { frozen = measured() } else { pointer = nil }
  }
  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    guard let at = pointer else { pointer = byte & 0x7f; return true }
    pointer = (at + 1) & 0x7f
    switch at {
    case 0x3b...0x48, 0x75, 0x3a: break
    case 0x6b where byte & 0x80 != 0: reset()
    default: registers[Int(at)] = byte
    }
    if at == 0x23 && byte != 0 { site.report("the FIFO of the MPU6050 is not modelled") }
    if [0x19, 0x1a, 0x38, 0x6b].contains(at) { plan(at: instant) }
    return true
  }
  func read(at instant: Instant) -> UInt8 {
    let at = pointer ?? 0
    pointer = (at + 1) & 0x7f
    switch at {
    case 0x3b...0x48: return frozen[Int(at) - 0x3b]
    case 0x3a:
      // Data ready; reading clears it.
      defer { registers[0x3a] = 0; site.circuit.drive(interrupt, .strong(isActiveLow), at: instant) }
      return registers[0x3a]
    default: return registers[Int(at)]
    }
  }

  /// ACCEL_XOUT_H to GYRO_ZOUT_L, big-endian; all zero until it has been awake.
  private func measured() -> [UInt8] {
    guard registers[0x6b] & 0x40 == 0 else { return [UInt8](repeating: 0, count: 14) }
    let accel = 16384.0 / Double(1 << (registers[0x1c] >> 3 & 3)), gyro = 131.072 / Double(1 << (registers[0x1b] >> 3 & 3))
    func word(_ v: Double) -> [UInt8] {
      let n = Int16(min(max(v.rounded(), -32768), 32767))
      return [UInt8(truncatingIfNeeded: n >> 8), UInt8(truncatingIfNeeded: n)]
    }
    return values[0..<3].flatMap { word($0 * accel) } + word((values[6] - 36.53) * 340) + values[3..<6].flatMap { word($0 * gyro) }
  }

  // MARK: New samples

  private var isActiveLow: Bool { registers[0x37] & 0x80 != 0 }
  /// The gyroscope's rate (8 kHz without its filter, 1 kHz with it) divided by SMPLRT_DIV + 1.
  private var period: UInt64 { UInt64(registers[0x19]) * (filtered ? 1_000_000 : 125_000) + (filtered ? 1_000_000 : 125_000) }
  private var filtered: Bool { (1...6).contains(registers[0x1a] & 7) }
  private func plan(at instant: Instant) {
    guard registers[0x38] & 1 != 0, registers[0x6b] & 0x40 == 0 else { site.cancel(0); return }
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + period))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    if tag == 0 {
      registers[0x3a] |= 1
      site.circuit.drive(interrupt, .strong(!isActiveLow), at: instant)
      // A pulse of 50 µs unless it is held until the status is read.
      if registers[0x37] & 0x20 == 0 { site.schedule(1, at: Instant(nanoseconds: instant.nanoseconds + 50_000)) }
      plan(at: instant)
    } else {
      site.circuit.drive(interrupt, .strong(isActiveLow), at: instant)
    }
  }

  public static func readings(of d: PartDescription) -> [String] { sliders(d).map(\.name) }
  public func view(at instant: Instant) -> PartView { PartView(values) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(Rect(0, 0, s.width, 61.2), radius: 2, Colour(0x16619d))
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3.4, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.6, Colour(0x202020))
    }
    canvas.fill(Rect(42, 26, 16, 16), radius: 1, Colour(0x181818))
    canvas.text("MPU6050", Point(58, 50), .white.opacity(0.9), tiny: true, horizontal: .centre)
    canvas.circle(Point(72, 30), 2.5, view.values.isEmpty ? Colour(0x304050) : Colour(0x60ff60))
    for (i, slider) in sliders(d).enumerated() { slider.draw(view.values.isEmpty ? slider.initial : view[i], on: canvas) }
  }
}
