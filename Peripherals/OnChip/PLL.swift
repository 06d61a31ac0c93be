import Emulation
import Registers

/// PLL_SYS and PLL_USB (RP2040 data sheet §2.18): reference, feedback divider, two post dividers, and the time to lock.
public final class PLL: Peripheral {
  public let name: String
  private typealias R = Registers.PLL
  struct State {
    var cs: UInt32 = 1, power: UInt32 = 0x2d, feedback: UInt32 = 0, primary: UInt32 = 0x7_7000
    var locked = false
    /// Tick of the crystal at which it locks.
    var lockAt: UInt64 = 0
    var locking = false
  }
  var state = State()
  private unowned(unsafe) let services: any ChipServices
  private let clock: ClockName, source: EventSource
  /// Periods of the reference until LOCK: the data sheet gives none; a VCO settles within some hundred.
  static let lockPeriods: UInt64 = 500

  public init(_ name: String, _ clock: ClockName, _ source: EventSource, _ services: any ChipServices) {
    self.name = name; self.clock = clock; self.source = source; self.services = services
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.PRIM.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CS.offset: state.cs | (state.locked ? R.CS.LOCK.mask : 0)
    case R.PWR.offset: state.power
    case R.FBDIV_INT.offset: state.feedback
    case R.PRIM.offset: state.primary
    default: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.CS.offset:
      let divider = state.cs & 0x3f
      state.cs = new & 0x13f
      if divider != new & 0x3f { relock() }
    case R.PWR.offset:
      let wasOn = vcoOn
      state.power = new & 0x2d
      if vcoOn != wasOn { relock() }
    case R.FBDIV_INT.offset:
      let old = state.feedback
      state.feedback = new & 0xfff
      if old != state.feedback { relock() }
    case R.PRIM.offset: state.primary = new & 0x7_7000
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
    output()
  }

  private var vcoOn: Bool { state.power & (R.PWR.PD.mask | R.PWR.VCOPD.mask) == 0 }
  /// FREF: the crystal over REFDIV.
  private var reference: Frequency { services.frequency(.xosc) / UInt64(max(state.cs & 0x3f, 1)) }

  private func relock() {
    state.locked = false
    state.locking = vcoOn && state.feedback >= 16 && state.feedback <= 320  // §2.18.2.1
    if state.locking { state.lockAt = services.ticks(.xosc, at: services.now) + Self.lockPeriods * UInt64(max(state.cs & 0x3f, 1)) }
    reschedule()
  }
  private func reschedule() {
    if state.locking { services.schedule(source, at: services.cycle(.xosc, reaching: state.lockAt)) } else { services.cancel(source) }
  }
  private func output() {
    var f = Frequency.zero
    if state.cs & R.CS.BYPASS.mask != 0 {
      f = reference
    } else if state.locked && state.power & R.PWR.POSTDIVPD.mask == 0 {
      f = reference * UInt64(state.feedback) / UInt64(max(R.PRIM.POSTDIV1.of(state.primary), 1) * max(R.PRIM.POSTDIV2.of(state.primary), 1))
    }
    services.setFrequency(clock, f)
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    state.locking = false
    state.locked = true
    output()
  }
  public func clockChanged(at cycle: Cycle) {
    if state.locked && services.frequency(.xosc).isZero { relock() }  // without a reference the lock is lost
    reschedule()
    output()
  }
  public func reset(at cycle: Cycle) {
    state = State()
    services.cancel(source)
    output()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.cs, state.power, state.feedback, state.primary] { out.put(v) }
    out.put(state.locked); out.put(state.locking); out.put(state.lockAt)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.cs = try input.get(); state.power = try input.get(); state.feedback = try input.get(); state.primary = try input.get()
    state.locked = try input.get(); state.locking = try input.get(); state.lockAt = try input.get()
  }
}
