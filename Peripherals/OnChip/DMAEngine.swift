import Emulation
import Registers

// How transfers go in time (RP2040 data sheet §2.5.2). Ticks are those of clk_sys.
//
// A read and the write of an earlier transfer happen in the same cycle, as long as they go to different ports of the bus. From a trigger or a
// request to the channel's read 3 ticks pass (issue, address, data), from a read to its write 2. A read of an APB register holds the read
// master 3 ticks, a write 4; at most four transfers wait between read and write. When both masters want one port, who lost last goes first.
//
// Transfers between memories have no other effects than on memory: they are made in runs of up to 64 ticks, at the latest when somebody looks at the
// DMA. What touches a register happens at its own cycle.
extension DMA {
  private static let issue: UInt64 = 3, transit: UInt64 = 2, run: UInt64 = 64
  private static let queueDepth = 4

  // MARK: Requests

  /// Line `n` allows `count` transfers from now on (a FIFO's free places, or its entries).
  public func request(_ n: UInt32, count: UInt32) {
    let tick = beforeNow(), i = Int(n & 63)
    lines[i] = count
    levels &= ~(1 << UInt64(i))
    eachListener(i) { c in offer(c, at: tick) }
  }
  /// The block asks for as many transfers as it has not asked for already.
  private func offer(_ c: Int, at tick: UInt64) {
    let n = Int(state.channels[c].request), count = lines[n], owed = state.channels[c].owed
    guard levels >> UInt64(n) & 1 == 0, count > owed else { return }
    grant(c, count - owed, at: tick)
    state.channels[c].owed = count
  }
  /// Lines whose block is written to: PIO, SPI, UART, I2C and SSI have one for each direction, the rest is read from (table 120).
  private static let transmits: UInt64 = 0x0f0f | 0x55 << 16 | 0x5 << 32 | 1 << 38
  /// The access that the channel's line asked for was made: only now the block may ask again for the place or entry.
  @inline(__always) private func arrives(_ c: Int, write: Bool, at tick: UInt64) {
    let n = UInt64(state.channels[c].request)
    guard n < 40, (Self.transmits >> n & 1 != 0) == write, state.channels[c].owed != 0 else { return }
    state.channels[c].owed -= 1
    offer(c, at: tick)
  }
  /// Line `n` has a level and no count: one transfer at a time while it is high.
  public func request(_ n: UInt32, level: Bool) {
    let tick = beforeNow(), i = Int(n & 63)
    lines[i] = level ? 1 : 0
    levels |= 1 << UInt64(i)
    if level { eachListener(i) { c in state.channels[c].ready = max(state.channels[c].ready, tick + Self.issue) } }
  }
  /// Line `n` asks for one more transfer, without a FIFO behind it.
  public func pulse(_ n: UInt32) {
    let tick = beforeNow()
    eachListener(Int(n & 63)) { c in grant(c, 1, at: tick) }
  }
  /// Calls come from inside other blocks: nothing that could call those again may happen here.
  private func beforeNow() -> UInt64 {
    let tick = time.tick(at: services.now)
    if !advancing && tick > 0 && state.busy != 0 { advance(to: tick - 1) }
    return tick
  }
  @inline(__always) private func eachListener(_ line: Int, _ body: (Int) -> Void) {
    guard state.busy != 0 else { return }
    var rest = state.busy
    while rest != 0 {
      let c = rest.trailingZeroBitCount
      rest &= rest &- 1
      if Int(state.channels[c].request) == line { body(c) }
    }
    settle()
  }
  private func grant(_ c: Int, _ n: UInt32, at tick: UInt64) {
    if state.channels[c].credits == 0 { state.channels[c].ready = max(state.channels[c].ready, tick + Self.issue) }
    state.channels[c].credits = min(63, state.channels[c].credits + n)
  }
  /// A channel begins to listen to its line: whatever came before does not count.
  func handshake(_ c: Int, at tick: UInt64) {
    let n = Int(state.channels[c].request)
    let count = levels >> UInt64(n) & 1 != 0 ? 0 : min(lines[n], 63)
    state.channels[c].credits = count
    state.channels[c].owed = count
    if let p = pacer(n) { state.pacers[p].settle(at: tick); state.channels[c].pulses = state.pacers[p].pulses(at: tick) }
    state.channels[c].ready = max(state.channels[c].ready, tick + Self.issue)
  }
  @inline(__always) private func pacer(_ request: Int) -> Int? { request >= 0x3b && request <= 0x3e ? request - 0x3b : nil }
  /// DBG_CTDREQ.
  func credits(_ c: Int, at tick: UInt64) -> UInt32 {
    guard let p = pacer(Int(state.channels[c].request)) else { return state.channels[c].credits }
    return UInt32(min(63, state.pacers[p].pulses(at: tick) &- state.channels[c].pulses))
  }

