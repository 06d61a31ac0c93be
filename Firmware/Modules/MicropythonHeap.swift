import Python

// The functions of Python module `micropython` that look at memory and the heap.

//@native micropython:heap_lock 0 0
func micropythonHeapLock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.lockHeap()))) }
//@native micropython:heap_unlock 0 0
func micropythonHeapUnlock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.unlockHeap()))) }
//@native micropython:heap_locked 0 0
func micropythonHeapLocked(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapLockDepth))) }

//@native micropython:mem_total 0 0
func micropythonMemTotal(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapTotal()))) }
//@native micropython:mem_current 0 0
func micropythonMemCurrent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapUsed()))) }
//@native micropython:mem_peak 0 0
func micropythonMemPeak(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapPeak()))) }
//@native micropython:stack_use 0 0
func micropythonStackUse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.stackUse()))) }

/// Prints how stack and heap are used. An argument is accepted for MicroPython's sake; there are no blocks to draw.
//@native micropython:mem_info 0 1
func micropythonMemInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.print("stack: %\n", vm.stackUse())
  vm.print("GC: total: %, used: %, free: %\n", vm.heapTotal(), vm.heapUsed(), vm.heapFree())
  vm.print(" collections: %, most used: %, pinned: %\n", vm.collectionCount, vm.heapPeak(), vm.heapPinned())
  vm.set(out, Value.none)
}
//@native micropython:qstr_info 0 1
func micropythonQstrInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.print("qstr: static: %, made at run time: %\n", vm.staticStringCount, vm.dynamicStringCount)
  vm.set(out, Value.none)
}
