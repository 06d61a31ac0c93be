import Port
import Registers

/// Numbers about a task, for run-time statistics.
public struct TaskStatistics: BitwiseCopyable, Sendable {
  public let runMicroseconds: UInt64
  public let switches: UInt32
  public let priority: UInt32, basePriority: UInt32
  public let state: TaskState
  public let stackBytes: UInt32
}

/// Making, ending and changing tasks.
extension Kernel {
  // MARK: start

  /// Prepares the kernel's record and its memory, `start` to `end`. Once, on core 0, before anything else of the kernel.
  public static func create(_ port: Port, state: Address, memory start: Address, end: Address) -> Kernel {
    let k = Kernel(port: port, state: state)
    port.memory.fill(state, 0, count: KernelRecord.bytes)
    k.setTime(state &+ KernelRecord.sliceEnd(0), .max)
    k.setTime(state &+ KernelRecord.sliceEnd(1), .max)
    k.setTime(state &+ KernelRecord.alarm(0), .max)
    k.setTime(state &+ KernelRecord.alarm(1), .max)
    k.prepareMemory(start, end)
    return k
  }
  /// Bytes of the kernel's record.
  public static var recordBytes: UInt32 { KernelRecord.bytes }

  /// Turns the caller, the code that runs on this core since its reset, into the core's idle task and takes part in scheduling.
  /// Its memory must be granted: on ARM the stack it is on stays its stack.
  public func run(core: UInt32) -> Never {
    let idle = newRecord("idle", kind: 0, argument: 0, priority: 0, affinity: 1 << core)
    if idle == 0 { port.panic("no memory for the idle task") }
    let m = memory
    // Below all: `rank`.
    m[idle &+ TaskRecord.priority] = .max
    m[idle &+ TaskRecord.basePriority] = .max
    m[idle &+ TaskRecord.onCore] = core &+ 1
    // PendSV below everything, so that a switch never cuts a handler (ARMv6-M B3.2.10).
    port.write(PPB.base &+ PPB.SHPR3.offset, 0xc0 << 16)
    let mask = lock()
    m[state &+ KernelRecord.idle(core)] = idle
    m[state &+ KernelRecord.current(core)] = idle
    setTime(state &+ KernelRecord.switchedAt(core), now)
    m[state &+ KernelRecord.online] |= 1 << core
    let line = UInt32(1) << (IRQ.SIO_IRQ_PROC0 &+ core) | 1 << (IRQ.TIMER_IRQ_0 &+ core)
    port.setBits(TIMER.base &+ TIMER.INTE.offset, 1 << core)
    port.write(PPB.base &+ PPB.NVIC_ICPR.offset, line)
    port.write(PPB.base &+ PPB.NVIC_ISER.offset, line)
    port.pendSwitch()
    unlock(mask)
    while true {
      reap()
      port.waitForInterrupt()
    }
  }

  // MARK: create, delete

  /// A new ready task, or 0 when there is no memory. `kind` and `argument` go to `FirmwareImage.task`; `stackBytes` are reserved in the
  /// chip's memory on every build. A name has 15 characters at most.
  public func create(_ name: StaticString, kind: UInt32, argument: UInt32, priority: UInt32, stackBytes: UInt32, affinity: UInt32 = Kernel.anyCore)
    -> TaskHandle
  {
    reap()
    let t = newRecord(name, kind: kind, argument: argument, priority: min(priority, Kernel.priorities &- 1), affinity: affinity)
    if t == 0 { return 0 }
    let bytes = (stackBytes &+ 7) & ~7
    let stack = allocate(bytes)
    if stack == 0 { discard(t); return 0 }
    let m = memory
    m.fill(stack, Kernel.stackPattern, count: bytes)
    m[t &+ TaskRecord.stack] = stack
    m[t &+ TaskRecord.stackBytes] = bytes
    m[t &+ TaskRecord.context] = port.makeContext(stack: stack, bytes: bytes, kind: kind, argument: argument)
    let mask = lock()
    makeReady(t)
    unlock(mask)
    return t
  }
  public static var stackPattern: UInt8 { 0xa5 }

  func newRecord(_ name: StaticString, kind: UInt32, argument: UInt32, priority: UInt32, affinity: UInt32) -> TaskHandle {
    let t = allocate(TaskRecord.bytes)
    if t == 0 { return 0 }
    let m = memory
    m.fill(t, 0, count: TaskRecord.bytes)
    m[t &+ TaskRecord.kind] = kind
    m[t &+ TaskRecord.argument] = argument
    m[t &+ TaskRecord.priority] = priority
    m[t &+ TaskRecord.basePriority] = priority
    m[t &+ TaskRecord.affinity] = affinity
    var i: UInt32 = 0
    while i < 15 && i < UInt32(name.utf8CodeUnitCount) { m.setByte(t &+ TaskRecord.name &+ i, name.utf8Start[Int(i)]); i &+= 1 }
    let mask = lock()
    m[t &+ TaskRecord.nextTask] = m[state &+ KernelRecord.tasks]
    m[state &+ KernelRecord.tasks] = t
    m[state &+ KernelRecord.taskCount] &+= 1
    m[t &+ TaskRecord.number] = m[state &+ KernelRecord.taskCount]
    unlock(mask)
    return t
  }

