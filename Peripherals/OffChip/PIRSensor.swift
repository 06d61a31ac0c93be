import Emulation
import Picture

/// A motion sensor (HC-SR501): OUT is high for `delayTime` seconds after something moved; with `retrigger` each movement starts the time anew.
/// For `inhibitTime` seconds after that it sees nothing. The control "motion" is 1 while something moves: a click waves a hand.
public final class PIRSensor: Part {
  public static let names = ["wokwi-pir-motion-sensor"]
  public static let attributes = [
    PartAttribute("delayTime", .number(0.1...600)), PartAttribute("inhibitTime", .number(0...60)), PartAttribute("retrigger", .flag),
  ]
  private static let mm = 96 / 25.4, centre = Point(45.4, 34)
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("VCC", 36.178), ("OUT", 45.9175), ("GND", 55.6415)].map { PartPin($0.0, $0.1, 92) }
    let touch = PartTouch(Rect(centre.x - 28, centre.y - 28, 56, 56), .hold)
    return PartShape(width: 24 * mm, height: 24.448 * mm, pins: pins, controls: [PartControl("motion", touches: [touch])])
  }

  private enum State { case waiting, high, blind }
  private let site: PartSite
  private let output: Terminal, delay: UInt64, inhibit: UInt64, retriggers: Bool
  private var state = State.waiting, moves = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    delay = UInt64(try site.number("delayTime", default: 5, in: 0.1...600) * 1e9)
    inhibit = UInt64(try site.number("inhibitTime", default: 1.2, in: 0...60) * 1e9)
    retriggers = site.description.flag("retrigger", default: true)
    output = site.circuit.attach(to: site.net("OUT"))
    site.circuit.drive(output, .strong(false), at: site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    let was = moves
    moves = value >= 0.5
    guard moves, !was else { return }
    if state == .waiting || state == .high && retriggers { trigger(at: instant) }
  }
  private func trigger(at instant: Instant) {
    state = .high
    site.circuit.drive(output, .strong(true), at: instant)
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + delay))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    switch state {
    case .high where moves && retriggers: trigger(at: instant)
    case .high:
      state = .blind
      site.circuit.drive(output, .strong(false), at: instant)
      site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + inhibit))
    case .blind:
      state = .waiting
      if moves { trigger(at: instant) }
    case .waiting: break
    }
  }
  public static func readings(of d: PartDescription) -> [String] { ["output", "motion"] }
  public func view(at instant: Instant) -> PartView { PartView([state == .high ? 1 : 0, moves ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 66), width: 2.4, Colour(0xd4b45c), cap: .butt) }
    canvas.fill(Rect(0.5, 0.5, s.width - 1, 68), radius: 3, Colour(0x1d7a3a))
    canvas.fill(Rect(12, 1, 66, 66), radius: 4, Colour(0xdde5e3))
    canvas.circle(centre, 30, Colour(0xeef4f2))
    for r in [10.0, 20, 29] { canvas.stroke(circle: centre, r, width: 0.8, Colour(0xc4cecc)) }
    if view[0] > 0 { canvas.circle(centre, 8, Colour(0xff5a4a).opacity(0.8)) }
    if view[1] > 0 { for r in [14.0, 22] { canvas.stroke(circle: centre, r, width: 2, Colour(0x49b6ff)) } }
  }
}
