import Port
import Registers

/// Words of the board's record for PIO and DMA: byte offsets.
enum PIORecord {
  /// For each PIO: instruction words in use; handler's function, argument, hard, triggers, flags of the last call.
  static func block(_ n: UInt32) -> UInt32 { 2048 &+ n &* 32 }
  /// For each state machine (0…7): handler's function, argument, hard, and where its program begins.
  static func machine(_ n: UInt32) -> UInt32 { 2112 &+ n &* 16 }
  /// For each DMA channel: handler's function, argument, hard; then one word: channels in use.
  static func channel(_ n: UInt32) -> UInt32 { 2240 &+ n &* 16 }
  static var channelsInUse: UInt32 { 2432 }
  static var end: UInt32 { 2436 }
}

/// What a state machine is set up with: the four registers of RP2040 data sheet §3.7.
public struct PIOSetting: BitwiseCopyable {
  public var clkdiv: UInt32 = 0x1_0000, execctrl: UInt32 = 0x1_f000, shiftctrl: UInt32 = 0xc_0000, pinctrl: UInt32 = 0
  public init() {}
}

/// PIO: programs in the instruction memories, eight state machines (4 to 7 are PIO1's).
extension Board {
  private func base(_ pio: UInt32) -> Address { pio == 0 ? PIO.pio0 : PIO.pio1 }
  /// Registers of machine `n`, as those of SM0.
  private func registers(_ n: UInt32) -> Address { base(n / 4) &+ n % 4 &* (PIO.SM1_CLKDIV.offset &- PIO.SM0_CLKDIV.offset) }
  private func word(_ offset: UInt32) -> Address { address &+ offset }

  /// Takes a PIO out of reset, if it is there, and lets its interrupts in.
  public func startPIO(_ pio: UInt32) {
    let bit = pio == 0 ? RESETS.RESET.PIO0.mask : RESETS.RESET.PIO1.mask
    if port.read(RESETS.base &+ RESETS.RESET.offset) & bit == 0 { return }
    release(bit)
    enableInterrupt(pio == 0 ? IRQ.PIO0_IRQ_0 : IRQ.PIO1_IRQ_0)
    enableInterrupt(pio == 0 ? IRQ.PIO0_IRQ_1 : IRQ.PIO1_IRQ_1)
  }

  // MARK: programs

  /// Instruction words of a PIO that programs use.
  public func pioUsed(_ pio: UInt32) -> UInt32 { memory[word(PIORecord.block(pio))] }
  /// A place for `count` instructions, the highest that is free; nil if there is none.
  public func pioPlace(_ pio: UInt32, count: UInt32) -> UInt32? {
    if count == 0 { return 0 }  // a machine that only ever executes what it is handed
    if count > 32 { return nil }
    let mask: UInt32 = count == 32 ? ~0 : (1 << count) &- 1, used = pioUsed(pio)
    var at = 32 &- count
    while true {
      if used & mask << at == 0 { return at }
      if at == 0 { return nil }
      at &-= 1
    }
  }
  /// Writes one instruction of a program that begins at `origin`: jumps go with it.
  public func pioLoad(_ pio: UInt32, _ instruction: UInt32, at: UInt32, origin: UInt32) {
    let moved = instruction >> 13 == 0 ? instruction & ~31 | (instruction &+ origin) & 31 : instruction
    port.write(base(pio) &+ PIO.INSTR_MEM0.offset &+ at &* 4, moved)
    memory[word(PIORecord.block(pio))] |= 1 << at
  }
  public func pioRemove(_ pio: UInt32, at: UInt32, count: UInt32) {
    let mask: UInt32 = count >= 32 ? ~0 : (1 << count) &- 1
    memory[word(PIORecord.block(pio))] &= ~(mask << at)
  }

  // MARK: state machines

