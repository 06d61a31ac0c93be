import Drivers
import Kernel
import Port
import Python

//@module machine
//@type Pin module=machine
/// The base of pins written in Python: they have a method `value`.
//@type PinBase module=machine kind=abstract
//@const Pin.IN 0
//@const Pin.OUT 1
//@const Pin.OPEN_DRAIN 2
//@const Pin.ALT 3
//@const Pin.PULL_UP 1
//@const Pin.PULL_DOWN 2
//@const Pin.IRQ_LOW_LEVEL 1
//@const Pin.IRQ_HIGH_LEVEL 2
//@const Pin.IRQ_FALLING 4
//@const Pin.IRQ_RISING 8
//@const Pin.ALT_SPI 1
//@const Pin.ALT_UART 2
//@const Pin.ALT_I2C 3
//@const Pin.ALT_PWM 4
//@const Pin.ALT_SIO 5
//@const Pin.ALT_PIO0 6
//@const Pin.ALT_PIO1 7
//@const Pin.ALT_GPCK 8
//@const Pin.ALT_USB 9
//@qstr mode pull value alt handler trigger hard LED OUT IN OPEN_DRAIN ALT PULL_UP PULL_DOWN

/// Pin: field 0 its number. One object a pin, in `Root.module(0)`; word 31 of that storage is the mask of pins in open-drain mode.
enum PinObject {
  static var fields: UInt32 { 1 }
  static var cache: Root { .module(0) }
}

extension VM {
  /// The mask of pins in open-drain mode: SIO cannot tell.
  borrowing func openDrain() -> UInt32 {
    root(PinObject.cache).isNull ? 0 : UInt32(bitPattern: root(PinObject.cache).int(2 &+ 30)) | UInt32(bitPattern: root(PinObject.cache).int(2 &+ 31)) << 15
  }
  borrowing func setOpenDrain(_ pin: UInt32, _ on: Bool) {
    let mask = openDrain() & ~(1 << pin) | (on ? 1 << pin : 0)
    root(PinObject.cache).setInt(2 &+ 30, Int32(mask & 0x7fff))
    root(PinObject.cache).setInt(2 &+ 31, Int32(mask >> 15))
  }

  /// The Pin object of a number.
  mutating func pinObject(_ number: UInt32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let s = slot()
    if root(PinObject.cache).isNull {
      try newItems(Kind.storage, 32, s)
      self(s).setInt(2 &+ 30, 0)
      self(s).setInt(2 &+ 31, 0)
      setRoot(PinObject.cache, self(s))
    }
    if root(PinObject.cache).at(2 &+ number).isNull {
      try newObject(ModuleType.Pin, fields: PinObject.fields, s)
      setField(s, 0, Int32(number))
      root(PinObject.cache).set(2 &+ number, self(s))
    }
    set(out, root(PinObject.cache).at(2 &+ number))
  }

  /// A pin's number from what a program gives for a pin: a Pin, a number, a name ("GPIO5", "GP5", "LED").
  mutating func pinNumber(_ s: Slot) throws(Raise) -> UInt32 {
    if isModuleObject(s, ModuleType.Pin) { return UInt32(bitPattern: field(s, 0)) }
    if isInteger(self(s)) {
      let n = try toInt64(s)
      if n >= 0 && n < Int64(Board.pinCount) { return UInt32(n) }
      throw raise(.ValueError, "invalid pin")
    }
    if !isInstance(self(s), .str) { throw raise(.ValueError, "invalid pin") }
    if self(s).value == Value(Q.LED) {
      if board().variable("PICO_W") == 1 { throw raise(.ValueError, "the LED of a Pico W is on its Wi-Fi chip, which is not there yet") }
      return 25
    }
    let range = try byteRange(s, writable: false)
    let m = memory
    var i: UInt32 = 0
    let prefix: StaticString = "GPIO"
    while i < range.count && i < 4 && m.byte(range.address &+ i) == prefix.utf8Start[Int(i)] { i &+= 1 }
    var n: UInt32 = 0, digits: UInt32 = 0
    if i == 2 || i == 4 {
      while i < range.count && digits < 3 {
        let c = UInt32(m.byte(range.address &+ i))
        if c < 48 || c > 57 { digits = 9; break }
        n = n &* 10 &+ c &- 48
        digits &+= 1
        i &+= 1
      }
    }
    if digits > 0 && digits < 3 && n < Board.pinCount { return n }
    let name = slot()
    copy(name, s)
    try intern(name)
    let text = self(name).value
    throw raise(.ValueError, "unknown named pin \"%\"", text)
  }

  /// Sets a pin as its mode asks: an open-drain pin lets go for 1.
  borrowing func writePin(_ pin: UInt32, _ high: Bool) {
    if openDrain() & 1 << pin != 0 { board().setOutput(pin, !high) } else { board().setLevel(pin, high) }
  }

