import Drivers
import Kernel
import Port
import Python

// Module `rtos`: the kernel's own objects. Unlike those of `threading` they may be used from interrupt handlers (with a time-out of 0), lend priority, and
// wake who waits in the order of priority. What is sent through a queue is kept alive by a handle; numbers, interned strings and None need none.

//@module rtos
//@type Queue module=rtos as=RTOSQueue
//@type Semaphore module=rtos as=RTOSSemaphore
//@type Mutex module=rtos as=RTOSMutex
//@type EventGroup module=rtos as=RTOSEventGroup
//@qstr front most initial slot clear_on_entry clear_on_exit action

/// Fields of all of them: address of the kernel's object / 4 (0: deleted).
enum RTOSField {
  static var object: UInt32 { 0 }
  static var count: UInt32 { 1 }
}

extension VM {
  /// The kernel's object behind `self`.
  mutating func rtos(_ o: Slot) throws(Raise) -> Address {
    let a = UInt32(bitPattern: field(o, RTOSField.object)) &* 4
    if a == 0 { throw raise(.RuntimeError, "deleted") }
    return a
  }
  /// A new object around one of the kernel's, which goes with it.
  mutating func newRTOS(_ type: UInt32, fields: UInt32 = RTOSField.count, _ out: Slot, _ make: (Kernel) -> Address) throws(Raise) {
    let o = slot()
    try newObject(type, fields: fields, o)
    var i: UInt32 = 0
    while i < fields { setField(o, i, 0); i &+= 1 }
    reapRTOS()
    var a = make(board().kernel)
    if a == 0 {
      // Objects that nobody has any more may hold it.
      collect()
      reapRTOS()
      a = make(board().kernel)
    }
    if a == 0 { throw raise(errno: Errno.noMemory) }
    setField(o, RTOSField.object, Int32(a / 4))
    do throws(Raise) { try addFinaliser(o) } catch {
      deleteRTOS(o)
      throw error
    }
    copy(out, o)
  }
  /// Frees what belonged to objects that are gone; at the interpreter's end to all of them.
  public mutating func reapRTOS(all: Bool = false) { releaseUnused(all: all) }
  /// Deletes the kernel's object: who waits for it wakes.
  mutating func deleteRTOS(_ o: Slot) {
    if !self(o).isKind(Kind.object) { return }
    let a = UInt32(bitPattern: field(o, RTOSField.object)) &* 4, kernel = board().kernel
    if a == 0 { return }
    setField(o, RTOSField.object, 0)
    #if !WithoutSeveralInterpreters
    if isModuleObject(o, ModuleType.InterpreterQueue) { return board().releaseQueue(a) }
    #endif
    if isModuleObject(o, ModuleType.RTOSQueue) {
      // Items keep their objects alive no longer.
      let item = slots(2)
      while kernel.receive(a, item.address, until: .now) == .signalled { dropItem(item) }
      kernel.deleteQueue(a)
    } else if isModuleObject(o, ModuleType.RTOSSemaphore) {
      kernel.deleteQueue(a)
    } else if isModuleObject(o, ModuleType.RTOSMutex) {
      kernel.deleteMutex(a)
    } else if isModuleObject(o, ModuleType.RTOSEventGroup) {
      kernel.deleteEventGroup(a)
    } else if isModuleObject(o, ModuleType.RTOSTimer) {
      deleteRTOSTimer(o, a)
    }
  }

  /// A call of the kernel that may wait: other threads run meanwhile; Ctrl-C and callbacks come through, then it waits on.
  mutating func kernelWait(until deadline: Deadline, _ body: (Kernel) -> Wake) throws(Raise) -> Wake {
    let kernel = board().kernel
    if deadline == .now { return body(kernel) }
    while true {
      memory[thread &+ Thread.wake] = 0
      try yieldPoint()
      let word = thread &+ Thread.wake
      let wake = waiting {
        kernel.waitsEnd(at: word)
        let wake = body(kernel)
        kernel.waitsEnd(at: 0)
        return wake
      }
      switch wake {
      case .interrupted: continue
      case .deleted: throw raise(.RuntimeError, "deleted")
      default: return wake
      }
    }
  }
  /// A time-out in seconds: absent or None is for ever.
  mutating func rtosDeadline(_ s: Slot) throws(Raise) -> Deadline {
    if !given(s) { return .never }
    let t = try toDouble(s)
    if !(t >= 0) { throw raise(.ValueError, "timeout must be non-negative") }
    return t == 0 ? .now : t > 1e12 ? .never : board().kernel.after(microseconds: UInt64(t * 1e6 + 0.5))
  }

  // MARK: items: two words, 0 and a value that is no object, or 1 and a handle

  fileprivate mutating func newItem(_ value: Slot, _ item: Slot) throws(Raise) {
    if self(value).isObject {
      let h = try newHandle(value)
      set(item, Value(int: 1))
      set(item.up(1), Value(int: Int32(h)))
    } else {
      set(item, Value(int: 0))
      copy(item.up(1), value)
    }
  }
  fileprivate borrowing func itemValue(_ item: Slot, _ out: Slot) {
    if self(item).value.int == 1 { handle(UInt32(self(item.up(1)).value.int), out) } else { copy(out, item.up(1)) }
  }
  fileprivate borrowing func dropItem(_ item: Slot) { if self(item).value.int == 1 { dropHandle(UInt32(self(item.up(1)).value.int)) } }
}

