import Port

extension ShortText {
  /// `repr` of a float: the shortest digits that read back; exponent form below 1e-4 and from 1e16 on. `point`: whole numbers end in ".0".
  mutating func put(_ d: Double, single: Bool = false, point: Bool = true) {
    if d.isNegative && !d.isNaN { put(45) }
    if d.isNaN { return put("nan") }
    if d.isInfinite { return put("inf") }
    if d == 0 { return put(point ? "0.0" : "0") }
    let s = ShortDecimal(d.absolute, single: single)
    let count = s.count, exponent = s.exponent &+ count &- 1
    if exponent < -4 || exponent >= 16 {
      put(digits: s.digits, count, pointAfter: 1)
      put(exponent: exponent)
    } else if exponent < 0 {
      put("0.")
      var i: Int32 = -1
      while i > exponent { put(48); i &-= 1 }
      put(digits: s.digits, count, pointAfter: count)
    } else {
      put(digits: s.digits, count, pointAfter: exponent &+ 1)
      var i = count
      while i <= exponent { put(48); i &+= 1 }
      if point && count <= exponent &+ 1 { put(".0") }
    }
  }
  /// `n` digits with a point after some of them, if more follow.
  private mutating func put(digits: UInt64, _ n: Int32, pointAfter: Int32) {
    var unit: UInt64 = 1, i: Int32 = 1
    while i < n { unit &*= 10; i &+= 1 }
    i = 0
    while i < n {
      if i == pointAfter { put(46) }
      put(UInt8(truncatingIfNeeded: digits / unit % 10) &+ 48)
      unit /= 10
      i &+= 1
    }
  }
  /// `e+05`: at least two digits.
  mutating func put(exponent: Int32, letter: UInt8 = 101) {
    put(letter)
    put(exponent < 0 ? 45 : 43)
    let e = exponent < 0 ? -exponent : exponent
    if e < 10 { put(48) }
    put(decimal: e)
  }
}

extension VM {
  public mutating func numberRepr(_ o: Slot, _ builder: Slot) throws(Raise) {
    switch numberClass(self(o)) {
    case .small where self(o).value.isBool: try append(builder, self(o).value == .true ? "True" : "False")
    case .small, .big: try intRepr(o, builder)
    case .float:
      var text = ShortText()
      text.put(float(self(o)), single: hasSingleFloats)
      try append(builder, text)
    case .complex:
      let z = complexParts(self(o)), single = hasSingleFloats
      // The real part is left out if it is +0.
      let alone = z.re == 0 && !z.re.isNegative
      var text = ShortText()
      if !alone {
        text.put(40)
        text.put(z.re, single: single, point: false)
        if !z.im.isNegative || z.im.isNaN { text.put(43) }
      }
      text.put(z.im, single: single, point: false)
      text.put(106)
      if !alone { text.put(41) }
      try append(builder, text)
    case .none: break
    }
  }
}
