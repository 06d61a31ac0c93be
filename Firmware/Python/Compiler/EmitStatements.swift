import Port

// Statements: the stack is as high after each as before.
extension Compiler {
  mutating func emitStatement(_ n: Node) throws(Raise) {
    if n.isEmpty { return }
    if kind(n) == .block {
      try enter()
      defer { leave() }
      var i: UInt32 = 0
      while i < count(n) { try emitStatement(item(n, i)); i &+= 1 }
      return
    }
    try setLine(line(n))
    switch kind(n) {
    case .pass, .global, .nonlocal: break
    case .annotation: try emitAnnotation(n)
    case .expression: try emitExpressionStatement(field(n, 0))
    case .assign: try emitAssignment(n)
    case .augmented: try emitAugmented(n)
    case .returnStatement: try emitReturn(n)
    case .raise:
      var given: UInt8 = 0
      if f.viper && (field(n, 0).isEmpty || !field(n, 1).isEmpty) { throw notImplemented("native raise") }
      if !field(n, 0).isEmpty { try emitExpression(field(n, 0)); given = 1 }
      if !field(n, 1).isEmpty { try emitExpression(field(n, 1)); given = 2 }
      if f.viper && type != .object { throw viperError("must raise an object") }
      try emit(given == 0 ? .raiseLast : given == 1 ? .raiseObj : .raiseFrom, -Int32(given))
      f.dead = true
    case .delete:
      var i: UInt32 = 0
      while i < count(n) { try emitDeletion(item(n, i)); i &+= 1 }
    case .assert: try emitAssert(n)
    case .importModules: try emitImport(n)
    case .importFrom: try emitImportFrom(n)
    case .ifStatement: try emitIf(n)
    case .whileLoop: try emitWhile(n)
    case .forLoop: if detail(n) == 1 { try emitAsyncFor(n) } else { try emitFor(n) }
    case .breakLoop, .continueLoop: try emitLoopExit(n)
    case .tryStatement: try emitTry(n)
    case .with: if detail(n) == 1 { try emitAsyncWith(n, 0) } else { try emitWith(n, 0) }
    case .function, .classDefinition:
      var i: UInt32 = 0
      while i < count(n) { try emitExpression(item(n, i)); i &+= 1 }
      if kind(n) == .function { try emitFunction(n) } else { try emitClass(n) }
      while i > 0 { try emit(.callFunction, 1, -1); i &-= 1 }
      try emitStore(field(n, 0).qstr)
    case .match: try emitMatch(n)
    default: throw fail("invalid syntax", at: n)
    }
  }

  private mutating func emitExpressionStatement(_ n: Node) throws(Raise) {
    if mode == .single && scope == 0 {
      try emit(.loadName, Q.__repl_print__, 1)
      try emitExpression(n)
      try emit(.callFunction, 1, -1)
      return try emit(.popTop, -1)
    }
    // Constants alone (documentation strings) do nothing.
    if isConstant(n) { return }
    try emitExpression(n)
    try emit(.popTop, -1)
  }

  /// `name: type` in a class body goes to `__annotations__`, by the type's name as text: it is not evaluated. Elsewhere it is nothing.
  private mutating func emitAnnotation(_ n: Node) throws(Raise) {
    if scope != 0, scopeKind(scope) == .classBody, field(n, 0).isName {
      var t = field(n, 1)
      while true {
        switch kind(t) {
        case .index: t = field(t, 0)
        case .attribute: t = Node(name: field(t, 1).qstr)
        default: break
        }
        if kind(t) != .index && kind(t) != .attribute { break }
      }
      try emit(.loadConstString, t.isName || t.isText ? t.qstr : Q.object, 1)
      try emitLoad(Q.__annotations__)
      try emit(.loadConstString, field(n, 0).qstr, 1)
      try emit(.storeSubscr, -3)
    }
    if !field(n, 2).isEmpty { try emitStatement(field(n, 2)) }
  }

