import CortexM0Plus
import Emulation
import RP2040
import Registers
import Testing

/// Two cores at one port of the bus fabric (RP2040 data sheet §2.1.1): one of them waits.
@Suite struct BusArbiterTests {
  /// Loads from `r1` for ever, thirty in a row, the code in a bank of its own (scratch): `ldr r0, [r1]` … `b`.
  static let loads = [UInt16](repeating: 0x6808, count: 30) + [0xe7e0]

  /// Runs both cores on `loads`, the code of each in a scratch bank, the data of each where told; answers how many cycles each waited.
  private func waits(
    _ data0: UInt32, _ data1: UInt32, quantum: Cycle = 64, cycles: Cycle = 10_000, slice: Cycle = 10_000, _ prepare: (RP2040) -> Void = { _ in }
  ) throws -> [Cycle] {
    let rig = try ArmRig([ArmRig.wfi], other: [ArmRig.wfi]) { $0.armQuantum = quantum }
    for (n, core) in [rig.core, rig.other].enumerated() {
      let at = 0x2004_0000 + UInt32(n) * 0x1000
      rig.put(at, Self.loads)
      core.pc = at
      core[1] = n == 0 ? data0 : data1
    }
    prepare(rig.chip)
    let end = rig.chip.now + cycles
    while rig.chip.now < end { _ = rig.chip.run(until: min(end, rig.chip.now + slice)) }
    return [rig.chip.bus.arbiter.waited[0], rig.chip.bus.arbiter.waited[1]]
  }

  @Test func differentBanksDoNotWait() throws {
    #expect(try waits(0x2000_0000, 0x2000_0004) == [0, 0])
    #expect(try waits(0x2000_0000, 0x2000_000c) == [0, 0])
  }
  /// Both want the bank every second cycle: after one conflict they alternate, and none follows but after a jump.
  @Test func oneBankIsSharedInTurns() throws {
    let w = try waits(0x2000_0000, 0x2000_0000)
    #expect(w[0] + w[1] > 0 && w[0] + w[1] < 400, "\(w)")
  }
  /// Words of STM go to the bus in every cycle: on the same banks in the same order one is a cycle behind and never meets the other again;
  /// in opposite orders they meet.
  @Test(arguments: [1, 8, 64, 1000] as [Cycle]) func theQuantumDoesNotMatter(_ quantum: Cycle) throws {
    func run(_ quantum: Cycle) throws -> [Cycle] {
      // Core 1's loop has a MOV more, so that the two never come to run in step.
      let longer = [Self.mixed[0], 0x46c0] + Self.mixed[1..<8] + [0xd1f6, ArmRig.wfi]
      let rig = try ArmRig(Self.mixed, other: longer) { $0.armQuantum = quantum }
      for core in [rig.core, rig.other] {
        core[0] = 0x2000_4000 + core.index * 0x400
        core[6] = 300
      }
      rig.run(60_000)
      #expect(rig.core.sleeping && rig.other.sleeping)
      return [rig.core.time, rig.other.time, rig.chip.bus.arbiter.waited[0], rig.chip.bus.arbiter.waited[1]]
    }
    let exact = try run(1), other = try run(quantum)
    #expect(exact[2] + exact[3] > 100, "\(exact)")
    #expect(other == exact)
  }
  /// What a register tells is of the cycle in which it is read, with all that the core has waited before, in turns of any length: SysTick counts.
  @Test(arguments: [64, 1000] as [Cycle]) func registersAreReadInTheirCycle(_ quantum: Cycle) throws {
    // loop: str r1, [r0]; ldr r2, [r0, #4]; stm r0!, {r1, r2, r3}; subs r0, #12; ldr r3, [r4]; str r3, [r5]; adds r5, #4; subs r6, #1; bne loop; wfi
    let code: [UInt16] = [0x6001, 0x6842, 0xc00e, 0x380c, 0x6823, 0x602b, 0x3504, 0x3e01, 0xd1f6, ArmRig.wfi]
    func run(_ quantum: Cycle) throws -> [UInt32] {
      let rig = try ArmRig(code, other: [code[0], 0x46c0] + code[1..<8] + [0xd1f5, ArmRig.wfi]) { $0.armQuantum = quantum }
      for core in [rig.core, rig.other] {
        core[0] = 0x2000_4000 + core.index * 0x400
        core[4] = Registers.PPB.base + Registers.PPB.SYST_CVR.offset
        core[5] = 0x2001_0000 + core.index * 0x8000
        core[6] = 300
        core.ppb.write(Registers.PPB.SYST_RVR.offset, 0xff_ffff, Access(master: core.master, cycle: rig.chip.now))
        core.ppb.write(Registers.PPB.SYST_CVR.offset, 0, Access(master: core.master, cycle: rig.chip.now))
        core.ppb.write(Registers.PPB.SYST_CSR.offset, 5, Access(master: core.master, cycle: rig.chip.now))
      }
      rig.run(60_000)
      #expect(rig.core.sleeping && rig.other.sleeping)
      #expect(rig.chip.bus.arbiter.waited[0] + rig.chip.bus.arbiter.waited[1] > 100)
      return (0..<300).map { rig.word(0x2001_0000 + 4 * $0) } + (0..<300).map { rig.word(0x2001_8000 + 4 * $0) }
    }
    #expect(try run(quantum) == run(1))
  }
  /// movs r1, #5; loop: str r1, [r0]; ldr r2, [r0, #4]; adds r2, r1; stm r0!, {r1, r2, r3}; subs r0, #12; ldrb r3, [r0, #9]; subs r6, #1; bne loop; wfi
  static let mixed: [UInt16] = [0x2105, 0x6001, 0x6842, 0x1852, 0xc00e, 0x380c, 0x7a43, 0x3e01, 0xd1f7, ArmRig.wfi]

