import Port

/// A run of 32-bit digits of a magnitude, least significant first: a view of words inside one borrow of the VM.
///
/// All algorithms on digits are free of allocation: results and scratch space are views that the caller made before.
struct Digits: ~Escapable {
  let base: UnsafeMutableRawPointer
  let count: UInt32
  @inline(__always) @_lifetime(copy r) init(_ r: borrowing Ref, at byte: UInt32, count: UInt32) { base = r.bytes(byte); self.count = count }
  @inline(__always) @_lifetime(borrow vm) init(_ vm: borrowing VM, word: Address, count: UInt32) { base = vm.memory.at(word); self.count = count }
  /// For tests and local storage: the caller vouches for the memory.
  @inline(__always) @_lifetime(immortal) init(unchecked base: UnsafeMutableRawPointer, count: UInt32) { self.base = base; self.count = count }
  @inline(__always) @_lifetime(copy d) private init(_ d: borrowing Digits, from: UInt32, count: UInt32) { base = d.base + Int(from) &* 4; self.count = count }
  @inline(__always) subscript(_ i: UInt32) -> UInt32 {
    get { base.load(fromByteOffset: Int(i) &* 4, as: UInt32.self) }
    nonmutating set { base.storeWord(newValue, at: Int(i) &* 4) }
  }
  /// `n` digits from digit `i` on; fewer if there are not so many.
  @inline(__always) @_lifetime(copy self) func part(_ i: UInt32, _ n: UInt32) -> Digits {
    i >= count ? Digits(self, from: 0, count: 0) : Digits(self, from: i, count: n < count &- i ? n : count &- i)
  }
  /// The same without leading zeros.
  @_lifetime(copy self) func trimmed() -> Digits { part(0, length) }
  /// Number of digits up to the highest that is not 0.
  var length: UInt32 {
    var n = count
    while n > 0 && self[n &- 1] == 0 { n &-= 1 }
    return n
  }
  /// Number of bits up to the highest set one.
  var bitLength: UInt32 {
    let n = length
    return n == 0 ? 0 : n &* 32 &- UInt32(self[n &- 1].leadingZeroBitCount)
  }
  func clear() { base.initializeMemory(as: UInt8.self, repeating: 0, count: Int(count) &* 4) }
  /// Copies all of `a` to the low end (the views may overlap) and clears the rest.
  func assign(_ a: borrowing Digits) {
    let n = a.count < count ? a.count : count
    base.copyMemory(from: a.base, byteCount: Int(n) &* 4)
    part(n, count).clear()
  }
  func bit(_ i: UInt32) -> Bool { i / 32 < count && self[i / 32] >> (i & 31) & 1 != 0 }
  /// True if one of the `n` lowest bits is set.
  func anyBit(below n: UInt32) -> Bool {
    var i: UInt32 = 0
    while i < n / 32 && i < count {
      if self[i] != 0 { return true }
      i &+= 1
    }
    return i < count && n & 31 != 0 && self[i] << (32 &- n & 31) != 0
  }
}

