import Port

//@native range.__new__ 2 4
func rangeNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let r = vm.slot(), t = vm.slot()
  try vm.new(Kind.range, words: 4, r)
  vm(r).set(1, Value(int: 0)); vm(r).set(3, Value(int: 1))
  var i: UInt32 = 1
  while i < a.count {
    try vm.toIndexValue(a[i], t)
    vm(r).set(a.count == 2 ? 2 : i, vm(t))
    i &+= 1
  }
  if vm(r).at(3).value == Value(int: 0) { throw vm.raise(.ValueError, "range() arg 3 must not be zero") }
  vm.copy(out, r)
}
//@native range.start 1 1 property
func rangeStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(1)) }
//@native range.stop 1 1 property
func rangeStop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(2)) }
//@native range.step 1 1 property
func rangeStep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(3)) }
//@native range.count 2 2
func rangeCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = try vm.rangePlace(a[0], a[1])
  vm.set(out, Value(int: at == nil ? 0 : 1))
}
//@native range.index 2 2
func rangeIndex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  guard let at = try vm.rangePlace(a[0], a[1]) else { throw vm.raise(.ValueError, "value not in range") }
  try vm.newInt(at, out)
}

extension VM {
  /// An int (bool and `__index__` are converted) into `out`.
  mutating func toIndexValue(_ s: Slot, _ out: Slot) throws(Raise) {
    let v = self(s).value
    if v.isInt { set(out, v); return }
    if native(self(s)).isKind(Kind.bigInt) { copy(out, s); return }
    guard let n = try clippedIndex(s) else {
      let name = Value(typeName(self(s)))
      throw raise(.TypeError, "can't convert % to int", name)
    }
    set(out, Value(int: n))
  }
  /// Start, stop and step of a range.
  mutating func rangeFields(_ r: Slot) throws(Raise) -> (start: Int64, stop: Int64, step: Int64) {
    do {
      let o = native(self(r)), a = o.at(1).value, b = o.at(2).value, c = o.at(3).value
      if a.isInt && b.isInt && c.isInt { return (Int64(a.int), Int64(b.int), Int64(c.int)) }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    set(t, native(self(r)).at(1)); let a = try toInt64(t)
    set(t, native(self(r)).at(2)); let b = try toInt64(t)
    set(t, native(self(r)).at(3)); let c = try toInt64(t)
    return (a, b, c)
  }
  mutating func rangeLength(_ r: Slot) throws(Raise) -> UInt64 {
    let f = try rangeFields(r)
    return rangeLength(f)
  }
  borrowing func rangeLength(_ f: (start: Int64, stop: Int64, step: Int64)) -> UInt64 {
    if f.step > 0 { return f.start < f.stop ? (UInt64(bitPattern: f.stop &- f.start) &- 1) / UInt64(f.step) &+ 1 : 0 }
    return f.start > f.stop ? (UInt64(bitPattern: f.start &- f.stop) &- 1) / f.step.magnitude &+ 1 : 0
  }
  /// The place of a value in a range, or nil. Ints are computed, anything else is compared.
  mutating func rangePlace(_ r: Slot, _ value: Slot) throws(Raise) -> Int64? {
    let f = try rangeFields(r), n = rangeLength(f)
    if isInteger(self(value)) {
      // An int that needs 64 bits or more is in no range.
      do {
        let o = native(self(value))
        if o.isKind(Kind.bigInt) { let n = o.int(1).magnitude; if n > 8 || n == 8 && o.raw(3) >= 0x8000_0000 { return nil } }
      }
      let v = try toInt64(value)
      let d = v &- f.start
      if f.step > 0 ? v < f.start : v > f.start { return nil }
      if d % f.step != 0 { return nil }
      let i = d / f.step
      return UInt64(i) < n ? i : nil
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    var i: UInt64 = 0
    while i < n {
      try newInt(f.start &+ Int64(i) &* f.step, t)
      if try equal(t, value) { return Int64(i) }
      i &+= 1
      port.spend(20)
      try yieldPoint()
    }
    return nil
  }
  mutating func rangeItem(_ r: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let f = try rangeFields(r), n = rangeLength(f)
    if isKind(key, Kind.slice) {
      let s = try span(key, length: n > 0x3fff_ffff ? 0x3fff_ffff : UInt32(n))
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot(), v = slot()
      try new(Kind.range, words: 4, t)
      try newInt(f.start &+ Int64(s.start) &* f.step, v); self(t).set(1, self(v))
      try newInt(f.start &+ Int64(s.stop) &* f.step, v); self(t).set(2, self(v))
      try newInt(f.step &* Int64(s.step), v); self(t).set(3, self(v))
      copy(out, t)
      return
    }
    if n > 0x3fff_ffff, isInteger(self(key)) {
      // Beyond what a small integer can name.
      var i = try toInt64(key)
      if i < 0 { i &+= Int64(bitPattern: n) }
      if i < 0 || UInt64(i) >= n { throw outOfRange(r) }
      try newInt(f.start &+ i &* f.step, out)
      return
    }
    let i = try index(key, n > 0x3fff_ffff ? 0x3fff_ffff : UInt32(n), of: r)
    try newInt(f.start &+ Int64(i) &* f.step, out)
  }
  mutating func rangeEqual(_ l: Slot, _ r: Slot) throws(Raise) -> Bool {
    let a = try rangeFields(l), b = try rangeFields(r), n = rangeLength(a)
    return n == rangeLength(b) && (n == 0 || a.start == b.start && (n == 1 || a.step == b.step))
  }
}

//@native slice.__new__ 2 4
func sliceNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let s = vm.slot()
  try vm.new(Kind.slice, words: 4, s)
  var i: UInt32 = 1
  while i <= 3 { vm(s).set(i, Value.none); i &+= 1 }
  if a.count == 2 {
    vm(s).set(2, vm(a[1]))
  } else {
    i = 1
    while i < a.count { vm(s).set(i, vm(a[i])); i &+= 1 }
  }
  vm.copy(out, s)
}
//@native slice.start 1 1 property
func sliceStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(1)) }
//@native slice.stop 1 1 property
func sliceStop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(2)) }
//@native slice.step 1 1 property
func sliceStep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(3)) }
//@native slice.indices 2 2
func sliceIndices(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[1])
  if n < 0 { throw vm.raise(.ValueError, "length should not be negative") }
  let b = try vm.bounds(a[0])
  var s = vm.clip(b, UInt32(n))
  // As given when it lies inside: `clip` moves an empty slice's stop.
  if let stop = b.1, b.2 == 1 { s.stop = stop < 0 ? (stop &+ n < 0 ? 0 : stop &+ n) : stop > n ? n : stop }
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let t = vm.slot()
  try vm.newItems(Kind.tuple, 3, t)
  vm(t).set(2, Value(int: s.start)); vm(t).set(3, Value(int: s.stop)); vm(t).set(4, Value(int: s.step))
  vm.copy(out, t)
}
