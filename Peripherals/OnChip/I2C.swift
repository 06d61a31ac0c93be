import Emulation
import Registers

/// I2C: Synopsys DW_apb_i2c as the RP2040 has it (data sheet §4.3): master and slave, 7 and 10 bit, FIFOs of 16, fast mode plus.
///
/// Registers, FIFOs and interrupts are here, the master's sequence in I2CMaster.swift, the slave's in I2CSlave.swift. A tick is a
/// cycle of clk_sys. With parts alone on the bus and nobody looking the master hands over whole bytes, at the ticks that the edges would have.
public final class I2C: Peripheral, PinInput {
  public let name: String
  typealias R = Registers.I2C

  /// Raw interrupts that stay until they are cleared; RX_FULL and TX_EMPTY follow from the FIFOs.
  enum Flag {
    static let rxUnder: UInt32 = 1 << 0, rxOver: UInt32 = 1 << 1, txOver: UInt32 = 1 << 3, rdReq: UInt32 = 1 << 5, txAbort: UInt32 = 1 << 6
    static let rxDone: UInt32 = 1 << 7, activity: UInt32 = 1 << 8, stopDet: UInt32 = 1 << 9, startDet: UInt32 = 1 << 10
    static let genCall: UInt32 = 1 << 11, restartDet: UInt32 = 1 << 12
  }

  struct State {
    /// The registers that only keep what is written, by offset / 4.
    var kept = [UInt32](repeating: 0, count: 64)
    var raw: UInt32 = 0, abortSource: UInt32 = 0
    /// ENABLE, ABORT, TX_CMD_BLOCK; and whether the block still runs after ENABLE was cleared.
    var enable: UInt32 = 0, active = false
    var slaveLost: UInt32 = 0
    /// IC_DATA_CMD as written: data, CMD, STOP, RESTART. Received: data and FIRST_DATA_BYTE.
    var commands: [UInt16] = [], received: [UInt16] = []
    /// The lines as the block sees them, and what master and slave do to them (true: released).
    var scl = true, sda = true
    var masterSCL = true, masterSDA = true, slaveSCL = true, slaveSDA = true
    /// Between START and STOP, whoever made them; the tick of the START; the tick from which on the bus is free.
    var busy = false, startedAt: UInt64 = 0, freeAt: UInt64 = 0
    var master = I2CMaster(), slave = I2CSlave()
  }
  var state = State()

  let pins: PinMux
  unowned(unsafe) let services: any ChipServices
  static let function = 3, depth = 16
  let sdaPins: UInt64, sclPins: UInt64
  private let irq: UInt32, source: EventSource, dreq: UInt32
  var bus = I2CBusCache()

  /// `index`: 0 or 1.
  public init(_ services: any ChipServices, pins: PinMux, index: Int) {
    self.services = services; self.pins = pins
    name = "I2C\(index)"
    irq = index == 0 ? IRQ.I2C0_IRQ : IRQ.I2C1_IRQ
    source = index == 0 ? .i2c0 : .i2c1
    dreq = 32 + 2 * UInt32(index)
    // §2.19.2: SDA on even pins, SCL on odd ones, pairs in turn.
    var first: UInt64 = 0
    for pair in 0..<15 where pair & 1 == index { first |= 1 << UInt64(2 * pair) }
    sdaPins = first
    sclPins = first << 1
    pins.watch(self, function: Self.function, pins: sdaPins | sclPins)
  }

  func now(_ cycle: Cycle) -> UInt64 { services.ticks(.sys, at: cycle) }
  func register(_ offset: UInt32) -> UInt32 { state.kept[Int(offset / 4)] }
  var control: UInt32 { register(R.IC_CON.offset) }
  var isMaster: Bool { control & 1 != 0 }
  var slaveEnabled: Bool { control & 0x40 == 0 && state.active }
  var enabled: Bool { state.enable & 1 != 0 }
  var transmitHeld: Bool { state.raw & Flag.txAbort != 0 }

  // MARK: Timing (§4.3.14), in ticks

  private var standard: Bool { control >> 1 & 3 == 1 }
  var spikes: UInt64 { UInt64(register(R.IC_FS_SPKLEN.offset)) }
  /// SCL low: LCNT + 1.
  var low: UInt64 { UInt64(register(standard ? R.IC_SS_SCL_LCNT.offset : R.IC_FS_SCL_LCNT.offset)) + 1 }
  /// SCL high: HCNT + SPKLEN + 7.
  var high: UInt64 { UInt64(register(standard ? R.IC_SS_SCL_HCNT.offset : R.IC_FS_SCL_HCNT.offset)) + spikes + 7 }
  /// SDA changes so long after SCL fell; within the low time.
  var hold: UInt64 { min(UInt64(register(R.IC_SDA_HOLD.offset) & 0xffff), low - 1) }

