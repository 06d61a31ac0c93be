import Emulation
import Picture
import Testing

@testable import OffChip

@Suite struct LampsTests {
  @Test(arguments: ["anode", "cathode"]) func rgb(common: String) throws {
    let b = PartBench(), cathode = common == "cathode"
    try b.add("wokwi-rgb-led", "x", cathode ? ["common": common] : [:], ["R": "r", "G": "g", "B": "b", "COM": cathode ? "GND" : "3V3"])
    for (i, pin) in ["r", "g", "b"].enumerated() {
      for p in ["r", "g", "b"] { b.drive(p, .strong((p == pin) == cathode)) }
      b.run(300_000_000)
      let v = b.view("x").values
      for k in 0..<3 { #expect(k == i ? v[k] > 0.8 : v[k] < 0.01, "\(pin): \(v)") }
    }
    // What lights up is seen in its colour.
    let picture = b.picture("x", scale: 1), blue = picture.pixel(31, 27)
    #expect(Int(blue.blue) > Int(blue.red) + 40, "\(String(blue.argb, radix: 16))")
  }
  @Test func barGraph() throws {
    let b = PartBench()
    var wires: [String: String] = [:]
    for i in 1...10 { wires["A\(i)"] = "GP\(i)"; wires["C\(i)"] = "GND" }
    try b.add("wokwi-led-bar-graph", "bar", ["color": "GYR"], wires)
    for i in 1...10 { b.drive("GP\(i)", .strong(i <= 4)) }
    b.run(300_000_000)
    #expect(b.view("bar").values.map { $0 > 0.5 } == (1...10).map { $0 <= 4 })
    #expect(
      LEDBar.colours(PartDescription(id: "", type: "", attributes: ["color": "BCYR"])) == ["blue"] + Array(repeating: "cyan", count: 4)
        + Array(repeating: "yellow", count: 3) + ["red", "red"])
  }
  private let patterns: [(Character, UInt8)] = [
    ("0", 0x3f), ("1", 0x06), ("2", 0x5b), ("3", 0x4f), ("4", 0x66), ("5", 0x6d), ("6", 0x7d), ("7", 0x07), ("8", 0x7f), ("9", 0x6f),
  ]

  @Test(arguments: ["anode", "cathode"]) func oneDigit(common: String) throws {
    let b = PartBench(), cathode = common == "cathode"
    var wires = ["COM.1": cathode ? "GND" : "3V3"]
    for (i, s) in SevenSegment.segments.enumerated() { wires[s] = "r\(i)" }
    try b.add("wokwi-7segment", "d", ["common": common], wires)
    for i in 0..<8 { try b.add("wokwi-resistor", "R\(i)", ["value": "220"], ["1": "GP\(i)", "2": "r\(i)"]) }
    for (character, bits) in patterns {
      for i in 0..<8 { b.drive("GP\(i)", .strong((bits >> UInt8(i) & 1 != 0) == cathode)) }
      b.run(300_000_000)
      #expect(b.view("d").text == String(character))
    }
  }
  /// Four digits share their segments; each is on for 2 ms out of 8. Nothing shows where it does not belong.
  @Test func multiplexing() throws {
    let b = PartBench(), number: [Character] = ["4", "0", "9", "7"]
    var wires: [String: String] = [:]
    for (i, s) in SevenSegment.segments.enumerated() { wires[s] = "r\(i)" }
    for i in 0..<4 { wires["DIG\(i + 1)"] = "D\(i)" }
    try b.add("wokwi-7segment", "d", ["common": "cathode", "digits": "4"], wires)
    for i in 0..<8 { try b.add("wokwi-resistor", "R\(i)", ["value": "100"], ["1": "GP\(i)", "2": "r\(i)"]) }
    for n in 0..<200 {
      let digit = n % 4, bits = patterns.first { $0.0 == number[digit] }!.1 | (digit == 1 ? 0x80 : 0)
      for i in 0..<4 { b.drive("D\(i)", .strong(true, milliamps: 12)) }
      for i in 0..<8 { b.drive("GP\(i)", .strong(bits >> UInt8(i) & 1 != 0, milliamps: 12)) }
      b.drive("D\(digit)", .strong(false, milliamps: 12))
      b.run(2_000_000)
    }
    #expect(b.view("d").text == "40.97", "\(b.view("d").values)")
    let lit = b.view("d").values.filter { $0 > 0.15 }
    #expect(lit.allSatisfy { $0 > 0.3 } && b.view("d").values.filter { $0 <= 0.15 }.allSatisfy { $0 < 0.02 })
    #expect(b.view("d").values[8 * 4] == 0, "no colon")
  }
  @Test func colon() throws {
    let b = PartBench()
    try b.add("wokwi-7segment", "clock", ["common": "anode", "digits": "4", "colon": "1"], ["COM": "3V3", "CLN": "GP0"])
    b.drive("GP0", .strong(false))
    b.run(300_000_000)
    #expect(b.view("clock").values.last! > 0.9)
  }
}

