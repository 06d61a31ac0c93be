import Emulation
import Registers

/// SSI: Synopsys DW_apb_ssi, the master of the QSPI flash (RP2040 data sheet §4.10), used directly: standard, dual and quad frames.
///
/// The wires of QSPI carry whole frames: the flash gets every clock with the levels of SD0…SD3 that pads, overrides and pulls make, at the
/// time of the frame's end; no edges are driven but the chip select's. Reads through the XIP windows do not pass here (XIP_CTRL.swift).
public final class SSI: Peripheral, NetListener {
  public let name = "SSI"
  typealias R = Registers.SSI

  enum Stage: UInt8 { case idle, frames, instruction, address, wait, receive }
  struct State {
    var ctrl0: UInt32 = 0, ctrl1: UInt32 = 0, enabled = false, microwire: UInt32 = 0, slaves: UInt32 = 0, baud: UInt32 = 0
    var txThreshold: UInt32 = 0, rxThreshold: UInt32 = 0, mask: UInt32 = 0, dma: UInt32 = 0, dmaTX: UInt32 = 0, dmaRX: UInt32 = 0
    var delay: UInt32 = 0, spiCtrl0: UInt32 = 0x0300_0000, driveEdge: UInt32 = 0
    var toSend: [UInt32] = [], received: [UInt32] = []
    /// TXOIR 1, RXUIR 2, RXOIR 3 of RISR.
    var raw: UInt32 = 0
    var stage = Stage.idle
    /// What is being shifted, and frames that are still to come in.
    var word: UInt32 = 0, remaining: UInt32 = 0
    /// Tick of clk_sys at which the current frame ends.
    var ends = UInt64.max
    var selectLow = false
  }
  private var state = State()
  /// The flash on the pins.
  public var device: (any FlashDevice)? { didSet { device?.select(selectIsLow, at: services.instant(services.now)) } }

  private let pins: PinMux
  private unowned(unsafe) let services: any ChipServices
  private static let depth = 16, select = PinMux.qspiBase + 1, data0 = PinMux.qspiBase + 2

  public init(_ services: any ChipServices, pins: PinMux) {
    self.services = services; self.pins = pins
    pins.circuit.listen(to: pins.net(Self.select), self, everyEdge: false)
  }

  /// How many bits a frame has; clocks of a second-phase frame's bits.
  private var frameBits: UInt32 { (state.ctrl0 >> 16 & 31) + 1 }
  private var lanes: UInt32 { [1, 2, 4, 1][Int(state.ctrl0 >> 21 & 3)] }
  private var mode: UInt32 { state.ctrl0 >> 8 & 3 }
  private var divider: UInt64 { UInt64(state.baud & 0xfffe) }
  private var addressBits: UInt32 { (state.spiCtrl0 >> 2 & 15) * 4 }
  private var instructionBits: UInt32 { [0, 4, 8, 16][Int(state.spiCtrl0 >> 8 & 3)] }
  private var waitClocks: UInt32 { state.spiCtrl0 >> 11 & 31 }
  private func now(_ cycle: Cycle) -> UInt64 { services.ticks(.sys, at: cycle) }

  /// Cycles of clk_sys that a read of 32 bits through XIP takes on the wires, as the registers are set: instruction, address with mode
  /// bits, wait cycles and data, each on its lanes. 0 while the SSI is off.
  public var readCycles: UInt32 {
    guard state.enabled, divider != 0 else { return 0 }
    let n = lanes, type = state.spiCtrl0 & 3
    let clocks: UInt32
    if n == 1 {
      clocks = (instructionBits == 0 && addressBits == 0 ? 32 : instructionBits + addressBits) + waitClocks + 32
    } else {
      let instruction = instructionBits / (type == 2 ? n : 1), address = addressBits / (type == 0 ? 1 : n)
      clocks = instruction + address + waitClocks + 32 / n
    }
    return clocks * UInt32(divider)
  }

  // MARK: Registers

