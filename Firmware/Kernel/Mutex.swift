import Port

/// A mutex: byte offsets of its record. All zero is a free mutex; it may lie anywhere in the chip's memory.
enum MutexRecord {
  static var owner: UInt32 { 0 }
  /// Times the owner has locked it.
  static var count: UInt32 { 4 }
  static var waiters: UInt32 { 8 }
  /// Next mutex of the same owner.
  static var nextHeld: UInt32 { 16 }
}

/// Mutexes with priority inheritance, recursive if asked for. An unlocked mutex goes straight to its most urgent waiter.
extension Kernel {
  @inlinable public static var mutexBytes: UInt32 { 20 }
  /// `TaskRecord.waitFlags` of a task that waits for a mutex shared by turns: its deadline does not end the wait but sets the other bits of the flags.
  static var asks: UInt32 { 1 << 31 }

  /// Locks a mutex. With `recursive` its owner may lock it again; otherwise that would wait for itself, until the deadline.
  /// `.signalled` when it is locked.
  public func lock(_ mutex: Address, until deadline: Deadline, recursive: Bool = false) -> Wake {
    var mask = lock()
    let m = memory
    while true {
      let t = current(port.core), owner = m[mutex &+ MutexRecord.owner]
      // Deleted or suspended by the other core a moment ago: it must not become an owner now.
      if !isState(t, .ready) { _ = block(on: 0, until: .never, &mask); continue }
      if owner == 0 {
        take(mutex, t)
        unlock(mask)
        return .signalled
      }
      if owner == t && recursive {
        m[mutex &+ MutexRecord.count] &+= 1
        unlock(mask)
        return .signalled
      }
      if deadline == .now { unlock(mask); return .timedOut }
      m[t &+ TaskRecord.blockedOn] = mutex
      if owner != t { lend(mutex, m[t &+ TaskRecord.priority]) }
      let reason = block(on: mutex &+ MutexRecord.waiters, until: deadline, &mask)
      if reason != Kernel.resumed {
        unlock(mask)
        return end(reason)  // signalled: `unlock` made us the owner
      }
    }
  }

  /// Who is not the next one to get such a mutex looks this many times less often whether it has become that without being told (others were deleted).
  static var patience: UInt64 { 256 }

  /// Locks a mutex as a lock that is shared by turns: the wait is not ended by `interrupt`; who waits sets `bits` of the word at `address`, by which the owner is
  /// asked to give way, at once if the owner's own priority is lower, otherwise every `microseconds`.
  public func lock(_ mutex: Address, asking bits: UInt32, at address: Address, every microseconds: UInt64) {
    var mask = lock()
    let m = memory
    while true {
      let t = current(port.core), owner = m[mutex &+ MutexRecord.owner]
      if !isState(t, .ready) { _ = block(on: 0, until: .never, &mask); continue }
      if owner == 0 {
        take(mutex, t)
        unlock(mask)
        return
      }
      if m[owner &+ TaskRecord.basePriority] < m[t &+ TaskRecord.priority] { m[address] |= bits }
      m[t &+ TaskRecord.blockedOn] = mutex
      lend(mutex, m[t &+ TaskRecord.priority])
      setTime(t &+ TaskRecord.repeatTime, microseconds)
      let ahead = first(mutex &+ MutexRecord.waiters)
      let isNext = ahead == 0 || m[ahead &+ TaskRecord.priority] < m[t &+ TaskRecord.priority]
      let deadline = Deadline(microseconds: now &+ microseconds &* (isNext ? 1 : Kernel.patience))
      let reason = block(on: mutex &+ MutexRecord.waiters, until: deadline, &mask, address, bits | Kernel.asks)
      if reason == UInt32(Wake.signalled.rawValue) { unlock(mask); return }
    }
  }
  /// The mutex that a task waits for, or 0.
  public func mutex(awaitedBy task: TaskHandle) -> Address { memory[task &+ TaskRecord.blockedOn] }
  /// The most urgent task that waits for a mutex, or 0.
  public func waiter(forMutex mutex: Address) -> TaskHandle { first(mutex &+ MutexRecord.waiters) }

