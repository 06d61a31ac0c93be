import Port
import Python

// The module math. Elementary functions: Firmware/Python/Numbers/Elementary*.swift. Errors as CPython: ValueError outside a function's domain and at
// poles, OverflowError where a finite argument gives an infinite result.
//@module math
//@const math:pi 3.141592653589793
//@const math:e 2.718281828459045
//@const math:tau 6.283185307179586
//@const math:inf inf
//@const math:nan nan
//@qstr rel_tol abs_tol

extension VM {
  /// Hands out a result of `x`: a NaN that `x` did not bring, or an infinity from a finite `x`, is an error.
  mutating func mathResult(_ r: Double, of x: Double, pole: Bool = false, _ out: Slot) throws(Raise) {
    if r.isNaN && !x.isNaN { throw domainError() }
    if r.isInfinite && x.isFinite { throw pole ? domainError() : rangeError() }
    try newFloat(r, out)
  }
  mutating func domainError() -> Raise { raise(.ValueError, "math domain error") }
  mutating func rangeError() -> Raise { raise(.OverflowError, "math range error") }
  /// A tuple of two values.
  mutating func mathPair(_ x: Slot, _ y: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newItems(Kind.tuple, 2, t)
    self(t).set(2, self(x))
    self(t).set(3, self(y))
    copy(out, t)
  }
}

//@native math:sqrt 1 1
func mathSqrt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]); try vm.mathResult(x < 0 ? .nan : x.squareRoot(), of: x, out)
}
//@native math:exp 1 1
func mathExp(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.exp(x), of: x, out) }
//@native math:exp2 1 1
func mathExp2(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.pow(2, x), of: x, out) }
//@native math:expm1 1 1
func mathExpm1(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.expm1(x), of: x, out) }
//@native math:log1p 1 1
func mathLog1p(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.log1p(x), of: x, pole: true, out)
}
//@native math:sin 1 1
func mathSin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.sin(x), of: x, out) }
//@native math:cos 1 1
func mathCos(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.cos(x), of: x, out) }
//@native math:tan 1 1
func mathTan(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.tan(x), of: x, out) }
//@native math:asin 1 1
func mathAsin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.asin(x), of: x, out) }
//@native math:acos 1 1
func mathAcos(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.acos(x), of: x, out) }
//@native math:atan 1 1
func mathAtan(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.atan(x), of: x, out) }
//@native math:sinh 1 1
func mathSinh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.sinh(x), of: x, out) }
//@native math:cosh 1 1
func mathCosh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.cosh(x), of: x, out) }
//@native math:tanh 1 1
func mathTanh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.tanh(x), of: x, out) }
//@native math:asinh 1 1
func mathAsinh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.asinh(x), of: x, out) }
//@native math:acosh 1 1
func mathAcosh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.acosh(x), of: x, out) }
//@native math:atanh 1 1
func mathAtanh(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.atanh(x), of: x, pole: true, out)
}
//@native math:erf 1 1
func mathErf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.erf(x), of: x, out) }
//@native math:erfc 1 1
func mathErfc(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.erfc(x), of: x, out) }
//@native math:gamma 1 1
func mathGamma(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.gamma(x), of: x, pole: x == 0, out)
}
//@native math:lgamma 1 1
func mathLgamma(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]); try vm.mathResult(Elementary.lgamma(x), of: x, pole: x <= 0, out)
}
//@native math:fabs 1 1
func mathFabs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.newFloat(x.absolute, out) }
//@native math:degrees 1 1
func mathDegrees(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.newFloat(x * (180 / 3.141592653589793), out) }
//@native math:radians 1 1
func mathRadians(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); try vm.newFloat(x * (3.141592653589793 / 180), out) }

extension VM {
  /// log (base 0), log2, log10 of a number of any size.
  mutating func mathLog(_ s: Slot, base: UInt32) throws(Raise) -> Double {
    if let big = bigLogarithm(s, base: base) { return big }
    let x = try toDouble(s)
    if x <= 0 { throw domainError() }
    return base == 2 ? Elementary.log2(x) : base == 10 ? Elementary.log10(x) : Elementary.log(x)
  }
}
//@native math:log 1 2
func mathLog(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.mathLog(a[0], base: 0)
  if a.count == 1 { return try vm.newFloat(x, out) }
  let base = try vm.mathLog(a[1], base: 0)
  if base == 0 { throw vm.raise(.ZeroDivisionError, "divide by zero") }
  try vm.newFloat(x / base, out)
}
//@native math:log2 1 1
func mathLog2(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let r = try vm.mathLog(a[0], base: 2); try vm.newFloat(r, out) }
//@native math:log10 1 1
func mathLog10(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let r = try vm.mathLog(a[0], base: 10); try vm.newFloat(r, out) }

