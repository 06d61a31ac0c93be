/// Random programs on the chaos port, every step of every call compared with the model.
public struct History {
  public let seed: UInt64
  public private(set) var steps = 0, points = 0
  /// What went wrong first, if anything.
  public private(set) var failure: String? = nil

  /// Runs the schedule of a seed: two to five tasks, three mutexes, a queue, a semaphore, a mailbox, a set of queues, an event group, notifications, two streams and
  /// a message buffer, timers with the task that serves them, handlers on each core.
  public init(seed: UInt64) {
    self.seed = seed
    let w = World(seed: seed, twoCores: seed % 4 != 0)
    world = w
    let run = Run(w)
    let rest = w.run(limit: 400_000)
    if rest && w.failure == nil { run.atRest() }
    steps = run.steps
    points = w.points
    failure = w.failure ?? (rest ? nil : "the schedule does not end")
    if failure != nil && run.log.count > 0 { failure! += "\n  " + run.log.suffix(60).joined(separator: "\n  ") }
    run.dispose()
    w.dispose()
    world = nil
  }
}

final class Run {
  let w: World, k: Kernel
  var model = Model()
  var steps = 0
  var log: [String] = []
  var handles: [TaskHandle] = []
  var mutexes: [Address] = [], queues: [Address] = [], group: Address = 0
  /// What the handler on each core is doing; steps that are still to be seen.
  var handlerOperation: [Operation?] = [nil, nil], handlerOutcome: [Outcome?] = [nil, nil]
  var fresh: [Bool], freshHandler = [false, false]
  let count: Int
  var streams: [Address] = [], timers: [Address] = [], set: Address = 0
  /// Who writes and who reads each stream, one of each: a task's number, or 100 and a core for its handler.
  var writers: [Int] = [], readers: [Int] = []
  /// What a read must have brought, by `Model.key`; bytes ever written to each stream; calls of timers that are left; since when calls that start timers run.
  var expectedRead: [Int: [UInt8]] = [:], written: [UInt8] = [0, 0, 0], callsLeft = 12, began: [Int: UInt64] = [:]
  /// The last task serves timers.
  let hasServer: Bool

  init(_ w: World) {
    self.w = w
    k = w.kernel
    count = Int(2 + w.below(4))
    hasServer = count > 2 && w.below(2) == 0
    fresh = Array(repeating: false, count: count)
    w.leaveOdds = [2, 4, 8, 16, 64][Int(w.below(5))]
    w.timeOdds = [4, 32, 128][Int(w.below(3))]
    w.preemptOdds = [20, 60, 400][Int(w.below(3))]
    w.handlerOdds = [40, 150, 600][Int(w.below(3))]
    let two = w.cores2
    w.bodies = (0..<count).map { i in { [unowned self] in self.hasServer && i == self.count - 1 ? self.serve(i) : self.program(i) } }
    w.onRelease = { [unowned self] core in self.released(core) }
    w.handler = { [unowned self] core in self.handler(core) }
    w.cores[0].context = w.makeFiber { [unowned self] in
      self.start()
      if two {
        w.cores[1].context = w.makeFiber { Kernel(port: Port(w.block), state: World.state).run(core: 1) }
        w.cores[1].started = true
      }
      self.k.run(core: 0)
    }
    w.cores[0].started = true
  }

