import Emulation
import Picture

/// An LM35: 10 mV for each degree Celsius above zero at OUT. Control "temperature".
public final class LM35: Part {
  public static let names = ["board-lm35"]
  public static let attributes = [PartAttribute("temperature", .number(0...150))]
  private static func slider(_ d: PartDescription) -> Slider {
    Slider("temperature", 0...150, d.number("temperature", default: 24), at: Rect(1, 2, 48, 18), unit: " C", decimals: 1, ink: Colour(0x405060))
  }
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(
      width: 50, height: 76, pins: [("VCC", 15.4), ("OUT", 25), ("GND", 34.6)].map { PartPin($0.0, $0.1, 76) }, controls: [slider(d).control])
  }
  private let site: PartSite
  private let output: Terminal
  private var temperature: Double
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    temperature = try site.number("temperature", default: 24, in: 0...150)
    output = site.circuit.attach(to: site.net("OUT"))
    set(control: 0, to: temperature, at: site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    temperature = value
    site.circuit.drive(output, .analog(millivolts: Int32((value * 10).rounded())), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["temperature"] }
  public func view(at instant: Instant) -> PartView { PartView([temperature]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    for p in shape(of: d).pins { canvas.line(Point(p.x, p.y), Point(p.x, 50), width: 2.2, Colour(0xb8b8b8), cap: .butt) }
    canvas.fill(Rect(7, 24, 36, 30), radius: 5, Colour(0x1c1c1e))
    canvas.text("LM35", Point(25, 35), Colour(0xd8d8d8), tiny: true, horizontal: .centre)
    slider(d).draw(view.values.isEmpty ? slider(d).initial : view[0], on: canvas)
  }
}
