import Emulation

// One instruction of one state machine (RP2040 data sheet §3.4, §3.5). Effects on flags and pins are collected for the tick, since machines do
// not see what others do in the same one.
extension PIO {
  enum Outcome { case next, jumped, executes, stalled }

  /// A machine's inputs at `tick`: through two flip-flops, or straight with INPUT_SYNC_BYPASS. What happens in a tick is seen in the next.
  @inline(__always) static func inputs(_ s: UnsafeMutablePointer<PIOState>, _ tick: UInt64) -> UInt32 {
    let now = s.pointee.inputs[0]
    if now.since &+ 3 <= tick { return now.levels }
    return late(s, tick)
  }
  @inline(never) private static func late(_ s: UnsafeMutablePointer<PIOState>, _ tick: UInt64) -> UInt32 {
    var old = s.pointee.inputs[3].levels
    for i in 0..<4 where s.pointee.inputs[i].since &+ 3 <= tick { old = s.pointee.inputs[i].levels; break }
    let bypass = s.pointee.bypass
    return (old & ~bypass) | (s.pointee.inputs[0].levels & bypass)
  }

  @inline(__always) private static func writePins(_ s: UnsafeMutablePointer<PIOState>, _ mask: UInt32, _ bits: UInt32) {
    s.pointee.outputs = (s.pointee.outputs & ~mask) | (bits & mask)
  }
  @inline(__always) private static func writeDirs(_ s: UnsafeMutablePointer<PIOState>, _ mask: UInt32, _ bits: UInt32) {
    s.pointee.enables = (s.pointee.enables & ~mask) | (bits & mask)
  }
  /// OUT, MOV or SET to pins or their directions; `data` decides with INLINE_OUT_EN whether anything is written (§3.5.6).
  @inline(__always) private static func put(
    _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ mask: UInt32, _ bits: UInt32, dirs: Bool, data: UInt32, gated: Bool
  ) {
    if m.pointee.sticky || m.pointee.inlineEnable { return putCarefully(s, m, mask, bits, dirs: dirs, data: data, gated: gated) }
    if dirs { writeDirs(s, mask, bits) } else { writePins(s, mask, bits) }
  }
  @inline(never) private static func putCarefully(
    _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ mask: UInt32, _ bits: UInt32, dirs: Bool, data: UInt32, gated: Bool
  ) {
    let writes = !gated || !m.pointee.inlineEnable || data >> (m.pointee.execctrl >> 19 & 31) & 1 != 0
    let mask = writes ? mask : 0
    if dirs { writeDirs(s, mask, bits) } else { writePins(s, mask, bits) }
    guard m.pointee.sticky else { return }
    if dirs { m.pointee.stickyDirMask = mask; m.pointee.stickyDirBits = bits } else { m.pointee.stickyMask = mask; m.pointee.stickyBits = bits }
  }
  /// A machine with OUT_STICKY asserts its last pin write in every tick.
  @inline(__always) static func assertSticky(_ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>) {
    writePins(s, m.pointee.stickyMask, m.pointee.stickyBits)
    writeDirs(s, m.pointee.stickyDirMask, m.pointee.stickyDirBits)
  }

