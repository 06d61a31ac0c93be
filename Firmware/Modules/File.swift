import Drivers
import Port
import Python
import Registers

// Files of the host's folders. Reads go ahead by up to a block; a write or a seek first gives back what was not taken.
//@qstr encoding buffering mode file

extension VM {
  private borrowing func aheadLeft(_ s: Slot) -> UInt32 {
    if native(self(s)).at(2 &+ FileField.ahead).isNull { return 0 }
    let all = UInt32(bytesOfField(s, FileField.ahead).count)
    return all &- UInt32(field(s, FileField.taken))
  }
  /// The bytes of the value in a field; stale after the next allocation.
  borrowing func bytesOfField(_ s: Slot, _ i: UInt32) -> UnsafeRawBufferPointer {
    let mark = mark
    defer { release(to: mark) }
    let v = slot()
    set(v, native(self(s)).at(2 &+ i))
    return bytesOf(v)
  }
  /// The next byte that was read ahead.
  borrowing func aheadByte(_ s: Slot) -> Int32? {
    if aheadLeft(s) == 0 { return nil }
    let taken = field(s, FileField.taken)
    let b = bytesOfField(s, FileField.ahead)[Int(taken)]
    setField(s, FileField.taken, taken &+ 1)
    return Int32(b)
  }
  /// Reads the next block ahead; nothing is left from before.
  mutating func fillAhead(_ s: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let builder = slot()
    try newBuilder(builder)
    _ = try rawFileRead(s, Board.linkBufferBytes, builder)
    native(self(s)).set(2 &+ FileField.ahead, self(builder))
    setField(s, FileField.taken, 0)
  }
  /// One read of the host's file to the end of a builder.
  private mutating func rawFileRead(_ s: Slot, _ most: UInt32, _ builder: Slot) throws(Raise) -> UInt32 {
    if isDescriptorFile(s) { return try readDescriptor(field(s, FileField.handle), min(most, Board.linkBufferBytes), builder) ?? 0 }
    let board = board()
    board.lockLink()
    let n = board.link(HOSTLINK.Command.read, at: board.linkBuffer, length: min(most, Board.linkBufferBytes), UInt32(bitPattern: field(s, FileField.handle)))
    if n < 0 { board.unlockLink(); throw raise(errno: -n) }
    do throws(Raise) { try append(builder, bytes: UnsafeRawBufferPointer(start: memory.at(board.linkBuffer), count: Int(n))) } catch {
      board.unlockLink()
      throw error
    }
    board.unlockLink()
    return UInt32(n)
  }
  borrowing func isDescriptorFile(_ s: Slot) -> Bool { isFile(s) && field(s, FileField.flags) & StreamFlag.descriptor != 0 }
  borrowing func hasReadAhead(_ s: Slot) -> Bool { aheadLeft(s) != 0 }
  /// A descriptor that does not wait has nothing yet, and has not ended either.
  borrowing func hasNothingYet(_ s: Slot) -> Bool {
    if !isDescriptorFile(s) || aheadLeft(s) != 0 { return false }
    let board = board(), d = board.description(field(s, FileField.handle))
    return d != 0 && board.flags(ofDescription: d) & DescriptionFlag.nonBlocking != 0
      && board.readiness(ofDescription: d) & (Readiness.readable | Readiness.hangup) == 0
  }
  mutating func fileRead(_ s: Slot, _ most: UInt32, _ builder: Slot) throws(Raise) -> UInt32 {
    try needOpen(s, StreamFlag.readable)
    let left = min(aheadLeft(s), most)
    if left > 0 {
      let mark = mark
      defer { release(to: mark) }
      let ahead = slot()
      set(ahead, native(self(s)).at(2 &+ FileField.ahead))
      let taken = field(s, FileField.taken)
      try appendPart(builder, ahead, UInt32(taken), UInt32(taken) &+ left)
      setField(s, FileField.taken, taken &+ Int32(left))
      return left
    }
    return try rawFileRead(s, most, builder)
  }
  /// Gives back what was read ahead: the host's position is the program's again.
  private mutating func giveBack(_ s: Slot) throws(Raise) {
    let left = aheadLeft(s)
    native(self(s)).set(2 &+ FileField.ahead, Value.null)
    setField(s, FileField.taken, 0)
    if left == 0 { return }
    if isDescriptorFile(s) { throw raise(errno: Errno.illegalSeek) }
    let n = board().link(HOSTLINK.Command.seek, length: 1, UInt32(bitPattern: field(s, FileField.handle)), 0 &- left)
    if n < 0 { throw raise(errno: -n) }
  }
  mutating func fileWrite(_ s: Slot, _ bytes: Slot) throws(Raise) -> UInt32 {
    try needOpen(s, StreamFlag.writable)
    if isDescriptorFile(s) { return try writeDescriptor(field(s, FileField.handle), bytes, all: true) ?? 0 }
    try giveBack(s)
    let handle = UInt32(bitPattern: field(s, FileField.handle)), total = UInt32(bytesOf(bytes).count), board = board()
    var done: UInt32 = 0
    while done < total {
      let part = min(total &- done, Board.linkBufferBytes)
      let from = bytesOf(bytes).baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self) + Int(done)
      let n = board.link(HOSTLINK.Command.writeFile, text: from, length: part, handle)
      if n < 0 { throw raise(errno: -n) }
      if n == 0 { break }
      done &+= UInt32(n)
    }
    return done
  }
  mutating func fileSeek(_ s: Slot, _ offset: Int32, _ origin: UInt32) throws(Raise) -> Int32 {
    try needOpen(s, 0)
    if isDescriptorFile(s) { throw raise(errno: Errno.illegalSeek) }
    try giveBack(s)
    let n = board().link(HOSTLINK.Command.seek, length: origin, UInt32(bitPattern: field(s, FileField.handle)), UInt32(bitPattern: offset))
    if n < 0 { throw raise(errno: -n) }
    return n
  }

  /// `open(path, mode)`.
  mutating func openFile(_ path: Slot, _ mode: Slot, _ out: Slot) throws(Raise) {
    var way: UInt32 = 0, plus = false, textual = true, unknown = false
    if mode.address != 0 && !self(mode).value.isNone {
      if !isText(self(mode)) { throw raise(.TypeError, "mode must be a str") }
      let m = bytesOf(mode)
      var i = 0
      while i < m.count {
        switch m[i] {
        case 0x72: way = 0
        case 0x77: way = 1
        case 0x61: way = 2
        case 0x78: way = 4
        case 0x2b: plus = true
        case 0x62: textual = false
        case 0x74: textual = true
        default: unknown = true
        }
        i += 1
      }
    }
    if unknown { throw raise(.ValueError, "invalid mode") }
    if plus { way = way == 0 ? 3 : way == 4 ? 7 : way &+ 4 }
    let file = slot()
    try newObject(textual ? ModuleType.TextIOWrapper : ModuleType.FileIO, fields: FileField.count, file)
    setField(file, FileField.handle, -1)
    setField(file, FileField.taken, 0)
    setField(file, FileField.descriptor, -1)
    let readable = way == 0 || plus, writable = way != 0
    setField(file, FileField.flags, (textual ? StreamFlag.text : 0) | (readable ? StreamFlag.readable : 0) | (writable ? StreamFlag.writable : 0))
    if isInteger(self(path)) {
      let fd = try toInt32(path)
      _ = try needDescription(fd)
      setField(file, FileField.flags, field(file, FileField.flags) | StreamFlag.descriptor)
      setField(file, FileField.handle, fd)
      return copy(out, file)
    }
    let handle = try hostCall(HOSTLINK.Command.open, path, way)
    if handle < 0 { throw raise(errno: handle == Self.noDevice ? 2 : -handle) }
    setField(file, FileField.handle, handle)
    copy(out, file)
  }
  /// The descriptor of an open file; one of the host's gets it when it is first asked for.
  mutating func descriptor(ofFile s: Slot) throws(Raise) -> Int32 {
    if isDescriptorFile(s) { return field(s, FileField.handle) }
    if field(s, FileField.descriptor) < 0 { setField(s, FileField.descriptor, try check(board().openFile(descriptor: UInt32(field(s, FileField.handle))))) }
    return field(s, FileField.descriptor)
  }
  /// A path: a str, or bytes.
  mutating func needPath(_ s: Slot) throws(Raise) {
    if isText(self(s)) { return }
    _ = try byteRange(s, writable: false)
  }
}

