extension Magnitude {
  /// Below this many digits of the shorter factor the schoolbook method is faster (measured hosted; on a Cortex-M0+ the
  /// multiplication of digits is dearer, so the bound errs on the high side there).
  static var karatsubaDigits: UInt32 { 40 }

  /// Digits of scratch space that a product needs for factors of at most `n` digits.
  static func multiplyScratch(_ n: UInt32) -> UInt32 { n < karatsubaDigits ? 0 : 6 &* n &+ 128 }

  /// `out += a * m + c` for as many digits as `a` has; answers the digit carried out.
  @inline(__always) static func multiplyRow(_ out: borrowing Digits, _ a: borrowing Digits, by m: UInt32, adding c: UInt32) -> UInt32 {
    var carry = UInt64(c), k: UInt32 = 0
    while k < a.count {
      carry &+= UInt64(a[k]) &* UInt64(m) &+ UInt64(out[k])
      out[k] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
      k &+= 1
    }
    return UInt32(truncatingIfNeeded: carry)
  }
  /// Rows of a long multiplication: `out += a * b`, with the digits above the rows so far still 0.
  static func multiplyRows(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits) {
    var i: UInt32 = 0
    while i < b.count {
      let m = b[i]
      if m != 0 { out[i &+ a.count] = multiplyRow(out.part(i, a.count), a, by: m, adding: 0) }
      i &+= 1
    }
  }
}