  @inline(__always) private static func source(
    _ n: UInt8, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ tick: UInt64
  ) -> UInt32 {
    switch n {
    case 0:
      let base = m.pointee.inBase, v = inputs(s, tick)
      return base == 0 ? v : v &>> base | v &<< (32 &- base)
    case 1: return m.pointee.x
    case 2: return m.pointee.y
    case 5:
      let n = m.pointee.execctrl & 15, level = m.pointee.execctrl & 0x10 == 0 ? m.pointee.txCount : m.pointee.rxCount
      return UInt32(level) < n ? ~0 : 0
    case 6: return m.pointee.isr
    case 7: return m.pointee.osr
    default: return 0
    }
  }
  @inline(__always) private static func reversed(_ v: UInt32) -> UInt32 {
    var x = v
    x = x >> 1 & 0x5555_5555 | (x & 0x5555_5555) << 1
    x = x >> 2 & 0x3333_3333 | (x & 0x3333_3333) << 2
    x = x >> 4 & 0x0f0f_0f0f | (x & 0x0f0f_0f0f) << 4
    return x.byteSwapped
  }
  /// The OSR is filled from the TX FIFO while an OUT does not need it (§3.5.4.2).
  @inline(__always) private static func refill(_ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int) {
    if m.pointee.osrEmpty && !m.pointee.txEmpty {
      m.pointee.osr = m.pointee.takeTX()
      m.pointee.osrCount = 0
      s.pointee.changed |= 1 &<< UInt32(i)
    }
  }
  static func refillInBackground(_ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int) { refill(s, m, i) }

  /// Shifts `n` bits out of the OSR; nil when there is nothing to shift and the machine waits.
  @inline(__always) private static func shiftOut(
    _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int, _ n: UInt32, _ value: inout UInt32
  ) -> Bool {
    if m.pointee.autopull && m.pointee.osrEmpty {
      if m.pointee.txEmpty {
        m.pointee.txStall = true
        m.pointee.waits = .transmit
      } else {
        refill(s, m, i)
      }
      return false
    }
    let osr = m.pointee.osr
    if n == 32 {
      value = osr
      m.pointee.osr = 0
    } else if m.pointee.outRight {
      value = osr & ((1 &<< n) &- 1)
      m.pointee.osr = osr &>> n
    } else {
      value = osr &>> (32 &- n)
      m.pointee.osr = osr &<< n
    }
    m.pointee.osrCount = min(32, m.pointee.osrCount &+ n)
    return true
  }

