import Port
import Python

// Module re: compiled patterns and matches. The functions of the module take a pattern as text or compiled, so that they are the methods too.
//@module re
//@type Pattern module=re
//@type Match module=re
//@const re:error ValueError
//@const re:I 2
//@const re:IGNORECASE 2
//@const re:M 8
//@const re:MULTILINE 8
//@const re:S 16
//@const re:DOTALL 16
//@const re:X 64
//@const re:VERBOSE 64
//@const re:A 256
//@const re:ASCII 256
//@const re:U 32
//@const re:UNICODE 32
//@type regex_iterator module=re hidden
//@qstr pattern pos endpos flags maxsplit groupindex repl default

/// Fields of a pattern.
enum PatternField {
  static var program: UInt32 { 0 }
  static var source: UInt32 { 1 }
  static var flags: UInt32 { 2 }
  /// Dict of names and group numbers, or null.
  static var names: UInt32 { 3 }
}
/// Fields of a match: the text, the pattern, bytes with the bounds of the groups (words).
enum MatchField {
  static var text: UInt32 { 0 }
  static var pattern: UInt32 { 1 }
  static var spans: UInt32 { 2 }
}

extension VM {
  /// The number that a dict of names has for `name`; 0 if none.
  mutating func groupNumber(_ names: Slot, _ name: Slot) throws(Raise) -> UInt32 {
    let mark = mark
    defer { release(to: mark) }
    let n = slot()
    return self(names).isKind(Kind.dict) ? try dictGet(names, name, n) ? UInt32(self(n).value.int) : 0 : 0
  }
  borrowing func load(_ o: Slot, _ field: UInt32, _ out: Slot) { set(out, native(self(o)).at(2 &+ field)) }
  borrowing func store(_ o: Slot, _ field: UInt32, _ value: Slot) { native(self(o)).set(2 &+ field, self(value)) }

  /// A compiled pattern from text, or the pattern itself.
  mutating func regex(_ s: Slot, flags: Int32, _ out: Slot) throws(Raise) {
    if isModuleObject(s, ModuleType.Pattern) { return copy(out, s) }
    if !isText(native(self(s))) { _ = try source(s) }
    let mark = mark
    defer { release(to: mark) }
    let code = slot(), names = slot(), o = slot()
    try newBuilder(code)
    var compiler = RegexCompiler(self, pattern: s, code: code, names: names, flags: flags)
    try compiler.compile(&self)
    try bytesResult(code, UInt32(bytesOf(code).count), code)
    try newObject(ModuleType.Pattern, fields: 4, o)
    store(o, PatternField.program, code)
    store(o, PatternField.source, s)
    setField(o, PatternField.flags, compiler.flags)
    store(o, PatternField.names, names)
    copy(out, o)
    port.spend(long: UInt32(bytesOf(s).count) &* 120)
  }
  borrowing func groupCount(_ pattern: Slot) -> UInt32 {
    UInt32(native(self(pattern)).at(2).byte(Str.bytes)) | UInt32(native(self(pattern)).at(2).byte(Str.bytes &+ 1)) &<< 8
  }

  /// Sets a matcher up for a text: slots of program and stack are pushed and stay.
  mutating func matcher(_ pattern: Slot, _ text: Slot, end: UInt32 = .max) throws(Raise) -> RegexMatcher {
    let program = slot(), stack = slot()
    load(pattern, PatternField.program, program)
    if !isText(native(self(text))) { _ = try source(text) }
    return RegexMatcher(self, program: program, text: text, stack: stack, end: end)
  }
  /// The match that a matcher has found.
  mutating func newMatch(_ r: RegexMatcher, _ pattern: Slot, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let o = slot(), spans = slot(), n = (r.groups &+ 1) &* 8
    try newText(Kind.bytes, from: r.stack, 0, n, spans)
    try newObject(ModuleType.Match, fields: 3, o)
    store(o, MatchField.text, r.text)
    store(o, MatchField.pattern, pattern)
    store(o, MatchField.spans, spans)
    copy(out, o)
  }
  /// Register `i` of a matcher: a byte offset or `RegexMatcher.nowhere`.
  borrowing func register(_ r: RegexMatcher, _ i: UInt32) -> UInt32 { memory[place(r.stack) &+ i &* 4] }
  /// A part of the text that was searched: text or bytes.
  mutating func part(_ text: Slot, _ from: UInt32, _ to: UInt32, _ out: Slot) throws(Raise) {
    let n = UInt32(bytesOf(text).count)
    try newText(isText(native(self(text))) ? Kind.str : Kind.bytes, from: text, min(from, n), min(to, n), out)
  }
  /// What a group has matched; None if nothing.
  mutating func groupText(_ r: RegexMatcher, _ g: UInt32, _ out: Slot) throws(Raise) {
    let from = register(r, 2 &* g), to = register(r, 2 &* g &+ 1)
    if from == RegexMatcher.nowhere || to == RegexMatcher.nowhere { return set(out, .none) }
    try part(r.text, from, to, out)
  }

