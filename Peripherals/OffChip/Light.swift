import Emulation
import Picture

/// How bright a lamp looks: its current, smoothed as an eye does, so that PWM and multiplexing show as they would on a table.
public struct Light: Sendable {
  /// The current at which a lamp counts as fully lit, in milliamperes.
  public static let full = 3.0
  /// After this time a lamp that went out looks a third as bright, in nanoseconds. Flicker above about 50 Hz disappears.
  public static let persistence = 20e6

  public private(set) var milliamps = 0.0
  private var average = 0.0
  private var since = Instant(nanoseconds: 0)
  public init() {}

  public mutating func set(_ milliamps: Double, at instant: Instant) {
    average = smoothed(at: instant)
    since = instant
    self.milliamps = milliamps
  }
  /// The mean current the eye sees, in milliamperes.
  public func smoothed(at instant: Instant) -> Double {
    let time = Double(instant.nanoseconds - min(instant.nanoseconds, since.nanoseconds)) / Self.persistence
    return milliamps + (average - milliamps) * decay(time)
  }
  /// 0...1; half the light looks three quarters as bright.
  public func brightness(at instant: Instant) -> Double { min(1, smoothed(at: instant) / Self.full).squareRoot() }

  /// e to the power of -t, for t ≥ 0, the same on every host.
  private func decay(_ t: Double) -> Double {
    if t > 40 { return 0 }
    // (1 - t/n)^n has an error of t²/2n; the series on a small piece, squared up, has none to speak of.
    let x = t / 1024
    var y = 1 - x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4)))
    for _ in 0..<10 { y *= y }
    return y
  }

  /// The diode of an LED by its colour: forward voltage at a few milliamperes as data sheets of ordinary 5 mm LEDs give it.
  static func diode(_ colour: String) -> ElementKind {
    let volts: Double =
      switch colour.lowercased() {
      case "red", "ff0000", "#ff0000": 1.8
      case "orange", "yellow", "gold", "amber": 1.9
      case "green", "limegreen", "lime": 2.0
      case "blue", "white", "purple", "cyan", "magenta", "violet", "pink": 2.7
      default: 2.0
      }
    return .diode(volts: volts, ohms: 20)
  }

  /// The colour of a lamp's plastic: names mean what LEDs of that name look like.
  static func colour(_ text: String) -> Colour {
    switch text.lowercased() {
    case "red": Colour(0xff2a2a)
    case "green": Colour(0x27d43d)
    case "blue": Colour(0x3060ff)
    case "yellow": Colour(0xffe020)
    case "orange": Colour(0xff9020)
    case "white": Colour(0xf0f0f0)
    case "purple": Colour(0xb040ff)
    default: Colour(css: text) ?? Colour(css: "#" + text) ?? Colour(0xff2a2a)
    }
  }
}
