import Board
import Emulation
import Synchronization
import Window

/// How a run ended.
struct Outcome: Sendable {
  var status: Int32
  /// One line for standard error.
  var message: String?
}

/// What the main thread and the emulation thread share, and nothing else: an inbox one way, a few facts the other way.
final class RunState: Sendable {
  /// For the board: console bytes (`PicoBoard.InputPort`), and the order to stop.
  let inbox = HostInbox()
  /// True while the board has not taken all the input it was sent.
  let untaken = Atomic<Bool>(false)
  /// Rung when the run has ended.
  let ended = Bell()
  private let result = Mutex<Outcome?>(nil)
  /// From the window's buttons. Not recorded: they are about the run, not into the board.
  private let commands = Mutex<[RunCommand]>([])

  /// The pseudo-terminal of the board's USB device.
  let serial: SerialPTY?
  init(serial: SerialPTY? = nil) { self.serial = serial }

  func post(stop status: Int32) { inbox.post(HostInput(port: PicoBoard.InputPort.stop, bytes: [UInt8(truncatingIfNeeded: status)])) }
  func post(_ bytes: [UInt8], at time: UInt64) { inbox.post(HostInput(port: PicoBoard.InputPort.console, bytes: bytes, pushed: time)) }

  func post(_ command: RunCommand) {
    commands.withLock { $0.append(command) }
    inbox.ring()
  }
  func takeCommands() -> [RunCommand] {
    commands.withLock { c in
      defer { c = [] }
      return c
    }
  }
  var isEnded: Bool { result.withLock { $0 != nil } }

  func end(_ outcome: Outcome) {
    result.withLock { $0 = outcome }
    ended.ring()
  }
  var outcome: Outcome { result.withLock { $0 } ?? Outcome(status: ExitStatus.fault, message: "the emulation ended without an outcome") }
}
