import Emulation
import Registers
import Testing

/// RP2040 data sheet §2.3.1.
@Suite struct SIOTests {
  private let b: Bench
  init() throws { b = try Bench() }
  private func access(_ core: Int) -> Access { Access(master: core == 0 ? .core0 : .core1, cycle: b.chip.now) }
  private func read(_ core: Int, _ o: UInt32) -> UInt32 { b.chip.bus.load(SIO.base + o, access(core)).value }
  private func write(_ core: Int, _ o: UInt32, _ v: UInt32) { _ = b.chip.bus.store(SIO.base + o, v, access(core)) }

  @Test func cpuid() { #expect(read(0, 0) == 0 && read(1, 0) == 1) }

  @Test func mailboxes() {
    let st = SIO.FIFO_ST.offset, rd = SIO.FIFO_RD.offset, wr = SIO.FIFO_WR.offset
    #expect(read(0, st) == 2 && read(1, st) == 2)
    for i in 0..<8 as Range<UInt32> { write(0, wr, 100 + i) }
    #expect(read(0, st) == 0, "full: not ready")
    #expect(read(1, st) == 3)
    write(0, wr, 999)
    #expect(read(0, st) == 4, "WOF is the writer's")
    write(0, st, 4)
    #expect(read(0, st) == 0)
    for i in 0..<8 as Range<UInt32> { #expect(read(1, rd) == 100 + i) }
    #expect(read(1, st) == 2 && read(0, st) == 2)
    _ = read(1, rd)
    #expect(read(1, st) == 2 | 8)
    write(1, st, 8)
    #expect(read(1, st) == 2)
  }

  @Test func spinlocks() {
    let l5 = SIO.SPINLOCK5.offset
    #expect(read(0, l5) == 1 << 5)
    #expect(read(1, l5) == 0)
    #expect(read(1, SIO.SPINLOCK_ST.offset) == 1 << 5)
    write(1, l5, 0)
    #expect(read(0, SIO.SPINLOCK_ST.offset) == 0)
    #expect(read(1, l5) == 1 << 5)
  }

  @Test(
    arguments: [
      (false, 100, 7, 14, 2), (false, 7, 0, 0xffff_ffff, 7), (true, 0xffff_ff9c, 7, 0xffff_fff2, 0xffff_fffe), (true, 7, 0, 0xffff_ffff, 7),
      (true, 0xffff_fff9, 0, 1, 0xffff_fff9), (true, 0x8000_0000, 0xffff_ffff, 0x8000_0000, 0), (true, 0, 0, 0xffff_ffff, 0),
    ] as [(Bool, UInt32, UInt32, UInt32, UInt32)])
  func divider(_ c: (Bool, UInt32, UInt32, UInt32, UInt32)) {
    write(0, c.0 ? SIO.DIV_SDIVIDEND.offset : SIO.DIV_UDIVIDEND.offset, c.1)
    write(0, c.0 ? SIO.DIV_SDIVISOR.offset : SIO.DIV_UDIVISOR.offset, c.2)
    #expect(read(0, SIO.DIV_CSR.offset) == 2)
    b.pass(7)
    #expect(read(0, SIO.DIV_CSR.offset) & 1 == 0)
    b.pass(1)
    #expect(read(0, SIO.DIV_CSR.offset) == 3)
    #expect(read(1, SIO.DIV_CSR.offset) == 1, "the other core has its own")
    #expect(read(0, SIO.DIV_REMAINDER.offset) == c.4)
    #expect(read(0, SIO.DIV_QUOTIENT.offset) == c.3)
    #expect(read(0, SIO.DIV_CSR.offset) == 1, "reading the quotient cleans")
  }
  @Test func dividerStateIsSavedAndPutBack() {
    write(0, SIO.DIV_REMAINDER.offset, 5)
    write(0, SIO.DIV_QUOTIENT.offset, 6)
    #expect(read(0, SIO.DIV_CSR.offset) == 3)
    #expect(read(0, SIO.DIV_REMAINDER.offset) == 5 && read(0, SIO.DIV_QUOTIENT.offset) == 6)
  }

  private func control(shift: UInt32 = 0, lsb: UInt32 = 0, msb: UInt32 = 31, _ more: UInt32 = 0) -> UInt32 { shift | lsb << 5 | msb << 10 | more }
  @Test func interpolatorLanes() {
    let i0 = SIO.INTERP0_ACCUM0.offset
    write(0, SIO.INTERP0_CTRL_LANE0.offset, control(shift: 4, lsb: 0, msb: 7))
    write(0, SIO.INTERP0_CTRL_LANE1.offset, control(lsb: 8, msb: 15, 1 << 15 | 1 << 16))  // signed, cross input
    write(0, i0, 0x0000_f5a0)
    write(0, SIO.INTERP0_BASE0.offset, 0x1000)
    write(0, SIO.INTERP0_BASE1.offset, 1)
    write(0, SIO.INTERP0_BASE2.offset, 0x10_0000)
    #expect(read(0, SIO.INTERP0_PEEK_LANE0.offset) == 0x105a)
    #expect(read(0, SIO.INTERP0_PEEK_LANE1.offset) == 0xffff_f501)
    #expect(read(0, SIO.INTERP0_PEEK_FULL.offset) == 0x000f_f55a)
    #expect(read(0, SIO.INTERP0_ACCUM0_ADD.offset) == 0x5a)
    #expect(read(0, SIO.INTERP0_ACCUM1_ADD.offset) == 0xffff_f500, "all 32 bits, the sign's too")
    #expect(read(0, SIO.INTERP0_CTRL_LANE0.offset) >> 23 == 0b101, "0xf5a does not fit eight bits")
    write(0, SIO.INTERP0_ACCUM0_ADD.offset, 0x10)
    #expect(read(0, i0) == 0xf5b0)
    #expect(read(1, i0) == 0, "the other core has its own")
  }
  @Test func popWritesBackAndCrosses() {
    write(0, SIO.INTERP0_CTRL_LANE0.offset, control(1 << 18))  // add raw
    write(0, SIO.INTERP0_CTRL_LANE1.offset, control(1 << 17 | 3 << 19))  // cross result, force MSB
    write(0, SIO.INTERP0_BASE0.offset, 3)
    write(0, SIO.INTERP0_BASE1.offset, 5)
    write(0, SIO.INTERP0_ACCUM1.offset, 100)
    #expect(read(0, SIO.INTERP0_POP_LANE0.offset) == 3)
    #expect(read(0, SIO.INTERP0_ACCUM0.offset) == 3 && read(0, SIO.INTERP0_ACCUM1.offset) == 3)
    #expect(read(0, SIO.INTERP0_PEEK_LANE1.offset) == 0x3000_0008)
  }
  @Test func blend() {
    write(0, SIO.INTERP0_CTRL_LANE0.offset, control(1 << 21))
    write(0, SIO.INTERP0_CTRL_LANE1.offset, control(1 << 15))
    write(0, SIO.INTERP0_BASE_1AND0.offset, 0x0000_ff9c)  // base0: lane 0 unsigned: 0xff9c
    #expect(read(0, SIO.INTERP0_BASE0.offset) == 0xff9c)
    write(0, SIO.INTERP0_BASE0.offset, UInt32(bitPattern: -100))
    write(0, SIO.INTERP0_BASE1.offset, 100)
    for (alpha, result) in [(0, -100), (128, 0), (255, 99), (64, -50)] as [(UInt32, Int32)] {
      write(0, SIO.INTERP0_ACCUM1.offset, alpha)
      #expect(read(0, SIO.INTERP0_PEEK_LANE1.offset) == UInt32(bitPattern: result))
      #expect(read(0, SIO.INTERP0_PEEK_LANE0.offset) == alpha)
    }
  }
  @Test func clamp() {
    write(0, SIO.INTERP1_CTRL_LANE0.offset, control(1 << 22 | 1 << 15))
    write(0, SIO.INTERP1_BASE0.offset, UInt32(bitPattern: -10))
    write(0, SIO.INTERP1_BASE1.offset, 10)
    for (v, r) in [(-50, -10), (5, 5), (77, 10)] as [(Int32, Int32)] {
      write(0, SIO.INTERP1_ACCUM0.offset, UInt32(bitPattern: v))
      #expect(read(0, SIO.INTERP1_PEEK_LANE0.offset) == UInt32(bitPattern: r))
    }
  }
}
