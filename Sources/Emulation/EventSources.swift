/// The slots of the event queue. Within a cycle the lower number goes first, so host input is seen before anything it could race with.
extension EventSource {
  public static let hostInput = EventSource(0)
  public static let clocks = EventSource(1)
  public static let xosc = EventSource(2)
  public static let rosc = EventSource(3)
  public static let pllSys = EventSource(4)
  public static let pllUSB = EventSource(5)
  public static let watchdog = EventSource(6)
  public static let timer = EventSource(7)
  public static let sysTick0 = EventSource(8)
  public static let sysTick1 = EventSource(9)
  public static let resus = EventSource(10)
  public static let frequencyCounter = EventSource(11)
  public static let gpout0 = EventSource(12)
  public static let gpout1 = EventSource(13)
  public static let gpout2 = EventSource(14)
  public static let gpout3 = EventSource(15)

  public static let sio = EventSource(16)
  public static let ioBank0 = EventSource(17)
  public static let ioQSPI = EventSource(18)
  public static let uart0 = EventSource(20)
  public static let uart1 = EventSource(21)
  /// `pwm(n)`: slice n, 0...7.
  public static func pwm(_ slice: UInt32) -> EventSource { EventSource(UInt8(24 + (slice & 7))) }
  /// `dma`, `pio0`, … of blocks to come keep 32...47.
  public static let dma = EventSource(32)
  public static let pio0 = EventSource(33)
  public static let pio1 = EventSource(34)
  public static let spi0 = EventSource(35)
  public static let spi1 = EventSource(36)
  public static let i2c0 = EventSource(37)
  public static let i2c1 = EventSource(38)
  public static let adc = EventSource(39)
  public static let rtc = EventSource(40)
  public static let usb = EventSource(41)
  public static let ssi = EventSource(42)
  /// The end of what the flash does inside; the next word of XIP's stream.
  public static let flash = EventSource(43)
  public static let xipStream = EventSource(44)

  public static let hostLink = EventSource(48)
  /// Parts wired to the board: they keep one slot and their own minimum.
  public static let circuit = EventSource(49)
  /// The board's own use (traces, scenarios).
  public static let board = EventSource(50)
  /// The host's end of the USB cable.
  public static let usbHost = EventSource(51)
  /// Free for tests.
  public static let test = EventSource(63)
}
