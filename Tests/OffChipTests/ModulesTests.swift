import Emulation
import Picture
import Testing

@testable import OffChip

@Suite struct ModulesTests {
  @Test func servo() throws {
    let b = PartBench()
    try b.add("wokwi-servo", "s", [:], ["PWM": "GP0"])
    b.drive("GP0", .strong(false))
    func pulses(_ microseconds: UInt64, _ count: Int) {
      for _ in 0..<count {
        b.drive("GP0", .strong(true))
        b.run(microseconds * 1000)
        b.drive("GP0", .strong(false))
        b.run(20_000_000 - microseconds * 1000)
      }
    }
    #expect(b.view("s")[0] == 90)
    for (length, angle) in [(544, 0), (2400, 180), (1472, 90), (1008, 45)] as [(UInt64, Double)] {
      pulses(length, 25)
      #expect(abs(b.view("s")[0] - angle) < 0.1, "\(length) µs: \(b.view("s")[0])")
    }
    pulses(2400, 1)
    #expect(b.view("s")[0] > 45 && b.view("s")[0] < 70, "it takes time to turn")
    pulses(5000, 12)
    #expect(abs(b.view("s")[0] - 180) < 0.1, "what is no pulse changes nothing")
  }
  @Test(arguments: ["npn", "pnp"]) func relayModule(transistor: String) throws {
    let b = PartBench(), on = transistor == "npn"
    try b.add("wokwi-relay-module", "r", ["transistor": transistor], ["IN": "GP1", "VCC": "VBUS", "GND": "GND", "COM": "GP2", "NO": "3V3", "NC": "GND"])
    b.drive("GP1", .strong(!on))
    b.run(20_000_000)
    #expect(b.level("GP2") == .low)
    b.drive("GP1", .strong(on))
    b.run(4_000_000)
    #expect(b.level("GP2") == .low && b.view("r")[0] == 0, "5 ms")
    b.run(3_000_000)
    #expect(b.level("GP2") == .high && b.view("r")[0] == 1)
    b.drive("GP1", .strong(!on))
    b.run(7_000_000)
    #expect(b.level("GP2") == .low)
  }
  @Test func bareRelayNeedsItsVoltage() throws {
    let b = PartBench()
    try b.add("wokwi-ks2e-m-dc5", "r", [:], ["COIL1": "drive", "COIL2": "GND", "P1": "a", "NO1": "3V3", "NC1": "GND", "P2": "b", "NO2": "GND", "NC2": "3V3"])
    try b.add("wokwi-slide-switch", "sw", ["bounce": "0"], ["1": "drive", "2": "VBUS"])
    b.run(10_000_000)
    #expect(b.level("a") == .high && b.level("b") == .low, "5 V pull it in")
    b.set("sw", "value", 1)
    b.run(10_000_000)
    #expect(b.level("a") == .low && b.level("b") == .high)
    b.drive("drive", .strong(true, milliamps: 12))
    b.run(10_000_000)
    #expect(b.view("r")[0] == 0, "3.3 V through a pin do not")
  }
  @Test func encoder() throws {
    let b = PartBench(), log = Log(b)
    try b.add("wokwi-ky-040", "e", [:], ["CLK": "c", "DT": "d", "SW": "s", "VCC": "3V3", "GND": "GND"])
    b.circuit.listen(to: b.net("c"), log)
    func counted() -> Int { defer { log.count = 0 }; return log.count }
    #expect(b.level("c") == .high && b.level("d") == .high && b.level("s") == .high)
    b.set("e", "steps", 3)
    b.run(20_000_000)
    #expect(counted() == 3, "three falling edges of CLK with DT high")
    b.set("e", "steps", 1)
    b.run(20_000_000)
    #expect(counted() == -2 && b.view("e").values == [1, 0])
    b.set("e", "pressed", 1)
    #expect(b.level("s") == .low)
  }
  @Test func joystick() throws {
    let b = PartBench()
    try b.add("wokwi-analog-joystick", "j", ["bounce": "0"], ["VCC": "3V3", "GND": "GND", "VERT": "v", "HORZ": "h", "SEL": "s"])
    b.drive("s", .pull(true))
    #expect(abs(b.millivolts("v") - 1650) < 2 && abs(b.millivolts("h") - 1650) < 2 && b.level("s") == .high)
    b.set("j", "x", 1)
    b.set("j", "y", 0.5)
    b.set("j", "pressed", 1)
    #expect(b.millivolts("h") < 2 && abs(b.millivolts("v") - 2475) < 2 && b.level("s") == .low)
  }
  /// Rows are driven low one after another; the column of the pressed key follows, the others keep their pull-ups.
  @Test func keypad() throws {
    let b = PartBench()
    var wires: [String: String] = [:]
    for i in 1...4 { wires["R\(i)"] = "r\(i)"; wires["C\(i)"] = "c\(i)" }
    try b.add("wokwi-membrane-keypad", "k", ["bounce": "0"], wires)
    for i in 1...4 { b.drive("c\(i)", .pull(true)) }
    func scan() -> String {
      let names = ["123A", "456B", "789C", "*0#D"].map(Array.init)
      var found = ""
      for r in 1...4 {
        for k in 1...4 { b.drive("r\(k)", k == r ? .strong(false) : .none) }
        for c in 1...4 where b.level("c\(c)") == .low { found.append(names[r - 1][c - 1]) }
      }
      return found
    }
    #expect(scan() == "")
    for key in ["1", "6", "D", "*"] {
      b.set("k", key, 1)
      #expect(scan() == key)
      b.set("k", key, 0)
    }
    b.set("k", "1", 1)
    b.set("k", "2", 1)
    b.set("k", "4", 1)
    #expect(scan() == "1245", "three corners make a ghost of the fourth, as on a keypad without diodes")
  }
  @Test func shiftRegisters() throws {
    let b = PartBench()
    try b.add("wokwi-74hc595", "a", [:], ["DS": "d", "SHCP": "c", "STCP": "s", "Q7S": "x", "Q0": "a0", "Q7": "a7"])
    try b.add("wokwi-74hc595", "b", [:], ["DS": "x", "SHCP": "c", "STCP": "s", "OE": "oe", "MR": "mr", "Q0": "b0", "Q7": "b7"])
    for net in ["d", "c", "s", "oe"] { b.drive(net, .strong(false)) }
    b.drive("mr", .strong(true))
    func send(_ bytes: [UInt8]) {
      for byte in bytes {
        for i in (0..<8).reversed() {
          b.drive("d", .strong(byte >> UInt8(i) & 1 != 0))
          b.drive("c", .strong(true))
          b.run(100)
          b.drive("c", .strong(false))
        }
      }
    }
    func latch() { b.drive("s", .strong(true)); b.run(100); b.drive("s", .strong(false)) }
    func bits(_ id: String) -> UInt8 { b.view(id).values.enumerated().reduce(0) { $0 | ($1.element > 0 ? 1 << UInt8($1.offset) : 0) } }
    send([0x12, 0x81])
    #expect(bits("a") == 0, "nothing shows before STCP")
    latch()
    #expect(bits("a") == 0x81 && bits("b") == 0x12 && b.level("a0") == .high && b.level("a7") == .high && b.level("b0") == .low)
    b.drive("oe", .strong(true))
    b.run(100)
    #expect(b.level("b0") == .floating)
    b.drive("oe", .strong(false))
    b.drive("mr", .strong(false))
    b.drive("mr", .strong(true))
    latch()
    #expect(bits("b") == 0 && bits("a") == 0x81)
  }
  @Test func shiftRegisterForLamps() throws {
    let b = PartBench()
    try b.add("wokwi-nlsf595", "n", [:], ["SI": "d", "SCK": "c", "RCK": "s", "QA": "qa", "QH": "qh", "SQH": "x", "OE": "GND", "SCLR": "3V3"])
    for net in ["d", "c", "s"] { b.drive(net, .strong(false)) }
    for bit in [true, false, false, false, false, false, false, true] {
      b.drive("d", .strong(bit))
      b.drive("c", .strong(true))
      b.run(100)
      b.drive("c", .strong(false))
    }
    #expect(b.level("qa") == .low && b.level("x") == .high)
    b.drive("s", .strong(true))
    b.run(100)
    #expect(b.level("qa") == .high && b.level("qh") == .high && b.view("n").values == [1, 0, 0, 0, 0, 0, 0, 1])
  }
  @Test func ultrasonic() throws {
    let b = PartBench(), log = Times()
    try b.add("wokwi-hc-sr04", "u", ["distance": "50"], ["TRIG": "t", "ECHO": "e"])
    b.circuit.listen(to: b.net("e"), log)
    func measure() -> UInt64? {
      log.times = []
      b.drive("t", .strong(true))
      b.run(10_000)
      b.drive("t", .strong(false))
      b.run(60_000_000)
      return log.times.count == 2 ? log.times[1] - log.times[0] : nil
    }
    b.drive("t", .strong(false))
    b.run(1_000_000)
    #expect(measure() == 50 * 58_000)
    b.set("u", "distance", 123.5)
    #expect(measure() == 7_163_000)
    b.set("u", "distance", 400)
    #expect(measure() == 38_000_000, "nothing there")
    log.times = []
    b.drive("t", .strong(true))
    b.run(5_000)
    b.drive("t", .strong(false))
    b.run(60_000_000)
    #expect(log.times.isEmpty, "5 µs are no trigger")
  }
}

/// Counts detents: +1 for a falling edge of CLK while DT is high, -1 while it is low.
private final class Log: NetListener {
  var count = 0
  let bench: PartBench
  init(_ bench: PartBench) { self.bench = bench }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { if level == .low { count += bench.level("d") == .high ? 1 : -1 } }
}
private final class Times: NetListener {
  var times: [UInt64] = []
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { times.append(instant.nanoseconds) }
}
