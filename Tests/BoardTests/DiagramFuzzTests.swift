import Emulation
import Foundation
import OffChip
import Picture
import RP2040
import Testing

@testable import Board

/// Board files as the world writes and damages them. Nothing of it may end the program.
@Suite struct DiagramFuzzTests {
  /// Every type of part there is, twice as far apart as it is wide, with wires from each of its pins.
  static let everything: String = {
    var parts = [#"{"type": "wokwi-pi-pico", "id": "pico", "left": 0, "top": 0, "attrs": {"env": "micropython-20231005-v1.21.0"}}"#], wires: [String] = []
    for (i, name) in PartRegistry.names.enumerated() where !name.contains("pi-pico") && !name.contains("breadboard") {
      let d = PartDescription(id: "p\(i)", type: name), s = PartRegistry.type(named: name)!.shape(of: d)
      let attributes = PartRegistry.type(named: name)!.attributes.map { "\"\($0.name)\": \"\(10 + i)\"" }.joined(separator: ", ")
      parts.append(#"{"type": "\#(name)", "id": "p\#(i)", "left": \#(200 + i * 3), "top": -\#(i).5, "rotate": \#(i % 4 * 90), "attrs": {\#(attributes)}}"#)
      for (k, pin) in s.pins.prefix(6).enumerated() {
        let to = ["GP\((i + k) % 23)", "GND.\(1 + k % 8)", "3V3", "VBUS"][min(3, (i + k) % 7)]
        wires.append(#"["p\#(i):\#(pin.name)", "pico:\#(to)", "\#(["red", "", "#00ff80"][k % 3])", ["h\#(k)", "*", "v-\#(i)"]]"#)
      }
    }
    return
      "{\"version\": 1,\n\"parts\": [\n\(parts.joined(separator: ",\n"))\n],\n\"connections\": [\n\(wires.joined(separator: ",\n"))\n], \"dependencies\": {}}"
  }()

  @Test func everyPartAtOnce() throws {
    let t = try Table(Self.everything)
    t.run(20_000_000)
    #expect(t.assembly.parts.allSatisfy { $0 != nil } || !t.assembly.reports.isEmpty)
  }
  /// Thousands of damaged copies: nearly all are refused, with their place in the file; what still reads is a board whose issues have places.
  @Test(arguments: 0..<16 as Range<UInt64>) func damagedFiles(seed: UInt64) throws {
    var mutations = Mutations(of: Self.everything, signs: "{}[]\",:.-*\\0159", seed: seed + 1000), refused = 0
    for _ in 0..<250 {
      let bytes = mutations.next()
      do throws(JSONError) {
        Self.havePlaces(try Diagram.read(bytes).issues)
      } catch {
        refused += 1
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 10 }
        #expect(error.line >= 1 && error.line <= lines.count + bytes.count { $0 == 13 } && error.column >= 1 && !error.reason.isEmpty, "\(error)")
      }
    }
    #expect(refused > 50, "\(refused)")
  }
  /// Board files that are JSON and say strange things: values of another kind or size, members that are missing or come twice. Whatever
  /// of it still has a Pico can be made, run and looked at; a file without one says so.
  @Test(arguments: 0..<16 as Range<UInt64>) func strangeFiles(seed: UInt64) throws {
    var mutations = TreeMutations(of: try JSONParser.parse(Self.everything), seed: seed + 1000), made = 0, complaints = 0
    for i in 0..<60 {
      let bytes = Array(mutations.next().text().utf8)
      let (diagram, issues) = try Diagram.read(bytes)
      Self.havePlaces(issues)
      complaints += issues.count
      if diagram.pico == nil {
        #expect(issues.contains { $0.severity == .error }, "a file without a Pico says so")
      } else if i % 20 == 0 {
        made += 1
        Self.runs(bytes)
      }
    }
    #expect(made > 0 && complaints > 60, "\(made) \(complaints)")
  }
  private static func havePlaces(_ issues: [DiagramIssue]) {
    for issue in issues { #expect(issue.line >= 1 && issue.column >= 1 && !issue.message.isEmpty, "\(issue)") }
  }
  private static func runs(_ bytes: [UInt8]) {
    do {
      let t = try Table(String(decoding: bytes, as: UTF8.self))
      t.run(2_000_000)
      _ = t.assembly.views(at: t.now)
    } catch { Issue.record("\(error)") }
  }
  /// Shapes that public projects have: no attributes at all, wires of three elements, breadboards, wires to parts that were removed, types of
  /// which there is no model and types that nobody has heard of.
  @Test func asTheWorldWritesThem() throws {
    let text = """
      {"version": 1, "author": "A", "editor": "wokwi", "serialMonitor": {"display": "plotter", "newline": "lf"},
       "parts": [
        {"type": "board-pi-pico-w", "id": "pico", "top": 0, "left": 0, "attrs": {"builder": "pico-sdk"}},
        {"type": "wokwi-breadboard-half", "id": "bb1", "top": 300, "left": 0, "attrs": {}},
        {"type": "wokwi-tv", "id": "tv1"}, {"type": "wokwi-tv", "id": "tv2"}, {"type": "chip-mine", "id": "c1"}, {"type": "wokwi-logo", "id": "w"},
        {"type": "wokwi-led", "id": "led1", "top": 1, "left": 2, "rotate": 90, "hide": false, "attrs": {"color": "limegreen", "flip": ""}},
        {"type": "wokwi-text", "id": "legend", "top": 1, "left": 2, "attrs": {"text": "Servo motor 🚀\\nüber"}}],
       "connections": [
        ["pico:GP5", "bb1:5t.a", "green", ["v0"]], ["bb1:5t.e", "led1:A", "", ["$bb"]], ["led1:C", "bb1:tn.1", "black"], ["bb1:tn.25", "pico:GND.8", "black", ["*", "h3"]],
        ["gone:VCC", "pico:3V3", "red", []], ["gone:GND", "pico:GND.1", "black", []], ["tv1:IN", "pico:GP2", "red", []], ["c1:OUT", "pico:GP3", "", []]],
       "dependencies": {"chip-mine": "github:somebody/else@1.0.0"}}
      """
    let issues = try Diagram.read(Array(text.utf8)).issues.map { "\($0.rule): \($0.message)" }
    #expect(
      issues == [
        #"unsupported-part: there is no model of "wokwi-tv" yet: its wires lead nowhere"#,
        #"unsupported-part: "chip-mine" is a custom chip: its wires lead nowhere"#,
        #"missing-component: "gone:VCC": there is no part "gone" (2 wires lead there)"#,
      ], "\(issues)")
    let t = try Table(text)
    t.pin(5, true)
    t.run(100_000_000)
    #expect(t.assembly.view("led1", at: t.now)![0] > 0.5, "the rest works")
  }
  /// `TAYBERRY_DIAGRAMS=DIR`: board files from elsewhere, as many as there are. Each is read, made, run for a moment and drawn.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TAYBERRY_DIAGRAMS"] != nil)) func filesFromElsewhere() throws {
    let folder = ProcessInfo.processInfo.environment["TAYBERRY_DIAGRAMS"]!
    var missing: [String: Int] = [:], count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
      let (diagram, issues) = try Diagram.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
      #expect(diagram.pico != nil, "\(name)")
      let types = issues.filter { $0.rule == "unsupported-part" || $0.rule == "unknown-part-type" }.map(\.message)
      #expect(Set(types).count == types.count, "\(name): each type is named once")
      for t in Set(diagram.parts.filter { $0.type == nil }.map(\.description.type)) { missing[t, default: 0] += 1 }
      let t = try Table(diagram.text)
      t.run(20_000_000)
      #expect(zip(diagram.parts, t.assembly.parts).allSatisfy { $0.0.type == nil || $0.1 != nil }, "\(name): \(t.assembly.reports)")
      count += 1
    }
    print("\(count) board files; without a model: \(missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" })")
  }
}
