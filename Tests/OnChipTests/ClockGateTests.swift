import CortexM0Plus
import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// CLOCKS' gates and the chip's sleep (RP2040 data sheet §2.11.2, §2.11.3, §2.15.3.5).
@Suite struct ClockGateTests {
  private typealias C = Registers.CLOCKS
  private typealias E0 = Registers.CLOCKS.WAKE_EN0
  private typealias E1 = Registers.CLOCKS.WAKE_EN1

  /// A block at work, and something of it that changes as long as it works.
  private struct Busy: Sendable, CustomTestStringConvertible {
    let name: String
    /// Each of these gates stops it.
    let gates0: [Field], gates1: [Field]
    let start: @Sendable (Bench) -> Void
    let progress: @Sendable (Bench) -> [UInt32]
    var testDescription: String { name }
  }
  private static let busy: [Busy] = [
    Busy(
      name: "TIMER", gates0: [], gates1: [E1.CLK_SYS_TIMER], start: { _ in },
      progress: { [$0.read(TIMER.base + TIMER.TIMERAWL.offset)] }),
    Busy(
      name: "PWM", gates0: [E0.CLK_SYS_PWM], gates1: [], start: { $0.write(PWM.base, 1) },
      progress: { [$0.read(PWM.base + 8)] }),
    Busy(
      name: "PIO0", gates0: [E0.CLK_SYS_PIO0], gates1: [],
      start: { b in
        for i in 0..<32 as Range<UInt32> { b.write(PIO.pio0 + PIO.INSTR_MEM0.offset + 4 * i, 0xbf42) }  // nop [31]
        b.write(PIO.pio0, 1)
      }, progress: { [$0.read(PIO.pio0 + PIO.SM0_ADDR.offset)] }),
    Busy(
      name: "PIO1", gates0: [E0.CLK_SYS_PIO1], gates1: [],
      start: { b in
        for i in 0..<32 as Range<UInt32> { b.write(PIO.pio1 + PIO.INSTR_MEM0.offset + 4 * i, 0xbf42) }
        b.write(PIO.pio1, 1)
      }, progress: { [$0.read(PIO.pio1 + PIO.SM0_ADDR.offset)] }),
    Busy(
      name: "DMA", gates0: [E0.CLK_SYS_DMA], gates1: [],
      start: { b in
        b.write(DMA.base, 0x2000_0000); b.write(DMA.base + 4, 0x2000_8000); b.write(DMA.base + 8, 0x10_0000)
        b.write(DMA.base + 12, 0x3f << 15 | 2 << 2 | 1)
      }, progress: { [$0.read(DMA.base + 8)] }),
    Busy(
      name: "ADC", gates0: [E0.CLK_SYS_ADC, E0.CLK_ADC_ADC], gates1: [],
      start: { b in
        b.write(CLOCKS.base + CLOCKS.CLK_ADC_CTRL.offset, 0x800)
        b.write(ADC.base, 1)
        b.write(ADC.base + ADC.FCS.offset, 1)
        b.write(ADC.base, 9)
      },
      progress: { b in
        // What arrived since the last look.
        let n = b.read(ADC.base + ADC.FCS.offset) >> 16 & 15
        for _ in 0..<n { _ = b.read(ADC.base + ADC.FIFO.offset) }
        return [n == 0 ? 0 : UInt32(truncatingIfNeeded: b.chip.now)]
      }),
    Busy(
      name: "RTC", gates0: [E0.CLK_RTC_RTC], gates1: [],
      start: { b in
        b.write(CLOCKS.base + CLOCKS.CLK_RTC_CTRL.offset, 0x800)
        b.write(RTC.base + RTC.CLKDIV_M1.offset, 999)
        b.write(RTC.base + RTC.SETUP_0.offset, 2024 << 12 | 1 << 8 | 1); b.write(RTC.base + RTC.SETUP_1.offset, 1 << 24)
        b.write(RTC.base + RTC.CTRL.offset, 0x11)
      }, progress: { [$0.read(RTC.base + RTC.RTC_0.offset)] }),
    Busy(
      name: "UART0", gates0: [], gates1: [E1.CLK_SYS_UART0, E1.CLK_PERI_UART0],
      start: { b in
        b.write(UART.uart0 + UART.UARTIBRD.offset, 5); b.write(UART.uart0 + UART.UARTLCR_H.offset, 0x70); b.write(UART.uart0 + UART.UARTCR.offset, 0x381)
        for i in 0..<8 as Range<UInt32> { b.write(UART.uart0, i) }
      },
      progress: { b in
        // Looped back to itself.
        b.read(UART.uart0 + UART.UARTFR.offset) & 0x10 != 0 ? [0] : [b.read(UART.uart0) + 1, UInt32(truncatingIfNeeded: b.chip.now)]
      }),
    Busy(
      name: "SPI0", gates0: [E0.CLK_SYS_SPI0, E0.CLK_PERI_SPI0], gates1: [],
      start: { b in
        b.write(SPI.spi0 + SPI.SSPCPSR.offset, 64); b.write(SPI.spi0, 7); b.write(SPI.spi0 + 4, 3)
        for i in 0..<8 as Range<UInt32> { b.write(SPI.spi0 + 8, i) }
      },
      progress: { b in b.read(SPI.spi0 + 12) & 4 == 0 ? [0] : [b.read(SPI.spi0 + 8) + 1, UInt32(truncatingIfNeeded: b.chip.now)] }),
    Busy(
      name: "I2C0", gates0: [E0.CLK_SYS_I2C0], gates1: [],
      start: { b in
        for p in 0..<2 as Range<UInt32> { b.write(IO_BANK0.base + 8 * p + 4, 3) }
        for p in 1...2 as ClosedRange<UInt32> { b.write(PADS_BANK0.base + 4 * p, 0x4a) }
        b.write(I2C.i2c0 + I2C.IC_CON.offset, 0x63)
        b.write(I2C.i2c0 + I2C.IC_TAR.offset, 0x42)
        b.write(I2C.i2c0 + I2C.IC_FS_SCL_HCNT.offset, 300); b.write(I2C.i2c0 + I2C.IC_FS_SCL_LCNT.offset, 300)
        b.write(I2C.i2c0 + I2C.IC_ENABLE.offset, 1)
        b.write(I2C.i2c0 + I2C.IC_DATA_CMD.offset, 0x200)
      },
      // Nobody answers: the address ends in an abort.
      progress: { [$0.read(I2C.i2c0 + I2C.IC_RAW_INTR_STAT.offset) & 0x40] }),
  ]
  private func bench() throws -> Bench {
    let b = try Bench()
    b.startPLLs()
    b.write(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0x800)
    b.release(~0)
    return b
  }

