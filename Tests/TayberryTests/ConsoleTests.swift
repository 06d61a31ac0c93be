import Foundation
import Testing

/// `--console`: where the board's console is.
@Suite struct ConsoleTests {
  @Test func uart0IsOnItsPins() throws {
    let c = Command()
    c.write("p.py", "import sys\nprint('hello')\nprint(repr(sys.stdin.readline()))\nprint('bye')\n")
    let r = c.run(["run", "p.py", "--speed", "max", "--console", "uart0", "--trace", "t.vcd"], input: "typed\n")
    #expect(r.status == 0, "\(r)")
    #expect(r.output == "hello\r\n'typed\\n'\r\nbye\r\n")
    // Both directions are on the wires: 10 bits a byte of 8.68 µs.
    let vcd = try #require(c.read("t.vcd"))
    #expect(decode(changes(of: "GP0", in: vcd)) == "hello\r\n'typed\\n'\r\nbye\r\n")
    #expect(decode(changes(of: "GP1", in: vcd)) == "typed\n")
  }

  /// Bytes of a line at 115200 baud, 8N1.
  private func decode(_ edges: [(time: UInt64, value: Character)]) -> String {
    let bit = 1e9 / 115200
    func level(_ t: Double) -> Bool { edges.last { Double($0.time) <= t }?.value != "0" }
    var bytes: [UInt8] = [], from = 0.0
    // The line is low before the UART has its pin.
    var idle = false
    for e in edges {
      if e.value != "0" { idle = true; continue }
      if !idle || Double(e.time) < from { continue }
      let start = Double(e.time)
      bytes.append((0..<8).reduce(0) { $0 | (level(start + (Double($1) + 1.5) * bit) ? 1 << UInt8($1) : 0) })
      from = start + 9.5 * bit
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func uart0KeepsItsRateWhenTheClockChanges() {
    let c = Command()
    c.write("p.py", "import machine\nprint('fast')\nmachine.freq(48_000_000)\nprint(input(), machine.freq())\nmachine.freq(125_000_000)\nprint('fast again')\n")
    let r = c.run(["run", "p.py", "--speed", "max", "--console", "uart0"], input: "x\n")
    #expect(r.output == "fast\r\nx 48000000\r\nfast again\r\n")
  }

  @Test func aPseudoTerminalTakesTheConsole() throws {
    let c = Command()
    let link = c.folder.appendingPathComponent("console").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = ["repl", "--console", "pty:" + link]
    process.currentDirectoryURL = c.folder
    let out = Pipe()
    process.standardOutput = out
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer { process.waitUntilExit() }

    let end = Date().addingTimeInterval(120)
    var port: Int32 = -1
    while port < 0 && Date() < end {
      port = open(link, O_RDWR | O_NOCTTY)
      if port < 0 { usleep(20_000) }
    }
    defer { if port >= 0 { close(port) } }
    try #require(port >= 0)
    var seen: [UInt8] = []
    func expect(_ text: String) {
      while Date() < end && !String(decoding: seen, as: UTF8.self).contains(text) {
        var p = pollfd(fd: port, events: Int16(POLLIN), revents: 0)
        if poll(&p, 1, 100) <= 0 { continue }
        var block = [UInt8](repeating: 0, count: 1024)
        let n = read(port, &block, block.count)
        if n > 0 { seen += block[..<n] } else { return }
      }
      #expect(String(decoding: seen, as: UTF8.self).contains(text), "\(String(decoding: seen, as: UTF8.self).debugDescription)")
    }
    func type(_ text: String) { _ = text.withCString { write(port, $0, strlen($0)) } }
    expect(">>> ")
    // As a Pico sends it: carriage returns and newlines, also of print.
    type("print('on the', 6 * 7)\r")
    expect("\r\non the 42\r\n>>> ")
    type("while True: print('round')\r\r")
    expect("\r\nround\r\nround\r\n")
    type("\u{3}")
    expect("KeyboardInterrupt: \r\n>>> ")
    type("import sys; sys.exit(9)\r")
    process.waitUntilExit()
    #expect(process.terminationStatus == 9)
    #expect(out.fileHandleForReading.readDataToEndOfFile().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: link), "the link is left behind")
  }

  @Test func aFileInTheWayIsNotOverwritten() {
    let c = Command()
    c.write("p.py", "")
    c.write("precious", "text")
    let r = c.run(["run", "p.py", "--console", "pty:precious"])
    #expect(r.status == 2)
    #expect(r.error == "tayberry: --console pty:precious: there is a file of that name\n")
    #expect(c.read("precious") == "text")
  }
}
