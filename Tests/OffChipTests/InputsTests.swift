import Emulation
import Picture
import Testing

@testable import OffChip

@Suite struct InputsTests {
  @Test func potentiometers() throws {
    for type in ["wokwi-potentiometer", "wokwi-slide-potentiometer"] {
      let b = PartBench()
      try b.add(type, "pot", ["value": "512"], ["GND": "GND", "SIG": "GP26", "VCC": "3V3"])
      #expect(abs(b.millivolts("GP26") - 3300 * 512 / 1023) <= 1)
      for (position, mv) in [(0.25, 825), (1, 3300), (0, 0), (0.5, 1650)] {
        b.set("pot", "position", position)
        #expect(abs(b.millivolts("GP26") - mv) <= 1, "\(type) at \(position): \(b.millivolts("GP26")) mV")
      }
      // 10 kΩ loaded with 10 kΩ to ground: the middle sinks to two fifths... of the supply: 5k over 5k parallel 10k.
      try b.add("wokwi-resistor", "load", ["value": "10k"], ["1": "GP26", "2": "GND"])
      #expect(abs(b.millivolts("GP26") - 1320) <= 1)
      let a = b.picture("pot")
      b.set("pot", "position", 0.9)
      #expect(differences(a, b.picture("pot")) > 50, "its position is seen")
    }
  }
  @Test func slideSwitch() throws {
    let b = PartBench(), right = PartBench()
    try b.add("wokwi-slide-switch", "sw", [:], ["1": "GND", "2": "GP1", "3": "3V3"])
    #expect(b.level("GP1") == .low)
    b.set("sw", "value", 1)
    b.run(2_000_000)
    #expect(b.level("GP1") == .high)
    b.set("sw", "value", 0)
    b.run(2_000_000)
    #expect(b.level("GP1") == .low)
    #expect(SlideSwitch.shape(of: PartDescription(id: "s", type: "wokwi-slide-switch", attributes: ["value": "1"])).controls[0].initial == 1)
    try right.add("wokwi-slide-switch", "sw", ["bounce": "0"], ["1": "GND", "2": "GP1"])
    right.drive("GP1", .pull(true))
    right.set("sw", "value", 1)
    #expect(right.level("GP1") == .high, "without bounce it is there at once")
  }
  @Test func dipSwitch() throws {
    let b = PartBench()
    var wires: [String: String] = [:]
    for i in 1...8 { wires["\(i)a"] = "GP\(i)"; wires["\(i)b"] = "GND" }
    try b.add("wokwi-dip-switch-8", "sw", [:], wires)
    for i in 1...8 { b.drive("GP\(i)", .pull(true)) }
    b.set("sw", "3", 1)
    b.set("sw", "8", 1)
    #expect((1...8).map { b.level("GP\($0)") == .low } == (1...8).map { $0 == 3 || $0 == 8 })
    #expect(b.view("sw").values == [0, 0, 1, 0, 0, 0, 0, 1])
    b.set("sw", "3", 0)
    #expect(b.level("GP3") == .high)
  }
  @Test func buzzerSounds() throws {
    let b = PartBench(), sink = Sink()
    try b.add("wokwi-buzzer", "bz", ["volume": "0.5"], ["1": "GND", "2": "GP3"], sound: sink)
    #expect(sink.names == ["bz"])
    for _ in 0..<100 {
      b.drive("GP3", .strong(true))
      b.run(500_000)
      b.drive("GP3", .strong(false))
      b.run(500_000)
    }
    #expect(abs(b.view("bz")[0] - 1000) < 1)
    #expect(
      sink.steps.count == 200 && abs(sink.steps[0].amplitude - 0.5 * 3.3 * 1000 / 1125 / 5) < 0.01 && sink.steps[1].amplitude == 0
        && sink.steps[1].time == 500_000)
    b.run(100_000_000)
    #expect(b.view("bz")[0] == 0, "silent again")
  }
}

private final class Sink: SoundSink {
  var names: [String] = [], steps: [(source: Int, amplitude: Double, time: UInt64)] = []
  func addSource(name: String) -> Int { names.append(name); return names.count - 1 }
  func set(_ source: Int, amplitude: Double, at instant: Instant) { steps.append((source, amplitude, instant.nanoseconds)) }
}
