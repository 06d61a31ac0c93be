import Testing

@testable import Board
import Emulation
import Foundation

@Suite struct YAMLTests {
  private func parse(_ text: String) throws -> JSONNode { try YAMLParser.parse(Array(text.utf8)) }
  private func same(_ yaml: String, _ json: String) throws {
    #expect(try parse(yaml) == JSONParser.parse(json), "\(yaml)")
  }

  @Test func structures() throws {
    try same("a: 1\nb: text with spaces\n", #"{"a": "1", "b": "text with spaces"}"#)
    try same("steps:\n  - delay: 5ms\n  - x:\n      y: 1\n      z: 2\n", #"{"steps": [{"delay": "5ms"}, {"x": {"y": "1", "z": "2"}}]}"#)
    try same("steps:\n- a: 1\n  b: 2\n- c\n", #"{"steps": [{"a": "1", "b": "2"}, "c"]}"#)
    try same("- - 1\n  - 2\n-\n  - 3\n", #"[["1", "2"], ["3"]]"#)
    try same("a: {b: 1, c: [x, 'y, z'], \"d\": {}}\n", #"{"a": {"b": "1", "c": ["x", "y, z"], "d": {}}}"#)
    try same("a:\nb: ''\nc: \"\"\n", #"{"a": null, "b": "", "c": ""}"#)
    try same("a: http://x.y/z:1\nb: 12:30\n", #"{"a": "http://x.y/z:1", "b": "12:30"}"#)
  }
  @Test func textsAndComments() throws {
    try same("# all\na: 1 # one\nb: \"# no\"\nc: x#y\n\n  # indented\nd: 'it''s'\n", ##"{"a": "1", "b": "# no", "c": "x#y", "d": "it's"}"##)
    try same(##"a: "\x41\u00e4\r\n\t\\\"""## + "\n", #"{"a": "Aä\r\n\t\\\""}"#)
    try same("a: |\n  one\n    two\n\n  three # kept\nb: >-\n  x\n  y\n", #"{"a": "one\n  two\n\nthree # kept\n", "b": "x y"}"#)
    try same("---\na: 1\r\nb: 2\r\n", #"{"a": "1", "b": "2"}"#)
  }
  @Test(arguments: [
    ("a: 1\n  b: 2", 2, 3, "more"), ("a:\n    b: 1\n  c: 2", 3, 3, "more"), ("a: [1, 2", 1, 9, "expected"), ("\ta: 1", 1, 1, "spaces"),
    ("a: 1\na: 2", 2, 1, "second time"),
    ("a: \"x", 1, 6, "no end"), ("a: &x 1", 1, 4, "anchors"), ("a: {b 1}", 1, 8, "expected :"), ("", 1, 1, "empty"), ("a: 1\njust text", 2, 1, "name: value"),
    ("a: \"x\" y", 1, 8, "after the end"),
    ("a: 1\n---\nb: 2", 2, 1, "one document"), ("a: [,]", 1, 5, "missing"),
  ])
  func errors(text: String, line: Int, column: Int, reason: String) {
    do {
      _ = try parse(text)
      Issue.record("\(text) was accepted")
    } catch let e as JSONError {
      #expect(e.line == line && e.column == column && e.reason.contains(reason), "\(text): \(e)")
    } catch {}
  }
  /// Damaged scenarios: never a trap.
  @Test(arguments: 0..<30 as Range<UInt64>) func mutations(seed: UInt64) {
    var mutations = Mutations(of: ScenarioTests.sample, signs: "{}[]\",:\\\n -'|", seed: seed)
    for _ in 0..<100 {
      let bytes = mutations.next()
      do throws(JSONError) { _ = try Scenario.read(bytes) } catch { #expect(error.line >= 1 && !error.reason.isEmpty) }
    }
  }
}

@Suite struct ScenarioTests {
  static let sample = """
    name: Everything
    version: 1
    author: Somebody
    program: x.py
    timeout: 2s
    steps:
      - delay: 1.5ms
      - wait-serial: "ready >"
      - write-serial: "a\\r"
      - write-serial: [1, 0x41, 255]
      - set-control:
          part-id: btn1
          control: pressed
          value: 1
      - expect-pin: {part-id: pico, pin: GP5, value: high}
      - expect-pin: {part-id: pico, pin: GP5, expected: 0}
      - expect-pin: {part-id: pot, pin: SIG, millivolts: 1600..1700}
      - expect: {part-id: led1, brightness: "> 0.5"}
      - expect-serial: done
      - name: a picture
        take-screenshot:
          part-id: led1
          save-to: led.png
    """
  @Test func reading() throws {
    let s = try Scenario.read(Array(Self.sample.utf8))
    #expect(s.name == "Everything" && s.program == "x.py" && s.timeout == 2_000_000_000 && s.steps.count == 11)
    #expect(s.steps[0].line == 7)
    guard case .delay(1_500_000) = s.steps[0].step, case .waitSerial("ready >") = s.steps[1].step, case .writeSerial([97, 13]) = s.steps[2].step,
      case .writeSerial([1, 0x41, 255]) = s.steps[3].step, case .setControl("btn1", "pressed", 1) = s.steps[4].step,
      case .expectPin(let end, let high, false) = s.steps[5].step, case .expectPin(_, let low, false) = s.steps[6].step,
      case .expectPin(_, let range, true) = s.steps[7].step, case .expect("led1", "brightness", let above) = s.steps[8].step,
      case .expectSerial("done") = s.steps[9].step, case .screenshot("led1", "led.png", nil) = s.steps[10].step
    else {
      Issue.record("\(s.steps)")
      return
    }
    #expect(end == Diagram.End(part: "pico", pin: "GP5") && high.allows(1) && !high.allows(0) && low.allows(0) && range.allows(1650) && !range.allows(1701))
    #expect(above.allows(0.51) && !above.allows(0.5))
  }
  @Test(arguments: [
    ("steps:\n  - dealy: 5", 2, "there is no step \"dealy\"; did you mean \"delay\"?"), ("steps:\n  - delay: soon", 2, "a time is written"),
    ("name: x", 1, "no \"steps\""),
    ("step:\n  - delay: 1s", 1, "did you mean \"steps\"?"), ("version: 2\nsteps: []", 1, "version 1"),
    ("steps:\n  - set-control: {part-id: a, control: b}", 2, "\"value\" is missing"),
    ("steps:\n  - set-control: {part-id: a, control: b, value: much}", 2, "is a number"),
    ("steps:\n  - expect-pin: {part: a, pin: b, value: 1}", 2, "no \"part\" here; did you mean \"part-id\"?"),
    ("steps:\n  - write-serial: [300]", 2, "0 to 255"), ("steps:\n  - expect: {part-id: a}", 2, "one reading"),
    ("steps:\n  - expect: {part-id: a, b: \"> x\"}", 2, "a number is missing"),
    ("steps:\n  - wait-serial:", 2, "missing"), ("steps: 5", 1, "not a list"), ("- a", 1, "with \"steps\", not a list"), ("5", 1, "not a text"),
    ("steps:\n  - expect: {part-id: a, b: 3..1}", 2, "lower end"),
  ])
  func errors(text: String, line: Int, reason: String) {
    do throws(JSONError) {
      _ = try Scenario.read(Array(text.utf8))
      Issue.record("\(text) was accepted")
    } catch { #expect(error.line == line && error.reason.contains(reason), "\(text): \(error)") }
  }
  @Test func touches() throws {
    let s = try Scenario.read(
      Array("steps:\n  - touch: {part-id: t, x: 10, y: 20, duration: 5ms}\n  - touch-move: {part-id: t, x: 1, y: 2}\n  - power-cycle:".utf8))
    guard s.steps.count == 5, case .touch("t", 10, 20, true) = s.steps[0].step, case .delay(5_000_000) = s.steps[1].step,
      case .touch("t", nil, nil, false) = s.steps[2].step, case .touch("t", 1, 2, true) = s.steps[3].step, case .powerCycle = s.steps[4].step
    else { Issue.record("\(s.steps)"); return }
  }

  /// Plays steps on a board that runs a program; the failure, nil if all went well, and what the console said.
  static func play(_ steps: String, _ program: String, board diagram: Diagram = .bare(), folder: String = ".", seconds: UInt64 = 10) throws -> (String?, String)
  {
    var configuration = PicoBoard.Configuration()
    configuration.request.program = Array(program.utf8)
    configuration.request.arguments = ["main.py"]
    configuration.diagram = diagram
    let output = ConsoleOutput(standard: -1, error: -1)
    var said: [UInt8] = []
    output.tap = { bytes, _ in said += bytes }
    let board = try PicoBoard(configuration, output: output)
    let runner = ScenarioRunner(try Scenario.read(Array(("steps:\n" + steps).utf8)), board, folder: folder)
    while board.now.nanoseconds < seconds * 1_000_000_000 {
      runner.poll()
      switch runner.state {
      case .running: break
      case .passed: return (nil, String(decoding: said, as: UTF8.self))
      case .failed(let line, let reason): return ("\(line): \(reason)", String(decoding: said, as: UTF8.self))
      }
      let next = min(runner.nextTime ?? .max, board.now.nanoseconds + 1_000_000)
      if case .stopped(let why) = board.run(until: Instant(nanoseconds: max(next, board.now.nanoseconds + 1000))) { return ("\(why)", "") }
    }
    return ("time is up: \(runner.waitsFor)", String(decoding: said, as: UTF8.self))
  }

  /// A program that erases a block of its flash loses its power in the middle, and at the next start finds what a real flash has then:
  /// neither the old bytes nor blank ones; the next block is whole. Erased again, it works.
  @Test func powerGoesInAnErase() throws {
    let program = """
      import rp2
      f = rp2.Flash()
      b = bytearray(4096)
      f.readblocks(1, b)
      if b[0] == 255:
        f.writeblocks(0, bytes([0x3c]) * 4096)
        f.writeblocks(1, bytes([0x5a]) * 4096)
        print('erasing')
        f.ioctl(6, 0)
        print('never')
      else:
        c = bytearray(4096)
        f.readblocks(0, c)
        old, blank = sum(x == 0x3c for x in c), sum(x == 0xff for x in c)
        print('old', old < 4096, 'blank', blank < 4096, 'next', b == bytes([0x5a]) * 4096)
        f.writeblocks(0, bytes([0x77]) * 4096)
        f.readblocks(0, c)
        print('again', c == bytes([0x77]) * 4096)
      """
    for milliseconds in [3, 20, 40] {
      let (failure, text) = try Self.play(
        "  - wait-serial: erasing\n  - delay: \(milliseconds)ms\n  - power-cycle:\n  - wait-serial: old True blank True next True\n  - wait-serial: again True\n",
        program)
      #expect(failure == nil && !text.contains("never"), "\(failure ?? "") \(text)")
    }
  }
  /// The same in a program: 256 bytes of which some bits are cleared, none is set.
  @Test func powerGoesInAProgram() throws {
    let program = """
      import rp2
      f = rp2.Flash()
      b = bytearray(4096)
      f.readblocks(1, b)
      if b[0] == 255:
        f.ioctl(6, 0)
        f.writeblocks(1, bytes(4096))
        print('programming')
        f.writeblocks(0, bytes([0x0f]) * 4096, 0)
        print('never')
      else:
        f.readblocks(0, b)
        print('bits', all(x & 0x0f == 0x0f for x in b), 'not all', sum(x == 0x0f for x in b) < 4096, 'some', sum(x != 0xff for x in b) > 0)
      """
    let (failure, text) = try Self.play(
      "  - wait-serial: programming\n  - delay: 2100us\n  - power-cycle:\n  - wait-serial: bits True not all True some True\n", program)
    #expect(failure == nil && !text.contains("never"), "\(failure ?? "") \(text)")
  }
  /// A picture that differs says where.
  @Test func picturesAreCompared() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let board = try Diagram.read(
      Array(#"{"version":1,"parts":[{"id":"pico","type":"wokwi-pi-pico"},{"id":"sw","type":"wokwi-slide-switch"}],"connections":[]}"#.utf8)
    ).diagram
    let program = "import time\nprint('up')\ntime.sleep(5)\n"
    let first = try Self.play(
      "  - wait-serial: up\n  - take-screenshot: {part-id: sw, save-to: a.png}\n  - take-screenshot: {part-id: sw, compare-with: a.png}", program, board: board,
      folder: folder)
    #expect(first.0 == nil, "\(first)")
    let second = try Self.play(
      "  - wait-serial: up\n  - set-control: {part-id: sw, control: value, value: 1}\n  - take-screenshot: {part-id: sw, compare-with: a.png}", program,
      board: board,
      folder: folder)
    #expect(second.0?.contains("pixels, the first at x ") == true && second.0?.contains("a.actual.png") == true, "\(second)")
    let third = try Self.play("  - take-screenshot: {part-id: pico, compare-with: a.png}", program, board: board, folder: folder)
    #expect(third.0?.contains(" × ") == true, "\(third)")
  }
  @Test func times() {
    for (text, ns) in [
      ("30ms", 30_000_000), ("1.5s", 1_500_000_000), ("200us", 200_000), ("7ns", 7), ("2m", 120_000_000_000), ("5", 5_000_000), ("1 s", 1_000_000_000),
    ] as [(String, UInt64)] {
      #expect(Scenario.nanoseconds(text) == ns, "\(text)")
    }
    for text in ["", "s", "-1s", "1h", "ms", "1e99s"] { #expect(Scenario.nanoseconds(text) == nil, "\(text)") }
  }
}
