#if canImport(Glibc)
import Glibc
#endif

/// The console's output on its way to file descriptors of the host: collected, written in order, never dropped. A slow reader makes the emulation wait.
public final class ConsoleOutput {
  private let standard: Int32, error: Int32
  private var pending: [UInt8] = []
  private var pendingError = false
  /// The errno of a write that failed (EPIPE: the reader has gone); output after it is dropped.
  public private(set) var failure: Int32 = 0
  /// A second reader of every byte, besides the descriptors: a window, a screenshot.
  public var tap: ((_ bytes: [UInt8], _ error: Bool) -> Void)?
  /// Sees every byte that is written, before it is: the live view redraws itself around it.
  public var beforeFlush: (() -> Void)?
  public var afterFlush: ((_ lastByte: UInt8) -> Void)?

  /// What becomes of the ends of lines. The board sends both kinds: a program's are newlines, the prompt's have a carriage return in front.
  public enum LineEnds: Sendable {
    case asTheyAre
    /// Carriage return and newline, as a Pico sends it: for a pseudo-terminal, where no terminal adds them.
    case carriageReturns
    /// Newlines: for a terminal that adds the carriage returns itself.
    case newlines
  }
  public var lineEnds = LineEnds.asTheyAre
  /// Stands before each line, which is written as a whole: one of several boards.
  public var linePrefix: [UInt8] = []
  private var isInLine = false
  private var last: UInt8 = 0

  public init(standard: Int32 = STDOUT_FILENO, error: Int32 = STDERR_FILENO) { self.standard = standard; self.error = error }

  public func write(_ bytes: [UInt8], error isError: Bool) {
    tap?(bytes, isError)
    if isError != pendingError { flush() }
    pendingError = isError
    switch lineEnds {
    case _ where !linePrefix.isEmpty:
      for b in bytes where b != 13 {
        if !isInLine { pending += linePrefix }
        pending.append(b)
        isInLine = b != 10
      }
    case .asTheyAre: pending += bytes
    case .carriageReturns:
      for b in bytes {
        if b == 10 && last != 13 { pending.append(13) }
        pending.append(b)
        last = b
      }
    case .newlines:
      for b in bytes {
        if b == 10 && pending.last == 13 { pending.removeLast() }
        pending.append(b)
      }
    }
    if pending.count >= 1 << 14 { flush(last: pending.count >= 1 << 16) }
  }

  /// Writes what has been collected; of several boards' output whole lines, unless it is the `last` time.
  public func flush(last isLast: Bool = false) {
    if isLast && isInLine && !linePrefix.isEmpty { pending.append(10); isInLine = false }
    guard !pending.isEmpty else { return }
    var begun: ArraySlice<UInt8> = []
    if isInLine && !linePrefix.isEmpty {
      let end = pending.lastIndex(of: 10).map { $0 + 1 } ?? 0
      begun = pending[end...]
      pending.removeLast(begun.count)
      guard !pending.isEmpty else { pending = Array(begun); return }
    }
    defer { pending += begun }
    beforeFlush?()
    let target = pendingError ? error : standard
    var done = 0
    while done < pending.count && failure == 0 {
      let n = pending.withUnsafeBytes { Glibc.write(target, $0.baseAddress! + done, pending.count - done) }
      if n >= 0 {
        done += n
      } else if errno == EAGAIN {
        var p = pollfd(fd: target, events: Int16(POLLOUT), revents: 0)
        _ = poll(&p, 1, -1)
      } else if errno != EINTR {
        failure = errno
      }
    }
    let last = pending[pending.count - 1]
    pending.removeAll(keepingCapacity: true)
    afterFlush?(last)
  }
}
