/// A small generator of 64-bit numbers with an even spread (SplitMix).
struct Random {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
  mutating func below(_ n: Int) -> Int { Int(next() % UInt64(n)) }
  mutating func word() -> UInt32 {
    // Values at the edges turn up as often as any others: that is where flags go wrong.
    switch below(6) {
    case 0: UInt32(truncatingIfNeeded: next() & 63)
    case 1: 0 &- UInt32(truncatingIfNeeded: next() & 63)
    case 2: [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x8000_0001][below(6)]
    default: UInt32(truncatingIfNeeded: next())
    }
  }
}

/// Instructions that read and write within a window of memory and go forward only. R4 holds a small offset, R5 to R7 and SP point into
/// the window; nothing but write-back changes them.
struct Sequence {
  static let window: UInt32 = 0x2000_0000, windowBytes = 4096
  static let length = 24
  var code: [UInt16] = []
  var registers: [UInt32] = []
  var flags: UInt32 = 0

  /// An MSR came: Unicorn then keeps a Q flag, which ARMv6-M does not have, and MRS would show it.
  private var wroteFlags = false

  init(_ random: inout Random) {
    for _ in 0..<16 { registers.append(random.word()) }
    registers[4] = UInt32(random.below(16)) * 4
    for n in 5...7 { registers[n] = Self.window + 1536 + UInt32(random.below(256)) * 4 }
    registers[13] = Self.window + 1536 + UInt32(random.below(256)) * 4
    flags = UInt32(random.below(16)) << 28
    while code.count < Self.length { append(&random) }
  }

  private func mayWrite(_ r: Int) -> Bool { r < 4 || (r > 7 && r < 13) || r == 14 }

  private mutating func append(_ random: inout Random) {
    let w = Int(random.next() & 0xffff), low = w & 7, middle = w >> 3 & 7
    let left = Self.length - code.count
    func pointer(_ r: Int) -> Bool { (5...7).contains(r) }
    switch w >> 11 {
    case 0b00000...0b00011: if mayWrite(low) { code.append(UInt16(w)) }
    case 0b00100, 0b00110, 0b00111: if mayWrite(w >> 8 & 7) { code.append(UInt16(w)) }
    case 0b00101: code.append(UInt16(w))
    case 0b01000:
      if w >> 10 == 0b010000 {
        let compares = [8, 10, 11].contains(w >> 6 & 15)
        if compares || mayWrite(low) { code.append(UInt16(w)) }
        return
      }
      let d = w >> 4 & 8 | low, m = w >> 3 & 15
      switch w >> 8 & 3 {
      case 0, 2: if mayWrite(d), !(m == 15 && d == 15) { code.append(UInt16(w)) }
      case 1: if d > 7 || m > 7, d != 15, m != 15 { code.append(UInt16(w)) }
      default: break
      }
    case 0b01001: if mayWrite(w >> 8 & 7) { code.append(UInt16(w & 0xff00 | random.below(8))) }
    case 0b01010, 0b01011:
      // Register offset: the small one, from a pointer.
      let store = w >> 9 & 7 < 3
      if store || mayWrite(low) { code.append(UInt16(w & 0xfe07 | (5 + random.below(3)) << 3 | 4 << 6)) }
    case 0b01100...0b10001:
      let load = w >> 11 & 1 == 1
      if !load || mayWrite(low) { code.append(UInt16(w & 0xffc7 | (5 + random.below(3)) << 3)) }
    case 0b10010: code.append(UInt16(w))
    case 0b10011, 0b10100, 0b10101: if mayWrite(w >> 8 & 7) { code.append(UInt16(w)) }
    case 0b10110, 0b10111:
      switch w >> 5 & 127 {
      case 0b0000000...0b0000111: code.append(UInt16(w & 0xff80 | random.below(8)))
      case 0b0010000...0b0010111, 0b1010000...0b1010011, 0b1010110, 0b1010111: if mayWrite(low) { code.append(UInt16(w)) }
      case 0b0100000...0b0101111: if w & 0x1ff != 0 { code.append(UInt16(w)) }
      case 0b1100000...0b1100111: if w & 0x0f != 0 { code.append(UInt16(w & 0xff0f)) }  // R4…R7 stay
      default: code.append([0xbf00, 0xb662, 0xb672][random.below(3)])
      }
    case 0b11000:
      // Unpredictable with the base in the list, unless it is the lowest.
      let n = 5 + random.below(3), list = w & 0xff
      if list != 0, list >> n & 1 == 0 || list & ((1 << n) - 1) == 0 { code.append(UInt16(0xc000 | n << 8 | list)) }
    case 0b11001:
      let n = 5 + random.below(3), list = w & 0x0f
      if list != 0 { code.append(UInt16(0xc800 | n << 8 | list)) }
      _ = middle
    case 0b11010, 0b11011: if w >> 8 & 15 < 14, left > 2 { code.append(UInt16(w & 0xff00 | random.below(left - 2))) }
    case 0b11100: if left > 2 { code.append(UInt16(0xe000 | random.below(left - 2))) }
    case 0b11110:
      guard left > 3 else { return }
      switch random.below(4) {
      case 0: code += [0xf000, 0xf800 | UInt16(random.below(left - 3))]
      case 1: code += [0xf3bf, [0x8f4f, 0x8f5f, 0x8f6f][random.below(3)]]
      case 2: code += [0xf3ef, 0x8000 | UInt16([0, 1, 2, 3, 8, 9][random.below(4)] << 8) | UInt16([8, 9, 16, 20, 0, 3][random.below(wroteFlags ? 4 : 6)])]
      default:
        wroteFlags = true
        code += [0xf380 | UInt16([0, 1, 2, 3, 8, 9, 14][random.below(7)]), 0x8800]
      }
    default: break
    }
  }
  /// A long instruction must not be jumped into: targets are always whole instructions.
  var isWellFormed: Bool {
    var starts: Set<Int> = [], at = 0
    while at < code.count {
      starts.insert(at)
      at += code[at] >> 11 == 0b11110 ? 2 : 1
    }
    starts.insert(code.count)
    at = 0
    while at < code.count {
      let w = code[at]
      if w >> 12 == 13, !starts.contains(at + 2 + Int(w & 255)) { return false }
      if w >> 11 == 0b11100, !starts.contains(at + 2 + Int(w & 0x7ff)) { return false }
      if w == 0xf000 {
        if !starts.contains(at + 2 + Int(code[at + 1] & 0x7ff)) { return false }
      }
      at += w >> 11 == 0b11110 ? 2 : 1
    }
    return at == code.count
  }
}
