import Emulation
import Picture

/// A slide switch: 2 is connected with 1 (left) or 3 (right). `value` "1" begins on the right.
public final class SlideSwitch: Part {
  public static let names = ["wokwi-slide-switch"]
  public static let attributes = [PartAttribute("value", .flag), PartAttribute("bounce", .flag), PartAttribute("key")]
  public static func shape(of d: PartDescription) -> PartShape {
    let keys = d["key"].map { [PartKey($0, .toggle)] } ?? []
    let control = PartControl("value", initial: d.flag("value") ? 1 : 0, touches: [PartTouch(Rect(0, 2, 32, 18), .toggle)], keys: keys)
    return PartShape(width: 32.1, height: 34.9, pins: [PartPin("1", 6.5, 34), PartPin("2", 16, 34), PartPin("3", 25.5, 34)], controls: [control])
  }

  private let left: Contact, right: Contact
  private var isRight = false
  public init(_ site: PartSite) throws(PartError) {
    let bounces = site.description.flag("bounce", default: true)
    left = Contact(site, "1", "2", bounces: bounces, tag: 0, closed: true)
    right = Contact(site, "3", "2", bounces: bounces, tag: 1)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    let now = value >= 0.5
    guard now != isRight else { return }
    isRight = now
    // It breaks before it makes.
    (now ? left : right).open(at: instant)
    (now ? right : left).close(at: instant)
  }
  public func fire(_ tag: UInt32, at instant: Instant) { (tag == 0 ? left : right).fire(at: instant) }
  /// 0: 1 when the slider is on the right.
  public func view(at instant: Instant) -> PartView { PartView([isRight ? 1 : 0]) }

  public static func readings(of d: PartDescription) -> [String] { ["value"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    for x in [6.5, 16, 25.5] { canvas.line(Point(x, 34), Point(x, 20), width: 2, Colour(0xaaaaaa), cap: .butt) }
    canvas.fill(Rect(0, 7.5, 32.1, 13.5), radius: 1, Colour(0xb9b9b9))
    canvas.fill(Rect(5, 9.5, 22, 7), radius: 1, Colour(0x2c2c2c))
    let x = view[0] >= 0.5 ? 16.5 : 5.5
    canvas.fill(Rect(x, 0.5, 10, 15.5), radius: 1.5, Colour(0x3a3a3a))
    for i in 0..<3 { canvas.line(Point(x + 2.5 + 2.5 * Double(i), 2.5), Point(x + 2.5 + 2.5 * Double(i), 8), width: 0.9, Colour(0x6a6a6a)) }
  }
}