  // MARK: Starting and ending

  func trigger(_ c: Int, at tick: UInt64) {
    guard state.channels[c].enabled, !state.channels[c].busy, !state.channels[c].aborting else { return }
    state.channels[c].busy = true
    state.channels[c].count = state.channels[c].reload
    state.channels[c].ready = tick + Self.issue
    state.busy |= 1 << UInt32(c)
    updateDemand()
    handshake(c, at: tick)
  }
  func abort(_ c: Int) {
    guard state.channels[c].busy else { return }
    state.channels[c].count = 0
    state.channels[c].credits = 0
    state.channels[c].aborting = true
    if state.channels[c].inFlight == 0 { stop(c) }
  }
  private func stop(_ c: Int) {
    state.channels[c].busy = false
    state.channels[c].aborting = false
    state.busy &= ~(1 << UInt32(c))
  }
  /// The last write of a sequence is over, or there was nothing to do.
  private func finish(_ c: Int, at tick: UInt64) {
    let aborted = state.channels[c].aborting, failed = state.channels[c].failed
    stop(c)
    if aborted || failed { return }
    let next = state.channels[c].chainTo
    if next != c && next < Self.channels { trigger(next, at: tick) }
    if !state.channels[c].quiet { state.raw |= 1 << UInt32(c); updateInterrupts() }
  }
  /// A bus error halts the channel and always shows as its interrupt.
  private func fail(_ c: Int, _ flag: UInt32) {
    state.channels[c].control |= flag
    state.channels[c].count = 0
    state.raw |= 1 << UInt32(c)
    updateInterrupts()
    if state.channels[c].inFlight == 0 { stop(c) }
  }

  // MARK: The pipeline

  /// The earliest tick at which channel `c` can read; `.max` when it waits for something else than time.
  @inline(__always) private func readable(_ c: Int) -> UInt64 {
    let request = state.channels[c].request
    guard state.channels[c].wants else { return .max }
    if request == 0x3f { return state.channels[c].ready }
    if let p = pacer(Int(request)) {
      let pulse = state.pacers[p].tick(of: state.channels[c].pulses &+ 1)
      return pulse == .max ? .max : max(state.channels[c].ready, pulse &+ Self.issue)
    }
    if levels >> UInt64(request) & 1 != 0 { return lines[Int(request)] != 0 && state.channels[c].inFlight == 0 ? state.channels[c].ready : .max }
    return state.channels[c].credits != 0 ? state.channels[c].ready : .max
  }
  private var nextWrite: UInt64 { state.queued == 0 ? .max : max(state.queue[0].ready, state.writeFree) }
  private var nextRead: UInt64 {
    guard state.queued < Self.queueDepth else { return .max }
    var first = UInt64.max, rest = state.busy
    while rest != 0 {
      let c = rest.trailingZeroBitCount
      rest &= rest &- 1
      // A sequence of no transfers ends when its first would begin.
      first = min(first, isEmpty(c) ? state.channels[c].ready : readable(c))
    }
    return first == .max ? .max : max(first, state.readFree)
  }
  private func isEmpty(_ c: Int) -> Bool { state.channels[c].count == 0 && state.channels[c].inFlight == 0 && state.channels[c].enabled }

  /// Makes every access up to and including `tick`.
  func advance(to tick: UInt64) {
    guard state.busy != 0, !advancing else { return }
    advancing = true
    defer { advancing = false }
    while state.busy != 0 {
      let w = nextWrite, r = nextRead
      if min(w, r) > tick { break }
      if w == r, state.busy & (state.busy &- 1) == 0, copyRun(to: tick) { continue }
      if w < r || (w == r && !state.readFirst) { write(at: w) } else { read(at: r) }
    }
  }

