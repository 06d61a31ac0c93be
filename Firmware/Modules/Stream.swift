import Drivers
import Port
import Python
import Registers

// Module io: what files, memory streams and streams written in Python have in common.
//@module io
//@qstr readinto ioctl IOBase_text="IOBase" BufferedWriter _io
//@type IOBase module=io kind=abstract
//@type FileIO module=io base=IOBase
//@type TextIOWrapper module=io base=FileIO
//@type BytesIO module=io base=IOBase
//@type StringIO module=io base=BytesIO

/// What is written in Python is loaded when somebody first asks for it.
//@native io:__getattr__ 1 1
func ioMember(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).value == Value(Q.BufferedWriter) { return try vm.libraryMember(Q._io, Q.BufferedWriter, out) }
  throw vm.raise(.AttributeError, "'%' object has no attribute '%'", Value(Q.module), vm(a[0]).value)
}

/// Fields of a file (FileIO, TextIOWrapper): from word 2.
enum FileField {
  /// The host's handle, or with `StreamFlag.descriptor` the descriptor; -1 when closed.
  static var handle: UInt32 { 0 }
  /// `StreamFlag`s.
  static var flags: UInt32 { 1 }
  /// Bytes that were read ahead, and how many of them are taken; null: none.
  static var ahead: UInt32 { 2 }
  static var taken: UInt32 { 3 }
  /// The descriptor that `fileno` made for the host's file, or -1.
  static var descriptor: UInt32 { 4 }
  static var count: UInt32 { 5 }
}
/// Fields of a memory stream (BytesIO, StringIO).
enum MemoryField {
  static var position: UInt32 { 0 }
  static var flags: UInt32 { 1 }
  /// A bytearray; shared with the object it was made from until somebody writes.
  static var bytes: UInt32 { 2 }
  static var count: UInt32 { 3 }
}
enum StreamFlag {
  static var text: Int32 { 1 }
  static var readable: Int32 { 2 }
  static var writable: Int32 { 4 }
  static var closed: Int32 { 8 }
  /// The bytes belong to somebody else: copied before the first write.
  static var shared: Int32 { 16 }
  /// On a descriptor, not a file of the host.
  static var descriptor: Int32 { 32 }
}
/// Codes of a stream's `ioctl`.
enum StreamControl {
  static var flush: Int32 { 1 }
  static var seek: Int32 { 2 }
  static var poll: Int32 { 3 }
  static var close: Int32 { 4 }
}

extension VM {
  borrowing func isFile(_ s: Slot) -> Bool { isModuleObject(s, ModuleType.FileIO) || isModuleObject(s, ModuleType.TextIOWrapper) }
  borrowing func isConsole(_ s: Slot) -> Bool { isModuleObject(s, ModuleType.Console) || isModuleObject(s, ModuleType.ConsoleBytes) }
  borrowing func isMemoryStream(_ s: Slot) -> Bool { isModuleObject(s, ModuleType.BytesIO) || isModuleObject(s, ModuleType.StringIO) }
  /// True if the stream gives and takes text.
  borrowing func isTextStream(_ s: Slot) -> Bool {
    isModuleObject(s, ModuleType.TextIOWrapper) || isModuleObject(s, ModuleType.StringIO) || isConsole(s) && field(s, 0) & 4 == 0
  }

