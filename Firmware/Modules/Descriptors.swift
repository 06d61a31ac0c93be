import Drivers
import Kernel
import Port
import Python
import Registers

// Descriptors in module `os`: pipes, counters (eventfd), and whatever else is open. A call that must wait lets other threads run; callbacks and Ctrl-C come through.

//@const os:EFD_SEMAPHORE 1
//@const os:EFD_NONBLOCK 2048
//@const os:EFD_CLOEXEC 524288
//@const os:O_RDONLY 0
//@const os:O_WRONLY 1
//@const os:O_RDWR 2
//@const os:O_CREAT 64
//@const os:O_EXCL 128
//@const os:O_TRUNC 512
//@const os:O_APPEND 1024
//@const os:O_NONBLOCK 2048
//@const os:SEEK_SET 0
//@const os:SEEK_CUR 1
//@const os:SEEK_END 2

extension VM {
  /// The description of an open descriptor; OSError EBADF otherwise.
  mutating func needDescription(_ fd: Int32) throws(Raise) -> Address {
    let d = board().description(fd)
    if d == 0 { throw raise(errno: Errno.badDescriptor) }
    return d
  }
  /// The descriptor that an argument names: a number, or the `fileno()` of an object.
  mutating func descriptorNumber(_ s: Slot) throws(Raise) -> Int32 {
    if isInteger(self(s)) { return try toInt32(s) }
    let mark = mark
    defer { release(to: mark) }
    let n = slot()
    try callMethod(s, Q.fileno, Args(n, 0), n)
    return try toInt32(n)
  }
  /// Bits of the sources that a description changes at.
  borrowing func sources(ofDescription d: Address) -> UInt64 {
    let n = board().source(ofDescription: d)
    return n < 64 ? 1 << UInt64(n) : 0
  }

  /// Reads what there is now to the end of a builder, `most` bytes at most: the number, 0 at the end, or a negative errno.
  private mutating func takeBytes(_ d: Address, _ most: UInt32, _ builder: Slot) throws(Raise) -> Int32 {
    let board = board()
    var total: Int32 = 0
    while total < Int32(bitPattern: min(most, 0x3fff_ffff)) || most == 0 {
      var part = [128 of UInt8](repeating: 0)
      let want = min(most &- UInt32(total), 128)
      let n = withUnsafeMutableBytes(of: &part) { board.read(description: d, $0.baseAddress.unsafelyUnwrapped, want) }
      if n <= 0 || most == 0 { return total > 0 ? total : n }
      try withPart(&part, n, builder)
      total &+= n
      // A counter, an end of a console line: what one look gives is enough.
      if UInt32(n) < want || board.kind(ofDescription: d) == DescriptorKind.event { break }
    }
    return total
  }
  private mutating func withPart(_ part: inout [128 of UInt8], _ n: Int32, _ builder: Slot) throws(Raise) {
    let at = try bytearrayGrow(builder, UInt32(n))
    let range = try byteRange(builder, writable: true)
    let to = memory.at(range.address &+ at)
    withUnsafeBytes(of: &part) { to.copyMemory(from: $0.baseAddress.unsafelyUnwrapped, byteCount: Int(n)) }
  }

