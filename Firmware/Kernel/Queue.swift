import Port

/// A queue's record: byte offsets. Items are copied in and out.
enum QueueRecord {
  static var storage: UInt32 { 0 }
  static var itemBytes: UInt32 { 4 }
  static var capacity: UInt32 { 8 }
  static var count: UInt32 { 12 }
  /// Index of the oldest item.
  static var head: UInt32 { 16 }
  static var senders: UInt32 { 20 }
  static var receivers: UInt32 { 28 }
  static var bytes: UInt32 { 36 }
}

/// Queues. With items of 0 bytes a queue is a counting semaphore: send gives, receive takes.
///
/// With `.now` as deadline no call waits, so it may be made from an interrupt handler.
extension Kernel {
  /// A queue of `capacity` items, or 0 when there is no memory.
  public func makeQueue(capacity: UInt32, itemBytes: UInt32) -> Address {
    let (bytes, over) = capacity.multipliedReportingOverflow(by: itemBytes)
    if over || capacity == 0 { return 0 }
    let q = allocate(QueueRecord.bytes)
    if q == 0 { return 0 }
    let m = memory
    m.fill(q, 0, count: QueueRecord.bytes)
    if bytes != 0 {
      let storage = allocate(bytes)
      if storage == 0 { free(q); return 0 }
      m[q &+ QueueRecord.storage] = storage
    }
    m[q &+ QueueRecord.itemBytes] = itemBytes
    m[q &+ QueueRecord.capacity] = capacity
    return q
  }
  /// Ends a queue: who waits on it wakes with `.deleted`.
  public func deleteQueue(_ q: Address) {
    let mask = lock()
    wakeLocked(q &+ QueueRecord.senders, .max, UInt32(Wake.deleted.rawValue))
    wakeLocked(q &+ QueueRecord.receivers, .max, UInt32(Wake.deleted.rawValue))
    unlock(mask)
    free(memory[q &+ QueueRecord.storage])
    free(q)
  }
  /// Items in a queue.
  public func queueCount(_ q: Address) -> UInt32 { memory[q &+ QueueRecord.count] }

  /// Sends a copy of the item at `item`, to the front if asked. `.signalled` when it is in the queue.
  public func send(_ q: Address, _ item: Address, until deadline: Deadline, toFront: Bool = false) -> Wake {
    var mask = lock()
    let m = memory
    while true {
      let count = m[q &+ QueueRecord.count], capacity = m[q &+ QueueRecord.capacity]
      if count < capacity {
        var head = m[q &+ QueueRecord.head], at = head &+ count
        if toFront {
          head = head == 0 ? capacity &- 1 : head &- 1
          m[q &+ QueueRecord.head] = head
          at = head
        } else if at >= capacity {
          at &-= capacity
        }
        copy(m[q &+ QueueRecord.storage] &+ at &* m[q &+ QueueRecord.itemBytes], item, m[q &+ QueueRecord.itemBytes])
        m[q &+ QueueRecord.count] = count &+ 1
        wakeLocked(q &+ QueueRecord.receivers, 1, UInt32(Wake.signalled.rawValue))
        unlock(mask)
        return .signalled
      }
      if let end = pause(q &+ QueueRecord.senders, deadline, &mask) { return end }
    }
  }

  /// Replaces the item of a queue of one, or sends it. Never waits.
  public func overwrite(_ q: Address, _ item: Address) {
    let mask = lock(), m = memory
    let wasEmpty = m[q &+ QueueRecord.count] == 0
    copy(m[q &+ QueueRecord.storage] &+ m[q &+ QueueRecord.head] &* m[q &+ QueueRecord.itemBytes], item, m[q &+ QueueRecord.itemBytes])
    if wasEmpty {
      m[q &+ QueueRecord.count] = 1
      wakeLocked(q &+ QueueRecord.receivers, 1, UInt32(Wake.signalled.rawValue))
    }
    unlock(mask)
  }

  /// Takes the oldest item, or with `peek` a copy of it, into the bytes at `into`.
  public func receive(_ q: Address, _ into: Address, until deadline: Deadline, peek: Bool = false) -> Wake {
    var mask = lock()
    let m = memory
    while true {
      let count = m[q &+ QueueRecord.count]
      if count != 0 {
        let head = m[q &+ QueueRecord.head]
        copy(into, m[q &+ QueueRecord.storage] &+ head &* m[q &+ QueueRecord.itemBytes], m[q &+ QueueRecord.itemBytes])
        if peek {
          // The item is still there for the next one who waits.
          wakeLocked(q &+ QueueRecord.receivers, 1, UInt32(Wake.signalled.rawValue))
        } else {
          m[q &+ QueueRecord.head] = head &+ 1 == m[q &+ QueueRecord.capacity] ? 0 : head &+ 1
          m[q &+ QueueRecord.count] = count &- 1
          wakeLocked(q &+ QueueRecord.senders, 1, UInt32(Wake.signalled.rawValue))
        }
        unlock(mask)
        return .signalled
      }
      if let end = pause(q &+ QueueRecord.receivers, deadline, &mask) { return end }
    }
  }

  /// One round of waiting, lock held: nil to try again, or how the call ends (then the lock is released).
  private func pause(_ list: Address, _ deadline: Deadline, _ mask: inout UInt32) -> Wake? {
    if deadline == .now { unlock(mask); return .timedOut }
    let reason = block(on: list, until: deadline, &mask)
    if reason == UInt32(Wake.signalled.rawValue) || reason == Kernel.resumed { return nil }
    unlock(mask)
    return Wake(rawValue: UInt8(truncatingIfNeeded: reason))
  }

  private func copy(_ to: Address, _ from: Address, _ bytes: UInt32) {
    if bytes == 0 { return }
    memory.move(to, from: from, count: bytes)
    port.spend(Int32(bitPattern: min(10 &+ bytes, 1000)))
  }
}
