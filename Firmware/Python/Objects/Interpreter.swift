import Port

/// Making an interpreter in a region of the chip's memory: its record, the main thread's record and stack, then the heap.
public enum Interpreter {
  /// Prepares `bytes` of memory at `start` (aligned to 8) and answers the main thread's VM. The image must be in flash.
  /// `stackBytes` are for Python frames and operands of the main thread. `window`: bytes of memory from the heap's start on for hostile mode,
  /// many times the heap's size; then every allocation moves every object. 0: an ordinary heap.
  /// `watchful`: marking goes on all the time and is checked (Heap/Watch.swift); the window is for copies, and at least twice the heap's size.
  public static func create(
    _ port: Port, at start: Address, bytes: UInt32, stackBytes: UInt32, depthLimit: UInt32 = 96 << 10, window: UInt32 = 0,
    watchful: Bool = false
  ) -> VM {
    let m = port.memory
    #if WithoutSeveralInterpreters
    let record = State.only
    #else
    let record = start
    #endif
    m.fill(record, 0, count: State.bytes &+ Thread.bytes)
    let thread = record &+ State.bytes
    let stack = start &+ State.bytes &+ Thread.bytes
    let heap = (stack &+ stackBytes &+ 7) & ~7
    let end = (start &+ bytes) & ~7
    var vm = VM(port: port, state: record, thread: thread)
    m[record &+ State.threads] = thread
    m[thread &+ Thread.state] = record
    prepareThread(m, thread, stack: stack, bytes: stackBytes, depthLimit: depthLimit)
    vm.prepareHeap(from: heap, to: end, window: window, watchful: watchful)
    vm.begin()
    return vm
  }

  /// Fills a thread's record (`depthLimit`: bytes of native stack that recursion may use); linking it into the interpreter's list is the caller's.
  public static func prepareThread(_ m: Memory, _ thread: Address, stack: Address, bytes: UInt32, depthLimit: UInt32) {
    m[thread &+ Thread.stackBase] = stack
    m[thread &+ Thread.top] = stack
    m[thread &+ Thread.hardLimit] = stack &+ bytes &- 64
    m[thread &+ Thread.softLimit] = stack &+ bytes &- 64 &- Thread.nativeSlots &* 4
    m[thread &+ Thread.depthLimit] = depthLimit
  }
}

/// How a heap tests its users (Documentation/Heap.md).
public enum HeapTest { case none, hostile, watchful }
extension VM {
  public var heapTest: HeapTest {
    let flags = memory[state &+ State.heapFlags]
    return flags & HeapFlag.watchful != 0 ? .watchful : flags & HeapFlag.hostile != 0 ? .hostile : .none
  }
}