  @Test(arguments: busy) private func aBlockWithoutItsClockStandsAndGoesOn(_ block: Busy) throws {
    for (n, gate) in block.gates0.map({ (0, $0) }) + block.gates1.map({ (1, $0) }) {
      let register = C.base + (n == 0 ? C.WAKE_EN0.offset : C.WAKE_EN1.offset)
      let b = try bench()
      block.start(b)
      b.pass(microseconds: 5)
      _ = block.progress(b)
      b.clear(register, gate.mask)
      let before = block.progress(b)
      b.pass(microseconds: 20_000)
      #expect(block.progress(b) == before || block.name == "UART0" && before.count == 2, "\(block.name)")
      let standing = block.progress(b)
      b.pass(microseconds: 20_000)
      #expect(block.progress(b) == standing, "\(block.name) stands without its clock")
      b.set(register, gate.mask)
      b.pass(microseconds: 20_000)
      #expect(block.progress(b) != standing, "\(block.name) goes on with it")
    }
  }
  @Test func anEdgeOfPWMIsLateByTheTimeWithoutClock() throws {
    let b = try bench()
    b.write(IO_BANK0.base + 4, 4)
    b.write(PWM.base + 12, 500); b.write(PWM.base + 16, 999); b.write(PWM.base, 1)
    let log = EdgeLog(b.chip, 0), start = b.chip.now
    b.pass(200)
    b.clear(C.base + C.WAKE_EN0.offset, E0.CLK_SYS_PWM.mask)
    b.pass(1234)
    b.set(C.base + C.WAKE_EN0.offset, E0.CLK_SYS_PWM.mask)
    b.pass(2000)
    #expect(log.edges.map { $0.cycle - start } == [500, 1000, 1500, 2000].map { $0 + 1234 })
  }

