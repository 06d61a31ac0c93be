import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// RP2040 data sheet §4.9. clk_adc is clk_sys here: a conversion takes 96 cycles.
@Suite struct ADCTests {
  private let b: Bench
  private typealias R = Registers.ADC
  private var base: UInt32 { Registers.ADC.base }
  init() throws {
    b = try Bench()
    b.startPLLs()
    b.release(RESETS.RESET.ADC.mask | RESETS.RESET.IO_BANK0.mask | RESETS.RESET.PADS_BANK0.mask)
    b.write(CLOCKS.base + CLOCKS.CLK_ADC_CTRL.offset, 1 << 11)  // 48 MHz from the USB PLL
    b.chip.adc.isNoisy = false
    for p in 26..<30 as Range<UInt32> { b.write(PADS_BANK0.base + 4 + 4 * p, 0x80) }
  }
  private func get(_ o: UInt32) -> UInt32 { b.read(base + o) }
  private func put(_ o: UInt32, _ v: UInt32) { b.write(base + o, v) }
  private func apply(_ input: UInt32, _ millivolts: Int32) {
    let t = b.chip.circuit.attach(to: b.chip.pins.net(26 + input))
    b.chip.circuit.drive(t, .analog(millivolts: millivolts), at: b.chip.instant(b.chip.now))
  }
  private func convert(_ input: UInt32) -> UInt32 {
    put(R.CS.offset, 3 | input << 12)
    put(R.CS.offset, 3 | 4 | input << 12)
    while get(R.CS.offset) & R.CS.READY.mask == 0 { b.pass(10) }
    return get(R.RESULT.offset)
  }

