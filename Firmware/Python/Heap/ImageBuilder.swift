import Port

/// Builds the image of static objects (see `Image`) in flash from the generated descriptions.
///
/// The host calls it once a board; a tool dumps the bytes for the ARM build. Nothing but the descriptions goes in, so the result is the
/// same bytes everywhere. The end of the image's flash region serves as scratch memory and is cleared.
public enum ImageBuilder {
  /// Answers the image's size in bytes, or 0 if it does not fit. `room`: for so many more strings that `freeze` may add.
  @discardableResult
  public static func build(_ m: Memory, core: StaticString, modules: StaticString, room: UInt32 = 0) -> UInt32 {
    var b = Builder(m)
    b.room = room
    return b.build(core, modules)
  }
}

struct Builder {
  let m: Memory
  let limit: Address
  /// Next free byte of the image.
  var at: Address = 0
  /// Lowest byte of scratch memory.
  var scratch: Address
  var failed = false
  /// Strings that may be added after the build.
  var room: UInt32 = 0

  var strings: UInt32 = 1, types: UInt32 = 0, modules: UInt32 = 0, members: UInt32 = 0
  var stringTable: Address = 0, stringIndex: Address = 0, stringMask: UInt32 = 0
  /// Scratch tables: type number + 1 and module number + 1 by string number (halves); members (owner, name, value words);
  /// module names (words); start of each owner's members, sorted by owner (words); the sorted members' numbers (words).
  var typeOf: Address = 0, moduleOf: Address = 0, memberTable: Address = 0, moduleNames: Address = 0, starts: Address = 0, sorted: Address = 0
  var emptyTuple: Address = 0, emptyBytes: Address = 0
  var member: UInt32 = 0

  init(_ m: Memory) { self.m = m; limit = Image.base &+ Image.capacity; scratch = limit }

  mutating func build(_ core: StaticString, _ modules: StaticString) -> UInt32 {
    m.fill(Image.base, 0, count: Image.capacity)
    count(core)
    count(modules)
    typeOf = reserve(strings &* 2)
    moduleOf = reserve(strings &* 2)
    memberTable = reserve(members &* 12)
    moduleNames = reserve(self.modules &* 4)
    starts = reserve((types &+ self.modules &+ 1) &* 4)
    sorted = reserve(members &* 4)
    // The types' places are fixed by their numbers; everything else follows.
    at = Image.type(types)
    stringTable = object(Kind.buffer, (strings &+ room &+ 1) &* 4) &+ 8
    var places: UInt32 = 16
    while places < (strings &+ room) &* 2 { places &*= 2 }
    stringMask = places &- 1
    stringIndex = object(Kind.buffer, 4 &+ places &* 2) &+ 8
    if failed { return 0 }
    m[stringIndex] = stringMask
    emptyTuple = items(Kind.tuple, 0)
    emptyBytes = object(Kind.bytes, 0)
    m[emptyBytes &+ 8] = hashOfBytes(UnsafeRawPointer(m.at(emptyBytes)), 0)
    read(core, names: true)
    read(modules, names: true)
    if failed { return 0 }
    read(core, names: false)
    read(modules, names: false)
    if failed { return 0 }
    sortMembers()
    finish()
    m.fill(scratch, 0, count: limit &- scratch)
    return failed ? 0 : at &- Image.base
  }

  // MARK: the description

  /// One line's fields: offsets of their first bytes and lengths.
  struct Line {
    var tag: UInt8 = 0
    var field: (UnsafePointer<UInt8>, UnsafePointer<UInt8>, UnsafePointer<UInt8>, UnsafePointer<UInt8>, UnsafePointer<UInt8>)
    var length: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
    /// Parses the line at `p`, answers where the next one starts.
    static func next(_ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ l: inout Line) -> UnsafePointer<UInt8> {
      l.tag = p.pointee
      l.length = (0, 0, 0, 0, 0)
      var q = p + 1, n = -1
      while q < end && q.pointee != 10 {
        if q.pointee == 9 {
          n += 1
          switch n {
          case 0: l.field.0 = q + 1
          case 1: l.field.1 = q + 1
          case 2: l.field.2 = q + 1
          case 3: l.field.3 = q + 1
          default: l.field.4 = q + 1
          }
        } else {
          switch n {
          case 0: l.length.0 &+= 1
          case 1: l.length.1 &+= 1
          case 2: l.length.2 &+= 1
          case 3: l.length.3 &+= 1
          default: l.length.4 &+= 1
          }
        }
        q += 1
      }
      return q < end ? q + 1 : end
    }
  }

