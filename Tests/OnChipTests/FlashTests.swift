import Emulation
import OffChip
import OnChip
import RP2040
import Registers
import Testing

/// The flash through the SSI, as boot ROM, second stage and SDK use it (RP2040 data sheet §4.10, §2.8; W25Q16JV data sheet).
@Suite struct FlashTests {
  private let b: Bench
  private let flash: W25Q
  private typealias R = Registers.SSI
  private let base = Registers.SSI.base, control = Registers.XIP_CTRL.base
  init() throws {
    b = try Bench()
    flash = W25Q(memory: b.chip.flash, bytes: 2 << 20, uniqueID: 0xe660_5838_8346_2c2a)
    b.chip.ssi.device = flash
    b.release(RESETS.RESET.IO_QSPI.mask | RESETS.RESET.PADS_QSPI.mask)
    for p in 0..<6 as Range<UInt32> { b.write(IO_QSPI.base + 8 * p + 4, 0) }
    // SD2 and SD3 are held up: /WP and /HOLD.
    b.write(PADS_QSPI.base + 0x10, 0x5a)
    b.write(PADS_QSPI.base + 0x14, 0x5a)
    setUp(0x0007_0000)
  }
  private func setUp(_ ctrl0: UInt32, spi: UInt32 = 0, frames: UInt32 = 0, divider: UInt32 = 6) {
    b.write(base + R.SSIENR.offset, 0)
    b.write(base + R.BAUDR.offset, divider)
    b.write(base + R.CTRLR0.offset, ctrl0)
    b.write(base + R.CTRLR1.offset, frames)
    b.write(base + R.SPI_CTRLR0.offset, spi)
    b.write(base + R.SER.offset, 1)
    b.write(base + R.SSIENR.offset, 1)
  }
  private func get(_ o: UInt32) -> UInt32 { b.read(base + o) }
  /// The chip select by the pin's override, as the boot ROM moves it.
  private func select(_ low: Bool) { b.write(IO_QSPI.base + 0x0c, low ? 2 << 8 : 3 << 8) }
  /// Bytes out and in, with at most 14 under way.
  private func put(_ out: [UInt8]) -> [UInt8] {
    var back: [UInt8] = [], sent = 0
    while back.count < out.count {
      if sent < out.count && sent - back.count < 14 && get(R.SR.offset) & 2 != 0 { b.write(base + R.DR0.offset, UInt32(out[sent])); sent += 1 }
      while get(R.SR.offset) & 8 != 0 { back.append(UInt8(truncatingIfNeeded: get(R.DR0.offset))) }
      b.pass(16)
    }
    return back
  }
  @discardableResult private func command(_ out: [UInt8], read n: Int = 0) -> [UInt8] {
    select(true)
    defer { select(false) }
    return Array(put(out + [UInt8](repeating: 0, count: n)).dropFirst(out.count))
  }
  private func address(_ a: Int) -> [UInt8] { [UInt8(a >> 16 & 255), UInt8(a >> 8 & 255), UInt8(a & 255)] }
  private func status() -> UInt8 { command([5], read: 1)[0] }
  /// Waits for the flash; answers the microseconds it took.
  private func ready() -> UInt64 {
    let start = b.chip.instant(b.chip.now).nanoseconds
    while status() & 1 != 0 { b.pass(microseconds: 20) }
    return (b.chip.instant(b.chip.now).nanoseconds - start) / 1000
  }
  private func byte(_ at: Int) -> UInt8 { b.chip.flash.load(fromByteOffset: at, as: UInt8.self) }

