import Port

// Marking in slices between bytecodes, ahead of need: what is left for the moment when memory is gone is a last look at the stacks and at what
// changed, and the slide.
//
// An object is white (not marked), grey (marked) or scanned. New objects are white. A store into a scanned object makes it grey again (`Ref.touch`)
// but enters it in no list: the end of the collection passes all headers to find such objects. Stacks and roots may change as they like: they
// are looked at once more at the end.

/// How far marking is (`HeapState.marking`).
enum MarkingPhase {
  static var none: UInt32 { 0 }
  /// Marks of an abandoned marking are being taken away.
  static var clearing: UInt32 { 1 }
  static var stacks: UInt32 { 2 }
  static var objects: UInt32 { 3 }
  /// Only the end is missing.
  static var done: UInt32 { 4 }
}

extension Collector {
  /// All marking that a collection needs, whatever slices have done of it.
  mutating func markAll() {
    #if WithoutCompactingHeap
    mark()
    #else
    var phase = get(HeapState.marking) & 255
    if phase == MarkingPhase.clearing {
      var none: UInt32 = 0
      _ = clearMarks(&none, .max)
      phase = MarkingPhase.none
    }
    if phase == MarkingPhase.none {
      mark()
    } else {
      resume()
      // The object that the last slice was in.
      if phase == MarkingPhase.objects && get(HeapState.scanObject) != 0 { scan(get(HeapState.scanObject), size(get(HeapState.scanObject))) }
      drain()
      mark()
      rescan()
      #if !os(none)
      if isWatchful && !isClosed() { port.panic("heap: a reachable object was not marked") }
      #endif
    }
    depth = 0
    greyBlocks = 0
    suspend(MarkingPhase.none)
    m[state &+ HeapState.scanObject] = 0
    m[state &+ HeapState.due] = 0
    if !isWatchful { port.change(state &+ State.pending, clear: Pending.marking) }
    #endif
  }

  #if !WithoutCompactingHeap
  var isWatchful: Bool { self.get(State.heapFlags) & HeapFlag.watchful != 0 }

  private mutating func resume() {
    depth = get(HeapState.marking) &>> 8
    greyBlocks = get(HeapState.greyBlocks)
    inSlices = true
  }
  private func suspend(_ phase: UInt32) {
    m[state &+ HeapState.marking] = phase | depth &<< 8
    m[state &+ HeapState.greyBlocks] = greyBlocks
  }
  /// Looks again at what changed after it was looked at.
  private mutating func rescan() {
    let end = get(State.heapCursor)
    var p = get(State.heapStart)
    while p < end {
      let h = m[p], n = size(p, h)
      passed &+= 1
      if h & (Header.marked | Header.scanned) == Header.marked && Header.kind(h) >= Kind.tuple {
        scan(p, n)
        drain()
      }
      p &+= n
    }
  }

  /// Starts marking, or gives up what was marked and starts anew.
  mutating func begin() {
    flip = 3
    resume()
    if get(HeapState.marking) & 255 > MarkingPhase.clearing {
      while greyBlocks != 0 {
        let word = table &+ (greyBlocks &- 1) &* 4
        greyBlocks = m[word] &>> 8
        m[word] = 0
      }
      depth = 0
      m[state &+ HeapState.scanAt] = get(State.heapStart)
      suspend(MarkingPhase.clearing)
    } else if get(HeapState.marking) & 255 == MarkingPhase.none {
      start()
      suspend(MarkingPhase.stacks)
    }
  }
  private mutating func start() {
    var i: UInt32 = 0
    while i < Root.count {
      if i != Root.identities.index && i != Root.weak.index && i != Root.finalisers.index { mark(get(State.roots &+ i &* 4)) }
      i &+= 1
    }
    let t = get(State.threads)
    m[state &+ HeapState.scanObject] = t
    m[state &+ HeapState.scanAt] = m[t &+ Thread.stackBase]
  }

  /// Marks for about `budget` cycles, at most 600 more; answers how many it took.
  mutating func slice(_ budget: UInt32) -> UInt32 {
    flip = 3
    resume()
    var cost: UInt32 = 100, phase = get(HeapState.marking) & 255
    while cost < budget {
      switch phase {
      case MarkingPhase.clearing:
        if clearMarks(&cost, budget) {
          start()
          cost &+= 200
          phase = MarkingPhase.stacks
        }
      case MarkingPhase.stacks: if markStacks(&cost, budget) { phase = MarkingPhase.objects }
      case MarkingPhase.objects: if markObjects(&cost, budget) { phase = MarkingPhase.done }
      default:
        suspend(phase)
        return cost
      }
    }
    suspend(phase)
    return cost
  }
  private func clearMarks(_ cost: inout UInt32, _ budget: UInt32) -> Bool {
    let end = get(State.heapCursor)
    var p = get(HeapState.scanAt)
    while p < end && cost < budget {
      p = cleared(p)
      cost &+= 10
    }
    m[state &+ HeapState.scanAt] = p
    if p < end { return false }
    p = get(HeapState.zoneStart)
    while p < get(HeapState.arenas) { p = cleared(p) }
    var i: UInt32 = 0
    while i < HeapState.arenaHalves {
      p = arenaStart(i)
      while p < get(HeapState.arenaCursor &+ i &* 4) { p = cleared(p) }
      i &+= 1
    }
    return true
  }
  /// Takes mark and link of an object away; answers the next one. Pins, which raw objects count in the link's place, stay.
  private func cleared(_ p: Address) -> Address {
    let h = m[p]
    if h & Header.marked != 0 { m[p] = h & ~(Header.marked | Header.scanned | (Header.kind(h) < Kind.tuple ? 0 : 127 &<< Header.linkShift)) }
    return p &+ size(p, h)
  }
  private mutating func markStacks(_ cost: inout UInt32, _ budget: UInt32) -> Bool {
    var t = get(HeapState.scanObject), p = get(HeapState.scanAt)
    // A thread that has ended meanwhile: the end of the collection looks at all stacks anyway.
    var known = get(State.threads)
    while known != 0 && known != t { known = m[known &+ Thread.next] }
    t = known
    while t != 0 && cost < budget {
      if p < m[t &+ Thread.top] {
        mark(m[p])
        p &+= 4
        cost &+= 6
      } else {
        t = m[t &+ Thread.next]
        if t != 0 { p = m[t &+ Thread.stackBase] }
      }
    }
    m[state &+ HeapState.scanObject] = t
    m[state &+ HeapState.scanAt] = p
    return t == 0
  }
  private mutating func markObjects(_ cost: inout UInt32, _ budget: UInt32) -> Bool {
    var o = get(HeapState.scanObject), p = get(HeapState.scanAt)
    defer {
      m[state &+ HeapState.scanObject] = o
      m[state &+ HeapState.scanAt] = p
    }
    while cost < budget {
      if o == 0 {
        if depth > 0 { depth &-= 1; o = m[stack &+ depth &* 4] } else if greyBlocks != 0 { o = popGrey() } else { return true }
        m[o] |= Header.scanned
        #if !os(none)
        if isWatchful { m.move(o &+ shadow, from: o, count: size(o)) }
        #endif
        p = o &+ 4
        cost &+= 30
      }
      // Long ones in parts.
      let end = o &+ size(o), stop = min(end, p &+ 256)
      cost &+= (stop &- p) &>> 2 &* 9
      while p < stop { mark(m[p]); p &+= 4 }
      if p >= end { o = 0 }
    }
    return false
  }
  #endif
}

