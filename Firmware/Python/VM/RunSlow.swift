import Port

// What the loop does not do itself. Each function is told where the operands are; everything is published before.

extension VM {
  @inline(never) mutating func unboundLocal() -> Raise { raise(.NameError, "local variable referenced before assignment") }
  @inline(never) mutating func noName(_ q: Qstr) -> Raise { raise(.NameError, "name '%' isn't defined", Value(q)) }

  /// A built-in name that is written in Python (Library/_groups.py), which is loaded when it is first used; NameError if it is none of them.
  @inline(never)
  mutating func libraryName(_ q: Qstr, _ out: Slot) throws(Raise) { if try !findLibraryName(q, out) { throw noName(q) } }
  mutating func findLibraryName(_ q: Qstr, _ out: Slot) throws(Raise) -> Bool {
    if q != Q.ExceptionGroup && q != Q.BaseExceptionGroup && q != Q.__except_star__ { return false }
    try libraryMember(Q._groups, q, out)
    return true
  }
  /// A member of a module of the library.
  public mutating func libraryMember(_ name: Qstr, _ q: Qstr, _ out: Slot) throws(Raise) {
    let module = slot()
    defer { release(to: module) }
    try importModule(name, module)
    try getAttribute(module, q, out)
  }
  //@qstr _groups ExceptionGroup BaseExceptionGroup __except_star__

  @inline(never)
  mutating func deleteName(_ dict: Slot, _ q: Qstr) throws(Raise) {
    if try !dictDrop(dict, q) { throw noName(q) }
  }

  // MARK: Attributes

  /// An attribute that needs no call and no allocation, or 0.
  @inline(__always)
  borrowing func fastAttribute(_ o: UInt32, _ name: Qstr) -> UInt32 {
    if o & 3 != 0 { return 0 }
    let m = memory
    switch Header.kind(m[o]) {
    case Kind.instance:
      let table = m[o &+ 8]
      if table == 0 || Header.kind(m[table]) != Kind.storage { return 0 }
      let at = instancePlace(table, name)
      return at == 0 ? 0 : m[at &+ 4]
    case Kind.module: return findName(m[o &+ 4], name)
    default: return 0
    }
  }
  /// Overwrites an instance's attribute where nothing is in the way; false if the slow way must be taken.
  @inline(__always)
  borrowing func fastStoreAttribute(_ o: UInt32, _ name: Qstr, _ value: UInt32) -> Bool {
    if o & 3 != 0 || value == 0 { return false }
    let m = memory
    if Header.kind(m[o]) != Kind.instance || typeFlags(m[o &+ 4]) & TypeFlag.guarded != 0 || m[state &+ Private.lateGuards] != 0 { return false }
    let table = m[o &+ 8]
    if table == 0 || Header.kind(m[table]) != Kind.storage { return false }
    let at = instancePlace(table, name)
    if at == 0 { return false }
    Ref(table, self).store((at &- table) / 4 &+ 1, value)
    return true
  }
  /// The function that is method `name` of an instance, or 0: then the slow way must be taken.
  @inline(never)
  borrowing func fastMethod(_ o: UInt32, _ name: Qstr) -> UInt32 {
    if o & 3 != 0 { return 0 }
    let m = memory
    let kind = Header.kind(m[o])
    if kind == Kind.instance {
      if instanceValue(m[o &+ 8], name) != 0 { return 0 }
      let v = findMember(m[o &+ 4], name).value
      return v & 3 == 0 && v != 0 && Header.kind(m[v]) == Kind.function ? v : 0
    }
    // A method of a built-in container.
    if kind <= Kind.frozenset && kind != Kind.free {
      let v = findMember(Image.type(UInt32(Self.builtinType(ofKind: kind).rawValue)), name).value
      return v != 0 && v & 3 == 0 && Header.kind(m[v]) == Kind.native && m[v &+ 16] == 1
        || v != 0 && v & 3 == 0 && Header.kind(m[v]) == Kind.native && m[v &+ 16] == 3 ? v : 0
    }
    return 0
  }
  @inline(never)
  mutating func slowLoadAttr(_ s: Slot, _ name: Qstr) throws(Raise) {
    let out = slot()
    try getAttribute(s, name, out)
    copy(s, out)
    try stepPoint()
  }
  /// Value below the object `s`; null deletes.
  @inline(never)
  mutating func slowStoreAttr(_ s: Slot, _ name: Qstr) throws(Raise) {
    let value = Slot(s.address &- 4)
    if self(value).isNull { return try deleteAttribute(s, name) }
    try setAttribute(s, name, value)
    try stepPoint()
  }
  /// The object is below `s`; method and receiver take the two words.
  @inline(never)
  mutating func slowLoadMethod(_ s: Slot, _ name: Qstr) throws(Raise) {
    let object = Slot(s.address &- 4)
    let value = slot(), receiver = slot()
    if try !find(object, name, value, receiver) { throw noAttribute(object, name) }
    copy(object, value)
    copy(s, receiver)
  }

