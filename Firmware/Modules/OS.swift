import Drivers
import Port
import Python
import Registers

// Module os, over the host's folders.
//@module os
//@const os:sep "/"
//@const os:name "posix"
//@const os:curdir "."
//@type DirectoryIterator module=os hidden

extension VM {
  /// A HostLink command with a path; raises OSError if it fails.
  mutating func pathCall(_ command: UInt32, _ path: Slot, _ argument: UInt32 = 0) throws(Raise) {
    try needPath(path)
    let r = try hostCall(command, path, argument)
    if r < 0 { throw raise(errno: r == Self.noDevice ? 1 : -r) }
  }
  /// The ten numbers of `stat` or `statvfs` as a tuple.
  mutating func statusTuple(_ path: Slot, _ what: UInt32, _ out: Slot) throws(Raise) {
    try needPath(path)
    let list = slot(), item = slot()
    var numbers: [10 of Int64] = [10 of Int64](repeating: 0)
    let m = memory
    let r = try hostCall(HOSTLINK.Command.status, path, what, Board.linkBufferBytes) { board, result in
      if result < 0 { return }
      var i: UInt32 = 0
      while i < 10 {
        let at = board.linkBuffer &+ i &* 8
        numbers[Int(i)] = Int64(bitPattern: UInt64(m[at]) | UInt64(m[at &+ 4]) << 32)
        i &+= 1
      }
    }
    if r < 0 { throw raise(errno: r == Self.noDevice ? 2 : -r) }
    try newList(list)
    var i = 0
    while i < 10 {
      try newInt(numbers[i], item)
      try listAppend(list, item)
      i += 1
    }
    try collectItems(list, Kind.tuple, out)
  }
  /// Mode and size of what is at a path; nil if nothing is.
  mutating func hostMode(_ path: Slot) throws(Raise) -> (mode: UInt32, size: UInt32)? {
    var answer: (mode: UInt32, size: UInt32) = (0, 0)
    let r = try hostCall(HOSTLINK.Command.stat, path, 0, 0) { board, result in if result >= 0 { answer = board.linkArguments } }
    return r < 0 ? nil : answer
  }
  /// Entry `n` of a folder, as text; false past the last one.
  mutating func directoryEntry(_ path: Slot, _ n: UInt32, _ out: Slot) throws(Raise) -> Bool {
    let r = try hostAnswer(HOSTLINK.Command.list, path, n, out)
    if r >= 0 { return true }
    if n > 0 && r == -2 { return false }
    // An empty folder and one that is not there answer alike.
    if r == -2, let found = try hostMode(path), found.mode & 0x4000 != 0 { return false }
    throw raise(errno: r == Self.noDevice ? 2 : -r)
  }
}

