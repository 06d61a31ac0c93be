import Board
import Emulation
import Picture
import Window

/// Draws the board into PNG files at the times that were asked for: what the window shows, without a display.
final class Photographer {
  private var waiting: [Plan.Screenshot]
  private let board: PicoBoard
  private let camera: BoardCamera
  private var console = ConsoleText()
  private let speed: BoardView.Speed
  private let zoom: Int
  private let scene: BoardScene
  private let scope: ScopeSettings, showsTasks: Bool, isMuted: Bool
  private let probe: ScopeProbe
  private var memory = ScopeMemory()

  init(_ plan: Plan, _ board: PicoBoard, _ output: ConsoleOutput) {
    waiting = plan.screenshots
    self.board = board
    camera = BoardCamera(board, title: plan.title)
    zoom = plan.zoom ?? 1
    speed = plan.speed.shown
    scope = plan.scope
    showsTasks = plan.showTasks
    isMuted = plan.isMuted
    let chip = board.chip
    probe = ScopeProbe(chip.circuit) { [unowned chip] in chip.pins.net($0) }
    probe.watch(scope.channels, analog: scope.analog, at: board.now)
    scene = BoardScene(board.assembly.diagram)
    let before = output.tap
    output.tap = { [unowned self] bytes, error in
      before?(bytes, error)
      console.write(bytes, error: error)
    }
  }

  /// When the next picture is due, in nanoseconds of virtual time.
  var nextTime: UInt64? { waiting.first?.time }

  /// Draws what is due.
  func take() -> FileError? {
    while let next = waiting.first, let time = next.time, time <= board.now.nanoseconds {
      waiting.removeFirst()
      if let failure = draw(next.file, .running) { return failure }
    }
    return nil
  }
  /// The run is over: draws what was asked for its end, or later.
  func finish(_ outcome: Outcome) -> FileError? {
    for shot in waiting {
      if let failure = draw(shot.file, .ended(outcome.summary)) { return failure }
    }
    waiting = []
    return nil
  }

  /// The board as it is now, for a scenario: without the console.
  static func picture(_ plan: Plan, _ board: PicoBoard) -> Canvas {
    let view = BoardCamera(board, title: plan.title).view(speed: .max, realTimeFactor: nil)
    var chosen = ViewState()
    chosen.scale = plan.zoom ?? 1
    return BoardPicture(BoardPicture.Content(view: view, console: ConsoleText(), state: chosen, scene: BoardScene(board.assembly.diagram))).canvas
  }

  private func draw(_ file: String, _ state: BoardView.State) -> FileError? {
    var view = camera.view(speed: speed, realTimeFactor: nil)
    view.state = state
    var chosen = ViewState()
    chosen.scale = zoom
    chosen.scope = scope
    chosen.showsScope = !scope.channels.isEmpty
    chosen.showsTasks = showsTasks
    chosen.isMuted = isMuted
    memory.append(probe.take(), now: view.pins.nanoseconds)
    memory.advance(&chosen.scope)
    chosen.consoleFocused = !scene.takesKeys
    var content = BoardPicture.Content(view: view, console: console, state: chosen, scene: scene)
    content.scope = memory
    let picture = BoardPicture(content)
    do throws(FileError) {
      let out = try OutputFile(file)
      out.write(PNG.encode(picture.canvas))
      try out.finish()
      return nil
    } catch { return error }
  }
}

extension Outcome {
  /// For a person, in a few words.
  var summary: String {
    if let message { return message }
    return status == 0 ? "finished" : status == 130 ? "stopped" : "ended with status \(status)"
  }
}
