import Port
import Python

// Module uctypes: structures laid over memory. A descriptor's number has the type in its upper bits and the offset below (MicroPython's encoding).
//@module uctypes
//@type struct module=uctypes buffer
//@const uctypes:LITTLE_ENDIAN 0
//@const uctypes:BIG_ENDIAN 1
//@const uctypes:NATIVE 2
//@const uctypes:VOID 0
//@const uctypes:UINT8 0
//@const uctypes:INT8 0x8000000
//@const uctypes:UINT16 0x10000000
//@const uctypes:INT16 0x18000000
//@const uctypes:UINT32 0x20000000
//@const uctypes:INT32 0x28000000
//@const uctypes:UINT64 0x30000000
//@const uctypes:INT64 0x38000000
//@const uctypes:BFUINT8 -0x40000000
//@const uctypes:BFINT8 -0x38000000
//@const uctypes:BFUINT16 -0x30000000
//@const uctypes:BFINT16 -0x28000000
//@const uctypes:BFUINT32 -0x20000000
//@const uctypes:BFINT32 -0x18000000
//@const uctypes:FLOAT32 -0x10000000
//@const uctypes:FLOAT64 -0x8000000
//@const uctypes:SHORT 0x18000000
//@const uctypes:USHORT 0x10000000
//@const uctypes:INT 0x28000000
//@const uctypes:UINT 0x20000000
//@const uctypes:LONG 0x28000000
//@const uctypes:ULONG 0x20000000
//@const uctypes:LONGLONG 0x38000000
//@const uctypes:ULONGLONG 0x30000000
//@const uctypes:PTR 0x20000000
//@const uctypes:ARRAY -0x40000000
//@const uctypes:BF_POS 17
//@const uctypes:BF_LEN 22

/// Fields of a `struct`: its bytes as a bytearray (null if they cannot be reached directly), the address in two halves, descriptor, layout.
private enum StructField {
  static var bytes: UInt32 { 0 }
  static var low: UInt32 { 1 }
  static var high: UInt32 { 2 }
  static var descriptor: UInt32 { 3 }
  static var layout: UInt32 { 4 }
}

/// A number's type: `UINT8` … `FLOAT64` in order.
private struct Scalar {
  let type: UInt32
  /// Of an unsigned, signed pair of integer types the width doubles; bit fields follow, then the two floats.
  var size: UInt32 { type < 8 ? 1 &<< (type / 2) : type < 14 ? 1 &<< ((type &- 8) / 2) : type == 14 ? 4 : 8 }
  var isField: Bool { type >= 8 && type < 14 }
  var isFloat: Bool { type >= 14 }
  var isSigned: Bool { type & 1 != 0 && !isFloat }
}
/// What a tuple of a descriptor is.
private enum Aggregate: UInt32 { case structure, pointer, array, none }

extension VM {
  private borrowing func structAddress(_ s: Slot) -> Address { UInt32(field(s, StructField.high)) &<< 16 | UInt32(field(s, StructField.low)) }

  /// Memory that bytes can be read from without further ado: ROM, flash, RAM and this interpreter's heap.
  private borrowing func isPlain(_ a: Address, _ n: UInt32) -> Bool {
    if n > 0x0fff_ffff { return false }
    let last = a &+ (n > 0 ? n &- 1 : 0)
    if a >= memory[state &+ State.heapStart] && last < memory[state &+ State.heapEnd] { return true }
    return last >= a && isMapped(a) && isMapped(last) && isMemory(a) && isMemory(last) && a >> 24 == last >> 24
  }
  /// The number in `size` bytes at an address. Registers are read as a whole.
  private mutating func loadRaw(_ a: Address, _ size: UInt32, big: Bool) throws(Raise) -> UInt64 {
    var v: UInt64 = 0
    if isPlain(a, size) {
      var i = size
      while i > 0 { i &-= 1; v = v &<< 8 | UInt64(memory.byte(a &+ i)) }
    } else {
      let unit = min(size, 4)
      if a % unit != 0 || !isMapped(a) || !isMapped(a &+ size &- 1) { throw raise(.ValueError, "nothing is mapped at that address") }
      v = UInt64(loadMachine(a, bytes: unit))
      if size == 8 { v |= UInt64(loadMachine(a &+ 4, bytes: 4)) &<< 32 }
    }
    return big ? v.byteSwapped &>> UInt64(64 &- 8 &* size) : v
  }
  private mutating func storeRaw(_ a: Address, _ size: UInt32, big: Bool, _ value: UInt64) throws(Raise) {
    let v = big ? value.byteSwapped &>> UInt64(64 &- 8 &* size) : value
    if a >> 28 != 1 && a >= 0x4000 {
      if isPlain(a, size) {
        var i: UInt32 = 0
        while i < size { memory.setByte(a &+ i, UInt8(truncatingIfNeeded: v &>> (8 &* UInt64(i)))); i &+= 1 }
        return
      }
      let unit = min(size, 4)
      if a % unit == 0 && isMapped(a) && isMapped(a &+ size &- 1) {
        _ = storeMachine(a, UInt32(truncatingIfNeeded: v), bytes: unit)
        if size == 8 { _ = storeMachine(a &+ 4, UInt32(truncatingIfNeeded: v &>> 32), bytes: 4) }
        return
      }
    }
    throw raise(.ValueError, "that memory is read-only or not there")
  }

