import Port

// Arithmetic on numbers of any length in short pieces: after each the interpreter's lock is offered and objects may move, so operands are named
// by the slots they are in, and views of their digits are made anew for every piece.

/// A run of digits of the int (or of the scratch buffer) in a slot.
struct DigitRun: BitwiseCopyable {
  let slot: Slot
  /// Which word a small int's digit is put into; operands that are looked at together need different ones.
  let side: UInt32
  let from: UInt32, count: UInt32
  /// `n` digits from digit `i` on; fewer if there are not so many.
  func part(_ i: UInt32, _ n: UInt32) -> DigitRun {
    i >= count
      ? DigitRun(slot: slot, side: side, from: from, count: 0) : DigitRun(slot: slot, side: side, from: from &+ i, count: n < count &- i ? n : count &- i)
  }
}

/// Lengths of pieces: about 2,000 cycles each, the time for which an interrupt handler in Python or a more urgent thread waits.
enum Piece {
  /// Steps with a multiplication or division.
  static var products: UInt32 { 112 }
  /// Sums, shifts, bit operations.
  static var digits: UInt32 { 256 }
}

extension VM {
  borrowing func run(_ s: Slot, side: UInt32 = 0) -> DigitRun { DigitRun(slot: s, side: side, from: 0, count: magnitude(s, side: side).count) }
  @inline(never) @_lifetime(borrow self) borrowing func digits(_ p: DigitRun) -> Digits {
    let r = self(p.slot)
    if r.isObject { return Digits(self, word: r.word &+ 8 &+ p.from &* 4, count: p.count) }
    // The words are shared by all threads: written again after every yield point.
    let at = state &+ State.numberDigits &+ p.side &* 4
    memory[at] = small(r).magnitude
    return Digits(self, word: at, count: p.count)
  }
  /// The end of a piece of `n` steps.
  @inline(__always) private mutating func pause(_ n: UInt32, _ cycles: UInt32) throws(Raise) {
    port.spend(long: n &* cycles)
    try yieldPoint()
  }

  // MARK: sums, shifts, bits

  /// `out = a + b` or `a - b`, modulo the size of `out`, which may be one of them; answers the carry or borrow.
  @discardableResult
  mutating func addDigits(_ out: DigitRun, _ a: DigitRun, _ b: DigitRun, subtract: Bool = false) throws(Raise) -> UInt32 {
    var carry: UInt32 = 0, i: UInt32 = 0
    repeat {
      let o = out.part(i, Piece.digits), x = a.part(i, Piece.digits), y = b.part(i, Piece.digits)
      carry = subtract ? Magnitude.subtract(digits(o), digits(x), digits(y), carry) : Magnitude.add(digits(o), digits(x), digits(y), carry)
      i &+= Piece.digits
      try pause(o.count, 8)
    } while i < out.count
    return carry
  }
  /// `out = a << bits`, cut to the size of `out`, which may be `a`.
  mutating func shiftDigitsLeft(_ out: DigitRun, _ a: DigitRun, _ bits: UInt32) throws(Raise) {
    var end = out.count
    while end > 0 {
      let from = end > Piece.digits ? end &- Piece.digits : 0
      Magnitude.shiftLeft(digits(out), digits(a), bits, from: from, to: end)
      try pause(end &- from, 8)
      end = from
    }
  }
  /// `out = a >> bits`; `out` may be `a`.
  mutating func shiftDigitsRight(_ out: DigitRun, _ a: DigitRun, _ bits: UInt32) throws(Raise) {
    var i: UInt32 = 0
    while i < out.count {
      let to = min(out.count, i &+ Piece.digits)
      Magnitude.shiftRight(digits(out), digits(a), bits, from: i, to: to)
      try pause(to &- i, 8)
      i = to
    }
  }
  /// `and`, `or`, `xor` of two numbers with signs, in two's complement.
  mutating func bitDigits(_ op: BinaryOp, _ out: DigitRun, _ a: DigitRun, _ b: DigitRun, _ signs: BitSigns) throws(Raise) {
    var carries = BitCarries(), i: UInt32 = 0
    while i < out.count {
      let o = out.part(i, Piece.digits)
      Magnitude.bits(op, digits(o), digits(a.part(i, Piece.digits)), digits(b.part(i, Piece.digits)), signs, &carries)
      i &+= Piece.digits
      try pause(o.count, 14)
    }
  }
  /// `a = a * m + c`; answers the digit carried out.
  mutating func scaleDigits(_ a: DigitRun, by m: UInt32, adding c: UInt32) throws(Raise) -> UInt32 {
    var carry = c, i: UInt32 = 0
    repeat {
      let p = a.part(i, Piece.products)
      carry = Magnitude.scale(digits(p), by: m, adding: carry)
      i &+= Piece.products
      try pause(p.count, 16)
    } while i < a.count
    return carry
  }
  /// `out = a / m`, of the same length or the same; answers the remainder.
  mutating func divideDigits(_ out: DigitRun, _ a: DigitRun, by m: UInt32) throws(Raise) -> UInt32 {
    var rest: UInt32 = 0, end = a.count
    while end > 0 {
      let n = min(end, Piece.products)
      end &-= n
      rest = Magnitude.divide(digits(out.part(end, n)), digits(a.part(end, n)), by: m, rest)
      try pause(n, 20)
    }
    return rest
  }

  // MARK: products

