import ArgumentParser
import Board
import OffChip
#if canImport(Glibc)
import Glibc
#endif

/// The board that the command line names.
enum BoardFile {
  /// `--board`'s diagram, and what to say about it before the run. A board file that has a Pico runs, whatever else is wrong with it.
  static func choose(_ board: String?, besides folder: String?) throws -> (Diagram, [String]) {
    switch board {
    case "pico": return (.bare(), [])
    case "pico-w": return (.bare("board-pi-pico-w"), [])
    case let path?:
      guard path.hasSuffix(".json") || exists(path) else {
        throw ExitStatus(ExitStatus.usage, "--board \(path): there is no such board; use pico, pico-w or a board file (diagram.json)")
      }
      return try read(path, option: "--board ")
    case nil:
      guard let folder else { return (.bare(), []) }
      let path = folder == "." ? "diagram.json" : folder + "/diagram.json"
      guard exists(path) else { return (.bare(), []) }
      do { return try read(path, option: "") } catch let status as ExitStatus {
        throw ExitStatus(status.code, (status.message ?? "") + "\n(it lies beside the program; --board pico runs without it)")
      }
    }
  }

  private static func exists(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  private static func read(_ path: String, option: String) throws -> (Diagram, [String]) {
    let bytes: [UInt8]
    do { bytes = try readFile(path) } catch { throw ExitStatus(ExitStatus.usage, option + "\(error)") }
    let diagram: Diagram, issues: [DiagramIssue]
    do { (diagram, issues) = try Diagram.read(bytes) } catch { throw ExitStatus(ExitStatus.usage, "\(option)\(path):\(error)") }
    guard diagram.pico != nil else {
      let first =
        issues.first { $0.severity == .error && ($0.rule == "missing-component" || $0.rule == "not-a-diagram") } ?? issues.first { $0.severity == .error }
      throw ExitStatus(ExitStatus.usage, option + (first?.text(file: path) ?? "\(path): there is no Pico in it"))
    }
    // Parts without a model are named by the board itself, once each. A part that is missing is one mistake, however many wires go there.
    var notes: [String] = [], seen: Set<String> = []
    for issue in issues where issue.severity == .error {
      let subject = issue.rule == "missing-component" ? issue.message.split(separator: ":").last.map(String.init) ?? "" : "\(issue.line):\(issue.column)"
      if seen.insert(subject).inserted { notes.append(issue.text(file: path)) }
    }
    let shown = 5
    if notes.count > shown + 1 { notes[shown...] = ["\(path): \(notes.count - shown) more; tayberry lint \(path) shows them"] }
    return (diagram, notes)
  }
}

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check board files (Wokwi's diagram.json).",
    discussion: "Exit status: 0 nothing is wrong, 1 there are errors, 2 a file cannot be read.")
  @Argument(help: ArgumentHelp("The board files.", valueName: "FILE"))
  var files: [String]
  @Flag(help: "Warnings count as errors.")
  var warningsAsErrors = false
  @Flag(help: "Say nothing of what is merely worth knowing.")
  var quiet = false

  func run() throws {
    var errors = 0, warnings = 0
    for file in files {
      let bytes: [UInt8]
      do { bytes = try readFile(file) } catch { throw ExitStatus(ExitStatus.usage, "cannot open \(error)") }
      let issues: [DiagramIssue]
      do { issues = try Diagram.read(bytes).issues } catch {
        issues = [DiagramIssue(severity: .error, rule: "json", line: error.line, column: error.column, message: error.reason)]
      }
      for issue in issues where !(quiet && issue.severity == .info) { print(issue.text(file: file)) }
      errors += issues.count { $0.severity == .error }
      warnings += issues.count { $0.severity == .warning }
    }
    if errors + (warningsAsErrors ? warnings : 0) > 0 { throw ExitStatus(1) }
  }
}
