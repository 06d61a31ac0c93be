import Drivers
import Port
import Python

// Module random: xoshiro128++ (Blackman and Vigna). Its four words lie in a buffer in `Root.module(1)`; the first seed comes from the
// ring oscillator's bit, so a board's random numbers are its own, and an emulated board's are the same in every run.
//@module random
//@qstr from_bytes weights shuffle

extension VM {
  private static var generator: Root { .module(1) }
  /// Fills the state from a 64-bit seed by splitmix64.
  fileprivate mutating func seedRandom(_ seed: UInt64) throws(Raise) {
    let b = slot()
    try newRaw(Kind.buffer, bytes: 16, b)
    setRoot(Self.generator, self(b))
    var x = seed, i: UInt32 = 0
    while i < 2 {
      x &+= 0x9e37_79b9_7f4a_7c15
      var z = (x ^ x &>> 30) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ z &>> 27) &* 0x94d0_49bb_1331_11eb
      z ^= z &>> 31
      self(b).setRaw(2 &+ 2 &* i, UInt32(truncatingIfNeeded: z))
      self(b).setRaw(3 &+ 2 &* i, UInt32(truncatingIfNeeded: z &>> 32))
      i &+= 1
    }
  }
  fileprivate mutating func seedFromBoard() throws(Raise) {
    var seed: UInt64 = 0, i = 0
    if memory[state &+ State.board] != 0 {
      while i < 8 { seed = seed &<< 8 | UInt64(board().randomByte()); i &+= 1 }
    }
    try seedRandom(seed)
  }
  /// 32 random bits.
  fileprivate borrowing func random() -> UInt32 {
    let s = root(Self.generator)
    var a = s.raw(2), b = s.raw(3), c = s.raw(4), d = s.raw(5)
    let sum = a &+ d, answer = (sum &<< 7 | sum &>> 25) &+ a, t = b &<< 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = d &<< 11 | d &>> 21
    s.setRaw(2, a)
    s.setRaw(3, b)
    s.setRaw(4, c)
    s.setRaw(5, d)
    return answer
  }
  /// 0 ..< n, every number as likely: draws beyond `n` are thrown away.
  fileprivate borrowing func random(below n: UInt64) -> UInt64 {
    let mask = n <= 1 ? 0 : UInt64.max &>> UInt64((n &- 1).leadingZeroBitCount)
    while true {
      let r = (mask > 0xffff_ffff ? UInt64(random()) &<< 32 : 0) | UInt64(random())
      if r & mask < n || n == 0 { return r & mask }
    }
  }
  /// 0 ≤ x < 1 in steps of 2⁻⁵³.
  fileprivate borrowing func randomFraction() -> Double {
    let high = random() &>> 5, low = random() &>> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }
  /// A sequence's length, not 0.
  fileprivate mutating func choices(_ s: Slot) throws(Raise) -> UInt32 {
    let n = try length(s)
    if n == 0 { throw raise(.IndexError, "empty sequence") }
    return n
  }
  fileprivate mutating func randomItem(_ s: Slot, _ i: UInt64, _ out: Slot) throws(Raise) {
    let k = slot()
    set(k, Value(int: Int32(truncatingIfNeeded: i)))
    try getItem(s, k, out)
    release(to: k)
  }
  /// Exchanges items `from`… of a list with random ones of those behind, `count` times.
  fileprivate mutating func shuffle(_ list: Slot, _ count: UInt32) throws(Raise) {
    let n = try length(list), i = slot(), j = slot(), x = slot(), y = slot()
    var k: UInt32 = 0
    while k < count && k &+ 1 < n {
      let other = k &+ UInt32(random(below: UInt64(n &- k)))
      set(i, Value(int: Int32(k)))
      set(j, Value(int: Int32(other)))
      try getItem(list, i, x)
      try getItem(list, j, y)
      try setItem(list, i, y)
      try setItem(list, j, x)
      port.spend(60)
      k &+= 1
    }
  }
}

