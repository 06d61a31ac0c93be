/// `digits · 10^exponent`.
struct ShortDecimal {
  var digits: UInt64
  var exponent: Int32

  /// The shortest decimal that reads back as `value` (finite, positive, not 0), the closest to it of those: R. Giulietti's Schubfach method.
  /// `single`: reads back as the same 32-bit float.
  init(_ value: Double, single: Bool = false) {
    var (c, q) = value.parts
    // A single's mantissa has 29 bits less; its subnormals less still.
    var isLowest = c == 1 << 52 && value.bitPattern >> 52 & 0x7ff > 1
    if single {
      let f = Float(value).bitPattern
      let biased = f >> 23 & 0xff
      c = UInt64(f & 0x7f_ffff | (biased == 0 ? 0 : 1 << 23))
      q = biased == 0 ? -149 : Int32(bitPattern: biased) &- 150
      isLowest = f & 0x7f_ffff == 0 && biased > 1
    }
    // Integers are their own digits; what is left to do is to drop zeros.
    if q <= 0 && q > -53 && c & (1 << UInt64(-q) &- 1) == 0 && !single {
      digits = c >> UInt64(-q)
      exponent = 0
      dropZeros()
      return
    }
    let even = c & 1 == 0
    let cb = 4 &* c, cbr = cb &+ 2, cbl = cb &- (isLowest ? 1 : 2)
    let k = isLowest ? (q &* 1262611 &- 524031) >> 22 : (q &* 1262611) >> 22
    let g = PowerOfTen(0 &- k)
    let h = UInt64(bitPattern: Int64(q &+ PowerOfTen.log2(0 &- k) &+ 1))
    let vb = ShortDecimal.roundToOdd(g, cb << h), vbl = ShortDecimal.roundToOdd(g, cbl << h), vbr = ShortDecimal.roundToOdd(g, cbr << h)
    let lower = vbl &+ (even ? 0 : 1), upper = vbr &- (even ? 0 : 1)
    let s = vb / 4
    exponent = k
    if s >= 10 {
      let short = s / 10
      let low = lower <= 40 &* short, high = 40 &* short &+ 40 <= upper
      if low != high {
        digits = short &+ (high ? 1 : 0)
        exponent = k &+ 1
        dropZeros()
        return
      }
    }
    let low = lower <= 4 &* s, high = 4 &* s &+ 4 <= upper
    if low != high {
      digits = s &+ (high ? 1 : 0)
    } else {
      let middle = 4 &* s &+ 2
      digits = s &+ (vb > middle || vb == middle && s & 1 != 0 ? 1 : 0)
    }
    dropZeros()
  }
  private static func roundToOdd(_ g: PowerOfTen, _ c: UInt64) -> UInt64 {
    let x = g.low.timesHigh(c)
    var (y1, y0) = g.high.times(c)
    y0 &+= x
    if y0 < x { y1 &+= 1 }
    return y1 | (y0 > 1 ? 1 : 0)
  }
  private mutating func dropZeros() {
    while digits != 0 && digits % 10 == 0 { digits /= 10; exponent &+= 1 }
  }
  /// Number of digits.
  var count: Int32 {
    var n: Int32 = 1, v = digits
    while v >= 10 { v /= 10; n &+= 1 }
    return n
  }
}
