import Port

// The dict contract: namespaces by interned name, and general keys.

extension VM {
  /// From now on the dict takes no change.
  public borrowing func fixDict(_ d: Slot) { self(d).setRaw(Table.flags, self(d).raw(Table.flags) | TableFlag.fixed) }

  public mutating func newDict(_ out: Slot) throws(Raise) { try newTable(Kind.dict, out) }

  // MARK: namespaces

  /// For namespaces: the value of an interned name, or null. Neither allocates nor runs Python code.
  @inline(__always) @_lifetime(borrow self) public borrowing func dictFind(_ d: borrowing Ref, _ name: Qstr) -> Ref {
    let i = dictIndex(of: name, in: d)
    return i < 0 ? Ref(0, self) : Ref(d.at(Table.entries).raw(dictWord(d, UInt32(bitPattern: i)) &+ 1), self)
  }
  /// Number of the name's entry, or -1. It stays right until an entry is added or removed, so keep it only as a hint for `dictHint`.
  @inline(__always) public borrowing func dictIndex(of name: Qstr, in d: borrowing Ref) -> Int32 {
    if d.raw(Table.flags) & (TableFlag.mixed | TableFlag.hashed) == 0 { return plainIndex(d, Value(name).word, 2) }
    return textIndex(d, Ref(Value(name).word, self))
  }
  /// The cache: the value of `name` if its entry is number `hint` of a plain dict, else null (then look it up with `dictIndex`). A hit costs
  /// one bound check and one compare, and needs no invalidation.
  @inline(__always) @_lifetime(borrow self) public borrowing func dictHint(_ d: borrowing Ref, _ name: Qstr, _ hint: UInt32) -> Ref {
    let at = dictHintWord(d, name, hint)
    return at == 0 ? Ref(0, self) : Ref(d.at(Table.entries).raw(at &+ 1), self)
  }
  /// Replaces the value of `name` if its entry is number `hint` of a plain dict in RAM; false otherwise.
  @inline(__always) public borrowing func dictHintStore(_ d: borrowing Ref, _ name: Qstr, _ hint: UInt32, _ value: borrowing Ref) -> Bool {
    let at = dictHintWord(d, name, hint)
    if at == 0 || d.word < 0x2000_0000 { return false }
    d.at(Table.entries).set(at &+ 1, value)
    return true
  }
  @inline(__always) borrowing func dictHintWord(_ d: borrowing Ref, _ name: Qstr, _ hint: UInt32) -> UInt32 {
    if d.raw(Table.flags) & TableFlag.hashed != 0 || hint >= UInt32(d.int(Table.used)) { return 0 }
    let at = Table.first &+ hint &* 2
    return d.at(Table.entries).raw(at) == Value(name).word ? at : 0
  }
  /// Word of entry `i`'s key in the entries storage of a dict.
  @inline(__always) borrowing func dictWord(_ d: borrowing Ref, _ i: UInt32) -> UInt32 {
    Table.first &+ i &* (2 &+ (d.raw(Table.flags) & TableFlag.hashed) &>> 2)
  }

  public mutating func dictStore(_ d: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    do {
      let dict = self(d)
      let i = dictIndex(of: name, in: dict)
      if i >= 0 && dict.word >= 0x2000_0000 {
        dict.at(Table.entries).set(dictWord(dict, UInt32(bitPattern: i)) &+ 1, self(value))
        return
      }
    }
    try writable(d)
    let key = slot()
    defer { release(to: key) }
    set(key, Value(name))
    try tableInsert(d, key, TableKey(mode: .plain, hash: 0, hasHash: false), value)
  }
  /// Removes an interned name; false if it was not there.
  public mutating func dictDrop(_ d: Slot, _ name: Qstr) throws(Raise) -> Bool {
    let i = dictIndex(of: name, in: self(d))
    if i < 0 { return false }
    try writable(d)
    tableRemove(d, UInt32(bitPattern: i))
    return true
  }

  // MARK: general keys

