#if canImport(Glibc)
import Glibc
#endif

/// What the command line asks for (MicroPython's unix options).
struct Options {
  /// Where the program is.
  enum Program { case none, file(String), text(String), module(String) }
  var program = Program.none
  /// `sys.argv`.
  var arguments: [String] = []
  /// The prompt after the program.
  var inspect = false
  var verbose = 0
  var optimisation = 0
  var compileOnly = false
  /// Bytes of the Python heap.
  var heap = 1 << 20
  /// Every allocation collects and moves every object: finds bugs in the firmware. Not one of MicroPython's options.
  var hostileHeap = false
  var watchfulHeap = false

  /// Why nothing is run: a text for standard output and status 0, or one for standard error and another status.
  struct Refusal: Error {
    let text: String, status: Int32
  }

  static let usage = """
    usage: tayberry-unix [OPTION]... [-c CODE | -m MODULE | FILE | -] [ARGUMENT]...
      -h            this text
      --version     the version
      -i            the prompt after the program (also: MICROPYINSPECT in the environment)
      -v            say more; may be given several times
      -O, -OO, -O<n>  optimisation level; from 1 on `assert` is left out
      -X compile-only          compile the program, do not run it
      -X emit=bytecode|native|viper  accepted; there is bytecode only
      -X heapsize=N[w][K|M]    size of the heap (1M)
      -X hostile-heap          collect and move everything at every allocation
      -X watchful-heap         mark all the time, and check that no change is missed
      -X realtime              accepted
    MICROPYPATH in the environment lists folders of modules, with colons between them.

    """

  init(_ arguments: [String], environment: (String) -> String?) throws(Refusal) {
    var rest = arguments[...]
    func following(_ option: String) throws(Refusal) -> String {
      guard let value = rest.popFirst() else { throw Refusal(text: "tayberry-unix: \(option): something is to follow\n", status: 1) }
      return value
    }
    loop: while let word = rest.popFirst() {
      switch word {
      case "-h", "--help": throw Refusal(text: Self.usage, status: 0)
      case "--version": throw Refusal(text: "MicroPython \(versionText)\n", status: 0)
      case "-i": inspect = true
      case "-v": verbose += 1
      case "-c":
        program = .text(try following(word))
        self.arguments = ["-c"]
        break loop
      case "-m":
        let module = try following(word)
        program = .module(module)
        self.arguments = [module]
        break loop
      case "-X": try take(implementation: try following(word))
      case "-":
        self.arguments = [word]
        break loop
      case _ where word.hasPrefix("-v") && word.dropFirst().allSatisfy({ $0 == "v" }): verbose += word.count - 1
      case _ where word.hasPrefix("-O"):
        let level = word.dropFirst(2)
        if level.allSatisfy({ $0 == "O" }) {
          optimisation = level.count + 1
        } else if let n = Int(level), n >= 0, n < 256 {
          optimisation = n
        } else {
          throw Refusal(text: Self.usage, status: 1)
        }
      case _ where word.hasPrefix("-"): throw Refusal(text: Self.usage, status: 1)
      default:
        program = .file(word)
        self.arguments = [word]
        break loop
      }
    }
    self.arguments += rest
    if let value = environment("MICROPYINSPECT"), !value.isEmpty { inspect = true }
  }

  private mutating func take(implementation option: String) throws(Refusal) {
    switch option {
    case "compile-only": compileOnly = true
    case "emit=bytecode", "emit=native", "emit=viper", "realtime": break
    case "hostile-heap": hostileHeap = true
    case "watchful-heap": watchfulHeap = true
    case _ where option.hasPrefix("heapsize="):
      guard let bytes = Self.heapSize(option.dropFirst(9)) else { throw Refusal(text: Self.usage, status: 1) }
      heap = bytes
    default: throw Refusal(text: Self.usage, status: 1)
    }
  }

  /// `N`, `NK`, `NM`, each with a `w` before the unit for "times a quarter of a word's size", which is 1 here.
  static func heapSize(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var unit = text.dropFirst(digits.count)
    if unit.hasPrefix("w") { unit = unit.dropFirst() }
    let shift: Int
    switch unit {
    case "": shift = 0
    case "K", "k": shift = 10
    case "M", "m": shift = 20
    default: return nil
    }
    guard let n = Int(digits), n < 1 << 30 else { return nil }
    let bytes = n << shift
    return bytes >= 8 << 10 && bytes <= 380 << 20 ? bytes : nil
  }
}
