import CPort
import Port

extension VM {
  /// Calls `f` with the arguments; `out` may be the slot below the first argument, not an argument.
  public mutating func call(_ f: Slot, _ a: Args, _ out: Slot) throws(Raise) {
    let top = mark
    if self(f).isKind(Kind.native) {
      // The commonest callee of native code needs no more than this.
      try callNative(f, a, out)
      release(to: top)
      return
    }
    let framed: Bool
    do throws(Raise) { framed = try begin(f, a, result: out, flags: FrameFlag.entry) } catch {
      release(to: top)
      throw error
    }
    if framed {
      do throws(Raise) { try enterAndRun() } catch {
        release(to: top)
        throw error
      }
    }
    release(to: top)
  }

  /// Runs the topmost frame to its end, one level of native recursion deeper.
  mutating func enterAndRun() throws(Raise) {
    do throws(Raise) { try enter(NativeStack.frames) } catch {
      popFrame()
      throw error
    }
    defer { leave(NativeStack.frames) }
    _ = try run()
  }

  /// Begins a call: true if a frame was pushed and must be run, false if the call is done and its result in `result`.
  /// The caller restores the stack's top where no frame was pushed. Slots of `f` and the arguments may overlap `result` only as in `call`.
  mutating func begin(_ f: Slot, _ a: Args, result: Slot, flags: UInt32) throws(Raise) -> Bool {
    var kind: UInt32 = 0
    do {
      let r = self(f)
      if r.isObject { kind = r.kind }
    }
    switch kind {
    case Kind.function: return try enterFunction(f, a, result: result, flags: flags, owner: 0)
    case Kind.native:
      try callNative(f, a, result)
      return false
    case Kind.boundMethod:
      // The bound object becomes the first argument: the arguments are laid out anew.
      let n = a.count &+ 1
      let fn = slot()
      set(fn, self(f).at(1))
      try reserve(n &+ a.pairs &* 2)
      let first = slots(n &+ a.pairs &* 2)
      set(first, self(f).at(2))
      memory.move(first.address &+ 4, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
      return try begin(fn, Args(first, n, pairs: a.pairs), result: result, flags: flags)
    case Kind.type: return try callType(f, a, result: result, flags: flags)
    default: return try beginOther(f, a, result: result, flags: flags)
    }
  }

  /// Objects with `__call__`, static and class methods.
  @inline(never)
  mutating func beginOther(_ f: Slot, _ a: Args, result: Slot, flags: UInt32) throws(Raise) -> Bool {
    let fn = slot()
    if self(f).isKind(Kind.wrapper) {
      let t = self(f).raw(1)
      if t == type(.staticmethod).word {
        set(fn, self(f).at(2))
        return try begin(fn, a, result: result, flags: flags)
      }
      if t == type(.method_descriptor).word {
        // A built-in method called through its type: the first argument must be of that type.
        let owner = self(f).raw(3)
        if a.count == 0 || !isSubtype(typeWord(memory[a[0].address]), owner) {
          let name = Value(memory[owner &+ TypeObject.name &* 4])
          throw raise(.TypeError, "argument should be a '%'", name)
        }
        set(fn, self(f).at(2))
        try reserve(a.count &+ a.pairs &* 2 &+ 1)
        let out = slot(), first = slots(a.count &+ a.pairs &* 2)
        memory.move(first.address, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
        memory[first.address] = unwrapped(memory[first.address], owner)
        try callNative(fn, Args(first, a.count, pairs: a.pairs), out)
        copy(result, out)
        return false
      }
    }
    let found = self(f).isObject ? findMember(typeWord(memory[f.address]), Q.__call__) : (value: 0, owner: 0)
    if found.value == 0 { throw notCallable(f) }
    try enter()
    defer { leave() }
    let receiver = slot()
    memory[fn.address] = found.value
    try bindMember(fn, owner: found.owner, f, fn, receiver)
    if self(receiver).isNull { return try begin(fn, a, result: result, flags: flags) }
    // The receiver goes before the arguments, without a bound method in between: calls of instances need no memory.
    let n = a.count &+ a.pairs &* 2
    try reserve(n &+ 1)
    let first = slots(n &+ 1)
    copy(first, receiver)
    memory.move(first.address &+ 4, from: a.first.address, count: n &* 4)
    return try begin(fn, Args(first, a.count &+ 1, pairs: a.pairs), result: result, flags: flags)
  }
  @inline(never) mutating func notCallable(_ f: Slot) -> Raise {
    let name = Value(typeName(self(f)))
    return raise(.TypeError, "'%' object isn't callable", name)
  }

  /// Makes sure that `n` words can be pushed.
  public mutating func reserve(_ n: UInt32) throws(Raise) {
    // What natives may push without asking stays free above.
    if memory[thread &+ Thread.top] &+ n &* 4 > memory[thread &+ Thread.softLimit] { throw tooDeep() }
  }

  // MARK: Native functions

  /// Calls a native function after checking the number of its arguments.
  @inline(__always)
  mutating func callNative(_ f: Slot, _ a: Args, _ out: Slot, isConstructor: Bool = true) throws(Raise) {
    let r = memory[f.address]
    let m = memory
    let number = m[r &+ 4] &>> 1, least = Int32(bitPattern: m[r &+ 8]) >> 1, most = Int32(bitPattern: m[r &+ 12]) >> 1
    let n = Int32(bitPattern: a.count)
    if n < least || most >= 0 && n > most || a.pairs != 0 && m[r &+ 16] &>> 1 & NativeFlag.keywords == 0 { throw wrongArguments(f, a) }
    if isConstructor && m[r &+ 20] == Value(Q.__new__).word { return try callConstructor(f, a, out) }
    port.spend(Cost.native)
    let top = m[thread &+ Thread.top]
    try callNumber(number, a, out)
    m[thread &+ Thread.top] = top
  }

  @inline(__always)
  mutating func callNumber(_ number: UInt32, _ a: Args, _ out: Slot) throws(Raise) {
    if number < 0x1000 {
      try callCoreNative(number, &self, a, out)
      return
    }
    #if os(none)
    let failed = firmware_module_native(nil, state, thread, number, a.first.address, a.count, a.pairs, out.address)
    #else
    let failed = firmware_module_native(port.block, state, thread, number, a.first.address, a.count, a.pairs, out.address)
    #endif
    if failed != 0 { throw Raise() }
  }

  @inline(never)
  mutating func wrongArguments(_ f: Slot, _ a: Args) -> Raise {
    let least = self(f).int(2), most = self(f).int(3), flags = UInt32(bitPattern: self(f).int(4))
    let given = Int32(bitPattern: a.count)
    if a.pairs != 0 && flags & NativeFlag.keywords == 0 { return raise(.TypeError, "function doesn't take keyword arguments") }
    if least == most { return raise(.TypeError, "function takes % positional arguments but % were given", Value(int: most), Value(int: given)) }
    if given < least { return raise(.TypeError, "function missing % required positional arguments", Value(int: least &- given)) }
    return raise(.TypeError, "function expected at most % arguments, got %", Value(int: most), Value(int: given))
  }

  // MARK: Conveniences for native code

  /// Calls method `name` of `o` with `a` (self not included).
  public mutating func callMethod(_ o: Slot, _ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let method = slot(), receiver = slot()
    try getMethod(o, name, method, receiver)
    try callFound(method, receiver, a, out)
  }

  /// Calls what `getMethod` found: `receiver` is null if `method` needs none.
  mutating func callFound(_ method: Slot, _ receiver: Slot, _ a: Args, _ out: Slot) throws(Raise) {
    if self(receiver).isNull { return try call(method, a, out) }
    let top = mark
    defer { release(to: top) }
    let n = a.count &+ a.pairs &* 2
    try reserve(n &+ 1)
    let first = slots(n &+ 1)
    copy(first, receiver)
    memory.move(first.address &+ 4, from: a.first.address, count: n &* 4)
    try call(method, Args(first, a.count &+ 1, pairs: a.pairs), out)
  }

  /// Runs a module's code object with these globals (`locals` for exec; the same dict otherwise).
  public mutating func execute(_ code: Slot, globals: Slot, locals: Slot, _ out: Slot) throws(Raise) {
    let top = mark
    try pushFrame(code, globals: globals, names: memory[locals.address], result: out, flags: FrameFlag.entry)
    // A line of the prompt that awaits: a generator, for asyncio to run.
    if (memory[memory[code.address] &+ Shape.arguments &* 4] &>> 1) & Shape.generator &<< 24 != 0 {
      do throws(Raise) { try makeGenerator(out) } catch {
        release(to: top)
        throw error
      }
      release(to: top)
      return
    }
    do throws(Raise) { try enterAndRun() } catch {
      release(to: top)
      throw error
    }
    release(to: top)
  }

  // MARK: Native recursion

  /// Checks native recursion: RuntimeError before the native stack is used up. `cost` is what the level takes of it (`NativeStack`).
  /// Pair with `leave` of the same cost.
  public mutating func enter(_ cost: UInt32 = NativeStack.native) throws(Raise) {
    let m = memory, d = m[thread &+ Thread.depth] &+ cost
    // The account decides, the same on every processor; the stack itself is looked at in case the account were wrong.
    // Beyond the soft limit a native function would not find the slots it may push unasked.
    if d > m[thread &+ Thread.depthLimit] || port.nativeStackLeft < NativeStack.least || m[thread &+ Thread.top] > m[thread &+ Thread.softLimit] {
      throw tooDeep()
    }
    m[thread &+ Thread.depth] = d
  }
  public borrowing func leave(_ cost: UInt32 = NativeStack.native) { memory[thread &+ Thread.depth] = memory[thread &+ Thread.depth] &- cost }
}
