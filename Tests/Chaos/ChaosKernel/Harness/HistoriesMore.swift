/// Queue sets, stream and message buffers and software timers in the random programs.
extension Run {
  /// Bytes that a party's stream calls copy from and to.
  private func buffer(_ item: Address) -> Address { World.scratch + 0x200 + (item - World.scratch) / 8 * 16 }

  /// A random call of these objects by a task or a handler, or nil if it has none to make.
  func moreOperations(party: Int, waits: Bool) -> Operation? {
    let d = waits ? deadline() : 0
    switch w.below(12) {
    case 0, 1: return Operation(kind: .select, deadline: d)
    case 2: return Operation(kind: w.below(3) == 0 ? .removeFromSet(Int(w.below(3))) : .addToSet(Int(w.below(3))))
    case 3...5:
      let s = Int(w.below(3))
      return writers[s] == party ? Operation(kind: .write(s, 1 + w.below(8), first: written[s]), deadline: d) : nil
    case 6...8:
      let s = Int(w.below(3))
      return readers[s] == party ? Operation(kind: .read(s, 1 + w.below(10)), deadline: d) : nil
    case 9: return Operation(kind: .startTimer(Int(w.below(3))))
    case 10: return Operation(kind: w.below(2) == 0 ? .stopTimer(Int(w.below(3))) : .changePeriod(Int(w.below(3)), UInt64(1 + w.below(50))))
    default: return Operation(kind: .callLater(w.below(1 << 20)))
    }
  }
  func prepare(_ o: Operation, _ party: Int) {
    began[party] = w.time
    model.copies[party] = nil
    expectedRead[party] = nil
  }
  func callMore(_ o: Operation, _ d: Deadline, _ item: Address) -> (Wake, UInt32?) {
    let bytes = buffer(item)
    switch o.kind {
    case .select:
      let q = k.select(set, until: d)
      return (q != 0 ? .signalled : .timedOut, q)
    case .addToSet(let q): return (k.addToSet(queues[q], set) ? .signalled : .timedOut, nil)
    case .removeFromSet(let q): return (k.removeFromSet(queues[q], set) ? .signalled : .timedOut, nil)
    case .write(let s, let n, let first):
      for i in 0..<n { (w.block.pointee.memory + Int(bytes + i)).storeBytes(of: first &+ UInt8(i), as: UInt8.self) }
      let done = k.write(streams[s], bytes, n, until: d)
      written[s] &+= UInt8(done)
      return (.signalled, done)
    case .read(let s, let n): return (.signalled, k.read(streams[s], bytes, n, until: d))
    case .startTimer(let i): k.startTimer(timers[i])
    case .stopTimer(let i): k.stopTimer(timers[i])
    case .changePeriod(let i, let p): k.changePeriod(timers[i], p)
    case .callLater(let a): return (k.callLater(kind: 2, a, 0) ? .signalled : .timedOut, nil)
    default: w.fail("an unknown call")
    }
    return (.signalled, nil)
  }
  /// What a read brought is what was written, in its order.
  func checkRead(_ o: Operation, _ party: Int, _ item: Address, _ value: UInt32?) {
    guard case .read(let s, _) = o.kind, let n = value, n > 0 else { return }
    let got = (0..<n).map { (w.block.pointee.memory + Int(buffer(item) + $0)).load(as: UInt8.self) }
    if got != expectedRead[party] { w.fail("a read of stream \(s) brought \(got), not \(expectedRead[party] ?? [])") }
  }

  // MARK: steps

