// Sines and arcs. Errors below 0.51 units in the last place, for arguments of any size.
extension Elementary {
  /// x as n quarter turns and a rest r between -π/4 and π/4: Payne and Hanek's method. The product of the mantissa and the 192 bits of 2/π
  /// that matter leaves 126 good bits after the point; no float comes closer than 2^-62 to a multiple of π/2.
  static func quarters(_ x: Double) -> (n: UInt32, rest: Wide) {
    let w = Wide(x).magnitude
    if x.absolute < 0.78539816339744 { return (0, Wide(x)) }
    let offset = w.e &- 65
    let f2 = bits(offset), f1 = bits(offset &+ 64), f0 = bits(offset &+ 128)
    // Low 192 bits of the product.
    let (h0, p0) = w.m.times(f0), (h1, l1) = w.m.times(f1)
    let (p1, carry) = l1.addingReportingOverflow(h0)
    let p2 = w.m &* f2 &+ h1 &+ (carry ? 1 : 0)
    // Two bits before the point, 190 after it.
    var n = UInt32(truncatingIfNeeded: p2 >> 62)
    var a = p2 << 2 | p1 >> 62, b = p1 << 2 | p0 >> 62
    let over = a >> 63 != 0
    if over { n &+= 1; a = ~a &+ (b == 0 ? 1 : 0); b = 0 &- b }
    let r = Wide(a, b, -1) * .halfPi
    if x < 0 { return ((0 &- n) & 3, over ? r : -r) }
    return (n & 3, over ? -r : r)
  }
  /// 64 bits of 2/π from bit `i` after the point on; zeros before it.
  private static func bits(_ i: Int32) -> UInt64 {
    if i <= -64 { return 0 }
    if i < 0 { return twoOverPi[0] >> UInt64(-i) }
    let k = Int(i >> 6), n = UInt64(i & 63)
    return n == 0 ? twoOverPi[k] : twoOverPi[k] << n | twoOverPi[k + 1] >> (64 &- n)
  }
  /// For |r| ≤ π/4 (and a little more).
  static func sinSeries(_ r: Wide) -> Wide {
    let z = (r * r).fraction
    var p = inverseFactorials[17], k = 15
    while k >= 1 { p = inverseFactorials[k] &- p.timesHigh(z); k -= 2 }
    return r - r * Wide(fraction: z.timesHigh(p))
  }
  static func cosSeries(_ r: Wide) -> Wide {
    let z = (r * r).fraction
    var p = inverseFactorials[18], k = 16
    while k >= 0 { p = inverseFactorials[k] &- p.timesHigh(z); k -= 2 }
    return .one - Wide(fraction: z.timesHigh(p))
  }
  public static func sin(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    if x.absolute < 0x1p-30 { return x - x * x * x / 6 }
    let (n, r) = quarters(x), s = n & 1 == 0 ? sinSeries(r) : cosSeries(r)
    return s.double.negated(n & 2 != 0)
  }
  public static func cos(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    let (n, r) = quarters(x), s = n & 1 == 0 ? cosSeries(r) : sinSeries(r)
    return s.double.negated(n == 1 || n == 2)
  }
  public static func tan(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    if x.absolute < 0x1p-30 { return x + x * x * x / 3 }
    let (n, r) = quarters(x), s = sinSeries(r), c = cosSeries(r)
    return n & 1 == 0 ? (s / c).double : (-(c / s)).double
  }

  /// The angle of the point (x, y) in the first quadrant.
  static func arc(_ y: Wide, _ x: Wide) -> Wide {
    if y.isZero { return y }
    if (y - x).negative || x.isZero && y.isZero { return octant(y, x) }
    return .halfPi - octant(x, y)
  }
  /// For y ≤ x: atan(i/8) and the rest by the series.
  private static func octant(_ y: Wide, _ x: Wide) -> Wide {
    if y.isZero { return y }
    var t = y / x
    let i = t.e < -5 ? 0 : t.e >= 0 ? 8 : Int((t.fraction >> 60 &+ 1) >> 1)
    if i > 0 {
      let c = Wide(Int32(i)).scaled(-3)
      t = (y - c * x) / (x + c * y)
    }
    let z = (t * t).fraction
    var p = inverseOdd[8], k = 7
    while k >= 0 { p = inverseOdd[k] &- p.timesHigh(z); k -= 1 }
    let rest = t - t * Wide(fraction: z.timesHigh(p))
    return i == 0 ? rest : Wide(fraction: eighthArcs[i]) + rest
  }
  public static func atan(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.isInfinite { return Wide.halfPi.double.negated(x < 0) }
    return arc(Wide(x).magnitude, .one).double.negated(x < 0)
  }
  public static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return .nan }
    var a: Wide
    if y == 0 {
      a = Wide(0.0)
    } else if x == 0 {
      a = .halfPi
    } else if y.isInfinite {
      a = x.isInfinite ? Wide.halfPi.scaled(-1) : .halfPi
    } else if x.isInfinite {
      a = Wide(0.0)
    } else {
      a = arc(Wide(y).magnitude, Wide(x).magnitude)
    }
    if x.isNegative { a = .pi - a }
    return a.double.negated(y.isNegative)
  }
  /// NaN outside -1…1.
  public static func asin(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.absolute > 1 { return .nan }
    let w = Wide(x).magnitude
    return arc(w, ((.one - w) * (.one + w)).root).double.negated(x < 0)
  }
  public static func acos(_ x: Double) -> Double {
    if x.isNaN || x.absolute > 1 { return .nan }
    let w = Wide(x).magnitude, a = arc(((.one - w) * (.one + w)).root, w)
    return x < 0 ? (.pi - a).double : a.double
  }
}
