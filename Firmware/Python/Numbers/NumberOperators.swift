import Port

// The operators' way in: which kinds of number meet.
extension VM {
  /// Operators when both are numbers (int, bool, float, complex, or instances of classes derived from them); false if they do not apply.
  public mutating func numberBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let a = numberClass(self(l)), b = numberClass(self(r)), o = op.plain
    if a == .float && b == .float { return try floatBinary(o, float(self(l)), float(self(r)), out) }
    if a.isInt && b.isInt { return try intBinary(o, l, r, out) }
    if a == .none || b == .none { return try derivedBinary(o, l, r, out) }
    if a == .complex || b == .complex {
      switch o {
      case .add, .subtract, .multiply, .divide, .power, .equal, .notEqual, .floor: break
      default: return false
      }
      if o == .equal || o == .notEqual {
        let same = numberEqual(l, r)
        set(out, .bool(same == (o == .equal)))
        return true
      }
      return try complexBinary(o, try toComplex(l), try toComplex(r), out)
    }
    return try mixedBinary(o, l, r, out)
  }
  /// One side may be an instance with a number inside.
  private mutating func derivedBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let a = slot(), b = slot()
    do { let n = native(self(l)); set(a, n) }
    do { let n = native(self(r)); set(b, n) }
    if numberClass(self(a)) == .none || numberClass(self(b)) == .none { return false }
    return try numberBinary(op, a, b, out)
  }

  public mutating func numberUnary(_ op: UnaryOp, _ o: Slot, _ out: Slot) throws(Raise) -> Bool {
    let c = numberClass(self(o))
    if c == .none {
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      do { let n = native(self(o)); set(t, n) }
      return numberClass(self(t)) == .none ? false : try numberUnary(op, t, out)
    }
    if op == .not { set(out, .bool(!numberTruth(self(o)))); return true }
    switch c {
    case .small, .big:
      switch op {
      case .positive: if self(o).isObject { copy(out, o) } else { set(out, Value(int: small(o))) }
      case .negative: try intNegate(o, out, negative: !isNegative(o))
      default: try intInvert(o, out)
      }
    case .float:
      if op == .invert { return false }
      if op == .positive { copy(out, o) } else { try newFloat(-float(self(o)), out) }
    default:
      if op == .invert { return false }
      let z = complexParts(self(o))
      if op == .positive { copy(out, o) } else { try newComplex(-z.re, -z.im, out) }
    }
    return true
  }

  public mutating func numberEqual(_ l: Slot, _ r: Slot) -> Bool {
    let a = numberClass(self(l)), b = numberClass(self(r))
    if a == .none || b == .none {
      if a != .none && !self(r).isObject || b != .none && !self(l).isObject { return false }
      let mark = self.mark
      defer { release(to: mark) }
      let x = slot(), y = slot()
      do { let n = native(self(l)); set(x, n) }
      do { let n = native(self(r)); set(y, n) }
      if numberClass(self(x)) == .none || numberClass(self(y)) == .none { return false }
      return numberEqual(x, y)
    }
    if a.isInt && b.isInt { return intCompare(l, r) == 0 }
    if a == .complex || b == .complex {
      if a == .complex && b == .complex { let x = complexParts(self(l)), y = complexParts(self(r)); return x == y }
      let z = complexParts(self(a == .complex ? l : r)), other = a == .complex ? r : l
      if z.im != 0 { return false }
      return numberClass(self(other)) == .float ? float(self(other)) == z.re : compare(int: other, with: z.re) == 0
    }
    if a.isInt { return compare(int: l, with: float(self(r))) == 0 }
    return b.isInt ? compare(int: r, with: float(self(l))) == 0 : float(self(l)) == float(self(r))
  }

  /// A number that is whole and fits a small integer, whatever its type.
  borrowing func smallWhole(_ o: Slot) -> Int32? {
    switch numberClass(self(o)) {
    case .small: return small(o)
    case .float:
      let d = float(self(o))
      guard d > -1_073_741_824, d < 1_073_741_824, d == Double(Int32(d)) else { return nil }
      return Int32(d)
    default: return nil
    }
  }
  /// The same for equal numbers of any type: the value modulo 2^31 - 1, negated for negative ones (31 bits).
  public borrowing func numberHash(_ o: Slot) -> UInt32 {
    switch numberClass(self(o)) {
    case .small: return UInt32(bitPattern: small(o)) & 0x7fff_ffff
    case .big:
      // The same small moduli as for a float: 2^31 ≡ 1, so digits of 32 bits count 2 each.
      let h = Magnitude.remainder(magnitude(o), by: 0x7fff_ffff)
      return (isNegative(o) ? 0 &- h : h) & 0x7fff_ffff
    case .float: return hash(float(self(o)))
    case .complex:
      let z = complexParts(self(o))
      return (hash(z.re) &+ hash(z.im) &* 1_000_003) & 0x7fff_ffff
    case .none: return 0
    }
  }
  private borrowing func hash(_ d: Double) -> UInt32 {
    if !d.isFinite { return d.isNaN ? 0 : d < 0 ? 0x7fff_ffff & (0 &- 314_159) : 314_159 }
    let (m, e) = d.parts
    // m · 2^e modulo 2^31 - 1: a rotation of 31 bits.
    var h = UInt32(truncatingIfNeeded: m % 0x7fff_ffff)
    var turn = e % 31
    if turn < 0 { turn &+= 31 }
    h = (h << UInt32(turn) | h >> UInt32(31 &- turn)) & 0x7fff_ffff
    if h == 0x7fff_ffff { h = 0 }
    return (d.isNegative ? 0 &- h : h) & 0x7fff_ffff
  }
  public borrowing func numberTruth(_ r: borrowing Ref) -> Bool {
    switch numberClass(r) {
    case .small: return small(r) != 0
    case .big: return true
    case .float: return float(r) != 0
    case .complex: let z = complexParts(r); return z.re != 0 || z.im != 0
    case .none: return false
    }
  }
}
