import Emulation
import Registers

/// UART: ARM's PL011 as the RP2040 has it (data sheet §4.2): FIFOs of 32, no IrDA, modem lines CTS and RTS only.
///
/// A bit is an edge on the TX pin at its tick of clk_peri, and a sample of the RX pin in its middle. Between edges nothing happens.
public final class UART: Peripheral, PinInput {
  public let name: String
  typealias R = Registers.UART

  struct State {
    var ibrd: UInt32 = 0, fbrd: UInt32 = 0, control: UInt32 = 0x300, levels: UInt32 = 0x12, lowPower: UInt32 = 0, dma: UInt32 = 0
    /// LCR_H with the divisors that its last write made current.
    var format = UARTFormat()
    var raw: UInt32 = 0, mask: UInt32 = 0
    /// RSR: OE 3, BE 2, PE 1, FE 0.
    var errors: UInt32 = 0
    /// Characters waiting; a received one carries its errors in bits 8…11 as DR shows them.
    var toSend: [UInt8] = [], received: [UInt16] = []
    var overrun = false

    /// The frame on the TX line: its bits, which of them is out, when it began.
    var sending = false, frame: UInt32 = 0, frameFormat = UARTFormat(), bit: UInt32 = 0, began: UInt64 = 0
    var txLevel = true

    /// The frame on the RX line: what was sampled so far, and which bit comes next.
    var receiving = false, sampled: UInt32 = 0, rxFormat = UARTFormat(), rxBit: UInt32 = 0, rxBegan: UInt64 = 0
    /// After a break the line must rise before a character can begin.
    var waitsForMark = false
    var rxLevel = true
    /// CTS, DSR, DCD, RI as FR shows them (bits 0, 1, 2, 8).
    var modem: UInt32 = 0

    /// Tick of clk_peri at which the next TX edge, RX sample, receive time-out is due.
    var txNext = UInt64.max, rxNext = UInt64.max, timeout = UInt64.max
  }
  private(set) var state = State()

  private let index: Int, irq: UInt32, source: EventSource, dreq: UInt32
  private let pins: PinMux
  private unowned(unsafe) let services: any ChipServices
  private static let function = 2
  private let txPins: UInt64, rxPins: UInt64, ctsPins: UInt64, rtsPins: UInt64

  /// `index`: 0 or 1.
  public init(_ services: any ChipServices, pins: PinMux, index: Int) {
    self.services = services; self.pins = pins; self.index = index
    name = "UART\(index)"
    irq = index == 0 ? IRQ.UART0_IRQ : IRQ.UART1_IRQ
    source = index == 0 ? .uart0 : .uart1
    dreq = 20 + 2 * UInt32(index)
    // §2.19.2: groups of four pins (TX, RX, CTS, RTS) belong to UART0, 1, 1, 0 and so on.
    var first: UInt64 = 0
    for group in 0..<8 where (group + 1) >> 1 & 1 == index { first |= 1 << UInt64(4 * group) }
    txPins = first & PinMux.bank0
    rxPins = first << 1 & PinMux.bank0
    ctsPins = first << 2 & PinMux.bank0
    rtsPins = first << 3 & PinMux.bank0
    pins.watch(self, function: Self.function, pins: rxPins | ctsPins)
  }

