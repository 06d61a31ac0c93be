import Port

// Operators of two ints. Python's rules: `//` and `%` round towards minus infinity, bit operations see two's complement.
extension VM {
  /// Binary operator of two ints (small, big or bool); false if it does not apply to ints.
  mutating func intBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    if !self(l).isObject && !self(r).isObject { return try smallBinary(op, l, r, out) }
    switch op {
    case .less: set(out, .bool(intCompare(l, r) < 0))
    case .more: set(out, .bool(intCompare(l, r) > 0))
    case .equal: set(out, .bool(intCompare(l, r) == 0))
    case .notEqual: set(out, .bool(intCompare(l, r) != 0))
    case .lessEqual: set(out, .bool(intCompare(l, r) <= 0))
    case .moreEqual: set(out, .bool(intCompare(l, r) >= 0))
    case .add: try intAdd(l, r, negate: false, out)
    case .subtract: try intAdd(l, r, negate: true, out)
    case .multiply: try intMultiply(l, r, out)
    case .floor: try intDivide(l, r, quotient: out, remainder: nil)
    case .modulo: try intDivide(l, r, quotient: nil, remainder: out)
    case .divide: try newFloat(try intRatio(l, r), out)
    case .power: try intPower(l, r, out)
    case .left: try intShift(l, r, left: true, out)
    case .right: try intShift(l, r, left: false, out)
    case .and, .or, .xor: try intBits(op, l, r, out)
    default: return false
    }
    return true
  }

  /// Both fit 31 bits: no operation but power and left shift leaves 64.
  private mutating func smallBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let a = Int64(small(l)), b = Int64(small(r))
    let result: Int64
    switch op {
    case .less: set(out, .bool(a < b)); return true
    case .more: set(out, .bool(a > b)); return true
    case .equal: set(out, .bool(a == b)); return true
    case .notEqual: set(out, .bool(a != b)); return true
    case .lessEqual: set(out, .bool(a <= b)); return true
    case .moreEqual: set(out, .bool(a >= b)); return true
    case .add: result = a &+ b
    case .subtract: result = a &- b
    case .multiply: result = a &* b
    case .floor, .modulo:
      if b == 0 { throw divideByZero() }
      let x = Int32(truncatingIfNeeded: a), y = Int32(truncatingIfNeeded: b)
      var q = x / y, m = x % y
      if m != 0 && (m ^ y) < 0 { q -= 1; m += y }
      result = Int64(op == .floor ? q : m)
    case .divide:
      if b == 0 { throw divideByZero() }
      try newFloat(Double(a) / Double(b), out)
      return true
    case .power:
      try intPower(l, r, out)
      return true
    case .left:
      if b < 0 || b > 32 && a != 0 { try intShift(l, r, left: true, out); return true }
      result = a << b
    case .right:
      if b < 0 { throw raise(.ValueError, "negative shift count") }
      result = a >> (b > 63 ? 63 : b)
    case .and, .or, .xor:
      result = op == .and ? a & b : op == .or ? a | b : a ^ b
      if self(l).value.isBool && self(r).value.isBool { set(out, .bool(result != 0)); return true }
    default: return false
    }
    try newInt(result, out)
    return true
  }

  mutating func divideByZero() -> Raise { raise(.ZeroDivisionError, "divide by zero") }

  /// -1, 0 or 1.
  borrowing func intCompare(_ l: Slot, _ r: Slot) -> Int32 {
    let a = isNegative(l), b = isNegative(r)
    if a != b { return a ? -1 : 1 }
    let c = Magnitude.compare(magnitude(l, side: 0), magnitude(r, side: 1))
    return a ? 0 &- c : c
  }

  mutating func intAdd(_ l: Slot, _ r: Slot, negate: Bool, _ out: Slot) throws(Raise) {
    let a = isNegative(l), b = isNegative(r) != negate
    let n = max(magnitude(l).count, magnitude(r).count)
    if a == b {
      try newDigits(n &+ 1, out)
      try addDigits(run(out), run(l, side: 0), run(r, side: 1))
      return try finishInt(out, negative: a)
    }
    let c = Magnitude.compare(magnitude(l, side: 0), magnitude(r, side: 1))
    if c == 0 { return set(out, Value(int: 0)) }
    try newDigits(n, out)
    if c > 0 {
      try addDigits(run(out), run(l, side: 0), run(r, side: 1), subtract: true)
    } else {
      try addDigits(run(out), run(r, side: 1), run(l, side: 0), subtract: true)
    }
    try finishInt(out, negative: c > 0 ? a : b)
  }

  /// `out` may not be `l` or `r`.
  mutating func intMultiply(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    if let a = int64(l), let b = int64(r) {
      let (p, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return try newInt(p, out) }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let a = magnitude(l).count, b = magnitude(r).count
    let room = slot()
    try newScratch(Magnitude.multiplyScratch(min(a, b)), room)
    try newDigits(a &+ b, out)
    try multiplyDigits(run(out), run(l, side: 0), run(r, side: 1), scratch: run(room))
    try finishInt(out, negative: isNegative(l) != isNegative(r))
  }

  /// Floor division. Either result may be left out; `quotient` and `remainder` are neither operand.
  mutating func intDivide(_ l: Slot, _ r: Slot, quotient: Slot?, remainder: Slot?) throws(Raise) {
    let n = magnitude(r).count, m = magnitude(l).count
    if n == 0 { throw divideByZero() }
    let negative = isNegative(l) != isNegative(r)
    let mark = self.mark
    defer { release(to: mark) }
    let q = slot(), u = slot(), v = slot()
    if m < n {
      set(q, Value(int: 0))
      copy(u, l)
    } else if n == 1 {
      try newDigits(m, q)
      let divisor = magnitude(r, side: 1)[0]
      let rest = try divideDigits(run(q), run(l, side: 0), by: divisor)
      try finishInt(q, negative: negative)
      try newInt(isNegative(l) ? 0 &- Int64(rest) : Int64(rest), u)
    } else {
      if quotient != nil || negative { try newDigits(m &- n &+ 1, q) }
      try newDigits(m &+ 1, u)
      try newScratch(n, v)
      try divideDigits(run(q), run(u), run(v), run(l, side: 0), run(r, side: 1))
      if self(q).isObject { try finishInt(q, negative: negative) }
      try finishInt(u, negative: isNegative(l))
    }
    // So far rounded towards zero, and the remainder has the dividend's sign.
    let exact = self(u).value == Value(int: 0)
    if let out = quotient {
      if exact || !negative {
        copy(out, q)
      } else {
        set(v, Value(int: 1))
        try intAdd(q, v, negate: true, out)
      }
    }
    if let out = remainder {
      if exact || !negative { copy(out, u) } else { try intAdd(u, r, negate: false, out) }
    }
  }

  mutating func intShift(_ l: Slot, _ r: Slot, left: Bool, _ out: Slot) throws(Raise) {
    if isNegative(r) { throw raise(.ValueError, "negative shift count") }
    let negative = isNegative(l)
    let count = magnitude(l).count, isHuge = self(r).isObject
    if left {
      if count == 0 { return set(out, Value(int: 0)) }
      if isHuge { throw raise(.MemoryError, "memory allocation failed") }
      let n = UInt32(bitPattern: small(r))
      try newDigits(count &+ n / 32 &+ 1, out)
      try shiftDigitsLeft(run(out), run(l), n)
    } else {
      let n: UInt32 = isHuge ? .max : UInt32(bitPattern: small(r))
      if n / 32 >= count { return set(out, Value(int: negative ? -1 : 0)) }
      let lost = negative && magnitude(l).anyBit(below: n)
      try newDigits(count &- n / 32 &+ 1, out)
      try shiftDigitsRight(run(out), run(l), n)
      if lost { Magnitude.increment(digits(out)) }
    }
    try finishInt(out, negative: negative)
  }

  mutating func intBits(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    let a = isNegative(l), b = isNegative(r)
    let negative = op == .and ? a && b : op == .or ? a || b : a != b
    try newDigits(max(magnitude(l).count, magnitude(r).count) &+ 1, out)
    try bitDigits(op, run(out), run(l, side: 0), run(r, side: 1), BitSigns(left: a, right: b, result: negative))
    try finishInt(out, negative: negative)
  }

  /// `-o`, or `abs(o)`.
  mutating func intNegate(_ o: Slot, _ out: Slot, negative: Bool) throws(Raise) {
    if !self(o).isObject { return try newInt(negative ? 0 &- Int64(small(o).magnitude) : Int64(small(o).magnitude), out) }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newDigits(digits(o).count, t)
    digits(t).assign(digits(o))
    try finishInt(t, negative: negative)
    copy(out, t)
  }
  mutating func intInvert(_ o: Slot, _ out: Slot) throws(Raise) {
    if !self(o).isObject { return try newInt(~Int64(small(o)), out) }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), one = slot()
    set(one, Value(int: 1))
    try intAdd(o, one, negate: false, t)
    try intNegate(t, out, negative: !isNegative(t))
  }
}

