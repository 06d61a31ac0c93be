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

/// The signals that end or interrupt a run, as a descriptor to poll.
struct Signals {
  let descriptor: Int32
  /// Blocks them in the calling thread and all threads it makes later.
  init() {
    descriptor = chost_signalfd()
    // A reader that goes away is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow.
    signal(SIGXFSZ, SIG_IGN)
  }
  /// The next pending signal.
  func take() -> Int32? {
    let s = chost_take_signal(descriptor)
    return s == 0 ? nil : s
  }
}