  // MARK: Assignment

  private mutating func emitAssignment(_ n: Node) throws(Raise) {
    let value = field(n, 0), total = count(n)
    if total == 1, try emitSwap(item(n, 0), value) { return }
    try emitExpression(value)
    let given = type
    var i: UInt32 = 0
    while i < total {
      type = given
      if i &+ 1 < total { try emit(.dupTop, 1) }
      try emitAssign(item(n, i))
      i &+= 1
    }
  }
  /// `a, b = c, d` (or three): without a tuple.
  private mutating func emitSwap(_ target: Node, _ value: Node) throws(Raise) -> Bool {
    guard kind(target) == .tuple, kind(value) == .tuple, count(target) == count(value), count(target) == 2 || count(target) == 3 else { return false }
    let total = count(target)
    var i: UInt32 = 0
    while i < total {
      if kind(item(target, i)) == .starred || kind(item(value, i)) == .starred { return false }
      i &+= 1
    }
    i = 0
    var types = (ViperType.object, ViperType.object, ViperType.object)
    while i < total {
      try emitExpression(item(value, i))
      if i == 0 { types.0 = type } else if i == 1 { types.1 = type } else { types.2 = type }
      i &+= 1
    }
    if total == 3 { try emit(.rotThree, 0) }
    try emit(.rotTwo, 0)
    i = 0
    while i < total {
      type = i == 0 ? types.0 : i == 1 ? types.1 : types.2
      try emitAssign(item(target, i))
      i &+= 1
    }
    return true
  }

  /// Assigns the top of the stack to a target.
  mutating func emitAssign(_ n: Node) throws(Raise) {
    if n.isName { return try emitStore(n.qstr) }
    try enter()
    defer { leave() }
    let value = type
    switch kind(n) {
    case .attribute:
      try requireObject()
      try emitExpression(field(n, 0))
      try emit(.storeAttr, field(n, 1).qstr, -2)
    case .index:
      try emitExpression(field(n, 0))
      let base = type
      try emitExpression(field(n, 1))
      try emitStoreItem(base, value: value)
    case .tuple, .list:
      let total = count(n)
      if kind(n) == .tuple && total == 0 { throw fail("can't assign to expression", at: n) }
      var i: UInt32 = 0, star: UInt32?
      while i < total {
        if kind(item(n, i)) == .starred {
          if star != nil { throw fail("multiple *x in assignment", at: n) }
          star = i
        }
        i &+= 1
      }
      if let star {
        let right = total &- star &- 1
        if star > 255 || right > 255 { throw fail("too many args", at: n) }
        try emit(.unpackEx, star | right &<< 8, Int32(total) &- 1)
      } else {
        try emit(.unpackSequence, total, Int32(total) &- 1)
      }
      i = 0
      while i < total {
        let target = item(n, i)
        type = .object
        try emitAssign(kind(target) == .starred ? field(target, 0) : target)
        i &+= 1
      }
    case .starred: throw fail("*x must be assignment target", at: n)
    default: throw fail("can't assign to expression", at: n)
    }
  }

  private mutating func emitAugmented(_ n: Node) throws(Raise) {
    let target = field(n, 0)
    if target.isName {
      try emitLoad(target.qstr)
      let left = type
      try emitExpression(field(n, 1))
      try emitOperator(detail(n), left)
      return try emitStore(target.qstr)
    }
    try emitExpression(field(target, 0))
    let base = type
    var key = ViperType.object
    if kind(target) == .attribute {
      try emit(.dupTop, 1)
      try emit(.loadAttr, field(target, 1).qstr, 0)
    } else {
      try emitExpression(field(target, 1))
      key = type
      try emit(.dupTopTwo, 2)
      type = key
      try emitLoadItem(base)
    }
    let left = type
    try emitExpression(field(n, 1))
    try emitOperator(detail(n), left)
    if kind(target) == .attribute {
      try emit(.rotTwo, 0)
      try emit(.storeAttr, field(target, 1).qstr, -2)
    } else {
      let value = type
      try emit(.rotThree, 0)
      type = key
      try emitStoreItem(base, value: value)
    }
  }