  /// Reads up to `most` bytes to the end of a builder; 0 at the end of the stream (or when it has nothing now).
  /// Knows our own streams; any other object is asked by `readinto`, then by `read`.
  public mutating func streamRead(_ s: Slot, most: UInt32, _ builder: Slot) throws(Raise) -> UInt32 {
    if isFile(s) { return try fileRead(s, most, builder) }
    if isMemoryStream(s) { return try memoryRead(s, most, builder) }
    let mark = mark
    defer { release(to: mark) }
    let method = slot(), argument = slot(), result = slot()
    if isConsole(s) {
      try readConsole(most: min(most, 1), line: false, s, argument)
      let n = UInt32(bytesOf(argument).count)
      try append(builder, argument)
      return n
    }
    let n = min(most, 256)
    if try findAttribute(s, Q.readinto, method) {
      set(result, Value(int: Int32(n)))
      let type = slot()
      set(type, self.type(.bytearray))
      try call(type, Args(result, 1), argument)
      try call(method, Args(argument, 1), result)
      if self(result).value.isNone { return 0 }
      let got = try toInt32(result)
      // A negative answer is an errno, as in MicroPython.
      if got < 0 || got > Int32(n) { throw raise(errno: got < 0 ? 0 &- got : 5) }
      try appendPart(builder, argument, 0, UInt32(got))
      return UInt32(got)
    }
    if try !findAttribute(s, Q.read, method) { throw raise(.OSError, "stream operation not supported") }
    set(argument, Value(int: Int32(n)))
    try call(method, Args(argument, 1), result)
    if self(result).value.isNone { return 0 }
    if !isText(self(result)) { _ = try byteRange(result, writable: false) }
    let got = UInt32(bytesOf(result).count)
    try append(builder, result)
    return got
  }

  /// Writes all bytes of a value; answers how many were taken.
  @discardableResult
  public mutating func streamWrite(_ s: Slot, _ bytes: Slot) throws(Raise) -> UInt32 {
    if isFile(s) { return try fileWrite(s, bytes) }
    if isMemoryStream(s) { return try memoryWrite(s, bytes) }
    let mark = mark
    defer { release(to: mark) }
    let argument = slot(), result = slot()
    copy(argument, bytes)
    let n = UInt32(bytesOf(bytes).count)
    try callMethod(s, Q.write, Args(argument, 1), result)
    // Nobody takes more than there is (a text's length may be counted in characters).
    if self(result).value.isInt, self(result).value.int > Int32(n) { throw raise(errno: 5) }
    return self(result).value.isInt ? UInt32(bitPattern: try toInt32(result)) : self(result).value.isNone ? 0 : n
  }

  /// The next byte; -1 at the end.
  public mutating func streamByte(_ s: Slot) throws(Raise) -> Int32 {
    if isFile(s), let b = aheadByte(s) { return b }
    if isMemoryStream(s) {
      try needOpen(s, 0)
      let bytes = bytesOfField(s, MemoryField.bytes), at = field(s, MemoryField.position)
      if Int(at) >= bytes.count { return -1 }
      setField(s, MemoryField.position, at + 1)
      return Int32(bytes[Int(at)])
    }
    let mark = mark
    defer { release(to: mark) }
    let builder = slot()
    if isFile(s) {
      try fillAhead(s)
      return aheadByte(s) ?? -1
    }
    try newBuilder(builder)
    if try streamRead(s, most: 1, builder) == 0 { return -1 }
    return Int32(bytesOf(builder)[0])
  }

  /// Appends bytes `from` up to `to` of a value.
  mutating func appendPart(_ builder: Slot, _ source: Slot, _ from: UInt32, _ to: UInt32) throws(Raise) {
    if from == 0 && to == UInt32(bytesOf(source).count) { return try append(builder, source) }
    var i = from
    while i < to {
      let b = bytesOf(source)[Int(i)]
      try append(builder, byte: b)
      i &+= 1
    }
  }

