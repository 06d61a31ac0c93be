import Port

/// Exception blocks: what `try`, `with` and `finally` need of the loop (conformance.md §6.5).
extension VM {
  /// For RETURN_VALUE: closes blocks up to the innermost finally-like one that is not running yet, and answers its handler's offset.
  /// `ip`: offset of the next instruction.
  @inline(never)
  borrowing func enclosingFinally(_ fp: Words, _ ip: UInt32) -> UInt32? {
    var n = Int(fp[Frame.blocks] &>> 1)
    while n > 0 {
      let h = fp[Frame.block(n &- 1) &+ Frame.handler] &>> 1
      if h & 1 != 0 && h &>> 1 >= ip {
        fp[Frame.blocks] = UInt32(truncatingIfNeeded: n) &<< 1 | 1
        return h &>> 1
      }
      n &-= 1
    }
    fp[Frame.blocks] = 1
    return nil
  }

  /// Cuts the stack for the innermost block's handler, and pushes a value to be returned after it, and the mark -1 for END_FINALLY.
  borrowing func enterFinally(_ fp: Words, _ handler: UInt32, _ value: UInt32) -> Words {
    let b = Frame.block(Int(fp[Frame.blocks] &>> 1) &- 1)
    let sp = Words(fp.raw + Int(fp[b &+ Frame.height] &>> 1) &* 4)
    sp[0] = value
    sp[1] = Value(int: -1).word
    return Words(sp.raw + 4)
  }

  /// For UNWIND_JUMP with everything published and the target's offset on top of the stack: leaves `n & 0x7f` blocks, beginning the
  /// handler of a finally-like one; then jumps, dropping a for-iterator if bit 7 is set.
  @inline(never)
  borrowing func unwindJump(_ n: UInt32) {
    let m = memory, f = topFrame(), ip = f[Frame.ip] &>> 1
    var n = n, top = m[thread &+ Thread.top]
    while n & 0x7f != 0 {
      n &-= 1
      let count = Int(f[Frame.blocks] &>> 1)
      let h = f[Frame.block(count &- 1) &+ Frame.handler] &>> 1
      if h & 1 != 0 && h &>> 1 >= ip {
        m[top] = n &<< 1 | 1
        m[thread &+ Thread.top] = top &+ 4
        f[Frame.ip] = (h &>> 1) &<< 1 | 1
        return
      }
      if h & 1 != 0 {
        // Leaving a `finally` part that runs already cancels what it would go on with: an exception or None, or a jump's two words.
        let words: UInt32 = m[top &- 8] & 1 != 0 ? 8 : 4
        m[top &- 4 &- words] = m[top &- 4]
        top &-= words
      }
      f[Frame.blocks] = f[Frame.blocks] &- 2
    }
    top &-= 4
    f[Frame.ip] = m[top]
    if n != 0 { top &-= 16 }
    m[thread &+ Thread.top] = top
  }

  /// The exception in flight meets the frames of this run: goes to the innermost handler, everything published; throws if there is none.
  @inline(never)
  mutating func unwind() throws(Raise) {
    let m = memory
    while true {
      port.spend(Cost.raise)
      if m[state &+ Private.reraised] != 0 { m[state &+ Private.reraised] = 0 } else { addTraceback() }
      let f = topFrame(), ip = f[Frame.ip] &>> 1
      var n = Int(f[Frame.blocks] &>> 1)
      while n > 0 {
        let b = Frame.block(n &- 1), handler = f[b &+ Frame.handler] &>> 2
        // A block whose handler lies behind is being handled already.
        if handler >= ip {
          let at = f.address &+ f[b &+ Frame.height] &>> 1 &* 4
          let exception = m[thread &+ Thread.exception]
          m[at] = exception
          f[b &+ Frame.handled] = exception
          m[thread &+ Thread.exception] = 0
          m[thread &+ Thread.top] = at &+ 4
          f[Frame.ip] = handler &<< 1 | 1
          f[Frame.blocks] = UInt32(truncatingIfNeeded: n) &<< 1 | 1
          return
        }
        n &-= 1
      }
      f[Frame.blocks] = 1
      let flags = f[Frame.flags] &>> 1
      if flags & FrameFlag.generator != 0 {
        finishGenerator(f[Frame.owner])
        popFrame()
        // A StopIteration may not look like the generator's end.
        if pendingIs(.StopIteration) { _ = raise(.RuntimeError, "generator raised StopIteration") }
      } else {
        popFrame()
      }
      if flags & FrameFlag.entry != 0 { throw Raise() }
    }
  }

