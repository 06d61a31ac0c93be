import Port

/// Bits of a type's layout word above the 16 bits of the layout's number.
enum TypeFlag {
  /// Written in Python.
  @inline(__always) static var python: UInt32 { 1 << 16 }
  /// Instances may not be written to directly: the class or a base has `__setattr__`, `__delattr__`, a property or another data descriptor.
  @inline(__always) static var guarded: UInt32 { 1 << 17 }
  /// Objects of a module's type whose first field is bytes-like: they can be used where bytes can.
  @inline(__always) static var buffer: UInt32 { 1 << 18 }
}

extension VM {
  /// Number of the built-in type of an object's kind, for kinds whose objects do not name their type.
  @inline(__always) static func builtinType(ofKind kind: UInt32) -> BuiltinType {
    switch kind {
    case Kind.str: .str
    case Kind.bytes: .bytes
    case Kind.buffer: .buffer
    case Kind.bytecode: .bytecode
    case Kind.bigInt: .int
    case Kind.float: .float
    case Kind.complex: .complex
    case Kind.tuple: .tuple
    case Kind.storage: .storage
    case Kind.list: .list
    case Kind.dict: .dict
    case Kind.set: .set
    case Kind.frozenset: .frozenset
    case Kind.function: .function
    case Kind.native: .builtin_function
    case Kind.boundMethod: .bound_method
    case Kind.type: .type
    case Kind.cell: .cell
    case Kind.generator: .generator
    case Kind.module: .module
    case Kind.slice: .slice
    case Kind.range: .range
    case Kind.bytearray: .bytearray
    case Kind.memoryview: .memoryview
    case Kind.array: .array
    case Kind.code: .code
    case Kind.codeContext: .codecontext
    case Kind.dictView: .dict_view
    default: .object
    }
  }

  /// Address of a value's type.
  borrowing func typeWord(_ word: UInt32) -> UInt32 {
    let v = Value(word)
    if v.isInt { return Image.type(UInt32(BuiltinType.int.rawValue)) }
    if v.isObject {
      let kind = Header.kind(memory[word])
      switch kind {
      case Kind.instance, Kind.exception, Kind.iterator, Kind.wrapper, Kind.object: return memory[word &+ 4]
      case Kind.generator where memory[memory[word &+ Generator.code &* 4] &+ Shape.arguments &* 4] &>> 25 & Shape.asyncGenerator != 0:
        return Image.type(UInt32(BuiltinType.async_generator.rawValue))
      default: return Image.type(UInt32(Self.builtinType(ofKind: kind).rawValue))
      }
    }
    let t: BuiltinType
    if v.isQstr {
      t = .str
    } else {
      switch v {
      case .none: t = .NoneType
      case .true, .false: t = .bool
      case .ellipsis: t = .ellipsis
      case .notImplemented: t = .NotImplementedType
      default: t = .object
      }
    }
    return Image.type(UInt32(t.rawValue))
  }
  /// The type of any value; a borrowed type object.
  @_lifetime(borrow self) public borrowing func typeOf(_ r: borrowing Ref) -> Ref { Ref(typeWord(r.word), self) }
  /// Name of the value's type.
  public borrowing func typeName(_ r: borrowing Ref) -> Qstr { Value(memory[typeWord(r.word) &+ TypeObject.name &* 4]).qstr }

  /// True if `type` is `base` or derived from it: both addresses of types.
  borrowing func isSubtype(_ type: UInt32, _ base: UInt32) -> Bool {
    if type == base { return true }
    let m = memory, order = m[type &+ TypeObject.order &* 4], n = m[order &+ 4] &>> 1
    var i: UInt32 = 0
    while i < n {
      if m[order &+ 8 &+ i &* 4] == base { return true }
      i &+= 1
    }
    return false
  }
  /// True if the value is an instance of the built-in type or of a type derived from it.
  public borrowing func isInstance(_ r: borrowing Ref, _ t: BuiltinType) -> Bool {
    isSubtype(typeWord(r.word), Image.type(UInt32(t.rawValue)))
  }
  /// The native object inside an instance of a class derived from a built-in type, else the value itself.
  @inline(__always) @_lifetime(borrow self) public borrowing func native(_ r: borrowing Ref) -> Ref {
    if r.isKind(Kind.instance) && Header.words(r.header) > 3 && r.raw(3) != 0 { return Ref(r.raw(3), self) }
    return Ref(r.word, self)
  }

