import Port

/// Fields of a `str` (and, but for the flag, of a `bytes`) object.
public enum Str {
  @inlinable public static var count: UInt32 { 1 }
  /// Low 31 bits: the hash, 0 while not computed. Bit 31: the text has non-ASCII characters; valid once the hash is.
  @inlinable public static var hash: UInt32 { 2 }
  @inlinable public static var wide: UInt32 { 1 << 31 }
  /// Offset of the first byte from the header, in bytes.
  @inlinable public static var bytes: UInt32 { 12 }
}

/// FNV-1a over the bytes, then murmur3's finaliser: short strings differ in few low bits of FNV alone. 31 bits, never 0; bit 31 tells
/// whether a byte was above 127.
func hashOfBytes(_ p: UnsafeRawPointer, _ count: Int) -> UInt32 {
  var h: UInt32 = 0x811c_9dc5, seen: UInt8 = 0
  var i = 0
  while i < count {
    let b = p.load(fromByteOffset: i, as: UInt8.self)
    h = (h ^ UInt32(b)) &* 0x0100_0193
    seen |= b
    i &+= 1
  }
  h = mixHash(h) & 0x7fff_ffff
  return (h == 0 ? 1 : h) | (seen & 0x80 != 0 ? Str.wide : 0)
}

/// murmur3's 32-bit finaliser: every input bit changes about half of the output bits.
@inline(__always) func mixHash(_ x: UInt32) -> UInt32 {
  var h = x
  h = (h ^ h &>> 16) &* 0x85eb_ca6b
  h = (h ^ h &>> 13) &* 0xc2b2_ae35
  return h ^ h &>> 16
}

@inline(__always) func sameBytes(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
  var i = 0
  while i &+ 4 <= count {
    if a.loadUnaligned(fromByteOffset: i, as: UInt32.self) != b.loadUnaligned(fromByteOffset: i, as: UInt32.self) { return false }
    i &+= 4
  }
  while i < count {
    if a.load(fromByteOffset: i, as: UInt8.self) != b.load(fromByteOffset: i, as: UInt8.self) { return false }
    i &+= 1
  }
  return true
}

extension VM {
  /// Number of the first string interned at run time.
  @inline(__always) borrowing func firstDynamicString() -> UInt32 { memory[Image.base &+ Image.stringsWord &* 4] }

  /// The `str` object of a text value (interned string or `str`).
  @inline(__always) @_lifetime(borrow self) public borrowing func text(_ r: borrowing Ref) -> Ref {
    r.value.isQstr ? textObject(r.value.qstr) : Ref(r.word, self)
  }
  /// The `str` object of an interned string.
  @_lifetime(borrow self) public borrowing func textObject(_ q: Qstr) -> Ref {
    let n = firstDynamicString()
    if q.number < n { return Ref(memory[memory[Image.base &+ Image.stringTableWord &* 4] &+ q.number &* 4], self) }
    return Ref(root(.strings).raw(Table.first &+ q.number &- n), self)
  }

  /// Word `Str.hash` of a `str` or `bytes` object, computed if it was not yet.
  @inline(__always) borrowing func hashWord(_ object: borrowing Ref) -> UInt32 {
    let known = object.raw(Str.hash)
    return known & 0x7fff_ffff != 0 ? known : computeHash(object)
  }
  @inline(never) borrowing func computeHash(_ object: borrowing Ref) -> UInt32 {
    let h = hashOfBytes(object.bytes(Str.bytes), Int(object.int(Str.count)))
    object.setRaw(Str.hash, h)
    return h
  }
  /// Hash of a text value or `bytes` object: 31 bits, not 0. This is `hash()` of it.
  public borrowing func textHash(_ r: borrowing Ref) -> UInt32 { hashWord(text(r)) & 0x7fff_ffff }
  /// True if a text value has characters beyond ASCII: then characters are not bytes.
  public borrowing func textIsWide(_ r: borrowing Ref) -> Bool { hashWord(text(r)) & Str.wide != 0 }
  /// `==` of two text values.
  public borrowing func textEqual(_ a: borrowing Ref, _ b: borrowing Ref) -> Bool {
    if a.word == b.word { return true }
    if a.value.isQstr && b.value.isQstr { return false }
    let x = text(a), y = text(b)
    return x.raw(Str.count) == y.raw(Str.count) && hashWord(x) == hashWord(y) && sameBytes(x.bytes(Str.bytes), y.bytes(Str.bytes), Int(x.int(Str.count)))
  }

  /// The interned string equal to a text value, if there is one: never allocates.
  public borrowing func interned(_ r: borrowing Ref) -> Qstr? {
    if r.value.isQstr { return r.value.qstr }
    if !r.isKind(Kind.str) { return nil }
    return findString(r.bytes(Str.bytes), Int(r.int(Str.count)), hashWord(r))
  }

