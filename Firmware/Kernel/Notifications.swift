import Port

/// What a notification does to the slot's 32-bit value.
public enum NotifyAction: UInt8, Sendable { case none, setBits, increment, overwrite, setIfTaken }

/// Direct-to-task notifications: each task has `notificationSlots` values with a pending flag each. A slot that does not exist is slot 0.
///
/// A task waits on one slot at a time. `notify` may be called from an interrupt handler.
extension Kernel {
  public static var notificationSlots: UInt32 { 4 }
  private static var pendingFlag: UInt32 { 1 }
  private static var waitingFlag: UInt32 { 2 }
  @inline(__always) private func valueAt(_ t: TaskHandle, _ slot: UInt32) -> Address {
    t &+ TaskRecord.notification(slot < Kernel.notificationSlots ? slot : 0)
  }
  @inline(__always) private func stateAt(_ t: TaskHandle, _ slot: UInt32) -> Address {
    t &+ TaskRecord.notificationState(slot < Kernel.notificationSlots ? slot : 0)
  }

  /// Notifies a task; false if `.setIfTaken` found a notification that was not taken yet.
  @discardableResult
  public func notify(_ task: TaskHandle, _ value: UInt32 = 0, _ action: NotifyAction = .increment, slot: UInt32 = 0) -> Bool {
    notifyAndQuery(task, value, action, slot: slot).done
  }
  /// The same, and what the value was before.
  public func notifyAndQuery(_ task: TaskHandle, _ value: UInt32, _ action: NotifyAction, slot: UInt32 = 0) -> (done: Bool, before: UInt32) {
    let mask = lock(), m = memory, v = valueAt(task, slot), s = stateAt(task, slot)
    let flags = m[s], before = m[v]
    port.spend(70)
    if isState(task, .deleted) || action == .setIfTaken && flags & Kernel.pendingFlag != 0 { unlock(mask); return (false, before) }
    switch action {
    case .none: break
    case .setBits: m[v] = before | value
    case .increment: m[v] = before &+ 1
    case .overwrite, .setIfTaken: m[v] = value
    }
    m[s] = flags | Kernel.pendingFlag
    if flags & Kernel.waitingFlag != 0 { unblock(task, UInt32(Wake.signalled.rawValue)) }
    unlock(mask)
    return (true, before)
  }

  /// Waits for a notification. `clearOnEntry` bits are cleared if none is pending, `clearOnExit` bits after the value was read.
  public func waitNotification(
    clearOnEntry: UInt32 = 0, clearOnExit: UInt32 = .max, slot: UInt32 = 0, until deadline: Deadline
  ) -> (wake: Wake, value: UInt32) {
    var mask = lock()
    let m = memory, t = current(port.core), v = valueAt(t, slot), s = stateAt(t, slot)
    if m[s] & Kernel.pendingFlag == 0 { m[v] &= ~clearOnEntry }
    let wake = awaitNotification(s, deadline, &mask)
    let value = m[v]
    if wake == .signalled {
      m[v] = value & ~clearOnExit
      m[s] = 0
    }
    unlock(mask)
    return (wake, value)
  }

  /// Takes from the value as from a counting semaphore, all of it or one: waits until it is not 0, answers what it was (0: in vain).
  public func takeNotification(all: Bool, slot: UInt32 = 0, until deadline: Deadline) -> UInt32 {
    var mask = lock()
    let m = memory, t = current(port.core), v = valueAt(t, slot), s = stateAt(t, slot)
    while m[v] == 0 {
      m[s] = 0
      if awaitNotification(s, deadline, &mask) != .signalled { break }
    }
    let value = m[v]
    if value != 0 { m[v] = all ? 0 : value &- 1 }
    m[s] = 0
    unlock(mask)
    return value
  }

  /// Makes a task's slot not pending; true if it was.
  @discardableResult
  public func clearNotification(_ task: TaskHandle, slot: UInt32 = 0) -> Bool {
    let mask = lock(), s = stateAt(task, slot), was = memory[s] & Kernel.pendingFlag != 0
    memory[s] &= ~Kernel.pendingFlag
    unlock(mask)
    return was
  }
  /// Clears bits of a slot's value; answers the value before.
  @discardableResult
  public func clearNotificationBits(_ task: TaskHandle, _ bits: UInt32, slot: UInt32 = 0) -> UInt32 {
    let mask = lock(), v = valueAt(task, slot), before = memory[v]
    memory[v] = before & ~bits
    unlock(mask)
    return before
  }

  /// Lock held before and after.
  private func awaitNotification(_ state: Address, _ deadline: Deadline, _ mask: inout UInt32) -> Wake {
    let m = memory
    while m[state] & Kernel.pendingFlag == 0 {
      if deadline == .now { return .timedOut }
      m[state] |= Kernel.waitingFlag
      let reason = block(on: 0, until: deadline, &mask)
      m[state] &= ~Kernel.waitingFlag
      // A notification that came together with the deadline counts.
      if m[state] & Kernel.pendingFlag != 0 { break }
      if reason != UInt32(Wake.signalled.rawValue) && reason != Kernel.resumed { return end(reason) }
    }
    return .signalled
  }
}
