import Board
import Emulation
import RP2040
#if canImport(Glibc)
import Glibc
#endif

/// The pins as a block of text below the console's output, drawn again in place. On a terminal 20 times a second; elsewhere once, at the end.
final class LivePins {
  private let chip: RP2040
  private let output: ConsoleOutput
  private let isTerminal = isatty(STDOUT_FILENO) != 0
  /// Lines that stand below the console's output.
  private var drawn = 0
  /// The console's output stands in the middle of a line.
  private var midLine = false
  private var lastDraw: UInt64 = 0, lastVirtual: UInt64 = 0

  init(_ chip: RP2040, _ output: ConsoleOutput) {
    self.chip = chip
    self.output = output
    if isTerminal {
      output.beforeFlush = { [unowned self] in erase() }
      output.afterFlush = { [unowned self] last in midLine = last != 10 }
    }
  }

  /// Draws again if it is time.
  func refresh() {
    guard isTerminal else { return }
    let now = HostInbox.clock()
    if now - lastDraw < 50_000_000 { return }
    output.flush()
    draw(now)
  }
  /// The last state stays.
  func end() {
    output.flush()
    draw(HostInbox.clock())
  }

  private func draw(_ now: UInt64) {
    let virtual = chip.instant(chip.now).nanoseconds
    let factor = isTerminal && lastDraw != 0 && now > lastDraw ? Double(virtual - lastVirtual) / Double(now - lastDraw) : nil
    lastDraw = now
    lastVirtual = virtual
    let lines = PinsView.render(pinsSnapshot(of: chip, realTimeFactor: factor), colour: isTerminal)
    erase()
    var text = midLine ? "\n" : ""
    text += lines.joined(separator: "\n") + "\n"
    put(text)
    drawn = lines.count + (midLine ? 1 : 0)
  }
  private func erase() {
    guard drawn > 0, isTerminal else { return }
    // A line that was interrupted in the middle cannot be continued at its old column: it stays, the rest goes below it.
    put("\u{1b}[\(drawn - (midLine ? 1 : 0))A\r\u{1b}[J")
    drawn = 0
    midLine = false
  }
  private func put(_ text: String) { _ = text.withCString { write(STDOUT_FILENO, $0, strlen($0)) } }
}
