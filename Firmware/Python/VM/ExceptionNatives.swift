import Port

// Methods and attributes of exceptions; traceback objects.

//@qstr strerror filename __suppress_context__ __notes__ tracebacklimit
//@type traceback kind=object hidden
//@type frame kind=object hidden

//@native BaseException.__new__ 1 -
func exceptionNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm(a[0]).isKind(Kind.type) { throw vm.raise(.TypeError, "argument should be a type") }
  let args = vm.slot(), e = vm.slot()
  let locked = vm.heapLockDepth != 0
  if locked { vm.memory[vm.state &+ Private.raising] &+= 1 }
  defer { if locked { vm.memory[vm.state &+ Private.raising] &-= 1 } }
  try vm.exceptionArguments(a, args)
  try vm.newException(vm(a[0]).word, args, e)
  vm.copy(out, e)
}
//@native BaseException.__init__ 1 -
func exceptionInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let args = vm.slot()
  // The same as __new__ was given: there is nothing to change, and no memory to take.
  if vm.heapLockDepth != 0 && vm(a[0]).at(ExceptionField.args).isObject { return vm.set(out, .none) }
  try vm.argumentTuple(a, args)
  vm(a[0]).set(ExceptionField.args, vm(args))
  vm.set(out, .none)
}
//@native BaseException.args 1 2 property
func exceptionArgs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2 {
    let t = vm.slot()
    try vm.collectItems(a[1], Kind.tuple, t)
    vm(a[0]).set(ExceptionField.args, vm(t))
  }
  vm.set(out, vm(a[0]).at(ExceptionField.args))
}
//@native BaseException.value 1 1 property
//@native BaseException.errno 1 1 property
func exceptionValueOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.exceptionValue(o, out)
}
//@native OSError.strerror 1 1 property
func exceptionMessage(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let args = vm.slot(), number = vm.slot()
  vm.set(args, vm(a[0]).at(ExceptionField.args))
  let n = vm(args).int(1)
  if n > 1 { return vm.set(out, vm(args).at(3)) }
  vm.exceptionValue(a[0], number)
  if vm(number).value.isInt {
    let text = VM.errnoName(vm(number).value.int)
    if text.utf8CodeUnitCount > 0 { return try vm.staticString(text, out) }
  }
  vm.set(out, .none)
}
//@native OSError.filename 1 1 property
func exceptionFile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let args = vm(a[0]).at(ExceptionField.args)
  if args.int(1) > 2 { vm.set(out, args.at(4)) } else { vm.set(out, .none) }
}
//@native BaseException.__cause__ 1 2 property
func exceptionCause(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.exceptionField(a, ExceptionField.cause, out)
  if a.count == 2 { vm(a[0]).setInt(ExceptionField.flags, 1) }
}
//@native BaseException.__context__ 1 2 property
func exceptionContext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.exceptionField(a, ExceptionField.context, out) }
//@native BaseException.__suppress_context__ 1 2 property
func exceptionSuppress(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2 {
    let t = try vm.truth(a[1])
    vm(a[0]).setInt(ExceptionField.flags, t ? 1 : 0)
  }
  vm.set(out, .bool(vm(a[0]).int(ExceptionField.flags) & 1 != 0))
}
//@native BaseException.__traceback__ 1 2 property
func exceptionTraceback(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2 { return try vm.setTraceback(a[0], a[1]) }
  let e = vm.slot()
  vm.copy(e, a[0])
  vm.set(out, .none)
  try vm.tracebackObject(e, out)
}
//@native BaseException.with_traceback 2 2
func exceptionWithTraceback(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setTraceback(a[0], a[1])
  vm.copy(out, a[0])
}
//@native BaseException.add_note 2 2
func exceptionAddNote(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let notes = vm.slot()
  if !vm.isInstance(vm(a[1]), .str) {
    let t = Value(vm.typeName(vm(a[1])))
    throw vm.raise(.TypeError, "note must be a str, not '%'", t)
  }
  if try !vm.findAttribute(a[0], Q.__notes__, notes) {
    try vm.newList(notes)
    try vm.setAttribute(a[0], Q.__notes__, notes)
  }
  if !vm.isInstance(vm(notes), .list) { throw vm.raise(.TypeError, "Cannot add note: __notes__ is not a list") }
  try vm.listAppend(notes, a[1])
  vm.set(out, .none)
}
/// What `except*` goes on with: the exception as it is, to which only a traceback that it lacks is added; nothing with None.
//@native builtins:__reraise__ 1 1
func exceptionReraise(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).isKind(Kind.exception) {
    let isNew = vm(a[0]).at(ExceptionField.traceback).isNull
    let r = vm.reraise(a[0])
    if isNew { vm.memory[vm.state &+ Private.reraised] = 0 }
    throw r
  }
  vm.set(out, .none)
}

