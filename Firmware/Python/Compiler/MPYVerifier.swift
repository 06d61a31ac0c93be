import Port

/// A walk over bytecode that must stay inside it.
private struct Cursor {
  let code: Slot
  var position: UInt32 = 0
  let end: UInt32
  func at(_ vm: borrowing VM, _ i: UInt32) -> UInt8 { vm.memory.byte(vm.memory[code.address] &+ 8 &+ i) }
  mutating func byte(_ vm: inout VM) throws(Raise) -> UInt32 {
    if position >= end { throw vm.incompatible() }
    position &+= 1
    return UInt32(at(vm, position &- 1))
  }
  mutating func number(_ vm: inout VM) throws(Raise) -> UInt32 {
    var n: UInt32 = 0
    while true {
      let b = try byte(&vm)
      if n > 0x1ff_ffff { throw vm.incompatible() }
      n = n &<< 7 | b & 127
      if b & 128 == 0 { return n }
    }
  }
}

/// What the prelude says, as far as the instructions are checked against it.
private struct Limits {
  var state: UInt32 = 0
  var blocks: UInt32 = 0
  var strings: UInt32, constants: UInt32, children: UInt32
  var arguments: UInt32 = 0, positional: UInt32 = 0
  /// Locals, as the interpreter counts them (Prelude.swift): what the operands do not share.
  var locals: UInt32 = 0
  /// The list of locals that become cells when the function is entered.
  var cellsAt: UInt32 = 0, cells: UInt32 = 0
  /// Locals 0..<closed must be cells that a closure brings: they are used as such and are not in the list. The lowest local that is assigned.
  var closed: UInt32 = 0, lowestStored: UInt32 = .max
}

/// What a verified function asks of who makes functions of it.
struct CodeNeeds {
  /// Cells that a closure must bring at least; positional parameters, the cells among them.
  var closed: UInt32, positional: UInt32
  var word: UInt32 { closed | positional &<< 16 }
  init(closed: UInt32, positional: UInt32) { self.closed = closed; self.positional = positional }
  init(word: UInt32) { closed = word & 0xffff; positional = word &>> 16 }
}

extension VM {
  /// Checks the prelude and every instruction of a function from a file: numbers in range, jumps to instructions, cells where cells are
  /// named, the operand stack within its bounds on every path. `needs` holds a `CodeNeeds.word` for each child.
  mutating func verifyBytecode(_ code: Slot, strings: UInt32, constants: UInt32, children: UInt32, needs: Pile) throws(Raise) -> CodeNeeds {
    let mark = self.mark; defer { release(to: mark) }
    var c = Cursor(code: code, end: UInt32(bitPattern: self(code).int(1)))
    var limits = Limits(strings: strings, constants: constants, children: children)
    try verifyPrelude(&c, &limits)
    let start = c.position
    // For each byte of the instructions: 0 inside one; 1 not reached yet; else the stack's height before it + 2, and in the upper half the place + 1 of the
    // SETUP instruction whose block is the innermost one open there (0: none). That one's own entry leads to the block around it.
    var heights = Pile(slot())
    let length = c.end &- start
    if length == 0 || length > 0xfffe { throw incompatible() }
    try heights.reserve(&self, length &* 4)
    memory.fill(heights.at(self, 0), 0, count: length &* 4)
    while c.position < c.end {
      heights.setWord(self, c.position &- start, 1)
      try verifyInstruction(&c, &limits, needs)
    }
    if limits.closed > limits.arguments || limits.lowestStored < limits.closed || limits.locals > limits.state { throw incompatible() }
    var work = Pile(slot())
    try reach(0, 0, 0, &heights, &work, limits)
    while work.used != 0 {
      let at = work.pop(self)
      c.position = start &+ at
      try follow(&c, start, length, &heights, &work, limits)
    }
    return CodeNeeds(closed: limits.closed, positional: limits.positional)
  }

