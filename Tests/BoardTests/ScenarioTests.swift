import Testing

@testable import Board

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
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    func random(_ n: Int) -> Int {
      state ^= state << 13; state ^= state >> 7; state ^= state << 17
      return Int(state % UInt64(n))
    }
    for _ in 0..<100 {
      var bytes = Array(ScenarioTests.sample.utf8)
      for _ in 0...random(6) {
        let at = random(bytes.count)
        switch random(4) {
        case 0: bytes[at] = UInt8(random(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random(20)))
        case 2: bytes.insert([123, 125, 91, 93, 34, 44, 58, 92, 10, 32, 45, 39, 124][random(13)], at: at)
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random(60))], at: random(bytes.count))
        }
        if bytes.isEmpty { bytes = [0] }
      }
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
  @Test func times() {
    for (text, ns) in [
      ("30ms", 30_000_000), ("1.5s", 1_500_000_000), ("200us", 200_000), ("7ns", 7), ("2m", 120_000_000_000), ("5", 5_000_000), ("1 s", 1_000_000_000),
    ] as [(String, UInt64)] {
      #expect(Scenario.nanoseconds(text) == ns, "\(text)")
    }
    for text in ["", "s", "-1s", "1h", "ms", "1e99s"] { #expect(Scenario.nanoseconds(text) == nil, "\(text)") }
  }
}
