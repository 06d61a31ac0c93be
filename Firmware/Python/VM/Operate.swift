import Port

//@qstr __lt__ __gt__ __le__ __ge__ __ne__ __contains__ __bool__ __pos__ __neg__ __invert__ __abs__ __index__ __await__ __reversed__
//@qstr __or__ __xor__ __and__ __lshift__ __rshift__ __add__ __sub__ __mul__ __matmul__ __floordiv__ __truediv__ __mod__ __pow__
//@qstr __ror__ __rxor__ __rand__ __rlshift__ __rrshift__ __radd__ __rsub__ __rmul__ __rmatmul__ __rfloordiv__ __rtruediv__ __rmod__ __rpow__
//@qstr __ior__ __ixor__ __iand__ __ilshift__ __irshift__ __iadd__ __isub__ __imul__ __imatmul__ __ifloordiv__ __itruediv__ __imod__ __ipow__

extension BinaryOp {
  /// Name of the special method; of a comparison, of a plain operator, of an in-place one.
  var method: Qstr {
    switch self {
    case .less: Q.__lt__
    case .more: Q.__gt__
    case .equal: Q.__eq__
    case .lessEqual: Q.__le__
    case .moreEqual: Q.__ge__
    case .notEqual: Q.__ne__
    case .contains: Q.__contains__
    case .identical, .exceptionMatch: Q.empty
    case .inOr: Q.__ior__
    case .inXor: Q.__ixor__
    case .inAnd: Q.__iand__
    case .inLeft: Q.__ilshift__
    case .inRight: Q.__irshift__
    case .inAdd: Q.__iadd__
    case .inSubtract: Q.__isub__
    case .inMultiply: Q.__imul__
    case .inMatrix: Q.__imatmul__
    case .inFloor: Q.__ifloordiv__
    case .inDivide: Q.__itruediv__
    case .inModulo: Q.__imod__
    case .inPower: Q.__ipow__
    case .or: Q.__or__
    case .xor: Q.__xor__
    case .and: Q.__and__
    case .left: Q.__lshift__
    case .right: Q.__rshift__
    case .add: Q.__add__
    case .subtract: Q.__sub__
    case .multiply: Q.__mul__
    case .matrix: Q.__matmul__
    case .floor: Q.__floordiv__
    case .divide: Q.__truediv__
    case .modulo: Q.__mod__
    case .power: Q.__pow__
    }
  }
  /// Name of the right operand's method; of a comparison, the mirrored one.
  var reflected: Qstr {
    switch self {
    case .less: Q.__gt__
    case .more: Q.__lt__
    case .lessEqual: Q.__ge__
    case .moreEqual: Q.__le__
    case .or: Q.__ror__
    case .xor: Q.__rxor__
    case .and: Q.__rand__
    case .left: Q.__rlshift__
    case .right: Q.__rrshift__
    case .add: Q.__radd__
    case .subtract: Q.__rsub__
    case .multiply: Q.__rmul__
    case .matrix: Q.__rmatmul__
    case .floor: Q.__rfloordiv__
    case .divide: Q.__rtruediv__
    case .modulo: Q.__rmod__
    case .power: Q.__rpow__
    default: method
    }
  }
}

/// Which part of the interpreter knows the operators of a kind.
private enum Family { case number, sequence, dict, set, other }

extension VM {
  private borrowing func family(_ word: UInt32) -> Family {
    let v = Value(word)
    if v.isInt || v.isBool { return .number }
    if v.isQstr { return .sequence }
    if !v.isObject { return .other }
    switch Header.kind(memory[word]) {
    case Kind.bigInt, Kind.float, Kind.complex: return .number
    case Kind.str, Kind.bytes, Kind.tuple, Kind.list, Kind.bytearray, Kind.array, Kind.memoryview, Kind.range, Kind.slice: return .sequence
    case Kind.dict: return .dict
    case Kind.set, Kind.frozenset, Kind.dictView: return .set
    default: return .other
    }
  }
  /// True for values whose classes may have special methods: instances of Python classes, exceptions, objects of modules.
  @inline(__always) private borrowing func isCustom(_ word: UInt32) -> Bool {
    if word & 3 != 0 || word == 0 { return false }
    switch Header.kind(memory[word]) {
    case Kind.instance, Kind.object, Kind.exception, Kind.iterator, Kind.wrapper: return true
    default: return false
    }
  }