/// Digit arithmetic. Outputs may be the same view as an input unless said otherwise.
enum Magnitude {
  /// -1, 0 or 1.
  static func compare(_ a: borrowing Digits, _ b: borrowing Digits) -> Int32 {
    var i = a.length
    let n = b.length
    if i != n { return i < n ? -1 : 1 }
    while i > 0 {
      i &-= 1
      if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
    }
    return 0
  }
  /// `out = a + b + c`; `out` must have as many digits as the longer one; answers the carry.
  @discardableResult static func add(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits, _ c: UInt32 = 0) -> UInt32 {
    var carry = UInt64(c), i: UInt32 = 0
    let both = min(out.count, min(a.count, b.count))
    while i < both {
      carry &+= UInt64(a[i]) &+ UInt64(b[i])
      out[i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
      i &+= 1
    }
    while i < out.count {
      carry &+= (i < a.count ? UInt64(a[i]) : 0) &+ (i < b.count ? UInt64(b[i]) : 0)
      out[i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
      i &+= 1
    }
    return UInt32(truncatingIfNeeded: carry)
  }
  /// `out = a - b - c`, modulo the size of `out`; answers the borrow.
  @discardableResult static func subtract(_ out: borrowing Digits, _ a: borrowing Digits, _ b: borrowing Digits, _ c: UInt32 = 0) -> UInt32 {
    var borrow = UInt64(c), i: UInt32 = 0
    let both = min(out.count, min(a.count, b.count))
    while i < both {
      let d = UInt64(a[i]) &- UInt64(b[i]) &- borrow
      out[i] = UInt32(truncatingIfNeeded: d)
      borrow = d >> 63
      i &+= 1
    }
    while i < out.count {
      let d = (i < a.count ? UInt64(a[i]) : 0) &- (i < b.count ? UInt64(b[i]) : 0) &- borrow
      out[i] = UInt32(truncatingIfNeeded: d)
      borrow = d >> 63
      i &+= 1
    }
    return UInt32(truncatingIfNeeded: borrow)
  }
  /// `a = a * m + c`; answers the digit carried out.
  @discardableResult static func scale(_ a: borrowing Digits, by m: UInt32, adding c: UInt32) -> UInt32 {
    var carry = UInt64(c), i: UInt32 = 0
    while i < a.count {
      carry &+= UInt64(a[i]) &* UInt64(m)
      a[i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
      i &+= 1
    }
    return UInt32(truncatingIfNeeded: carry)
  }
  /// `out = a / m` (`out` may be `a`), with the remainder of the digits above; answers the remainder.
  @discardableResult static func divide(_ out: borrowing Digits, _ a: borrowing Digits, by m: UInt32, _ above: UInt32 = 0) -> UInt32 {
    var rest = UInt64(above), i = a.count
    while i > 0 {
      i &-= 1
      rest = rest << 32 | UInt64(a[i])
      let q = rest / UInt64(m)
      if i < out.count { out[i] = UInt32(truncatingIfNeeded: q) }
      rest &-= q &* UInt64(m)
    }
    return UInt32(truncatingIfNeeded: rest)
  }
  /// `a` modulo `m`.
  static func remainder(_ a: borrowing Digits, by m: UInt32) -> UInt32 {
    var rest: UInt64 = 0, i = a.count
    while i > 0 {
      i &-= 1
      rest = (rest << 32 | UInt64(a[i])) % UInt64(m)
    }
    return UInt32(truncatingIfNeeded: rest)
  }
  /// `out = a << bits`, cut to the size of `out`: the digits `from ..< to`. `out` may be `a` if the parts are done from the top.
  static func shiftLeft(_ out: borrowing Digits, _ a: borrowing Digits, _ bits: UInt32, from: UInt32 = 0, to: UInt32 = .max) {
    let words = bits / 32, n = bits & 31
    // From the top: digits beyond the number, its own (each from two neighbours), the zeros that come in.
    var i = min(to, out.count)
    while i > from && i &- 1 > words &+ a.count {
      i &-= 1
      out[i] = 0
    }
    var high: UInt32 = i > words && i &- 1 &- words < a.count ? a[i &- 1 &- words] : 0
    while i > words && i > from {
      i &-= 1
      let k = i &- words, low = k > 0 ? a[k &- 1] : 0
      out[i] = UInt32(truncatingIfNeeded: (UInt64(high) << 32 | UInt64(low)) >> UInt64(32 &- n))
      high = low
    }
    while i > from {
      i &-= 1
      out[i] = 0
    }
  }
  /// `out = a >> bits`: the digits `from ..< to`. `out` may be `a` if the parts are done from the bottom.
  static func shiftRight(_ out: borrowing Digits, _ a: borrowing Digits, _ bits: UInt32, from: UInt32 = 0, to: UInt32 = .max) {
    let words = bits / 32, n = bits & 31, end = min(to, out.count)
    var i = from
    if i &+ words < a.count {
      var low = a[i &+ words]
      while i < end && i &+ words < a.count {
        let k = i &+ words &+ 1, high = k < a.count ? a[k] : 0
        out[i] = UInt32(truncatingIfNeeded: (UInt64(high) << 32 | UInt64(low)) >> UInt64(n))
        low = high
        i &+= 1
      }
    }
    while i < end {
      out[i] = 0
      i &+= 1
    }
  }
}
