import Board
import CHost
import Synchronization
#if canImport(Glibc)
import Glibc
#endif

/// One run of the command: opens what it needs, starts the emulation thread, and passes keys and signals to it until it has ended.
final class Session {
  private let plan: Plan
  /// A board that takes no input for so long after Ctrl-C is stopped.
  private static let patience: UInt64 = 2_000_000_000

  init(_ plan: Plan) { self.plan = plan }

  /// Runs and then ends the process by throwing its exit status.
  func runToEnd() throws -> Never {
    let files = try openFiles()
    let signals = Signals()
    let mailbox = Mailbox()
    let terminal = Terminal()
    var pty: Int32 = -1
    if case .pty(let link) = plan.console { pty = try openPTY(link) }
    let source = InputSource(plan, pty: pty)
    if source.kind == .terminal { terminal.enterKeyMode() }

    let result = OutcomeBox()
    let plan = self.plan
    EmulationThread.start {
      let run = BoardRun(plan, files: files, mailbox: mailbox, input: source)
      result.set(run.runToEnd())
      mailbox.finished.ring()
    }
    serve(mailbox, signals, source)
    terminal.restore()
    if case .pty(let link) = plan.console { unlink(link) }
    let ended = result.take()
    throw ExitStatus(ended.status, ended.message)
  }

  private func openFiles() throws -> RunFiles {
    var files = RunFiles()
    func named<T>(_ option: String, _ body: () throws -> T) throws -> T {
      do { return try body() } catch { throw ExitStatus(ExitStatus.usage, "\(option) \(error)") }
    }
    if let path = plan.replay {
      files.replay = try named("--replay") {
        let text = String(decoding: try readFile(path), as: UTF8.self)
        do { return try Recording.parse(text) } catch { throw FileError(path, "\(error)") }
      }
    }
    if let path = plan.trace { files.trace = try named("--trace") { try OutputFile(path) } }
    if let path = plan.record { files.record = try named("--record") { try OutputFile(path) } }
    return files
  }

  /// A pseudo-terminal whose other end is found at `link`.
  private func openPTY(_ link: String) throws -> Int32 {
    var path = [CChar](repeating: 0, count: 128)
    let master = chost_open_pty(&path, 128)
    guard master >= 0 else { throw ExitStatus(ExitStatus.usage, "--console pty: \(String(cString: strerror(errno)))") }
    var info = stat()
    if lstat(link, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFLNK else { throw ExitStatus(ExitStatus.usage, "--console pty:\(link): there is a file of that name") }
      unlink(link)
    }
    guard symlink(path, link) == 0 else { throw ExitStatus(ExitStatus.usage, "--console pty:\(link): \(String(cString: strerror(errno)))") }
    return master
  }

  // MARK: The main thread while the board runs

  private func serve(_ mailbox: Mailbox, _ signals: Signals, _ source: InputSource) {
    var deadline: UInt64?
    var inputOpen = source.isLive
    while true {
      var watched = [mailbox.finished.descriptor, signals.descriptor]
      if inputOpen { watched.append(source.descriptor) }
      let now = hostNanoseconds()
      let left = deadline.map { $0 > now ? $0 - now : 0 }
      let ready = waitReadable(watched, nanoseconds: left)
      if ready[0] { return }
      if ready[1], let signal = signals.take() {
        if signal == SIGINT {
          mailbox.post(.input([3], at: hostNanoseconds()))
          deadline = hostNanoseconds() + Self.patience
        } else {
          mailbox.post(.stop(signal == SIGQUIT ? ExitStatus.interrupted : 128 + signal))
        }
      }
      if inputOpen, ready[2] {
        switch source.read() {
        case .bytes(let bytes):
          let at = hostNanoseconds()
          // Ctrl-\ always stops; Ctrl-] leaves the prompt, as in mpremote.
          if source.kind == .terminal, let stop = bytes.firstIndex(where: { $0 == 0x1c || (plan.isPrompt && $0 == 0x1d) }) {
            if stop > 0 { mailbox.post(.input(Array(bytes[..<stop]), at: at)) }
            mailbox.post(.stop(bytes[stop] == 0x1c ? ExitStatus.interrupted : 0))
          } else {
            if bytes.contains(3) { deadline = at + Self.patience }
            mailbox.post(.input(bytes, at: at))
          }
        case .end:
          inputOpen = false
          mailbox.post(.inputEnd(at: hostNanoseconds()))
        case .nothing: break
        }
      }
      if let when = deadline, hostNanoseconds() >= when {
        deadline = nil
        if mailbox.untaken.load(ordering: .relaxed) { mailbox.post(.stop(ExitStatus.interrupted)) }
      }
    }
  }
}

/// The outcome on its way from the emulation thread.
final class OutcomeBox: Sendable {
  private let value = Mutex<Outcome?>(nil)
  func set(_ outcome: Outcome) { value.withLock { $0 = outcome } }
  func take() -> Outcome { value.withLock { $0 } ?? Outcome(status: ExitStatus.fault, message: "the emulation ended without an outcome") }
}

/// Files of a run, opened before it starts so that a bad name costs nothing.
struct RunFiles: @unchecked Sendable {
  // Handed to the emulation thread as a whole; nobody else keeps them.
  var trace: OutputFile?, record: OutputFile?
  var replay: Recording.Contents?
}
