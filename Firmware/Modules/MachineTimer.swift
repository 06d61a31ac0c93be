import Drivers
import Port
import Python

//@type Timer module=machine
//@const Timer.ONE_SHOT 0
//@const Timer.PERIODIC 1
//@qstr callback period tick_hz

/// Timer: field 0 the driver's alarm (its address / 4, 0: none), 1 the mode, 2 and 3 the period in microseconds (low 28 bits, rest).
///
/// The alarm refers to the timer by a handle, so a running timer is not collected; `deinit`, or the end of a one-shot, lets go of it.
extension VM {
  borrowing func alarm(of timer: Slot) -> UInt32 { UInt32(bitPattern: field(timer, 0)) &* 4 }

  mutating func stopTimer(_ timer: Slot) {
    let alarm = alarm(of: timer), board = board()
    if alarm == 0 { return }
    let h = board.alarmHandles(alarm)
    setField(timer, 0, 0)
    board.freeAlarm(alarm)
    board.forgetCallbacks(function: h.function)
    dropHandle(h.function)
    dropHandle(h.argument)
  }

  mutating func startTimer(_ timer: Slot, _ a: Args) throws(Raise) {
    let b = try bind(a, from: 1, positional: 0, [Q.mode, Q.callback, Q.period, Q.tick_hz, Q.freq, Q.hard])
    let mode = try int(b[0], default: 1)
    var period: UInt64
    if given(b[4]) {
      let f = try toDouble(b[4])
      if !(f > 0) { throw raise(.ValueError, "freq must be positive") }
      let p = 1e6 / f
      period = p >= 1e15 ? 1_000_000_000_000_000 : UInt64(p)
    } else {
      let n = b[2].address == 0 ? 0xffff_ffff : try toInt64(b[2]), hertz = b[3].address == 0 ? 1000 : try toInt64(b[3])
      if hertz <= 0 || n < 0 { throw raise(.ValueError, "invalid period") }
      let (scaled, over) = UInt64(n).multipliedReportingOverflow(by: 1_000_000)
      period = over ? UInt64.max / 2 : scaled / UInt64(hertz)
    }
    period = min(max(period, 1), 1 << 50)
    let hard = b[5].address != 0 ? try truth(b[5]) : false
    stopTimer(timer)
    setField(timer, 1, mode)
    setField(timer, 2, Int32(truncatingIfNeeded: period & 0xfff_ffff))
    setField(timer, 3, Int32(truncatingIfNeeded: period >> 28))
    if !given(b[1]) { return }
    let board = board()
    let alarm = board.makeAlarm()
    if alarm == 0 { throw raise(errno: 12) }
    var function: UInt32 = 0
    do throws(Raise) {
      function = try newHandle(b[1])
      let argument = try newHandle(timer)
      setField(timer, 0, Int32(alarm / 4))
      board.arm(alarm, after: period, periodic: mode != 0, Callback(function: function, argument: argument, hard: hard))
    } catch {
      dropHandle(function)
      board.freeAlarm(alarm)
      throw error
    }
  }
}

//@native Timer.__new__ 1 - kw
func timerNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var first: UInt32 = 0
  if a.count > 1 {
    if try vm.toInt64(a[1]) != -1 { throw vm.raise(.ValueError, "Timer doesn't exist") }
    first = 1
  }
  let o = vm.slot()
  try vm.newObject(ModuleType.Timer, fields: 4, o)
  var i: UInt32 = 0
  while i < 4 { vm.setField(o, i, 0); i &+= 1 }
  if a.count &- first > 1 || a.pairs > 0 { try vm.startTimer(o, Args(a[first], a.count &- first, pairs: a.pairs)) }
  vm.copy(out, o)
}
//@native Timer.init 1 - kw
func timerInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.startTimer(a[0], a)
  vm.set(out, .none)
}
//@native Timer.deinit 1 1
func timerDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.stopTimer(a[0])
  vm.set(out, .none)
}
//@native Timer.__repr__ 1 1
func timerRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let period = UInt64(UInt32(bitPattern: vm.field(a[0], 2))) | UInt64(UInt32(bitPattern: vm.field(a[0], 3))) << 28
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, vm.field(a[0], 1) == 0 ? "Timer(mode=ONE_SHOT, tick_hz=1000000, period=" : "Timer(mode=PERIODIC, tick_hz=1000000, period=")
  if period <= 0xffff_ffff {
    try vm.append(t, decimal: UInt32(period))
  } else {
    try vm.append(t, decimal: UInt32(min(period / 1000, 0xffff_ffff)))
    try vm.append(t, "000")
  }
  try vm.append(t, ")")
  try vm.finish(t, Kind.str, out)
}