  // MARK: Items

  /// An item of a list or tuple by a small integer, or 0.
  @inline(__always)
  borrowing func fastItem(_ o: UInt32, _ key: UInt32) -> UInt32 {
    if o & 3 != 0 || key & 1 == 0 { return 0 }
    let m = memory, kind = Header.kind(m[o])
    if kind == Kind.list {
      let n = Int32(bitPattern: m[o &+ 4]) >> 1
      var i = Int32(bitPattern: key) >> 1
      if i < 0 { i &+= n }
      return i >= 0 && i < n ? m[m[o &+ 8] &+ 8 &+ UInt32(bitPattern: i) &* 4] : 0
    }
    if kind == Kind.tuple {
      let n = Int32(bitPattern: m[o &+ 4]) >> 1
      var i = Int32(bitPattern: key) >> 1
      if i < 0 { i &+= n }
      return i >= 0 && i < n ? m[o &+ 8 &+ UInt32(bitPattern: i) &* 4] : 0
    }
    return 0
  }
  @inline(__always)
  borrowing func fastStoreItem(_ o: UInt32, _ key: UInt32, _ value: UInt32) -> Bool {
    if o & 3 != 0 || key & 1 == 0 || value == 0 { return false }
    let m = memory
    if Header.kind(m[o]) != Kind.list { return false }
    let n = Int32(bitPattern: m[o &+ 4]) >> 1
    var i = Int32(bitPattern: key) >> 1
    if i < 0 { i &+= n }
    if i < 0 || i >= n { return false }
    Ref(m[o &+ 8], self).store(2 &+ UInt32(bitPattern: i), value)
    return true
  }
  @inline(never)
  mutating func slowLoadItem(_ key: Slot) throws(Raise) {
    let out = slot(), o = Slot(key.address &- 4)
    try getItem(o, key, out)
    copy(o, out)
    try stepPoint()
  }
  /// value, object, key.
  @inline(never)
  mutating func slowStoreItem(_ key: Slot) throws(Raise) {
    let o = Slot(key.address &- 4), value = Slot(key.address &- 8)
    if self(value).isNull { return try deleteItem(o, key) }
    try setItem(o, key, value)
    try stepPoint()
  }

  // MARK: Operators

  @inline(never)
  mutating func slowBinary(_ number: UInt8, _ r: Slot) throws(Raise) {
    let l = Slot(r.address &- 4), op = BinaryOp(rawValue: number).unsafelyUnwrapped
    let quick = quickFloat(op, memory[l.address], memory[r.address])
    if quick != 0 {
      memory[l.address] = quick
    } else {
      let out = slot()
      try binary(op, l, r, out)
      copy(l, out)
    }
    // Hard handlers do not wait for the next jump or call.
    try stepPoint()
  }
  @inline(never)
  mutating func slowUnary(_ number: UInt8, _ o: Slot) throws(Raise) {
    if number == UnaryOp.not.rawValue {
      let t = try truth(o)
      return set(o, Value.bool(!t))
    }
    let out = slot()
    try unary(UnaryOp(rawValue: number).unsafelyUnwrapped, o, out)
    copy(o, out)
  }