//@native os:getcwd 0 0
func osGetDirectory(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try vm.mountedDirectory(out) { return }
  let none = vm.slot(), text = vm.slot()
  vm.set(none, Value(Q.empty))
  let r = try vm.hostAnswer(HOSTLINK.Command.directory, none, 1, text)
  if r < 0 { throw vm.raise(errno: -r) }
  vm.copy(out, text)
}
//@native os:chdir 1 1
func osChangeDirectory(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try !vm.changeMount(a[0]) {
    try vm.pathCall(HOSTLINK.Command.directory, a[0])
    vm.leaveMounts()
  }
  vm.set(out, .none)
}
//@native os:mkdir 1 2
func osMakeDirectory(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try !vm.onMount(Q.mkdir, a[0], root: 17, out) { try vm.pathCall(HOSTLINK.Command.makeDirectory, a[0]) }
  vm.set(out, .none)
}
//@native os:rmdir 1 1
func osRemoveDirectory(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try !vm.onMount(Q.rmdir, a[0], root: 16, out) { try vm.pathCall(HOSTLINK.Command.removeDirectory, a[0]) }
  vm.set(out, .none)
}
//@native os:remove 1 1
//@native os:unlink 1 1
func osRemove(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if try !vm.onMount(Q.remove, a[0], root: 21, out) { try vm.pathCall(HOSTLINK.Command.remove, a[0]) }
  vm.set(out, .none)
}
//@native os:rename 2 2
func osRename(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needPath(a[0])
  try vm.needPath(a[1])
  if try vm.renameOnMount(a[0], a[1]) { return vm.set(out, .none) }
  let both = vm.slot()
  try vm.newBuilder(both)
  try vm.append(both, a[0])
  try vm.append(both, byte: 0)
  try vm.append(both, a[1])
  try vm.pathCall(HOSTLINK.Command.rename, both)
  vm.set(out, .none)
}
//@native os:stat 1 1
func osStat(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needPath(a[0])
  if try vm.rootStatus(a[0], volume: false, out) { return }
  if try !vm.onMount(Q.stat, a[0], root: 2, out) { try vm.statusTuple(a[0], 0, out) }
}
//@native os:statvfs 1 1
func osStatVolume(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needPath(a[0])
  if try vm.rootStatus(a[0], volume: true, out) { return }
  if try !vm.onMount(Q.statvfs, a[0], root: 2, out) { try vm.statusTuple(a[0], 1, out) }
}
//@native os:sync 0 0
func osSync(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .none) }

//@native os:listdir 0 1
func osList(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), name = vm.slot(), path = vm.slot()
  if a.count == 0 { vm.set(path, Value(Q.empty)) } else { vm.copy(path, a[0]) }
  try vm.needPath(path)
  let entries = vm.slot(), first = vm.slot()
  if try vm.mountedEntries(path, entries) {
    try vm.newList(list)
    vm.set(first, Value(int: 0))
    while try vm.next(entries, name) {
      try vm.getItem(name, first, name)
      try vm.listAppend(list, name)
    }
  } else {
    try vm.hostNames(path, list)
  }
  vm.copy(out, list)
}
extension VM {
  /// The names in a folder of the host's, as a list.
  mutating func hostNames(_ path: Slot, _ out: Slot) throws(Raise) {
    let list = slot(), name = slot()
    try newList(list)
    var n: UInt32 = 0
    while try directoryEntry(path, n, name) {
      try listAppend(list, name)
      n &+= 1
    }
    copy(out, list)
    release(to: list)
  }
  /// A DirectoryIterator over a folder of the host's. Fields: path, list of names, next one.
  mutating func hostEntries(_ path: Slot, _ out: Slot) throws(Raise) {
    let o = slot(), names = slot()
    try hostNames(path, names)
    try newObject(ModuleType.DirectoryIterator, fields: 3, o)
    self(o).set(2, self(path))
    self(o).set(3, self(names))
    setField(o, 2, 0)
    copy(out, o)
    release(to: o)
  }
}
/// `ilistdir([path])`: an iterator over (name, type, inode, size).
//@native os:ilistdir 0 1
func osIterateDirectory(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let path = vm.slot(), made = vm.slot()
  if a.count == 0 { vm.set(path, Value(Q.empty)) } else { vm.copy(path, a[0]) }
  try vm.needPath(path)
  if try !vm.mountedEntries(path, made) { try vm.hostEntries(path, made) }
  vm.copy(out, made)
}
//@native DirectoryIterator.__iter__ 1 1
func directoryIterator(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
//@native DirectoryIterator.__next__ 1 1
func directoryNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let names = vm.slot(), i = vm.slot(), name = vm.slot(), path = vm.slot(), list = vm.slot()
  vm.set(names, vm(a[0]).at(3))
  let n = vm.field(a[0], 2)
  if UInt32(n) >= (try vm.length(names)) { throw vm.raise(.StopIteration, "") }
  vm.setField(a[0], 2, n &+ 1)
  vm.set(i, Value(int: n))
  try vm.getItem(names, i, name)
  try vm.newBuilder(path)
  vm.set(i, vm(a[0]).at(2))
  try vm.append(path, i)
  if !vm.bytesOf(i).isEmpty { try vm.append(path, byte: 47) }
  try vm.append(path, name)
  let found = try vm.hostMode(path) ?? (mode: 0, size: 0)
  // As the path was given: text or bytes.
  if !vm.isText(vm(i)) {
    try vm.newBuilder(path)
    try vm.append(path, name)
    try vm.finish(path, Kind.bytes, name)
  }
  try vm.newList(list)
  try vm.listAppend(list, name)
  vm.set(i, Value(int: Int32(found.mode & 0xc000)))
  try vm.listAppend(list, i)
  vm.set(i, Value(int: 0))
  try vm.listAppend(list, i)
  try vm.newInt(Int64(found.size), i)
  try vm.listAppend(list, i)
  try vm.collectItems(list, Kind.tuple, out)
}
//@native os:urandom 1 1
func osRandom(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[0])
  if n < 0 { throw vm.raise(.ValueError, "negative argument not allowed") }
  let builder = vm.slot()
  try vm.newBuilder(builder)
  var left = UInt32(n)
  let board = vm.board()
  while left > 0 {
    let part = min(left, Board.linkBufferBytes)
    if board.hasHostLink {
      board.lockLink()
      _ = board.link(HOSTLINK.Command.random, at: board.linkBuffer, length: part)
      do throws(Raise) {
        try vm.append(builder, bytes: UnsafeRawBufferPointer(start: vm.memory.at(board.linkBuffer), count: Int(part)))
      } catch { board.unlockLink(); throw error }
      board.unlockLink()
    } else {
      var i: UInt32 = 0
      while i < part { try vm.append(builder, byte: board.randomByte()); i &+= 1 }
    }
    left &-= part
  }
  try vm.finish(builder, Kind.bytes, out)
}

