import Port

//@qstr reverse

extension VM {
  /// Sorts a list in place by the keyword arguments `key` and `reverse`: bottom-up merge sort, stable. The list looks empty while Python code
  /// runs; ValueError if that code changed it.
  mutating func sort(_ list: Slot, _ a: Args) throws(Raise) {
    try checkKeywords(a, Q.key, Q.reverse)
    let key = given(keyword(a, Q.key))
    var reversed = false
    if let r = keyword(a, Q.reverse) { reversed = try truth(r) }
    let n = itemCount(list)
    if n < 2 && key == nil { return }
    let mark = self.mark
    defer { release(to: mark) }
    let l = slot(), values = slot(), keys = slot(), r = slot(), x = slot()
    set(l, native(self(list)))
    // The storage itself is sorted; the list has none meanwhile.
    set(values, self(l).at(2))
    self(l).set(2, Value.null)
    self(l).setInt(1, 0)
    do throws(Raise) {
      if let key {
        try newItems(Kind.storage, n, keys)
        var i: UInt32 = 0
        while i < n {
          set(x, self(values).at(firstItem &+ i))
          try call(key, Args(x, 1), r)
          self(keys).set(firstItem &+ i, self(r))
          i &+= 1
          try stepPoint()
        }
      }
      // Equal items keep their order in a reversed sort too: reverse, sort, reverse.
      if reversed { reverseStorage(values, n); if key != nil { reverseStorage(keys, n) } }
      try mergeSort(values, keys, n)
      if reversed { reverseStorage(values, n) }
    } catch {
      restore(l, values, n)
      throw error
    }
    let changed = self(l).int(1) != 0
    restore(l, values, n)
    if changed { throw raise(.ValueError, "list modified during sort") }
  }
  private borrowing func restore(_ l: Slot, _ values: Slot, _ n: UInt32) {
    self(l).set(2, self(values))
    self(l).setInt(1, Int32(bitPattern: n))
  }
  private borrowing func reverseStorage(_ s: Slot, _ n: UInt32) {
    if n < 2 { return }
    let v = self(s)
    var i: UInt32 = 0, j = n &- 1
    while i < j {
      let a = v.raw(firstItem &+ i)
      v.set(firstItem &+ i, v.at(firstItem &+ j))
      v.set(firstItem &+ j, Value(a))
      i &+= 1
      j &-= 1
    }
  }
  /// Merge sort of a storage's first `n` items by those of `keys` (null: by themselves).
  private mutating func mergeSort(_ values: Slot, _ keys: Slot, _ n: UInt32) throws(Raise) {
    if n < 2 { return }
    let mark = self.mark
    defer { release(to: mark) }
    let keyed = !self(keys).isNull
    // The slots a, b hold what is merged from and to; they change places after each round.
    let a = slot(), b = slot(), ka = slot(), kb = slot(), x = slot(), y = slot()
    // A list may be ordered already: one pass finds out.
    copy(ka, keyed ? keys : values)
    var i: UInt32 = 1
    while i < n {
      set(x, self(ka).at(firstItem &+ i &- 1))
      set(y, self(ka).at(firstItem &+ i))
      if try less(y, x) { break }
      i &+= 1
      try stepPoint(round: i, 20)
    }
    if i >= n { return }
    try newItems(Kind.storage, n, b)
    if keyed { try newItems(Kind.storage, n, kb) }
    copy(a, values)
    do throws(Raise) { try merge(a, b, ka, kb, x, y, keyed, n) } catch {
      // `a` always holds every item, `b` maybe not.
      finishMerge(values, a, n)
      throw error
    }
    finishMerge(values, a, n)
  }
  private borrowing func finishMerge(_ values: Slot, _ a: Slot, _ n: UInt32) {
    if self(values).word == self(a).word { return }
    var i: UInt32 = 0
    while i < n { self(values).set(firstItem &+ i, self(a).at(firstItem &+ i)); i &+= 1 }
  }
  private mutating func merge(_ a: Slot, _ b: Slot, _ ka: Slot, _ kb: Slot, _ x: Slot, _ y: Slot, _ keyed: Bool, _ n: UInt32) throws(Raise) {
    var width: UInt32 = 1
    while width < n {
      var start: UInt32 = 0
      while start < n {
        let middle = start &+ width < n ? start &+ width : n, end = middle &+ width < n ? middle &+ width : n
        var l = start, r = middle, at = start
        while at < end {
          let right: Bool
          if l < middle && r < end {
            set(x, self(keyed ? ka : a).at(firstItem &+ l))
            set(y, self(keyed ? ka : a).at(firstItem &+ r))
            right = try less(y, x)
          } else {
            right = l >= middle
          }
          let from = right ? r : l
          self(b).set(firstItem &+ at, self(a).at(firstItem &+ from))
          if keyed { self(kb).set(firstItem &+ at, self(ka).at(firstItem &+ from)) }
          if right { r &+= 1 } else { l &+= 1 }
          at &+= 1
          try stepPoint(round: at, 20)
        }
        start = end
        try stepPoint()
      }
      swap(a, b)
      swap(ka, kb)
      width &*= 2
    }
  }
  private borrowing func swap(_ a: Slot, _ b: Slot) {
    let t = slot()
    copy(t, a)
    copy(a, b)
    copy(b, t)
    release(to: t)
  }
}
