import Port
import Registers

/// Who runs where. All under the kernel lock.
///
/// Invariant at rest: on each core runs the best ready task that may run there and does not run elsewhere. Whoever changes
/// priorities or readiness asks the cores concerned to look again: its own by PendSV, the other one by the SIO FIFO's interrupt.
extension Kernel {
  /// Makes a task ready; nothing happens if it is already. The one way from waiting to running.
  @inline(__always) func makeReady(_ t: TaskHandle) {
    let m = memory
    if isState(t, .deleted) || m[t &+ TaskRecord.list] != 0 { return }
    set(t, .ready)
    let on = m[t &+ TaskRecord.onCore]
    // Still the current task of a core whose switch away from it is pending: that core will see it as ready.
    if on != 0 && current(on &- 1) == t { return }
    port.spend(40)
    enlist(t, inFront: false)
    place(t)
  }

  /// Finds a core for a task that has become ready: the one with the least urgent work, this one if equal.
  @inline(__always) func place(_ t: TaskHandle) {
    let m = memory, here = port.core
    let allowed = m[t &+ TaskRecord.affinity] & m[state &+ KernelRecord.online]
    var core = here, best = Int32.max
    if allowed & (1 &<< here) != 0 { best = rank(current(here)) }
    let other = here ^ 1
    if allowed & (1 &<< other) != 0 {
      let there = rank(current(other))
      if there < best { core = other; best = there }
    }
    port.spend(50)
    let mine = Int32(bitPattern: m[t &+ TaskRecord.priority])
    if best < mine {
      ask(core)
    } else if best == mine && time(state &+ KernelRecord.sliceEnd(core)) == .max {
      if core == here { startSlice(core) } else { ask(core) }
    }
  }

  /// Makes a core look at the ready lists again.
  func ask(_ core: UInt32) {
    if core == port.core { port.pendSwitch(); return }
    // A full FIFO rings already.
    if port.read(SIO.base &+ SIO.FIFO_ST.offset) & SIO.FIFO_ST.RDY.mask != 0 { port.write(SIO.base &+ SIO.FIFO_WR.offset, 1) }
  }

  func startSlice(_ core: UInt32) {
    let t = now
    setSlice(core, t &+ Kernel.sliceMicroseconds)
    setAlarm(core, t)
  }
  @inline(__always) func setSlice(_ core: UInt32, _ end: UInt64) {
    setTime(state &+ KernelRecord.sliceEnd(core), end)
    memory[state &+ KernelRecord.alarmIsOld(core)] = 1
  }

  /// The first ready task that may run on `core` with a rank of at least `least`, or 0.
  func bestReady(_ core: UInt32, atLeast least: Int32) -> TaskHandle {
    let m = memory
    var bits = m[state &+ KernelRecord.readyBits]
    // Mostly nobody so urgent is ready.
    if least > 0 && (least > 31 || bits &>> UInt32(bitPattern: least) == 0) { return 0 }
    while bits != 0 {
      let p = 31 &- UInt32(bits.leadingZeroBitCount)
      if Int32(bitPattern: p) < least { return 0 }
      var t = m[state &+ KernelRecord.ready(p)]
      while t != 0 {
        if m[t &+ TaskRecord.affinity] & (1 &<< core) != 0 { return t }
        t = m[t &+ TaskRecord.next]
        port.spend(6)
      }
      bits &= ~(1 &<< p)
    }
    return 0
  }

  /// The body of PendSV, with interrupts masked: saves who runs, answers the context to run. What it does for most switches is here; what few need
  /// (slices, tasks of the other core) in functions of its own.
  public func pick(_ outgoing: UInt32) -> UInt32 {
    let m = memory
    _ = lock()
    let core = port.core
    let old = current(core)
    m[old &+ TaskRecord.context] = outgoing
    checkStack(old, outgoing)
    port.spend(110)
    var next = likely(old, core)
    if next == 0 { next = choose(old, core) }
    if next != old {
      if rank(old) >= 0 { putBack(old, core) }
      if rank(next) >= 0 { unlist(next) }
    }
    let t = now
    if next != old {
      account(old, core, t)
      m[state &+ KernelRecord.current(core)] = next
      m[next &+ TaskRecord.onCore] = core &+ 1
      m[next &+ TaskRecord.switches] &+= 1
      // Its turn among its equals has come. (It runs out of turn while a priority is lent to it.)
      if m[next &+ TaskRecord.sliceLeft] == 0 && !isLent(next) { m[next &+ TaskRecord.sliceLeft] = UInt32(Kernel.sliceMicroseconds) }
      m[state &+ KernelRecord.switches(core)] &+= 1
    }
    // What the ARM build takes for all this (`make real-time`).
    port.spend(next != old ? 370 : 200)
    // Slices run only while somebody shares this priority here.
    if rank(next) >= 0 && m[state &+ KernelRecord.ready(m[next &+ TaskRecord.priority])] != 0 {
      share(next, core, t, next != old)
    } else if isSliced(core) {
      setSlice(core, .max)
    }
    if m[state &+ KernelRecord.readyBits] != 0 && !isAllThere(old, core) { look(core ^ 1) }
    if m[state &+ KernelRecord.alarmIsOld(core)] != 0 { setAlarm(core, t) }
    let context = m[next &+ TaskRecord.context]
    port.setStackBase(m[next &+ TaskRecord.stack])
    port.write(Kernel.spinlock, 1)
    // The last step, and no register access after it: from here the other core may resume the old task.
    if next != old { m[old &+ TaskRecord.onCore] = 0 }
    return context
  }

