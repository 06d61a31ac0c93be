import Emulation
import Registers

/// PIO: four state machines that share 32 instructions and eight interrupt flags (RP2040 data sheet §3). This file: registers and state.
///
/// PIOMachine.swift has a machine's state and the decoding, PIOExecute.swift the instructions, PIORun.swift time and pins.
public final class PIO: Peripheral, PinInput, FreeRunningOutput {
  public let name: String
  typealias R = Registers.PIO

  /// What is true up to `live.time`; while `ahead`, the PIO has run ahead of the chip and `saved` is where it began.
  let live: UnsafeMutablePointer<PIOState>, saved: UnsafeMutablePointer<PIOState>
  var ahead = false
  /// How far the next run ahead goes.
  var speculation: UInt64 = 64
  /// The program, and for each machine its instructions decoded.
  var program = [32 of UInt16](repeating: 0)
  let operations: UnsafeMutablePointer<PIOOperation>
  /// Machines whose instructions have to be decoded anew; whether the pins they read may be others.
  var undecoded: UInt32 = 15, analysis = true
  /// No machine can notice what another does.
  var independent = false

  struct Interrupts { var enable = [2 of UInt32](repeating: 0), force = [2 of UInt32](repeating: 0) }
  var interrupts = Interrupts()
  /// What others were told: pins, interrupt lines.
  var shownOutputs: UInt32 = 0, shownEnables: UInt32 = 0, shownLines: UInt32 = 0
  /// DMA channels listen to these FIFOs: bits 0…3 TX, 4…7 RX. What the runs ahead stop at (`PIOState.changed`), besides pins.
  var demand: UInt32 = 0, watched: UInt32 = 0
  /// Pins that programs read.
  var watchedPins: UInt64 = 0
  var time = SysTicks()
  var running = false, publishing = false, settling = false, scheduled = false

  let function: Int, irq: UInt32, dreq: UInt32, source: EventSource
  let pins: PinMux
  unowned(unsafe) let services: any ChipServices

  /// `index`: 0 or 1.
  public init(_ services: any ChipServices, pins: PinMux, index: Int) {
    self.services = services; self.pins = pins
    name = "PIO\(index)"
    function = 6 + index
    irq = index == 0 ? IRQ.PIO0_IRQ_0 : IRQ.PIO1_IRQ_0
    dreq = 8 * UInt32(index)
    source = index == 0 ? .pio0 : .pio1
    live = .allocate(capacity: 1)
    live.initialize(to: PIOState())
    saved = .allocate(capacity: 1)
    saved.initialize(to: PIOState())
    operations = .allocate(capacity: 128)
    operations.initialize(repeating: PIOOperation(), count: 128)
    pins.attach(freeRunning: self, function: function)
  }
  deinit {
    live.deallocate()
    saved.deallocate()
    operations.deallocate()
  }