  /// END_FINALLY and bare `raise` go on with an exception whose traceback names this frame already.
  mutating func reraise(_ exception: Slot) -> Raise {
    memory[thread &+ Thread.exception] = memory[exception.address]
    memory[state &+ Private.reraised] = 1
    return Raise()
  }

  /// A bare `raise`.
  mutating func raiseLast() -> Raise {
    let e = handledException()
    if e == 0 { return raise(.RuntimeError, "no active exception to reraise") }
    memory[thread &+ Thread.exception] = e
    memory[state &+ Private.reraised] = 1
    return Raise()
  }

  /// The exception that the innermost running handler handles, or 0.
  borrowing func handledException() -> UInt32 {
    let m = memory
    var fp = m[thread &+ Thread.frame]
    while fp != 0 {
      let f = Words(m.at(fp))
      var n = Int(f[Frame.blocks] &>> 1)
      while n > 0 {
        let e = f[Frame.block(n &- 1) &+ Frame.handled]
        if e != 0 { return e }
        n &-= 1
      }
      fp = f[Frame.link] & ~1
    }
    return 0
  }

  /// The end of a frame that is not a plain call of a function by a function; `value` is its result. True if `run` ends.
  @inline(never)
  mutating func endFrame(_ value: Slot) throws(Raise) -> Bool {
    let m = memory, f = topFrame(), flags = f[Frame.flags] &>> 1, result = f[Frame.result] & ~1
    var v = m[value.address]
    if flags & FrameFlag.generator != 0 {
      finishGenerator(f[Frame.owner])
      popFrame()
      if flags & FrameFlag.loop != 0 {
        // The loop of the frame below ends: its iterator goes; the target stands in the second word of that.
        let iterator = result &- 16
        topFrame()[Frame.ip] = m[iterator &+ 4]
        m[thread &+ Thread.top] = iterator
        return false
      }
      m[result] = v
      if flags & FrameFlag.delegate != 0 {
        let below = topFrame()
        below[Frame.ip] = below[Frame.ip] &+ 2
        m[thread &+ Thread.top] = result &+ 4
        return false
      }
      return true
    }
    if flags & FrameFlag.constructor != 0 {
      if v != Value.none.word {
        let name = Value(typeName(self(value)))
        throw raise(.TypeError, "__init__() should return None, not '%'", name)
      }
      v = f[Frame.owner]
    }
    popFrame()
    m[result] = v
    if flags & FrameFlag.entry != 0 { return true }
    m[thread &+ Thread.top] = result &+ 4
    return false
  }

  // MARK: with

  /// SETUP_WITH: `manager` becomes exit method, receiver, and what `__enter__` answered, in three slots from there.
  @inline(never)
  mutating func openWith(_ manager: Slot) throws(Raise) {
    let m = memory
    m[thread &+ Thread.top] = manager.address &+ 12
    let receiver = manager.up(1), entered = manager.up(2)
    m[receiver.address] = 0
    m[entered.address] = 0
    let top = mark
    let o = slot(), method = slot(), on = slot()
    copy(o, manager)
    try getMethod(o, Q.__exit__, manager, receiver)
    try getMethod(o, Q.__enter__, method, on)
    try callFound(method, on, Args(o, 0), entered)
    release(to: top)
  }

  /// WITH_CLEANUP: below the top stand the exit method and its receiver, and with a small integer on top the value that goes with it.
  /// They are taken out of the stack.
  @inline(never)
  mutating func closeWith(_ top: Slot) throws(Raise) {
    let m = memory
    let v = m[top.address]
    let deep: UInt32 = v & 1 != 0 ? 2 : 1
    let method = Slot(top.address &- (deep &+ 1) &* 4), receiver = Slot(top.address &- deep &* 4)
    let mark = self.mark
    let first = slots(3), out = slot()
    if v & 1 != 0 || v == Value.none.word {
      set(first, Value.none)
      set(first.up(1), Value.none)
      set(first.up(2), Value.none)
      try callFound(method, receiver, Args(first, 3), out)
    } else {
      set(first, typeOf(self(top)))
      copy(first.up(1), top)
      // MicroPython's suite pins that there is no traceback; the exception has it.
      set(first.up(2), Value.none)
      try callFound(method, receiver, Args(first, 3), out)
      if try truth(out) { set(top, Value.none) }
    }
    release(to: mark)
    // Close the gap of two words.
    m[method.address] = m[receiver.address &+ 4]
    if deep == 2 { m[receiver.address] = m[top.address] }
  }
}
