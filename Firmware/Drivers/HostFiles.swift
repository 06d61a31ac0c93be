import Port
import Registers

/// Files of the host's folders, whole paths at a time.
extension Board {
  /// A file's size in bytes; -2 for a directory, -1 if there is nothing of that name.
  public func fileSize(_ path: UnsafePointer<UInt8>, _ length: UInt32) -> Int32 {
    if !hasHostLink || length > Board.linkBufferBytes { return -1 }
    lockLink()
    let r = link(HOSTLINK.Command.stat, text: path, length: length)
    let (mode, size) = linkArguments
    unlockLink()
    if r < 0 { return -1 }
    return mode & 0x4000 != 0 ? -2 : Int32(bitPattern: min(size, 0x7fff_ffff))
  }

  /// Reads `count` bytes at `offset` of a file to `to`; the number read, or a negative errno.
  public func readFile(_ path: UnsafePointer<UInt8>, _ length: UInt32, offset: UInt32, to: Address, count: UInt32) -> Int32 {
    if !hasHostLink || length > Board.linkBufferBytes { return -2 }
    lockLink()
    defer { unlockLink() }
    let handle = link(HOSTLINK.Command.open, text: path, length: length)
    if handle < 0 { return handle }
    var r: Int32 = 0
    if offset != 0 { r = link(HOSTLINK.Command.seek, UInt32(bitPattern: handle), offset) }
    if r >= 0 { r = link(HOSTLINK.Command.read, at: to, length: count, UInt32(bitPattern: handle)) }
    link(HOSTLINK.Command.close, UInt32(bitPattern: handle))
    return r
  }
}
