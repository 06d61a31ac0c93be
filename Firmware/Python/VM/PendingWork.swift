import CPort
import Port

extension VM {
  /// What waits to be looked at between bytecodes: the interrupt character, callbacks, other threads.
  @inline(never)
  mutating func doPending() throws(Raise) {
    let at = state &+ State.pending, main = memory[state &+ State.threads] == thread
    // Interrupt handlers set bits: taking one out is not to lose another.
    let handled = !root(.module(5)).isNull  // `signal` has a handler for Ctrl-C
    if memory[at] & Pending.interrupt != 0 && main && !handled {
      let p = port, m = memory
      p.critical { m[at] = m[at] & ~Pending.interrupt }
      throw raise(.KeyboardInterrupt, "")
    }
    if memory[at] & (Pending.callbacks | Pending.signals | Pending.interrupt) != 0 && main {
      #if os(none)
      let failed = firmware_python_callbacks(nil, state, thread)
      #else
      let failed = firmware_python_callbacks(port.block, state, thread)
      #endif
      if failed != 0 { throw Raise() }
    }
    if memory[at] & Pending.end != 0 && !main { throw raise(.SystemExit, "") }
    // What only the main thread does is a reason to let it run.
    if memory[at] & Pending.yield != 0 || !main && memory[at] & (Pending.interrupt | Pending.callbacks | Pending.signals) != 0 {
      #if os(none)
      firmware_python_yield(nil, state, thread)
      #else
      firmware_python_yield(port.block, state, thread)
      #endif
    }
  }

  /// In loops of long native operations: lets callbacks, interrupts and other threads in. Addresses are stale after it.
  public mutating func yieldPoint() throws(Raise) {
    if memory[state &+ State.pending] != 0 { try doPending() }
  }
}
