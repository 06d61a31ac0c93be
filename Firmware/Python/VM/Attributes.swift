import Port

//@qstr __get__ __set__ __delete__ __setattr__ __delattr__ __getattr__ __dict__ __bases__ __mro__ __doc__ __wrapped__ __self__ __func__
//@type method_descriptor kind=wrapper hidden

extension VM {
  // MARK: Reading

  public mutating func getAttribute(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let value = slot(), receiver = slot()
    if try !find(o, name, value, receiver) { throw noAttribute(o, name) }
    if self(receiver).isNull { copy(out, value) } else { try newBoundMethod(value, receiver, out) }
  }
  /// As getAttribute, but false where AttributeError would be raised.
  public mutating func findAttribute(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let top = mark
    defer { release(to: top) }
    let value = slot(), receiver = slot()
    do throws(Raise) { if try !find(o, name, value, receiver) { return false } } catch {
      if !pendingIs(.AttributeError) { throw error }
      takePending(value)
      return false
    }
    if self(receiver).isNull { copy(out, value) } else { try newBoundMethod(value, receiver, out) }
    return true
  }
  /// Attribute `name` of `o` for a call: `method`, and in `receiver` its first argument, or null if it takes none.
  mutating func getMethod(_ o: Slot, _ name: Qstr, _ method: Slot, _ receiver: Slot) throws(Raise) {
    let top = mark
    let on = slot()
    copy(on, o)
    if try !find(on, name, method, receiver) { throw noAttribute(on, name) }
    release(to: top)
  }

  @inline(never)
  mutating func noAttribute(_ o: Slot, _ name: Qstr) -> Raise {
    if self(o).isKind(Kind.type) {
      let t = self(o).at(TypeObject.name).value
      return raise(.AttributeError, "type object '%' has no attribute '%'", t, Value(name))
    }
    let t = Value(typeName(self(o)))
    return raise(.AttributeError, "'%' object has no attribute '%'", t, Value(name))
  }

  /// Finds an attribute. True: `value` has it, and `receiver` what must be its first argument when it is called, or null.
  /// The two slots must not be `o`.
  mutating func find(_ o: Slot, _ name: Qstr, _ value: Slot, _ receiver: Slot) throws(Raise) -> Bool {
    let m = memory, word = m[o.address]
    m[receiver.address] = 0
    if Value(word).isObject {
      var v: UInt32 = 0
      switch Header.kind(m[word]) {
      case Kind.instance, Kind.exception: v = instanceValue(m[word &+ 8], name)
      case Kind.module: v = findName(m[word &+ 4], name)
      case Kind.function:
        let attributes = m[word &+ Function.attributes &* 4]
        if attributes != 0 { v = findName(attributes, name) }
      case Kind.type: return try findInType(o, name, value, receiver)
      case Kind.wrapper:
        if m[word &+ 4] == Image.type(UInt32(BuiltinType.super.rawValue)) { return try findInSuper(o, name, value, receiver) }
      default: break
      }
      if v != 0 {
        m[value.address] = v
        return true
      }
    }
    let type = typeWord(word)
    let found = findMember(type, name)
    if found.value != 0 {
      m[value.address] = found.value
      try bindMember(value, owner: found.owner, o, value, receiver)
      return true
    }
    if Value(word).isObject { return try findDynamic(o, name, value) }
    return false
  }

  /// `__getattr__` of a class or module.
  @inline(never)
  mutating func findDynamic(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) -> Bool {
    let m = memory, word = m[o.address]
    let top = mark
    defer { release(to: top) }
    let f = slot(), args = slots(2)
    if Header.kind(m[word]) == Kind.module {
      m[f.address] = findName(m[word &+ 4], Q.__getattr__)
      if m[f.address] == 0 {
        let globals = m[word &+ 4]
        let isBuiltins = globals == m[Image.base &+ Image.builtinsWord &* 4] || globals == m[state &+ Root.builtins.offset]
        return isBuiltins ? try findLibraryName(name, value) : false
      }
      set(args, Value(name))
      try call(f, Args(args, 1), value)
      return true
    }
    set(args, Value(name))
    return try callSpecial(o, Q.__getattr__, Args(args, 1), value)
  }