  private mutating func loadScalar(_ a: Address, _ t: Scalar, big: Bool, bits: UInt32, _ out: Slot) throws(Raise) {
    var v = try loadRaw(a, t.size, big: big), width = UInt64(t.size &* 8)
    if t.isFloat { return try newFloat(t.type == 14 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: v))) : Double(bitPattern: v), out) }
    if t.isField {
      width = UInt64(bits &>> 22 & 31)
      v = v &>> UInt64(bits &>> 17 & 31)
    }
    if t.isSigned && width > 0 { return try newInt(Int64(bitPattern: v &<< (64 &- width)) &>> Int64(64 &- width), out) }
    try newInt(unsigned: width == 64 ? v : v & (1 &<< width &- 1), out)
  }
  private mutating func storeScalar(_ a: Address, _ t: Scalar, big: Bool, bits: UInt32, _ value: Slot) throws(Raise) {
    var v: UInt64
    if t.isFloat {
      let d = try toDouble(value)
      v = t.type == 14 ? UInt64(Float(d).bitPattern) : d.bitPattern
    } else {
      // A number is cut to what fits, as in C.
      v = isNegativeInteger(value) ? UInt64(bitPattern: try toInt64(value)) : try itemBits(value, UInt8(ascii: "Q"))
    }
    if t.isField {
      let position = UInt64(bits &>> 17 & 31), mask: UInt64 = (1 &<< UInt64(bits &>> 22 & 31) &- 1) &<< position
      v = try loadRaw(a, t.size, big: big) & ~mask | v &<< position & mask
    }
    try storeRaw(a, t.size, big: big, v)
  }

  // MARK: descriptors

  private mutating func badDescriptor() -> Raise { raise(.TypeError, "syntax error in uctypes descriptor") }
  /// A descriptor's number as its 31 bits.
  private mutating func descriptorBits(_ s: Slot) throws(Raise) -> UInt32 {
    if !isInteger(self(s)) { throw badDescriptor() }
    return UInt32(truncatingIfNeeded: try toInt64(s)) & 0x7fff_ffff
  }
  private mutating func part(_ tuple: Slot, _ i: UInt32, _ out: Slot) { set(out, native(self(tuple)).at(2 &+ i)) }
  private borrowing func isDict(_ s: Slot) -> Bool { native(self(s)).isKind(Kind.dict) }
  private borrowing func isTuple(_ s: Slot) -> Bool { native(self(s)).isKind(Kind.tuple) }
  /// What a tuple describes, and its offset.
  private mutating func aggregate(_ tuple: Slot) throws(Raise) -> (Aggregate, offset: UInt32, count: UInt32) {
    let mark = mark
    defer { release(to: mark) }
    let x = slot(), n = UInt32(native(self(tuple)).int(1))
    if n == 0 { throw badDescriptor() }
    part(tuple, 0, x)
    let bits = try descriptorBits(x), kind = Aggregate(rawValue: bits &>> 29) ?? .none
    if kind == .none || n < 2 || n > (kind == .array ? 3 : 2) { throw badDescriptor() }
    return (kind, bits & 0x1fff_ffff, n)
  }

  /// Bytes that a descriptor needs; `alignment` becomes the largest in it.
  private mutating func structSize(_ d: Slot, _ layout: Int32, _ alignment: inout UInt32) throws(Raise) -> UInt32 {
    try enter()
    defer { leave() }
    try reserve(8)
    let mark = mark
    defer { release(to: mark) }
    if isTuple(d) { return try aggregateSize(d, layout, &alignment) }
    if !isDict(d) { throw badDescriptor() }
    let dict = slot(), key = slot(), value = slot()
    set(dict, native(self(d)))
    var end: UInt32 = 0, i: UInt32 = 0, most: UInt32 = 1
    while dictNext(dict, &i, key: key, value: value) {
      if isTuple(value) {
        let offset = try aggregate(value).offset
        end = max(end, offset &+ (try aggregateSize(value, layout, &most)))
      } else {
        let bits = try descriptorBits(value), t = Scalar(type: bits &>> 27)
        most = max(most, t.size)
        end = max(end, (bits & (t.isField ? 0x1_ffff : 0x7ff_ffff)) &+ t.size)
      }
    }
    if layout == 2 { end = (end &+ most &- 1) & ~(most &- 1) }
    alignment = max(alignment, most)
    return end
  }
  private mutating func aggregateSize(_ tuple: Slot, _ layout: Int32, _ alignment: inout UInt32) throws(Raise) -> UInt32 {
    let what = try aggregate(tuple), x = slot()
    if what.0 == .pointer { alignment = max(alignment, 4); return 4 }
    part(tuple, 1, x)
    if what.0 == .structure { return try structSize(x, layout, &alignment) }
    let bits = try descriptorBits(x)
    let size: UInt32, count: UInt32
    if what.count == 2 {
      size = Scalar(type: bits &>> 27).size
      count = bits & 0x7ff_ffff
      alignment = max(alignment, size)
    } else {
      part(tuple, 2, x)
      size = try structSize(x, layout, &alignment)
      count = bits
    }
    let (all, over) = size.multipliedReportingOverflow(by: count)
    if over || all > 0x3fff_ffff { throw raise(.OverflowError, "uctypes structure too large") }
    return all
  }

  /// A structure over memory.
  private mutating func newStruct(_ a: Address, _ descriptor: Slot, _ layout: Int32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let o = slot(), bytes = slot()
    var alignment: UInt32 = 1
    // What is wrong with a descriptor is said when it is used: then there are only no bytes to look at.
    var size: UInt32?
    do throws(Raise) { size = try structSize(descriptor, layout, &alignment) } catch { takePending(bytes) }
    set(bytes, .null)
    if let size, isPlain(a, size) { try newForeign(a, size, bytes) }
    try newObject(ModuleType.struct, fields: 5, o)
    store(o, StructField.bytes, bytes)
    setField(o, StructField.low, Int32(a & 0xffff))
    setField(o, StructField.high, Int32(a &>> 16))
    store(o, StructField.descriptor, descriptor)
    setField(o, StructField.layout, layout)
    copy(out, o)
  }

  // MARK: access

  /// Reads the field `name`, or stores `value` in it.
  private mutating func structField(_ s: Slot, _ name: Slot, _ value: Slot?, _ out: Slot) throws(Raise) {
    let d = slot(), found = slot(), layout = field(s, StructField.layout), a = structAddress(s)
    load(s, StructField.descriptor, d)
    if !isDict(d) { throw raise(.TypeError, "struct: no fields") }
    set(d, native(self(d)))
    if try !dictGet(d, name, found) { throw raise(.AttributeError, "struct has no field '%'", interned(self(name)).map { Value($0) } ?? .none) }
    if isInteger(self(found)) {
      let bits = try descriptorBits(found), t = Scalar(type: bits &>> 27), at = a &+ (bits & (t.isField ? 0x1_ffff : 0x7ff_ffff))
      if let value { return try storeScalar(at, t, big: layout == 1, bits: bits, value) }
      return try loadScalar(at, t, big: layout == 1, bits: bits, out)
    }
    if !isTuple(found) { throw badDescriptor() }
    let what = try aggregate(found), at = a &+ what.offset
    if value != nil { throw raise(.TypeError, "can't assign to an aggregate field") }
    let x = slot()
    part(found, 1, x)
    if what.0 == .structure { return try newStruct(at, x, layout, out) }
    if what.0 == .array && what.count == 2 {
      // Bytes are a bytearray.
      let bits = try descriptorBits(x), n = bits & 0x7ff_ffff
      if bits &>> 27 == 0, isPlain(at, n) {
        try newForeign(at, n, x)
        return copy(out, x)
      }
    }
    try newStruct(at, found, layout, out)
  }
  /// Reads item `i` of an array or behind a pointer, or stores it.
  private mutating func structItem(_ s: Slot, _ index: Slot, _ value: Slot?, _ out: Slot) throws(Raise) {
    let d = slot(), x = slot(), layout = field(s, StructField.layout)
    var a = structAddress(s)
    load(s, StructField.descriptor, d)
    if !isTuple(d) { throw raise(.TypeError, "struct: can't index") }
    let what = try aggregate(d), i = try toInt64(index)
    if what.0 == .structure { throw raise(.TypeError, "struct: can't index") }
    part(d, 1, x)
    var count: UInt32 = .max, bits: UInt32 = 0, scalar = true
    if what.0 == .array {
      bits = try descriptorBits(x)
      count = what.count == 2 ? bits & 0x7ff_ffff : bits
      scalar = what.count == 2
      if !scalar { part(d, 2, x) }
    } else {
      a = UInt32(truncatingIfNeeded: try loadRaw(a, 4, big: layout == 1))
      scalar = isInteger(self(x))
      if scalar { bits = try descriptorBits(x) }
    }
    if i < 0 || i >= Int64(count) { throw raise(.IndexError, "struct: index out of range") }
    let n = UInt32(truncatingIfNeeded: i)
    if scalar {
      let t = Scalar(type: bits &>> 27)
      if let value { return try storeScalar(a &+ n &* t.size, t, big: layout == 1, bits: 0, value) }
      return try loadScalar(a &+ n &* t.size, t, big: layout == 1, bits: 0, out)
    }
    if value != nil { throw raise(.TypeError, "can't assign to an aggregate field") }
    var alignment: UInt32 = 1
    let size = try structSize(x, layout, &alignment)
    try newStruct(a &+ n &* size, x, layout, out)
  }

  // MARK: natives

  fileprivate mutating func makeStruct(_ a: Args, _ out: Slot) throws(Raise) {
    if !isInteger(self(a[1])) { throw cannotConvertToInt(a[1]) }
    try newStruct(try toWord(a[1]), a[2], a.count > 3 ? try toInt32(a[3]) : 2, out)
  }
  private mutating func cannotConvertToInt(_ s: Slot) -> Raise {
    let name = Value(typeName(self(s)))
    return raise(.TypeError, "can't convert % to int", name)
  }
  fileprivate mutating func getField(_ a: Args, _ out: Slot) throws(Raise) { try structField(a[0], a[1], nil, out) }
  fileprivate mutating func setField(_ a: Args, _ out: Slot) throws(Raise) { try structField(a[0], a[1], a[2], out) }
  fileprivate mutating func getStructItem(_ a: Args, _ out: Slot) throws(Raise) { try structItem(a[0], a[1], nil, out) }
  fileprivate mutating func setStructItem(_ a: Args, _ out: Slot) throws(Raise) { try structItem(a[0], a[1], a[2], out) }
  /// What a pointer field points to.
  fileprivate mutating func pointer(_ a: Args, _ out: Slot) throws(Raise) {
    let d = slot()
    load(a[0], StructField.descriptor, d)
    var what = Aggregate.none
    if isTuple(d) { what = try aggregate(d).0 }
    if what != .pointer { throw raise(.TypeError, "can't convert struct to int") }
    try newInt(unsigned: try loadRaw(structAddress(a[0]), 4, big: field(a[0], StructField.layout) == 1), out)
  }
  fileprivate mutating func structText(_ a: Args, _ out: Slot) throws(Raise) {
    let d = slot(), text = slot()
    load(a[0], StructField.descriptor, d)
    try newBuilder(text)
    var what: StaticString = isDict(d) ? "STRUCT" : "ERROR"
    if isTuple(d) {
      switch try aggregate(d).0 {
      case .array: what = "ARRAY"
      case .pointer: what = "PTR"
      default: what = "STRUCT"
      }
    }
    try append(text, "<struct ")
    try append(text, what)
    try append(text, " ")
    try append(text, hex: structAddress(a[0]), width: 1)
    try append(text, ">")
    try finish(text, Kind.str, out)
  }
  fileprivate mutating func sizeOf(_ a: Args, _ out: Slot) throws(Raise) {
    let d = slot()
    copy(d, a[0])
    var layout: Int32 = a.count > 1 ? try toInt32(a[1]) : 2, alignment: UInt32 = 1
    if native(self(a[0])).isKind(Kind.bytearray) { return set(out, Value(int: Int32(bytesOf(a[0]).count))) }
    if isModuleObject(a[0], ModuleType.struct) {
      if a.count > 1 { throw raise(.TypeError, "a structure has its layout") }
      layout = field(a[0], StructField.layout)
      load(a[0], StructField.descriptor, d)
    }
    set(out, Value(int: Int32(try structSize(d, layout, &alignment))))
  }
  /// Memory moves: what has been asked for its address is pinned for as long as it lives.
  fileprivate mutating func addressOf(_ s: Slot) throws(Raise) -> Address {
    releaseUnused()
    let mark = mark
    defer { release(to: mark) }
    let owner = slot()
    if isModuleObject(s, ModuleType.struct) { return structAddress(s) }
    _ = try source(s)
    set(owner, native(self(s)))
    while self(owner).isKind(Kind.memoryview) || self(owner).isKind(Kind.object) && !bytesOf(owner).isEmpty {
      if self(owner).isKind(Kind.object) { set(owner, native(self(owner)).at(2)) } else { set(owner, self(owner).at(1)) }
    }
    let at = place(s), isOwner = self(owner).isKind(Kind.bytearray) || self(owner).isKind(Kind.array)
    // Bytes outside of the heap stay where they are.
    if isOwner && (at < memory[state &+ State.heapStart] || at >= memory[state &+ State.heapEnd]) { return at }
    if !isOwner || self(owner).header & Header.finaliser == 0 {
      // A view's bytes follow from where its owner's have gone to.
      let offset = at &- place(owner), pinned = try pin(owner)
      if pinned == 0 { return place(s) }
      if isOwner { try addFinaliser(owner) }
      return pinned &+ offset
    }
    return at
  }
  /// Unpins what `addressOf` has pinned and nothing refers to any more, and deletes the kernel's objects of those that are gone; with `all`, of all
  /// objects: for the interpreter's end.
  public mutating func releaseUnused(all: Bool = false) {
    let o = slot()
    while nextFinalisable(o, all: all) { if self(o).isKind(Kind.bytearray) || self(o).isKind(Kind.array) { unpin(o) } else { deleteRTOS(o) } }
    release(to: o)
  }
  fileprivate mutating func bytesAt(_ a: Args, writable: Bool, _ out: Slot) throws(Raise) {
    let at = try toWord(a[0]), n = try toInt64(a[1]), made = slot()
    if n < 0 || n > 0x0fff_ffff { throw raise(.ValueError, "bad length") }
    if isPlain(at, UInt32(n)) {
      try newForeign(at, UInt32(n), made)
      if !writable { try newText(Kind.bytes, from: made, 0, UInt32(n), made) }
    } else {
      // Registers can be looked at, but not be worked on as bytes.
      if writable || n > 4096 { throw raise(.OverflowError, "no memory at that address") }
      let b = slot()
      try newRaw(Kind.bytes, bytes: UInt32(n), b)
      var i: UInt32 = 0
      while i < UInt32(n) {
        let v = try loadRaw(at &+ i, 1, big: false)
        self(b).setByte(Str.bytes &+ i, UInt8(v))
        i &+= 1
      }
      copy(made, b)
    }
    copy(out, made)
  }
}

