import Emulation
import Testing

private final class Meter: ElementOwner, NetListener {
  var currents: [(tag: UInt32, milliamps: Double, time: UInt64)] = []
  var levels: [(Level, UInt64)] = []
  func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) { currents.append((tag, milliamps, instant.nanoseconds)) }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { levels.append((level, instant.nanoseconds)) }
}

/// Resistors, switches and diodes between nets: Ohm's and Kirchhoff's laws, worked out by hand.
@Suite struct ElementTests {
  private let c = Circuit()
  private let ground: Net, supply: Net
  private func at(_ ns: UInt64) -> Instant { Instant(nanoseconds: ns) }
  init() {
    ground = c.net("GND")
    supply = c.net("3V3")
    c.setRail(ground, millivolts: 0, at: Instant(nanoseconds: 0))
    c.setRail(supply, millivolts: 3300, at: Instant(nanoseconds: 0))
  }
  private func near(_ a: Double, _ b: Double, _ tolerance: Double = 0.01) -> Bool { abs(a - b) <= tolerance * max(abs(b), 1e-3) }

  @Test func divider() {
    let middle = c.net("m")
    _ = c.connect(supply, middle, .resistor(ohms: 1000), at: at(0))
    let lower = c.connect(middle, ground, .resistor(ohms: 2000), at: at(0))
    #expect(c.millivolts(of: middle) == 2200 && c.level(of: middle) == .high)
    #expect(near(c.milliamps(lower), 1.1))
    c.set(lower, .resistor(ohms: 200), at: at(1))
    #expect(c.millivolts(of: middle) == 550 && c.level(of: middle) == .low)
  }
  @Test func pullUpAndSwitch() {
    let pin = c.net("GP1"), input = c.attach(to: pin), meter = Meter()
    c.listen(to: pin, meter)
    _ = c.connect(pin, supply, .resistor(ohms: 10_000), at: at(0))
    let button = c.connect(pin, ground, .open, at: at(0))
    #expect(c.level(of: pin) == .high && c.isHigh(input))
    c.set(button, .closed, at: at(5))
    #expect(c.level(of: pin) == .low && c.millivolts(of: pin) == 0)
    c.set(button, .open, at: at(9))
    #expect(c.level(of: pin) == .high)
    #expect(meter.levels.map(\.0) == [.high, .low, .high] && meter.levels.map(\.1) == [0, 5, 9])
  }
  @Test func ledWithSeriesResistor() {
    let pin = c.net("GP2"), out = c.attach(to: pin), anode = c.net("anode"), meter = Meter()
    _ = c.connect(pin, anode, .resistor(ohms: 220), at: at(0))
    let led = c.connect(anode, ground, .diode(volts: 1.8, ohms: 20), owner: meter, tag: 7, at: at(0))
    #expect(meter.currents.isEmpty)
    c.drive(out, .strong(true, milliamps: 4), at: at(10))
    // 3.3 V less 1.8 V over 125 + 220 + 20 ohms.
    #expect(near(c.milliamps(led), 1500.0 / 365) && near(Double(c.millivolts(of: anode)), 1800 + 20 * 1500.0 / 365))
    #expect(c.level(of: pin) == .high)
    c.drive(out, .strong(false, milliamps: 4), at: at(20))
    #expect(meter.currents.map(\.tag) == [7, 7] && meter.currents.map(\.time) == [10, 20] && meter.currents[1].milliamps == 0)
  }
  @Test func ledTheWrongWayRoundStaysDark() {
    let pin = c.net("GP2"), out = c.attach(to: pin)
    let led = c.connect(ground, pin, .diode(volts: 1.8, ohms: 20), at: at(0))
    c.drive(out, .strong(true), at: at(1))
    #expect(c.milliamps(led) == 0 && c.level(of: pin) == .high)
  }
  /// The output's own resistance is all that limits the current: the pin still reads as it is driven.
  @Test func ledWithoutResistor() {
    let pin = c.net("GP2"), out = c.attach(to: pin)
    let led = c.connect(pin, ground, .diode(volts: 1.8, ohms: 20), at: at(0))
    c.drive(out, .strong(true, milliamps: 4), at: at(1))
    #expect(near(c.milliamps(led), 1500.0 / 145) && c.level(of: pin) == .high)
  }
  /// Two LEDs head to tail between three pins, as charlieplexing has them: the current takes the right one, a pin left alone blocks the others.
  @Test func charlieplexing() {
    let nets = (0..<3).map { c.net("GP\($0)") }, pins = nets.map { c.attach(to: $0) }
    var leds: [[Element]] = []
    let nodes = (0..<3).map { c.net("n\($0)") }
    for i in 0..<3 { _ = c.connect(nets[i], nodes[i], .resistor(ohms: 100), at: at(0)) }
    for a in 0..<3 { leds.append((0..<3).map { c.connect(nodes[a], nodes[$0], .diode(volts: 1.8, ohms: 20), at: at(0)) }) }
    for a in 0..<3 {
      for k in 0..<3 where k != a {
        for p in 0..<3 { c.drive(pins[p], p == a ? .strong(true) : p == k ? .strong(false) : .none, at: at(1)) }
        for x in 0..<3 { for y in 0..<3 where x != y { #expect((c.milliamps(leds[x][y]) > 1) == (x == a && y == k), "\(a)→\(k): \(x)→\(y)") } }
      }
    }
  }
  /// Both in series need 3.6 V: dark on 3.3 V, lit on 5 V.
  @Test func diodesInSeries() {
    let vbus = c.net("VBUS"), m = c.net("m"), n = c.net("n")
    c.setRail(vbus, millivolts: 5000, at: at(0))
    let first = c.connect(vbus, m, .diode(volts: 1.8, ohms: 20), at: at(0))
    let second = c.connect(m, n, .diode(volts: 1.8, ohms: 20), at: at(0))
    let r = c.connect(n, ground, .resistor(ohms: 100), at: at(0))
    #expect(near(c.milliamps(first), 10) && near(c.milliamps(second), 10) && near(c.milliamps(r), 10))
    c.setRail(vbus, millivolts: 3300, at: at(1))
    #expect(c.milliamps(first) == 0 && c.milliamps(second) == 0)
  }
  @Test func shortCircuitOfAnOutputIsAConflict() {
    let pin = c.net("GP3"), out = c.attach(to: pin), button = c.connect(pin, ground, .open, at: at(0))
    c.drive(out, .strong(true), at: at(1))
    c.set(button, .closed, at: at(2))
    #expect(c.level(of: pin) == .conflict && !c.isHigh(pin) && c.contentions == 1)
    c.set(button, .open, at: at(3))
    #expect(c.level(of: pin) == .high)
  }
  @Test func twoOutputsThroughAResistor() {
    let a = c.net("a"), b = c.net("b"), p = c.attach(to: a), q = c.attach(to: b)
    _ = c.connect(a, b, .resistor(ohms: 1000), at: at(0))
    c.drive(p, .strong(true), at: at(1))
    #expect(c.level(of: b) == .high)
    c.drive(q, .strong(false), at: at(2))
    #expect(c.level(of: a) == .high && c.level(of: b) == .low && c.contentions == 0)
    c.drive(q, .none, at: at(3))
    c.drive(p, .none, at: at(3))
    #expect(c.level(of: a) == .floating && c.isHigh(a) && c.isHigh(b), "the last voltage stays")
  }
  @Test func batchesSolveOnce() {
    let a = c.net("a"), b = c.net("b"), p = c.attach(to: a), q = c.attach(to: b), meter = Meter()
    c.drive(q, .strong(false), at: at(0))
    _ = c.connect(a, b, .diode(volts: 1.8, ohms: 100), owner: meter, at: at(0))
    c.batch(at: at(4)) {
      c.drive(p, .strong(true), at: at(4))
      c.drive(q, .strong(true), at: at(4))
    }
    #expect(meter.currents.isEmpty, "both ends rose together")
    #expect(c.level(of: a) == .high && c.level(of: b) == .high)
  }
  @Test func edgesBehindAResistorAreObserved() {
    let a = c.net("a"), b = c.net("b"), meter = Meter()
    _ = c.connect(a, b, .resistor(ohms: 330), at: at(0))
    #expect(!c.observed(a))
    c.listen(to: b, meter)
    #expect(c.observed(a))
  }
  /// Currents into every inner net of random networks sum to nothing, and every diode is on the right side of its line.
  @Test(arguments: 0..<60) func kirchhoff(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    func random(_ n: UInt64) -> UInt64 {
      state ^= state << 13; state ^= state >> 7; state ^= state << 17
      return state % n
    }
    let count = Int(2 + random(10))
    let inner = (0..<count).map { c.net("n\($0)") }, terminals = inner.map { c.attach(to: $0) }
    let all = inner + [ground, supply]
    var list: [(a: Net, b: Net, e: Element, volts: Double, ohms: Double, diode: Bool)] = []
    for _ in 0..<(2 * count) {
      let a = all[Int(random(UInt64(all.count)))], b = all[Int(random(UInt64(all.count)))]
      guard a != b else { continue }
      let ohms = Double(10 + random(20_000)), diode = random(2) == 0
      let e = c.connect(a, b, diode ? .diode(volts: 1.8, ohms: 20) : .resistor(ohms: ohms), at: at(0))
      list.append((a, b, e, diode ? 1.8 : 0, diode ? 20 : ohms, diode))
    }
    for step in 0..<20 as Range<UInt64> {
      let p = terminals[Int(random(UInt64(count)))]
      c.drive(p, [.none, .strong(true), .strong(false), .analog(millivolts: 1000)][Int(random(4))], at: at(step))
      var into = [Double](repeating: 0, count: all.count)
      for x in list {
        let i = c.milliamps(x.e), across = Double(c.millivolts(of: x.a) - c.millivolts(of: x.b)) / 1000
        into[all.firstIndex(of: x.a)!] -= i
        into[all.firstIndex(of: x.b)!] += i
        if x.diode {
          #expect(i >= 0)
          if !c.isDriven(x.a) || !c.isDriven(x.b) { continue }
          #expect(i > 0.01 || across < x.volts + 0.01, "a dark diode has \(across) V")
        }
      }
      for (n, t) in terminals.enumerated() {
        let volts = Double(c.millivolts(of: inner[n])) / 1000
        switch c.drive(of: t) {
        case .strong(let v, let ma): into[n] += ((v ? 3.3 : 0) - volts) * Double(ma) * 2
        case .analog(let mv): into[n] += Double(mv) / 1000 - volts
        default: break
        }
        // Millivolts are whole: the sum is as exact as they are.
        #expect(abs(into[n]) < 0.5, "\(into[n]) mA too much into net \(n)")
      }
    }
  }
}
