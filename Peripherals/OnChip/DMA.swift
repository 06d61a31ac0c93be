import Emulation
import Registers

/// DMA: twelve channels that share one read and one write master (RP2040 data sheet §2.5). This file: registers, interrupts, state.
///
/// How transfers go in time is in DMAEngine.swift. A block asks for transfers with `ChipServices.setDREQ(_:count:)`.
public final class DMA: Peripheral {
  public let name = "DMA"
  typealias R = Registers.DMA
  static let channels = 12

  struct State {
    var channels = [12 of DMAChannel](repeating: DMAChannel())
    var pacers = [4 of DMAPacer](repeating: DMAPacer())
    var sniffer = DMASniffer()
    var raw: UInt32 = 0
    /// INTE0, INTE1; INTF0, INTF1.
    var enable = [2 of UInt32](repeating: 0), force = [2 of UInt32](repeating: 0)

    /// Transfers that were read and not written, oldest first, `queued` of them.
    var queue = [4 of DMATransfer](repeating: DMATransfer()), queued = 0
    /// The first tick at which the read and the write master are free, and the bus ports that they held until then.
    var readFree: UInt64 = 0, writeFree: UInt64 = 0, readPort: UInt8 = 0xff, writePort: UInt8 = 0xff
    /// Whose turn it is when both want a port.
    var readFirst = false
    /// Scheduling (§2.5.2.1): high-priority channels served in this round, the low-priority channel served last.
    var served: UInt32 = 0, lastLow = 11
    /// Channels with a sequence under way.
    var busy: UInt32 = 0
  }
  var state = State()
  /// What each request line allows now. Lines that only have a level: bits of `levels`.
  public internal(set) var lines = [64 of UInt32](repeating: 0)
  var levels: UInt64 = 0
  var time = SysTicks()
  /// The tick of the last access to the bus.
  var lastAccess: UInt64 = 0
  /// Inside `advance`: an access to the DMA's own registers comes from one of its channels.
  var advancing = false
  /// No channel has a sequence under way: nothing keeps the chip from sleeping.
  public var isIdle: Bool { state.busy == 0 }

  unowned(unsafe) let services: any ChipServices
  unowned(unsafe) let bus: Bus
  let memory: UnsafeMutableRawPointer
  /// Told which request lines a running channel listens to, when that changes.
  public var onDemand: (UInt64) -> Void = { _ in }
  private var demand: UInt64 = 0

  /// `memory` is the host address of emulated address 0.
  public init(_ services: any ChipServices, bus: Bus, memory: UnsafeMutableRawPointer) {
    self.services = services; self.bus = bus; self.memory = memory
  }

  // MARK: Registers