  /// Does a code object use cells that a closure must bring? Its functions inside are taken to be made rightly.
  mutating func needsCells(_ code: Slot) throws(Raise) -> Bool {
    let mark = self.mark; defer { release(to: mark) }
    let bytecode = slot()
    set(bytecode, self(code).at(Code.bytecode))
    let strings: UInt32, constants: UInt32, children: UInt32
    do {
      func count(_ list: borrowing Ref) -> UInt32 { list.isNull ? 0 : UInt32(bitPattern: list.int(1)) }
      let context = self(code).at(Code.context)
      strings = count(context.at(CodeContext.strings))
      constants = count(context.at(CodeContext.constants))
      children = count(self(code).at(Code.children))
    }
    var needs = Pile(slot()), i: UInt32 = 0
    while i < children { try needs.push(&self, CodeNeeds(closed: 0, positional: 0xffff).word); i &+= 1 }
    return try verifyBytecode(bytecode, strings: strings, constants: constants, children: children, needs: needs).closed != 0
  }

  private mutating func verifyPrelude(_ c: inout Cursor, _ l: inout Limits) throws(Raise) {
    var b = try c.byte(&self)
    var s = b &>> 3 & 15, e = b &>> 2 & 1, a = b & 3, k: UInt32 = 0, n: UInt32 = 0, flags: UInt32 = 0
    while b & 128 != 0 {
      if n > 8 { throw incompatible() }
      b = try c.byte(&self)
      s |= (b &>> 4 & 3) &<< (4 &+ 2 &* n)
      e |= (b &>> 1 & 1) &<< (1 &+ n)
      a |= (b &>> 2 & 1) &<< (2 &+ n)
      k |= (b &>> 3 & 1) &<< n
      flags |= (b &>> 6 & 1) &<< n
      n &+= 1
    }
    var info: UInt32 = 0, cells: UInt32 = 0
    n = 0
    repeat {
      if n > 8 { throw incompatible() }
      b = try c.byte(&self)
      if n < 4 { info |= (b &>> 1 & 63) &<< (6 &* n) } else if b &>> 1 & 63 != 0 { throw incompatible() }
      cells |= (b & 1) &<< n
      n &+= 1
    } while b & 128 != 0
    l.state = s &+ 1
    l.blocks = e
    l.arguments = a &+ k
    l.positional = a
    l.locals = l.arguments &+ (flags &>> 1 & 1) &+ (flags &>> 2 & 1)
    if l.locals > l.state || a > 255 || k > 255 { throw incompatible() }
    let from = c.position
    if info > c.end &- from || cells > c.end &- from &- info { throw incompatible() }
    var i: UInt32 = 0
    while i <= l.arguments {
      if try c.number(&self) >= l.strings || c.position > from &+ info { throw incompatible() }
      i &+= 1
    }
    // The line table: pairs of one or two bytes.
    while c.position < from &+ info { if try c.byte(&self) & 128 != 0 { _ = try c.byte(&self) } }
    if c.position != from &+ info { throw incompatible() }
    l.cellsAt = c.position
    l.cells = cells
    if cells > 255 { throw incompatible() }
    i = 0
    while i < cells {
      let n = try c.byte(&self)
      if n >= l.state { throw incompatible() }
      l.locals = max(l.locals, n &+ 1)
      i &+= 1
    }
  }

