import Port

/// Copies compiled modules into the image, where their bytecode runs in place and their constants take no RAM.
///
/// The modules are loaded by an interpreter of their own first. Its heap is spent by this: a copied object's header becomes the address of
/// its copy.
extension ImageBuilder {
  /// Adds the code objects in the dict `modules` (name to code) and every string that `vm` interned. Answers the image's size, or 0 if it
  /// does not fit or something in the code cannot be frozen.
  public static func freeze(_ vm: inout VM, _ modules: Slot) -> UInt32 {
    let m = vm.memory
    var b = Builder(m)
    b.at = Image.base &+ m[Image.base &+ Image.sizeWord &* 4]
    b.stringTable = m[Image.base &+ Image.stringTableWord &* 4]
    b.stringIndex = m[Image.base &+ Image.stringIndexWord &* 4]
    b.stringMask = m[b.stringIndex]
    // The table's size tells how many strings it has room for.
    let first = vm.firstDynamicString(), added = m[vm.state &+ State.stringCount]
    if first &+ added > (m[b.stringTable &- 4] &>> 1) / 4 { return 0 }
    b.string = first
    var i: UInt32 = 0
    while i < added {
      let s = b.frozen(vm.root(.strings).raw(Table.first &+ i))
      if b.failed { return 0 }
      b.enter(s)
      i &+= 1
    }
    let n = UInt32(bitPattern: vm(modules).int(Table.count)), frozen = b.dict(n)
    let key = vm.slot(), value = vm.slot()
    var place: UInt32 = 0
    while !b.failed && vm.dictNext(modules, &place, key: key, value: value) {
      if !vm(key).value.isQstr || !vm(value).isKind(Kind.code) { return 0 }
      decodeShapes(vm, m[value.address])
      b.put(frozen, m[key.address], b.frozen(m[value.address]))
    }
    if b.failed { return 0 }
    m[Image.base &+ Image.stringsWord &* 4] = first &+ added
    m[Image.base &+ Image.frozenWord &* 4] = frozen
    m[Image.base &+ Image.sizeWord &* 4] = b.at &- Image.base
    return b.at &- Image.base
  }

  /// Flash is not written to at the first call: every prelude is decoded now.
  private static func decodeShapes(_ vm: borrowing VM, _ code: UInt32) {
    let m = vm.memory
    if m[code] & 3 == 0 { return }
    vm.decodeShape(Ref(code, vm))
    let children = m[code &+ Code.children &* 4]
    if children == 0 { return }
    var i: UInt32 = 0
    while i < m[children &+ 4] &>> 1 {
      decodeShapes(vm, m[children &+ 8 &+ i &* 4])
      i &+= 1
    }
  }
}

extension Builder {
  /// The word of a value's copy in the image; immediate values and what is in flash already stay what they are.
  mutating func frozen(_ word: UInt32) -> UInt32 {
    if failed || !Value(word).isObject || word < 0x2000_0000 { return word }
    let header = m[word]
    // Copied already.
    if header & Header.live == 0 { return header }
    let kind = Header.kind(header), words = Object.words(header, m[word &+ 4])
    switch kind {
    case Kind.str, Kind.bytes, Kind.bytecode, Kind.bigInt, Kind.float, Kind.complex, Kind.tuple, Kind.storage, Kind.code, Kind.codeContext: break
    default:
      failed = true
      return 0
    }
    if at &+ words &* 4 > limit {
      failed = true
      return 0
    }
    let copy = at
    at &+= words &* 4
    m.move(copy, from: word, count: words &* 4)
    m[copy] = Header.make(kind, words: words)
    if (kind == Kind.str || kind == Kind.bytes) && m[copy &+ Str.hash &* 4] & 0x7fff_ffff == 0 {
      m[copy &+ Str.hash &* 4] = hashOfBytes(UnsafeRawPointer(m.at(copy &+ Str.bytes)), Int(m[copy &+ 4] &>> 1))
    }
    m[word] = copy
    if kind < Kind.tuple { return copy }
    var i: UInt32 = 1
    while i < words {
      let value = frozen(m[copy &+ i &* 4])
      m[copy &+ i &* 4] = value
      i &+= 1
    }
    return copy
  }

  /// Gives the next number to a string that is in the image.
  mutating func enter(_ s: Address) {
    let h = m[s &+ Str.hash &* 4]
    m[stringTable &+ string &* 4] = s
    var i = h & stringMask
    while m.half(stringIndex &+ 4 &+ i &* 2) != 0 { i = (i &+ 1) & stringMask }
    m.setHalf(stringIndex &+ 4 &+ i &* 2, UInt16(truncatingIfNeeded: string))
    string &+= 1
  }
}
