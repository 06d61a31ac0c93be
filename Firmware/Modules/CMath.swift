import Port
import Python

// The module cmath: functions of complex numbers.
//@module cmath
//@const cmath:pi 3.141592653589793
//@const cmath:e 2.718281828459045

//@native cmath:phase 1 1
func cmathPhase(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0])
  try vm.newFloat(Elementary.atan2(z.im, z.re), out)
}
//@native cmath:polar 1 1
func cmathPolar(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0])
  let r = vm.slot(), phi = vm.slot()
  try vm.newFloat(Elementary.hypot(z.re, z.im), r)
  try vm.newFloat(Elementary.atan2(z.im, z.re), phi)
  try vm.mathPair(r, phi, out)
}
//@native cmath:rect 2 2
func cmathRect(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let r = try vm.toDouble(a[0]), phi = try vm.toDouble(a[1])
  try vm.newComplex(r * Elementary.cos(phi), r * Elementary.sin(phi), out)
}
//@native cmath:exp 1 1
func cmathExp(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0])
  let r = Elementary.exp(z.re)
  if r.isInfinite && z.re.isFinite { throw vm.rangeError() }
  try vm.newComplex(r * Elementary.cos(z.im), z.im == 0 ? z.im : r * Elementary.sin(z.im), out)
}
//@native cmath:log 1 2
func cmathLog(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0]), size = Elementary.hypot(z.re, z.im)
  if size == 0 { throw vm.domainError() }
  let re = Elementary.log(size), im = Elementary.atan2(z.im, z.re)
  if a.count == 1 { return try vm.newComplex(re, im, out) }
  let b = try vm.toComplex(a[1]), base = Elementary.hypot(b.re, b.im)
  if base == 0 { throw vm.domainError() }
  let u = Elementary.log(base), v = Elementary.atan2(b.im, b.re), d = u * u + v * v
  if d == 0 { throw vm.raise(.ZeroDivisionError, "complex divide by zero") }
  try vm.newComplex((re * u + im * v) / d, (im * u - re * v) / d, out)
}
//@native cmath:log10 1 1
func cmathLog10(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0]), size = Elementary.hypot(z.re, z.im)
  if size == 0 { throw vm.domainError() }
  try vm.newComplex(Elementary.log10(size), Elementary.atan2(z.im, z.re) * 0.4342944819032518, out)
}
//@native cmath:sqrt 1 1
func cmathSqrt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0]), r = Elementary.root(z.re, z.im)
  try vm.newComplex(r.re, r.im, out)
}
//@native cmath:sin 1 1
func cmathSin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0])
  try vm.newComplex(Elementary.sin(z.re) * Elementary.cosh(z.im), Elementary.cos(z.re) * Elementary.sinh(z.im), out)
}
//@native cmath:cos 1 1
func cmathCos(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let z = try vm.toComplex(a[0])
  try vm.newComplex(Elementary.cos(z.re) * Elementary.cosh(z.im), -(Elementary.sin(z.re) * Elementary.sinh(z.im)), out)
}
