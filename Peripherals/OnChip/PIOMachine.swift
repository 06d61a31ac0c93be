import Emulation

/// What a state machine does in a cycle, with the parts of the instruction word that never change taken out (RP2040 data sheet §3.4).
enum PIOKind: UInt8 {
  case jump, jumpNotX, jumpXDec, jumpNotY, jumpYDec, jumpXNotY, jumpPin, jumpNotEmpty
  case waitPin, waitIRQ, waitNever
  case input, outPins, outX, outY, outNull, outDirs, outPC, outISR, outExec
  case push, pull
  case movPins, movX, movY, movExec, movPC, movISR, movOSR, movNone
  case irq
  case setPins, setX, setY, setDirs, setNone
}

/// An instruction decoded for one state machine's settings.
struct PIOOperation: BitwiseCopyable {
  var kind = PIOKind.jump
  /// Source of IN and MOV (as numbered in the instruction); address of JMP.
  var source: UInt8 = 0
  /// Bits to shift 1…32; flags of PUSH, PULL, IRQ, WAIT; MOV's operation.
  var count: UInt8 = 0
  var delay: UInt8 = 0
  /// 0 no side-set, 1 pins, 2 directions.
  var side: UInt8 = 0
  var sideMask: UInt32 = 0, sideBits: UInt32 = 0
  /// Pins, or flags of the interrupt register, that the instruction is about; SET's value.
  var mask: UInt32 = 0, bits: UInt32 = 0
}

/// Why a state machine does not go on.
enum PIOWait: UInt8 { case none, transmit, receive, pin, irq, never }

/// One state machine: registers, FIFOs, clock. Plain bits, so that a PIO can be put back to where it was.
struct PIOMachine: BitwiseCopyable {
  /// Its next clock enable at which something is to do, in 1/256 ticks: the divider's grid goes through it.
  var next: UInt64 = 256
  /// The clock divider, in 1/256 ticks.
  var divider: UInt64 = 256
  var x: UInt32 = 0, y: UInt32 = 0, isr: UInt32 = 0, osr: UInt32 = 0
  /// Bits shifted in, bits shifted out (32: empty).
  var isrCount: UInt32 = 0, osrCount: UInt32 = 32
  var pc: UInt32 = 0
  /// An instruction that goes before the one at `pc`, with bit 16 set: from OUT EXEC, MOV EXEC, or SMx_INSTR when it has stalled.
  var exec: UInt32 = 0
  /// The tick at which something is performed whatever divider and enable say: `written` arrives, or a stalled `exec` of a disabled machine goes on.
  var forced = UInt64.max
  /// SMx_INSTR was written: the word, with bit 16 set, becomes `exec` at `arrives`; the one written in the cycle behind it follows a tick later.
  var written: UInt32 = 0, behind: UInt32 = 0, arrives = UInt64.max
  var enabled = false
  /// Clock enables that a delay has left, while the machine is disabled.
  var heldDelay: UInt64 = 0
  var waits = PIOWait.none
  /// IRQ WAIT has set its flag and waits for it to fall.
  var irqWaits = false
  /// FDEBUG's bits.
  var txStall = false, txOver = false, rxUnder = false, rxStall = false

  var clkdiv: UInt32 = 0x1_0000, execctrl: UInt32 = 0x1_f000, shiftctrl: UInt32 = 0xc_0000, pinctrl: UInt32 = 0x1400_0000
  /// Taken from the registers above.
  var wrapTop: UInt32 = 31, wrapBottom: UInt32 = 0, pullAt: UInt32 = 32, pushAt: UInt32 = 32
  var autopull = false, autopush = false, inRight = true, outRight = true, sticky = false, inlineEnable = false

  /// OUT_STICKY: the pins that the last OUT or SET left asserted.
  var stickyMask: UInt32 = 0, stickyBits: UInt32 = 0, stickyDirMask: UInt32 = 0, stickyDirBits: UInt32 = 0

  var tx = [8 of UInt32](repeating: 0), rx = [8 of UInt32](repeating: 0)
  var txHead: UInt8 = 0, txCount: UInt8 = 0, rxHead: UInt8 = 0, rxCount: UInt8 = 0, txDepth: UInt8 = 4, rxDepth: UInt8 = 4

  @inline(__always) var txEmpty: Bool { txCount == 0 }
  @inline(__always) var rxFull: Bool { rxCount >= rxDepth }
  @inline(__always) mutating func takeTX() -> UInt32 {
    let v = tx[Int(txHead)]
    txHead = (txHead &+ 1) & 7
    txCount &-= 1
    return v
  }
  @inline(__always) mutating func putRX(_ v: UInt32) {
    rx[Int((rxHead &+ rxCount) & 7)] = v
    rxCount &+= 1
  }
  /// An instruction that is not the program's is to be performed.
  @inline(__always) var isHanded: Bool { exec | written != 0 }
  @inline(__always) var osrEmpty: Bool { osrCount >= pullAt }

