import Port

// Statements. Each is pushed on the stack as a node; a line may hold several.
extension Compiler {
  /// One statement, or one line of simple statements.
  mutating func parseStatement() throws(Raise) {
    let line = lexer.line
    try vm.stepPoint()
    switch lexer.token {
    case .kIf: try push(try parseIf(line))
    case .kWhile: try push(try parseWhile(line))
    case .kFor: try push(try parseFor(line, isAsync: false))
    case .kTry: try push(try parseTry(line))
    case .kWith: try push(try parseWith(line, isAsync: false))
    case .kDef: try push(try parseFunction(line, 0, from: stack.words))
    case .kClass: try push(try parseClass(line, from: stack.words))
    case .at: try push(try parseDecorated(line))
    case .kAsync:
      try advance()
      switch lexer.token {
      case .kDef: try push(try parseFunction(line, 1, from: stack.words))
      case .kFor: try push(try parseFor(line, isAsync: true))
      case .kWith: try push(try parseWith(line, isAsync: true))
      default: throw unexpected()
      }
    case .newline where mode == .single || lexer.start == lexer.end: try advance()
    case .name:
      if lexer.name == Q.match, try isMatchStatement() { try push(try parseMatch(line)) } else { try parseSimpleLine() }
    default: try parseSimpleLine()
    }
  }

  mutating func parseSimpleLine() throws(Raise) {
    repeat {
      try push(try parseSimple())
    } while try accept(.semicolon) && !at(.newline)
    if at(.newline) { try advance() } else if !at(.end) { throw unexpected() }
  }

  mutating func parseSimple() throws(Raise) -> Node {
    let line = lexer.line
    switch lexer.token {
    case .kPass: try advance(); return try make(.pass, line: line)
    case .kBreak: try advance(); return try make(.breakLoop, line: line)
    case .kContinue: try advance(); return try make(.continueLoop, line: line)
    case .kReturn:
      try advance()
      let value = at(.newline) || at(.semicolon) || at(.end) ? Node.empty : try parseList(targets: false)
      return try make(.returnStatement, line: line, value)
    case .kRaise:
      try advance()
      if at(.newline) || at(.semicolon) || at(.end) { return try make(.raise, line: line) }
      let exception = try parseTest()
      let cause = try accept(.kFrom) ? try parseTest() : Node.empty
      return try make(.raise, line: line, exception, cause)
    case .kDel:
      try advance()
      let mark = stack.words
      repeat {
        try push(try parseListItem(targets: true))
      } while try accept(.comma) && !at(.newline) && !at(.semicolon)
      return try make(.delete, line: line, from: mark)
    case .kGlobal, .kNonlocal:
      let kind: NodeKind = at(.kGlobal) ? .global : .nonlocal
      try advance()
      let mark = stack.words
      repeat { try push(Node(name: try expectName())) } while try accept(.comma)
      return try make(kind, line: line, from: mark)
    case .kAssert:
      try advance()
      let test = try parseTest()
      let message = try accept(.comma) ? try parseTest() : Node.empty
      return try make(.assert, line: line, test, message)
    case .kImport: return try parseImport(line)
    case .kFrom: return try parseImportFrom(line)
    case .name where lexer.name == Q.type && isTypeStatement(): return try parseTypeAlias(line)
    default: return try parseExpressionStatement(line)
    }
  }

  /// `type NAME = …` and `type NAME[…] = …`: a name follows on the same line.
  private func isTypeStatement() -> Bool {
    var p = lexer.start &+ 4
    if byte(p) != 32 && byte(p) != 9 { return false }
    while byte(p) == 32 || byte(p) == 9 { p &+= 1 }
    if !isIdentifierStart(byte(p)) { return false }
    while isIdentifierPart(byte(p)) { p &+= 1 }
    while byte(p) == 32 || byte(p) == 9 { p &+= 1 }
    return byte(p) == 61 && byte(p &+ 1) != 61 || byte(p) == 91
  }
  /// The name stands for its own text: as annotations, what it means is not evaluated.
  private mutating func parseTypeAlias(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let name = try expectName()
    try skipTypeParameters()
    try expect(.assign)
    _ = try parseTest()
    return try make(.assign, line: line, from: try pushed(Node(name: name)), Node(text: name))
  }
  private mutating func pushed(_ n: Node) throws(Raise) -> UInt32 {
    let mark = stack.words
    try push(n)
    return mark
  }
  /// `[T, U: int, *Ts, **P, V = str]` behind the name of a function, class or type: read, and nothing else.
  private mutating func skipTypeParameters() throws(Raise) {
    if try !accept(.openBracket) { return }
    repeat {
      if at(.closeBracket) { break }
      if try !accept(.star) { _ = try accept(.doubleStar) }
      _ = try expectName()
      if try accept(.colon) { _ = try parseTest() }
      if try accept(.assign) { _ = try parseTest() }
    } while try accept(.comma)
    try expect(.closeBracket)
  }

