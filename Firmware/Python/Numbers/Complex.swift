import Port

// complex: two floats. Division and powers follow CPython.
extension VM {
  public mutating func newComplex(_ re: Double, _ im: Double, _ out: Slot) throws(Raise) {
    try new(Kind.complex, words: 5, out)
    let r = self(out), single = hasSingleFloats
    let a = (single ? Double(Float(re)) : re).bitPattern, b = (single ? Double(Float(im)) : im).bitPattern
    r.setRaw(1, UInt32(truncatingIfNeeded: a))
    r.setRaw(2, UInt32(truncatingIfNeeded: a >> 32))
    r.setRaw(3, UInt32(truncatingIfNeeded: b))
    r.setRaw(4, UInt32(truncatingIfNeeded: b >> 32))
  }
  public typealias ComplexValue = (re: Double, im: Double)
  borrowing func complexParts(_ r: borrowing Ref) -> ComplexValue {
    (float(r), Double(bitPattern: UInt64(r.raw(4)) << 32 | UInt64(r.raw(3))))
  }
  /// Any number as a complex one.
  public mutating func toComplex(_ o: Slot) throws(Raise) -> ComplexValue {
    if numberClass(self(o)) == .complex { return complexParts(self(o)) }
    if self(o).isKind(Kind.instance) {
      let mark = self.mark
      defer { release(to: mark) }
      let f = slot(), t = slot()
      if try findSpecial(o, Q.__complex__, f) {
        try call(f, Args(f, 0), t)
        if numberClass(self(t)) == .complex { return complexParts(self(t)) }
        throw raise(.TypeError, "__complex__ returned non-complex")
      }
    }
    return (try toDouble(o), 0)
  }

  mutating func complexBinary(_ op: BinaryOp, _ a: ComplexValue, _ b: ComplexValue, _ out: Slot) throws(Raise) -> Bool {
    let c: ComplexValue
    switch op {
    case .equal: set(out, .bool(a.re == b.re && a.im == b.im)); return true
    case .notEqual: set(out, .bool(a.re != b.re || a.im != b.im)); return true
    case .add: c = (a.re + b.re, a.im + b.im)
    case .subtract: c = (a.re - b.re, a.im - b.im)
    case .multiply: c = (a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    case .divide:
      if b.re == 0 && b.im == 0 { throw raise(.ZeroDivisionError, "complex divide by zero") }
      c = complexQuotient(a, b)
    case .power: c = try complexPower(a, b)
    case .floor: throw raise(.TypeError, "can't truncate-divide a complex number")
    default: return false
    }
    try newComplex(c.re, c.im, out)
    return true
  }
  /// Smith's method: no overflow where the result is a number.
  func complexQuotient(_ a: ComplexValue, _ b: ComplexValue) -> ComplexValue {
    if b.re.absolute >= b.im.absolute {
      let ratio = b.im / b.re, d = b.re + b.im * ratio
      return ((a.re + a.im * ratio) / d, (a.im - a.re * ratio) / d)
    }
    let ratio = b.re / b.im, d = b.re * ratio + b.im
    return ((a.re * ratio + a.im) / d, (a.im * ratio - a.re) / d)
  }
  mutating func complexPower(_ a: ComplexValue, _ b: ComplexValue) throws(Raise) -> ComplexValue {
    if b.re == 0 && b.im == 0 { return (1, 0) }
    if a.re == 0 && a.im == 0 {
      if b.im != 0 || b.re < 0 { throw raise(.ZeroDivisionError, "0.0 to a complex power") }
      return (0, 0)
    }
    if b.im == 0 && b.re.isWhole && b.re.absolute <= 100 {
      // Small integer powers by multiplication, as CPython.
      var n = Int32(b.re.absolute), p: ComplexValue = (1, 0), x = a
      while n > 0 {
        if n & 1 != 0 { p = (p.re * x.re - p.im * x.im, p.re * x.im + p.im * x.re) }
        n >>= 1
        if n > 0 { x = (x.re * x.re - x.im * x.im, x.re * x.im + x.im * x.re) }
      }
      return b.re < 0 ? complexQuotient((1, 0), p) : p
    }
    let length = Elementary.hypot(a.re, a.im), angle = Elementary.atan2(a.im, a.re)
    var size = Elementary.pow(length, b.re), phase = angle * b.re
    if b.im != 0 {
      size /= Elementary.exp(angle * b.im)
      phase += b.im * Elementary.log(length)
    }
    return (size * Elementary.cos(phase), size * Elementary.sin(phase))
  }
}
