import Board
import CPort
import Emulation
import Image
import OnChip
import RP2040
import Registers

/// A board from power-on to its end, on the emulation thread: pacing, input, recording, trace.
final class BoardRun: HostInputReceiver {
  private let plan: Plan
  private var files: RunFiles
  private let mailbox: Mailbox
  private let input: InputSource
  private let output: ConsoleOutput
  private var services: HostServices
  private var host: any HostLinkHost
  private var chip: RP2040!
  private var link: OnChip.HOSTLINK!
  private var view: LivePins?
  private var trace: VCDTrace?
  /// Set by a message from the main thread: the status to end with.
  private var stopStatus: Int32?
  /// Host time and virtual time that belong together; pacing is computed from them, so that it cannot drift.
  private var anchorHost: UInt64 = 0, anchorVirtual: UInt64 = 0
  /// Console input by its port number on the board.
  private static let consolePort: UInt16 = 0, consoleEnd: UInt16 = 1, lineLow: UInt16 = 2, lineHigh: UInt16 = 3
  /// `--console uart0`: what is wired to GP0 and GP1.
  private var terminal: UARTTerminal?

  init(_ plan: Plan, files: RunFiles, mailbox: Mailbox, input: InputSource) {
    self.plan = plan
    self.files = files
    self.mailbox = mailbox
    self.input = input
    output = input.kind == .pty ? ConsoleOutput(standard: input.descriptor, error: 2) : ConsoleOutput()
    if input.kind == .pty { output.addsCarriageReturns = true }
    services = HostServices(plan.host, output: output)
    host = services
  }

  func runToEnd() -> Outcome {
    do {
      try build()
    } catch {
      return Outcome(status: 1, message: "\(error)")
    }
    var outcome = run()
    terminal?.poll(at: Instant(nanoseconds: .max))
    output.flush()
    view?.end()
    trace?.finish(at: max(chip.instant(chip.now), Instant(nanoseconds: plan.stopAfter.map { min($0, reached) } ?? 0)))
    for file in [files.trace, files.record] {
      do throws(FileError) { try file?.finish() } catch { outcome = Outcome(status: 1, message: "cannot write \(error)") }
    }
    services.onExit = nil
    chip = nil
    return outcome
  }

  // MARK: Building

  private func build() throws {
    var configuration = RP2040.Configuration()
    configuration.firmware = tayberryFirmware.pointee
    configuration.hostLink = true
    configuration.ramMegabytes = Int(plan.ramMegabytes)
    configuration.seed = plan.seed
    configuration.strict = plan.strict
    if let options = files.replay?.options {
      configuration.seed = options["seed"].flatMap { UInt64($0) } ?? configuration.seed
      configuration.ramMegabytes = options["ram"].flatMap { Int($0) } ?? configuration.ramMegabytes
    }
    chip = try RP2040(configuration)
    installImage(flash: chip.flash)
    chip.inputReceiver = self
    chip.onReport = { Tayberry.complain($0) }
    services.onExit = { [unowned self] in chip.pause() }
    if input.kind == .stream {
      services.nextInputByte = { [unowned self] in
        output.flush()
        return input.nextByte(bell: mailbox.bell) { self.interruptWhileWaiting() }
      }
    } else if input.kind == .none && plan.replay == nil {
      services.nextInputByte = { nil }
    }
    if let replay = files.replay {
      host = ReplayingHost(services, items: replay.items)
    } else if let record = files.record {
      record.write(Recording.signature + "\n")
      for (name, value) in [("seed", "\(configuration.seed)"), ("ram", "\(configuration.ramMegabytes)")] {
        record.write("option \(name) \(Recording.hex(Array(value.utf8)))\n")
      }
      host = RecordingHost(services) { record.write(Recording.line($0) + "\n") }
    }
    link = OnChip.HOSTLINK(chip, source: .hostLink, memory: chip.space.base, isMemory: { [unowned chip] in chip!.isRAM($0, $1) })
    link.host = host
    chip.attach(link, base: Registers.HOSTLINK.base, events: [.hostLink])
    if let file = files.trace {
      let pins = plan.tracePins ?? Array(0..<30)
      let circuit = chip.circuit
      trace = VCDTrace(circuit, pins.map { ("GP\($0)", circuit.net("GP\($0)")) }, at: Instant(nanoseconds: 0)) { file.write($0) }
    }
    if plan.console == .uart0 {
      let terminal = UARTTerminal(chip.circuit, transmit: chip.circuit.net("GP0"), receive: chip.circuit.net("GP1"))
      terminal.onByte = { [unowned self] in output.write([$0], error: false) }
      self.terminal = terminal
      link.receiveEnd()
      // A pipe or file is typed in from the first 50 ms on.
      if input.kind == .stream, plan.replay == nil {
        var bytes: [UInt8] = []
        while let byte = input.nextByte(bell: mailbox.bell, interrupted: { nil }) { bytes.append(byte) }
        let cycle = chip.cycle(at: Instant(nanoseconds: 50_000_000))
        chip.deliver(HostInput(port: Self.consolePort, bytes: bytes, pushed: 0), at: cycle)
        files.record?.write(Recording.line(.input(cycle, bytes)) + "\n")
      }
    }
    if plan.showPins { view = LivePins(chip, output) }
    for item in files.replay?.items ?? [] {
      switch item {
      case .input(let cycle, let bytes): chip.deliver(HostInput(port: Self.consolePort, bytes: bytes, pushed: 0), at: cycle)
      case .inputEnd(let cycle): chip.deliver(HostInput(port: Self.consoleEnd, bytes: [], pushed: 0), at: cycle)
      default: break
      }
    }
  }