  private mutating func emitDeletion(_ n: Node) throws(Raise) {
    if n.isName { return try emitDelete(n.qstr) }
    try enter()
    defer { leave() }
    switch kind(n) {
    case .attribute:
      try emitExpression(field(n, 0))
      try emit(.loadNull, 1)
      try emit(.rotTwo, 0)
      try emit(.storeAttr, field(n, 1).qstr, -2)
    case .index:
      try emitExpression(field(n, 0))
      try emitExpression(field(n, 1))
      try emit(.loadNull, 1)
      try emit(.rotThree, 0)
      try emit(.storeSubscr, -3)
    case .tuple where count(n) != 0, .list:
      var i: UInt32 = 0
      while i < count(n) { try emitDeletion(item(n, i)); i &+= 1 }
    default: throw fail("can't delete expression", at: n)
    }
  }

  // MARK: Simple statements

  private mutating func emitReturn(_ n: Node) throws(Raise) {
    let value = field(n, 0)
    if mode != .eval || scope != 0 {
      if scope == 0 || scopeKind(scope) != .function { throw fail("'return' outside function", at: n) }
      if f.starBlocks != 0 { throw leavesStar(n) }
    }
    if f.viper {
      let isNone = value.isEmpty || value == .none
      if !isNone { try emitExpression(value) }
      try emitViperReturn(isNone: isNone)
      f.dead = true
      return
    }
    if value.isEmpty {
      try emit(.loadConstNone, 1)
    } else if kind(value) == .conditional {
      let other = try newLabel()
      try emitCondition(field(value, 0), jumpIf: false, other)
      try emitExpression(field(value, 1))
      try emit(.returnValue, -1)
      f.dead = true
      place(other)
      try emitExpression(field(value, 2))
    } else {
      try emitExpression(value)
    }
    try emit(.returnValue, -1)
    f.dead = true
  }

  private mutating func emitAssert(_ n: Node) throws(Raise) {
    if vm.memory[vm.state &+ State.optimisation] != 0 { return }
    let end = try newLabel()
    try emitCondition(field(n, 0), jumpIf: true, end)
    try emit(.loadGlobal, Q.AssertionError, 1)
    if !field(n, 1).isEmpty {
      try emitExpression(field(n, 1))
      try emit(.callFunction, 1, -1)
    }
    try emit(.raiseObj, -1)
    f.dead = true
    place(end)
  }

