import Port

//@qstr base byteorder signed big little length imag real numerator denominator ndigits mod exp number

extension VM {
  /// The value of a keyword argument, or nil.
  public borrowing func keyword(_ a: Args, _ name: Qstr) -> Slot? {
    var i: UInt32 = 0
    while i < a.pairs {
      if interned(self(a.name(i))) == name { return a.value(i) }
      i &+= 1
    }
    return nil
  }
  /// Argument `i`, or the keyword argument of that name.
  public borrowing func argument(_ a: Args, _ i: UInt32, _ name: Qstr) -> Slot? { i < a.count ? a[i] : keyword(a, name) }
  /// The number inside `self` (which may be an instance of a derived class), in the same slot.
  borrowing func unwrap(_ s: Slot) { let n = native(self(s)); set(s, n) }
}

//@native int.__new__ 1 3 kw
func intNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { return vm.set(out, Value(int: 0)) }
  let x = a[1]
  if let b = vm.argument(a, 2, Q.base) {
    let base = try vm.toInt32(b)
    let c = vm.numberClass(vm.native(vm(x)))
    if c != .none || !vm.isByteLike(x) { throw vm.raise(.TypeError, "can't convert non-string with explicit base") }
    if base != 0 && (base < 2 || base > 36) { throw vm.raise(.ValueError, "int() arg 2 must be >= 2 and <= 36") }
    return try vm.parseInt(x, base: UInt32(bitPattern: base), out)
  }
  try vm.toInt(x, out)
}

extension VM {
  /// `int(x)`.
  mutating func toInt(_ x: Slot, _ out: Slot) throws(Raise) {
    switch numberClass(self(x)) {
    case .small: return set(out, Value(int: small(x)))
    case .big: return copy(out, x)
    case .float: return try newInt(float(self(x)), out)
    case .complex: break
    case .none:
      let mark = self.mark
      defer { release(to: mark) }
      let f = slot(), t = slot()
      if self(x).isKind(Kind.instance) || self(x).isKind(Kind.object) {
        if try findSpecial(x, Q.__int__, f) {
          try call(f, Args(f, 0), t)
          if isInteger(self(t)) { return copy(out, t) }
          throw raise(.TypeError, "__int__ returned non-int")
        }
        do { let n = native(self(x)); set(t, n) }
        if numberClass(self(t)) != .none { return try toInt(t, out) }
        if try findSpecial(x, Q.__index__, f) { return try toIndex(x, out) }
        if try findSpecial(x, Q.__trunc__, f) {
          try call(f, Args(f, 0), t)
          return try toIndex(t, out)
        }
      }
      if isByteLike(x) { return try parseInt(x, base: 10, out) }
    }
    let name = typeName(self(x))
    throw raise(.TypeError, "can't convert % to int", Value(name))
  }
}

//@native int.bit_length 1 1
func intBitLength(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.unwrap(a[0])
  vm.set(out, Value(int: Int32(bitPattern: vm.magnitude(a[0]).bitLength)))
}
//@native int.bit_count 1 1
func intBitCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.unwrap(a[0])
  var n: Int32 = 0
  do {
    let d = vm.magnitude(a[0])
    var i: UInt32 = 0
    while i < d.count { n &+= Int32(d[i].nonzeroBitCount); i &+= 1 }
  }
  vm.set(out, Value(int: n))
}
//@native int.conjugate 1 1
//@native int.real 1 1 property
//@native int.numerator 1 1 property
func intItself(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.unwrap(a[0])
  vm.copy(out, a[0])
}
//@native int.imag 1 1 property
func intImaginary(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: 0)) }
//@native int.denominator 1 1 property
func intDenominator(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: 1)) }
//@native int.is_integer 1 1
func intIsInteger(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .true) }
//@native int.as_integer_ratio 1 1
func intRatioPair(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.unwrap(a[0])
  let one = vm.slot()
  vm.set(one, Value(int: 1))
  try vm.newPair(a[0], one, out)
}

extension VM {
  /// True for "big", false for "little" (the default is big).
  private mutating func isBigEndian(_ s: Slot?) throws(Raise) -> Bool {
    guard let s else { return true }
    unwrap(s)
    let q = isText(self(s)) ? interned(self(s)) : nil
    if q != Q.big && q != Q.little { throw raise(.ValueError, "byteorder must be 'little' or 'big'") }
    return q == Q.big
  }
  private mutating func isSigned(_ a: Args) throws(Raise) -> Bool {
    guard let s = keyword(a, Q.signed) else { return false }
    return try truth(s)
  }

