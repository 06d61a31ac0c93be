import Port

/// What a notification does to the task's 32-bit value.
public enum NotifyAction: UInt8, Sendable { case none, setBits, increment, overwrite, setIfTaken }

/// Direct-to-task notifications: one value and one pending flag a task.
extension Kernel {
  private static var pendingFlag: UInt32 { 1 }
  private static var waitingFlag: UInt32 { 2 }

  /// Notifies a task; false if `.setIfTaken` found a notification that was not taken yet. May be called from an interrupt handler.
  @discardableResult
  public func notify(_ task: TaskHandle, _ value: UInt32 = 0, _ action: NotifyAction = .increment) -> Bool {
    let mask = lock(), m = memory
    let flags = m[task &+ TaskRecord.notificationState]
    if action == .setIfTaken && flags & Kernel.pendingFlag != 0 { unlock(mask); return false }
    switch action {
    case .none: break
    case .setBits: m[task &+ TaskRecord.notification] |= value
    case .increment: m[task &+ TaskRecord.notification] &+= 1
    case .overwrite, .setIfTaken: m[task &+ TaskRecord.notification] = value
    }
    m[task &+ TaskRecord.notificationState] = flags | Kernel.pendingFlag
    if flags & Kernel.waitingFlag != 0 { unblock(task, UInt32(Wake.signalled.rawValue)) }
    unlock(mask)
    return true
  }

  /// Waits for a notification. `clearOnEntry` bits are cleared if none is pending, `clearOnExit` bits after the value was read.
  public func waitNotification(clearOnEntry: UInt32 = 0, clearOnExit: UInt32 = .max, until deadline: Deadline) -> (wake: Wake, value: UInt32) {
    var mask = lock()
    let m = memory, t = current(port.core)
    if m[t &+ TaskRecord.notificationState] & Kernel.pendingFlag == 0 { m[t &+ TaskRecord.notification] &= ~clearOnEntry }
    let wake = awaitNotification(t, deadline, &mask)
    let value = m[t &+ TaskRecord.notification]
    if wake == .signalled {
      m[t &+ TaskRecord.notification] = value & ~clearOnExit
      m[t &+ TaskRecord.notificationState] = 0
    }
    unlock(mask)
    return (wake, value)
  }

  /// Takes from the value as from a counting semaphore, all of it or one: waits until it is not 0, answers what it was (0: in vain).
  public func takeNotification(all: Bool, until deadline: Deadline) -> UInt32 {
    var mask = lock()
    let m = memory, t = current(port.core)
    while m[t &+ TaskRecord.notification] == 0 {
      m[t &+ TaskRecord.notificationState] = 0
      if awaitNotification(t, deadline, &mask) != .signalled { break }
    }
    let value = m[t &+ TaskRecord.notification]
    if value != 0 { m[t &+ TaskRecord.notification] = all ? 0 : value &- 1 }
    m[t &+ TaskRecord.notificationState] = 0
    unlock(mask)
    return value
  }

  /// Lock held before and after.
  private func awaitNotification(_ t: TaskHandle, _ deadline: Deadline, _ mask: inout UInt32) -> Wake {
    let m = memory
    while m[t &+ TaskRecord.notificationState] & Kernel.pendingFlag == 0 {
      if deadline == .now { return .timedOut }
      m[t &+ TaskRecord.notificationState] |= Kernel.waitingFlag
      let reason = block(on: 0, until: deadline, &mask)
      m[t &+ TaskRecord.notificationState] &= ~Kernel.waitingFlag
      // A notification that came together with the deadline counts.
      if m[t &+ TaskRecord.notificationState] & Kernel.pendingFlag != 0 { break }
      if reason != UInt32(Wake.signalled.rawValue) && reason != Kernel.resumed { return Wake(rawValue: UInt8(truncatingIfNeeded: reason)).unsafelyUnwrapped }
    }
    return .signalled
  }
}
