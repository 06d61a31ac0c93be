import Emulation
import Registers

/// XOSC (RP2040 data sheet §2.16): the crystal oscillator, with its start-up delay and dormant mode.
public final class XOSC: Peripheral {
  public let name = "XOSC"
  private typealias R = Registers.XOSC
  struct State {
    var control: UInt32 = 0, startup: UInt32 = 0xc4, dormant: UInt32 = wake
    var enabled = false, stable = false, badWrite = false
    /// COUNT: ticks of the crystal at which it reaches 0.
    var countEnd: UInt64 = 0
    /// Tick of the crystal at which it counts as stable.
    var stableAt: UInt64 = 0
  }
  var state = State()
  private static let dormant: UInt32 = 0x636f_6d61, wake: UInt32 = 0x7761_6b65
  private unowned(unsafe) let services: any ChipServices
  /// The board's crystal.
  public let crystal: Frequency

  public init(_ services: any ChipServices, hertz: UInt64 = 12_000_000) {
    self.services = services
    crystal = Frequency(hertz)
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.STARTUP.offset && offset != R.COUNT.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CTRL.offset: return state.control
    case R.STATUS.offset:
      return (state.stable ? R.STATUS.STABLE.mask : 0) | (state.badWrite ? R.STATUS.BADWRITE.mask : 0) | (state.enabled ? R.STATUS.ENABLED.mask : 0)
    case R.DORMANT.offset: return state.dormant
    case R.STARTUP.offset: return state.startup
    case R.COUNT.offset:
      let now = services.ticks(.crystal, at: cycle)
      return now < state.countEnd ? UInt32(state.countEnd - now) : 0
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.CTRL.offset:
      state.control = new & 0xff_ffff
      if !(0xaa0...0xaa3).contains(new & 0xfff) { state.badWrite = true }
      switch R.CTRL.ENABLE.of(new) {
      case 0xfab: if !state.enabled { start() }
      case 0xd1e: stop()
      default: state.badWrite = true
      }
    case R.STATUS.offset:
      if value & R.STATUS.BADWRITE.mask != 0 && access.alias != .clear { state.badWrite = false }
    case R.DORMANT.offset:
      if new == Self.dormant {
        state.dormant = new; stop(); state.enabled = false
      } else if new == Self.wake {
        state.dormant = new
      } else {
        state.badWrite = true
      }
    case R.STARTUP.offset: state.startup = new & 0x10_3fff
    case R.COUNT.offset: state.countEnd = services.ticks(.crystal, at: access.cycle) + UInt64(new & 0xff)
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  private func start() {
    state.enabled = true
    state.stable = false
    services.setFrequency(.crystal, crystal)
    let delay = UInt64(state.startup & 0x3fff) * 256 * (state.startup & R.STARTUP.X4.mask != 0 ? 4 : 1)
    state.stableAt = services.ticks(.crystal, at: services.now) + max(delay, 1)
    reschedule()
  }
  private func stop() {
    state.enabled = false
    state.stable = false
    services.cancel(.xosc)
    services.setFrequency(.xosc, .zero)
    services.setFrequency(.crystal, .zero)
  }
  private func reschedule() {
    if state.enabled && !state.stable { services.schedule(.xosc, at: services.cycle(.crystal, reaching: state.stableAt)) }
  }
  /// A dormant-wake event: the crystal starts again.
  public func wakeDormant() {
    guard state.dormant == Self.dormant else { return }
    state.dormant = Self.wake
    start()
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    state.stable = true
    services.setFrequency(.xosc, crystal)
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }
  public func reset(at cycle: Cycle) {
    stop()
    state = State()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.control, state.startup, state.dormant] { out.put(v) }
    for v in [state.enabled, state.stable, state.badWrite] { out.put(v) }
    out.put(state.countEnd); out.put(state.stableAt)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.control = try input.get(); state.startup = try input.get(); state.dormant = try input.get()
    state.enabled = try input.get(); state.stable = try input.get(); state.badWrite = try input.get()
    state.countEnd = try input.get(); state.stableAt = try input.get()
  }
}
