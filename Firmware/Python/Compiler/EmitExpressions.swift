import Port

// Expressions: each leaves one value on the stack.
extension Compiler {
  // MARK: Names

  mutating func emitLoadFast(_ n: UInt32) throws(Raise) {
    if n < 16 { try emit(byte: Op.loadFast0.rawValue &+ UInt8(n)); adjust(1) } else { try emit(.loadFast, n, 1) }
  }
  /// Where a name lives, seen from the current scope.
  private enum Home { case fast(UInt32), deref(UInt32), global, name }
  private func home(_ q: Qstr) -> Home {
    if scope == 0 { return .name }
    let kind = scopeKind(scope)
    guard let n = find(q, in: scope) else { return kind.isFunctionLike ? .global : .name }
    let flags = nameFlags(n)
    if flags & NameFlag.global != 0 { return .global }
    if kind == .classBody {
      // Bound in the class body: an attribute to be; otherwise a variable of a function around it.
      if flags & NameFlag.bound != 0 && flags & NameFlag.nonlocal == 0 { return .name }
      return flags & NameFlag.free != 0 ? .deref(nameWord(n, NameField.number)) : .name
    }
    if flags & (NameFlag.cell | NameFlag.free) != 0 { return .deref(nameWord(n, NameField.number)) }
    if flags & (NameFlag.bound | NameFlag.parameter) != 0 { return .fast(nameWord(n, NameField.number)) }
    return .global
  }
  mutating func emitLoad(_ q: Qstr) throws(Raise) {
    if q == Q.__debug__, scope == 0 || find(q, in: scope).map({ nameFlags($0) & NameFlag.bound == 0 }) ?? true {
      return try emit(vm.memory[vm.state &+ State.optimisation] == 0 ? .loadConstTrue : .loadConstFalse, 1)
    }
    switch home(q) {
    case .fast(let n): try emitLoadFast(n)
    case .deref(let n): try emit(.loadDeref, n, 1)
    case .global: try emit(.loadGlobal, q, 1)
    case .name: try emit(.loadName, q, 1)
    }
    if f.viper { try noteViperLoad(q) }
  }
  mutating func emitStore(_ q: Qstr) throws(Raise) {
    if f.viper { try noteViperStore(q) }
    switch home(q) {
    case .fast(let n) where n < 16: try emit(byte: Op.storeFast0.rawValue &+ UInt8(n)); adjust(-1)
    case .fast(let n): try emit(.storeFast, n, -1)
    case .deref(let n): try emit(.storeDeref, n, -1)
    case .global: try emit(.storeGlobal, q, -1)
    case .name: try emit(.storeName, q, -1)
    }
  }
  mutating func emitDelete(_ q: Qstr) throws(Raise) {
    switch home(q) {
    case .fast(let n): try emit(.deleteFast, n, 0)
    case .deref(let n): try emit(.deleteDeref, n, 0)
    case .global: try emit(.deleteGlobal, q, 0)
    case .name: try emit(.deleteName, q, 0)
    }
  }

  // MARK: Constants

  mutating func emitInt(_ n: Int32) throws(Raise) {
    if n >= -16 && n < 48 {
      try emit(byte: UInt8(Int32(0x80) &+ n))
      adjust(1)
    } else {
      try emit(.loadConstSmallInt, 1)
      if !f.dead { try code.pushSigned(&vm, n) }
    }
    type = .int
  }
  /// The value in slot `b` as a constant of the module.
  mutating func emitConstant(object: Slot) throws(Raise) {
    if f.dead { return adjust(1) }
    try emit(.loadConstObj, try constantNumber(object), 1)
  }
  private mutating func emitConstantNode(_ n: Node) throws(Raise) {
    loadConstant(n, b)
    let v = vm(b).value
    if v.isInt { return try emitInt(v.int) }
    if f.dead { return adjust(1) }
    // Numbered once: runs of the same code find the number in the node.
    if field(n, 1).number == 0 { setField(n, 1, Node(number: try constantNumber(b) &+ 1)) }
    let word = f.viper && vm(b).isKind(Kind.bigInt) ? vm.int64(b) ?? .max : .max
    try emit(.loadConstObj, field(n, 1).number &- 1, 1)
    vm.set(b, .null)
    if word >= -0x8000_0000 && word <= 0xffff_ffff {
      try emitViper(.int)
      type = .int
    }
  }
  private mutating func emitInline(_ n: Node) throws(Raise) {
    if n.isName { return try emitLoad(n.qstr) }
    if n.isInt { return try emitInt(n.int) }
    if n.isText { return try emit(.loadConstString, n.qstr, 1) }
    if n == .ellipsis {
      vm.set(b, .ellipsis)
      return try emitConstant(object: b)
    }
    try emit(n == .true ? .loadConstTrue : n == .false ? .loadConstFalse : .loadConstNone, 1)
    type = n == .none ? .none : .bool
  }

