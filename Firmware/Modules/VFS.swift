import Port
import Python

// Module vfs: mounting of file systems that are Python objects. The host's folders are the root until `umount("/")` takes them away.
//@module vfs
//@qstr host umount mount ilistdir statvfs readonly mkfs chdir getcwd mkdir rmdir remove rename r

private enum E {
  static var permission: Int32 { 1 }
  static var exists: Int32 { 17 }
  static var noDevice: Int32 { 19 }
  static var invalid: Int32 { 22 }
}

extension VM {
  /// Number in the table of the file system in `fs`, or nil.
  private borrowing func mountIndex(_ fs: Slot) -> UInt32? {
    var i: UInt32 = 0
    while i < mountCount() {
      if root(Self.mounts).at(2).raw(3 &+ i) == memory[fs.address] { return i }
      i &+= 2
    }
    return nil
  }
  fileprivate mutating func startMounts() throws(Raise) {
    if !root(Self.mounts).isNull { return }
    let list = slot()
    try newList(list)
    setRoot(Self.mounts, self(list))
    release(to: list)
  }
  private borrowing func isRootPath(_ path: Slot) -> Bool { bytesOf(path).count == 1 && bytesOf(path)[0] == 0x2f }
  /// The path of a mount point: absolute, without a slash at its end.
  fileprivate mutating func mountPath(_ path: Slot, _ out: Slot) throws(Raise) {
    try needText(path)
    let n = UInt32(bytesOf(path).count)
    if n == 0 || bytesOf(path)[0] != 0x2f { throw raise(errno: E.invalid) }
    try newText(Kind.str, from: path, 0, n > 0 && bytesOf(path)[Int(n) - 1] == 0x2f ? n &- 1 : n, out)
  }

