import Port

// Ints and text. Powers of two are bit fields; other bases go by groups of digits that fit a word, larger numbers by halves.
extension VM {
  /// The ASCII digits of the magnitude in `base` (2…36) without prefix or sign, as a `buffer` in `out`; the first digit is at the answered offset
  /// (bytes from the payload's start), the last is the payload's end.
  mutating func intDigits(_ o: Slot, base: UInt32, upper: Bool, _ out: Slot) throws(Raise) -> UInt32 {
    if !self(o).isObject {
      // 31 bits: eleven digits in octal.
      let room: UInt32 = base < 8 ? 32 : 12
      var rest = small(o).magnitude, at = room
      try newRaw(Kind.buffer, bytes: room, out)
      let r = self(out)
      repeat {
        let digit = UInt8(truncatingIfNeeded: rest % base)
        rest /= base
        at &-= 1
        r.setByte(8 &+ at, digit &+ (digit < 10 ? 48 : upper ? 55 : 87))
      } while rest > 0
      return at
    }
    let mark = self.mark
    defer { release(to: mark) }
    let work = slot(), result = slot(), powers = slots(16)
    let bits = magnitude(o).bitLength
    // Bits a digit, rounded down in eighths.
    let per: UInt32 = base == 10 ? 26 : UInt32(31 &- base.leadingZeroBitCount) &* 8
    let room = UInt32(truncatingIfNeeded: UInt64(bits) &* 8 / UInt64(per)) &+ 2
    try newScratch(magnitude(o).count, work)
    try newRaw(Kind.buffer, bytes: room, result)
    if self(work).isObject { scratch(work).assign(magnitude(o)) }
    var at = room
    let letter: UInt8 = upper ? 55 : 87
    if base & (base &- 1) == 0 {
      let width = UInt32(base.trailingZeroBitCount)
      var i: UInt32 = 0
      repeat {
        do {
          let d = scratch(work), r = self(result)
          var n: UInt32 = 0
          repeat {
            let k = i / 32
            var v = k < d.count ? d[k] >> (i & 31) : 0
            if i & 31 &+ width > 32 && k &+ 1 < d.count { v |= d[k &+ 1] << (32 &- i & 31) }
            let digit = UInt8(truncatingIfNeeded: v & (base &- 1))
            at &-= 1
            r.setByte(8 &+ at, digit &+ (digit < 10 ? 48 : letter))
            i &+= width
            n &+= 1
          } while i < bits && n < Piece.products
          port.spend(long: n &* 16)
        }
        try yieldPoint()
      } while i < bits
    } else {
      // The largest power of the base in a word.
      var group = base, width: UInt32 = 1
      while UInt64(group) &* UInt64(base) <= 0xffff_ffff { group &*= base; width &+= 1 }
      try convert(work, result, &at, least: 1, base: base, group: group, width: width, letter: letter, powers, level: 0)
    }
    copy(out, result)
    return at
  }

  /// Writes the digits of the scratch number downwards from `at`, at least `least` of them. Numbers of more than 64 words are split by
  /// group^(2^k): half the number of word operations, and multiplications instead of divisions.
  private mutating func convert(
    _ work: Slot, _ text: Slot, _ at: inout UInt32, least: UInt32, base: UInt32, group: UInt32, width: UInt32, letter: UInt8, _ powers: Slot, level: UInt32
  ) throws(Raise) {
    let n = scratch(work).length
    if n > 64 && level < 12 {
      let mark = self.mark
      defer { release(to: mark) }
      let q = slot(), u = slot(), v = slot()
      // The largest power that is about half as long.
      var k: UInt32 = 0
      if self(powers).isNull { try newInt(unsigned: UInt64(group), powers) }
      while k < 14 && magnitude(powers.up(k)).count &* 2 &+ 1 < n {
        if self(powers.up(k &+ 1)).isNull { try intMultiply(powers.up(k), powers.up(k), powers.up(k &+ 1)) }
        if magnitude(powers.up(k &+ 1)).count &* 4 > n &* 3 { break }
        k &+= 1
      }
      let p = powers.up(k), m = magnitude(p).count
      try newScratch(n &- m &+ 1, q)
      try newScratch(n &+ 1, u)
      try newScratch(m, v)
      try divideDigits(run(q), run(u), run(v), run(work).part(0, n), run(p))
      let low = width << k, end = at
      try convert(u, text, &at, least: low, base: base, group: group, width: width, letter: letter, powers, level: level &+ 1)
      at = end &- low
      try convert(q, text, &at, least: least > low ? least &- low : 1, base: base, group: group, width: width, letter: letter, powers, level: level &+ 1)
      return
    }
    var size = n, made: UInt32 = 0
    repeat {
      var rest: UInt32
      do {
        let low = run(work).part(0, size)
        rest = try divideDigits(low, low, by: group)
        size = digits(low).length
      }
      let r = self(text)
      var i: UInt32 = 0
      while i < width && (size > 0 || rest > 0 || made < least) && at > 0 {
        let digit = UInt8(truncatingIfNeeded: rest % base)
        rest /= base
        at &-= 1
        made &+= 1
        r.setByte(8 &+ at, digit &+ (digit < 10 ? 48 : letter))
        i &+= 1
      }
      port.spend(Int32(bitPattern: width &* 40))
    } while size > 0 || made < least
  }

  mutating func append(_ builder: Slot, _ text: ShortText) throws(Raise) {
    try text.withBytes { (p) throws(Raise) in try self.append(builder, bytes: p) }
  }

  mutating func intRepr(_ o: Slot, _ builder: Slot) throws(Raise) {
    port.spend(Cost.digits)
    if !self(o).isObject {
      var text = ShortText()
      text.put(decimal: small(o))
      return try append(builder, text)
    }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    let start = try intDigits(o, base: 10, upper: false, t)
    if isNegative(o) { try append(builder, byte: 45) }
    try append(builder, t, start, view(t).count)
  }
}

/// A short text on its way to a builder.
struct ShortText {
  private(set) var bytes: [64 of UInt8] = .init(repeating: 0)
  private(set) var count: UInt32 = 0
  init() {}
  var isFull: Bool { count == 64 }
  @inline(__always) mutating func put(_ b: UInt8) {
    if count < 64 { bytes[Int(count)] = b; count &+= 1 }
  }
  @inline(__always) subscript(_ i: UInt32) -> UInt8 { bytes[Int(i)] }
  mutating func put(_ s: StaticString) {
    var i = 0
    while i < s.utf8CodeUnitCount { put(s.utf8Start[i]); i &+= 1 }
  }
  /// A point after the digits, if there is none.
  mutating func insertPoint() {
    var i: UInt32 = 0
    while i < count && self[i] >= 48 && self[i] <= 57 { i &+= 1 }
    if self[i] == 46 && i < count { return }
    put(0)
    var k = count &- 1
    while k > i { bytes[Int(k)] = bytes[Int(k &- 1)]; k &-= 1 }
    bytes[Int(i)] = 46
  }
  mutating func put(decimal n: Int32) {
    var m = n.magnitude, unit: UInt32 = 1
    if n < 0 { put(45) }
    while m / unit >= 10 { unit &*= 10 }
    while unit > 0 {
      put(UInt8(truncatingIfNeeded: m / unit) &+ 48)
      m %= unit
      unit /= 10
    }
  }
  func withBytes(_ body: (UnsafeRawBufferPointer) throws(Raise) -> Void) throws(Raise) {
    try withUnsafeBytes(of: bytes) { (p) throws(Raise) in try body(UnsafeRawBufferPointer(rebasing: p[0..<Int(count)])) }
  }
}