extension VM {
  /// Cycles of a slice: with what it may take more, 15 µs at 125 MHz.
  private static var slice: UInt32 { 1200 }

  /// A request that does not fit below the limit: with marking ahead of need the limit may only be the place where the next slices are due.
  borrowing func pace(_ bytes: UInt32) {
    #if !WithoutCompactingHeap
    let m = memory, cursor = m[state &+ State.heapCursor], goal = m[state &+ HeapState.goal], flags = m[state &+ State.heapFlags]
    if flags & (HeapFlag.incremental | HeapFlag.watchful) != HeapFlag.incremental || goal <= cursor || bytes > goal &- cursor { return }
    if cursor &+ bytes <= m[state &+ HeapState.sliceAt] { return }
    if flags & HeapFlag.automatic == 0 || m[state &+ HeapState.marking] & 255 == MarkingPhase.done {
      m[state &+ HeapState.sliceAt] = .max
    } else {
      if m[state &+ HeapState.marking] & 255 == MarkingPhase.none {
        var c = Collector(self)
        c.begin()
      }
      // A sixteenth of what there may be to mark for each sixteenth of what is left: it is done before memory is.
      let step = max(64, (goal &- cursor) / 16)
      m[state &+ HeapState.due] &+= (bytes / step &+ 1) &* ((cursor &- m[state &+ State.heapStart]) / 4 &+ 256)
      m[state &+ HeapState.sliceAt] = cursor &+ bytes &+ step
      port.change(state &+ State.pending, set: Pending.marking)
    }
    updateLimit()
    #endif
  }

  /// Between bytecodes, when `Pending.marking` is set.
  @inline(never)
  mutating func markSlice() {
    #if !WithoutCompactingHeap
    let m = memory
    // A handler does not pay for it, but if it waits for something time must pass.
    if m[state &+ HeapState.handlers] != 0 { return port.spend(20) }
    // Nothing is allocated now; the next request sets the bit again.
    if m[state &+ State.heapLocked] != 0 {
      if m[state &+ State.heapFlags] & HeapFlag.watchful == 0 { port.change(state &+ State.pending, clear: Pending.marking) } else { port.spend(100) }
      return
    }
    var c = Collector(self)
    #if !os(none)
    if c.isWatchful { return watch() }
    #endif
    let cost = c.slice(Self.slice), due = m[state &+ HeapState.due]
    let isDone = m[state &+ HeapState.marking] & 255 == MarkingPhase.done
    m[state &+ HeapState.due] = isDone || due <= cost ? 0 : due &- cost
    if m[state &+ HeapState.due] == 0 { port.change(state &+ State.pending, clear: Pending.marking) }
    if isDone {
      m[state &+ HeapState.sliceAt] = .max
      updateLimit()
    }
    port.spend(long: cost)
    #endif
  }

  /// `gc.collect()`: everything that is garbage now goes. Once a program has hard handlers, marking is done in slices, between which they run.
  public mutating func collectInSlices() throws(Raise) {
    #if !WithoutCompactingHeap
    let m = memory
    if m[state &+ State.heapFlags] & (HeapFlag.incremental | HeapFlag.watchful) == HeapFlag.incremental && m[state &+ HeapState.handlers] == 0 {
      let before = m[state &+ State.collections]
      do {
        var c = Collector(self)
        c.begin()
      }
      while m[state &+ State.collections] == before && m[state &+ HeapState.marking] & 255 != MarkingPhase.done {
        do {
          var c = Collector(self)
          port.spend(long: c.slice(Self.slice))
        }
        try yieldPoint()
      }
      // Another thread may have ended what began here.
      if m[state &+ State.collections] != before { return }
    }
    // What watchful mode has marked already may be garbage since.
    if m[state &+ State.heapFlags] & HeapFlag.watchful != 0 && m[state &+ HeapState.marking] & 255 != MarkingPhase.none { collect() }
    #endif
    collect()
  }
}