  // MARK: Accesses

  private func load(_ b: Bench, _ a: UInt32) -> UInt32 { b.chip.bus.load(a, Access(master: .core0, cycle: b.chip.now)).value }
  private func store(_ b: Bench, _ a: UInt32, _ v: UInt32) { _ = b.chip.bus.store(a, v, Access(master: .core0, cycle: b.chip.now)) }

  @Test func registersWithoutAClockKeepTheirState() throws {
    let b = try bench()
    store(b, PWM.base + 12, 77)
    store(b, SIO.base + SIO.GPIO_OE.offset, 5)
    b.clear(C.base + C.WAKE_EN0.offset, E0.CLK_SYS_PWM.mask | E0.CLK_SYS_SIO.mask)
    store(b, PWM.base + 12, 99)
    store(b, SIO.base + SIO.GPIO_OE.offset, 0)
    #expect(load(b, PWM.base + 12) == 77)
    #expect(load(b, SIO.base + SIO.GPIO_OE.offset) == 5)
    #expect(b.chip.reports.contains { $0.contains("PWM") && $0.contains("no clock") })
    b.set(C.base + C.WAKE_EN0.offset, E0.CLK_SYS_PWM.mask | E0.CLK_SYS_SIO.mask)
    #expect(load(b, PWM.base + 12) == 77)
    store(b, PWM.base + 12, 99)
    #expect(load(b, PWM.base + 12) == 99)
  }
  @Test func clocksItselfAndTheBusCannotBeStopped() throws {
    let b = try bench()
    store(b, C.base + C.WAKE_EN0.offset, ~(E0.CLK_SYS_CLOCKS.mask | E0.CLK_SYS_BUSFABRIC.mask))
    #expect(load(b, C.base + C.WAKE_EN0.offset) == ~(E0.CLK_SYS_CLOCKS.mask | E0.CLK_SYS_BUSFABRIC.mask))
    #expect(load(b, C.base + C.ENABLED0.offset) == ~0)
    store(b, C.base + C.WAKE_EN0.offset, ~0)
    #expect(load(b, C.base + C.WAKE_EN0.offset) == ~0)
  }
  /// The core reads a word of a bank without clock as 0 and does not change it; other banks are as ever.
  @Test func aBankOfSRAMWithoutAClock() throws {
    // ldr r2, [r0]; str r1, [r0]; ldr r3, [r0, #4]; str r1, [r0, #4]; wfi
    let rig = try ArmRig([0x6802, 0x6001, 0x6843, 0x6041, ArmRig.wfi])
    rig.put(0x2004_0000, [0x6802, 0x6001, 0x6843, 0x6041, ArmRig.wfi])
    rig.core.pc = 0x2004_0000
    _ = rig.chip.store(0x2000_4000, 0x1111_1111)
    _ = rig.chip.store(0x2000_4004, 0x2222_2222)
    rig.core[0] = 0x2000_4000
    rig.core[1] = 0xaaaa_aaaa
    _ = rig.chip.store(C.base + C.WAKE_EN0.offset, ~E0.CLK_SYS_SRAM0.mask)
    rig.run(100)
    #expect(rig.core[2] == 0)
    #expect(rig.core[3] == 0x2222_2222)
    #expect(rig.word(0x2000_4000) == 0x1111_1111)
    #expect(rig.word(0x2000_4004) == 0xaaaa_aaaa)
    #expect(rig.chip.reports.contains { $0.hasPrefix("SRAM0 has no clock") })
  }
  @Test func codeInMemoryWithoutAClockFaults() throws {
    let rig = try ArmRig([0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xbf00, ArmRig.wfi])
    _ = rig.chip.store(C.base + C.WAKE_EN0.offset, ~E0.CLK_SYS_SRAM3.mask)
    rig.run(100)
    #expect(rig.core.lockedUp)
    #expect(rig.core.lastFault != nil)
  }

  // MARK: Sleep

