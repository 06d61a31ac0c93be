import Port

/// A queue's record: byte offsets. Items are copied in and out.
enum QueueRecord {
  /// `makeRecord`.
  static var storage: UInt32 { 0 }
  static var itemBytes: UInt32 { 4 }
  static var capacity: UInt32 { 8 }
  static var count: UInt32 { 12 }
  /// Index of the oldest item.
  static var head: UInt32 { 16 }
  static var senders: UInt32 { 20 }
  static var receivers: UInt32 { 28 }
  /// The queue set it belongs to, or 0.
  static var set: UInt32 { 36 }
  /// Its own address: the item that goes to the set.
  static var own: UInt32 { 40 }
  static var bytes: UInt32 { 44 }
}

/// `TaskRecord.waitFlags` of a task that waits for a queue.
enum QueueWait {
  static var toFront: UInt32 { 1 }
  static var peek: UInt32 { 2 }
}

/// Queues. With items of 0 bytes a queue is a counting semaphore: send gives, receive takes.
///
/// An item goes straight to the most urgent receiver that waits, and the item of the most urgent sender that waits into the room that a receiver makes:
/// nobody overtakes who came first, and a task that is deleted or suspended right after it was served takes nothing from the others.
/// With `.now` as deadline no call waits, so it may be made from an interrupt handler.
extension Kernel {
  /// A queue of `capacity` items, or 0 when there is no memory.
  public func makeQueue(capacity: UInt32, itemBytes: UInt32) -> Address {
    let (bytes, over) = capacity.multipliedReportingOverflow(by: itemBytes)
    if over || capacity == 0 { return 0 }
    let q = makeRecord(QueueRecord.bytes, storage: bytes), m = memory
    if q == 0 { return 0 }
    m[q &+ QueueRecord.itemBytes] = itemBytes
    m[q &+ QueueRecord.capacity] = capacity
    m[q &+ QueueRecord.own] = q
    return q
  }
  /// Ends a queue: who waits on it wakes with `.deleted`.
  public func deleteQueue(_ q: Address) { deleteRecord(q, QueueRecord.senders, QueueRecord.receivers) }
  /// Items in a queue; room for more.
  public func queueCount(_ q: Address) -> UInt32 { memory[q &+ QueueRecord.count] }
  public func queueRoom(_ q: Address) -> UInt32 { memory[q &+ QueueRecord.capacity] &- memory[q &+ QueueRecord.count] }

  /// Sends a copy of the item at `item`, to the front if asked. `.signalled` when a receiver has it or it is in the queue.
  public func send(_ q: Address, _ item: Address, until deadline: Deadline, toFront: Bool = false) -> Wake {
    var mask = lock()
    port.spend(50)
    while true {
      if sendLocked(q, item, toFront) { unlock(mask); return .signalled }
      if deadline == .now { unlock(mask); return .timedOut }
      let reason = block(on: q &+ QueueRecord.senders, until: deadline, &mask, item, toFront ? QueueWait.toFront : 0)
      if reason != Kernel.resumed { unlock(mask); return end(reason) }
    }
  }

  /// Replaces the item of a queue of one, or sends it. Never waits.
  public func overwrite(_ q: Address, _ item: Address) {
    let mask = lock(), m = memory
    if m[q &+ QueueRecord.count] == 0 {
      _ = sendLocked(q, item, false)
    } else {
      copy(m[q &+ QueueRecord.storage] &+ m[q &+ QueueRecord.head] &* m[q &+ QueueRecord.itemBytes], item, m[q &+ QueueRecord.itemBytes])
    }
    unlock(mask)
  }

  /// Takes the oldest item, or with `peek` a copy of it, into the bytes at `into`.
  public func receive(_ q: Address, _ into: Address, until deadline: Deadline, peek: Bool = false) -> Wake {
    var mask = lock()
    port.spend(50)
    while true {
      if receiveLocked(q, into, peek) { unlock(mask); return .signalled }
      if deadline == .now { unlock(mask); return .timedOut }
      let reason = block(on: q &+ QueueRecord.receivers, until: deadline, &mask, into, peek ? QueueWait.peek : 0)
      if reason != Kernel.resumed { unlock(mask); return end(reason) }
    }
  }

  /// Empties a queue; what senders wait to send goes in.
  public func resetQueue(_ q: Address) {
    let mask = lock(), m = memory
    m[q &+ QueueRecord.count] = 0
    m[q &+ QueueRecord.head] = 0
    while m[q &+ QueueRecord.count] < m[q &+ QueueRecord.capacity] && admit(q) {}
    unlock(mask)
  }

  // MARK: semaphores

  /// A counting semaphore of at most `most`, `initial` of them there; with 1 a binary one. 0 when there is no memory.
  public func makeSemaphore(most: UInt32, initial: UInt32) -> Address {
    let q = makeQueue(capacity: most, itemBytes: 0)
    if q != 0 { memory[q &+ QueueRecord.count] = min(initial, most) }
    return q
  }
  /// Gives a semaphore; false if it is full.
  @discardableResult
  public func give(_ semaphore: Address) -> Bool { send(semaphore, 0, until: .now) == .signalled }
  public func take(_ semaphore: Address, until deadline: Deadline) -> Wake { receive(semaphore, 0, until: deadline) }

