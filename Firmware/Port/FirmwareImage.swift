/// What a core runs. On ARM the vector table calls these; hosted, the emulation does, through `firmware_image`.
public protocol FirmwareImage {
  /// Entry of a core after reset. It ends by becoming the core's idle context.
  static func start(_ port: Port, core: UInt32) -> Never
  /// Interrupt `irq` (NVIC number), or 32 for SysTick: a `switch`, no table of closures.
  static func interrupt(_ port: Port, _ irq: UInt32)
  /// Body of a context made by `Port.makeContext`.
  static func task(_ port: Port, _ kind: UInt32, _ argument: UInt32) -> Never
  /// Body of PendSV: the running context goes in, the one to run comes out.
  static func pick(_ port: Port, _ outgoing: UInt32) -> UInt32
}