  /// What a member of a class is when read through an instance. `member` may be `value`.
  mutating func bindMember(_ member: Slot, owner: UInt32, _ o: Slot, _ value: Slot, _ receiver: Slot) throws(Raise) {
    let m = memory, v = m[member.address]
    m[receiver.address] = 0
    m[value.address] = v
    if !Value(v).isObject { return }
    switch Header.kind(m[v]) {
    case Kind.function: m[receiver.address] = m[o.address]
    case Kind.native:
      let flags = m[v &+ 16] &>> 1
      if flags & NativeFlag.property != 0 {
        let args = slot(), f = slot()
        m[args.address] = unwrapped(m[o.address], owner)
        m[f.address] = v
        try callNative(f, Args(args, 1), value)
        release(to: args)
      } else if flags & NativeFlag.class != 0 {
        m[receiver.address] = typeWord(m[o.address])
      } else if flags & NativeFlag.static == 0 && typeFlags(owner) & TypeFlag.python == 0 && m[v &+ 20] != Value(Q.__new__).word {
        m[receiver.address] = unwrapped(m[o.address], owner)
        // Natives may rely on an object of their type being there: only `__init__`, and those of `object`, make do without.
        if owner != Image.type(UInt32(BuiltinType.object.rawValue)), self(o).isKind(Kind.instance), m[receiver.address] == m[o.address],
          Header.words(self(o).header) > 3, m[v &+ 20] != Value(Q.__init__).word
        {
          let t = Value(typeName(self(o)))
          throw raise(.TypeError, "'%' object isn't initialised", t)
        }
      }
    case Kind.wrapper:
      let t = m[v &+ 4]
      if t == Image.type(UInt32(BuiltinType.staticmethod.rawValue)) {
        m[value.address] = m[v &+ 8]
      } else if t == Image.type(UInt32(BuiltinType.classmethod.rawValue)) {
        m[value.address] = m[v &+ 8]
        m[receiver.address] = typeWord(m[o.address])
      } else if t == Image.type(UInt32(BuiltinType.property.rawValue)) {
        let f = slot(), on = slot()
        m[f.address] = m[v &+ 8]
        m[on.address] = m[o.address]
        if m[f.address] == 0 || m[f.address] == Value.none.word { throw raise(.AttributeError, "unreadable attribute") }
        try call(f, Args(on, 1), value)
        release(to: f)
      } else if t == Image.type(UInt32(BuiltinType.method_descriptor.rawValue)) {
        m[value.address] = m[v &+ 8]
        m[receiver.address] = unwrapped(m[o.address], m[v &+ 12])
      }
    case Kind.instance:
      // A descriptor written in Python.
      if findMember(m[v &+ 4], Q.__get__).value != 0 {
        let d = slot(), args = slots(2)
        m[d.address] = v
        m[args.address] = m[o.address]
        m[args.address &+ 4] = typeWord(m[o.address])
        _ = try callSpecial(d, Q.__get__, Args(args, 2), value)
        release(to: d)
      }
    default: break
    }
  }

  /// What a native method of `owner` gets as self: the native object inside an instance of a derived class.
  borrowing func unwrapped(_ word: UInt32, _ owner: UInt32) -> UInt32 {
    if owner == Image.type(UInt32(BuiltinType.object.rawValue)) { return word }
    return native(Ref(word, self)).word
  }

