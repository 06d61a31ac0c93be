// Exponentials, logarithms, powers. Errors (measured against correctly rounded values): below 0.51 units in the last place.
extension Elementary {
  // MARK: Cores

  /// 2^(k + f / 2^64).
  static func power2(_ k: Int32, _ f: UInt64) -> Wide {
    // 2^f = 2^(i/8) · e^r with r below ln 2 / 8.
    let r = (f & (.max >> 3)).timesHigh(Wide.ln2.m)
    var p = inverseFactorials[9], k2 = 8
    while k2 >= 0 { p = inverseFactorials[k2] &+ p.timesHigh(r); k2 -= 1 }
    let grown = r &+ r.timesHigh(r).timesHigh(p)
    let table = eighthPowers[Int(f >> 61)]
    let m = table &+ table.timesHigh(grown)
    return Wide(normal: m < table ? .max : m, k)
  }
  /// `high:low` · 2^(e - 126) as whole part and 64 bits of fraction, of either sign; nil if the whole part has more than 30 bits.
  static func split(_ high: UInt64, _ low: UInt64, _ e: Int32, negative: Bool) -> (whole: Int32, fraction: UInt64)? {
    let shift = 62 &- e
    if shift < 34 { return nil }
    if shift >= 128 { return negative && high | low != 0 ? (-1, .max) : (0, 0) }
    let n = UInt64(shift)
    var a = n < 64 ? high >> n : 0
    var b = n < 64 ? low >> n | high << (64 &- n) : high >> (n &- 64)
    if negative { a = ~a &+ (b == 0 ? 1 : 0); b = 0 &- b }
    return (Int32(truncatingIfNeeded: a), b)
  }
  /// x · log₂ e with 64 bits after the point.
  static func binaryExponent(_ x: Wide) -> (whole: Int32, fraction: UInt64)? {
    let (high, low) = x.m.times(log2eHigh), more = x.m.timesHigh(log2eLow)
    let (sum, carry) = low.addingReportingOverflow(more)
    return split(high &+ (carry ? 1 : 0), sum, x.e, negative: x.negative)
  }
  /// e^x; an exponent far out of range where the result is.
  static func exp(_ x: Wide) -> Wide {
    guard let (k, f) = binaryExponent(x) else { return x.negative ? Wide(normal: 1 << 63, -100_000) : Wide(normal: 1 << 63, 100_000) }
    return power2(k, f)
  }
  /// s + s³/3 + s⁵/5 + … for |s| ≤ 0.172.
  static func atanhSeries(_ s: Wide) -> Wide {
    let z = (s * s).fraction
    var p = inverseOdd[12], k = 11
    while k >= 0 { p = inverseOdd[k] &+ p.timesHigh(z); k -= 1 }
    return s + s * Wide(fraction: z.timesHigh(p))
  }
  /// Exponent and mantissa between √½ and √2 as the quotient s = (x - 1)/(x + 1).
  private static func reduce(_ x: Wide) -> (e: Int32, s: Wide) {
    let upper = x.m > 0xb504_f333_f9de_6484
    let y = Wide(normal: x.m, upper ? -1 : 0)
    return (upper ? x.e &+ 1 : x.e, (y - .one) / (y + .one))
  }
  /// The natural logarithm of a positive number.
  static func log(_ x: Wide) -> Wide {
    let (e, s) = reduce(x)
    let part = atanhSeries(s).scaled(1)
    return e == 0 ? part : Wide(e) * .ln2 + part
  }
  static func log2(_ x: Wide) -> Wide {
    let (e, s) = reduce(x)
    let part = (atanhSeries(s) * .log2e).scaled(1)
    return e == 0 ? part : Wide(e) + part
  }
  static func log10(_ x: Wide) -> Wide { log(x) * .log10e }
  static func log1p(_ x: Wide) -> Wide {
    x.isZero || x.e < -2 || !x.negative && x.e < -1 ? atanhSeries(x / (x + .one.scaled(1))).scaled(1) : log(.one + x)
  }
  /// e^x - e^-x over 2.
  static func sinh(_ x: Wide) -> Wide {
    if x.e >= -2 {
      let p = exp(x.magnitude), n = Wide.one / p, d = (p - n).scaled(-1)
      return x.negative ? -d : d
    }
    let z = (x * x).fraction
    var p = inverseFactorials[15], k = 13
    while k >= 1 { p = inverseFactorials[k] &+ p.timesHigh(z); k -= 2 }
    return x + x * Wide(fraction: z.timesHigh(p))
  }
  static func cosh(_ x: Wide) -> Wide {
    let p = exp(x.magnitude)
    return (p + .one / p).scaled(-1)
  }
  static func expm1(_ x: Wide) -> Wide { x.e < -2 ? sinh(x.scaled(-1)).scaled(1) * exp(x.scaled(-1)) : exp(x) - .one }