  // MARK: Registers

  private var liveRaw: UInt32 {
    let empty = state.active && state.commands.count <= Int(register(R.IC_TX_TL.offset)) && !(control & 0x100 != 0 && state.master.inByte)
    return state.raw | (empty ? 0x10 : 0) | (state.received.count > Int(register(R.IC_RX_TL.offset)) ? 4 : 0)
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    let v = peek(offset, at: access.cycle)
    func clear(_ mask: UInt32) { state.raw &= ~mask }
    switch offset {
    case R.IC_DATA_CMD.offset:
      if state.received.isEmpty { if state.active { state.raw |= Flag.rxUnder } } else { state.received.removeFirst(); receiveFIFOHasRoom(at: access.cycle) }
    case R.IC_CLR_INTR.offset:
      clear(0x1fff & ~(idle ? 0 : Flag.activity))
      state.abortSource = 0
    case R.IC_CLR_RX_UNDER.offset: clear(Flag.rxUnder)
    case R.IC_CLR_RX_OVER.offset: clear(Flag.rxOver)
    case R.IC_CLR_TX_OVER.offset: clear(Flag.txOver)
    case R.IC_CLR_RD_REQ.offset: clear(Flag.rdReq)
    case R.IC_CLR_TX_ABRT.offset:
      clear(Flag.txAbort)
      state.abortSource = 0
    case R.IC_CLR_RX_DONE.offset: clear(Flag.rxDone)
    case R.IC_CLR_ACTIVITY.offset: if idle { clear(Flag.activity) }
    case R.IC_CLR_STOP_DET.offset: clear(Flag.stopDet)
    case R.IC_CLR_START_DET.offset: clear(Flag.startDet)
    case R.IC_CLR_GEN_CALL.offset: clear(Flag.genCall)
    case R.IC_CLR_RESTART_DET.offset: clear(Flag.restartDet)
    default:
      if !known(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
      return v
    }
    update()
    return v
  }
  private var idle: Bool { !state.busy && state.master.step == .idle }
  private func known(_ offset: UInt32) -> Bool { Self.knownOffsets.contains(offset) }
  private static let knownOffsets: Set<UInt32> = Set(R.registers.indices.map { R.registers[$0].offset })

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.IC_CON.offset: return control
    case R.IC_DATA_CMD.offset: return UInt32(state.received.first ?? 0)
    case R.IC_INTR_STAT.offset: return liveRaw & register(R.IC_INTR_MASK.offset)
    case R.IC_RAW_INTR_STAT.offset: return liveRaw
    case R.IC_CLR_INTR.offset: return liveRaw & 0x1fff & ~0x14 != 0 ? 1 : 0
    case R.IC_CLR_RX_UNDER.offset: return state.raw & 1
    case R.IC_CLR_RX_OVER.offset: return state.raw >> 1 & 1
    case R.IC_CLR_TX_OVER.offset...R.IC_CLR_GEN_CALL.offset where offset & 3 == 0:
      return state.raw >> [3, 5, 6, 7, 8, 9, 10, 11][Int((offset - R.IC_CLR_TX_OVER.offset) / 4)] & 1
    case R.IC_CLR_RESTART_DET.offset: return state.raw >> 12 & 1
    case R.IC_ENABLE.offset: return state.enable
    case R.IC_STATUS.offset:
      let master: UInt32 = state.master.step == .idle || state.master.step == .free ? 0 : 0x20, slave: UInt32 = state.slave.addressed ? 0x40 : 0
      return (master | slave != 0 ? 1 : 0) | (state.commands.count < Self.depth ? 2 : 0) | (state.commands.isEmpty ? 4 : 0)
        | (state.received.isEmpty ? 0 : 8) | (state.received.count == Self.depth ? 16 : 0) | master | slave
    case R.IC_TXFLR.offset: return UInt32(state.commands.count)
    case R.IC_RXFLR.offset: return UInt32(state.received.count)
    case R.IC_TX_ABRT_SOURCE.offset: return state.abortSource
    case R.IC_ENABLE_STATUS.offset: return (state.active ? 1 : 0) | state.slaveLost
    case R.IC_COMP_PARAM_1.offset: return R.IC_COMP_PARAM_1.reset
    case R.IC_COMP_VERSION.offset: return R.IC_COMP_VERSION.reset
    case R.IC_COMP_TYPE.offset: return R.IC_COMP_TYPE.reset
    default: return offset < 0xac ? state.kept[Int(offset / 4)] : 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    func keep(_ v: UInt32) { state.kept[Int(offset / 4)] = v }
    switch offset {
    case R.IC_DATA_CMD.offset: command(v & 0x7ff, at: cycle)
    case R.IC_ENABLE.offset: setEnable(v & 7, at: cycle)
    case R.IC_INTR_MASK.offset: keep(v & 0x1fff)
    case R.IC_RX_TL.offset, R.IC_TX_TL.offset: keep(min(v & 0xff, UInt32(Self.depth)))
    case R.IC_DMA_CR.offset: keep(v & 3)
    case R.IC_DMA_TDLR.offset, R.IC_DMA_RDLR.offset: keep(v & 15)
    case R.IC_ACK_GENERAL_CALL.offset: keep(v & 1)
    case R.IC_CON.offset, R.IC_TAR.offset, R.IC_SAR.offset, R.IC_SS_SCL_HCNT.offset...R.IC_FS_SCL_LCNT.offset, R.IC_SDA_HOLD.offset, R.IC_SDA_SETUP.offset,
      R.IC_FS_SPKLEN.offset, R.IC_SLV_DATA_NACK_ONLY.offset:
      guard !state.active else { break }  // only while the block is disabled (§4.3.17)
      switch offset {
      // SPEED 3 would be high speed, which this block does not have; 0 is not allowed.
      case R.IC_CON.offset: keep(v & 0x3ff & ~6 | (v & 6 == 6 ? 4 : v & 6 == 0 ? control & 6 : v & 6))
      case R.IC_TAR.offset: keep(v & 0xfff)
      case R.IC_SAR.offset: keep(v & 0x3ff)
      case R.IC_SS_SCL_HCNT.offset, R.IC_FS_SCL_HCNT.offset: keep(max(v & 0xffff, 6))
      case R.IC_SS_SCL_LCNT.offset, R.IC_FS_SCL_LCNT.offset: keep(max(v & 0xffff, 8))
      case R.IC_SDA_HOLD.offset: keep(v & 0xff_ffff)
      case R.IC_FS_SPKLEN.offset: keep(max(v & 0xff, 1))
      case R.IC_SLV_DATA_NACK_ONLY.offset: keep(v & 1)
      default: keep(v & 0xff)
      }
    default: if !known(offset) { services.unmodelled(name, hexadecimal(offset), write: true, value: value) }
    }
    update()
  }
  private func command(_ v: UInt32, at cycle: Cycle) {
    // After an abort the FIFO is held empty until the abort is cleared; while disabled too.
    guard state.active && enabled, !transmitHeld else { return }
    guard state.commands.count < Self.depth else { state.raw |= Flag.txOver; return }
    if state.slave.waitsForData && v & 0x100 != 0 {
      abort(1 << 15)  // ABRT_SLVRD_INTX: a read command as the answer to a read request
      return
    }
    if !isMaster && !state.slave.addressed && !slaveEnabled { abort(1 << 11); return }  // ABRT_MASTER_DIS
    state.commands.append(UInt16(truncatingIfNeeded: v))
    slaveHasData(at: cycle)
    masterHasWork(at: cycle)
  }
  private func setEnable(_ v: UInt32, at cycle: Cycle) {
    let was = enabled
    state.enable = v & ~2 | (v & 2 != 0 && state.master.step != .idle ? 2 : 0)
    if enabled && !was {
      state.active = true
      state.slaveLost = 0
      lookAtLines(at: cycle)
    } else if !enabled && was {
      if state.slave.addressed {
        state.slaveLost = 2 | (state.slave.receivedData ? 4 : 0)
        releaseSlave(at: cycle)
      }
      state.commands = []
      if state.master.step == .idle || state.master.step == .free { becomeInactive() }
    }
    masterHasWork(at: cycle)
  }
  /// ENABLE is 0 and nothing is under way any more.
  func becomeInactive() {
    state.active = false
    state.commands = []
    state.received = []
    // The others stay until they are cleared (§4.3.17, IC_RAW_INTR_STAT).
    state.raw &= ~(Flag.rxUnder | Flag.rxOver | Flag.txOver | Flag.activity)
    state.master.step = .idle
    state.master.due = .max
  }

