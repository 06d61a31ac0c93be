import Board
import CHost
import Emulation
import RP2040
#if canImport(Glibc)
import Glibc
#endif

/// A hosted board whose time is the host's, on the main thread: it runs until the firmware ends it.
final class UnixBoard {
  private let output = ConsoleOutput()
  private let terminal = UnixTerminal()
  private let board: PicoBoard
  private let signals: Int32
  private var inputEnded = false
  /// The longest stretch of computing between two looks at signals, cycles.
  private static let slice: Cycle = 2_000_000

  /// `heap`: bytes of the Python heap; it lies in memory that the board is lent.
  init(_ request: HostRequest, heap: Int) {
    var configuration = PicoBoard.Configuration()
    configuration.request = request
    // A quarter is the kernel's, for threads; hostile mode moves objects through all the rest.
    let memory = request.variables["HEAP_HOSTILE"] ?? request.variables["HEAP_WATCHFUL"] == nil ? (heap + (1 << 20)) / 3 * 4 : 512 << 20
    let megabytes = min(512, (memory + (1 << 20) - 1) >> 20)
    configuration.request.variables["HEAP"] = String(heap)
    configuration.request.variables["RAM"] = String(megabytes)
    // Native recursion as on a computer, not as on a Pico: bytes of stack (NativeStack.swift).
    configuration.request.variables["NATIVE"] = String(96 << 10)
    configuration.chip.hostClock = true
    configuration.chip.ramMegabytes = megabytes
    configuration.chip.stackBytes = 16 << 20
    signals = chost_signalfd()
    signal(SIGPIPE, SIG_IGN)
    do { board = try PicoBoard(configuration, output: output) } catch {
      TayberryUnix.complain("tayberry-unix: \(error)\n")
      exit(1)
    }
    board.services.onTerminal = { [unowned self] in
      output.flush()
      terminal.set(edits: $0)
    }
  }

  /// The exit status of the process.
  func run() -> Int32 {
    defer {
      board.finish()
      terminal.restore()
    }
    while true {
      let stop = board.chip.run(until: board.chip.now + Self.slice)
      if let status = board.services.exitStatus { return Int32(status) }
      switch stop {
      case .stopped(let reason):
        output.flush()
        TayberryUnix.complain("tayberry-unix: the board stopped: \(reason)\n")
        return 3
      case .paused: break
      case .time: look(0)
      case .idle(let until):
        output.flush()
        look(until >> 57 != 0 ? -1 : Int64(clamping: board.chip.hostTimeLeft(until: until)))
      }
      if output.failure != 0 { return 1 }
    }
  }

  /// Looks at signals and, if the board waits for it, at standard input; waits for them or for so many nanoseconds (-1: no end).
  private func look(_ nanoseconds: Int64) {
    let wantsInput = board.isAwaitingInput && !inputEnded
    let ready = waitReadable(wantsInput ? [signals, STDIN_FILENO] : [signals], nanoseconds: nanoseconds < 0 ? nil : UInt64(nanoseconds))
    if ready[0] { takeSignal() }
    if wantsInput && ready[1] {
      var block = [UInt8](repeating: 0, count: 1024)
      let n = read(STDIN_FILENO, &block, block.count)
      if n > 0 {
        board.type(Array(block[..<n]))
      } else if n == 0 || (errno != EINTR && errno != EAGAIN) {
        inputEnded = true
        board.endInput()
      }
    }
  }

  private func takeSignal() {
    switch chost_take_signal(signals) {
    case SIGINT: board.type([3])
    case 0: break
    case let s:
      // The others end the process as they would without us.
      terminal.restore()
      output.flush()
      signal(s, SIG_DFL)
      exit(128 + s)
    }
  }
}
