import Foundation
import Testing

/// Live input is recorded with the cycle at which it took effect: the run can be had again, byte for byte.
@Suite struct LiveTests {
  private func pause(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

  /// What the command prints on a terminal of its own, to its end.
  private func screen(_ arguments: [String], in folder: URL) throws -> [UInt8] {
    let s = try TerminalSession(arguments, in: folder)
    _ = s.finish(within: 120)
    return s.screen
  }

  @Test(arguments: ["1", "max"])
  func aSessionAtThePromptReplays(_ speed: String) throws {
    let c = Command()
    let s = try TerminalSession(["repl", "--speed", speed, "--record", "r.txt", "--trace", "a.vcd"], in: c.folder)
    s.expect(">>> ")
    s.type("import time, machine\r")
    s.expect(">>> ")
    pause(0.13)
    s.type("p = mach")
    pause(0.07)
    s.type("ine.Pin(7, machine.Pin.OUT)\r")
    s.expect(">>> ")
    s.type("while True: p.toggle(); time.sleep_us(900); print('.')\r")
    s.expect("... ")
    s.type("\r")
    for _ in 0..<30 { s.expect("\n.\r") }
    s.type("\u{3}")
    s.expect("KeyboardInterrupt")
    s.expect(">>> ")
    s.type("n = 0\r")
    s.expect(">>> ")
    s.type("while True: n += 1; n % 5000 or print('more')\r")
    s.expect("... ")
    s.type("\r")
    s.expect("\nmore\r")
    s.type("\u{3}")
    s.expect("KeyboardInterrupt")
    s.expect(">>> ")
    s.type("n, time.ticks_us()\r")
    s.expect(")\r\n>>> ")
    s.type("\u{1d}")
    #expect(s.finish() == 0)

    let again = try screen(["repl", "--speed", "max", "--replay", "r.txt", "--trace", "b.vcd"], in: c.folder)
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: s.screen, as: UTF8.self))
    let a = try #require(c.read("a.vcd"))
    #expect(a == c.read("b.vcd"))
    #expect(changes(of: "GP7", in: a).count > 20)
  }

  @Test func aProgramThatIsInterruptedReplays() throws {
    let c = Command()
    c.write("p.py", "import time\ni = 0\nwhile True:\n  i += 1\n  if i % 1000 == 0: print(i, time.ticks_us())\n")
    let s = try TerminalSession(["run", "p.py", "--record", "r.txt"], in: c.folder)
    s.expect("3000 ")
    s.type("\u{3}")
    s.expect("KeyboardInterrupt")
    #expect(s.finish() == 130)
    let r = try TerminalSession(["run", "--replay", "r.txt", "--speed", "max"], in: c.folder)
    #expect(r.finish() == 130)
    #expect(String(decoding: r.screen, as: UTF8.self) == String(decoding: s.screen, as: UTF8.self))
  }

  @Test func aRecordingWithoutAnEndIsNamed() throws {
    let c = Command()
    c.write("p.py", "input()\n")
    let whole = c.run(["run", "p.py", "--speed", "max", "--record", "r.txt"], input: "x\n")
    #expect(whole.status == 0)
    let lines = c.read("r.txt")!.split(separator: "\n")
    c.write("half.txt", lines.filter { !$0.hasPrefix("await") }.joined(separator: "\n") + "\n")
    let r = c.run(["run", "--replay", "half.txt", "--speed", "max"])
    #expect(r.status == 1)
    #expect(r.error.contains("half.txt"), "\(r)")
  }
}
