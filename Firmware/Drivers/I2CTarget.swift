import Kernel
import Port
import Registers

/// Events of an I2C target, as MicroPython numbers them.
public enum TargetEvent {
  @inlinable public static var matchRead: UInt32 { 1 }
  @inlinable public static var matchWrite: UInt32 { 2 }
  /// The controller wants a byte.
  @inlinable public static var readRequest: UInt32 { 4 }
  /// The controller has sent one.
  @inlinable public static var writeRequest: UInt32 { 8 }
  @inlinable public static var endRead: UInt32 { 16 }
  @inlinable public static var endWrite: UInt32 { 32 }
  @inlinable public static var all: UInt32 { 63 }
  /// The controller waits for the answer to these.
  @inlinable public static var prompt: UInt32 { 15 }
}

/// Record of a block as a target: byte offsets. Two of them, behind those of PIO and DMA.
enum TargetRecord {
  static func record(_ n: UInt32) -> UInt32 { 2440 &+ n &* bytes }
  /// `TargetPhase`.
  static var phase: UInt32 { 0 }
  /// `TargetFlag`s.
  static var flags: UInt32 { 4 }
  /// The memory: a pinned payload's address and bytes (0: none), a handle of the object that it belongs to.
  static var buffer: UInt32 { 8 }
  static var length: UInt32 { 12 }
  static var handle: UInt32 { 16 }
  /// Bytes that name a place in the memory; how many of them are still to come.
  static var addressBytes: UInt32 { 20 }
  static var addressLeft: UInt32 { 24 }
  /// The next place, and the one that the controller named last.
  static var place: UInt32 { 28 }
  static var named: UInt32 { 32 }
  static var function: UInt32 { 36 }
  static var argument: UInt32 { 40 }
  static var triggers: UInt32 { 44 }
  /// What the last call was for.
  static var last: UInt32 { 48 }
  /// A byte that was taken from the FIFO and not yet delivered: `taken`, FIRST_DATA_BYTE and the byte.
  static var held: UInt32 { 52 }
  static var bytes: UInt32 { 60 }
  static var end: UInt32 { record(2) }
  static var taken: UInt32 { 0x8000_0000 }
}
private enum TargetPhase {
  static var idle: UInt32 { 0 }
  /// Addressed, and nothing moved yet.
  static var matchRead: UInt32 { 1 }
  static var matchWrite: UInt32 { 2 }
  /// Between the first byte of a memory address and the first of data.
  static var placing: UInt32 { 3 }
  static var reading: UInt32 { 4 }
  static var writing: UInt32 { 5 }
}
private enum TargetFlag {
  static var open: UInt32 { 1 }
  static var hard: UInt32 { 2 }
  /// A hard handler is to run: the bus waits for its end.
  static var blocked: UInt32 { 4 }
  /// The program was told of a byte (that one is wanted) and has not taken (given) it.
  static var toTake: UInt32 { 8 }
  static var toGive: UInt32 { 16 }
  /// The handler for the byte in hand has run.
  static var told: UInt32 { 32 }
  /// A byte is wanted (`wanted`), or one more after the last (`spare`), and the handler has run for it.
  static var wanted: UInt32 { 64 }
  static var spare: UInt32 { 128 }
  /// START or STOP was on the bus.
  static var started: UInt32 { 256 }
  static var stopped: UInt32 { 512 }
}

/// The two I2C blocks as targets (RP2040 data sheet §4.3.10, slave mode): served by the interrupt handler, which holds the clock while a hard handler of
/// the program's is to run. What came first is delivered first, however late: bytes before the STOP behind them, a STOP before the next START.
extension Board {
  private func base(_ n: UInt32) -> Address { n == 0 ? I2C.i2c0 : I2C.i2c1 }
  private func record(_ n: UInt32) -> Address { address &+ TargetRecord.record(n) }
  private func flag(_ r: Address, _ f: UInt32) -> Bool { memory[r &+ TargetRecord.flags] & f != 0 }
  private func raise(_ r: Address, _ f: UInt32) { memory[r &+ TargetRecord.flags] |= f }
  private func drop(_ r: Address, _ f: UInt32) { memory[r &+ TargetRecord.flags] &= ~f }

  func createTargets() { memory.fill(record(0), 0, count: TargetRecord.end &- TargetRecord.record(0)) }

