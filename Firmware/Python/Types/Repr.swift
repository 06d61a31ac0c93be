import Port

//@native object.__repr__ 1 1
func objectRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = vm.slot()
  try vm.newBuilder(b)
  try vm.builtinRepr(a[0], b)
  try vm.finish(b, Kind.str, out)
}
//@native object.__str__ 1 1
func objectStr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.isText(a[0]) { vm.set(out, vm.native(vm(a[0]))) } else { try vm.reprText(a[0], out) }
}

extension VM {
  /// Appends `repr(o)`.
  public mutating func repr(_ o: Slot, _ builder: Slot) throws(Raise) {
    // Of a container's items each comes by here.
    try stepPoint()
    if isCustomKind(o), try special(o, Q.__repr__, builder) { return }
    try builtinRepr(o, builder)
  }
  /// Appends `str(o)`.
  public mutating func str(_ o: Slot, _ builder: Slot) throws(Raise) {
    if sequenceKind(o) == Kind.str, isPlain(o) { try append(builder, o); return }
    if isCustomKind(o) {
      // With the heap locked a built-in exception's text goes straight to the console.
      if isConsole(builder), self(o).isKind(Kind.exception), isStatic(findMember(typeWord(memory[o.address]), Q.__str__).value) {
        return try exceptionText(o, builder)
      }
      if try special(o, Q.__str__, builder) { return }
      if try special(o, Q.__repr__, builder) { return }
      if sequenceKind(o) == Kind.str { try append(builder, o); return }
    }
    try builtinRepr(o, builder)
  }
  /// `repr(o)` or `str(o)` as a text value.
  mutating func reprText(_ o: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot()
    try newBuilder(b)
    try repr(o, b)
    try finish(b, Kind.str, out)
  }
  mutating func strText(_ o: Slot, _ out: Slot) throws(Raise) {
    if self(o).value.isInt {
      // Needs no builder.
      port.spend(Cost.digits)
      var digits = ShortText()
      digits.put(decimal: self(o).value.int)
      if digits.count == 1, let q = internedByte(digits[0]) { return set(out, Value(q)) }
      let made = slot()
      defer { release(to: made) }
      try digits.withBytes { (p) throws(Raise) in try self.newString(p, made) }
      return copy(out, made)
    }
    if sequenceKind(o) == Kind.str, isPlain(o) { copy(out, o); return }
    let mark = self.mark
    defer { release(to: mark) }
    let b = slot()
    try newBuilder(b)
    try str(o, b)
    try finish(b, Kind.str, out)
  }
  /// Kinds whose types may bring a `__repr__`.
  private borrowing func isCustomKind(_ o: Slot) -> Bool {
    let r = self(o)
    if !r.isObject { return false }
    let k = r.kind
    return k == Kind.instance || k == Kind.exception || k == Kind.object || k == Kind.wrapper
  }
  /// Appends what the special method answers; false if the type has none.
  private mutating func special(_ o: Slot, _ name: Qstr, _ builder: Slot) throws(Raise) -> Bool {
    let mark = self.mark
    defer { release(to: mark) }
    let r = slot()
    // `object`'s own answer is what `builtinRepr` says.
    if !hasSpecial(o, name) { return false }
    try enter()
    defer { leave() }
    if !(try callSpecial(o, name, Args(r, 0), r)) { return false }
    if !isText(r) {
      let type = Value(typeName(self(r)))
      throw raise(.TypeError, "% returned non-string (type %)", Value(name), type)
    }
    try append(builder, r)
    return true
  }

