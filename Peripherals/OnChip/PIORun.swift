import Emulation
import Registers

// How a PIO goes in time. A PIO that nobody looks at does nothing: it is brought up to date when a register, a pin or a FIFO of it is looked at.
//
// Where somebody must hear of something at its cycle (a pin with a listener, an enabled interrupt, a DMA channel on a FIFO), the PIO runs ahead, from a copy,
// to the first tick that does such a thing, and an event is set there. When nothing came between, the event takes over what is computed already; a write or an edge
// that comes before puts the copy back.
extension PIO {
  private static let longestRun: UInt64 = 1 << 14, shortestRun: UInt64 = 64

  @inline(__always) var machines: UnsafeMutablePointer<PIOMachine> { UnsafeMutableRawPointer(live).assumingMemoryBound(to: PIOMachine.self) }

  /// The tick at which machine `m` does something next.
  @inline(__always) private func due(_ m: UnsafeMutablePointer<PIOMachine>) -> UInt64 {
    let own = m.pointee.enabled && m.pointee.waits == .none ? m.pointee.next &>> 8 : .max
    return min(own, m.pointee.forced)
  }

  /// Performs every tick up to `limit`, or to the first that changes one of `watch` (see `PIOState.changed`) or one of `eager`'s pins. True if one did.
  @inline(never) func run(to limit: UInt64, watch: UInt32, eager: UInt32) -> Bool {
    let s = live, base = machines
    if watch | eager == 0 && independent && limit > s.pointee.time &+ 64 { runApart(to: limit &- 8) }
    let ops0 = UnsafePointer(operations), ops1 = ops0 + 32, ops2 = ops0 + 64, ops3 = ops0 + 96
    var d0 = due(base), d1 = due(base + 1), d2 = due(base + 2), d3 = due(base + 3)
    let sticky = base[0].sticky || base[1].sticky || base[2].sticky || base[3].sticky
    while true {
      let t = min(min(min(d0, d1), min(d2, d3)), s.pointee.again)
      if t > limit { break }
      let outputs = s.pointee.outputs, enables = s.pointee.enables
      s.pointee.changed = 0
      if d0 == t { Self.step(ops0, s, base, 0, t); d0 = due(base) } else if sticky { Self.assertSticky(s, base) }
      if d1 == t { Self.step(ops1, s, base + 1, 1, t); d1 = due(base + 1) } else if sticky { Self.assertSticky(s, base + 1) }
      if d2 == t { Self.step(ops2, s, base + 2, 2, t); d2 = due(base + 2) } else if sticky { Self.assertSticky(s, base + 2) }
      if d3 == t { Self.step(ops3, s, base + 3, 3, t); d3 = due(base + 3) } else if sticky { Self.assertSticky(s, base + 3) }
      s.pointee.time = t
      if s.pointee.flagsSet | s.pointee.flagsClear != 0 {
        let flags = s.pointee.flags
        s.pointee.flags = (flags & ~s.pointee.flagsClear) | s.pointee.flagsSet
        s.pointee.flagsSet = 0
        s.pointee.flagsClear = 0
        if s.pointee.flags != flags {
          s.pointee.changed |= (flags ^ s.pointee.flags) << 8
          for i in 0..<4 { base[i].wake(.irq, at: t &+ 1) }
          d0 = due(base); d1 = due(base + 1); d2 = due(base + 2); d3 = due(base + 3)
        }
      }
      let moved = (outputs ^ s.pointee.outputs) | (enables ^ s.pointee.enables)
      if moved != 0 { note(outputs, enables, t) }
      s.pointee.again = sticky && moved != 0 ? t &+ 1 : .max
      if (s.pointee.changed & watch) | (moved & eager) != 0 { return true }
    }
    s.pointee.time = max(s.pointee.time, limit)
    return false
  }
  /// Machines that share neither flags nor pins: one after the other, each for all the time. The last ticks before somebody looks are performed
  /// together, so that the record of the last changes is in order.
  @inline(never) private func runApart(to limit: UInt64) {
    let s = live, before = (s.pointee.outputs, s.pointee.enables)
    for i in 0..<4 { guard machines[i].forced == .max else { return } }
    for i in 0..<4 {
      let m = machines + i, ops = UnsafePointer(operations) + 32 * i
      guard m.pointee.enabled else { continue }
      while m.pointee.waits == .none && m.pointee.next &>> 8 <= limit {
        let outputs = s.pointee.outputs, enables = s.pointee.enables
        Self.step(ops, s, m, i, m.pointee.next &>> 8)
        let both = enables & s.pointee.enables
        s.pointee.rose |= both & s.pointee.outputs & ~outputs
        s.pointee.fell |= both & outputs & ~s.pointee.outputs
      }
    }
    s.pointee.time = max(s.pointee.time, limit)
    // The record goes on from here: nobody looks further back.
    if before != (s.pointee.outputs, s.pointee.enables) { remember(limit) }
  }
  @inline(__always) private func remember(_ tick: UInt64) {
    let s = live
    s.pointee.past[Int(s.pointee.pastNext & 3)] = PIOOutputs(since: tick, levels: s.pointee.outputs, enables: s.pointee.enables)
    s.pointee.pastNext &+= 1
  }
  /// The outputs changed at `tick` from these.
  @inline(__always) func note(_ outputs: UInt32, _ enables: UInt32, _ tick: UInt64) {
    let s = live, both = enables & s.pointee.enables
    s.pointee.rose |= both & s.pointee.outputs & ~outputs
    s.pointee.fell |= both & outputs & ~s.pointee.outputs
    remember(tick)
  }

