extension Magnitude {
  /// The next digit of a quotient, or one more than it: `u` is one digit longer than the divisor `v`, whose highest bit is set.
  static func quotientDigit(_ u: borrowing Digits, _ v: borrowing Digits) -> UInt32 {
    let n = v.count, top = UInt64(v[n &- 1]), second = UInt64(v[n &- 2])
    let head = UInt64(u[n]) << 32 | UInt64(u[n &- 1])
    var guess = head / top, rest = head &- guess &* top
    while guess >> 32 != 0 || guess &* second > (rest << 32 | UInt64(u[n &- 2])) {
      guess &-= 1
      rest &+= top
      if rest >> 32 != 0 { break }
    }
    // The loop may end at 2³², where the digit is one less.
    return guess >> 32 != 0 ? .max : UInt32(truncatingIfNeeded: guess)
  }
  /// `u -= v * m + c` for as many digits as `v` has; answers what is to be taken from the next digit.
  static func subtractRow(_ u: borrowing Digits, _ v: borrowing Digits, by m: UInt32, _ c: UInt32) -> UInt32 {
    var carry = UInt64(c), i: UInt32 = 0
    while i < v.count {
      // At most (2³² - 1)·2³²: where the high half is greatest the low one is 0 and borrows nothing.
      carry &+= UInt64(v[i]) &* UInt64(m)
      let d = u[i], low = UInt32(truncatingIfNeeded: carry)
      u[i] = d &- low
      carry = carry >> 32 &+ (d < low ? 1 : 0)
      i &+= 1
    }
    return UInt32(truncatingIfNeeded: carry)
  }
}
