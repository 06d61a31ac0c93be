import Port
import Registers

/// Functions of a pin (RP2040 data sheet §2.19.2).
public enum PinFunction {
  @inlinable public static var spi: UInt32 { 1 }
  @inlinable public static var uart: UInt32 { 2 }
  @inlinable public static var i2c: UInt32 { 3 }
  @inlinable public static var pwm: UInt32 { 4 }
  @inlinable public static var sio: UInt32 { 5 }
  @inlinable public static var pio0: UInt32 { 6 }
  @inlinable public static var pio1: UInt32 { 7 }
  @inlinable public static var clock: UInt32 { 8 }
  @inlinable public static var usb: UInt32 { 9 }
  @inlinable public static var none: UInt32 { 31 }
}

/// GPIO 0 to 29: functions, pads, levels, interrupts.
extension Board {
  public static var pinCount: UInt32 { 30 }
  private func pad(_ pin: UInt32) -> Address { PADS_BANK0.base &+ PADS_BANK0.GPIO0.offset &+ pin &* 4 }
  private func control(_ pin: UInt32) -> Address { IO_BANK0.base &+ IO_BANK0.GPIO0_CTRL.offset &+ pin &* 8 }

  public func startGPIO() { enableInterrupt(IRQ.IO_IRQ_BANK0) }

  /// Connects a pin to a function, with its input on and its output driver enabled; overrides are cleared.
  public func setFunction(_ pin: UInt32, _ function: UInt32) {
    port.setBits(pad(pin), PADS_BANK0.GPIO0.IE.mask)
    port.clearBits(pad(pin), PADS_BANK0.GPIO0.OD.mask)
    port.write(control(pin), function)
  }
  public func function(_ pin: UInt32) -> UInt32 { port.read(control(pin)) & 31 }
  public func setPulls(_ pin: UInt32, up: Bool, down: Bool) {
    port.setBits(pad(pin), (up ? PADS_BANK0.GPIO0.PUE.mask : 0) | (down ? PADS_BANK0.GPIO0.PDE.mask : 0))
    port.clearBits(pad(pin), (up ? 0 : PADS_BANK0.GPIO0.PUE.mask) | (down ? 0 : PADS_BANK0.GPIO0.PDE.mask))
  }
  /// Bit 0 pull-up, bit 1 pull-down.
  public func pulls(_ pin: UInt32) -> UInt32 {
    let p = port.read(pad(pin))
    return PADS_BANK0.GPIO0.PUE.of(p) | PADS_BANK0.GPIO0.PDE.of(p) << 1
  }
  /// Output inversion of a pin (GPIO_CTRL.OUTOVER).
  public func setInverted(_ pin: UInt32, _ on: Bool) {
    let f = IO_BANK0.GPIO0_CTRL.OUTOVER
    if on { port.setBits(control(pin), f.put(1)) } else { port.clearBits(control(pin), f.mask) }
  }
  /// Input inversion (GPIO_CTRL.INOVER).
  public func setInputInverted(_ pin: UInt32, _ on: Bool) {
    let f = IO_BANK0.GPIO0_CTRL.INOVER
    if on { port.setBits(control(pin), f.put(1)) } else { port.clearBits(control(pin), f.mask) }
  }

  @inline(__always) public func setLevel(_ pin: UInt32, _ high: Bool) {
    port.write(SIO.base &+ (high ? SIO.GPIO_OUT_SET.offset : SIO.GPIO_OUT_CLR.offset), 1 << pin)
  }
  @inline(__always) public func toggle(_ pin: UInt32) { port.write(SIO.base &+ SIO.GPIO_OUT_XOR.offset, 1 << pin) }
  @inline(__always) public func level(_ pin: UInt32) -> Bool { port.read(SIO.base &+ SIO.GPIO_IN.offset) & (1 << pin) != 0 }
  public func setOutput(_ pin: UInt32, _ on: Bool) { port.write(SIO.base &+ (on ? SIO.GPIO_OE_SET.offset : SIO.GPIO_OE_CLR.offset), 1 << pin) }
  public func isOutput(_ pin: UInt32) -> Bool { port.read(SIO.base &+ SIO.GPIO_OE.offset) & (1 << pin) != 0 }
  public func outputLevel(_ pin: UInt32) -> Bool { port.read(SIO.base &+ SIO.GPIO_OUT.offset) & (1 << pin) != 0 }

