import OffChip
import Picture

/// From JSON to a diagram, collecting what is wrong on the way: one bad part does not hide the next one.
struct DiagramReader {
  var diagram = Diagram()
  var issues: [DiagramIssue] = []

  mutating func note(_ severity: DiagramIssue.Severity, _ rule: String, _ at: JSONNode, _ message: String) {
    issues.append(DiagramIssue(severity: severity, rule: rule, line: at.line, column: at.column, message: message))
  }
  mutating func note(_ severity: DiagramIssue.Severity, _ rule: String, line: Int, column: Int, _ message: String) {
    issues.append(DiagramIssue(severity: severity, rule: rule, line: line, column: column, message: message))
  }

  mutating func read(_ root: JSONNode) {
    diagram.root = root
    guard root.object != nil else {
      note(.error, "not-a-diagram", root, "a board file is an object with \"parts\" and \"connections\", not \(root.kind)")
      return
    }
    guard let parts = root["parts"] else {
      note(.error, "not-a-diagram", root, "there is no list \"parts\"")
      return
    }
    if let list = parts.array { for p in list { part(p) } } else { note(.error, "not-a-diagram", parts, "\"parts\" is \(parts.kind), not a list") }
    if let connections = root["connections"] {
      if let list = connections.array {
        for c in list { wire(c) }
      } else {
        note(.error, "not-a-diagram", connections, "\"connections\" is \(connections.kind), not a list")
      }
    }
    diagram.serialDisplay = root["serialMonitor"]?["display"]?.string
  }

  // MARK: Parts

  private mutating func part(_ node: JSONNode) {
    guard let members = node.object else {
      note(.error, "bad-part", node, "a part is an object, not \(node.kind)")
      return
    }
    guard let type = text("type", of: node, "bad-part"), let id = text("id", of: node, "bad-part") else { return }
    if id.contains(":") { note(.error, "bad-part", node["id"]!, "\"\(id)\": wires could not name it, for they take what is before the first colon") }
    if diagram.part(id) != nil {
      note(.error, "duplicate-id", node["id"]!, "there is already a part \"\(id)\"")
      return
    }
    var p = Diagram.PlacedPart(PartDescription(id: id, type: type))
    (p.line, p.column) = (node.line, node.column)
    p.left = number("left", of: node)
    p.top = number("top", of: node)
    p.rotation = number("rotate", of: node)
    p.isHidden = node["hide"]?.value == .bool(true)
    for wrong in ["x", "y"] {
      if let m = members.first(where: { $0.name == wrong }) {
        note(.error, "wrong-coord-names", line: m.line, column: m.column, "\(id): \"\(wrong)\" does nothing; use \"\(wrong == "x" ? "left" : "top")\"")
      }
    }
    if let attributes = node["attrs"] {
      if let list = attributes.object {
        for a in list { attribute(a, &p) }
      } else {
        note(.error, "bad-part", attributes, "\"attrs\" is \(attributes.kind), not an object")
      }
    }
    diagram.parts.append(p)
  }
  private mutating func text(_ name: String, of node: JSONNode, _ rule: String) -> String? {
    guard let value = node[name] else {
      note(.error, rule, node, "a part without \"\(name)\"")
      return nil
    }
    guard let s = value.string, !s.isEmpty else {
      note(.error, rule, value, "\"\(name)\" is \(value.string == nil ? value.kind : "empty")")
      return nil
    }
    return s
  }
  private mutating func number(_ name: String, of node: JSONNode) -> Double {
    guard let value = node[name] else { return 0 }
    guard let n = value.number ?? value.string.flatMap({ Double($0) }), n.isFinite, abs(n) < 1e6 else {
      if value.value != .null { note(.warning, "invalid-attribute", value, "\"\(name)\" is \(value.kind) that is no place on the table; 0 is taken") }
      return 0
    }
    return n
  }
  private mutating func attribute(_ member: JSONMember, _ p: inout Diagram.PlacedPart) {
    if ["left", "top", "rotate", "hide"].contains(member.name) {
      note(
        .warning, "misplaced-coords", line: member.line, column: member.column,
        "\(p.id): \"\(member.name)\" does nothing inside \"attrs\"; put it beside \"id\"")
    }
    switch member.value.value {
    case .string(let s): p.description.attributes[member.name] = s
    case .number(let n):
      p.description.attributes[member.name] = n
      note(.info, "invalid-attribute", member.value, "\(p.id): attributes are texts: write \"\(n)\"")
    case .bool(let b): p.description.attributes[member.name] = b ? "1" : ""
    case .null: break
    case .array, .object: note(.warning, "invalid-attribute", member.value, "\(p.id): the attribute \"\(member.name)\" is \(member.value.kind), not a text")
    }
  }

  // MARK: Wires

  private mutating func wire(_ node: JSONNode) {
    guard let items = node.array else {
      note(.error, "bad-connection", node, "a connection is a list [from, to, colour, route], not \(node.kind)")
      return
    }
    guard items.count >= 2 else {
      note(.error, "bad-connection", node, "a connection needs two ends")
      return
    }
    var ends: [Diagram.End] = []
    for item in items[0..<2] {
      guard let text = item.string, let colon = text.firstIndex(of: ":"), colon > text.startIndex, text.index(after: colon) < text.endIndex else {
        note(.error, "bad-connection", item, "an end of a wire is written \"part:pin\"" + (item.string.map { ", not \"\($0)\"" } ?? ""))
        return
      }
      ends.append(Diagram.End(part: String(text[..<colon]), pin: String(text[text.index(after: colon)...])))
    }
    var colour = ""
    if items.count > 2 {
      if let c = items[2].string {
        colour = c
      } else if items[2].value != .null {
        note(.warning, "bad-connection", items[2], "a wire's colour is a text, not \(items[2].kind)")
      }
    }
    var route: [String] = []
    if items.count > 3, items[3].value != .null {
      if let list = items[3].array {
        for step in list {
          if let s = step.string, WireRoute.isStep(s) {
            route.append(s)
          } else {
            note(.warning, "bad-connection", step, "a step of a wire's route is v or h with a number, or *" + (step.string.map { ", not \"\($0)\"" } ?? ""))
          }
        }
      } else {
        note(.warning, "bad-connection", items[3], "a wire's route is a list, not \(items[3].kind)")
      }
    }
    diagram.wires.append(Diagram.Wire(from: ends[0], to: ends[1], colour: colour, route: route, line: node.line, column: node.column))
  }
}

extension Diagram {
  /// Reads a board file and checks it. Throws where it is no JSON; everything else is an issue, and what made sense is in the diagram.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> (diagram: Diagram, issues: [DiagramIssue]) {
    var reader = DiagramReader()
    reader.read(try JSONParser.parse(bytes))
    if reader.diagram.root["parts"]?.array != nil { reader.check() }
    reader.issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return (reader.diagram, reader.issues)
  }
}
