/// A finite float's exact decimal expansion: 126 groups of nine digits, enough for every float and for the midpoint of any two.
/// 504 bytes: make it a local variable where it is needed and pass it `inout`.
struct ExactDecimal {
  private var group: [126 of UInt32] = .init(repeating: 0)
  /// The group of the units.
  private var units: Int = 2
  private var first: Int, last: Int
  private static var billion: UInt32 { 1_000_000_000 }

  /// `mantissa · 2^exponent`; the mantissa has at most 54 bits.
  init(mantissa: UInt64, exponent: Int32) {
    units = exponent > 0 ? 125 : 2
    group[units] = UInt32(truncatingIfNeeded: mantissa % 1_000_000_000)
    group[units &- 1] = UInt32(truncatingIfNeeded: mantissa / 1_000_000_000)
    first = units &- 1
    last = units
    var left = exponent
    while left > 0 {
      let n = UInt64(left > 29 ? 29 : left)
      var carry: UInt64 = 0, i = last
      while i >= first {
        carry &+= UInt64(group[i]) << n
        group[i] = UInt32(truncatingIfNeeded: carry % 1_000_000_000)
        carry /= 1_000_000_000
        i &-= 1
      }
      if carry != 0 { first &-= 1; group[first] = UInt32(truncatingIfNeeded: carry) }
      left &-= Int32(n)
    }
    while left < 0 {
      // 10^9 is divisible by 2^9, so each step moves at most one group to the right.
      let n = UInt32(left < -9 ? 9 : -left)
      var carry: UInt32 = 0, i = first
      while i <= last {
        let v = group[i]
        group[i] = v >> n &+ carry
        carry = (v & (1 << n &- 1)) &* (ExactDecimal.billion >> n)
        i &+= 1
      }
      if carry != 0 { last &+= 1; group[last] = carry }
      while first < last && group[first] == 0 { first &+= 1 }
      left &+= Int32(n)
    }
  }
  init(_ value: Double) {
    let (m, e) = value.parts
    self.init(mantissa: m, exponent: e)
  }

  private static func power(_ n: Int32) -> UInt32 {
    var p: UInt32 = 1, i = n
    while i > 0 { p &*= 10; i &-= 1 }
    return p
  }
  /// Group and position within it of the digit for 10^place.
  private func locate(_ place: Int32) -> (group: Int, digit: Int32) {
    let q = place >= 0 ? place / 9 : -((8 &- place) / 9)
    return (units &- Int(q), place &- q &* 9)
  }
  /// The digit for 10^place.
  func digit(_ place: Int32) -> UInt8 {
    let (g, d) = locate(place)
    return g < 0 || g > 125 ? 0 : UInt8(truncatingIfNeeded: group[g] / ExactDecimal.power(d) % 10)
  }
  /// Place of the first digit that is not 0; 0 for zero.
  var top: Int32 {
    var i = 0
    while i <= last && group[i] == 0 { i &+= 1 }
    if i > last { return 0 }
    var place = Int32(truncatingIfNeeded: units &- i) &* 9, v = group[i]
    while v >= 10 { v /= 10; place &+= 1 }
    return place
  }
  /// True if a digit below 10^place is not 0.
  func anyBelow(_ place: Int32) -> Bool {
    let (g, d) = locate(place)
    if g > last { return false }
    if g >= 0 && group[g] % ExactDecimal.power(d) != 0 { return true }
    var i = g < 0 ? 0 : g &+ 1
    while i <= last {
      if group[i] != 0 { return true }
      i &+= 1
    }
    return false
  }
  /// Rounds to a multiple of 10^place, half to even.
  mutating func round(_ place: Int32) {
    let (g, d) = locate(place)
    if g > last { return }
    let next = digit(place &- 1)
    let up = next > 5 || next == 5 && (digit(place) & 1 != 0 || anyBelow(place &- 1))
    var i = g < 0 ? 0 : g &+ 1
    while i <= last { group[i] = 0; i &+= 1 }
    if g < 0 { return }
    last = g
    let unit = ExactDecimal.power(d)
    group[g] = group[g] &- group[g] % unit
    if !up { return }
    group[g] &+= unit
    i = g
    while group[i] >= ExactDecimal.billion {
      group[i] &-= ExactDecimal.billion
      i &-= 1
      group[i] &+= 1
    }
  }
}
