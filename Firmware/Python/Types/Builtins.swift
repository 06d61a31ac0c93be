import Port

//@qstr default
//@const builtins:Ellipsis Ellipsis
//@const builtins:NotImplemented NotImplemented

//@native builtins:len 1 1
func builtinLen(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).isKind(Kind.range) {
    // May be longer than any container.
    let n = try vm.rangeLength(a[0])
    try vm.newInt(unsigned: n, out)
    return
  }
  let n = try vm.length(a[0])
  try vm.newInt(Int64(n), out)
}
//@native builtins:iter 1 2
func builtinIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { try vm.iterate(a[0], out); return }
  let t = vm.slot()
  try vm.newIterator(.callable_iterator, a[0], fields: 3, t)
  vm(t).set(Iter.extra, vm(a[1]))
  vm.copy(out, t)
}
//@native builtins:next 1 2
func builtinNextValue(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  vm.setRoot(.stopped, Value.null)
  if vm.isPlain(a[0]), !vm(a[0]).isKind(Kind.object) {
    // A generator's return value is lost to `next`, so ask the generator itself when nobody gave a default.
    if a.count == 1 && vm(a[0]).isKind(Kind.generator) { try vm.callMethod(a[0], Q.__next__, Args(t, 0), t); vm.copy(out, t); return }
    if try vm.next(a[0], t) { vm.copy(out, t); return }
  } else if a.count == 1 {
    try vm.callMethod(a[0], Q.__next__, Args(t, 0), t)
    vm.copy(out, t)
    return
  } else if try vm.next(a[0], t) {
    vm.copy(out, t); return
  }
  if a.count == 1 { throw vm.stopped() }
  vm.copy(out, a[1])
}
//@native builtins:sum 1 2 kw
func builtinSum(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.checkKeywords(a, Q.start)
  let total = vm.slot(), it = vm.slot(), x = vm.slot(), next = vm.slot()
  vm.set(total, Value(int: 0))
  if let s = vm.argument(a, 1, Q.start) { vm.copy(total, s) }
  if vm.isText(total) { throw vm.raise(.TypeError, "can't sum strings") }
  var place: UInt32 = 0
  try vm.beginWalk(a[0], it, &place)
  while try vm.walk(it, &place, x) {
    let l = vm(total).value, r = vm(x).value
    if l.isInt && r.isInt, Value.fits(Int64(l.int) &+ Int64(r.int)) {
      vm.set(total, Value(int: l.int &+ r.int))
    } else {
      try vm.binary(.add, total, x, next)
      vm.copy(total, next)
    }
    vm.port.spend(8)
    try vm.stepPoint()
  }
  vm.copy(out, total)
}
//@native builtins:all 1 1
func builtinAll(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let it = vm.slot(), x = vm.slot()
  var place: UInt32 = 0
  try vm.beginWalk(a[0], it, &place)
  var result = true
  while result, try vm.walk(it, &place, x) { result = try vm.truth(x); vm.port.spend(8); try vm.stepPoint() }
  vm.set(out, Value.bool(result))
}
//@native builtins:any 1 1
func builtinAny(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let it = vm.slot(), x = vm.slot()
  var place: UInt32 = 0
  try vm.beginWalk(a[0], it, &place)
  var result = false
  while !result, try vm.walk(it, &place, x) { result = try vm.truth(x); vm.port.spend(8); try vm.stepPoint() }
  vm.set(out, Value.bool(result))
}
//@native builtins:min 1 - kw
func builtinMin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.extreme(a, out, wantMore: false) }
//@native builtins:max 1 - kw
func builtinMax(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.extreme(a, out, wantMore: true) }

