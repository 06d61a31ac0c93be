import Testing

@testable import Board

@Suite struct JSONTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "0", "-1.5e+10", "\"\"", #""a\"b\\c\/d\b\f\n\r\t""#, #""\u00e4\ud83d\ude00""#, "\"äöü😀\"",
    "[1, [2, {\"a\": null}], \"x\"]", " \t\r\n {\"a\" : 1 , \"a\" : 2} \n", "\u{feff}[1]",
  ])
  func valid(text: String) throws {
    let node = try JSONParser.parse(text)
    // What is written back says the same.
    #expect(try JSONParser.parse(node.text()) == node)
  }
  @Test func meaning() throws {
    let n = try JSONParser.parse(#"{"n": [1.50, -2e3], "s": "\u00e4\ud83d\ude00\n", "t": true, "u": {"v": null}, "t": false}"#)
    #expect(n["n"]?.array?.map(\.number) == [1.5, -2000] && n["s"]?.string == "ä😀\n" && n["t"]?.value == .bool(false) && n["u"]?["v"]?.value == .null)
    #expect(n.text().contains("1.50"), "numbers stay as they were written")
  }
  @Test(arguments: [
    ("", 1, 1, "ends"), ("[1,\n 2,,3]", 2, 4, "expected a value, found \",\""), ("{\"a\": 1,\n}", 2, 1, "comma before the end"),
    ("[1,]", 1, 4, "comma before the end"),
    ("{\"a\" 1}", 1, 6, "expected :"), ("{\"a\": tru}", 1, 7, "found \"t\""), ("\"abc", 1, 1, "no end"), ("\n\n  \"ab\ncd\"", 3, 3, "no end"),
    ("[1 2]", 1, 4, "expected , or ]"),
    ("{a: 1}", 1, 2, "name in double quotes"), ("// x", 1, 1, "no comments"), ("['a']", 1, 2, "double quotes"), ("01", 1, 2, "begin with 0"),
    ("1.", 1, 3, "digit"), ("-", 1, 2, "digit"),
    ("1e", 1, 3, "exponent"), ("\"\\x\"", 1, 2, "escape"), ("\"\\u12g4\"", 1, 4, "hexadecimal"), ("\"\\ud800\"", 1, 8, "surrogate"),
    ("[1] x", 1, 5, "after the end"),
    ("[\"ä\", x]", 1, 7, "found \"x\""), ("[[1]", 1, 5, "list of line 1, column 1 has no end"), ("\r\n\r\n{", 3, 2, "no end"),
  ])
  func invalid(text: String, line: Int, column: Int, reason: String) {
    do throws(JSONError) {
      _ = try JSONParser.parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(error.line == line && error.column == column && error.reason.contains(reason), "\(text): \(error)")
    }
  }
  @Test func invalidUTF8() {
    for bytes in [[0x22, 0x80, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xe2, 0x82]]
      as [[UInt8]]
    {
      #expect(throws: JSONError(line: 1, column: 2, reason: "the file is not UTF-8 here")) { try JSONParser.parse(bytes) }
    }
  }
  @Test func depthIsLimited() {
    #expect(throws: JSONError.self) { try JSONParser.parse([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) }
    #expect(throws: Never.self) { try JSONParser.parse(String(repeating: "[", count: 150) + String(repeating: "]", count: 150)) }
  }
  /// Damaged files: never a trap, and an error lies within the file.
  @Test(arguments: 0..<40 as Range<UInt64>) func mutations(seed: UInt64) {
    var mutations = Mutations(of: DiagramTests.sample, signs: "{}[]\",:\\0", seed: seed)
    for _ in 0..<100 {
      let bytes = mutations.next()
      do throws(JSONError) {
        let (diagram, issues) = try Diagram.read(bytes)
        #expect(try! JSONParser.parse(diagram.text) == diagram.root)
        for i in issues { #expect(i.line >= 0 && !i.message.isEmpty) }
      } catch {
        let lines = bytes.count { $0 == 10 } + bytes.count { $0 == 13 } + 1
        #expect(error.line >= 1 && error.line <= lines && error.column >= 1 && error.column <= bytes.count + 1)
      }
    }
  }
}