  // MARK: Entering and leaving

  /// Brings the PIO through `tick`; calls from outside come here first.
  func advance(through tick: UInt64) {
    guard !running else { return }
    if ahead {
      ahead = false
      if tick < live.pointee.time {
        live.pointee = saved.pointee
        speculation = max(Self.shortestRun, speculation / 2)
      }
    }
    if tick > live.pointee.time {
      running = true
      _ = run(to: tick, watch: 0, eager: 0)
      running = false
    }
    publish()
  }
  /// The end of a call that may have changed what comes next.
  func settleDown() {
    guard !running, !publishing, !settling else { return }
    settling = true
    defer { settling = false }
    if undecoded != 0 { decodeAll() }
    if analysis { analyse() }
    publish()
    plan()
  }

  /// Runs ahead to the next thing that others must hear of, and sets the event there.
  private func plan() {
    let base = machines
    let eager = UInt32(truncatingIfNeeded: pins.demanded(function))
    if ahead { live.pointee = saved.pointee; ahead = false }
    let next = min(min(due(base), due(base + 1)), min(min(due(base + 2), due(base + 3)), live.pointee.again))
    guard next != .max, watched | eager != 0 else {
      if scheduled { services.cancel(source); scheduled = false }
      ahead = false
      return
    }
    saved.pointee = live.pointee
    running = true
    let found = run(to: max(live.pointee.time, next - 1) + speculation, watch: watched, eager: eager)
    running = false
    if !found { speculation = min(Self.longestRun, speculation * 2) }
    ahead = true
    let cycle = time.cycle(of: live.pointee.time)
    if cycle == .max { services.cancel(source) } else { services.schedule(source, at: cycle) }
    scheduled = true
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    scheduled = false
    advance(through: time.tick(at: cycle))
    settleDown()
  }