  private mutating func emitImport(_ n: Node) throws(Raise) {
    var i: UInt32 = 0
    while i < count(n) {
      let name = item(n, i).qstr, first = item(n, i &+ 1).qstr, alias = item(n, i &+ 2)
      i &+= 3
      try emitInt(0)
      try emit(.loadConstNone, 1)
      try emit(.importName, name, -1)
      if alias.isEmpty {
        try emitStore(first)
        continue
      }
      if name != first { try emitParts(name) }
      try emitStore(alias.qstr)
    }
  }
  /// `import a.b.c as d`: the import gives `a`; from there on by attributes.
  private mutating func emitParts(_ name: Qstr) throws(Raise) {
    vm.set(c, Value(name))
    vm.set(c, vm.text(vm(c)))
    let length = UInt32(bitPattern: vm(c).int(1))
    var start: UInt32 = 0, i: UInt32 = 0, isFirst = true
    while i <= length {
      if i == length || vm(c).byte(12 &+ i) == 46 {
        if !isFirst {
          let base = text.used
          var k = start
          while k < i { try text.push(&vm, byte: vm(c).byte(12 &+ k)); k &+= 1 }
          try vm.newRaw(Kind.str, bytes: i &- start, a)
          vm.memory.move(vm.memory[a.address] &+ 12, from: text.at(vm, base), count: i &- start)
          text.used = base
          try vm.intern(a)
          try emit(.loadAttr, vm(a).value.qstr, 0)
        }
        isFirst = false
        start = i &+ 1
      }
      i &+= 1
    }
    vm.set(c, .null)
  }
  private mutating func emitImportFrom(_ n: Node) throws(Raise) {
    let total = count(n)
    try emitInt(field(n, 0).int)
    if total == 0 {
      try emit(.loadConstString, Q.star, 1)
      try emit(.buildTuple, 1, 0)
      try emit(.importName, field(n, 1).qstr, -1)
      return try emit(.importStar, -1)
    }
    var i: UInt32 = 0
    while i < total { try emit(.loadConstString, item(n, i).qstr, 1); i &+= 2 }
    try emit(.buildTuple, total / 2, 1 &- Int32(total / 2))
    try emit(.importName, field(n, 1).qstr, -1)
    i = 0
    while i < total {
      try emit(.importFrom, item(n, i).qstr, 1)
      try emitStore(item(n, i &+ 1).isEmpty ? item(n, i).qstr : item(n, i &+ 1).qstr)
      i &+= 2
    }
    try emit(.popTop, -1)
  }

  // MARK: if, while, for

  private mutating func emitIf(_ n: Node) throws(Raise) {
    let end = try newLabel(), total = count(n)
    var i: UInt32 = 0, decided = false
    while i < total && !decided {
      let test = item(n, i), body = item(n, i &+ 1)
      i &+= 2
      let known = constantTruth(test)
      if known == false { continue }
      let next = try newLabel()
      if i > 2 { try setLine(of: test) }
      try emitCondition(test, jumpIf: false, next)
      try emitStatement(body)
      if known == true { decided = true; break }
      if i < total || !field(n, 0).isEmpty { try emitJump(end) }
      place(next)
    }
    if !decided { try emitStatement(field(n, 0)) }
    place(end)
  }

  /// Enters a loop: the labels that `break` and `continue` in its body jump to. Answers what `leaveLoop` restores.
  private mutating func enterLoop(_ breaks: Label, _ continues: Label, iterator: Bool) -> FunctionState {
    let before = f
    f.breakLabel = breaks.number &+ 1
    f.continueLabel = continues.number &+ 1
    f.loopBlocks = f.blocks
    f.loopHasIterator = iterator
    return before
  }
  private mutating func leaveLoop(_ before: FunctionState) {
    f.breakLabel = before.breakLabel
    f.continueLabel = before.continueLabel
    f.loopBlocks = before.loopBlocks
    f.loopHasIterator = before.loopHasIterator
  }

  private mutating func emitWhile(_ n: Node) throws(Raise) {
    let breaks = try newLabel(), continues = try newLabel()
    let known = constantTruth(field(n, 0))
    let before = enterLoop(breaks, continues, iterator: false)
    if known != false {
      let top = try newLabel()
      if known != true { try emitJump(continues) }
      place(top)
      try emitStatement(field(n, 1))
      place(continues)
      try emitCondition(field(n, 0), jumpIf: true, top)
    }
    leaveLoop(before)
    try emitStatement(field(n, 2))
    place(breaks)
  }

  private mutating func emitFor(_ n: Node) throws(Raise) {
    if try emitRangeLoop(n) { return }
    let breaks = try newLabel(), continues = try newLabel(), end = try newLabel()
    let before = enterLoop(breaks, continues, iterator: true)
    try emitExpression(field(n, 1))
    try emit(.getIterStack, 3)
    place(continues)
    try emit(.forIter, to: end, 1)
    try emitAssign(field(n, 0))
    try emitStatement(field(n, 2))
    try emitJump(continues)
    place(end)
    adjust(-4)
    leaveLoop(before)
    try emitStatement(field(n, 3))
    place(breaks)
  }

