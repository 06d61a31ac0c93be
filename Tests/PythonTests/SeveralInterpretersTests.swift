import CPort
import Modules
import Port
import Testing

@testable import Python
#if canImport(Glibc)
import Glibc
#endif

#if !WithoutSeveralInterpreters
/// Several interpreters in one board and one process: the wish list's T4.2 to T4.5.
@Suite struct SeveralInterpretersTests {
  /// The interpreters of one board, each in its own region of the lent memory.
  final class Group {
    let harness = Harness()
    private let regions: UInt32
    init(regions: UInt32) {
      self.regions = regions
      precondition(ImageBuilder.build(harness.port.memory, core: coreImageSpec, modules: moduleImageSpec) != 0)
    }
    func place(_ i: Int) -> Address { 0x3000_0000 + UInt32(i) * regions }
    func create(_ i: Int) -> VM { Interpreter.create(harness.port, at: place(i), bytes: regions, stackBytes: 3 << 10) }
    /// The interpreter again: a handle of three words.
    func vm(_ i: Int) -> VM { VM(port: harness.port, state: place(i), thread: place(i) + State.bytes) }
  }

  /// Runs source as `__main__`; false after an exception, which is dropped.
  static func run(_ vm: inout VM, _ source: String) -> Bool {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let out = vm.slot()
    do throws(Raise) {
      try vm.runMain(source)
      return true
    } catch {
      vm.takePending(out)
      return false
    }
  }
  /// A global of `__main__` as a number.
  static func number(_ vm: inout VM, _ name: String) throws(Raise) -> Int32 {
    let q = try vm.interned(name)
    let r = vm.dictFind(vm.root(.main), q)
    return r.value.isInt ? r.value.int : -1
  }

  /// T4.2: a hundred with a heap of 8 KB each, interleaved on one thread. Each counts for itself; afterwards the process is as large as before.
  @Test func aHundredInterleaved() throws {
    let before = WishListTests.resident
    do {
      let group = Group(regions: 16 << 10)
      for i in 0..<100 {
        var vm = group.create(i)
        #expect(vm.heapTotal() > 7 << 10 && vm.heapTotal() < 11 << 10)
        #expect(
          Self.run(
            &vm, "me = \(i)\ncount = 0\nkept = []\ndef step(n):\n  global count\n  count += n\n  kept.append((n, 'x' * 10))\n  if len(kept) > 20: del kept[0]\n"
          ))
      }
      for turn in 0..<30 { for i in 0..<100 { var vm = group.vm(i); #expect(Self.run(&vm, "step(me + \(turn))")) } }
      for i in 0..<100 {
        var vm = group.vm(i)
        let count = try Self.number(&vm, "count")
        #expect(count == Int32(30 * i + 435))
        vm.sound()
      }
    }
    #expect(WishListTests.resident <= before + before / 100 + (8 << 20), "\(before) \(WishListTests.resident)")
  }

  /// T4.3: a thread for each core of the host, each with an interpreter of its own: no common lock slows them down.
  @Test func threadsOfTheHost() {
    final class Work: @unchecked Sendable { let harness = Harness(); var took = 0.0, printed = "" }
    func measure(_ n: Int) -> Double {
      let works = (0..<n).map { _ in Work() }
      var threads = [pthread_t](repeating: 0, count: n)
      for i in 0..<n {
        pthread_create(
          &threads[i], nil,
          { raw in
            let w = Unmanaged<Work>.fromOpaque(raw!).takeUnretainedValue()
            var t = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
            let start = Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9
            w.printed = (try? w.harness.python(source300, hostile: false)) ?? ""
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
            w.took = Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9 - start
            return nil
          }, Unmanaged.passUnretained(works[i]).toOpaque())
      }
      for t in threads { pthread_join(t, nil) }
      for w in works { #expect(w.printed == "1050000\n", "\(w.printed)") }
      return works.map(\.took).max()!
    }
    // Processor time of a thread, so that other work on the machine does not count; a lock or a shared cache line would.
    let alone = min(measure(1), measure(1)), together = min(measure(8), measure(8))
    #expect(together < alone * 1.8 + 0.05, "\(alone) \(together)")
  }

  /// T4.4: made, used and destroyed again and again; also the one that failed, ran out of memory, or left things open.
  @Test func madeAndDestroyed() {
    let group = Group(regions: 64 << 10)
    let turns = WishListTests.scaled(600, full: 100_000)
    func growth() -> Int {
      var base = 0
      for n in 0..<turns {
        var vm = group.create(0)
        let fine = Self.run(&vm, n % 3 == 0 ? "x = [i for i in range(50)]" : n % 3 == 1 ? "1/0" : "x = [0]\nwhile 1: x.append(bytearray(1000))")
        #expect(fine == (n % 3 == 0))
        if n == turns / 10 { base = WishListTests.resident }
      }
      return WishListTests.resident - base
    }
    // The process's memory: what tests beside this one take for themselves they do not take each time.
    #expect((0..<4).contains { _ in growth() < 4 << 20 })
  }

  /// T4.5: one in `while True`, one out of memory, one that raises; a fourth is called each millisecond from the interrupt of the first one's computing.
  @Test func oneDoesNotDisturbAnother() throws {
    final class Clock {
      let group: Group
      var ticks = 0, latest = 0, failed = 0, inside = false
      init(_ g: Group) { group = g }
      static let period: Int32 = 125_000
      func tick(_ late: Int32) {
        if inside { return }
        inside = true
        defer { inside = false }
        ticks += 1
        latest = max(latest, Int(late))
        var healthy = group.vm(3)
        if !SeveralInterpretersTests.run(&healthy, "tick()") { failed += 1 }
        if ticks % 4 == 0 {
          var greedy = group.vm(1), raising = group.vm(2)
          if SeveralInterpretersTests.run(&greedy, "kept = []\nwhile True: kept.append(bytearray(500))") { failed += 1 }
          if SeveralInterpretersTests.run(&raising, "raise KeyError(1)") { failed += 1 }
        }
        // The host stops the loop.
        if ticks == 1000 { let m = group.harness.port.memory; m[group.place(0) + State.pending] |= Pending.interrupt }
      }
    }
    let group = Group(regions: 64 << 10)
    for i in 0..<4 { _ = group.create(i) }
    var healthy = group.vm(3)
    #expect(Self.run(&healthy, "n = 0\nd = {}\ndef tick():\n  global n\n  n += 1\n  d[n % 10] = [n, str(n)]\n"))
    let clock = Clock(group), block = group.harness.block
    block.pointee.chip = Unmanaged.passUnretained(clock).toOpaque()
    block.pointee.budget = Clock.period
    block.pointee.attend = { p in
      let clock = Unmanaged<Clock>.fromOpaque(p.pointee.chip!).takeUnretainedValue()
      if p.pointee.budget < 0 { clock.tick(-p.pointee.budget); p.pointee.budget = Clock.period }
    }
    var looping = group.vm(0)
    #expect(!Self.run(&looping, "while True:\n  x = [1, 2, 3]\n  y = 2 ** 200\n"))
    #expect(clock.failed == 0)
    // Stopped within a tick of being asked; no tick was late by more than a collection of its small heap.
    #expect(clock.ticks >= 1000 && clock.ticks < 1010, "\(clock.ticks)")
    #expect(clock.latest < 125_000, "\(clock.latest)")
    var again = group.vm(3)
    let n = try Self.number(&again, "n")
    #expect(Int(n) == clock.ticks)
    again.sound()
  }
}

private let source300 = "n = 0\nfor i in range(300000): n += i & 7\nprint(n)\n"
#endif
