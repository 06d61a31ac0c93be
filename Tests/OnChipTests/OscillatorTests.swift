import Emulation
import RP2040
import Registers
import Testing

/// RP2040 data sheet §2.16 (XOSC), §2.17 (ROSC), §2.18 (PLL).
@Suite struct OscillatorTests {
  @Test func theCrystalIsStableAfterItsDelay() throws {
    let b = try Bench()
    b.write(XOSC.base + XOSC.STARTUP.offset, 47)  // 47 * 256 / 12 MHz = 1.0027 ms
    b.write(XOSC.base, 0xfab << 12 | 0xaa0)
    b.pass(microseconds: 1002)
    #expect(b.read(XOSC.base + XOSC.STATUS.offset) == XOSC.STATUS.ENABLED.mask)
    b.pass(microseconds: 1)
    #expect(b.read(XOSC.base + XOSC.STATUS.offset) == XOSC.STATUS.ENABLED.mask | XOSC.STATUS.STABLE.mask)
    b.write(XOSC.base, 0x123 << 12 | 0xaa0)
    #expect(b.read(XOSC.base + XOSC.STATUS.offset) & XOSC.STATUS.BADWRITE.mask != 0)
    b.write(XOSC.base + XOSC.STATUS.offset, XOSC.STATUS.BADWRITE.mask)
    #expect(b.read(XOSC.base + XOSC.STATUS.offset) & XOSC.STATUS.BADWRITE.mask == 0)
  }
  @Test func dormantStopsTheChipUntilItIsWoken() throws {
    let b = try Bench()
    b.startCrystal()
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 0)
    let before = b.chip.ticks(.sys, at: b.chip.now)
    b.write(XOSC.base + XOSC.DORMANT.offset, 0x636f_6d61)
    #expect(b.chip.hertz(.sys) == 0)
    b.pass(microseconds: 5000)
    #expect(b.chip.ticks(.sys, at: b.chip.now) == before)
    b.chip.wakeDormant()
    b.pass(microseconds: 1100)
    #expect(b.chip.hertz(.sys) == 12_000_000)
    #expect(b.read(XOSC.base + XOSC.DORMANT.offset) == 0x7761_6b65)
  }
  @Test func theRingOscillatorsSettings() throws {
    let b = try Bench()
    b.write(ROSC.base + ROSC.DIV.offset, 0xaa0 + 8)
    #expect(b.chip.hertz(.rosc) == 13_000_000)
    b.write(ROSC.base + ROSC.FREQA.offset, 0x9696_0007)
    #expect(b.chip.hertz(.rosc) > 13_000_000)
    b.write(ROSC.base + ROSC.FREQA.offset, 0x0000_0007)  // without the password it has no effect
    #expect(b.chip.hertz(.rosc) == 13_000_000)
    b.write(ROSC.base + ROSC.COUNT.offset, 100)
    b.pass(microseconds: 4)
    #expect(b.read(ROSC.base + ROSC.COUNT.offset) == 48)
  }
  @Test func theRandomBitComesFromTheSeed() throws {
    func bits(_ seed: UInt64) throws -> [UInt32] {
      let b = try Bench { $0.seed = seed }
      return (0..<64).map { _ in b.read(ROSC.base + ROSC.RANDOMBIT.offset) }
    }
    #expect(try bits(1) == bits(1))
    #expect(try bits(1) != bits(2))
    #expect(Set(try bits(3)) == [0, 1])
  }
  @Test func aPLLLocksAndMultiplies() throws {
    let b = try Bench()
    b.startCrystal()
    b.release(RESETS.RESET.PLL_SYS.mask)
    b.write(PLL.sys + PLL.FBDIV_INT.offset, 133)
    b.clear(PLL.sys + PLL.PWR.offset, 0x21)
    #expect(b.read(PLL.sys) & PLL.CS.LOCK.mask == 0)
    b.pass(microseconds: 60)
    #expect(b.read(PLL.sys) & PLL.CS.LOCK.mask != 0)
    #expect(b.chip.hertz(.pllSys) == 0)  // the post dividers are off
    b.write(PLL.sys + PLL.PRIM.offset, 7 << 16 | 1 << 12)
    b.clear(PLL.sys + PLL.PWR.offset, 8)
    #expect(b.chip.frequency(.pllSys) == Frequency(12_000_000 * 133, over: 7))
    b.set(RESETS.base, RESETS.RESET.PLL_SYS.mask)
    #expect(b.chip.hertz(.pllSys) == 0)
  }
}
