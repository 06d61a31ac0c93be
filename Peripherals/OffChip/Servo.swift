import Emulation
import Picture

/// A hobby servo: a pulse every 20 ms or so sets its angle, 0.5 ms for 0° and 2.4 ms for 180°; it takes its time to get there.
public final class Servo: Part, NetListener {
  public static let names = ["wokwi-servo"]
  public static let attributes = [PartAttribute("horn", .oneOf(["single", "double", "cross"])), PartAttribute("hornColor", .colour)]
  /// Nanoseconds of the pulses for both ends, and of what counts as a pulse at all.
  static let shortest: UInt64 = 544_000, longest: UInt64 = 2_400_000, limits: ClosedRange<UInt64> = 300_000...3_000_000
  /// Degrees a second: 0.1 s for 60°, as small servos' data sheets say.
  static let speed = 600.0
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(width: 45 * mm, height: 31.63 * mm, pins: [PartPin("GND", 0, 50), PartPin("V+", 0, 59.5), PartPin("PWM", 0, 69)])
  }

  private var rise: UInt64?
  private var target = 90.0, from = 90.0, since: UInt64 = 0
  public init(_ site: PartSite) throws(PartError) { site.circuit.listen(to: site.net("PWM"), self) }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    if level == .high {
      rise = rise ?? instant.nanoseconds
    } else if let start = rise {
      rise = nil
      let length = instant.nanoseconds - start
      guard Self.limits.contains(length) else { return }
      let share = (Double(length) - Double(Self.shortest)) / Double(Self.longest - Self.shortest), wanted = min(max(share, 0), 1) * 180
      guard abs(wanted - target) > 0.01 else { return }
      from = angle(at: instant)
      since = instant.nanoseconds
      target = wanted
    }
  }
  private func angle(at instant: Instant) -> Double {
    let way = Self.speed * Double(instant.nanoseconds - min(instant.nanoseconds, since)) / 1e9
    return target > from ? min(target, from + way) : max(target, from - way)
  }
  public static func readings(of d: PartDescription) -> [String] { ["angle"] }
  /// 0: the angle in degrees, 0...180.
  public func view(at instant: Instant) -> PartView { PartView([angle(at: instant)]) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    for (pin, colour) in zip(shape(of: d).pins, [0xb25a2b, 0xd83b2b, 0xf0a830] as [UInt32]) {
      canvas.line(Point(pin.x, pin.y), Point(50, pin.y), width: 3, Colour(colour), cap: .butt)
    }
    canvas.fill(Rect(46, 38, 104, 44), radius: 3, Colour(0x3a5a94))
    canvas.fill(Rect(38, 44, 120, 32), radius: 3, Colour(0x2f4a7c))
    let centre = Point(113, 60), angle = view.values.isEmpty ? 90 : view[0]
    canvas.circle(centre, 22, Colour(0x3f64a5))
    let colour = d["hornColor"].flatMap { Colour(css: $0) ?? Colour(css: "#" + $0) } ?? Colour(0xdddddd)
    let arms: [Double] = d["horn"] == "cross" ? [0, 90, 180, 270] : d["horn"] == "double" ? [0, 180] : [0]
    for arm in arms {
      // 0° points to the right, 180° to the left.
      let (s, c) = sineCosine(degrees: -angle + arm)
      let length = arm == 0 || arm == 180 ? 46.0 : 26
      canvas.line(centre, Point(centre.x + c * length, centre.y + s * length), width: 11, colour)
      for k in [0.55, 0.75, 0.95] { canvas.circle(Point(centre.x + c * length * k, centre.y + s * length * k), 1.6, Colour(0x606060)) }
    }
    canvas.circle(centre, 10, colour)
    canvas.circle(centre, 4, Colour(0x808080))
  }
}