//@native io:open 1 - kw
func ioOpen(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 4, [Q.file, Q.mode, Q.buffering, Q.encoding])
  if !vm.isInteger(vm(b[0])) { try vm.needPath(b[0]) }
  if try vm.openMounted(b[0], b[1], out) { return }
  try vm.openFile(b[0], b[1], out)
}
//@native FileIO.__new__ 1 - kw
func fileNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 4, [Q.file, Q.mode, Q.buffering, Q.encoding])
  if b[0].address == 0 { throw vm.raise(.TypeError, "function missing required positional argument #1") }
  if !vm.isInteger(vm(b[0])) { try vm.needPath(b[0]) }
  try vm.openFile(b[0], b[1], out)
}
//@native FileIO.close 1 1
func fileClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, .none)
  let handle = vm.field(a[0], FileField.handle)
  if handle < 0 { return }
  vm.setField(a[0], FileField.handle, -1)
  vm.native(vm(a[0])).set(2 &+ FileField.ahead, Value.null)
  // A descriptor of the host's file owns its handle.
  let fd = vm.isDescriptorFile(a[0]) ? handle : vm.field(a[0], FileField.descriptor)
  let n = fd >= 0 ? vm.board().close(descriptor: fd) : vm.board().link(HOSTLINK.Command.close, UInt32(bitPattern: handle))
  if n < 0 { throw vm.raise(errno: -n) }
}
//@native FileIO.flush 1 1
func fileFlush(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  vm.set(out, .none)
}
/// `seek(offset[, whence])`
//@native FileIO.seek 2 3
func fileSeek(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let offset = try vm.toInt32(a[1]), origin = a.count > 2 ? try vm.toInt32(a[2]) : 0
  if origin < 0 || origin > 2 { throw vm.raise(errno: 22) }
  let n = try vm.fileSeek(a[0], offset, UInt32(origin))
  vm.set(out, Value(int: n))
}
//@native FileIO.tell 1 1
func fileTell(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.fileSeek(a[0], 0, 1)
  vm.set(out, Value(int: n))
}
//@native FileIO.fileno 1 1
func fileNumber(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needOpen(a[0], 0)
  vm.set(out, Value(int: try vm.descriptor(ofFile: a[0])))
}
//@native FileIO.closed 1 1 property
func fileClosed(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(vm.field(a[0], FileField.handle) < 0)) }
//@native FileIO.__repr__ 1 1
func fileRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot(), n = vm.slot()
  try vm.newBuilder(text)
  try vm.append(text, "<io.")
  vm.set(n, Value(vm.typeName(vm(a[0]))))
  try vm.append(text, n)
  try vm.append(text, byte: 32)
  vm.set(n, Value(int: vm.isDescriptorFile(a[0]) ? vm.field(a[0], FileField.handle) : vm.field(a[0], FileField.handle) &+ 3))
  try vm.str(n, text)
  try vm.append(text, byte: 62)
  try vm.finish(text, Kind.str, out)
}
