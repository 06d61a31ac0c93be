/// One call of the kernel, as a test program makes it.
struct Operation {
  enum Kind {
    case lock(Int, recursive: Bool), unlock(Int), send(Int, UInt32, front: Bool), overwrite(UInt32), receive(Int, peek: Bool), waitBits(
      UInt32, all: Bool, clear: Bool)
    case setBits(UInt32), clearBits(UInt32), notify(Int, UInt32, NotifyAction, slot: Int), waitNotification(slot: Int), delay
    case suspend(Int), resume(Int), interrupt(Int), setPriority(Int, UInt32), delete(Int)
    // Queue 3 is a set.
    case select, addToSet(Int), removeFromSet(Int)
    case write(Int, UInt32, first: UInt8), read(Int, UInt32)
    case startTimer(Int), stopTimer(Int), changePeriod(Int, UInt64), callLater(UInt32)
  }
  var kind: Kind
  /// Microseconds; 0 never waits, `.max` waits for ever.
  var deadline: UInt64 = 0
}

/// How a call ended: the `Wake`, and a value where there is one.
struct Outcome: Equatable {
  var wake: Wake
  var value: UInt32? = nil
}

/// What the kernel's objects promise, said a second time and simply: every call is one step. Compared with the kernel's memory whenever the kernel's lock is given back.
final class Model {
  enum State { case ready, waiting, suspended, deleted }
  enum Place: Equatable { case nowhere, mutex(Int), senders(Int), receivers(Int), bits, slot(Int), readers(Int), writers(Int), timers }
  struct Task {
    var base: UInt32, priority: UInt32
    var state = State.ready
    var place = Place.nowhere
    var deadline: UInt64 = .max, core = 0
    var operation: Operation? = nil
    /// The call goes through its beginning again at the next step of its task.
    var again = false
    /// Why the last wait ended, for calls that look again.
    var reason = Wake.signalled
    var outcome: Outcome? = nil
    /// Member of the set that was handed to it.
    var handed: UInt32? = nil
    /// Mutexes it holds, the last one taken first.
    var held: [Int] = []
    var notes: [(value: UInt32, pending: Bool)] = [(0, false), (0, false), (0, false), (0, false)]
  }
  struct Mutex { var owner: Int? = nil, count: UInt32 = 0, waiters: [Int] = [] }
  struct Queue { var capacity: Int, words: Bool, items: [UInt32] = [], senders: [Int] = [], receivers: [Int] = [], address: UInt32 = 0, inSet = false }

  var tasks: [Task] = []
  var mutexes = [Mutex(), Mutex(), Mutex()]
  /// A queue of two, a counting semaphore of three, a mailbox of one; a set.
  var queues = [Queue(capacity: 2, words: true), Queue(capacity: 3, words: false), Queue(capacity: 1, words: true), Queue(capacity: 5, words: true)]
  /// A stream, one that waits for its trigger always, messages.
  var streams: [Stream] = []
  /// Calls whose bytes are being copied; by task, then by the core of a handler.
  var copies: [Int: Copy] = [:]
  var timers: [Timer] = []
  /// Those that run, the earliest first.
  var running: [Int] = []
  var calls: [UInt32] = []
  /// The task that serves timers, once it does; what it is to call next.
  var server: Int? = nil, expectedRun: (kind: UInt32, argument: UInt32)? = nil
  var bits: UInt32 = 0, bitWaiters: [Int] = []

  // MARK: lists

