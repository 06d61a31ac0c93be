import Kernel
import Port
import Registers

/// An alarm's record in the kernel's memory: byte offsets.
enum AlarmRecord {
  static var next: UInt32 { 0 }
  /// 1 while it is in the list.
  static var armed: UInt32 { 4 }
  /// 64-bit: when, and every how many microseconds (0: once).
  static var deadline: UInt32 { 8 }
  static var period: UInt32 { 16 }
  static var function: UInt32 { 24 }
  static var argument: UInt32 { 28 }
  static var hard: UInt32 { 32 }
  static var bytes: UInt32 { 36 }
}

/// Alarms that call back into Python: the third alarm of the TIMER (RP2040 data sheet §4.6.3), on core 0, for any number of them.
/// A periodic one stays on its grid whatever the latency of its calls.
extension Board {
  private var bit: UInt32 { 4 }
  private var irq: UInt32 { IRQ.TIMER_IRQ_2 }

  /// In place of a function's handle: a signal is raised, its number is the argument.
  public static var alarmSignal: UInt32 { 0xffff_fffd }
  /// The alarm of SIGALRM, made when it is first wanted; 0 when there is no memory.
  public var signalAlarm: Address {
    if self[BoardRecord.signalAlarm] == 0 { self[BoardRecord.signalAlarm] = makeAlarm() }
    return self[BoardRecord.signalAlarm]
  }
  /// Microseconds until an alarm is due, and its period; 0 when it is not armed.
  public func remaining(ofAlarm alarm: Address) -> (left: UInt64, period: UInt64) {
    let mask = port.lockShared(), now = kernel.now
    defer { port.unlockShared(mask) }
    if memory[alarm &+ AlarmRecord.armed] == 0 { return (0, 0) }
    let due = time(alarm &+ AlarmRecord.deadline)
    return (due > now ? due &- now : 1, time(alarm &+ AlarmRecord.period))
  }
  /// Arms an alarm: first after `first` microseconds, then every `period` (0: once).
  public func arm(_ alarm: Address, after first: UInt64, then period: UInt64, _ callback: Callback) {
    arm(alarm, after: first, periodic: false, callback)
    let mask = port.lockShared()
    set(alarm &+ AlarmRecord.period, period)
    port.unlockShared(mask)
  }

  public func startAlarms() {
    port.setBits(TIMER.base &+ TIMER.INTE.offset, bit)
    enableInterrupt(irq)
  }

  /// A new alarm, not armed; 0 when there is no memory.
  public func makeAlarm() -> Address {
    let a = kernel.allocate(AlarmRecord.bytes)
    if a != 0 { memory.fill(a, 0, count: AlarmRecord.bytes) }
    return a
  }
  public func freeAlarm(_ alarm: Address) {
    disarm(alarm)
    kernel.free(alarm)
  }
  /// Handles of the function and argument of an alarm, for who owns them.
  public func alarmHandles(_ alarm: Address) -> (function: UInt32, argument: UInt32) {
    (memory[alarm &+ AlarmRecord.function], memory[alarm &+ AlarmRecord.argument])
  }

  /// Arms an alarm: first after `microseconds`, then again and again if `periodic`.
  public func arm(_ alarm: Address, after microseconds: UInt64, periodic: Bool, _ callback: Callback) {
    disarm(alarm)
    let m = memory
    set(alarm &+ AlarmRecord.period, periodic ? microseconds : 0)
    m[alarm &+ AlarmRecord.function] = callback.function
    m[alarm &+ AlarmRecord.argument] = callback.argument
    m[alarm &+ AlarmRecord.hard] = callback.hard ? 1 : 0
    set(alarm &+ AlarmRecord.deadline, kernel.after(microseconds: microseconds).microseconds)
    let mask = port.lockShared()
    insert(alarm)
    setHardware(kernel.now)
    port.unlockShared(mask)
  }
  public func disarm(_ alarm: Address) {
    let mask = port.lockShared(), m = memory
    if m[alarm &+ AlarmRecord.armed] != 0 {
      var at = address &+ BoardRecord.alarms
      while m[at] != alarm { at = m[at] &+ AlarmRecord.next }
      m[at] = m[alarm &+ AlarmRecord.next]
      m[alarm &+ AlarmRecord.armed] = 0
    }
    port.unlockShared(mask)
  }