  fileprivate enum RegexMode { case match, search, full }
  fileprivate mutating func match(_ a: Args, _ mode: RegexMode, _ out: Slot) throws(Raise) {
    // Of the module's functions the third argument are flags, of the methods the place to begin at.
    let method = isModuleObject(a[0], ModuleType.Pattern), b = try bind(a, from: 1, positional: 3, [Q.string, Q.pos, Q.endpos, Q.flags])
    if b[0].address == 0 { throw raise(.TypeError, "function missing required positional argument #%", Value(int: 2)) }
    let pattern = slot()
    try regex(a[0], flags: method ? 0 : try int(b[3].address != 0 ? b[3] : b[1], default: 0), pattern)
    var from: UInt32 = 0, end = UInt32.max
    if method {
      if b[1].address != 0 { from = byteOffset(b[0], character: UInt32(max(try toInt32(b[1]), 0))) }
      if b[2].address != 0 { end = byteOffset(b[0], character: UInt32(max(try toInt32(b[2]), 0))) }
    }
    var r = try matcher(pattern, b[0], end: end)
    r.full = mode == .full
    if try r.search(&self, from: from, anchored: mode != .search) { return try newMatch(r, pattern, out) }
    set(out, .none)
  }
}

/// Goes through the matches of a text one by one.
struct RegexScan {
  var matcher: RegexMatcher
  /// Where the next search begins; the end of the last match.
  var position: UInt32 = 0
  init(_ m: RegexMatcher) { matcher = m }
  mutating func next(_ vm: inout VM) throws(Raise) -> Bool {
    if try !matcher.search(&vm, from: position, anchored: false) { return false }
    let from = vm.register(matcher, 0)
    position = vm.register(matcher, 1)
    // Behind an empty match there may be one at the same place that is not.
    matcher.mustAdvance = from == position
    return true
  }
}

//@native re:compile 1 2 kw
func reCompile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.flags]), made = vm.slot()
  try vm.regex(a[0], flags: try vm.int(b[0], default: 0), made)
  vm.copy(out, made)
}
//@native re:match 1 4 kw
//@native Pattern.match 1 4 kw
func reMatch(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.match(a, .match, out) }
//@native re:search 1 4 kw
//@native Pattern.search 1 4 kw
func reSearch(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.match(a, .search, out) }
//@native re:fullmatch 1 4 kw
//@native Pattern.fullmatch 1 4 kw
func reFullmatch(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.match(a, .full, out) }

/// `findall(pattern, text)`: texts of the matches; of one group, its texts; of several, tuples.
//@native re:findall 2 3 kw
//@native Pattern.findall 2 2
func reFindall(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 2, positional: 1, [Q.flags])
  let pattern = vm.slot(), list = vm.slot(), item = vm.slot(), part = vm.slot()
  try vm.regex(a[0], flags: try vm.int(b[0], default: 0), pattern)
  var scan = RegexScan(try vm.matcher(pattern, a[1]))
  try vm.newList(list)
  let n = scan.matcher.groups
  while try scan.next(&vm) {
    if n > 1 {
      try vm.newItems(Kind.tuple, n, item)
      var g: UInt32 = 1
      while g <= n {
        try vm.regexGroup(scan.matcher, g, part)
        vm(item).set(1 &+ g, vm(part))
        g &+= 1
      }
    } else {
      try vm.regexGroup(scan.matcher, n, item)
    }
    try vm.listAppend(list, item)
  }
  vm.copy(out, list)
}
extension VM {
  /// A group's text, empty if it has matched nothing.
  mutating func regexGroup(_ r: RegexMatcher, _ g: UInt32, _ out: Slot) throws(Raise) {
    try groupText(r, g, out)
    if self(out).value.isNone { try part(r.text, 0, 0, out) }
  }
}