  /// §2.5.2.1: in a round every high-priority channel has its turn, then one low-priority channel.
  private func choose(at tick: UInt64) -> Int? {
    var ready: UInt32 = 0, high: UInt32 = 0, rest = state.busy
    while rest != 0 {
      let c = rest.trailingZeroBitCount
      rest &= rest &- 1
      if isEmpty(c) && state.channels[c].ready <= tick { finish(c, at: tick); return nil }
      guard readable(c) <= tick else { continue }
      ready |= 1 << UInt32(c)
      if state.channels[c].highPriority { high |= 1 << UInt32(c) }
    }
    let low = ready & ~high
    if high & ~state.served == 0 && low == 0 { state.served = 0 }
    let turn = high & ~state.served
    if turn != 0 {
      let c = turn.trailingZeroBitCount
      state.served |= 1 << UInt32(c)
      return c
    }
    guard low != 0 else { return nil }
    state.served = 0
    let after = low & ~((2 << UInt32(state.lastLow)) &- 1)
    state.lastLow = (after != 0 ? after : low).trailingZeroBitCount
    return state.lastLow
  }

  private func read(at tick: UInt64) {
    let (served, lastLow) = (state.served, state.lastLow)
    guard let c = choose(at: tick) else { return }
    let address = state.channels[c].read, port = Self.port(address)
    if port == state.writePort && tick < state.writeFree {
      state.readFree = state.writeFree
      state.readFirst = true
      (state.served, state.lastLow) = (served, lastLow)
      return
    }
    let size = state.channels[c].size
    var t = DMATransfer(channel: UInt8(c), size: UInt8(size), address: state.channels[c].write)
    state.channels[c].count -= 1
    state.channels[c].inFlight += 1
    if let p = pacer(Int(state.channels[c].request)) {
      // The counter of requests holds 63: older ones are lost.
      let now = state.pacers[p].pulses(at: tick &- Self.issue)
      state.channels[c].pulses = max(state.channels[c].pulses &+ 1, now > 63 ? now - 63 : 0)
    } else if state.channels[c].credits != 0 {
      state.channels[c].credits -= 1
    }
    state.channels[c].stepRead()
    state.channels[c].stepWrite()
    let (value, cost) = load(address, size)
    note(BusArbiter.dmaRead, address, cost, at: tick)
    arrives(c, write: false, at: tick)
    if let value {
      t.data = state.channels[c].control & 1 << 22 != 0 ? value.byteSwapped &>> (32 &- (8 &<< size)) : value
      if state.channels[c].control & 1 << 23 != 0 && state.sniffer.watches(c) { state.sniffer.take(t.data, size: size) }
      t.ready = tick &+ cost &- 1 &+ Self.transit
      state.queue[state.queued] = t
      state.queued += 1
    } else {
      state.channels[c].inFlight -= 1
      fail(c, 1 << 30)
    }
    state.readFree = tick &+ cost
    state.readPort = port
    // One request at a time on a line without a count.
    state.channels[c].ready = max(state.channels[c].ready, tick &+ 1)
  }

  private func write(at tick: UInt64) {
    let t = state.queue[0], c = Int(t.channel), port = Self.port(t.address)
    if port == state.readPort && tick < state.readFree {
      state.writeFree = state.readFree
      state.readFirst = false
      return
    }
    state.queued -= 1
    for n in 0..<state.queued { state.queue[n] = state.queue[n + 1] }
    let (ok, cost) = store(t.address, t.data, UInt32(t.size))
    note(BusArbiter.dmaWrite, t.address, cost, at: tick)
    arrives(c, write: true, at: tick)
    state.writeFree = tick &+ cost
    state.writePort = port
    state.channels[c].inFlight -= 1
    if levels >> UInt64(state.channels[c].request) & 1 != 0 { state.channels[c].ready = max(state.channels[c].ready, tick &+ cost &- 1 &+ Self.issue) }
    if !ok { fail(c, 1 << 29) }
    if state.channels[c].busy && state.channels[c].count == 0 && state.channels[c].inFlight == 0 { finish(c, at: tick) }
  }