  /// True if a task may go on on a core.
  @inline(__always) private func isRunnable(_ t: TaskHandle, _ core: UInt32) -> Bool {
    isState(t, .ready) && memory[t &+ TaskRecord.affinity] & (1 &<< core) != 0
  }
  /// True while the running task's time among equals is measured. (No moment's high word is all ones but that of `.max`.)
  @inline(__always) private func isSliced(_ core: UInt32) -> Bool { memory[state &+ KernelRecord.sliceEnd(core) &+ 4] != .max }
  @inline(never) private func isSliceOver(_ core: UInt32) -> Bool { leftOfSlice(core) == 0 }

  /// The task to run if that is the running one, the idle one or the first of the most urgent ready ones; 0 if it takes a search.
  @inline(__always) private func likely(_ old: TaskHandle, _ core: UInt32) -> TaskHandle {
    let m = memory, bits = m[state &+ KernelRecord.readyBits], runnable = isRunnable(old, core)
    if bits == 0 { return runnable ? old : m[state &+ KernelRecord.idle(core)] }
    let p = 31 &- UInt32(bits.leadingZeroBitCount)
    if runnable {
      let mine = rank(old)
      // Equals run only when the slice is over.
      if Int32(bitPattern: p) < mine || Int32(bitPattern: p) == mine && !(isSliced(core) && isSliceOver(core)) { return old }
    }
    let first = m[state &+ KernelRecord.ready(p)]
    return m[first &+ TaskRecord.affinity] & (1 &<< core) != 0 && m[first &+ TaskRecord.onCore] == 0 ? first : 0
  }
  /// The same by a search.
  @inline(never) private func choose(_ old: TaskHandle, _ core: UInt32) -> TaskHandle {
    let m = memory
    while true {
      let runnable = isRunnable(old, core)
      let next = bestReady(core, atLeast: !runnable ? -1 : isSliced(core) && isSliceOver(core) ? rank(old) : rank(old) &+ 1)
      if next == 0 { return runnable ? old : m[state &+ KernelRecord.idle(core)] }
      if m[next &+ TaskRecord.onCore] == 0 { return next }
      // The other core is about to leave this task: it is in the last instructions of `pick`. Meanwhile everything may change, the
      // outgoing task's state too.
      port.write(Kernel.spinlock, 1)
      port.relax()
      while port.read(Kernel.spinlock) == 0 { port.relax() }
    }
  }

  /// Puts the task that is switched away from back where it is to wait, and keeps account of its slice: displaced it is the first of its equals and goes
  /// on with what is left of its slice. Otherwise a task that is displaced more often than once a slice would keep its equals waiting for ever.
  @inline(__always) private func putBack(_ old: TaskHandle, _ core: UInt32) {
    let m = memory, left = old &+ TaskRecord.sliceLeft
    if !isRunnable(old, core) {
      m[left] = 0
      if isState(old, .ready) { enlist(old, inFront: false) }
      return
    }
    // Without an end it was alone, perhaps at a priority that was lent to it: the slice among its own equals stands still meanwhile.
    var over = false
    if isSliced(core) {
      m[left] = leftOfSlice(core)
      over = m[left] == 0
    }
    enlist(old, inFront: !over && (m[left] != 0 || isLent(old)))
  }
  /// Microseconds; only while there is an end.
  @inline(never) private func leftOfSlice(_ core: UInt32) -> UInt32 {
    let t = now, end = time(state &+ KernelRecord.sliceEnd(core))
    return t >= end ? 0 : UInt32(truncatingIfNeeded: end &- t)
  }
  /// Sets the end of the slice of a task that has equals.
  @inline(never) private func share(_ next: TaskHandle, _ core: UInt32, _ t: UInt64, _ isNew: Bool) {
    port.spend(370)
    if bestReady(core, atLeast: rank(next)) == 0 {
      if isSliced(core) { setSlice(core, .max) }
    } else if isNew || !isSliced(core) {
      let left = isNew ? memory[next &+ TaskRecord.sliceLeft] : 0
      setSlice(core, t &+ (left != 0 ? UInt64(left) : Kernel.sliceMicroseconds))
    }
  }