  private var fifo: Bool { state.format.line & 0x10 != 0 }
  private var depth: Int { fifo ? 32 : 1 }
  private var enabled: Bool { state.control & 1 != 0 }
  private var loopback: Bool { state.control & 0x80 != 0 }
  private func now(_ cycle: Cycle) -> UInt64 { services.ticks(.peri, at: cycle) }
  /// Trigger levels of IFLS for FIFOs of 32: 1/8, 1/4, 1/2, 3/4, 7/8; a FIFO of one triggers at one, or when empty.
  private func trigger(_ select: UInt32) -> Int { [4, 8, 16, 24, 28][min(Int(select), 4)] }
  private var txTrigger: Int { fifo ? trigger(state.levels & 7) : 0 }
  private var rxTrigger: Int { fifo ? trigger(state.levels >> 3 & 7) : 1 }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset == R.UARTDR.offset { return take(at: access.cycle) }
    let v = peek(offset, at: access.cycle)
    if v == 0 && !known(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return v
  }
  private func known(_ offset: UInt32) -> Bool {
    offset <= R.UARTDMACR.offset && offset & 3 == 0 && !(0x08..<0x18).contains(offset) && offset != 0x1c || offset >= 0xfe0
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.UARTDR.offset: return UInt32(state.received.first ?? 0)
    case R.UARTRSR.offset: return state.errors
    case R.UARTFR.offset:
      return state.modem | (state.sending || !state.toSend.isEmpty ? 1 << 3 : 0) | (state.received.isEmpty ? 1 << 4 : 0)
        | (state.toSend.count >= depth ? 1 << 5 : 0) | (state.received.count >= depth ? 1 << 6 : 0) | (state.toSend.isEmpty ? 1 << 7 : 0)
    case R.UARTILPR.offset: return state.lowPower
    case R.UARTIBRD.offset: return state.ibrd
    case R.UARTFBRD.offset: return state.fbrd
    case R.UARTLCR_H.offset: return state.format.line
    case R.UARTCR.offset: return state.control
    case R.UARTIFLS.offset: return state.levels
    case R.UARTIMSC.offset: return state.mask
    case R.UARTRIS.offset: return state.raw
    case R.UARTMIS.offset: return state.raw & state.mask
    case R.UARTDMACR.offset: return state.dma
    case 0xfe0...0xffc where offset & 3 == 0: return R.registers[Int(14 + (offset - 0xfe0) / 4)].reset
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.UARTDR.offset:
      guard state.toSend.count < depth else { break }  // full: the character is lost
      state.toSend.append(UInt8(truncatingIfNeeded: v))
      if state.toSend.count > txTrigger { state.raw &= ~(1 << 5) }
      startSending(at: cycle)
    case R.UARTRSR.offset: state.errors = 0
    case R.UARTILPR.offset: state.lowPower = v & 0xff
    case R.UARTIBRD.offset: state.ibrd = v & 0xffff
    case R.UARTFBRD.offset: state.fbrd = v & 0x3f
    case R.UARTLCR_H.offset:
      let hadFIFO = fifo
      state.format = UARTFormat(line: v & 0xff, divisor: state.ibrd == 0 ? 0 : UInt64(64 * state.ibrd + state.fbrd))
      if hadFIFO && !fifo { state.toSend = []; state.received = []; state.timeout = .max }
      driveIdle(at: cycle)
      startSending(at: cycle)
      listen(at: cycle)
    case R.UARTCR.offset:
      state.control = v & 0xff87
      if v & 6 != 0 { services.unmodelled(name, "UARTCR.SIREN", write: true, value: v) }
      modemChanged(at: cycle)
      startSending(at: cycle)
      lineChanged(at: cycle)
    case R.UARTIFLS.offset: state.levels = v & 0x3f
    case R.UARTIMSC.offset: state.mask = v & 0x7ff
    case R.UARTICR.offset: state.raw &= ~value
    case R.UARTDMACR.offset: state.dma = v & 7
    case R.UARTFR.offset, R.UARTRIS.offset, R.UARTMIS.offset, 0xfe0...0xffc: break  // read-only
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    update(at: cycle)
  }
  private func take(at cycle: Cycle) -> UInt32 {
    guard !state.received.isEmpty else { return 0 }
    let v = state.received.removeFirst()
    state.errors = state.errors & 8 | UInt32(v) >> 8
    if state.received.count < rxTrigger { state.raw &= ~(1 << 4) }
    if state.received.isEmpty { state.raw &= ~(1 << 6); state.timeout = .max }
    update(at: cycle)
    return UInt32(v)
  }

  // MARK: Sending