  // MARK: Input

  func receive(_ item: HostInput, at cycle: Cycle) {
    switch item.port {
    case Self.lineLow, Self.lineHigh: terminal?.apply(item.port == Self.lineHigh, at: chip.instant(cycle))
    case Self.consoleEnd: link.receiveEnd()
    default:
      guard let terminal else { link.receive(item.bytes); return }
      for edge in terminal.edges(for: item.bytes, from: chip.instant(cycle + 1)) {
        chip.deliver(HostInput(port: edge.high ? Self.lineHigh : Self.lineLow, bytes: [], pushed: 0), at: max(cycle + 1, chip.cycle(at: edge.time)))
      }
    }
  }

  /// Takes what the main thread has sent. Each item takes effect at a cycle that is written down.
  private func takeMessages() {
    for message in mailbox.take() {
      switch message {
      case .stop(let status): stopStatus = stopStatus ?? status
      case .input(let bytes, let at): deliver(Self.consolePort, bytes, at)
      case .inputEnd(let at): deliver(Self.consoleEnd, [], at)
      }
    }
  }
  private func deliver(_ port: UInt16, _ bytes: [UInt8], _ pushed: UInt64) {
    // A sleeping board's clock stands where it went to sleep: input comes at its own time. A busy one takes it at once.
    var cycle = chip.frontier
    if idleUntil != nil { cycle = max(cycle, chip.cycle(at: Instant(nanoseconds: virtualTime(ofHost: pushed)))) }
    chip.deliver(HostInput(port: port, bytes: bytes, pushed: pushed), at: cycle)
    files.record?.write(Recording.line(port == Self.consoleEnd ? .inputEnd(cycle) : .input(cycle, bytes)) + "\n")
    mailbox.untaken.store(true, ordering: .relaxed)
  }
  /// Ctrl-C, or an order to stop, while the board waits for a byte of a stream: both end the wait.
  private func interruptWhileWaiting() -> UInt8? {
    var byte: UInt8?
    for message in mailbox.take() {
      switch message {
      case .stop(let status): stopStatus = stopStatus ?? status
      case .input(let bytes, _): byte = bytes.first ?? byte
      case .inputEnd: break
      }
    }
    if stopStatus != nil {
      chip.pause()
      return byte ?? 0
    }
    return byte
  }

  // MARK: Running

