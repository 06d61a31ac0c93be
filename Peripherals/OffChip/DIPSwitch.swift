import Emulation
import Picture

/// Eight switches, each between its `a` and `b`; controls "1" to "8".
public final class DIPSwitch: Part {
  public static let names = ["wokwi-dip-switch-8"]
  public static func shape(of d: PartDescription) -> PartShape {
    var pins: [PartPin] = [], controls: [PartControl] = []
    for i in 0..<8 {
      let x = 8.1 + 9.6 * Double(i)
      pins.append(PartPin("\(i + 1)a", x, 51.3))
      controls.append(PartControl("\(i + 1)", touches: [PartTouch(Rect(x - 4, 18, 8, 20), .toggle)]))
    }
    for i in (0..<8).reversed() { pins.append(PartPin("\(i + 1)b", 8.1 + 9.6 * Double(i), 3)) }
    return PartShape(width: 82.9, height: 55.4, pins: pins, controls: controls)
  }

  private var contacts: [Contact] = []
  public init(_ site: PartSite) throws(PartError) {
    for i in 0..<8 { contacts.append(Contact(site, "\(i + 1)a", "\(i + 1)b", bounces: false, tag: UInt32(i))) }
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    if value >= 0.5 { contacts[control].close(at: instant) } else { contacts[control].open(at: instant) }
  }
  /// 0...7: 1 for a switch that is on.
  public func view(at instant: Instant) -> PartView { PartView(contacts.map { $0.isClosed ? 1 : 0 }) }

  public static func readings(of d: PartDescription) -> [String] { (1...8).map { "\($0)" } }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, p.y < 20 ? 10 : 45), width: 2.4, Colour(0x9a9a9a), cap: .butt) }
    canvas.fill(Rect(0, 8, s.width, 39), radius: 1.5, Colour(0xc22c2c))
    canvas.text("ON", Point(4, 10), .white, tiny: true)
    for i in 0..<8 {
      let x = s.pins[i].x, on = view[i] >= 0.5
      canvas.fill(Rect(x - 3, 18, 6, 20), Colour(0x7a1818))
      canvas.fill(Rect(x - 2.6, on ? 18.6 : 28.4, 5.2, 9), Colour(0xf2f2f2))
      canvas.text("\(i + 1)", Point(x, 40), .white, tiny: true, horizontal: .centre)
    }
  }
}
