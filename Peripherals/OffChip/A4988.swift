import Emulation
import Picture

/// A stepper driver (A4988, Allegro): each rise of STEP moves the field by a full to a sixteenth of a step, as MS1…MS3 say, in the direction of
/// DIR. ENABLE and RESET are active low; RESET floats on the module and has to be tied to SLEEP.
public final class A4988: Part, NetListener {
  public static let names = ["wokwi-a4988"]
  private static let left = ["ENABLE", "MS1", "MS2", "MS3", "RESET", "SLEEP", "STEP", "DIR"]
  private static let right = ["VMOT", "GND.1", "2B", "2A", "1A", "1B", "VDD", "GND.2"]
  public static func shape(of d: PartDescription) -> PartShape {
    let pins =
      left.enumerated().map { PartPin($0.element, 2, 5 + 9.6 * Double($0.offset)) }
      + right.enumerated().map { PartPin($0.element, 56, 5 + 9.6 * Double($0.offset)) }
    return PartShape(width: 58, height: 77, pins: pins + [PartPin("GND", 56, 14.6)])
  }

  private let site: PartSite
  private let outputs: [Terminal]
  private var step = false
  /// The field, in sixteenths of a step: 64 are a turn of it. Home is between the coils (data sheet, figure 8).
  private var place = 8

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let c = site.circuit
    outputs = ["1A", "1B", "2A", "2B"].map { c.attach(to: site.net($0)) }
    // What the module pulls: SLEEP up; ENABLE and MS1…MS3 down.
    for (pin, up) in [("SLEEP", true), ("ENABLE", false), ("MS1", false), ("MS2", false), ("MS3", false)] {
      c.drive(c.attach(to: site.net(pin)), .pull(up), at: site.start)
    }
    for (i, pin) in Self.left.enumerated() { c.listen(to: site.net(pin), self, tag: UInt32(i)) }
    step = c.isHigh(site.net("STEP"))
    site.schedule(0, at: Instant(nanoseconds: site.start.nanoseconds + 1))
  }
  private func isHigh(_ pin: String) -> Bool { site.circuit.isHigh(site.net(pin)) }
  private var isAwake: Bool { isHigh("SLEEP") && isHigh("RESET") }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = isHigh("STEP"), rises = high && !step
    step = high
    if !isHigh("RESET") { place = 8 }
    if Self.left[Int(tag)] == "STEP", rises, isAwake {
      let size: Int =
        switch (isHigh("MS1"), isHigh("MS2"), isHigh("MS3")) {
        case (true, false, false): 8
        case (false, true, false): 4
        case (true, true, false): 2
        case (true, true, true): 1
        default: 16
        }
      // Coarser steps come back to their own places.
      let from = size == 16 ? (place - 8) / 16 * 16 + 8 : place / size * size
      place = (from + (isHigh("DIR") ? size : 64 - size)) & 63
    }
    show(at: instant)
  }
  public func fire(_ tag: UInt32, at instant: Instant) { show(at: instant) }
  private func show(at instant: Instant) {
    let on = isAwake && !isHigh("ENABLE")
    let supply = Double(site.isWired("VMOT") ? site.circuit.millivolts(of: site.net("VMOT")) : 12_000)
    let (sine, cosine) = sineCosine(degrees: Double(place) * 5.625)
    site.circuit.batch(at: instant) {
      for (i, share) in [cosine, -cosine, sine, -sine].enumerated() {
        site.circuit.drive(outputs[i], on ? .analog(millivolts: Int32((supply / 2 * (1 + share)).rounded())) : .none, at: instant)
      }
    }
  }
  public static func readings(of d: PartDescription) -> [String] { ["field"] }
  /// 0: the field's direction in degrees.
  public func view(at instant: Instant) -> PartView { PartView([Double(place) * 5.625]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 2, Colour(0x8a1f2a))
    canvas.fill(Rect(20, 24, 18, 18), radius: 1, Colour(0x1a1a1a))
    canvas.circle(Point(29, 60), 6, Colour(0xc8ccd0))
    canvas.line(Point(26, 57), Point(32, 63), width: 1.4, Colour(0x606468))
    for p in s.pins where p.name != "GND" {
      canvas.circle(Point(p.x, p.y), 2.6, Colour(0xd4b45c))
      let name = p.name.split(separator: ".").first.map(String.init) ?? p.name
      canvas.text(
        name, Point(p.x + (p.x < 20 ? 4 : -4), p.y), .white.opacity(0.9), size: 0.6, tiny: true, horizontal: p.x < 20 ? .left : .right, vertical: .middle)
    }
  }
}
