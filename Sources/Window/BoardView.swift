import Board
import OffChip

/// Everything the picture of a board shows, as values: made on the emulation thread, drawn anywhere.
public struct BoardView: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    case running, paused
    /// The run is over: why, in a few words.
    case ended(String)
  }
  public enum Speed: Sendable, Equatable { case max, factor(Double) }
  /// What runs: the program's name.
  public var title: String
  public var pins: PinsSnapshot
  /// Edges on each of GP0…GP29 since the view before.
  public var edges: [UInt32]
  /// The virtual time over which they were counted, in nanoseconds.
  public var edgeSpan: UInt64 = 0
  /// Brightness of the on-board LED (GP25), 0…1.
  public var led: Double
  public var state = State.running
  public var speed: Speed

  /// What the parts show, and where their controls are, in the order of the board file.
  public var parts: [PartView] = []
  public var controls: [[Double]] = []
  /// Those of the firmware's kernel.
  public var tasks: [KernelTasks.Task] = []
  /// Buttons of the board that are held down.
  public var bootsel = false, run = false
  public init(title: String, pins: PinsSnapshot, edges: [UInt32] = [], led: Double = 0, speed: Speed = .factor(1)) {
    self.title = title; self.pins = pins; self.edges = edges; self.led = led; self.speed = speed
  }
  /// A board before its first cycle.
  public static func dark(title: String) -> BoardView {
    BoardView(title: title, pins: PinsSnapshot(pins: Array(repeating: .init(), count: 30), nanoseconds: 0, realTimeFactor: nil, clock: 0))
  }
}
