import Port

/// Fields of an `exception`.
enum ExceptionField {
  @inline(__always) static var type: UInt32 { 1 }
  /// Storage of pairs or dict, as in an instance; null without attributes.
  @inline(__always) static var attributes: UInt32 { 2 }
  /// Tuple.
  @inline(__always) static var args: UInt32 { 3 }
  /// Storage of triples file, line, function; the innermost call first, ended by a null file; null without.
  @inline(__always) static var traceback: UInt32 { 4 }
  @inline(__always) static var cause: UInt32 { 5 }
  @inline(__always) static var context: UInt32 { 6 }
  /// Tagged: 1 the context is not to be shown (`raise … from`); 2 a SystemExit that asks for a soft reset.
  @inline(__always) static var flags: UInt32 { 7 }
  @inline(__always) static var words: UInt32 { 8 }
}

extension VM {
  /// Makes an exception pending: `throw vm.raise(.TypeError, "…")`. Each `%` of the format takes the next value:
  /// an interned string, a small integer, or a singleton (immediate values only). An empty format makes an exception without arguments.
  @inline(never)
  public mutating func raise(_ type: BuiltinType, _ format: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null)
    -> Raise
  {
    if memory[state &+ Private.raising] != 0 && type == .MemoryError { return raiseMemoryError() }
    let old = memory[state &+ Private.raising]
    memory[state &+ Private.raising] = 1
    let top = mark
    let text = slot(), e = slot(), args = slot()
    do throws(Raise) {
      memory[args.address] = memory[Image.base &+ Image.emptyTupleWord &* 4]
      // Without memory for the message there is none.
      do throws(Raise) {
        if format.utf8CodeUnitCount > 0 {
          try formatMessage(format, a, b, c, d, text)
          try newItems(Kind.tuple, 1, e)
          self(e).set(2, self(text))
          copy(args, e)
        }
      } catch { if type == .MemoryError { throw error } }
      try newException(Image.type(UInt32(type.rawValue)), args, e)
      setPending(e)
    } catch {}
    memory[state &+ Private.raising] = old
    release(to: top)
    return Raise()
  }

  /// SystemExit that ends the interpreter's life and begins another (`machine.soft_reset`).
  public mutating func raiseSoftReset() -> Raise {
    let r = raise(.SystemExit, "")
    let e = Ref(memory[thread &+ Thread.exception], self)
    if e.isKind(Kind.exception) { e.setInt(ExceptionField.flags, 2) }
    return r
  }
  /// Is it such a SystemExit that is pending?
  public borrowing func isSoftResetPending() -> Bool {
    let e = Ref(memory[thread &+ Thread.exception], self)
    return e.isKind(Kind.exception) && e.int(ExceptionField.flags) & 2 != 0
  }

  /// The MemoryError that needs no memory becomes pending.
  mutating func raiseMemoryError() -> Raise {
    let e = memory[state &+ Root.memoryError.offset]
    memory[thread &+ Thread.exception] = e != 0 ? e : Image.type(UInt32(BuiltinType.MemoryError.rawValue))
    if e != 0 { memory[e &+ ExceptionField.traceback &* 4] = 0 }
    return Raise()
  }

  /// An exception of `type` (address of a type in the image, or published in a slot's word right before) with an args tuple.
  mutating func newException(_ type: UInt32, _ args: Slot, _ out: Slot) throws(Raise) {
    let t = slot()
    memory[t.address] = type
    try new(Kind.exception, words: ExceptionField.words, out)
    let e = self(out)
    e.set(ExceptionField.type, self(t))
    e.set(ExceptionField.args, self(args))
    e.setInt(ExceptionField.flags, 0)
    release(to: t)
  }