// MARK: Queue

/// `Queue(capacity)`
//@native Queue.__new__ 2 2
func rtosQueueNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[1])
  if n < 1 { throw vm.raise(.ValueError, "capacity must be positive") }
  try vm.newRTOS(ModuleType.RTOSQueue, out) { $0.makeQueue(capacity: UInt32(n), itemBytes: 8) }
}
/// `send(item, timeout=None, front=False)`: False if there was no room in time.
//@native Queue.send 2 4 kw
func rtosQueueSend(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 2, positional: 2, [Q.timeout, Q.front])
  let front = b[1].address != 0 ? try vm.truth(b[1]) : false
  let deadline = try vm.rtosDeadline(b[0]), q = try vm.rtos(a[0]), item = vm.slots(2)
  try vm.newItem(a[1], item)
  let wake: Wake
  do throws(Raise) { wake = try vm.kernelWait(until: deadline) { $0.send(q, item.address, until: deadline, toFront: front) } } catch {
    vm.dropItem(item)
    throw error
  }
  if wake != .signalled { vm.dropItem(item) }
  vm.set(out, .bool(wake == .signalled))
}
extension VM {
  fileprivate mutating func receiveItem(_ a: Args, _ out: Slot, peek: Bool) throws(Raise) {
    let b = try bind(a, from: 1, positional: 2, [Q.timeout, Q.`default`])
    let deadline = try rtosDeadline(b[0]), q = try rtos(a[0]), item = slots(2), value = slot()
    let wake = try kernelWait(until: deadline) { $0.receive(q, item.address, until: deadline, peek: peek) }
    if wake != .signalled {
      if b[1].address != 0 { copy(value, b[1]); copy(out, value) } else { set(out, .none) }
      return
    }
    itemValue(item, value)
    if !peek { dropItem(item) }
    copy(out, value)
  }
}
/// `receive(timeout=None, default=None)`: the oldest item; the default if none came in time.
//@native Queue.receive 1 3 kw
func rtosQueueReceive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.receiveItem(a, out, peek: false) }
/// The same, and the item stays.
//@native Queue.peek 1 3 kw
func rtosQueuePeek(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.receiveItem(a, out, peek: true) }
/// Replaces the item of a queue of one.
//@native Queue.overwrite 2 2
func rtosQueueOverwrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let q = try vm.rtos(a[0]), item = vm.slots(2), old = vm.slots(2), kernel = vm.board().kernel
  if kernel.queueRoom(q) &+ kernel.queueCount(q) != 1 { throw vm.raise(.ValueError, "overwrite needs a queue of capacity 1") }
  try vm.newItem(a[1], item)
  if kernel.receive(q, old.address, until: .now) == .signalled { vm.dropItem(old) }
  kernel.overwrite(q, item.address)
  vm.set(out, .none)
}
//@native Queue.reset 1 1
func rtosQueueReset(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let q = try vm.rtos(a[0]), item = vm.slots(2), kernel = vm.board().kernel
  var left = kernel.queueCount(q)
  while left > 0, kernel.receive(q, item.address, until: .now) == .signalled { vm.dropItem(item); left &-= 1 }
  vm.set(out, .none)
}
//@native Queue.__len__ 1 1
func rtosQueueCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let q = try vm.rtos(a[0])
  vm.set(out, Value(int: Int32(vm.board().kernel.queueCount(q))))
}
/// Room for more items.
//@native Queue.room 1 1
func rtosQueueRoom(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let q = try vm.rtos(a[0])
  vm.set(out, Value(int: Int32(vm.board().kernel.queueRoom(q))))
}

/// Ends the kernel's object: who waits for it gets RuntimeError.
//@native Queue.delete 1 1
//@native Semaphore.delete 1 1
//@native Mutex.delete 1 1
//@native EventGroup.delete 1 1
func rtosDelete(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.deleteRTOS(a[0])
  vm.set(out, .none)
}

// MARK: Semaphore

/// `Semaphore(most=1, initial=0)`
//@native Semaphore.__new__ 1 3 kw
func rtosSemaphoreNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 2, [Q.most, Q.initial])
  let most = try vm.int(b[0], default: 1), initial = try vm.int(b[1], default: 0)
  if most < 1 || initial < 0 || initial > most { throw vm.raise(.ValueError, "0 <= initial <= most expected, most at least 1") }
  try vm.newRTOS(ModuleType.RTOSSemaphore, out) { $0.makeSemaphore(most: UInt32(most), initial: UInt32(initial)) }
}
//@native Semaphore.take 1 2 kw
func rtosSemaphoreTake(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.timeout])
  let deadline = try vm.rtosDeadline(b[0]), s = try vm.rtos(a[0])
  let wake = try vm.kernelWait(until: deadline) { $0.take(s, until: deadline) }
  vm.set(out, .bool(wake == .signalled))
}
/// False if it is full.
//@native Semaphore.give 1 1
func rtosSemaphoreGive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = try vm.rtos(a[0])
  vm.set(out, .bool(vm.board().kernel.give(s)))
}
//@native Semaphore.count 1 1
func rtosSemaphoreCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = try vm.rtos(a[0])
  vm.set(out, Value(int: Int32(vm.board().kernel.queueCount(s))))
}

