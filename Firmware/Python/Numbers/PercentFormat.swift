import Port

// `template % values` for str and bytes.
extension VM {
  public mutating func percentFormat(_ template: Slot, _ values: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let builder = slot(), value = slot(), key = slot(), t = slot()
    var isBytes = false, isTuple = false, isMapping = false
    do {
      let n = native(self(template)), v = native(self(values))
      isBytes = n.isObject && n.kind != Kind.str
      isTuple = v.isKind(Kind.tuple)
      isMapping = v.isKind(Kind.dict)
    }
    if !isTuple && !isMapping && self(values).isKind(Kind.instance) { isMapping = try findSpecial(values, Q.__getitem__, t) }
    /// Number of positional values taken.
    var taken: UInt32 = 0, usedMapping = false
    try newBuilder(builder)
    var i: UInt32 = 0
    while true {
      // Plain text up to the next %.
      let start = i
      let end: UInt32, next: UInt8
      do {
        let v = view(template)
        end = v.count
        while i < end && v[i] != 37 { i &+= 1 }
        next = i &+ 1 < end ? v[i &+ 1] : 0
      }
      if i > start { try append(builder, template, start, i) }
      if i == end { break }
      try stepPoint()
      i &+= 1
      if next == 37 { try append(builder, byte: 37); i &+= 1; continue }
      // The commonest two, without flags or width: nothing is to be padded.
      if next == 115 && !isBytes {
        try takeValue(values, isTuple, isMapping, usedMapping, &taken, value)
        try str(value, builder)
        i &+= 1
        continue
      }
      if next == 100 {
        try takeValue(values, isTuple, isMapping, usedMapping, &taken, value)
        try integerItem(value, 100, t)
        try intRepr(t, builder)
        i &+= 1
        continue
      }
      var spec = FormatSpec()
      var isKeyed = false
      if byte(template, i) == 40 {
        if !isMapping { throw raise(.TypeError, "format needs a dict") }
        let from = i &+ 1
        var depth: UInt32 = 1
        while depth > 0 {
          i &+= 1
          if i >= view(template).count { throw raise(.ValueError, "incomplete format key") }
          let c = view(template)[i]
          if c == 40 { depth &+= 1 } else if c == 41 { depth &-= 1 }
        }
        if i &- from > 255 { throw raise(.RuntimeError, "name too long") }
        try newText(isBytes ? Kind.bytes : Kind.str, from: template, from, i, key)
        try getItem(values, key, value)
        i &+= 1
        isKeyed = true
        usedMapping = true
      }
      var isLeft = false, isZero = false
      flags: while true {
        switch byte(template, i) {
        case 45: isLeft = true
        case 43: spec.sign = 43
        case 32: if spec.sign == 0 { spec.sign = 32 }
        case 48: isZero = true
        case 35: spec.alternate = true
        default: break flags
        }
        i &+= 1
      }
      if byte(template, i) == 42 {
        try takeValue(values, isTuple, isMapping, usedMapping, &taken, value)
        var w = try starValue(value)
        if w < 0 { isLeft = true; w = 0 &- w }
        spec.width = UInt32(bitPattern: w)
        i &+= 1
      } else {
        spec.width = UInt32(bitPattern: max(0, try numberAt(template, &i)))
      }
      if byte(template, i) == 46 {
        i &+= 1
        if byte(template, i) == 42 {
          try takeValue(values, isTuple, isMapping, usedMapping, &taken, value)
          spec.precision = max(0, try starValue(value))
          i &+= 1
        } else {
          spec.precision = max(0, try numberAt(template, &i))
        }
      }
      // C's length modifiers mean nothing.
      while byte(template, i) == 108 || byte(template, i) == 104 || byte(template, i) == 76 { i &+= 1 }
      if i >= view(template).count { throw raise(.ValueError, "incomplete format") }
      spec.type = view(template)[i]
      let place = i
      i &+= 1
      if spec.type == 37 { try append(builder, byte: 37); continue }
      if !isKeyed { try takeValue(values, isTuple, isMapping, usedMapping, &taken, value) }
      spec.align = isLeft ? 60 : 62
      if isZero && !isLeft { spec.align = 61; spec.fill = 48 }
      try percentItem(value, spec, isBytes, place, t, builder)
    }
    var given: UInt32 = 1
    if isTuple { let v = native(self(values)); given = UInt32(bitPattern: v.int(1)) }
    if taken < given && !isMapping { throw raise(.TypeError, "format string didn't convert all arguments") }
    try finish(builder, isBytes ? Kind.bytes : Kind.str, out)
  }

