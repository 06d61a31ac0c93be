import Port

/// Waiting and waking.
extension Kernel {
  /// Blocks the running task with the lock held (`mask` as `lock` answered it, interrupts unmasked before), on `list` (0: none) at most until `deadline`.
  /// The lock is held again when it returns the reason, a `TaskRecord.wake`. What was read before must be read again.
  /// `address` and `flags` tell who ends the wait what it is for.
  func block(on list: Address, until deadline: Deadline, _ mask: inout UInt32, _ address: Address = 0, _ flags: UInt32 = 0) -> UInt32 {
    let core = port.core, t = current(core), m = memory
    if !isState(t, .ready) {
      // The other core has suspended or deleted it a moment ago, and it still runs: it goes before it waits.
      port.pendSwitch()
      unlock(mask)
      mask = lock()
      return Kernel.resumed
    }
    m[t &+ TaskRecord.waitAddress] = address
    m[t &+ TaskRecord.waitFlags] = flags
    m[t &+ TaskRecord.wake] = UInt32(Wake.signalled.rawValue)
    set(t, .waiting)
    if list != 0 { insertByPriority(t, in: list) }
    if deadline != .never { insertDeadline(t, core, deadline.microseconds) }
    let end = m[t &+ TaskRecord.waitGuard]
    if end != 0 && m[end] != 0 { unblock(t, UInt32(Wake.interrupted.rawValue)) } else { port.pendSwitch() }
    unlock(mask)
    port.spend(80)
    mask = lock()
    return m[t &+ TaskRecord.wake]
  }

  /// Why a wait ended that was not taken up again.
  @inline(__always) func end(_ reason: UInt32) -> Wake {
    reason == Kernel.resumed ? .interrupted : Wake(rawValue: UInt8(truncatingIfNeeded: reason)).unsafelyUnwrapped
  }

  /// Ends a task's wait. Nothing happens if it does not wait: a time-out and a signal may both want it.
  func unblock(_ t: TaskHandle, _ reason: UInt32) {
    if !isState(t, .waiting) { return }
    port.spend(50)
    endWait(t, reason)
    makeReady(t)
  }

  /// Takes a waiting task out of its lists; priorities that it lent are taken back.
  @inline(__always) func endWait(_ t: TaskHandle, _ reason: UInt32) {
    let m = memory
    unlink(t)
    removeDeadline(t)
    m[t &+ TaskRecord.wake] = reason
    let mutex = m[t &+ TaskRecord.blockedOn]
    if mutex != 0 {
      m[t &+ TaskRecord.blockedOn] = 0
      let owner = m[mutex &+ MutexRecord.owner]
      if owner != 0 && owner != t { refreshPriority(owner) }
    }
  }

  /// Waits on a list (two zeroed words anywhere in memory) until `wake`, the deadline, or `interrupt`.
  /// If the word at `unless` is not 0 by then it does not wait: a condition that an interrupt handler sets cannot be missed.
  public func wait(on list: Address, until deadline: Deadline, unless: Address = 0) -> Wake {
    var mask = lock()
    if unless != 0 && memory[unless] != 0 { unlock(mask); return .interrupted }
    let reason = block(on: list, until: deadline, &mask)
    unlock(mask)
    return end(reason)
  }

  /// Wakes the first `count` tasks of a list: the most urgent first.
  public func wake(_ list: Address, count: UInt32 = .max) {
    let mask = lock()
    wakeLocked(list, count, UInt32(Wake.signalled.rawValue))
    unlock(mask)
  }
  func wakeLocked(_ list: Address, _ count: UInt32, _ reason: UInt32) {
    var left = count
    while left != 0 {
      let t = first(list)
      if t == 0 { return }
      unblock(t, reason)
      left &-= 1
    }
  }

  /// From now on the running task's waits end at once, as if interrupted, while the word at `word` is not 0: whoever sets it and then calls `interrupt` cannot
  /// come between a look at the word and the wait. 0: they do not.
  public func waitsEnd(at word: Address) { memory[task &+ TaskRecord.waitGuard] = word }

  /// Ends whatever `task` waits for: it answers `.interrupted`. Nothing happens if it does not wait.
  public func interrupt(_ task: TaskHandle) {
    let mask = lock()
    if !asks(task) { unblock(task, UInt32(Wake.interrupted.rawValue)) }
    unlock(mask)
  }

  /// Lets the running task sleep until `deadline`. `.timedOut` when it has come.
  public func delay(until deadline: Deadline, unless: Address = 0) -> Wake {
    var mask = lock()
    while true {
      if unless != 0 && memory[unless] != 0 { unlock(mask); return .interrupted }
      let reason = block(on: 0, until: deadline, &mask)
      if reason != Kernel.resumed { unlock(mask); return end(reason) }
    }
  }
  public func delay(microseconds: UInt64) { _ = delay(until: after(microseconds: microseconds)) }
  /// Sleeps until `period` after `previous`, which becomes that moment, whatever the time in between was used for; false if it is past already.
  public func delay(since previous: inout UInt64, period: UInt64) -> Bool {
    let next = previous &+ period
    previous = next
    if next <= now { return false }
    return delay(until: Deadline(microseconds: next)) == .timedOut
  }
}
