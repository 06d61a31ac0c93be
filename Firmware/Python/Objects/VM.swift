import Port

/// A Python exception is in flight: the exception object is in the thread's pending word.
public struct Raise: Error, BitwiseCopyable { @inlinable public init() {} }

/// A word of a thread's stack that holds a value: a root of the collector. A plain number; it may be kept and copied freely.
public struct Slot: BitwiseCopyable, Equatable {
  public let address: Address
  @inlinable @inline(__always) public init(_ address: Address) { self.address = address }
  /// The slot `n` words above.
  @inlinable @inline(__always) public func up(_ n: UInt32) -> Slot { Slot(address &+ n &* 4) }
}

/// Arguments of a native function: `count` consecutive slots, then `pairs` of (name, value) slots.
public struct Args: BitwiseCopyable {
  public let first: Slot
  public let count: UInt32, pairs: UInt32
  @inlinable @inline(__always) public init(_ first: Slot, _ count: UInt32, pairs: UInt32 = 0) { self.first = first; self.count = count; self.pairs = pairs }
  /// Positional argument `i`.
  @inlinable @inline(__always) public subscript(_ i: UInt32) -> Slot { first.up(i) }
  /// Name (an interned string) and value of keyword argument `i`.
  @inlinable @inline(__always) public func name(_ i: UInt32) -> Slot { first.up(count &+ 2 &* i) }
  @inlinable @inline(__always) public func value(_ i: UInt32) -> Slot { first.up(count &+ 2 &* i &+ 1) }
}

/// The current value of a slot or field, borrowed from the VM: **the compiler refuses to keep it across anything that may allocate**,
/// because every function that may allocate is `mutating` on `VM`. Wrap borrows in `do { }` before a later allocation.
///
/// It is a host pointer: the reservation is aligned to 4 GiB, so its low half is the emulated word.
public struct Ref: ~Escapable {
  @usableFromInline let bits: UInt
  @inlinable @inline(__always) @_lifetime(borrow vm) init(_ word: UInt32, _ vm: borrowing VM) { bits = vm.port.memory.high | UInt(word) }
  #if os(none)
  @inlinable @inline(__always) @_lifetime(copy r) init(_ word: UInt32, in r: borrowing Ref) { bits = UInt(word) }
  #else
  @inlinable @inline(__always) @_lifetime(copy r) init(_ word: UInt32, in r: borrowing Ref) { bits = r.bits & 0xffff_ffff_0000_0000 | UInt(word) }
  #endif
  @inlinable @inline(__always) var pointer: UnsafeMutableRawPointer { UnsafeMutableRawPointer(bitPattern: bits).unsafelyUnwrapped }
  /// The word itself. Only for immediate values, comparison and for the VM's own files: an address in it is stale after an allocation.
  @inlinable @inline(__always) public var value: Value { Value(UInt32(truncatingIfNeeded: bits)) }
  @inlinable @inline(__always) public var word: UInt32 { UInt32(truncatingIfNeeded: bits) }
  @inlinable @inline(__always) public var isNull: Bool { word == 0 }
  @inlinable @inline(__always) public var isObject: Bool { value.isObject }

  // The object referred to; only when `isObject`.
  @inlinable @inline(__always) public var header: UInt32 { raw(0) }
  @inlinable @inline(__always) public var kind: UInt32 { Header.kind(raw(0)) }
  @inlinable @inline(__always) public func isKind(_ k: UInt32) -> Bool { isObject && kind == k }
  /// Word `i` of the object as a number.
  @inlinable @inline(__always) public func raw(_ i: UInt32) -> UInt32 { pointer.load(fromByteOffset: Int(i) &* 4, as: UInt32.self) }
  @inlinable @inline(__always) public func setRaw(_ i: UInt32, _ v: UInt32) { pointer.storeWord(v, at: Int(i) &* 4) }
  /// Word `i` of the object as a value.
  @inlinable @inline(__always) @_lifetime(copy self) public func at(_ i: UInt32) -> Ref { Ref(raw(i), in: self) }
  @inlinable @inline(__always) public func set(_ i: UInt32, _ v: borrowing Ref) { store(i, v.word) }
  /// Stores an immediate value (never an address).
  @inlinable @inline(__always) public func set(_ i: UInt32, _ v: Value) { store(i, v.word) }
  /// Word `i` as a tagged integer: counts, offsets, flags.
  @inlinable @inline(__always) public func int(_ i: UInt32) -> Int32 { Int32(bitPattern: raw(i)) >> 1 }
  @inlinable @inline(__always) public func setInt(_ i: UInt32, _ v: Int32) { setRaw(i, UInt32(bitPattern: v) &<< 1 | 1) }
  /// Byte `i` counted from the header.
  @inlinable @inline(__always) public func byte(_ i: UInt32) -> UInt8 { pointer.load(fromByteOffset: Int(i), as: UInt8.self) }
  @inlinable @inline(__always) public func setByte(_ i: UInt32, _ v: UInt8) { pointer.storeBytes(of: v, toByteOffset: Int(i), as: UInt8.self) }
  /// Address of byte `i`: for block copies inside one borrow.
  @inlinable @inline(__always) func bytes(_ i: UInt32) -> UnsafeMutableRawPointer { pointer + Int(i) }
  /// Copies `n` values from word `j` of an object to word `i` of this one; they do not overlap. A place of the barrier, as `store`.
  @inlinable @inline(__always) func copyItems(_ i: UInt32, _ from: borrowing Ref, _ j: UInt32, _ n: UInt32) {
    touch()
    if n > 16 { return bytes(i &* 4).copyMemory(from: from.bytes(j &* 4), byteCount: Int(n) &* 4) }
    var k: UInt32 = 0
    while k < n {
      setRaw(i &+ k, from.raw(j &+ k))
      k &+= 1
    }
  }
  /// The one place where single values enter objects.
  @inlinable @inline(__always) func store(_ i: UInt32, _ word: UInt32) {
    touch()
    pointer.storeWord(word, at: Int(i) &* 4)
  }
  /// The barrier of incremental marking: before a reference enters the object, or moves within it, the collector is told to look at it again.
  @inlinable @inline(__always) func touch() {
    let header = raw(0)
    if header & Header.scanned != 0 { setRaw(0, header & ~Header.scanned) }
  }
}

