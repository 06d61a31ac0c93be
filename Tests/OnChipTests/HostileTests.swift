import CortexM0Plus
import Emulation
import Foundation
import OffChip
import RP2040
import Registers
import Testing

/// Firmware that does what no data sheet foresees: the host program stays whole, and the same seed gives the same end.
/// `TAYBERRY_FUZZ=N` runs N seeds instead of a few.
@Suite struct HostileTests {
  private static let seeds = 1...(Int(ProcessInfo.processInfo.environment["TAYBERRY_FUZZ"] ?? "") ?? 6)

  struct Random {
    var state: UInt64
    mutating func next() -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33)
    }
    mutating func below(_ n: UInt32) -> UInt32 { next() % n }
    /// A word of a kind that finds mistakes: none, all, one bit, small, anything.
    mutating func word() -> UInt32 {
      switch below(6) {
      case 0: 0
      case 1: ~0
      case 2: 1 << below(32)
      case 3: below(16)
      case 4: ~(1 << below(32))
      default: next() << 16 ^ next()
      }
    }
  }
  private static let blocks: [UInt32] =
    stride(from: 0x4000_0000, through: 0x4006_c000, by: 0x4000).map { UInt32($0) } + [
      0x5000_0000, 0x5010_0000, 0x5011_0000, 0x5020_0000, 0x5030_0000, 0x5040_0000, 0xd000_0000, 0xe000_e000, 0x1400_0000, 0x1800_0000, 0x1000_0000,
      0x1500_0000, 0x2100_0000,
    ]

  /// A digest of the registers that a look has no effect on.
  private func digest(_ chip: RP2040) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for base in Self.blocks {
      for offset in stride(from: 0 as UInt32, to: 0x100, by: 4) { hash = (hash ^ UInt64(chip.peek(base + offset) ?? 1)) &* 0x100_0000_01b3 }
    }
    return (hash ^ chip.now) &* 0x100_0000_01b3
  }
  private func hammer(_ seed: Int) throws -> UInt64 {
    var random = Random(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15), configuration = RP2040.Configuration()
    configuration.arm = true
    let chip = try RP2040(configuration)
    chip.ssi.device = W25Q(memory: chip.flash, bytes: configuration.flashBytes, uniqueID: 1)
    for n in 0..<2 { chip.armCore(n)?.sleepForEver() }
    _ = chip.store(RESETS.base, 0)
    // One seed in three stays with a few blocks, which come into stranger states then.
    let few = (0..<3).map { _ in Self.blocks[Int(random.below(UInt32(Self.blocks.count)))] }
    for step in 0..<4000 {
      let base = seed % 3 == 0 ? few[Int(random.below(3))] : Self.blocks[Int(random.below(UInt32(Self.blocks.count)))]
      let bytes: UInt8 = [4, 4, 4, 4, 2, 1][Int(random.below(6))]
      let offset = random.below(8) == 0 ? random.below(0x1000) : random.below(64) * 4
      let address = base + (base < 0x5000_0000 && base >= 0x4000_0000 || random.below(8) == 0 ? random.below(4) * 0x1000 : 0) + offset & ~UInt32(bytes - 1)
      let master: Master = random.below(2) == 0 ? .core0 : .core1, access = Access(master: master, bytes: bytes, cycle: chip.now)
      if random.below(4) == 0 { _ = chip.bus.load(address, access) } else { _ = chip.bus.store(address, random.word(), access) }
      if step % 4 == 0 {
        let stop = chip.run(until: chip.now + Cycle([1, 10, 100, 5000][Int(random.below(4))]))
        if case .stopped = stop { chip.reset(.power); _ = chip.store(RESETS.base, 0) }
      }
      // The blocks are let out again now and then, and clk_sys comes back to the ring oscillator.
      if random.below(100) == 0 { chip.reset(.run); _ = chip.store(RESETS.base, 0) }
    }
    return digest(chip)
  }
  @Test(arguments: seeds) func registersAreHammered(_ seed: Int) throws { #expect(try hammer(seed) == hammer(seed)) }

  /// Both cores execute random halfwords, with registers and vectors that lead into memory and blocks.
  @Test(arguments: seeds) func nonsenseIsExecuted(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x2545_f491_4f6c_dd1d), configuration = RP2040.Configuration()
    configuration.arm = true
    let chip = try RP2040(configuration)
    var reports: [String] = []
    chip.onReport = { reports.append($0) }
    chip.ssi.device = W25Q(memory: chip.flash, bytes: configuration.flashBytes, uniqueID: 1)
    _ = chip.store(RESETS.base, 0)
    for round in 0..<6 {
      for i in 0..<4096 as Range<UInt32> { _ = chip.store(0x2000_0000 + 4 * i, random.next() << 16 ^ random.next()) }
      for i in 0..<1024 { chip.flash.storeBytes(of: random.next(), toByteOffset: 4 * i, as: UInt32.self) }
      // Half of the code is loads and stores by the low registers, which point anywhere.
      for i in 0..<2048 as Range<UInt32> where random.below(2) == 0 { _ = chip.store(0x2000_0000 + 2 * i, 0x5000 + random.below(0x4000), bytes: 2) }
      for i in 0..<48 as Range<UInt32> { _ = chip.store(0x2000_0000 + 4 * i, [0x2000_1001, 0x2000_0101, 0x1000_0101, random.next()][Int(random.below(4))]) }
      for n in 0..<2 {
        guard let core = chip.armCore(n) else { continue }
        core.start(vectors: 0x2000_0000, at: chip.now)
        for r in 0..<13 {
          core[r] = [Self.blocks[Int(random.below(UInt32(Self.blocks.count)))] + random.below(64) * 4, random.word(), 0x2000_2000][Int(random.below(3))]
        }
        core[13] = 0x2000_4000 - UInt32(n) * 0x800
        core.ppb.vectorTable = 0x2000_0000
        core.pc = round & 1 == 0 ? 0x2000_0100 + random.below(1000) * 2 : 0x1000_0100 + random.below(1000) * 2
      }
      for _ in 0..<20 {
        if case .stopped = chip.run(until: chip.now + 5000) { break }
      }
      chip.reset(.power)
      _ = chip.store(RESETS.base, 0)
    }
    #expect(chip.unmodelledTouches.count <= 4096)
  }

  /// Files with damage that can still be read are run: whatever they hold, there is an end and a reason with a PC.
  @Test(arguments: seeds) func damagedFilesAreRefusedOrRun(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x9e6c_63d0_676a_9a99)
    // Two segments, a function's symbol with its names: movs r0, #1; b .-2.
    var elf: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 1, 1, 1] + [UInt8](repeating: 0, count: 9)
    func half(_ v: UInt32) { elf += [UInt8(v & 255), UInt8(v >> 8 & 255)] }
    func words(_ list: [UInt32]) { for v in list { half(v & 0xffff); half(v >> 16) } }
    half(2); half(40); words([1, 0x2000_0001, 52, 132, 0x0500_0200])
    for v in [52, 32, 2, 40, 3, 0] as [UInt32] { half(v) }
    words([1, 116, 0x2000_0000, 0x2000_0000, 8, 8, 5, 4, 1, 116, 0x1000_0000, 0x1000_0000, 8, 8, 5, 4])
    words([0xe7fd_2001, 0x4770_4770, 0x6961_6d00, 0x0000_006e])
    words([UInt32](repeating: 0, count: 10))
    words([0, 2, 0, 0, 252, 32, 2, 0, 4, 16, 0, 3, 0, 0, 124, 8, 0, 0, 1, 0])
    words([0, 0, 0, 0, 1, 0x2000_0001, 4, 2])
    #expect(try FirmwareFile(elf).symbols.map(\.name) == ["main"])
    let uf2 =
      BootTests.block(0, of: 2, at: 0x2000_0000, [1, 0x20, 0xfd, 0xe7] + [UInt8](repeating: 7, count: 200))
      + BootTests.block(1, of: 2, at: 0x1000_0000, BootTests.page(3))
    var ran = 0
    for round in 0..<60 {
      var bytes = round % 2 == 0 ? elf : uf2
      for _ in 0..<1 + random.below(3) { bytes[Int(random.below(UInt32(bytes.count)))] = UInt8(random.below(256)) }
      if random.below(6) == 0 { bytes.removeLast(Int(random.below(UInt32(bytes.count)))) }
      guard let file = try? FirmwareFile(bytes) else { continue }
      var configuration = RP2040.Configuration()
      configuration.arm = true
      configuration.entry = file.ramEntry
      let chip = try RP2040(configuration)
      chip.ssi.device = W25Q(memory: chip.flash, bytes: configuration.flashBytes, uniqueID: 1)
      guard (try? chip.load(file)) != nil else { continue }
      ran += 1
      for _ in 0..<4 {
        if case .stopped(let why) = chip.run(until: chip.now + 50_000) {
          #expect(!"\(why)".isEmpty)
          break
        }
      }
    }
    #expect(ran > 5)
  }
}
