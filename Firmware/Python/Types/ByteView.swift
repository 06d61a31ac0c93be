import Port

/// The bytes of a text, bytes-like or buffer value, borrowed from the VM: the compiler refuses to keep it across an allocation.
struct ByteView: ~Escapable {
  let start: UnsafeMutableRawPointer
  let count: UInt32
  @inline(__always) @_lifetime(borrow vm) init(_ start: UnsafeMutableRawPointer, _ count: UInt32, _ vm: borrowing VM) { self.start = start; self.count = count }
  @inline(__always) @_lifetime(copy v) init(_ v: borrowing ByteView, _ from: UInt32, _ to: UInt32) { start = v.start + Int(from); count = to &- from }
  @inline(__always) subscript(_ i: UInt32) -> UInt8 { start.load(fromByteOffset: Int(i), as: UInt8.self) }
  @inline(__always) func set(_ i: UInt32, _ b: UInt8) { start.storeBytes(of: b, toByteOffset: Int(i), as: UInt8.self) }
  /// Bytes `from`…`to`.
  @inline(__always) @_lifetime(copy self) func part(_ from: UInt32, _ to: UInt32) -> ByteView { ByteView(self, from, to) }
  /// For block copies inside one borrow.
  @inline(__always) var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: Int(count)) }

  /// Copies all bytes to byte `at` of `to`.
  @inline(__always) func copy(to: borrowing ByteView, at: UInt32 = 0) { if count != 0 { (to.start + Int(at)).copyMemory(from: start, byteCount: Int(count)) } }
  func equals(_ o: borrowing ByteView) -> Bool {
    if count != o.count { return false }
    if start == o.start { return true }
    var i: UInt32 = 0
    while i < count { if self[i] != o[i] { return false }; i &+= 1 }
    return true
  }
  /// -1, 0 or 1: order of the bytes, which for UTF-8 is the order of the code points.
  func compare(_ o: borrowing ByteView) -> Int32 {
    let n = count < o.count ? count : o.count
    var i: UInt32 = 0
    while i < n { let a = self[i], b = o[i]; if a != b { return a < b ? -1 : 1 }; i &+= 1 }
    return count == o.count ? 0 : count < o.count ? -1 : 1
  }
  /// True if `o` stands at byte `at`.
  func matches(_ o: borrowing ByteView, at: UInt32) -> Bool {
    if at > count || o.count > count &- at { return false }
    var i: UInt32 = 0
    while i < o.count { if self[at &+ i] != o[i] { return false }; i &+= 1 }
    return true
  }
  /// First place of `o` that begins in `from`… and ends by `to`, or nil.
  func find(_ o: borrowing ByteView, from: UInt32, to: UInt32) -> UInt32? {
    if from > to || o.count > to &- from { return nil }
    if o.count == 0 { return from }
    let last = to &- o.count, first = o[0]
    var i = from
    while i <= last {
      if self[i] == first, matches(o, at: i) { return i }
      i &+= 1
    }
    return nil
  }
  /// Last place of `o` between `from` and `to`, or nil.
  func findLast(_ o: borrowing ByteView, from: UInt32, to: UInt32) -> UInt32? {
    if from > to || o.count > to &- from { return nil }
    var i = to &- o.count
    while true {
      if matches(o, at: i) { return i }
      if i == from { return nil }
      i &-= 1
    }
  }
  /// Number of UTF-8 code points.
  var points: UInt32 {
    var n: UInt32 = 0, i: UInt32 = 0
    while i < count { if self[i] & 0xc0 != 0x80 { n &+= 1 }; i &+= 1 }
    return n
  }
  /// Byte offset of code point `n` (at most `count`).
  func offset(ofPoint n: UInt32) -> UInt32 {
    var i: UInt32 = 0, left = n
    while i < count {
      if self[i] & 0xc0 != 0x80 { if left == 0 { return i }; left &-= 1 }
      i &+= 1
    }
    return count
  }
  /// Bytes of the code point at byte `i`.
  @inline(__always) func width(at i: UInt32) -> UInt32 {
    let b = self[i]
    let w: UInt32 = b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4
    return w <= count &- i ? w : count &- i
  }
  /// The code point at byte `i`.
  func point(at i: UInt32) -> UInt32 {
    let b = UInt32(self[i]), w = width(at: i)
    if w == 1 { return b }
    var p = w == 2 ? b & 31 : w == 3 ? b & 15 : b & 7
    var k: UInt32 = 1
    while k < w { p = p &<< 6 | UInt32(self[i &+ k] & 63); k &+= 1 }
    return p
  }
}

