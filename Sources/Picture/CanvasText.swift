/// How text lies at its point.
public enum HorizontalAnchor: Sendable { case left, centre, right }
public enum VerticalAnchor: Sendable {
  /// The top of the cell.
  case top
  /// The middle of the capitals' height: what looks centred.
  case middle
  case baseline
}

extension Canvas {
  /// Draws one line of text. `size` multiplies the font's 6×12 (`tiny`: 4×6) units. Whole magnifications along the axes are drawn pixel by
  /// pixel and stay crisp; others are filled as shapes.
  public func text(
    _ string: String, _ at: Point, _ colour: Colour, size: Double = 1, tiny: Bool = false, bold: Bool = false, horizontal: HorizontalAnchor = .left,
    vertical: VerticalAnchor = .top
  ) {
    let cell = Double(tiny ? Font.tinyWidth : Font.cellWidth) * size
    let height = Double(tiny ? Font.tinyHeight : Font.cellHeight) * size
    let scalars = Array(string.unicodeScalars)
    // The last column of a cell is the gap to the next one.
    let width = cell * Double(scalars.count) - (tiny || scalars.isEmpty ? 0 : size)
    let left: Double =
      switch horizontal {
      case .left: 0
      case .centre: -width / 2
      case .right: -width
      }
    let up: Double =
      switch vertical {
      case .top: 0
      case .middle: tiny ? 2.5 * size : (Double(Font.capTop + Font.baseline) / 2) * size
      case .baseline: (tiny ? 5 : Double(Font.baseline)) * size
      }
    let box = Rect(at.x + left, at.y - up, cell * Double(scalars.count), height)
    guard !scalars.isEmpty, isVisible(box.inset(-size)) else { return }
    let k = transform.magnification * size, whole = k.rounded()
    let alongAxes = transform.b == 0 && transform.c == 0 && transform.a > 0 && transform.d > 0
    if alongAxes && abs(k - whole) < 0.01 && whole >= 1 && whole < 1000 {
      let p = transform.apply(Point(box.x, box.y))
      blit(scalars, Int(p.x.rounded()), Int(p.y.rounded()), Int(whole), tiny, bold, colour)
    } else {
      drawShapes(scalars, box, size, tiny, bold, colour)
    }
  }

  /// Width of a line of text in units.
  public static func textWidth(_ string: String, size: Double = 1, tiny: Bool = false) -> Double {
    let n = string.unicodeScalars.count
    return n == 0 ? 0 : Double(n * (tiny ? Font.tinyWidth : Font.cellWidth)) * size - size
  }

  private func blit(_ scalars: [Unicode.Scalar], _ left: Int, _ top: Int, _ k: Int, _ tiny: Bool, _ bold: Bool, _ colour: Colour) {
    let columns = tiny ? Font.tinyWidth : Font.cellWidth
    var x = left
    for c in scalars {
      defer { x += columns * k }
      if c == " " || x >= clipRight || x + columns * k <= clipLeft { continue }
      let rows = tiny ? Font.tiny(c) : Font.glyph(c)
      if k == 1 && colour.alpha == 255 && x >= clipLeft && x + columns + 1 <= clipRight && top >= clipTop && top + rows.count <= clipBottom {
        blitWhole(rows, x, top, columns, bold, colour.argb)
        continue
      }
      for (i, bits) in rows.enumerated() where bits != 0 {
        let y = top + i * k
        if y >= clipBottom || y + k <= clipTop { continue }
        // Runs of set columns at once; bold is one unit wider.
        var column = 0
        while column < columns {
          if bits >> UInt8(columns - 1 - column) & 1 == 0 { column += 1; continue }
          var end = column
          while end < columns && bits >> UInt8(columns - 1 - end) & 1 != 0 { end += 1 }
          fillPixels(x + column * k, y, x + end * k + (bold ? max(1, k / 2) : 0), y + k, colour)
          column = end
        }
      }
    }
  }

  /// The usual case, most of a console: an opaque glyph within the clip, pixel by pixel.
  private func blitWhole(_ rows: [UInt8], _ x: Int, _ top: Int, _ columns: Int, _ bold: Bool, _ colour: UInt32) {
    var line = pixels.baseAddress! + top * pixelWidth + x
    for row in rows {
      // Bold is one pixel wider.
      var bits = UInt32(row) << 1
      if bold { bits |= bits >> 1 }
      var p = line
      while bits != 0 {
        if bits >> UInt32(columns) & 1 != 0 { p.pointee = colour }
        bits = bits << 1 & (2 << UInt32(columns) - 1)
        p += 1
      }
      line += pixelWidth
    }
  }

  private func drawShapes(_ scalars: [Unicode.Scalar], _ box: Rect, _ size: Double, _ tiny: Bool, _ bold: Bool, _ colour: Colour) {
    let columns = tiny ? Font.tinyWidth : Font.cellWidth, t = transform
    var pieces: [[Point]] = []
    for (n, c) in scalars.enumerated() where c != " " {
      let rows = tiny ? Font.tiny(c) : Font.glyph(c)
      for (i, bits) in rows.enumerated() {
        var column = 0
        while column < columns {
          if bits >> UInt8(columns - 1 - column) & 1 == 0 { column += 1; continue }
          var end = column
          while end < columns && bits >> UInt8(columns - 1 - end) & 1 != 0 { end += 1 }
          let l = box.x + Double(n * columns + column) * size, r = box.x + (Double(n * columns + end) + (bold ? 0.5 : 0)) * size
          let top = box.y + Double(i) * size
          pieces.append([Point(l, top), Point(r, top), Point(r, top + size), Point(l, top + size)].map(t.apply))
          column = end
        }
      }
    }
    draw(pieces, .solid(colour))
  }
}
