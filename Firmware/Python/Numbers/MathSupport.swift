// What the modules math and cmath need of numbers beyond floats.
extension VM {
  /// log (base 0), log2 (2) or log10 (10) of a positive int too large for a small integer; nil for anything else.
  public borrowing func bigLogarithm(_ s: Slot, base: UInt32) -> Double? {
    if numberClass(self(s)) != .big || isNegative(s) { return nil }
    let d = magnitude(s), bits = d.bitLength, shift = bits > 64 ? bits &- 64 : 0
    let x = Wide(d.bits64(from: shift), Int32(bitPattern: shift) &+ 63)
    return (base == 2 ? Elementary.log2(x) : base == 10 ? Elementary.log10(x) : Elementary.log(x)).double
  }
  /// n! for n ≥ 0: products of neighbours by halves, so that long factors meet long ones.
  public mutating func factorial(_ n: UInt32, _ out: Slot) throws(Raise) { try product(from: 2, to: n, out) }
  /// from · (from + 1) · … · to; 1 if there are none.
  public mutating func product(from: UInt32, to: UInt32, _ out: Slot) throws(Raise) {
    if to < from { return set(out, Value(int: 1)) }
    if to &- from < 8 {
      let mark = self.mark
      defer { release(to: mark) }
      let p = slot(), f = slot(), q = slot()
      set(p, Value(int: 1))
      var i = from
      while true {
        try newInt(unsigned: UInt64(i), f)
        try intMultiply(p, f, q)
        copy(p, q)
        if i == to { break }
        i &+= 1
      }
      return copy(out, p)
    }
    let mark = self.mark
    defer { release(to: mark) }
    let a = slot(), b = slot()
    let middle = from &+ (to &- from) / 2
    try product(from: from, to: middle, a)
    try product(from: middle &+ 1, to: to, b)
    try yieldPoint()
    try intMultiply(a, b, out)
  }
  /// Greatest common divisor of the magnitudes.
  public mutating func gcd(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let a = slot(), b = slot(), rest = slot()
    try intNegate(l, a, negative: false)
    try intNegate(r, b, negative: false)
    while magnitude(b).count != 0 {
      try intDivide(a, b, quotient: nil, remainder: rest)
      copy(a, b)
      copy(b, rest)
    }
    copy(out, a)
  }
  /// The whole part of the square root of an int that is not negative: Newton's method from above.
  public mutating func integerRoot(_ n: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let x = slot(), y = slot(), q = slot(), shift = slot()
    let bits = magnitude(n).bitLength
    if bits == 0 { return set(out, Value(int: 0)) }
    set(y, Value(int: 1))
    set(shift, Value(int: Int32(bitPattern: (bits &+ 1) / 2)))
    try intShift(y, shift, left: true, x)
    set(shift, Value(int: 1))
    while true {
      try intDivide(n, x, quotient: q, remainder: nil)
      if intCompare(q, x) >= 0 { return copy(out, x) }
      try intAdd(x, q, negate: false, y)
      try intShift(y, shift, left: false, x)
    }
  }
  /// The int inside `o` or of its `__index__`; TypeError for a float.
  public mutating func toInteger(_ o: Slot, _ out: Slot) throws(Raise) { try toIndex(o, out) }
  public borrowing func isNegativeInteger(_ s: Slot) -> Bool { isNegative(s) }
  public mutating func multiply(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) { try intMultiply(l, r, out) }
  public mutating func floorDivide(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) { try intDivide(l, r, quotient: out, remainder: nil) }
  public borrowing func isFloat(_ s: Slot) -> Bool { numberClass(native(self(s))) == .float }
}

extension Elementary {
  /// x as m · 2^e with ½ ≤ |m| < 1.
  public static func frexp(_ x: Double) -> (Double, Int32) {
    if x == 0 || !x.isFinite { return (x, 0) }
    let (m, e) = x.parts, width = 64 &- Int32(m.leadingZeroBitCount)
    return (Double(mantissa: m, exponent: -width, negative: x.isNegative), e &+ width)
  }
  /// x · 2^n, rounded once.
  public static func ldexp(_ x: Double, _ n: Int32) -> Double {
    if x == 0 || !x.isFinite { return x }
    let (m, e) = x.parts
    return Double(mantissa: m, exponent: e &+ (n < -5000 ? -5000 : n > 5000 ? 5000 : n), negative: x.isNegative)
  }
  /// The square root of a complex number.
  public static func root(_ re: Double, _ im: Double) -> (re: Double, im: Double) {
    if re == 0 && im == 0 { return (0, im) }
    if im.isInfinite { return (.infinity, im) }
    if re.isInfinite { return re > 0 ? (re, im.isNaN ? im : (0.0).negated(im.isNegative)) : (im.isNaN ? im : 0, Double.infinity.negated(im.isNegative)) }
    // Scaled so that neither the length nor the halves leave the range.
    let scale: Int32 = max(re.absolute, im.absolute) > 1e300 ? -4 : max(re.absolute, im.absolute) < 1e-290 ? 108 : 0
    let a = ldexp(re.absolute, scale), b = ldexp(im.absolute, scale)
    let s = ldexp(((a + hypot(a, b)) * 0.5).squareRoot(), -scale / 2), d = im.absolute / (2 * s)
    return re >= 0 ? (s, d.negated(im.isNegative)) : (d, s.negated(im.isNegative))
  }
}
