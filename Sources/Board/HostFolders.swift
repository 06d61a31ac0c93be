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
  private var files: [Int32?] = []
  /// Names of the folder that is being listed, so that entries keep their numbers.
  private var listing: (path: String, names: [String])?

  init(_ mounts: [Mount]) { self.mounts = mounts }
  deinit { closeAll() }

  /// Closes what a board left open (reset, end of the run).
  func closeAll() {
    for case let file? in files { _ = Glibc.close(file) }
    files = []
  }

  /// The host path of a board path, or a negative errno: ENOENT outside every mount, EACCES where a link or `..` leaves it.
  private func resolve(_ path: String, forWriting: Bool, mayBeAbsent: Bool) -> (path: String, error: Int32) {
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

  private func isInside(_ path: String, _ root: String) -> Bool { path == root || path.hasPrefix(root == "/" ? "/" : root + "/") }
  private func realPath(_ path: String) -> String? {
    guard let p = realpath(path, nil) else { return nil }
    defer { free(p) }
    return String(cString: p)
  }

  /// Modes: 0 read, 1 write and truncate, 2 append, 3 read and write.
  func open(_ path: String, mode: UInt32) -> Int32 {
    let flags: Int32 =
      switch mode {
      case 0: O_RDONLY
      case 1: O_WRONLY | O_CREAT | O_TRUNC
      case 2: O_WRONLY | O_CREAT | O_APPEND
      case 3: O_RDWR
      default: -1
      }
    if flags < 0 { return -EINVAL }
    let (host, error) = resolve(path, forWriting: mode != 0, mayBeAbsent: mode == 1 || mode == 2)
    if error != 0 { return error }
    let file = Glibc.open(host, flags | O_CLOEXEC | O_NONBLOCK, 0o644)
    if file < 0 { return -errno }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
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
    let (host, error) = resolve(path, forWriting: false, mayBeAbsent: false)
    if error != 0 { return (error, 0, 0) }
    var info = stat()
    guard stat(host, &info) == 0 else { return (-errno, 0, 0) }
    return (0, info.st_mode & S_IFMT == S_IFDIR ? 0x4000 : 0x8000, UInt32(clamping: info.st_size))
  }
  /// Name of entry `number`, in byte order of the names: the order does not depend on the host's file system.
  func entry(_ path: String, _ number: UInt32) -> (name: String, result: Int32) {
    if number == 0 || listing?.path != path {
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
}