//@native math:pow 2 2
func mathPow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]), y = try vm.toDouble(a[1]), r = Elementary.pow(x, y)
  if r.isNaN && !x.isNaN && !y.isNaN { throw vm.domainError() }
  if r.isInfinite && x.isFinite && y.isFinite { throw x == 0 ? vm.domainError() : vm.rangeError() }
  try vm.newFloat(r, out)
}
//@native math:atan2 2 2
func mathAtan2(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let y = try vm.toDouble(a[0]), x = try vm.toDouble(a[1])
  try vm.newFloat(Elementary.atan2(y, x), out)
}
//@native math:copysign 2 2
func mathCopysign(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]), y = try vm.toDouble(a[1])
  try vm.newFloat(x.absolute.negated(y.isNegative), out)
}
//@native math:fmod 2 2
func mathFmod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]), y = try vm.toDouble(a[1]), r = x.remainder(towardsZero: y)
  if r.isNaN && !x.isNaN && !y.isNaN { throw vm.domainError() }
  try vm.newFloat(r, out)
}
//@native math:hypot 0 -
func mathHypot(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var r = 0.0, i: UInt32 = 0, finite = true
  while i < a.count {
    let x = try vm.toDouble(a[i])
    if !x.isFinite { finite = false }
    r = Elementary.hypot(r, x)
    i &+= 1
  }
  if r.isInfinite && finite { throw vm.rangeError() }
  try vm.newFloat(r, out)
}
//@native math:ldexp 2 2
func mathLdexp(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0])
  let i = vm.slot()
  try vm.toInteger(a[1], i)
  let n: Int32 = vm(i).isObject ? (vm.isNegativeInteger(i) ? -10_000 : 10_000) : vm(i).value.isInt ? vm(i).value.int : 0
  let r = Elementary.ldexp(x, n)
  if r.isInfinite && x.isFinite { throw vm.rangeError() }
  try vm.newFloat(r, out)
}
//@native math:frexp 1 1
func mathFrexp(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]), (m, e) = Elementary.frexp(x)
  let p = vm.slot(), q = vm.slot()
  try vm.newFloat(m, p)
  vm.set(q, Value(int: e))
  try vm.mathPair(p, q, out)
}
//@native math:modf 1 1
func mathModf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0])
  let p = vm.slot(), q = vm.slot()
  let whole = x.isFinite ? x.truncated : x
  try vm.newFloat(x.isInfinite ? (0.0).negated(x < 0) : (x - whole).absolute.negated(x.isNegative && !x.isNaN), p)
  try vm.newFloat(whole, q)
  try vm.mathPair(p, q, out)
}

//@qstr __floor__ __ceil__ __trunc__
//@native math:floor 1 1
func mathFloor(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.toWhole(a[0], Q.__floor__, 0, out) }
//@native math:ceil 1 1
func mathCeil(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.toWhole(a[0], Q.__ceil__, 1, out) }
//@native math:trunc 1 1
func mathTrunc(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.toWhole(a[0], Q.__trunc__, 2, out) }
extension VM {
  mutating func toWhole(_ s: Slot, _ special: Qstr, _ how: UInt32, _ out: Slot) throws(Raise) {
    if isInteger(self(s)) { return try toInteger(s, out) }
    if try trySpecial(s, special, Args(s, 0), out) { return }
    let d = try toDouble(s)
    try newInt(!d.isFinite ? d : how == 0 ? d.floored : how == 1 ? d.ceiled : d.truncated, out)
  }
}

//@native math:isfinite 1 1
func mathIsfinite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); vm.set(out, .bool(x.isFinite)) }
//@native math:isinf 1 1
func mathIsinf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); vm.set(out, .bool(x.isInfinite)) }
//@native math:isnan 1 1
func mathIsnan(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { let x = try vm.toDouble(a[0]); vm.set(out, .bool(x.isNaN)) }
//@native math:isclose 2 2 kw
func mathIsclose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toDouble(a[0]), y = try vm.toDouble(a[1])
  var relative = 1e-9, absolute = 0.0
  if let r = vm.keyword(a, Q.rel_tol) { relative = try vm.toDouble(r) }
  if let r = vm.keyword(a, Q.abs_tol) { absolute = try vm.toDouble(r) }
  if relative < 0 || absolute < 0 { throw vm.domainError() }
  if x == y { return vm.set(out, .true) }
  if x.isInfinite || y.isInfinite { return vm.set(out, .false) }
  let d = (x - y).absolute
  vm.set(out, .bool(d <= (relative * y).absolute || d <= (relative * x).absolute || d <= absolute))
}

//@native math:factorial 1 1
func mathFactorial(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  if n < 0 { throw vm.raise(.ValueError, "factorial() not defined for negative values") }
  try vm.factorial(UInt32(bitPattern: n), out)
}
//@native math:comb 2 2
func mathComb(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  var k = try vm.toInt32(a[1])
  if n < 0 || k < 0 { throw vm.raise(.ValueError, "n and k must be non-negative integers") }
  if k > n { return vm.set(out, Value(int: 0)) }
  if k > n - k { k = n - k }
  let p = vm.slot(), q = vm.slot()
  try vm.product(from: UInt32(bitPattern: n - k + 1), to: UInt32(bitPattern: n), p)
  try vm.factorial(UInt32(bitPattern: k), q)
  try vm.floorDivide(p, q, out)
}
//@native math:gcd 0 -
func mathGcd(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let g = vm.slot(), x = vm.slot(), y = vm.slot()
  vm.set(g, Value(int: 0))
  var i: UInt32 = 0
  while i < a.count {
    try vm.toInteger(a[i], x)
    try vm.gcd(g, x, y)
    vm.copy(g, y)
    i &+= 1
  }
  vm.copy(out, g)
}
//@native math:isqrt 1 1
func mathIsqrt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = vm.slot()
  try vm.toInteger(a[0], n)
  if vm.isNegativeInteger(n) { throw vm.raise(.ValueError, "isqrt() argument must be nonnegative") }
  try vm.integerRoot(n, out)
}