  /// What a value without a `__repr__` of its own looks like.
  mutating func builtinRepr(_ o: Slot, _ builder: Slot) throws(Raise) {
    let v = self(o).value
    if v.isInt {
      if v.int < 0 { try append(builder, byte: UInt8(ascii: "-")) }
      try append(builder, decimal: v.int.magnitude)
      return
    }
    if !v.isObject && !v.isQstr {
      switch v {
      case .none: try append(builder, "None")
      case .true: try append(builder, "True")
      case .false: try append(builder, "False")
      case .ellipsis: try append(builder, "Ellipsis")
      case .notImplemented: try append(builder, "NotImplemented")
      default: try append(builder, "NULL")
      }
      return
    }
    let mark = self.mark
    defer { release(to: mark) }
    let s = slot()
    set(s, native(self(o)))
    if self(s).value.isQstr { try textRepr(s, builder); return }
    if !self(s).isObject { try builtinRepr(s, builder); return }
    switch self(s).kind {
    case Kind.str: try textRepr(s, builder)
    case Kind.bytes: try bytesRepr(s, builder)
    case Kind.bytearray:
      try append(builder, "bytearray(")
      try bytesRepr(s, builder)
      try append(builder, byte: UInt8(ascii: ")"))
    case Kind.array: try arrayRepr(s, builder)
    case Kind.bigInt, Kind.float, Kind.complex: try numberRepr(s, builder)
    case Kind.tuple: try containerRepr(s, builder, UInt8(ascii: "("), UInt8(ascii: ")"))
    case Kind.list: try containerRepr(s, builder, UInt8(ascii: "["), UInt8(ascii: "]"))
    case Kind.dict, Kind.dictView, Kind.set, Kind.frozenset:
      if try entered(s, builder) { try append(builder, "{...}"); return }
      try dictRepr(s, builder)
      left(builder)
    case Kind.range: try rangeRepr(s, builder)
    case Kind.slice:
      try append(builder, "slice(")
      try fieldRepr(s, 1, builder); try append(builder, ", ")
      try fieldRepr(s, 2, builder); try append(builder, ", ")
      try fieldRepr(s, 3, builder); try append(builder, byte: UInt8(ascii: ")"))
    case Kind.type:
      try append(builder, "<class '")
      try fieldText(s, TypeObject.name, builder)
      try append(builder, "'>")
    case Kind.module:
      try append(builder, "<module '")
      try fieldText(s, 2, builder)
      let file = slot()
      set(file, dictFind(self(s).at(1), Q.__file__))
      if isText(file) {
        try append(builder, "' from '")
        try append(builder, file)
      }
      try append(builder, "'>")
    case Kind.function:
      try append(builder, "<function ")
      try nameOf(s, builder)
      try append(builder, " at ")
      try addressRepr(s, builder)
    case Kind.native:
      // As MicroPython's: its suite pins it.
      try append(builder, "<function>")
    case Kind.boundMethod:
      let f = slot()
      set(f, self(s).at(1))
      try append(builder, "<bound method ")
      if self(f).isKind(Kind.native) { try fieldText(f, 5, builder) } else { try nameOf(f, builder) }
      try append(builder, " of ")
      set(f, self(s).at(2))
      try enter()
      defer { leave() }
      try repr(f, builder)
      try append(builder, byte: UInt8(ascii: ">"))
    case Kind.generator:
      try append(builder, "<generator object '")
      try nameOf(s, builder)
      try append(builder, "' at ")
      try addressRepr(s, builder)
    case Kind.wrapper where self(s).raw(1) == Image.type(UInt32(BuiltinType.`super`.rawValue)):
      try append(builder, "<super: ")
      try fieldRepr(s, 2, builder)
      try append(builder, ", ")
      try fieldRepr(s, 3, builder)
      try append(builder, byte: UInt8(ascii: ">"))
    case Kind.instance where self(s).raw(1) == Image.type(UInt32(BuiltinType.object.rawValue)) && !self(s).at(2).isNull:
      // A namespace: only such objects have no class of their own and attributes.
      let value = slot()
      try append(builder, "namespace(")
      var i: UInt32 = 2
      while self(s).at(2).isKind(Kind.storage), Int32(i) < self(s).at(2).int(1) &+ 2, !self(s).at(2).at(i).isNull {
        if i > 2 { try append(builder, ", ") }
        set(value, self(s).at(2).at(i))
        try append(builder, value)
        set(value, self(s).at(2).at(i &+ 1))
        i &+= 2
        try append(builder, byte: UInt8(ascii: "="))
        try repr(value, builder)
      }
      try append(builder, byte: UInt8(ascii: ")"))
    default:
      try append(builder, byte: UInt8(ascii: "<"))
      let name = Value(typeName(self(o))), t = slot()
      set(t, name)
      try append(builder, t)
      try append(builder, " object at ")
      try addressRepr(o, builder)
    }
  }
  /// `0x2000abcd>`: the object's identity.
  private mutating func addressRepr(_ o: Slot, _ builder: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    try identity(o, t)
    let n = try toWord(t)
    try append(builder, "0x")
    try append(builder, hex: n, width: 8)
    try append(builder, byte: UInt8(ascii: ">"))
  }
  /// A function's or generator's `__name__`.
  private mutating func nameOf(_ s: Slot, _ builder: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    if try findAttribute(s, Q.__name__, t), isText(t) { try append(builder, t) } else { try append(builder, byte: UInt8(ascii: "?")) }
  }
  private mutating func fieldText(_ s: Slot, _ i: UInt32, _ builder: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    set(t, self(s).at(i))
    if isText(t) { try append(builder, t) }
  }
  private mutating func fieldRepr(_ s: Slot, _ i: UInt32, _ builder: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot()
    set(t, self(s).at(i))
    try enter()
    defer { leave() }
    try repr(t, builder)
  }