  func start() {
    let was = w.active
    w.active = false
    _ = Kernel.create(k.port, state: World.state, memory: World.heap, end: World.heapEnd)
    mutexes = (0..<3).map { _ in k.makeMutex() }
    queues = [k.makeQueue(capacity: 2, itemBytes: 4), k.makeSemaphore(most: 3, initial: 0), k.makeQueue(capacity: 1, itemBytes: 4)]
    set = k.makeQueueSet(capacity: 5)
    queues.append(set)
    for i in queues.indices { model.queues[i].address = queues[i] }
    group = k.makeEventGroup()
    let trigger = 1 + w.below(5)
    streams = [k.makeStream(capacity: 12, trigger: trigger), k.makeStream(capacity: 9, trigger: trigger, batch: true), k.makeMessageBuffer(capacity: 20)]
    model.streams = [
      Model.Stream(capacity: 12, trigger: Int(trigger), waitsForTrigger: false, isMessage: false),
      Model.Stream(capacity: 9, trigger: Int(trigger), waitsForTrigger: true, isMessage: false),
      Model.Stream(capacity: 20, trigger: 1, waitsForTrigger: false, isMessage: true),
    ]
    let parties = Array(0..<(hasServer ? count - 1 : count)) + [100, 101]
    for _ in 0..<3 {
      writers.append(parties[Int(w.below(UInt32(parties.count)))])
      readers.append(parties[Int(w.below(UInt32(parties.count)))])
    }
    for i in 0..<3 as Range<UInt32> {
      let period = UInt64(2 + w.below(40)), reloads = w.below(2) == 0
      timers.append(k.makeTimer(period: period, reloads: reloads, kind: 1, argument: i))
      model.timers.append(Model.Timer(period: period, reloads: reloads))
    }
    // Holes for the idle tasks and the timer task's ring: nothing takes a deleted task's place, so that its state stays to be seen.
    let holes = [TaskRecord.bytes, TaskRecord.bytes, Kernel.mostCalls * 12].map { bytes in (k.allocate(bytes), k.allocate(8)).0 }
    defer { for h in holes { k.free(h) } }
    for i in 0..<count {
      let p = 1 + w.below(3), affinity = w.cores2 ? [3, 3, 1, 2][Int(w.below(4))] : 3 as UInt32
      model.tasks.append(Model.Task(base: p, priority: p))
      handles.append(k.create("task", kind: UInt32(i), argument: 0, priority: p, stackBytes: 64, affinity: affinity))
    }
    w.active = was
  }
  func dispose() {
    model.tasks = []
    model.mutexes = []
    model.queues = []
    model.streams = []
    model.timers = []
    model.running = []
    model.calls = []
    model.copies = [:]
    expectedRead = [:]
    began = [:]
    log = []
    handles = []
  }
  /// Everything but finite waits has come to its end: nobody may be left ready.
  func atRest() {
    compare()
    for t in model.tasks.indices where model.tasks[t].state == .ready && model.tasks[t].operation != nil {
      w.failure = w.failure ?? "task \(t) is ready and does not run"
    }
  }

  // MARK: programs

  func deadline() -> UInt64 { [0, w.time + UInt64(w.below(40)), .max][Int(w.below(3))] }
  func item(_ t: Int) -> Address { World.scratch + UInt32(t) * 8 }

