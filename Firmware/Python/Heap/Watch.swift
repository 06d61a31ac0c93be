#if !os(none) && !WithoutCompactingHeap
import Port

// Watchful mode: a test of the barrier. Marking goes on all the time, a slice at every look for pending work. Each object is copied when it is
// looked at; if a reference appears in it later and the object was not touched, a store lacks its barrier. At the end of each marking every
// reachable object must be marked.

extension Collector {
  /// Distance of an object's copy: behind the heap lies as much memory again.
  var shadow: UInt32 { self.get(State.heapEnd) &- get(HeapState.blockTable) }

  /// A word of a scanned object into which a reference came without `touch`; 0: none.
  func missedStore() -> (object: Address, word: UInt32) {
    let end = get(State.heapCursor)
    var p = get(State.heapStart)
    while p < end {
      let h = m[p], n = size(p, h)
      if h & Header.scanned != 0 {
        var q = p &+ 4
        while q < p &+ n {
          let v = m[q]
          if v & 3 == 0 && v &- lo < span && v != m[q &+ shadow] { return (p, (q &- p) / 4) }
          q &+= 4
        }
      }
      p &+= n
    }
    return (0, 0)
  }
  /// After marking: does nothing marked, and no root, refer to something that is not?
  func isClosed() -> Bool {
    var fine = true
    func look(_ slot: Address) {
      let v = m[slot]
      if v & 3 == 0 && v &- lo < span && !inActiveArena(v) && m[v] & Header.marked == 0 { fine = false }
    }
    var i: UInt32 = 0
    while i < Root.count {
      if i != Root.identities.index && i != Root.weak.index && i != Root.finalisers.index { look(state &+ State.roots &+ i &* 4) }
      i &+= 1
    }
    var t = get(State.threads)
    while t != 0 {
      look(t &+ Thread.exception)
      look(t &+ Thread.handled)
      var p = m[t &+ Thread.stackBase]
      while p < m[t &+ Thread.top] { look(p); p &+= 4 }
      t = m[t &+ Thread.next]
    }
    let end = get(State.heapCursor)
    var p = get(State.heapStart)
    while p < end {
      let h = m[p], n = size(p, h)
      if h & Header.marked != 0 { eachField(p, h, n, look) }
      p &+= n
    }
    return fine
  }
}

extension VM {
  /// Nil, or what is wrong with the marking that is under way.
  public borrowing func checkMarking() -> StaticString? {
    let missed = Collector(self).missedStore()
    if missed.object == 0 { return nil }
    print("heap: kind %, word % of %\n", Header.kind(memory[missed.object]), missed.word, Object.words(memory[missed.object], memory[missed.object &+ 4]))
    return "heap: a reference was stored without a barrier"
  }
  /// One step of watchful mode.
  public mutating func watch() {
    let m = memory
    m[state &+ HeapState.watched] &+= 1
    // The bit is never taken away: loops that wait for it to be 0 must let time pass.
    port.spend(100)
    let n = m[state &+ HeapState.watched]
    if n & 15 == 0, let wrong = checkMarking() { port.panic(wrong) }
    switch m[state &+ HeapState.marking] & 255 {
    case MarkingPhase.none:
      var c = Collector(self)
      c.begin()
    case MarkingPhase.done: if n & 63 == 0 && m[state &+ State.heapLocked] == 0 { collect() }
    default:
      var c = Collector(self)
      _ = c.slice(100 &<< (n & 7))
    }
  }
}
#endif
