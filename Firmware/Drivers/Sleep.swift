import Kernel
import Port
import Registers

/// Sleeping with the clocks down (RP2040 data sheet §2.11.3, §2.11.5): clk_sys at the crystal's 12 MHz, PLLs and ROSC off, clk_peri stopped,
/// and with the PLLs clk_usb and clk_adc. While both cores sleep only what can wake them and the calendar have a clock (SLEEP_EN); dormant, with the crystal off too, nothing has.
extension Board {
  /// The calling core's sleeps are deep ones: when both cores are in one, CLOCKS goes by SLEEP_EN, which lets all clocks run until `lightSleep`.
  public func sleepDeep() { port.write(PPB.base &+ PPB.SCR.offset, PPB.SCR.SLEEPDEEP.mask) }

  /// Sleeps until `deadline` or until something is pending for the interpreter.
  public func lightSleep(until deadline: Deadline) {
    let hertz = systemHertz, c = CLOCKS.base
    stopClocks()
    port.write(c &+ CLOCKS.SLEEP_EN0.offset, CLOCKS.SLEEP_EN0.CLK_SYS_IO.mask | CLOCKS.SLEEP_EN0.CLK_RTC_RTC.mask)
    port.write(c &+ CLOCKS.SLEEP_EN1.offset, CLOCKS.SLEEP_EN1.CLK_SYS_TIMER.mask)
    _ = kernel.delay(until: deadline, unless: pending)
    port.write(c &+ CLOCKS.SLEEP_EN0.offset, CLOCKS.SLEEP_EN0.reset)
    port.write(c &+ CLOCKS.SLEEP_EN1.offset, CLOCKS.SLEEP_EN1.reset)
    restartClocks(hertz)
  }

  /// Stops the crystal until a pin's interrupt (`listen`): time stands still. Without one, for ever.
  public func dormant() {
    let hertz = systemHertz
    stopClocks()
    let io = IO_BANK0.base
    var n: UInt32 = 0
    while n < 4 {
      let enabled = port.read(io &+ IO_BANK0.PROC0_INTE0.offset &+ n &* 4)
      port.write(io &+ IO_BANK0.DORMANT_WAKE_INTE0.offset &+ n &* 4, enabled)
      n &+= 1
    }
    // Nothing of this core runs between here and the crystal's return.
    let mask = port.disableInterrupts()
    port.write(XOSC.base &+ XOSC.DORMANT.offset, 0x636f_6d61)  // "coma"
    while port.read(XOSC.base &+ XOSC.STATUS.offset) & XOSC.STATUS.STABLE.mask == 0 { port.relax() }
    port.restoreInterrupts(mask)
    n = 0
    while n < 4 { port.write(io &+ IO_BANK0.DORMANT_WAKE_INTE0.offset &+ n &* 4, 0); n &+= 1 }
    restartClocks(hertz)
  }

  private func stopClocks() {
    drainUARTs()
    let c = CLOCKS.base
    // Another thread's output waits, instead of going out at a tenth of its speed.
    port.clearBits(c &+ CLOCKS.CLK_PERI_CTRL.offset, CLOCKS.CLK_PERI_CTRL.ENABLE.mask)
    port.clearBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.SRC.mask)
    while port.read(c &+ CLOCKS.CLK_SYS_SELECTED.offset) & 1 == 0 { port.relax() }
    let off = PLL.PWR.PD.mask | PLL.PWR.DSMPD.mask | PLL.PWR.POSTDIVPD.mask | PLL.PWR.VCOPD.mask
    port.write(PLL.sys &+ PLL.PWR.offset, off)
    port.write(PLL.usb &+ PLL.PWR.offset, off)
    port.write(ROSC.base &+ ROSC.CTRL.offset, port.read(ROSC.base &+ ROSC.CTRL.offset) & ~ROSC.CTRL.ENABLE.mask | ROSC.CTRL.ENABLE.put(0xd1e))
    self[BoardRecord.systemHertz] = Board.crystalHertz
  }
  private func restartClocks(_ hertz: UInt32) {
    port.write(ROSC.base &+ ROSC.CTRL.offset, port.read(ROSC.base &+ ROSC.CTRL.offset) & ~ROSC.CTRL.ENABLE.mask | ROSC.CTRL.ENABLE.put(0xfab))
    startUSBClock()
    if let s = Board.pllSetting(kilohertz: hertz / 1000) { switchSystem(s) }
    self[BoardRecord.systemHertz] = hertz
    port.setBits(CLOCKS.base &+ CLOCKS.CLK_PERI_CTRL.offset, CLOCKS.CLK_PERI_CTRL.ENABLE.mask)
  }
}