  /// Opens the block as a target of that address on two pins. `buffer`: its memory, `length` bytes (0: none), and a handle of whose they are.
  public func openTarget(
    _ n: UInt32, address: UInt32, tenBits: Bool, scl: UInt32, sda: UInt32, buffer: Address, length: UInt32, handle: UInt32, addressBytes: UInt32
  ) {
    let b = base(n), r = record(n), m = memory
    m.fill(r, 0, count: TargetRecord.bytes)
    prepareI2C(
      n, (tenBits ? I2C.IC_CON.IC_10BITADDR_SLAVE.mask : 0) | I2C.IC_CON.RX_FIFO_FULL_HLD_CTRL.mask | I2C.IC_CON.STOP_DET_IFADDRESSED.mask, hertz: 1_000_000)
    port.write(b &+ I2C.IC_SAR.offset, address)
    m[r &+ TargetRecord.buffer] = buffer
    m[r &+ TargetRecord.length] = length
    m[r &+ TargetRecord.handle] = handle
    m[r &+ TargetRecord.addressBytes] = addressBytes
    m[r &+ TargetRecord.flags] = TargetFlag.open
    _ = port.read(b &+ I2C.IC_CLR_INTR.offset)
    port.write(b &+ I2C.IC_ENABLE.offset, 1)
    setFunction(scl, PinFunction.i2c)
    setFunction(sda, PinFunction.i2c)
    setPulls(scl, up: true, down: false)
    setPulls(sda, up: true, down: false)
    enableInterrupt(IRQ.I2C0_IRQ &+ n)
    setTargetMask(n)
  }
  /// Lets go of the bus; the handle that `openTarget` was given (0: the block is no target).
  public func closeTarget(_ n: UInt32) -> UInt32 {
    let r = record(n)
    if !flag(r, TargetFlag.open) { return 0 }
    let mask = port.lockShared(), handle = memory[r &+ TargetRecord.handle]
    port.write(base(n) &+ I2C.IC_INTR_MASK.offset, 0)
    port.write(base(n) &+ I2C.IC_ENABLE.offset, 0)
    memory.fill(r, 0, count: TargetRecord.bytes)
    port.unlockShared(mask)
    return handle
  }
  public func isTarget(_ n: UInt32) -> Bool { flag(record(n), TargetFlag.open) }
  public func targetAddress(_ n: UInt32) -> UInt32 { port.read(base(n) &+ I2C.IC_SAR.offset) }
  /// The place in the memory that the controller named last.
  public func targetPlace(_ n: UInt32) -> UInt32 { memory[record(n) &+ TargetRecord.named] }

  // MARK: handlers

  /// Who is called for which events; no callback: nobody.
  public func listenTarget(_ n: UInt32, events: UInt32, _ callback: Callback?) {
    let r = record(n), m = memory, mask = port.lockShared()
    m[r &+ TargetRecord.function] = callback?.function ?? 0
    m[r &+ TargetRecord.argument] = callback?.argument ?? 0
    m[r &+ TargetRecord.triggers] = callback == nil ? 0 : events
    m[r &+ TargetRecord.last] = 0
    drop(r, TargetFlag.hard)
    if callback?.hard ?? false { raise(r, TargetFlag.hard) }
    port.unlockShared(mask)
    // Whoever was to be called is not any more: the bus goes on.
    _ = targetHandled(n)
  }
  public func setTargetEvents(_ n: UInt32, _ events: UInt32) { memory[record(n) &+ TargetRecord.triggers] = events }
  public func targetEvents(_ n: UInt32) -> UInt32 { memory[record(n) &+ TargetRecord.triggers] }
  public func lastTargetEvents(_ n: UInt32) -> UInt32 { memory[record(n) &+ TargetRecord.last] }
  public func targetHandles(_ n: UInt32) -> (function: UInt32, argument: UInt32) {
    (memory[record(n) &+ TargetRecord.function], memory[record(n) &+ TargetRecord.argument])
  }
  /// A callback of a target is about to run: what it is for.
  public func beginTargetCall(_ n: UInt32, _ events: UInt32) { memory[record(n) &+ TargetRecord.last] = events }
  /// It has run: the bus goes on. True if the next one of the kind already waits.
  public func targetHandled(_ n: UInt32) -> Bool {
    let r = record(n), mask = port.lockShared()
    if flag(r, TargetFlag.open) {
      drop(r, TargetFlag.blocked)
      serveTarget(n)
    }
    port.unlockShared(mask)
    return flag(r, TargetFlag.blocked)
  }

