/// Every clock of a board over one timebase, the `Cycle`.
///
/// While clk_sys runs a `Cycle` is one of its cycles. While it stands still (dormant, or its source is off) the timebase goes
/// on at 1 GHz, so that events of clocks that still run keep their order by time; `ticks(.sys)` stands.
///
/// An object over raw memory: registers that count and the run loop ask here all the time, and must not copy it.
public final class ClockTree {
  private let domains: UnsafeMutablePointer<ClockDomain>
  private var wall = ClockDomain()
  private var base: Frequency
  private static let nanoseconds = Frequency(1_000_000_000)
  private static let count = ClockName.allCases.count
  public private(set) var sysStopped = true

  public init() {
    base = Self.nanoseconds
    domains = .allocate(capacity: Self.count)
    domains.initialize(repeating: ClockDomain(), count: Self.count)
    wall.change(to: Self.nanoseconds, base: base, at: 0)
  }
  deinit { domains.deallocate() }

  public func frequency(_ clock: ClockName) -> Frequency { domains[Int(clock.rawValue)].frequency }
  public func ticks(_ clock: ClockName, at cycle: Cycle) -> UInt64 { domains[Int(clock.rawValue)].ticks(at: cycle) }
  public func cycle(_ clock: ClockName, reaching count: UInt64) -> Cycle { domains[Int(clock.rawValue)].cycle(reaching: count) }
  public func instant(_ cycle: Cycle) -> Instant { Instant(nanoseconds: wall.ticks(at: cycle)) }
  /// The first cycle at or after `instant`.
  public func cycle(at instant: Instant) -> Cycle { wall.cycle(reaching: instant.nanoseconds) }

  /// Changes a clock's frequency at `cycle`. Answers false when it is what it was.
  public func set(_ clock: ClockName, _ frequency: Frequency, at cycle: Cycle) -> Bool {
    guard self.frequency(clock) != frequency else { return false }
    if clock == .sys {
      base = frequency.isZero ? Self.nanoseconds : frequency
      wall.change(to: Self.nanoseconds, base: base, at: cycle)
      for i in 0..<Self.count { domains[i].change(to: i == Int(clock.rawValue) ? frequency : domains[i].frequency, base: base, at: cycle) }
      sysStopped = frequency.isZero
    } else {
      domains[Int(clock.rawValue)].change(to: frequency, base: base, at: cycle)
    }
    return true
  }
  public func restart(_ clock: ClockName, at cycle: Cycle) { domains[Int(clock.rawValue)].restart(at: cycle) }

  public func save(to out: inout StateWriter) {
    out.tag("clocks")
    out.put(base.numerator); out.put(base.denominator)
    wall.save(to: &out)
    for i in 0..<Self.count { domains[i].save(to: &out) }
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag("clocks")
    let n: UInt64 = try input.get(), d: UInt64 = try input.get()
    base = Frequency(UInt128(n), over: UInt128(d))
    try wall.restore(from: &input)
    for i in 0..<Self.count { try domains[i].restore(from: &input) }
    sysStopped = frequency(.sys).isZero
  }
}