  /// Ends a task, itself too (then it does not return). Its memory is freed when its core has left it; mutexes it holds go to those who wait for them.
  public func delete(_ task: TaskHandle) {
    let mask = lock(), m = memory
    if isState(task, .deleted) { unlock(mask); return }
    if isState(task, .waiting) { endWait(task, UInt32(Wake.deleted.rawValue)) } else { unlink(task) }
    set(task, .deleted)
    abandonMutexes(task)
    if task == m[state &+ KernelRecord.timerTask] { m[state &+ KernelRecord.timerTask] = 0 }
    m[task &+ TaskRecord.next] = m[state &+ KernelRecord.zombies]
    m[state &+ KernelRecord.zombies] = task
    let on = m[task &+ TaskRecord.onCore]
    if on != 0 { ask(on &- 1) }
    unlock(mask)
  }
  /// Ends the running task.
  public func exit() -> Never {
    delete(self.task)
    while true { port.waitForInterrupt() }
  }

  /// Frees the memory of deleted tasks that no core is on. Called by the idle tasks and before a task is made.
  func reap() {
    let m = memory, zombies = state &+ KernelRecord.zombies
    if m[zombies] == 0 { return }
    while true {
      let mask = lock()
      var prev: Address = 0, t = m[zombies]
      while t != 0 && m[t &+ TaskRecord.onCore] != 0 { prev = t; t = m[t &+ TaskRecord.next] }
      if t != 0 {
        let next = m[t &+ TaskRecord.next]
        if prev == 0 { m[zombies] = next } else { m[prev &+ TaskRecord.next] = next }
      }
      unlock(mask)
      if t == 0 { return }
      port.dropContext(m[t &+ TaskRecord.context])
      free(m[t &+ TaskRecord.stack])
      discard(t)
    }
  }
  /// Takes a record out of the list of all tasks and frees it.
  func discard(_ t: TaskHandle) {
    let mask = lock(), m = memory
    var at = state &+ KernelRecord.tasks
    while m[at] != 0 && m[at] != t { at = m[at] &+ TaskRecord.nextTask }
    if m[at] == t { m[at] = m[t &+ TaskRecord.nextTask] }
    unlock(mask)
    free(t)
  }

  // MARK: change

  /// The running task.
  public var task: TaskHandle {
    let mask = port.disableInterrupts()
    let t = current(port.core)
    port.restoreInterrupts(mask)
    return t
  }

  /// Takes a task off its core, or out of what it waits for, until `resume`. Its wait goes on after that with the same deadline.
  public func suspend(_ task: TaskHandle) {
    let mask = lock()
    switch TaskState(rawValue: memory[task &+ TaskRecord.state]).unsafelyUnwrapped {
    case .waiting: endWait(task, Kernel.resumed)
    case .ready: unlink(task)
    default: unlock(mask); return
    }
    set(task, .suspended)
    let on = memory[task &+ TaskRecord.onCore]
    if on != 0 { ask(on &- 1) }
    unlock(mask)
  }
  public func resume(_ task: TaskHandle) {
    let mask = lock()
    if isState(task, .suspended) { makeReady(task) }
    unlock(mask)
  }

  /// Changes a task's own priority; an inherited higher one stays in force.
  public func setPriority(_ task: TaskHandle, _ priority: UInt32) {
    let mask = lock()
    memory[task &+ TaskRecord.basePriority] = min(priority, Kernel.priorities &- 1)
    refreshPriority(task)
    unlock(mask)
  }
  /// Changes which cores a task may run on.
  public func setAffinity(_ task: TaskHandle, _ affinity: UInt32) {
    let mask = lock()
    memory[task &+ TaskRecord.affinity] = affinity
    let on = memory[task &+ TaskRecord.onCore]
    if on != 0 { ask(on &- 1) } else if isState(task, .ready) { place(task) }
    unlock(mask)
  }

