/// The part of YAML that scenario files use: maps and lists by indentation or in braces and brackets, plain and quoted texts, `|` and `>`
/// blocks, comments. Scalars are texts, whatever they look like; anchors, tags and several documents are refused by name.
public struct YAMLParser {
  private struct Line {
    var indent: Int, text: Substring, number: Int
    /// The line as it stands, for blocks of text.
    var raw: Substring
  }
  private var lines: [Line] = []
  private var at = 0, depth = 0

  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONError(line: 1, column: 1, reason: "the file is not UTF-8") }
    var p = YAMLParser()
    var number = 0, started = false
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let body = raw.drop { $0 == " " }
      if body.first == "\t" { throw JSONError(line: number, column: raw.count - body.count + 1, reason: "indentation is made of spaces") }
      if raw == "---" && !started { continue }
      if raw == "..." || raw == "---" { throw JSONError(line: number, column: 1, reason: "one document a file") }
      if !body.isEmpty { started = true }
      p.lines.append(Line(indent: raw.count - body.count, text: stripped(body), number: number, raw: raw))
    }
    p.skipEmpty()
    guard p.at < p.lines.count else { throw JSONError(line: 1, column: 1, reason: "the file is empty") }
    let node = try p.block(p.lines[p.at].indent)
    p.skipEmpty()
    if p.at < p.lines.count { throw p.error("this line is indented less than what it belongs to") }
    return node
  }

  /// Without the comment and the spaces before it. A # begins one only outside of quotes, after a space.
  private static func stripped(_ text: Substring) -> Substring {
    var quote: Character?, previous: Character = " ", end = text.endIndex
    for i in text.indices {
      let c = text[i]
      if let q = quote {
        if c == q && !(q == "\"" && previous == "\\") { quote = nil }
      } else if (c == "\"" || c == "'") && " [{,:-".contains(previous) {
        quote = c
      } else if c == "#" && previous == " " {
        end = i
        break
      }
      previous = c
    }
    var t = text[..<end]
    while t.last == " " || t.last == "\r" { t.removeLast() }
    return t
  }
  private func error(_ reason: String, column: Int? = nil) -> JSONError {
    let line = lines[min(at, lines.count - 1)]
    return JSONError(line: line.number, column: column ?? line.indent + 1, reason: reason)
  }
  private mutating func skipEmpty() { while at < lines.count, lines[at].text.isEmpty { at += 1 } }

  // MARK: Blocks

  private mutating func block(_ indent: Int) throws(JSONError) -> JSONNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw error("nested too deeply") }
    let line = lines[at]
    if line.text == "-" || line.text.hasPrefix("- ") { return try list(indent) }
    if Self.key(line.text) != nil { return try map(indent) }
    at += 1
    return try scalar(line.text, line.number, line.indent + 1)
  }

  private mutating func list(_ indent: Int) throws(JSONError) -> JSONNode {
    let first = lines[at]
    var items: [JSONNode] = []
    while true {
      skipEmpty()
      guard at < lines.count, lines[at].indent == indent, lines[at].text == "-" || lines[at].text.hasPrefix("- ") else { break }
      let line = lines[at], rest = line.text.dropFirst().drop { $0 == " " }
      if rest.isEmpty {
        at += 1
        items.append(try nested(deeperThan: indent, line))
      } else {
        // What stands behind the dash is a block of its own, indented as far as it stands.
        let inner = indent + (line.text.count - rest.count)
        lines[at] = Line(indent: inner, text: rest, number: line.number, raw: line.raw)
        items.append(try block(inner))
      }
    }
    skipEmpty()
    if at < lines.count, lines[at].indent > indent { throw error("this line is indented more than the list it stands in") }
    return JSONNode(.array(items), line: first.number, column: first.indent + 1)
  }

  private mutating func map(_ indent: Int) throws(JSONError) -> JSONNode {
    let first = lines[at]
    var members: [JSONMember] = []
    while true {
      skipEmpty()
      guard at < lines.count, lines[at].indent == indent, !lines[at].text.hasPrefix("- ") else { break }
      let line = lines[at]
      guard let (name, rest) = Self.key(line.text) else { throw error("expected \"name: value\"") }
      if members.contains(where: { $0.name == name }) { throw error("\"\(name)\" stands here a second time") }
      at += 1
      let column = indent + 1 + line.text.count - rest.count
      let value: JSONNode
      if rest == "|" || rest == ">" || rest == "|-" || rest == ">-" {
        value = textBlock(deeperThan: indent, folded: rest.first == ">", strip: rest.last == "-", line)
      } else if rest.isEmpty {
        value = try nested(deeperThan: indent, line, listAtSameIndent: true)
      } else {
        value = try scalar(rest, line.number, column)
      }
      members.append(JSONMember(name, value, line: line.number, column: indent + 1))
    }
    skipEmpty()
    if at < lines.count, lines[at].indent > indent { throw error("this line is indented more than what it stands in") }
    return JSONNode(.object(members), line: first.number, column: first.indent + 1)
  }

  /// The value on the next lines; nothing there: null.
  private mutating func nested(deeperThan indent: Int, _ line: Line, listAtSameIndent: Bool = false) throws(JSONError) -> JSONNode {
    skipEmpty()
    if at < lines.count {
      let next = lines[at]
      if next.indent > indent { return try block(next.indent) }
      if listAtSameIndent, next.indent == indent, next.text == "-" || next.text.hasPrefix("- ") { return try list(indent) }
    }
    return JSONNode(.null, line: line.number, column: line.indent + 1)
  }

  private mutating func textBlock(deeperThan indent: Int, folded: Bool, strip: Bool, _ line: Line) -> JSONNode {
    var rows: [String] = [], own: Int?
    while at < lines.count {
      let raw = lines[at].raw, blank = raw.allSatisfy { $0 == " " || $0 == "\r" }
      let deep = raw.prefix { $0 == " " }.count
      if !blank && deep <= indent { break }
      if own == nil && !blank { own = deep }
      var row = blank ? "" : String(raw.dropFirst(min(own ?? 0, deep)))
      if row.last == "\r" { row.removeLast() }
      rows.append(row)
      at += 1
    }
    while rows.last == "" { rows.removeLast() }
    let text = rows.joined(separator: folded ? " " : "\n")
    return JSONNode(.string(strip || rows.isEmpty ? text : text + "\n"), line: line.number, column: line.indent + 1)
  }

  // MARK: Scalars

  /// `name: rest`, if the text begins with one.
  private static func key(_ text: Substring) -> (name: String, rest: Substring)? {
    guard let first = text.first, !"[{&*!|>%@`".contains(first) else { return nil }
    if first == "\"" || first == "'" {
      guard let close = text.dropFirst().firstIndex(of: first) else { return nil }
      let after = text[text.index(after: close)...].drop { $0 == " " }
      guard after.first == ":", after.dropFirst().first == nil || after.dropFirst().first == " " else { return nil }
      return (String(text[text.index(after: text.startIndex)..<close]), after.dropFirst().drop { $0 == " " })
    }
    var i = text.startIndex
    while i < text.endIndex {
      let next = text.index(after: i)
      if text[i] == ":" && (next == text.endIndex || text[next] == " ") { return (String(text[..<i]), text[next...].drop { $0 == " " }) }
      i = next
    }
    return nil
  }

  private func scalar(_ text: Substring, _ line: Int, _ column: Int) throws(JSONError) -> JSONNode {
    var flow = YAMLFlow(text: Array(text), line: line, column: column)
    return try flow.whole()
  }
}

