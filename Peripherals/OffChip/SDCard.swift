import Emulation
import Picture

/// A microSD card of 32 MB in its socket, on SPI (SD Physical Layer Simplified Specification, chapter 7): formatted with an empty FAT16 volume,
/// high capacity (block addresses). `size` is its size in MB. CD is open, as the socket has it while a card is in it.
///
/// CMD0, 8, 9, 10, 12, 13, 16, 17, 18, 24, 25, 55, 58, 59 and ACMD13, 22, 23, 41, 42, 51. Check sums of commands count for CMD0 and CMD8, and
/// for all and for data after CMD59.
public final class SDCard: Part, SPIWords {
  public static let names = ["wokwi-microsd-card"]
  public static let attributes = [PartAttribute("size", .number(4...128))]
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("CD", 9.3744), ("DO", 18.8622), ("GND", 28.4634), ("SCK", 38.178), ("VCC", 47.628), ("DI", 57.456), ("CS", 66.906)]
    return PartShape(width: 81.6, height: 77.1, pins: pins.map { PartPin($0.0, 76.734, $0.1) })
  }

  /// Until a block is written, in nanoseconds; until the first byte of one that is read.
  private static let writeTime: UInt64 = 600_000, readTime: UInt64 = 100_000
  private let site: PartSite
  private var pins: SPIPins!
  private let disk: FATDisk
  private var command: [UInt8] = [], out: [UInt8] = [], outAt = 0
  private var isIdle = true, isApplication = false, checks = false
  private var busyUntil: UInt64 = 0
  /// A block that is being read goes on to the next one until CMD12.
  private var reading: (block: UInt32, since: UInt64)?
  private enum Writing { case no, token, data }
  private var writing = Writing.no, writesMany = false, block: UInt32 = 0, buffer: [UInt8] = [], written: UInt32 = 0
  private var lastUse: UInt64?, wrote = false

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    disk = FATDisk(blocks: UInt32(try site.number("size", default: 32, in: 4...128)) * 2048)
    let c = site.circuit
    // The socket pulls its lines up.
    for name in ["DO", "CS"] { c.drive(c.attach(to: site.net(name)), .weak(true), at: site.start) }
    pins = SPIPins(c, clock: site.net("SCK"), toDevice: site.net("DI"), fromDevice: site.net("DO"), select: site.net("CS"), part: self)
  }

  // MARK: Bytes

  public func selected(_ on: Bool, at instant: Instant) {
    command = []
    if !on { (out, outAt, reading) = ([], 0, nil) }
  }
  public func send(at instant: Instant) -> UInt32? {
    if outAt < out.count { return UInt32(out[outAt]) }
    if instant.nanoseconds < busyUntil { return 0 }
    if let r = reading, instant.nanoseconds >= r.since {
      guard r.block < disk.blocks else {
        // Out of range: an error token.
        reading = nil
        return 0x08
      }
      give([0xfe] + Self.withCheck(disk[r.block]))
      reading = (r.block + 1, instant.nanoseconds + Self.readTime)
      return 0xfe
    }
    return 0xff
  }
  public func receive(_ word: UInt32, at instant: Instant) {
    if outAt < out.count { outAt += 1 }
    let byte = UInt8(truncatingIfNeeded: word)
    switch writing {
    case .token where command.isEmpty && byte & 0xc0 != 0x40:
      if byte == (writesMany ? 0xfc : 0xfe) {
        writing = .data
        buffer = []
      } else if byte == 0xfd && writesMany {
        writing = .no
        busyUntil = instant.nanoseconds + Self.writeTime
      }
    case .data:
      buffer.append(byte)
      if buffer.count == 514 { store(at: instant) }
    default:
      if command.isEmpty && byte & 0xc0 != 0x40 { return }
      command.append(byte)
      if command.count == 6 { execute(at: instant) }
    }
  }
  private func give(_ bytes: [UInt8]) { (out, outAt) = (bytes, 0) }
  private func store(at instant: Instant) {
    let data = Array(buffer[..<512]), good = !checks || Self.crc16(data) == UInt16(buffer[512]) << 8 | UInt16(buffer[513])
    if good && block < disk.blocks {
      disk[block] = data
      block += 1
      written += 1
      wrote = true
    }
    writing = writesMany ? .token : .no
    lastUse = instant.nanoseconds
    // Accepted, wrong check sum, or could not be written; then it is busy.
    give([good ? block <= disk.blocks ? 0xe5 : 0xed : 0xeb])
    busyUntil = instant.nanoseconds + Self.writeTime
  }

  // MARK: Commands

  private func execute(at instant: Instant) {
    let c = command, number = c[0] & 0x3f, argument = c[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    command = []
    let application = isApplication
    isApplication = false
    guard !(checks || number == 0 || number == 8) || Self.crc7(Array(c[..<5])) << 1 | 1 == c[5] else { return answer([0x08 | idle]) }
    lastUse = instant.nanoseconds
    if application {
      switch number {
      case 13: return answer([idle, 0], data: [UInt8](repeating: 0, count: 64))
      case 22: return answer([idle], data: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: written >> $0) })
      case 23, 42: return answer([idle])
      case 41:
        isIdle = false
        return answer([idle])
      case 51: return answer([idle], data: [0x02, 0x35, 0x80, 0, 0, 0, 0, 0])
      default: break
      }
    }
    // Before it has been told to begin it knows only a few.
    if isIdle && ![0, 8, 55, 58, 59].contains(number) { return answer([0x05]) }
    switch number {
    case 0:
      (isIdle, checks, writing, reading) = (true, false, .no, nil)
      answer([1])
    case 8: answer([idle, 0, 0, UInt8(truncatingIfNeeded: argument >> 8 & 0x0f), UInt8(truncatingIfNeeded: argument)])
    case 9: answer([idle], data: csd())
    case 10: answer([idle], data: cid())
    case 12:
      reading = nil
      writing = .no
      // A stuff byte goes first.
      give([0xff, 0xff, idle])
    case 13: answer([idle, 0])
    case 16: answer([argument == 512 ? idle : 0x40])
    case 17 where argument < disk.blocks, 18 where argument < disk.blocks:
      answer([idle])
      if number == 18 { reading = (argument, instant.nanoseconds + Self.readTime) } else { give(out + [0xff, 0xff, 0xfe] + Self.withCheck(disk[argument])) }
      wrote = false
    case 24 where argument < disk.blocks, 25 where argument < disk.blocks:
      (writing, writesMany, block, written) = (.token, number == 25, argument, 0)
      answer([idle])
    case 17, 18, 24, 25: answer([0x40])
    case 55:
      isApplication = true
      answer([idle])
    case 58: answer([idle, isIdle ? 0x00 : 0xc0, 0xff, 0x80, 0])
    case 59:
      checks = argument & 1 != 0
      answer([idle])
    default: answer([0x04 | idle])
    }
  }
  private var idle: UInt8 { isIdle ? 1 : 0 }
  /// One byte later, as cards do (N_CR), with a block behind it.
  private func answer(_ bytes: [UInt8], data: [UInt8]? = nil) {
    reading = nil
    give([0xff] + bytes + (data.map { [0xff, 0xfe] + Self.withCheck($0) } ?? []))
  }
  /// Version 2: C_SIZE counts 512 KB.
  private func csd() -> [UInt8] {
    let size = disk.blocks / 1024 - 1
    let bytes: [UInt8] = [
      0x40, 0x0e, 0x00, 0x32, 0x5b, 0x59, 0x00, UInt8(size >> 16 & 0x3f), UInt8(size >> 8 & 0xff), UInt8(size & 0xff), 0x7f, 0x80, 0x0a, 0x40, 0x00,
    ]
    return bytes + [Self.crc7(bytes) << 1 | 1]
  }
  private func cid() -> [UInt8] {
    let bytes: [UInt8] = [0x54] + Array("TYBERRY".utf8) + [0x10, 0x20, 0x24, 0x01, 0x01, 0x01, 0x81]
    return bytes + [Self.crc7(bytes) << 1 | 1]
  }

  // MARK: Check sums

  static func crc7(_ bytes: [UInt8]) -> UInt8 {
    var crc: UInt8 = 0
    for b in bytes {
      for i in (0..<8).reversed() {
        let bit = crc >> 6 & 1 ^ b >> UInt8(i) & 1
        crc = crc << 1 & 0x7f
        if bit != 0 { crc ^= 0x09 }
      }
    }
    return crc
  }
  static func crc16(_ bytes: [UInt8]) -> UInt16 {
    var crc: UInt16 = 0
    for b in bytes {
      crc ^= UInt16(b) << 8
      for _ in 0..<8 { crc = crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1 }
    }
    return crc
  }
  private static func withCheck(_ data: [UInt8]) -> [UInt8] {
    let crc = crc16(data)
    return data + [UInt8(crc >> 8), UInt8(crc & 255)]
  }

  public static func readings(of d: PartDescription) -> [String] { ["busy", "blocks"] }
  /// 0: 1 for a moment after each command, 2 if it wrote; 1: blocks that are not blank.
  public func view(at instant: Instant) -> PartView {
    PartView([lastUse.map { instant.nanoseconds - min($0, instant.nanoseconds) < 50_000_000 ? wrote ? 2 : 1 : 0 } ?? 0, Double(disk.used)])
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 2, Colour(0xa1111b))
    canvas.fill(Rect(8, 4, 48, 66), radius: 3, Colour(0xc9ccd0))
    canvas.fill(Rect(14, 0, 36, 64), radius: 3, Colour(0x262626))
    canvas.text("microSD", Point(32, 24), .white, tiny: true, horizontal: .centre)
    canvas.text("\(d.whole("size", default: 32, in: 4...128)) MB", Point(32, 38), .white.opacity(0.8), tiny: true, horizontal: .centre)
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3, Colour(0xd4b45c))
      canvas.text(p.name, Point(p.x - 5, p.y), .white, tiny: true, horizontal: .right, vertical: .middle)
    }
    canvas.circle(Point(32, 54), 3, view[0] == 0 ? Colour(0x104018) : view[0] > 1 ? Colour(0xffa030) : Colour(0x40ff60))
  }
}

