// RP2040 data sheet: register map of RESETS. Offsets and fields from the chip description, declared once for firmware and model.

public enum RESETS {
  /// Bus address of RESETS.
  @inlinable public static var base: UInt32 { 0x4000_c000 }

  public enum RESET {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x01ff_ffff }
    @inlinable public static var USBCTRL: Field { Field(24, 1) }
    @inlinable public static var UART1: Field { Field(23, 1) }
    @inlinable public static var UART0: Field { Field(22, 1) }
    @inlinable public static var TIMER: Field { Field(21, 1) }
    @inlinable public static var TBMAN: Field { Field(20, 1) }
    @inlinable public static var SYSINFO: Field { Field(19, 1) }
    @inlinable public static var SYSCFG: Field { Field(18, 1) }
    @inlinable public static var SPI1: Field { Field(17, 1) }
    @inlinable public static var SPI0: Field { Field(16, 1) }
    @inlinable public static var RTC: Field { Field(15, 1) }
    @inlinable public static var PWM: Field { Field(14, 1) }
    @inlinable public static var PLL_USB: Field { Field(13, 1) }
    @inlinable public static var PLL_SYS: Field { Field(12, 1) }
    @inlinable public static var PIO1: Field { Field(11, 1) }
    @inlinable public static var PIO0: Field { Field(10, 1) }
    @inlinable public static var PADS_QSPI: Field { Field(9, 1) }
    @inlinable public static var PADS_BANK0: Field { Field(8, 1) }
    @inlinable public static var JTAG: Field { Field(7, 1) }
    @inlinable public static var IO_QSPI: Field { Field(6, 1) }
    @inlinable public static var IO_BANK0: Field { Field(5, 1) }
    @inlinable public static var I2C1: Field { Field(4, 1) }
    @inlinable public static var I2C0: Field { Field(3, 1) }
    @inlinable public static var DMA: Field { Field(2, 1) }
    @inlinable public static var BUSCTRL: Field { Field(1, 1) }
    @inlinable public static var ADC: Field { Field(0, 1) }
  }
  public enum WDSEL {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var USBCTRL: Field { Field(24, 1) }
    @inlinable public static var UART1: Field { Field(23, 1) }
    @inlinable public static var UART0: Field { Field(22, 1) }
    @inlinable public static var TIMER: Field { Field(21, 1) }
    @inlinable public static var TBMAN: Field { Field(20, 1) }
    @inlinable public static var SYSINFO: Field { Field(19, 1) }
    @inlinable public static var SYSCFG: Field { Field(18, 1) }
    @inlinable public static var SPI1: Field { Field(17, 1) }
    @inlinable public static var SPI0: Field { Field(16, 1) }
    @inlinable public static var RTC: Field { Field(15, 1) }
    @inlinable public static var PWM: Field { Field(14, 1) }
    @inlinable public static var PLL_USB: Field { Field(13, 1) }
    @inlinable public static var PLL_SYS: Field { Field(12, 1) }
    @inlinable public static var PIO1: Field { Field(11, 1) }
    @inlinable public static var PIO0: Field { Field(10, 1) }
    @inlinable public static var PADS_QSPI: Field { Field(9, 1) }
    @inlinable public static var PADS_BANK0: Field { Field(8, 1) }
    @inlinable public static var JTAG: Field { Field(7, 1) }
    @inlinable public static var IO_QSPI: Field { Field(6, 1) }
    @inlinable public static var IO_BANK0: Field { Field(5, 1) }
    @inlinable public static var I2C1: Field { Field(4, 1) }
    @inlinable public static var I2C0: Field { Field(3, 1) }
    @inlinable public static var DMA: Field { Field(2, 1) }
    @inlinable public static var BUSCTRL: Field { Field(1, 1) }
    @inlinable public static var ADC: Field { Field(0, 1) }
  }
  public enum RESET_DONE {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var USBCTRL: Field { Field(24, 1) }  // readOnly
    @inlinable public static var UART1: Field { Field(23, 1) }  // readOnly
    @inlinable public static var UART0: Field { Field(22, 1) }  // readOnly
    @inlinable public static var TIMER: Field { Field(21, 1) }  // readOnly
    @inlinable public static var TBMAN: Field { Field(20, 1) }  // readOnly
    @inlinable public static var SYSINFO: Field { Field(19, 1) }  // readOnly
    @inlinable public static var SYSCFG: Field { Field(18, 1) }  // readOnly
    @inlinable public static var SPI1: Field { Field(17, 1) }  // readOnly
    @inlinable public static var SPI0: Field { Field(16, 1) }  // readOnly
    @inlinable public static var RTC: Field { Field(15, 1) }  // readOnly
    @inlinable public static var PWM: Field { Field(14, 1) }  // readOnly
    @inlinable public static var PLL_USB: Field { Field(13, 1) }  // readOnly
    @inlinable public static var PLL_SYS: Field { Field(12, 1) }  // readOnly
    @inlinable public static var PIO1: Field { Field(11, 1) }  // readOnly
    @inlinable public static var PIO0: Field { Field(10, 1) }  // readOnly
    @inlinable public static var PADS_QSPI: Field { Field(9, 1) }  // readOnly
    @inlinable public static var PADS_BANK0: Field { Field(8, 1) }  // readOnly
    @inlinable public static var JTAG: Field { Field(7, 1) }  // readOnly
    @inlinable public static var IO_QSPI: Field { Field(6, 1) }  // readOnly
    @inlinable public static var IO_BANK0: Field { Field(5, 1) }  // readOnly
    @inlinable public static var I2C1: Field { Field(4, 1) }  // readOnly
    @inlinable public static var I2C0: Field { Field(3, 1) }  // readOnly
    @inlinable public static var DMA: Field { Field(2, 1) }  // readOnly
    @inlinable public static var BUSCTRL: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ADC: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [3 of Register] = [
    Register("RESET", 0x000, reset: 0x01ff_ffff, readable: 0x01ff_ffff, writable: 0x01ff_ffff, oneToClear: 0x0000_0000),
    Register("WDSEL", 0x004, reset: 0x0000_0000, readable: 0x01ff_ffff, writable: 0x01ff_ffff, oneToClear: 0x0000_0000),
    Register("RESET_DONE", 0x008, reset: 0x0000_0000, readable: 0x01ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
