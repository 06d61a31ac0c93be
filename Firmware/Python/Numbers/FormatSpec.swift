import Port

/// `[[fill]align][sign][#][0][width][,|_][.precision][type]`, as numbers and characters; 0 where nothing was given.
struct FormatSpec {
  var fill: UInt32 = 32
  /// `<`, `>`, `^` or `=`.
  var align: UInt8 = 0
  var sign: UInt8 = 0
  var alternate = false
  var width: UInt32 = 0
  /// `,` or `_` between groups.
  var group: UInt8 = 0
  /// -1: none.
  var precision: Int32 = -1
  var type: UInt8 = 0
  /// Least number of digits of an int (precision in `%` formatting).
  var digits: UInt32 = 0

  init() {}
  /// nil if the text is no specifier.
  init?(_ text: borrowing ByteView) {
    var i: UInt32 = 0, isFilled = false
    func isAlign(_ b: UInt8) -> Bool { b == 60 || b == 62 || b == 94 || b == 61 }
    func at(_ k: UInt32) -> UInt8 { k < text.count ? text[k] : 0 }
    if text.count > 0 {
      let w = text.width(at: 0)
      if isAlign(at(w)) {
        fill = text.point(at: 0)
        isFilled = true
        align = at(w)
        i = w &+ 1
      } else if isAlign(at(0)) {
        align = at(0); i = 1
      }
    }
    if at(i) == 43 || at(i) == 45 || at(i) == 32 { sign = at(i); i &+= 1 }
    if at(i) == 35 { alternate = true; i &+= 1 }
    if at(i) == 48 {
      if align == 0 { align = 61; isZeroFilled = true }
      if !isFilled { fill = 48 }
      i &+= 1
    }
    guard let w = FormatSpec.number(text, &i) else { return nil }
    width = UInt32(bitPattern: w < 0 ? 0 : w)
    if at(i) == 44 || at(i) == 95 { group = at(i); i &+= 1 }
    if at(i) == 46 {
      i &+= 1
      guard let p = FormatSpec.number(text, &i), p >= 0 else { return nil }
      precision = p
    }
    if i < text.count { type = at(i); i &+= 1 }
    if i < text.count { return nil }
  }
  /// The alignment was not given but came from a `0` before the width.
  var isZeroFilled = false
  /// Decimal digits at `i`: -1 without any, nil if there are too many.
  static func number(_ text: borrowing ByteView, _ i: inout UInt32) -> Int32? {
    var n: Int32 = -1
    while i < text.count && text[i] >= 48 && text[i] <= 57 {
      n = (n < 0 ? 0 : n &* 10) &+ Int32(text[i] &- 48)
      if n > 0x00ff_ffff { return nil }
      i &+= 1
    }
    return n
  }
}

/// A number's text without sign: bytes of a buffer from `from` on; the first `whole` of them are the digits before the point.
struct NumberBody {
  var from: UInt32 = 0, whole: UInt32 = 0
  var negative = false
  /// `0x` and the like: its letter, or 0.
  var prefix: UInt8 = 0
}

extension VM {
  /// Appends a number: sign, prefix, digits in groups, padding.
  mutating func emit(_ body: Slot, _ b: NumberBody, _ spec: FormatSpec, _ builder: Slot) throws(Raise) {
    let end = view(body).count
    let sign: UInt8 = b.negative ? 45 : spec.sign == 43 || spec.sign == 32 ? spec.sign : 0
    let before: UInt32 = (sign != 0 ? 1 : 0) &+ (b.prefix != 0 ? 2 : 0)
    let size: UInt32 = spec.type | 0x20 == 120 || spec.type == 98 || spec.type == 111 ? 4 : 3
    let rest = end &- b.from &- b.whole
    var zeros: UInt32 = spec.digits > b.whole ? spec.digits &- b.whole : 0
    func length(_ n: UInt32) -> UInt32 { spec.group == 0 || b.whole == 0 ? n : n &+ (n &- 1) / size }
    if spec.align == 61 && spec.fill == 48 && spec.width > before &+ rest {
      // Zeros are digits: groups go on in them.
      while b.whole &+ zeros < 0x100_0000 && length(b.whole &+ zeros) < spec.width &- before &- rest { zeros &+= 1 }
    }
    let digits = b.whole &+ zeros, total = before &+ length(digits) &+ rest
    let pad = spec.width > total ? spec.width &- total : 0
    let align: UInt8 = spec.align == 0 ? 62 : spec.align
    let left = align == 62 ? pad : align == 94 ? pad / 2 : 0
    try append(builder, fill: spec.fill, times: left)
    if sign != 0 { try append(builder, byte: sign) }
    if b.prefix != 0 {
      try append(builder, byte: 48)
      try append(builder, byte: b.prefix)
    }
    if align == 61 { try append(builder, fill: spec.fill, times: pad) }
    if spec.group == 0 || b.whole == 0 {
      try append(builder, byte: 48, times: zeros)
      try append(builder, body, b.from, end)
    } else {
      var i: UInt32 = 0
      while i < digits {
        if i > 0 && (digits &- i) % size == 0 { try append(builder, byte: spec.group) }
        let c = i < zeros ? 48 : view(body)[b.from &+ i &- zeros]
        try append(builder, byte: c)
        i &+= 1
      }
      try append(builder, body, b.from &+ b.whole, end)
    }
    try append(builder, fill: spec.fill, times: align == 60 || align == 94 ? pad &- left : 0)
  }
  /// Appends bytes `0`…`end` of a text, `points` characters wide, padded.
  mutating func emit(text: Slot, end: UInt32, points: UInt32, _ spec: FormatSpec, _ builder: Slot) throws(Raise) {
    let pad = spec.width > points ? spec.width &- points : 0
    let left = spec.align == 62 ? pad : spec.align == 94 ? pad / 2 : 0
    try append(builder, fill: spec.fill, times: left)
    try append(builder, text, 0, end)
    try append(builder, fill: spec.fill, times: pad &- left)
  }
  mutating func append(_ builder: Slot, fill: UInt32, times: UInt32) throws(Raise) {
    if fill < 0x80 { return try append(builder, byte: UInt8(truncatingIfNeeded: fill), times: times) }
    var i: UInt32 = 0
    while i < times { try append(builder, point: fill); i &+= 1 }
  }

