import Port

// What the loop tries before the general way: the commonest operands, without allocation (but for a float's bump) and without Python code.
// Each answers 0 or false where it does not apply; then the general way is taken, which also makes the errors.

extension VM {
  // MARK: names

  /// A global name's value, or 0.
  @inline(__always)
  borrowing func findGlobal(_ dict: UInt32, _ name: Qstr) -> UInt32 {
    let m = memory, entries = m[dict &+ Table.entries &* 4]
    let hint = UInt32(m.byte(state &+ Private.globalHint &+ name.number & (Private.hints &- 1)))
    if entries != 0 && hint < m[dict &+ Table.used &* 4] &>> 1 && m[dict &+ Table.flags &* 4] & TableFlag.hashed == 0 {
      let at = entries &+ (Table.first &+ hint &* 2) &* 4
      if m[at] == Value(name).word { return m[at &+ 4] }
    }
    return searchGlobal(dict, name)
  }
  @inline(never)
  borrowing func searchGlobal(_ dict: UInt32, _ name: Qstr) -> UInt32 {
    let m = memory, key = Value(name).word, known = state &+ Private.builtins &+ (name.number & (Private.builtinCount &- 1)) &* 16
    let added = m[state &+ Root.builtins.offset], version = added == 0 ? 0 : m[added &+ Table.flags &* 4]
    if m[known] == dict && m[known &+ 8] == key && m[known &+ 4] == m[dict &+ Table.flags &* 4] && m[state &+ Private.builtinsVersion] == version {
      return m[known &+ 12]
    }
    let d = Ref(dict, self), i = dictIndex(of: name, in: d)
    if i >= 0 {
      m.setByte(state &+ Private.globalHint &+ name.number & (Private.hints &- 1), UInt8(truncatingIfNeeded: i))
      return d.at(Table.entries).raw(dictWord(d, UInt32(bitPattern: i)) &+ 1)
    }
    if added != 0 {
      let v = findName(added, name)
      if v != 0 { return v }
    }
    // The image's builtins never change nor move: the answer holds until a name is added to either dict, or they move.
    let v = findName(m[Image.base &+ Image.builtinsWord &* 4], name)
    if v == 0 { return 0 }
    if m[state &+ Private.builtinsVersion] != version {
      m.fill(state &+ Private.builtins, 0, count: Private.builtinCount &* 16)
      m[state &+ Private.builtinsVersion] = version
    }
    m[known] = dict
    m[known &+ 4] = m[dict &+ Table.flags &* 4]
    m[known &+ 8] = key
    m[known &+ 12] = v
    return v
  }

  // MARK: items

