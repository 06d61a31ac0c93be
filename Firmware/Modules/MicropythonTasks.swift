import Drivers
import Kernel
import Port
import Python

//@qstr locks

/// `tasks(*, locks=False)` prints the kernel's tasks: name, state (X running, R ready, B blocked, S suspended, D deleted), priority, bytes of stack never used,
/// number, cores, milliseconds run. With `locks` also which thread waits for which lock and who has it; a ring of such waits is called a deadlock.
//@native micropython:tasks 0 0 kw
func micropythonTasks(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 0, [Q.locks])
  let locks = b[0].address == 0 ? false : try vm.truth(b[0])
  let kernel = vm.board().kernel
  vm.write("name            state prio  stack  num cores      ms\n")
  var t = kernel.next(after: 0)
  while t != 0 {
    let s = kernel.statistics(t)
    vm.pad(16 &- vm.write(taskName: t))
    let state: StaticString
    switch s.state {
    case .ready: state = kernel.core(of: t) != nil ? "X" : "R"
    case .waiting: state = "B"
    case .suspended: state = "S"
    case .deleted: state = "D"
    }
    vm.write(state)
    vm.write(column: s.priority, 9)
    vm.write(column: s.stackBytes == 0 ? 0 : kernel.stackWatermark(t), 7)
    vm.write(column: kernel.number(of: t), 5)
    vm.write(kernel.affinity(of: t) == 3 ? "    01" : kernel.affinity(of: t) == 1 ? "    0 " : "    1 ")
    vm.write(column: UInt32(min(s.runMicroseconds / 1000, 0xffff_ffff)), 8)
    vm.write("\n")
    t = kernel.next(after: t)
  }
  if locks { vm.writeLocks() }
  vm.set(out, .none)
}

extension VM {
  borrowing func pad(_ n: UInt32) {
    var i: UInt32 = 0
    while i < n { write(byte: 32); i &+= 1 }
  }
  /// The bytes of a task's name; how many they are.
  borrowing func write(taskName t: TaskHandle) -> UInt32 {
    let name = board().kernel.name(of: t)
    var n: UInt32 = 0
    while n < 16, memory.byte(name &+ n) != 0 { write(byte: memory.byte(name &+ n)); n &+= 1 }
    return n
  }
  /// A thread as the table has it: its task's name and number.
  borrowing func write(threadName thread: Address) {
    let t = memory[thread &+ Thread.task]
    _ = write(taskName: t)
    write(" (")
    write(decimal: board().kernel.number(of: t))
    write(")")
  }
  /// A number, right-aligned.
  borrowing func write(column n: UInt32, _ width: UInt32) {
    var digits: UInt32 = 1, rest = n
    while rest >= 10 { rest /= 10; digits &+= 1 }
    if digits < width { pad(width &- digits) }
    write(decimal: n)
  }

  /// The thread that has the lock which this thread waits for, or 0: for reports.
  public borrowing func lockHolder() -> Address { holder(thread) }
  public borrowing func isLiving(_ thread: Address) -> Bool { isThread(thread) }
  /// The thread that has the lock which `thread` waits for, or 0.
  private borrowing func holder(_ thread: Address) -> Address {
    let s = memory[thread &+ Thread.waitSlot]
    return s == 0 ? 0 : lockOwner(Slot(s))
  }
  /// Who waits for what; true if some of them wait in a ring.
  @discardableResult
  borrowing func writeLocks() -> Bool {
    var any = false, ring = false
    var t = memory[state &+ State.threads]
    while t != 0 {
      let owner = holder(t)
      if owner != 0 {
        any = true
        write(threadName: t)
        write(" waits for a lock of ")
        if isThread(owner) { write(threadName: owner) } else { write("a thread that has ended") }
        write("\n")
        // A ring through `t`: follow the owners until one waits for nothing or `t` comes again.
        var next = owner, steps: UInt32 = 0
        while next != 0 && next != t && steps < 100 && isThread(next) { next = holder(next); steps &+= 1 }
        if next == t { ring = true }
      }
      t = memory[t &+ Thread.next]
    }
    if !any { write("no thread waits for a lock\n") }
    if ring { write("deadlock: these threads wait for each other\n") }
    return ring
  }
}
