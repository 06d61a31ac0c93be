import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// A part on the wires of an SPI bus, CS on a GPIO or the block's own: it takes edges or words, and says which it got.
final class SPIRecorder: SPIDevice, NetListener, TerminalOwner {
  private let circuit: Circuit
  private let clock: Terminal, toDevice: Terminal, fromDevice: Terminal, select: Terminal
  private let mode: UInt32, bits: UInt32
  /// What it sends, one word after the other; repeats its last.
  var answers: [UInt32]
  private(set) var got: [UInt32] = [], times: [UInt64] = []
  private(set) var wholeWords = 0
  private var bit: UInt32 = 0, shift: UInt32 = 0, selected = false, clockLevel: Bool
  private var index = 0

  init(_ circuit: Circuit, clock: Net, toDevice: Net, fromDevice: Net, select: Net, mode: UInt32, bits: UInt32 = 8, answers: [UInt32] = [0]) {
    self.circuit = circuit; self.mode = mode; self.bits = bits; self.answers = answers
    clockLevel = mode & 2 != 0
    self.clock = circuit.attach(to: clock)
    self.toDevice = circuit.attach(to: toDevice)
    self.fromDevice = circuit.attach(to: fromDevice)
    self.select = circuit.attach(to: select)
    circuit.listen(to: clock, self, tag: 0, everyEdge: false)
    circuit.listen(to: select, self, tag: 1, everyEdge: false)
    circuit.attachSPI(self, clock: self.clock, toDevice: self.toDevice, fromDevice: self.fromDevice)
  }
  var isSelected: Bool { selected }
  private var answer: UInt32 { answers[min(index, answers.count - 1)] }
  func exchange(_ word: SPIWord) -> UInt32? {
    #expect(UInt32(word.mode) == mode && UInt32(word.bits) == bits)
    wholeWords += 1
    let a = answer
    finish(word.out, word.at)
    return a
  }
  private func finish(_ v: UInt32, _ at: Instant) {
    got.append(v)
    times.append(at.nanoseconds)
    index += 1
  }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    if tag == 1 {
      selected = level == .low
      bit = 0
      circuit.drive(fromDevice, .none, at: instant)
      if selected && mode & 1 == 0 { send(instant) }
      return
    }
    let high = level == .high
    guard high != clockLevel else { return }
    clockLevel = high
    guard selected else { return }
    let leading = high != (mode & 2 != 0), samples = leading != (mode & 1 != 0)
    if samples {
      shift = shift << 1 | (circuit.isHigh(toDevice) ? 1 : 0)
      bit += 1
      if bit == bits { finish(shift & (1 << bits - 1), instant); bit = 0 }
    } else {
      send(instant)
    }
  }
  private func send(_ at: Instant) { circuit.drive(fromDevice, .strong(answer >> (bits - 1 - bit) & 1 != 0), at: at) }
  func drive(tag: UInt32) -> Drive { .none }
  func attention(tag: UInt32, needed: Bool) {}
  func levelChanged(tag: UInt32, high: Bool, at instant: Instant) {}
}