  // MARK: Expressions

  mutating func emitExpression(_ n: Node) throws(Raise) {
    if n.isInline { return try emitInline(n) }
    switch kind(n) {
    case .constant: try emitConstantNode(n)
    case .binary, .attribute, .index, .call: try emitChain(n)
    default:
      try enter()
      defer { leave() }
      try emitNode(n)
    }
  }

  /// Operators and trailers lean to the left: walk down without recursion, then emit on the way back.
  private mutating func emitChain(_ n: Node) throws(Raise) {
    let mark = stack.words
    var n = n
    while true {
      switch kind(n) {
      case .binary, .attribute, .index, .call:
        try push(n)
        n = field(n, 0)
        continue
      default: break
      }
      break
    }
    try enter()
    defer { leave() }
    var isSuper = false
    if n == Node(name: Q.super), stack.words > mark {
      let first = Node(stack.word(vm, stack.words &- 1))
      if kind(first) == .call, count(first) == 0, scope != 0, scopeKind(scope) == .function { isSuper = true }
    }
    if isSuper {
      try emitSuper(mark)
    } else if stack.words > mark, let cast = viperCast(n), kind(Node(stack.word(vm, stack.words &- 1))) == .call {
      try emitViperCast(cast, Node(stack.pop(vm)))
    } else {
      try emitExpression(n)
    }
    while stack.words > mark {
      let part = Node(stack.pop(vm))
      try setLine(of: part)
      switch kind(part) {
      case .binary:
        let left = type
        try emitExpression(field(part, 1))
        try emitOperator(detail(part), left)
      case .index:
        let base = type
        try emitExpression(field(part, 1))
        try emitLoadItem(base)
      case .attribute:
        if stack.words > mark, kind(Node(stack.word(vm, stack.words &- 1))) == .call {
          let call = Node(stack.pop(vm))
          try emit(.loadMethod, field(part, 1).qstr, 1)
          try emitArguments(call, isMethod: true, extra: 0)
        } else {
          try emit(.loadAttr, field(part, 1).qstr, 0)
        }
      default: try emitArguments(part, isMethod: false, extra: 0)
      }
    }
  }
  mutating func emitBinary(_ op: UInt8) throws(Raise) {
    try emit(byte: Op.binary0.rawValue &+ op)
    adjust(-1)
  }
  mutating func emitUnary(_ op: UnaryOp) throws(Raise) { try emit(byte: Op.unary0.rawValue &+ op.rawValue) }

  /// `super()` without arguments: with the class and the first argument; `super().m(…)` in one go. Pops the parts it covers.
  private mutating func emitSuper(_ mark: UInt32) throws(Raise) {
    let call = Node(stack.pop(vm))
    try emitLoad(Q.super)
    try emitLoad(Q.__class__)
    var n = scopeWord(scope, ScopeField.first), found = false
    while n != 0 && !found {
      if nameFlags(n &- 1) & NameFlag.parameter != 0 { found = true; try emitLoad(Qstr(nameWord(n &- 1, NameField.name))) }
      n = nameWord(n &- 1, NameField.next)
    }
    if !found { throw fail("super() can't find self", at: call) }
    if stack.words >= mark &+ 2 {
      let method = Node(stack.word(vm, stack.words &- 1)), arguments = Node(stack.word(vm, stack.words &- 2))
      if kind(method) == .attribute && kind(arguments) == .call {
        stack.used &-= 8
        try emit(.loadSuperMethod, field(method, 1).qstr, -1)
        return try emitArguments(arguments, isMethod: true, extra: 0)
      }
    }
    try emit(.callFunction, 2, -2)
  }