  @inline(__always) private func isLent(_ t: TaskHandle) -> Bool { memory[t &+ TaskRecord.priority] != memory[t &+ TaskRecord.basePriority] }

  /// Stops the board when a task has used more than its stack: the last 16 bytes are no longer what they were made with, or its pointer is outside.
  /// Hosted, native frames are elsewhere, with a guard page; what is watched there is the reserved memory.
  @inline(__always) func checkStack(_ t: TaskHandle, _ context: UInt32) {
    let m = memory, stack = m[t &+ TaskRecord.stack]
    if stack == 0 { return }
    let pattern = UInt32(Kernel.stackPattern) &* 0x0101_0101
    if m[stack] != pattern || m[stack &+ 4] != pattern || m[stack &+ 8] != pattern || m[stack &+ 12] != pattern {
      port.panic("a task's stack has overflowed")
    }
    #if os(none) && !arch(wasm32)
    if context < stack || context > stack &+ m[t &+ TaskRecord.stackBytes] { port.panic("a task's stack pointer is outside its stack") }
    #endif
  }

  /// Asks the other core to look again if a ready task should run there, or share there.
  func look(_ core: UInt32) {
    if memory[state &+ KernelRecord.online] & (1 &<< core) == 0 { return }
    let running = rank(current(core))
    let bits = memory[state &+ KernelRecord.readyBits]
    if running >= 0 && bits &>> UInt32(bitPattern: running) == 0 { return }
    let t = bestReady(core, atLeast: running)
    if t == 0 { return }
    if rank(t) > running || time(state &+ KernelRecord.sliceEnd(core)) == .max { ask(core) }
  }

  /// True if a task that may run on this core only is all that is ready.
  @inline(__always) private func isAllThere(_ t: TaskHandle, _ core: UInt32) -> Bool {
    let m = memory, p = m[t &+ TaskRecord.priority], list = state &+ KernelRecord.ready(p)
    return m[state &+ KernelRecord.readyBits] == 1 &<< p && m[t &+ TaskRecord.list] == list && m[t &+ TaskRecord.next] | m[t &+ TaskRecord.prev] == 0
      && m[t &+ TaskRecord.affinity] == 1 &<< core
  }

  /// Charges the running time since the last switch to `t`.
  @inline(__always) func account(_ t: TaskHandle, _ core: UInt32, _ at: UInt64) {
    let since = state &+ KernelRecord.switchedAt(core)
    setTime(t &+ TaskRecord.runTime, time(t &+ TaskRecord.runTime) &+ (at &- time(since)))
    setTime(since, at)
  }

  /// Handler of the SIO FIFO's interrupt: the other core asks this one to look again.
  public func doorbell() {
    while port.read(SIO.base &+ SIO.FIFO_ST.offset) & SIO.FIFO_ST.VLD.mask != 0 { _ = port.read(SIO.base &+ SIO.FIFO_RD.offset) }
    port.write(SIO.base &+ SIO.FIFO_ST.offset, SIO.FIFO_ST.ROE.mask | SIO.FIFO_ST.WOF.mask)
    let mask = lock()
    reconsider(port.core)
    unlock(mask)
  }

  /// Switches or starts a slice on this core, if the ready lists ask for it.
  func reconsider(_ core: UInt32) {
    port.spend(60)
    let t = current(core), mine = rank(t)
    if !isState(t, .ready) || memory[t &+ TaskRecord.affinity] & (1 &<< core) == 0 { port.pendSwitch(); return }
    let next = bestReady(core, atLeast: mine)
    if next != 0 && rank(next) > mine { port.pendSwitch(); return }
    if next != 0 && time(state &+ KernelRecord.sliceEnd(core)) == .max { startSlice(core) }
    // What this core was asked to run it may no longer want, because its task's priority was raised meanwhile: then the other one must.
    look(core ^ 1)
  }

  /// Lets equals run: the rest of the slice is given up.
  public func yield() {
    let mask = lock()
    port.spend(40)
    setSlice(port.core, 0)
    port.pendSwitch()
    unlock(mask)
  }
}
