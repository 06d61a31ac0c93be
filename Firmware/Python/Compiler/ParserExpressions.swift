import Port

// Expressions: precedence climbing, so that one level of brackets costs few native frames.

/// How tightly binary operators bind; 0: none.
enum Binding {
  static var or: UInt8 { 1 }
  static var and: UInt8 { 2 }
  static var not: UInt8 { 3 }
  static var comparison: UInt8 { 4 }
  static var bitOr: UInt8 { 5 }
  static var unary: UInt8 { 11 }
  static var power: UInt8 { 12 }
}

extension Compiler {
  func at(_ t: Token) -> Bool { lexer.token == t }
  /// Takes the token if it is `t`.
  mutating func accept(_ t: Token) throws(Raise) -> Bool {
    if lexer.token != t { return false }
    try advance()
    return true
  }
  mutating func expect(_ t: Token) throws(Raise) {
    if lexer.token != t { throw unexpected() }
    try advance()
  }
  /// The error for a token that does not belong where it is.
  mutating func unexpected() -> Raise {
    if lexer.token == .indent {
      let r = vm.raise(.IndentationError, "unexpected indent")
      vm.locatePending(file: file, line: lexer.line)
      return r
    }
    return invalidSyntax()
  }
  mutating func expectName() throws(Raise) -> Qstr {
    if lexer.token != .name { throw unexpected() }
    let q = lexer.name
    try advance()
    return q
  }

  /// Can the token begin an expression?
  var startsExpression: Bool {
    switch lexer.token {
    case .name, .number, .string, .formatString, .kFalse, .kNone, .kTrue, .kAwait, .kLambda, .kNot, .openParen, .openBracket, .openBrace, .ellipsis, .plus,
      .minus, .tilde:
      true
    default: false
    }
  }

  /// Expressions separated by commas: a tuple if there is a comma. Starred items allowed.
  /// `named`: `name := value` may stand without parentheses.
  mutating func parseExpressionList(named: Bool = true) throws(Raise) -> Node {
    if at(.kYield) { return try parseYield() }
    return try parseList(targets: false, named: named)
  }
  /// As that, or targets (of `for`, `del`): operands without comparisons.
  mutating func parseList(targets: Bool, named: Bool = true) throws(Raise) -> Node {
    let line = lexer.line
    let first = try parseListItem(targets: targets, named: named)
    if !at(.comma) { return first }
    let mark = stack.words
    try push(first)
    while try accept(.comma) {
      if !(startsExpression || at(.star)) { break }
      try push(try parseListItem(targets: targets, named: named))
    }
    return try makeTuple(line: line, from: mark)
  }
  mutating func parseListItem(targets: Bool, named: Bool = true) throws(Raise) -> Node {
    let line = lexer.line
    if try accept(.star) { return try make(.starred, line: line, try parseOperators(Binding.bitOr)) }
    return targets ? try parseOperators(Binding.bitOr) : named ? try parseNamed() : try parseTest()
  }

  /// `test`, or `name := test`.
  mutating func parseNamed() throws(Raise) -> Node {
    let line = lexer.line
    let left = try parseTest()
    if !at(.walrus) { return left }
    if !left.isName { throw fail("can't assign to expression", line: line) }
    try advance()
    return try make(.walrus, line: line, left, try parseTest())
  }

  /// A lambda or a conditional expression.
  mutating func parseTest() throws(Raise) -> Node {
    try enter()
    defer { leave() }
    if at(.kLambda) { return try parseLambda() }
    let line = lexer.line
    let value = try parseOperators(Binding.or)
    if !at(.kIf) { return value }
    try advance()
    let test = try parseOperators(Binding.or)
    try expect(.kElse)
    let other = try parseTest()
    return try make(.conditional, line: line, test, value, other)
  }

  /// An operand one level deeper.
  private mutating func parseOperand(_ least: UInt8) throws(Raise) -> Node {
    try enter()
    defer { leave() }
    return try parseOperators(least)
  }

  /// How tightly the token binds as a binary operator.
  var binding: UInt8 {
    switch lexer.token {
    case .kOr: Binding.or
    case .kAnd: Binding.and
    case .less, .more, .equal, .lessEqual, .moreEqual, .notEqual, .kIn, .kIs, .kNot: Binding.comparison
    case .pipe: 5
    case .caret: 6
    case .ampersand: 7
    case .leftShift, .rightShift: 8
    case .plus, .minus: 9
    case .star, .at, .slash, .doubleSlash, .percent: 10
    case .doubleStar: Binding.power
    default: 0
    }
  }

