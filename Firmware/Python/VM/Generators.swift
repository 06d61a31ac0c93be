import Port

/// Fields of a `generator`: a frame that waits in the heap.
enum Generator {
  /// 0 not begun, 1 waits at a yield, 2 runs, 3 has ended.
  @inline(__always) static var status: UInt32 { 1 }
  /// Its code object, for its name.
  @inline(__always) static var code: UInt32 { 2 }
  /// Saved words, and how many of them lie below the frame's address.
  @inline(__always) static var count: UInt32 { 3 }
  @inline(__always) static var below: UInt32 { 4 }
  /// Words the frame needs at most.
  @inline(__always) static var capacity: UInt32 { 5 }
  /// An exception to raise at the next resumption (`pend_throw`), or null.
  @inline(__always) static var pendingThrow: UInt32 { 6 }
  /// The saved words.
  @inline(__always) static var words: UInt32 { 7 }

  @inline(__always) static var fresh: Int32 { 0 }
  @inline(__always) static var waiting: Int32 { 1 }
  @inline(__always) static var running: Int32 { 2 }
  @inline(__always) static var ended: Int32 { 3 }
}

extension VM {
  /// The topmost frame, its arguments bound, becomes a generator in `result`.
  @inline(never)
  mutating func makeGenerator(_ result: Slot) throws(Raise) {
    let m = memory, fp = m[thread &+ Thread.frame], f = Words(m.at(fp))
    let blocks = m[f[Frame.code] &+ Shape.frame &* 4] &>> 17, total = m[f[Frame.code] &+ Shape.total &* 4] &>> 1
    let below = UInt32(Frame.headerWords) &+ blocks &* UInt32(Frame.blockWords)
    let base = fp &- below &* 4, count = (m[thread &+ Thread.top] &- base) &>> 2
    let g = slot()
    do throws(Raise) { try new(Kind.generator, words: Generator.words &+ below &+ total, g) } catch {
      popFrame()
      throw error
    }
    let r = self(g)
    r.setInt(Generator.status, Generator.fresh)
    r.set(Generator.code, Ref(f[Frame.code], self))
    r.setInt(Generator.count, Int32(bitPattern: count))
    r.setInt(Generator.below, Int32(bitPattern: below))
    r.setInt(Generator.capacity, Int32(bitPattern: below &+ total))
    m.move(r.word &+ Generator.words &* 4, from: base, count: count &* 4)
    popFrame()
    m[result.address] = r.word
  }

  /// Pushes a generator's frame so that the loop runs it; false if it has ended. `sent` becomes the value of its `yield`.
  /// Does not allocate unless it raises.
  @inline(never)
  mutating func resume(_ generator: Slot, sent: UInt32, result: Slot, flags: UInt32) throws(Raise) -> Bool {
    let m = memory, g = m[generator.address]
    let status = Int32(bitPattern: m[g &+ Generator.status &* 4]) >> 1
    if status == Generator.ended { return false }
    if status == Generator.running { throw raise(.ValueError, "generator already executing") }
    if status == Generator.fresh && sent != Value.none.word && sent != 0 {
      throw raise(.TypeError, "can't send non-None value to a just-started generator")
    }
    let count = m[g &+ Generator.count &* 4] &>> 1, below = m[g &+ Generator.below &* 4] &>> 1, capacity = m[g &+ Generator.capacity &* 4] &>> 1
    let base = m[thread &+ Thread.top]
    if base &+ capacity &* 4 > m[thread &+ Thread.softLimit] { throw tooDeep() }
    m.move(base, from: g &+ Generator.words &* 4, count: count &* 4)
    // The copy in the heap would keep alive what the generator lets go.
    m.fill(g &+ Generator.words &* 4, 0, count: count &* 4)
    m[g &+ Generator.status &* 4] = Value(int: Generator.running).word
    let fp = base &+ below &* 4, f = Words(m.at(fp))
    f[Frame.link] = m[thread &+ Thread.frame] | 1
    f[Frame.result] = result.address | 1
    f[Frame.flags] = (flags | FrameFlag.generator) &<< 1 | 1
    f[Frame.owner] = g
    m[thread &+ Thread.frame] = fp
    var top = base &+ count &* 4
    if status == Generator.waiting && sent != 0 {
      m[top] = sent
      top &+= 4
    }
    m[thread &+ Thread.top] = top
    if m[g &+ Generator.pendingThrow &* 4] != 0 {
      // Raised in the generator's frame, which is the topmost one now.
      let e = slot()
      m[e.address] = m[g &+ Generator.pendingThrow &* 4]
      m[g &+ Generator.pendingThrow &* 4] = 0
      throw raise(e)
    }
    return true
  }

