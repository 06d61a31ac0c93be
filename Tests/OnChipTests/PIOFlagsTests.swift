import Emulation
import RP2040
import Registers
import Testing

@testable import OnChip

/// RP2040 data sheet §3.4.9 (IRQ), §3.5.4 (interrupts), §3.5.6: machines together, with interrupts, DMA, and time that nobody watches.
@Suite struct PIOFlagsTests {
  private typealias R = Registers.PIO
  private let p: PIOBench, b: Bench
  init() throws { p = try PIOBench(); b = p.b }

  @Test func relativeFlags() {
    for i in 0..<4 as Range<UInt32> { p.exec(i, I.irq(0x10 | 2)) }
    #expect(p.read(R.IRQ.offset) == 0b1111)
    p.write(R.IRQ.offset, 0b0101)
    #expect(p.read(R.IRQ.offset) == 0b1010)
    p.exec(3, I.irq(0x10 | 6))
    #expect(p.read(R.IRQ.offset) == 0b0010_1010, "4 + (2 + 3) mod 4")
    p.exec(3, I.irq(0x10 | 6, clear: true))
    p.exec(1, I.irq(3, clear: true))
    #expect(p.read(R.IRQ.offset) == 0b10)
    p.write(R.IRQ_FORCE.offset, 0x81)
    #expect(p.read(R.IRQ.offset) == 0x83)
  }
  /// Whoever sets a flag, everybody sees it in the next cycle, and a wait clears it.
  @Test func flagsAreSeenOneCycleLater() {
    for (setter, waiter) in [(0, 1), (1, 0)] as [(UInt32, UInt32)] {
      p.program([I.nop.d(5), I.irq(4), I.jmp(2), I.wait(1, 2, 4), I.set(I.x, 1), I.jmp(5)])
      p.enable(0)
      p.exec(setter, I.jmp(0)); p.exec(waiter, I.jmp(3))
      p.enable(3)
      b.pass(7)
      #expect(p.read(R.IRQ.offset) == 1 << 4 && p.pc(waiter) == 3)
      b.pass(1)
      #expect(p.read(R.IRQ.offset) == 0 && p.pc(waiter) == 4)
    }
  }
  @Test func irqWaitHandshake() {
    p.program([I.irq(5, wait: true).d(3), I.set(I.x, 1), I.jmp(2)])
    p.enable(1)
    b.pass(50)
    #expect(p.pc(0) == 0 && p.read(R.IRQ.offset) == 1 << 5)
    p.write(R.IRQ.offset, 1 << 5)
    b.pass(1)
    #expect(p.pc(0) == 1 && p.machine(0).x == 0)
    b.pass(3)
    #expect(p.machine(0).x == 0, "the delay begins after the wait")
    b.pass(1)
    #expect(p.machine(0).x == 1)
  }
  @Test func interruptsComeAtTheirCycle() {
    let pending = { (b.chip.peek(0xe000_e200)! >> Registers.IRQ.PIO0_IRQ_0) & 3 }
    p.program([I.set(I.x, 9), I.jmp(1, 2), I.irq(1), I.jmp(0)])
    p.write(R.IRQ0_INTE.offset, 1 << 9)
    p.enable(1)
    b.pass(11)
    #expect(pending() == 0)
    b.pass(1)
    #expect(pending() == 1 && p.read(R.IRQ0_INTS.offset) == 1 << 9)
    p.write(R.IRQ.offset, 2)
    #expect(p.read(R.IRQ0_INTS.offset) == 0)
    b.write(0xe000_e280, 3 << Registers.IRQ.PIO0_IRQ_0)
    p.write(R.IRQ1_INTE.offset, 1 << 4)
    #expect(p.read(R.INTR.offset) >> 4 & 15 == 15 && pending() == 2, "TX FIFOs have room")
    p.write(R.IRQ1_INTF.offset, 1)
    #expect(p.read(R.IRQ1_INTS.offset) == 0x11)
  }
  @Test func dmaFeedsAndDrains() {
    // Machine 0 inverts words: DMA in, DMA out, at the machine's pace.
    let d: UInt32 = DMABench.base
    p.program([I.pull(), I.mov(I.isr, I.osr, 1), I.push().d(9)])
    p.wrap(0, 0, 2)
    for i in 0..<200 as Range<UInt32> { b.write(0x2000_1000 + 4 * i, i &* 0x0101_0101) }
    func start(_ c: UInt32, _ from: UInt32, _ to: UInt32, _ control: UInt32) {
      for (o, v) in [(0, from), (4, to), (8, 200), (12, control)] as [(UInt32, UInt32)] { b.write(d + 0x40 * c + o, v) }
    }
    start(1, p.base + R.RXF0.offset, 0x2000_4000, DMABench.control(1, read: false, request: 4))
    start(0, 0x2000_1000, p.base + R.TXF0.offset, DMABench.control(0, write: false, request: 0))
    b.pass(50)
    #expect(b.read(d + 8) == 196 && p.read(R.FLEVEL.offset) == 4, "the FIFO is full, the channel waits")
    #expect(b.chip.events.pending(.dma) == nil)
    p.enable(1)
    b.pass(12 * 200 + 20)
    #expect(b.read(d + 0x50) >> 24 & 1 == 0)
    let right = (0..<200 as Range<UInt32>).allSatisfy { b.read(0x2000_4000 + 4 * $0) == ~($0 &* 0x0101_0101) }
    #expect(right)
    #expect(p.read(R.FDEBUG.offset) & 0x000f_0f00 == 0, "never too much, never too little")
  }