// A traceback or frame object: 1 type; 2 the storage of an exception's traceback; 3 place in it of the entry, counted in words.
//@native traceback.tb_lineno 1 1 property
//@native frame.f_lineno 1 1 property
func tracebackLine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.tracebackEntry(a[0], 1)) }
//@native frame.co_filename 1 1 property
func tracebackFile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.tracebackEntry(a[0], 0)) }
//@native frame.co_name 1 1 property
func tracebackFunction(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.tracebackEntry(a[0], 2)) }
//@native traceback.tb_next 1 1 property
func tracebackNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = vm(a[0]).int(3)
  if at == 0 { return vm.set(out, .none) }
  try vm.newTraceback(a[0], .traceback, UInt32(bitPattern: at &- 3), out)
}
/// Objects are made when they are asked for: those of the same calls are equal.
//@native traceback.__eq__ 2 2
func tracebackEqual(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let most = vm(a[0]).raw(3) &>> 1 &+ 5
  guard vm(a[1]).isKind(Kind.object), vm(a[1]).raw(1) == vm(a[0]).raw(1), vm(a[1]).raw(3) == vm(a[0]).raw(3) else { return vm.set(out, .false) }
  var i: UInt32 = 2
  while i < most && vm(a[0]).at(2).raw(i) == vm(a[1]).at(2).raw(i) { i &+= 1 }
  vm.set(out, .bool(i == most))
}
//@native traceback.__hash__ 1 1
func tracebackHash(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.tracebackEntry(a[0], 1)) }
//@native traceback.tb_frame 1 1 property
func tracebackFrame(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = UInt32(bitPattern: vm(a[0]).int(3))
  try vm.newTraceback(a[0], .frame, at, out)
}
//@native frame.f_code 1 1 property
func frameCode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.copy(out, a[0]) }

extension VM {
  /// The arguments after the first as a tuple.
  mutating func argumentTuple(_ a: Args, _ out: Slot) throws(Raise) {
    if a.count == 1 {
      memory[out.address] = memory[Image.base &+ Image.emptyTupleWord &* 4]
      return
    }
    try newItems(Kind.tuple, a.count &- 1, out)
    memory.move(memory[out.address] &+ 8, from: a[1].address, count: (a.count &- 1) &* 4)
  }
  /// The same for a new exception: while the heap is locked, more arguments than there is room for are none.
  fileprivate mutating func exceptionArguments(_ a: Args, _ out: Slot) throws(Raise) {
    if heapLockDepth == 0 { return try argumentTuple(a, out) }
    let e = slot()
    defer { release(to: e) }
    do throws(Raise) { try argumentTuple(a, out) } catch {
      takePending(e)
      memory[out.address] = memory[Image.base &+ Image.emptyTupleWord &* 4]
    }
  }
  mutating func exceptionField(_ a: Args, _ field: UInt32, _ out: Slot) throws(Raise) {
    if a.count == 2 {
      if !self(a[1]).value.isNone && !self(a[1]).isKind(Kind.exception) { throw raise(.TypeError, "exceptions must derive from BaseException") }
      self(a[0]).set(field, self(a[1]))
    }
    let v = self(a[0]).at(field)
    if v.isNull { set(out, Value.none) } else { set(out, v) }
  }
  mutating func setTraceback(_ e: Slot, _ traceback: Slot) throws(Raise) {
    if self(traceback).value.isNone { return self(e).set(ExceptionField.traceback, .null) }
    if !self(traceback).isKind(Kind.object) || self(traceback).raw(1) != type(.traceback).word {
      throw raise(.TypeError, "__traceback__ must be a traceback or None")
    }
    // A copy of its calls: each exception goes on adding to its own.
    let t = slot()
    defer { release(to: t) }
    let words = UInt32(bitPattern: self(traceback).int(3)) &+ 3
    try newItems(Kind.storage, words, t)
    var i: UInt32 = 2
    while i < words &+ 2 { self(t).set(i, self(traceback).at(2).at(i)); i &+= 1 }
    self(e).set(ExceptionField.traceback, self(t))
  }
  /// The traceback object of the exception in `e`: its outermost call. `out` stays if there is none.
  public mutating func tracebackObject(_ e: Slot, _ out: Slot) throws(Raise) {
    if !self(e).isKind(Kind.exception) { return }
    let t = slot()
    defer { release(to: t) }
    set(t, self(e).at(ExceptionField.traceback))
    if self(t).isNull { return }
    var n: UInt32 = 0
    let most = UInt32(bitPattern: self(t).int(1))
    while n < most && self(t).raw(2 &+ n) != 0 { n &+= 3 }
    if n == 0 { return }
    let made = slot()
    try new(Kind.object, words: 4, made)
    self(made).set(1, type(.traceback))
    self(made).set(2, self(t))
    self(made).setInt(3, Int32(bitPattern: n &- 3))
    copy(out, made)
  }
  mutating func newTraceback(_ from: Slot, _ type: BuiltinType, _ at: UInt32, _ out: Slot) throws(Raise) {
    let made = slot()
    defer { release(to: made) }
    try new(Kind.object, words: 4, made)
    self(made).set(1, self.type(type))
    self(made).set(2, self(from).at(2))
    self(made).setInt(3, Int32(bitPattern: at))
    copy(out, made)
  }
  borrowing func tracebackEntry(_ o: Slot, _ part: UInt32) -> Value {
    let v = tracebackPart(self(o).at(2), UInt32(bitPattern: self(o).int(3)), part)
    return v.isNull ? .none : v
  }

