import Emulation
import Picture

/// Ten LEDs side by side, each with both legs. `color` is a colour or one of the palettes GYR and BCYR.
public final class LEDBar: Part, ElementOwner {
  public static let names = ["wokwi-led-bar-graph"]
  public static let attributes = [PartAttribute("color", .text)]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    var pins: [PartPin] = []
    for i in 0..<10 { pins.append(PartPin("A\(i + 1)", 1.27 * mm, (1.27 + 2.54 * Double(i)) * mm)) }
    for i in 0..<10 { pins.append(PartPin("C\(i + 1)", 8.83 * mm, (1.27 + 2.54 * Double(i)) * mm)) }
    return PartShape(width: 10.1 * mm, height: 25.5 * mm, pins: pins)
  }
  static func colours(_ d: PartDescription) -> [String] {
    switch d["color"] ?? "red" {
    case "GYR": (0..<10).map { $0 < 5 ? "green" : $0 < 8 ? "yellow" : "red" }
    case "BCYR": (0..<10).map { $0 < 1 ? "blue" : $0 < 5 ? "cyan" : $0 < 8 ? "yellow" : "red" }
    case let one: Array(repeating: one, count: 10)
    }
  }

  private var lights = [Light](repeating: Light(), count: 10)
  public init(_ site: PartSite) throws(PartError) {
    for (i, colour) in Self.colours(site.description).enumerated() {
      _ = site.circuit.connect(site.net("A\(i + 1)"), site.net("C\(i + 1)"), Light.diode(colour), owner: self, tag: UInt32(i), at: site.start)
    }
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) { lights[Int(tag)].set(milliamps, at: instant) }
  /// 0...9: brightness of each, 0...1.
  public func view(at instant: Instant) -> PartView { PartView(lights.map { $0.brightness(at: instant) }) }

  public static func readings(of d: PartDescription) -> [String] { (1...10).map { "\($0)" } }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 2, Colour(0x1c1c1c))
    for p in s.pins { canvas.circle(Point(p.x, p.y), 1.6, Colour(0xb0b0b0)) }
    for (i, name) in colours(d).enumerated() {
      let colour = Light.colour(name), y = s.pins[i].y, b = view[i]
      if b > 0.01 { canvas.fill(Rect(7.5, y - 4.2, 23, 8.4), radius: 2, colour.opacity(0.35 * b)) }
      canvas.fill(Rect(9, y - 3.2, 20, 6.4), Colour(0x464646).mixed(colour.lighter(0.15), b))
    }
  }
}