  /// `out = a * b`; `out` has exactly as many digits as both together and is none of the inputs.
  mutating func multiplyDigits(_ out: DigitRun, _ a: DigitRun, _ b: DigitRun, scratch: DigitRun) throws(Raise) {
    if a.count < b.count { return try multiplyDigits(out, b, a, scratch: scratch) }
    if b.count < Magnitude.karatsubaDigits { return try schoolbook(out, a, b) }
    if a.count == b.count { return try karatsuba(out, a, b, scratch) }
    // Unbalanced: pieces of the longer factor as long as the shorter one.
    let n = b.count
    digits(out).clear()
    let product = scratch.part(0, 2 &* n), rest = scratch.part(2 &* n, scratch.count)
    var i: UInt32 = 0
    while i < a.count {
      let piece = a.part(i, n)
      let p = product.part(0, piece.count &+ n)
      if piece.count == n { try karatsuba(p, piece, b, rest) } else { try schoolbook(p, b, piece) }
      let at = out.part(i, out.count)
      try addDigits(at, at, p)
      i &+= n
    }
  }

  private mutating func schoolbook(_ out: DigitRun, _ a: DigitRun, _ b: DigitRun) throws(Raise) {
    digits(out).clear()
    var i: UInt32 = 0
    if a.count <= Piece.products {
      // As many rows as make a piece.
      let rows = a.count == 0 ? 1 : Piece.products / a.count
      while i < b.count {
        let some = b.part(i, rows)
        Magnitude.multiplyRows(digits(out.part(i, out.count)), digits(a), digits(some))
        i &+= rows
        try pause(some.count &* a.count, 16)
      }
      return
    }
    while i < b.count {
      var k: UInt32 = 0, carry: UInt32 = 0
      while k < a.count {
        let some = a.part(k, Piece.products)
        carry = Magnitude.multiplyRow(digits(out.part(i &+ k, some.count)), digits(some), by: digits(b)[i], adding: carry)
        k &+= some.count
        try pause(some.count, 16)
      }
      digits(out)[i &+ k] = carry
      i &+= 1
    }
  }

  /// Factors of equal length n: (x·B + y)(u·B + v) = xu·B² + ((x+y)(u+v) - xu - yv)·B + yv, with sums of h + 1 digits.
  private mutating func karatsuba(_ out: DigitRun, _ a: DigitRun, _ b: DigitRun, _ scratch: DigitRun) throws(Raise) {
    let n = a.count
    // Without stack for the recursion the long way does too.
    if n < Magnitude.karatsubaDigits || !hasNativeStack() { return try schoolbook(out, a, b) }
    try enter()
    defer { leave() }
    let h = (n &+ 1) / 2
    let low = out.part(0, 2 &* h), high = out.part(2 &* h, 2 &* (n &- h))
    let middle = scratch.part(0, 2 &* h &+ 2), rest = scratch.part(2 &* h &+ 2, scratch.count)
    let s = rest.part(0, h &+ 1), t = rest.part(h &+ 1, h &+ 1), deeper = rest.part(2 &* h &+ 2, rest.count)
    try addDigits(s, a.part(0, h), a.part(h, h))
    try addDigits(t, b.part(0, h), b.part(h, h))
    try karatsuba(middle, s, t, deeper)
    try karatsuba(low, a.part(0, h), b.part(0, h), rest)
    try karatsuba(high, a.part(h, h), b.part(h, h), rest)
    try addDigits(middle, middle, low, subtract: true)
    try addDigits(middle, middle, high, subtract: true)
    let at = out.part(h, out.count)
    try addDigits(at, at, middle)
  }

  // MARK: quotients

  /// Knuth's algorithm D (The Art of Computer Programming, 4.3.1). `b` has at least two digits and no leading zero, `a` is not shorter than `b`.
  /// `u` (one digit more than `a`) receives the remainder in its low digits, `v` (as long as `b`) is scratch, `q` (a - b + 1 digits) the quotient;
  /// a `q` of no digits is not stored.
  mutating func divideDigits(_ q: DigitRun, _ u: DigitRun, _ v: DigitRun, _ a: DigitRun, _ b: DigitRun) throws(Raise) {
    let n = b.count, shift = UInt32(digits(b)[n &- 1].leadingZeroBitCount)
    try shiftDigitsLeft(u, a, shift)
    try shiftDigitsLeft(v, b, shift)
    var j = a.count &- n &+ 1, steps: UInt32 = 0
    while j > 0 {
      j &-= 1
      var guess = Magnitude.quotientDigit(digits(u.part(j, n &+ 1)), digits(v))
      var k: UInt32 = 0, carry: UInt32 = 0
      // u[j...] -= guess * v
      while k < n {
        let some = v.part(k, Piece.products)
        carry = Magnitude.subtractRow(digits(u.part(j &+ k, some.count)), digits(some), by: guess, carry)
        k &+= some.count
        steps &+= some.count
        if steps >= Piece.products { try pause(steps, 20); steps = 0 }
      }
      let top = digits(u)[j &+ n]
      digits(u)[j &+ n] = top &- carry
      if top < carry {
        guess &-= 1
        let at = u.part(j, n &+ 1)
        try addDigits(at, at, v)
      }
      if j < q.count { digits(q)[j] = guess }
    }
    try pause(steps, 20)
    try shiftDigitsRight(u, u, shift)
  }

  /// True if there is stack for another level of native calls (`enter` would not raise).
  private borrowing func hasNativeStack() -> Bool {
    let m = memory
    return m[thread &+ Thread.depth] &+ NativeStack.native <= m[thread &+ Thread.depthLimit] && port.nativeStackLeft >= NativeStack.least
      && m[thread &+ Thread.top] <= m[thread &+ Thread.softLimit]
  }
}
