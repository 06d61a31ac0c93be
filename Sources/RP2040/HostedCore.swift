import CFiber
import CPort
import CortexM0Plus
import Emulation

/// One core that runs hosted firmware: its clock, its turn, its interrupt state. The words a running core needs at every
/// bytecode are in the board's `port_block`; here is what the other core's turn must not disturb.
final class HostedCore: PPBOwner {
  let index: UInt32
  unowned let chip: RP2040
  let ppb: CortexM0Plus.PPB
  let master: Master

  /// Local time while it does not run.
  var time: Cycle = 0
  var sleeping = false, waitingForTurn = false
  /// In reset (PSM), or nothing to run.
  var held = true
  /// The boot ROM waits for the FIFO: any line wakes it.
  var wakesOnLine = false

  /// The `port_block` words while the core does not run.
  var primask: UInt32 = 0, attention: UInt32 = 0
  /// The running context.
  var context: UInt32 = 0
  var fiber: UnsafeMutablePointer<CFiber.fiber>?
  /// Priority of the running handler; 4 in thread mode.
  var level: UInt32 = 4
  var activeException: UInt32 = 0

  init(_ index: UInt32, _ chip: RP2040) {
    self.index = index; self.chip = chip
    master = index == 0 ? .core0 : .core1
    ppb = CortexM0Plus.PPB(core: index, chip)
    ppb.owner = self
  }
  var awake: Bool { !sleeping && !held }
  private var isLive: Bool { chip.running === self }

  /// The attention word, wherever it is at the moment.
  private var liveAttention: UInt32 {
    get { isLive ? chip.block.pointee.attention : attention }
    set { if isLive { chip.block.pointee.attention = newValue } else { attention = newValue } }
  }
  var pendSV: Bool {
    get { liveAttention & 1 != 0 }
    set { liveAttention = liveAttention & ~1 | (newValue ? 1 : 0) }
  }
  func pendingChanged() {
    liveAttention = liveAttention & ~2 | (ppb.hasWork ? 2 : 0)
    if sleeping && (liveAttention != 0 || wakesOnLine) { chip.wake(self) }
  }
  func systemReset() { chip.requestReset(.system) }
}
