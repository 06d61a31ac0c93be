import Board
import Emulation
import RP2040
import Window
#if canImport(Glibc)
import Glibc
#endif

extension Session {
  /// A run with a window: SDL on the main thread, the board on its own, signals and the terminal on a third. The window stays when the
  /// program has ended, for its last picture to be looked at and for another run; with `--for` it goes with the run.
  func runInWindow(_ files: RunFiles, _ signals: Signals, _ state: RunState, _ source: InputSource) throws -> Outcome {
    let exchange = BoardExchange()
    let plan = self.plan
    let ports = WindowLoop.Ports(
      type: { state.post($0, at: HostInbox.clock()) },
      control: { state.inbox.post(Assembly.input(part: $0, control: $1, value: $2)) },
      command: { state.post($0) },
      wake: { state.inbox.ring() },
      isOver: { state.isEnded })
    let window: WindowLoop, speaker = Speaker(isMuted: plan.isMuted)
    do {
      window = try WindowLoop(
        title: plan.title, scene: BoardScene(files.diagram(plan)), scale: plan.zoom, scope: plan.scope, showsTasks: plan.showTasks, exchange: exchange,
        ports: ports, speaker: speaker)
    } catch { throw ExitStatus(ExitStatus.usage, error.description) }

    EmulationThread.start { state.end(Self.runs(plan, files, state, source, exchange, speaker)) }
    EmulationThread.start { [self] in serve(state, signals, source) }
    do { try window.run() } catch { Tayberry.complain(error.description) }
    // For Tools/bench-window.
    if getenv("TAYBERRY_WINDOW_STATISTICS") != nil {
      Tayberry.complain("window: first frame after \(Double(window.firstFrame / 10_000) / 100) ms, \(window.frames) frames")
    }
    if !state.isEnded {
      state.post(.stop)
      state.post(stop: 0)
    }
    _ = waitReadable([state.ended.descriptor], nanoseconds: nil)
    return state.outcome
  }

  /// One run after another, as long as the person wants.
  private static func runs(_ first: Plan, _ firstFiles: RunFiles, _ state: RunState, _ source: InputSource, _ exchange: BoardExchange, _ speaker: Speaker)
    -> Outcome
  {
    var plan = first, files = firstFiles
    while true {
      let run = BoardRun(plan, files: files, state: state, input: source, exchange: exchange, speaker: speaker)
      let outcome = run.runToEnd()
      var restart = run.restart
      // The program has ended by itself: wait for what the person wants.
      while restart == nil {
        if run.isToldToStop || plan.stopAfter != nil { return outcome }
        _ = waitReadable([state.inbox.descriptor], nanoseconds: nil)
        for item in state.inbox.take() where item.port == PicoBoard.InputPort.stop { return outcome }
        for command in state.takeCommands() {
          if command == .stop { return outcome }
          if case .scope(let pins, let analog) = command { run.scope = (pins, analog) }
          if case .restart(let program) = command { restart = .some(program) }
        }
      }
      // Trace and recording are of the first run.
      (plan.trace, plan.record, plan.replay, plan.timeline) = (nil, nil, nil, nil)
      plan.screenshots = []
      (plan.scope.channels, plan.scope.analog) = run.scope
      files = RunFiles()
      exchange.write(Array("\u{1b}[2J".utf8), error: false)
      if case .some(.some(let path)) = restart {
        do { try load(path, into: &plan, first) } catch {
          exchange.write(Array("tayberry: \(error)\n".utf8), error: true)
          Tayberry.complain("\(error)")
        }
      }
    }
  }

  /// A dropped file: foreign firmware for the ARM cores, or a program for ours.
  private static func load(_ path: String, into plan: inout Plan, _ first: Plan) throws {
    let bytes = try readFile(path), lower = path.lowercased()
    if lower.hasSuffix(".uf2") || lower.hasSuffix(".elf") {
      // A file of any other content would be taken for a raw image.
      let magic: [UInt8] = lower.hasSuffix(".elf") ? [0x7f, 0x45, 0x4c, 0x46] : [0x55, 0x46, 0x32, 0x0a]
      guard bytes.starts(with: magic) else { throw FileError(path, lower.hasSuffix(".elf") ? "it is no ELF file" : "it is no UF2 file") }
      do { plan.firmware = try FirmwareFile(bytes) } catch { throw FileError(path, "\(error)") }
      plan.boots = true
      plan.console = .uart0
    } else {
      plan.boots = false
      plan.console = first.boots ? .host : first.console
      plan.host.program = bytes
      plan.host.arguments = [path]
      plan.host.mounts.removeAll { $0.path == "/host" }
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      plan.host.mounts.insert(Mount(path: "/host", folder: folder.isEmpty ? "/" : folder, writable: false), at: 0)
    }
    plan.title = String(path.split(separator: "/").last ?? "")
  }
}
