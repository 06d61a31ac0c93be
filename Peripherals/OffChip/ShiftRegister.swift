import Emulation
import Picture

/// A 74HC595: eight bits shifted in at SHCP, shown at Q0...Q7 after STCP; MR clears the shift register, OE lets go of the outputs, Q7S feeds
/// the next one. The NLSF595 is the same with names of its own, for lamps.
public final class ShiftRegister: Part, NetListener {
  public static let names = ["wokwi-74hc595", "wokwi-nlsf595"]
  /// What a pin of the 74HC595 is called on this type.
  private static func pin(_ name: String, _ type: String) -> String {
    guard type == "wokwi-nlsf595" else { return name }
    if name.count == 2, name.first == "Q", let i = Int(name.dropFirst()) { return "Q" + String(Array("ABCDEFGH")[i]) }
    return ["DS": "SI", "SHCP": "SCK", "STCP": "RCK", "MR": "SCLR", "Q7S": "SQH"][name] ?? name
  }
  private static let lower = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "GND"], upper = ["VCC", "Q0", "DS", "OE", "STCP", "SHCP", "MR", "Q7S"]
  public static func shape(of d: PartDescription) -> PartShape {
    // DIP-16: pin 1 at the lower left, counter-clockwise.
    let pins =
      lower.enumerated().map { PartPin(pin($0.element, d.type), 5.2 + 9.6 * Double($0.offset), 36) }
      + upper.enumerated().map { PartPin(pin($0.element, d.type), 5.2 + 9.6 * Double($0.offset), 3) }
    return PartShape(width: 78, height: 39, pins: pins)
  }

  /// From an edge to the outputs, in nanoseconds (data sheet: 15 to 25): the next register of a chain still sees the old Q7S at its own edge.
  private static let delay: UInt64 = 20
  private let site: PartSite
  private var outputs: [Terminal] = []
  private let serial: Terminal
  private var shift: UInt8 = 0, latch: UInt8 = 0
  private var clock = false, store = false
  private enum Input: UInt32 { case shift, store, enable, reset }

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let c = site.circuit
    func net(_ name: String) -> Net { site.net(Self.pin(name, site.description.type)) }
    serial = c.attach(to: net("Q7S"))
    for i in 0..<8 { outputs.append(c.attach(to: net("Q\(i)"))) }
    for (pin, input) in [("SHCP", Input.shift), ("STCP", .store), ("OE", .enable), ("MR", .reset)] { c.listen(to: net(pin), self, tag: input.rawValue) }
    clock = isHigh("SHCP")
    store = isHigh("STCP")
    show(at: site.start)
  }
  private func net(_ pin: String) -> Net { site.net(Self.pin(pin, site.description.type)) }
  private func isHigh(_ pin: String) -> Bool { site.circuit.isHigh(net(pin)) }
  /// An input that nothing drives counts as what makes the chip work: projects leave OE and MR open.
  private func isActiveLow(_ pin: String) -> Bool {
    let net = net(pin)
    return site.circuit.isDriven(net) && !site.circuit.isHigh(net)
  }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    switch Input(rawValue: tag) {
    case .shift:
      let high = isHigh("SHCP")
      if high && !clock && !isActiveLow("MR") { shift = shift << 1 | (isHigh("DS") ? 1 : 0) }
      clock = high
    case .store:
      let high = isHigh("STCP")
      if high && !store { latch = shift }
      store = high
    case .reset: if isActiveLow("MR") { shift = 0 }
    default: break
    }
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + Self.delay))
  }
  public func fire(_ tag: UInt32, at instant: Instant) { show(at: instant) }
  private func show(at instant: Instant) {
    let net = site.net("OE"), enabled = !(site.circuit.isDriven(net) && site.circuit.isHigh(net))
    site.circuit.batch(at: instant) {
      for i in 0..<8 { site.circuit.drive(outputs[i], enabled ? .strong(latch >> UInt8(i) & 1 != 0, milliamps: 8) : .none, at: instant) }
      site.circuit.drive(serial, .strong(shift & 0x80 != 0, milliamps: 8), at: instant)
    }
  }
  public static func readings(of d: PartDescription) -> [String] { (0..<8).map { "Q\($0)" } }
  /// Q0...Q7.
  public func view(at instant: Instant) -> PartView { PartView((0..<8).map { latch >> UInt8($0) & 1 != 0 ? 1 : 0 }) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 19.5), width: 3, Colour(0xb0b0b0), cap: .butt) }
    canvas.fill(Rect(0, 7, s.width, 25), radius: 1.5, Colour(0x262626))
    canvas.circle(Point(0, 19.5), 4, Colour(0x101010))
    canvas.text(d.type == "wokwi-nlsf595" ? "NLSF595" : "74HC595", s.centre, Colour(0xc8c8c8), tiny: true, horizontal: .centre, vertical: .middle)
    for i in 0..<8 where view[i] >= 0.5 {
      let p = s.pin(pin("Q\(i)", d.type))!
      canvas.circle(Point(p.x, p.y < 20 ? 10 : 29), 1.6, Colour(0xffb030))
    }
  }
}
