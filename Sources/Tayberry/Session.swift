import Board
import CHost
import Emulation
import Synchronization
#if canImport(Glibc)
import Glibc
#endif

/// One run of the command: opens what it needs, starts the emulation thread, and passes keys and signals to it until it has ended.
final class Session: Sendable {
  let plan: Plan
  /// A board that takes no input for so long after Ctrl-C is stopped.
  private static let patience: UInt64 = 2_000_000_000

  init(_ plan: Plan) { self.plan = plan }

  /// Runs and then ends the process by throwing its exit status.
  func runToEnd() throws -> Never {
    let files = try openFiles()
    let signals = Signals()
    let state = RunState(serial: try plan.usb.map { path throws(ExitStatus) in try SerialPTY(path) })
    let terminal = Terminal()
    var pty: Int32 = -1
    if case .pty(let link) = plan.console { pty = try openPTY(link) }
    let source = InputSource(plan, pty: pty)
    if source.kind == .terminal { terminal.enterKeyMode() }

    let plan = self.plan
    defer {
      terminal.restore()
      if case .pty(let link) = plan.console { unlink(link) }
      if let serial = state.serial { unlink(serial.link) }
    }
    if plan.window {
      let outcome = try runInWindow(files, signals, state, source)
      throw ExitStatus(outcome.status, outcome.message)
    }
    EmulationThread.start {
      let run = BoardRun(plan, files: files, state: state, input: source)
      state.end(run.runToEnd())
    }
    serve(state, signals, source)
    throw ExitStatus(state.outcome.status, state.outcome.message)
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
    if let path = plan.flash { files.flash = try named("--flash") { try FlashFile(path, bytes: 2 << 20) } }
    if let path = plan.trace { files.trace = try named("--trace") { try OutputFile(path) } }
    if let path = plan.instructionTrace { files.instructions = try named("--instruction-trace") { try OutputFile(path) } }
    if let path = plan.audio { files.audio = try named("--audio") { try OutputFile(path) } }
    if let path = plan.timeline {
      if plan.boots { throw ExitStatus(ExitStatus.usage, "--timeline: only the firmware of `run` and `repl` says what its tasks do") }
      files.timeline = try named("--timeline") { try OutputFile(path) }
    }
    if let path = plan.record { files.record = try named("--record") { try OutputFile(path) } }
    return files
  }

  /// A pseudo-terminal whose other end is found at `link`.
  private func openPTY(_ link: String) throws -> Int32 {
    var path = [CChar](repeating: 0, count: 128)
    let master = chost_open_pty(&path, 128, nil)
    guard master >= 0 else { throw ExitStatus(ExitStatus.usage, "--console pty: \(String(cString: strerror(errno)))") }
    try Self.link(path, link, option: "--console")
    return master
  }
  /// Makes `link` lead to the pseudo-terminal `path`.
  static func link(_ path: [CChar], _ link: String, option: String) throws(ExitStatus) {
    var info = stat()
    if lstat(link, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFLNK else { throw ExitStatus(ExitStatus.usage, "\(option) pty:\(link): there is a file of that name") }
      unlink(link)
    }
    guard symlink(path, link) == 0 else { throw ExitStatus(ExitStatus.usage, "\(option) pty:\(link): \(String(cString: strerror(errno)))") }
  }

  // MARK: The main thread while the board runs

  func serve(_ state: RunState, _ signals: Signals, _ source: InputSource) {
    var deadline: UInt64?
    var line = SerialPTY.Line()
    var inputOpen = source.isLive && source.descriptor >= 0
    while true {
      var watched = [state.ended.descriptor, signals.descriptor]
      if let serial = state.serial { watched += [serial.watch, serial.descriptor] }
      if inputOpen { watched.append(source.descriptor) }
      let now = HostInbox.clock()
      let left = deadline.map { $0 > now ? $0 - now : 0 }
      let ready = waitReadable(watched, nanoseconds: left)
      if ready[0] { return }
      if ready[1], let signal = signals.take() {
        if signal == SIGINT {
          state.post([3], at: HostInbox.clock())
          deadline = HostInbox.clock() + Self.patience
        } else {
          state.post(stop: signal == SIGQUIT ? ExitStatus.interrupted : 128 + signal)
        }
      }
      if let serial = state.serial, ready[2] || ready[3] {
        // Opened before it was written to, closed after: what was written before a change of the line goes before it.
        let opened = ready[2] ? line.look(serial) : nil
        let bytes = ready[3] ? serial.read() : []
        if let opened, opened.bytes[0] != 0 { state.inbox.post(opened) }
        if !bytes.isEmpty { state.inbox.post(HostInput(port: PicoBoard.InputPort.usb, bytes: bytes)) }
        if let opened, opened.bytes[0] == 0 { state.inbox.post(opened) }
      }
      if inputOpen, ready[ready.count - 1] {
        switch source.read() {
        case .bytes(let bytes):
          let at = HostInbox.clock()
          // Ctrl-\ always stops; Ctrl-] leaves the prompt, as in mpremote.
          if source.kind == .terminal, let stop = bytes.firstIndex(where: { $0 == 0x1c || (plan.isPrompt && $0 == 0x1d) }) {
            if stop > 0 { state.post(Array(bytes[..<stop]), at: at) }
            state.post(stop: bytes[stop] == 0x1c ? ExitStatus.interrupted : 0)
          } else {
            if bytes.contains(3) { deadline = at + Self.patience }
            state.post(bytes, at: at)
          }
        case .end:
          inputOpen = false
          state.inbox.post(HostInput(port: PicoBoard.InputPort.consoleEnd, bytes: []))
        case .nothing: break
        }
      }
      if let when = deadline, HostInbox.clock() >= when {
        deadline = nil
        if state.untaken.load(ordering: .relaxed) { state.post(stop: ExitStatus.interrupted) }
      }
    }
  }
}

/// Files of a run, opened before it starts so that a bad name costs nothing.
struct RunFiles: @unchecked Sendable {
  // Handed to the emulation thread as a whole; nobody else keeps them.
  var trace: OutputFile?, record: OutputFile?, audio: OutputFile?, timeline: OutputFile?, instructions: OutputFile?
  var flash: FlashFile?
  var replay: Recording.Contents?

  /// The board of the run: a recording brings its own.
  func diagram(_ plan: Plan) -> Diagram { replay?.options["board"].flatMap { try? Diagram.read(Array($0.utf8)).diagram } ?? plan.diagram }
}
