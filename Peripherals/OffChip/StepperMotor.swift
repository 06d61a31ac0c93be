import Emulation
import Picture

/// A bipolar stepper motor of 200 steps: its rotor follows the field of its two coils, whichever way they are driven (full, half or micro steps).
/// `gearRatio` "2:1" turns the shaft half as far. `display`: what stands on it.
public final class StepperMotor: Part, ElementOwner {
  public static let names = ["wokwi-stepper-motor"]
  public static let attributes = [
    PartAttribute("arrow", .colour), PartAttribute("display", .oneOf(["steps", "angle", "none"])), PartAttribute("gearRatio"),
    PartAttribute("size", .oneOf(["8", "11", "14", "17", "23", "34"])),
  ]
  private static let mm = 96 / 25.4
  /// Widths of NEMA frames in millimetres.
  private static let frames: [String: Double] = ["8": 20.4, "11": 28.2, "14": 35.2, "17": 42.3, "23": 57.3, "34": 86]
  private static func frame(_ d: PartDescription) -> Double { frames[d["size"] ?? "23"] ?? 57.3 }
  public static func shape(of d: PartDescription) -> PartShape {
    let f = frame(d), x = (f / 2 - 3.75) * mm + 1, y = (f + 5) * mm
    let pins = ["A-", "A+", "B+", "B-"].enumerated().map { PartPin($0.element, x + 2.54 * mm * Double($0.offset), y) }
    return PartShape(width: (f + 1) * mm, height: (f + 5) * mm, pins: pins)
  }

  /// Less current than this does not turn it, in milliamperes; a coil's resistance is chosen so that a chip's pins can be looked at with it.
  private static let least = 0.3, ohms = 1000.0
  /// The rotor has mass: what the coils do for less time than this is not seen, such as pins that a program sets one after another.
  private static let inertia: UInt64 = 50_000
  private let site: PartSite
  private let ratio: Double
  private var moves = false
  private var a = 0.0, b = 0.0
  /// The rotor, in electrical degrees: 90 are a step.
  private var angle = 0.0

  public init(_ site: PartSite) throws(PartError) {
    let parts = (site.description["gearRatio"] ?? "1:1").split(separator: ":").map { Double($0) }
    guard parts.count == 2, let over = parts[0], let under = parts[1], over > 0, under > 0 else {
      throw PartError(attribute: "gearRatio", "\"\(site.description["gearRatio"] ?? "")\" is no ratio like 2:1")
    }
    self.site = site
    ratio = under / over
    _ = site.circuit.connect(site.net("A+"), site.net("A-"), .resistor(ohms: Self.ohms), owner: self, tag: 0, at: site.start)
    _ = site.circuit.connect(site.net("B+"), site.net("B-"), .resistor(ohms: Self.ohms), owner: self, tag: 1, at: site.start)
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) {
    if tag == 0 { a = milliamps } else { b = milliamps }
    if moves { return }
    moves = true
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + Self.inertia))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    moves = false
    guard a * a + b * b >= Self.least * Self.least else { return }
    // The nearest place where the rotor is in line with the field. Exactly opposite, it stays.
    var turn = Maths.degrees(x: a, y: b) - angle
    turn -= 360 * (turn / 360).rounded()
    if abs(turn) < 179.9 { angle += turn }
  }
  /// 0: steps from the start; 1: the shaft's angle in degrees, 0…360.
  public func view(at instant: Instant) -> PartView {
    let steps = (angle / 90 * 1000).rounded() / 1000, degrees = steps * 1.8 * ratio
    return PartView([steps, degrees - 360 * (degrees / 360).rounded(.down)])
  }
  public static func readings(of d: PartDescription) -> [String] { ["steps", "angle"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), f = frame(d) * mm, c = Point(s.width / 2, f / 2 + 2), k = f / (57.3 * mm)
    for (pin, colour) in zip(s.pins, [0x2a7a3a, 0x202020, 0xc03030, 0x3050c0] as [UInt32]) {
      canvas.line(Point(pin.x, pin.y), Point(pin.x, f - 4), width: 2.4, Colour(colour), cap: .butt)
    }
    canvas.fill(Rect(2, 2, f, f), radius: 6 * k, Colour(0x4a4e54))
    canvas.fill(Rect(2 + f * 0.06, 2 + f * 0.06, f * 0.88, f * 0.88), radius: 4 * k, Colour(0x5a5f66))
    for x in [-1.0, 1] { for y in [-1.0, 1] { canvas.circle(Point(c.x + x * f * 0.41, c.y + y * f * 0.41), 5 * k, Colour(0x2a2c30)) } }
    canvas.circle(c, f * 0.36, Colour(0x72777f))
    canvas.circle(c, f * 0.13, Colour(0xd0d4d8))
    let (sine, cosine) = sineCosine(degrees: view[1])
    let colour = Light.colour(d["arrow"] ?? "white"), tip = Point(c.x + sine * f * 0.33, c.y - cosine * f * 0.33)
    canvas.line(c, tip, width: 4 * k + 1, colour)
    canvas.circle(tip, 4 * k + 1, colour)
    canvas.circle(c, f * 0.05, Colour(0x808488))
    guard d["display"] != "none" else { return }
    let text = d["display"] == "angle" ? "\(Slider.number(view[1], 1))°" : "\(Slider.number(view[0], view[0] == view[0].rounded() ? 0 : 2))"
    canvas.text(text, Point(c.x, c.y + f * 0.24), .white, horizontal: .centre, vertical: .middle)
  }
}
