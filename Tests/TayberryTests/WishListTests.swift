import Foundation
import Testing

/// The wish list's tests that need a board (Tests/WishList), scaled; `make soak-heap` runs them at full size.
@Suite struct WishListTests {
  private func run(_ name: String, _ arguments: [String] = [], options: [String] = []) throws -> Command.Result {
    let c = Command()
    c.write(
      name, try String(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../WishList/\(name)"), encoding: .utf8))
    return c.run(["run", name] + arguments + ["--speed", "max"] + options)
  }

  /// T2.1: ten thousand a second.
  @Test func handlersAllocate() throws {
    let r = try run("interrupts.py", ["3", "10000"])
    #expect(r.output == "True True 0 0\n", "\(r)")
  }
  /// The same while every allocation moves every object.
  @Test func handlersAllocateInAHostileHeap() throws {
    let r = try run("interrupts.py", ["1", "100"], options: ["--hostile-heap", "--ram", "64"])
    #expect(r.output == "True True 0 0\n", "\(r)")
  }
  /// T2.3: MemoryError at once (20 µs), the main program goes on, the pool fills again.
  @Test func theHandlersPool() throws {
    let r = try run("pool.py")
    let words = r.output.split(separator: " ")
    #expect(words.count == 4 && words[0] == "20" && Int(words[1]) ?? 99 <= 20 && words[2] == "True" && words[3] == "True\n", "\(r)")
  }
  /// T2.4 and T1.6: a handler is never later than the longest collection and a bytecode or two; 50 µs when nothing is collected.
  @Test func latency() throws {
    let r = try run("latency.py", ["3"])
    let words = r.output.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    guard words.count > 6, let quiet = Int(words[1]), let pause = Int(words[3]), let worst = Int(words[5]) else { Issue.record("\(r)"); return }
    #expect(quiet <= 50 && pause <= 32_000 && worst <= 32_000, "\(r)")
  }
  /// T2.5.
  @Test func containersOfFixedSize() throws {
    let r = try run("containers.py", ["20000"])
    #expect(r.output == "True 0 0 True\nTrue True\n", "\(r)")
  }
  /// T1.1 and T1.3 in Python.
  @Test func fragments() throws {
    let r = try run("fragments.py")
    #expect(r.output == "punch True\nrobson True\n", "\(r)")
  }
}
