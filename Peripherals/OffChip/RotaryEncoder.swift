import Emulation
import Picture

/// A KY-040 rotary encoder: 20 detents a turn, a whole cycle of CLK and DT for each; pressing the knob pulls SW low. All three have pull-ups
/// on the module. The control "steps" counts detents, clockwise up; "pressed" is the knob.
public final class RotaryEncoder: Part {
  public static let names = ["wokwi-ky-040"]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    let steps = PartControl(
      "steps", -100_000...100_000, touches: [PartTouch(Rect(2, 52, 16, 16), .step(-1)), PartTouch(Rect(2, 2, 16, 16), .step(1))],
      keys: [PartKey("ArrowUp", .step(1)), PartKey("ArrowDown", .step(-1)), PartKey("ArrowRight", .step(1)), PartKey("ArrowLeft", .step(-1))])
    let pressed = PartControl("pressed", touches: [PartTouch(Rect(38, 18, 36, 36), .hold)], keys: [PartKey(" ", .hold)])
    let pins = [("CLK", 7.9), ("DT", 17.4), ("SW", 27), ("VCC", 36.3), ("GND", 45.5)].map { PartPin($0.0, 116, $0.1) }
    return PartShape(width: 30.815 * mm, height: 18.63 * mm, pins: pins, controls: [steps, pressed])
  }

  private let site: PartSite
  private let clock: Element, data: Element, push: Element
  /// Quarter steps: where it is and where it is going, 1 ms each.
  private var position = 0, target = 0
  private var pressed = false
  private static let quarter: UInt64 = 1_000_000

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let c = site.circuit, ground = site.net("GND")
    // Without a wire to VCC the pull-ups hang in the air.
    for pin in ["CLK", "DT", "SW"] { _ = c.connect(site.net(pin), site.net("VCC"), .resistor(ohms: 10_000), at: site.start) }
    clock = c.connect(site.net("CLK"), ground, .open, at: site.start)
    data = c.connect(site.net("DT"), ground, .open, at: site.start)
    push = c.connect(site.net("SW"), ground, .open, at: site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    if control == 1 {
      pressed = value >= 0.5
      site.circuit.set(push, pressed ? .closed : .open, at: instant)
      return
    }
    let moving = position != target
    target = Int(value.rounded()) * 4
    if !moving && position != target { step(at: instant) }
  }
  public func fire(_ tag: UInt32, at instant: Instant) { if position != target { step(at: instant) } }
  private func step(at instant: Instant) {
    position += target > position ? 1 : -1
    // Clockwise CLK falls first; at rest both contacts are open.
    let phase = (position % 4 + 4) % 4
    site.circuit.set(clock, phase == 1 || phase == 2 ? .closed : .open, at: instant)
    site.circuit.set(data, phase == 2 || phase == 3 ? .closed : .open, at: instant)
    if position != target { site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + Self.quarter)) }
  }
  public static func readings(of d: PartDescription) -> [String] { ["steps", "pressed"] }
  /// 0: detents, 1: 1 while the knob is down.
  public func view(at instant: Instant) -> PartView { PartView([Double(position) / 4, pressed ? 1 : 0]) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    canvas.fill(Rect(2, 2, 86, 66), radius: 6, Colour(0x1d1d1d))
    for p in shape(of: d).pins {
      canvas.line(Point(p.x, p.y), Point(86, p.y), width: 2.4, Colour(0xb8b8b8), cap: .butt)
      canvas.text(p.name, Point(84, p.y), Colour(0xe0e0e0), tiny: true, horizontal: .right, vertical: .middle)
    }
    for (y, tip) in [(14.0, 5.0), (56, 65)] { canvas.polygon([Point(5, y), Point(15, y), Point(10, tip)], Colour(0x707070)) }
    let c = Point(40, 36)
    canvas.circle(c, 25, Colour(0x9a9a9a))
    canvas.circle(c, view[1] >= 0.5 ? 18 : 20, Colour(0xdcdcdc))
    let (s, k) = sineCosine(degrees: view[0] * 18)
    canvas.line(Point(c.x + s * 8, c.y - k * 8), Point(c.x + s * 18, c.y - k * 18), width: 3, Colour(0x303030))
  }
}