  private var raw: UInt32 {
    state.raw | (state.toSend.count <= Int(state.txThreshold) ? 1 : 0) | (state.received.count > Int(state.rxThreshold) ? 16 : 0)
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    let v = peek(offset, at: access.cycle)
    switch offset {
    case R.DR0.offset..<R.RX_SAMPLE_DLY.offset:
      if state.received.isEmpty { if state.enabled { state.raw |= 4 } } else { state.received.removeFirst() }
    case R.TXOICR.offset: state.raw &= ~2
    case R.RXUICR.offset: state.raw &= ~4
    case R.RXOICR.offset: state.raw &= ~8
    case R.ICR.offset: state.raw = 0
    default: return v
    }
    update()
    return v
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CTRLR0.offset: return state.ctrl0
    case R.CTRLR1.offset: return state.ctrl1
    case R.SSIENR.offset: return state.enabled ? 1 : 0
    case R.MWCR.offset: return state.microwire
    case R.SER.offset: return state.slaves
    case R.BAUDR.offset: return state.baud
    case R.TXFTLR.offset: return state.txThreshold
    case R.RXFTLR.offset: return state.rxThreshold
    case R.TXFLR.offset: return UInt32(state.toSend.count)
    case R.RXFLR.offset: return UInt32(state.received.count)
    case R.SR.offset:
      return (state.stage != .idle ? 1 : 0) | (state.toSend.count < Self.depth ? 2 : 0) | (state.toSend.isEmpty ? 4 : 0)
        | (state.received.isEmpty ? 0 : 8) | (state.received.count == Self.depth ? 16 : 0)
    case R.IMR.offset: return state.mask
    case R.ISR.offset: return raw & state.mask
    case R.RISR.offset: return raw
    case R.TXOICR.offset: return state.raw >> 1 & 1
    case R.RXUICR.offset: return state.raw >> 2 & 1
    case R.RXOICR.offset: return state.raw >> 3 & 1
    case R.ICR.offset: return state.raw & 14 != 0 ? 1 : 0
    case R.DMACR.offset: return state.dma
    case R.DMATDLR.offset: return state.dmaTX
    case R.DMARDLR.offset: return state.dmaRX
    case R.IDR.offset: return R.IDR.reset
    case R.SSI_VERSION_ID.offset: return R.SSI_VERSION_ID.reset
    case R.DR0.offset..<R.RX_SAMPLE_DLY.offset: return state.received.first ?? 0
    case R.RX_SAMPLE_DLY.offset: return state.delay
    case R.SPI_CTRLR0.offset: return state.spiCtrl0
    case R.TXD_DRIVE_EDGE.offset: return state.driveEdge
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.SSIENR.offset: setEnabled(v & 1 != 0, at: cycle)
    case R.SER.offset:
      state.slaves = v & 1
      start(at: cycle)
    case R.TXFTLR.offset: state.txThreshold = min(v & 0xff, UInt32(Self.depth - 1))
    case R.RXFTLR.offset: state.rxThreshold = min(v & 0xff, UInt32(Self.depth - 1))
    case R.IMR.offset: state.mask = v & 0x3f
    case R.DMACR.offset: state.dma = v & 3
    case R.DMATDLR.offset: state.dmaTX = v & 0xff
    case R.DMARDLR.offset: state.dmaRX = v & 0xff
    case R.DR0.offset..<R.RX_SAMPLE_DLY.offset:
      guard state.enabled else { break }
      if state.toSend.count < Self.depth { state.toSend.append(v) } else { state.raw |= 2 }
      start(at: cycle)
    // The rest may be written only while the block is off.
    case R.CTRLR0.offset: if !state.enabled { state.ctrl0 = v & 0x017f_ffff }
    case R.CTRLR1.offset: if !state.enabled { state.ctrl1 = v & 0xffff }
    case R.BAUDR.offset: if !state.enabled { state.baud = v & 0xffff }
    case R.SPI_CTRLR0.offset: if !state.enabled { state.spiCtrl0 = v & 0xff07_fb3f }
    case R.RX_SAMPLE_DLY.offset: if !state.enabled { state.delay = v & 0xff }
    case R.TXD_DRIVE_EDGE.offset: state.driveEdge = v & 0xff
    case R.MWCR.offset:
      if v & 7 != 0 { services.unmodelled(name, "MWCR", write: true, value: v) }
      state.microwire = v & 7
    case 0..<R.DR0.offset: break  // read-only
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    update()
  }
  private func setEnabled(_ on: Bool, at cycle: Cycle) {
    guard on != state.enabled else { return }
    state.enabled = on
    if !on {
      state.toSend = []
      state.received = []
      state.stage = .idle
      state.ends = .max
      state.raw = 0
      deselect(at: cycle)
    } else {
      start(at: cycle)
    }
  }

  // MARK: Frames

