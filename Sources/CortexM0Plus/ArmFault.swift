import Emulation

/// Why an ARM core took a HardFault.
public struct ArmFault: Equatable, Sendable, CustomStringConvertible {
  public enum Cause: UInt8, Sendable {
    case undefinedInstruction, unalignedAccess, busError, notExecutable, noThumbBit, breakpoint, svcNotAllowed, protection, vectorFetch, returnFrame
  }
  public let cause: Cause
  /// Of the instruction that faulted.
  public let pc: UInt32
  public let lr: UInt32, sp: UInt32
  /// The address that was accessed, for bus errors, alignment and protection.
  public let address: UInt32?
  /// The halfword at `pc`, for undefined instructions.
  public let code: UInt32
  public let cycle: Cycle

  public var description: String {
    func hex(_ v: UInt32) -> String { "0x" + String(v, radix: 16) }
    let what: String =
      switch cause {
      case .undefinedInstruction: "undefined instruction \(hex(code))"
      case .unalignedAccess: "unaligned access to \(hex(address ?? 0))"
      case .busError: "nothing answers at \(hex(address ?? 0))"
      case .notExecutable: "no code can run at \(hex(pc))"
      case .noThumbBit: "jump to an even address, \(hex(pc)): bit 0 must be 1"
      case .breakpoint: "BKPT \(code & 0xff) without a debugger"
      case .svcNotAllowed: "SVC where its priority does not allow it"
      case .protection: "the MPU refuses \(hex(address ?? 0))"
      case .vectorFetch: "the vector at \(hex(address ?? 0)) cannot be used"
      case .returnFrame: "the exception frame at \(hex(address ?? 0)) cannot be used"
      }
    return "\(what), pc \(hex(pc)), lr \(hex(lr)), sp \(hex(sp))"
  }
}

/// What one of the chip's own ROM routines did.
public struct ROMResult: Sendable {
  /// Cycles it took.
  public var cycles: Cycle
  /// Nil: back to the caller (BX LR). Otherwise the core goes on here.
  public var jump: UInt32?
  /// Do the same instruction again after the next wake-up.
  public var again = false
  public init(cycles: Cycle, jump: UInt32? = nil, again: Bool = false) { self.cycles = cycles; self.jump = jump; self.again = again }
}