// MARK: Mutex

/// `Mutex()`: recursive, lends the priority of who waits to who has it.
//@native Mutex.__new__ 1 1
func rtosMutexNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newRTOS(ModuleType.RTOSMutex, out) { $0.makeMutex() } }
//@native Mutex.lock 1 2 kw
//@native Mutex.__enter__ 1 1
func rtosMutexLock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 1, [Q.timeout])
  let deadline = try vm.rtosDeadline(b[0]), m = try vm.rtos(a[0])
  let wake = try vm.kernelWait(until: deadline) { $0.lock(m, until: deadline, recursive: true) }
  vm.set(out, .bool(wake == .signalled))
}
//@native Mutex.unlock 1 1
//@native Mutex.__exit__ 1 4
func rtosMutexUnlock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let m = try vm.rtos(a[0])
  if !vm.board().kernel.unlock(mutex: m) { throw vm.raise(.RuntimeError, "cannot unlock a mutex of another thread") }
  vm.set(out, .none)
}
/// The number of the thread that has it, or None.
//@native Mutex.owner 1 1
func rtosMutexOwner(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let m = try vm.rtos(a[0]), task = vm.board().kernel.owner(ofMutex: m)
  var t = vm.memory[vm.state &+ State.threads]
  while t != 0 && vm.memory[t &+ Thread.task] != task { t = vm.memory[t &+ Thread.next] }
  if task == 0 || t == 0 { vm.set(out, .none) } else { vm.set(out, Value(int: Int32(t))) }
}

// MARK: EventGroup

//@native EventGroup.__new__ 1 1
func rtosEventsNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newRTOS(ModuleType.RTOSEventGroup, out) { $0.makeEventGroup() } }
extension VM {
  fileprivate mutating func bits(_ s: Slot) throws(Raise) -> UInt32 {
    let n = try toInt64(s)
    if n < 0 || n > 0xffff_ffff { throw raise(.ValueError, "32 bits expected") }
    return UInt32(n)
  }
  fileprivate mutating func newBits(_ n: UInt32, _ out: Slot) throws(Raise) { try newInt(Int64(n), out) }
}
/// Sets bits; answers what is left after those who waited took theirs.
//@native EventGroup.set 2 2
func rtosEventsSet(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let g = try vm.rtos(a[0]), bits = try vm.bits(a[1])
  try vm.newBits(vm.board().kernel.setBits(g, bits), out)
}
/// Clears bits; answers what was set before.
//@native EventGroup.clear 2 2
func rtosEventsClear(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let g = try vm.rtos(a[0]), bits = try vm.bits(a[1])
  try vm.newBits(vm.board().kernel.clearBits(g, bits), out)
}
//@native EventGroup.get 1 1
func rtosEventsGet(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let g = try vm.rtos(a[0])
  try vm.newBits(vm.board().kernel.eventBits(g), out)
}
/// `wait(bits, all=False, clear=False, timeout=None)`: the bits when the condition held (before clearing), or at the time-out: look at them.
//@native EventGroup.wait 2 5 kw
func rtosEventsWait(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 2, positional: 3, [Q.all, Q.clear, Q.timeout])
  let all = b[0].address != 0 ? try vm.truth(b[0]) : false, clear = b[1].address != 0 ? try vm.truth(b[1]) : false
  let deadline = try vm.rtosDeadline(b[2]), g = try vm.rtos(a[0]), bits = try vm.bits(a[1])
  if bits == 0 { throw vm.raise(.ValueError, "no bits to wait for") }
  var value: UInt32 = 0
  _ = try vm.kernelWait(until: deadline) {
    let r = $0.waitBits(g, bits, all: all, clear: clear, until: deadline)
    value = r.bits
    return r.wake
  }
  try vm.newBits(value, out)
}
/// `sync(set, bits, timeout=None)`: a rendezvous: sets bits, waits for all of the others, which are cleared then.
//@native EventGroup.sync 3 4 kw
func rtosEventsSync(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 3, positional: 1, [Q.timeout])
  let deadline = try vm.rtosDeadline(b[0]), g = try vm.rtos(a[0]), set = try vm.bits(a[1]), bits = try vm.bits(a[2])
  var value: UInt32 = 0, first = true
  _ = try vm.kernelWait(until: deadline) {
    // After an interruption the bits are set already.
    let r = first ? $0.synchronise(g, set: set, bits, until: deadline) : $0.waitBits(g, bits, all: true, clear: true, until: deadline)
    first = false
    value = r.bits
    return r.wake
  }
  try vm.newBits(value, out)
}