  private func insert(_ t: Int, _ list: inout [Int]) {
    var i = list.count
    while i > 0 && tasks[list[i - 1]].priority < tasks[t].priority { i -= 1 }
    list.insert(t, at: i)
  }
  private func withList(_ p: Place, _ f: (inout [Int]) -> Void) {
    switch p {
    case .mutex(let m): f(&mutexes[m].waiters)
    case .senders(let q): f(&queues[q].senders)
    case .receivers(let q): f(&queues[q].receivers)
    case .bits: f(&bitWaiters)
    case .readers(let s): f(&streams[s].readers)
    case .writers(let s): f(&streams[s].writers)
    default: break
    }
  }
  func refresh() {
    var changed = true
    while changed {
      changed = false
      for t in tasks.indices where tasks[t].state != .deleted {
        var p = tasks[t].base
        for m in tasks[t].held { for w in mutexes[m].waiters { p = max(p, tasks[w].priority) } }
        if p != tasks[t].priority {
          tasks[t].priority = p
          if tasks[t].state == .waiting {
            withList(tasks[t].place) {
              $0.removeAll { $0 == t }; insert(t, &$0)
            }
          }
          changed = true
        }
      }
    }
  }
  func block(_ t: Int, _ p: Place, _ deadline: UInt64, core: Int) {
    // A task that was suspended or deleted while it still ran does not wait: it leaves, and begins again if it is resumed.
    if tasks[t].state != .ready {
      tasks[t].again = true
      tasks[t].reason = .signalled
      return
    }
    tasks[t].state = .waiting
    tasks[t].place = p
    tasks[t].deadline = deadline
    tasks[t].core = core
    withList(p) { insert(t, &$0) }
    refresh()
  }
  func unblock(_ t: Int, _ wake: Wake, value: UInt32? = nil) {
    if tasks[t].state != .waiting { return }
    leave(t)
    tasks[t].state = .ready
    tasks[t].reason = wake
    switch tasks[t].operation?.kind {
    case .waitNotification, .write, .read: tasks[t].again = true
    case .select:
      tasks[t].again = true
      tasks[t].handed = value
    case nil: break  // it serves timers
    default: tasks[t].outcome = Outcome(wake: wake, value: value)
    }
    refresh()
  }
  private func leave(_ t: Int) {
    withList(tasks[t].place) { $0.removeAll { $0 == t } }
    tasks[t].place = .nowhere
    tasks[t].deadline = .max
  }
  private func handOver(_ m: Int) {
    let next = mutexes[m].waiters.first
    mutexes[m].owner = next
    mutexes[m].count = next == nil ? 0 : 1
    if let next {
      mutexes[m].waiters.removeFirst()
      tasks[next].held.insert(m, at: 0)
      tasks[next].place = .nowhere
      unblock(next, .signalled)
    }
    refresh()
  }

  // MARK: steps

