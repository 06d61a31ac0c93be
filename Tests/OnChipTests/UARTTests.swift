import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// Writes down when a net changed.
final class EdgeLog: NetListener {
  let chip: RP2040
  var edges: [(cycle: Cycle, level: Level)] = []
  init(_ chip: RP2040, _ pin: UInt32) { self.chip = chip; chip.circuit.listen(to: chip.pins.net(pin), self) }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { edges.append((chip.now, level)) }
}

/// RP2040 data sheet §4.2; ARM PL011 TRM (DDI 0183). clk_peri is clk_sys here, so a bit of IBRD 10 is 160 cycles.
@Suite struct UARTTests {
  private let b: Bench
  private typealias R = Registers.UART
  private let u0 = R.uart0, u1 = R.uart1
  init() throws {
    b = try Bench()
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.UART0.mask | B.UART1.mask)
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 1 << 11)
    for p in 0..<8 as Range<UInt32> { b.write(Registers.IO_BANK0.base + 8 * p + 4, 2) }
  }
  private func setUp(_ u: UInt32, ibrd: UInt32 = 10, fbrd: UInt32 = 0, line: UInt32 = 0x70, control: UInt32 = 0x301) {
    b.write(u + R.UARTIBRD.offset, ibrd)
    b.write(u + R.UARTFBRD.offset, fbrd)
    b.write(u + R.UARTLCR_H.offset, line)
    b.write(u + R.UARTCR.offset, control)
  }
  private func crossed() {
    // UART0 on GP0…3, UART1 on GP4…7: TX to RX, RTS to CTS.
    for (a, z) in [(0, 5), (4, 1), (3, 6), (7, 2)] as [(UInt32, UInt32)] {
      b.chip.circuit.join(b.chip.pins.net(a), b.chip.pins.net(z), at: b.chip.instant(b.chip.now))
    }
  }
  private func flags(_ u: UInt32) -> UInt32 { b.read(u + R.UARTFR.offset) }
  private func receive(_ u: UInt32) -> UInt32 { b.read(u + R.UARTDR.offset) }

  @Test func aByteIsItsEdges() {
    setUp(u0)
    let log = EdgeLog(b.chip, 0), start = b.chip.now
    b.write(u0, 0x55)
    #expect(flags(u0) & 8 != 0)
    b.pass(2000)
    #expect(log.edges.map { $0.cycle - start } == (0...9).map { 160 * $0 })
    #expect(log.edges.first?.level == .low && log.edges.last?.level == .high)
    #expect(flags(u0) & 0x88 == 0x80)
  }
  @Test func fractionalBaudIsExactOnTheLongRun() {
    setUp(u0, ibrd: 67, fbrd: 52)  // 125 MHz / 115200
    let log = EdgeLog(b.chip, 0), start = b.chip.now
    for _ in 0..<20 { b.write(u0, 0x55) }
    b.pass(16 * 67 * 220)
    // Without gaps, the 20th frame begins 190 bits of 1085 cycles after the first.
    #expect(log.edges.count == 200 && log.edges[190].cycle - start == 190 * 1085)
  }
  @Test(arguments: [0x70, 0x76, 0x72, 0x7a, 0xf2, 0x10, 0x3e, 0x58, 0x60] as [UInt32])
  func formats(_ line: UInt32) {
    crossed()
    setUp(u0, line: line)
    setUp(u1, line: line)
    let mask = UInt32(1) << (5 + (line >> 5 & 3)) - 1
    for v in [0x00, 0x35, 0xff, 0x80] as [UInt32] {
      b.write(u0, v)
      b.pass(160 * 13)
      #expect(receive(u1) == v & mask, "format \(line)")
    }
    #expect(flags(u1) & 0x10 != 0)
  }
  @Test func parityAndFramingErrors() {
    crossed()
    setUp(u0, line: 0x76)  // even
    setUp(u1, line: 0x72)  // odd
    b.write(u0, 0x41)
    b.pass(160 * 12)
    #expect(receive(u1) == 0x241 && b.read(u1 + R.UARTRSR.offset) == 2 && b.read(u1 + R.UARTRIS.offset) & 0x100 != 0)
    b.write(u1 + R.UARTRSR.offset, 0)
    #expect(b.read(u1 + R.UARTRSR.offset) == 0)
    setUp(u0, ibrd: 20)  // half the speed: the stop bit comes too early for the receiver
    setUp(u1)
    b.write(u0, 0x00)
    b.pass(160 * 30)
    #expect(receive(u1) & 0x100 != 0)
  }
  @Test func breaks() {
    crossed()
    setUp(u0); setUp(u1)
    b.write(u0 + R.UARTLCR_H.offset, 0x71)
    b.pass(160 * 50)
    b.write(u0 + R.UARTLCR_H.offset, 0x70)
    b.pass(160 * 3)
    b.write(u0, 0x42)
    b.pass(160 * 12)
    #expect(receive(u1) & 0x4ff == 0x400, "one character for the whole break")
    #expect(receive(u1) == 0x42)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x200 != 0)
  }
  @Test func overrun() {
    crossed()
    setUp(u0); setUp(u1)
    for i in 0..<32 as Range<UInt32> { b.write(u0, i) }
    #expect(flags(u0) & 0x20 == 0, "one is on the line already")
    b.write(u0, 32)
    #expect(flags(u0) & 0x20 != 0)
    b.pass(160 * 10 * 34)
    #expect(flags(u1) & 0x40 != 0 && b.read(u1 + R.UARTRIS.offset) & 0x400 != 0)
    for i in 0..<32 as Range<UInt32> { #expect(receive(u1) == i) }
    b.write(u0, 0x77)
    b.pass(160 * 12)
    #expect(receive(u1) == 0x877, "the next one carries OE")
  }
  @Test func triggersAndTimeout() {
    crossed()
    setUp(u0); setUp(u1)
    b.write(u1 + R.UARTIMSC.offset, 0x7ff)
    for i in 0..<16 as Range<UInt32> { b.write(u0, i) }
    b.pass(160 * 10 * 15 + 80)
    #expect(b.read(u1 + R.UARTMIS.offset) & 0x10 == 0)
    b.pass(160 * 10)
    #expect(b.read(u1 + R.UARTMIS.offset) & 0x10 != 0 && b.chip.peek(0xe000_e200)! >> IRQ.UART1_IRQ & 1 != 0)
    _ = receive(u1)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x10 == 0)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x40 == 0)
    b.pass(160 * 32)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x40 != 0, "receive time-out after 32 bits")
    b.write(u1 + R.UARTICR.offset, 0x40)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x40 == 0)
    // The transmit interrupt comes when the level falls through the trigger (half), not by being there.
    #expect(b.read(u0 + R.UARTRIS.offset) & 0x20 == 0)
    for i in 0..<20 as Range<UInt32> { b.write(u0, i) }
    b.pass(160 * 10 * 3)
    #expect(b.read(u0 + R.UARTRIS.offset) & 0x20 != 0)
  }
  @Test func flowControl() {
    crossed()
    setUp(u0, control: 0x8301)  // CTSEN
    setUp(u1, control: 0x4301)  // RTSEN
    for i in 0..<20 as Range<UInt32> { b.write(u0, i) }
    b.pass(160 * 10 * 25)
    #expect(b.read(u1 + R.UARTRIS.offset) & 0x10 != 0)
    #expect(flags(u0) & 0x89 == 0x08, "stopped with characters left")
    for i in 0..<4 as Range<UInt32> { #expect(receive(u1) == i) }
    b.pass(160 * 10 * 25)
    for i in 4..<20 as Range<UInt32> { #expect(receive(u1) == i) }
    b.pass(160 * 10 * 5)
    #expect(flags(u0) & 0x81 == 0x81)
  }
  @Test func loopback() {
    setUp(u0, control: 0x381)
    b.write(u0, 0x5a)
    b.pass(160 * 12)
    #expect(receive(u0) == 0x5a)
    b.write(u0 + R.UARTCR.offset, 0x0f81)
    #expect(flags(u0) & 3 == 3, "RTS to CTS, DTR to DSR")
  }
  @Test func dreqFollowsTheFIFOs() throws {
    setUp(u0, control: 0x381)
    b.write(u0 + R.UARTDMACR.offset, 3)
    #expect(b.chip.dreq & 3 << 20 == 1 << 20)
    b.write(u0, 1)
    b.pass(160 * 12)
    #expect(b.chip.dreq & 3 << 20 == 3 << 20)
    _ = receive(u0)
    #expect(b.chip.dreq & 3 << 20 == 1 << 20)
  }
  @Test func aChangeOfClockChangesTheBits() {
    setUp(u0)
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 0)  // stops in the middle of nothing
    let log = EdgeLog(b.chip, 0)
    b.write(u0, 0x55)
    b.pass(1000)
    #expect(log.edges.count == 1)
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 1 << 11)
    b.pass(2000)
    #expect(log.edges.count == 10 && log.edges[9].cycle - log.edges[1].cycle == 8 * 160)
  }
  @Test func stateSurvivesInTheMiddleOfACharacter() throws {
    setUp(u0, control: 0x381)
    b.write(u0, 0xa5)
    b.write(u0, 0x3c)
    b.pass(777)
    let other = try Bench()
    try other.chip.restore(try b.chip.save())
    other.pass(160 * 25)
    #expect(other.read(u0) == 0xa5 && other.read(u0) == 0x3c)
  }
}
