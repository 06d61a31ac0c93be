import Board

/// A sequence of numbers, always the same for a seed (xorshift64).
struct TestRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }
  mutating func callAsFunction(_ n: Int) -> Int {
    state ^= state << 13; state ^= state >> 7; state ^= state << 17
    return Int(state % UInt64(n))
  }
}

/// Damaged copies of a text, always the same for a seed: bytes changed, removed, doubled, and the format's own signs put in.
struct Mutations {
  private var random: TestRandom
  private let text: [UInt8], signs: [UInt8]
  init(of text: String, signs: String, seed: UInt64) {
    self.text = Array(text.utf8)
    self.signs = Array(signs.utf8)
    random = TestRandom(seed: seed)
  }
  mutating func next() -> [UInt8] {
    var bytes = text
    for _ in 0...random(6) {
      let at = random(bytes.count)
      switch random(5) {
      case 0: bytes[at] = UInt8(random(256))
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(signs[random(signs.count)], at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + random(60)))
      default:
        let from = random(bytes.count)
        bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + random(80))], at: at)
      }
      if bytes.isEmpty { bytes = [0] }
    }
    return bytes
  }
}

/// Copies of a JSON value that differ in a few places and are JSON still, always the same for a seed. The places are values anywhere in it:
/// each gets another kind or size, loses an item, has one twice, or takes the place of one from elsewhere.
struct TreeMutations {
  private var random: TestRandom
  private let root: JSONNode, count: Int
  init(of root: JSONNode, seed: UInt64) {
    self.root = root
    count = Self.size(root)
    random = TestRandom(seed: seed)
  }
  mutating func next() -> JSONNode {
    var tree = root
    for _ in 0...random(12) {
      var at = random(count)
      change(&tree, &at)
    }
    return tree
  }
  private static func size(_ node: JSONNode) -> Int {
    switch node.value {
    case .array(let items): items.reduce(1) { $0 + size($1) }
    case .object(let members): members.reduce(1) { $0 + size($1.value) }
    default: 1
    }
  }
  /// Changes the value with that number, counted from the root down; a copy that has become smaller has none for the last numbers.
  private mutating func change(_ node: inout JSONNode, _ at: inout Int) {
    if at == 0 { node.value = changed(node.value) }
    at -= 1
    guard at >= 0 else { return }
    switch node.value {
    case .array(var items):
      for i in items.indices where at >= 0 { change(&items[i], &at) }
      node.value = .array(items)
    case .object(var members):
      for i in members.indices where at >= 0 { change(&members[i].value, &at) }
      node.value = .object(members)
    default: break
    }
  }
  private mutating func changed(_ value: JSONValue) -> JSONValue {
    if random(2) == 0 { return strange() }
    switch value {
    case .array(var items) where !items.isEmpty:
      let i = random(items.count)
      if random(2) == 0 { items.remove(at: i) } else { items.insert(items[random(items.count)], at: i) }
      return .array(items)
    case .object(var members) where !members.isEmpty:
      let i = random(members.count)
      if random(2) == 0 { members.remove(at: i) } else { members.insert(members[random(members.count)], at: i) }
      return .object(members)
    case .string(let text) where !text.isEmpty:
      var letters = Array(text)
      let i = random(letters.count)
      if random(2) == 0 { letters.remove(at: i) } else { letters.swapAt(i, random(letters.count)) }
      return .string(String(letters))
    default: return strange()
    }
  }
  private mutating func strange() -> JSONValue {
    let all: [JSONValue] = [
      .null, .bool(true), .bool(false), .number("0"), .number("-1"), .number("1e400"), .number("-0.0000001"), .number("99999999999999999999"), .string(""),
      .string("GP2"), .string("pico:GP2"), .string("pico:"), .string(":"), .string("nan"), .string("-inf"), .string("1e308"), .string("\u{0}\u{1F680}"),
      .string("v1e99"),
      .string("wokwi-led"), .string(String(repeating: "9", count: 400)), .array([]), .object([]), .array([JSONNode(.null)]),
      .object([JSONMember("id", JSONNode(.string("pico")))]),
    ]
    return all[random(all.count)]
  }
}
