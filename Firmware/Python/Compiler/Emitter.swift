import Port

/// What the emitter knows of the function (or module) it is making. Saved while an inner function is made.
struct FunctionState: BitwiseCopyable {
  /// Where this function's share of the shared piles begins.
  var codeStart: UInt32 = 0
  var linesStart: UInt32 = 0
  var labelsStart: UInt32 = 0
  var fixupsStart: UInt32 = 0
  var longStart: UInt32 = 0
  var childrenStart: UInt32 = 0
  var scope: UInt32 = 0
  /// Number of the next child function and the next jump in this run.
  var child: UInt32 = 0
  var jump: UInt32 = 0
  /// Values on the operand stack now and at most; exception blocks likewise.
  var depth: Int32 = 0
  var deepest: Int32 = 0
  var blocks: UInt32 = 0
  var mostBlocks: UInt32 = 0
  /// Line table: the last line noted and where.
  var lastLine: UInt32 = 1
  var lastOffset: UInt32 = 0
  /// After an unconditional jump, until a label: nothing is emitted.
  var dead = false
  /// The loop around: labels (+ 1; 0: none), blocks open at it, and whether it keeps an iterator on the stack.
  var breakLabel: UInt32 = 0
  var continueLabel: UInt32 = 0
  var loopBlocks: UInt32 = 0
  var loopHasIterator = false
  /// Blocks open at the innermost body of an `except*` around; 0: there is none.
  var starBlocks: UInt32 = 0
  /// The function is viper code, and the type it returns.
  #if WithoutNativeEmitters
  var viper: Bool {
    get { false }
    set {}
  }
  #else
  var viper = false
  #endif
  var returns = ViperType.object
}

/// A place to jump to; see `newLabel`.
struct Label: BitwiseCopyable { let number: UInt32 }

extension Compiler {
  /// Offset of the next instruction in its function.
  var offset: UInt32 { code.used &- f.codeStart }

  // MARK: Bytes

  mutating func emit(byte b: UInt8) throws(Raise) { if !f.dead { try code.push(&vm, byte: b) } }
  mutating func adjust(_ n: Int32) {
    f.depth &+= n
    if f.depth > f.deepest { f.deepest = f.depth }
  }
  /// An instruction without operand.
  mutating func emit(_ op: Op, _ effect: Int32) throws(Raise) {
    adjust(effect)
    if op != .dupTop { type = .object }
    try emit(byte: op.rawValue)
  }
  /// One with a number.
  mutating func emit(_ op: Op, _ n: UInt32, _ effect: Int32) throws(Raise) {
    try emit(op, effect)
    if !f.dead { try code.pushNumber(&vm, n) }
  }
  /// One that names a string.
  mutating func emit(_ op: Op, _ q: Qstr, _ effect: Int32) throws(Raise) {
    if f.dead {
      type = .object
      return adjust(effect)
    }
    try emit(op, try stringNumber(q), effect)
  }

  // MARK: Labels and jumps

