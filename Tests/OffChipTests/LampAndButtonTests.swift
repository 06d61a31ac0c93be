import Emulation
import Picture
import Testing

@testable import OffChip

@Suite struct LampAndButtonTests {
  @Test func ledLightsWithCurrent() throws {
    let b = PartBench()
    try b.add("wokwi-resistor", "r1", ["value": "220"], ["1": "GP5", "2": "n"])
    try b.add("wokwi-led", "led1", ["color": "green"], ["A": "n", "C": "GND"])
    #expect(b.view("led1")[0] == 0)
    let dark = b.picture("led1")
    b.drive("GP5", .strong(true))
    b.run(200_000_000)
    #expect(b.view("led1")[0] > 0.99, "(3.3 - 2.0) V over 125 + 220 + 20 ohms: 3.56 mA")
    #expect(differences(dark, b.picture("led1")) > 500, "it is seen")
    b.drive("GP5", .strong(false))
    b.run(200_000_000)
    #expect(b.view("led1")[0] < 0.01)
  }
  @Test func pulseWidthSetsBrightness() throws {
    let b = PartBench()
    try b.add("wokwi-led", "a", [:], ["A": "GP1", "C": "GND"])
    func brightness(_ duty: UInt64) -> Double {
      for _ in 0..<300 {
        b.drive("GP1", .strong(true, milliamps: 2))
        b.run(duty * 10_000)
        b.drive("GP1", .strong(false, milliamps: 2))
        b.run(1_000_000 - duty * 10_000)
      }
      return b.view("a")[0]
    }
    let tenth = brightness(10), half = brightness(50)
    // 1.5 V over 250 + 20 ohms are 5.6 mA while it is on. The eye sees the mean of a 1 kHz signal within the few per cent of its ripple.
    #expect(abs(tenth * tenth - 0.1 * 5.556 / 3) < 0.01 && abs(half * half - 0.5 * 5.556 / 3) < 0.04)
  }
  @Test func buttonPullsItsPinDownAndBounces() throws {
    let b = PartBench()
    try b.add("wokwi-pushbutton", "btn1", ["key": "b"], ["1.l": "GP2", "2.l": "GND"])
    b.drive("GP2", .pull(true))
    #expect(b.level("GP2") == .high)
    let log = Log()
    b.circuit.listen(to: b.net("GP2"), log)
    b.set("btn1", "pressed", 1)
    b.run(2_000_000)
    #expect(b.level("GP2") == .low && log.times.count > 2 && log.times.last! <= 1_000_000, "\(log.times)")
    let bounces = log.times
    b.set("btn1", "pressed", 0)
    b.run(2_000_000)
    #expect(b.level("GP2") == .high && log.times.last! <= 3_000_000)

    let again = PartBench(), log2 = Log()
    try again.add("wokwi-pushbutton", "btn1", [:], ["1.l": "GP2", "2.l": "GND"])
    again.drive("GP2", .pull(true))
    again.circuit.listen(to: again.net("GP2"), log2)
    again.set("btn1", "pressed", 1)
    again.run(2_000_000)
    #expect(log2.times == bounces, "the same in every run")
  }
  @Test func buttonWithoutBounce() throws {
    let b = PartBench(), log = Log()
    try b.add("wokwi-pushbutton-6mm", "btn1", ["bounce": "0"], ["1.r": "GND", "1.l": "GND", "2.l": "GP2"])
    b.drive("GP2", .pull(true))
    b.circuit.listen(to: b.net("GP2"), log)
    b.set("btn1", "pressed", 1)
    b.run(5_000_000)
    b.set("btn1", "pressed", 0)
    b.run(5_000_000)
    #expect(log.times == [0, 5_000_000])
  }
  @Test func touching() throws {
    let d = PartDescription(id: "b", type: "wokwi-pushbutton", attributes: ["key": "x"])
    let s = PushButton.shape(of: d)
    #expect(s.touched(at: Point(33, 22))?.control == 0 && s.touched(at: Point(33, 22))?.touch.gesture == .hold)
    #expect(s.touched(at: Point(2, 2)) == nil)
    #expect(s.controls[0].keys == [PartKey("x", .hold)])
  }
  @Test func slidesAndTurns() {
    let slide = PartTouch(Rect(0, 0, 100, 10), .slide(from: Point(10, 5), to: Point(90, 5)))
    #expect(
      slide.value(at: Point(50, 0), in: 0...1023) == 511.5 && slide.value(at: Point(0, 0), in: 0...1023) == 0 && slide.value(at: Point(99, 9), in: 0...2) == 2)
    let turn = PartTouch(Rect(0, 0, 100, 100), .turn(centre: Point(50, 50), from: -135, to: 135))
    for (x, y, expected) in [(50.0, 0.0, 0.5), (100, 50, 0.5 + 90.0 / 270), (0, 50, 0.5 - 90.0 / 270), (0, 100, 0), (100, 100, 1), (51, 100, 1), (49, 100, 0)] {
      let v = turn.value(at: Point(x, y), in: 0...1)!
      #expect(abs(v - expected) < 0.001, "\(x), \(y): \(v)")
    }
  }
  @Test(arguments: [("220", 220.0), ("4.7k", 4700), ("4k7", 4700), ("1M", 1e6), ("10 kOhm", -1), ("0.5", 0.5), ("10k\u{3a9}", 10_000), ("1e3", 1000)])
  func resistances(text: String, ohms: Double) {
    #expect(PartDescription.number(text) == (ohms < 0 ? 10_000 : ohms))
  }
  @Test(arguments: ["", "k", "abc", "1.2.3", "--1", "nan", "inf", "1k2k", "k5"]) func noNumbers(text: String) { #expect(PartDescription.number(text) == nil) }
  @Test func badAttributesAreNamed() throws {
    #expect(throws: PartError(attribute: "value", "\"lots\" is no number")) { try PartBench().add("wokwi-resistor", "r", ["value": "lots"]) }
  }
  /// Every part can be made with nothing connected and nothing set, looks like something, and has sane facts.
  @Test(arguments: PartRegistry.names) func everyPart(name: String) throws {
    let b = PartBench(), d = PartDescription(id: "x", type: name), t = PartRegistry.type(named: name)!, s = t.shape(of: d)
    try b.add(name, "x")
    for (i, c) in s.controls.enumerated() {
      #expect(c.range.contains(c.initial))
      for v in [c.range.upperBound, c.range.lowerBound] { b.parts[0].set(control: i, to: v, at: b.instant) }
      for touch in c.touches { #expect(s.bounds.inset(-2).intersects(touch.area), "\(c.name) is touched outside of the part") }
    }
    b.run(50_000_000)
    #expect(Set(s.pins.map(\.name)).count == s.pins.count, "pins' names differ")
    for p in s.pins { #expect(p.x >= -1 && p.y >= -1 && p.x <= s.width + 1 && p.y <= s.height + 1, "\(p.name) is outside") }
    #expect(t.readings(of: d).count == b.view("x").values.count, "every value has a name")
    guard s.width > 0 else { return }
    let canvas = b.picture("x")
    #expect(canvas.pixels.contains { $0 != 0xffff_ffff }, "it is seen")
  }
}

private final class Log: NetListener {
  var times: [UInt64] = []
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { times.append(instant.nanoseconds) }
}
