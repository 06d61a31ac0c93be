/// A number with 64 bits of mantissa: what the elementary functions compute with, so that rounding once at the end leaves an error
/// little above half a unit in the last place of a 64-bit float. Integer operations only: the same bits on every machine, and on a
/// Cortex-M0+ faster than emulated floats of twice the precision. The value is ±`m` · 2^(`e` - 63) with bit 63 of `m` set, or 0.
/// An operation's error is below one unit of the mantissa's last bit.
struct Wide {
  var m: UInt64
  var e: Int32
  var negative: Bool

  init(normal m: UInt64, _ e: Int32, negative: Bool = false) { self.m = m; self.e = e; self.negative = negative }
  /// `m` · 2^(`e` - 63), any `m`.
  @inline(never) init(_ m: UInt64, _ e: Int32, negative: Bool = false) {
    let shift = m == 0 ? 0 : m.leadingZeroBitCount
    self.m = m << UInt64(shift)
    self.e = e &- Int32(shift)
    self.negative = negative
  }
  /// The high half of a 128-bit number with its point 64 + 63 - `e` bits from the right, normalised.
  @inline(never) init(_ high: UInt64, _ low: UInt64, _ e: Int32, negative: Bool = false) {
    if high == 0 { self.init(low, e &- 64, negative: negative); return }
    let shift = UInt64(high.leadingZeroBitCount)
    self.init(normal: shift == 0 ? high : high << shift | low >> (64 &- shift), e &- Int32(truncatingIfNeeded: shift), negative: negative)
  }
  @inline(never) init(_ d: Double) {
    let (m, e) = d.parts
    self.init(m, e &+ 63, negative: d.isNegative)
  }
  init(_ n: Int32) { self.init(UInt64(n.magnitude), 63, negative: n < 0) }
  /// A fraction below 1 with 64 bits after the point.
  init(fraction f: UInt64) { self.init(f, -1) }
  static var one: Wide { Wide(normal: 1 << 63, 0) }

  /// Rounded to the nearest float; infinity or 0 out of range.
  var double: Double { Double(mantissa: m, exponent: e < -4000 ? -4000 : e > 4000 ? 4000 : e &- 63, negative: negative) }
  var isZero: Bool { m == 0 }
  var magnitude: Wide { Wide(normal: m, e) }
  static prefix func - (a: Wide) -> Wide { Wide(normal: a.m, a.e, negative: !a.negative) }
  /// Times 2^n.
  func scaled(_ n: Int32) -> Wide { Wide(normal: m, e &+ n, negative: negative) }
  /// The magnitude, which is below 1, with 64 bits after the point.
  var fraction: UInt64 { e >= 0 ? .max : e < -64 ? 0 : m >> UInt64(-1 &- e) }

  @inline(never) static func * (a: Wide, b: Wide) -> Wide {
    let (high, low) = a.m.times(b.m)
    let negative = a.negative != b.negative
    if high >> 63 != 0 { return Wide(normal: high, a.e &+ b.e &+ 1, negative: negative) }
    return Wide(high << 1 | low >> 63, a.e &+ b.e, negative: negative)
  }
  @inline(never) static func / (a: Wide, b: Wide) -> Wide {
    if a.m == 0 { return a }
    let negative = a.negative != b.negative
    if a.m >= b.m { return Wide(normal: divide(a.m >> 1, a.m << 63, by: b.m).quotient, a.e &- b.e, negative: negative) }
    return Wide(normal: divide(a.m, 0, by: b.m).quotient, a.e &- b.e &- 1, negative: negative)
  }
  @inline(never) static func + (a: Wide, b: Wide) -> Wide {
    if a.m == 0 { return b }
    if b.m == 0 { return a }
    if a.e < b.e || a.e == b.e && a.m < b.m { return b + a }
    let d = UInt64(a.e &- b.e)
    if d > 66 { return a }
    let high = d > 63 ? 0 : b.m >> d, low = d == 0 ? 0 : d > 63 ? b.m >> (d &- 64) : b.m << (64 &- d)
    if a.negative == b.negative {
      let (sum, carry) = a.m.addingReportingOverflow(high)
      return carry ? Wide(normal: sum >> 1 | 1 << 63, a.e &+ 1, negative: a.negative) : Wide(normal: sum, a.e, negative: a.negative)
    }
    return Wide(a.m &- high &- (low != 0 ? 1 : 0), 0 &- low, a.e, negative: a.negative)
  }
  static func - (a: Wide, b: Wide) -> Wide { a + -b }

  /// The square root of a positive number: a float's, and one step of Newton's method.
  var root: Wide {
    if m == 0 { return self }
    let odd = e & 1
    let scaledDown = Wide(normal: m, odd)
    let guess = Wide(scaledDown.double.squareRoot())
    return (guess + scaledDown / guess).scaled((e &- odd) / 2 &- 1)
  }

  /// `high:low / d` for `high < d`, bit 63 of `d` set: two steps of school division with 32-bit digits.
  @inline(never) static func divide(_ high: UInt64, _ low: UInt64, by d: UInt64) -> (quotient: UInt64, remainder: UInt64) {
    let d1 = d >> 32, d0 = d & 0xffff_ffff
    var rest = high, q: UInt64 = 0, step = 0
    while step < 2 {
      let next = step == 0 ? low >> 32 : low & 0xffff_ffff
      var digit = rest / d1, r = rest &- digit &* d1
      while digit >> 32 != 0 || digit &* d0 > (r << 32 | next) {
        digit &-= 1
        r &+= d1
        if r >> 32 != 0 { break }
      }
      rest = (rest << 32 | next) &- digit &* d
      q = q << 32 | digit
      step += 1
    }
    return (q, rest)
  }
}
