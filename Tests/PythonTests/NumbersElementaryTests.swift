import Foundation
import Testing
@testable import Python

/// Firmware/Python/Numbers/Elementary*.swift against Glibc. Ours err by little above half a unit in the last place; the bounds are that plus what Glibc's
/// own functions are documented to err (1 unit; sinh, tanh, log10 and the area functions 2; tgamma 5, lgamma 3).
@Suite struct NumbersElementaryTests {
  struct Random {
    var state: UInt64;
    mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return (state ^ state >> 29) &* 0xbf58476d1ce4e5b9 }
  }
  static func distance(_ a: Double, _ b: Double) -> UInt64 {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN ? 0 : .max }
    func order(_ d: Double) -> Int64 { let i = Int64(bitPattern: d.bitPattern); return i < 0 ? Int64.min &- i : i }
    return (order(a) &- order(b)).magnitude
  }
  func check(
    _ name: String, _ ours: (Double) -> Double, _ theirs: (Double) -> Double, _ ranges: [ClosedRange<Double>], bound: UInt64 = 1,
    _ location: SourceLocation = #_sourceLocation
  ) {
    var random = Random(state: 42), worst: UInt64 = 0, at = 0.0
    let special = [
      0.0, -0.0, 1, -1, .infinity, -.infinity, .nan, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308, 0.5, 2, -2,
      1e-10, 1e-20, 10, 100, 1e22,
    ]
    func one(_ x: Double) {
      let d = Self.distance(ours(x), theirs(x))
      if d > worst { worst = d; at = x }
    }
    for x in special { one(x) }
    for r in ranges {
      for _ in 0..<4000 {
        let u = Double(random.next() >> 11) * 0x1p-53
        one(r.lowerBound + (r.upperBound - r.lowerBound) * u)
      }
    }
    for _ in 0..<4000 {
      // All magnitudes.
      let x = Double(bitPattern: random.next())
      if x.isFinite { one(x) }
    }
    #expect(worst <= bound, "\(name)(\(at)) = \(ours(at)), Glibc says \(theirs(at)): \(worst) units", sourceLocation: location)
  }
  @Test func exponentials() {
    check("exp", Elementary.exp, Foundation.exp, [-1...1, -745...710])
    check("expm1", Elementary.expm1, Foundation.expm1, [-1...1, -40...40])
    check("sinh", Elementary.sinh, Foundation.sinh, [-1...1, -710...710], bound: 2)
    check("cosh", Elementary.cosh, Foundation.cosh, [-1...1, -710...710])
    check("tanh", Elementary.tanh, Foundation.tanh, [-1...1, -20...20], bound: 2)
  }
  @Test func logarithms() {
    check("log", Elementary.log, Foundation.log, [0...2, 0.9...1.1, 0...1e9])
    check("log2", Elementary.log2, Foundation.log2, [0...2, 0.9...1.1, 0...1e9])
    check("log10", Elementary.log10, Foundation.log10, [0...2, 0.9...1.1, 0...1e9], bound: 2)
    check("log1p", Elementary.log1p, Foundation.log1p, [-1...1, -0.1...0.1, 0...1e9])
    check("asinh", Elementary.asinh, Foundation.asinh, [-1...1, -1e5...1e5], bound: 2)
    check("acosh", Elementary.acosh, Foundation.acosh, [1...2, 1...1e5], bound: 2)
    check("atanh", Elementary.atanh, Foundation.atanh, [-1...1, -0.1...0.1], bound: 2)
  }
  @Test func trigonometry() {
    check("sin", Elementary.sin, Foundation.sin, [-1...1, -10...10, -1e6...1e6, -1e22...1e22])
    check("cos", Elementary.cos, Foundation.cos, [-1...1, -10...10, -1e6...1e6, -1e22...1e22])
    check("tan", Elementary.tan, Foundation.tan, [-1...1, -10...10, -1e6...1e6, -1e22...1e22])
    check("asin", Elementary.asin, Foundation.asin, [-1...1, 0.99...1])
    check("acos", Elementary.acos, Foundation.acos, [-1...1, 0.99...1])
    check("atan", Elementary.atan, Foundation.atan, [-1...1, -20...20])
  }
  @Test func gammaFunctions() {
    check("erf", Elementary.erf, Foundation.erf, [-1...1, -6...6], bound: 1)
    check("erfc", Elementary.erfc, Foundation.erfc, [-1...1, -6...27], bound: 2)
    check("gamma", Elementary.gamma, { $0 == -.infinity ? .nan : Foundation.tgamma($0) }, [0...3, 0...171, -20...0], bound: 6)
    check("lgamma", Elementary.lgamma, { Foundation.lgamma($0) }, [0...3, 0...171, 0...1e6], bound: 4)
  }
  @Test func twoArguments() {
    var random = Random(state: 7), worst: UInt64 = 0, worstArc: UInt64 = 0, worstLength: UInt64 = 0, worstRest: UInt64 = 0
    let special = [0.0, -0.0, 1, -1, .infinity, -.infinity, .nan, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, 5e-324, 9007199254740993]
    func one(_ x: Double, _ y: Double) {
      worst = max(worst, Self.distance(Elementary.pow(x, y), Foundation.pow(x, y)))
      worstArc = max(worstArc, Self.distance(Elementary.atan2(x, y), Foundation.atan2(x, y)))
      worstLength = max(worstLength, Self.distance(Elementary.hypot(x, y), Foundation.hypot(x, y)))
      let r = x.remainder(towardsZero: y), s = Foundation.fmod(x, y)
      worstRest = max(worstRest, Self.distance(r, s))
    }
    for x in special { for y in special { one(x, y) } }
    for _ in 0..<20000 {
      let u = Double(random.next() >> 11) * 0x1p-53, v = Double(random.next() >> 11) * 0x1p-53
      one(u * 10, (v - 0.5) * 200)
      one(1 + (u - 0.5) * 1e-3, (v - 0.5) * 1e6)
      one(u * 1e5, (v - 0.5) * 100)
      one(Double(bitPattern: random.next()), Double(bitPattern: random.next()))
    }
    #expect(worst <= 1, "pow")
    #expect(worstArc <= 1, "atan2")
    #expect(worstLength <= 1, "hypot")
    #expect(worstRest == 0, "fmod")
  }
}
