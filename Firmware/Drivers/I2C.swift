import Kernel
import Port
import Registers

/// What a step of an I2C transfer came to.
public enum I2CResult: BitwiseCopyable, Sendable {
  case done
  /// Nobody acknowledged: the address, or a byte of data.
  case noDevice, refused
  /// The bus was held for too long.
  case timeout
}

/// The two I2C blocks as masters (RP2040 data sheet §4.3), polled byte by byte; and a bus made by hand on any two pins.
extension Board {
  private func base(_ n: UInt32) -> Address { n == 0 ? I2C.i2c0 : I2C.i2c1 }

  public func isOpenI2C(_ n: UInt32) -> Bool {
    let mask = n == 0 ? RESETS.RESET.I2C0.mask : RESETS.RESET.I2C1.mask
    return port.read(RESETS.base &+ RESETS.RESET.offset) & mask == 0 && port.read(base(n) &+ I2C.IC_ENABLE.offset) & 1 != 0
  }
  /// Takes the block out of reset and disables it; CON, without interrupts; the counts of SCL for about `hertz`. The nominal rate that they give.
  @discardableResult
  func prepareI2C(_ n: UInt32, _ control: UInt32, hertz: UInt32) -> UInt32 {
    let b = base(n), f = max(hertz, 1), system = systemHertz
    release(n == 0 ? RESETS.RESET.I2C0.mask : RESETS.RESET.I2C1.mask)
    port.write(b &+ I2C.IC_ENABLE.offset, 0)
    // A disabled block ends its transfer first; one that is stuck is reset.
    var tries = 0
    while port.read(b &+ I2C.IC_ENABLE_STATUS.offset) & 1 != 0 && tries < 200 { spin(microseconds: 5); tries &+= 1 }
    if tries == 200 {
      port.setBits(RESETS.base &+ RESETS.RESET.offset, n == 0 ? RESETS.RESET.I2C0.mask : RESETS.RESET.I2C1.mask)
      release(n == 0 ? RESETS.RESET.I2C0.mask : RESETS.RESET.I2C1.mask)
    }
    port.write(b &+ I2C.IC_CON.offset, I2C.IC_CON.SPEED.put(2) | control)
    port.write(b &+ I2C.IC_TX_TL.offset, 0)
    port.write(b &+ I2C.IC_RX_TL.offset, 0)
    port.write(b &+ I2C.IC_INTR_MASK.offset, 0)
    // Three fifths of a period low (I2C specification: 1.3 of 2.5 µs at least); data held for 300 ns, from 1 MHz on for 120 ns.
    let period = (system &+ f / 2) / f, low = period &* 3 / 5, high = period &- low
    port.write(b &+ I2C.IC_FS_SCL_HCNT.offset, high)
    port.write(b &+ I2C.IC_FS_SCL_LCNT.offset, low)
    port.write(b &+ I2C.IC_FS_SPKLEN.offset, low < 16 ? 1 : low / 16)
    let held = f < 1_000_000 ? UInt64(system) &* 3 / 10_000_000 : UInt64(system) &* 3 / 25_000_000
    port.write(b &+ I2C.IC_SDA_HOLD.offset, UInt32(held) &+ 1)
    return period == 0 ? 0 : system / period
  }
  /// Opens the block as a master at about `hertz`; the nominal rate that the counts give.
  @discardableResult
  public func openI2C(_ n: UInt32, hertz: UInt32) -> UInt32 {
    let rate = prepareI2C(
      n, I2C.IC_CON.MASTER_MODE.mask | I2C.IC_CON.IC_SLAVE_DISABLE.mask | I2C.IC_CON.IC_RESTART_EN.mask | I2C.IC_CON.TX_EMPTY_CTRL.mask, hertz: hertz)
    port.write(base(n) &+ I2C.IC_ENABLE.offset, 1)
    return rate
  }
  public func closeI2C(_ n: UInt32) { if isOpenI2C(n) && !isTarget(n) { port.write(base(n) &+ I2C.IC_ENABLE.offset, 0) } }