  /// A message from a format and immediate values.
  mutating func formatMessage(_ format: StaticString, _ a: Value, _ b: Value, _ c: Value, _ d: Value, _ out: Slot) throws(Raise) {
    let n = format.utf8CodeUnitCount, p = format.utf8Start
    var total: UInt32 = 0, k = 0, i = 0
    while i < n {
      if p[i] == 0x25 {
        total &+= messagePart(k == 0 ? a : k == 1 ? b : k == 2 ? c : d, nil)
        k &+= 1
      } else {
        total &+= 1
      }
      i &+= 1
    }
    try newRaw(Kind.str, bytes: total, out)
    let to = self(out).bytes(12)
    var at = 0
    k = 0
    i = 0
    while i < n {
      if p[i] == 0x25 {
        at &+= Int(messagePart(k == 0 ? a : k == 1 ? b : k == 2 ? c : d, to + at))
        k &+= 1
      } else {
        (to + at).storeBytes(of: p[i], as: UInt8.self)
        at &+= 1
      }
      i &+= 1
    }
  }

  /// Writes an immediate value's text to `to` if given; its length.
  borrowing func messagePart(_ v: Value, _ to: UnsafeMutableRawPointer?) -> UInt32 {
    if v.isQstr {
      let t = text(Ref(v.word, self))
      let n = UInt32(bitPattern: t.int(1))
      if let to { to.copyMemory(from: t.bytes(12), byteCount: Int(n)) }
      return n
    }
    if v.isInt {
      var u = v.int.magnitude, digits: UInt32 = 1
      while u >= 10 {
        u /= 10
        digits &+= 1
      }
      let sign: UInt32 = v.int < 0 ? 1 : 0
      if let to {
        if sign != 0 { to.storeBytes(of: 0x2d, as: UInt8.self) }
        u = v.int.magnitude
        var i = sign &+ digits
        while i > sign {
          i &-= 1
          (to + Int(i)).storeBytes(of: UInt8(truncatingIfNeeded: 48 &+ u % 10), as: UInt8.self)
          u /= 10
        }
      }
      return sign &+ digits
    }
    let s: StaticString = v == .none ? "None" : v == .true ? "True" : v == .false ? "False" : v == .ellipsis ? "Ellipsis" : "?"
    if let to { to.copyMemory(from: s.utf8Start, byteCount: s.utf8CodeUnitCount) }
    return UInt32(truncatingIfNeeded: s.utf8CodeUnitCount)
  }

  /// Makes the exception instance in `e` the pending one; what is being handled becomes its context.
  mutating func setPending(_ e: Slot) {
    let m = memory, x = m[e.address]
    m[thread &+ Thread.exception] = x
    m[state &+ Private.reraised] = 0
    let handled = handledException()
    if handled == 0 || handled == x || handled & 3 != 0 { return }
    // Never a ring: where `x` stands in the chain of what is being handled, the chain is cut. A ring that a program has made is gone round once.
    var o = handled, slow = handled, both = false
    while true {
      let next = m[o &+ ExceptionField.context &* 4]
      if next == 0 || next & 3 != 0 { break }
      if next == x {
        Ref(o, self).set(ExceptionField.context, .null)
        break
      }
      o = next
      if o == slow { break }
      if both { slow = m[slow &+ ExceptionField.context &* 4] }
      both = !both
    }
    Ref(x, self).store(ExceptionField.context, handled)
  }

  /// An exception instance from what `raise` was given: an instance, or a type that is called.
  mutating func makeException(_ value: Slot, _ out: Slot) throws(Raise) {
    if self(value).isKind(Kind.exception) { return copy(out, value) }
    if self(value).isKind(Kind.type) && isSubtype(self(value).word, Image.type(UInt32(BuiltinType.BaseException.rawValue))) {
      let made = slot()
      try call(value, Args(made, 0), made)
      if self(made).isKind(Kind.exception) {
        copy(out, made)
        release(to: made)
        return
      }
    }
    throw raise(.TypeError, "exceptions must derive from BaseException")
  }

