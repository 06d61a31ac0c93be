import Port

// Pinning: bytes that hardware or C code uses do not move. A payload is first moved to the zone at the heap's top and then pinned there, so that
// pins never split the free space. A payload (`buffer`) has one owner, so nothing else refers to it.

extension VM {
  /// Moves the payload of a bytearray, array, memoryview or buffer to the pin zone and keeps it there until `unpin` (pins count); answers the
  /// address of its first byte, or 0 if it is empty. For `bytes` and text the zone holds a copy.
  public mutating func pin(_ s: Slot) throws(Raise) -> Address {
    let mark = self.mark
    defer { release(to: mark) }
    let owner = slot()
    copy(owner, s)
    var offset: UInt32 = 0
    findOwner(owner, &offset)
    guard let field = payloadField(self(owner)) else {
      if isText(self(owner)) || self(owner).isKind(Kind.bytes) { return try pinCopy(owner) &+ offset }
      throw raise(.TypeError, "object with buffer protocol required")
    }
    if field == 0 {
      // A bare buffer has no owner whose reference could be changed: it must be in the zone already.
      if self(owner).word < memory[state &+ HeapState.zoneStart] { throw raise(.TypeError, "object with buffer protocol required") }
    } else {
      if self(owner).at(field).isNull { return 0 }
      // Bytes outside of the heap (`newForeign`) stay where they are.
      if self(owner).at(field).word == memory[Image.base &+ Image.emptyBytesWord &* 4] { return self(owner).at(field).word &+ 8 &+ offset }
      if self(owner).at(field).word < memory[state &+ HeapState.zoneStart] {
        let count = UInt32(self(owner).at(field).int(1))
        let to = try zoneBuffer(count)
        let o = self(owner)
        memory.move(to &+ 8, from: o.at(field).word &+ 8, count: count)
        o.store(field, to)
      }
    }
    let payload = field == 0 ? self(owner).word : self(owner).at(field).word
    countPin(payload, 1)
    return payload &+ 8 &+ offset
  }
  /// A bytearray of `count` zero bytes, pinned once; answers their address.
  public mutating func newPinned(_ count: UInt32, _ out: Slot) throws(Raise) -> Address {
    let made = slot()
    defer { release(to: made) }
    try newBuilder(made)
    _ = try bytearrayGrow(made, count)
    let at = try pin(made)
    copy(out, made)
    return at
  }
  /// Ends one `pin` of the same object.
  public borrowing func unpin(_ s: Slot) {
    let mark = self.mark
    defer { release(to: mark) }
    let owner = slot()
    copy(owner, s)
    var offset: UInt32 = 0
    findOwner(owner, &offset)
    guard let field = payloadField(self(owner)) else { unpinCopy(self(owner)); return }
    let payload = field == 0 ? self(owner) : self(owner).at(field)
    if !payload.isNull && payload.word >= memory[state &+ HeapState.zoneStart] { countPin(payload.word, -1) }
  }

  /// Follows memoryviews to what owns the bytes; `offset` counts the bytes before the view.
  private borrowing func findOwner(_ owner: Slot, _ offset: inout UInt32) {
    while self(owner).isKind(Kind.memoryview) {
      let view = self(owner)
      offset &+= UInt32(bitPattern: view.int(2))
      set(owner, view.at(1))
    }
    let o = self(owner)
    if o.isKind(Kind.bytearray) { offset &+= UInt32(bitPattern: o.int(3)) }
  }
  /// The word of an owner that refers to its payload; 0 for a buffer itself; nil for what has none.
  private borrowing func payloadField(_ r: borrowing Ref) -> UInt32? {
    if !r.isObject { return nil }
    switch r.kind {
    case Kind.bytearray: return 2
    case Kind.array: return 3
    case Kind.buffer: return 0
    default: return nil
    }
  }
  /// The pins of a payload are counted in its header's link field; 127 sticks.
  private borrowing func countPin(_ payload: Address, _ n: Int32) {
    let h = memory[payload], old = Int32(h &>> Header.linkShift & 127)
    if old == 127 || old &+ n < 0 { return }
    memory[payload] = h & ~(127 &<< Header.linkShift) | UInt32(old &+ n) &<< Header.linkShift
  }

