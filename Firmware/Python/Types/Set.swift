import Port

// The set contract: sets and frozensets as tables without values.

extension VM {
  public mutating func newSet(_ kind: UInt32, _ out: Slot) throws(Raise) { try newTable(kind, out) }

  public mutating func setAdd(_ s: Slot, _ item: Slot) throws(Raise) {
    var k = try tableKey(item)
    if try tableFind(s, item, &k) < 0 { try tableInsert(s, item, k, item) }
  }
  public mutating func setContains(_ s: Slot, _ item: Slot) throws(Raise) -> Bool {
    var k = try tableKey(item)
    return try tableFind(s, item, &k) >= 0
  }
  /// False if the item was not there.
  public mutating func setRemove(_ s: Slot, _ item: Slot) throws(Raise) -> Bool {
    var k = try tableKey(item)
    let i = try tableFind(s, item, &k)
    if i < 0 { return false }
    tableRemove(s, UInt32(bitPattern: i))
    return true
  }
  /// The item at or after `position` (start with 0): advances; false at the end. Never allocates.
  public borrowing func setNext(_ s: Slot, _ position: inout UInt32, item: Slot) -> Bool {
    let set = self(s), stride = tableStride(set)
    let i = tableNext(set, &position, stride)
    if i < 0 { return false }
    let word = set.at(Table.entries).raw(Table.first &+ UInt32(bitPattern: i) &* stride)
    memory[item.address] = word
    return true
  }
  /// True if every item of `a` is in `b`.
  mutating func setIsSubset(_ a: Slot, _ b: Slot) throws(Raise) -> Bool {
    if tableCount(self(a)) > tableCount(self(b)) { return false }
    let item = slot()
    defer { release(to: item) }
    var position: UInt32 = 0
    while setNext(a, &position, item: item) { if !(try setContains(b, item)) { return false } }
    return true
  }
  /// `==` of two sets, of either kind; views of dicts are compared as sets of their items, views of values by identity.
  public mutating func setEqual(_ a: Slot, _ b: Slot) throws(Raise) -> Bool {
    if self(a).word == self(b).word { return true }
    if self(a).kind == Kind.dictView || self(b).kind == Kind.dictView {
      if !isSetLike(self(a)) || !isSetLike(self(b)) { return false }
      let mark = self.mark
      defer { release(to: mark) }
      let x = slot(), y = slot()
      try asSet(a, x)
      try asSet(b, y)
      return try setEqual(x, y)
    }
    if tableCount(self(a)) != tableCount(self(b)) { return false }
    return try setIsSubset(a, b)
  }
}
