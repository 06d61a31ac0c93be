import Port

// Identity: objects move, so `id()` is a number from a counter, entered with the object in a side table when it is first asked for. The table is
// sorted by address (sliding keeps the order) and searched by halves; its references are weak.

extension VM {
  /// `id()`: stable for the object's life; `is` and equality of ids agree for values that live at the same time.
  public mutating func identity(_ s: Slot, _ out: Slot) throws(Raise) {
    let n = try identityNumber(s)
    try newInt(unsigned: UInt64(n), out)
  }
  /// The same as a number. Immediate values: their word (never divisible by 4); flash objects: their address; others count from
  /// 0x2000_0000 in steps of 4.
  public mutating func identityNumber(_ s: Slot) throws(Raise) -> UInt32 {
    do {
      let r = self(s)
      if !r.isObject || r.word &- memory[state &+ HeapState.rangeStart] >= memory[state &+ State.heapEnd] &- memory[state &+ HeapState.rangeStart] {
        return r.word
      }
    }
    if let n = knownIdentity(self(s)) { return n }
    let count = memory[state &+ HeapState.identityCount]
    let room = root(.identities).isNull ? 0 : UInt32(root(.identities).int(1)) / 2
    if count >= room {
      let mark = self.mark
      defer { release(to: mark) }
      let t = slot()
      try newItems(Kind.storage, (room &+ room / 2 &+ 8) &* 2, t)
      // The collection that this may have been has thrown the dead out: count again.
      let old = root(.identities), new = self(t), n = memory[state &+ HeapState.identityCount]
      var i: UInt32 = 0
      while i < n &* 2 { new.set(2 &+ i, old.at(2 &+ i)); i &+= 1 }
      setRoot(.identities, new)
    }
    let table = root(.identities), r = self(s)
    var i = memory[state &+ HeapState.identityCount]
    memory[state &+ HeapState.identityCount] = i &+ 1
    while i > 0 && table.raw(i &* 2) > r.word {
      table.set(2 &+ i &* 2, table.at(i &* 2))
      table.set(3 &+ i &* 2, table.at(1 &+ i &* 2))
      i &-= 1
    }
    let number = memory[state &+ HeapState.identities]
    memory[state &+ HeapState.identities] = number &+ 1
    table.set(2 &+ i &* 2, r)
    table.setInt(3 &+ i &* 2, Int32(bitPattern: number))
    r.setRaw(0, r.header | 1 &<< Header.identityShift)
    return 0x2000_0000 &+ number &* 4
  }
  /// The number if one was given already.
  private borrowing func knownIdentity(_ r: borrowing Ref) -> UInt32? {
    if r.header & 1 &<< Header.identityShift == 0 { return nil }
    let table = root(.identities)
    var low: UInt32 = 0, high = memory[state &+ HeapState.identityCount]
    while low < high {
      let middle = (low &+ high) / 2, at = table.raw(2 &+ middle &* 2)
      if at == r.word { return 0x2000_0000 &+ UInt32(table.int(3 &+ middle &* 2)) &* 4 }
      if at < r.word { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }
  /// Hash of an object by identity: 31 bits.
  public mutating func identityHash(_ s: Slot) throws(Raise) -> UInt32 { mixHash(try identityNumber(s)) & 0x7fff_ffff }
}
