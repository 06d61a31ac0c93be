import Kernel
import Port

/// What the board knows of an interpreter: byte offsets of its record in the kernel's memory. The main interpreter's is the first of the list.
public enum InterpreterRecord {
  static var next: UInt32 { 0 }
  /// What its handles have above bit 20 (`Board.handleShift`): tells whose a callback is. The main interpreter's is 0.
  public static var number: UInt32 { 4 }
  /// What programs know it by; never given twice.
  public static var id: UInt32 { 8 }
  /// Address of its word of pending things; 0: it is not there (yet, or any more).
  public static var pending: UInt32 { 12 }
  /// The task that runs its main thread; 0: nobody does.
  public static var mainTask: UInt32 { 16 }
  /// Address of the word that keeps that thread from going to sleep.
  static var mainWake: UInt32 { 20 }
  /// Address of its word of signals that have come (bit n: number n).
  static var signals: UInt32 { 24 }
  /// The interpreter whose code its main thread runs meanwhile (its record), or 0.
  public static var inside: UInt32 { 28 }
  /// 1 while `machine.disable_irq` holds its callbacks back.
  static var held: UInt32 { 32 }
  /// `callbackLevel`.
  static var level: UInt32 { 36 }
  /// Callbacks that wait: their number, then `Callback.capacity` entries.
  static var callbacks: UInt32 { 40 }
  static var entries: UInt32 { 44 }
  @inline(__always) private static var end: UInt32 { entries &+ Callback.capacity &* 12 }
  /// Addresses of its state and its main thread's record.
  public static var state: UInt32 { end }
  public static var thread: UInt32 { end &+ 4 }
  /// Its memory: a block of the kernel's, or 0; then a handle of the interpreter (`owner`, its record) in whose heap it lies.
  public static var block: UInt32 { end &+ 8 }
  public static var place: UInt32 { end &+ 12 }
  public static var owner: UInt32 { end &+ 16 }
  static var bytes: UInt32 { end &+ 20 }
}

/// The interpreters of the board. A callback is its interpreter's whose handles it carries; signals and Ctrl-C are the main one's.
extension Board {
  /// Bits of a handle below its interpreter's number.
  @inlinable public static var handleShift: UInt32 { 20 }
  /// Most interpreters at a time.
  static var mostInterpreters: UInt32 { 255 }

  /// The main interpreter's record; 0 before there is one.
  public var mainInterpreter: Address { self[BoardRecord.interpreters] }
  public func interpreter(after record: Address) -> Address { memory[record &+ InterpreterRecord.next] }
  public func interpreter(id: UInt32) -> Address {
    var r = mainInterpreter
    while r != 0 && (memory[r &+ InterpreterRecord.id] != id || memory[r &+ InterpreterRecord.pending] == 0) { r = interpreter(after: r) }
    return r
  }
  private func interpreter(number: UInt32) -> Address {
    var r = mainInterpreter
    while r != 0 && memory[r &+ InterpreterRecord.number] != number { r = interpreter(after: r) }
    return r
  }
  /// The interpreter that a handle belongs to, or 0.
  func interpreter(ofHandle handle: UInt32) -> Address { interpreter(number: handle >> Board.handleShift) }

  /// Names the main interpreter: the address of its word of pending things, its main thread's task, the word that keeps this thread from going to sleep, its signals.
  public func attach(pending: Address, task: TaskHandle, wake: Address, signals: Address) -> Address {
    if mainInterpreter == 0 {
      let r = kernel.allocate(InterpreterRecord.bytes)
      if r == 0 { port.panic("no memory for the interpreter's record") }
      memory.fill(r, 0, count: InterpreterRecord.bytes)
      self[BoardRecord.interpreters] = r
    }
    enter(mainInterpreter, pending: pending, wake: wake, signals: signals)
    memory[mainInterpreter &+ InterpreterRecord.mainTask] = task
    return mainInterpreter
  }
  /// A record for one more interpreter, not to be found before `enter`; 0: there is no memory for it.
  public func newInterpreter() -> Address {
    let r = kernel.allocate(InterpreterRecord.bytes), m = memory
    if r == 0 { return 0 }
    m.fill(r, 0, count: InterpreterRecord.bytes)
    return port.exclusive {
      var number: UInt32 = 1
      while number <= Board.mostInterpreters && interpreter(number: number) != 0 { number &+= 1 }
      if number > Board.mostInterpreters { kernel.free(r); return 0 }
      m[r &+ InterpreterRecord.number] = number
      self[BoardRecord.interpreterIDs] &+= 1
      m[r &+ InterpreterRecord.id] = self[BoardRecord.interpreterIDs]
      var last = mainInterpreter
      while m[last] != 0 { last = m[last] }
      m[last] = r
      return r
    }
  }
  public func enter(_ r: Address, pending: Address, wake: Address, signals: Address) {
    let m = memory
    m[r &+ InterpreterRecord.mainWake] = wake
    m[r &+ InterpreterRecord.signals] = signals
    m[r &+ InterpreterRecord.pending] = pending
  }
  /// Nobody finds the interpreter any more; its record is freed by `freeInterpreter`.
  public func forgetInterpreter(_ r: Address) { port.exclusive { memory[r &+ InterpreterRecord.pending] = 0 } }
  public func freeInterpreter(_ r: Address) {
    port.exclusive {
      var at = mainInterpreter
      while memory[at] != 0 && memory[at] != r { at = memory[at] }
      memory[at] = memory[r]
    }
    kernel.free(r)
  }
  /// The running task becomes an interpreter's main thread; false if another one is that already, or it is gone.
  public func claimInterpreter(_ r: Address, task: TaskHandle) -> Bool {
    port.exclusive {
      if memory[r &+ InterpreterRecord.mainTask] != 0 || memory[r &+ InterpreterRecord.pending] == 0 { return false }
      memory[r &+ InterpreterRecord.mainTask] = task
      return true
    }
  }