  /// Begins a transfer when there is something to send.
  private func start(at cycle: Cycle) {
    guard state.enabled, state.slaves & 1 != 0, state.stage == .idle, divider != 0, !state.toSend.isEmpty else { return }
    if lanes > 1 {
      // Instruction and address are words of the FIFO of their own: the transfer waits for both.
      let needed = (instructionBits > 0 ? 1 : 0) + (addressBits > 0 ? 1 : 0)
      guard state.toSend.count >= max(needed, 1) else { return }
    }
    lower(at: cycle)
    next(at: now(cycle), cycle, first: true)
  }
  private func go(_ stage: Stage, _ clocks: UInt32, _ tick: UInt64) {
    state.stage = stage
    state.ends = tick + UInt64(clocks) * divider
  }
  private func next(at tick: UInt64, _ cycle: Cycle, first: Bool = false) {
    let n = lanes, type = state.spiCtrl0 & 3
    if first && n > 1 {
      if instructionBits > 0 {
        state.word = state.toSend.removeFirst()
        go(.instruction, instructionBits / (type == 2 ? n : 1), tick)
      } else {
        beginAddress(tick, cycle)
      }
      return
    }
    switch state.stage {
    case .instruction:
      beginAddress(tick, cycle)
    case .address:
      if waitClocks > 0 && mode >= 2 { go(.wait, waitClocks, tick) } else { afterAddress(tick, cycle) }
    case .wait:
      afterAddress(tick, cycle)
    case .receive:
      state.remaining -= 1
      if state.remaining > 0 { go(.receive, frameBits / n, tick) } else { end(tick, cycle) }
    case .idle, .frames:
      if !state.toSend.isEmpty {
        if mode == 2 {
          state.toSend.removeFirst()
          state.remaining = state.ctrl1 + 1
          go(.receive, frameBits, tick)
        } else {
          state.word = state.toSend.removeFirst()
          go(.frames, n == 1 ? frameBits : max(frameBits / n, 1), tick)
        }
      } else if mode == 3 && n == 1 && state.stage == .frames {
        state.remaining = state.ctrl1 + 1
        go(.receive, frameBits, tick)
      } else {
        end(tick, cycle)
      }
    }
  }
  private func beginAddress(_ tick: UInt64, _ cycle: Cycle) {
    guard addressBits > 0 else { afterAddress(tick, cycle); return }
    state.word = state.toSend.isEmpty ? 0 : state.toSend.removeFirst()
    go(.address, addressBits / (state.spiCtrl0 & 3 == 0 ? 1 : lanes), tick)
  }
  private func afterAddress(_ tick: UInt64, _ cycle: Cycle) {
    if mode >= 2 {
      state.remaining = state.ctrl1 + 1
      go(.receive, max(frameBits / lanes, 1), tick)
    } else {
      state.stage = .frames
      next(at: tick, cycle)
    }
  }
  private func end(_ tick: UInt64, _ cycle: Cycle) {
    state.stage = .idle
    state.ends = .max
    deselect(at: cycle)
    start(at: cycle)
  }
  /// The frame that is over now, clock by clock at the flash.
  private func perform(_ cycle: Cycle) {
    let n = lanes, instant = services.instant(cycle), type = state.spiCtrl0 & 3
    switch state.stage {
    case .frames:
      let v = shift(state.word, frameBits, n, drives: true, instant)
      if mode == 0 && n == 1 { push(v) }
    case .instruction: _ = shift(state.word, instructionBits, type == 2 ? n : 1, drives: true, instant)
    case .address: _ = shift(state.word, addressBits, type == 0 ? 1 : n, drives: true, instant)
    case .wait: for _ in 0..<waitClocks { _ = clock(0, drives: 0, instant) }
    case .receive: push(shift(0, frameBits, n, drives: n == 1, instant))
    case .idle: break
    }
  }
  /// `bits` bits of `word`, most significant first, on so many lanes; answers what came in on them (on SD1 for a single lane).
  private func shift(_ word: UInt32, _ bits: UInt32, _ n: UInt32, drives: Bool, _ instant: Instant) -> UInt32 {
    var into: UInt32 = 0, left = bits
    let own: UInt8 = (1 << UInt8(n)) - 1
    while left >= n {
      left -= n
      let lines = clock(UInt8(truncatingIfNeeded: word >> left) & own, drives: drives ? own : 0, instant)
      into = n == 1 ? into << 1 | UInt32(lines >> 1 & 1) : into << n | UInt32(lines & own)
    }
    return into
  }
  private func clock(_ lines: UInt8, drives: UInt8, _ instant: Instant) -> UInt8 {
    var level: UInt8 = 0
    for i in 0..<4 as Range<UInt8> {
      if pins.restingLevel(Self.data0 + UInt32(i), function: 0, level: lines >> i & 1 != 0, enable: drives >> i & 1 != 0) { level |= 1 << i }
    }
    return device?.clock(level, at: instant) ?? level
  }
  private func push(_ v: UInt32) { if state.received.count < Self.depth { state.received.append(v) } else { state.raw |= 8 } }

