import Board
import Emulation
import Window
#if canImport(Glibc)
import Glibc
#endif

/// Gives the window its views and the console's bytes, from the emulation thread, whenever it asks.
final class WindowFeed {
  private let camera: BoardCamera
  private let board: PicoBoard
  private let exchange: BoardExchange
  private let probe: ScopeProbe
  /// The last time the real-time factor was taken, host's and virtual.
  private var measured: (host: UInt64, virtual: UInt64)
  private var factor: Double?
  /// Over so many nanoseconds of host time, so that the figure can be read.
  private static let span: UInt64 = 500_000_000
  /// For Tools/bench-window: views that were made, and this thread's CPU time for them, in nanoseconds.
  private let counts = getenv("TAYBERRY_WINDOW_STATISTICS") != nil
  private var views = 0, spent: UInt64 = 0

  init(_ board: PicoBoard, _ output: ConsoleOutput, title: String, exchange: BoardExchange) {
    self.board = board
    self.exchange = exchange
    camera = BoardCamera(board, title: title)
    let chip = board.chip
    probe = ScopeProbe(chip.circuit) { [unowned chip] in chip.pins.net($0) }
    measured = (HostInbox.clock(), board.now.nanoseconds)
    let before = output.tap
    output.tap = { bytes, error in
      before?(bytes, error)
      // Console bytes are never dropped: a window that lags far behind makes the emulation wait.
      if !exchange.write(bytes, error: error) { while !exchange.hasRoom { _ = waitReadable([], nanoseconds: 1_000_000) } }
    }
  }

  /// The scope's channels from now on.
  func watch(_ pins: [Int], analog: Set<Int>) { probe.watch(pins, analog: analog, at: board.now) }

  /// Makes a view if one is wanted.
  func refresh(_ state: BoardView.State, _ speed: Plan.Speed) {
    if !probe.isIdle { probe.sample(at: board.now) }
    guard exchange.isAsked else { return }
    let before = counts ? Self.threadTime() : 0
    measure(state)
    publish(state, speed, factor)
    guard counts else { return }
    views += 1
    spent += Self.threadTime() - before
  }
  /// The run is over.
  func end(_ outcome: Outcome, _ speed: Plan.Speed) {
    publish(.ended(outcome.summary), speed, nil)
    if counts { Tayberry.complain("emulation: \(views) views took \(spent / 1000) of \(Self.threadTime() / 1000) us of CPU") }
  }
  /// CPU time of the calling thread in nanoseconds.
  private static func threadTime() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
    return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
  }

  private func publish(_ state: BoardView.State, _ speed: Plan.Speed, _ factor: Double?) {
    var view = camera.view(speed: speed.shown, realTimeFactor: factor)
    view.state = state
    exchange.publish(view, scope: probe.take())
  }
  private func measure(_ state: BoardView.State) {
    let now = HostInbox.clock(), virtual = board.now.nanoseconds
    if state != .running {
      measured = (now, virtual)
      factor = nil
    } else if now - measured.host >= Self.span {
      factor = Double(virtual - measured.virtual) / Double(now - measured.host)
      measured = (now, virtual)
    }
  }
}

extension Plan.Speed {
  var shown: BoardView.Speed {
    switch self {
    case .max: .max
    case .factor(let f): .factor(f)
    }
  }
}
