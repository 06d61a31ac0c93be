/// Counts the ticks of one clock as a function of `Cycle`, exactly: `tick + ((cycle - anchor) * mul + phase) / div`.
///
/// `mul / div` is the clock's frequency over that of the timebase. A change of either re-anchors the domain where it stands,
/// and the part of a tick that has passed is kept (to a millionth of a tick).
public struct ClockDomain: Sendable {
  private var anchor: Cycle = 0, tick: UInt64 = 0
  private var mul: UInt64 = 0, div: UInt64 = 1, phase: UInt64 = 0
  public private(set) var frequency = Frequency.zero

  public init() {}

  /// Ticks at `cycle`, which is not before the last change.
  public func ticks(at cycle: Cycle) -> UInt64 {
    guard mul != 0 else { return tick }
    return tick &+ split(cycle).quotient
  }
  /// The first cycle at which `ticks` answers `count` or more; `.max` while the clock stands still, the anchor when that is past.
  public func cycle(reaching count: UInt64) -> Cycle {
    guard count > tick else { return anchor }
    guard mul != 0 else { return .max }
    // Smallest c with c * mul + phase >= (count - tick) * div.
    var (high, low) = (count - tick).multipliedFullWidth(by: div)
    let borrow: Bool
    (low, borrow) = low.subtractingReportingOverflow(phase)
    if borrow { high &-= 1 }
    guard high < mul else { return .max }
    let (q, r) = mul.dividingFullWidth((high, low))
    let (c, over) = anchor.addingReportingOverflow(q &+ (r == 0 ? 0 : 1))
    return over || c >> 57 != 0 ? .max : c
  }
  /// From `cycle` on the clock has this frequency, over a timebase of `base`.
  public mutating func change(to frequency: Frequency, base: Frequency, at cycle: Cycle) {
    settle(at: cycle)
    self.frequency = frequency
    let (m, d) = reduced(UInt128(frequency.numerator) * UInt128(base.denominator), UInt128(frequency.denominator) * UInt128(base.numerator))
    var n = m, e = d
    while n >> 62 != 0 || e >> 62 != 0 { n >>= 1; e >>= 1 }
    // A fine denominator, so that next to nothing of a begun tick is lost when the ratio changes.
    while e < 1 << 20 && n >> 61 == 0 { n <<= 1; e <<= 1 }
    let (oldDiv, newDiv) = (div, max(UInt64(e), 1))
    phase = oldDiv.dividingFullWidth(phase.multipliedFullWidth(by: newDiv)).quotient
    mul = frequency.isZero ? 0 : UInt64(n); div = newDiv
  }
  /// Starts counting anew from the next tick's beginning: the clock's divider was reset.
  public mutating func restart(at cycle: Cycle) { settle(at: cycle); phase = 0 }
  /// Ticks that passed while nobody counted cycles.
  public mutating func skip(_ ticks: UInt64) { tick &+= ticks }

  private mutating func settle(at cycle: Cycle) {
    if mul != 0 {
      let (q, r) = split(cycle)
      tick &+= q
      phase = r
    }
    anchor = cycle
  }
  @inline(__always) private func split(_ cycle: Cycle) -> (quotient: UInt64, remainder: UInt64) {
    let delta = cycle &- min(anchor, cycle)
    var (high, low) = delta.multipliedFullWidth(by: mul)
    let carry: Bool
    (low, carry) = low.addingReportingOverflow(phase)
    if carry { high &+= 1 }
    if high == 0 { return low.quotientAndRemainder(dividingBy: div) }
    return div.dividingFullWidth((high, low))
  }

  public func save(to out: inout StateWriter) {
    for v in [anchor, tick, mul, div, phase, frequency.numerator, frequency.denominator] { out.put(v) }
  }
  public mutating func restore(from input: inout StateReader) throws(StateError) {
    anchor = try input.get(); tick = try input.get(); mul = try input.get(); div = try input.get(); phase = try input.get()
    let n: UInt64 = try input.get(), d: UInt64 = try input.get()
    guard div != 0, d != 0, phase < div else { throw StateError("saved clock domain is damaged") }
    frequency = Frequency(UInt128(n), over: UInt128(d))
  }
}