  // MARK: the program's bytes

  /// Takes bytes that the controller has sent, of one transfer; how many there were.
  public func takeTargetBytes(_ n: UInt32, _ to: Address, _ count: UInt32) -> UInt32 {
    let r = record(n), m = memory, mask = port.lockShared()
    defer { port.unlockShared(mask) }
    var done: UInt32 = 0
    if !flag(r, TargetFlag.open) { return 0 }
    while done < count && holdByte(n) {
      let v = m[r &+ TargetRecord.held]
      // The next transfer's are not to be mistaken for this one's.
      if done != 0 && v & I2C.IC_DATA_CMD.FIRST_DATA_BYTE.mask != 0 { break }
      m.setByte(to &+ done, UInt8(truncatingIfNeeded: v))
      m[r &+ TargetRecord.held] = 0
      done &+= 1
    }
    if done != 0 {
      drop(r, TargetFlag.toTake | TargetFlag.told)
      serveTarget(n)
    }
    return done
  }
  /// Gives bytes for the controller to read; how many there was room for.
  public func giveTargetBytes(_ n: UInt32, _ from: Address, _ count: UInt32) -> UInt32 {
    let r = record(n), mask = port.lockShared()
    defer { port.unlockShared(mask) }
    var done: UInt32 = 0
    if !flag(r, TargetFlag.open) { return 0 }
    // What is given at the end of a read would be the first byte of the next one.
    if flag(r, TargetFlag.spare) { return count }
    while done < count && port.read(base(n) &+ I2C.IC_STATUS.offset) & I2C.IC_STATUS.TFNF.mask != 0 {
      port.write(base(n) &+ I2C.IC_DATA_CMD.offset, UInt32(memory.byte(from &+ done)))
      done &+= 1
    }
    if done != 0 {
      drop(r, TargetFlag.toGive)
      serveTarget(n)
    }
    return done
  }

  // MARK: service

  func targetInterrupt(_ n: UInt32) { serveTarget(n) }

  private func isRead(_ r: Address) -> Bool {
    memory[r &+ TargetRecord.phase] == TargetPhase.matchRead || memory[r &+ TargetRecord.phase] == TargetPhase.reading
  }
  /// The oldest received byte in hand; false if there is none.
  private func holdByte(_ n: UInt32) -> Bool {
    let r = record(n), b = base(n), m = memory
    if m[r &+ TargetRecord.held] != 0 { return true }
    if port.read(b &+ I2C.IC_STATUS.offset) & I2C.IC_STATUS.RFNE.mask == 0 { return false }
    m[r &+ TargetRecord.held] = port.read(b &+ I2C.IC_DATA_CMD.offset) & 0x8ff | TargetRecord.taken
    return true
  }
  /// Interrupts are off while the program is to do something: nothing can happen that does not wait.
  private func setTargetMask(_ n: UInt32) {
    typealias M = I2C.IC_INTR_MASK
    let waits = flag(record(n), TargetFlag.blocked | TargetFlag.toTake | TargetFlag.toGive)
    port.write(
      base(n) &+ I2C.IC_INTR_MASK.offset,
      waits ? 0 : M.M_START_DET.mask | M.M_STOP_DET.mask | M.M_RX_DONE.mask | M.M_TX_ABRT.mask | M.M_RD_REQ.mask | M.M_RX_FULL.mask)
  }
  /// Tells the program; true if somebody is there to be told.
  private func tell(_ n: UInt32, _ event: UInt32) -> Bool {
    let r = record(n), m = memory
    if m[r &+ TargetRecord.triggers] & event == 0 { return false }
    let hard = flag(r, TargetFlag.hard)
    let c = Callback(
      function: m[r &+ TargetRecord.function], argument: m[r &+ TargetRecord.argument], hard: hard, pin: Callback.target &+ n, event: event)
    if !schedule(c) { return false }
    if hard { raise(r, TargetFlag.blocked) }
    return true
  }
  /// The transfer is over.
  private func endTransfer(_ n: UInt32) {
    let r = record(n), phase = memory[r &+ TargetRecord.phase]
    memory[r &+ TargetRecord.phase] = TargetPhase.idle
    drop(r, TargetFlag.told | TargetFlag.toGive | TargetFlag.wanted | TargetFlag.spare)
    // A place named by fewer bytes than it has is a place as well.
    if phase == TargetPhase.placing && memory[r &+ TargetRecord.addressLeft] != 0 { namePlace(n, memory[r &+ TargetRecord.place]) }
    if phase == TargetPhase.reading { _ = tell(n, TargetEvent.endRead) }
    // A write that named a place and no more is the beginning of a read.
    if phase == TargetPhase.matchWrite || phase == TargetPhase.writing { _ = tell(n, TargetEvent.endWrite) }
  }

