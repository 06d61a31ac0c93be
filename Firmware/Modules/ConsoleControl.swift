import Drivers
import Port
import Python

extension VM {
  /// The board around this interpreter.
  public borrowing func board() -> Board { Board(port, at: memory[state &+ State.board]) }
  /// The board's record of this interpreter.
  var record: Address { memory[state &+ State.record] }

  /// Which console byte raises KeyboardInterrupt: 3 while a program runs, -1 for none.
  public borrowing func interruptCharacter(_ byte: Int32) {
    if memory[state &+ State.board] != 0 { board().setInterruptByte(byte < 0 ? nil : UInt8(truncatingIfNeeded: byte)) }
  }

  /// Tells of the pending exception, which nobody has caught: by `sys.excepthook` if the program has set one. True: SystemExit came out of that and is pending.
  public mutating func reportUncaught() -> Bool {
    let mark = mark
    defer { release(to: mark) }
    let e = slot(), hook = slot(), given = slots(3)
    takePending(e)
    if !findExceptionHook(hook, given) {
      report(e)
      return false
    }
    do throws(Raise) {
      set(given, typeOf(self(e)))
      copy(given.up(1), e)
      try tracebackObject(e, given.up(2))
      try call(hook, Args(given, 3), hook)
    } catch {
      if pendingIs(.SystemExit) { return true }
      write("Error in sys.excepthook:\n")
      reportPending()
      write("\nOriginal exception was:\n")
      report(e)
    }
    return false
  }
  /// `sys.excepthook` if it is another one than at first (which does what `report` does, with more memory).
  private mutating func findExceptionHook(_ hook: Slot, _ first: Slot) -> Bool {
    if heapLockDepth > 0 { return false }
    do throws(Raise) {
      set(first, root(.modules))
      set(hook, Value(Q.sys))
      if try !dictGet(first, hook, hook) { return false }
      if try !findAttribute(hook, Q.__excepthook__, first) { return false }
      if try !findAttribute(hook, Q.excepthook, hook) { return false }
      return self(hook).value != self(first).value
    } catch {
      takePending(hook)
      return false
    }
  }

  /// Takes the pending exception and prints it with its traceback on the console.
  public mutating func reportPending() {
    let mark = mark
    defer { release(to: mark) }
    let e = slot()
    takePending(e)
    report(e)
  }
  private mutating func report(_ e: Slot) {
    let text = slot()
    do throws(Raise) {
      // With the heap locked the text goes out piece by piece.
      if heapLockDepth > 0 {
        set(text, VM.consoleBuilder)
        try printException(e, text)
        set(text, Value.null)
        return
      }
      try newBuilder(text)
      try printException(e, text)
      try finish(text, Kind.bytes, text)
      let range = try byteRange(text, writable: false)
      consoleWrite(UnsafeRawBufferPointer(start: memory.at(range.address), count: Int(range.count)))
    } catch {
      takePending(text)
      // No memory for the text: piece by piece.
      _ = lockHeap()
      defer { _ = unlockHeap() }
      do throws(Raise) {
        set(text, VM.consoleBuilder)
        try printException(e, text)
        set(text, Value.null)
        return
      } catch { takePending(text) }
      let message: StaticString = "an exception that could not be printed\r\n"
      consoleWrite(UnsafeRawBufferPointer(start: message.utf8Start, count: message.utf8CodeUnitCount))
    }
  }
}