  // MARK: Iterators

  @inline(never)
  mutating func getIter(_ s: Slot) throws(Raise) {
    let out = slot()
    try iterate(s, out)
    copy(s, out)
  }
  /// GET_ITER_STACK: the object becomes an iterator of four words. Ranges of small integers, lists and tuples need no object.
  @inline(never)
  mutating func iterateOnStack(_ s: Slot) throws(Raise) {
    let m = memory, o = m[s.address]
    m[thread &+ Thread.top] = s.address &+ 16
    set(s.up(1), .null)
    set(s.up(2), .null)
    set(s.up(3), .null)
    if o & 3 == 0 && o != 0 {
      switch Header.kind(m[o]) {
      case Kind.range:
        let start = m[o &+ 4], stop = m[o &+ 8], step = m[o &+ 12]
        if start & stop & step & 1 != 0 {
          m[s.address] = Value(int: 0).word
          m[s.address &+ 4] = start
          m[s.address &+ 8] = stop
          m[s.address &+ 12] = step
          return
        }
      case Kind.list, Kind.tuple:
        m[s.address] = Value(int: Header.kind(m[o]) == Kind.list ? 1 : 2).word
        m[s.address &+ 4] = o
        m[s.address &+ 8] = 1
        return
      case Kind.generator: return
      default: break
      }
    }
    let out = slot()
    try iterate(s, out)
    copy(s, out)
    release(to: out)
  }

  // MARK: Building

  /// `n` values with the last at `top` become one, published as the top of the stack.
  @inline(never)
  mutating func buildItems(_ kind: UInt32, _ n: UInt32, _ top: Slot) throws(Raise) {
    let m = memory, first = Slot(top.address &- n &* 4 &+ 4)
    let out = slot()
    switch kind {
    case Kind.tuple:
      if n == 0 {
        m[out.address] = m[Image.base &+ Image.emptyTupleWord &* 4]
      } else {
        try newItems(Kind.tuple, n, out)
        m.move(m[out.address] &+ 8, from: first.address, count: n &* 4)
      }
    case Kind.list:
      try newList(out)
      if n > 0 {
        let items = slot()
        try newItems(Kind.storage, n, items)
        m.move(m[items.address] &+ 8, from: first.address, count: n &* 4)
        self(out).set(2, self(items))
        self(out).setInt(1, Int32(bitPattern: n))
      }
    default:
      try newSet(Kind.set, out)
      var i: UInt32 = 0
      while i < n {
        try setAdd(out, first.up(i))
        i &+= 1
      }
    }
    copy(first, out)
    m[thread &+ Thread.top] = first.address &+ 4
    try stepPoint()
  }

  @inline(never)
  mutating func buildSlice(_ n: UInt32, _ top: Slot) throws(Raise) {
    let first = Slot(top.address &- n &* 4 &+ 4)
    let out = slot()
    try new(Kind.slice, words: 4, out)
    let s = self(out)
    s.set(1, self(first))
    s.set(2, self(first.up(1)))
    if n == 3 { s.set(3, self(first.up(2))) } else { s.set(3, .none) }
    copy(first, out)
  }

  @inline(never)
  mutating func storeInComprehension(_ n: UInt32, _ top: Slot) throws(Raise) {
    let container = Slot(top.address &- (n &>> 2) &* 4)
    switch n & 3 {
    case 0: try listAppend(container, top)
    case 1: try dictSet(container, top, Slot(top.address &- 4))
    default: try setAdd(container, top)
    }
  }

