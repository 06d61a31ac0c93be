/// Firmware for the chip as a file has it: UF2, ELF or a raw image of the flash.
public struct FirmwareFile: Sendable {
  public struct Segment: Sendable, Equatable {
    public let address: UInt32
    public let bytes: [UInt8]
  }
  public struct Symbol: Sendable, Equatable {
    public let address: UInt32, size: UInt32
    public let name: String
  }
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
  }
  /// What goes where, in ascending order, without overlaps.
  public private(set) var segments: [Segment] = []
  /// Functions by address: from an ELF.
  public private(set) var symbols: [Symbol] = []
  /// The ELF's entry point.
  public private(set) var entry: UInt32?

  static let flash: ClosedRange<UInt32> = 0x1000_0000...0x10ff_ffff
  static let ram: ClosedRange<UInt32> = 0x2000_0000...0x2004_1fff

  /// Reads a file's bytes; what it is shows in its first bytes, and what shows nothing is a raw image.
  public init(_ bytes: [UInt8]) throws(Refusal) {
    if bytes.starts(with: [0x55, 0x46, 0x32, 0x0a]) {
      try readUF2(bytes)
    } else if bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46]) {
      try readELF(bytes)
    } else {
      guard !bytes.isEmpty else { throw Refusal("the file is empty") }
      guard bytes.count <= 16 << 20 else { throw Refusal("\(bytes.count) bytes are more than the 16 MB that a flash can have") }
      segments = [Segment(address: Self.flash.lowerBound, bytes: bytes)]
    }
    guard !segments.isEmpty else { throw Refusal("the file holds nothing for flash or RAM") }
    for s in segments {
      let last = s.address + UInt32(s.bytes.count - 1)
      let fits = [Self.flash, Self.ram].contains { $0.contains(s.address) && $0.contains(last) }
      if !fits {
        throw Refusal("nothing can be loaded at 0x\(String(s.address, radix: 16))…0x\(String(last, radix: 16)): flash begins at 0x10000000, RAM at 0x20000000")
      }
    }
  }
  /// Where the boot ROM goes when nothing is for the flash: the ELF's entry, or the beginning of RAM's lowest part.
  public var ramEntry: UInt32? {
    if segments.contains(where: { Self.flash.contains($0.address) }) { return nil }
    return entry ?? segments.first?.address
  }
  /// The function that an address lies in, and how far.
  public func place(_ address: UInt32) -> String? {
    var low = 0, high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let s = symbols[low - 1], offset = address - s.address
    guard offset < max(s.size, 4) else { return nil }
    return offset == 0 ? s.name : "\(s.name)+0x\(String(offset, radix: 16))"
  }

  // MARK: UF2 (github.com/microsoft/uf2)

  private static let family: UInt32 = 0xe48b_ff56
  private static let families: [UInt32: String] = [
    0xe48b_ff57: "RP2040 or RP2350, absolute", 0xe48b_ff58: "RP2350 data", 0xe48b_ff59: "RP2350 (ARM, secure)", 0xe48b_ff5a: "RP2350 (RISC-V)",
    0xe48b_ff5b: "RP2350 (ARM, non-secure)", 0x68ed_2b88: "SAMD21", 0x5511_4460: "SAMD51", 0xada5_2840: "nRF52840", 0x1c5f_21b0: "ESP32",
  ]

  private mutating func readUF2(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count % 512 == 0 else { throw Refusal("the UF2 ends in the middle of a block: \(bytes.count) bytes are no multiple of 512") }
    var seen: Set<UInt32> = [], expected: UInt32?, others: Set<UInt32> = []
    var pages: [UInt32: [UInt8]] = [:]
    for number in 0..<bytes.count / 512 {
      let at = number * 512
      func word(_ offset: Int) -> UInt32 { Self.word(bytes, at + offset) }
      guard word(0) == 0x0a32_4655, word(4) == 0x9e5d_5157, word(508) == 0x0ab1_6f30 else {
        throw Refusal("block \(number) of the UF2 is damaged: wrong magic numbers")
      }
      let flags = word(8), address = word(12), size = word(16), block = word(20), count = word(24)
      // Not for the device's memory: a comment, or a file in a container.
      if flags & 0x1001 != 0 { continue }
      guard flags & 0x2000 != 0, word(28) == Self.family else {
        others.insert(flags & 0x2000 != 0 ? word(28) : 0)
        continue
      }
      guard size > 0, size <= 476 else { throw Refusal("block \(number) of the UF2 holds \(size) bytes: 1 to 476 are possible") }
      guard address.addingReportingOverflow(size).overflow == false else {
        throw Refusal("block \(number) of the UF2 has the address 0x\(String(address, radix: 16))")
      }
      if let expected, expected != count { throw Refusal("block \(number) of the UF2 says that there are \(count) blocks, others say \(expected)") }
      guard block < count else { throw Refusal("block \(number) of the UF2 calls itself \(block) of \(count)") }
      expected = count
      seen.insert(block)
      pages[address] = Array(bytes[(at + 32)..<(at + 32 + Int(size))])
    }
    if pages.isEmpty {
      let names = others.sorted().map { Self.families[$0] ?? ($0 == 0 ? "no family" : "family 0x" + String($0, radix: 16)) }
      throw Refusal("the UF2 is not for the RP2040 (family 0xe48bff56)" + (names.isEmpty ? "" : ": it is for " + names.joined(separator: ", ")))
    }
    if let expected, seen.count != Int(expected) {
      let missing = (0..<expected).first { !seen.contains($0) } ?? 0
      throw Refusal("the UF2 has \(seen.count) of its \(expected) blocks: number \(missing) is missing")
    }
    for (address, data) in pages.sorted(by: { $0.key < $1.key }) { try append(address, data) }
  }
  /// Adds what follows the last segment, joined to it if it touches it.
  private mutating func append(_ address: UInt32, _ data: [UInt8]) throws(Refusal) {
    if let last = segments.last {
      let end = UInt64(last.address) + UInt64(last.bytes.count)
      guard UInt64(address) >= end else { throw Refusal("two parts of the file are for the same memory at 0x\(String(address, radix: 16))") }
      if UInt64(address) == end {
        segments[segments.count - 1] = Segment(address: last.address, bytes: last.bytes + data)
        return
      }
    }
    segments.append(Segment(address: address, bytes: data))
  }

  // MARK: ELF (System V ABI; ARM IHI 0044)

  private mutating func readELF(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count >= 52, bytes[4] == 1, bytes[5] == 1 else { throw Refusal("the ELF is not of 32 bits, little-endian") }
    guard Self.half(bytes, 18) == 40 else { throw Refusal("the ELF is not for ARM (machine \(Self.half(bytes, 18)))") }
    guard Self.half(bytes, 16) == 2 else { throw Refusal("the ELF is no linked program (type \(Self.half(bytes, 16)))") }
    entry = Self.word(bytes, 24) & ~1
    let programs = Int(Self.word(bytes, 28)), programSize = Int(Self.half(bytes, 42)), programCount = Int(Self.half(bytes, 44))
    guard programSize >= 32 || programCount == 0, programs + programSize * programCount <= bytes.count else {
      throw Refusal("the ELF ends before its program headers")
    }
    var found: [Segment] = []
    for i in 0..<programCount {
      let h = programs + i * programSize
      let type = Self.word(bytes, h), offset = Int(Self.word(bytes, h + 4)), address = Self.word(bytes, h + 12), size = Int(Self.word(bytes, h + 16))
      guard type == 1, size > 0 else { continue }
      guard offset + size <= bytes.count, UInt64(address) + UInt64(size) <= 1 << 32 else { throw Refusal("the ELF ends in the middle of segment \(i)") }
      found.append(Segment(address: address, bytes: Array(bytes[offset..<(offset + size)])))
    }
    for s in found.sorted(by: { $0.address < $1.address }) { try append(s.address, s.bytes) }
    readSymbols(bytes)
  }
  /// A damaged symbol table costs the names, not the program.
  private mutating func readSymbols(_ bytes: [UInt8]) {
    let table = Int(Self.word(bytes, 32)), size = Int(Self.half(bytes, 46)), count = Int(Self.half(bytes, 48))
    guard size >= 40, table + size * count <= bytes.count else { return }
    for i in 0..<count {
      let h = table + i * size
      guard Self.word(bytes, h + 4) == 2 else { continue }
      let at = Int(Self.word(bytes, h + 16)), length = Int(Self.word(bytes, h + 20)), link = Int(Self.word(bytes, h + 24))
      guard link < count, at + length <= bytes.count else { continue }
      let strings = Int(Self.word(bytes, table + link * size + 16)), stringsEnd = strings + Int(Self.word(bytes, table + link * size + 20))
      guard stringsEnd <= bytes.count else { continue }
      for s in stride(from: at, to: at + length - 15, by: 16) where bytes[s + 12] & 15 == 2 {
        let name = strings + Int(Self.word(bytes, s))
        guard name < stringsEnd, let end = bytes[name..<stringsEnd].firstIndex(of: 0) else { continue }
        symbols.append(Symbol(address: Self.word(bytes, s + 4) & ~1, size: Self.word(bytes, s + 8), name: String(decoding: bytes[name..<end], as: UTF8.self)))
      }
    }
    symbols.sort { ($0.address, $0.name) < ($1.address, $1.name) }
  }

  private static func half(_ b: [UInt8], _ i: Int) -> UInt32 { UInt32(b[i]) | UInt32(b[i + 1]) << 8 }
  private static func word(_ b: [UInt8], _ i: Int) -> UInt32 { half(b, i) | half(b, i + 2) << 16 }
}

extension RP2040 {
  /// Puts firmware into flash and RAM, before the board runs. Throws when it does not fit.
  public func load(_ file: FirmwareFile) throws(FirmwareFile.Refusal) {
    for s in file.segments {
      if FirmwareFile.flash.contains(s.address) {
        let offset = Int(s.address - FirmwareFile.flash.lowerBound)
        guard offset + s.bytes.count <= configuration.flashBytes else {
          throw FirmwareFile.Refusal("the firmware needs \(offset + s.bytes.count) bytes of flash, the board has \(configuration.flashBytes)")
        }
        s.bytes.withUnsafeBytes { (flash + offset).copyMemory(from: $0.baseAddress!, byteCount: s.bytes.count) }
      } else {
        s.bytes.withUnsafeBytes { (space.base + Int(s.address)).copyMemory(from: $0.baseAddress!, byteCount: s.bytes.count) }
      }
    }
    symbols = { file.place($0) }
  }
}