  /// An item that is there already or a small integer: of a dict by a text or small integer; of bytes, a bytearray or an array of
  /// integers by a small integer.
  @inline(never)
  borrowing func quickItem(_ o: UInt32, _ key: UInt32) -> UInt32 {
    if o & 7 == 2 || o & 3 == 0 && o != 0 && Header.kind(memory[o]) == Kind.str { return quickCharacter(o, key) }
    if o & 3 != 0 || o == 0 { return 0 }
    let m = memory, kind = Header.kind(m[o])
    if kind == Kind.dict {
      let d = Ref(o, self)
      guard let i = quickEntry(d, Ref(key, self)), i >= 0 else { return 0 }
      return d.at(Table.entries).raw(Table.first &+ UInt32(bitPattern: i) &* 2 &+ 1)
    }
    if key & 1 == 0 { return 0 }
    var i = Int32(bitPattern: key) >> 1
    switch kind {
    case Kind.bytearray:
      let n = Int32(bitPattern: m[o &+ 4]) >> 1
      if i < 0 { i &+= n }
      if i < 0 || i >= n { return 0 }
      return Value(int: Int32(m.byte(m[o &+ 8] &+ 8 &+ UInt32(bitPattern: Int32(bitPattern: m[o &+ 12]) >> 1) &+ UInt32(bitPattern: i)))).word
    case Kind.bytes:
      let n = Int32(bitPattern: m[o &+ 4]) >> 1
      if i < 0 { i &+= n }
      if i < 0 || i >= n { return 0 }
      return Value(int: Int32(m.byte(o &+ 12 &+ UInt32(bitPattern: i)))).word
    case Kind.array:
      let n = Int32(bitPattern: m[o &+ 8]) >> 1, items = m[o &+ 12] &+ 8
      if i < 0 { i &+= n }
      if i < 0 || i >= n { return 0 }
      let at = UInt32(bitPattern: i)
      switch UInt8(truncatingIfNeeded: m[o &+ 4] &>> 1) {
      case UInt8(ascii: "B"): return Value(int: Int32(m.byte(items &+ at))).word
      case UInt8(ascii: "b"): return Value(int: Int32(Int8(bitPattern: m.byte(items &+ at)))).word
      case UInt8(ascii: "H"): return Value(int: Int32(m.half(items &+ at &* 2))).word
      case UInt8(ascii: "h"): return Value(int: Int32(Int16(bitPattern: m.half(items &+ at &* 2)))).word
      case UInt8(ascii: "i"), UInt8(ascii: "l"):
        let v = Int32(bitPattern: m[items &+ at &* 4])
        return v >= -0x4000_0000 && v < 0x4000_0000 ? Value(int: v).word : 0
      case UInt8(ascii: "I"), UInt8(ascii: "L"):
        let v = m[items &+ at &* 4]
        return v < 0x4000_0000 ? Value(int: Int32(bitPattern: v)).word : 0
      default: return 0
      }
    default: return 0
    }
  }
  /// A character of an ASCII text.
  private borrowing func quickCharacter(_ o: UInt32, _ key: UInt32) -> UInt32 {
    let t = text(Ref(o, self))
    if key & 1 == 0 || hashWord(t) & Str.wide != 0 { return 0 }
    let n = t.int(Str.count)
    var i = Int32(bitPattern: key) >> 1
    if i < 0 { i &+= n }
    if i < 0 || i >= n { return 0 }
    guard let q = internedByte(t.byte(Str.bytes &+ UInt32(bitPattern: i))) else { return 0 }
    return Value(q).word
  }
  /// Stores an item in its place: of a dict that has the text or small integer, of a bytearray or an array of integers.
  @inline(never)
  borrowing func quickStoreItem(_ o: UInt32, _ key: UInt32, _ value: UInt32) -> Bool {
    if o & 3 != 0 || o == 0 || value == 0 { return false }
    let m = memory, kind = Header.kind(m[o])
    if kind == Kind.dict {
      let d = Ref(o, self)
      guard o >= 0x2000_0000, m[o &+ Table.flags &* 4] & TableFlag.fixed == 0, let i = quickEntry(d, Ref(key, self)), i >= 0 else { return false }
      d.at(Table.entries).store(Table.first &+ UInt32(bitPattern: i) &* 2 &+ 1, value)
      return true
    }
    if key & value & 1 == 0 { return false }
    var i = Int32(bitPattern: key) >> 1
    let v = Int32(bitPattern: value) >> 1
    switch kind {
    case Kind.bytearray:
      let n = Int32(bitPattern: m[o &+ 4]) >> 1
      if i < 0 { i &+= n }
      if i < 0 || i >= n || v < 0 || v > 255 { return false }
      m.setByte(m[o &+ 8] &+ 8 &+ UInt32(bitPattern: Int32(bitPattern: m[o &+ 12]) >> 1) &+ UInt32(bitPattern: i), UInt8(truncatingIfNeeded: v))
      return true
    case Kind.array:
      let n = Int32(bitPattern: m[o &+ 8]) >> 1, items = m[o &+ 12] &+ 8
      if i < 0 { i &+= n }
      if i < 0 || i >= n { return false }
      let at = UInt32(bitPattern: i)
      switch UInt8(truncatingIfNeeded: m[o &+ 4] &>> 1) {
      case UInt8(ascii: "B") where v >= 0 && v < 0x100: m.setByte(items &+ at, UInt8(truncatingIfNeeded: v))
      case UInt8(ascii: "b") where v >= -0x80 && v < 0x80: m.setByte(items &+ at, UInt8(truncatingIfNeeded: v))
      case UInt8(ascii: "H") where v >= 0 && v < 0x1_0000: m.setHalf(items &+ at &* 2, UInt16(truncatingIfNeeded: v))
      case UInt8(ascii: "h") where v >= -0x8000 && v < 0x8000: m.setHalf(items &+ at &* 2, UInt16(truncatingIfNeeded: v))
      case UInt8(ascii: "i"), UInt8(ascii: "l"): m[items &+ at &* 4] = UInt32(bitPattern: v)
      case UInt8(ascii: "I") where v >= 0, UInt8(ascii: "L") where v >= 0: m[items &+ at &* 4] = UInt32(bitPattern: v)
      default: return false
      }
      return true
    default: return false
    }
  }

  // MARK: floats