  // MARK: Reading

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    guard (R.RXF0.offset...R.RXF3.offset).contains(offset) else {
      if offset > R.IRQ1_INTS.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
      return peek(offset, at: access.cycle)
    }
    let tick = time.tick(at: access.cycle), i = Int(offset - R.RXF0.offset) / 4
    advance(through: tick)
    let v = machines[i].rx[Int(machines[i].rxHead)]
    if machines[i].rxCount == 0 {
      machines[i].rxUnder = true
    } else {
      machines[i].rxHead = (machines[i].rxHead &+ 1) & 7
      machines[i].rxCount &-= 1
      machines[i].wake(.receive, at: tick + 1)
    }
    settleDown()
    return v
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    // A FIFO's level is what its registers hold as the cycle begins: an instruction that is performed in it has not changed them yet.
    let tick = time.tick(at: cycle), before: UInt64 = offset == R.FSTAT.offset || offset == R.FLEVEL.offset ? 1 : 0
    advance(through: tick - min(tick, before))
    func each(_ body: (UnsafeMutablePointer<PIOMachine>) -> Bool) -> UInt32 {
      var v: UInt32 = 0
      for i in 0..<4 where body(machines + i) { v |= 1 << UInt32(i) }
      return v
    }
    switch offset {
    case R.CTRL.offset: return each { $0.pointee.enabled }
    case R.FSTAT.offset:
      return each { $0.pointee.rxFull } | each { $0.pointee.rxCount == 0 } << 8
        | each { $0.pointee.txCount >= $0.pointee.txDepth } << 16 | each { $0.pointee.txEmpty } << 24
    case R.FDEBUG.offset:
      return each { $0.pointee.rxStall } | each { $0.pointee.rxUnder } << 8 | each { $0.pointee.txOver } << 16 | each { $0.pointee.txStall } << 24
    case R.FLEVEL.offset:
      var v: UInt32 = 0
      for i in 0..<4 { v |= (UInt32(machines[i].txCount) | UInt32(machines[i].rxCount) << 4) << UInt32(8 * i) }
      return v
    case R.TXF0.offset...R.TXF3.offset: return 0  // write-only
    case R.RXF0.offset...R.RXF3.offset:
      let m = machines + Int(offset - R.RXF0.offset) / 4
      return m.pointee.rx[Int(m.pointee.rxHead)]
    case R.IRQ.offset: return live.pointee.flags
    case R.INPUT_SYNC_BYPASS.offset: return live.pointee.bypass
    case R.DBG_PADOUT.offset: return live.pointee.outputs
    case R.DBG_PADOE.offset: return live.pointee.enables
    case R.DBG_CFGINFO.offset: return 32 << 16 | 4 << 8 | 4
    case R.SM0_CLKDIV.offset..<R.INTR.offset:
      let m = machines + Int(offset - R.SM0_CLKDIV.offset) / 24
      switch (offset - R.SM0_CLKDIV.offset) % 24 {
      case 0: return m.pointee.clkdiv
      case 4: return m.pointee.execctrl | (m.pointee.exec != 0 && m.pointee.waits != .none ? 1 << 31 : 0)
      case 8: return m.pointee.shiftctrl
      case 12: return m.pointee.pc
      case 16:
        let waiting = m.pointee.written != 0 ? m.pointee.written : m.pointee.exec
        return waiting != 0 ? waiting & 0xffff : UInt32(program[Int(m.pointee.pc)])
      default: return m.pointee.pinctrl
      }
    case R.INTR.offset: return raw
    case R.IRQ0_INTE.offset: return interrupts.enable[0]
    case R.IRQ0_INTF.offset: return interrupts.force[0]
    case R.IRQ0_INTS.offset: return raw & interrupts.enable[0] | interrupts.force[0]
    case R.IRQ1_INTE.offset: return interrupts.enable[1]
    case R.IRQ1_INTF.offset: return interrupts.force[1]
    case R.IRQ1_INTS.offset: return raw & interrupts.enable[1] | interrupts.force[1]
    default: return 0
    }
  }

  // MARK: Writing

  /// A write is seen by the machines from the next cycle on.
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let tick = time.tick(at: access.cycle)
    let old = peek(offset, at: access.cycle), v = access.alias.apply(value, to: old)
    let clears = access.alias == .clear || access.alias == .plain ? value : v
    switch offset {
    case R.CTRL.offset: control(v, at: tick)
    case R.FDEBUG.offset:
      for i in 0..<4 {
        let m = machines + i, bits = clears >> UInt32(i)
        // A machine that goes on stalling sets its flag again.
        if bits & 1 != 0 { m.pointee.rxStall = m.pointee.enabled && m.pointee.waits == .receive }
        if bits & 1 << 8 != 0 { m.pointee.rxUnder = false }
        if bits & 1 << 16 != 0 { m.pointee.txOver = false }
        if bits & 1 << 24 != 0 { m.pointee.txStall = m.pointee.enabled && m.pointee.waits == .transmit }
      }
    case R.TXF0.offset...R.TXF3.offset: put(Int(offset - R.TXF0.offset) / 4, v, at: tick)
    case R.IRQ.offset: setFlags(live.pointee.flags & ~clears, at: tick)
    case R.IRQ_FORCE.offset: setFlags(live.pointee.flags | v & 0xff, at: tick)
    case R.INPUT_SYNC_BYPASS.offset: live.pointee.bypass = v
    case R.INSTR_MEM0.offset...R.INSTR_MEM31.offset:
      program[Int(offset - R.INSTR_MEM0.offset) / 4] = UInt16(truncatingIfNeeded: v)
      undecoded = 15
    case R.SM0_CLKDIV.offset..<R.INTR.offset:
      writeMachine(Int(offset - R.SM0_CLKDIV.offset) / 24, (offset - R.SM0_CLKDIV.offset) % 24, v, at: tick)
    case R.IRQ0_INTE.offset: interrupts.enable[0] = v & 0xfff; watchChanged()
    case R.IRQ0_INTF.offset: interrupts.force[0] = v & 0xfff
    case R.IRQ1_INTE.offset: interrupts.enable[1] = v & 0xfff; watchChanged()
    case R.IRQ1_INTF.offset: interrupts.force[1] = v & 0xfff
    case R.FSTAT.offset, R.FLEVEL.offset, R.RXF0.offset...R.RXF3.offset, R.DBG_PADOUT.offset...R.DBG_CFGINFO.offset: break  // read-only
    case R.INTR.offset, R.IRQ0_INTS.offset, R.IRQ1_INTS.offset: break
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    settleDown()
  }
  /// SM_ENABLE 0…3, SM_RESTART 4…7, CLKDIV_RESTART 8…11.
  private func control(_ v: UInt32, at tick: UInt64) {
    for i in 0..<4 {
      let m = machines + i
      if v >> UInt32(4 + i) & 1 != 0 { m.pointee.restart(at: tick) }
      if v >> UInt32(8 + i) & 1 != 0 { m.pointee.regrid(from: tick + 1, restart: true) }
      m.pointee.enable(v >> UInt32(i) & 1 != 0, at: tick)
    }
    analysis = true
  }
  private func put(_ i: Int, _ v: UInt32, at tick: UInt64) {
    let m = machines + i
    guard m.pointee.txCount < m.pointee.txDepth else { m.pointee.txOver = true; return }
    m.pointee.tx[Int((m.pointee.txHead &+ m.pointee.txCount) & 7)] = v
    m.pointee.txCount &+= 1
    if m.pointee.waits == .transmit {
      m.pointee.wake(.transmit, at: tick + 1)
    } else if m.pointee.enabled && m.pointee.autopull && m.pointee.waits != .none || m.pointee.next > m.pointee.firstEnable(from: tick + 1) {
      // In a delay, or waiting for something else: the OSR fills meanwhile.
      if m.pointee.enabled && m.pointee.autopull { Self.refillInBackground(live, m, i) }
    }
  }
  private func setFlags(_ flags: UInt32, at tick: UInt64) {
    guard flags != live.pointee.flags else { return }
    live.pointee.flags = flags
    for i in 0..<4 { machines[i].wake(.irq, at: tick + 1) }
  }
  private func writeMachine(_ i: Int, _ register: UInt32, _ v: UInt32, at tick: UInt64) {
    let m = machines + i, bit: UInt32 = 1 << UInt32(i)
    switch register {
    case 0:
      m.pointee.clkdiv = v & 0xffff_ff00
      m.pointee.regrid(from: tick + 1, restart: false)
    case 4:
      m.pointee.execctrl = v & 0x7fff_ff9f
      m.pointee.configure()
      m.pointee.wake(.pin, at: tick + 1)
      undecoded |= bit
    case 8:
      let joined = (m.pointee.shiftctrl ^ v) >> 30 != 0
      m.pointee.shiftctrl = v & 0xffff_0000
      m.pointee.configure()
      if joined { m.pointee.flush() }
      m.pointee.wake(.receive, at: tick + 1)
    case 12: break  // ADDR is read-only
    case 16:
      m.pointee.execute(v, writtenAt: tick)
      let op = m.pointee.decode(v, machine: UInt32(i))
      if op.source == 0 || op.kind == .waitPin || op.kind == .jumpPin { refresh(~UInt32(truncatingIfNeeded: watchedPins)) }
      analysis = true
    default:
      m.pointee.pinctrl = v
      m.pointee.wake(.pin, at: tick + 1)
      undecoded |= bit
    }
  }

  public func clockChanged(at cycle: Cycle) {
    time.follow(services, at: cycle)
    advance(through: time.tick(at: cycle))
    settleDown()
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    time.follow(services, at: cycle)
    let inputs = live.pointee.inputs[0].levels, now = time.tick(at: cycle)
    ahead = false
    live.pointee = PIOState()
    live.pointee.time = now
    for i in 0..<4 { live.pointee.inputs[i].levels = inputs; machines[i].next = (now + 1) << 8 }
    program = [32 of UInt16](repeating: 0)
    interrupts = Interrupts()
    undecoded = 15
    analysis = true
    publishing = true
    showPins(PinMux.bank0)
    publishing = false
    watchChanged()
    settleDown()
  }
  /// A state without the run ahead.
  private func takeBack() {
    if ahead { live.pointee = saved.pointee; ahead = false }
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let was = ahead
    let s = was ? saved : live
    withUnsafeBytes(of: s.pointee) { w.put(Array($0)) }
    for i in 0..<32 { w.put(program[i]) }
    for n in 0..<2 { w.put(interrupts.enable[n]); w.put(interrupts.force[n]) }
    w.put(shownOutputs); w.put(shownEnables); w.put(shownLines); w.put(demand); w.put(watchedPins); w.put(speculation)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    let bytes: [UInt8] = try r.get()
    guard bytes.count == MemoryLayout<PIOState>.size else { throw StateError("saved \(name) is damaged") }
    takeBack()
    bytes.withUnsafeBytes { UnsafeMutableRawPointer(live).copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
    for i in 0..<32 { program[i] = try r.get() }
    for n in 0..<2 { interrupts.enable[n] = try r.get(); interrupts.force[n] = try r.get() }
    shownOutputs = try r.get(); shownEnables = try r.get(); shownLines = try r.get(); demand = try r.get()
    watchedPins = try r.get()
    speculation = min(1 << 14, max(64, try r.get()))
    for i in 0..<4 {
      // Bits from outside: nothing in them may be read that could not be.
      guard machines[i].pc < 32, machines[i].txHead < 8, machines[i].rxHead < 8, machines[i].txCount <= 8, machines[i].rxCount <= 8, machines[i].divider >= 256
      else {
        throw StateError("saved \(name) is damaged")
      }
      machines[i].waits = .none
      machines[i].configure()
    }
    time.follow(services, at: services.now)
    undecoded = 15
    decodeAll()
    independent = false
    pins.watch(self, function: nil, pins: watchedPins)
    watchChanged()
    settleDown()
  }
}
