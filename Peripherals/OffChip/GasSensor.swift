import Emulation
import Picture

/// An MQ-2 gas sensor on its module: the sensor's resistance, above 5 kΩ to ground, falls with the gas, so AOUT rises; DOUT goes low when
/// AOUT is above `threshold` volts. The heater counts as warm.
public final class GasSensor: Part {
  public static let names = ["wokwi-gas-sensor"]
  public static let attributes = [PartAttribute("ppm", .number(0.1...100_000)), PartAttribute("threshold", .number(0...5))]
  /// Parts per million span decades: a press on the scale sets one of these.
  private static let area = Rect(62, 40, 50, 16), decades = [0.1, 1, 10, 100, 400, 1000, 3000, 10_000, 30_000, 100_000]
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("AOUT", 16.5), ("DOUT", 26.4), ("GND", 36.5), ("VCC", 46.2)].map { PartPin($0.0, 137, $0.1) }
    let width = area.width / Double(decades.count)
    let touches = decades.enumerated().map { PartTouch(Rect(area.x + width * Double($0), area.y, width, area.height), .put($1)) }
    return PartShape(
      width: 137, height: 62.8, pins: pins,
      controls: [PartControl("ppm", 0.1...100_000, initial: min(max(d.number("ppm", default: 400), 0.1), 100_000), touches: touches)])
  }

  private let site: PartSite
  private let upper: Element, digital: Terminal, threshold: Double
  private var ppm: Double, isHigh = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    ppm = try site.number("ppm", default: 400, in: 0.1...100_000)
    threshold = try site.number("threshold", default: 4.4, in: 0...5)
    upper = site.circuit.connect(site.net("VCC"), site.net("AOUT"), .resistor(ohms: Self.ohms(ppm)), at: site.start)
    _ = site.circuit.connect(site.net("AOUT"), site.net("GND"), .resistor(ohms: 5000), at: site.start)
    digital = site.circuit.attach(to: site.net("DOUT"))
    site.schedule(0, at: Instant(nanoseconds: site.start.nanoseconds + 1))
  }
  /// The data sheet's line for LPG, straight on paper with two logarithmic scales: 5 kΩ at 1000 ppm, a third of it at ten times as much.
  static func ohms(_ ppm: Double) -> Double { 5000 * Maths.pow(ppm / 1000, -0.47) }
  public func set(control: Int, to value: Double, at instant: Instant) {
    ppm = value
    site.circuit.set(upper, .resistor(ohms: Self.ohms(value)), at: instant)
    fire(0, at: instant)
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    isHigh = site.circuit.volts(of: site.net("AOUT")) > threshold
    site.circuit.drive(digital, .strong(!isHigh), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["ppm", "alarm"] }
  public func view(at instant: Instant) -> PartView { PartView([ppm, isHigh ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), ppm = view.values.isEmpty ? s.controls[0].initial : view[0]
    canvas.fill(Rect(0, 1, 122, s.height - 2), radius: 3, Colour(0x1d4f86))
    canvas.circle(Point(31, 31), 28, Colour(0xb9c0c4))
    canvas.circle(Point(31, 31), 20, Colour(0x8f979c))
    for i in -2...2 {
      let o = Double(i) * 7
      canvas.line(Point(31 + o, 14), Point(31 + o, 48), width: 0.8, Colour(0x6d7478))
      canvas.line(Point(14, 31 + o), Point(48, 31 + o), width: 0.8, Colour(0x6d7478))
    }
    canvas.text("MQ-2", Point(64, 4), .white.opacity(0.85), tiny: true)
    canvas.circle(Point(68, 22), 3, view.values.isEmpty ? Colour(0x304050) : Colour(0x40ff60))
    canvas.circle(Point(80, 22), 3, view[1] > 0 ? Colour(0xff4040) : Colour(0x304050))
    SensorBoard.pins(s, canvas)
    let share = (Maths.log(max(ppm, 0.1)) / Maths.log(10) + 1) / 6, y = area.bottom - 5
    canvas.line(Point(area.x + 3, y), Point(area.right - 3, y), width: 2, Colour(0x808890))
    canvas.circle(Point(area.x + 3 + (area.width - 6) * min(max(share, 0), 1), y), 4, Colour(0x49b6ff))
    canvas.text("\(Slider.number(ppm, ppm < 10 ? 1 : 0)) PPM", Point(area.centre.x, area.y - 3), .white, tiny: true, horizontal: .centre)
  }
}