  /// One step of task `t`, or of a handler (nil). nil: it waits.
  func step(_ o: Operation, task t: Int?, core: Int) -> Outcome? {
    switch o.kind {
    case .lock(let m, let recursive):
      let t = t!
      if tasks[t].state != .ready { tasks[t].again = true; return nil }
      if mutexes[m].owner == nil {
        mutexes[m].owner = t
        mutexes[m].count = 1
        tasks[t].held.insert(m, at: 0)
        return Outcome(wake: .signalled)
      }
      if mutexes[m].owner == t && recursive { mutexes[m].count += 1; return Outcome(wake: .signalled) }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t, .mutex(m), o.deadline, core: core)
      return nil
    case .unlock(let m):
      if mutexes[m].owner != t { return Outcome(wake: .timedOut) }
      mutexes[m].count -= 1
      if mutexes[m].count == 0 {
        tasks[t!].held.removeAll { $0 == m }
        handOver(m)
      }
      return Outcome(wake: .signalled)
    case .send(let q, let item, let front):
      if send(q, item, front) { return Outcome(wake: .signalled) }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t!, .senders(q), o.deadline, core: core)
      return nil
    case .overwrite(let item):
      if queues[2].items.isEmpty { _ = send(2, item, false) } else { queues[2].items[0] = item }
      return Outcome(wake: .signalled)
    case .receive(let q, let peek):
      if let item = queues[q].items.first {
        if !peek {
          queues[q].items.removeFirst()
          if let s = queues[q].senders.first, case .send(_, let item, let front)? = tasks[s].operation?.kind {
            store(q, item, front)
            unblock(s, .signalled)
          }
        }
        return Outcome(wake: .signalled, value: queues[q].words ? item : nil)
      }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t!, .receivers(q), o.deadline, core: core)
      return nil
    case .waitBits(let wanted, let all, let clear):
      if holds(bits, wanted, all) {
        let now = bits
        if clear { bits &= ~wanted }
        return Outcome(wake: .signalled, value: now)
      }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t!, .bits, o.deadline, core: core)
      return nil
    case .setBits(let set):
      let now = bits | set
      var cleared: UInt32 = 0
      for w in bitWaiters {
        guard case .waitBits(let wanted, let all, let clear)? = tasks[w].operation?.kind, holds(now, wanted, all) else { continue }
        if clear { cleared |= wanted }
        unblock(w, .signalled, value: now)
      }
      bits = now & ~cleared
      return Outcome(wake: .signalled, value: bits)
    case .clearBits(let c):
      let before = bits
      bits &= ~c
      return Outcome(wake: .signalled, value: before)
    case .notify(let target, let value, let action, let slot):
      if tasks[target].state == .deleted { return Outcome(wake: .timedOut) }
      let n = tasks[target].notes[slot]
      if action == .setIfTaken && n.pending { return Outcome(wake: .timedOut) }
      let new: UInt32
      switch action {
      case .none: new = n.value
      case .setBits: new = n.value | value
      case .increment: new = n.value &+ 1
      case .overwrite, .setIfTaken: new = value
      }
      tasks[target].notes[slot] = (new, true)
      if tasks[target].state == .waiting && tasks[target].place == .slot(slot) { unblock(target, .signalled) }
      return Outcome(wake: .signalled)
    case .waitNotification(let slot):
      let t = t!, n = tasks[t].notes[slot]
      if n.pending {
        tasks[t].notes[slot] = (0, false)
        return Outcome(wake: .signalled, value: n.value)
      }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t, .slot(slot), o.deadline, core: core)
      return nil
    case .delay:
      block(t!, .nowhere, o.deadline, core: core)
      return nil
    case .suspend(let target):
      if tasks[target].state == .waiting {
        leave(target)
        tasks[target].again = true
        tasks[target].reason = .signalled
      } else if tasks[target].state != .ready {
        return Outcome(wake: .signalled)
      }
      tasks[target].state = .suspended
      refresh()
      return Outcome(wake: .signalled)
    case .resume(let target):
      if tasks[target].state == .suspended { tasks[target].state = .ready }
      return Outcome(wake: .signalled)
    case .interrupt(let target):
      unblock(target, .interrupted)
      return Outcome(wake: .signalled)
    case .setPriority(let target, let p):
      if tasks[target].state == .deleted { return Outcome(wake: .signalled) }
      tasks[target].base = p
      refresh()
      return Outcome(wake: .signalled)
    case .delete(let target):
      if tasks[target].state == .deleted { return Outcome(wake: .signalled) }
      leave(target)
      tasks[target].state = .deleted
      if server == target { server = nil }
      while let m = tasks[target].held.first {
        tasks[target].held.removeFirst()
        handOver(m)
      }
      refresh()
      return Outcome(wake: .signalled)
    default: return stepMore(o, task: t, core: core)
    }
  }
  /// A call that begins again after its wait: what it was woken for may count.
  func stepAgain(_ t: Int, core: Int) -> Outcome? {
    let o = tasks[t].operation!
    if case .waitNotification(let slot) = o.kind, !tasks[t].notes[slot].pending, tasks[t].reason != .signalled { return Outcome(wake: tasks[t].reason) }
    if case .select = o.kind {
      if tasks[t].reason != .signalled { return Outcome(wake: tasks[t].reason) }
      if let q = tasks[t].handed {
        tasks[t].handed = nil
        if queues.contains(where: { $0.address == q && !$0.items.isEmpty }) { return Outcome(wake: .signalled, value: q) }
      }
    }
    return step(o, task: t, core: core)
  }

  /// The alarm of a core at a time.
  func expire(core: Int, _ now: UInt64) {
    for t in tasks.indices where tasks[t].state == .waiting && tasks[t].core == core && tasks[t].deadline <= now { unblock(t, .timedOut) }
  }

  private func holds(_ now: UInt32, _ wanted: UInt32, _ all: Bool) -> Bool { all ? now & wanted == wanted : now & wanted != 0 }
  private func send(_ q: Int, _ item: UInt32, _ front: Bool) -> Bool {
    while let r = queues[q].receivers.first {
      var looks = false
      if case .receive(_, let peek)? = tasks[r].operation?.kind { looks = peek }
      unblock(r, .signalled, value: queues[q].words ? item : nil)
      if !looks { return true }
    }
    if queues[q].items.count == queues[q].capacity { return false }
    store(q, item, front)
    return true
  }
  private func store(_ q: Int, _ item: UInt32, _ front: Bool) {
    queues[q].items.insert(item, at: front ? 0 : queues[q].items.count)
    if queues[q].inSet { _ = send(3, queues[q].address, false) }
  }
}
