/// Queue sets, stream and message buffers, software timers, as the model has them.
extension Model {
  struct Stream {
    var capacity: Int, trigger: Int, waitsForTrigger: Bool, isMessage: Bool
    var bytes: [UInt8] = [], readers: [Int] = [], writers: [Int] = []
    var prefix: Int { isMessage ? 4 : 0 }
    /// Length of the oldest message.
    var nextLength: Int { bytes.count < 4 ? 0 : (0..<4).reduce(0) { $0 | Int(bytes[$1]) << ($1 * 8) } }
  }
  /// What a call of a stream still has to do once its bytes are copied: the second of its two steps.
  struct Copy { var stream: Int, written: [UInt8]? = nil, count: Int, taken = 0 }
  struct Timer { var period: UInt64, reloads: Bool, due: UInt64 = 0 }

  /// Key of a call's copy: a task's number, or a core's handler.
  func key(_ t: Int?, _ core: Int) -> Int { t ?? 100 + core }

  func stepMore(_ o: Operation, task t: Int?, core: Int) -> Outcome? {
    switch o.kind {
    case .select:
      while let q = queues[3].items.first {
        queues[3].items.removeFirst()
        if queues.contains(where: { $0.address == q && !$0.items.isEmpty }) { return Outcome(wake: .signalled, value: q) }
      }
      if o.deadline == 0 { return Outcome(wake: .timedOut) }
      block(t!, .receivers(3), o.deadline, core: core)
      return nil
    case .addToSet(let q):
      let good = !queues[q].inSet && queues[q].items.isEmpty
      if good { queues[q].inSet = true }
      return Outcome(wake: good ? .signalled : .timedOut)
    case .removeFromSet(let q):
      let good = queues[q].inSet && queues[q].items.isEmpty
      if good { queues[q].inSet = false }
      return Outcome(wake: good ? .signalled : .timedOut)
    case .write(let s, let length, let first):
      let need = streams[s].isMessage ? Int(length) + 4 : min(Int(length), streams[s].capacity), room = streams[s].capacity - streams[s].bytes.count
      if room < need && !givesUp(o, t) {
        block(t!, .writers(s), o.deadline, core: core)
        return nil
      }
      if streams[s].isMessage && room < need { return Outcome(wake: .signalled, value: 0) }
      let n = streams[s].isMessage ? Int(length) : min(Int(length), room)
      copies[key(t, core)] = Copy(stream: s, written: (0..<n).map { first &+ UInt8($0) }, count: n)
      return nil
    case .read(let s, let length):
      let there = streams[s].bytes.count, begun = t.map { tasks[$0].again } ?? false
      if there < (begun || streams[s].waitsForTrigger ? streams[s].trigger : 1) && !givesUp(o, t) {
        block(t!, .readers(s), o.deadline, core: core)
        return nil
      }
      if there == 0 { return Outcome(wake: .signalled, value: 0) }
      var n = min(Int(length), there)
      if streams[s].isMessage {
        n = streams[s].nextLength
        if n > Int(length) { return Outcome(wake: .signalled, value: 0) }
      }
      copies[key(t, core)] = Copy(stream: s, count: n, taken: n + streams[s].prefix)
      return nil
    case .stopTimer(let i):
      running.removeAll { $0 == i }
      return Outcome(wake: .signalled)
    case .changePeriod(let i, let p):
      timers[i].period = p
      return nil
    case .callLater(let argument):
      if server == nil || calls.count >= 16 { return Outcome(wake: .timedOut) }
      calls.append(argument)
      wakeServer()
      return Outcome(wake: .signalled)
    default: preconditionFailure("not an operation of these")
    }
  }
  /// A call that does not wait any more: it was told not to, or its wait has ended in vain.
  private func givesUp(_ o: Operation, _ t: Int?) -> Bool {
    o.deadline == 0 || t.map { tasks[$0].again && tasks[$0].reason != .signalled } ?? true
  }
  /// The end of a copy: the bytes count from here on.
  func finish(_ c: Copy) -> (Outcome, read: [UInt8]?) {
    if let new = c.written {
      if streams[c.stream].isMessage { streams[c.stream].bytes += (0..<4).map { UInt8(truncatingIfNeeded: c.count >> ($0 * 8)) } }
      streams[c.stream].bytes += new
      if streams[c.stream].bytes.count >= streams[c.stream].trigger, let r = streams[c.stream].readers.first { unblock(r, .signalled) }
      return (Outcome(wake: .signalled, value: UInt32(c.count)), nil)
    }
    let read = Array(streams[c.stream].bytes[streams[c.stream].prefix..<c.taken])
    streams[c.stream].bytes.removeFirst(c.taken)
    if let w = streams[c.stream].writers.first { unblock(w, .signalled) }
    return (Outcome(wake: .signalled, value: UInt32(c.count)), read)
  }

  // MARK: timers

  /// Starts a timer that is due at a time, behind those due at the same.
  func start(_ i: Int, due: UInt64) {
    running.removeAll { $0 == i }
    timers[i].due = due
    let at = running.firstIndex { timers[$0].due > due } ?? running.count
    running.insert(i, at: at)
    if at == 0 { wakeServer() }
  }
  private func wakeServer() { if let s = server, tasks[s].place == .timers { unblock(s, .signalled) } }
  /// One turn of the task that serves timers: what it calls, or its wait.
  func serve(_ t: Int, core: Int, now: UInt64) {
    server = tasks[t].state == .deleted ? nil : t
    expectedRun = nil
    if let i = running.first, timers[i].due <= now {
      running.removeFirst()
      expectedRun = (1, UInt32(i))
      if timers[i].reloads { start(i, due: timers[i].due + timers[i].period) }
    } else if let call = calls.first {
      calls.removeFirst()
      expectedRun = (2, call)
    } else {
      block(t, .timers, running.first.map { timers[$0].due } ?? .max, core: core)
    }
  }
}
