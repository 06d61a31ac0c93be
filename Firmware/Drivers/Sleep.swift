import Kernel
import Port
import Registers

/// Sleeping with the clocks down (RP2040 data sheet §2.11.3, §2.11.5): clk_sys at the crystal's 12 MHz, PLLs and ROSC off, clk_peri, clk_usb
/// and clk_adc stopped, PWM frozen. The TIMER counts on from clk_ref; dormant, with the crystal off too, nothing does.
extension Board {
  /// Sleeps until `deadline` or until something is pending for the interpreter.
  public func lightSleep(until deadline: Deadline) {
    let hertz = systemHertz, running = stopClocks()
    _ = kernel.delay(until: deadline, unless: pending)
    restartClocks(hertz, running)
  }

  /// Stops the crystal until a pin's interrupt (`listen`): time stands still. Without one, for ever.
  public func dormant() {
    let hertz = systemHertz, running = stopClocks()
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
    restartClocks(hertz, running)
  }

  /// Answers the PWM slices that ran.
  private func stopClocks() -> UInt32 {
    drainUARTs()
    let c = CLOCKS.base
    let running = port.read(PWM.base &+ PWM.EN.offset)
    port.write(PWM.base &+ PWM.EN.offset, 0)
    port.clearBits(c &+ CLOCKS.CLK_USB_CTRL.offset, CLOCKS.CLK_USB_CTRL.ENABLE.mask)
    port.clearBits(c &+ CLOCKS.CLK_ADC_CTRL.offset, CLOCKS.CLK_ADC_CTRL.ENABLE.mask)
    port.clearBits(c &+ CLOCKS.CLK_PERI_CTRL.offset, CLOCKS.CLK_PERI_CTRL.ENABLE.mask)
    port.clearBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.SRC.mask)
    while port.read(c &+ CLOCKS.CLK_SYS_SELECTED.offset) & 1 == 0 { port.relax() }
    let off = PLL.PWR.PD.mask | PLL.PWR.DSMPD.mask | PLL.PWR.POSTDIVPD.mask | PLL.PWR.VCOPD.mask
    port.write(PLL.sys &+ PLL.PWR.offset, off)
    port.write(PLL.usb &+ PLL.PWR.offset, off)
    port.write(ROSC.base &+ ROSC.CTRL.offset, port.read(ROSC.base &+ ROSC.CTRL.offset) & ~ROSC.CTRL.ENABLE.mask | ROSC.CTRL.ENABLE.put(0xd1e))
    self[BoardRecord.systemHertz] = Board.crystalHertz
    return running
  }
  private func restartClocks(_ hertz: UInt32, _ running: UInt32) {
    let c = CLOCKS.base
    port.write(ROSC.base &+ ROSC.CTRL.offset, port.read(ROSC.base &+ ROSC.CTRL.offset) & ~ROSC.CTRL.ENABLE.mask | ROSC.CTRL.ENABLE.put(0xfab))
    startUSBClock()
    if let s = Board.pllSetting(kilohertz: hertz / 1000) { switchSystem(s) }
    self[BoardRecord.systemHertz] = hertz
    port.setBits(c &+ CLOCKS.CLK_PERI_CTRL.offset, CLOCKS.CLK_PERI_CTRL.ENABLE.mask)
    port.setBits(c &+ CLOCKS.CLK_USB_CTRL.offset, CLOCKS.CLK_USB_CTRL.ENABLE.mask)
    port.setBits(c &+ CLOCKS.CLK_ADC_CTRL.offset, CLOCKS.CLK_ADC_CTRL.ENABLE.mask)
    port.write(PWM.base &+ PWM.EN.offset, running)
  }
}
