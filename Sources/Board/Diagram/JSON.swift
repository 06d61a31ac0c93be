/// A JSON value that remembers where it stood, so that complaints can point at it, and what numbers looked like, so that it can be
/// written back as it was.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONNode])
  /// In the file's order. A name that comes twice counts as what it was last.
  case object([JSONMember])
}

public struct JSONNode: Sendable, Equatable {
  public var value: JSONValue
  /// From 1; columns count characters (Unicode scalars).
  public var line: Int, column: Int
  public init(_ value: JSONValue, line: Int = 0, column: Int = 0) { self.value = value; self.line = line; self.column = column }
  public static func == (a: JSONNode, b: JSONNode) -> Bool { a.value == b.value }

  /// A member of an object.
  public subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.name == name }?.value
  }
  public var string: String? { if case .string(let s) = value { s } else { nil } }
  public var array: [JSONNode]? { if case .array(let a) = value { a } else { nil } }
  public var object: [JSONMember]? { if case .object(let o) = value { o } else { nil } }
  public var number: Double? { if case .number(let s) = value { Double(s) } else { nil } }
  /// What it is, for messages.
  public var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

public struct JSONMember: Sendable, Equatable {
  public var name: String, value: JSONNode
  public var line: Int, column: Int
  public init(_ name: String, _ value: JSONNode, line: Int = 0, column: Int = 0) {
    self.name = name; self.value = value; self.line = line; self.column = column
  }
  public static func == (a: JSONMember, b: JSONMember) -> Bool { a.name == b.name && a.value == b.value }
}

/// Text that is not JSON (RFC 8259), with the place and the reason.
public struct JSONError: Error, CustomStringConvertible, Equatable {
  public let line: Int, column: Int, reason: String
  public var description: String { "\(line):\(column): \(reason)" }
}