  mutating func newLabel() throws(Raise) -> Label {
    let n = labels.words &- f.labelsStart
    try labels.push(&vm, .max)
    return Label(number: n)
  }
  mutating func place(_ l: Label) {
    f.dead = false
    labels.setWord(vm, f.labelsStart &+ l.number, offset)
  }
  /// An instruction with a jump operand: short if its target is near, or not known yet and not found to be far in an earlier run.
  mutating func emit(_ op: Op, to l: Label, _ effect: Int32) throws(Raise) {
    try emit(op, effect)
    if f.dead { return }
    let isSigned = op.operand == .signed || op.operand == .signedAndByte
    let n = f.jump
    f.jump &+= 1
    let position = offset
    let target = labels.word(vm, f.labelsStart &+ l.number)
    if target != .max {
      // Backwards: only signed jumps.
      let short = Int32(bitPattern: target &- position) &- 1
      if short >= -64 {
        try emit(byte: UInt8(truncatingIfNeeded: short &+ 64))
      } else {
        let long = short &- 1 &+ 0x4000
        if long < 0 { throw vm.raise(.RuntimeError, "bytecode overflow") }
        try emitLong(UInt32(long))
      }
      return
    }
    while longJumps.used &- f.longStart <= n { try longJumps.push(&vm, byte: 0) }
    try fixups.push(&vm, position &<< 1 | (isSigned ? 1 : 0))
    try fixups.push(&vm, l.number)
    try fixups.push(&vm, n)
    if longJumps.byte(vm, f.longStart &+ n) == 0 { try emit(byte: 0) } else { try emitLong(0) }
  }
  private mutating func emitLong(_ n: UInt32) throws(Raise) {
    try emit(byte: UInt8(truncatingIfNeeded: n) | 0x80)
    try emit(byte: UInt8(truncatingIfNeeded: n &>> 7))
  }
  /// Fills in the forward jumps from fixup `first` on; false if one that was made short is too far: then a new run knows better.
  mutating func resolveJumps(from first: UInt32) throws(Raise) -> Bool {
    var good = true, i = first
    while i < fixups.words {
      let where_ = fixups.word(vm, i), n = fixups.word(vm, i &+ 2)
      let position = where_ &>> 1, isSigned = where_ & 1 != 0
      let isLong = longJumps.byte(vm, f.longStart &+ n) != 0
      let distance = labels.word(vm, f.labelsStart &+ fixups.word(vm, i &+ 1)) &- position &- (isLong ? 2 : 1)
      if isLong {
        let value = distance &+ (isSigned ? 0x4000 : 0)
        if value > 0x7fff { throw vm.raise(.RuntimeError, "bytecode overflow") }
        code.setByte(vm, f.codeStart &+ position, UInt8(truncatingIfNeeded: value) | 0x80)
        code.setByte(vm, f.codeStart &+ position &+ 1, UInt8(truncatingIfNeeded: value &>> 7))
      } else if distance < (isSigned ? 64 : 128) {
        code.setByte(vm, f.codeStart &+ position, UInt8(truncatingIfNeeded: distance &+ (isSigned ? 64 : 0)))
      } else {
        longJumps.setByte(vm, f.longStart &+ n, 1)
        good = false
      }
      i &+= 3
    }
    return good
  }

  // MARK: Line table

  mutating func setLine(_ line: UInt32) throws(Raise) {
    errorLine = line
    if vm.memory[vm.state &+ State.optimisation] >= 3 || line <= f.lastLine { return }
    var bytes = offset &- f.lastOffset, count = line &- f.lastLine
    while bytes != 0 || count != 0 {
      let b: UInt32, l: UInt32
      if count <= 6 || bytes > 15 {
        // Lines count from where all bytes before them are passed.
        b = bytes < 31 ? bytes : 31
        l = b < bytes ? 0 : count < 3 ? count : 3
        try lines.push(&vm, byte: UInt8(l &<< 5 | b))
      } else {
        b = bytes < 15 ? bytes : 15
        l = count < 0x7ff ? count : 0x7ff
        try lines.push(&vm, byte: UInt8(0x80 | (l &>> 8) &<< 4 | b))
        try lines.push(&vm, byte: UInt8(l & 255))
      }
      bytes &-= b
      count &-= l
    }
    f.lastOffset = offset
    f.lastLine = line
  }
  mutating func setLine(of n: Node) throws(Raise) { if !n.isInline { try setLine(line(n)) } }

  // MARK: Strings and constants of the module

