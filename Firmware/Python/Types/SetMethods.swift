import Port

// Methods of set and frozenset.

/// What a set can be asked about another one.
enum SetTest { case disjoint, subset, superset }

extension VM {
  /// A set of all of `a`'s arguments after the first combined with the first by `op`; of the first one's kind.
  mutating func setCombined(_ op: BinaryOp, _ a: Args, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), made = slot(), other = slot()
    try receiver(a[0], Kind.set, s)
    let kind = self(s).kind
    try tableCopy(s, kind, made)
    var i: UInt32 = 1
    while i < a.count {
      try asSet(a[i], other)
      _ = try setApply(op, made, other)
      i &+= 1
    }
    copy(out, made)
  }
  /// The same, changing the first argument, which must be a set.
  mutating func setCombine(_ op: BinaryOp, _ a: Args, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), other = slot()
    try mutableReceiver(a[0], s)
    var i: UInt32 = 1
    while i < a.count {
      try asSet(a[i], other)
      _ = try setApply(op, s, other)
      i &+= 1
    }
    set(out, Value.none)
  }
  mutating func mutableReceiver(_ s: Slot, _ out: Slot) throws(Raise) {
    try receiver(s, Kind.set, out)
    if self(out).kind != Kind.set { throw raise(.TypeError, "argument has wrong type '%'", Value(Q.frozenset)) }
  }
  /// The two sets of a method with one argument, asked about each other.
  mutating func setCompared(_ test: SetTest, _ a: Args, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot(), other = slot()
    try receiver(a[0], Kind.set, s)
    try asSet(a[1], other)
    let yes: Bool
    switch test {
    case .disjoint: yes = try setIsDisjoint(s, other)
    case .subset: yes = try setIsSubset(s, other)
    case .superset: yes = try setIsSubset(other, s)
    }
    set(out, Value.bool(yes))
  }
}

//@native set.__new__ 1 2
func setNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.newSet(Kind.set, s)
  if a.count > 1 { try vm.setUpdate(s, a[1]) }
  vm.copy(out, s)
}
//@native frozenset.__new__ 1 2
func frozensetNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  if a.count > 1 && vm(a[1]).isKind(Kind.frozenset) { vm.copy(out, a[1]); return }
  try vm.newSet(Kind.frozenset, s)
  if a.count > 1 { try vm.setUpdate(s, a[1]) }
  vm.copy(out, s)
}
//@native frozenset.__hash__ 1 1
func frozensetHash(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.receiver(a[0], Kind.frozenset, s)
  let h = try vm.setHash(s)
  vm.set(out, Value(int: Int32(bitPattern: h)))
}

//@native set.add 2 2
func setAddMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.mutableReceiver(a[0], s)
  try vm.setAdd(s, a[1])
  vm.set(out, Value.none)
}
//@native set.clear 1 1
func setClear(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.mutableReceiver(a[0], s)
  vm.tableClear(s)
  vm.set(out, Value.none)
}
//@native set.copy 1 1
//@native frozenset.copy 1 1
func setCopy(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.receiver(a[0], Kind.set, s)
  if vm(s).kind == Kind.frozenset { vm.copy(out, s); return }
  try vm.tableCopy(s, Kind.set, out)
}
//@native set.discard 2 2
func setDiscard(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.mutableReceiver(a[0], s)
  _ = try vm.setRemove(s, a[1])
  vm.set(out, Value.none)
}
//@native set.remove 2 2
func setRemoveMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.mutableReceiver(a[0], s)
  if !(try vm.setRemove(s, a[1])) { throw vm.raise(.KeyError, value: a[1]) }
  vm.set(out, Value.none)
}
//@native set.pop 1 1
func setPop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let s = vm.slot(), item = vm.slot()
  try vm.mutableReceiver(a[0], s)
  let used = UInt32(vm(s).int(Table.used))
  if used == 0 { throw vm.raise(.KeyError, "pop from an empty set") }
  // The first entry, looked for from where the last one was found: emptying a set takes one way through it.
  var at = UInt32(vm(s).int(Table.popped))
  do {
    let set = vm(s), entries = set.at(Table.entries), stride = vm.tableStride(set)
    if at >= used { at = 0 }
    while entries.raw(Table.first &+ at &* stride) == Value.deleted.word { at = at &+ 1 == used ? 0 : at &+ 1 }
    vm.set(item, entries.at(Table.first &+ at &* stride))
  }
  vm.tableRemove(s, at)
  vm(s).setInt(Table.popped, Int32(at &+ 1))
  vm.copy(out, item)
}

//@native set.__init__ 1 2
//@native set.update 1 -
func setUpdateMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombine(.or, a, out) }
//@native set.intersection_update 1 -
func setIntersectionUpdate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombine(.and, a, out) }
//@native set.difference_update 1 -
func setDifferenceUpdate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombine(.subtract, a, out) }
//@native set.symmetric_difference_update 2 2
func setSymmetricDifferenceUpdate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombine(.xor, a, out) }
//@native set.union 1 -
//@native frozenset.union 1 -
func setUnion(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombined(.or, a, out) }
//@native set.intersection 1 -
//@native frozenset.intersection 1 -
func setIntersection(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombined(.and, a, out) }
//@native set.difference 1 -
//@native frozenset.difference 1 -
func setDifference(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombined(.subtract, a, out) }
//@native set.symmetric_difference 2 2
//@native frozenset.symmetric_difference 2 2
func setSymmetricDifference(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCombined(.xor, a, out) }

//@native set.isdisjoint 2 2
//@native frozenset.isdisjoint 2 2
func setIsDisjointMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCompared(.disjoint, a, out) }
//@native set.issubset 2 2
//@native frozenset.issubset 2 2
func setIsSubsetMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCompared(.subset, a, out) }
//@native set.issuperset 2 2
//@native frozenset.issuperset 2 2
func setIsSupersetMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.setCompared(.superset, a, out) }

//@native set.__contains__ 2 2
//@native frozenset.__contains__ 2 2
func setContainsMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.receiver(a[0], Kind.set, s)
  let found = try vm.setContains(s, a[1])
  vm.set(out, Value.bool(found))
}
//@native set.__len__ 1 1
//@native frozenset.__len__ 1 1
func setLength(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.receiver(a[0], Kind.set, s)
  vm.set(out, Value(int: vm(s).int(Table.count)))
}
//@native set.__iter__ 1 1
//@native frozenset.__iter__ 1 1
func setIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let s = vm.slot()
  defer { vm.release(to: s) }
  try vm.receiver(a[0], Kind.set, s)
  try vm.iterate(s, out)
}
