import CPort
import Emulation

/// Hears what hosted cores do. Called on the core's own fiber at the moment it happens; it must not change anything of the chip.
public protocol ExecutionTracer: AnyObject {
  /// A handler begins or ends.
  func handler(_ irq: UInt32, core: UInt32, begins: Bool, at cycle: Cycle)
  /// PendSV has chosen another context.
  func switched(core: UInt32, at cycle: Cycle)
}

extension RP2040 {
  /// Asks the firmware at once, on the fiber that runs: only for functions that read memory and cannot fail on a sound board.
  public func askAtOnce(_ describe: Describe, _ what: UInt32, _ text: inout [UInt8]) -> Int {
    text.withUnsafeMutableBufferPointer { Int(describe(block, what, $0.baseAddress!, UInt32($0.count))) }
  }
}
