import Port
import Python

// The module struct. Sizes and alignment are the chip's: `@` (and no mark) aligns as its C compiler does, `l` has four bytes.
//@module struct
//@const struct:error ValueError

/// A field of a format: `count` times `code`; for `s` the count is its length.
private struct Field {
  var code: UInt8
  var count: UInt32
  /// Bytes of one item; 1 for `s` and `x`.
  var size: UInt32
  /// Values that it takes or gives.
  var values: UInt32 { code == UInt8(ascii: "x") ? 0 : code == UInt8(ascii: "s") ? 1 : count }
}

/// A place in a format string, which is read byte by byte: it may move.
private struct Format {
  let text: Slot
  var at: UInt32 = 0
  let bigEndian: Bool, aligned: Bool
  /// Bytes before the next field.
  var offset: UInt32 = 0
}

extension VM {
  private mutating func format(_ s: Slot) throws(Raise) -> Format {
    if !isText(self(s)) && !self(s).isKind(Kind.bytes) {
      let name = Value(typeName(self(s)))
      throw raise(.TypeError, "can't convert '%' object to str implicitly", name)
    }
    let r = try byteRange(s, writable: false)
    switch r.count > 0 ? memory.byte(r.address) : 0 {
    case UInt8(ascii: "<"), UInt8(ascii: "="): return Format(text: s, at: 1, bigEndian: false, aligned: false)
    case UInt8(ascii: ">"), UInt8(ascii: "!"): return Format(text: s, at: 1, bigEndian: true, aligned: false)
    case UInt8(ascii: "@"): return Format(text: s, at: 1, bigEndian: false, aligned: true)
    default: return Format(text: s, bigEndian: false, aligned: true)
    }
  }