  /// The interned string of these bytes, if there is one.
  borrowing func findString(_ p: UnsafeRawPointer, _ count: Int, _ hash: UInt32) -> Qstr? {
    let m = memory
    // The image's index: a word with the mask, then 16-bit numbers.
    let index = m[Image.base &+ Image.stringIndexWord &* 4], table = m[Image.base &+ Image.stringTableWord &* 4]
    var mask = m[index], i = hash & mask
    while true {
      let n = UInt32(m.half(index &+ 4 &+ i &* 2))
      if n == 0 { break }
      let s = m[table &+ n &* 4]
      if m[s &+ Str.hash &* 4] == hash, m[s &+ Str.count &* 4] == UInt32(count) &<< 1 | 1, sameBytes(m.at(s &+ Str.bytes), p, count) { return Qstr(n) }
      i = (i &+ 1) & mask
    }
    let dynamic = root(.stringIndex)
    if dynamic.isNull { return nil }
    let strings = root(.strings), places = dynamic.bytes(8)
    mask = UInt32(dynamic.int(1)) / 2 &- 1
    i = hash & mask
    while true {
      let n = UInt32(places.load(fromByteOffset: Int(i) &* 2, as: UInt16.self))
      if n == 0 { return nil }
      let s = strings.at(Table.first &+ n &- 1)
      if s.raw(Str.hash) == hash, Int(s.int(Str.count)) == count, sameBytes(s.bytes(Str.bytes), p, count) { return Qstr(firstDynamicString() &+ n &- 1) }
      i = (i &+ 1) & mask
    }
  }

  /// Interns the text in `s` (a text value) into the same slot. Interned strings live until the interpreter is reset.
  public mutating func intern(_ s: Slot) throws(Raise) {
    if self(s).value.isQstr { return }
    if let q = interned(self(s)) { set(s, Value(q)); return }
    // As in MicroPython: a name fits a .mpy file of any port.
    if self(s).int(Str.count) > 255 { throw raise(.RuntimeError, "name too long") }
    let n = memory[state &+ State.stringCount]
    try reserveStrings(n &+ 1)
    let number = firstDynamicString() &+ n
    do {
      let strings = root(.strings), index = root(.stringIndex), str = self(s)
      strings.set(Table.first &+ n, str)
      enterString(index, hashWord(str), n &+ 1)
    }
    memory[state &+ State.stringCount] = n &+ 1
    set(s, Value(Qstr(number)))
  }
  /// Interns UTF-8 bytes. The pointer must not lead into the moving heap.
  public mutating func intern(_ bytes: UnsafeRawBufferPointer) throws(Raise) -> Qstr {
    // An empty buffer may have no address.
    guard let p = bytes.baseAddress, bytes.count > 0 else { return Q.empty }
    let hash = hashOfBytes(p, bytes.count)
    if let q = findString(p, bytes.count, hash) { return q }
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot()
    try newRaw(Kind.str, bytes: UInt32(bytes.count), s)
    do {
      let str = self(s)
      str.bytes(Str.bytes).copyMemory(from: p, byteCount: bytes.count)
      str.setRaw(Str.hash, hash)
    }
    try intern(s)
    return self(s).value.qstr
  }

  @inline(__always) borrowing func enterString(_ index: borrowing Ref, _ hash: UInt32, _ n: UInt32) {
    let places = index.bytes(8), mask = UInt32(index.int(1)) / 2 &- 1
    var i = hash & mask
    while places.load(fromByteOffset: Int(i) &* 2, as: UInt16.self) != 0 { i = (i &+ 1) & mask }
    places.storeHalf(UInt16(truncatingIfNeeded: n), at: Int(i) &* 2)
  }

  /// Makes room for `count` strings interned at run time.
  private mutating func reserveStrings(_ count: UInt32) throws(Raise) {
    let room = root(.strings).isNull ? 0 : UInt32(root(.strings).int(1))
    if count <= room { return }
    // Numbers in the index have 16 bits.
    if count > 0xffff { throw memoryError(count &* 4) }
    var larger = room == 0 ? 16 : room &+ room / 2
    if larger > 0xffff { larger = 0xffff }
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), x = slot()
    try newItems(Kind.storage, larger, s)
    var places: UInt32 = 16
    while places < larger &+ larger / 2 { places &*= 2 }
    try newRaw(Kind.buffer, bytes: places &* 2, x)
    let strings = self(s), index = self(x), old = root(.strings)
    var i: UInt32 = 0
    while i < count &- 1 {
      strings.set(Table.first &+ i, old.at(Table.first &+ i))
      enterString(index, hashWord(strings.at(Table.first &+ i)), i &+ 1)
      i &+= 1
    }
    setRoot(.strings, strings)
    setRoot(.stringIndex, index)
  }
}