//@native random:__init__ 1 1
func randomInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.seedFromBoard()
  vm.set(out, .none)
}
//@native random:seed 0 1
func randomSeed(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 || vm(a[0]).value.isNone {
    try vm.seedFromBoard()
  } else {
    let small = vm.isInteger(vm(a[0])), h = try vm.hash(a[0])
    try vm.seedRandom(small && vm(a[0]).value.isInt ? UInt64(bitPattern: try vm.toInt64(a[0])) : UInt64(h) &* 0x1_0000_0001)
  }
  vm.set(out, .none)
}
//@native random:getrandbits 1 1
func randomBits(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  if n < 0 || n > 1 << 20 { throw vm.raise(.ValueError, "number of bits must be non-negative") }
  if n <= 32 { return try vm.newInt(unsigned: UInt64(n == 0 ? 0 : vm.random() &>> UInt32(32 &- n)), out) }
  let bytes = vm.slots(2), count = UInt32(n &+ 7) / 8, type = vm.slot()
  try vm.newRandomBytes(count, bytes)
  vm(bytes).setByte(Str.bytes &+ count &- 1, vm(bytes).byte(Str.bytes &+ count &- 1) & (0xff &>> UInt8(truncatingIfNeeded: count &* 8 &- UInt32(n))))
  vm.set(bytes.up(1), Value(Q.little))
  vm.set(type, vm.type(.int))
  try vm.callMethod(type, Q.from_bytes, Args(bytes, 2), out)
}
extension VM {
  fileprivate mutating func newRandomBytes(_ n: UInt32, _ out: Slot) throws(Raise) {
    try newRaw(Kind.bytes, bytes: n, out)
    var i: UInt32 = 0
    while i < n {
      self(out).setByte(Str.bytes &+ i, UInt8(truncatingIfNeeded: random() &>> 24))
      i &+= 1
    }
  }
}
//@native random:randbytes 1 1
func randomBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  if n < 0 { throw vm.raise(.ValueError, "negative argument not allowed") }
  let made = vm.slot()
  try vm.newRandomBytes(UInt32(n), made)
  vm.copy(out, made)
}
/// `randrange([start,] stop[, step])`
//@native random:randrange 1 3
func randomRange(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let first = try vm.toInt64(a[0]), start = a.count == 1 ? 0 : first, stop = a.count == 1 ? first : try vm.toInt64(a[1])
  let step = a.count == 3 ? try vm.toInt64(a[2]) : 1
  if step == 0 || (step > 0 ? start >= stop : start <= stop) { throw vm.raise(.ValueError, "empty range") }
  let width = step > 0 ? UInt64(bitPattern: stop &- start) : UInt64(bitPattern: start &- stop), size = step.magnitude
  let n = width / size &+ (width % size == 0 ? 0 : 1)
  try vm.newInt(start &+ Int64(bitPattern: vm.random(below: n)) &* step, out)
}
//@native random:randint 2 2
func randomInt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let low = try vm.toInt64(a[0]), high = try vm.toInt64(a[1])
  if low > high { throw vm.raise(.ValueError, "empty range") }
  let n = UInt64(bitPattern: high &- low) &+ 1
  try vm.newInt(low &+ Int64(bitPattern: n == 0 ? UInt64(vm.random()) &<< 32 | UInt64(vm.random()) : vm.random(below: n)), out)
}
//@native random:choice 1 1
func randomChoice(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let item = vm.slot()
  try vm.randomItem(a[0], vm.random(below: UInt64(try vm.choices(a[0]))), item)
  vm.copy(out, item)
}
//@native random:shuffle 1 1
func randomShuffle(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.shuffle(a[0], .max)
  vm.set(out, .none)
}
//@native random:sample 2 2
func randomSample(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), made = vm.slot(), item = vm.slot(), k = try vm.toInt32(a[1])
  try vm.collectItems(a[0], Kind.list, list)
  if k < 0 || k > vm(list).int(1) { throw vm.raise(.ValueError, "sample larger than population or is negative") }
  try vm.shuffle(list, UInt32(k))
  try vm.newList(made)
  var i: UInt32 = 0
  while i < UInt32(k) {
    try vm.randomItem(list, UInt64(i), item)
    try vm.listAppend(made, item)
    i &+= 1
  }
  vm.copy(out, made)
}
/// `choices(sequence, weights=None, *, k=1)`
//@native random:choices 1 2 kw
func randomChoices(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.weights, Q.k]), made = vm.slot(), item = vm.slot(), weights = vm.slot()
  let n = try vm.choices(a[0]), k = try vm.int(b[1], default: 1)
  var total = 0.0
  if vm.given(b[0]) {
    try vm.collectItems(b[0], Kind.tuple, weights)
    if UInt32(vm(weights).int(1)) != n { throw vm.raise(.ValueError, "The number of weights does not match the population") }
    var i: UInt32 = 0
    while i < n {
      vm.set(item, vm(weights).at(2 &+ i))
      total += try vm.toDouble(item)
      i &+= 1
    }
    if !(total > 0) || total.isInfinite { throw vm.raise(.ValueError, "Total of weights must be greater than zero") }
  }
  try vm.newList(made)
  var left = k
  while left > 0 {
    var i: UInt32
    if total > 0 {
      var x = vm.randomFraction() * total
      i = 0
      while i &+ 1 < n {
        vm.set(item, vm(weights).at(2 &+ i))
        x -= try vm.toDouble(item)
        if x < 0 { break }
        i &+= 1
      }
    } else {
      i = UInt32(vm.random(below: UInt64(n)))
    }
    try vm.randomItem(a[0], UInt64(i), item)
    try vm.listAppend(made, item)
    left &-= 1
  }
  vm.copy(out, made)
}
//@native random:random 0 0
func randomFloat(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFloat(vm.randomFraction(), out) }
//@native random:uniform 2 2
func randomUniform(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let low = try vm.toDouble(a[0]), high = try vm.toDouble(a[1])
  try vm.newFloat(low + (high - low) * vm.randomFraction(), out)
}
/// Normal distribution, by Box and Muller.
//@native random:gauss 0 2
//@native random:normalvariate 0 2
func randomGauss(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mean = a.count > 0 ? try vm.toDouble(a[0]) : 0, deviation = a.count > 1 ? try vm.toDouble(a[1]) : 1
  let radius = (-2 * Elementary.log(1 - vm.randomFraction())).squareRoot(), angle = 6.283185307179586 * vm.randomFraction()
  try vm.newFloat(mean + deviation * radius * Elementary.cos(angle), out)
}
//@native random:expovariate 0 1
func randomExponential(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let rate = a.count > 0 ? try vm.toDouble(a[0]) : 1
  if rate == 0 { throw vm.raise(.ZeroDivisionError, "divide by zero") }
  try vm.newFloat(-Elementary.log(1 - vm.randomFraction()) / rate, out)
}
