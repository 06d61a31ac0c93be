import Picture
import Testing

@testable import Window

struct ConsoleTextTests {
  private func lines(_ text: String) -> [String] {
    var c = ConsoleText()
    c.write(text.utf8)
    return c.lines.indices.map { c.text($0) }
  }
  @Test func plainText() {
    #expect(lines("one\ntwo\r\nthree") == ["one", "two", "three"])
    #expect(lines("a\tb") == ["a       b"])
    #expect(lines("abc\rX") == ["Xbc"])
    #expect(lines("abc\u{8}\u{8}X") == ["aXc"])
    #expect(lines("\u{8}\u{8}a\u{7}") == ["a"])
  }
  @Test func sequences() {
    #expect(lines("abcdef\u{1b}[3D\u{1b}[K") == ["abc"])
    #expect(lines("abcdef\u{1b}[4D\u{1b}[P") == ["abdef"])
    #expect(lines("abc\u{1b}[2D\u{1b}[@X") == ["aXbc"])
    #expect(lines("one\ntwo\u{1b}[A!") == ["one!", "two"])
    #expect(lines("one\ntwo\u{1b}[2JX") == ["one", "two", "X"])
    #expect(lines("\u{1b}[5CX") == ["     X"])
    #expect(lines("x\u{1b}[?25ly\u{1b}]0;title\u{7}z") == ["xyz"])
    #expect(lines("\u{1b}[99999999999999999999CX").first!.count == 1001)
  }
  @Test func colours() {
    var c = ConsoleText()
    c.write("a\u{1b}[31mb\u{1b}[1mc\u{1b}[0md\u{1b}[94me".utf8)
    #expect(c.lines[0].map(\.style) == [0, 2, 18, 0, 13])
    c.write("f".utf8, error: true)
    #expect(c.lines[0][5].style & 32 != 0)
  }
  @Test func unicode() {
    #expect(lines("Grüße ✓ €") == ["Grüße ✓ €"])
    var c = ConsoleText()
    // One byte at a time, and malformed ones.
    for b in "ü".utf8 { c.write([b]) }
    c.write([0xff, 0x41, 0xc3, 0x42, 0xe2, 0x82])
    #expect(c.text(0) == "ü\u{fffd}A\u{fffd}B")
  }
  @Test func oldLinesGo() {
    var c = ConsoleText()
    for i in 0..<20_000 { c.write("line \(i)\n".utf8) }
    #expect(c.lines.count <= ConsoleText.limit + 501)
    #expect(c.dropped + c.lines.count == 20_001)
    #expect(c.text(c.lines.count - 2) == "line 19999")
  }
  @Test func selections() {
    var c = ConsoleText()
    c.write("first line\nsecond\nthird".utf8)
    #expect(ConsoleSelection(from: (0, 6), to: (2, 2)).text(of: c) == "line\nsecond\nth")
    #expect(ConsoleSelection(from: (2, 2), to: (0, 6)).text(of: c) == "line\nsecond\nth")
    #expect(ConsoleSelection(from: (1, 0), to: (1, 3)).text(of: c) == "sec")
    #expect(ConsoleSelection(from: (7, 0), to: (9, 3)).text(of: c) == "")
    #expect(ConsoleSelection(from: (0, 4), to: (0, 99)).text(of: c) == "t line")
  }
  /// Long lines are wrapped; the newest row is the last one that fits.
  @Test func wrapping() {
    var c = ConsoleText()
    for i in 0..<200 { c.write("\(i)\n".utf8) }
    c.write([UInt8](repeating: 65, count: 250))
    var pane = ConsolePane(box: Rect(0, 0, 616, 200), text: c, state: ViewState())
    #expect(pane.columns == 98)
    let rows = pane.visible()
    #expect(rows.count == pane.rows)
    #expect(rows.suffix(3).map(\.columns) == [0..<98, 98..<196, 196..<250])
    var state = ViewState()
    state.consoleScroll = 1
    pane = ConsolePane(box: pane.box, text: c, state: state)
    #expect(pane.visible().last?.columns == 98..<196)
    #expect(pane.visible().count == pane.rows)
    #expect(pane.scrollLimit() == 203 - pane.rows)
  }
  @Test func hostileBytesDoNoHarm() {
    var c = ConsoleText(), seed: UInt32 = 3
    var bytes: [UInt8] = []
    for _ in 0..<200_000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      let r = UInt8(truncatingIfNeeded: seed >> 24)
      bytes.append(r < 40 ? 27 : r < 80 ? 91 : r)
    }
    c.write(bytes)
    #expect(c.row < c.lines.count)
    _ = ConsolePane(box: Rect(0, 0, 300, 200), text: c, state: ViewState()).items()
  }
}
