import Port

// Iterators over built-in containers: word 1 the type, then source and place. One entry of `next` each.
//@type list_iterator base=iterator kind=iterator hidden
//@type tuple_iterator base=iterator kind=iterator hidden
//@type str_iterator base=iterator kind=iterator hidden
//@type bytes_iterator base=iterator kind=iterator hidden
//@type array_iterator base=iterator kind=iterator hidden
//@type range_iterator base=iterator kind=iterator hidden
//@type long_range_iterator base=iterator kind=iterator hidden
//@type callable_iterator base=iterator kind=iterator hidden

/// Fields of an `iterator` object.
enum Iter {
  static var source: UInt32 { 2 }
  /// Tagged: next place.
  static var place: UInt32 { 3 }
  static var extra: UInt32 { 4 }
}

//@native iterator.__next__ 1 1
func iteratorNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.setRoot(.stopped, Value.null)
  if !(try vm.builtinNext(a[0], out)) { throw vm.stopped() }
}
extension VM {
  /// The end of an iterator: with the value of the iterator that it asked, if that had one.
  mutating func stopped() -> Raise {
    if root(.stopped).isNull { return raise(.StopIteration, "") }
    let e = slot()
    set(e, root(.stopped))
    setRoot(.stopped, Value.null)
    return raise(e)
  }
  /// Makes ready to go through an iterable without an object for it, if that is a list or a tuple: `it` and `place` are for `walk`.
  mutating func beginWalk(_ o: Slot, _ it: Slot, _ place: inout UInt32) throws(Raise) {
    place = 0
    if isPlain(o), isKind(o, Kind.list) || isKind(o, Kind.tuple) {
      copy(it, o)
    } else {
      place = .max
      try iterate(o, it)
    }
  }
  /// The next item; false at the end.
  mutating func walk(_ it: Slot, _ place: inout UInt32, _ out: Slot) throws(Raise) -> Bool {
    if place == .max { return try next(it, out) }
    if place >= itemCount(it) { return false }
    set(out, item(it, place))
    place &+= 1
    return true
  }
}
//@native iterator.__iter__ 1 1
func iteratorIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.copy(out, a[0]) }

extension VM {
  /// An iterator over `source` at place 0, with `fields` words after the type.
  mutating func newIterator(_ t: BuiltinType, _ source: Slot, fields: UInt32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let i = slot()
    try new(Kind.iterator, words: 2 &+ fields, i)
    let o = self(i)
    o.set(1, type(t))
    o.set(Iter.source, self(source))
    if fields > 1 { o.setInt(Iter.place, 0) }
    copy(out, i)
  }

  /// Iterator over a built-in container, range, text …; false if the type has none.
  public mutating func builtinIterate(_ o: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot()
    set(s, native(self(o)))
    switch sequenceKind(s) {
    case Kind.iterator: copy(out, s)
    case Kind.list: try newIterator(.list_iterator, s, fields: 2, out)
    case Kind.tuple: try newIterator(.tuple_iterator, s, fields: 2, out)
    case Kind.str: try newIterator(.str_iterator, s, fields: 2, out)
    case Kind.bytes, Kind.bytearray: try newIterator(.bytes_iterator, s, fields: 2, out)
    case Kind.array, Kind.memoryview: try newIterator(.array_iterator, s, fields: 2, out)
    case Kind.range: try iterateRange(s, out)
    default: return try tableIterate(s, out)
    }
    return true
  }
  private mutating func iterateRange(_ s: Slot, _ out: Slot) throws(Raise) {
    let f = try rangeFields(s), n = rangeLength(f)
    let last = f.start &+ Int64(truncatingIfNeeded: n) &* f.step
    if n <= 0x3fff_ffff && Value.fits(f.start) && Value.fits(f.step) && Value.fits(last) {
      try newIterator(.range_iterator, s, fields: 3, s)
      let i = self(s)
      i.setInt(Iter.source, Int32(truncatingIfNeeded: f.start))
      i.setInt(Iter.place, Int32(truncatingIfNeeded: n))
      i.setInt(Iter.extra, Int32(truncatingIfNeeded: f.step))
      copy(out, s)
      return
    }
    let v = slot()
    try newIterator(.long_range_iterator, s, fields: 3, s)
    try newInt(unsigned: n, v)
    self(s).set(Iter.extra, self(v))
    try newInt(f.start, v)
    self(s).set(Iter.place, self(v))
    copy(out, s)
  }
  /// The built-in type of an `iterator` object.
  @inline(__always) borrowing func iteratorType(_ s: Slot) -> BuiltinType? {
    let n = (self(s).raw(1) &- Image.type(0)) / (TypeObject.words &* 4)
    return n < 256 ? BuiltinType(rawValue: UInt8(n)) : nil
  }

