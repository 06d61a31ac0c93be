import Port
import Testing

@testable import Python

@Suite struct StringsTests {
  @Test func interningIsIdentity() throws {
    let h = Harness()
    var vm = h.interpreter()
    var numbers: [UInt32] = []
    for i in 0..<1000 {
      let q = try vm.interned("name\(i)")
      numbers.append(q.number)
    }
    #expect(Set(numbers).count == 1000)
    for i in 0..<1000 {
      let q = try vm.interned("name\(i)")
      #expect(q.number == numbers[i])
    }
    let known = try vm.interned("KeyError"), empty = try vm.interned("")
    #expect(known == Q.KeyError && empty == Q.empty)
  }

  @Test func hashesSpreadOverLowBits() {
    var seen = Set<UInt32>()
    for i in 0..<1024 {
      let text = Array("key\(i)".utf8)
      seen.insert(text.withUnsafeBytes { hashOfBytes($0.baseAddress!, $0.count) } & 1023)
    }
    #expect(seen.count > 600)  // a random function fills 647 of 1024
  }
}