  @Test func itSaysWhoItIs() {
    #expect(command([0x9f], read: 3) == [0xef, 0x40, 0x15])
    #expect(command([0x4b, 0, 0, 0, 0], read: 8) == [0xe6, 0x60, 0x58, 0x38, 0x83, 0x46, 0x2c, 0x2a])
    #expect(command([0x90, 0, 0, 0], read: 2) == [0xef, 0x14])
    #expect(command([0x5a, 0, 0, 0, 0], read: 4) == [0x53, 0x46, 0x44, 0x50])
    #expect(status() == 0 && command([0x35], read: 1) == [2], "quad mode enabled as delivered")
    #expect(b.chip.reports == [])
  }
  @Test func programAndErase() {
    let data = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 5) }
    command([0x02] + address(0x12300) + data)
    #expect(status() == 0 && byte(0x12300) == 0xff, "no write without the latch")
    command([0x06])
    #expect(status() == 2)
    command([0x02] + address(0x12300) + data)
    #expect(status() == 3 && byte(0x12300) == 0xff)
    #expect((350...480).contains(ready()))
    #expect(status() == 0, "the latch falls by itself")
    #expect(command([0x03] + address(0x12300), read: 256) == data)
    // Programming only clears bits, and goes round in its page.
    command([0x06])
    command([0x02] + address(0x123fe) + [0x0f, 0xf0, 0x00])
    _ = ready()
    #expect(byte(0x123fe) == data[254] & 0x0f && byte(0x123ff) == data[255] & 0xf0 && byte(0x12300) == 0 && byte(0x12301) == data[1])
    command([0x06])
    command([0x20] + address(0x12fff))
    #expect((44_000...46_000).contains(ready()))
    #expect((0x12000..<0x13000).allSatisfy { byte($0) == 0xff })
    for (code, time, bytes) in [(0x52, 120_000, 0x8000), (0xd8, 150_000, 0x10000)] as [(UInt8, UInt64, Int)] {
      for at in [0x1fffff, 0x1fffff - bytes + 1, 0x1fffff - bytes] { b.chip.flash.storeBytes(of: 0, toByteOffset: at, as: UInt8.self) }
      command([0x06])
      command([code] + address(0x1ffff0))
      #expect((time - 1000...time + 1000).contains(ready()))
      #expect(byte(0x1fffff) == 0xff && byte(0x1fffff - bytes + 1) == 0xff && byte(0x1fffff - bytes) == 0)
    }
  }
  @Test func suspendAndProtection() {
    b.chip.flash.storeBytes(of: 0x55, toByteOffset: 0x2000, as: UInt8.self)
    command([0x06])
    command([0x20] + address(0x3000))
    b.pass(microseconds: 10_000)
    #expect(command([0x03] + address(0x2000), read: 1) != [0x55], "busy: it hears nothing but the status commands")
    command([0x75])
    #expect(status() & 1 == 0 && command([0x35], read: 1)[0] & 0x80 != 0 && command([0x03] + address(0x2000), read: 1) == [0x55])
    command([0x7a])
    #expect((33_000...36_000).contains(ready()), "the rest of its time")
    // All of it protected: erases do nothing.
    command([0x06])
    command([0x01, 0x1c])
    #expect((9_000...11_000).contains(ready()))
    command([0x06])
    command([0x20] + address(0x2000))
    #expect(status() & 1 == 0 && byte(0x2000) == 0x55)
  }
  /// The second stage's sequence: fast read in quad I/O with the mode bits that make the next one go without a command.
  @Test func quadAndContinuousRead() {
    for i in 0..<64 { b.chip.flash.storeBytes(of: UInt8(i ^ 0xa5), toByteOffset: 0x1000 + i, as: UInt8.self) }
    // 32 data bits, EEPROM read, quad; 8 address clocks, 4 waits, instruction of 8 bits in serial.
    setUp(0x005f_0300, spi: 0x0000_2221, divider: 4)
    let start = b.chip.now
    b.write(base + R.DR0.offset, 0xeb)
    #expect(get(R.SR.offset) & 1 == 0, "the address is still missing")
    b.write(base + R.DR0.offset, 0x001000a0)
    while get(R.SR.offset) & 1 != 0 { b.pass(1) }
    #expect(b.chip.now - start == 28 * 4, "8 + 8 + 4 + 8 clocks")
    #expect(get(R.DR0.offset) == 0xa5a4_a7a6, "most significant byte first")
    setUp(0x005f_0300, spi: 0xa000_2022, frames: 3, divider: 2)
    b.write(base + R.DR0.offset, 0x001004a0)
    while get(R.SR.offset) & 1 != 0 { b.pass(1) }
    #expect(get(R.RXFLR.offset) == 4)
    #expect(get(R.DR0.offset) == 0xa1a0_a3a2 && get(R.DR0.offset) == 0xadac_afae)
    #expect(b.chip.ssi.readCycles == 40 && b.chip.xip.missCycles == 50)
    // Out of it as the boot ROM gets out: all lines up for more than 8 clocks, and serial commands work again.
    setUp(0x0007_0000)
    #expect(command([0x9f], read: 3) != [0xef, 0x40, 0x15])
    b.write(PADS_QSPI.base + 0x08, 0xda)  // SD0…3: output off, pull-up
    b.write(PADS_QSPI.base + 0x0c, 0xda)
    select(true)
    _ = put([0, 0, 0, 0])
    select(false)
    b.write(PADS_QSPI.base + 0x08, 0x56)
    b.write(PADS_QSPI.base + 0x0c, 0x52)
    #expect(command([0x9f], read: 3) == [0xef, 0x40, 0x15])
  }
  @Test func theSSIMovesItsOwnSelectAndFeedsDMA() {
    for i in 0..<4096 { b.chip.flash.storeBytes(of: UInt8(truncatingIfNeeded: i &* 13), toByteOffset: 0x4000 + i, as: UInt8.self) }
    setUp(0x005f_0300, spi: 0x0000_2221, divider: 2)
    b.write(base + R.DR0.offset, 0xeb)
    b.write(base + R.DR0.offset, 0xa0)
    while get(R.SR.offset) & 1 != 0 { b.pass(1) }
    setUp(0x005f_0300, spi: 0xa000_2022, frames: 1023, divider: 2)
    b.write(base + R.DMACR.offset, 3)
    b.release(RESETS.RESET.DMA.mask)
    b.write(DMA.base, base + R.DR0.offset)
    b.write(DMA.base + 4, 0x2000_0000)
    b.write(DMA.base + 8, 1024)
    b.write(DMA.base + 12, 1 << 22 | 39 << 15 | 1 << 5 | 2 << 2 | 1)  // BSWAP, SSIRX, INCR_WRITE, words
    let start = b.chip.now
    b.write(base + R.DR0.offset, 0x004000a0)
    while b.read(DMA.base + 12) & 1 << 24 != 0 { b.pass(100) }
    // 16 cycles a word: 31 MB/s at 125 MHz.
    #expect((1024 * 16...1024 * 16 + 400).contains(Int(b.chip.now - start)))
    #expect((0..<1024).allSatisfy { b.read(0x2000_0000 + 4 * $0) == b.read(0x1000_4000 + 4 * $0) })
    #expect(b.read(base + R.RISR.offset) & 8 == 0)
  }
  /// pico-examples' flash/cache_perfctr and xip_stream, as accesses.
  @Test func cacheCountersAndStream() {
    func core(_ a: UInt32) -> Int32 { b.chip.bus.load(a, Access(master: .core0, cycle: b.chip.now)).cycles }
    func counters() -> [UInt32] { [b.read(control + 0x0c), b.read(control + 0x10)] }
    _ = core(0x1000_8000)
    b.write(control + 4, 1)
    b.write(control + 0x0c, 1)
    b.write(control + 0x10, 1)
    #expect(counters() == [0, 0])
    #expect(core(0x1000_8000) > 40 && counters() == [0, 1])
    #expect(core(0x1000_8000) == 2 - 1 && counters() == [1, 2])
    _ = b.chip.bus.store(0x1000_8000, 0, Access(master: .core0, cycle: b.chip.now))
    #expect(core(0x1000_8000) > 40 && counters() == [1, 3])
    #expect(core(0x1000_8000) == 1 && counters() == [2, 4])
    // The other windows: no allocation; no check.
    #expect(core(0x1100_9000) > 40 && core(0x1100_9000) > 40 && core(0x1000_9000) > 40 && core(0x1100_9000) == 1)
    #expect(core(0x1200_9000) > 40 && core(0x1300_a000) > 40 && core(0x1000_a000) > 40)
    // Two ways of 8 KB: a third line of the same set pushes one of the two out, sometimes the one and sometimes the other.
    b.write(control + 4, 1)
    var kept: Set<[Bool]> = []
    for _ in 0..<16 {
      for a in [0x1001_0000, 0x1001_2000] as [UInt32] { _ = core(a) }
      _ = core(0x1001_4000)
      kept.insert(([0x1101_0000, 0x1101_2000, 0x1101_4000] as [UInt32]).map { core($0) == 1 })
    }
    #expect(kept.isSubset(of: [[true, false, true], [false, true, true]]) && kept.count == 2)
    // Writes: errors only where they are not allowed, and if wanted.
    #expect(!b.chip.bus.store(0x1100_8000, 0, Access(master: .core0, cycle: b.chip.now)).ok)
    b.write(control, 1)
    #expect(b.chip.bus.store(0x1100_8000, 0, Access(master: .core0, cycle: b.chip.now)).ok)

    for i in 0..<64 { b.chip.flash.storeBytes(of: UInt32(i) &* 0x0101_0107, toByteOffset: 0x6000 + 4 * i, as: UInt32.self) }
    #expect(b.read(control + 8) == 3)
    b.write(control + 0x14, 0x1000_6000)
    b.write(control + 0x18, 64)
    b.release(RESETS.RESET.DMA.mask)
    b.write(DMA.base, 0x5040_0000)
    b.write(DMA.base + 4, 0x2000_0000)
    b.write(DMA.base + 8, 60)
    b.write(DMA.base + 12, 37 << 15 | 1 << 5 | 2 << 2 | 1)
    b.pass(40_000)
    #expect(b.read(DMA.base + 12) & 1 << 24 == 0 && (0..<60).allSatisfy { b.read(0x2000_0000 + 4 * $0) == $0 &* 0x0101_0107 })
    #expect(b.read(control + 0x18) == 2 && b.read(control + 8) == 5, "FIFO full of two words, two to come")
    #expect(b.read(control + 0x1c) == 60 &* 0x0101_0107)
  }
  /// What a power cut leaves: an erase half way is neither old nor blank, a program has cleared some of its bits and set none.
  @Test func powerCuts() throws {
    var seen: Set<[UInt8]> = []
    for part in [0.05, 0.1, 0.5, 0.95] {
      let t = try FlashTests()
      for i in 0..<4096 { t.b.chip.flash.storeBytes(of: 0x3c, toByteOffset: 0x5000 + i, as: UInt8.self) }
      t.b.chip.flash.storeBytes(of: 0x3c, toByteOffset: 0x4fff, as: UInt8.self)
      t.command([0x06])
      t.command([0x20] + t.address(0x5000))
      t.b.pass(microseconds: UInt64(45_000 * part))
      t.flash.powerCut(at: t.b.chip.instant(t.b.chip.now))
      let left = (0x5000..<0x6000).map { t.byte($0) }
      #expect(left.contains { $0 != 0x3c } && left.contains { $0 != 0xff } && t.byte(0x4fff) == 0x3c && t.byte(0x6000) == 0xff)
      if part < 0.2 { #expect(left.allSatisfy { $0 & ~0x3c == 0 }, "first the cells are cleared") }
      seen.insert(left)
      #expect(t.status() == 0, "idle after power-on")
      // A sector that was cut is erased again and works.
      t.command([0x06])
      t.command([0x20] + t.address(0x5000))
      _ = t.ready()
      #expect((0x5000..<0x6000).allSatisfy { t.byte($0) == 0xff })
    }
    #expect(seen.count == 4)
    let t = try FlashTests()
    t.command([0x06])
    t.command([0x02] + t.address(0x7000) + [UInt8](repeating: 0x0f, count: 256))
    t.b.pass(microseconds: 150)
    t.flash.powerCut(at: t.b.chip.instant(t.b.chip.now))
    let left = (0x7000..<0x7100).map { t.byte($0) }
    #expect(left.allSatisfy { $0 & 0x0f == 0x0f } && left.contains { $0 != 0xff } && left.contains { $0 != 0x0f })
  }
  @Test func stateSurvivesInTheMiddleOfAnErase() throws {
    command([0x06])
    command([0x20] + address(0x5000))
    b.pass(microseconds: 10_000)
    let other = try FlashTests()
    other.b.chip.flash.storeBytes(of: 0, toByteOffset: 0x5000, as: UInt8.self)
    try other.b.chip.restore(try b.chip.save())
    #expect(other.status() == 3)
    #expect((33_000...36_000).contains(other.ready()) && other.byte(0x5000) == 0xff)
  }
}
