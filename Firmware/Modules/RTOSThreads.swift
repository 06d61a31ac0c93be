import Drivers
import Kernel
import Port
import Python

// Module `rtos`: notifications, priorities, software timers.

//@const rtos:NO_ACTION 0
//@const rtos:SET_BITS 1
//@const rtos:INCREMENT 2
//@const rtos:OVERWRITE 3
//@const rtos:SET_IF_TAKEN 4
//@const rtos:NOTIFICATION_SLOTS 4
//@type SoftTimer module=rtos as=RTOSTimer
//@qstr periodic

extension VM {
  /// The task of a thread given by its number; of the running one without.
  fileprivate mutating func task(_ s: Slot) throws(Raise) -> TaskHandle {
    if !given(s) { return memory[thread &+ Thread.task] }
    let n = UInt32(bitPattern: try toInt32(s))
    if !isThread(n) { throw raise(.ValueError, "no such thread") }
    return memory[n &+ Thread.task]
  }
  fileprivate mutating func word(_ s: Slot, default d: UInt32) throws(Raise) -> UInt32 {
    if s.address == 0 { return d }
    let n = try toInt64(s)
    if n < -0x8000_0000 || n > 0xffff_ffff { throw raise(.OverflowError, "32 bits expected") }
    return UInt32(truncatingIfNeeded: n)
  }
  fileprivate mutating func notificationSlot(_ s: Slot) throws(Raise) -> UInt32 {
    let n = try int(s, default: 0)
    if n < 0 || n >= Int32(Kernel.notificationSlots) { throw raise(.ValueError, "no such slot") }
    return UInt32(n)
  }
}

/// `notify(thread, value=0, action=INCREMENT, slot=0)`: False if with SET_IF_TAKEN the last one was not taken yet.
//@native rtos:notify 1 4 kw
func rtosNotify(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 3, [Q.value, Q.action, Q.slot])
  let task = try vm.task(a[0]), value = try vm.word(b[0], default: 0), slot = try vm.notificationSlot(b[2])
  guard let action = NotifyAction(rawValue: UInt8(truncatingIfNeeded: try vm.int(b[1], default: 2))) else { throw vm.raise(.ValueError, "no such action") }
  vm.set(out, .bool(vm.board().kernel.notify(task, value, action, slot: slot)))
}
/// `wait_notification(timeout=None, clear_on_entry=0, clear_on_exit=0xffffffff, slot=0)`: the value, or None after the time-out.
//@native rtos:wait_notification 0 4 kw
func rtosWaitNotification(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 4, [Q.timeout, Q.clear_on_entry, Q.clear_on_exit, Q.slot])
  let deadline = try vm.rtosDeadline(b[0]), slot = try vm.notificationSlot(b[3])
  var entry = try vm.word(b[1], default: 0)
  let exit = try vm.word(b[2], default: .max)
  var value: UInt32 = 0
  let wake = try vm.kernelWait(until: deadline) {
    let r = $0.waitNotification(clearOnEntry: entry, clearOnExit: exit, slot: slot, until: deadline)
    entry = 0
    value = r.value
    return r.wake
  }
  if wake == .signalled { try vm.newInt(Int64(value), out) } else { vm.set(out, .none) }
}
/// `take_notification(timeout=None, all=True, slot=0)`: takes the value, or one of it; what it was, 0 after the time-out.
//@native rtos:take_notification 0 3 kw
func rtosTakeNotification(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 3, [Q.timeout, Q.all, Q.slot])
  let deadline = try vm.rtosDeadline(b[0]), slot = try vm.notificationSlot(b[2])
  let all = b[1].address != 0 ? try vm.truth(b[1]) : true
  var value: UInt32 = 0
  _ = try vm.kernelWait(until: deadline) {
    value = $0.takeNotification(all: all, slot: slot, until: deadline)
    return value != 0 ? .signalled : deadline != .never && $0.now >= deadline.microseconds ? .timedOut : deadline == .now ? .timedOut : .interrupted
  }
  try vm.newInt(Int64(value), out)
}

/// `priority()`, `priority(n)`, `priority(n, thread)`: a thread's own priority (0 to 31, programs have 8), and sets it.
//@native rtos:priority 0 2
func rtosPriority(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let task = try vm.task(a.count > 1 ? a[1] : Slot(0)), kernel = vm.board().kernel
  let before = kernel.statistics(task).basePriority
  if a.count > 0 && vm.given(a[0]) {
    let n = try vm.toInt32(a[0])
    // Above are the drivers' tasks, below is idle.
    if n < 1 || n > 23 { throw vm.raise(.ValueError, "priority out of range") }
    kernel.setPriority(task, UInt32(n))
    try vm.yieldPoint()
  }
  vm.set(out, Value(int: Int32(before)))
}
/// Calls of interrupt handlers that were lost since the start, because too many waited.
//@native rtos:lost_calls 0 0
func rtosLostCalls(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newInt(unsigned: UInt64(vm.board().callbacksLost), out) }
/// `affinity()`, `affinity(cores)`, `affinity(cores, thread)`: the cores on which a thread may run (bit 0: core 0, where programs begin, bit 1: core 1), and
/// sets them. A thread begins with those of the one that starts it.
//@native rtos:affinity 0 2
func rtosAffinity(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let task = try vm.task(a.count > 1 ? a[1] : Slot(0)), kernel = vm.board().kernel, before = kernel.affinity(of: task)
  if a.count > 0 && vm.given(a[0]) {
    let n = try vm.toInt32(a[0])
    if n < 1 || n > 3 { throw vm.raise(.ValueError, "1, 2 or 3 expected") }
    kernel.setAffinity(task, UInt32(n))
  }
  vm.set(out, Value(int: Int32(before)))
}
/// The core that runs the calling thread, 0 or 1.
//@native rtos:core 0 0
func rtosCore(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, Value(int: Int32(vm.port.critical { vm.port.core })))
}
/// Takes a thread off its core, or out of what it waits for, until `resume`.
//@native rtos:suspend 1 1
func rtosSuspend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let task = try vm.task(a[0])
  if task == vm.memory[vm.thread &+ Thread.task] { throw vm.raise(.ValueError, "a thread cannot suspend itself") }
  vm.board().kernel.suspend(task)
  vm.set(out, .none)
}
//@native rtos:resume 1 1
func rtosResume(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().kernel.resume(try vm.task(a[0]))
  vm.set(out, .none)
}
/// Microseconds since the board was started; never wraps.
//@native rtos:now_us 0 0
func rtosNow(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newInt(Int64(vm.board().kernel.now), out) }
/// `delay_until(previous, period)`, microseconds: sleeps until a period after `previous` and answers that moment, whatever the time between was used for.
//@native rtos:delay_until 2 2
func rtosDelayUntil(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let previous = try vm.toInt64(a[0]), period = try vm.toInt64(a[1])
  if previous < 0 || period < 0 { throw vm.raise(.ValueError, "times must be non-negative") }
  let next = UInt64(previous) &+ UInt64(period)
  try vm.sleep(until: Deadline(microseconds: next))
  try vm.newInt(Int64(bitPattern: next), out)
}

