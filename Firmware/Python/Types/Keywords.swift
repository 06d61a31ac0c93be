import Port

extension VM {
  /// Raises TypeError for a keyword argument that is none of these.
  mutating func checkKeywords(_ a: Args, _ n1: Qstr, _ n2: Qstr = Q.empty, _ n3: Qstr = Q.empty, _ n4: Qstr = Q.empty) throws(Raise) {
    var i: UInt32 = 0
    while i < a.pairs {
      let n = self(a.name(i)).value
      if n != Value(n1) && n != Value(n2) && n != Value(n3) && n != Value(n4) { throw raise(.TypeError, "unexpected keyword argument '%'", n) }
      i &+= 1
    }
  }
  @inline(__always) borrowing func isNone(_ s: Slot) -> Bool { self(s).value.isNone }
  /// An optional argument: nil also for None.
  borrowing func given(_ s: Slot?) -> Slot? { s.flatMap { isNone($0) ? nil : $0 } }
}