  @Test func voltagesAndTemperature() {
    for (i, mv) in [0, 825, 1650, 3299].enumerated() { apply(UInt32(i), Int32(mv)) }
    #expect((0..<4).map { convert($0) } == [0, 1024, 2048, 4094])
    // 0.706 V at 27 °C.
    #expect(convert(4) == UInt32(0.706 * 4096 / 3.3))
    b.chip.adc.temperature = 60
    let volts = Double(convert(4)) * 3.3 / 4096
    #expect(abs(27 - (volts - 0.706) / 0.001721 - 60) < 0.5)
    put(R.CS.offset, 1 | 4 << 12)
    put(R.CS.offset, 5 | 4 << 12)
    b.pass(1000)
    #expect(get(R.RESULT.offset) == 0, "the sensor has no power")
  }
  @Test func aConversionTakes96Ticks() {
    put(R.CS.offset, 1)
    put(R.CS.offset, 5)
    b.pass(249)  // 96 ticks of 48 MHz are 250 cycles of 125 MHz
    #expect(get(R.CS.offset) & 0x100 == 0)
    b.pass(2)
    #expect(get(R.CS.offset) & 0x100 != 0)
  }
  @Test func noiseIsSmallAndTheSeeds() throws {
    func codes(_ seed: UInt64) throws -> [UInt32] {
      let t = try ADCTests(seed: seed)
      t.b.chip.adc.isNoisy = true
      t.apply(1, 1650)
      return (0..<200).map { _ in t.convert(1) }
    }
    let a = try codes(1)
    #expect(try a == codes(1) && a != codes(2))
    #expect(a.allSatisfy { abs(Int($0) - 2048) <= 3 } && Set(a).count > 2)
    let mean = Double(a.reduce(0, +)) / 200
    #expect(abs(mean - 2047.5) < 0.4)
  }
  private init(seed: UInt64) throws { try self.init(Bench { $0.seed = seed }) }
  private init(_ bench: Bench) throws {
    b = bench
    b.startPLLs()
    b.release(RESETS.RESET.ADC.mask | RESETS.RESET.PADS_BANK0.mask)
    for p in 26..<30 as Range<UInt32> { b.write(PADS_BANK0.base + 4 + 4 * p, 0x80) }
    b.write(CLOCKS.base + CLOCKS.CLK_ADC_CTRL.offset, 1 << 11)
  }
  @Test func roundRobinFIFOAndDivider() {
    for i in 0..<4 as Range<UInt32> { apply(i, Int32(300 * (i + 1))) }
    put(R.FCS.offset, 1 | 8 | 3 << 24)
    put(R.INTE.offset, 1)
    put(R.DIV.offset, 479 << 8)  // 480 ticks: 100,000 a second
    put(R.CS.offset, 1 | 0b1011 << 16)
    let start = b.chip.now
    put(R.CS.offset, 1 | 8 | 0b1011 << 16)
    while get(R.FCS.offset) >> 16 & 15 < 3 { b.pass(5) }
    // The third begins 960 ticks after the first and takes 96: 1056 at 48 MHz are 2750 cycles.
    #expect((2750...2765).contains(b.chip.now - start))
    let pending = b.chip.peek(0xe000_e200)! >> IRQ.ADC_IRQ_FIFO & 1, request = b.chip.dreq >> 36 & 1
    #expect(get(R.INTR.offset) == 1 && pending == 1 && request == 1)
    b.pass(1250 * 3)
    let full: UInt32 = R.FCS.OVER.mask | R.FCS.FULL.mask
    #expect(get(R.FCS.offset) & full == full)
    put(R.CS.offset, 0)
    let expected: [UInt32] = [300.0, 600, 1200, 300].map { UInt32($0 * 4096 / 3300) }
    var got: [UInt32] = []
    for _ in 0..<4 { got.append(get(R.FIFO.offset)) }
    #expect(got == expected)
    let left: UInt32 = R.FCS.OVER.mask | R.FCS.EMPTY.mask
    #expect(get(R.FCS.offset) & 0xf00 == left)
    _ = get(R.FIFO.offset)
    #expect(get(R.FCS.offset) & R.FCS.UNDER.mask != 0)
    put(R.FCS.offset, 1 | 2 | R.FCS.OVER.mask | R.FCS.UNDER.mask)
    #expect(get(R.FCS.offset) & 0xc00 == 0)
    let code = UInt32(900.0 * 4096 / 3300)
    #expect(convert(2) == code)
    #expect(get(R.FIFO.offset) == code >> 4, "SHIFT")
  }
  @Test func backToBackAndFraction() {
    put(R.FCS.offset, 1)
    put(R.CS.offset, 9)
    b.pass(250 * 3 + 10)
    #expect(get(R.FCS.offset) >> 16 & 15 == 3)
    put(R.CS.offset, 0)
    while get(R.FCS.offset) & 0x100 == 0 { _ = get(R.FIFO.offset) }
    // 1 + 119 + 128/256 ticks: eight conversions in 964 ticks.
    put(R.DIV.offset, 119 << 8 | 128)
    put(R.CS.offset, 9)
    var count = 0
    let start = b.chip.now
    while count < 9 { b.pass(1); if get(R.FCS.offset) & 0x100 == 0 { _ = get(R.FIFO.offset); count += 1 } }
    let took = Double(b.chip.now - start), wanted = 1060.0 * 125 / 48
    #expect(abs(took - wanted) < 6)
  }
  @Test func inputsThatDoNotExistGiveErrors() {
    let both = R.CS.ERR.mask | R.CS.ERR_STICKY.mask
    put(R.FCS.offset, 1 | 4)
    _ = convert(6)
    var status = get(R.CS.offset) & both
    #expect(status == both)
    #expect(get(R.FIFO.offset) & 0x8000 != 0)
    _ = convert(1)
    status = get(R.CS.offset) & both
    #expect(status == R.CS.ERR_STICKY.mask)
    put(R.CS.offset, 1 | R.CS.ERR_STICKY.mask)
    #expect(get(R.CS.offset) & R.CS.ERR_STICKY.mask == 0)
  }
}

