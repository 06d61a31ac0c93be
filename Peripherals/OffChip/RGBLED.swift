import Emulation
import Picture

/// Three LEDs with a common leg: `common` is "anode" (the default) or "cathode".
public final class RGBLED: Part, ElementOwner {
  public static let names = ["wokwi-rgb-led"]
  public static let attributes = [PartAttribute("common", .oneOf(["anode", "cathode"])), PartAttribute("fps", .number(1...1000))]
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(width: 42.1, height: 72.6, pins: [PartPin("R", 8.5, 44), PartPin("COM", 18, 54), PartPin("G", 26.4, 44), PartPin("B", 35.7, 44)])
  }

  private var lights = [Light(), Light(), Light()]
  public init(_ site: PartSite) throws(PartError) {
    let cathode = site.description["common"] == "cathode"
    for (i, (pin, colour)) in [("R", "red"), ("G", "green"), ("B", "blue")].enumerated() {
      let (a, c) = cathode ? (pin, "COM") : ("COM", pin)
      _ = site.circuit.connect(site.net(a), site.net(c), Light.diode(colour), owner: self, tag: UInt32(i), at: site.start)
    }
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) { lights[Int(tag)].set(milliamps, at: instant) }
  /// 0, 1, 2: brightness of red, green, blue, each 0...1.
  public func view(at instant: Instant) -> PartView { PartView(lights.map { $0.brightness(at: instant) }) }

  public static func readings(of d: PartDescription) -> [String] { ["red", "green", "blue"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    for p in shape(of: d).pins {
      canvas.polyline([Point(p.x, p.y), Point(p.x, 36), Point(21 + (p.x - 21) * 0.45, 30)], width: 1.6, Colour(0x8c8c8c))
    }
    func channel(_ v: Double) -> UInt8 { UInt8(min(max(v, 0), 1) * 255) }
    let brightest = max(view[0], view[1], view[2])
    let light = Colour(red: channel(view[0]), green: channel(view[1]), blue: channel(view[2]))
    if brightest > 0.01 { canvas.glow(Point(21, 14), 16 + 12 * brightest, light.lighter(0.2).opacity(0.8 * brightest)) }
    var dome = Path()
    dome.move(Point(11, 30))
    dome.line(Point(11, 13))
    dome.arc(Point(21, 13), radius: 10, from: 180, to: 360)
    dome.line(Point(31, 30))
    dome.close()
    canvas.stroke(dome, width: 1, Colour(0xb8b8b8))
    canvas.fill(dome, Colour(0xe6e6e6).opacity(0.9))
    canvas.fill(dome, light.opacity(min(1, brightest * 1.2)))
    canvas.fill(Rect(9.5, 29, 23, 4), radius: 1.5, Colour(0xcfcfcf))
    canvas.ellipse(Rect(14, 6, 4.5, 9), Colour.white.opacity(0.5))
    if brightest > 0.01 { canvas.glow(Point(21, 15), 9, Colour.white.opacity(0.5 * brightest)) }
  }
}
