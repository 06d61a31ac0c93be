import Port

extension VM {
  /// Verifies the heap: sizes add up, kinds exist, every reference hits an object's start, no mark or chain is left. Nil if all is well.
  public borrowing func check() -> StaticString? {
    var c = Collector(self)
    return c.verify()
  }
}

extension Collector {
  mutating func verify() -> StaticString? {
    let wrong = enterStarts() ?? references()
    // Between uses the table is all zero.
    clear(get(State.heapStart), get(State.heapCursor))
    clear(get(HeapState.zoneStart), get(State.heapEnd))
    return wrong
  }
  private func clear(_ from: Address, _ end: Address) {
    var b = (from &- lo) &>> 9
    while b <= (end &- lo) &>> 9 { m[table &+ b &* 4] = 0; b &+= 1 }
  }

  /// Walks everything; enters the first object of each 512-byte block into the block table (word in the block + 1).
  private func enterStarts() -> StaticString? {
    if let w = walk(get(State.heapStart), get(State.heapCursor)) { return w }
    if let w = walk(get(HeapState.zoneStart), get(HeapState.arenas)) { return w }
    var i: UInt32 = 0
    while i < HeapState.arenaHalves {
      if let w = walk(arenaStart(i), get(HeapState.arenaCursor &+ i &* 4)) { return w }
      i &+= 1
    }
    return nil
  }
  private func walk(_ from: Address, _ end: Address) -> StaticString? {
    var p = from
    while p < end {
      let h = m[p]
      if h & Header.live == 0 { return "heap: a chain was left in a header" }
      if h & Header.marked != 0 { return "heap: a mark was left" }
      if Header.kind(h) > Kind.last { return "heap: unknown kind" }
      let n = size(p, h)
      if n == 0 || n > end &- p { return "heap: size beyond the end" }
      let b = table &+ ((p &- lo) &>> 9) &* 4
      if m[b] == 0 { m[b] = ((p &- lo) &>> 2 & 127) &+ 1 }
      p &+= n
    }
    return p == end ? nil : "heap: sizes do not add up"
  }
  private func references() -> StaticString? {
    var i: UInt32 = 0
    while i < Root.count { if !isStart(get(State.roots &+ i &* 4)) { return "heap: a root refers to no object" }; i &+= 1 }
    var t = get(State.threads)
    while t != 0 {
      if !isStart(m[t &+ Thread.exception]) || !isStart(m[t &+ Thread.handled]) { return "heap: a thread's word refers to no object" }
      var p = m[t &+ Thread.stackBase]
      let top = m[t &+ Thread.top]
      while p < top { if !isStart(m[p]) { return "heap: a slot refers to no object" }; p &+= 4 }
      t = m[t &+ Thread.next]
    }
    return fields(get(State.heapStart), get(State.heapCursor)) ?? fields(get(HeapState.zoneStart), get(HeapState.arenas))
  }
  private func fields(_ from: Address, _ end: Address) -> StaticString? {
    var p = from
    while p < end {
      let h = m[p], n = size(p, h)
      if Header.kind(h) >= Kind.tuple {
        var f = p &+ 4
        while f < p &+ n { if !isStart(m[f]) { return "heap: a field refers to no object" }; f &+= 4 }
      }
      p &+= n
    }
    return nil
  }
  /// True for values that are no reference into the heap, and for references to an object's header.
  private func isStart(_ v: UInt32) -> Bool {
    if v & 3 != 0 { return true }
    if v == poison { return false }
    if v &- lo >= span { return true }
    let b = (v &- lo) &>> 9, first = m[table &+ b &* 4]
    if first == 0 { return false }
    var p = lo &+ b &<< 9 &+ (first &- 1) &<< 2
    while p < v { p &+= size(p, m[p]) }
    return p == v && Header.kind(m[p]) != Kind.free
  }
}
