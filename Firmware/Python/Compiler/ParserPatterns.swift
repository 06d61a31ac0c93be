import Port

// `match` and its patterns.
extension Compiler {
  /// `match` is a keyword only at the head of a match statement: a subject, a colon and the end of the line follow. Nothing is consumed.
  mutating func isMatchStatement() throws(Raise) -> Bool {
    // Cheap look at the next character first.
    var p = lexer.end
    while byte(p) == 32 || byte(p) == 9 { p &+= 1 }
    switch byte(p) {
    case 61, 46, 44, 58, 41, 59, 10, 13, 0, 35: return false
    default: break
    }
    // Find the colon that ends the line outside brackets and strings.
    var depth: UInt32 = 0, last: UInt8 = 0
    while p < sourceLength {
      let c = byte(p)
      switch c {
      case 40, 91, 123: depth &+= 1
      case 41, 93, 125: if depth != 0 { depth &-= 1 }
      case 10, 13: if depth == 0 { return last == 58 }
      case 35:
        while p < sourceLength && byte(p) != 10 && byte(p) != 13 { p &+= 1 }
        continue
      case 92: p &+= 1
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
      if c != 32 && c != 9 { last = c }
      p &+= 1
    }
    return false
  }

  mutating func parseMatch(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let subject = try parseList(targets: false)
    try expect(.colon)
    try expect(.newline)
    try expect(.indent)
    try enter()
    defer { leave() }
    let mark = stack.words
    while !at(.dedent) && !at(.end) {
      if !at(.name) || lexer.name != Q.case { throw unexpected() }
      try advance()
      try push(try parsePatterns())
      try push(try accept(.kIf) ? try parseNamed() : .empty)
      try push(try parseBlock())
    }
    if at(.dedent) { try advance() }
    return try make(.match, line: line, from: mark, subject)
  }

  /// A pattern, or several with commas: a sequence.
  mutating func parsePatterns() throws(Raise) -> Node {
    let line = lexer.line
    let first = try parseStarPattern()
    if !at(.comma) { return isKind(first, .patternStar) ? try sequence(of: first, line) : first }
    let mark = stack.words
    try push(first)
    while try accept(.comma) {
      if at(.colon) || at(.kIf) { break }
      try push(try parseStarPattern())
    }
    return try make(.patternSequence, line: line, from: mark)
  }
  private mutating func sequence(of n: Node, _ line: UInt32) throws(Raise) -> Node {
    let mark = stack.words
    try push(n)
    return try make(.patternSequence, line: line, from: mark)
  }
  mutating func parseStarPattern() throws(Raise) -> Node {
    let line = lexer.line
    if try accept(.star) { return try make(.patternStar, line: line, captureName(try expectName())) }
    return try parsePattern()
  }
  func captureName(_ q: Qstr) -> Node { q == Q.underscore ? .empty : Node(name: q) }

  mutating func parsePattern() throws(Raise) -> Node {
    try enter()
    defer { leave() }
    let line = lexer.line
    var left = try parseClosedPattern()
    if at(.pipe) {
      let mark = stack.words
      try push(left)
      while try accept(.pipe) { try push(try parseClosedPattern()) }
      left = try make(.patternOr, line: line, from: mark)
    }
    if try accept(.kAs) { left = try make(.patternAs, line: line, left, Node(name: try expectName())) }
    return left
  }

  mutating func parseClosedPattern() throws(Raise) -> Node {
    let line = lexer.line
    switch lexer.token {
    case .kNone: try advance(); return try make(.patternIs, line: line, .none)
    case .kTrue: try advance(); return try make(.patternIs, line: line, .true)
    case .kFalse: try advance(); return try make(.patternIs, line: line, .false)
    case .number, .minus: return try parseOperators(9)
    case .string, .formatString:
      if at(.formatString) { throw invalidSyntax() }
      return try parseStrings()
    case .openParen, .openBracket:
      let close: Token = at(.openParen) ? .closeParen : .closeBracket
      try advance()
      let mark = stack.words
      var comma = false
      while !at(close) {
        try push(try parseStarPattern())
        if !at(close) { try expect(.comma); comma = true }
      }
      try advance()
      if close == .closeParen && !comma && stack.words == mark &+ 1 && !isKind(Node(stack.word(vm, mark)), .patternStar) { return Node(stack.pop(vm)) }
      return try make(.patternSequence, line: line, from: mark)
    case .openBrace: return try parseMappingPattern(line)
    case .name: return try parseNamePattern(line)
    default: throw unexpected()
    }
  }

  mutating func parseMappingPattern(_ line: UInt32) throws(Raise) -> Node {
    try advance()
    let mark = stack.words
    var rest = Node.empty
    while !at(.closeBrace) {
      if try accept(.doubleStar) {
        rest = Node(name: try expectName())
        _ = try accept(.comma)
        if !at(.closeBrace) { throw invalidSyntax() }
        break
      }
      switch lexer.token {
      case .kNone, .kTrue, .kFalse: try push(try parseAtom())
      case .number, .minus, .string: try push(try parseOperators(9))
      case .name:
        let key = try parseDottedValue()
        if key.isName { throw invalidSyntax() }
        try push(key)
      default: throw unexpected()
      }
      try expect(.colon)
      try push(try parsePattern())
      if !at(.closeBrace) { try expect(.comma) }
    }
    try advance()
    return try make(.patternMapping, line: line, from: mark, rest)
  }
  /// `a` or `a.b.c`.
  mutating func parseDottedValue() throws(Raise) -> Node {
    let line = lexer.line
    var n = Node(name: try expectName())
    while try accept(.dot) { n = try make(.attribute, line: line, n, Node(name: try expectName())) }
    return n
  }

  mutating func parseNamePattern(_ line: UInt32) throws(Raise) -> Node {
    let value = try parseDottedValue()
    if !at(.openParen) { return value.isName ? try make(.patternCapture, line: line, captureName(value.qstr)) : value }
    try advance()
    let mark = stack.words
    var positional: UInt32 = 0, keywords = false
    while !at(.closeParen) {
      let before = lexer
      if at(.name) {
        let q = lexer.name
        try advance()
        if try accept(.assign) {
          keywords = true
          try push(Node(name: q))
          try push(try parsePattern())
          if !at(.closeParen) { try expect(.comma) }
          continue
        }
        lexer = before
      }
      if keywords { throw invalidSyntax() }
      positional &+= 1
      try push(try parsePattern())
      if !at(.closeParen) { try expect(.comma) }
    }
    try advance()
    return try make(.patternClass, line: line, from: mark, value, Node(number: positional))
  }
}
//@qstr match case
