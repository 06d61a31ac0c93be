import Drivers
import RP2040
import Registers
import Testing

@testable import Kernel
@testable import Port

/// Queues, semaphores, sets, event groups, stream and message buffers, software timers, notification slots: from tasks and from
/// interrupt handlers, with time-outs 0, finite and for ever, on one core and on two.
@Suite struct ObjectTests {
  /// Runs `body` in the handler of the spare interrupt, on core 0.
  private func interrupts(_ rig: Rig, _ body: @escaping (Kernel) -> Void) -> (Kernel) -> Void {
    rig.extraInterrupt = { k, _ in body(k) }
    return { k in
      k.port.write(PPB.base + PPB.NVIC_ISER.offset, 1 << IRQ.SPARE_IRQ_0)
      k.port.write(PPB.base + PPB.NVIC_ISPR.offset, 1 << IRQ.SPARE_IRQ_0)
    }
  }

  @Test(arguments: [1, 2]) func receiversAreServedByPriorityThenInOrder(_ cores: Int) throws {
    let rig = try Rig()
    rig.cores = cores
    var served: [String] = []
    rig.setUp = { rig, k in
      let q = k.makeQueue(capacity: 4, itemBytes: 4)
      for (i, p) in [2, 3, 2, 5, 3].enumerated() {
        rig.spawn(k, priority: UInt32(p)) { k in
          k.delay(microseconds: UInt64(100 + i * 50))
          let item = k.allocate(4)
          #expect(k.receive(q, item, until: .never) == .signalled)
          served.append("\(p)\(i)=\(k.memory[item])")
        }
      }
      rig.spawn(k, priority: 9) { k in
        k.delay(microseconds: 2000)
        let item = k.allocate(4)
        for n in 0..<5 as Range<UInt32> {
          k.memory[item] = n
          #expect(k.send(q, item, until: .now) == .signalled)
        }
        #expect(k.queueCount(q) == 0)
      }
    }
    try rig.run(milliseconds: 10)
    #expect(served.sorted() == ["20=3", "22=4", "31=1", "34=2", "53=0"])
  }

  @Test func aServedReceiverThatIsDeletedKeepsNobodyWaiting() throws {
    let rig = try Rig()
    rig.cores = 1
    var got: [UInt32] = []
    rig.setUp = { rig, k in
      let q = k.makeQueue(capacity: 4, itemBytes: 4)
      let first = rig.spawn(k, priority: 2) { k in _ = k.receive(q, k.allocate(4), until: .never) }
      rig.spawn(k, priority: 2) { k in
        let item = k.allocate(4)
        while k.receive(q, item, until: .never) == .signalled { got.append(k.memory[item]) }
      }
      rig.spawn(k, priority: 7) { k in
        k.delay(microseconds: 500)
        let item = k.allocate(4)
        k.memory[item] = 1
        _ = k.send(q, item, until: .now)
        k.delete(first)  // it was given the first item and never ran again
        k.memory[item] = 2
        _ = k.send(q, item, until: .now)
      }
    }
    try rig.run(milliseconds: 10)
    #expect(got == [2])
  }

  @Test func sendersWaitInOrderAndPeekersSeeTheItem() throws {
    let rig = try Rig()
    var got: [UInt32] = [], seen: [UInt32] = []
    rig.setUp = { rig, k in
      let q = k.makeQueue(capacity: 1, itemBytes: 4)
      for i in 0..<4 as Range<UInt32> {
        rig.spawn(k, priority: i == 3 ? 5 : 2) { k in
          k.delay(microseconds: UInt64(100 + i * 100))
          let item = k.allocate(4)
          k.memory[item] = i
          #expect(k.send(q, item, until: .never) == .signalled)
        }
      }
      rig.spawn(k, priority: 1) { k in
        k.delay(microseconds: 1000)
        let item = k.allocate(4)
        for _ in 0..<4 {
          #expect(k.receive(q, item, until: .never) == .signalled)
          got.append(k.memory[item])
        }
        for _ in 0..<2 {
          rig.spawn(k, priority: 6) { k in
            let item = k.allocate(4)
            #expect(k.receive(q, item, until: .never, peek: true) == .signalled)
            seen.append(k.memory[item])
          }
        }
        k.delay(microseconds: 200)
        k.memory[item] = 77
        #expect(k.send(q, item, until: .now) == .signalled)
        k.delay(microseconds: 200)
        #expect(k.queueCount(q) == 1)
        k.memory[item] = 78
        k.overwrite(q, item)
        #expect(k.receive(q, item, until: .now) == .signalled)
        #expect(k.memory[item] == 78)
        #expect(k.receive(q, item, until: k.after(microseconds: 50)) == .timedOut)
        k.overwrite(q, item)
        #expect(k.queueCount(q) == 1)
        k.resetQueue(q)
        #expect(k.queueCount(q) == 0 && k.queueRoom(q) == 1)
      }
    }
    try rig.run(milliseconds: 10)
    #expect(got == [0, 3, 1, 2])
    #expect(seen == [77, 77])
  }

