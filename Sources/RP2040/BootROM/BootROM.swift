import CortexM0Plus
import Emulation

/// The chip's own boot ROM: the layout that the data sheet documents (§2.8.3), with routines that are one instruction long. `UDF #n`
/// below 0x4000 calls routine n of the emulation (`RP2040.callROM`), which answers in the registers and charges cycles as the silicon's would.
struct BootROM {
  /// Routines by number; a ROM function has its number as the immediate of its UDF.
  enum Routine: UInt8, CaseIterable {
    case boot, waitForVector, hang, tableLookup
    case popcount32, reverse32, clz32, ctz32, memset, memset4, memcpy, memcpy44
    case connectInternalFlash, flashExitXIP, flashRangeErase, flashRangeProgram, flashFlushCache, flashEnterCmdXIP
    case resetToUSBBoot, debugTrampoline, debugTrampolineEnd
    /// The two-character code in the public function table.
    var code: StaticString? {
      switch self {
      case .popcount32: "P3"
      case .reverse32: "R3"
      case .clz32: "L3"
      case .ctz32: "T3"
      case .memset: "MS"
      case .memset4: "S4"
      case .memcpy: "MC"
      case .memcpy44: "C4"
      case .connectInternalFlash: "IF"
      case .flashExitXIP: "EX"
      case .flashRangeErase: "RE"
      case .flashRangeProgram: "RP"
      case .flashFlushCache: "FC"
      case .flashEnterCmdXIP: "CX"
      case .resetToUSBBoot: "UB"
      case .waitForVector: "WV"
      case .debugTrampoline: "DT"
      case .debugTrampolineEnd: "DE"
      default: nil
      }
    }
  }
  /// Routine numbers of the first entries of the float and double tables.
  static let firstFloat = 0x40, firstDouble = 0x60, tableEntries = 32
  /// Version byte at 0x13: 3 is the B2 silicon's.
  static let version: UInt8 = 3
  static let bytes = 16 << 10
  /// Where boot2 is copied to and runs; the ROM's stack is below it.
  static let boot2Address: UInt32 = 0x2004_1f00

  /// Where a core stays whose program returns: WFI for ever, interrupts are still served.
  static let dead: UInt32 = 0xf8
  /// What core 1 heard of the launch sequence so far.
  /// Steps of the protocol that a core has heard; -1: it has just begun.
  var launchStep = [-1, -1]
  var launchWords: [UInt32] = [0, 0, 0]
  mutating func forget(_ core: UInt32) { launchStep[Int(core)] = -1 }

  /// The 16 KB.
  static func image() -> [UInt8] {
    var rom = [UInt8](repeating: 0, count: bytes)
    func put16(_ at: Int, _ v: Int) { rom[at] = UInt8(v & 255); rom[at + 1] = UInt8(v >> 8 & 255) }
    func put32(_ at: Int, _ v: Int) { put16(at, v & 0xffff); put16(at + 2, v >> 16 & 0xffff) }
    // One halfword each, from 0x100 on: routine n is at 0x100 + 2n.
    func address(_ number: Int) -> Int { 0x100 + number * 2 }
    func pointer(_ number: Int) -> Int { address(number) | 1 }
    for n in 0..<(firstDouble + tableEntries) { put16(address(n), 0xde00 | n) }
    put16(Int(dead), 0xbf30)  // wfi
    put16(Int(dead) + 2, 0xe7fd)  // b .-4
    put32(0, Int(boot2Address))
    put32(4, pointer(Int(Routine.boot.rawValue)))
    put32(8, pointer(Int(Routine.hang.rawValue)))
    put32(12, pointer(Int(Routine.hang.rawValue)))
    rom[0x10] = UInt8(ascii: "M")
    rom[0x11] = UInt8(ascii: "u")
    rom[0x12] = 1
    rom[0x13] = version

    var at = 0x200
    put16(0x14, at)
    for routine in Routine.allCases {
      guard let code = routine.code else { continue }
      rom[at] = code.utf8Start[0]
      rom[at + 1] = code.utf8Start[1]
      put16(at + 2, pointer(Int(routine.rawValue)))
      at += 4
    }
    put16(at, 0)
    at += 4
    let softFloat = 0x400, softDouble = 0x4c0, copyright = 0x580, revision = 0x5fc
    put16(0x16, at)
    for (code, where_) in [
      ("CR", copyright), ("GR", revision), ("FS", address(firstFloat)), ("SF", softFloat), ("FE", address(firstDouble)), ("SD", softDouble),
    ] as [(StaticString, Int)] {
      rom[at] = code.utf8Start[0]
      rom[at + 1] = code.utf8Start[1]
      put16(at + 2, where_)
      at += 4
    }
    put16(at, 0)
    put16(0x18, pointer(Int(Routine.tableLookup.rawValue)))
    // Two bytes before each table is its number of entries.
    rom[softFloat - 2] = UInt8(tableEntries)
    rom[softDouble - 2] = UInt8(tableEntries)
    for n in 0..<tableEntries {
      put32(softFloat + 4 * n, pointer(firstFloat + n))
      put32(softDouble + 4 * n, pointer(firstDouble + n))
    }
    for (i, c) in "Tayberry boot ROM".utf8.enumerated() { rom[copyright + i] = c }
    put32(revision, 0x7461_7962)
    return rom
  }

  /// The boot ROM's checksum of boot2: CRC-32, polynomial 0x04c11db7, not reflected, all ones to begin with, not inverted (§2.8.1.3.1).
  static func checksum(_ p: UnsafeRawPointer, count: Int) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for i in 0..<count {
      crc ^= UInt32(p.load(fromByteOffset: i, as: UInt8.self)) << 24
      for _ in 0..<8 { crc = crc << 1 ^ (crc >> 31 != 0 ? 0x04c1_1db7 : 0) }
    }
    return crc
  }
}
