import Emulation
import Picture

/// A potentiometer of 10 kΩ, to turn or to slide: `value` is where it begins, 0 (GND's end) to 1023. The control "position" is 0...1.
public final class Potentiometer: Part {
  public static let names = ["wokwi-potentiometer", "wokwi-slide-potentiometer"]
  public static let attributes = [
    PartAttribute("value", .number(0...1023)), PartAttribute("min", .number(-1e6...1e6)), PartAttribute("max", .number(-1e6...1e6)), PartAttribute("step"),
    PartAttribute("travelLength", .number(5...200)), PartAttribute("startDegree"), PartAttribute("endDegree"),
  ]
  static let ohms = 10_000.0
  private static let mm = 96 / 25.4
  private static func slides(_ d: PartDescription) -> Bool { d.type.contains("slide") }
  private static func travel(_ d: PartDescription) -> Double { min(max(d.number("travelLength", default: 30), 5), 200) * mm }
  private static func start(_ d: PartDescription) -> Double { min(max(d.number("value", default: 0) / 1023, 0), 1) }

  public static func shape(of d: PartDescription) -> PartShape {
    if slides(d) {
      let t = travel(d), x = 12.5 * mm
      let touch = PartTouch(Rect(x - 12, 15, t + 24, 75), .slide(from: Point(x + t, 53), to: Point(x, 53)))
      return PartShape(
        width: t + 25 * mm, height: 29 * mm, pins: [PartPin("VCC", 1, 43), PartPin("SIG", 1, 63), PartPin("GND", 93.6 + t, 43)],
        controls: [PartControl("position", initial: start(d), touches: [touch])])
    }
    let centre = Point(37.6, 30.5)
    let touch = PartTouch(Rect(centre.x - 28, centre.y - 28, 56, 56), .turn(centre: centre, from: -135, to: 135))
    return PartShape(
      width: 20 * mm, height: 20 * mm, pins: [PartPin("GND", 29, 68.5), PartPin("SIG", 39, 68.5), PartPin("VCC", 49, 68.5)],
      controls: [PartControl("position", initial: start(d), touches: [touch])])
  }

  private let site: PartSite
  private let upper: Element, lower: Element
  private var position: Double
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    _ = try site.number("value", default: 0, in: 0...1023)
    position = Self.start(site.description)
    upper = site.circuit.connect(site.net("VCC"), site.net("SIG"), .resistor(ohms: Self.ohms * (1 - position)), at: site.start)
    lower = site.circuit.connect(site.net("SIG"), site.net("GND"), .resistor(ohms: Self.ohms * position), at: site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    position = value
    site.circuit.batch(at: instant) {
      site.circuit.set(upper, .resistor(ohms: Self.ohms * (1 - value)), at: instant)
      site.circuit.set(lower, .resistor(ohms: Self.ohms * value), at: instant)
    }
  }
  /// 0: its position, 0...1.
  public func view(at instant: Instant) -> PartView { PartView([position]) }

  public static func readings(of d: PartDescription) -> [String] { ["position"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), position = view.values.isEmpty ? start(d) : view[0]
    if slides(d) {
      let t = travel(d), x = 12.5 * mm
      for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x < s.width / 2 ? 20 : s.width - 20, p.y), width: 2.4, Colour(0xaaaaaa), cap: .butt) }
      canvas.fill(Rect(18, 36, s.width - 36, 34), radius: 2, Colour(0x4a4a4a))
      canvas.fill(Rect(x - 6, 48, t + 12, 10), radius: 3, Colour(0x1a1a1a))
      let at = x + t * (1 - position)
      canvas.fill(Rect(at - 10, 17, 20, 72), radius: 4, Colour(0x2b2b2b))
      canvas.stroke(Rect(at - 10, 17, 20, 72), radius: 4, width: 1, Colour(0x606060))
      canvas.line(Point(at, 19), Point(at, 87), width: 2, Colour(0xefefef))
      return
    }
    let touch = s.controls[0].touches[0]
    guard case .turn(let centre, let from, let to) = touch.gesture else { return }
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 60), width: 2, Colour(0xaaaaaa), cap: .butt) }
    canvas.fill(Rect(1, 1, 73.5, 62), radius: 4, Colour(0x045881))
    canvas.circle(centre, 26, Colour(0x033a56))
    canvas.circle(centre, 24.5, Colour(0xc3c2c3))
    canvas.circle(centre, 20, Colour(0xdedede))
    let (sine, cosine) = sineCosine(degrees: from + (to - from) * position)
    canvas.line(Point(centre.x + sine * 9, centre.y - cosine * 9), Point(centre.x + sine * 23, centre.y - cosine * 23), width: 3, Colour(0x1a1a1a))
  }
}
