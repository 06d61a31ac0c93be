import CPort
import Port
import Testing

@testable import Python

/// Marking in slices: its barrier, its bounds, and that nothing is lost.
@Suite struct MarkingTests {
  private func phase(_ vm: borrowing VM) -> UInt32 { vm.memory[vm.state &+ HeapState.marking] & 255 }

  /// A random graph that changes while it is being marked, against a model. Slices keep their bound of 20 µs.
  @Test func slicesLoseNothing() throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      let h = Harness()
      var vm = h.interpreter(heap: 48 << 10, hostile: false, watchful: false), random = Random(seed)
      vm.enterHandler()
      vm.leaveHandler()
      let count: UInt32 = 24, roots = vm.slots(count), a = vm.slot(), b = vm.slot()
      var fields: [[Int]] = [], rootIDs = [Int](repeating: -1, count: Int(count)), longest: UInt32 = 0, slices = 0
      // To some object: from a root, a few steps.
      func find(_ vm: borrowing VM, _ random: inout Random, _ out: Slot) -> Int {
        let r = random.next(count)
        var id = rootIDs[Int(r)]
        vm.copy(out, roots.up(r))
        for _ in 0..<random.next(6) where id >= 0 {
          let i = Int(random.next(UInt32(fields[id].count)))
          if fields[id][i] < 0 { break }
          vm.set(out, vm(out).at(3 + UInt32(i)))
          id = fields[id][i]
        }
        return id
      }
      for _ in 0..<30_000 {
        switch random.next(5) {
        case 0, 1:
          let n = 1 + random.next(random.next(40) == 0 ? 300 : 6)
          try vm.newItems(Kind.storage, n + 1, a)
          vm(a).setInt(2, Int32(fields.count))
          let r = random.next(count)
          // Half of the new ones hold what was there.
          fields.append([Int](repeating: -1, count: Int(n)))
          if random.next(2) == 0 && rootIDs[Int(r)] >= 0 {
            vm(a).set(3, vm(roots.up(r)))
            fields[fields.count - 1][0] = rootIDs[Int(r)]
          }
          // A root moves on now and then, so that garbage is made.
          vm.set(roots.up(r), vm(a))
          rootIDs[Int(r)] = fields.count - 1
        case 2:
          let from = find(vm, &random, a), to = find(vm, &random, b)
          if from < 0 { break }
          let i = random.next(UInt32(fields[from].count))
          vm(a).set(3 + i, vm(b))
          fields[from][Int(i)] = to
        case 3:
          let r = random.next(count)
          if random.next(8) == 0 { vm.set(roots.up(r), .null); rootIDs[Int(r)] = -1 }
          let from = find(vm, &random, a)
          if from >= 0 {
            let i = random.next(UInt32(fields[from].count))
            vm(a).set(3 + i, Value.null)
            fields[from][Int(i)] = -1
          }
        default:
          if phase(vm) == MarkingPhase.none {
            var c = Collector(vm)
            c.begin()
          } else {
            if random.next(200) == 0 { var c = Collector(vm); c.begin() }  // gives up and starts anew
            var c = Collector(vm)
            longest = max(longest, c.slice(1800 >> random.next(5)))
            slices += 1
          }
        }
        vm.set(a, .null)
        vm.set(b, .null)
      }
      vm.collect()
      vm.sound()
      // The model and the heap agree.
      var seen = Set<Int>(), wrong = 0
      func compare(_ vm: borrowing VM, _ word: UInt32, _ id: Int) {
        var stack = [(word, id)]
        while let (w, id) = stack.popLast() {
          if id < 0 { if w != 0 { wrong += 1 }; continue }
          if w == 0 || vm.memory[w + 8] != UInt32(id) << 1 | 1 { wrong += 1; continue }
          if !seen.insert(id).inserted { continue }
          for (i, f) in fields[id].enumerated() { stack.append((vm.memory[w + 12 + UInt32(i) * 4], f)) }
        }
      }
      for r in 0..<count { compare(vm, vm.memory[roots.up(r).address], rootIDs[Int(r)]) }
      #expect(wrong == 0 && longest <= 2500 && slices > 1000, "seed \(seed): \(wrong) wrong, \(longest) cycles, \(slices) slices")
      #expect(vm.collectionCount > 3)
    }
  }

  /// A store that does not tell the collector is found; one that does is not complained about.
  @Test func aMissedBarrierIsFound() throws {
    let h = Harness()
    var vm = h.interpreter(hostile: false, watchful: true)
    let keep = try vm.table(4), t = vm.slot()
    while phase(vm) != MarkingPhase.done { vm.watch() }
    try vm.newItems(Kind.tuple, 1, t)
    vm(keep).set(2, vm(t))
    #expect(vm.checkMarking() == nil)
    while phase(vm) != MarkingPhase.none { vm.watch() }
    while phase(vm) != MarkingPhase.done { vm.watch() }
    #expect(vm.checkMarking() == nil)
    vm(keep).setRaw(3, vm(t).word)
    #expect(vm.checkMarking() != nil)
    vm(keep).set(3, vm(t))
    #expect(vm.checkMarking() == nil)
  }

  /// Programs of the language's every corner, marked all the time.
  @Test func programsInAWatchfulHeap() throws {
    let printed = try h(
      """
      import gc
      class Node:
        def __init__(self, n): self.n, self.next, self.all = n, None, []
        @property
        def twice(self): return [self.n, self.n]
      def produce(n):
        held = []
        for i in range(n):
          held.append([i])
          yield held[-1]
      head = None
      table, names, deep = {}, set(), []
      for i in range(300):
        node = Node(i)
        node.next, head = head, node
        node.extra = (i, str(i))
        table[str(i)] = node.twice
        table[i] = [node]
        names.add('n%d' % i)
        deep.insert(0, [i])
        if i % 3 == 0: del table[i], deep[-1]; deep[1:1] = [[i], [i]]
        def inner(x=[i]):
          nonlocal_ = [x, i]
          return lambda: nonlocal_
        node.all.append(inner())
        if i % 50 == 0: gc.collect()
      total, n = 0, head
      while n:
        total += n.n + int(n.extra[1]) + n.all[0]()[1]
        n = n.next
      print(total, len(table), len(names), sum(x[0] for x in deep), sum(x[0] for x in produce(200)))
      rows = sorted(([i % 7, i] for i in range(500)), key=lambda r: (r[0], -r[1]))
      print(rows[0], rows[-1], [list(reversed(r)) for r in rows[:3]])
      """)
    #expect(printed == "134550 500 300 71640 19900\n[0, 497] [6, 6] [[497, 0], [490, 0], [483, 0]]\n", "\(printed)")
  }
  private func h(_ program: String) throws -> String { try Harness().python(program, hostile: false, watchful: true) }
}