  /// Numbers of one instruction; moves behind it.
  private mutating func verifyInstruction(_ c: inout Cursor, _ l: inout Limits, _ needs: Pile) throws(Raise) {
    let byte = UInt8(try c.byte(&self))
    let op = Op(rawValue: byte).unsafelyUnwrapped
    switch byte {
    case 0x00...0x0f, 0x1d...0x1f, 0x39...0x3f, 0x41, 0x4c...0x4f, 0x60, 0x61, 0x6a...0x6f, 0xd4...0xd6, 0xfa...0xff: throw incompatible()
    case 0xb0...0xbf, 0xc0...0xcf:
      if UInt32(byte & 15) >= l.state { throw incompatible() }
      try noteLocal(UInt32(byte & 15), stored: byte >= 0xc0, c, &l)
    default: break
    }
    switch op.operand {
    case .none: break
    case .signedNumber:
      var n = 0
      while try c.byte(&self) & 128 != 0 { n += 1; if n > 4 { throw incompatible() } }
    case .number, .numberAndByte:
      let n = try c.number(&self)
      let most: UInt32
      switch op {
      case .loadConstObj: most = l.constants
      case .makeFunction, .makeFunctionDefargs, .makeClosure, .makeClosureDefargs: most = l.children
      case .loadFast, .loadDeref, .storeFast, .storeDeref, .deleteFast, .deleteDeref: most = l.state
      case .buildSlice: most = n == 2 || n == 3 ? .max : 0
      case .unpackEx, .callFunction, .callFunctionVarKw, .callMethod, .callMethodVarKw: most = 0x1_0000
      case .buildMap: most = 0x1_0000
      case .storeComp: most = n & 3 == 3 ? 0 : .max
      default: most = byte < 0x20 ? l.strings : .max
      }
      if n >= most { throw incompatible() }
      let extra = op.operand == .numberAndByte ? try c.byte(&self) : 0
      switch op {
      case .loadFast: try noteLocal(n, stored: false, c, &l)
      case .storeFast, .deleteFast: try noteLocal(n, stored: true, c, &l)
      case .loadDeref, .storeDeref, .deleteDeref:
        try noteLocal(n, stored: false, c, &l)
        if !isCell(n, c, l) { l.closed = max(l.closed, n &+ 1) }
      case .makeFunction, .makeFunctionDefargs, .makeClosure, .makeClosureDefargs:
        let child = CodeNeeds(word: needs.word(self, n))
        if extra < child.closed || extra > child.positional { throw incompatible() }
      default: break
      }
    case .forward, .signed, .signedAndByte:
      if try c.byte(&self) & 128 != 0 { _ = try c.byte(&self) }
      if op.operand == .signedAndByte { _ = try c.byte(&self) }
    }
  }

  /// An instruction names local `n`; a local that is a cell from the start is never assigned.
  private mutating func noteLocal(_ n: UInt32, stored: Bool, _ c: Cursor, _ l: inout Limits) throws(Raise) {
    l.locals = max(l.locals, n &+ 1)
    if !stored { return }
    if isCell(n, c, l) { throw incompatible() }
    l.lowestStored = min(l.lowestStored, n)
  }
  private borrowing func isCell(_ n: UInt32, _ c: Cursor, _ l: Limits) -> Bool {
    var i: UInt32 = 0
    while i < l.cells { if UInt32(c.at(self, l.cellsAt &+ i)) == n { return true }; i &+= 1 }
    return false
  }

  /// Notes that an instruction is reached with a stack height inside a block. Heights may differ where a `finally` part is entered in several
  /// ways: the lower one counts for what may be taken, so it is followed again.
  private mutating func reach(_ at: UInt32, _ height: UInt32, _ block: UInt32, _ heights: inout Pile, _ work: inout Pile, _ l: Limits) throws(Raise) {
    // Handlers may stand a little above what the file's compiler counted: the frame's end leaves room for that (Thread.nativeSlots).
    if height &+ l.locals > l.state &+ 16 || height > 0xfff0 { throw incompatible() }
    let known = heights.word(self, at)
    if known == 0 { throw incompatible() }
    if known != 1 {
      if known &>> 16 != block { throw incompatible() }
      if (known & 0xffff) &- 2 <= height { return }
    }
    heights.setWord(self, at, height &+ 2 | block &<< 16)
    try work.push(&self, at)
  }
  /// The block around a block.
  private func outer(_ block: UInt32, _ heights: Pile) -> UInt32 { heights.word(self, block &- 1) &>> 16 }

