import Drivers
import Kernel
import Port
import Python

// Module `_thread`: starting and ending threads. A thread is a kernel task, and a record with the stack of its Python frames.

//@module _thread
//@const _thread:error RuntimeError
//@const _thread:TIMEOUT_MAX 4294967.0

/// A thread's memory: the record, then the stack.
enum ThreadMemory {
  static var defaultStack: UInt32 { 4096 }
  static var leastStack: UInt32 { 2048 }
  /// Native stack on ARM; hosted it is reserved all the same.
  static var nativeStack: UInt32 { 5120 }
}

/// Kind of a thread's task (`Kernel.create`), its argument is the record.
public var pythonThreadKind: UInt32 { 2 }

//@native _thread:get_ident 0 0
func threadIdent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.thread))) }
/// The number of the kernel's task, which no later thread gets.
//@native _thread:get_native_id 0 0
func threadNativeIdent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let kernel = vm.board().kernel
  vm.set(out, Value(int: Int32(kernel.number(of: kernel.task))))
}

//@native _thread:stack_size 0 1
func threadStackSize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let size = a.count > 0 ? try vm.toInt32(a[0]) : 0, at = vm.state &+ State.stackSize
  if size < 0 { throw vm.raise(.ValueError, "size must be 0 or a positive value") }
  if size > 0 && size < Int32(ThreadMemory.leastStack) || size > 1 << 20 {
    throw vm.raise(.ValueError, "size not valid: % bytes", Value(int: size))
  }
  vm.set(out, Value(int: Int32(vm.memory[at])))
  vm.memory[at] = UInt32(size)
}
//@native _thread:exit 0 0
func threadExit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { throw vm.raise(.SystemExit, "") }

/// Number of threads besides the main one.
//@native _thread:_count 0 0
func threadCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var n: Int32 = -1, t = vm.memory[vm.state &+ State.threads]
  while t != 0 { n += 1; t = vm.memory[t &+ Thread.next] }
  vm.set(out, Value(int: n))
}
/// True if a thread with this number lives.
//@native _thread:_alive 1 1
func threadAlive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let ident = try vm.toInt32(a[0])
  vm.set(out, .bool(vm.isThread(UInt32(bitPattern: ident))))
}
/// A signal in the main thread, SIGINT unless another one is named: nothing happens if the program has no handler for it.
//@native _thread:interrupt_main 0 1
func threadInterruptMain(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = a.count > 0 ? try vm.signalNumber(a[0]) : 2, handler = vm.slot()
  vm.set(out, .none)
  // Without a table only SIGINT has a handler, Python's own.
  if vm.root(.module(5)).isNull {
    if n != 2 { return }
  } else {
    try vm.signalHandler(n, handler)
    if vm(handler).value.isInt { return }
  }
  if n == 2 { vm.board().signal(vm.record, Pending.interrupt) } else { vm.board().raiseSignal(n) }
  try vm.yieldPoint()
}
/// Gives the calling thread's task a name (15 bytes of it), for `micropython.tasks()`.
//@native _thread:set_name 1 1
func threadSetName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let range = try vm.byteRange(a[0], writable: false)
  vm.board().kernel.setName(
    vm.memory[vm.thread &+ Thread.task], UnsafeRawPointer(vm.memory.at(range.address)).assumingMemoryBound(to: UInt8.self), range.count)
  vm.set(out, .none)
}
/// The dict of the calling thread's own values; it ends with the thread.
//@native _thread:_values 0 0
func threadValues(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = vm.memory[vm.thread &+ Thread.values]
  if at == 0 { throw vm.raise(.RuntimeError, "no values here") }
  let d = vm.slot()
  if vm(Slot(at)).isNull {
    try vm.newDict(d)
    vm.copy(Slot(at), d)
  }
  vm.copy(out, Slot(at))
}

