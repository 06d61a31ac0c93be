import Port

// What the operators of set and frozenset do; dict's key and item views take part as sets.

extension VM {
  /// Adds every item of an iterable.
  mutating func setUpdate(_ s: Slot, _ iterable: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let from = slot(), iterator = slot(), item = slot()
    set(from, native(self(iterable)))
    if self(from).isKind(Kind.set) || self(from).isKind(Kind.frozenset) {
      if self(from).word == self(s).word { return }
      var position: UInt32 = 0
      while setNext(from, &position, item: item) { try setAdd(s, item) }
      return
    }
    try iterate(iterable, iterator)
    while try next(iterator, item) { try setAdd(s, item); try stepPoint() }
  }
  /// A set of an iterable's items: the very set if it is one.
  mutating func asSet(_ iterable: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let from = slot(), made = slot()
    set(from, native(self(iterable)))
    if self(from).isKind(Kind.set) || self(from).isKind(Kind.frozenset) { copy(out, from); return }
    try newSet(Kind.set, made)
    try setUpdate(made, iterable)
    copy(out, made)
  }
  /// Removes from `s` what is (`keep` false) or is not (`keep` true) in the set `other`.
  mutating func setFilter(_ s: Slot, _ other: Slot, keep: Bool) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    if self(s).word == self(other).word { if !keep { tableClear(s) }; return }
    let item = slot()
    var position: UInt32 = 0
    if !keep && tableCount(self(other)) < tableCount(self(s)) {
      while setNext(other, &position, item: item) { _ = try setRemove(s, item) }
      return
    }
    while setNext(s, &position, item: item) {
      // Removing leaves the positions of the others as they are.
      if try setContains(other, item) != keep { _ = try setRemove(s, item) }
    }
  }
  /// Items of `other` that are in `s` go, the others come.
  mutating func setToggle(_ s: Slot, _ other: Slot) throws(Raise) {
    if self(s).word == self(other).word { tableClear(s); return }
    let item = slot()
    defer { release(to: item) }
    var position: UInt32 = 0
    while setNext(other, &position, item: item) { if !(try setRemove(s, item)) { try setAdd(s, item) } }
  }
  mutating func setIsDisjoint(_ a: Slot, _ b: Slot) throws(Raise) -> Bool {
    let item = slot()
    defer { release(to: item) }
    var position: UInt32 = 0
    while setNext(a, &position, item: item) { if try setContains(b, item) { return false } }
    return true
  }
  /// Applies `op` (plain) to the set `s`, which is changed, and the set `other`; false if `op` is no set operation.
  mutating func setApply(_ op: BinaryOp, _ s: Slot, _ other: Slot) throws(Raise) -> Bool {
    switch op {
    case .or: try setUpdate(s, other)
    case .and: try setFilter(s, other, keep: true)
    case .subtract: try setFilter(s, other, keep: false)
    case .xor: try setToggle(s, other)
    default: return false
    }
    return true
  }

  /// Hash of a frozenset: the items' hashes mixed each by itself, then added, so that their order does not matter.
  public mutating func setHash(_ s: Slot) throws(Raise) -> UInt32 {
    let known = UInt32(bitPattern: self(s).int(Table.frozenHash))
    if known != 0 { return known & 0x7fff_ffff }
    let item = slot()
    defer { release(to: item) }
    var position: UInt32 = 0, h: UInt32 = 0x6a09_e667
    while setNext(s, &position, item: item) { h = h &+ mixHash(try hash(item) &+ 0x9e37_79b9) }
    h = mixHash(h) & 0x3fff_ffff
    if h == 0 { h = 1 }
    self(s).setInt(Table.frozenHash, Int32(bitPattern: h))
    return h
  }

  /// Binary operators of set kinds (`.contains`: `l` in `r`); false if they do not apply (out untouched).
  public mutating func setBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let a = slot(), b = slot(), s = slot()
    set(b, native(self(r)))
    if op == .contains { return try setHolds(b, l, out) }
    set(a, native(self(l)))
    if !isSetLike(self(a)) || !isSetLike(self(b)) { return false }
    // Only a set is changed in place.
    let frozen = self(a).isKind(Kind.frozenset), view = self(a).isKind(Kind.dictView)
    switch op {
    case .equal, .notEqual, .less, .lessEqual, .more, .moreEqual:
      try asSet(a, a)
      try asSet(b, b)
      let n = tableCount(self(a)), m = tableCount(self(b))
      let yes: Bool
      switch op {
      case .equal: yes = try setEqual(a, b)
      case .notEqual: yes = !(try setEqual(a, b))
      case .less: yes = n < m ? try setIsSubset(a, b) : false
      case .lessEqual: yes = try setIsSubset(a, b)
      case .more: yes = n > m ? try setIsSubset(b, a) : false
      default: yes = try setIsSubset(b, a)
      }
      set(out, Value.bool(yes))
      return true
    case .or, .and, .subtract, .xor, .inOr, .inAnd, .inSubtract, .inXor:
      try asSet(b, b)
      if op.isInPlace && !frozen && !view {
        copy(s, l)
        _ = try setApply(op.plain, a, b)
      } else {
        try asSet(a, a)
        try tableCopy(a, frozen ? Kind.frozenset : Kind.set, s)
        _ = try setApply(op.plain, s, b)
      }
      copy(out, s)
      return true
    default: return false
    }
  }
  borrowing func isSetLike(_ r: borrowing Ref) -> Bool {
    if !r.isObject { return false }
    return r.kind == Kind.set || r.kind == Kind.frozenset || r.kind == Kind.dictView && r.int(2) != 1
  }
  /// `item in container` for sets and views.
  private mutating func setHolds(_ container: Slot, _ item: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let d = slot(), v = slot(), w = slot()
    if !self(container).isObject { return false }
    let found: Bool
    switch self(container).kind {
    case Kind.set, Kind.frozenset: found = try setContains(container, item)
    case Kind.dictView:
      set(d, self(container).at(1))
      switch self(container).int(2) {
      case 0: found = try dictGet(d, item, v)
      case 2:
        if !self(item).isKind(Kind.tuple) || self(item).int(1) != 2 { set(out, Value.false); return true }
        set(w, self(item).at(2))
        if try dictGet(d, w, v) {
          set(w, self(item).at(3))
          found = try equal(v, w)
        } else {
          found = false
        }
      default:
        var position: UInt32 = 0, any = false
        while dictNext(d, &position, key: w, value: v) { if try equal(v, item) { any = true; break } }
        found = any
      }
    default: return false
    }
    set(out, Value.bool(found))
    return true
  }
}
