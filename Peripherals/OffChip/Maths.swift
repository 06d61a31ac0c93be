/// Functions of our own where parts need them: the host's mathematics library may differ in the last bit, and a run must not.
enum Maths {
  /// e to the power of x.
  static func exp(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    guard x < 700 else { return .greatestFiniteMagnitude }
    let n = (x / 0.6931471805599453).rounded(), r = x - n * 0.6931471805599453
    // |r| ≤ 0.35: the first term left out is below 1e-15.
    var sum = 1.0, k = 13.0
    while k >= 1 { sum = 1 + r / k * sum; k -= 1 }
    return sum * power(2, Int(n))
  }
  /// The natural logarithm of x > 0.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return -.greatestFiniteMagnitude }
    var m = x, n = 0.0
    while m > 1.4142135623730951 { m /= 2; n += 1 }
    while m < 0.7071067811865476 { m *= 2; n -= 1 }
    // log m = 2·artanh((m - 1)/(m + 1)), and that is at most 0.172.
    let t = (m - 1) / (m + 1), t2 = t * t
    var sum = 0.0, k = 19.0
    while k >= 1 { sum = sum * t2 + 1 / k; k -= 2 }
    return n * 0.6931471805599453 + 2 * t * sum
  }
  static func pow(_ x: Double, _ y: Double) -> Double { exp(y * log(x)) }
  private static func power(_ base: Double, _ n: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(n) { result *= base }
    return n < 0 ? 1 / result : result
  }
  /// The angle of (x, y) in degrees, -180…180, within 0.0001 of a degree.
  static func degrees(x: Double, y: Double) -> Double {
    let a = abs(x), b = abs(y)
    guard max(a, b) > 0 else { return 0 }
    let t = min(a, b) / max(a, b)
    // arctan t = arctan c + arctan((t - c)/(1 + t·c)) keeps the series' argument small.
    let c = 0.4142135623730951, u = t > 0.2 ? (t - c) / (1 + t * c) : t, u2 = u * u
    var angle = u * (1 - u2 * (1 / 3.0 - u2 * (1 / 5.0 - u2 * (1 / 7.0 - u2 * (1 / 9.0 - u2 / 11)))))
    angle = angle * 180 / .pi + (t > 0.2 ? 22.5 : 0)
    if b > a { angle = 90 - angle }
    if x < 0 { angle = 180 - angle }
    return y < 0 ? -angle : angle
  }
}
