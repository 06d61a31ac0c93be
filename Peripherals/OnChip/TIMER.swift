import Emulation
import Registers

/// TIMER (RP2040 data sheet §4.6): 64 bits of microseconds from the watchdog's tick, four alarms on the low half.
///
/// An alarm fires while its value equals the low half: one that is set to the present microsecond fires at once.
public final class TIMER: Peripheral {
  public let name = "TIMER"
  private typealias R = Registers.TIMER
  struct State {
    /// The time at tick `anchor` of the tick generator.
    var base: UInt64 = 0, anchor: UInt64 = 0
    /// Up to here alarms have been looked at.
    var checked: UInt64 = 0
    var latchedHigh: UInt32 = 0, writtenLow: UInt32 = 0
    var alarms = [UInt32](repeating: 0, count: 4)
    var armed: UInt32 = 0
    var raw: UInt32 = 0, enable: UInt32 = 0, force: UInt32 = 0
    var debugPause: UInt32 = 7, paused = false
  }
  var state = State()
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices) { self.services = services }

  /// Microseconds at `cycle`.
  public func time(at cycle: Cycle) -> UInt64 { state.paused ? state.base : state.base &+ (services.ticks(.tick, at: cycle) &- state.anchor) }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset == R.TIMERAWL.offset { return UInt32(truncatingIfNeeded: time(at: access.cycle)) }  // what loops poll
    if offset == R.TIMELR.offset {
      let t = time(at: access.cycle)
      state.latchedHigh = UInt32(truncatingIfNeeded: t >> 32)
      return UInt32(truncatingIfNeeded: t)
    }
    if offset > R.INTS.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.TIMEHR.offset: state.latchedHigh
    case R.TIMELR.offset, R.TIMERAWL.offset: UInt32(truncatingIfNeeded: time(at: cycle))
    case R.TIMERAWH.offset: UInt32(truncatingIfNeeded: time(at: cycle) >> 32)
    case R.ALARM0.offset...R.ALARM3.offset: state.alarms[Int(offset - R.ALARM0.offset) / 4]
    case R.ARMED.offset: state.armed
    case R.DBGPAUSE.offset: state.debugPause & 6
    case R.PAUSE.offset: state.paused ? 1 : 0
    case R.INTR.offset: state.raw
    case R.INTE.offset: state.enable
    case R.INTF.offset: state.force
    case R.INTS.offset: status
    default: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, new = access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.TIMELW.offset: state.writtenLow = value
    case R.TIMEHW.offset: setTime(UInt64(value) << 32 | UInt64(state.writtenLow), at: cycle)
    case R.ALARM0.offset...R.ALARM3.offset:
      let i = (offset - R.ALARM0.offset) / 4
      check(at: cycle)
      state.alarms[Int(i)] = new
      state.armed |= 1 << i
      if new == UInt32(truncatingIfNeeded: time(at: cycle)) { ring(i) }
      schedule(at: cycle)
    case R.ARMED.offset:
      check(at: cycle)
      state.armed &= ~(oneToClear(value, state.armed, access.alias) & 15)
      schedule(at: cycle)
    case R.DBGPAUSE.offset: state.debugPause = new & 6 | 1
    case R.PAUSE.offset:
      let t = time(at: cycle)
      check(at: cycle)
      state.paused = new & 1 != 0
      anchor(t, at: cycle)
      schedule(at: cycle)
    case R.INTR.offset:
      state.raw &= ~(oneToClear(value, state.raw, access.alias) & 15)
      updateInterrupts()
    case R.INTE.offset: state.enable = new & 15; updateInterrupts()
    case R.INTF.offset: state.force = new & 15; updateInterrupts()
    case R.TIMEHR.offset, R.TIMELR.offset, R.TIMERAWH.offset, R.TIMERAWL.offset, R.INTS.offset: break
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  /// The bits that a write clears: through an alias, those that are 1 in what the alias makes of the register.
  private func oneToClear(_ value: UInt32, _ old: UInt32, _ alias: Alias) -> UInt32 { alias == .clear || alias == .plain ? value : alias.apply(value, to: old) }

  private func setTime(_ t: UInt64, at cycle: Cycle) {
    check(at: cycle)
    anchor(t, at: cycle)
    for i in 0..<4 as Range<UInt32> where state.armed >> i & 1 != 0 && state.alarms[Int(i)] == UInt32(truncatingIfNeeded: t) { ring(i) }
    schedule(at: cycle)
  }
  private func anchor(_ t: UInt64, at cycle: Cycle) {
    state.base = t
    state.anchor = services.ticks(.tick, at: cycle)
    state.checked = t
  }
  /// Rings what has become due since the last look.
  private func check(at cycle: Cycle) {
    let t = time(at: cycle), elapsed = t &- state.checked, low = UInt32(truncatingIfNeeded: state.checked)
    for i in 0..<4 as Range<UInt32> where state.armed >> i & 1 != 0 {
      let distance = state.alarms[Int(i)] &- low
      if distance != 0 && UInt64(distance) <= elapsed { ring(i) }
    }
    state.checked = t
  }
  private func ring(_ i: UInt32) {
    state.armed &= ~(1 << i)
    state.raw |= 1 << i
    updateInterrupts()
  }
  private func schedule(at cycle: Cycle) {
    guard state.armed != 0, !state.paused else { services.cancel(.timer); return }
    let t = time(at: cycle), low = UInt32(truncatingIfNeeded: t)
    var nearest = UInt64.max
    for i in 0..<4 where state.armed >> UInt32(i) & 1 != 0 {
      let distance = state.alarms[i] &- low
      nearest = min(nearest, distance == 0 ? 1 << 32 : UInt64(distance))
    }
    services.schedule(.timer, at: services.cycle(.tick, reaching: state.anchor &+ (t &- state.base) &+ nearest))
  }
  private var status: UInt32 { state.raw & state.enable | state.force }
  private func updateInterrupts() {
    let s = status
    for i in 0..<4 as Range<UInt32> { services.setInterrupt(IRQ.TIMER_IRQ_0 + i, s >> i & 1 != 0) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    check(at: cycle)
    schedule(at: cycle)
  }
  public func clockChanged(at cycle: Cycle) { schedule(at: cycle) }
  public func reset(at cycle: Cycle) {
    state = State()
    anchor(0, at: cycle)
    services.cancel(.timer)
    updateInterrupts()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.base, state.anchor, state.checked] { out.put(v) }
    for v in [state.latchedHigh, state.writtenLow, state.armed, state.raw, state.enable, state.force, state.debugPause] { out.put(v) }
    out.put(state.alarms)
    out.put(state.paused)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.base = try input.get(); state.anchor = try input.get(); state.checked = try input.get()
    state.latchedHigh = try input.get(); state.writtenLow = try input.get(); state.armed = try input.get()
    state.raw = try input.get(); state.enable = try input.get(); state.force = try input.get(); state.debugPause = try input.get()
    state.alarms = try input.get()
    guard state.alarms.count == 4 else { throw StateError("saved TIMER is damaged") }
    state.paused = try input.get()
  }
}
