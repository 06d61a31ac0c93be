import Port

extension VM {
  /// Lays out a heap in `[from, to)`, or in a hostile window that begins at `from`.
  borrowing func prepareHeap(from: Address, to: Address, window: UInt32, watchful: Bool) {
    #if WithoutCompactingHeap
    let window: UInt32 = 0  // nothing moves, not even to be hostile
    #else
    if watchful && window < (to &- from) &* 2 { port.panic("a watchful heap needs a window of twice its size") }
    let window = watchful ? 0 : window
    #endif
    let m = memory, end = window == 0 ? to : from &+ window & ~7
    // One word for each 512 bytes, the table's own bytes not counted twice.
    let blocks = (end &- from &+ 515) / 516 &+ 1
    let table = from, stack = table &+ blocks &* 4
    var start = (stack &+ HeapState.markStackWords &* 4 &+ 7) & ~7
    #if WithoutCompactingHeap
    m[state &+ HeapState.holeLists] = start
    m.fill(start, 0, count: Holes.lists &* 4)
    start &+= Holes.lists &* 4
    #endif
    let arenas = end &- HeapState.arenaBytes &* HeapState.arenaHalves
    if to < from || to &- from < 4096 { port.panic("the Python heap is too small: it needs 4 KB") }
    m.fill(table, 0, count: blocks &* 4)
    func put(_ offset: UInt32, _ value: UInt32) { m[state &+ offset] = value }
    put(HeapState.rangeStart, start)
    put(HeapState.blockTable, table)
    put(HeapState.markStack, stack)
    put(HeapState.arenas, arenas)
    put(HeapState.zoneStart, arenas)
    put(HeapState.capacity, window == 0 ? end &- start : to &- from)
    #if !WithoutInterruptAllocation
    put(HeapState.pool, min(HeapState.mostPool, m[state &+ HeapState.capacity] / 64) & ~7)
    #endif
    put(State.heapStart, start)
    put(State.heapCursor, start)
    put(State.heapEnd, end)
    put(State.heapFlags, HeapFlag.automatic | (window == 0 ? 0 : HeapFlag.hostile))
    #if !WithoutCompactingHeap
    if watchful {
      m[state &+ State.heapFlags] |= HeapFlag.incremental | HeapFlag.watchful
      port.change(state &+ State.pending, set: Pending.marking)
    }
    #endif
    let c = Collector(self)
    var i: UInt32 = 0
    while i < HeapState.arenaHalves { c.resetArena(i); i &+= 1 }
    // The MemoryError that needs no memory: made by hand, at the very start, so that it never moves.
    let e = start
    m.fill(e, 0, count: 32)
    m[e] = Header.make(Kind.exception, words: 8)
    m[e &+ 4] = Image.type(UInt32(BuiltinType.MemoryError.rawValue))
    m[e &+ 12] = m[Image.base &+ Image.emptyTupleWord &* 4]
    m[e &+ 28] = Value(int: 0).word
    setRoot(.memoryError, Value(e))
    put(State.heapCursor, start &+ 32)
    updateLimit()
  }
}