  /// `read(2)`: waits until there is something. nil: nothing yet, and the description does not wait.
  mutating func readDescriptor(_ fd: Int32, _ most: UInt32, _ builder: Slot) throws(Raise) -> UInt32? {
    let board = board()
    var watching = false
    defer { if watching { board.unwatch(thread &+ Thread.wake) } }
    while true {
      let d = try needDescription(fd)
      let n = try takeBytes(d, most, builder)
      if n >= 0 { return UInt32(n) }
      if n != -Errno.wouldBlock { throw raise(errno: -n) }
      if board.flags(ofDescription: d) & DescriptionFlag.nonBlocking != 0 { return nil }
      if !watching {
        board.watch(thread &+ Thread.wake, sources(ofDescription: d))
        watching = true
        memory[thread &+ Thread.wake] = 0
        continue
      }
      try sleepWatching(until: .never, console: board.kind(ofDescription: d) == DescriptorKind.consoleInput)
    }
  }
  /// One sleep of a watching thread, whose `wake` was cleared before its last look. It is cleared again for the next look.
  mutating func sleepWatching(until deadline: Deadline, console: Bool) throws(Raise) {
    let board = board()
    if memory[state &+ State.pending] & ~Pending.marking == 0 {
      if console { board.awaitInput(true) }
      sleepUnlessWoken(until: deadline)
      if console { board.awaitInput(false) }
    }
    memory[thread &+ Thread.wake] = 0
    try yieldPoint()
  }
  /// `write(2)`: waits until something fits. nil: nothing does now, and the description does not wait. With `all` it waits until everything was taken.
  mutating func writeDescriptor(_ fd: Int32, _ bytes: Slot, all: Bool) throws(Raise) -> UInt32? {
    try moveBytes(fd, bytes, reading: false, all: all, unit: 1, until: .never)
  }
  /// Moves the bytes of a buffer to a descriptor, or into the buffer: in whole units, something or all of them, until the deadline.
  mutating func moveBytes(_ fd: Int32, _ bytes: Slot, reading: Bool, all: Bool, unit: UInt32, until deadline: Deadline) throws(Raise) -> UInt32? {
    let board = board()
    var done: UInt32 = 0, watching = false
    defer { if watching { board.unwatch(thread &+ Thread.wake) } }
    while true {
      let d = try needDescription(fd)
      // The bytes may have moved while it waited.
      let range = reading ? try byteRange(bytes, writable: true) : try streamBytes(bytes), count = range.count &- range.count % unit
      if done > count { return done }
      let at = memory.at(range.address &+ done), n = reading ? board.read(description: d, at, count &- done) : board.write(description: d, at, count &- done)
      if n > 0 { done &+= UInt32(n) }
      if n < 0 && n != -Errno.wouldBlock { throw raise(errno: -n) }
      if done == count || n > 0 && !all { return done }
      if board.flags(ofDescription: d) & DescriptionFlag.nonBlocking != 0 || deadline != .never && board.kernel.now >= deadline.microseconds {
        return done > 0 ? done : nil
      }
      if n > 0 { continue }
      if !watching {
        board.watch(thread &+ Thread.wake, sources(ofDescription: d))
        watching = true
        memory[thread &+ Thread.wake] = 0
        continue
      }
      try sleepWatching(until: deadline, console: false)
    }
  }
  /// Bytes of a text or a buffer.
  mutating func streamBytes(_ s: Slot) throws(Raise) -> (address: Address, count: UInt32) {
    if !isText(self(s)) { return try byteRange(s, writable: false) }
    let b = bytesOf(s)
    return (UInt32(truncatingIfNeeded: UInt(bitPattern: b.baseAddress)), UInt32(b.count))
  }
  /// A pair as a tuple of two numbers.
  mutating func newPair(_ a: Int32, _ b: Int32, _ out: Slot) throws(Raise) {
    let t = slot()
    try newItems(Kind.tuple, 2, t)
    self(t).set(2, Value(int: a))
    self(t).set(3, Value(int: b))
    copy(out, t)
  }
  /// OSError for a negative errno.
  mutating func check(_ result: Int32) throws(Raise) -> Int32 {
    if result < 0 { throw raise(errno: -result) }
    return result
  }
}