/// Fields of the iterator: pattern, text, position, 1 if the next match must not be empty.
//@native re:finditer 2 3 kw
//@native Pattern.finditer 2 2
func reFinditer(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 2, positional: 1, [Q.flags]), pattern = vm.slot(), o = vm.slot()
  try vm.regex(a[0], flags: try vm.int(b[0], default: 0), pattern)
  _ = try vm.source(a[1])
  try vm.newObject(ModuleType.regex_iterator, fields: 4, o)
  vm.store(o, 0, pattern)
  vm.store(o, 1, a[1])
  vm.setField(o, 2, 0)
  vm.setField(o, 3, 0)
  vm.copy(out, o)
}
//@native regex_iterator.__iter__ 1 1
func regexIterator(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try streamItself(&vm, a, out) }
//@native regex_iterator.__next__ 1 1
func regexNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pattern = vm.slot(), text = vm.slot(), made = vm.slot()
  vm.load(a[0], 0, pattern)
  vm.load(a[0], 1, text)
  var scan = RegexScan(try vm.matcher(pattern, text))
  scan.position = UInt32(vm.field(a[0], 2))
  scan.matcher.mustAdvance = vm.field(a[0], 3) != 0
  if try !scan.next(&vm) {
    vm.setField(a[0], 2, 0x3fff_ffff)
    throw vm.raise(.StopIteration, "")
  }
  vm.setField(a[0], 2, Int32(scan.position))
  vm.setField(a[0], 3, scan.matcher.mustAdvance ? 1 : 0)
  try vm.newMatch(scan.matcher, pattern, made)
  vm.copy(out, made)
}

/// `split(pattern, text, maxsplit=0)`. As in MicroPython an empty match ends it, and groups are refused.
//@native re:split 2 4 kw
//@native Pattern.split 2 3 kw
func reSplit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 2, positional: 2, [Q.maxsplit, Q.flags])
  let pattern = vm.slot(), list = vm.slot(), item = vm.slot(), most = try vm.int(b[0], default: 0)
  try vm.regex(a[0], flags: try vm.int(b[1], default: 0), pattern)
  var scan = RegexScan(try vm.matcher(pattern, a[1]))
  if scan.matcher.groups > 0 { throw vm.raise(.NotImplementedError, "splitting with sub-captures") }
  try vm.newList(list)
  var from: UInt32 = 0, n: Int32 = 0
  while n < most || most <= 0, try scan.next(&vm), !scan.matcher.mustAdvance {
    try vm.part(a[1], from, vm.register(scan.matcher, 0), item)
    try vm.listAppend(list, item)
    from = scan.position
    n &+= 1
  }
  try vm.part(a[1], from, .max, item)
  try vm.listAppend(list, item)
  vm.copy(out, list)
}

