import Emulation
import Picture

/// A breadboard: five holes of a column's half are one net, each rail is one.
public final class Breadboard: Part {
  public static let names = ["wokwi-breadboard", "wokwi-breadboard-half", "wokwi-breadboard-mini"]
  private static let pitch = 9.6

  private static func size(_ type: String) -> (columns: Int, rail: Int) {
    switch type {
    case "wokwi-breadboard-half": (30, 25)
    case "wokwi-breadboard-mini": (17, 0)
    default: (63, 50)
    }
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let (columns, rail) = size(d.type), left = 14.4, top = rail > 0 ? 48.0 : 9.6
    var pins: [PartPin] = []
    for c in 1...columns {
      for (half, base, letters) in [("t", top, "abcde"), ("b", top + 7 * pitch, "fghij")] {
        for (row, letter) in letters.enumerated() {
          pins.append(PartPin("\(c)\(half).\(letter)", left + Double(c - 1) * pitch, base + Double(row) * pitch))
        }
      }
    }
    let bottom = top + 14 * pitch
    for n in 1...max(rail, 1) where rail > 0 {
      // Five holes, a gap.
      let x = left + pitch + Double(n - 1 + (n - 1) / 5) * pitch
      for (name, y) in [("tp", 9.6), ("tn", 19.2), ("bp", bottom), ("bn", bottom + 9.6)] {
        pins.append(PartPin("\(name).\(n)", min(x, left + Double(columns) * pitch), y))
      }
    }
    return PartShape(width: left * 2 + Double(columns - 1) * pitch, height: rail > 0 ? bottom + 19.2 : top + 12 * pitch, pins: pins)
  }
  public static func node(of pin: String) -> String { String(pin.prefix { $0 != "." }) }

  public init(_ site: PartSite) throws(PartError) {}

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 4, Colour(0xefece4))
    canvas.fill(Rect(4, s.height / 2 - 4, s.width - 8, 8), Colour(0xd9d6cc))
    for p in s.pins { canvas.fill(Rect(p.x - 1.6, p.y - 1.6, 3.2, 3.2), Colour(0x6b6b66)) }
    guard size(d.type).rail > 0 else { return }
    for (y, colour) in [(4.0, 0xd03030), (24.8, 0x3050c0), (s.height - 24, 0xd03030), (s.height - 4, 0x3050c0)] as [(Double, UInt32)] {
      canvas.line(Point(12, y), Point(s.width - 12, y), width: 1, Colour(colour))
    }
  }
}
