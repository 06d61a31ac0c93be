import CFiber
import CortexM0Plus
import Emulation
import Glibc

// Turns (hosted-core.md §4). Order within a cycle: events by source number, then core 0, then core 1.
extension RP2040 {
  /// Runs until every core has reached `end`, both sleep past it, or the board stops. Where a run ends does not change it:
  /// turns are cut by events and cores only.
  public func run(until end: Cycle) -> Stop {
    while true {
      if leave { if let stop = settleLeave() { return stop } }
      if followsHost { followHost() }
      if gates.asleep && (core0.awake || core1.awake) { leaveSystemSleep() }
      let limit = events.next
      if isArm, !clocks.sysStopped, let earliest = earliestArm() {
        let time = earliest.core.time
        if time >= end && limit > end { now = max(now, end); return .time }
        if time >= limit { fireDue(limit); continue }
        runArm(earliest.core, earliest.other, limit)
        continue
      }
      guard !clocks.sysStopped, let core = earliestAwake() else {
        if let (at, reason) = lastStop, limit > at, end >= at, isDead {
          now = max(now, at)
          stop(reason)
          continue
        }
        if let at = systemSleepBegins, at < limit, at <= end, !clocks.sysStopped { enterSystemSleep(at: at); continue }
        if limit > (followsHost ? now : end) {
          // The host's timers are later than this by more.
          if followsHost && limit &- now < shortWait && now < end { continue }
          now = followsHost ? now : max(now, end)
          // Whoever sleeps as long as the board does must not sleep past its end.
          if let (at, _) = lastStop, isDead { return .idle(until: min(limit, at)) }
          return .idle(until: limit)
        }
        fireDue(limit)
        continue
      }
      let time = core.time
      // A core that computes without accesses moves the chip's clock too: whoever runs in slices would ask for the same end for ever.
      if time >= end && limit > end { now = max(now, end); return .time }
      if time >= limit { fireDue(limit); continue }
      let other = core === core0 ? core1! : core0!
      var until = min(limit - 1, time | 0xffff), exclusive = limit - 1
      if other.awake {
        until = min(until, other.time + (other.waitingForTurn ? 0 : quantum))
        if !followsHost { exclusive = min(exclusive, accessLimit(core.index, other.time)) }
      }
      resume(core, until: max(until, time), exclusive: exclusive)
    }
  }

  /// Cycles for which nobody asks the host to wake us.
  private var shortWait: Cycle { 2000 }
  private var isArm: Bool { configuration.arm }
  private var quantum: Cycle { configuration.arm ? configuration.armQuantum : configuration.quantum }

  /// 1 + the time of the furthest core: host input takes effect here or later.
  public var frontier: Cycle {
    var t = now
    for c in [core0!, core1!] where c.awake { t = max(t, c.time) }
    return t + 1
  }
  /// Hands `item` to the receiver at `cycle`, which is not before `frontier`; items of one cycle keep their order.
  public func deliver(_ item: HostInput, at cycle: Cycle) {
    let place = inputs.firstIndex { $0.cycle > cycle } ?? inputs.count
    inputs.insert((cycle, item), at: place)
    schedule(.hostInput, at: inputs[0].cycle)
  }

  // MARK: Details

  /// After `startHostClock`: every clock of the chip is moved to the host's.
  private func followHost() {
    now = hostCycle
    for c in [core0!, core1!] { c.time = max(c.time, now) }
  }

  /// The last cycle at which `core` may access a register while the other stands where it is: a tie is core 0's.
  @inline(__always) private func accessLimit(_ core: UInt32, _ other: Cycle) -> Cycle { core == 0 ? other : other &- (other == 0 ? 0 : 1) }

  private func earliestAwake() -> Core? {
    // On the host's clock both are equally late: they take turns.
    if followsHost && core0.awake && core1.awake { return lastCore === core0 ? core1 : core0 }
    if core0.awake { return core1.awake && core1.time < core0.time ? core1 : core0 }
    return core1.awake ? core1 : nil
  }

