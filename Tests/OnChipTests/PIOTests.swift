import Emulation
import RP2040
import Registers
import Testing

@testable import OnChip

/// RP2040 data sheet §3: what rp2040-pio-emulator does not model (for the rest see PIOOracleTests).
@Suite struct PIOTests {
  private typealias R = Registers.PIO
  private let p: PIOBench, b: Bench
  init() throws { p = try PIOBench(); b = p.b }

  // MARK: Time

  @Test func dividersWithFractions() {
    p.select(0..<1)
    p.outputs(0, 0..<1)
    p.program([I.set(I.pins, 1), I.set(I.pins, 0)])
    p.wrap(0, 0, 1)
    p.pinctrl(0, set: (0, 1))
    p.divide(0, 2, 128)
    let log = EdgeLog(b.chip, 0)
    p.write(R.CTRL.offset, 0x101)
    let start = b.chip.now
    b.pass(100)
    #expect(log.edges.prefix(12).map { $0.cycle - start - 1 } == [0, 2, 5, 7, 10, 12, 15, 17, 20, 22, 25, 27])
    p.divide(0, 3)
    let again = log.edges.count
    b.pass(60)
    let gaps = zip(log.edges.dropFirst(again + 1), log.edges.dropFirst(again)).map { $0.cycle - $1.cycle }
    #expect(Set(gaps) == [3])
    p.divide(0, 0)  // 65536
    let slow = log.edges.count
    b.pass(4 * 65536)
    #expect((3...5).contains(log.edges.count - slow))
  }
  @Test func dividersRunOnWhileDisabledAndRestartTogether() {
    p.select(0..<2)
    p.outputs(0, 0..<2)
    p.program([I.set(I.pins, 1), I.set(I.pins, 0)])
    for i in 0..<2 as Range<UInt32> {
      p.wrap(i, 0, 1)
      p.pinctrl(i, set: (i, 1))
      p.divide(i, 7)
    }
    let a = EdgeLog(b.chip, 0), z = EdgeLog(b.chip, 1)
    p.enable(1)
    b.pass(10)
    p.enable(3)
    b.pass(100)
    p.enable(0)
    b.pass(17)
    p.write(R.CTRL.offset, 0x303)
    let na = a.edges.count, nz = z.edges.count
    b.pass(200)
    #expect(Set(a.edges.dropFirst(na).map { $0.cycle % 7 }) == Set(z.edges.dropFirst(nz).map { $0.cycle % 7 }))
    #expect(Set(a.edges.dropFirst(na).map { $0.cycle % 7 }).count == 1)
  }
  @Test func delaysCountInstructionsCycles() {
    p.select(0..<1)
    p.outputs(0, 0..<1)
    p.program([I.set(I.pins, 1).d(3), I.set(I.pins, 0).d(31)])
    p.wrap(0, 0, 1)
    p.pinctrl(0, set: (0, 1))
    let log = EdgeLog(b.chip, 0)
    p.enable(1)
    b.pass(100)
    let gaps = zip(log.edges.dropFirst(), log.edges).map { $0.cycle - $1.cycle }
    #expect(gaps.prefix(4) == [4, 32, 4, 32])
  }
  @Test func aDelayStandsWhileDisabled() {
    p.select(0..<1)
    p.outputs(0, 0..<1)
    p.program([I.set(I.pins, 1).d(20), I.set(I.pins, 0).d(20)])
    p.wrap(0, 0, 1)
    p.pinctrl(0, set: (0, 1))
    let log = EdgeLog(b.chip, 0)
    p.enable(1)
    let start = b.chip.now
    b.pass(10)
    p.enable(0)
    b.pass(1000)
    p.enable(1)
    b.pass(40)
    #expect(log.edges.prefix(2).map { $0.cycle - start } == [1, 1022])
  }

  // MARK: Pins

