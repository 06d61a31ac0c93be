import Port

extension VM {
  /// Item `i` of bytes laid out as this typecode says.
  mutating func loadItem(_ s: Slot, _ i: UInt32, _ typecode: UInt8, _ out: Slot) throws(Raise) {
    let raw: Int64
    switch typecode {
    case UInt8(ascii: "b"): raw = Int64(Int8(bitPattern: view(s)[i]))
    case 0, UInt8(ascii: "B"): raw = Int64(view(s)[i])
    case UInt8(ascii: "h"): raw = Int64(Int16(truncatingIfNeeded: bits(s, i, 2)))
    case UInt8(ascii: "H"): raw = Int64(bits(s, i, 2))
    case UInt8(ascii: "i"), UInt8(ascii: "l"): raw = Int64(Int32(truncatingIfNeeded: bits(s, i, 4)))
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "P"): raw = Int64(bits(s, i, 4))
    case UInt8(ascii: "f"): try newFloat(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(s, i, 4)))), out); return
    case UInt8(ascii: "d"): try newFloat(Double(bitPattern: bits(s, i, 8)), out); return
    case UInt8(ascii: "Q"): try newInt(unsigned: bits(s, i, 8), out); return
    default: raw = Int64(bitPattern: bits(s, i, 8))
    }
    if Value.fits(raw) { set(out, Value(int: Int32(truncatingIfNeeded: raw))) } else { try newInt(raw, out) }
  }
  private borrowing func bits(_ s: Slot, _ i: UInt32, _ size: UInt32) -> UInt64 {
    let v = view(s)
    var b: UInt64 = 0, k = size
    while k > 0 { k &-= 1; b = b &<< 8 | UInt64(v[i &* size &+ k]) }
    return b
  }
  /// What is stored for a value in an array of this typecode: the bits, in its low bytes. Raises OverflowError, TypeError.
  public mutating func itemBits(_ value: Slot, _ typecode: UInt8) throws(Raise) -> UInt64 {
    switch typecode {
    case UInt8(ascii: "f"): return UInt64(Float(try toDouble(value)).bitPattern)
    case UInt8(ascii: "d"): return try toDouble(value).bitPattern
    case UInt8(ascii: "Q"):
      // Values beyond Int64: the two halves, by the int's own arithmetic.
      if native(self(value)).isKind(Kind.bigInt) { return try bigBits(value) }
      let n = try toInt64(value)
      if n < 0 { throw raise(.OverflowError, "value out of range for array item") }
      return UInt64(n)
    default: break
    }
    if isByteLike(value) || self(value).value.isNone { throw cannotConvert(value, Q.int) }
    let n = try toInt64(value)
    let ok: Bool
    switch typecode {
    case UInt8(ascii: "b"): ok = n >= -128 && n < 128
    case 0, UInt8(ascii: "B"): ok = n >= 0 && n < 256
    case UInt8(ascii: "h"): ok = n >= -32768 && n < 32768
    case UInt8(ascii: "H"): ok = n >= 0 && n < 65536
    case UInt8(ascii: "i"), UInt8(ascii: "l"): ok = n >= -0x8000_0000 && n < 0x8000_0000
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "P"): ok = n >= 0 && n < 0x1_0000_0000
    default: ok = true
    }
    if !ok {
      if typecode == 0 { throw raise(.ValueError, "bytes must be in range(0, 256)") }
      throw raise(.OverflowError, "value out of range for array item")
    }
    return UInt64(bitPattern: n)
  }
  /// A big int from 2⁶³ to 2⁶⁴-1 as its bits.
  private mutating func bigBits(_ value: Slot) throws(Raise) -> UInt64 {
    do {
      // Word 1: bytes of the magnitude, negative for a negative number.
      let o = native(self(value)), n = o.int(1)
      if n >= 0 && n <= 8 { return UInt64(o.raw(2)) | (n > 4 ? UInt64(o.raw(3)) &<< 32 : 0) }
    }
    throw raise(.OverflowError, "value out of range for array item")
  }
  /// Stores bits as item `i`.
  borrowing func storeItem(_ s: Slot, _ i: UInt32, _ typecode: UInt8, _ bits: UInt64) {
    let size = itemSize(typecode), v = view(s)
    var k: UInt32 = 0
    while k < size { v.set(i &* size &+ k, UInt8(truncatingIfNeeded: bits &>> (UInt64(k) &* 8))); k &+= 1 }
  }
  /// Typecode of a bytes-like value's items; 0 for plain bytes.
  borrowing func typecode(_ s: Slot) -> UInt8 {
    let o = native(self(s))
    if !o.isObject { return 0 }
    switch o.kind {
    case Kind.array: return UInt8(truncatingIfNeeded: o.int(1))
    case Kind.memoryview: return UInt8(truncatingIfNeeded: o.int(4))
    default: return 0
    }
  }
  /// The number that a byte of a bytes-like sequence is to hold: 0…255, or ValueError.
  mutating func byteValue(_ s: Slot) throws(Raise) -> UInt8 {
    let v = self(s).value
    if v.isInt, v.int >= 0, v.int < 256 { return UInt8(v.int) }
    return UInt8(truncatingIfNeeded: try itemBits(s, 0))
  }
}
