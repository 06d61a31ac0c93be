import Port

/// Lists of tasks: two words (first, last) anywhere in memory, linked through the tasks' records. A task is in one list at most.
/// All under the kernel lock.
extension Kernel {
  /// Bytes of a list. All zero is an empty one.
  @inlinable public static var listBytes: UInt32 { 8 }

  @inline(__always) func first(_ list: Address) -> TaskHandle { memory[list] }

  /// Puts `t` behind `after` (0: in front of all).
  func insert(_ t: TaskHandle, in list: Address, after: TaskHandle) {
    let m = memory
    let next = after == 0 ? m[list] : m[after &+ TaskRecord.next]
    m[t &+ TaskRecord.prev] = after
    m[t &+ TaskRecord.next] = next
    m[t &+ TaskRecord.list] = list
    if after == 0 { m[list] = t } else { m[after &+ TaskRecord.next] = t }
    if next == 0 { m[list &+ 4] = t } else { m[next &+ TaskRecord.prev] = t }
  }

  @inline(__always) func append(_ t: TaskHandle, to list: Address) {
    let m = memory, last = m[list &+ 4]
    m[t &+ TaskRecord.prev] = last
    m[t &+ TaskRecord.next] = 0
    m[t &+ TaskRecord.list] = list
    m[list &+ 4] = t
    if last == 0 { m[list] = t } else { m[last &+ TaskRecord.next] = t }
  }

  /// Highest priority first, then first come first served.
  func insertByPriority(_ t: TaskHandle, in list: Address) {
    let m = memory, priority = m[t &+ TaskRecord.priority]
    var after = m[list &+ 4]
    while after != 0 && m[after &+ TaskRecord.priority] < priority {
      after = m[after &+ TaskRecord.prev]
      port.spend(6)
    }
    insert(t, in: list, after: after)
  }

  /// Takes `t` out of the list it is in, if any.
  func unlink(_ t: TaskHandle) {
    let m = memory, list = m[t &+ TaskRecord.list]
    if list == 0 { return }
    let next = m[t &+ TaskRecord.next], prev = m[t &+ TaskRecord.prev]
    if prev == 0 { m[list] = next } else { m[prev &+ TaskRecord.next] = next }
    if next == 0 { m[list &+ 4] = prev } else { m[next &+ TaskRecord.prev] = prev }
    m[t &+ TaskRecord.list] = 0
    if next | prev != 0 { return }
    // Only one of the ready lists has an empty one's bit.
    let ready = list &- (state &+ KernelRecord.ready(0))
    if ready < Kernel.priorities &* 8 { m[state &+ KernelRecord.readyBits] &= ~(1 &<< (ready &>> 3)) }
  }

  /// Takes a ready task out of its list.
  @inline(__always) func unlist(_ t: TaskHandle) {
    let m = memory, list = m[t &+ TaskRecord.list], next = m[t &+ TaskRecord.next], prev = m[t &+ TaskRecord.prev]
    m[t &+ TaskRecord.list] = 0
    if prev == 0 { m[list] = next } else { m[prev &+ TaskRecord.next] = next }
    if next == 0 { m[list &+ 4] = prev } else { m[next &+ TaskRecord.prev] = prev }
    if next | prev == 0 { m[state &+ KernelRecord.readyBits] &= ~(1 &<< m[t &+ TaskRecord.priority]) }
  }
  /// In front of all.
  @inline(__always) func prepend(_ t: TaskHandle, to list: Address) {
    let m = memory, next = m[list]
    m[t &+ TaskRecord.prev] = 0
    m[t &+ TaskRecord.next] = next
    m[t &+ TaskRecord.list] = list
    m[list] = t
    if next == 0 { m[list &+ 4] = t } else { m[next &+ TaskRecord.prev] = t }
  }

  /// Puts a task into the ready list of its priority.
  func enlist(_ t: TaskHandle, inFront: Bool) {
    let m = memory, priority = m[t &+ TaskRecord.priority]
    let list = state &+ KernelRecord.ready(priority)
    if inFront { prepend(t, to: list) } else { append(t, to: list) }
    m[state &+ KernelRecord.readyBits] |= 1 &<< priority
  }
}
