import Port

// Values that outlive a call: strong handles, weak handles, finalisers. A handle is an index in a root table; 0 is no handle. Above its 20 bits a strong one has the
// number of its interpreter (`State.handleBase`): drivers keep it, and to the others it is none.

extension VM {
  /// A handle that keeps the value in `s` alive until `dropHandle`.
  public mutating func newHandle(_ s: Slot) throws(Raise) -> UInt32 { try enterHandle(.handles, s) | memory[state &+ State.handleBase] }
  public borrowing func handle(_ handle: UInt32, _ out: Slot) {
    let table = root(.handles), h = handle ^ memory[state &+ State.handleBase]
    if h == 0 || table.isNull || h > UInt32(table.int(1)) { set(out, Value.null) } else { set(out, table.at(1 &+ h)) }
  }
  public borrowing func dropHandle(_ handle: UInt32) {
    let table = root(.handles), h = handle ^ memory[state &+ State.handleBase]
    if h != 0 && !table.isNull && h <= UInt32(table.int(1)) { table.set(1 &+ h, Value.null) }
  }

  /// A handle that does not keep the object alive: `weak` gives null once it is gone.
  public mutating func newWeak(_ s: Slot) throws(Raise) -> UInt32 { try enterHandle(.weak, s) }
  public borrowing func weak(_ h: UInt32, _ out: Slot) {
    let table = root(.weak)
    if h == 0 || table.isNull || h > UInt32(table.int(1)) || table.at(1 &+ h).value == .deleted { set(out, Value.null) } else { set(out, table.at(1 &+ h)) }
  }
  public borrowing func dropWeak(_ h: UInt32) {
    let table = root(.weak)
    if h != 0 && !table.isNull && h <= UInt32(table.int(1)) { table.set(1 &+ h, Value.null) }
  }

  private mutating func enterHandle(_ r: Root, _ s: Slot) throws(Raise) -> UInt32 {
    var i: UInt32 = 0, room: UInt32 = 0
    if !root(r).isNull {
      let table = root(r)
      room = UInt32(table.int(1))
      while i < room && !table.at(2 &+ i).isNull { i &+= 1 }
    }
    if i == room {
      let t = slot()
      defer { release(to: t) }
      try newItems(Kind.storage, room &* 2 &+ 4, t)
      let old = root(r), new = self(t)
      var k: UInt32 = 0
      while k < room { new.set(2 &+ k, old.at(2 &+ k)); k &+= 1 }
      setRoot(r, new)
    }
    root(r).set(2 &+ i, self(s))
    return i &+ 1
  }

  /// Asks that the object, once nothing else refers to it, be kept for `nextFinalisable` instead of being freed.
  public mutating func addFinaliser(_ s: Slot) throws(Raise) {
    let count = memory[state &+ HeapState.finalisers]
    let room = root(.finalisers).isNull ? 0 : UInt32(root(.finalisers).int(1)) / 2
    if count >= room {
      let t = slot()
      defer { release(to: t) }
      try newItems(Kind.storage, (room &* 2 &+ 4) &* 2, t)
      let old = root(.finalisers), new = self(t)
      var i: UInt32 = 0
      while i < count &* 2 { new.set(2 &+ i, old.at(2 &+ i)); i &+= 1 }
      setRoot(.finalisers, new)
    }
    let table = root(.finalisers), r = self(s)
    table.set(2 &+ count &* 2, r)
    table.setInt(3 &+ count &* 2, 0)
    r.setRaw(0, r.header | Header.finaliser)
    memory[state &+ HeapState.finalisers] = count &+ 1
  }
  /// The next object whose finaliser is due, taken from the list; false if there is none. With `all` those that are still alive too: for the interpreter's end.
  public borrowing func nextFinalisable(_ out: Slot, all: Bool = false) -> Bool {
    let n = memory[state &+ HeapState.finalisers], table = root(.finalisers)
    var i: UInt32 = 0
    while i < n {
      if all || table.int(3 &+ i &* 2) == 1 {
        let o = table.at(2 &+ i &* 2)
        o.setRaw(0, o.header & ~Header.finaliser)
        set(out, o)
        table.set(2 &+ i &* 2, table.at(n &* 2))
        table.set(3 &+ i &* 2, table.at(1 &+ n &* 2))
        table.set(n &* 2, Value.null)
        table.set(1 &+ n &* 2, Value.null)
        memory[state &+ HeapState.finalisers] = n &- 1
        return true
      }
      i &+= 1
    }
    return false
  }
}