  /// An operand and all binary operators that bind at least as tightly as `least`.
  mutating func parseOperators(_ least: UInt8) throws(Raise) -> Node {
    let line = lexer.line
    var left: Node
    switch lexer.token {
    case .kNot:
      if least > Binding.not { throw invalidSyntax() }
      try advance()
      let operand = try parseOperand(Binding.not)
      left = try make(.unary, UnaryOp.not.rawValue, line: line, operand)
    case .plus, .minus, .tilde:
      let op: UnaryOp = at(.plus) ? .positive : at(.minus) ? .negative : .invert
      try advance()
      let operand = try parseOperand(Binding.unary)
      left = try foldUnary(op, operand, line: line)
    default: left = try parsePrimary()
    }
    while true {
      let level = binding
      if level == 0 || level < least { return left }
      switch level {
      case Binding.or, Binding.and: left = try parseBoolean(left, level, line)
      case Binding.comparison: left = try parseComparison(left, line)
      default:
        let op =
          lexer.token == .at ? BinaryOp.matrix : BinaryOp(rawValue: lexer.token.rawValue &- Token.pipe.rawValue &+ BinaryOp.or.rawValue).unsafelyUnwrapped
        try advance()
        if level == Binding.power {
          let right = try parseOperand(Binding.unary)
          left = try foldBinary(op, left, right, line: line)
        } else {
          let right = try parseOperators(level &+ 1)
          left = try foldBinary(op, left, right, line: line)
        }
      }
    }
  }
  mutating func parseBoolean(_ first: Node, _ level: UInt8, _ line: UInt32) throws(Raise) -> Node {
    let token = lexer.token, mark = stack.words
    try push(first)
    while try accept(token) { try push(try parseOperators(level &+ 1)) }
    return try make(.boolean, token == .kAnd ? 1 : 0, line: line, from: mark)
  }
  /// Details of comparisons: a BinaryOp, with 32 added for `not in` and `is not`.
  mutating func parseComparison(_ first: Node, _ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    try push(first)
    while binding == Binding.comparison {
      var op: UInt8
      switch lexer.token {
      case .kIn: op = BinaryOp.contains.rawValue
      case .kIs: op = BinaryOp.identical.rawValue
      case .kNot: op = BinaryOp.contains.rawValue | 32
      default: op = lexer.token.rawValue &- Token.less.rawValue
      }
      let token = lexer.token
      try advance()
      if token == .kNot { try expect(.kIn) }
      if token == .kIs, try accept(.kNot) { op |= 32 }
      try push(Node(number: UInt32(op)))
      try push(try parseOperators(Binding.bitOr))
    }
    return try make(.compare, line: line, from: mark)
  }

  /// An atom with its trailers, perhaps awaited.
  mutating func parsePrimary() throws(Raise) -> Node {
    let line = lexer.line
    if try accept(.kAwait) {
      if at(.kAwait) { throw invalidSyntax() }
      return try make(.await, line: line, try parsePrimary())
    }
    var left = try parseAtom()
    while true {
      switch lexer.token {
      case .openParen: left = try parseCall(left, line: line)
      case .dot:
        try advance()
        let name = try expectName()
        if constDepth != 0, left.isName, try moduleConstant(left.qstr, name) {
          left = try node(of: b, line: line)
          continue
        }
        left = try make(.attribute, line: line, left, Node(name: name))
      case .openBracket:
        try advance()
        let key = try parseSubscript()
        try expect(.closeBracket)
        left = try make(.index, line: line, left, key)
      default: return left
      }
    }
  }

  mutating func parseSubscript() throws(Raise) -> Node {
    let line = lexer.line
    let first = try parseSlice()
    if !at(.comma) { return isKind(first, .starred) ? try starredTuple(first, line) : first }
    let mark = stack.words
    try push(first)
    while try accept(.comma) {
      if at(.closeBracket) { break }
      try push(try parseSlice())
    }
    return try makeTuple(line: line, from: mark)
  }
  mutating func starredTuple(_ n: Node, _ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    try push(n)
    return try make(.tuple, line: line, from: mark)
  }
  mutating func parseSlice() throws(Raise) -> Node {
    let line = lexer.line
    var start = Node.empty, stop = Node.empty, step = Node.empty
    if !at(.colon) {
      start = try parseListItem(targets: false)
      if !at(.colon) { return start }
      if isKind(start, .starred) { throw invalidSyntax() }
    }
    try expect(.colon)
    if !at(.colon) && !at(.comma) && !at(.closeBracket) { stop = try parseTest() }
    if try accept(.colon), !at(.comma), !at(.closeBracket) { step = try parseTest() }
    return try make(.slice, line: line, start, stop, step)
  }

