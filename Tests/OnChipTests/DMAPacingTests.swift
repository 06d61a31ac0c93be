import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// RP2040 data sheet §2.5.3 (requests), §2.5.5 (pacing timers), §2.5.7 (sniffer).
@Suite struct DMAPacingTests {
  private typealias R = Registers.DMA
  private typealias D = DMABench
  private let d: DMABench, b: Bench
  private let from: UInt32 = 0x2000_1000, to: UInt32 = 0x2000_3004
  init() throws {
    typealias B = Registers.RESETS.RESET
    d = try DMABench(B.UART0.mask | B.UART1.mask | B.PWM.mask | B.IO_BANK0.mask | B.PADS_BANK0.mask)
    b = d.b
  }

  @Test func timersGiveAFractionOfTheClock() {
    d.write(R.TIMER2.offset, 3 << 16 | 100)
    d.start(0, from: from, to: to, count: 1000, D.control(0, request: 0x3d))
    b.pass(103)
    let before = d.read(8)
    b.pass(2000)
    #expect(before - d.read(8) == 60)
    d.write(R.TIMER2.offset, 1 << 16 | 1)
    b.pass(3)
    let full = d.read(8)
    b.pass(50)
    #expect(full - d.read(8) == 50, "one each cycle is the most")
    d.write(R.TIMER2.offset, 0)
    b.pass(200)
    let stopped = d.read(8)
    b.pass(200)
    #expect(d.read(8) == stopped)
  }
  @Test func theWholeOfATimerPacedCopyTakesFewEvents() {
    d.write(R.TIMER0.offset, 1 << 16 | 2)
    d.start(0, from: from, to: to, count: 10_000, D.control(0, request: 0x3b))
    var events = 0, last: Cycle = 0
    while let next = b.chip.events.pending(.dma) {
      if next != last { events += 1; last = next }
      b.pass(next - b.chip.now)
    }
    #expect(!d.busy(0) && events < 1000 && b.chip.now >= 20_000)
  }
  @Test func aUARTIsFedAtItsOwnPace() {
    typealias U = Registers.UART
    let u = U.uart0
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 1 << 11)
    b.write(u + U.UARTIBRD.offset, 1); b.write(u + U.UARTLCR_H.offset, 0x70); b.write(u + U.UARTCR.offset, 0x381)  // loopback
    b.write(u + U.UARTDMACR.offset, 3)
    let text = (0..<100).map { UInt8(truncatingIfNeeded: $0 * 7) }
    d.bytes(from, text)
    // Out by channel 0, back in by channel 1.
    d.start(1, from: u, to: to, count: 100, D.control(1, size: 0, read: false, request: 21))
    d.start(0, from: from, to: u, count: 100, D.control(0, size: 0, write: false, request: 20))
    b.pass(300)
    #expect(d.read(8) == 100 - 33 - 1, "32 in the FIFO, one on the line, one sent")
    #expect(b.read(u + U.UARTFR.offset) & 1 << 5 != 0)
    b.pass(160 * 101)
    #expect(!d.busy(0) && !d.busy(1))
    let echoed = (0..<100).map { UInt8(b.read(to + UInt32($0), bytes: 1)) } == text
    #expect(echoed)
    #expect(b.read(u + U.UARTRIS.offset) & 1 << 10 == 0, "no overrun")
  }
  @Test func creditsAreOnePerPlaceAndNeverMore() {
    typealias U = Registers.UART
    let u = U.uart0
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 1 << 11)
    b.write(u + U.UARTIBRD.offset, 100); b.write(u + U.UARTLCR_H.offset, 0x70); b.write(u + U.UARTDMACR.offset, 2)
    d.start(0, from: from, to: u, count: 60, D.control(0, size: 0, write: false, request: 20))
    #expect(d.read(R.CH0_DBG_CTDREQ.offset) == 32)
    b.pass(400)
    #expect(d.read(R.CH0_DBG_CTDREQ.offset) == 0 && d.read(8) == 28)
  }
  @Test func eachPWMWrapIsOneTransfer() {
    typealias P = Registers.PWM
    b.write(P.base + 20 * 3 + 16, 99)
    b.write(P.base + 20 * 3, 1)
    d.fill(from, Array(1...20))
    // A sample into CC of the same slice at each wrap.
    d.start(0, from: from, to: P.base + 20 * 3 + 12, count: 20, D.control(0, write: false, request: 27))
    b.pass(1050)
    #expect(d.read(8) == 10 && b.read(P.base + 72) == 10)
    b.pass(1000)
    #expect(!d.busy(0))
    #expect(b.chip.events.pending(.pwm(3)) == nil, "nobody waits for its wrap any more")
  }
  @Test func aLevelMovesOneAtATime() {
    b.chip.setDREQ(36, true)
    d.start(0, from: from, to: to, count: 100, D.control(0, request: 36))
    b.pass(5)
    #expect(d.read(8) == 99)
    b.pass(50)
    #expect(d.read(8) == 89)
    b.chip.setDREQ(36, false)
    b.pass(20)
    let left = d.read(8)
    b.pass(20)
    #expect(d.read(8) == left)
  }
  @Test func apbTakesThreeAndFourCycles() {
    let scratch = Registers.WATCHDOG.base + Registers.WATCHDOG.SCRATCH0.offset
    d.fill(from, [1, 2, 3, 4, 5, 6, 7, 8])
    d.start(0, from: from, to: scratch, count: 8, D.control(0))
    b.pass(5 + 7 * 4 - 1)
    #expect(d.busy(0))
    b.pass(1)
    #expect(!d.busy(0) && b.read(scratch + 28) == 8)
    b.pass(4)  // the last write holds the bridge
    d.start(0, from: scratch, to: to, count: 8, D.control(0))
    b.pass(5 + 7 * 3 + 2 - 1)
    #expect(d.busy(0))
    b.pass(1)
    #expect(!d.busy(0) && d.words(to, 8) == [1, 2, 3, 4, 5, 6, 7, 8])
  }
  @Test func clkSysStandsAndSoDoesTheDMA() {
    b.startCrystal()
    b.write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 0)
    d.write(R.TIMER0.offset, 1 << 16 | 10)
    d.start(0, from: from, to: to, count: 1000, D.control(0, request: 0x3b))
    b.pass(100)
    let left = d.read(8)
    b.write(XOSC.base + XOSC.DORMANT.offset, 0x636f_6d61)
    #expect(b.chip.hertz(.sys) == 0)
    b.pass(100_000)
    #expect((990...991).contains(left) && d.read(8) == left)
    b.chip.wakeDormant()
    b.pass(microseconds: 1200)
    #expect(b.chip.hertz(.sys) == 12_000_000 && d.read(8) < left)
  }

  // MARK: Sniffer

  private func sniff(_ calc: UInt32, seed: UInt32, size: UInt32 = 0, flags: UInt32 = 0, control: UInt32 = 0, _ data: [UInt8]) -> UInt32 {
    d.bytes(from, data)
    d.write(R.SNIFF_CTRL.offset, 1 | calc << 5 | flags)
    d.write(R.SNIFF_DATA.offset, seed)
    d.start(0, from: from, to: to, count: UInt32(data.count) >> size, D.control(0, size: size) | 1 << 23 | control)
    b.pass(Cycle(data.count) * 2 + 20)
    return d.read(R.SNIFF_DATA.offset)
  }
  private let rev: UInt32 = 1 << 10, inv: UInt32 = 1 << 11, swap: UInt32 = 1 << 9
  /// The published check values for "123456789".
  @Test func checkValues() {
    let nine = Array("123456789".utf8)
    #expect(sniff(1, seed: ~0, flags: rev | inv, nine) == 0xcbf4_3926, "CRC-32")
    #expect(sniff(0, seed: ~0, nine) == 0x0376_e6e7, "CRC-32/MPEG-2")
    #expect(sniff(0, seed: ~0, flags: inv, nine) == 0xfc89_1918, "CRC-32/BZIP2")
    #expect(sniff(2, seed: 0xffff, nine) == 0x29b1, "CRC-16/IBM-3740")
    #expect(sniff(2, seed: 0, nine) == 0x31c3, "CRC-16/XMODEM")
    #expect(sniff(3, seed: 0xffff, flags: rev, nine) == 0x6f91_0000, "CRC-16/MCRF4XX")
    #expect(sniff(3, seed: 0, flags: rev, nine) == 0x2189_0000, "CRC-16/KERMIT")
  }
  @Test func widerDataIsTheSameStream() {
    let eight = Array("12345678".utf8), bytes = sniff(1, seed: ~0, flags: rev | inv, eight)
    #expect(bytes == 0x9ae0_daaf)
    for size in [1, 2] as [UInt32] {
      #expect(sniff(1, seed: ~0, size: size, flags: rev | inv, eight) == bytes)
      // The first bit is a word's lowest with reversal, its highest without: that wants the bytes turned round.
      #expect(sniff(0, seed: ~0, size: size, flags: swap, eight) == sniff(0, seed: ~0, eight))
      #expect(sniff(2, seed: 0, size: size, flags: swap, eight) == sniff(2, seed: 0, eight))
      #expect(sniff(0, seed: ~0, size: size, flags: swap, control: 1 << 22, eight) == sniff(0, seed: ~0, size: size, eight), "both swaps cancel")
    }
  }
  @Test func sumsAndParity() {
    #expect(sniff(15, seed: 5, [1, 2, 250, 0]) == 258)
    #expect(sniff(15, seed: 0, size: 2, [0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0]) == 1)
    #expect(sniff(14, seed: 0, [1, 3, 7]) == 0 && sniff(14, seed: 0, [1, 3, 6]) == 1)
  }
  @Test func onlyTheChosenChannelIsWatched() {
    d.write(R.SNIFF_CTRL.offset, 1 | 4 << 1 | 15 << 5)
    d.fill(from, [1, 2, 3])
    d.start(0, from: from, to: to, count: 3, D.control(0) | 1 << 23)
    d.start(4, from: from, to: to, count: 3, D.control(4))
    b.pass(30)
    #expect(d.read(R.SNIFF_DATA.offset) == 0, "channel 4 has no SNIFF_EN")
    d.start(4, from: from, to: to, count: 3, D.control(4) | 1 << 23)
    b.pass(30)
    #expect(d.read(R.SNIFF_DATA.offset) == 6)
  }
}
