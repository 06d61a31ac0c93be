import Drivers
import Kernel
import Port
import Python

// Module `_interpreters`: several interpreters on one board, below PEP 734's `interpreters` (Library/interpreters.py). Each has its own record, heap, modules
// and lock; whoever calls into one runs it on its own task, while its own interpreter is free for other threads.

//@module _interpreters
//@qstr interpreters Queue

/// What a call into an interpreter came to, where it is no result.
enum InterpreterAnswer {
  static var notFound: Int32 { 1 }
  static var running: Int32 { 2 }
  static var main: Int32 { 3 }
  /// Others lie in its heap.
  static var hasOthers: Int32 { 4 }
  static var notShareable: Int32 { 5 }
  /// It has no memory even for telling what went wrong.
  static var noMemory: Int32 { 6 }
}

enum InterpreterMemory {
  /// Heap of one that is made without saying how much: of a Pico's own memory, of lent memory.
  static var usual: UInt32 { 24 << 10 }
  static var usualOfLent: UInt32 { 256 << 10 }
  static var least: UInt32 { 8 << 10 }
  /// Native stack of a thread that `call_in_thread` makes.
  static var nativeStack: UInt32 { 12 << 10 }
  /// What calling into another interpreter takes of the native stack.
  static var crossing: UInt32 { 600 }
}

extension VM {
  /// RuntimeError in a build with one interpreter, which leaves out all that comes after it.
  @inline(__always) mutating func needSeveral() throws(Raise) {
    #if WithoutSeveralInterpreters
    throw raise(.RuntimeError, "this build has one interpreter")
    #endif
  }
  /// OSError(EBUSY) if the handles of an interrupt's function are another interpreter's: who has set a handler keeps it until it takes it off or is closed.
  mutating func claim(_ old: (function: UInt32, argument: UInt32)) throws(Raise) {
    if isForeign(old) { throw raise(errno: 16) }
  }
  @inline(__always) borrowing func isForeign(_ h: (function: UInt32, argument: UInt32)) -> Bool {
    #if WithoutSeveralInterpreters
    return false
    #else
    return h.function != 0 && h.function >> Board.handleShift != memory[state &+ State.handleBase] >> Board.handleShift
    #endif
  }

  // MARK: going in and out

  /// Runs `body` in another interpreter, on this task; nil if somebody runs its main thread already, or it is gone. An exception of this interpreter that came
  /// up meanwhile (Ctrl-C) is raised afterwards.
  fileprivate mutating func run<R>(in r: Address, _ body: (inout VM) -> R) throws(Raise) -> R? {
    let m = memory, board = board(), kernel = board.kernel, task = m[thread &+ Thread.task]
    let room = m[thread &+ Thread.depthLimit] &- m[thread &+ Thread.depth]
    if room < InterpreterMemory.crossing &* 2 { throw raise(.RuntimeError, "maximum recursion depth exceeded") }
    if !board.claimInterpreter(r, task: task) { return nil }
    let inner = m[r &+ InterpreterRecord.state], t = m[r &+ InterpreterRecord.thread], isMain = m[state &+ State.threads] == thread
    m[t &+ Thread.task] = task
    m[t &+ Thread.wake] = 0
    m[t &+ Thread.depth] = 0
    m[t &+ Thread.depthLimit] = room &- InterpreterMemory.crossing
    m[inner &+ State.outer] = thread
    if isMain {
      m[record &+ InterpreterRecord.inside] = r
      if m[state &+ State.pending] & ~Pending.marking != 0 { port.change(inner &+ State.pending, set: Pending.outer) }
    }
    let left = leaveInterpreter()
    kernel.setUser(task, t)
    var vm = VM(port: port, state: inner, thread: t)
    if vm.hasOtherThreads { vm.enterInterpreter() }
    let result = body(&vm)
    vm.letGo(task)
    port.change(inner &+ State.pending, clear: Pending.outer)
    if isMain { m[record &+ InterpreterRecord.inside] = 0 }
    m[inner &+ State.outer] = 0
    m[t &+ Thread.task] = 0
    kernel.setUser(task, thread)
    m[r &+ InterpreterRecord.mainTask] = 0
    if left || hasOtherThreads { enterInterpreter() }
    if m[thread &+ Thread.exception] != 0 { throw Raise() }
    return result
  }
  /// The interpreter's lock is free for others, if this task has it.
  private borrowing func letGo(_ task: TaskHandle) {
    if board().kernel.owner(ofMutex: state &+ State.lock) != task { return }
    putAside()
    _ = board().kernel.unlock(mutex: state &+ State.lock)
  }

