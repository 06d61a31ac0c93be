import Emulation
import Registers

/// ROSC (RP2040 data sheet §2.17): the ring oscillator that clocks the chip after reset, and its random bit.
///
/// A nominal part: 6.5 MHz after reset at a divider of 16. Fewer stages and stronger drive are faster; by how much is the model's
/// guess (in proportion to the stages; a twelfth for each drive bit of a stage), since on silicon it differs from part to part.
public final class ROSC: Peripheral {
  public let name = "ROSC"
  private typealias R = Registers.ROSC
  struct State {
    var control: UInt32 = 0xaa0, frequencyA: UInt32 = 0, frequencyB: UInt32 = 0
    var divider: UInt32 = 0xaa0 + 16, phase: UInt32 = 8, dormant: UInt32 = wake
    var enabled = true, badWrite = false
    var countEnd: UInt64 = 0
    var random: UInt64
  }
  var state: State
  private static let dormant: UInt32 = 0x636f_6d61, wake: UInt32 = 0x7761_6b65
  private unowned(unsafe) let services: any ChipServices
  private let seed: UInt64

  public init(_ services: any ChipServices, seed: UInt64) {
    self.services = services
    self.seed = seed
    state = State(random: seed)
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset == R.RANDOMBIT.offset { return nextRandomBit(at: access.cycle) }
    if offset > R.COUNT.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CTRL.offset: return state.control
    case R.FREQA.offset: return state.frequencyA
    case R.FREQB.offset: return state.frequencyB
    case R.DORMANT.offset: return state.dormant
    case R.DIV.offset: return state.divider
    case R.PHASE.offset: return state.phase
    case R.STATUS.offset:
      return (state.enabled ? R.STATUS.STABLE.mask | R.STATUS.DIV_RUNNING.mask | R.STATUS.ENABLED.mask : 0) | (state.badWrite ? R.STATUS.BADWRITE.mask : 0)
    case R.RANDOMBIT.offset: return state.enabled ? UInt32(state.random >> 63) : 1
    case R.COUNT.offset:
      let now = services.ticks(.rosc, at: cycle)
      return now < state.countEnd ? UInt32(state.countEnd - now) : 0
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.CTRL.offset:
      state.control = new & 0xff_ffff
      if ![0xaa0, 0xfa4, 0xfa5, 0xfa6, 0xfa7].contains(new & 0xfff) { state.badWrite = true }
      switch R.CTRL.ENABLE.of(new) {
      case 0xd1e: state.enabled = false
      case 0xfab: state.enabled = true
      default: if new >> 12 != 0 { state.badWrite = true }
      }
    case R.FREQA.offset: state.frequencyA = new & 0xffff_7777
    case R.FREQB.offset: state.frequencyB = new & 0xffff_7777
    case R.DORMANT.offset:
      if new == Self.dormant { state.dormant = new; state.enabled = false } else if new == Self.wake { state.dormant = new } else { state.badWrite = true }
    case R.DIV.offset:
      // 0xaa0 + n, n = 1...31, 0 is 32; anything else divides by 32.
      if !(0xaa0...0xabf).contains(new & 0xfff) { state.badWrite = true }
      state.divider = new & 0xfff
    case R.PHASE.offset:
      state.phase = new & 0xfff
      services.unmodelled(name, "PHASE", bits: ["FLIP": R.PHASE.FLIP, "SHIFT": R.PHASE.SHIFT], in: state.phase)
    case R.STATUS.offset: if value & R.STATUS.BADWRITE.mask != 0 { state.badWrite = false }
    case R.COUNT.offset: state.countEnd = services.ticks(.rosc, at: access.cycle) + UInt64(new & 0xff)
    case R.RANDOMBIT.offset: break
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
    drive()
  }

  /// The frequency that the settings give.
  public var frequency: Frequency {
    guard state.enabled else { return .zero }
    let stages: UInt32 =
      switch state.control & 0xfff {
      case 0xfa5: 6;
      case 0xfa7: 4;
      case 0xfa6: 2;
      default: 8
      }
    var drive: UInt32 = 0
    for i in 0..<stages {
      let word = i < 4 ? state.frequencyA : state.frequencyB
      if word >> 16 == 0x9696 { drive += UInt32((word >> ((i & 3) * 4) & 7).nonzeroBitCount) }
    }
    let code = state.divider & 0xfff, divider: UInt32 = (0xaa1...0xabf).contains(code) ? code - 0xaa0 : 32
    // 6.5 MHz * 16 is the ring's rate with eight stages and no extra drive.
    return Frequency(UInt128(104_000_000) * 8 * UInt128(12 * stages + drive), over: UInt128(12 * stages * stages) * UInt128(divider))
  }
  private func drive() { services.setFrequency(.rosc, frequency) }

  /// On silicon a sample of the ring; here a generator fed by the seed, moved on by each read. 1 while the ring stands.
  private func nextRandomBit(at cycle: Cycle) -> UInt32 {
    guard state.enabled else { return 1 }
    state.random = state.random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(state.random >> 63)
  }
  public func wakeDormant() {
    guard state.dormant == Self.dormant else { return }
    state.dormant = Self.wake
    state.enabled = true
    drive()
  }
  public func reset(at cycle: Cycle) {
    state = State(random: state.random)
    drive()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.control, state.frequencyA, state.frequencyB, state.divider, state.phase, state.dormant] { out.put(v) }
    out.put(state.enabled); out.put(state.badWrite)
    out.put(state.countEnd); out.put(state.random)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.control = try input.get(); state.frequencyA = try input.get(); state.frequencyB = try input.get()
    state.divider = try input.get(); state.phase = try input.get(); state.dormant = try input.get()
    state.enabled = try input.get(); state.badWrite = try input.get()
    state.countEnd = try input.get(); state.random = try input.get()
  }
}
