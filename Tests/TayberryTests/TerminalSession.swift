import CTerminal
import Foundation
import Testing

/// The built `tayberry` on a pseudo-terminal of its own, driven like a person would: type, look, type.
final class TerminalSession {
  let folder: URL
  private let master: Int32
  private let pid: pid_t
  /// Everything that appeared so far; `seen` is how much of it was expected already.
  private(set) var screen: [UInt8] = []
  private var seen = 0
  private var status: Int32?

  init(_ arguments: [String], in folder: URL) throws {
    self.folder = folder
    var list = ([Command.path] + arguments).map { strdup($0) }
    list.append(nil)
    defer { for case let p? in list { free(p) } }
    var pid: pid_t = 0
    master = terminal_start(Command.path, &list, folder.path, &pid)
    self.pid = pid
    try #require(master >= 0)
  }
  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    close(master)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let n = bytes.withUnsafeBytes { write(master, $0.baseAddress! + done, bytes.count - done) }
      if n <= 0 { return }
      done += n
    }
  }

  /// Reads until `text` appears behind what was expected before; what came up to its end. Nil, and a failure of the test, if it does not come.
  @discardableResult
  func expect(_ text: String, within seconds: Double = 120, sourceLocation: SourceLocation = #_sourceLocation) -> String? {
    let wanted = Array(text.utf8), end = Date().addingTimeInterval(seconds)
    while true {
      if let at = find(wanted) {
        let part = String(decoding: screen[seen..<at + wanted.count], as: UTF8.self)
        seen = at + wanted.count
        return part
      }
      if !readSome(until: end) {
        Issue.record(
          "\(text.debugDescription) did not come; instead: \(String(decoding: screen[seen...], as: UTF8.self).debugDescription)", sourceLocation: sourceLocation
        )
        return nil
      }
    }
  }
  private func find(_ wanted: [UInt8]) -> Int? {
    guard screen.count >= seen + wanted.count else { return nil }
    return (seen...(screen.count - wanted.count)).first { screen[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  /// False at the end of the output, and when the time is over.
  private func readSome(until end: Date) -> Bool {
    while true {
      let left = end.timeIntervalSinceNow
      if left <= 0 { return false }
      var p = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&p, 1, Int32(left * 1000) + 1) <= 0 { continue }
      var block = [UInt8](repeating: 0, count: 4096)
      let n = read(master, &block, block.count)
      if n <= 0 { return false }
      screen += block[..<n]
      return true
    }
  }

  /// Reads to the end and answers the exit status; 256 + the signal that ended it.
  func finish(within seconds: Double = 120) -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while readSome(until: end) {}
    if Date() >= end { kill(pid, SIGKILL) }
    var s: Int32 = 0
    waitpid(pid, &s, 0)
    status = s & 0x7f == 0 ? s >> 8 & 255 : 256 + (s & 0x7f)
    return status!
  }
}
