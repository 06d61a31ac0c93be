import Port
import Testing

@testable import Python

/// A small generator with a fixed sequence for each seed.
struct Random {
  var x: UInt64
  init(_ seed: UInt64) { x = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }
  mutating func next(_ n: UInt32) -> UInt32 {
    x ^= x << 13; x ^= x >> 7; x ^= x << 17
    return UInt32(truncatingIfNeeded: x >> 20) % n
  }
}

extension VM {
  /// A storage in a new slot.
  mutating func table(_ n: UInt32) throws -> Slot { let s = slot(); try newItems(Kind.storage, n, s); return s }
  borrowing func sound(_ location: SourceLocation = #_sourceLocation) {
    if let wrong = check() { Issue.record(Comment(rawValue: "\(wrong)"), sourceLocation: location) }
  }
  /// The whole walkable heap as words, references relative to the heap's start.
  borrowing func snapshot() -> [UInt32] {
    let start = memory[state &+ State.heapStart]
    var words: [UInt32] = []
    var p = start
    while p < memory[state &+ State.heapCursor] { words.append(memory[p]); p += 4 }
    return words
  }
}

@Suite struct HeapTests {
  @Test func objectsAreZeroedAndWalkable() throws {
    let h = Harness()
    var vm = h.interpreter()
    let s = vm.slot()
    for n: UInt32 in [1, 2, 7, 100, 8190, 8191, 9000] {
      try vm.newItems(Kind.tuple, n, s)
      for i in 0..<n { Harness.expect(vm(s).at(2 + i).isNull) }
      Harness.expect(vm(s).int(1) == Int32(n))
      try vm.newRaw(Kind.bytes, bytes: n * 3, s)
      Harness.expect(vm(s).int(1) == Int32(n * 3))
    }
    vm.sound()
    vm.collect()
    vm.sound()
  }

