import Emulation
#if canImport(Glibc)
import Glibc
#endif

/// Where the console's input comes from.
struct InputSource: Sendable {
  enum Kind: Sendable {
    /// A person at a terminal, or a pseudo-terminal: live, stamped with its time.
    case terminal, pty
    /// A pipe or file: not live. The board's time stands still until it has the byte it waits for.
    case stream
    /// A window's keyboard: live, and nothing to read from.
    case window
    /// Nothing: the input has ended before it began.
    case none
  }
  enum Read { case bytes([UInt8]), end, nothing }
  let kind: Kind
  let descriptor: Int32

  init(_ plan: Plan, pty: Int32) {
    if plan.replay != nil {
      kind = .none
      descriptor = -1
    } else if pty >= 0 {
      kind = .pty
      descriptor = pty
    } else if plan.window && (plan.inputIsProgram || isatty(STDIN_FILENO) == 0) {
      kind = .window
      descriptor = -1
    } else if plan.inputIsProgram {
      kind = .none
      descriptor = -1
    } else {
      kind = isatty(STDIN_FILENO) != 0 ? .terminal : .stream
      descriptor = STDIN_FILENO
    }
  }

  var isLive: Bool { kind == .terminal || kind == .pty || kind == .window }

  /// What is there now.
  func read() -> Read {
    var block = [UInt8](repeating: 0, count: 1024)
    let n = Glibc.read(descriptor, &block, block.count)
    if n > 0 { return .bytes(Array(block[..<n])) }
    if n < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
    // A pseudo-terminal that nobody holds open answers EIO: somebody may come back.
    if n < 0 && kind == .pty { return .nothing }
    return .end
  }

  /// The next byte of a stream, waiting for it; nil at its end. `interrupted` is asked whenever something is posted to `inbox`.
  func nextByte(inbox: HostInbox, interrupted: () -> UInt8?) -> UInt8? {
    while true {
      let ready = waitReadable([descriptor, inbox.descriptor], nanoseconds: nil)
      if ready[1], let byte = interrupted() { return byte }
      if ready[0] {
        var byte: UInt8 = 0
        let n = Glibc.read(descriptor, &byte, 1)
        if n == 1 { return byte }
        if n == 0 || errno != EINTR && errno != EAGAIN { return nil }
      }
    }
  }
}
