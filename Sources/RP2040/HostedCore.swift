import CFiber
import CPort
import CortexM0Plus
import Emulation

/// One core that runs hosted firmware: its interrupt state. The words a running core needs at every
/// bytecode are in the board's `port_block`; here is what the other core's turn must not disturb.
final class HostedCore: Core {
  unowned(unsafe) let chip: RP2040

  /// The boot ROM waits for the FIFO: any line wakes it.
  var wakesOnLine = false

  /// The `port_block` words while the core does not run.
  var primask: UInt32 = 0, attention: UInt32 = 0
  /// The running context.
  var context: UInt32 = 0
  var fiber: UnsafeMutablePointer<CFiber.fiber>?
  /// Priority of the running handler; 4 in thread mode.
  var level: UInt32 = 4
  var exception: UInt32 = 0

  init(_ index: UInt32, _ chip: RP2040) {
    self.chip = chip
    super.init(index, chip, host: chip)
  }
  private var isLive: Bool { chip.running === self }

  /// The attention word, wherever it is at the moment.
  private var liveAttention: UInt32 {
    get { isLive ? chip.block.pointee.attention : attention }
    set { if isLive { chip.block.pointee.attention = newValue } else { attention = newValue } }
  }
  override var pendSV: Bool {
    get { liveAttention & 1 != 0 }
    set { liveAttention = liveAttention & ~1 | (newValue ? 1 : 0) }
  }
  override var activeException: UInt32 { exception }
  override func pendingChanged() {
    liveAttention = liveAttention & ~2 | (ppb.hasWork ? 2 : 0)
    if sleeping && (liveAttention != 0 || wakesOnLine) { chip.wake(self) }
  }
  override func mpuChanged() {
    if ppb.mpuEnabled { chip.unmodelled(ppb.name, "MPU_CTRL.ENABLE", write: true, value: 1) }
  }
}
