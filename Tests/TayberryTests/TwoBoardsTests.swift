import Board
import Emulation
import Foundation
import RP2040
import Testing

/// A board in this process that runs a Python program; what it prints is collected in a file.
private final class PythonBoard {
  private let board: PicoBoard
  private let path: String
  private(set) var stopped: StopReason?

  init(_ program: String) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString)").path
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    var configuration = PicoBoard.Configuration()
    configuration.request.program = Array(program.utf8)
    configuration.request.arguments = ["program.py"]
    board = try PicoBoard(configuration, output: ConsoleOutput(standard: file, error: file))
  }
  deinit { unlink(path) }

  /// Runs for so many virtual milliseconds, unless the board has stopped.
  func run(milliseconds: UInt64) {
    if stopped != nil { return }
    if case .stopped(let reason) = board.run(until: Instant(nanoseconds: board.now.nanoseconds + milliseconds * 1_000_000)) { stopped = reason }
  }
  var text: String {
    board.output.flush()
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}

@Suite struct TwoBoardsTests {
  private static let counter = "import time\nfor i in range(5):\n  print('tick', i)\n  time.sleep_ms(10)\nprint('end')\n"

  @Test func twoProgramsInOneProcess() throws {
    let a = try PythonBoard(Self.counter), b = try PythonBoard("print(sum(range(1000)))\n")
    for _ in 0..<100 {
      a.run(milliseconds: 1)
      b.run(milliseconds: 1)
    }
    #expect(a.text == "tick 0\ntick 1\ntick 2\ntick 3\ntick 4\nend\n")
    #expect(b.text == "499500\n")
  }

  @Test func aFaultOfOneLeavesTheOther() throws {
    // A program that scribbles over the kernel's memory brings its own board down.
    let bad = try PythonBoard(
      "import time, machine\ntime.sleep_ms(15)\nfor i in range(0, 0x3000, 4):\n  machine.mem32[0x20000000 + i] = 0xdeadbee1\ntime.sleep_ms(5)\n")
    let good = try PythonBoard(Self.counter)
    for _ in 0..<100 {
      bad.run(milliseconds: 1)
      good.run(milliseconds: 1)
    }
    guard case .fault? = bad.stopped else {
      Issue.record("the board did not fault: \(bad.text)")
      return
    }
    #expect(good.stopped == nil)
    #expect(good.text.hasSuffix("end\n"))
  }
}