  /// In the main thread of an interpreter that another one's main thread runs: that one's callbacks, signals and Ctrl-C. An exception of it waits there, and
  /// ends what runs here by KeyboardInterrupt.
  mutating func serveOuter() throws(Raise) {
    #if !WithoutSeveralInterpreters
    let m = memory, o = m[state &+ State.outer]
    if m[state &+ State.pending] & Pending.outer == 0 { return }
    port.change(state &+ State.pending, clear: Pending.outer)
    if o == 0 || m[o &+ Thread.exception] != 0 { return }
    let task = m[thread &+ Thread.task], kernel = board().kernel, left = leaveInterpreter()
    let used = m[thread &+ Thread.depth] &+ InterpreterMemory.crossing
    kernel.setUser(task, o)
    var outer = VM(port: port, state: m[o &+ Thread.state], thread: o), failed = false
    m[o &+ Thread.depth] &+= used
    if outer.hasOtherThreads { outer.enterInterpreter() }
    do throws(Raise) { try outer.yieldPoint() } catch { failed = true }
    outer.letGo(task)
    m[o &+ Thread.depth] &-= used
    kernel.setUser(task, thread)
    if left { enterInterpreter() }
    if failed { throw raise(.KeyboardInterrupt, "") }
    #endif
  }

  // MARK: beginning and end

  /// A new interpreter's record. Its memory is the kernel's where RAM is lent, otherwise pinned in this interpreter's heap.
  fileprivate mutating func newInterpreter(heap: UInt32) throws(Raise) -> Address {
    let m = memory, board = board(), stack = min(max(heap / 6, 3 << 10), 16 << 10) & ~7
    let base = State.bytes &+ Thread.bytes &+ stack &+ 24, test = heapTest
    // In lent memory there is room for the modes that test the heap.
    let window = test == .none || !hasLentMemory ? 0 : heap &* 4, bytes = base &+ max(heap, window)
    let mark = mark
    defer { release(to: mark) }
    let place = slot(), path = slot()
    copyRoot(.path, path)
    try collectItems(path, Kind.tuple, path)
    let message = try newMessage(path)
    defer { board.freeMessage(message) }
    let r = board.newInterpreter()
    if r == 0 { throw raise(.MemoryError, "no memory for an interpreter") }
    var at: Address = 0
    if hasLentMemory { at = board.kernel.allocate(bytes); m[r &+ InterpreterRecord.block] = at }
    if at == 0 {
      do throws(Raise) {
        at = try newPinned(bytes, place)
        m[r &+ InterpreterRecord.place] = try newHandle(place)
        m[r &+ InterpreterRecord.owner] = record
      } catch {
        board.freeInterpreter(r)
        throw error
      }
    }
    at = (at &+ 7) & ~7
    var vm = Interpreter.create(port, at: at, bytes: base &+ heap &- 8, stackBytes: stack, window: window, watchful: test == .watchful && window != 0)
    m[r &+ InterpreterRecord.state] = vm.state
    m[r &+ InterpreterRecord.thread] = vm.thread
    m[vm.state &+ State.board] = board.address
    m[vm.state &+ State.record] = r
    m[vm.state &+ State.handleBase] = m[r &+ InterpreterRecord.number] << Board.handleShift
    m[vm.state &+ State.optimisation] = m[state &+ State.optimisation]
    m[vm.state &+ State.numberFlags] = m[state &+ State.numberFlags]
    m[vm.thread &+ Thread.values] = vm.slot().address
    let list = vm.slot()
    var fine = !vm.root(.modules).isNull
    do throws(Raise) {
      try vm.openMessage(message, list)
      try vm.collectItems(list, Kind.list, list)
      vm.setRoot(.path, vm(list))
      vm.release(to: list)
    } catch { fine = false }
    if !fine {
      freeMemory(r)
      throw raise(.MemoryError, "the heap is too small for an interpreter")
    }
    board.enter(r, pending: vm.state &+ State.pending, wake: vm.thread &+ Thread.wake, signals: vm.state &+ State.signals)
    return r
  }
  private var hasLentMemory: Bool { board().kernel.memoryUse.total > 256 << 10 }
  private borrowing func copyRoot(_ r: Root, _ out: Slot) { set(out, root(r)) }

