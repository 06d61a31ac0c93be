/// Damaged copies of a text, always the same for a seed: bytes changed, removed, doubled, and the format's own signs put in.
struct Mutations {
  private var state: UInt64
  private let text: [UInt8], signs: [UInt8]
  init(of text: String, signs: String, seed: UInt64) {
    self.text = Array(text.utf8)
    self.signs = Array(signs.utf8)
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }
  private mutating func random(_ n: Int) -> Int {
    state ^= state << 13; state ^= state >> 7; state ^= state << 17
    return Int(state % UInt64(n))
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