  /// Turns off whatever calls back as `c` does: its pin's interrupt or its alarm.
  public func silence(_ c: Callback) {
    if c.pin >= Callback.target {
      setTargetEvents(c.pin &- Callback.target, 0)
    } else if c.pin != Callback.noPin {
      setEvents(c.pin, 0)
      port.change(address &+ BoardRecord.pin(c.pin) &+ 8, clear: 0x30)  // no level interrupt waits for its end
    }
    silenceUARTs(function: c.function)
    var a = self[BoardRecord.alarms]
    while a != 0 {
      let next = memory[a &+ AlarmRecord.next]
      if memory[a &+ AlarmRecord.function] == c.function { disarm(a) }
      a = next
    }
  }

  private func time(_ a: Address) -> UInt64 { UInt64(memory[a]) | UInt64(memory[a &+ 4]) << 32 }
  private func set(_ a: Address, _ t: UInt64) {
    memory[a] = UInt32(truncatingIfNeeded: t)
    memory[a &+ 4] = UInt32(truncatingIfNeeded: t >> 32)
  }
  private func insert(_ alarm: Address) {
    let m = memory, when = time(alarm &+ AlarmRecord.deadline)
    var at = address &+ BoardRecord.alarms
    while m[at] != 0 && time(m[at] &+ AlarmRecord.deadline) <= when { at = m[at] &+ AlarmRecord.next }
    m[alarm &+ AlarmRecord.next] = m[at]
    m[at] = alarm
    m[alarm &+ AlarmRecord.armed] = 1
  }
  private func setHardware(_ now: UInt64) {
    let first = self[BoardRecord.alarms]
    if first == 0 { port.write(TIMER.base &+ TIMER.ARMED.offset, bit); return }
    let target = time(first &+ AlarmRecord.deadline)
    let at = UInt32(truncatingIfNeeded: min(target, now &+ 0x4000_0000))
    port.write(TIMER.base &+ TIMER.ALARM2.offset, at)
    let late = Int32(bitPattern: port.read(TIMER.base &+ TIMER.TIMERAWL.offset) &- at)
    if target <= now || late >= 0 { port.setBits(TIMER.base &+ TIMER.INTF.offset, bit) }
  }

  func alarmInterrupt() {
    port.clearBits(TIMER.base &+ TIMER.INTF.offset, bit)
    port.write(TIMER.base &+ TIMER.INTR.offset, bit)
    let m = memory, now = kernel.now
    while true {
      let a = self[BoardRecord.alarms]
      if a == 0 || time(a &+ AlarmRecord.deadline) > now { break }
      disarm(a)
      let period = time(a &+ AlarmRecord.period)
      if period != 0 {
        var next = time(a &+ AlarmRecord.deadline) &+ period
        // Missed rounds (interrupts held back for longer than the period) are left out, the grid stays.
        if next <= now { next &+= (now &- next) / period &* period &+ period }
        set(a &+ AlarmRecord.deadline, next)
        insert(a)
      }
      if m[a &+ AlarmRecord.function] == Board.pinQueue { pinSettled(m[a &+ AlarmRecord.argument]); continue }
      if m[a &+ AlarmRecord.function] == Board.alarmSignal { raiseSignal(m[a &+ AlarmRecord.argument]); continue }
      schedule(Callback(function: m[a &+ AlarmRecord.function], argument: m[a &+ AlarmRecord.argument], hard: m[a &+ AlarmRecord.hard] != 0))
    }
    setHardware(now)
  }
}
