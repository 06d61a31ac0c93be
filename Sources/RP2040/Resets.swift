import CPort
import CortexM0Plus
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
      for b in blocks { b.reset(at: now) }
      heldStages = 0
      startCores()
    case .system:
      // The processors' system reset: peripherals keep their state.
      startCores()
    case .watchdog:
      watchdogReset()
    }
    vreg.note(cause)
  }

  private func startCores() {
    contexts.dropAll()
    core0.ppb.reset(at: now)
    core1.ppb.reset(at: now)
    startCore(core0)
    startCore(core1)
  }

  /// What PSM.WDSEL selects is reset, and of the blocks behind RESETS what its own WDSEL selects (§2.13.5, §2.14.3).
  private func watchdogReset() {
    typealias S = Registers.PSM.WDSEL
    let stages = psm.watchdogSelection, selected = resets.watchdogSelection
    for (b, m) in zip(blocks, masks) where m & selected != 0 { b.reset(at: now) }
    resetStages(stages & ~(S.PROC0.mask | S.PROC1.mask))
    if stages & S.PROC0.mask != 0 && stages & S.PROC1.mask != 0 {
      startCores()
    } else if stages & S.PROC0.mask != 0 {
      restart(core0)
    } else if stages & S.PROC1.mask != 0 {
      restart(core1)
    }
  }
  /// Resets what belongs to the stages of `mask`.
  private func resetStages(_ mask: UInt32) {
    typealias S = Registers.PSM.WDSEL
    if mask & S.ROSC.mask != 0 { rosc.reset(at: now) }
    if mask & S.XOSC.mask != 0 { xosc.reset(at: now) }
    if mask & S.CLOCKS.mask != 0 { block(named: "CLOCKS")?.reset(at: now) }
    if mask & S.RESETS.mask != 0 { resets.reset(at: now) }
    if mask & S.VREG_AND_CHIP_RESET.mask != 0 { vreg.reset(at: now) }
    if mask & S.XIP.mask != 0 { block(named: "XIP_CTRL")?.reset(at: now); block(named: "SSI")?.reset(at: now) }
    if mask & S.SIO.mask != 0 { block(named: "SIO")?.reset(at: now) }
  }
  /// One core alone begins anew; what it ran is lost, other tasks' contexts stay.
  private func restart(_ core: Core) {
    drop(core)
    core.ppb.reset(at: now)
    startCore(core)
  }

  /// The core begins anew, in its boot context.
  func startCore(_ core: Core) {
    if isHeldInReset {
      drop(core)
      core.held = true
      return
    }
    if let arm = core as? ArmCore {
      rom.forget(arm.index)
      lastStop = nil
      arm.start(vectors: 0, at: now)
      return
    }
    startHosted(unsafeDowncast(core, to: HostedCore.self))
  }
  /// The button pulls the flash's select line low against the pad's pull-up (§2.8.1.2).
  var isBootselHeld: Bool { circuit.find("QSPI_SS").map { circuit.level(of: $0) == .low } ?? false }
  static let bootselHeld = "BOOTSEL is held down"
  /// What a core ran is lost.
  private func drop(_ core: Core) {
    guard let core = core as? HostedCore else { return }
    contexts.drop(core.context)
    core.context = 0
    core.fiber = nil
  }
  private func startHosted(_ core: HostedCore) {
    core.primask = 0
    core.attention = 0
    core.level = 4
    core.exception = 0
    core.sleeping = false
    core.waitingForTurn = false
    core.wakesOnLine = false
    core.time = max(core.time, now)
    core.held = configuration.firmware == nil
    guard !core.held else { return }
    // The boot ROM would look at the pin; hosted firmware does not go through it.
    if core.index == 0 && isBootselHeld {
      core.held = true
      return stop(.bootsel(Self.bootselHeld))
    }
    core.context = contexts.make(
      ContextStart(chip: .passUnretained(self), block: block, kind: core.index, argument: 0, boots: true), stackBytes: configuration.stackBytes)
    core.fiber = contexts[core.context]
    if core.fiber == nil {
      stop(.fault(FaultReport(core: core.index, context: 0, address: nil, cycle: now, text: "the host has no memory for a core's stack")))
    }
  }

  public func holdBlocks(_ mask: UInt32) {
    let fresh = mask & ~held
    held = mask
    bus.held = mask
    bus.forgetReports(fresh)
    for (b, m) in zip(blocks, masks) where m & fresh != 0 { b.reset(at: now) }
  }
  public func holdStages(_ mask: UInt32) {
    typealias S = Registers.PSM.FRCE_OFF
    let fresh = mask & ~heldStages, freed = heldStages & ~mask
    heldStages = mask
    resetStages(fresh)
    for (core, bit) in [(core0!, S.PROC0.mask), (core1!, S.PROC1.mask)] {
      if fresh & bit != 0 && !core.held { coresToHold |= bit; leave = true }
      if freed & bit != 0 { coresToStart |= bit; leave = true }
    }
  }
  /// PSM's changes to the cores take effect when no fiber runs.
  func settleCores() {
    typealias S = Registers.PSM.FRCE_OFF
    for (core, bit) in [(core0!, S.PROC0.mask), (core1!, S.PROC1.mask)] {
      if coresToHold & bit != 0 && !core.held {
        drop(core)
        core.held = true
        core.ppb.reset(at: now)
      }
      if coresToStart & bit != 0 {
        if !core.held { drop(core) }
        core.ppb.reset(at: now)
        startCore(core)
      }
    }
    coresToHold = 0
    coresToStart = 0
  }
  public func wakeDormant() {
    xosc.wakeDormant()
    rosc.wakeDormant()
  }
}