//@native os:pipe 0 0
func osPipe(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let p = vm.board().openPipe()
  if p.reader < 0 { throw vm.raise(errno: -p.reader) }
  try vm.newPair(p.reader, p.writer, out)
}
//@native os:eventfd 1 2
func osEvent(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt64(a[0]), flags = a.count > 1 ? try vm.toInt32(a[1]) : 0
  if n < 0 || n > 0xffff_ffff { throw vm.raise(.OverflowError, "counter out of range") }
  if flags & ~(1 | 2048 | 524_288) != 0 { throw vm.raise(errno: Errno.invalid) }
  let fd = try vm.check(
    vm.board().openEvent(UInt64(n), flags: (flags & 1 != 0 ? DescriptionFlag.semaphore : 0) | (flags & 2048 != 0 ? DescriptionFlag.nonBlocking : 0)))
  vm.set(out, Value(int: fd))
}
/// `eventfd_read(fd)`: the counter, which is 0 then (or one less, with EFD_SEMAPHORE).
//@native os:eventfd_read 1 1
func osEventRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let builder = vm.slot()
  try vm.newBuilder(builder)
  let fd = try vm.descriptorNumber(a[0])
  if try vm.readDescriptor(fd, 8, builder) == nil { throw vm.raise(errno: Errno.wouldBlock) }
  var n: UInt64 = 0, i = 0
  let b = vm.bytesOf(builder)
  while i < min(b.count, 8) { n |= UInt64(b[i]) << UInt64(i * 8); i += 1 }
  try vm.newInt(unsigned: n, out)
}
//@native os:eventfd_write 2 2
func osEventWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), n = try vm.toInt64(a[1]), bytes = vm.slot()
  if n < 0 { throw vm.raise(.OverflowError, "counter out of range") }
  try vm.newBuilder(bytes)
  var i: UInt64 = 0
  while i < 8 { try vm.append(bytes, byte: UInt8(truncatingIfNeeded: n >> Int64(i * 8))); i += 1 }
  if try vm.writeDescriptor(fd, bytes, all: false) == nil { throw vm.raise(errno: Errno.wouldBlock) }
  vm.set(out, .none)
}
//@native os:read 2 2
func osRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), n = try vm.toInt32(a[1]), builder = vm.slot()
  if n < 0 { throw vm.raise(errno: Errno.invalid) }
  try vm.newBuilder(builder)
  if try vm.readDescriptor(fd, UInt32(n), builder) == nil { throw vm.raise(errno: Errno.wouldBlock) }
  try vm.finish(builder, Kind.bytes, out)
}
/// `readinto(fd, buffer)`: the number of bytes read.
//@native os:readinto 2 2
func osReadInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), builder = vm.slot(), room = try vm.byteRange(a[1], writable: true).count
  try vm.newBuilder(builder)
  if try vm.readDescriptor(fd, room, builder) == nil { throw vm.raise(errno: Errno.wouldBlock) }
  let to = try vm.byteRange(a[1], writable: true), from = vm.bytesOf(builder)
  let n = min(Int(to.count), from.count)
  if n > 0 { vm.memory.at(to.address).copyMemory(from: from.baseAddress.unsafelyUnwrapped, byteCount: n) }
  vm.set(out, Value(int: Int32(n)))
}
//@native os:write 2 2
func osWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0])
  _ = try vm.byteRange(a[1], writable: false)
  guard let n = try vm.writeDescriptor(fd, a[1], all: false) else { throw vm.raise(errno: Errno.wouldBlock) }
  vm.set(out, Value(int: Int32(bitPattern: n)))
}
//@native os:close 1 1
func osClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0])
  _ = try vm.check(vm.board().close(descriptor: fd))
  vm.set(out, .none)
}
//@native os:closerange 2 2
func osCloseRange(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var fd = max(try vm.toInt32(a[0]), 0)
  let end = min(try vm.toInt32(a[1]), Int32(Board.descriptorLimit))
  while fd < end { _ = vm.board().close(descriptor: fd); fd += 1 }
  vm.set(out, .none)
}
//@native os:dup 1 1
func osDuplicate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0])
  let new = try vm.check(vm.board().duplicate(descriptor: fd))
  vm.set(out, Value(int: new))
}
//@native os:dup2 2 3
func osDuplicateTo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), to = try vm.descriptorNumber(a[1])
  let new = try vm.check(vm.board().duplicate(descriptor: fd, to: to))
  vm.set(out, Value(int: new))
}
//@native os:get_blocking 1 1
func osGetBlocking(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), d = try vm.needDescription(fd)
  vm.set(out, .bool(vm.board().flags(ofDescription: d) & DescriptionFlag.nonBlocking == 0))
}
//@native os:set_blocking 2 2
func osSetBlocking(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), on = try vm.truth(a[1]), d = try vm.needDescription(fd)
  vm.board().setFlag(DescriptionFlag.nonBlocking, !on, ofDescription: d)
  vm.set(out, .none)
}
//@native os:isatty 1 1
func osIsTerminal(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), d = vm.board().description(fd)
  let kind = d == 0 ? 0 : vm.board().kind(ofDescription: d)
  vm.set(out, .bool(kind == DescriptorKind.consoleInput || kind == DescriptorKind.consoleOutput || kind == DescriptorKind.uart))
}
/// `open(path, flags[, mode])`: a file of the host.
//@native os:open 2 3
func osOpen(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needPath(a[0])
  let flags = try vm.toInt32(a[1]), way = flags & 3
  if way == 3 { throw vm.raise(errno: Errno.invalid) }
  // The host's ways: 0 r, 1 w, 2 a, 3 r+, 4 x, 5 w+, 6 a+, 7 x+.
  var host: UInt32 = way == 0 ? 0 : 3
  if way != 0 && flags & 64 != 0 {
    host = flags & 128 != 0 ? (way == 2 ? 7 : 4) : flags & 1024 != 0 ? (way == 2 ? 6 : 2) : flags & 512 != 0 ? (way == 2 ? 5 : 1) : 3
    if host == 3, try vm.hostMode(a[0]) == nil { host = way == 2 ? 5 : 1 }
  } else if way != 0 && flags & 1024 != 0 {
    host = way == 2 ? 6 : 2
  }
  let handle = try vm.hostCall(HOSTLINK.Command.open, a[0], host)
  if handle < 0 { throw vm.raise(errno: handle == VM.noDevice ? 2 : -handle) }
  let fd = vm.board().openFile(descriptor: UInt32(handle))
  if fd < 0 {
    _ = vm.board().link(HOSTLINK.Command.close, UInt32(handle))
    throw vm.raise(errno: -fd)
  }
  vm.set(out, Value(int: fd))
}
//@native os:lseek 3 3
func osSeek(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = try vm.descriptorNumber(a[0]), offset = try vm.toInt32(a[1]), origin = try vm.toInt32(a[2]), d = try vm.needDescription(fd)
  if vm.board().kind(ofDescription: d) != DescriptorKind.file { throw vm.raise(errno: Errno.illegalSeek) }
  if origin < 0 || origin > 2 { throw vm.raise(errno: Errno.invalid) }
  let n = vm.board().link(HOSTLINK.Command.seek, length: UInt32(origin), vm.board().device(ofDescription: d), UInt32(bitPattern: offset))
  vm.set(out, Value(int: try vm.check(n)))
}
/// `fdopen(fd, mode='r', …)`: a file object on a descriptor.
//@native os:fdopen 1 - kw
func osFileOfDescriptor(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 4, [Q.file, Q.mode, Q.buffering, Q.encoding])
  if !vm.isInteger(vm(b[0])) { throw vm.raise(.TypeError, "invalid fd type") }
  try vm.openFile(b[0], b[1], out)
}