  mutating func parseExpressionStatement(_ line: UInt32) throws(Raise) -> Node {
    let first = try parseExpressionList(named: false)
    if lexer.token.isAugmented {
      let op = lexer.token.rawValue &- Token.pipeAssign.rawValue &+ BinaryOp.inOr.rawValue
      try checkTarget(first, line, augmented: true)
      try advance()
      let value = try parseExpressionList()
      return try make(.augmented, op, line: line, first, value)
    }
    if at(.colon) {
      if !(first.isName || isKind(first, .attribute) || isKind(first, .index)) { throw fail("can't assign to expression", line: line) }
      try advance()
      let annotation = try parseTest()
      if !at(.assign) { return try make(.annotation, line: line, first, annotation) }
      try advance()
      let value = try parseExpressionList()
      return try make(.annotation, line: line, first, annotation, try assignment(first, value, line))
    }
    if !at(.assign) {
      if isKind(first, .starred) { throw fail("*x must be assignment target", line: line) }
      return try make(.expression, line: line, first)
    }
    let mark = stack.words
    var value = first
    while try accept(.assign) {
      try checkTarget(value, line, augmented: false)
      try push(value)
      value = try parseExpressionList()
    }
    if isKind(value, .starred) { throw fail("*x must be assignment target", line: line) }
    if stack.words == mark &+ 1 {
      let target = Node(stack.pop(vm))
      return try assignment(target, value, line)
    }
    return try make(.assign, line: line, from: mark, value)
  }
  /// `target = value`; where it is `name = const(…)` the value is remembered.
  mutating func assignment(_ target: Node, _ value: Node, _ line: UInt32) throws(Raise) -> Node {
    var value = value, kept = true
    if target.isName, isKind(value, .call), field(value, 0) == Node(name: Q.const), count(value) == 1 {
      let constant = item(value, 0)
      if isConstant(constant) {
        if isRedefined(target.qstr) { throw fail("can't assign to expression", line: line) }
        try declareConstant(target.qstr, constant)
        value = constant
        // A name with an underscore in front takes no place in a module's or class's dictionary.
        kept = !beginsWithUnderscore(target.qstr)
      } else if kind(constant) == .binary || constant.isName {
        throw fail("not a constant", line: line)
      }
    }
    if !kept { return try make(.pass, line: line) }
    let mark = stack.words
    try push(target)
    return try make(.assign, line: line, from: mark, value)
  }
  private func isRedefined(_ q: Qstr) -> Bool {
    var i: UInt32 = 0
    while i < consts.count { if vm(consts.slot).raw(2 &+ i) == Value(q).word { return true }; i &+= 2 }
    return false
  }
  private mutating func beginsWithUnderscore(_ q: Qstr) -> Bool {
    vm.set(a, Value(q))
    vm.set(a, vm.text(vm(a)))
    let t = vm(a)
    return t.int(1) > 0 && t.byte(12) == 95
  }

  /// Refuses what cannot be assigned to.
  mutating func checkTarget(_ n: Node, _ line: UInt32, augmented: Bool) throws(Raise) {
    if n.isName { return }
    switch kind(n) {
    case .attribute, .index: return
    case .tuple, .list:
      if augmented { break }
      if kind(n) == .tuple && count(n) == 0 { break }
      var i: UInt32 = 0, starred = false
      try enter()
      defer { leave() }
      while i < count(n) {
        var target = item(n, i)
        if isKind(target, .starred) {
          if starred { throw fail("multiple *x in assignment", line: line) }
          starred = true
          target = field(target, 0)
        }
        try checkTarget(target, line, augmented: false)
        i &+= 1
      }
      return
    case .starred:
      if augmented { break }
      throw fail("*x must be assignment target", line: line)
    default: break
    }
    throw fail("can't assign to expression", line: line)
  }

  /// `:` and the statements of a block, or those on the same line.
  mutating func parseBlock() throws(Raise) -> Node {
    try expect(.colon)
    try enter()
    defer { leave() }
    let mark = stack.words, line = lexer.line
    if !at(.newline) {
      try parseSimpleLine()
      return try make(.block, line: line, from: mark)
    }
    try advance()
    if !at(.indent) {
      let r = vm.raise(.IndentationError, "expected an indented block")
      vm.locatePending(file: file, line: lexer.line)
      throw r
    }
    try advance()
    while !at(.dedent) {
      if at(.end) { break }
      try parseStatement()
    }
    if at(.dedent) { try advance() }
    return try make(.block, line: line, from: mark)
  }

  mutating func parseElse() throws(Raise) -> Node { try accept(.kElse) ? try parseBlock() : .empty }

