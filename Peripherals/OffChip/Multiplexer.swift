import Emulation
import Picture

/// A CD74HC4067 on its board: COM is connected to one of I0...I15, which S0...S3 choose, through 70 Ω, both ways; EN high opens all. Inputs
/// that nothing drives are low.
public final class Multiplexer: Part, NetListener {
  public static let names = ["board-cd74hc4067"]
  public static func shape(of d: PartDescription) -> PartShape {
    let left = ["COM", "VCC", "GND", "S0", "S1", "S2", "S3", "EN"]
    return PartShape(
      width: 68, height: 163,
      pins: left.enumerated().map { PartPin($0.element, 6, 48 + 9.6 * Double($0.offset)) }
        + (0..<16).map { PartPin("I\($0)", 62, 9.6 + 9.6 * Double($0)) })
  }
  private let site: PartSite
  private var switches: [Element] = []
  private var chosen: Int?
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    for i in 0..<16 { switches.append(site.circuit.connect(site.net("I\(i)"), site.net("COM"), .open, at: site.start)) }
    for pin in ["S0", "S1", "S2", "S3", "EN"] { site.circuit.listen(to: site.net(pin), self) }
    choose(at: site.start)
  }
  private func isHigh(_ pin: String) -> Bool { site.circuit.isDriven(site.net(pin)) && site.circuit.isHigh(site.net(pin)) }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    // As data sheets have it: 50 ns from the address to the channel.
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + 50))
  }
  public func fire(_ tag: UInt32, at instant: Instant) { choose(at: instant) }
  private func choose(at instant: Instant) {
    let now = isHigh("EN") ? nil : (0..<4).reduce(0) { $0 | (isHigh("S\($1)") ? 1 << $1 : 0) }
    guard now != chosen else { return }
    site.circuit.batch(at: instant) {
      if let chosen { site.circuit.set(switches[chosen], .open, at: instant) }
      if let now { site.circuit.set(switches[now], .resistor(ohms: 70), at: instant) }
    }
    chosen = now
  }
  public static func readings(of d: PartDescription) -> [String] { ["channel"] }
  /// -1: none.
  public func view(at instant: Instant) -> PartView { PartView([Double(chosen ?? -1)]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 3, Colour(0x1f5fa8))
    canvas.fill(Rect(27, 66, 14, 44), radius: 1, Colour(0x181818))
    canvas.text("4067", Point(34, 114), .white.opacity(0.9), tiny: true, horizontal: .centre)
    for p in s.pins {
      let right = p.x > 30, on = right && !view.values.isEmpty && p.name == "I\(Int(view[0]))"
      canvas.circle(Point(p.x, p.y), 3, on ? Colour(0xff5040) : Colour(0xd4b45c))
      canvas.text(p.name, Point(right ? p.x - 5 : p.x + 5, p.y), .white, tiny: true, horizontal: right ? .right : .left, vertical: .middle)
    }
  }
}
