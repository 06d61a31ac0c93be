import CPort
import Port
import Python

// Module sys.

//@qstr version_info implementation platform byteorder maxsize modules version _machine _mpy rp2 tracebacklimit ps1 ps2
//@qstr version_text="3.4.0; Tayberry 1.0" machine_text="Tayberry with RP2040" prompt1=">>> " prompt2="... "
//@qstr standard linux RPI_PICO _build MICROPYINSPECT
//@const sys:byteorder "little"
//@const sys:maxsize 2147483647
//@const sys:version "3.4.0; Tayberry 1.0"
//@type ConsoleTextIOWrapper module=io kind=object as=Console hidden
//@type ConsoleFileIO base=ConsoleTextIOWrapper module=io kind=object as=ConsoleBytes hidden

/// Puts into a fresh `sys` what belongs to this interpreter.
//@native sys:__init__ 1 1
func sysInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let v = vm.slot(), items = vm.slot(), stream = vm.slot()
  vm.set(v, vm.root(.argv))
  try vm.setAttribute(a[0], Q.argv, v)
  vm.set(v, vm.root(.path))
  try vm.setAttribute(a[0], Q.path, v)
  vm.set(v, vm.root(.modules))
  try vm.setAttribute(a[0], Q.modules, v)
  let numbers = vm.slots(3)
  vm.set(numbers, Value(int: 3))
  vm.set(numbers.up(1), Value(int: 4))
  vm.set(numbers.up(2), Value(int: 0))
  try vm.newList(items)
  var i: UInt32 = 0
  while i < 3 {
    try vm.listAppend(items, numbers.up(i))
    i &+= 1
  }
  try vm.collectItems(items, Kind.tuple, v)
  try vm.setAttribute(a[0], Q.version_info, v)
  // sys.implementation: an object with attributes.
  try vm.newNamespace(items)
  try vm.setAttribute(items, Q.version, v)
  vm.set(v, Value(Q.micropython))
  try vm.setAttribute(items, Q.name, v)
  vm.set(v, Value(Q.machine_text))
  try vm.setAttribute(items, Q._machine, v)
  // The host may ask to pass for another platform (`tayberry-unix`).
  if try !vm.boardVariable("PLATFORM", v) { vm.set(v, Value(Q.rp2)) }
  try vm.setAttribute(a[0], Q.platform, v)
  vm.set(v, vm(v).value == Value(Q.rp2) ? Value(Q.RPI_PICO) : Value(Q.standard))
  try vm.setAttribute(items, Q._build, v)
  // As the MicroPython that is to come: items of arrays are checked against their bounds.
  vm.set(v, Value.true)
  try vm.setAttribute(items, Q._v2, v)
  vm.set(v, Value(int: 6 | 3 << 8))
  try vm.setAttribute(items, Q._mpy, v)
  try vm.setAttribute(a[0], Q.implementation, items)
  vm.set(v, Value(Q.prompt1))
  try vm.setAttribute(a[0], Q.ps1, v)
  vm.set(v, Value(Q.prompt2))
  try vm.setAttribute(a[0], Q.ps2, v)
  try vm.getAttribute(a[0], Q.excepthook, v)
  try vm.setAttribute(a[0], Q.__excepthook__, v)
  // Standard streams: one type, told apart by a number.
  i = 0
  while i < 3 {
    try vm.new(Kind.object, words: 3, stream)
    vm(stream).set(1, vm.type(number: ModuleType.Console))
    vm(stream).setInt(2, Int32(bitPattern: i))
    let name = i == 0 ? Q.stdin : i == 1 ? Q.stdout : Q.stderr
    try vm.setAttribute(a[0], name, stream)
    if i == 0 { vm.setRoot(.stdin, vm(stream)) }
    if i == 1 { vm.setRoot(.stdout, vm(stream)) }
    i &+= 1
  }
  vm.set(out, .none)
}
//@qstr __excepthook__ _v2 argv path stdin stdout stderr name buffer

