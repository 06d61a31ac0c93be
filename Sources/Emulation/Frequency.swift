/// A frequency in hertz as an exact ratio: PLLs and fractional dividers rarely give a whole number.
public struct Frequency: Equatable, Sendable {
  public let numerator: UInt64, denominator: UInt64
  public static let zero = Frequency(0)

  public init(_ hertz: UInt64) { numerator = hertz; denominator = 1 }
  private init(reducedNumerator n: UInt64, denominator d: UInt64) { numerator = n; denominator = d }
  /// `numerator / denominator` hertz, reduced. Both must stay below 2^63 once reduced; larger ones lose their low bits.
  public init(_ numerator: UInt128, over denominator: UInt128) {
    guard numerator != 0, denominator != 0 else { self = .zero; return }
    var (n, d) = reduced(numerator, denominator)
    while n >> 63 != 0 || d >> 63 != 0 { n >>= 1; d >>= 1 }
    self = Frequency(reducedNumerator: UInt64(n), denominator: UInt64(max(d, 1)))
  }
  public var isZero: Bool { numerator == 0 }
  /// In hertz, rounded to the nearest.
  public var hertz: UInt64 { (numerator + denominator / 2) / denominator }
  public static func * (f: Frequency, factor: UInt64) -> Frequency { Frequency(UInt128(f.numerator) * UInt128(factor), over: UInt128(f.denominator)) }
  public static func / (f: Frequency, divisor: UInt64) -> Frequency { Frequency(UInt128(f.numerator), over: UInt128(f.denominator) * UInt128(divisor)) }
}

func reduced(_ a: UInt128, _ b: UInt128) -> (UInt128, UInt128) {
  var x = a, y = b
  while y != 0 { (x, y) = (y, x % y) }
  return x == 0 ? (a, b) : (a / x, b / x)
}
