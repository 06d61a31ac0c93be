import Emulation
import Registers

// Exceptions and sleep (ARMv6-M Architecture Reference Manual B1.5).
//
// Entry takes 15 cycles from zero-wait memory, in two halves: the frame is stacked, and then the most urgent exception of that moment is
// taken, so that one that arrives late goes first. A return takes 12; when another exception waits, its handler begins at once on the same
// frame (tail chaining), 6 cycles after the return.
extension ArmCore {
  static let stackingCycles: Cycle = 9, vectorCycles: Cycle = 6, returnCycles: Cycle = 11, tailCycles: Cycle = 6

  /// The present priority with PRIMASK: what has to be undercut.
  var effectiveLevel: Int32 { primask ? min(level, 0) : level }

  /// The most urgent pending exception that undercuts `level`.
  func mostUrgent(below level: Int32) -> UInt32? {
    if nmiPending && level > -2 { return 2 }
    if hardFaultPending && level > -1 { return 3 }
    guard level > 0 else { return nil }
    var best: UInt32?, limit = UInt32(level)
    if svCallPending, ppb.svCallPriority < limit { best = 11; limit = ppb.svCallPriority }
    if pendSVPending, ppb.pendSVPriority < limit { best = 14; limit = ppb.pendSVPriority }
    if let (irq, _) = ppb.next(below: limit) { best = irq == 32 ? 15 : 16 + irq }
    return best
  }
  /// Would something wake the core from WFI? PRIMASK does not count.
  var wakes: Bool {
    if mostUrgent(below: level) != nil { return true }
    return waitsForEvent && eventRegister
  }
  private func priority(of exception: UInt32) -> Int32 {
    switch exception {
    case 2: -2
    case 3: -1
    case 11: Int32(ppb.svCallPriority)
    case 14: Int32(ppb.pendSVPriority)
    default: Int32(ppb.priority(ofException: exception))
    }
  }
  private func updateLevel() {
    var l: Int32 = 4, bits = active
    while bits != 0 {
      l = min(l, priority(of: UInt32(bits.trailingZeroBitCount)))
      bits &= bits - 1
    }
    level = l
  }

  // MARK: Entry

  /// Stacks the frame for an exception that is due. SVCall is pending from here on, as PendSV and the interrupts are already.
  func enter(_ exception: UInt32, returnTo address: UInt32) {
    if exception == 11 { svCallPending = true }
    let sp = self[13], frame = (sp &- 32) & ~7
    let words = [self[0], self[1], self[2], self[3], self[12], self[14], address, xpsr | (sp & 4) << 7]
    turn.pointee.exclusiveUntil = max(turn.pointee.exclusiveUntil, time)  // stacking cannot be put off: the frame is memory as a rule
    for (i, word) in words.enumerated() {
      guard slowStore(frame &+ UInt32(i) * 4, word, 4, at: time, word: UInt32(i)).end == .done else {
        derived(fault(.returnFrame, at: address, address: frame))
        break
      }
    }
    self[13] = frame
    stackedFrame()
    time &+= Self.stackingCycles
  }
  private func stackedFrame() {
    pendingReturn = 0xffff_fff1 | (inHandler ? 0 : usesProcessStack ? 0xc : 8)
    if usesProcessStack { setControl(control & 1) }
    // Until the vector is fetched the core belongs to the exception already: nothing below it is taken.
    entering = true
  }
  /// Fetches the vector of what is most urgent now.
  func finishEntry() {
    entering = false
    guard let exception = mostUrgent(below: effectiveLevel) else {
      // What was to be taken is pending no more: back to where it was.
      unstack(pendingReturn)
      return
    }
    begin(exception)
  }
  private func begin(_ number: UInt32) {
    switch number {
    case 2: nmiPending = false
    case 3: hardFaultPending = false
    case 11: svCallPending = false
    case 14: pendSVPending = false
    case 15: ppb.enter(32)
    default: ppb.enter(number - 16)
    }
    exception = number
    active |= 1 << UInt64(number)
    updateLevel()
    self[14] = pendingReturn
    time &+= Self.vectorCycles
    attention = true
    eventRegister = true
    let vector = ppb.vectorTable &+ number * 4
    guard isCode(vector) else { refuseVector(vector); return }
    let entry = base.load(fromByteOffset: place(vector), as: UInt32.self)
    pc = entry
    if entry & 1 == 0 { take(fault(.noThumbBit, at: entry)) } else if !executable(pc) { take(fault(.notExecutable, at: pc, address: pc)) }
  }
  private func refuseVector(_ vector: UInt32) {
    if level < 0 { lockUp(fault(.vectorFetch, at: pc, address: vector)) } else { take(fault(.vectorFetch, at: pc, address: vector)) }
  }