  @Test(arguments: [1, 2]) func semaphoresAreGivenFromInterrupts(_ cores: Int) throws {
    let rig = try Rig()
    rig.cores = cores
    var taken = 0, ends: [Wake] = []
    rig.setUp = { rig, k in
      let binary = k.makeSemaphore(most: 1, initial: 0), counting = k.makeSemaphore(most: 3, initial: 2)
      var overflow = 0
      let raise = self.interrupts(rig) { k in if !k.give(binary) { overflow += 1 } }
      rig.spawn(k, priority: 5) { k in
        for _ in 0..<20 { if k.take(binary, until: .never) == .signalled { taken += 1 } }
        ends.append(k.take(binary, until: .now))
        ends.append(k.take(binary, until: k.after(microseconds: 100)))
      }
      rig.spawn(k, priority: 1, affinity: 1) { k in
        for _ in 0..<20 { raise(k); k.delay(microseconds: 60) }
        k.delay(microseconds: 300)
        raise(k)
        raise(k)
        #expect(overflow == 1)
        for _ in 0..<2 { ends.append(k.take(counting, until: .now)) }
        ends.append(k.take(counting, until: .now))
        for i in 0..<4 { #expect(k.give(counting) == (i < 3)) }
      }
    }
    try rig.run(milliseconds: 20)
    #expect(taken == 20)
    #expect(ends == [.timedOut, .timedOut, .signalled, .signalled, .timedOut])
  }

  @Test func queueSetsTellWhichMember() throws {
    let rig = try Rig()
    var order: [Int] = []
    rig.setUp = { rig, k in
      let a = k.makeQueue(capacity: 2, itemBytes: 4), s = k.makeSemaphore(most: 3, initial: 0), set = k.makeQueueSet(capacity: 5)
      #expect(k.addToSet(a, set) && k.addToSet(s, set) && !k.addToSet(a, set))
      rig.spawn(k, priority: 4) { k in
        let item = k.allocate(4)
        #expect(k.select(set, until: .now) == 0)
        #expect(k.select(set, until: k.after(microseconds: 50)) == 0)
        for _ in 0..<5 {
          let which = k.select(set, until: .never)
          order.append(which == a ? 1 : which == s ? 2 : 0)
          #expect(k.receive(which, item, until: .now) == .signalled)
        }
        #expect(k.removeFromSet(a, set) && !k.removeFromSet(a, set))
        k.memory[item] = 5
        _ = k.send(a, item, until: .now)
        #expect(!k.addToSet(a, set))
        #expect(k.select(set, until: .now) == 0)
      }
      rig.spawn(k, priority: 2) { k in
        k.delay(microseconds: 300)
        let item = k.allocate(4)
        for which in [a, s, s, a, s] { _ = k.send(which, item, until: .now) }
      }
    }
    try rig.run(milliseconds: 5)
    #expect(order == [1, 2, 2, 1, 2])
  }

  @Test(arguments: [1, 2]) func eventGroups(_ cores: Int) throws {
    let rig = try Rig()
    rig.cores = cores
    var ends: [String] = []
    rig.setUp = { rig, k in
      let g = k.makeEventGroup()
      let raise = self.interrupts(rig) { k in k.setBits(g, 0b1000) }
      func waiter(_ name: String, _ bits: UInt32, all: Bool, clear: Bool, microseconds: UInt64? = nil) {
        rig.spawn(k, priority: 3) { k in
          let r = k.waitBits(g, bits, all: all, clear: clear, until: microseconds.map { k.after(microseconds: $0) } ?? .never)
          ends.append("\(name) \(r.wake) \(r.bits)")
        }
      }
      waiter("any", 0b11, all: false, clear: false)
      waiter("all", 0b11, all: true, clear: true)
      waiter("both", 0b101, all: true, clear: true)
      waiter("late", 0b10000, all: true, clear: false, microseconds: 700)
      waiter("isr", 0b1000, all: true, clear: false)
      rig.spawn(k, priority: 1, affinity: 1) { k in
        k.delay(microseconds: 200)
        #expect(k.setBits(g, 0b001) == 0b001)
        k.delay(microseconds: 100)
        // Wakes `all`, which clears both bits; `both` still misses bit 2.
        #expect(k.setBits(g, 0b010) == 0)
        k.delay(microseconds: 100)
        #expect(k.setBits(g, 0b101) == 0)
        raise(k)
        #expect(k.clearBits(g, 0b1000) == 0b1000)
        k.delay(microseconds: 1000)
        #expect(k.waitBits(g, 1, all: true, clear: false, until: .now).wake == .timedOut)
      }
    }
    try rig.run(milliseconds: 5)
    #expect(ends == ["any signalled 1", "all signalled 3", "both signalled 5", "isr signalled 8", "late timedOut 0"])
  }

  @Test func aRendezvousOfThree() throws {
    let rig = try Rig()
    var ends: [UInt32] = [], wakes: [Wake] = []
    rig.setUp = { rig, k in
      let g = k.makeEventGroup()
      for i in 0..<3 as Range<UInt32> {
        rig.spawn(k, priority: 2 + i) { k in
          for _ in 0..<10 {
            k.delay(microseconds: UInt64(rig.below(200)))
            let r = k.synchronise(g, set: 1 << i, 7, until: .never)
            wakes.append(r.wake)
            ends.append(r.bits)
          }
        }
      }
    }
    try rig.run(milliseconds: 20)
    #expect(ends == Array(repeating: 7, count: 30))
    #expect(wakes.allSatisfy { $0 == .signalled })
  }

  @Test(arguments: [1, 2]) func streamsCarryBytesInOrder(_ cores: Int) throws {
    let rig = try Rig()
    rig.cores = cores
    var sum = 0, wrong = 0, total = 0
    rig.setUp = { rig, k in
      let s = k.makeStream(capacity: 100)
      rig.spawn(k, priority: 3) { k in
        let buffer = k.allocate(64)
        var next = 0
        while next < 5000 {
          let n = min(1 + rig.below(64), UInt32(5000 - next))
          for i in 0..<n { k.memory.setByte(buffer + i, UInt8((next + Int(i)) & 255)) }
          next += Int(k.write(s, buffer, n, until: rig.below(2) == 0 ? .never : k.after(microseconds: UInt64(rig.below(40)))))
        }
      }
      rig.spawn(k, priority: 3) { k in
        let buffer = k.allocate(80)
        while total < 5000 {
          let n = k.read(s, buffer, 1 + rig.below(80), until: rig.below(2) == 0 ? .never : k.after(microseconds: UInt64(rig.below(40))))
          for i in 0..<n { if k.memory.byte(buffer + i) != UInt8((total + Int(i)) & 255) { wrong += 1 } }
          total += Int(n)
          sum += 1
          if rig.below(9) == 0 { k.delay(microseconds: 100) }
        }
      }
    }
    try rig.run(milliseconds: 200)
    #expect(total == 5000 && wrong == 0 && sum > 60)
  }

  @Test func triggerLevelAndFullStreams() throws {
    let rig = try Rig()
    var got: [UInt32] = []
    rig.setUp = { rig, k in
      let s = k.makeStream(capacity: 10, trigger: 6)
      rig.spawn(k, priority: 4) { k in
        let buffer = k.allocate(16)
        got.append(k.read(s, buffer, 16, until: .never))  // 4 + 3 bytes: sleeps until six are there
        got.append(k.read(s, buffer, 16, until: .now))
        got.append(k.read(s, buffer, 16, until: k.after(microseconds: 500)))  // what came by then, less than the trigger
      }
      rig.spawn(k, priority: 2) { k in
        let buffer = k.allocate(16)
        k.delay(microseconds: 100)
        #expect(k.write(s, buffer, 4, until: .now) == 4)
        k.delay(microseconds: 100)
        #expect(got == [])
        #expect(k.write(s, buffer, 3, until: .now) == 3)
        k.delay(microseconds: 100)
        #expect(k.write(s, buffer, 2, until: .now) == 2)
        k.delay(microseconds: 800)
        #expect(k.write(s, buffer, 16, until: .now) == 10)
        #expect(k.write(s, buffer, 1, until: k.after(microseconds: 50)) == 0)
        #expect(k.streamCount(s) == 10 && k.streamRoom(s) == 0)
        #expect(k.resetStream(s) && k.streamCount(s) == 0)
      }
    }
    try rig.run(milliseconds: 5)
    #expect(got == [7, 0, 2])
  }

  @Test func messagesStayWhole() throws {
    let rig = try Rig()
    var lengths: [UInt32] = [], wrong = 0, small: UInt32 = 9
    rig.setUp = { rig, k in
      let s = k.makeMessageBuffer(capacity: 60)
      let raise = self.interrupts(rig) { k in
        let b = k.allocate(8)
        k.memory.fill(b, 8, count: 8)
        #expect(k.write(s, b, 8, until: .now) == 8)
        k.free(b)
      }
      rig.spawn(k, priority: 3, affinity: 1) { k in
        let buffer = k.allocate(64)
        #expect(k.write(s, buffer, 57, until: .never) == 0)
        for n in [1, 56, 20, 30, 0, 7] as [UInt32] {
          k.memory.fill(buffer, UInt8(n), count: 64)
          #expect(k.write(s, buffer, n, until: .never) == n)
        }
        k.delay(microseconds: 1000)
        raise(k)
      }
      rig.spawn(k, priority: 2) { k in
        let buffer = k.allocate(64)
        for _ in 0..<7 {
          k.delay(microseconds: 50)
          while k.streamCount(s) == 0 { k.delay(microseconds: 20) }
          let next = k.nextMessageLength(s)
          if next > 1 { small = k.read(s, buffer, next - 1, until: .now); #expect(small == 0) }
          let n = k.read(s, buffer, 64, until: .never)
          #expect(n == next)
          for i in 0..<n { if k.memory.byte(buffer + i) != UInt8(n) { wrong += 1 } }
          lengths.append(n)
        }
      }
    }
    try rig.run(milliseconds: 10)
    #expect(lengths == [1, 56, 20, 30, 0, 7, 8] && wrong == 0)
  }

  @Test(arguments: [1, 2]) func timersRunInTheirTask(_ cores: Int) throws {
    let rig = try Rig()
    rig.cores = cores
    var calls: [String] = []
    rig.setUp = { rig, k in
      rig.spawn(k, priority: 20) { k in
        k.serveTimers { kind, argument, _ in
          calls.append("\(kind):\(argument)@\(k.now / 100)")
          if kind == 4 { k.delay(microseconds: 500) }
        }
      }
      let once = k.makeTimer(period: 1000, reloads: false, kind: 1, argument: 10), again = k.makeTimer(period: 700, reloads: true, kind: 2, argument: 20)
      #expect(k.makeTimer(period: 0, reloads: true, kind: 1, argument: 1) == 0)
      let raise = self.interrupts(rig) { k in #expect(k.callLater(kind: 3, 30, 0)) }
      rig.spawn(k, priority: 2, affinity: 1) { k in
        let t = k.now
        // On the grid of 100 µs, so that the log is exact.
        _ = k.delay(until: Deadline(microseconds: (t / 1000 + 1) * 1000 + 10))
        let start = k.now / 100
        calls.removeAll()
        k.startTimer(once)
        k.startTimer(again)
        #expect(k.isActive(timer: once) && k.expiry(ofTimer: once).microseconds > k.now + 900)
        k.delay(microseconds: 2250)
        #expect(!k.isActive(timer: once) && k.isActive(timer: again))
        #expect(calls == ["2:20@\(start + 7)", "1:10@\(start + 10)", "2:20@\(start + 14)", "2:20@\(start + 21)"], "\(start) \(calls)")
        k.stopTimer(again)
        raise(k)
        k.delay(microseconds: 100)
        #expect(calls.last?.hasPrefix("3:30") == true)
        k.changePeriod(once, 200)
        k.delay(microseconds: 100)
        k.startTimer(once)  // anew: not yet
        k.delay(microseconds: 150)
        #expect(calls.count == 5)
        k.delay(microseconds: 200)
        #expect(calls.count == 6)
        // A function that waits delays the others, and a timer started meanwhile does not cut its wait short.
        let before = k.now
        #expect(k.callLater(kind: 4, 0, 0))
        k.startTimer(once)
        k.delay(microseconds: 1000)
        #expect(calls.count == 8 && calls[7].hasPrefix("1:10"))
        #expect(UInt64(calls[7].split(separator: "@")[1])! * 100 + 100 >= before + 500)
        k.deleteTimer(once)
        k.deleteTimer(again)
        calls.append("end")
      }
    }
    try rig.run(milliseconds: 20)
    #expect(calls.last == "end")
  }

  @Test func aLateReloadingTimerCatchesUp() throws {
    let rig = try Rig()
    rig.cores = 1
    var calls = 0
    rig.setUp = { rig, k in
      rig.spawn(k, priority: 2) { k in k.serveTimers { _, _, _ in calls += 1 } }
      let timer = k.makeTimer(period: 100, reloads: true, kind: 0, argument: 0)
      rig.spawn(k, priority: 5) { k in
        k.startTimer(timer)
        k.busy(125 * 1050)
        #expect(calls == 0)
        k.delay(microseconds: 20)
        #expect(calls == 10)
        k.stopTimer(timer)
        k.delay(microseconds: 500)
        #expect(calls == 10)
      }
    }
    try rig.run(milliseconds: 10)
    #expect(calls == 10)
  }

  @Test func notificationSlotsAreSeparate() throws {
    let rig = try Rig()
    rig.cores = 1
    var values: [String] = []
    rig.setUp = { rig, k in
      let t = rig.spawn(k, priority: 5) { k in
        let a = k.waitNotification(slot: 2, until: .never)
        values.append("2 \(a.wake) \(a.value)")
        values.append("0 \(k.takeNotification(all: true, until: .now))")
        let b = k.waitNotification(slot: 1, until: k.after(microseconds: 100))
        values.append("1 \(b.wake)")
        let c = k.waitNotification(clearOnEntry: .max, clearOnExit: 1, slot: 3, until: .never)
        values.append("3 \(c.wake) \(c.value)")
        let d = k.waitNotification(clearOnExit: .max, slot: 3, until: .now)
        values.append("3 \(d.wake)")
        _ = k.delay(until: .never)
      }
      rig.spawn(k, priority: 2) { k in
        k.delay(microseconds: 50)
        k.notify(t, 3, .overwrite)
        k.notify(t)
        k.notify(t, 9, .overwrite, slot: 2)
        k.delay(microseconds: 400)
        let r = k.notifyAndQuery(t, 0x11, .setBits, slot: 3)
        #expect(r.done && r.before == 0)
        // The task has run meanwhile: the bit that it clears is gone.
        #expect(k.clearNotificationBits(t, 0xff, slot: 3) == 0x10)
        k.notify(t, 1, .overwrite)
        #expect(!k.notify(t, 2, .setIfTaken))
        #expect(k.clearNotification(t) && !k.clearNotification(t))
        #expect(k.notify(t, 2, .setIfTaken))
      }
    }
    try rig.run(milliseconds: 5)
    #expect(values == ["2 signalled 9", "0 4", "1 timedOut", "3 signalled 17", "3 timedOut"])
  }

  @Test func aDeletedOwnersMutexGoesOn() throws {
    let rig = try Rig()
    var events: [String] = []
    rig.setUp = { rig, k in
      let mutex = k.makeMutex()
      let owner = rig.spawn(k, priority: 2) { k in
        _ = k.lock(mutex, until: .never)
        _ = k.delay(until: .never)
      }
      rig.spawn(k, priority: 3) { k in
        k.delay(microseconds: 100)
        events.append("\(k.lock(mutex, until: .never))")
        #expect(k.owner(ofMutex: mutex) == k.task && k.count(ofMutex: mutex) == 1)
        k.deleteMutex(mutex)
      }
      rig.spawn(k, priority: 4) { k in
        k.delay(microseconds: 200)
        k.delete(owner)
      }
    }
    try rig.run(milliseconds: 5)
    #expect(events == ["signalled"])
  }

  @Test func delaySinceKeepsTheGrid() throws {
    let rig = try Rig()
    var late: [UInt64] = [], missed = 0
    rig.setUp = { rig, k in
      rig.spawn(k, priority: 2) { k in
        var at = k.now
        for i in 0..<10 {
          if !k.delay(since: &at, period: 200) { missed += 1 }
          late.append(k.now - at)
          k.busy(i == 4 ? 125 * 450 : 125 * 50)
        }
      }
    }
    try rig.run(milliseconds: 5)
    #expect(missed == 2)
    #expect(late.enumerated().allSatisfy { $0.offset == 5 || $0.offset == 6 || $0.element < 15 }, "\(late)")
  }

  @Test func anOverflownStackStopsTheBoard() throws {
    let rig = try Rig()
    rig.setUp = { rig, k in
      rig.spawn(k, priority: 2) { k in
        #expect(k.stackWatermark(k.task) == 512)
        k.memory[k.memory[k.task + TaskRecord.stack] + 8] = 0
        k.delay(microseconds: 10)
      }
    }
    #expect { try rig.run(milliseconds: 5) } throws: { "\($0)".contains("stack has overflowed") }
  }
}
