import Port
import Python

// Methods of a match.
extension VM {
  /// The number of a group given by number or name; 0 when absent. IndexError if there is no such group.
  private mutating func group(_ m: Slot, _ g: Slot?) throws(Raise) -> UInt32 {
    guard let g else { return 0 }
    let mark = mark
    defer { release(to: mark) }
    let pattern = slot(), names = slot()
    load(m, MatchField.pattern, pattern)
    if isText(native(self(g))) {
      load(pattern, PatternField.names, names)
      let n = try groupNumber(names, g)
      if n > 0 { return n }
    } else {
      let n = try toInt64(g)
      if n >= 0 && n <= Int64(groupCount(pattern)) { return UInt32(n) }
    }
    throw raise(.IndexError, "no such group")
  }
  /// Byte offset of a group's begin or end; nil if it has matched nothing.
  private borrowing func bound(_ m: Slot, _ g: UInt32, end: Bool) -> UInt32? {
    let spans = native(self(m)).at(2 &+ MatchField.spans)
    let from = spans.raw(3 &+ 2 &* g), to = spans.raw(4 &+ 2 &* g)
    return from == RegexMatcher.nowhere || to == RegexMatcher.nowhere ? nil : end ? to : from
  }
  fileprivate mutating func matchGroup(_ m: Slot, _ g: UInt32, _ missing: Slot?, _ out: Slot) throws(Raise) {
    guard let from = bound(m, g, end: false), let to = bound(m, g, end: true) else {
      if let missing { return copy(out, missing) }
      return set(out, .none)
    }
    let mark = mark
    defer { release(to: mark) }
    let text = slot(), item = slot()
    load(m, MatchField.text, text)
    try part(text, from, to, item)
    copy(out, item)
  }
  fileprivate mutating func matchGroup(_ m: Slot, named g: Slot?, _ out: Slot) throws(Raise) { try matchGroup(m, try group(m, g), nil, out) }
  /// A group's begin or end in characters; -1 if it has matched nothing.
  fileprivate mutating func matchBound(_ a: Args, end: Bool) throws(Raise) -> Value {
    guard let n = bound(a[0], try group(a[0], a.count > 1 ? a[1] : nil), end: end) else { return Value(int: -1) }
    let mark = mark
    defer { release(to: mark) }
    let text = slot()
    load(a[0], MatchField.text, text)
    return Value(int: Int32(character(text, byte: n)))
  }
  fileprivate borrowing func matchGroups(_ m: Slot) -> UInt32 { UInt32(native(self(m)).at(2 &+ MatchField.spans).int(1)) / 8 &- 1 }
  /// The group that was closed last, 0 if none: the one that ends last, of several the outermost.
  fileprivate borrowing func lastGroup(_ m: Slot) -> UInt32 {
    var last: UInt32 = 0, end: UInt32 = 0, g: UInt32 = 1
    while g <= matchGroups(m) {
      if let e = bound(m, g, end: true), last == 0 || e > end { last = g; end = e }
      g &+= 1
    }
    return last
  }
}

//@native Match.group 1 -
func matchGroupNative(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count <= 2 { return try vm.matchGroup(a[0], named: a.count > 1 ? a[1] : nil, out) }
  let made = vm.slot(), item = vm.slot()
  try vm.newItems(Kind.tuple, a.count &- 1, made)
  var i: UInt32 = 1
  while i < a.count {
    try vm.matchGroup(a[0], named: a[i], item)
    vm(made).set(1 &+ i, vm(item))
    i &+= 1
  }
  vm.copy(out, made)
}
//@native Match.__getitem__ 2 2
func matchGetitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.matchGroup(a[0], named: a[1], out) }
//@native Match.groups 1 2 kw
func matchGroupsNative(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.default]), n = vm.matchGroups(a[0]), made = vm.slot(), item = vm.slot()
  try vm.newItems(Kind.tuple, n, made)
  var g: UInt32 = 1
  while g <= n {
    try vm.matchGroup(a[0], g, b[0].address == 0 ? nil : b[0], item)
    vm(made).set(1 &+ g, vm(item))
    g &+= 1
  }
  vm.copy(out, made)
}
//@native Match.groupdict 1 2 kw
func matchGroupdict(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.default])
  let made = vm.slot(), names = vm.slot(), name = vm.slot(), number = vm.slot(), item = vm.slot()
  try vm.newDict(made)
  vm.load(a[0], MatchField.pattern, names)
  vm.load(names, PatternField.names, names)
  var i: UInt32 = 0
  while vm(names).isKind(Kind.dict), vm.dictNext(names, &i, key: name, value: number) {
    try vm.matchGroup(a[0], UInt32(vm(number).value.int), b[0].address == 0 ? nil : b[0], item)
    try vm.dictSet(made, name, item)
  }
  vm.copy(out, made)
}
//@native Match.start 1 2
func matchStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, try vm.matchBound(a, end: false)) }
//@native Match.end 1 2
func matchEnd(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, try vm.matchBound(a, end: true)) }
//@native Match.span 1 2
func matchSpan(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let from = try vm.matchBound(a, end: false), to = try vm.matchBound(a, end: true), made = vm.slot()
  try vm.newItems(Kind.tuple, 2, made)
  vm(made).set(2, from)
  vm(made).set(3, to)
  vm.copy(out, made)
}
//@native Match.expand 2 2
func matchExpand(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot(), pattern = vm.slot(), text = vm.slot()
  vm.load(a[0], MatchField.pattern, pattern)
  vm.load(a[0], MatchField.text, text)
  let r = try vm.matcher(pattern, text)
  vm.load(a[0], MatchField.spans, r.stack)
  _ = try vm.source(a[1])
  try vm.newBuilder(made)
  try vm.expand(a[1], pattern, r, made)
  try vm.finish(made, vm.isText(vm.native(vm(text))) ? Kind.str : Kind.bytes, out)
}
//@native Match.string 1 1 property
func matchString(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.load(a[0], MatchField.text, out) }
//@native Match.re 1 1 property
func matchPattern(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.load(a[0], MatchField.pattern, out) }
//@native Match.lastindex 1 1 property
func matchLastindex(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let g = vm.lastGroup(a[0])
  vm.set(out, g == 0 ? .none : Value(int: Int32(g)))
}
//@native Match.lastgroup 1 1 property
func matchLastgroup(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let names = vm.slot(), name = vm.slot(), number = vm.slot(), g = vm.lastGroup(a[0])
  vm.load(a[0], MatchField.pattern, names)
  vm.load(names, PatternField.names, names)
  var i: UInt32 = 0
  vm.set(out, .none)
  while vm(names).isKind(Kind.dict), vm.dictNext(names, &i, key: name, value: number) {
    if vm(number).value == Value(int: Int32(g)) { vm.copy(out, name) }
  }
}
//@native Match.__repr__ 1 1
func matchRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot(), item = vm.slot()
  try vm.newBuilder(made)
  try vm.append(made, "<re.Match object; span=")
  try matchSpan(&vm, Args(a[0], 1), item)
  try vm.repr(item, made)
  try vm.append(made, ", match=")
  try vm.matchGroup(a[0], 0, nil, item)
  try vm.repr(item, made)
  try vm.append(made, ">")
  try vm.finish(made, Kind.str, out)
}
