import Kernel
import Port
import Registers

/// Why the chip was reset, numbered as MicroPython's `machine` has it.
public enum ResetCause {
  @inlinable public static var powerOn: UInt32 { 1 }
  @inlinable public static var watchdog: UInt32 { 3 }
}

/// Reset, watchdog, identity.
extension Board {
  /// Everything but the oscillators (PSM bits ROSC, XOSC): what a watchdog reset restarts (RP2040 data sheet §4.7).
  private var watched: UInt32 { 0x1_ffff & ~(PSM.FRCE_ON.ROSC.mask | PSM.FRCE_ON.XOSC.mask) }

  /// Notes the cause of the last reset, before anything changes it.
  func noteReset() {
    self[BoardRecord.resetCause] = port.read(WATCHDOG.base &+ WATCHDOG.REASON.offset) != 0 ? ResetCause.watchdog : ResetCause.powerOn
  }
  public var resetCause: UInt32 { self[BoardRecord.resetCause] }

  /// Restarts the chip.
  public func reset() -> Never {
    port.write(PSM.base &+ PSM.WDSEL.offset, watched)
    port.setBits(WATCHDOG.base &+ WATCHDOG.CTRL.offset, WATCHDOG.CTRL.TRIGGER.mask)
    while true { port.relax() }
  }

  /// The longest watchdog time in milliseconds: 24 bits of counts, two a microsecond (erratum RP2040-E1).
  public static var mostWatchdogMilliseconds: UInt32 { 8388 }
  /// Starts the watchdog; it cannot be stopped.
  public func startWatchdog(milliseconds: UInt32) {
    port.clearBits(WATCHDOG.base &+ WATCHDOG.CTRL.offset, WATCHDOG.CTRL.ENABLE.mask)
    port.write(PSM.base &+ PSM.WDSEL.offset, watched)
    self[BoardRecord.watchdogLoad] = min(milliseconds, Board.mostWatchdogMilliseconds) &* 2000
    feedWatchdog()
    port.setBits(WATCHDOG.base &+ WATCHDOG.CTRL.offset, WATCHDOG.CTRL.ENABLE.mask)
  }
  public func feedWatchdog() { port.write(WATCHDOG.base &+ WATCHDOG.LOAD.offset, self[BoardRecord.watchdogLoad]) }

  /// The board's identity: its flash chip's serial number.
  public var uniqueID: UInt64 { readFlashID() }

  /// Sends the handler of `irq` its way. On the core that the interrupt came to.
  public func interrupt(_ irq: UInt32) {
    port.spend(50)
    switch irq {
    case IRQ.TIMER_IRQ_0, IRQ.TIMER_IRQ_1: kernel.alarm()
    case IRQ.SIO_IRQ_PROC0, IRQ.SIO_IRQ_PROC1: kernel.doorbell()
    // A task on the other core may be in the middle of what the handler is to change.
    default: port.exclusive { driverInterrupt(irq) }
    }
  }
  private func driverInterrupt(_ irq: UInt32) {
    switch irq {
    case IRQ.TIMER_IRQ_2: alarmInterrupt()
    case IRQ.IO_IRQ_BANK0: gpioInterrupt()
    case IRQ.USBCTRL_IRQ: usbInterrupt()
    case IRQ.UART0_IRQ: uartInterrupt(0)
    case IRQ.UART1_IRQ: uartInterrupt(1)
    case IRQ.PIO0_IRQ_0: pioInterrupt(0)
    case IRQ.PIO1_IRQ_0: pioInterrupt(1)
    case IRQ.PIO0_IRQ_1: machineInterrupt(0)
    case IRQ.PIO1_IRQ_1: machineInterrupt(1)
    case IRQ.DMA_IRQ_0: dmaInterrupt()
    case IRQ.I2C0_IRQ: targetInterrupt(0)
    case IRQ.I2C1_IRQ: targetInterrupt(1)
    case HOSTLINK.irq: hostLinkInterrupt()
    default: port.panic("an interrupt that nobody handles")
    }
  }

  /// From reset: clocks, then the board's record. The kernel must have been made before drivers that allocate.
  public func startCore0() {
    create()
    noteReset()
    startClocks()
    sleepDeep()
  }
  /// The drivers that are always there.
  public func startDrivers() {
    if hasHostLink { startHostLink() }
    startConsole()
    startGPIO()
    startAlarms()
    startPWM()
    startDescriptors()
  }
}

extension Board {
  /// Eight random bits of the ring oscillator (RP2040 data sheet §2.17.5), some microseconds apart.
  public func randomByte() -> UInt8 {
    var b: UInt8 = 0, i = 0
    while i < 8 {
      b = b << 1 | UInt8(truncatingIfNeeded: port.read(ROSC.base &+ ROSC.RANDOMBIT.offset) & 1)
      port.spend(60)
      i += 1
    }
    return b
  }
}