  // MARK: FIFOs, interrupts, DMA

  /// TX_ABRT: the commands that wait are lost, and counted.
  func abort(_ source: UInt32) {
    state.abortSource = state.abortSource & 0x1ffff | source | UInt32(min(state.commands.count, 511)) << 23
    state.commands = []
    state.raw |= Flag.txAbort
  }
  func push(_ byte: UInt32, first: Bool) {
    guard state.received.count < Self.depth else { state.raw |= Flag.rxOver; return }
    state.received.append(UInt16(byte & 0xff) | (first ? 0x800 : 0))
  }
  /// Everything that follows from the state: interrupt, DREQs, the next event.
  func update() {
    services.setInterrupt(irq, liveRaw & register(R.IC_INTR_MASK.offset) != 0)
    let dma = register(R.IC_DMA_CR.offset)
    // A request stands while the FIFO is at or below (above) its watermark: so many transfers until it falls.
    let room = Int(register(R.IC_DMA_TDLR.offset)) + 1 - state.commands.count, ready = state.received.count - Int(register(R.IC_DMA_RDLR.offset))
    services.setDREQ(dreq, count: dma & 2 != 0 && state.active && !transmitHeld ? UInt32(max(room, 0)) : 0)
    services.setDREQ(dreq + 1, count: dma & 1 != 0 ? UInt32(max(ready, 0)) : 0)
    reschedule()
  }
  private func reschedule() {
    let next = min(state.master.due, state.slave.due)
    if next == .max { services.cancel(source) } else { services.schedule(source, at: services.cycle(.sys, reaching: next)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    let tick = now(cycle)
    while true {
      let next = min(state.master.due, state.slave.due)
      guard next <= tick else { break }
      if next == state.slave.due { slaveTimer(at: cycle) } else { masterStep(at: cycle) }
    }
    update()
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }

  // MARK: Lines

  /// The lines as master and slave want them: each either pulls a line low or lets go.
  func driveLines(at cycle: Cycle) {
    let low = (state.masterSCL && state.slaveSCL ? 0 : sclPins) | (state.masterSDA && state.slaveSDA ? 0 : sdaPins)
    pins.drive(Self.function, pins: sclPins | sdaPins, levels: 0, enables: low, at: cycle)
  }
  private func lookAtLines(at cycle: Cycle) {
    state.scl = pins.input(Self.function, pins: sclPins)
    state.sda = pins.input(Self.function, pins: sdaPins)
  }
  public func inputsChanged(_ changed: UInt64, at cycle: Cycle) {
    let scl = pins.input(Self.function, pins: sclPins), sda = pins.input(Self.function, pins: sdaPins)
    let oldSCL = state.scl, oldSDA = state.sda
    state.scl = scl
    state.sda = sda
    guard state.active else { return }
    if oldSCL && scl && oldSDA != sda {
      if sda { stopSeen(at: cycle) } else { startSeen(at: cycle) }
    }
    if !oldSCL && scl {
      slaveClockRose(at: cycle)
      if state.master.step == .rise && state.masterSCL { masterClockRose(at: cycle) }
    } else if oldSCL && !scl {
      slaveClockFell(at: cycle)
    }
    masterHasWork(at: cycle)
    update()
  }
  /// A START on the bus, our own or another's.
  func startSeen(at cycle: Cycle) {
    let again = state.busy
    state.busy = true
    state.startedAt = now(cycle)
    state.raw |= Flag.startDet | Flag.activity
    slaveStart(again: again, at: cycle)
  }
  func stopSeen(at cycle: Cycle) {
    state.busy = false
    state.freeAt = now(cycle) + low
    let wanted = state.slave.addressed || control & 0x80 == 0 || (isMaster && state.master.step != .idle)
    if wanted { state.raw |= Flag.stopDet }
    slaveStop(at: cycle)
    if state.master.step == .idle && !state.commands.isEmpty { state.master.step = .free; state.master.due = state.freeAt }
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    for i in R.registers.indices where R.registers[i].writable != 0 && R.registers[i].offset < 0xac {
      state.kept[Int(R.registers[i].offset / 4)] = R.registers[i].reset
    }
    driveLines(at: cycle)
    lookAtLines(at: cycle)
    update()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    w.put(s.kept)
    for v in [s.raw, s.abortSource, s.enable, s.slaveLost] { w.put(v) }
    w.put(s.commands); w.put(s.received)
    for b in [s.active, s.scl, s.sda, s.masterSCL, s.masterSDA, s.slaveSCL, s.slaveSDA, s.busy] { w.put(b) }
    w.put(s.startedAt); w.put(s.freeAt)
    s.master.save(to: &w); s.slave.save(to: &w)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.kept = try r.get()
    s.raw = try r.get(); s.abortSource = try r.get(); s.enable = try r.get(); s.slaveLost = try r.get()
    s.commands = try r.get(); s.received = try r.get()
    s.active = try r.get(); s.scl = try r.get(); s.sda = try r.get(); s.masterSCL = try r.get(); s.masterSDA = try r.get()
    s.slaveSCL = try r.get(); s.slaveSDA = try r.get(); s.busy = try r.get()
    s.startedAt = try r.get(); s.freeAt = try r.get()
    try s.master.restore(from: &r); try s.slave.restore(from: &r)
    guard s.kept.count == 64, s.commands.count <= Self.depth, s.received.count <= Self.depth else { throw StateError("damaged state of \(name)") }
    state = s
    update()
  }
}