  @Test func threadingAgreesWithASimpleCompactor() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let h = Harness()
      var vm = h.interpreter(heap: 64 << 10), random = Random(seed)
      let roots = vm.slots(40), t = vm.slot()
      for _ in 0..<1500 {
        let kind = random.next(3)
        if kind == 0 {
          try vm.newRaw(Kind.bytes, bytes: random.next(40), t)
        } else {
          let n = 1 + random.next(8)
          try vm.newItems(kind == 1 ? Kind.tuple : Kind.storage, n, t)
          for i in 0..<n { vm(t).set(2 + i, vm(roots.up(random.next(40)))) }
          // A cycle now and then.
          if random.next(4) == 0 { vm(t).set(2, vm(t)) }
        }
        // Old objects refer to young ones too.
        do {
          let older = vm(roots.up(random.next(40)))
          if older.isObject && older.kind >= Kind.tuple && older.int(1) > 0 && random.next(2) == 0 { older.set(2 + random.next(UInt32(older.int(1))), vm(t)) }
        }
        vm.copy(roots.up(random.next(40)), t)
      }
      for i in 0..<40 where random.next(3) == 0 { vm.set(roots.up(UInt32(i)), .null) }
      vm.set(t, .none)
      let expected = reference(vm)
      vm.collect()
      vm.sound()
      Harness.expect(vm.snapshot() == expected)
    }
  }

  /// Mark with a set, forward with a dictionary, copy.
  func reference(_ vm: borrowing VM) -> [UInt32] {
    let m = vm.memory, start = m[vm.state &+ State.heapStart], end = m[vm.state &+ State.heapCursor]
    func inHeap(_ v: UInt32) -> Bool { v & 3 == 0 && v >= start && v < end }
    func size(_ o: UInt32) -> UInt32 { Object.words(m[o], m[o &+ 4]) }
    var live: Set<UInt32> = [], todo: [UInt32] = []
    for i in 0..<Root.count { todo.append(m[vm.state &+ State.roots &+ i &* 4]) }
    var p = m[vm.thread &+ Thread.stackBase]
    while p < m[vm.thread &+ Thread.top] { todo.append(m[p]); p += 4 }
    while let v = todo.popLast() {
      if !inHeap(v) || !live.insert(v).inserted || Header.kind(m[v]) < Kind.tuple { continue }
      for i in 1..<size(v) { todo.append(m[v &+ i &* 4]) }
    }
    var to: [UInt32: UInt32] = [:], d = start
    for o in live.sorted() { to[o] = d; d += size(o) * 4 }
    var words: [UInt32] = []
    for o in live.sorted() {
      words.append(m[o])
      for i in 1..<max(size(o), 1) {
        let v = m[o &+ i &* 4]
        words.append(Header.kind(m[o]) >= Kind.tuple && inHeap(v) ? to[v]! : v)
      }
    }
    return words
  }

  @Test func deepListsAreMarkedWithoutAStack() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 400 << 10)
    // A chain, then a wide fan of chains: far more grey objects than the mark stack holds.
    let head = vm.slot(), t = vm.slot()
    for _ in 0..<10000 { try vm.newItems(Kind.tuple, 1, t); vm(t).set(2, vm(head)); vm.copy(head, t) }
    let fan = try vm.table(2000)
    for i in 0..<2000 as Range<UInt32> { try vm.newItems(Kind.tuple, 2, t); vm(t).set(2, vm(fan)); vm(fan).set(2 + i, vm(t)) }
    vm.collect()
    vm.sound()
    var n = 0
    while !vm(head).isNull { n += 1; vm.set(head, vm(head).at(2)) }
    #expect(n == 10000)
    for i in 0..<2000 as Range<UInt32> { Harness.expect(vm(fan).at(2 + i).at(2).word == vm(fan).word) }
  }

  /// T1.1: fill to 90 %, free every second object, then ask for 40 % in one piece.
  @Test(arguments: [0, 3, 10]) func fillAndPunch(pins: Int) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let h = Harness()
      var vm = h.interpreter(heap: 192 << 10), random = Random(seed)
      let total = vm.heapTotal(), n = total * 9 / 10 / (64 + 12)
      let keep = try vm.table(n), t = vm.slot(), b = vm.slot()
      for i in 0..<n {
        try vm.newRaw(Kind.buffer, bytes: 56, t)
        try vm.new(Kind.bytearray, words: 4, b)
        vm(b).setInt(1, 56)
        vm(b).set(2, vm(t))
        vm(b).setInt(3, 0)
        if i % 6 == 0 { vm(keep).set(2 + i, vm(b)) } else { vm(keep).set(2 + i, vm(t)) }
      }
      var addresses: [(UInt32, Address)] = []
      for _ in 0..<pins {
        let i = random.next(n / 6) * 6
        vm.set(b, vm(keep).at(2 + i))
        if addresses.contains(where: { $0.0 == i }) { continue }
        addresses.append((i, try vm.pin(b)))
      }
      for i in 0..<n where i % 2 == 1 { vm(keep).set(2 + i, .null) }
      vm.set(t, .null)
      vm.set(b, .null)
      try vm.newRaw(Kind.buffer, bytes: total * 2 / 5, t)
      vm.sound()
      for (i, a) in addresses { Harness.expect(vm(keep).at(2 + i).at(2).word + 8 == a) }
    }
  }

  /// T1.2 and T1.5 scaled down: random sizes up to a quarter of the heap, no MemoryError while the formula of Documentation/Heap.md holds.
  @Test(arguments: [0, 10]) func randomWorkload(pins: Int) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      let h = Harness()
      var vm = h.interpreter(heap: 96 << 10), random = Random(seed)
      let total = vm.heapTotal(), slots: UInt32 = 400
      let keep = try vm.table(slots), t = vm.slot(), held = try vm.table(20)
      var sizes = [UInt32](repeating: 0, count: Int(slots)), live: UInt32 = 3000
      var pinned: [(UInt32, Address)] = []
      for i in 0..<UInt32(pins) {
        try vm.newRaw(Kind.buffer, bytes: 32 + random.next(900), t)
        let count = UInt32(vm(t).int(1))
        let b = vm.slot()
        try vm.new(Kind.bytearray, words: 4, b)
        vm(b).setInt(1, Int32(count))
        vm(b).set(2, vm(t))
        vm(b).setInt(3, 0)
        vm(held).set(2 + i, vm(b))
        pinned.append((i, try vm.pin(b)))
        live += count + 32
        vm.release(to: b)
      }
      for step in 0..<10_000 {
        let i = random.next(slots)
        live -= sizes[Int(i)]
        vm(keep).set(2 + i, .null)
        sizes[Int(i)] = 0
        let n = random.next(100) == 0 ? random.next(total / 4) : random.next(400)
        if live + n + 16 > total * 9 / 10 { continue }
        try vm.newRaw(Kind.bytes, bytes: n, t)
        vm(keep).set(2 + i, vm(t))
        vm.set(t, .null)
        sizes[Int(i)] = (n + 3) / 4 * 4 + 12
        live += sizes[Int(i)]
        if step % 1000 == 0 { vm.sound() }
      }
      for (i, a) in pinned { Harness.expect(vm(held).at(2 + i).at(2).word + 8 == a) }
      vm.sound()
    }
  }

  /// T1.3: the sizes double after every second object of the smaller size was freed (Robson's pattern).
  @Test func adversary() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 128 << 10)
    let budget = vm.heapTotal() / 2
    let keep = try vm.table(4000), t = vm.slot()
    var size: UInt32 = 8
    while size < budget / 4 {
      var used: UInt32 = 0, i: UInt32 = 0
      while used + size + 16 < budget && i < 4000 {
        if vm(keep).at(2 + i).isNull {
          try vm.newRaw(Kind.bytes, bytes: size, t)
          vm(keep).set(2 + i, vm(t))
        }
        used += UInt32(vm(keep).at(2 + i).int(1)) + 16
        i += 1
      }
      for k in 0..<4000 as Range<UInt32> where k % 2 == 0 || k >= i { vm(keep).set(2 + k, .null) }
      size *= 2
    }
    vm.set(t, .null)
    vm.sound()
  }

  @Test func pinChurnKeepsAddressesAndGivesTheZoneBack() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 96 << 10), random = Random(7)
    let keep = try vm.table(40), t = vm.slot(), b = vm.slot()
    var address = [Address](repeating: 0, count: 40), fill = [UInt8](repeating: 0, count: 40)
    for step in 0..<3000 {
      let i = random.next(40)
      if vm(keep).at(2 + i).isNull {
        let n = 1 + random.next(600)
        try vm.newRaw(Kind.buffer, bytes: n, t)
        try vm.new(Kind.bytearray, words: 4, b)
        vm(b).setInt(1, Int32(n))
        vm(b).set(2, vm(t))
        vm(b).setInt(3, 0)
        address[Int(i)] = try vm.pin(b)
        fill[Int(i)] = UInt8(truncatingIfNeeded: step)
        vm.memory.fill(address[Int(i)], fill[Int(i)], count: n)
        vm(keep).set(2 + i, vm(b))
      } else {
        vm.set(b, vm(keep).at(2 + i))
        Harness.expect(vm(b).at(2).word + 8 == address[Int(i)])
        Harness.expect(vm(b).at(2).byte(8) == fill[Int(i)])
        vm.unpin(b)
        vm(keep).set(2 + i, .null)
      }
      vm.set(t, .null)
      vm.set(b, .null)
      if step % 100 == 0 { vm.collect(); vm.sound() }
    }
    for i in 0..<40 as Range<UInt32> where !vm(keep).at(2 + i).isNull { vm.set(b, vm(keep).at(2 + i)); vm.unpin(b) }
    vm.collect()
    vm.sound()
    Harness.expect(vm.memory[vm.state + HeapState.zoneStart] == vm.memory[vm.state + HeapState.arenas])
  }

  @Test func pinnedBytesAreACopy() throws {
    let h = Harness()
    var vm = h.interpreter()
    let s = vm.slot()
    try vm.newRaw(Kind.bytes, bytes: 10, s)
    vm(s).setByte(12, 77)
    let a = try vm.pin(s), again = try vm.pin(s)
    #expect(a == again && vm.memory.byte(a) == 77)
    vm.unpin(s)
    vm.collect()
    Harness.expect(vm.memory.byte(a) == 77)
    vm.unpin(s)
    vm.collect()
    vm.sound()
    Harness.expect(vm.memory[vm.state + HeapState.zoneStart] == vm.memory[vm.state + HeapState.arenas])
  }

  /// T1.8 scaled: identities over forced compactions.
  @Test func identitySurvivesMoves() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 300 << 10), random = Random(3)
    let n: UInt32 = 2000
    let keep = try vm.table(n), t = vm.slot()
    for i in 0..<n { try vm.newItems(Kind.tuple, random.next(4), t); vm(keep).set(2 + i, vm(t)) }
    var ids = [UInt32](repeating: 0, count: Int(n))
    for _ in 0..<n { let i = random.next(n); vm.set(t, vm(keep).at(2 + i)); ids[Int(i)] = try vm.identityNumber(t) }
    for round in 0..<50 {
      for _ in 0..<20 {
        let i = random.next(n)
        try vm.newItems(Kind.tuple, random.next(5), t)
        vm(keep).set(2 + i, vm(t))
        ids[Int(i)] = try vm.identityNumber(t)
      }
      vm.collect()
      if round % 10 == 0 { vm.sound() }
      for i in 0..<n where ids[Int(i)] != 0 { vm.set(t, vm(keep).at(2 + i)); let now = try vm.identityNumber(t); #expect(now == ids[Int(i)]) }
    }
    #expect(Set(ids.filter { $0 != 0 }).count == ids.filter { $0 != 0 }.count)
    // The dead leave the table.
    for i in 0..<n { vm(keep).set(2 + i, .null) }
    vm.set(t, .null)
    vm.collect()
    Harness.expect(vm.memory[vm.state + HeapState.identityCount] == 0)
  }

  @Test func weakHandlesAndFinalisers() throws {
    let h = Harness()
    var vm = h.interpreter()
    let a = vm.slot(), b = vm.slot(), out = vm.slot()
    try vm.newItems(Kind.tuple, 1, a)
    try vm.newItems(Kind.tuple, 2, b)
    vm(b).set(2, .true)
    let wa = try vm.newWeak(a), wb = try vm.newWeak(b)
    try vm.addFinaliser(b)
    vm.collect()
    vm.weak(wa, out)
    Harness.expect(vm(out).word == vm(a).word)
    vm.set(a, .null)
    vm.set(b, .null)
    vm.set(out, .null)
    vm.collect()
    vm.sound()
    vm.weak(wa, out)
    Harness.expect(vm(out).isNull)
    // Revived until its finaliser has run.
    vm.weak(wb, out)
    Harness.expect(!vm(out).isNull)
    vm.set(out, .null)
    Harness.expect(vm.nextFinalisable(out))
    Harness.expect(vm(out).at(2).value == .true)
    Harness.expect(!vm.nextFinalisable(a))
    vm.set(out, .null)
    vm.collect()
    vm.weak(wb, out)
    Harness.expect(vm(out).isNull)
    let s = try vm.newHandle(a)
    vm.handle(s, out)
    vm.dropHandle(s)
  }

  @Test func interruptsAllocateWithoutCollecting() throws {
    let h = Harness()
    var vm = h.interpreter()
    let keep = vm.slots(20)
    var n: UInt32 = 0
    while vm.newISR(Kind.tuple, words: 4, keep.up(n)) { vm(keep.up(n)).setInt(1, 2); vm(keep.up(n)).setInt(2, Int32(n)); n += 1; vm.sound() }
    #expect(n == 16)
    vm.collect()
    vm.sound()
    for i in 0..<n {
      Harness.expect(vm(keep.up(i)).int(2) == Int32(i))
      Harness.expect(vm(keep.up(i)).word < vm.memory[vm.state + State.heapCursor])
    }
    Harness.expect(vm.newISR(Kind.tuple, words: 4, keep))
  }

  @Test func growthInPlaceAtTheEnd() throws {
    let h = Harness()
    var vm = h.interpreter(hostile: false)
    let s = try vm.table(4)
    vm(s).set(2, .true)
    Harness.expect(vm.growItems(s, to: 100))
    Harness.expect(vm(s).int(1) == 100 && vm(s).at(101).isNull && vm(s).at(2).value == .true)
    Harness.expect(vm.growItems(s, to: 9000))
    vm.sound()
    let t = try vm.table(1)
    Harness.expect(!vm.growItems(s, to: 9001))
    Harness.expect(vm.growItems(t, to: 2))
    Harness.expect(!vm.growItems(t, to: 1_000_000))
    vm.collect()
    vm.sound()
    Harness.expect(vm(s).int(1) == 9000)
  }

  @Test func exhaustionIsAnErrorAndRecovers() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 32 << 10)
    let list = vm.slot(), t = vm.slot()
    var n = 0
    do throws(Raise) {
      while true { try vm.newItems(Kind.tuple, 3, t); vm(t).set(2, vm(list)); vm.copy(list, t); n += 1 }
    } catch {}
    #expect(n > 1200)
    vm.sound()
    vm.set(list, .null)
    vm.set(t, .null)
    try vm.newRaw(Kind.buffer, bytes: 20 << 10, t)
    // (#expect(throws:) with a typed closure crashes this compiler.)
    var refused = 0
    do throws(Raise) { try vm.newItems(Kind.tuple, 0x3fff_ffff, t) } catch { refused += 1 }
    do throws(Raise) { try vm.newRaw(Kind.buffer, bytes: .max, t) } catch { refused += 1 }
    #expect(refused == 2)
  }

  @Test func aLockedHeapRefuses() throws {
    let h = Harness()
    var vm = h.interpreter()
    let t = vm.slot()
    Harness.expect(vm.lockHeap() == 1)
    do throws(Raise) { try vm.newItems(Kind.tuple, 1, t); Issue.record("allocated") } catch {
      Harness.expect(vm.memory[vm.thread + Thread.exception] == vm.root(.memoryError).word)
    }
    Harness.expect(vm.unlockHeap() == 0)
    try vm.newItems(Kind.tuple, 1, t)
  }

  @Test func hostileModeMovesEverythingAndPoisons() throws {
    let h = Harness()
    var vm = h.interpreter(hostile: true)
    let a = vm.slot(), b = vm.slot()
    try vm.newItems(Kind.tuple, 2, a)
    vm(a).setInt(2, 42)
    let before = vm(a).word
    try vm.newItems(Kind.tuple, 2, b)
    Harness.expect(vm(a).word != before && vm(a).int(2) == 42)
    Harness.expect(vm.memory[before] == poison)
    var random = Random(5)
    let keep = try vm.table(50)
    for i in 0..<3000 as Range<UInt32> {
      try vm.newItems(Kind.tuple, 1 + random.next(5), b)
      vm(b).setInt(2, Int32(i))
      vm(keep).set(2 + i % 50, vm(b))
    }
    for i in 0..<50 as Range<UInt32> { Harness.expect(vm(keep).at(2 + i).int(2) == Int32(2950 + i)) }
  }

  @Test func collectionsAtEveryNthAllocation() throws {
    let h = Harness()
    var vm = h.interpreter(hostile: false, every: 5)
    let t = vm.slot()
    let before = vm.memory[vm.state + State.collections]
    for _ in 0..<50 { try vm.newItems(Kind.tuple, 1, t) }
    Harness.expect(vm.memory[vm.state + State.collections] - before == 10)
  }
}
