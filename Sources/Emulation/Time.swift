/// Cycles of one board's clk_sys since power-on; never reset while the board has power.
public typealias Cycle = UInt64

/// Nanoseconds since power-on: shared by all boards, the host and traces.
public struct Instant: Comparable, Hashable, Sendable {
  public let nanoseconds: UInt64
  public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }
  public static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }
}