//@native _thread:start_new_thread 2 3
//@native _thread:start_new 2 3
func threadStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.memory[vm.state &+ State.board] == 0 { throw vm.raise(errno: 38) }
  let list = vm.slot()
  if !(try vm.isCallable(a[0])) { throw vm.raise(.TypeError, "first arg must be callable") }
  if !vm(a[1]).isKind(Kind.tuple) { throw vm.raise(.TypeError, "2nd arg must be a tuple") }
  vm.copy(list, a[1])
  if a.count > 2 && !vm(a[2]).isKind(Kind.dict) { throw vm.raise(.TypeError, "expecting a dict for keyword args") }
  let m = vm.memory, kernel = vm.board().kernel
  if m[vm.state &+ State.ending] != 0 { throw vm.raise(.RuntimeError, "can't create new thread at interpreter shutdown") }
  let asked = m[vm.state &+ State.stackSize]
  let native = max(m[vm.state &+ State.nativeStack], ThreadMemory.nativeStack)
  let bytes = ((asked == 0 ? ThreadMemory.defaultStack : asked) &+ 7) & ~7
  // The record and the frames' stack are in the Python heap, where they are held in place; the native stack is the kernel's.
  let place = vm.slot()
  let record = try vm.newPinned(Thread.bytes &+ bytes, place)
  m.fill(record, 0, count: Thread.bytes)
  let stack = record &+ Thread.bytes
  Interpreter.prepareThread(m, record, stack: stack, bytes: bytes, depthLimit: native &- NativeStack.threadReserve)
  m[record &+ Thread.state] = vm.state
  // Function, arguments, keywords, the thread's own values, its place: the first slots of its stack.
  m[stack] = m[a[0].address]
  m[stack &+ 4] = m[list.address]
  m[stack &+ 8] = a.count > 2 ? m[a[2].address] : 0
  m[stack &+ 12] = 0
  m[stack &+ 16] = m[place.address]
  m[record &+ Thread.top] = stack &+ 20
  m[record &+ Thread.values] = stack &+ 12
  // From here on there are two: the lock must be this thread's.
  if !vm.hasOtherThreads && kernel.owner(ofMutex: vm.state &+ State.lock) == 0 {
    vm.putAside()
    vm.enterInterpreter()
  }
  m[record &+ Thread.next] = m[vm.thread &+ Thread.next]
  if m[vm.state &+ State.threads] != vm.thread {
    let main = m[vm.state &+ State.threads]
    m[record &+ Thread.next] = m[main &+ Thread.next]
    m[main &+ Thread.next] = record
  } else {
    m[vm.thread &+ Thread.next] = record
  }
  let me = m[vm.thread &+ Thread.task]
  // With the priority and on the cores of who starts it: core 0 unless `rtos.affinity` says otherwise. Its number is known before it can run.
  let task = kernel.create(
    "thread", kind: pythonThreadKind, argument: record, priority: kernel.statistics(me).basePriority, stackBytes: native,
    affinity: kernel.affinity(of: me))
  if task == 0 {
    vm.unlinkThread(record)
    throw vm.raise(errno: 12)
  }
  m[record &+ Thread.task] = task
  vm.set(out, Value(int: Int32(record)))
}

extension VM {
  /// True if `ident` is the number of a thread that lives.
  borrowing func isThread(_ ident: UInt32) -> Bool {
    var t = memory[state &+ State.threads]
    while t != 0 && t != ident { t = memory[t &+ Thread.next] }
    return t != 0
  }
  /// Takes a thread out of the interpreter. Its memory is gone with the next collection.
  borrowing func unlinkThread(_ record: Address) {
    let m = memory
    unpin(Slot(m[record &+ Thread.stackBase] &+ 16))
    var at = m[state &+ State.threads]
    while m[at &+ Thread.next] != record { at = m[at &+ Thread.next] }
    m[at &+ Thread.next] = m[record &+ Thread.next]
  }

