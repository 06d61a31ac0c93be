import Drivers
import Kernel
import Port
import Python

// `_thread.lock` and `_thread.RLock`. A lock is an ordinary object; the threads that wait for it are linked through their records, which do not move. All this
// happens with the interpreter in hand. A released lock goes straight to the most urgent waiter, among equals to the one that came first.

//@type lock module=_thread
//@type RLock module=_thread
//@const _thread:LockType lock
//@qstr blocking timeout

/// Fields: times it is locked; first waiter's record / 4 (0: none); owner's record / 4.
private enum LockField {
  static var count: UInt32 { 0 }
  static var waiters: UInt32 { 1 }
  static var owner: UInt32 { 2 }
}

extension VM {
  borrowing func lockCount(_ lock: Slot) -> Int32 { field(lock, LockField.count) }
  /// Record of the thread that locked it.
  borrowing func lockOwner(_ lock: Slot) -> Address { UInt32(bitPattern: field(lock, LockField.owner)) &* 4 }
  borrowing func setLock(_ lock: Slot, count: Int32, owner: Address) {
    setField(lock, LockField.count, count)
    setField(lock, LockField.owner, Int32(owner / 4))
  }
  private borrowing func firstWaiter(_ lock: Slot) -> Address { UInt32(bitPattern: field(lock, LockField.waiters)) &* 4 }
  private borrowing func priority(_ thread: Address) -> UInt32 { board().kernel.priority(of: memory[thread &+ Thread.task]) }

  private borrowing func enqueue(_ lock: Slot) {
    let m = memory, mine = priority(thread)
    var before: Address = 0, next = firstWaiter(lock)
    while next != 0 && priority(next) >= mine { before = next; next = m[next &+ Thread.waitNext] }
    m[thread &+ Thread.waitNext] = next
    if before == 0 { setField(lock, LockField.waiters, Int32(thread / 4)) } else { m[before &+ Thread.waitNext] = thread }
    m[thread &+ Thread.granted] = 0
    m[thread &+ Thread.waitSlot] = lock.address
  }
  private borrowing func dequeue(_ lock: Slot, _ who: Address) {
    let m = memory
    var before: Address = 0, next = firstWaiter(lock)
    while next != 0 && next != who { before = next; next = m[next &+ Thread.waitNext] }
    if next == 0 { return }
    let after = m[who &+ Thread.waitNext]
    if before == 0 { setField(lock, LockField.waiters, Int32(after / 4)) } else { m[before &+ Thread.waitNext] = after }
    m[who &+ Thread.waitSlot] = 0
  }

  /// Locks a free lock, or waits for it until the deadline: false then. What interrupts the wait (Ctrl-C, a callback's exception) leaves the lock as it is.
  mutating func acquire(_ lock: Slot, until deadline: Deadline) throws(Raise) -> Bool {
    if lockCount(lock) == 0 { setLock(lock, count: 1, owner: thread); return true }
    if deadline == .now { return false }
    let kernel = board().kernel, m = memory
    let s = slot()
    copy(s, lock)
    enqueue(s)
    while true {
      m[thread &+ Thread.wake] = 0
      if m[thread &+ Thread.granted] != 0 { return true }
      do throws(Raise) { try yieldPoint() } catch {
        if m[thread &+ Thread.granted] != 0 { unlockLock(s) } else { dequeue(s, thread) }
        throw error
      }
      if m[thread &+ Thread.granted] != 0 { return true }
      if deadline != .never && kernel.now >= deadline.microseconds {
        dequeue(s, thread)
        return false
      }
      sleepUnlessWoken(until: deadline)
    }
  }
  /// Unlocks a locked lock: free, or the next one's.
  borrowing func unlockLock(_ lock: Slot) {
    let next = firstWaiter(lock)
    if next == 0 { setLock(lock, count: 0, owner: 0); return }
    dequeue(lock, next)
    setLock(lock, count: 1, owner: next)
    memory[next &+ Thread.granted] = 1
    wakeThread(next)
  }
  /// A thread that was ended while it waited for a lock waits no more.
  public borrowing func forgetWaiter(_ who: Address) {
    let s = memory[who &+ Thread.waitSlot]
    if s != 0 { dequeue(Slot(s), who) }
  }

