import Port

//@module array
//@const array:array array
//@qstr typecode itemsize nbytes

//@native array.__new__ 2 3
func arrayNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[1])
  let code = vm.view(a[1]).count == 1 ? vm.view(a[1])[0] : 0
  // Codes for objects and pointers to text are not for memory that moves.
  if code == 0 || code == UInt8(ascii: "O") || code == UInt8(ascii: "S") || itemSize(code) == 0 { throw vm.raise(.ValueError, "bad typecode") }
  let t = vm.slot()
  try vm.newArray(code, 0, t)
  if a.count > 2 {
    let kind = vm.sequenceKind(a[2])
    if kind == Kind.bytes || kind == Kind.bytearray {
      let n = vm.view(a[2]).count / itemSize(code)
      if n &* itemSize(code) != vm.view(a[2]).count { throw vm.raise(.ValueError, "bytes length not a multiple of item size") }
      try vm.arraySplice(t, at: 0, removed: 0, a[2], n)
    } else {
      try vm.arrayExtend(t, a[2])
    }
  }
  vm.copy(out, t)
}

extension VM {
  /// Appends the items of an iterable to an array.
  mutating func arrayExtend(_ s: Slot, _ iterable: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let it = slot(), x = slot(), code = typecode(s)
    try iterate(iterable, it)
    while try next(it, x) {
      let b = try itemBits(x, code), n = binaryLength(s)
      try arraySplice(s, at: n, removed: 0, nil, 1)
      storeItem(s, n, code, b)
    }
  }
}
//@native array.append 2 2
func arrayAppend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.array)
  let code = vm.typecode(a[0]), b = try vm.itemBits(a[1], code), n = vm.binaryLength(a[0])
  try vm.arraySplice(a[0], at: n, removed: 0, nil, 1)
  vm.storeItem(a[0], n, code, b)
  vm.set(out, Value.none)
}
//@native array.extend 2 2
func arrayExtendItems(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.array)
  if vm.isBinary(vm.sequenceKind(a[1])) { try vm.binaryExtend(a[0], a[1]) } else { try vm.arrayExtend(a[0], a[1]) }
  vm.set(out, Value.none)
}
//@native array.decode 1 3
func arrayDecode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.array)
  try vm.decodeText(a[0], a, 1, out)
}
//@native array.tobytes 1 1
//@native memoryview.tobytes 1 1
func binaryTobytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isBinary(vm.sequenceKind(a[0])) { throw vm.wrongType(a[0]) }
  try vm.newText(Kind.bytes, from: a[0], 0, vm.view(a[0]).count, out)
}
//@native array.tolist 1 1
//@native memoryview.tolist 1 1
func binaryTolist(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isBinary(vm.sequenceKind(a[0])) { throw vm.wrongType(a[0]) }
  try vm.collectItems(a[0], Kind.list, out)
}
//@native array.typecode 1 1 property
//@native memoryview.format 1 1 property
func binaryTypecode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newText(point: UInt32(vm.typecode(a[0])), out) }
//@native array.itemsize 1 1 property
//@native memoryview.itemsize 1 1 property
func binaryItemsize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: itemSize(vm.typecode(a[0]))))) }
//@native memoryview.nbytes 1 1 property
func memoryviewNbytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.view(a[0]).count))) }
//@native memoryview.readonly 1 1 property
func memoryviewReadonly(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(vm(a[0]).int(5) & 1 == 0)) }
//@native memoryview.__new__ 2 2
func memoryviewNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newMemoryview(a[1], out) }
/// `cast(format)`: one dimension only.
//@native memoryview.cast 2 2
func memoryviewCast(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.castMemoryview(a[0], a[1], out) }
/// Nothing to release: present because CPython's code calls it.
//@native memoryview.release 1 1
func memoryviewRelease(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.none) }
