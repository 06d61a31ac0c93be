import Board
import Emulation
import OffChip
import RP2040
import Window
#if canImport(Glibc)
import Glibc
#endif

/// A board from power-on to its end, on the emulation thread: pacing, input, recording, trace.
final class BoardRun {
  private let plan: Plan
  private var files: RunFiles
  private let state: RunState
  private let input: InputSource
  private let output: ConsoleOutput
  /// What the USB device sends to the pseudo-terminal that stands for its port.
  private var serialOutput: ConsoleOutput?
  private var board: PicoBoard!
  private var player: ScenarioRunner?
  private var timeline: Timeline?
  /// `--audio`: what renders the parts' sound, and where it goes.
  private var mixer: SoundMixer?, wav: WAVFile?
  private var view: LivePins?
  private var photographer: Photographer?
  private var gdb: GDBPort?
  /// GDB has been here: the board runs on when it leaves.
  private var gdbHasCome = false
  private var instructions: InstructionTrace?
  private let exchange: BoardExchange?
  /// The window's sound.
  private let speaker: Speaker?
  private var feed: WindowFeed?
  private var speed: Plan.Speed
  /// What the window's scope shows.
  var scope: (pins: [Int], analog: Set<Int>)
  private var isPaused = false
  /// A step: pause when this time has come.
  private var pauseAt: UInt64?
  /// The person wants another run, of the program named here or the same: set when the run ends for that.
  private(set) var restart: String??
  /// The run ended because somebody said so.
  private(set) var isToldToStop = false
  /// Bytes of a stream for a UART, sent when the firmware has had time to start.
  private var toType: [UInt8] = []
  private static let typingStarts: UInt64 = 50_000_000
  /// Virtual time after which to stop, in nanoseconds.
  private let stopAfter: UInt64?
  /// Host time and virtual time that belong together; pacing is computed from them, so that it cannot drift.
  private var anchorHost: UInt64 = 0, anchorVirtual: UInt64 = 0

  init(_ plan: Plan, files: RunFiles, state: RunState, input: InputSource, exchange: BoardExchange? = nil, speaker: Speaker? = nil) {
    self.plan = plan
    self.speaker = speaker
    self.exchange = exchange
    speed = plan.speed
    scope = (plan.scope.channels, plan.scope.analog)
    self.files = files
    self.state = state
    self.input = input
    stopAfter = plan.stopAfter ?? files.replay?.options["for"].flatMap { UInt64($0) }
    output = input.kind == .pty ? ConsoleOutput(standard: input.descriptor, error: 2) : ConsoleOutput()
    output.lineEnds = input.kind == .pty ? .carriageReturns : isatty(STDOUT_FILENO) != 0 ? .newlines : .asTheyAre
  }

  func runToEnd() -> Outcome {
    do {
      try build()
    } catch {
      return Outcome(status: 1, message: "\(error)")
    }
    var outcome = run()
    board.finish()
    instructions?.finish(board.chip)
    gdb = nil
    listUnmodelled()
    view?.end()
    if let failure = photographer?.finish(outcome) { outcome = Outcome(status: 1, message: "\(failure)") }
    mixer?.advance(to: board.now)
    do throws(FileError) { try wav?.finish() } catch { outcome = Outcome(status: 1, message: "cannot write \(error)") }
    do throws(FileError) { try files.flash?.finish() } catch { outcome = Outcome(status: 1, message: "cannot write \(error)") }
    timeline?.finish(at: board.chip.now)
    board.chip.tracer = nil
    timeline = nil
    for file in [files.trace, files.record, files.timeline, files.instructions] {
      do throws(FileError) { try file?.finish() } catch { outcome = Outcome(status: 1, message: "cannot write \(error)") }
    }
    feed?.end(outcome, speed)
    output.tap = nil
    feed = nil
    view = nil
    player = nil
    photographer = nil
    board = nil
    return outcome
  }

  // MARK: Building

