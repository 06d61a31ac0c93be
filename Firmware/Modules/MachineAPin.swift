import Drivers
import Kernel
import Port
import Python

// `machine.APin`: a pin whose edges and levels a program waits for; a descriptor like any other.
//@type APin module=machine
//@const APin.LEVEL_LOW 1
//@const APin.LEVEL_HIGH 2
//@const APin.EDGE_FALL 4
//@const APin.EDGE_RISE 8
//@const APin.PULSE_DOWN 16
//@const APin.PULSE_UP 32
//@qstr pull_up pull_down rising falling

/// Fields: pin, descriptor (-1: closed), time-out in milliseconds (-1: none).
private enum APinField {
  static var pin: UInt32 { 0 }
  static var descriptor: UInt32 { 1 }
  static var timeout: UInt32 { 2 }
  static var count: UInt32 { 3 }
}

extension VM {
  /// The record of an open pin's events.
  private mutating func events(ofPin o: Slot) throws(Raise) -> Address {
    let d = try needDescription(field(o, APinField.descriptor))
    return board().device(ofDescription: d)
  }
  fileprivate mutating func pinEvents(_ o: Slot) throws(Raise) -> Address { try events(ofPin: o) }

  /// The next queued edge; nil: none by the deadline, or the descriptor does not wait.
  fileprivate mutating func nextEdge(_ o: Slot, until deadline: Deadline) throws(Raise) -> (time: UInt64, edge: UInt32)? {
    let board = board(), kernel = board.kernel
    var watching = false
    defer { if watching { board.unwatch(thread &+ Thread.wake) } }
    while true {
      let d = try needDescription(field(o, APinField.descriptor))
      if let e = board.takePinEvent(board.device(ofDescription: d)) { return e }
      if deadline != .never && (deadline == .now || kernel.now >= deadline.microseconds) { return nil }
      if board.flags(ofDescription: d) & DescriptionFlag.nonBlocking != 0 { return nil }
      if !watching {
        board.watch(thread &+ Thread.wake, sources(ofDescription: d))
        watching = true
        memory[thread &+ Thread.wake] = 0
        continue
      }
      try sleepWatching(until: deadline, console: false)
    }
  }

  /// `wait(event)`: one event, for which the pin is armed only as long as the wait lasts. Nil after the time-out. A pulse's length in microseconds, or 0.
  fileprivate mutating func wait(forEvent event: UInt32, _ o: Slot, until deadline: Deadline) throws(Raise) -> UInt64? {
    let board = board(), e = try events(ofPin: o), before = board.pinEdges(e), pin = UInt32(field(o, APinField.pin))
    defer { if board.description(field(o, APinField.descriptor)) != 0 { board.setPinEdges(e, before, drop: true) } }
    let first = event & 0x16 != 0 && event != 2 ? Board.fallingEdge : Board.risingEdge
    switch event {
    case 1, 2:
      board.setPinEdges(e, event == 1 ? Board.fallingEdge : Board.risingEdge, drop: true)
      if board.level(pin) == (event == 2) { return 0 }
      return try nextEdge(o, until: deadline) == nil ? nil : 0
    case 4, 8:
      board.setPinEdges(e, event, drop: true)
      return try nextEdge(o, until: deadline) == nil ? nil : 0
    default:
      board.setPinEdges(e, Board.fallingEdge | Board.risingEdge, drop: true)
      var from: UInt64?
      while let edge = try nextEdge(o, until: deadline) {
        if edge.edge == first { from = edge.time } else if let from { return edge.time &- from }
      }
      return nil
    }
  }
}

