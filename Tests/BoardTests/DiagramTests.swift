import Emulation
import OffChip
import Picture
import RP2040
import Registers
import Testing

@testable import Board

@Suite struct DiagramTests {
  static let sample = """
    {
      "version": 1,
      "author": "Somebody",
      "editor": "wokwi",
      "future": {"kept": [1, 2.50, null]},
      "parts": [
        {"type": "wokwi-pi-pico", "id": "pico", "top": 0, "left": 0, "attrs": {}},
        {"type": "wokwi-led", "id": "led1", "top": -50, "left": 120.5, "rotate": 90, "attrs": {"color": "green"}, "extra": true},
        {"type": "wokwi-resistor", "id": "r1", "top": 10, "left": 100, "attrs": {"value": "220"}},
        {"type": "wokwi-pushbutton", "id": "btn1", "top": 90, "left": 150, "attrs": {"color": "red", "key": "b", "bounce": "0"}}
      ],
      "connections": [
        ["pico:GP5", "r1:1", "green", ["h-10", "v5", "*", "h3"]],
        ["r1:2", "led1:A", "", []],
        ["led1:C", "pico:GND.2", "black"],
        ["btn1:1.l", "pico:GP2", "blue", ["v0"]],
        ["btn1:2.r", "pico:GND.8", "#000000", ["v0"]],
        ["pico:GP0", "$serialMonitor:RX", "", []]
      ],
      "dependencies": {}
    }
    """
  private func read(_ text: String) throws -> (diagram: Diagram, issues: [DiagramIssue]) { try Diagram.read(Array(text.utf8)) }
  /// A diagram of these parts and wires beside a Pico; issues as "rule: message".
  private func issues(_ parts: String, _ wires: String = "") throws -> [String] {
    try read(#"{"parts": [{"type": "wokwi-pi-pico", "id": "pico"}\#(parts.isEmpty ? "" : ", " + parts)], "connections": [\#(wires)]}"#).issues.map {
      "\($0.rule): \($0.message)"
    }
  }

