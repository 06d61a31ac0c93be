import Port

// Parts of sequences that an expression names and uses at once: `l[a:b]` and `l[a:b] = items` without a slice object in between.
extension VM {
  /// The object below `n` bounds that end at `top`, its part that they name, and the object's slot; nil if the general way must be taken.
  /// Small integers and None only: nothing of Python runs.
  private borrowing func part(_ n: UInt32, _ top: Slot, length: UInt32) -> Span? {
    let m = memory, low = Value(m[top.address &- (n &- 1) &* 4]), high = Value(m[top.address &- (n &- 2) &* 4])
    let step = n == 3 ? Value(m[top.address]) : .none
    if !(low.isInt || low.isNone) || !(high.isInt || high.isNone) || !(step.isInt || step.isNone) || step == Value(int: 0) { return nil }
    return clip((low.isInt ? low.int : nil, high.isInt ? high.int : nil, step.isInt ? step.int : 1), length)
  }
  /// BUILD_SLICE before LOAD_SUBSCR: the part takes the object's place. False: not done.
  @inline(never)
  mutating func loadPart(_ n: UInt32, _ top: Slot) throws(Raise) -> Bool {
    let o = Slot(top.address &- n &* 4), kind: UInt32, length: UInt32
    do {
      let r = self(o)
      kind = r.value.isQstr ? Kind.str : r.isObject ? r.kind : Kind.free
      switch kind {
      case Kind.list, Kind.tuple, Kind.bytes, Kind.bytearray: length = UInt32(bitPattern: r.int(1))
      case Kind.str:
        if textIsWide(r) { return false }
        length = UInt32(bitPattern: text(r).int(1))
      default: return false
      }
    }
    guard let s = part(n, top, length: length) else { return false }
    // Other steps are refused, but a list's.
    if s.step != 1 && kind != Kind.list { return false }
    let t = slot()
    if kind == Kind.list || kind == Kind.tuple {
      try itemSlice(o, s, t)
    } else if kind == Kind.str && s.start == 0 && UInt32(bitPattern: s.stop) == length {
      return true
    } else {
      try newText(kind, from: o, UInt32(bitPattern: s.start), UInt32(bitPattern: s.stop), t)
    }
    copy(o, t)
    return true
  }
  /// BUILD_SLICE before STORE_SUBSCR: the value below the object takes the part's place. False: not done.
  @inline(never)
  mutating func storePart(_ n: UInt32, _ top: Slot) throws(Raise) -> Bool {
    let o = Slot(top.address &- n &* 4), value = Slot(o.address &- 4)
    if !self(o).isKind(Kind.list) || !self(value).isKind(Kind.list) && !self(value).isKind(Kind.tuple) { return false }
    guard let s = part(n, top, length: itemCount(o)) else { return false }
    if s.step != 1 { return false }
    try listSplice(o, at: UInt32(bitPattern: s.start), removed: s.count, value, itemCount(value))
    return true
  }
}
