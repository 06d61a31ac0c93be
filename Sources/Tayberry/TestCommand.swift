import ArgumentParser
import Board
#if canImport(Glibc)
import Glibc
#endif

/// A scenario that the command line named, read.
struct PlannedScenario: Sendable {
  let scenario: Scenario
  let path: String
  /// `test`: the run ends with the scenario.
  var endsRun = false
  /// Where it is.
  let folder: String

  init(_ path: String) throws(ExitStatus) {
    self.path = path
    folder = Tayberry.folder(of: path)
    let bytes: [UInt8]
    do { bytes = try readFile(path) } catch { throw ExitStatus(ExitStatus.usage, "cannot open \(error)") }
    do { scenario = try Scenario.read(bytes) } catch { throw ExitStatus(ExitStatus.usage, "\(path):\(error)") }
  }

  /// How the run ends, if the scenario decides that now. `exit`: the program has ended with this status.
  func outcome(_ player: ScenarioRunner, at time: UInt64, exit: Int32? = nil) -> Outcome? {
    let seconds = "\(Double(time / 1000) / 1e6) s"
    switch player.state {
    case .failed(let line, let problem): return Outcome(status: 1, message: "\(path):\(line): \(problem) (at \(seconds))")
    case .passed:
      if let exit { return Outcome(status: exit, message: nil) }
      return endsRun ? Outcome(status: 0, message: "\(path): passed, \(scenario.steps.count) steps in \(seconds)") : nil
    case .running:
      if let exit, exit != 0 { return Outcome(status: exit, message: "\(path): the program ended with status \(exit) at \(seconds): \(player.waitsFor)") }
      return nil
    }
  }
}

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a scenario on a board, and say whether it went as expected.",
    discussion: """
      The program is FILE.py, the scenario's `program`, or main.py beside the scenario; the board is --board, the scenario's `board`, or the
      diagram.json beside the program. Without --for the scenario's `timeout` counts, 30 s by default. Exit status: 0 passed, 1 not.
      """)

  @OptionGroup var options: BoardOptions
  @Argument(help: ArgumentHelp("The scenario (YAML).", valueName: "SCENARIO"))
  var file: String
  @Argument(help: ArgumentHelp("The program.", valueName: "FILE.py"))
  var program: String?

  func run() throws {
    var scenario = try PlannedScenario(file)
    scenario.endsRun = true
    func beside(_ name: String) -> String { name.hasPrefix("/") || scenario.folder == "." ? name : scenario.folder + "/" + name }
    let path = program ?? beside(scenario.scenario.program ?? "main.py")
    var options = options
    if options.boards.isEmpty, let board = scenario.scenario.board { options.boards = [board == "pico" || board == "pico-w" ? board : beside(board)] }
    if options.speed == nil { options.speed = "max" }
    var plan = try options.plan(besides: Tayberry.folder(of: path))
    do { plan.host.program = try readFile(path) } catch { throw ExitStatus(ExitStatus.usage, "cannot open \(error)") }
    plan.host.mounts.insert(Mount(path: "/host", folder: Tayberry.folder(of: path), writable: false), at: 0)
    plan.host.arguments = [path]
    plan.title = String(path.split(separator: "/").last ?? "")
    plan.inputIsProgram = true
    plan.scenario = scenario
    plan.stopAfter = plan.stopAfter ?? scenario.scenario.timeout ?? 30_000_000_000
    try plan.refuseDebuggerOfHostedCores()
    try Session(plan).runToEnd()
  }
}
