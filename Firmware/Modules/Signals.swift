import Drivers
import Kernel
import Port
import Python

// Module `signal`: handlers run in the main thread, between bytecodes or inside the call in which it waits, which then goes on.

//@module signal
//@const signal:SIG_DFL 0
//@const signal:SIG_IGN 1
//@const signal:SIGHUP 1
//@const signal:SIGINT 2
//@const signal:SIGQUIT 3
//@const signal:SIGUSR1 10
//@const signal:SIGUSR2 12
//@const signal:SIGPIPE 13
//@const signal:SIGALRM 14
//@const signal:SIGTERM 15
//@const signal:NSIG 32
//@const signal:ITIMER_REAL 0
//@qstr default_int_handler

/// `Root.module(5)`: dict of handlers by number, or null while every signal has its default.
extension VM {
  mutating func signalNumber(_ s: Slot) throws(Raise) -> UInt32 {
    let n = try toInt64(s)
    if n < 1 || n > 31 { throw raise(.ValueError, "signal number out of range") }
    return UInt32(n)
  }
  /// The handler of a signal: 0, 1, or something to call.
  mutating func signalHandler(_ n: UInt32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let table = slot(), key = slot(), found = slot()
    copyRoot(.module(5), table)
    set(key, Value(int: Int32(n)))
    if !self(table).isNull, try dictGet(table, key, found) { return copy(out, found) }
    if n == 2 { try signalDefault(out) } else { set(out, Value(int: 0)) }
  }
  private mutating func signalDefault(_ out: Slot) throws(Raise) {
    let module = slot()
    defer { release(to: module) }
    try importModule(Q.signal, module)
    try getAttribute(module, Q.default_int_handler, out)
  }
  private borrowing func copyRoot(_ r: Root, _ out: Slot) { set(out, root(r)) }
  /// True if it can be called.
  mutating func isCallable(_ s: Slot) throws(Raise) -> Bool {
    let mark = mark
    defer { release(to: mark) }
    let result = slot()
    try builtinCallable(&self, Args(s, 1), result)
    return self(result).value == .true
  }
  fileprivate mutating func setSignalHandler(_ n: UInt32, _ handler: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let table = slot(), key = slot()
    copyRoot(.module(5), table)
    if self(table).isNull {
      try newDict(table)
      setRoot(.module(5), self(table))
    }
    set(key, Value(int: Int32(n)))
    try dictSet(table, key, handler)
  }

  /// Calls the handlers of the signals that have come, lowest number first. From `doPending`, in the main thread.
  mutating func runSignals() throws(Raise) {
    let at = state &+ State.pending, word = state &+ State.signals
    // In this order: a signal that comes in between sets its bit anew.
    let pending = port.change(at, clear: Pending.signals | Pending.interrupt)
    var come = port.change(word, clear: .max)
    if pending & Pending.interrupt != 0 { come |= 4 }
    while come != 0 {
      let n = UInt32(come.trailingZeroBitCount)
      come &= come &- 1
      do throws(Raise) { try runSignal(n) } catch {
        // What else has come is not lost.
        if come != 0 {
          port.change(word, set: come)
          port.change(at, set: Pending.signals)
        }
        throw error
      }
    }
  }
  private mutating func runSignal(_ n: UInt32) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let handler = slot(), arguments = slots(2), result = slot()
    let wakeup = Int32(bitPattern: memory[state &+ State.wakeup]) &- 1, d = board().description(wakeup)
    if d != 0 {
      let byte = UInt8(n)
      _ = withUnsafeBytes(of: byte) { board().write(description: d, $0.baseAddress.unsafelyUnwrapped, 1) }
    }
    try signalHandler(n, handler)
    if self(handler).value.isInt {
      if self(handler).value.int == 1 { return }
      if n == 2 { throw raise(.KeyboardInterrupt, "") }
      // What the system does with a process that did not ask.
      throw raise(.SystemExit, value: exitStatus(n, result))
    }
    set(arguments, Value(int: Int32(n)))
    set(arguments.up(1), .none)
    try call(handler, Args(arguments, 2), result)
  }
  private borrowing func exitStatus(_ n: UInt32, _ s: Slot) -> Slot {
    set(s, Value(int: Int32(128 &+ n)))
    return s
  }

  /// The alarm behind `alarm` and `setitimer`.
  fileprivate mutating func signalAlarm() throws(Raise) -> Address {
    let a = board().signalAlarm
    if a == 0 { throw raise(errno: Errno.noMemory) }
    return a
  }
  /// Arms it anew; what was left of it before, and its period, in microseconds.
  fileprivate mutating func setSignalAlarm(_ first: UInt64, _ period: UInt64) throws(Raise) -> (left: UInt64, period: UInt64) {
    let a = try signalAlarm(), board = board(), before = board.remaining(ofAlarm: a)
    board.disarm(a)
    if first != 0 { board.arm(a, after: first, then: period, Callback(function: Board.alarmSignal, argument: 14, hard: true)) }
    return before
  }
  fileprivate mutating func microseconds(_ s: Slot) throws(Raise) -> UInt64 {
    let t = try toDouble(s)
    if !(t >= 0) { throw raise(.ValueError, "time must be non-negative") }
    return t >= 1e9 ? 1_000_000_000_000_000 : t > 0 ? max(UInt64(t * 1e6 + 0.5), 1) : 0
  }
  fileprivate mutating func timerPair(_ t: (left: UInt64, period: UInt64), _ out: Slot) throws(Raise) {
    let pair = slot(), a = slot(), b = slot()
    try newFloat(Double(t.left) / 1e6, a)
    try newFloat(Double(t.period) / 1e6, b)
    try newItems(Kind.tuple, 2, pair)
    self(pair).set(2, self(a))
    self(pair).set(3, self(b))
    copy(out, pair)
  }
}

