import Drivers
import Kernel
import Modules
import Port
import Python
import Registers

/// How a program or the prompt ended.
enum RunEnd: Equatable {
  case normal
  /// An uncaught exception, already printed.
  case exception
  /// SystemExit with this status.
  case exit(UInt32)
  /// Ctrl-C.
  case interrupted
  /// `machine.soft_reset`.
  case softReset
}

extension PicoFirmware {
  /// Bytes for Python frames of the main thread, and the heap's size unless the board variable HEAP says otherwise (DESIGN §4).
  static var frameBytes: UInt32 { 16 << 10 }
  static var defaultHeap: UInt32 { 160 << 10 }

  /// The interpreter's task: one interpreter after the other, a new one for every soft reset.
  static func pythonMain(_ board: Board) -> Never {
    var mode: UInt32 = 1  // without a host: the prompt
    if board.hasHostLink { mode = UInt32(bitPattern: board.link(HOSTLINK.Command.mode)) }
    if board.variable("CONSOLE_UART0") == 1 { board.useUARTConsole() }
    if board.variable("CONSOLE_USB") == 1 { board.useUSBConsole(alone: true) }
    board.takeTimeOfDayFromHost()
    board.startCalendar()
    var prompt = PromptMode()
    let program = mode
    while true {
      let status = interpreter(board, mode, &prompt)
      if let status {
        board.exitRun(status)
        // Nothing is left to do; drivers and the other core go on until the host ends the run.
        while true { _ = board.kernel.delay(until: .never) }
      }
      // As on a board with a main.py: it runs again, unless a host's tool talks to the prompt in raw mode.
      if prompt.raw { mode &= ~2 } else { mode = program }
      board.softReset()
      board.write("MPY: soft reboot\r\n")
    }
  }

  /// One life of the interpreter. Answers the exit status of the run, nil for a soft reset.
  private static func interpreter(_ board: Board, _ mode: UInt32, _ prompt: inout PromptMode) -> UInt32? {
    var (start, bytes) = (MemoryMap.python, MemoryMap.pythonEnd &- MemoryMap.python)
    // Both are the host's to choose; frames of more than the default lie in lent RAM.
    let frameBytes = max(board.variable("STACK") ?? frameBytes, frameBytes)
    let overhead = State.bytes &+ Thread.bytes &+ frameBytes &+ 16
    let lent = (board.variable("RAM") ?? 0) << 20, asked = board.variable("HEAP")
    // A watchful heap has its copies in the rest of it.
    let watchful = lent != 0 && board.variable("HEAP_WATCHFUL") == 1
    if lent != 0 && UInt64(asked ?? .max) + UInt64(overhead) > UInt64(bytes) {
      start = MemoryMap.lent
      // A quarter is for the kernel (threads' native stacks), unless the heap was asked to be larger.
      bytes = min((asked ?? lent / 4 &* (watchful ? 1 : 3)) &+ overhead, lent)
      board.kernel.addMemory(max(MemoryMap.lent &+ bytes, MemoryMap.lent &+ lent / 4 &* 3), MemoryMap.lent &+ lent)
    } else {
      bytes = UInt32(min(UInt64(asked ?? defaultHeap) + UInt64(overhead), UInt64(bytes)))
    }
    // Hostile mode moves objects through all the rest of the lent memory.
    let window = watchful || lent != 0 && board.variable("HEAP_HOSTILE") == 1 ? lent / 4 &* 3 &- overhead &- 64 : 0
    let depth = board.variable("NATIVE") ?? pythonStackBytes &- NativeStack.reserve
    var vm = Interpreter.create(board.port, at: start, bytes: bytes, stackBytes: frameBytes, depthLimit: depth, window: window, watchful: watchful)
    // The level, and how much is to be told of what is compiled.
    let options = board.variable("OPTIMISATION") ?? 0, verbose = options &>> 8
    board.memory[vm.state &+ State.optimisation] = options & 255
    board.memory[vm.state &+ State.board] = board.address
    board.memory[vm.thread &+ Thread.task] = board.kernel.task
    board.kernel.setUser(board.kernel.task, vm.thread)
    board.memory[vm.state &+ State.record] = board.attach(
      pending: vm.state &+ State.pending, task: board.kernel.task, wake: vm.thread &+ Thread.wake, signals: vm.state &+ State.signals)
    board.setInterruptByte(3)
    let values = vm.slot()
    board.memory[vm.thread &+ Thread.values] = values.address
    let status = life(&vm, board, mode, verbose, &prompt)
    if verbose != 0 && status != nil { tell(&vm, Q.micropython, Q.mem_info, nil) }
    vm.interruptInterpreters()
    vm.endThreads()
    // Its own queues go before those that are left are dropped.
    vm.reapRTOS(all: true)
    vm.endInterpreters()
    return status
  }
  private static func life(_ vm: inout VM, _ board: Board, _ mode: UInt32, _ verbose: UInt32, _ prompt: inout PromptMode) -> UInt32? {
    var end = RunEnd.normal
    do throws(Raise) {
      try prepare(&vm, board, mode)
      if mode & 2 != 0 { try runProgram(&vm, board, mode, verbose) }
    } catch { end = report(&vm) }
    if end == .softReset { return afterSoftReset(&vm, board) }
    // A program may ask for the prompt after it by a variable of the host's environment, as with MicroPython.
    let mode = mode | (board.variable("NO_RESET") == 1 && inspects(&vm) ? 1 : 0)
    if mode & 1 == 0 {
      do throws(Raise) { try vm.shutDownThreading() } catch {
        let second = report(&vm)
        if end == .normal { end = second }
      }
    }
    // With the prompt asked for, not even SystemExit ends the run.
    if case .exit(let status) = end, mode & 1 == 0 || mode & 2 == 0 { return leave(&vm, status) }
    if mode & 1 != 0 {
      switch vm.runPrompt(&prompt) {
      case .softReset:
        return afterSoftReset(&vm, board)
      case .endOfInput: return leave(&vm, end == .normal ? 0 : 1)
      case .exit:
        switch report(&vm) {
        case .exit(let status): return leave(&vm, status)
        case .softReset: return afterSoftReset(&vm, board)
        default: return leave(&vm, 1)
        }
      }
    }
    switch end {
    case .normal: return leave(&vm, 0)
    case .interrupted: return leave(&vm, 130)
    default: return leave(&vm, 1)
    }
  }

