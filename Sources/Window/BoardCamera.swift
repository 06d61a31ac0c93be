import Board
import Emulation
import OffChip
import OnChip
import RP2040

/// Takes views of a board: on its thread, between runs of the cores. Counts edges only while somebody looks.
public final class BoardCamera {
  private let board: PicoBoard
  private let title: String
  /// Reads the tasks of the board's kernel; nil when other firmware runs.
  private let kernel: KernelTasks?
  private var tasks: [KernelTasks.Task] = [], tasksAt: UInt64?
  /// Nanoseconds of virtual time between two looks at the tasks.
  private static let tasksSpan: UInt64 = 50_000_000
  private var counts = [UInt32](repeating: 0, count: 30)
  private var lastTime: UInt64

  public init(_ board: PicoBoard, title: String) {
    self.board = board
    self.title = title
    kernel = board.hasKernel ? KernelTasks(board.chip) : nil
    lastTime = board.now.nanoseconds
    board.chip.pins.counted |= PinMux.bank0
    for n in 0..<30 { counts[n] = board.chip.pins.edgeCounts[n] }
  }

  private func tasks(at now: UInt64, after span: UInt64) -> [KernelTasks.Task] {
    guard let kernel else { return [] }
    // Single steps are shorter than a span: then each picture shows its own moment.
    if tasksAt.map({ now < $0 || now - $0 >= Self.tasksSpan || span < 5_000_000 }) ?? true {
      tasks = kernel.tasks()
      tasksAt = now
    }
    return tasks
  }

  /// The board as it is now.
  public func view(speed: BoardView.Speed, realTimeFactor: Double?) -> BoardView {
    let chip = board.chip
    let pins = pinsSnapshot(of: chip, realTimeFactor: realTimeFactor)
    var view = BoardView(title: title, pins: pins, speed: speed)
    let now = board.now.nanoseconds
    view.pins.nanoseconds = now
    var edges = [UInt32](repeating: 0, count: 30)
    for n in 0..<30 {
      let total = chip.pins.edgeCounts[n]
      edges[n] = total &- counts[n]
      counts[n] = total
    }
    view.edges = edges
    view.edgeSpan = now - min(now, lastTime)
    lastTime = now
    let led = pins.pins[25]
    // An eye takes light for about linear in the square root of its power.
    view.led = led.direction == .output && !board.isW ? (led.duty ?? (led.high ? 1 : 0)).squareRoot() : 0
    view.tasks = tasks(at: now, after: view.edgeSpan)
    let instant = Instant(nanoseconds: now)
    view.parts = board.assembly.views(at: instant)
    view.controls = board.assembly.parts.indices.map { board.assembly.controlValues($0) }
    if let i = board.assembly.diagram.parts.firstIndex(where: { Pico.names.contains($0.description.type) }) {
      for (c, control) in board.assembly.diagram.parts[i].shape.controls.enumerated() {
        if control.name == "bootsel" { view.bootsel = view.controls[i][c] > 0 }
        if control.name == "run" { view.run = view.controls[i][c] > 0 }
      }
    }
    return view
  }
}
