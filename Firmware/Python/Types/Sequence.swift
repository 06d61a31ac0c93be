import Port

// Length, items and slices of the built-in sequences. The VM calls these for values that are (or hold) one.
extension VM {
  public mutating func sequenceLength(_ o: Slot) throws(Raise) -> UInt32 {
    do {
      let v = native(self(o))
      if v.value.isQstr { return textLength(v) }
      if v.isObject {
        switch v.kind {
        case Kind.str: return textLength(v)
        case Kind.bytes, Kind.bytearray, Kind.tuple, Kind.list: return UInt32(bitPattern: v.int(1))
        case Kind.array: return UInt32(bitPattern: v.int(2))
        case Kind.memoryview: return UInt32(bitPattern: v.int(3))
        case Kind.dict: return dictCount(v)
        default: break
        }
      }
    }
    if isKind(o, Kind.range) {
      let n = try rangeLength(o)
      if n > 0xffff_ffff { throw raise(.OverflowError, "length too large") }
      return UInt32(n)
    }
    let name = Value(typeName(self(o)))
    throw raise(.TypeError, "object of type '%' has no len()", name)
  }
  /// Number of code points of a text value.
  borrowing func textLength(_ r: borrowing Ref) -> UInt32 { textIsWide(r) ? view(of: r).points : UInt32(bitPattern: text(r).int(1)) }
  @inline(__always) borrowing func isText(_ s: Slot) -> Bool { let o = native(self(s)); return o.value.isQstr || o.isKind(Kind.str) }

  public mutating func sequenceGetItem(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    switch sequenceKind(o) {
    case Kind.list, Kind.tuple:
      let k = self(key).value
      if k.isInt {
        let n = itemCount(o), i = k.int < 0 ? k.int &+ Int32(bitPattern: n) : k.int
        if i >= 0 && UInt32(bitPattern: i) < n { set(out, item(o, UInt32(bitPattern: i))); return }
        throw outOfRange(o)
      }
      if isKind(key, Kind.slice) { try itemSlice(o, key, out); return }
      let i = try index(key, itemCount(o), of: o)
      // `__index__` may have shortened the list.
      if i >= itemCount(o) { throw outOfRange(o) }
      set(out, item(o, i))
    case Kind.str: try textItem(o, key, out)
    case Kind.bytes, Kind.bytearray:
      if isKind(key, Kind.slice) { try bytesSlice(o, key, out); return }
      let i = try index(key, view(o).count, of: o)
      if i >= view(o).count { throw outOfRange(o) }
      set(out, Value(int: Int32(view(o)[i])))
    case Kind.array, Kind.memoryview:
      if isKind(key, Kind.slice) { try arraySlice(o, key, out); return }
      let i = try index(key, try sequenceLength(o), of: o)
      if i >= binaryLength(o) { throw outOfRange(o) }
      try loadItem(o, i, typecode(o), out)
    case Kind.range: try rangeItem(o, key, out)
    default:
      let name = Value(typeName(self(o)))
      throw raise(.TypeError, "'%' object isn't subscriptable", name)
    }
  }
  /// Kind of the sequence that a value is or holds; `Kind.free` for anything that is not an object.
  borrowing func sequenceKind(_ s: Slot) -> UInt32 {
    let o = native(self(s))
    return o.value.isQstr ? Kind.str : o.isObject ? o.kind : Kind.free
  }
  /// Items that a bytes-like value shows now.
  borrowing func binaryLength(_ o: Slot) -> UInt32 { view(o).count / itemSize(typecode(o)) }

