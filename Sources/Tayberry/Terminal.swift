import CHost
#if canImport(Glibc)
import Glibc
#endif

/// The terminal on standard input while a board runs: every key goes to the board, output keeps its translation of newlines.
/// Main thread only.
final class Terminal {
  private var saved: termios?

  /// True if standard input is a terminal.
  static var isPresent: Bool { isatty(STDIN_FILENO) != 0 }

  /// Keys one by one, without echo, Ctrl-C and Ctrl-\ as bytes.
  func enterKeyMode() {
    var t = termios()
    guard tcgetattr(STDIN_FILENO, &t) == 0 else { return }
    saved = t
    t.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    t.c_iflag &= ~tcflag_t(ICRNL | IXON | INLCR | IGNCR)
    tcsetattr(STDIN_FILENO, TCSANOW, &t)
  }
  func restore() {
    guard var t = saved else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &t)
    saved = nil
  }
}

/// An eventfd: one thread rings, another one waits in `poll`.
final class Bell: Sendable {
  let descriptor: Int32
  init() { descriptor = chost_eventfd() }
  deinit { close(descriptor) }
  func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }
  /// Silences it; true if it had rung.
  @discardableResult func take() -> Bool {
    var n: UInt64 = 0
    return read(descriptor, &n, 8) == 8
  }
}

/// The signals that end or interrupt a run, as a descriptor to poll.
struct Signals {
  let descriptor: Int32
  /// Blocks them in the calling thread and all threads it makes later.
  init() {
    descriptor = chost_signalfd()
    // A reader that goes away is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
  }
  /// The next pending signal.
  func take() -> Int32? {
    let s = chost_take_signal(descriptor)
    return s == 0 ? nil : s
  }
}

/// Nanoseconds of the host's monotonic clock.
func hostNanoseconds() -> UInt64 {
  var t = timespec()
  clock_gettime(CLOCK_MONOTONIC, &t)
  return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
}

/// Waits until one of the descriptors can be read, or for so many nanoseconds (nil: for ever). True for each that can.
func waitReadable(_ descriptors: [Int32], nanoseconds: UInt64?) -> [Bool] {
  let ready = chost_wait(descriptors, UInt32(descriptors.count), nanoseconds.map { Int64(min($0, 1 << 62)) } ?? -1)
  return descriptors.indices.map { ready >> UInt32($0) & 1 != 0 }
}
