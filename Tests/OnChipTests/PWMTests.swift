import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// RP2040 data sheet §4.5, on pins. The slice's arithmetic has tests of its own.
@Suite struct PWMTests {
  private let b: Bench
  private typealias R = Registers.PWM
  private let pwm = R.base
  init() throws {
    b = try Bench()
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.PWM.mask)
  }
  private func function(_ pin: UInt32, _ f: UInt32 = 4) { b.write(Registers.IO_BANK0.base + 8 * pin + 4, f) }
  private func setUp(_ slice: UInt32, top: UInt32, cc: UInt32, div: UInt32 = 0x10, csr: UInt32 = 1) {
    b.write(pwm + 20 * slice + 4, div)
    b.write(pwm + 20 * slice + 12, cc)
    b.write(pwm + 20 * slice + 16, top)
    b.write(pwm + 20 * slice, csr)
  }

  @Test func edgesAreExact() {
    function(2); function(3)
    setUp(1, top: 99, cc: 60 << 16 | 25)
    let a = EdgeLog(b.chip, 2), z = EdgeLog(b.chip, 3), start = b.chip.now
    b.pass(1000)
    var expected: [Cycle] = []
    for period in 0..<10 as Range<Cycle> { expected += [100 * period + 25, 100 * period + 100] }
    let seen = a.edges.map { $0.cycle - start }
    #expect(seen == expected || seen + [1000] == expected, "an event at the run's end may belong to the next")
    #expect(z.edges.prefix(2).map { $0.cycle - start } == [60, 100])
  }
  @Test func newValuesWaitForTheWrapAndDoNotGlitch() {
    function(0)
    setUp(0, top: 99, cc: 50)
    let a = EdgeLog(b.chip, 0), start = b.chip.now
    b.pass(70)
    b.write(pwm + 12, 80)
    b.pass(230)
    #expect(a.edges.map { $0.cycle - start } == [50, 100, 180, 200, 280, 300])
  }
  @Test func unobservedSlicesScheduleNothing() {
    function(0); function(1)
    setUp(0, top: 9, cc: 5 << 16 | 3)
    #expect(b.chip.events.pending(.pwm(0)) == nil)
    // The level is right all the same, two cycles late through the synchroniser.
    let start = b.chip.now
    for _ in 0..<50 {
      b.pass(7)
      let at = (b.chip.now - start - 2) % 10
      let expected: UInt32 = (at < 3 ? 1 : 0) | (at < 5 ? 2 : 0)
      #expect(b.read(Registers.SIO.base + 4) & 3 == expected)
    }
    #expect(b.read(Registers.IO_BANK0.base + 0xf0) & 0xcc == 0xcc, "and its edges were latched")
    #expect(b.read(pwm + R.INTR.offset) == 1)
    let log = EdgeLog(b.chip, 0)
    #expect(b.chip.events.pending(.pwm(0)) != nil)
    b.chip.circuit.unlisten(log)
    #expect(b.chip.events.pending(.pwm(0)) == nil)
  }
  @Test func interrupts() {
    setUp(3, top: 99, cc: 0)
    b.write(pwm + R.INTE.offset, 8)
    let ispr: UInt32 = 0xe000_e200
    b.pass(99)
    #expect(b.chip.peek(ispr)! >> IRQ.PWM_IRQ_WRAP & 1 == 0)
    b.pass(1)
    #expect(b.chip.peek(ispr)! >> IRQ.PWM_IRQ_WRAP & 1 == 1 && b.read(pwm + R.INTS.offset) == 8)
    b.write(pwm + R.INTR.offset, 8)
    #expect(b.read(pwm + R.INTS.offset) == 0)
    b.pass(100)
    #expect(b.read(pwm + R.INTS.offset) == 8)
    b.write(pwm + R.INTF.offset, 1)
    #expect(b.read(pwm + R.INTS.offset) == 9)
  }
  @Test func allStartTogetherThroughEN() {
    function(0); function(2)
    setUp(0, top: 9, cc: 5, csr: 0)
    setUp(1, top: 9, cc: 5, csr: 0)
    let a = EdgeLog(b.chip, 0), z = EdgeLog(b.chip, 2)
    b.write(pwm + R.EN.offset, 3)
    #expect(b.read(pwm) == 1 && b.read(pwm + 20) == 1)
    b.pass(100)
    #expect(a.edges.map(\.cycle) == z.edges.map(\.cycle) && a.edges.count >= 19)
  }
  @Test func countsEdgesAndHighTimeOnB() {
    function(5)  // slice 2, B
    let t = b.chip.circuit.attach(to: b.chip.pins.net(5))
    func set(_ v: Bool) { b.chip.circuit.drive(t, .strong(v), at: b.chip.instant(b.chip.now)) }
    set(false)
    setUp(2, top: 0xffff, cc: 0, csr: 2 << 4 | 1)
    for _ in 0..<7 { set(true); b.pass(3); set(false); b.pass(3) }
    #expect(b.read(pwm + 48) == 7)
    b.write(pwm + 40, 3 << 4 | 1)
    for _ in 0..<4 { set(true); b.pass(3); set(false); b.pass(3) }
    #expect(b.read(pwm + 48) == 11)
    b.write(pwm + 48, 0)
    b.write(pwm + 40, 1 << 4 | 1)
    set(true); b.pass(250); set(false); b.pass(50)
    #expect(b.read(pwm + 48) == 250)
  }
  @Test func invertsAndStops() {
    function(0)
    setUp(0, top: 9, cc: 4, csr: 1 | 1 << 2)
    let log = EdgeLog(b.chip, 0), start = b.chip.now
    b.pass(20)
    let first = log.edges.prefix(2).map { $0.cycle - start }
    #expect(first == [4, 10] && log.edges.first?.level == .high)
    b.write(pwm, 0)
    let n = log.edges.count
    b.pass(100)
    #expect(log.edges.count <= n + 1)
  }
  @Test func stateSurvives() throws {
    function(0)
    setUp(0, top: 99, cc: 30, div: 0x25)
    b.pass(1234)
    let other = try Bench()
    try other.chip.restore(try b.chip.save())
    let x = EdgeLog(b.chip, 0), y = EdgeLog(other.chip, 0)
    b.pass(3000); other.pass(3000)
    #expect(x.edges.map(\.cycle) == y.edges.map(\.cycle) && x.edges.count > 20)
  }
}
