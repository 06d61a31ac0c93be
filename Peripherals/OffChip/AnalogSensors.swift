import Emulation
import Picture

/// A thermistor of 10 kΩ at 25 °C below a resistor of 10 kΩ: OUT falls as it gets warmer. `beta` is the material's constant in kelvin.
public final class NTC: Part {
  public static let names = ["wokwi-ntc-temperature-sensor"]
  public static let attributes = [PartAttribute("temperature", .number(-24...80)), PartAttribute("beta", .number(1000...10_000))]
  private static let mm = 96 / 25.4
  private static func slider(_ d: PartDescription) -> Slider {
    Slider("temperature", -24...80, d.number("temperature", default: 24), at: Rect(64, 50, 62, 18), unit: " C", decimals: 1, ink: .white)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("GND", 26.2), ("VCC", 35.8), ("OUT", 45.5)].map { PartPin($0.0, 135, $0.1) }
    return PartShape(width: 35.826 * mm, height: 19 * mm, pins: pins, controls: [slider(d).control])
  }

  private let site: PartSite
  private let beta: Double, lower: Element
  private var temperature: Double
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    temperature = try site.number("temperature", default: 24, in: -24...80)
    beta = try site.number("beta", default: 3950, in: 1000...10_000)
    _ = site.circuit.connect(site.net("VCC"), site.net("OUT"), .resistor(ohms: 10_000), at: site.start)
    lower = site.circuit.connect(site.net("OUT"), site.net("GND"), .resistor(ohms: Self.ohms(temperature, beta)), at: site.start)
  }
  /// The beta equation.
  static func ohms(_ celsius: Double, _ beta: Double) -> Double { 10_000 * Maths.exp(beta * (1 / (celsius + 273.15) - 1 / 298.15)) }
  public func set(control: Int, to value: Double, at instant: Instant) {
    temperature = value
    site.circuit.set(lower, .resistor(ohms: Self.ohms(value, beta)), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["temperature"] }
  public func view(at instant: Instant) -> PartView { PartView([temperature]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(Rect(22, 1, 104, s.height - 2), radius: 3, Colour(0x1b1d22))
    for y in [22.0, 50] { canvas.line(Point(2, 36), Point(30, y), width: 1.4, Colour(0xb0b0b0)) }
    canvas.circle(Point(6, 36), 7, Colour(0x2e2e2e))
    canvas.text("NTC", Point(70, 14), Colour(0xd0d0d0), horizontal: .centre)
    SensorBoard.pins(s, canvas)
    slider(d).draw(view.values.isEmpty ? slider(d).initial : view[0], on: canvas)
  }
}

/// A light sensor: a photoresistor below a resistor of 2 kΩ (AO falls as it gets lighter), and a comparator: DO is high in the dark, when AO is
/// above `threshold` volts. `rl10` is the resistance at 10 lux in kΩ, `gamma` its slope.
public final class Photoresistor: Part, NetListener {
  public static let names = ["wokwi-photoresistor-sensor"]
  public static let attributes = [
    PartAttribute("lux", .number(0.1...100_000)), PartAttribute("threshold", .number(0...5)), PartAttribute("rl10", .number(0.1...10_000)),
    PartAttribute("gamma", .number(0.1...2)),
  ]
  private static let mm = 96 / 25.4
  /// Light spans decades: the slider holds its logarithm, the control lux.
  private static let range = 0.1...100_000.0
  private static let area = Rect(68, 40, 66, 18)
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("VCC", 16.0), ("GND", 26), ("DO", 35.8), ("AO", 45.5)].map { PartPin($0.0, 172, $0.1) }
    let steps: [PartTouch] = (0..<13).map { i in
      let decade = -1 + 0.5 * Double(i)
      return PartTouch(Rect(area.x + area.width / 13 * Double(i), area.y, area.width / 13, area.height), .put(Maths.pow(10, decade).rounded(to: 3)))
    }
    return PartShape(
      width: 45.95 * mm, height: 16.267 * mm, pins: pins,
      controls: [PartControl("lux", range, initial: min(max(d.number("lux", default: 500), 0.1), 100_000), touches: steps)])
  }

  private let site: PartSite
  private let threshold: Double, rl10: Double, gamma: Double, lower: Element, digital: Terminal
  private var lux: Double, isDark = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    lux = try site.number("lux", default: 500, in: 0.1...100_000)
    threshold = try site.number("threshold", default: 2.5, in: 0...5)
    rl10 = try site.number("rl10", default: 50, in: 0.1...10_000)
    gamma = try site.number("gamma", default: 0.7, in: 0.1...2)
    _ = site.circuit.connect(site.net("VCC"), site.net("AO"), .resistor(ohms: 2000), at: site.start)
    lower = site.circuit.connect(site.net("AO"), site.net("GND"), .resistor(ohms: Self.ohms(lux, rl10, gamma)), at: site.start)
    digital = site.circuit.attach(to: site.net("DO"))
    // The supply's wire may be part of a net that is still to come.
    site.schedule(0, at: Instant(nanoseconds: site.start.nanoseconds + 1))
  }
  static func ohms(_ lux: Double, _ rl10: Double, _ gamma: Double) -> Double { rl10 * 1000 * Maths.pow(10 / lux, gamma) }
  public func set(control: Int, to value: Double, at instant: Instant) {
    lux = value
    site.circuit.set(lower, .resistor(ohms: Self.ohms(value, rl10, gamma)), at: instant)
    compare(at: instant)
  }
  public func fire(_ tag: UInt32, at instant: Instant) { compare(at: instant) }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { compare(at: instant) }
  private func compare(at instant: Instant) {
    isDark = site.circuit.volts(of: site.net("AO")) > threshold
    site.circuit.drive(digital, .strong(isDark), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["lux", "dark"] }
  public func view(at instant: Instant) -> PartView { PartView([lux, isDark ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), lux = view.values.isEmpty ? d.number("lux", default: 500) : view[0]
    canvas.fill(Rect(27, 1, 134, s.height - 2), radius: 3, Colour(0x20466e))
    canvas.line(Point(10, 30), Point(30, 30), width: 3, Colour(0xb0b0b0), cap: .butt)
    canvas.fill(Rect(1, 20, 12, 21), radius: 5, Colour(0xd8a25a))
    for y in [25.0, 30, 35] { canvas.line(Point(4, y), Point(10, y), width: 1.2, Colour(0x8a5a20)) }
    canvas.circle(Point(140, 12), 3, view.values.isEmpty ? Colour(0x304050) : Colour(0xff4040))
    canvas.circle(Point(140, 50), 3, view[1] > 0 || view.values.isEmpty ? Colour(0x304050) : Colour(0x40ff60))
    canvas.text("LIGHT", Point(100, 10), .white.opacity(0.85), horizontal: .centre)
    SensorBoard.pins(s, canvas)
    let share = (Maths.log(max(lux, 0.1)) / Maths.log(10) + 1) / 6
    let from = Point(area.x + 3, area.bottom - 5), to = Point(area.right - 3, area.bottom - 5)
    canvas.line(from, to, width: 2, Colour(0x808890))
    canvas.circle(Point(from.x + (to.x - from.x) * min(max(share, 0), 1), from.y), 4, Colour(0x49b6ff))
    canvas.text("\(Slider.number(lux, lux < 10 ? 1 : 0)) LUX", Point(area.centre.x, area.y), .white, tiny: true, horizontal: .centre)
  }
}

/// What the little sensor boards have in common.
enum SensorBoard {
  /// Their pins with names, at the right edge.
  static func pins(_ s: PartShape, _ canvas: Canvas) {
    for p in s.pins {
      canvas.line(Point(p.x, p.y), Point(s.width - 14, p.y), width: 2.4, Colour(0xd4b45c), cap: .butt)
      canvas.text(p.name, Point(s.width - 16, p.y), .white.opacity(0.85), tiny: true, horizontal: .right, vertical: .middle)
    }
  }
}

extension Double {
  fileprivate func rounded(to digits: Int) -> Double { (self * 1000).rounded() / 1000 }
}
