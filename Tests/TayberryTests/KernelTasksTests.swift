import Board
import Emulation
import Testing

/// The kernel's tasks as the window lists them, read from the memory of a board that runs a program.
@Suite struct KernelTasksTests {
  @Test func tasksAreReadAsTheKernelHasThem() throws {
    var configuration = PicoBoard.Configuration()
    configuration.request.program = Array("while True: pass\n".utf8)
    configuration.request.arguments = ["program.py"]
    let board = try PicoBoard(configuration, output: ConsoleOutput(standard: -1, error: -1))
    _ = board.run(until: Instant(nanoseconds: 50_000_000))
    let tasks = KernelTasks(board.chip).tasks()
    #expect(tasks.contains { $0.name == "python" && $0.priority == 8 }, "\(tasks)")
    // One waits on each core for nothing, below all others.
    let idle = tasks.filter { $0.priority < 0 }
    #expect(idle.count == 2 && idle.allSatisfy { $0.priority == -1 }, "\(tasks)")
    #expect(tasks.allSatisfy { $0.priority < 32 && $0.stackLeft <= $0.stackBytes }, "\(tasks)")
  }
}