  /// `acquire(blocking=True, timeout=-1)` from argument `first` on.
  mutating func lockDeadline(_ a: Args) throws(Raise) -> Deadline {
    let b = try bind(a, from: 1, positional: 2, [Q.blocking, Q.timeout])
    let blocking = b[0].address == 0 ? true : try truth(b[0])
    if b[1].address == 0 { return blocking ? .never : .now }
    let timeout = try toDouble(b[1])
    if !blocking {
      if timeout != -1 { throw raise(.ValueError, "can't specify a timeout for a non-blocking call") }
      return .now
    }
    if timeout == -1 { return .never }
    if !(timeout >= 0) { throw raise(.ValueError, "timeout value must be a non-negative number") }
    if timeout > 4_294_967 { throw raise(.OverflowError, "timeout value is too large") }
    return timeout == 0 ? .now : board().kernel.after(microseconds: UInt64(timeout * 1e6 + 0.5))
  }
  mutating func lockRepr(_ o: Slot, _ out: Slot, recursive: Bool) throws(Raise) {
    let t = slot(), id = slot()
    try newBuilder(t)
    let locked = lockCount(o) != 0
    try append(t, locked ? "<locked _thread." : "<unlocked _thread.")
    try append(t, recursive ? "RLock object" : "lock object")
    if recursive {
      try append(t, " owner=")
      try append(t, decimal: lockOwner(o))
      try append(t, " count=")
      try append(t, decimal: UInt32(bitPattern: lockCount(o)))
    }
    try append(t, " at 0x")
    try identity(o, id)
    try append(t, hexadecimal: self(id).value.isInt ? UInt32(bitPattern: self(id).value.int) : 0)
    try append(t, ">")
    try finish(t, Kind.str, out)
  }
}

extension VM {
  /// Appends a number in lower-case hexadecimal.
  mutating func append(_ builder: Slot, hexadecimal n: UInt32) throws(Raise) {
    if n >= 16 { try append(builder, hexadecimal: n >> 4) }
    let d = UInt8(n & 15)
    try append(builder, byte: d < 10 ? 48 &+ d : 87 &+ d)
  }
}

//@native _thread:allocate_lock 0 0
//@native _thread:allocate 0 0
func threadAllocateLock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  try vm.newObject(ModuleType.lock, fields: 3, o)
  var i: UInt32 = 0
  while i < 3 { vm.setField(o, i, 0); i &+= 1 }
  vm.copy(out, o)
}
//@native lock.__new__ 1 1
func lockNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try threadAllocateLock(&vm, a, out) }
//@native lock.acquire 1 3 kw
//@native lock.acquire_lock 1 3 kw
func lockAcquire(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let deadline = try vm.lockDeadline(a)
  vm.set(out, .bool(try vm.acquire(a[0], until: deadline)))
}
//@native lock.__enter__ 1 1
func lockEnter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .bool(try vm.acquire(a[0], until: .never))) }
//@native lock.release 1 1
//@native lock.release_lock 1 1
//@native lock.__exit__ 1 4
func lockRelease(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.lockCount(a[0]) == 0 { throw vm.raise(.RuntimeError, "release unlocked lock") }
  vm.unlockLock(a[0])
  vm.set(out, .none)
}
//@native lock.locked 1 1
//@native lock.locked_lock 1 1
//@native RLock.locked 1 1
func lockLocked(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .bool(vm.lockCount(a[0]) != 0)) }
//@native lock.__repr__ 1 1
func lockReprNative(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.lockRepr(a[0], out, recursive: false) }

//@native RLock.__new__ 1 1
func rlockNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  try vm.newObject(ModuleType.RLock, fields: 3, o)
  var i: UInt32 = 0
  while i < 3 { vm.setField(o, i, 0); i &+= 1 }
  vm.copy(out, o)
}
extension VM {
  mutating func acquireRecursive(_ o: Slot, _ deadline: Deadline) throws(Raise) -> Bool {
    if lockCount(o) != 0 && lockOwner(o) == thread {
      setField(o, 0, lockCount(o) &+ 1)
      return true
    }
    return try acquire(o, until: deadline)
  }
}
//@native RLock.acquire 1 3 kw
func rlockAcquire(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let deadline = try vm.lockDeadline(a)
  vm.set(out, .bool(try vm.acquireRecursive(a[0], deadline)))
}
//@native RLock.__enter__ 1 1
func rlockEnter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .bool(try vm.acquireRecursive(a[0], .never))) }
//@native RLock.release 1 1
//@native RLock.__exit__ 1 4
func rlockRelease(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.lockCount(a[0]) == 0 || vm.lockOwner(a[0]) != vm.thread { throw vm.raise(.RuntimeError, "cannot release un-acquired lock") }
  if vm.lockCount(a[0]) > 1 { vm.setField(a[0], 0, vm.lockCount(a[0]) &- 1) } else { vm.unlockLock(a[0]) }
  vm.set(out, .none)
}
//@native RLock._is_owned 1 1
func rlockIsOwned(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, .bool(vm.lockCount(a[0]) != 0 && vm.lockOwner(a[0]) == vm.thread))
}
/// Unlocks it however often it is locked; answers what `_acquire_restore` needs.
//@native RLock._release_save 1 1
func rlockReleaseSave(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = vm.lockCount(a[0])
  if count == 0 || vm.lockOwner(a[0]) != vm.thread { throw vm.raise(.RuntimeError, "cannot release un-acquired lock") }
  vm.unlockLock(a[0])
  vm.set(out, Value(int: count))
}
//@native RLock._acquire_restore 2 2
func rlockAcquireRestore(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = try vm.toInt32(a[1])
  _ = try vm.acquire(a[0], until: .never)
  vm.setField(a[0], 0, count)
  vm.set(out, .none)
}
//@native RLock.__repr__ 1 1
func rlockRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.lockRepr(a[0], out, recursive: true) }
