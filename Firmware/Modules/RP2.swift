import Drivers
import Kernel
import Port
import Python

// The native half of module `rp2`: PIO and StateMachine. The assembler is Firmware/Library/rp2.py.
//@module _rp2
//@type PIO module=_rp2
//@const PIO.IN_LOW 0
//@const PIO.IN_HIGH 1
//@const PIO.OUT_LOW 2
//@const PIO.OUT_HIGH 3
//@const PIO.SHIFT_LEFT 0
//@const PIO.SHIFT_RIGHT 1
//@const PIO.JOIN_NONE 0
//@const PIO.JOIN_TX 1
//@const PIO.JOIN_RX 2
//@const PIO.IRQ_SM0 256
//@const PIO.IRQ_SM1 512
//@const PIO.IRQ_SM2 1024
//@const PIO.IRQ_SM3 2048
//@type StateMachine module=_rp2
//@type PIOIrq module=_rp2 hidden
//@qstr program in_base out_base set_base jmp_pin sideset_base in_shiftdir out_shiftdir push_thresh pull_thresh asm_pio_encode itemsize

/// A program is the list that `asm_pio` makes.
enum ProgramField {
  static var code: Int32 { 0 }
  /// Where it was put in PIO0 and PIO1, or -1.
  static func place(_ pio: UInt32) -> Int32 { 1 + Int32(pio) }
  static var execctrl: Int32 { 3 }
  static var shiftctrl: Int32 { 4 }
  /// What the pins of OUT, SET and side-set are at first: None, a number, or a tuple of numbers (bit 0 level, bit 1 output).
  static var outPins: Int32 { 5 }
  static var setPins: Int32 { 6 }
  static var sidePins: Int32 { 7 }
}
private struct FirstPins: BitwiseCopyable { var count: UInt32 = 0, levels: UInt32 = 0, outputs: UInt32 = 0 }

extension VM {
  /// Item `n` of a sequence.
  private mutating func item(_ sequence: Slot, _ n: Int32, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let key = slot()
    set(key, Value(int: n))
    try getItem(sequence, key, out)
  }
  private mutating func number(_ sequence: Slot, _ n: Int32) throws(Raise) -> UInt32 {
    let mark = mark
    defer { release(to: mark) }
    let v = slot()
    try item(sequence, n, v)
    return UInt32(truncatingIfNeeded: try toInt64(v))
  }
  private mutating func checkProgram(_ s: Slot) throws(Raise) {
    if !self(s).isKind(Kind.list) || self(s).int(1) < 8 { throw raise(.TypeError, "a program made by asm_pio is needed") }
  }
  /// Where the program lies in a PIO; it is put there if it is not.
  mutating func placeProgram(_ program: Slot, _ pio: UInt32) throws(Raise) -> UInt32 {
    try checkProgram(program)
    let mark = mark
    defer { release(to: mark) }
    let code = slot(), key = slot(), value = slot()
    let known = Int32(bitPattern: try number(program, ProgramField.place(pio)))
    if known >= 0 { return UInt32(known) }
    try item(program, ProgramField.code, code)
    let range = try byteRange(code, writable: false), board = board()
    let n = range.count / 2
    guard let at = board.pioPlace(pio, count: n) else { throw raise(errno: 12) }
    var i: UInt32 = 0
    while i < n {
      board.pioLoad(pio, UInt32(memory.half(range.address &+ i &* 2)), at: at &+ i, origin: at)
      i &+= 1
    }
    set(key, Value(int: ProgramField.place(pio)))
    set(value, Value(int: Int32(at)))
    try setItem(program, key, value)
    return at
  }
  mutating func dropProgram(_ program: Slot, _ pio: UInt32) throws(Raise) {
    try checkProgram(program)
    let mark = mark
    defer { release(to: mark) }
    let code = slot(), key = slot(), value = slot()
    let at = Int32(bitPattern: try number(program, ProgramField.place(pio)))
    if at < 0 { return }
    try item(program, ProgramField.code, code)
    board().pioRemove(pio, at: UInt32(at), count: try byteRange(code, writable: false).count / 2)
    set(key, Value(int: ProgramField.place(pio)))
    set(value, Value(int: -1))
    try setItem(program, key, value)
  }