  /// Tells others what they must hear of: pins that are on time, interrupts, requests.
  private func publish() {
    guard !publishing else { return }
    publishing = true
    defer { publishing = false }
    let s = live
    let onTime = pins.demanded(function)
    if onTime != 0, s.pointee.outputs != shownOutputs || s.pointee.enables != shownEnables {
      showPins(onTime)
    }
    updateInterrupts()
    if demand != 0 { updateRequests() }
  }
  func showPins(_ onTime: UInt64) {
    shownOutputs = live.pointee.outputs
    shownEnables = live.pointee.enables
    pins.drive(function, pins: onTime, levels: UInt64(shownOutputs), enables: UInt64(shownEnables), at: services.now)
  }
  var raw: UInt32 {
    var v = (live.pointee.flags & 15) << 8
    for i in 0..<4 {
      let m = machines + i
      if m.pointee.rxCount != 0 { v |= 1 << UInt32(i) }
      if m.pointee.txCount < m.pointee.txDepth { v |= 0x10 << UInt32(i) }
    }
    return v
  }
  func updateInterrupts() {
    guard interrupts.enable[0] | interrupts.enable[1] | interrupts.force[0] | interrupts.force[1] != 0 || shownLines != 0 else { return }
    let raw = self.raw
    var lines: UInt32 = 0
    for n in 0..<2 where raw & interrupts.enable[n] | interrupts.force[n] != 0 { lines |= 1 << UInt32(n) }
    guard lines != shownLines else { return }
    for n in 0..<2 as Range<UInt32> where (lines ^ shownLines) >> n & 1 != 0 { services.setInterrupt(irq + n, lines >> n & 1 != 0) }
    shownLines = lines
  }
  private func updateRequests() {
    for i in 0..<4 {
      let m = machines + i
      if demand >> UInt32(i) & 1 != 0 {
        services.setDREQ(dreq + UInt32(i), count: UInt32(m.pointee.txDepth) - min(UInt32(m.pointee.txDepth), UInt32(m.pointee.txCount)))
      }
      if demand >> UInt32(4 + i) & 1 != 0 { services.setDREQ(dreq + 4 + UInt32(i), count: UInt32(m.pointee.rxCount)) }
    }
  }
  /// A DMA channel listens to these lines of the PIO from now on: bits 0…3 TX, 4…7 RX.
  public func setDemand(_ lines: UInt32) {
    guard lines != demand else { return }
    advance(through: time.tick(at: services.now))
    demand = lines
    updateRequests()
    watchChanged()
    settleDown()
  }
  /// What `run` must stop at.
  func watchChanged() {
    let enabled = interrupts.enable[0] | interrupts.enable[1]
    watched = demand | (enabled >> 8 & 15) << 8 | (enabled >> 4 & 15) | (enabled & 15) << 4
  }

  // MARK: Pins

  public func inputsChanged(_ changed: UInt64, at cycle: Cycle) {
    let tick = time.tick(at: cycle)
    advance(through: tick)
    takeInputs(at: tick)
    settleDown()
  }
  /// The inputs are what they are from `tick` on.
  func takeInputs(at tick: UInt64) {
    let s = live
    let mask = UInt32(truncatingIfNeeded: watchedPins)
    let levels = (UInt32(truncatingIfNeeded: pins.currentInputs) & mask) | (s.pointee.inputs[0].levels & ~mask)
    guard levels != s.pointee.inputs[0].levels else { return }
    if s.pointee.inputs[0].since != tick {
      for i in stride(from: 3, to: 0, by: -1) { s.pointee.inputs[i] = s.pointee.inputs[i - 1] }
      s.pointee.inputs[0].since = tick
    }
    s.pointee.inputs[0].levels = levels
    // It sees the edge one tick later, or three behind the synchroniser; until then it asks in every tick.
    for i in 0..<4 { machines[i].wake(.pin, at: tick + 1) }
  }
  public func settle(_ wanted: UInt64, at cycle: Cycle) {
    guard !publishing else { return }
    advance(through: time.tick(at: cycle))
    let late = PinMux.bank0 & ~pins.demanded(function), s = live
    pins.settled(
      function, pins: late, levels: UInt64(s.pointee.outputs), enables: UInt64(s.pointee.enables), rose: UInt64(s.pointee.rose), fell: UInt64(s.pointee.fell))
    s.pointee.rose &= ~UInt32(truncatingIfNeeded: late)
    s.pointee.fell &= ~UInt32(truncatingIfNeeded: late)
  }
  public func levels(_ wanted: UInt64, at cycle: Cycle) -> (levels: UInt64, enables: UInt64) {
    let tick = time.tick(at: cycle)
    if !publishing && live.pointee.time != tick { advance(through: ahead ? max(tick, saved.pointee.time) : max(tick, live.pointee.time)) }
    var best = PIOOutputs(), found = false
    for i in 0..<4 {
      let p = live.pointee.past[i]
      if p.since <= tick && (!found || p.since >= best.since) { best = p; found = true }
    }
    return (UInt64(best.levels) & wanted, UInt64(best.enables) & wanted)
  }
  public func demandChanged(at cycle: Cycle) {
    guard !publishing else { return }
    advance(through: time.tick(at: cycle))
    publishing = true
    showPins(PinMux.bank0)
    publishing = false
    settleDown()
  }

