import Emulation
import RP2040
import Registers
import Testing

/// RP2040 data sheet §4.6.
@Suite struct TIMERTests {
  private func bench() throws -> Bench {
    let b = try Bench()
    b.startPLLs()
    b.release(RESETS.RESET.TIMER.mask)
    return b
  }
  private func pending(_ b: Bench) -> UInt32 { b.read(PPB.base + PPB.NVIC_ISPR.offset) }

  @Test func countsMicroseconds() throws {
    let b = try bench()
    let before = b.read(TIMER.base + TIMER.TIMERAWL.offset)
    b.pass(125 * 1000)
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == before + 1000)
  }
  @Test func readingTheLowHalfLatchesTheHigh() throws {
    let b = try bench()
    b.write(TIMER.base + TIMER.TIMELW.offset, 0xffff_fffe)
    b.write(TIMER.base + TIMER.TIMEHW.offset, 5)
    #expect(b.read(TIMER.base + TIMER.TIMELR.offset) == 0xffff_fffe)
    b.pass(125 * 10)
    #expect(b.read(TIMER.base + TIMER.TIMEHR.offset) == 5)
    #expect(b.read(TIMER.base + TIMER.TIMERAWH.offset) == 6)
    #expect(b.read(TIMER.base + TIMER.TIMELR.offset) == 8)
    #expect(b.read(TIMER.base + TIMER.TIMEHR.offset) == 6)
  }
  @Test func fourAlarms() throws {
    let b = try bench()
    b.write(TIMER.base + TIMER.INTE.offset, 15)
    let t = b.read(TIMER.base + TIMER.TIMERAWL.offset)
    for i in 0..<4 as Range<UInt32> { b.write(TIMER.base + TIMER.ALARM0.offset + 4 * i, t + 100 * (i + 1)) }
    #expect(b.read(TIMER.base + TIMER.ARMED.offset) == 15)
    b.write(TIMER.base + TIMER.ARMED.offset, 4)  // alarm 2 is called off
    b.pass(125 * 101)
    #expect(b.read(TIMER.base + TIMER.INTS.offset) == 1 && b.read(TIMER.base + TIMER.ARMED.offset) == 10)
    #expect(pending(b) == 1)
    b.pass(125 * 300)
    #expect(b.read(TIMER.base + TIMER.INTR.offset) == 11)
    b.write(TIMER.base + TIMER.INTR.offset, 3)
    #expect(b.read(TIMER.base + TIMER.INTS.offset) == 8)
    b.write(TIMER.base + TIMER.INTF.offset, 4)
    #expect(b.read(TIMER.base + TIMER.INTS.offset) == 12)
  }
  @Test func anAlarmFiresInTheCycleOfItsMicrosecond() throws {
    let b = try bench()
    let t = b.read(TIMER.base + TIMER.TIMERAWL.offset)
    b.write(TIMER.base + TIMER.ALARM0.offset, t + 3)
    while b.read(TIMER.base + TIMER.INTR.offset) == 0 { b.pass(1) }
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == t + 3)
    b.pass(124)
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == t + 3)
    b.pass(1)
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == t + 4)
  }
  @Test func alarmsKeepTheirTimeAcrossAChangeOfClkSys() throws {
    let b = try bench()
    let t = b.read(TIMER.base + TIMER.TIMERAWL.offset), from = b.chip.instant(b.chip.now).nanoseconds
    b.write(TIMER.base + TIMER.ALARM1.offset, t + 1000)
    b.pass(125 * 300)
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 1 << 5 | 1)  // 48 MHz
    while b.read(TIMER.base + TIMER.INTR.offset) == 0 { b.pass(1) }
    let passed = b.chip.instant(b.chip.now).nanoseconds - from
    #expect(passed > 999_000 && passed <= 1_000_030)
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == t + 1000)
  }
  @Test func pauseHoldsTheTime() throws {
    let b = try bench()
    b.write(TIMER.base + TIMER.PAUSE.offset, 1)
    let t = b.read(TIMER.base + TIMER.TIMERAWL.offset)
    b.write(TIMER.base + TIMER.ALARM0.offset, t + 5)
    b.pass(125 * 50)
    #expect(b.read(TIMER.base + TIMER.TIMERAWL.offset) == t && b.read(TIMER.base + TIMER.INTR.offset) == 0)
    b.write(TIMER.base + TIMER.PAUSE.offset, 0)
    b.pass(125 * 6)
    #expect(b.read(TIMER.base + TIMER.INTR.offset) == 1)
  }
}
