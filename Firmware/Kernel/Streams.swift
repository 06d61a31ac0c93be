import Port

/// A stream or message buffer's record: byte offsets.
enum StreamRecord {
  /// `makeRecord`.
  static var storage: UInt32 { 0 }
  /// Bytes it holds at most.
  static var capacity: UInt32 { 4 }
  /// A reader that found it empty wakes when this many bytes are there.
  static var trigger: UInt32 { 8 }
  static var flags: UInt32 { 12 }
  /// Index of the oldest byte; bytes in it.
  static var head: UInt32 { 16 }
  static var count: UInt32 { 20 }
  static var readers: UInt32 { 24 }
  static var writers: UInt32 { 32 }
  static var bytes: UInt32 { 40 }
}

/// Stream and message buffers: bytes from one writer to one reader at a time, each a task or an interrupt handler (with `.now`).
///
/// A message buffer keeps messages whole; each takes four bytes more. The bytes are copied outside the kernel lock: the writer alone
/// touches the free part, the reader alone the rest.
extension Kernel {
  private static var isMessage: UInt32 { 1 }
  private static var isBatch: UInt32 { 2 }
  private static var prefix: UInt32 { 4 }

  /// A stream buffer of `capacity` bytes, or 0. With `batch` a reader waits for more than `trigger - 1` bytes even if some are there.
  public func makeStream(capacity: UInt32, trigger: UInt32 = 1, batch: Bool = false) -> Address {
    if capacity == 0 || trigger > capacity { return 0 }
    return makeBuffer(capacity, max(trigger, 1), batch ? Kernel.isBatch : 0)
  }
  /// A message buffer of `capacity` bytes, prefixes included, or 0.
  public func makeMessageBuffer(capacity: UInt32) -> Address { capacity <= Kernel.prefix ? 0 : makeBuffer(capacity, 1, Kernel.isMessage) }
  private func makeBuffer(_ capacity: UInt32, _ trigger: UInt32, _ flags: UInt32) -> Address {
    let s = makeRecord(StreamRecord.bytes, storage: capacity), m = memory
    if s == 0 { return 0 }
    m[s &+ StreamRecord.capacity] = capacity
    m[s &+ StreamRecord.trigger] = trigger
    m[s &+ StreamRecord.flags] = flags
    return s
  }
  public func deleteStream(_ s: Address) { deleteRecord(s, StreamRecord.readers, StreamRecord.writers) }

  public func streamCount(_ s: Address) -> UInt32 { memory[s &+ StreamRecord.count] }
  public func streamRoom(_ s: Address) -> UInt32 { memory[s &+ StreamRecord.capacity] &- memory[s &+ StreamRecord.count] }
  /// False if the level does not fit the buffer.
  public func setTrigger(_ s: Address, _ level: UInt32) -> Bool {
    if level > memory[s &+ StreamRecord.capacity] { return false }
    memory[s &+ StreamRecord.trigger] = max(level, 1)
    return true
  }
  /// Empties a buffer that nobody waits on; false otherwise.
  public func resetStream(_ s: Address) -> Bool {
    let mask = lock(), m = memory
    let good = first(s &+ StreamRecord.readers) == 0 && first(s &+ StreamRecord.writers) == 0
    if good {
      m[s &+ StreamRecord.head] = 0
      m[s &+ StreamRecord.count] = 0
    }
    unlock(mask)
    return good
  }
  /// Length of the oldest message; 0 if there is none.
  public func nextMessageLength(_ s: Address) -> UInt32 {
    if memory[s &+ StreamRecord.count] < Kernel.prefix { return 0 }
    var length: UInt32 = 0, i: UInt32 = 0
    while i < Kernel.prefix {
      length |= UInt32(memory.byte(place(s, memory[s &+ StreamRecord.head] &+ i))) << (i &* 8)
      i &+= 1
    }
    return length
  }

