import Emulation

/// Who watches an ARM core: a debugger, or a trace. While one is there the core executes one instruction at a time.
public protocol ArmObserver: AnyObject {
  /// The instruction at the core's PC comes next. True: it must not be executed, the chip pauses before it.
  func stops(before core: ArmCore) -> Bool
  /// A BKPT is executed. True: the chip pauses at it; false: it is a fault, as on a board without a debugger.
  func takesBreakpoint(_ core: ArmCore) -> Bool
  /// A load or store of `bytes` bytes was made. Called for every one while `watchesData` of the core is set. True: the chip pauses after the instruction.
  func stops(after core: ArmCore, address: UInt32, bytes: UInt8, write: Bool) -> Bool
}

extension ArmObserver {
  public func stops(after core: ArmCore, address: UInt32, bytes: UInt8, write: Bool) -> Bool { false }
  public func takesBreakpoint(_ core: ArmCore) -> Bool { false }
}

extension ArmCore {
  /// An access that was made, while `watchesData` is set.
  @inline(never) func watched(_ address: UInt32, _ bytes: UInt8, write: Bool) {
    if observer?.stops(after: self, address: address, bytes: bytes, write: write) == true { host.pause() }
  }
}
