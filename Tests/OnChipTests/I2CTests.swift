import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// A small memory on an I2C bus (7-bit address, one byte of register pointer), with everything written down.
final class I2CMemory: I2CDevice {
  let address: UInt8
  var memory = [UInt8](repeating: 0, count: 256)
  /// Refuses data bytes from this one on.
  var refusesAfter = Int.max
  var stretchNanoseconds: UInt32 = 0
  private(set) var log: [String] = []
  private var pointer: UInt8 = 0, mode = 0, count = 0
  var ports: I2CPins!

  init(_ circuit: Circuit, clock: Net, data: Net, address: UInt8) {
    self.address = address
    for i in 0..<256 { memory[i] = UInt8(truncatingIfNeeded: i &* 7 &+ 3) }
    ports = I2CPins(circuit, clock: clock, data: data, device: self)
  }
  private func note(_ text: String, _ at: Instant) { log.append("\(text)@\(at.nanoseconds)") }
  func start(at i: Instant) { note("S", i); mode = 1 }
  func receive(_ byte: UInt8, at i: Instant) -> Bool {
    switch mode {
    case 1:
      let mine = byte >> 1 == address
      note(mine ? "A" : "-", i)
      mode = mine ? (byte & 1 == 0 ? 2 : 3) : 0
      count = 0
      return mine
    case 2:
      note("w\(byte)", i)
      if count == 0 { pointer = byte } else { memory[Int(pointer)] = byte; pointer &+= 1 }
      count += 1
      return count <= refusesAfter
    default: return false
    }
  }
  func send(at i: Instant) -> UInt8? {
    guard mode == 3 else { return nil }
    note("r", i)
    defer { pointer &+= 1 }
    return memory[Int(pointer)]
  }
  func acknowledged(_ ack: Bool, at i: Instant) { note(ack ? "+" : "n", i); if !ack { mode = 0 } }
  func stop(at i: Instant) { note("P", i); mode = 0 }
  func stretch() -> UInt32 { mode == 0 ? 0 : stretchNanoseconds }
}

/// RP2040 data sheet §4.3; a tick is a cycle of clk_sys.
@Suite struct I2CTests {
  let b: Bench
  private typealias R = Registers.I2C
  let i0 = Registers.I2C.i2c0, i1 = Registers.I2C.i2c1
  static let writeStop: UInt32 = 0x200, readBit: UInt32 = 0x100, restart: UInt32 = 0x400