  /// The string's number in the module; it gets one if it has none.
  mutating func stringNumber(_ q: Qstr) throws(Raise) -> UInt32 {
    // An open hash table of (number + 1), twice as large as needed.
    if (strings.count &+ 1) &* 2 > stringMapSize { try growStringMap() }
    var i = stringPlace(q)
    while true {
      let n = stringMap.word(vm, i)
      if n == 0 { break }
      if vm(strings.slot).raw(1 &+ n) == Value(q).word { return n &- 1 }
      i = (i &+ 1) & (stringMapSize &- 1)
    }
    let n = strings.count
    vm.set(a, Value(q))
    try strings.append(&vm, a)
    stringMap.setWord(vm, i, n &+ 1)
    return n
  }
  private func stringPlace(_ q: Qstr) -> UInt32 { (q.number &* 0x9e37_79b1) &>> 7 & (stringMapSize &- 1) }
  private mutating func growStringMap() throws(Raise) {
    let size = stringMapSize == 0 ? 32 : stringMapSize &* 2
    stringMap.used = 0
    try stringMap.reserve(&vm, size &* 4)
    stringMap.used = size &* 4
    vm.memory.fill(stringMap.at(vm, 0), 0, count: size &* 4)
    stringMapSize = size
    var n: UInt32 = 0
    while n < strings.count {
      var i = stringPlace(vm(strings.slot).at(2 &+ n).value.qstr)
      while stringMap.word(vm, i) != 0 { i = (i &+ 1) & (size &- 1) }
      stringMap.setWord(vm, i, n &+ 1)
      n &+= 1
    }
  }

  /// The number of a constant in the module; equal raw objects share one.
  mutating func constantNumber(_ value: Slot) throws(Raise) -> UInt32 {
    var i: UInt32 = 0
    while i < constants.count {
      if isSame(vm(constants.slot).at(2 &+ i), vm(value)) { return i }
      i &+= 1
    }
    try constants.append(&vm, value)
    return i
  }
  private func isSame(_ x: borrowing Ref, _ y: borrowing Ref) -> Bool {
    if x.word == y.word { return true }
    if !x.isObject || !y.isObject || x.kind != y.kind || x.kind > Kind.tuple { return false }
    if x.kind == Kind.tuple {
      // Nested by the parser, which bounds its depth.
      if x.raw(1) != y.raw(1) { return false }
      var i: UInt32 = 2
      while i < 2 &+ UInt32(bitPattern: x.int(1)) { if !isSame(x.at(i), y.at(i)) { return false }; i &+= 1 }
      return true
    }
    let size: UInt32
    switch x.kind {
    case Kind.float: size = 8
    case Kind.complex: size = 16
    default:
      if x.raw(1) != y.raw(1) { return false }
      // The hash word of text and bytes may be filled in or not.
      size = 0
      var i: UInt32 = x.kind == Kind.bigInt ? 8 : 12
      let end = i &+ x.int(1).magnitude
      while i < end { if x.byte(i) != y.byte(i) { return false }; i &+= 1 }
    }
    var i: UInt32 = 4
    while i < 4 &+ size { if x.byte(i) != y.byte(i) { return false }; i &+= 1 }
    return true
  }
}

extension Pile {
  /// Seven bits a byte, most significant first, the high bit set on all but the last.
  mutating func pushNumber(_ vm: inout VM, _ n: UInt32) throws(Raise) {
    var shift: UInt32 = 28
    while shift != 0 {
      if n &>> shift != 0 { try push(&vm, byte: UInt8(truncatingIfNeeded: n &>> shift) | 0x80) }
      shift &-= 7
    }
    try push(&vm, byte: UInt8(truncatingIfNeeded: n & 0x7f))
  }
  /// The same for signed numbers: as few bytes as keep bit 6 of the first one as the sign.
  mutating func pushSigned(_ vm: inout VM, _ n: Int32) throws(Raise) {
    var bytes: Int32 = 1
    while bytes < 5 && (n >> (bytes &* 7 &- 1)) != 0 && (n >> (bytes &* 7 &- 1)) != -1 { bytes &+= 1 }
    while bytes > 1 {
      bytes &-= 1
      try push(&vm, byte: UInt8(truncatingIfNeeded: n >> (bytes &* 7)) | 0x80)
    }
    try push(&vm, byte: UInt8(truncatingIfNeeded: n) & 0x7f)
  }
}
