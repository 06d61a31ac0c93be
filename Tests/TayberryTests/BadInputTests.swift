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

  @Test(arguments: [["walk"], ["repl", "extra"], ["--nonsense"], ["run", "--for"], ["run", "--for", "1"]])
  func badCommandLine(_ arguments: [String]) {
    // Without a program, standard input is it: a terminal is not asked for one.
    let r = Command().run(arguments)
    #expect(r.status == (arguments == ["run", "--for", "1"] ? 0 : 2), "\(r)")
  }

  @Test func uncaughtExceptionIsStatus1() {
    let r = Command().program("{}['key']\n")
    #expect(r.status == 1)
    #expect(r.output == "Traceback (most recent call last):\n  File \"program.py\", line 1, in <module>\nKeyError: key\n", "\(r.output)")
    #expect(r.error == "")
  }

  @Test(arguments: [
    "(" + String(repeating: "(", count: 5000), String(repeating: "[", count: 300) + "1" + String(repeating: "]", count: 300), "'never ends",
    "x = \"\"\"never ends", "\u{0}",
    "if True:\nx", "def f(:\n", "1 +", "\t x\n  y\n", String(repeating: "a.", count: 4000), "é = 1\n§", "return 1", "x = 0x", "match 1:\n case", "lambda", "\\",
  ])
  func brokenPrograms(_ text: String) {
    let r = Command().program(text)
    #expect(r.status == 1, "\(r)")
    #expect(r.error == "", "\(r)")
    let last = r.output.split(separator: "\n").last.map(String.init) ?? ""
    #expect(["SyntaxError", "IndentationError", "RuntimeError", "MemoryError", "NameError"].contains { last.hasPrefix($0) }, "\(r.output)")
  }

  @Test func notUTF8() {
    let c = Command()
    c.write("a.py", Data([0x78, 0x3d, 0x22, 0xff, 0xfe, 0x22, 0x0a]))
    let r = c.run(["run", "a.py", "--speed", "max"])
    #expect(r.status == 1 || r.status == 0, "\(r)")
    #expect(r.error == "", "\(r)")
  }

  @Test func aJunkRecordingIsNamedWithItsLine() {
    let c = Command()
    c.write("r.txt", "tayberry recording 1\nin nowhere 00\n")
    expectUsage(c.run(["run", "--replay", "r.txt"]), naming: "r.txt: line 2")
  }

  @Test func fullDiskForTheRecording() {
    let c = Command()
    c.write("a.py", "print(1)\n")
    let r = c.run(["run", "a.py", "--speed", "max", "--record", "/dev/full"])
    #expect(r.status == 1)
    #expect(r.error == "tayberry: cannot write /dev/full: No space left on device\n")
  }

  /// A command line for the shell, `$0` being the program.
  private func shell(_ line: String, _ c: Command) -> Command.Result {
    let process = Process(), out = Pipe(), err = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line, Command.path]
    process.currentDirectoryURL = c.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    process.standardError = err
    try! process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile(), error = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Command.Result(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self), error: String(decoding: error, as: UTF8.self))
  }

  @Test func aTraceThatCannotBeFinishedIsRemoved() {
    let c = Command()
    c.write("a.py", "from machine import Pin, PWM\nimport time\nPWM(Pin(2), freq=1000000, duty_u16=32768)\ntime.sleep_ms(150)\n")
    // Files of little more than the flash's 2 MB stand for a disk that fills up in the middle.
    let r = shell("ulimit -f 2060; exec $0 run a.py --speed max --trace t.vcd", c)
    #expect(r.status == 1, "\(r)")
    #expect(r.error == "tayberry: cannot write t.vcd: File too large\n")
    #expect(c.read("t.vcd") == nil, "half a trace is left behind")
  }

  @Test func aFullDiskForTheConsole() {
    let c = Command()
    c.write("a.py", "for i in range(100000): print(i)\n")
    let r = shell("exec $0 run a.py --speed max > /dev/full", c)
    #expect(r.status == 1, "\(r)")
    #expect(r.error == "tayberry: cannot write the console's output: No space left on device\n")
  }

  @Test func aReaderThatGoesAwayEndsTheRun() {
    let c = Command()
    c.write("a.py", "i = 0\nwhile True:\n  print(i)\n  i += 1\n")
    let r = shell("$0 run a.py --speed max | head -2; echo ${PIPESTATUS[0]}", c)
    #expect(r.output == "0\n1\n1\n", "\(r)")
    #expect(r.error.split(separator: "\n").count == 1, "\(r)")
  }
}
