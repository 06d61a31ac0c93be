import Emulation
import Picture

/// A resistor: `value` in ohms.
public final class Resistor: Part {
  public static let names = ["wokwi-resistor"]
  public static let attributes = [PartAttribute("value", .number(0...1e9))]
  public static func shape(of description: PartDescription) -> PartShape {
    PartShape(width: 59, height: 12, pins: [PartPin("1", 0, 5.65), PartPin("2", 58.8, 5.65)])
  }

  public init(_ site: PartSite) throws(PartError) {
    let ohms = try site.number("value", default: 1000, in: 0...1e9)
    _ = site.circuit.connect(site.net("1"), site.net("2"), .resistor(ohms: ohms), at: site.start)
  }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let wire = Colour(0xaaaaaa), body = Colour(0xd5b597)
    canvas.fill(Rect(0, 4.4, 58.8, 2.5), wire)
    canvas.fill(Rect(15, 0.3, 29, 10.7), radius: 4, body)
    canvas.fill(Rect(12, 0, 8, 11.3), radius: 4, body)
    canvas.fill(Rect(39, 0, 8, 11.3), radius: 4, body)
    let bands = colours(ohms: d.number("value", default: 1000))
    for (i, x) in [15.0, 22.5, 28.5, 40.0].enumerated() {
      let outer = i == 0 || i == 3
      canvas.fill(Rect(x, outer ? 0 : 0.3, 3.4, outer ? 11.3 : 10.7), bands[i])
    }
  }
  /// The four bands of IEC 60062: two digits, a power of ten, gold for 5 %. Black bands for what it cannot say.
  static func colours(ohms: Double) -> [Colour] {
    let digits: [UInt32] = [0x000000, 0x8b4513, 0xe00000, 0xff9900, 0xffee00, 0x1f9d3a, 0x1f4ad0, 0x8a2be2, 0x909090, 0xffffff]
    let gold: UInt32 = 0xcfa63a, silver: UInt32 = 0xc0c0c0
    guard ohms > 0, ohms < 1e12 else { return [Colour(0), Colour(0), Colour(0), Colour(gold)] }
    var power = 0, n = ohms
    while n >= 99.5 { n /= 10; power += 1 }
    while n < 9.95 && power > -2 { n *= 10; power -= 1 }
    let two = Int(n.rounded())
    let multiplier = power == -2 ? silver : power == -1 ? gold : digits[min(9, power)]
    return [Colour(digits[min(9, two / 10)]), Colour(digits[two % 10]), Colour(multiplier), Colour(gold)]
  }
}