  /// The generator has ended: by `return`, an exception, or `close`. `g` is its word.
  borrowing func finishGenerator(_ g: UInt32) {
    let m = memory
    m[g &+ Generator.status &* 4] = Value(int: Generator.ended).word
    m[g &+ Generator.count &* 4] = 1
    m.fill(g &+ Generator.words &* 4, 0, count: (m[g &+ Generator.capacity &* 4] &>> 1) &* 4)
  }

  /// YIELD_VALUE, everything published: saves the frame and gives the top of the stack to whoever asked. True if that was native code.
  /// A yield reaches through the frames that delegate to the generator.
  @inline(never)
  borrowing func yield() -> Bool {
    let m = memory
    let value = m[m[thread &+ Thread.top] &- 4]
    m[thread &+ Thread.top] = m[thread &+ Thread.top] &- 4
    while true {
      let f = topFrame(), g = f[Frame.owner], flags = f[Frame.flags] &>> 1, result = f[Frame.result] & ~1
      let base = f.address &- (m[g &+ Generator.below &* 4] &>> 1) &* 4
      let count = (m[thread &+ Thread.top] &- base) &>> 2
      m[thread &+ Thread.frame] = f[Frame.link] & ~1
      f[Frame.owner] = 0
      Ref(g, self).touch()
      m.move(g &+ Generator.words &* 4, from: base, count: count &* 4)
      m[g &+ Generator.count &* 4] = count &<< 1 | 1
      m[g &+ Generator.status &* 4] = Value(int: Generator.waiting).word
      if flags & FrameFlag.delegate == 0 {
        m[result] = value
        m[thread &+ Thread.top] = flags & FrameFlag.entry != 0 ? base : result &+ 4
        return flags & FrameFlag.entry != 0
      }
      // The frame below yields the same value; its stack ends with the iterator, its ip is at YIELD_FROM.
      m[thread &+ Thread.top] = result &+ 4
    }
  }

  /// YIELD_FROM, published with its own offset: iterator and sent value on the stack. True if `run` ends with a yield.
  @inline(never)
  mutating func yieldFrom(_ sent: Slot) throws(Raise) -> Bool {
    let m = memory, iterator = Slot(sent.address &- 4)
    if self(iterator).isKind(Kind.generator) {
      let value = m[sent.address]
      m[thread &+ Thread.top] = sent.address
      if try resume(iterator, sent: value, result: iterator, flags: FrameFlag.delegate) { return false }
      set(iterator, Value.none)
    } else {
      let out = slot()
      if try delegateNext(iterator, sent, out) {
        copy(sent, out)
        m[thread &+ Thread.top] = sent.address &+ 4
        return yield()
      }
      copy(iterator, out)
    }
    let f = topFrame()
    f[Frame.ip] = f[Frame.ip] &+ 2
    m[thread &+ Thread.top] = iterator.address &+ 4
    return false
  }

  /// The next value of any iterator when `sent` is sent to it: true with the value, false with what it returned.
  mutating func delegateNext(_ iterator: Slot, _ sent: Slot, _ out: Slot) throws(Raise) -> Bool {
    if self(iterator).isKind(Kind.generator) { return try resumeGenerator(iterator, sent: sent, out) }
    do throws(Raise) {
      if self(sent).value.isNone {
        if self(iterator).isKind(Kind.instance) {
          try callMethod(iterator, Q.__next__, Args(iterator, 0), out)
        } else if try !next(iterator, out) {
          set(out, Value.none)
          return false
        }
      } else {
        try callMethod(iterator, Q.send, Args(sent, 1), out)
      }
      return true
    } catch {
      try takeStopIteration(out)
      return false
    }
  }

  /// The value of the pending StopIteration; throws if something else is pending.
  mutating func takeStopIteration(_ out: Slot) throws(Raise) {
    if !pendingIs(.StopIteration) { throw Raise() }
    let e = slot()
    takePending(e)
    exceptionValue(e, out)
    release(to: e)
  }

  // MARK: From native code

  /// Resumes a generator: true with what it yields, false with what it returned.
  mutating func resumeGenerator(_ generator: Slot, sent: Slot, _ out: Slot) throws(Raise) -> Bool {
    port.spend(Cost.resume)
    try enter()
    defer { leave() }
    let top = mark
    defer { release(to: top) }
    let m = memory
    let frame = m[thread &+ Thread.frame]
    do throws(Raise) {
      if try !resume(generator, sent: m[sent.address], result: out, flags: FrameFlag.entry) {
        set(out, Value.none)
        return false
      }
    } catch {
      if m[thread &+ Thread.frame] == frame { throw error }
      try unwind()
    }
    return try !run()
  }

