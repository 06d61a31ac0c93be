import Port
import Python

// The functions of Python module `micropython` that look at memory and the heap.

//@native micropython:heap_lock 0 0
func micropythonHeapLock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  _ = vm.lockHeap()
  vm.set(out, .none)
}
//@native micropython:heap_unlock 0 0
func micropythonHeapUnlock(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.unlockHeap()))) }
//@native micropython:heap_locked 0 0
func micropythonHeapLocked(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapLockDepth))) }

//@native micropython:mem_total 0 0
func micropythonMemTotal(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newInt(Int64(vm.heapAllocated()), out) }
//@native micropython:mem_current 0 0
func micropythonMemCurrent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapUsed()))) }
//@native micropython:mem_peak 0 0
func micropythonMemPeak(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.heapPeak()))) }
//@native micropython:stack_use 0 0
func micropythonStackUse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(bitPattern: vm.stackUse()))) }

/// Prints how stack and heap are used, in MicroPython's lines: a block is 16 bytes. With an argument also a map: a mark for each 1024 bytes, `=` in
/// use up to the last object, `.` free, `P` pinned.
//@native micropython:mem_info 0 1
func micropythonMemInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.print("mem: total=%, current=%, peak=%\n", vm.heapAllocated(), vm.heapUsed(), vm.heapPeak())
  vm.print("stack: % out of %\n", vm.stackUse(), vm.stackRoom())
  vm.print("GC: total: %, used: %, free: %\n", vm.heapTotal(), vm.heapUsed(), vm.heapFree())
  let n = vm.objectSizes()
  vm.print(" No. of 1-blocks: %, 2-blocks: %, max blk sz: %", n.ones, n.twos, n.largest)
  vm.print(", max free sz: %\n", vm.heapFree() / 16)
  if a.count > 0 {
    let total = (vm.heapTotal() &+ 1023) / 1024, pinned = (vm.heapPinned() &+ 1023) / 1024
    let used = (vm.heapUsed() &- min(vm.heapUsed(), vm.heapPinned()) &+ 1023) / 1024
    vm.print("GC memory layout; from %:", vm.memory[vm.state &+ State.heapStart])
    var i: UInt32 = 0
    while i < total {
      if i % 64 == 0 { vm.print("\n%: ", i &* 1024) }
      if i < used { vm.print("=") } else if i &+ pinned >= total { vm.print("P") } else { vm.print(".") }
      i &+= 1
    }
    vm.print("\n collections: %, most used: %, pinned: %", vm.collectionCount, vm.heapPeak(), vm.heapPinned())
    vm.print(", kept for handlers: %\n", vm.handlerPool())
  }
  vm.set(out, Value.none)
}
//@native micropython:qstr_info 0 1
func micropythonQstrInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let bytes = vm.dynamicStringBytes
  vm.print("qstr pool: n_pool=1, n_qstr=%, n_str_data_bytes=%, n_total_bytes=%\n", vm.dynamicStringCount, bytes, bytes &+ vm.dynamicStringCount &* 4)
  if a.count > 0 {
    let name = vm.slot()
    var i: UInt32 = 0
    while i < vm.dynamicStringCount {
      vm.set(name, Value(Qstr(vm.staticStringCount &+ 1 &+ i)))
      vm.print("Q(")
      vm.writeText(name)
      vm.print(")\n")
      i &+= 1
    }
  }
  vm.set(out, Value.none)
}
