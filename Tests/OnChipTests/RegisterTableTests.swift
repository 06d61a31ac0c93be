import Emulation
import Registers
import Testing

/// Walks the register tables of the pin blocks: reset values, bits that cannot be read or written, atomic aliases.
@Suite struct RegisterTableTests {
  private struct Block {
    let name: String, base: UInt32, rows: [Register], mask: UInt32
    /// Registers whose value lives, whose reset value depends on the pins, or whose access does more than keep bits.
    let living: (String) -> Bool
    var aliases = true
  }
  private static func rows<let n: Int>(_ t: [n of Register]) -> [Register] { t.indices.map { t[$0] } }
  private static var blocks: [Block] {
    typealias B = RESETS.RESET
    return [
      // FIFO, divider, interpolator results and spinlocks have tests of their own.
      Block(
        name: "SIO", base: SIO.base, rows: rows(SIO.registers), mask: 0,
        living: { n in ["GPIO_IN", "GPIO_HI_IN", "FIFO", "DIV_", "POP", "PEEK", "SPINLOCK", "_ADD", "CTRL_LANE0", "1AND0", "CPUID"].contains { n.contains($0) }
        }, aliases: false),
      Block(
        name: "IO_BANK0", base: IO_BANK0.base, rows: rows(IO_BANK0.registers), mask: B.IO_BANK0.mask, living: { $0.hasPrefix("INTR") || $0.contains("STATUS") }),
      Block(name: "IO_QSPI", base: IO_QSPI.base, rows: rows(IO_QSPI.registers), mask: B.IO_QSPI.mask, living: { $0 == "INTR" || $0.contains("STATUS") }),
      Block(name: "PADS_BANK0", base: PADS_BANK0.base, rows: rows(PADS_BANK0.registers), mask: B.PADS_BANK0.mask, living: { _ in false }),
      Block(name: "PADS_QSPI", base: PADS_QSPI.base, rows: rows(PADS_QSPI.registers), mask: B.PADS_QSPI.mask, living: { _ in false }),
      // FR.CTS follows the pin: no CTS pin selected reads as a low line, which is "clear to send".
      Block(name: "UART0", base: UART.uart0, rows: rows(UART.registers), mask: B.UART0.mask, living: { ["UARTDR", "UARTFR", "UARTRSR"].contains($0) }),
      // IC_ENABLE and what it guards have tests of their own; IC_CON and the counts refuse some values.
      Block(
        name: "I2C1", base: I2C.i2c1, rows: rows(I2C.registers), mask: B.I2C1.mask,
        living: { n in ["IC_CON", "IC_ENABLE", "DATA_CMD", "CNT", "SPKLEN", "_TL"].contains { n.contains($0) } }),
      Block(name: "RTC", base: RTC.base, rows: rows(RTC.registers), mask: B.RTC.mask, living: { ["CTRL", "IRQ_SETUP_0", "INTS"].contains($0) }),
      Block(
        name: "BUSCTRL", base: BUSCTRL.base, rows: rows(BUSCTRL.registers), mask: B.BUSCTRL.mask,
        living: { $0 == "BUS_PRIORITY_ACK" || $0.hasPrefix("PERFSEL") }),
      Block(name: "ADC", base: ADC.base, rows: rows(ADC.registers), mask: B.ADC.mask, living: { ["CS", "FCS"].contains($0) }),
      // CPSDVSR's lowest bit reads as 0.
      Block(name: "SPI0", base: SPI.spi0, rows: rows(SPI.registers), mask: B.SPI0.mask, living: { ["SSPDR", "SSPSR", "SSPCPSR"].contains($0) }),
      // What lives, what a packet or a buffer sets, and what reads differently from what was written.
      Block(
        name: "USBCTRL", base: USB.base, rows: rows(USB.registers), mask: B.USBCTRL.mask,
        living: { n in ["SIE_CTRL", "SIE_STATUS", "INTR", "INTS", "USBPHY_DIRECT", "EP_ABORT_DONE", "USB_PWR"].contains(n) }),
      // A channel's counter is live, its triggers start it, and INTF and TREQ do more than keep bits.
      Block(
        name: "DMA", base: DMA.base, rows: rows(DMA.registers), mask: B.DMA.mask,
        living: { n in ["TRIG", "TRANS_COUNT", "ABORT"].contains { n.contains($0) } }),
      // CTRL starts machines, SMx_INSTR shows the program, FIFO flags and INTR live.
      Block(
        name: "PIO0", base: PIO.pio0, rows: rows(PIO.registers), mask: B.PIO0.mask,
        living: { n in
          ["CTRL", "SM0_INSTR", "SM1_INSTR", "SM2_INSTR", "SM3_INSTR", "FSTAT", "INTR", "TXF0", "TXF1", "TXF2", "TXF3"].contains(n) || n.hasPrefix("DBG")
        }),
      Block(name: "PWM", base: PWM.base, rows: rows(PWM.registers), mask: B.PWM.mask, living: { $0 == "EN" || $0.hasSuffix("CTR") }),
    ]
  }

  @Test func resetValues() throws {
    for block in Self.blocks {
      let b = try Bench()
      b.release(block.mask)
      for row in block.rows where !block.living(row.name.description) {
        #expect(b.chip.peek(block.base + row.offset) == row.reset & row.readable, "\(block.name).\(row.name)")
      }
      #expect(b.chip.reports == [])
    }
  }

  @Test func masks() throws {
    for block in Self.blocks {
      let b = try Bench()
      b.release(block.mask)
      for row in block.rows where !block.living(row.name.description) && row.readable != 0 {
        let a = block.base + row.offset
        // INTF makes its INTS read as set; do without.
        let old = b.chip.peek(a)!
        b.write(a, ~0)
        #expect(b.chip.peek(a)! & ~row.readable == 0, "\(block.name).\(row.name)")
        let expected = (old & ~row.writable | row.writable) & row.readable & ~row.oneToClear
        if row.writable != 0 { #expect(b.chip.peek(a) == expected, "\(block.name).\(row.name) after ones") }
        b.write(a, 0)
        if row.writable != 0 { #expect(b.chip.peek(a) == old & ~row.writable, "\(block.name).\(row.name) after zeros") }
        if block.aliases && row.writable != 0 && row.oneToClear == 0 {
          let w = row.writable & row.readable
          b.set(a, w & 0x5555_5555)
          #expect(b.chip.peek(a)! & w == w & 0x5555_5555, "\(block.name).\(row.name) set")
          b.write(a + 0x1000, w)
          #expect(b.chip.peek(a)! & w == w & 0xaaaa_aaaa, "\(block.name).\(row.name) xor")
          b.clear(a, w)
          #expect(b.chip.peek(a)! & w == 0, "\(block.name).\(row.name) clear")
        }
      }
    }
  }
}
