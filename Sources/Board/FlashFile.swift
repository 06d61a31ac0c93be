#if canImport(Glibc)
import Glibc
#endif

/// A host file that keeps a board's flash between runs (`--flash`): a raw image, as long as the flash.
///
/// Every erase and every page is written when the flash has completed it, by one write each, and in their order: a run that is killed leaves
/// what a board would that lost its power at that moment. A lock keeps a second run away from it.
public final class FlashFile {
  public let path: String, bytes: Int
  private let file: Int32
  /// Why writing failed; nothing is written after that.
  public private(set) var failure: FileError?

  /// Opens the file, or makes a blank one. A shorter image is filled up with 0xff; a longer one is refused.
  public init(_ path: String, bytes: Int) throws(FileError) {
    self.path = path; self.bytes = bytes
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if file < 0 { throw FileError(path, errno: errno) }
    var info = stat()
    guard fstat(file, &info) == 0 else { let e = errno; close(file); throw FileError(path, errno: e) }
    guard info.st_mode & S_IFMT == S_IFREG else { close(file); throw FileError(path, "not a file") }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { close(file); throw FileError(path, "another run uses it") }
    let length = Int(info.st_size)
    guard length <= bytes else {
      close(file)
      throw FileError(path, "\(length) bytes do not fit into a flash of \(bytes)")
    }
    write([UInt8](repeating: 0xff, count: bytes - length), at: length)
    if let failure { close(file); throw failure }
  }
  deinit { close(file) }

  /// Fills the flash from the file.
  public func load(into memory: UnsafeMutableRawPointer) throws(FileError) {
    var done = 0
    while done < bytes {
      let n = pread(file, memory + done, bytes - done, off_t(done))
      if n > 0 { done += n } else if n == 0 { throw FileError(path, "ends early") } else if errno != EINTR { throw FileError(path, errno: errno) }
    }
  }
  /// Writes a range that the flash has changed.
  public func store(_ memory: UnsafeRawPointer, _ offset: Int, _ count: Int) {
    write(Array(UnsafeRawBufferPointer(start: memory + offset, count: count)), at: offset)
  }
  private func write(_ data: [UInt8], at offset: Int) {
    var done = 0
    while done < data.count && failure == nil {
      let n = data.withUnsafeBytes { pwrite(file, $0.baseAddress! + done, data.count - done, off_t(offset + done)) }
      if n >= 0 { done += n } else if errno != EINTR { failure = FileError(path, errno: errno) }
    }
  }
  /// The end of the run: all of it has reached the disk.
  public func finish() throws(FileError) {
    if failure == nil && fsync(file) != 0 && errno != EINVAL { failure = FileError(path, errno: errno) }
    if let failure { throw failure }
  }

  /// What is not blank, as text for a recording: sectors of 4 KB as `offset=hex`, separated by semicolons.
  public static func text(of memory: UnsafeRawPointer, bytes: Int) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for sector in stride(from: 0, to: bytes, by: 4096) {
      let data = UnsafeRawBufferPointer(start: memory + sector, count: min(4096, bytes - sector))
      guard data.contains(where: { $0 != 0xff }) else { continue }
      out += "\(sector)=".utf8
      for b in data { out.append(digits[Int(b >> 4)]); out.append(digits[Int(b & 15)]) }
      out.append(UInt8(ascii: ";"))
    }
    return String(decoding: out, as: UTF8.self)
  }
  /// Puts such text back; false when it is damaged.
  public static func restore(_ text: String, into memory: UnsafeMutableRawPointer, bytes: Int) -> Bool {
    for part in text.split(separator: ";") {
      guard let equals = part.firstIndex(of: "="), let at = Int(part[..<equals]), at >= 0 else { return false }
      var i = 0, high: UInt8?
      for c in part[part.index(after: equals)...].utf8 {
        guard let v = Character(UnicodeScalar(c)).hexDigitValue, at + i < bytes else { return false }
        if let h = high {
          memory.storeBytes(of: h << 4 | UInt8(v), toByteOffset: at + i, as: UInt8.self)
          high = nil
          i += 1
        } else {
          high = UInt8(v)
        }
      }
      if high != nil { return false }
    }
    return true
  }
}