  /// `read([n])`: n bytes or characters, all that is left without a number.
  mutating func streamReadCall(_ a: Args, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let builder = slot()
    let most = a.count > 1 && !self(a[1]).value.isNone ? try toInt32(a[1]) : -1
    let isText = isTextStream(a[0])
    try needOpen(a[0], StreamFlag.readable)
    try newBuilder(builder)
    if isText && most > 0 {
      var n: Int32 = 0, more: UInt32 = 0
      while n < most || more > 0 {
        let b = try streamByte(a[0])
        if b < 0 { break }
        try append(builder, byte: UInt8(truncatingIfNeeded: b))
        if more > 0 { more &-= 1; continue }
        more = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : b >= 0xc0 ? 1 : 0
        n &+= 1
      }
    } else {
      var left = most < 0 ? UInt32.max : UInt32(most)
      while left > 0 {
        let n = try streamRead(a[0], most: left, builder)
        if n == 0 { break }
        left &-= n
        port.spend(long: n)
      }
    }
    try finishRead(builder, isText, out)
  }
  /// What was read as str or bytes; text must be UTF-8.
  mutating func finishRead(_ builder: Slot, _ isText: Bool, _ out: Slot) throws(Raise) {
    if isText && !isUTF8(builder) { throw raise(.UnicodeError, "") }
    try finish(builder, isText ? Kind.str : Kind.bytes, out)
  }
  /// `readline([n])`.
  mutating func streamLine(_ s: Slot, most: Int32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let builder = slot()
    try needOpen(s, StreamFlag.readable)
    try newBuilder(builder)
    var n: Int32 = 0
    while most < 0 || n < most {
      let b = try streamByte(s)
      if b < 0 { break }
      try append(builder, byte: UInt8(truncatingIfNeeded: b))
      n &+= 1
      if b == 10 { break }
    }
    try finishRead(builder, isTextStream(s), out)
  }
  /// ValueError for a closed stream, OSError for one that does not go that way.
  mutating func needOpen(_ s: Slot, _ way: Int32) throws(Raise) {
    if isFile(s) {
      if field(s, FileField.handle) < 0 { throw raise(.ValueError, "I/O operation on closed file") }
      if field(s, FileField.flags) & way != way { throw raise(errno: 9) }
    } else if isMemoryStream(s) {
      if field(s, MemoryField.flags) & StreamFlag.closed != 0 { throw raise(.ValueError, "I/O operation on closed file") }
    }
  }
}