  private mutating func firstPins(_ program: Slot, _ n: Int32) throws(Raise) -> FirstPins {
    let mark = mark
    defer { release(to: mark) }
    let v = slot()
    var pins = FirstPins()
    try item(program, n, v)
    if self(v).value.isNone { return pins }
    if isInteger(self(v)) {
      let mode = UInt32(bitPattern: try toInt32(v))
      return FirstPins(count: 1, levels: mode & 1, outputs: mode >> 1 & 1)
    }
    let list = slot()
    try collectItems(v, Kind.tuple, list)
    pins.count = UInt32(self(list).int(1))
    if pins.count > 32 { throw raise(.ValueError, "too many pins") }
    var i: UInt32 = 0
    while i < pins.count {
      let mode = try number(list, Int32(i))
      pins.levels |= (mode & 1) << i
      pins.outputs |= (mode >> 1 & 1) << i
      i &+= 1
    }
    return pins
  }
  private mutating func givePins(_ n: UInt32, _ base: Slot, _ pins: FirstPins) throws(Raise) -> UInt32? {
    if !given(base) { return nil }
    let first = try pinNumber(base)
    if first &+ pins.count > Board.pinCount { throw raise(.ValueError, "invalid pin") }
    var i: UInt32 = 0
    while i < pins.count {
      board().setMachinePin(n, first &+ i, level: pins.levels >> i & 1 != 0, output: pins.outputs >> i & 1 != 0)
      i &+= 1
    }
    return first
  }

  /// `init` of a state machine: program, freq and what is named, behind the object itself.
  mutating func configureMachine(_ n: UInt32, _ a: Args) throws(Raise) {
    let b = try bind(
      a, from: 1, positional: 2,
      [
        Q.program, Q.freq, Q.in_base, Q.out_base, Q.set_base, Q.jmp_pin, Q.sideset_base, Q.in_shiftdir, Q.out_shiftdir, Q.push_thresh, Q.pull_thresh,
      ])
    if b[0].address == 0 { throw raise(.TypeError, "'program' argument required") }
    let board = board()
    board.setMachine(n, active: false)
    let place = try placeProgram(b[0], n / 4)
    var s = PIOSetting()
    let hertz = b[1].address == 0 ? -1 : try toInt64(b[1])
    if hertz >= 0 {
      let divider = hertz == 0 ? 0 : UInt64(board.systemHertz) * 256 / UInt64(hertz)
      if divider < 256 || divider > 65536 * 256 { throw raise(.ValueError, "freq out of range") }
      // 65536 is written as 0.
      s.clkdiv = UInt32(truncatingIfNeeded: divider << 8)
    }
    let execctrl = try number(b[0], ProgramField.execctrl)
    let top = ((execctrl >> 12 & 31) &+ place) & 31, bottom = ((execctrl >> 7 & 31) &+ place) & 31
    s.execctrl = execctrl & ~(0x3ff << 7) | top << 12 | bottom << 7
    s.shiftctrl = try number(b[0], ProgramField.shiftctrl)
    if given(b[7]) { s.shiftctrl = s.shiftctrl & ~(1 << 18) | (try toInt32(b[7]) != 0 ? 1 << 18 : 0) }
    if given(b[8]) { s.shiftctrl = s.shiftctrl & ~(1 << 19) | (try toInt32(b[8]) != 0 ? 1 << 19 : 0) }
    if given(b[9]) { s.shiftctrl = s.shiftctrl & ~(31 << 20) | (UInt32(bitPattern: try toInt32(b[9])) & 31) << 20 }
    if given(b[10]) { s.shiftctrl = s.shiftctrl & ~(31 << 25) | (UInt32(bitPattern: try toInt32(b[10])) & 31) << 25 }
    if given(b[2]) { s.pinctrl |= try pinNumber(b[2]) << 15 }
    if given(b[5]) { s.execctrl = s.execctrl & ~(31 << 24) | (try pinNumber(b[5])) << 24 }
    let out = try firstPins(b[0], ProgramField.outPins), setting = try firstPins(b[0], ProgramField.setPins), side = try firstPins(b[0], ProgramField.sidePins)
    if setting.count > 5 || side.count > 5 { throw raise(.ValueError, "too many pins") }
    if let first = try givePins(n, b[3], out) { s.pinctrl |= first | out.count << 20 }
    if let first = try givePins(n, b[4], setting) { s.pinctrl |= first << 5 | setting.count << 26 }
    if let first = try givePins(n, b[6], side) {
      let enable: UInt32 = s.execctrl >> 30 & 1
      s.pinctrl |= first << 10 | (side.count == 0 ? 0 : side.count &+ enable) << 29
    }
    board.setMachine(n, s, start: place)
  }
  borrowing func machine(_ s: Slot) -> UInt32 { UInt32(field(s, 0)) }