  /// Sets a machine up and leaves it disabled at the beginning of its program, FIFOs empty.
  public func setMachine(_ n: UInt32, _ s: PIOSetting, start: UInt32) {
    setMachine(n, active: false)
    let r = registers(n), bit: UInt32 = 1 << (n % 4)
    port.write(r &+ PIO.SM0_CLKDIV.offset, s.clkdiv)
    port.write(r &+ PIO.SM0_EXECCTRL.offset, s.execctrl)
    // A change of the join empties the FIFOs: there and back.
    port.write(r &+ PIO.SM0_SHIFTCTRL.offset, s.shiftctrl ^ PIO.SM0_SHIFTCTRL.FJOIN_RX.mask)
    port.write(r &+ PIO.SM0_SHIFTCTRL.offset, s.shiftctrl)
    port.write(r &+ PIO.SM0_PINCTRL.offset, s.pinctrl)
    port.write(base(n / 4) &+ PIO.FDEBUG.offset, bit &* 0x0101_0101)
    memory[word(PIORecord.machine(n)) &+ 12] = start
    restartMachine(n)
    port.setBits(base(n / 4) &+ PIO.CTRL.offset, bit << 8)
  }
  /// SM_RESTART, and back to the program's beginning.
  public func restartMachine(_ n: UInt32) {
    port.setBits(base(n / 4) &+ PIO.CTRL.offset, 1 << (4 &+ n % 4))
    execute(n, memory[word(PIORecord.machine(n)) &+ 12] & 31)
  }
  public func setMachine(_ n: UInt32, active: Bool) {
    let ctrl = base(n / 4) &+ PIO.CTRL.offset
    if active { port.setBits(ctrl, 1 << (n % 4)) } else { port.clearBits(ctrl, 1 << (n % 4)) }
  }
  /// SMn_CLKDIV: 16 bits, then 8 of fraction, then 8 of nothing.
  func setMachine(_ n: UInt32, divider: UInt32) { port.write(registers(n) &+ PIO.SM0_CLKDIV.offset, divider) }
  public func isActive(_ n: UInt32) -> Bool { port.read(base(n / 4) &+ PIO.CTRL.offset) >> (n % 4) & 1 != 0 }
  /// Has the machine perform an instruction now.
  public func execute(_ n: UInt32, _ instruction: UInt32) { port.write(registers(n) &+ PIO.SM0_INSTR.offset, instruction) }
  public func pinControl(_ n: UInt32) -> UInt32 { port.read(registers(n) &+ PIO.SM0_PINCTRL.offset) }
  public func executionControl(_ n: UInt32) -> UInt32 { port.read(registers(n) &+ PIO.SM0_EXECCTRL.offset) }
  /// Gives a pin to the machine's PIO with a first level and direction (the machine must be disabled).
  public func setMachinePin(_ n: UInt32, _ pin: UInt32, level: Bool, output: Bool) {
    let r = registers(n) &+ PIO.SM0_PINCTRL.offset, before = port.read(r)
    port.write(r, PIO.SM0_PINCTRL.SET_COUNT.put(1) | PIO.SM0_PINCTRL.SET_BASE.put(pin))
    execute(n, 0xe000 | (level ? 1 : 0))
    execute(n, 0xe080 | (output ? 1 : 0))
    port.write(r, before)
    setFunction(pin, n < 4 ? PinFunction.pio0 : PinFunction.pio1)
  }

  public func transmitLevel(_ n: UInt32) -> UInt32 { port.read(base(n / 4) &+ PIO.FLEVEL.offset) >> (n % 4 &* 8) & 15 }
  public func receiveLevel(_ n: UInt32) -> UInt32 { port.read(base(n / 4) &+ PIO.FLEVEL.offset) >> (n % 4 &* 8 &+ 4) & 15 }
  public func isTransmitFull(_ n: UInt32) -> Bool { port.read(base(n / 4) &+ PIO.FSTAT.offset) >> (16 &+ n % 4) & 1 != 0 }
  public func transmitAddress(_ n: UInt32) -> Address { base(n / 4) &+ PIO.TXF0.offset &+ n % 4 &* 4 }
  public func receiveAddress(_ n: UInt32) -> Address { base(n / 4) &+ PIO.RXF0.offset &+ n % 4 &* 4 }
  public func transmit(_ n: UInt32, _ word: UInt32) { port.write(transmitAddress(n), word) }
  public func receive(_ n: UInt32) -> UInt32 { port.read(receiveAddress(n)) }

