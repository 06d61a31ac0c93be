import Port

/// What kind of number a value is.
enum NumberClass: UInt8 {
  case none
  /// A small integer or a bool.
  case small
  case big
  case float
  case complex
  @inline(__always) var isInt: Bool { self == .small || self == .big }
}

// Integers: small ones are immediate (31 bits), others `bigInt` objects of sign and magnitude. The form is unique:
// what fits a small integer is never a bigInt, and a bigInt has no leading zero digit.
extension VM {
  @inline(never) borrowing func numberClass(_ r: borrowing Ref) -> NumberClass {
    if r.value.isInt { return .small }
    if r.isObject {
      let k = r.kind
      return k == Kind.float ? .float : k == Kind.bigInt ? .big : k == Kind.complex ? .complex : .none
    }
    return r.value.isBool ? .small : .none
  }
  public borrowing func isInteger(_ r: borrowing Ref) -> Bool { numberClass(r).isInt }

  /// The number of a value of class `small`.
  @inline(__always) borrowing func small(_ r: borrowing Ref) -> Int32 { r.value.isInt ? r.value.int : r.value == .true ? 1 : 0 }
  @inline(__always) borrowing func small(_ s: Slot) -> Int32 { small(self(s)) }

  @inline(never) borrowing func isNegative(_ s: Slot) -> Bool {
    let r = self(s)
    return r.isObject ? r.raw(1) >> 31 != 0 : small(r) < 0
  }
  /// Number of digits of a bigInt.
  @inline(__always) borrowing func digitCount(_ r: borrowing Ref) -> UInt32 { UInt32(bitPattern: abs(r.int(1))) / 4 }
  /// The magnitude of an int. A small integer's digit is put into one of two words of the interpreter's record, told by `side`.
  @inline(never) @_lifetime(borrow self) borrowing func magnitude(_ s: Slot, side: UInt32 = 0) -> Digits {
    let r = self(s)
    if r.isObject { return digits(s) }
    let n = small(r), at = state &+ State.numberDigits &+ side &* 4
    memory[at] = n.magnitude
    return Digits(self, word: at, count: n == 0 ? 0 : 1)
  }
  /// The digits of the bigInt in `s`.
  @inline(never) @_lifetime(borrow self) borrowing func digits(_ s: Slot) -> Digits {
    let r = self(s)
    return Digits(self, word: r.word &+ 8, count: digitCount(r))
  }

  /// A bigInt of `count` zero digits: to be filled, then handed to `finishInt`.
  mutating func newDigits(_ count: UInt32, _ out: Slot) throws(Raise) {
    if count > 0x0400_0000 { throw raise(.MemoryError, "memory allocation failed") }
    try newRaw(Kind.bigInt, bytes: (count == 0 ? 1 : count) &* 4, out)
  }
  /// Scratch space of `count` digits, to be read with `scratch`.
  mutating func newScratch(_ count: UInt32, _ out: Slot) throws(Raise) {
    if count > 0x0400_0000 { throw raise(.MemoryError, "memory allocation failed") }
    if count > 0 { try newRaw(Kind.buffer, bytes: count &* 4, out) }
  }
  @_lifetime(borrow self) borrowing func scratch(_ s: Slot) -> Digits {
    let r = self(s)
    return r.isObject ? Digits(self, word: r.word &+ 8, count: UInt32(bitPattern: r.int(1)) / 4) : Digits(self, word: state &+ State.numberDigits, count: 0)
  }
  /// Gives the bigInt in `s` its sign and unique form.
  mutating func finishInt(_ s: Slot, negative: Bool) throws(Raise) {
    var n: UInt32 = 0, first: UInt32 = 0, isLong = false, before: UInt32 = 0
    do {
      let d = digits(s)
      before = d.count
      n = d.length
      first = n > 0 ? d[0] : 0
      isLong = Header.words(self(s).header) == Header.longSize
    }
    if n == 0 { return set(s, Value(int: 0)) }
    if n == 1 && (first < 0x4000_0000 || negative && first == 0x4000_0000) {
      return set(s, Value(int: negative ? 0 &- Int32(bitPattern: first) : Int32(bitPattern: first)))
    }
    if isLong && n != before {
      // The heap derives the size of a long object from its count, so a shorter one must be a new object.
      let mark = self.mark
      defer { release(to: mark) }
      let shorter = slot()
      try newDigits(n, shorter)
      digits(shorter).assign(digits(s))
      copy(s, shorter)
    }
    self(s).setInt(1, negative ? 0 &- Int32(bitPattern: n &* 4) : Int32(bitPattern: n &* 4))
  }