/// RP2040 data sheet §4.4; ARM PL022 TRM (DDI 0194). clk_peri is clk_sys here.
@Suite struct SPITests {
  private let b: Bench
  private typealias R = Registers.SPI
  private let s0 = R.spi0, s1 = R.spi1
  init() throws {
    b = try Bench()
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.SPI0.mask | B.SPI1.mask)
    b.write(Registers.CLOCKS.base + Registers.CLOCKS.CLK_PERI_CTRL.offset, 1 << 11)
    for p in [0, 1, 2, 3, 8, 9, 10, 11] as [UInt32] { b.write(Registers.IO_BANK0.base + 8 * p + 4, 1) }
  }
  private func setUp(_ s: UInt32, mode: UInt32 = 0, bits: UInt32 = 8, format: UInt32 = 0, prescale: UInt32 = 4, scr: UInt32 = 0, cr1: UInt32 = 2) {
    b.write(s + R.SSPCPSR.offset, prescale)
    b.write(s + R.SSPCR0.offset, scr << 8 | (mode & 1) << 7 | (mode >> 1) << 6 | format << 4 | (bits - 1))
    b.write(s + R.SSPCR1.offset, cr1)
  }
  private func net(_ p: UInt32) -> Net { b.chip.pins.net(p) }
  private func part(mode: UInt32, bits: UInt32 = 8, answers: [UInt32] = [0]) -> SPIRecorder {
    SPIRecorder(b.chip.circuit, clock: net(2), toDevice: net(3), fromDevice: net(0), select: net(1), mode: mode, bits: bits, answers: answers)
  }
  /// SPI0 on GP0…3 and SPI1 on GP8…11: clock and select together, data crossed.
  private func crossed() {
    for (a, z) in [(0, 11), (3, 8), (2, 10), (1, 9)] as [(UInt32, UInt32)] { b.chip.circuit.join(net(a), net(z), at: b.chip.instant(b.chip.now)) }
  }
  private func status(_ s: UInt32) -> UInt32 { b.read(s + R.SSPSR.offset) }
  private func all(_ s: UInt32) -> [UInt32] {
    var words: [UInt32] = []
    while status(s) & 4 != 0 { words.append(b.read(s + R.SSPDR.offset)) }
    return words
  }

  /// ARM DDI 0194 §2.3.8-2.3.11: with a bit of 4 ticks, edges are 2 apart.
  @Test func modeZeroIsItsEdges() {
    setUp(s0)
    let clock = EdgeLog(b.chip, 2), data = EdgeLog(b.chip, 3), select = EdgeLog(b.chip, 1), start = b.chip.now
    b.write(s0 + R.SSPDR.offset, 0xa5)
    b.pass(200)
    #expect(clock.edges.map { $0.cycle - start } == (0..<16).map { 4 + 2 * $0 })
    #expect(select.edges.map { $0.cycle - start } == [0, 36])
    // 1 0 1 0 0 1 0 1, then released: the pad's pull-down takes it low.
    #expect(data.edges.map { $0.cycle - start } == [2, 6, 10, 14, 22, 26, 30, 36])
    #expect(status(s0) == 0x07)
  }
  @Test func modeZeroPausesBetweenWordsAndModeOneDoesNot() {
    for (mode, gap) in [(0, 19 * 2), (1, 16 * 2), (2, 19 * 2), (3, 16 * 2)] as [(UInt32, UInt64)] {
      setUp(s0, mode: mode)
      let select = EdgeLog(b.chip, 1), clock = EdgeLog(b.chip, 2)
      for v in [1, 2, 3] as [UInt32] { b.write(s0 + R.SSPDR.offset, v) }
      b.pass(300)
      #expect(select.edges.count == (mode & 1 == 0 ? 6 : 2))
      #expect(clock.edges.count == 48 && clock.edges[16].cycle - clock.edges[0].cycle == gap, "mode \(mode)")
      _ = all(s0)
      b.write(s0 + R.SSPCR1.offset, 0)
    }
  }
  @Test(arguments: [0, 1, 2, 3] as [UInt32], [4, 8, 13, 16] as [UInt32])
  func edgesAndWordsAreTheSame(_ mode: UInt32, _ bits: UInt32) throws {
    let mask: UInt32 = (1 << bits) - 1
    let out: [UInt32] = [0xa5c3, 0x1234, 0xffff, 0, 0x8001].map { $0 & mask }, back: [UInt32] = [0x5a3c, 0xfedc, 1, 0x7ffe, 0xaaaa].map { $0 & mask }
    struct Seen: Equatable { var got: [UInt32], times: [UInt64], words: [UInt32], interrupts: [UInt64], end: UInt64 }
    var seen: [Seen] = []
    for traced in [false, true] {
      let test = try SPITests()
      let part = test.part(mode: mode, bits: bits, answers: back)
      test.setUp(test.s0, mode: mode, bits: bits, prescale: 6, scr: 2)
      let log = traced ? EdgeLog(test.b.chip, 2) : nil
      for v in out { test.b.write(test.s0 + R.SSPDR.offset, v) }
      var interrupts: [UInt64] = [], raw: UInt32 = 0
      let start = test.b.chip.now
      while test.status(test.s0) & 16 != 0 {
        test.b.pass(1)
        let r = test.b.read(test.s0 + R.SSPRIS.offset) | test.status(test.s0) << 8
        if r != raw { interrupts.append(test.b.chip.now - start); raw = r }
      }
      seen.append(Seen(got: part.got, times: part.times, words: test.all(test.s0), interrupts: interrupts, end: test.b.chip.now - start))
      #expect(part.wholeWords == (traced ? 0 : out.count))
      #expect((log?.edges.count ?? 0) == (traced ? Int(2 * bits) * out.count : 0))
    }
    #expect(seen[0] == seen[1])
    #expect(seen[0].got == out && seen[0].words == back)
  }
  @Test func twoPartsShareABus() {
    // Chip selects by hand on GP5 and GP6; both parts answer on the same line.
    let circuit = b.chip.circuit
    func select(_ p: UInt32) -> Terminal { circuit.attach(to: net(p)) }
    let cs = [select(5), select(6)]
    for t in cs { circuit.drive(t, .strong(true), at: Instant(nanoseconds: 0)) }
    let parts = (0..<2).map {
      SPIRecorder(circuit, clock: net(2), toDevice: net(3), fromDevice: net(0), select: net(5 + UInt32($0)), mode: 3, answers: [0x11 * UInt32($0 + 1)])
    }
    setUp(s0, mode: 3)
    for (i, v) in [0x40, 0x41].enumerated() {
      circuit.drive(cs[i], .strong(false), at: b.chip.instant(b.chip.now))
      b.write(s0 + R.SSPDR.offset, UInt32(v))
      b.pass(200)
      circuit.drive(cs[i], .strong(true), at: b.chip.instant(b.chip.now))
    }
    #expect(parts[0].got == [0x40] && parts[1].got == [0x41] && all(s0) == [0x11, 0x22])
    #expect(parts[0].wholeWords == 1 && parts[1].wholeWords == 1)
    // A second driver on the clock's net, and words are over.
    _ = circuit.attach(to: net(2))
    circuit.drive(cs[0], .strong(false), at: b.chip.instant(b.chip.now))
    b.write(s0 + R.SSPDR.offset, 0x42)
    b.pass(200)
    #expect(parts[0].got == [0x40, 0x42] && parts[0].wholeWords == 1 && all(s0) == [0x11])
  }
  /// Master to slave, every format.
  @Test(arguments: [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0)] as [(UInt32, UInt32)], [4, 8, 16] as [UInt32])
  func masterAndSlave(_ format: (UInt32, UInt32), _ bits: UInt32) {
    crossed()
    setUp(s1, mode: format.1, bits: bits, format: format.0, cr1: 6)
    setUp(s0, mode: format.1, bits: bits, format: format.0, prescale: 12)
    let mask: UInt32 = (1 << bits) - 1
    let there: [UInt32] = [0x9a5, 0xffff, 0, 0x5a96, 0x8001].map { $0 & mask }, back: [UInt32] = [0x1234, 0, 0xffff, 0xc0de, 0x7].map { $0 & mask }
    for v in back { b.write(s1 + R.SSPDR.offset, v) }
    for v in there { b.write(s0 + R.SSPDR.offset, v) }
    b.pass(5 * 12 * 20)
    #expect(all(s1) == there, "format \(format), to the slave")
    #expect(all(s0) == back, "format \(format), from the slave")
    #expect(status(s0) == 3 && status(s1) == 3)
  }
  @Test func microwireAsksAndAnswers() {
    crossed()
    setUp(s1, bits: 12, format: 2, cr1: 6)
    setUp(s0, bits: 12, format: 2, prescale: 12)
    b.write(s1 + R.SSPDR.offset, 0xabc)
    b.write(s1 + R.SSPDR.offset, 0x123)
    b.write(s0 + R.SSPDR.offset, 0x5a)
    b.write(s0 + R.SSPDR.offset, 0xc3)
    let select = EdgeLog(b.chip, 1), clock = EdgeLog(b.chip, 2)
    b.pass(12 * 60)
    #expect(all(s1) == [0x5a, 0xc3] && all(s0) == [0xabc, 0x123])
    #expect(select.edges.count == 1, "one frame: selected before the log began, released after both")
    #expect(clock.edges.count > 2 * 41)
  }
  @Test func clockDivisors() {
    for (prescale, scr) in [(2, 0), (2, 1), (254, 0), (10, 255), (6, 7)] as [(UInt32, UInt32)] {
      setUp(s0, mode: 1, bits: 4, prescale: prescale | 1, scr: scr)
      #expect(b.read(s0 + R.SSPCPSR.offset) == prescale)
      let log = EdgeLog(b.chip, 2)
      b.write(s0 + R.SSPDR.offset, 5)
      b.pass(Cycle(prescale * (scr + 1)) * 8)
      #expect(log.edges.count == 8 && log.edges[2].cycle - log.edges[0].cycle == Cycle(prescale * (scr + 1)))
      _ = all(s0)
    }
  }
  @Test func fifosInterruptsAndOverrun() {
    setUp(s0, bits: 16, cr1: 1)  // loopback, not yet enabled
    b.write(s0 + R.SSPIMSC.offset, 15)
    #expect(b.read(s0 + R.SSPMIS.offset) == 8 && status(s0) == 3)
    for i in 1...8 as ClosedRange<UInt32> { b.write(s0 + R.SSPDR.offset, i * 0x1111) }
    #expect(status(s0) == 0 && b.read(s0 + R.SSPMIS.offset) == 0)
    b.write(s0 + R.SSPDR.offset, 0xdead)  // full: lost
    b.write(s0 + R.SSPCR1.offset, 3)
    #expect(status(s0) & 0x10 != 0)
    b.pass(19 * 2 * 4 * 2)
    #expect(b.chip.peek(0xe000_e200)! >> IRQ.SPI0_IRQ & 1 != 0)
    b.pass(1000)
    #expect(status(s0) == 0x0f && b.read(s0 + R.SSPRIS.offset) & 5 == 4, "full, no overrun")
    b.write(s0 + R.SSPDR.offset, 0x9999)
    b.pass(100)
    #expect(b.read(s0 + R.SSPRIS.offset) & 1 == 1)
    b.write(s0 + R.SSPICR.offset, 1)
    #expect(b.read(s0 + R.SSPRIS.offset) & 1 == 0)
    #expect(all(s0) == (1...8).map { $0 * 0x1111 })
  }
  @Test func receiveTimeout() {
    setUp(s0, cr1: 3)
    b.write(s0 + R.SSPDR.offset, 0x42)
    b.pass(36 + 32 * 4 - 4)
    #expect(b.read(s0 + R.SSPRIS.offset) & 2 == 0)
    b.pass(8)
    #expect(b.read(s0 + R.SSPRIS.offset) & 2 == 2)
    _ = all(s0)
    #expect(b.read(s0 + R.SSPRIS.offset) & 2 == 0)
  }
  @Test func dreqFollowsTheFIFOs() {
    setUp(s0, cr1: 3)
    b.write(s0 + R.SSPDMACR.offset, 3)
    #expect(b.chip.dreq >> 16 & 3 == 1)
    for _ in 0..<9 { b.write(s0 + R.SSPDR.offset, 7) }
    #expect(b.chip.dreq >> 16 & 3 == 0)
    b.pass(2000)
    #expect(b.chip.dreq >> 16 & 3 == 3)
    _ = all(s0)
    #expect(b.chip.dreq >> 16 & 3 == 1)
  }
  @Test func aSlaveMayBeSilent() {
    crossed()
    setUp(s1, mode: 3, cr1: 0xe)
    setUp(s0, mode: 3, prescale: 12)
    b.write(s1 + R.SSPDR.offset, 0xff)
    b.write(s0 + R.SSPDR.offset, 0x33)
    b.pass(500)
    #expect(all(s1) == [0x33] && all(s0) == [0], "the line rests low: the pad's pull-down")
  }
  @Test func stateSurvivesInTheMiddleOfAWord() throws {
    setUp(s0, prescale: 12, cr1: 3)
    for v in [0xa5, 0x3c] as [UInt32] { b.write(s0 + R.SSPDR.offset, v) }
    b.pass(77)
    let other = try Bench()
    try other.chip.restore(try b.chip.save())
    other.pass(1000)
    #expect(other.read(s0 + R.SSPDR.offset) == 0xa5 && other.read(s0 + R.SSPDR.offset) == 0x3c)
  }
}
