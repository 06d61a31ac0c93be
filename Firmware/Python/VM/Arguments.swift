import Port

extension VM {
  /// The commonest call: as many positional arguments as there are parameters, nothing else, and no local is kept in a cell of the function's
  /// own. Pushes the frame; false, with nothing done, where `enterFunction` must look closer. Neither allocates nor raises.
  @inline(never)
  borrowing func enterPlain(_ function: UInt32, _ first: Address, _ count: UInt32, _ result: Address) -> Bool {
    let m = memory, code = m[function &+ Function.code &* 4], cells = m[function &+ Function.cells &* 4]
    let bound = cells == 0 ? 0 : m[cells &+ 4] &>> 1
    // Defaults do not matter when everything is given; any flag does. A shape that was not decoded yet is null.
    if m[code &+ Shape.arguments &* 4] & ~(0xff &<< 17) != (bound &+ count) &<< 1 | 1 { return false }
    let start = m[code &+ Shape.start &* 4], sizes = m[code &+ Shape.frame &* 4] &>> 1, total = m[code &+ Shape.total &* 4] &>> 1
    if start & 0x1fe != 0 { return false }
    let base = m[thread &+ Thread.top], fp = base &+ (UInt32(Frame.headerWords) &+ (sizes &>> 16) &* UInt32(Frame.blockWords)) &* 4
    if fp &+ total &* 4 > m[thread &+ Thread.softLimit] { return false }
    var p = base
    while p != fp &- UInt32(Frame.headerWords) &* 4 { m[p] = 0; p &+= 4 }
    let f = Words(m.at(fp))
    f[Frame.owner] = 0
    f[Frame.blocks] = 1
    f[Frame.flags] = 1
    f[Frame.result] = result | 1
    f[Frame.link] = m[thread &+ Thread.frame] | 1
    f[Frame.ip] = (start &>> 9) &<< 1 | 1
    f[Frame.names] = 0
    f[Frame.globals] = m[function &+ Function.globals &* 4]
    f[Frame.strings] = m[m[code &+ Code.context &* 4] &+ CodeContext.strings &* 4]
    f[Frame.bytecode] = m[code &+ Code.bytecode &* 4]
    f[Frame.code] = code
    p = fp
    var from = cells &+ 8, end = fp &+ bound &* 4
    while p != end { m[p] = m[from]; p &+= 4; from &+= 4 }
    from = first
    end = p &+ count &* 4
    while p != end { m[p] = m[from]; p &+= 4; from &+= 4 }
    end = fp &+ (sizes & 0xffff) &* 4
    while p < end { m[p] = 0; p &+= 4 }
    m[thread &+ Thread.frame] = fp
    m[thread &+ Thread.top] = end
    return true
  }

  /// Pushes a frame for a function and binds the arguments to its locals; true. For a generator function: makes the generator; false.
  /// The frame's owner word is `owner`.
  @inline(never)
  mutating func enterFunction(_ f: Slot, _ a: Args, result: Slot, flags: UInt32, owner: UInt32) throws(Raise) -> Bool {
    let m = memory
    // The function stays in `f` or, if that slot is overwritten, nowhere: what is needed of it is read before anything allocates.
    let function = m[f.address]
    let code = Slot(function &+ Function.code &* 4), globals = Slot(function &+ Function.globals &* 4)
    let before = mark
    try pushFrame(code, globals: globals, names: 0, result: result, flags: flags)
    let fp = m[thread &+ Thread.frame]
    let frame = Words(m.at(fp))
    frame[Frame.owner] = owner
    let codeObject = m[code.address]
    let shape = m[codeObject &+ Shape.arguments &* 4] &>> 1
    let positional = shape & 0xff
    // Cells come first.
    var at: UInt32 = 0
    let cells = m[function &+ Function.cells &* 4]
    if cells != 0 {
      let n = m[cells &+ 4] &>> 1
      m.move(fp, from: cells &+ 8, count: n &* 4)
      at = n
    }
    if a.pairs == 0 && shape & 0x0e00_ff00 == 0 && at &+ a.count <= positional {
      // Positional arguments alone, and nothing but positional parameters.
      var i: UInt32 = 0
      while i < a.count {
        m[fp &+ at &* 4] = m[a.first.address &+ i &* 4]
        at &+= 1
        i &+= 1
      }
      if at < positional {
        let defaults = shape &>> 16 & 0xff
        if at &+ defaults < positional { throw abandon(missing: at &- (cells == 0 ? 0 : m[cells &+ 4] &>> 1) &+ 1) }
        let tuple = m[function &+ Function.defaults &* 4]
        var d = defaults &- (positional &- at)
        while at < positional {
          m[fp &+ at &* 4] = m[tuple &+ 8 &+ d &* 4]
          at &+= 1
          d &+= 1
        }
      }
    } else {
      do throws(Raise) { try bindArguments(function, at, a, before) } catch {
        popFrame()
        throw error
      }
    }
    let start = m[m[fp &- 4] &+ Shape.start &* 4] &>> 1
    if start & 0xff != 0 { try wrapCells(start) }
    if shape & Shape.generator &<< 24 != 0 {
      try makeGenerator(result)
      return false
    }
    return true
  }

