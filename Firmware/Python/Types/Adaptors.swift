import Port

// The iterators that Python code makes by name: enumerate, zip, map, filter, reversed.
//@type enumerate base=iterator kind=iterator
//@type zip base=iterator kind=iterator
//@type map base=iterator kind=iterator
//@type filter base=iterator kind=iterator
//@type reversed base=iterator kind=iterator
//@qstr iterable start strict __reversed__

//@native enumerate.__new__ 1 3 kw
func enumerateNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.checkKeywords(a, Q.iterable, Q.start)
  guard let source = vm.argument(a, 1, Q.iterable) else { throw vm.raise(.TypeError, "function missing required positional argument #%", Value(int: 1)) }
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let it = vm.slot(), n = vm.slot()
  vm.set(n, Value(int: 0))
  if let s = vm.argument(a, 2, Q.start) { try vm.toIndexValue(s, n) }
  try vm.iterate(source, it)
  try vm.newIterator(.enumerate, it, fields: 2, it)
  vm(it).set(Iter.place, vm(n))
  vm.copy(out, it)
}
//@native zip.__new__ 1 - kw
func zipNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.checkKeywords(a, Q.strict)
  let strict: Bool
  if let s = vm.keyword(a, Q.strict) { strict = try vm.truth(s) } else { strict = false }
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let its = vm.slot()
  try vm.iterators(a, from: 1, its)
  try vm.newIterator(.zip, its, fields: 2, its)
  vm(its).setInt(Iter.place, strict ? 1 : 0)
  vm.copy(out, its)
}
//@native map.__new__ 3 -
func mapNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let its = vm.slot(), m = vm.slot()
  try vm.iterators(a, from: 2, its)
  try vm.newIterator(.map, a[1], fields: 2, m)
  vm(m).set(Iter.place, vm(its))
  vm.copy(out, m)
}
//@native filter.__new__ 3 3
func filterNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let it = vm.slot(), f = vm.slot()
  try vm.iterate(a[2], it)
  try vm.newIterator(.filter, a[1], fields: 2, f)
  vm(f).set(Iter.place, vm(it))
  vm.copy(out, f)
}
//@native reversed.__new__ 2 2
func reversedNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let t = vm.slot()
  if vm(a[1]).isObject, try vm.callSpecial(a[1], Q.__reversed__, Args(t, 0), t) { return vm.copy(out, t) }
  if vm.isKind(a[1], Kind.dict) || vm.isKind(a[1], Kind.dictView) {
    try vm.collectItems(a[1], Kind.list, t)
  } else {
    vm.copy(t, a[1])
  }
  let n = try vm.length(t)
  try vm.newIterator(.reversed, t, fields: 2, t)
  vm(t).setInt(Iter.place, Int32(bitPattern: n))
  vm.copy(out, t)
}

extension VM {
  /// A tuple of iterators over the arguments from `from` on.
  mutating func iterators(_ a: Args, from: UInt32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), it = slot()
    if a.count <= from { emptyTuple(out); return }
    try newItems(Kind.tuple, a.count &- from, t)
    var i = from
    while i < a.count {
      try iterate(a[i], it)
      self(t).set(firstItem &+ i &- from, self(it))
      i &+= 1
    }
    copy(out, t)
  }
  mutating func enumerateNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let it = slot(), v = slot(), n = slot(), one = slot()
    set(it, self(iterator).at(Iter.source))
    if !(try next(it, v)) { return false }
    set(n, self(iterator).at(Iter.place))
    let number = self(n).value
    if number.isInt && number.int < 0x3fff_ffff {
      self(iterator).set(Iter.place, Value(int: number.int &+ 1))
    } else {
      set(one, Value(int: 1))
      _ = try numberBinary(.add, n, one, it)
      self(iterator).set(Iter.place, self(it))
    }
    try newPair(n, v, out)
    return true
  }
  mutating func zipNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let its = slot(), it = slot(), v = slot(), t = slot()
    set(its, self(iterator).at(Iter.source))
    let n = itemCount(its), strict = self(iterator).int(Iter.place) != 0
    if n == 0 { return false }
    try newItems(Kind.tuple, n, t)
    var i: UInt32 = 0
    while i < n {
      set(it, item(its, i))
      if try next(it, v) { self(t).set(firstItem &+ i, self(v)); i &+= 1; continue }
      if !strict { return false }
      if i > 0 {
        throw raise(.ValueError, "zip() argument % is shorter than argument %", Value(int: Int32(bitPattern: i &+ 1)), Value(int: Int32(bitPattern: i)))
      }
      i = 1
      while i < n {
        set(it, item(its, i))
        if try next(it, v) {
          throw raise(.ValueError, "zip() argument % is longer than argument %", Value(int: Int32(bitPattern: i &+ 1)), Value(int: Int32(bitPattern: i)))
        }
        i &+= 1
      }
      return false
    }
    copy(out, t)
    return true
  }
  mutating func mapNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), its = slot(), it = slot()
    set(f, self(iterator).at(Iter.source))
    set(its, self(iterator).at(Iter.place))
    let n = itemCount(its)
    if n > 32 { throw raise(.TypeError, "too many arguments") }
    let result = slot(), first = slots(n)
    var i: UInt32 = 0
    while i < n {
      set(it, item(its, i))
      if !(try next(it, first.up(i))) { return false }
      i &+= 1
    }
    try call(f, Args(first, n), result)
    copy(out, result)
    return true
  }
  mutating func filterNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), it = slot(), r = slot(), v = slot()
    set(f, self(iterator).at(Iter.source))
    set(it, self(iterator).at(Iter.place))
    while try next(it, v) {
      let keep: Bool
      if isNone(f) {
        keep = try truth(v)
      } else {
        try call(f, Args(v, 1), r)
        keep = try truth(r)
      }
      if keep { copy(out, v); return true }
      try yieldPoint()
    }
    return false
  }
  mutating func reversedNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), key = slot(), v = slot()
    let at = self(iterator).int(Iter.place)
    if at <= 0 { return false }
    self(iterator).setInt(Iter.place, at &- 1)
    set(s, self(iterator).at(Iter.source))
    set(key, Value(int: at &- 1))
    do throws(Raise) { try getItem(s, key, v) } catch {
      if !pendingIs(.IndexError) { throw error }
      takePending(v)
      self(iterator).setInt(Iter.place, 0)
      return false
    }
    copy(out, v)
    return true
  }
}
