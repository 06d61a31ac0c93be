import Board
#if canImport(Glibc)
import Glibc
#endif

/// What `--version` prints and the banner says: that of the firmware.
let versionText = "1.29.0-tayberry on 2026-11-21"

/// The unix door: the firmware's interpreter behind the command line of MicroPython's unix port, on a board whose file system,
/// clock and console are the host's. Outside suites and benchmarks drive us through it.
@main
enum TayberryUnix {
  static func main() {
    let options: Options
    do throws(Options.Refusal) {
      options = try Options(Array(CommandLine.arguments.dropFirst())) { name in getenv(name).map { String(cString: $0) } }
    } catch {
      complain(error.text, to: error.status == 0 ? STDOUT_FILENO : STDERR_FILENO)
      exit(error.status)
    }
    let request: HostRequest
    do throws(Options.Refusal) { request = try makeRequest(options) } catch {
      complain(error.text, to: STDERR_FILENO)
      exit(error.status)
    }
    let board = UnixBoard(request, heap: options.heap)
    exit(board.run())
  }

  static func complain(_ text: String, to descriptor: Int32 = STDERR_FILENO) { _ = text.withCString { write(descriptor, $0, strlen($0)) } }

  private static func makeRequest(_ options: Options) throws(Options.Refusal) -> HostRequest {
    var request = HostRequest()
    request.wholeHost = true
    request.arguments = options.arguments
    request.compileOnly = options.compileOnly
    var name = "<stdin>", first = ""
    switch options.program {
    case .none:
      if options.arguments.isEmpty { request.arguments = [""] }
      if isatty(STDIN_FILENO) != 0 || options.inspect { request.prompt = true } else { request.program = readAll(STDIN_FILENO) }
    case .text(let text):
      request.program = Array(text.utf8)
      name = "<string>"
    case .module(let module):
      request.program = Array(module.utf8)
      request.programIsModule = true
      name = module
    case .file(let path):
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0, let text = readAll(file) else {
        let why = errno
        throw Options.Refusal(text: "tayberry-unix: can't open file '\(path)': [Errno \(why)] \(String(cString: strerror(why)))\n", status: 2)
      }
      close(file)
      request.program = text
      name = path
      // As MicroPython: the folder as the script's real path has it.
      let real = realpath(path, nil).map { p in
        defer { free(p) }
        return String(cString: p)
      }
      let full = real ?? path
      first = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? ""
    }
    if options.inspect { request.prompt = true }
    request.variables["PROGRAM_NAME"] = name
    request.variables["PATH"] = ([first] + searchPath()).joined(separator: ":")
    request.variables["PLATFORM"] = "linux"
    // Above the level: how often `-v` was given.
    request.variables["OPTIMISATION"] = String(options.optimisation | options.verbose << 8)
    request.variables["STACK"] = "256K"
    request.variables["NO_RESET"] = "1"
    if options.hostileHeap { request.variables["HEAP_HOSTILE"] = "1" }
    if options.watchfulHeap { request.variables["HEAP_WATCHFUL"] = "1" }
    return request
  }

  /// `MICROPYPATH`, or where MicroPython looks without it.
  private static func searchPath() -> [String] {
    let text = getenv("MICROPYPATH").map { String(cString: $0) } ?? ".frozen:~/.micropython/lib:/usr/lib/micropython"
    let home = getenv("HOME").map { String(cString: $0) }
    return text.split(separator: ":", omittingEmptySubsequences: false).map { entry in
      if entry.hasPrefix("~/"), let home { return home + entry.dropFirst() }
      return String(entry)
    }
  }

  private static func readAll(_ file: Int32) -> [UInt8]? {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = read(file, &block, block.count)
      if n == 0 { return all }
      if n > 0 { all += block[..<n] } else if errno != EINTR { return nil }
    }
  }
}