  /// Frees an interpreter's memory and record. In another interpreter's heap that is left to that one (`reapInterpreters`).
  fileprivate mutating func freeMemory(_ r: Address) {
    let m = memory, owner = m[r &+ InterpreterRecord.owner], board = board()
    board.kernel.free(m[r &+ InterpreterRecord.block])
    m[r &+ InterpreterRecord.block] = 0
    if owner != 0 && owner != record { return }
    if owner != 0 {
      let place = slot()
      handle(m[r &+ InterpreterRecord.place], place)
      if !self(place).isNull { unpin(place) }
      dropHandle(m[r &+ InterpreterRecord.place])
      release(to: place)
    }
    board.freeInterpreter(r)
  }
  /// Frees the memory in this heap of interpreters that others have closed.
  fileprivate mutating func reapInterpreters() {
    var r = board().mainInterpreter
    while r != 0 {
      let next = board().interpreter(after: r)
      if memory[r &+ InterpreterRecord.pending] == 0 && memory[r &+ InterpreterRecord.owner] == record { freeMemory(r) }
      r = next
    }
  }
  fileprivate borrowing func hasInterpretersInHeap(_ owner: Address) -> Bool {
    var r = board().mainInterpreter
    while r != 0 {
      if memory[r &+ InterpreterRecord.owner] == owner && memory[r &+ InterpreterRecord.pending] != 0 { return true }
      r = board().interpreter(after: r)
    }
    return false
  }

  /// The last things an interpreter does: its threads end, its timers stop, what it has of the kernel's goes.
  fileprivate mutating func finishInterpreter() {
    let mark = mark
    defer { release(to: mark) }
    let e = slot(), o = slot()
    do throws(Raise) {
      try shutDownThreading()
      set(o, root(.module(7)))
      if !self(o).isNull { try call(o, Args(e, 0), e) }  // sys.atexit
    } catch { reportPending() }
    endThreads()
    // A running timer is the argument of its alarm's callback.
    var h: UInt32 = 1
    let count = root(.handles).isNull ? 0 : UInt32(root(.handles).int(1))
    while h <= count {
      handle(h | memory[state &+ State.handleBase], o)
      if isModuleObject(o, ModuleType.Timer) { stopTimer(o) }
      h &+= 1
    }
    reapRTOS(all: true)
  }

  /// The end of the main interpreter, whose threads have ended: no other interpreter is left. What still runs is not asked.
  public mutating func endInterpreters() {
    #if !WithoutSeveralInterpreters
    let board = board(), m = memory
    while case let r = board.interpreter(after: board.mainInterpreter), r != 0 {
      board.forgetInterpreter(r)
      var t = m[m[r &+ InterpreterRecord.state] &+ State.threads]
      while t != 0 {
        board.unwatch(t &+ Thread.wake)
        if m[t &+ Thread.task] != 0 { board.kernel.delete(m[t &+ Thread.task]) }
        t = m[t &+ Thread.next]
      }
      board.silence(r)
      m[r &+ InterpreterRecord.owner] = 0
      freeMemory(r)
    }
    board.dropQueues()
    #endif
  }
  /// The others' main threads get KeyboardInterrupt: the main interpreter ends.
  public mutating func interruptInterpreters() {
    let board = board()
    var r = board.interpreter(after: board.mainInterpreter)
    while r != 0 { board.signal(r, Pending.interrupt); r = board.interpreter(after: r) }
  }

  // MARK: running

