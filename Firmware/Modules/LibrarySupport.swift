import Port
import Python

// What several library modules need.
extension VM {
  /// Address of a value's bytes: stale after the next allocation.
  borrowing func place(_ s: Slot) -> Address { UInt32(truncatingIfNeeded: UInt(bitPattern: bytesOf(s).baseAddress)) }
  /// The bytes of any bytes-like value or text: where they are until the next allocation.
  mutating func source(_ s: Slot) throws(Raise) -> (address: Address, count: UInt32) { try byteRange(s, writable: false) }
  /// The end of a piece of a long loop over the bytes of `s`: charges for it, lets others in, and answers where the bytes are now.
  /// ValueError if they have become fewer than `count` meanwhile.
  mutating func sourceAgain(_ s: Slot, count: UInt32, cycles: UInt32) throws(Raise) -> Address {
    port.spend(long: cycles)
    try yieldPoint()
    let r = try source(s)
    if r.count < count { throw raise(.ValueError, "buffer changed its size") }
    return r.address
  }
  /// A builder's or buffer's first `count` bytes as `bytes`.
  mutating func bytesResult(_ from: Slot, _ count: UInt32, _ out: Slot) throws(Raise) { try newText(Kind.bytes, from: from, 0, count, out) }
  /// A list's items as a tuple.
  mutating func tuple(_ list: Slot, _ out: Slot) throws(Raise) { try collectItems(list, Kind.tuple, out) }
  /// True if a value is text with characters beyond ASCII.
  borrowing func isWideText(_ s: Slot) -> Bool { isText(native(self(s))) && textIsWide(native(self(s))) }
  /// Byte offset of a character of a text or bytes-like value; beyond its end, the end.
  borrowing func byteOffset(_ s: Slot, character n: UInt32) -> UInt32 {
    let b = bytesOf(s)
    if !isWideText(s) { return min(n, UInt32(b.count)) }
    var i = 0, left = n
    while i < b.count {
      if b[i] & 0xc0 != 0x80 {
        if left == 0 { break }
        left &-= 1
      }
      i += 1
    }
    return UInt32(i)
  }
  /// The character at a byte offset.
  borrowing func character(_ s: Slot, byte n: UInt32) -> UInt32 {
    if !isWideText(s) { return n }
    let b = bytesOf(s)
    var i = 0, c: UInt32 = 0
    while i < min(Int(n), b.count) {
      if b[i] & 0xc0 != 0x80 { c &+= 1 }
      i += 1
    }
    return c
  }
}

/// The code point of the UTF-8 sequence at `a`, and its bytes.
func utf8Point(_ m: Memory, _ a: Address) -> (point: UInt32, width: UInt32) {
  let b = UInt32(m.byte(a))
  if b < 0xc0 { return (b, 1) }
  let n: UInt32 = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4
  var p = b & (0x7f &>> n), k: UInt32 = 1
  while k < n { p = p &<< 6 | UInt32(m.byte(a &+ k) & 63); k &+= 1 }
  return (p, n)
}