  /// One channel copies words from SRAM to SRAM at full speed, and nothing can come between: the same accesses in a plain loop.
  private func copyRun(to tick: UInt64) -> Bool {
    let c = state.busy.trailingZeroBitCount, start = state.readFree
    // Words, both addresses rising, no ring, byte swap, sniffing or pacing.
    guard state.channels[c].control & 0x60c0_03fd == 0x39, bus.closedMemories == 0 else { return false }
    guard state.channels[c].request == 0x3f, state.queued == 2, state.queue[0].ready == start, state.queue[1].ready == start + 1 else { return false }
    guard state.writeFree <= start, state.queue[0].channel == UInt8(c), state.queue[1].channel == UInt8(c) else { return false }
    let from = state.channels[c].read, to = state.queue[0].address
    // The masters stay in different banks.
    guard (from ^ to) & 12 != 0, (from | to) & 3 == 0, state.queue[1].address == to &+ 4, state.channels[c].write == to &+ 8 else { return false }
    let n = UInt32(min(UInt64(state.channels[c].count), tick &- start &+ 1))
    guard n > 4, from >= 0x2000_0000, to >= 0x2000_0000, n < 0x1_0000, from &+ 4 &* n <= 0x2004_0000, to &+ 4 &* n <= 0x2004_0000 else { return false }
    if bus.arbiter.isOn || bus.isCounting {
      for i in 0..<n {
        note(BusArbiter.dmaRead, from &+ 4 &* i, 1, at: start &+ UInt64(i))
        note(BusArbiter.dmaWrite, to &+ 4 &* i, 1, at: start &+ UInt64(i))
      }
    }
    lastAccess = start &+ UInt64(n) &- 1
    var first = state.queue[0].data, second = state.queue[1].data
    let source = memory + Int(from), target = memory + Int(to)
    for i in 0..<Int(n) {
      target.storeBytes(of: first, toByteOffset: 4 &* i, as: UInt32.self)
      first = second
      second = source.load(fromByteOffset: 4 &* i, as: UInt32.self)
    }
    state.channels[c].read = from &+ 4 &* n
    state.channels[c].write = to &+ 4 &* n &+ 8
    state.channels[c].count -= n
    let end = start &+ UInt64(n)
    state.queue[0].data = first; state.queue[0].address = to &+ 4 &* n; state.queue[0].ready = end
    state.queue[1].data = second; state.queue[1].address = to &+ 4 &* n &+ 4; state.queue[1].ready = end &+ 1
    state.readFree = end; state.writeFree = end
    state.readPort = Self.port(from &+ 4 &* (n &- 1)); state.writePort = Self.port(to &+ 4 &* (n &- 1))
    state.channels[c].ready = max(state.channels[c].ready, end)
    if !state.channels[c].highPriority { state.served = 0; state.lastLow = c } else { state.served = 1 << UInt32(c) }
    return true
  }

  // MARK: The bus

  /// The cores have come to `cycle`: what memory the DMA moves until then is moved, and it hears what it waited for them.
  public func follow(to cycle: Cycle) {
    if state.busy != 0 && cycle > 0 { bringUp(to: cycle - 1) }
  }
  public func wait(read: UInt64, write: UInt64) {
    if state.readFree > lastAccess { state.readFree &+= read }
    if state.writeFree > lastAccess { state.writeFree &+= write }
    if read | write != 0 { settle() }
  }
  /// It is on the bus at present, or was a moment ago.
  public func isActive(at cycle: Cycle) -> Bool { state.busy != 0 && time.tick(at: cycle) &- lastAccess &+ 256 < 512 }
  @inline(__always) private func note(_ master: Int, _ address: UInt32, _ cost: UInt64, at tick: UInt64) {
    lastAccess = tick
    if bus.arbiter.isOn {
      bus.arbiter.note(master, address, Int(truncatingIfNeeded: cost), at: time.cycle(of: tick))
    } else if bus.isCounting && Self.isRAM(address) {
      bus.arbiter.tally(address)
    }
  }
  /// The bus fabric's port behind an address (§2.1.1): two accesses in a cycle to the same one cannot be.
  private static func port(_ address: UInt32) -> UInt8 {
    switch address >> 28 {
    case 0: return 0
    case 1: return 1
    case 2:
      if address >= 0x2100_0000 { return 2 + UInt8(address >> 16 & 3) }
      if address < 0x2004_0000 { return 2 + UInt8(address >> 2 & 3) }
      return address < 0x2004_1000 ? 6 : 7
    case 4: return 8
    case 5: return 9
    default: return 10
    }
  }
  @inline(__always) private static func isRAM(_ address: UInt32) -> Bool { address &- 0x2000_0000 < 0x4_2000 }
  /// An access that anybody but memory sees: XIP's and the SSI's registers lie below SRAM.
  private static func isRegister(_ address: UInt32) -> Bool {
    address >> 28 >= 4 || (address >> 26 == 5 || address >> 26 == 6) && address & 0x0f00_0000 != 0x0500_0000
  }

