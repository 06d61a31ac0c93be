/// The clocks a block may hang on. `sys` drives the bus and everything that counts cycles.
public enum ClockName: UInt8, CaseIterable, Sendable { case ref, sys, peri, usb, adc, rtc, xosc, rosc }

/// What the chip offers to its blocks. Blocks know each other only through this, the bus, DREQs and pins.
public protocol ChipServices: AnyObject {
  /// The cycle of the access or event that is being handled.
  var now: Cycle { get }
  var events: EventQueue { get }
  /// Schedules `source`; times at or before `now` mean the next cycle. Ends a core's turn early where needed: always use this, not `events.set`.
  func schedule(_ source: EventSource, at cycle: Cycle)
  func cancel(_ source: EventSource)
  /// Level of interrupt line `irq` (0...31) into both NVICs.
  func setInterrupt(_ irq: UInt32, _ level: Bool)
  /// Level of a DMA request line.
  func setDREQ(_ number: UInt32, _ level: Bool)
  /// Frequency of a clock, in hertz; 0 while it stands still.
  func hertz(_ clock: ClockName) -> UInt64
  /// Ticks of `clock` since power-on at `cycle`, exact across changes of frequency.
  func ticks(_ clock: ClockName, at cycle: Cycle) -> UInt64
  /// The cycle at which `ticks(clock)` reaches `count`; `.max` while the clock stands still.
  func cycle(_ clock: ClockName, reaching count: UInt64) -> Cycle
  func instant(_ cycle: Cycle) -> Instant
  /// A function output of a pin, as `IO_BANK0` numbers functions (1 SPI … 9 USB; 5 SIO): level and output enable.
  func driveFunction(_ function: UInt32, pin: UInt32, level: Bool, enable: Bool)
  /// The level a block's function input sees on a pin, after the input override and enable of pad and IO.
  func inputLevel(pin: UInt32) -> Bool
  /// A register that no model covers was touched.
  func unmodelled(_ block: String, _ register: String, write: Bool, value: UInt32)
}
