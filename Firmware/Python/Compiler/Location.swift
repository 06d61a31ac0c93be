import Port

extension VM {
  /// Gives the pending exception a traceback of one entry: a place in a source file, in no function. Without memory for it there is none.
  mutating func locatePending(file: Qstr, line: UInt32) {
    let mark = self.mark; defer { release(to: mark) }
    let exception = slot(), entry = slot()
    memory[exception.address] = memory[thread &+ Thread.exception]
    guard self(exception).isKind(Kind.exception) else { return }
    memory[thread &+ Thread.exception] = 0
    do throws(Raise) {
      try newItems(Kind.storage, 3, entry)
      self(entry).set(2, Value(file))
      self(entry).setInt(3, Int32(bitPattern: line))
      self(exception).set(4, self(entry))
    } catch {}
    memory[thread &+ Thread.exception] = memory[exception.address]
  }
}