  private func build() throws {
    var configuration = PicoBoard.Configuration()
    configuration.chip.ramMegabytes = Int(plan.ramMegabytes)
    configuration.chip.seed = plan.seed
    configuration.chip.strict = plan.strict
    configuration.chip.uniqueID = plan.uniqueID ?? configuration.chip.uniqueID
    configuration.flash = files.flash
    configuration.console = plan.console == .usb ? .usb : plan.console == .uart0 || (plan.boots && plan.console != .host) ? .uart0 : .host
    if let serial = state.serial {
      let output = ConsoleOutput(standard: serial.descriptor, error: 2)
      serialOutput = output
      configuration.usbOutput = output
    }
    if plan.boots { configuration.firmware = .arm(plan.firmware) }
    configuration.chip.bootROM = plan.bootROM
    configuration.request = plan.host
    configuration.diagram = plan.diagram
    wav = files.audio.map { WAVFile($0) }
    let isAudible = plan.diagram.parts.contains { Buzzer.names.contains($0.description.type) }
    if wav != nil || speaker != nil && isAudible {
      mixer = SoundMixer { [unowned self] samples in
        wav?.write(samples)
        speaker?.play(samples, factor: audibleFactor)
      }
      configuration.sound = mixer
    }
    configuration.replay = files.replay
    if let end = stopAfter { configuration.recordedOptions["for"] = String(end) }
    if let file = files.record { configuration.record = { file.write($0) } }
    board = try PicoBoard(configuration, output: output)
    if let stopAfter { board.setEnd(Instant(nanoseconds: stopAfter)) }
    board.chip.onReport = { Tayberry.complain($0) }
    board.assembly.onReport = { Tayberry.complain($0) }
    board.usb?.onReport = { Tayberry.complain($0) }
    if let serial = state.serial {
      board.usb?.onDevice = { Tayberry.complain($0.map { "USB device \($0): mpremote connect \(serial.link)" } ?? "the USB device has gone") }
    }
    for note in plan.boardNotes + board.assembly.reports { Tayberry.complain(note) }
    if let file = files.trace { board.traceValueChanges(of: plan.tracePins) { file.write($0) } }
    if let file = files.timeline {
      timeline = Timeline(board.chip) { file.write($0) }
      board.chip.tracer = timeline
    }
    if plan.showPins { view = LivePins(board.chip, output) }
    if !plan.screenshots.isEmpty { photographer = Photographer(plan, board, output) }
    if let exchange { feed = WindowFeed(board, output, title: plan.title, exchange: exchange) }
    feed?.watch(scope.pins, analog: scope.analog)
    if let scenario = plan.scenario {
      player = ScenarioRunner(scenario.scenario, board, folder: scenario.folder)
      player!.photograph = { [unowned self] in Photographer.picture(plan, board) }
    }
    if let file = files.instructions { instructions = InstructionTrace(file, board.chip) }
    if let port = plan.gdb, let debugger = BoardDebugger(board) {
      gdb = try GDBPort(port, debugger)
      Tayberry.complain("waiting for GDB: target remote localhost:\(gdb!.port)")
    }
    if plan.replay == nil { connectInput() }
  }
  /// What the firmware used that has no model: more than the first touch that was reported as it happened.
  private func listUnmodelled() {
    let touches = board.chip.unmodelledTouches
    guard plan.boots, !touches.isEmpty else { return }
    Tayberry.complain("the firmware touched what has no model:")
    for t in touches { Tayberry.complain("  " + t.text) }
  }
  /// With `--gdb`: passes on what GDB wants; true while the cores stand (also before GDB has come for the first time).
  private func serveGDB() -> Bool {
    guard let gdb else { return false }
    gdb.poll()
    if gdb.isConnected { gdbHasCome = true }
    guard gdb.isHalted || !gdbHasCome else { return false }
    output.flush()
    _ = waitReadable(gdb.descriptors + [state.inbox.descriptor], nanoseconds: 200_000_000)
    anchor()
    return true
  }

  /// Input that is not live. Live input comes by messages.
  private func connectInput() {
    switch input.kind {
    case .terminal, .pty, .window: break
    // A scenario types when it is time.
    case .none where plan.scenario != nil: break
    case .none: board.services.nextInputByte = { nil }
    case .stream where plan.console == .uart0 || plan.console == .usb:
      // Nobody can tell when the board waits for a byte of a UART or of USB.
      while let byte = input.nextByte(inbox: state.inbox, interrupted: { nil }) { toType.append(byte) }
    case .stream:
      board.services.nextInputByte = { [unowned self] in
        output.flush()
        return input.nextByte(inbox: state.inbox) { self.interruptWhileWaiting() }
      }
    }
  }

  // MARK: Input