  /// A slice of a list or tuple.
  mutating func itemSlice(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let b = try bounds(key)
    try itemSlice(o, clip(b, itemCount(o)), out)
  }
  mutating func itemSlice(_ o: Slot, _ s: Span, _ out: Slot) throws(Raise) {
    let kind = sequenceKind(o)
    if kind == Kind.tuple { try refuseStep(s.step) }
    if s.step == 1 { try sequencePart(o, kind, UInt32(bitPattern: s.start), UInt32(bitPattern: s.stop), out); return }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), n = s.count
    try newSequence(kind, n, t)
    do {
      let to = items(t), from = items(o)
      var i: UInt32 = 0, at = s.start
      while i < n { to.set(firstItem &+ i, from.at(firstItem &+ UInt32(bitPattern: at))); i &+= 1; at &+= s.step }
    }
    copy(out, t)
  }
  /// One character or a slice of a text.
  mutating func textItem(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let wide = textIsWide(native(self(o))), length = textLength(native(self(o)))
    if isKind(key, Kind.slice) {
      let b = try bounds(key), s = clip(b, length)
      try refuseStep(s.step)
      if s.step == 1 {
        let from = UInt32(bitPattern: s.start), to = UInt32(bitPattern: s.stop)
        if from == 0 && to == length && isPlain(o) { copy(out, o); return }
        if !wide { try newText(Kind.str, from: o, from, to, out); return }
        let first = view(o).offset(ofPoint: from), last = first &+ view(o, first, view(o).count).offset(ofPoint: to &- from)
        try newText(Kind.str, from: o, first, last, out)
        return
      }
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      try newBuilder(t)
      var i: UInt32 = 0, at = s.start
      while i < s.count {
        let from = wide ? view(o).offset(ofPoint: UInt32(bitPattern: at)) : UInt32(bitPattern: at)
        let to = from &+ (wide ? view(o).width(at: from) : 1)
        try append(t, o, from, to)
        i &+= 1
        at &+= s.step
      }
      try finish(t, Kind.str, out)
      return
    }
    guard var i = try clippedIndex(key) else {
      let of = Value(typeName(self(key)))
      throw raise(.TypeError, "string indices must be integers, not %", of)
    }
    if i < 0 { i &+= Int32(bitPattern: length) }
    if i < 0 || UInt32(bitPattern: i) >= length { throw raise(.IndexError, "string index out of range") }
    let at = wide ? view(o).offset(ofPoint: UInt32(bitPattern: i)) : UInt32(bitPattern: i)
    let w = view(o).width(at: at)
    try newText(Kind.str, from: o, at, at &+ w, out)
  }
  /// A slice of bytes or a bytearray: of the same type.
  mutating func bytesSlice(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let b = try bounds(key), s = clip(b, view(o).count)
    let kind = sequenceKind(o)
    try refuseStep(s.step)
    if s.step == 1 { try newText(kind, from: o, UInt32(bitPattern: s.start), UInt32(bitPattern: s.stop), out); return }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), n = s.count
    try newBuilder(t)
    _ = try bytearrayGrow(t, n)
    do {
      let from = view(o), to = view(t)
      var i: UInt32 = 0, at = s.start
      while i < n { to.set(i, from[UInt32(bitPattern: at)]); i &+= 1; at &+= s.step }
    }
    try finish(t, kind, out)
  }
  /// A slice of an array (a copy) or memoryview (a view).
  mutating func arraySlice(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let b = try bounds(key), s = clip(b, binaryLength(o))
    if s.step != 1 { throw raise(.NotImplementedError, "only slices with step=1 (aka None) are supported") }
    let n = s.count, code = typecode(o)
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    if sequenceKind(o) == Kind.memoryview {
      try new(Kind.memoryview, words: 6, t)
      let from = native(self(o)), to = self(t)
      to.set(1, from.at(1))
      to.setInt(2, from.int(2) &+ s.start &* Int32(bitPattern: itemSize(code)))
      to.setInt(3, Int32(bitPattern: n))
      to.set(4, from.at(4)); to.set(5, from.at(5))
    } else {
      try newArray(code, n, t)
      let size = itemSize(code), from = UInt32(bitPattern: s.start) &* size
      view(o, from, from &+ n &* size).copy(to: view(t))
    }
    copy(out, t)
  }

  public mutating func sequenceSetItem(_ o: Slot, _ key: Slot, _ value: Slot) throws(Raise) {
    let kind = sequenceKind(o)
    switch kind {
    case Kind.list:
      if isKind(key, Kind.slice) { try listStoreSlice(o, key, value); return }
      let i = try index(key, itemCount(o), of: o)
      if i >= itemCount(o) { throw outOfRange(o) }
      items(o).set(firstItem &+ i, self(value))
    case Kind.bytearray, Kind.array, Kind.memoryview:
      if kind == Kind.memoryview { try checkWritable(o) }
      if isKind(key, Kind.slice) { try binaryStoreSlice(o, key, value); return }
      let i = try index(key, binaryLength(o), of: o), code = typecode(o)
      // MicroPython's suite pins OverflowError for a byte out of range, too.
      let b = try itemBits(value, code == 0 ? UInt8(ascii: "B") : code)
      if i >= binaryLength(o) { throw outOfRange(o) }
      storeItem(o, i, code, b)
    default:
      let name = Value(typeName(self(o)))
      throw raise(.TypeError, "'%' object doesn't support item assignment", name)
    }
  }
  /// Raises TypeError for a memoryview of bytes.
  mutating func checkWritable(_ o: Slot) throws(Raise) {
    if native(self(o)).int(5) & 1 == 0 {
      let name = Value(typeName(self(o)))
      throw raise(.TypeError, "'%' object doesn't support item assignment", name)
    }
  }
  public mutating func sequenceDeleteItem(_ o: Slot, _ key: Slot) throws(Raise) {
    let kind = sequenceKind(o)
    switch kind {
    case Kind.list:
      if isKind(key, Kind.slice) {
        let b = try bounds(key), s = clip(b, itemCount(o))
        try refuseStep(s.step)
        try listDelete(o, s)
        return
      }
      let i = try index(key, itemCount(o), of: o)
      if i >= itemCount(o) { throw outOfRange(o) }
      try listSplice(o, at: i, removed: 1, nil, 0)
    case Kind.bytearray:
      if isKind(key, Kind.slice) {
        let b = try bounds(key), s = clip(b, view(o).count)
        if s.step != 1 { throw raise(.NotImplementedError, "only slices with step=1 (aka None) are supported") }
        try bytearraySplice(o, at: UInt32(bitPattern: s.start), removed: s.count, nil, 0, 0)
        return
      }
      let i = try index(key, view(o).count, of: o)
      if i >= view(o).count { throw outOfRange(o) }
      try bytearraySplice(o, at: i, removed: 1, nil, 0, 0)
    case Kind.array where isKind(key, Kind.slice):
      let b = try bounds(key), s = clip(b, binaryLength(o))
      if s.step != 1 { throw raise(.NotImplementedError, "only slices with step=1 (aka None) are supported") }
      try arraySplice(o, at: UInt32(bitPattern: s.start), removed: s.count, nil, 0)
    case Kind.array:
      let i = try index(key, binaryLength(o), of: o)
      if i >= binaryLength(o) { throw outOfRange(o) }
      try arraySplice(o, at: i, removed: 1, nil, 0)
    default:
      let name = Value(typeName(self(o)))
      throw raise(.TypeError, "'%' object doesn't support item deletion", name)
    }
  }
  /// `list[a:b:c] = values`.
  mutating func listStoreSlice(_ o: Slot, _ key: Slot, _ value: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), b = try bounds(key)
    try refuseStep(b.2)
    if !isListOrTuple(value) || !isPlain(value) { try collectItems(value, Kind.list, t) } else { copy(t, value) }
    let s = clip(b, itemCount(o)), n = itemCount(t)
    if s.step == 1 { try listSplice(o, at: UInt32(bitPattern: s.start), removed: s.count, t, n); return }
    if n != s.count {
      throw raise(
        .ValueError, "attempt to assign sequence of size % to extended slice of size %", Value(int: Int32(bitPattern: n)),
        Value(int: Int32(bitPattern: s.count)))
    }
    if native(self(t)).word == native(self(o)).word { try sequencePart(o, Kind.list, 0, n, t) }
    var i: UInt32 = 0, at = s.start
    while i < n { items(o).set(firstItem &+ UInt32(bitPattern: at), item(t, i)); i &+= 1; at &+= s.step }
  }
  /// Removes the items that a slice names.
  mutating func listDelete(_ o: Slot, _ s: Span) throws(Raise) {
    if s.step == 1 { try listSplice(o, at: UInt32(bitPattern: s.start), removed: s.count, nil, 0); return }
    // With a negative step the last one comes first; removing from the end keeps the places before it.
    var i: UInt32 = 0, at = s.start
    while i < s.count { try listSplice(o, at: UInt32(bitPattern: at), removed: 1, nil, 0); i &+= 1; at &+= s.step }
  }
}
