import CPort
import Emulation
import RP2040
import Registers
import Testing

/// RP2040 data sheet §2.12-2.14 (resets, PSM), §4.7 (WATCHDOG), §2.20-2.21 (SYSINFO, SYSCFG).
@Suite struct ResetTests {
  @Test func blocksStartInResetAndReadAsZero() throws {
    let b = try Bench()
    #expect(b.read(RESETS.base) == 0x1ff_ffff)
    #expect(b.read(SYSINFO.base) == 0)
    #expect(b.chip.reports == ["SYSINFO is in reset: a read of offset 0x0 is lost"])
    b.release(RESETS.RESET.SYSINFO.mask)
    #expect(b.read(SYSINFO.base) == 0x2000_2927)
    #expect(b.read(RESETS.base + RESETS.RESET_DONE.offset) == RESETS.RESET.SYSINFO.mask)
  }
  @Test func resetDoneNeedsTheBlocksClock() throws {
    let b = try Bench()
    b.release(RESETS.RESET.UART0.mask)
    #expect(b.read(RESETS.base + RESETS.RESET_DONE.offset) == 0)
    b.write(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0x800)
    #expect(b.read(RESETS.base + RESETS.RESET_DONE.offset) == RESETS.RESET.UART0.mask)
  }
  @Test func resettingABlockForgetsItsState() throws {
    let b = try Bench()
    b.release(RESETS.RESET.SYSCFG.mask)
    b.write(SYSCFG.base + SYSCFG.PROC_IN_SYNC_BYPASS.offset, 0xffff_ffff)
    #expect(b.read(SYSCFG.base + SYSCFG.PROC_IN_SYNC_BYPASS.offset) == 0x3fff_ffff)
    b.set(RESETS.base, RESETS.RESET.SYSCFG.mask)
    b.release(RESETS.RESET.SYSCFG.mask)
    #expect(b.read(SYSCFG.base + SYSCFG.PROC_IN_SYNC_BYPASS.offset) == 0)
  }
  @Test func aPlatformWithAndWithoutHostLink() throws {
    for link in [false, true] {
      let b = try Bench { $0.hostLink = link }
      b.release(RESETS.RESET.TBMAN.mask)
      #expect(b.read(TBMAN.base) == (link ? 0x8000_0001 : 1))
    }
  }

  // MARK: WATCHDOG

