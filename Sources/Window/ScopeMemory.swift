import Emulation

/// The scope's end at the window: what is known of each channel, and which part of it is shown.
public struct ScopeMemory: Sendable, Equatable {
  /// Edges kept for a channel.
  public static let limit = 1 << 18

  public struct Channel: Sendable, Equatable {
    public var edges: [ScopeEdge] = []
    /// Nothing is known before this time.
    public var known: UInt64 = 0
  }
  public private(set) var channels: [Int: Channel] = [:]
  /// Grows with every change.
  public private(set) var version: UInt64 = 0
  /// Up to here everything is known.
  public private(set) var now: UInt64 = 0
  public init() {}
  public static func == (a: Self, b: Self) -> Bool { a.version == b.version }

  public mutating func append(_ pieces: [ScopePiece], now time: UInt64) {
    if time != now || !pieces.isEmpty { version += 1 }
    now = max(now, time)
    for p in pieces where !p.edges.isEmpty {
      var c = channels[p.pin] ?? Channel(edges: [], known: p.edges[0].time)
      // A board that began anew: what was before is another time.
      if let last = c.edges.last, p.edges[0].time < last.time { c = Channel(edges: [], known: p.edges[0].time) }
      channels[p.pin] = nil
      if let lost = p.lostBefore {
        c.edges.removeAll(keepingCapacity: true)
        c.known = lost
      }
      c.edges += p.edges
      if c.edges.count > Self.limit + Self.limit / 4 {
        c.edges.removeFirst(c.edges.count - Self.limit)
        c.known = c.edges[0].time
      }
      channels[p.pin] = c
    }
  }
  /// Channels that nobody shows any more are forgotten; all of them when the board began anew.
  public mutating func keep(only pins: [Int]) {
    let gone = channels.keys.filter { !pins.contains($0) }
    for pin in gone { channels[pin] = nil }
    if !gone.isEmpty { version += 1 }
  }
  public mutating func restart() { self = ScopeMemory(version: version + 1) }
  private init(version: UInt64) { self.version = version }

  /// Index of the first edge at or after `time`.
  public func index(_ pin: Int, at time: Double) -> Int {
    guard let edges = channels[pin]?.edges else { return 0 }
    var low = 0, high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if Double(edges[middle].time) < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
  /// The level at a time; nil where nothing is known.
  public func level(_ pin: Int, at time: Double) -> Level? {
    guard let c = channels[pin], Double(c.known) <= time, time <= Double(now) else { return nil }
    let i = index(pin, at: time.nextUp)
    return i > 0 ? c.edges[i - 1].level : nil
  }

  // MARK: Trigger

  /// The last trigger that lies in `from...to`.
  func trigger(_ s: ScopeSettings, from: Double, to: Double) -> Double? {
    guard let pin = s.triggerPin, let c = channels[pin] else { return nil }
    let wanted: Level = s.edge == .low || s.edge == .falling ? .low : .high
    if s.edge == .high || s.edge == .low {
      // A level: the newest instant at which it holds.
      if level(pin, at: to) == wanted { return to }
    }
    var i = index(pin, at: to.nextUp) - 1
    while i > 0 {
      let e = c.edges[i], before = c.edges[i - 1].level
      if Double(e.time) < from { return nil }
      switch s.edge {
      case .rising, .falling: if e.level == wanted && before != wanted && before != .conflict { return Double(e.time) }
      case .either: if e.level != before { return Double(e.time) }
      case .high, .low: if before == wanted && e.level != wanted { return Double(e.time) }
      }
      i -= 1
    }
    return nil
  }
  /// Decides what is shown now.
  public func advance(_ s: inout ScopeSettings) {
    let end = Double(now)
    guard s.mode != .stopped else { return }
    s.offset = 0
    // The part after the trigger has to be there.
    let latest = end - (1 - s.before) * s.span
    let from = s.mode == .auto ? latest - max(s.span, 200e6) : (s.shown.map { s.isTriggered ? $0.nextUp : -1 } ?? -1)
    if let t = trigger(s, from: max(from, 0), to: latest) {
      s.shown = t
      s.isTriggered = true
      if s.mode == .single { s.mode = .stopped }
    } else if s.mode == .auto {
      s.shown = end
      s.isTriggered = false
    }
  }

  // MARK: Measuring

  /// Frequency in hertz and duty of a channel between two times, from its whole periods there; nil with less than one.
  public func measure(_ pin: Int, from: Double, to: Double) -> (frequency: Double, duty: Double)? {
    guard let edges = channels[pin]?.edges else { return nil }
    var i = index(pin, at: from), first: UInt64?, last: UInt64 = 0, rose: UInt64 = 0, high: UInt64 = 0, pending: UInt64 = 0, periods = 0
    while i < edges.count, Double(edges[i].time) <= to {
      let e = edges[i], before = i > 0 ? edges[i - 1].level : .floating
      if e.level == .high && before != .high {
        if first != nil { periods += 1; high += pending; pending = 0; last = e.time }
        if first == nil { first = e.time }
        rose = e.time
      } else if e.level == .low && before == .high && first != nil {
        pending = e.time - rose
      }
      i += 1
    }
    guard let first, periods > 0, last > first else { return nil }
    return (Double(periods) * 1e9 / Double(last - first), Double(high) / Double(last - first))
  }
}
