import Emulation
import Picture

/// An HX711 (Avia), the 24-bit converter of scales, with load cells of `type` 50kg, 5kg or a bare strain gauge. DT goes low when a sample is
/// ready, ten times a second; each rise of SCK brings a bit, highest first. 25, 26 or 27 pulses choose channel A at gain 128, channel B (32),
/// or channel A at 64 for the next sample. SCK high for 60 µs turns it off. Nothing is connected to channel B. Control "load" in kg.
///
/// At gain 128 a kilogram is 420 counts, as Wokwi's cells have it.
public final class HX711: Part, NetListener {
  public static let names = ["wokwi-hx711"]
  public static let attributes = [PartAttribute("type", .oneOf(["50kg", "5kg", "gauge"])), PartAttribute("weight", .number(0...50))]
  private static let cell = Rect(104, 34, 62, 20)
  private static func most(_ d: PartDescription) -> Double { d["type"] == nil || d["type"] == "50kg" ? 50 : 5 }
  private static func slider(_ d: PartDescription) -> Slider {
    Slider("load", 0...most(d), d.number("weight", default: 0), at: cell, unit: " kg", decimals: 2, ink: Colour(0x405060))
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("GND", 26.5), ("DT", 36.3), ("SCK", 46.2), ("VCC", 55)].map { PartPin($0.0, 7, $0.1) }
    return PartShape(width: 170, height: 82, pins: pins, controls: [slider(d).control])
  }

  private static let period: UInt64 = 100_000_000, off: UInt64 = 60_000
  private let site: PartSite
  private let clockNet: Net, data: Terminal
  private var load: Double
  private var word: UInt32 = 0, pulses = 0, gain = 128
  private var isHigh = false, isOff = false
  private enum Tag { static let sample: UInt32 = 0, turnOff: UInt32 = 1, bit: UInt32 = 2, end: UInt32 = 3 }

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    load = try site.number("weight", default: 0, in: 0...Self.most(site.description))
    clockNet = site.net("SCK")
    data = site.circuit.attach(to: site.net("DT"))
    site.circuit.drive(data, .strong(true), at: site.start)
    site.circuit.listen(to: clockNet, self)
    // It settles before its first sample.
    plan(Tag.sample, 4 * Self.period, site.start)
  }
  public func set(control: Int, to value: Double, at instant: Instant) { load = value }
  private func plan(_ tag: UInt32, _ delay: UInt64, _ at: Instant) { site.schedule(tag, at: Instant(nanoseconds: at.nanoseconds + delay)) }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = site.circuit.isHigh(clockNet)
    guard high != isHigh else { return }
    isHigh = high
    if high {
      plan(Tag.turnOff, Self.off, instant)
      guard !isOff else { return }
      pulses += 1
      // The bit is there 0.1 µs after the edge.
      if pulses <= 27 { plan(Tag.bit, 100, instant) }
    } else {
      site.cancel(Tag.turnOff)
      if isOff {
        (isOff, pulses, gain) = (false, 0, 128)
        plan(Tag.sample, 4 * Self.period, instant)
      } else if pulses >= 25 {
        // More pulses may come; without one the choice stands.
        plan(Tag.end, 50_000, instant)
      }
    }
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    switch tag {
    case Tag.sample:
      // A sample that is being read is not replaced.
      if pulses == 0 && !isOff {
        let counts = gain == 32 ? 0 : load * 420 * Double(gain) / 128
        word = UInt32(bitPattern: Int32(min(max(counts.rounded(), -8_388_608), 8_388_607))) & 0xff_ffff
        site.circuit.drive(data, .strong(false), at: instant)
      }
      plan(Tag.sample, Self.period, instant)
    case Tag.bit:
      if pulses <= 24 {
        site.circuit.drive(data, .strong(word >> UInt32(24 - pulses) & 1 != 0), at: instant)
      } else {
        site.circuit.drive(data, .strong(true), at: instant)
        gain = pulses == 25 ? 128 : pulses == 26 ? 32 : 64
      }
    case Tag.end: if !isHigh { pulses = 0 }
    default:
      isOff = true
      site.cancel(Tag.sample)
      site.circuit.drive(data, .strong(true), at: instant)
    }
  }

  public static func readings(of d: PartDescription) -> [String] { ["load", "gain"] }
  public func view(at instant: Instant) -> PartView { PartView([load, isOff ? 0 : Double(gain)]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for (y, colour) in [(33.0, 0xd02828), (40, 0x303030), (47, 0xc0c0c0), (54, 0x24a82b)] as [(Double, UInt32)] {
      canvas.line(Point(80, y), Point(108, y), width: 1.6, Colour(colour))
    }
    canvas.fill(Rect(0, 16, 86, 50), radius: 3, Colour(0x1f7a3c))
    canvas.fill(Rect(42, 32, 18, 20), radius: 1, Colour(0x181818))
    canvas.text("HX711", Point(52, 20), .white.opacity(0.9), tiny: true, horizontal: .centre)
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3.2, Colour(0xd4b45c))
      canvas.text(p.name, Point(13, p.y), .white.opacity(0.85), tiny: true, vertical: .middle)
    }
    canvas.fill(Rect(98, 24, 71, 36), radius: 6, Colour(0xd5dade))
    canvas.stroke(Rect(98, 24, 71, 36), radius: 6, width: 1, Colour(0x9aa2a8))
    canvas.text(d["type"] ?? "50kg", Point(134, 63), Colour(0x606870), tiny: true, horizontal: .centre)
    slider(d).draw(view.values.isEmpty ? slider(d).initial : view[0], on: canvas)
  }
}
