import Emulation

// Which port of the bus fabric an access goes to (RP2040 data sheet §2.1.1), as `BusArbiter` has it.
extension ArmCore {
  /// SRAM: words go over banks 0 to 3 in turn, the scratch banks follow.
  @inline(__always) static func ramKey(_ a: UInt32) -> UInt8 {
    a & 0x4_0000 == 0
      ? BusArbiter.Key.sram &+ UInt8(truncatingIfNeeded: a &>> 2 & 3) : BusArbiter.Key.scratch &+ UInt8(truncatingIfNeeded: a &>> 12 & 1)
  }
  @inline(__always) static func stripedKey(_ a: UInt32) -> UInt8 { BusArbiter.Key.sram &+ UInt8(truncatingIfNeeded: a &>> 2 & 3) }
  /// Of any address.
  @inline(never) static func codeKey(_ a: UInt32) -> UInt8 { BusArbiter.key(a) }

  /// An access of any kind that holds its port for so many cycles from `cycle` on.
  @inline(never) func noteAccess(_ address: UInt32, _ cycles: Int32, at cycle: Cycle) { bus.note(Int(index), address, Int(cycles), at: cycle) }
  /// Words of SRAM, one a cycle, from `slot` of the ring on.
  @inline(never) func noteWords(_ address: UInt32, _ count: UInt32, _ slot: Cycle) {
    for n in 0..<count { ring[Int(UInt8(truncatingIfNeeded: slot &+ Cycle(n)))] = Self.ramKey(address &+ n &<< 2) }
  }
}
