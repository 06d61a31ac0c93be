import Emulation
import RP2040
import Registers
import Testing

/// RP2040 data sheet §2.15.
@Suite struct CLOCKSTests {
  @Test func afterResetTheRingOscillatorClocksEverything() throws {
    let b = try Bench()
    #expect(b.chip.hertz(.sys) == 6_500_000)
    #expect(b.chip.hertz(.ref) == 6_500_000)
    #expect(b.chip.hertz(.peri) == 0)
    #expect(b.read(CLOCKS.base + CLOCKS.CLK_SYS_SELECTED.offset) == 1)
  }
  @Test func aGlitchlessMultiplexerWaitsForItsNewSource() throws {
    let b = try Bench()
    b.write(CLOCKS.base + CLOCKS.CLK_REF_CTRL.offset, 2)  // the crystal is off
    #expect(b.read(CLOCKS.base + CLOCKS.CLK_REF_SELECTED.offset) == 1)
    b.write(XOSC.base, 0xfab << 12 | 0xaa0)
    b.pass(microseconds: 10_000)
    #expect(b.read(CLOCKS.base + CLOCKS.CLK_REF_SELECTED.offset) == 4)
    #expect(b.chip.hertz(.ref) == 12_000_000)
  }
  @Test func dividersWithAFraction() throws {
    let b = try Bench()
    b.startPLLs()
    #expect(b.chip.hertz(.sys) == 125_000_000)
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_DIV.offset, 2 << 8 | 128)  // 2.5
    #expect(b.chip.hertz(.sys) == 50_000_000)
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_DIV.offset, 3 << 8 | 1)  // 3 + 1/256
    #expect(b.chip.frequency(.sys) == Frequency(125_000_000 * 256, over: 769))
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_CTRL.offset, 0x800)
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_DIV.offset, 1024 << 8)
    #expect(b.chip.hertz(.rtc) == 46875)
  }
  @Test func enablesAndAuxiliarySources() throws {
    let b = try Bench()
    b.startPLLs()
    b.write(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0x800)
    #expect(b.chip.hertz(.peri) == 125_000_000)
    b.write(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0x800 | 2 << 5)
    #expect(b.chip.hertz(.peri) == 48_000_000)
    b.write(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0xc00)  // KILL
    #expect(b.chip.hertz(.peri) == 0)
    b.write(CLOCKS.base + CLOCKS.CLK_USB_CTRL.offset, 0x800)
    #expect(b.chip.hertz(.usb) == 48_000_000)
  }
  @Test func timeGoesOnExactlyAcrossChanges() throws {
    let b = try Bench()
    b.startPLLs()
    let start = b.chip.instant(b.chip.now).nanoseconds
    for i in 0..<1000 as Range<UInt64> {
      // 1000 cycles at 125 MHz (8000 ns), 1000 at 48 MHz (20833.3 ns).
      b.write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, i % 2 == 0 ? 1 : 1 << 5 | 1)
      b.pass(1000)
    }
    let passed = b.chip.instant(b.chip.now).nanoseconds - start
    #expect(abs(Int64(passed) - 14_416_666) <= 1)
  }
  @Test func theFrequencyCounterMeasures() throws {
    let b = try Bench()
    b.startPLLs()
    b.write(CLOCKS.base + CLOCKS.FC0_REF_KHZ.offset, 12_000)
    b.write(CLOCKS.base + CLOCKS.FC0_INTERVAL.offset, 10)
    b.write(CLOCKS.base + CLOCKS.FC0_MIN_KHZ.offset, 124_000)
    b.write(CLOCKS.base + CLOCKS.FC0_MAX_KHZ.offset, 126_000)
    b.write(CLOCKS.base + CLOCKS.FC0_SRC.offset, 9)  // clk_sys
    #expect(b.read(CLOCKS.base + CLOCKS.FC0_STATUS.offset) & CLOCKS.FC0_STATUS.RUNNING.mask != 0)
    b.pass(microseconds: 1100)
    #expect(b.read(CLOCKS.base + CLOCKS.FC0_STATUS.offset) == CLOCKS.FC0_STATUS.DONE.mask | CLOCKS.FC0_STATUS.PASS.mask)
    #expect(abs(Int(b.read(CLOCKS.base + CLOCKS.FC0_RESULT.offset) >> 5) - 125_000) <= 1)
    b.write(CLOCKS.base + CLOCKS.FC0_SRC.offset, 2)  // PLL_USB: too slow
    b.pass(microseconds: 1100)
    #expect(b.read(CLOCKS.base + CLOCKS.FC0_STATUS.offset) & CLOCKS.FC0_STATUS.SLOW.mask != 0)
  }
  @Test func resusBringsClkSysBack() throws {
    let b = try Bench()
    b.startPLLs()
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_RESUS_CTRL.offset, 0x1ff)
    b.write(CLOCKS.base + CLOCKS.INTE.offset, 1)
    b.set(PLL.sys + PLL.PWR.offset, 1)  // the PLL stops under clk_sys
    #expect(b.chip.hertz(.sys) == 0)
    b.pass(microseconds: 30)
    #expect(b.chip.hertz(.sys) == 12_000_000)
    #expect(b.read(CLOCKS.base + CLOCKS.CLK_SYS_RESUS_STATUS.offset) == 1)
    #expect(b.read(CLOCKS.base + CLOCKS.INTS.offset) == 1)
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 0)
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_RESUS_CTRL.offset, 0x1_00ff)
    #expect(b.read(CLOCKS.base + CLOCKS.CLK_SYS_RESUS_STATUS.offset) == 0)
    #expect(b.chip.hertz(.sys) == 12_000_000)
  }
  @Test func aClockOutputTogglesItsPin() throws {
    let b = try Bench()
    b.startPLLs()
    b.release(RESETS.RESET.IO_BANK0.mask | RESETS.RESET.PADS_BANK0.mask)
    b.write(IO_BANK0.base + 21 * 8 + 4, 8)
    b.write(CLOCKS.base + CLOCKS.CLK_GPOUT0_DIV.offset, 125 << 8)
    b.write(CLOCKS.base + CLOCKS.CLK_GPOUT0_CTRL.offset, 0x800 | 6 << 5)  // clk_sys / 125: 1 MHz
    var edges = 0, last = b.chip.pins.padLevel(21, at: b.chip.now)
    for _ in 0..<10_000 {
      b.pass(1)
      let now = b.chip.pins.padLevel(21, at: b.chip.now)
      if now != last { edges += 1; last = now }
    }
    #expect(edges == 160)  // 80 µs, two edges a period
  }
}
