import Port

//@qstr maxsplit keepends

/// ASCII white space.
@inline(__always) func isSpace(_ b: UInt8) -> Bool { b == 32 || b >= 9 && b <= 13 }

extension VM {
  /// Appends bytes `from`…`to` of `s`, as a text of its own kind, to a list.
  mutating func listAppendPart(_ list: Slot, _ s: Slot, _ kind: UInt32, _ from: UInt32, _ to: UInt32) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try newText(kind, from: s, from, to, t)
    try listAppend(list, t)
    try stepPoint()
  }
  /// The separator and number of splits of split and rsplit: nil separator for white space.
  mutating func splitArguments(_ a: Args) throws(Raise) -> (sep: Slot?, limit: UInt32) {
    _ = try textKind(a[0])
    try checkKeywords(a, Q.sep, Q.maxsplit)
    var limit = UInt32.max
    if let m = argument(a, 2, Q.maxsplit) {
      guard let n = try clippedIndex(m) else { throw cannotConvert(m, Q.int) }
      if n >= 0 { limit = UInt32(n) }
    }
    guard let sep = given(argument(a, 1, Q.sep)) else { return (nil, limit) }
    try needSame(a[0], sep)
    if view(sep).count == 0 { throw raise(.ValueError, "empty separator") }
    return (sep, limit)
  }
}
//@native str.split 1 3 kw
//@native bytes.split 1 3 kw
//@native bytearray.split 1 3 kw
func textSplit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var (sep, limit) = try vm.splitArguments(a)
  let s = a[0], kind = try vm.textKind(s), list = vm.slot()
  try vm.newList(list)
  var at: UInt32 = 0
  if let sep {
    while limit > 0, let i = try vm.findPart(s, sep, from: at, to: vm.view(s).count) {
      try vm.listAppendPart(list, s, kind, at, i)
      at = i &+ vm.view(sep).count
      limit &-= 1
    }
    try vm.listAppendPart(list, s, kind, at, vm.view(s).count)
  } else {
    while true {
      while at < vm.view(s).count && isSpace(vm.view(s)[at]) { at &+= 1 }
      let n = vm.view(s).count
      if at >= n { break }
      if limit == 0 { try vm.listAppendPart(list, s, kind, at, n); break }
      let start = at
      while at < n && !isSpace(vm.view(s)[at]) { at &+= 1 }
      try vm.listAppendPart(list, s, kind, start, at)
      limit &-= 1
    }
  }
  vm.copy(out, list)
}
//@native str.rsplit 1 3 kw
//@native bytes.rsplit 1 3 kw
//@native bytearray.rsplit 1 3 kw
func textRsplit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var (sep, limit) = try vm.splitArguments(a)
  guard let sep else {
    // Without a limit the direction does not matter; with one MicroPython's suite pins the refusal.
    if limit != .max { throw vm.raise(.NotImplementedError, "rsplit(None,n)") }
    try textSplit(&vm, a, out)
    return
  }
  let s = a[0], kind = try vm.textKind(s), list = vm.slot()
  try vm.newList(list)
  var end = vm.view(s).count
  // A handler may have taken bytes away.
  while limit > 0, let i = vm.view(s).findLast(vm.view(sep), from: 0, to: min(end, vm.view(s).count)) {
    try vm.listAppendPart(list, s, kind, i &+ vm.view(sep).count, end)
    end = i
    limit &-= 1
  }
  try vm.listAppendPart(list, s, kind, 0, min(end, vm.view(s).count))
  vm.reverseItems(list)
  vm.copy(out, list)
}
//@native str.splitlines 1 2 kw
//@native bytes.splitlines 1 2 kw
//@native bytearray.splitlines 1 2 kw
func textSplitlines(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = a[0], kind = try vm.textKind(s), list = vm.slot()
  try vm.checkKeywords(a, Q.keepends)
  var keep = false
  if let k = vm.argument(a, 1, Q.keepends) { keep = try vm.truth(k) }
  try vm.newList(list)
  var at: UInt32 = 0
  while at < vm.view(s).count {
    let start = at, n = vm.view(s).count
    while at < n && vm.view(s)[at] != 10 && vm.view(s)[at] != 13 { at &+= 1 }
    let end = at
    if at < n { at &+= vm.view(s)[at] == 13 && at &+ 1 < n && vm.view(s)[at &+ 1] == 10 ? 2 : 1 }
    try vm.listAppendPart(list, s, kind, start, keep ? at : end)
  }
  vm.copy(out, list)
}
//@native str.partition 2 2
//@native bytes.partition 2 2
//@native bytearray.partition 2 2
func textPartition(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.partition(a, last: false, out) }
//@native str.rpartition 2 2
//@native bytes.rpartition 2 2
//@native bytearray.rpartition 2 2
func textRpartition(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.partition(a, last: true, out) }