  /// UNPACK_SEQUENCE: the sequence at `s` becomes `n` values, the first on top.
  @inline(never)
  mutating func unpack(_ n: UInt32, _ s: Slot) throws(Raise) {
    let m = memory, o = m[s.address]
    if o & 3 == 0 && o != 0 && (Header.kind(m[o]) == Kind.tuple || Header.kind(m[o]) == Kind.list) {
      let have = m[o &+ 4] &>> 1
      if have != n { throw wrongCount(n, have) }
      let items = Header.kind(m[o]) == Kind.tuple ? o : n == 0 ? o : m[o &+ 8]
      var i: UInt32 = 0
      while i < n {
        m[s.address &+ (n &- 1 &- i) &* 4] = m[items &+ 8 &+ i &* 4]
        i &+= 1
      }
      return
    }
    let items = slot()
    try collectItems(s, Kind.tuple, items)
    let have = UInt32(bitPattern: self(items).int(1))
    if have != n { throw wrongCount(n, have) }
    let t = m[items.address]
    var i: UInt32 = 0
    while i < n {
      m[s.address &+ (n &- 1 &- i) &* 4] = m[t &+ 8 &+ i &* 4]
      i &+= 1
    }
  }
  @inline(never) mutating func wrongCount(_ n: UInt32, _ have: UInt32) -> Raise {
    if have < n { return raise(.ValueError, "need more than % values to unpack", Value(int: Int32(bitPattern: have))) }
    return raise(.ValueError, "too many values to unpack (expected %)", Value(int: Int32(bitPattern: n)))
  }

  /// UNPACK_EX: with a starred target. `counts`: low byte targets before it, next byte after it.
  @inline(never)
  mutating func unpackExtended(_ counts: UInt32, _ s: Slot) throws(Raise) {
    let m = memory, left = counts & 0xff, right = counts &>> 8
    let items = slot(), list = slot(), rest = slot()
    try collectItems(s, Kind.tuple, items)
    let have = UInt32(bitPattern: self(items).int(1))
    if have < left &+ right { throw raise(.ValueError, "need more than % values to unpack", Value(int: Int32(bitPattern: have))) }
    let middle = have &- left &- right
    try newList(list)
    if middle > 0 {
      try newItems(Kind.storage, middle, rest)
      m.move(m[rest.address] &+ 8, from: m[items.address] &+ (2 &+ left) &* 4, count: middle &* 4)
      self(list).set(2, self(rest))
      self(list).setInt(1, Int32(bitPattern: middle))
    }
    // The results may overwrite the temporaries: nothing allocates any more.
    let t = m[items.address], l = m[list.address]
    var at = s.address, i: UInt32 = right
    // Copy out in an order that reads nothing from the stack.
    while i > 0 {
      i &-= 1
      m[at] = m[t &+ 8 &+ (left &+ middle &+ i) &* 4]
      at &+= 4
    }
    m[at] = l
    at &+= 4
    i = left
    while i > 0 {
      i &-= 1
      m[at] = m[t &+ 8 &+ i &* 4]
      at &+= 4
    }
  }

  /// MAKE_FUNCTION and MAKE_CLOSURE: child `n` of the running code. `defaults`: slots of the tuple and the dict (null: none);
  /// `cells`: how many cells end at `out`, which gets the function.
  @inline(never)
  mutating func makeFunction(_ n: UInt32, defaults: Slot?, cells: UInt32, _ out: Slot) throws(Raise) {
    let m = memory, f = topFrame()
    let made = slot(), closed = slot()
    try checkParts(m[m[f[Frame.code] &+ Code.children &* 4] &+ 8 &+ n &* 4], defaults, cells, out)
    if cells > 0 {
      try newItems(Kind.tuple, cells, closed)
      m.move(m[closed.address] &+ 8, from: out.address &- (cells &- 1) &* 4, count: cells &* 4)
    }
    try new(Kind.function, words: Function.words, made)
    let r = self(made)
    r.set(Function.code, Ref(m[m[f[Frame.code] &+ Code.children &* 4] &+ 8 &+ n &* 4], self))
    r.set(Function.globals, Ref(f[Frame.globals], self))
    if cells > 0 { r.set(Function.cells, self(closed)) }
    if let defaults {
      r.set(Function.defaults, self(defaults))
      r.set(Function.keywordDefaults, self(defaults.up(1)))
    }
    copy(out, made)
  }

