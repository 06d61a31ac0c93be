import Port

// Lookup, insertion and removal in the tables of dict and set (layout: Objects/Table.swift).

/// Hash of a plain key's word, for the index only: a multiplication spreads the low bits upwards, the shift brings them back.
@inline(__always) func plainHash(_ word: UInt32) -> UInt32 {
  let h = word &* 0x9e37_79b1
  return h ^ h &>> 15
}

/// What a key demands of its table.
enum KeyMode: UInt8 { case plain, mixed, hashed }

/// A key made ready for lookup: its mode and, unless plain, its hash.
struct TableKey {
  var mode: KeyMode
  var hash: UInt32
  var hasHash: Bool
}

extension VM {
  @inline(__always) borrowing func tableStride(_ t: borrowing Ref) -> UInt32 { (t.kind == Kind.dict ? 2 : 1) &+ (t.raw(Table.flags) & TableFlag.hashed) &>> 2 }
  @inline(__always) borrowing func tableCount(_ t: borrowing Ref) -> UInt32 { UInt32(t.int(Table.count)) }

  /// Place `i` of an index.
  @inline(__always) borrowing func place(_ index: borrowing Ref, _ width: UInt32, _ i: UInt32) -> UInt32 {
    switch width {
    case 0: UInt32(index.byte(8 &+ i))
    case 1: UInt32(index.pointer.load(fromByteOffset: 8 &+ Int(i) &* 2, as: UInt16.self))
    default: index.raw(2 &+ i)
    }
  }
  @inline(__always) borrowing func setPlace(_ index: borrowing Ref, _ width: UInt32, _ i: UInt32, _ n: UInt32) {
    switch width {
    case 0: index.setByte(8 &+ i, UInt8(truncatingIfNeeded: n))
    case 1: index.pointer.storeHalf(UInt16(truncatingIfNeeded: n), at: 8 &+ Int(i) &* 2)
    default: index.setRaw(2 &+ i, n)
    }
  }
  @inline(__always) borrowing func indexWidth(_ t: borrowing Ref) -> UInt32 { t.raw(Table.flags) &>> TableFlag.widthShift & 3 }
  @inline(__always) borrowing func indexMask(_ index: borrowing Ref, _ width: UInt32) -> UInt32 { (index.raw(1) &>> (1 &+ width)) &- 1 }

  // MARK: lookup without Python code

  /// Entry number of a plain key's word in a plain table, or -1.
  @inline(__always) borrowing func plainIndex(_ t: borrowing Ref, _ word: UInt32, _ stride: UInt32) -> Int32 {
    let entries = t.at(Table.entries)
    if entries.isNull { return -1 }
    let index = t.at(Table.index)
    if index.isNull {
      let used = UInt32(t.int(Table.used))
      var i: UInt32 = 0
      while i < used {
        if entries.raw(Table.first &+ i &* stride) == word { return Int32(bitPattern: i) }
        i &+= 1
      }
      return -1
    }
    return plainProbe(t, entries, index, word, stride)
  }
  @inline(__always) borrowing func plainProbe(_ t: borrowing Ref, _ entries: borrowing Ref, _ index: borrowing Ref, _ word: UInt32, _ stride: UInt32) -> Int32 {
    let width = indexWidth(t), mask = indexMask(index, width)
    var i = plainHash(word) & mask
    while true {
      let n = place(index, width, i)
      if n == 0 { return -1 }
      if entries.raw(Table.first &+ (n &- 1) &* stride) == word { return Int32(bitPattern: n &- 1) }
      i = (i &+ 1) & mask
    }
  }