  /// The machine pushes or pulls in the very cycle of a DMA access, at some of these paces.
  @Test func dmaMeetsTheMachineInOneCycle() throws {
    for delay in 0..<16 as Range<UInt32> {
      let p = try PIOBench(), b = p.b
      let d: UInt32 = DMABench.base
      // Counts down in X and pushes it; machine 1 pulls words and pushes them.
      p.program([I.mov(I.isr, I.x), I.push().d(delay), I.jmp(0, 2), I.pull().d(delay), I.mov(I.isr, I.osr), I.push(), I.jmp(3)])
      p.exec(0, I.set(I.x, 31))
      for i in 0..<64 as Range<UInt32> { b.write(0x2000_1000 + 4 * i, 1000 + i) }
      func start(_ c: UInt32, _ from: UInt32, _ to: UInt32, _ n: UInt32, _ control: UInt32) {
        for (o, v) in [(0, from), (4, to), (8, n), (12, control)] as [(UInt32, UInt32)] { b.write(d + 0x40 * c + o, v) }
      }
      start(0, p.base + R.RXF0.offset, 0x2000_2000, 32, DMABench.control(0, read: false, request: 4))
      start(1, p.base + R.RXF1.offset, 0x2000_3000, 64, DMABench.control(1, read: false, request: 5))
      start(2, 0x2000_1000, p.base + R.TXF1.offset, 64, DMABench.control(2, write: false, request: 1))
      p.exec(1, I.jmp(3))
      p.enable(3)
      b.pass(3000)
      let a = (0..<32 as Range<UInt32>).allSatisfy { b.read(0x2000_2000 + 4 * $0) == 31 - $0 }
      let z = (0..<64 as Range<UInt32>).allSatisfy { b.read(0x2000_3000 + 4 * $0) == 1000 + $0 }
      #expect(a && z && p.read(R.FDEBUG.offset) & 0x000f_0f00 == 0, "delay \(delay)")
    }
  }

  // MARK: Watched or not, the same