  mutating func count(_ spec: StaticString) {
    var p = spec.utf8Start
    let end = p + spec.utf8CodeUnitCount
    while p < end {
      switch p.pointee {
      case 0x71: strings &+= 1
      // A type is also a member of its module.
      case 0x74: types &+= 1; members &+= 1
      case 0x6d: modules &+= 1
      default: members &+= 1
      }
      while p < end && p.pointee != 10 { p += 1 }
      p += 1
    }
  }

  /// `names`: strings, and the numbers of types and modules; otherwise everything that refers to them.
  mutating func read(_ spec: StaticString, names: Bool) {
    var p = spec.utf8Start
    let end = p + spec.utf8CodeUnitCount
    var l = Line(field: (p, p, p, p, p))
    if names && string == 0 { string = 1 }
    while p < end {
      p = Line.next(p, end, &l)
      switch (l.tag, names) {
      case (0x71, true): enter(l.field.0, l.length.0)
      case (0x74, true):
        let n = find(l.field.0, l.length.0)
        m.setHalf(typeOf &+ n &* 2, UInt16(truncatingIfNeeded: typesSeen &+ 1))
        typesSeen &+= 1
      case (0x6d, true):
        let n = find(l.field.0, l.length.0)
        m.setHalf(moduleOf &+ n &* 2, UInt16(truncatingIfNeeded: modulesSeen &+ 1))
        m[moduleNames &+ modulesSeen &* 4] = n
        modulesSeen &+= 1
      case (0x74, false): type(l)
      case (0x6e, false): native(l)
      case (0x63, false): constant(l)
      default: break
      }
    }
  }
  var string: UInt32 = 0, typesSeen: UInt32 = 0, modulesSeen: UInt32 = 0, typesMade: UInt32 = 0

  /// The next interned string.
  mutating func enter(_ p: UnsafePointer<UInt8>, _ n: UInt32) { enter(text(p, n)) }

  /// A str object of escaped text.
  mutating func text(_ p: UnsafePointer<UInt8>, _ n: UInt32) -> Address {
    var length: UInt32 = 0, i: UInt32 = 0
    while i < n { if p[Int(i)] == 0x5c { i &+= 1 }; i &+= 1; length &+= 1 }
    let s = object(Kind.str, length)
    var to = s &+ Str.bytes
    i = 0
    while i < n {
      var c = p[Int(i)]
      if c == 0x5c {
        i &+= 1
        c = p[Int(i)]
        switch c {
        case 0x6e: c = 10
        case 0x74: c = 9
        case 0x72: c = 13
        case 0x30: c = 0
        default: break
        }
      }
      m.setByte(to, c)
      to &+= 1
      i &+= 1
    }
    m[s &+ Str.hash &* 4] = hashOfBytes(UnsafeRawPointer(m.at(s &+ Str.bytes)), Int(length))
    return s
  }

  /// Number of an interned string; a name that is none is a mistake of the tool.
  mutating func find(_ p: UnsafePointer<UInt8>, _ n: UInt32) -> UInt32 {
    let h = hashOfBytes(UnsafeRawPointer(p), Int(n))
    var i = h & stringMask
    while true {
      let k = UInt32(m.half(stringIndex &+ 4 &+ i &* 2))
      if k == 0 { failed = true; return 0 }
      let s = m[stringTable &+ k &* 4]
      if m[s &+ Str.hash &* 4] == h, m[s &+ 4] == n &<< 1 | 1, sameBytes(m.at(s &+ Str.bytes), UnsafeRawPointer(p), Int(n)) { return k }
      i = (i &+ 1) & stringMask
    }
  }