  /// Member `name` of a type (an address) along its method resolution order: the value's word and the address of the type that has it,
  /// or 0. Neither allocates nor runs Python code.
  ///
  /// Answers are kept, those of missing members too, until a class changes or the heap moves (`forgetMembers`).
  @inline(__always)
  borrowing func findMember(_ type: UInt32, _ name: Qstr) -> (value: UInt32, owner: UInt32) {
    let m = memory, known = state &+ Private.members &+ ((type &>> 5 ^ name.number) & (Private.memberCount &- 1)) &* 16
    if m[known] == type && m[known &+ 4] == Value(name).word { return (m[known &+ 8], m[known &+ 12]) }
    return searchMember(type, name, known)
  }
  @inline(never)
  borrowing func searchMember(_ type: UInt32, _ name: Qstr, _ known: UInt32) -> (value: UInt32, owner: UInt32) {
    let m = memory, found = findMember(type, name, after: 0)
    m[known] = type
    m[known &+ 4] = Value(name).word
    m[known &+ 8] = found.value
    m[known &+ 12] = found.owner
    return found
  }
  /// Forgets what `findMember` and `searchGlobal` found.
  @inline(never)
  borrowing func forgetMembers() {
    memory.fill(state &+ Private.members, 0, count: Private.memberCount &* 16)
    memory.fill(state &+ Private.builtins, 0, count: Private.builtinCount &* 16)
  }

  /// The same without the cache, from the type behind `after` in the resolution order (0: from the first).
  @inline(never)
  borrowing func findMember(_ type: UInt32, _ name: Qstr, after: UInt32) -> (value: UInt32, owner: UInt32) {
    let m = memory, order = m[type &+ TypeObject.order &* 4], n = m[order &+ 4] &>> 1
    var i: UInt32 = 0
    if after != 0 {
      while i < n && m[order &+ 8 &+ i &* 4] != after { i &+= 1 }
      i &+= 1
    }
    while i < n {
      let t = m[order &+ 8 &+ i &* 4]
      let v = findName(m[t &+ TypeObject.members &* 4], name)
      if v != 0 { return (v, t) }
      i &+= 1
    }
    return (0, 0)
  }

  /// The value of an interned name in a dict (an address), or 0.
  @inline(__always) borrowing func findName(_ dict: UInt32, _ name: Qstr) -> UInt32 { dictFind(Ref(dict, self), name).word }

  /// A name of the builtins module, or 0.
  @inline(never) borrowing func findBuiltin(_ name: Qstr) -> UInt32 {
    let added = memory[state &+ Root.builtins.offset]
    if added != 0 {
      let v = findName(added, name)
      if v != 0 { return v }
    }
    return findName(memory[Image.base &+ Image.builtinsWord &* 4], name)
  }

  @inline(__always) borrowing func typeFlags(_ type: UInt32) -> UInt32 { memory[type &+ TypeObject.layout &* 4] &>> 1 }
  /// Address of the built-in type whose layout a type's instances have.
  @inline(__always) borrowing func layoutType(_ type: UInt32) -> UInt32 { Image.type(typeFlags(type) & 0xffff) }

  /// The special method `name` of `o`'s type (not of the object), bound for calling without `o`; false if there is none.
  public mutating func findSpecial(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let found = findMember(typeWord(memory[o.address]), name)
    if found.value == 0 { return false }
    let top = mark
    defer { release(to: top) }
    let value = slot(), receiver = slot()
    memory[value.address] = found.value
    try bindMember(value, owner: found.owner, o, value, receiver)
    if self(receiver).isNull { copy(out, value) } else { try newBoundMethod(value, receiver, out) }
    return true
  }
  /// True if `o`'s type has a member of this name, other than `object`'s.
  borrowing func hasSpecial(_ o: Slot, _ name: Qstr) -> Bool {
    let found = findMember(typeWord(memory[o.address]), name)
    return found.value != 0 && found.owner != Image.type(UInt32(BuiltinType.object.rawValue))
  }
  /// Calls the special method `name` of `o`'s type with `a`; false if there is none.
  mutating func callSpecial(_ o: Slot, _ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) -> Bool {
    let found = findMember(typeWord(memory[o.address]), name)
    if found.value == 0 { return false }
    let top = mark
    defer { release(to: top) }
    let method = slot(), receiver = slot()
    memory[method.address] = found.value
    try bindMember(method, owner: found.owner, o, method, receiver)
    try callFound(method, receiver, a, out)
    return true
  }

  mutating func newBoundMethod(_ function: Slot, _ receiver: Slot, _ out: Slot) throws(Raise) {
    let b = slot()
    try new(Kind.boundMethod, words: 3, b)
    self(b).set(1, self(function))
    self(b).set(2, self(receiver))
    copy(out, b)
    release(to: b)
  }
}