  private func fireDue(_ limit: Cycle) {
    now = max(now, limit)
    while let source = events.take(dueAt: now) {
      if source == .hostInput { takeInputs() } else { owners[Int(source.number)]?.fire(source, at: now) }
      if leave { return }
    }
  }
  private func takeInputs() {
    while let first = inputs.first, first.cycle <= now {
      inputs.removeFirst()
      inputReceiver?.receive(first.item, at: now)
    }
    if let first = inputs.first { schedule(.hostInput, at: first.cycle) }
  }

  /// The ARM core whose turn it is, and the other. Unmanaged: turns are short where cores poll registers, and counting references would cost as much.
  @inline(__always) private func earliestArm() -> (core: Unmanaged<Core>, other: Unmanaged<Core>)? {
    let (a, b) = arms.unsafelyUnwrapped
    let first = a._withUnsafeGuaranteedRef { $0.awake }, second = b._withUnsafeGuaranteedRef { $0.awake }
    if first { return second && b.time < a.time ? (b, a) : (a, b) }
    return second ? (b, a) : nil
  }
  /// A turn of `core`, which ends before the event at `limit`.
  private func runArm(_ core: Unmanaged<Core>, _ other: Unmanaged<Core>, _ limit: Cycle) {
    let time = core.time, arbiter = bus.arbiter, otherIsAwake = other._withUnsafeGuaranteedRef { $0.awake }
    let dma = engine.unsafelyUnwrapped, dmaWorks = dma._withUnsafeGuaranteedRef { $0.isActive(at: time) }
    var until = min(limit - 1, time | 0xffff), exclusive = limit - 1
    if otherIsAwake {
      let otherTime = other.time
      until = min(until, otherTime + (other._withUnsafeGuaranteedRef { $0.waitingForTurn } ? 0 : configuration.armQuantum))
      exclusive = min(exclusive, accessLimit(core._withUnsafeGuaranteedRef { $0.index }, otherTime))
    }
    let shares = configuration.arbitrates && (otherIsAwake || arbiter.counts || dmaWorks)
    if shares { until = min(until, time + BusArbiter.reach) }
    if shares != arbiter.isOn {
      if shares {
        let begin = otherIsAwake ? min(time, other.time) : time
        dma._withUnsafeGuaranteedRef { $0.follow(to: min(begin, events.next)) }
        arbiter.begin(at: begin)
      } else {
        settleBus(toTheLast: true)
        arbiter.end()
      }
    }
    if arbiter.hearsDMA && shares && !dmaWorks { arbiter.forgetDMA() }
    path.pointee.turn.end = max(until, time)
    path.pointee.turn.exclusiveUntil = exclusive
    core._withUnsafeGuaranteedRef { core in
      let arm = unsafeDowncast(core, to: ArmCore.self)
      path.pointee.turn.master = arm.master
      arm.sharesBus = shares
      arm.ringShift = arbiter.shifts[Int(arm.index)]
      running = arm
      arm.run()
      running = nil
      if shares {
        settleBus(toTheLast: configuration.armQuantum < 16 || arm.wantsBusSettled)
        arm.wantsBusSettled = false
      }
    }
  }
  /// The cores' times move by what they waited for each other and for the DMA. One that sleeps is at no cycle: the other's accesses are only counted.
  private func settleBus(toTheLast: Bool) {
    let (a, b) = arms.unsafelyUnwrapped, dma = engine.unsafelyUnwrapped, arbiter = bus.arbiter
    let first = a.time, second = b.time
    var times: [2 of Cycle] = [first, second]
    if !a._withUnsafeGuaranteedRef({ $0.awake }) {
      times[0] = max(first, second)
    } else if !b._withUnsafeGuaranteedRef({ $0.awake }) {
      times[1] = max(first, second)
    }
    let before = times, limit = events.next
    dma._withUnsafeGuaranteedRef { $0.follow(to: min(times[0], times[1], limit)) }
    arbiter.settle(&times, limit: limit, toTheLast: toTheLast)
    if arbiter.hearsDMA {
      let owed = arbiter.takeOwed()
      if owed.read | owed.write != 0 { dma._withUnsafeGuaranteedRef { $0.wait(read: owed.read, write: owed.write) } }
    }
    a._withUnsafeGuaranteedRef { $0.time = first &+ (times[0] &- before[0]) }
    b._withUnsafeGuaranteedRef { $0.time = second &+ (times[1] &- before[1]) }
  }

