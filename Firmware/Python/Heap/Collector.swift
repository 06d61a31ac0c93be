import Port

/// One collection: a view of the heap's memory with what its loops need in registers. Nothing here allocates or calls out.
struct Collector {
  let m: Memory
  let state: Address
  /// References `v` with `v - lo < span` lead into the heap.
  let lo: Address, span: UInt32
  let table: Address, stack: Address
  let hostile: Bool
  let port: Port
  /// Grey objects on the stack; list of blocks with grey objects (number + 1).
  var depth: UInt32 = 0, greyBlocks: UInt32 = 0
  /// Where the sliding starts: nothing below the first hole moves.
  var firstHole: Address = 0
  /// True while marks are made that a slice may have begun: what was looked at is noted in its header.
  var inSlices = false
  /// 3 in slices: the arenas' halves as they will be when the collection ends.
  var flip: UInt32 = 0
  /// For the cost model: what was marked, what was slid, headers that were only passed.
  var objects: UInt32 = 0, words: UInt32 = 0, slidObjects: UInt32 = 0, slidWords: UInt32 = 0, moved: UInt32 = 0, passed: UInt32 = 0

  init(_ vm: borrowing VM) {
    m = vm.memory
    state = vm.state
    port = vm.port
    lo = m[state &+ HeapState.rangeStart]
    span = m[state &+ State.heapEnd] &- lo
    table = m[state &+ HeapState.blockTable]
    stack = m[state &+ HeapState.markStack]
    hostile = m[state &+ State.heapFlags] & HeapFlag.hostile != 0
  }

  @inline(__always) func get(_ offset: UInt32) -> UInt32 { m[state &+ offset] }
  @inline(__always) func size(_ o: Address, _ header: UInt32) -> UInt32 { Object.words(header, m[o &+ 4]) &* 4 }
  /// Bytes of the object at `o`, whose header may be a chain.
  func size(_ o: Address) -> UInt32 { size(o, header(o)) }
  @inline(__always) func header(_ o: Address) -> UInt32 {
    var x = m[o]
    while x & Header.live == 0 { x = m[x] }
    return x
  }
  @inline(__always) func inHeap(_ v: UInt32) -> Bool { v & 3 == 0 && v &- lo < span && !inActiveArena(v) }

  /// Every root word: the interpreter's own, then each thread's two and its stack.
  @inline(__always) func eachRoot(_ body: (_ slot: Address) -> Void) {
    var i: UInt32 = 0
    while i < Root.count { body(state &+ State.roots &+ i &* 4); i &+= 1 }
    var t = get(State.threads)
    while t != 0 {
      body(t &+ Thread.exception)
      body(t &+ Thread.handled)
      var p = m[t &+ Thread.stackBase]
      let top = m[t &+ Thread.top]
      while p < top { body(p); p &+= 4 }
      t = m[t &+ Thread.next]
    }
  }
  /// The words of the object at `o` that may be references.
  @inline(__always) func eachField(_ o: Address, _ header: UInt32, _ bytes: UInt32, _ body: (_ slot: Address) -> Void) {
    if Header.kind(header) < Kind.tuple { return }
    var p = o &+ 4
    while p < o &+ bytes { body(p); p &+= 4 }
  }

  // MARK: the interrupt arenas

  func arenaStart(_ half: UInt32) -> Address { get(HeapState.arenas) &+ half &* HeapState.arenaBytes }
  /// Halves of core c: 2c and 2c + 1.
  func isActive(_ half: UInt32) -> Bool {
    #if WithoutCompactingHeap
    return false  // no halves: what is in an arena is where it will stay
    #else
    return ((get(HeapState.arenaActive) ^ flip) &>> (half &>> 1)) & 1 == half & 1
    #endif
  }
  /// Objects that a handler makes while a collection runs stay where they are.
  @inline(__always) func inActiveArena(_ v: UInt32) -> Bool {
    #if WithoutCompactingHeap || WithoutInterruptAllocation
    return false
    #else
    let a = get(HeapState.arenas)
    return v >= a && isActive((v &- a) / HeapState.arenaBytes)
    #endif
  }
}

extension VM {
  /// A full collection: afterwards the live objects are one block at the heap's start. In hostile mode it has moved as a whole.
  public mutating func collect() {
    let m = memory, before = m[state &+ State.heapCursor]
    let used = heapUsed()
    if used > m[state &+ HeapState.peak] { m[state &+ HeapState.peak] = used }
    flipArenas()
    forgetMembers()
    var c = Collector(self)
    c.markAll()
    c.clearWeak()
    #if WithoutCompactingHeap
    c.sweep()
    _ = before
    #else
    c.slide()
    if c.hostile { c.shift(poisonUpTo: before) }
    #endif
    m[state &+ State.collections] &+= 1
    m[state &+ HeapState.sliceAt] = 0
    if m[state &+ HeapState.every] != 0 { m[state &+ HeapState.countdown] = m[state &+ HeapState.every] }
    m[state &+ HeapState.freed] &+= used &- min(used, heapUsed())
    updateLimit()
    if c.hostile, let wrong = check() { port.panic(wrong) }
    // Effects first, then their time, in pieces short enough for interrupts.
    var cost = 2000 &+ c.objects &* 30 &+ c.words &* 9 &+ c.passed &* 10 &+ c.slidObjects &* 30 &+ c.slidWords &* 7 &+ c.moved &* 5
    while cost > 0 {
      let piece = cost < 1000 ? cost : 1000
      port.spend(Int32(piece))
      cost &-= piece
    }
  }
}