  // MARK: sets

  /// A set of queues and semaphores that a task can wait for together. `capacity`: the sum of its members' capacities.
  public func makeQueueSet(capacity: UInt32) -> Address { makeQueue(capacity: capacity, itemBytes: 4) }
  /// Adds an empty queue or semaphore that is in no set; false otherwise.
  public func addToSet(_ q: Address, _ set: Address) -> Bool {
    let mask = lock(), m = memory
    let good = m[q &+ QueueRecord.set] == 0 && m[q &+ QueueRecord.count] == 0
    if good { m[q &+ QueueRecord.set] = set }
    unlock(mask)
    return good
  }
  /// Takes an empty member out of its set; false if it is no member or has items.
  public func removeFromSet(_ q: Address, _ set: Address) -> Bool {
    let mask = lock(), m = memory
    let good = m[q &+ QueueRecord.set] == set && m[q &+ QueueRecord.count] == 0
    if good { m[q &+ QueueRecord.set] = 0 }
    unlock(mask)
    return good
  }
  /// Waits until a member has an item and answers which, in the order in which the items came; 0 in vain. Take one item of it then.
  public func select(_ set: Address, until deadline: Deadline) -> Address {
    var mask = lock()
    let m = memory
    while true {
      // A member that somebody emptied without asking the set does not count.
      while m[set &+ QueueRecord.count] != 0 {
        let q = m[m[set &+ QueueRecord.storage] &+ m[set &+ QueueRecord.head] &* 4]
        drop(set)
        if m[q &+ QueueRecord.count] != 0 { unlock(mask); return q }
      }
      if deadline == .now { unlock(mask); return 0 }
      let into = current(port.core) &+ TaskRecord.waitValue
      let reason = block(on: set &+ QueueRecord.receivers, until: deadline, &mask, into)
      if reason == UInt32(Wake.signalled.rawValue) {
        let q = m[into]
        if m[q &+ QueueRecord.count] != 0 { unlock(mask); return q }
      } else if reason != Kernel.resumed {
        unlock(mask)
        return 0
      }
    }
  }

  // MARK: under the lock

  /// Sends if it can be done at once.
  private func sendLocked(_ q: Address, _ item: Address, _ toFront: Bool) -> Bool {
    let m = memory, bytes = m[q &+ QueueRecord.itemBytes]
    // Who waits finds the queue empty. Those that only look come first if they are more urgent or came first.
    while true {
      let t = first(q &+ QueueRecord.receivers)
      if t == 0 { break }
      copy(m[t &+ TaskRecord.waitAddress], item, bytes)
      let looks = m[t &+ TaskRecord.waitFlags] & QueueWait.peek != 0
      unblock(t, UInt32(Wake.signalled.rawValue))
      if !looks { return true }
    }
    if m[q &+ QueueRecord.count] >= m[q &+ QueueRecord.capacity] { return false }
    store(q, item, toFront)
    return true
  }
  private func receiveLocked(_ q: Address, _ into: Address, _ peek: Bool) -> Bool {
    let m = memory
    if m[q &+ QueueRecord.count] == 0 { return false }
    let head = m[q &+ QueueRecord.head], bytes = m[q &+ QueueRecord.itemBytes]
    copy(into, m[q &+ QueueRecord.storage] &+ head &* bytes, bytes)
    if peek { return true }
    drop(q)
    _ = admit(q)
    return true
  }
  /// Takes the oldest item out.
  private func drop(_ q: Address) {
    let m = memory, next = m[q &+ QueueRecord.head] &+ 1
    m[q &+ QueueRecord.head] = next == m[q &+ QueueRecord.capacity] ? 0 : next
    m[q &+ QueueRecord.count] &-= 1
  }
  /// Lets the most urgent waiting sender's item into a queue that has room; false if nobody waits.
  private func admit(_ q: Address) -> Bool {
    let t = first(q &+ QueueRecord.senders), m = memory
    if t == 0 { return false }
    store(q, m[t &+ TaskRecord.waitAddress], m[t &+ TaskRecord.waitFlags] & QueueWait.toFront != 0)
    unblock(t, UInt32(Wake.signalled.rawValue))
    return true
  }
  /// Puts an item into a queue that has room, and tells its set.
  private func store(_ q: Address, _ item: Address, _ toFront: Bool) {
    let m = memory, bytes = m[q &+ QueueRecord.itemBytes], count = m[q &+ QueueRecord.count], capacity = m[q &+ QueueRecord.capacity]
    var head = m[q &+ QueueRecord.head], at = head &+ count
    if toFront {
      head = head == 0 ? capacity &- 1 : head &- 1
      m[q &+ QueueRecord.head] = head
      at = head
    } else if at >= capacity {
      at &-= capacity
    }
    copy(m[q &+ QueueRecord.storage] &+ at &* bytes, item, bytes)
    m[q &+ QueueRecord.count] = count &+ 1
    let set = m[q &+ QueueRecord.set]
    if set != 0 { _ = sendLocked(set, q &+ QueueRecord.own, false) }
  }

  private func copy(_ to: Address, _ from: Address, _ bytes: UInt32) {
    if bytes == 0 { return }
    memory.move(to, from: from, count: bytes)
    port.spend(Int32(bitPattern: min(10 &+ bytes, 1000)))
  }
}
