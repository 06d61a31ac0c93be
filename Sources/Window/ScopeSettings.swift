/// What the scope shows and when it starts to.
public struct ScopeSettings: Sendable, Equatable {
  public enum Edge: Int, Sendable, CaseIterable {
    case rising, falling, either, high, low
    var sign: String {
      switch self {
      case .rising: "↑ rising"
      case .falling: "↓ falling"
      case .either: "↑↓ edge"
      case .high: "high"
      case .low: "low"
      }
    }
  }
  public enum Mode: Sendable {
    /// Shows the newest signals when there is no trigger; waits for the next one; keeps the first one; keeps what is there.
    case auto, normal, single, stopped
  }
  /// As many channels as have a colour of their own.
  public static let most = 8
  /// GPIO numbers, from the top.
  public var channels: [Int] = []
  /// Channels that are drawn as voltages.
  public var analog: Set<Int> = []
  /// Nanoseconds for each of ten divisions.
  public var division: Double = 1_000_000
  /// The channel that triggers, by GPIO; nil: none, the newest signals roll by.
  public var triggerPin: Int?
  public var edge = Edge.rising
  /// Share of the picture before the trigger.
  public var before = 0.2
  public var mode = Mode.auto
  /// The instant of the trigger that is shown, or of the end when rolling: virtual nanoseconds. Kept by `ScopeMemory.advance`.
  public var shown: Double?
  public var isTriggered = false
  /// Moved by hand while stopped, in nanoseconds.
  public var offset = 0.0
  /// Cursors, in nanoseconds after the trigger.
  public var cursors: [Double] = []
  public init() {}

  /// 1-2-5 steps from 100 ns to 10 s.
  public static let divisions: [Double] =
    (2...9).flatMap { power in
      var ten = 1.0
      for _ in 0..<power { ten *= 10 }
      return [ten, ten * 2, ten * 5]
    } + [1e10]
  public mutating func zoom(_ steps: Int) {
    let i = Self.divisions.firstIndex { $0 >= division * 0.999 } ?? Self.divisions.count - 1
    division = Self.divisions[min(max(i + steps, 0), Self.divisions.count - 1)]
  }
  public var span: Double { division * 10 }
  /// The first instant that is shown.
  public var start: Double { (shown ?? 0) - (isTriggered ? before : 1) * span + offset }

  public func channel(of gpio: Int) -> Int? { channels.firstIndex(of: gpio) }
  /// One more; the oldest goes when there is no room.
  public mutating func add(_ gpio: Int) {
    if channels.contains(gpio) { return }
    if channels.count == Self.most { remove(channels[0]) }
    channels.append(gpio)
    if triggerPin == nil { triggerPin = gpio }
  }
  public mutating func remove(_ gpio: Int) {
    channels.removeAll { $0 == gpio }
    analog.remove(gpio)
    if triggerPin == gpio { triggerPin = channels.first }
  }
}
