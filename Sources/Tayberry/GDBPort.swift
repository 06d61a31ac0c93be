import Board
#if canImport(Glibc)
import Glibc
#endif

/// The TCP port on which GDB finds the board (`--gdb PORT`), one debugger at a time, on this machine only.
///
/// It is looked at between the runs of the board, on the emulation thread.
final class GDBPort {
  private let listener: Int32
  private var client: Int32 = -1
  private var server: GDBServer?
  private let debugger: BoardDebugger
  private(set) var port: UInt16 = 0
  /// GDB's `kill` ends the run.
  private(set) var isKilled = false

  /// Opens the port; 0 takes a free one. Throws the reason.
  init(_ wanted: UInt16, _ debugger: BoardDebugger) throws {
    self.debugger = debugger
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    self.listener = listener
    guard listener >= 0 else { throw ExitStatus(1, "--gdb: \(String(cString: strerror(errno)))") }
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = wanted.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { a in
        bind(listener, a, length) == 0 && Glibc.listen(listener, 1) == 0 && getsockname(listener, a, &length) == 0
      }
    }
    guard bound else {
      let why = String(cString: strerror(errno))
      close(listener)
      throw ExitStatus(ExitStatus.usage, "--gdb \(wanted): \(why)")
    }
    port = UInt16(bigEndian: address.sin_port)
  }
  deinit {
    if client >= 0 { close(client) }
    close(listener)
  }

  /// The cores stand, and GDB says when they go on.
  var isHalted: Bool { server != nil && server?.isRunning == false }
  var isConnected: Bool { server != nil }
  /// What to wait for.
  var descriptors: [Int32] { client >= 0 ? [client] : [listener] }
  /// The board stopped for good: GDB hears of it, and may still look around.
  func boardStopped(_ why: String) {
    debugger.boardStopped(why)
    poll()
  }

  /// Takes what GDB has sent, and sends what there is for it.
  func poll() {
    if client < 0 { accept() }
    guard client >= 0, let server else { return }
    server.report()
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let n = read(client, &buffer, buffer.count)
      if n > 0 {
        server.receive(Array(buffer[..<n]))
        flush()
        if server.hasLeft { isKilled = server.isKilled; leave(); return }
        continue
      }
      if n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) { break }
      leave()
      return
    }
    flush()
  }
  private func accept() {
    client = Glibc.accept(listener, nil, nil)
    guard client >= 0 else { return }
    _ = fcntl(client, F_SETFL, O_NONBLOCK)
    _ = fcntl(client, F_SETFD, FD_CLOEXEC)
    var yes: Int32 = 1
    setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, 4)
    debugger.attach()
    server = GDBServer(debugger)
  }
  /// The debugger is gone: the board runs on.
  private func leave() {
    debugger.detach()
    close(client)
    client = -1
    server = nil
  }
  private func flush() {
    guard let bytes = server?.takeOutput(), !bytes.isEmpty else { return }
    var done = 0
    while done < bytes.count {
      let n = bytes.withUnsafeBytes { send(client, $0.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL)) }
      if n > 0 { done += n; continue }
      guard n < 0, errno == EAGAIN || errno == EINTR else { return }
      var p = pollfd(fd: client, events: Int16(POLLOUT), revents: 0)
      _ = Glibc.poll(&p, 1, 1000)
    }
  }
}