  init() throws {
    b = try Bench()
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.I2C0.mask | B.I2C1.mask)
    for p in 0..<4 as Range<UInt32> {
      b.write(Registers.PADS_BANK0.base + 4 + 4 * p, 0x4a)  // pull-up, input
      b.write(Registers.IO_BANK0.base + 8 * p + 4, 3)
    }
  }
  func net(_ p: UInt32) -> Net { b.chip.pins.net(p) }
  func memory(_ address: UInt8 = 0x50) -> I2CMemory { I2CMemory(b.chip.circuit, clock: net(1), data: net(0), address: address) }
  /// I2C0 on GP0/1 and I2C1 on GP2/3: one bus.
  func joined() { for (a, z) in [(0, 2), (1, 3)] as [(UInt32, UInt32)] { b.chip.circuit.join(net(a), net(z), at: b.chip.instant(b.chip.now)) } }
  func put(_ base: UInt32, _ offset: UInt32, _ v: UInt32) { b.write(base + offset, v) }
  func get(_ base: UInt32, _ offset: UInt32) -> UInt32 { b.read(base + offset) }
  func raw(_ base: UInt32) -> UInt32 { get(base, R.IC_RAW_INTR_STAT.offset) }
  func setUp(_ base: UInt32, target: UInt32 = 0x50, control: UInt32 = 0x165, hcnt: UInt32 = 20, lcnt: UInt32 = 30, own: UInt32 = 0x55) {
    put(base, R.IC_ENABLE.offset, 0)
    put(base, R.IC_CON.offset, control)
    put(base, R.IC_TAR.offset, target)
    put(base, R.IC_SAR.offset, own)
    put(base, R.IC_FS_SCL_HCNT.offset, hcnt)
    put(base, R.IC_FS_SCL_LCNT.offset, lcnt)
    put(base, R.IC_FS_SPKLEN.offset, 2)
    put(base, R.IC_SDA_HOLD.offset, 5)
    put(base, R.IC_ENABLE.offset, 1)
  }
  func send(_ base: UInt32, _ commands: [UInt32]) { for c in commands { put(base, R.IC_DATA_CMD.offset, c) } }
  func all(_ base: UInt32) -> [UInt32] { (0..<get(base, R.IC_RXFLR.offset)).map { _ in get(base, R.IC_DATA_CMD.offset) & 0xff } }
  func settle(_ cycles: Cycle = 40_000) { b.pass(cycles) }

  @Test func aWriteIsItsEdges() {
    let part = memory()
    setUp(i0)
    let scl = EdgeLog(b.chip, 1), sda = EdgeLog(b.chip, 0), start = b.chip.now
    send(i0, [0x12 | Self.writeStop])
    settle(5000)
    // H = 20 + 2 + 7, L = 31: START, 18 bits, STOP.
    let h: UInt64 = 29, l: UInt64 = 31
    #expect(sda.edges[0].cycle == start && scl.edges[0].cycle == start + h)
    for n in 0..<18 {
      #expect(scl.edges[2 * n + 1].cycle == start + h + UInt64(n) * (h + l) + l)
      #expect(scl.edges[2 * n + 2].cycle == start + h + UInt64(n + 1) * (h + l))
    }
    #expect(scl.edges.count == 38 && sda.edges.last!.cycle == scl.edges.last!.cycle + h && sda.edges.last!.level == .high)
    #expect(sda.edges[1].cycle == start + h + 5, "first bit of 0xa0 after the hold time")
    #expect(part.log.map { $0.split(separator: "@")[0] } == ["S", "A", "w18", "P"])
    #expect(raw(i0) & 0x750 == 0x710 && get(i0, R.IC_STATUS.offset) == 6)
  }

  @Test func edgesAndBytesAreTheSame() throws {
    struct Seen: Equatable { var log: [String], data: [UInt32], interrupts: [String] }
    func run(traced: Bool, stretch: UInt32) throws -> Seen {
      let t = try I2CTests()
      let part = t.memory(), other = t.memory(0x51)
      part.stretchNanoseconds = stretch
      // The circuit has no clock of its own here: a listener's release is an event of the test's.
      let releaser = Releaser(t.b.chip, part.ports)
      let log = traced ? EdgeLog(t.b.chip, 1) : nil
      t.setUp(t.i0)
      t.send(t.i0, [0x10, 0xaa, 0xbb, 0x20 | Self.restart] + [Self.readBit | Self.restart, Self.readBit, Self.readBit | Self.writeStop])
      var interrupts: [String] = [], last: UInt32 = 0
      func watch(_ cycles: Int) {
        for _ in 0..<cycles {
          t.b.pass(1)
          let now = t.raw(t.i0) | t.get(t.i0, R.IC_RXFLR.offset) << 16 | t.get(t.i0, R.IC_TXFLR.offset) << 24
          if now != last { interrupts.append("\(t.b.chip.instant(t.b.chip.now).nanoseconds) \(String(now, radix: 16))"); last = now }
        }
      }
      watch(8000)
      let data = t.all(t.i0)
      // Held for want of a command, then on; a refused byte; nobody at 0x22.
      t.send(t.i0, [0x30])
      watch(1500)
      t.send(t.i0, [0x31, 0x32, 0x33])
      part.refusesAfter = 3
      watch(4000)
      _ = t.get(t.i0, R.IC_CLR_TX_ABRT.offset)
      t.put(t.i0, R.IC_ENABLE.offset, 0)
      t.put(t.i0, R.IC_TAR.offset, 0x22)
      t.put(t.i0, R.IC_ENABLE.offset, 1)
      t.send(t.i0, [1, 2, 3 | Self.writeStop])
      watch(2000)
      #expect(t.get(t.i0, R.IC_TX_ABRT_SOURCE.offset) == 3 << 23 | 1)
      if let log { #expect(log.edges.count > 290) }
      withExtendedLifetime((releaser, other)) {}
      return Seen(log: part.log, data: data, interrupts: interrupts)
    }
    for stretch in [0, 150, 4000] as [UInt32] {
      let whole = try run(traced: false, stretch: stretch), edges = try run(traced: true, stretch: stretch)
      #expect(whole.log == edges.log)
      #expect(whole.interrupts == edges.interrupts, "stretch \(stretch)")
      // 0x20 was a second register pointer.
      #expect(whole.data == edges.data && whole.data == [0x20, 0x21, 0x22].map { ($0 * 7 + 3) & 0xff })
    }
  }
  /// Lets go of a stretched clock: an event source for the test's part.
  final class Releaser: Peripheral {
    let name = "RELEASER"
    let chip: RP2040, port: I2CPins
    init(_ chip: RP2040, _ port: I2CPins) {
      self.chip = chip; self.port = port
      chip.attach(self, base: 0x6000_0000, events: [.test])
      port.scheduleRelease = { [unowned self] in self.chip.schedule(.test, at: self.chip.cycle(at: $0)) }
    }
    func fire(_ source: EventSource, at cycle: Cycle) { port.release(at: chip.instant(cycle)) }
    func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
    func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
    func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
    func reset(at cycle: Cycle) {}
    func save(to out: inout StateWriter) {}
    func restore(from input: inout StateReader) {}
  }

  @Test func masterAndSlaveOnOneBus() {
    joined()
    setUp(i1, control: 0x84 | 4, own: 0x2a)  // slave only, STOP_DET_IFADDRESSED
    setUp(i0, target: 0x2a)
    send(i0, [0x11, 0x22, 0x33 | Self.writeStop])
    settle()
    #expect(get(i1, R.IC_DATA_CMD.offset) == 0x811 && all(i1) == [0x22, 0x33])
    #expect(raw(i1) & 0x200 != 0)
    _ = get(i1, R.IC_CLR_INTR.offset)
    // A read: the slave asks its firmware, and holds the clock meanwhile.
    send(i0, [Self.readBit, Self.readBit | Self.writeStop])
    settle()
    #expect(raw(i1) & 0x20 != 0 && !b.chip.circuit.isHigh(net(1)) && get(i0, R.IC_RXFLR.offset) == 0)
    _ = get(i1, R.IC_CLR_RD_REQ.offset)
    send(i1, [0x5a])
    settle()
    #expect(get(i0, R.IC_RXFLR.offset) == 1 && raw(i1) & 0x20 != 0, "the next byte is asked for")
    _ = get(i1, R.IC_CLR_RD_REQ.offset)
    send(i1, [0xc3])
    settle()
    #expect(all(i0) == [0x5a, 0xc3] && raw(i1) & 0x80 != 0, "RX_DONE at the master's NACK")
    #expect(raw(i0) & 0x40 == 0 && get(i0, R.IC_STATUS.offset) == 6 && get(i1, R.IC_STATUS.offset) == 6)
    // Somebody else's address.
    _ = get(i1, R.IC_CLR_INTR.offset)
    setUp(i0, target: 0x2b)
    send(i0, [1 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) == 1 << 23 | 1 && get(i1, R.IC_RXFLR.offset) == 0 && raw(i1) & 0x200 == 0)
  }
  @Test func staleDataOfASlaveIsFlushed() {
    joined()
    setUp(i1, control: 4, own: 0x2a)
    setUp(i0, target: 0x2a)
    send(i1, [9, 9, 9])
    send(i0, [Self.readBit | Self.writeStop])
    settle()
    #expect(raw(i1) & 0x60 == 0x60 && get(i1, R.IC_TX_ABRT_SOURCE.offset) == 3 << 23 | 1 << 13)
    send(i1, [7])  // held empty until the abort is cleared
    settle()
    #expect(get(i0, R.IC_RXFLR.offset) == 0)
    _ = get(i1, R.IC_CLR_TX_ABRT.offset)
    send(i1, [7])
    settle()
    #expect(all(i0) == [7])
    // A read command is no answer to a request.
    send(i0, [Self.readBit | Self.writeStop])
    settle()
    send(i1, [Self.readBit])
    #expect(get(i1, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 15)
    _ = get(i1, R.IC_CLR_TX_ABRT.offset)
    send(i1, [8])
    settle()
    #expect(all(i0) == [8])
  }
  @Test func tenBitAddresses() {
    joined()
    setUp(i1, control: 4 | 8, own: 0x2a5)
    setUp(i0, target: 0x2a5, control: 0x165 | 0x10)
    send(i0, [0x42, 0x43 | Self.writeStop])
    settle()
    #expect(all(i1) == [0x42, 0x43])
    send(i0, [0x44, Self.readBit | Self.writeStop])
    settle()
    #expect(raw(i1) & 0x1020 == 0x1020 && all(i1) == [0x44])
    send(i1, [0x99])
    settle()
    #expect(all(i0) == [0x99])
    setUp(i0, target: 0x3a5, control: 0x165 | 0x10)
    send(i0, [1 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 1)
    setUp(i0, target: 0x2a6, control: 0x165 | 0x10)
    _ = get(i0, R.IC_CLR_TX_ABRT.offset)
    send(i0, [1 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 2)
    // Reading ten bits needs repeated STARTs.
    setUp(i0, target: 0x2a5, control: 0x145 | 0x10)
    _ = get(i0, R.IC_CLR_TX_ABRT.offset)
    send(i0, [Self.readBit | Self.writeStop])
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 10)
  }
  @Test func generalCallAndStartByte() {
    joined()
    setUp(i1, control: 4, own: 0x2a)
    setUp(i0, target: 0x800)
    send(i0, [0x06 | Self.writeStop])
    settle()
    #expect(all(i1) == [6] && raw(i1) & 0x800 != 0)
    send(i0, [Self.readBit | Self.writeStop])
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 5)
    _ = get(i0, R.IC_CLR_TX_ABRT.offset)
    put(i1, R.IC_ACK_GENERAL_CALL.offset, 0)
    send(i0, [0x06 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 4)
    _ = get(i0, R.IC_CLR_TX_ABRT.offset)
    setUp(i0, target: 0xc2a)
    send(i0, [0x77 | Self.writeStop])
    settle()
    #expect(all(i1) == [0x77] && raw(i0) & 0x40 == 0)
    setUp(i0, target: 0xc2a, control: 0x145)
    send(i0, [0x77 | Self.writeStop])
    #expect(get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 9)
  }
  @Test func twoMastersArbitrate() {
    joined()
    let low = memory(0x10), high = memory(0x18)
    setUp(i0, target: 0x10)
    setUp(i1, target: 0x18)
    send(i0, [0x21 | Self.writeStop])
    send(i1, [0x21, 0x22 | Self.writeStop])
    settle()
    #expect(raw(i0) & 0x40 == 0 && low.log.map { $0.split(separator: "@")[0] } == ["S", "A", "w33", "P"])
    #expect(get(i1, R.IC_TX_ABRT_SOURCE.offset) == 2 << 23 | 1 << 12)
    _ = get(i1, R.IC_CLR_TX_ABRT.offset)
    send(i1, [0x21, 0x22 | Self.writeStop])
    settle()
    #expect(high.memory[0x21] == 0x22)
    // A busy bus makes the other wait for its STOP.
    send(i0, [0x30])
    b.pass(600)
    send(i1, [0x40, 0x41 | Self.writeStop])
    b.pass(600)
    send(i0, [0x31 | Self.writeStop])
    settle()
    #expect(low.memory[0x30] == 0x31 && high.memory[0x40] == 0x41 && raw(i0) & 0x40 == 0 && raw(i1) & 0x40 == 0)
  }
  @Test func theClockIsHeldWithoutCommands() {
    let part = memory()
    setUp(i0)
    send(i0, [0x10])
    settle()
    #expect(raw(i0) & 0x210 == 0x10 && get(i0, R.IC_STATUS.offset) & 0x21 == 0x21)
    put(i0, R.IC_ENABLE.offset, 5)  // TX_CMD_BLOCK
    send(i0, [0x11, 0x12 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TXFLR.offset) == 2)
    put(i0, R.IC_ENABLE.offset, 1)
    settle()
    #expect(part.memory[0x10] == 0x11 && part.memory[0x11] == 0x12 && raw(i0) & 0x200 != 0)
    _ = get(i0, R.IC_CLR_INTR.offset)
    // ABORT in the middle, and ENABLE taken away.
    send(i0, [0x20, 1, 2, 3, 4, 5, 6])
    b.pass(1400)
    put(i0, R.IC_ENABLE.offset, 3)
    settle()
    #expect(get(i0, R.IC_ENABLE.offset) == 1 && get(i0, R.IC_TX_ABRT_SOURCE.offset) & 0x1ffff == 1 << 16 && raw(i0) & 0x240 == 0x240)
    _ = get(i0, R.IC_CLR_INTR.offset)
    _ = get(i0, R.IC_CLR_TX_ABRT.offset)
    send(i0, [0x20, 1, 2, 3, 4])
    b.pass(1400)
    put(i0, R.IC_ENABLE.offset, 0)
    #expect(get(i0, R.IC_ENABLE_STATUS.offset) == 1)
    settle()
    #expect(get(i0, R.IC_ENABLE_STATUS.offset) == 0 && b.chip.circuit.isHigh(net(1)) && part.log.last!.hasPrefix("P"))
  }
  /// As the SDK's bursts do: ENABLE is taken away between bytes and given back before anything moves on the bus.
  @Test func enablingAgainWithinTheHoldTimeGoesOnInTheTransfer() {
    let part = memory()
    setUp(i0)
    put(i0, R.IC_ENABLE.offset, 0)
    put(i0, R.IC_SDA_HOLD.offset, 38)
    put(i0, R.IC_ENABLE.offset, 1)
    for byte in [0x10, 0x21, 0x22 | Self.writeStop] {
      put(i0, R.IC_ENABLE.offset, 0)
      put(i0, R.IC_ENABLE.offset, 1)
      send(i0, [byte])
      settle()
    }
    #expect(part.log.map { $0.split(separator: "@")[0] } == ["S", "A", "w16", "w33", "w34", "P"])
    // Who waits longer gets a STOP.
    send(i0, [0x10])
    settle()
    put(i0, R.IC_ENABLE.offset, 0)
    settle()
    #expect(get(i0, R.IC_ENABLE_STATUS.offset) == 0 && part.log.last!.hasPrefix("P"))
  }
  @Test func withoutRestartsADirectionChangesByStop() {
    let part = memory()
    setUp(i0, control: 0x145)
    send(i0, [0x10, Self.readBit | Self.restart | Self.writeStop])
    settle()
    #expect(part.log.map { $0.split(separator: "@")[0] } == ["S", "A", "w16", "P", "S", "A", "r", "n", "P"])
    #expect(all(i0) == [(0x10 * 7 + 3) & 0xff])
  }
  @Test func fifosInterruptsAndDREQs() {
    let part = memory()
    defer { withExtendedLifetime(part) {} }
    setUp(i0)
    put(i0, R.IC_DMA_CR.offset, 3)
    put(i0, R.IC_DMA_TDLR.offset, 4)
    put(i0, R.IC_DMA_RDLR.offset, 2)
    put(i0, R.IC_RX_TL.offset, 3)
    #expect(b.chip.dreq >> 32 & 3 == 1)
    put(i0, R.IC_ENABLE.offset, 5)
    send(i0, (0..<16).map { Self.readBit | ($0 == 15 ? Self.writeStop : 0) })
    #expect(get(i0, R.IC_STATUS.offset) & 2 == 0 && raw(i0) & 0x18 == 0 && b.chip.dreq >> 32 & 1 == 0)
    send(i0, [1])
    #expect(raw(i0) & 8 != 0, "TX_OVER")
    put(i0, R.IC_ENABLE.offset, 1)
    while get(i0, R.IC_RXFLR.offset) < 3 { b.pass(50) }
    #expect(raw(i0) & 4 == 0 && b.chip.dreq >> 32 & 2 == 2)
    while get(i0, R.IC_RXFLR.offset) < 4 { b.pass(50) }
    #expect(raw(i0) & 4 == 4)
    settle()
    #expect(get(i0, R.IC_RXFLR.offset) == 16 && get(i0, R.IC_STATUS.offset) & 16 != 0)
    send(i0, [Self.readBit | Self.writeStop])
    settle()
    #expect(raw(i0) & 2 != 0, "RX_OVER")
    _ = all(i0)
    #expect(raw(i0) & 1 == 0)
    _ = get(i0, R.IC_DATA_CMD.offset)
    #expect(raw(i0) & 1 == 1, "RX_UNDER")
  }
  @Test func registersAreGuarded() {
    put(i0, R.IC_FS_SCL_HCNT.offset, 1)
    put(i0, R.IC_FS_SCL_LCNT.offset, 1)
    put(i0, R.IC_FS_SPKLEN.offset, 0)
    #expect(get(i0, R.IC_FS_SCL_HCNT.offset) == 6 && get(i0, R.IC_FS_SCL_LCNT.offset) == 8 && get(i0, R.IC_FS_SPKLEN.offset) == 1)
    put(i0, R.IC_ENABLE.offset, 1)
    for r in [R.IC_CON.offset, R.IC_TAR.offset, R.IC_SAR.offset, R.IC_SDA_HOLD.offset, R.IC_FS_SCL_HCNT.offset] {
      let old = get(i0, r)
      put(i0, r, old ^ 5)
      #expect(get(i0, r) == old)
    }
  }
  @Test func withoutPullUpsNothingMoves() throws {
    for p in 0..<2 as Range<UInt32> { b.write(Registers.PADS_BANK0.base + 4 + 4 * p, 0x46) }  // pull-down
    setUp(i0)
    send(i0, [1 | Self.writeStop])
    settle()
    #expect(get(i0, R.IC_TXFLR.offset) == 1 && raw(i0) & 0x640 == 0)
  }
  @Test func stateSurvivesInTheMiddleOfATransfer() throws {
    joined()
    setUp(i1, control: 4, own: 0x2a)
    setUp(i0, target: 0x2a)
    send(i0, [0x11, 0x22, 0x33 | Self.writeStop])
    b.pass(900)
    let other = try I2CTests()
    other.joined()
    try other.b.chip.restore(try b.chip.save())
    other.settle()
    #expect(other.all(i1) == [0x11, 0x22, 0x33])
  }
}
