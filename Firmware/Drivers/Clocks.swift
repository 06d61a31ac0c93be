import Port
import Registers

/// A setting of PLL_SYS (RP2040 data sheet §2.18): the 12 MHz crystal times `feedback`, divided by both dividers.
public struct PLLSetting: BitwiseCopyable, Sendable {
  public let feedback: UInt32, divider1: UInt32, divider2: UInt32
}

/// Clocks (§2.15): the crystal drives clk_ref; PLL_SYS clk_sys and, through it, clk_peri; PLL_USB 48 MHz.
extension Board {
  /// The crystal's frequency in hertz.
  public static var crystalHertz: UInt32 { 12_000_000 }
  /// clk_sys after the start.
  public static var defaultHertz: UInt32 { 125_000_000 }

  /// The setting for exactly `kilohertz`, or nil if there is none: the VCO must run at 750 to 1600 MHz (§2.18.2).
  public static func pllSetting(kilohertz: UInt32) -> PLLSetting? {
    var feedback: UInt32 = 133
    while feedback >= 63 {
      let vco = feedback &* 12_000
      var d1: UInt32 = 7
      while d1 >= 1 {
        var d2 = d1
        while d2 >= 1 {
          if kilohertz != 0 && vco % (d1 &* d2) == 0 && vco / (d1 &* d2) == kilohertz { return PLLSetting(feedback: feedback, divider1: d1, divider2: d2) }
          d2 &-= 1
        }
        d1 &-= 1
      }
      feedback &-= 1
    }
    return nil
  }

  /// From reset to the default frequencies, with the 1 µs tick of TIMER and watchdog.
  public func startClocks() {
    let c = CLOCKS.base
    port.write(XOSC.base &+ XOSC.STARTUP.offset, 47)  // 1 ms at 12 MHz, in units of 256 cycles (§2.16.3)
    port.write(XOSC.base &+ XOSC.CTRL.offset, XOSC.CTRL.FREQ_RANGE.put(0xaa0) | XOSC.CTRL.ENABLE.put(0xfab))
    while port.read(XOSC.base &+ XOSC.STATUS.offset) & XOSC.STATUS.STABLE.mask == 0 { port.relax() }
    // clk_sys away from a PLL that a reset of the cores alone has left running, then clk_ref to the crystal.
    port.clearBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.SRC.mask)
    while port.read(c &+ CLOCKS.CLK_SYS_SELECTED.offset) & 1 == 0 { port.relax() }
    port.write(c &+ CLOCKS.CLK_REF_CTRL.offset, CLOCKS.CLK_REF_CTRL.SRC.put(2))
    while port.read(c &+ CLOCKS.CLK_REF_SELECTED.offset) & 4 == 0 { port.relax() }
    port.write(WATCHDOG.base &+ WATCHDOG.TICK.offset, WATCHDOG.TICK.ENABLE.mask | Board.crystalHertz / 1_000_000)
    release(RESETS.RESET.PLL_USB.mask | RESETS.RESET.PLL_SYS.mask)
    startUSBClock()
    if let s = Board.pllSetting(kilohertz: Board.defaultHertz / 1000) { switchSystem(s) }
    port.write(c &+ CLOCKS.CLK_PERI_CTRL.offset, CLOCKS.CLK_PERI_CTRL.ENABLE.mask)
    port.write(c &+ CLOCKS.CLK_USB_CTRL.offset, CLOCKS.CLK_USB_CTRL.ENABLE.mask)
    port.write(c &+ CLOCKS.CLK_ADC_CTRL.offset, CLOCKS.CLK_ADC_CTRL.ENABLE.mask)
    self[BoardRecord.systemHertz] = Board.defaultHertz
    self[BoardRecord.peripheralHertz] = Board.defaultHertz
    release(RESETS.RESET.TIMER.mask | RESETS.RESET.IO_BANK0.mask | RESETS.RESET.PADS_BANK0.mask | RESETS.RESET.SYSINFO.mask | RESETS.RESET.TBMAN.mask)
  }

  /// PLL_USB at 48 MHz.
  func startUSBClock() { startPLL(PLL.usb, PLLSetting(feedback: 100, divider1: 5, divider2: 5)) }
  private func startPLL(_ base: Address, _ s: PLLSetting) {
    port.write(base &+ PLL.PWR.offset, PLL.PWR.PD.mask | PLL.PWR.DSMPD.mask | PLL.PWR.POSTDIVPD.mask | PLL.PWR.VCOPD.mask)
    port.write(base &+ PLL.CS.offset, 1)
    port.write(base &+ PLL.FBDIV_INT.offset, s.feedback)
    port.clearBits(base &+ PLL.PWR.offset, PLL.PWR.PD.mask | PLL.PWR.VCOPD.mask)
    while port.read(base &+ PLL.CS.offset) & PLL.CS.LOCK.mask == 0 { port.relax() }
    port.write(base &+ PLL.PRIM.offset, PLL.PRIM.POSTDIV1.put(s.divider1) | PLL.PRIM.POSTDIV2.put(s.divider2))
    port.clearBits(base &+ PLL.PWR.offset, PLL.PWR.POSTDIVPD.mask)
  }

  /// Moves clk_sys to clk_ref, sets the PLL, moves back: the glitchless multiplexer needs both sources running (§2.15.3.2).
  func switchSystem(_ s: PLLSetting) {
    let c = CLOCKS.base
    port.clearBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.SRC.mask)
    while port.read(c &+ CLOCKS.CLK_SYS_SELECTED.offset) & 1 == 0 { port.relax() }
    startPLL(PLL.sys, s)
    port.clearBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.AUXSRC.mask)
    port.write(c &+ CLOCKS.CLK_SYS_DIV.offset, 1 << 8)
    port.setBits(c &+ CLOCKS.CLK_SYS_CTRL.offset, CLOCKS.CLK_SYS_CTRL.SRC.mask)
    while port.read(c &+ CLOCKS.CLK_SYS_SELECTED.offset) & 2 == 0 { port.relax() }
  }

  /// Changes clk_sys (and clk_peri with it); false if no setting gives exactly `hertz`, cut to kilohertz as MicroPython does.
  /// UARTs keep their rates: what they are sending goes out first. PWM outputs keep frequency and duty.
  public func setFrequency(_ hertz: UInt32) -> Bool {
    guard let s = Board.pllSetting(kilohertz: hertz / 1000) else { return false }
    drainUARTs()
    switchSystem(s)
    self[BoardRecord.systemHertz] = hertz / 1000 &* 1000
    self[BoardRecord.peripheralHertz] = hertz / 1000 &* 1000
    retuneUARTs()
    retunePWM()
    retuneAudio()
    return true
  }
}
