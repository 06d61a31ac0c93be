#if WithoutCompactingHeap
import Port

// The heap without compaction, as a control for what compaction costs and gives: mark, sweep, segregated free lists. Nothing moves, so nothing
// of Documentation/Heap.md's promise holds: a request fails when no hole is large enough, whatever the sum of the holes.
//
// A hole is an object of kind `free`. Its second word is the next hole of its list (its third, if the second is its size). Holes of one word are
// in no list. List 0: holes of 32 words and more; list n: holes of n words.

enum Holes {
  static var lists: UInt32 { 32 }
  static func link(_ m: Memory, _ p: Address) -> Address { Header.words(m[p]) < Header.longSize ? p &+ 4 : p &+ 8 }
  /// Makes a hole of `words` words at `p` and enters it in its list.
  static func put(_ m: Memory, _ table: Address, _ p: Address, _ words: UInt32) {
    m[p] = Header.make(Kind.free, words: words)
    if words < 2 { return }
    if words >= Header.longSize { m[p &+ 4] = (words &- 2) &<< 1 | 1 }
    let list = table &+ (words < lists ? words : 0) &* 4
    m[link(m, p)] = m[list]
    m[list] = p
  }
}

extension VM {
  /// Takes `words` words from a hole; 0 if none is large enough. What is left of the hole becomes one.
  borrowing func takeHole(_ words: UInt32) -> Address {
    let m = memory, table = m[state &+ HeapState.holeLists]
    // A hole of the size, then the next larger ones, which stay usable after the cut.
    var n = words
    while n < Holes.lists {
      let p = m[table &+ n &* 4]
      if p != 0 {
        m[table &+ n &* 4] = m[p &+ 4]
        return cut(p, n, words)
      }
      n = n == words ? words &+ 2 : n &+ 1
    }
    var slot = table
    while true {
      let p = m[slot]
      if p == 0 { return 0 }
      let size = Object.words(m[p], m[p &+ 4])
      if size >= words {
        m[slot] = m[Holes.link(m, p)]
        return cut(p, size, words)
      }
      slot = Holes.link(m, p)
    }
  }
  private borrowing func cut(_ p: Address, _ size: UInt32, _ words: UInt32) -> Address {
    memory[state &+ HeapState.holes] &-= words &* 4
    if size > words { Holes.put(memory, memory[state &+ HeapState.holeLists], p &+ words &* 4, size &- words) }
    return p
  }
}

extension Collector {
  /// Makes holes of what is not marked, clears marks, sets cursor, zone and arenas.
  mutating func sweep() {
    let table = get(HeapState.holeLists), cursor = get(State.heapCursor)
    m.fill(table, 0, count: Holes.lists &* 4)
    var p = get(State.heapStart), holes: UInt32 = 0
    while p < cursor {
      let h = m[p]
      if h & Header.marked != 0 {
        m[p] = h & ~Header.marked
        p &+= size(p, h)
        continue
      }
      var end = p
      repeat { end &+= size(end, m[end]) } while end < cursor && m[end] & Header.marked == 0
      if end == cursor {
        m[state &+ State.heapCursor] = p
      } else {
        Holes.put(m, table, p, (end &- p) &>> 2)
        holes &+= end &- p
      }
      p = end
    }
    m[state &+ HeapState.holes] = holes
    // Lowest holes first: large blocks stay together at the top.
    var list = table
    while list < table &+ Holes.lists &* 4 {
      var last: Address = 0, next = m[list]
      while next != 0 { let slot = Holes.link(m, next), after = m[slot]; m[slot] = last; last = next; next = after }
      m[list] = last
      list &+= 4
    }
    sweep(get(HeapState.zoneStart), get(HeapState.arenas))
    var i: UInt32 = 0
    while i < HeapState.arenaHalves { sweep(arenaStart(i), get(HeapState.arenaCursor &+ i &* 4)); i &+= 1 }
    tidyZone()
  }
  private func sweep(_ from: Address, _ to: Address) {
    var p = from
    while p < to {
      let h = m[p], n = size(p, h)
      if h & Header.marked != 0 {
        m[p] = h & ~Header.marked
      } else {
        m[p] = Header.make(Kind.free, words: n &>> 2)
        if n > 4 { m[p &+ 4] = (n &>> 2 &- 2) &<< 1 | 1 }
      }
      p &+= n
    }
  }
}
#endif
