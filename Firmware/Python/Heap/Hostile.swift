#if !WithoutCompactingHeap
import Port

// Hostile mode: after every collection (and there is one at every allocation) all objects go to fresh addresses of a window much larger than the
// heap, and their old bytes become poison. A reference that somebody kept in a native local is wrong at once.

extension Collector {
  /// Moves the whole block of live objects up in the window. `poisonUpTo`: the cursor before the collection.
  mutating func shift(poisonUpTo old: Address) {
    let start = get(State.heapStart), cursor = get(State.heapCursor), capacity = get(HeapState.capacity)
    var to = old &+ 8
    if to &+ capacity > get(HeapState.zoneStart) { to = lo }
    // A window hardly larger than the heap: nothing to move to.
    if to < old && to &+ (cursor &- start) > start { return }
    let delta = to &- start, live = cursor &- start
    func move(_ slot: Address) { let v = m[slot]; if v & 3 == 0 && v &- start < live { m[slot] = v &+ delta } }
    func fields(_ from: Address, _ end: Address) {
      var p = from
      while p < end {
        let h = m[p], n = size(p, h)
        eachField(p, h, n, move)
        p &+= n
      }
    }
    eachRoot(move)
    fields(start, cursor)
    fields(get(HeapState.zoneStart), get(HeapState.arenas))
    var i: UInt32 = 0
    while i < HeapState.arenaHalves { fields(arenaStart(i), get(HeapState.arenaCursor &+ i &* 4)); i &+= 1 }
    m.move(to, from: start, count: live)
    var p = start
    while p < old { m[p] = poison; p &+= 4 }
    m[state &+ State.heapStart] = to
    m[state &+ State.heapCursor] = to &+ live
  }
}
#endif