  // Containers that hold themselves: the builder knows which are being written.
  private mutating func entered(_ s: Slot, _ builder: Slot) throws(Raise) -> Bool {
    if isConsole(builder) { return false }
    let mark = self.mark
    defer { release(to: mark) }
    let active = slot()
    set(active, self(builder).at(4))
    if self(active).isNull {
      try newList(active)
      self(builder).set(4, self(active))
    }
    var i: UInt32 = 0
    while i < itemCount(active) { if item(active, i).word == self(s).word { return true }; i &+= 1 }
    try listAppend(active, s)
    return false
  }
  private borrowing func left(_ builder: Slot) {
    if isConsole(builder) { return }
    let active = self(builder).at(4), n = active.int(1) &- 1
    active.at(2).set(firstItem &+ UInt32(bitPattern: n), Value.null)
    active.setInt(1, n)
  }
  private mutating func containerRepr(_ s: Slot, _ builder: Slot, _ open: UInt8, _ close: UInt8) throws(Raise) {
    if itemCount(s) > 0, try entered(s, builder) {
      try append(builder, byte: open); try append(builder, "..."); try append(builder, byte: close)
      return
    }
    let some = itemCount(s) > 0
    try enter()
    defer { leave() }
    try append(builder, byte: open)
    let x = slot()
    defer { release(to: x) }
    var i: UInt32 = 0
    while i < itemCount(s) {
      if i > 0 { try append(builder, ", ") }
      set(x, item(s, i))
      try repr(x, builder)
      i &+= 1
    }
    if i == 1 && open == UInt8(ascii: "(") { try append(builder, byte: UInt8(ascii: ",")) }
    try append(builder, byte: close)
    if some { left(builder) }
  }
  private mutating func rangeRepr(_ s: Slot, _ builder: Slot) throws(Raise) {
    try append(builder, "range(")
    try fieldRepr(s, 1, builder)
    try append(builder, ", ")
    try fieldRepr(s, 2, builder)
    if self(s).at(3).value != Value(int: 1) {
      try append(builder, ", ")
      try fieldRepr(s, 3, builder)
    }
    try append(builder, byte: UInt8(ascii: ")"))
  }
  private mutating func arrayRepr(_ s: Slot, _ builder: Slot) throws(Raise) {
    let code = typecode(s)
    try append(builder, "array('")
    try append(builder, byte: code)
    try append(builder, byte: UInt8(ascii: "'"))
    let x = slot()
    defer { release(to: x) }
    var i: UInt32 = 0
    if binaryLength(s) > 0 { try append(builder, ", [") }
    while i < binaryLength(s) {
      if i > 0 { try append(builder, ", ") }
      try stepPoint()
      try loadItem(s, i, code, x)
      try numberRepr(x, builder)
      i &+= 1
    }
    try append(builder, i > 0 ? "])" : ")")
  }
}