  @Test func reading() throws {
    let (d, issues) = try read(Self.sample)
    #expect(issues == [])
    #expect(
      d.parts.map(\.id) == ["pico", "led1", "r1", "btn1"] && d.parts[1].left == 120.5 && d.parts[1].rotation == 90 && d.parts[3].description["key"] == "b")
    #expect(
      d.wires.count == 6 && d.wires[0].route == ["h-10", "v5", "*", "h3"] && d.wires[2].colour == "black"
        && d.wires[3].from == Diagram.End(part: "btn1", pin: "1.l"))
    #expect(d.pico?.id == "pico")
  }
  @Test func everythingIsWrittenBack() throws {
    let d = try read(Self.sample).diagram
    #expect(try JSONParser.parse(d.text) == JSONParser.parse(Self.sample))
    #expect(d.text.contains("2.50") && d.text.contains("\"extra\": true"))
    #expect(try read(d.text).diagram.text == d.text, "and once written it stays")
  }
  @Test func slipsAreNamedWithAHint() throws {
    #expect(try issues(#"{"type": "wokwi-let", "id": "a"}"#) == [#"unknown-part-type: there is no part "wokwi-let"; did you mean "wokwi-led"?"#])
    #expect(
      try issues(#"{"type": "wokwi-led", "id": "led1"}"#, #"["led1:a", "pico:gp3", "red", []]"#) == [
        #"invalid-pin: "led1:a": wokwi-led has no pin "a"; did you mean "A"?"#,
        #"invalid-pin: "pico:gp3": wokwi-pi-pico has no pin "gp3"; did you mean "GP3"?"#,
      ])
    #expect(
      try issues(#"{"type": "wokwi-led", "id": "led1"}"#, #"["ledl:A", "pico:GP3", "red", []]"#) == [
        #"missing-component: "ledl:A": there is no part "ledl"; did you mean "led1"?"#
      ])
    #expect(try issues("", #"["pico:GND", "pico:GND.1", "red", []]"#) == [#"invalid-pin: "pico:GND": wokwi-pi-pico calls it "GND.1""#])
    #expect(
      try issues(#"{"type": "wokwi-led", "id": "l", "attrs": {"colour": "red"}}"#) == [
        #"invalid-attribute: l: wokwi-led has no attribute "colour"; did you mean "color"?"#
      ])
    #expect(try issues(#"{"type": "wokwi-resistor", "id": "r", "attrs": {"value": "lots"}}"#) == [#"invalid-attribute: r: "value" is "lots": it is a number"#])
    #expect(try issues(#"{"type": "wokwi-led", "id": "l", "x": 5}"#) == [#"wrong-coord-names: l: "x" does nothing; use "left""#])
    #expect(try issues(#"{"type": "wokwi-led", "id": "pico"}"#) == [#"duplicate-id: there is already a part "pico""#])
    #expect(try issues(#"{"type": "wokwi-led", "id": "l", "attrs": {"left": "5"}}"#).first?.hasPrefix("misplaced-coords") == true)
    #expect(try issues("", #"["pico", "pico:GP1"]"#) == [#"bad-connection: an end of a wire is written "part:pin", not "pico""#])
    #expect(try issues("", #"["$serialMonitor:RXX", "pico:GP1"]"#) == [#"invalid-pin: $serialMonitor has the pins RX and TX, not "RXX""#])
    #expect(try issues("7, {}, {\"type\": 1, \"id\": \"a\"}").count == 3)
  }
  @Test func partsWithoutAModelAreNamedOnce() throws {
    let two = #"{"type": "wokwi-tv", "id": "a"}, {"type": "wokwi-tv", "id": "b"}, {"type": "chip-mine", "id": "c"}"#
    let found = try issues(two, #"["a:IN", "pico:GP1"], ["c:X", "b:SYNC"]"#)
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("unsupported-part") }, "\(found)")
  }
  @Test func boardsThatAreNoPico() throws {
    let uno = try read(#"{"parts": [{"type": "wokwi-arduino-uno", "id": "uno"}]}"#)
    #expect(uno.diagram.pico == nil && uno.issues.map(\.rule) == ["missing-component"] && uno.issues[0].message.contains("AVR"))
    #expect(try read(#"{"parts": []}"#).issues.map(\.message) == ["there is no Pico: add a part of the type wokwi-pi-pico or board-pi-pico-w"])
    #expect(try read("[]").issues.map(\.rule) == ["not-a-diagram"])
    #expect(try read(#"{"parts": [{"type": "wokwi-pi-pico", "id": "a"}, {"type": "board-pi-pico-w", "id": "b"}]}"#).issues.map(\.rule) == ["redundant-parts"])
  }
  @Test func placesInTheFile() throws {
    let issue = try read("{\"parts\": [\n  {\"type\": \"wokwi-pi-pico\", \"id\": \"p\"},\n  {\"type\": \"nothing-like-it\", \"id\": \"q\"}\n]}").issues[0]
    #expect(issue.text(file: "f.json") == "f.json:3:3: error: there is no part \"nothing-like-it\" (unknown-part-type)")
  }
  @Test func routes() {
    let a = Point(0, 0), b = Point(100, 50)
    #expect(WireRoute.points(from: a, to: b, []) == [a, Point(100, 0), b])
    #expect(WireRoute.points(from: a, to: b, ["v20"]) == [a, Point(0, 20), Point(100, 20), b])
    #expect(WireRoute.points(from: a, to: b, ["h10", "*", "v5", "h-20"]) == [a, Point(10, 0), Point(10, 55), Point(80, 55), Point(80, 50), b])
    let full = WireRoute.points(from: a, to: b, ["h10", "*", "h-20", "v-10"])
    #expect(
      full.first == a && full.last == b && full[full.count - 2] == Point(100, 40) && full[full.count - 3] == Point(80, 40), "the last step ends at the pin")
    for r in [["v3", "h4", "v-7.5"], ["*"], ["*", "h3"], ["h1", "*"]] {
      let p = WireRoute.points(from: a, to: b, r)
      for i in 1..<p.count { #expect(p[i].x == p[i - 1].x || p[i].y == p[i - 1].y, "pieces are horizontal or vertical") }
    }
    #expect(
      WireRoute.isStep("v-3.5") && WireRoute.isStep("*") && WireRoute.isStep("$bb") && !WireRoute.isStep("x3") && !WireRoute.isStep("vnan")
        && !WireRoute.isStep("v"))
  }
  @Test func rotatedPins() throws {
    let d = try read(Self.sample).diagram, led = d.parts[1], s = led.shape
    // 40 by 50 pixels turned by 90° around (140.5, -25): the anode at (25, 42) is 5 right of and 17 below the middle.
    let p = led.position(of: "A", s)!
    #expect(abs(p.x - (140.5 - 17)) < 1e-9 && abs(p.y - (-25 + 5)) < 1e-9)
  }
}
