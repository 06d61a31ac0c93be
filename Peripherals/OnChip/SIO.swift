import Emulation
import Registers

/// SIO: the single-cycle I/O of both cores (RP2040 data sheet §2.3.1): GPIO, mailboxes between the cores, spinlocks, dividers, interpolators.
public final class SIO: Peripheral {
  public let name = "SIO"

  /// The mailbox that one core reads (§2.3.1.3): eight words. Flags stick until FIFO_ST is written.
  struct Mailbox {
    var words: [UInt32] = []
    /// ROE, of the core that reads it; WOF is the writer's.
    var readWhenEmpty = false, writtenWhenFull = false
    static let depth = 8
  }
  /// What each core has for itself.
  struct PerCore {
    var divider = Divider()
    var interpolators = [2 of Interpolator](first: Interpolator(clamps: false)) { _ in Interpolator(clamps: true) }
    /// The mailbox this core reads; `writtenWhenFull` is about the other one.
    var mailbox = Mailbox()
    var line = false
  }
  struct State {
    /// Pins as in `PinMux`: bank 0 below, the QSPI bank from bit 32 on.
    var out: UInt64 = 0, enable: UInt64 = 0
    var cores = [2 of PerCore](repeating: PerCore())
    var spinlocks: UInt32 = 0
  }
  private var state = State()
  private let pins: PinMux
  private unowned(unsafe) let services: any ChipServices
  /// The function number of SIO on every pin.
  private static let function = 5

  public init(_ services: any ChipServices, pins: PinMux) { self.services = services; self.pins = pins }

