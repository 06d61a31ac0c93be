extension Magnitude {
  /// Knuth's algorithm D (The Art of Computer Programming, 4.3.1). `b` has at least two digits and no leading zero, `a` is not shorter than `b`.
  /// `u` (one digit more than `a`) receives the remainder in its low digits, `v` (as long as `b`) is scratch, `q` (a - b + 1 digits) the quotient;
  /// a `q` of no digits is not stored.
  static func divide(_ q: borrowing Digits, _ u: borrowing Digits, _ v: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits) {
    let n = b.count, shift = UInt32(b[n &- 1].leadingZeroBitCount)
    shiftLeft(u, a, shift)
    shiftLeft(v, b, shift)
    let top = UInt64(v[n &- 1]), second = UInt64(v[n &- 2])
    var j = a.count &- n &+ 1
    while j > 0 {
      j &-= 1
      let head = UInt64(u[j &+ n]) << 32 | UInt64(u[j &+ n &- 1])
      var guess = head / top, rest = head &- guess &* top
      while guess >> 32 != 0 || guess &* second > (rest << 32 | UInt64(u[j &+ n &- 2])) {
        guess &-= 1
        rest &+= top
        if rest >> 32 != 0 { break }
      }
      // u[j...] -= guess * v
      var carry: UInt64 = 0, borrow: UInt64 = 0, i: UInt32 = 0
      while i < n {
        carry &+= guess &* UInt64(v[i])
        let d = UInt64(u[i &+ j]) &- (carry & 0xffff_ffff) &- borrow
        u[i &+ j] = UInt32(truncatingIfNeeded: d)
        borrow = d >> 63
        carry >>= 32
        i &+= 1
      }
      let d = UInt64(u[j &+ n]) &- carry &- borrow
      u[j &+ n] = UInt32(truncatingIfNeeded: d)
      if d >> 63 != 0 {
        guess &-= 1
        let at = u.part(j, n &+ 1)
        add(at, at, v)
      }
      if j < q.count { q[j] = UInt32(truncatingIfNeeded: guess) }
    }
    shiftRight(u, u, shift)
  }
}
