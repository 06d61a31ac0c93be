import Port

/// An event group's record: byte offsets. All zero is a group with no bit set; it may lie anywhere in the chip's memory.
enum EventRecord {
  static var bits: UInt32 { 0 }
  static var waiters: UInt32 { 4 }
  static var bytes: UInt32 { 12 }
}

/// `TaskRecord.waitFlags` of a task that waits for an event group; the bits it waits for are in `waitAddress`.
enum EventWait {
  static var all: UInt32 { 1 }
  static var clear: UInt32 { 2 }
}

/// Event groups: 32 bits that tasks wait for, any or all of some. `setBits` and `clearBits` may be called from interrupt handlers.
extension Kernel {
  @inlinable public static var eventGroupBytes: UInt32 { 12 }

  public func makeEventGroup() -> Address {
    let g = allocate(EventRecord.bytes)
    if g != 0 { memory.fill(g, 0, count: EventRecord.bytes) }
    return g
  }
  /// Ends a group: who waits on it wakes with `.deleted`.
  public func deleteEventGroup(_ group: Address) {
    let mask = lock()
    wakeLocked(group &+ EventRecord.waiters, .max, UInt32(Wake.deleted.rawValue))
    unlock(mask)
    free(group)
  }
  public func eventBits(_ group: Address) -> UInt32 { memory[group &+ EventRecord.bits] }

  /// Sets bits and wakes every task whose condition holds then; the bits that those asked to be cleared are cleared afterwards. Answers what is left.
  @discardableResult
  public func setBits(_ group: Address, _ bits: UInt32) -> UInt32 {
    let mask = lock()
    setLocked(group, bits)
    let now = memory[group &+ EventRecord.bits]
    unlock(mask)
    return now
  }
  /// Clears bits; answers what was set before.
  @discardableResult
  public func clearBits(_ group: Address, _ bits: UInt32) -> UInt32 {
    let mask = lock(), before = memory[group &+ EventRecord.bits]
    memory[group &+ EventRecord.bits] = before & ~bits
    unlock(mask)
    return before
  }

  /// Waits until any (or all) of `bits` are set; `clear` takes those out. The bits are those at that moment, before clearing; after a
  /// time-out, those at its end.
  public func waitBits(_ group: Address, _ bits: UInt32, all: Bool, clear: Bool, until deadline: Deadline) -> (wake: Wake, bits: UInt32) {
    var mask = lock()
    return awaitBits(group, bits, (all ? EventWait.all : 0) | (clear ? EventWait.clear : 0), deadline, &mask)
  }
  /// A rendezvous: sets bits, then waits until all of `bits` are set and clears them.
  public func synchronise(_ group: Address, set: UInt32, _ bits: UInt32, until deadline: Deadline) -> (wake: Wake, bits: UInt32) {
    var mask = lock()
    let m = memory, all = m[group &+ EventRecord.bits] | set
    // The last one to come does not wait, and sees the bits that it clears.
    setLocked(group, set)
    if all & bits == bits {
      m[group &+ EventRecord.bits] &= ~bits
      unlock(mask)
      return (.signalled, all)
    }
    return awaitBits(group, bits, EventWait.all | EventWait.clear, deadline, &mask)
  }

  @inline(__always) private func holds(_ now: UInt32, _ bits: UInt32, _ flags: UInt32) -> Bool {
    flags & EventWait.all != 0 ? now & bits == bits : now & bits != 0
  }
  private func awaitBits(_ group: Address, _ bits: UInt32, _ flags: UInt32, _ deadline: Deadline, _ mask: inout UInt32) -> (wake: Wake, bits: UInt32) {
    let m = memory
    while true {
      let now = m[group &+ EventRecord.bits]
      if holds(now, bits, flags) {
        if flags & EventWait.clear != 0 { m[group &+ EventRecord.bits] = now & ~bits }
        unlock(mask)
        return (.signalled, now)
      }
      if deadline == .now { unlock(mask); return (.timedOut, now) }
      let reason = block(on: group &+ EventRecord.waiters, until: deadline, &mask, bits, flags)
      if reason == Kernel.resumed { continue }
      let wake = end(reason)
      // A deleted group's memory is somebody else's.
      let value = wake == .signalled ? m[current(port.core) &+ TaskRecord.waitValue] : wake == .deleted ? 0 : m[group &+ EventRecord.bits]
      unlock(mask)
      return (wake, value)
    }
  }
  private func setLocked(_ group: Address, _ bits: UInt32) {
    let m = memory, now = m[group &+ EventRecord.bits] | bits
    var cleared: UInt32 = 0, t = first(group &+ EventRecord.waiters)
    while t != 0 {
      let next = m[t &+ TaskRecord.next], wanted = m[t &+ TaskRecord.waitAddress], flags = m[t &+ TaskRecord.waitFlags]
      if holds(now, wanted, flags) {
        if flags & EventWait.clear != 0 { cleared |= wanted }
        m[t &+ TaskRecord.waitValue] = now
        unblock(t, UInt32(Wake.signalled.rawValue))
      }
      t = next
      port.spend(12)
    }
    m[group &+ EventRecord.bits] = now & ~cleared
  }
}