  func program(_ i: Int) {
    var held: [(Int, Bool)] = []
    for _ in 0..<(4 + w.below(8)) {
      var o = Operation(kind: .delay)
      if w.below(3) == 0, let more = moreOperations(party: i, waits: true) {
        _ = perform(more, task: i)
        continue
      }
      switch w.below(20) {
      case 0...3:
        // Upwards only, so that no deadlock hides a mistake; recursively what it has.
        let lowest = held.map { $0.0 }.max() ?? -1
        if let h = held.last, w.below(4) == 0 {
          o.kind = .lock(h.0, recursive: true)
        } else if lowest < 2 {
          o.kind = .lock(lowest + 1 + Int(w.below(UInt32(2 - lowest))), recursive: true)
        } else {
          o.kind = .unlock(held.last!.0)
        }
        if case .lock = o.kind { o.deadline = deadline() }
      case 4...6: o.kind = .unlock(held.last?.0 ?? Int(w.below(3)))
      case 7, 8: o = Operation(kind: .send(Int(w.below(3)), w.below(1 << 30), front: w.below(3) == 0), deadline: deadline())
      case 9...11: o = Operation(kind: .receive(Int(w.below(3)), peek: w.below(4) == 0), deadline: deadline())
      case 12, 13: o = Operation(kind: .waitBits(1 + w.below(7), all: w.below(2) == 0, clear: w.below(2) == 0), deadline: deadline())
      case 14, 15: o = Operation(kind: .waitNotification(slot: Int(w.below(2))), deadline: deadline())
      case 16: o = Operation(kind: .delay, deadline: w.time + UInt64(w.below(40)))
      case 17: o = Operation(kind: .setPriority(Int(w.below(UInt32(count))), 1 + w.below(3)))
      case 18:
        let t = Int(w.below(UInt32(count)))
        o.kind = [.suspend(t), .resume(t), .resume(t), .interrupt(t)][Int(w.below(4))]
        if case .suspend = o.kind, t == i { o.kind = .interrupt(t) }
      default: o = signal()
      }
      let outcome = perform(o, task: i)
      if case .lock(let m, _) = o.kind, outcome == .signalled { held.append((m, true)) }
      if case .unlock(let m) = o.kind, outcome == .signalled, let at = held.lastIndex(where: { $0.0 == m }) { held.remove(at: at) }
    }
    for h in held.reversed() { _ = perform(Operation(kind: .unlock(h.0)), task: i) }
    for t in 0..<count { _ = perform(Operation(kind: .resume(t)), task: i) }
    if w.below(4) == 0 { _ = perform(Operation(kind: .delete(Int(w.below(UInt32(count))))), task: i) }
    held = []
    if model.tasks[i].state != .deleted { _ = perform(Operation(kind: .delete(i)), task: i) }
    while true { k.port.waitForInterrupt() }
  }
  /// Something that wakes others and never waits.
  func signal() -> Operation {
    let t = Int(w.below(UInt32(count)))
    switch w.below(8) {
    case 0: return Operation(kind: .send(Int(w.below(3)), w.below(1 << 30), front: false))
    case 1: return Operation(kind: .receive(Int(w.below(3)), peek: false))
    case 2: return Operation(kind: .overwrite(w.below(1 << 30)))
    case 3: return Operation(kind: .setBits(1 + w.below(7)))
    case 4: return Operation(kind: .clearBits(1 + w.below(7)))
    default: return Operation(kind: .notify(t, w.below(256), [.none, .setBits, .increment, .overwrite, .setIfTaken][Int(w.below(5))], slot: Int(w.below(2))))
    }
  }
  func handler(_ core: Int) {
    var o = signal()
    let t = Int(w.below(UInt32(count)))
    if w.below(6) == 0 { o.kind = [Operation.Kind.suspend(t), .resume(t), .resume(t), .interrupt(t)][Int(w.below(4))] }
    if w.below(3) == 0, let more = moreOperations(party: 100 + core, waits: false) { o = more }
    handlerOperation[core] = o
    freshHandler[core] = true
    prepare(o, 100 + core)
    let (wake, value) = call(o, item: World.scratch + 0x100 + UInt32(core) * 8)
    check(o, wake, value, handlerOutcome[core], "handler \(core)")
    checkRead(o, 100 + core, World.scratch + 0x100 + UInt32(core) * 8, value)
    handlerOperation[core] = nil
  }