  /// The digits of an int for type `d b o x X` into `out`.
  mutating func intBody(_ o: Slot, type: UInt8, alternate: Bool, _ out: Slot) throws(Raise) -> NumberBody {
    let base: UInt32 =
      switch type {
      case 98: 2;
      case 111: 8;
      case 120, 88: 16;
      default: 10
      }
    var b = NumberBody()
    b.from = try intDigits(o, base: base, upper: type == 88, out)
    b.whole = view(out).count &- b.from
    b.negative = isNegative(o)
    b.prefix = alternate && base != 10 ? type : 0
    return b
  }

  /// The text of a float's magnitude for type `e E f F g G %`, or 0: as `repr`, or as `g` with a point if there is a precision.
  mutating func floatBody(_ value: Double, type: UInt8, precision asked: Int32, alternate: Bool, _ out: Slot) throws(Raise) -> NumberBody {
    var b = NumberBody()
    b.negative = value.isNegative && !value.isNaN
    let upper: UInt8 = type == 69 || type == 70 || type == 71 ? 0x20 : 0
    if !value.isFinite || type == 0 && asked < 0 {
      var text = ShortText()
      text.put(value.absolute, single: hasSingleFloats)
      if alternate && value.isFinite { text.insertPoint() }
      var n = text.count
      if type == 37 { n &+= 1 }
      try newRaw(Kind.buffer, bytes: n, out)
      let v = view(out)
      var i: UInt32 = 0
      while i < text.count {
        let c = text[i]
        v.set(i, c >= 97 ? c &- upper : c)
        if c < 48 || c > 57 { if b.whole == 0 && value.isFinite { b.whole = i } }
        i &+= 1
      }
      if type == 37 { v.set(i, 37) }
      if b.whole == 0 && value.isFinite { b.whole = n }
      return b
    }
    var d = ExactDecimal(type == 37 ? 0 : value.absolute)
    if type == 37 {
      let percent = value.absolute * 100
      if percent.isInfinite { return try floatBody(percent.negated(b.negative), type: type, precision: asked, alternate: alternate, out) }
      d = ExactDecimal(percent)
    }
    var style = type | 0x20, precision = asked < 0 ? 6 : asked
    let isGeneral = type == 0 || style == 103
    if isGeneral {
      if precision == 0 { precision = 1 }
      d.round(d.top &- precision &+ 1)
      let x = d.top
      if x < -4 || x >= (type == 0 ? precision &- 1 : precision) {
        style = 101
        precision &-= 1
      } else {
        style = 102
        precision = precision &- 1 &- x
      }
      if !alternate {
        let last = style == 101 ? x : 0
        while precision > 0 && d.digit(last &- precision) == 0 { precision &-= 1 }
        if type == 0 && style == 102 && precision == 0 { precision = 1 }
      }
    } else if style == 101 {
      d.round(d.top &- precision)
    } else {
      d.round(0 &- precision)
    }
    let top = d.top, hasPoint = precision > 0 || alternate
    let first = style == 101 ? top : top > 0 ? top : 0
    let whole: UInt32 = style == 101 ? 1 : UInt32(bitPattern: first) &+ 1
    var tail = ShortText()
    if style == 101 { tail.put(exponent: top, letter: 101 &- upper) }
    if type == 37 { tail.put(37) }
    try newRaw(Kind.buffer, bytes: whole &+ (hasPoint ? 1 : 0) &+ UInt32(bitPattern: precision) &+ tail.count, out)
    let v = view(out)
    var i: UInt32 = 0, place = first
    while i < v.count &- tail.count {
      if hasPoint && i == whole { v.set(i, 46) } else { v.set(i, d.digit(place) &+ 48); place &-= 1 }
      i &+= 1
    }
    var k: UInt32 = 0
    while k < tail.count { v.set(i &+ k, tail[k]); k &+= 1 }
    b.whole = whole
    return b
  }
}
