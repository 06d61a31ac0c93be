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

  /// Takes the pending exception and prints it with its traceback on the console.
  public mutating func reportPending() {
    let mark = mark
    defer { release(to: mark) }
    let e = slot(), text = slot()
    takePending(e)
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