//@native re:sub 3 5 kw
//@native Pattern.sub 3 4 kw
func reSub(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { _ = try vm.substitute(a, out) }
//@native re:subn 3 5 kw
//@native Pattern.subn 3 4 kw
func reSubn(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), item = vm.slot(), n = try vm.substitute(a, item)
  try vm.newList(list)
  try vm.listAppend(list, item)
  vm.set(item, Value(int: n))
  try vm.listAppend(list, item)
  try vm.tuple(list, out)
}
extension VM {
  /// `sub(pattern, repl, text, count=0, flags=0)`; answers how many were replaced.
  fileprivate mutating func substitute(_ a: Args, _ out: Slot) throws(Raise) -> Int32 {
    let b = try bind(a, from: 3, positional: 2, [Q.count, Q.flags])
    let pattern = slot(), made = slot(), item = slot(), match = slot(), most = try int(b[0], default: 0)
    try regex(a[0], flags: try int(b[1], default: 0), pattern)
    var scan = RegexScan(try matcher(pattern, a[2]))
    let text = isText(native(self(a[2])))
    let template = isText(native(self(a[1]))) || native(self(a[1])).isKind(Kind.bytes) || native(self(a[1])).isKind(Kind.bytearray)
    try newBuilder(made)
    var from: UInt32 = 0, n: Int32 = 0
    while n < most || most <= 0, try scan.next(&self) {
      try append(made, a[2], from, min(register(scan.matcher, 0), UInt32(bytesOf(a[2]).count)))
      if template {
        try expand(a[1], pattern, scan.matcher, made)
      } else {
        try newMatch(scan.matcher, pattern, match)
        try call(a[1], Args(match, 1), item)
        _ = try source(item)
        try append(made, item)
      }
      from = scan.position
      n &+= 1
      try yieldPoint()
    }
    try append(made, a[2], from, UInt32(bytesOf(a[2]).count))
    try finish(made, text ? Kind.str : Kind.bytes, out)
    return n
  }
  /// Appends a template in which `\1`, `\g<1>` and `\g<name>` stand for groups.
  mutating func expand(_ template: Slot, _ pattern: Slot, _ r: RegexMatcher, _ builder: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let name = slot(), item = slot(), names = slot()
    load(pattern, PatternField.names, names)
    var i: UInt32 = 0
    while i < UInt32(bytesOf(template).count) {
      let t = bytesOf(template), n = UInt32(t.count), c = t[Int(i)]
      if c != 0x5c || i &+ 1 >= n {
        try append(builder, byte: c)
        i &+= 1
        continue
      }
      let e = t[Int(i) + 1]
      i &+= 2
      var group: UInt32?
      if e >= 48 && e <= 57 {
        var g = UInt32(e &- 48)
        while i < n, case let d = bytesOf(template)[Int(i)], d >= 48, d <= 57 { g = min(g &* 10 &+ UInt32(d &- 48), 100_000); i &+= 1 }
        group = g
      } else if e == UInt8(ascii: "g"), i < n, t[Int(i)] == UInt8(ascii: "<") {
        let from = i &+ 1
        while i < n && bytesOf(template)[Int(i)] != UInt8(ascii: ">") { i &+= 1 }
        try newText(Kind.str, from: template, from, i, name)
        i &+= 1
        var g = try groupNumber(names, name)
        if g == 0 {
          if bytesOf(name).isEmpty || bytesOf(name)[0] < 48 || bytesOf(name)[0] > 57 { throw raise(.IndexError, "no such group") }
          try parseInt(name, base: 10, item)
          g = UInt32(clamping: try toInt64(item))
        }
        group = g
      }
      if let group {
        if group > r.groups { throw raise(.IndexError, "no such group") }
        try regexGroup(r, group, item)
        try append(builder, item)
        continue
      }
      switch e {
      case UInt8(ascii: "n"): try append(builder, byte: 10)
      case UInt8(ascii: "t"): try append(builder, byte: 9)
      case UInt8(ascii: "r"): try append(builder, byte: 13)
      case UInt8(ascii: "\\"): try append(builder, byte: e)
      default:
        try append(builder, byte: c)
        try append(builder, byte: e)
      }
    }
  }
}

//@native re:escape 1 1
func reEscape(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot()
  _ = try vm.source(a[0])
  try vm.newBuilder(made)
  var i = 0
  while i < vm.bytesOf(a[0]).count {
    let c = vm.bytesOf(a[0])[i]
    let special: Bool
    switch c {
    case 9...13, 32, 35, 36, 38, 40...43, 45, 46, 63, 91...94, 123...126: special = true
    default: special = false
    }
    if special { try vm.append(made, byte: 0x5c) }
    try vm.append(made, byte: c)
    i += 1
  }
  try vm.finish(made, vm.isText(vm.native(vm(a[0]))) ? Kind.str : Kind.bytes, out)
}
/// Nothing is kept that could be thrown away.
//@native re:purge 0 0
func rePurge(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .none) }

//@native Pattern.pattern 1 1 property
func patternSource(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.load(a[0], PatternField.source, out) }
//@native Pattern.flags 1 1 property
func patternFlags(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.load(a[0], PatternField.flags, out) }
//@native Pattern.groups 1 1 property
func patternGroups(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.groupCount(a[0])))) }
//@native Pattern.groupindex 1 1 property
func patternGroupindex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let names = vm.slot()
  vm.load(a[0], PatternField.names, names)
  if vm(names).isNull { try vm.newDict(names) }
  vm.copy(out, names)
}
//@native Pattern.__repr__ 1 1
func patternRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot(), source = vm.slot()
  vm.load(a[0], PatternField.source, source)
  try vm.newBuilder(made)
  try vm.append(made, "re.compile(")
  try vm.repr(source, made)
  try vm.append(made, ")")
  try vm.finish(made, Kind.str, out)
}
