import Drivers
import Kernel
import Port
import Python

/// Arguments by position and keyword for the functions of `machine`, and the objects they make.
extension VM {
  /// Sorts the arguments from `first` on by name: the first `positional` names may also be given by position, the others by keyword only.
  /// Slots of absent ones have address 0.
  mutating func bind<let N: Int>(_ a: Args, from first: UInt32, positional: Int, _ names: [N of Qstr]) throws(Raise) -> [N of Slot] {
    var found = [N of Slot](repeating: Slot(0))
    var i = first
    while i < a.count {
      let n = Int(i &- first)
      if n >= positional {
        throw raise(.TypeError, "function expected at most % arguments, got %", Value(int: Int32(first) &+ Int32(positional)), Value(int: Int32(a.count)))
      }
      found[n] = a[i]
      i &+= 1
    }
    var k: UInt32 = 0
    while k < a.pairs {
      let name = self(a.name(k)).value
      var n = 0
      while n < N && Value(names[n]) != name { n += 1 }
      if n == N { throw raise(.TypeError, "unexpected keyword argument '%'", name) }
      if found[n].address != 0 { throw raise(.TypeError, "function got multiple values for argument '%'", name) }
      found[n] = a.value(k)
      k &+= 1
    }
    return found
  }
  /// An argument is there and not None.
  borrowing func given(_ s: Slot) -> Bool { s.address != 0 && !self(s).value.isNone }
  /// An integer argument, or its default.
  mutating func int(_ s: Slot, default d: Int32) throws(Raise) -> Int32 { s.address == 0 ? d : try toInt32(s) }

  /// A new object of a module's type with `fields` null words behind the type.
  mutating func newObject(_ type: UInt32, fields: UInt32, _ out: Slot) throws(Raise) {
    try new(Kind.object, words: 2 &+ fields, out)
    self(out).setRaw(1, Image.type(type))
  }
  /// True if the value is an object of the module's type, or of a class derived from it.
  borrowing func isModuleObject(_ s: Slot, _ type: UInt32) -> Bool {
    let r = native(self(s))
    return r.isKind(Kind.object) && r.raw(1) == Image.type(type)
  }
  /// Field `i` of such an object, a tagged integer.
  borrowing func field(_ s: Slot, _ i: UInt32) -> Int32 { native(self(s)).int(2 &+ i) }
  borrowing func setField(_ s: Slot, _ i: UInt32, _ v: Int32) { native(self(s)).setInt(2 &+ i, v) }

  /// Sleeps until `deadline`; callbacks run, Ctrl-C raises, other threads have the interpreter. Every blocking call of `time` and `machine` ends here.
  mutating func sleep(until deadline: Deadline) throws(Raise) {
    let kernel = board().kernel
    while true {
      memory[thread &+ Thread.wake] = 0
      try yieldPoint()
      if kernel.now >= deadline.microseconds { return }
      sleepUnlessWoken(until: deadline)
    }
  }

  // MARK: callbacks

  /// Runs what interrupts asked for. An exception of a callback is printed and ends that callback only, except KeyboardInterrupt and SystemExit.
  mutating func runCallbacks(hardOnly: Bool) throws(Raise) {
    let board = board(), r = record
    port.change(state &+ State.pending, clear: Pending.callbacks)
    // While a soft callback runs only hard ones come between, while a hard one runs none: the others wait for its end, so that a handler is never called within
    // itself however fast its interrupts come. What a callback asks for runs after the program has gone on for a while. Hard ones run in whatever thread has
    // the interpreter, on its core; the others in the main thread.
    let before = board.callbackLevel(r)
    if before > 1 { return }
    var left = board.callbackCount(r)
    defer {
      board.setCallbackLevel(r, before)
      if (before != 0 ? board.hardCallbackWaits(r) : board.callbackCount(r) != 0) && !board.callbacksAreHeld(r) {
        port.change(state &+ State.pending, set: Pending.callbacks)
      }
    }
    while left > 0, let c = board.takeCallback(r, hardOnly: before != 0 || hardOnly) {
      board.setCallbackLevel(r, c.hard ? 2 : 1)
      left &-= 1
      let mark = mark
      defer { release(to: mark) }
      let function = slot(), argument = slot(), result = slot()
      handle(c.function, function)
      handle(c.argument, argument)
      if c.once {
        dropHandle(c.function)
        dropHandle(c.argument)
      }
      port.spend(40)
      if c.pin >= Callback.target { board.beginTargetCall(c.pin &- Callback.target, c.event) }
      if self(function).value.isNull { continue }
      if c.hard { enterHandler() }
      do throws(Raise) {
        try call(function, Args(argument, 1), result)
        if c.hard { leaveHandler() }
      } catch {
        if c.hard { leaveHandler() }
        if !hardOnly && (pendingIs(.KeyboardInterrupt) || pendingIs(.SystemExit)) { throw error }
        if c.hard {
          // As in MicroPython, a hard handler that fails is not called again.
          let message: StaticString = "Uncaught exception in IRQ callback handler\n"
          consoleWrite(UnsafeRawBufferPointer(start: message.utf8Start, count: message.utf8CodeUnitCount))
          board.silence(c)
        }
        reportPending()
      }
      if c.pin >= Callback.target {
        // The bus has waited for this handler, and waits for the next one if there is more to do.
        if board.targetHandled(c.pin &- Callback.target) { left &+= 1 }
      } else if c.pin != Callback.noPin {
        board.rearm(c.pin)
      }
    }
  }
}

extension VM {
  /// True if this thread's stacks have room for a handler of some calls; those of a small thread may not, then the main thread serves it.
  fileprivate var hasRoomForHandlers: Bool {
    let m = memory
    return m[thread &+ Thread.softLimit] >= mark.address &+ 2048 && m[thread &+ Thread.depthLimit] >= m[thread &+ Thread.depth] &+ 2000
  }
}

/// The VM's way to `runCallbacks` (CPort.h).
@c(firmware_python_callbacks)
public func runCallbacksHook(_ p: DispatchPort, _ state: UInt32, _ thread: UInt32, _ step: UInt32) -> UInt32 {
  var vm = VM(port: dispatchPort(p), state: state, thread: thread)
  do throws(Raise) {
    let main = vm.memory[vm.state &+ State.threads] == thread, all = main && step == 0
    if all && vm.memory[vm.state &+ State.pending] & Pending.weak != 0 { try vm.runWeakReferences() }
    if vm.memory[vm.state &+ State.board] == 0 { return 0 }
    if main { try vm.serveOuter() }
    if all { try vm.runSignals() } else if !main && !vm.hasRoomForHandlers { return 0 }
    if vm.memory[vm.state &+ State.pending] & Pending.callbacks != 0 { try vm.runCallbacks(hardOnly: !all) }
    return 0
  } catch { return 1 }
}