//@native IOBase.__new__ 1 - kw
func ioBaseNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  try vm.newObject(ModuleType.IOBase, fields: 0, o)
  vm.copy(out, o)
}
//@native FileIO.read 1 2
//@native BytesIO.read 1 2
func streamReadNative(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.streamReadCall(a, out)
  if vm.hasNothingYet(a[0]) && vm.bytesOf(out).isEmpty { vm.set(out, .none) }
}
/// `read1`: what one look at the stream gives.
//@native FileIO.read1 1 2
//@native BytesIO.read1 1 2
func streamRead1(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let builder = vm.slot()
  let most = a.count > 1 && !vm(a[1]).value.isNone ? try vm.toInt32(a[1]) : -1
  try vm.needOpen(a[0], StreamFlag.readable)
  try vm.newBuilder(builder)
  if most != 0 { _ = try vm.streamRead(a[0], most: most < 0 ? 512 : UInt32(most), builder) }
  if vm.hasNothingYet(a[0]) && vm.bytesOf(builder).isEmpty && most != 0 { return vm.set(out, .none) }
  try vm.finish(builder, Kind.bytes, out)
}
//@native FileIO.readline 1 2
//@native BytesIO.readline 1 2
//@native IOBase.readline 1 2
func streamReadLine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let most = a.count > 1 && !vm(a[1]).value.isNone ? try vm.toInt32(a[1]) : -1
  try vm.streamLine(a[0], most: most, out)
}
//@native IOBase.readlines 1 1
func streamReadLines(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), line = vm.slot()
  try vm.newList(list)
  while true {
    try vm.streamLine(a[0], most: -1, line)
    if vm.bytesOf(line).isEmpty { break }
    try vm.listAppend(list, line)
  }
  vm.copy(out, list)
}
/// `readinto(buffer[, n])`
//@native FileIO.readinto 2 3
//@native BytesIO.readinto 2 3
//@native FileIO.readinto1 2 3
//@native BytesIO.readinto1 2 3
func streamReadInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let builder = vm.slot()
  try vm.needOpen(a[0], StreamFlag.readable)
  var room = try vm.byteRange(a[1], writable: true).count
  if a.count > 2 {
    let n = try vm.toInt32(a[2])
    if n >= 0 { room = min(room, UInt32(n)) }
  }
  try vm.newBuilder(builder)
  var left = room
  while left > 0 {
    let n = try vm.streamRead(a[0], most: left, builder)
    if n == 0 { break }
    left &-= n
  }
  let to = try vm.byteRange(a[1], writable: true), from = vm.bytesOf(builder)
  let n = min(Int(to.count), from.count)
  if n > 0 { vm.memory.at(to.address).copyMemory(from: from.baseAddress.unsafelyUnwrapped, byteCount: n) }
  if n == 0 && room > 0 && vm.hasNothingYet(a[0]) { return vm.set(out, .none) }
  vm.set(out, Value(int: Int32(n)))
}
extension VM {
  /// `write(bytes[, from], count)`: the part that the numbers behind the bytes name, in a new slot.
  mutating func bytesPart(_ a: Args) throws(Raise) -> Slot {
    let part = slot(), builder = slot()
    let total = try byteRange(a[1], writable: false).count
    var from: UInt32 = 0, n = try toInt32(a[2])
    if a.count > 3 {
      if n < 0 || UInt32(n) > total { n = Int32(total) }
      from = UInt32(n)
      n = try toInt32(a[3])
    }
    let to = n < 0 ? total : min(total, from &+ UInt32(n))
    try newBuilder(builder)
    try appendPart(builder, a[1], from, max(from, to))
    try finish(builder, Kind.bytes, part)
    return part
  }
}
/// `write(bytes[, from[, count]])`: MicroPython's optional part.
//@native FileIO.write 2 4
//@native BytesIO.write 2 4
func streamWriteNative(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], StreamFlag.writable)
  let part = vm.slot()
  if vm.isText(vm(a[1])) {
    vm.copy(part, a[1])
  } else {
    if vm.isTextStream(a[0]) && vm.isMemoryStream(a[0]) { throw vm.raise(.TypeError, "can't convert % to str", Value(vm.typeName(vm(a[1])))) }
    _ = try vm.byteRange(a[1], writable: false)
    vm.copy(part, a.count > 2 ? try vm.bytesPart(a) : a[1])
  }
  if vm.isDescriptorFile(a[0]) {
    let empty = vm.bytesOf(part).isEmpty
    // What does not wait takes what fits: None if nothing does.
    let n = try vm.writeDescriptor(vm.field(a[0], FileField.handle), part, all: true)
    if n == nil && !empty { return vm.set(out, .none) }
    if !vm.isText(vm(part)) || n != UInt32(vm.bytesOf(part).count) { return vm.set(out, Value(int: Int32(bitPattern: n ?? 0))) }
    return vm.set(out, Value(int: Int32(bitPattern: try vm.length(part))))
  }
  let n = try vm.streamWrite(a[0], part)
  // A text stream counts characters.
  if vm.isText(vm(part)), vm.isTextStream(a[0]) || !vm.isMemoryStream(a[0]) {
    vm.set(out, Value(int: Int32(bitPattern: try vm.length(part))))
  } else {
    vm.set(out, Value(int: Int32(bitPattern: n)))
  }
}
//@native IOBase.writelines 2 2
func streamWriteLines(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let iterator = vm.slot(), item = vm.slot(), result = vm.slot()
  try vm.iterate(a[1], iterator)
  while try vm.next(iterator, item) { try vm.callMethod(a[0], Q.write, Args(item, 1), result) }
  vm.set(out, .none)
}
//@native IOBase.__iter__ 1 1
//@native IOBase.__enter__ 1 1
func streamItself(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
//@native IOBase.__next__ 1 1
func streamNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let line = vm.slot()
  try vm.streamLine(a[0], most: -1, line)
  if vm.bytesOf(line).isEmpty { throw vm.raise(.StopIteration, "") }
  vm.copy(out, line)
}
//@native IOBase.__exit__ 4 4
func streamExit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let result = vm.slot()
  try vm.callMethod(a[0], Q.close, Args(result, 0), result)
  vm.set(out, .none)
}
//@native IOBase.flush 1 1
func streamFlush(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.control(a[0], StreamControl.flush, out) }
//@native IOBase.close 1 1
func streamClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.control(a[0], StreamControl.close, out) }
extension VM {
  /// Asks a stream written in Python by its `ioctl`, if it has one.
  fileprivate mutating func control(_ s: Slot, _ what: Int32, _ out: Slot) throws(Raise) {
    let method = slot(), arguments = slots(2), result = slot()
    if try findAttribute(s, Q.ioctl, method) {
      set(arguments, Value(int: what))
      set(arguments.up(1), Value(int: 0))
      try call(method, Args(arguments, 2), result)
    }
    set(out, .none)
  }
}
