import Emulation

/// Everything that came into a board from outside, with the cycle at which it took effect: enough to run it again to the same bytes.
///
/// Text, one line an item, so that a recording can be read and cut: `option NAME HEX`, `in CYCLE HEX`, `end CYCLE`, `part PORT CYCLE HEX`
/// (input for a part of the board), `stop CYCLE STATUS` (the run was ended from outside), `host RESULT ARG0 ARG1 HEX` (answers of HostLink commands, in order), `await HEX` and `await end`
/// (answers to a board that waited for input that is not live).
public enum RecordedItem: Equatable, Sendable {
  case input(Cycle, [UInt8])
  case inputEnd(Cycle)
  case part(UInt16, Cycle, [UInt8])
  case stop(Cycle, status: UInt8)
  case host(result: Int32, arg0: UInt32, arg1: UInt32, data: [UInt8])
  case awaited([UInt8]?)

  /// What is delivered to a board at `cycle`.
  init(_ input: HostInput, at cycle: Cycle) {
    switch input.port {
    case PicoBoard.InputPort.console: self = .input(cycle, input.bytes)
    case PicoBoard.InputPort.consoleEnd: self = .inputEnd(cycle)
    case PicoBoard.InputPort.stop: self = .stop(cycle, status: input.bytes.first ?? 0)
    default: self = .part(input.port, cycle, input.bytes)
    }
  }
  /// What is to be delivered, and when; nil for the host's answers.
  var input: (cycle: Cycle, item: HostInput)? {
    switch self {
    case .input(let cycle, let bytes): (cycle, HostInput(port: PicoBoard.InputPort.console, bytes: bytes, pushed: 0))
    case .inputEnd(let cycle): (cycle, HostInput(port: PicoBoard.InputPort.consoleEnd, bytes: [], pushed: 0))
    case .part(let port, let cycle, let bytes): (cycle, HostInput(port: port, bytes: bytes, pushed: 0))
    case .stop(let cycle, let status): (cycle, HostInput(port: PicoBoard.InputPort.stop, bytes: [status], pushed: 0))
    case .host, .awaited: nil
    }
  }
}

/// A recording that cannot be read, with the line.
public struct RecordingError: Error, CustomStringConvertible {
  public let line: Int, reason: String
  public var description: String { "line \(line): \(reason)" }
}

public enum Recording {
  /// A recording as it was read.
  public struct Contents: Sendable {
    public var options: [String: String] = [:]
    public var items: [RecordedItem] = []
  }

  /// First line of a recording; the options that shape a run follow it.
  public static let signature = "tayberry recording 1"
  /// The signature's and the options' lines, in the order of their names.
  static func header(_ options: [String: String]) -> String {
    signature + "\n" + options.sorted { $0.key < $1.key }.map { "option \($0.key) \(hex(Array($0.value.utf8)))\n" }.joined()
  }

  /// An item as the recording's line, without its newline.
  public static func line(_ item: RecordedItem) -> String {
    switch item {
    case .input(let cycle, let bytes): "in \(cycle) \(hex(bytes))"
    case .inputEnd(let cycle): "end \(cycle)"
    case .part(let port, let cycle, let bytes): "part \(port) \(cycle) \(hex(bytes))"
    case .stop(let cycle, let status): "stop \(cycle) \(status)"
    case .host(let result, let arg0, let arg1, let data): "host \(result) \(arg0) \(arg1) \(hex(data))"
    case .awaited(let bytes?): "await \(hex(bytes))"
    case .awaited(nil): "await end"
    }
  }

  /// Reads a recording.
  public static func parse(_ text: String) throws(RecordingError) -> Contents {
    var contents = Contents()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      func fail(_ reason: String) -> RecordingError { RecordingError(line: number, reason: reason) }
      if number == 1 {
        guard line == signature else { throw fail("this is not a recording made by --record") }
        continue
      }
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      switch words[0] {
      case "": if words.count > 1 { throw fail("a line starts with a space") }
      case "option":
        guard words.count == 3, let value = unhex(words[2]) else { throw fail("malformed option") }
        contents.options[words[1]] = String(decoding: value, as: UTF8.self)
      case "in":
        guard words.count == 3, let cycle = Cycle(words[1]), let bytes = unhex(words[2]) else { throw fail("malformed input") }
        contents.items.append(.input(cycle, bytes))
      case "end":
        guard words.count == 2, let cycle = Cycle(words[1]) else { throw fail("malformed end of input") }
        contents.items.append(.inputEnd(cycle))
      case "part":
        guard words.count == 4, let port = UInt16(words[1]), let cycle = Cycle(words[2]), let bytes = unhex(words[3]) else {
          throw fail("malformed input of a part")
        }
        contents.items.append(.part(port, cycle, bytes))
      case "stop":
        guard words.count == 3, let cycle = Cycle(words[1]), let status = UInt8(words[2]) else { throw fail("malformed stop") }
        contents.items.append(.stop(cycle, status: status))
      case "host":
        guard words.count == 5, let result = Int32(words[1]), let a = UInt32(words[2]), let b = UInt32(words[3]), let data = unhex(words[4]) else {
          throw fail("malformed host answer")
        }
        contents.items.append(.host(result: result, arg0: a, arg1: b, data: data))
      case "await":
        guard words.count == 2 else { throw fail("malformed answer to a wait") }
        if words[1] == "end" {
          contents.items.append(.awaited(nil))
        } else {
          guard let bytes = unhex(words[1]) else { throw fail("malformed answer to a wait") }
          contents.items.append(.awaited(bytes))
        }
      default: throw fail("unknown item \"\(words[0])\"")
      }
    }
    if number == 0 { throw RecordingError(line: 1, reason: "empty file") }
    return contents
  }

  /// Bytes as two hexadecimal digits each, `-` for none.
  public static func hex(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "-" }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
  static func unhex(_ text: String) -> [UInt8]? {
    if text == "-" { return [] }
    let digits = text.utf8.map { c -> UInt8? in
      switch c {
      case 48...57: c - 48
      case 97...102: c - 87
      default: nil
      }
    }
    guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0]! << 4 | digits[$0 + 1]! }
  }
}