  /// Names the device for what follows. Between transfers only.
  public func targetI2C(_ n: UInt32, _ address: UInt32) {
    let b = base(n)
    if port.read(b &+ I2C.IC_TAR.offset) == address { return }
    port.write(b &+ I2C.IC_ENABLE.offset, 0)
    while port.read(b &+ I2C.IC_ENABLE_STATUS.offset) & 1 != 0 { port.relax() }
    port.write(b &+ I2C.IC_TAR.offset, address)
    port.write(b &+ I2C.IC_ENABLE.offset, 1)
  }
  /// Microseconds that a byte and its acknowledgement take on the bus.
  private func byteTimeI2C(_ n: UInt32) -> UInt32 {
    let b = base(n)
    return (port.read(b &+ I2C.IC_FS_SCL_HCNT.offset) &+ port.read(b &+ I2C.IC_FS_SCL_LCNT.offset)) &* 9 / max(systemHertz / 1_000_000, 1)
  }
  /// Begins one byte to or from the device.
  public func beginI2C(_ n: UInt32, _ byte: UInt8, read: Bool, restart: Bool, stop: Bool) {
    let b = base(n)
    if stop { _ = port.read(b &+ I2C.IC_CLR_STOP_DET.offset) }
    port.write(
      b &+ I2C.IC_DATA_CMD.offset,
      (read ? I2C.IC_DATA_CMD.CMD.mask : UInt32(byte)) | (restart ? I2C.IC_DATA_CMD.RESTART.mask : 0) | (stop ? I2C.IC_DATA_CMD.STOP.mask : 0))
  }
  /// Waits for the end of that byte, and of its STOP. `into` gets what was read; `moved` is true from then on. `sleeps`: the task sleeps most of the
  /// byte's time. nil: callbacks wait for the interpreter, which runs them and comes back (the one that the clock is held for may be among them).
  public func awaitI2C(
    _ n: UInt32, read: Bool, stop: Bool, until deadline: UInt64, sleeps: Bool = false, moved: inout Bool, into: inout UInt8
  ) -> I2CResult? {
    let b = base(n), interrupts = b &+ I2C.IC_RAW_INTR_STAT.offset
    typealias R = I2C.IC_RAW_INTR_STAT
    if sleeps && !moved {
      let time = byteTimeI2C(n)
      if time > 20 { kernel.delay(microseconds: UInt64(time &- 10)) }
    }
    while true {
      let raw = port.read(interrupts)
      if raw & R.TX_ABRT.mask != 0 { return abortedI2C(n, until: deadline) }
      if !moved {
        if !read {
          moved = raw & R.TX_EMPTY.mask != 0
        } else if port.read(b &+ I2C.IC_RXFLR.offset) != 0 {
          into = UInt8(truncatingIfNeeded: port.read(b &+ I2C.IC_DATA_CMD.offset))
          moved = true
        }
      }
      if moved && (!stop || raw & R.STOP_DET.mask != 0) { return .done }
      if kernel.now >= deadline { return stuckI2C(n) }
      if callbacksWait { return nil }
      port.relax()
    }
  }
  /// Gives up: the block ends what it is at with a STOP.
  public func abortI2C(_ n: UInt32) {
    let b = base(n)
    port.write(b &+ I2C.IC_ENABLE.offset, I2C.IC_ENABLE.ENABLE.mask | I2C.IC_ENABLE.ABORT.mask)
    _ = abortedI2C(n, until: kernel.now &+ 1000)
  }
  /// The block has given up and makes a STOP.
  private func abortedI2C(_ n: UInt32, until deadline: UInt64) -> I2CResult {
    let b = base(n), why = port.read(b &+ I2C.IC_TX_ABRT_SOURCE.offset)
    while port.read(b &+ I2C.IC_STATUS.offset) & I2C.IC_STATUS.MST_ACTIVITY.mask != 0 && kernel.now < deadline { port.relax() }
    _ = port.read(b &+ I2C.IC_CLR_TX_ABRT.offset)
    _ = port.read(b &+ I2C.IC_CLR_STOP_DET.offset)
    return why & I2C.IC_TX_ABRT_SOURCE.ABRT_TXDATA_NOACK.mask != 0 ? .refused : .noDevice
  }
  private func stuckI2C(_ n: UInt32) -> I2CResult {
    // Nothing but its reset frees a block that waits for the bus; its settings are kept.
    let b = base(n), mask = n == 0 ? RESETS.RESET.I2C0.mask : RESETS.RESET.I2C1.mask
    let high = port.read(b &+ I2C.IC_FS_SCL_HCNT.offset), low = port.read(b &+ I2C.IC_FS_SCL_LCNT.offset)
    port.setBits(RESETS.base &+ RESETS.RESET.offset, mask)
    release(mask)
    openI2C(n, hertz: systemHertz / max(high &+ low, 1))
    return .timeout
  }

  // MARK: by hand

  /// Lets an open-drain line go, or pulls it down.
  public func line(_ pin: UInt32, _ high: Bool) { setOutput(pin, !high) }
  /// Both pins as open-drain lines of SIO.
  public func openSoftI2C(scl: UInt32, sda: UInt32) {
    openLine(scl)
    openLine(sda)
  }
  /// A pin as an open-drain line of SIO: low while it is an output.
  func openLine(_ pin: UInt32) {
    setOutput(pin, false)
    setLevel(pin, false)
    setPulls(pin, up: true, down: false)
    setFunction(pin, PinFunction.sio)
  }
}