  /// In the interpreter that was called: does what the message asks for; answers a message with the outcome, or 0 and why not.
  /// The outcome is a tuple: the result alone, or name, message and text of an exception.
  fileprivate mutating func serve(_ what: Int32, _ message: Address) -> (message: Address, answer: Int32) {
    let mark = mark
    defer { release(to: mark) }
    let request = slot(), f = slot(), globals = slot(), result = slot(), outcome = slot()
    set(globals, root(.main))
    do throws(Raise) {
      try openMessage(message, request)
      set(f, self(request).at(2))
      set(result, Value.none)
      switch what {
      case 0:
        let code = slot()
        try compile(f, file: Q.source_name, mode: .module, code)
        set(f, Value.none)
        set(request, Value.none)
        try execute(code, globals: globals, locals: globals, result)
        set(result, Value.none)
      case 1: try callShared(f, request, result)
      case 2: try setAttributes(request, globals)
      default: break
      }
      if !(try isShareable(result)) { return (0, InterpreterAnswer.notShareable) }
      try newItems(Kind.tuple, 1, outcome)
      self(outcome).set(2, self(result))
      return (try newMessage(outcome), 0)
    } catch {
      set(f, Value.null)
      set(request, Value.null)
      takePending(result)
      release(to: outcome.up(1))
      do throws(Raise) {
        try describe(result, outcome)
        return (try newMessage(outcome), 0)
      } catch { takePending(outcome) }
      return (0, InterpreterAnswer.noMemory)
    }
  }
  private mutating func callShared(_ f: Slot, _ request: Slot, _ result: Slot) throws(Raise) {
    let list = slot(), count: UInt32, pairs: UInt32
    count = UInt32(self(request).at(3).int(1))
    pairs = UInt32(self(request).at(4).int(1)) / 2
    try reserve(count &+ pairs &* 2)
    let first = slots(max(count &+ pairs &* 2, 1))
    var i: UInt32 = 0
    while i < count { set(first.up(i), self(request).at(3).at(2 &+ i)); i &+= 1 }
    i = 0
    while i < pairs &* 2 { set(first.up(count &+ i), self(request).at(4).at(2 &+ i)); i &+= 1 }
    i = 0
    while i < pairs { try intern(first.up(count &+ 2 &* i)); i &+= 1 }
    try call(f, Args(first, count, pairs: pairs), list)
    copy(result, list)
  }
  private mutating func setAttributes(_ request: Slot, _ globals: Slot) throws(Raise) {
    let key = slot(), value = slot()
    var i: UInt32 = 0
    while i < UInt32(self(request).at(4).int(1)) {
      set(key, self(request).at(4).at(2 &+ i))
      set(value, self(request).at(4).at(3 &+ i))
      try intern(key)
      try dictStore(globals, self(key).value.qstr, value)
      i &+= 2
    }
  }
  /// Name, message and traceback of an exception as a tuple of texts.
  private mutating func describe(_ e: Slot, _ out: Slot) throws(Raise) {
    let b = slot()
    try newItems(Kind.tuple, 3, out)
    let name = Value(typeName(self(e)))
    self(out).set(2, name)
    try newBuilder(b)
    try str(e, b)
    try finish(b, Kind.str, b)
    self(out).set(3, self(b))
    try newBuilder(b)
    try printException(e, b)
    try finish(b, Kind.str, b)
    self(out).set(4, self(b))
  }
}

