import Port

/// The interpreter's record in the chip's memory: byte offsets. Roots come first, in one block; then numbers.
public enum State {
  /// Roots: `Root.count` words from here.
  @inlinable public static var roots: UInt32 { 0 }
  @inlinable static var n: UInt32 { Root.count &* 4 }
  // Numbers.
  @inlinable public static var heapStart: UInt32 { n }
  @inlinable public static var heapEnd: UInt32 { n &+ 4 }
  /// Next free byte of the bump allocator.
  @inlinable public static var heapCursor: UInt32 { n &+ 8 }
  /// Where bumping ends: the lowest pinned byte, or the heap's end.
  @inlinable public static var heapLimit: UInt32 { n &+ 12 }
  /// First thread's record; they are linked by `Thread.next`.
  @inlinable public static var threads: UInt32 { n &+ 16 }
  /// Not 0: something waits to be looked at between bytecodes (Pending bits).
  @inlinable public static var pending: UInt32 { n &+ 20 }
  /// Number of dynamic interned strings.
  @inlinable public static var stringCount: UInt32 { n &+ 24 }
  /// Optimisation level given to the compiler.
  @inlinable public static var optimisation: UInt32 { n &+ 28 }
  /// Heap lock depth (`micropython.heap_lock`).
  @inlinable public static var heapLocked: UInt32 { n &+ 32 }
  /// Bit 0: automatic collection is on. Bit 1: hostile mode.
  @inlinable public static var heapFlags: UInt32 { n &+ 36 }
  /// Collections since the start.
  @inlinable public static var collections: UInt32 { n &+ 40 }
  /// The kernel's or a module's own use: address of the firmware's board record.
  @inlinable public static var board: UInt32 { n &+ 44 }
  /// Bit 0: floats are rounded to 32 bits, as on stock Pico firmware.
  @inlinable public static var numberFlags: UInt32 { n &+ 48 }
  /// Two words: the digit of a small integer while it takes part in an operation with a large one.
  @inlinable public static var numberDigits: UInt32 { n &+ 52 }
  /// Number of the last OSError, or what `os.errno(n)` set.
  @inlinable public static var lastError: UInt32 { n &+ 60 }
  /// 64 bytes for Heap/ to lay out.
  @inlinable public static var heapPrivate: UInt32 { n &+ 64 }
  /// 1344 bytes for VM/ to lay out (VM/Private.swift).
  @inlinable public static var vmPrivate: UInt32 { n &+ 192 }
  /// The interpreter's lock: a mutex of the kernel. Unused while there is one thread.
  @inlinable public static var lock: UInt32 { n &+ 1536 }
  /// 64-bit, microseconds: since when its owner has it.
  @inlinable public static var lockedSince: UInt32 { n &+ 1560 }
  /// Bytes for the frames of the next thread; 0: the usual.
  @inlinable public static var stackSize: UInt32 { n &+ 1568 }
  /// Not 0: the interpreter ends; every thread but the main one is to leave.
  @inlinable public static var ending: UInt32 { n &+ 1572 }
  /// Signals that have come: bit n for number n.
  @inlinable public static var signals: UInt32 { n &+ 1576 }
  /// Descriptor that gets a byte for every signal, + 1; 0: none.
  @inlinable public static var wakeup: UInt32 { n &+ 1580 }
  /// 848 more bytes for VM/.
  @inlinable public static var vmMore: UInt32 { n &+ 1584 }
  /// The board's record of this interpreter (Drivers/Interpreters.swift), 0 without a board; what its handles have in their upper bits.
  @inlinable public static var record: UInt32 { n &+ 2432 }
  @inlinable public static var handleBase: UInt32 { n &+ 2436 }
  /// The thread of another interpreter that runs this one's main thread (its record), or 0.
  @inlinable public static var outer: UInt32 { n &+ 2440 }
  /// Bytes of native stack for the next thread; 0: the usual.
  @inlinable public static var nativeStack: UInt32 { n &+ 2444 }
  /// How long a thread keeps the interpreter while equals wait, microseconds; 0: the usual.
  @inlinable public static var slice: UInt32 { n &+ 2448 }
  @inlinable public static var bytes: UInt32 { n &+ 2456 }
  #if WithoutSeveralInterpreters
  /// Where the only interpreter of a board has its record: `MemoryMap.python`.
  @inlinable public static var only: Address { 0x2001_3000 }
  #endif
}

