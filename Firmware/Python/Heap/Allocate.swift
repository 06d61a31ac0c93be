import Port

// Allocation. Contract: Documentation/Heap.md.

extension VM {
  /// A new object of `words` words (header included) with every field null. May collect; raises MemoryError.
  /// An object of 8191 words or more must have its size in word 1 (`Object.words`): use `newRaw` or `newItems`.
  public mutating func new(_ kind: UInt32, words: UInt32, _ out: Slot) throws(Raise) {
    let m = memory, at = m[state &+ State.heapCursor], end = at &+ words &* 4
    if end > m[state &+ State.heapLimit] { try newSlow(kind, words, out); return }
    m[state &+ State.heapCursor] = end
    var p = at &+ 4
    if words > 32 { m.fill(p, 0, count: words &* 4 &- 4) } else { while p < end { m[p] = 0; p &+= 4 } }
    m[at] = Header.make(kind, words: words)
    m[out.address] = at
    port.spend(long: 70 &+ words &* 2)
  }
  /// A raw object (`str`, `bytes`, `buffer`, `bytecode`, `bigInt`) of `count` bytes, zeroed, word 1 set. Hash words are 0.
  public mutating func newRaw(_ kind: UInt32, bytes count: UInt32, _ out: Slot) throws(Raise) {
    if count > 0x1fff_ffff { throw memoryError(count) }
    let words = Object.rawHead(kind) &+ (count &+ 3) / 4
    try new(kind, words: words, out)
    memory[memory[out.address] &+ 4] = count &<< 1 | 1
  }
  /// A tuple or storage of `count` null items, word 1 set.
  public mutating func newItems(_ kind: UInt32, _ count: UInt32, _ out: Slot) throws(Raise) {
    if count > 0x0fff_ffff { throw memoryError(count < 0x3fff_ffff ? count &* 4 : .max) }
    try new(kind, words: 2 &+ count, out)
    memory[memory[out.address] &+ 4] = count &<< 1 | 1
  }

  /// Allocation when the bump does not simply fit: special modes, collection, failure.
  @inline(never) mutating func newSlow(_ kind: UInt32, _ words: UInt32, _ out: Slot) throws(Raise) {
    let m = memory, bytes = words &* 4, flags = m[state &+ State.heapFlags]
    #if WithoutCompactingHeap
    if m[state &+ State.heapLocked] | m[state &+ HeapState.every] == 0, placeInHole(kind, words, out) { return }
    #endif
    // What an exception needs is taken from the free run, a little at a time and without a collection.
    let isException = m[state &+ Private.raising] != 0
    let isLocked = m[state &+ State.heapLocked] != 0
    // The slice of an indexing and the iterator of a loop are parts of their frame, which has no room for them.
    if isLocked && !((isException || kind == Kind.slice || kind == Kind.iterator) && bytes <= 128) { throw memoryGone() }
    var collected = false
    pace(bytes)
    if isLocked {
      collected = true
    } else if flags & HeapFlag.hostile != 0 {
      collect(); collected = true
    } else if m[state &+ HeapState.every] != 0 {
      m[state &+ HeapState.countdown] &-= 1
      if m[state &+ HeapState.countdown] == 0 { collect(); collected = true }
    }
    // A MemoryError in the making may use the reserve.
    func room() -> Bool {
      let end = m[state &+ HeapState.bumpEnd] &+ (m[state &+ HeapState.raising] != 0 || isException ? HeapState.reserve : 0)
      return m[state &+ State.heapCursor] &+ bytes <= end
    }
    // A handler never collects: it has the pool, or fails at once.
    if m[state &+ HeapState.handlers] != 0 && flags & HeapFlag.hostile == 0 {
      if !room() { throw memoryGone() }
      collected = true
    }
    #if WithoutCompactingHeap
    let goal = m[state &+ State.heapLimit]
    #else
    let goal = m[state &+ HeapState.goal]
    #endif
    let wanted = goal != 0 && m[state &+ HeapState.threshold] != 0 && m[state &+ HeapState.raising] == 0 && m[state &+ State.heapCursor] &+ bytes > goal
    if !collected && flags & HeapFlag.automatic != 0 && (wanted || !room()) { collect() }
    #if WithoutCompactingHeap
    if !room(), placeInHole(kind, words, out) { return }
    #endif
    if !room() { throw memoryError(bytes) }
    let at = m[state &+ State.heapCursor]
    m[state &+ State.heapCursor] = at &+ bytes
    m.fill(at, 0, count: bytes)
    m[at] = Header.make(kind, words: words)
    m[out.address] = at
    port.spend(long: 90 &+ words &* 2)
  }

  #if WithoutCompactingHeap
  private borrowing func placeInHole(_ kind: UInt32, _ words: UInt32, _ out: Slot) -> Bool {
    let at = takeHole(words)
    if at == 0 { return false }
    memory.fill(at, 0, count: words &* 4)
    memory[at] = Header.make(kind, words: words)
    memory[out.address] = at
    port.spend(long: 80 &+ words &* 2)
    return true
  }
  #endif

