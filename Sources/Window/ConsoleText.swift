/// The console's text as a terminal shows it: lines of styled characters with a cursor, from the bytes that a board sent.
///
/// Understands what line editors and colourful programs use: CR, LF (which returns too), backspace, tab, bell, and of ESC [ … the movements
/// A B C D G H, erasing J K, insertion @ and deletion P of characters, and colours m. Other sequences are swallowed.
public struct ConsoleText: Sendable, Equatable {
  /// A character; `style`: bits 0-3 colour (0 the default, 1…15 palette + 1), bit 4 bold, bit 5 from standard error, bit 6 inverse.
  public struct Cell: Sendable, Equatable {
    public var scalar: Unicode.Scalar
    public var style: UInt8
  }
  /// Lines kept for scrolling back.
  public static let limit = 5000

  public private(set) var lines: [[Cell]] = [[]]
  public private(set) var row = 0, column = 0
  /// No line was ever longer.
  public private(set) var longest = 0
  /// Lines that were dropped at the top: line `i` is number `dropped + i` of the run.
  public private(set) var dropped = 0
  private var style: UInt8 = 0
  private enum Parser: Sendable, Equatable { case text, escape, sequence([Int], private: Bool), string }
  private var parser = Parser.text
  private var pending: UInt32 = 0, missing = 0

  public init() {}

  public mutating func write(_ bytes: some Sequence<UInt8>, error: Bool = false) {
    for b in bytes { feed(b, error ? 1 << 5 : 0) }
  }
  /// A line's text.
  public func text(_ line: Int) -> String {
    var s = ""
    for c in lines[line] { s.unicodeScalars.append(c.scalar) }
    return s
  }

  private mutating func feed(_ b: UInt8, _ flags: UInt8) {
    switch parser {
    case .text:
      if b >= 0x80 || missing > 0 { decode(b, flags); return }
      switch b {
      case 8: column = max(0, column - 1)
      case 9: for _ in 0..<(8 - column % 8) { put(" ", flags) }
      case 10: newLine()
      case 13: column = 0
      case 27: parser = .escape
      case 32..<127: put(Unicode.Scalar(b), flags)
      default: break
      }
    case .escape:
      switch b {
      case 91: parser = .sequence([], private: false)
      case 93: parser = .string
      default: parser = .text
      }
    case .string: if b == 7 || b == 27 { parser = b == 27 ? .escape : .text }
    case .sequence(var numbers, let isPrivate):
      switch b {
      case 48...57:
        let last = numbers.popLast() ?? 0
        parser = .sequence(numbers + [min(last, 100_000) * 10 + Int(b) - 48], private: isPrivate)
      case 59: parser = .sequence((numbers.isEmpty ? [0] : numbers) + [0], private: isPrivate)
      case 60...63: parser = .sequence(numbers, private: true)
      case 64...126:
        parser = .text
        if !isPrivate { numbers = Array(numbers.prefix(16)); act(b, numbers) }
      default: break
      }
    }
  }

  /// UTF-8; malformed input shows as U+FFFD.
  private mutating func decode(_ b: UInt8, _ flags: UInt8) {
    if missing > 0 {
      guard b & 0xc0 == 0x80 else {
        missing = 0
        put("\u{fffd}", flags)
        feed(b, flags)
        return
      }
      pending = pending << 6 | UInt32(b & 0x3f)
      missing -= 1
      if missing == 0 { put(Unicode.Scalar(pending) ?? "\u{fffd}", flags) }
      return
    }
    switch b {
    case 0xc2...0xdf: (pending, missing) = (UInt32(b & 0x1f), 1)
    case 0xe0...0xef: (pending, missing) = (UInt32(b & 0x0f), 2)
    case 0xf0...0xf4: (pending, missing) = (UInt32(b & 0x07), 3)
    default: put("\u{fffd}", flags)
    }
  }

