import Port

// Strings of one printable ASCII character are in the image, so that indexing and iterating ASCII text allocate nothing.
//@qstr char33="!" char34="\"" char35="#" char36="$" char37="%" char38="&" char39="'" char40="(" char41=")" char42="*" char43="+" char44=","
//@qstr char45="-" char46="." char47="/" char48="0" char49="1" char50="2" char51="3" char52="4" char53="5" char54="6" char55="7" char56="8"
//@qstr char57="9" char58=":" char59=";" char60="<" char61="=" char62=">" char63="?" char64="@" A B C D
//@qstr E F G H I J K L M N O P
//@qstr Q R S T U V W X Y Z char91="[" char92="\\"
//@qstr char93="]" char94="^" char96="`" a b c d e f g h
//@qstr i j k l m n o p q r s t
//@qstr u v w x y z char123="{" char124="|" char125="}" char126="~"

// A text builder is a bytearray object of its own in a slot: word 1 its length, word 2 a buffer with room to grow. One word more than a
// bytearray has: the list of containers whose repr is being written to it (Repr.swift).
extension VM {
  /// Starts a text builder.
  public mutating func newBuilder(_ out: Slot) throws(Raise) {
    port.spend(Cost.text)
    try newBytearray(out, words: 5)
  }
  /// An empty bytearray.
  mutating func newBytearray(_ out: Slot, words: UInt32 = 4) throws(Raise) {
    try new(Kind.bytearray, words: words, out)
    self(out).setInt(1, 0)
    self(out).setInt(3, 0)
  }

