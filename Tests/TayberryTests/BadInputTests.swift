import Foundation
import Testing

/// Whatever the command is given, it answers with one line that names the thing, and the right status.
@Suite struct BadInputTests {
  private func expectUsage(_ r: Command.Result, naming what: String) {
    #expect(r.status == 2)
    #expect(r.error.contains(what), "\(r.error)")
    #expect(r.error.split(separator: "\n").count == 1, "\(r.error)")
    #expect(r.output == "")
  }

  @Test func missingFile() { expectUsage(Command().run(["run", "nowhere.py"]), naming: "nowhere.py") }
  @Test func aFolderIsNoProgram() { expectUsage(Command().run(["run", "/tmp"]), naming: "/tmp") }

  @Test(arguments: [
    ["--frobnicate"], ["--speed", "fast"], ["--speed", "0"], ["--for", "long"], ["--for", "-1"], ["--board", "uno"], ["--heap", "1"],
    ["--heap", "99999999999"], ["--ram", "1e9"], ["--seed", "x"], ["--console", "nowhere"], ["--trace-pins", "GP99"], ["--replay", "none.txt"],
    ["--trace", "/nowhere/t.vcd"], ["--mount", "/nowhere"], ["--record", "a", "--replay", "b"],
  ])
  func badOption(_ option: [String]) {
    let c = Command()
    c.write("a.py", "print('never')")
    expectUsage(c.run(["run", "a.py"] + option), naming: option[0])
  }

  @Test func noProgramAtAll() {
    #expect(Command().run(["run", "--speed", "max"], input: "").status == 0)  // an empty program
    #expect(Command().run(["walk"]).status == 2)
  }

  @Test func syntaxErrorNamesItsLine() {
    let r = Command().program("x = 1\nif x\n  print(x)\n")
    #expect(r.status == 1)
    #expect(r.output.contains("File \"program.py\", line 2"), "\(r.output)")
    #expect(r.output.contains("SyntaxError"))
  }

  @Test func binaryJunk() {
    let c = Command()
    c.write("junk.py", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 * 151 ^ $0 >> 3) }))
    let r = c.run(["run", "junk.py", "--speed", "max"])
    #expect(r.status == 1)
    #expect(r.output.contains("SyntaxError"), "\(r)")
  }

  @Test func fullDiskForTheTrace() {
    let c = Command()
    c.write("a.py", "from machine import Pin\np = Pin(2, Pin.OUT)\nfor i in range(20000): p.toggle()\n")
    let r = c.run(["run", "a.py", "--speed", "max", "--trace", "/dev/full"])
    #expect(r.status == 1)
    #expect(r.error == "tayberry: cannot write /dev/full: No space left on device\n")
  }
}
