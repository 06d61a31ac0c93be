/// Powers of ten to 128 bits, rounded up, from 10^-351 to 10^350: every 27th is a table entry, the others are one of those times a power of five.
/// The product may be off by one; a table of two bits each says how (all computed with exact integers and compared with the exact powers).
struct PowerOfTen {
  let high: UInt64, low: UInt64
  /// 10^k = (high · 2^64 + low) · 2^exponent, about.
  static func exponent(_ k: Int32) -> Int32 { log2(k) &- 127 }
  /// Floor of log2(10^k); |k| ≤ 1233.
  static func log2(_ k: Int32) -> Int32 { (k &* 1741647) >> 19 }

  init(_ k: Int32) {
    let n = UInt32(bitPattern: k &+ 351), j = Int(n / 27)
    let h = powersOfTen[2 &* j], l = powersOfTen[2 &* j &+ 1]
    let five = powersOfFive[Int(n % 27)]
    let (a, b) = h.times(five), (c, d) = l.times(five)
    let middle = b &+ c
    let top = a &+ (middle < b ? 1 : 0)
    // Normalised: the product has from 128 to 189 bits.
    let shift = UInt64(top.leadingZeroBitCount)
    let correction = UInt64(powerOfTenCorrections[Int(n >> 4)] >> (2 &* (n & 15)) & 3)
    var high = shift == 64 ? middle : top << shift | (shift == 0 ? 0 : middle >> (64 &- shift))
    var low = shift == 64 ? d : middle << shift | (shift == 0 ? 0 : d >> (64 &- shift))
    low &+= correction
    if low < correction { high &+= 1 }
    if low == 0 { high &-= 1 }
    low &-= 1
    self.high = high
    self.low = low
  }
}

extension UInt64 {
  /// The 128-bit product, high half first.
  #if os(none)
  @inline(never) func times(_ o: UInt64) -> (high: UInt64, low: UInt64) {
    let a = self >> 32, b = self & 0xffff_ffff, c = o >> 32, d = o & 0xffff_ffff
    let bd = b &* d, ad = a &* d &+ (bd >> 32), bc = b &* c &+ (ad & 0xffff_ffff)
    return (a &* c &+ (ad >> 32) &+ (bc >> 32), bc << 32 | bd & 0xffff_ffff)
  }
  #else
  @inline(__always) func times(_ o: UInt64) -> (high: UInt64, low: UInt64) {
    let p = multipliedFullWidth(by: o)
    return (p.high, p.low)
  }
  #endif
  /// The high half of the product.
  @inline(__always) func timesHigh(_ o: UInt64) -> UInt64 { times(o).high }
}

/// 10^(27·(i - 13)), high and low word.
private let powersOfTen: [52 of UInt64] = [
  0x8049a4ac0c5811ae, 0x205b896d777d6279, 0xcf42894a5dce35ea, 0x52064cac828675ba,
  0xa76c582338ed2621, 0xaf2af2b80af6f24f, 0x873e4f75e2224e68, 0x5a7744a6e804a292,
  0xda7f5bf590966848, 0xaf39a475506a899f, 0xb080392cc4349dec, 0xbd8d794d96aacfb4,
  0x8e938662882af53e, 0x547eb47b7282ee9d, 0xe65829b3046b0afa, 0x0cb4a5a3112a5113,
  0xba121a4650e4ddeb, 0x92f34d62616ce414, 0x964e858c91ba2655, 0x3a6a07f8d510f870,
  0xf2d56790ab41c2a2, 0xfae27299423fb9c4, 0xc428d05aa4751e4c, 0xaa97e14c3c26b887,
  0x9e74d1b791e07e48, 0x775ea264cf55347e, 0x8000000000000000, 0x0000000000000000,
  0xcecb8f27f4200f3a, 0x0000000000000000, 0xa70c3c40a64e6c51, 0x999090b65f67d924,
  0x86f0ac99b4e8dafd, 0x69a028bb3ded71a4, 0xda01ee641a708de9, 0xe80e6f4820cc9496,
  0xb01ae745b101e9e4, 0x5ec05dcff72e7f90, 0x8e41ade9fbebc27d, 0x14588f13be847308,
  0xe5d3ef282a242e81, 0x8f1668c8a86da5fb, 0xb9a74a0637ce2ee1, 0x6d953e2bd7173693,
  0x95f83d0a1fb69cd9, 0x4abdaf101564f98f, 0xf24a01a73cf2dccf, 0xbc633b39673c8ced,
  0xc3b8358109e84f07, 0x0a862f80ec4700c9, 0x9e19db92b4e31ba9, 0x6c07a2c26a8346d2,
]
private let powersOfFive: [27 of UInt64] = [
  1, 5, 25, 125, 625,
  3125, 15625, 78125, 390625, 1953125,
  9765625, 48828125, 244140625, 1220703125, 6103515625,
  30517578125, 152587890625, 762939453125, 3814697265625, 19073486328125,
  95367431640625, 476837158203125, 2384185791015625, 11920928955078125, 59604644775390625,
  298023223876953125, 1490116119384765625,
]
/// What to add to the product for 10^(n - 351), plus one: two bits each.
private let powerOfTenCorrections: [44 of UInt32] = [
  0xa6569a55, 0x5555a9aa, 0x5959a959, 0x55565a69, 0xa5595555, 0xaaaa5665, 0x59aa56a9, 0xa96aaaa6,
  0xaaa959aa, 0xaaaaaaaa, 0x5559555a, 0xa5551865, 0x55aa9aaa, 0x55519569, 0x5455655a, 0xaaaaa555,
  0x96aa9a56, 0x9556a665, 0xaaa56aaa, 0xa65aa969, 0x5aaa69aa, 0x5656996a, 0x55555555, 0x55555555,
  0x55555555, 0xaaaa9555, 0xaaaaaaaa, 0xaaa6aaa5, 0xaa6aaaa9, 0xaaa9aa6a, 0xa99a5aa6, 0xaa9996a5,
  0x19554546, 0xa9555144, 0xaaaaaaaa, 0x696a6aa6, 0xa55669a5, 0x5545445a, 0x55450655, 0x59a99a59,
  0x55559596, 0x95555545, 0x59555556, 0x05956555,
]
