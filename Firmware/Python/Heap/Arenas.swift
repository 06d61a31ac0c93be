import Port

// Allocation in interrupt handlers: each core has an arena of two halves inside the collector's range. A collection first turns the cores to
// the other half, then moves what is in the first one to the heap like anything else.

extension VM {
  /// A new object for an interrupt handler on this core: false if the arena is full. Never collects. Its fields may hold immediate values
  /// only, until a collection has moved it. Handlers that nest must mask interrupts around it.
  public borrowing func newISR(_ kind: UInt32, words: UInt32, _ out: Slot) -> Bool {
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
  }

  borrowing func flipArenas() {
    let mask = port.disableInterrupts()
    memory[state &+ HeapState.arenaActive] ^= 3
    port.restoreInterrupts(mask)
  }
}