  /// The arguments of a call and the call; `extra` positional ones are on the stack already.
  mutating func emitArguments(_ n: Node, isMethod: Bool, extra: UInt32) throws(Raise) {
    var positional = extra, pairs: UInt32 = 0, starred: UInt32 = 0, unpacks = false
    var i: UInt32 = 0
    while i < count(n) {
      let argument = item(n, i)
      switch kind(argument) {
      case .starred:
        // One bit of a small integer for each.
        if positional >= 30 { throw fail("too many args", at: argument) }
        starred |= 1 &<< positional
        unpacks = true
        try emitExpression(field(argument, 0))
        positional &+= 1
      case .doubleStarred:
        unpacks = true
        try emit(.loadNull, 1)
        try emitExpression(field(argument, 0))
        pairs &+= 1
      case .keyword:
        try emit(.loadConstString, field(argument, 0).qstr, 1)
        try emitExpression(field(argument, 1))
        pairs &+= 1
      default:
        try emitExpression(argument)
        try requireObject()
        positional &+= 1
      }
      i &+= 1
    }
    if positional > 255 || pairs > 255 { throw fail("too many args", at: n) }
    if unpacks { try emitInt(Int32(bitPattern: starred)) }
    let effect = -Int32(positional &+ 2 &* pairs &+ (unpacks ? 1 : 0) &+ (isMethod ? 1 : 0))
    let op: Op = isMethod ? (unpacks ? .callMethodVarKw : .callMethod) : (unpacks ? .callFunctionVarKw : .callFunction)
    try emit(op, pairs &<< 8 | positional, effect)
  }

  private mutating func emitNode(_ n: Node) throws(Raise) {
    try setLine(of: n)
    switch kind(n) {
    case .tuple, .list, .set: try emitDisplay(n)
    case .dict: try emitDict(n)
    case .unary:
      try emitExpression(field(n, 0))
      let op = UnaryOp(rawValue: detail(n)).unsafelyUnwrapped
      if f.viper { try emitViperUnary(op) } else { try emitUnary(op) }
    case .boolean:
      let end = try newLabel()
      var i: UInt32 = 0, result = ViperType.object
      while i < count(n) {
        try emitExpression(item(n, i))
        try requireCondition()
        if i == 0 || type != result { result = i == 0 ? type : .object }
        i &+= 1
        if i < count(n) { try emit(detail(n) == 0 ? .jumpIfTrueOrPop : .jumpIfFalseOrPop, to: end, -1) }
      }
      place(end)
      type = result
    case .compare: try emitComparison(n)
    case .conditional:
      let other = try newLabel(), end = try newLabel()
      try emitCondition(field(n, 0), jumpIf: false, other)
      try emitExpression(field(n, 1))
      let result = type
      try emitJump(end)
      place(other)
      adjust(-1)
      try emitExpression(field(n, 2))
      place(end)
      if type != result { type = .object }
    case .lambda: try emitFunction(n)
    case .slice:
      var i: UInt32 = 0
      let parts: UInt32 = field(n, 2).isEmpty ? 2 : 3
      while i < parts {
        if field(n, i).isEmpty { try emit(.loadConstNone, 1) } else { try emitExpression(field(n, i)) }
        i &+= 1
      }
      try emit(.buildSlice, parts, 1 &- Int32(parts))
    case .walrus:
      try emitExpression(field(n, 1))
      let result = type
      try emit(.dupTop, 1)
      try emitStore(field(n, 0).qstr)
      type = result
    case .yield:
      if f.viper { throw notImplemented("native yield") }
      if field(n, 0).isEmpty { try emit(.loadConstNone, 1) } else { try emitExpression(field(n, 0)) }
      try emit(.yieldValue, 0)
    case .yieldFrom, .await:
      if f.viper { throw notImplemented("native yield") }
      try emitExpression(field(n, 0))
      try emitYieldFrom()
    case .comprehension:
      let names = (Q.listcompName, Q.dictcompName, Q.setcompName, Q.genexprName)
      let name = detail(n) == 0 ? names.0 : detail(n) == 1 ? names.1 : detail(n) == 2 ? names.2 : names.3
      try emitMake(n, field(n, 2).number, name, defaults: false)
      try emitExpression(field(item(n, 0), 1))
      if detail(n) == 3 && detail(item(n, 0)) == 0 { try emit(.getIter, 0) }
      try emit(.callFunction, 1, -1)
      if detail(n) != 3, scopeWord(field(n, 2).number, ScopeField.flags) & 1 != 0 { try emitYieldFrom() }
    case .format:
      try emitExpression(field(n, 0))
      try emit(.loadMethod, Q.format, 1)
      var i: UInt32 = 0
      while i < count(n) { try emitExpression(item(n, i)); i &+= 1 }
      if i > 255 { throw fail("too many args", at: n) }
      try emit(.callMethod, i, -Int32(i) &- 1)
    case .starred: throw fail("*x must be assignment target", at: n)
    default: throw fail("invalid syntax", at: n)
    }
  }
  mutating func emitYieldFrom() throws(Raise) {
    try emit(.getIter, 0)
    try emit(.loadConstNone, 1)
    try emit(.yieldFrom, -1)
  }