  @Test func sideSetWithEnableAndOnDirections() {
    p.select(0..<4)
    p.outputs(0, 2..<4)
    p.program([I.nop.d(0b1_1000), I.nop.d(0b0_0000), I.nop.d(0b1_0000), I.jmp(3)])
    p.wrap(0, 0, 31, 1 << 30)
    p.pinctrl(0, sides: 2, side: 2)
    p.enable(1)
    b.pass(1)
    #expect(p.read(R.DBG_PADOUT.offset) == 4)
    b.pass(1)
    #expect(p.read(R.DBG_PADOUT.offset) == 4, "no enable bit, no side-set")
    b.pass(1)
    #expect(p.read(R.DBG_PADOUT.offset) == 0)
    // SIDE_PINDIR
    p.enable(0)
    p.exec(0, I.jmp(0))
    p.wrap(0, 0, 31, 1 << 30 | 1 << 29)
    #expect(p.read(R.DBG_PADOE.offset) == 0b1100)
    p.pinctrl(0, sides: 2, side: 1)
    p.enable(1)
    b.pass(1)
    #expect(p.read(R.DBG_PADOE.offset) == 0b1110)
    b.pass(2)
    #expect(p.read(R.DBG_PADOE.offset) == 0b1100)
  }
  @Test func sideSetWinsOverSetAndHigherMachinesOverLower() {
    p.program([I.set(I.pins, 0).d(0x10)])
    p.wrap(0, 0, 0)
    p.pinctrl(0, sides: 1, set: (5, 1), side: 5)
    p.enable(1)
    b.pass(1)
    #expect(p.read(R.DBG_PADOUT.offset) == 1 << 5, "side-set 1, SET 0")
    p.program([I.set(I.pins, 31), I.set(I.pins, 0)], at: 4)
    for i in [0, 3] as [UInt32] {
      p.exec(i, I.jmp(i == 0 ? 5 : 4))
      p.wrap(i, i == 0 ? 5 : 4, i == 0 ? 5 : 4)
      p.pinctrl(i, set: (8, 5))
    }
    p.enable(9)
    b.pass(2)
    #expect(p.read(R.DBG_PADOUT.offset) >> 8 & 31 == 31)
  }
  @Test func pinsWrapRoundAt32() {
    p.pinctrl(0, set: (30, 4), out: (31, 3))
    p.exec(0, I.set(I.pins, 0b1111))
    #expect(p.read(R.DBG_PADOUT.offset) == 0xc000_0003)
    p.put(0, 0b010)
    p.exec(0, I.pull())
    p.exec(0, I.out(I.pins, 3))
    #expect(p.read(R.DBG_PADOUT.offset) == 0x4000_0001)
  }
  @Test func stickyOutputsComeBackAfterASideSet() {
    p.program([I.set(I.pins, 1), I.nop.d(0b1_0000), I.nop, I.nop, I.jmp(4)])
    p.wrap(0, 0, 31, 1 << 30 | 1 << 17)
    p.pinctrl(0, sides: 2, set: (3, 1), side: 3)
    p.enable(1)
    var seen: [UInt32] = []
    for _ in 0..<4 { b.pass(1); seen.append(p.read(R.DBG_PADOUT.offset) >> 3 & 1) }
    #expect(seen == [1, 0, 1, 1])
    // Without OUT_STICKY the side-set stays.
    p.enable(0)
    p.exec(0, I.jmp(0))
    p.wrap(0, 0, 31, 1 << 30)
    p.enable(1)
    b.pass(4)
    #expect(p.read(R.DBG_PADOUT.offset) >> 3 & 1 == 0)
  }
  @Test func inlineEnableDecidesWhetherOutWrites() {
    // Bit 4 of the data is the enable.
    p.wrap(0, 0, 31, 1 << 18 | 4 << 19)
    p.pinctrl(0, out: (0, 4))
    p.shift(0, PIOBench.outRight)
    for (v, expected) in [(0x1f, 0xf), (0x05, 0xf), (0x15, 0x5)] as [(UInt32, UInt32)] {
      p.put(0, v)
      p.exec(0, I.pull())
      p.exec(0, I.out(I.pins, 5))
      #expect(p.read(R.DBG_PADOUT.offset) == expected)
    }
  }
  @Test func theSynchroniserDelaysByTwoCycles() throws {
    let t = b.chip.circuit.attach(to: b.chip.pins.net(7))
    func set(_ v: Bool) { b.chip.circuit.drive(t, .strong(v), at: b.chip.instant(b.chip.now)) }
    p.program([I.wait(1, 0, 7), I.set(I.x, 1), I.jmp(2)])
    for (bypass, delay) in [(0, 3), (1 << 7, 1)] as [(UInt32, Cycle)] {
      set(false)
      p.enable(0)
      b.pass(5)
      p.exec(0, I.jmp(0))
      p.write(R.INPUT_SYNC_BYPASS.offset, bypass)
      p.enable(1)
      b.pass(20)
      #expect(b.chip.events.pending(.pio0) == nil && p.pc(0) == 0, "a machine that waits costs nothing")
      set(true)
      b.pass(delay - 1)
      #expect(p.pc(0) == 0)
      b.pass(1)
      #expect(p.pc(0) == 1)
    }
  }
  @Test func waitPinCountsFromTheInputBaseAndWraps() {
    let t = b.chip.circuit.attach(to: b.chip.pins.net(3))
    p.pinctrl(0, input: 28)
    p.program([I.wait(1, 1, 7), I.set(I.x, 1), I.jmp(2)])
    b.chip.circuit.drive(t, .strong(false), at: b.chip.instant(b.chip.now))
    p.enable(1)
    b.pass(20)
    #expect(p.pc(0) == 0)
    b.chip.circuit.drive(t, .strong(true), at: b.chip.instant(b.chip.now))
    b.pass(3)
    #expect(p.pc(0) == 1)
  }
  @Test func aShortPulseIsSeenAllTheSame() {
    let t = b.chip.circuit.attach(to: b.chip.pins.net(7))
    func set(_ v: Bool) { b.chip.circuit.drive(t, .strong(v), at: b.chip.instant(b.chip.now)) }
    set(false)
    p.program([I.wait(1, 0, 7), I.wait(0, 0, 7), I.jmp(0, 2), I.jmp(0)])
    p.enable(1)
    for _ in 0..<5 { b.pass(4); set(true); b.pass(1); set(false) }
    b.pass(10)
    #expect(p.machine(0).x == UInt32(bitPattern: -5))
  }
  @Test func inputsFromOwnOutputsAndOtherPIO() throws {
    // PIO1 makes a clock on pin 4; PIO0 counts it.
    let other = UInt32(R.pio1)
    for (i, w) in [I.set(I.pins, 1).d(4), I.set(I.pins, 0).d(4)].enumerated() { b.write(other + R.INSTR_MEM0.offset + 4 * UInt32(i), w) }
    b.write(Registers.IO_BANK0.base + 8 * 4 + 4, 7)
    b.write(other + R.SM0_PINCTRL.offset, 1 << 26 | 4 << 5)
    b.write(other + R.SM0_INSTR.offset, I.set(I.dirs, 1))
    b.pass(2)
    b.write(other + R.SM0_EXECCTRL.offset, 1 << 12)
    p.program([I.wait(1, 0, 4), I.wait(0, 0, 4), I.jmp(0, 2), I.jmp(0)])
    p.enable(1)
    b.write(other, 1)
    b.pass(1005)
    #expect(p.machine(0).x == UInt32(bitPattern: -100))
  }
  @Test func aCoreReadsWhatAnUnwatchedPinShowedTwoCyclesAgo() {
    p.select(0..<3)
    p.outputs(0, 0..<3)
    p.shift(0, PIOBench.outRight)
    p.program([I.mov(I.pins, I.x, 1), I.jmp(0, 2), I.jmp(0)])  // counts up in two cycles
    p.pinctrl(0, out: (0, 3))
    p.exec(0, I.set(I.x, 0))
    p.exec(0, I.mov(I.x, I.x, 1))
    p.enable(1)
    let start = b.chip.now
    b.pass(50)
    #expect(b.chip.events.pending(.pio0) == nil)
    for _ in 0..<60 {
      b.pass(7)
      // x falls by one in each two cycles; the instruction at cycle c (odd ones from the start) puts ~x out.
      let at = b.chip.now - start - 2
      #expect(b.read(Registers.SIO.base + 4) & 7 == UInt32((at - 1) / 2 & 7), "\(at)")
    }
    #expect(b.read(Registers.IO_BANK0.base + 0xf0) & 0xccc == 0xccc, "edges were latched")
  }