  private borrowing func byte(_ s: Slot, _ i: UInt32) -> UInt8 { i < view(s).count ? view(s)[i] : 0 }
  private mutating func numberAt(_ s: Slot, _ i: inout UInt32) throws(Raise) -> Int32 {
    var n: Int32?
    do { let v = view(s); n = FormatSpec.number(v, &i) }
    if let n { return n }
    throw raise(.ValueError, "width too big")
  }
  private mutating func starValue(_ s: Slot) throws(Raise) -> Int32 {
    if !isInteger(self(s)) { throw raise(.TypeError, "* wants int") }
    let n = try toInt32(s)
    if n.magnitude > 0x00ff_ffff { throw raise(.ValueError, "width too big") }
    return n
  }
  /// The next positional value.
  private mutating func takeValue(_ values: Slot, _ isTuple: Bool, _ isMapping: Bool, _ used: Bool, _ taken: inout UInt32, _ value: Slot) throws(Raise) {
    if isTuple {
      let v = native(self(values))
      if taken < UInt32(bitPattern: v.int(1)) {
        set(value, v.at(2 &+ taken))
        taken &+= 1
        return
      }
    } else if taken == 0 && !(isMapping && used) {
      copy(value, values)
      taken = 1
      return
    }
    throw raise(.TypeError, "format string needs more arguments")
  }

  private mutating func percentItem(_ value: Slot, _ asked: FormatSpec, _ isBytes: Bool, _ place: UInt32, _ t: Slot, _ builder: Slot) throws(Raise) {
    var spec = asked
    switch spec.type {
    case 100, 105, 117, 120, 88, 111:
      try integerItem(value, spec.type, t)
      let mark = self.mark
      defer { release(to: mark) }
      let digits = slot()
      if spec.type == 105 || spec.type == 117 { spec.type = 100 }
      if spec.precision >= 0 { spec.digits = UInt32(bitPattern: spec.precision) }
      let body = try intBody(t, type: spec.type, alternate: spec.alternate, digits)
      try emit(digits, body, spec, builder)
    case 101, 69, 102, 70, 103, 71:
      let d = try toDouble(value)
      let body = try floatBody(d, type: spec.type, precision: spec.precision, alternate: spec.alternate, t)
      try emit(t, body, spec, builder)
    case 99:
      try newBuilder(t)
      if isByteLike(value) {
        if (isBytes ? view(value).count : view(value).points) != 1 { throw raise(.TypeError, "%c needs int or char") }
        try append(t, value)
      } else {
        if !isInteger(self(value)) { throw raise(.TypeError, "%c needs int or char") }
        let p = try toInt32(value)
        if p < 0 || p > (isBytes ? 255 : 0x10_ffff) { throw raise(.OverflowError, "%c arg not in range(0x110000)") }
        if isBytes { try append(t, byte: UInt8(truncatingIfNeeded: p)) } else { try append(t, point: UInt32(bitPattern: p)) }
      }
      textual(&spec)
      try emit(text: t, end: view(t).count, points: 1, spec, builder)
    case 115, 114, 97, 98:
      if spec.type == 98 && !isBytes { throw try unsupportedCharacter(98, place) }
      try newBuilder(t)
      if spec.type == 114 || spec.type == 97 {
        try repr(value, t)
      } else if isBytes {
        if !isByteLike(value) { throw raise(.TypeError, "%b requires a bytes-like object") }
        try append(t, value)
      } else {
        try str(value, t)
      }
      textual(&spec)
      if isBytes {
        var end = view(t).count
        if spec.precision >= 0 && UInt32(bitPattern: spec.precision) < end { end = UInt32(bitPattern: spec.precision) }
        try emit(text: t, end: end, points: end, spec, builder)
      } else {
        try emitCut(t, spec, builder)
      }
    default: throw try unsupportedCharacter(spec.type, place)
    }
  }
  /// Text is padded with spaces also where `0` was given.
  private func textual(_ spec: inout FormatSpec) {
    if spec.align == 61 { spec.align = 62; spec.fill = 32 }
  }
  /// The int to show by `%d` (also of a float or by `__int__`) or `%x`.
  private mutating func integerItem(_ value: Slot, _ type: UInt8, _ out: Slot) throws(Raise) {
    let c = numberClass(self(value))
    if c.isInt { return copy(out, value) }
    if c == .float && (type == 100 || type == 105 || type == 117) { return try newInt(float(self(value)), out) }
    if c == .none {
      do { let n = native(self(value)); set(out, n) }
      if isInteger(self(out)) { return }
      if isByteLike(value) { throw raise(.TypeError, "integer needed") }
      let mark = self.mark
      defer { release(to: mark) }
      let f = slot()
      if try findSpecial(value, Q.__index__, f) { return try toIndex(value, out) }
      if try findSpecial(value, Q.__int__, f) {
        try call(f, Args(f, 0), out)
        if isInteger(self(out)) { return }
      }
    }
    throw raise(.TypeError, "integer needed")
  }
  private mutating func unsupportedCharacter(_ type: UInt8, _ place: UInt32) throws(Raise) -> Raise {
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot()
    try newBuilder(b)
    try append(b, "unsupported format character '")
    try append(b, byte: type)
    try append(b, "' (0x")
    try append(b, hex: UInt32(type), width: 1)
    try append(b, ") at index ")
    try append(b, decimal: place)
    try finish(b, Kind.str, b)
    return raise(.ValueError, value: b)
  }
}