  /// Unlocks a mutex; false if the running task does not own it.
  public func unlock(mutex: Address) -> Bool {
    let mask = lock(), m = memory, t = current(port.core)
    if m[mutex &+ MutexRecord.owner] != t { unlock(mask); return false }
    m[mutex &+ MutexRecord.count] &-= 1
    if m[mutex &+ MutexRecord.count] == 0 {
      handOver(mutex, from: t)
      refreshPriority(t)
    }
    unlock(mask)
    return true
  }
  /// Takes a mutex from its owner and gives it to the most urgent waiter, if any.
  private func handOver(_ mutex: Address, from t: TaskHandle) {
    release(mutex, t)
    let next = first(mutex &+ MutexRecord.waiters)
    if next == 0 { return }
    // It owns the mutex before it is woken, so that nobody overtakes it.
    memory[next &+ TaskRecord.blockedOn] = 0
    unlink(next)
    take(mutex, next)
    refreshPriority(next)
    unblock(next, UInt32(Wake.signalled.rawValue))
    // Whoever is next now asks from now on.
    let asker = first(mutex &+ MutexRecord.waiters)
    if asker != 0 && asks(asker) {
      let core = port.core, t = now
      removeDeadline(asker)
      insertDeadline(asker, core, t &+ time(asker &+ TaskRecord.repeatTime))
      setAlarm(core, t)
    }
  }
  /// What a deleted task held goes to those who wait: its record must not be anybody's owner.
  func abandonMutexes(_ t: TaskHandle) {
    while memory[t &+ TaskRecord.held] != 0 {
      memory[memory[t &+ TaskRecord.held] &+ MutexRecord.count] = 0
      handOver(memory[t &+ TaskRecord.held], from: t)
    }
  }

  /// A free mutex in the kernel's memory, or 0.
  public func makeMutex() -> Address {
    let mutex = allocate(Kernel.mutexBytes)
    if mutex != 0 { memory.fill(mutex, 0, count: Kernel.mutexBytes) }
    return mutex
  }
  /// Ends a mutex of `makeMutex`: who waits for it wakes with `.deleted`, its owner no longer owns it.
  public func deleteMutex(_ mutex: Address) {
    let mask = lock(), owner = memory[mutex &+ MutexRecord.owner]
    if owner != 0 { release(mutex, owner) }
    wakeLocked(mutex &+ MutexRecord.waiters, .max, UInt32(Wake.deleted.rawValue))
    if owner != 0 { refreshPriority(owner) }
    unlock(mask)
    free(mutex)
  }

  /// Times its owner has locked it.
  public func count(ofMutex mutex: Address) -> UInt32 { memory[mutex &+ MutexRecord.count] }
  /// The task that owns a mutex, or 0.
  public func owner(ofMutex mutex: Address) -> TaskHandle { memory[mutex &+ MutexRecord.owner] }

  private func take(_ mutex: Address, _ t: TaskHandle) {
    let m = memory
    m[mutex &+ MutexRecord.owner] = t
    m[mutex &+ MutexRecord.count] = 1
    m[mutex &+ MutexRecord.nextHeld] = m[t &+ TaskRecord.held]
    m[t &+ TaskRecord.held] = mutex
  }
  private func release(_ mutex: Address, _ t: TaskHandle) {
    let m = memory
    m[mutex &+ MutexRecord.owner] = 0
    var at = t &+ TaskRecord.held
    while m[at] != 0 && m[at] != mutex { at = m[at] &+ MutexRecord.nextHeld }
    if m[at] == mutex { m[at] = m[mutex &+ MutexRecord.nextHeld] }
  }

  /// Raises the owner of a mutex, and the owner of what that one waits for, and so on.
  private func lend(_ mutex: Address, _ priority: UInt32) {
    let m = memory
    var held = mutex
    while held != 0 {
      let owner = m[held &+ MutexRecord.owner]
      if owner == 0 || m[owner &+ TaskRecord.priority] >= priority { return }
      applyPriority(owner, priority)
      held = m[owner &+ TaskRecord.blockedOn]
      port.spend(20)
    }
  }

  /// A task's priority from its own and those of the waiters for its mutexes; passed on along the chain of owners.
  func refreshPriority(_ task: TaskHandle) {
    let m = memory
    var t = task
    while t != 0 {
      var priority = m[t &+ TaskRecord.basePriority], mutex = m[t &+ TaskRecord.held]
      while mutex != 0 {
        let waiter = first(mutex &+ MutexRecord.waiters)
        if waiter != 0 { priority = max(priority, m[waiter &+ TaskRecord.priority]) }
        mutex = m[mutex &+ MutexRecord.nextHeld]
        port.spend(10)
      }
      if priority == m[t &+ TaskRecord.priority] { return }
      applyPriority(t, priority)
      let next = m[t &+ TaskRecord.blockedOn]
      t = next == 0 ? 0 : m[next &+ MutexRecord.owner]
    }
  }
}