  mutating func intToBytes(_ a: Args, _ out: Slot) throws(Raise) {
    unwrap(a[0])
    var count: Int32 = 1
    if let n = argument(a, 1, Q.length) { count = try toInt32(n) }
    if count < 0 { throw raise(.ValueError, "length argument must be non-negative") }
    let big = try isBigEndian(argument(a, 2, Q.byteorder)), signed = try isSigned(a)
    let negative = isNegative(a[0]), n = UInt32(bitPattern: count)
    if negative && !signed { throw raise(.OverflowError, "can't convert negative int to unsigned") }
    // Bits needed: for a signed number one more, except for minus a power of two.
    var bits = magnitude(a[0]).bitLength
    if signed && !(negative && !magnitude(a[0]).anyBit(below: bits &- 1)) { bits &+= 1 }
    if UInt64(bits) > UInt64(n) &* 8 && !(magnitude(a[0]).count == 0) { throw raise(.OverflowError, "int too big to convert") }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newRaw(Kind.bytes, bytes: n, t)
    do {
      let d = magnitude(a[0]), v = view(t)
      var i: UInt32 = 0, carry: UInt32 = 1
      while i < n {
        var b = i / 4 < d.count ? d[i / 4] >> (i & 3 &* 8) & 255 : 0
        if negative { carry &+= ~b & 255; b = carry & 255; carry >>= 8 }
        v.set(big ? n &- 1 &- i : i, UInt8(truncatingIfNeeded: b))
        i &+= 1
      }
    }
    copy(out, t)
  }
  /// The number if it is not negative and fits a small integer: it needs no memory then.
  private borrowing func smallFromBytes(_ bytes: Slot, _ big: Bool, _ signed: Bool) -> Int32? {
    let v = view(bytes), n = v.count
    var value: UInt32 = 0, i: UInt32 = 0
    if signed && v[big ? 0 : n &- 1] & 0x80 != 0 { return nil }
    while i < n {
      // From the most significant byte down.
      if value >= 1 << 22 { return nil }
      value = value &<< 8 | UInt32(v[big ? i : n &- 1 &- i])
      i &+= 1
    }
    return value < 1 << 30 ? Int32(value) : nil
  }
  mutating func intFromBytes(_ a: Args, _ out: Slot) throws(Raise) {
    guard a.count > 1 else { throw raise(.TypeError, "function missing required positional argument #%", Value(int: 1)) }
    let big = try isBigEndian(argument(a, 2, Q.byteorder)), signed = try isSigned(a)
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), bytes = slot()
    if isByteLike(a[1]) {
      copy(bytes, a[1])
    } else {
      // Any iterable of small ints.
      let iterator = slot(), item = slot()
      try newBuilder(bytes)
      try iterate(a[1], iterator)
      while try next(iterator, item) {
        let b = try toInt32(item)
        if b < 0 || b > 255 { throw raise(.ValueError, "bytes value out of range") }
        try append(bytes, byte: UInt8(truncatingIfNeeded: b))
      }
    }
    let n = view(bytes).count
    if n == 0 { return set(out, Value(int: 0)) }
    if let small = smallFromBytes(bytes, big, signed) { return set(out, Value(int: small)) }
    try newDigits((n &+ 3) / 4, t)
    var negative = false
    do {
      let d = digits(t), v = view(bytes)
      negative = signed && v[big ? 0 : n &- 1] & 0x80 != 0
      var i: UInt32 = 0, carry: UInt32 = 1
      while i < n {
        var b = UInt32(v[big ? n &- 1 &- i : i])
        if negative { carry &+= ~b & 255; b = carry & 255; carry >>= 8 }
        d[i / 4] |= b << (i & 3 &* 8)
        i &+= 1
      }
      // Only the least number of that size leaves a carry.
      if negative && carry != 0 && d.length == 0 { negative = false }
    }
    try finishInt(t, negative: negative)
    copy(out, t)
  }
}
//@native int.to_bytes 1 4 kw
func intToBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.intToBytes(a, out) }
//@native int.from_bytes 2 4 kw class
func intFromBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.intFromBytes(a, out) }

//@native bool.__new__ 1 2
func boolNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let yes = a.count > 1 ? try vm.truth(a[1]) : false
  vm.set(out, .bool(yes))
}
