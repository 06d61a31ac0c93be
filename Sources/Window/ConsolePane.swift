import Picture

/// The console's lines in their pane: long lines wrapped, the newest at the bottom, older ones by scrolling.
struct ConsolePane {
  let box: Rect
  let text: ConsoleText
  let state: ViewState

  static let lineHeight = 13.0, margin = 8.0, header = 20.0, bar = 8.0

  /// Where the text stands.
  var area: Rect { Rect(box.x + Self.margin, box.y + Self.header, max(box.width - 2 * Self.margin - Self.bar, 12), max(box.height - Self.header - 4, 13)) }
  var columns: Int { max(1, Int(area.width) / Font.cellWidth) }
  var rows: Int { max(1, Int(area.height / Self.lineHeight)) }

  /// A row of the pane: a line's index and the columns that stand in it.
  struct Row: Equatable { let line: Int, columns: Range<Int> }

  private func wraps(_ line: Int) -> Int { max(1, (text.lines[line].count + columns - 1) / columns) }
  /// The rows to be seen, top down.
  func visible() -> [Row] {
    var rowsLeft = rows, skip = state.consoleScroll, result: [Row] = []
    // The empty line that waits for the first character of the next one takes no room unless the cursor is shown there.
    for line in text.lines.indices.reversed() {
      for part in (0..<wraps(line)).reversed() {
        if skip > 0 { skip -= 1; continue }
        if rowsLeft == 0 { return result.reversed() }
        result.append(Row(line: line, columns: part * columns..<min((part + 1) * columns, max(text.lines[line].count, part * columns))))
        rowsLeft -= 1
      }
    }
    return result.reversed()
  }
  /// How far one can scroll back.
  func scrollLimit() -> Int {
    // Usually nothing is wrapped.
    if text.longest <= columns { return max(0, text.lines.count - rows) }
    var total = 0
    for line in text.lines.indices { total += wraps(line) }
    return max(0, total - rows)
  }
  /// The place in the text under the mouse: line of the whole run, column.
  func place(at p: Point) -> (line: Int, column: Int) {
    let shown = visible(), i = min(max(0, Int((p.y - area.y) / Self.lineHeight)), shown.count - 1)
    guard i >= 0 else { return (text.dropped, 0) }
    let column = max(0, Int(((p.x - area.x) / Double(Font.cellWidth)).rounded()))
    if p.y >= area.y + Double(shown.count) * Self.lineHeight { return (text.dropped + shown[i].line, text.lines[shown[i].line].count) }
    return (text.dropped + shown[i].line, min(shown[i].columns.lowerBound + column, shown[i].columns.upperBound))
  }

  private func rowBox(_ i: Int) -> Rect { Rect(area.x - 4, area.y + Double(i) * Self.lineHeight, area.width + 8, Self.lineHeight) }

  func items() -> [Item] {
    var all: [Item] = []
    let shown = visible()
    for i in 0..<rows {
      guard i < shown.count else { all.append(Item(rowBox(i), .line([], selected: nil, cursor: nil))); continue }
      let row = shown[i], cells = text.lines[row.line]
      all.append(Item(rowBox(i), .line(cells[min(row.columns.lowerBound, cells.count)..<row.columns.upperBound], selected: selected(row), cursor: cursor(row))))
    }
    let hidden = Double(scrollLimit())
    all.append(Item(Rect(box.right - Self.bar - 2, box.y, Self.bar + 2, box.height), .numbers([Double(state.consoleScroll), hidden])))
    return all
  }
  private func selected(_ row: Row) -> Range<Int>? {
    state.selection?.columns(of: text.dropped + row.line, length: text.lines[row.line].count).map { $0.clamped(to: row.columns) }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }
  private func cursor(_ row: Row) -> Int? {
    guard text.row == row.line, text.column >= row.columns.lowerBound, text.column <= row.columns.lowerBound + columns else { return nil }
    // A cursor behind a full row stands in the next one, if there is one.
    return text.column - row.columns.lowerBound
  }

  func drawBackground(_ c: Canvas) {
    c.fill(box, Theme.ground)
    c.fill(Rect(box.x, box.y, box.width, Self.header), Theme.panel)
    c.fill(Rect(box.x, box.y, box.width, 1), Theme.border)
    c.text("Console", Point(box.x + Self.margin, box.y + Self.header / 2), Theme.dim, vertical: .middle)
  }

  func draw(_ c: Canvas) {
    for (i, row) in visible().enumerated() {
      let r = rowBox(i)
      guard c.isVisible(r) else { continue }
      let cells = text.lines[row.line], chosen = selected(row)
      if let chosen {
        let x = area.x + Double((chosen.lowerBound - row.columns.lowerBound) * Font.cellWidth)
        c.fill(Rect(x, r.y, Double(chosen.count * Font.cellWidth), r.height), Colour(0x2f4f7a))
      }
      // Runs of one style at once.
      var from = row.columns.lowerBound
      while from < row.columns.upperBound && from < cells.count {
        var to = from, run = ""
        while to < row.columns.upperBound && cells[to].style == cells[from].style { run.unicodeScalars.append(cells[to].scalar); to += 1 }
        let x = area.x + Double((from - row.columns.lowerBound) * Font.cellWidth), style = cells[from].style
        var ink = Self.colour(style)
        if style & 1 << 6 != 0 {
          c.fill(Rect(x, r.y, Double((to - from) * Font.cellWidth), r.height), ink)
          ink = Theme.ground
        }
        c.text(run, Point(x, r.y), ink, bold: style & 1 << 4 != 0)
        from = to
      }
      if let column = cursor(row) {
        let x = area.x + Double(column * Font.cellWidth)
        if state.consoleFocused { c.fill(Rect(x, r.y + 1, 2, 11), Theme.accent) } else { c.fill(Rect(x, r.y + 1, 1, 11), Theme.dim) }
      }
    }
    // The bar shows where one is.
    let limit = scrollLimit()
    if limit > 0 {
      let height = area.height, thumb = max(20, height * Double(rows) / Double(limit + rows))
      let y = area.y + (height - thumb) * (1 - Double(min(state.consoleScroll, limit)) / Double(limit))
      c.fill(Rect(box.right - Self.bar, y, 5, thumb), radius: 2.5, state.consoleScroll > 0 ? Theme.dim : Theme.unused)
    }
  }

  private static let palette: [Colour] = [
    Theme.text, Colour(0x3b4452), Colour(0xff6b6b), Colour(0x6fdc8c), Colour(0xffd166), Colour(0x5aa9ff), Colour(0xd58cff), Colour(0x5ee6d0), Colour(0xc8d0d8),
    Colour(0x6b7785), Colour(0xff9a9a), Colour(0x9dffb5), Colour(0xffe39a), Colour(0x94c8ff), Colour(0xe6b8ff), Colour(0xa0fff0),
  ]
  static func colour(_ style: UInt8) -> Colour {
    if style & 0xf == 0 && style & 1 << 5 != 0 { return Colour(0xff9a8f) }
    return palette[Int(style & 0xf)]
  }
}