  /// Goes from one instruction to those that may come after it.
  private mutating func follow(_ c: inout Cursor, _ start: UInt32, _ length: UInt32, _ heights: inout Pile, _ work: inout Pile, _ l: Limits) throws(Raise) {
    let at = c.position &- start
    let height = Int32((heights.word(self, at) & 0xffff) &- 2), block = heights.word(self, at) &>> 16
    let byte = UInt8(try c.byte(&self))
    let op = Op(rawValue: byte).unsafelyUnwrapped
    var n: UInt32 = 0, extra: UInt32 = 0, target: UInt32 = 0
    switch op.operand {
    case .none: break
    case .signedNumber: while try c.byte(&self) & 128 != 0 {}
    case .number: n = try c.number(&self)
    case .numberAndByte: n = try c.number(&self); extra = try c.byte(&self)
    case .forward, .signed, .signedAndByte:
      var d = try c.byte(&self)
      let isSigned = op.operand != .forward
      if d & 128 != 0 { d = d & 127 | (try c.byte(&self)) &<< 7; if isSigned { d = d &- 0x4000 } } else if isSigned { d = d &- 64 }
      target = c.position &- start &+ d
      if target >= length || heights.word(self, target) == 0 { throw incompatible() }
      if op.operand == .signedAndByte { extra = try c.byte(&self) }
    }
    let (takes, gives) = stackEffect(op, byte, n, extra)
    if takes > height { throw incompatible() }
    let after = UInt32(bitPattern: height &- takes &+ gives), low = UInt32(bitPattern: height &- takes)
    let next = c.position &- start
    /// The instruction after this one.
    func fallThrough(_ vm: inout VM, _ h: UInt32, _ b: UInt32, _ heights: inout Pile, _ work: inout Pile) throws(Raise) {
      if next >= length { throw vm.incompatible() }
      try vm.reach(next, h, b, &heights, &work, l)
    }
    switch op {
    case .returnValue, .raiseLast, .raiseObj, .raiseFrom: return
    case .jump: try reach(target, after, block, &heights, &work, l)
    case .popJumpIfTrue, .popJumpIfFalse:
      // `async with` asks first of all whether its handler was entered by an exception; if not, two words are there instead of one.
      let isEntry =
        op == .popJumpIfFalse && block != 0 && at_(at &- 1, c, start) == Op.binary8.rawValue
        && at_(block &- 1, c, start) == Op.setupFinally.rawValue && heights.word(self, block &- 1) & 0xffff == after &+ 1
      try reach(target, after &+ (isEntry ? 1 : 0), block, &heights, &work, l)
      try fallThrough(&self, after, block, &heights, &work)
    case .jumpIfTrueOrPop, .jumpIfFalseOrPop:
      try reach(target, after, block, &heights, &work, l)
      try fallThrough(&self, after &- 1, block, &heights, &work)
    case .forIter:
      // At the end the four slots of the iterator go.
      try reach(target, low, block, &heights, &work, l)
      try fallThrough(&self, after, block, &heights, &work)
    case .setupExcept, .setupFinally, .setupWith:
      var depth: UInt32 = 1, b = block
      while b != 0 { depth &+= 1; b = outer(b, heights) }
      if depth > l.blocks { throw incompatible() }
      // The handler finds the exception on top; what the block covers finds nothing new, `with` its three.
      try reach(target, op == .setupWith ? after : low &+ 1, at &+ 1, &heights, &work, l)
      try fallThrough(&self, op == .setupWith ? after : low, at &+ 1, &heights, &work)
    case .popExceptJump:
      if block == 0 { throw incompatible() }
      try reach(target, after, outer(block, heights), &heights, &work, l)
    case .endFinally:
      if block == 0 { throw incompatible() }
      try fallThrough(&self, after, outer(block, heights), &heights, &work)
    case .unwindJump:
      // The stack gets as high as it was before the outermost block that is left (`with` took its manager from it).
      var leaves = extra & 0x7f, b = block, base = low
      if leaves == 0 { throw incompatible() }
      while leaves != 0 {
        if b == 0 { throw incompatible() }
        let isWith = at_(b &- 1, c, start) == Op.setupWith.rawValue
        base = (heights.word(self, b &- 1) & 0xffff) &- 2 &- (isWith ? 1 : 0)
        b = outer(b, heights)
        leaves &-= 1
      }
      let drops: UInt32 = extra & 0x80 != 0 ? 4 : 0
      if base < drops { throw incompatible() }
      try reach(target, base &- drops, b, &heights, &work, l)
    default: try fallThrough(&self, after, block, &heights, &work)
    }
  }
  private func at_(_ i: UInt32, _ c: Cursor, _ start: UInt32) -> UInt8 { c.at(self, start &+ i) }

