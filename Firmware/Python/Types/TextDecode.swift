import Port

//@qstr encoding errors

enum TextEncoding { case utf8, ascii, latin1 }
enum TextErrorRule { case strict, ignore, replace }

extension VM {
  mutating func encoding(_ a: Args, _ i: UInt32) throws(Raise) -> TextEncoding {
    if a.count <= i { return .utf8 }
    try needText(a[i])
    do {
      let v = view(a[i])
      if v.equals("utf-8") || v.equals("utf8") || v.equals("UTF-8") || v.equals("UTF8") || v.equals("utf_8") { return .utf8 }
      if v.equals("ascii") || v.equals("ASCII") { return .ascii }
      if v.equals("latin-1") || v.equals("latin1") || v.equals("iso-8859-1") || v.equals("ISO-8859-1") { return .latin1 }
    }
    throw raise(.LookupError, "unknown encoding")
  }
  mutating func errorRule(_ a: Args, _ i: UInt32) throws(Raise) -> TextErrorRule {
    if a.count <= i { return .strict }
    try needText(a[i])
    do {
      let v = view(a[i])
      if v.equals("strict") { return .strict }
      if v.equals("ignore") { return .ignore }
      if v.equals("replace") { return .replace }
    }
    throw raise(.LookupError, "unknown error handler name")
  }
  /// Length of the sequence that begins at byte `i`: how many bytes of it are there (negative) or the whole length.
  private borrowing func sequence(_ v: borrowing ByteView, _ i: UInt32, _ encoding: TextEncoding) -> (length: UInt32, whole: Bool) {
    let b = v[i]
    if b < 0x80 { return (1, true) }
    if encoding == .ascii || b < 0xc0 || b >= 0xf8 { return (1, false) }
    let need: UInt32 = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4
    var k: UInt32 = 1
    while k < need && i &+ k < v.count && v[i &+ k] & 0xc0 == 0x80 { k &+= 1 }
    return (k, k == need)
  }
  /// Are the bytes UTF-8 throughout?
  public borrowing func isUTF8(_ s: Slot) -> Bool {
    let v = view(s)
    var at: UInt32 = 0
    while at < v.count {
      let c = sequence(v, at, .utf8)
      if !c.whole { return false }
      at &+= c.length
    }
    return true
  }
  /// Bytes to text, with the encoding and error arguments from `i` on; UnicodeError where they do not fit.
  mutating func decodeText(_ s: Slot, _ a: Args, _ i: UInt32, _ out: Slot) throws(Raise) {
    let encoding = try encoding(a, i), rule = try errorRule(a, i &+ 1)
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot()
    var at: UInt32 = 0, good: UInt32 = 0, building = false
    if encoding == .latin1 {
      try newBuilder(b)
      while at < view(s).count {
        let c = UInt32(view(s)[at])
        try append(b, point: c)
        at &+= 1
      }
      return try finish(b, Kind.str, out)
    }
    while at < view(s).count {
      let c = sequence(view(s), at, encoding)
      if c.whole { at &+= c.length; continue }
      if rule == .strict { throw raise(.UnicodeError, "") }
      if !building { try newBuilder(b); building = true }
      try append(b, s, good, at)
      if rule == .replace { try append(b, point: 0xfffd) }
      at &+= c.length
      good = at
    }
    if !building { try newText(Kind.str, from: s, 0, view(s).count, out); return }
    try append(b, s, good, at)
    try finish(b, Kind.str, out)
  }
}

extension ByteView {
  func equals(_ s: StaticString) -> Bool {
    if count != UInt32(s.utf8CodeUnitCount) { return false }
    var i: UInt32 = 0
    while i < count { if self[i] != s.utf8Start[Int(i)] { return false }; i &+= 1 }
    return true
  }
}

/// `str(object)`, `str(bytes, encoding, errors)`. MicroPython's suite pins that keywords are refused.
//@native str.__new__ 1 4 kw
func strNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.pairs > 0 { throw vm.raise(.NotImplementedError, "keyword argument(s) not implemented - use normal args instead") }
  if a.count == 1 { vm.set(out, Value(Q.empty)); return }
  if a.count == 2 { try vm.strText(a[1], out); return }
  if !vm.isBinary(vm.sequenceKind(a[1])) { throw vm.cannotConvert(a[1], Q.bytes) }
  try vm.decodeText(a[1], a, 2, out)
}
//@native str.encode 1 3
func strEncode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let encoding = try vm.encoding(a, 1)
  if encoding != .utf8, vm.textIsWide(vm.native(vm(a[0]))) {
    let rule = try vm.errorRule(a, 2)
    let b = vm.slot()
    try vm.newBuilder(b)
    var i: UInt32 = 0
    while i < vm.view(a[0]).count {
      let w = vm.view(a[0]).width(at: i)
      let first = vm.view(a[0])[i]
      if w == 1 {
        try vm.append(b, byte: first)
      } else if encoding == .latin1 && first < 0xc4 {
        // Two bytes with eight significant bits.
        let second = vm.view(a[0])[i &+ 1]
        try vm.append(b, byte: first &<< 6 | second & 0x3f)
      } else if rule == .strict {
        throw vm.raise(.UnicodeError, "")
      } else if rule == .replace {
        try vm.append(b, byte: UInt8(ascii: "?"))
      }
      i &+= w
    }
    try vm.finish(b, Kind.bytes, out)
    return
  }
  _ = try vm.errorRule(a, 2)
  try vm.newText(Kind.bytes, from: a[0], 0, vm.view(a[0]).count, out)
}
//@native bytes.decode 1 3
//@native bytearray.decode 1 3
func bytesDecode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isBinary(vm.sequenceKind(a[0])) { throw vm.wrongType(a[0]) }
  try vm.decodeText(a[0], a, 1, out)
}
