import Port

/// Sizes of objects.
public enum Object {
  /// Words before the bytes of a raw object that has a byte count.
  @inlinable @inline(__always) public static func rawHead(_ kind: UInt32) -> UInt32 { kind == Kind.str || kind == Kind.bytes ? 3 : 2 }

  /// Size in words, from the header and word 1.
  @inlinable @inline(__always) public static func words(_ header: UInt32, _ word1: @autoclosure () -> UInt32) -> UInt32 {
    let n = Header.words(header)
    return n < Header.longSize ? n : longWords(Header.kind(header), word1())
  }
  /// Of an object whose size does not fit the header: word 1 counts bytes (raw kinds) or words.
  @inline(never) @usableFromInline static func longWords(_ kind: UInt32, _ word1: UInt32) -> UInt32 {
    if kind >= Kind.tuple || kind == Kind.free { return 2 &+ word1 &>> 1 }
    var count = word1 &>> 1
    // A negative big integer: bit 31 is the sign, of a magnitude (bit 30 clear) or of the whole count.
    if kind == Kind.bigInt && word1 & 1 << 31 != 0 {
      count = word1 & 1 << 30 != 0 ? UInt32(bitPattern: -(Int32(bitPattern: word1) >> 1)) : (word1 & 0x7fff_ffff) &>> 1
    }
    return rawHead(kind) &+ (count &+ 3) / 4
  }
}
