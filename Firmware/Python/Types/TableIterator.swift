import Port

// The iterator of dicts, views and sets: `builtinIterate` and `builtinNext` (Iterators.swift) come here for them.

//@type dict_iterator kind=iterator hidden

/// Fields of a dict, view or set iterator.
enum TableIterator {
  static var table: UInt32 { 2 }
  /// Entry to look at next; -1 at the end.
  static var position: UInt32 { 3 }
  /// Entries when it was made: another number means that the table was changed under it.
  static var count: UInt32 { 4 }
  /// 0 keys (or set items), 1 values, 2 items.
  static var which: UInt32 { 5 }
  static var words: UInt32 { 6 }
}

extension VM {
  /// An iterator over a dict, dict view, set or frozenset; false for anything else.
  public mutating func tableIterate(_ o: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), iterator = slot()
    copy(t, o)
    var which: Int32 = 0
    do {
      let r = self(t)
      if !r.isObject { return false }
      switch r.kind {
      case Kind.dict, Kind.set, Kind.frozenset: break
      case Kind.dictView: which = r.int(2); set(t, r.at(1))
      default: return false
      }
    }
    try new(Kind.iterator, words: TableIterator.words, iterator)
    let i = self(iterator), table = self(t)
    i.set(1, type(.dict_iterator))
    i.set(TableIterator.table, table)
    i.setInt(TableIterator.position, 0)
    i.set(TableIterator.count, table.at(Table.count))
    i.setInt(TableIterator.which, which)
    copy(out, iterator)
    return true
  }

  /// The next item of a `dict_iterator`; false at the end. RuntimeError if the table has grown or shrunk.
  public mutating func tableIteratorNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let key = slot(), value = slot()
    var changed = false, isDict = false
    do {
      let i = self(iterator)
      let table = i.at(TableIterator.table)
      if i.int(TableIterator.position) < 0 { return false }
      if table.raw(Table.count) != i.raw(TableIterator.count) {
        i.setInt(TableIterator.position, -1)
        changed = true
        isDict = table.kind == Kind.dict
      } else {
        var position = UInt32(i.int(TableIterator.position))
        let stride = tableStride(table)
        let n = tableNext(table, &position, stride)
        if n < 0 { i.setInt(TableIterator.position, -1); return false }
        i.setInt(TableIterator.position, Int32(bitPattern: position))
        let which = i.int(TableIterator.which)
        let at = Table.first &+ UInt32(bitPattern: n) &* stride, entries = table.at(Table.entries)
        if which != 2 { set(out, entries.at(at &+ UInt32(bitPattern: which))); return true }
        set(key, entries.at(at))
        set(value, entries.at(at &+ 1))
      }
    }
    if changed {
      if isDict { throw raise(.RuntimeError, "dictionary changed size during iteration") }
      throw raise(.RuntimeError, "set changed size during iteration")
    }
    let pair = slot()
    try newItems(Kind.tuple, 2, pair)
    self(pair).set(2, self(key))
    self(pair).set(3, self(value))
    copy(out, pair)
    return true
  }
}
