import Port

/// What the text of an integer consists of.
struct IntegerText {
  var negative = false
  var base: UInt32
  /// The digits: from here to there, underscores among them.
  var first: UInt32 = 0, end: UInt32 = 0
  /// Number of digits.
  var count: UInt32 = 0

  /// Value of a digit, 99 for any other byte.
  static func digit(_ b: UInt8) -> UInt32 {
    if b >= 48 && b <= 57 { return UInt32(b &- 48) }
    let c = b | 0x20
    return c >= 97 && c <= 122 ? UInt32(c &- 87) : 99
  }
  /// Reads sign, prefix and digits from `start`; stops at the first byte that fits no more. nil without a digit.
  /// Base 0 takes it from the prefix. `literal`: underscores may stand anywhere, and there is no sign.
  init?(_ text: borrowing Bytes, from start: UInt32, base asked: UInt32, literal: Bool) {
    base = asked
    var i = start
    if !literal && (text[i] == 43 || text[i] == 45) { negative = text[i] == 45; i &+= 1 }
    var isPrefixed = false
    if text[i] == 48 {
      let prefix: UInt32 =
        switch text[i &+ 1] | 0x20 {
        case 120: 16;
        case 111: 8;
        case 98: 2;
        default: 0
        }
      if prefix != 0 && (base == 0 || base == prefix) { base = prefix; i &+= 2; isPrefixed = true }
    }
    let isAutomatic = base == 0
    if isAutomatic { base = 10 }
    first = i
    var isDigit = isPrefixed, isZero = true
    while i < text.count {
      let b = text[i]
      if b == 95 {
        if !literal && (!isDigit || IntegerText.digit(text[i &+ 1]) >= base) { break }
        isDigit = false
      } else {
        let d = IntegerText.digit(b)
        if d >= base { break }
        if d != 0 { isZero = false }
        isDigit = true
        count &+= 1
      }
      i &+= 1
    }
    end = i
    if count == 0 { return nil }
    // A decimal number may not begin with 0 where a prefix could stand.
    if isAutomatic && !isZero && text[first] == 48 { return nil }
  }
  /// The value, if it fits.
  func small(_ text: borrowing Bytes) -> UInt64? {
    var n: UInt64 = 0, i = first
    while i < end {
      let b = text[i]
      i &+= 1
      if b == 95 { continue }
      let (high, low) = n.times(UInt64(base)), sum = low &+ UInt64(IntegerText.digit(b))
      if high != 0 || sum < low { return nil }
      n = sum
    }
    return n
  }
  /// Digits of 32 bits that the value needs at most.
  var room: UInt32 {
    let bits: UInt64 = base == 10 ? 27 : UInt64(32 &- (base &- 1).leadingZeroBitCount) &* 8
    return UInt32(truncatingIfNeeded: (UInt64(count) &* bits / 8) / 32) &+ 1
  }
  /// The next digits, as many as fit a word: their value, and what the number so far is multiplied by.
  func group(_ text: borrowing Bytes, _ i: inout UInt32) -> (value: UInt32, unit: UInt32) {
    var value: UInt32 = 0, unit: UInt32 = 1
    while i < end && UInt64(unit) &* UInt64(base) <= 0xffff_ffff {
      let b = text[i]
      i &+= 1
      if b == 95 { continue }
      value = value &* base &+ IntegerText.digit(b)
      unit &*= base
    }
    return (value, unit)
  }
}

extension VM {
  /// `int(text, base)`: the text or bytes in `s`.
  public mutating func parseInt(_ s: Slot, base: UInt32, _ out: Slot) throws(Raise) {
    port.spend(Cost.digits)
    var parsed: IntegerText?, value: UInt64?
    do {
      let all = Bytes(view(s)), t = all.stripped()
      if t.count > 0 { parsed = IntegerText(t, from: 0, base: base, literal: false) }
      if let p = parsed { if p.end < t.count { parsed = nil } else { value = p.small(t) } }
    }
    guard let p = parsed else { throw try malformed("invalid syntax for integer with base %", Value(int: Int32(bitPattern: base)), s) }
    if let n = value, n < 1 << 63 { return try newInt(p.negative ? 0 &- Int64(n) : Int64(n), out) }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newDigits(p.room, t)
    var used: UInt32 = 0, i = p.first
    while i < p.end {
      var next: (value: UInt32, unit: UInt32) = (0, 1)
      do {
        let all = Bytes(view(s)), text = all.stripped()
        next = p.group(text, &i)
      }
      let carry = try scaleDigits(run(t).part(0, used), by: next.unit, adding: next.value)
      // What a bytearray holds may change meanwhile.
      if carry != 0 && used < p.room { digits(t)[used] = carry; used &+= 1 }
    }
    try finishInt(t, negative: p.negative)
    copy(out, t)
  }
  /// ValueError("what: 'text'").
  private mutating func malformed(_ what: StaticString, _ a: Value, _ s: Slot) throws(Raise) -> Raise {
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot(), shown = slot()
    try newBuilder(b)
    var i = 0
    while i < what.utf8CodeUnitCount {
      let c = what.utf8Start[i]
      if c == 37 { set(shown, a); try intRepr(shown, b) } else { try append(b, byte: c) }
      i &+= 1
    }
    try append(b, ": ")
    try repr(s, b)
    try finish(b, Kind.str, shown)
    return raise(.ValueError, value: shown)
  }

