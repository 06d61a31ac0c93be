import Emulation
import Picture

/// A DHT22 (AM2302, Aosong): humidity and temperature over one wire. After a low of at least 0.8 ms from the host it answers with 80 µs low and
/// high, then 40 bits: 50 µs low each, and 26 µs (0) or 70 µs (1) high. The wire's pull-up is on the module.
public final class DHT22: Part, NetListener {
  public static let names = ["wokwi-dht22"]
  public static let attributes = [PartAttribute("temperature", .number(-40...80)), PartAttribute("humidity", .number(0...100))]
  private static let mm = 96 / 25.4
  private static func sliders(_ d: PartDescription) -> [Slider] {
    [
      Slider("temperature", -40...80, d.number("temperature", default: 24), at: Rect(6, 12, 45, 18), unit: " C", decimals: 1, ink: Colour(0x405060)),
      Slider("humidity", 0...100, d.number("humidity", default: 40), at: Rect(6, 34, 45, 18), unit: " %", decimals: 1, ink: Colour(0x405060)),
    ]
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("VCC", 15.0), ("SDA", 24.5), ("NC", 34.1), ("GND", 43.8)].map { PartPin($0.0, $0.1, 114.9) }
    return PartShape(width: 15.1 * mm, height: 30.885 * mm, pins: pins, controls: sliders(d).map(\.control))
  }

  private let site: PartSite
  private let wire: Net, data: Terminal
  private var temperature: Double, humidity: Double
  private var low: UInt64?
  /// Lengths of low and high times that are still to come, in nanoseconds; empty while it listens.
  private var plan: [UInt64] = [], step = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    temperature = try site.number("temperature", default: 24, in: -40...80)
    humidity = try site.number("humidity", default: 40, in: 0...100)
    wire = site.net("SDA")
    data = site.circuit.attach(to: wire)
    site.circuit.drive(site.circuit.attach(to: wire), .weak(true), at: site.start)
    site.circuit.listen(to: wire, self)
  }
  public func set(control: Int, to value: Double, at instant: Instant) { if control == 0 { temperature = value } else { humidity = value } }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    guard plan.isEmpty else { return }
    if !site.circuit.isHigh(net) { low = low ?? instant.nanoseconds; return }
    guard let since = low else { return }
    low = nil
    guard instant.nanoseconds - since >= 800_000 else { return }
    plan = [30_000, 80_000, 80_000]
    for byte in bytes() { for i in (0..<8).reversed() { plan += [50_000, byte >> UInt8(i) & 1 == 0 ? 26_000 : 70_000] } }
    plan.append(50_000)
    step = 0
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + plan[0]))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    step += 1
    guard step < plan.count else {
      plan = []
      site.circuit.drive(data, .none, at: instant)
      return
    }
    // Odd pieces are low, even ones high: the pull-up does that.
    site.circuit.drive(data, step & 1 == 1 ? .strong(false) : .none, at: instant)
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + plan[step]))
  }
  /// Tenths, the temperature with a sign bit of its own; the last byte is the sum of the others.
  private func bytes() -> [UInt8] {
    let h = UInt16((humidity * 10).rounded()), t = UInt16((abs(temperature) * 10).rounded()) | (temperature < 0 ? 0x8000 : 0)
    let four = [UInt8(h >> 8), UInt8(h & 255), UInt8(t >> 8), UInt8(t & 255)]
    return four + [four.reduce(0, &+)]
  }

  public static func readings(of d: PartDescription) -> [String] { ["temperature", "humidity"] }
  public func view(at instant: Instant) -> PartView { PartView([temperature, humidity]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 88), width: 2.6, Colour(0xcccccc), cap: .butt) }
    canvas.fill(Rect(0.5, 0.5, s.width - 1, 92), radius: 3, Colour(0xf2f2f2))
    canvas.stroke(Rect(0.5, 0.5, s.width - 1, 92), radius: 3, width: 1, Colour(0xc4c8cc))
    canvas.text("DHT22", Point(s.width / 2, 4), Colour(0x405060), tiny: true, horizontal: .centre)
    for y in stride(from: 58.0, to: 88, by: 7) { for x in [10.0, 31] { canvas.fill(Rect(x, y, 16, 3), radius: 1.5, Colour(0xb8bcc0)) } }
    for (i, slider) in sliders(d).enumerated() { slider.draw(view.values.isEmpty ? slider.initial : view[i], on: canvas) }
  }
}
