#if canImport(Glibc)
import Glibc
#endif

/// A host file could not be read or written: names the file and says why, in one line.
public struct FileError: Error, CustomStringConvertible {
  public let path: String, reason: String
  public init(_ path: String, _ reason: String) { self.path = path; self.reason = reason }
  public init(_ path: String, errno code: Int32) { self.path = path; reason = String(cString: strerror(code)) }
  public var description: String { "\(path): \(reason)" }
}

/// A file that a run produces (trace, recording): buffered, and removed again if it could not be written whole.
public final class OutputFile {
  public let path: String
  private let file: Int32
  private var buffer: [UInt8] = []
  /// Why writing failed; nothing is written after that.
  public private(set) var failure: FileError?

  public init(_ path: String) throws(FileError) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if file < 0 { throw FileError(path, errno: errno) }
    buffer.reserveCapacity(1 << 16)
  }
  deinit { close(file) }

  public func write(_ text: String) { write(text.utf8) }
  public func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  public func flush() {
    var done = 0
    while done < buffer.count && failure == nil {
      let n = buffer.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + done, buffer.count - done) }
      if n >= 0 { done += n } else if errno != EINTR { fail(errno) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Replaces bytes that were flushed.
  public func overwrite(_ bytes: [UInt8], at offset: Int) {
    guard failure == nil else { return }
    let n = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress!, bytes.count, off_t(offset)) }
    if n != bytes.count { fail(n < 0 ? errno : ENOSPC) }
  }

  /// Writes what is left. Half a file helps nobody: one that failed is removed.
  public func finish() throws(FileError) {
    flush()
    if let failure { throw failure }
  }

  private func fail(_ code: Int32) {
    failure = FileError(path, errno: code)
    var info = stat()
    if fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG { unlink(path) }
  }
}

/// Reads a whole host file (or "-", standard input).
public func readFile(_ path: String) throws(FileError) -> [UInt8] {
  let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  if file < 0 { throw FileError(path, errno: errno) }
  defer { if path != "-" { close(file) } }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let n = read(file, &block, block.count)
    if n == 0 { return bytes }
    if n < 0 {
      if errno == EINTR { continue }
      throw FileError(path, errno: errno)
    }
    bytes += block[..<n]
  }
}