  /// Sets `State.heapLimit` from what is allowed now.
  borrowing func updateLimit() {
    let m = memory
    let capacity = m[state &+ HeapState.capacity], zone = m[state &+ HeapState.zoneStart], end = m[state &+ State.heapEnd]
    // In a window larger than the heap the zone's bytes count as used.
    let kept = HeapState.reserve &+ (m[state &+ HeapState.handlers] == 0 ? m[state &+ HeapState.pool] : 0)
    var bump = zone &- kept
    let allowed = m[state &+ State.heapStart] &+ capacity &- (end &- zone) &- kept
    if allowed < bump { bump = allowed }
    m[state &+ HeapState.bumpEnd] = bump
    let special = m[state &+ State.heapLocked] != 0 || m[state &+ State.heapFlags] & HeapFlag.hostile != 0 || m[state &+ HeapState.every] != 0
    var limit = special ? 0 : bump
    let threshold = m[state &+ HeapState.threshold], cursor = m[state &+ State.heapCursor]
    if threshold != 0 && limit > cursor && limit &- cursor > threshold { limit = cursor &+ threshold }
    #if !WithoutCompactingHeap
    m[state &+ HeapState.goal] = limit
    if m[state &+ State.heapFlags] & HeapFlag.incremental != 0 && limit != 0 && m[state &+ State.heapFlags] & HeapFlag.watchful == 0 {
      // Marking begins when an eighth of the heap is left, or a quarter of what the last collection left free, if that is less.
      if m[state &+ HeapState.sliceAt] == 0 {
        let free = limit > cursor ? limit &- cursor : 0
        m[state &+ HeapState.sliceAt] = limit &- min(free / 4, capacity / 8)
      }
      limit = min(limit, m[state &+ HeapState.sliceAt])
    }
    #endif
    m[state &+ State.heapLimit] = limit
  }

  /// MemoryError with MicroPython's message; the prepared one if there is no room for it.
  mutating func memoryError(_ bytes: UInt32) -> Raise {
    let m = memory
    if m[state &+ HeapState.raising] != 0 || m[state &+ Private.raising] != 0 || m[state &+ State.heapLocked] != 0 { return memoryGone() }
    m[state &+ HeapState.raising] = 1
    let r = raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: Int32(bitPattern: bytes < 0x3fff_ffff ? bytes : 0x3fff_ffff)))
    m[state &+ HeapState.raising] = 0
    return r
  }
  /// Makes the prepared MemoryError pending: it needs no memory.
  borrowing func memoryGone() -> Raise {
    let m = memory, e = m[state &+ Root.memoryError.offset]
    // What an earlier use left in it: attributes, traceback, cause, context, flags.
    m[e &+ 8] = 0
    m[e &+ 16] = 0
    m[e &+ 20] = 0
    m[e &+ 24] = 0
    m[e &+ 28] = 1
    m[thread &+ Thread.exception] = e
    return Raise()
  }

  /// Grows a storage at the heap's end to `count` items in place; false if it is not there or there is no room. Never moves anything.
  public borrowing func growItems(_ s: Slot, to count: UInt32) -> Bool { grow(s, 2 &+ count, count) }
  /// The same for a buffer and `count` bytes.
  public borrowing func growRaw(_ s: Slot, to count: UInt32) -> Bool { grow(s, 2 &+ (count &+ 3) / 4, count) }
  private borrowing func grow(_ s: Slot, _ words: UInt32, _ count: UInt32) -> Bool {
    let m = memory, o = m[s.address], cursor = m[state &+ State.heapCursor]
    let old = Object.words(m[o], m[o &+ 4]), end = o &+ words &* 4
    // Special modes have the limit 0, so hostile mode never grows in place.
    if o &+ old &* 4 != cursor || words < old || end > m[state &+ State.heapLimit] || count > 0x0fff_ffff { return false }
    m.fill(cursor, 0, count: end &- cursor)
    let h = m[o]
    m[o] = h & ~(Header.longSize &<< Header.sizeShift) | (words < Header.longSize ? words : Header.longSize) &<< Header.sizeShift
    m[o &+ 4] = count &<< 1 | 1
    m[state &+ State.heapCursor] = end
    port.spend(long: 30 &+ (words &- old) &* 2)
    return true
  }

  // MARK: numbers

  /// Bytes of the heap; used; free (the free run and the pin zone's holes).
  public borrowing func heapTotal() -> UInt32 { memory[state &+ HeapState.capacity] }
  public borrowing func heapFree() -> UInt32 {
    let m = memory
    // What handlers took from their pool is not anybody's until the next collection.
    let top = m[state &+ HeapState.bumpEnd] &+ HeapState.reserve, cursor = m[state &+ State.heapCursor]
    var free = top > cursor ? top &- cursor : 0
    #if WithoutCompactingHeap
    free &+= m[state &+ HeapState.holes]
    #endif
    var p = m[state &+ HeapState.zoneStart]
    let end = m[state &+ HeapState.arenas]
    while p < end {
      let h = m[p], words = Object.words(h, m[p &+ 4])
      if Header.kind(h) == Kind.free { free &+= words &* 4 }
      p &+= words &* 4
    }
    return free
  }
  public borrowing func heapUsed() -> UInt32 { heapTotal() &- heapFree() }
  /// Most bytes in use at any collection, or now.
  public borrowing func heapPeak() -> UInt32 {
    let used = heapUsed(), peak = memory[state &+ HeapState.peak]
    return used > peak ? used : peak
  }

  // MARK: modes

  /// `micropython.heap_lock` and `heap_unlock`: the depth afterwards.
  public borrowing func lockHeap() -> UInt32 {
    memory[state &+ State.heapLocked] &+= 1
    updateLimit()
    return memory[state &+ State.heapLocked]
  }
  public borrowing func unlockHeap() -> UInt32 {
    if memory[state &+ State.heapLocked] != 0 { memory[state &+ State.heapLocked] &-= 1 }
    updateLimit()
    return memory[state &+ State.heapLocked]
  }
  /// Collects at every n-th allocation; 0: only when needed.
  public borrowing func collectEvery(_ n: UInt32) {
    memory[state &+ HeapState.every] = n
    memory[state &+ HeapState.countdown] = n
    updateLimit()
  }
  public borrowing func setThreshold(_ bytes: UInt32) {
    memory[state &+ HeapState.threshold] = bytes
    updateLimit()
  }
}