  /// CTRL, READ_ADDR, WRITE_ADDR, TRANS_COUNT: what a channel's word holds in each of the four layouts (table 123), the last of them the trigger.
  private static func kind(_ offset: UInt32) -> (register: UInt32, triggers: Bool) {
    let layouts: UInt32 = offset >> 4 & 3, word = offset >> 2 & 3
    let register: UInt32 =
      switch layouts {
      case 0: [1, 2, 3, 0][Int(word)]
      case 1: word
      case 2: [0, 3, 1, 2][Int(word)]
      default: [0, 2, 3, 1][Int(word)]
      }
    return (register, word == 3)
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if !known(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  private func known(_ offset: UInt32) -> Bool {
    offset < 0x300 || (0x400...0x448).contains(offset) && offset != 0x43c || (0x800..<0xb00).contains(offset) && offset & 0x3f < 8
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    bringUp(to: cycle)
    switch offset {
    case 0..<0x300:
      let c = Int(offset >> 6)
      switch Self.kind(offset).register {
      case 0: return state.channels[c].status
      case 1: return state.channels[c].read
      case 2: return state.channels[c].write
      default: return state.channels[c].count
      }
    case R.INTR.offset, R.INTR1.offset: return state.raw
    case R.INTE0.offset: return state.enable[0]
    case R.INTE1.offset: return state.enable[1]
    case R.INTF0.offset: return state.force[0]
    case R.INTF1.offset: return state.force[1]
    case R.INTS0.offset: return status(0)
    case R.INTS1.offset: return status(1)
    case R.TIMER0.offset...R.TIMER3.offset: return state.pacers[Int(offset - R.TIMER0.offset) / 4].setting
    case R.SNIFF_CTRL.offset: return state.sniffer.control
    case R.SNIFF_DATA.offset: return state.sniffer.result
    case R.FIFO_LEVELS.offset: return UInt32(state.queued) * 0x101
    case R.CHAN_ABORT.offset:
      var v: UInt32 = 0
      for c in 0..<Self.channels where state.channels[c].aborting { v |= 1 << UInt32(c) }
      return v
    case R.N_CHANNELS.offset: return UInt32(Self.channels)
    case 0x800..<0xb00 where offset & 0x3f == 0: return credits(Int(offset - 0x800) >> 6, at: time.tick(at: cycle))
    case 0x800..<0xb00 where offset & 0x3f == 4: return state.channels[Int(offset - 0x800) >> 6].reload
    default: return 0
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, tick = time.tick(at: cycle)
    let old = peek(offset, at: cycle), v = access.alias.apply(value, to: old)
    switch offset {
    case 0..<0x300:
      let c = Int(offset >> 6), (register, triggers) = Self.kind(offset)
      switch register {
      case 0: setControl(c, v, oneToClear(value, old, access.alias), at: tick)
      case 1: state.channels[c].read = v
      case 2: state.channels[c].write = v
      default: state.channels[c].reload = v
      }
      if triggers {
        // A zero ends a list of control blocks: no start, and an interrupt from a channel that is quiet otherwise.
        if v != 0 { trigger(c, at: tick) } else if state.channels[c].quiet { state.raw |= 1 << UInt32(c) }
      }
    case R.INTR.offset, R.INTS0.offset, R.INTS1.offset, R.INTR1.offset: state.raw &= ~oneToClear(value, old, access.alias)
    case R.INTE0.offset: state.enable[0] = v & 0xffff
    case R.INTE1.offset: state.enable[1] = v & 0xffff
    case R.INTF0.offset: state.force[0] = v & 0xffff
    case R.INTF1.offset: state.force[1] = v & 0xffff
    case R.TIMER0.offset...R.TIMER3.offset:
      let n = Int(offset - R.TIMER0.offset) / 4
      state.pacers[n].set(v, at: tick)
    case R.MULTI_CHAN_TRIGGER.offset:
      for c in 0..<Self.channels where v >> UInt32(c) & 1 != 0 { trigger(c, at: tick) }
    case R.SNIFF_CTRL.offset: state.sniffer.control = v & 0xfff
    // The register holds what came in, whatever OUT_REV and OUT_INV make of it in a read.
    case R.SNIFF_DATA.offset: state.sniffer.data = v
    case R.CHAN_ABORT.offset:
      for c in 0..<Self.channels where v >> UInt32(c) & 1 != 0 { abort(c) }
    case R.FIFO_LEVELS.offset, R.N_CHANNELS.offset: break  // read-only
    case 0x800..<0xb00 where offset & 0x3f == 0: handshake(Int(offset - 0x800) >> 6, at: tick)
    case 0x800..<0xb00 where offset & 0x3f == 4: break
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    updateInterrupts()
    settle()
  }
  /// The bits that a write clears: through an alias, those that are 1 in what the alias makes of the register.
  private func oneToClear(_ value: UInt32, _ old: UInt32, _ alias: Alias) -> UInt32 { alias == .clear || alias == .plain ? value : alias.apply(value, to: old) }

  private func setControl(_ c: Int, _ v: UInt32, _ clears: UInt32, at tick: UInt64) {
    let request = state.channels[c].request
    state.channels[c].control = v & 0xff_ffff | state.channels[c].control & 3 << 29 & ~clears
    if state.channels[c].request != request && state.channels[c].busy { updateDemand(); handshake(c, at: tick) }
  }

  // MARK: Interrupts

  private func status(_ line: Int) -> UInt32 { state.raw & state.enable[line] | state.force[line] }
  func updateInterrupts() {
    services.setInterrupt(IRQ.DMA_IRQ_0, status(0) != 0)
    services.setInterrupt(IRQ.DMA_IRQ_1, status(1) != 0)
  }

  // MARK: Time

  public func fire(_ source: EventSource, at cycle: Cycle) {
    advance(to: time.tick(at: cycle))
    settle()
  }
  /// What was due before an access.
  func bringUp(to cycle: Cycle) { if !advancing { advance(to: time.tick(at: cycle)) } }
  /// The next event and the lines that matter, after anything that changed them.
  func settle() {
    updateDemand()
    if !advancing { reschedule() }
  }
  /// Before a handshake: a block tells its count only while somebody listens.
  func updateDemand() {
    var wanted: UInt64 = 0, rest = state.busy
    while rest != 0 {
      wanted |= 1 << UInt64(state.channels[rest.trailingZeroBitCount].request)
      rest &= rest &- 1
    }
    if wanted != demand { demand = wanted; onDemand(wanted) }
  }
  public func clockChanged(at cycle: Cycle) {
    time.follow(services, at: cycle)
    reschedule()
  }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    time.follow(services, at: cycle)
    state = State()
    lastAccess = 0
    for c in 0..<Self.channels { state.channels[c].control = UInt32(c) << 11 }
    updateInterrupts()
    settle()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    for c in 0..<Self.channels { state.channels[c].save(to: &w) }
    for n in 0..<4 { state.pacers[n].save(to: &w) }
    state.sniffer.save(to: &w)
    w.put(state.raw)
    for n in 0..<2 { w.put(state.enable[n]); w.put(state.force[n]) }
    w.put(UInt8(state.queued))
    for n in 0..<state.queued {
      let t = state.queue[n]
      w.put(t.channel); w.put(t.size); w.put(t.failed); w.put(t.address); w.put(t.data); w.put(t.ready)
    }
    w.put(state.readFree); w.put(state.writeFree); w.put(state.readPort); w.put(state.writePort)
    w.put(state.readFirst); w.put(state.served); w.put(UInt8(state.lastLow)); w.put(state.busy)
    for n in 0..<64 { w.put(lines[n]) }
    w.put(levels)
    w.put(lastAccess)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    for c in 0..<Self.channels { state.channels[c] = try DMAChannel(from: &r) }
    for n in 0..<4 { state.pacers[n] = try DMAPacer(from: &r) }
    state.sniffer = try DMASniffer(from: &r)
    state.raw = try r.get()
    for n in 0..<2 { state.enable[n] = try r.get(); state.force[n] = try r.get() }
    let queued = Int(try r.get(UInt8.self))
    guard queued <= 4 else { throw StateError("saved DMA is damaged") }
    state.queued = queued
    for n in 0..<queued {
      var t = DMATransfer()
      t.channel = try r.get(); t.size = try r.get(); t.failed = try r.get()
      t.address = try r.get(); t.data = try r.get(); t.ready = try r.get()
      guard t.channel < 12, t.size < 3 else { throw StateError("saved DMA is damaged") }
      state.queue[n] = t
    }
    state.readFree = try r.get(); state.writeFree = try r.get(); state.readPort = try r.get(); state.writePort = try r.get()
    state.readFirst = try r.get()
    state.served = try r.get()
    state.lastLow = Int(try r.get(UInt8.self))
    state.busy = try r.get() & 0xfff
    for n in 0..<64 { lines[n] = try r.get() }
    levels = try r.get()
    lastAccess = try r.get()
    time.follow(services, at: services.now)
    settle()
  }
}
