import Foundation
import Testing

/// `--console usb` and `--usb`: our own firmware as a USB device with a serial port.
@Suite struct USBTests {
  @Test func aProgramPrintsAndReads() {
    let c = Command()
    c.write("p.py", "import sys\nprint('hello')\nprint(repr(sys.stdin.readline()))\nprint('x' * 300)\nsys.exit(4)\n")
    let r = c.run(["run", "p.py", "--speed", "max", "--console", "usb"], input: "typed\n")
    #expect(r.status == 4 && r.error == "", "\(r)")
    #expect(r.output == "hello\r\n'typed\\n'\r\n" + String(repeating: "x", count: 300) + "\r\n")
  }
  @Test func aRecordingRunsAgain() {
    let c = Command()
    c.write("p.py", "print(input())\nfor i in range(300): print(i)\n")
    let first = c.run(["run", "p.py", "--speed", "max", "--console", "usb", "--record", "r"], input: "once\n")
    #expect(first.status == 0 && first.output.hasPrefix("once\r\n0\r\n") && first.output.hasSuffix("299\r\n"))
    let second = c.run(["run", "--replay", "r"])
    #expect(second.output == first.output && second.status == 0, "\(second)")
  }
  /// The prompt on the pseudo-terminal of the device's port: opened, closed, opened again; raw mode in between.
  @Test func aPseudoTerminalIsItsPort() throws {
    let c = Command(), link = c.folder.appendingPathComponent("acm").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = ["repl", "--usb", "pty:" + link]
    process.currentDirectoryURL = c.folder
    process.standardInput = FileHandle.nullDevice
    let error = Pipe()
    process.standardError = error
    try process.run()
    defer { process.terminate(); process.waitUntilExit() }
    let device = String(decoding: error.fileHandleForReading.availableData, as: UTF8.self)
    #expect(device == "tayberry: USB device 2e8a:0005 Tayberry Board (e660583883462c2a): mpremote connect \(link)\n")

    for round in 1...2 {
      let port = open(link, O_RDWR | O_NOCTTY)
      try #require(port >= 0)
      defer { close(port) }
      var screen = ""
      func say(_ text: String, until wanted: String) {
        _ = text.withCString { write(port, $0, strlen($0)) }
        let end = Date().addingTimeInterval(120)
        while !screen.contains(wanted) && Date() < end {
          var p = pollfd(fd: port, events: Int16(POLLIN), revents: 0)
          var block = [UInt8](repeating: 0, count: 4096)
          guard poll(&p, 1, 200) > 0 else { continue }
          screen += String(decoding: block[..<max(read(port, &block, 4096), 0)], as: UTF8.self)
        }
        #expect(screen.contains(wanted), "round \(round): \(screen.debugDescription)")
      }
      say("\r\u{3}\u{3}", until: ">>> ")
      say("\r\u{1}", until: "raw REPL; CTRL-B to exit\r\n>")
      say("print('a' * 200, \(round))\u{4}", until: String(repeating: "a", count: 200) + " \(round)\r\n\u{4}\u{4}>")
      say("\u{2}", until: "\r\n>>> ")
    }
  }
}