  /// Calls the thread's function; what it raises ends the thread, SystemExit silently.
  mutating func runThread() {
    let stack = Slot(memory[thread &+ Thread.stackBase])
    let result = slot()
    do throws(Raise) {
      let count = UInt32(self(stack.up(1)).int(1))
      var pairs: UInt32 = 0
      let top = mark
      try reserve(count)
      let first = slots(max(count, 1))
      var i: UInt32 = 0
      while i < count { set(first.up(i), self(stack.up(1)).at(2 &+ i)); i &+= 1 }
      if count == 0 { release(to: top) }
      if !self(stack.up(2)).isNull {
        let key = slot(), value = slot(), keys = mark
        var at: UInt32 = 0
        while dictNext(stack.up(2), &at, key: key, value: value) {
          if !self(key).value.isQstr { try intern(key) }
          try reserve(2)
          copy(slot(), key)
          copy(slot(), value)
          pairs &+= 1
        }
        // The arguments lie together: the pairs go down over the two slots.
        memory.move(keys.address &- 8, from: keys.address, count: pairs &* 8)
        release(to: Slot(mark.address &- 8))
      }
      try call(stack, Args(first, count, pairs: pairs), result)
    } catch {
      if pendingIs(.SystemExit) {
        takePending(result)
      } else {
        reportThread(stack)
      }
    }
  }
  /// Prints the pending exception, with the function that the thread was started with.
  private mutating func reportThread(_ function: Slot) {
    let e = slot(), text = slot()
    takePending(e)
    do throws(Raise) {
      try newBuilder(text)
      try append(text, "Unhandled exception in thread started by ")
      try repr(function, text)
      try append(text, byte: 10)
      try printException(e, text)
      try finish(text, Kind.bytes, text)
      let range = try byteRange(text, writable: false)
      consoleWrite(UnsafeRawBufferPointer(start: memory.at(range.address), count: Int(range.count)))
    } catch { takePending(e) }
  }

  /// Asks every other thread to leave and waits for that; those that do not are ended. For the end of the interpreter.
  public mutating func endThreads() {
    let m = memory, kernel = board().kernel
    defer { if kernel.owner(ofMutex: state &+ State.lock) != 0 { _ = kernel.unlock(mutex: state &+ State.lock) } }
    if !hasOtherThreads { return }
    m[state &+ State.ending] = 1
    let at = state &+ State.pending
    port.change(at, set: Pending.end)
    var rounds: UInt32 = 0
    while hasOtherThreads && rounds < 200 {
      var t = m[thread &+ Thread.next]
      while t != 0 { wakeThread(t); kernel.interrupt(m[t &+ Thread.task]); t = m[t &+ Thread.next] }
      waiting { kernel.delay(microseconds: 500) }
      rounds &+= 1
    }
    while hasOtherThreads {
      let t = m[thread &+ Thread.next]
      forgetWaiter(t)
      board().unwatch(t &+ Thread.wake)
      kernel.delete(m[t &+ Thread.task])
      unlinkThread(t)
    }
    port.change(at, clear: Pending.end | Pending.yield)
    m[state &+ State.ending] = 0
  }
}

/// The body of a thread's task.
public func runPythonThread(_ board: Board, _ record: Address) -> Never {
  var vm = VM(port: board.port, state: board.memory[record &+ Thread.state], thread: record)
  board.kernel.setUser(board.kernel.task, record)
  vm.enterInterpreter()
  vm.runThread()
  vm.unlinkThread(record)
  _ = board.kernel.unlock(mutex: vm.state &+ State.lock)
  board.kernel.exit()
}

//@qstr threading _shutdown
extension VM {
  /// At the end of a program: threads of `threading` that are no daemons run to their end.
  public mutating func shutDownThreading() throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let modules = slot(), module = slot(), f = slot()
    set(modules, root(.modules))
    set(module, dictFind(self(modules), Q.threading))
    if self(module).isNull { return }
    try getAttribute(module, Q._shutdown, f)
    try call(f, Args(module, 0), modules)
  }
}
