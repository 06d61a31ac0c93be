import Drivers
import Port
import Python

//@type Signal module=machine
/// Signal: a pin that may be active low. Field 0 is tagged 1 when inverted, field 1 the object with `value()`.

extension VM {
  private borrowing func inner(_ s: Slot, _ out: Slot) { set(out, native(self(s)).at(3)) }
  /// Reads (`value` absent) or sets the inner pin; a Pin goes straight to the driver.
  mutating func signal(_ s: Slot, set value: Bool?, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let pin = slot(), argument = slot(), result = slot()
    let inverted = field(s, 0) != 0
    inner(s, pin)
    if isModuleObject(pin, ModuleType.Pin) {
      let n = UInt32(field(pin, 0))
      if let value { writePin(n, value != inverted); set(out, .none) } else { set(out, Value(int: board().level(n) != inverted ? 1 : 0)) }
      return
    }
    if let value {
      set(argument, Value(int: value != inverted ? 1 : 0))
      try callMethod(pin, Q.value, Args(argument, 1), result)
      set(out, .none)
    } else {
      try callMethod(pin, Q.value, Args(argument, 0), result)
      // Whatever it is, as a number: a pin written in Python may have more than two levels.
      let level = try toInt32(result)
      set(out, Value(int: level ^ (inverted ? 1 : 0)))
    }
  }
}
//@native Signal.__new__ 2 - kw
func signalNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var inverted = false
  var pairs: UInt32 = 0
  let o = vm.slot(), pin = vm.slot(), first = vm.slots(12)
  // `invert` is ours, everything else makes a Pin if the first argument is none.
  var n: UInt32 = 0
  while n < a.count &- 1 && n < 4 { vm.copy(first.up(n), a[n &+ 1]); n &+= 1 }
  var k: UInt32 = 0
  while k < a.pairs {
    if vm(a.name(k)).value == Value(Q.invert) {
      inverted = try vm.truth(a.value(k))
    } else if pairs < 4 {
      vm.copy(first.up(n &+ 2 &* pairs), a.name(k))
      vm.copy(first.up(n &+ 2 &* pairs &+ 1), a.value(k))
      pairs &+= 1
    }
    k &+= 1
  }
  let has = vm.slot()
  var isPin = vm.isModuleObject(a[1], ModuleType.Pin)
  if !isPin && vm(a[1]).isObject && !vm.isInstance(vm(a[1]), .str) { isPin = try vm.findAttribute(a[1], Q.value, has) }
  if isPin {
    if n != 1 || pairs != 0 { throw vm.raise(.TypeError, "Signal takes a pin and invert only") }
    vm.copy(pin, a[1])
  } else {
    let number = try vm.pinNumber(a[1])
    try vm.pinObject(number, pin)
    if n > 1 || pairs > 0 { try vm.configurePin(number, Args(first, n, pairs: pairs)) }
  }
  try vm.newObject(ModuleType.Signal, fields: 2, o)
  vm.setField(o, 0, inverted ? 1 : 0)
  vm(o).set(3, vm(pin))
  vm.copy(out, o)
}
//@native Signal.value 1 2
//@native Signal.__call__ 1 2
func signalValue(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 1 { return try vm.signal(a[0], set: nil, out) }
  let v = try vm.truth(a[1])
  try vm.signal(a[0], set: v, out)
}
//@native Signal.on 1 1
func signalOn(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.signal(a[0], set: true, out) }
//@native Signal.off 1 1
func signalOff(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.signal(a[0], set: false, out) }
