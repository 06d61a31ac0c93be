import Port

// Powers of ints: square and multiply, from the exponent's highest bit down.
extension VM {
  /// `l ** r`: an int, or a float for a negative exponent.
  mutating func intPower(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    if isNegative(r) {
      let a = try intToDouble(l), b = try intToDouble(r)
      return try floatPower(a, b, out)
    }
    let mark = self.mark
    defer { release(to: mark) }
    if !self(l).isObject {
      let a = Int64(small(l))
      if a == 0 || a == 1 || a == -1 {
        let odd = magnitude(r).lowest & 1 != 0, isZero = magnitude(r).count == 0
        return set(out, Value(int: isZero ? 1 : a == -1 && !odd ? 1 : Int32(a)))
      }
      if a == 2, !self(r).isObject {
        let one = slot()
        set(one, Value(int: 1))
        return try intShift(one, r, left: true, out)
      }
    }
    if self(r).isObject { throw raise(.MemoryError, "memory allocation failed") }
    let n = UInt32(bitPattern: small(r))
    let x = slot(), y = slot()
    set(x, Value(int: 1))
    var bit = 32 &- UInt32(n.leadingZeroBitCount)
    while bit > 0 {
      bit &-= 1
      try intMultiply(x, x, y)
      copy(x, y)
      if n >> bit & 1 != 0 {
        try intMultiply(x, l, y)
        copy(x, y)
      }
      if self(x).isObject { try yieldPoint() }
    }
    copy(out, x)
  }

  /// `pow(l, r, m)`.
  mutating func intPower(_ l: Slot, _ r: Slot, modulo m: Slot, _ out: Slot) throws(Raise) {
    if magnitude(m).count == 0 { throw raise(.ValueError, "pow() 3rd argument cannot be 0") }
    let mark = self.mark
    defer { release(to: mark) }
    let x = slot(), y = slot(), base = slot()
    if isNegative(r) { try intInverse(l, m, base) } else { try intDivide(l, m, quotient: nil, remainder: base) }
    set(y, Value(int: 1))
    try intDivide(y, m, quotient: nil, remainder: x)
    var bit = magnitude(r).bitLength
    while bit > 0 {
      bit &-= 1
      try intMultiply(x, x, y)
      try intDivide(y, m, quotient: nil, remainder: x)
      if magnitude(r).bit(bit) {
        try intMultiply(x, base, y)
        try intDivide(y, m, quotient: nil, remainder: x)
      }
      if self(m).isObject { try yieldPoint() }
    }
    copy(out, x)
  }

  /// The inverse of `l` modulo `m` by Euclid's extended algorithm.
  private mutating func intInverse(_ l: Slot, _ m: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    // Invariant: u ≡ s·l and v ≡ t·l (mod m).
    let u = slot(), v = slot(), s = slot(), t = slot(), q = slot(), rest = slot(), p = slot()
    copy(u, m)
    set(s, Value(int: 0))
    set(t, Value(int: 1))
    try intDivide(l, m, quotient: nil, remainder: v)
    while magnitude(v).count != 0 {
      try intDivide(u, v, quotient: q, remainder: rest)
      copy(u, v)
      copy(v, rest)
      try intMultiply(q, t, p)
      try intAdd(s, p, negate: true, rest)
      copy(s, t)
      copy(t, rest)
    }
    if magnitude(u).bitLength != 1 { throw raise(.ValueError, "base is not invertible for the given modulus") }
    // For a negative modulus the divisor comes out as -1.
    if isNegative(u) { try intNegate(s, p, negative: !isNegative(s)); copy(s, p) }
    try intDivide(s, m, quotient: nil, remainder: out)
  }
}
