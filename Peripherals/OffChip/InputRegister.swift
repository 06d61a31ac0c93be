import Emulation
import Picture

/// A 74HC165: eight inputs taken over while PL is low, shifted out at Q7 with each rise of CP while CE is low; DS feeds the other end.
public final class InputRegister: Part, NetListener {
  public static let names = ["wokwi-74hc165"]
  private static let lower = ["PL", "CP", "D4", "D5", "D6", "D7", "Q7_N", "GND"], upper = ["VCC", "CE", "D3", "D2", "D1", "D0", "DS", "Q7"]
  public static func shape(of d: PartDescription) -> PartShape {
    let pins =
      lower.enumerated().map { PartPin($0.element, 5.2 + 9.6 * Double($0.offset), 36) }
      + upper.enumerated().map { PartPin($0.element, 5.2 + 9.6 * Double($0.offset), 3) }
    return PartShape(width: 78, height: 39, pins: pins)
  }

  /// From an edge to the outputs, in nanoseconds (data sheet: 15 to 25).
  private static let delay: UInt64 = 20
  private let site: PartSite
  private let output: Terminal, inverted: Terminal
  private var shift: UInt8 = 0, clock = false

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let c = site.circuit
    output = c.attach(to: site.net("Q7"))
    inverted = c.attach(to: site.net("Q7_N"))
    for (i, pin) in (["PL", "CP", "CE"] + (0..<8).map { "D\($0)" }).enumerated() { c.listen(to: site.net(pin), self, tag: UInt32(i)) }
    clock = clocked
    fire(0, at: site.start)
  }
  private func isHigh(_ pin: String) -> Bool { site.circuit.isHigh(site.net(pin)) }
  /// CP and CE are one gate: CE counts as low when nothing drives it.
  private var clocked: Bool { isHigh("CP") || site.circuit.isDriven(site.net("CE")) && isHigh("CE") }
  private var loads: Bool { site.circuit.isDriven(site.net("PL")) && !isHigh("PL") }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = clocked, rises = high && !clock
    clock = high
    if loads {
      shift = (0..<8).reduce(0) { $0 | (isHigh("D\($1)") ? 1 << UInt8($1) : 0) }
    } else if rises {
      shift = shift << 1 | (isHigh("DS") ? 1 : 0)
    } else {
      return
    }
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + Self.delay))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    site.circuit.drive(output, .strong(shift & 0x80 != 0, milliamps: 8), at: instant)
    site.circuit.drive(inverted, .strong(shift & 0x80 == 0, milliamps: 8), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { (0..<8).map { "bit\($0)" } }
  public func view(at instant: Instant) -> PartView { PartView((0..<8).map { shift >> UInt8($0) & 1 != 0 ? 1 : 0 }) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 19.5), width: 3, Colour(0xb0b0b0), cap: .butt) }
    canvas.fill(Rect(0, 7, s.width, 25), radius: 1.5, Colour(0x262626))
    canvas.circle(Point(0, 19.5), 4, Colour(0x101010))
    canvas.text("74HC165", s.centre, Colour(0xc8c8c8), tiny: true, horizontal: .centre, vertical: .middle)
  }
}
