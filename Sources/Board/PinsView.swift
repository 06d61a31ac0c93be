/// The pins of a board at one moment, as a person wants to see them.
public struct PinsSnapshot: Sendable, Equatable {
  public struct Pin: Sendable, Equatable {
    public enum Direction: Sendable, Equatable { case input, output, off }
    public var high = false
    public var direction = Direction.off
    /// Function name as the data sheet has it: "SIO", "PWM", "UART0 TX"; empty for none.
    public var function = ""
    /// PWM: duty from 0 to 1 and frequency in hertz.
    public var duty: Double?, frequency: Double?
    /// Pull: "+" up, "-" down, "" none.
    public var pull = ""
    public init() {}
  }
  /// GP0…GP29.
  public var pins: [Pin]
  /// Virtual time in nanoseconds, and virtual against host time since the last snapshot (nil: unknown).
  public var nanoseconds: UInt64
  public var realTimeFactor: Double?
  /// clk_sys in hertz.
  public var clock: UInt64
  public init(pins: [Pin], nanoseconds: UInt64, realTimeFactor: Double?, clock: UInt64) {
    self.pins = pins; self.nanoseconds = nanoseconds; self.realTimeFactor = realTimeFactor; self.clock = clock
  }
}

/// A text rendering of the pins: a line of lamps, then one line for each pin in use. Pure: the same snapshot gives the same text.
public enum PinsView {
  /// At most so many columns wide; colours only if `colour`.
  public static func render(_ s: PinsSnapshot, colour: Bool) -> [String] {
    var lines: [String] = []
    let seconds = fixed(Double(s.nanoseconds) / 1e9, 3)
    let factor = s.realTimeFactor.map { "  \(fixed($0, 2))× real time" } ?? ""
    lines.append("t = \(seconds) s  clk_sys \(fixed(Double(s.clock) / 1e6, 2)) MHz\(factor)")
    for row in stride(from: 0, to: s.pins.count, by: 15) {
      let range = row..<min(row + 15, s.pins.count)
      lines.append(range.map { pad("\($0)", 4) }.joined())
      lines.append(range.map { pad(lamp(s.pins[$0], colour: colour), 4, visible: 1) }.joined())
    }
    let used = s.pins.indices.filter { !s.pins[$0].function.isEmpty }
    var column: [String] = []
    for i in used {
      column.append(pad(detail(i, s.pins[i]), 38))
      if column.count == 2 {
        lines.append(trimmed(column.joined()))
        column = []
      }
    }
    if !column.isEmpty { lines.append(trimmed(column.joined())) }
    return lines
  }

  private static func lamp(_ p: PinsSnapshot.Pin, colour: Bool) -> String {
    let level = p.duty ?? (p.high ? 1 : 0)
    let shape: String =
      switch p.direction {
      case .off: "·"
      case .input: p.high ? "▲" : "△"
      case .output: level >= 0.95 ? "●" : level > 0.05 ? "◐" : "○"
      }
    guard colour else { return shape }
    switch p.direction {
    case .off: return "\u{1b}[90m\(shape)\u{1b}[0m"
    case .input: return "\u{1b}[36m\(shape)\u{1b}[0m"
    case .output:
      // The 256-colour palette's reds and yellows as brightness.
      let palette = [52, 88, 124, 160, 196, 202, 208, 214, 220]
      return level <= 0.02 ? shape : "\u{1b}[38;5;\(palette[min(8, Int(level * 9))])m\(shape)\u{1b}[0m"
    }
  }

  private static func detail(_ n: Int, _ p: PinsSnapshot.Pin) -> String {
    var text = "GP\(n)"
    text = pad(text, 6) + pad(p.function, 10)
    switch p.direction {
    case .off: text += "off"
    case .input: text += "in  \(p.high ? 1 : 0)\(p.pull.isEmpty ? "" : " pull \(p.pull == "+" ? "up" : "down")")"
    case .output:
      if let duty = p.duty {
        text += "\(fixed(duty * 100, 1)) %"
        if let f = p.frequency { text += " \(frequency(f))" }
      } else {
        text += "out \(p.high ? 1 : 0)"
      }
    }
    return text
  }

  static func frequency(_ hertz: Double) -> String {
    if hertz >= 1e6 { return "\(fixed(hertz / 1e6, 3)) MHz" }
    if hertz >= 1e3 { return "\(fixed(hertz / 1e3, 3)) kHz" }
    return "\(fixed(hertz, 2)) Hz"
  }
  /// A non-negative number with `digits` decimals, rounded half up.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let n = UInt64(min(max(value, 0), 1e12) * Double(scale) + 0.5)
    let fraction = String(n % scale)
    return digits == 0 ? "\(n)" : "\(n / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
  private static func pad(_ text: String, _ width: Int, visible: Int? = nil) -> String {
    text + String(repeating: " ", count: max(0, width - (visible ?? text.count)))
  }
  private static func trimmed(_ text: String) -> String {
    var t = text
    while t.hasSuffix(" ") { t.removeLast() }
    return t
  }
}
