import Board
import CHost
import Emulation
#if canImport(Glibc)
import Glibc
#endif

/// The pseudo-terminal that stands for the serial port of the board's USB device (`--usb pty:PATH`). Whoever opens it sets DTR, whoever closes it clears
/// it, and its speed becomes the device's line coding. Breaks and modem lines do not pass a pseudo-terminal.
struct SerialPTY: Sendable {
  /// The board's end.
  let descriptor: Int32
  /// Readable when the other end was opened or closed.
  let watch: Int32
  private let slave: Int32
  let link: String

  /// Another end at `link`, a symbolic link.
  init(_ link: String) throws(ExitStatus) {
    self.link = link
    var path = [CChar](repeating: 0, count: 128), slave: Int32 = -1
    descriptor = chost_open_pty(&path, 128, &slave)
    guard descriptor >= 0, slave >= 0 else { throw ExitStatus(ExitStatus.usage, "--usb pty: \(String(cString: strerror(errno)))") }
    self.slave = slave
    watch = chost_watch_opens(path)
    guard watch >= 0 else { throw ExitStatus(ExitStatus.usage, "--usb pty: \(String(cString: strerror(errno)))") }
    try Session.link(path, link, option: "--usb")
  }

  /// What has to be said about the line after something happened on it.
  struct Line {
    private var opened = 0, last: (isOpen: Bool, speed: UInt32) = (false, 115_200)
    /// A report for the board if the line is another than it was.
    mutating func look(_ pty: SerialPTY) -> HostInput? {
      let change = Int(chost_take_opens(pty.watch)), wasOpen = opened > 0
      opened = max(opened + change, 0)
      let now = (isOpen: opened > 0, speed: max(chost_pty_speed(pty.descriptor), 1))
      // What the last user did not read is not for the next one.
      if wasOpen && !now.isOpen { tcflush(pty.slave, TCIFLUSH) }
      guard now != last else { return nil }
      last = now
      let s = now.speed
      return HostInput(port: PicoBoard.InputPort.usbLine, bytes: [now.isOpen ? 1 : 0] + (0..<4).map { UInt8(truncatingIfNeeded: s >> (8 * $0)) })
    }
  }
  /// Bytes that its user wrote.
  func read() -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 4096)
    let n = Glibc.read(descriptor, &block, block.count)
    return n > 0 ? Array(block[..<n]) : []
  }
}