  /// Makes `exception` (an instance or a type) pending.
  public mutating func raise(_ exception: Slot) -> Raise {
    let top = mark
    let e = slot()
    do throws(Raise) {
      try makeException(exception, e)
      setPending(e)
    } catch {}
    release(to: top)
    return Raise()
  }
  /// `raise exception from cause`.
  mutating func raise(_ exception: Slot, from cause: Slot) -> Raise {
    let top = mark
    let e = slot(), c = slot()
    do throws(Raise) {
      try makeException(exception, e)
      if !self(cause).value.isNone { try makeException(cause, c) } else { set(c, Value.none) }
      setPending(e)
      self(e).set(ExceptionField.cause, self(c))
      self(e).setInt(ExceptionField.flags, 1)
    } catch {}
    release(to: top)
    return Raise()
  }
  /// KeyError(key), StopIteration(value) and the like.
  public mutating func raise(_ type: BuiltinType, value: Slot) -> Raise {
    let top = mark
    let e = slot(), args = slot(), v = slot()
    copy(v, value)
    do throws(Raise) {
      try newItems(Kind.tuple, 1, args)
      self(args).set(2, self(v))
      try newException(Image.type(UInt32(type.rawValue)), args, e)
      setPending(e)
    } catch {}
    release(to: top)
    return Raise()
  }
  /// OSError with an errno.
  public mutating func raise(errno: Int32) -> Raise {
    let n = slot()
    memory[state &+ State.lastError] = UInt32(bitPattern: errno)
    set(n, Value(int: errno))
    let r = raise(.OSError, value: n)
    release(to: n)
    return r
  }

  /// True if the pending exception is of the type.
  public borrowing func pendingIs(_ type: BuiltinType) -> Bool {
    let e = memory[thread &+ Thread.exception]
    return e != 0 && isInstance(Ref(e, self), type)
  }
  /// Takes the pending exception.
  public borrowing func takePending(_ out: Slot) {
    let m = memory
    m[out.address] = m[thread &+ Thread.exception]
    m[thread &+ Thread.exception] = 0
  }

  /// First argument of an exception, or None: `value`, `errno`.
  borrowing func exceptionValue(_ e: Slot, _ out: Slot) {
    if !self(e).isKind(Kind.exception) { return set(out, Value.none) }
    let args = self(e).at(ExceptionField.args)
    if args.isObject && args.int(1) > 0 { set(out, args.at(2)) } else { set(out, Value.none) }
  }

  // MARK: Tracebacks

  /// Adds the topmost frame to the pending exception's traceback. Without memory for it the line is missing.
  mutating func addTraceback() {
    let m = memory, f = topFrame()
    let e = slot()
    m[e.address] = m[thread &+ Thread.exception]
    defer { release(to: e) }
    if !self(e).isKind(Kind.exception) { return }
    var used: UInt32 = 0
    do {
      let t = self(e).at(ExceptionField.traceback)
      if !t.isNull {
        let n = UInt32(bitPattern: t.int(1))
        while used < n && t.raw(2 &+ used) != 0 { used &+= 3 }
      }
    }
    // The preallocated MemoryError has none.
    if m[e.address] == m[state &+ Root.memoryError.offset] { return }
    if used >= 3 * 64 { return }
    let full: Bool
    do {
      let t = self(e).at(ExceptionField.traceback)
      full = t.isNull || used &+ 3 > UInt32(bitPattern: t.int(1))
    }
    if full {
      let more = slot()
      let raising = m[state &+ Private.raising]
      m[state &+ Private.raising] = 1
      m[thread &+ Thread.exception] = 0
      do throws(Raise) {
        try newItems(Kind.storage, used == 0 ? 3 : used &* 2, more)
        let t = self(more), o = self(e).at(ExceptionField.traceback)
        var i: UInt32 = 0
        while i < used {
          t.set(2 &+ i, o.at(2 &+ i))
          i &+= 1
        }
        self(e).set(ExceptionField.traceback, t)
      } catch { set(more, Value.null) }
      m[state &+ Private.raising] = raising
      m[thread &+ Thread.exception] = m[e.address]
      if self(more).isNull { return }
    }
    // Most tracebacks are never looked at: line and names are worked out when one is (`tracebackPart`).
    let t = self(e).at(ExceptionField.traceback)
    t.set(2 &+ used, Ref(f[Frame.code], self))
    t.setInt(3 &+ used, Int32(bitPattern: f[Frame.ip] &>> 1))
  }
  /// Part of the entry at item `n` of a traceback's storage: 0 the file's name, 1 the line, 2 the function's name or null.
  /// An entry is a code object and an offset in its bytecode, or (a place in a source that did not compile) a file's name and a line.
  borrowing func tracebackPart(_ t: borrowing Ref, _ n: UInt32, _ part: UInt32) -> Value {
    let code = t.at(2 &+ n)
    if !code.isKind(Kind.code) { return t.at(2 &+ n &+ part).value }
    switch part {
    case 0: return Value(codeString(code, 0))
    case 1: return Value(int: Int32(bitPattern: lineNumber(code, UInt32(bitPattern: t.int(3 &+ n)))))
    default: return Value(codeName(code))
    }
  }

