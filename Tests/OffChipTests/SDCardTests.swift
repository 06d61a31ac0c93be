import Emulation
import Testing

@testable import OffChip

/// The card as a driver meets it, bit by bit (SD Physical Layer Simplified Specification, §7.2).
@Suite struct SDCardTests {
  private let b = PartBench(), spi: SPIMaster
  init() throws {
    let bench = b
    try bench.add("wokwi-microsd-card", "sd", [:], ["SCK": "sck", "DI": "mosi", "DO": "miso", "CS": "cs"])
    spi = SPIMaster(bench, into: "miso")
  }
  /// A command; its first answer byte, and `count` more.
  private func command(_ number: UInt8, _ argument: UInt32 = 0, crc: UInt8? = nil, more count: Int = 0) -> [UInt8] {
    let body = [0x40 | number] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: argument >> $0) }
    spi.send(body + [crc ?? SDCard.crc7(body) << 1 | 1])
    for _ in 0..<8 {
      let r = spi.exchange(0xff)
      if r & 0x80 == 0 { return [r] + (0..<count).map { _ in spi.exchange(0xff) } }
    }
    return []
  }
  private func start() {
    for _ in 0..<10 { spi.exchange(0xff) }
    spi.selected {
      #expect(command(0, crc: 0x95) == [1])
      #expect(command(8, 0x1aa, crc: 0x87, more: 4) == [1, 0, 0, 1, 0xaa])
      #expect(command(55) == [1] && command(41, 0x4000_0000) == [0])
      #expect(command(58, more: 4) == [0, 0xc0, 0xff, 0x80, 0])
    }
  }
  private func token(_ wanted: UInt8) -> Bool {
    for _ in 0..<2000 {
      let r = spi.exchange(0xff)
      if r == wanted { return true }
      if r != 0xff { return false }
    }
    return false
  }
  private func block(_ n: Int = 512) -> [UInt8] {
    #expect(token(0xfe))
    let data = (0..<n).map { _ in spi.exchange(0xff) }, crc = [spi.exchange(0xff), spi.exchange(0xff)]
    #expect(SDCard.crc16(data) == UInt16(crc[0]) << 8 | UInt16(crc[1]))
    return data
  }
  private func waitWhileBusy() -> UInt64 {
    let start = b.now
    while spi.exchange(0xff) == 0 {}
    return b.now - start
  }

  @Test func checkSums() {
    // The specification's examples: CMD0 has 0x95, CMD17 0x55 with its stop bit; 512 bytes of 0xff have 0x7fa1.
    #expect(SDCard.crc7([0x40, 0, 0, 0, 0]) << 1 | 1 == 0x95 && SDCard.crc7([0x51, 0, 0, 0, 0]) << 1 | 1 == 0x55)
    #expect(SDCard.crc16([UInt8](repeating: 0xff, count: 512)) == 0x7fa1)
  }
  @Test func itBegins() {
    spi.selected { #expect(command(17) == [5] || command(17) == [], "nothing before it has been told to begin") }
    spi.selected { #expect(command(0, crc: 0x11) == [9], "a wrong check sum") }
    start()
    spi.selected {
      #expect(command(9) == [0])
      let csd = block(16)
      #expect(csd[0] == 0x40 && (Int(csd[7]) << 16 | Int(csd[8]) << 8 | Int(csd[9]) + 1) * 512 == 32 << 10, "32 MB")
      #expect(SDCard.crc7(Array(csd[..<15])) << 1 | 1 == csd[15])
      #expect(command(10) == [0] && block(16)[0] == 0x54)
      #expect(command(13, more: 1) == [0, 0] && command(5) == [4])
    }
  }
  /// An empty FAT16 volume that `fsck.fat` likes: see also the board's test.
  @Test func itIsFormatted() {
    start()
    spi.selected {
      #expect(command(17, 0) == [0])
      let boot = block()
      #expect(boot[510] == 0x55 && boot[511] == 0xaa && Array(boot[54..<62]) == Array("FAT16   ".utf8))
      #expect(command(17, 65_535) == [0] && block().allSatisfy { $0 == 0 })
      #expect(command(17, 65_536) == [0x40], "beyond its end")
    }
  }
  @Test func blocksAreWrittenAndRead() {
    start()
    let one = (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    spi.selected {
      #expect(command(24, 1000) == [0])
      spi.send([0xff, 0xfe] + one + [0, 0])
      #expect(spi.exchange(0xff) & 0x1f == 5, "accepted")
      #expect((500_000...700_000).contains(waitWhileBusy()))
      #expect(command(17, 1000) == [0] && block() == one)
      #expect(command(17, 1001) == [0] && block().allSatisfy { $0 == 0 })
    }
    // Many at once, ended by their token, read back by CMD18 and CMD12.
    spi.selected {
      #expect(command(55) == [0] && command(23, 3) == [0] && command(25, 2000) == [0])
      for i in 0..<3 as Range<UInt8> {
        spi.send([0xfc] + [UInt8](repeating: i + 1, count: 512) + [0, 0])
        #expect(spi.exchange(0xff) & 0x1f == 5)
        _ = waitWhileBusy()
      }
      spi.send([0xfd, 0xff])
      _ = waitWhileBusy()
      #expect(command(18, 1999) == [0])
      for i in 0..<4 as Range<UInt8> { #expect(block() == [UInt8](repeating: i, count: 512)) }
      spi.send([0x4c, 0, 0, 0, 0, 0x61])
      _ = spi.exchange(0xff)
      #expect((0..<8).map { _ in spi.exchange(0xff) }.contains(0))
      #expect(command(55) == [0] && command(22) == [0] && block(4) == [0, 0, 0, 3])
    }
    #expect(b.view("sd")[0] == 2 || b.view("sd")[0] == 1)
  }
  @Test func dataWithWrongCheckSumsIsRefusedIfAsked() {
    start()
    spi.selected {
      #expect(command(59, 1) == [0] && command(24, 50) == [0])
      let data = [UInt8](repeating: 0xff, count: 512)
      spi.send([0xfe] + data + [0, 0])
      #expect(spi.exchange(0xff) & 0x1f == 0x0b)
      _ = waitWhileBusy()
      #expect(command(24, 50) == [0])
      spi.send([0xfe] + data + [0x7f, 0xa1])
      #expect(spi.exchange(0xff) & 0x1f == 5)
      _ = waitWhileBusy()
      #expect(command(17, 50) == [0] && block() == data && command(17, 51, crc: 1) == [8])
    }
  }
  @Test func whileItIsNotSelectedItIsQuiet() {
    start()
    for _ in 0..<4 { spi.exchange(0x51) }
    #expect(b.level("miso") == .high, "pulled up")
  }
}
