import Emulation

// The core's turn, and the instructions that the loop leaves to others.
extension ArmCore {
  /// Runs until the core's time passes `turn.end`, it sleeps, waits for the rest of the chip, or the chip has to leave. At least one
  /// instruction is executed unless one of the last three holds, so that turns make progress.
  public func run() {
    waitingForTurn = false
    while !sleeping, !held {
      // Between the halves of an exception's entry too: that is when a more urgent one may arrive.
      let end = turn.pointee.end &+ 1
      if turn.pointee.leave || time >= end { return }
      if entering { finishEntry(); if lockedUp { return } }
      if attention {
        attention = false
        if let next = mostUrgent(below: effectiveLevel) { enter(next, returnTo: pc); continue }
      }
      if time >= end { continue }
      limit = careful ? time &+ 1 : end
      if careful, !carefulStep() { continue }
      // Jumps lead from one of the two to the other by `jumped`.
      switch execute() {
      case .limit: break
      case .notYet:
        waitingForTurn = true
        return
      case .fault: take(fault(faultCause, at: pc, address: faultAddress))
      case .special:
        special()
        if waitingForTurn { return }
      case .jump: jumped()
      }
    }
  }
  private func execute() -> LoopExit {
    if pc >> 26 == 4 && lines != nil { return sharesBus ? executeFlashShared() : executeFlash() }
    if pc >> 24 == Self.bankWindow { return executeBanks() }
    return !sharesBus ? executePlain() : pc &- 0x2000_0000 < Self.stripedBytes ? executePlainShared() : executeBanks()
  }
  /// What a single step looks at first. False: something else happened.
  private func carefulStep() -> Bool {
    guard executable(pc) else { take(fault(.protection, at: pc, address: pc)); return false }
    if watchesCode, observer?.stops(before: self) == true { host.pause(); return false }
    instructions += 1
    onInstruction?(self)
    return true
  }

  // MARK: Instructions

  private func special() {
    let at = pc &- 2
    let w = UInt32(base.load(fromByteOffset: place(at), as: UInt16.self))
    switch table[Int(w)] {
    case .svc:
      if ppb.svCallPriority < UInt32(max(effectiveLevel, 0)) {
        enter(11, returnTo: pc)
      } else {
        take(fault(.svcNotAllowed, at: at))
      }
    case .bkpt:
      if let observer, observer.takesBreakpoint(self) {
        pc = at
        time &-= 1
        host.pause()
      } else {
        take(fault(.breakpoint, at: at))
      }
    case .wfi:
      time &+= 1
      waitsForEvent = false
      if !wakes { sleeping = true }
    case .wfe:
      time &+= 1
      waitsForEvent = true
      if !wakes { sleeping = true }
      if !sleeping { waitsForEvent = false; eventRegister = false }
    case .sev:
      guard time &- 1 <= turn.pointee.exclusiveUntil else { again(at); return }
      turn.pointee.now = time &- 1
      host.sendEvent()
    case .bl: wide(w, at)
    default:
      if w >> 8 == 0xde, at < 0x4000, ownROM { callROM(w & 255, at); return }
      if !executable(at) { take(fault(.notExecutable, at: at)); return }
      take(fault(.undefinedInstruction, at: at))
    }
  }
  /// The instruction is done again when the rest of the chip has caught up.
  private func again(_ at: UInt32) {
    pc = at
    time &-= 1
    waitingForTurn = true
  }

  /// MSR, MRS, barriers (A5.3).
  private func wide(_ w: UInt32, _ at: UInt32) {
    let low = UInt32(base.load(fromByteOffset: place(at &+ 2), as: UInt16.self))
    switch (w, low) {
    case (0xf3ef, let l) where l >> 12 == 8:
      let d = Int(l >> 8 & 15)
      guard d != 13, d != 15 else { take(fault(.undefinedInstruction, at: at)); return }
      self[d] = readSpecial(l & 255)
    case (let h, let l) where h & 0xffe0 == 0xf380 && l & 0xff00 == 0x8800:
      let n = Int(h & 15)
      guard n != 13, n != 15 else { take(fault(.undefinedInstruction, at: at)); return }
      writeSpecial(l & 255, self[n])
    case (0xf3bf, let l) where [0x8f40, 0x8f50, 0x8f60].contains(l & 0xfff0): break
    default: take(fault(.undefinedInstruction, at: at)); return
    }
    pc = at &+ 4
    time &+= 2
  }
  private func readSpecial(_ number: UInt32) -> UInt32 {
    switch number {
    case 0...7:
      let psr: UInt32 = (number & 4 == 0 ? flags & 0xf000_0000 : 0) | (number & 1 != 0 ? exception : 0)
      return psr
    case 8: return privileged ? msp : 0
    case 9: return privileged ? psp : 0
    case 16: return privileged ? primaskBit : 0
    case 20: return control
    default: return 0
    }
  }
  private func writeSpecial(_ number: UInt32, _ value: UInt32) {
    switch number {
    case 0...3: flags = value
    case 8: if privileged { msp = value & ~3 }
    case 9: if privileged { psp = value & ~3 }
    case 16: if privileged { primask = value & 1 != 0; attention = true }
    case 20: if privileged { setControl(inHandler ? control & 2 | value & 1 : value) }
    default: break
    }
  }

  private func callROM(_ number: UInt32, _ at: UInt32) {
    guard time &- 1 <= turn.pointee.exclusiveUntil else { again(at); return }
    turn.pointee.now = time &- 1
    let result = host.callROM(self, number)
    time &+= result.cycles
    if result.again { pc = at; return }
    if let jump = result.jump { self[15] = jump & ~1; jumpTarget = jump; jumped(); return }
    jumpTarget = self[14]
    jumped()
  }

  /// A jump that is not to plain code.
  private func jumped() {
    let target = jumpTarget
    if target >> 28 == 15 && inHandler { exceptionReturn(target); return }
    pc = target
    if target & 1 == 0 { take(fault(.noThumbBit, at: target)); return }
    if !executable(pc) { take(fault(.notExecutable, at: pc, address: pc)) }
  }
}
