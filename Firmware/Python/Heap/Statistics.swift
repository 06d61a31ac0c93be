import Port

// What `gc` and `micropython` report and set.

extension VM {
  public var automaticCollection: Bool {
    get { memory[state &+ State.heapFlags] & HeapFlag.automatic != 0 }
    nonmutating set { memory[state &+ State.heapFlags] = memory[state &+ State.heapFlags] & ~HeapFlag.automatic | (newValue ? HeapFlag.automatic : 0) }
  }
  /// The thread gives the interpreter away: what is its own is put aside. Then the same for who takes it.
  public borrowing func putAside() { memory[thread &+ Thread.heapLocked] = memory[state &+ State.heapLocked] }
  public borrowing func takeUp() {
    if memory[state &+ State.heapLocked] == memory[thread &+ Thread.heapLocked] { return }
    memory[state &+ State.heapLocked] = memory[thread &+ Thread.heapLocked]
    updateLimit()
  }
  public var threshold: UInt32 { memory[state &+ HeapState.threshold] }
  public var heapLockDepth: UInt32 { memory[state &+ State.heapLocked] }
  public var collectionCount: UInt32 { memory[state &+ State.collections] }
  public var staticStringCount: UInt32 { firstDynamicString() &- 1 }
  public var dynamicStringCount: UInt32 { memory[state &+ State.stringCount] }
  /// Bytes of the thread's stack in use.
  public borrowing func stackUse() -> UInt32 { memory[thread &+ Thread.top] &- memory[thread &+ Thread.stackBase] }
  /// Bytes that the thread's stack has for Python frames.
  public borrowing func stackRoom() -> UInt32 { memory[thread &+ Thread.softLimit] &- memory[thread &+ Thread.stackBase] }
  /// How many objects, dead ones included, take one or two blocks of 16 bytes, and the blocks of the largest.
  public borrowing func objectSizes() -> (ones: UInt32, twos: UInt32, largest: UInt32) {
    let m = memory, end = m[state &+ State.heapCursor]
    var p = m[state &+ State.heapStart], found: (ones: UInt32, twos: UInt32, largest: UInt32) = (0, 0, 0)
    while p < end {
      let words = Object.words(m[p], m[p &+ 4]), blocks = (words &+ 3) / 4
      if Header.kind(m[p]) != Kind.free {
        if blocks == 1 { found.ones &+= 1 }
        if blocks == 2 { found.twos &+= 1 }
        found.largest = max(found.largest, blocks)
      }
      p &+= words &* 4
    }
    return found
  }
  /// Bytes of the strings interned at run time.
  public var dynamicStringBytes: UInt32 {
    var n: UInt32 = 0, i: UInt32 = 0
    let first = memory[Image.base &+ Image.stringsWord &* 4]
    while i < dynamicStringCount {
      n &+= UInt32(bitPattern: textObject(Qstr(first &+ i)).int(Str.count))
      i &+= 1
    }
    return n
  }
  /// Bytes ever allocated, modulo 2^32.
  public borrowing func heapAllocated() -> UInt32 { memory[state &+ HeapState.freed] &+ heapUsed() }
  /// Bytes of the pin zone, holes included.
  public borrowing func heapPinned() -> UInt32 { memory[state &+ HeapState.arenas] &- memory[state &+ HeapState.zoneStart] }

  /// Writes a line to the console without allocating: each `%` takes the next number.
  public borrowing func print(_ format: StaticString, _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    let p = UnsafeRawPointer(format.utf8Start), n = format.utf8CodeUnitCount
    var from = 0, i = 0, argument = 0
    while i < n {
      if p.load(fromByteOffset: i, as: UInt8.self) == 0x25 {
        consoleWrite(UnsafeRawBufferPointer(start: p + from, count: i - from))
        print(decimal: argument == 0 ? a : argument == 1 ? b : c)
        argument += 1
        from = i + 1
      }
      i += 1
    }
    consoleWrite(UnsafeRawBufferPointer(start: p + from, count: n - from))
  }
  private borrowing func print(decimal n: UInt32) {
    var divisor: UInt32 = 1
    while n / divisor >= 10 { divisor &*= 10 }
    while divisor > 0 {
      var digit = UInt8(truncatingIfNeeded: n / divisor % 10) &+ 0x30
      withUnsafeBytes(of: &digit) { consoleWrite($0) }
      divisor /= 10
    }
  }
  /// Bytes of an object and of the storage that it alone refers to; 0 for what is no object in memory.
  public borrowing func objectBytes(_ s: Slot) -> UInt32 {
    let o = self(s)
    if !o.isObject { return 0 }
    func words(_ r: borrowing Ref) -> UInt32 { Object.words(r.header, r.raw(1)) }
    var n = words(o), i: UInt32 = 1
    while o.kind >= Kind.list && i < words(o) {
      let part = o.at(i)
      if part.isObject && (part.kind == Kind.storage || part.kind == Kind.buffer) { n &+= words(part) }
      i &+= 1
    }
    return n &* 4
  }
}
