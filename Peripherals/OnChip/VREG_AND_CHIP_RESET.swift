import Emulation
import Registers

/// VREG_AND_CHIP_RESET (RP2040 data sheet §2.10, §2.12): regulator and brown-out settings, and what reset the chip last.
public final class VREG_AND_CHIP_RESET: Peripheral {
  public let name = "VREG_AND_CHIP_RESET"
  private typealias R = Registers.VREG_AND_CHIP_RESET
  private var regulator: UInt32 = R.VREG.reset, brownOut: UInt32 = R.BOD.reset, chipReset: UInt32 = 0
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices) { self.services = services }

  /// The chip was reset by `cause`; only the last one shows.
  public func note(_ cause: ResetCause) {
    typealias C = R.CHIP_RESET
    let flag: UInt32 =
      switch cause {
      case .power: C.HAD_POR.mask
      case .run: C.HAD_RUN.mask
      case .rescue: C.HAD_PSM_RESTART.mask
      case .watchdog, .system: chipReset
      }
    chipReset = flag | chipReset & C.PSM_RESTART_FLAG.mask
    if cause == .rescue { chipReset |= C.PSM_RESTART_FLAG.mask }
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.CHIP_RESET.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.VREG.offset: regulator | R.VREG.ROK.mask  // an emulated regulator is always in regulation
    case R.BOD.offset: brownOut
    case R.CHIP_RESET.offset: chipReset
    default: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.VREG.offset:
      regulator = new & 0xf3
      if new & R.VREG.EN.mask == 0 { services.unmodelled(name, "VREG.EN off", write: true, value: new) }
      services.unmodelled(name, "VREG", bits: ["HIZ": R.VREG.HIZ], in: new)
    case R.BOD.offset: brownOut = new & 0xf1
    case R.CHIP_RESET.offset: if value & R.CHIP_RESET.PSM_RESTART_FLAG.mask != 0 { chipReset &= ~R.CHIP_RESET.PSM_RESTART_FLAG.mask }
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  public func reset(at cycle: Cycle) { regulator = R.VREG.reset; brownOut = R.BOD.reset }
  public func save(to out: inout StateWriter) { out.tag(name); out.put(regulator); out.put(brownOut); out.put(chipReset) }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    regulator = try input.get(); brownOut = try input.get(); chipReset = try input.get()
  }
}