  /// Takes what the main thread has sent. Each item takes effect at a cycle that is written down, the order to stop too.
  private func takeInput() {
    for item in state.inbox.take() { deliver(item) }
    if exchange != nil { for command in state.takeCommands() { obey(command) } }
  }
  /// A button of the window.
  private func obey(_ command: RunCommand) {
    switch command {
    case .pause: isPaused = true
    case .resume: isPaused = false
    case .step(let span):
      pauseAt = board.now.nanoseconds + span
      isPaused = false
    case .speed(let asked):
      speed =
        switch asked {
        case .max: .max
        case .factor(let f): .factor(f)
        }
    case .scope(let pins, let analog):
      scope = (pins, analog)
      feed?.watch(pins, analog: analog)
      return
    case .restart(let program): restart = .some(program)
    case .stop: deliver(HostInput(port: PicoBoard.InputPort.stop, bytes: [0]))
    }
    anchor()
  }
  /// Pacing begins anew from here.
  private func anchor() {
    anchorHost = HostInbox.clock()
    anchorVirtual = board.now.nanoseconds
  }
  private func deliver(_ item: HostInput) {
    // A sleeping board's clock stands where it went to sleep: input comes at its own time. A busy one, and one that does not follow the
    // host's time, takes it at once.
    var cycle: Cycle = 0
    if item.port == PicoBoard.InputPort.stop { (isPaused, isToldToStop) = (false, true) }
    if idleUntil != nil, case .factor = speed { cycle = board.chip.cycle(at: Instant(nanoseconds: virtualTime(ofHost: item.pushed))) }
    board.deliver(item, at: cycle)
    state.untaken.store(true, ordering: .relaxed)
  }
  /// Ctrl-C, or an order to stop, while the board waits for a byte of a stream: both end the wait.
  private func interruptWhileWaiting() -> UInt8? {
    var byte: UInt8?
    for item in state.inbox.take() {
      if item.port == PicoBoard.InputPort.stop { deliver(item) }
      byte = item.port == PicoBoard.InputPort.console ? item.bytes.first ?? byte : 0
    }
    return byte
  }

  // MARK: Running

  /// The most virtual time between two looks at the host, in nanoseconds: when pacing, and when nobody can interfere quickly.
  private static let pacedSlice: UInt64 = 1_000_000, freeSlice: UInt64 = 20_000_000
  /// With a window the host looks often enough for its frames, however fast the board runs: about a millisecond of host time.
  private var watchedSlice: UInt64 = 1_000_000
  private var slice: UInt64 {
    if case .factor = speed { return Self.pacedSlice }
    // A person who is waited for has the host's time; one who only watches, or may press Ctrl-C, is looked at often enough.
    if isPaced && (board.isAwaitingInput || state.serial != nil) { return Self.pacedSlice }
    return isPaced || feed != nil ? watchedSlice : Self.freeSlice
  }
  private func adaptSlice(_ host: UInt64) {
    if host < 500_000 { watchedSlice = min(watchedSlice * 2, Self.freeSlice * 8) } else if host > 2_000_000 { watchedSlice = max(watchedSlice / 2, 250_000) }
  }

  /// The cycle of the next event, while both cores sleep.
  private var idleUntil: Cycle?
  private var lastFlush: UInt64 = 0
  /// The speed at which sound can be heard.
  private var audibleFactor: Double? { if case .factor(let f) = speed { f } else { nil } }
  private var factor: Double { if case .factor(let f) = speed { f } else { 1 } }
  private func virtualTime(ofHost time: UInt64) -> UInt64 { anchorVirtual + UInt64(Double(time > anchorHost ? time - anchorHost : 0) * factor) }

  private func run() -> Outcome {
    anchorHost = HostInbox.clock()
    while true {
      takeInput()
      if output.failure != 0 { return Outcome(status: 1, message: "cannot write the console's output: \(FileError("", errno: output.failure).reason)") }
      if files.trace?.failure != nil || files.record?.failure != nil || files.timeline?.failure != nil || files.flash?.failure != nil {
        return Outcome(status: 1, message: nil)
      }

      if restart != nil { return Outcome(status: 0, message: nil) }
      if gdb?.isKilled == true { return Outcome(status: 0, message: nil) }
      if gdb != nil {
        if let status = board.exitStatus { return Outcome(status: status, message: nil) }
        if serveGDB() { continue }
      }
      if isPaused {
        output.flush()
        feed?.refresh(.paused, speed)
        _ = waitReadable([state.inbox.descriptor], nanoseconds: nil)
        anchor()
        continue
      }

      let now = board.now.nanoseconds
      if let player {
        player.poll()
        if let outcome = plan.scenario!.outcome(player, at: now) { return outcome }
      }
      if let end = stopAfter, now >= end {
        if let player, player.state == .running { return Outcome(status: 1, message: "\(plan.scenario!.path): time is up: \(player.waitsFor)") }
        return Outcome(status: 0, message: nil)
      }
      var target = now + slice
      if case .factor = speed, idleUntil != nil { target = max(now, virtualTime(ofHost: HostInbox.clock())) }
      if !toType.isEmpty {
        if now >= Self.typingStarts {
          board.type(toType)
          toType = []
        } else {
          target = min(target, Self.typingStarts)
        }
      }
      if let end = stopAfter { target = min(target, end) }
      for next in [photographer?.nextTime, player?.nextTime, pauseAt] { if let next { target = min(target, next) } }
      let before = HostInbox.clock()
      let stop = board.run(until: Instant(nanoseconds: target))
      mixer?.advance(to: board.now)
      idleUntil = nil
      if case .idle(let until) = stop { idleUntil = until }
      state.untaken.store(board.hasUntakenInput, ordering: .relaxed)
      // What was printed is seen soon, however busy the board is.
      let time = HostInbox.clock()
      if target - now == watchedSlice { adaptSlice(time - before) }
      if time - lastFlush > 10_000_000 { output.flush(); lastFlush = time }
      // Whoever has the port open may wait for this before anything else happens.
      serialOutput?.flush()
      view?.refresh()
      feed?.refresh(.running, speed)
      if let when = pauseAt, board.now.nanoseconds >= when { (isPaused, pauseAt) = (true, nil) }
      if let failure = photographer?.take() { return Outcome(status: 1, message: "\(failure)") }
      if board.hasLeftRecording { return Outcome(status: 1, message: "\(plan.replay!): the board asks for something else than was recorded") }
      if let status = board.exitStatus {
        guard let player, board.services.exitStatus != nil else { return Outcome(status: status, message: nil) }
        // A program that has done its work leaves the board as it is; the steps go on.
        player.poll()
        if let outcome = plan.scenario!.outcome(player, at: board.now.nanoseconds, exit: status) { return outcome }
      }
      switch stop {
      case .stopped(let reason):
        // A debugger looks at the remains; a reset from there brings the board back.
        if let gdb, gdb.isConnected { gdb.boardStopped("\(reason)"); break }
        if case .bootsel = reason, exchange != nil {
          return Outcome(status: ExitStatus.fault, message: "\(reason). Drop a .uf2 file onto the window, or press reset")
        }
        return Outcome(status: ExitStatus.fault, message: "the board stopped: \(reason)")
      case .paused: break
      case .idle(let until) where plan.replay != nil && stopAfter == nil && until >= Self.never:
        return Outcome(status: 1, message: "\(plan.replay!): the recording ends before its run does")
      case .idle(let until) where standsStill(until):
        return Outcome(status: 1, message: "nothing can ever run again:\n" + (board.standstillReport ?? "  no thread of Python is there"))
      case .time, .idle: pace()
      }
    }
  }