  private static func random(_ seed: inout UInt64, _ n: UInt32) -> UInt32 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32((seed >> 33) % UInt64(n))
  }
  /// Four machines with random programs, settings and FIFO traffic.
  private static func setUp(_ p: PIOBench, _ seed: UInt64) {
    var s = seed
    func r(_ n: UInt32) -> UInt32 { random(&s, n) }
    p.select(0..<20)
    for i in 0..<32 as Range<UInt32> {
      let delay = r(3) == 0 ? r(32) : r(2)
      let word: UInt32 =
        switch r(12) {
        case 0, 1: I.jmp(r(32), r(8))
        case 2: I.wait(r(2), r(3), r(8))
        case 3: I.input(r(8), r(32))
        case 4, 5: I.out(r(7), r(32))
        case 6: r(2) == 0 ? I.push(ifFull: r(2) == 0, block: r(4) == 0) : I.pull(ifEmpty: r(2) == 0, block: r(4) == 0)
        case 7: I.mov(r(8), r(8), r(3))
        case 8: I.irq(r(8) | r(2) << 4, wait: r(4) == 0, clear: r(2) == 0)
        default: I.set([0, 1, 2, 4, 0, 4][Int(r(6))], r(32))
        }
      p.program([word.d(delay)], at: i)
    }
    for i in 0..<4 as Range<UInt32> {
      p.wrap(i, r(32), r(32), r(2) << 30 | r(2) << 29 | r(30) << 24 | (r(5) == 0 ? 1 << 17 : 0) | (r(5) == 0 ? 1 << 18 | r(32) << 19 : 0) | r(5))
      p.shift(i, r(16) << 16 | r(32) << 20 | r(32) << 25 | (r(4) == 0 ? r(4) << 30 : 0))
      p.write(p.sm(i, R.SM0_PINCTRL.offset), r(4) << 29 | r(6) << 26 | r(21) << 20 | r(20) << 15 | r(20) << 10 | r(20) << 5 | r(20))
      if r(2) == 0 { p.divide(i, 1 + r(4), r(256)) }
      for _ in 0..<r(5) { p.put(i, r(0xffff_ffff)) }
    }
    p.write(R.INPUT_SYNC_BYPASS.offset, r(2) == 0 ? 0 : r(0xffff_ffff))
    p.enable(15)
  }
  private static func state(_ p: PIOBench) -> [UInt64] {
    p.pio.advance(through: p.pio.time.tick(at: p.b.chip.now))
    var v: [UInt64] = [UInt64(p.pio.live.pointee.outputs), UInt64(p.pio.live.pointee.enables), UInt64(p.pio.live.pointee.flags)]
    for i in 0..<4 {
      let m = p.pio.machines[i]
      v += [m.x, m.y, m.isr, m.osr, m.isrCount, m.osrCount, m.pc, m.exec, UInt32(m.txCount), UInt32(m.rxCount)].map(UInt64.init)
      v += [m.txStall, m.rxStall, m.irqWaits].map { $0 ? 1 : 0 }
    }
    return v
  }
  @Test func timeThatNobodyWatchesIsTheSame() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let one = try PIOBench(), other = try PIOBench()
      Self.setUp(one, seed)
      Self.setUp(other, seed)
      // One is looked at in every cycle, the other hears every edge, interrupt and request, or nothing.
      if seed % 3 != 0 {
        other.write(R.IRQ0_INTE.offset, 0xfff)
        one.write(R.IRQ1_INTF.offset, 0)
      }
      let logs = seed % 3 == 1 ? (0..<20 as Range<UInt32>).map { EdgeLog(other.b.chip, $0) } : []
      var s = seed &* 77
      for round in 0..<6 {
        let n = Cycle(Self.random(&s, 180)) + 1
        for _ in 0..<n { one.b.pass(1); _ = one.read(R.IRQ.offset) }
        other.b.pass(n)
        let machine = Self.random(&s, 4), word = Self.random(&s, 0xffff_ffff), what = Self.random(&s, 5)
        for p in [one, other] {
          switch what {
          case 0: p.put(machine, word)
          case 1: _ = p.get(machine)
          case 2: p.write(R.IRQ.offset, word & 0xff)
          case 3: p.write(p.sm(machine, R.SM0_INSTR.offset), I.set(I.x, word & 31))
          default: break
          }
        }
        let a = Self.state(one), z = Self.state(other)
        guard a == z else { Issue.record("seed \(seed), round \(round): \(a) and \(z)"); return }
      }
      _ = logs
    }
  }
  /// Machines that have nothing to do with each other are computed one after the other.
  @Test func machinesApartAreTheSame() throws {
    var alone = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let one = try PIOBench(), other = try PIOBench()
      for p in [one, other] {
        var s = seed
        func r(_ n: UInt32) -> UInt32 { Self.random(&s, n) }
        p.select(0..<20)
        for i in 0..<32 as Range<UInt32> {
          let word: UInt32 =
            switch r(9) {
            case 0, 1: I.jmp(r(32), [0, 1, 2, 3, 4, 5, 7][Int(r(7))])
            case 2: I.input(1 + r(3), r(32))
            case 3, 4: I.out([0, 1, 2, 3, 4][Int(r(5))], r(32))
            case 5: r(2) == 0 ? I.push(block: r(3) == 0) : I.pull(block: r(3) == 0)
            case 6: I.mov([0, 1, 2, 6, 7][Int(r(5))], [1, 2, 3, 5, 6, 7][Int(r(6))], r(3))
            default: I.set([0, 1, 2, 4][Int(r(4))], r(32))
            }
          p.program([word.d(r(3) == 0 ? r(32) : 0)], at: i)
        }
        for i in 0..<4 as Range<UInt32> {
          p.wrap(i, r(32), r(32), r(2) << 30 | r(2) << 29 | r(5))
          p.shift(i, r(16) << 16 | r(32) << 20 | r(32) << 25)
          p.pinctrl(i, sides: r(4), set: (5 * i, 5), out: (5 * i, 5), side: 5 * i)
          if r(2) == 0 { p.divide(i, 1 + r(4), r(256)) }
          for _ in 0..<r(5) { p.put(i, r(0xffff_ffff)) }
        }
        p.enable(15)
      }
      if other.pio.independent { alone += 1 }
      for _ in 0..<3 {
        for _ in 0..<700 { one.b.pass(1); _ = one.read(R.IRQ.offset) }
        other.b.pass(700)
        let a = Self.state(one), z = Self.state(other)
        guard a == z else { Issue.record("seed \(seed): \(a) and \(z)"); return }
        #expect(one.b.read(Registers.SIO.base + 4) == other.b.read(Registers.SIO.base + 4), "seed \(seed)")
        #expect(one.b.read(Registers.IO_BANK0.base + 0xf0) == other.b.read(Registers.IO_BANK0.base + 0xf0), "the same edges")
      }
    }
    #expect(alone > 30)
  }
  @Test func stateSurvives() throws {
    for seed in 100...120 as ClosedRange<UInt64> {
      let one = try PIOBench(), other = try PIOBench()
      Self.setUp(one, seed)
      one.write(R.IRQ0_INTE.offset, 0xf00)
      one.b.pass(100 + seed)
      try other.b.chip.restore(try one.b.chip.save())
      let a = Self.state(one), z = Self.state(other)
      #expect(a == z, "seed \(seed)")
      one.b.pass(500)
      other.b.pass(500)
      let later = Self.state(one), laterToo = Self.state(other)
      #expect(later == laterToo, "seed \(seed)")
    }
  }
  @Test func resetForgets() {
    p.select(0..<1)
    p.outputs(0, 0..<1)
    p.pinctrl(0, set: (0, 1))
    p.exec(0, I.set(I.pins, 1))
    #expect(b.chip.circuit.level(of: b.chip.pins.net(0)) == .high)
    b.set(Registers.RESETS.base, Registers.RESETS.RESET.PIO0.mask)
    #expect(b.chip.circuit.level(of: b.chip.pins.net(0)) == .low)
    b.release(Registers.RESETS.RESET.PIO0.mask)
    #expect(p.read(R.DBG_PADOE.offset) == 0 && p.read(R.FSTAT.offset) == 0x0f00_0f00)
  }
}
