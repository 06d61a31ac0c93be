import Emulation
import Picture

/// A piezo buzzer: its membrane follows the voltage between its legs. `volume` is 0...1.
public final class Buzzer: Part, ElementOwner {
  public static let names = ["wokwi-buzzer"]
  public static let attributes = [PartAttribute("volume", .number(0...1)), PartAttribute("mode", .oneOf(["smooth", "accurate"]))]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(width: 17 * mm, height: 84.5, pins: [PartPin("1", 27, 84), PartPin("2", 37, 84)])
  }

  private static let ohms = 1000.0
  private let site: PartSite
  private let volume: Double
  private let source: Int?
  private var positive = false
  /// When it last crossed zero upwards, and the time between the last two crossings, in nanoseconds.
  private var lastRise: UInt64?, period: UInt64 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    volume = try site.number("volume", default: 1, in: 0...1)
    source = site.sound?.addSource(name: site.description.id)
    _ = site.circuit.connect(site.net("2"), site.net("1"), .resistor(ohms: Self.ohms), owner: self, at: site.start)
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) {
    let volts = milliamps * Self.ohms / 1000
    if let source { site.sound?.set(source, amplitude: volume * min(max(volts / 5, -1), 1), at: instant) }
    let high = abs(volts) > 1
    if high && !positive {
      if let lastRise { period = instant.nanoseconds - lastRise }
      lastRise = instant.nanoseconds
    }
    positive = high
  }
  /// 0: the frequency in hertz while it sounds (between 10 Hz and 100 kHz, up to 50 ms ago), else 0. 1: 1 while there is a voltage.
  public func view(at instant: Instant) -> PartView {
    guard let lastRise, instant.nanoseconds - min(lastRise, instant.nanoseconds) < max(50_000_000, 2 * period), (10_000...100_000_000).contains(period) else {
      return PartView([0, positive ? 1 : 0])
    }
    return PartView([1e9 / Double(period), positive ? 1 : 0])
  }

  public static func readings(of d: PartDescription) -> [String] { ["frequency", "voltage"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let c = Point(32.1, 36)
    canvas.line(Point(27, 84), Point(27, 62), width: 1.8, Colour(0x303030))
    canvas.line(Point(37, 84), Point(37, 62), width: 1.8, Colour(0xd02020))
    canvas.circle(c, 31, Colour(0x1a1a1a))
    canvas.stroke(circle: c, 24, width: 1, Colour(0x3a3a3a))
    canvas.stroke(circle: c, 14, width: 1, Colour(0x3a3a3a))
    canvas.circle(c, 5.2, Colour(0xcccccc))
    guard view[0] > 0 else { return }
    for (i, r) in [10.0, 17, 24].enumerated() {
      for side in [-40.0, 140] {
        var arc = Path()
        arc.arc(c, radius: r + 4, from: side, to: side + 80)
        canvas.stroke(arc, width: 2, Colour(0x49b6ff).opacity(0.9 - 0.25 * Double(i)))
      }
    }
  }
}
