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
      do {
        let d = digits(out), low = d.part(0, n)
        d[n] = Magnitude.add(low, magnitude(l, side: 0), magnitude(r, side: 1))
      }
      return try finishInt(out, negative: a)
    }
    let c = Magnitude.compare(magnitude(l, side: 0), magnitude(r, side: 1))
    if c == 0 { return set(out, Value(int: 0)) }
    try newDigits(n, out)
    if c > 0 {
      Magnitude.subtract(digits(out), magnitude(l, side: 0), magnitude(r, side: 1))
    } else {
      Magnitude.subtract(digits(out), magnitude(r, side: 1), magnitude(l, side: 0))
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
    Magnitude.multiply(digits(out), magnitude(l, side: 0), magnitude(r, side: 1), scratch: scratch(room))
    port.spend(Int32(clamping: UInt64(a) &* UInt64(b) &* 16))
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
      let rest = Magnitude.divide(digits(q), magnitude(l, side: 0), by: magnitude(r, side: 1)[0])
      try finishInt(q, negative: negative)
      try newInt(isNegative(l) ? 0 &- Int64(rest) : Int64(rest), u)
    } else {
      if quotient != nil || negative { try newDigits(m &- n &+ 1, q) }
      try newDigits(m &+ 1, u)
      try newScratch(n, v)
      do {
        let a = magnitude(l, side: 0), b = magnitude(r, side: 1), rest = digits(u)
        if self(q).isObject { Magnitude.divide(digits(q), rest, scratch(v), a, b) } else { Magnitude.divide(rest.part(0, 0), rest, scratch(v), a, b) }
      }
      port.spend(Int32(clamping: UInt64(m &- n &+ 1) &* UInt64(n) &* 20))
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
      Magnitude.shiftLeft(digits(out), magnitude(l), n)
    } else {
      let n: UInt32 = isHuge ? .max : UInt32(bitPattern: small(r))
      if n / 32 >= count { return set(out, Value(int: negative ? -1 : 0)) }
      let lost = negative && magnitude(l).anyBit(below: n)
      try newDigits(count &- n / 32 &+ 1, out)
      do {
        let d = digits(out)
        Magnitude.shiftRight(d, magnitude(l), n)
        if lost { Magnitude.increment(d) }
      }
    }
    try finishInt(out, negative: negative)
  }

  mutating func intBits(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    let a = isNegative(l), b = isNegative(r)
    let negative = op == .and ? a && b : op == .or ? a || b : a != b
    try newDigits(max(magnitude(l).count, magnitude(r).count) &+ 1, out)
    do {
      let d = digits(out), x = magnitude(l, side: 0), y = magnitude(r, side: 1)
      // Two's complement digit by digit: the complement plus a carry.
      var carryX: UInt64 = 1, carryY: UInt64 = 1, carry: UInt64 = 1, i: UInt32 = 0
      while i < d.count {
        var u = i < x.count ? x[i] : 0, v = i < y.count ? y[i] : 0
        if a { carryX &+= UInt64(~u); u = UInt32(truncatingIfNeeded: carryX); carryX >>= 32 }
        if b { carryY &+= UInt64(~v); v = UInt32(truncatingIfNeeded: carryY); carryY >>= 32 }
        var w = op == .and ? u & v : op == .or ? u | v : u ^ v
        if negative { carry &+= UInt64(~w); w = UInt32(truncatingIfNeeded: carry); carry >>= 32 }
        d[i] = w
        i &+= 1
      }
    }
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

extension Magnitude {
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