@Suite struct WS2812Tests {
  /// Bits on a net as a good driver makes them.
  private func send(_ b: PartBench, _ net: String, _ bytes: [UInt8], zero: UInt64 = 400, one: UInt64 = 800, bit: UInt64 = 1250) {
    for byte in bytes {
      for i in (0..<8).reversed() {
        let high = byte >> UInt8(i) & 1 != 0 ? one : zero
        b.drive(net, .strong(true))
        b.run(high)
        b.drive(net, .strong(false))
        b.run(bit - high)
      }
    }
  }
  private func pixels(_ b: PartBench, _ id: String) -> [UInt32] { b.view(id).picture!.pixels.map { $0 & 0xff_ffff } }

  @Test func onePixel() throws {
    let b = PartBench()
    try b.add("wokwi-neopixel", "n", [:], ["DIN": "GP0", "VDD": "VBUS", "VSS": "GND"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", [0x12, 0xfe, 0x80])
    #expect(pixels(b, "n") == [0], "it shows after the pause")
    b.run(60_000)
    #expect(pixels(b, "n") == [0xfe1280] && b.view("n").picture!.version == 1)
    send(b, "GP0", [0x12, 0xfe, 0x80])
    b.run(60_000)
    #expect(b.view("n").picture!.version == 1, "nothing has changed")
  }
  /// The limits of the data sheet's tolerances (±150 ns) are read right.
  @Test(arguments: [(250, 650), (550, 950), (300, 900), (400, 800)] as [(UInt64, UInt64)]) func tolerance(zero: UInt64, one: UInt64) throws {
    let b = PartBench()
    try b.add("wokwi-led-strip", "s", ["pixels": "2"], ["DIN": "GP0"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", [1, 2, 3, 0xaa, 0x55, 0xff], zero: zero, one: one)
    b.run(300_000)
    #expect(pixels(b, "s") == [0x020103, 0x55aaff])
  }
  @Test func aShortFrameLeavesTheRest() throws {
    let b = PartBench()
    try b.add("wokwi-led-strip", "s", ["pixels": "3"], ["DIN": "GP0"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", [UInt8](repeating: 9, count: 9))
    b.run(60_000)
    send(b, "GP0", [1, 1, 1, 7])
    b.run(60_000)
    #expect(pixels(b, "s") == [0x010101, 0x090909, 0x090909], "half a pixel is none")
    // A pause in the middle ends the frame; one of 8 µs does not.
    send(b, "GP0", [2, 2, 2])
    b.run(8_000)
    send(b, "GP0", [3, 3, 3])
    b.run(60_000)
    #expect(pixels(b, "s") == [0x020202, 0x030303, 0x090909])
  }
  @Test func chainsOfParts() throws {
    let b = PartBench()
    try b.add("wokwi-neopixel", "a", [:], ["DIN": "GP0", "DOUT": "x"])
    try b.add("wokwi-led-ring", "b", ["pixels": "2"], ["DIN": "x", "DOUT": "y"])
    try b.add("wokwi-neopixel", "c", [:], ["DIN": "y"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", (1...12).map { UInt8($0) })
    b.run(60_000)
    #expect(pixels(b, "a") + pixels(b, "b") + pixels(b, "c") == [0x020103, 0x050406, 0x080709, 0x0b0a0c])
  }
  @Test func matrixLayouts() throws {
    for layout in ["", "serpentine"] {
      let b = PartBench()
      try b.add("wokwi-led-matrix", "m", ["rows": "2", "cols": "3", "layout": layout], ["DIN": "GP0"])
      b.drive("GP0", .strong(false))
      send(b, "GP0", (1...6).flatMap { [0, UInt8($0), 0] })
      b.run(60_000)
      #expect(pixels(b, "m").map { $0 >> 16 } == (layout.isEmpty ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 6, 5, 4]))
    }
  }
  @Test func colourIsSeen() throws {
    let b = PartBench()
    try b.add("wokwi-led-strip", "s", ["pixels": "2"], ["DIN": "GP0"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", [0, 255, 0, 255, 0, 0])
    b.run(60_000)
    let picture = b.picture("s", scale: 1)
    let (red, green) = (picture.pixel(37, 27), picture.pixel(71, 27))
    #expect(red.red > 200 && red.green < 100 && green.green > 200 && green.red < 100, "\(red) \(green)")
  }
  @Test func slowPulsesAreReported() throws {
    let b = PartBench()
    try b.add("wokwi-neopixel", "n", [:], ["DIN": "GP0"])
    b.drive("GP0", .strong(false))
    send(b, "GP0", [1], zero: 10_000, one: 20_000, bit: 40_000)
    #expect(b.reports.first?.contains("a pulse of 10 µs") == true)
  }
}
