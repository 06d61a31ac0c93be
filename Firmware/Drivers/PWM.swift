import Port
import Registers

/// What a PWM output was asked for.
public enum PWMDuty: BitwiseCopyable, Equatable, Sendable {
  case none
  /// 0 (never high) to 65535 (always high).
  case ratio(UInt32)
  case nanoseconds(UInt32)
}

/// PWM outputs (RP2040 data sheet §4.5): eight slices of two channels. Pin p is channel p % 2 of slice p / 2 % 8.
///
/// Frequency and duty are remembered per slice and channel and set again when clk_sys changes, so an output keeps both.
extension Board {
  /// The greatest TOP used: one less than the counter allows, so that a duty of 65535 can be always high.
  private var mostTop: UInt32 { 65534 }
  private func slice(_ pin: UInt32) -> UInt32 { pin / 2 % 8 }
  private func registers(_ slice: UInt32) -> Address { PWM.base &+ slice &* (PWM.CH1_CSR.offset &- PWM.CH0_CSR.offset) }
  private func channelRecord(_ pin: UInt32) -> UInt32 { BoardRecord.pwmPin(slice(pin) &* 2 &+ pin % 2) }

  public func startPWM() { release(RESETS.RESET.PWM.mask) }

  /// Divider in 16ths and TOP for a frequency in hertz; nil if it is out of range (the divider is 1 to 255 15/16).
  public func pwmSetting(_ hertz: UInt32) -> (divider: UInt32, top: UInt32, tooHigh: Bool)? {
    if hertz == 0 { return nil }
    let f = UInt64(systemHertz), h = UInt64(hertz)
    var divider: UInt64 = 16, top: UInt64
    if (f + h / 2) / h < UInt64(mostTop) {
      if (f + h / 2) / h == 0 { return (0, 0, true) }
      top = (f + h / 2) / h - 1
    } else {
      // The smallest divider that lets TOP fit gives the finest duty.
      let d = UInt64(mostTop) * h
      divider = (16 * f + d - 1) / d
      top = (16 * f + divider * h / 2) / (divider * h) - 1
    }
    if divider >= 256 * 16 { return nil }
    return (UInt32(divider), UInt32(top), false)
  }

  /// Sets the frequency of a pin's slice. False: out of range; nothing is changed.
  public func setPWM(_ pin: UInt32, hertz: UInt32) -> Bool {
    guard let s = pwmSetting(hertz), !s.tooHigh else { return false }
    let r = registers(slice(pin))
    port.write(r &+ PWM.CH0_DIV.offset, s.divider)
    port.write(r &+ PWM.CH0_TOP.offset, s.top)
    self[BoardRecord.pwmSlice(slice(pin))] = hertz
    applyDuty(pin & ~1)
    applyDuty(pin | 1)
    return true
  }
  /// The frequency the slice really has, rounded; 0 if none was set.
  public func pwmHertz(_ pin: UInt32) -> UInt32 {
    if self[BoardRecord.pwmSlice(slice(pin))] == 0 { return 0 }
    let r = registers(slice(pin)), d = UInt64(port.read(r &+ PWM.CH0_DIV.offset)) * UInt64(port.read(r &+ PWM.CH0_TOP.offset) &+ 1)
    return d == 0 ? 0 : UInt32((16 * UInt64(systemHertz) + d / 2) / d)
  }

  /// Remembers a pin's duty and polarity and sets it; the slice runs once it has a frequency.
  public func setPWM(_ pin: UInt32, _ duty: PWMDuty, invert: Bool) {
    var word: UInt32 = invert ? 1 << 28 : 0
    switch duty {
    case .none: break
    case .ratio(let n): word |= 1 << 30 | min(n, 65535)
    case .nanoseconds(let n): word |= 2 << 30 | min(n, 0xfff_ffff)
    }
    self[channelRecord(pin)] = word
    applyDuty(pin)
  }
  public func pwmDuty(_ pin: UInt32) -> (duty: PWMDuty, invert: Bool) {
    let w = self[channelRecord(pin)]
    let d: PWMDuty = w >> 30 == 1 ? .ratio(w & 0xffff) : w >> 30 == 2 ? .nanoseconds(w & 0xfff_ffff) : .none
    return (d, w & 1 << 28 != 0)
  }
  /// The compare value a pin really has, with TOP + 1: high for the first counts of every period.
  public func pwmLevel(_ pin: UInt32) -> (level: UInt32, period: UInt32) {
    let r = registers(slice(pin)), cc = port.read(r &+ PWM.CH0_CC.offset)
    return (pin % 2 == 0 ? cc & 0xffff : cc >> 16, port.read(r &+ PWM.CH0_TOP.offset) &+ 1)
  }
  /// Counts of the slice in a second, rounded.
  public func pwmCountHertz(_ pin: UInt32) -> UInt32 {
    let d = UInt64(port.read(registers(slice(pin)) &+ PWM.CH0_DIV.offset))
    return d == 0 ? 0 : UInt32((16 * UInt64(systemHertz) + d / 2) / d)
  }
  /// Stops a pin's slice, as MicroPython's `PWM.deinit` does.
  public func stopPWM(_ pin: UInt32) { port.clearBits(registers(slice(pin)) &+ PWM.CH0_CSR.offset, PWM.CH0_CSR.EN.mask) }
  /// Stops every slice and forgets what was asked for.
  public func resetPWM() {
    var s: UInt32 = 0
    while s < 8 {
      stopPWM(s &* 2)
      self[BoardRecord.pwmSlice(s)] = 0
      self[BoardRecord.pwmPin(s &* 2)] = 0
      self[BoardRecord.pwmPin(s &* 2 &+ 1)] = 0
      s &+= 1
    }
  }

  private func applyDuty(_ pin: UInt32) {
    let w = self[channelRecord(pin)], r = registers(slice(pin))
    if w >> 30 == 0 { return }
    let period = UInt64(port.read(r &+ PWM.CH0_TOP.offset)) + 1
    var level: UInt64
    if w >> 30 == 1 {
      level = (UInt64(w & 0xffff) * period + 65535 / 2) / 65535
    } else {
      level = (UInt64(w & 0xfff_ffff) * UInt64(pwmCountHertz(pin)) + 500_000_000) / 1_000_000_000
    }
    level = min(level, period)
    let shift: UInt32 = pin % 2 == 0 ? 0 : 16
    // The other channel's half is another task's: change this half only.
    let mask = port.lockShared()
    let cc = r &+ PWM.CH0_CC.offset
    port.write(cc, port.read(cc) & ~(0xffff << shift) | UInt32(level) << shift)
    let inversion = shift == 0 ? PWM.CH0_CSR.A_INV.mask : PWM.CH0_CSR.B_INV.mask
    if w & 1 << 28 != 0 { port.setBits(r &+ PWM.CH0_CSR.offset, inversion) } else { port.clearBits(r &+ PWM.CH0_CSR.offset, inversion) }
    port.unlockShared(mask)
    if self[BoardRecord.pwmSlice(slice(pin))] != 0 { port.setBits(r &+ PWM.CH0_CSR.offset, PWM.CH0_CSR.EN.mask) }
  }

  func retunePWM() {
    var s: UInt32 = 0
    while s < 8 {
      let hertz = self[BoardRecord.pwmSlice(s)]
      if hertz != 0 { _ = setPWM(s &* 2, hertz: hertz) }
      s &+= 1
    }
  }
}
