import Port

//@native float.__new__ 1 2
func floatNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { return try vm.newFloat(0, out) }
  if vm(a[1]).isKind(Kind.float) { return vm.copy(out, a[1]) }
  if vm.isByteLike(a[1]) { return try vm.parseFloat(a[1], out) }
  let d = try vm.toDouble(a[1])
  try vm.newFloat(d, out)
}
//@native float.is_integer 1 1
func floatIsInteger(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = try vm.toDouble(a[0])
  vm.set(out, .bool(d.isWhole))
}
//@native float.conjugate 1 1
//@native float.real 1 1 property
func floatItself(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.unwrap(a[0])
  vm.copy(out, a[0])
}
//@native float.imag 1 1 property
func floatImaginary(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFloat(0, out) }

//@native float.as_integer_ratio 1 1
func floatRatio(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = try vm.toDouble(a[0])
  if d.isNaN { throw vm.raise(.ValueError, "cannot convert NaN to integer ratio") }
  if d.isInfinite { throw vm.raise(.OverflowError, "cannot convert Infinity to integer ratio") }
  let n = vm.slot(), m = vm.slot(), one = vm.slot(), shift = vm.slot()
  let (p, e) = d.parts
  vm.set(one, Value(int: 1))
  if p == 0 || e >= 0 {
    try vm.newInt(d, n)
    vm.copy(m, one)
  } else {
    let zeros = min(Int32(p.trailingZeroBitCount), -e)
    let top = Int64(bitPattern: p >> UInt64(zeros))
    try vm.newInt(d.isNegative ? -top : top, n)
    vm.set(shift, Value(int: -e &- zeros))
    try vm.intShift(one, shift, left: true, m)
  }
  try vm.newPair(n, m, out)
}

//@native float.hex 1 1
func floatHex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = try vm.toDouble(a[0])
  var t = ShortText()
  if !d.isFinite {
    t.put(d)
  } else {
    if d.isNegative { t.put(45) }
    let (m, e) = d.parts, lead = m >> 52
    t.put("0x")
    t.put(lead != 0 ? 49 : 48)
    t.put(46)
    if m == 0 {
      t.put(48)
    } else {
      var i: UInt64 = 52
      while i > 0 { i -= 4; t.put(hexDigit(UInt32(truncatingIfNeeded: m >> i) & 15)) }
    }
    t.put(112)
    let exponent = m == 0 ? 0 : e &+ 52
    if exponent >= 0 { t.put(43) }
    t.put(decimal: exponent)
  }
  try t.withBytes { (p) throws(Raise) in try vm.newString(p, out) }
}

//@native float.fromhex 2 2 class
func floatFromHex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isByteLike(a[1]) { throw vm.raise(.TypeError, "can't convert to str implicitly") }
  var value: Double?, isWord = false
  do {
    let all = Bytes(vm.view(a[1])), t = all.stripped()
    value = Double.hexadecimal(t)
    isWord = t.has("inf", at: t[0] == 43 || t[0] == 45 ? 1 : 0)
  }
  guard let d = value else { throw vm.raise(.ValueError, "invalid hexadecimal floating-point string") }
  if d.isInfinite && !isWord { throw vm.raise(.OverflowError, "hexadecimal value too large to represent as a float") }
  try vm.newFloat(d, out)
}

