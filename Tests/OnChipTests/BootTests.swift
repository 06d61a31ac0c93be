import CortexM0Plus
import Emulation
import OffChip
import Registers
import Testing

@testable import RP2040

/// UF2 (github.com/microsoft/uf2), ELF, and the RP2040's boot (data sheet §2.8).
@Suite struct BootTests {
  static func block(_ number: UInt32, of count: UInt32, at address: UInt32, _ data: [UInt8], family: UInt32 = 0xe48b_ff56, flags: UInt32 = 0x2000) -> [UInt8] {
    var b: [UInt8] = []
    for w in [0x0a32_4655, 0x9e5d_5157, flags, address, UInt32(data.count), number, count, family] as [UInt32] {
      for i in 0..<4 { b.append(UInt8(w >> (8 * UInt32(i)) & 255)) }
    }
    b += data
    b += [UInt8](repeating: 0, count: 508 - b.count)
    return b + [0x30, 0x6f, 0xb1, 0x0a]
  }
  static func page(_ v: UInt8) -> [UInt8] { [UInt8](repeating: v, count: 256) }

  @Test func blocksOfAUF2MayComeInAnyOrderAndTwice() throws {
    let a = Self.block(0, of: 2, at: 0x1000_0000, Self.page(1)), b = Self.block(1, of: 2, at: 0x1000_0100, Self.page(2))
    let comment = Self.block(0, of: 1, at: 0, Self.page(9), flags: 1), foreign = Self.block(0, of: 1, at: 0x1000_0000, Self.page(9), family: 0xe48b_ff59)
    for file in [a + b, b + a, b + a + b, comment + a + foreign + b] {
      let f = try FirmwareFile(file)
      #expect(f.segments.map(\.address) == [0x1000_0000] && f.segments.map(\.bytes) == [Self.page(1) + Self.page(2)])
    }
  }
  @Test(
    arguments: [
      (block(0, of: 2, at: 0x1000_0000, page(1)), "number 1 is missing"),
      (block(0, of: 1, at: 0x1000_0000, page(1), family: 0xe48b_ff59), "RP2350 (ARM, secure)"),
      (Array(block(0, of: 1, at: 0x1000_0000, page(1)).dropLast()), "no multiple of 512"),
      (block(0, of: 1, at: 0x4000_0000, page(1)), "nothing can be loaded at 0x40000000"),
      (block(3, of: 1, at: 0x1000_0000, page(1)), "calls itself 3 of 1"), (block(0, of: 1, at: 0xffff_ff80, page(1)), "has the address"), ([], "empty"),
      (Array("\u{7f}ELF".utf8), "ELF"), (block(0, of: 1, at: 0x2004_1f80, page(1)), "nothing can be loaded"),
    ] as [([UInt8], String)])
  func damagedFilesAreRefused(_ bytes: [UInt8], _ why: String) {
    #expect { try FirmwareFile(bytes) } throws: { "\($0)".contains(why) }
  }
  @Test func randomDamageNeverCrashes() {
    var random = UInt64(1)
    func next() -> Int { random = random &* 6_364_136_223_846_793_005 &+ 1; return Int(random >> 33) }
    var elf = [UInt8](repeating: 0, count: 400)
    for (i, v) in ([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1] as [UInt8]).enumerated() { elf[i] = v }
    elf[16] = 2; elf[18] = 40; elf[28] = 52; elf[42] = 32; elf[44] = 1; elf[32] = 84; elf[46] = 40; elf[48] = 3
    for _ in 0..<20_000 {
      var bytes = next() & 1 == 0 ? elf : Self.block(0, of: 1, at: 0x1000_0000, Self.page(1))
      for _ in 0..<3 { bytes[next() % bytes.count] = UInt8(next() & 255) }
      bytes.removeLast(next() % 3 == 0 ? next() % 60 : 0)
      _ = try? FirmwareFile(bytes)
    }
  }

