import Emulation
import Testing

@testable import OffChip

@Suite struct MoreSensorsTests {
  @Test func gas() throws {
    let b = PartBench()
    try b.add("wokwi-gas-sensor", "g", [:], ["VCC": "VBUS", "GND": "GND", "AOUT": "a", "DOUT": "d"])
    b.run(10)
    let clean = b.millivolts("a")
    #expect((1900...2050).contains(clean) && b.level("d") == .high)
    b.set("g", "ppm", 1000)
    #expect(abs(b.millivolts("a") - 2500) < 5)
    b.set("g", "ppm", 100_000)
    #expect(b.millivolts("a") > 4400 && b.level("d") == .low, "an alarm is a low")
    b.set("g", "ppm", 0.1)
    #expect(b.millivolts("a") < clean && b.level("d") == .high)
    let c = PartBench()
    try c.add("wokwi-gas-sensor", "g", ["ppm": "5000", "threshold": "2"], ["VCC": "3V3", "GND": "GND", "AOUT": "a", "DOUT": "d"])
    c.run(10)
    #expect(c.level("d") == .low)
    #expect(throws: PartError.self) { try c.add("wokwi-gas-sensor", "h", ["ppm": "much"]) }
  }
  @Test func linearThermometer() throws {
    let b = PartBench()
    try b.add("board-lm35", "t", ["temperature": "25.5"], ["OUT": "a"])
    #expect(b.millivolts("a") == 255)
    b.set("t", "temperature", 100)
    #expect(b.millivolts("a") == 1000)
  }
  /// The data sheet's own example, and the values that a program computes from what it reads.
  @Test func barometer() throws {
    #expect(BMP180.temperature(27_898) == 150 && BMP180.pressure(23_843, 27_898, 0) == 69_964)
    let b = PartBench(), bus = I2CMaster(b)
    try b.add("board-bmp180", "p", ["temperature": "-12.3", "pressure": "954.21"], ["SCL": "scl", "SDA": "sda"])
    #expect(bus.read(0x77, register: 0xd0, 1) == [0x55] && bus.read(0x77, register: 0xaa, 4) == [1, 152, 255, 184])
    func measure() -> (Int, [Int]) {
      bus.write(0x77, [0xf4, 0x2e])
      #expect(bus.read(0x77, register: 0xf4, 1)[0] & 0x20 != 0, "busy")
      b.run(4_600_000)
      #expect(bus.read(0x77, register: 0xf4, 1)[0] & 0x20 == 0)
      let t = bus.read(0x77, register: 0xf6, 2), ut = Int(t[0]) << 8 | Int(t[1])
      let pressures = (0..<4).map { over in
        bus.write(0x77, [0xf4, 0x34 | UInt8(over) << 6])
        b.run(26_000_000)
        let p = bus.read(0x77, register: 0xf6, 3)
        return BMP180.pressure((Int(p[0]) << 16 | Int(p[1]) << 8 | Int(p[2])) >> (8 - over), ut, over)
      }
      return (BMP180.temperature(ut), pressures)
    }
    var (t, p) = measure()
    #expect(t == -123 && p.allSatisfy { abs($0 - 95_421) <= 4 }, "\(t) \(p)")
    b.set("p", "temperature", 40)
    b.set("p", "pressure", 1100)
    (t, p) = measure()
    #expect(t == 400 && p.allSatisfy { abs($0 - 110_000) <= 4 }, "\(t) \(p)")
  }
  @Test(arguments: [("50kg", 20.0, 8400), ("5kg", 5.0, 2100), ("gauge", 0.0, 0)]) func scales(kind: (String, Double, Int)) throws {
    let b = PartBench()
    try b.add("wokwi-hx711", "s", ["type": kind.0], ["DT": "dt", "SCK": "sck"])
    b.drive("sck", .strong(false))
    func read(_ pulses: Int) -> Int {
      for _ in 0..<5000 where b.level("dt") == .high { b.run(1_000_000) }
      #expect(b.level("dt") == .low, "a sample is ready")
      var word = 0
      for i in 0..<pulses {
        b.drive("sck", .strong(true))
        b.run(1000)
        if i < 24 { word = word << 1 | (b.level("dt") == .high ? 1 : 0) }
        b.drive("sck", .strong(false))
        b.run(1000)
      }
      #expect(b.level("dt") == .high)
      return word
    }
    #expect(b.level("dt") == .high, "it settles first")
    b.run(399_000_000)
    #expect(b.level("dt") == .high)
    b.set("s", "load", kind.1)
    #expect(read(25) == kind.2)
    let start = b.now
    #expect(read(27) == kind.2 && (90_000_000...110_000_000).contains(b.now - start), "ten samples a second")
    #expect(read(26) == kind.2 / 2, "the gain of 64 that the read before has chosen")
    #expect(read(25) == 0, "channel B is open")
    // Off, and on again as after power-on.
    b.drive("sck", .strong(true))
    b.run(200_000_000)
    #expect(b.level("dt") == .high && b.view("s")[1] == 0)
    b.drive("sck", .strong(false))
    b.run(300_000_000)
    #expect(b.level("dt") == .high)
    #expect(read(25) == kind.2)
  }
  private final class Log: NetListener {
    var edges: [(Bool, UInt64)] = []
    func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { edges.append((level == .high, instant.nanoseconds)) }
    /// Lengths of what lies between edges, in microseconds.
    var spans: [Int] { zip(edges, edges.dropFirst()).map { Int($1.1 - $0.1) / 1000 } }
  }
  /// NEC: what a receiver's program measures between edges.
  @Test func infrared() throws {
    let b = PartBench(), log = Log()
    try b.add("wokwi-ir-remote", "r")
    try b.add("wokwi-ir-receiver", "i", [:], ["DAT": "d"])
    try b.add("wokwi-ir-receiver", "j", [:], ["DAT": "e"])
    #expect(b.level("d") == .high)
    b.circuit.listen(to: b.net("d"), log)
    b.set("r", "play", 1)
    #expect(b.level("d") == .low && b.level("e") == .low && b.view("r").values == [1, 8 - 1])
    b.run(100_000_000)
    #expect(log.edges.count == 68)
    let s = log.spans
    #expect(s[0] == 9000 && s[1] == 4500)
    let bits = (0..<32).map { s[3 + 2 * $0] > 1000 ? 1 : 0 }, bytes = (0..<4).map { k in (0..<8).reduce(0) { $0 | bits[8 * k + $1] << $1 } }
    #expect(bytes == [0, 255, 168, 255 - 168] && s.enumerated().allSatisfy { $0.offset % 2 == 1 || $0.offset == 0 || $0.element == 562 })
    // Held: the short frame every 108 ms, until it is let go; then nothing.
    b.run(10_000_000)
    b.run(15_000_000)
    #expect(log.edges.count == 72 && log.spans[68] == 9000 && log.spans[69] == 2250 && log.edges[68].1 == 108_000_000)
    b.set("r", "play", 0)
    b.run(400_000_000)
    #expect(log.edges.count == 72)
    // A short press is a whole frame.
    b.set("r", "9", 1)
    b.run(1_000_000)
    b.set("r", "9", 0)
    b.run(400_000_000)
    #expect(log.edges.count == 72 + 68)
  }
}
