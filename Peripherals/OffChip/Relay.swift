import Emulation
import Picture

/// Relays: the module with its transistor (`transistor` "npn": on when IN is high, "pnp": when it is low), and the bare DPDT one, whose
/// coil needs current. Contacts move 5 ms after the coil; they break before they make, and bounce.
public final class Relay: Part, NetListener, ElementOwner {
  public static let names = ["wokwi-relay-module", "wokwi-ks2e-m-dc5"]
  public static let attributes = [PartAttribute("transistor", .oneOf(["npn", "pnp"])), PartAttribute("bounce", .flag)]
  private static let delay: UInt64 = 5_000_000
  /// The bare relay's coil: 178 ohms for 5 V; it pulls in from 3.5 V on, as its data sheet has it.
  private static let coil = 178.0, pullIn = 3.5, release = 0.5
  private static let mm = 96 / 25.4

  public static func shape(of d: PartDescription) -> PartShape {
    if d.type == "wokwi-relay-module" {
      let pins =
        [("VCC", 5.0), ("GND", 15), ("IN", 25)].map { PartPin($0.0, 0, 20 + $0.1) } + [("NC", 20.0), ("COM", 35), ("NO", 50)].map { PartPin($0.0, 140, $0.1) }
      return PartShape(width: 140, height: 70, pins: pins)
    }
    let x = [18.0, 37.2, 56.4, 75.6 - 9.6], top = 3.0, bottom = 34.8
    let pins =
      zip(["NO2", "NC2", "P2", "COIL2"], x).map { PartPin($0.0, $0.1, top) } + zip(["NO1", "NC1", "P1", "COIL1"], x).map { PartPin($0.0, $0.1, bottom) }
    return PartShape(width: 21 * mm, height: 10 * mm, pins: pins)
  }

  private let site: PartSite
  private var closed: [Contact] = [], open: [Contact] = []
  private let inverted: Bool
  private var energised = false, isOn = false
  /// Tags 0...9 are the contacts', this one the armature's.
  private static let armature: UInt32 = 10

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let bounces = site.description.flag("bounce", default: true)
    inverted = site.description["transistor"] == "pnp"
    let poles = site.description.type == "wokwi-relay-module" ? [("COM", "NC", "NO")] : [("P1", "NC1", "NO1"), ("P2", "NC2", "NO2")]
    for (i, pole) in poles.enumerated() {
      closed.append(Contact(site, pole.0, pole.1, bounces: false, tag: UInt32(2 * i), closed: true))
      open.append(Contact(site, pole.0, pole.2, bounces: bounces, tag: UInt32(2 * i + 1)))
    }
    if site.description.type == "wokwi-relay-module" {
      // The transistor's base: it keeps an open input where the relay is off.
      _ = site.circuit.connect(site.net("IN"), inverted ? site.net("VCC") : site.net("GND"), .resistor(ohms: 10_000), at: site.start)
      site.circuit.listen(to: site.net("IN"), self)
      input(site.circuit.isHigh(site.net("IN")), at: site.start)
    } else {
      _ = site.circuit.connect(site.net("COIL1"), site.net("COIL2"), .resistor(ohms: Self.coil), owner: self, at: site.start)
    }
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    if level == .high || level == .low { input(level == .high, at: instant) }
  }
  private func input(_ high: Bool, at instant: Instant) {
    // Without a supply there is no magnet.
    let supplied = site.circuit.millivolts(of: site.net("VCC")) > 2500 || !site.isWired("VCC")
    magnet((high != inverted) && supplied, at: instant)
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) {
    let volts = abs(milliamps) * Self.coil / 1000
    if volts >= Self.pullIn { magnet(true, at: instant) } else if volts <= Self.release { magnet(false, at: instant) }
  }
  private func magnet(_ on: Bool, at instant: Instant) {
    guard on != energised else { return }
    energised = on
    site.schedule(Self.armature, at: Instant(nanoseconds: instant.nanoseconds + Self.delay))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    guard tag == Self.armature else {
      (tag % 2 == 0 ? closed : open)[Int(tag / 2)].fire(at: instant)
      return
    }
    guard isOn != energised else { return }
    isOn = energised
    for c in isOn ? closed : open { c.open(at: instant) }
    for c in isOn ? open : closed { c.close(at: instant) }
  }
  public static func readings(of d: PartDescription) -> [String] { ["on"] }
  /// 0: 1 while the armature is pulled in.
  public func view(at instant: Instant) -> PartView { PartView([isOn ? 1 : 0]) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), on = view[0] >= 0.5
    guard d.type == "wokwi-relay-module" else {
      canvas.fill(s.bounds, radius: 2, Colour(0xf0b840))
      for p in s.pins { canvas.circle(Point(p.x, p.y), 1.8, Colour(0x8a6a20)) }
      canvas.text("KS2E", s.centre, Colour(0x7a5a10), tiny: true, horizontal: .centre, vertical: .middle)
      if on { canvas.circle(Point(s.width - 6, s.height / 2), 2.5, Colour(0xff3030)) }
      return
    }
    canvas.fill(Rect(4, 0, 132, 70), radius: 3, Colour(0x1c4f8c))
    canvas.fill(Rect(40, 10, 62, 50), radius: 2, Colour(0x2f7fd0))
    canvas.text("RELAY", Point(71, 30), .white, tiny: true, horizontal: .centre)
    canvas.fill(Rect(110, 8, 26, 54), Colour(0x2b9a5a))
    for p in s.pins {
      canvas.circle(Point(p.x < 70 ? 6 : 122, p.y), p.x < 70 ? 2 : 5, Colour(0xc9c9c9))
      canvas.line(Point(p.x, p.y), Point(p.x < 70 ? 6 : 134, p.y), width: 2, Colour(0xc9c9c9), cap: .butt)
      canvas.text(p.name, Point(p.x < 70 ? 11 : 104, p.y), .white, tiny: true, horizontal: p.x < 70 ? .left : .right, vertical: .middle)
    }
    canvas.circle(Point(30, 60), 3, on ? Colour(0xff4040) : Colour(0x602020))
    if on { canvas.glow(Point(30, 60), 9, Colour(0xff6060).opacity(0.7)) }
  }
}
