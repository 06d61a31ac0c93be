import Port

// Sliding by pointer threading (H. B. M. Jonkers, "A fast garbage compaction algorithm", 1979). Two passes in address order. While references
// to an object are known but its new place is not, they form a chain: the object's header word holds the address of one referring slot, that
// slot the next one's, the last slot the header. Headers have bit 0 set and addresses have not, which ends the chain. No memory is needed.

extension Collector {
  #if !WithoutCompactingHeap
  /// Adds a slot to the chain of the object that it refers to.
  @inline(__always) private func thread(_ slot: Address) {
    let v = m[slot]
    if v & 3 == 0 && v &- lo < span && v >= firstHole && !inActiveArena(v) { m[slot] = m[v]; m[v] = slot }
  }
  /// Ends the chain of `o`: every slot in it now refers to `to`, the header is back.
  @inline(__always) private func unthread(_ o: Address, _ to: Address) {
    var x = m[o]
    while x & Header.live == 0 { let next = m[x]; m[x] = to; x = next }
    m[o] = x
  }
  @inline(__always) private mutating func count(_ header: UInt32, _ bytes: UInt32) {
    if Header.kind(header) >= Kind.tuple {
      slidObjects &+= 1
      slidWords &+= bytes &>> 2
    }
  }
  /// Moves the marked objects together, updates every reference, clears marks, sets cursor and zone.
  mutating func slide() {
    let start = get(State.heapStart), cursor = get(State.heapCursor)
    // Objects before the first hole stay: only their marks go and their references are threaded.
    var p = start
    while p < cursor && m[p] & Header.marked != 0 { p &+= size(p, m[p]) }
    firstHole = p
    eachRoot(thread)
    p = start
    while p < firstHole {
      let h = m[p], n = size(p, h)
      m[p] = h & ~(Header.marked | Header.scanned)
      count(h, n)
      eachField(p, h, n, thread)
      p &+= n
    }
    // Pass 1: references from below (and from roots) get their new value; references from above are threaded meanwhile.
    var d = firstHole
    while p < cursor {
      if m[p] & (Header.live | Header.marked) == Header.live { p &+= size(p, m[p]); continue }
      unthread(p, d)
      let h = m[p], n = size(p, h)
      count(h, n)
      eachField(p, h, n, thread)
      p &+= n
      d &+= n
    }
    overZone(&d, last: false)
    // Pass 2: the others, and the move itself.
    p = firstHole
    d = firstHole
    while p < cursor {
      if m[p] & (Header.live | Header.marked) == Header.live { p &+= size(p, m[p]); continue }
      unthread(p, d)
      let h = m[p], n = size(p, h)
      m[p] = h & ~(Header.marked | Header.scanned)
      if d != p { m.move(d, from: p, count: n); moved &+= n &>> 2 }
      p &+= n
      d &+= n
    }
    overZone(&d, last: true)
    m[state &+ State.heapCursor] = d
    tidyZone()
  }

  /// The zone's and the passive arenas' part of a pass: pinned objects stay, others go down to the rest if they fit below the zone.
  private mutating func overZone(_ d: inout Address, last: Bool) {
    over(get(HeapState.zoneStart), get(HeapState.arenas), &d, last: last)
    var i: UInt32 = 0
    while i < HeapState.arenaHalves {
      if !isActive(i) { over(arenaStart(i), get(HeapState.arenaCursor &+ i &* 4), &d, last: last) }
      i &+= 1
    }
  }
  private mutating func over(_ from: Address, _ to: Address, _ d: inout Address, last: Bool) {
    let limit = get(HeapState.zoneStart)
    var p = from
    while p < to {
      let h = header(p), n = size(p, h)
      defer { p &+= n }
      if h & Header.marked == 0 {
        // Dead ones become free space at the end; until then the walk needs their sizes.
        if last { m[p] = Header.make(Kind.free, words: n &>> 2); if n > 4 { m[p &+ 4] = (n &>> 2 &- 2) &<< 1 | 1 } }
        continue
      }
      let stays = isPinned(h) || d &+ n > limit
      unthread(p, stays ? p : d)
      if !last {
        eachField(p, h, n, thread)
      } else {
        m[p] = h & ~(Header.marked | Header.scanned)
        if !stays {
          m.move(d, from: p, count: n)
          moved &+= n &>> 2
          m[p] = Header.make(Kind.free, words: n &>> 2)
          if n > 4 { m[p &+ 4] = (n &>> 2 &- 2) &<< 1 | 1 }
        }
      }
      if !stays { d &+= n }
    }
  }
  #endif

  /// Joins neighbouring holes, gives those at the zone's low end back, empties arenas.
  func tidyZone() {
    let end = get(HeapState.arenas)
    var p = get(HeapState.zoneStart)
    while p < end {
      var n = size(p, m[p])
      if Header.kind(m[p]) == Kind.free {
        while p &+ n < end && Header.kind(m[p &+ n]) == Kind.free { n &+= size(p &+ n, m[p &+ n]) }
        m[p] = Header.make(Kind.free, words: n &>> 2)
        if n > 4 { m[p &+ 4] = (n &>> 2 &- 2) &<< 1 | 1 }
      }
      p &+= n
    }
    p = get(HeapState.zoneStart)
    if p < end && Header.kind(m[p]) == Kind.free { m[state &+ HeapState.zoneStart] = p &+ size(p, m[p]) }
    var i: UInt32 = 0
    while i < HeapState.arenaHalves {
      if !isActive(i) {
        var q = arenaStart(i), free = true
        let cursor = get(HeapState.arenaCursor &+ i &* 4)
        while q < cursor { if Header.kind(m[q]) != Kind.free { free = false }; q &+= size(q, m[q]) }
        if free { resetArena(i) }
      }
      i &+= 1
    }
  }
  func resetArena(_ half: UInt32) {
    let a = arenaStart(half)
    m[a] = Header.make(Kind.free, words: HeapState.arenaBytes / 4)
    m[a &+ 4] = (HeapState.arenaBytes / 4 &- 2) &<< 1 | 1
    m[state &+ HeapState.arenaCursor &+ half &* 4] = a
  }
}
