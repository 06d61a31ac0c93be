import Port

//@qstr metaclass __set_name__ __init_subclass__ __build_class__ __eq__

extension VM {
  // MARK: Making instances

  /// Calls a type: `f` is a type.
  @inline(never)
  mutating func callType(_ f: Slot, _ a: Args, result: Slot, flags: UInt32) throws(Raise) -> Bool {
    let m = memory, type = m[f.address]
    let python = typeFlags(type) & TypeFlag.python != 0
    let make = findMember(type, Q.__new__)
    let object = Image.type(UInt32(BuiltinType.object.rawValue))
    if !python && (make.value == 0 || make.owner == object && type != object) {
      let name = Value(m[type &+ TypeObject.name &* 4])
      throw raise(.TypeError, "cannot create '%' instances", name)
    }
    try reserve(a.count &+ a.pairs &* 2 &+ 8)
    if !python {
      // __new__ of a built-in type: the type goes before the arguments.
      let out = slot(), fn = slot(), first = slots(a.count &+ a.pairs &* 2 &+ 1)
      m[fn.address] = make.value
      m[first.address] = m[f.address]
      m.move(first.address &+ 4, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
      // The type is what `callConstructor` would make sure of.
      try callNative(fn, Args(first, a.count &+ 1, pairs: a.pairs), out, isConstructor: false)
      copy(result, out)
      return false
    }
    let instance = slot(), fn = slot(), out = slot()
    let first = slots(a.count &+ a.pairs &* 2 &+ 1)
    m[first.address] = m[f.address]
    m.move(first.address &+ 4, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
    let all = Args(first, a.count &+ 1, pairs: a.pairs)
    m[fn.address] = make.value
    if make.owner == object {
      try newInstance(f, instance)
    } else if typeFlags(make.owner) & TypeFlag.python != 0 {
      // A user's __new__ is a static method, whether it says so or not.
      if self(fn).isKind(Kind.wrapper) { set(fn, self(fn).at(2)) }
      try call(fn, all, instance)
      if !isSubtype(typeWord(m[instance.address]), m[f.address]) {
        copy(result, instance)
        return false
      }
    } else {
      try makeDerived(f, fn, all, instance)
    }
    let initialise = findMember(m[f.address], Q.__init__)
    if initialise.owner == object || initialise.value == 0 {
      if make.owner == object && (a.count > 0 || a.pairs > 0) {
        throw raise(.TypeError, "function takes 0 positional arguments but % were given", Value(int: Int32(bitPattern: a.count &+ a.pairs)))
      }
      copy(result, instance)
      return false
    }
    m[fn.address] = initialise.value
    m[first.address] = m[instance.address]
    if self(fn).isKind(Kind.function) {
      return try enterFunction(fn, all, result: result, flags: flags | FrameFlag.constructor, owner: m[instance.address])
    }
    try bindMember(fn, owner: initialise.owner, instance, fn, out)
    let receiver = slot()
    copy(receiver, out)
    try callFound(fn, receiver, a, out)
    copy(result, instance)
    return false
  }

  /// An instance of a class whose layout is a built-in type's: `make` is the native `__new__`, argument 0 the class.
  mutating func makeDerived(_ type: Slot, _ make: Slot, _ all: Args, _ out: Slot) throws(Raise) {
    let m = memory, layout = layoutType(m[type.address])
    if layout == Image.type(UInt32(BuiltinType.BaseException.rawValue)) {
      try callNative(make, all, out)
      return
    }
    // A class with its own __init__ may take other arguments than the built-in type: a mutable one begins empty then.
    let initialise = findMember(m[type.address], Q.__init__)
    let own = initialise.value != 0 && typeFlags(initialise.owner) & TypeFlag.python != 0
    let inner = slot()
    let least = Int32(bitPattern: m[m[make.address] &+ 8]) >> 1
    if own && isMutable(layout) {
      m[inner.address] = 0
      if least <= 1 {
        let t = slot()
        m[t.address] = layout
        try callNative(make, Args(t, 1), inner)
      }
    } else {
      // Keyword arguments are for `__init__` then, but where the built-in type has some itself.
      let keeps = layout == Image.type(UInt32(BuiltinType.str.rawValue)) || layout == Image.type(UInt32(BuiltinType.zip.rawValue))
      m[all.first.address] = layout
      try callNative(make, own && !keeps ? Args(all.first, all.count) : all, inner)
      m[all.first.address] = m[type.address]
    }
    try newInstance(type, out)
    self(out).set(3, self(inner))
    release(to: inner)
  }
  borrowing func isMutable(_ layout: UInt32) -> Bool {
    let n = (layout &- Image.type(0)) / (TypeObject.words &* 4)
    guard n <= UInt32(UInt8.max), let t = BuiltinType(rawValue: UInt8(n)) else { return true }
    switch t {
    case .int, .float, .complex, .str, .bytes, .tuple, .frozenset, .zip, .map, .filter, .enumerate, .reversed: return false
    default: return true
    }
  }

  /// An instance of a Python class with nothing in it.
  mutating func newInstance(_ type: Slot, _ out: Slot) throws(Raise) {
    port.spend(Cost.instance)
    let made = slot()
    let plain = layoutType(memory[type.address]) == Image.type(UInt32(BuiltinType.object.rawValue))
    try new(Kind.instance, words: plain ? 3 : 4, made)
    self(made).set(1, self(type))
    copy(out, made)
    release(to: made)
  }

  /// A native `__new__` called with a type that may be written in Python (`list.__new__(cls, …)`, `super().__new__(cls, …)`).
  @inline(never)
  mutating func callConstructor(_ f: Slot, _ a: Args, _ out: Slot) throws(Raise) {
    let m = memory
    let top = mark
    defer { release(to: top) }
    if a.count == 0 || !self(a[0]).isKind(Kind.type) { throw raise(.TypeError, "argument should be a type") }
    let type = m[a[0].address], layout = layoutType(type)
    let number = m[m[f.address] &+ 4] &>> 1
    if typeFlags(type) & TypeFlag.python == 0 || layout == Image.type(UInt32(BuiltinType.BaseException.rawValue))
      || layout == Image.type(UInt32(BuiltinType.object.rawValue)) || layout == Image.type(UInt32(BuiltinType.type.rawValue))
    {
      return try callNumber(number, a, out)
    }
    let inner = slot(), made = slot()
    try reserve(a.count &+ a.pairs &* 2)
    let first = slots(a.count &+ a.pairs &* 2)
    m.move(first.address, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
    m[first.address] = layout
    try callNumber(number, Args(first, a.count, pairs: a.pairs), inner)
    try newInstance(a[0], made)
    self(made).set(3, self(inner))
    copy(out, made)
  }

  // MARK: Making classes

  /// `__build_class__(body, name, *bases)`.
  mutating func buildClass(_ a: Args, _ out: Slot) throws(Raise) {
    let m = memory
    let top = mark
    defer { release(to: top) }
    let names = slot(), cell = slot(), bases = slot(), made = slot(), cls = slot()
    if !self(a[0]).isKind(Kind.function) { throw raise(.TypeError, "__build_class__: func must be a function") }
    try newDict(names)
    if try enterFunction(a[0], Args(made, 0), result: cell, flags: FrameFlag.entry, owner: 0) {
      topFrame()[Frame.names] = m[names.address]
      try enterAndRun()
    }
    try newItems(Kind.tuple, a.count &- 2, bases)
    var i: UInt32 = 2
    while i < a.count {
      self(bases).set(i, self(a[i]))
      i &+= 1
    }
    // Keywords are for `__init_subclass__`; `metaclass` can be but `type`.
    try reserve(a.pairs &* 2)
    let keywords = slots(a.pairs &* 2)
    var kept: UInt32 = 0
    i = 0
    while i < a.pairs {
      let name = a[a.count &+ 2 &* i], value = a[a.count &+ 2 &* i &+ 1]
      if self(name).value == Value(Q.metaclass) {
        if self(value).word != Image.type(UInt32(BuiltinType.type.rawValue)) { throw raise(.TypeError, "metaclasses are not supported") }
      } else {
        copy(Slot(keywords.address &+ 8 &* kept), name)
        copy(Slot(keywords.address &+ 8 &* kept &+ 4), value)
        kept &+= 1
      }
      i &+= 1
    }
    try newType(a[1], bases, names, keywords: Args(keywords, 0, pairs: kept), cls)
    if self(cell).isKind(Kind.cell) { self(cell).set(1, self(cls)) }
    copy(out, cls)
  }

  /// A class from its name, a tuple of bases, and the dict of its members (which it keeps).
  mutating func newType(_ name: Slot, _ bases: Slot, _ members: Slot, keywords: Args? = nil, _ out: Slot) throws(Raise) {
    let m = memory
    let top = mark
    defer { release(to: top) }
    let cls = slot(), text = slot(), order = slot()
    copy(text, name)
    try internName(text)
    if self(bases).int(1) == 0 {
      try newItems(Kind.tuple, 1, bases)
      self(bases).set(2, type(.object))
    }
    // All bases must be types; at most one built-in layout.
    let object = Image.type(UInt32(BuiltinType.object.rawValue))
    var layout = object, flags = TypeFlag.python
    let n = UInt32(bitPattern: self(bases).int(1))
    var i: UInt32 = 0
    while i < n {
      let b = self(bases).raw(2 &+ i)
      if !self(bases).at(2 &+ i).isKind(Kind.type) {
        throw raise(.TypeError, "type '%' isn't an acceptable base type", Value(typeName(self(bases).at(2 &+ i))))
      }
      let l = layoutType(b)
      if l == Image.type(UInt32(BuiltinType.bool.rawValue)) || l == Image.type(UInt32(BuiltinType.NoneType.rawValue))
        || l == Image.type(UInt32(BuiltinType.function.rawValue)) || l == Image.type(UInt32(BuiltinType.bound_method.rawValue))
        || l == Image.type(UInt32(BuiltinType.builtin_function.rawValue)) || l == Image.type(UInt32(BuiltinType.slice.rawValue))
        || l == Image.type(UInt32(BuiltinType.generator.rawValue)) || l == Image.type(UInt32(BuiltinType.async_generator.rawValue))
      {
        throw raise(.TypeError, "type '%' isn't an acceptable base type", Value(m[b &+ TypeObject.name &* 4]))
      }
      if l != object && layout != object && l != layout { throw raise(.TypeError, "multiple bases have instance lay-out conflict") }
      if l != object { layout = l }
      flags |= typeFlags(b) & TypeFlag.guarded
      i &+= 1
    }
    try new(Kind.type, words: TypeObject.words, cls)
    do {
      let t = self(cls)
      t.set(TypeObject.name, self(text))
      t.set(TypeObject.bases, self(bases))
      t.set(TypeObject.members, self(members))
      t.setInt(TypeObject.layout, Int32(bitPattern: typeFlags(layout) & 0xffff | flags))
      t.set(TypeObject.module, .none)
      let module = dictFind(self(members), Q.__module__)
      if !module.isNull { t.set(TypeObject.module, module) }
    }
    try mergeOrder(cls, bases, order)
    self(cls).set(TypeObject.order, self(order))
    try finishMembers(cls, members)
    forgetMembers()
    try tellBase(cls, keywords)
    copy(out, cls)
  }

  /// Guards, `__set_name__`, `__new__` and `__init_subclass__` of a new class's members.
  mutating func finishMembers(_ cls: Slot, _ members: Slot) throws(Raise) {
    let m = memory
    let top = mark
    defer { release(to: top) }
    let key = slot(), value = slot(), args = slots(2), out = slot(), named = slot()
    // `__set_name__` may change the members: who is to be told is noted before the first is.
    try newList(named)
    var i: UInt32 = 0
    while dictNext(members, &i, key: key, value: value) {
      if !self(key).value.isQstr { continue }
      if guards(self(key).value.qstr, m[value.address]) {
        let t = m[cls.address] &+ TypeObject.layout &* 4
        m[t] = m[t] | TypeFlag.guarded &<< 1
      }
      if self(key).value.qstr == Q.__new__, self(value).isKind(Kind.function) {
        // `__new__` is a static method, whether it says so or not.
        let made = slot()
        try new(Kind.wrapper, words: 3, made)
        self(made).set(1, type(.staticmethod))
        self(made).set(2, self(value))
        try dictStore(members, Q.__new__, made)
        release(to: made)
      }
      if self(value).isKind(Kind.instance), hasSpecial(value, Q.__set_name__) {
        try listAppend(named, value)
        try listAppend(named, key)
      }
    }
    i = 0
    while i < UInt32(bitPattern: self(named).int(1)) {
      set(value, self(named).at(2).at(2 &+ i))
      set(key, self(named).at(2).at(3 &+ i))
      copy(args, cls)
      copy(args.up(1), key)
      _ = try callSpecial(value, Q.__set_name__, Args(args, 2), out)
      i &+= 2
    }
  }
  /// `__init_subclass__` of the first base that has one.
  mutating func tellBase(_ cls: Slot, _ keywords: Args?) throws(Raise) {
    let m = memory, pairs = keywords?.pairs ?? 0
    let found = findMember(m[cls.address], Q.__init_subclass__, after: m[cls.address])
    // That of `object` does nothing but refuse keywords.
    if found.value == 0 || found.owner == Image.type(UInt32(BuiltinType.object.rawValue)) && pairs == 0 { return }
    let top = mark
    defer { release(to: top) }
    try reserve(pairs &* 2 &+ 3)
    let f = slot(), out = slot(), on = slots(pairs &* 2 &+ 1)
    m[f.address] = found.value
    copy(on, cls)
    if let keywords { m.move(on.address &+ 4, from: keywords.first.address, count: pairs &* 8) }
    if self(f).isKind(Kind.wrapper) { set(f, self(f).at(2)) }
    try call(f, Args(on, 1, pairs: pairs), out)
  }

  /// The method resolution order (C3): the class, then the merge of its bases' orders and the bases themselves.
  mutating func mergeOrder(_ cls: Slot, _ bases: Slot, _ out: Slot) throws(Raise) {
    let m = memory
    let top = mark
    defer { release(to: top) }
    let result = slot(), work = slot()
    // At most all classes of all orders; cut at the end.
    let n = UInt32(bitPattern: self(bases).int(1))
    var most: UInt32 = 1, i: UInt32 = 0
    while i < n {
      most &+= UInt32(bitPattern: self(bases).at(2 &+ i).at(TypeObject.order).int(1))
      i &+= 1
    }
    // Positions reached in each base's order, and in the list of bases.
    try newRaw(Kind.buffer, bytes: (n &+ 1) &* 4, work)
    try newItems(Kind.storage, most, result)
    self(result).set(2, self(cls))
    var count: UInt32 = 1
    func list(_ m: Memory, _ j: UInt32) -> UInt32 { j == n ? m[bases.address] : m[m[m[bases.address] &+ 8 &+ j &* 4] &+ TypeObject.order &* 4] }
    func position(_ m: Memory, _ j: UInt32) -> UInt32 { m[work.address] &+ 8 &+ j &* 4 }
    while true {
      var candidate: UInt32 = 0, left = false
      i = 0
      search: while i <= n {
        let l = list(m, i), p = m[position(m, i)]
        if p < m[l &+ 4] &>> 1 {
          left = true
          let c = m[l &+ 8 &+ p &* 4]
          // Good unless it stands later in another list.
          var j: UInt32 = 0
          while j <= n {
            let other = list(m, j), length = m[other &+ 4] &>> 1
            var k = m[position(m, j)] &+ 1
            while k < length {
              if m[other &+ 8 &+ k &* 4] == c {
                i &+= 1
                continue search
              }
              k &+= 1
            }
            j &+= 1
          }
          candidate = c
          break
        }
        i &+= 1
      }
      if !left { break }
      if candidate == 0 { throw raise(.TypeError, "Cannot create a consistent method resolution order (MRO) for bases") }
      self(result).store(2 &+ count, candidate)
      count &+= 1
      i = 0
      while i <= n {
        let l = list(m, i), p = m[position(m, i)]
        if p < m[l &+ 4] &>> 1 && m[l &+ 8 &+ p &* 4] == candidate { m[position(m, i)] = p &+ 1 }
        i &+= 1
      }
    }
    try newItems(Kind.tuple, count, out)
    m.move(m[out.address] &+ 8, from: m[result.address] &+ 8, count: count &* 4)
  }
}
