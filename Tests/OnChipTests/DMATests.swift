import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// Accesses to one DMA and memory, as tests of the DMA need them.
struct DMABench {
  let b: Bench
  typealias R = Registers.DMA
  static let base = R.base
  init(_ more: UInt32 = 0) throws {
    b = try Bench()
    b.release(RESETS.RESET.DMA.mask | more)
  }
  func read(_ offset: UInt32) -> UInt32 { b.read(Self.base + offset) }
  func write(_ offset: UInt32, _ v: UInt32) { b.write(Self.base + offset, v) }
  func fill(_ a: UInt32, _ words: [UInt32]) { for (i, w) in words.enumerated() { b.write(a + 4 * UInt32(i), w) } }
  func bytes(_ a: UInt32, _ values: [UInt8]) { for (i, v) in values.enumerated() { b.write(a + UInt32(i), UInt32(v), bytes: 1) } }
  func words(_ a: UInt32, _ n: Int) -> [UInt32] { (0..<n).map { b.read(a + 4 * UInt32($0)) } }
  /// Word copy, both addresses rising, not paced, no chain.
  static func control(_ c: UInt32, size: UInt32 = 2, read: Bool = true, write: Bool = true, request: UInt32 = 0x3f, chain: UInt32? = nil) -> UInt32 {
    1 | size << 2 | (read ? 0x10 : 0) | (write ? 0x20 : 0) | (chain ?? c) << 11 | request << 15
  }
  func start(_ c: UInt32, from: UInt32, to: UInt32, count: UInt32, _ control: UInt32) {
    write(0x40 * c, from)
    write(0x40 * c + 4, to)
    write(0x40 * c + 8, count)
    write(0x40 * c + 12, control)
  }
  func control(_ c: UInt32) -> UInt32 { read(0x40 * c + 0x10) }
  func busy(_ c: UInt32) -> Bool { control(c) >> 24 & 1 != 0 }
}

/// RP2040 data sheet §2.5: channels, chains, requests, interrupts.
@Suite struct DMATests {
  private typealias R = Registers.DMA
  private typealias D = DMABench
  private let d: DMABench, b: Bench
  private let from: UInt32 = 0x2000_1000, to: UInt32 = 0x2000_3004
  /// SRAM4 and SRAM5: banks that no other address shares.
  private let apart: UInt32 = 0x2004_0000
  init() throws { d = try DMABench(); b = d.b }

