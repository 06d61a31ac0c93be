import Emulation
import Testing

@testable import OffChip

@Suite struct SensorsTests {
  /// Functions of our own against tables.
  @Test func maths() {
    for (x, y) in [(0.0, 1.0), (1, 2.718281828459045), (-1, 0.36787944117144233), (10, 22026.465794806718), (-20, 2.061153622438558e-9)] {
      #expect(abs(Maths.exp(x) - y) < y * 1e-13)
      #expect(abs(Maths.log(y) - x) < 1e-13)
    }
    #expect(abs(Maths.pow(10, 2.5) - 316.22776601683796) < 1e-10)
    for k in stride(from: -179.0, through: 180, by: 3.5) {
      let (s, c) = (sine(k), sine(90 - k))
      #expect(abs(Maths.degrees(x: 3 * c, y: 3 * s) - k) < 0.001, "\(k)")
    }
    func sine(_ degrees: Double) -> Double {
      // Its series, far enough.
      var d = degrees
      while d > 180 { d -= 360 }
      while d < -180 { d += 360 }
      let x = d * .pi / 180
      var sum = 0.0, term = x
      for n in 1..<20 { sum += term; term *= -x * x / Double(2 * n * (2 * n + 1)) }
      return sum
    }
  }

  @Test func humidity() throws {
    let b = PartBench(), log = Edges()
    try b.add("wokwi-dht22", "h", ["temperature": "-10.1", "humidity": "65.2"], ["SDA": "d", "VCC": "3V3", "GND": "GND"])
    b.circuit.listen(to: b.net("d"), log)
    func measure(_ low: UInt64) -> [UInt8] {
      b.drive("d", .strong(false))
      b.run(low)
      log.edges = []
      b.drive("d", .none)
      b.run(6_000_000)
      // The host lets go; then low 80, high 80, and for each bit low 50 and high.
      var falls: [UInt64] = [], highs: [UInt64] = []
      var rise: UInt64 = 0
      for (high, at) in log.edges { if high { rise = at } else { falls.append(at); highs.append(at - rise) } }
      guard falls.count == 42 else { return [] }
      let bits = highs[2...].map { $0 > 45_000 }
      return stride(from: 0, to: 40, by: 8).map { i in bits[i..<i + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
    }
    // The data sheet's own example.
    #expect(measure(1_100_000) == [0x02, 0x8c, 0x80, 0x65, 0x73])
    b.set("h", "temperature", 35.1)
    #expect(measure(1_100_000) == [0x02, 0x8c, 0x01, 0x5f, 0xee])
    #expect(measure(300_000) == [], "too short a start")
    #expect(b.level("d") == .high)
  }

  @Test func thermistorAndLight() throws {
    let b = PartBench()
    try b.add("wokwi-ntc-temperature-sensor", "t", ["temperature": "25"], ["VCC": "3V3", "GND": "GND", "OUT": "t"])
    #expect(abs(b.millivolts("t") - 1650) <= 1)
    for celsius in [-20.0, 0, 50, 80] {
      b.set("t", "temperature", celsius)
      // Back by the formula that projects use.
      let share = Double(b.millivolts("t")) / 3300, k = 1 / (Maths.log(1 / (1 / share - 1)) / 3950 + 1 / 298.15)
      #expect(abs(k - 273.15 - celsius) < 0.2, "\(celsius)")
    }
    try b.add("wokwi-photoresistor-sensor", "l", ["lux": "10", "threshold": "1.65"], ["VCC": "3V3", "GND": "GND", "AO": "a", "DO": "d"])
    b.run(10)
    #expect(abs(b.millivolts("a") - 3300 * 50 / 52) <= 2 && b.level("d") == .high, "50 kΩ at 10 lux: dark")
    b.set("l", "lux", 10_000)
    #expect(b.level("d") == .low && b.millivolts("a") < 1000)
  }

  @Test func motion() throws {
    let b = PartBench()
    try b.add("wokwi-pir-motion-sensor", "p", ["delayTime": "2", "inhibitTime": "1"], ["OUT": "o"])
    func wave() { b.set("p", "motion", 1); b.run(1_000_000); b.set("p", "motion", 0) }
    #expect(b.level("o") == .low)
    wave()
    #expect(b.level("o") == .high)
    b.run(1_500_000_000)
    wave()
    b.run(1_500_000_000)
    #expect(b.level("o") == .high, "the second wave began the time anew")
    b.run(600_000_000)
    #expect(b.level("o") == .low)
    wave()
    #expect(b.level("o") == .low, "blind for a second")
    b.run(1_000_000_000)
    wave()
    #expect(b.level("o") == .high)
  }

  @Test func acceleration() throws {
    let b = PartBench(), bus = I2CMaster(b)
    try b.add("wokwi-mpu6050", "m", ["accelX": "0.5", "temperature": "36.53"], ["SCL": "scl", "SDA": "sda", "INT": "int", "AD0": "ad0"])
    b.drive("ad0", .strong(false))
    #expect(bus.read(0x68, register: 0x75, 1) == [0x68])
    #expect(bus.read(0x68, register: 0x6b, 1) == [0x40] && bus.read(0x68, register: 0x3b, 2) == [0, 0], "asleep")
    bus.write(0x68, [0x6b, 0])
    func words() -> [Int] {
      let raw = bus.read(0x68, register: 0x3b, 14)
      return stride(from: 0, to: 14, by: 2).map { Int(Int16(bitPattern: UInt16(raw[$0]) << 8 | UInt16(raw[$0 + 1]))) }
    }
    #expect(words() == [8192, 0, 16384, 0, 0, 0, 0])
    b.set("m", "accelZ", -1)
    b.set("m", "rotationY", 250)
    b.set("m", "temperature", 24)
    #expect(words() == [8192, 0, -16384, -4260, 0, 32767, 0])
    bus.write(0x68, [0x1b, 0x18, 0x18])
    #expect(words()[5] == 4096 && words()[2] == -2048, "±2000 °/s and ±16 g")
    // INT: a pulse for each sample, 1 kHz / 10 with the filter on.
    let log = Edges()
    b.circuit.listen(to: b.net("int"), log)
    bus.write(0x68, [0x19, 9, 1])
    bus.write(0x68, [0x38, 1])
    b.run(100_000_000)
    #expect(log.edges.filter(\.0).count == 10)
    #expect(bus.read(0x68, register: 0x3a, 1) == [1] && bus.read(0x68, register: 0x3a, 1) == [0])
    b.drive("ad0", .strong(true))
    #expect(bus.read(0x68, register: 0x75, 1) == [] && bus.read(0x69, register: 0x75, 1) == [0x68])
  }

  @Test func clock() throws {
    let b = PartBench(), bus = I2CMaster(b)
    try b.add("wokwi-ds1307", "c", ["initTime": "2024-02-28T23:59:58"], ["SCL": "scl", "SDA": "sda", "SQW": "sqw"])
    func time() -> [UInt8] { bus.read(0x68, register: 0, 7) }
    // A Wednesday: 4 if Sunday is 1.
    #expect(time() == [0x58, 0x59, 0x23, 4, 0x28, 0x02, 0x24])
    b.run(2_000_000_000)
    #expect(time() == [0x00, 0x00, 0x00, 5, 0x29, 0x02, 0x24], "a leap year")
    b.run(86_400_000_000_000)
    #expect(time()[4] == 0x01 && time()[5] == 0x03)
    bus.write(0x68, [0, 0x30, 0x45, 0x21, 7, 0x31, 0x12, 0x99])
    #expect(time() == [0x30, 0x45, 0x21, 7, 0x31, 0x12, 0x99])
    b.run(1_000_000_000)
    #expect(time()[0] == 0x31)
    bus.write(0x68, [2, 0x40 | 0x20 | 0x09])
    #expect(time()[2] == 0x69 && b.view("c").text.hasSuffix("21:45:31"), "nine in the evening")
    bus.write(0x68, [0, 0x80])
    b.run(5_000_000_000)
    #expect(time()[0] == 0x80, "stands")
    bus.write(0x68, [0, 0])
    bus.write(0x68, [0x08] + Array(1...56))
    #expect(bus.read(0x68, register: 0x3e, 3) == [55, 56, 0], "RAM; behind it comes the clock")
    let log = Edges()
    b.drive("sqw", .pull(true))
    b.circuit.listen(to: b.net("sqw"), log)
    bus.write(0x68, [7, 0x11])
    b.run(1_000_000_000)
    #expect((4095...4097).contains(log.edges.filter(\.0).count), "4096 Hz: \(log.edges.count)")
    #expect(throws: PartError.self) { try b.add("wokwi-ds1307", "x", ["initTime": "yesterday"]) }
  }

  @Test func thermometersOnOneWire() throws {
    let b = PartBench(), wire = OneWire(bench: b, wire: "dq")
    try b.add("wokwi-ds18b20", "a", ["temperature": "-10.125"], ["DQ": "dq"])
    #expect(wire.reset())
    wire.write([0x33])
    let rom = wire.read(8)
    #expect(rom[0] == 0x28 && DS18B20.check(rom) == 0)
    #expect(wire.reset())
    wire.write([0xcc, 0xbe])
    #expect(wire.read(2) == [0x50, 0x05], "85 °C before the first conversion")
    func convert(_ rom: [UInt8]?) -> [UInt8] {
      let choose: [UInt8] = rom.map { [0x55] + $0 } ?? [0xcc]
      #expect(wire.reset())
      wire.write(choose + [0x44])
      #expect(!wire.readBit())
      b.run(750_000_000)
      #expect(wire.readBit() && wire.reset())
      wire.write(choose + [0xbe])
      return wire.read(9)
    }
    let pad = convert(nil)
    #expect(Array(pad.prefix(2)) == [0x5e, 0xff] && DS18B20.check(pad) == 0, "the data sheet's -10.125 °C")
    // A second one on the wire: found by search, asked by number.
    try b.add("wokwi-ds18b20", "b", ["temperature": "25.0625", "deviceID": "a1b2c3d4e5f6"], ["DQ": "dq"])
    var found: [[UInt8]] = [], last = -1, choice = [Bool](repeating: false, count: 64)
    repeat {
      #expect(wire.reset())
      wire.write([0xf0])
      var zero = -1, bits: [Bool] = []
      for i in 0..<64 {
        let bit = wire.readBit(), complement = wire.readBit()
        var go = bit
        if !bit && !complement { go = i < last ? choice[i] : i == last; if !go { zero = i } }
        wire.write(go)
        bits.append(go)
      }
      choice = bits
      last = zero
      found.append(stride(from: 0, to: 64, by: 8).map { i in (0..<8).reduce(0) { $0 | (bits[i + $1] ? 1 << UInt8($1) : 0) } })
    } while last >= 0 && found.count < 5
    #expect(found.count == 2 && found.contains(rom), "\(found) \(rom)")
    #expect(found.contains(rom) && found.allSatisfy { DS18B20.check($0) == 0 })
    let other = try #require(found.first { $0 != rom })
    #expect(Array(other[1...6]) == [0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6])
    #expect(Array(convert(other).prefix(2)) == [0x91, 0x01], "25.0625 °C")
    #expect(Array(convert(rom).prefix(2)) == [0x5e, 0xff])
    // Nine bits: 94 ms, and half degrees.
    #expect(wire.reset())
    wire.write([0x55] + rom + [0x4e, 0x11, 0x22, 0x1f])
    b.set("a", "temperature", 10.4)
    #expect(wire.reset())
    wire.write([0x55] + rom + [0x44])
    b.run(94_000_000)
    #expect(wire.readBit() && wire.reset())
    wire.write([0x55] + rom + [0xbe])
    #expect(Array(wire.read(5)) == [0xa0, 0x00, 0x11, 0x22, 0x1f])
  }
  @Test func nobodyOnTheWire() {
    let b = PartBench(), wire = OneWire(bench: b, wire: "dq")
    b.drive("pull", .none)
    _ = b.circuit.connect(b.net("dq"), b.net("3V3"), .resistor(ohms: 4700), at: b.instant)
    #expect(!wire.reset())
  }

  // MARK: Motors, registers

  @Test func stepperBySteps() throws {
    let b = PartBench()
    try b.add("wokwi-stepper-motor", "m", [:], ["A-": "a-", "A+": "a+", "B+": "b+", "B-": "b-"])
    // Full steps with both coils: AB, A'B, A'B', AB'.
    let full: [(Bool, Bool)] = [(true, true), (false, true), (false, false), (true, false)]
    func put(_ i: Int) {
      let (p, q) = full[i & 3]
      b.circuit.batch(at: b.instant) {
        for (net, high) in [("a+", p), ("a-", !p), ("b+", q), ("b-", !q)] { b.drive(net, .strong(high)) }
      }
      b.run(2_000_000)
    }
    put(0)
    let home = b.view("m")[0]
    for i in 1...200 { put(i) }
    #expect(abs(b.view("m")[0] - home - 200) < 0.01)
    for i in (150..<200).reversed() { put(i) }
    #expect(abs(b.view("m")[0] - home - 150) < 0.01)
    let angle = b.view("m")[1]
    put(152)
    #expect(abs(b.view("m")[1] - angle) < 0.01, "two steps at once are against the field: it stays")
  }
  @Test func stepperWithDriver() throws {
    let b = PartBench()
    try b.add("wokwi-stepper-motor", "m", ["gearRatio": "2:1"], ["A-": "1B", "A+": "1A", "B+": "2A", "B-": "2B"])
    try b.add(
      "wokwi-a4988", "d", [:],
      [
        "1A": "1A", "1B": "1B", "2A": "2A", "2B": "2B", "STEP": "step", "DIR": "dir", "RESET": "r", "SLEEP": "r", "ENABLE": "en", "MS1": "ms", "MS2": "ms",
        "MS3": "ms",
      ])
    for net in ["step", "dir", "en", "ms"] { b.drive(net, .strong(false)) }
    b.run(1_000_000)
    func pulses(_ n: Int) { for _ in 0..<n { b.drive("step", .strong(true)); b.run(200_000); b.drive("step", .strong(false)); b.run(200_000) } }
    let home = b.view("m")[0]
    b.drive("dir", .strong(true))
    pulses(100)
    #expect(abs(b.view("m")[0] - home - 100) < 0.01)
    #expect(abs(b.view("m")[1] - (home + 100) * 0.9) < 0.1, "half as far behind a gear of 2:1")
    b.drive("ms", .strong(true))
    b.drive("dir", .strong(false))
    pulses(16)
    #expect(abs(b.view("m")[0] - home - 99) < 0.01, "sixteen sixteenths back")
    b.drive("en", .strong(true))
    pulses(16)
    #expect(abs(b.view("m")[0] - home - 99) < 0.01, "its outputs are off")
  }
  @Test func inputRegisters() throws {
    let b = PartBench()
    var wires = ["PL": "pl", "CP": "cp", "Q7": "chain"]
    for i in 0..<8 { wires["D\(i)"] = 0xa5 >> i & 1 != 0 ? "3V3" : "GND" }
    try b.add("wokwi-74hc165", "a", [:], wires)
    for i in 0..<8 { wires["D\(i)"] = 0x3c >> i & 1 != 0 ? "3V3" : "GND" }
    wires["DS"] = "chain"
    wires["Q7"] = "q"
    wires["CE"] = "ce"
    try b.add("wokwi-74hc165", "b", [:], wires)
    for (net, high) in [("pl", true), ("cp", false), ("ce", false)] { b.drive(net, .strong(high)) }
    b.drive("pl", .strong(false)); b.run(100); b.drive("pl", .strong(true)); b.run(100)
    var value: UInt32 = 0
    for _ in 0..<16 {
      value = value << 1 | (b.level("q") == .high ? 1 : 0)
      b.drive("cp", .strong(true)); b.run(100); b.drive("cp", .strong(false)); b.run(100)
    }
    #expect(value == 0x3ca5)
  }
}

/// Edges of a net: level and time.
final class Edges: NetListener {
  var edges: [(Bool, UInt64)] = []
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { edges.append((level == .high, instant.nanoseconds)) }
}