  mutating func parseAtom() throws(Raise) -> Node {
    let line = lexer.line
    switch lexer.token {
    case .name:
      let q = lexer.name
      try advance()
      if consts.count != 0, !at(.assign), !at(.walrus), let n = try constant(named: q, line: line) { return n }
      return Node(name: q)
    case .number: return try parseNumber()
    case .string, .formatString: return try parseStrings()
    case .kNone: try advance(); return .none
    case .kTrue: try advance(); return .true
    case .kFalse: try advance(); return .false
    case .ellipsis: try advance(); return .ellipsis
    case .openParen: return try parseParenthesised(line)
    case .openBracket:
      try advance()
      return try parseDisplay(.list, .closeBracket, line)
    case .openBrace: return try parseBraces(line)
    default: throw unexpected()
    }
  }

  mutating func parseParenthesised(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    if try accept(.closeParen) {
      return try makeTuple(line: line, from: stack.words)
    }
    if at(.kYield) {
      let y = try parseYield()
      try expect(.closeParen)
      return y
    }
    let first = try parseListItem(targets: false)
    if at(.kFor) || at(.kAsync) {
      let c = try parseComprehension(3, first, .empty, line)
      try expect(.closeParen)
      return c
    }
    if !at(.comma) {
      if isKind(first, .starred) { throw fail("*x must be assignment target", line: line) }
      try expect(.closeParen)
      return first
    }
    let mark = stack.words
    try push(first)
    while try accept(.comma) {
      if at(.closeParen) { break }
      try push(try parseListItem(targets: false))
    }
    try expect(.closeParen)
    return try makeTuple(line: line, from: mark)
  }

  /// The rest of a list display or comprehension, after its bracket.
  mutating func parseDisplay(_ kind: NodeKind, _ close: Token, _ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    while !at(close) {
      let n = try parseListItem(targets: false)
      if stack.words == mark && (at(.kFor) || at(.kAsync)) {
        let c = try parseComprehension(kind == .list ? 0 : 2, n, .empty, line)
        try expect(close)
        return c
      }
      try push(n)
      if !at(close) { try expect(.comma) }
    }
    try advance()
    return try make(kind, line: line, from: mark)
  }

  /// A dict or set, displayed or comprehended.
  mutating func parseBraces(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let mark = stack.words
    if try accept(.closeBrace) { return try make(.dict, line: line, from: mark) }
    var isDict = false, first = true
    while !at(.closeBrace) {
      if try accept(.doubleStar) {
        if !first && !isDict { throw fail("expecting just a value for set", line: line) }
        isDict = true
        try push(.empty)
        try push(try parseOperators(Binding.bitOr))
      } else {
        let key = try parseListItem(targets: false)
        if first { isDict = at(.colon) }
        if at(.colon) {
          if !isDict { throw fail("expecting just a value for set", line: line) }
          if isKind(key, .starred) { throw invalidSyntax() }
          try advance()
          let value = try parseTest()
          if first && (at(.kFor) || at(.kAsync)) {
            let c = try parseComprehension(1, key, value, line)
            try expect(.closeBrace)
            return c
          }
          try push(key)
          try push(value)
        } else {
          if isDict { throw fail("expecting key:value for dict", line: line) }
          if first && (at(.kFor) || at(.kAsync)) {
            let c = try parseComprehension(2, key, .empty, line)
            try expect(.closeBrace)
            return c
          }
          try push(key)
        }
      }
      first = false
      if !at(.closeBrace) { try expect(.comma) }
    }
    try advance()
    return try make(isDict ? .dict : .set, line: line, from: mark)
  }

  /// The clauses of a comprehension whose element was read.
  mutating func parseComprehension(_ detail: UInt8, _ element: Node, _ value: Node, _ line: UInt32) throws(Raise) -> Node {
    if isKind(element, .starred) { throw fail("*x must be assignment target", line: line) }
    let mark = stack.words
    repeat {
      let clauseLine = lexer.line
      let isAsync = try accept(.kAsync)
      try expect(.kFor)
      let target = try parseList(targets: true)
      try expect(.kIn)
      let iterable = try parseOperators(Binding.or)
      try push(try make(.compFor, isAsync ? 1 : 0, line: clauseLine, target, iterable))
      while at(.kIf) {
        let testLine = lexer.line
        try advance()
        let test = at(.kLambda) ? try parseLambda() : try parseConditionOfComprehension()
        try push(try make(.compIf, line: testLine, test))
      }
    } while at(.kFor) || at(.kAsync)
    return try make(.comprehension, detail, line: line, from: mark, element, value, Node(number: 0))
  }
  mutating func parseConditionOfComprehension() throws(Raise) -> Node {
    let line = lexer.line
    let n = try parseOperators(Binding.or)
    if !at(.walrus) { return n }
    if !n.isName { throw fail("can't assign to expression", line: line) }
    try advance()
    return try make(.walrus, line: line, n, try parseTest())
  }