/// Values that the interpreter itself holds.
public struct Root: BitwiseCopyable {
  @usableFromInline let index: UInt32
  @inlinable init(_ index: UInt32) { self.index = index }
  @inlinable @inline(__always) public var offset: UInt32 { State.roots &+ index &* 4 }
  @inlinable public static var count: UInt32 { 32 }
  /// dict: `sys.modules`.
  @inlinable public static var modules: Root { Root(0) }
  /// dict: globals of `__main__`.
  @inlinable public static var main: Root { Root(1) }
  /// storage: strings interned at run time, by number less the image's.
  @inlinable public static var strings: Root { Root(2) }
  /// buffer: hash index of those.
  @inlinable public static var stringIndex: Root { Root(3) }
  /// storage: handle table (values that live longer than a call: callbacks, timers).
  @inlinable public static var handles: Root { Root(4) }
  /// list: `sys.path`; `sys.argv`.
  @inlinable public static var path: Root { Root(5) }
  @inlinable public static var argv: Root { Root(6) }
  /// storage: callbacks that wait to run between bytecodes.
  @inlinable public static var scheduled: Root { Root(7) }
  /// The MemoryError that needs no memory.
  @inlinable public static var memoryError: Root { Root(8) }
  /// dict: names added to the builtins module.
  @inlinable public static var builtins: Root { Root(9) }
  @inlinable public static var stdout: Root { Root(10) }
  @inlinable public static var stdin: Root { Root(11) }
  @inlinable public static var ps1: Root { Root(12) }
  @inlinable public static var ps2: Root { Root(13) }
  /// The last StopIteration with a value that ended an iterator written in Python: what asks such iterators ends with it too.
  @inlinable public static var stopped: Root { Root(14) }
  /// Heap/, VM/ and Modules/ have four words each.
  @inlinable public static func heap(_ i: UInt32) -> Root { Root(16 &+ i) }
  @inlinable public static func vm(_ i: UInt32) -> Root { Root(20 &+ i) }
  @inlinable public static func module(_ i: UInt32) -> Root { Root(24 &+ i) }
}

/// A thread's record: byte offsets.
public enum Thread {
  /// Next thread of the interpreter, or 0.
  @inlinable public static var next: UInt32 { 0 }
  /// First word of its stack, one past its published top, and where Python frames must stop.
  @inlinable public static var stackBase: UInt32 { 4 }
  @inlinable public static var top: UInt32 { 8 }
  @inlinable public static var softLimit: UInt32 { 12 }
  /// Where native slots must stop: `nativeSlots` words above softLimit.
  @inlinable public static var hardLimit: UInt32 { 16 }
  /// Root: the exception in flight.
  @inlinable public static var exception: UInt32 { 20 }
  /// Root: the exception being handled (for a bare `raise`).
  @inlinable public static var handled: UInt32 { 24 }
  /// Native recursion: bytes of stack by the account (VM/NativeStack.swift), and their bound.
  @inlinable public static var depth: UInt32 { 28 }
  @inlinable public static var depthLimit: UInt32 { 32 }
  /// Topmost Python frame (VM/Frame.swift), or 0.
  @inlinable public static var frame: UInt32 { 36 }
  /// The kernel task that runs it.
  @inlinable public static var task: UInt32 { 40 }
  /// 20 bytes for VM/.
  @inlinable public static var vmPrivate: UInt32 { 44 }
  /// The interpreter's record.
  @inlinable public static var state: UInt32 { 64 }
  /// Not 0: what it waits for has come, or it has something else to look at. Then the list that it sleeps on (two words).
  @inlinable public static var wake: UInt32 { 68 }
  /// With the three words behind it this is a watcher of the kernel (`Kernel.watch`).
  @inlinable public static var sleepers: UInt32 { 72 }
  /// A lock's waiters: next one, 1 once the lock was handed to it, address of the slot with the lock (0: waits for none).
  @inlinable public static var waitNext: UInt32 { 92 }
  @inlinable public static var granted: UInt32 { 96 }
  @inlinable public static var waitSlot: UInt32 { 100 }
  /// What belongs to the thread while another one has the interpreter: depth of heap_lock.
  @inlinable public static var heapLocked: UInt32 { 104 }
  /// Slot of the dict with the thread's own values (`threading.local`), or 0.
  @inlinable public static var values: UInt32 { 108 }
  /// Bit 0: it has a stack of `Modules` to free.
  @inlinable public static var flags: UInt32 { 112 }
  @inlinable public static var bytes: UInt32 { 120 }
  /// Words a native function may push without asking.
  @inlinable public static var nativeSlots: UInt32 { 64 }
}

/// Bits of `State.pending`.
public enum Pending {
  /// KeyboardInterrupt for the main thread.
  @inlinable public static var interrupt: UInt32 { 1 }
  /// Callbacks of interrupts are waiting: `firmware_python_callbacks` (CPort.h) runs them.
  @inlinable public static var callbacks: UInt32 { 2 }
  /// Another thread asks for the interpreter.
  @inlinable public static var yield: UInt32 { 4 }
  /// Signals are waiting (`State.signals`).
  @inlinable public static var signals: UInt32 { 16 }
  /// The interpreter ends: SystemExit for every thread but the main one.
  @inlinable public static var end: UInt32 { 8 }
  /// A slice of marking is due (Heap/Slices.swift).
  @inlinable public static var marking: UInt32 { 64 }
  /// A collection has freed what weak references with callbacks led to.
  @inlinable public static var weak: UInt32 { 32 }
  /// Something waits for the main thread of the interpreter whose thread runs this one (`State.outer`).
  @inlinable public static var outer: UInt32 { 128 }
}
