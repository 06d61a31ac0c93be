import CPort
import Modules
import Port
import Python

// The interpreter core without a board, for WebAssembly: the embedder puts the static objects (`ImageTool image`) at `Image.base` of the
// linear memory, makes an interpreter in a region of it, and runs programs. Console and files are imports (runtime.c).

/// Makes an interpreter in `bytes` of memory at `start`, `stackBytes` of them for frames.
@c(core_create) public func coreCreate(_ start: UInt32, _ bytes: UInt32, _ stackBytes: UInt32) {
  let vm = Interpreter.create(Port(), at: start, bytes: bytes, stackBytes: stackBytes, depthLimit: 96 << 10)
  let values = vm.slot()
  vm.memory[vm.thread &+ Thread.values] = values.address
}

/// Compiles and runs `length` bytes of source at `text` as `__main__` of the interpreter at `start`. `path`: folder to import from, or length 0.
/// Answers the exit status: 0, SystemExit's value, 1 after an exception.
@c(core_run) public func coreRun(
  _ start: UInt32, _ text: UnsafePointer<UInt8>, _ length: UInt32, _ path: UnsafePointer<UInt8>, _ pathLength: UInt32
) -> UInt32 {
  var vm = core(start)
  let mark = vm.mark
  defer { vm.release(to: mark) }
  do throws(Raise) {
    try run(&vm, UnsafeRawBufferPointer(start: text, count: Int(length)), UnsafeRawBufferPointer(start: path, count: Int(pathLength)))
    return 0
  } catch { return report(&vm) }
}

private func core(_ start: UInt32) -> VM {
  #if WithoutSeveralInterpreters
  let record = State.only
  #else
  let record = start
  #endif
  return VM(port: Port(), state: record, thread: record &+ State.bytes)
}

private func run(_ vm: inout VM, _ source: UnsafeRawBufferPointer, _ path: UnsafeRawBufferPointer) throws(Raise) {
  let list = vm.slot(), text = vm.slot(), code = vm.slot(), globals = vm.slot(), result = vm.slot()
  try vm.newList(list)
  try vm.newString(path, text)
  try vm.listAppend(list, text)
  vm.setRoot(.argv, vm(list))
  try vm.newList(list)
  try vm.listAppend(list, text)
  vm.set(text, Value(Q.dot_frozen))
  try vm.listAppend(list, text)
  vm.setRoot(.path, vm(list))
  try vm.newBytes(source, text)
  vm.set(globals, vm.root(.main))
  try vm.compile(text, file: Q.__main__, mode: .module, code)
  vm.set(text, Value.none)
  try vm.execute(code, globals: globals, locals: globals, result)
}

/// Prints the pending exception unless it is SystemExit; the exit status.
private func report(_ vm: inout VM) -> UInt32 {
  if !vm.pendingIs(.SystemExit) {
    vm.reportPending()
    return 1
  }
  let e = vm.slot(), value = vm.slot()
  vm.takePending(e)
  do throws(Raise) { try vm.getAttribute(e, Q.value, value) } catch { return 1 }
  let v = vm(value).value
  return v.isNone ? 0 : v.isInt ? UInt32(bitPattern: v.int) & 255 : 1
}

/// Bytes in use and collections so far, for the embedder's statistics.
@c(core_heap_used) public func coreHeapUsed(_ start: UInt32) -> UInt32 { core(start).heapUsed() }
@c(core_collections) public func coreCollections(_ start: UInt32) -> UInt32 { core(start).collectionCount }
