import OnChip
import Registers
#if canImport(Glibc)
import Glibc
#endif

/// What a run of a board asks of the host: program, arguments, variables, folders.
public struct HostRequest: Sendable {
  /// The program's text, nil for a bare prompt.
  public var program: [UInt8]?
  /// `sys.argv`: the program's name first.
  public var arguments: [String] = []
  /// The prompt after the program, or alone.
  public var prompt = false
  /// Board variables: heap size, compatibility switches.
  public var variables: [String: String] = [:]
  public var mounts: [Mount] = []
  /// The board's paths, environment and shell are the host's own.
  public var wholeHost = false
  /// The program's text is the name of a module to run as `__main__`.
  public var programIsModule = false
  /// The program is compiled and not run.
  public var compileOnly = false
  /// Feeds `os.urandom`; nil: the host's own random numbers.
  public var seed: UInt64?
  public init() {}
}

/// The host's end of one board's HostLink. Console output goes to `output`; the run ends when `exitStatus` is set.
public final class HostServices: HostLinkHost {
  private let request: HostRequest
  private let folders: HostFolders
  private let output: ConsoleOutput
  private var random: UInt64
  /// Told how the console's terminal shall behave: true while a line is edited.
  public var onTerminal: ((_ edits: Bool) -> Void)?
  /// Blocks until there is a byte of input that is not live, nil at the end; nil as a function when input is live.
  public var nextInputByte: (() -> UInt8?)?
  /// Set by the board's exit command: what the process shall answer.
  public private(set) var exitStatus: UInt8?
  /// Called when `exitStatus` has been set, to stop the board at that cycle.
  public var onExit: (() -> Void)?

  public init(_ request: HostRequest, output: ConsoleOutput) {
    self.request = request
    self.output = output
    folders = HostFolders(request.mounts, wholeTree: request.wholeHost)
    random = request.seed ?? 0
  }

  /// Commands whose effect is outside the board: a replay performs them, and takes the answers of all others from the recording.
  static func isOutput(_ command: UInt32) -> Bool {
    typealias C = Registers.HOSTLINK.Command
    return command == C.write || command == C.writeError || command == C.exit
  }
  /// Commands that write bytes to the board's memory.
  static func answersData(_ command: UInt32) -> Bool {
    typealias C = Registers.HOSTLINK.Command
    return [C.program, C.argument, C.variable, C.read, C.list, C.directory, C.status, C.environment, C.random].contains(command)
  }

  public func awaitInput() -> [UInt8]? {
    guard let nextInputByte else { return [] }
    output.flush()
    return nextInputByte().map { [$0] }
  }

  public func perform(_ command: UInt32, _ data: inout [UInt8], capacity: UInt32, _ arg0: inout UInt32, _ arg1: inout UInt32) -> Int32 {
    typealias C = Registers.HOSTLINK.Command
    func text() -> String { String(decoding: data, as: UTF8.self) }
    func answer(_ bytes: some Collection<UInt8>) -> Int32 {
      data = Array(bytes.prefix(Int(capacity)))
      return Int32(clamping: bytes.count)
    }
    switch command {
    case C.write:
      output.write(data, error: false)
      return Int32(data.count)
    case C.writeError:
      output.write(data, error: true)
      return Int32(data.count)
    case C.exit:
      exitStatus = UInt8(truncatingIfNeeded: arg0)
      onExit?()
      return 0
    case C.mode:
      return (request.prompt ? 1 : 0) | (request.program != nil ? 2 : 0) | (request.programIsModule ? 4 : 0) | (request.compileOnly ? 8 : 0)
    case C.program:
      guard let program = request.program else { return -ENOENT }
      return min(answer(program.dropFirst(Int(arg0))), Int32(clamping: capacity))
    case C.argument:
      guard arg0 < request.arguments.count else { return -ENOENT }
      return answer(Array(request.arguments[Int(arg0)].utf8))
    case C.variable:
      guard let value = request.variables[text()] else { return -ENOENT }
      return answer(Array(value.utf8))
    case C.open: return folders.open(text(), mode: arg0)
    case C.read:
      let (bytes, result) = folders.read(arg0, Int(capacity))
      data = bytes
      return result
    case C.writeFile: return folders.write(arg0, data)
    case C.seek: return folders.seek(arg0, Int32(bitPattern: arg1), origin: capacity)
    case C.close: return folders.close(arg0)
    case C.stat:
      let (result, mode, size) = folders.status(text())
      if result == 0 { arg0 = mode; arg1 = size }
      return result
    case C.list:
      let (name, result) = folders.entry(text(), arg0)
      data = Array(name.utf8.prefix(Int(capacity)))
      return result
    case C.makeDirectory: return folders.makeDirectory(text())
    case C.removeDirectory: return folders.removeDirectory(text())
    case C.remove: return folders.remove(text())
    case C.rename:
      let names = data.split(separator: 0, omittingEmptySubsequences: false)
      guard names.count == 2 else { return -EINVAL }
      return folders.rename(String(decoding: names[0], as: UTF8.self), String(decoding: names[1], as: UTF8.self))
    case C.directory:
      if arg0 == 0 { return folders.changeDirectory(text()) }
      let (path, result) = folders.directory
      return result < 0 ? result : answer(Array(path.utf8))
    case C.status:
      let (numbers, result) = folders.fullStatus(text(), ofVolume: arg0 == 1)
      return result < 0 ? result : answer(numbers.flatMap { n in (0..<8).map { UInt8(truncatingIfNeeded: n >> ($0 * 8)) } })
    case C.flush: return folders.flush(arg0)
    case C.random: return answer(randomBytes(Int(capacity)))
    case C.terminal:
      onTerminal?(arg0 != 0)
      return 0
    case C.environment where request.wholeHost: return environment(text(), arg0, answer)
    case C.system where request.wholeHost:
      output.flush()
      let status = Glibc.system(text())
      return status
    default: return -ENOSYS
    }
  }

  private func environment(_ text: String, _ what: UInt32, _ answer: ([UInt8]) -> Int32) -> Int32 {
    switch what {
    case 0:
      guard let value = getenv(text) else { return -ENOENT }
      return answer(Array(String(cString: value).utf8))
    case 1:
      guard let equals = text.firstIndex(of: "=") else { return -EINVAL }
      return setenv(String(text[..<equals]), String(text[text.index(after: equals)...]), 1) == 0 ? 0 : -errno
    case 3:
      // Seconds from UTC to local time at that time.
      guard var seconds = time_t(text) else { return -EINVAL }
      var local = tm()
      tzset()
      guard localtime_r(&seconds, &local) != nil else { return -EOVERFLOW }
      return answer(Array(String(local.tm_gmtoff).utf8))
    default: return unsetenv(text) == 0 ? 0 : -errno
    }
  }

  /// From the seed, so that a run can be repeated; or the host's own.
  private func randomBytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    if request.seed == nil {
      var source = SystemRandomNumberGenerator()
      for i in bytes.indices { bytes[i] = UInt8.random(in: 0...255, using: &source) }
      return bytes
    }
    for i in bytes.indices {
      random &+= 0x9e37_79b9_7f4a_7c15
      var z = random
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      bytes[i] = UInt8(truncatingIfNeeded: z ^ (z >> 31))
    }
    return bytes
  }
}
