import Foundation
import Testing

@Suite struct BoardFileTests {
  private let wired = """
    {"version": 1, "parts": [{"type": "wokwi-pi-pico", "id": "pico"}, {"type": "wokwi-tv", "id": "tv"}], "connections": [["pico:GP2", "pico:GP3", "red", []]]}
    """
  private let program = """
    from machine import Pin
    out, back = Pin(2, Pin.OUT), Pin(3, Pin.IN, Pin.PULL_DOWN)
    for level in (0, 1, 0, 1):
        out.value(level)
        print(back.value(), end=' ')
    """

  @Test func theFileBesideTheProgramIsTheBoard() {
    let c = Command()
    c.write("diagram.json", wired)
    let r = c.program(program)
    #expect(r.status == 0 && r.output == "0 1 0 1 ", "\(r)")
    #expect(r.error == "tayberry: no model of wokwi-tv yet: its wires lead nowhere\n")
    let bare = c.program(program, ["--board", "pico"])
    #expect(bare.status == 0 && bare.output == "0 0 0 0 " && bare.error.isEmpty, "\(bare)")
  }
  @Test func anotherFileByName() {
    let c = Command()
    c.write("two.json", wired)
    #expect(c.program(program, ["--board", "two.json"]).output == "0 1 0 1 ")
    #expect(c.program(program).output == "0 0 0 0 ")
    #expect(c.program("print('w')", ["--board", "pico-w"]).output == "w\n")
  }
  @Test func badBoardsAreUsageErrors() {
    let c = Command()
    c.write("broken.json", "{\"parts\": [\n  {\"type\": }\n]}")
    c.write("uno.json", #"{"parts": [{"type": "wokwi-arduino-uno", "id": "uno"}]}"#)
    for (board, message) in [
      ("broken.json", "--board broken.json:2:12: a comma before the end"), ("uno.json", "an AVR board"), ("none.json", "none.json"),
      ("picoo", "there is no such board"),
    ] {
      let r = c.program("print(1)", ["--board", board])
      #expect(r.status == 2 && r.error.contains(message) && r.output.isEmpty, "\(board): \(r)")
    }
    c.write("diagram.json", "{")
    let r = c.program("print(1)")
    #expect(r.status == 2 && r.error.contains("diagram.json:1:2") && r.error.contains("--board pico"), "\(r)")
  }
  @Test func lint() {
    let c = Command()
    c.write("good.json", wired)
    c.write("bad.json", #"{"parts": [{"type": "wokwi-pi-pico", "id": "pico"}, {"type": "wokwi-let", "id": "l"}]}"#)
    c.write("warns.json", #"{"parts": [{"type": "wokwi-pi-pico", "id": "pico"}, {"type": "wokwi-led", "id": "l", "attrs": {"flip": "yes"}}]}"#)
    c.write("text.json", "parts")
    let good = c.run(["lint", "good.json"])
    #expect(
      good.status == 0 && good.output == "good.json:1:67: info: there is no model of \"wokwi-tv\" yet: its wires lead nowhere (unsupported-part)\n", "\(good)")
    #expect(c.run(["lint", "--quiet", "good.json"]).output.isEmpty)
    let bad = c.run(["lint", "bad.json"])
    #expect(
      bad.status == 1 && bad.output == "bad.json:1:53: error: there is no part \"wokwi-let\"; did you mean \"wokwi-led\"? (unknown-part-type)\n", "\(bad)")
    #expect(c.run(["lint", "warns.json"]).status == 0 && c.run(["lint", "--warnings-as-errors", "warns.json"]).status == 1)
    #expect(c.run(["lint", "text.json"]).output == "text.json:1:1: error: expected a value, found \"p\" (json)\n")
    #expect(c.run(["lint", "missing.json"]).status == 2)
  }
  @Test func aRecordingBringsItsBoard() {
    let c = Command()
    c.write("two.json", wired)
    #expect(c.program(program, ["--board", "two.json", "--record", "r"]).status == 0)
    let r = c.run(["run", "--speed", "max", "--replay", "r"])
    #expect(r.status == 0 && r.output == "0 1 0 1 ", "\(r)")
  }
}

@Suite struct AudioTests {
  /// 440 Hz for half a second, then silence: heard in the file.
  @Test func aBuzzerIsHeard() throws {
    let c = Command()
    c.write(
      "diagram.json",
      #"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}, {"type": "wokwi-buzzer", "id": "b"}], "connections": [["b:1", "p:GND.1", "", []], ["b:2", "p:GP15", "", []]]}"#
    )
    let r = c.program(
      "from machine import Pin, PWM\nimport time\np = PWM(Pin(15), freq=440, duty_u16=32768)\ntime.sleep(0.5)\np.duty_u16(0)\ntime.sleep(0.5)",
      ["--audio", "out.wav"])
    #expect(r.status == 0 && r.error.isEmpty, "\(r)")
    let data = try Data(contentsOf: c.folder.appendingPathComponent("out.wav"))
    let samples = stride(from: 44, to: data.count - 1, by: 2).map { Int16(truncatingIfNeeded: Int(data[$0]) | Int(data[$0 + 1]) << 8) }
    #expect(
      abs(samples.count - 44_100) < 2000 && data.prefix(4) == Data("RIFF".utf8) && Int(data[40]) | Int(data[41]) << 8 | Int(data[42]) << 16 == 2 * samples.count
    )
    let sounding = samples[4410..<19_845], rises = zip(sounding, sounding.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(rises - 154) <= 1, "0.35 s at 440 Hz: \(rises)")
    #expect(samples[26_000...].allSatisfy { abs($0) < 100 })
  }
}
