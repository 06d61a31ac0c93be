import Port

// Searching in str, bytes and bytearray. Positions are code points for a str, bytes otherwise.
extension VM {
  /// Kind of text that a method works on (str, bytes, bytearray); raises TypeError for anything else, as when called through the type.
  mutating func textKind(_ s: Slot) throws(Raise) -> UInt32 {
    let k = sequenceKind(s)
    if k != Kind.str && k != Kind.bytes && k != Kind.bytearray { throw wrongType(s) }
    return k
  }
  /// Raises TypeError unless `arg` is text of the same sort as `s`: a str for a str, bytes-like for bytes.
  mutating func needSame(_ s: Slot, _ arg: Slot) throws(Raise) {
    let k = try textKind(s)
    if k == Kind.str ? isText(arg) : isBinary(sequenceKind(arg)) { return }
    throw cannotConvert(arg, k == Kind.str ? Q.str : Q.bytes)
  }
  /// Raises TypeError unless it is, and else puts a byte given as a number into a slot as bytes (for find, count …).
  mutating func needSame(_ s: Slot, _ arg: Slot, orByte out: Slot) throws(Raise) {
    if try textKind(s) != Kind.str, isInteger(self(arg)) {
      let b = try byteValue(arg)
      try newRaw(Kind.bytes, bytes: 1, out)
      view(out).set(0, b)
      return
    }
    try needSame(s, arg)
    copy(out, arg)
  }
  @inline(__always) borrowing func isWide(_ s: Slot) -> Bool { isText(s) && textIsWide(native(self(s))) }
  /// Characters (code points of a str, bytes of others).
  borrowing func characters(_ s: Slot) -> UInt32 { isText(s) ? textLength(native(self(s))) : view(s).count }
  /// Byte offset of a character.
  borrowing func byteOffset(_ s: Slot, _ character: UInt32) -> UInt32 {
    let n = view(s).count
    return isWide(s) ? view(s).offset(ofPoint: character) : character < n ? character : n
  }
  /// Character at a byte offset.
  borrowing func character(_ s: Slot, at byte: UInt32) -> UInt32 { isWide(s) ? view(s, 0, byte).points : byte }
  /// The bytes that arguments `i` (start) and `i + 1` (end) name; nil if the start lies beyond the end of the text.
  mutating func searchRange(_ a: Args, _ i: UInt32) throws(Raise) -> (from: UInt32, to: UInt32)? {
    if a.count <= i { return (0, view(a[0]).count) }
    let n = characters(a[0])
    let start = try position(a, i, length: n, none: 0), end = try position(a, i &+ 1, length: n, none: n)
    if start > n { return nil }
    let from = byteOffset(a[0], start), to = byteOffset(a[0], end < n ? end : n)
    return from <= to ? (from, to) : nil
  }
  mutating func search(_ a: Args, last: Bool) throws(Raise) -> UInt32? {
    let part = slot()
    try needSame(a[0], a[1], orByte: part)
    guard let r = try searchRange(a, 2) else { return nil }
    guard let at = try findPart(a[0], part, from: r.from, to: r.to, last: last) else { return nil }
    return character(a[0], at: at)
  }
  /// The first (or last) place of `part` in the bytes `from ..< to` of a text, by pieces between which others run.
  mutating func findPart(_ s: Slot, _ part: Slot, from: UInt32, to: UInt32, last: Bool = false) throws(Raise) -> UInt32? {
    let n = view(part).count
    if from > to || n > to &- from { return nil }
    // Places that are left to look at: those from `at` on, or those before it.
    var left = to &- n &- from &+ 1, at = last ? from &+ left : from
    while true {
      let some = min(left, 512), first = last ? at &- some : at
      do {
        let v = view(s), p = view(part)
        // Bytes that can change may have become fewer meanwhile.
        if v.count < to || p.count != n { return nil }
        if let i = last ? v.findLast(p, from: first, to: first &+ some &- 1 &+ n) : v.find(p, from: first, to: first &+ some &- 1 &+ n) {
          port.spend(long: (last ? at &- i : i &- first) &* 4)
          return i
        }
      }
      left &-= some
      at = last ? first : at &+ some
      port.spend(long: some &* 4)
      if left == 0 { return nil }
      try yieldPoint()
    }
  }
}
//@native str.find 2 4
//@native bytes.find 2 4
//@native bytearray.find 2 4
func textFind(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = try vm.search(a, last: false)
  vm.set(out, Value(int: at.map { Int32(bitPattern: $0) } ?? -1))
}
//@native str.rfind 2 4
//@native bytes.rfind 2 4
//@native bytearray.rfind 2 4
func textRfind(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = try vm.search(a, last: true)
  vm.set(out, Value(int: at.map { Int32(bitPattern: $0) } ?? -1))
}
//@native str.index 2 4
//@native bytes.index 2 4
//@native bytearray.index 2 4
func textIndexOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  guard let at = try vm.search(a, last: false) else { throw vm.raise(.ValueError, "substring not found") }
  vm.set(out, Value(int: Int32(bitPattern: at)))
}
//@native str.rindex 2 4
//@native bytes.rindex 2 4
//@native bytearray.rindex 2 4
func textRindex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  guard let at = try vm.search(a, last: true) else { throw vm.raise(.ValueError, "substring not found") }
  vm.set(out, Value(int: Int32(bitPattern: at)))
}
//@native str.count 2 4
//@native bytes.count 2 4
//@native bytearray.count 2 4
func textCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let part = vm.slot()
  try vm.needSame(a[0], a[1], orByte: part)
  guard let r = try vm.searchRange(a, 2) else { vm.set(out, Value(int: 0)); return }
  let v = vm.view(a[0]), p = vm.view(part)
  if p.count == 0 {
    let n = vm.isWide(a[0]) ? v.part(r.from, r.to).points : r.to &- r.from
    vm.set(out, Value(int: Int32(bitPattern: n &+ 1)))
    return
  }
  var n: Int32 = 0, at = r.from
  while let i = v.find(p, from: at, to: r.to) { n &+= 1; at = i &+ p.count }
  vm.set(out, Value(int: n))
}
//@native str.startswith 2 4
//@native bytes.startswith 2 4
//@native bytearray.startswith 2 4
func textStartswith(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.hasAffix(a, atEnd: false))) }
//@native str.endswith 2 4
//@native bytes.endswith 2 4
//@native bytearray.endswith 2 4
func textEndswith(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.hasAffix(a, atEnd: true))) }

