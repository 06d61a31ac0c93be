import Port

// Attributes of code objects.
//@qstr co_code co_consts co_names co_filename co_name co_firstlineno co_lines _bytecode _constants dis

extension VM {
  /// Offset of the first instruction from the bytecode object, and behind the last.
  fileprivate borrowing func codeBounds(_ code: borrowing Ref) -> (first: UInt32, end: UInt32) {
    let base = UnsafeRawPointer(code.at(Code.bytecode).pointer), p = Prelude(base + 8)
    return (UInt32(p.cursor.raw + Int(p.information) - base) &+ p.cells, 8 &+ UInt32(bitPattern: code.at(Code.bytecode).int(1)))
  }
}

//@native code.co_name 1 1 property
func codeNameOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(vm.codeName(vm(a[0])))) }
//@native code.co_filename 1 1 property
func codeFile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(vm.codeString(vm(a[0]), 0))) }
/// The line of the first statement, as in MicroPython.
//@native code.co_firstlineno 1 1 property
func codeFirstLine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let first = vm.codeBounds(vm(a[0])).first
  vm.set(out, Value(int: Int32(bitPattern: vm.lineNumber(vm(a[0]), first &+ 1))))
}
/// The instructions.
//@native code.co_code 1 1 property
func codeBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.codeBytes(a[0], all: false, out) }
/// The same with what stands before them: sizes, names, lines.
//@native code._bytecode 1 1 property
func codeAllBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.codeBytes(a[0], all: true, out) }
/// The code of the functions in it, and None, as in MicroPython.
//@native code.co_consts 1 1 property
func codeConstants(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let from = vm.slot()
  vm.set(from, vm(a[0]).at(Code.children))
  try vm.storageTuple(from, more: 1, out)
}
/// The constants of the module, which its functions share.
//@native code._constants 1 1 property
func codeObjects(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let from = vm.slot()
  vm.set(from, vm(a[0]).at(Code.context).at(CodeContext.constants))
  try vm.storageTuple(from, more: 0, out)
}
/// The names of the module, likewise.
//@native code.co_names 1 1 property
func codeNames(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let from = vm.slot()
  vm.set(from, vm(a[0]).at(Code.context).at(CodeContext.strings))
  try vm.storageTuple(from, more: 0, out)
}
/// `(start, end, line)` of the pieces of the bytecode.
//@native code.co_lines 1 1
func codeLines(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let code = vm.slot(), list = vm.slot(), made = vm.slot()
  vm.copy(code, a[0])
  try vm.newList(list)
  let (first, end) = vm.codeBounds(vm(code))
  var start = first
  while start < end {
    let line = vm.lineNumber(vm(code), start &+ 1)
    var next = start &+ 1
    while next < end && vm.lineNumber(vm(code), next &+ 1) == line { next &+= 1 }
    vm.port.spend(long: (next &- start) &* 50)
    try vm.newItems(Kind.tuple, 3, made)
    vm(made).setInt(2, Int32(bitPattern: start &- first))
    vm(made).setInt(3, Int32(bitPattern: next &- first))
    vm(made).setInt(4, Int32(bitPattern: line))
    try vm.listAppend(list, made)
    start = next
  }
  try vm.iterate(list, out)
}

extension VM {
  fileprivate mutating func codeBytes(_ of: Slot, all: Bool, _ out: Slot) throws(Raise) {
    let made = slot(), code = slot()
    defer { release(to: made) }
    copy(code, of)
    let (begin, end) = codeBounds(self(code)), first = all ? 8 : begin
    try newRaw(Kind.bytes, bytes: end &- first, made)
    memory.move(memory[made.address] &+ 12, from: self(code).raw(Code.bytecode) &+ first, count: end &- first)
    copy(out, made)
  }
  /// The items of a storage, and None if there is to be one `more`, as a tuple.
  fileprivate mutating func storageTuple(_ from: Slot, more: UInt32, _ out: Slot) throws(Raise) {
    let made = slot()
    defer { release(to: made) }
    let n = self(from).isNull ? 0 : UInt32(bitPattern: self(from).int(1))
    try newItems(Kind.tuple, n &+ more, made)
    var i: UInt32 = 2
    while i < n &+ 2 { self(made).set(i, self(from).at(i)); i &+= 1 }
    if more != 0 { self(made).set(i, .none) }
    copy(out, made)
  }
}
