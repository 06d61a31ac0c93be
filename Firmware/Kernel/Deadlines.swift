import Port
import Registers

/// Deadlines: one list a core, earliest first, and one alarm of the TIMER a core (RP2040 data sheet §4.6.3). All under the kernel lock.
extension Kernel {
  /// Puts the running task into its core's list.
  func insertDeadline(_ t: TaskHandle, _ core: UInt32, _ deadline: UInt64) {
    let m = memory, head = state &+ KernelRecord.deadlines(core)
    setTime(t &+ TaskRecord.deadline, deadline)
    m[t &+ TaskRecord.deadlineCore] = core &+ 1
    var prev: Address = 0, next = m[head]
    while next != 0 && time(next &+ TaskRecord.deadline) <= deadline {
      prev = next
      next = m[next &+ TaskRecord.deadlineNext]
      port.spend(10)
    }
    m[t &+ TaskRecord.deadlinePrev] = prev
    m[t &+ TaskRecord.deadlineNext] = next
    if prev == 0 {
      m[head] = t
      m[state &+ KernelRecord.alarmIsOld(core)] = 1
    } else {
      m[prev &+ TaskRecord.deadlineNext] = t
    }
    if next != 0 { m[next &+ TaskRecord.deadlinePrev] = t }
  }

  /// Takes a task out of the list it is in, if any. The alarm stays as it is: one that finds nothing due does no harm.
  @inline(__always) func removeDeadline(_ t: TaskHandle) { if memory[t &+ TaskRecord.deadlineCore] != 0 { takeDeadline(t) } }
  private func takeDeadline(_ t: TaskHandle) {
    let m = memory, core = m[t &+ TaskRecord.deadlineCore]
    m[t &+ TaskRecord.deadlineCore] = 0
    let next = m[t &+ TaskRecord.deadlineNext], prev = m[t &+ TaskRecord.deadlinePrev]
    if prev == 0 {
      m[state &+ KernelRecord.deadlines(core &- 1)] = next
      m[state &+ KernelRecord.alarmIsOld(core &- 1)] = 1
    } else {
      m[prev &+ TaskRecord.deadlineNext] = next
    }
    if next != 0 { m[next &+ TaskRecord.deadlinePrev] = prev }
  }

  /// Sets this core's alarm for its earliest deadline or the end of the slice.
  func setAlarm(_ core: UInt32, _ now: UInt64) {
    let m = memory, armed = state &+ KernelRecord.alarm(core), bit = UInt32(1) << core
    m[state &+ KernelRecord.alarmIsOld(core)] = 0
    var target = time(state &+ KernelRecord.sliceEnd(core))
    let head = m[state &+ KernelRecord.deadlines(core)]
    if head != 0 { target = min(target, time(head &+ TaskRecord.deadline)) }
    if target == time(armed) { return }
    setTime(armed, target)
    if target == .max { port.write(TIMER.base &+ TIMER.ARMED.offset, bit); return }
    // The alarm compares the low word only: a far deadline is reached in steps.
    let at = UInt32(truncatingIfNeeded: min(target, now &+ 0x4000_0000))
    port.write(TIMER.base &+ TIMER.ALARM0.offset &+ core &* 4, at)
    // Passed while it was being set: force the interrupt.
    let late = Int32(bitPattern: port.read(TIMER.base &+ TIMER.TIMERAWL.offset) &- at)
    if target <= now || late >= 0 { port.setBits(TIMER.base &+ TIMER.INTF.offset, bit) }
  }

  /// A task that waits for a mutex shared by turns.
  func asks(_ t: TaskHandle) -> Bool {
    memory[t &+ TaskRecord.blockedOn] != 0 && memory[t &+ TaskRecord.waitFlags] & Kernel.asks != 0
  }

  /// Handler of this core's alarm: wakes whose time has come, ends the slice.
  public func alarm() {
    let mask = lock(), core = port.core, bit = UInt32(1) << core, m = memory
    port.clearBits(TIMER.base &+ TIMER.INTF.offset, bit)
    port.write(TIMER.base &+ TIMER.INTR.offset, bit)
    setTime(state &+ KernelRecord.alarm(core), .max &- 1)  // neither set nor known to be off
    let t = now
    while true {
      let head = m[state &+ KernelRecord.deadlines(core)]
      if head == 0 || time(head &+ TaskRecord.deadline) > t { break }
      if asks(head) {
        // Who is not the next one has nothing to ask: a thousand of them asking would keep the core from everything else.
        let isNext = first(m[head &+ TaskRecord.blockedOn] &+ MutexRecord.waiters) == head
        if isNext { m[m[head &+ TaskRecord.waitAddress]] |= m[head &+ TaskRecord.waitFlags] & ~Kernel.asks }
        removeDeadline(head)
        insertDeadline(head, core, t &+ time(head &+ TaskRecord.repeatTime) &* (isNext ? 1 : Kernel.patience))
      } else {
        unblock(head, UInt32(Wake.timedOut.rawValue))
      }
    }
    // The switch sets the alarm for the next slice; set for the one that is over it would come again before the switch.
    if t >= time(state &+ KernelRecord.sliceEnd(core)) { m[state &+ KernelRecord.alarmIsOld(core)] = 1; port.pendSwitch() } else { setAlarm(core, t) }
    unlock(mask)
  }
}