  /// Two cores that go to sleep at once; core 0 goes on with `wake` when an alarm of TIMER wakes it, 1000 µs later.
  private func sleeper(deep: [Bool] = [true, true], sleep0: UInt32, sleep1: UInt32) throws -> ArmRig {
    let rig = try ArmRig([ArmRig.wfi, 0xe7fd], other: [ArmRig.wfi, 0xe7fd])
    let chip = rig.chip
    func write(_ a: UInt32, _ v: UInt32) { _ = chip.store(a, v) }
    write(RESETS.base + 0x3000, ~0)
    write(WATCHDOG.base + WATCHDOG.TICK.offset, 0x206)  // from the ring: 6.5 MHz / 6
    write(TIMER.base + TIMER.INTE.offset, 1)
    write(TIMER.base + TIMER.ALARM0.offset, 1000)
    write(PWM.base, 1)
    write(C.base + C.SLEEP_EN0.offset, sleep0)
    write(C.base + C.SLEEP_EN1.offset, sleep1)
    for (n, core) in [rig.core, rig.other].enumerated() {
      core.primaskBit = 1
      core.ppb.write(PPB.NVIC_ISER.offset, 1 << IRQ.TIMER_IRQ_0, Access(master: core.master, cycle: chip.now))
      if deep[n] { core.ppb.write(PPB.SCR.offset, PPB.SCR.SLEEPDEEP.mask, Access(master: core.master, cycle: chip.now)) }
    }
    return rig
  }
  private func counter(_ rig: ArmRig) -> UInt32 { rig.chip.peek(PWM.base + 8)! }

  @Test func inDeepSleepOfBothCoresSleepEnCounts() throws {
    let rig = try sleeper(sleep0: 0, sleep1: E1.CLK_SYS_TIMER.mask)
    _ = rig.chip.run(until: 1000)
    let stands = counter(rig)
    #expect(stands < 10)
    #expect(rig.chip.peek(C.base + C.ENABLED0.offset) == 0)
    #expect(rig.chip.peek(C.base + C.ENABLED1.offset) == E1.CLK_SYS_TIMER.mask)
    _ = rig.chip.run(until: 5000)
    #expect(counter(rig) == stands)
    // The alarm wakes both; then everything runs.
    _ = rig.chip.run(until: 6010)
    #expect(rig.chip.peek(C.base + C.ENABLED0.offset) == ~0)
    #expect(counter(rig) > stands)
    #expect(rig.chip.peek(TIMER.base + TIMER.TIMERAWL.offset)! >= 1000)
  }
  @Test func aBlockThatSleepsWithTheChipCannotWakeIt() throws {
    let rig = try sleeper(sleep0: ~0, sleep1: ~E1.CLK_SYS_TIMER.mask)
    guard case .idle = rig.chip.run(until: 100_000) else { Issue.record("it woke"); return }
    #expect(rig.chip.peek(TIMER.base + TIMER.TIMERAWL.offset)! < 2)
  }
  @Test(arguments: [[true, false], [false, true]]) func oneCoreThatSleepsLightlyKeepsTheChipAwake(_ deep: [Bool]) throws {
    let rig = try sleeper(deep: deep, sleep0: 0, sleep1: E1.CLK_SYS_TIMER.mask)
    _ = rig.chip.run(until: 1000)
    #expect(counter(rig) > 900)
    #expect(rig.chip.peek(C.base + C.ENABLED0.offset) == ~0)
  }
  @Test func theDMAKeepsTheChipAwakeUntilItHasDoneItsWork() throws {
    let rig = try sleeper(sleep0: 0, sleep1: E1.CLK_SYS_TIMER.mask)
    func write(_ a: UInt32, _ v: UInt32) { _ = rig.chip.store(a, v) }
    write(DMA.base, 0x2000_4000); write(DMA.base + 4, 0x2000_8004); write(DMA.base + 8, 2000)
    write(DMA.base + 12, 0x3f << 15 | 2 << 2 | 1)
    _ = rig.chip.run(until: 1000)
    #expect(counter(rig) > 900)
    _ = rig.chip.run(until: 5000)
    let stands = counter(rig)
    #expect(2000...2100 ~= stands, "\(stands)")
    _ = rig.chip.run(until: 5500)
    #expect(counter(rig) == stands)
  }
  @Test func aPinWakesOnlyWithTheClockOfIO() throws {
    for open in [true, false] {
      let rig = try sleeper(sleep0: open ? E0.CLK_SYS_IO.mask : 0, sleep1: 0)
      _ = rig.chip.store(PADS_BANK0.base + 4, 0x40)
      _ = rig.chip.store(IO_BANK0.base + IO_BANK0.PROC0_INTE0.offset, 8)
      rig.core.ppb.write(PPB.NVIC_ISER.offset, 1 << IRQ.IO_IRQ_BANK0, Access(master: .core0, cycle: 0))
      let driver = rig.chip.circuit.attach(to: rig.chip.pins.net(0), owner: nil)
      rig.chip.circuit.drive(driver, .strong(false), at: rig.chip.instant(rig.chip.now))
      _ = rig.chip.run(until: 1000)
      rig.chip.circuit.drive(driver, .strong(true), at: rig.chip.instant(rig.chip.now))
      #expect(rig.chip.core0Registers.isPending(IRQ.IO_IRQ_BANK0) == open)
    }
  }
  @Test func sleepIsPartOfTheSavedState() throws {
    let rig = try sleeper(sleep0: 0, sleep1: E1.CLK_SYS_TIMER.mask)
    _ = rig.chip.run(until: 3000)
    let saved = try rig.chip.save()
    let copy = try ArmRig([], other: [])
    try copy.chip.restore(saved)
    for r in [rig, copy] { _ = r.chip.run(until: 8000) }
    #expect(counter(rig) == counter(copy))
    #expect(counter(copy) < 3000)
    #expect(try rig.chip.save() == copy.chip.save())
  }