  /// Next item of an `iterator` object.
  public mutating func builtinNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    if self(iterator).isKind(Kind.instance) {
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      set(t, native(self(iterator)))
      return try builtinNext(t, out)
    }
    guard let t = iteratorType(iterator) else { throw notIterable(iterator) }
    switch t {
    case .range_iterator:
      let i = self(iterator), left = i.int(Iter.place)
      if left <= 0 { return false }
      let v = i.int(Iter.source)
      i.setInt(Iter.place, left &- 1)
      i.setInt(Iter.source, v &+ i.int(Iter.extra))
      set(out, Value(int: v))
      return true
    case .list_iterator, .tuple_iterator:
      let i = self(iterator), s = i.at(Iter.source)
      if s.isNull { return false }
      let at = UInt32(bitPattern: i.int(Iter.place))
      if at >= UInt32(bitPattern: s.int(1)) { i.set(Iter.source, Value.null); return false }
      i.setInt(Iter.place, Int32(bitPattern: at &+ 1))
      if t == .tuple_iterator { set(out, s.at(firstItem &+ at)) } else { set(out, s.at(2).at(firstItem &+ at)) }
      return true
    case .str_iterator:
      let from: UInt32, to: UInt32
      do {
        let i = self(iterator), v = view(of: i.at(Iter.source))
        from = UInt32(bitPattern: i.int(Iter.place))
        if from >= v.count { return false }
        to = from &+ v.width(at: from)
        i.setInt(Iter.place, Int32(bitPattern: to))
      }
      let mark = self.mark
      defer { release(to: mark) }
      let s = slot()
      set(s, self(iterator).at(Iter.source))
      try newText(Kind.str, from: s, from, to, out)
      return true
    case .bytes_iterator:
      let i = self(iterator), v = view(of: i.at(Iter.source)), at = UInt32(bitPattern: i.int(Iter.place))
      if at >= v.count { return false }
      i.setInt(Iter.place, Int32(bitPattern: at &+ 1))
      set(out, Value(int: Int32(v[at])))
      return true
    case .array_iterator:
      let mark = self.mark
      defer { release(to: mark) }
      let s = slot()
      set(s, self(iterator).at(Iter.source))
      let at = UInt32(bitPattern: self(iterator).int(Iter.place))
      if at >= binaryLength(s) { return false }
      self(iterator).setInt(Iter.place, Int32(bitPattern: at &+ 1))
      try loadItem(s, at, typecode(s), out)
      return true
    case .long_range_iterator: return try longRangeNext(iterator, out)
    case .dict_iterator: return try tableIteratorNext(iterator, out)
    case .callable_iterator, .enumerate, .zip, .map, .filter, .reversed:
      // These ask other iterators, which may be of the same sort.
      try enter()
      defer { leave() }
      switch t {
      case .callable_iterator: return try callableIteratorNext(iterator, out)
      case .enumerate: return try enumerateNext(iterator, out)
      case .zip: return try zipNext(iterator, out)
      case .map: return try mapNext(iterator, out)
      case .filter: return try filterNext(iterator, out)
      default: return try reversedNext(iterator, out)
      }
    default: throw notIterable(iterator)
    }
  }
  private mutating func longRangeNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), v = slot(), one = slot(), value = slot()
    set(v, self(iterator).at(Iter.extra))
    if self(v).value == Value(int: 0) { return false }
    set(one, Value(int: 1))
    _ = try numberBinary(.subtract, v, one, s)
    set(value, self(iterator).at(Iter.place))
    set(v, self(iterator).at(Iter.source)); set(v, self(v).at(3))
    _ = try numberBinary(.add, value, v, one)
    self(iterator).set(Iter.extra, self(s))
    self(iterator).set(Iter.place, self(one))
    copy(out, value)
    return true
  }
  private mutating func callableIteratorNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), sentinel = slot(), v = slot()
    set(f, self(iterator).at(Iter.source))
    if self(f).isNull { return false }
    do throws(Raise) { try call(f, Args(v, 0), v) } catch {
      if !pendingIs(.StopIteration) { throw error }
      takePending(v)
      self(iterator).set(Iter.source, Value.null)
      return false
    }
    set(sentinel, self(iterator).at(Iter.extra))
    if try equal(v, sentinel) { self(iterator).set(Iter.source, Value.null); return false }
    copy(out, v)
    return true
  }
}
