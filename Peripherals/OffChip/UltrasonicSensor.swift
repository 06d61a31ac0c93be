import Emulation
import Picture

/// An HC-SR04: after a pulse of 10 µs on TRIG, eight cycles of 40 kHz leave it, and ECHO is high for 58 µs a centimetre. Beyond 4 m nothing
/// comes back: 38 ms. The control "distance" is in centimetres.
public final class UltrasonicSensor: Part, NetListener {
  public static let names = ["wokwi-hc-sr04"]
  public static let attributes = [PartAttribute("distance", .number(2...400))]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("VCC", 71.3), ("TRIG", 81.3), ("ECHO", 91.3), ("GND", 101.3)].map { PartPin($0.0, $0.1, 94.5) }
    let slider = PartTouch(Rect(8, 76, 54, 14), .slide(from: Point(12, 83), to: Point(58, 83)))
    let control = PartControl("distance", 2...400, initial: min(max(d.number("distance", default: 400), 2), 400), touches: [slider])
    return PartShape(width: 45 * mm, height: 25 * mm, pins: pins, controls: [control])
  }

  /// Nanoseconds from the end of the trigger to the echo's start: the burst and the circuit.
  private static let burst: UInt64 = 450_000, nothing: UInt64 = 38_000_000
  private let site: PartSite
  private let echo: Terminal
  private var distance: Double
  private var rise: UInt64?, busy = false

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    distance = try site.number("distance", default: 400, in: 2...400)
    echo = site.circuit.attach(to: site.net("ECHO"))
    // It has its own 5 V logic; boards with 3.3 V pins put a divider there, projects often do not.
    site.circuit.drive(echo, .strong(false), at: site.start)
    site.circuit.listen(to: site.net("TRIG"), self)
  }
  public func set(control: Int, to value: Double, at instant: Instant) { distance = value }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    if level == .high { rise = rise ?? instant.nanoseconds; return }
    guard let start = rise else { return }
    rise = nil
    guard instant.nanoseconds - start >= 10_000, !busy else { return }
    busy = true
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + Self.burst))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    site.circuit.drive(echo, .strong(tag == 0), at: instant)
    if tag == 0 {
      let length = distance >= 400 ? Self.nothing : UInt64(distance * 58_000)
      site.schedule(1, at: Instant(nanoseconds: instant.nanoseconds + length))
    } else {
      busy = false
    }
  }
  public static func readings(of d: PartDescription) -> [String] { ["distance"] }
  /// 0: the distance in centimetres.
  public func view(at instant: Instant) -> PartView { PartView([distance]) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 74), width: 2.2, Colour(0xcccccc), cap: .butt) }
    canvas.fill(Rect(0, 0, s.width, 76), radius: 2, Colour(0x1460a0))
    for x in [36.0, s.width - 36] {
      canvas.circle(Point(x, 37), 30, Colour(0xc4c4c4))
      canvas.circle(Point(x, 37), 25, Colour(0x404040))
      canvas.circle(Point(x, 37), 3, Colour(0x808080))
    }
    canvas.text("HC-SR04", Point(s.width / 2, 10), .white, tiny: true, horizontal: .centre)
    let cm = view.values.isEmpty ? d.number("distance", default: 400) : view[0]
    canvas.line(Point(12, 83), Point(58, 83), width: 2, Colour(0x808890))
    canvas.circle(Point(12 + 46 * (cm - 2) / 398, 83), 4, Colour(0x49b6ff))
    canvas.text("\(Int(cm.rounded())) cm", Point(10, 89), Colour(0x9aa4b4), tiny: true)
  }
}
