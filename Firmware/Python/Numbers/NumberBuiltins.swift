import Port

// Built-in functions on numbers.

extension VM {
  /// The number (or whatever) inside `x` in a slot of its own.
  mutating func inner(_ x: Slot, _ out: Slot) { let n = native(self(x)); set(out, n) }
  /// Calls the special method without arguments (or with those given) if the class has it.
  public mutating func trySpecial(_ o: Slot, _ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) -> Bool {
    if !self(o).isKind(Kind.instance) { return false }
    let mark = self.mark
    defer { release(to: mark) }
    let f = slot(), result = slot()
    if try !findSpecial(o, name, f) { return false }
    try call(f, a, result)
    copy(out, result)
    return true
  }
}

//@native builtins:abs 1 1
func builtinAbs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try vm.trySpecial(a[0], Q.__abs__, Args(a[0], 0), out) { return }
  let x = vm.slot()
  vm.inner(a[0], x)
  switch vm.numberClass(vm(x)) {
  case .small, .big: try vm.intNegate(x, out, negative: false)
  case .float: try vm.newFloat(vm.float(vm(x)).absolute, out)
  case .complex:
    let z = vm.complexParts(vm(x))
    try vm.newFloat(Elementary.hypot(z.re, z.im), out)
  case .none:
    let name = vm.typeName(vm(a[0]))
    throw vm.raise(.TypeError, "unsupported type for %: '%'", Value(Q.__abs__), Value(name))
  }
}

//@native builtins:bin 1 1
func builtinBin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.prefixed(a[0], 98, out) }
//@native builtins:oct 1 1
func builtinOct(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.prefixed(a[0], 111, out) }
//@native builtins:hex 1 1
func builtinHex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.prefixed(a[0], 120, out) }
extension VM {
  mutating func prefixed(_ o: Slot, _ type: UInt8, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let i = slot(), t = slot(), b = slot()
    try toIndex(o, i)
    let body = try intBody(i, type: type, alternate: true, t)
    try newBuilder(b)
    try emit(t, body, FormatSpec(), b)
    try finish(b, Kind.str, out)
  }
}

//@native builtins:divmod 2 2
func builtinDivmod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = vm.slot(), y = vm.slot(), q = vm.slot(), m = vm.slot()
  vm.inner(a[0], x)
  vm.inner(a[1], y)
  let c = vm.numberClass(vm(x)), d = vm.numberClass(vm(y))
  if c.isInt && d.isInt {
    try vm.intDivide(x, y, quotient: q, remainder: m)
  } else if (c.isInt || c == .float) && (d.isInt || d == .float) {
    let u = try vm.toDouble(x), v = try vm.toDouble(y)
    if v == 0 { throw vm.divideByZero() }
    let r = Elementary.divmod(u, v)
    try vm.newFloat(r.quotient, q)
    try vm.newFloat(r.remainder, m)
  } else {
    if try vm.trySpecial(a[0], Q.__divmod__, Args(a[1], 1), out) { return }
    let l = vm.typeName(vm(a[0])), r = vm.typeName(vm(a[1]))
    throw vm.raise(.TypeError, "unsupported types for %: '%', '%'", Value(Q.__divmod__), Value(l), Value(r))
  }
  try vm.newPair(q, m, out)
}

//@native builtins:pow 2 3 kw
func builtinPow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if let m = vm.argument(a, 2, Q.mod), !vm(m).value.isNone {
    let x = vm.slot(), y = vm.slot(), z = vm.slot()
    vm.inner(a[0], x)
    vm.inner(a[1], y)
    vm.inner(m, z)
    let all = vm.isInteger(vm(x)) && vm.isInteger(vm(y)) && vm.isInteger(vm(z))
    if !all {
      if a.count == 3, try vm.trySpecial(a[0], Q.__pow__, Args(a[1], 2), out) { return }
      throw vm.raise(.TypeError, "pow() with 3 arguments requires integers")
    }
    return try vm.intPower(x, y, modulo: z, out)
  }
  try vm.binary(.power, a[0], a[1], out)
}

//@native builtins:round 1 2 kw
func builtinRound(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let digits = vm.argument(a, 1, Q.ndigits)
  if try vm.trySpecial(a[0], Q.__round__, a.count > 1 ? Args(a[1], 1) : Args(a[0], 0), out) { return }
  let x = vm.slot()
  vm.inner(a[0], x)
  let c = vm.numberClass(vm(x))
  if c != .float && !c.isInt {
    let name = vm.typeName(vm(a[0]))
    throw vm.raise(.TypeError, "can't convert % to float", Value(name))
  }
  var places: Int32?
  if let n = digits, !vm(n).value.isNone { places = try vm.toInt32(n) }
  if c == .float {
    let d = vm.float(vm(x))
    if let n = places {
      let r = d.rounded(places: n)
      if r.isInfinite && d.isFinite { throw vm.raise(.OverflowError, "rounded value too large to represent") }
      return try vm.newFloat(r, out)
    }
    return try vm.newInt(d.evenly, out)
  }
  guard let n = places, n < 0 else { return vm.numberClass(vm(x)) == .small ? vm.set(out, Value(int: vm.small(x))) : vm.copy(out, x) }
  // To a multiple of 10^-n, half to even: x - (x mod p), one more if the rest is above half.
  let p = vm.slot(), ten = vm.slot(), power = vm.slot(), q = vm.slot(), rest = vm.slot(), twice = vm.slot()
  if Int64(n.magnitude) > Int64(vm.magnitude(x).bitLength) { return vm.set(out, Value(int: 0)) }
  vm.set(ten, Value(int: 10))
  vm.set(power, Value(int: 0 &- n))
  try vm.intPower(ten, power, p)
  try vm.intDivide(x, p, quotient: q, remainder: rest)
  try vm.intAdd(rest, rest, negate: false, twice)
  let order = vm.intCompare(twice, p), odd = vm.magnitude(q).lowest & 1 != 0
  try vm.intAdd(x, rest, negate: true, twice)
  if order > 0 || order == 0 && odd { try vm.intAdd(twice, p, negate: false, out) } else { vm.copy(out, twice) }
}