  /// Makes room for `more` bytes at the end of a bytearray (or builder), grown by half so that appending is cheap on average.
  mutating func bytearrayRoom(_ b: Slot, _ more: UInt32, exact: Bool = false) throws(Raise) {
    let used: UInt32, offset: UInt32, room: UInt32
    do {
      let o = self(b)
      used = UInt32(bitPattern: o.int(1)); offset = UInt32(bitPattern: o.int(3))
      room = o.at(2).isNull ? 0 : UInt32(bitPattern: o.at(2).int(1))
    }
    if used &+ offset &+ more <= room { return }
    if more > 0x1fff_ffff { throw raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: 0x3fff_ffff)) }
    if used &+ more <= room && offset >= room / 4 {
      // Enough room once the bytes dropped from the front are reclaimed.
      let o = self(b), buffer = o.at(2)
      buffer.bytes(8).copyMemory(from: buffer.bytes(8 &+ offset), byteCount: Int(used))
      o.setInt(3, 0)
      return
    }
    let need = used &+ more
    var size = need &+ (used / 2 < 4096 ? used / 2 : 4096)
    if size < 16 && !exact { size = 16 }
    size = (size &+ 3) & ~3
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newRaw(Kind.buffer, bytes: size, t)
    let o = self(b), old = o.at(2), fresh = self(t)
    if used > 0 { fresh.bytes(8).copyMemory(from: old.bytes(8 &+ offset), byteCount: Int(used)) }
    o.set(2, fresh)
    o.setInt(3, 0)
    port.spend(long: used / 4)
  }
  /// Adds `n` bytes (zeroed) at the end and answers where they begin in the object's bytes.
  public mutating func bytearrayGrow(_ b: Slot, _ n: UInt32, exact: Bool = false) throws(Raise) -> UInt32 {
    try bytearrayRoom(b, n, exact: exact)
    let o = self(b), used = UInt32(bitPattern: o.int(1))
    if n > 0 {
      o.setInt(1, Int32(bitPattern: used &+ n))
      view(b, used, used &+ n).start.initializeMemory(as: UInt8.self, repeating: 0, count: Int(n))
    }
    return used
  }

  public mutating func append(_ builder: Slot, _ text: StaticString) throws(Raise) {
    try append(builder, bytes: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  public mutating func append(_ builder: Slot, byte: UInt8) throws(Raise) {
    if isConsole(builder) { consoleWrite(byte); return }
    let at = try bytearrayGrow(builder, 1)
    view(builder).set(at, byte)
  }
  /// The pointer must not lead into the moving heap.
  public mutating func append(_ builder: Slot, bytes: UnsafeRawBufferPointer) throws(Raise) {
    let n = UInt32(truncatingIfNeeded: bytes.count)
    if n == 0 { return }
    if isConsole(builder) { consoleWrite(bytes); return }
    let at = try bytearrayGrow(builder, n)
    (view(builder).start + Int(at)).copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
  }
  /// Appends `n` copies of a byte.
  mutating func append(_ builder: Slot, byte: UInt8, times n: UInt32) throws(Raise) {
    if n == 0 { return }
    if isConsole(builder) {
      var i: UInt32 = 0
      while i < n { consoleWrite(byte); i &+= 1 }
      return
    }
    let at = try bytearrayGrow(builder, n)
    (view(builder).start + Int(at)).initializeMemory(as: UInt8.self, repeating: byte, count: Int(n))
  }
  /// Appends the text of a str, or the raw bytes of bytes/buffer objects.
  public mutating func append(_ builder: Slot, _ text: Slot) throws(Raise) { try append(builder, text, 0, view(text).count) }
  /// Appends bytes `from`…`to` of it.
  public mutating func append(_ builder: Slot, _ text: Slot, _ from: UInt32, _ to: UInt32) throws(Raise) {
    if to <= from { return }
    if isConsole(builder) { consoleWrite(view(text, from, to).raw); return }
    let at = try bytearrayGrow(builder, to &- from)
    view(text, from, to).copy(to: view(builder), at: at)
  }
  /// Appends a code point as UTF-8.
  public mutating func append(_ builder: Slot, point p: UInt32) throws(Raise) {
    if p < 0x80 { try append(builder, byte: UInt8(p)); return }
    let n: UInt32 = p < 0x800 ? 2 : p < 0x1_0000 ? 3 : 4
    if isConsole(builder) {
      // The lead byte, then six bits a byte.
      consoleWrite(UInt8(truncatingIfNeeded: (n == 2 ? 0xc0 : n == 3 ? 0xe0 : 0xf0) | p &>> (6 &* (n &- 1))))
      var i = n &- 1
      while i > 0 { i &-= 1; consoleWrite(UInt8(truncatingIfNeeded: 0x80 | p &>> (6 &* i) & 63)) }
      return
    }
    let at = try bytearrayGrow(builder, n)
    encode(p, n, view(builder), at)
  }
  /// Appends a decimal number.
  mutating func append(_ builder: Slot, decimal n: UInt32) throws(Raise) {
    var unit: UInt32 = 1
    while n / unit >= 10 { unit &*= 10 }
    while unit > 0 { try append(builder, byte: UInt8(truncatingIfNeeded: 48 &+ n / unit % 10)); unit /= 10 }
  }
  /// Appends a number in lower-case hexadecimal with at least `width` digits.
  public mutating func append(_ builder: Slot, hex n: UInt32, width: UInt32) throws(Raise) {
    var digits: UInt32 = 1
    while digits < 8 && n &>> (4 &* digits) != 0 { digits &+= 1 }
    if digits < width { digits = width }
    while digits > 0 { digits &-= 1; try append(builder, byte: hexDigit(digits < 8 ? n &>> (4 &* digits) & 15 : 0)) }
  }
  /// A builder that writes to the console at once and needs no heap: `micropython.heap_lock`.
  public static var consoleBuilder: Value { Value(int: 0) }
  @inline(__always) borrowing func isConsole(_ builder: Slot) -> Bool { self(builder).value == VM.consoleBuilder }
  borrowing func consoleWrite(_ byte: UInt8) { withUnsafeBytes(of: byte) { consoleWrite($0) } }

  /// Ends a builder: a `str`, `bytes` or `bytearray`, by kind. The builder may be `out`.
  public mutating func finish(_ builder: Slot, _ kind: UInt32, _ out: Slot) throws(Raise) {
    if kind == Kind.bytearray { copy(out, builder); return }
    try newText(kind, from: builder, 0, view(builder).count, out)
  }
  /// A `str`, `bytes` or `bytearray` of bytes `from`…`to` of a value with bytes. One character and the empty text are shared.
  public mutating func newText(_ kind: UInt32, from source: Slot, _ from: UInt32, _ to: UInt32, _ out: Slot) throws(Raise) {
    let n = to > from ? to &- from : 0
    if kind == Kind.str {
      if n == 0 { set(out, Value(Q.empty)); return }
      if n == 1, let q = internedByte(view(source)[from]) { set(out, Value(q)); return }
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    if kind == Kind.bytearray {
      try newBytearray(t)
      try append(t, source, from, to)
    } else {
      try newRaw(kind, bytes: n, t)
      if n > 0 { view(source, from, to).copy(to: view(t)) }
    }
    copy(out, t)
  }
  /// The interned string of one ASCII character: those of the image always are, others once somebody interned them.
  @inline(__always) borrowing func internedByte(_ b: UInt8) -> Qstr? {
    if b >= 0x80 { return nil }
    let known = state &+ Private.characters &+ UInt32(b) &* 2, n = memory.half(known)
    return n != 0 ? Qstr(UInt32(n)) : searchByte(b, known)
  }
  @inline(never)
  private borrowing func searchByte(_ b: UInt8, _ known: Address) -> Qstr? {
    let found = withUnsafeBytes(of: b) { p -> Qstr? in
      let c = p.baseAddress.unsafelyUnwrapped
      return findString(c, 1, hashOfBytes(c, 1))
    }
    if let found { memory.setHalf(known, UInt16(truncatingIfNeeded: found.number)) }
    return found
  }
  /// A `str` of one code point.
  mutating func newText(point p: UInt32, _ out: Slot) throws(Raise) {
    if p < 0x80, let q = internedByte(UInt8(p)) { set(out, Value(q)); return }
    let n: UInt32 = p < 0x80 ? 1 : p < 0x800 ? 2 : p < 0x1_0000 ? 3 : 4
    try newRaw(Kind.str, bytes: n, out)
    encode(p, n, view(out), 0)
  }
  /// A `str` of these UTF-8 bytes. The pointer must not lead into the moving heap.
  public mutating func newString(_ bytes: UnsafeRawBufferPointer, _ out: Slot) throws(Raise) {
    if bytes.count == 0 { set(out, Value(Q.empty)); return }
    try newRaw(Kind.str, bytes: UInt32(truncatingIfNeeded: bytes.count), out)
    view(out).start.copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
  }
  public mutating func newBytes(_ bytes: UnsafeRawBufferPointer, _ out: Slot) throws(Raise) {
    try newRaw(Kind.bytes, bytes: UInt32(truncatingIfNeeded: bytes.count), out)
    if bytes.count > 0 { view(out).start.copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count) }
  }
  public mutating func newString(_ s: StaticString, _ out: Slot) throws(Raise) {
    try newString(UnsafeRawBufferPointer(start: s.utf8Start, count: s.utf8CodeUnitCount), out)
  }
}

/// Writes a code point as `n` bytes of UTF-8.
func encode(_ p: UInt32, _ n: UInt32, _ v: borrowing ByteView, _ at: UInt32) {
  switch n {
  case 1: v.set(at, UInt8(truncatingIfNeeded: p))
  case 2:
    v.set(at, UInt8(truncatingIfNeeded: 0xc0 | p &>> 6)); v.set(at &+ 1, UInt8(truncatingIfNeeded: 0x80 | p & 63))
  case 3:
    v.set(at, UInt8(truncatingIfNeeded: 0xe0 | p &>> 12)); v.set(at &+ 1, UInt8(truncatingIfNeeded: 0x80 | p &>> 6 & 63))
    v.set(at &+ 2, UInt8(truncatingIfNeeded: 0x80 | p & 63))
  default:
    v.set(at, UInt8(truncatingIfNeeded: 0xf0 | p &>> 18)); v.set(at &+ 1, UInt8(truncatingIfNeeded: 0x80 | p &>> 12 & 63))
    v.set(at &+ 2, UInt8(truncatingIfNeeded: 0x80 | p &>> 6 & 63)); v.set(at &+ 3, UInt8(truncatingIfNeeded: 0x80 | p & 63))
  }
}
@inline(__always) func hexDigit(_ n: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: n < 10 ? 48 &+ n : 87 &+ n) }