//@native struct.__new__ 3 4
func uctypesStruct(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.makeStruct(a, out) }
//@native struct.__getattr__ 2 2
func structGetattr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.getField(a, out) }
//@native struct.__setattr__ 3 3
func structSetattr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setField(a, out)
  vm.set(out, .none)
}
//@native struct.__getitem__ 2 2
func structGetitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.getStructItem(a, out) }
//@native struct.__setitem__ 3 3
func structSetitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setStructItem(a, out)
  vm.set(out, .none)
}
//@native struct.__int__ 1 1
func structInt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pointer(a, out) }
//@native struct.__repr__ 1 1
func structRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.structText(a, out) }
//@native struct.__hash__ 1 1
func structHash(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { throw vm.raise(.TypeError, "unhashable type: 'struct'") }
//@native struct.__bytes__ 1 1
//@native FrameBuffer.__bytes__ 1 1
func bufferBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.newText(Kind.bytes, from: a[0], 0, UInt32(vm.bytesOf(a[0]).count), out)
}
//@native uctypes:sizeof 1 2
func uctypesSizeof(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.sizeOf(a, out) }
//@native uctypes:addressof 1 1
func uctypesAddressof(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.newInt(Int64(try vm.addressOf(a[0])), out)
}
//@native uctypes:bytes_at 2 2
func uctypesBytesAt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.bytesAt(a, writable: false, out) }
//@native uctypes:bytearray_at 2 2
func uctypesBytearrayAt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.bytesAt(a, writable: true, out) }
