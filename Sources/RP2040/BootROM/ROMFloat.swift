import CortexM0Plus
import Emulation
import Glibc

// The boot ROM's floating point (RP2040 data sheet §2.8.3.2): denormals count as zero, NaN as infinity of its sign, results are rounded to
// the nearest, conversions to integers towards minus infinity and clamped. Cycles are the data sheet's averages, rounded.
extension RP2040 {
  /// The entries of both tables, by the offset in them divided by four.
  private enum Entry: Int {
    case add, sub, mul, div, compare, compareFlags, sqrt, toInt, toFix, toUInt, toUFix, fromInt, fromFix, fromUInt, fromUFix
    case cos, sin, tan, sinCos, exp, ln, compareBasic, atan2, fromInt64, fromFix64, fromUInt64, fromUFix64, toInt64, toFix64, toUInt64, toUFix64, toOther
  }
  private static let floatCycles: [Cycle] = [
    71, 74, 69, 71, 39, 39, 63, 37, 42, 37, 42, 55, 60, 54, 59, 603, 593, 669, 730, 542, 810, 39, 599, 67, 72, 66, 71, 60, 66, 58, 64, 23,
  ]
  private static let doubleCycles: [Cycle] = [
    91, 95, 155, 183, 44, 44, 169, 75, 84, 72, 81, 69, 78, 66, 75, 1617, 1618, 1891, 2200, 804, 428, 44, 2168, 79, 88, 76, 85, 71, 82, 69, 80, 30,
  ]

  func romFloat(_ core: ArmCore, _ number: Int) -> Cycle {
    func get(_ n: Int) -> Float {
      let v = Float(bitPattern: core[n])
      return v.isNaN ? (v.sign == .minus ? -Float.infinity : .infinity) : v.isSubnormal ? (v.sign == .minus ? -0.0 : 0) : v
    }
    func put(_ v: Float, _ n: Int = 0) {
      core[n] = v.isNaN ? Float.infinity.bitPattern : v.isSubnormal ? v.bitPattern & 0x8000_0000 : v.bitPattern
    }
    let shift = Self.shift(core[1])
    switch Entry(rawValue: number)! {
    case .add: put(get(0) + get(1))
    case .sub: put(get(0) - get(1))
    case .mul: put(get(0) * get(1))
    case .div: put(Self.quotient(get(0), get(1)))
    case .compare, .compareBasic: core[0] = Self.compare(get(0), get(1))
    case .compareFlags: Self.setFlags(core, Self.compare(get(0), get(1)))
    case .sqrt: put(get(0) < 0 ? -.infinity : get(0).squareRoot())
    case .toInt: core[0] = UInt32(bitPattern: Self.integer(Double(get(0)), 0))
    case .toFix: core[0] = UInt32(bitPattern: Self.integer(Double(get(0)), shift))
    case .toUInt: core[0] = Self.integer(Double(get(0)), 0)
    case .toUFix: core[0] = Self.integer(Double(get(0)), shift)
    case .fromInt: put(Float(Int32(bitPattern: core[0])))
    case .fromFix: put(scalbn(Float(Int32(bitPattern: core[0])), -shift))
    case .fromUInt: put(Float(core[0]))
    case .fromUFix: put(scalbn(Float(core[0]), -shift))
    case .cos: put(Float(cos(Double(get(0)))))
    case .sin, .sinCos:
      // Both come out of one computation, and the SDK's sincosf relies on it.
      let x = Double(get(0))
      put(Float(sin(x)))
      put(Float(cos(x)), 1)
    case .tan: put(Float(tan(Double(get(0)))))
    case .exp: put(Float(exp(Double(get(0)))))
    case .ln: put(get(0) <= 0 ? -.infinity : Float(log(Double(get(0)))))
    case .atan2: put(Float(atan2(Double(get(0)), Double(get(1)))))
    case .fromInt64: put(Float(Int64(bitPattern: Self.pair(core, 0))))
    case .fromFix64: put(scalbn(Float(Int64(bitPattern: Self.pair(core, 0))), -Self.shift(core[2])))
    case .fromUInt64: put(Float(Self.pair(core, 0)))
    case .fromUFix64: put(scalbn(Float(Self.pair(core, 0)), -Self.shift(core[2])))
    case .toInt64: Self.setPair(core, 0, UInt64(bitPattern: Self.integer(Double(get(0)), 0)))
    case .toFix64: Self.setPair(core, 0, UInt64(bitPattern: Self.integer(Double(get(0)), shift)))
    case .toUInt64: Self.setPair(core, 0, Self.integer(Double(get(0)), 0))
    case .toUFix64: Self.setPair(core, 0, Self.integer(Double(get(0)), shift))
    case .toOther: Self.setPair(core, 0, Double(get(0)).bitPattern)
    }
    return Self.floatCycles[number]
  }