  /// Calls a file system's method with the path, if that is not the host's: then false. `root`: the error for the root folder.
  mutating func onMount(_ method: Qstr, _ path: Slot, root rootError: Int32, _ out: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    try needPath(path)
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), rest = slot(), result = slot()
    switch try locate(path, fs: fs, rest: rest) {
    case .host: return false
    case .root:
      if root(Self.hostIsGone).isNull && mountCount() == 0 { return false }
      throw raise(errno: rootError)
    case .nothing: throw raise(errno: E.noDevice)
    case .mounted: break
    }
    // A mount point is there already, and cannot go.
    if method == Q.mkdir && isRootPath(rest) { throw raise(errno: E.exists) }
    try callMethod(fs, method, Args(rest, 1), result)
    copy(out, result)
    return true
  }
  /// `rename` when a path is not the host's: then true.
  mutating func renameOnMount(_ from: Slot, _ to: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    let mark = mark
    defer { release(to: mark) }
    let a = slots(2), other = slot(), fs = slot(), result = slot()
    let x = try locate(from, fs: fs, rest: a), y = try locate(to, fs: other, rest: a.up(1))
    if x == .host && y == .host { return false }
    if x != .mounted || y != .mounted || memory[fs.address] != memory[other.address] { throw raise(errno: E.permission) }
    try callMethod(fs, Q.rename, Args(a, 2), result)
    return true
  }
  /// The file system mounted on the root, if there is one.
  private borrowing func rootMount(_ out: Slot) -> Bool {
    let n = mountCount()
    if n == 0 { return false }
    set(out, root(Self.mounts).at(2).at(n))
    if bytesOf(out).count != 0 { return false }
    set(out, root(Self.mounts).at(2).at(1 &+ n))
    return true
  }

  /// `chdir`; false if the host is to do it, and what it does counts.
  mutating func changeMount(_ path: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    try needPath(path)
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), rest = slot(), result = slot()
    switch try locate(path, fs: fs, rest: rest) {
    case .host: return false
    case .nothing: throw raise(errno: E.noDevice)
    case .mounted:
      try callMethod(fs, Q.chdir, Args(rest, 1), result)
      setRoot(Self.currentMount, self(fs))
    case .root:
      if rootMount(fs) {
        set(rest, Value(Q.slash))
        try callMethod(fs, Q.chdir, Args(rest, 1), result)
      } else if root(Self.hostIsGone).isNull {
        return false
      }
      setRoot(Self.currentMount, Value.none)
    }
    return true
  }
  /// After the host's `chdir`.
  borrowing func leaveMounts() { setRoot(Self.currentMount, Value.null) }
  /// `getcwd`; false if it is the host's.
  mutating func mountedDirectory(_ out: Slot) throws(Raise) -> Bool {
    if root(Self.currentMount).isNull { return false }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), text = slot(), inside = slot()
    set(fs, root(Self.currentMount))
    if self(fs).value.isNone { set(out, Value(Q.slash)); return true }
    try callMethod(fs, Q.getcwd, Args(text, 0), inside)
    try newBuilder(text)
    if let i = mountIndex(fs) {
      let name = slot()
      set(name, root(Self.mounts).at(2).at(2 &+ i))
      try append(text, name)
      if bytesOf(name).count == 0 || !isRootPath(inside) { try append(text, inside) }
    }
    try finish(text, Kind.str, out)
    return true
  }

  /// `ilistdir` where a path is not the host's alone: an iterator in `out`; false otherwise.
  mutating func mountedEntries(_ path: Slot, _ out: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), rest = slot(), list = slot(), entry = slot(), x = slot(), result = slot()
    switch try locate(path, fs: fs, rest: rest) {
    case .host: return false
    case .nothing: throw raise(errno: E.noDevice)
    case .mounted:
      try callMethod(fs, Q.ilistdir, Args(rest, 1), result)
      copy(out, result)
      return true
    case .root: break
    }
    try newList(list)
    var i: UInt32 = 0
    while i < mountCount() {
      set(x, root(Self.mounts).at(2).at(2 &+ i))
      i &+= 2
      let n = UInt32(bytesOf(x).count)
      if n == 0 { continue }
      try newText(Kind.str, from: x, 1, n, x)
      try newItems(Kind.tuple, 3, entry)
      self(entry).set(2, self(x))
      self(entry).setInt(3, 0x4000)
      self(entry).setInt(4, 0)
      try listAppend(list, entry)
    }
    set(rest, Value(Q.slash))
    if rootMount(fs) {
      try callMethod(fs, Q.ilistdir, Args(rest, 1), result)
    } else if root(Self.hostIsGone).isNull {
      try hostEntries(rest, result)
    } else {
      set(result, Value.null)
    }
    if !self(result).isNull {
      try iterate(result, x)
      while try next(x, entry) { try listAppend(list, entry) }
    }
    try iterate(list, out)
    return true
  }
  /// `stat` and `statvfs` of the virtual root; false if another one answers.
  mutating func rootStatus(_ path: Slot, volume: Bool, _ out: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), rest = slot(), made = slot()
    guard try locate(path, fs: fs, rest: rest) == .root else { return false }
    if volume, rootMount(fs) {
      set(rest, Value(Q.slash))
      try callMethod(fs, Q.statvfs, Args(rest, 1), made)
      copy(out, made)
      return true
    }
    if root(Self.hostIsGone).isNull && !rootMount(fs) { return false }
    try newItems(Kind.tuple, 10, made)
    var i: UInt32 = 0
    while i < 10 { self(made).setInt(2 &+ i, i != 0 ? volume && i == 9 ? 255 : 0 : volume ? 4096 : 0x4000); i &+= 1 }
    copy(out, made)
    return true
  }
  /// `open` on a mounted file system; false if the path is the host's.
  mutating func openMounted(_ path: Slot, _ mode: Slot, _ out: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull || isInteger(self(path)) { return false }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), a = slots(2), result = slot()
    switch try locate(path, fs: fs, rest: a) {
    case .host: return false
    case .root: throw raise(errno: 21)
    case .nothing: throw raise(errno: E.noDevice)
    case .mounted: break
    }
    if mode.address == 0 { set(a.up(1), Value(Q.r)) } else { copy(a.up(1), mode) }
    try callMethod(fs, Q.open, Args(a, 2), result)
    copy(out, result)
    return true
  }
}

extension VM {
  /// Appends ("host", path) for each folder of the host that the board sees: the whole tree, or those below /mnt.
  fileprivate mutating func listHostFolders(_ list: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let folder = slot(), path = slot(), entry = slot(), item = slot()
    try append(folder: folder, "/mnt")
    let whole = try boardVariable("PLATFORM", path)
    var n: UInt32 = 0
    while true {
      if whole {
        set(path, Value(Q.slash))
      } else {
        guard n > 0 ? true : try hostMode(folder) != nil, try directoryEntry(folder, n, entry) else { return }
        try newBuilder(path)
        try append(path, folder)
        try append(path, byte: 0x2f)
        try append(path, entry)
        try finish(path, Kind.str, path)
      }
      try newItems(Kind.tuple, 2, item)
      self(item).set(2, Value(Q.host))
      self(item).set(3, self(path))
      try listAppend(list, item)
      if whole { return }
      n &+= 1
    }
  }
  private mutating func append(folder: Slot, _ text: StaticString) throws(Raise) {
    try newBuilder(folder)
    try append(folder, text)
    try finish(folder, Kind.str, folder)
  }
}

