import Port

// `match`, in terms of the existing instructions and three helpers in builtins (MatchHelpers.swift).
extension Compiler {
  /// The subject stays on the stack while the cases are tried.
  mutating func emitMatch(_ n: Node) throws(Raise) {
    try emitExpression(field(n, 0))
    let end = try newLabel()
    var i: UInt32 = 0
    while i < count(n) {
      let pattern = item(n, i), guardTest = item(n, i &+ 1), body = item(n, i &+ 2)
      i &+= 3
      let next = try newLabel()
      try setLine(of: pattern)
      try emit(.dupTop, 1)
      try emitPattern(pattern, failed: next)
      if !guardTest.isEmpty { try emitCondition(guardTest, jumpIf: false, next) }
      // The subject goes before the body, which may leave a loop.
      try emit(.popTop, -1)
      try emitStatement(body)
      try emitJump(end)
      place(next)
      adjust(1)
    }
    try emit(.popTop, -1)
    place(end)
  }

  /// Tests the top of the stack, which is consumed either way: goes on if it matches, else jumps to `failed`.
  private mutating func emitPattern(_ n: Node, failed: Label) throws(Raise) {
    try enter()
    defer { leave() }
    if n.isInline || !isPattern(n) {
      try emitExpression(n)
      try emitBinary(BinaryOp.equal.rawValue)
      return try emit(.popJumpIfFalse, to: failed, -1)
    }
    switch kind(n) {
    case .patternCapture: if field(n, 0).isEmpty { try emit(.popTop, -1) } else { try emitStore(field(n, 0).qstr) }
    case .patternIs:
      try emitExpression(field(n, 0))
      try emitBinary(BinaryOp.identical.rawValue)
      try emit(.popJumpIfFalse, to: failed, -1)
    case .patternAs:
      let drop = try newLabel(), end = try newLabel()
      try emit(.dupTop, 1)
      try emitPattern(field(n, 0), failed: drop)
      try emitStore(field(n, 1).qstr)
      try emitJump(end)
      place(drop)
      adjust(1)
      try emitDropHere(failed)
      place(end)
    case .patternOr:
      let end = try newLabel()
      var i: UInt32 = 0
      while i < count(n) {
        let next = try newLabel()
        try emit(.dupTop, 1)
        try emitPattern(item(n, i), failed: next)
        try emit(.popTop, -1)
        try emitJump(end)
        place(next)
        adjust(1)
        i &+= 1
      }
      try emit(.popTop, -1)
      try emitJump(failed)
      place(end)
    case .patternSequence: try emitSequencePattern(n, failed)
    case .patternMapping: try emitMappingPattern(n, failed)
    case .patternClass: try emitClassPattern(n, failed)
    default: throw fail("invalid syntax", at: n)
    }
  }
  private func isPattern(_ n: Node) -> Bool { kind(n).rawValue >= NodeKind.patternCapture.rawValue }

  /// With the helper's result on the stack: goes on if it is a tuple, jumps to `failed` if it is None.
  private mutating func emitHelperResult(_ failed: Label) throws(Raise) {
    let matched = try newLabel()
    try emit(.dupTop, 1)
    try emit(.loadConstNone, 1)
    try emitBinary(BinaryOp.identical.rawValue)
    try emit(.popJumpIfFalse, to: matched, -1)
    try emitDropHere(failed)
    place(matched)
    adjust(1)
  }
  private mutating func emitDropHere(_ failed: Label) throws(Raise) {
    try emit(.popTop, -1)
    try emitJump(failed)
  }
  /// Item `i` of the tuple on the stack, which stays.
  private mutating func emitItem(_ i: UInt32) throws(Raise) {
    try emit(.dupTop, 1)
    try emitInt(Int32(i))
    try emit(.loadSubscr, -1)
  }
  /// All inner patterns matched: drops the tuple; where one failed (`drop`) too.
  private mutating func emitTupleEnd(_ drop: Label, _ failed: Label) throws(Raise) {
    let end = try newLabel()
    try emit(.popTop, -1)
    try emitJump(end)
    place(drop)
    adjust(1)
    try emitDropHere(failed)
    place(end)
  }
  /// Pushes a helper and puts the subject, which was on top, above it as its first argument.
  private mutating func emitHelper(_ q: Qstr) throws(Raise) {
    try emit(.loadGlobal, q, 1)
    try emit(.rotTwo, 0)
  }

  private mutating func emitSequencePattern(_ n: Node, _ failed: Label) throws(Raise) {
    let total = count(n)
    var star: UInt32?
    var i: UInt32 = 0
    while i < total {
      if kind(item(n, i)) == .patternStar {
        if star != nil { throw fail("multiple *x in assignment", at: n) }
        star = i
      }
      i &+= 1
    }
    // The helper answers the items as a tuple, those under the star as a list.
    try emitHelper(Q.__match_sequence__)
    try emitInt(Int32(total))
    try emitInt(star.map { Int32($0) } ?? -1)
    try emit(.callFunction, 3, -3)
    try emitPatternItems(n, total, failed)
  }
  private mutating func emitPatternItems(_ n: Node, _ total: UInt32, _ failed: Label) throws(Raise) {
    try emitHelperResult(failed)
    let drop = try newLabel()
    var i: UInt32 = 0
    while i < total {
      let p = item(n, i)
      if kind(p) != .patternStar {
        try emitItem(i)
        try emitPattern(p, failed: drop)
      } else if !field(p, 0).isEmpty {
        try emitItem(i)
        try emitStore(field(p, 0).qstr)
      }
      i &+= 1
    }
    try emitTupleEnd(drop, failed)
  }

  private mutating func emitMappingPattern(_ n: Node, _ failed: Label) throws(Raise) {
    let pairs = count(n) / 2, rest = field(n, 0)
    try emitHelper(Q.__match_mapping__)
    var i: UInt32 = 0
    while i < pairs { try emitExpression(item(n, 2 &* i)); i &+= 1 }
    try emit(.buildTuple, pairs, 1 &- Int32(pairs))
    try emit(rest.isEmpty ? .loadConstFalse : .loadConstTrue, 1)
    try emit(.callFunction, 3, -3)
    // The values in the keys' order, then what is left as a dict.
    try emitHelperResult(failed)
    let drop = try newLabel()
    i = 0
    while i < pairs {
      try emitItem(i)
      try emitPattern(item(n, 2 &* i &+ 1), failed: drop)
      i &+= 1
    }
    if !rest.isEmpty {
      try emitItem(pairs)
      try emitStore(rest.qstr)
    }
    try emitTupleEnd(drop, failed)
  }

  private mutating func emitClassPattern(_ n: Node, _ failed: Label) throws(Raise) {
    let positional = field(n, 1).number, total = count(n)
    try emitHelper(Q.__match_class__)
    try emitExpression(field(n, 0))
    try emitInt(Int32(positional))
    var i = positional, named: UInt32 = 0
    while i < total {
      try emit(.loadConstString, item(n, i).qstr, 1)
      named &+= 1
      i &+= 2
    }
    try emit(.buildTuple, named, 1 &- Int32(named))
    try emit(.callFunction, 4, -4)
    try emitHelperResult(failed)
    let drop = try newLabel()
    i = 0
    while i < positional &+ named {
      try emitItem(i)
      try emitPattern(item(n, i < positional ? i : positional &+ 2 &* (i &- positional) &+ 1), failed: drop)
      i &+= 1
    }
    try emitTupleEnd(drop, failed)
  }
}
