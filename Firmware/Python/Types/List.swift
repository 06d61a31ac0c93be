import Port

/// Items of a list are in a storage of its own; a tuple's are in it. Both begin at word 2.
@inline(__always) var firstItem: UInt32 { 2 }

extension VM {
  /// What holds the items of a list, tuple or storage (null for an empty list that never had any).
  @inline(__always) @_lifetime(borrow self) borrowing func items(_ s: Slot) -> Ref {
    let o = native(self(s))
    return o.kind == Kind.list ? Ref(o.raw(2), self) : Ref(o.word, self)
  }
  @inline(__always) borrowing func itemCount(_ s: Slot) -> UInt32 { UInt32(bitPattern: native(self(s)).int(1)) }
  @inline(__always) @_lifetime(borrow self) borrowing func item(_ s: Slot, _ i: UInt32) -> Ref { Ref(items(s).raw(firstItem &+ i), self) }
  @inline(__always) borrowing func isKind(_ s: Slot, _ kind: UInt32) -> Bool { native(self(s)).isKind(kind) }
  borrowing func isListOrTuple(_ s: Slot) -> Bool {
    let o = native(self(s))
    return o.isObject && (o.kind == Kind.list || o.kind == Kind.tuple)
  }

  public mutating func newList(_ out: Slot) throws(Raise) { try new(Kind.list, words: 3, out); self(out).setInt(1, 0) }
  /// A list of `n` null items, to be filled at once.
  mutating func newList(count n: UInt32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), l = slot()
    try newList(l)
    if n > 0 {
      try newItems(Kind.storage, n, t)
      self(l).set(2, self(t))
      self(l).setInt(1, Int32(bitPattern: n))
    }
    copy(out, l)
  }
  /// A list or tuple (`kind`) of `n` null items.
  mutating func newSequence(_ kind: UInt32, _ n: UInt32, _ out: Slot) throws(Raise) {
    if kind == Kind.list { try newList(count: n, out) } else { try newItems(kind, n, out) }
  }

  /// Makes room for `more` items; grown by half.
  mutating func listRoom(_ list: Slot, _ more: UInt32) throws(Raise) {
    let used: UInt32, room: UInt32
    do {
      let o = native(self(list))
      used = UInt32(bitPattern: o.int(1))
      room = o.at(2).isNull ? 0 : UInt32(bitPattern: o.at(2).int(1))
    }
    if more <= room &- used { return }
    if more > 0x0fff_ffff { throw raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: 0x3fff_ffff)) }
    var size = used &+ more
    // Long lists grow by an eighth, so that what is copied stays in proportion to what is appended.
    let extra = used < 2048 ? used / 2 : used < 8192 ? 1024 : used / 8
    size = more == 1 || used > 0 ? size &+ extra : size
    if size < 4 { size = 4 }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newItems(Kind.storage, size, t)
    let o = native(self(list)), old = o.at(2), fresh = self(t)
    if used > 0 { fresh.copyItems(firstItem, old, firstItem, used) }
    o.set(2, fresh)
    port.spend(long: used &* 4)
  }
  public mutating func listAppend(_ list: Slot, _ item: Slot) throws(Raise) {
    try listRoom(list, 1)
    let o = native(self(list)), n = UInt32(bitPattern: o.int(1))
    o.at(2).set(firstItem &+ n, self(item))
    o.setInt(1, Int32(bitPattern: n &+ 1))
  }
  /// Replaces `removed` items at `at` by `n` items of `source` (a list or tuple, which may be the list itself) from its item 0.
  mutating func listSplice(_ list: Slot, at: UInt32, removed: UInt32, _ source: Slot?, _ n: UInt32) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    if let source, n > 0 {
      // A copy first when a list is spliced into itself.
      let same = native(self(source)).word == native(self(list)).word
      if same {
        try newItems(Kind.tuple, n, t)
        var i: UInt32 = 0
        while i < n { self(t).set(firstItem &+ i, item(source, i)); i &+= 1 }
      } else {
        copy(t, source)
      }
    }
    if n > removed { try listRoom(list, n &- removed) }
    let used = itemCount(list), o = native(self(list))
    let store = o.at(2)
    if store.isNull { return }
    let tail = used &- at &- removed
    if tail > 0 && n != removed {
      store.touch()
      store.bytes((firstItem &+ at &+ n) &* 4).copyMemory(from: store.bytes((firstItem &+ at &+ removed) &* 4), byteCount: Int(tail) &* 4)
    }
    if n > 0 { store.copyItems(firstItem &+ at, items(t), firstItem, n) }
    let now = at &+ n &+ tail
    var i = now
    while i < used { store.set(firstItem &+ i, Value.null); i &+= 1 }
    o.setInt(1, Int32(bitPattern: now))
    port.spend(long: (tail &+ n) &* 3)
  }
  /// Appends every item of an iterable.
  mutating func listExtend(_ list: Slot, _ iterable: Slot) throws(Raise) {
    if isListOrTuple(iterable), isPlain(iterable) {
      try listSplice(list, at: itemCount(list), removed: 0, iterable, itemCount(iterable))
      return
    }
    let mark = self.mark
    defer { release(to: mark) }
    let it = slot(), v = slot()
    // What is too long fails before the first item.
    if self(iterable).isKind(Kind.range) {
      let n = try length(iterable)
      if n != 0 { try listRoom(list, n) }
    }
    try iterate(iterable, it)
    while try next(it, v) { try listAppend(list, v) }
  }
  /// True if the value is a built-in object itself, not an instance of a class derived from one (which may have methods of its own).
  @inline(__always) borrowing func isPlain(_ s: Slot) -> Bool { !self(s).isKind(Kind.instance) }

  /// A list or tuple (`kind`) of all items of an iterable.
  public mutating func collectItems(_ iterable: Slot, _ kind: UInt32, _ out: Slot) throws(Raise) {
    if kind == Kind.tuple, isPlain(iterable), isKind(iterable, Kind.tuple) { copy(out, iterable); return }
    let mark = self.mark
    defer { release(to: mark) }
    let l = slot(), t = slot()
    try newList(l)
    try listExtend(l, iterable)
    if kind == Kind.tuple { try sequencePart(l, Kind.tuple, 0, itemCount(l), t); copy(out, t) } else { copy(out, l) }
  }
  /// A new list or tuple (`kind`) of items `from`…`to` of a list or tuple.
  mutating func sequencePart(_ s: Slot, _ kind: UInt32, _ from: UInt32, _ to: UInt32, _ out: Slot) throws(Raise) {
    let n = to > from ? to &- from : 0
    if kind == Kind.tuple && n == 0 { emptyTuple(out); return }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newSequence(kind, n, t)
    do {
      if n > 0 { items(t).copyItems(firstItem, items(s), firstItem &+ from, n) }
    }
    port.spend(long: n &* 5)
    copy(out, t)
  }
  /// `()`: the image's.
  @inline(__always) borrowing func emptyTuple(_ out: Slot) { set(out, Ref(memory[Image.base &+ Image.emptyTupleWord &* 4], self)) }

  /// A tuple of two values.
  mutating func newPair(_ a: Slot, _ b: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newItems(Kind.tuple, 2, t)
    self(t).set(2, self(a))
    self(t).set(3, self(b))
    copy(out, t)
  }
}