  private static func inspects(_ vm: inout VM) -> Bool {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let name = vm.slot(), value = vm.slot()
    vm.set(name, Value(Q.MICROPYINSPECT))
    do throws(Raise) { return try vm.hostAnswer(HOSTLINK.Command.environment, name, 0, value) > 0 } catch { vm.takePending(value) }
    return false
  }

  /// The interpreter starts anew: nil. Where the host's process is the board there is nothing to start anew.
  private static func afterSoftReset(_ vm: inout VM, _ board: Board) -> UInt32? { board.variable("NO_RESET") == 1 ? leave(&vm, 0) : nil }

  /// Runs what `sys.atexit` holds; an exception of it is printed. Answers the exit status.
  private static func leave(_ vm: inout VM, _ status: UInt32) -> UInt32 {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let function = vm.slot(), result = vm.slot()
    vm.copyRoot(.module(7), function)
    if vm(function).isNull { return status }
    vm.setRoot(.module(7), Value.null)
    do throws(Raise) { try vm.call(function, Args(result, 0), result) } catch {
      if case .exit(let other) = report(&vm) { return other }
      return 1
    }
    return status
  }

  /// `__main__`, `sys.argv`, `sys.path`.
  private static func prepare(_ vm: inout VM, _ board: Board, _ mode: UInt32) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let list = vm.slot(), item = vm.slot(), none = vm.slot()
    try vm.newList(list)
    vm.setRoot(.argv, vm(list))
    var i: UInt32 = 0
    while try vm.hostAnswer(HOSTLINK.Command.argument, none, i, item) >= 0 {
      try vm.listAppend(list, item)
      i &+= 1
    }
    if try vm.boardVariable("PATH", item) {
      vm.set(list, Value(Q.char58))
      try vm.callMethod(item, Q.split, Args(list, 1), none)
      vm.setRoot(.path, vm(none))
    } else if mode & 1 != 0 {
      // At a prompt also as on a Pico: where the user is (mpremote goes to the folder that it mounts), and /lib.
      vm.copyRoot(.path, list)
      vm.set(item, Value(Q.empty))
      try vm.listAppend(list, item)
      vm.set(item, Value(Q.dot_frozen))
      try vm.listAppend(list, item)
      vm.set(item, Value(Q.lib_folder))
      try vm.listAppend(list, item)
    }
  }

  /// Fetches the host's program, compiles it and runs it as `__main__`.
  private static func runProgram(_ vm: inout VM, _ board: Board, _ mode: UInt32, _ verbose: UInt32) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let text = vm.slot(), code = vm.slot(), globals = vm.slot(), result = vm.slot()
    try vm.newBuilder(text)
    var offset: UInt32 = 0
    while true {
      board.lockLink()
      let n = board.link(HOSTLINK.Command.program, at: board.linkBuffer, length: Board.linkBufferBytes, offset)
      if n <= 0 { board.unlockLink(); break }
      do throws(Raise) {
        try vm.append(text, bytes: UnsafeRawBufferPointer(start: board.memory.at(board.linkBuffer), count: Int(n)))
      } catch { board.unlockLink(); throw error }
      board.unlockLink()
      offset &+= UInt32(n)
    }
    try vm.finish(text, Kind.bytes, text)
    var file = Q.__main__
    do {
      // The program's name: what the host says, or its first argument.
      let name = vm.slot(), zero = vm.slot()
      if try vm.boardVariable("PROGRAM_NAME", name) {
        try vm.intern(name)
        file = vm(name).value.qstr
      } else {
        vm.copyRoot(.argv, name)
        if try vm.length(name) != 0 {
          vm.set(zero, Value(int: 0))
          try vm.getItem(name, zero, name)
          try vm.intern(name)
          file = vm(name).value.qstr
        }
      }
    }
    if mode & 4 != 0 { return try vm.runModule(file) }
    vm.copyRoot(.main, globals)
    vm.set(result, Value(file))
    try vm.dictStore(globals, Q.__file__, result)
    try vm.compile(text, file: file, mode: .module, code)
    vm.set(text, .none)
    if verbose >= 2 { tell(&vm, Q.dis, Q.dis, code) }
    if mode & 8 != 0 { return }
    try vm.execute(code, globals: globals, locals: globals, result)
  }

  /// Calls a function of the library that prints something (`-v`); what it raises is printed.
  private static func tell(_ vm: inout VM, _ module: Qstr, _ name: Qstr, _ argument: Slot?) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let f = vm.slot(), a = vm.slot(), result = vm.slot()
    do throws(Raise) {
      try vm.libraryMember(module, name, f)
      if let argument { vm.copy(a, argument) }
      try vm.call(f, Args(a, argument == nil ? 0 : 1), result)
    } catch { _ = report(&vm) }
  }

  /// Prints the pending exception, unless it is SystemExit, and says how the run ended (DESIGN §7).
  private static func report(_ vm: inout VM) -> RunEnd {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let interrupted = vm.pendingIs(.KeyboardInterrupt)
    if vm.isSoftResetPending() {
      let e = vm.slot()
      vm.takePending(e)
      return .softReset
    }
    if !vm.pendingIs(.SystemExit) && !vm.reportUncaught() { return interrupted ? .interrupted : .exception }
    // SystemExit: no argument or None is 0, a number itself, anything else is printed and means 1.
    let e = vm.slot(), value = vm.slot()
    vm.takePending(e)
    do throws(Raise) {
      try vm.getAttribute(e, Q.value, value)
      let v = vm(value).value
      if v.isNone { return .exit(0) }
      if v.isBool { return .exit(v == .true ? 1 : 0) }
      if v.isInt { return .exit(UInt32(bitPattern: v.int) & 255) }
      let text = vm.slot()
      try vm.newBuilder(text)
      try vm.str(value, text)
      try vm.append(text, byte: 10)
      try vm.finish(text, Kind.bytes, text)
      let range = try vm.byteRange(text, writable: false)
      vm.consoleWrite(UnsafeRawBufferPointer(start: vm.memory.at(range.address), count: Int(range.count)))
    } catch { vm.takePending(e) }
    return .exit(1)
  }
}

extension VM {
  /// Copies a root into a slot.
  borrowing func copyRoot(_ r: Root, _ out: Slot) { set(out, root(r)) }
}
