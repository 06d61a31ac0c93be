import Port

// Items and iteration of any value.

//@type getitem_iterator kind=iterator hidden
//@qstr __class_getitem__ __class_iter__ __class_len__ __missing__

extension VM {
  public mutating func getItem(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {
    let word = memory[o.address]
    if Value(word).isObject {
      switch Header.kind(memory[word]) {
      case Kind.dict:
        if try dictGet(o, key, out) { return }
        throw raise(.KeyError, value: key)
      case Kind.str, Kind.bytes, Kind.tuple, Kind.list, Kind.bytearray, Kind.array, Kind.memoryview, Kind.range: return try sequenceGetItem(o, key, out)
      case Kind.instance, Kind.object, Kind.exception:
        try enter()
        defer { leave() }
        let inside = slot()
        defer { release(to: inside) }
        set(inside, native(self(o)))
        if self(inside).isKind(Kind.dict), findMember(typeWord(word), Q.__getitem__).owner == Image.type(UInt32(BuiltinType.dict.rawValue)) {
          if try dictGet(inside, key, out) { return }
          if try callSpecial(o, Q.__missing__, Args(key, 1), out) { return }
          throw raise(.KeyError, value: key)
        }
        if try callSpecial(o, Q.__getitem__, Args(key, 1), out) { return }
        set(inside, native(self(o)))
        if memory[inside.address] != memory[o.address] { return try getItem(inside, key, out) }
      case Kind.type:
        if try classHook(o, Q.__class_getitem__, Args(key, 1), out) { return }
        // `list[int]`: annotations may say so; it is the type.
        if isStatic(word) { return copy(out, o) }
      default: break
      }
    } else if Value(word).isQstr {
      return try sequenceGetItem(o, key, out)
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "'%' object isn't subscriptable", t)
  }
  public mutating func setItem(_ o: Slot, _ key: Slot, _ value: Slot) throws(Raise) {
    let word = memory[o.address]
    if Value(word).isObject {
      switch Header.kind(memory[word]) {
      case Kind.dict: return try dictSet(o, key, value)
      case Kind.list, Kind.bytearray, Kind.array, Kind.memoryview: return try sequenceSetItem(o, key, value)
      case Kind.instance, Kind.object:
        try enter()
        defer { leave() }
        let top = mark
        defer { release(to: top) }
        let args = slots(2), out = slot()
        copy(args, key)
        copy(args.up(1), value)
        if try callSpecial(o, Q.__setitem__, Args(args, 2), out) { return }
        set(out, native(self(o)))
        if memory[out.address] != memory[o.address] { return try setItem(out, key, value) }
      default: break
      }
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "'%' object doesn't support item assignment", t)
  }
  public mutating func deleteItem(_ o: Slot, _ key: Slot) throws(Raise) {
    let word = memory[o.address]
    if Value(word).isObject {
      let top = mark
      defer { release(to: top) }
      let out = slot()
      switch Header.kind(memory[word]) {
      case Kind.dict:
        if try dictRemove(o, key, out) { return }
        throw raise(.KeyError, value: key)
      case Kind.list, Kind.bytearray, Kind.array: return try sequenceDeleteItem(o, key)
      case Kind.instance, Kind.object:
        try enter()
        defer { leave() }
        if try callSpecial(o, Q.__delitem__, Args(key, 1), out) { return }
        set(out, native(self(o)))
        if memory[out.address] != memory[o.address] { return try deleteItem(out, key) }
      default: break
      }
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "'%' object doesn't support item deletion", t)
  }

  /// What a class does in the place of a metaclass: `__class_getitem__` as in CPython, `__class_iter__` and `__class_len__`.
  @inline(never)
  mutating func classHook(_ o: Slot, _ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) -> Bool {
    let top = mark
    defer { release(to: top) }
    let f = slot(), args = slots(2)
    if try !findAttribute(o, name, f) { return false }
    // Without @classmethod it is one all the same.
    let plain: UInt32 = self(f).isKind(Kind.function) ? 1 : 0
    if plain != 0 { copy(args, o) }
    if a.count != 0 { copy(args.up(plain), a[0]) }
    try enter()
    defer { leave() }
    try call(f, Args(args, a.count &+ plain), out)
    return true
  }
  public mutating func iterate(_ o: Slot, _ out: Slot) throws(Raise) {
    let word = memory[o.address]
    if Value(word).isObject {
      switch Header.kind(memory[word]) {
      case Kind.generator, Kind.iterator: return copy(out, o)
      case Kind.instance, Kind.object, Kind.exception:
        try enter()
        defer { leave() }
        if try callSpecial(o, Q.__iter__, Args(o, 0), out) { return }
        if try callSpecial(o, Q.__await__, Args(o, 0), out) { return }
        let inside = slot()
        defer { release(to: inside) }
        set(inside, native(self(o)))
        if memory[inside.address] != memory[o.address] { return try iterate(inside, out) }
        if hasSpecial(o, Q.__getitem__) {
          // The old way: items 0, 1, 2 … until IndexError.
          copy(inside, o)
          let made = slot()
          try new(Kind.iterator, words: 4, made)
          self(made).set(1, type(.getitem_iterator))
          self(made).set(2, self(inside))
          self(made).setInt(3, 0)
          return copy(out, made)
        }
      case Kind.type: if try classHook(o, Q.__class_iter__, Args(o, 0), out) { return }
      default: if try builtinIterate(o, out) { return }
      }
    } else if try builtinIterate(o, out) {
      return
    }
    let t = Value(typeName(self(o)))
    throw raise(.TypeError, "'%' object isn't iterable", t)
  }

  /// The next item, or false at the end (StopIteration is consumed).
  public mutating func next(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool {
    let word = memory[iterator.address]
    if !Value(word).isObject { throw notAnIterator(iterator) }
    switch Header.kind(memory[word]) {
    case Kind.generator:
      let top = mark
      let sent = slot(), value = slot()
      set(sent, Value.none)
      let more = try resumeGenerator(iterator, sent: sent, value)
      if more { copy(out, value) }
      release(to: top)
      return more
    case Kind.iterator:
      if memory[word &+ 4] != Image.type(UInt32(BuiltinType.getitem_iterator.rawValue)) {
        // Loops of native functions come by here.
        try stepPoint()
        return try builtinNext(iterator, out)
      }
      let o = slot(), i = slot()
      defer { release(to: o) }
      set(o, self(iterator).at(2))
      set(i, self(iterator).at(3).value)
      do throws(Raise) {
        try getItem(o, i, out)
        self(iterator).setInt(3, self(i).value.int &+ 1)
        return true
      } catch {
        if !pendingIs(.IndexError) && !pendingIs(.StopIteration) { throw error }
        takePending(o)
        return false
      }
    case Kind.instance, Kind.object:
      try enter()
      defer { leave() }
      let value = slot()
      defer { release(to: value) }
      do throws(Raise) {
        if try callSpecial(iterator, Q.__next__, Args(iterator, 0), value) {
          copy(out, value)
          return true
        }
      } catch {
        if !pendingIs(.StopIteration) { throw error }
        takePending(value)
        if self(value).isKind(Kind.exception), self(value).at(3).isKind(Kind.tuple), self(value).at(3).int(1) != 0 { setRoot(.stopped, self(value)) }
        return false
      }
      set(value, native(self(iterator)))
      if memory[value.address] != memory[iterator.address] { return try next(value, out) }
      throw notAnIterator(iterator)
    default: throw notAnIterator(iterator)
    }
  }
  @inline(never) mutating func notAnIterator(_ o: Slot) -> Raise {
    let t = Value(typeName(self(o)))
    return raise(.TypeError, "'%' object isn't an iterator", t)
  }
}