  // MARK: Unary

  public mutating func unary(_ op: UnaryOp, _ o: Slot, _ out: Slot) throws(Raise) {
    if op == .not {
      let t = try truth(o)
      return set(out, Value.bool(!t))
    }
    let name = op == .positive ? Q.__pos__ : op == .negative ? Q.__neg__ : Q.__invert__
    if isCustom(memory[o.address]) {
      if try callSpecial(o, name, Args(o, 0), out) { return }
      let inside = slot()
      defer { release(to: inside) }
      set(inside, native(self(o)))
      if try numberUnary(op, inside, out) { return }
    } else if try numberUnary(op, o, out) {
      return
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "unsupported type for %: '%'", Value(name), t)
  }

  // MARK: Binary

  public mutating func binary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {
    switch op {
    case .identical: return set(out, Value.bool(memory[l.address] == memory[r.address]))
    case .equal, .notEqual:
      if op == .notEqual, isCustom(memory[l.address]), hasSpecial(l, Q.__ne__) {
        let top = mark
        defer { release(to: top) }
        let answer = slot()
        if try askSpecial(l, Q.__ne__, r, answer) { return copy(out, answer) }
      }
      // The left side's `__eq__`, negated, comes before the right side's `__ne__`.
      if op == .notEqual, isCustom(memory[r.address]), hasSpecial(r, Q.__ne__), !(isCustom(memory[l.address]) && hasSpecial(l, Q.__eq__)) {
        let top = mark
        defer { release(to: top) }
        let answer = slot()
        if try askSpecial(r, Q.__ne__, l, answer) { return copy(out, answer) }
      }
      // `==` answers what `__eq__` does, whatever it is.
      if op == .equal, try askEqual(l, r, out) { return }
      let e = try equal(l, r)
      return set(out, Value.bool(e == (op == .equal)))
    case .exceptionMatch: return set(out, Value.bool(try matches(l, r)))
    case .contains: return set(out, Value.bool(try contains(l, in: r)))
    default: break
    }
    if try tryBinary(op, l, r, out) { return }
    let a = Value(typeName(self(l))), b = Value(typeName(self(r)))
    throw raise(.TypeError, "unsupported types for %: '%', '%'", Value(op.method), a, b)
  }

  /// The answer of either side's own `__eq__`; false if neither has one that knows the other.
  private mutating func askEqual(_ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let lc = isCustom(memory[l.address]), rc = isCustom(memory[r.address])
    if !lc && !rc || memory[l.address] == memory[r.address] && !hasSpecial(l, Q.__eq__) { return false }
    try enter()
    defer { leave() }
    let top = mark
    defer { release(to: top) }
    let answer = slot()
    if lc, hasSpecial(l, Q.__eq__), try askSpecial(l, Q.__eq__, r, answer) {
      copy(out, answer)
      return true
    }
    if rc, hasSpecial(r, Q.__eq__), try askSpecial(r, Q.__eq__, l, answer) {
      copy(out, answer)
      return true
    }
    return false
  }