  // MARK: FIFOs

  @Test func levelsStatusAndJoins() {
    for v in 0..<5 as Range<UInt32> { p.put(1, v) }
    #expect(p.read(R.FLEVEL.offset) == 4 << 8 && p.read(R.FSTAT.offset) == 0x0d02_0f00 && p.read(R.FDEBUG.offset) == 2 << 16)
    #expect(p.get(2) == 0 && p.read(R.FDEBUG.offset) >> 8 & 15 == 4)
    p.shift(1, 1 << 30)
    #expect(p.read(R.FLEVEL.offset) == 0, "a join flushes")
    for v in 0..<8 as Range<UInt32> { p.put(1, v) }
    #expect(p.read(R.FLEVEL.offset) == 8 << 8)
    #expect(p.read(R.FSTAT.offset) & 0x202 == 0x202, "the other FIFO is full and empty at once")
    p.shift(1, 1 << 31)
    p.program([I.mov(I.isr, I.x, 1), I.push(), I.jmp(0, 2)])
    p.wrap(1, 0, 2)
    p.enable(2)
    b.pass(100)
    #expect(p.read(R.FLEVEL.offset) == 8 << 12 && p.read(R.FDEBUG.offset) & 2 == 2)
    #expect((0..<8).map { _ in p.get(1) } == [~0, 0, 1, 2, 3, 4, 5, 6])
    p.write(R.FDEBUG.offset, 0x0f0f_0f0f)
    b.pass(100)
    #expect(p.read(R.FDEBUG.offset) == 2, "it stalls again")
  }
  @Test func stallFlagsComeBackWhileTheStallLasts() {
    p.program([I.pull(), I.jmp(0)])
    p.enable(1)
    b.pass(5)
    #expect(p.read(R.FDEBUG.offset) == 1 << 24)
    p.write(R.FDEBUG.offset, 1 << 24)
    b.pass(1)
    #expect(p.read(R.FDEBUG.offset) == 1 << 24)
    p.enable(0)
    p.write(R.FDEBUG.offset, 1 << 24)
    #expect(p.read(R.FDEBUG.offset) == 0)
  }
  @Test func aDroppedPushSetsTheStallFlag() {
    for _ in 0..<4 { p.exec(0, I.push()) }
    #expect(p.read(R.FDEBUG.offset) == 0)
    p.exec(0, I.set(I.x, 3)); p.exec(0, I.mov(I.isr, I.x))
    p.exec(0, I.push(block: false))
    #expect(p.read(R.FDEBUG.offset) == 1 && p.read(R.FLEVEL.offset) == 0x40 && p.machine(0).isr == 0)
  }
  @Test func autopullFillsBesideOtherInstructions() {
    p.shift(0, PIOBench.autopull | PIOBench.outRight | 8 << 25)
    p.program([I.nop, I.out(I.x, 8), I.out(I.y, 8), I.jmp(3)])
    p.put(0, 0xaa11); p.put(0, 0x22)
    p.enable(1)
    b.pass(1)
    #expect(p.read(R.FLEVEL.offset) == 2 && p.machine(0).osr == 0xaa11, "during the NOP; the level is that of the cycle's beginning")
    b.pass(1)
    #expect(p.read(R.FLEVEL.offset) == 1)
    #expect(p.machine(0).x == 0x11 && p.machine(0).osr == 0x22, "the next word at once: the threshold is 8")
    b.pass(1)
    #expect(p.machine(0).y == 0x22)
    // A word that comes while the machine is in a delay is taken then.
    p.program([I.out(I.x, 8).d(20), I.out(I.y, 8)], at: 8)
    p.enable(0); p.exec(0, I.jmp(8)); p.put(0, 5); p.enable(1)
    b.pass(6)
    p.put(0, 6)
    b.pass(1)
    #expect(p.read(R.FLEVEL.offset) == 0)
  }
  @Test func aPullIsABarrierWithAutopull() {
    p.shift(0, PIOBench.autopull | PIOBench.outRight)
    p.put(0, 1); p.put(0, 2)
    p.exec(0, I.pull())
    #expect(p.machine(0).osr == 1)
    p.exec(0, I.pull())
    #expect(p.machine(0).osr == 1 && p.read(R.FLEVEL.offset) == 1)
  }
  @Test func autopushWaitsForRoomBeforeItShifts() {
    p.shift(0, PIOBench.autopush | 8 << 20)
    p.program([I.input(I.x, 4), I.jmp(0, 2), I.jmp(0)])
    p.exec(0, I.set(I.x, 0))
    p.enable(1)
    b.pass(100)
    let full = p.machine(0)
    #expect(full.rxCount == 4 && full.isrCount == 4 && p.read(R.FDEBUG.offset) & 1 == 1)
    #expect(p.get(0) == 0x0f)
    b.pass(2)
    #expect(p.machine(0).rxCount == 4 && p.machine(0).isrCount == 0)
    #expect([p.get(0), p.get(0), p.get(0), p.get(0)] == [0xed, 0xcb, 0xa9, 0x87])
  }
  @Test func status() {
    p.wrap(0, 0, 31, 2)  // TX level below 2
    p.exec(0, I.mov(I.x, I.status))
    #expect(p.machine(0).x == ~0)
    p.put(0, 1); p.put(0, 1)
    p.exec(0, I.mov(I.x, I.status))
    #expect(p.machine(0).x == 0)
    p.wrap(0, 0, 31, 1 << 4 | 1)
    p.exec(0, I.mov(I.x, I.status))
    #expect(p.machine(0).x == ~0)
    p.exec(0, I.push())
    p.exec(0, I.mov(I.x, I.status))
    #expect(p.machine(0).x == 0)
  }