extension VM {
  mutating func hasAffix(_ a: Args, atEnd: Bool) throws(Raise) -> Bool {
    _ = try textKind(a[0])
    let x = slot()
    let many = isKind(a[1], Kind.tuple)
    let n = many ? itemCount(a[1]) : 1
    var i: UInt32 = 0
    while i < n {
      if many { set(x, item(a[1], i)) } else { copy(x, a[1]) }
      try needSame(a[0], x)
      if let r = try searchRange(a, 2) {
        let v = view(a[0]), p = view(x)
        if p.count <= r.to &- r.from && v.matches(p, at: atEnd ? r.to &- p.count : r.from) { return true }
      }
      i &+= 1
    }
    return false
  }
}
//@native str.removeprefix 2 2
//@native bytes.removeprefix 2 2
//@native bytearray.removeprefix 2 2
func textRemoveprefix(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSame(a[0], a[1])
  let n = vm.view(a[0]).count, p = vm.view(a[0]).matches(vm.view(a[1]), at: 0) ? vm.view(a[1]).count : 0
  try vm.newText(vm.textKind(a[0]), from: a[0], p, n, out)
}
//@native str.removesuffix 2 2
//@native bytes.removesuffix 2 2
//@native bytearray.removesuffix 2 2
func textRemovesuffix(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSame(a[0], a[1])
  var n = vm.view(a[0]).count
  let p = vm.view(a[1]).count
  if p <= n && vm.view(a[0]).matches(vm.view(a[1]), at: n &- p) { n &-= p }
  try vm.newText(vm.textKind(a[0]), from: a[0], 0, n, out)
}