  public mutating func newInt(_ n: Int64, _ out: Slot) throws(Raise) {
    if Value.fits(n) { return set(out, Value(int: Int32(truncatingIfNeeded: n))) }
    try newInt(magnitude: n.magnitude, negative: n < 0, out)
  }
  public mutating func newInt(unsigned n: UInt64, _ out: Slot) throws(Raise) {
    if n < 0x4000_0000 { return set(out, Value(int: Int32(truncatingIfNeeded: n))) }
    try newInt(magnitude: n, negative: false, out)
  }
  private mutating func newInt(magnitude n: UInt64, negative: Bool, _ out: Slot) throws(Raise) {
    let count: UInt32 = n >> 32 == 0 ? 1 : 2
    try newRaw(Kind.bigInt, bytes: count &* 4, out)
    let r = self(out)
    r.setRaw(2, UInt32(truncatingIfNeeded: n))
    if count == 2 { r.setRaw(3, UInt32(truncatingIfNeeded: n >> 32)) }
    if negative { r.setInt(1, 0 &- Int32(bitPattern: count &* 4)) }
  }

  /// The int's value if it fits 64 bits.
  borrowing func int64(_ s: Slot) -> Int64? {
    let r = self(s)
    if !r.isObject { return Int64(small(r)) }
    let n = digitCount(r)
    if n > 2 { return nil }
    let m = UInt64(r.raw(2)) | (n == 2 ? UInt64(r.raw(3)) << 32 : 0)
    if r.raw(1) >> 31 != 0 { return m <= 1 << 63 ? Int64(bitPattern: 0 &- m) : nil }
    return m < 1 << 63 ? Int64(bitPattern: m) : nil
  }
  public mutating func toInt64(_ o: Slot) throws(Raise) -> Int64 {
    if self(o).value.isInt { return Int64(self(o).value.int) }
    let mark = self.mark
    defer { release(to: mark) }
    let i = slot()
    try toIndex(o, i)
    guard let n = int64(i) else { throw raise(.OverflowError, "overflow converting long int to machine word") }
    return n
  }
  public mutating func toInt32(_ o: Slot) throws(Raise) -> Int32 {
    if self(o).value.isInt { return self(o).value.int }
    guard let n = Int32(exactly: try toInt64(o)) else { throw raise(.OverflowError, "overflow converting long int to machine word") }
    return n
  }
  public mutating func toWord(_ o: Slot) throws(Raise) -> UInt32 {
    if self(o).value.isInt { return UInt32(bitPattern: self(o).value.int) }
    let mark = self.mark
    defer { release(to: mark) }
    let i = slot()
    try toIndex(o, i)
    if isNegative(i) { return 0 &- magnitude(i).lowest }
    return magnitude(i).lowest
  }
  /// The int that the object stands for: itself, or what its `__index__` answers. TypeError if it has none.
  mutating func toIndex(_ o: Slot, _ out: Slot) throws(Raise) {
    do {
      let r = self(o)
      if isInteger(r) { return set(out, r) }
      let n = native(r)
      if isInteger(n) { return set(out, n) }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), result = slot()
    let isNumber = numberClass(self(o)) != .none
    if !isNumber, try findSpecial(o, Q.__index__, f) {
      try call(f, Args(f, 0), result)
      if isInteger(self(result)) { return copy(out, result) }
    }
    let name = typeName(self(o))
    throw raise(.TypeError, "can't convert % to int", Value(name))
  }
}

extension Digits {
  /// The lowest digit.
  @inline(__always) var lowest: UInt32 { count > 0 ? self[0] : 0 }
  /// The 64 lowest bits.
  var low64: UInt64 { UInt64(lowest) | (count > 1 ? UInt64(self[1]) << 32 : 0) }
}
//@qstr __index__ __int__ __float__ __complex__ __abs__ __round__ __divmod__ __pow__ __format__ __trunc__ __floor__ __ceil__