  mutating func parseIf(_ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    repeat {
      try advance()
      try push(try parseNamed())
      try push(try parseBlock())
    } while at(.kElif)
    let other = try parseElse()
    return try make(.ifStatement, line: line, from: mark, other)
  }
  mutating func parseWhile(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let test = try parseNamed()
    let body = try parseBlock()
    return try make(.whileLoop, line: line, test, body, try parseElse())
  }
  mutating func parseFor(_ line: UInt32, isAsync: Bool) throws(Raise) -> Node {
    try advance()
    let target = try parseList(targets: true)
    try checkTarget(target, line, augmented: false)
    try expect(.kIn)
    let iterable = try parseList(targets: false)
    let body = try parseBlock()
    return try make(.forLoop, isAsync ? 1 : 0, line: line, target, iterable, body, try parseElse())
  }
  mutating func parseTry(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let body = try parseBlock()
    let mark = stack.words
    var isStar = false
    while at(.kExcept) {
      let handlerLine = lexer.line
      try advance()
      let star = try accept(.star)
      if stack.words != mark && star != isStar { throw fail("cannot have both 'except' and 'except*' on the same 'try'", line: handlerLine) }
      isStar = star
      if star && at(.colon) { throw fail("expected one or more exception types", line: handlerLine) }
      var type = Node.empty, name = Node.empty
      if !at(.colon) {
        type = try parseList(targets: false)
        if try accept(.kAs) { name = Node(name: try expectName()) }
      }
      try push(type)
      try push(name)
      try push(try parseBlock())
      if type.isEmpty && at(.kExcept) { throw fail("default 'except' must be last", line: handlerLine) }
    }
    let hasHandlers = stack.words != mark
    let other = hasHandlers ? try parseElse() : Node.empty
    var last = Node.empty
    if try accept(.kFinally) { last = try parseBlock() }
    if !hasHandlers && last.isEmpty { throw unexpected() }
    return try make(.tryStatement, isStar ? 1 : 0, line: line, from: mark, body, other, last)
  }

  mutating func parseWith(_ line: UInt32, isAsync: Bool) throws(Raise) -> Node {
    try advance()
    let mark = stack.words
    if at(.openParen) {
      // Either items in parentheses or an expression that begins with one: try the first, go back if it is not that.
      let before = lexer, treeUsed = tree.used, poolCount = pool.count
      if try parseWithItemsInParentheses() {
        let body = try parseBlock()
        return try make(.with, isAsync ? 1 : 0, line: line, from: mark, body)
      }
      lexer = before
      tree.used = treeUsed
      pool.truncate(vm, poolCount)
      stack.used = mark &* 4
    }
    repeat { try parseWithItem() } while try accept(.comma)
    let body = try parseBlock()
    return try make(.with, isAsync ? 1 : 0, line: line, from: mark, body)
  }
  mutating func parseWithItem() throws(Raise) {
    let line = lexer.line
    try push(try parseTest())
    var target = Node.empty
    if try accept(.kAs) {
      target = try parseOperators(Binding.bitOr)
      try checkTarget(target, line, augmented: false)
    }
    try push(target)
  }
  /// Items between parentheses with `as` or a comma at the top level, and a colon after them.
  mutating func parseWithItemsInParentheses() throws(Raise) -> Bool {
    if !scanForColonAfterBrackets() { return false }
    try advance()
    var several = false
    while !at(.closeParen) {
      if at(.star) || at(.kYield) { return false }
      let line = lexer.line
      let n = try parseNamed()
      if at(.kFor) || at(.kAsync) { return false }
      try push(n)
      var target = Node.empty
      if try accept(.kAs) {
        several = true
        target = try parseOperators(Binding.bitOr)
        try checkTarget(target, line, augmented: false)
      }
      try push(target)
      if !at(.closeParen) {
        if !at(.comma) { return false }
        several = true
        try advance()
      }
    }
    try advance()
    return several && at(.colon)
  }
  /// Looks ahead in the text: does the bracket that opens here close right before a colon? Strings and comments are skipped.
  func scanForColonAfterBrackets() -> Bool {
    var p = lexer.start, depth: UInt32 = 0
    while p < sourceLength {
      let c = byte(p)
      switch c {
      case 40, 91, 123: depth &+= 1
      case 41, 93, 125:
        depth &-= 1
        if depth == 0 {
          p &+= 1
          while byte(p) == 32 || byte(p) == 9 { p &+= 1 }
          return byte(p) == 58
        }
      case 35: while p < sourceLength && byte(p) != 10 { p &+= 1 }
      case 34, 39:
        let triple = byte(p &+ 1) == c && byte(p &+ 2) == c
        p &+= triple ? 3 : 1
        while p < sourceLength && !(byte(p) == c && (!triple || byte(p &+ 1) == c && byte(p &+ 2) == c)) {
          if byte(p) == 92 { p &+= 1 }
          p &+= 1
        }
        if triple { p &+= 2 }
      default: break
      }
      p &+= 1
    }
    return false
  }