  /// Writes `length` bytes from `from` and answers how many. A stream that has no room for all by the deadline takes what fits; a
  /// message is written whole or not at all (0).
  public func write(_ s: Address, _ from: Address, _ length: UInt32, until deadline: Deadline) -> UInt32 {
    let m = memory, message = m[s &+ StreamRecord.flags] & Kernel.isMessage != 0, capacity = m[s &+ StreamRecord.capacity]
    if message && (length > capacity || length &+ Kernel.prefix > capacity) { return 0 }
    let need = message ? length &+ Kernel.prefix : min(length, capacity)
    if length == 0 && !message { return 0 }
    var mask = lock()
    if !awaitLevel(s, deadline, &mask, list: StreamRecord.writers, { streamRoom(s) >= need }) { return 0 }
    let head = m[s &+ StreamRecord.head], count = m[s &+ StreamRecord.count], room = capacity &- count
    unlock(mask)
    if message && room < need { return 0 }
    var at = head &+ count
    if message {
      var i: UInt32 = 0
      while i < Kernel.prefix {
        m.setByte(place(s, at &+ i), UInt8(truncatingIfNeeded: length >> (i &* 8)))
        i &+= 1
      }
      at &+= Kernel.prefix
    }
    let n = message ? length : min(length, room)
    var done: UInt32 = 0
    while done < n {
      let start = (at &+ done) % capacity, piece = min(min(n &- done, capacity &- start), 256)
      m.move(m[s &+ StreamRecord.storage] &+ start, from: from &+ done, count: piece)
      port.spend(Int32(bitPattern: 10 &+ piece))
      done &+= piece
    }
    mask = lock()
    let there = m[s &+ StreamRecord.count] &+ n &+ (message ? Kernel.prefix : 0)
    m[s &+ StreamRecord.count] = there
    if there >= m[s &+ StreamRecord.trigger] { wakeLocked(s &+ StreamRecord.readers, 1, UInt32(Wake.signalled.rawValue)) }
    unlock(mask)
    return n
  }

  /// Reads up to `length` bytes, or the oldest message, into `into` and answers how many; 0 in vain. A message longer than `length` stays.
  public func read(_ s: Address, _ into: Address, _ length: UInt32, until deadline: Deadline) -> UInt32 {
    let m = memory, flags = m[s &+ StreamRecord.flags], message = flags & Kernel.isMessage != 0, capacity = m[s &+ StreamRecord.capacity]
    var mask = lock()
    let trigger = m[s &+ StreamRecord.trigger], least = flags & Kernel.isBatch != 0 ? trigger : 1
    // Who finds it empty sleeps until the trigger level; who finds something takes it.
    if m[s &+ StreamRecord.count] < least, !awaitLevel(s, deadline, &mask, list: StreamRecord.readers, { streamCount(s) >= trigger }) { return 0 }
    var head = m[s &+ StreamRecord.head]
    let there = m[s &+ StreamRecord.count]
    unlock(mask)
    if there == 0 { return 0 }
    var n = min(length, there), taken = n
    if message {
      n = nextMessageLength(s)
      if n > length { return 0 }
      taken = n &+ Kernel.prefix
      head &+= Kernel.prefix
    }
    var done: UInt32 = 0
    while done < n {
      let start = (head &+ done) % capacity, piece = min(min(n &- done, capacity &- start), 256)
      m.move(into &+ done, from: m[s &+ StreamRecord.storage] &+ start, count: piece)
      port.spend(Int32(bitPattern: 10 &+ piece))
      done &+= piece
    }
    mask = lock()
    m[s &+ StreamRecord.head] = (m[s &+ StreamRecord.head] &+ taken) % capacity
    m[s &+ StreamRecord.count] &-= taken
    wakeLocked(s &+ StreamRecord.writers, 1, UInt32(Wake.signalled.rawValue))
    unlock(mask)
    return n
  }

  private func place(_ s: Address, _ index: UInt32) -> Address { memory[s &+ StreamRecord.storage] &+ index % memory[s &+ StreamRecord.capacity] }

  /// Waits on one of the lists until `enough`, the deadline or an interruption; the lock is held before and after. False (and the
  /// lock released): the buffer is gone.
  private func awaitLevel(_ s: Address, _ deadline: Deadline, _ mask: inout UInt32, list: UInt32, _ enough: () -> Bool) -> Bool {
    while !enough() {
      if deadline == .now { return true }
      let reason = block(on: s &+ list, until: deadline, &mask)
      if reason == UInt32(Wake.deleted.rawValue) { unlock(mask); return false }
      if reason == UInt32(Wake.timedOut.rawValue) || reason == UInt32(Wake.interrupted.rawValue) { return true }
    }
    return true
  }
}