  /// After a change of the registers that say how the machine works.
  mutating func configure() {
    wrapTop = execctrl >> 12 & 31
    wrapBottom = execctrl >> 7 & 31
    sticky = execctrl >> 17 & 1 != 0
    inlineEnable = execctrl >> 18 & 1 != 0
    pullAt = shiftctrl >> 25 & 31
    if pullAt == 0 { pullAt = 32 }
    pushAt = shiftctrl >> 20 & 31
    if pushAt == 0 { pushAt = 32 }
    autopull = shiftctrl >> 17 & 1 != 0
    autopush = shiftctrl >> 16 & 1 != 0
    inRight = shiftctrl >> 18 & 1 != 0
    outRight = shiftctrl >> 19 & 1 != 0
    txDepth = shiftctrl >> 30 & 1 != 0 ? (shiftctrl >> 31 != 0 ? 4 : 8) : shiftctrl >> 31 != 0 ? 0 : 4
    rxDepth = shiftctrl >> 31 != 0 ? (shiftctrl >> 30 & 1 != 0 ? 4 : 8) : shiftctrl >> 30 & 1 != 0 ? 0 : 4
    if !sticky { stickyMask = 0; stickyDirMask = 0 }
  }
  static func divider(_ clkdiv: UInt32) -> UInt64 {
    let whole = UInt64(clkdiv >> 16)
    return whole == 0 ? 65536 << 8 : whole << 8 | UInt64(clkdiv >> 8 & 0xff)
  }
  /// A store to SMx_INSTR at `tick`. Its word comes in the store's second cycle and the instruction is there in the one after it (§3.5.7), so that an
  /// LDR of FSTAT directly behind the STR sees the FIFO from before: `pio_sm_drain_tx_fifo` of the SDK owes its last OUT to that. Stores in
  /// successive cycles (DMA) are performed in successive cycles.
  mutating func execute(_ word: UInt32, writtenAt tick: UInt64) {
    if arrives == tick + 1 {
      behind = 0x1_0000 | word & 0xffff
    } else {
      written = 0x1_0000 | word & 0xffff
      arrives = tick + 2
      forced = min(forced, arrives)
    }
  }
  mutating func flush() { txCount = 0; rxCount = 0; txHead = 0; rxHead = 0 }

  /// The first clock enable at `tick` or later becomes the next one.
  @inline(__always) mutating func skip(to tick: UInt64) {
    let target = tick &<< 8
    // An enable anywhere within the tick is in it.
    if next < target { next &+= (target &- next &+ divider &- 1) / divider &* divider }
  }
  /// The first clock enable at `tick` or later, however far the next one that matters is away.
  func firstEnable(from tick: UInt64) -> UInt64 {
    let target = tick << 8
    if next < target { return next + (target - next + divider - 1) / divider * divider }
    return next - (next - target) / divider * divider
  }
  /// Starts or stops at `tick`; what is left of a delay waits.
  mutating func enable(_ on: Bool, at tick: UInt64) {
    guard on != enabled else { return }
    let first = firstEnable(from: tick + 1)
    if on {
      next = first + heldDelay * divider
      heldDelay = 0
      waits = .none
    } else {
      heldDelay = waits == .none && next > first ? (next - first) / divider : 0
      next = first
    }
    enabled = on
  }
  /// Goes on at `tick` at the earliest, if it waits for `reason`.
  @inline(__always) mutating func wake(_ reason: PIOWait, at tick: UInt64) {
    guard waits == reason else { return }
    waits = .none
    skip(to: tick)
    if !enabled && exec != 0 { forced = min(forced, tick) }
  }
  /// The divider changes or starts anew: the enables that a delay still takes stay as many.
  mutating func regrid(from tick: UInt64, restart: Bool) {
    let target = tick << 8, new = Self.divider(clkdiv)
    if waits != .none || !enabled { skip(to: tick) }
    let left = next > target ? (next - target) / divider : 0
    let first = restart ? target : next - left * divider
    next = first + left * new
    divider = new
  }
  /// CTRL.SM_RESTART (§3.7, table 370).
  mutating func restart(at tick: UInt64) {
    next = firstEnable(from: tick + 1)
    heldDelay = 0
    isr = 0
    isrCount = 0
    osrCount = 32
    irqWaits = false
    (exec, written, behind) = (0, 0, 0)
    (forced, arrives) = (.max, .max)
    waits = .none
    (stickyMask, stickyDirMask) = (0, 0)
  }

  // MARK: Decoding

  @inline(__always) static func rotate(_ v: UInt32, left n: UInt32) -> UInt32 { n == 0 ? v : v &<< n | v &>> (32 &- n) }
  @inline(__always) static func ones(_ n: UInt32) -> UInt32 { n >= 32 ? ~0 : (1 &<< n) &- 1 }
  var outBase: UInt32 { pinctrl & 31 }
  var outMask: UInt32 { Self.rotate(Self.ones(pinctrl >> 20 & 63), left: outBase) }
  var inBase: UInt32 { pinctrl >> 15 & 31 }
  var jumpPin: UInt32 { execctrl >> 24 & 31 }