  private func load(_ address: UInt32, _ size: UInt32) -> (UInt32?, UInt64) {
    if Self.isRAM(address) && address & ((1 &<< size) &- 1) == 0 && bus.closedMemories == 0 {
      let p = memory + Int(address)
      let v: UInt32 =
        switch size {
        case 0: UInt32(p.load(as: UInt8.self))
        case 1: UInt32(p.load(as: UInt16.self))
        default: p.load(as: UInt32.self)
        }
      return (v, 1)
    }
    guard address >> 28 < 0xd else { return (nil, 1) }  // SIO and the cores' own blocks are not on this bus
    let reply = bus.load(address, Access(master: .dma, bytes: 1 << UInt8(size), cycle: services.now))
    return (reply.ok ? reply.value : nil, cost(address, reply.cycles))
  }
  private func store(_ address: UInt32, _ value: UInt32, _ size: UInt32) -> (Bool, UInt64) {
    if Self.isRAM(address) && address & ((1 &<< size) &- 1) == 0 && bus.closedMemories == 0 {
      let p = memory + Int(address)
      switch size {
      case 0: p.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
      case 1: p.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
      default: p.storeBytes(of: value, as: UInt32.self)
      }
      return (true, 1)
    }
    guard address >> 28 < 0xd else { return (false, 1) }
    let reply = bus.store(address, value, Access(master: .dma, bytes: 1 << UInt8(size), cycle: services.now))
    return (reply.ok, cost(address, reply.cycles))
  }
  /// A core's two cycles for memory and for the AHB's registers are one of the bus.
  private func cost(_ address: UInt32, _ cycles: Int32) -> UInt64 { UInt64(max(1, address >> 28 == 4 ? cycles : cycles - 1)) }

  // MARK: The next event

  func reschedule() {
    let w = nextWrite, r = nextRead
    guard min(w, r) != .max else { services.cancel(.dma); return }
    var event = UInt64.max
    var soonest = min(w, r) &+ Self.run &- 1
    for n in 0..<state.queued where Self.isRegister(state.queue[n].address) { event = min(event, w) }
    var rest = state.busy
    while rest != 0 {
      let c = rest.trailingZeroBitCount
      rest &= rest &- 1
      if isEmpty(c) { event = min(event, max(state.channels[c].ready, state.readFree)); continue }
      if state.channels[c].count == 0 { if w != .max { event = min(event, w) }; continue }
      let when = readable(c)
      guard when != .max else { continue }
      let begins = max(when, state.readFree)
      if Self.isRegister(state.channels[c].read) {
        event = min(event, r == .max ? w : max(begins, r))
      } else if Self.isRegister(state.channels[c].write) {
        event = min(event, r == .max ? w : max(begins, r) &+ Self.transit)
      } else {
        // Not over before each of its transfers was read once and the last written.
        soonest = min(soonest, begins &+ UInt64(state.channels[c].count) &- 1 &+ Self.transit)
        event = min(event, max(soonest, begins))
      }
    }
    event = max(min(w, r), event == .max ? soonest : event)
    let cycle = time.cycle(of: event)
    if cycle == .max { services.cancel(.dma) } else { services.schedule(.dma, at: cycle) }
  }
}