  static func number(_ p: UnsafePointer<UInt8>, _ n: UInt32) -> (magnitude: UInt64, negative: Bool) {
    var v: UInt64 = 0, i = 0
    let negative = n > 0 && p[0] == 0x2d
    if negative { i = 1 }
    while i < Int(n) { v = v &* 10 &+ UInt64(p[i] &- 0x30); i += 1 }
    return (v, negative)
  }

  // MARK: things

  mutating func type(_ l: Line) {
    let name = find(l.field.0, l.length.0), address = Image.type(typesMade), number = typesMade
    let base = l.length.1 == 1 && l.field.1.pointee == 0x2d ? 0 : UInt32(m.half(typeOf &+ find(l.field.1, l.length.1) &* 2))
    let module = find(l.field.2, l.length.2)
    typesMade &+= 1
    m[address] = Header.make(Kind.type, words: TypeObject.words)
    m[address &+ TypeObject.name &* 4] = Value(Qstr(name)).word
    m[address &+ TypeObject.module &* 4] = Value(Qstr(module)).word
    if base == 0 {
      m[address &+ TypeObject.bases &* 4] = emptyTuple
      let order = items(Kind.tuple, 1)
      m[order &+ 8] = address
      m[address &+ TypeObject.order &* 4] = order
    } else {
      let parent = Image.type(base &- 1), bases = items(Kind.tuple, 1)
      m[bases &+ 8] = parent
      m[address &+ TypeObject.bases &* 4] = bases
      // A base is declared before its types: its order is complete.
      let above = m[parent &+ TypeObject.order &* 4]
      if above == 0 { failed = true; return }
      let n = m[above &+ 4] &>> 1, order = items(Kind.tuple, n &+ 1)
      if failed { return }
      m[order &+ 8] = address
      m.move(order &+ 12, from: above &+ 8, count: n &* 4)
      m[address &+ TypeObject.order &* 4] = order
    }
    // All exceptions have one layout; a type of kind "abstract" has no native part: instances of classes derived from it are plain.
    let isException = l.length.3 == 9 && l.field.3.pointee == 0x65, isAbstract = l.length.3 == 8 && l.field.3.pointee == 0x61
    let layout = isException ? UInt32(BuiltinType.BaseException.rawValue) : isAbstract ? UInt32(BuiltinType.object.rawValue) : number
    let isBuffer = l.length.4 == 6 && l.field.4.pointee == 0x62
    m[address &+ TypeObject.layout &* 4] = (layout | (isBuffer ? TypeFlag.buffer : 0)) &<< 1 | 1
    // The type's name in its module, unless hidden.
    if !(l.length.4 == 6 && l.field.4.pointee == 0x68), m.half(moduleOf &+ module &* 2) != 0 {
      add(types &+ UInt32(m.half(moduleOf &+ module &* 2)) &- 1, name, address)
    }
  }

  /// Splits TYPE.NAME or MODULE:NAME; adds the member.
  mutating func add(_ p: UnsafePointer<UInt8>, _ n: UInt32, _ value: (UInt32) -> UInt32) {
    var i = 0
    while i < Int(n) && p[i] != 0x2e && p[i] != 0x3a { i += 1 }
    if i == Int(n) { failed = true; return }
    let owner = find(p, UInt32(i)), name = find(p + i + 1, n &- UInt32(i) &- 1)
    let number = UInt32(m.half((p[i] == 0x2e ? typeOf : moduleOf) &+ owner &* 2))
    if number == 0 || failed { failed = true; return }
    add(p[i] == 0x2e ? number &- 1 : types &+ number &- 1, name, value(name))
  }
  mutating func add(_ owner: UInt32, _ name: UInt32, _ word: UInt32) {
    let e = memberTable &+ member &* 12
    m[e] = owner
    m[e &+ 4] = Value(Qstr(name)).word
    m[e &+ 8] = word
    member &+= 1
  }

  mutating func native(_ l: Line) {
    let f = object(Kind.native, words: 6)
    if failed { return }
    let flags = Self.flags(l.field.4, l.length.4)
    let most = Self.number(l.field.3, l.length.3)
    m[f &+ 4] = UInt32(Self.number(l.field.1, l.length.1).magnitude) &<< 1 | 1
    m[f &+ 8] = UInt32(Self.number(l.field.2, l.length.2).magnitude) &<< 1 | 1
    m[f &+ 12] = Value(int: most.negative ? -1 : Int32(most.magnitude)).word
    m[f &+ 16] = flags &<< 1 | 1
    let m = m
    add(l.field.0, l.length.0) { name in
      m[f &+ 20] = Value(Qstr(name)).word; return f
    }
  }

