// Contract of Heap/, Types/Dict.swift, Types/Set.swift and Objects/Strings.swift (owner: heap). Bodies here are placeholders.
import Port

extension VM {
  mutating func memoryError(_ bytes: UInt32) -> Raise { raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: Int32(bitPattern: bytes & 0x3fff_ffff))) }
  /// A new object of `words` words (header included) with every field null. May collect; raises MemoryError.
  public mutating func new(_ kind: UInt32, words: UInt32, _ out: Slot) throws(Raise) {
    // Placeholder: bump without collection.
    let at = memory[state &+ State.heapCursor]
    if at &+ words &* 4 > memory[state &+ State.heapLimit] { throw raise(.MemoryError, "memory allocation failed") }
    memory.fill(at, 0, count: words &* 4)
    memory[at] = Header.make(kind, words: words)
    memory[state &+ State.heapCursor] = at &+ words &* 4
    memory[out.address] = at
  }
  /// A raw object (`str`, `bytes`, `buffer`, `bytecode`, `bigInt`) of `count` bytes, zeroed, word 1 set. Hash words are 0.
  public mutating func newRaw(_ kind: UInt32, bytes count: UInt32, _ out: Slot) throws(Raise) {
    let head: UInt32 = kind == Kind.str || kind == Kind.bytes ? 3 : 2
    try new(kind, words: head &+ (count &+ 3) / 4, out)
    self(out).setInt(1, Int32(count))
  }
  /// A tuple or storage of `count` null items, word 1 set.
  public mutating func newItems(_ kind: UInt32, _ count: UInt32, _ out: Slot) throws(Raise) {
    try new(kind, words: 2 &+ count, out)
    self(out).setInt(1, Int32(count))
  }
  /// A full collection.
  public mutating func collect() {}

  // Strings. A text value is an interned string or a `str` object; `text` gives the object of either.

  // dict. Keys compare by `==`; interned strings by identity first.
  /// Binary operators of dict and set kinds; false if they do not apply (out untouched).
  public mutating func dictBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func setBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  /// Appends the repr of a dict, dict view, set or frozenset to a text builder.
  public mutating func dictRepr(_ o: Slot, _ builder: Slot) throws(Raise) {}

  // Handles: values that outlive a call (callbacks). 0 is no handle.
  public mutating func newHandle(_ s: Slot) throws(Raise) -> UInt32 { 0 }
  public borrowing func handle(_ h: UInt32, _ out: Slot) {}
  public borrowing func dropHandle(_ h: UInt32) {}
  /// `id()`: stable for the object's life.
  public mutating func identity(_ s: Slot, _ out: Slot) throws(Raise) {}
  /// Moves the payload of a buffer to the pin area and keeps it there until `unpin`; answers the address of its first byte.
  public mutating func pin(_ s: Slot) throws(Raise) -> Address { 0 }
  public borrowing func unpin(_ s: Slot) {}
}