  /// The next field, its padding counted in `offset`; nil at the end.
  private mutating func nextField(_ f: inout Format) throws(Raise) -> Field? {
    let r = try byteRange(f.text, writable: false)
    var count: UInt32 = 1, counted = false
    while true {
      if f.at >= r.count {
        if counted { throw raise(.ValueError, "bad typecode") }
        return nil
      }
      let c = memory.byte(r.address &+ f.at)
      f.at &+= 1
      if c == UInt8(ascii: " ") && !counted { continue }
      if c >= UInt8(ascii: "0") && c <= UInt8(ascii: "9") {
        count = (counted ? count &* 10 : 0) &+ UInt32(c &- UInt8(ascii: "0"))
        if count > 0x0fff_ffff { throw raise(.OverflowError, "struct too large") }
        counted = true
        continue
      }
      let size: UInt32
      switch c {
      case UInt8(ascii: "x"), UInt8(ascii: "s"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "?"), UInt8(ascii: "c"): size = 1
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "e"): size = 2
      case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "f"), UInt8(ascii: "P"), UInt8(ascii: "n"),
        UInt8(ascii: "N"):
        size = 4
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "d"): size = 8
      default: throw raise(.ValueError, "bad typecode")
      }
      if f.aligned { f.offset = (f.offset &+ size &- 1) & ~(size &- 1) }
      if UInt64(count) * UInt64(size) + UInt64(f.offset) > 0x1fff_ffff { throw raise(.OverflowError, "struct too large") }
      return Field(code: c, count: count, size: size)
    }
  }

  /// Bytes of the whole format, and how many values it has.
  mutating func measure(_ s: Slot) throws(Raise) -> (bytes: UInt32, values: UInt32) {
    var f = try format(s), values: UInt32 = 0
    while let field = try nextField(&f) {
      f.offset &+= field.count &* field.size
      values &+= field.values
    }
    return (f.offset, values)
  }

  /// Byte `at` of the buffer where a struct of `bytes` begins, from an optional argument: negative ones count from the end.
  fileprivate mutating func structOffset(_ a: Args, _ i: UInt32, buffer: UInt32, bytes: UInt32) throws(Raise) -> UInt32 {
    var at: Int64 = a.count > i ? try toInt64(a[i]) : 0
    if at < 0 { at += Int64(buffer) }
    if at < 0 || at + Int64(bytes) > Int64(buffer) { throw raise(.ValueError, "buffer too small") }
    return UInt32(at)
  }

  /// The bits of a value for an integer or float code, checked against its range.
  private mutating func structBits(_ value: Slot, _ code: UInt8) throws(Raise) -> UInt64 {
    switch code {
    case UInt8(ascii: "?"): return try truth(value) ? 1 : 0
    case UInt8(ascii: "e"): return UInt64(halfBits(try toDouble(value)))
    case UInt8(ascii: "c"):
      let r = try byteRange(value, writable: false)
      if r.count != 1 { throw raise(.ValueError, "char format requires a bytes object of length 1") }
      return UInt64(memory.byte(r.address))
    case UInt8(ascii: "n"): return try itemBits(value, UInt8(ascii: "i"))
    case UInt8(ascii: "N"): return try itemBits(value, UInt8(ascii: "I"))
    case 0: return 0
    default: return try itemBits(value, code)
    }
  }

  /// Packs the arguments from `first` on into `bytes` at `at` (a builder or a writable buffer). Missing ones are zero, as in MicroPython.
  fileprivate mutating func pack(_ s: Slot, _ a: Args, from first: UInt32, into buffer: Slot, at base: UInt32) throws(Raise) {
    var f = try format(s), next = first
    while let field = try nextField(&f) {
      if field.code == UInt8(ascii: "x") {
        // Padding is zero.
        let to = try byteRange(buffer, writable: true)
        memory.fill(to.address &+ base &+ f.offset, 0, count: field.count)
        f.offset &+= field.count
      } else if field.code == UInt8(ascii: "s") {
        let to = try byteRange(buffer, writable: true), start = to.address &+ base &+ f.offset
        memory.fill(start, 0, count: field.count)
        if next < a.count {
          let from = try byteRange(a[next], writable: false)
          memory.move(start, from: from.address, count: min(from.count, field.count))
        }
        next &+= 1
        f.offset &+= field.count
      } else {
        var i: UInt32 = 0
        while i < field.count {
          let bits = next < a.count ? try structBits(a[next], field.code) : 0
          next &+= 1
          let to = try byteRange(buffer, writable: true)
          var k: UInt32 = 0
          while k < field.size {
            let shift = UInt64(f.bigEndian ? field.size &- 1 &- k : k) &* 8
            memory.setByte(to.address &+ base &+ f.offset &+ k, UInt8(truncatingIfNeeded: bits >> shift))
            k &+= 1
          }
          f.offset &+= field.size
          i &+= 1
        }
      }
      port.spend(20)
    }
    if next < a.count { throw raise(.ValueError, "too many values to pack") }
  }

  /// The values of a format in `buffer` from byte `base` on, as a tuple.
  mutating func unpack(_ s: Slot, _ buffer: Slot, at base: UInt32, _ count: UInt32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let tuple = slot(), value = slot()
    try newItems(Kind.tuple, count, tuple)
    var f = try format(s), n: UInt32 = 0
    while let field = try nextField(&f) {
      if field.code == UInt8(ascii: "x") {
        f.offset &+= field.count
      } else if field.code == UInt8(ascii: "s") {
        try newText(Kind.bytes, from: buffer, base &+ f.offset, base &+ f.offset &+ field.count, value)
        self(tuple).set(2 &+ n, self(value))
        n &+= 1
        f.offset &+= field.count
      } else {
        var i: UInt32 = 0
        while i < field.count {
          let from = try byteRange(buffer, writable: false)
          var bits: UInt64 = 0, k: UInt32 = 0
          while k < field.size {
            let shift = UInt64(f.bigEndian ? field.size &- 1 &- k : k) &* 8
            bits |= UInt64(memory.byte(from.address &+ base &+ f.offset &+ k)) << shift
            k &+= 1
          }
          f.offset &+= field.size
          switch field.code {
          case UInt8(ascii: "?"): set(value, Value.bool(bits != 0))
          case UInt8(ascii: "e"): try newFloat(halfValue(UInt16(truncatingIfNeeded: bits)), value)
          case UInt8(ascii: "f"): try newFloat(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))), value)
          case UInt8(ascii: "d"): try newFloat(Double(bitPattern: bits), value)
          case UInt8(ascii: "b"): set(value, Value(int: Int32(Int8(truncatingIfNeeded: bits))))
          case UInt8(ascii: "h"): set(value, Value(int: Int32(Int16(truncatingIfNeeded: bits))))
          case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "n"): try newInt(Int64(Int32(truncatingIfNeeded: bits)), value)
          case UInt8(ascii: "q"): try newInt(Int64(bitPattern: bits), value)
          case UInt8(ascii: "c"): try newText(Kind.bytes, from: buffer, base &+ f.offset &- 1, base &+ f.offset, value)
          default: try newInt(unsigned: bits, value)
          }
          self(tuple).set(2 &+ n, self(value))
          n &+= 1
          i &+= 1
        }
      }
      port.spend(20)
    }
    copy(out, tuple)
  }
}

