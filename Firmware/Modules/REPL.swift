import Drivers
import Port
import Python
import Registers

/// Why the prompt ended.
public enum PromptEnd: UInt8, Sendable {
  /// Ctrl-D on an empty line, or an empty raw program: the interpreter starts anew.
  case softReset
  /// The console's input has ended.
  case endOfInput
  /// `SystemExit`: the status is in the exception that stays pending.
  case exit
}

/// Whether the prompt talks to a person or, in raw mode, to a program such as mpremote. Outlives a soft reset.
public struct PromptMode: BitwiseCopyable, Sendable {
  public var raw = false
  public init() {}
}

/// What the banner and `sys` say of this firmware.
public enum FirmwareVersion {
  /// Version and date of the firmware.
  public static var text: StaticString { "1.29.0-tayberry on 2026-11-21" }
  public static var machine: StaticString { "Raspberry Pi Pico with RP2040" }
}

//@qstr stdin_name="<stdin>"

extension VM {
  /// The prompt on the console: friendly, paste, raw and raw-paste mode. Runs until soft reset, end of input or SystemExit.
  public mutating func runPrompt(_ mode: inout PromptMode) -> PromptEnd {
    let mark = mark
    defer { release(to: mark) }
    let history = slot()
    do throws(Raise) { try newList(history) } catch { return .softReset }
    // At the prompt Ctrl-C is a byte like any other.
    interruptCharacter(-1)
    while true {
      let end = mode.raw ? rawLoop() : friendlyLoop(history)
      switch end {
      case .toRaw: mode.raw = true
      case .toFriendly: mode.raw = false
      case .softReset: return .softReset
      case .endOfInput: return .endOfInput
      case .exit: return .exit
      }
    }
  }

  private enum LoopEnd { case toRaw, toFriendly, softReset, endOfInput, exit }

  // MARK: Friendly mode

  private borrowing func banner() {
    write("MicroPython ")
    write(FirmwareVersion.text)
    write("; ")
    writeMachine()
    write("\r\nType \"help()\" for more information.\r\n")
  }

  /// What the interpreter runs on: the board, or the host's process (`tayberry-unix`).
  private borrowing func writeMachine() {
    if memory[state &+ State.board] != 0 && board().variable("NO_RESET") == 1 { write("linux [Swift 6.3] version") } else { write(FirmwareVersion.machine) }
  }

  private mutating func friendlyLoop(_ history: Slot) -> LoopEnd {
    banner()
    while true {
      let mark = mark
      defer { release(to: mark) }
      let source = slot()
      do throws(Raise) {
        switch try readStatement(history, source) {
        case .entered:
          if vmTextIsEmpty(source) { continue }
          if try runSource(source, mode: .single, endMark: false) { return .exit }
        case .interrupted: write("\r\nKeyboardInterrupt\r\n")
        case .ended: write("\r\n"); return .softReset
        case .rawMode: write("\r\n"); return .toRaw
        case .friendlyMode: write("\r\n"); banner()
        case .pasteMode: if try paste() { return .exit }
        case .endOfInput: return .endOfInput
        }
      } catch {
        reportPending()
      }
    }
  }

  private borrowing func vmTextIsEmpty(_ s: Slot) -> Bool { text(self(s)).int(1) == 0 }

  /// Reads a statement, several lines of it while it is incomplete, as text into `source`.
  private mutating func readStatement(_ history: Slot, _ source: Slot) throws(Raise) -> LineEnd {
    let mark = mark
    defer { release(to: mark) }
    let line = slot(), all = slot(), part = slot()
    try newBuilder(all)
    var indent: UInt32 = 0, first = true, indents = true, blankLines: UInt32 = 0
    terminal(edits: true)
    while true {
      var editor = try LineEditor(&self, line: line, history: history, first: first)
      let end = try editor.edit(&self, indent: indent)
      switch end {
      case .entered: break
      case .rawMode, .friendlyMode, .ended, .pasteMode:
        // Only at the start of a statement; in the middle of one Ctrl-D and the like abandon it.
        if first { return end }
        write("\r\n")
        return .interrupted
      case .interrupted, .endOfInput: return end
      }
      try editor.remember(&self)
      try editor.takeText(&self, part)
      if !first { try append(all, byte: 10) }
      try append(all, part)
      // A block ends with an empty line; indentation goes on, twice after a line of nothing else.
      try snapshot(all, part)
      if try wantsMore(part) {
        blankLines = !first && editor.isBlank(self) ? blankLines &+ 1 : 0
        indents = indents && !editor.tookIndentBack
        indent = !indents || blankLines > 1 ? 0 : editor.nextIndent(self)
        first = false
        continue
      }
      try snapshot(all, source)
      return .entered
    }
  }

  /// A `str` of what a builder holds so far; the builder goes on.
  private mutating func snapshot(_ builder: Slot, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let copy = slot()
    try newBuilder(copy)
    try append(copy, builder)
    try finish(copy, Kind.str, out)
  }

  // MARK: Paste mode

  private mutating func paste() throws(Raise) -> Bool {
    let mark = mark
    defer { release(to: mark) }
    let all = slot(), source = slot()
    try newBuilder(all)
    write("\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ")
    while true {
      guard let c = readConsole() else { return false }
      switch c {
      case Control.c: write("\r\n"); return false
      case Control.d:
        write("\r\n")
        try finish(all, Kind.str, source)
        return try runSource(source, mode: .module, endMark: false)
      case Control.enter, Control.newline:
        try append(all, byte: 10)
        write("\r\n=== ")
      default:
        try append(all, byte: c)
        write(byte: c)
      }
    }
  }