/// `create(heap)`: a new interpreter's id; None: the usual heap.
//@native _interpreters:create 1 1
func interpretersCreate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  if vm.memory[vm.state &+ State.board] == 0 { throw vm.raise(errno: 38) }
  vm.reapInterpreters()
  let lent = vm.board().kernel.memoryUse.total > 256 << 10
  var heap = lent ? InterpreterMemory.usualOfLent : InterpreterMemory.usual
  if vm.given(a[0]) {
    let n = try vm.toInt64(a[0])
    if n < Int64(InterpreterMemory.least) || n > 1 << 28 {
      throw vm.raise(.ValueError, "heap must be at least % bytes", Value(int: Int32(InterpreterMemory.least)))
    }
    heap = UInt32(n)
  }
  let r = try vm.newInterpreter(heap: heap)
  vm.set(out, Value(int: Int32(vm.memory[r &+ InterpreterRecord.id])))
}
/// `close(id)`: 0, or why not (`InterpreterAnswer`).
//@native _interpreters:close 1 1
func interpretersClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let r = try vm.interpreter(a[0]), board = vm.board()
  var answer: Int32 = 0
  if r == 0 {
    answer = InterpreterAnswer.notFound
  } else if r == board.mainInterpreter {
    answer = InterpreterAnswer.main
  } else if vm.hasInterpretersInHeap(r) {
    answer = InterpreterAnswer.hasOthers
  } else {
    let done = try vm.run(in: r) { inner in
      inner.reapInterpreters()
      inner.finishInterpreter()
      // From here on nobody can begin to run it.
      board.forgetInterpreter(r)
      return true
    }
    if done == nil {
      answer = InterpreterAnswer.running
    } else {
      board.silence(r)
      vm.freeMemory(r)
      board.collectQueues()
    }
  }
  vm.set(out, Value(int: answer))
}
/// The ids of all interpreters, the main one's (0) first.
//@native _interpreters:list_all 0 0
func interpretersList(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), id = vm.slot()
  try vm.newList(list)
  if vm.memory[vm.state &+ State.board] != 0 {
    vm.reapInterpreters()
    var r = vm.board().mainInterpreter
    while r != 0 {
      if vm.memory[r &+ InterpreterRecord.pending] != 0 {
        vm.set(id, Value(int: Int32(vm.memory[r &+ InterpreterRecord.id])))
        try vm.listAppend(list, id)
      }
      r = vm.board().interpreter(after: r)
    }
  }
  vm.copy(out, list)
}
//@native _interpreters:current 0 0
func interpretersCurrent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, Value(int: vm.record == 0 ? 0 : Int32(vm.memory[vm.record &+ InterpreterRecord.id])))
}
/// True if somebody runs its main thread; None if it is gone.
//@native _interpreters:is_running 1 1
func interpretersRunning(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let r = try vm.interpreter(a[0])
  vm.set(out, r == 0 ? .none : .bool(vm.memory[r &+ InterpreterRecord.mainTask] != 0))
}
/// KeyboardInterrupt for its main thread, if it runs; False if it does not.
//@native _interpreters:interrupt 1 1
func interpretersInterrupt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let r = try vm.interpreter(a[0]), runs = r != 0 && vm.memory[r &+ InterpreterRecord.mainTask] != 0
  if runs { vm.board().signal(r, Pending.interrupt) }
  vm.set(out, .bool(runs))
}
/// Native stack of the next thread, for programs of some depth; False: the usual.
//@native _interpreters:deep 1 1
func interpretersDeep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let deep = try vm.truth(a[0])
  vm.memory[vm.state &+ State.nativeStack] = deep ? InterpreterMemory.nativeStack : 0
  vm.set(out, .none)
}
/// `run(id, what, request)`: `request` is a tuple of source (what 0) or function (1), tuple of arguments, tuple of names and values in turn (2: set in `__main__`).
/// A tuple of the result, a tuple of three texts about an exception, or a number (`InterpreterAnswer`).
//@native _interpreters:run 3 3
func interpretersRun(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let r = try vm.interpreter(a[0]), what = try vm.toInt32(a[1]), board = vm.board()
  if r == 0 { return vm.set(out, Value(int: InterpreterAnswer.notFound)) }
  let message = try vm.newMessage(a[2])
  defer { board.freeMessage(message) }
  guard let done = try vm.run(in: r, { $0.serve(what, message) }) else { return vm.set(out, Value(int: InterpreterAnswer.running)) }
  if done.message == 0 { return vm.set(out, Value(int: done.answer)) }
  defer { board.freeMessage(done.message) }
  try vm.openMessage(done.message, out)
}

extension VM {
  /// The record of the interpreter with this id, or 0.
  fileprivate mutating func interpreter(_ s: Slot) throws(Raise) -> Address {
    let id = try toInt32(s)
    return memory[state &+ State.board] == 0 ? 0 : board().interpreter(id: UInt32(bitPattern: id))
  }
}