  private mutating func put(_ c: Unicode.Scalar, _ flags: UInt8) {
    // A program that moves the cursor far right must not make us store the way there.
    column = min(column, 1000)
    while lines[row].count < column { lines[row].append(Cell(scalar: " ", style: 0)) }
    let cell = Cell(scalar: c, style: style | flags)
    if column < lines[row].count { lines[row][column] = cell } else { lines[row].append(cell) }
    column += 1
    longest = max(longest, lines[row].count)
  }
  private mutating func newLine() {
    column = 0
    row += 1
    if row == lines.count { lines.append([]) }
    // Cut seldom, so that it costs nothing.
    if lines.count > Self.limit + 500 {
      let surplus = lines.count - Self.limit
      lines.removeFirst(surplus)
      row -= surplus
      dropped += surplus
    }
  }

  private mutating func act(_ command: UInt8, _ numbers: [Int]) {
    let n = max(1, numbers.first ?? 1)
    switch Unicode.Scalar(command) {
    case "A": row = max(0, row - n)
    case "B": row = min(lines.count - 1, row + n)
    case "C": column = min(column + n, 1000)
    case "D": column = max(0, column - n)
    case "G": column = min(n - 1, 1000)
    case "J":
      if numbers.first ?? 0 >= 2 {
        // A cleared screen: what was there stays above.
        row = lines.count - 1
        if !lines[row].isEmpty { newLine() }
        column = 0
      } else {
        lines[row].removeSubrange(min(column, lines[row].count)...)
        if row + 1 < lines.count { lines.removeSubrange((row + 1)...) }
      }
    case "K":
      switch numbers.first ?? 0 {
      case 0: lines[row].removeSubrange(min(column, lines[row].count)...)
      case 1: for i in 0..<min(column + 1, lines[row].count) { lines[row][i] = Cell(scalar: " ", style: 0) }
      default: lines[row] = []
      }
    case "P":
      let from = min(column, lines[row].count)
      lines[row].removeSubrange(from..<min(from + n, lines[row].count))
    case "@":
      if column < lines[row].count {
        lines[row].insert(contentsOf: Array(repeating: Cell(scalar: " ", style: 0), count: min(n, 200)), at: column)
        longest = max(longest, lines[row].count)
      }
    case "m": for code in numbers.isEmpty ? [0] : numbers { colour(code) }
    default: break
    }
  }
  private mutating func colour(_ code: Int) {
    switch code {
    case 0: style = 0
    case 1: style |= 1 << 4
    case 7: style |= 1 << 6
    case 22: style &= ~(1 << 4)
    case 27: style &= ~(1 << 6)
    case 30...37: style = style & 0xf0 | UInt8(code - 30 + 1)
    case 90...97: style = style & 0xf0 | UInt8(min(15, code - 90 + 9))
    case 39: style &= 0xf0
    default: break
    }
  }
}

/// Characters of the console from one place up to another, in lines of the whole run (`ConsoleText.dropped` + index).
public struct ConsoleSelection: Sendable, Equatable {
  public var from: (line: Int, column: Int), to: (line: Int, column: Int)
  public init(from: (Int, Int), to: (Int, Int)) { self.from = from; self.to = to }
  public static func == (a: Self, b: Self) -> Bool { a.from == b.from && a.to == b.to }
  /// First place first.
  var ordered: (start: (line: Int, column: Int), end: (line: Int, column: Int)) { from <= to ? (from, to) : (to, from) }
  /// The selected columns of a line; nil: none. An end beyond the line takes its line break too.
  func columns(of line: Int, length: Int) -> Range<Int>? {
    let (start, end) = ordered
    guard line >= start.line && line <= end.line else { return nil }
    let first = line == start.line ? min(start.column, length) : 0, last = line == end.line ? min(end.column, length) : length
    return first < last ? first..<last : nil
  }
  /// The text to copy.
  public func text(of console: ConsoleText) -> String {
    let (start, end) = ordered
    var s = ""
    for line in max(start.line, console.dropped)...max(start.line, console.dropped, min(end.line, console.dropped + console.lines.count - 1)) {
      let i = line - console.dropped
      guard console.lines.indices.contains(i) else { continue }
      if line > max(start.line, console.dropped) { s += "\n" }
      for column in columns(of: line, length: console.lines[i].count) ?? 0..<0 { s.unicodeScalars.append(console.lines[i][column].scalar) }
    }
    return s
  }
}