  private func rig(_ code: [UInt16]) throws -> ArmRig { try ArmRig(code) }
  private func pointer(_ rig: ArmRig, _ table: UInt32, _ code: String) -> UInt32 {
    let c = Array(code.utf8)
    rig.core[0] = rig.load16(table)
    rig.core[1] = UInt32(c[0]) | UInt32(c[1]) << 8
    rig.call(rig.load16(0x18))
    return rig.core[0]
  }
  @Test func theROMHasTheDocumentedLayout() throws {
    let rig = try rig([])
    #expect(rig.word(0x10) == 0x0301_754d)
    for code in ["P3", "R3", "L3", "T3", "MS", "S4", "MC", "C4", "IF", "EX", "RE", "RP", "FC", "CX", "UB", "WV", "DT", "DE"] {
      let p = pointer(rig, 0x14, code)
      #expect(p & 1 == 1 && p < 0x4000, "\(code)")
    }
    for code in ["CR", "GR", "SF", "SD", "FS", "FE"] { #expect(pointer(rig, 0x16, code) != 0, "\(code)") }
    #expect(pointer(rig, 0x14, "XX") == 0)
  }
  @Test func bitAndMemoryRoutines() throws {
    let rig = try rig([])
    func call(_ code: String, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
      let p = pointer(rig, 0x14, code)
      rig.core[0] = a; rig.core[1] = b; rig.core[2] = c
      rig.call(p)
      return rig.core[0]
    }
    #expect(call("P3", 0xf0f0_0001) == 9)
    #expect(call("R3", 1) == 0x8000_0000)
    #expect(call("L3", 0x100) == 23)
    #expect(call("T3", 0x100) == 8)
    #expect(call("L3", 0) == 32)
    #expect(call("MS", 0x2000_0901, 0xab, 3) == 0x2000_0901)
    #expect(rig.word(0x2000_0900) >> 8 == 0xab_abab)
    _ = call("MC", 0x2000_0911, 0x2000_0901, 3)
    #expect(rig.word(0x2000_0910) >> 8 == 0xab_abab)
  }
  /// The SDK forces the flash's chip select for commands of its own, and counts on this routine to give it back to the SSI.
  @Test func flushingTheCacheSwitchesItOnAndFreesTheChipSelect() throws {
    let rig = try rig([]), select = Registers.IO_QSPI.base + 12
    _ = rig.chip.store(select, 3 << 8)
    _ = rig.chip.store(Registers.XIP_CTRL.base, 2)
    rig.call(pointer(rig, 0x14, "FC"))
    #expect(rig.word(select) & 3 << 8 == 0)
    #expect(rig.word(Registers.XIP_CTRL.base) == 3)
  }
  /// A core that comes out of reset empties its mailbox and says so with a 0: the SDK's multicore_reset_core1 waits for that.
  @Test func coreOneSendsAZeroWhenItListens() throws {
    let rig = try ArmRig([0xe7fe])
    typealias S = Registers.SIO
    _ = rig.chip.run(until: rig.chip.now + 1000)
    while rig.chip.load(S.base + S.FIFO_ST.offset).value & 1 != 0 { _ = rig.chip.load(S.base + S.FIFO_RD.offset) }
    let off = Registers.PSM.base + Registers.PSM.FRCE_OFF.offset
    _ = rig.chip.store(off, Registers.PSM.FRCE_OFF.PROC1.mask)
    _ = rig.chip.run(until: rig.chip.now + 1000)
    _ = rig.chip.store(S.base + S.FIFO_WR.offset, 0x55)
    _ = rig.chip.store(off, 0)
    _ = rig.chip.run(until: rig.chip.now + 1000)
    #expect(rig.chip.load(S.base + S.FIFO_ST.offset).value & 1 == 1)
    #expect(rig.chip.load(S.base + S.FIFO_RD.offset).value == 0)
    #expect(rig.chip.load(S.base + S.FIFO_ST.offset).value & 1 == 0, "one word, and what was in its own mailbox is not echoed")
  }
  @Test func floatAndDoubleRoutines() throws {
    let rig = try rig([])
    let floats = pointer(rig, 0x16, "SF"), doubles = pointer(rig, 0x16, "SD")
    func float(_ offset: UInt32, _ a: Float, _ b: Float) -> Float {
      rig.core[0] = a.bitPattern; rig.core[1] = b.bitPattern
      rig.call(rig.word(floats + offset))
      return Float(bitPattern: rig.core[0])
    }
    func double(_ offset: UInt32, _ a: Double, _ b: Double) -> Double {
      for (n, v) in [a, b].enumerated() { rig.core[2 * n] = UInt32(truncatingIfNeeded: v.bitPattern); rig.core[2 * n + 1] = UInt32(v.bitPattern >> 32) }
      rig.call(rig.word(doubles + offset))
      return Double(bitPattern: UInt64(rig.core[1]) << 32 | UInt64(rig.core[0]))
    }
    #expect(float(0, 1.5, 2.25) == 3.75 && float(4, 1.5, 2.25) == -0.75 && float(8, 1.5, 3) == 4.5 && float(0xc, 1, 3) == 1 / 3)
    #expect(float(8, 1e-30, 1e-10) == 0)  // no denormals
    #expect(float(0xc, 1, 0) == .infinity)
    #expect(float(0x18, 2, 0) == Float(2).squareRoot())
    #expect(float(0x58, 1, 1) == Float(Double.pi / 4))
    _ = float(0x1c, -1.5, 0)
    #expect(rig.core[0] == UInt32(bitPattern: -2))  // towards minus infinity
    _ = float(0x1c, 1e20, 0)
    #expect(rig.core[0] == 0x7fff_ffff)
    _ = float(0x14, 1, 2)
    #expect(rig.core.flags == 0x8000_0000)
    #expect(double(0, 0.1, 0.2) == 0.1 + 0.2 && double(0xc, 1, 3) == 1 / 3)
    #expect(double(0x18, 2, 0) == 2.squareRoot())
    _ = double(0x7c, 1.1, 0)
    #expect(rig.core[0] == Float(1.1).bitPattern)
  }
  @Test func watchdogScratchNamesAnEntryPoint() throws {
    let rig = try rig([0x2007, ArmRig.wfi])
    let scratch = Registers.WATCHDOG.base + Registers.WATCHDOG.SCRATCH0.offset, entry = ArmRig.code | 1
    for (n, v) in [(4, 0xb007_c0d3), (5, entry ^ (0 &- 0xb007_c0d3)), (6, ArmRig.stack), (7, entry)] as [(UInt32, UInt32)] {
      _ = rig.chip.store(scratch + 4 * n, v)
    }
    rig.core.start(vectors: 0, at: rig.chip.now)
    rig.run()
    #expect(rig.core[0] == 7)
    #expect(rig.core[13] == ArmRig.stack)
    #expect(rig.word(scratch + 16) == 0)
  }
  @Test func aFlashWithoutBoot2GoesToBOOTSEL() throws {
    let rig = try rig([])
    rig.core.start(vectors: 0, at: rig.chip.now)
    guard case .stopped(.bootsel(let why)) = rig.chip.run(until: 100_000) else { Issue.record("no BOOTSEL"); return }
    #expect(why.contains("checksum"))
  }
  @Test func theFlashRoutinesEraseAndProgram() throws {
    let rig = try rig([])
    let chip = rig.chip, flash = W25Q(memory: chip.flash, bytes: 2 << 20, uniqueID: 1)
    chip.ssi.device = flash
    chip.flash.storeBytes(of: 0, toByteOffset: 0x11000, as: UInt32.self)
    for i in 0..<64 as Range<UInt32> { _ = chip.store(0x2000_0900 + 4 * i, i &* 0x0101_0101) }
    func call(_ code: String, _ r: [UInt32]) {
      let p = pointer(rig, 0x14, code)
      for (n, v) in r.enumerated() { rig.core[n] = v }
      rig.call(p, cycles: 100_000_000)
    }
    call("IF", [])
    call("EX", [])
    let before = chip.instant(rig.core.time).nanoseconds
    call("RE", [0x10000, 8192, 1 << 16, 0xd8])
    #expect(rig.core.sleeping)
    #expect(chip.instant(rig.core.time).nanoseconds - before > 80_000_000)
    #expect(rig.word(0x1001_1000) == ~0)
    call("RP", [0x11000, 0x2000_0900, 256])
    #expect(rig.word(0x1001_1008) == 0x0202_0202)
    #expect(rig.word(0x1001_1100) == ~0)
  }
  /// TinyUSB 0.18's driver writes through a null pointer for endpoint 0, and works on silicon.
  @Test func writesToTheROMAreForgotten() throws {
    let r = try rig([0x2000, 0x6001, 0x2105, 0xbf30])  // MOVS r0, #0; STR r1, [r0]; MOVS r1, #5; WFI
    r.run()
    #expect(r.core[1] == 5 && r.core.sleeping)
    #expect(r.word(0) == 0x2004_1f00)
  }
  /// pico-sdk forces the chip select for commands of its own, and leaves it to flash_flush_cache to end that.
  @Test func flushingTheCacheFreesTheChipSelect() throws {
    let r = try rig([])
    _ = r.chip.store(RESETS.base + 0x3000, RESETS.RESET.IO_QSPI.mask)
    _ = r.chip.store(IO_QSPI.base + 12, 0x300)
    _ = r.chip.store(XIP_CTRL.base, 2)
    r.call(pointer(r, 0x14, "FC"))
    #expect(r.word(IO_QSPI.base + 12) == 0)
    #expect(r.word(XIP_CTRL.base) == 3)
  }
  @Test func core1IsLaunchedOverTheMailbox() throws {
    // Core 0 sends the six words and takes the echoes; core 1's program returns, to a WFI in the ROM.
    let code: [UInt16] = [0x6828, 0x6008, 0xbf40, 0x6817, 0x07ff, 0xd0fc, 0x681f, 0x3504, 0x3c01, 0xd1f5, ArmRig.wfi]
    let rig = try ArmRig(code, other: [])
    rig.put(0x2000_2800, [0xbf00, 0x4770])
    rig.other.start(vectors: 0, at: 0)
    let vectors: UInt32 = 0x2000_0000
    for (i, v) in [0, 0, 1, vectors, 0x2000_0c00, 0x2000_2801].enumerated() { _ = rig.chip.store(0x2000_0a00 + UInt32(i) * 4, UInt32(v)) }
    rig.core[1] = Registers.SIO.base + Registers.SIO.FIFO_WR.offset
    rig.core[2] = Registers.SIO.base + Registers.SIO.FIFO_ST.offset
    rig.core[3] = Registers.SIO.base + Registers.SIO.FIFO_RD.offset
    rig.core[4] = 6
    rig.core[5] = 0x2000_0a00
    rig.run(20_000)
    #expect(rig.core[4] == 0)
    #expect(rig.other[13] == 0x2000_0c00)
    #expect(rig.other.ppb.vectorTable == vectors)
    #expect(rig.other.pc == BootROM.dead + 2 && rig.other.lastFault == nil)
  }
}

extension BootTests {
  /// multicore_reset_core1 holds core 1, lets it go and waits for a 0 in the mailbox; what was in core 1's own is gone.
  @Test func core1SaysThatItHasBeenReset() throws {
    let rig = try ArmRig([ArmRig.wfi])
    let sio = Registers.SIO.base
    _ = rig.chip.store(sio + Registers.SIO.FIFO_WR.offset, 77)
    _ = rig.chip.store(PSM.base + PSM.FRCE_OFF.offset + 0x2000, PSM.FRCE_OFF.PROC1.mask)
    _ = rig.chip.run(until: rig.chip.now + 100)
    while rig.chip.load(sio + Registers.SIO.FIFO_ST.offset).value & 1 != 0 { _ = rig.chip.load(sio + Registers.SIO.FIFO_RD.offset) }
    _ = rig.chip.store(PSM.base + PSM.FRCE_OFF.offset + 0x3000, PSM.FRCE_OFF.PROC1.mask)
    _ = rig.chip.run(until: rig.chip.now + 1000)
    #expect(rig.chip.load(sio + Registers.SIO.FIFO_ST.offset).value & 1 == 1)
    #expect(rig.chip.load(sio + Registers.SIO.FIFO_RD.offset).value == 0)
    #expect(rig.chip.load(sio + Registers.SIO.FIFO_ST.offset).value & 1 == 0)
  }
}

extension ArmRig {
  func load16(_ address: UInt32) -> UInt32 { chip.load(address, bytes: 2).value }
  /// Calls a routine of the ROM and comes back.
  func call(_ address: UInt32, cycles: Cycle = 10_000) {
    put(Self.code, [0x47b0, Self.wfi])  // blx r6
    core[6] = address
    core.pc = Self.code
    core[13] = Self.stack
    core.sleeping = false
    core.time = max(core.time, chip.now)
    run(cycles)
  }
}
