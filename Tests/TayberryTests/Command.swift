import Foundation

/// Runs the built `tayberry`, or another program of ours, as a user would, in a folder of its own.
final class Command {
  struct Result {
    var status: Int32
    var output: String, error: String
  }
  let folder: URL

  /// The program's file, which stands beside the test bundle.
  private let executable: URL

  init(_ program: String = "tayberry") {
    executable = URL(fileURLWithPath: Self.path).deletingLastPathComponent().appendingPathComponent(program)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString)")
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program stands beside the test bundle.
  static let path: String = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("tayberry").path

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Data(text.utf8)) }
  @discardableResult
  func write(_ name: String, _ data: Data) -> String {
    let url = folder.appendingPathComponent(name)
    try! data.write(to: url)
    return name
  }
  func read(_ name: String) -> String? { try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

  /// Runs it with these arguments and standard input; `nil` input is an empty one.
  func run(_ arguments: [String], input: String? = nil) -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let stdin = Pipe(), stdout = Pipe(), stderr = Pipe()
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try! process.run()
    // A command that hangs fails its test, not the whole run.
    let guardian = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 600, execute: guardian)
    defer { guardian.cancel() }
    stdin.fileHandleForWriting.write(Data((input ?? "").utf8))
    try? stdin.fileHandleForWriting.close()
    // Both pipes are emptied while it runs, so that it never waits for a reader.
    let error = ReadAll(stderr.fileHandleForReading)
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : 256 + process.terminationStatus,
      output: String(decoding: output, as: UTF8.self), error: String(decoding: error.wait(), as: UTF8.self))
  }
  /// What a command line of the shell prints.
  static func shell(_ line: String, in folder: URL) -> String {
    let process = Process(), out = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    try! process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
  /// Runs a program text at full speed.
  func program(_ text: String, _ more: [String] = [], input: String? = nil) -> Result {
    write("program.py", text)
    return run(["run", "program.py", "--speed", "max"] + more, input: input)
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class ReadAll: @unchecked Sendable {
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)
  init(_ handle: FileHandle) {
    let thread = Thread { [self] in
      data = handle.readDataToEndOfFile()
      done.signal()
    }
    thread.start()
  }
  func wait() -> Data {
    done.wait()
    return data
  }
}

/// The changes of one signal of a value change dump: (nanoseconds, value).
func changes(of name: String, in vcd: String) -> [(time: UInt64, value: Character)] {
  var code: Substring?, time: UInt64 = 0, list: [(UInt64, Character)] = []
  for line in vcd.split(separator: "\n") {
    if line.hasPrefix("$var") {
      let words = line.split(separator: " ")
      if words[4] == name { code = words[3] }
    } else if line.hasPrefix("#") {
      time = UInt64(line.dropFirst())!
    } else if let code, let first = line.first, "01xz".contains(first), line.dropFirst() == code {
      list.append((time, first))
    }
  }
  return list
}
