import Emulation
import Glibc
import Testing

@Suite struct HostTests {
  @Test func theInboxKeepsOrderAndRings() {
    let inbox = HostInbox()
    #expect(!inbox.wait(until: HostInbox.clock()))
    inbox.post(HostInput(port: 1, bytes: [1]))
    inbox.post(HostInput(port: 2, bytes: [2, 3]))
    #expect(inbox.wait(until: nil))
    #expect(inbox.take().map(\.port) == [1, 2])
    #expect(inbox.take().isEmpty)
    #expect(!inbox.wait(until: HostInbox.clock() + 1_000_000))
    inbox.ring()
    #expect(inbox.wait(until: nil))
  }
  @Test func aSnapshotIsTheLatestAndWhole() {
    let s = Snapshot(bytes: 64)
    #expect(s.latest { p, isNew in !isNew && p.load(as: UInt8.self) == 0 })
    for i in 1...5 as ClosedRange<UInt8> { s.publish { memset($0, Int32(i), 64) } }
    #expect(s.latest { p, isNew in isNew && (0..<64).allSatisfy { p.load(fromByteOffset: $0, as: UInt8.self) == 5 } })
    #expect(s.latest { p, isNew in !isNew && p.load(as: UInt8.self) == 5 })
  }
  @Test func theAddressSpaceIsAlignedAndShared() throws {
    let space = try AddressSpace()
    #expect(UInt(bitPattern: space.base) & 0xffff_ffff == 0)
    try space.map(0x2000_0000, bytes: 4096)
    (space.base + 0x2000_0000).storeBytes(of: 7, as: UInt32.self)
    let flash = try space.mapShared(bytes: 65536, filledWith: 0xff, windows: [0x1000_0000, 0x1100_0000], window: 1 << 24)
    flash.storeBytes(of: 99, toByteOffset: 65532, as: UInt32.self)
    #expect((space.base + 0x1100_0000 + 0xff_fffc).load(as: UInt32.self) == 99)
  }
  @Test func savedStateIsChecked() throws {
    var w = StateWriter()
    w.tag("TIMER")
    w.put([1, 2, 3] as [UInt16])
    w.put(true)
    var r = StateReader(w.bytes)
    try r.tag("TIMER")
    let a: [UInt16] = try r.get()
    let b: Bool = try r.get()
    #expect(a == [1, 2, 3] && b && r.atEnd)
    #expect(throws: StateError.self) {
      var r = StateReader(w.bytes); try r.tag("PWM")
    }
    #expect(throws: StateError.self) {
      var r = StateReader([5, 0, 0, 0, 1]); try r.tag("x")
    }
  }
}