  /// What bytecode from a file may get wrong: cells that are none, defaults that are no tuple or not as many as the function says.
  private mutating func checkParts(_ code: UInt32, _ defaults: Slot?, _ cells: UInt32, _ out: Slot) throws(Raise) {
    var i: UInt32 = 0
    while i < cells { if !self(Slot(out.address &- i &* 4)).isKind(Kind.cell) { throw incompatible() }; i &+= 1 }
    let wanted: UInt32
    do {
      let c = Ref(code, self)
      if c.raw(Code.shape) == 0 { decodeShape(c) }
      wanted = c.raw(Shape.arguments) &>> 17 & 0xff
    }
    var given: UInt32 = 0, fits = true
    if let defaults {
      let tuple = self(defaults), pairs = self(defaults.up(1))
      if tuple.isKind(Kind.tuple) { given = UInt32(bitPattern: tuple.int(1)) } else if !tuple.isNull { fits = false }
      if !pairs.isNull && !pairs.isKind(Kind.dict) { fits = false }
    }
    if !fits || given != wanted { throw incompatible() }
  }

  // MARK: Calls with stars

  /// CALL_FUNCTION_VAR_KW and CALL_METHOD_VAR_KW: `f`, for a method its receiver, the arguments and pairs, the bits of the starred ones.
  @inline(never)
  mutating func beginStarred(_ f: Slot, _ n: UInt32, method: Bool) throws(Raise) -> Bool {
    let m = memory, count = n & 0xff, pairs = n &>> 8
    let given = f.up(method ? 2 : 1)
    let bits = m[given.up(count &+ pairs &* 2).address] &>> 1
    let iterator = slot(), value = slot(), key = slot()
    let first = mark
    var positional: UInt32 = 0
    if method && m[f.address &+ 4] != 0 {
      let s = slot()
      copy(s, f.up(1))
      positional = 1
    }
    var i: UInt32 = 0
    while i < count {
      if i < 31 && bits &>> i & 1 != 0 {
        try iterate(given.up(i), iterator)
        while true {
          try reserve(2)
          if try !next(iterator, value) { break }
          let s = slot()
          copy(s, value)
          positional &+= 1
        }
      } else {
        try reserve(1)
        let s = slot()
        copy(s, given.up(i))
        positional &+= 1
      }
      i &+= 1
    }
    var named: UInt32 = 0
    i = 0
    while i < pairs {
      let name = given.up(count &+ i &* 2), from = name.up(1)
      if !self(name).isNull {
        try reserve(2)
        let s = slots(2)
        copy(s, name)
        copy(s.up(1), from)
        named &+= 1
      } else if self(from).isKind(Kind.dict) {
        var at: UInt32 = 0
        while dictNext(from, &at, key: key, value: value) {
          if !isText(key) { throw raise(.TypeError, "keywords must be strings") }
          unwrap(key)
          try reserve(2)
          let s = slots(2)
          copy(s, key)
          copy(s.up(1), value)
          named &+= 1
        }
      } else {
        // Any mapping: its keys, and an item for each.
        try callMethod(from, Q.keys, Args(key, 0), value)
        try iterate(value, iterator)
        while try next(iterator, key) {
          if !isText(key) { throw raise(.TypeError, "keywords must be strings") }
          try getItem(from, key, value)
          unwrap(key)
          try reserve(2)
          let s = slots(2)
          copy(s, key)
          copy(s.up(1), value)
          named &+= 1
        }
      }
      i &+= 1
    }
    return try begin(f, Args(first, positional, pairs: named), result: f, flags: 0)
  }
}
