import Emulation

/// A scenario file: steps that wait, move controls, type, and check, as Wokwi's automation scenarios have them, with some of our own.
///
/// ```yaml
/// name: The button turns the light on
/// version: 1
/// program: main.py          # ours; beside the scenario
/// timeout: 20s              # ours; virtual time, 30 s by default
/// steps:
///   - wait-serial: ready
///   - set-control: {part-id: btn1, control: pressed, value: 1}
///   - delay: 50ms
///   - expect-pin: {part-id: pico, pin: GP15, value: 1}
///   - expect: {part-id: led1, brightness: "> 0.5"}     # ours
///   - write-serial: "x\r"
///   - take-screenshot: {part-id: led1, save-to: lit.png}
/// ```
public struct Scenario: Sendable {
  public enum Step: Sendable {
    case delay(UInt64)
    case waitSerial(String)
    case writeSerial([UInt8])
    case setControl(part: String, control: String, value: Double)
    case expectPin(Diagram.End, Expectation, millivolts: Bool)
    case expect(part: String, reading: String, Expectation)
    /// The same, looked at every 100 µs until it is so.
    case wait(part: String, reading: String, Expectation)
    /// The console must have said this since the last step that waited for something.
    case expectSerial(String)
    /// A picture of a part, or (nil) of the board.
    case screenshot(part: String?, saveTo: String?, compareWith: String?)
    /// A finger on a touch panel: where (nil: where it is), and whether it is down afterwards.
    case touch(part: String, x: Double?, y: Double?, down: Bool)
    /// The power goes, and comes back at once: flash stays as it is, an erase or program under way half done.
    case powerCycle
  }
  public var name = "", program: String?, board: String?, timeout: UInt64?
  public var steps: [(step: Step, line: Int)] = []