  // MARK: Raw mode

  /// Tells the host how its terminal shall behave: single keys while a line is edited, lines and signals while a program runs.
  private borrowing func terminal(edits: Bool) {
    if memory[state &+ State.board] != 0 && board().hasHostLink { board().link(HOSTLINK.Command.terminal, edits ? 1 : 0) }
  }

  private mutating func rawLoop() -> LoopEnd {
    write("raw REPL; CTRL-B to exit\r\n")
    while true {
      let mark = mark
      defer { release(to: mark) }
      write(">")
      terminal(edits: true)
      let all = slot(), source = slot()
      do throws(Raise) {
        try newBuilder(all)
        var pasted = false
        collecting: while true {
          guard let c = readConsole() else { return .endOfInput }
          switch c {
          case Control.a:
            // ^E A ^A, and nothing before it, asks for raw-paste mode; ^E with another letter is refused. Else it begins anew.
            let asks = bytesOf(all).count == 2 && bytesOf(all)[0] == Control.e, pastes = asks && bytesOf(all)[1] == 65
            try newBuilder(all)
            if pastes {
              write("R\u{1}")
              pasted = try rawPaste(all)
              if pasted { break collecting }
              throw raise(.KeyboardInterrupt, "")
            }
            if asks { write("R\0>") } else { write("raw REPL; CTRL-B to exit\r\n>") }
          case Control.b: write("\r\n"); return .toFriendly
          case Control.c: try newBuilder(all)
          case Control.d:
            write("OK")
            break collecting
          default: try append(all, byte: c)
          }
        }
        try finish(all, Kind.str, source)
        if !pasted && vmTextIsEmpty(source) { write("\r\n"); return .softReset }
        if try runSource(source, mode: .module, endMark: true) { return .softReset }
      } catch {
        write("\u{4}")
        reportPending()
        write("\u{4}")
      }
    }
  }

  /// The window of raw-paste: how many bytes the host may send ahead.
  private static var window: UInt32 { 128 }

  /// Collects a program under flow control. False if Ctrl-C stopped it.
  private mutating func rawPaste(_ all: Slot) throws(Raise) -> Bool {
    write(byte: UInt8(Self.window & 255))
    write(byte: UInt8(Self.window >> 8))
    write("\u{1}")
    var taken: UInt32 = 0
    while true {
      guard let c = readConsole() else { return false }
      if c == Control.c { write("\u{4}"); return false }
      if c == Control.d { write("\u{4}"); return true }
      try append(all, byte: c)
      taken &+= 1
      if taken == Self.window { write("\u{1}"); taken = 0 }
    }
  }

  // MARK: Running

  /// A line that awaits is a coroutine: `asyncio.repl_runner.run(_)`, with what the program knows as `asyncio`.
  private mutating func runAwaiting(_ line: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let globals = slot(), source = slot(), code = slot(), result = slot(), old = slot()
    set(globals, root(.main))
    set(old, dictFind(self(globals), Q.underscore))
    try dictStore(globals, Q.underscore, line)
    var failed = false
    do throws(Raise) {
      try newBuilder(source)
      try append(source, "asyncio.repl_runner.run(_)")
      try finish(source, Kind.str, source)
      try compile(source, file: Q.stdin_name, mode: .single, code)
      try execute(code, globals: globals, locals: globals, result)
    } catch { failed = true }
    // What the line printed last is `_`, as ever.
    set(result, dictFind(self(globals), Q.underscore))
    if self(result).word != self(line).word {
    } else if self(old).isNull {
      _ = try dictDrop(globals, Q.underscore)
    } else {
      try dictStore(globals, Q.underscore, old)
    }
    if failed { throw Raise() }
  }
  /// Compiles and runs program text in `__main__`. True after SystemExit, which stays pending. `endMark`: raw mode's end-of-text bytes.
  private mutating func runSource(_ source: Slot, mode: CompileMode, endMark: Bool) throws(Raise) -> Bool {
    let mark = mark
    defer { release(to: mark) }
    let code = slot(), globals = slot(), result = slot()
    interruptCharacter(Int32(Control.c))
    terminal(edits: false)
    var raised = false
    do throws(Raise) {
      try compile(source, file: Q.stdin_name, mode: mode, code)
      set(globals, root(.main))
      try execute(code, globals: globals, locals: globals, result)
      if self(result).isKind(Kind.generator) { try runAwaiting(result) }
    } catch { raised = true }
    // A heap that the program locked would lock the prompt out.
    while heapLockDepth > 0 { _ = unlockHeap() }
    interruptCharacter(-1)
    if raised && pendingIs(.SystemExit) {
      if endMark { write("\u{4}\u{4}") }
      return true
    }
    if endMark { write("\u{4}") }
    let exits = raised && reportUncaught()
    if endMark { write("\u{4}") }
    return exits
  }
}

/// What the prompt does with the value of an expression statement: prints its repr and keeps it as `_`, unless it is None.
//@native builtins:__repl_print__ 1 1
func replPrint(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, .none)
  if vm(a[0]).value.isNone { return }
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let text = vm.slot(), globals = vm.slot()
  try vm.newBuilder(text)
  try vm.repr(a[0], text)
  try vm.append(text, byte: 10)
  try vm.finish(text, Kind.bytes, text)
  let range = try vm.byteRange(text, writable: false)
  vm.consoleWrite(UnsafeRawBufferPointer(start: vm.memory.at(range.address), count: Int(range.count)))
  do { vm.set(globals, vm.root(.main)) }
  try vm.dictStore(globals, Q.underscore, a[0])
}