/// `signal(number, handler)`: the handler before.
//@native signal:signal 2 2
func signalSignal(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.signalNumber(a[0]), before = vm.slot()
  if vm.memory[vm.state &+ State.threads] != vm.thread || vm.memory[vm.state &+ State.handleBase] != 0 {
    throw vm.raise(.ValueError, "signal only works in main thread of the main interpreter")
  }
  if vm(a[1]).value.isInt {
    if vm(a[1]).value.int < 0 || vm(a[1]).value.int > 1 {
      throw vm.raise(.ValueError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    }
  } else if try !vm.isCallable(a[1]) {
    throw vm.raise(.TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
  }
  try vm.signalHandler(n, before)
  try vm.setSignalHandler(n, a[1])
  vm.copy(out, before)
}
//@native signal:getsignal 1 1
func signalGet(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.signalHandler(try vm.signalNumber(a[0]), out) }
//@native signal:default_int_handler 0 2
func signalInterrupt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { throw vm.raise(.KeyboardInterrupt, "") }
//@native signal:raise_signal 1 1
func signalRaise(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt64(a[0])
  if n < 1 || n > 31 { throw vm.raise(errno: Errno.invalid) }
  vm.board().raiseSignal(UInt32(n))
  try vm.yieldPoint()
  vm.set(out, .none)
}
/// `alarm(seconds)`: SIGALRM then; the seconds that were left of the alarm before.
//@native signal:alarm 1 1
func signalAlarm(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let before = try vm.setSignalAlarm(try vm.microseconds(a[0]), 0)
  try vm.newInt(Int64((before.left &+ 999_999) / 1_000_000), out)
}
/// `setitimer(which, seconds[, interval])`: what was left, and the interval before.
//@native signal:setitimer 2 3
func signalSetTimer(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try vm.toInt32(a[0]) != 0 { throw vm.raise(errno: Errno.invalid) }
  let first = try vm.microseconds(a[1]), period = a.count > 2 ? try vm.microseconds(a[2]) : 0
  let before = try vm.setSignalAlarm(first, period)
  try vm.timerPair(before, out)
}
//@native signal:getitimer 1 1
func signalGetTimer(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try vm.toInt32(a[0]) != 0 { throw vm.raise(errno: Errno.invalid) }
  let alarm = try vm.signalAlarm()
  try vm.timerPair(vm.board().remaining(ofAlarm: alarm), out)
}
/// Waits until a handler has run.
//@native signal:pause 0 0
func signalPause(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = vm.state &+ State.pending
  while true {
    vm.memory[vm.thread &+ Thread.wake] = 0
    let come = vm.memory[at] & (Pending.signals | Pending.interrupt) != 0
    try vm.yieldPoint()
    if come { return vm.set(out, .none) }
    vm.sleepUnlessWoken(until: .never)
  }
}
/// `set_wakeup_fd(fd)`: gets a byte, the number, for every signal; -1: none. The one before.
//@native signal:set_wakeup_fd 1 2 kw
func signalWakeup(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.memory[vm.state &+ State.threads] != vm.thread { throw vm.raise(.ValueError, "set_wakeup_fd only works in main thread of the main interpreter") }
  let fd = try vm.descriptorNumber(a[0]), at = vm.state &+ State.wakeup
  if fd >= 0 {
    let d = try vm.needDescription(fd)
    if vm.board().flags(ofDescription: d) & DescriptionFlag.nonBlocking == 0 {
      throw vm.raise(.ValueError, "the fd % must be in non-blocking mode", Value(int: fd))
    }
  }
  vm.set(out, Value(int: Int32(bitPattern: vm.memory[at]) &- 1))
  vm.memory[at] = fd < 0 ? 0 : UInt32(fd) &+ 1
}