  /// An attribute of a type object: its own and its bases' members first, then those of `type`.
  mutating func findInType(_ o: Slot, _ name: Qstr, _ value: Slot, _ receiver: Slot) throws(Raise) -> Bool {
    let m = memory, type = m[o.address]
    let found = findMember(type, name)
    let v = found.value
    var native = false
    if v != 0 {
      m[value.address] = v
      if !Value(v).isObject { return true }
      switch Header.kind(m[v]) {
      case Kind.native:
        let flags = m[v &+ 16] &>> 1
        if flags & NativeFlag.property != 0 {
          native = true
        } else if flags & NativeFlag.class != 0 {
          m[receiver.address] = type
        } else if flags & NativeFlag.static == 0 && typeFlags(found.owner) & TypeFlag.python == 0 && m[v &+ 20] != Value(Q.__new__).word {
          try wrapMethod(o, name, value)
        }
      case Kind.wrapper:
        let t = m[v &+ 4]
        if t == Image.type(UInt32(BuiltinType.staticmethod.rawValue)) {
          m[value.address] = m[v &+ 8]
        } else if t == Image.type(UInt32(BuiltinType.classmethod.rawValue)) {
          m[value.address] = m[v &+ 8]
          m[receiver.address] = type
        }
      case Kind.instance:
        if findMember(m[v &+ 4], Q.__get__).value != 0 {
          let d = slot(), args = slots(2)
          m[d.address] = v
          set(args, Value.none)
          m[args.address &+ 4] = type
          _ = try callSpecial(d, Q.__get__, Args(args, 2), value)
          release(to: d)
        }
      default: break
      }
      if !native { return true }
    }
    let meta = findMember(Image.type(UInt32(BuiltinType.type.rawValue)), name)
    if meta.value != 0 {
      m[value.address] = meta.value
      try bindMember(value, owner: meta.owner, o, value, receiver)
      return true
    }
    if v == 0 { return false }
    m[value.address] = v
    try wrapMethod(o, name, value)
    return true
  }
  /// Called through the type, a native method (or the function of a property) must check its first argument.
  @inline(never) private mutating func wrapMethod(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    let w = slot()
    try new(Kind.wrapper, words: 4, w)
    self(w).set(1, type(.method_descriptor))
    self(w).set(2, self(value))
    self(w).set(3, Ref(findMember(memory[o.address], name).owner, self))
    copy(value, w)
    release(to: w)
  }

  // MARK: Instances' tables

  /// The value of an attribute in an instance's table (storage of pairs, dict, or null), or 0.
  @inline(__always)
  borrowing func instanceValue(_ table: UInt32, _ name: Qstr) -> UInt32 {
    if table == 0 { return 0 }
    let m = memory
    if Header.kind(m[table]) != Kind.storage { return findName(table, name) }
    if m.byte(instanceNameByte(name)) & instanceNameBit(name) == 0 { return 0 }
    let at = instancePlace(table, name)
    return at == 0 ? 0 : m[at &+ 4]
  }
  /// Where it is noted that some instance has an attribute of this name (`Private.instanceNames`).
  @inline(__always) private borrowing func instanceNameByte(_ name: Qstr) -> Address {
    state &+ Private.instanceNames &+ (name.number &>> 3) & (Private.instanceNameBytes &- 1)
  }
  @inline(__always) private borrowing func instanceNameBit(_ name: Qstr) -> UInt8 { 1 &<< UInt8(truncatingIfNeeded: name.number & 7) }
  /// Address of an attribute's name in a table of pairs, or 0.
  @inline(__always)
  borrowing func instancePlace(_ table: UInt32, _ name: Qstr) -> UInt32 {
    let m = memory, key = Value(name).word, hint = state &+ Private.hint &+ name.number & (Private.hints &- 1)
    let count = m[table &+ 4] &>> 1
    var i = UInt32(m.byte(hint)) &* 2
    if i < count && m[table &+ 8 &+ i &* 4] == key { return table &+ 8 &+ i &* 4 }
    i = 0
    while i < count {
      let k = m[table &+ 8 &+ i &* 4]
      if k == key {
        m.setByte(hint, UInt8(truncatingIfNeeded: i &>> 1))
        return table &+ 8 &+ i &* 4
      }
      if k == 0 { return 0 }
      i &+= 2
    }
    return 0
  }

