import Port
import Testing

@testable import Python

@Suite struct DictTests {
  /// Random operations against a Swift model that keeps the order of insertion.
  @Test(arguments: [false, true]) func agreesWithAModel(texts: Bool) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let h = Harness()
      var vm = h.interpreter(heap: 256 << 10), random = Random(seed)
      let d = vm.slot(), key = vm.slot(), value = vm.slot(), out = vm.slot()
      try vm.newDict(d)
      var order: [UInt32] = [], model: [UInt32: Int32] = [:]
      let range: UInt32 = seed % 2 == 0 ? 12 : 700
      for step in 0..<4000 as Range<Int32> {
        let k = random.next(range)
        if texts && k % 3 != 0 {
          // Text objects; every fifth interned, so that both forms of one key meet.
          try vm.put("key number \(k)", key)
          if step % 5 == 0 { try vm.intern(key) }
        } else {
          vm.set(key, Value(int: Int32(k) - 5))
        }
        switch random.next(step % 1000 < 600 ? 4 : 8) {
        case 0, 1, 2:
          vm.set(value, Value(int: step))
          try vm.dictSet(d, key, value)
          if model[k] == nil { order.append(k) }
          model[k] = step
        case 3:
          let found = try vm.dictGet(d, key, out)
          #expect(found == (model[k] != nil))
          if found { Harness.expect(vm(out).value == Value(int: model[k]!)) } else { Harness.expect(vm(out).isNull) }
        default:
          let found = try vm.dictRemove(d, key, out)
          #expect(found == (model[k] != nil))
          if found { Harness.expect(vm(out).value == Value(int: model[k]!)); model[k] = nil; order.removeAll { $0 == k } }
        }
        Harness.expect(vm.dictCount(vm(d)) == UInt32(model.count))
        if step % 500 == 499 {
          var position: UInt32 = 0, seen: [Int32] = []
          while vm.dictNext(d, &position, key: key, value: value) { seen.append(vm(value).value.int) }
          #expect(seen == order.map { model[$0]! })
          vm.collect()
          vm.sound()
        }
      }
    }
  }

  @Test func namesAreFoundWithHints() throws {
    let h = Harness()
    var vm = h.interpreter()
    let d = vm.slot(), value = vm.slot()
    try vm.newDict(d)
    let names = [Q.append, Q.clear, Q.copy, Q.count, Q.extend, Q.index, Q.insert, Q.pop, Q.remove, Q.reverse, Q.sort, Q.get, Q.items, Q.keys]
    for (i, q) in names.enumerated() { vm.set(value, Value(int: Int32(i))); try vm.dictStore(d, q, value) }
    for (i, q) in names.enumerated() {
      Harness.expect(vm.dictFind(vm(d), q).value == Value(int: Int32(i)))
      Harness.expect(vm.dictIndex(of: q, in: vm(d)) == Int32(i))
      Harness.expect(vm.dictHint(vm(d), q, UInt32(i)).value == Value(int: Int32(i)))
      Harness.expect(vm.dictHint(vm(d), q, UInt32(i) + 1).isNull)
    }
    Harness.expect(vm.dictFind(vm(d), Q.abs).isNull)
    vm.set(value, .true)
    Harness.expect(vm.dictHintStore(vm(d), Q.count, 3, vm(value)))
    Harness.expect(vm.dictFind(vm(d), Q.count).value == .true)
    let dropped = try vm.dictDrop(d, Q.count)
    #expect(dropped)
    Harness.expect(vm.dictFind(vm(d), Q.count).isNull && vm.dictFind(vm(d), Q.keys).value == Value(int: 13))
    // A text object as key makes the dict mixed; names are still found.
    let key = vm.slot()
    try vm.put("not interned", key)
    try vm.dictSet(d, key, value)
    Harness.expect(vm(d).raw(Table.flags) & TableFlag.mixed != 0)
    Harness.expect(vm.dictFind(vm(d), Q.keys).value == Value(int: 13))
    try vm.intern(key)
    Harness.expect(vm.dictFind(vm(d), vm(key).value.qstr).value == .true)
  }

  @Test func flashIsNotWritten() throws {
    let h = Harness()
    var vm = h.interpreter()
    let d = vm.slot(), value = vm.slot()
    vm.set(d, Value(vm.memory[Image.base + Image.builtinsWord * 4]))
    var refused = 0
    do throws(Raise) { try vm.dictStore(d, Q.KeyError, value) } catch { refused += 1 }
    do throws(Raise) { try vm.dictStore(d, Q.append, value) } catch { refused += 1 }
    do throws(Raise) { _ = try vm.dictDrop(d, Q.KeyError) } catch { refused += 1 }
    #expect(refused == 3)
  }

  @Test func aDictSurvivesHostileMode() throws {
    let h = Harness()
    var vm = h.interpreter(hostile: true)
    let d = vm.slot(), key = vm.slot(), value = vm.slot()
    try vm.newDict(d)
    for i in 0..<300 {
      try vm.put("k\(i)", key)
      if i % 2 == 0 { try vm.intern(key) }
      vm.set(value, Value(int: Int32(i)))
      try vm.dictSet(d, key, value)
    }
    for i in 0..<300 {
      try vm.put("k\(i)", key)
      let found = try vm.dictGet(d, key, value)
      #expect(found)
      Harness.expect(vm(value).value == Value(int: Int32(i)))
    }
  }
}
