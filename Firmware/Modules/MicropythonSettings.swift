import Drivers
import Port
import Python

// The functions of Python module `micropython` that set how programs are compiled and run.

/// The compiler folds `const(…)` away; a call that remains answers its argument.
//@native micropython:const 1 1
func micropythonConst(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.copy(out, a[0]) }

//@native micropython:opt_level 0 1
func micropythonOptLevel(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let at = vm.state &+ State.optimisation
  if a.count == 0 { vm.set(out, Value(int: Int32(bitPattern: vm.memory[at]))); return }
  let n = try vm.toInt32(a[0])
  vm.memory[at] = UInt32(bitPattern: n) & 3
  vm.set(out, Value.none)
}

/// Interrupt handlers have reserve arenas and a prepared MemoryError; a buffer of the program's is not needed.
//@native micropython:alloc_emergency_exception_buf 1 1
func micropythonEmergency(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  _ = try vm.toInt32(a[0])
  vm.set(out, Value.none)
}

/// `schedule(function, argument)`: the function runs soon, between two bytecodes of the main thread.
//@native micropython:schedule 2 2
func micropythonSchedule(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let function = try vm.newHandle(a[0])
  let argument: UInt32
  do throws(Raise) { argument = try vm.newHandle(a[1]) } catch { vm.dropHandle(function); throw error }
  // Without a board (tests of the interpreter alone) nobody would take it.
  if vm.memory[vm.state &+ State.board] == 0 || !vm.board().schedule(Callback(function: function, argument: argument, hard: false, once: true)) {
    vm.dropHandle(function)
    vm.dropHandle(argument)
    throw vm.raise(.RuntimeError, "schedule queue full")
  }
  vm.set(out, Value.none)
}

/// Which console byte raises KeyboardInterrupt; -1: none.
//@native micropython:kbd_intr 1 1
func micropythonKbdIntr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // Scheduled as a function, with None, it is Ctrl-C itself.
  if vm(a[0]).value.isNone {
    vm.port.change(vm.state &+ State.pending, set: Pending.interrupt)
    return vm.set(out, Value.none)
  }
  let n = try vm.toInt32(a[0])
  vm.interruptCharacter(n)
  vm.set(out, Value.none)
}