  /// `a < b < c`: each operand once; the first false comparison ends it.
  private mutating func emitComparison(_ n: Node) throws(Raise) {
    let total = count(n)
    try emitExpression(item(n, 0))
    var left = type
    if total == 3 {
      try emitExpression(item(n, 2))
      return try emitComparator(item(n, 1), left)
    }
    let out = try newLabel(), end = try newLabel()
    var i: UInt32 = 1
    while i < total {
      try emitExpression(item(n, i &+ 1))
      let right = type
      if i &+ 2 < total {
        try emit(.dupTop, 1)
        try emit(.rotThree, 0)
        type = right
      }
      try emitComparator(item(n, i), left)
      left = right
      if i &+ 2 < total { try emit(.jumpIfFalseOrPop, to: out, -1) }
      i &+= 2
    }
    try emitJump(end)
    place(out)
    // The operand that was kept for the next comparison.
    adjust(1)
    try emit(.rotTwo, 0)
    try emit(.popTop, -1)
    place(end)
    type = left.isNumber ? .bool : .object
  }
  private mutating func emitComparator(_ op: Node, _ left: ViperType) throws(Raise) {
    try emitOperator(UInt8(op.number & 31), left)
    if op.number & 32 != 0 { try emitUnary(.not) }
  }

  mutating func emitJump(_ l: Label) throws(Raise) {
    try emit(.jump, to: l, 0)
    f.dead = true
  }

  /// Jumps if the truth of an expression is `jumpIf`, else goes on.
  mutating func emitCondition(_ n: Node, jumpIf: Bool, _ l: Label) throws(Raise) {
    if let known = constantTruth(n) {
      if known == jumpIf { try emitJump(l) }
      return
    }
    if kind(n) == .unary, detail(n) == UnaryOp.not.rawValue {
      try enter()
      defer { leave() }
      return try emitCondition(field(n, 0), jumpIf: !jumpIf, l)
    }
    if kind(n) == .boolean {
      try enter()
      defer { leave() }
      let total = count(n)
      var i: UInt32 = 0
      if (detail(n) == 0) == jumpIf {
        // Any operand decides for the jump.
        while i < total { try emitCondition(item(n, i), jumpIf: jumpIf, l); i &+= 1 }
      } else {
        let skip = try newLabel()
        while i &+ 1 < total { try emitCondition(item(n, i), jumpIf: !jumpIf, skip); i &+= 1 }
        try emitCondition(item(n, i), jumpIf: jumpIf, l)
        place(skip)
      }
      return
    }
    try emitExpression(n)
    try requireCondition()
    try emit(jumpIf ? .popJumpIfTrue : .popJumpIfFalse, to: l, -1)
  }

  // MARK: Displays

