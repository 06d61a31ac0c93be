import Port

/// A software timer's record: byte offsets.
enum TimerRecord {
  static var next: UInt32 { 0 }
  /// 1 while it is in the list.
  static var active: UInt32 { 4 }
  /// 64-bit, microseconds: when it is due, how long it runs.
  static var deadline: UInt32 { 8 }
  static var period: UInt32 { 16 }
  /// 1: starts again by itself.
  static var reloads: UInt32 { 24 }
  // What its end means to who serves the timers.
  static var kind: UInt32 { 28 }
  static var argument: UInt32 { 32 }
  static var bytes: UInt32 { 36 }
}

/// Software timers: their functions run in one task, whose priority decides what they may delay. Everything but `serveTimers` may be
/// called from any task and from interrupt handlers; a call takes effect at once.
extension Kernel {
  /// Functions that may wait for the timer task (`callLater`).
  static var mostCalls: UInt32 { 16 }

  /// A timer that does not run yet; 0 when there is no memory or the period is 0.
  public func makeTimer(period microseconds: UInt64, reloads: Bool, kind: UInt32, argument: UInt32) -> Address {
    if microseconds == 0 { return 0 }
    let t = allocate(TimerRecord.bytes), m = memory
    if t == 0 { return 0 }
    m.fill(t, 0, count: TimerRecord.bytes)
    setTime(t &+ TimerRecord.period, microseconds)
    m[t &+ TimerRecord.reloads] = reloads ? 1 : 0
    m[t &+ TimerRecord.kind] = kind
    m[t &+ TimerRecord.argument] = argument
    return t
  }
  public func deleteTimer(_ timer: Address) {
    stopTimer(timer)
    free(timer)
  }
  /// Starts a timer, or starts it anew: it is due a period from now.
  public func startTimer(_ timer: Address) {
    let from = now, mask = lock()
    removeTimer(timer)
    insertTimer(timer, from &+ time(timer &+ TimerRecord.period))
    unlock(mask)
  }
  public func stopTimer(_ timer: Address) {
    let mask = lock()
    removeTimer(timer)
    unlock(mask)
  }
  /// Gives a timer another period and starts it.
  public func changePeriod(_ timer: Address, _ microseconds: UInt64) {
    let mask = lock()
    setTime(timer &+ TimerRecord.period, max(microseconds, 1))
    unlock(mask)
    startTimer(timer)
  }
  public func setReloads(_ timer: Address, _ reloads: Bool) { memory[timer &+ TimerRecord.reloads] = reloads ? 1 : 0 }
  public func isActive(timer: Address) -> Bool { memory[timer &+ TimerRecord.active] != 0 }
  /// When an active timer is due.
  public func expiry(ofTimer timer: Address) -> Deadline {
    let mask = lock(), t = time(timer &+ TimerRecord.deadline)
    unlock(mask)
    return Deadline(microseconds: t)
  }

  /// Has the timer task call function `kind` with two arguments, for work that an interrupt handler leaves to it. False: too many wait, or there is no such task.
  public func callLater(kind: UInt32, _ argument: UInt32, _ second: UInt32) -> Bool {
    let mask = lock(), m = memory
    let ring = m[state &+ KernelRecord.calls], asked = m[state &+ KernelRecord.callsAsked]
    if m[state &+ KernelRecord.timerTask] == 0 || asked &- m[state &+ KernelRecord.callsDone] >= Kernel.mostCalls { unlock(mask); return false }
    let e = ring &+ asked % Kernel.mostCalls &* 12
    m[e] = kind
    m[e &+ 4] = argument
    m[e &+ 8] = second
    m[state &+ KernelRecord.callsAsked] = asked &+ 1
    wakeTimerTask()
    unlock(mask)
    return true
  }

  /// True once there is a task that serves timers.
  public var hasTimerTask: Bool { memory[state &+ KernelRecord.timerTask] != 0 }

  /// The body of the timer task: calls `run(kind, argument, second)` for each timer that is due (`second` is the timer) and each `callLater`.
  /// A reloading timer that is late is called once for every period it missed.
  public func serveTimers(_ run: (_ kind: UInt32, _ argument: UInt32, _ second: UInt32) -> Void) -> Never {
    let m = memory, ring = allocate(Kernel.mostCalls &* 12), me = task
    if ring == 0 { port.panic("no memory for the timer task") }
    var mask = lock()
    // The other core may have deleted it a moment ago: then it is gone before it serves.
    if !isState(me, .deleted) { m[state &+ KernelRecord.timerTask] = me }
    m[state &+ KernelRecord.calls] = ring
    while true {
      let timer = m[state &+ KernelRecord.timers]
      var kind: UInt32 = 0, argument: UInt32 = 0, second: UInt32 = 0, found = false
      if timer != 0 && time(timer &+ TimerRecord.deadline) <= now {
        (kind, argument, second, found) = (m[timer &+ TimerRecord.kind], m[timer &+ TimerRecord.argument], timer, true)
        let due = time(timer &+ TimerRecord.deadline)
        removeTimer(timer)
        if m[timer &+ TimerRecord.reloads] != 0 { insertTimer(timer, due &+ time(timer &+ TimerRecord.period)) }
      } else {
        let done = m[state &+ KernelRecord.callsDone]
        if done != m[state &+ KernelRecord.callsAsked] {
          let e = ring &+ done % Kernel.mostCalls &* 12
          (kind, argument, second, found) = (m[e], m[e &+ 4], m[e &+ 8], true)
          m[state &+ KernelRecord.callsDone] = done &+ 1
        }
      }
      if found {
        unlock(mask)
        run(kind, argument, second)
        mask = lock()
      } else {
        _ = block(on: 0, until: timer == 0 ? .never : Deadline(microseconds: time(timer &+ TimerRecord.deadline)), &mask, state &+ KernelRecord.timers)
      }
    }
  }

  // MARK: under the lock

  private func insertTimer(_ timer: Address, _ when: UInt64) {
    let m = memory
    setTime(timer &+ TimerRecord.deadline, when)
    var at = state &+ KernelRecord.timers
    while m[at] != 0 && time(m[at] &+ TimerRecord.deadline) <= when { at = m[at]; port.spend(8) }
    m[timer] = m[at]
    m[at] = timer
    m[timer &+ TimerRecord.active] = 1
    if at == state &+ KernelRecord.timers { wakeTimerTask() }
  }
  /// Only out of its own wait: a timer's function may wait for something else.
  private func wakeTimerTask() {
    let server = memory[state &+ KernelRecord.timerTask]
    if server != 0 && memory[server &+ TaskRecord.waitAddress] == state &+ KernelRecord.timers { unblock(server, UInt32(Wake.signalled.rawValue)) }
  }
  private func removeTimer(_ timer: Address) {
    let m = memory
    if m[timer &+ TimerRecord.active] == 0 { return }
    var at = state &+ KernelRecord.timers
    while m[at] != timer { at = m[at]; port.spend(8) }
    m[at] = m[timer]
    m[timer &+ TimerRecord.active] = 0
  }
}