  /// The frame being made is given up: a positional argument is missing.
  @inline(never) mutating func abandon(missing number: UInt32) -> Raise {
    popFrame()
    return raise(.TypeError, "function missing required positional argument #%", Value(int: Int32(bitPattern: number)))
  }

  /// Puts those locals into cells that inner functions use.
  @inline(never)
  mutating func wrapCells(_ start: UInt32) throws(Raise) {
    let m = memory, fp = m[thread &+ Thread.frame]
    let count = start & 0xff, first = start &>> 8
    let cell = slot()
    var i: UInt32 = 0
    while i < count {
      do throws(Raise) { try new(Kind.cell, words: 2, cell) } catch {
        popFrame()
        throw error
      }
      let local = UInt32(m.byte(m[fp &- 8] &+ first &- count &+ i))
      self(cell).set(1, Ref(m[fp &+ local &* 4], self))
      m[fp &+ local &* 4] = m[cell.address]
      i &+= 1
    }
    release(to: cell)
  }

  /// The general binding: keyword arguments, defaults, `*` and `**` parameters. `at` locals (the cells) are set already.
  /// The function is read again from the slot below the frame's arguments only by its parts kept in temporaries.
  @inline(never)
  mutating func bindArguments(_ function: UInt32, _ cells: UInt32, _ a: Args, _ before: Slot) throws(Raise) {
    let m = memory, fp = m[thread &+ Thread.frame]
    let top = mark
    defer { release(to: top) }
    let defaults = slot(), keywordDefaults = slot(), extra = slot(), found = slot()
    m[defaults.address] = m[function &+ Function.defaults &* 4]
    m[keywordDefaults.address] = m[function &+ Function.keywordDefaults &* 4]
    let shape = m[m[fp &- 4] &+ Shape.arguments &* 4] &>> 1
    let positional = shape & 0xff, keywordOnly = shape &>> 8 & 0xff, defaultCount = shape &>> 16 & 0xff, flags = shape &>> 24
    let named = positional &+ keywordOnly
    var rest = named
    // Positional ones.
    let room = positional &- cells
    let direct = min(a.count, room)
    m.move(fp &+ cells &* 4, from: a.first.address, count: direct &* 4)
    if flags & Shape.takesMore != 0 {
      if a.count > room {
        try newItems(Kind.tuple, a.count &- room, extra)
        let t = self(extra)
        var i: UInt32 = room
        while i < a.count {
          t.set(2 &+ i &- room, self(a[i]))
          i &+= 1
        }
      } else {
        set(extra, Ref(m[Image.base &+ Image.emptyTupleWord &* 4], self))
      }
      m[fp &+ rest &* 4] = m[extra.address]
      rest &+= 1
    } else if a.count > room {
      throw raise(
        .TypeError, "function takes % positional arguments but % were given", Value(int: Int32(bitPattern: room)), Value(int: Int32(bitPattern: a.count)))
    }
    // Keyword ones.
    if flags & Shape.takesPairs != 0 {
      try newDict(extra)
      m[fp &+ rest &* 4] = m[extra.address]
    }
    var k: UInt32 = 0
    while k < a.pairs {
      try internName(a.name(k))
      let name = Value(m[a.name(k).address])
      let i = parameterIndex(Ref(m[fp &- 4], self), name.qstr, from: cells, to: named)
      if i < named {
        if m[fp &+ i &* 4] != 0 { throw raise(.TypeError, "function got multiple values for argument '%'", name) }
        m[fp &+ i &* 4] = m[a.value(k).address]
      } else if flags & Shape.takesPairs != 0 {
        m[extra.address] = m[fp &+ rest &* 4]
        if findName(m[extra.address], name.qstr) != 0 { throw raise(.TypeError, "function got multiple values for argument '%'", name) }
        try dictStore(extra, name.qstr, a.value(k))
      } else {
        throw raise(.TypeError, "unexpected keyword argument '%'", name)
      }
      k &+= 1
    }
    // Defaults.
    var i = cells
    while i < positional {
      if m[fp &+ i &* 4] == 0 {
        if i &+ defaultCount < positional {
          throw raise(.TypeError, "function missing required positional argument #%", Value(int: Int32(bitPattern: i &- cells &+ 1)))
        }
        m[fp &+ i &* 4] = m[m[defaults.address] &+ 8 &+ (i &+ defaultCount &- positional) &* 4]
      }
      i &+= 1
    }
    while i < named {
      if m[fp &+ i &* 4] == 0 {
        let name = parameterName(Ref(m[fp &- 4], self), i)
        m[found.address] = 0
        if m[keywordDefaults.address] != 0 { set(found, dictFind(self(keywordDefaults), name)) }
        if m[found.address] == 0 {
          if a.pairs == 0 { throw raise(.TypeError, "function missing keyword-only argument") }
          throw raise(.TypeError, "function missing required keyword argument '%'", Value(name))
        }
        m[fp &+ i &* 4] = m[found.address]
      }
      i &+= 1
    }
  }

  /// A keyword's name (str) as an interned string, in the same slot.
  mutating func internName(_ s: Slot) throws(Raise) {
    if self(s).value.isQstr { return }
    if !self(s).isKind(Kind.str) { throw raise(.TypeError, "keywords must be strings") }
    try intern(s)
  }
}
