import Port

extension VM {
  /// `template.format(…)`: appends to `b`. Fields count on from `next` (-1: fields are numbered by hand).
  mutating func formatTemplate(_ s: Slot, _ from: UInt32, _ to: UInt32, _ a: Args, _ next: inout Int32, _ b: Slot, depth: UInt32) throws(Raise) {
    let open = UInt8(ascii: "{"), close = UInt8(ascii: "}")
    var i = from, plain = from
    while i < to {
      let c = view(s)[i]
      if c != open && c != close { i &+= 1; continue }
      try append(b, s, plain, i)
      if i &+ 1 < to && view(s)[i &+ 1] == c {
        try append(b, byte: c)
        i &+= 2
        plain = i
        continue
      }
      if c == close { throw raise(.ValueError, "single '}' encountered in format string") }
      // The field ends at its own closing brace; inner ones belong to the specification.
      var end = i &+ 1, level: UInt32 = 1
      while end < to {
        let d = view(s)[end]
        if d == open { level &+= 1 } else if d == close { level &-= 1; if level == 0 { break } }
        end &+= 1
      }
      if level != 0 { throw raise(.ValueError, "expected '}' before end of string") }
      try formatField(s, i &+ 1, end, a, &next, b, depth: depth)
      i = end &+ 1
      plain = i
      try stepPoint()
    }
    try append(b, s, plain, to)
  }
  /// One field: name, `!` conversion, `:` specification.
  private mutating func formatField(_ s: Slot, _ from: UInt32, _ to: UInt32, _ a: Args, _ next: inout Int32, _ b: Slot, depth: UInt32) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let value = slot(), spec = slot(), t = slot()
    var i = from
    while i < to && view(s)[i] != UInt8(ascii: ":") && view(s)[i] != UInt8(ascii: "!") { i &+= 1 }
    try fieldValue(s, from, i, a, &next, value)
    if i < to && view(s)[i] == UInt8(ascii: "!") {
      let c = i &+ 1 < to ? view(s)[i &+ 1] : 0
      if i &+ 2 < to && view(s)[i &+ 2] != UInt8(ascii: ":") { throw raise(.ValueError, "expected ':' after format specifier") }
      switch c {
      case UInt8(ascii: "r"): try reprText(value, t)
      case UInt8(ascii: "s"): try strText(value, t)
      case UInt8(ascii: "a"):
        copy(t, value)
        try builtinAscii(&self, Args(value, 1), t)
      default: throw raise(.ValueError, c == 0 ? "end of format while looking for conversion specifier" : "unknown conversion specifier")
      }
      copy(value, t)
      i &+= 2
    }
    set(spec, Value(Q.empty))
    if i < to {
      // A specification may have fields of its own, but theirs may not.
      if depth > 1 { throw raise(.ValueError, "max string recursion exceeded") }
      try newBuilder(t)
      try formatTemplate(s, i &+ 1, to, a, &next, t, depth: depth &+ 1)
      try finish(t, Kind.str, spec)
    }
    try format(value, spec: spec, b)
  }
  /// The value that a field names: a number, a keyword argument, or nothing for the next one; then attributes.
  private mutating func fieldValue(_ s: Slot, _ from: UInt32, _ to: UInt32, _ a: Args, _ next: inout Int32, _ out: Slot) throws(Raise) {
    var i = from
    while i < to && view(s)[i] != UInt8(ascii: ".") && view(s)[i] != UInt8(ascii: "[") { i &+= 1 }
    if i &- from > 255 { throw raise(.RuntimeError, "name too long") }
    if i == from {
      if next < 0 { throw raise(.ValueError, "can't switch from manual field specification to automatic field numbering") }
      try positional(UInt32(bitPattern: next), a, out)
      next &+= 1
    } else if isDigit(view(s)[from]) {
      var n: UInt32 = 0, k = from
      while k < i && isDigit(view(s)[k]) && n < 100_000 { n = n &* 10 &+ UInt32(view(s)[k] &- 48); k &+= 1 }
      if next > 0 { throw raise(.ValueError, "can't switch from automatic field numbering to manual field specification") }
      next = -1
      try positional(n, a, out)
    } else {
      var k: UInt32 = 0, found = false
      while k < a.pairs && !found {
        if view(s, from, i).equals(view(a.name(k))) { copy(out, a.value(k)); found = true }
        k &+= 1
      }
      if !found {
        let key = slot()
        defer { release(to: key) }
        try newText(Kind.str, from: s, from, i, key)
        throw raise(.KeyError, value: key)
      }
    }
    while i < to {
      // MicroPython's suite pins that `{a[0]}` is refused; attributes are CPython's.
      if view(s)[i] == UInt8(ascii: "[") { throw raise(.NotImplementedError, "attributes not supported") }
      let start = i &+ 1
      i = start
      while i < to && view(s)[i] != UInt8(ascii: ".") && view(s)[i] != UInt8(ascii: "[") { i &+= 1 }
      if i == start { throw raise(.ValueError, "empty attribute in format string") }
      let name = slot(), o = slot()
      defer { release(to: name) }
      try newText(Kind.str, from: s, start, i, name)
      try intern(name)
      let q = self(name).value.qstr
      copy(o, out)
      try getAttribute(o, q, out)
    }
  }
  private mutating func positional(_ n: UInt32, _ a: Args, _ out: Slot) throws(Raise) {
    // Argument 0 is the template.
    if n &+ 1 >= a.count { throw raise(.IndexError, "% index out of range", Value(Q.tuple)) }
    copy(out, a[n &+ 1])
  }
}
//@native str.format 1 - kw
func strFormat(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let b = vm.slot()
  try vm.newBuilder(b)
  var next: Int32 = 0
  try vm.formatTemplate(a[0], 0, vm.view(a[0]).count, a, &next, b, depth: 0)
  try vm.finish(b, Kind.str, out)
}
//@native str.format_map 2 2
func strFormatMap(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // The mapping's text keys become keyword arguments.
  try vm.needText(a[0])
  let m = vm.slot()
  vm.set(m, vm.native(vm(a[1])))
  if !vm(m).isKind(Kind.dict) { throw vm.wrongType(a[1]) }
  let n = vm.dictCount(vm(m))
  if n > 16 { throw vm.raise(.NotImplementedError, "format_map with more than % keys", Value(int: 16)) }
  let first = vm.slot()
  vm.copy(first, a[0])
  var at: UInt32 = 0, pairs: UInt32 = 0
  let key = vm.slots(n &* 2 &+ 2)
  while vm.dictNext(m, &at, key: key.up(pairs &* 2), value: key.up(pairs &* 2 &+ 1)) {
    if vm.isText(key.up(pairs &* 2)) { pairs &+= 1 }
  }
  try strFormat(&vm, Args(first, 1, pairs: pairs), out)
}