  /// log₂ of a positive number to about 68 bits: mantissa in two words, exponent, sign. The lowest bit of `x.m` is not looked at.
  static func preciseLog2(_ x: Wide) -> (high: UInt64, low: UInt64, e: Int32, negative: Bool) {
    let upper = x.m > 0xb504_f333_f9de_6484
    let e = upper ? x.e &+ 1 : x.e
    // Half of numerator and denominator of s = (y - 1)/(y + 1): both fit a word.
    let numerator = upper ? (0 &- x.m) >> 1 : (x.m &- 1 << 63) >> 1
    let denominator = upper ? x.m >> 1 | 1 << 63 : x.m >> 1 &+ 1 << 62
    let shift = UInt64(denominator.leadingZeroBitCount), d = denominator << shift
    let (s1, rest) = Wide.divide(numerator << shift, 0, by: d)
    let s0 = Wide.divide(rest, 0, by: d).quotient
    // z = s² with 69 bits after the point, the series' tail likewise.
    let (z1, z0) = s1.times(s1)
    let z = z1 << 5 | z0 >> 59
    var p = inverseOdd[12], k = 11
    while k >= 0 { p = inverseOdd[k] &+ p.timesHigh(z1); k -= 1 }
    let tail = z.timesHigh(p)
    let (t1, t0) = s1.times(tail)
    let (u0, carry) = s0.addingReportingOverflow(t1 << 59 | t0 >> 5)
    let u1 = s1 &+ t1 >> 5 &+ (carry ? 1 : 0)
    // Times 2 log₂ e: 126 bits after the point.
    var (a, b) = u1.times(twoLog2eHigh)
    let c = u1.timesHigh(twoLog2eLow)
    let (sum, carry1) = b.addingReportingOverflow(c), (sum2, carry2) = sum.addingReportingOverflow(u0.timesHigh(twoLog2eHigh))
    b = sum2
    a = a &+ (carry1 ? 1 : 0) &+ (carry2 ? 1 : 0)
    var negative = upper
    var point: Int32 = 126
    if e != 0 {
      // e ± part with 116 bits after the point.
      let p1 = a >> 10, p0 = b >> 10 | a << 54
      let whole = UInt64(e.magnitude) << 52
      let isNegative = e < 0
      if isNegative == negative {
        a = whole &+ p1
        b = p0
      } else {
        a = whole &- p1 &- (p0 != 0 ? 1 : 0)
        b = 0 &- p0
      }
      negative = isNegative
      point = 116
    }
    if a == 0 && b == 0 { return (0, 0, 0, false) }
    if a == 0 { a = b; b = 0; point &+= 64 }
    let n = UInt64(a.leadingZeroBitCount)
    if n > 0 { a = a << n | b >> (64 &- n); b <<= n }
    return (a, b, 127 &- point &- Int32(truncatingIfNeeded: n), negative)
  }
  /// y · log₂ x with 64 bits after the point.
  static func binaryExponent(_ y: Wide, timesLog2 x: Wide) -> (whole: Int32, fraction: UInt64)? {
    let l = preciseLog2(x)
    if l.high == 0 || y.m == 0 { return (0, 0) }
    let (high, low) = y.m.times(l.high), more = y.m.timesHigh(l.low)
    let (sum, carry) = low.addingReportingOverflow(more)
    return split(high &+ (carry ? 1 : 0), sum, y.e &+ l.e, negative: y.negative != l.negative)
  }