  /// `for x in range(…)` with a step known to be a number: a counter on the stack, no iterator. As the reference compiler does it; `range` is taken by its name.
  private mutating func emitRangeLoop(_ n: Node) throws(Raise) -> Bool {
    let call = field(n, 1), target = field(n, 0)
    guard target.isName, kind(call) == .call, field(call, 0) == Node(name: Q.range) else { return false }
    let given = count(call)
    if given < 1 || given > 3 { return false }
    var i: UInt32 = 0
    while i < given {
      switch kind(item(call, i)) {
      case .starred, .doubleStarred, .keyword: return false
      default: break
      }
      i &+= 1
    }
    let start = given == 1 ? Node(int: 0) : item(call, 0)
    let stop = given == 1 ? item(call, 0) : item(call, 1)
    let step = given == 3 ? item(call, 2) : Node(int: 1)
    if !step.isInt || step.int == 0 { return false }
    let breaks = try newLabel(), continues = try newLabel(), top = try newLabel(), entry = try newLabel()
    let before = enterLoop(breaks, continues, iterator: false)
    let keepsStop = !stop.isInt
    if keepsStop {
      try emitExpression(stop)
      if f.viper { try emitConversion(to: .int) }
    }
    try emitExpression(start)
    if f.viper { try emitConversion(to: .int) }
    try emitJump(entry)
    place(top)
    try emit(.dupTop, 1)
    type = .int
    try emitStore(target.qstr)
    try emitStatement(field(n, 2))
    place(continues)
    try emitInt(step.int)
    try emitBinary(BinaryOp.inAdd.rawValue)
    place(entry)
    if keepsStop {
      try emit(.dupTopTwo, 2)
      try emit(.rotTwo, 0)
    } else {
      try emit(.dupTop, 1)
      try emitInt(stop.int)
    }
    try emitBinary(step.int > 0 ? BinaryOp.less.rawValue : BinaryOp.more.rawValue)
    try emit(.popJumpIfTrue, to: top, -1)
    leaveLoop(before)
    let end = try newLabel()
    let hasElse = !field(n, 3).isEmpty
    if hasElse {
      // The counter goes before the else part, which may leave an outer loop.
      try emit(.popTop, -1)
      if keepsStop { try emit(.popTop, -1) }
      try emitStatement(field(n, 3))
      try emitJump(end)
      adjust(keepsStop ? 2 : 1)
    }
    place(breaks)
    try emit(.popTop, -1)
    if keepsStop { try emit(.popTop, -1) }
    if hasElse { place(end) }
    return true
  }

  private mutating func emitLoopExit(_ n: Node) throws(Raise) {
    let isBreak = kind(n) == .breakLoop
    let label = isBreak ? f.breakLabel : f.continueLabel
    if f.starBlocks != 0 && (label == 0 || f.starBlocks > f.loopBlocks) { throw leavesStar(n) }
    if label == 0 { throw fail("'break'/'continue' outside loop", at: n) }
    let target = Label(number: label &- 1), dropsIterator = isBreak && f.loopHasIterator
    let blocks = f.blocks &- f.loopBlocks
    if blocks == 0 {
      if dropsIterator {
        var i = 0
        while i < 4 { try emit(byte: Op.popTop.rawValue); i += 1 }
      }
      return try emitJump(target)
    }
    if blocks > 127 { throw fail("too deeply nested", at: n) }
    try emit(.unwindJump, to: target, 0)
    try emit(byte: UInt8(blocks) | (dropsIterator ? 0x80 : 0))
    f.dead = true
  }

  // MARK: try, with