  mutating func parseYield() throws(Raise) -> Node {
    let line = lexer.line
    try expect(.kYield)
    if try accept(.kFrom) { return try make(.yieldFrom, line: line, try parseTest()) }
    if startsExpression || at(.star) { return try make(.yield, line: line, try parseList(targets: false)) }
    return try make(.yield, line: line)
  }

  /// The arguments of a call; also of a class statement.
  mutating func parseCall(_ function: Node, line: UInt32) throws(Raise) -> Node {
    try advance()
    let mark = stack.words
    var keywords = false, mapping = false
    let outerConst = constDepth
    if function == Node(name: Q.const) { constDepth = 1 }
    defer { constDepth = outerConst }
    while !at(.closeParen) {
      let argumentLine = lexer.line
      if try accept(.star) {
        if mapping { throw fail("* arg after **", line: argumentLine) }
        if keywords { throw fail("* arg after kwarg", line: argumentLine) }
        try push(try make(.starred, line: argumentLine, try parseTest()))
      } else if try accept(.doubleStar) {
        mapping = true
        try push(try make(.doubleStarred, line: argumentLine, try parseTest()))
      } else {
        let value = try parseNamed()
        if at(.assign) {
          if !value.isName { throw fail("LHS of keyword arg must be an id", line: argumentLine) }
          try advance()
          keywords = true
          try push(try make(.keyword, line: argumentLine, value, try parseTest()))
        } else if at(.kFor) || at(.kAsync) {
          try push(try parseComprehension(3, value, .empty, argumentLine))
        } else {
          if mapping { throw fail("positional arg after **", line: argumentLine) }
          if keywords { throw fail("positional arg after keyword arg", line: argumentLine) }
          try push(value)
        }
      }
      if !at(.closeParen) { try expect(.comma) }
    }
    try advance()
    return try make(.call, line: line, from: mark, function)
  }

  mutating func parseLambda() throws(Raise) -> Node {
    let line = lexer.line
    try advance()
    let parameters = try parseParameters(until: .colon, annotated: false)
    try expect(.colon)
    let body = try parseTest()
    return try make(.lambda, line: line, parameters, body, Node(number: 0))
  }

  /// Parameters up to (not including) the token `close`.
  mutating func parseParameters(until close: Token, annotated: Bool) throws(Raise) -> Node {
    let mark = stack.words, line = lexer.line
    var star = false, defaults = false, slash = false, bareStar = false
    while !at(close) {
      let parameterLine = lexer.line
      if try accept(.doubleStar) {
        if bareStar { throw invalidSyntax() }
        let name = try expectName()
        let annotation = try parseAnnotation(annotated)
        try push(try make(.parameter, 2, line: parameterLine, Node(name: name), .empty, annotation))
        _ = try accept(.comma)
        if !at(close) { throw invalidSyntax() }
        break
      } else if try accept(.star) {
        if star { throw invalidSyntax() }
        star = true
        var name = Node.empty, annotation = Node.empty
        if at(.name) {
          name = Node(name: try expectName())
          if annotated, try accept(.colon) { annotation = try parseListItem(targets: false) }
        } else {
          bareStar = true
        }
        try push(try make(.parameter, 1, line: parameterLine, name, .empty, annotation))
      } else if at(.slash) {
        if slash || star || stack.words == mark { throw invalidSyntax() }
        try advance()
        slash = true
        var i = mark
        while i < stack.words {
          let p = Node(stack.word(vm, i))
          tree.setWord(vm, p.index, tree.word(vm, p.index) | 3 &<< 6)
          i &+= 1
        }
      } else {
        bareStar = false
        let name = try expectName()
        let annotation = try parseAnnotation(annotated)
        var value = Node.empty
        if try accept(.assign) { value = try parseTest() }
        if value.isEmpty {
          if defaults && !star { throw fail("non-default argument follows default argument", line: parameterLine) }
        } else {
          defaults = true
        }
        try push(try make(.parameter, 0, line: parameterLine, Node(name: name), value, annotation))
      }
      if !at(close) { try expect(.comma) }
    }
    return try make(.parameters, line: line, from: mark)
  }
  private mutating func parseAnnotation(_ allowed: Bool) throws(Raise) -> Node {
    guard allowed, try accept(.colon) else { return .empty }
    return try parseTest()
  }
}
