import Board
import Emulation
import RP2040
#if canImport(Glibc)
import Glibc
#endif

/// What the command line asked for with several boards.
struct GroupPlan: Sendable {
  struct One: Sendable {
    let firmware: FirmwareFile
    let diagram: Diagram
    let notes: [String]
  }
  /// What is the same for all of them.
  var plan: Plan
  var boards: [One] = []
  var links: [BoardGroup.Link] = []
  /// Nanoseconds.
  var delay: UInt64

  init(plan: Plan, delay: UInt64) { self.plan = plan; self.delay = delay }
  /// `t.vcd` of board 2 is `t.2.vcd`.
  static func numbered(_ path: String, _ n: Int) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].lastIndex(of: "."), dot != name else { return "\(path).\(n)" }
    return "\(path[..<dot]).\(n)\(path[dot...])"
  }
}

/// A run of several boards: opens files, starts the emulation thread, passes keys and signals on.
final class GroupSession: Sendable {
  private let group: GroupPlan
  init(_ group: GroupPlan) { self.group = group }

  func runToEnd() throws -> Never {
    let group = self.group
    var traces: [OutputFile] = []
    if let path = group.plan.trace {
      for n in 1...group.boards.count {
        do { traces.append(try OutputFile(GroupPlan.numbered(path, n))) } catch { throw ExitStatus(ExitStatus.usage, "--trace \(error)") }
      }
    }
    let files = GroupFiles(traces: traces)
    let signals = Signals(), state = RunState(), terminal = Terminal()
    let source = InputSource(group.plan, pty: -1)
    if source.kind == .terminal { terminal.enterKeyMode() }
    defer { terminal.restore() }
    EmulationThread.start { state.end(GroupRun(group, files.traces, state, source).runToEnd()) }
    Session(group.plan).serve(state, signals, source)
    throw ExitStatus(state.outcome.status, state.outcome.message)
  }
}
/// Handed to the emulation thread as a whole; nobody else keeps them.
private struct GroupFiles: @unchecked Sendable { var traces: [OutputFile] }

/// The boards from power-on to their end, on the emulation thread.
final class GroupRun {
  private let group: GroupPlan
  private let traces: [OutputFile]
  private let state: RunState
  private let input: InputSource
  private var boards: BoardGroup!
  private var outputs: [ConsoleOutput] = []
  private var reported: [Bool]
  /// Input that is not live, sent when the firmware has had time to start.
  private var toType: [UInt8] = []
  private static let typingStarts: UInt64 = 50_000_000, slice: UInt64 = 1_000_000

  init(_ group: GroupPlan, _ traces: [OutputFile], _ state: RunState, _ input: InputSource) {
    self.group = group
    self.traces = traces
    self.state = state
    self.input = input
    reported = Array(repeating: false, count: group.boards.count)
  }

  func runToEnd() -> Outcome {
    do { try build() } catch { return Outcome(status: 1, message: "\(error)") }
    var outcome = run()
    for board in boards.boards { board.finish() }
    for output in outputs { output.flush(last: true) }
    for (n, board) in boards.boards.enumerated() where !board.chip.unmodelledTouches.isEmpty {
      Tayberry.complain("board \(n + 1)'s firmware touched what has no model:")
      for t in board.chip.unmodelledTouches { Tayberry.complain("  " + t.text) }
    }
    for file in traces {
      do throws(FileError) { try file.finish() } catch { outcome = Outcome(status: 1, message: "cannot write \(error)") }
    }
    boards = nil
    return outcome
  }

  private func build() throws {
    let plan = group.plan
    var made: [PicoBoard] = []
    for (n, one) in group.boards.enumerated() {
      var c = PicoBoard.Configuration()
      c.chip.ramMegabytes = Int(plan.ramMegabytes)
      // No two boards come up with the same noise, and each has its own number.
      c.chip.seed = plan.seed &+ UInt64(n)
      c.chip.uniqueID = (plan.uniqueID ?? c.chip.uniqueID) &+ UInt64(n)
      c.chip.strict = plan.strict
      c.console = plan.console == .usb ? .usb : plan.console == .host ? .host : .uart0
      c.firmware = .arm(one.firmware)
      c.request = plan.host
      c.request.prompt = true
      c.request.arguments = [""]
      c.diagram = one.diagram
      let output = ConsoleOutput()
      output.linePrefix = Array("\(n + 1)| ".utf8)
      outputs.append(output)
      let board = try PicoBoard(c, output: output)
      func say(_ text: String) { Tayberry.complain("board \(n + 1): \(text)") }
      board.chip.onReport = say
      board.assembly.onReport = say
      for note in one.notes + board.assembly.reports { say(note) }
      if n > 0 || input.kind == .none { board.services.nextInputByte = { nil } }
      if n < traces.count {
        let file = traces[n]
        board.traceValueChanges(of: plan.tracePins) { file.write($0) }
      }
      made.append(board)
    }
    if input.kind == .stream { while let byte = input.nextByte(inbox: state.inbox, interrupted: { nil }) { toType.append(byte) } }
    made[0].services.nextInputByte = { nil }
    boards = BoardGroup(made, links: group.links, delay: group.delay)
  }

  private func run() -> Outcome {
    let anchor = HostInbox.clock()
    while true {
      for item in state.inbox.take() {
        if item.port == PicoBoard.InputPort.stop { return Outcome(status: Int32(item.bytes.first ?? 0), message: nil) }
        boards.boards[0].deliver(item)
      }
      if let failure = outputs.first(where: { $0.failure != 0 })?.failure {
        return Outcome(status: 1, message: "cannot write the console's output: \(FileError("", errno: failure).reason)")
      }
      if traces.contains(where: { $0.failure != nil }) { return Outcome(status: 1, message: nil) }
      if let end = group.plan.stopAfter, boards.now >= end { return outcome }
      if !toType.isEmpty && boards.now >= Self.typingStarts {
        boards.boards[0].type(toType)
        toType = []
      }
      let goesOn = boards.run(until: min(boards.now + Self.slice, group.plan.stopAfter ?? .max))
      for output in outputs { output.flush() }
      report()
      if boards.boards.indices.allSatisfy({ boards.ends[$0] != nil || boards.boards[$0].exitStatus != nil }) { return outcome }
      if !goesOn && group.plan.stopAfter == nil && toType.isEmpty { _ = waitReadable([state.inbox.descriptor], nanoseconds: nil) }
      if case .factor(let factor) = group.plan.speed {
        let due = anchor + UInt64(Double(boards.now) / factor), now = HostInbox.clock()
        if due > now { _ = waitReadable([state.inbox.descriptor], nanoseconds: due - now) }
      }
    }
  }
  /// A board that has stopped is named once; the others go on.
  private func report() {
    for (n, end) in boards.ends.enumerated() where !reported[n] {
      guard let end else { continue }
      reported[n] = true
      Tayberry.complain("board \(n + 1): \(end)")
    }
  }
  /// 3 if a board faulted, else the first exit status that is not 0.
  private var outcome: Outcome {
    if boards.ends.contains(where: { $0 != nil }) { return Outcome(status: ExitStatus.fault, message: nil) }
    return Outcome(status: boards.boards.lazy.compactMap(\.exitStatus).first { $0 != 0 } ?? 0, message: nil)
  }
}
