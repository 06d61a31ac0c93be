import CFiber
import CPort
import Glibc
import Registers

/// Two cores as the kernel sees them: registers of SIO, TIMER and NVIC, interrupts, contexts; nothing else of the chip. At every memory
/// access, register access and `spend` of kernel code the other core may go on, time may pass, an interrupt may come.
///
/// One seed gives one schedule.
public final class World {
  static let state: Address = 0x2000_0000, heap: Address = 0x2000_0400, heapEnd: Address = 0x2000_4000, scratch: Address = 0x2000_4000
  static let bytes = 0x5000

  struct Core {
    var context = 0, primask: UInt32 = 0, attention: UInt32 = 0
    var sleeping = false, started = false, inHandler = false, inAlarm = false, inPick = false
    /// Words that the other core sent.
    var mailbox: [UInt32] = []
    /// First 64-bit time that the alarm's handler read in full, and the low word read last.
    var timeRead: UInt64 = 0, lowRead: UInt64 = 0
  }
  private nonisolated(unsafe) static let base: UnsafeMutableRawPointer = {
    let whole = mmap(nil, 1 << 33, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)!
    let aligned = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: whole) + (1 << 32) - 1) & ~((1 << 32) - 1))!
    mprotect(aligned + Int(state), bytes, PROT_READ | PROT_WRITE)
    return aligned
  }()
  let block: UnsafeMutablePointer<port_block>
  let root: UnsafeMutablePointer<fiber_root>
  var fibers: [UnsafeMutablePointer<fiber>] = []
  var bodies: [() -> Void] = []
  var cores = [Core(), Core()]
  /// The core whose registers are in the block.
  var running = 0
  var time: UInt64 = 1000
  // TIMER: alarms 0 and 1.
  var alarmAt: [UInt32] = [0, 0], armed: UInt32 = 0, raised: UInt32 = 0, forced: UInt32 = 0
  var lockHolder: Int? = nil
  var random: UInt64
  var active = false
  /// One point in so many: the other core goes on, a microsecond passes, a slice is taken away, a handler runs.
  var leaveOdds: UInt32 = 8, timeOdds: UInt32 = 32, preemptOdds: UInt32 = 60, handlerOdds: UInt32 = 150
  public internal(set) var failure: String? = nil
  public internal(set) var points = 0
  var onRelease: (Int) -> Void = { _ in }
  var handler: (Int) -> Void = { _ in }
  let cores2: Bool

  init(seed: UInt64, twoCores: Bool) {
    random = (seed &+ 1) &* 0x9e37_79b9_7f4a_7c15 | 1
    cores2 = twoCores
    memset(World.base + Int(World.state), 0, World.bytes)
    block = .allocate(capacity: 1)
    root = fiber_root_make()
    block.initialize(
      to: port_block(
        memory: World.base, budget: 0, primask: 0, attention: 0, core: 0, chip: nil, firmware: World.noImage,
        read: { _, a in world.read(a) }, write: { _, a, v in world.write(a, v) }, attend: { _ in world.attend() }, wait: { _ in world.wait() },
        make_context: { _, kind, _ in UInt32(world.makeFiber(world.bodies[Int(kind)])) }, drop_context: { _, c in world.dropFiber(Int(c)) },
        native_stack_left: { _ in 100_000 },
        panic: { _, text, n in world.fail(String(decoding: UnsafeBufferPointer(start: text, count: Int(n)), as: UTF8.self)) }))
    for _ in 0..<8 { _ = below(2) }
  }
  /// Frees what the world holds. Its fibers never end, so what their frames refer to is never released: nothing large may be left in it.
  func dispose() {
    for f in fibers { fiber_free(f) }
    fibers = []
    bodies = []
    onRelease = { _ in }
    handler = { _ in }
    fiber_root_free(root)
    block.deallocate()
  }
  private nonisolated(unsafe) static let noImage: UnsafePointer<firmware_image> = {
    let i = UnsafeMutablePointer<firmware_image>.allocate(capacity: 1)
    i.initialize(to: firmware_image(start: { _, _ in }, interrupt: { _, _ in }, task: { _, _, _ in }, pick: { _, _ in 0 }))
    return UnsafePointer(i)
  }()

  func below(_ n: UInt32) -> UInt32 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return UInt32(((random >> 33) * UInt64(n)) >> 31)
  }
  var kernel: Kernel { Kernel(port: Port(block), state: World.state) }
  /// Memory as it is, without chaos.
  func word(_ a: Address) -> UInt32 { (World.base + Int(a)).load(as: UInt32.self) }
  func fail(_ why: String) -> Never {
    if failure == nil { failure = why }
    active = false
    while true { fiber_leave(root, fibers[cores[running].context]) }
  }

  // MARK: contexts

  func makeFiber(_ body: @escaping () -> Void) -> Int {
    let box = Unmanaged.passRetained(Body(run: body))
    let f = fiber_make(
      128 << 10,
      { p in
        let body = Unmanaged<Body>.fromOpaque(p!).takeRetainedValue().run
        world.block.pointee.primask = 0
        body()
        world.fail("a context has ended")
      }, box.toOpaque())!
    fibers.append(f)
    return fibers.count - 1
  }
  final class Body { let run: () -> Void; init(run: @escaping () -> Void) { self.run = run } }
  func dropFiber(_ c: Int) { if cores.contains(where: { $0.context == c && $0.started }) { fail("the context of a running task was dropped") } }

  /// Runs until nothing is left to do, something fails, or `limit` points have passed. True if it came to rest.
  func run(limit: Int) -> Bool {
    active = true
    while failure == nil {
      if points > limit { return false }
      var ready = [0, 1].filter { cores[$0].started && (!cores[$0].sleeping || isPending($0)) }
      if ready.isEmpty {
        // Both sleep: time jumps to the next alarm.
        let next = [0, 1].filter { armed & 1 << UInt32($0) != 0 }.map { UInt64(alarmAt[$0] &- UInt32(truncatingIfNeeded: time)) }.min()
        guard let next else { return true }
        time += max(next, 1) - 1
        tick()
        continue
      }
      if ready.count == 2 { ready = [ready[Int(below(2))]] }
      let c = ready[0]
      cores[c].sleeping = false
      running = c
      block.pointee.primask = cores[c].primask
      block.pointee.attention = cores[c].attention
      block.pointee.core = UInt32(c)
      block.pointee.budget = 0
      if fiber_enter(root, fibers[cores[c].context]) != 0 {
        failure = "a fault at \(String(root.pointee.fault_address, radix: 16)), pc \(String(root.pointee.fault_pc, radix: 16)), signal \(root.pointee.signal)"
      }
    }
    return false
  }
  private func leave() {
    let c = running
    cores[c].primask = block.pointee.primask
    cores[c].attention = block.pointee.attention
    fiber_leave(root, fibers[cores[c].context])
  }
  private func tick() {
    time += 1
    for i in 0..<2 where armed & 1 << UInt32(i) != 0 && alarmAt[i] == UInt32(truncatingIfNeeded: time) {
      armed &= ~(1 << UInt32(i))
      raised |= 1 << UInt32(i)
    }
  }

  // MARK: what may happen between two instructions

  func point() {
    if !active { return }
    points += 1
    if below(timeOdds) == 0 { tick() }
    if below(leaveOdds) == 0 { leave() }
    interrupts()
  }
  func attend() {
    block.pointee.budget = 0
    point()
  }
  func isPending(_ c: Int) -> Bool {
    (raised | forced) & 1 << UInt32(c) != 0 || !cores[c].mailbox.isEmpty || (c == running ? block.pointee.attention : cores[c].attention) & 1 != 0
  }
  func interrupts() {
    let p = block
    while p.pointee.primask == 0 && !cores[running].inHandler {
      let c = running
      if (raised | forced) & 1 << UInt32(c) != 0 {
        cores[c].inAlarm = true
        cores[c].timeRead = 0
        cores[c].lowRead = 0
        handle(c) { kernel.alarm() }
        cores[c].inAlarm = false
      } else if !cores[c].mailbox.isEmpty {
        handle(c) { kernel.doorbell() }
      } else if cores[c].started && word(World.state + KernelRecord.current(UInt32(c))) != 0 && below(handlerOdds) == 0 {
        handle(c) { handler(c) }
      } else if cores[c].started && word(World.state + KernelRecord.current(UInt32(c))) != 0 && below(preemptOdds) == 0 {
        handle(c) { kernel.yield() }
      } else if p.pointee.attention & 1 != 0 {
        switchTask()
      } else {
        return
      }
    }
  }
  private func handle(_ c: Int, _ body: () -> Void) {
    cores[c].inHandler = true
    body()
    if running != c { fail("a handler ended on another core") }
    cores[c].inHandler = false
  }
  private func switchTask() {
    let c = running, old = cores[c].context
    block.pointee.attention &= ~1
    block.pointee.primask = 1
    cores[c].inPick = true
    let next = Int(kernel.pick(UInt32(old)))
    cores[c].inPick = false
    if next != old {
      cores[c].context = next
      block.pointee.primask = 0
      fiber_switch(root, fibers[old], fibers[next])
    }
    // Chosen again, on any core.
    block.pointee.primask = 0
  }
  /// Nothing is under way on either core: who runs now runs for good.
  var isQuiet: Bool {
    cores.indices.allSatisfy { !cores[$0].started || !isPending($0) && !cores[$0].inHandler && !cores[$0].inPick }
  }
  func wait() {
    if !isPending(running) {
      cores[running].sleeping = true
      leave()
    }
    interrupts()
  }

  // MARK: registers

  func read(_ a: Address) -> UInt32 {
    point()
    let c = running
    switch a {
    case Kernel.spinlock:
      if lockHolder != nil { return 0 }
      if block.pointee.primask == 0 { fail("the lock taken with interrupts on") }
      lockHolder = c
      return 1
    case SIO.base + SIO.FIFO_ST.offset:
      return (cores[c].mailbox.isEmpty ? 0 : SIO.FIFO_ST.VLD.mask) | (cores[c ^ 1].mailbox.count < 8 ? SIO.FIFO_ST.RDY.mask : 0)
    case SIO.base + SIO.FIFO_RD.offset: return cores[c].mailbox.isEmpty ? 0 : cores[c].mailbox.removeFirst()
    case TIMER.base + TIMER.TIMERAWL.offset:
      cores[c].lowRead = time
      return UInt32(truncatingIfNeeded: time)
    case TIMER.base + TIMER.TIMERAWH.offset:
      if cores[c].timeRead == 0 { cores[c].timeRead = cores[c].lowRead }
      return UInt32(truncatingIfNeeded: time >> 32)
    default: fail("an unknown register is read: \(String(a, radix: 16))")
    }
  }
  func write(_ a: Address, _ v: UInt32) {
    point()
    let c = running
    switch a {
    case Kernel.spinlock:
      if lockHolder != c { fail("the lock given back by core \(c), held by \(lockHolder.map { "\($0)" } ?? "nobody")") }
      let was = active
      active = false
      onRelease(c)
      active = was
      lockHolder = nil
    case SIO.base + SIO.FIFO_WR.offset: if cores[c ^ 1].mailbox.count < 8 { cores[c ^ 1].mailbox.append(v) }
    case SIO.base + SIO.FIFO_ST.offset: break
    case TIMER.base + TIMER.ALARM0.offset, TIMER.base + TIMER.ALARM0.offset + 4:
      let i = Int(a - TIMER.base - TIMER.ALARM0.offset) / 4
      alarmAt[i] = v
      armed |= 1 << UInt32(i)
    case TIMER.base + TIMER.ARMED.offset: armed &= ~v
    case TIMER.base + TIMER.INTR.offset: raised &= ~v
    case (TIMER.base + TIMER.INTF.offset) | 0x2000: forced |= v
    case (TIMER.base + TIMER.INTF.offset) | 0x3000: forced &= ~v
    case (TIMER.base + TIMER.INTE.offset) | 0x2000: break
    case PPB.base..<PPB.base + 0x10000: break
    default: fail("an unknown register is written: \(String(a, radix: 16))")
    }
  }
}
