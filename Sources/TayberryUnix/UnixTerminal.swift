#if canImport(Glibc)
import Glibc
#endif

/// The terminal on standard input: single keys while a line is edited, lines and signals while a program runs.
final class UnixTerminal {
  private var saved = termios()
  let isPresent: Bool
  private var edits = false

  init() { isPresent = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &saved) == 0 }

  /// `true`: a line is edited. Output is left to the terminal's own translation in the other state.
  func set(edits: Bool) {
    guard isPresent, edits != self.edits else { return }
    self.edits = edits
    var t = saved
    if edits {
      t.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
      t.c_cflag = t.c_cflag & ~tcflag_t(CSIZE | PARENB) | tcflag_t(CS8)
      t.c_lflag = 0
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &t)
  }
  func restore() { set(edits: false) }
}