  @Test func everyAliasShowsTheSameRegisters() {
    d.write(0x00, 0x2000_0010); d.write(0x04, 0x2000_0020); d.write(0x08, 7)
    d.write(0x10, 0x003f_8038)  // disabled: nothing starts
    let order: [[UInt32]] = [[0x00, 0x14, 0x28, 0x3c], [0x04, 0x18, 0x2c, 0x34], [0x0c, 0x10, 0x20, 0x30]]
    for (register, expected) in zip(order, [0x2000_0010, 0x2000_0020, 0x003f_8038] as [UInt32]) {
      for o in register { #expect(d.read(o) == expected, "offset \(o)") }
    }
    #expect(d.read(R.CH0_DBG_TCR.offset) == 7)
    for o in [0x08, 0x1c, 0x24, 0x38] as [UInt32] { #expect(d.read(o) == 0, "the live counter: no trigger has loaded it") }
    #expect(d.read(R.N_CHANNELS.offset) == 12 && d.control(5) == 5 << 11)
    #expect(b.chip.reports == [])
  }
  @Test func eachAliasTriggersByItsLastWord() {
    for (i, trigger) in [0x0c, 0x1c, 0x2c, 0x3c].enumerated() as EnumeratedSequence<[UInt32]> {
      let c = UInt32(i) * 0x40
      d.fill(from, [0xcafe_0000 + UInt32(i)])
      d.write(c + 0x10, D.control(UInt32(i)))
      d.write(c, from); d.write(c + 4, to); d.write(c + 8, 1)
      b.pass(20)
      #expect(d.read(c + 4) == to, "not started yet")
      d.write(c + trigger, [D.control(UInt32(i)), 1, to, from][i])
      b.pass(20)
      #expect(b.read(to) == 0xcafe_0000 + UInt32(i) && d.read(c + 4) == to + 4)
    }
  }
  /// One word a cycle: 3 ticks to the first read, 2 to its write.
  @Test func copiesAWordACycle() {
    let data = (0..<100).map { UInt32($0) &* 0x1234_5677 + 1 }
    d.fill(from, data)
    d.start(0, from: from, to: to, count: 100, D.control(0))
    b.pass(5 + 98)
    #expect(d.busy(0) && d.read(8) == 0 && b.read(to + 396) != data[99])
    b.pass(1)
    let copied = d.words(to, 100) == data
    #expect(!d.busy(0) && copied && d.read(R.INTR.offset) == 1)
    #expect(d.read(0) == from + 400 && d.read(4) == to + 400)
  }
  @Test func theCounterCanBeWatched() {
    d.start(0, from: from, to: to, count: 50, D.control(0))
    b.pass(3)
    for left in stride(from: 49, through: 30, by: -1) as StrideThrough<Int> {
      #expect(d.read(8) == UInt32(left))
      b.pass(1)
    }
  }
  @Test func twoChannelsShareTheMasters() {
    d.start(0, from: from, to: apart, count: 50, D.control(0))
    d.start(1, from: from, to: apart + 0x800, count: 50, D.control(1))
    b.pass(5 + 98)
    #expect(!d.busy(0) && d.busy(1))
    b.pass(1)
    #expect(!d.busy(0) && !d.busy(1))
  }
  @Test func aHighPriorityChannelLeavesOneTurnInARound() {
    // Without the high channel paced, each round is one of its transfers and one of a low channel's.
    d.write(0x10, D.control(0) | 2); d.write(0x50, D.control(1) | 2); d.write(0x90, D.control(2))
    for c in 0..<3 as Range<UInt32> {
      d.write(0x40 * c, from); d.write(0x40 * c + 4, apart + 0x500 * c); d.write(0x40 * c + 8, 300)
    }
    d.write(R.MULTI_CHAN_TRIGGER.offset, 7)
    b.pass(92)
    let left = (0..<3).map { d.read(0x40 * UInt32($0) + 8) }
    #expect(left == [270, 270, 270])
    d.write(R.CHAN_ABORT.offset, 2)
    d.write(0xd0, D.control(3)); d.write(0xc0, from); d.write(0xc4, apart + 0x1100); d.write(0xdc, 300)
    b.pass(103)
    // From now on 0 has every second turn, 2 and 3 share the rest.
    let first = d.read(8), second = d.read(0x88), third = d.read(0xc8)
    b.pass(40)
    #expect(first - d.read(8) == 20 && second - d.read(0x88) == 10 && third - d.read(0xc8) == 10)
  }
  @Test func fixedAddressesMeetInTheirBank() {
    // Source and target are words of one bank, so read and write take turns.
    d.start(0, from: from, to: from + 0x100, count: 40, D.control(0, read: false, write: false))
    b.pass(5 + 39 * 2 - 3)
    #expect(d.busy(0))
    b.pass(6)
    #expect(!d.busy(0))
  }
  @Test func aCopyThatMeetsItselfLosesACycleOrTwo() {
    // Target two banks behind: the first write would meet the third read.
    for (distance, cycles) in [(0x1004, 104), (0x1008, 105), (0x100c, 104), (0x1000, 104)] as [(UInt32, Cycle)] {
      d.start(0, from: from, to: from + distance, count: 100, D.control(0))
      b.pass(cycles - 1)
      #expect(d.busy(0), "\(distance)")
      b.pass(2)
      #expect(!d.busy(0), "\(distance)")
      b.pass(10)
    }
  }
  @Test func narrowTransfersAndByteSwap() {
    d.bytes(from, [1, 2, 3, 4, 5, 6, 7, 8])
    d.start(0, from: from + 1, to: to + 2, count: 3, D.control(0, size: 0))
    b.pass(20)
    #expect(b.read(to + 2, bytes: 2) == 0x0302 && b.read(to + 4, bytes: 1) == 4)
    d.start(0, from: from, to: to, count: 2, D.control(0, size: 1) | 1 << 22)
    b.pass(20)
    #expect(b.read(to) == 0x0304_0102)
    d.start(0, from: from, to: to, count: 2, D.control(0) | 1 << 22)
    b.pass(20)
    #expect(d.words(to, 2) == [0x0102_0304, 0x0506_0708])
  }
  @Test func rings() {
    d.fill(0x2000_1010, [1, 2, 3, 4])
    // A read ring of 16 bytes, begun in its middle.
    d.start(0, from: 0x2000_1018, to: to, count: 7, D.control(0) | 4 << 6)
    b.pass(30)
    #expect(d.words(to, 7) == [3, 4, 1, 2, 3, 4, 1])
    d.fill(from, [1, 2, 3, 4, 5, 6])
    d.fill(0x2000_2000, [0, 0, 0, 0])
    d.start(0, from: from, to: 0x2000_2004, count: 6, D.control(0) | 3 << 6 | 1 << 10)
    b.pass(30)
    #expect(d.words(0x2000_2000, 4) == [6, 5, 0, 0], "a write ring of 8 bytes")
  }

  // MARK: Chains and interrupts

  @Test func chainsStartTheNextChannel() {
    d.fill(from, [11, 22, 33])
    d.write(0x40, to); d.write(0x44, to + 0x100); d.write(0x48, 3); d.write(0x50, D.control(1))
    d.start(0, from: from, to: to, count: 3, D.control(0, chain: 1))
    b.pass(7)
    #expect(!d.busy(0) && d.busy(1) && d.read(R.INTR.offset) == 1)
    b.pass(7)
    #expect(!d.busy(1) && d.words(to + 0x100, 3) == [11, 22, 33] && d.read(R.INTR.offset) == 3)
  }
  @Test func twoChannelsReloadEachOther() {
    // Count is reloaded at each trigger; the write ring brings the address back.
    d.write(0x40, from + 16); d.write(0x44, 0x2000_4000); d.write(0x48, 4); d.write(0x50, D.control(1, chain: 0) | 4 << 6 | 1 << 10)
    d.start(0, from: from, to: 0x2000_4000, count: 4, D.control(0, chain: 1) | 4 << 6 | 1 << 10)
    b.pass(8 * 50)
    #expect(d.read(0) > from + 100 && d.read(0x40) > from + 100)
    d.write(0x10, 0); d.write(0x50, 0)
    d.write(R.CHAN_ABORT.offset, 3)
    b.pass(5)
    #expect(d.read(R.CHAN_ABORT.offset) == 0 && !d.busy(0) && !d.busy(1))
  }
  @Test func controlBlocks() {
    // Channel 0 writes (count, read address) pairs into channel 1's AL3 layout: TRANS_COUNT, READ_ADDR_TRIG; a zero ends the list.
    let list: UInt32 = 0x2000_2000
    d.fill(list, [2, 0x2000_1000, 1, 0x2000_1100, 3, 0x2000_1200, 0, 0])
    d.fill(0x2000_1000, [1, 2]); d.fill(0x2000_1100, [3]); d.fill(0x2000_1200, [4, 5, 6])
    d.write(0x50, D.control(1, chain: 0) | 1 << 21); d.write(0x44, to)
    d.write(R.INTE0.offset, 2)
    d.start(0, from: list, to: R.base + 0x40 + 0x38, count: 2, D.control(0) | 3 << 6 | 1 << 10 | 1 << 21)
    b.pass(200)
    #expect(d.words(to, 6) == [1, 2, 3, 4, 5, 6])
    #expect(d.read(R.INTR.offset) == 2 && d.read(R.INTS0.offset) == 2, "only the null trigger shows")
    #expect(b.chip.peek(0xe000_e200)! >> IRQ.DMA_IRQ_0 & 1 == 1)
  }
  @Test func interruptsToTwoLines() {
    d.write(R.INTE0.offset, 1); d.write(R.INTE1.offset, 2); d.write(R.INTF1.offset, 0x800)
    #expect(d.read(R.INTS1.offset) == 0x800 && d.read(R.INTR.offset) == 0, "forced, not raw")
    d.write(R.INTF1.offset, 0)
    let pending = { b.chip.peek(0xe000_e200)! >> IRQ.DMA_IRQ_0 & 3 }
    b.write(0xe000_e280, 3 << IRQ.DMA_IRQ_0)
    #expect(pending() == 0)
    d.start(0, from: from, to: to, count: 1, D.control(0))
    b.pass(4)
    #expect(pending() == 0)
    b.pass(1)
    #expect(pending() == 1 && d.read(R.INTS0.offset) == 1 && d.read(R.INTS1.offset) == 0)
    d.start(1, from: from, to: to, count: 1, D.control(1))
    b.pass(9)
    #expect(pending() == 3)
    d.write(R.INTS0.offset, 1)
    #expect(d.read(R.INTR.offset) == 2)
    d.write(R.INTR.offset, 2)
    #expect(d.read(R.INTR.offset) == 0)
  }
  @Test func aPausedChannelGoesOn() {
    d.start(0, from: from, to: to, count: 100, D.control(0))
    b.pass(22)
    d.write(0x10, D.control(0) & ~1)
    b.pass(10)
    let left = d.read(8)
    #expect(d.busy(0) && left > 70 && left < 90)
    b.pass(100)
    #expect(d.read(8) == left)
    d.write(0x10, D.control(0))
    b.pass(Cycle(left) + 5)
    #expect(!d.busy(0) && d.read(8) == 0)
  }
  @Test func nothingStartsWhileDisabledOrBusy() {
    d.write(8, 5); d.write(0, from); d.write(4, to)
    d.write(R.MULTI_CHAN_TRIGGER.offset, 1)
    b.pass(20)
    #expect(!d.busy(0) && d.read(4) == to)
    d.start(0, from: from, to: to, count: 100, D.control(0))
    b.pass(20)
    d.write(R.MULTI_CHAN_TRIGGER.offset, 1)
    #expect(d.read(8) < 90, "a trigger of a busy channel does not reload it")
  }
  @Test func abortDrains() {
    d.start(0, from: from, to: to, count: 1000, D.control(0, chain: 1))
    b.pass(100)
    d.write(R.CHAN_ABORT.offset, 1)
    #expect(d.read(R.CHAN_ABORT.offset) == 1, "transfers are on their way")
    b.pass(3)
    #expect(d.read(R.CHAN_ABORT.offset) == 0 && !d.busy(0) && !d.busy(1) && d.read(R.INTR.offset) == 0)
  }
  @Test func noTransfersAtAll() {
    d.start(0, from: from, to: to, count: 0, D.control(0))
    b.pass(10)
    #expect(!d.busy(0) && d.read(R.INTR.offset) == 1 && d.read(0) == from)
  }

  // MARK: Errors

  @Test func busErrorsHaltAndRaiseTheInterrupt() {
    d.start(0, from: 0x2004_1ff8, to: to, count: 5, D.control(0) | 1 << 21)
    b.pass(30)
    #expect(d.control(0) >> 29 == 0b110 && !d.busy(0) && d.read(R.INTR.offset) == 1)
    #expect(d.read(4) == to + 12 || d.read(4) == to + 8)
    d.write(0x10, 1 << 30)
    #expect(d.control(0) >> 29 == 0)
    d.start(1, from: from, to: 0x6000_0000, count: 5, D.control(1))
    b.pass(30)
    #expect(d.control(1) >> 29 == 0b101 && !d.busy(1))
    d.start(2, from: 0xd000_0000, to: to, count: 1, D.control(2))
    d.start(3, from: from + 1, to: to, count: 1, D.control(3))
    b.pass(30)
    #expect(d.control(2) >> 30 == 3 && d.control(3) >> 30 == 3, "SIO is the cores' own; addresses are aligned")
  }

  // MARK: State

  @Test func stateSurvives() throws {
    d.fill(from, (0..<400).map { UInt32($0) })
    d.write(R.SNIFF_CTRL.offset, 1 | 15 << 5)
    d.write(R.TIMER1.offset, 1 << 16 | 7)
    d.start(0, from: from, to: to, count: 300, D.control(0) | 1 << 23)
    d.start(1, from: from, to: to + 0x1000, count: 300, D.control(1, request: 0x3c))
    b.pass(120)
    #expect(d.busy(0) && d.busy(1))
    b.pass(3)
    let other = try DMABench()
    try other.b.chip.restore(try b.chip.save())
    b.pass(600); other.b.pass(600)
    #expect(d.read(R.SNIFF_DATA.offset) == other.read(R.SNIFF_DATA.offset) && d.read(R.SNIFF_DATA.offset) == 300 * 299 / 2)
    #expect(!d.busy(0) && d.busy(1))
    let same = d.words(to, 1400) == other.words(to, 1400)
    #expect(same && d.read(0x48) == other.read(0x48))
  }
  /// A plain loop and the step-by-step pipeline are the same accesses.
  @Test func aWatchedCopyIsTheSameCopy() throws {
    var seed: UInt32 = 1
    func random(_ n: UInt32) -> UInt32 { seed = seed &* 1_664_525 &+ 1_013_904_223; return (seed >> 8) % n }
    for round in 0..<60 {
      let watched = try DMABench(), plain = try DMABench()
      let size = round % 3 == 0 ? random(3) : 2
      let a = 0x2000_1000 + 4 * random(64), z = random(3) == 0 ? a + 4 * random(40) : 0x2000_3000 + 4 * random(64), n = 1 + random(200)
      let control = DMABench.control(0, size: size) | (round % 4 == 1 ? 2 : 0)
      let second = random(4) == 0, start = random(30)
      for d in [watched, plain] {
        d.fill(0x2000_1000, (0..<0x1000).map { $0 &* 0x9e37_79b9 })
        d.start(0, from: a, to: z, count: n, control)
        d.b.pass(Cycle(start))
        if second { d.start(1, from: a + 8, to: z + 0x4000, count: n / 2, DMABench.control(1)) }
      }
      var ends: [UInt32: Cycle] = [:]
      for t in 1...500 as ClosedRange<Cycle> {
        watched.b.pass(1)
        for c in 0..<2 as Range<UInt32> where ends[c] == nil && !watched.busy(c) { ends[c] = t }
      }
      var t: Cycle = 0
      for (c, end) in ends.sorted(by: { $0.value < $1.value }) where end > 1 {
        plain.b.pass(end - 1 - t)
        #expect(plain.busy(c), "round \(round)")
        plain.b.pass(1)
        t = end
        #expect(!plain.busy(c), "round \(round)")
      }
      plain.b.pass(500 - t)
      #expect(ends.count == 2)
      let x = watched.words(0x2000_1000, 0x2000), y = plain.words(0x2000_1000, 0x2000)
      #expect(zip(x, y).enumerated().first { $1.0 != $1.1 }?.offset == nil, "round \(round): \(a) \(z) \(n) \(size) \(start) \(second)")
    }
  }
  /// Two benches in one chip's life: a reset forgets.
  @Test func resetStopsEverything() {
    d.start(0, from: from, to: to, count: 1000, D.control(0))
    b.pass(50)
    b.set(RESETS.base, RESETS.RESET.DMA.mask)
    b.release(RESETS.RESET.DMA.mask)
    #expect(d.control(0) == 0 && d.control(11) == 11 << 11 && d.read(8) == 0 && b.chip.events.pending(.dma) == nil)
  }
}
