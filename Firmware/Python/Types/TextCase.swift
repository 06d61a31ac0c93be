import Port

// Case, classes of characters, stripping and padding. Case is ASCII's, as MicroPython's suite pins.

@inline(__always) func isLower(_ b: UInt8) -> Bool { b >= 97 && b <= 122 }
@inline(__always) func isUpper(_ b: UInt8) -> Bool { b >= 65 && b <= 90 }
@inline(__always) func isAlpha(_ b: UInt8) -> Bool { isLower(b | 32) }

enum CaseChange { case lower, upper, swap, capitalize, title }
enum CharacterClass { case alpha, digit, space, alphanumeric, ascii, printable }

extension VM {
  mutating func changeCase(_ s: Slot, _ change: CaseChange, _ out: Slot) throws(Raise) {
    let kind = try textKind(s), n = view(s).count
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    if kind == Kind.str && n == 0 { set(out, Value(Q.empty)); return }
    if kind == Kind.bytearray {
      try newBytearray(t)
      _ = try bytearrayGrow(t, n)
    } else {
      try newRaw(kind, bytes: n, t)
    }
    var i: UInt32 = 0, inside = false
    while i < n {
      // In pieces; bytes that can change may have become fewer meanwhile.
      let start = i
      do {
        let from = view(s), to = view(t), stop = min(n, i &+ 512, from.count)
        while i < stop {
          let b = from[i]
          let up: Bool
          switch change {
          case .lower: up = false
          case .upper: up = true
          case .swap: up = isLower(b)
          case .capitalize: up = i == 0
          case .title: up = !inside
          }
          inside = isAlpha(b) || b >= 0x80
          to.set(i, up ? (isLower(b) ? b &- 32 : b) : (isUpper(b) ? b &+ 32 : b))
          i &+= 1
        }
      }
      if i == start { break }
      port.spend(long: (i &- start) &* 5)
      try stepPoint()
    }
    copy(out, t)
  }
  /// True if there is a character and all are of the class. Letters beyond ASCII count as letters in a str.
  mutating func all(_ s: Slot, _ c: CharacterClass) throws(Raise) -> Bool {
    let text = try textKind(s) == Kind.str, v = view(s)
    if v.count == 0 { return c == .ascii || c == .printable }
    var i: UInt32 = 0
    while i < v.count {
      let b = v[i], p = text ? v.point(at: i) : UInt32(b)
      let ok: Bool
      switch c {
      case .alpha: ok = isAlpha(b) || p >= 0x80 && text && isLetter(p)
      case .digit: ok = isDigit(b)
      case .space:
        ok =
          isSpace(b)
          || text
            && (p == 0x85 || p == 0xa0 || p == 0x1680 || p >= 0x2000 && p <= 0x200a || p == 0x2028 || p == 0x2029 || p == 0x202f || p == 0x205f || p == 0x3000
              || p >= 28 && p < 32)
      case .alphanumeric: ok = isAlpha(b) || isDigit(b) || p >= 0x80 && text && isLetter(p)
      case .ascii: ok = b < 0x80
      case .printable: ok = p >= 32 && p < 127 || p > 127 && isPrintable(p)
      }
      if !ok { return false }
      i &+= text ? v.width(at: i) : 1
    }
    return true
  }
  /// isupper, islower, istitle: cased letters, and all of them so.
  mutating func isCased(_ s: Slot, _ change: CaseChange) throws(Raise) -> Bool {
    _ = try textKind(s)
    let v = view(s)
    var i: UInt32 = 0, some = false, inside = false
    while i < v.count {
      let b = v[i]
      if isAlpha(b) {
        some = true
        let wrong = change == .lower ? isUpper(b) : change == .upper ? isLower(b) : inside ? isUpper(b) : isLower(b)
        if wrong { return false }
      }
      inside = isAlpha(b)
      i &+= 1
    }
    return some
  }
  mutating func strip(_ a: Args, left: Bool, right: Bool, _ out: Slot) throws(Raise) {
    let kind = try textKind(a[0]), wide: Bool
    let chars: Slot? = a.count > 1 ? given(a[1]) : nil
    if let chars { try needSame(a[0], chars); wide = isWide(chars) } else { wide = false }
    var from: UInt32 = 0, to = view(a[0]).count
    do {
      let v = view(a[0])
      // With characters of several bytes a whole character is looked for.
      func strips(_ at: UInt32, _ w: UInt32, _ vm: borrowing VM) -> Bool {
        guard let chars else { return isSpace(v[at]) }
        let set = vm.view(chars)
        var i: UInt32 = 0
        while i < set.count {
          let n = wide ? set.width(at: i) : 1
          if n == w && set.part(i, i &+ n).equals(v.part(at, at &+ w)) { return true }
          i &+= n
        }
        return false
      }
      if left {
        while from < to { let w = wide ? v.width(at: from) : 1; if !strips(from, w, self) { break }; from &+= w }
      }
      if right {
        while to > from {
          var w: UInt32 = 1
          if wide { while w < to &- from && v[to &- w] & 0xc0 == 0x80 { w &+= 1 } }
          if !strips(to &- w, w, self) { break }
          to &-= w
        }
      }
    }
    if from == 0 && to == view(a[0]).count && kind != Kind.bytearray && isPlain(a[0]) { copy(out, a[0]); return }
    try newText(kind, from: a[0], from, to, out)
  }
  /// The text with `left` fill characters before it and `right` after it.
  mutating func pad(_ a: Args, _ left: UInt32, _ right: UInt32, _ out: Slot) throws(Raise) {
    let kind = try textKind(a[0])
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot()
    if a.count > 2 {
      try needSame(a[0], a[2])
      if characters(a[2]) != 1 { throw raise(.TypeError, "the fill character must be exactly one character long") }
    }
    try newBuilder(b)
    try fill(b, a, left)
    try append(b, a[0])
    try fill(b, a, right)
    try finish(b, kind, out)
  }
  private mutating func fill(_ b: Slot, _ a: Args, _ n: UInt32) throws(Raise) {
    if a.count <= 2 || view(a[2]).count == 1 { let c = a.count > 2 ? view(a[2])[0] : 32; try append(b, byte: c, times: n); return }
    var i: UInt32 = 0
    while i < n { try append(b, a[2]); i &+= 1 }
  }
  /// How many characters are missing to the width in argument 1.
  mutating func missing(_ a: Args) throws(Raise) -> UInt32 {
    _ = try textKind(a[0])
    let width = try toInt32(a[1]), n = Int32(bitPattern: characters(a[0]))
    return width > n ? UInt32(width &- n) : 0
  }
}
/// Letters and marks beyond ASCII, roughly: everything printable that is not in a block of symbols or punctuation.
public func isLetter(_ p: UInt32) -> Bool {
  switch p {
  case 0xaa, 0xb5, 0xba: true
  case 0...0xbf, 0xd7, 0xf7, 0x2000...0x20ff, 0x2190...0x2bff, 0x2e00...0x2e7f, 0x3000...0x3004, 0x3008...0x3020, 0xfe10...0xfe6f, 0xff00...0xff20,
    0x1_f000...0x1_faff:
    false
  default: isPrintable(p)
  }
}
//@native str.lower 1 1
//@native str.casefold 1 1
//@native bytes.lower 1 1
//@native bytearray.lower 1 1
func textLower(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.changeCase(a[0], .lower, out) }
//@native str.upper 1 1
//@native bytes.upper 1 1
//@native bytearray.upper 1 1
func textUpper(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.changeCase(a[0], .upper, out) }
//@native str.swapcase 1 1
//@native bytes.swapcase 1 1
//@native bytearray.swapcase 1 1
func textSwapcase(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.changeCase(a[0], .swap, out) }
//@native str.capitalize 1 1
//@native bytes.capitalize 1 1
//@native bytearray.capitalize 1 1
func textCapitalize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.changeCase(a[0], .capitalize, out) }
//@native str.title 1 1
//@native bytes.title 1 1
//@native bytearray.title 1 1
func textTitle(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.changeCase(a[0], .title, out) }
//@native str.isalpha 1 1
//@native bytes.isalpha 1 1
//@native bytearray.isalpha 1 1
func textIsalpha(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .alpha))) }
//@native str.isdigit 1 1
//@native str.isdecimal 1 1
//@native str.isnumeric 1 1
//@native bytes.isdigit 1 1
//@native bytearray.isdigit 1 1
func textIsdigit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .digit))) }
//@native str.isspace 1 1
//@native bytes.isspace 1 1
//@native bytearray.isspace 1 1
func textIsspace(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .space))) }
//@native str.isalnum 1 1
//@native bytes.isalnum 1 1
//@native bytearray.isalnum 1 1
func textIsalnum(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .alphanumeric))) }
//@native str.isascii 1 1
//@native bytes.isascii 1 1
//@native bytearray.isascii 1 1
func textIsascii(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .ascii))) }
//@native str.isprintable 1 1
func textIsprintable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.all(a[0], .printable))) }
//@native str.isupper 1 1
//@native bytes.isupper 1 1
//@native bytearray.isupper 1 1
func textIsupper(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.isCased(a[0], .upper))) }
//@native str.islower 1 1
//@native bytes.islower 1 1
//@native bytearray.islower 1 1
func textIslower(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.isCased(a[0], .lower))) }
//@native str.istitle 1 1
//@native bytes.istitle 1 1
//@native bytearray.istitle 1 1
func textIstitle(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(try vm.isCased(a[0], .title))) }
//@native str.isidentifier 1 1
func textIsidentifier(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let v = vm.view(a[0])
  var i: UInt32 = 0, ok = v.count > 0
  while ok && i < v.count {
    let b = v[i]
    ok = isAlpha(b) || b == 95 || i > 0 && isDigit(b) || b >= 0x80 && isLetter(v.point(at: i))
    i &+= v.width(at: i)
  }
  vm.set(out, Value.bool(ok))
}
//@native str.strip 1 2
//@native bytes.strip 1 2
//@native bytearray.strip 1 2
func textStrip(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.strip(a, left: true, right: true, out) }
//@native str.lstrip 1 2
//@native bytes.lstrip 1 2
//@native bytearray.lstrip 1 2
func textLstrip(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.strip(a, left: true, right: false, out) }
//@native str.rstrip 1 2
//@native bytes.rstrip 1 2
//@native bytearray.rstrip 1 2
func textRstrip(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.strip(a, left: false, right: true, out) }
//@native str.center 2 3
//@native bytes.center 2 3
//@native bytearray.center 2 3
func textCenter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.missing(a), width = n &+ vm.characters(a[0]), left = n / 2 &+ (n & width & 1)
  try vm.pad(a, left, n &- left, out)
}
//@native str.ljust 2 3
//@native bytes.ljust 2 3
//@native bytearray.ljust 2 3
func textLjust(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pad(a, 0, vm.missing(a), out) }
//@native str.rjust 2 3
//@native bytes.rjust 2 3
//@native bytearray.rjust 2 3
func textRjust(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pad(a, vm.missing(a), 0, out) }
//@native str.zfill 2 2
//@native bytes.zfill 2 2
//@native bytearray.zfill 2 2
func textZfill(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let kind = try vm.textKind(a[0]), n = try vm.missing(a), b = vm.slot()
  var sign: UInt32 = 0
  if vm.view(a[0]).count > 0 { let c = vm.view(a[0])[0]; sign = c == 43 || c == 45 ? 1 : 0 }
  try vm.newBuilder(b)
  try vm.append(b, a[0], 0, sign)
  try vm.append(b, byte: 48, times: n)
  try vm.append(b, a[0], sign, vm.view(a[0]).count)
  try vm.finish(b, kind, out)
}
//@qstr tabsize
//@native str.expandtabs 1 2 kw
//@native bytes.expandtabs 1 2 kw
//@native bytearray.expandtabs 1 2 kw
func textExpandtabs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let kind = try vm.textKind(a[0]), b = vm.slot()
  try vm.checkKeywords(a, Q.tabsize)
  var tab: Int32 = 8
  if let t = vm.argument(a, 1, Q.tabsize) { tab = try vm.toInt32(t) }
  try vm.newBuilder(b)
  var i: UInt32 = 0, column: UInt32 = 0
  while i < vm.view(a[0]).count {
    let c = vm.view(a[0])[i]
    if c == 9 {
      if tab > 0 {
        let n = UInt32(tab) &- column % UInt32(tab)
        try vm.append(b, byte: 32, times: n)
        column &+= n
      }
    } else {
      try vm.append(b, byte: c)
      if c == 10 || c == 13 { column = 0 } else if kind != Kind.str || c & 0xc0 != 0x80 { column &+= 1 }
    }
    i &+= 1
  }
  try vm.finish(b, kind, out)
}
/// `translate(table, delete=b'')`: a table of 256 bytes, or None.
//@native bytes.translate 2 3 kw
//@native bytearray.translate 2 3 kw
func bytesTranslate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.checkKeywords(a, Q.delete)
  let kind = try vm.textKind(a[0]), delete = vm.argument(a, 2, Q.delete), plain = vm.isNone(a[1])
  if !plain {
    if !vm.isBinary(vm.sequenceKind(a[1])) { throw vm.wrongType(a[1]) }
    if vm.view(a[1]).count != 256 { throw vm.raise(.ValueError, "translation table must be 256 characters long") }
  }
  if let delete, !vm.isBinary(vm.sequenceKind(delete)) { throw vm.wrongType(delete) }
  let b = vm.slot()
  try vm.newBuilder(b)
  var i: UInt32 = 0
  while i < vm.view(a[0]).count {
    let c = vm.view(a[0])[i]
    i &+= 1
    var k: UInt32 = 0
    if let delete {
      let gone = vm.view(delete)
      while k < gone.count && gone[k] != c { k &+= 1 }
      if k < gone.count { continue }
    }
    let to = plain ? c : vm.view(a[1])[UInt32(c)]
    try vm.append(b, byte: to)
    try vm.stepPoint(round: i, 20)
    if !plain && vm.view(a[1]).count != 256 { throw vm.raise(.ValueError, "translation table must be 256 characters long") }
  }
  try vm.finish(b, kind, out)
}
//@qstr delete
/// `bytes.maketrans(from, to)`.
//@native bytes.maketrans 2 2 static
//@native bytearray.maketrans 2 2 static
func bytesMaketrans(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isBinary(vm.sequenceKind(a[0])) { throw vm.wrongType(a[0]) }
  if !vm.isBinary(vm.sequenceKind(a[1])) { throw vm.wrongType(a[1]) }
  let n = vm.view(a[0]).count, t = vm.slot()
  if n != vm.view(a[1]).count { throw vm.raise(.ValueError, "maketrans arguments must have same length") }
  try vm.newRaw(Kind.bytes, bytes: 256, t)
  do {
    let table = vm.view(t), from = vm.view(a[0]), to = vm.view(a[1])
    var i: UInt32 = 0
    while i < 256 { table.set(i, UInt8(truncatingIfNeeded: i)); i &+= 1 }
    i = 0
    while i < n { table.set(UInt32(from[i]), to[i]); i &+= 1 }
  }
  vm.copy(out, t)
}
/// A table is anything with items: a dict or list from code points to code points, texts or None.
//@native str.translate 2 2
func strTranslate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let b = vm.slot(), key = vm.slot(), x = vm.slot()
  try vm.newBuilder(b)
  var i: UInt32 = 0
  while i < vm.view(a[0]).count {
    let w = vm.view(a[0]).width(at: i)
    vm.set(key, Value(int: Int32(bitPattern: vm.view(a[0]).point(at: i))))
    var found = true
    do throws(Raise) { try vm.getItem(a[1], key, x) } catch {
      if !vm.pendingIs(.LookupError) { throw error }
      vm.takePending(x)
      found = false
    }
    if !found {
      try vm.append(b, a[0], i, i &+ w)
    } else if vm.isText(x) {
      try vm.append(b, x)
    } else if !vm.isNone(x) {
      let p = try vm.toInt32(x)
      if p < 0 || p >= 0x11_0000 { throw vm.raise(.ValueError, "character mapping must be in range(0x110000)") }
      try vm.append(b, point: UInt32(p))
    }
    i &+= w
  }
  try vm.finish(b, Kind.str, out)
}
/// `str.maketrans(dict)`, `str.maketrans(from, to[, deleted])`.
//@native str.maketrans 1 3 static
func strMaketrans(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot(), key = vm.slot(), value = vm.slot()
  try vm.newDict(d)
  if a.count == 1 {
    if !vm.isKind(a[0], Kind.dict) { throw vm.wrongType(a[0]) }
    let from = vm.slot()
    vm.set(from, vm.native(vm(a[0])))
    var at: UInt32 = 0
    while vm.dictNext(from, &at, key: key, value: value) {
      if vm.isText(key) {
        if vm.characters(key) != 1 { throw vm.raise(.ValueError, "string keys in translate table must be of length 1") }
        vm.set(key, Value(int: Int32(bitPattern: vm.view(key).point(at: 0))))
      }
      try vm.dictSet(d, key, value)
    }
  } else {
    try vm.needText(a[0])
    try vm.needText(a[1])
    if vm.characters(a[0]) != vm.characters(a[1]) { throw vm.raise(.ValueError, "the first two maketrans arguments must have equal length") }
    var i: UInt32 = 0, j: UInt32 = 0
    while i < vm.view(a[0]).count {
      vm.set(key, Value(int: Int32(bitPattern: vm.view(a[0]).point(at: i))))
      vm.set(value, Value(int: Int32(bitPattern: vm.view(a[1]).point(at: j))))
      try vm.dictSet(d, key, value)
      i &+= vm.view(a[0]).width(at: i)
      j &+= vm.view(a[1]).width(at: j)
    }
    if a.count > 2 {
      try vm.needText(a[2])
      i = 0
      vm.set(value, Value.none)
      while i < vm.view(a[2]).count {
        vm.set(key, Value(int: Int32(bitPattern: vm.view(a[2]).point(at: i))))
        try vm.dictSet(d, key, value)
        i &+= vm.view(a[2]).width(at: i)
      }
    }
  }
  vm.copy(out, d)
}