  /// Raises `exception` (an instance) where the generator waits: true with what it yields next, false with what it returned.
  /// `given`: what `throw` was called with, for the `throw` of an iterator that is no generator.
  mutating func throwInto(_ generator: Slot, _ exception: Slot, given: Slot? = nil, _ out: Slot) throws(Raise) -> Bool {
    let m = memory
    let status = self(generator).int(Generator.status)
    if status == Generator.running { throw raise(.ValueError, "generator already executing") }
    if status != Generator.waiting {
      finishGenerator(self(generator).word)
      throw raise(exception)
    }
    try enter()
    defer { leave() }
    let top = mark
    defer { release(to: top) }
    let thrown = slot(), iterator = slot()
    copy(thrown, exception)
    var returned = false
    if waitsInYieldFrom(generator, iterator) {
      self(generator).setInt(Generator.status, Generator.running)
      do throws(Raise) {
        if try throwIntoIterator(iterator, thrown, given: given, out) {
          self(generator).setInt(Generator.status, Generator.waiting)
          return true
        }
        returned = true
      } catch { takePending(thrown) }
      self(generator).setInt(Generator.status, Generator.waiting)
    }
    _ = try resume(generator, sent: 0, result: out, flags: FrameFlag.entry)
    if returned {
      // The iterator's result takes its place, and the generator goes on after YIELD_FROM.
      let f = topFrame()
      f[Frame.ip] = f[Frame.ip] &+ 2
      m[m[thread &+ Thread.top] &- 4] = m[out.address]
    } else {
      _ = raise(thrown)
      try unwind()
    }
    return try !run()
  }

  /// If the generator waits in YIELD_FROM: the iterator that it delegates to.
  borrowing func waitsInYieldFrom(_ generator: Slot, _ iterator: Slot) -> Bool {
    let m = memory, g = m[generator.address], below = m[g &+ Generator.below &* 4] &>> 1
    let fp = g &+ (Generator.words &+ below) &* 4
    let ip = m[fp &+ UInt32(truncatingIfNeeded: Frame.ip &* 4)] &>> 1, bytecode = m[fp &+ UInt32(truncatingIfNeeded: Frame.bytecode &* 4)]
    if m.byte(bytecode &+ ip) != Op.yieldFrom.rawValue { return false }
    m[iterator.address] = m[g &+ (Generator.words &+ (m[g &+ Generator.count &* 4] &>> 1) &- 1) &* 4]
    return true
  }

  /// Passes an exception on to the iterator of a YIELD_FROM; true with what it yields, false with what it returned.
  mutating func throwIntoIterator(_ iterator: Slot, _ exception: Slot, given: Slot?, _ out: Slot) throws(Raise) -> Bool {
    if isInstance(self(exception), .GeneratorExit) {
      if self(iterator).isKind(Kind.generator) {
        try closeGenerator(iterator)
      } else {
        let method = slot()
        if try findAttribute(iterator, Q.close, method) { try call(method, Args(method, 0), out) }
      }
      throw raise(exception)
    }
    if self(iterator).isKind(Kind.generator) { return try throwInto(iterator, exception, given: given, out) }
    let method = slot()
    if try !findAttribute(iterator, Q.throw, method) { throw raise(exception) }
    do throws(Raise) {
      try call(method, Args(given ?? exception, 1), out)
      return true
    } catch {
      try takeStopIteration(out)
      return false
    }
  }

  /// `close()`.
  mutating func closeGenerator(_ generator: Slot) throws(Raise) {
    let status = self(generator).int(Generator.status)
    if status == Generator.running { throw raise(.ValueError, "generator already executing") }
    if status != Generator.waiting {
      finishGenerator(self(generator).word)
      return
    }
    let top = mark
    defer { release(to: top) }
    let e = slot(), out = slot()
    _ = raise(.GeneratorExit, "")
    takePending(e)
    do throws(Raise) { if try !throwInto(generator, e, out) { return } } catch {
      if pendingIs(.GeneratorExit) || pendingIs(.StopIteration) {
        takePending(e)
        return
      }
      throw error
    }
    throw raise(.RuntimeError, "generator ignored GeneratorExit")
  }
}

// MARK: Methods

