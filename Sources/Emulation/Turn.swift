/// The clock and the limits of the core that runs, as plain words in memory of their own: every access of a core looks at them.
public struct Turn: BitwiseCopyable {
  /// The cycle of the access or event that is being handled.
  public var now: Cycle = 0
  /// The running core's turn ends when its local time passes this.
  public var end: Cycle = 0
  /// The running core's accesses up to this cycle are in order; later ones wait for the rest of the chip.
  public var exclusiveUntil: Cycle = 0
  /// Who runs.
  public var master = Master.core0
  /// The running core must go back to the run loop after its access.
  public var leave = false
  public init() {}
}