  /// Performs `op` for machine `i` at `tick`, without its side-set and delay.
  @inline(__always) static func perform(
    _ op: UnsafePointer<PIOOperation>, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int, _ tick: UInt64
  ) -> Outcome {
    var outs = false
    var value: UInt32 = 0
    var outcome = Outcome.next
    switch op.pointee.kind {
    case .jump: m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped
    case .jumpNotX: if m.pointee.x == 0 { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
    case .jumpXDec:
      if m.pointee.x != 0 { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
      m.pointee.x &-= 1
    case .jumpNotY: if m.pointee.y == 0 { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
    case .jumpYDec:
      if m.pointee.y != 0 { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
      m.pointee.y &-= 1
    case .jumpXNotY: if m.pointee.x != m.pointee.y { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
    case .jumpPin: if inputs(s, tick) & op.pointee.mask != 0 { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }
    case .jumpNotEmpty: if !m.pointee.osrEmpty { m.pointee.pc = UInt32(op.pointee.source); outcome = .jumped }

    case .waitPin:
      if (inputs(s, tick) & op.pointee.mask != 0) != (op.pointee.count != 0) {
        // Sleeps until an edge, unless one is in the synchroniser.
        if s.pointee.inputs[0].since &+ 3 <= tick { m.pointee.waits = .pin }
        outcome = .stalled
      }
    case .waitIRQ:
      if (s.pointee.flags & op.pointee.mask != 0) != (op.pointee.count != 0) {
        m.pointee.waits = .irq
        outcome = .stalled
      } else if op.pointee.count != 0 {
        s.pointee.flagsClear |= op.pointee.mask
      }
    case .waitNever: m.pointee.waits = .never; outcome = .stalled

    case .input:
      let n = UInt32(op.pointee.count)
      let v = source(op.pointee.source, s, m, tick)
      let total = min(32, m.pointee.isrCount &+ n)
      if m.pointee.autopush && total >= m.pointee.pushAt && m.pointee.rxFull {
        m.pointee.rxStall = true
        m.pointee.waits = .receive
        outcome = .stalled
      } else {
        if n == 32 {
          m.pointee.isr = v
        } else if m.pointee.inRight {
          m.pointee.isr = m.pointee.isr &>> n | v &<< (32 &- n)
        } else {
          m.pointee.isr = m.pointee.isr &<< n | v & ((1 &<< n) &- 1)
        }
        m.pointee.isrCount = total
        if m.pointee.autopush && total >= m.pointee.pushAt {
          m.pointee.putRX(m.pointee.isr)
          m.pointee.isr = 0
          m.pointee.isrCount = 0
          s.pointee.changed |= 0x10 &<< UInt32(i)
        }
      }

    case .outPins, .outX, .outY, .outNull, .outDirs, .outPC, .outISR, .outExec:
      outs = true
      let n = UInt32(op.pointee.count)
      guard shiftOut(s, m, i, n, &value) else { return .stalled }
      switch op.pointee.kind {
      case .outPins: put(s, m, op.pointee.mask, PIOMachine.rotate(value, left: m.pointee.outBase), dirs: false, data: value, gated: true)
      case .outDirs: put(s, m, op.pointee.mask, PIOMachine.rotate(value, left: m.pointee.outBase), dirs: true, data: value, gated: true)
      case .outX: m.pointee.x = value
      case .outY: m.pointee.y = value
      case .outPC: m.pointee.pc = value & 31; outcome = .jumped
      case .outISR: m.pointee.isr = value; m.pointee.isrCount = n
      case .outExec: m.pointee.exec = 0x1_0000 | value & 0xffff; outcome = .executes
      default: break
      }
      if m.pointee.autopull { refill(s, m, i) }

    case .push:
      if op.pointee.count & 2 != 0 && m.pointee.isrCount < m.pointee.pushAt { break }
      if m.pointee.rxFull {
        m.pointee.rxStall = true
        if op.pointee.count & 1 != 0 { m.pointee.waits = .receive; outcome = .stalled; break }
      } else {
        m.pointee.putRX(m.pointee.isr)
        s.pointee.changed |= 0x10 &<< UInt32(i)
      }
      m.pointee.isr = 0
      m.pointee.isrCount = 0
    case .pull:
      if op.pointee.count & 2 != 0 && !m.pointee.osrEmpty { break }
      // With autopull a PULL only waits until there is something.
      if m.pointee.autopull && !m.pointee.osrEmpty { break }
      if m.pointee.txEmpty {
        if op.pointee.count & 1 != 0 {
          m.pointee.txStall = true
          m.pointee.waits = .transmit
          outcome = .stalled
          break
        }
        m.pointee.osr = m.pointee.x
      } else {
        m.pointee.osr = m.pointee.takeTX()
        s.pointee.changed |= 1 &<< UInt32(i)
      }
      m.pointee.osrCount = 0

    case .movPins, .movX, .movY, .movExec, .movPC, .movISR, .movOSR, .movNone:
      value = source(op.pointee.source, s, m, tick)
      if op.pointee.count == 1 { value = ~value } else if op.pointee.count == 2 { value = reversed(value) }
      switch op.pointee.kind {
      case .movPins: put(s, m, op.pointee.mask, PIOMachine.rotate(value, left: m.pointee.outBase), dirs: false, data: value, gated: true)
      case .movX: m.pointee.x = value
      case .movY: m.pointee.y = value
      case .movExec: m.pointee.exec = 0x1_0000 | value & 0xffff; outcome = .executes
      case .movPC: m.pointee.pc = value & 31; outcome = .jumped
      case .movISR: m.pointee.isr = value; m.pointee.isrCount = 0
      case .movOSR: m.pointee.osr = value; m.pointee.osrCount = 0
      default: break
      }

    case .irq:
      if op.pointee.count & 2 != 0 {
        s.pointee.flagsClear |= op.pointee.mask
      } else if op.pointee.count == 0 {
        s.pointee.flagsSet |= op.pointee.mask
      } else if !m.pointee.irqWaits {
        s.pointee.flagsSet |= op.pointee.mask
        m.pointee.irqWaits = true
        m.pointee.waits = .irq
        outcome = .stalled
      } else if s.pointee.flags & op.pointee.mask != 0 {
        m.pointee.waits = .irq
        outcome = .stalled
      } else {
        m.pointee.irqWaits = false
      }

    case .setPins: put(s, m, op.pointee.mask, op.pointee.bits, dirs: false, data: 0, gated: false)
    case .setDirs: put(s, m, op.pointee.mask, op.pointee.bits, dirs: true, data: 0, gated: false)
    case .setX: m.pointee.x = op.pointee.bits
    case .setY: m.pointee.y = op.pointee.bits
    case .setNone: break
    }
    if !outs && m.pointee.autopull { refill(s, m, i) }
    return outcome
  }

  /// A whole step of machine `i`: the instruction that is due, side-set, program counter, delay.
  @inline(__always) static func step(
    _ operations: UnsafePointer<PIOOperation>, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int, _ tick: UInt64
  ) {
    if m.pointee.isHanded { return stepHanded(operations, s, m, i, tick) }
    stepProgram(operations, s, m, i, tick)
  }
  @inline(__always) private static func stepProgram(
    _ operations: UnsafePointer<PIOOperation>, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int, _ tick: UInt64
  ) {
    let op = operations + Int(m.pointee.pc)
    m.pointee.waits = .none
    let outcome = perform(op, s, m, i, tick)
    side(op, s, m)
    if outcome == .stalled {
      m.pointee.next &+= m.pointee.divider
      return
    }
    if outcome != .jumped {
      let pc = m.pointee.pc
      m.pointee.pc = pc == m.pointee.wrapTop ? m.pointee.wrapBottom : (pc &+ 1) & 31
    }
    // The executed instruction brings its own delay (§3.4.5.2).
    m.pointee.next &+= op.pointee.delay == 0 || outcome == .executes ? m.pointee.divider : m.pointee.divider &* UInt64(op.pointee.delay &+ 1)
  }
  @inline(__always) private static func side(_ op: UnsafePointer<PIOOperation>, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>) {
    if m.pointee.sticky { assertSticky(s, m) }
    switch op.pointee.side {
    case 0: break
    case 1: writePins(s, op.pointee.sideMask, op.pointee.sideBits)
    default: writeDirs(s, op.pointee.sideMask, op.pointee.sideBits)
    }
  }
  /// An instruction from SMx_INSTR, OUT EXEC or MOV EXEC: the program counter stays, unless it jumps.
  @inline(never) private static func stepHanded(
    _ operations: UnsafePointer<PIOOperation>, _ s: UnsafeMutablePointer<PIOState>, _ m: UnsafeMutablePointer<PIOMachine>, _ i: Int, _ tick: UInt64
  ) {
    let forced = m.pointee.forced == tick
    if m.pointee.arrives == tick {
      m.pointee.exec = m.pointee.written
      m.pointee.written = m.pointee.behind
      m.pointee.behind = 0
      m.pointee.arrives = m.pointee.written != 0 ? tick &+ 1 : .max
    }
    m.pointee.forced = m.pointee.arrives
    let word = m.pointee.exec
    if word == 0 { return stepProgram(operations, s, m, i, tick) }
    var op = m.pointee.decode(word, machine: UInt32(i))
    m.pointee.exec = 0
    m.pointee.waits = .none
    let outcome = perform(&op, s, m, i, tick)
    side(&op, s, m)
    if forced { m.pointee.skip(to: tick &+ 1) } else { m.pointee.next &+= m.pointee.divider }
    if outcome == .stalled {
      m.pointee.exec = word
    } else if outcome != .executes && op.delay != 0 {
      m.pointee.next &+= m.pointee.divider &* UInt64(op.delay)
    }
  }
}