  /// Sets bits in an interpreter's pending word and ends what its main thread waits for, also inside of another interpreter: that one is told (bit 128,
  /// `Pending.outer`).
  public func signal(_ r: Address, _ bits: UInt32) {
    let m = memory
    if r == 0 || m[r &+ InterpreterRecord.pending] == 0 { return }
    port.change(m[r &+ InterpreterRecord.pending], set: bits)
    var at = r, left: UInt32 = 32
    while true {
      if m[at &+ InterpreterRecord.mainWake] != 0 { m[m[at &+ InterpreterRecord.mainWake]] = 1 }
      at = m[at &+ InterpreterRecord.inside]
      left &-= 1
      if at == 0 || left == 0 { break }
      port.change(m[at &+ InterpreterRecord.pending], set: 128)
    }
    if r == mainInterpreter { self[BoardRecord.consoleReady] = 1 }
    if m[r &+ InterpreterRecord.mainTask] != 0 { kernel.interrupt(m[r &+ InterpreterRecord.mainTask]) }
  }
  /// The same of the main interpreter.
  public func signal(_ bits: UInt32) { signal(mainInterpreter, bits) }

  /// Signal `number` (1 to 31) has come for the main interpreter's main thread.
  public func raiseSignal(_ number: UInt32) {
    if pending == 0 { return }
    port.change(memory[mainInterpreter &+ InterpreterRecord.signals], set: 1 << number)
    signal(16)  // Pending.signals
  }
  /// Address of the main interpreter's word of pending things; 0 without an interpreter.
  public var pending: Address { mainInterpreter == 0 ? 0 : memory[mainInterpreter &+ InterpreterRecord.pending] }

  /// Head of the list of queues between interpreters (Modules/Messages.swift).
  public var messageQueues: Address {
    get { self[BoardRecord.messageQueues] }
    nonmutating set { self[BoardRecord.messageQueues] = newValue }
  }
  public func nextQueueID() -> UInt32 {
    self[BoardRecord.messageQueueIDs] &+= 1
    return self[BoardRecord.messageQueueIDs]
  }

  /// The end of an interpreter: whatever calls back into it is turned off.
  public func silence(_ r: Address) {
    let number = memory[r &+ InterpreterRecord.number]
    func isIts(_ h: (function: UInt32, argument: UInt32)) -> Bool { h.function != 0 && h.function >> Board.handleShift == number }
    var i: UInt32 = 0
    while i < Board.pinCount { if isIts(pinHandles(i)) { listen(i, events: 0, nil) }; i &+= 1 }
    i = 0
    while i < 12 { if isIts(dmaHandles(i)) { listen(dma: i, nil) }; i &+= 1 }
    i = 0
    while i < 8 { if isIts(machineHandles(i)) { listen(machine: i, nil) }; i &+= 1 }
    i = 0
    while i < 2 {
      if isIts(pioHandles(i)) { listen(pio: i, triggers: 0, nil) }
      if isIts(uartHandles(i)) { listenUART(i, events: 0, nil) }
      if isIts(targetHandles(i)) { _ = closeTarget(i) }
      i &+= 1
    }
    // Sound that moves to or from its memory; a stream that it leaves open plays on in silence.
    var s = memory[address &+ DescriptorTable.audio]
    while s != 0 {
      if isIts((memory[s &+ AudioRecord.callback], 0)) { endAudioMove(s) }
      s = memory[s &+ AudioRecord.next]
    }
    var a = self[BoardRecord.alarms]
    while a != 0 {
      let next = memory[a &+ AlarmRecord.next]
      if isIts(alarmHandles(a)) { freeAlarm(a) }
      a = next
    }
    memory[r &+ InterpreterRecord.callbacks] = 0
  }
}