  /// Reads a scenario: YAML, or JSON, which looks the same to it.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> Scenario {
    let first = bytes.first { $0 > 32 }
    let root = first == UInt8(ascii: "{") ? try JSONParser.parse(bytes) : try YAMLParser.parse(bytes)
    guard let members = root.object else {
      throw JSONError(line: root.line, column: root.column, reason: "a scenario is \"name: value\" lines with \"steps\", not \(root.kind)")
    }
    var s = Scenario()
    for m in members {
      switch m.name {
      case "name": s.name = text(m.value)
      case "program": s.program = text(m.value)
      case "board": s.board = text(m.value)
      case "timeout": s.timeout = try duration(m.value)
      case "version":
        guard text(m.value) == "1" else { throw JSONError(line: m.line, column: m.column, reason: "scenarios have version 1, not \(text(m.value))") }
      case "author", "description": break
      case "steps":
        guard let list = m.value.array else { throw JSONError(line: m.line, column: m.column, reason: "\"steps\" is \(m.value.kind), not a list") }
        for item in list { for step in try steps(item) { s.steps.append((step, item.line)) } }
      default:
        let known = ["name", "version", "author", "description", "program", "board", "timeout", "steps"]
        throw JSONError(line: m.line, column: m.column, reason: "a scenario has no \"\(m.name)\"\(Suggest.hint(m.name, in: known))")
      }
    }
    guard root["steps"] != nil else { throw JSONError(line: root.line, column: root.column, reason: "there are no \"steps\"") }
    return s
  }

  private static func text(_ node: JSONNode) -> String {
    switch node.value {
    case .string(let s), .number(let s): s
    case .bool(let b): b ? "1" : "0"
    default: ""
    }
  }
  private static func error(_ node: JSONNode, _ reason: String) -> JSONError { JSONError(line: node.line, column: node.column, reason: reason) }

  static let kinds = [
    "delay", "wait-serial", "write-serial", "set-control", "expect-pin", "expect", "wait", "expect-serial", "take-screenshot", "touch", "touch-press",
    "touch-move",
    "touch-release", "power-cycle",
  ]

  /// `touch` is a press, a time, and a release.
  private static func steps(_ node: JSONNode) throws(JSONError) -> [Step] {
    guard let m = node.object?.first(where: { $0.name == "touch" }) else { return [try step(node)] }
    try check(m.value, ["part-id", "x", "y", "duration"])
    let part = try field(m.value, "part-id"), texts = (try field(m.value, "x"), try field(m.value, "y"))
    guard let x = Double(texts.0), let y = Double(texts.1) else { throw error(m.value, "x and y are numbers of pixels") }
    let time = try m.value["duration"].map { d throws(JSONError) in try duration(d) } ?? 100_000_000
    return [.touch(part: part, x: x, y: y, down: true), .delay(time), .touch(part: part, x: nil, y: nil, down: false)]
  }
  private static func step(_ node: JSONNode) throws(JSONError) -> Step {
    // A step may have a name besides.
    guard let members = node.object?.filter({ $0.name != "name" }), members.count == 1, let m = members.first else {
      throw error(node, "a step is one of \(kinds.joined(separator: ", "))")
    }
    let v = m.value
    switch m.name {
    case "delay": return .delay(try duration(v))
    case "wait-serial": return .waitSerial(try filled(v, "the text to wait for"))
    case "expect-serial": return .expectSerial(try filled(v, "the text that was to come"))
    case "write-serial":
      if let list = v.array {
        var bytes: [UInt8] = []
        for item in list {
          let t = text(item)
          guard let b = t.hasPrefix("0x") ? UInt8(t.dropFirst(2), radix: 16) : UInt8(t) else { throw error(item, "a byte is a number from 0 to 255") }
          bytes.append(b)
        }
        return .writeSerial(bytes)
      }
      return .writeSerial(Array(text(v).utf8))
    case "set-control":
      try check(v, ["part-id", "control", "value"])
      guard let value = Double(truth(try field(v, "value"))) else { throw error(v["value"]!, "a control's value is a number") }
      return .setControl(part: try field(v, "part-id"), control: try field(v, "control"), value: value)
    case "expect-pin":
      try check(v, ["part-id", "pin", "value", "expected", "millivolts"])
      let end = Diagram.End(part: try field(v, "part-id"), pin: try field(v, "pin"))
      if let mv = v["millivolts"] { return .expectPin(end, try Expectation(mv, text(mv)), millivolts: true) }
      guard let wanted = v["value"] ?? v["expected"] else { throw error(v, "expect-pin needs \"value\"") }
      return .expectPin(end, try Expectation(wanted, truth(text(wanted))), millivolts: false)
    case "expect", "wait":
      guard let fields = v.object else { throw error(v, "\(m.name) is {part-id: …, reading: value}") }
      let rest = fields.filter { $0.name != "part-id" }
      guard rest.count == 1 else { throw error(v, "\(m.name) needs one reading, as in {part-id: led1, brightness: \"> 0.5\"}") }
      let part = try field(v, "part-id"), wanted = try Expectation(rest[0].value, text(rest[0].value))
      return m.name == "wait" ? .wait(part: part, reading: rest[0].name, wanted) : .expect(part: part, reading: rest[0].name, wanted)
    case "take-screenshot":
      if v.value == .null { return .screenshot(part: nil, saveTo: nil, compareWith: nil) }
      try check(v, ["part-id", "save-to", "compare-with"])
      return .screenshot(part: v["part-id"].map(text), saveTo: v["save-to"].map(text), compareWith: v["compare-with"].map(text))
    case "touch-press", "touch-move", "touch-release":
      try check(v, ["part-id", "x", "y"])
      func place(_ name: String) throws(JSONError) -> Double? {
        guard let node = v[name] else { return nil }
        guard let n = Double(text(node)) else { throw error(node, "\(name) is a number of pixels") }
        return n
      }
      let x = try place("x"), y = try place("y")
      if m.name != "touch-release" && (x == nil || y == nil) { throw error(v, "\(m.name) needs x and y") }
      return .touch(part: try field(v, "part-id"), x: x, y: y, down: m.name != "touch-release")
    case "power-cycle": return .powerCycle
    default:
      throw JSONError(line: m.line, column: m.column, reason: "there is no step \"\(m.name)\"\(Suggest.hint(m.name, in: kinds))")
    }
  }
  private static func filled(_ node: JSONNode, _ what: String) throws(JSONError) -> String {
    let t = text(node)
    guard !t.isEmpty else { throw error(node, "\(what) is missing") }
    return t
  }
  private static func check(_ node: JSONNode, _ fields: [String]) throws(JSONError) {
    guard let members = node.object else { throw error(node, "expected \(fields[0]) and so on, not \(node.kind)") }
    for m in members where !fields.contains(m.name) {
      throw JSONError(line: m.line, column: m.column, reason: "no \"\(m.name)\" here\(Suggest.hint(m.name, in: fields))")
    }
  }
  private static func field(_ node: JSONNode, _ name: String) throws(JSONError) -> String {
    guard let value = node[name] else { throw error(node, "\"\(name)\" is missing") }
    return try filled(value, "the value of \"\(name)\"")
  }
  private static func truth(_ text: String) -> String {
    switch text.lowercased() {
    case "true", "high", "on", "yes": "1"
    case "false", "low", "off", "no": "0"
    default: text
    }
  }

  /// "30ms", "1.5s", "200us", "10ns", "2m"; a bare number is milliseconds.
  private static func duration(_ node: JSONNode) throws(JSONError) -> UInt64 {
    guard let ns = nanoseconds(text(node)) else { throw error(node, "a time is written as 30ms, 1.5s, 200us or 10ns") }
    return ns
  }
  static func nanoseconds(_ text: String) -> UInt64? {
    for (unit, factor) in [("ns", 1.0), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("", 1e6)] where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.count)
      guard let last = digits.last, last.isNumber || last == "." || last == " ", let n = Double(String(digits.filter { $0 != " " })), n >= 0, n * factor < 1e18
      else { continue }
      return UInt64((n * factor).rounded())
    }
    return nil
  }
}