//@native generator.__next__ 1 1
func generatorNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let sent = vm.slot()
  vm.set(sent, .none)
  if try !vm.resumeGenerator(a[0], sent: sent, out) { throw vm.stopIteration(out) }
}
//@native generator.send 2 2
func generatorSend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try !vm.resumeGenerator(a[0], sent: a[1], out) { throw vm.stopIteration(out) }
}
//@native generator.throw 2 4
func generatorThrow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let e = vm.slot()
  // throw(type, value, traceback) and throw(instance).
  let value: Slot = a.count > 2 && !vm(a[2]).value.isNone ? a[2] : a[1]
  // What is no exception becomes a TypeError, unless an iterator that the generator delegates to takes it.
  do throws(Raise) { try vm.makeException(value, e) } catch { vm.takePending(e) }
  if try !vm.throwInto(a[0], e, given: value, out) { throw vm.stopIteration(out) }
}
//@native generator.close 1 1
func generatorClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.closeGenerator(a[0])
  vm.set(out, .none)
}
//@native generator.pend_throw 2 2
func generatorPendThrow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).int(Generator.status) == Generator.running { throw vm.raise(.ValueError, "generator already executing") }
  let old = vm.slot()
  vm.set(old, vm(a[0]).at(Generator.pendingThrow))
  if vm(a[1]).value.isNone { vm(a[0]).set(Generator.pendingThrow, .null) } else { vm(a[0]).set(Generator.pendingThrow, vm(a[1])) }
  if vm(old).isNull { vm.set(out, .none) } else { vm.copy(out, old) }
}
//@native generator.__name__ 1 1 property
func generatorName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let name = Value(vm.codeName(vm(a[0]).at(Generator.code)))
  vm.set(out, name)
}

extension VM {
  /// StopIteration with the value in `s` (none: without).
  mutating func stopIteration(_ s: Slot) -> Raise {
    if self(s).value.isNone { return raise(.StopIteration, "") }
    return raise(.StopIteration, value: s)
  }
}

// Asynchronous generators: generators that know which of their yields are their own. Awaited, or sent to, they pass on every yield, as coroutines
// of MicroPython do that yield to their loop; the methods of `__anext__` and its kind stop at their own ones. What waits in between is Library/_asyncgen.py.
//@qstr _asyncgen step

extension VM {
  /// True if the generator stands at a YIELD_FROM: what it last gave is not its own.
  borrowing func awaits(_ g: borrowing Ref) -> Bool {
    if g.int(Generator.status) != Generator.waiting { return false }
    let frame = Generator.words &+ UInt32(bitPattern: g.int(Generator.below))
    let bytecode = g.raw(frame &- UInt32(-Frame.bytecode)), ip = g.raw(frame &- UInt32(-Frame.ip)) &>> 1
    return memory.byte(bytecode &+ ip) == Op.yieldFrom.rawValue
  }
  fileprivate mutating func askAsync(_ name: Qstr, _ refusal: StaticString, _ a: Args, _ out: Slot) throws(Raise) {
    let method = slot()
    if try !findAttribute(a[0], name, method) {
      let t = Value(typeName(self(a[0])))
      throw raise(.TypeError, refusal, t)
    }
    try call(method, Args(method, 0), out)
  }
  /// Calls a function of Library/_asyncgen.py with the words at `a`.
  fileprivate mutating func asyncGen(_ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) {
    let mark = mark; defer { release(to: mark) }
    let f = slot()
    try libraryMember(Q._asyncgen, name, f)
    try call(f, a, out)
  }
}
//@native async_generator.__aiter__ 1 1
func asyncGeneratorIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.copy(out, a[0]) }
//@native async_generator.__anext__ 1 1
func asyncGeneratorNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.asyncGen(Q.step, a, out) }
//@native async_generator.asend 2 2
func asyncGeneratorSend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.asyncGen(Q.step, a, out) }
//@native async_generator.athrow 2 4
func asyncGeneratorThrow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.asyncGen(Q.athrow, a, out) }
//@native async_generator.aclose 1 1
func asyncGeneratorClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.asyncGen(Q.aclose, a, out) }
/// Not None while it awaits something.
//@native async_generator.ag_await 1 1 property
func asyncGeneratorAwait(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let answer: Value = vm.awaits(vm(a[0])) ? .true : .none
  vm.set(out, answer)
}
//@native builtins:aiter 1 1
func builtinAiter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.askAsync(Q.__aiter__, "'%' object isn't an async iterable", a, out) }
//@native builtins:anext 1 2
func builtinAnext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2 { return try vm.asyncGen(Q.anext, a, out) }
  try vm.askAsync(Q.__anext__, "'%' object isn't an async iterator", a, out)
}
