import Drivers
import Emulation
import RP2040
import Testing

@testable import Kernel
@testable import Port

@Suite struct KernelTests {
  @Test func tasksRunByPriorityAndTakeTurns() throws {
    let rig = try Rig()
    rig.cores = 1
    rig.setUp = { rig, k in
      for (name, priority) in [("low", 1), ("high", 5), ("middle", 3)] as [(String, UInt32)] {
        rig.spawn(k, priority: priority) { k in
          rig.say(name)
          k.delay(microseconds: 100)
          rig.say(name)
        }
      }
    }
    try rig.run(milliseconds: 10)
    #expect(rig.log == ["high", "middle", "low", "high", "middle", "low"])
  }

  @Test func delayUntilKeepsItsGrid() throws {
    let rig = try Rig()
    var times: [UInt64] = []
    rig.setUp = { rig, k in
      rig.spawn(k, priority: 1) { k in
        var next = k.now + 1000
        for _ in 0..<20 {
          #expect(k.delay(until: Deadline(microseconds: next)) == .timedOut)
          times.append(k.now - next)
          k.busy(5000)
          next += 1000
        }
      }
    }
    try rig.run(milliseconds: 40)
    #expect(times.count == 20)
    #expect(times.allSatisfy { $0 <= 12 })
  }

  @Test func equalsShareAMillisecondEach() throws {
    let rig = try Rig()
    rig.cores = 1
    var counts = [0, 0, 0]
    rig.setUp = { rig, k in
      for i in 0..<3 { rig.spawn(k, priority: 2) { k in while true { k.port.spend(500); counts[i] += 1 } } }
    }
    try rig.run(milliseconds: 60)
    let total = counts.reduce(0, +)
    #expect(total > 12_000)
    #expect(counts.allSatisfy { abs($0 * 3 - total) < total / 8 }, "\(counts)")
    // About one switch a millisecond, none for a lone task.
    let switches = rig.memory[MemoryMap.kernel + KernelRecord.switches(0)]
    #expect(switches > 50 && switches < 75, "\(switches)")
  }

  /// A more urgent task that comes more often than once a slice does not begin the running task's slice anew; nor does a mutex of the running task that it
  /// waits for, whose owner has its priority meanwhile.
  @Test(arguments: [false, true]) func equalsShareUnderAFrequentUrgentTask(_ locked: Bool) throws {
    let rig = try Rig()
    rig.cores = 1
    var counts = [0, 0], mutex: Address = 0, turns = 0
    rig.setUp = { rig, k in
      mutex = k.makeMutex()
      for i in 0..<2 {
        rig.spawn(k, priority: 2) { k in
          while true {
            if locked && i == 0 { _ = k.lock(mutex, until: .never) }
            k.port.spend(500)
            counts[i] += 1
            if locked && i == 0 { _ = k.unlock(mutex: mutex) }
          }
        }
      }
      rig.spawn(k, priority: 5) { k in
        var next = k.now
        while true {
          next += 900
          _ = k.delay(until: Deadline(microseconds: next))
          if locked { _ = k.lock(mutex, until: .never); _ = k.unlock(mutex: mutex) }
          turns += 1
        }
      }
    }
    try rig.run(milliseconds: 60)
    #expect(turns > 50 && counts[0] > 3000 && counts[1] > 4500, "\(counts) \(turns)")
  }

  @Test func aLoneTaskHasNoTick() throws {
    let rig = try Rig()
    rig.setUp = { rig, k in rig.spawn(k, priority: 2, affinity: 1) { k in while true { k.port.spend(500) } } }
    try rig.run(milliseconds: 50)
    #expect(rig.memory[MemoryMap.kernel + KernelRecord.switches(0)] <= 3)
  }

  @Test func twoCoresRunTheTwoMostUrgent() throws {
    let rig = try Rig()
    var running: [Int: UInt32] = [:]
    rig.setUp = { rig, k in
      for i in 0..<4 {
        rig.spawn(k, priority: UInt32(i + 1)) { k in
          while true {
            k.port.spend(200)
            running[i, default: 0] += 1
          }
        }
      }
    }
    try rig.run(milliseconds: 20)
    #expect(running[3] ?? 0 > 5000 && running[2] ?? 0 > 5000)
    #expect(running[1] ?? 0 <= 50 && running[0] ?? 0 <= 50, "\(running)")
  }

  @Test func affinityIsKept() throws {
    let rig = try Rig()
    var wrong = 0, rounds = 0
    rig.setUp = { rig, k in
      for core in 0..<2 as Range<UInt32> {
        for p in 1..<4 as Range<UInt32> {
          rig.spawn(k, priority: p, affinity: 1 << core) { k in
            for _ in 0..<50 {
              let mask = k.port.disableInterrupts()
              if k.port.core != core { wrong += 1 }
              k.port.restoreInterrupts(mask)
              k.delay(microseconds: UInt64(10 + rig.below(100)))
              rounds += 1
            }
          }
        }
      }
    }
    try rig.run(milliseconds: 40)
    #expect(wrong == 0)
    #expect(rounds == 300)
  }