  /// `options`: 1 async, 2 viper, 4 native.
  mutating func parseFunction(_ line: UInt32, _ options: UInt8, from decorators: UInt32) throws(Raise) -> Node {
    try advance()
    let name = try expectName()
    try skipTypeParameters()
    try expect(.openParen)
    let parameters = try parseParameters(until: .closeParen, annotated: true)
    try expect(.closeParen)
    if try accept(.arrow) { setField(parameters, 0, try parseTest()) }
    let body = try parseBlock()
    return try make(.function, options, line: line, from: decorators, Node(name: name), parameters, body, Node(number: 0))
  }
  mutating func parseClass(_ line: UInt32, from decorators: UInt32) throws(Raise) -> Node {
    try advance()
    let name = try expectName()
    try skipTypeParameters()
    var arguments = Node.empty
    if at(.openParen) { arguments = try parseCall(.empty, line: line) }
    let body = try parseBlock()
    return try make(.classDefinition, line: line, from: decorators, Node(name: name), body, Node(number: 0), arguments)
  }
  mutating func parseDecorated(_ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    var options: UInt8 = 0
    while try accept(.at) {
      let decoratorLine = lexer.line
      let d = try parseNamed()
      try expect(.newline)
      var root = d
      while isKind(root, .attribute) { root = field(root, 0) }
      if root == Node(name: Q.micropython), root != d {
        // What is native elsewhere is bytecode here; viper code has its types and its arithmetic.
        let name = field(d, 0) == root ? field(d, 1).qstr : Q.empty
        #if !WithoutNativeEmitters
        let isNative = name == Q.native
        if isNative { options = 4 }
        if name == Q.viper { options = 2; continue }
        #else
        let isNative = false
        #endif
        if name != Q.bytecode && !isNative { throw fail("invalid micropython decorator", line: decoratorLine) }
        continue
      }
      try push(d)
    }
    switch lexer.token {
    case .kDef: return try parseFunction(lexer.line, options, from: mark)
    case .kClass: return try parseClass(lexer.line, from: mark)
    case .kAsync:
      try advance()
      if at(.kDef) { return try parseFunction(lexer.line, 1, from: mark) }
      throw unexpected()
    default: throw unexpected()
    }
  }

  /// `a.b.c` as one name, interned; the first part by itself in `first`.
  mutating func parseDottedName(_ first: inout Qstr) throws(Raise) -> Qstr {
    first = try expectName()
    if !at(.dot) { return first }
    let base = text.used
    try appendName(first)
    while try accept(.dot) {
      try text.push(&vm, byte: 46)
      try appendName(try expectName())
    }
    let length = text.used &- base
    try vm.newRaw(Kind.str, bytes: length, a)
    vm.memory.move(vm.memory[a.address] &+ 12, from: text.at(vm, base), count: length)
    text.used = base
    try vm.intern(a)
    return vm(a).value.qstr
  }
  private mutating func appendName(_ q: Qstr) throws(Raise) {
    vm.set(a, Value(q))
    vm.set(a, vm.text(vm(a)))
    var i: UInt32 = 0
    let length = UInt32(bitPattern: vm(a).int(1))
    while i < length { try text.push(&vm, byte: vm(a).byte(12 &+ i)); i &+= 1 }
  }
  mutating func parseImport(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let mark = stack.words
    repeat {
      var first = Qstr(0)
      let name = try parseDottedName(&first)
      try push(Node(name: name))
      try push(Node(name: first))
      try push(try accept(.kAs) ? Node(name: try expectName()) : .empty)
    } while try accept(.comma)
    return try make(.importModules, line: line, from: mark)
  }
  mutating func parseImportFrom(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    var level: UInt32 = 0, module = Q.empty
    while at(.dot) || at(.ellipsis) {
      level &+= at(.dot) ? 1 : 3
      try advance()
    }
    if level == 0 || at(.name) {
      var first = Qstr(0)
      module = try parseDottedName(&first)
    }
    try expect(.kImport)
    let mark = stack.words
    if !(try accept(.star)) {
      let parenthesised = try accept(.openParen)
      repeat {
        if parenthesised && at(.closeParen) && stack.words != mark { break }
        try push(Node(name: try expectName()))
        try push(try accept(.kAs) ? Node(name: try expectName()) : .empty)
      } while try accept(.comma)
      if parenthesised { try expect(.closeParen) }
    }
    return try make(.importFrom, line: line, from: mark, Node(int: Int32(level)), Node(name: module))
  }
}