  /// The most virtual time between two looks at the host, in nanoseconds: when pacing, and when nobody can interfere quickly.
  private static let pacedSlice: UInt64 = 1_000_000, freeSlice: UInt64 = 20_000_000

  /// The cycle of the next event, while both cores sleep.
  private var idleUntil: Cycle?
  private var lastFlush: UInt64 = 0
  /// Virtual time that every core has reached, in nanoseconds: the chip's own clock stands still while nobody touches a register.
  private var reached: UInt64 = 0
  private var factor: Double { if case .factor(let f) = plan.speed { f } else { 1 } }
  private func virtualTime(ofHost time: UInt64) -> UInt64 { anchorVirtual + UInt64(Double(time > anchorHost ? time - anchorHost : 0) * factor) }

  private func run() -> Outcome {
    anchorHost = hostNanoseconds()
    while true {
      takeMessages()
      if let status = stopStatus { return Outcome(status: status, message: nil) }
      if output.failure != 0 { return Outcome(status: 1, message: "cannot write the console's output: \(FileError("", errno: output.failure).reason)") }
      if files.trace?.failure != nil || files.record?.failure != nil { return Outcome(status: 1, message: nil) }

      let now = reached
      if let end = plan.stopAfter, now >= end { return Outcome(status: 0, message: nil) }
      var target = now + (isPaced ? Self.pacedSlice : Self.freeSlice)
      if case .factor = plan.speed, idleUntil != nil { target = max(now, virtualTime(ofHost: hostNanoseconds())) }
      if let end = plan.stopAfter { target = min(target, end) }
      let stop = chip.run(until: chip.cycle(at: Instant(nanoseconds: target)))
      idleUntil = nil
      reached = max(reached, stop == .time || chip.instant(chip.now).nanoseconds > target ? target : chip.instant(chip.now).nanoseconds)
      if case .idle(let until) = stop { idleUntil = until; reached = max(reached, target) }
      mailbox.untaken.store(link.hasUntakenInput, ordering: .relaxed)
      terminal?.poll(at: chip.instant(chip.now))
      // What was printed is seen soon, however busy the board is.
      let time = hostNanoseconds()
      if time - lastFlush > 10_000_000 { output.flush(); lastFlush = time }
      view?.refresh()
      if let status = services.exitStatus { return Outcome(status: Int32(status), message: nil) }
      switch stop {
      case .stopped(let reason): return Outcome(status: ExitStatus.fault, message: "the board stopped: \(reason)")
      case .paused: break
      case .time, .idle: pace()
      }
    }
  }

  /// Virtual time is held to the host's: real time, and at full speed while a person is being waited for.
  private var isPaced: Bool {
    if case .factor = plan.speed { return true }
    return input.isLive
  }

  /// Waits until the host's time has come as far as the board's, or something comes in.
  private func pace() {
    let never: Cycle = 1 << 57
    let virtual = reached
    switch plan.speed {
    case .factor(let factor):
      let now = hostNanoseconds()
      func hostTime(_ v: UInt64) -> UInt64 { anchorHost + UInt64(Double(v > anchorVirtual ? v - anchorVirtual : 0) / factor) }
      if let idleUntil {
        // Both cores sleep: so may we, until the next event, the end, or a message.
        output.flush()
        var next: UInt64? = idleUntil >= never ? nil : hostTime(chip.instant(idleUntil).nanoseconds)
        if let end = plan.stopAfter { next = min(next ?? .max, hostTime(end)) }
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
      if idleUntil >= never && plan.stopAfter == nil && plan.replay == nil {
        // Nothing will ever happen on the board by itself.
        output.flush()
        wait(nanoseconds: nil)
      } else if input.isLive && link.isAwaitingInput {
        output.flush()
        wait(nanoseconds: Self.pacedSlice)
      }
    }
  }

  private func wait(nanoseconds: UInt64?) {
    var left = nanoseconds
    // The live view goes on while the board sleeps.
    if view != nil { left = min(left ?? .max, 50_000_000) }
    _ = waitReadable([mailbox.bell.descriptor], nanoseconds: left)
  }
}