  /// Sets an attribute in the table of an instance or exception (word 2).
  mutating func storeInstance(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    let m = memory, table = m[m[o.address] &+ 8]
    if table != 0 && Header.kind(m[table]) != Kind.storage {
      let d = slot()
      m[d.address] = table
      try dictStore(d, name, value)
      release(to: d)
      return
    }
    m.setByte(instanceNameByte(name), m.byte(instanceNameByte(name)) | instanceNameBit(name))
    var used: UInt32 = 0, count: UInt32 = 0
    if table != 0 {
      let at = instancePlace(table, name)
      if at != 0 {
        Ref(table, self).store((at &- table) / 4 &+ 1, m[value.address])
        return
      }
      count = m[table &+ 4] &>> 1
      while used < count && m[table &+ 8 &+ used &* 4] != 0 { used &+= 2 }
    }
    if used == count {
      let more = slot(), k = slot(), v = slot()
      if count >= 32 {
        try newDict(more)
        var i: UInt32 = 0
        while i < used {
          set(k, self(o).at(2).at(2 &+ i))
          set(v, self(o).at(2).at(3 &+ i))
          let q = self(k).value.qstr
          try dictStore(more, q, v)
          i &+= 2
        }
        self(o).set(2, self(more))
        try dictStore(more, name, value)
        release(to: more)
        return
      }
      try newItems(Kind.storage, count == 0 ? 8 : count &* 2, more)
      let t = self(more)
      var i: UInt32 = 0
      while i < used {
        t.set(2 &+ i, self(o).at(2).at(2 &+ i))
        i &+= 1
      }
      self(o).set(2, t)
      release(to: more)
    }
    let t = self(o).at(2)
    t.set(2 &+ used, Value(name))
    t.set(3 &+ used, self(value))
  }

  /// Removes an attribute from an instance's table; false if it is not there.
  mutating func removeInstance(_ o: Slot, _ name: Qstr) throws(Raise) -> Bool {
    let m = memory, table = m[m[o.address] &+ 8]
    if table == 0 { return false }
    if Header.kind(m[table]) != Kind.storage {
      let d = slot()
      m[d.address] = table
      defer { release(to: d) }
      return try dictDrop(d, name)
    }
    let at = instancePlace(table, name)
    if at == 0 { return false }
    // The later ones move down: order is kept.
    Ref(table, self).touch()
    let end = table &+ 8 &+ (m[table &+ 4] &>> 1) &* 4
    m.move(at, from: at &+ 8, count: end &- at &- 8)
    m[end &- 8] = 0
    m[end &- 4] = 0
    return true
  }

  // MARK: Writing

  mutating func setGlobal(_ module: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    let d = slot()
    defer { release(to: d) }
    try ownGlobals(module, d)
    try dictStore(d, name, value)
  }
  public mutating func setAttribute(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    let m = memory, word = m[o.address]
    if Value(word).isObject {
      switch Header.kind(m[word]) {
      case Kind.instance:
        if typeFlags(m[word &+ 4]) & TypeFlag.guarded != 0 || m[state &+ Private.lateGuards] != 0 {
          if try storeGuarded(o, name, value) { return }
        }
        return try storeInstance(o, name, value)
      case Kind.exception:
        if try storeGuarded(o, name, value) { return }
        return try storeInstance(o, name, value)
      case Kind.type: return try storeInType(o, name, value)
      case Kind.module:
        // A built-in module: what it has may be replaced, new names are refused, as MicroPython's suite pins.
        if Header.words(m[word]) > 3 && m[word &+ 12] != 0 && findName(m[word &+ 4], name) == 0 && name != Q.tracebacklimit { break }
        return try setGlobal(o, name, value)
      default:
        // A function's names are its own once they are set.
        let isFunction = Header.kind(m[word]) == Kind.function
        let named = isFunction && (name == Q.__name__ || name == Q.__qualname__ || name == Q.__module__)
        if named && name != Q.__module__ && !isInstance(self(value), .str) { throw raise(.AttributeError, "can't set attribute '%'", Value(name)) }
        if !named, try storeGuarded(o, name, value) { return }
        if isFunction {
          let d = slot()
          defer { release(to: d) }
          set(d, self(o).at(Function.attributes))
          if self(d).isNull {
            try newDict(d)
            self(o).set(Function.attributes, self(d))
          }
          return try dictStore(d, name, value)
        }
      }
    }
    throw noAttribute(o, name)
  }

