import Foundation
import Testing

@Suite struct ScenarioCommandTests {
  private func folder() -> Command {
    let c = Command()
    c.write(
      "diagram.json",
      """
      {"parts": [{"type": "wokwi-pi-pico", "id": "pico"}, {"type": "wokwi-pushbutton", "id": "btn"}, {"type": "wokwi-led", "id": "led"},
                 {"type": "wokwi-resistor", "id": "r", "attrs": {"value": "220"}}],
       "connections": [["btn:1.l", "pico:GP2", "", []], ["btn:2.l", "pico:GND.1", "", []], ["pico:GP5", "r:1", "", []], ["r:2", "led:A", "", []], ["led:C", "pico:GND.2", "", []]]}
      """)
    c.write(
      "main.py",
      """
      from machine import Pin
      import time
      button, led = Pin(2, Pin.IN, Pin.PULL_UP), Pin(5, Pin.OUT)
      name = input("name? ")
      print("hello", name)
      while True:
          led.value(not button.value())
          time.sleep_ms(10)
      """)
    return c
  }
  private static let good = """
    name: It lights up
    version: 1
    steps:
      - wait-serial: "name? "
      - write-serial: "Eve\\r"
      - wait-serial: hello Eve
      - delay: 20ms
      - expect-pin: {part-id: pico, pin: GP5, value: 0}
      - set-control: {part-id: btn, control: pressed, value: 1}
      - delay: 200ms
      - expect-pin: {part-id: pico, pin: GP5, value: 1}
      - expect: {part-id: led, brightness: "> 0.9"}
      - expect-pin: {part-id: led, pin: A, millivolts: 1800..2000}
      - take-screenshot: {part-id: led, save-to: lit.png}
      - take-screenshot: {part-id: led, compare-with: lit.png}
      - take-screenshot: {save-to: board.png}
      - set-control: {part-id: btn, control: pressed, value: 0}
      - delay: 200ms
      - expect: {part-id: led, brightness: "< 0.05"}
    """
  @Test func aScenarioPasses() throws {
    let c = folder()
    c.write("s.yaml", Self.good)
    let r = c.run(["test", "s.yaml"])
    #expect(r.status == 0 && r.error.contains("s.yaml: passed, 16 steps in 0.") && r.output.contains("hello Eve"), "\(r)")
    for name in ["lit.png", "board.png"] { #expect(try Data(contentsOf: c.folder.appendingPathComponent(name)).prefix(4) == Data([0x89, 0x50, 0x4e, 0x47])) }
    #expect(c.run(["test", "s.yaml"]).error == r.error, "the same in every run")
  }
  @Test func failuresNameTheLine() {
    let c = folder()
    let start = "version: 1\nsteps:\n  - wait-serial: name\n  - write-serial: \"x\\r\"\n  - delay: 100ms\n"
    for (step, message) in [
      ("expect-pin: {part-id: pico, pin: GP5, value: 1}", "pico:GP5 is 0, not 1"),
      ("expect: {part-id: led, brightness: \">0.1\"}", "led: brightness is 0.0, not >0.1"),
      ("expect: {part-id: led, colour: red}", "led has no reading \"colour\"; it has brightness"),
      ("set-control: {part-id: bnt, control: pressed, value: 1}", "did you mean \"btn\"?"),
      ("wait: {part-id: led, colour: red}", "led has no reading \"colour\""), ("wait: {part-id: lad, brightness: 1}", "did you mean \"led\"?"),
      ("expect-serial: goodbye", "the console has not said \"goodbye\""), ("expect-pin: {part-id: pico, pin: GP99, value: 1}", "pico has no pin \"GP99\""),
      ("take-screenshot: {part-id: led, compare-with: none.png}", "none.png"),
    ] {
      c.write("s.yaml", start + "  - " + step + "\n")
      let r = c.run(["test", "s.yaml"])
      #expect(r.status == 1 && r.error.contains("s.yaml:6: ") && r.error.contains(message), "\(step): \(r)")
    }
    c.write("s.yaml", start + "  - wait-serial: never\n")
    let late = c.run(["test", "s.yaml", "--for", "5"])
    #expect(late.status == 1 && late.error.contains("time is up: line 6: the console never said \"never\""), "\(late)")
    c.write("s.yaml", start + "  - wait: {part-id: led, brightness: \"> 0.5\"}\n")
    let dark = c.run(["test", "s.yaml", "--for", "5"])
    #expect(dark.status == 1 && dark.error.contains("time is up: line 6: led: brightness is 0.0, not > 0.5"), "\(dark)")
    c.write("s.yaml", "steps:\n  - dealy: 5\n")
    #expect(c.run(["test", "s.yaml"]).status == 2)
    #expect(c.run(["test", "none.yaml"]).status == 2)
  }
  @Test func aProgramThatFails() {
    let c = folder()
    c.write("other.py", "print('ok')\nraise ValueError('x')\n")
    c.write("s.yaml", "steps:\n  - wait-serial: ok\n  - wait-serial: more\n")
    let r = c.run(["test", "s.yaml", "other.py"])
    #expect(r.status == 1 && r.error.contains("the program ended with status 1"), "\(r)")
    c.write("done.py", "from machine import Pin\nPin(5, Pin.OUT).on()\n")
    c.write("s.yaml", "steps:\n  - delay: 1s\n  - expect: {part-id: led, brightness: \">0.9\"}\n")
    let done = c.run(["test", "s.yaml", "done.py"])
    #expect(done.status == 0, "pins stay as a program leaves them: \(done)")
  }
  /// In a run, too; and what it does is recorded as if a person had done it.
  @Test func aScenarioDuringARunIsRecorded() {
    let c = folder()
    c.write(
      "p.py", "from machine import Pin\nimport time\nb = Pin(2, Pin.IN, Pin.PULL_UP)\nwhile b.value(): time.sleep_ms(1)\nprint('pressed at', time.ticks_ms())\n"
    )
    c.write("s.yaml", "steps:\n  - delay: 300ms\n  - set-control: {part-id: btn, control: pressed, value: 1}\n")
    let r = c.run(["run", "p.py", "--speed", "max", "--scenario", "s.yaml", "--record", "r"])
    #expect(r.status == 0 && (r.output.hasPrefix("pressed at 29") || r.output.hasPrefix("pressed at 30")), "\(r)")
    #expect(c.run(["run", "p.py", "--speed", "max", "--replay", "r"]).output == r.output)
  }
}
