import Testing

@testable import Picture

/// Shapes cover what they should: probed at pixels whose colour follows from geometry.
struct CanvasTests {
  let red = Colour(0xff0000), blue = Colour(0x0000ff)

  @Test func alignedRectangleIsExact() {
    let c = Canvas(width: 10, height: 10)
    c.fill(Rect(2, 3, 4, 5), red)
    for y in 0..<10 {
      for x in 0..<10 { #expect(c.pixel(x, y) == ((2..<6).contains(x) && (3..<8).contains(y) ? red : .black), "\(x) \(y)") }
    }
  }
  @Test func fractionsCoverInProportion() {
    let c = Canvas(width: 4, height: 4)
    c.fill(Rect(0.5, 1, 2.25, 1.5), .white)
    #expect(c.pixel(0, 1).red == 128)
    #expect(c.pixel(1, 1) == .white)
    #expect(c.pixel(2, 1).red == 191)
    #expect(c.pixel(1, 2).red == 128)
    #expect(c.pixel(2, 2).red == 96)
    #expect(c.pixel(3, 1) == .black)
  }
  @Test func areaOfADisc() {
    for (x, y, r) in [(20.0, 20.0, 10.0), (20.3, 19.6, 7.7), (12.5, 12.5, 0.4)] {
      let c = Canvas(width: 40, height: 40)
      c.circle(Point(x, y), r, .white)
      let sum = c.pixels.reduce(0) { $0 + Int($1 & 0xff) }
      let area = Double(sum) / 255
      #expect(abs(area - Double.pi * r * r) < 0.005 * Double.pi * r * r + 0.05, "\(r): \(area)")
    }
  }
  @Test func holesTurnTheOtherWay() {
    let c = Canvas(width: 20, height: 20)
    var p = Path.rect(Rect(2, 2, 16, 16))
    p.append(.polygon([Point(6, 6), Point(6, 14), Point(14, 14), Point(14, 6)]))
    c.fill(p, red)
    #expect(c.pixel(3, 3) == red)
    #expect(c.pixel(10, 10) == .black)
    #expect(c.pixel(16, 10) == red)
  }
  @Test func strokesHaveTheirWidthAndNoKnots() {
    let c = Canvas(width: 30, height: 30)
    c.polyline([Point(5, 5), Point(25, 5), Point(25, 25)], width: 2, .white, cap: .butt)
    // A column through the horizontal piece holds exactly two pixels' worth, also next to the corner; a row through the vertical one too.
    for x in 6..<23 { #expect((0..<30).reduce(0) { $0 + Int(c.pixel(x, $1).red) } == 2 * 255, "column \(x)") }
    for y in 7..<24 { #expect((0..<30).reduce(0) { $0 + Int(c.pixel($1, y).red) } == 2 * 255, "row \(y)") }
    // Round outer corner: outside of it nothing.
    #expect(c.pixel(26, 3) == .black)
  }
  @Test func thickDiagonalHasItsArea() {
    let c = Canvas(width: 60, height: 60)
    c.line(Point(10, 10), Point(50, 40), width: 5, .white)
    let area = Double(c.pixels.reduce(0) { $0 + Int($1 & 0xff) }) / 255
    #expect(abs(area - (50 * 5 + Double.pi * 6.25)) < 2, "\(area)")
  }
  @Test func alphaBlends() {
    let c = Canvas(width: 4, height: 4, background: Colour(0x204060))
    c.fill(Rect(0, 0, 4, 4), Colour(0xe0c0a0).opacity(0.5))
    #expect(c.pixel(1, 1) == Colour(0x808080))
    c.fill(Rect(0, 0, 4, 4), .clear)
    #expect(c.pixel(1, 1) == Colour(0x808080))
  }
  @Test func quarterTurnsAreExact() {
    let c = Canvas(width: 12, height: 12)
    c.saving {
      c.rotate(degrees: 90, around: Point(6, 6))
      c.fill(Rect(1, 2, 3, 1), red)
    }
    // (1…4, 2…3) turned clockwise around (6, 6) is (9…10, 1…4).
    for y in 0..<12 { for x in 0..<12 { #expect(c.pixel(x, y) == (x == 9 && (1..<4).contains(y) ? red : .black), "\(x) \(y)") } }
  }
  @Test func anyTurnKeepsTheArea() {
    let c = Canvas(width: 60, height: 60)
    c.rotate(degrees: 33, around: Point(30, 30))
    c.fill(Rect(20, 25, 20, 10), .white)
    let area = Double(c.pixels.reduce(0) { $0 + Int($1 & 0xff) }) / 255
    #expect(abs(area - 200) < 1)
  }
  @Test func clipCutsAndEndsWithItsScope() {
    let c = Canvas(width: 10, height: 10)
    c.saving {
      c.clip(Rect(2, 2, 3, 3))
      c.fill(Rect(0, 0, 10, 10), red)
      c.circle(Point(5, 5), 4, blue)
    }
    #expect(c.pixel(1, 2) == .black)
    #expect(c.pixel(2, 2) != .black)
    #expect(c.pixel(5, 4) == .black)
    c.fill(Rect(9, 9, 1, 1), red)
    #expect(c.pixel(9, 9) == red)
  }
  /// A picture drawn piece by piece under clips is the picture drawn at once.
  @Test func piecesEqualTheWhole() {
    func draw(_ c: Canvas) {
      c.fill(Rect(0, 0, 64, 48), Colour(0x102030))
      c.circle(Point(20.2, 21.7), 13.3, red.opacity(0.6))
      c.polyline([Point(-5, 3), Point(40.5, 44), Point(70, 2)], width: 3.3, .white)
      c.glow(Point(44, 20), 18, blue)
      c.text("Hgÿ 1", Point(11, 11), .white)
      c.rotate(degrees: 17)
      c.fill(Rect(20, 2, 30, 9), radius: 3, .linear(Point(20, 2), Point(50, 2), red, blue))
      c.text("turned", Point(20, 20), red)
    }
    for scale in 1...3 {
      let whole = Canvas(width: 64, height: 48, scale: scale), pieces = Canvas(width: 64, height: 48, scale: scale)
      whole.saving { draw(whole) }
      for y in stride(from: 0.0, to: 48, by: 7) {
        for x in stride(from: 0.0, to: 64, by: 9) {
          pieces.saving {
            pieces.clip(Rect(x, y, 9, 7)); draw(pieces)
          }
        }
      }
      #expect(Array(whole.pixels) == Array(pieces.pixels), "scale \(scale)")
    }
  }
  @Test func scaleTwoDrawsTwiceAsFine() {
    let c = Canvas(width: 8, height: 8, scale: 2)
    #expect(c.pixelWidth == 16)
    c.fill(Rect(1.5, 2, 1, 1), red)
    #expect(c.pixel(3, 4) == red)
    #expect(c.pixel(4, 5) == red)
    #expect(c.pixel(2, 4) == .black)
  }
  @Test func imagesKeepTheirPixels() {
    let c = Canvas(width: 12, height: 12)
    c.image([1, 2, 3, 4], columns: 2, rows: 2, in: Rect(2, 2, 6, 6))
    #expect(c.pixel(2, 2).argb == 0xff00_0001)
    #expect(c.pixel(7, 2).argb == 0xff00_0002)
    #expect(c.pixel(4, 7).argb == 0xff00_0003)
    #expect(c.pixel(5, 5).argb == 0xff00_0004)
    #expect(c.pixel(8, 8) == .black)
  }
  @Test func hostileCoordinatesDoNoHarm() {
    let c = Canvas(width: 8, height: 8)
    for v in [Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e9] {
      c.fill(Rect(v, 0, 5, 5), red)
      c.circle(Point(0, v), 5, red)
      c.line(Point(0, 0), Point(v, v), width: 2, red)
      c.text("x", Point(v, 0), red)
      c.fill(Rect(0, 0, v, v), radius: 2, red)
      c.saving {
        c.scale(v); c.fill(Rect(0, 0, 1, 1), red)
      }
    }
    #expect(Colour(css: "#8f4814") == Colour(0x8f4814))
    #expect(Colour(css: "#f0a") == Colour(0xff00aa))
    #expect(Colour(css: "Green") == Colour(0x008000))
    #expect(Colour(css: "#12") == nil)
    #expect(Colour(css: "") == nil)
  }
  @Test func sineAndCosine() {
    for d in stride(from: -720, through: 720, by: 90) {
      let (s, c) = sineCosine(degrees: Double(d))
      #expect([0.0, 1, -1].contains(s) && [0.0, 1, -1].contains(c) && abs(s) + abs(c) == 1)
    }
    let (s, c) = sineCosine(degrees: 30)
    #expect(abs(s - 0.5) < 1e-15)
    #expect(abs(c - 0.8660254037844386) < 1e-15)
  }
}
