import CortexM0Plus
import Emulation
import RP2040
import Testing

/// A comparison and the branch behind it go through the loop in one turn: nothing else may come of that than when each is executed alone.
@Suite struct ComparisonTests {
  private struct Outcome: Equatable {
    var registers: [UInt32], flags: UInt32, time: Cycle, instructions: Int
  }
  /// 64 rounds over operands that give all states of the flags; r7 counts the branches that were not taken. `slice`: how many cycles the chip runs at a time.
  private func run(_ comparison: UInt16, _ branch: UInt16, at code: UInt32, other: [UInt16]?, slice: Cycle, observed: Bool) throws -> Outcome {
    let rig = try ArmRig([ArmRig.wfi], other: other)
    // loop: [comparison]; [branch] over the next; adds r7, #1; adds r1, #39; lsls r1, r1, #3; adds r0, r0, r1; subs r6, #1; bne loop; wfi
    for (i, w) in [comparison, branch, 0x3701, 0x3127, 0x00c9, 0x1840, 0x3e01, 0xd1f7, ArmRig.wfi].enumerated() {
      if code >> 28 == 1 {
        rig.chip.flash.storeBytes(of: w, toByteOffset: Int(code & 0xff_ffff) + 2 * i, as: UInt16.self)
      } else {
        rig.put(code + UInt32(2 * i), [w])
      }
    }
    rig.core.pc = code
    rig.core[0] = 0x7fff_fff0; rig.core[1] = 5; rig.core[6] = 64
    var seen = 0
    if observed { rig.core.onInstruction = { _ in seen += 1 } }
    let begin = rig.core.time
    while !rig.core.sleeping, rig.core.time < begin + 20_000 { _ = rig.chip.run(until: rig.chip.now + slice) }
    return Outcome(registers: (0..<16).map { rig.core[$0] }, flags: rig.core.flags, time: rig.core.time - begin, instructions: seen)
  }
  /// cmp r0, #200; cmp r0, r1; tst r0, r1; subs r0, #17 — from striped and unstriped SRAM and flash, alone and beside a core that shares the bus.
  @Test(arguments: [0x28c8, 0x4288, 0x4208, 0x3811] as [UInt16], [0x2000_6000, 0x2100_1802, 0x1000_00f6] as [UInt32])
  func withTheBranchItIsAsWithoutIt(_ comparison: UInt16, _ code: UInt32) throws {
    for condition in 0..<14 as Range<UInt16> {
      let branch = 0xd000 | condition << 8
      for (other, slice) in [(nil, 1), (nil, 20_000), (BusArbiterTests.loads, 1), (BusArbiterTests.loads, 20_000)] as [([UInt16]?, Cycle)] {
        let together = try run(comparison, branch, at: code, other: other, slice: slice, observed: false)
        // Who is observed executes one at a time.
        var one = try run(comparison, branch, at: code, other: other, slice: slice, observed: true)
        #expect(one.instructions > 0)
        one.instructions = 0
        #expect(one == together, "condition \(condition), \(slice)")
      }
    }
  }
}