  @Test func theCountdownGoesTwoATick() throws {
    let b = try Bench()
    b.startCrystal()
    b.write(WATCHDOG.base + WATCHDOG.LOAD.offset, 1000)
    b.write(WATCHDOG.base, WATCHDOG.CTRL.ENABLE.mask)
    b.pass(microseconds: 100)
    #expect(abs(Int(b.read(WATCHDOG.base) & 0xff_ffff) - 800) <= 2)
    b.write(WATCHDOG.base + WATCHDOG.LOAD.offset, 1000)
    b.pass(microseconds: 450)
    #expect(b.read(WATCHDOG.base + WATCHDOG.REASON.offset) == 0)
    b.pass(microseconds: 60)
    #expect(b.read(WATCHDOG.base + WATCHDOG.REASON.offset) == WATCHDOG.REASON.TIMER.mask)
    #expect(b.read(WATCHDOG.base) & WATCHDOG.CTRL.ENABLE.mask == 0)
  }
  @Test func itResetsWhatIsSelectedAndKeepsScratch() throws {
    let b = try Bench()
    b.startPLLs()
    b.release(RESETS.RESET.SYSCFG.mask | RESETS.RESET.TBMAN.mask)
    b.write(WATCHDOG.base + WATCHDOG.SCRATCH4.offset, 0xb007_c0d3)
    b.chip.space.base.storeBytes(of: 0x1234_5678, toByteOffset: 0x2000_0100, as: UInt32.self)
    b.write(PSM.base + PSM.WDSEL.offset, PSM.WDSEL.CLOCKS.mask | PSM.WDSEL.RESETS.mask)
    b.write(WATCHDOG.base, WATCHDOG.CTRL.TRIGGER.mask)
    b.pass(10)
    #expect(b.read(WATCHDOG.base + WATCHDOG.REASON.offset) == WATCHDOG.REASON.FORCE.mask)
    #expect(b.read(WATCHDOG.base + WATCHDOG.SCRATCH4.offset) == 0xb007_c0d3)
    #expect(b.read(RESETS.base) == 0x1ff_ffff)
    #expect(b.read(XOSC.base + XOSC.STATUS.offset) >> 31 == 1)  // not selected
    #expect(b.chip.hertz(.sys) == 6_500_000)
    #expect(b.read(0x2000_0100) == 0x1234_5678)
  }
  @Test func theCoresStartAgain() throws {
    let f = TestFirmware()
    var starts = 0
    f.start = { b, core in
      guard core == 0 else { return }
      starts += 1
      guard starts < 3 else { return }
      b.write(PSM.base + PSM.WDSEL.offset, 0x1_fffc)
      b.write(WATCHDOG.base, WATCHDOG.CTRL.TRIGGER.mask)
      Issue.record("went on after the reset")
    }
    let chip = try f.chip()
    _ = chip.run(until: 100_000)
    #expect(starts == 3)
    #expect(chip.peek(VREG_AND_CHIP_RESET.base + 8) == VREG_AND_CHIP_RESET.CHIP_RESET.HAD_POR.mask)
    chip.reset(.run)
    #expect(chip.peek(VREG_AND_CHIP_RESET.base + 8) == VREG_AND_CHIP_RESET.CHIP_RESET.HAD_RUN.mask)
    #expect(chip.peek(WATCHDOG.base + WATCHDOG.REASON.offset) == 0)
  }
  @Test func sysResetReqStartsTheCoresAndKeepsTheBlocks() throws {
    let f = TestFirmware()
    var starts = 0
    f.start = { b, core in
      guard core == 0 else { return }
      starts += 1
      if starts == 1 {
        b.release(RESETS.RESET.SYSCFG.mask)
        b.write(PPB.base + PPB.AIRCR.offset, 0x05fa_0004)
        Issue.record("went on after the reset")
      }
    }
    let chip = try f.chip()
    _ = chip.run(until: 100_000)
    #expect(starts == 2)
    #expect(chip.peek(RESETS.base)! & RESETS.RESET.SYSCFG.mask == 0)
  }
  @Test func thePSMHoldsACore() throws {
    let f = TestFirmware()
    var log: [String] = []
    f.start = { b, core in
      guard core == 0 else { log.append("core 1"); return }
      for _ in 0..<2 {
        b.write(PSM.base + PSM.FRCE_OFF.offset, PSM.FRCE_OFF.PROC1.mask)
        while b.read(PSM.base + PSM.DONE.offset) & PSM.DONE.PROC1.mask != 0 { b.spend(4) }
        b.write(PSM.base + PSM.FRCE_OFF.offset, 0)
        while b.read(PSM.base + PSM.DONE.offset) & PSM.DONE.PROC1.mask == 0 { b.spend(4) }
        while b.read(SIO.base + SIO.FIFO_ST.offset) & 1 != 0 { _ = b.read(SIO.base + SIO.FIFO_RD.offset) }
        for w: UInt32 in [0, 0, 1, 0, 0, 0] {
          b.write(SIO.base + SIO.FIFO_WR.offset, w)
          while b.read(SIO.base + SIO.FIFO_ST.offset) & 1 == 0 { b.spend(4) }
          _ = b.read(SIO.base + SIO.FIFO_RD.offset)
        }
        b.spend(500)
        _ = b.read(SIO.base)
      }
    }
    let chip = try f.chip()
    _ = chip.run(until: 100_000)
    #expect(log == ["core 1", "core 1"])
  }
}