  /// kw, static, class, property: told apart by their first letters.
  static func flags(_ p: UnsafePointer<UInt8>, _ n: UInt32) -> UInt32 {
    var f: UInt32 = 0, start = true, i = 0
    while i < Int(n) {
      if start {
        switch p[i] {
        case 0x6b: f |= NativeFlag.keywords
        case 0x73: f |= NativeFlag.static
        case 0x63: f |= NativeFlag.class
        case 0x70: f |= NativeFlag.property
        default: break
        }
      }
      start = p[i] == 0x2c
      i += 1
    }
    return f
  }

  mutating func constant(_ l: Line) {
    var word: UInt32 = 0
    let p = l.field.2, n = l.length.2
    switch l.field.1.pointee {
    case 0x69:
      let v = Self.number(p, n)
      if v.magnitude < 0x4000_0000 {
        word = Value(int: v.negative ? -Int32(v.magnitude) : Int32(v.magnitude)).word
      } else {
        let digits: UInt32 = v.magnitude >> 32 != 0 ? 2 : 1
        word = object(Kind.bigInt, digits &* 4)
        if failed { return }
        if v.negative { m[word &+ 4] = UInt32(bitPattern: -Int32(bitPattern: digits &* 4)) &<< 1 | 1 }
        m[word &+ 8] = UInt32(truncatingIfNeeded: v.magnitude)
        if digits == 2 { m[word &+ 12] = UInt32(truncatingIfNeeded: v.magnitude >> 32) }
      }
    case 0x66:
      word = object(Kind.float, words: 3)
      if failed { return }
      m[word &+ 8] = Self.hex(p)
      m[word &+ 4] = Self.hex(p + 8)
    case 0x73: word = text(p, n)
    case 0x76: word = UInt32(Self.number(p, n).magnitude)
    default:
      let t = UInt32(m.half(typeOf &+ find(p, n) &* 2))
      if t == 0 { failed = true; return }
      word = Image.type(t &- 1)
      if l.field.1.pointee == 0x6f {
        // An object without fields, of that type.
        let o = object(Kind.object, words: 2)
        if failed { return }
        m[o &+ 4] = word
        word = o
      }
    }
    add(l.field.0, l.length.0) { _ in word }
  }
  static func hex(_ p: UnsafePointer<UInt8>) -> UInt32 {
    var v: UInt32 = 0, i = 0
    while i < 8 { v = v &<< 4 | UInt32(p[i] < 0x3a ? p[i] &- 0x30 : p[i] &- 0x61 &+ 10); i += 1 }
    return v
  }

  // MARK: dicts

  /// Counting sort of the members by owner.
  mutating func sortMembers() {
    let owners = types &+ modules
    var i: UInt32 = 0
    while i < member { m[starts &+ (m[memberTable &+ i &* 12] &+ 1) &* 4] &+= 1; i &+= 1 }
    i = 0
    while i < owners { m[starts &+ (i &+ 1) &* 4] &+= m[starts &+ i &* 4]; i &+= 1 }
    i = 0
    while i < member {
      let s = starts &+ m[memberTable &+ i &* 12] &* 4
      m[sorted &+ m[s] &* 4] = memberTable &+ i &* 12
      m[s] &+= 1
      i &+= 1
    }
    // Each start has moved to its end, which is the next one's start.
  }

