/// The parts of a 64-bit float, and roundings that need no library.
extension Double {
  /// The finite number's magnitude as `mantissa · 2^exponent`; mantissa 0 for zero.
  @inline(never) var parts: (mantissa: UInt64, exponent: Int32) {
    let e = Int32(truncatingIfNeeded: bitPattern >> 52 & 0x7ff), m = bitPattern & 0xf_ffff_ffff_ffff
    return e == 0 ? (m, -1074) : (m | 1 << 52, e &- 1075)
  }
  public var isNegative: Bool { bitPattern >> 63 != 0 }
  public func negated(_ yes: Bool) -> Double { Double(bitPattern: bitPattern ^ (yes ? 1 << 63 : 0)) }
  public var absolute: Double { Double(bitPattern: bitPattern & ~(1 << 63)) }

  /// `mantissa · 2^exponent`, and a bit more if `sticky`, rounded once to the nearest (half to even); infinity if too large.
  @inline(never) init(mantissa: UInt64, exponent: Int32, sticky: Bool = false, negative: Bool = false) {
    let sign: UInt64 = negative ? 1 << 63 : 0
    if mantissa == 0 { self.init(bitPattern: sign); return }
    let shift = Int32(mantissa.leadingZeroBitCount)
    let m = mantissa << UInt64(shift), top = exponent &- shift &+ 63
    if top > 1023 { self.init(bitPattern: sign | 0x7ff << 52); return }
    let isSubnormal = top < -1022
    let drop: Int32 = isSubnormal ? 11 &+ (-1022 &- top) : 11
    if drop > 64 { self.init(bitPattern: sign); return }
    var kept = drop == 64 ? 0 : m >> UInt64(drop)
    let half: UInt64 = 1 << UInt64(drop &- 1), rest = drop == 64 ? m : m & (half &* 2 &- 1)
    if rest > half || rest == half && (sticky || kept & 1 != 0) { kept &+= 1 }
    self.init(bitPattern: sign | (isSubnormal ? kept : kept &+ UInt64(top &+ 1022) << 52))
  }

  /// Towards zero.
  public var truncated: Double {
    let e = Int32(truncatingIfNeeded: bitPattern >> 52 & 0x7ff) &- 1023
    if e >= 52 { return self }
    if e < 0 { return Double(bitPattern: bitPattern & 1 << 63) }
    return Double(bitPattern: bitPattern & ~(UInt64(0xf_ffff_ffff_ffff) >> UInt64(e)))
  }
  public var floored: Double {
    let t = truncated
    return t > self ? t - 1 : t
  }
  public var ceiled: Double {
    let t = truncated
    return t < self ? t + 1 : t
  }
  /// To the nearest integer, half to even.
  var evenly: Double {
    let t = truncated, d = (self - t).absolute
    if d < 0.5 || absolute >= 0x1p52 { return t }
    let up = t + (isNegative ? -1 : 1)
    if d > 0.5 { return up }
    return (t * 0.5).truncated * 2 == t ? t : up
  }
  public var isWhole: Bool { isFinite && truncated == self }

  /// C's fmod: exact, with the sign of `self`.
  public func remainder(towardsZero y: Double) -> Double {
    if isNaN || y.isNaN || isInfinite || y == 0 { return .nan }
    if y.isInfinite || absolute < y.absolute { return self }
    var (m, e) = parts
    let (n, f) = y.parts
    // Both mantissas are below 2^53: eleven more bits at a time.
    m %= n
    while e > f && m != 0 {
      let step = e &- f < 11 ? e &- f : 11
      m = (m << UInt64(step)) % n
      e &-= step
    }
    return Double(mantissa: m, exponent: f, negative: isNegative)
  }
}