  @Test func aMutexLendsPriority() throws {
    let rig = try Rig()
    rig.cores = 1
    rig.setUp = { rig, k in
      let mutex = k.allocate(Kernel.mutexBytes)
      k.memory.fill(mutex, 0, count: Kernel.mutexBytes)
      rig.spawn(k, priority: 1) { k in
        _ = k.lock(mutex, until: .never)
        rig.say("low has it")
        k.busy(100_000)
        rig.say("low at \(k.statistics(k.task).priority)")
        #expect(k.unlock(mutex: mutex))
        rig.say("low at \(k.statistics(k.task).priority) again")
      }
      rig.spawn(k, priority: 2) { k in
        k.delay(microseconds: 300)
        rig.say("middle")
        k.busy(200_000)
        rig.say("middle done")
      }
      rig.spawn(k, priority: 3) { k in
        k.delay(microseconds: 200)
        #expect(k.lock(mutex, until: .never) == .signalled)
        rig.say("high has it")
        _ = k.unlock(mutex: mutex)
      }
    }
    try rig.run(milliseconds: 20)
    #expect(rig.log == ["low has it", "low at 3", "high has it", "middle", "middle done", "low at 1 again"])
  }

  @Test func inheritanceFollowsTheChainAndIsTakenBack() throws {
    let rig = try Rig()
    rig.cores = 1
    var seen: [UInt32] = []
    rig.setUp = { rig, k in
      let a = k.allocate(20), b = k.allocate(20)
      k.memory.fill(a, 0, count: 20)
      k.memory.fill(b, 0, count: 20)
      let low = rig.spawn(k, priority: 1) { k in
        _ = k.lock(a, until: .never)
        k.busy(500_000)
        _ = k.unlock(mutex: a)
      }
      let middle = rig.spawn(k, priority: 2) { k in
        k.delay(microseconds: 100)
        _ = k.lock(b, until: .never)
        _ = k.lock(a, until: .never)
      }
      rig.spawn(k, priority: 6) { k in
        k.delay(microseconds: 200)
        let end = k.after(microseconds: 300)
        #expect(k.lock(b, until: end) == .timedOut)
        seen.append(k.statistics(low).priority)
        seen.append(k.statistics(middle).priority)
      }
      rig.spawn(k, priority: 9) { k in
        k.delay(microseconds: 300)
        seen.append(k.statistics(low).priority)
        seen.append(k.statistics(middle).priority)
      }
    }
    try rig.run(milliseconds: 20)
    // While the wait lasts both have 6; after its time-out the loan ends along the chain.
    #expect(seen == [6, 6, 2, 2])
  }