//@native APin.__new__ 2 2
func apinNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[1]), board = vm.board(), o = vm.slot()
  let fd = try vm.check(board.openPin(descriptor: pin))
  board.setOutput(pin, false)
  board.setPulls(pin, up: false, down: false)
  board.setFunction(pin, PinFunction.sio)
  do throws(Raise) { try vm.newObject(ModuleType.APin, fields: APinField.count, o) } catch {
    _ = board.close(descriptor: fd)
    throw error
  }
  vm.setField(o, APinField.pin, Int32(pin))
  vm.setField(o, APinField.descriptor, fd)
  vm.setField(o, APinField.timeout, -1)
  vm.copy(out, o)
}
//@native APin.__int__ 1 1
func apinNumber(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: vm.field(a[0], APinField.pin))) }
//@native APin.fileno 1 1
func apinDescriptor(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  _ = try vm.pinEvents(a[0])
  vm.set(out, Value(int: vm.field(a[0], APinField.descriptor)))
}
/// The level; set: None makes it an input, 0 or 1 an output of that level.
//@native APin.value 1 2 property
func apinValue(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = UInt32(vm.field(a[0], APinField.pin)), board = vm.board()
  _ = try vm.pinEvents(a[0])
  if a.count == 1 { return vm.set(out, .bool(board.level(pin))) }
  if vm(a[1]).value.isNone {
    board.setOutput(pin, false)
  } else {
    board.setLevel(pin, try vm.truth(a[1]))
    board.setOutput(pin, true)
  }
}
//@native APin.set_pulls 1 3 kw
func apinPulls(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 2, [Q.pull_up, Q.pull_down])
  let up = b[0].address != 0 ? try vm.truth(b[0]) : false, down = b[1].address != 0 ? try vm.truth(b[1]) : false
  if up && down { throw vm.raise(errno: Errno.invalid) }
  vm.board().setPulls(UInt32(vm.field(a[0], APinField.pin)), up: up, down: down)
  vm.set(out, .none)
}
/// Which edges are queued: 16 of them, the oldest are dropped.
//@native APin.set_edges 1 3 kw
func apinEdges(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 2, [Q.rising, Q.falling])
  let rising = b[0].address != 0 ? try vm.truth(b[0]) : false, falling = b[1].address != 0 ? try vm.truth(b[1]) : false
  vm.board().setPinEdges(try vm.pinEvents(a[0]), (rising ? Board.risingEdge : 0) | (falling ? Board.fallingEdge : 0))
  vm.set(out, .none)
}
//@native APin.debounce_time_us 1 2 property
func apinDebounce(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let e = try vm.pinEvents(a[0])
  if a.count == 1 { return try vm.newInt(Int64(vm.board().pinDebounce(e)), out) }
  let n = try vm.toInt64(a[1])
  if n < 0 || n > 0xffff_ffff { throw vm.raise(.ValueError, "debounce time out of range") }
  vm.board().setPinDebounce(e, UInt32(n))
}
/// `settimeout(ms)`: how long `wait(event)` waits; 0 not at all, None for ever.
//@native APin.settimeout 2 2
func apinTimeout(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = vm(a[1]).value.isNone ? -1 : try vm.toInt32(a[1])
  if n < 0 && !vm(a[1]).value.isNone { throw vm.raise(.ValueError, "timeout must be non-negative") }
  vm.setField(a[0], APinField.timeout, n)
  vm.set(out, .none)
}
/// `wait()`: the next queued edge's time in nanoseconds. `wait(event)`: one event, for which the pin is armed as long as the call lasts: 0, or a pulse's
/// length in microseconds; None after the time-out.
//@native APin.wait 1 2
func apinWait(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let timeout = vm.field(a[0], APinField.timeout)
  let deadline: Deadline = timeout < 0 ? .never : timeout == 0 ? .now : vm.board().kernel.after(microseconds: UInt64(timeout) &* 1000)
  if a.count == 1 {
    _ = try vm.pinEvents(a[0])
    guard let e = try vm.nextEdge(a[0], until: deadline) else {
      if timeout >= 0 { return vm.set(out, .none) }
      throw vm.raise(errno: Errno.wouldBlock)
    }
    return try vm.newInt(unsigned: e.time &* 1000, out)
  }
  let event = try vm.toInt32(a[1])
  if event <= 0 || event > 32 || event & (event &- 1) != 0 { throw vm.raise(.ValueError, "one event expected") }
  guard let n = try vm.wait(forEvent: UInt32(event), a[0], until: deadline) else { return vm.set(out, .none) }
  try vm.newInt(unsigned: n, out)
}
//@native APin.close 1 1
//@native APin.__exit__ 4 4
func apinClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let fd = vm.field(a[0], APinField.descriptor)
  vm.setField(a[0], APinField.descriptor, -1)
  if fd >= 0 { _ = vm.board().close(descriptor: fd) }
  vm.set(out, .none)
}
//@native APin.__enter__ 1 1
func apinEnter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
