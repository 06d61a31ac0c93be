import CPort
import Port

extension VM {
  /// Writes bytes to the console: `print`, `sys.stdout.write`, tracebacks. The bytes may lie in the moving heap: nothing is allocated here.
  public borrowing func consoleWrite(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    let block = memory[state &+ Private.capture]
    if block != 0 {
      let used = memory[block &+ 4], n = UInt32(truncatingIfNeeded: bytes.count)
      if n <= memory[block] &- used {
        memory.at(block &+ 8 &+ used).copyMemory(from: start, byteCount: bytes.count)
        memory[block &+ 4] = used &+ n
      }
      return
    }
    #if os(none)
    firmware_console_write(nil, start.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count))
    #else
    firmware_console_write(port.block, start.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count))
    #endif
  }

  /// Writes a text or builder to the console. While there is no room others run, and objects move.
  public mutating func consoleWrite(all s: Slot) {
    var at: UInt32 = 0
    while at < view(s).count {
      let some = consoleRoom(view(s).count &- at), n = view(s).count
      let end = some < n &- min(at, n) ? at &+ some : n
      if at < end { consoleWrite(view(s, at, end).raw) }
      at = max(at, end)
    }
  }
  /// How many of `length` bytes the console takes at once; waits for the first.
  public mutating func consoleRoom(_ length: UInt32) -> UInt32 {
    if memory[state &+ Private.capture] != 0 { return length }
    #if os(none)
    return firmware_console_room(nil, length)
    #else
    return firmware_console_room(port.block, length)
    #endif
  }

  /// Reads up to `count` bytes from the console to an address outside the moving heap (or inside, while nothing is allocated).
  /// The number read; 0 none; -1 end of input.
  public borrowing func consoleRead(_ to: Address, count: UInt32, wait: Bool) -> Int32 {
    let p = memory.at(to).assumingMemoryBound(to: UInt8.self)
    #if os(none)
    return firmware_console_read(nil, p, count, wait ? 1 : 0)
    #else
    return firmware_console_read(port.block, p, count, wait ? 1 : 0)
    #endif
  }

  /// Sends the console's output to memory instead: words capacity and bytes used, then the bytes. 0 ends it. For tests.
  public borrowing func captureConsole(at block: Address, capacity: UInt32) {
    if block != 0 {
      memory[block] = capacity
      memory[block &+ 4] = 0
    }
    memory[state &+ Private.capture] = block
  }
}

extension VM {
  /// Writes a text value (str or interned string) to the console.
  public borrowing func writeText(_ s: Slot) {
    let t = text(self(s))
    consoleWrite(UnsafeRawBufferPointer(start: t.bytes(Str.bytes), count: Int(t.int(Str.count))))
  }
  /// A type of the image by its number (`ModuleType`).
  @_lifetime(borrow self) public borrowing func type(number: UInt32) -> Ref { Ref(Image.type(number), self) }
  /// An object that holds attributes and nothing else.
  public mutating func newNamespace(_ out: Slot) throws(Raise) {
    let made = slot()
    defer { release(to: made) }
    try new(Kind.instance, words: 3, made)
    self(made).set(1, type(.object))
    copy(out, made)
  }
  /// The exception that the innermost running handler handles, or null.
  public borrowing func handledException(_ out: Slot) { memory[out.address] = handledException() }
}