  /// BUS_PRIORITY: the urgent core never waits for the other.
  @Test(arguments: [0, 1]) func theUrgentCoreGoesFirst(_ urgent: Int) throws {
    let rig = try ArmRig(Self.mixed, other: Self.mixed) { $0.armQuantum = 1 }
    for core in [rig.core, rig.other] { core[0] = 0x2000_4000; core[6] = 300 }
    _ = rig.chip.store(RESETS.base, ~RESETS.RESET.BUSCTRL.mask)
    _ = rig.chip.store(BUSCTRL.base + BUSCTRL.BUS_PRIORITY.offset, urgent == 0 ? 1 : 0x10)
    rig.run(60_000)
    let waited = rig.chip.bus.arbiter.waited
    #expect(waited[urgent] == 0 && waited[1 - urgent] > 0, "\(waited[0]) \(waited[1])")
  }

  @Test func slicesOfARunChangeNothing() throws {
    #expect(try waits(0x2000_0000, 0x2000_0010, cycles: 50_000, slice: 37) == waits(0x2000_0000, 0x2000_0010, cycles: 50_000))
  }

  /// Two cores that execute from flash share its one port: a hit of one waits while the other's miss is on the wires.
  @Test func aMissHoldsThePortOfTheFlash() throws {
    let rig = try ArmRig([ArmRig.wfi], other: [ArmRig.wfi])
    // Core 0 reads ever new lines past the cache's reach; core 1 goes round in one that is cached.
    for (i, w) in ([0x6808, 0x1889, 0xe7fc, 0x46c0] as [UInt16]).enumerated() {
      rig.chip.flash.storeBytes(of: w, toByteOffset: 2 * i, as: UInt16.self)
    }
    for (i, w) in ([0x46c0, 0x46c0, 0xe7fc] as [UInt16]).enumerated() {
      rig.chip.flash.storeBytes(of: w, toByteOffset: 0x100 + 2 * i, as: UInt16.self)
    }
    rig.core.pc = 0x1000_0000
    rig.core[1] = 0x1300_1000
    rig.core[2] = 8
    rig.other.pc = 0x1000_0100
    rig.run(20_000)
    let waited = rig.chip.bus.arbiter.waited
    #expect(waited[1] > 10_000, "core 1 waited \(waited[1]) of 20,000 cycles, core 0 \(waited[0])")
  }

