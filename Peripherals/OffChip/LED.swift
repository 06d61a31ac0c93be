import Emulation
import Picture

/// A light-emitting diode. Its brightness is the current through it over time, as an eye sees it.
public final class LED: Part, ElementOwner {
  public static let names = ["wokwi-led"]
  public static let attributes = [
    PartAttribute("color", .colour), PartAttribute("lightColor", .colour), PartAttribute("label"), PartAttribute("gamma", .number(0.1...10)),
    PartAttribute("flip", .flag), PartAttribute("fps", .number(1...1000)),
  ]
  public static func shape(of d: PartDescription) -> PartShape {
    let flipped = d.flag("flip")
    return PartShape(width: 40, height: 50, pins: [PartPin("A", flipped ? 15 : 25, 42), PartPin("C", flipped ? 25 : 15, 42)])
  }

  private var light = Light()
  public init(_ site: PartSite) throws(PartError) {
    _ = site.circuit.connect(site.net("A"), site.net("C"), Light.diode(site.description["color"] ?? "red"), owner: self, at: site.start)
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) { light.set(milliamps, at: instant) }
  /// 0: brightness, 0...1.
  public func view(at instant: Instant) -> PartView { PartView([light.brightness(at: instant)]) }

  public static func readings(of d: PartDescription) -> [String] { ["brightness"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let colour = Light.colour(d["color"] ?? "red"), glow = d["lightColor"].flatMap { Colour(css: $0) } ?? colour.lighter(0.5)
    let b = view[0]
    let flip = d.flag("flip")
    // Legs, the anode's with its bend, then the dome on its rim.
    let (anode, cathode) = flip ? (15.0, 25.0) : (25.0, 15.0)
    canvas.polyline([Point(anode, 42), Point(anode, 33), Point(anode > cathode ? 22.5 : 17.5, 28)], width: 1.6, Colour(0x8c8c8c))
    canvas.line(Point(cathode, 42), Point(cathode, 26), width: 1.6, Colour(0x8c8c8c))
    if b > 0.01 { canvas.glow(Point(20, 14), 12 + 16 * b, glow.opacity(0.75 * b)) }
    var dome = Path()
    dome.move(Point(12, 26))
    dome.line(Point(12, 12))
    dome.arc(Point(20, 12), radius: 8, from: 180, to: 360)
    dome.line(Point(28, 26))
    dome.close()
    canvas.fill(dome, colour.darker(0.35).mixed(colour.lighter(0.25), b))
    canvas.fill(Rect(10.5, 25, 19, 4), radius: 1.5, colour.darker(0.45).mixed(colour, b))
    canvas.fill(Rect(16, 15, 3, 9), colour.darker(0.6).mixed(glow, b).opacity(0.6))
    canvas.fill(Rect(20.5, 15, 4, 9), colour.darker(0.6).mixed(glow, b).opacity(0.6))
    canvas.ellipse(Rect(14, 6, 4, 8), Colour.white.opacity(0.28 + 0.3 * b))
    if b > 0.01 { canvas.glow(Point(20, 14), 9, Colour.white.opacity(0.85 * b)) }
    if let label = d["label"] { canvas.text(label, Point(20, 44), Colour(0x9aa4b4), tiny: true, horizontal: .centre) }
  }
}