/// A float as IEEE 754 binary16: rounded to the nearest, half to even; too large ones become infinity.
func halfBits(_ d: Double) -> UInt16 {
  let bits = d.bitPattern, sign = UInt16(truncatingIfNeeded: bits >> 48) & 0x8000
  let exponent = Int32(truncatingIfNeeded: bits >> 52) & 0x7ff, fraction = bits & 0xf_ffff_ffff_ffff
  if exponent == 0x7ff { return sign | 0x7c00 | (fraction != 0 ? 0x200 : 0) }
  // The float is m · 2^(exponent - 1075); its lowest half-float bit stands for 2^-24 or, from 2^-14 on, for a 1024th of the power below.
  let e = exponent &- 1023
  if e > 15 { return sign | 0x7c00 }
  if e < -25 { return sign }
  let m = fraction | 1 << 52, drop = UInt64(e < -14 ? 28 &- e : 42)
  var kept = m >> drop
  let rest = m & (1 << drop &- 1), half: UInt64 = 1 << (drop &- 1)
  if rest > half || rest == half && kept & 1 != 0 { kept += 1 }
  // A carry out of the fraction goes into the exponent by itself.
  return sign | (e < -14 ? UInt16(kept) : UInt16(truncatingIfNeeded: UInt64(e &+ 14) << 10 &+ kept))
}
/// The value of an IEEE 754 binary16.
func halfValue(_ h: UInt16) -> Double {
  let exponent = UInt64(h >> 10 & 31), fraction = UInt64(h & 0x3ff), sign = UInt64(h >> 15) << 63
  if exponent == 31 { return Double(bitPattern: sign | 0x7ff << 52 | fraction << 42) }
  if exponent == 0 {
    let v = Double(UInt32(fraction)) * 0x1p-24
    return sign != 0 ? -v : v
  }
  return Double(bitPattern: sign | (exponent &+ 1008) << 52 | fraction << 42)
}

//@native struct:calcsize 1 1
func structCalcsize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(try vm.measure(a[0]).bytes))) }

//@native struct:pack 1 -
func structPack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot()
  try vm.newBuilder(made)
  _ = try vm.bytearrayGrow(made, try vm.measure(a[0]).bytes)
  try vm.pack(a[0], a, from: 1, into: made, at: 0)
  try vm.finish(made, Kind.bytes, out)
}

//@native struct:pack_into 3 -
func structPackInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let size = try vm.measure(a[0]).bytes
  let at = try vm.structOffset(a, 2, buffer: try vm.byteRange(a[1], writable: true).count, bytes: size)
  try vm.pack(a[0], a, from: 3, into: a[1], at: at)
  vm.set(out, Value.none)
}

//@native struct:unpack 2 2
func structUnpack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let size = try vm.measure(a[0])
  // A longer buffer is accepted, as in MicroPython.
  if try vm.byteRange(a[1], writable: false).count < size.bytes { throw vm.raise(.ValueError, "buffer too small") }
  try vm.unpack(a[0], a[1], at: 0, size.values, out)
}

//@native struct:unpack_from 2 3
func structUnpackFrom(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let size = try vm.measure(a[0])
  let at = try vm.structOffset(a, 2, buffer: try vm.byteRange(a[1], writable: false).count, bytes: size.bytes)
  try vm.unpack(a[0], a[1], at: at, size.values, out)
}