  /// Setting an attribute for which the class has a say: `__setattr__`, a property, another data descriptor. False if it has none.
  @inline(never)
  mutating func storeGuarded(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) -> Bool {
    let m = memory, type = typeWord(m[o.address])
    let top = mark
    defer { release(to: top) }
    let f = slot(), args = slots(2), out = slot()
    let setter = findMember(type, Q.__setattr__)
    if setter.value != 0 && setter.owner != Image.type(UInt32(BuiltinType.object.rawValue)) {
      set(args, Value(name))
      copy(args.up(1), value)
      _ = try callSpecial(o, Q.__setattr__, Args(args, 2), out)
      return true
    }
    return try storeDescribed(o, name, value, f, args, out)
  }
  mutating func storeDescribed(_ o: Slot, _ name: Qstr, _ value: Slot, _ f: Slot, _ args: Slot, _ out: Slot) throws(Raise) -> Bool {
    let m = memory, type = typeWord(m[o.address])
    let found = findMember(type, name)
    let v = found.value
    if v == 0 || !Value(v).isObject { return false }
    m[args.address] = m[o.address]
    m[args.address &+ 4] = m[value.address]
    switch Header.kind(m[v]) {
    case Kind.native:
      if m[v &+ 16] &>> 1 & NativeFlag.property == 0 { return false }
      if Int32(bitPattern: m[v &+ 12]) >> 1 < 2 { throw raise(.AttributeError, "can't set attribute '%'", Value(name)) }
      m[args.address] = unwrapped(m[o.address], found.owner)
      m[f.address] = v
      try callNative(f, Args(args, 2), out)
      return true
    case Kind.wrapper:
      if m[v &+ 4] != Image.type(UInt32(BuiltinType.property.rawValue)) { return false }
      m[f.address] = m[v &+ 12]
      if m[f.address] == 0 || m[f.address] == Value.none.word { throw noSetter(o, name) }
      try call(f, Args(args, 2), out)
      return true
    case Kind.instance:
      if findMember(m[v &+ 4], Q.__set__).value == 0 { return false }
      m[f.address] = v
      _ = try callSpecial(f, Q.__set__, Args(args, 2), out)
      return true
    default: return false
    }
  }
  @inline(never) mutating func noSetter(_ o: Slot, _ name: Qstr) -> Raise {
    let t = Value(typeName(self(o)))
    return raise(.AttributeError, "'%' object has no attribute '%'", t, Value(name))
  }