  // MARK: Chip select

  private func lower(at cycle: Cycle) {
    state.selectLow = true
    driveSelect(at: cycle)
  }
  private func deselect(at cycle: Cycle) {
    guard state.selectLow else { return }
    state.selectLow = false
    driveSelect(at: cycle)
  }
  private func driveSelect(at cycle: Cycle) {
    let b = UInt64(1) << UInt64(Self.select), sclk = UInt64(1) << UInt64(PinMux.qspiBase)
    pins.drive(0, pins: b | sclk, levels: state.selectLow ? 0 : b, enables: b | sclk, at: cycle)
  }
  private var selectIsLow: Bool { !pins.circuit.isHigh(pins.net(Self.select)) }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    device?.select(selectIsLow, at: instant)
    scheduleFlash()
  }
  private func scheduleFlash() {
    if let end = device?.busyUntil { services.schedule(.flash, at: services.cycle(at: end)) } else { services.cancel(.flash) }
  }

  // MARK: Interrupts, DMA, events

  private func update() {
    // The SSI's interrupt is not connected to the processors (§2.3.2): only its status can be read.
    let room = Int(state.dmaTX) + 1 - state.toSend.count, ready = state.received.count - Int(state.dmaRX)
    services.setDREQ(38, count: state.enabled && state.dma & 2 != 0 ? UInt32(min(max(room, 0), Self.depth)) : 0)
    services.setDREQ(39, count: state.enabled && state.dma & 1 != 0 ? UInt32(max(ready, 0)) : 0)
    reschedule()
  }
  private func reschedule() {
    if state.ends == .max { services.cancel(.ssi) } else { services.schedule(.ssi, at: services.cycle(.sys, reaching: state.ends)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    if source == .flash {
      device?.settle(at: services.instant(cycle))
      scheduleFlash()
      return
    }
    let tick = now(cycle)
    while state.ends <= tick {
      let ended = state.ends
      perform(cycle)
      next(at: ended, cycle)
    }
    update()
  }
  public func clockChanged(at cycle: Cycle) {
    reschedule()
    scheduleFlash()
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    driveSelect(at: cycle)
    update()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    for v in [
      s.ctrl0, s.ctrl1, s.microwire, s.slaves, s.baud, s.txThreshold, s.rxThreshold, s.mask, s.dma, s.dmaTX, s.dmaRX, s.delay, s.spiCtrl0, s.driveEdge,
      s.raw, s.word, s.remaining,
    ] { w.put(v) }
    w.put(s.toSend); w.put(s.received); w.put(s.enabled); w.put(s.selectLow); w.put(s.stage.rawValue); w.put(s.ends)
    w.put(device != nil)
    device?.save(to: &w)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.ctrl0 = try r.get(); s.ctrl1 = try r.get(); s.microwire = try r.get(); s.slaves = try r.get(); s.baud = try r.get()
    s.txThreshold = try r.get(); s.rxThreshold = try r.get(); s.mask = try r.get(); s.dma = try r.get(); s.dmaTX = try r.get(); s.dmaRX = try r.get()
    s.delay = try r.get(); s.spiCtrl0 = try r.get(); s.driveEdge = try r.get(); s.raw = try r.get(); s.word = try r.get(); s.remaining = try r.get()
    s.toSend = try r.get(); s.received = try r.get(); s.enabled = try r.get(); s.selectLow = try r.get()
    guard let stage = Stage(rawValue: try r.get()) else { throw StateError("damaged state of the SSI") }
    s.stage = stage
    s.ends = try r.get()
    guard s.toSend.count <= Self.depth, s.received.count <= Self.depth, try r.get() == (device != nil) else { throw StateError("damaged state of the SSI") }
    state = s
    try device?.restore(from: &r)
    update()
    scheduleFlash()
  }
}