  /// Configures a pin from `mode, pull, *, value, alt` behind the object itself.
  mutating func configurePin(_ pin: UInt32, _ a: Args) throws(Raise) {
    let b = try bind(a, from: 1, positional: 2, [Q.mode, Q.pull, Q.value, Q.alt])
    let board = board()
    var value: Bool?
    if given(b[2]) { value = try truth(b[2]) }
    if given(b[0]) {
      switch try toInt32(b[0]) {
      case 0:
        setOpenDrain(pin, false)
        board.setOutput(pin, false)
        board.setFunction(pin, PinFunction.sio)
      case 1:
        setOpenDrain(pin, false)
        // The level before the direction: no glitch.
        if let value { board.setLevel(pin, value) }
        board.setOutput(pin, true)
        board.setFunction(pin, PinFunction.sio)
      case 2:
        setOpenDrain(pin, true)
        board.setLevel(pin, false)
        board.setOutput(pin, !(value ?? true))
        board.setFunction(pin, PinFunction.sio)
      default:
        let f = try int(b[3], default: Int32(PinFunction.sio))
        if f < 1 || f > 9 { throw raise(.ValueError, "invalid pin af: %", Value(int: f)) }
        setOpenDrain(pin, false)
        board.setFunction(pin, UInt32(f))
      }
    } else if let value {
      writePin(pin, value)
    }
    // None means no pull.
    let pull = given(b[1]) ? try toInt32(b[1]) : 0
    board.setPulls(pin, up: pull & 1 != 0, down: pull & 2 != 0)
  }
}

//@native Pin.__new__ 2 - kw
func pinNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[1])
  let o = vm.slot()
  try vm.pinObject(pin, o)
  if a.count > 2 || a.pairs > 0 { try vm.configurePin(pin, Args(a[1], a.count &- 1, pairs: a.pairs)) }
  vm.copy(out, o)
}
//@native Pin.init 1 - kw
func pinInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.configurePin(UInt32(vm.field(a[0], 0)), a)
  vm.set(out, .none)
}
//@native Pin.value 1 2
//@native Pin.__call__ 1 2
func pinValue(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  if a.count == 1 { vm.set(out, Value(int: vm.board().level(pin) ? 1 : 0)); return }
  vm.writePin(pin, try vm.truth(a[1]))
  vm.set(out, .none)
}
//@native Pin.on 1 1
//@native Pin.high 1 1
func pinOn(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.writePin(UInt32(vm.field(a[0], 0)), true)
  vm.set(out, .none)
}
//@native Pin.off 1 1
//@native Pin.low 1 1
func pinOff(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.writePin(UInt32(vm.field(a[0], 0)), false)
  vm.set(out, .none)
}
//@native Pin.toggle 1 1
func pinToggle(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0)), board = vm.board()
  if vm.openDrain() & 1 << pin != 0 { board.setOutput(pin, !board.isOutput(pin)) } else { board.toggle(pin) }
  vm.set(out, .none)
}
//@native Pin.mode 1 2
func pinMode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0)), board = vm.board()
  if a.count == 2 {
    let pulls = board.pulls(pin)
    try vm.configurePin(pin, a)
    board.setPulls(pin, up: pulls & 1 != 0, down: pulls & 2 != 0)
    vm.set(out, .none)
  } else if board.function(pin) != PinFunction.sio {
    vm.set(out, Value(int: 3))
  } else if vm.openDrain() & 1 << pin != 0 {
    vm.set(out, Value(int: 2))
  } else {
    vm.set(out, Value(int: board.isOutput(pin) ? 1 : 0))
  }
}
//@native Pin.pull 1 2
func pinPull(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  if a.count == 2 {
    let pull = vm.given(a[1]) ? try vm.toInt32(a[1]) : 0
    vm.board().setPulls(pin, up: pull & 1 != 0, down: pull & 2 != 0)
    vm.set(out, .none)
  } else {
    let p = vm.board().pulls(pin)
    vm.set(out, p == 0 ? .none : Value(int: Int32(p)))
  }
}
//@native Pin.alt 1 2
func pinAlt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  if a.count == 2 {
    let f = try vm.toInt32(a[1])
    if f < 1 || f > 9 { throw vm.raise(.ValueError, "invalid pin af: %", Value(int: f)) }
    vm.board().setFunction(pin, UInt32(f))
    vm.set(out, .none)
  } else {
    vm.set(out, Value(int: Int32(vm.board().function(pin))))
  }
}
//@native Pin.__repr__ 1 1
func pinRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0)), board = vm.board()
  let function = board.function(pin), pulls = board.pulls(pin)
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, "Pin(GPIO")
  try vm.append(t, decimal: pin)
  try vm.append(t, ", mode=")
  if function != PinFunction.sio {
    try vm.append(t, "ALT")
  } else if vm.openDrain() & 1 << pin != 0 {
    try vm.append(t, "OPEN_DRAIN")
  } else if board.isOutput(pin) {
    try vm.append(t, "OUT")
  } else {
    try vm.append(t, "IN")
  }
  if pulls != 0 { try vm.append(t, pulls == 1 ? ", pull=PULL_UP" : pulls == 2 ? ", pull=PULL_DOWN" : ", pull=PULL_UP|PULL_DOWN") }
  if function != PinFunction.sio {
    try vm.append(t, ", alt=")
    switch function {
    case 1: try vm.append(t, "SPI")
    case 2: try vm.append(t, "UART")
    case 3: try vm.append(t, "I2C")
    case 4: try vm.append(t, "PWM")
    case 6: try vm.append(t, "PIO0")
    case 7: try vm.append(t, "PIO1")
    case 8: try vm.append(t, "GPCK")
    case 9: try vm.append(t, "USB")
    default: try vm.append(t, decimal: function)
    }
  }
  try vm.append(t, ")")
  try vm.finish(t, Kind.str, out)
}
extension VM {
  /// Appends a number in decimal.
  mutating func append(_ builder: Slot, decimal n: UInt32) throws(Raise) {
    if n >= 10 { try append(builder, decimal: n / 10) }
    try append(builder, byte: UInt8(48 &+ n % 10))
  }
}

//@native Pin.irq 1 4 kw
func pinIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], 0))
  try vm.changeInterrupt(IRQSource(pin), a, all: 15, standard: 12, out)
}
