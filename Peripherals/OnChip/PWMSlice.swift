import Emulation

/// Counter, divider and compare of one PWM slice (RP2040 data sheet §4.5.2), without registers and pins: arithmetic only.
///
/// Nothing here happens by itself. `advance` brings the slice up to a cycle, however far; the owner asks for the next cycle at which
/// something becomes visible only if somebody looks.
struct PWMSlice {
  enum Mode: UInt8 { case free, level, rising, falling }

  var enabled = false, phaseCorrect = false, invertA = false, invertB = false
  var mode = Mode.free
  /// The divider in sixteenths of a cycle: 16 (÷1) to 4096 (÷256).
  var divider: UInt64 = 16
  /// Compare values and wrap in force, and as last written: those take effect when the counter wraps.
  var compareA: UInt32 = 0, compareB: UInt32 = 0, top: UInt32 = 0xffff
  var writtenA: UInt32 = 0, writtenB: UInt32 = 0, writtenTop: UInt32 = 0xffff
  /// The B pin, as an input of the gated modes.
  var inputB = false

  /// Ticks since the period began: 0 ..< `period`. In phase-correct mode the counter goes up in the first half and down in the second.
  private(set) var position: UInt64 = 0
  /// The divider's fill in sixteenths of its input: below `divider`.
  private var fill: UInt64 = 0
  /// Everything above is valid at this cycle.
  private(set) var at: Cycle = 0

  /// Ticks of one period: f = f_sys / ((TOP + 1) (PH_CORRECT + 1) (INT + FRAC/16)), §4.5.2.6.
  var period: UInt64 { (UInt64(top) + 1) * (phaseCorrect ? 2 : 1) }
  /// The CTR register.
  var counter: UInt32 {
    let p = UInt32(truncatingIfNeeded: position)
    return phaseCorrect && p > top ? 2 * top + 1 - p : p
  }
  /// The divider counts cycles now; in the edge modes it counts edges instead.
  private var isRunning: Bool { enabled && (mode == .free || mode == .level && inputB) }

  var outputA: Bool { (counter < compareA) != invertA }
  var outputB: Bool { (counter < compareB) != invertB }

  // MARK: Time

  /// Brings the slice to `cycle`; true if the counter has wrapped on the way.
  mutating func advance(to cycle: Cycle) -> Bool {
    guard cycle > at else { return false }
    let elapsed = cycle - at
    at = cycle
    guard isRunning else { return false }
    return count(elapsed)
  }

  /// An edge of the B pin, at the cycle the slice has been advanced to; true if the counter has wrapped.
  mutating func input(_ level: Bool) -> Bool {
    guard level != inputB else { return false }
    inputB = level
    guard enabled, mode == (level ? .rising : .falling) else { return false }
    return count(1)
  }

  /// The divider sees `events` more cycles or edges.
  private mutating func count(_ events: UInt64) -> Bool {
    fill += events * 16
    let ticks = fill / divider
    fill %= divider
    return tick(ticks)
  }

  private mutating func tick(_ ticks: UInt64) -> Bool {
    let first = period > position ? period - position : 1
    if ticks < first {
      position += ticks
      return false
    }
    latch()
    position = (ticks - first) % period
    return true
  }

  /// What was written takes effect.
  private mutating func latch() {
    compareA = writtenA
    compareB = writtenB
    top = writtenTop
  }

  // MARK: Writes, at the cycle the slice has been advanced to

  mutating func setEnabled(_ on: Bool) {
    enabled = on
    if !on { latch() }
  }
  /// A slice that does not count has no wrap to wait for.
  mutating func write(compareA a: UInt32, compareB b: UInt32) {
    writtenA = a
    writtenB = b
    if !enabled { latch() }
  }
  mutating func write(top value: UInt32) {
    writtenTop = value
    if !enabled { latch() }
  }
  mutating func write(counter value: UInt32) {
    // In phase-correct mode a written counter goes on upwards.
    position = UInt64(value & 0xffff)
  }
  /// `integer` 0 means 256 (§4.5.2.7).
  mutating func write(integer: UInt32, fraction: UInt32) {
    divider = UInt64(integer == 0 ? 256 : integer) * 16 + UInt64(fraction)
    if fill >= divider { fill %= divider }
  }
  /// PH_ADV and PH_RET: the counter gains or loses one count while it runs (§4.5.2.8); true if that made it wrap.
  mutating func shiftPhase(advance: Bool) -> Bool {
    guard enabled else { return false }
    if advance { return tick(1) }
    position = position == 0 ? period - 1 : position - 1
    return false
  }

  // MARK: What comes next

  /// The first cycle after `at` at which the counter wraps; nil while it does not count cycles.
  var nextWrap: Cycle? { cycle(afterTicks: period > position ? period - position : 1) }

  /// The first cycle after `at` at which output A or B changes, or the counter wraps (values written take effect there).
  var nextEdge: Cycle? {
    guard isRunning else { return nil }
    var ticks = period > position ? period - position : 1
    for c in [UInt64(compareA), UInt64(compareB)] where c != 0 && c <= UInt64(top) {
      // Falls when the counter reaches the compare value; in phase-correct mode it rises again on the way down.
      if c > position { ticks = min(ticks, c - position) }
      let rise = 2 * UInt64(top) + 2 - c
      if phaseCorrect && rise > position { ticks = min(ticks, rise - position) }
    }
    return cycle(afterTicks: ticks)
  }

  private func cycle(afterTicks ticks: UInt64) -> Cycle? {
    isRunning ? at + (ticks * divider - fill + 15) / 16 : nil
  }

  // MARK: State

  func save(to out: inout StateWriter) {
    out.put(enabled); out.put(phaseCorrect); out.put(invertA); out.put(invertB); out.put(mode.rawValue); out.put(divider)
    for v in [compareA, compareB, top, writtenA, writtenB, writtenTop] { out.put(v) }
    out.put(inputB); out.put(position); out.put(fill); out.put(at)
  }
  mutating func restore(from input: inout StateReader) throws(StateError) {
    enabled = try input.get(); phaseCorrect = try input.get(); invertA = try input.get(); invertB = try input.get()
    guard let m = Mode(rawValue: try input.get()) else { throw StateError("damaged mode of a PWM slice") }
    mode = m
    divider = try input.get()
    compareA = try input.get(); compareB = try input.get(); top = try input.get()
    writtenA = try input.get(); writtenB = try input.get(); writtenTop = try input.get()
    inputB = try input.get(); position = try input.get(); fill = try input.get(); at = try input.get()
    guard divider >= 16, fill < divider else { throw StateError("damaged divider of a PWM slice") }
  }
}