  // MARK: interrupts

  private func enables(_ pin: UInt32) -> Address { IO_BANK0.base &+ IO_BANK0.PROC0_INTE0.offset &+ pin / 8 &* 4 }

  /// Calls back on `events` of a pin (bit 0 low level, 1 high level, 2 falling, 3 rising edge); nil turns its interrupt off.
  public func listen(_ pin: UInt32, events: UInt32, _ callback: Callback?) {
    let shift = pin % 8 &* 4, m = memory, record = address &+ BoardRecord.pin(pin), mask = port.lockShared()
    defer { port.unlockShared(mask) }
    port.clearBits(enables(pin), 15 << shift)
    m[record] = callback?.function ?? 0
    m[record &+ 4] = callback?.argument ?? 0
    m[record &+ 8] = (callback?.hard ?? false) ? 0x100 : 0
    guard callback != nil, events & 15 != 0 else { return }
    // Edges from before do not count.
    port.write(IO_BANK0.base &+ IO_BANK0.INTR0.offset &+ pin / 8 &* 4, 12 << shift)
    port.setBits(enables(pin), (events & 15) << shift)
  }
  /// Changes the events a pin listens for.
  public func setEvents(_ pin: UInt32, _ events: UInt32) {
    let shift = pin % 8 &* 4
    port.clearBits(enables(pin), (~events & 15) << shift)
    port.setBits(enables(pin), (events & 15) << shift)
  }
  /// The events a pin's interrupt is enabled for; the ones of its last interrupt.
  public func listening(_ pin: UInt32) -> UInt32 { port.read(enables(pin)) >> (pin % 8 &* 4) & 15 }
  public func lastEvents(_ pin: UInt32) -> UInt32 { memory[address &+ BoardRecord.pin(pin) &+ 8] & 15 }
  /// Handles of the function and argument of a pin's interrupt, for who owns them.
  public func pinHandles(_ pin: UInt32) -> (function: UInt32, argument: UInt32) {
    (memory[address &+ BoardRecord.pin(pin)], memory[address &+ BoardRecord.pin(pin) &+ 4])
  }

  func gpioInterrupt() {
    var word: UInt32 = 0
    while word < 4 {
      var bits = port.read(IO_BANK0.base &+ IO_BANK0.PROC0_INTS0.offset &+ word &* 4)
      // Acknowledge edges; levels stay.
      if bits != 0 { port.write(IO_BANK0.base &+ IO_BANK0.INTR0.offset &+ word &* 4, bits) }
      var pin = word &* 8
      while bits != 0 {
        let events = bits & 15
        if events != 0 { gpioEvent(pin, events) }
        bits >>= 4
        pin &+= 1
      }
      word &+= 1
    }
  }
  private func gpioEvent(_ pin: UInt32, _ events: UInt32) {
    let m = memory, record = address &+ BoardRecord.pin(pin)
    if m[record] == Board.pinQueue { return queuePinEvents(m[record &+ 4], events) }
    m[record &+ 8] = m[record &+ 8] & ~15 | events
    // A level would interrupt again at once: off until the handler has run (`rearm`).
    if events & 3 != 0 { port.clearBits(enables(pin), (events & 3) << (pin % 8 &* 4)) }
    schedule(Callback(function: m[record], argument: m[record &+ 4], hard: m[record &+ 8] & 0x100 != 0, pin: pin))
    m[record &+ 8] |= (events & 3) << 4
  }
  /// After a pin's callback: level interrupts that waited for it are on again.
  public func rearm(_ pin: UInt32) {
    let record = address &+ BoardRecord.pin(pin), m = memory, mask = port.lockShared()
    let levels = m[record &+ 8] >> 4 & 3
    if levels != 0 {
      m[record &+ 8] &= ~0x30
      port.setBits(enables(pin), levels << (pin % 8 &* 4))
    }
    port.unlockShared(mask)
  }
}