  /// Entry number of a text key in a mixed table, by comparing texts only; -1 if there is none.
  @inline(never) borrowing func textIndex(_ t: borrowing Ref, _ key: borrowing Ref) -> Int32 {
    let entries = t.at(Table.entries), index = t.at(Table.index), stride = tableStride(t)
    if entries.isNull { return -1 }
    let string = text(key), hash = hashWord(string), count = string.raw(Str.count), interned = key.value.isQstr
    if index.isNull {
      let used = UInt32(t.int(Table.used))
      var i: UInt32 = 0
      while i < used {
        let e = entries.at(Table.first &+ i &* stride)
        if e.word == key.word || isSame(e, string, hash, count, interned) { return Int32(bitPattern: i) }
        i &+= 1
      }
      return -1
    }
    let width = indexWidth(t), mask = indexMask(index, width)
    var i = tableHome(hash & 0x7fff_ffff) & mask
    while true {
      let n = place(index, width, i)
      if n == 0 { return -1 }
      let e = entries.at(Table.first &+ (n &- 1) &* stride)
      if e.word == key.word || isSame(e, string, hash, count, interned) { return Int32(bitPattern: n &- 1) }
      i = (i &+ 1) & mask
    }
  }
  /// True if a key that is not the same word is a text of these bytes, this hash and this tagged length. Two interned strings differ.
  @inline(__always)
  private borrowing func isSame(_ e: borrowing Ref, _ string: borrowing Ref, _ hash: UInt32, _ count: UInt32, _ interned: Bool) -> Bool {
    if e.value.isQstr ? interned : !e.isKind(Kind.str) { return false }
    let x = text(e)
    return hashWord(x) == hash && x.raw(Str.count) == count && sameBytes(x.bytes(Str.bytes), string.bytes(Str.bytes), Int(count &>> 1))
  }
  /// True for interned strings and `str` objects.
  @inline(__always) public borrowing func isText(_ r: borrowing Ref) -> Bool { r.value.isQstr || r.isKind(Kind.str) }

  /// Hash of a key that is not `hashed` in mode; the key is in `s`.
  borrowing func nativeHash(_ s: Slot) -> UInt32 {
    let r = self(s)
    if isText(r) { return textHash(r) }
    if r.value.isInt || r.value.isBool || r.isObject { return numberHash(s) & 0x7fff_ffff }
    return mixHash(r.word) & 0x7fff_ffff
  }
  /// Where the index search of entry `i` starts. `s` is scratch.
  borrowing func entryHome(_ t: borrowing Ref, _ entries: borrowing Ref, _ i: UInt32, _ stride: UInt32, _ s: Slot) -> UInt32 {
    let key = entries.at(Table.first &+ i &* stride), flags = t.raw(Table.flags)
    if flags & (TableFlag.mixed | TableFlag.hashed) == 0 { return plainHash(key.word) }
    if flags & TableFlag.hashed != 0 { return tableHome(entries.raw(Table.first &+ i &* stride &+ stride &- 1) &>> 1) }
    set(s, key)
    return tableHome(nativeHash(s))
  }
  /// Where the search for a true hash starts. Integers are their own hash and user classes do as they like: multiply as for plain words.
  @inline(__always) borrowing func tableHome(_ hash: UInt32) -> UInt32 { plainHash(hash) }

  // MARK: lookup

  /// The key's mode and hash. May run `__hash__`; TypeError if unhashable.
  mutating func tableKey(_ key: Slot) throws(Raise) -> TableKey {
    let v = self(key).value
    if v.isQstr || v.isInt { return TableKey(mode: .plain, hash: 0, hasHash: false) }
    if !v.isObject { return v.isBool ? TableKey(mode: .mixed, hash: nativeHash(key), hasHash: true) : TableKey(mode: .plain, hash: 0, hasHash: false) }
    switch self(key).kind {
    case Kind.str, Kind.float, Kind.bigInt: return TableKey(mode: .mixed, hash: nativeHash(key), hasHash: true)
    default: return TableKey(mode: .hashed, hash: try hash(key) & 0x7fff_ffff, hasHash: true)
    }
  }

