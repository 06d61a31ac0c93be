import Port
import Testing

@testable import Python

@Suite struct SetTests {
  @Test func operatorsAgreeWithSwiftSets() throws {
    let h = Harness()
    var vm = h.interpreter(), random = Random(11)
    let a = vm.slot(), b = vm.slot(), item = vm.slot(), out = vm.slot()
    for round in 0..<60 {
      var x: Set<Int32> = [], y: Set<Int32> = []
      try vm.newSet(round % 2 == 0 ? Kind.set : Kind.frozenset, a)
      try vm.newSet(Kind.set, b)
      for _ in 0..<random.next(40) { let n = Int32(random.next(30)); x.insert(n); vm.set(item, Value(int: n)); try vm.setAdd(a, item) }
      for _ in 0..<random.next(40) { let n = Int32(random.next(30)); y.insert(n); vm.set(item, Value(int: n)); try vm.setAdd(b, item) }
      let results: [(BinaryOp, Set<Int32>)] = [(.or, x.union(y)), (.and, x.intersection(y)), (.subtract, x.subtracting(y)), (.xor, x.symmetricDifference(y))]
      for (op, expected) in results {
        let applies = try vm.setBinary(op, a, b, out)
        #expect(applies)
        var got: Set<Int32> = [], position: UInt32 = 0
        while vm.setNext(out, &position, item: item) { got.insert(vm(item).value.int) }
        #expect(got == expected)
        Harness.expect(vm(out).kind == (round % 2 == 0 ? Kind.set : Kind.frozenset))
      }
      let comparisons: [(BinaryOp, Bool)] = [
        (.less, x.isStrictSubset(of: y)), (.lessEqual, x.isSubset(of: y)), (.more, x.isStrictSuperset(of: y)), (.moreEqual, x.isSuperset(of: y)),
        (.equal, x == y),
      ]
      for (op, expected) in comparisons { _ = try vm.setBinary(op, a, b, out); Harness.expect(vm(out).value == Value.bool(expected)) }
      vm.copy(out, b)
      let same = vm(out).word
      _ = try vm.setBinary(.inSubtract, b, a, out)
      Harness.expect(vm(out).word == same && vm(b).int(1) == Int32(y.subtracting(x).count))
    }
    vm.collect()
    vm.sound()
  }
}