  /// Replaces the callback whose handles are `old`; `listen` gets the new one, or nil.
  mutating func newCallback(_ function: Slot, _ argument: Slot, hard: Bool) throws(Raise) -> Callback {
    let f = try newHandle(function)
    do throws(Raise) { return Callback(function: f, argument: try newHandle(argument), hard: hard) } catch {
      dropHandle(f)
      throw error
    }
  }
  mutating func dropCallback(_ old: (function: UInt32, argument: UInt32)) {
    board().forgetCallbacks(function: old.function)
    dropHandle(old.function)
    dropHandle(old.argument)
  }
  /// What `irq` of a PIO (0, 1) or state machine (2 + n) answers.
  private mutating func newPIOIrq(_ what: Int32, _ out: Slot) throws(Raise) {
    let o = slot()
    try newObject(ModuleType.PIOIrq, fields: 1, o)
    setField(o, 0, what)
    copy(out, o)
  }
  private mutating func newPIO(_ n: UInt32, _ out: Slot) throws(Raise) {
    let o = slot()
    try newObject(ModuleType.PIO, fields: 1, o)
    setField(o, 0, Int32(n))
    copy(out, o)
    board().startPIO(n)
  }
  private mutating func newMachine(_ n: UInt32, _ a: Args, _ out: Slot) throws(Raise) {
    let o = slot()
    try newObject(ModuleType.StateMachine, fields: 2, o)
    setField(o, 0, Int32(n))
    setField(o, 1, -1)
    board().startPIO(n / 4)
    if a.count > 1 || a.pairs > 0 { try configureMachine(n, a) }
    copy(out, o)
  }

  // MARK: PIO

  mutating func pioNew(_ a: Args, _ out: Slot) throws(Raise) {
    let n = try toInt64(a[1])
    if n < 0 || n > 1 { throw raise(.ValueError, "invalid PIO") }
    try newPIO(UInt32(n), out)
  }
  mutating func pioMachine(_ a: Args, _ out: Slot) throws(Raise) {
    let n = try toInt64(a[1])
    if n < 0 || n > 3 { throw raise(.ValueError, "invalid StateMachine") }
    try newMachine(UInt32(field(a[0], 0)) &* 4 &+ UInt32(n), Args(a[1], a.count &- 1, pairs: a.pairs), out)
  }
  mutating func pioIrq(_ a: Args, _ out: Slot) throws(Raise) {
    let n = UInt32(field(a[0], 0)), board = board()
    if a.count > 1 || a.pairs > 0 {
      let b = try bind(a, from: 1, positional: 3, [Q.handler, Q.trigger, Q.hard])
      let old = board.pioHandles(n)
      try claim(old)
      board.listen(pio: n, triggers: 0, nil)
      dropCallback(old)
      if given(b[0]) {
        let triggers = try int(b[1], default: 0xf00)
        let c = try newCallback(b[0], a[0], hard: b[2].address != 0 ? try truth(b[2]) : false)
        board.listen(pio: n, triggers: UInt32(bitPattern: triggers), c)
      }
    }
    try newPIOIrq(Int32(n), out)
  }

  // MARK: StateMachine

