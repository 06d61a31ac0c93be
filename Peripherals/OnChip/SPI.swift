import Emulation
import Registers

/// SPI: ARM's PL022 (RP2040 data sheet §4.4; ARM DDI 0194): master and slave, FIFOs of eight words of 4…16 bits, three frame formats.
///
/// As a master it drives edges, each at its tick of clk_peri, or hands whole words to the parts on the bus when nobody looks at the
/// wires (SPIMaster.swift); FIFOs, interrupts and DREQs move at the same ticks in both ways. As a slave it follows its pins.
public final class SPI: Peripheral, PinInput {
  public let name: String
  typealias R = Registers.SPI

  struct State {
    var cr0: UInt32 = 0, cr1: UInt32 = 0, prescale: UInt32 = 0, mask: UInt32 = 0, dma: UInt32 = 0
    /// RORRIS and RTRIS; the other two raw interrupts follow from the FIFOs.
    var overrun = false, timedOut = false
    var toSend: [UInt16] = [], received: [UInt16] = []
    var frame = SPIFrame(), slave = SPISlave()
    /// Tick of clk_peri at which the receive time-out is due.
    var timeout = UInt64.max
    /// What is on the pins: clock, select, data, and whether data is driven.
    var clock = false, select = true, data = false, dataEnabled = false
  }
  var state = State()

  let pins: PinMux
  unowned(unsafe) let services: any ChipServices
  static let function = 1, depth = 8
  let rxPins: UInt64, selectPins: UInt64, clockPins: UInt64, txPins: UInt64
  private let irq: UInt32, source: EventSource, dreq: UInt32
  /// Who takes whole words, as long as the wiring is this.
  var bus = SPIBusCache()

  /// `index`: 0 or 1.
  public init(_ services: any ChipServices, pins: PinMux, index: Int) {
    self.services = services; self.pins = pins
    name = "SPI\(index)"
    irq = index == 0 ? IRQ.SPI0_IRQ : IRQ.SPI1_IRQ
    source = index == 0 ? .spi0 : .spi1
    dreq = 16 + 2 * UInt32(index)
    // §2.19.2: groups of four pins (RX, CSn, SCK, TX), two groups for each block in turn.
    var first: UInt64 = 0
    for group in 0..<8 where group >> 1 & 1 == index { first |= 1 << UInt64(4 * group) }
    rxPins = first & PinMux.bank0
    selectPins = first << 1 & PinMux.bank0
    clockPins = first << 2 & PinMux.bank0
    txPins = first << 3 & PinMux.bank0
  }

