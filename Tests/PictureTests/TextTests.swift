import Testing

@testable import Picture

struct TextTests {
  /// What `text` draws, as art.
  private func art(_ string: String, width: Int, height: Int, tiny: Bool = false) -> [String] {
    let c = Canvas(width: width, height: height)
    c.text(string, Point(0, 0), .white, tiny: tiny)
    return (0..<height).map { y in String((0..<width).map { c.pixel($0, y) == .white ? "#" : "." }) }
  }

  @Test func letters() {
    #expect(
      art("Äg", width: 12, height: 12) == [
        ".#.#........", "............", ".###........", "#...#.......", "#...#..####.", "#####.#...#.", "#...#.#...#.", "#...#..####.", "#...#.....#.",
        "......#...#.", ".......###..", "............",
      ])
  }
  @Test func tinyLetters() {
    #expect(art("Gp1", width: 12, height: 6, tiny: true) == [".##.##...#..", "#...#.#.##..", "#.#.##...#..", "#.#.#....#..", ".##.#...###.", "............"])
  }

  /// Every printable character of ASCII and Latin-1 has a glyph of its own, and no two look alike.
  @Test func everyCharacterIsThereAndDistinct() {
    var seen: [[UInt8]: Unicode.Scalar] = [:]
    for v in Array(UInt32(33)...126) + Array(0xa1...0xff) where v != 0xad {
      let c = Unicode.Scalar(v)!
      #expect(Font.has(c), "\(c)")
      let g = Font.glyph(c)
      #expect(g.count == 12)
      if let other = seen[g] { Issue.record("\(c) looks like \(other)") }
      seen[g] = c
    }
    for c in "ΩµπΔ∞≤≥≠←↑→↓▲▼◀▶●○■□✓✗…–—•€─│┌┐└┘├┤┬┴┼█▀▄".unicodeScalars { #expect(Font.has(c), "\(c)") }
    #expect(!Font.has("字"))
    #expect(Font.glyph("字") == Font.glyph("\u{fffd}"))
    var tiny: [[UInt8]: Unicode.Scalar] = [:]
    for v in UInt32(33)...95 {
      let c = Unicode.Scalar(v)!, g = Font.tiny(c)
      if let other = tiny[g] { Issue.record("tiny \(c) looks like \(other)") }
      tiny[g] = c
    }
  }
  @Test func anchors() {
    for (h, x) in [(HorizontalAnchor.left, 20), (.centre, 20 - 8), (.right, 20 - 17)] {
      let c = Canvas(width: 60, height: 20)
      c.text("HHH", Point(20, 10), .white, horizontal: h, vertical: .middle)
      let columns = (0..<60).filter { x in (0..<20).contains { c.pixel(x, $0) == .white } }
      let rows = (0..<20).filter { y in (0..<60).contains { c.pixel($0, y) == .white } }
      #expect(columns.first == x)
      #expect(columns.last == x + 16)
      #expect(rows.first == 7 || rows.first == 6)
      #expect(rows.count == 7)
    }
  }
  @Test func magnifiedTextIsTheSameTextLarger() {
    let one = Canvas(width: 30, height: 14), three = Canvas(width: 30, height: 14, scale: 3)
    one.text("Pico ✓", Point(0, 1), .white)
    three.text("Pico ✓", Point(0, 1), .white)
    for y in 0..<42 { for x in 0..<90 { #expect(three.pixel(x, y) == one.pixel(x / 3, y / 3)) } }
  }
  @Test func turnedTextCoversTheSameArea() {
    func area(_ degrees: Double) -> Double {
      let c = Canvas(width: 100, height: 100)
      c.rotate(degrees: degrees, around: Point(50, 50))
      c.text("Turn", Point(35, 44), .white)
      return Double(c.pixels.reduce(0) { $0 + Int($1 & 0xff) }) / 255
    }
    let upright = area(0)
    for d in [30.0, 90, 123, 180, 270] { #expect(abs(area(d) - upright) < 0.5, "\(d)") }
  }
}