  /// Sets the effective priority, moving the task within the list it is in; then who runs is decided anew.
  func applyPriority(_ t: TaskHandle, _ priority: UInt32) {
    let m = memory, old = m[t &+ TaskRecord.priority]
    if old == priority { return }
    let list = m[t &+ TaskRecord.list]
    if list == 0 {
      m[t &+ TaskRecord.priority] = priority
      let on = m[t &+ TaskRecord.onCore]
      if on == 0 { return }
      // Its slice is one among equals of the old priority: what is left of it counts if that was its own. A slice at a lent one is forgotten.
      let slice = state &+ KernelRecord.sliceEnd(on &- 1), end = time(slice), shares = current(on &- 1) == t && end != .max
      if shares {
        let n = now
        if old == m[t &+ TaskRecord.basePriority] { m[t &+ TaskRecord.sliceLeft] = n >= end ? 0 : UInt32(truncatingIfNeeded: end &- n) }
        setSlice(on &- 1, .max)
      }
      // A running task that became less urgent may have to go.
      if shares || priority < old { ask(on &- 1) }
      return
    }
    unlink(t)
    m[t &+ TaskRecord.priority] = priority
    if isState(t, .ready) { enlist(t, inFront: false); place(t) } else { insertByPriority(t, in: list) }
  }

  // MARK: numbers

  public func statistics(_ task: TaskHandle) -> TaskStatistics {
    let mask = lock(), m = memory
    // The running task's time since its switch belongs to it.
    let on = m[task &+ TaskRecord.onCore]
    var run = time(task &+ TaskRecord.runTime)
    if on != 0 && current(on &- 1) == task { run &+= now &- time(state &+ KernelRecord.switchedAt(on &- 1)) }
    let s = TaskStatistics(
      runMicroseconds: run, switches: m[task &+ TaskRecord.switches], priority: UInt32(max(rank(task), 0)),
      basePriority: rank(task) < 0 ? 0 : m[task &+ TaskRecord.basePriority], state: TaskState(rawValue: m[task &+ TaskRecord.state]).unsafelyUnwrapped,
      stackBytes: m[task &+ TaskRecord.stackBytes])
    unlock(mask)
    return s
  }
  /// What a task is doing; reads memory only.
  public func state(of task: TaskHandle) -> TaskState { TaskState(rawValue: memory[task &+ TaskRecord.state]) ?? .deleted }
  /// The idle task of a core: what it has run is what the core had to spare.
  public func idleTask(core: UInt32) -> TaskHandle { memory[state &+ KernelRecord.idle(core)] }
  /// The task that a core runs; 0 before it takes part.
  public func running(core: UInt32) -> TaskHandle { memory[state &+ KernelRecord.current(core)] }
  /// The core that runs a task, or nil.
  public func core(of task: TaskHandle) -> UInt32? { task == current(0) ? 0 : task == current(1) ? 1 : nil }
  /// Effective priority of a task.
  public func priority(of task: TaskHandle) -> UInt32 { memory[task &+ TaskRecord.priority] }
  /// True if a task's own priority is above the running task's own.
  public func isMoreUrgent(_ task: TaskHandle) -> Bool { memory[task &+ TaskRecord.basePriority] > memory[self.task &+ TaskRecord.basePriority] }
  /// A task's number, from 1 in the order of making, and the cores it may run on.
  public func number(of task: TaskHandle) -> UInt32 { memory[task &+ TaskRecord.number] }
  public func affinity(of task: TaskHandle) -> UInt32 { memory[task &+ TaskRecord.affinity] }
  /// Address of a task's name: 16 bytes, zero-padded.
  public func name(of task: TaskHandle) -> Address { task &+ TaskRecord.name }
  /// Gives a task another name: 15 bytes of it at most.
  public func setName(_ task: TaskHandle, _ text: UnsafePointer<UInt8>, _ count: UInt32) {
    var i: UInt32 = 0
    while i < 15 { memory.setByte(task &+ TaskRecord.name &+ i, i < count ? text[Int(i)] : 0); i &+= 1 }
  }
  /// The task made before `task` (0: the youngest), or 0.
  public func next(after task: TaskHandle) -> TaskHandle { task == 0 ? memory[state &+ KernelRecord.tasks] : memory[task &+ TaskRecord.nextTask] }
  /// Context switches of a core since its start.
  public func switches(core: UInt32) -> UInt32 { memory[state &+ KernelRecord.switches(core)] }
  /// Bytes of a task's stack that were never used. Hosted, native frames are elsewhere: see `Port.nativeStackLeft`.
  public func stackWatermark(_ task: TaskHandle) -> UInt32 {
    let m = memory, stack = m[task &+ TaskRecord.stack], bytes = m[task &+ TaskRecord.stackBytes]
    var n: UInt32 = 0
    while n < bytes && m.byte(stack &+ n) == Kernel.stackPattern { n &+= 1 }
    port.spend(Int32(bitPattern: min(n, 1000)))
    return n
  }
  /// A word for the owner of the task.
  public func user(_ task: TaskHandle) -> UInt32 { memory[task &+ TaskRecord.user] }
  public func setUser(_ task: TaskHandle, _ word: UInt32) { memory[task &+ TaskRecord.user] = word }
}