/// The blocks of a card, most of them blank, with an empty FAT16 volume on them (FAT specification 1.03, §3): no partition table.
final class FATDisk {
  let blocks: UInt32
  /// By their number; never gone through.
  private var contents: [UInt32: [UInt8]] = [:]
  private static let blank = [UInt8](repeating: 0, count: 512)
  var used: Int { contents.count }

  init(blocks: UInt32) {
    self.blocks = blocks
    // Clusters so large that there are 4,085 to 65,524 of them.
    var perCluster: UInt32 = 1
    while blocks / perCluster > 32_768 { perCluster *= 2 }
    // Boot block, two tables, 512 entries of the root folder in 32 blocks.
    let table = (blocks / perCluster * 2 + 511) / 512 + 1
    var boot = Self.blank
    func put(_ value: UInt32, _ bytes: Int, at: Int) { for i in 0..<bytes { boot[at + i] = UInt8(truncatingIfNeeded: value >> UInt32(8 * i)) } }
    boot.replaceSubrange(0..<11, with: [0xeb, 0x3c, 0x90] + Array("TAYBERRY".utf8))
    put(512, 2, at: 11)
    put(perCluster, 1, at: 13)
    put(1, 2, at: 14)
    put(2, 1, at: 16)
    put(512, 2, at: 17)
    put(blocks < 0x10000 ? blocks : 0, 2, at: 19)
    put(0xf8, 1, at: 21)
    put(table, 2, at: 22)
    put(63, 2, at: 24)
    put(255, 2, at: 26)
    put(blocks < 0x10000 ? 0 : blocks, 4, at: 32)
    put(0x80, 1, at: 36)
    put(0x29, 1, at: 38)
    put(0x2040_1121, 4, at: 39)
    boot.replaceSubrange(43..<62, with: Array("SDCARD     FAT16   ".utf8))
    put(0xaa55, 2, at: 510)
    contents[0] = boot
    for t in [1, 1 + table] { contents[t] = [0xf8, 0xff, 0xff, 0xff] + [UInt8](repeating: 0, count: 508) }
    contents[1 + 2 * table] = Array("SDCARD     ".utf8) + [0x08] + [UInt8](repeating: 0, count: 500)
  }
  subscript(_ block: UInt32) -> [UInt8] {
    get { contents[block] ?? Self.blank }
    set { contents[block] = newValue }
  }
}
