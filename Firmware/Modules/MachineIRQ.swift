import Drivers
import Port
import Python

// What `Pin.irq`, `UART.irq` and `I2CTarget.irq` answer.
//@type irq module=machine hidden

/// What an interrupt comes from: a pin by its number, a UART by its number and 64, an I2C target by its number and 96. It is field 0 of an `irq` object.
struct IRQSource {
  let number: UInt32
  init(_ number: UInt32) { self.number = number }
  static func uart(_ n: UInt32) -> IRQSource { IRQSource(64 &+ n) }
  static func target(_ n: UInt32) -> IRQSource { IRQSource(96 &+ n) }
  private enum Kind { case pin, uart, target }
  private var kind: Kind { number < 64 ? .pin : number < 96 ? .uart : .target }
  /// Of the block.
  private var index: UInt32 { number & 31 }

  func handles(_ board: Board) -> (function: UInt32, argument: UInt32) {
    switch kind {
    case .pin: board.pinHandles(number)
    case .uart: board.uartHandles(index)
    case .target: board.targetHandles(index)
    }
  }
  func listen(_ board: Board, _ events: UInt32, _ c: Callback?) {
    switch kind {
    case .pin: board.listen(number, events: events, c)
    case .uart: board.listenUART(index, events: events, c)
    case .target: board.listenTarget(index, events: events, c)
    }
  }
  func events(_ board: Board) -> UInt32 {
    switch kind {
    case .pin: board.listening(number)
    case .uart: board.uartEvents(index)
    case .target: board.targetEvents(index)
    }
  }
  func setEvents(_ board: Board, _ events: UInt32) {
    switch kind {
    case .pin: board.setEvents(number, events & 15)
    case .uart: board.setUARTEvents(index, events & UARTEvent.all)
    case .target: board.setTargetEvents(index, events & TargetEvent.all)
    }
  }
  func last(_ board: Board) -> UInt32 {
    switch kind {
    case .pin: board.lastEvents(number)
    case .uart: board.lastUARTEvents(index)
    case .target: board.lastTargetEvents(index)
    }
  }
  func callback(_ function: UInt32, _ argument: UInt32, hard: Bool) -> Callback {
    switch kind {
    case .pin: Callback(function: function, argument: argument, hard: hard, pin: number)
    case .uart: Callback(function: function, argument: argument, hard: hard)
    case .target: Callback(function: function, argument: argument, hard: hard, pin: Callback.target &+ index)
    }
  }
  /// What must be delivered by a hard handler.
  var prompt: UInt32 { kind == .target ? TargetEvent.prompt : 0 }
}

extension VM {
  /// `irq(handler, trigger, hard)` of the object `a[0]`, which is the handler's argument; without arguments nothing changes.
  mutating func changeInterrupt(_ source: IRQSource, _ a: Args, all: UInt32, standard: UInt32, _ out: Slot) throws(Raise) {
    let board = board()
    if a.count > 1 || a.pairs > 0 {
      let b = try bind(a, from: 1, positional: 3, [Q.handler, Q.trigger, Q.hard])
      let events = UInt32(bitPattern: try int(b[1], default: Int32(bitPattern: standard)))
      let hard = b[2].address != 0 ? try truth(b[2]) : false
      if events & ~all != 0 { throw raise(.ValueError, "invalid trigger") }
      if events & source.prompt != 0 && !hard { throw raise(.ValueError, "hard IRQ required") }
      try claim(source.handles(board))
      dropInterrupt(source)
      if given(b[0]) && events != 0 {
        let function = try newHandle(b[0])
        let argument = try newHandle(a[0])
        source.listen(board, events, source.callback(function, argument, hard: hard))
      }
    }
    let o = slot()
    try newObject(ModuleType.irq, fields: 1, o)
    setField(o, 0, Int32(source.number))
    copy(out, o)
  }
  /// Nobody is called any more.
  mutating func dropInterrupt(_ source: IRQSource) {
    let board = board(), old = source.handles(board)
    if isForeign(old) { return }
    source.listen(board, 0, nil)
    if old.function == 0 { return }
    board.forgetCallbacks(function: old.function)
    dropHandle(old.function)
    dropHandle(old.argument)
  }
  fileprivate borrowing func source(of irq: Slot) -> IRQSource { IRQSource(UInt32(field(irq, 0))) }
}

//@native irq.flags 1 1
func irqFlags(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.source(of: a[0]).last(vm.board())))) }
//@native irq.trigger 1 2
func irqTrigger(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let source = vm.source(of: a[0]), old = source.events(vm.board())
  if a.count == 2 { try vm.claim(source.handles(vm.board())) }
  if a.count == 2 { source.setEvents(vm.board(), UInt32(bitPattern: try vm.toInt32(a[1]))) }
  vm.set(out, Value(int: Int32(old)))
}
//@native irq.__call__ 1 1
func irqCall(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let h = vm.source(of: a[0]).handles(vm.board())
  vm.set(out, .none)
  if h.function == 0 { return }
  let f = vm.slot(), arg = vm.slot(), r = vm.slot()
  vm.handle(h.function, f)
  vm.handle(h.argument, arg)
  try vm.call(f, Args(arg, 1), r)
}
