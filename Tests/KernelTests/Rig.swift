import CPort
import Drivers
import Emulation
import RP2040
import Registers
import Synchronization

@testable import Kernel
@testable import Port

/// A chip whose firmware is the kernel and tasks made of closures.
final class Rig {
  private var bodies: [(Kernel) -> Void] = []
  /// Runs on core 0 before scheduling starts: makes tasks and objects.
  var setUp: (Rig, Kernel) -> Void = { _, _ in }
  var cores = 2
  /// Random preemption: every few microseconds each core's running task loses its slice.
  var chaos = false
  var extraInterrupt: (Kernel, UInt32) -> Void = { _, _ in }
  let chip: RP2040
  private(set) var log: [String] = []
  private var random: UInt64

  private static let registry = Mutex<[UInt: UInt]>([:])
  static func of(_ b: UnsafeMutablePointer<port_block>) -> Rig {
    let address = registry.withLock { $0[UInt(bitPattern: b.pointee.memory)]! }
    return Unmanaged<Rig>.fromOpaque(UnsafeRawPointer(bitPattern: address)!).takeUnretainedValue()
  }

  init(seed: UInt64 = 1, quantum: UInt64 = 1000) throws {
    random = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    var c = RP2040.Configuration()
    c.quantum = quantum
    c.stackBytes = 256 << 10
    c.firmware = firmware_image(
      start: { b, core in Rig.of(b).start(Port(b), core) },
      interrupt: { b, irq in Rig.of(b).interrupt(Port(b), irq) },
      task: { b, kind, _ in
        let kernel = Board(Port(b)).kernel
        Rig.of(b).bodies[Int(kind)](kernel)
        kernel.exit()
      },
      pick: { b, outgoing in Board(Port(b)).kernel.pick(outgoing) })
    chip = try RP2040(c)
    let me = UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque())
    Self.registry.withLock { $0[UInt(bitPattern: chip.space.base)] = me }
  }

  private func start(_ port: Port, _ core: UInt32) {
    let board = Board(port)
    if core == 1 { armChaos(port, 1); board.kernel.run(core: 1) }
    board.startCore0()
    armChaos(port, 0)
    let kernel = Kernel.create(port, state: MemoryMap.kernel, memory: MemoryMap.kernelHeap, end: MemoryMap.kernelHeapEnd)
    if cores == 2 { board.launchCore1() }
    setUp(self, kernel)
    kernel.run(core: 0)
  }
  private func interrupt(_ port: Port, _ irq: UInt32) {
    let board = Board(port)
    if irq == IRQ.TIMER_IRQ_2 || irq == IRQ.TIMER_IRQ_3 {
      port.write(TIMER.base + TIMER.INTR.offset, 1 << irq)
      if board.kernel.task != 0 { board.kernel.yield() }
      armChaos(port, port.core)
    } else if irq == IRQ.SPARE_IRQ_0 {
      extraInterrupt(board.kernel, irq)
    } else {
      board.interrupt(irq)
    }
  }
  private func armChaos(_ port: Port, _ core: UInt32) {
    guard chaos else { return }
    let alarm = 2 + core
    port.setBits(TIMER.base + TIMER.INTE.offset, 1 << alarm)
    port.write(PPB.base + PPB.NVIC_ISER.offset, 1 << alarm)
    port.write(TIMER.base + TIMER.ALARM0.offset + alarm * 4, port.read(TIMER.base + TIMER.TIMERAWL.offset) &+ 1 &+ below(9))
  }

  /// A reproducible random number from 0 to n - 1.
  func below(_ n: UInt32) -> UInt32 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return UInt32(truncatingIfNeeded: random >> 32) % n
  }
  func say(_ text: String) { log.append(text) }

  @discardableResult
  func spawn(_ kernel: Kernel, priority: UInt32, affinity: UInt32 = Kernel.anyCore, _ body: @escaping (Kernel) -> Void) -> TaskHandle {
    bodies.append(body)
    return kernel.create("test", kind: UInt32(bodies.count - 1), argument: 0, priority: priority, stackBytes: 512, affinity: affinity)
  }

  /// Runs for a virtual time; a fault fails the run with its text.
  func run(milliseconds: UInt64) throws {
    let end = chip.now + milliseconds * 125_000
    while chip.now < end {
      switch chip.run(until: end) {
      case .stopped(let why): throw Stopped(why: "\(why)")
      case .idle(let until): if until > end { return }
      default: if chip.now >= end { return }
      }
      if case .time = chip.run(until: end) { return }
    }
  }
  struct Stopped: Error { let why: String }

  var memory: Memory { Memory(base: chip.space.base) }
}

