#if canImport(Glibc)
import Glibc
#endif

/// A host folder that the board sees under a path of its own.
public struct Mount: Sendable {
  /// Path on the board, absolute, without a slash at the end: `/host`.
  public let path: String
  /// The host's folder.
  public let folder: String
  public let writable: Bool
  public init(path: String, folder: String, writable: Bool) { self.path = path; self.folder = folder; self.writable = writable }
}

/// Files of the host for the board: opens, reads and lists what lies below a mount, and refuses whatever leaves it.
/// Answers are those of HostLink's commands: counts and handles, or a negative errno.
final class HostFolders {
  private let mounts: [Mount]
  /// The board's paths are the host's own, relative ones included; nothing is refused (`tayberry-unix`).
  private let wholeTree: Bool
  private var files: [Int32?] = []
  /// Names of the folder that is being listed, so that entries keep their numbers.
  private var listing: (path: String, names: [String])?

  init(_ mounts: [Mount], wholeTree: Bool = false) { self.mounts = mounts; self.wholeTree = wholeTree }
  deinit { closeAll() }

  /// Closes what a board left open (reset, end of the run).
  func closeAll() {
    for case let file? in files { _ = Glibc.close(file) }
    files = []
  }

  /// The host path of a board path, or a negative errno: ENOENT outside every mount, EACCES where a link or `..` leaves it.
  private func resolve(_ path: String, forWriting: Bool, mayBeAbsent: Bool) -> (path: String, error: Int32) {
    if wholeTree { return (path, 0) }
    let path = absolute(path)
    guard let mount = mounts.first(where: { path == $0.path || path.hasPrefix($0.path + "/") }) else { return ("", -ENOENT) }
    if forWriting && !mount.writable { return ("", -EROFS) }
    let rest = path.dropFirst(mount.path.count)
    if rest.split(separator: "/").contains("..") { return ("", -EACCES) }
    guard let root = realPath(mount.folder) else { return ("", -errno) }
    let wanted = mount.folder + rest
    if let real = realPath(wanted) { return isInside(real, root) ? (real, 0) : ("", -EACCES) }
    let why = errno
    guard mayBeAbsent, why == ENOENT, let slash = wanted.lastIndex(of: "/") else { return ("", -why) }
    // A file that is to be made: its folder must lie inside, and the name must not be a dangling link.
    var info = stat()
    if lstat(wanted, &info) == 0 { return ("", -EACCES) }
    guard let parent = realPath(String(wanted[..<slash])) else { return ("", -errno) }
    return isInside(parent, root) ? (parent + wanted[slash...], 0) : ("", -EACCES)
  }

