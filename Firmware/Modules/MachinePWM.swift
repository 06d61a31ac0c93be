import Drivers
import Port
import Python

//@type PWM module=machine
//@qstr freq duty_u16 duty_ns invert

/// PWM: field 0 the pin's number. What the output does is in the driver.
extension VM {
  /// Applies `freq, *, duty_u16, duty_ns, invert` behind the object itself.
  mutating func configurePWM(_ pin: UInt32, _ a: Args) throws(Raise) {
    let b = try bind(a, from: 1, positional: 1, [Q.freq, Q.duty_u16, Q.duty_ns, Q.invert])
    if b[0].address != 0 { try setPWMFrequency(pin, try toInt64(b[0])) }
    var (duty, invert) = board().pwmDuty(pin)
    if b[1].address != 0 { duty = .ratio(ratio(try toInt64(b[1]))) }
    if b[2].address != 0 { duty = .nanoseconds(nanoseconds(try toInt64(b[2]))) }
    if b[3].address != 0 { invert = try toInt32(b[3]) != 0 }
    board().setPWM(pin, duty, invert: invert)
  }
  borrowing func ratio(_ n: Int64) -> UInt32 { UInt32(min(max(n, 0), 65535)) }
  borrowing func nanoseconds(_ n: Int64) -> UInt32 { UInt32(min(max(n, 0), 0xfff_ffff)) }
  mutating func setPWMFrequency(_ pin: UInt32, _ hertz: Int64) throws(Raise) {
    if hertz > 0 && hertz <= 0xffff_ffff {
      if let s = board().pwmSetting(UInt32(hertz)), !s.tooHigh {
        _ = board().setPWM(pin, hertz: UInt32(hertz))
        return
      }
      if hertz > 1000 { throw raise(.ValueError, "freq too large") }
    } else if hertz > 0 {
      throw raise(.ValueError, "freq too large")
    }
    throw raise(.ValueError, "freq too small")
  }
}

//@native PWM.__new__ 2 - kw
func pwmNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[1])
  let o = vm.slot()
  try vm.newObject(ModuleType.PWM, fields: 1, o)
  vm.setField(o, 0, Int32(pin))
  vm.board().setPWM(pin, .none, invert: false)
  try vm.configurePWM(pin, Args(a[1], a.count &- 1, pairs: a.pairs))
  vm.board().setFunction(pin, PinFunction.pwm)
  vm.copy(out, o)
}
//@native PWM.init 1 2 kw
func pwmInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.configurePWM(UInt32(vm.field(a[0], 0)), a)
  vm.set(out, .none)
}
//@native PWM.deinit 1 1
func pwmDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().stopPWM(UInt32(vm.field(a[0], 0)))
  vm.set(out, .none)
}
//@native PWM.freq 1 2
func pwmFreq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  if a.count == 1 { return try vm.newInt(Int64(vm.board().pwmHertz(pin)), out) }
  try vm.setPWMFrequency(pin, try vm.toInt64(a[1]))
  vm.set(out, .none)
}
//@native PWM.duty_u16 1 2
func pwmDutyU16(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0)), board = vm.board()
  if a.count == 2 {
    board.setPWM(pin, .ratio(vm.ratio(try vm.toInt64(a[1]))), invert: board.pwmDuty(pin).invert)
    vm.set(out, .none)
    return
  }
  let l = board.pwmLevel(pin)
  let set = board.pwmDuty(pin).duty != .none && board.pwmHertz(pin) != 0
  vm.set(out, Value(int: set ? Int32((UInt64(l.level) * 65535 + UInt64(l.period) / 2) / UInt64(l.period)) : 0))
}
//@native PWM.duty_ns 1 2
func pwmDutyNs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0)), board = vm.board()
  if a.count == 2 {
    board.setPWM(pin, .nanoseconds(vm.nanoseconds(try vm.toInt64(a[1]))), invert: board.pwmDuty(pin).invert)
    vm.set(out, .none)
    return
  }
  let hertz = UInt64(board.pwmCountHertz(pin))
  let set = board.pwmDuty(pin).duty != .none && board.pwmHertz(pin) != 0 && hertz != 0
  try vm.newInt(set ? Int64((UInt64(board.pwmLevel(pin).level) * 1_000_000_000 + hertz / 2) / hertz) : 0, out)
}
//@native PWM.__repr__ 1 1
func pwmRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, "<PWM slice=")
  try vm.append(t, decimal: pin / 2 % 8)
  try vm.append(t, " channel=")
  try vm.append(t, decimal: pin % 2)
  try vm.append(t, " invert=")
  try vm.append(t, decimal: vm.board().pwmDuty(pin).invert ? 1 : 0)
  try vm.append(t, ">")
  try vm.finish(t, Kind.str, out)
}
