/// Bytes of a text for a parser: a `ByteView`, or bytes that the caller owns. Reading past the end gives 0.
struct Bytes: ~Escapable {
  let base: UnsafeRawPointer
  let count: UInt32
  @inline(__always) @_lifetime(copy v) init(_ v: borrowing ByteView) { base = UnsafeRawPointer(v.start); count = v.count }
  @inline(__always) @_lifetime(immortal) init(unchecked base: UnsafeRawPointer, count: UInt32) { self.base = base; self.count = count }
  @inline(__always) subscript(_ i: UInt32) -> UInt8 { i < count ? base.load(fromByteOffset: Int(i), as: UInt8.self) : 0 }
  @inline(__always) @_lifetime(copy self) func part(_ i: UInt32, _ n: UInt32) -> Bytes { Bytes(self, i, n) }
  @inline(__always) @_lifetime(copy b) private init(_ b: borrowing Bytes, _ i: UInt32, _ n: UInt32) { base = b.base + Int(i); count = n }
  /// True if the bytes at `i` are these letters (given in lower case), whatever their case.
  func has(_ word: StaticString, at i: UInt32) -> Bool {
    let n = UInt32(word.utf8CodeUnitCount)
    if i &+ n > count { return false }
    var k: UInt32 = 0
    while k < n {
      if self[i &+ k] | 0x20 != word.utf8Start[Int(k)] { return false }
      k &+= 1
    }
    return true
  }
  static func isSpace(_ b: UInt8) -> Bool { b == 32 || b >= 9 && b <= 13 }
  /// The text without white space around it.
  @_lifetime(copy self) func stripped() -> Bytes {
    var i: UInt32 = 0, n = count
    while i < n && Bytes.isSpace(self[i]) { i &+= 1 }
    while n > i && Bytes.isSpace(self[n &- 1]) { n &-= 1 }
    return part(i, n &- i)
  }
}

extension Double {
  /// Reads an unsigned decimal number (or `inf`, `infinity`, `nan` if `words`) from byte `start`, correctly rounded.
  /// Answers the number and the index after it; nil if there is none. Underscores may stand between digits; in `literals` anywhere.
  static func parse(_ text: borrowing Bytes, from start: UInt32, words: Bool, literal: Bool) -> (value: Double, end: UInt32)? {
    if words {
      if text.has("infinity", at: start) { return (.infinity, start &+ 8) }
      if text.has("inf", at: start) { return (.infinity, start &+ 3) }
      if text.has("nan", at: start) { return (.nan, start &+ 3) }
    }
    // The first 19 significant digits as a number, the rest as a flag.
    var m: UInt64 = 0, taken: Int32 = 0, scale: Int32 = 0, isCut = false, any = false, point = false
    var i = start, isDigit = false
    while i < text.count {
      let b = text[i]
      if b >= 48 && b <= 57 {
        any = true
        isDigit = true
        if point && scale > -0x1000_0000 { scale &-= 1 }
        if taken < 19 {
          m = m &* 10 &+ UInt64(b &- 48)
          if m != 0 { taken &+= 1 }
        } else {
          if b != 48 { isCut = true }
          if scale < 0x1000_0000 { scale &+= 1 }
        }
      } else if b == 46 && !point {
        point = true
        isDigit = false
      } else if b == 95 && (literal || isDigit && text[i &+ 1] >= 48 && text[i &+ 1] <= 57) {
        isDigit = false
      } else {
        break
      }
      i &+= 1
    }
    if !any { return nil }
    let end = i
    var exponent: Int32 = 0
    if text[i] | 0x20 == 101 {
      var k = i &+ 1, minus = false, found = false
      if text[k] == 45 || text[k] == 43 { minus = text[k] == 45; k &+= 1 }
      while text[k] >= 48 && text[k] <= 57 || found && text[k] == 95 {
        found = true
        if text[k] != 95 && exponent < 100_000_000 { exponent = exponent &* 10 &+ Int32(text[k] &- 48) }
        k &+= 1
      }
      if found { i = k; if minus { exponent = 0 &- exponent } } else { exponent = 0 }
    }
    return (rounded(m, exponent &+ scale, isCut: isCut, text, from: start, to: end), i)
  }

  /// `m · 10^e`, or a little more if digits were cut off (then the text decides).
  private static func rounded(_ m: UInt64, _ e: Int32, isCut: Bool, _ text: borrowing Bytes, from: UInt32, to: UInt32) -> Double {
    if m == 0 || e < -345 { return m == 0 || e < -400 ? 0 : exactly(0, text, from, to, e, m) }
    if e > 308 { return .infinity }
    if !isCut && m < 1 << 53 && e >= -22 && e <= 22 {
      // Both are exact floats: one operation rounds once.
      var p = 1.0, n = e < 0 ? -e : e
      while n > 0 { p *= 10; n &-= 1 }
      return e < 0 ? Double(m) / p : Double(m) * p
    }
    // 64 bits of the product with an error below 1 + 18 (cut digits) units.
    let shift = Int32(m.leadingZeroBitCount)
    let g = PowerOfTen(e)
    var product = (m << UInt64(shift)).timesHigh(g.high), exponent = PowerOfTen.exponent(e) &+ 128 &- shift
    if product >> 63 == 0 { product <<= 1; exponent &-= 1 }
    let slack: UInt64 = isCut ? 40 : 4
    let low = Double(mantissa: product &- slack, exponent: exponent, sticky: true)
    let high = product > .max &- slack ? .nan : Double(mantissa: product &+ slack, exponent: exponent, sticky: true)
    return low == high ? low : exactly(low, text, from, to, e, m)
  }

  /// The float nearest to the decimal text, starting from a guess not above it: compares digits with the exact midpoint above.
  private static func exactly(_ guess: Double, _ text: borrowing Bytes, _ from: UInt32, _ to: UInt32, _ e: Int32, _ m: UInt64) -> Double {
    // Place of the text's first significant digit.
    var count: Int32 = 0, v = m
    while v > 0 { v /= 10; count &+= 1 }
    let top = e &+ count &- 1
    var value = guess
    while value.isFinite {
      let (n, x) = value.parts
      let order = compare(text, from, to, top: top, ExactDecimal(mantissa: 2 &* n &+ 1, exponent: x &- 1))
      if order < 0 || order == 0 && n & 1 == 0 { return value }
      value = value.nextUp
    }
    return value
  }
  /// The digits of the text, the first of them at 10^top, against an exact decimal.
  private static func compare(_ text: borrowing Bytes, _ from: UInt32, _ to: UInt32, top: Int32, _ d: ExactDecimal) -> Int32 {
    let other = d.top
    if top != other { return top < other ? -1 : 1 }
    var place = top, i = from, started = false
    while i < to {
      let b = text[i]
      i &+= 1
      if b < 48 || b > 57 || !started && b == 48 { continue }
      started = true
      let x = d.digit(place)
      if b &- 48 != x { return b &- 48 < x ? -1 : 1 }
      place &-= 1
    }
    return d.anyBelow(place &+ 1) ? -1 : 0
  }
}
