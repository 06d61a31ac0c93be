import Emulation
import Picture

/// A telephone's dial: DIAL is connected to GND while the dial is not at rest; PULSE is, but for 60 of every 100 ms as often as the digit says (ten
/// times for 0) while it runs back. A control for each digit: a press dials it.
public final class RotaryDialer: Part {
  public static let names = ["wokwi-rotary-dialer"]
  private static let centre = Point(133, 133)
  private static func place(_ digit: Int) -> Point {
    // 1 at the upper right, counter-clockwise to 0.
    let step = digit == 0 ? 9 : digit - 1, (sine, cosine) = sineCosine(degrees: 60 - 30 * Double(step))
    return Point(centre.x + sine * 88, centre.y - cosine * 88)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let controls = (0..<10).map { i in PartControl("\(i)", touches: [PartTouch(Rect(place(i).x - 18, place(i).y - 18, 36, 36), .hold)]) }
    return PartShape(width: 266, height: 286, pins: [("GND", 122.0), ("DIAL", 131.6), ("PULSE", 141.2)].map { PartPin($0.0, $0.1, 286) }, controls: controls)
  }
  private let site: PartSite
  private let dial: Element, pulse: Element
  private var digit: Int?, step = 0
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    dial = site.circuit.connect(site.net("DIAL"), site.net("GND"), .open, at: site.start)
    pulse = site.circuit.connect(site.net("PULSE"), site.net("GND"), .closed, at: site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    guard value >= 0.5, digit == nil else { return }
    (digit, step) = (control, 0)
    site.circuit.set(dial, .closed, at: instant)
    // A finger takes half a second to turn it.
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + 500_000_000))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    guard let digit else { return }
    let pulses = digit == 0 ? 10 : digit
    guard step < 2 * pulses else {
      self.digit = nil
      site.circuit.set(dial, .open, at: instant)
      return
    }
    site.circuit.set(pulse, step % 2 == 0 ? .open : .closed, at: instant)
    step += 1
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + (step % 2 == 1 ? 60_000_000 : 40_000_000)))
  }
  public static func readings(of d: PartDescription) -> [String] { ["dialing", "turned"] }
  /// 0: 1 while it is not at rest; 1: how far it is turned, in finger holes.
  public func view(at instant: Instant) -> PartView {
    guard let digit else { return PartView([0, 0]) }
    let pulses = digit == 0 ? 10 : digit
    return PartView([1, Double(pulses - step / 2)])
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    for p in shape(of: d).pins { canvas.line(Point(p.x, p.y), Point(p.x, 250), width: 2.4, Colour(0xd4b45c), cap: .butt) }
    canvas.circle(centre, 132, Colour(0x1f2226))
    canvas.circle(centre, 112, Colour(0x30353b))
    for i in 0..<10 {
      canvas.circle(place(i), 19, Colour(0xe8e8e4))
      canvas.text("\(i)", place(i), Colour(0x202428), size: 1.6, horizontal: .centre, vertical: .middle)
    }
    // The disc's holes, turned.
    for i in 0..<10 {
      let (sine, cosine) = sineCosine(degrees: 60 - 30 * Double(i) + 30 * view[1])
      canvas.stroke(circle: Point(centre.x + sine * 88, centre.y - cosine * 88), 19, width: 5, Colour(0x80878f))
    }
    canvas.circle(centre, 46, Colour(0x14171a))
    canvas.stroke(circle: centre, 46, width: 2, view[0] > 0 ? Colour(0x49b6ff) : Colour(0x60676f))
    canvas.line(Point(centre.x + 62, centre.y + 62), Point(centre.x + 96, centre.y + 84), width: 5, Colour(0xc8ccd0))
  }
}