/// Reads JSON. It never traps, whatever the bytes: depth is limited, invalid UTF-8 is an error.
public struct JSONParser {
  /// Lists and objects in each other.
  public static let depthLimit = 200
  private let text: [UInt8]
  private var at = 0, line = 1, lineStart = 0, depth = 0
  /// Bytes of this line that continue a character.
  private var continuation = 0

  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
    var p = JSONParser(text: bytes)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { p.at = 3; p.lineStart = 3 }
    let node = try p.value()
    p.space()
    guard p.at == p.text.count else { throw p.error("text after the end of the value") }
    return node
  }
  public static func parse(_ text: String) throws(JSONError) -> JSONNode { try parse(Array(text.utf8)) }

  private init(text: [UInt8]) { self.text = text }
  private var column: Int { at - lineStart - continuation + 1 }
  private func error(_ reason: String) -> JSONError { JSONError(line: line, column: column, reason: reason) }
  private var peek: UInt8? { at < text.count ? text[at] : nil }

  private mutating func space() {
    while let c = peek, c == 32 || c == 9 || c == 10 || c == 13 {
      at += 1
      if c == 10 || c == 13 && peek != 10 {
        line += 1
        lineStart = at
        continuation = 0
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSONNode {
    space()
    let (line, column) = (line, column)
    guard let c = peek else { throw error("the file ends where a value should be") }
    switch c {
    case UInt8(ascii: "{"): return JSONNode(try object(), line: line, column: column)
    case UInt8(ascii: "["): return JSONNode(try array(), line: line, column: column)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), line: line, column: column)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONNode(.number(try number()), line: line, column: column)
    default:
      for (word, meaning) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)] where text[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return JSONNode(meaning, line: line, column: column)
      }
      if c == UInt8(ascii: "/") || c == UInt8(ascii: "#") { throw error("JSON has no comments") }
      if c == UInt8(ascii: "'") { throw error("texts stand in double quotes") }
      if c == UInt8(ascii: "]") || c == UInt8(ascii: "}") { throw error("a comma before the end") }
      throw error("expected a value, found \(shown(c))")
    }
  }
  private func shown(_ c: UInt8) -> String { c > 32 && c < 127 ? "\"\(Character(Unicode.Scalar(c)))\"" : "byte 0x\(String(c, radix: 16))" }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > Self.depthLimit { throw error("nested deeper than \(Self.depthLimit)") }
    at += 1
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    let opened = (line, column)
    try enter()
    var items: [JSONNode] = []
    space()
    if peek == UInt8(ascii: "]") { at += 1; depth -= 1; return .array([]) }
    while true {
      items.append(try value())
      space()
      switch peek {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        depth -= 1
        return .array(items)
      case nil: throw error("the list of line \(opened.0), column \(opened.1) has no end")
      case let c?: throw error("expected , or ] in the list, found \(shown(c))")
      }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    let opened = (line, column)
    try enter()
    var members: [JSONMember] = []
    space()
    if peek == UInt8(ascii: "}") { at += 1; depth -= 1; return .object([]) }
    while true {
      space()
      let (line, column) = (line, column)
      guard peek == UInt8(ascii: "\"") else {
        if peek == UInt8(ascii: "}") { throw error("a comma before the end") }
        throw error(peek == nil ? "the object of line \(opened.0), column \(opened.1) has no end" : "expected a name in double quotes, found \(shown(peek!))")
      }
      let name = try string()
      space()
      guard peek == UInt8(ascii: ":") else { throw error("expected : after the name \"\(name)\"") }
      at += 1
      members.append(JSONMember(name, try value(), line: line, column: column))
      space()
      switch peek {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        depth -= 1
        return .object(members)
      case nil: throw error("the object of line \(opened.0), column \(opened.1) has no end")
      case let c?: throw error("expected , or } in the object, found \(shown(c))")
      }
    }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    func digit(_ c: UInt8?) -> Bool { c.map { $0 >= 48 && $0 <= 57 } ?? false }
    if peek == UInt8(ascii: "-") { at += 1 }
    guard digit(peek) else { throw error("a number needs a digit") }
    if peek == UInt8(ascii: "0") {
      at += 1
      if digit(peek) { throw error("a number does not begin with 0") }
    }
    while digit(peek) { at += 1 }
    if peek == UInt8(ascii: ".") {
      at += 1
      guard digit(peek) else { throw error("a digit is missing after the point") }
      while digit(peek) { at += 1 }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      guard digit(peek) else { throw error("a digit is missing in the exponent") }
      while digit(peek) { at += 1 }
    }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    let opened = error("this text has no end")
    at += 1
    var bytes: [UInt8] = []
    while let c = peek {
      switch c {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += try escape()
      case 10, 13: throw opened
      case 0..<32: throw error("byte 0x\(String(c, radix: 16)) in a text: write \\u00\(c < 16 ? "0" : "")\(String(c, radix: 16))")
      case 0x80...0xff:
        let n = sequence()
        guard n > 0 else { throw error("the file is not UTF-8 here") }
        bytes += text[at..<at + n]
        at += n
        continuation += n - 1
      default:
        bytes.append(c)
        at += 1
      }
    }
    throw opened
  }
  /// Length of the UTF-8 sequence here; 0 if it is none (RFC 3629).
  private func sequence() -> Int {
    let c = text[at]
    let (n, low, high): (Int, UInt8, UInt8) =
      switch c {
      case 0xc2...0xdf: (2, 0x80, 0xbf)
      case 0xe0: (3, 0xa0, 0xbf)
      case 0xed: (3, 0x80, 0x9f)
      case 0xe1...0xef: (3, 0x80, 0xbf)
      case 0xf0: (4, 0x90, 0xbf)
      case 0xf1...0xf3: (4, 0x80, 0xbf)
      case 0xf4: (4, 0x80, 0x8f)
      default: (0, 0, 0)
      }
    guard n > 0, at + n <= text.count, (low...high).contains(text[at + 1]) else { return 0 }
    for i in 2..<max(n, 2) where text[at + i] & 0xc0 != 0x80 { return 0 }
    return n
  }
  private mutating func escape() throws(JSONError) -> [UInt8] {
    let start = error("unknown escape")
    at += 1
    guard let c = peek else { throw error("the file ends in a text") }
    at += 1
    switch c {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [c]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      let first = try hex4()
      var code = UInt32(first)
      if first & 0xfc00 == 0xd800 {
        guard text[at...].starts(with: [92, 117]) else { throw error("half of a surrogate pair") }
        at += 2
        let second = try hex4()
        guard second & 0xfc00 == 0xdc00 else { throw error("half of a surrogate pair") }
        code = 0x10000 + (UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff))
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair") }
      return Array(String(Character(scalar)).utf8)
    default: throw start
    }
  }
  private mutating func hex4() throws(JSONError) -> UInt16 {
    guard at + 4 <= text.count, text[at..<at + 4].allSatisfy({ $0 < 128 && Character(Unicode.Scalar($0)).isHexDigit }),
      let n = UInt16(String(decoding: text[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw error("\\u needs four hexadecimal digits") }
    at += 4
    return n
  }
}

extension JSONNode {
  /// As text, two spaces a level; lists of plain values stay on one line.
  public func text(indent: Int = 0) -> String {
    let pad = String(repeating: " ", count: indent + 2), end = String(repeating: " ", count: indent)
    switch value {
    case .null: return "null"
    case .bool(let b): return b ? "true" : "false"
    case .number(let n): return n
    case .string(let s): return Self.quoted(s)
    case .array(let items):
      if items.isEmpty { return "[]" }
      let flat = items.allSatisfy { item in
        switch item.value {
        case .object: false
        case .array(let inner): inner.isEmpty || inner.allSatisfy { $0.array == nil && $0.object == nil } && items.count > 1 && items[0].array == nil
        default: true
        }
      }
      if flat { return "[" + items.map { $0.text() }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { pad + $0.text(indent: indent + 2) }.joined(separator: ",\n") + "\n\(end)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n" + members.map { pad + Self.quoted($0.name) + ": " + $0.value.text(indent: indent + 2) }.joined(separator: ",\n") + "\n\(end)}"
    }
  }
  static func quoted(_ s: String) -> String {
    var out = "\""
    for u in s.unicodeScalars {
      switch u {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if u.value < 32 {
          out += "\\u00" + (u.value < 16 ? "0" : "") + String(u.value, radix: 16)
        } else {
          out.unicodeScalars.append(u)
        }
      }
    }
    return out + "\""
  }
}