  /// A board's path from its root, where a board always is, without empty parts and points.
  private func absolute(_ path: String) -> String { "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/") }
  /// What lies in a folder that is nothing but the way to a mount, `/` or `/mnt`: the next part of each one's path, once. Nil for any other path.
  private func waypoints(_ path: String) -> [String]? {
    if wholeTree { return nil }
    let path = absolute(path)
    let stem = path == "/" ? path : path + "/"
    var names: [String] = []
    for mount in mounts where mount.path.hasPrefix(stem) {
      let name = String(mount.path.dropFirst(stem.count).prefix { $0 != "/" })
      if !name.isEmpty && !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : names
  }

  private func isInside(_ path: String, _ root: String) -> Bool { path == root || path.hasPrefix(root == "/" ? "/" : root + "/") }
  private func realPath(_ path: String) -> String? {
    guard let p = realpath(path, nil) else { return nil }
    defer { free(p) }
    return String(cString: p)
  }

  /// Modes: 0 read, 1 write and truncate, 2 append, 3 read and write, 4 create; 5, 6, 7 as 1, 2, 4, but for reading too.
  func open(_ path: String, mode: UInt32) -> Int32 {
    let flags: Int32 =
      switch mode {
      case 0: O_RDONLY
      case 1: O_WRONLY | O_CREAT | O_TRUNC
      case 2: O_WRONLY | O_CREAT | O_APPEND
      case 3: O_RDWR
      case 4: O_WRONLY | O_CREAT | O_EXCL
      case 5: O_RDWR | O_CREAT | O_TRUNC
      case 6: O_RDWR | O_CREAT | O_APPEND
      case 7: O_RDWR | O_CREAT | O_EXCL
      default: -1
      }
    if flags < 0 { return -EINVAL }
    let (host, error) = resolve(path, forWriting: mode != 0, mayBeAbsent: mode != 0 && mode != 3)
    if error != 0 { return error }
    let file = Glibc.open(host, flags | O_CLOEXEC | (wholeTree ? 0 : O_NONBLOCK), 0o644)
    if file < 0 { return -errno }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG || wholeTree && info.st_mode & S_IFMT != S_IFDIR else {
      _ = Glibc.close(file)
      return info.st_mode & S_IFMT == S_IFDIR ? -EISDIR : -EACCES
    }
    if let free = files.firstIndex(where: { $0 == nil }) {
      files[free] = file
      return Int32(free)
    }
    files.append(file)
    return Int32(files.count - 1)
  }

  private func file(_ handle: UInt32) -> Int32? { handle < files.count ? files[Int(handle)] : nil }

  func read(_ handle: UInt32, _ count: Int) -> (bytes: [UInt8], result: Int32) {
    guard let file = file(handle) else { return ([], -EBADF) }
    var bytes = [UInt8](repeating: 0, count: count)
    let n = Glibc.read(file, &bytes, count)
    if n < 0 { return ([], -errno) }
    bytes.removeLast(count - n)
    return (bytes, Int32(n))
  }
  func write(_ handle: UInt32, _ bytes: [UInt8]) -> Int32 {
    guard let file = file(handle) else { return -EBADF }
    let n = Glibc.write(file, bytes, bytes.count)
    return n < 0 ? -errno : Int32(n)
  }
  /// Origins: 0 start, 1 here, 2 end.
  func seek(_ handle: UInt32, _ offset: Int32, origin: UInt32) -> Int32 {
    guard let file = file(handle) else { return -EBADF }
    guard origin < 3 else { return -EINVAL }
    let n = lseek(file, Int(offset), Int32(origin))
    return n < 0 ? -errno : Int32(clamping: n)
  }
  func close(_ handle: UInt32) -> Int32 {
    guard let file = file(handle) else { return -EBADF }
    files[Int(handle)] = nil
    return Glibc.close(file) == 0 ? 0 : -errno
  }
  func status(_ path: String) -> (result: Int32, mode: UInt32, size: UInt32) {
    if waypoints(path) != nil { return (0, 0x4000, 0) }
    let (host, error) = resolve(path, forWriting: false, mayBeAbsent: false)
    if error != 0 { return (error, 0, 0) }
    var info = stat()
    guard stat(host, &info) == 0 else { return (-errno, 0, 0) }
    return (0, info.st_mode & S_IFMT == S_IFDIR ? 0x4000 : 0x8000, UInt32(clamping: info.st_size))
  }
  /// Name of entry `number`, in byte order of the names: the order does not depend on the host's file system.
  func entry(_ path: String, _ number: UInt32) -> (name: String, result: Int32) {
    let path = path.isEmpty ? "." : path
    if let names = waypoints(path) {
      listing = (path, names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    } else if number == 0 || listing?.path != path {
      let (host, error) = resolve(path, forWriting: false, mayBeAbsent: false)
      if error != 0 { return ("", error) }
      guard let folder = opendir(host) else { return ("", -errno) }
      defer { closedir(folder) }
      var names: [String] = []
      while let e = readdir(folder) {
        let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
        if name != "." && name != ".." { names.append(name) }
      }
      listing = (path, names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    guard let names = listing?.names, number < names.count else { return ("", -ENOENT) }
    let name = names[Int(number)]
    return (name, Int32(name.utf8.count))
  }

  // MARK: Changes to folders

  private func change(_ path: String, _ body: (String) -> Int32) -> Int32 {
    let (host, error) = resolve(path, forWriting: true, mayBeAbsent: true)
    if error != 0 { return error }
    listing = nil
    return body(host) == 0 ? 0 : -errno
  }
  func makeDirectory(_ path: String) -> Int32 { change(path) { mkdir($0, 0o777) } }
  func removeDirectory(_ path: String) -> Int32 { change(path) { rmdir($0) } }
  func remove(_ path: String) -> Int32 { change(path) { unlink($0) } }
  func rename(_ from: String, _ to: String) -> Int32 {
    let (target, error) = resolve(to, forWriting: true, mayBeAbsent: true)
    return error != 0 ? error : change(from) { Glibc.rename($0, target) }
  }
  /// Writes to the disk what the host holds back.
  func flush(_ handle: UInt32) -> Int32 { file(handle) == nil ? -EBADF : 0 }

  /// The directory of relative paths: only where the whole tree is the board's.
  func changeDirectory(_ path: String) -> Int32 { wholeTree ? (chdir(path) == 0 ? 0 : -errno) : -ENOENT }
  var directory: (path: String, result: Int32) {
    guard wholeTree else { return ("/", 1) }
    guard let p = getcwd(nil, 0) else { return ("", -errno) }
    defer { free(p) }
    return (String(cString: p), Int32(strlen(p)))
  }

  /// What `os.stat` answers, or `os.statvfs`.
  func fullStatus(_ path: String, ofVolume: Bool) -> (numbers: [Int64], result: Int32) {
    // A folder above the mounted ones has nothing in it but them.
    if waypoints(path) != nil {
      var numbers = [Int64](repeating: 0, count: 10)
      numbers[0] = ofVolume ? 4096 : 0x4000
      if ofVolume { (numbers[1], numbers[9]) = (4096, 255) }
      return (numbers, 80)
    }
    let (host, error) = resolve(path, forWriting: false, mayBeAbsent: false)
    if error != 0 { return ([], error) }
    if ofVolume {
      var v = statvfs()
      guard statvfs(host, &v) == 0 else { return ([], -errno) }
      return (
        [
          Int64(v.f_bsize), Int64(v.f_frsize), Int64(clamping: v.f_blocks), Int64(clamping: v.f_bfree), Int64(clamping: v.f_bavail),
          Int64(clamping: v.f_files), Int64(clamping: v.f_ffree), Int64(clamping: v.f_favail), Int64(v.f_flag), Int64(v.f_namemax),
        ], 80
      )
    }
    var s = stat()
    guard stat(host, &s) == 0 else { return ([], -errno) }
    return (
      [
        Int64(wholeTree ? s.st_mode : s.st_mode & S_IFMT), Int64(clamping: s.st_ino), Int64(clamping: s.st_dev), Int64(s.st_nlink), Int64(s.st_uid),
        Int64(s.st_gid), Int64(s.st_size), Int64(s.st_atim.tv_sec), Int64(s.st_mtim.tv_sec), Int64(s.st_ctim.tv_sec),
      ], 80
    )
  }
}