/// `mount(fs, path, *, readonly=False, mkfs=False)`; without arguments a list of (file system, path).
//@native vfs:mount 0 2 kw
//@native os:mount 0 2 kw
func vfsMount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), path = vm.slot(), fs = vm.slot(), result = vm.slot()
  if a.count == 0 && a.pairs == 0 {
    try vm.newList(list)
    if vm.root(VM.hostIsGone).isNull { try vm.listHostFolders(list) }
    var i: UInt32 = 0
    while i < vm.mountCount() {
      vm.set(path, vm.root(VM.mounts).at(2).at(2 &+ i))
      vm.set(fs, vm.root(VM.mounts).at(2).at(3 &+ i))
      i &+= 2
      if vm.bytesOf(path).isEmpty { vm.set(path, Value(Q.slash)) }
      try vm.newItems(Kind.tuple, 2, result)
      vm(result).set(2, vm(fs))
      vm(result).set(3, vm(path))
      try vm.listAppend(list, result)
    }
    return vm.copy(out, list)
  }
  let b = try vm.bind(a, from: 2, positional: 0, [Q.readonly, Q.mkfs]), flags = vm.slots(2)
  if a.count < 2 { throw vm.raise(.TypeError, "function missing required positional argument #%", Value(int: Int32(a.count) &+ 1)) }
  try vm.mountPath(a[1], path)
  vm.copy(fs, a[0])
  // A block device would need a file system of the firmware's.
  if try !vm.findAttribute(fs, Q.mount, result) { throw vm.raise(errno: E.noDevice) }
  vm.set(flags, Value.bool(b[0].address != 0 ? try vm.truth(b[0]) : false))
  vm.set(flags.up(1), Value.bool(b[1].address != 0 ? try vm.truth(b[1]) : false))
  try vm.callMethod(fs, Q.mount, Args(flags, 2), result)
  try vm.startMounts()
  vm.set(list, vm.root(VM.mounts))
  let n = vm.mountCount(), other = vm.slot()
  var i: UInt32 = 0, place = n
  while i < n {
    vm.set(other, vm(list).at(2).at(2 &+ i))
    if try vm.equal(other, path) { throw vm.raise(errno: E.permission) }
    // The root's stays last.
    if vm.bytesOf(other).isEmpty { place = i }
    i &+= 2
  }
  try vm.listAppend(list, path)
  try vm.listAppend(list, fs)
  let items = vm(list).at(2)
  i = n
  while i > place {
    i &-= 2
    items.set(4 &+ i, items.at(2 &+ i))
    items.set(5 &+ i, items.at(3 &+ i))
  }
  items.set(2 &+ place, vm(path))
  items.set(3 &+ place, vm(fs))
  vm.set(out, .none)
}
/// `umount(path)` or `umount(fs)`
//@native vfs:umount 1 1
//@native os:umount 1 1
func vfsUnmount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), fs = vm.slot(), path = vm.slot(), other = vm.slot()
  let byName = vm.isText(vm(a[0]))
  if byName { try vm.mountPath(a[0], path) }
  vm.set(list, vm.root(VM.mounts))
  let n = vm.mountCount()
  var i: UInt32 = 0
  while i < n {
    vm.set(other, vm(list).at(2).at(2 &+ i))
    vm.set(fs, vm(list).at(2).at(3 &+ i))
    if byName ? try vm.equal(other, path) : vm(fs).word == vm(a[0]).word { break }
    i &+= 2
  }
  if i >= n {
    // The host's folders.
    if !byName || !vm.bytesOf(path).isEmpty || !vm.root(VM.hostIsGone).isNull { throw vm.raise(errno: E.invalid) }
    try vm.startMounts()
    vm.setRoot(VM.hostIsGone, Value.true)
    if vm.root(VM.currentMount).isNull { vm.setRoot(VM.currentMount, Value.none) }
    return vm.set(out, .none)
  }
  do {
    let items = vm(list).at(2)
    while i &+ 2 < n { items.set(2 &+ i, items.at(4 &+ i)); items.set(3 &+ i, items.at(5 &+ i)); i &+= 2 }
    items.set(n, Value.null)
    items.set(1 &+ n, Value.null)
    vm(list).setInt(1, Int32(n &- 2))
  }
  if vm.root(VM.currentMount).word == vm(fs).word {
    if vm.root(VM.hostIsGone).isNull { vm.leaveMounts() } else { vm.setRoot(VM.currentMount, Value.none) }
  }
  try vm.callMethod(fs, Q.umount, Args(other, 0), other)
  vm.set(out, .none)
}