  func step(_ o: Operation, task t: Int?, core: Int) -> Outcome? {
    if case .startTimer(let i) = o.kind {
      start(i, model.key(t, core))
      return Outcome(wake: .signalled)
    }
    return model.step(o, task: t, core: core)
  }
  /// True between the two steps of a call.
  func isUnderWay(_ o: Operation, _ party: Int) -> Bool {
    if case .changePeriod = o.kind { return true }
    return model.copies[party] != nil
  }
  func finish(_ o: Operation, _ party: Int) -> Outcome? {
    if case .changePeriod(let i, _) = o.kind {
      start(i, party)
      return Outcome(wake: .signalled)
    }
    guard let c = model.copies.removeValue(forKey: party) else { return nil }
    let (outcome, read) = model.finish(c)
    expectedRead[party] = read
    return outcome
  }
  /// The clock was read somewhere in the call; the kernel says where.
  private func start(_ i: Int, _ party: Int) {
    let due = due(i), period = model.timers[i].period
    // Another call may have given it another period since the clock was read.
    if due < began[party]! + period || due > w.time + period { w.failure = w.failure ?? "timer \(i): due \(due), started \(began[party]!) to \(w.time)" }
    model.start(i, due: due)
  }

  private func due(_ i: Int) -> UInt64 { UInt64(w.word(timers[i] + TimerRecord.deadline)) | UInt64(w.word(timers[i] + TimerRecord.deadline + 4)) << 32 }

  // MARK: the timer task

  func serve(_ i: Int) {
    k.serveTimers { [unowned self] kind, argument, second in
      guard let run = self.model.expectedRun, run == (kind, argument) else {
        self.w.fail("the timer task calls \(kind) \(argument), not \(self.model.expectedRun.map { "\($0)" } ?? "nothing")")
      }
      if kind == 1 && second != self.timers[Int(argument)] { self.w.fail("timer \(argument) is named \(second)") }
      self.callsLeft -= 1
      // Reloading timers must end some time.
      if self.callsLeft <= 0, kind == 1 {
        _ = self.perform(Operation(kind: .stopTimer(Int(argument))), task: i)
      } else if self.w.below(2) == 0 {
        let o = self.w.below(2) == 0 ? self.signal() : self.moreOperations(party: i, waits: self.w.below(2) == 0)
        if let o, !self.restarts(o) { _ = self.perform(o, task: i) }
      }
    }
  }
  /// True for calls that would keep the timers going for ever.
  private func restarts(_ o: Operation) -> Bool {
    switch o.kind {
    case .startTimer, .changePeriod, .callLater: callsLeft <= 0
    default: false
    }
  }

  // MARK: the comparison

  func compareMore() {
    func equal<T: Equatable>(_ a: T, _ b: T, _ what: @autoclosure () -> String) {
      if a != b && w.failure == nil { w.failure = "\(what()): \(a), the model has \(b)" }
    }
    for i in 0..<3 {
      equal(w.word(queues[i] + QueueRecord.set) == set, model.queues[i].inSet, "membership of queue \(i)")
      let m = model.streams[i], a = streams[i], head = w.word(a + StreamRecord.head), storage = w.word(a)
      let bytes = (0..<w.word(a + StreamRecord.count)).map {
        (w.block.pointee.memory + Int(storage + (head + $0) % w.word(a + StreamRecord.capacity))).load(as: UInt8.self)
      }
      equal(bytes, m.bytes, "bytes of stream \(i)")
      equal(list(a + StreamRecord.readers), m.readers, "readers of stream \(i)")
      equal(list(a + StreamRecord.writers), m.writers, "writers of stream \(i)")
    }
    var at = w.word(World.state + KernelRecord.timers), active: [Int] = []
    while at != 0 && active.count < 10 {
      active.append(timers.firstIndex(of: at) ?? -1)
      at = w.word(at)
    }
    equal(active, model.running, "timers that run")
    for (i, t) in timers.enumerated() {
      equal(w.word(t + TimerRecord.active) != 0, model.running.contains(i), "timer \(i) runs")
      if model.running.contains(i) { equal(due(i), model.timers[i].due, "timer \(i) is due") }
    }
    equal(w.word(World.state + KernelRecord.callsAsked) &- w.word(World.state + KernelRecord.callsDone), UInt32(model.calls.count), "calls for later")
  }
}
