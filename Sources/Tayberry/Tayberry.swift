import ArgumentParser
import Board
#if canImport(Glibc)
import Glibc
#endif

/// The command line. Exit status: 0, the program's own, 1 uncaught exception, 2 usage, 3 the board faulted, 130 Ctrl-C.
@main
struct Tayberry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tayberry",
    abstract: "A Raspberry Pi Pico in software, with the firmware that runs on it.",
    version: "tayberry \(Version.text)",
    subcommands: [Run.self, Repl.self, Boot.self, Test.self, Lint.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      if let message = status.message { complain(message) }
      leave(status.code)
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess {
        print(fullMessage(for: error))
        leave(0)
      }
      complain(message(for: error))
      leave(ExitStatus.usage)
    }
  }

  /// The folder of a file's name: "." for one without.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func leave(_ code: Int32) -> Never { Glibc.exit(code) }

  /// One line on standard error that begins with the program's name.
  static func complain(_ message: String) {
    let line = "tayberry: " + message + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}

enum Version {
  static let text = "0.1"
}

/// Ends the process with a status and, on standard error, a message.
struct ExitStatus: Error {
  static let usage: Int32 = 2, fault: Int32 = 3, interrupted: Int32 = 130
  let code: Int32
  let message: String?
  init(_ code: Int32, _ message: String? = nil) { self.code = code; self.message = message }
}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a Python program on an emulated Pico.",
    discussion: "Options may stand before or after FILE. The program's own options go after --.")

  @OptionGroup var options: BoardOptions
  @Argument(help: ArgumentHelp("The program; - or nothing reads it from standard input.", valueName: "FILE.py"))
  var file: String?
  @Argument(help: ArgumentHelp("What the program finds in sys.argv.", valueName: "ARGS"))
  var arguments: [String] = []
  @Flag(name: [.customShort("i")], help: "The prompt after the program.")
  var interactive = false

  func run() throws {
    let fromInput = file == nil || file == "-"
    var plan = try options.plan(besides: fromInput ? nil : Tayberry.folder(of: file!))
    if fromInput {
      if plan.replay == nil && isatty(STDIN_FILENO) != 0 && file == nil {
        throw ExitStatus(ExitStatus.usage, "no program: give a FILE.py, pipe one in, or use `tayberry repl`")
      }
      plan.inputIsProgram = true
    }
    if plan.replay == nil {
      do {
        plan.host.program = try readFile(file ?? "-")
      } catch {
        throw ExitStatus(ExitStatus.usage, fromInput ? "standard input: \(error.reason)" : "cannot open \(error)")
      }
      plan.host.mounts.insert(Mount(path: "/host", folder: fromInput ? "." : Tayberry.folder(of: file!), writable: false), at: 0)
    }
    plan.host.arguments = [fromInput ? "<stdin>" : file!] + arguments
    plan.host.prompt = interactive
    plan.title = fromInput ? "standard input" : String(file!.split(separator: "/").last ?? "")
    try plan.refuseDebuggerOfHostedCores()
    try Session(plan).runToEnd()
  }

}

struct Repl: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "The interactive prompt of an emulated Pico (leave with Ctrl-]).")
  @OptionGroup var options: BoardOptions

  func run() throws {
    var plan = try options.plan()
    plan.host.prompt = true
    plan.host.arguments = [""]
    plan.title = "the prompt"
    plan.host.mounts.insert(Mount(path: "/host", folder: ".", writable: false), at: 0)
    plan.isPrompt = true
    try plan.refuseDebuggerOfHostedCores()
    try Session(plan).runToEnd()
  }
}
