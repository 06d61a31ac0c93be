import Port
import Testing

@testable import Python

@Suite struct StringsTests {
  @Test func interningIsIdentity() throws {
    let h = Harness()
    var vm = h.interpreter()
    var numbers: [UInt32] = []
    for i in 0..<1000 {
      var text = Array("name\(i)".utf8)
      let q = try text.withUnsafeMutableBytes { (p) throws(Raise) in try vm.intern(UnsafeRawBufferPointer(p)) }
      numbers.append(q.number)
    }
    #expect(Set(numbers).count == 1000)
    for i in 0..<1000 {
      var text = Array("name\(i)".utf8)
      let q = try text.withUnsafeMutableBytes { (p) throws(Raise) in try vm.intern(UnsafeRawBufferPointer(p)) }
      #expect(q.number == numbers[i])
    }
    var known = Array("KeyError".utf8)
    #expect(try known.withUnsafeMutableBytes { (p) throws(Raise) in try vm.intern(UnsafeRawBufferPointer(p)) } == Q.KeyError)
    #expect(try vm.intern(UnsafeRawBufferPointer(start: nil, count: 0)) == Q.empty)
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