  /// Values an instruction takes from the stack and puts on it.
  private func stackEffect(_ op: Op, _ byte: UInt8, _ n: UInt32, _ extra: UInt32) -> (takes: Int32, gives: Int32) {
    let arguments = Int32(n & 255 &+ 2 &* (n &>> 8 & 255))
    switch byte {
    case 0x70...0xaf, 0xb0...0xbf: return (0, 1)
    case 0xc0...0xcf: return (1, 0)
    case 0xd0...0xd3: return (1, 1)
    case 0xd7...0xf9: return (2, 1)
    default: break
    }
    switch op {
    case .loadConstString, .loadName, .loadGlobal, .loadConstSmallInt, .loadConstObj, .loadFast, .loadDeref, .buildMap, .makeFunction, .loadConstFalse,
      .loadConstNone, .loadConstTrue, .loadNull, .loadBuildClass:
      return (0, 1)
    case .loadAttr, .getIter, .yieldValue: return (1, 1)
    case .loadMethod: return (1, 2)
    case .loadSuperMethod: return (3, 2)
    case .storeName, .storeGlobal, .storeFast, .storeDeref, .popTop, .returnValue, .raiseObj, .importStar, .popJumpIfTrue, .popJumpIfFalse: return (1, 0)
    case .storeAttr, .raiseFrom: return (2, 0)
    case .importName, .loadSubscr, .yieldFrom: return (2, 1)
    case .importFrom: return (1, 2)
    case .makeClosure: return (Int32(extra), 1)
    case .makeClosureDefargs: return (Int32(extra) &+ 2, 1)
    case .makeFunctionDefargs: return (2, 1)
    case .buildTuple, .buildList, .buildSet, .buildSlice: return (n > 0xffff ? .max : Int32(n), 1)
    case .storeComp:
      let below = Int32(n &>> 2), values: Int32 = n & 3 == 1 ? 2 : 1
      // The container stays; it must be there.
      return below < values || below > 0xffff ? (.max, 0) : (below &+ 1, below &+ 1 &- values)
    case .unpackSequence: return (1, n > 0xffff ? 0xffff : Int32(n))
    case .unpackEx: return (1, Int32(n & 255 &+ (n &>> 8)) &+ 1)
    case .callFunction: return (arguments &+ 1, 1)
    case .callFunctionVarKw: return (arguments &+ 2, 1)
    case .callMethod: return (arguments &+ 2, 1)
    case .callMethodVarKw: return (arguments &+ 3, 1)
    case .jumpIfTrueOrPop, .jumpIfFalseOrPop: return (1, 1)
    case .setupWith: return (1, 3)
    case .forIter: return (4, 5)
    case .storeSubscr: return (3, 0)
    case .dupTop: return (1, 2)
    case .dupTopTwo: return (2, 4)
    case .rotTwo: return (2, 2)
    case .rotThree: return (3, 3)
    // Takes the manager and its method away, leaves what END_FINALLY looks at.
    case .withCleanup: return (3, 1)
    case .endFinally: return (1, 0)
    case .getIterStack: return (1, 4)
    case .storeMap: return (3, 1)
    case .viper: return n < 4 ? (1, 1) : n >= 8 && n < 11 ? (2, 1) : n >= 12 && n < 15 ? (3, 0) : (.max, 0)
    default: return (0, 0)
    }
  }
}