extension VM {
  /// True if the value has bytes that `view` can show: text, bytes, buffer, bytearray, memoryview, array (and instances of classes derived from them).
  borrowing func isByteLike(_ s: Slot) -> Bool {
    let o = native(self(s))
    if o.value.isQstr { return true }
    if !o.isObject { return false }
    let k = o.kind
    if k == Kind.object { return isBufferObject(o) }
    return k == Kind.str || k == Kind.bytes || k == Kind.buffer || k == Kind.bytearray || k == Kind.memoryview || k == Kind.array
  }
  /// An object of a module's type that has bytes in its first field.
  @inline(never) borrowing func isBufferObject(_ o: borrowing Ref) -> Bool { typeFlags(o.raw(1)) & TypeFlag.buffer != 0 }
  /// The bytes of a value for which `isByteLike` holds; empty for any other.
  @_lifetime(borrow self) borrowing func view(_ s: Slot) -> ByteView { view(of: self(s)) }
  @_lifetime(borrow self) borrowing func view(of r: borrowing Ref) -> ByteView {
    let o = native(r)
    if o.value.isQstr { let t = text(o); return ByteView(t.bytes(12), UInt32(bitPattern: t.int(1)), self) }
    if !o.isObject { return ByteView(memory.at(state), 0, self) }
    switch o.kind {
    case Kind.str, Kind.bytes: return ByteView(o.bytes(12), UInt32(bitPattern: o.int(1)), self)
    case Kind.buffer: return ByteView(o.bytes(8), UInt32(bitPattern: o.int(1)), self)
    case Kind.bytearray:
      let b = o.at(2)
      return b.isNull ? ByteView(memory.at(state), 0, self) : ByteView(b.bytes(8 &+ UInt32(bitPattern: o.int(3))), UInt32(bitPattern: o.int(1)), self)
    case Kind.array:
      let b = o.at(3)
      return b.isNull
        ? ByteView(memory.at(state), 0, self) : ByteView(b.bytes(8), UInt32(bitPattern: o.int(2)) &* itemSize(UInt8(truncatingIfNeeded: o.int(1))), self)
    case Kind.memoryview:
      // The viewed object may have shrunk since: show what is left.
      let size = itemSize(UInt8(truncatingIfNeeded: o.int(4))), all = view(of: o.at(1))
      // 2: its first byte; 3: its items.
      let from = UInt32(bitPattern: o.int(2)), want = UInt32(bitPattern: o.int(3)) &* size
      if from >= all.count { return ByteView(all.start, 0, self) }
      return ByteView(all.start + Int(from), want < all.count &- from ? want : all.count &- from, self)
    case Kind.object where isBufferObject(o): return view(of: o.at(2))
    default: return ByteView(memory.at(state), 0, self)
    }
  }
  /// The same as a pointer, for block copies in other modules: stale after the next allocation.
  public borrowing func bytesOf(_ s: Slot) -> UnsafeRawBufferPointer { view(s).raw }
  /// A part of them.
  @_lifetime(borrow self) borrowing func view(_ s: Slot, _ from: UInt32, _ to: UInt32) -> ByteView {
    let v = view(s); return ByteView(v.start + Int(from), to &- from, self)
  }
}

/// Bytes of an item of an array with this typecode; 0 for an unknown one.
func itemSize(_ typecode: UInt8) -> UInt32 {
  switch typecode {
  case 0, UInt8(ascii: "b"), UInt8(ascii: "B"): 1
  case UInt8(ascii: "h"), UInt8(ascii: "H"): 2
  case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "f"), UInt8(ascii: "O"), UInt8(ascii: "P"), UInt8(ascii: "S"): 4
  case UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "d"): 8
  default: 0
  }
}
