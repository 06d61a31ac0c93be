import Emulation
import Registers

/// WATCHDOG (RP2040 data sheet §4.7): the tick generator of TIMER, the countdown (two down a tick: erratum RP2040-E1), eight scratch
/// words and the reason, which survive every reset but that of the power or the RUN pin.
public final class WATCHDOG: Peripheral {
  public let name = "WATCHDOG"
  private typealias R = Registers.WATCHDOG
  struct State {
    var control: UInt32 = 0x0700_0000
    /// The countdown at tick `from`; it stands while the watchdog is not enabled.
    var counter: UInt32 = 0, from: UInt64 = 0
    var reason: UInt32 = 0
    var scratch = [UInt32](repeating: 0, count: 8)
    var tick: UInt32 = 0x200
  }
  var state = State()
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices) { self.services = services }

  private var enabled: Bool { state.control & R.CTRL.ENABLE.mask != 0 }
  private func counter(at cycle: Cycle) -> UInt32 {
    guard enabled else { return state.counter }
    let gone = (services.ticks(.tick, at: cycle) &- state.from) * 2
    return gone < UInt64(state.counter) ? state.counter - UInt32(gone) : 0
  }
  private func settle(at cycle: Cycle) {
    state.counter = counter(at: cycle)
    state.from = services.ticks(.tick, at: cycle)
  }
  private func schedule() {
    guard enabled else { services.cancel(.watchdog); return }
    services.schedule(.watchdog, at: services.cycle(.tick, reaching: state.from + UInt64((state.counter + 1) / 2)))
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.TICK.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CTRL.offset: return state.control | counter(at: cycle)
    case R.REASON.offset: return state.reason
    case R.SCRATCH0.offset...R.SCRATCH7.offset: return state.scratch[Int(offset - R.SCRATCH0.offset) / 4]
    case R.TICK.offset:
      let cycles = UInt64(state.tick & 0x1ff), running = tickRuns
      let left = running ? cycles - 1 - services.ticks(.ref, at: cycle) % cycles : 0
      return state.tick | (running ? R.TICK.RUNNING.mask : 0) | R.TICK.COUNT.put(UInt32(left))
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, new = access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.CTRL.offset:
      settle(at: cycle)
      state.control = new & 0x4700_0000
      if new & R.CTRL.TRIGGER.mask != 0 { trigger(R.REASON.FORCE.mask) } else { schedule() }
    case R.LOAD.offset:
      state.counter = value & 0xff_ffff
      state.from = services.ticks(.tick, at: cycle)
      schedule()
    case R.SCRATCH0.offset...R.SCRATCH7.offset: state.scratch[Int(offset - R.SCRATCH0.offset) / 4] = new
    case R.TICK.offset:
      let old = state.tick
      state.tick = new & 0x3ff
      if old != state.tick { services.restartClock(.tick) }
      followReference()
    case R.REASON.offset: break
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  private func trigger(_ reason: UInt32) {
    state.reason = reason
    state.control &= ~R.CTRL.ENABLE.mask
    state.counter = 0
    services.cancel(.watchdog)
    services.requestReset(.watchdog)
  }

  private var tickRuns: Bool { state.tick & R.TICK.ENABLE.mask != 0 && state.tick & 0x1ff != 0 && services.hertz(.ref) != 0 }
  private func followReference() {
    let runs = state.tick & R.TICK.ENABLE.mask != 0 && state.tick & 0x1ff != 0
    services.setFrequency(.tick, runs ? services.frequency(.ref) / UInt64(state.tick & 0x1ff) : .zero)
  }

  public func fire(_ source: EventSource, at cycle: Cycle) { trigger(R.REASON.TIMER.mask) }
  public func clockChanged(at cycle: Cycle) {
    followReference()
    schedule()
  }
  /// Power or RUN: everything. What a watchdog reset leaves is left by not calling this.
  public func reset(at cycle: Cycle) {
    state = State()
    services.cancel(.watchdog)
    followReference()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.control, state.counter, state.reason, state.tick] { out.put(v) }
    out.put(state.from)
    out.put(state.scratch)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.control = try input.get(); state.counter = try input.get(); state.reason = try input.get(); state.tick = try input.get()
    state.from = try input.get()
    state.scratch = try input.get()
    guard state.scratch.count == 8 else { throw StateError("saved WATCHDOG is damaged") }
  }
}