  // MARK: interrupts

  /// Calls back when machine `n` raises its flag; nil ends it.
  public func listen(machine n: UInt32, _ callback: Callback?) {
    port.exclusive {
      keep(callback, at: word(PIORecord.machine(n)))
      enableFlags(n / 4)
    }
  }
  /// Calls back when one of the flags 0…3 of a PIO is raised that `triggers` names (bits 8…11).
  public func listen(pio: UInt32, triggers: UInt32, _ callback: Callback?) {
    port.exclusive {
      keep(callback, at: word(PIORecord.block(pio)) &+ 4)
      memory[word(PIORecord.block(pio)) &+ 16] = callback == nil ? 0 : triggers & 0xf00
      enableFlags(pio)
    }
  }
  public func machineHandles(_ n: UInt32) -> (function: UInt32, argument: UInt32) { handles(word(PIORecord.machine(n))) }
  public func pioHandles(_ pio: UInt32) -> (function: UInt32, argument: UInt32) { handles(word(PIORecord.block(pio)) &+ 4) }
  /// Flags (bits 8…11) of the last interrupt of a PIO.
  public func lastFlags(pio: UInt32) -> UInt32 { memory[word(PIORecord.block(pio)) &+ 20] }
  func keep(_ c: Callback?, at a: Address) {
    let m = memory
    m[a] = c?.function ?? 0
    m[a &+ 4] = c?.argument ?? 0
    m[a &+ 8] = (c?.hard ?? false) ? 1 : 0
  }
  func handles(_ a: Address) -> (function: UInt32, argument: UInt32) { (memory[a], memory[a &+ 4]) }
  private func enableFlags(_ pio: UInt32) {
    var flags = memory[word(PIORecord.block(pio)) &+ 16], i: UInt32 = 0
    while i < 4 {
      if memory[word(PIORecord.machine(pio &* 4 &+ i))] != 0 { flags |= 0x100 << i }
      i &+= 1
    }
    port.write(base(pio) &+ PIO.IRQ0_INTE.offset, flags)
  }
  func pioInterrupt(_ pio: UInt32) {
    let flags = port.read(base(pio) &+ PIO.IRQ0_INTS.offset) & 0xf00, m = memory, block = word(PIORecord.block(pio))
    port.write(base(pio) &+ PIO.IRQ.offset, flags >> 8)
    if flags & m[block &+ 16] != 0 {
      m[block &+ 20] = flags & m[block &+ 16]
      schedule(Callback(function: m[block &+ 4], argument: m[block &+ 8], hard: m[block &+ 12] != 0))
    }
    var i: UInt32 = 0
    while i < 4 {
      let a = word(PIORecord.machine(pio &* 4 &+ i))
      if flags >> (8 &+ i) & 1 != 0 && m[a] != 0 { schedule(Callback(function: m[a], argument: m[a &+ 4], hard: m[a &+ 8] != 0)) }
      i &+= 1
    }
  }

  /// A soft reset: nothing of a PIO runs on, its memory is free.
  func resetPIO() {
    var pio: UInt32 = 0
    while pio < 2 {
      if port.read(RESETS.base &+ RESETS.RESET.offset) & (pio == 0 ? RESETS.RESET.PIO0.mask : RESETS.RESET.PIO1.mask) == 0 {
        port.write(base(pio) &+ PIO.IRQ0_INTE.offset, 0)
        port.write(base(pio) &+ PIO.IRQ1_INTE.offset, 0)
        port.write(base(pio) &+ PIO.CTRL.offset, 0)
        port.write(base(pio) &+ PIO.IRQ.offset, 0xff)
      }
      pio &+= 1
    }
    memory.fill(address &+ PIORecord.block(0), 0, count: PIORecord.channel(0) &- PIORecord.block(0))
  }
}
