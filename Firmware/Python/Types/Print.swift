import Port

//@qstr file flush readline stdout

//@native builtins:print 0 - kw
func builtinPrint(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.checkKeywords(a, Q.sep, Q.end, Q.file, Q.flush)
  let builder = vm.slot(), target = vm.slot()
  if let f = vm.given(vm.keyword(a, Q.file)) { vm.copy(target, f) } else { vm.replacedOutput(target) }
  // With the heap locked the text goes out piece by piece.
  let locked = vm.memory[vm.state &+ State.heapLocked] != 0 && vm(target).isNull
  if locked { vm.set(builder, VM.consoleBuilder) } else { try vm.newBuilder(builder) }
  let sep = vm.given(vm.keyword(a, Q.sep)), end = vm.given(vm.keyword(a, Q.end))
  if let sep { try vm.needText(sep) }
  if let end { try vm.needText(end) }
  if !vm(target).isNull { return try vm.print(a, to: target, sep: sep, end: end, out) }
  var i: UInt32 = 0
  while i < a.count {
    if i > 0 { if let sep { try vm.append(builder, sep) } else { try vm.append(builder, byte: 32) } }
    try vm.str(a[i], builder)
    try vm.stepPoint()
    // A long line goes out in parts: the console needs no more memory than that.
    if !locked, vm(target).isNull, vm.view(builder).count > 512 { vm.flush(builder) }
    i &+= 1
  }
  if let end { try vm.append(builder, end) } else { try vm.append(builder, byte: 10) }
  if locked {
    vm.set(builder, Value.null)
  } else {
    vm.flush(builder)
  }
  vm.set(out, Value.none)
}

extension VM {
  /// What the program has put in the place of `sys.stdout`; null while it is the console.
  borrowing func replacedOutput(_ out: Slot) {
    set(out, Value.null)
    let sys = dictFind(root(.modules), Q.sys)
    if !sys.isKind(Kind.module) { return }
    let stream = dictFind(sys.at(1), Q.stdout)
    if !stream.isNull && !stream.value.isNone && stream.word != root(.stdout).word { set(out, stream) }
  }
  /// `print(…, file=target)`: one `write` for each part, as CPython.
  fileprivate mutating func print(_ a: Args, to target: Slot, sep: Slot?, end: Slot?, _ out: Slot) throws(Raise) {
    let builder = slot(), text = slot(), result = slot()
    var i: UInt32 = 0
    while i <= a.count {
      let part: Slot? = i == a.count ? end : i > 0 ? sep : nil
      if i == a.count || i > 0 {
        if let part { copy(text, part) } else { set(text, Value(i == a.count ? Q.newline : Q.space)) }
        if try length(text) != 0 { try print(text, to: target, result) }
      }
      if i < a.count {
        try newBuilder(builder)
        try str(a[i], builder)
        try finish(builder, Kind.str, text)
        try print(text, to: target, result)
      }
      i &+= 1
    }
    if let f = keyword(a, Q.flush), try truth(f), try findAttribute(target, Q.flush, builder) { try call(builder, Args(text, 0), result) }
    set(out, Value.none)
  }
  /// One `write`; a stream that says it took more than there was is broken.
  private mutating func print(_ text: Slot, to target: Slot, _ result: Slot) throws(Raise) {
    try callMethod(target, Q.write, Args(text, 1), result)
    if self(result).value.isInt, self(result).value.int > Int32(bitPattern: view(text).count) { throw raise(errno: 5) }
  }
  /// Writes a builder's text to the console and empties it.
  mutating func flush(_ builder: Slot) {
    consoleWrite(all: builder)
    port.spend(long: view(builder).count &* 4)
    self(builder).setInt(1, 0)
  }
  /// Raises TypeError unless the value is a str.
  /// Refuses what is no text; an instance of a class derived from `str` becomes its text in the same slot.
  public mutating func needText(_ s: Slot) throws(Raise) {
    if self(s).isKind(Kind.object) || self(s).isKind(Kind.instance) { unwrap(s) }
    if !isText(self(s)) { throw cannotConvert(s, Q.str) }
  }
}

/// A line of the console (or of the object that replaced `sys.stdin`), without its end; EOFError at the end of input.
//@native builtins:input 0 1
func builtinInput(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let line = vm.slot(), t = vm.slot()
  if a.count > 0 {
    try vm.newBuilder(line)
    try vm.str(a[0], line)
    if !vm.root(.stdout).isNull && !vm.root(.stdout).value.isNone {
      vm.set(t, vm.root(.stdout))
      let text = vm.slot()
      try vm.finish(line, Kind.str, text)
      try vm.callMethod(t, Q.write, Args(text, 1), line)
    } else {
      vm.flush(line)
    }
  }
  if !vm.root(.stdin).isNull && !vm.root(.stdin).value.isNone {
    vm.set(t, vm.root(.stdin))
    try vm.callMethod(t, Q.readline, Args(line, 0), line)
    try vm.needText(line)
    let n = vm.view(line).count
    if n == 0 { throw vm.raise(.EOFError, "") }
    try vm.newText(Kind.str, from: line, 0, vm.view(line)[n &- 1] == 10 ? n &- 1 : n, out)
    return
  }
  try vm.newBuilder(line)
  while true {
    // Waiting lets other threads in, and they may collect: read into memory that does not move.
    let c = try vm.consoleByte()
    if c < 0 {
      if vm.view(line).count == 0 { throw vm.raise(.EOFError, "") }
      break
    }
    if c == 13 || c == 10 { break }
    if c == 4 && vm.view(line).count == 0 { throw vm.raise(.EOFError, "") }
    if c == 8 || c == 127 {
      var n = vm.view(line).count
      if n > 0 {
        n &-= 1
        while n > 0 && vm.view(line)[n] & 0xc0 == 0x80 { n &-= 1 }
        vm(line).setInt(1, Int32(bitPattern: n))
      }
      continue
    }
    try vm.append(line, byte: UInt8(truncatingIfNeeded: c))
  }
  try vm.finish(line, Kind.str, out)
}

extension VM {
  /// One byte of the console; waits for it. -1 at the end of input.
  mutating func consoleByte() throws(Raise) -> Int32 {
    let mark = self.mark
    defer { release(to: mark) }
    // A stack slot is the memory while the byte is in it.
    let s = slot()
    while true {
      memory[s.address] = 1
      let n = consoleRead(s.address, count: 1, wait: true)
      let b = memory.byte(s.address)
      memory[s.address] = 0
      if n > 0 { return Int32(b) }
      if n < 0 { return -1 }
      // Woken without a byte: something else wants to run, an interrupt perhaps.
      try yieldPoint()
    }
  }
}