  mutating func openBlock(_ op: Op, _ l: Label) throws(Raise) {
    try emit(op, to: l, op == .setupWith ? 2 : 0)
    f.blocks &+= 1
    if f.blocks > f.mostBlocks { f.mostBlocks = f.blocks }
  }
  mutating func closeBlock() throws(Raise) {
    f.blocks &-= 1
    try emit(.endFinally, -1)
  }
  mutating func emitPopExceptJump(_ l: Label) throws(Raise) {
    try emit(.popExceptJump, to: l, 0)
    f.dead = true
  }

  private mutating func emitTry(_ n: Node) throws(Raise) {
    if field(n, 2).isEmpty { return try emitTryExcept(n) }
    let last = try newLabel()
    try openBlock(.setupFinally, last)
    if count(n) == 0 {
      // Room for what a jump out of the block leaves on the stack.
      adjust(3)
      try emitStatement(field(n, 0))
      adjust(-3)
    } else {
      try emitTryExcept(n)
    }
    try emit(.loadConstNone, 1)
    place(last)
    // And for the value that is being returned.
    adjust(1)
    try emitStatement(field(n, 2))
    adjust(-1)
    try closeBlock()
  }

  /// The statements of a handler. The exception's name is unbound at the end, however they are left.
  mutating func emitHandlerBody(_ name: Node, _ body: Node) throws(Raise) {
    if name.isEmpty { return try emitStatement(body) }
    let unbind = try newLabel()
    try openBlock(.setupFinally, unbind)
    try emitStatement(body)
    try emit(.loadConstNone, 1)
    place(unbind)
    adjust(1)
    try emit(.loadConstNone, 1)
    try emitStore(name.qstr)
    try emitDelete(name.qstr)
    adjust(-1)
    try closeBlock()
  }

  private mutating func emitTryExcept(_ n: Node) throws(Raise) {
    if detail(n) == 1 { return try emitTryStar(n) }
    let handlers = try newLabel(), success = try newLabel(), end = try newLabel()
    try openBlock(.setupExcept, handlers)
    try emitStatement(field(n, 0))
    try emitPopExceptJump(success)
    place(handlers)
    // The exception, and room for what a jump leaves.
    adjust(4)
    var i: UInt32 = 0
    while i < count(n) {
      let type = item(n, i), name = item(n, i &+ 1), body = item(n, i &+ 2)
      i &+= 3
      let next = try newLabel()
      if !type.isEmpty {
        try emit(.dupTop, 1)
        try emitExpression(type)
        try emitBinary(BinaryOp.exceptionMatch.rawValue)
        try emit(.popJumpIfFalse, to: next, -1)
      }
      if name.isEmpty { try emit(.popTop, -1) } else { try emitStore(name.qstr) }
      try emitHandlerBody(name, body)
      try emitPopExceptJump(end)
      place(next)
      adjust(1)
    }
    try closeBlock()
    adjust(-3)
    place(success)
    try emitStatement(field(n, 1))
    place(end)
  }

  private mutating func emitWith(_ n: Node, _ i: UInt32) throws(Raise) {
    if i == count(n) { return try emitStatement(field(n, 0)) }
    try enter()
    defer { leave() }
    let end = try newLabel()
    try emitExpression(item(n, i))
    try openBlock(.setupWith, end)
    if item(n, i &+ 1).isEmpty { try emit(.popTop, -1) } else { try emitAssign(item(n, i &+ 1)) }
    try emitWith(n, i &+ 2)
    try emit(.loadConstNone, 1)
    place(end)
    // Room to call `__exit__`, and for what a return or a jump leaves.
    adjust(4)
    try emit(.withCleanup, 0)
    adjust(-6)
    try closeBlock()
  }

  // MARK: async

  /// Calls a method without arguments of the top of the stack and awaits its result.
  private mutating func emitAwaited(_ method: Qstr) throws(Raise) {
    try emit(.loadMethod, method, 1)
    try emit(.callMethod, 0, -1)
    try emitYieldFrom()
  }