  @Test func recursiveMutexCounts() throws {
    let rig = try Rig()
    rig.setUp = { rig, k in
      let mutex = k.allocate(20)
      k.memory.fill(mutex, 0, count: 20)
      rig.spawn(k, priority: 2, affinity: 1) { k in
        for _ in 0..<3 { _ = k.lock(mutex, until: .never, recursive: true) }
        k.delay(microseconds: 500)
        for i in 0..<3 { rig.say("unlock \(i)"); #expect(k.unlock(mutex: mutex)) }
        #expect(!k.unlock(mutex: mutex))
      }
      rig.spawn(k, priority: 1, affinity: 2) { k in
        k.delay(microseconds: 100)
        #expect(k.lock(mutex, until: .now) == .timedOut)
        #expect(k.lock(mutex, until: k.after(microseconds: 50)) == .timedOut)
        #expect(k.lock(mutex, until: .never) == .signalled)
        rig.say("other")
      }
    }
    try rig.run(milliseconds: 5)
    #expect(rig.log.count == 4 && rig.log[0] == "unlock 0" && rig.log.contains("other"))
  }

  @Test func queuesKeepOrderAndTimeOut() throws {
    let rig = try Rig()
    var got: [UInt32] = []
    var waits: [Wake] = []
    rig.setUp = { rig, k in
      let q = k.makeQueue(capacity: 3, itemBytes: 4)
      rig.spawn(k, priority: 2) { k in
        let item = k.allocate(4)
        for i in 0..<100 as Range<UInt32> {
          k.memory[item] = i
          #expect(k.send(q, item, until: .never) == .signalled)
        }
      }
      rig.spawn(k, priority: 2) { k in
        let item = k.allocate(4)
        for _ in 0..<100 {
          #expect(k.receive(q, item, until: .never) == .signalled)
          got.append(k.memory[item])
          if rig.below(5) == 0 { k.delay(microseconds: 30) }
        }
        waits.append(k.receive(q, item, until: .now))
        let t = k.now
        waits.append(k.receive(q, item, until: Deadline(microseconds: t + 250)))
        #expect(k.now - t >= 250 && k.now - t < 270)
        k.memory[item] = 7
        for _ in 0..<3 { waits.append(k.send(q, item, until: .now)) }
        waits.append(k.send(q, item, until: k.after(microseconds: 100)))
        k.memory[item] = 9
        waits.append(k.receive(q, item, until: .now, peek: true))
        #expect(k.memory[item] == 7)
        k.memory[item] = 1
        _ = k.receive(q, item, until: .now)
        k.memory[item] = 5
        waits.append(k.send(q, item, until: .now, toFront: true))
        _ = k.receive(q, item, until: .now)
        #expect(k.memory[item] == 5)
      }
    }
    try rig.run(milliseconds: 50)
    #expect(got == Array(0..<100))
    #expect(waits == [.timedOut, .timedOut, .signalled, .signalled, .signalled, .timedOut, .signalled, .signalled])
  }

  @Test func aDeletedQueueWakesItsWaiters() throws {
    let rig = try Rig()
    var ends: [Wake] = []
    rig.setUp = { rig, k in
      let q = k.makeQueue(capacity: 1, itemBytes: 0)
      for _ in 0..<3 { rig.spawn(k, priority: 2) { k in ends.append(k.receive(q, 0, until: .never)) } }
      rig.spawn(k, priority: 1) { k in
        k.delay(microseconds: 100)
        k.deleteQueue(q)
      }
    }
    try rig.run(milliseconds: 5)
    #expect(ends == [.deleted, .deleted, .deleted])
  }

  @Test func notifications() throws {
    let rig = try Rig()
    var values: [UInt32] = []
    rig.setUp = { rig, k in
      let t = rig.spawn(k, priority: 3) { k in
        values.append(k.takeNotification(all: true, until: .never))
        values.append(k.takeNotification(all: false, until: k.after(microseconds: 100)))
        let n = k.waitNotification(until: .never)
        values.append(n.value)
        #expect(n.wake == .signalled)
      }
      rig.spawn(k, priority: 1) { k in
        k.delay(microseconds: 50)
        k.notify(t)
        k.delay(microseconds: 500)
        k.notify(t, 0x30, .setBits)
      }
    }
    try rig.run(milliseconds: 5)
    #expect(values == [1, 0, 0x30])
  }

  @Test func suspendResumeInterruptDelete() throws {
    let rig = try Rig()
    var events: [String] = []
    rig.setUp = { rig, k in
      let base = k.memoryUse.used
      let sleeper = rig.spawn(k, priority: 4) { k in
        events.append("\(k.delay(until: .never))")
        let t = k.now
        events.append("\(k.delay(until: Deadline(microseconds: t + 1000)))")
        #expect(k.now >= t + 1000)
        while true { k.port.spend(100) }
      }
      rig.spawn(k, priority: 3) { k in
        k.delay(microseconds: 50)
        k.interrupt(sleeper)
        k.delay(microseconds: 100)
        k.suspend(sleeper)
        k.delay(microseconds: 2000)
        #expect(k.statistics(sleeper).state == .suspended)
        k.resume(sleeper)
        k.delay(microseconds: 100)
        events.append("delete")
        k.delete(sleeper)
        k.delay(microseconds: 100)
        let again = rig.spawn(k, priority: 1) { _ in events.append("new") }
        #expect(again != 0)
        k.delay(microseconds: 300)
        // Its memory came back; this task's own is still out.
        #expect(k.memoryUse.used > base)
      }
    }
    try rig.run(milliseconds: 10)
    #expect(events == ["interrupted", "timedOut", "delete", "new"])
  }

  @Test func theAllocatorJoinsWhatIsFreed() throws {
    let rig = try Rig()
    rig.setUp = { rig, k in
      let before = k.memoryUse.used
      var blocks: [(UInt32, UInt32)] = []
      for i in 0..<400 {
        if blocks.count > 20 || (i % 3 == 2 && !blocks.isEmpty) { k.free(blocks.remove(at: Int(rig.below(UInt32(blocks.count)))).0) }
        let n = rig.below(900) + 1, a = k.allocate(n)
        #expect(a != 0 && a % 8 == 0)
        for (other, bytes) in blocks { #expect(a + n <= other || a >= other + bytes) }
        blocks.append((a, n))
      }
      for b in blocks { k.free(b.0) }
      #expect(k.memoryUse.used == before)
      let all = k.memoryUse.total - before - 64
      let whole = k.allocate(all)
      #expect(whole != 0)
      #expect(k.allocate(1 << 20) == 0)
      k.free(whole)
    }
    try rig.run(milliseconds: 5)
  }

  @Test func runTimeIsCharged() throws {
    let rig = try Rig()
    rig.cores = 1
    var share: [UInt64] = []
    rig.setUp = { rig, k in
      let a = rig.spawn(k, priority: 2) { k in while true { k.busy(6250); k.delay(microseconds: 50) } }
      rig.spawn(k, priority: 3) { k in
        k.delay(microseconds: 10_000)
        share.append(k.statistics(a).runMicroseconds)
      }
    }
    try rig.run(milliseconds: 15)
    #expect(share.count == 1 && share[0] > 4500 && share[0] < 6000, "\(share)")
  }
}
