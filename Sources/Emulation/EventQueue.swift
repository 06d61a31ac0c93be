/// Who schedules events: one slot each. Ties within a cycle go to the lower number.
public struct EventSource: Hashable, Sendable {
  public let number: UInt8
  public init(_ number: UInt8) { self.number = number }
}

/// One pending event per source, ordered by (cycle, source): the state to save is 64 words, and ties do not depend on history.
public final class EventQueue {
  public static let capacity = 64
  /// `cycle << 6 | source`, or `.max` when idle: a winner tree, `keys[1]` is the earliest.
  @usableFromInline let keys: UnsafeMutablePointer<UInt64>

  public init() {
    keys = .allocate(capacity: 2 * Self.capacity)
    keys.initialize(repeating: .max, count: 2 * Self.capacity)
  }
  deinit { keys.deallocate() }

  /// Cycle of the earliest event; a very large number when there is none.
  @inlinable public var next: Cycle { keys[1] &>> 6 }
  /// The cycle at which `source` will fire, if it is scheduled.
  public func pending(_ source: EventSource) -> Cycle? {
    let k = keys[Self.capacity + Int(source.number)]
    return k == .max ? nil : k >> 6
  }
  /// Schedules `source` at `cycle`, replacing what it had scheduled.
  public func set(_ source: EventSource, at cycle: Cycle) { put(source, cycle << 6 | UInt64(source.number)) }
  public func cancel(_ source: EventSource) { put(source, .max) }
  /// Takes the earliest event if it is due at `now`.
  public func take(dueAt now: Cycle) -> EventSource? {
    let k = keys[1]
    guard k != .max, k >> 6 <= now else { return nil }
    let source = EventSource(UInt8(k & 63))
    cancel(source)
    return source
  }

  private func put(_ source: EventSource, _ key: UInt64) {
    var i = Self.capacity + Int(source.number)
    keys[i] = key
    while i > 1 {
      i >>= 1
      let winner = min(keys[2 * i], keys[2 * i + 1])
      if keys[i] == winner { return }
      keys[i] = winner
    }
  }
}