  /// Does what is to be done, one event at a time, until the bus or the program has to do something. Interrupts are off, or this is their handler.
  private func serveTarget(_ n: UInt32) {
    let b = base(n), r = record(n), m = memory
    while !flag(r, TargetFlag.blocked) {
      let seen = port.read(b &+ I2C.IC_RAW_INTR_STAT.offset)
      if seen & I2C.IC_RAW_INTR_STAT.TX_ABRT.mask != 0 { _ = port.read(b &+ I2C.IC_CLR_TX_ABRT.offset) }
      if seen & I2C.IC_RAW_INTR_STAT.START_DET.mask != 0 {
        _ = port.read(b &+ I2C.IC_CLR_START_DET.offset)
        raise(r, TargetFlag.started)
      }
      if seen & I2C.IC_RAW_INTR_STAT.STOP_DET.mask != 0 {
        _ = port.read(b &+ I2C.IC_CLR_STOP_DET.offset)
        raise(r, TargetFlag.stopped)
      }
      let readEnded = seen & I2C.IC_RAW_INTR_STAT.RX_DONE.mask != 0
      if flag(r, TargetFlag.wanted) || readEnded && isRead(r) {
        if !wantedByte(n, readEnded: readEnded) { break }
      } else if holdByte(n) {
        if !receivedByte(n) { break }
      } else if seen & I2C.IC_RAW_INTR_STAT.RD_REQ.mask != 0 {
        if !wantedByte(n, readEnded: false) { break }
      } else if readEnded {
        _ = port.read(b &+ I2C.IC_CLR_RX_DONE.offset)
      } else if m[r &+ TargetRecord.phase] != TargetPhase.idle && flag(r, TargetFlag.started | TargetFlag.stopped) {
        // A START that is still unread behind the STOP belongs to whom it names.
        drop(r, flag(r, TargetFlag.stopped) ? TargetFlag.stopped : TargetFlag.started)
        endTransfer(n)
      } else if flag(r, TargetFlag.stopped) {
        // Addressed, and nothing written: a controller that looks who is there.
        if !flag(r, TargetFlag.told) {
          raise(r, TargetFlag.told)
          if tell(n, TargetEvent.matchWrite) { continue }
        }
        m[r &+ TargetRecord.phase] = TargetPhase.matchWrite
      } else {
        drop(r, TargetFlag.started)
        break
      }
    }
    setTargetMask(n)
  }