  mutating func machineNew(_ a: Args, _ out: Slot) throws(Raise) {
    let n = try toInt64(a[1])
    if n < 0 || n > 7 { throw raise(.ValueError, "invalid StateMachine") }
    try newMachine(UInt32(n), Args(a[1], a.count &- 1, pairs: a.pairs), out)
  }
  mutating func machineExec(_ a: Args, _ out: Slot) throws(Raise) {
    let n = machine(a[0])
    if isInteger(self(a[1])) {
      board().execute(n, UInt32(truncatingIfNeeded: try toInt64(a[1])) & 0xffff)
    } else {
      // The assembler is Python: rp2.asm_pio_encode(text, side-set bits, side-set optional).
      let arguments = slots(3), module = slot(), result = slot()
      copy(arguments, a[1])
      let optional = board().executionControl(n) >> 30 & 1
      let sides = board().pinControl(n) >> 29
      set(arguments.up(1), Value(int: Int32(sides == 0 ? 0 : sides &- optional)))
      set(arguments.up(2), .bool(optional != 0))
      try importModule(Q.rp2, module)
      try callMethod(module, Q.asm_pio_encode, Args(arguments, 3), result)
      board().execute(n, UInt32(truncatingIfNeeded: try toInt64(result)) & 0xffff)
    }
    set(out, .none)
  }
  /// Bytes of an item of a buffer: 1, 2 or 4.
  private mutating func bytesPerItem(_ s: Slot) throws(Raise) -> UInt32 {
    let size = slot()
    if self(s).isKind(Kind.array) || self(s).isKind(Kind.memoryview), try findAttribute(s, Q.itemsize, size) { return UInt32(bitPattern: try toInt32(size)) }
    return 1
  }
  /// Waits for a word in a machine's FIFO, or for room: awake for a moment, since a word often takes less than a change of tasks, then asleep until the interrupt.
  private mutating func awaitMachine(_ n: UInt32, _ what: UInt32) throws(Raise) {
    let board = board()
    var looks = 0
    while looks < 16 {
      if what == Readiness.readable ? board.receiveLevel(n) != 0 : !board.isTransmitFull(n) { return }
      try yieldPoint()
      port.relax()
      looks += 1
    }
    memory[thread &+ Thread.wake] = 0
    board.watch(thread &+ Thread.wake, 1 << UInt64(board.source(machine: n)))
    defer { board.unwatch(thread &+ Thread.wake) }
    while board.readiness(machine: n) & what == 0 { try sleepWatching(until: .never, console: false) }
  }
  mutating func machineGet(_ a: Args, _ out: Slot) throws(Raise) {
    let n = machine(a[0]), board = board()
    let shift = a.count > 2 ? UInt32(bitPattern: try toInt32(a[2])) & 31 : 0
    if a.count < 2 || !given(a[1]) {
      if board.receiveLevel(n) == 0 { try awaitMachine(n, Readiness.readable) }
      return try newInt(unsigned: UInt64(board.receive(n) >> shift), out)
    }
    let size = try bytesPerItem(a[1])
    if size > 4 { throw raise(.ValueError, "unsupported buffer type") }
    var i: UInt32 = 0
    while try i &+ size <= byteRange(a[1], writable: true).count {
      if board.receiveLevel(n) == 0 { try awaitMachine(n, Readiness.readable) }
      let v = board.receive(n) >> shift, at = try byteRange(a[1], writable: true).address &+ i
      if size == 4 {
        memory[at] = v
      } else if size == 2 {
        memory.setHalf(at, UInt16(truncatingIfNeeded: v))
      } else {
        memory.setByte(at, UInt8(truncatingIfNeeded: v))
      }
      i &+= size
    }
    copy(out, a[1])
  }
  mutating func machinePut(_ a: Args, _ out: Slot) throws(Raise) {
    let n = machine(a[0]), board = board()
    let shift = a.count > 2 ? UInt32(bitPattern: try toInt32(a[2])) & 31 : 0
    if isInteger(self(a[1])) {
      // Any integer, as its lowest 32 bits.
      let v = UInt32(truncatingIfNeeded: try toInt64(a[1]))
      if board.isTransmitFull(n) { try awaitMachine(n, Readiness.writable) }
      board.transmit(n, v << shift)
    } else {
      let size = try bytesPerItem(a[1])
      if size > 4 { throw raise(.ValueError, "unsupported buffer type") }
      var i: UInt32 = 0
      while true {
        if board.isTransmitFull(n) { try awaitMachine(n, Readiness.writable) }
        // Anew in every round: the buffer may have moved, or shrunk.
        let range = try byteRange(a[1], writable: false)
        if i &+ size > range.count { break }
        let at = range.address &+ i
        board.transmit(n, (size == 4 ? memory[at] : size == 2 ? UInt32(memory.half(at)) : UInt32(memory.byte(at))) << shift)
        port.spend(8)
        i &+= size
      }
    }
    set(out, .none)
  }
  mutating func machineIrq(_ a: Args, _ out: Slot) throws(Raise) {
    let n = machine(a[0]), board = board()
    if a.count > 1 || a.pairs > 0 {
      let b = try bind(a, from: 1, positional: 3, [Q.handler, Q.trigger, Q.hard])
      let trigger = try int(b[1], default: 1)
      let old = board.machineHandles(n)
      try claim(old)
      board.listen(machine: n, nil)
      dropCallback(old)
      if given(b[0]) && trigger != 0 {
        board.listen(machine: n, try newCallback(b[0], a[0], hard: b[2].address != 0 ? try truth(b[2]) : false))
      }
    }
    try newPIOIrq(2 &+ Int32(n), out)
  }
  mutating func numbered(_ name: StaticString, _ n: UInt32, _ out: Slot) throws(Raise) {
    let t = slot()
    try newBuilder(t)
    try append(t, name)
    try append(t, decimal: n)
    try append(t, ")")
    try finish(t, Kind.str, out)
  }
}