  /// Appends the traceback and the exception as MicroPython prints them: outermost call first, then `Type: text`, with newlines.
  public mutating func printException(_ e: Slot, _ builder: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let x = slot(), name = slot()
    copy(x, e)
    // A group prints itself: with all that is in it.
    if self(x).isKind(Kind.exception), typeFlags(typeWord(memory[x.address])) & TypeFlag.python != 0, try callSpecial(x, Q.__traceback_text__, Args(x, 0), name)
    {
      return try append(builder, name)
    }
    if self(x).isKind(Kind.exception) {
      var n: UInt32 = 0
      do {
        let t = self(x).at(ExceptionField.traceback)
        if !t.isNull {
          let most = UInt32(bitPattern: t.int(1))
          while n < most && t.raw(2 &+ n) != 0 { n &+= 3 }
        }
      }
      var limit = tracebackLimit()
      if n > 0 && limit > 0 { try append(builder, "Traceback (most recent call last):\n") }
      while n > 0 && limit > 0 {
        limit &-= 1
        n &-= 3
        try append(builder, "  File \"")
        set(name, tracebackPart(self(x).at(ExceptionField.traceback), n, 0))
        try append(builder, name)
        try append(builder, "\", line ")
        let line = tracebackPart(self(x).at(ExceptionField.traceback), n, 1)
        try append(builder, number: line.int)
        set(name, tracebackPart(self(x).at(ExceptionField.traceback), n, 2))
        if !self(name).isNull {
          try append(builder, ", in ")
          try append(builder, name)
        }
        try append(builder, "\n")
      }
    }
    let q = Value(typeName(self(x)))
    set(name, q)
    try append(builder, name)
    try append(builder, ": ")
    try str(x, builder)
    try append(builder, "\n")
    // Notes, each on its own line.
    if !self(x).isKind(Kind.exception) || instanceValue(memory[memory[x.address] &+ 8], Q.__notes__) == 0 { return }
    memory[x.address] = instanceValue(memory[memory[x.address] &+ 8], Q.__notes__)
    if !isInstance(self(x), .list) { return }
    var i: UInt32 = 0
    while self(x).isKind(Kind.list) && i < UInt32(bitPattern: self(x).int(1)) {
      set(name, self(x).at(2).at(2 &+ i))
      try str(name, builder)
      try append(builder, "\n")
      i &+= 1
    }
  }
  //@qstr __traceback_text__

  /// `sys.tracebacklimit`: how many lines a traceback has at most, counted from the outermost call.
  private borrowing func tracebackLimit() -> Int32 {
    let sys = dictFind(root(.modules), Q.sys)
    if !sys.isKind(Kind.module) { return .max }
    let limit = dictFind(sys.at(1), Q.tracebacklimit)
    return limit.value.isInt ? limit.value.int : .max
  }

  /// Appends a decimal number.
  mutating func append(_ builder: Slot, number: Int32) throws(Raise) {
    var u = number.magnitude, scale: UInt32 = 1
    if number < 0 { try append(builder, byte: 0x2d) }
    while u / scale >= 10 { scale &*= 10 }
    while scale > 0 {
      try append(builder, byte: UInt8(truncatingIfNeeded: 48 &+ u / scale))
      u %= scale
      scale /= 10
    }
  }
}
