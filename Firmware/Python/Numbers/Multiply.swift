extension Magnitude {
  /// Below this many digits of the shorter factor the schoolbook method is faster (measured hosted; on a Cortex-M0+ the
  /// multiplication of digits is dearer, so the bound errs on the high side there).
  static var karatsubaDigits: UInt32 { 40 }

  /// Digits of scratch space that `multiply` needs for factors of at most `n` digits.
  static func multiplyScratch(_ n: UInt32) -> UInt32 { n < karatsubaDigits ? 0 : 6 &* n &+ 128 }

  /// `out = a * b`; `out` has exactly as many digits as both together and is none of the inputs.
  static func multiply(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits, scratch: borrowing Digits) {
    if a.count < b.count { return multiply(out, b, a, scratch: scratch) }
    if b.count < karatsubaDigits { return schoolbook(out, a, b) }
    if a.count == b.count { return karatsuba(out, a, b, scratch) }
    // Unbalanced: pieces of the longer factor as long as the shorter one.
    let n = b.count
    out.clear()
    let product = scratch.part(0, 2 &* n), rest = scratch.part(2 &* n, scratch.count)
    var i: UInt32 = 0
    while i < a.count {
      let piece = a.part(i, n)
      let p = product.part(0, piece.count &+ n)
      if piece.count < karatsubaDigits { schoolbook(p, b, piece) } else if piece.count == n { karatsuba(p, piece, b, rest) } else { schoolbook(p, b, piece) }
      let at = out.part(i, out.count)
      add(at, at, p)
      i &+= n
    }
  }

  static func schoolbook(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits) {
    out.clear()
    var i: UInt32 = 0
    while i < b.count {
      let m = UInt64(b[i])
      if m != 0 {
        var carry: UInt64 = 0, k: UInt32 = 0
        while k < a.count {
          carry &+= UInt64(a[k]) &* m &+ UInt64(out[i &+ k])
          out[i &+ k] = UInt32(truncatingIfNeeded: carry)
          carry >>= 32
          k &+= 1
        }
        out[i &+ k] = UInt32(truncatingIfNeeded: carry)
      }
      i &+= 1
    }
  }

  /// Factors of equal length n: (x·B + y)(u·B + v) = xu·B² + ((x+y)(u+v) - xu - yv)·B + yv, with sums of h + 1 digits.
  static func karatsuba(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits, _ scratch: borrowing Digits) {
    let n = a.count
    if n < karatsubaDigits { return schoolbook(out, a, b) }
    let h = (n &+ 1) / 2
    let low = out.part(0, 2 &* h), high = out.part(2 &* h, 2 &* (n &- h))
    // The sums lie in `out` until the products go there.
    let middle = scratch.part(0, 2 &* h &+ 2), rest = scratch.part(2 &* h &+ 2, scratch.count)
    let s = rest.part(0, h &+ 1), t = rest.part(h &+ 1, h &+ 1), deeper = rest.part(2 &* h &+ 2, rest.count)
    add(s, a.part(0, h), a.part(h, h))
    add(t, b.part(0, h), b.part(h, h))
    karatsuba(middle, s, t, deeper)
    karatsuba(low, a.part(0, h), b.part(0, h), rest)
    karatsuba(high, a.part(h, h), b.part(h, h), rest)
    subtract(middle, middle, low)
    subtract(middle, middle, high)
    let at = out.part(h, out.count)
    add(at, at, middle)
  }
}