/// What a step wants a value to be: `1`, `> 0.5`, `<= 3`, `0.4..0.6`, or a text.
public struct Expectation: Sendable, CustomStringConvertible {
  enum Kind { case text, equal(Double), range(ClosedRange<Double>), above(Double), below(Double) }
  let kind: Kind
  public let description: String

  /// Whatever it is.
  static let any = Expectation()
  private init() { (kind, description) = (.range(-Double.infinity...Double.infinity), "*") }
  init(_ node: JSONNode, _ text: String) throws(JSONError) {
    description = text
    func number(_ t: some StringProtocol) throws(JSONError) -> Double {
      guard let n = Double(String(t.filter { $0 != " " })) else {
        throw JSONError(line: node.line, column: node.column, reason: "\"\(text)\": a number is missing")
      }
      return n
    }
    if text.hasPrefix(">=") {
      kind = .range(try number(text.dropFirst(2))...Double.infinity)
    } else if text.hasPrefix("<=") {
      kind = .range(-Double.infinity...(try number(text.dropFirst(2))))
    } else if text.hasPrefix(">") {
      kind = .above(try number(text.dropFirst()))
    } else if text.hasPrefix("<") {
      kind = .below(try number(text.dropFirst()))
    } else if let dots = text.range(of: "..") {
      let (a, b) = (try number(text[..<dots.lowerBound]), try number(text[dots.upperBound...]))
      guard a <= b else { throw JSONError(line: node.line, column: node.column, reason: "\"\(text)\" is empty: write the lower end first") }
      kind = .range(a...b)
    } else if let n = Double(text) {
      kind = .equal(n)
    } else {
      kind = .text
    }
  }
  func allows(_ n: Double) -> Bool {
    switch kind {
    case .text: false
    case .equal(let x): abs(n - x) <= 1e-6 * max(1, abs(x))
    case .range(let r): r.contains(n)
    case .above(let x): n > x
    case .below(let x): n < x
    }
  }
  /// A text that ends with * stands for all that begin so, one that begins with *, too, for all that hold it.
  func allows(_ t: String) -> Bool {
    if description.hasSuffix("*"), description.hasPrefix("*"), description.count > 2 { return t.range(of: String(description.dropFirst().dropLast())) != nil }
    if description.hasSuffix("*") && t.hasPrefix(String(description.dropLast())) { return true }
    return t == description || Double(t).map { allows($0) } ?? false
  }
}

extension StringProtocol {
  /// The first place of a text, without Foundation.
  func range(of needle: String) -> Range<Index>? {
    guard !needle.isEmpty else { return nil }
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(needle) { return i..<index(i, offsetBy: needle.count) }
      i = index(after: i)
    }
    return nil
  }
}
