import Drivers
import Kernel
import Port
import Python

//@const machine:PWRON_RESET 1
//@const machine:WDT_RESET 3
//@qstr id

//@native machine:freq 0 2
func machineFreq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 { return try vm.newInt(Int64(vm.board().systemHertz), out) }
  let hertz = try vm.toInt64(a[0])
  if hertz <= 0 || hertz > 0xffff_ffff || !vm.board().setFrequency(UInt32(hertz)) { throw vm.raise(.ValueError, "cannot change frequency") }
  vm.set(out, .none)
}
//@native machine:reset 0 0
func machineReset(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.board().reset() }
//@native machine:soft_reset 0 0
func machineSoftReset(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { throw vm.raiseSoftReset() }
//@native machine:reset_cause 0 0
func machineResetCause(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.board().resetCause))) }
//@native machine:unique_id 0 0
func machineUniqueId(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let id = vm.board().uniqueID
  try vm.newRaw(Kind.bytes, bytes: 8, out)
  var i: UInt32 = 0
  while i < 8 { vm(out).setByte(12 &+ i, UInt8(truncatingIfNeeded: id >> (56 &- 8 &* UInt64(i)))); i &+= 1 }
}
/// Sleeps until an interrupt; callbacks run.
//@native machine:idle 0 0
func machineIdle(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // The board may have nothing that interrupts: a millisecond at most, as MicroPython's tick gives.
  let kernel = vm.board().kernel
  vm.memory[vm.thread &+ Thread.wake] = 0
  try vm.yieldPoint()
  vm.sleepUnlessWoken(until: kernel.after(microseconds: 1000))
  try vm.yieldPoint()
  vm.set(out, .none)
}
/// Masks what calls back into Python; the kernel and the drivers go on. Answers the state for `enable_irq`.
//@native machine:disable_irq 0 0
func machineDisableIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .bool(vm.board().holdCallbacks(vm.record, true))) }
//@native machine:enable_irq 0 1
func machineEnableIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let on = a.count == 0 ? true : try vm.truth(a[0])
  _ = vm.board().holdCallbacks(vm.record, !on)
  try vm.yieldPoint()
  vm.set(out, .none)
}

// MARK: memory

//@type mem8 module=machine hidden
//@type mem16 module=machine hidden
//@type mem32 module=machine hidden
//@const machine:mem8 mem8()
//@const machine:mem16 mem16()
//@const machine:mem32 mem32()

extension VM {
  /// Checks an address for an access of `bytes`; registers go through the port, memory is reached directly.
  mutating func machineAddress(_ s: Slot, bytes: UInt32) throws(Raise) -> Address {
    let a = try toWord(s)
    if a & (bytes &- 1) != 0 {
      let name = slot()
      try newInt(unsigned: UInt64(a), name)
      throw raise(.ValueError, "address is not aligned to % bytes", Value(int: Int32(bytes)))
    }
    if !isMapped(a) { throw raise(.ValueError, "nothing is mapped at that address") }
    return a
  }
}
private func get(_ vm: inout VM, _ a: Args, _ out: Slot, _ bytes: UInt32) throws(Raise) {
  let at = try vm.machineAddress(a[1], bytes: bytes)
  try vm.newInt(Int64(vm.loadMachine(at, bytes: bytes)), out)
}
private func set(_ vm: inout VM, _ a: Args, _ out: Slot, _ bytes: UInt32) throws(Raise) {
  let at = try vm.machineAddress(a[1], bytes: bytes)
  let v = try vm.toWord(a[2])
  if !vm.storeMachine(at, v, bytes: bytes) { throw vm.raise(.ValueError, "that memory is read-only") }
  vm.set(out, .none)
}
//@native mem8.__repr__ 1 1
//@native mem16.__repr__ 1 1
//@native mem32.__repr__ 1 1
func memRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot()
  try vm.newBuilder(text)
  try vm.append(text, vm.isModuleObject(a[0], ModuleType.mem8) ? "<8" : vm.isModuleObject(a[0], ModuleType.mem16) ? "<16" : "<32")
  try vm.append(text, "-bit memory>")
  try vm.finish(text, Kind.str, out)
}
//@native mem8.__getitem__ 2 2
func mem8Get(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try get(&vm, a, out, 1) }
//@native mem16.__getitem__ 2 2
func mem16Get(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try get(&vm, a, out, 2) }
//@native mem32.__getitem__ 2 2
func mem32Get(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try get(&vm, a, out, 4) }
//@native mem8.__setitem__ 3 3
func mem8Set(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try set(&vm, a, out, 1) }
//@native mem16.__setitem__ 3 3
func mem16Set(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try set(&vm, a, out, 2) }
//@native mem32.__setitem__ 3 3
func mem32Set(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try set(&vm, a, out, 4) }

// MARK: WDT

//@type WDT module=machine
//@native WDT.__new__ 1 3 kw
func wdtNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 2, [Q.id, Q.timeout])
  let id = try vm.int(b[0], default: 0), timeout = try vm.int(b[1], default: 5000)
  if id != 0 { throw vm.raise(.ValueError, "WDT(%) doesn't exist", Value(int: id)) }
  if timeout <= 0 { throw vm.raise(.ValueError, "WDT timeout too short") }
  if UInt32(timeout) > Board.mostWatchdogMilliseconds { throw vm.raise(.ValueError, "timeout exceeds %", Value(int: Int32(Board.mostWatchdogMilliseconds))) }
  vm.board().startWatchdog(milliseconds: UInt32(timeout))
  try vm.newObject(ModuleType.WDT, fields: 0, out)
}
//@native WDT.feed 1 1
func wdtFeed(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().feedWatchdog()
  vm.set(out, .none)
}

// MARK: pulses

/// Length in microseconds of a pulse of the given level; -2 if it does not begin in time, -1 if it does not end.
extension VM {
  fileprivate mutating func pulseLevel(_ o: Slot, _ pin: UInt32) throws(Raise) -> Bool {
    if pin != .max { return board().level(pin) }
    let result = slot()
    defer { release(to: result) }
    try callMethod(o, Q.value, Args(result, 0), result)
    return try truth(result)
  }
}
//@native machine:time_pulse_us 2 3
func machineTimePulse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // A pin written in Python is asked for its value.
  let custom = vm(a[0]).isKind(Kind.instance)
  let pin = custom ? .max : try vm.pinNumber(a[0]), high = try vm.toInt32(a[1]) != 0
  let limit = a.count == 3 ? try vm.toInt64(a[2]) : 1_000_000
  let board = vm.board(), kernel = board.kernel
  let start = kernel.now
  while try vm.pulseLevel(a[0], pin) != high {
    if kernel.now &- start >= UInt64(max(limit, 0)) { vm.set(out, Value(int: -2)); return }
    try vm.yieldPoint()
  }
  let began = kernel.now
  while try vm.pulseLevel(a[0], pin) == high {
    if kernel.now &- began >= UInt64(max(limit, 0)) { vm.set(out, Value(int: -1)); return }
    try vm.yieldPoint()
  }
  try vm.newInt(Int64(kernel.now &- began), out)
}
