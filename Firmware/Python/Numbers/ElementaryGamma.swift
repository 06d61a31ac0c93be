// erf, erfc, gamma, lgamma. Errors below 0.6 units in the last place; lgamma near its zeros at negative arguments is exact to 2^-57 absolutely.
extension Elementary {
  /// e^(-x²) of a float: x² in two exact parts.
  private static func gauss(_ x: Double) -> Wide {
    let high = Double(bitPattern: x.bitPattern & ~0x7ff_ffff), low = x - high
    return exp(-Wide(high * high)) * exp(-(Wide(low) * (Wide(x) + Wide(high))))
  }
  /// For 0 < x < 1.25: for larger ones 1 - erf x would lose bits.
  private static func erfSeries(_ x: Double) -> Wide {
    let w = Wide(x), twice = (w * w).scaled(1)
    var term = w, sum = w, n: Int32 = 1
    while term.e > sum.e &- 66 {
      n &+= 2
      term = term * twice / Wide(n)
      sum = sum + term
    }
    return sum * .twoOverRootPi * gauss(x)
  }
  /// For x ≥ 1.25: a continued fraction from its end.
  private static func erfcFraction(_ x: Double) -> Wide {
    let w = Wide(x)
    var f = w, n: Int32 = x < 2 ? 150 : 70
    while n > 0 {
      f = w + Wide(n).scaled(-1) / f
      n &-= 1
    }
    return (gauss(x) * .twoOverRootPi).scaled(-1) / f
  }
  public static func erf(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    let a = x.absolute
    if a > 6 { return (1.0).negated(x < 0) }
    return (a < 1.25 ? erfSeries(a) : .one - erfcFraction(a)).double.negated(x < 0)
  }
  public static func erfc(_ x: Double) -> Double {
    if x.isNaN { return x }
    let a = x.absolute
    if x == 0 { return 1 }
    if a > 28 { return x < 0 ? 2 : 0 }
    let tail = a < 1.25 ? .one - erfSeries(a) : erfcFraction(a)
    return (x < 0 ? .one + (.one - tail) : tail).double
  }

  /// Stirling's series Σ ±|B(2k)| / (2k (2k - 1) z^(2k - 1)) for z ≥ 20.
  private static func stirling(_ z: Wide) -> Wide {
    let inverse = Wide.one / z, y = inverse * inverse
    var p = Wide(fraction: stirlingTerms[8]), k = 7
    while k >= 0 { p = Wide(fraction: stirlingTerms[k]) - p * y; k -= 1 }
    return p * inverse
  }
  /// Γ(z) of a positive number.
  private static func gamma(_ x: Wide) -> Wide {
    var z = x, below = Wide.one
    while z.e < 4 || z.e == 4 && z.m < 0xa << 60 {
      below = below * z
      z = z + .one
    }
    // √(2π) · 2^((z - ½) log₂ z - z log₂ e + series · log₂ e)
    guard let (k, f) = binaryExponent(z - .one.scaled(-1), timesLog2: z), let (i, g) = binaryExponent(z), let (j, h) = binaryExponent(stirling(z)) else {
      return Wide(normal: 1 << 63, 100_000)
    }
    let (difference, borrow) = f.subtractingReportingOverflow(g), (sum, carry) = difference.addingReportingOverflow(h)
    return power2(k &- i &+ j &- (borrow ? 1 : 0) &+ (carry ? 1 : 0), sum) * .rootTwoPi / below
  }
  /// sin(πx).
  private static func sinPi(_ x: Double) -> Wide {
    let turn = x.remainder(towardsZero: 2)
    let n = (turn * 2).evenly, r = Wide(turn - n / 2) * .pi
    let quarter = Int32(n) & 3
    let s = quarter & 1 == 0 ? sinSeries(r) : cosSeries(r)
    return quarter & 2 != 0 ? -s : s
  }
  /// NaN for negative integers; infinity at 0 and beyond 171.6.
  public static func gamma(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return Double.infinity.negated(x.isNegative) }
    if x < 0 && x.isWhole || x == -.infinity { return .nan }
    if x > 172 { return .infinity }
    if x < -190 { return (0.0).negated((x.floored * 0.5).truncated * 2 != x.floored) }
    if x > 0 {
      if x.isWhole && x <= 23 {
        var p = 1.0, i = 2.0
        while i < x { p *= i; i += 1 }
        return p
      }
      return gamma(Wide(x)).double
    }
    return (.pi / (sinPi(x) * gamma(.one - Wide(x)))).double
  }

  /// ln Γ(2 + t) for |t| ≤ ½: (1 - γ) t + Σ (ζ(k) - 1)/k (-t)^k.
  private static func logGammaNearTwo(_ t: Wide) -> Wide {
    var p = Wide(fraction: zetaTerms[29]), k = 28
    while k >= 0 { p = Wide(fraction: zetaTerms[k]) - p * t; k -= 1 }
    return t * .oneLessEuler + t * t * p
  }
  private static func lgamma(positive x: Double) -> Wide {
    if x < 0.5 { return logGammaNearTwo(Wide(x)) - log1p(Wide(x)) - log(Wide(x)) }
    if x < 1.5 {
      let t = Wide(x) - .one
      return t.isZero ? t : logGammaNearTwo(t) - log1p(t)
    }
    if x < 2.5 { return logGammaNearTwo(Wide(x) - .one.scaled(1)) }
    let z = Wide(x)
    if x < 100 { return log(gamma(z)) }
    return (z - .one.scaled(-1)) * (log(z) - .one) + (.logRootTwoPi - .one.scaled(-1)) + stirling(z)
  }
  /// ln |Γ(x)|; infinity at 0 and the negative integers.
  public static func lgamma(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.isInfinite || x <= 0 && x.isWhole { return .infinity }
    if x > 0 { return lgamma(positive: x).positiveZero }
    let s = sinPi(x).magnitude
    return (.logPi - log(Wide(x).magnitude * s) - lgamma(positive: -x)).positiveZero
  }
}