extension Double {
  /// `[sign] [0x] digits [. digits] [p exponent]`, or `inf`, `nan`; rounded once.
  static func hexadecimal(_ t: borrowing Bytes) -> Double? {
    var i: UInt32 = t[0] == 43 || t[0] == 45 ? 1 : 0
    let negative = t[0] == 45
    if t.has("infinity", at: i) && i &+ 8 == t.count || t.has("inf", at: i) && i &+ 3 == t.count { return Double.infinity.negated(negative) }
    if t.has("nan", at: i) && i &+ 3 == t.count { return .nan }
    if t[i] == 48 && t[i &+ 1] | 0x20 == 120 { i &+= 2 }
    var m: UInt64 = 0, e: Int32 = 0, sticky = false, any = false, point = false
    while i < t.count {
      let c = t[i], d = IntegerText.digit(c)
      if d < 16 {
        any = true
        if m >> 60 == 0 {
          m = m << 4 | UInt64(d); if point { e &-= 4 }
        } else {
          if d != 0 { sticky = true }
          if !point { e &+= 4 }
        }
      } else if c == 46 && !point {
        point = true
      } else {
        break
      }
      i &+= 1
    }
    if !any { return nil }
    if t[i] | 0x20 == 112 {
      i &+= 1
      let minus = t[i] == 45
      if minus || t[i] == 43 { i &+= 1 }
      var x: Int32 = 0, found = false
      while t[i] >= 48 && t[i] <= 57 {
        found = true
        if x < 100_000 { x = x &* 10 &+ Int32(t[i] &- 48) }
        i &+= 1
      }
      if !found { return nil }
      e &+= minus ? 0 &- x : x
    }
    return i == t.count ? Double(mantissa: m, exponent: e, sticky: sticky, negative: negative) : nil
  }

  /// `m · 10^e`, correctly rounded; `m` below 10^19.
  static func decimal(_ m: UInt64, _ e: Int32) -> Double {
    var text = ShortText()
    var unit: UInt64 = 1
    while m / unit >= 10 { unit &*= 10 }
    while unit > 0 { text.put(UInt8(truncatingIfNeeded: m / unit % 10) &+ 48); unit /= 10 }
    text.put(exponent: e)
    let bytes = text.bytes
    return withUnsafeBytes(of: bytes) { p in
      Double.parse(Bytes(unchecked: p.baseAddress.unsafelyUnwrapped, count: text.count), from: 0, words: false, literal: false)?.value ?? 0
    }
  }
  /// Rounded to `places` decimals (negative: tens, hundreds …), half to even of the exact value.
  func rounded(places: Int32) -> Double {
    if !isFinite || self == 0 || places > 330 { return self }
    if places < -330 { return (0.0).negated(isNegative) }
    var d = ExactDecimal(absolute)
    // 17 significant digits give the float itself again.
    if d.top &+ places >= 16 { return self }
    d.round(-places)
    var m: UInt64 = 0, place = d.top
    while place >= -places { m = m &* 10 &+ UInt64(d.digit(place)); place &-= 1 }
    return m == 0 ? (0.0).negated(isNegative) : Double.decimal(m, -places).negated(isNegative)
  }
}

//@native complex.__new__ 1 3 kw
func complexNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let re = vm.argument(a, 1, Q.real), im = vm.argument(a, 2, Q.imag)
  if let text = re, vm.isByteLike(text) {
    if im != nil { throw vm.raise(.TypeError, "complex() can't take second arg if first is a string") }
    return try vm.parseComplex(text, out)
  }
  var x: VM.ComplexValue = (0, 0), y: VM.ComplexValue = (0, 0)
  if let re { x = try vm.complexArgument(re) }
  if let im { y = try vm.complexArgument(im) }
  try vm.newComplex(x.re - y.im, x.im + y.re, out)
}
extension VM {
  mutating func complexArgument(_ s: Slot) throws(Raise) -> ComplexValue {
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), t = slot()
    do { let n = native(self(s)); set(t, n) }
    if self(s).isKind(Kind.instance), numberClass(self(t)) == .none, try findSpecial(s, Q.__complex__, f) { try call(f, Args(f, 0), t) }
    if numberClass(self(t)) == .complex { return complexParts(self(t)) }
    return (try toDouble(s), 0)
  }
}
//@native complex.real 1 1 property
func complexReal(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.complexArgument(a[0])
  try vm.newFloat(z.re, out)
}
//@native complex.imag 1 1 property
func complexImaginary(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.complexArgument(a[0])
  try vm.newFloat(z.im, out)
}
//@native complex.conjugate 1 1
func complexConjugate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.complexArgument(a[0])
  try vm.newComplex(z.re, -z.im, out)
}