  /// float, also for a small integer, or complex; 0 for anything else.
  @inline(__always)
  private borrowing func floatKind(_ word: UInt32) -> UInt32 {
    if word & 1 != 0 { return Kind.float }
    if word & 3 != 0 || word == 0 { return 0 }
    let kind = Header.kind(memory[word])
    return kind == Kind.float || kind == Kind.complex ? kind : 0
  }
  /// The value of a float, or of a small integer; nil for anything else.
  @inline(__always)
  private borrowing func quickDouble(_ word: UInt32) -> Double? {
    if word & 1 != 0 { return Double(Int32(bitPattern: word) >> 1) }
    if word & 3 != 0 || word == 0 || Header.kind(memory[word]) != Kind.float { return nil }
    return float(Ref(word, self))
  }
  /// An operator or comparison where both sides are floats, or one of them a small integer; the answer's word, or 0. `op` is the plain operator.
  @inline(never)
  borrowing func quickFloat(_ op: BinaryOp, _ l: UInt32, _ r: UInt32) -> UInt32 {
    // Two integers have their own arithmetic. Kinds first: without floating point the conversion of an integer takes long.
    let left = floatKind(l), right = floatKind(r)
    if left == 0 || right == 0 || l & r & 1 != 0 { return 0 }
    if left == Kind.complex || right == Kind.complex { return quickComplex(op, l, r) }
    guard let a = quickDouble(l), let b = quickDouble(r) else { return 0 }
    let result: Double
    switch op {
    case .less: return Value.bool(a < b).word
    case .more: return Value.bool(a > b).word
    case .equal: return Value.bool(a == b).word
    case .notEqual: return Value.bool(a != b).word
    case .lessEqual: return Value.bool(a <= b).word
    case .moreEqual: return Value.bool(a >= b).word
    case .add, .inAdd: result = a + b
    case .subtract, .inSubtract: result = a - b
    case .multiply, .inMultiply: result = a * b
    case .divide, .inDivide:
      if b == 0 { return 0 }
      result = a / b
    default: return 0
    }
    let m = memory, at = m[state &+ State.heapCursor], end = at &+ 12
    if end > m[state &+ State.heapLimit] { return 0 }
    m[state &+ State.heapCursor] = end
    let bits = (m[state &+ State.numberFlags] & 1 != 0 ? Double(Float(result)) : result).bitPattern
    m[at] = Header.make(Kind.float, words: 3)
    m[at &+ 4] = UInt32(truncatingIfNeeded: bits)
    m[at &+ 8] = UInt32(truncatingIfNeeded: bits >> 32)
    port.spend(76 &+ floatCost(op))
    return at
  }
  /// What the library takes for it on a processor without floating point.
  @inline(__always)
  borrowing func floatCost(_ op: BinaryOp) -> Int32 {
    switch op {
    case .multiply, .inMultiply: return Cost.floatMultiply
    case .divide, .inDivide, .floor, .inFloor, .modulo, .inModulo: return Cost.floatDivide
    default: return Cost.floatAdd
    }
  }
  /// The same where a side is complex: sum, difference, product.
  @inline(never)
  private borrowing func quickComplex(_ op: BinaryOp, _ l: UInt32, _ r: UInt32) -> UInt32 {
    guard let a = quickParts(l), let b = quickParts(r) else { return 0 }
    let re: Double, im: Double
    switch op {
    case .add, .inAdd: (re, im) = (a.re + b.re, a.im + b.im)
    case .subtract, .inSubtract: (re, im) = (a.re - b.re, a.im - b.im)
    case .multiply, .inMultiply: (re, im) = (a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    default: return 0
    }
    let m = memory, at = m[state &+ State.heapCursor], end = at &+ 20
    if end > m[state &+ State.heapLimit] || m[state &+ State.numberFlags] & 1 != 0 { return 0 }
    m[state &+ State.heapCursor] = end
    m[at] = Header.make(Kind.complex, words: 5)
    m[at &+ 4] = UInt32(truncatingIfNeeded: re.bitPattern)
    m[at &+ 8] = UInt32(truncatingIfNeeded: re.bitPattern >> 32)
    m[at &+ 12] = UInt32(truncatingIfNeeded: im.bitPattern)
    m[at &+ 16] = UInt32(truncatingIfNeeded: im.bitPattern >> 32)
    port.spend(80 &+ 4 &* floatCost(op))
    return at
  }
  @inline(__always)
  private borrowing func quickParts(_ word: UInt32) -> ComplexValue? {
    if word & 3 == 0 && word != 0 && Header.kind(memory[word]) == Kind.complex { return complexParts(Ref(word, self)) }
    return quickDouble(word).map { ($0, 0) }
  }
}