/// RP2040 data sheet §4.8: clk_rtc from the crystal's 12 MHz by 256, so that a second is 46,875 ticks.
@Suite struct RTCTests {
  private let b: Bench
  private typealias R = Registers.RTC
  private let base = Registers.RTC.base
  init() throws {
    b = try Bench()
    b.startCrystal()
    b.release(RESETS.RESET.RTC.mask)
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_DIV.offset, 256 << 8)
    b.write(CLOCKS.base + CLOCKS.CLK_RTC_CTRL.offset, 1 << 11 | 3 << 5)
    b.write(base + R.CLKDIV_M1.offset, 46_874)
  }
  private func set(_ y: UInt32, _ mo: UInt32, _ d: UInt32, _ w: UInt32, _ h: UInt32, _ mi: UInt32, _ s: UInt32, control: UInt32 = 0) {
    b.write(base + R.CTRL.offset, 0)
    b.write(base + R.SETUP_0.offset, y << 12 | mo << 8 | d)
    b.write(base + R.SETUP_1.offset, w << 24 | h << 16 | mi << 8 | s)
    b.write(base + R.CTRL.offset, 0x10 | control)
    b.write(base + R.CTRL.offset, 1 | control)
  }
  private func now() -> [UInt32] {
    let t = b.read(base + R.RTC_0.offset), d = b.read(base + R.RTC_1.offset)
    return [d >> 12, d >> 8 & 15, d & 31, t >> 24, t >> 16 & 31, t >> 8 & 63, t & 63]
  }
  private func pass(seconds: UInt64) { b.pass(microseconds: seconds * 1_000_000) }

  @Test func itCounts() {
    #expect(b.chip.hertz(.rtc) == 46_875)
    set(2024, 2, 28, 3, 23, 59, 58)
    #expect(b.read(base + R.CTRL.offset) == 3 && now() == [2024, 2, 28, 3, 23, 59, 58])
    b.pass(microseconds: 999_000)
    #expect(now()[6] == 58)
    b.pass(microseconds: 2000)
    #expect(now()[6] == 59)
    pass(seconds: 1)
    #expect(now() == [2024, 2, 29, 4, 0, 0, 0])
    pass(seconds: 86_400)
    #expect(now() == [2024, 3, 1, 5, 0, 0, 0])
    set(2100, 2, 28, 0, 23, 59, 59, control: 0x100)
    pass(seconds: 1)
    #expect(now() == [2100, 3, 1, 1, 0, 0, 0], "no leap year when it is forced off")
    set(2023, 12, 31, 6, 23, 59, 59)
    pass(seconds: 1)
    #expect(now() == [2024, 1, 1, 0, 0, 0, 0])
    // Days in one step are the same as days one by one.
    pass(seconds: 86_400 * 700 + 3661)
    #expect(now() == [2025, 12, 1, 0, 1, 1, 1])
    b.write(base + R.CTRL.offset, 0)
    pass(seconds: 100)
    #expect(now() == [2025, 12, 1, 0, 1, 1, 1], "stopped")
  }
  @Test func alarms() {
    set(2024, 5, 6, 1, 7, 58, 50)
    b.write(base + R.INTE.offset, 1)
    // Each hour at minute 59, second 30.
    b.write(base + R.IRQ_SETUP_1.offset, R.IRQ_SETUP_1.MIN_ENA.mask | R.IRQ_SETUP_1.SEC_ENA.mask | 59 << 8 | 30)
    b.write(base + R.IRQ_SETUP_0.offset, R.IRQ_SETUP_0.MATCH_ENA.mask)
    #expect(b.read(base + R.IRQ_SETUP_0.offset) & R.IRQ_SETUP_0.MATCH_ACTIVE.mask != 0)
    func pending() -> Bool { b.chip.peek(0xe000_e200)! >> IRQ.RTC_IRQ & 1 != 0 }
    b.pass(microseconds: 39_900_000)
    #expect(!pending())
    b.pass(microseconds: 200_000)
    #expect(pending() && b.read(base + R.INTS.offset) == 1)
    pass(seconds: 1)
    #expect(b.read(base + R.INTR.offset) == 0, "it matches for its second only")
    b.write(0xe000_e280, 1 << IRQ.RTC_IRQ)
    pass(seconds: 3599)
    #expect(pending())
    b.write(base + R.IRQ_SETUP_0.offset, 0)
    #expect(b.read(base + R.INTR.offset) == 0)
  }
}

/// RP2040 data sheet §2.1.5.
@Suite struct BUSCTRLTests {
  @Test func itCountsWhatPassesTheBus() throws {
    let b = try Bench()
    b.release(RESETS.RESET.BUSCTRL.mask | RESETS.RESET.DMA.mask)
    func core(_ a: UInt32) { _ = b.chip.bus.table.loadWord(a, Access(master: .core0, cycle: b.chip.now)) }
    for (n, event) in [1, 3, 0x11, 0x13].enumerated() { b.write(BUSCTRL.base + 12 + 8 * UInt32(n), UInt32(event)) }
    for n in 0..<4 as Range<UInt32> { b.write(BUSCTRL.base + 8 + 8 * n, 1) }
    for _ in 0..<5 { core(WATCHDOG.base) }
    for _ in 0..<3 { core(DMA.base) }
    for _ in 0..<7 { core(0x1000_0000) }
    core(0)
    var counted: [UInt32] = []
    for n in 0..<4 as Range<UInt32> { counted.append(b.read(BUSCTRL.base + 8 + 8 * n)) }
    #expect(counted == [5, 3, 7, 1])
    b.write(BUSCTRL.base + 8, 0)
    core(WATCHDOG.base)
    #expect(b.read(BUSCTRL.base + 8) == 1 && b.chip.reports == [])
    b.write(BUSCTRL.base, 0x1001_1110)
    #expect(b.read(BUSCTRL.base) == 0x1110 && b.read(BUSCTRL.base + 4) == 1)
    b.write(BUSCTRL.base + 12, 0xe)
    #expect(
      b.chip.reports == ["PROC1", "DMA_R", "DMA_W"].map { "BUSCTRL.BUS_PRIORITY.\($0) has no model (written)" } + [
        "BUSCTRL.PERFSEL event 14 has no model (written)"
      ])
  }
}
