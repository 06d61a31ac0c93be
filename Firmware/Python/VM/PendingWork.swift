import CPort
import Port

extension VM {
  /// What waits to be looked at between bytecodes: the interrupt character, callbacks, other threads.
  @inline(never)
  mutating func doPending(step: Bool = false) throws(Raise) {
    let at = state &+ State.pending, main = memory[state &+ State.threads] == thread
    // Handlers that have come go first.
    if memory[at] & (Pending.marking | Pending.callbacks) == Pending.marking { markSlice() }
    // Interrupt handlers set bits: taking one out is not to lose another.
    let handled = !root(.module(5)).isNull  // `signal` has a handler for Ctrl-C
    if memory[at] & Pending.interrupt != 0 && main && !handled {
      let p = port
      p.change(at, clear: Pending.interrupt)
      throw raise(.KeyboardInterrupt, "")
    }
    // Hard handlers run in any thread and within any step; everything else only the main thread does.
    if memory[at]
      & (main && !step
        ? Pending.callbacks | Pending.signals | Pending.interrupt | Pending.weak | Pending.outer : main ? Pending.callbacks | Pending.outer : Pending.callbacks)
      != 0
    {
      #if os(none)
      let failed = firmware_python_callbacks(nil, state, thread, step ? 1 : 0)
      #else
      let failed = firmware_python_callbacks(port.block, state, thread, step ? 1 : 0)
      #endif
      if failed != 0 { throw Raise() }
    }
    if memory[at] & Pending.end != 0 && !main { throw raise(.SystemExit, "") }
    // What only the main thread does is a reason to let it run.
    if memory[at] & Pending.yield != 0 || !main && !step && memory[at] & (Pending.interrupt | Pending.callbacks | Pending.signals | Pending.weak) != 0 {
      #if os(none)
      firmware_python_yield(nil, state, thread, step ? 1 : 0)
      #else
      firmware_python_yield(port.block, state, thread, step ? 1 : 0)
      #endif
    }
  }

  /// In loops of long native operations: lets callbacks, interrupts and other threads in. Addresses are stale after it.
  public mutating func yieldPoint() throws(Raise) {
    #if DEBUG
    // Whoever keeps an address over a yield point is found out.
    if memory[state &+ State.heapFlags] & HeapFlag.hostile != 0 && memory[state &+ State.heapLocked] == 0 { collect() }
    #endif
    if memory[state &+ State.pending] != 0 { try doPending() }
  }
  /// The same within an operation on lists, dicts and sets, which other threads of its priority must see as one step, as CPython's lock makes it: hard
  /// handlers, Ctrl-C and more urgent threads come in between, nothing else.
  mutating func stepPoint() throws(Raise) {
    #if DEBUG
    if memory[state &+ State.heapFlags] & HeapFlag.hostile != 0 && memory[state &+ State.heapLocked] == 0 { collect() }
    #endif
    if memory[state &+ State.pending] != 0 { try doPending(step: true) }
  }
  /// The same in a loop over items, with the time of the rounds once in 32: `cycles` a round. What a round calls may have taken more.
  @inline(__always) mutating func stepPoint(round: UInt32, _ cycles: UInt32) throws(Raise) {
    if round & 31 == 31 { port.spend(long: cycles &* 32) }
    if memory[state &+ State.pending] != 0 { try stepPoint() }
  }
}