  /// Entry number of a key, or -1. May run `__eq__`, after which the table may have changed; the answer is right for the table as it is.
  mutating func tableFind(_ t: Slot, _ key: Slot, _ k: inout TableKey) throws(Raise) -> Int32 {
    do {
      let table = self(t), flags = table.raw(Table.flags), word = self(key).word
      if table.raw(Table.count) == 1 { return -1 }
      if flags & (TableFlag.mixed | TableFlag.hashed) == 0 {
        let stride = tableStride(table)
        if k.mode == .plain { return plainIndex(table, word, stride) }
        if Value(word).isBool { return plainIndex(table, Value(int: word == Value.true.word ? 1 : 0).word, stride) }
        // Only numbers and instances can equal a plain key without being one.
        switch self(key).kind {
        case Kind.str:
          if let q = interned(self(key)) { return plainIndex(table, Value(q).word, stride) }
          return -1
        case Kind.bigInt, Kind.tuple, Kind.bytes, Kind.function, Kind.native, Kind.type, Kind.boundMethod, Kind.frozenset: return -1
        default: break
        }
      } else if flags & TableFlag.hashed == 0 && isText(self(key)) {
        return textIndex(table, self(key))
      }
    }
    if !k.hasHash { k.hash = nativeHash(key); k.hasHash = true }
    return try slowFind(t, key, k.hash)
  }

  /// The general search, by true hash and `==`.
  @inline(never) private mutating func slowFind(_ t: Slot, _ key: Slot, _ hash: UInt32) throws(Raise) -> Int32 {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot()
    again: while true {
      let flags = self(t).raw(Table.flags)
      // A plain table's index knows nothing of true hashes: look at all entries.
      let linear = self(t).at(Table.index).isNull || flags & (TableFlag.mixed | TableFlag.hashed) == 0
      var i = tableHome(hash), entry: UInt32 = 0
      while true {
        do {
          let table = self(t), entries = table.at(Table.entries), stride = tableStride(table)
          if linear {
            if entry >= UInt32(table.int(Table.used)) { return -1 }
          } else {
            let index = table.at(Table.index), width = indexWidth(table)
            i &= indexMask(index, width)
            let n = place(index, width, i)
            if n == 0 { return -1 }
            entry = n &- 1
          }
          let e = entries.at(Table.first &+ entry &* stride)
          if e.word == self(key).word { return Int32(bitPattern: entry) }
          set(s, e)
          if flags & TableFlag.hashed != 0 {
            if e.value == .deleted || entries.raw(Table.first &+ entry &* stride &+ stride &- 1) &>> 1 != hash { set(s, Value.null) }
          } else if e.value == .deleted || nativeHash(s) != hash {
            set(s, Value.null)
          }
        }
        if !self(s).isNull {
          let same = try sameKey(s, key)
          if self(t).raw(Table.flags) != flags { continue again }
          if same { return Int32(bitPattern: entry) }
        }
        if linear { entry &+= 1 } else { i &+= 1 }
      }
    }
  }
  /// `==` of an entry's key and a key of the same hash.
  private mutating func sameKey(_ e: Slot, _ key: Slot) throws(Raise) -> Bool {
    if isText(self(e)) && isText(self(key)) { return textEqual(self(e), self(key)) }
    return try equal(e, key)
  }

  // MARK: change

  /// Flash is not writable; a frozen dict says so instead of faulting.
  @inline(__always) mutating func writable(_ t: Slot) throws(Raise) {
    if self(t).word < 0x2000_0000 || self(t).raw(Table.flags) & TableFlag.fixed != 0 { throw raise(.TypeError, "built-in dictionary is read-only") }
  }

