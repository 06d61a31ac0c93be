import CPort
import Emulation
import Registers

// Everything that takes the chip, or parts of it, back to a beginning (RP2040 data sheet §2.12-2.14).
extension RP2040 {
  public func requestReset(_ cause: ResetCause) {
    if resetWanted == nil { resetWanted = cause }
    leave = true
  }

  /// Resets the board's logic at once, between runs. RAM keeps its contents; a fault is forgotten.
  public func reset(_ cause: ResetCause) {
    stopReason = nil
    leave = resetWanted != nil || pauseWanted
    switch cause {
    case .power, .run, .rescue:
      contexts.dropAll()
      for b in blocks { resetBlock(b, cause) }
      core0.ppb.reset(at: now); core1.ppb.reset(at: now)
      startCore(core0); startCore(core1)
    case .system:
      // The processors' system reset: peripherals keep their state.
      contexts.dropAll()
      core0.ppb.reset(at: now); core1.ppb.reset(at: now)
      startCore(core0); startCore(core1)
    case .watchdog:
      watchdogReset()
    }
  }

  private func resetBlock(_ b: any Peripheral, _ cause: ResetCause) {
    b.reset(at: now)
  }
  private func watchdogReset() {}

  /// The core begins anew, in its boot context.
  func startCore(_ core: HostedCore) {
    core.primask = 0
    core.attention = 0
    core.level = 4
    core.activeException = 0
    core.sleeping = false
    core.waitingForTurn = false
    core.wakesOnLine = false
    core.time = max(core.time, now)
    core.held = configuration.firmware == nil
    guard !core.held else { return }
    core.context = contexts.make(
      ContextStart(chip: .passUnretained(self), block: block, kind: core.index, argument: 0, boots: true), stackBytes: configuration.stackBytes)
    core.fiber = contexts[core.context]
    if core.fiber == nil { stop(.fault(FaultReport(core: core.index, context: 0, address: nil, cycle: now, text: "the host has no memory for a core's stack"))) }
  }

  public func holdBlocks(_ mask: UInt32) {
    let fresh = mask & ~held
    held = mask
    bus.held = mask
    bus.forgetReports(fresh)
    for (b, m) in zip(blocks, masks) where m & fresh != 0 { b.reset(at: now) }
  }
  public func holdStages(_ mask: UInt32) { heldStages = mask }
  public func wakeDormant() {}
}