  private func setTX(_ level: Bool, at cycle: Cycle) {
    state.txLevel = level
    pins.drive(Self.function, pins: txPins, levels: level ? txPins : 0, enables: txPins, at: cycle)
    if loopback { lineChanged(at: cycle) }
  }
  /// The line between characters: mark, or break.
  private func driveIdle(at cycle: Cycle) {
    if !state.sending { setTX(state.format.line & 1 == 0, at: cycle) }
  }
  private func startSending(at cycle: Cycle) {
    guard !state.sending, !state.toSend.isEmpty, state.format.divisor != 0, state.format.line & 1 == 0 else { return }
    guard state.control & 0x101 == 0x101, state.control & 0x8000 == 0 || state.modem & 1 != 0 else { return }
    beginFrame(at: now(cycle), cycle)
  }
  private func beginFrame(at tick: UInt64, _ cycle: Cycle) {
    let before = state.toSend.count
    state.frameFormat = state.format
    state.frame = state.format.frame(UInt32(state.toSend.removeFirst()))
    if before > txTrigger && state.toSend.count <= txTrigger { state.raw |= 1 << 5 }
    state.sending = true
    state.bit = 0
    state.began = tick
    setTX(false, at: cycle)
    nextEdge()
  }
  /// The tick of the next change of the line, or of the frame's end.
  private func nextEdge() {
    let level = state.frame >> state.bit & 1
    var n = state.bit + 1
    while n < state.frameFormat.bits && state.frame >> n & 1 == level { n += 1 }
    state.bit = n
    state.txNext = state.began + state.frameFormat.ticks(halfBits: 2 * UInt64(n))
  }
  private func edge(at cycle: Cycle) {
    if state.bit < state.frameFormat.bits {
      setTX(state.frame >> state.bit & 1 != 0, at: cycle)
      nextEdge()
      return
    }
    let end = state.txNext
    state.sending = false
    state.txNext = .max
    let f = state.format
    if !state.toSend.isEmpty, f.divisor != 0, f.line & 1 == 0, state.control & 0x101 == 0x101, state.control & 0x8000 == 0 || state.modem & 1 != 0 {
      beginFrame(at: end, cycle)  // without a gap: the baud clock runs through
    } else {
      driveIdle(at: cycle)
    }
  }

  // MARK: Receiving

  public func inputsChanged(_ changed: UInt64, at cycle: Cycle) {
    if changed & ctsPins != 0 { modemChanged(at: cycle); startSending(at: cycle) }
    if changed & rxPins != 0 { lineChanged(at: cycle) }
    update(at: cycle)
  }
  private func lineChanged(at cycle: Cycle) {
    state.rxLevel = loopback ? state.txLevel : pins.input(Self.function, pins: rxPins)
    listen(at: cycle)
  }
  /// A low line begins a character, if one may begin.
  private func listen(at cycle: Cycle) {
    if state.rxLevel { state.waitsForMark = false; return }
    guard !state.receiving, !state.waitsForMark, state.format.divisor != 0, state.control & 0x201 == 0x201 else { return }
    state.receiving = true
    state.rxFormat = state.format
    state.sampled = 0
    state.rxBit = 0
    state.rxBegan = now(cycle)
    state.rxNext = state.rxBegan + state.rxFormat.ticks(halfBits: 1)
    state.timeout = .max
  }
  private func sample(at cycle: Cycle) {
    let f = state.rxFormat, last = 1 + f.dataBits + (f.parity ? 1 : 0)
    if state.rxBit == 0 && state.rxLevel {  // a spike, no start bit
      state.receiving = false
      state.rxNext = .max
      return
    }
    if state.rxLevel { state.sampled |= 1 << state.rxBit }
    if state.rxBit < last {
      state.rxBit += 1
      state.rxNext = state.rxBegan + f.ticks(halfBits: 2 * UInt64(state.rxBit) + 1)
      return
    }
    state.receiving = false
    state.rxNext = .max
    let data = state.sampled >> 1 & ((1 << f.dataBits) - 1)
    var flags: UInt32 = 0
    if f.parity && (state.sampled >> (1 + f.dataBits) & 1 != 0) != f.parityBit(data) { flags |= 2 }
    if state.sampled >> last & 1 == 0 { flags |= 1 }
    if state.sampled == 0 { flags |= 4 }
    if !state.rxLevel { state.waitsForMark = true }
    push(data | flags << 8, flags)
    state.timeout = now(cycle) + f.ticks(halfBits: 64)
  }
  private func push(_ v: UInt32, _ flags: UInt32) {
    // FERIS 7, PERIS 8, BERIS 9 in the order of DR's flags.
    state.raw |= flags << 7
    guard state.received.count < depth else {
      state.overrun = true
      state.errors |= 8
      state.raw |= 1 << 10
      return
    }
    state.received.append(UInt16(v | (state.overrun ? 0x800 : 0)))
    state.overrun = false
    if state.received.count == rxTrigger { state.raw |= 1 << 4 }
  }

  // MARK: Modem lines, interrupts, DMA