/// Which numbers of a bit operation are negative.
struct BitSigns: BitwiseCopyable { let left: Bool, right: Bool, result: Bool }
/// What the complements of a bit operation carry from digit to digit.
struct BitCarries: BitwiseCopyable { var left: UInt64 = 1, right: UInt64 = 1, result: UInt64 = 1 }

extension Magnitude {
  /// Two's complement digit by digit: the complement plus a carry.
  static func bits(_ op: BinaryOp, _ out: borrowing Digits, _ x: borrowing Digits, _ y: borrowing Digits, _ signs: BitSigns, _ c: inout BitCarries) {
    var i: UInt32 = 0
    while i < out.count {
      var u = i < x.count ? x[i] : 0, v = i < y.count ? y[i] : 0
      if signs.left { c.left &+= UInt64(~u); u = UInt32(truncatingIfNeeded: c.left); c.left >>= 32 }
      if signs.right { c.right &+= UInt64(~v); v = UInt32(truncatingIfNeeded: c.right); c.right >>= 32 }
      var w = op == .and ? u & v : op == .or ? u | v : u ^ v
      if signs.result { c.result &+= UInt64(~w); w = UInt32(truncatingIfNeeded: c.result); c.result >>= 32 }
      out[i] = w
      i &+= 1
    }
  }
  /// `a += 1`; a carry out of the top is lost.
  static func increment(_ a: borrowing Digits) {
    var i: UInt32 = 0
    while i < a.count {
      a[i] &+= 1
      if a[i] != 0 { return }
      i &+= 1
    }
  }
}
