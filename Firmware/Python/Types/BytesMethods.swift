import Port

extension VM {
  /// What `bytes(…)` and `bytearray(…)` are made of, as a bytearray: a text with an encoding, a length, bytes, or an iterable of numbers.
  mutating func bytesFrom(_ a: Args, _ out: Slot) throws(Raise) {
    if a.pairs > 0 { throw raise(.NotImplementedError, "keyword argument(s) not implemented - use normal args instead") }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), it = slot(), x = slot()
    try newBytearray(t)
    defer { copy(out, t) }
    if a.count == 1 { return }
    if isText(a[1]) {
      if a.count < 3 { throw raise(.TypeError, "string argument without an encoding") }
      try callMethod(a[1], Q.encode, Args(a[2], a.count &- 2), x)
      return try append(t, x)
    }
    if a.count > 2 { throw raise(.TypeError, "encoding without a string argument") }
    if isInteger(self(a[1])) {
      let n = try toInt32(a[1])
      if n < 0 { throw raise(.ValueError, "negative count") }
      _ = try bytearrayGrow(t, UInt32(n), exact: true)
      return
    }
    if isBinary(sequenceKind(a[1])) { try append(t, a[1]); return }
    if self(a[1]).isObject, try callSpecial(a[1], Q.__bytes__, Args(x, 0), x) {
      if !isKind(x, Kind.bytes) { throw cannotConvert(x, Q.bytes) }
      try append(t, x)
      return
    }
    try iterate(a[1], it)
    while try next(it, x) {
      let b = try byteValue(x)
      try append(t, byte: b)
    }
  }
}
//@qstr __bytes__

//@native bytes.__new__ 1 4 kw
func bytesNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2, a.pairs == 0, vm(a[1]).isKind(Kind.bytes) { vm.copy(out, a[1]); return }
  let t = vm.slot()
  try vm.bytesFrom(a, t)
  try vm.newText(Kind.bytes, from: t, 0, vm.view(t).count, out)
}
//@native bytearray.__new__ 1 4 kw
func bytearrayNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.bytesFrom(a, out) }

/// Two hexadecimal digits a byte, with an optional separator.
//@native bytes.hex 1 3
//@native bytearray.hex 1 3
//@native memoryview.hex 1 3
func bytesHex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isBinary(vm.sequenceKind(a[0])) { throw vm.wrongType(a[0]) }
  let b = vm.slot()
  var group: Int32 = 1
  if a.count > 1 { if vm.view(a[1]).count != 1 { throw vm.raise(.ValueError, "sep must be length 1.") } }
  if a.count > 2 { group = try vm.toInt32(a[2]) }
  try vm.newBuilder(b)
  let n = vm.view(a[0]).count, size = group.magnitude
  var i: UInt32 = 0
  while i < n {
    // Groups count from the right when positive, from the left when negative.
    if i > 0 && a.count > 1 && size > 0 && (group > 0 ? (n &- i) % size == 0 : i % size == 0) { try vm.append(b, a[1]) }
    let c = UInt32(vm.view(a[0])[i])
    try vm.append(b, hex: c, width: 2)
    i &+= 1
  }
  try vm.finish(b, Kind.str, out)
}
//@native bytes.fromhex 2 2 class
func bytesFromhex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.fromHex(a[1], Kind.bytes, out) }
//@native bytearray.fromhex 2 2 class
func bytearrayFromhex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.fromHex(a[1], Kind.bytearray, out) }

extension VM {
  mutating func fromHex(_ s: Slot, _ kind: UInt32, _ out: Slot) throws(Raise) {
    let b = slot()
    if !isByteLike(s) { throw cannotConvert(s, Q.str) }
    try newBytearray(b)
    var i: UInt32 = 0
    while i < view(s).count {
      let c = view(s)[i]
      if isSpace(c) { i &+= 1; continue }
      let high = hexDigit(c), low = i &+ 1 < view(s).count ? hexDigit(view(s)[i &+ 1]) : 255
      if high > 15 || low > 15 { throw raise(.ValueError, "non-hex digit") }
      try append(b, byte: high &<< 4 | low)
      i &+= 2
    }
    try finish(b, kind, out)
  }
}
//@native bytearray.append 2 2
func bytearrayAppend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  let b = try vm.byteValue(a[1]), t = vm.slot()
  vm.set(t, vm.native(vm(a[0])))
  try vm.append(t, byte: b)
  vm.set(out, Value.none)
}
//@native bytearray.extend 2 2
func bytearrayExtend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  let t = vm.slot(), it = vm.slot(), x = vm.slot()
  vm.set(t, vm.native(vm(a[0])))
  if vm.isBinary(vm.sequenceKind(a[1])) {
    try vm.binaryExtend(t, a[1])
  } else if vm.isText(a[1]) {
    throw vm.cannotConvert(a[1], Q.bytes)
  } else {
    try vm.iterate(a[1], it)
    while try vm.next(it, x) {
      let b = try vm.byteValue(x)
      try vm.append(t, byte: b)
    }
  }
  vm.set(out, Value.none)
}
//@native bytearray.insert 3 3
func bytearrayInsert(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  let t = vm.slot(), b = try vm.byteValue(a[2])
  guard var i = try vm.clippedIndex(a[1]) else { throw vm.cannotConvert(a[1], Q.int) }
  let n = Int32(bitPattern: vm.view(a[0]).count)
  if i < 0 { i &+= n; if i < 0 { i = 0 } }
  if i > n { i = n }
  try vm.newRaw(Kind.bytes, bytes: 1, t)
  vm.view(t).set(0, b)
  try vm.bytearraySplice(a[0], at: UInt32(i), removed: 0, t, 0, 1)
  vm.set(out, Value.none)
}
//@native bytearray.pop 1 2
func bytearrayPop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  if vm.view(a[0]).count == 0 { throw vm.raise(.IndexError, "pop from empty bytearray") }
  var i = vm.view(a[0]).count &- 1
  if a.count > 1 { i = try vm.index(a[1], vm.view(a[0]).count, of: a[0]) }
  if i >= vm.view(a[0]).count { throw vm.outOfRange(a[0]) }
  let b = vm.view(a[0])[i]
  try vm.bytearraySplice(a[0], at: i, removed: 1, nil, 0, 0)
  vm.set(out, Value(int: Int32(b)))
}
//@native bytearray.remove 2 2
func bytearrayRemove(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  let b = try vm.byteValue(a[1])
  var i: UInt32 = 0
  while i < vm.view(a[0]).count && vm.view(a[0])[i] != b { i &+= 1 }
  if i >= vm.view(a[0]).count { throw vm.raise(.ValueError, "value not found in bytearray") }
  try vm.bytearraySplice(a[0], at: i, removed: 1, nil, 0, 0)
  vm.set(out, Value.none)
}
//@native bytearray.reverse 1 1
func bytearrayReverse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  let v = vm.view(a[0])
  var i: UInt32 = 0
  while i &+ 1 < v.count &- i { let x = v[i], j = v.count &- 1 &- i; v.set(i, v[j]); v.set(j, x); i &+= 1 }
  vm.set(out, Value.none)
}
//@native bytearray.clear 1 1
func bytearrayClear(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  try vm.bytearraySplice(a[0], at: 0, removed: vm.view(a[0]).count, nil, 0, 0)
  vm.set(out, Value.none)
}
//@native bytearray.copy 1 1
func bytearrayCopy(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needKind(a[0], Kind.bytearray)
  try vm.newText(Kind.bytearray, from: a[0], 0, vm.view(a[0]).count, out)
}