  /// FR's CTS, DSR, DCD, RI: the CTS pin (active low), or in loopback RTS, DTR, OUT1 and OUT2.
  private func modemChanged(at cycle: Cycle) {
    var m: UInt32 = 0
    if loopback {
      if !rtsPinLevel { m |= 1 }
      if state.control & 1 << 10 != 0 { m |= 2 }
      if state.control & 1 << 12 != 0 { m |= 4 }
      if state.control & 1 << 13 != 0 { m |= 1 << 8 }
    } else if !pins.input(Self.function, pins: ctsPins) {
      m |= 1
    }
    let changed = m ^ state.modem
    state.modem = m
    // CTSRMIS 1, DSRRMIS 3, DCDRMIS 2, RIRMIS 0.
    if changed & 1 != 0 { state.raw |= 1 << 1 }
    if changed & 2 != 0 { state.raw |= 1 << 3 }
    if changed & 4 != 0 { state.raw |= 1 << 2 }
    if changed & 1 << 8 != 0 { state.raw |= 1 }
  }
  /// nUARTRTS: by software, or high from the receive trigger level on.
  private var rtsPinLevel: Bool { state.control & 0x4000 != 0 ? state.received.count >= rxTrigger : state.control & 1 << 11 == 0 }

  /// Everything that follows from the state: RTS, interrupt, DREQs, the next event.
  private func update(at cycle: Cycle) {
    pins.drive(Self.function, pins: rtsPins, levels: rtsPinLevel ? rtsPins : 0, enables: rtsPins, at: cycle)
    if loopback { modemChanged(at: cycle) }
    let masked = state.raw & state.mask
    services.setInterrupt(irq, masked != 0)
    services.setDREQ(dreq, count: state.dma & 2 != 0 ? UInt32(max(0, depth - state.toSend.count)) : 0)
    services.setDREQ(dreq + 1, count: state.dma & 1 != 0 && !(state.dma & 4 != 0 && masked & 0x780 != 0) ? UInt32(state.received.count) : 0)
    reschedule()
  }
  private func reschedule() {
    let next = min(state.txNext, state.rxNext, state.timeout)
    if next == .max { services.cancel(source) } else { services.schedule(source, at: services.cycle(.peri, reaching: next)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    let tick = now(cycle)
    while true {
      let next = min(state.txNext, state.rxNext, state.timeout)
      guard next <= tick else { break }
      if next == state.txNext {
        edge(at: cycle)
      } else if next == state.rxNext {
        sample(at: cycle)
      } else {
        state.timeout = .max
        if !state.received.isEmpty { state.raw |= 1 << 6 }
      }
    }
    update(at: cycle)
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    state.modem = loopback || pins.input(Self.function, pins: ctsPins) ? 0 : 1
    setTX(true, at: cycle)
    state.rxLevel = pins.input(Self.function, pins: rxPins)
    update(at: cycle)
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    for v in [s.ibrd, s.fbrd, s.control, s.levels, s.lowPower, s.dma, s.raw, s.mask, s.errors, s.frame, s.bit, s.sampled, s.rxBit, s.modem] { w.put(v) }
    for f in [s.format, s.frameFormat, s.rxFormat] { w.put(f.line); w.put(f.divisor) }
    w.put(s.toSend); w.put(s.received)
    for b in [s.overrun, s.sending, s.txLevel, s.receiving, s.waitsForMark, s.rxLevel] { w.put(b) }
    for t in [s.began, s.rxBegan, s.txNext, s.rxNext, s.timeout] { w.put(t) }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    func format() throws(StateError) -> UARTFormat { UARTFormat(line: try r.get(), divisor: try r.get()) }
    s.ibrd = try r.get(); s.fbrd = try r.get(); s.control = try r.get(); s.levels = try r.get(); s.lowPower = try r.get(); s.dma = try r.get()
    s.raw = try r.get(); s.mask = try r.get(); s.errors = try r.get(); s.frame = try r.get(); s.bit = try r.get(); s.sampled = try r.get()
    s.rxBit = try r.get(); s.modem = try r.get()
    s.format = try format(); s.frameFormat = try format(); s.rxFormat = try format()
    s.toSend = try r.get(); s.received = try r.get()
    s.overrun = try r.get(); s.sending = try r.get(); s.txLevel = try r.get(); s.receiving = try r.get(); s.waitsForMark = try r.get(); s.rxLevel = try r.get()
    s.began = try r.get(); s.rxBegan = try r.get(); s.txNext = try r.get(); s.rxNext = try r.get(); s.timeout = try r.get()
    state = s
    reschedule()
  }
}