// MARK: Timer

/// Kind of the timer task (`Kernel.create`).
public var timerTaskKind: UInt32 { 3 }

/// Body of the task that serves software timers: it hands their callbacks to the interpreter.
public func runTimerTask(_ board: Board) -> Never {
  board.kernel.serveTimers { function, argument, _ in board.schedule(Callback(function: function, argument: argument, hard: false)) }
}

private enum TimerField {
  /// Behind `RTOSField.object`: handles of the function and of the timer while it runs (so it is not collected), 1 if periodic.
  static var function: UInt32 { 1 }
  static var argument: UInt32 { 2 }
  static var periodic: UInt32 { 3 }
  static var count: UInt32 { 4 }
}

extension VM {
  mutating func deleteRTOSTimer(_ o: Slot, _ timer: Address) {
    board().kernel.deleteTimer(timer)
    let function = UInt32(field(o, TimerField.function))
    board().forgetCallbacks(function: function)
    dropHandle(function)
    dropHandle(UInt32(field(o, TimerField.argument)))
  }
}
/// `SoftTimer(period, callback, periodic=False)`, seconds: calls `callback(timer)` in the main thread. It lives until `delete()`.
//@native SoftTimer.__new__ 3 4 kw
func rtosTimerNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 3, positional: 1, [Q.periodic])
  let periodic = b[0].address != 0 ? try vm.truth(b[0]) : false, seconds = try vm.toDouble(a[1]), o = vm.slot()
  if !(seconds > 0 && seconds < 1e9) { throw vm.raise(.ValueError, "period must be positive") }
  let kernel = vm.board().kernel, me = kernel.statistics(vm.memory[vm.thread &+ Thread.task]).basePriority
  if !kernel.hasTimerTask, kernel.create("Tmr Svc", kind: timerTaskKind, argument: 0, priority: max(me, 24), stackBytes: 1024, affinity: 1) == 0 {
    throw vm.raise(errno: Errno.noMemory)
  }
  let function = try vm.newHandle(a[2])
  do throws(Raise) {
    let argument = try vm.newHandle(a[2])  // replaced by the timer below
    try vm.newRTOS(ModuleType.RTOSTimer, fields: TimerField.count, o) {
      $0.makeTimer(period: max(UInt64(seconds * 1e6 + 0.5), 1), reloads: periodic, kind: function, argument: argument)
    }
    vm.replaceHandle(argument, Slot(0), o)
    vm.setField(o, TimerField.argument, Int32(argument))
  } catch {
    vm.dropHandle(function)
    throw error
  }
  vm.setField(o, TimerField.function, Int32(function))
  vm.setField(o, TimerField.periodic, periodic ? 1 : 0)
  vm.copy(out, o)
}
extension VM {
  /// What a handle stands for from now on.
  fileprivate borrowing func replaceHandle(_ h: UInt32, _ old: Slot, _ new: Slot) { root(.handles).set(1 &+ h, self(new)) }
}
/// Starts it, or starts it anew: due a period from now.
//@native SoftTimer.start 1 1
//@native SoftTimer.reset 1 1
func rtosTimerStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().kernel.startTimer(try vm.rtos(a[0]))
  vm.set(out, .none)
}
//@native SoftTimer.stop 1 1
func rtosTimerStop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().kernel.stopTimer(try vm.rtos(a[0]))
  vm.set(out, .none)
}
/// Gives it another period, in seconds, and starts it.
//@native SoftTimer.change_period 2 2
func rtosTimerChange(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let seconds = try vm.toDouble(a[1]), t = try vm.rtos(a[0])
  if !(seconds > 0 && seconds < 1e9) { throw vm.raise(.ValueError, "period must be positive") }
  vm.board().kernel.changePeriod(t, UInt64(seconds * 1e6 + 0.5))
  vm.set(out, .none)
}
//@native SoftTimer.active 1 1
func rtosTimerActive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = try vm.rtos(a[0])
  vm.set(out, .bool(vm.board().kernel.isActive(timer: t)))
}
//@native SoftTimer.delete 1 1
func rtosTimerDelete(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.deleteRTOS(a[0])
  vm.set(out, .none)
}
