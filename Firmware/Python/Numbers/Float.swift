import Port

// Floats: boxed 64-bit objects; conversions between them and ints are exact or rounded once.
extension VM {
  public mutating func newFloat(_ d: Double, _ out: Slot) throws(Raise) {
    try new(Kind.float, words: 3, out)
    let bits = (memory[state &+ State.numberFlags] & 1 != 0 ? Double(Float(d)) : d).bitPattern
    let r = self(out)
    r.setRaw(1, UInt32(truncatingIfNeeded: bits))
    r.setRaw(2, UInt32(truncatingIfNeeded: bits >> 32))
  }
  /// The value of a float object.
  @inline(__always) borrowing func float(_ r: borrowing Ref) -> Double { Double(bitPattern: UInt64(r.raw(2)) << 32 | UInt64(r.raw(1))) }
  @inline(__always) borrowing func float(_ s: Slot) -> Double { float(self(s)) }
  /// Option: floats are rounded to 32 bits.
  public borrowing func setSingleFloats(_ on: Bool) { memory[state &+ State.numberFlags] = memory[state &+ State.numberFlags] & ~1 | (on ? 1 : 0) }
  var hasSingleFloats: Bool { memory[state &+ State.numberFlags] & 1 != 0 }

  /// An int as a float, rounded half to even; OverflowError if it is too large.
  mutating func intToDouble(_ s: Slot) throws(Raise) -> Double {
    if !self(s).isObject { return Double(small(s)) }
    let d = nearest(s)
    if d.isInfinite { throw raise(.OverflowError, "int too large to convert to float") }
    return d
  }
  /// The same without the error: infinity if too large.
  borrowing func nearest(_ s: Slot) -> Double {
    let d = magnitude(s), negative = isNegative(s), bits = d.bitLength
    if bits <= 64 { return Double(mantissa: d.low64, exponent: 0, negative: negative) }
    let shift = bits &- 64
    return Double(mantissa: d.bits64(from: shift), exponent: Int32(bitPattern: shift), sticky: d.anyBit(below: shift), negative: negative)
  }
  /// A number (or an object with `__float__` or `__index__`) as a float.
  public mutating func toDouble(_ o: Slot) throws(Raise) -> Double {
    switch numberClass(self(o)) {
    case .small: return Double(small(o))
    case .float: return float(self(o))
    case .big: return try intToDouble(o)
    case .complex: break
    case .none:
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot(), f = slot()
      do {
        let n = native(self(o))
        set(t, n)
      }
      if numberClass(self(t)) != .none && self(t).word != self(o).word { return try toDouble(t) }
      if try findSpecial(o, Q.__float__, f) {
        try call(f, Args(f, 0), t)
        if numberClass(self(t)) == .float { return float(self(t)) }
        throw raise(.TypeError, "__float__ returned non-float")
      }
      if try findSpecial(o, Q.__index__, f) {
        try call(f, Args(f, 0), t)
        if isInteger(self(t)) { return try intToDouble(t) }
      }
    }
    let name = typeName(self(o))
    throw raise(.TypeError, "can't convert % to float", Value(name))
  }

  /// The whole part of a float as an int.
  public mutating func newInt(_ d: Double, _ out: Slot) throws(Raise) {
    if d.isNaN { throw raise(.ValueError, "can't convert NaN to int") }
    if d.isInfinite { throw raise(.OverflowError, "can't convert inf to int") }
    let (m, e) = d.parts
    if e <= 0 {
      let n = e <= -64 ? 0 : Int64(bitPattern: m >> UInt64(-e))
      return try newInt(d.isNegative ? -n : n, out)
    }
    try newDigits((UInt32(bitPattern: e) &+ 53) / 32 &+ 1, out)
    do {
      let r = digits(out)
      r[0] = UInt32(truncatingIfNeeded: m)
      r[1] = UInt32(truncatingIfNeeded: m >> 32)
      Magnitude.shiftLeft(r, r, UInt32(bitPattern: e))
    }
    try finishInt(out, negative: d.isNegative)
  }

  /// The quotient of two ints, rounded once.
  mutating func intRatio(_ l: Slot, _ r: Slot) throws(Raise) -> Double {
    let a = magnitude(l).bitLength, b = magnitude(r).bitLength
    if b == 0 { throw divideByZero() }
    if a <= 53 && b <= 53 { return try intToDouble(l) / intToDouble(r) }
    let negative = isNegative(l) != isNegative(r)
    if a == 0 { return (0.0).negated(negative) }
    // 64 or 65 bits of quotient.
    let shift = Int32(bitPattern: b) &+ 65 &- Int32(bitPattern: a)
    let mark = self.mark
    defer { release(to: mark) }
    let x = slot(), y = slot(), q = slot(), rest = slot(), n = slot()
    set(n, Value(int: shift < 0 ? -shift : shift))
    try intNegate(l, x, negative: false)
    try intNegate(r, y, negative: false)
    if shift > 0 { try intShift(x, n, left: true, q); copy(x, q) } else if shift < 0 { try intShift(y, n, left: true, q); copy(y, q) }
    try intDivide(x, y, quotient: q, remainder: rest)
    let bits = magnitude(q).bitLength, drop = bits > 64 ? bits &- 64 : 0
    let sticky = magnitude(q).anyBit(below: drop) || self(rest).value != Value(int: 0)
    let value = Double(mantissa: magnitude(q).bits64(from: drop), exponent: Int32(bitPattern: drop) &- shift, sticky: sticky, negative: negative)
    if value.isInfinite { throw raise(.OverflowError, "integer division result too large for a float") }
    return value
  }

  /// An int against a float, exactly: -1, 0, 1, or nil for NaN.
  borrowing func compare(int s: Slot, with d: Double) -> Int32? {
    if d.isNaN { return nil }
    let r = self(s)
    if !r.isObject {
      let a = Double(small(r))
      return a < d ? -1 : a > d ? 1 : 0
    }
    let negative = isNegative(s), larger: Int32 = negative ? -1 : 1
    if d.isInfinite { return d < 0 ? 1 : -1 }
    if d == 0 || d.isNegative != negative { return larger }
    // Same sign: magnitudes. The float is an integer of 53 bits and a shift, or has a fraction and is small.
    let m = magnitude(s), bits = Int32(bitPattern: m.bitLength)
    let (n, e) = d.parts
    let width = 64 &- Int32(n.leadingZeroBitCount) &+ e
    if bits != width { return bits < width ? 0 &- larger : larger }
    if e <= 0 {
      // bits ≤ 53
      let whole = n >> UInt64(-e), low = m.low64
      if low != whole { return low < whole ? 0 &- larger : larger }
      return n & (1 << UInt64(-e) &- 1) != 0 ? 0 &- larger : 0
    }
    let top = m.bits64(from: UInt32(bitPattern: e))
    if top != n { return top < n ? 0 &- larger : larger }
    return m.anyBit(below: UInt32(bitPattern: e)) ? larger : 0
  }
}

extension Digits {
  /// 64 bits from bit `i` on.
  func bits64(from i: UInt32) -> UInt64 {
    let k = i / 32, n = UInt64(i & 31)
    let low = part(k, 2).low64
    return n == 0 ? low : low >> n | UInt64(part(k &+ 2, 1).lowest) << (64 &- n)
  }
}
