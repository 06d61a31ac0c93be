import Emulation
import Picture
import Testing

@testable import OffChip

@Suite struct DisplaysTests {
  /// What MicroPython's driver for the SSD1306 sends first.
  static let oledStart: [UInt8] = [
    0xae, 0x20, 0x00, 0x40, 0xa1, 0xa8, 63, 0xc8, 0xd3, 0, 0xda, 0x12, 0xd5, 0x80, 0xd9, 0xf1, 0xdb, 0x30, 0x81, 0xff, 0xa4, 0xa6, 0x8d, 0x14, 0xaf,
  ]
  /// The lit points of a display, as (x, y).
  static func lit(_ view: PartView) -> [[Int]] {
    guard let p = view.picture else { return [] }
    let dark = p.pixels.min()!
    return p.pixels.indices.filter { p.pixels[$0] != dark }.map { [$0 % p.width, $0 / p.width] }
  }
  @Test(arguments: ["board-ssd1306", "wokwi-ssd1306"]) func oled(type: String) throws {
    let b = PartBench(), small = type == "board-ssd1306"
    try b.add(type, "o", [:], small ? ["SCL": "scl", "SDA": "sda"] : ["CLK": "scl", "DATA": "sda"])
    let bus = I2CMaster(b)
    #expect(!bus.write(0x3d, []) && bus.write(0x3c, []), "its address")
    #expect(Self.lit(b.view("o")).isEmpty, "off, whatever memory holds")
    for c in Self.oledStart { #expect(bus.write(0x3c, [0x80, c])) }
    bus.write(0x3c, [0x00, 0x21, 0, 127, 0x22, 0, 7])
    var memory = [UInt8](repeating: 0, count: 1024)
    // Column 3 of page 0, points 0 and 7; column 127 of page 7, point 63.
    (memory[3], memory[1023]) = (0x81, 0x80)
    bus.write(0x3c, [0x40] + memory)
    #expect(Self.lit(b.view("o")) == [[3, 0], [3, 7], [127, 63]])
    bus.write(0x3c, [0x00, 0xa7])
    #expect(Self.lit(b.view("o")).count == 128 * 64 - 3)
    bus.write(0x3c, [0x00, 0xa6, 0x42])
    #expect(Self.lit(b.view("o")) == [[127, 61], [3, 62], [3, 5]].sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }, "two lines up")
    bus.write(0x3c, [0x00, 0x40, 0xae])
    #expect(Self.lit(b.view("o")).isEmpty)
    #expect(
      differences(
        b.picture("o"),
        {
          bus.write(0x3c, [0x00, 0xaf, 0xa5]); return b.picture("o")
        }()) > 1000, "all on shows")
  }
  @Test func oledAddressingModes() throws {
    let b = PartBench(), bus = I2CMaster(b)
    try b.add("board-ssd1306", "o", ["i2cAddress": "0x3D"], ["SCL": "scl", "SDA": "sda"])
    bus.write(0x3d, [0x00] + Self.oledStart)
    bus.write(0x3d, [0x00, 0x21, 0, 127, 0x22, 0, 7])
    bus.write(0x3d, [0x40] + [UInt8](repeating: 0, count: 1024))
    // Vertical, within a window.
    bus.write(0x3d, [0x00, 0x20, 1, 0x21, 10, 11, 0x22, 1, 2])
    bus.write(0x3d, [0x40, 1, 2, 4, 8])
    #expect(Self.lit(b.view("o")) == [[10, 8], [11, 10], [10, 17], [11, 19]])
    // Pages.
    bus.write(0x3d, [0x00, 0x20, 2, 0xb7, 0x1f & 0x17, 0x0e])
    bus.write(0x3d, [0x40, 0x10, 0x20])
    #expect(Self.lit(b.view("o")).suffix(2) == [[126, 60], [127, 61]])
    #expect(throws: PartError.self) { try b.add("board-ssd1306", "x", ["i2cAddress": "soon"]) }
  }
  @Test func oledOverSPI() throws {
    let b = PartBench()
    try b.add("wokwi-ssd1306", "o", [:], ["CLK": "sck", "DATA": "mosi", "DC": "dc", "CS": "cs", "RST": "rst"])
    b.drive("rst", .strong(true))
    let bus = SPIMaster(b)
    func send(_ data: Bool, _ bytes: [UInt8]) { b.drive("dc", .strong(data)); bus.selected { bus.send(bytes) } }
    send(false, Self.oledStart + [0x21, 0, 127, 0x22, 0, 7])
    send(true, [UInt8](repeating: 0, count: 1023) + [1])
    #expect(Self.lit(b.view("o")) == [[127, 56]])
    b.drive("rst", .strong(false))
    #expect(Self.lit(b.view("o")).isEmpty)
  }