// MARK: the host's process

/// The number of the last OSError that a built-in function raised; with an argument sets it.
//@native os:errno 0 1
func osErrno(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let place = vm.state &+ State.lastError
  if a.count > 0 {
    let n = try vm.toInt32(a[0])
    vm.memory[place] = UInt32(bitPattern: n)
    return vm.set(out, .none)
  }
  try vm.newInt(Int64(Int32(bitPattern: vm.memory[place])), out)
}
//@native os:getenv 1 2
func osGetVariable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let text = vm.slot()
  if try vm.hostAnswer(HOSTLINK.Command.environment, a[0], 0, text) >= 0 { return vm.copy(out, text) }
  if a.count > 1 { vm.copy(text, a[1]); vm.copy(out, text) } else { vm.set(out, .none) }
}
//@native os:putenv 2 2
func osPutVariable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  try vm.needText(a[1])
  let both = vm.slot()
  try vm.newBuilder(both)
  try vm.append(both, a[0])
  try vm.append(both, byte: 61)
  try vm.append(both, a[1])
  try vm.pathCall(HOSTLINK.Command.environment, both, 1)
  vm.set(out, .none)
}
//@native os:unsetenv 1 1
func osUnsetVariable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  try vm.pathCall(HOSTLINK.Command.environment, a[0], 2)
  vm.set(out, .none)
}
//@native os:system 1 1
func osSystem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  let r = try vm.hostCall(HOSTLINK.Command.system, a[0])
  if r < 0 { throw vm.raise(errno: -r) }
  vm.set(out, Value(int: r))
}

//@qstr os_path="os.path" uname _os
/// `os.path` and what is written in Python are loaded when somebody first asks for them.
//@native os:__getattr__ 1 1
func osMember(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).value == Value(Q.path) { return try vm.importModule(Q.os_path, out) }
  if vm(a[0]).value == Value(Q.uname) { return try vm.libraryMember(Q._os, Q.uname, out) }
  throw vm.raise(.AttributeError, "'%' object has no attribute '%'", Value(Q.module), vm(a[0]).value)
}
