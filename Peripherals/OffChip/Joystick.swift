import Emulation
import Picture

/// An analog joystick: two potentiometers of 10 kΩ that stand in the middle by themselves, and a button to ground. Controls "x" and "y"
/// from -1 to 1 (right and up are positive), "pressed".
public final class Joystick: Part {
  public static let names = ["wokwi-analog-joystick"]
  public static let attributes = [PartAttribute("bounce", .flag)]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("VCC", 33.0), ("VERT", 42.6), ("HORZ", 52.2), ("SEL", 61.8), ("GND", 71.4)].map { PartPin($0.0, $0.1, 115.8) }
    let x = PartControl("x", -1...1, touches: [PartTouch(Rect(14, 44, 16, 16), .push(-1)), PartTouch(Rect(73, 44, 16, 16), .push(1))])
    let y = PartControl("y", -1...1, touches: [PartTouch(Rect(44, 80, 16, 14), .push(-1)), PartTouch(Rect(44, 10, 16, 14), .push(1))])
    let pressed = PartControl("pressed", touches: [PartTouch(Rect(40, 40, 24, 24), .hold)])
    return PartShape(width: 27.2 * mm, height: 31.8 * mm, pins: pins, controls: [x, y, pressed])
  }

  private let site: PartSite
  /// Upper and lower half of each axis.
  private var halves: [(up: Element, down: Element)] = []
  private let button: Contact
  private var place = [0.0, 0.0], pressed = false
  private static let ohms = 10_000.0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    button = Contact(site, "SEL", "GND", bounces: site.description.flag("bounce", default: true), tag: 0)
    for pin in ["HORZ", "VERT"] {
      halves.append(
        (
          site.circuit.connect(site.net("VCC"), site.net(pin), .resistor(ohms: Self.ohms / 2), at: site.start),
          site.circuit.connect(site.net(pin), site.net("GND"), .resistor(ohms: Self.ohms / 2), at: site.start)
        ))
    }
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    guard control < 2 else {
      pressed = value >= 0.5
      if pressed { button.close(at: instant) } else { button.open(at: instant) }
      return
    }
    place[control] = value
    // To the left and up is VCC's end, as on the usual module.
    let share = control == 0 ? (1 - value) / 2 : (1 + value) / 2
    site.circuit.batch(at: instant) {
      site.circuit.set(halves[control].up, .resistor(ohms: Self.ohms * (1 - share)), at: instant)
      site.circuit.set(halves[control].down, .resistor(ohms: Self.ohms * share), at: instant)
    }
  }
  public func fire(_ tag: UInt32, at instant: Instant) { button.fire(at: instant) }
  public static func readings(of d: PartDescription) -> [String] { ["x", "y", "pressed"] }
  /// 0, 1: x and y, -1...1; 2: 1 while it is pressed.
  public func view(at instant: Instant) -> PartView { PartView(place + [pressed ? 1 : 0]) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 104), width: 2.2, Colour(0xb0b0b0), cap: .butt) }
    canvas.fill(Rect(2, 2, s.width - 4, 106), radius: 4, Colour(0x1d2d50))
    canvas.circle(Point(52, 52), 36, Colour(0x11182a))
    for c in s.controls.prefix(2) { for t in c.touches { canvas.fill(t.area, radius: 4, Colour(0x3b4c78)) } }
    let c = Point(52 + view[0] * 10, 52 - view[1] * 10)
    canvas.circle(c, 19, Colour(0x2a2a2a))
    canvas.circle(c, view[2] >= 0.5 ? 14 : 16, Colour(0x4a4a4a))
    for p in s.pins { canvas.text(String(p.name.prefix(2)), Point(p.x, 98), .white, tiny: true, horizontal: .centre) }
  }
}
