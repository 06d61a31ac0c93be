import Drivers
import Kernel
import Port
import Python

extension VM {
  /// `machine.lightsleep` and the sleep of `machine.deepsleep`, as MicroPython's: milliseconds, or until a pin's interrupt. Any interrupt
  /// that concerns the program ends it early.
  mutating func lightSleep(_ a: Args) throws(Raise) {
    let board = board()
    // What is pending is served first: it would end the sleep before it began.
    try yieldPoint()
    if a.count == 0 || !given(a[0]) {
      board.dormant()
    } else {
      let n = try toInt64(a[0])
      if n >= 4_294_967 { throw raise(.ValueError, "sleep too long") }
      // Too short to change the clocks for.
      if n <= 1 { return try sleep(microseconds: n == 1 ? 1000 : 0) }
      board.lightSleep(until: board.kernel.after(microseconds: UInt64(n) &* 1000))
    }
    try yieldPoint()
  }
}

//@native machine:lightsleep 0 1
func machineLightsleep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.lightSleep(a)
  vm.set(out, .none)
}
/// Ends in a reset: `reset_cause()` is then WDT_RESET, as after `reset()`.
//@native machine:deepsleep 0 1
func machineDeepsleep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.lightSleep(a)
  vm.board().reset()
}