  /// A tuple, list or set; with starred items a list is built step by step.
  private mutating func emitDisplay(_ n: Node) throws(Raise) {
    let total = count(n), what = kind(n)
    var i: UInt32 = 0
    while i < total && kind(item(n, i)) != .starred { i &+= 1 }
    let plain = i
    if plain == total {
      i = 0
      while i < total {
        try emitExpression(item(n, i))
        try requireObject()
        i &+= 1
      }
      return try emit(what == .tuple ? .buildTuple : what == .list ? .buildList : .buildSet, total, 1 &- Int32(total))
    }
    // The type of a tuple, taken from one: names may be shadowed.
    if what == .tuple {
      try emit(.buildTuple, 0, 1)
      try emit(.loadAttr, Q.__class__, 0)
    }
    i = 0
    while i < plain { try emitExpression(item(n, i)); i &+= 1 }
    try emit(what == .set ? .buildSet : .buildList, plain, 1 &- Int32(plain))
    while i < total {
      let part = item(n, i)
      if kind(part) == .starred {
        try emit(.dupTop, 1)
        try emit(.loadMethod, what == .set ? Q.update : Q.extend, 1)
        try emitExpression(field(part, 0))
        try emit(.callMethod, 1, -2)
        try emit(.popTop, -1)
      } else {
        try emitExpression(part)
        try emit(.storeComp, 1 &<< 2 | (what == .set ? 2 : 0), -1)
      }
      i &+= 1
    }
    if what == .tuple { try emit(.callFunction, 1, -1) }
  }
  private mutating func emitDict(_ n: Node) throws(Raise) {
    try emit(.buildMap, count(n) / 2, 1)
    var i: UInt32 = 0
    while i < count(n) {
      if item(n, i).isEmpty {
        try emit(.dupTop, 1)
        try emit(.loadMethod, Q.update, 1)
        try emitExpression(item(n, i &+ 1))
        try emit(.callMethod, 1, -2)
        try emit(.popTop, -1)
      } else {
        try emitExpression(item(n, i &+ 1))
        try emitExpression(item(n, i))
        try emit(.storeMap, -2)
      }
      i &+= 2
    }
  }

  // MARK: Comprehensions

  /// The body of a comprehension's function. Its argument is the first iterable; an iterator for a generator expression.
  mutating func emitComprehensionBody(_ n: Node, _ s: UInt32) throws(Raise) {
    try setLine(of: n)
    let kind = detail(n)
    if kind == 0 { try emit(.buildList, 0, 1) }
    if kind == 1 { try emit(.buildMap, 0, 1) }
    if kind == 2 { try emit(.buildSet, 0, 1) }
    if kind == 3 && detail(item(n, 0)) == 0 {
      // An iterator that exists already: null in the first of its four slots, itself in the second.
      try emit(.loadNull, 1)
      try emitLoad(Q.star)
      try emit(.loadNull, 1)
      try emit(.loadNull, 1)
    } else {
      try emitLoad(Q.star)
      try emitIterator(of: item(n, 0))
    }
    try emitClauses(n, 0, below: 0)
    if kind == 3 { try emit(.loadConstNone, 1) }
    try emit(.returnValue, -1)
  }
  /// The iterable on the stack becomes what its clause asks for items: four words, or one for an asynchronous one.
  private mutating func emitIterator(of clause: Node) throws(Raise) {
    if detail(clause) == 0 { return try emit(.getIterStack, 3) }
    try emit(.loadMethod, Q.__aiter__, 1)
    try emit(.callMethod, 0, -1)
  }
  /// The clauses from `first` on; `below`: words of the iterators of those before.
  private mutating func emitClauses(_ n: Node, _ first: UInt32, below: UInt32) throws(Raise) {
    try enter()
    defer { leave() }
    let top = try newLabel(), end = try newLabel()
    let clause = item(n, first), below = below &+ (detail(clause) == 0 ? 4 : 1)
    place(top)
    if detail(clause) == 0 {
      try emit(.forIter, to: end, 1)
      try emitAssign(field(clause, 0))
    } else {
      try emitNextAwaited(field(clause, 0), end: end)
    }
    var i = first &+ 1
    while i < count(n), kind(item(n, i)) == .compIf {
      try emitCondition(field(item(n, i), 0), jumpIf: false, top)
      i &+= 1
    }
    if i < count(n) {
      try emitExpression(field(item(n, i), 1))
      try emitIterator(of: item(n, i))
      try emitClauses(n, i, below: below)
    } else {
      switch detail(n) {
      case 0:
        try emitExpression(field(n, 0))
        try emit(.storeComp, (below &+ 1) &<< 2, -1)
      case 1:
        try emitExpression(field(n, 1))
        try emitExpression(field(n, 0))
        try emit(.storeComp, (below &+ 2) &<< 2 | 1, -2)
      case 2:
        try emitExpression(field(n, 0))
        try emit(.storeComp, (below &+ 1) &<< 2 | 2, -1)
      default:
        try emitExpression(field(n, 0))
        try emit(.yieldValue, 0)
        try emit(.popTop, -1)
      }
    }
    try emitJump(top)
    place(end)
    if detail(clause) == 0 { adjust(-4) } else { try emit(.popTop, -1) }
  }
}