  func perform(_ o: Operation, task i: Int) -> Wake {
    model.tasks[i].operation = o
    model.tasks[i].outcome = nil
    model.tasks[i].again = false
    fresh[i] = true
    model.tasks[i].handed = nil
    prepare(o, i)
    let (wake, value) = call(o, item: item(i))
    check(o, wake, value, model.tasks[i].outcome, "task \(i)")
    checkRead(o, i, item(i), value)
    model.tasks[i].operation = nil
    return wake
  }
  private func check(_ o: Operation, _ wake: Wake, _ value: UInt32?, _ expected: Outcome?, _ who: String) {
    guard let expected else { w.fail("\(who): \(o.kind) ended as \(wake), the model waits") }
    if case .select = o.kind, wake != .signalled, expected.wake != .signalled { return }  // it does not tell why
    if expected.wake != wake { w.fail("\(who): \(o.kind) ended as \(wake), not \(expected.wake)") }
    if let v = expected.value, value != v { w.fail("\(who): \(o.kind) gave \(value.map { "\($0)" } ?? "nothing"), not \(v)") }
  }
  private func call(_ o: Operation, item: Address) -> (Wake, UInt32?) {
    let d = Deadline(microseconds: o.deadline)
    func put(_ v: UInt32) { (w.block.pointee.memory + Int(item)).storeBytes(of: v, as: UInt32.self) }
    switch o.kind {
    case .lock(let m, let recursive): return (k.lock(mutexes[m], until: d, recursive: recursive), nil)
    case .unlock(let m): return (k.unlock(mutex: mutexes[m]) ? .signalled : .timedOut, nil)
    case .send(let q, let v, let front): put(v); return (k.send(queues[q], item, until: d, toFront: front), nil)
    case .overwrite(let v): put(v); k.overwrite(queues[2], item); return (.signalled, nil)
    case .receive(let q, let peek): let r = k.receive(queues[q], item, until: d, peek: peek); return (r, w.word(item))
    case .waitBits(let b, let all, let clear): let r = k.waitBits(group, b, all: all, clear: clear, until: d); return (r.wake, r.bits)
    case .setBits(let b): return (.signalled, k.setBits(group, b))
    case .clearBits(let b): return (.signalled, k.clearBits(group, b))
    case .notify(let t, let v, let action, let slot): return (k.notify(handles[t], v, action, slot: UInt32(slot)) ? .signalled : .timedOut, nil)
    case .waitNotification(let slot): let r = k.waitNotification(slot: UInt32(slot), until: d); return (r.wake, r.value)
    case .delay: return (k.delay(until: d), nil)
    case .suspend(let t): k.suspend(handles[t]); return (.signalled, nil)
    case .resume(let t): k.resume(handles[t]); return (.signalled, nil)
    case .interrupt(let t): k.interrupt(handles[t]); return (.signalled, nil)
    case .setPriority(let t, let p): k.setPriority(handles[t], p); return (.signalled, nil)
    case .delete(let t): k.delete(handles[t]); return (.signalled, nil)
    default: return callMore(o, d, item)
    }
  }

  // MARK: the comparison

  /// The lock is about to be given back: who held it may have made a step.
  func released(_ core: Int) {
    steps += 1
    if w.cores[core].inPick {
      note("core \(core) picks \(name(w.word(World.state + KernelRecord.current(UInt32(core)))))")
      return compare()
    }
    if w.cores[core].inHandler {
      if freshHandler[core], let o = handlerOperation[core] {
        freshHandler[core] = false
        note("core \(core) handler \(o.kind)")
        handlerOutcome[core] = step(o, task: nil, core: core)
      } else if !w.cores[core].inAlarm, let o = handlerOperation[core], isUnderWay(o, 100 + core) {
        note("core \(core) handler ends \(o.kind)")
        handlerOutcome[core] = finish(o, 100 + core)
      } else if w.cores[core].inAlarm {
        note("core \(core) alarm at \(w.cores[core].timeRead)")
        model.expire(core: core, w.cores[core].timeRead)
      } else {
        note("core \(core) looks again")
      }
      return compare()
    }
    let current = w.word(World.state + KernelRecord.current(UInt32(core)))
    if let t = handles.firstIndex(of: current), let o = model.tasks[t].operation {
      if fresh[t] {
        fresh[t] = false
        note("core \(core) task \(t) \(o)")
        model.tasks[t].outcome = step(o, task: t, core: core)
      } else if model.tasks[t].again && model.tasks[t].state != .waiting {
        note("core \(core) task \(t) again")
        // Its wait, if it begins another, sets this again.
        let ended = model.stepAgain(t, core: core)
        if model.tasks[t].state == .waiting || ended != nil || model.copies[t] != nil { model.tasks[t].again = false }
        model.tasks[t].outcome = ended
      } else if isUnderWay(o, t) {
        note("core \(core) task \(t) ends \(o.kind)")
        model.tasks[t].outcome = finish(o, t)
      }
    } else if hasServer, handles.count == count, current == handles[count - 1], w.word(World.state + KernelRecord.calls) != 0 {
      note("core \(core) serves timers at \(w.cores[core].lowRead)")
      model.serve(count - 1, core: core, now: w.cores[core].lowRead)
    }
    compare()
  }
  private func name(_ h: TaskHandle) -> String { handles.firstIndex(of: h).map { "task \($0) of priority \(model.tasks[$0].priority)" } ?? "idle" }
  private func note(_ what: @autoclosure () -> String) { if Run.keepsLog { log.append("\(w.time) \(what())") } }
  nonisolated(unsafe) static var keepsLog = false