  /// One step with a byte that was received; false: the program is to take it.
  private func receivedByte(_ n: UInt32) -> Bool {
    let r = record(n), m = memory, v = m[r &+ TargetRecord.held]
    if v & I2C.IC_DATA_CMD.FIRST_DATA_BYTE.mask != 0 {
      drop(r, TargetFlag.started)
      // A STOP that was seen is that of this byte's transfer only if that has ended, too.
      if port.read(base(n) &+ I2C.IC_STATUS.offset) & I2C.IC_STATUS.SLV_ACTIVITY.mask != 0 { drop(r, TargetFlag.stopped) }
      if m[r &+ TargetRecord.phase] != TargetPhase.idle {
        endTransfer(n)
        return true
      }
      m[r &+ TargetRecord.held] = v & ~I2C.IC_DATA_CMD.FIRST_DATA_BYTE.mask
      m[r &+ TargetRecord.phase] = TargetPhase.matchWrite
      _ = tell(n, TargetEvent.matchWrite)
      return true
    }
    if flag(r, TargetFlag.toTake) { return false }
    if !flag(r, TargetFlag.told) {
      let heard = tell(n, TargetEvent.writeRequest)
      raise(r, TargetFlag.told)
      if m[r &+ TargetRecord.length] == 0 {
        m[r &+ TargetRecord.phase] = TargetPhase.writing
        if heard { raise(r, TargetFlag.toTake) }
      }
      if heard { return true }
    }
    drop(r, TargetFlag.told)
    m[r &+ TargetRecord.held] = 0
    if m[r &+ TargetRecord.length] != 0 { store(n, UInt8(truncatingIfNeeded: v)) }
    return true
  }
  /// A byte for the memory: of a place's name, or of data.
  private func store(_ n: UInt32, _ byte: UInt8) {
    let r = record(n), m = memory
    if m[r &+ TargetRecord.phase] == TargetPhase.matchWrite {
      m[r &+ TargetRecord.phase] = TargetPhase.placing
      m[r &+ TargetRecord.addressLeft] = m[r &+ TargetRecord.addressBytes]
      if m[r &+ TargetRecord.addressLeft] == 0 { namePlace(n, 0) } else { m[r &+ TargetRecord.place] = 0 }
    }
    if m[r &+ TargetRecord.phase] == TargetPhase.placing && m[r &+ TargetRecord.addressLeft] != 0 {
      m[r &+ TargetRecord.place] = m[r &+ TargetRecord.place] << 8 | UInt32(byte)
      m[r &+ TargetRecord.addressLeft] &-= 1
      if m[r &+ TargetRecord.addressLeft] == 0 { namePlace(n, m[r &+ TargetRecord.place]) }
      return
    }
    m[r &+ TargetRecord.phase] = TargetPhase.writing
    m.setByte(m[r &+ TargetRecord.buffer] &+ m[r &+ TargetRecord.place], byte)
    advance(r)
  }
  private func namePlace(_ n: UInt32, _ place: UInt32) {
    let r = record(n), m = memory
    m[r &+ TargetRecord.place] = place % m[r &+ TargetRecord.length]
    m[r &+ TargetRecord.named] = m[r &+ TargetRecord.place]
  }
  private func advance(_ r: Address) {
    let next = memory[r &+ TargetRecord.place] &+ 1
    memory[r &+ TargetRecord.place] = next >= memory[r &+ TargetRecord.length] ? 0 : next
  }

  /// One step with a byte that the controller wants, or with the end of what it read; false: the program is to give it.
  private func wantedByte(_ n: UInt32, readEnded: Bool) -> Bool {
    let b = base(n), r = record(n), m = memory
    if flag(r, TargetFlag.toGive) { return false }
    if !flag(r, TargetFlag.wanted) {
      let reads = isRead(r), again = reads && flag(r, TargetFlag.started) && !readEnded
      if m[r &+ TargetRecord.phase] != TargetPhase.idle && (!reads || again) {
        drop(r, TargetFlag.started | TargetFlag.stopped)
        endTransfer(n)
        return true
      }
      if !reads {
        drop(r, TargetFlag.started)
        m[r &+ TargetRecord.phase] = TargetPhase.matchRead
        if tell(n, TargetEvent.matchRead) { return true }
      }
      // The end is told as if one more byte were wanted, as MicroPython has it: nobody will read that one.
      if readEnded {
        _ = port.read(b &+ I2C.IC_CLR_RX_DONE.offset)
        raise(r, TargetFlag.spare)
      } else {
        _ = port.read(b &+ I2C.IC_CLR_RD_REQ.offset)
        drop(r, TargetFlag.spare)
      }
      raise(r, TargetFlag.wanted)
      if tell(n, TargetEvent.readRequest) {
        if m[r &+ TargetRecord.length] == 0 {
          m[r &+ TargetRecord.phase] = TargetPhase.reading
          drop(r, TargetFlag.wanted)
          if !flag(r, TargetFlag.spare) { raise(r, TargetFlag.toGive) }
        }
        return true
      }
    }
    drop(r, TargetFlag.wanted)
    m[r &+ TargetRecord.phase] = TargetPhase.reading
    var byte: UInt8 = 0
    if m[r &+ TargetRecord.length] != 0 {
      byte = m.byte(m[r &+ TargetRecord.buffer] &+ m[r &+ TargetRecord.place])
      advance(r)
    }
    if !flag(r, TargetFlag.spare) { port.write(b &+ I2C.IC_DATA_CMD.offset, UInt32(byte)) }
    return true
  }
}