  private func resume(_ core: Core, until: Cycle, exclusive: Cycle) {
    path.pointee.turn.end = until
    path.pointee.turn.exclusiveUntil = exclusive
    path.pointee.turn.master = core.master
    core.waitingForTurn = false
    let core = unsafeDowncast(core, to: HostedCore.self)
    block.pointee.budget = Int32(until - core.time)
    block.pointee.primask = core.primask
    block.pointee.attention = core.attention
    block.pointee.core = core.index
    running = core
    lastCore = core
    let signal = fiber_enter(root, core.fiber.unsafelyUnwrapped)
    running = nil
    core.time = followsHost ? now : path.pointee.turn.end &- UInt64(bitPattern: Int64(block.pointee.budget))
    core.primask = block.pointee.primask
    core.attention = block.pointee.attention
    if signal != 0 { hostFault(core, signal) }
  }

  /// Something new happens at `when`, or the other core woke: the running core's turn must not go past it.
  func shorten(_ when: Cycle) {
    guard running != nil else { return }
    let last = when - 1
    if last < path.pointee.turn.end {
      block.pointee.budget &-= Int32(path.pointee.turn.end - last)
      path.pointee.turn.end = last
    }
    path.pointee.turn.exclusiveUntil = min(path.pointee.turn.exclusiveUntil, last)
  }

  /// An interrupt, or a line for the boot ROM: the core goes on from here.
  public func wake(_ core: Core) {
    core.sleeping = false
    core.waitingForTurn = false
    core.time = max(core.time, now)
    guard let other = running, other !== core else { return }
    shorten(max(core.time + quantum, now + 1) + 1)
    path.pointee.turn.exclusiveUntil = min(path.pointee.turn.exclusiveUntil, accessLimit(other.index, core.time))
  }

  /// A host fault on the core's fiber is the board's HardFault. Its address is an emulated one if it lies in the reservation.
  private func hostFault(_ core: HostedCore, _ signal: Int32) {
    let at = root.pointee.fault_address, base = UInt(bitPattern: space.base)
    var address: UInt32?
    let text: String
    if let f = core.fiber, fiber_in_guard(f, at) != 0 {
      text = "the task's native stack overflowed"
    } else if signal == SIGSEGV || signal == SIGBUS, at >= base, at - base < 1 << 32 {
      address = UInt32(at - base)
      text = "nothing is mapped, or it cannot be written"
    } else {
      text =
        switch signal {
        case SIGILL, SIGTRAP: "the firmware trapped"
        case SIGFPE: "division fault"
        default: "host signal \(signal) for host address 0x\(String(at, radix: 16)), outside the board's memory"
        }
    }
    stop(.fault(FaultReport(core: core.index, context: core.context, address: address, cycle: core.time, text: text, code: place(root.pointee.fault_pc))))
  }
  private func place(_ pc: UInt) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { file in
      let offset = host_code_offset(UInt64(pc), file.baseAddress!, 128)
      return String(cString: file.baseAddress!) + "+0x" + String(offset, radix: 16)
    }
  }

  func stop(_ reason: StopReason) {
    if stopReason == nil { stopReason = reason }
    leave = true
  }
  private func settleLeave() -> Stop? {
    if let stopReason { return .stopped(stopReason) }
    leave = false
    if let cause = resetWanted { resetWanted = nil; reset(cause) }
    if coresToHold | coresToStart != 0 { settleCores() }
    if pauseWanted { pauseWanted = false; return .paused }
    return nil
  }
  /// clk_sys runs again: the cores' clocks stood.
  func coresContinue() { for c in [core0!, core1!] { c.time = max(c.time, now) } }
}
extension Unmanaged where Instance == Core {
  @inline(__always) fileprivate var time: Cycle { _withUnsafeGuaranteedRef { $0.time } }
}