  // MARK: What the programs can do

  /// Which pins the enabled machines can read, and whether they have anything to do with each other: from where they are, by every way the
  /// program can take.
  func analyse() {
    analysis = false
    independent = true
    var mask: UInt32 = 0, written: UInt32 = 0
    for i in 0..<4 {
      let m = machines + i
      guard m.pointee.enabled || m.pointee.isHanded else { continue }
      for word in [m.pointee.exec, m.pointee.written, m.pointee.behind] where word != 0 {
        mask |= reads(m.pointee.decode(word, machine: UInt32(i)), m)
      }
      if m.pointee.isHanded || m.pointee.sticky { independent = false }
      var writes: UInt32 = 0
      var seen: UInt32 = 0, open: UInt32 = 1 << m.pointee.pc
      while open != 0 {
        let at = UInt32(open.trailingZeroBitCount)
        open &= open &- 1
        seen |= 1 << at
        let op = operations[32 * i + Int(at)]
        mask |= reads(op, m)
        if op.side != 0 { writes |= op.sideMask }
        switch op.kind {
        case .outPins, .outDirs, .movPins, .setPins, .setDirs: writes |= op.mask
        case .irq, .waitIRQ, .outExec, .movExec: independent = false
        default: break
        }
        var next: UInt32 = 0
        switch op.kind {
        case .jump: next = 1 << UInt32(op.source)
        case .jumpNotX, .jumpXDec, .jumpNotY, .jumpYDec, .jumpXNotY, .jumpPin, .jumpNotEmpty: next = 1 << UInt32(op.source)
        case .outPC, .movPC: next = ~0
        default: break
        }
        if op.kind != .jump { next |= 1 << (at == m.pointee.wrapTop ? m.pointee.wrapBottom : (at + 1) & 31) }
        open |= next & ~seen
      }
      if writes & written != 0 { independent = false }
      written |= writes
    }
    guard UInt64(mask) & PinMux.bank0 != watchedPins else { return }
    let fresh = UInt64(mask) & ~watchedPins
    watchedPins = UInt64(mask) & PinMux.bank0
    pins.watch(self, function: nil, pins: watchedPins)
    refresh(UInt32(truncatingIfNeeded: fresh))
  }
  /// Pins that an operation looks at.
  private func reads(_ op: PIOOperation, _ m: UnsafeMutablePointer<PIOMachine>) -> UInt32 {
    switch op.kind {
    case .jumpPin, .waitPin: op.mask
    case .input: op.source == 0 ? PIOMachine.rotate(PIOMachine.ones(UInt32(op.count)), left: m.pointee.inBase) : 0
    case .movPins, .movX, .movY, .movPC, .movISR, .movOSR: op.source == 0 ? ~0 : 0
    case .outExec, .movExec: ~0  // what will be executed may read anything
    default: 0
    }
  }
  /// Pins that were not watched show what they have had all along.
  func refresh(_ mask: UInt32) {
    let levels = UInt32(truncatingIfNeeded: pins.synchronisedInputs(at: services.now))
    for i in 0..<4 { live.pointee.inputs[i].levels = (live.pointee.inputs[i].levels & ~mask) | (levels & mask) }
  }
  func decodeAll() {
    for i in 0..<4 where undecoded >> UInt32(i) & 1 != 0 {
      for at in 0..<32 { operations[32 * i + at] = machines[i].decode(UInt32(program[at]), machine: UInt32(i)) }
    }
    undecoded = 0
    analysis = true
  }
}