  @inline(__always) private func core(_ a: Access) -> Int { a.master == .core1 ? 1 : 0 }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    // What loops poll; the rest has a frame of its own.
    if offset == Registers.SIO.GPIO_IN.offset { return UInt32(truncatingIfNeeded: pins.synchronisedInputs(at: access.cycle)) }
    return readOther(offset, access)
  }
  @inline(never) private func readOther(_ offset: UInt32, _ access: Access) -> UInt32 {
    let core = core(access)
    switch offset {
    case Registers.SIO.GPIO_HI_IN.offset: return UInt32(truncatingIfNeeded: pins.synchronisedInputs(at: access.cycle) >> 32)
    case Registers.SIO.FIFO_RD.offset: return receive(core)
    case Registers.SIO.DIV_QUOTIENT.offset:
      state.cores[core].divider.quotientRead()
      return state.cores[core].divider.quotient(at: access.cycle)
    case Registers.SIO.INTERP0_ACCUM0.offset...Registers.SIO.INTERP1_BASE_1AND0.offset:
      let which = Int(offset >> 6 & 1), register = offset >> 2 & 15
      if register >= 5 && register <= 7 { return state.cores[core].interpolators[which].pop(Int(register) - 5) }
      return state.cores[core].interpolators[which].read(register)
    case Registers.SIO.SPINLOCK0.offset...Registers.SIO.SPINLOCK31.offset:
      let bit: UInt32 = 1 << (offset >> 2 & 31)
      if state.spinlocks & bit != 0 { return 0 }
      state.spinlocks |= bit
      return bit
    default:
      if offset > Registers.SIO.SPINLOCK31.offset || offset == 0x0c { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
      return value(offset, core, at: access.cycle)
    }
  }
  /// As core 0 would see it, without side effects.
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { value(offset, 0, at: cycle) }

  private func value(_ offset: UInt32, _ core: Int, at cycle: Cycle) -> UInt32 {
    switch offset {
    case Registers.SIO.CPUID.offset: return UInt32(core)
    case Registers.SIO.GPIO_IN.offset: return UInt32(truncatingIfNeeded: pins.synchronisedInputs(at: cycle))
    case Registers.SIO.GPIO_HI_IN.offset: return UInt32(truncatingIfNeeded: pins.synchronisedInputs(at: cycle) >> 32)
    case Registers.SIO.GPIO_OUT.offset: return UInt32(truncatingIfNeeded: state.out)
    case Registers.SIO.GPIO_OE.offset: return UInt32(truncatingIfNeeded: state.enable)
    case Registers.SIO.GPIO_HI_OUT.offset: return UInt32(truncatingIfNeeded: state.out >> 32)
    case Registers.SIO.GPIO_HI_OE.offset: return UInt32(truncatingIfNeeded: state.enable >> 32)
    case Registers.SIO.FIFO_ST.offset: return fifoStatus(core)
    case Registers.SIO.FIFO_RD.offset: return state.cores[core].mailbox.words.first ?? 0
    case Registers.SIO.SPINLOCK_ST.offset: return state.spinlocks
    case Registers.SIO.DIV_UDIVIDEND.offset, Registers.SIO.DIV_SDIVIDEND.offset: return state.cores[core].divider.dividend
    case Registers.SIO.DIV_UDIVISOR.offset, Registers.SIO.DIV_SDIVISOR.offset: return state.cores[core].divider.divisor
    case Registers.SIO.DIV_QUOTIENT.offset: return state.cores[core].divider.quotient(at: cycle)
    case Registers.SIO.DIV_REMAINDER.offset: return state.cores[core].divider.remainder(at: cycle)
    case Registers.SIO.DIV_CSR.offset: return state.cores[core].divider.csr(at: cycle)
    case Registers.SIO.INTERP0_ACCUM0.offset...Registers.SIO.INTERP1_BASE_1AND0.offset:
      return state.cores[core].interpolators[Int(offset >> 6 & 1)].read(offset >> 2 & 15)
    case Registers.SIO.SPINLOCK0.offset...Registers.SIO.SPINLOCK31.offset:
      let bit: UInt32 = 1 << (offset >> 2 & 31)
      return bit & ~state.spinlocks
    default: return 0  // write-only
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let v = UInt64(value), cycle = access.cycle, core = core(access)
    switch offset {
    case Registers.SIO.GPIO_OUT.offset: setOut(state.out & PinMux.qspi | v, at: cycle)
    case Registers.SIO.GPIO_OUT_SET.offset: setOut(state.out | v, at: cycle)
    case Registers.SIO.GPIO_OUT_CLR.offset: setOut(state.out & ~v, at: cycle)
    case Registers.SIO.GPIO_OUT_XOR.offset: setOut(state.out ^ v, at: cycle)
    case Registers.SIO.GPIO_OE.offset: setEnable(state.enable & PinMux.qspi | v, at: cycle)
    case Registers.SIO.GPIO_OE_SET.offset: setEnable(state.enable | v, at: cycle)
    case Registers.SIO.GPIO_OE_CLR.offset: setEnable(state.enable & ~v, at: cycle)
    case Registers.SIO.GPIO_OE_XOR.offset: setEnable(state.enable ^ v, at: cycle)
    case Registers.SIO.GPIO_HI_OUT.offset: setOut(state.out & PinMux.bank0 | v << 32, at: cycle)
    case Registers.SIO.GPIO_HI_OUT_SET.offset: setOut(state.out | v << 32, at: cycle)
    case Registers.SIO.GPIO_HI_OUT_CLR.offset: setOut(state.out & ~(v << 32), at: cycle)
    case Registers.SIO.GPIO_HI_OUT_XOR.offset: setOut(state.out ^ v << 32, at: cycle)
    case Registers.SIO.GPIO_HI_OE.offset: setEnable(state.enable & PinMux.bank0 | v << 32, at: cycle)
    case Registers.SIO.GPIO_HI_OE_SET.offset: setEnable(state.enable | v << 32, at: cycle)
    case Registers.SIO.GPIO_HI_OE_CLR.offset: setEnable(state.enable & ~(v << 32), at: cycle)
    case Registers.SIO.GPIO_HI_OE_XOR.offset: setEnable(state.enable ^ v << 32, at: cycle)
    case Registers.SIO.FIFO_ST.offset:
      // WOF and ROE are cleared by a 1.
      if value & 4 != 0 { state.cores[core].mailbox.writtenWhenFull = false }
      if value & 8 != 0 { state.cores[core].mailbox.readWhenEmpty = false }
      updateLine(core)
    case Registers.SIO.FIFO_WR.offset: send(value, from: core)
    case Registers.SIO.DIV_UDIVIDEND.offset, Registers.SIO.DIV_SDIVIDEND.offset:
      state.cores[core].divider.dividend = value
      state.cores[core].divider.start(signed: offset == Registers.SIO.DIV_SDIVIDEND.offset, at: cycle)
    case Registers.SIO.DIV_UDIVISOR.offset, Registers.SIO.DIV_SDIVISOR.offset:
      state.cores[core].divider.divisor = value
      state.cores[core].divider.start(signed: offset == Registers.SIO.DIV_SDIVISOR.offset, at: cycle)
    case Registers.SIO.DIV_QUOTIENT.offset: state.cores[core].divider.set(quotient: value, at: cycle)
    case Registers.SIO.DIV_REMAINDER.offset: state.cores[core].divider.set(remainder: value, at: cycle)
    case Registers.SIO.INTERP0_ACCUM0.offset...Registers.SIO.INTERP1_BASE_1AND0.offset:
      state.cores[core].interpolators[Int(offset >> 6 & 1)].write(offset >> 2 & 15, value)
    case Registers.SIO.SPINLOCK0.offset...Registers.SIO.SPINLOCK31.offset: state.spinlocks &= ~(1 << (offset >> 2 & 31))
    case Registers.SIO.CPUID.offset, Registers.SIO.GPIO_IN.offset, Registers.SIO.GPIO_HI_IN.offset, Registers.SIO.FIFO_RD.offset,
      Registers.SIO.SPINLOCK_ST.offset, Registers.SIO.DIV_CSR.offset:
      break  // read-only
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }

  // MARK: GPIO

  @inline(__always) private func setOut(_ v: UInt64, at cycle: Cycle) {
    state.out = v & PinMux.all
    pins.drive(Self.function, pins: PinMux.all, levels: state.out, enables: state.enable, at: cycle)
  }
  @inline(__always) private func setEnable(_ v: UInt64, at cycle: Cycle) {
    state.enable = v & PinMux.all
    pins.drive(Self.function, pins: PinMux.all, levels: state.out, enables: state.enable, at: cycle)
  }

  // MARK: Mailboxes

  /// VLD, RDY, WOF, ROE as `core` sees them.
  private func fifoStatus(_ core: Int) -> UInt32 {
    let mine = state.cores[core].mailbox, other = state.cores[1 - core].mailbox
    return (mine.words.isEmpty ? 0 : 1) | (other.words.count < Mailbox.depth ? 2 : 0) | (mine.writtenWhenFull ? 4 : 0) | (mine.readWhenEmpty ? 8 : 0)
  }
  private func send(_ v: UInt32, from core: Int) {
    if state.cores[1 - core].mailbox.words.count < Mailbox.depth {
      state.cores[1 - core].mailbox.words.append(v)
    } else {
      state.cores[core].mailbox.writtenWhenFull = true
    }
    updateLine(0)
    updateLine(1)
  }
  private func receive(_ core: Int) -> UInt32 {
    guard !state.cores[core].mailbox.words.isEmpty else {
      state.cores[core].mailbox.readWhenEmpty = true
      updateLine(core)
      return 0
    }
    let v = state.cores[core].mailbox.words.removeFirst()
    updateLine(core)
    return v
  }
  /// SIO_IRQ_PROC0 and 1: VLD, WOF or ROE of the core, into that core only.
  private func updateLine(_ core: Int) {
    let on = fifoStatus(core) & 0b1101 != 0
    guard on != state.cores[core].line else { return }
    state.cores[core].line = on
    services.setInterrupt(core == 0 ? IRQ.SIO_IRQ_PROC0 : IRQ.SIO_IRQ_PROC1, on, core: UInt32(core))
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    let lines = (state.cores[0].line, state.cores[1].line)
    state = State()
    (state.cores[0].line, state.cores[1].line) = lines
    setOut(0, at: cycle)
    updateLine(0)
    updateLine(1)
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    w.put(state.out); w.put(state.enable); w.put(state.spinlocks)
    for c in 0..<2 {
      state.cores[c].divider.save(to: &w)
      for i in 0..<2 { state.cores[c].interpolators[i].save(to: &w) }
      w.put(state.cores[c].mailbox.words)
      w.put(state.cores[c].mailbox.readWhenEmpty); w.put(state.cores[c].mailbox.writtenWhenFull); w.put(state.cores[c].line)
    }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    state.out = try r.get(); state.enable = try r.get(); state.spinlocks = try r.get()
    for c in 0..<2 {
      try state.cores[c].divider.restore(from: &r)
      for i in 0..<2 { try state.cores[c].interpolators[i].restore(from: &r) }
      state.cores[c].mailbox.words = try r.get()
      state.cores[c].mailbox.readWhenEmpty = try r.get(); state.cores[c].mailbox.writtenWhenFull = try r.get(); state.cores[c].line = try r.get()
    }
  }
}