  // MARK: Return

  func exceptionReturn(_ value: UInt32) {
    let mode = value & 15
    active &= ~(1 << UInt64(exception))
    if exception >= 15 { ppb.leave(exception == 15 ? 32 : exception - 16) }
    updateLevel()
    eventRegister = true
    guard mode == 1 || mode == 9 || mode == 13, value >> 4 == 0xfff_ffff, (mode == 1) == (active != 0) else {
      take(fault(.returnFrame, at: value & ~1, address: value))
      return
    }
    let next = mostUrgent(below: effectiveLevel)
    if next == nil, mode != 1, ppb.systemControl & 2 != 0 { sleepOnExit(value); return }
    if let next {
      pendingReturn = value
      time &+= Self.tailCycles &- Self.vectorCycles
      begin(next)
      return
    }
    unstack(value)
  }
  /// SCR.SLEEPONEXIT: the core sleeps on the frame, and the next interrupt is chained to it.
  private func sleepOnExit(_ value: UInt32) {
    exception = 0
    unstack(value)
    sleeping = true
    waitsForEvent = false
  }
  /// Takes the frame from the stack that `value` names, and goes on where it says.
  private func unstack(_ value: UInt32) {
    let process = value & 15 == 13
    exception = 0
    if usesProcessStack != process { setControl(control & 1 | (process ? 2 : 0)) }
    let frame = self[13]
    var words: [8 of UInt32] = .init(repeating: 0)
    turn.pointee.exclusiveUntil = max(turn.pointee.exclusiveUntil, time)
    for i in 0..<8 {
      let reply = slowLoad(frame &+ UInt32(i) * 4, 4, at: time, word: UInt32(i))
      guard reply.end == .done else {
        take(fault(.returnFrame, at: value & ~1, address: frame))
        return
      }
      words[i] = reply.value
    }
    for i in 0..<4 { self[i] = words[i] }
    self[12] = words[4]
    self[14] = words[5]
    let psr = words[7]
    self[13] = frame &+ 32 | (psr >> 7 & 4)
    flags = psr
    exception = value & 15 == 1 ? psr & 63 : 0
    pc = words[6]
    time &+= Self.returnCycles
    attention = true
    if psr >> 24 & 1 == 0 { take(fault(.noThumbBit, at: pc)) } else if !executable(pc) { take(fault(.notExecutable, at: pc, address: pc)) }
  }

  // MARK: Faults

  func fault(_ cause: ArmFault.Cause, at pc: UInt32, address: UInt32? = nil) -> ArmFault {
    let code = executable(pc) ? UInt32(base.load(fromByteOffset: place(pc & ~1), as: UInt16.self)) : 0
    return ArmFault(cause: cause, pc: pc, lr: self[14], sp: self[13], address: address, code: code, cycle: time)
  }
  /// A HardFault at `fault.pc`, or lock-up when one is being handled already.
  func take(_ fault: ArmFault) {
    lastFault = fault
    guard level > -1 else { lockUp(fault); return }
    host.faulted(self, fault, lockedUp: false)
    hardFaultPending = true
    enter(3, returnTo: fault.pc & ~1)
  }
  /// A fault while a frame is stacked: HardFault takes the place of what was to be taken.
  private func derived(_ fault: ArmFault) {
    lastFault = fault
    guard level > -1, !hardFaultPending else { lockUp(fault); return }
    host.faulted(self, fault, lockedUp: false)
    hardFaultPending = true
  }
  func lockUp(_ fault: ArmFault) {
    lastFault = fault
    lockedUp = true
    sleeping = true
    entering = false
    waitsForLine = false
    host.faulted(self, fault, lockedUp: true)
  }
}