/// Values on one line: texts, `[a, b]`, `{name: value}`.
private struct YAMLFlow {
  let text: [Character], line: Int, column: Int
  var at = 0, depth = 0
  init(text: [Character], line: Int, column: Int) { self.text = text; self.line = line; self.column = column }

  func error(_ reason: String) -> JSONError { JSONError(line: line, column: column + at, reason: reason) }
  var peek: Character? { at < text.count ? text[at] : nil }
  mutating func space() { while peek == " " { at += 1 } }

  mutating func whole() throws(JSONError) -> JSONNode {
    if let c = peek, "&*!%@`".contains(c) { throw error("anchors, tags and other signs of YAML are not read here; put the text in quotes") }
    guard let c = peek, "[{\"'".contains(c) else { return JSONNode(.string(String(text)), line: line, column: column) }
    let node = try value(inside: false)
    space()
    if at < text.count { throw error("text after the end of the value") }
    return node
  }
  private mutating func value(inside: Bool) throws(JSONError) -> JSONNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw error("nested too deeply") }
    space()
    let start = column + at
    switch peek {
    case "[":
      at += 1
      var items: [JSONNode] = []
      while true {
        space()
        if peek == "]" { at += 1; return JSONNode(.array(items), line: line, column: start) }
        items.append(try value(inside: true))
        try separator("]")
      }
    case "{":
      at += 1
      var members: [JSONMember] = []
      while true {
        space()
        if peek == "}" { at += 1; return JSONNode(.object(members), line: line, column: start) }
        let place = column + at
        let name = try value(inside: true).string ?? ""
        space()
        guard peek == ":" else { throw error("expected : after \"\(name)\"") }
        at += 1
        members.append(JSONMember(name, try value(inside: true), line: line, column: place))
        try separator("}")
      }
    case "\"", "'":
      let quote = peek!
      at += 1
      var out = ""
      while let c = peek {
        at += 1
        if c == quote {
          if quote == "'" && peek == "'" { out.append("'"); at += 1; continue }
          return JSONNode(.string(out), line: line, column: start)
        }
        if c == "\\" && quote == "\"" {
          guard let e = peek else { break }
          at += 1
          switch e {
          case "n": out.append("\n")
          case "r": out.append("\r")
          case "t": out.append("\t")
          case "0": out.append("\0")
          case "\\", "\"", "/", " ": out.append(e)
          case "x", "u":
            let n = e == "x" ? 2 : 4
            guard at + n <= text.count, let code = UInt32(String(text[at..<at + n]), radix: 16), let scalar = Unicode.Scalar(code) else {
              throw error("\\\(e) needs \(n) hexadecimal digits")
            }
            out.unicodeScalars.append(scalar)
            at += n
          default: throw error("unknown escape \\\(e)")
          }
        } else {
          out.append(c)
        }
      }
      throw error("this text has no end")
    default:
      var out = ""
      while let c = peek, !(inside && (c == "," || c == "]" || c == "}" || c == "[" || c == "{" || c == ":" && (at + 1 == text.count || text[at + 1] == " "))) {
        out.append(c)
        at += 1
      }
      while out.last == " " { out.removeLast() }
      if out.isEmpty { throw error("a value is missing") }
      return JSONNode(.string(out), line: line, column: start)
    }
  }
  private mutating func separator(_ end: Character) throws(JSONError) {
    space()
    if peek == "," { at += 1 } else if peek != end { throw error("expected , or \(end)") }
  }
}