//@native PIO.__new__ 2 2
func pioNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pioNew(a, out) }
//@native PIO.__repr__ 1 1
func pioRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.numbered("PIO(", UInt32(vm.field(a[0], 0)), out) }
//@native PIO.add_program 2 2
func pioAdd(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  _ = try vm.placeProgram(a[1], UInt32(vm.field(a[0], 0)))
  vm.set(out, .none)
}
//@native PIO.remove_program 1 2
func pioRemove(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pio = UInt32(vm.field(a[0], 0))
  if a.count == 1 { vm.board().pioRemove(pio, at: 0, count: 32) } else { try vm.dropProgram(a[1], pio) }
  vm.set(out, .none)
}
//@native PIO.state_machine 2 - kw
func pioStateMachine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pioMachine(a, out) }
//@native PIO.irq 1 4 kw
func pioIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.pioIrq(a, out) }

//@native StateMachine.__new__ 2 - kw
func stateMachineNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.machineNew(a, out) }
//@native StateMachine.init 1 - kw
func stateMachineInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.configureMachine(vm.machine(a[0]), a)
  vm.set(out, .none)
}
//@native StateMachine.active 1 2
func stateMachineActive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = vm.machine(a[0])
  if a.count == 2 { vm.board().setMachine(n, active: try vm.truth(a[1])) }
  vm.set(out, .bool(vm.board().isActive(n)))
}
//@native StateMachine.restart 1 1
func stateMachineRestart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().restartMachine(vm.machine(a[0]))
  vm.set(out, .none)
}
//@native StateMachine.exec 2 2
func stateMachineExec(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.machineExec(a, out) }
//@native StateMachine.get 1 3
func stateMachineGet(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.machineGet(a, out) }
//@native StateMachine.put 2 3
func stateMachinePut(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.machinePut(a, out) }
//@native StateMachine.rx_fifo 1 1
func stateMachineRX(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.board().receiveLevel(vm.machine(a[0]))))) }
//@native StateMachine.tx_fifo 1 1
func stateMachineTX(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.board().transmitLevel(vm.machine(a[0]))))) }
/// A descriptor for the machine's FIFOs: words, least significant byte first.
//@native StateMachine.fileno 1 1
func stateMachineDescriptor(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var fd = vm.field(a[0], 1)
  if fd < 0 || vm.board().description(fd) == 0 {
    fd = try vm.check(vm.board().openMachine(descriptor: vm.machine(a[0])))
    vm.setField(a[0], 1, fd)
  }
  vm.set(out, Value(int: fd))
}
//@native StateMachine.irq 1 4 kw
func stateMachineIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.machineIrq(a, out) }
//@native StateMachine.__repr__ 1 1
func stateMachineRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.numbered("StateMachine(", vm.machine(a[0]), out) }

//@native PIOIrq.flags 1 1
func pioIrqFlags(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let what = vm.field(a[0], 0)
  vm.set(out, Value(int: what < 2 ? Int32(vm.board().lastFlags(pio: UInt32(what))) : 1))
}
