import Emulation
import Picture

/// A push button with four legs: 1.l and 1.r are one, 2.l and 2.r are one; pressing joins the two.
///
/// `bounce` (on by default): see `Contact`.
public final class PushButton: Part {
  public static let names = ["wokwi-pushbutton", "wokwi-pushbutton-6mm"]
  public static let attributes = [
    PartAttribute("color", .colour), PartAttribute("key"), PartAttribute("label"), PartAttribute("bounce", .flag), PartAttribute("xray", .flag),
  ]
  public static func shape(of d: PartDescription) -> PartShape {
    let small = d.type.hasSuffix("-6mm")
    let cap = small ? Rect(7, 5, 14, 14) : Rect(17, 7, 33, 31)
    let keys = d["key"].map { [PartKey($0, .hold)] } ?? []
    let control = PartControl("pressed", touches: [PartTouch(cap, .hold)], keys: keys)
    return small
      ? PartShape(
        width: 28, height: 24, pins: [PartPin("1.l", 0, 2.2), PartPin("2.l", 0, 21), PartPin("1.r", 28, 2.2), PartPin("2.r", 28, 21)],
        controls: [control])
      : PartShape(
        width: 67, height: 45, pins: [PartPin("1.l", 0, 13), PartPin("2.l", 0, 32), PartPin("1.r", 67, 13), PartPin("2.r", 67, 32)],
        controls: [control])
  }

  public static func node(of pin: String) -> String { String(pin.prefix(1)) }

  private let contact: Contact
  private var pressed = false

  public init(_ site: PartSite) throws(PartError) {
    contact = Contact(site, "1", "2", bounces: site.description.flag("bounce", default: true), tag: 0)
  }

  public func set(control: Int, to value: Double, at instant: Instant) {
    pressed = value >= 0.5
    if pressed { contact.close(at: instant) } else { contact.open(at: instant) }
  }
  public func fire(_ tag: UInt32, at instant: Instant) { contact.fire(at: instant) }
  /// 0: 1 while the cap is down.
  public func view(at instant: Instant) -> PartView { PartView([pressed ? 1 : 0]) }

  public static func readings(of d: PartDescription) -> [String] { ["pressed"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let down = view[0] >= 0.5, colour = Light.colour(d["color"] ?? "red")
    let metal = Colour(0x9a9a9a), body = Colour(0x464646), plate = Colour(0xd8d8d8)
    let s = shape(of: d)
    let small = d.type.hasSuffix("-6mm")
    let box = small ? Rect(2.5, 0.5, 23, 22.5) : Rect(11.5, 0.5, 44, 44)
    for p in s.pins {
      let inner = p.x < s.width / 2 ? box.x : box.right
      canvas.line(Point(p.x, p.y), Point(inner, p.y), width: small ? 2.2 : 3, metal, cap: .butt)
    }
    canvas.fill(box, radius: 2, body)
    canvas.fill(box.inset(small ? 1.6 : 2.6), radius: 1, plate)
    let cap = s.controls[0].touches[0].area, centre = box.centre, r = min(cap.width, cap.height) / 2
    for (dx, dy) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
      canvas.circle(Point(centre.x + dx * box.width * 0.38, centre.y + dy * box.height * 0.38), small ? 1.2 : 2.2, body)
    }
    canvas.circle(centre, r + 1, Colour(0x2a2a2a).opacity(0.5))
    canvas.circle(centre, r, colour.darker(down ? 0.35 : 0.15))
    canvas.circle(Point(centre.x, centre.y - (down ? 0 : 0.8)), r * (down ? 0.84 : 0.9), colour.darker(down ? 0.2 : 0))
    if !down { canvas.ellipse(Rect(centre.x - r * 0.5, centre.y - r * 0.72, r, r * 0.5), Colour.white.opacity(0.25)) }
    if let label = d["label"] { canvas.text(label, Point(s.width / 2, s.height + 2), Colour(0x9aa4b4), tiny: true, horizontal: .centre) }
  }
}
