import Port

// Methods of dict, and what the operators of dict do.

//@qstr __eq__ __contains__ __getitem__ __setitem__ __delitem__ __len__ __iter__

extension VM {
  /// The table of `kind` (or its frozen brother) that `s` is or holds, into `out`; TypeError otherwise.
  mutating func receiver(_ s: Slot, _ kind: UInt32, _ out: Slot) throws(Raise) {
    set(out, native(self(s)))
    let k = self(out).isObject ? self(out).kind : 0
    if k == kind || kind == Kind.set && k == Kind.frozenset { return }
    let t = Value(typeName(self(s)))
    throw raise(.TypeError, "argument has wrong type '%'", t)
  }

  /// `d.update(other)`: a dict, any object with `keys`, or an iterable of pairs.
  mutating func dictUpdate(_ d: Slot, _ other: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let from = slot(), key = slot(), value = slot(), iterator = slot(), inner = slot()
    set(from, native(self(other)))
    if self(from).isKind(Kind.dict) {
      if self(from).word == self(d).word { return }
      var position: UInt32 = 0
      while dictNext(from, &position, key: key, value: value) { try dictSet(d, key, value) }
      return
    }
    if try findAttribute(other, Q.keys, inner) {
      try call(inner, Args(key, 0), value)
      try iterate(value, iterator)
      while try next(iterator, key) {
        try getItem(other, key, value)
        try dictSet(d, key, value)
        try stepPoint()
      }
      return
    }
    try iterate(other, iterator)
    while try next(iterator, inner) {
      try iterate(inner, from)
      var fits = try next(from, key)
      if fits { fits = try next(from, value) }
      if fits { fits = !(try next(from, inner)) }
      if !fits { throw raise(.ValueError, "dict update sequence has wrong length") }
      try dictSet(d, key, value)
      try stepPoint()
    }
  }
  /// The arguments of `dict(…)` and `update`: one mapping or iterable at most, then names.
  mutating func dictUpdate(_ d: Slot, _ a: Args) throws(Raise) {
    if a.count > 1 { try dictUpdate(d, a[1]) }
    var i: UInt32 = 0
    while i < a.pairs { try dictSet(d, a.name(i), a.value(i)); i &+= 1 }
  }

  /// Binary operators of dict; false if they do not apply (out untouched).
  public mutating func dictBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let a = slot(), b = slot(), d = slot()
    switch op {
    case .contains:
      set(b, native(self(r)))
      if !self(b).isKind(Kind.dict) { return false }
      let found = try dictGet(b, l, d)
      set(out, Value.bool(found))
      return true
    case .or:
      set(a, native(self(l)))
      set(b, native(self(r)))
      if !self(a).isKind(Kind.dict) || !self(b).isKind(Kind.dict) { return false }
      try tableCopy(a, Kind.dict, d)
      try dictUpdate(d, b)
      copy(out, d)
      return true
    case .inOr:
      set(a, native(self(l)))
      if !self(a).isKind(Kind.dict) { return false }
      copy(d, l)
      try dictUpdate(a, r)
      copy(out, d)
      return true
    case .equal, .notEqual:
      set(a, native(self(l)))
      set(b, native(self(r)))
      if !self(a).isKind(Kind.dict) || !self(b).isKind(Kind.dict) { return false }
      let same = try dictEqual(a, b)
      set(out, Value.bool(same == (op == .equal)))
      return true
    default: return false
    }
  }
}

//@native dict.__new__ 1 2 kw
func dictNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.newDict(d)
  try vm.dictUpdate(d, a)
  vm.copy(out, d)
}

//@native dict.__init__ 1 2 kw
//@native dict.update 1 2 kw
func dictUpdateMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  try vm.dictUpdate(d, a)
  vm.set(out, Value.none)
}

//@native dict.fromkeys 2 3 class
func dictFromKeys(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), iterator = vm.slot(), key = vm.slot(), value = vm.slot()
  let plain = vm(a[0]).word == vm.type(.dict).word || !vm(a[0]).isKind(Kind.type)
  if plain { try vm.newDict(d) } else { try vm.call(a[0], Args(key, 0), d) }
  if a.count > 2 { vm.copy(value, a[2]) } else { vm.set(value, Value.none) }
  try vm.iterate(a[1], iterator)
  while try vm.next(iterator, key) {
    if plain { try vm.dictSet(d, key, value) } else { try vm.setItem(d, key, value) }
    try vm.stepPoint()
  }
  vm.copy(out, d)
}

//@native dict.clear 1 1
func dictClear(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  try vm.writable(d)
  vm.tableClear(d)
  vm.set(out, Value.none)
}

//@native dict.copy 1 1
func dictCopy(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  try vm.tableCopy(d, Kind.dict, out)
}

//@native dict.get 2 3
func dictGetMethod(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  if try vm.dictGet(d, a[1], value) { vm.copy(out, value) } else if a.count > 2 { vm.copy(out, a[2]) } else { vm.set(out, Value.none) }
}

//@native dict.setdefault 2 3
func dictSetDefault(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  if !(try vm.dictGet(d, a[1], value)) {
    if a.count > 2 { vm.copy(value, a[2]) } else { vm.set(value, Value.none) }
    try vm.dictSet(d, a[1], value)
  }
  vm.copy(out, value)
}

//@native dict.pop 2 3
func dictPop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  try vm.writable(d)
  if try vm.dictRemove(d, a[1], value) { vm.copy(out, value); return }
  if a.count < 3 { throw vm.raise(.KeyError, value: a[1]) }
  vm.copy(out, a[2])
}

//@native dict.popitem 1 1
func dictPopItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), key = vm.slot(), value = vm.slot(), pair = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  try vm.newItems(Kind.tuple, 2, pair)
  let i = vm.dictLast(d, key: key, value: value)
  if i < 0 { throw vm.raise(.KeyError, "popitem(): dictionary is empty") }
  try vm.writable(d)
  vm.tableRemove(d, UInt32(bitPattern: i))
  vm(pair).set(2, vm(key))
  vm(pair).set(3, vm(value))
  vm.copy(out, pair)
}

//@native dict.keys 1 1
func dictKeys(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newView(a[0], 0, out) }
//@native dict.values 1 1
func dictValues(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newView(a[0], 1, out) }
//@native dict.items 1 1
func dictItems(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newView(a[0], 2, out) }

// The special methods, for classes derived from dict that call them by name.

//@native dict.__getitem__ 2 2
func dictGetItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  if !(try vm.dictGet(d, a[1], value)) { throw vm.raise(.KeyError, value: a[1]) }
  vm.copy(out, value)
}
//@native dict.__setitem__ 3 3
func dictSetItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  try vm.dictSet(d, a[1], a[2])
  vm.set(out, Value.none)
}
//@native dict.__delitem__ 2 2
func dictDeleteItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  if !(try vm.dictRemove(d, a[1], value)) { throw vm.raise(.KeyError, value: a[1]) }
  vm.set(out, Value.none)
}
//@native dict.__contains__ 2 2
func dictContains(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let d = vm.slot(), value = vm.slot()
  try vm.receiver(a[0], Kind.dict, d)
  let found = try vm.dictGet(d, a[1], value)
  vm.set(out, Value.bool(found))
}
//@native dict.__len__ 1 1
func dictLength(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  vm.set(out, Value(int: Int32(bitPattern: vm.dictCount(vm(d)))))
}
//@native dict.__iter__ 1 1
func dictIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm.slot()
  defer { vm.release(to: d) }
  try vm.receiver(a[0], Kind.dict, d)
  try vm.iterate(d, out)
}
