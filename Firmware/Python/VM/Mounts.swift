import Port

// Mounted file systems: objects with `open`, `stat`, `ilistdir` …, each at a path. Module `vfs` enters them; `os`, `open` and the import look paths up here.

//@qstr readinto ioctl stat open close rb

/// Where a path leads.
public enum PathOwner {
  /// To the host's folders (or nowhere, without a host).
  case host
  /// To the virtual root folder.
  case root
  /// To no file system.
  case nothing
  /// To a mounted file system.
  case mounted
}

extension VM {
  /// List: path without a slash at its end (the root is the empty text), then the file system. The root's comes last. Null: nothing was ever mounted or unmounted.
  public static var mounts: Root { .module(3) }
  /// The file system that relative paths belong to; null: the host's; None: the root.
  public static var currentMount: Root { .module(4) }
  /// Not null: the host's folders are unmounted.
  public static var hostIsGone: Root { .module(6) }

  public borrowing func mountCount() -> UInt32 { root(Self.mounts).isNull ? 0 : UInt32(root(Self.mounts).int(1)) }

  /// Looks a path up; `fs` gets the file system and `rest` the path in it if it is a mounted one's.
  public mutating func locate(_ path: Slot, fs: Slot, rest: Slot) throws(Raise) -> PathOwner {
    if root(Self.mounts).isNull { return .host }
    let count = UInt32(bytesOf(path).count), absolute = count > 0 && bytesOf(path)[0] == 0x2f
    if !absolute && !root(Self.currentMount).value.isNone {
      if root(Self.currentMount).isNull { return .host }
      set(fs, root(Self.currentMount))
      copy(rest, path)
      return .mounted
    }
    let from: UInt32 = absolute ? 1 : 0
    if count == from { return .root }
    let n = mountCount(), name = slot()
    defer { release(to: name) }
    var i: UInt32 = 0
    while i < n {
      set(name, root(Self.mounts).at(2).at(2 &+ i))
      set(fs, root(Self.mounts).at(2).at(3 &+ i))
      i &+= 2
      let length = UInt32(bytesOf(name).count)
      if length == 0 {
        copy(rest, path)
        return .mounted
      }
      // Both without their first slash.
      let part = length &- 1, end = from &+ part
      if end > count || end < count && bytesOf(path)[Int(end)] != 0x2f { continue }
      var k: UInt32 = 0
      while k < part && bytesOf(path)[Int(from &+ k)] == bytesOf(name)[Int(1 &+ k)] { k &+= 1 }
      if k < part { continue }
      if end == count { try newText(Kind.str, from: name, 0, 1, rest) } else { try newText(Kind.str, from: path, end, count, rest) }
      return .mounted
    }
    return root(Self.hostIsGone).isNull ? .host : .nothing
  }

  /// Size of the file that a mounted file system has at a path, -1 for nothing, -2 for a folder; nil if the path is the host's.
  mutating func mountedStat(_ path: Slot) throws(Raise) -> Int32? {
    if root(Self.mounts).isNull { return nil }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), rest = slot(), result = slot(), i = slot()
    switch try locate(path, fs: fs, rest: rest) {
    case .host: return nil
    case .root: return -2
    case .nothing: return -1
    case .mounted: break
    }
    do throws(Raise) {
      try callMethod(fs, Q.stat, Args(rest, 1), result)
      set(i, Value(int: 0))
      try getItem(result, i, rest)
      return try toInt32(rest) & 0x4000 != 0 ? -2 : 0
    } catch {
      if pendingIs(.KeyboardInterrupt) || pendingIs(.SystemExit) { throw error }
      takePending(result)
      return -1
    }
  }

  /// A whole file of a mounted file system as bytes; false if the path is the host's.
  mutating func mountedRead(_ path: Slot, _ out: Slot) throws(Raise) -> Bool {
    if root(Self.mounts).isNull { return false }
    let mark = mark
    defer { release(to: mark) }
    let fs = slot(), a = slots(2), file = slot(), method = slot(), buffer = slot(), all = slot(), result = slot(), size = slots(2)
    switch try locate(path, fs: fs, rest: a) {
    case .host: return false
    case .root, .nothing: throw raise(errno: 2)
    case .mounted: break
    }
    set(a.up(1), Value(Q.rb))
    try callMethod(fs, Q.open, Args(a, 2), file)
    // The stream may wish for a size of reads (as MicroPython asks it: request 11).
    var most: Int32 = 256
    if try findAttribute(file, Q.ioctl, method) {
      set(size, Value(int: 11))
      set(size.up(1), Value(int: 0))
      try call(method, Args(size, 2), result)
      if self(result).value.isInt, self(result).value.int > 0 { most = min(self(result).value.int, 512) }
    }
    if try !findAttribute(file, Q.readinto, method) { throw raise(.OSError, "stream operation not supported") }
    do throws(Raise) {
      try newBuilder(all)
      while true {
        try newBuilder(buffer)
        _ = try bytearrayGrow(buffer, UInt32(most))
        try call(method, Args(buffer, 1), result)
        if self(result).value.isNone { break }
        let n = try toInt32(result)
        if n < 0 { throw raise(errno: 0 &- n) }
        if n == 0 { break }
        if n > bytesOf(buffer).count { throw raise(errno: 5) }
        var i = 0
        while i < Int(n) {
          let b = bytesOf(buffer)[i]
          try append(all, byte: b)
          i += 1
        }
      }
      try finish(all, Kind.bytes, all)
    } catch {
      takePending(buffer)
      try callMethod(file, Q.close, Args(a, 0), result)
      memory[thread &+ Thread.exception] = memory[buffer.address]
      throw error
    }
    try callMethod(file, Q.close, Args(a, 0), result)
    copy(out, all)
    return true
  }
}