extension VM {
  mutating func extreme(_ a: Args, _ out: Slot, wantMore: Bool) throws(Raise) {
    try checkKeywords(a, Q.key, Q.default)
    let best = slot(), bestKey = slot(), it = slot(), r = slot(), x = slot(), k = slot()
    let key = given(keyword(a, Q.key))
    var i: UInt32 = 0, some = false
    if a.count == 1 { try beginWalk(a[0], it, &i) }
    while true {
      if a.count == 1 {
        if !(try walk(it, &i, x)) { break }
      } else {
        if i == a.count { break }
        copy(x, a[i])
        i &+= 1
      }
      if let key {
        try call(key, Args(x, 1), r)
        copy(k, r)
      } else {
        copy(k, x)
      }
      if some {
        port.spend(8)
        try stepPoint()
        let better = wantMore ? try less(bestKey, k) : try less(k, bestKey)
        if !better { continue }
      }
      some = true
      copy(best, x)
      copy(bestKey, k)
    }
    if some { copy(out, best); return }
    guard let d = keyword(a, Q.default) else { throw raise(.ValueError, "arg is an empty sequence") }
    copy(out, d)
  }
}
//@native builtins:sorted 1 1 kw
func builtinSorted(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let l = vm.slot()
  try vm.collectItems(a[0], Kind.list, l)
  try vm.sort(l, a)
  vm.copy(out, l)
}
//@native builtins:repr 1 1
func builtinReprOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.reprText(a[0], out) }
//@native builtins:ascii 1 1
func builtinAscii(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot(), b = vm.slot()
  try vm.reprText(a[0], t)
  try vm.newBuilder(b)
  var i: UInt32 = 0
  while i < vm.view(t).count {
    let w = vm.view(t).width(at: i), p = vm.view(t).point(at: i)
    if p < 0x80 {
      try vm.append(b, byte: UInt8(p))
    } else {
      try vm.append(b, p < 0x100 ? "\\x" : p < 0x1_0000 ? "\\u" : "\\U")
      try vm.append(b, hex: p, width: p < 0x100 ? 2 : p < 0x1_0000 ? 4 : 8)
    }
    i &+= w
  }
  try vm.finish(b, Kind.str, out)
}
//@native builtins:format 1 2
func builtinFormat(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = vm.slot(), spec = vm.slot()
  vm.set(spec, Value(Q.empty))
  if a.count > 1 { try vm.needText(a[1]); vm.copy(spec, a[1]) }
  try vm.newBuilder(b)
  try vm.format(a[0], spec: spec, b)
  try vm.finish(b, Kind.str, out)
}
//@native builtins:ord 1 1
func builtinOrd(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let kind = vm.sequenceKind(a[0])
  if kind != Kind.str && kind != Kind.bytes && kind != Kind.bytearray {
    let name = Value(vm.typeName(vm(a[0])))
    throw vm.raise(.TypeError, "ord() expected string of length 1, but % found", name)
  }
  let n = kind == Kind.str ? vm.textLength(vm.native(vm(a[0]))) : vm.view(a[0]).count
  if n != 1 { throw vm.raise(.TypeError, "ord() expected a character, but string of length % found", Value(int: Int32(bitPattern: n))) }
  let p = kind == Kind.str ? vm.view(a[0]).point(at: 0) : UInt32(vm.view(a[0])[0])
  vm.set(out, Value(int: Int32(bitPattern: p)))
}
//@native builtins:chr 1 1
func builtinChr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  if n < 0 || n >= 0x11_0000 { throw vm.raise(.ValueError, "chr() arg not in range(0x110000)") }
  try vm.newText(point: UInt32(n), out)
}
/// `io.open`, wherever a file system brings one; OSError(ENODEV) where there is none.
//@qstr io
//@native builtins:open 1 - kw
func builtinOpen(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let m = vm.slot(), f = vm.slot()
  if try !vm.importBuiltin(Q.io, m) { throw vm.raise(errno: 19) }
  if !(try vm.findAttribute(m, Q.open, f)) { throw vm.raise(errno: 19) }
  try vm.call(f, a, m)
  vm.copy(out, m)
}
