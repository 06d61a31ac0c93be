import Port

//@native list.__new__ 1 2
func listNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { try vm.newList(out) } else { try vm.collectItems(a[1], Kind.list, out) }
}
//@native list.append 2 2
func listAppendItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.port.spend(Cost.search)
  try vm.needKind(a[0], Kind.list)
  try vm.listAppend(a[0], a[1])
  vm.set(out, Value.none)
}
//@native list.extend 2 2
func listExtendItems(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  try vm.listExtend(a[0], a[1])
  vm.set(out, Value.none)
}
//@native list.clear 1 1
func listClear(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  let o = vm.native(vm(a[0]))
  o.set(2, Value.null)
  o.setInt(1, 0)
  vm.set(out, Value.none)
}
//@native list.copy 1 1
func listCopy(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  try vm.sequencePart(a[0], Kind.list, 0, vm.itemCount(a[0]), out)
}
//@native list.insert 3 3
func listInsert(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  guard var i = try vm.clippedIndex(a[1]) else { throw vm.cannotConvert(a[1], Q.int) }
  try vm.listRoom(a[0], 1)
  let n = Int32(bitPattern: vm.itemCount(a[0]))
  if i < 0 { i &+= n; if i < 0 { i = 0 } }
  if i > n { i = n }
  let o = vm.native(vm(a[0])), store = o.at(2), at = (firstItem &+ UInt32(bitPattern: i)) &* 4
  store.touch()
  store.bytes(at &+ 4).copyMemory(from: store.bytes(at), byteCount: Int(n &- i) &* 4)
  store.set(firstItem &+ UInt32(bitPattern: i), vm(a[2]))
  o.setInt(1, n &+ 1)
  vm.port.spend(long: UInt32(bitPattern: (n &- i) &* 2))
  vm.set(out, Value.none)
}
//@native list.pop 1 2
func listPop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  if vm.itemCount(a[0]) == 0 { throw vm.raise(.IndexError, "pop from empty list") }
  var i = vm.itemCount(a[0]) &- 1
  if a.count > 1 { i = try vm.index(a[1], vm.itemCount(a[0]), of: a[0]) }
  if i >= vm.itemCount(a[0]) { throw vm.outOfRange(a[0]) }
  let x = vm.slot()
  vm.set(x, vm.item(a[0], i))
  try vm.listSplice(a[0], at: i, removed: 1, nil, 0)
  vm.copy(out, x)
}
//@native list.remove 2 2
func listRemove(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  guard let i = try vm.place(of: a[1], in: a[0], from: 0, to: .max) else { throw vm.raise(.ValueError, "list.remove(x): x not in list") }
  if i < vm.itemCount(a[0]) { try vm.listSplice(a[0], at: i, removed: 1, nil, 0) }
  vm.set(out, Value.none)
}
//@native list.reverse 1 1
func listReverse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  vm.reverseItems(a[0])
  vm.set(out, Value.none)
}
//@native list.sort 1 1 kw
func listSort(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.list)
  try vm.sort(a[0], a)
  vm.set(out, Value.none)
}
//@native list.count 2 2
//@native tuple.count 2 2
func sequenceCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSequence(a[0])
  var n: Int32 = 0, i: UInt32 = 0
  let x = vm.slot()
  while i < vm.itemCount(a[0]) {
    vm.set(x, vm.item(a[0], i))
    if vm(x).word == vm(a[1]).word { n &+= 1 } else if try vm.equal(x, a[1]) { n &+= 1 }
    i &+= 1
    try vm.stepPoint(round: i, 20)
  }
  vm.set(out, Value(int: n))
}
//@native list.index 2 4
//@native tuple.index 2 4
func sequenceIndex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSequence(a[0])
  let from = try vm.position(a, 2, length: vm.itemCount(a[0]), none: 0), to = try vm.position(a, 3, length: vm.itemCount(a[0]), none: .max)
  guard let i = try vm.place(of: a[1], in: a[0], from: from, to: to) else { throw vm.raise(.ValueError, "object not in sequence") }
  vm.set(out, Value(int: Int32(bitPattern: i)))
}
//@native tuple.__new__ 1 2
func tupleNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { vm.emptyTuple(out) } else { try vm.collectItems(a[1], Kind.tuple, out) }
}

extension VM {
  /// Raises TypeError unless the value is (or holds) an object of this kind: a method may be called through its type.
  mutating func needKind(_ s: Slot, _ kind: UInt32) throws(Raise) { if !isKind(s, kind) { throw wrongType(s) } }
  mutating func needSequence(_ s: Slot) throws(Raise) { if !isListOrTuple(s) { throw wrongType(s) } }
  /// First place of an equal item. Python code may run and change the list.
  mutating func place(of value: Slot, in s: Slot, from: UInt32, to: UInt32) throws(Raise) -> UInt32? {
    let x = slot()
    defer { release(to: x) }
    var i = from
    while i < itemCount(s) && i < to {
      set(x, item(s, i))
      if self(x).word == self(value).word { return i }
      if try equal(x, value) { return i }
      i &+= 1
      try stepPoint(round: i, 20)
    }
    return nil
  }
  borrowing func reverseItems(_ s: Slot) {
    let n = itemCount(s)
    if n < 2 { return }
    let v = items(s)
    var i: UInt32 = 0, j = n &- 1
    while i < j {
      let a = v.raw(firstItem &+ i), b = v.at(firstItem &+ j)
      v.set(firstItem &+ i, b)
      v.set(firstItem &+ j, Value(a))
      i &+= 1
      j &-= 1
    }
  }
}
