import Port

extension VM {
  /// Binary operator of two floats; false if it does not apply.
  mutating func floatBinary(_ op: BinaryOp, _ a: Double, _ b: Double, _ out: Slot) throws(Raise) -> Bool {
    port.spend(floatCost(op))
    let result: Double
    switch op {
    case .less: set(out, .bool(a < b)); return true
    case .more: set(out, .bool(a > b)); return true
    case .equal: set(out, .bool(a == b)); return true
    case .notEqual: set(out, .bool(a != b)); return true
    case .lessEqual: set(out, .bool(a <= b)); return true
    case .moreEqual: set(out, .bool(a >= b)); return true
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide:
      if b == 0 { throw divideByZero() }
      result = a / b
    case .floor:
      if b == 0 { throw divideByZero() }
      result = Elementary.divmod(a, b).quotient
    case .modulo:
      if b == 0 { throw divideByZero() }
      result = Elementary.divmod(a, b).remainder
    case .power:
      try floatPower(a, b, out)
      return true
    default: return false
    }
    try newFloat(result, out)
    return true
  }

  /// `a ** b` as CPython: complex for a negative base with a fraction in the exponent.
  mutating func floatPower(_ a: Double, _ b: Double, _ out: Slot) throws(Raise) {
    if a == 0 && b < 0 && b.isFinite { throw divideByZero() }
    if a < 0 && a.isFinite && b.isFinite && !b.isWhole {
      let (re, im) = try complexPower((a, 0), (b, 0))
      return try newComplex(re, im, out)
    }
    let p = Elementary.pow(a, b)
    if p.isInfinite && a.isFinite && b.isFinite { throw raise(.OverflowError, "math range error") }
    try newFloat(p, out)
  }

  /// One side is an int (of any size), the other a float.
  mutating func mixedBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let intLeft = isInteger(self(l))
    switch op {
    case .less, .more, .equal, .notEqual, .lessEqual, .moreEqual:
      let order = intLeft ? compare(int: l, with: float(self(r))) : compare(int: r, with: float(self(l))).map { 0 &- $0 }
      guard let c = order else { set(out, .bool(op == .notEqual)); return true }
      switch op {
      case .less: set(out, .bool(c < 0))
      case .more: set(out, .bool(c > 0))
      case .equal: set(out, .bool(c == 0))
      case .notEqual: set(out, .bool(c != 0))
      case .lessEqual: set(out, .bool(c <= 0))
      default: set(out, .bool(c >= 0))
      }
      return true
    case .add, .subtract, .multiply, .divide, .floor, .modulo, .power:
      let a = intLeft ? try intToDouble(l) : float(self(l)), b = intLeft ? float(self(r)) : try intToDouble(r)
      return try floatBinary(op, a, b, out)
    default: return false
    }
  }
}

/// Elementary functions in Swift alone, the same bits on every machine. Arguments and results as in C's library; special values follow C99's annex F.
public enum Elementary {
  /// Floor division and modulo of floats as Python defines them; `b` is not 0.
  public static func divmod(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var m = a.remainder(towardsZero: b)
    var q = (a - m) / b
    if m != 0 {
      if (b < 0) != (m < 0) { m += b; q -= 1 }
    } else {
      m = (0.0).negated(b.isNegative)
    }
    if q != 0 {
      let f = q.floored
      q = q - f > 0.5 ? f + 1 : f
    } else {
      q = (0.0).negated((a / b).isNegative)
    }
    return (q, m)
  }
}