  /// Virtual time is held to the host's: real time, and at full speed while a person is being waited for.
  private var isPaced: Bool {
    if case .factor = speed { return true }
    return input.isLive || state.serial != nil
  }

  /// At full speed, with nobody who could type, press or click: both cores sleep, and no event will ever wake them.
  private func standsStill(_ until: Cycle) -> Bool {
    guard case .max = speed, until >= Self.never, stopAfter == nil, plan.replay == nil, !plan.boots, exchange == nil, player == nil else { return false }
    return !input.isLive && input.kind != .window && toType.isEmpty && photographer?.nextTime == nil && !board.hasUntakenInput
  }

  /// The cycle of the next event when there is none.
  private static let never: Cycle = 1 << 57

  /// Waits until the host's time has come as far as the board's, or something comes in.
  private func pace() {
    let virtual = board.now.nanoseconds
    switch speed {
    case .factor(let factor):
      let now = HostInbox.clock()
      func hostTime(_ v: UInt64) -> UInt64 { anchorHost + UInt64(Double(v > anchorVirtual ? v - anchorVirtual : 0) / factor) }
      if let idleUntil {
        // Both cores sleep: so may we, until the next event, the end, or a message.
        output.flush()
        if !toType.isEmpty { return wait(nanoseconds: Self.pacedSlice) }
        var next: UInt64? = idleUntil >= Self.never ? nil : hostTime(board.chip.instant(idleUntil).nanoseconds)
        for end in [stopAfter, photographer?.nextTime, player?.nextTime, pauseAt] { if let end { next = min(next ?? .max, hostTime(end)) } }
        wait(nanoseconds: next.map { $0 > now ? $0 - now : 0 })
      } else if hostTime(virtual) > now + 1_000_000 {
        output.flush()
        wait(nanoseconds: hostTime(virtual) - now)
      } else if now > hostTime(virtual) + 100_000_000 {
        // Too slow to keep up: forget the debt instead of racing later.
        anchorHost = now
        anchorVirtual = virtual
      }
    case .max:
      guard let idleUntil else { return }
      if idleUntil >= Self.never && stopAfter == nil && toType.isEmpty && photographer?.nextTime == nil && player?.nextTime == nil {
        // Nothing will ever happen on the board by itself.
        output.flush()
        wait(nanoseconds: nil)
      } else if (input.isLive && board.isAwaitingInput) || state.serial != nil {
        output.flush()
        wait(nanoseconds: Self.pacedSlice)
      }
    }
  }

  private func wait(nanoseconds: UInt64?) {
    var left = nanoseconds
    // The live view goes on while the board sleeps.
    if view != nil { left = min(left ?? .max, 50_000_000) }
    _ = waitReadable([state.inbox.descriptor], nanoseconds: left)
  }
}
