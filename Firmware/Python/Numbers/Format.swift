import Port

// format(value, spec).
extension VM {
  /// Appends the value formatted by the spec (text in a slot). Handles str, int, float, complex; other values have `__format__`, or are formatted as their str().
  public mutating func format(_ value: Slot, spec: Slot, _ builder: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), f = slot(), argument = slot()
    do { let n = native(self(value)); set(t, n) }
    if self(value).isKind(Kind.instance), try findSpecial(value, Q.__format__, f) {
      copy(argument, spec)
      try call(f, Args(argument, 1), t)
      return try append(builder, t)
    }
    if view(spec).count == 0 {
      if numberClass(self(value)) != .none { return try numberRepr(value, builder) }
      return try str(value, builder)
    }
    var parsed: FormatSpec?
    do { let text = view(spec); parsed = FormatSpec(text) }
    guard let s = parsed else { throw raise(.ValueError, "invalid format specifier") }
    switch numberClass(self(t)) {
    case .small, .big:
      try formatInt(t, s, builder)
    case .float: try formatFloat(float(self(t)), s, builder)
    case .complex: try formatComplex(complexParts(self(t)), s, builder)
    case .none: try formatText(value, s, builder)
    }
  }
  /// ValueError for a type that the value does not know.
  private mutating func unknownCode(_ type: UInt8, _ name: Qstr) throws(Raise) -> Raise {
    var text = ShortText()
    text.put(type)
    var letter = Q.empty
    try text.withBytes { (p) throws(Raise) in letter = try self.intern(p) }
    return raise(.ValueError, "unknown format code '%' for object of type '%'", Value(letter), Value(name))
  }
  private mutating func formatText(_ value: Slot, _ s: FormatSpec, _ builder: Slot) throws(Raise) {
    if s.type != 0 && s.type != 115 { let name = typeName(self(value)); throw try unknownCode(s.type, name) }
    if s.sign != 0 { throw raise(.ValueError, "sign not allowed in string format specifier") }
    if s.align == 61 && !s.isZeroFilled { throw raise(.ValueError, "'=' alignment not allowed in string format specifier") }
    if s.group != 0 || s.alternate { throw raise(.ValueError, "invalid format specifier") }
    let mark = self.mark
    defer { release(to: mark) }
    let text = slot()
    try newBuilder(text)
    try str(value, text)
    try emitCut(text, s, builder)
  }
  /// Appends a text, cut to the precision.
  mutating func emitCut(_ text: Slot, _ s: FormatSpec, _ builder: Slot) throws(Raise) {
    var end = view(text).count, points = view(text).points
    if s.precision >= 0 && UInt32(bitPattern: s.precision) < points {
      points = UInt32(bitPattern: s.precision)
      end = view(text).offset(ofPoint: points)
    }
    try emit(text: text, end: end, points: points, s, builder)
  }
  private mutating func formatInt(_ o: Slot, _ s: FormatSpec, _ builder: Slot) throws(Raise) {
    switch s.type {
    case 0, 100, 110, 98, 111, 120, 88:
      if s.precision >= 0 { throw raise(.ValueError, "precision not allowed in integer format specifier") }
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      let body = try intBody(o, type: s.type, alternate: s.alternate, t)
      try emit(t, body, s, builder)
    case 99:
      if s.sign != 0 { throw raise(.ValueError, "sign not allowed with integer format specifier 'c'") }
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      try newBuilder(t)
      let p = try toInt32(o)
      if p < 0 || p > 0x10_ffff { throw raise(.OverflowError, "%c arg not in range(0x110000)") }
      try append(t, point: UInt32(bitPattern: p))
      // It stands to the right as numbers do.
      var right = s
      if right.align == 0 || right.isZeroFilled { right.align = 62 }
      try emit(text: t, end: view(t).count, points: 1, right, builder)
    case 101, 69, 102, 70, 103, 71, 37: try formatFloat(try intToDouble(o), s, builder)
    default: throw try unknownCode(s.type, Q.int)
    }
  }
  private mutating func formatFloat(_ d: Double, _ s: FormatSpec, _ builder: Slot) throws(Raise) {
    switch s.type {
    case 0, 101, 69, 102, 70, 103, 71, 37, 110: break
    default: throw try unknownCode(s.type, Q.float)
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    let body = try floatBody(d, type: s.type == 110 ? 103 : s.type, precision: s.precision, alternate: s.alternate, t)
    try emit(t, body, s, builder)
  }
  private mutating func formatComplex(_ z: ComplexValue, _ s: FormatSpec, _ builder: Slot) throws(Raise) {
    switch s.type {
    case 0, 101, 69, 102, 70, 103, 71: break
    default: throw try unknownCode(s.type, Q.complex)
    }
    if s.align == 61 { throw raise(.ValueError, "'=' alignment not allowed in complex format specifier") }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), text = slot()
    try newBuilder(text)
    // Without a type as repr: parentheses, and no real part if it is +0.
    let isPlain = s.type == 0, alone = isPlain && z.re == 0 && !z.re.isNegative
    var part = s
    part.width = 0
    part.align = 0
    if isPlain && !alone { try append(text, byte: 40) }
    if !alone {
      try complexPart(z.re, part, t, text)
      part.sign = 43
    }
    try complexPart(z.im, part, t, text)
    try append(text, byte: 106)
    if isPlain && !alone { try append(text, byte: 41) }
    var whole = s
    if whole.align == 0 { whole.align = 62 }
    try emit(text: text, end: view(text).count, points: view(text).count, whole, builder)
  }
  private mutating func complexPart(_ d: Double, _ s: FormatSpec, _ t: Slot, _ text: Slot) throws(Raise) {
    if s.type == 0 && s.precision < 0 {
      var short = ShortText()
      if s.sign == 43 && !(d.isNegative && !d.isNaN) { short.put(43) }
      short.put(d, single: hasSingleFloats, point: false)
      return try append(text, short)
    }
    let body = try floatBody(d, type: s.type == 0 ? 103 : s.type, precision: s.precision, alternate: s.alternate, t)
    try emit(t, body, s, text)
  }
}
