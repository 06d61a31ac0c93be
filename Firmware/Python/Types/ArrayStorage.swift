import Port

// Storage of bytearray, array and memoryview.
extension VM {
  /// An array of `n` zero items.
  mutating func newArray(_ typecode: UInt8, _ n: UInt32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), b = slot()
    try new(Kind.array, words: 4, t)
    self(t).setInt(1, Int32(typecode))
    self(t).setInt(2, 0)
    if n > 0 {
      try newRaw(Kind.buffer, bytes: try byteCount(n, typecode), b)
      self(t).set(3, self(b))
      self(t).setInt(2, Int32(bitPattern: n))
    }
    copy(out, t)
  }
  /// Bytes of `n` items, if that many are conceivable.
  mutating func byteCount(_ n: UInt32, _ typecode: UInt8) throws(Raise) -> UInt32 {
    if n > 0x0fff_ffff / itemSize(typecode) &* 2 { throw raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: 0x3fff_ffff)) }
    return n &* itemSize(typecode)
  }
  /// Replaces `removed` items by `n` items of a value with bytes (never the array itself).
  mutating func arraySplice(_ o: Slot, at: UInt32, removed: UInt32, _ source: Slot?, _ n: UInt32) throws(Raise) {
    let code = typecode(o), size = itemSize(code)
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    let used = UInt32(bitPattern: native(self(o)).int(2)), now = used &- removed &+ n
    let room = native(self(o)).at(3).isNull ? 0 : UInt32(bitPattern: native(self(o)).at(3).int(1)) / size
    if now > room {
      try newRaw(Kind.buffer, bytes: try byteCount(now &+ (n == 1 ? now / 4 : 0), code), t)
      if used > 0 { view(o).copy(to: view(t)) }
      native(self(o)).set(3, self(t))
    }
    let tail = used &- at &- removed
    let array = native(self(o))
    if array.at(3).isNull { return }
    let bytes = array.at(3)
    if tail > 0 { bytes.bytes(8 &+ (at &+ n) &* size).copyMemory(from: bytes.bytes(8 &+ (at &+ removed) &* size), byteCount: Int(tail &* size)) }
    if let source, n > 0 { bytes.bytes(8 &+ at &* size).copyMemory(from: view(source).start, byteCount: Int(n &* size)) }
    array.setInt(2, Int32(bitPattern: now))
  }
  /// Replaces `removed` bytes by bytes `from`…`to` of a value with bytes (which may be the bytearray itself).
  mutating func bytearraySplice(_ o: Slot, at: UInt32, removed: UInt32, _ source: Slot?, _ from: UInt32, _ to: UInt32) throws(Raise) {
    let n = to > from ? to &- from : 0
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    // What may show the bytearray itself is copied first.
    var start = from
    if let source, n > 0 {
      let kind = sequenceKind(source)
      if kind == Kind.bytearray || kind == Kind.memoryview {
        try newText(Kind.bytes, from: source, from, to, t)
        start = 0
      } else {
        copy(t, source)
      }
    }
    let b = slot()
    set(b, native(self(o)))
    if n > removed { try bytearrayRoom(b, n &- removed) }
    let object = self(b), used = UInt32(bitPattern: object.int(1)), v = view(b)
    let tail = used &- at &- removed
    if at == 0 && n == 0 && removed > 0 {
      // Dropping bytes at the front only moves the front.
      object.setInt(3, object.int(3) &+ Int32(bitPattern: removed))
    } else if tail > 0 && n != removed {
      (v.start + Int(at &+ n)).copyMemory(from: v.start + Int(at &+ removed), byteCount: Int(tail))
    }
    if n > 0 { view(t, start, start &+ n).copy(to: v, at: at) }
    object.setInt(1, Int32(bitPattern: at &+ n &+ tail))
  }
  /// `bytearray[a:b] = …`, `array[a:b] = …`, `memoryview[a:b] = …`.
  mutating func binaryStoreSlice(_ o: Slot, _ key: Slot, _ value: Slot) throws(Raise) {
    let kind = sequenceKind(o), code = typecode(o)
    let b = try bounds(key)
    if b.2 != 1 { throw raise(.NotImplementedError, "only slices with step=1 (aka None) are supported") }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    copy(t, value)
    if !isByteLike(value) || isText(value) {
      throw raise(.NotImplementedError, "array/bytes required on right side")
    }
    if itemSize(typecode(value)) != itemSize(code) { throw raise(.ValueError, "lhs and rhs should be compatible") }
    let s = clip(b, binaryLength(o)), n = binaryLength(t), at = UInt32(bitPattern: s.start)
    switch kind {
    case Kind.bytearray: try bytearraySplice(o, at: at, removed: s.count, t, 0, n)
    case Kind.array:
      if native(self(t)).word == native(self(o)).word { try newText(Kind.bytes, from: o, 0, view(o).count, t) }
      try arraySplice(o, at: at, removed: s.count, t, n)
    default:
      if n != s.count { throw raise(.ValueError, "lhs and rhs should be compatible") }
      let size = itemSize(code)
      // The two may overlap: a memory move.
      if n > 0 { (view(o).start + Int(at &* size)).copyMemory(from: view(t).start, byteCount: Int(n &* size)) }
    }
  }
  /// A memoryview of a whole text (as MicroPython has it), bytes, bytearray, array or memoryview.
  mutating func newMemoryview(_ o: Slot, _ out: Slot) throws(Raise) {
    let kind = sequenceKind(o)
    if !isByteLike(o) { throw raise(.TypeError, "object with buffer protocol required") }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try new(Kind.memoryview, words: 6, t)
    let v = self(t), from = native(self(o))
    if kind == Kind.memoryview {
      var i: UInt32 = 1
      while i < 6 { v.set(i, from.at(i)); i &+= 1 }
    } else {
      v.set(1, from)
      v.setInt(2, 0)
      v.setInt(3, Int32(bitPattern: binaryLength(o)))
      v.setInt(4, kind == Kind.array ? from.int(1) : Int32(UInt8(ascii: "B")))
      v.setInt(5, kind == Kind.bytes || kind == Kind.str ? 0 : 1)
    }
    copy(out, t)
  }
  /// The same bytes as items of another typecode.
  mutating func castMemoryview(_ o: Slot, _ format: Slot, _ out: Slot) throws(Raise) {
    try needText(format)
    // Byte order as the chip's.
    let n = view(format).count, first = n > 0 ? view(format)[0] : 0
    let code = n == 2 && first == UInt8(ascii: "@") ? view(format)[1] : n == 1 ? first : 0, size = itemSize(code)
    if code == 0 || size == 0 || code == UInt8(ascii: "O") || code == UInt8(ascii: "S") {
      throw raise(.ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    if view(o).count % size != 0 { throw raise(.TypeError, "memoryview: length is not a multiple of itemsize") }
    let t = slot()
    defer { release(to: t) }
    try newMemoryview(o, t)
    self(t).setInt(3, Int32(bitPattern: view(o).count / size))
    self(t).setInt(4, Int32(code))
    copy(out, t)
  }
  /// A bytearray over `count` bytes of memory outside of the Python heap (or pinned in it) at `address`, which is less than 1 GiB from the image. It
  /// refers to the image's b'' and counts from there; when it grows it gets bytes of its own.
  public mutating func newForeign(_ address: Address, _ count: UInt32, _ out: Slot) throws(Raise) {
    try new(Kind.bytearray, words: 4, out)
    let anchor = memory[Image.base &+ Image.emptyBytesWord &* 4], o = self(out)
    o.setInt(1, Int32(bitPattern: count))
    o.setRaw(2, anchor)
    o.setInt(3, Int32(bitPattern: address &- anchor &- 8))
  }
  /// A readable (or writable) byte range of str/bytes/bytearray/memoryview/array arguments, as address and count; raises TypeError otherwise.
  /// Valid until the next allocation.
  public mutating func byteRange(_ o: Slot, writable: Bool) throws(Raise) -> (address: Address, count: UInt32) {
    let kind = sequenceKind(o)
    if !isByteLike(o) || writable && (kind == Kind.str || kind == Kind.bytes) { throw raise(.TypeError, "object with buffer protocol required") }
    if writable && kind == Kind.memoryview && native(self(o)).int(5) & 1 == 0 { throw raise(.TypeError, "object with buffer protocol required") }
    let v = view(o)
    return (UInt32(truncatingIfNeeded: UInt(bitPattern: v.start)), v.count)
  }
}