  // MARK: Dormant

  @Test(arguments: [(1, false, true), (2, true, false), (4, true, false), (8, false, true)] as [(UInt32, Bool, Bool)])
  func aPinWakesTheDormantChip(_ event: UInt32, _ before: Bool, _ after: Bool) throws {
    // LEVEL_LOW, LEVEL_HIGH, EDGE_LOW, EDGE_HIGH of GPIO0. Levels wake when they come.
    let (first, second) = event == 1 ? (true, false) : event == 2 ? (false, true) : (before, after)
    let b = try Bench()
    b.startCrystal()
    b.release(~0)
    b.write(PADS_BANK0.base + 4, 0x40)
    let driver = b.chip.circuit.attach(to: b.chip.pins.net(0), owner: nil)
    func drive(_ high: Bool) { b.chip.circuit.drive(driver, .strong(high), at: b.chip.instant(b.chip.now)) }
    drive(first)
    b.write(IO_BANK0.base + IO_BANK0.INTR0.offset, ~0)
    b.write(IO_BANK0.base + IO_BANK0.DORMANT_WAKE_INTE0.offset, event)
    b.write(XOSC.base + XOSC.DORMANT.offset, 0x636f_6d61)
    b.pass(microseconds: 3000)
    #expect(b.chip.hertz(.sys) == 0)
    drive(second)
    b.pass(microseconds: 1100)
    #expect(b.chip.hertz(.sys) == 12_000_000)
  }
  @Test func theRTCWakesTheDormantChipIfItsClockRuns() throws {
    let b = try Bench()
    b.startCrystal()
    b.release(~0)
    // clk_rtc comes from the ring oscillator, which runs on beside the dormant crystal.
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_DIV.offset, 256 << 8)
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_CTRL.offset, 1 << 11 | 2 << 5)
    b.write(RTC.base + RTC.CLKDIV_M1.offset, 6_500_000 / 256 - 1)
    b.write(RTC.base + RTC.SETUP_0.offset, 2024 << 12 | 1 << 8 | 1)
    b.write(RTC.base + RTC.SETUP_1.offset, 1 << 24)
    b.write(RTC.base + RTC.CTRL.offset, 0x11)
    b.write(RTC.base + RTC.IRQ_SETUP_1.offset, RTC.IRQ_SETUP_1.SEC_ENA.mask | 3)
    b.write(RTC.base + RTC.IRQ_SETUP_0.offset, RTC.IRQ_SETUP_0.MATCH_ENA.mask)
    b.write(RTC.base + RTC.INTE.offset, 1)
    b.write(XOSC.base + XOSC.DORMANT.offset, 0x636f_6d61)
    b.pass(microseconds: 2_900_000)
    #expect(b.chip.hertz(.sys) == 0)
    b.pass(microseconds: 200_000)
    #expect(b.chip.hertz(.sys) == 12_000_000)
  }
}