  /// False (and `out` null) if there is no such key. May run Python code.
  /// Entry number of a key that is a text or a small integer, in a table whose keys are plain or native: -1 if it is not there, nil where the
  /// general way must be taken. Runs no Python code.
  @inline(__always) borrowing func quickEntry(_ t: borrowing Ref, _ key: borrowing Ref) -> Int32? {
    let flags = t.raw(Table.flags)
    if flags & TableFlag.hashed != 0 { return nil }
    if flags & TableFlag.mixed == 0 { return key.value.isQstr || key.value.isInt ? plainIndex(t, key.word, tableStride(t)) : nil }
    return isText(key) ? textIndex(t, key) : nil
  }
  public mutating func dictGet(_ d: Slot, _ key: Slot, _ out: Slot) throws(Raise) -> Bool {
    do {
      let dict = self(d)
      if let i = quickEntry(dict, self(key)) {
        if i < 0 { set(out, Value.null) } else { set(out, dict.at(Table.entries).at(Table.first &+ UInt32(bitPattern: i) &* 2 &+ 1)) }
        return i >= 0
      }
    }
    var k = try tableKey(key)
    let i = try tableFind(d, key, &k)
    if i < 0 { set(out, Value.null); return false }
    let dict = self(d)
    set(out, dict.at(Table.entries).at(dictWord(dict, UInt32(bitPattern: i)) &+ 1))
    return true
  }
  public mutating func dictSet(_ d: Slot, _ key: Slot, _ value: Slot) throws(Raise) {
    do {
      let dict = self(d)
      if dict.word >= 0x2000_0000, dict.raw(Table.flags) & TableFlag.fixed == 0, let i = quickEntry(dict, self(key)), i >= 0 {
        dict.at(Table.entries).set(Table.first &+ UInt32(bitPattern: i) &* 2 &+ 1, self(value))
        return
      }
    }
    var k = try tableKey(key)
    let i = try tableFind(d, key, &k)
    if i < 0 { try tableInsert(d, key, k, value); return }
    try writable(d)
    let dict = self(d)
    dict.at(Table.entries).set(dictWord(dict, UInt32(bitPattern: i)) &+ 1, self(value))
  }
  /// False if there was no such key; otherwise the old value is in `out`.
  public mutating func dictRemove(_ d: Slot, _ key: Slot, _ out: Slot) throws(Raise) -> Bool {
    var k = try tableKey(key)
    let i = try tableFind(d, key, &k)
    if i < 0 { return false }
    try writable(d)
    do {
      let dict = self(d), held = slot()
      set(held, dict.at(Table.entries).at(dictWord(dict, UInt32(bitPattern: i)) &+ 1))
      tableRemove(d, UInt32(bitPattern: i))
      copy(out, held)
      release(to: held)
    }
    return true
  }
  /// Number of entries.
  public borrowing func dictCount(_ d: borrowing Ref) -> UInt32 { tableCount(d) }
  /// The entry at or after `position` (start with 0) in insertion order: sets key and value, advances; false at the end. Never allocates.
  public borrowing func dictNext(_ d: Slot, _ position: inout UInt32, key: Slot, value: Slot) -> Bool {
    let dict = self(d)
    let i = tableNext(dict, &position, tableStride(dict))
    if i < 0 { return false }
    let entries = dict.at(Table.entries), at = dictWord(dict, UInt32(bitPattern: i))
    let k = entries.raw(at), v = entries.raw(at &+ 1)
    memory[key.address] = k
    memory[value.address] = v
    return true
  }
  /// The last entry, without removing it; false if empty.
  borrowing func dictLast(_ d: Slot, key: Slot, value: Slot) -> Int32 {
    // A removal trims deleted entries off the end, so the last used one lives.
    let dict = self(d), used = UInt32(dict.int(Table.used))
    if used == 0 { return -1 }
    let entries = dict.at(Table.entries), at = dictWord(dict, used &- 1)
    set(key, entries.at(at))
    set(value, entries.at(at &+ 1))
    return Int32(bitPattern: used &- 1)
  }

  /// `==` of two dicts.
  public mutating func dictEqual(_ a: Slot, _ b: Slot) throws(Raise) -> Bool {
    if self(a).word == self(b).word { return true }
    if tableCount(self(a)) != tableCount(self(b)) { return false }
    try enter()
    defer { leave() }
    let mark = self.mark
    defer { release(to: mark) }
    let key = slot(), value = slot(), other = slot()
    var position: UInt32 = 0
    while dictNext(a, &position, key: key, value: value) {
      if !(try dictGet(b, key, other)) { return false }
      if !(try equal(value, other)) { return false }
    }
    return true
  }
}
