import Port

/// A cursor over words of the chip's memory: a raw host pointer, because typed pointers with negative offsets are miscompiled
/// (swift-performance.md §1). Its low 32 bits are the emulated address.
struct Words: BitwiseCopyable {
  var raw: UnsafeMutableRawPointer
  @inline(__always) init(_ raw: UnsafeMutableRawPointer) { self.raw = raw }
  /// Word `i`, negative ones included.
  @inline(__always) subscript(_ i: Int) -> UInt32 {
    get { raw.load(fromByteOffset: i &* 4, as: UInt32.self) }
    nonmutating set { raw.storeWord(newValue, at: i &* 4) }
  }
  @inline(__always) var address: Address { UInt32(truncatingIfNeeded: UInt(bitPattern: raw)) }
  @inline(__always) var slot: Slot { Slot(address) }
  @inline(__always) mutating func move(_ n: Int) { raw = raw + n &* 4 }
}

/// A cursor over bytecode.
struct CodeCursor: BitwiseCopyable {
  var raw: UnsafeRawPointer
  @inline(__always) init(_ raw: UnsafeRawPointer) { self.raw = raw }
  @inline(__always) var address: Address { UInt32(truncatingIfNeeded: UInt(bitPattern: raw)) }
  @inline(__always) var peek: UInt8 { raw.load(as: UInt8.self) }
  @inline(__always) mutating func byte() -> UInt8 {
    let b = raw.load(as: UInt8.self)
    raw = raw + 1
    return b
  }
  /// A number of variable length: 7 bits a byte, most significant first.
  @inline(__always) mutating func number() -> UInt32 {
    var b = byte()
    var n = UInt32(b & 0x7f)
    while b & 0x80 != 0 {
      b = byte()
      n = n &<< 7 | UInt32(b & 0x7f)
    }
    return n
  }
  /// A signed number of variable length.
  @inline(__always) mutating func signedNumber() -> Int32 {
    var b = byte()
    var n: Int32 = b & 0x40 != 0 ? -1 : 0
    n = n &<< 7 | Int32(b & 0x7f)
    while b & 0x80 != 0 {
      b = byte()
      n = n &<< 7 | Int32(b & 0x7f)
    }
    return n
  }
  /// A forward jump's distance from the byte after it.
  @inline(__always) mutating func forward() -> Int {
    let b = Int(byte())
    return b & 0x80 == 0 ? b : b & 0x7f | Int(byte()) &<< 7
  }
  /// A signed jump's distance from the byte after it.
  @inline(__always) mutating func signed() -> Int {
    let b = Int(byte())
    return b & 0x80 == 0 ? b &- 0x40 : (b & 0x7f | Int(byte()) &<< 7) &- 0x4000
  }
}