  func list(_ at: Address) -> [Int] {
    var out: [Int] = [], t = w.word(at)
    while t != 0 && out.count < 20 {
      out.append(handles.firstIndex(of: t) ?? -1)
      t = w.word(t + TaskRecord.next)
    }
    return out
  }
  func compare() {
    if handles.count < count || w.failure != nil { return }
    func same<T: Equatable>(_ a: T, _ b: T, _ what: @autoclosure () -> String) {
      if a != b && w.failure == nil { w.failure = "\(what()): \(a), the model has \(b)" }
    }
    for (i, t) in model.tasks.enumerated() {
      let h = handles[i]
      let deleted = t.state == .deleted
      // Once the idle task has freed it the record may be another's: nothing else is made here.
      if deleted { continue }
      let state: TaskState = t.state == .ready ? .ready : t.state == .waiting ? .waiting : .suspended
      same(w.word(h + TaskRecord.state), state.rawValue, "state of task \(i)")
      same(w.word(h + TaskRecord.priority), t.priority, "priority of task \(i)")
      for s in 0..<4 {
        same(w.word(h + TaskRecord.notification(UInt32(s))), t.notes[s].value, "slot \(s) of task \(i)")
        same(w.word(h + TaskRecord.notificationState(UInt32(s))) & 1 == 1, t.notes[s].pending, "pending slot \(s) of task \(i)")
      }
      same(w.word(h + TaskRecord.deadlineCore) != 0, t.state == .waiting && t.deadline != .max, "deadline of task \(i)")
      if t.state == .ready && w.word(h + TaskRecord.list) == 0 && !(0..<2).contains(where: { w.word(World.state + KernelRecord.current($0)) == h }) {
        w.failure = w.failure ?? "ready task \(i) is lost"
      }
    }
    for (i, m) in model.mutexes.enumerated() {
      let a = mutexes[i]
      same(handles.firstIndex(of: w.word(a)), m.owner, "owner of mutex \(i)")
      if m.owner != nil { same(w.word(a + MutexRecord.count), m.count, "count of mutex \(i)") }
      same(list(a + MutexRecord.waiters), m.waiters, "waiters of mutex \(i)")
    }
    for (i, q) in model.queues.enumerated() {
      let a = queues[i], n = w.word(a + QueueRecord.count), head = w.word(a + QueueRecord.head), storage = w.word(a)
      let items = (0..<n).map { q.words ? w.word(storage + (head + $0) % w.word(a + QueueRecord.capacity) * 4) : 0 }
      same(items, q.words ? q.items : q.items.map { _ in 0 }, "items of queue \(i)")
      same(list(a + QueueRecord.senders), q.senders, "senders of queue \(i)")
      same(list(a + QueueRecord.receivers), q.receivers, "receivers of queue \(i)")
    }
    compareMore()
    same(w.word(group), model.bits, "bits")
    same(list(group + EventRecord.waiters), model.bitWaiters, "waiters for bits")
    // Once nothing is under way, nobody ready is more urgent than who runs on a core where it may run.
    guard w.isQuiet else { return }
    for c in 0..<2 as Range<UInt32> where w.word(World.state + KernelRecord.online) & 1 << c != 0 {
      let current = w.word(World.state + KernelRecord.current(c))
      let mine = handles.firstIndex(of: current)
      if let mine, model.tasks[mine].state == .deleted { continue }
      for (i, t) in model.tasks.enumerated() where t.state == .ready && t.priority > mine.map({ model.tasks[$0].priority }) ?? 0 {
        let h = handles[i]
        if w.word(h + TaskRecord.onCore) == 0 && w.word(h + TaskRecord.affinity) & (1 << c) != 0 {
          w.failure = w.failure ?? "core \(c) runs task \(mine ?? -1), task \(i) (\(t.priority)) is ready"
        }
      }
    }
  }
}

extension History {
  /// From now on a failure tells the steps before it.
  public static func keepsLog() { Run.keepsLog = true }
}
