/// The clocks a block may hang on. `sys` drives the bus and everything that counts cycles; `tick` is the watchdog's tick
/// generator, which drives the TIMER; the rest of the second row are the
/// sources that CLOCKS chooses from (`crystal` is the XOSC before it is stable).
public enum ClockName: UInt8, CaseIterable, Sendable {
  case ref, sys, peri, usb, adc, rtc, tick
  case xosc, rosc, crystal, pllSys, pllUSB, gpin0, gpin1, gpout0, gpout1, gpout2, gpout3
}

/// What may reset a board's logic without taking its power (RP2040 data sheet §2.12-2.14).
public enum ResetCause: UInt8, Sendable {
  /// Power came, or the brown-out detector fired.
  case power
  /// The RUN pin went low and high again.
  case run
  /// The watchdog: what PSM.WDSEL and RESETS.WDSEL select.
  case watchdog
  /// AIRCR.SYSRESETREQ of a core.
  case system
  /// The debugger's rescue (CHIP_RESET.PSM_RESTART_FLAG).
  case rescue
}

/// What the chip offers to its blocks. Blocks know each other only through this, the bus, DREQs and pins.
public protocol ChipServices: AnyObject {
  /// The cycle of the access or event that is being handled.
  var now: Cycle { get }
  var events: EventQueue { get }
  /// Schedules `source`; times at or before `now` mean the next cycle. Ends a core's turn early where needed: always use this, not `events.set`.
  /// `.max` cancels, so that `schedule(s, at: cycle(clock, reaching: n))` is right for a clock that stands still.
  func schedule(_ source: EventSource, at cycle: Cycle)
  func cancel(_ source: EventSource)
  /// Level of interrupt line `irq` (0...31) into both NVICs.
  func setInterrupt(_ irq: UInt32, _ level: Bool)
  /// Level of interrupt line `irq` into the NVIC of one core: SIO's FIFO and the GPIO banks have a line each.
  func setInterrupt(_ irq: UInt32, _ level: Bool, core: UInt32)
  /// DMA request line `number` (RP2040 data sheet table 120) has room for `count` transfers from now on: the free places of a transmit
  /// FIFO, the entries of a receive FIFO, 0 while the block's DMA is off. Call it whenever that changes, also inside the `read`
  /// or `write` that a DMA channel makes. The credit handshake of §2.5.3.2 follows from it: no channel ever moves more than there is room for.
  func setDREQ(_ number: UInt32, count: UInt32)
  /// A request without a FIFO behind it: one transfer more (PWM's wrap).
  func pulseDREQ(_ number: UInt32)
  /// Level of a DMA request line whose block knows no count: a channel makes one transfer at a time while it is high. Slower than `count:`.
  func setDREQ(_ number: UInt32, _ level: Bool)
  /// Frequency of a clock in hertz, rounded; 0 while it stands still. Count with `ticks`, which is exact.
  func hertz(_ clock: ClockName) -> UInt64
  func frequency(_ clock: ClockName) -> Frequency
  /// Ticks of `clock` since power-on at `cycle`, exact across changes of frequency.
  func ticks(_ clock: ClockName, at cycle: Cycle) -> UInt64
  /// The cycle at which `ticks(clock)` reaches `count`; `.max` while the clock stands still.
  func cycle(_ clock: ClockName, reaching count: UInt64) -> Cycle
  /// From now on `clock` has this frequency: every block's `clockChanged` is called if that is a change.
  func setFrequency(_ clock: ClockName, _ frequency: Frequency)
  /// The divider that makes `clock` starts anew: its next tick is a whole period away.
  func restartClock(_ clock: ClockName)
  /// CLOCKS' WAKE_EN and SLEEP_EN (RP2040 data sheet §2.15.3.5): bits 0…31 of each word are EN0, the rest EN1.
  func setClockGates(wake: UInt64, sleep: UInt64)
  /// The gates that are open now: what ENABLED0 and ENABLED1 show.
  var clockGates: UInt64 { get }
  func instant(_ cycle: Cycle) -> Instant
  /// The first cycle at or after `instant`, if no clock changes before.
  func cycle(at instant: Instant) -> Cycle
  /// A function output of a pin, as `IO_BANK0` numbers functions (1 SPI … 9 USB; 5 SIO): level and output enable.
  func driveFunction(_ function: UInt32, pin: UInt32, level: Bool, enable: Bool)
  /// The level a block's function input sees on a pin, after the input override and enable of pad and IO.
  func inputLevel(pin: UInt32) -> Bool
  /// A register that no model covers was touched.
  func unmodelled(_ block: String, _ register: String, write: Bool, value: UInt32)

  /// RESETS holds the blocks of `mask` (its RESET bits) from now on, and has let go of all others.
  func holdBlocks(_ mask: UInt32)
  /// PSM holds the stages of `mask` (its bits) from now on, and has let go of all others.
  func holdStages(_ mask: UInt32)
  /// Resets the board's logic after the current access.
  func requestReset(_ cause: ResetCause)
  /// An enabled dormant-wake event (IO_BANK0, RTC): oscillators that lie dormant start again.
  func wakeDormant()
  /// SEV: the event register of both cores.
  func sendEvent()
  /// Ends `run` after the current access; the board can be run on.
  func pause()
}