extension Kernel {
  /// Computes for so many cycles, in steps short enough for interrupts.
  func busy(_ cycles: UInt32) {
    var left = cycles
    while left > 0 {
      let n = min(left, 250)
      port.spend(Int32(n))
      left -= n
    }
  }
}

/// What must hold whenever nobody holds the kernel's lock. Read from outside, between turns.
func invariantsBroken(_ m: Memory) -> String? {
  let s = MemoryMap.kernel
  typealias K = KernelRecord
  typealias T = TaskRecord
  // Ready lists: links, membership, bits.
  var listed: Set<UInt32> = []
  for p in 0..<Kernel.priorities {
    let list = s + K.ready(p)
    var t = m[list], previous: UInt32 = 0
    if (t != 0) != (m[s + K.readyBits] & 1 << p != 0) { return "ready bit \(p) is wrong" }
    while t != 0 {
      if m[t + T.prev] != previous { return "back link of \(t)" }
      if m[t + T.list] != list { return "list of \(t)" }
      if m[t + T.state] != TaskState.ready.rawValue { return "task in state \(m[t + T.state]) in a ready list" }
      if m[t + T.priority] != p { return "priority of \(t)" }
      if m[t + T.deadlineCore] != 0 { return "ready task with a deadline" }
      if !listed.insert(t).inserted { return "a task twice in the ready lists" }
      previous = t
      t = m[t + T.next]
    }
    if m[list + 4] != previous { return "end of ready list \(p)" }
  }
  let current = [m[s + K.current(0)], m[s + K.current(1)]]
  var t = m[s + K.tasks]
  while t != 0 {
    let state = m[t + T.state]
    let isIdle = t == m[s + K.idle(0)] || t == m[s + K.idle(1)]
    if state == TaskState.ready.rawValue && !isIdle && !current.contains(t) && !listed.contains(t) { return "a ready task is lost" }
    if state == TaskState.waiting.rawValue && m[t + T.list] == 0 && m[t + T.deadlineCore] == 0 && m[t + T.notificationState(0)] & 2 == 0 && !listed.isEmpty
      && m[t + T.blockedOn] != 0
    {
      return "waits for a mutex in no list"
    }
    // Priority inheritance: own priority or the most urgent waiter's for any mutex held.
    var expected = m[t + T.basePriority], mutex = m[t + T.held]
    while mutex != 0 {
      if m[mutex + MutexRecord.owner] != t { return "a held mutex has another owner" }
      var w = m[mutex + MutexRecord.waiters]
      while w != 0 { expected = max(expected, m[w + T.priority]); w = m[w + T.next] }
      mutex = m[mutex + MutexRecord.nextHeld]
    }
    if state != TaskState.deleted.rawValue && m[t + T.priority] != expected { return "priority \(m[t + T.priority]) instead of \(expected)" }
    t = m[t + T.nextTask]
  }
  // Deadlines in order.
  for core in 0..<2 as Range<UInt32> {
    var d = m[s + K.deadlines(core)], last: UInt64 = 0, previous: UInt32 = 0
    while d != 0 {
      let at = UInt64(m[d + T.deadline]) | UInt64(m[d + T.deadline + 4]) << 32
      if at < last || m[d + T.deadlinePrev] != previous || m[d + T.deadlineCore] != core + 1 { return "deadline list of core \(core)" }
      last = at
      previous = d
      d = m[d + T.deadlineNext]
    }
  }
  return nil
}