  // MARK: Other instructions from elsewhere

  @Test func forcedInstructionsStallAndEnd() {
    p.program([I.jmp(0)])
    p.exec(0, I.pull())
    #expect(p.read(R.SM0_EXECCTRL.offset) >> 31 == 1 && p.read(R.SM0_INSTR.offset) == I.pull())
    p.put(0, 77)
    b.pass(2)
    #expect(p.read(R.SM0_EXECCTRL.offset) >> 31 == 0 && p.machine(0).osr == 77 && p.pc(0) == 0)
    // A slow machine takes it at once, and one that waits goes on waiting behind it.
    p.divide(1, 1000)
    p.program([I.pull(), I.set(I.y, 9), I.jmp(6)], at: 4)
    p.exec(1, I.jmp(4))
    p.enable(2)
    b.pass(3000)
    p.write(p.sm(1, R.SM0_INSTR.offset), I.set(I.x, 21))
    b.pass(1)
    #expect(p.machine(1).x != 21)
    b.pass(1)
    #expect(p.machine(1).x == 21 && p.pc(1) == 4)
    p.put(1, 5)
    b.pass(2001)
    #expect(p.machine(1).y == 9 && p.machine(1).osr == 5)
  }
  /// DMA writes a word in every cycle; then the machine performs one in every cycle, behind what it would have done until then.
  @Test func instructionsWrittenInSuccessiveCyclesAreAllPerformed() {
    p.program([I.mov(I.isr, I.x), I.mov(I.isr, I.y), I.jmp(2)])
    for enabled in [0, 1] as [UInt32] {
      p.exec(0, I.set(I.x, 0)); p.exec(0, I.set(I.y, 0))
      p.enable(enabled)
      for word in [I.set(I.x, 3), I.set(I.y, 4), I.set(I.x, 5)] {
        p.write(p.sm(0, R.SM0_INSTR.offset), word)
        b.pass(1)
      }
      #expect(p.machine(0).x == 3 && p.machine(0).y == 4 && p.pc(0) == enabled)
      b.pass(1)
      #expect(p.machine(0).x == 5 && p.machine(0).y == 4 && p.machine(0).written == 0 && p.pc(0) == enabled)
      b.pass(1)
      #expect(p.pc(0) == 2 * enabled)
    }
  }
  /// An STR to SMx_INSTR takes two cycles, and the LDR of FSTAT behind it sees the FIFO as it was: so the SDK's way to empty a FIFO with autopull
  /// (OUT NULL, 32 while FSTAT says that there is something) empties the OSR too, also of a machine that waits for its flag.
  @Test func drainingWithOutEmptiesTheOSR() {
    p.shift(0, PIOBench.autopull | 16 << 25)
    p.program([I.irq(0, wait: true), I.out(I.x, 16), I.jmp(2)])
    for v in 1...4 as ClosedRange<UInt32> { p.put(0, v << 16) }
    p.enable(1)
    b.pass(5)
    var times = 0
    while p.read(R.FSTAT.offset) >> 24 & 1 == 0 {
      p.exec(0, I.out(I.null, 32))
      times += 1
    }
    #expect(times == 4)  // one was in the OSR
    p.put(0, 0x55 << 16)
    p.write(R.IRQ.offset, 1)
    b.pass(5)
    #expect(p.machine(0).x == 0x55)
  }
  @Test func outExecAndMovExecRunInTheNextCycle() {
    p.shift(0, PIOBench.outRight)
    p.program([I.out(I.exec, 16).d(7), I.set(I.y, 3), I.jmp(2)])
    p.put(0, I.set(I.x, 11).d(2))
    p.exec(0, I.pull())
    p.enable(1)
    b.pass(1)
    #expect(p.machine(0).x == 0 && p.pc(0) == 1)
    b.pass(1)
    #expect(p.machine(0).x == 11 && p.pc(0) == 1)
    b.pass(2)
    #expect(p.machine(0).y == 0, "the executed instruction's delay, not OUT's")
    b.pass(1)
    #expect(p.machine(0).y == 3)
    p.enable(0)
    p.put(0, I.jmp(17))
    p.exec(0, I.pull())
    p.exec(0, I.mov(I.movExec, I.osr))
    b.pass(2)
    p.enable(1)
    b.pass(1)
    #expect(p.pc(0) == 17)
  }
  @Test func restartClearsWhatTheDataSheetLists() {
    p.shift(0, 0)
    p.program([I.irq(0, wait: true)])
    p.put(0, 0x55)
    p.exec(0, I.pull()); p.exec(0, I.set(I.x, 5)); p.exec(0, I.input(I.x, 3))
    p.enable(1)
    b.pass(5)
    p.write(R.CTRL.offset, 0x10)
    let m = p.machine(0)
    #expect(m.isr == 0 && m.isrCount == 0 && m.osrCount == 32 && !m.irqWaits && m.x == 5 && m.osr == 0x55)
  }
  @Test func wrapAndJump() {
    p.program([I.nop, I.jmp(0, 2), I.nop, I.nop])
    p.wrap(0, 2, 1)
    p.exec(0, I.set(I.x, 1))
    p.enable(1)
    var seen: [UInt32] = []
    for _ in 0..<6 { b.pass(1); seen.append(p.pc(0)) }
    #expect(seen == [1, 0, 1, 2, 3, 4], "a jump that is taken does not wrap, one that is not does")
    p.enable(0)
    p.exec(0, I.jmp(31))
    p.program([I.nop], at: 31)
    p.wrap(0, 9, 8)
    p.enable(1)
    b.pass(1)
    #expect(p.pc(0) == 0)
  }
  @Test func registersThatOnlyRead() {
    #expect(p.read(R.DBG_CFGINFO.offset) == 0x0020_0404)
    p.program([0x1234])
    #expect(p.read(R.INSTR_MEM0.offset) == 0, "instruction memory is write-only")
    #expect(p.read(R.SM0_INSTR.offset) == 0x1234)
    #expect(b.chip.reports == [])
  }
}