  var enabled: Bool { state.cr1 & 2 != 0 }
  var isSlave: Bool { state.cr1 & 4 != 0 }
  var loopback: Bool { state.cr1 & 1 != 0 }
  /// Ticks of clk_peri in half a bit: CPSDVSR × (1 + SCR) / 2. CPSDVSR is even, and 0 stops the clock.
  var halfBit: UInt64 { UInt64(state.prescale / 2) * UInt64(1 + state.cr0 >> 8) }
  func now(_ cycle: Cycle) -> UInt64 { services.ticks(.peri, at: cycle) }
  private var raw: UInt32 {
    (state.overrun ? 1 : 0) | (state.timedOut ? 2 : 0) | (state.received.count >= Self.depth / 2 ? 4 : 0) | (state.toSend.count <= Self.depth / 2 ? 8 : 0)
  }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    guard offset == R.SSPDR.offset else {
      if !known(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
      return peek(offset, at: access.cycle)
    }
    guard !state.received.isEmpty else { return 0 }
    let v = state.received.removeFirst()
    state.timedOut = state.timedOut && !state.received.isEmpty
    armTimeout(at: now(access.cycle))
    update()
    return UInt32(v)
  }
  private func known(_ offset: UInt32) -> Bool { offset <= R.SSPDMACR.offset || offset >= R.SSPPERIPHID0.offset }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.SSPCR0.offset: return state.cr0
    case R.SSPCR1.offset: return state.cr1
    case R.SSPDR.offset: return UInt32(state.received.first ?? 0)
    case R.SSPSR.offset:
      return (state.toSend.isEmpty ? 1 : 0) | (state.toSend.count < Self.depth ? 2 : 0) | (state.received.isEmpty ? 0 : 4)
        | (state.received.count >= Self.depth ? 8 : 0) | (isBusy ? 16 : 0)
    case R.SSPCPSR.offset: return state.prescale
    case R.SSPIMSC.offset: return state.mask
    case R.SSPRIS.offset: return raw
    case R.SSPMIS.offset: return raw & state.mask
    case R.SSPDMACR.offset: return state.dma
    case R.SSPPERIPHID0.offset...R.SSPPCELLID3.offset: return R.registers[Int(10 + (offset - R.SSPPERIPHID0.offset) / 4)].reset
    default: return 0
    }
  }
  private var isBusy: Bool { state.frame.active || state.slave.busy || (enabled && !state.toSend.isEmpty) }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.SSPCR0.offset:
      state.cr0 = v & 0xffff
      restPins(at: cycle)
    case R.SSPCR1.offset:
      let was = (isSlave, enabled)
      state.cr1 = v & 15
      if was != (isSlave, enabled) {
        state.slave = SPISlave()
        state.slave.selected = !slaveSelected
        // A master looks at no pin but when it samples: only a slave is told of edges.
        pins.watch(self, function: Self.function, pins: isSlave && enabled ? clockPins | selectPins : 0)
        restPins(at: cycle)
        if isSlave { followMaster(at: cycle) }
      }
      startFrame(at: cycle)
    case R.SSPDR.offset:
      guard state.toSend.count < Self.depth else { break }  // full: the word is lost
      state.toSend.append(UInt16(truncatingIfNeeded: v) & UInt16((1 << ((state.cr0 & 15) + 1)) - 1))
      startFrame(at: cycle)
    case R.SSPCPSR.offset:
      state.prescale = v & 0xfe
      startFrame(at: cycle)
    case R.SSPIMSC.offset: state.mask = v & 15
    case R.SSPICR.offset:
      if value & 1 != 0 { state.overrun = false }
      if value & 2 != 0 { state.timedOut = false; state.timeout = .max }
    case R.SSPDMACR.offset: state.dma = v & 3
    case R.SSPSR.offset, R.SSPRIS.offset, R.SSPMIS.offset, R.SSPPERIPHID0.offset...R.SSPPCELLID3.offset: break  // read-only
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    update()
  }

  // MARK: FIFO, interrupts, DMA

  func push(_ word: UInt32, at tick: UInt64) {
    if state.received.count >= Self.depth {
      state.overrun = true  // the new word is lost
    } else {
      state.received.append(UInt16(truncatingIfNeeded: word))
    }
    state.timedOut = false
    armTimeout(at: tick)
  }
  /// RTRIS comes when words have waited for 32 bits without anything happening.
  func armTimeout(at tick: UInt64) {
    state.timeout = state.received.isEmpty || halfBit == 0 || state.frame.active ? .max : tick + 64 * halfBit
  }
  /// Everything that follows from the state: interrupt, DREQs, the next event.
  func update() {
    services.setInterrupt(irq, raw & state.mask != 0)
    services.setDREQ(dreq, count: enabled && state.dma & 2 != 0 ? UInt32(Self.depth - state.toSend.count) : 0)
    services.setDREQ(dreq + 1, count: enabled && state.dma & 1 != 0 ? UInt32(state.received.count) : 0)
    reschedule()
  }
  private func reschedule() {
    let next = min(state.frame.due, state.timeout)
    if next == .max { services.cancel(source) } else { services.schedule(source, at: services.cycle(.peri, reaching: next)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    let tick = now(cycle)
    while true {
      let next = min(state.frame.due, state.timeout)
      guard next <= tick else { break }
      if next == state.frame.due {
        advance(at: cycle)
      } else {
        state.timeout = .max
        if !state.received.isEmpty { state.timedOut = true }
      }
    }
    update()
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }
  public func inputsChanged(_ changed: UInt64, at cycle: Cycle) {
    guard isSlave && enabled else { return }
    followMaster(at: cycle)
    update()
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    pins.watch(self, function: Self.function, pins: 0)
    restPins(at: cycle)
    update()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    for v in [s.cr0, s.cr1, s.prescale, s.mask, s.dma] { w.put(v) }
    for b in [s.overrun, s.timedOut, s.clock, s.select, s.data, s.dataEnabled] { w.put(b) }
    w.put(s.toSend); w.put(s.received)
    s.frame.save(to: &w); s.slave.save(to: &w)
    w.put(s.timeout)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.cr0 = try r.get(); s.cr1 = try r.get(); s.prescale = try r.get(); s.mask = try r.get(); s.dma = try r.get()
    s.overrun = try r.get(); s.timedOut = try r.get(); s.clock = try r.get(); s.select = try r.get(); s.data = try r.get(); s.dataEnabled = try r.get()
    s.toSend = try r.get(); s.received = try r.get()
    try s.frame.restore(from: &r); try s.slave.restore(from: &r)
    s.timeout = try r.get()
    guard s.toSend.count <= Self.depth, s.received.count <= Self.depth, s.frame.half > 0 else { throw StateError("damaged state of \(name)") }
    state = s
    pins.watch(self, function: Self.function, pins: isSlave && enabled ? clockPins | selectPins : 0)
    update()
  }
}