//@native sys:exit 0 1
func sysExit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 { throw vm.raise(.SystemExit, "") }
  throw vm.raise(.SystemExit, value: a[0])
}
//@native sys:print_exception 1 2
func sysPrintException(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot(), result = vm.slot(), method = vm.slot()
  if a.count == 2, try !vm.findAttribute(a[1], Q.write, method) { throw vm.raise(errno: 22) }
  try vm.newBuilder(text)
  try vm.printException(a[0], text)
  try vm.finish(text, Kind.str, text)
  if a.count == 2 { try vm.callMethod(a[1], Q.write, Args(text, 1), result) } else { try vm.consoleWrite(text) }
  vm.set(out, .none)
}
/// `excepthook(type, value, traceback)`: tells of an exception that nobody has caught. The program may put its own in its place.
//@native sys:excepthook 3 3
func sysExceptionHook(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try sysPrintException(&vm, Args(a[1], 1), out) }
/// Seconds that a thread keeps the interpreter while equals wait for it.
//@native sys:getswitchinterval 0 0
func sysSwitchInterval(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFloat(Double(vm.sliceMicroseconds) / 1e6, out) }
//@native sys:setswitchinterval 1 1
func sysSetSwitchInterval(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let seconds = try vm.toDouble(a[0])
  if !(seconds > 0) { throw vm.raise(.ValueError, "switch interval must be strictly positive") }
  // No shorter than what a switch of threads takes, no longer than a word of microseconds.
  vm.memory[vm.state &+ State.slice] = UInt32(max(100, min(seconds * 1e6, 4e9)))
  vm.set(out, .none)
}
/// Bytes that an object takes, its storage included, if nobody shares that.
//@native sys:getsizeof 1 2
func sysSizeOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.objectBytes(a[0])))) }
/// `exc_info()`: type, value and traceback of the exception being handled.
//@native sys:exc_info 0 0
func sysExceptionInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let e = vm.slot(), items = vm.slot(), v = vm.slot()
  vm.handledException(e)
  try vm.newList(items)
  if vm(e).isNull { vm.set(v, .none) } else { vm.set(v, vm.typeOf(vm(e))) }
  try vm.listAppend(items, v)
  if vm(e).isNull { vm.set(v, .none) } else { vm.copy(v, e) }
  try vm.listAppend(items, v)
  vm.set(v, .none)
  if !vm(e).isNull { try vm.tracebackObject(e, v) }
  try vm.listAppend(items, v)
  try vm.collectItems(items, Kind.tuple, out)
}
/// The exception being handled, or None.
//@native sys:exception 0 0
func sysException(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let e = vm.slot()
  vm.handledException(e)
  if vm(e).isNull { vm.set(out, .none) } else { vm.copy(out, e) }
}
//@native sys:atexit 1 1
func sysAtExit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // Root.module(7): what runs at the end of the program.
  let old = vm.slot()
  vm.set(old, vm.root(.module(7)))
  if vm(a[0]).value.isNone { vm.setRoot(.module(7), Value.null) } else { vm.setRoot(.module(7), vm(a[0])) }
  if vm(old).isNull { vm.set(out, .none) } else { vm.copy(out, old) }
}

// MARK: Standard streams

