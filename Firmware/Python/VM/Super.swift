import Port

// `super`: a wrapper with 2 the class to look behind, 3 the object.

extension VM {
  /// An attribute of a `super` object.
  mutating func findInSuper(_ o: Slot, _ name: Qstr, _ value: Slot, _ receiver: Slot) throws(Raise) -> Bool {
    let on = slot()
    defer { release(to: on) }
    set(on, self(o).at(3))
    return try findBehind(self(o).raw(2), on, name, value, receiver)
  }

  /// Member `name` behind cls (an address) in the resolution order of `on`, or of `on` itself if that is a type.
  mutating func findBehind(_ cls: UInt32, _ on: Slot, _ name: Qstr, _ value: Slot, _ receiver: Slot) throws(Raise) -> Bool {
    let m = memory
    var type = typeWord(m[on.address])
    let isClass = self(on).isKind(Kind.type) && isSubtype(m[on.address], cls)
    if isClass { type = m[on.address] }
    let found = findMember(type, name, after: cls)
    m[receiver.address] = 0
    if found.value == 0 { return false }
    m[value.address] = found.value
    if !isClass {
      try bindMember(value, owner: found.owner, on, value, receiver)
    } else if Value(found.value).isObject && Header.kind(m[found.value]) == Kind.wrapper {
      let t = m[found.value &+ 4]
      if t == Image.type(UInt32(BuiltinType.classmethod.rawValue)) {
        m[receiver.address] = m[on.address]
        m[value.address] = m[found.value &+ 8]
      } else if t == Image.type(UInt32(BuiltinType.staticmethod.rawValue)) {
        m[value.address] = m[found.value &+ 8]
      }
    } else if name == Q.__init_subclass__ {
      m[receiver.address] = m[on.address]
    }
    return true
  }

  /// LOAD_SUPER_METHOD: `super class self` (the last at `top`) become method and receiver in the first two.
  @inline(never)
  mutating func loadSuperMethod(_ top: Slot, _ name: Qstr) throws(Raise) {
    let m = memory
    let on = slot(), value = slot(), receiver = slot()
    copy(on, top)
    if !self(Slot(top.address &- 4)).isKind(Kind.type) { throw raise(.TypeError, "super(type, obj): obj must be an instance or subtype of type") }
    if try !findBehind(m[top.address &- 4], on, name, value, receiver) {
      throw raise(.AttributeError, "'super' object has no attribute '%'", Value(name))
    }
    m[top.address &- 8] = m[value.address]
    m[top.address &- 4] = m[receiver.address]
    release(to: on)
  }
}
