import Emulation
import Testing

@testable import OffChip

@Suite struct OldPartsTests {
  /// Both boards, with commands and data as libraries send them.
  @Test(arguments: ["board-nokia-5110", "wokwi-nokia-5110-screen"]) func telephoneDisplay(type: String) throws {
    let b = PartBench()
    try b.add(type, "n", [:], ["CLK": "sck", "DIN": "mosi", "CE": "cs", "DC": "dc", "RST": "rst", "BL": "bl"])
    let spi = SPIMaster(b)
    func command(_ bytes: [UInt8]) { b.drive("dc", .strong(false)); spi.selected { spi.send(bytes) } }
    func data(_ bytes: [UInt8]) { b.drive("dc", .strong(true)); spi.selected { spi.send(bytes) } }
    func dark(_ x: Int, _ y: Int) -> Bool { b.view("n").picture!.pixels[y * 84 + x] == 0xff1c_2a20 }
    func count() -> Int { b.view("n").picture!.pixels.count { $0 == 0xff1c_2a20 } }
    b.drive("rst", .strong(false))
    b.drive("rst", .strong(true))
    #expect(count() == 0 && b.view("n").values == [0, 0, 0])
    command([0x21, 0xbf, 0x04, 0x14, 0x20, 0x0c, 0x80, 0x40])
    data([UInt8](repeating: 0, count: 504))
    #expect(count() == 0 && b.view("n").values == [1, 0, 0x3f])
    command([0x80 | 82, 0x45])
    data([0x01, 0x80, 0xff])
    #expect(dark(82, 40) && dark(83, 47) && (0..<8).allSatisfy { dark(0, $0) } && count() == 10, "the end of the last row leads to the first")
    command([0x22, 0x80, 0x40])
    data([0x02, 0x04])
    #expect(dark(0, 1) && dark(0, 10) && count() == 10 - 8 + 2, "downwards")
    let before = b.view("n")
    b.drive("bl", .strong(true))
    #expect(b.view("n") != before && b.view("n").values[1] == 1)
    command([0x20, 0x0d])
    #expect(count() == 84 * 48 - 4)
    command([0x09])
    #expect(count() == 84 * 48)
    command([0x24])
    #expect(count() == 0)
  }
  @Test func dial() throws {
    for (digit, pulses) in [("1", 1), ("7", 7), ("0", 10)] {
      let b = PartBench()
      try b.add("wokwi-rotary-dialer", "d", [:], ["GND": "GND", "DIAL": "d", "PULSE": "p"])
      b.drive("d", .weak(true))
      b.drive("p", .weak(true))
      #expect(b.level("d") == .high && b.level("p") == .low)
      b.set("d", digit, 1)
      b.set("d", digit, 0)
      #expect(b.level("d") == .low)
      var rises = 0, last = Level.low
      for _ in 0..<3000 {
        b.run(1_000_000)
        if b.level("p") == .high && last == .low { rises += 1 }
        last = b.level("p")
        if b.level("d") == .high { break }
      }
      #expect(rises == pulses && b.level("d") == .high && b.level("p") == .low && b.now / 1_000_000 == UInt64(500 + 100 * pulses))
    }
  }
}