/// `write(bytes[, from[, count]])`, as every stream.
//@native ConsoleTextIOWrapper.write 2 4
func consoleWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count > 2 && !vm.isText(vm(a[1])) {
    let part = try vm.bytesPart(a)
    vm.copy(a[1], part)
  }
  try vm.consoleWrite(a[1])
  let n = try vm.length(a[1])
  vm.set(out, Value(int: Int32(bitPattern: n)))
}
//@native ConsoleTextIOWrapper.flush 1 1
//@native ConsoleTextIOWrapper.close 1 1
//@native ConsoleTextIOWrapper.__enter__ 1 1
func consoleFlush(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .none) }
//@native ConsoleTextIOWrapper.__exit__ 4 4
func consoleExit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .none) }
//@native ConsoleTextIOWrapper.fileno 1 1
func consoleNumber(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: vm.field(a[0], 0) & 3)) }
/// The same stream, giving bytes.
//@native ConsoleTextIOWrapper.buffer 1 1 property
func consoleBuffer(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let made = vm.slot()
  try vm.new(Kind.object, words: 3, made)
  vm(made).set(1, vm.type(number: ModuleType.ConsoleBytes))
  let which = vm(a[0]).int(2)
  vm(made).setInt(2, which | 4)
  vm.copy(out, made)
}
/// `read()` to the end, `read(n)` characters.
//@native ConsoleTextIOWrapper.read 1 2
func consoleRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = a.count > 1 && !vm(a[1]).value.isNone ? try vm.toInt32(a[1]) : -1
  try vm.readConsole(most: count < 0 ? .max : UInt32(count), line: false, a[0], out)
}
/// `readinto(buffer[, count])`: waits for all of it, or the end of input.
//@native ConsoleTextIOWrapper.readinto 2 3
func consoleReadInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let part = vm.slot(), stream = vm.slot()
  var count = try vm.byteRange(a[1], writable: true).count
  if a.count > 2 { count = min(count, UInt32(max(try vm.toInt32(a[2]), 0))) }
  // Bytes, whichever of the two streams is asked.
  try consoleBuffer(&vm, a, stream)
  try vm.readConsole(most: count, line: false, stream, part)
  let to = try vm.byteRange(a[1], writable: true)
  let from = vm.bytesOf(part), n = min(Int(to.count), from.count)
  if n > 0 { vm.memory.at(to.address).copyMemory(from: from.baseAddress.unsafelyUnwrapped, byteCount: n) }
  vm.set(out, Value(int: Int32(n)))
}
//@native ConsoleTextIOWrapper.readline 1 2
func consoleReadLine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.readConsole(most: .max, line: true, a[0], out)
}
//@native ConsoleTextIOWrapper.readlines 1 1
func consoleReadLines(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), line = vm.slot()
  try vm.newList(list)
  while true {
    try vm.readConsole(most: .max, line: true, a[0], line)
    if try !vm.truth(line) { break }
    try vm.listAppend(list, line)
  }
  vm.copy(out, list)
}
//@native ConsoleTextIOWrapper.__iter__ 1 1
func consoleIterate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
//@native ConsoleTextIOWrapper.__next__ 1 1
func consoleNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let line = vm.slot()
  try vm.readConsole(most: .max, line: true, a[0], line)
  if try !vm.truth(line) { throw vm.raise(.StopIteration, "") }
  vm.copy(out, line)
}

extension VM {
  /// Writes the text of a str, or the bytes of a bytes-like object, to the console.
  mutating func consoleWrite(_ s: Slot) throws(Raise) {
    if isText(self(s)) {
      let t = slot()
      defer { release(to: t) }
      do { let n = text(self(s)); set(t, n) }
      return consoleWrite(all: t)
    }
    var done: UInt32 = 0
    while true {
      let count = try byteRange(s, writable: false).count
      if done >= count { return }
      let some = consoleRoom(count &- done), r = try byteRange(s, writable: false)
      if done >= r.count { return }
      let n = min(some, r.count &- done)
      consoleWrite(UnsafeRawBufferPointer(start: memory.at(r.address &+ done), count: Int(n)))
      done &+= n
    }
  }

  /// Reads bytes from the console, one at a time, so that Ctrl-C and callbacks are served between them. Text counts in characters.
  mutating func readConsole(most: UInt32, line: Bool, _ stream: Slot, _ out: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let text = slot(), scratch = slot()
    let binary = self(stream).int(2) & 4 != 0
    try newBuilder(text)
    var count: UInt32 = 0, more = 0
    while count < most || more > 0 {
      // The byte lands in a slot's memory, which does not move; the slot is null again before anything looks.
      let n = consoleRead(scratch.address, count: 1, wait: true)
      let b = memory.byte(scratch.address)
      set(scratch, .null)
      try yieldPoint()
      if n < 0 { break }
      if n == 0 { continue }
      try append(text, byte: b)
      if more > 0 {
        more -= 1
        continue
      }
      if !binary { more = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : b >= 0xc0 ? 1 : 0 }
      count &+= 1
      if line && b == 10 { break }
    }
    try finish(text, binary ? Kind.bytes : Kind.str, out)
  }
}