  /// Four bits through a backpack, as the usual libraries do it.
  @Test(arguments: [("wokwi-lcd1602", 16, 2), ("wokwi-lcd2004", 20, 4)]) func characterDisplay(_ kind: (String, Int, Int)) throws {
    let b = PartBench(), bus = I2CMaster(b), (type, columns, rows) = kind
    try b.add(type, "l", ["pins": "i2c"], ["SCL": "scl", "SDA": "sda"])
    func half(_ v: UInt8, _ select: UInt8) {
      bus.write(0x27, [v & 0xf0 | 0x08 | select | 4])
      bus.write(0x27, [v & 0xf0 | 0x08 | select])
    }
    func send(_ v: UInt8, _ select: UInt8 = 0) { half(v, select); half(v << 4, select); b.run(!(select == 1) && v < 4 ? 2_000_000 : 40_000) }
    func text(_ s: String) { for c in s.utf8 { send(c, 1) } }
    for _ in 0..<3 { half(0x30, 0); b.run(5_000_000) }
    half(0x20, 0)
    b.run(1_000_000)
    for c in [0x28, 0x0c, 0x06, 0x01] as [UInt8] { send(c) }
    text("Hello, world")
    send(0xc0)
    text("23.5")
    send(0xdf, 1)
    text("C")
    let lines = b.view("l").text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.count == rows && lines[0] == "Hello, world" + String(repeating: " ", count: columns - 12))
    #expect(lines[1].hasPrefix("23.5°C "))
    if rows == 4 {
      send(0x80 + 20)
      text("third")
      #expect(b.view("l").text.split(separator: "\n")[2].hasPrefix("third"))
    }
    // A character of its own, and the cursor.
    send(0x40)
    for row in [31, 17, 17, 17, 17, 17, 31, 0] as [UInt8] { send(row, 1) }
    send(0x80)
    send(0, 1)
    let p = b.view("l").picture!, ink = p.pixels[0]
    #expect((0..<5).map { p.pixels[$0] == ink } == [true, true, true, true, true])
    #expect((0..<5).map { p.pixels[p.width + $0] == ink } == [true, false, false, false, true])
    #expect(p.width == columns * 6 - 1 && p.height == rows * 9 - 1)
    // Shifted to the left by one, and off.
    send(0x18)
    #expect(b.view("l").text.hasPrefix("ello"))
    send(0x08)
    #expect(b.view("l").text == "")
    #expect(b.view("l")[0] == 1)
    bus.write(0x27, [0])
    #expect(b.view("l")[0] == 0, "backlight off")
    #expect(b.reports.isEmpty)
    // The clear takes 1.5 ms: what comes meanwhile is not seen.
    half(0, 0); half(0x10, 0)
    half(0x40, 1); half(0x10, 1)
    #expect(b.reports.count == 1)
  }
  /// All pins, eight bits, with the busy flag.
  @Test func characterDisplayInParallel() throws {
    let b = PartBench()
    var wires = ["RS": "rs", "RW": "rw", "E": "e"]
    for i in 0..<8 { wires["D\(i)"] = "d\(i)" }
    try b.add("wokwi-lcd1602", "l", [:], wires)
    for net in ["rs", "rw", "e"] { b.drive(net, .strong(false)) }
    func pulse() { b.drive("e", .strong(true)); b.run(500); b.drive("e", .strong(false)); b.run(500) }
    func busy() -> Bool {
      for i in 0..<8 { b.drive("d\(i)", .none) }
      b.drive("rs", .strong(false)); b.drive("rw", .strong(true)); b.drive("e", .strong(true))
      b.run(500)
      let high = b.level("d7") == .high
      b.drive("e", .strong(false)); b.drive("rw", .strong(false))
      return high
    }
    func send(_ v: UInt8, data: Bool = false) {
      b.drive("rs", .strong(data))
      for i in 0..<8 { b.drive("d\(i)", .strong(v >> UInt8(i) & 1 != 0)) }
      pulse()
      var n = 0
      while busy() && n < 10_000 { n += 1 }
      #expect(n > 10 && n < 10_000)
    }
    for c in [0x38, 0x0f, 0x01, 0x06] as [UInt8] { send(c) }
    for c in "gpq".utf8 { send(c, data: true) }
    #expect(b.view("l").text.hasPrefix("gpq ") && b.reports.isEmpty)
    #expect(b.view("l").picture != nil)
    // Read back what was written.
    send(0x81)
    for i in 0..<8 { b.drive("d\(i)", .none) }
    b.drive("rs", .strong(true)); b.drive("rw", .strong(true)); b.drive("e", .strong(true))
    b.run(500)
    #expect((0..<8).reduce(UInt8(0)) { $0 | (b.level("d\($1)") == .high ? 1 << UInt8($1) : 0) } == UInt8(ascii: "p"))
    b.drive("e", .strong(false))
  }

  @Test func colourDisplay() throws {
    let b = PartBench()
    try b.add("wokwi-ili9341", "d", [:], ["SCK": "sck", "MOSI": "mosi", "MISO": "miso", "CS": "cs", "D/C": "dc", "LED": "led"])
    let bus = SPIMaster(b, into: "miso")
    func command(_ c: UInt8, _ data: [UInt8] = []) {
      bus.selected {
        b.drive("dc", .strong(false)); bus.send([c]); b.drive("dc", .strong(true)); bus.send(data)
      }
    }
    func pixel(_ x: Int, _ y: Int) -> UInt32 { b.view("d").picture!.pixels[y * 240 + x] & 0xff_ffff }
    for (c, data) in [(0x01, []), (0x11, []), (0x3a, [0x55]), (0x36, [0x48]), (0x29, [])] as [(UInt8, [UInt8])] { command(c, data) }
    // Red, green and blue from (10, 20) to the right, then the next row of the window.
    command(0x2a, [0, 10, 0, 12])
    command(0x2b, [0, 20, 0, 21])
    command(0x2c, [0xf8, 0x00, 0x07, 0xe0, 0x00, 0x1f, 0xff, 0xff])
    #expect([pixel(10, 20), pixel(11, 20), pixel(12, 20), pixel(10, 21), pixel(13, 20)] == [0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0])
    // Landscape: x along the long side.
    command(0x36, [0x28])
    command(0x2a, [1, 0x3f, 1, 0x3f])
    command(0x2b, [0, 5, 0, 5])
    command(0x2c, [0xff, 0xe0])
    #expect(pixel(239 - 5, 319) == 0xffff00)
    // Drivers that give the width for the last column: the row ends with the memory, 320 pixels on.
    command(0x2a, [0, 0, 1, 0x40])
    command(0x2b, [0, 0, 0, 0xf0])
    command(0x2c, [UInt8](repeating: 0, count: 640 * 7) + [0x07, 0xe0])
    #expect(pixel(239 - 7, 0) == 0x00ff00 && pixel(239 - 6, 319) == 0)
    command(0x2a, [0, 10, 0, 12]); command(0x2b, [0, 20, 0, 21]); command(0x36, [0x48])
    command(0x2c, [0xf8, 0x00, 0x07, 0xe0, 0x00, 0x1f, 0xff, 0xff])
    // Eighteen bits, and back: a dummy byte, then three bytes a pixel.
    command(0x36, [0x48])
    command(0x3a, [0x66])
    command(0x2a, [0, 0, 0, 1]); command(0x2b, [0, 0, 0, 0])
    command(0x2c, [0x84, 0x40, 0xfc, 0x00, 0xfc, 0x00])
    #expect(pixel(0, 0) & 0xfcfcfc == 0x8440fc)
    bus.selected {
      b.drive("dc", .strong(false)); bus.send([0x2e]); b.drive("dc", .strong(true))
      #expect((0..<7).map { _ in bus.exchange(0) } == [0, 0x84, 0x40, 0xfc, 0, 0xfc, 0])
    }
    bus.selected {
      b.drive("dc", .strong(false)); bus.send([0xd3]); b.drive("dc", .strong(true))
      #expect((0..<4).map { _ in bus.exchange(0) } == [0, 0, 0x93, 0x41])
    }
    command(0x21)
    #expect(pixel(100, 100) == 0xffffff)
    command(0x20)
    // Scrolled up by 20 lines.
    command(0x33, [0, 0, 1, 0x40, 0, 0])
    command(0x37, [0, 20])
    #expect(pixel(10, 0) == 0xff0000)
    let lit = b.picture("d")
    b.drive("led", .strong(false))
    #expect(b.view("d")[0] == 0 && differences(lit, b.picture("d")) > 100)
  }
  @Test func squareDisplayAndTouch() throws {
    let b = PartBench()
    try b.add("board-st7789", "d", [:], ["SCL": "sck", "SDA": "mosi", "CS": "cs", "DC": "dc"])
    let bus = SPIMaster(b)
    func command(_ c: UInt8, _ data: [UInt8] = []) {
      bus.selected {
        b.drive("dc", .strong(false)); bus.send([c]); b.drive("dc", .strong(true)); bus.send(data)
      }
    }
    for (c, data) in [(0x11, []), (0x3a, [0x05]), (0x21, []), (0x29, []), (0x2a, [0, 7, 0, 7]), (0x2b, [0, 9, 0, 9]), (0x2c, [0xf8, 0])] as [(UInt8, [UInt8])] {
      command(c, data)
    }
    #expect(b.view("d").picture!.pixels[9 * 240 + 7] == 0xffff0000)
    // The memory has 320 rows, of which the first 240 are seen: upside down they are the last ones.
    for (c, data) in [(0x36, [0xc0]), (0x2a, [0, 7, 0, 7]), (0x2b, [0, 89, 0, 89]), (0x2c, [0x07, 0xe0])] as [(UInt8, [UInt8])] { command(c, data) }
    let picture = b.view("d").picture!
    #expect(picture.height == 240 && picture.pixels[(239 - 9) * 240 + 239 - 7] == 0xff00ff00)
    try b.add("board-ili9341-cap-touch", "t", [:], ["SCL": "scl", "SDA": "sda"])
    let touch = I2CMaster(b)
    #expect(touch.read(0x38, register: 2, 1) == [0])
    b.set("t", "x", 39); b.set("t", "y", 19); b.set("t", "touched", 1)
    #expect(touch.read(0x38, register: 2, 5) == [1, 0x80, 200, 1, 44], "from the lower right")
  }

  @Test func matrices() throws {
    let b = PartBench()
    try b.add("wokwi-max7219-matrix", "m", ["chain": "2", "layout": "fc16"], ["CLK": "sck", "DIN": "mosi", "CS": "cs", "DOUT": "next"])
    let bus = SPIMaster(b, into: "next")
    func both(_ register: UInt8, _ first: UInt8, _ second: UInt8) { bus.selected { bus.send([register, second, register, first]) } }
    func rows() -> [String] { (0..<8).map { y in String((0..<16).map { b.view("m")[y * 16 + $0] > 0 ? "#" : "." }) } }
    both(12, 1, 1); both(11, 7, 7); both(9, 0, 0); both(10, 15, 15); both(15, 0, 0)
    for i in 1...8 { both(UInt8(i), 0, 0) }
    both(1, 0x80, 0x01)
    both(8, 0xff, 0)
    #expect(rows()[0] == "#..............#" && rows()[7] == "########........" && rows()[3] == "................")
    let bright = b.view("m")[0]
    both(10, 0, 15)
    #expect(b.view("m")[0] < bright && b.view("m")[15] == bright, "each has its own intensity")
    bus.selected { bus.send([12, 0]) }
    #expect(rows()[0] == "...............#", "the first one went off; the second got what the first had")
    both(15, 1, 0)
    #expect(rows()[3] == "########........")
    // What went in comes out 32 clocks later.
    bus.selected {
      bus.send([0x12, 0x34, 0x56, 0x78]); #expect((0..<4).map { _ in bus.exchange(0) } == [0x12, 0x34, 0x56, 0x78])
    }
  }

  @Test func fourDigits() throws {
    let b = PartBench()
    try b.add("wokwi-tm1637-7segment", "d", [:], ["CLK": "clk", "DIO": "dio"])
    func set(_ net: String, _ high: Bool) { b.drive(net, high ? .none : .strong(false)); b.run(2500) }
    func send(_ bytes: [UInt8]) {
      set("dio", false); set("clk", false)
      for byte in bytes {
        for i in 0..<8 { set("dio", byte >> UInt8(i) & 1 != 0); set("clk", true); set("clk", false) }
        set("dio", true)
        #expect(b.level("dio") == .low, "acknowledged")
        set("clk", true); set("clk", false)
        #expect(b.level("dio") == .high)
      }
      set("dio", false); set("clk", true); set("dio", true)
    }
    send([0x40])
    send([0xc0, 0x06, 0x5b | 0x80, 0x4f, 0x66])
    #expect(b.view("d").text == "")
    send([0x8f])
    #expect(b.view("d").text == "12.34" && b.view("d")[15] == 1)
    send([0x88])
    #expect(b.view("d")[15] < 1 && b.view("d")[15] > 0)
    send([0x44])
    send([0xc3, 0x6d])
    #expect(b.view("d").text == "12.35")
    send([0x80])
    #expect(b.view("d").text == "")
  }
}