  /// An operator or ordering; false if neither side knows it.
  mutating func tryBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    port.spend(Cost.slowOperate)
    let lw = memory[l.address], rw = memory[r.address]
    let lc = isCustom(lw), rc = isCustom(rw)
    if !lc && !rc { return try nativeBinary(op, l, r, out) }
    try enter()
    defer { leave() }
    let top = mark
    defer { release(to: top) }
    let result = slot()
    if lc {
      var done = try askSpecial(l, op.method, r, result)
      if !done && op.isInPlace { done = try askSpecial(l, op.plain.method, r, result) }
      if done {
        copy(out, result)
        return true
      }
    }
    if rc, try askSpecial(r, op.plain.reflected, l, result) {
      copy(out, result)
      return true
    }
    let a = slot(), b = slot()
    set(a, native(self(l)))
    set(b, native(self(r)))
    // A sequence on the left takes other things on the right: `'%s' % x`, `list += iterable`.
    if lc && memory[a.address] == lw && memory[b.address] == rw { return false }
    if op.plain == .modulo && (isText(self(a)) || self(a).isKind(Kind.bytes)) { copy(b, r) }
    return try nativeBinary(op, a, b, out)
  }

  /// Calls the special method `name` of `o` with one argument; false if it is missing or answers NotImplemented.
  mutating func askSpecial(_ o: Slot, _ name: Qstr, _ argument: Slot, _ out: Slot) throws(Raise) -> Bool {
    if name == Q.empty { return false }
    return try callSpecial(o, name, Args(argument, 1), out) && self(out).value != .notImplemented
  }

  private mutating func nativeBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool {
    let a = family(memory[l.address]), b = family(memory[r.address])
    switch (a, b) {
    case (.number, .number): return try numberBinary(op, l, r, out)
    case (.sequence, _):
      if op.plain == .modulo, isText(self(l)) || self(l).isKind(Kind.bytes) {
        try percentFormat(l, r, out)
        return true
      }
      return try sequenceBinary(op, l, r, out)
    // `d |= pairs` takes any iterable.
    case (.dict, _) where op == .inOr: return try dictBinary(op, l, r, out)
    case (_, .sequence): return try sequenceBinary(op, l, r, out)
    case (.dict, _), (_, .dict): return try dictBinary(op, l, r, out)
    case (.set, _), (_, .set): return try setBinary(op, l, r, out)
    default: return false
    }
  }

  // MARK: Comparison

  public mutating func equal(_ l: Slot, _ r: Slot) throws(Raise) -> Bool {
    let lw = memory[l.address], rw = memory[r.address]
    if lw == rw {
      // A float may differ from itself.
      if lw & 3 != 0 || lw == 0 { return true }
      let kind = Header.kind(memory[lw])
      if kind != Kind.float && kind != Kind.complex && kind != Kind.instance { return true }
    }
    if lw & 3 != 0 && rw & 3 != 0 && !(Value(lw).isBool || Value(rw).isBool) { return false }
    let lc = isCustom(lw), rc = isCustom(rw)
    if lc || rc { return try equalSpecial(l, r, lc, rc) }
    return try equalNative(l, r)
  }
  private mutating func equalNative(_ l: Slot, _ r: Slot) throws(Raise) -> Bool {
    let a = family(memory[l.address]), b = family(memory[r.address])
    if a != b {
      // Views of a dict's keys compare with sets; nothing else does across families.
      return false
    }
    switch a {
    case .number: return numberEqual(l, r)
    case .sequence: return try sequenceEqual(l, r)
    case .dict: return try dictEqual(l, r)
    case .set: return try setEqual(l, r)
    case .other:
      let x = self(l), y = self(r)
      if x.isKind(Kind.boundMethod) && y.isKind(Kind.boundMethod) { return x.raw(1) == y.raw(1) && x.raw(2) == y.raw(2) }
      if x.isKind(Kind.wrapper) && y.isKind(Kind.wrapper) { return x.raw(1) == y.raw(1) && x.raw(2) == y.raw(2) }
      return x.word == y.word
    }
  }
  @inline(never)
  private mutating func equalSpecial(_ l: Slot, _ r: Slot, _ lc: Bool, _ rc: Bool) throws(Raise) -> Bool {
    try enter()
    defer { leave() }
    let top = mark
    defer { release(to: top) }
    let result = slot(), a = slot(), b = slot()
    if lc, hasSpecial(l, Q.__eq__), try askSpecial(l, Q.__eq__, r, result) { return try truth(result) }
    if rc, hasSpecial(r, Q.__eq__), try askSpecial(r, Q.__eq__, l, result) { return try truth(result) }
    // `__ne__` alone decides `!=`; here it is asked last, negated, so that `==` and `!=` agree.
    if memory[l.address] == memory[r.address] { return true }
    set(a, native(self(l)))
    set(b, native(self(r)))
    if memory[a.address] == memory[l.address] && memory[b.address] == memory[r.address] { return false }
    if isCustom(memory[a.address]) || isCustom(memory[b.address]) { return false }
    return try equalNative(a, b)
  }

  /// `l < r`, for sorting.
  public mutating func less(_ l: Slot, _ r: Slot) throws(Raise) -> Bool {
    let a = self(l).value, b = self(r).value
    if a.isInt && b.isInt { return a.int < b.int }
    let top = mark
    defer { release(to: top) }
    let out = slot()
    try binary(.less, l, r, out)
    return try truth(out)
  }

  /// `item in container`.
  mutating func contains(_ item: Slot, in container: Slot) throws(Raise) -> Bool {
    port.spend(Cost.search)
    let top = mark
    defer { release(to: top) }
    let out = slot(), o = slot()
    copy(o, container)
    if isCustom(memory[o.address]) {
      try enter()
      defer { leave() }
      if try callSpecial(o, Q.__contains__, Args(item, 1), out) { return try truth(out) }
      set(o, native(self(o)))
    }
    switch family(memory[o.address]) {
    case .sequence: if try sequenceBinary(.contains, item, o, out) { return try truth(out) }
    case .dict: return try dictGet(o, item, out)
    case .set: if try setBinary(.contains, item, o, out) { return try truth(out) }
    default: break
    }
    // Anything that can be iterated over.
    let iterator = slot(), each = slot()
    try iterate(o, iterator)
    while try next(iterator, each) {
      if try equal(item, each) { return true }
      try stepPoint()
    }
    return false
  }

  /// `except` clauses: is `l` an exception of class `r`, or of one in the tuple `r`?
  mutating func matches(_ l: Slot, _ r: Slot) throws(Raise) -> Bool {
    let m = memory, type = self(l).isKind(Kind.type) ? m[l.address] : typeWord(m[l.address])
    if isExceptionType(m[r.address]) { return isSubtype(type, m[r.address]) || isSystemError(m[l.address], of: m[r.address]) }
    if self(r).isKind(Kind.tuple) {
      let n = UInt32(bitPattern: self(r).int(1))
      var i: UInt32 = 0, found = false
      while i < n {
        if !isExceptionType(self(r).raw(2 &+ i)) { throw cannotCatch() }
        if isSubtype(type, self(r).raw(2 &+ i)) || isSystemError(m[l.address], of: self(r).raw(2 &+ i)) { found = true }
        i &+= 1
      }
      return found
    }
    throw cannotCatch()
  }
  private borrowing func isExceptionType(_ word: UInt32) -> Bool {
    Value(word).isObject && Header.kind(memory[word]) == Kind.type && isSubtype(word, Image.type(UInt32(BuiltinType.BaseException.rawValue)))
  }
  private mutating func cannotCatch() -> Raise { raise(.TypeError, "catching classes that don't inherit from BaseException isn't allowed") }

  // MARK: Truth, hash, length

  public mutating func truth(_ o: Slot) throws(Raise) -> Bool {
    let word = memory[o.address]
    switch Value(word) {
    case .true: return true
    case .false, .none: return false
    default: break
    }
    if word & 1 != 0 { return word != 1 }
    if Value(word).isQstr { return text(self(o)).int(1) != 0 }
    if !Value(word).isObject { return true }
    switch Header.kind(memory[word]) {
    case Kind.str, Kind.bytes, Kind.tuple, Kind.list, Kind.dict, Kind.set, Kind.frozenset, Kind.bytearray: return self(o).int(1) != 0
    case Kind.bigInt, Kind.float, Kind.complex: return numberTruth(self(o))
    case Kind.array: return self(o).int(2) != 0
    case Kind.memoryview: return self(o).int(3) != 0
    case Kind.range, Kind.dictView: return try length(o) != 0
    case Kind.instance, Kind.object, Kind.exception:
      let top = mark
      defer { release(to: top) }
      let out = slot()
      if try callSpecial(o, Q.__bool__, Args(o, 0), out) { return self(out).value == .true || self(out).value.isInt && self(out).value.int != 0 }
      if try callSpecial(o, Q.__len__, Args(o, 0), out) { return self(out).value != Value(int: 0) }
      set(out, native(self(o)))
      if memory[out.address] != word { return try truth(out) }
      return true
    default: return true
    }
  }

  /// `hash(o)` as 31 unsigned bits.
  public mutating func hash(_ o: Slot) throws(Raise) -> UInt32 {
    let word = memory[o.address], v = Value(word)
    if v.isInt || v.isBool { return numberHash(o) & 0x7fff_ffff }
    if v.isQstr { return textHash(self(o)) }
    if !v.isObject { return mixHash(word) & 0x7fff_ffff }
    switch Header.kind(memory[word]) {
    case Kind.frozenset: return try setHash(o)
    case Kind.str, Kind.bytes, Kind.tuple, Kind.range: return try sequenceHash(o)
    case Kind.bigInt, Kind.float, Kind.complex: return numberHash(o) & 0x7fff_ffff
    case Kind.dictView: if self(o).int(2) == 1 { return try identityHash(o) }
    case Kind.list, Kind.dict, Kind.set, Kind.bytearray, Kind.array, Kind.slice: break
    case Kind.instance, Kind.object:
      let top = mark
      defer { release(to: top) }
      let out = slot()
      if hasSpecial(o, Q.__hash__), try callSpecial(o, Q.__hash__, Args(o, 0), out) {
        return UInt32(truncatingIfNeeded: try toWord(out)) & 0x7fff_ffff
      }
      if !hasSpecial(o, Q.__eq__) {
        set(out, native(self(o)))
        if memory[out.address] != memory[o.address] { return try hash(out) }
        return try identityHash(o)
      }
    case Kind.boundMethod:
      let part = slot()
      defer { release(to: part) }
      set(part, self(o).at(1))
      let f = try identityHash(part)
      set(part, self(o).at(2))
      // The receiver may be unhashable: its identity counts, as for equality.
      return (f ^ (self(part).isObject ? try identityHash(part) : mixHash(memory[part.address]))) & 0x7fff_ffff
    default: return try identityHash(o)
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "unsupported type for %: '%'", Value(Q.__hash__), t)
  }
  public mutating func length(_ o: Slot) throws(Raise) -> UInt32 {
    let word = memory[o.address]
    switch family(word) {
    case .sequence: return try sequenceLength(o)
    case .dict: return dictCount(self(o))
    case .set: return self(o).isKind(Kind.dictView) ? dictCount(self(o).at(1)) : UInt32(bitPattern: self(o).int(1))
    default: break
    }
    if isCustom(word) {
      let top = mark
      defer { release(to: top) }
      let out = slot()
      if try callSpecial(o, Q.__len__, Args(o, 0), out) {
        if !isInteger(self(out)) { throw raise(.TypeError, "__len__() should return an int") }
        let n = try toInt32(out)
        if n < 0 { throw raise(.ValueError, "__len__() should return >= 0") }
        return UInt32(n)
      }
      set(out, native(self(o)))
      if memory[out.address] != memory[o.address] { return try length(out) }
    }
    if Value(word).isObject, Header.kind(memory[word]) == Kind.type {
      let out = slot()
      defer { release(to: out) }
      if try classHook(o, Q.__class_len__, Args(o, 0), out), self(out).value.isInt { return UInt32(bitPattern: self(out).value.int) }
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "object of type '%' has no len()", t)
  }
}
