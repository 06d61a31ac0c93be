import Port
import Python

// BytesIO and StringIO: a stream over a bytearray. Positions are bytes in both.
//@qstr getvalue initial_value

extension VM {
  private mutating func content(_ s: Slot, _ out: Slot) throws(Raise) {
    set(out, native(self(s)).at(2 &+ MemoryField.bytes))
  }
  mutating func memoryRead(_ s: Slot, _ most: UInt32, _ builder: Slot) throws(Raise) -> UInt32 {
    try needOpen(s, 0)
    let mark = mark
    defer { release(to: mark) }
    let bytes = slot()
    try content(s, bytes)
    let size = UInt32(bytesOf(bytes).count), at = UInt32(field(s, MemoryField.position))
    if at >= size { return 0 }
    let n = min(most, size &- at)
    try appendPart(builder, bytes, at, at &+ n)
    setField(s, MemoryField.position, Int32(at &+ n))
    return n
  }
  mutating func memoryWrite(_ s: Slot, _ from: Slot) throws(Raise) -> UInt32 {
    try needOpen(s, 0)
    let mark = mark
    defer { release(to: mark) }
    let bytes = slot()
    let flags = field(s, MemoryField.flags)
    if flags & StreamFlag.shared != 0 {
      let fresh = slot()
      try newBuilder(fresh)
      try content(s, bytes)
      try append(fresh, bytes)
      native(self(s)).set(2 &+ MemoryField.bytes, self(fresh))
      setField(s, MemoryField.flags, flags & ~StreamFlag.shared)
    }
    try content(s, bytes)
    let n = UInt32(bytesOf(from).count), at = UInt32(field(s, MemoryField.position)), end = at &+ n
    if end > 0x3fff_ffff { throw raise(.OverflowError, "stream too large") }
    // A seek past the end is filled with zeros.
    while UInt32(bytesOf(bytes).count) < at { try append(bytes, byte: 0) }
    let overlap = min(UInt32(bytesOf(bytes).count) &- at, n)
    if overlap == 0 {
      try append(bytes, from)
    } else {
      let to = try byteRange(bytes, writable: true)
      let source = bytesOf(from)
      if let start = source.baseAddress { memory.at(to.address &+ at).copyMemory(from: start, byteCount: Int(overlap)) }
      if overlap < n { try appendPart(bytes, from, overlap, n) }
    }
    setField(s, MemoryField.position, Int32(end))
    return n
  }
}

//@native BytesIO.__new__ 1 2
//@native StringIO.__new__ 1 2
func memoryStreamNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot(), bytes = vm.slot()
  // A class derived in Python may be the argument: its built-in base says which.
  let isText = vm.isSubclass(a[0], ofNumber: ModuleType.StringIO)
  try vm.newBuilder(bytes)
  var shared = false
  if a.count > 1 && !vm(a[1]).value.isNone {
    if isText {
      if vm(a[1]).value.isInt {
        // MicroPython: a number reserves room.
      } else if !vm.isText(vm(a[1])) {
        throw vm.raise(.TypeError, "can't convert % to str", Value(vm.typeName(vm(a[1]))))
      } else {
        try vm.append(bytes, a[1])
      }
    } else if vm(a[1]).value.isInt {
      // Room for so many bytes.
      let n = try vm.toInt32(a[1])
      if n < 0 { throw vm.raise(.ValueError, "negative size") }
      _ = try vm.bytearrayGrow(bytes, UInt32(n))
      vm(bytes).setInt(1, 0)
    } else {
      _ = try vm.byteRange(a[1], writable: false)
      // Immutable bytes are shared until the first write.
      if vm(a[1]).isKind(Kind.bytes) { vm.copy(bytes, a[1]); shared = true } else { try vm.append(bytes, a[1]) }
    }
  }
  try vm.newObject(isText ? ModuleType.StringIO : ModuleType.BytesIO, fields: MemoryField.count, o)
  vm.setField(o, MemoryField.position, 0)
  vm.setField(o, MemoryField.flags, (isText ? StreamFlag.text : 0) | (shared ? StreamFlag.shared : 0))
  vm.native(vm(o)).set(2 &+ MemoryField.bytes, vm(bytes))
  vm.copy(out, o)
}
//@native BytesIO.getvalue 1 1
func memoryStreamValue(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  let bytes = vm.slot(), copy = vm.slot()
  vm.set(bytes, vm.native(vm(a[0])).at(2 &+ MemoryField.bytes))
  try vm.newBuilder(copy)
  try vm.append(copy, bytes)
  try vm.finish(copy, vm.isTextStream(a[0]) ? Kind.str : Kind.bytes, out)
}
//@native BytesIO.seek 2 3
func memoryStreamSeek(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  let offset = try vm.toInt64(a[1]), origin = a.count > 2 ? try vm.toInt32(a[2]) : 0
  var base: Int64 = 0
  switch origin {
  case 0: if offset < 0 { throw vm.raise(errno: 22) }
  case 1: base = Int64(vm.field(a[0], MemoryField.position))
  case 2: base = Int64(vm.bytesOfField(a[0], MemoryField.bytes).count)
  default: throw vm.raise(errno: 22)
  }
  let (sum, over) = base.addingReportingOverflow(offset)
  if over || sum > 0x3fff_ffff { throw vm.raise(errno: 22) }
  let at = max(sum, 0)
  vm.setField(a[0], MemoryField.position, Int32(at))
  vm.set(out, Value(int: Int32(at)))
}
//@native BytesIO.tell 1 1
func memoryStreamTell(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  vm.set(out, Value(int: vm.field(a[0], MemoryField.position)))
}
//@native BytesIO.truncate 1 2
func memoryStreamTruncate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  let n = a.count > 1 && !vm(a[1]).value.isNone ? try vm.toInt32(a[1]) : vm.field(a[0], MemoryField.position)
  if n < 0 { throw vm.raise(.ValueError, "negative size") }
  let bytes = vm.slot(), kept = vm.slot()
  vm.set(bytes, vm.native(vm(a[0])).at(2 &+ MemoryField.bytes))
  try vm.newBuilder(kept)
  try vm.appendPart(kept, bytes, 0, min(UInt32(n), UInt32(vm.bytesOf(bytes).count)))
  vm.native(vm(a[0])).set(2 &+ MemoryField.bytes, vm(kept))
  vm.setField(a[0], MemoryField.flags, vm.field(a[0], MemoryField.flags) & ~StreamFlag.shared)
  vm.set(out, Value(int: n))
}
//@native BytesIO.close 1 1
func memoryStreamClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, .none)
  vm.setField(a[0], MemoryField.flags, vm.field(a[0], MemoryField.flags) | StreamFlag.closed)
  vm.native(vm(a[0])).set(2 &+ MemoryField.bytes, Value.none)
}
//@native BytesIO.__repr__ 1 1
func memoryStreamRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot(), name = vm.slot()
  try vm.newBuilder(text)
  try vm.append(text, "<io.")
  vm.set(name, Value(vm.typeName(vm(a[0]))))
  try vm.append(text, name)
  try vm.append(text, " object>")
  try vm.finish(text, Kind.str, out)
}