  /// Adds an entry for a key that is not there; `value` is ignored for sets. Runs no Python code.
  mutating func tableInsert(_ t: Slot, _ key: Slot, _ k: TableKey, _ value: Slot) throws(Raise) {
    try writable(t)
    var k = k
    let flags = self(t).raw(Table.flags)
    if k.mode == .hashed && flags & TableFlag.hashed == 0 || k.mode == .mixed && flags & (TableFlag.mixed | TableFlag.hashed) == 0 {
      try tableRebuild(t, tableCount(self(t)) &+ 1, k.mode == .hashed ? TableFlag.hashed | TableFlag.mixed : TableFlag.mixed)
    } else {
      let full: Bool
      do {
        let table = self(t), entries = table.at(Table.entries)
        full = entries.isNull || UInt32(table.int(Table.used)) &* tableStride(table) &+ tableStride(table) > UInt32(entries.int(1))
      }
      if full { try tableRebuild(t, tableCount(self(t)) &+ 1, flags & (TableFlag.mixed | TableFlag.hashed)) }
    }
    let table = self(t), entries = table.at(Table.entries), stride = tableStride(table), now = table.raw(Table.flags)
    let n = UInt32(table.int(Table.used)), at = Table.first &+ n &* stride
    if now & (TableFlag.mixed | TableFlag.hashed) != 0 && !k.hasHash { k.hash = nativeHash(key); k.hasHash = true }
    entries.set(at, self(key))
    if table.kind == Kind.dict { entries.set(at &+ 1, self(value)) }
    if now & TableFlag.hashed != 0 { entries.setRaw(at &+ stride &- 1, k.hash &<< 1 | 1) }
    let index = table.at(Table.index)
    if !index.isNull {
      let width = indexWidth(table), mask = indexMask(index, width)
      var i = (now & (TableFlag.mixed | TableFlag.hashed) == 0 ? plainHash(self(key).word) : tableHome(k.hash)) & mask
      while place(index, width, i) != 0 { i = (i &+ 1) & mask }
      setPlace(index, width, i, n &+ 1)
    }
    table.setRaw(Table.used, table.raw(Table.used) &+ 2)
    table.setRaw(Table.count, table.raw(Table.count) &+ 2)
    table.setRaw(Table.flags, now &+ TableFlag.version)
  }

  /// New storage and index with room for at least `need` entries, in the given mode; deleted entries vanish.
  mutating func tableRebuild(_ t: Slot, _ need: UInt32, _ mode: UInt32, exact: Bool = false) throws(Raise) {
    let capacity = exact ? need : need <= 4 ? 4 : need <= 8 ? 8 : need &+ need / 2 &+ 3
    let stride = (self(t).kind == Kind.dict ? 2 : 1) &+ (mode & TableFlag.hashed) &>> 2 as UInt32
    let width: UInt32 = capacity < 0xff ? 0 : capacity < 0xffff ? 1 : 2
    let mark = self.mark
    defer { release(to: mark) }
    let e = slot(), x = slot(), s = slot()
    if capacity > Table.linear {
      var places: UInt32 = 16
      while places < capacity &+ capacity / 2 { places &*= 2 }
      try newRaw(Kind.buffer, bytes: places &<< width, x)
    }
    try newItems(Kind.storage, capacity &* stride, e)
    let table = self(t), old = table.at(Table.entries), oldStride = tableStride(table), entries = self(e), index = self(x)
    let used = UInt32(table.int(Table.used)), isDict = table.kind == Kind.dict, wasHashed = table.raw(Table.flags) & TableFlag.hashed != 0
    let mask = index.isNull ? 0 : indexMask(index, width)
    var i: UInt32 = 0, n: UInt32 = 0
    while i < used {
      let from = Table.first &+ i &* oldStride
      i &+= 1
      let key = old.at(from)
      if key.value == .deleted { continue }
      let to = Table.first &+ n &* stride
      entries.set(to, key)
      if isDict { entries.set(to &+ 1, old.at(from &+ 1)) }
      n &+= 1
      var hash: UInt32 = 0
      if wasHashed {
        hash = old.raw(from &+ oldStride &- 1) &>> 1
      } else if mode != 0 && (mode & TableFlag.hashed != 0 || !index.isNull) {
        set(s, key); hash = nativeHash(s)
      }
      if mode & TableFlag.hashed != 0 { entries.setRaw(to &+ stride &- 1, hash &<< 1 | 1) }
      if !index.isNull {
        var p = (mode == 0 ? plainHash(key.word) : tableHome(hash)) & mask
        while place(index, width, p) != 0 { p = (p &+ 1) & mask }
        setPlace(index, width, p, n)
      }
    }
    table.set(Table.entries, entries)
    table.set(Table.index, index)
    table.setInt(Table.used, Int32(bitPattern: n))
    if table.kind == Kind.set { table.setInt(Table.popped, 0) }
    let kept = table.raw(Table.flags) & ~(TableFlag.mixed | TableFlag.hashed | 3 &<< TableFlag.widthShift)
    table.setRaw(Table.flags, (kept | mode | width &<< TableFlag.widthShift) &+ TableFlag.version)
    port.spend(long: 20 &* n &+ 40)
  }