  public mutating func parseFloat(_ s: Slot, _ out: Slot) throws(Raise) {
    var value: Double?
    do {
      let all = Bytes(view(s)), t = all.stripped()
      let sign = t[0] == 43 || t[0] == 45
      if let r = Double.parse(t, from: sign ? 1 : 0, words: true, literal: false), r.end == t.count { value = r.value.negated(t[0] == 45) }
    }
    guard let d = value else { throw try malformed("could not convert string to float", .null, s) }
    try newFloat(d, out)
  }
  /// `complex(text)`.
  mutating func parseComplex(_ s: Slot, _ out: Slot) throws(Raise) {
    var z: ComplexValue?
    do {
      let all = Bytes(view(s)), stripped = all.stripped()
      let inside = stripped[0] == 40 && stripped[stripped.count &- 1] == 41
      let part = inside ? stripped.part(1, stripped.count &- 2) : stripped.part(0, stripped.count)
      z = Double.complex(part.stripped())
    }
    guard let c = z else { throw raise(.ValueError, "complex() arg is a malformed string") }
    try newComplex(c.re, c.im, out)
  }

  /// For the compiler: a numeric literal (underscores allowed, imaginary too) into `out`; false if malformed.
  public mutating func parseLiteral(_ bytes: UnsafeRawBufferPointer, _ out: Slot) throws(Raise) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let n = UInt32(truncatingIfNeeded: bytes.count)
    var parsed = IntegerText(Bytes(unchecked: base, count: n), from: 0, base: 0, literal: true)
    if let p = parsed, p.end < n { parsed = nil }
    if let p = parsed {
      if let v = p.small(Bytes(unchecked: base, count: n)) { try newInt(unsigned: v, out); return true }
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      try newDigits(p.room, t)
      // In one piece: the source does not move with the heap, and literals are short.
      var used: UInt32 = 0, i = p.first
      while i < p.end {
        let next = p.group(Bytes(unchecked: base, count: n), &i)
        let d = digits(t), carry = Magnitude.scale(d.part(0, used), by: next.unit, adding: next.value)
        if carry != 0 { d[used] = carry; used &+= 1 }
        port.spend(long: used &* 16)
      }
      try finishInt(t, negative: false)
      copy(out, t)
      return true
    }
    guard let r = Double.parse(Bytes(unchecked: base, count: n), from: 0, words: false, literal: true) else { return false }
    if r.end == n { try newFloat(r.value, out); return true }
    if r.end &+ 1 == n && bytes[Int(r.end)] | 0x20 == 106 { try newComplex(0, r.value, out); return true }
    return false
  }
}

extension Double {
  /// `a`, `bj` or `a+bj` with signs; nil if it is neither.
  static func complex(_ t: borrowing Bytes) -> (re: Double, im: Double)? {
    func isUnit(_ b: UInt8) -> Bool { b | 0x20 == 106 }
    var i: UInt32 = 0, re = 0.0
    var round: UInt32 = 0
    while round < 2 {
      let signed = t[i] == 43 || t[i] == 45, minus = t[i] == 45
      if round == 1 && !signed { return nil }
      if signed { i &+= 1 }
      var value = 1.0
      if let r = Double.parse(t, from: i, words: true, literal: false) { value = r.value; i = r.end } else if !isUnit(t[i]) { return nil }
      value = value.negated(minus)
      if isUnit(t[i]) { return i &+ 1 == t.count ? (re, value) : nil }
      if i == t.count { return round == 0 ? (value, 0) : nil }
      re = value
      round &+= 1
    }
    return nil
  }
}