  @Test func countersOfTheBanks() throws {
    typealias R = BUSCTRL
    let rig = try ArmRig(Self.mixed) { $0.armQuantum = 64 }
    rig.core[0] = 0x2000_4000
    rig.core[6] = 100
    _ = rig.chip.store(RESETS.base, ~RESETS.RESET.BUSCTRL.mask)
    // SRAM0 and SRAM1; SRAM0 contested; APB.
    for (n, event) in ([0x0f, 0x0d, 0x0e, 0x01] as [UInt32]).enumerated() {
      _ = rig.chip.store(R.base + R.PERFSEL0.offset + 8 * UInt32(n), event)
    }
    for n in 0..<4 as Range<UInt32> { _ = rig.chip.store(R.base + R.PERFCTR0.offset + 8 * n, 0) }
    rig.run(10_000)
    #expect(rig.core.sleeping)
    let counts = (0..<4 as Range<UInt32>).map { rig.word(R.base + R.PERFCTR0.offset + 8 * $0) }
    // A round: STR and the first word of STM go to bank 0, LDR and STM's second to bank 1, and the fetches of the five words of code.
    #expect(counts[0] >= 300 && counts[0] <= 450, "\(counts)")
    #expect(counts[1] >= 300 && counts[1] <= 450, "\(counts)")
    #expect(counts[2] == 0 && counts[3] == 0, "\(counts)")
    #expect(rig.chip.unmodelledTouches.isEmpty)
  }
  @Test func contestedAccessesAreCounted() throws {
    typealias R = BUSCTRL
    let rig = try ArmRig(Self.mixed, other: Self.mixed)
    for core in [rig.core, rig.other] { core[0] = 0x2000_4000; core[6] = 300 }
    _ = rig.chip.store(RESETS.base, ~RESETS.RESET.BUSCTRL.mask)
    for (n, event) in ([0x0e, 0x0c, 0x0a, 0x08] as [UInt32]).enumerated() {
      _ = rig.chip.store(R.base + R.PERFSEL0.offset + 8 * UInt32(n), event)
    }
    for n in 0..<4 as Range<UInt32> { _ = rig.chip.store(R.base + R.PERFCTR0.offset + 8 * n, 0) }
    rig.run(60_000)
    let counts = (0..<4 as Range<UInt32>).map { Cycle(rig.word(R.base + R.PERFCTR0.offset + 8 * $0)) }
    // All that was waited for was SRAM, a cycle at a time.
    #expect(counts.reduce(0, +) == rig.chip.bus.arbiter.waited[0] + rig.chip.bus.arbiter.waited[1], "\(counts)")
  }
  @Test func withoutArbitrationNobodyWaits() throws {
    let rig = try ArmRig(Self.mixed, other: Self.mixed) { $0.arbitrates = false }
    for core in [rig.core, rig.other] { core[0] = 0x2000_4000; core[6] = 300 }
    rig.run(60_000)
    #expect(rig.chip.bus.arbiter.waited[0] + rig.chip.bus.arbiter.waited[1] == 0)
  }

  /// A copy by the DMA at full speed wants every bank in half of all cycles: a core that loads and stores loses some.
  @Test func theDMAAndACoreShareTheBanks() throws {
    func run(_ priority: UInt32) throws -> (core: Cycle, dma: Cycle) {
      let rig = try ArmRig(Self.mixed)
      rig.core[0] = 0x2000_4000
      rig.core[6] = 100
      _ = rig.chip.store(RESETS.base, ~(RESETS.RESET.BUSCTRL.mask | RESETS.RESET.DMA.mask))
      _ = rig.chip.store(BUSCTRL.base + BUSCTRL.BUS_PRIORITY.offset, priority)
      for (n, v) in ([0x2001_0000, 0x2002_0004, 4000, 0x3f << 15 | 0x39] as [UInt32]).enumerated() { _ = rig.chip.store(DMA.base + 4 * UInt32(n), v) }
      rig.run(20_000)
      #expect(rig.core.sleeping && rig.word(DMA.base + 8) == 0)
      let waited = rig.chip.bus.arbiter.waited
      return (waited[0], waited[2] + waited[3])
    }
    let fair = try run(0), core = try run(1), dma = try run(0x1100)
    #expect(fair.core > 50 && fair.dma > 50, "\(fair)")
    #expect(core.core == 0 && core.dma > 100, "\(core)")
    #expect(dma.core > 100 && dma.dma == 0, "\(dma)")
  }
}