/// One thread of one interpreter: a handle of two words (and the port). All state is in the chip's memory: `State` and `Thread`.
public struct VM: ~Copyable {
  public let port: Port
  /// Address of the interpreter's record.
  #if WithoutSeveralInterpreters
  @inlinable @inline(__always) public var state: Address { State.only }
  #else
  public let state: Address
  #endif
  /// Address of the thread's record.
  public let thread: Address
  @inlinable @inline(__always) public init(port: Port, state: Address, thread: Address) {
    self.port = port
    self.thread = thread
    #if !WithoutSeveralInterpreters
    self.state = state
    #endif
  }
  @inlinable @inline(__always) public var memory: Memory { port.memory }

  /// The value in a slot.
  @inlinable @inline(__always) @_lifetime(borrow self) public borrowing func callAsFunction(_ s: Slot) -> Ref { Ref(memory[s.address], self) }
  @inlinable @inline(__always) public borrowing func set(_ s: Slot, _ r: borrowing Ref) { memory[s.address] = r.word }
  /// Stores an immediate value (never an address kept from before).
  @inlinable @inline(__always) public borrowing func set(_ s: Slot, _ v: Value) { memory[s.address] = v.word }
  @inlinable @inline(__always) public borrowing func copy(_ to: Slot, _ from: Slot) { memory[to.address] = memory[from.address] }

  /// Pushes a new slot that holds null. Cannot collect. Natives have `Thread.nativeSlots` of them before they must call `reserve`.
  @inlinable @inline(__always) public borrowing func slot() -> Slot {
    let m = memory, top = m[thread &+ Thread.top]
    if top >= m[thread &+ Thread.hardLimit] { overflow() }
    m[top] = 0
    m[thread &+ Thread.top] = top &+ 4
    return Slot(top)
  }
  /// Pushes `n` consecutive null slots; the first is answered.
  @inlinable @inline(__always) public borrowing func slots(_ n: UInt32) -> Slot {
    let first = slot()
    var i: UInt32 = 1
    while i < n { _ = slot(); i &+= 1 }
    return first
  }
  /// The stack's height, for `release`.
  @inlinable @inline(__always) public var mark: Slot { Slot(memory[thread &+ Thread.top]) }
  @inlinable @inline(__always) public borrowing func release(to mark: Slot) { memory[thread &+ Thread.top] = mark.address }
  @usableFromInline @inline(never) borrowing func overflow() -> Never { port.panic("Python stack overflow in native code") }

  /// A word of the interpreter's record that holds a value (a root).
  @inlinable @inline(__always) @_lifetime(borrow self) public borrowing func root(_ r: Root) -> Ref { Ref(memory[state &+ r.offset], self) }
  @inlinable @inline(__always) public borrowing func setRoot(_ r: Root, _ v: borrowing Ref) { memory[state &+ r.offset] = v.word }
  @inlinable @inline(__always) public borrowing func setRoot(_ r: Root, _ v: Value) { memory[state &+ r.offset] = v.word }
  /// A built-in type's object.
  @inlinable @inline(__always) @_lifetime(borrow self) public borrowing func type(_ t: BuiltinType) -> Ref { Ref(Image.type(UInt32(t.rawValue)), self) }
}