extension VM {
  mutating func partition(_ a: Args, last: Bool, _ out: Slot) throws(Raise) {
    try needSame(a[0], a[1])
    let s = a[0], kind = try textKind(s), t = slot(), x = slot(), n = view(s).count, w = view(a[1]).count
    if w == 0 { throw raise(.ValueError, "empty separator") }
    let found = last ? view(s).findLast(view(a[1]), from: 0, to: n) : view(s).find(view(a[1]), from: 0, to: n)
    try newItems(Kind.tuple, 3, t)
    // Without a separator the whole text stands at the side from which it was searched.
    let a0 = found ?? (last ? 0 : n), a1 = found.map { $0 &+ w } ?? a0
    try newText(kind, from: s, 0, a0, x); self(t).set(2, self(x))
    try newText(kind, from: s, a0, a1, x); self(t).set(3, self(x))
    try newText(kind, from: s, a1, n, x); self(t).set(4, self(x))
    copy(out, t)
  }
}
//@native str.join 2 2
//@native bytes.join 2 2
//@native bytearray.join 2 2
func textJoin(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = a[0], kind = try vm.textKind(s), list = vm.slot(), t = vm.slot(), x = vm.slot()
  if vm.isListOrTuple(a[1]) && vm.isPlain(a[1]) { vm.copy(list, a[1]) } else { try vm.collectItems(a[1], Kind.list, list) }
  let n = vm.itemCount(list)
  var total: UInt32 = 0, i: UInt32 = 0
  while i < n {
    vm.set(x, vm.item(list, i))
    if kind == Kind.str ? !vm.isText(x) : !vm.isBinary(vm.sequenceKind(x)) {
      throw vm.raise(.TypeError, "join expects a list of str/bytes objects consistent with self object")
    }
    let more = vm.view(x).count &+ (i > 0 ? vm.view(s).count : 0)
    if total > 0x1fff_ffff &- more { throw vm.raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: 0x3fff_ffff)) }
    total &+= more
    i &+= 1
  }
  if n == 1 && kind == Kind.str && vm.isPlain(x) { vm.copy(out, x); return }
  if total == 0 && kind == Kind.str { vm.set(out, Value(Q.empty)); return }
  if kind == Kind.bytearray {
    try vm.newBytearray(t)
    _ = try vm.bytearrayGrow(t, total)
  } else {
    try vm.newRaw(kind, bytes: total, t)
  }
  do {
    let to = vm.view(t), sep = vm.view(s), all = vm.items(list)
    var at: UInt32 = 0
    i = 0
    while i < n {
      if i > 0 { sep.copy(to: to, at: at); at &+= sep.count }
      let part = vm.view(of: all.at(firstItem &+ i))
      part.copy(to: to, at: at)
      at &+= part.count
      i &+= 1
    }
  }
  vm.port.spend(long: total &+ n &* 20)
  vm.copy(out, t)
}
//@native str.replace 3 4
//@native bytes.replace 3 4
//@native bytearray.replace 3 4
func textReplace(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSame(a[0], a[1])
  try vm.needSame(a[0], a[2])
  let s = a[0], kind = try vm.textKind(s), b = vm.slot()
  var limit = UInt32.max
  if a.count > 3 {
    guard let n = try vm.clippedIndex(a[3]) else { throw vm.cannotConvert(a[3], Q.int) }
    if n >= 0 { limit = UInt32(n) }
  }
  let old = vm.view(a[1]).count
  if old > 0, try vm.findPart(s, a[1], from: 0, to: vm.view(s).count) == nil {
    // Nothing to replace: an immutable text is its own copy.
    if kind != Kind.bytearray && vm.isPlain(s) { vm.copy(out, s); return }
  }
  try vm.newBuilder(b)
  var at: UInt32 = 0
  if old > 0 {
    while limit > 0, let i = try vm.findPart(s, a[1], from: at, to: vm.view(s).count) {
      try vm.append(b, s, at, i)
      try vm.append(b, a[2])
      at = i &+ old
      limit &-= 1
      try vm.stepPoint()
    }
  } else {
    // The empty text stands before every character and at the end.
    while limit > 0 {
      try vm.append(b, a[2])
      limit &-= 1
      if at >= vm.view(s).count { break }
      let w = kind == Kind.str ? vm.view(s).width(at: at) : 1
      try vm.append(b, s, at, at &+ w)
      at &+= w
    }
  }
  try vm.append(b, s, at, vm.view(s).count)
  try vm.finish(b, kind, out)
}
