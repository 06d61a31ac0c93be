/// Interrupt numbers of the two NVICs (RP2040 data sheet §2.3.2).
public enum IRQ {
  @inlinable public static var TIMER_IRQ_0: UInt32 { 0 }
  @inlinable public static var TIMER_IRQ_1: UInt32 { 1 }
  @inlinable public static var TIMER_IRQ_2: UInt32 { 2 }
  @inlinable public static var TIMER_IRQ_3: UInt32 { 3 }
  @inlinable public static var PWM_IRQ_WRAP: UInt32 { 4 }
  @inlinable public static var USBCTRL_IRQ: UInt32 { 5 }
  @inlinable public static var XIP_IRQ: UInt32 { 6 }
  @inlinable public static var PIO0_IRQ_0: UInt32 { 7 }
  @inlinable public static var PIO0_IRQ_1: UInt32 { 8 }
  @inlinable public static var PIO1_IRQ_0: UInt32 { 9 }
  @inlinable public static var PIO1_IRQ_1: UInt32 { 10 }
  @inlinable public static var DMA_IRQ_0: UInt32 { 11 }
  @inlinable public static var DMA_IRQ_1: UInt32 { 12 }
  @inlinable public static var IO_IRQ_BANK0: UInt32 { 13 }
  @inlinable public static var IO_IRQ_QSPI: UInt32 { 14 }
  @inlinable public static var SIO_IRQ_PROC0: UInt32 { 15 }
  @inlinable public static var SIO_IRQ_PROC1: UInt32 { 16 }
  @inlinable public static var CLOCKS_IRQ: UInt32 { 17 }
  @inlinable public static var SPI0_IRQ: UInt32 { 18 }
  @inlinable public static var SPI1_IRQ: UInt32 { 19 }
  @inlinable public static var UART0_IRQ: UInt32 { 20 }
  @inlinable public static var UART1_IRQ: UInt32 { 21 }
  @inlinable public static var ADC_IRQ_FIFO: UInt32 { 22 }
  @inlinable public static var I2C0_IRQ: UInt32 { 23 }
  @inlinable public static var I2C1_IRQ: UInt32 { 24 }
  @inlinable public static var RTC_IRQ: UInt32 { 25 }
  @inlinable public static var SPARE_IRQ_0: UInt32 { 26 }
  @inlinable public static var SPARE_IRQ_1: UInt32 { 27 }
  @inlinable public static var SPARE_IRQ_2: UInt32 { 28 }
  @inlinable public static var SPARE_IRQ_3: UInt32 { 29 }
  @inlinable public static var SPARE_IRQ_4: UInt32 { 30 }
  @inlinable public static var SPARE_IRQ_5: UInt32 { 31 }
}
