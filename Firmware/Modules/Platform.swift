import Python

// Module platform: what the firmware is, in the words of MicroPython's module, and CPython's names for the machine.
//@module platform
//@qstr platform_text="Tayberry-1.0-rp2" swift_text="Swift 6.3.1" armv6m="armv6m" cortex_text="ARM Cortex-M0+" version_number="3.4.0" tayberry_text="Tayberry" MicroPython_text="MicroPython" release_text="1.0"

//@native platform:platform 0 0
func platformPlatform(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.platform_text)) }
//@native platform:python_compiler 0 0
func platformCompiler(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.swift_text)) }
/// There is no C library: two empty texts.
//@native platform:libc_ver 0 -
func platformLibrary(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot()
  try vm.newItems(Kind.tuple, 2, made)
  vm(made).set(2, Value(Q.empty))
  vm(made).set(3, Value(Q.empty))
  vm.copy(out, made)
}
//@native platform:machine 0 0
func platformMachine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.armv6m)) }
//@native platform:processor 0 0
func platformProcessor(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.cortex_text)) }
//@native platform:python_implementation 0 0
func platformImplementation(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.MicroPython_text)) }
//@native platform:python_version 0 0
func platformVersion(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.version_number)) }
//@native platform:system 0 0
func platformSystem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.tayberry_text)) }
//@native platform:release 0 0
//@native platform:version 0 0
func platformRelease(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.release_text)) }
