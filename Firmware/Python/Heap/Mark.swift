import Port

// Marking: depth first with a stack of 64 words. Objects that do not fit are linked through their headers, a list for each 512-byte block, so
// that marking is linear in the live data whatever its shape.

extension Collector {
  /// Marks a value's object.
  @inline(__always) mutating func mark(_ v: UInt32) {
    if v & 3 != 0 || v &- lo >= span { if hostile && v == poison { port.panic("hostile heap: a stale reference was stored") }; return }
    let h = m[v]
    if h & Header.marked != 0 { return }
    if inActiveArena(v) { return }
    m[v] = h | Header.marked
    if Header.kind(h) >= Kind.tuple { push(v) }
  }
  @inline(__always) private mutating func push(_ v: UInt32) {
    if depth < HeapState.markStackWords { m[stack &+ depth &* 4] = v; depth &+= 1 } else { pushGrey(v) }
  }
  @inline(__always) private func setLink(_ v: UInt32, _ link: UInt32) { m[v] = m[v] & ~(127 &<< Header.linkShift) | link &<< Header.linkShift }

  /// Table word of a block: bit 0 set, first object's word in the block << 1, next block with a list + 1 << 8. A link to itself ends a list.
  private mutating func pushGrey(_ v: UInt32) {
    let off = (v &- lo) &>> 2 & 127, b = (v &- lo) &>> 9, t = m[table &+ b &* 4]
    if t == 0 {
      setLink(v, off)
      m[table &+ b &* 4] = 1 | off &<< 1 | greyBlocks &<< 8
      greyBlocks = b &+ 1
    } else {
      setLink(v, t &>> 1 & 127)
      m[table &+ b &* 4] = t & ~0xfe | off &<< 1
    }
  }
  mutating func popGrey() -> UInt32 {
    let b = greyBlocks &- 1, t = m[table &+ b &* 4], off = t &>> 1 & 127, v = lo &+ b &<< 9 &+ off &<< 2
    let link = m[v] &>> Header.linkShift & 127
    if link == off {
      greyBlocks = t &>> 8
      m[table &+ b &* 4] = 0
    } else {
      m[table &+ b &* 4] = t & ~0xfe | link &<< 1
    }
    setLink(v, 0)
    return v
  }

  /// Marks what the object's fields refer to.
  @inline(__always) mutating func scan(_ v: Address, _ bytes: UInt32) {
    objects &+= 1
    words &+= bytes &>> 2
    if inSlices { m[v] |= Header.scanned }
    var p = v &+ 4
    while p < v &+ bytes { mark(m[p]); p &+= 4 }
  }
  /// Marks everything reachable from what is on the stack.
  mutating func drain() {
    while true {
      let v: UInt32
      if depth > 0 { depth &-= 1; v = m[stack &+ depth &* 4] } else if greyBlocks != 0 { v = popGrey() } else { return }
      let n = size(v, m[v])
      scan(v, n)
    }
  }

  /// Marks from all roots.
  mutating func mark() {
    var i: UInt32 = 0
    while i < Root.count {
      // Weak tables are looked at afterwards.
      if i != Root.identities.index && i != Root.weak.index && i != Root.finalisers.index { mark(get(State.roots &+ i &* 4)) }
      i &+= 1
    }
    var t = get(State.threads)
    while t != 0 {
      mark(m[t &+ Thread.exception])
      mark(m[t &+ Thread.handled])
      var p = m[t &+ Thread.stackBase]
      let top = m[t &+ Thread.top]
      while p < top { mark(m[p]); p &+= 4 }
      drain()
      t = m[t &+ Thread.next]
    }
    // Objects in the arenas' other halves are roots (they are about to be moved), and so is what is pinned.
    i = 0
    #if WithoutCompactingHeap
    i = HeapState.arenaHalves
    #endif
    while i < HeapState.arenaHalves {
      if !isActive(i) {
        var p = arenaStart(i)
        let end = get(HeapState.arenaCursor &+ i &* 4)
        while p < end { mark(p); p &+= size(p, m[p]) }
      }
      i &+= 1
    }
    var p = get(HeapState.zoneStart)
    let end = get(HeapState.arenas)
    while p < end {
      if isPinned(m[p]) { mark(p) }
      p &+= size(p, m[p])
    }
    drain()
  }

  /// A raw object's link field counts its pins: raw objects are never grey.
  @inline(__always) func isPinned(_ header: UInt32) -> Bool { Header.kind(header) == Kind.buffer && header &>> Header.linkShift & 127 != 0 }

  /// True for an object that this collection will free.
  @inline(__always) private func isDead(_ v: UInt32) -> Bool { v & 3 == 0 && v &- lo < span && !inActiveArena(v) && m[v] & Header.marked == 0 }
  private func markTable(_ o: UInt32) { if o != 0 { m[o] |= Header.marked } }

  /// After marking: revives what has a finaliser, then clears weak references to the dead.
  mutating func clearWeak() {
    let finalisers = get(Root.finalisers.offset)
    markTable(finalisers)
    if finalisers != 0 {
      var i: UInt32 = 0
      let n = get(HeapState.finalisers)
      while i < n {
        let e = finalisers &+ 8 &+ i &* 8
        if isDead(m[e]) { m[e &+ 4] = Value(int: 1).word }
        if m[e &+ 4] == Value(int: 1).word { mark(m[e]) }
        i &+= 1
      }
      drain()
    }
    let weak = get(Root.weak.offset)
    markTable(weak)
    if weak != 0 {
      var p = weak &+ 8
      let end = p &+ (m[weak &+ 4] &>> 1) &* 4
      // Dead: not null, which means that the handle is free.
      var some = false
      while p < end {
        if isDead(m[p]) {
          m[p] = Value.deleted.word
          some = true
        }
        p &+= 4
      }
      // Somebody watches (module weakref).
      if some && get(Root.module(2).offset) != 0 { port.change(state &+ State.pending, set: Pending.weak) }
    }
    let identities = get(Root.identities.offset)
    markTable(identities)
    if identities != 0 {
      let n = get(HeapState.identityCount)
      var from: UInt32 = 0, to: UInt32 = 0
      while from < n {
        let e = identities &+ 8 &+ from &* 8
        if !isDead(m[e]) {
          let f = identities &+ 8 &+ to &* 8
          m[f] = m[e]
          m[f &+ 4] = m[e &+ 4]
          to &+= 1
        }
        from &+= 1
      }
      m[state &+ HeapState.identityCount] = to
      // The tail must not be threaded.
      while to < n { m[identities &+ 8 &+ to &* 8] = 0; m[identities &+ 12 &+ to &* 8] = 0; to &+= 1 }
    }
  }
}
