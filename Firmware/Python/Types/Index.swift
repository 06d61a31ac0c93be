import Port

//@qstr __index__ indices

/// The part of a sequence that a slice names, for a given length.
struct Span {
  var start: Int32, stop: Int32, step: Int32
  /// Number of items.
  var count: UInt32 {
    if step > 0 { return start < stop ? UInt32(bitPattern: (stop &- start &- 1) / step &+ 1) : 0 }
    // `-step` of the least number does not exist; such a step takes one item at most.
    return start > stop ? UInt32(bitPattern: (start &- stop &- 1) / (step == .min ? .max : -step) &+ 1) : 0
  }
}

extension VM {
  /// An index or bound as a number held within ±2³⁰ (a larger int counts as that): int, bool or an object with `__index__`; nil if it is neither.
  mutating func clippedIndex(_ s: Slot) throws(Raise) -> Int32? {
    let v = self(s).value
    if v.isInt { return v.int }
    if v.isBool { return v == .true ? 1 : 0 }
    do {
      let n = native(self(s))
      if n.value.isInt { return n.value.int }
      if n.isKind(Kind.bigInt) { return n.int(1) < 0 ? -0x4000_0000 : 0x3fff_ffff }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let r = slot()
    if self(s).isObject, try callSpecial(s, Q.__index__, Args(r, 0), r) {
      let i = self(r).value
      if i.isInt { return i.int }
      if native(self(r)).isKind(Kind.bigInt) { return try clippedIndex(r) }
    }
    return nil
  }
  /// The place in a sequence of `length` items that `key` names; raises IndexError ("X index out of range") and TypeError.
  mutating func index(_ key: Slot, _ length: UInt32, of sequence: Slot) throws(Raise) -> UInt32 {
    guard var i = try clippedIndex(key) else {
      let name = Value(typeName(self(sequence))), of = Value(typeName(self(key)))
      throw raise(.TypeError, "% indices must be integers, not %", name, of)
    }
    if i < 0 { i &+= Int32(bitPattern: length) }
    if i < 0 || UInt32(bitPattern: i) >= length { throw outOfRange(sequence) }
    return UInt32(bitPattern: i)
  }
  mutating func outOfRange(_ sequence: Slot) -> Raise {
    let name = Value(typeName(self(sequence)))
    return raise(.IndexError, "% index out of range", name)
  }
  /// The bounds of a slice object for a sequence of `length` items, clipped to it. The length is asked for after Python code has run.
  mutating func span(_ slice: Slot, length: UInt32) throws(Raise) -> Span {
    let bounds = try bounds(slice)
    return clip(bounds, length)
  }
  /// The three fields of a slice as numbers; nil for None. Raises ValueError for a step of 0.
  mutating func bounds(_ slice: Slot) throws(Raise) -> (Int32?, Int32?, Int32) {
    var b: (Int32?, Int32?, Int32) = (nil, nil, 1)
    do {
      // Small integers and None, which need no conversion.
      let s = self(slice), low = s.at(1).value, high = s.at(2).value, step = s.at(3).value
      if (low.isInt || low.isNone) && (high.isInt || high.isNone) && step.isNone {
        if low.isInt { b.0 = low.int }
        if high.isInt { b.1 = high.int }
        return b
      }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    set(t, self(slice).at(3))
    if !self(t).value.isNone { b.2 = try sliceBound(t) }
    if b.2 == 0 { throw raise(.ValueError, "slice step can't be zero") }
    set(t, self(slice).at(1))
    if !self(t).value.isNone { b.0 = try sliceBound(t) }
    set(t, self(slice).at(2))
    if !self(t).value.isNone { b.1 = try sliceBound(t) }
    return b
  }
  private mutating func sliceBound(_ t: Slot) throws(Raise) -> Int32 {
    guard let n = try clippedIndex(t) else { throw raise(.TypeError, "slice indices must be integers or None or have an __index__ method") }
    return n
  }
  borrowing func clip(_ b: (Int32?, Int32?, Int32), _ length: UInt32) -> Span {
    let n = Int32(bitPattern: length), step = b.2
    let low: Int32 = step > 0 ? 0 : -1, high = step > 0 ? n : n &- 1
    func bound(_ v: Int32?, _ none: Int32) -> Int32 {
      guard var i = v else { return none }
      if i < 0 { i &+= n; return i < low ? low : i > high ? high : i }
      return i > high ? high : i
    }
    var s = Span(start: bound(b.0, step > 0 ? 0 : n &- 1), stop: bound(b.1, step > 0 ? n : -1), step: step)
    if step == 1 && s.stop < s.start { s.stop = s.start }
    return s
  }
  /// Refuses what MicroPython refuses: a step beyond 1 where its suite pins that (str, bytes, tuple, array; stores and deletions).
  mutating func refuseStep(_ step: Int32) throws(Raise) {
    if step > 1 { throw raise(.NotImplementedError, "only slices with step=1 (aka None) are supported") }
  }
  /// An optional position argument of find, index, count, startswith …: clipped to 0…`length`.
  mutating func position(_ a: Args, _ i: UInt32, length: UInt32, none: UInt32) throws(Raise) -> UInt32 {
    if a.count <= i || self(a[i]).value.isNone { return none }
    guard var n = try clippedIndex(a[i]) else {
      let name = Value(typeName(self(a[i])))
      throw raise(.TypeError, "can't convert % to int", name)
    }
    if n < 0 { n &+= Int32(bitPattern: length); if n < 0 { n = 0 } }
    // A start beyond the end stays beyond it: not even the empty text is found there.
    return UInt32(bitPattern: n)
  }
  mutating func wrongType(_ s: Slot) -> Raise {
    let name = Value(typeName(self(s)))
    return raise(.TypeError, "unsupported type: '%'", name)
  }
  /// Raises TypeError "can't convert X to Y".
  mutating func cannotConvert(_ s: Slot, _ to: Qstr) -> Raise {
    let name = Value(typeName(self(s)))
    return raise(.TypeError, "can't convert '%' object to % implicitly", name, Value(to))
  }
  mutating func notIterable(_ s: Slot) -> Raise {
    let name = Value(typeName(self(s)))
    return raise(.TypeError, "'%' object isn't iterable", name)
  }
}