  mutating func storeInType(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {
    let m = memory
    if typeFlags(m[o.address]) & TypeFlag.python == 0 { throw noAttribute(o, name) }
    let d = slot()
    defer { release(to: d) }
    set(d, self(o).at(TypeObject.members))
    forgetMembers()
    try dictStore(d, name, value)
    if guards(name, m[value.address]) {
      // Classes derived from it do not know: from now on every class is asked.
      m[state &+ Private.lateGuards] = 1
      let t = m[o.address] &+ TypeObject.layout &* 4
      m[t] = m[t] | TypeFlag.guarded &<< 1
    }
  }

  /// True if a class member of this name and value has a say in writing attributes.
  borrowing func guards(_ name: Qstr, _ value: UInt32) -> Bool {
    if name == Q.__setattr__ || name == Q.__delattr__ { return true }
    if !Value(value).isObject { return false }
    let m = memory
    switch Header.kind(m[value]) {
    case Kind.wrapper: return m[value &+ 4] == Image.type(UInt32(BuiltinType.property.rawValue))
    case Kind.instance: return findMember(m[value &+ 4], Q.__set__).value != 0 || findMember(m[value &+ 4], Q.__delete__).value != 0
    default: return false
    }
  }

  /// A module's globals for writing: those of the image are copied at the first write.
  mutating func ownGlobals(_ module: Slot, _ out: Slot) throws(Raise) {
    set(out, self(module).at(1))
    if !isStatic(memory[out.address]) { return }
    let copied = slot(), key = slot(), value = slot()
    try newDict(copied)
    var i: UInt32 = 0
    while dictNext(out, &i, key: key, value: value) { try dictSet(copied, key, value) }
    if memory[out.address] == memory[Image.base &+ Image.builtinsWord &* 4] {
      // Names are looked up in the copy from now on, through whichever module object it was written.
      if root(.builtins).isNull { setRoot(.builtins, self(copied)) } else { set(copied, root(.builtins)) }
    }
    if !isStatic(memory[module.address]) { self(module).set(1, self(copied)) }
    copy(out, copied)
    release(to: copied)
  }
  /// True for objects in flash.
  @inline(__always) borrowing func isStatic(_ word: UInt32) -> Bool { word & 3 == 0 && word &>> 28 == 1 }

  // MARK: Deleting

  public mutating func deleteAttribute(_ o: Slot, _ name: Qstr) throws(Raise) {
    let m = memory, word = m[o.address]
    if Value(word).isObject {
      let kind = Header.kind(m[word])
      switch kind {
      case Kind.instance, Kind.exception:
        if typeFlags(m[word &+ 4]) & TypeFlag.guarded != 0 || m[state &+ Private.lateGuards] != 0 {
          if try deleteGuarded(o, name) { return }
        }
        if try removeInstance(o, name) { return }
      case Kind.type:
        if typeFlags(word) & TypeFlag.python != 0 {
          let d = slot()
          defer { release(to: d) }
          set(d, self(o).at(TypeObject.members))
          forgetMembers()
          if try dictDrop(d, name) { return }
        }
      case Kind.module:
        let d = slot()
        defer { release(to: d) }
        try ownGlobals(o, d)
        if try dictDrop(d, name) { return }
      case Kind.function:
        let d = slot()
        defer { release(to: d) }
        set(d, self(o).at(Function.attributes))
        if !self(d).isNull, try dictDrop(d, name) { return }
      default: break
      }
    }
    throw noAttribute(o, name)
  }

  @inline(never)
  mutating func deleteGuarded(_ o: Slot, _ name: Qstr) throws(Raise) -> Bool {
    let m = memory, type = typeWord(m[o.address])
    let top = mark
    defer { release(to: top) }
    let f = slot(), args = slots(2), out = slot()
    let deleter = findMember(type, Q.__delattr__)
    if deleter.value != 0 && deleter.owner != Image.type(UInt32(BuiltinType.object.rawValue)) {
      set(args, Value(name))
      _ = try callSpecial(o, Q.__delattr__, Args(args, 1), out)
      return true
    }
    let v = findMember(type, name).value
    if v == 0 || !Value(v).isObject { return false }
    m[args.address] = m[o.address]
    if Header.kind(m[v]) == Kind.wrapper && m[v &+ 4] == Image.type(UInt32(BuiltinType.property.rawValue)) {
      m[f.address] = m[v &+ 16]
      if m[f.address] == 0 || m[f.address] == Value.none.word { throw noSetter(o, name) }
      try call(f, Args(args, 1), out)
      return true
    }
    if Header.kind(m[v]) == Kind.instance && findMember(m[v &+ 4], Q.__delete__).value != 0 {
      m[f.address] = v
      _ = try callSpecial(f, Q.__delete__, Args(args, 1), out)
      return true
    }
    return false
  }
}