  /// A str of constant text.
  mutating func staticString(_ s: StaticString, _ out: Slot) throws(Raise) {
    try newString(UnsafeRawBufferPointer(start: s.utf8Start, count: s.utf8CodeUnitCount), out)
  }
  /// The name of an errno; empty if it has none.
  static func errnoName(_ n: Int32) -> StaticString {
    switch n {
    case 1: "EPERM"
    case 2: "ENOENT"
    case 5: "EIO"
    case 9: "EBADF"
    case 11: "EAGAIN"
    case 12: "ENOMEM"
    case 13: "EACCES"
    case 16: "EBUSY"
    case 17: "EEXIST"
    case 19: "ENODEV"
    case 20: "ENOTDIR"
    case 21: "EISDIR"
    case 22: "EINVAL"
    case 28: "ENOSPC"
    case 30: "EROFS"
    case 39: "ENOTEMPTY"
    case 95: "EOPNOTSUPP"
    case 98: "EADDRINUSE"
    case 103: "ECONNABORTED"
    case 104: "ECONNRESET"
    case 105: "ENOBUFS"
    case 107: "ENOTCONN"
    case 110: "ETIMEDOUT"
    case 111: "ECONNREFUSED"
    case 113: "EHOSTUNREACH"
    case 114: "EALREADY"
    case 115: "EINPROGRESS"
    case 125: "ECANCELED"
    default: ""
    }
  }
}

/// `str(e)`: nothing, the only argument, or the tuple; `[Errno 2] ENOENT` for OSError.
//@native BaseException.__str__ 1 1
func exceptionStr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot()
  try vm.newBuilder(text)
  try vm.exceptionText(a[0], text)
  try vm.finish(text, Kind.str, out)
}
extension VM {
  mutating func exceptionText(_ e: Slot, _ text: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let args = slot(), item = slot()
    set(args, self(e).at(ExceptionField.args))
    let n = self(args).int(1)
    if n > 0 { set(item, self(args).at(2)) }
    if n == 1 || n == 2, self(item).value.isInt, isInstance(self(e), .OSError) {
      let number = self(item).value.int, name = VM.errnoName(number)
      if n == 2 || name.utf8CodeUnitCount > 0 {
        try append(text, "[Errno ")
        try append(text, number: number)
        try append(text, "] ")
        try append(text, name)
        if n == 1 { return }
        if name.utf8CodeUnitCount > 0 { try append(text, ": ") }
        set(item, self(args).at(3))
        return try str(item, text)
      }
    }
    if n == 1 { try str(item, text) } else if n > 1 { try repr(args, text) }
  }
}
/// `Type('one argument',)`.
//@native BaseException.__repr__ 1 1
func exceptionRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot(), item = vm.slot()
  try vm.newBuilder(text)
  let name = Value(vm.typeName(vm(a[0])))
  vm.set(item, name)
  try vm.append(text, item)
  vm.set(item, vm(a[0]).at(ExceptionField.args))
  try vm.repr(item, text)
  try vm.finish(text, Kind.str, out)
}
