import Port

// Allocation in interrupt handlers: each core has an arena of two halves inside the collector's range. A collection first turns the cores to
// the other half, then moves what is in the first one to the heap like anything else.

extension VM {
  /// A new object for an interrupt handler on this core: false if the arena is full. Never collects. Its fields may hold immediate values
  /// only, until a collection has moved it. Handlers that nest must mask interrupts around it.
  public borrowing func newISR(_ kind: UInt32, words: UInt32, _ out: Slot) -> Bool {
    #if WithoutInterruptAllocation
    return false
    #else
    let m = memory, core = port.core & 1
    let half = core &* 2 &+ (m[state &+ HeapState.arenaActive] &>> core & 1)
    let cursor = state &+ HeapState.arenaCursor &+ half &* 4, at = m[cursor], bytes = words &* 4
    let end = m[state &+ HeapState.arenas] &+ (half &+ 1) &* HeapState.arenaBytes
    if end &- at < bytes { return false }
    // In this order every state in between can be walked: the rest's header, the body, the object's header, the cursor.
    if end &- at > bytes {
      let rest = at &+ bytes, words = (end &- rest) / 4
      m[rest] = Header.make(Kind.free, words: words)
      if words > 1 { m[rest &+ 4] = (words &- 2) &<< 1 | 1 }
    }
    m.fill(at &+ 4, 0, count: bytes &- 4)
    m[at] = Header.make(kind, words: words)
    m[cursor] = at &+ bytes
    m[out.address] = at
    return true
    #endif
  }

  borrowing func flipArenas() {
    #if !WithoutCompactingHeap && !WithoutInterruptAllocation
    let mask = port.disableInterrupts()
    memory[state &+ HeapState.arenaActive] ^= 3
    port.restoreInterrupts(mask)
    #endif
  }
}

// Hard handlers in Python run between bytecodes, where the heap is whole, so they allocate like anybody. But a collection is not theirs to pay for:
// the last bytes of the heap are kept for them, and when those are gone too they get the prepared MemoryError at once.
extension VM {
  /// Bytes kept for hard handlers.
  public borrowing func handlerPool() -> UInt32 { memory[state &+ HeapState.pool] }
  public borrowing func enterHandler() {
    #if !WithoutCompactingHeap
    if memory[state &+ State.heapFlags] & HeapFlag.hostile == 0 { memory[state &+ State.heapFlags] |= HeapFlag.incremental }
    #endif
    #if WithoutInterruptAllocation
    _ = lockHeap()
    #else
    memory[state &+ HeapState.handlers] &+= 1
    updateLimit()
    #endif
  }
  /// What a handler took from the pool is given back by a collection, when no handler runs any more.
  public mutating func leaveHandler() {
    #if WithoutInterruptAllocation
    _ = unlockHeap()
    #else
    memory[state &+ HeapState.handlers] &-= 1
    updateLimit()
    let m = memory
    if m[state &+ HeapState.handlers] == 0 && m[state &+ State.heapCursor] > m[state &+ HeapState.bumpEnd]
      && m[state &+ State.heapFlags] & HeapFlag.automatic != 0
      && m[state &+ State.heapLocked] == 0
    {
      collect()
    }
    #endif
  }
}
