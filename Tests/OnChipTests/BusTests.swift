import CPort
import Emulation
import RP2040
import Registers
import Testing

/// RP2040 data sheet §2.1 (bus fabric), §2.2 (address map), §2.6.2 (striping).
@Suite struct BusTests {
  @Test func aliases() throws {
    let b = try Bench()
    let a = WATCHDOG.base + WATCHDOG.SCRATCH0.offset
    b.write(a, 0xff00_ff00)
    b.write(a + 0x1000, 0x0ff0_0ff0)
    #expect(b.read(a) == 0xf0f0_f0f0)
    b.write(a + 0x2000, 0x0000_000f)
    #expect(b.read(a) == 0xf0f0_f0ff)
    b.write(a + 0x3000, 0xf000_0000)
    #expect(b.read(a) == 0x00f0_f0ff)
    #expect(b.read(a + 0x2000) == 0x00f0_f0ff)
  }
  @Test func narrowWritesReachAllLanes() throws {
    let b = try Bench()
    let a = WATCHDOG.base + WATCHDOG.SCRATCH0.offset
    b.write(a, 0x5a, bytes: 1)
    #expect(b.read(a) == 0x5a5a_5a5a)
    b.write(a + 2, 0xbeef, bytes: 2)
    #expect(b.read(a) == 0xbeef_beef)
    #expect(b.read(a + 1, bytes: 1) == 0xbe)
    #expect(b.read(a + 2, bytes: 2) == 0xbeef)
  }
  @Test func nothingAnswersElsewhere() throws {
    let b = try Bench()
    for a: UInt32 in [0x0000_4000, 0x2004_2000, 0x4007_0000, 0x6000_0000, 0xc000_0000, 0xf000_0000] {
      #expect(!b.chip.load(a).ok, "0x\(String(a, radix: 16))")
      #expect(b.chip.peek(a) == nil)
    }
    #expect(!b.chip.load(0x2000_0002).ok)  // unaligned
    #expect(!b.chip.store(0x1000_0000, 1).ok)  // flash is not written this way
  }
  @Test func theUnstripedViewOfSRAM() throws {
    let b = try Bench()
    for (address, striped): (UInt32, UInt32) in [
      (0x2100_0000, 0x2000_0000), (0x2100_0004, 0x2000_0010), (0x2101_0000, 0x2000_0004), (0x2103_fffc, 0x2003_fffc),
    ] {
      b.write(address, address)
      #expect(b.read(striped) == address)
    }
  }
  @Test func flashShowsInFourWindows() throws {
    let b = try Bench()
    b.chip.flash.storeBytes(of: 0xfeed_f00d, toByteOffset: 0x1000, as: UInt32.self)
    for window: UInt32 in [0x1000_0000, 0x1100_0000, 0x1200_0000, 0x1300_0000, 0x1020_0000] { #expect(b.read(window + 0x1000) == 0xfeed_f00d) }
    #expect(b.read(0x1000_0000) == 0xffff_ffff)
  }
  @Test func lentRAM() throws {
    let b = try Bench { $0.ramMegabytes = 2 }
    b.write(0x301f_fffc, 42)
    #expect(b.read(0x301f_fffc) == 42)
    #expect(!b.chip.load(0x3020_0000).ok)
    #expect(b.chip.isRAM(0x3000_0000, 2 << 20) && !b.chip.isRAM(0x3000_0000, 2 << 20 | 1))
  }
  @Test func powerOnContentsComeFromTheSeed() throws {
    func word(_ seed: UInt64) throws -> UInt32 { try Bench { $0.seed = seed }.read(0x2000_1000) }
    #expect(try word(1) == word(1))
    #expect(try word(1) != word(2))
  }
  @Test func unmodelledRegistersAreNamedOnceAndStopAStrictBoard() throws {
    // What no model covers: IrDA, and a place between registers.
    let b = try Bench()
    b.release(RESETS.RESET.UART0.mask)
    b.write(UART.uart0 + UART.UARTCR.offset, 2)
    b.write(UART.uart0 + UART.UARTCR.offset, 2)
    #expect(b.chip.reports == ["UART0.UARTCR.SIREN has no model (written)"])
    let f = TestFirmware()
    f.start = { c, core in if core == 0 { _ = c.read(WATCHDOG.base + 0x800) } }
    let strict = try f.chip { $0.strict = true }
    #expect(strict.run(until: 1000) == .stopped(.unmodelled("WATCHDOG.0x800 has no model (read)")))
  }
  @Test func everyBlockSavesAndRestores() throws {
    let b = try Bench()
    b.startPLLs()
    b.write(WATCHDOG.base + WATCHDOG.SCRATCH0.offset, 7)
    let saved = try b.chip.save()
    let c = try Bench()
    try c.chip.restore(saved)
    #expect(c.chip.hertz(.sys) == 125_000_000)
    #expect(c.read(WATCHDOG.base + WATCHDOG.SCRATCH0.offset) == 7)
    #expect(try c.chip.save() == saved)
    #expect(throws: StateError.self) { try c.chip.restore(Array(saved.dropLast(3))) }
    #expect(throws: StateError.self) { _ = try TestFirmware().chip().save() }
  }
}

/// Fields that nothing stands behind are named when they are set, and the rest of their register is not.
@Suite struct UnmodelledBitTests {
  @Test func aFieldWithoutEffectIsNamed() throws {
    let b = try Bench()
    b.write(CLOCKS.base + CLOCKS.CLK_GPOUT1_CTRL.offset, 0x800)
    b.write(BUSCTRL.base + BUSCTRL.BUS_PRIORITY.offset, 0)
    b.write(VREG_AND_CHIP_RESET.base + VREG_AND_CHIP_RESET.VREG.offset, 0xb1)
    #expect(b.chip.unmodelledTouches.isEmpty)
    b.release(~0)
    b.set(CLOCKS.base + CLOCKS.CLK_GPOUT1_CTRL.offset, CLOCKS.CLK_GPOUT1_CTRL.PHASE.put(2))
    b.write(BUSCTRL.base + BUSCTRL.BUS_PRIORITY.offset, 0x1000)
    b.write(VREG_AND_CHIP_RESET.base + VREG_AND_CHIP_RESET.VREG.offset, 0xb3)
    b.write(SYSCFG.base + SYSCFG.MEMPOWERDOWN.offset, 4)
    #expect(
      b.chip.unmodelledTouches.map { "\($0.block).\($0.register)" } == [
        "CLOCKS.CLK_GPOUT1_CTRL.PHASE", "BUSCTRL.BUS_PRIORITY.DMA_W", "VREG_AND_CHIP_RESET.VREG.HIZ", "SYSCFG.MEMPOWERDOWN[2]",
      ])
  }
}