  // MARK: Functions of floats

  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.isInfinite { return x < 0 ? 0 : x }
    return exp(Wide(x)).double
  }
  public static func expm1(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.isInfinite { return x < 0 ? -1 : x }
    return x.absolute < 0x1p-60 ? x : expm1(Wide(x)).double
  }
  public static func log(_ x: Double) -> Double { special(x) ?? log(Wide(x)).positiveZero }
  public static func log2(_ x: Double) -> Double { special(x) ?? log2(Wide(x)).positiveZero }
  public static func log10(_ x: Double) -> Double { special(x) ?? log10(Wide(x)).positiveZero }
  private static func special(_ x: Double) -> Double? {
    if x.isNaN || x == .infinity { return x }
    return x == 0 ? -.infinity : x < 0 ? .nan : nil
  }
  public static func log1p(_ x: Double) -> Double {
    if x.isNaN || x == 0 || x == .infinity { return x }
    if x <= -1 { return x == -1 ? -.infinity : .nan }
    return x.absolute < 0x1p-60 ? x : log1p(Wide(x)).double
  }
  public static func sinh(_ x: Double) -> Double { !x.isFinite || x == 0 ? x : x.absolute > 800 ? Double.infinity.negated(x < 0) : sinh(Wide(x)).double }
  public static func cosh(_ x: Double) -> Double { x.isNaN ? x : x.absolute > 800 ? .infinity : cosh(Wide(x)).double }
  public static func tanh(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.absolute > 22 { return (1.0).negated(x < 0) }
    let w = Wide(x)
    return (sinh(w) / cosh(w)).double
  }
  public static func asinh(_ x: Double) -> Double {
    if !x.isFinite || x == 0 { return x }
    let w = Wide(x).magnitude, square = w * w
    return log1p(w + square / (.one + (.one + square).root)).double.negated(x < 0)
  }
  /// NaN below 1.
  public static func acosh(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x < 1 { return .nan }
    let t = Wide(x) - .one
    return t.isZero ? 0 : log1p(t + (t * (t + .one.scaled(1))).root).double
  }
  public static func atanh(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.absolute >= 1 { return x.absolute > 1 ? .nan : Double.infinity.negated(x < 0) }
    let w = Wide(x).magnitude
    let r = w.e < -3 ? atanhSeries(w) : log1p((w / (.one - w)).scaled(1)).scaled(-1)
    return r.double.negated(x < 0)
  }

  /// C's pow: special cases of annex F.9.4.4.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let odd = y.isWhole && y.absolute < 0x1p53 && (y * 0.5).truncated * 2 != y
    let negative = x.isNegative && odd
    if y.isInfinite {
      let size = x.absolute
      return size == 1 ? 1 : (size > 1) == (y > 0) ? .infinity : 0
    }
    if x == 0 { return (y < 0 ? Double.infinity : 0).negated(negative) }
    if x.isInfinite { return (y < 0 ? 0 : Double.infinity).negated(negative) }
    if x < 0 && !y.isWhole { return .nan }
    if y == 1 { return x }
    if let (k, f) = binaryExponent(Wide(y), timesLog2: Wide(x.absolute)), k > -5000, k < 5000 { return power2(k, f).double.negated(negative) }
    return ((x.absolute > 1) == (y > 0) ? Double.infinity : 0).negated(negative)
  }
  public static func hypot(_ x: Double, _ y: Double) -> Double {
    if x.isInfinite || y.isInfinite { return .infinity }
    if x.isNaN || y.isNaN { return .nan }
    let big = max(x.absolute, y.absolute), small = min(x.absolute, y.absolute)
    if big < 0x1p500 && small > 0x1p-500 {
      // The root, and one Newton step on an error that the products' form keeps almost exact (Borges 2019, "An improved algorithm for
      // hypot(a, b)"): below one unit in the last place, nearly always the nearest float.
      let h = (big * big + small * small).squareRoot()
      let first: Double, second: Double
      if h <= 2 * small {
        let d = h - small
        first = big * (2 * d - big)
        second = (d - 2 * (big - small)) * d
      } else {
        let d = h - big
        first = 2 * d * (big - 2 * small)
        second = (4 * d - small) * small + d * d
      }
      return h - (first + second) / (2 * h)
    }
    let a = Wide(x), b = Wide(y)
    return (a * a + b * b).root.double
  }
}
extension Wide {
  /// The float, with +0 for zero.
  var positiveZero: Double { m == 0 ? 0 : double }
}