  func decode(_ word: UInt32, machine: UInt32) -> PIOOperation {
    var op = PIOOperation()
    // Five bits: side-set (with its enable bit) on top, the delay below (§3.5.1).
    let sides = min(pinctrl >> 29, 5), field = word >> 8 & 31
    op.delay = UInt8(field & Self.ones(5 - sides))
    if sides != 0 {
      var value = field >> (5 - sides), bits = sides
      if execctrl >> 30 & 1 != 0 {
        bits -= 1
        op.side = value >> bits & 1 != 0 ? 1 : 0
        value &= Self.ones(bits)
      } else {
        op.side = 1
      }
      if op.side != 0 && execctrl >> 29 & 1 != 0 { op.side = 2 }
      let base = pinctrl >> 10 & 31
      op.sideMask = Self.rotate(Self.ones(bits), left: base)
      op.sideBits = Self.rotate(value, left: base)
      if bits == 0 { op.side = 0 }
    }
    let high = word >> 5 & 7, low = word & 31
    switch word >> 13 & 7 {
    case 0:
      op.kind = [PIOKind.jump, .jumpNotX, .jumpXDec, .jumpNotY, .jumpYDec, .jumpXNotY, .jumpPin, .jumpNotEmpty][Int(high)]
      op.source = UInt8(low)
      op.mask = 1 << jumpPin
    case 1:
      op.count = UInt8(high >> 2)
      switch high & 3 {
      case 0: op.kind = .waitPin; op.mask = 1 << low
      case 1: op.kind = .waitPin; op.mask = 1 << ((low &+ inBase) & 31)
      case 2: op.kind = .waitIRQ; op.mask = Self.flag(low, machine)
      default: op.kind = .waitNever
      }
    case 2:
      op.kind = .input
      op.source = UInt8(high)
      op.count = UInt8(low == 0 ? 32 : low)
    case 3:
      op.kind = [PIOKind.outPins, .outX, .outY, .outNull, .outDirs, .outPC, .outISR, .outExec][Int(high)]
      op.count = UInt8(low == 0 ? 32 : low)
      op.mask = outMask
    case 4:
      op.kind = high & 4 != 0 ? .pull : .push
      op.count = UInt8(high & 3)
    case 5:
      op.kind = [PIOKind.movPins, .movX, .movY, .movNone, .movExec, .movPC, .movISR, .movOSR][Int(high)]
      op.source = UInt8(word & 7)
      op.count = UInt8(word >> 3 & 3)
      op.mask = outMask
    case 6:
      op.kind = .irq
      op.count = UInt8(high & 3)  // 2: clear, 1: wait
      op.mask = Self.flag(low, machine)
    default:
      op.kind = [PIOKind.setPins, .setX, .setY, .setNone, .setDirs, .setNone, .setNone, .setNone][Int(high)]
      let base = pinctrl >> 5 & 31
      op.mask = Self.rotate(Self.ones(min(pinctrl >> 26 & 7, 5)), left: base)
      op.bits = high == 0 || high == 4 ? Self.rotate(low, left: base) : low
    }
    return op
  }
  /// The flag of an IRQ index; with bit 4 the machine's number is added to the two lowest bits (§3.4.9.2).
  static func flag(_ index: UInt32, _ machine: UInt32) -> UInt32 {
    let n = index & 0x10 != 0 ? index & 4 | (index &+ machine) & 3 : index & 7
    return 1 << n
  }
}

/// Inputs as they were: each holds from `since` on.
struct PIOInputs: BitwiseCopyable {
  var since: UInt64 = 0
  var levels: UInt32 = 0
}
/// Outputs as they were.
struct PIOOutputs: BitwiseCopyable {
  var since: UInt64 = 0
  var levels: UInt32 = 0, enables: UInt32 = 0
}

/// Everything of a PIO that moves with time.
struct PIOState: BitwiseCopyable {
  var machines = [4 of PIOMachine](repeating: PIOMachine())
  /// Every tick up to this one has been performed.
  var time: UInt64 = 0
  /// The eight interrupt flags, and what this tick does to them.
  var flags: UInt32 = 0, flagsSet: UInt32 = 0, flagsClear: UInt32 = 0
  var outputs: UInt32 = 0, enables: UInt32 = 0
  /// Pins that rose or fell since PinMux heard of them last.
  var rose: UInt32 = 0, fell: UInt32 = 0
  /// What the last tick did to what others see: bits 0…3 TX FIFOs, 4…7 RX FIFOs, 8…15 flags, 16 pins.
  var changed: UInt32 = 0
  /// A tick in which OUT_STICKY has to assert its pins again.
  var again = UInt64.max
  /// The last changes, newest first.
  var inputs = [4 of PIOInputs](repeating: PIOInputs())
  /// The last changes; `pastNext` is the place of the next one.
  var past = [4 of PIOOutputs](repeating: PIOOutputs()), pastNext: UInt8 = 0
  var bypass: UInt32 = 0
}
