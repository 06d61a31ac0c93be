import Port
import Python

// Python module `gc`.

//@module gc

//@native gc:collect 0 1
func gcCollect(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.collectInSlices()
  vm.releaseUnused()
  if vm.memory[vm.state &+ State.pending] & Pending.weak != 0 { try vm.runWeakReferences() }
  vm.set(out, Value.none)
}

//@native gc:enable 0 0
func gcEnable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.automaticCollection = true
  vm.set(out, Value.none)
}
//@native gc:disable 0 0
func gcDisable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.automaticCollection = false
  vm.set(out, Value.none)
}
//@native gc:isenabled 0 0
func gcIsEnabled(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(vm.automaticCollection)) }

//@native gc:mem_alloc 0 0
func gcMemAlloc(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapUsed()))) }
//@native gc:mem_free 0 0
func gcMemFree(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapFree()))) }

/// Without argument: bytes between collections, -1 if only a failing request starts one. With one: sets it.
//@native gc:threshold 0 1
func gcThreshold(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 {
    let n = vm.threshold
    vm.set(out, Value(int: n == 0 ? -1 : Int32(bitPattern: n & ~15)))
    return
  }
  let n = try vm.toInt32(a[0])
  // As MicroPython, which counts in blocks of 16 bytes: a threshold below one is none that `threshold()` would report.
  vm.setThreshold(n < 0 ? 0 : max(1, UInt32(n) & ~15))
  vm.set(out, Value.none)
}