  func romDouble(_ core: ArmCore, _ number: Int) -> Cycle {
    func get(_ n: Int) -> Double {
      let v = Double(bitPattern: Self.pair(core, n))
      return v.isNaN ? (v.sign == .minus ? -Double.infinity : .infinity) : v.isSubnormal ? (v.sign == .minus ? -0.0 : 0) : v
    }
    func put(_ v: Double, _ n: Int = 0) {
      Self.setPair(core, n, v.isNaN ? Double.infinity.bitPattern : v.isSubnormal ? v.bitPattern & 1 << 63 : v.bitPattern)
    }
    let shift = Self.shift(core[2])
    switch Entry(rawValue: number)! {
    case .add: put(get(0) + get(2))
    case .sub: put(get(0) - get(2))
    case .mul: put(get(0) * get(2))
    case .div: put(Self.quotient(get(0), get(2)))
    case .compare, .compareBasic: core[0] = Self.compare(get(0), get(2))
    case .compareFlags: Self.setFlags(core, Self.compare(get(0), get(2)))
    case .sqrt: put(get(0) < 0 ? -.infinity : get(0).squareRoot())
    case .toInt: core[0] = UInt32(bitPattern: Self.integer(get(0), 0))
    case .toFix: core[0] = UInt32(bitPattern: Self.integer(get(0), shift))
    case .toUInt: core[0] = Self.integer(get(0), 0)
    case .toUFix: core[0] = Self.integer(get(0), shift)
    case .fromInt: put(Double(Int32(bitPattern: core[0])))
    case .fromFix: put(scalbn(Double(Int32(bitPattern: core[0])), -Self.shift(core[1])))
    case .fromUInt: put(Double(core[0]))
    case .fromUFix: put(scalbn(Double(core[0]), -Self.shift(core[1])))
    case .cos: put(cos(get(0)))
    case .sin: put(sin(get(0)))
    case .sinCos:
      let x = get(0)
      put(sin(x))
      put(cos(x), 2)
    case .tan: put(tan(get(0)))
    case .exp: put(exp(get(0)))
    case .ln: put(get(0) <= 0 ? -.infinity : log(get(0)))
    case .atan2: put(atan2(get(0), get(2)))
    case .fromInt64: put(Double(Int64(bitPattern: Self.pair(core, 0))))
    case .fromFix64: put(scalbn(Double(Int64(bitPattern: Self.pair(core, 0))), -shift))
    case .fromUInt64: put(Double(Self.pair(core, 0)))
    case .fromUFix64: put(scalbn(Double(Self.pair(core, 0)), -shift))
    case .toInt64: Self.setPair(core, 0, UInt64(bitPattern: Self.integer(get(0), 0)))
    case .toFix64: Self.setPair(core, 0, UInt64(bitPattern: Self.integer(get(0), shift)))
    case .toUInt64: Self.setPair(core, 0, Self.integer(get(0), 0))
    case .toUFix64: Self.setPair(core, 0, Self.integer(get(0), shift))
    case .toOther:
      let v = Float(get(0))
      core[0] = v.isSubnormal ? v.bitPattern & 0x8000_0000 : v.bitPattern
    }
    return Self.doubleCycles[number]
  }

  // MARK: Details

  private static func pair(_ core: ArmCore, _ n: Int) -> UInt64 { UInt64(core[n + 1]) << 32 | UInt64(core[n]) }
  private static func setPair(_ core: ArmCore, _ n: Int, _ v: UInt64) {
    core[n] = UInt32(truncatingIfNeeded: v)
    core[n + 1] = UInt32(truncatingIfNeeded: v >> 32)
  }
  /// Bits after the point of a fixed-point number; beyond these nothing is left of any value.
  private static func shift(_ v: UInt32) -> Int { min(max(Int(Int32(bitPattern: v)), -4000), 4000) }
  /// Zero by zero is infinite too.
  private static func quotient<F: BinaryFloatingPoint>(_ a: F, _ b: F) -> F {
    if b.isZero { return a.sign == b.sign ? .infinity : -.infinity }
    return a / b
  }
  private static func compare<F: BinaryFloatingPoint>(_ a: F, _ b: F) -> UInt32 { a < b ? ~0 : a > b ? 1 : 0 }
  /// As after CMP of the two.
  private static func setFlags(_ core: ArmCore, _ order: UInt32) { core.flags = order == ~0 ? 1 << 31 : order == 0 ? 3 << 29 : 1 << 29 }
  /// Towards minus infinity, clamped to what the integer can hold.
  private static func integer<I: FixedWidthInteger>(_ v: Double, _ shift: Int) -> I {
    let scaled = scalbn(v, shift).rounded(.down)
    if let exact = I(exactly: scaled) { return exact }
    return scaled < 0 ? .min : .max
  }
}