  /// A buffer of `count` bytes in the zone: in the first hole that fits, else the zone grows downwards.
  private mutating func zoneBuffer(_ count: UInt32) throws(Raise) -> Address {
    let m = memory, words = 2 &+ (count &+ 3) / 4, bytes = words &* 4
    if m[state &+ State.heapLocked] != 0 { throw memoryGone() }
    var p = m[state &+ HeapState.zoneStart], at: Address = 0
    let end = m[state &+ HeapState.arenas]
    while p < end {
      let h = m[p], n = Object.words(h, m[p &+ 4]) &* 4
      if Header.kind(h) == Kind.free && n >= bytes {
        if n > bytes {
          let rest = (n &- bytes) / 4
          m[p &+ bytes] = Header.make(Kind.free, words: rest)
          if rest > 1 { m[p &+ bytes &+ 4] = (rest &- 2) &<< 1 | 1 }
        }
        at = p
        break
      }
      p &+= n
    }
    if at == 0 {
      let flags = m[state &+ State.heapFlags]
      func room() -> Bool {
        let bump = m[state &+ HeapState.bumpEnd], cursor = m[state &+ State.heapCursor]
        return bump > cursor && bump &- cursor >= bytes
      }
      if !room() && flags & HeapFlag.automatic != 0 && m[state &+ HeapState.handlers] == 0 { collect() }
      if !room() { throw memoryError(bytes) }
      at = m[state &+ HeapState.zoneStart] &- bytes
      m[state &+ HeapState.zoneStart] = at
    }
    m[at] = Header.make(Kind.buffer, words: words)
    m[at &+ 4] = count &<< 1 | 1
    m.fill(at &+ 8, 0, count: bytes &- 8)
    updateLimit()
    port.spend(long: 150 &+ words &* 2)
    return at
  }

  // MARK: immutable bytes

  /// A pinned copy of bytes or text, entered in a table with its original.
  private mutating func pinCopy(_ s: Slot) throws(Raise) -> Address {
    if let i = bounceIndex(text(self(s))) {
      let buffer = root(.bounces).at(3 &+ i).word
      countPin(buffer, 1)
      return buffer &+ 8
    }
    var i: UInt32 = 0, room: UInt32 = 0
    if !root(.bounces).isNull {
      let table = root(.bounces)
      room = UInt32(table.int(1))
      while i < room && !table.at(2 &+ i).isNull { i &+= 2 }
    }
    if i == room {
      let t = slot()
      defer { release(to: t) }
      try newItems(Kind.storage, room &* 2 &+ 8, t)
      let old = root(.bounces), new = self(t)
      var k: UInt32 = 0
      while k < room { new.set(2 &+ k, old.at(2 &+ k)); k &+= 1 }
      setRoot(.bounces, new)
    }
    let count = UInt32(text(self(s)).int(Str.count))
    if count == 0 { return 0 }
    let to = try zoneBuffer(count)
    let source = text(self(s)), table = root(.bounces)
    memory.move(to &+ 8, from: source.word &+ Str.bytes, count: count)
    table.set(2 &+ i, source)
    table.store(3 &+ i, to)
    countPin(to, 1)
    return to &+ 8
  }
  private borrowing func bounceIndex(_ r: borrowing Ref) -> UInt32? {
    let table = root(.bounces)
    if table.isNull { return nil }
    var i: UInt32 = 0
    let n = UInt32(table.int(1))
    while i < n { if table.at(2 &+ i).word == r.word { return i }; i &+= 2 }
    return nil
  }
  private borrowing func unpinCopy(_ r: borrowing Ref) {
    if !isText(r) && !r.isKind(Kind.bytes) { return }
    guard let i = bounceIndex(text(r)) else { return }
    let table = root(.bounces), buffer = table.at(3 &+ i).word
    countPin(buffer, -1)
    if memory[buffer] &>> Header.linkShift & 127 == 0 {
      table.set(2 &+ i, Value.null)
      table.set(3 &+ i, Value.null)
    }
  }
}
