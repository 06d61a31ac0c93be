// RP2040 data sheet: register map of CLOCKS. Offsets and fields from the chip description, declared once for firmware and model.

public enum CLOCKS {
  /// Bus address of CLOCKS.
  @inlinable public static var base: UInt32 { 0x4000_8000 }

  public enum CLK_GPOUT0_CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var DC50: Field { Field(12, 1) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 4) }
  }
  public enum CLK_GPOUT0_DIV {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_GPOUT0_SELECTED {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_GPOUT0_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_GPOUT1_CTRL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var DC50: Field { Field(12, 1) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 4) }
  }
  public enum CLK_GPOUT1_DIV {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_GPOUT1_SELECTED {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_GPOUT1_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_GPOUT2_CTRL {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var DC50: Field { Field(12, 1) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 4) }
  }
  public enum CLK_GPOUT2_DIV {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_GPOUT2_SELECTED {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_GPOUT2_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_GPOUT3_CTRL {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var DC50: Field { Field(12, 1) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 4) }
  }
  public enum CLK_GPOUT3_DIV {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_GPOUT3_SELECTED {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_GPOUT3_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_REF_CTRL {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var AUXSRC: Field { Field(5, 2) }
    @inlinable public static var SRC: Field { Field(0, 2) }
  }
  public enum CLK_REF_DIV {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 2) }
  }
  public enum CLK_REF_SELECTED {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_REF_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_SYS_CTRL {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var AUXSRC: Field { Field(5, 3) }
    @inlinable public static var SRC: Field { Field(0, 1) }
  }
  public enum CLK_SYS_DIV {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_SYS_SELECTED {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_SYS_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_PERI_CTRL {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 3) }
  }
  public enum CLK_PERI_DIV {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_PERI_SELECTED {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_PERI_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_USB_CTRL {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 3) }
  }
  public enum CLK_USB_DIV {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 2) }
  }
  public enum CLK_USB_SELECTED {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_USB_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_ADC_CTRL {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 3) }
  }
  public enum CLK_ADC_DIV {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 2) }
  }
  public enum CLK_ADC_SELECTED {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_ADC_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_RTC_CTRL {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NUDGE: Field { Field(20, 1) }
    @inlinable public static var PHASE: Field { Field(16, 2) }
    @inlinable public static var ENABLE: Field { Field(11, 1) }
    @inlinable public static var KILL: Field { Field(10, 1) }
    @inlinable public static var AUXSRC: Field { Field(5, 3) }
  }
  public enum CLK_RTC_DIV {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0100 }
    @inlinable public static var INT: Field { Field(8, 24) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum CLK_RTC_SELECTED {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var CLK_RTC_SELECTED: Field { Field(0, 32) }  // readOnly
  }
  public enum CLK_SYS_RESUS_CTRL {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_00ff }
    @inlinable public static var CLEAR: Field { Field(16, 1) }
    @inlinable public static var FRCE: Field { Field(12, 1) }
    @inlinable public static var ENABLE: Field { Field(8, 1) }
    @inlinable public static var TIMEOUT: Field { Field(0, 8) }
  }
  public enum CLK_SYS_RESUS_STATUS {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RESUSSED: Field { Field(0, 1) }  // readOnly
  }
  public enum FC0_REF_KHZ {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FC0_REF_KHZ: Field { Field(0, 20) }
  }
  public enum FC0_MIN_KHZ {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FC0_MIN_KHZ: Field { Field(0, 25) }
  }
  public enum FC0_MAX_KHZ {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x01ff_ffff }
    @inlinable public static var FC0_MAX_KHZ: Field { Field(0, 25) }
  }
  public enum FC0_DELAY {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var FC0_DELAY: Field { Field(0, 3) }
  }
  public enum FC0_INTERVAL {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0008 }
    @inlinable public static var FC0_INTERVAL: Field { Field(0, 4) }
  }
  public enum FC0_SRC {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FC0_SRC: Field { Field(0, 8) }
  }
  public enum FC0_STATUS {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIED: Field { Field(28, 1) }  // readOnly
    @inlinable public static var FAST: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SLOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var FAIL: Field { Field(16, 1) }  // readOnly
    @inlinable public static var WAITING: Field { Field(12, 1) }  // readOnly
    @inlinable public static var RUNNING: Field { Field(8, 1) }  // readOnly
    @inlinable public static var DONE: Field { Field(4, 1) }  // readOnly
    @inlinable public static var PASS: Field { Field(0, 1) }  // readOnly
  }
  public enum FC0_RESULT {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var KHZ: Field { Field(5, 25) }  // readOnly
    @inlinable public static var FRAC: Field { Field(0, 5) }  // readOnly
  }
  public enum WAKE_EN0 {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0xffff_ffff }
    @inlinable public static var CLK_SYS_SRAM3: Field { Field(31, 1) }
    @inlinable public static var CLK_SYS_SRAM2: Field { Field(30, 1) }
    @inlinable public static var CLK_SYS_SRAM1: Field { Field(29, 1) }
    @inlinable public static var CLK_SYS_SRAM0: Field { Field(28, 1) }
    @inlinable public static var CLK_SYS_SPI1: Field { Field(27, 1) }
    @inlinable public static var CLK_PERI_SPI1: Field { Field(26, 1) }
    @inlinable public static var CLK_SYS_SPI0: Field { Field(25, 1) }
    @inlinable public static var CLK_PERI_SPI0: Field { Field(24, 1) }
    @inlinable public static var CLK_SYS_SIO: Field { Field(23, 1) }
    @inlinable public static var CLK_SYS_RTC: Field { Field(22, 1) }
    @inlinable public static var CLK_RTC_RTC: Field { Field(21, 1) }
    @inlinable public static var CLK_SYS_ROSC: Field { Field(20, 1) }
    @inlinable public static var CLK_SYS_ROM: Field { Field(19, 1) }
    @inlinable public static var CLK_SYS_RESETS: Field { Field(18, 1) }
    @inlinable public static var CLK_SYS_PWM: Field { Field(17, 1) }
    @inlinable public static var CLK_SYS_PSM: Field { Field(16, 1) }
    @inlinable public static var CLK_SYS_PLL_USB: Field { Field(15, 1) }
    @inlinable public static var CLK_SYS_PLL_SYS: Field { Field(14, 1) }
    @inlinable public static var CLK_SYS_PIO1: Field { Field(13, 1) }
    @inlinable public static var CLK_SYS_PIO0: Field { Field(12, 1) }
    @inlinable public static var CLK_SYS_PADS: Field { Field(11, 1) }
    @inlinable public static var CLK_SYS_VREG_AND_CHIP_RESET: Field { Field(10, 1) }
    @inlinable public static var CLK_SYS_JTAG: Field { Field(9, 1) }
    @inlinable public static var CLK_SYS_IO: Field { Field(8, 1) }
    @inlinable public static var CLK_SYS_I2C1: Field { Field(7, 1) }
    @inlinable public static var CLK_SYS_I2C0: Field { Field(6, 1) }
    @inlinable public static var CLK_SYS_DMA: Field { Field(5, 1) }
    @inlinable public static var CLK_SYS_BUSFABRIC: Field { Field(4, 1) }
    @inlinable public static var CLK_SYS_BUSCTRL: Field { Field(3, 1) }
    @inlinable public static var CLK_SYS_ADC: Field { Field(2, 1) }
    @inlinable public static var CLK_ADC_ADC: Field { Field(1, 1) }
    @inlinable public static var CLK_SYS_CLOCKS: Field { Field(0, 1) }
  }
  public enum WAKE_EN1 {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_7fff }
    @inlinable public static var CLK_SYS_XOSC: Field { Field(14, 1) }
    @inlinable public static var CLK_SYS_XIP: Field { Field(13, 1) }
    @inlinable public static var CLK_SYS_WATCHDOG: Field { Field(12, 1) }
    @inlinable public static var CLK_USB_USBCTRL: Field { Field(11, 1) }
    @inlinable public static var CLK_SYS_USBCTRL: Field { Field(10, 1) }
    @inlinable public static var CLK_SYS_UART1: Field { Field(9, 1) }
    @inlinable public static var CLK_PERI_UART1: Field { Field(8, 1) }
    @inlinable public static var CLK_SYS_UART0: Field { Field(7, 1) }
    @inlinable public static var CLK_PERI_UART0: Field { Field(6, 1) }
    @inlinable public static var CLK_SYS_TIMER: Field { Field(5, 1) }
    @inlinable public static var CLK_SYS_TBMAN: Field { Field(4, 1) }
    @inlinable public static var CLK_SYS_SYSINFO: Field { Field(3, 1) }
    @inlinable public static var CLK_SYS_SYSCFG: Field { Field(2, 1) }
    @inlinable public static var CLK_SYS_SRAM5: Field { Field(1, 1) }
    @inlinable public static var CLK_SYS_SRAM4: Field { Field(0, 1) }
  }
  public enum SLEEP_EN0 {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0xffff_ffff }
    @inlinable public static var CLK_SYS_SRAM3: Field { Field(31, 1) }
    @inlinable public static var CLK_SYS_SRAM2: Field { Field(30, 1) }
    @inlinable public static var CLK_SYS_SRAM1: Field { Field(29, 1) }
    @inlinable public static var CLK_SYS_SRAM0: Field { Field(28, 1) }
    @inlinable public static var CLK_SYS_SPI1: Field { Field(27, 1) }
    @inlinable public static var CLK_PERI_SPI1: Field { Field(26, 1) }
    @inlinable public static var CLK_SYS_SPI0: Field { Field(25, 1) }
    @inlinable public static var CLK_PERI_SPI0: Field { Field(24, 1) }
    @inlinable public static var CLK_SYS_SIO: Field { Field(23, 1) }
    @inlinable public static var CLK_SYS_RTC: Field { Field(22, 1) }
    @inlinable public static var CLK_RTC_RTC: Field { Field(21, 1) }
    @inlinable public static var CLK_SYS_ROSC: Field { Field(20, 1) }
    @inlinable public static var CLK_SYS_ROM: Field { Field(19, 1) }
    @inlinable public static var CLK_SYS_RESETS: Field { Field(18, 1) }
    @inlinable public static var CLK_SYS_PWM: Field { Field(17, 1) }
    @inlinable public static var CLK_SYS_PSM: Field { Field(16, 1) }
    @inlinable public static var CLK_SYS_PLL_USB: Field { Field(15, 1) }
    @inlinable public static var CLK_SYS_PLL_SYS: Field { Field(14, 1) }
    @inlinable public static var CLK_SYS_PIO1: Field { Field(13, 1) }
    @inlinable public static var CLK_SYS_PIO0: Field { Field(12, 1) }
    @inlinable public static var CLK_SYS_PADS: Field { Field(11, 1) }
    @inlinable public static var CLK_SYS_VREG_AND_CHIP_RESET: Field { Field(10, 1) }
    @inlinable public static var CLK_SYS_JTAG: Field { Field(9, 1) }
    @inlinable public static var CLK_SYS_IO: Field { Field(8, 1) }
    @inlinable public static var CLK_SYS_I2C1: Field { Field(7, 1) }
    @inlinable public static var CLK_SYS_I2C0: Field { Field(6, 1) }
    @inlinable public static var CLK_SYS_DMA: Field { Field(5, 1) }
    @inlinable public static var CLK_SYS_BUSFABRIC: Field { Field(4, 1) }
    @inlinable public static var CLK_SYS_BUSCTRL: Field { Field(3, 1) }
    @inlinable public static var CLK_SYS_ADC: Field { Field(2, 1) }
    @inlinable public static var CLK_ADC_ADC: Field { Field(1, 1) }
    @inlinable public static var CLK_SYS_CLOCKS: Field { Field(0, 1) }
  }
  public enum SLEEP_EN1 {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_7fff }
    @inlinable public static var CLK_SYS_XOSC: Field { Field(14, 1) }
    @inlinable public static var CLK_SYS_XIP: Field { Field(13, 1) }
    @inlinable public static var CLK_SYS_WATCHDOG: Field { Field(12, 1) }
    @inlinable public static var CLK_USB_USBCTRL: Field { Field(11, 1) }
    @inlinable public static var CLK_SYS_USBCTRL: Field { Field(10, 1) }
    @inlinable public static var CLK_SYS_UART1: Field { Field(9, 1) }
    @inlinable public static var CLK_PERI_UART1: Field { Field(8, 1) }
    @inlinable public static var CLK_SYS_UART0: Field { Field(7, 1) }
    @inlinable public static var CLK_PERI_UART0: Field { Field(6, 1) }
    @inlinable public static var CLK_SYS_TIMER: Field { Field(5, 1) }
    @inlinable public static var CLK_SYS_TBMAN: Field { Field(4, 1) }
    @inlinable public static var CLK_SYS_SYSINFO: Field { Field(3, 1) }
    @inlinable public static var CLK_SYS_SYSCFG: Field { Field(2, 1) }
    @inlinable public static var CLK_SYS_SRAM5: Field { Field(1, 1) }
    @inlinable public static var CLK_SYS_SRAM4: Field { Field(0, 1) }
  }
  public enum ENABLED0 {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_SRAM3: Field { Field(31, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SRAM2: Field { Field(30, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SRAM1: Field { Field(29, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SRAM0: Field { Field(28, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SPI1: Field { Field(27, 1) }  // readOnly
    @inlinable public static var CLK_PERI_SPI1: Field { Field(26, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SPI0: Field { Field(25, 1) }  // readOnly
    @inlinable public static var CLK_PERI_SPI0: Field { Field(24, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SIO: Field { Field(23, 1) }  // readOnly
    @inlinable public static var CLK_SYS_RTC: Field { Field(22, 1) }  // readOnly
    @inlinable public static var CLK_RTC_RTC: Field { Field(21, 1) }  // readOnly
    @inlinable public static var CLK_SYS_ROSC: Field { Field(20, 1) }  // readOnly
    @inlinable public static var CLK_SYS_ROM: Field { Field(19, 1) }  // readOnly
    @inlinable public static var CLK_SYS_RESETS: Field { Field(18, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PWM: Field { Field(17, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PSM: Field { Field(16, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PLL_USB: Field { Field(15, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PLL_SYS: Field { Field(14, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PIO1: Field { Field(13, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PIO0: Field { Field(12, 1) }  // readOnly
    @inlinable public static var CLK_SYS_PADS: Field { Field(11, 1) }  // readOnly
    @inlinable public static var CLK_SYS_VREG_AND_CHIP_RESET: Field { Field(10, 1) }  // readOnly
    @inlinable public static var CLK_SYS_JTAG: Field { Field(9, 1) }  // readOnly
    @inlinable public static var CLK_SYS_IO: Field { Field(8, 1) }  // readOnly
    @inlinable public static var CLK_SYS_I2C1: Field { Field(7, 1) }  // readOnly
    @inlinable public static var CLK_SYS_I2C0: Field { Field(6, 1) }  // readOnly
    @inlinable public static var CLK_SYS_DMA: Field { Field(5, 1) }  // readOnly
    @inlinable public static var CLK_SYS_BUSFABRIC: Field { Field(4, 1) }  // readOnly
    @inlinable public static var CLK_SYS_BUSCTRL: Field { Field(3, 1) }  // readOnly
    @inlinable public static var CLK_SYS_ADC: Field { Field(2, 1) }  // readOnly
    @inlinable public static var CLK_ADC_ADC: Field { Field(1, 1) }  // readOnly
    @inlinable public static var CLK_SYS_CLOCKS: Field { Field(0, 1) }  // readOnly
  }
  public enum ENABLED1 {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_XOSC: Field { Field(14, 1) }  // readOnly
    @inlinable public static var CLK_SYS_XIP: Field { Field(13, 1) }  // readOnly
    @inlinable public static var CLK_SYS_WATCHDOG: Field { Field(12, 1) }  // readOnly
    @inlinable public static var CLK_USB_USBCTRL: Field { Field(11, 1) }  // readOnly
    @inlinable public static var CLK_SYS_USBCTRL: Field { Field(10, 1) }  // readOnly
    @inlinable public static var CLK_SYS_UART1: Field { Field(9, 1) }  // readOnly
    @inlinable public static var CLK_PERI_UART1: Field { Field(8, 1) }  // readOnly
    @inlinable public static var CLK_SYS_UART0: Field { Field(7, 1) }  // readOnly
    @inlinable public static var CLK_PERI_UART0: Field { Field(6, 1) }  // readOnly
    @inlinable public static var CLK_SYS_TIMER: Field { Field(5, 1) }  // readOnly
    @inlinable public static var CLK_SYS_TBMAN: Field { Field(4, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SYSINFO: Field { Field(3, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SYSCFG: Field { Field(2, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SRAM5: Field { Field(1, 1) }  // readOnly
    @inlinable public static var CLK_SYS_SRAM4: Field { Field(0, 1) }  // readOnly
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x0b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_RESUS: Field { Field(0, 1) }  // readOnly
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_RESUS: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x0c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_RESUS: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLK_SYS_RESUS: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [50 of Register] = [
    Register("CLK_GPOUT0_CTRL", 0x000, reset: 0x0000_0000, readable: 0x0013_1de0, writable: 0x0013_1de0, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT0_DIV", 0x004, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT0_SELECTED", 0x008, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT1_CTRL", 0x00c, reset: 0x0000_0000, readable: 0x0013_1de0, writable: 0x0013_1de0, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT1_DIV", 0x010, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT1_SELECTED", 0x014, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT2_CTRL", 0x018, reset: 0x0000_0000, readable: 0x0013_1de0, writable: 0x0013_1de0, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT2_DIV", 0x01c, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT2_SELECTED", 0x020, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT3_CTRL", 0x024, reset: 0x0000_0000, readable: 0x0013_1de0, writable: 0x0013_1de0, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT3_DIV", 0x028, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_GPOUT3_SELECTED", 0x02c, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_REF_CTRL", 0x030, reset: 0x0000_0000, readable: 0x0000_0063, writable: 0x0000_0063, oneToClear: 0x0000_0000),
    Register("CLK_REF_DIV", 0x034, reset: 0x0000_0100, readable: 0x0000_0300, writable: 0x0000_0300, oneToClear: 0x0000_0000),
    Register("CLK_REF_SELECTED", 0x038, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_SYS_CTRL", 0x03c, reset: 0x0000_0000, readable: 0x0000_00e1, writable: 0x0000_00e1, oneToClear: 0x0000_0000),
    Register("CLK_SYS_DIV", 0x040, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_SYS_SELECTED", 0x044, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_PERI_CTRL", 0x048, reset: 0x0000_0000, readable: 0x0000_0ce0, writable: 0x0000_0ce0, oneToClear: 0x0000_0000),
    Register("CLK_PERI_DIV", 0x04c, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_PERI_SELECTED", 0x050, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_USB_CTRL", 0x054, reset: 0x0000_0000, readable: 0x0013_0ce0, writable: 0x0013_0ce0, oneToClear: 0x0000_0000),
    Register("CLK_USB_DIV", 0x058, reset: 0x0000_0100, readable: 0x0000_0300, writable: 0x0000_0300, oneToClear: 0x0000_0000),
    Register("CLK_USB_SELECTED", 0x05c, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_ADC_CTRL", 0x060, reset: 0x0000_0000, readable: 0x0013_0ce0, writable: 0x0013_0ce0, oneToClear: 0x0000_0000),
    Register("CLK_ADC_DIV", 0x064, reset: 0x0000_0100, readable: 0x0000_0300, writable: 0x0000_0300, oneToClear: 0x0000_0000),
    Register("CLK_ADC_SELECTED", 0x068, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_RTC_CTRL", 0x06c, reset: 0x0000_0000, readable: 0x0013_0ce0, writable: 0x0013_0ce0, oneToClear: 0x0000_0000),
    Register("CLK_RTC_DIV", 0x070, reset: 0x0000_0100, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CLK_RTC_SELECTED", 0x074, reset: 0x0000_0001, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CLK_SYS_RESUS_CTRL", 0x078, reset: 0x0000_00ff, readable: 0x0001_11ff, writable: 0x0001_11ff, oneToClear: 0x0000_0000),
    Register("CLK_SYS_RESUS_STATUS", 0x07c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("FC0_REF_KHZ", 0x080, reset: 0x0000_0000, readable: 0x000f_ffff, writable: 0x000f_ffff, oneToClear: 0x0000_0000),
    Register("FC0_MIN_KHZ", 0x084, reset: 0x0000_0000, readable: 0x01ff_ffff, writable: 0x01ff_ffff, oneToClear: 0x0000_0000),
    Register("FC0_MAX_KHZ", 0x088, reset: 0x01ff_ffff, readable: 0x01ff_ffff, writable: 0x01ff_ffff, oneToClear: 0x0000_0000),
    Register("FC0_DELAY", 0x08c, reset: 0x0000_0001, readable: 0x0000_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("FC0_INTERVAL", 0x090, reset: 0x0000_0008, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("FC0_SRC", 0x094, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("FC0_STATUS", 0x098, reset: 0x0000_0000, readable: 0x1111_1111, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("FC0_RESULT", 0x09c, reset: 0x0000_0000, readable: 0x3fff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("WAKE_EN0", 0x0a0, reset: 0xffff_ffff, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("WAKE_EN1", 0x0a4, reset: 0x0000_7fff, readable: 0x0000_7fff, writable: 0x0000_7fff, oneToClear: 0x0000_0000),
    Register("SLEEP_EN0", 0x0a8, reset: 0xffff_ffff, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SLEEP_EN1", 0x0ac, reset: 0x0000_7fff, readable: 0x0000_7fff, writable: 0x0000_7fff, oneToClear: 0x0000_0000),
    Register("ENABLED0", 0x0b0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("ENABLED1", 0x0b4, reset: 0x0000_0000, readable: 0x0000_7fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTR", 0x0b8, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTE", 0x0bc, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTF", 0x0c0, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTS", 0x0c4, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