  /// Removes entry `n`. Allocates nothing.
  borrowing func tableRemove(_ t: Slot, _ n: UInt32) {
    let scratch = slot()
    defer { release(to: scratch) }
    let table = self(t), entries = table.at(Table.entries), index = table.at(Table.index), stride = tableStride(table)
    if !index.isNull {
      // Backward shift: entries that were pushed past the hole move into it, so that no tombstone is needed.
      let width = indexWidth(table), mask = indexMask(index, width)
      var hole = entryHome(table, entries, n, stride, scratch) & mask
      while place(index, width, hole) != n &+ 1 { hole = (hole &+ 1) & mask }
      var i = (hole &+ 1) & mask
      while true {
        let m = place(index, width, i)
        if m == 0 { break }
        let h = entryHome(table, entries, m &- 1, stride, scratch) & mask
        if (i &- h) & mask >= (i &- hole) & mask { setPlace(index, width, hole, m); hole = i }
        i = (i &+ 1) & mask
      }
      setPlace(index, width, hole, 0)
    }
    entries.set(Table.first &+ n &* stride, Value.deleted)
    if table.kind == Kind.dict { entries.set(Table.first &+ n &* stride &+ 1, Value.null) }
    table.setRaw(Table.count, table.raw(Table.count) &- 2)
    var used = UInt32(table.int(Table.used))
    while used > 0 && entries.raw(Table.first &+ (used &- 1) &* stride) == Value.deleted.word { used &-= 1 }
    table.setInt(Table.used, Int32(bitPattern: used))
    table.setRaw(Table.flags, table.raw(Table.flags) &+ TableFlag.version)
  }

  /// Empties a table.
  borrowing func tableClear(_ t: Slot) {
    let table = self(t)
    table.setInt(Table.count, 0)
    table.setInt(Table.used, 0)
    table.set(Table.entries, Value.null)
    table.set(Table.index, Value.null)
    table.setRaw(Table.flags, (table.raw(Table.flags) & ~(TableFlag.mixed | TableFlag.hashed | 3 &<< TableFlag.widthShift)) &+ TableFlag.version)
  }

  /// A copy of a table as a table of `kind` of the same base (dict to dict, set or frozenset to either).
  mutating func tableCopy(_ from: Slot, _ kind: UInt32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), source = slot()
    copy(source, from)
    try newTable(kind, t)
    do {
      let a = self(source), b = self(t)
      b.set(Table.count, a.at(Table.count))
      b.set(Table.entries, a.at(Table.entries))
      b.set(Table.used, a.at(Table.used))
      b.setRaw(Table.flags, a.raw(Table.flags) & ~TableFlag.fixed)
    }
    // Sharing the entries until here; the rebuild makes its own.
    if tableCount(self(t)) == 0 {
      tableClear(t)
    } else {
      try tableRebuild(t, tableCount(self(t)), self(t).raw(Table.flags) & (TableFlag.mixed | TableFlag.hashed))
    }
    copy(out, t)
  }

  mutating func newTable(_ kind: UInt32, _ out: Slot) throws(Raise) {
    try new(kind, words: Table.words &+ (kind == Kind.dict ? 0 : 1), out)
    let t = self(out)
    t.setInt(Table.count, 0)
    t.setInt(Table.used, 0)
    t.setInt(Table.flags, 0)
    if kind != Kind.dict { t.setInt(Table.popped, 0) }
  }

  /// The entry at or after `position`: its number, or -1 at the end.
  @inline(__always) borrowing func tableNext(_ t: borrowing Ref, _ position: inout UInt32, _ stride: UInt32) -> Int32 {
    let used = UInt32(t.int(Table.used)), entries = t.at(Table.entries)
    while position < used {
      let n = position
      position &+= 1
      if entries.raw(Table.first &+ n &* stride) != Value.deleted.word { return Int32(bitPattern: n) }
    }
    return -1
  }
}