  /// Assigns the next item of the asynchronous iterator on the stack to a target, or jumps to `end`.
  mutating func emitNextAwaited(_ target: Node, end: Label) throws(Raise) {
    let handler = try newLabel(), found = try newLabel(), other = try newLabel()
    try openBlock(.setupExcept, handler)
    try emit(.dupTop, 1)
    try emitAwaited(Q.__anext__)
    try emitAssign(target)
    try emitPopExceptJump(found)
    place(handler)
    adjust(4)
    try emit(.dupTop, 1)
    try emit(.loadGlobal, Q.StopAsyncIteration, 1)
    try emitBinary(BinaryOp.exceptionMatch.rawValue)
    try emit(.popJumpIfFalse, to: other, -1)
    try emit(.popTop, -1)
    try emitPopExceptJump(end)
    place(other)
    adjust(1)
    try closeBlock()
    adjust(-3)
    place(found)
  }

  private mutating func emitAsyncFor(_ n: Node) throws(Raise) {
    let breaks = try newLabel(), continues = try newLabel()
    let ended = try newLabel()
    try emitExpression(field(n, 1))
    try emit(.loadMethod, Q.__aiter__, 1)
    try emit(.callMethod, 0, -1)
    let before = enterLoop(breaks, continues, iterator: false)
    place(continues)
    try emitNextAwaited(field(n, 0), end: ended)
    try emitStatement(field(n, 2))
    try emitJump(continues)
    leaveLoop(before)
    place(ended)
    try emitStatement(field(n, 3))
    place(breaks)
    try emit(.popTop, -1)
  }

  private mutating func emitAsyncWith(_ n: Node, _ i: UInt32) throws(Raise) {
    if i == count(n) { return try emitStatement(field(n, 0)) }
    try enter()
    defer { leave() }
    let handler = try newLabel(), plain = try newLabel(), leaving = try newLabel(), end = try newLabel()
    try emitExpression(item(n, i))
    try emit(.dupTop, 1)
    try emitAwaited(Q.__aenter__)
    if item(n, i &+ 1).isEmpty { try emit(.popTop, -1) } else { try emitAssign(item(n, i &+ 1)) }
    try openBlock(.setupFinally, handler)
    adjust(3)
    try emitAsyncWith(n, i &+ 2)
    adjust(-3)
    // Went through: None for END_FINALLY, below the manager.
    try emit(.loadConstNone, 1)
    try emit(.rotTwo, 0)
    try emitJump(plain)
    // An exception, or a return or jump (a small integer is on top).
    place(handler)
    try emit(.dupTop, 1)
    try emit(.loadGlobal, Q.BaseException, 1)
    try emitBinary(BinaryOp.exceptionMatch.rawValue)
    try emit(.popJumpIfFalse, to: leaving, -1)
    // manager exception → exception, __aexit__ called with it
    try emit(.dupTop, 1)
    try emit(.rotThree, 0)
    try emit(.rotTwo, 0)
    try emit(.loadMethod, Q.__aexit__, 1)
    try emit(.rotThree, 0)
    try emit(.rotThree, 0)
    try emit(.dupTop, 1)
    try emit(.loadAttr, Q.__class__, 0)
    try emit(.rotTwo, 0)
    try emit(.loadConstNone, 1)
    try emit(.callMethod, 3, -4)
    try emitYieldFrom()
    try emit(.popJumpIfFalse, to: end, -1)
    try emit(.popTop, -1)
    try emit(.loadConstNone, 1)
    try emitJump(end)
    adjust(2)
    place(leaving)
    // manager X integer → X integer manager
    try emit(.rotThree, 0)
    try emit(.rotThree, 0)
    place(plain)
    try emit(.loadMethod, Q.__aexit__, 1)
    try emit(.loadConstNone, 1)
    try emit(.dupTop, 1)
    try emit(.dupTop, 1)
    try emit(.callMethod, 3, -4)
    try emitYieldFrom()
    try emit(.popTop, -1)
    adjust(-1)
    place(end)
    try closeBlock()
  }
}
