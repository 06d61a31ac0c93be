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
  /// Opens the block as a master at about `hertz`; the nominal rate that the counts give.
  @discardableResult
  public func openI2C(_ n: UInt32, hertz: UInt32) -> UInt32 {
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
    port.write(
      b &+ I2C.IC_CON.offset,
      I2C.IC_CON.SPEED.put(2) | I2C.IC_CON.MASTER_MODE.mask | I2C.IC_CON.IC_SLAVE_DISABLE.mask | I2C.IC_CON.IC_RESTART_EN.mask
        | I2C.IC_CON.TX_EMPTY_CTRL.mask)
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
    port.write(b &+ I2C.IC_ENABLE.offset, 1)
    return period == 0 ? 0 : system / period
  }
  public func closeI2C(_ n: UInt32) { if isOpenI2C(n) { port.write(base(n) &+ I2C.IC_ENABLE.offset, 0) } }

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
  /// One byte to or from the device. `into` gets what was read. `sleeps`: the task sleeps most of the byte's time.
  public func moveI2C(
    _ n: UInt32, _ byte: UInt8, read: Bool, restart: Bool, stop: Bool, until deadline: UInt64, sleeps: Bool = false, into: inout UInt8
  ) -> I2CResult {
    let b = base(n), interrupts = b &+ I2C.IC_RAW_INTR_STAT.offset
    typealias R = I2C.IC_RAW_INTR_STAT
    if stop { _ = port.read(b &+ I2C.IC_CLR_STOP_DET.offset) }
    port.write(
      b &+ I2C.IC_DATA_CMD.offset,
      (read ? I2C.IC_DATA_CMD.CMD.mask : UInt32(byte)) | (restart ? I2C.IC_DATA_CMD.RESTART.mask : 0) | (stop ? I2C.IC_DATA_CMD.STOP.mask : 0))
    if sleeps {
      let time = byteTimeI2C(n)
      if time > 20 { kernel.delay(microseconds: UInt64(time &- 10)) }
    }
    while true {
      let raw = port.read(interrupts)
      if raw & R.TX_ABRT.mask != 0 { return abortedI2C(n, until: deadline) }
      if read {
        if port.read(b &+ I2C.IC_RXFLR.offset) != 0 { break }
      } else if raw & R.TX_EMPTY.mask != 0 {
        break
      }
      if kernel.now >= deadline { return stuckI2C(n) }
      port.relax()
    }
    if read { into = UInt8(truncatingIfNeeded: port.read(b &+ I2C.IC_DATA_CMD.offset)) }
    if stop {
      while true {
        let raw = port.read(interrupts)
        if raw & R.TX_ABRT.mask != 0 { return abortedI2C(n, until: deadline) }
        if raw & R.STOP_DET.mask != 0 { break }
        if kernel.now >= deadline { return stuckI2C(n) }
        port.relax()
      }
    }
    return .done
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
  private func line(_ pin: UInt32, _ high: Bool) { setOutput(pin, !high) }
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
  /// SCL goes up; false if somebody holds it for longer than `timeout` microseconds.
  private func riseSoftI2C(_ scl: UInt32, _ delay: UInt32, _ timeout: UInt32) -> Bool {
    line(scl, true)
    spin(microseconds: delay)
    let end = kernel.now &+ UInt64(timeout)
    while !level(scl) {
      if kernel.now >= end { return false }
      port.relax()
    }
    return true
  }
  /// START or repeated START.
  public func startSoftI2C(scl: UInt32, sda: UInt32, delay: UInt32, timeout: UInt32) -> Bool {
    line(sda, true)
    spin(microseconds: delay)
    if !riseSoftI2C(scl, delay, timeout) { return false }
    line(sda, false)
    spin(microseconds: delay)
    line(scl, false)
    return true
  }
  public func stopSoftI2C(scl: UInt32, sda: UInt32, delay: UInt32, timeout: UInt32) -> Bool {
    spin(microseconds: delay)
    line(sda, false)
    spin(microseconds: delay)
    let up = riseSoftI2C(scl, delay, timeout)
    line(sda, true)
    spin(microseconds: delay)
    return up
  }
  /// A byte out; `.refused` if it was not acknowledged.
  public func writeSoftI2C(_ byte: UInt8, scl: UInt32, sda: UInt32, delay: UInt32, timeout: UInt32) -> I2CResult {
    var i: UInt8 = 8
    while i > 0 {
      i &-= 1
      line(sda, byte >> i & 1 != 0)
      spin(microseconds: delay)
      if !riseSoftI2C(scl, delay, timeout) { line(sda, true); return .timeout }
      line(scl, false)
    }
    line(sda, true)
    spin(microseconds: delay)
    if !riseSoftI2C(scl, delay, timeout) { return .timeout }
    let ack = !level(sda)
    spin(microseconds: delay)
    line(scl, false)
    return ack ? .done : .refused
  }
  public func readSoftI2C(scl: UInt32, sda: UInt32, delay: UInt32, timeout: UInt32, acknowledge: Bool, into: inout UInt8) -> I2CResult {
    line(sda, true)
    var i = 0
    while i < 8 {
      spin(microseconds: delay)
      if !riseSoftI2C(scl, delay, timeout) { return .timeout }
      into = into << 1 | (level(sda) ? 1 : 0)
      line(scl, false)
      i &+= 1
    }
    line(sda, !acknowledge)
    spin(microseconds: delay)
    if !riseSoftI2C(scl, delay, timeout) { return .timeout }
    spin(microseconds: delay)
    line(scl, false)
    line(sda, true)
    return .done
  }
}