  mutating func finish() {
    let all = dict(modules)
    var owner: UInt32 = 0, from: UInt32 = 0
    while owner < types &+ modules && !failed {
      let to = m[starts &+ owner &* 4]
      let isModule = owner >= types
      let d = dict(to &- from &+ (isModule ? 1 : 0))
      if failed { return }
      if isModule {
        let name = m[moduleNames &+ (owner &- types) &* 4]
        put(d, Value(Q.__name__).word, Value(Qstr(name)).word)
        let module = object(Kind.module, words: 3)
        if failed { return }
        m[module &+ 4] = d
        m[module &+ 8] = Value(Qstr(name)).word
        put(all, Value(Qstr(name)).word, module)
        if name == Q.builtins.number { m[Image.base &+ Image.builtinsWord &* 4] = d }
      } else {
        m[Image.type(owner) &+ TypeObject.members &* 4] = d
      }
      while from < to { let e = m[sorted &+ from &* 4]; put(d, m[e &+ 4], m[e &+ 8]); from &+= 1 }
      owner &+= 1
    }
    func header(_ word: UInt32, _ value: UInt32) { m[Image.base &+ word &* 4] = value }
    header(Image.magicWord, 0x4d49_4254)
    header(Image.sizeWord, at &- Image.base)
    header(Image.stringsWord, strings)
    header(Image.stringTableWord, stringTable)
    header(Image.typesWord, types)
    header(Image.modulesWord, all)
    header(Image.stringIndexWord, stringIndex)
    header(Image.emptyTupleWord, emptyTuple)
    header(Image.emptyBytesWord, emptyBytes)
  }

  /// A dict with room for exactly `n` entries.
  mutating func dict(_ n: UInt32) -> Address {
    let d = object(Kind.dict, words: Table.words), one: UInt32 = 1
    let entries = n == 0 ? 0 : items(Kind.storage, n &* 2)
    var index: Address = 0, width: UInt32 = 0
    if n > Table.linear {
      var places: UInt32 = 16
      while places < n &+ n / 2 { places &*= 2 }
      width = n < 0xff ? 0 : 1
      index = object(Kind.buffer, places &<< width)
    }
    if failed { return 0 }
    m[d &+ Table.count &* 4] = one
    m[d &+ Table.entries &* 4] = entries
    m[d &+ Table.index &* 4] = index
    m[d &+ Table.used &* 4] = one
    m[d &+ Table.flags &* 4] = one | width &<< TableFlag.widthShift
    return d
  }
  /// Adds an entry to a dict made with room for it.
  func put(_ d: Address, _ key: UInt32, _ value: UInt32) {
    let n = m[d &+ Table.used &* 4] &>> 1, e = m[d &+ Table.entries &* 4] &+ 8 &+ n &* 8
    m[e] = key
    m[e &+ 4] = value
    m[d &+ Table.used &* 4] &+= 2
    m[d &+ Table.count &* 4] &+= 2
    let index = m[d &+ Table.index &* 4]
    if index == 0 { return }
    let width = m[d &+ Table.flags &* 4] &>> TableFlag.widthShift & 3
    let mask = (m[index &+ 4] &>> (1 &+ width)) &- 1
    var i = plainHash(key) & mask
    if width == 0 {
      while m.byte(index &+ 8 &+ i) != 0 { i = (i &+ 1) & mask }
      m.setByte(index &+ 8 &+ i, UInt8(truncatingIfNeeded: n &+ 1))
    } else {
      while m.half(index &+ 8 &+ i &* 2) != 0 { i = (i &+ 1) & mask }
      m.setHalf(index &+ 8 &+ i &* 2, UInt16(truncatingIfNeeded: n &+ 1))
    }
  }

  // MARK: memory

  mutating func reserve(_ bytes: UInt32) -> Address { scratch = (scratch &- bytes) & ~3; return scratch }

  mutating func object(_ kind: UInt32, words: UInt32) -> Address {
    if at &+ words &* 4 > scratch { failed = true; return 0 }
    let o = at
    at &+= words &* 4
    m[o] = Header.make(kind, words: words)
    return o
  }
  mutating func object(_ kind: UInt32, _ bytes: UInt32) -> Address {
    let o = object(kind, words: Object.rawHead(kind) &+ (bytes &+ 3) / 4)
    if !failed { m[o &+ 4] = bytes &<< 1 | 1 }
    return o
  }
  mutating func items(_ kind: UInt32, _ n: UInt32) -> Address {
    let o = object(kind, words: 2 &+ n)
    if !failed { m[o &+ 4] = n &<< 1 | 1 }
    return o
  }
}
