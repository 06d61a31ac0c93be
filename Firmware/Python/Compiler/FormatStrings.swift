import Port

// f-strings. `f'a{x!r:>{w}}'` becomes `'a{!r:>{}}'.format(x, w)`.
extension Compiler {
  /// Reads an f-string, with the lexer just behind its opening quote: appends to the template, pushes the values. Leaves the lexer at the string's end.
  mutating func formatString(_ formatted: inout Bool, _ base: UInt32) throws(Raise) {
    let opening = lexer
    let raw = opening.prefix & StringPrefix.raw != 0, triple = opening.prefix & StringPrefix.triple != 0
    let quote = byte(opening.start &- 1)
    if !formatted {
      // What came before was plain text.
      formatted = true
      try escapeBraces(base)
    }
    while true {
      let p = lexer.position
      if p >= sourceLength { throw fail("malformed f-string", line: opening.line) }
      let c = byte(p)
      if c == quote && (!triple || byte(p &+ 1) == quote && byte(p &+ 2) == quote) {
        lexer.position = p &+ (triple ? 3 : 1)
        break
      }
      switch c {
      case 10, 13:
        if !triple { throw fail("malformed f-string", line: opening.line) }
        takeNewline()
        try text.push(&vm, byte: 10)
      case 123 where byte(p &+ 1) == 123, 125 where byte(p &+ 1) == 125:
        lexer.position = p &+ 2
        try text.push(&vm, byte: c)
        try text.push(&vm, byte: c)
      case 125: throw fail("malformed f-string", line: opening.line)
      case 123:
        lexer.position = p &+ 1
        try formatField(quote: quote, triple: triple)
      case 92 where !raw:
        // `\{` is a backslash before a field.
        if byte(p &+ 1) == 123 || byte(p &+ 1) == 125 {
          try text.push(&vm, byte: 92)
          lexer.position = p &+ 1
        } else {
          if byte(p &+ 1) == 10 || byte(p &+ 1) == 13 { lexer.position = p &+ 1; takeNewline(); break }
          let before = text.used
          lexer.position = try escape(p, isBytes: false)
          // An escape may spell a brace.
          if text.used == before &+ 1, text.byte(vm, before) == 123 || text.byte(vm, before) == 125 { try text.push(&vm, byte: text.byte(vm, before)) }
        }
      default:
        try text.push(&vm, byte: c)
        lexer.position = p &+ 1
      }
    }
    // As if one token had been read.
    lexer.brackets = opening.brackets
    lexer.atLineStart = false
    lexer.dedents = 0
    lexer.token = .formatString
    lexer.prefix = opening.prefix
    lexer.line = opening.line
  }

  /// One replacement field, with the lexer behind its brace.
  mutating func formatField(quote: UInt8, triple: Bool) throws(Raise) {
    try enter()
    defer { leave() }
    let from = lexer.position, line = lexer.currentLine
    lexer.brackets &+= 1
    try advance()
    if at(.closeBrace) || at(.bang) || at(.colon) { throw fail("malformed f-string", line: line) }
    let value: Node
    if at(.kYield) { value = try parseYield() } else { value = try parseFieldValue() }
    try push(value)
    var named = false
    if at(.assign) {
      // `{x = }`: the source text up to and including the blanks behind the sign.
      named = true
      var end = lexer.end
      while byte(end) == 32 || byte(end) == 9 { end &+= 1 }
      var i = from
      while i < end {
        let c = byte(i)
        if c == 123 || c == 125 { try text.push(&vm, byte: c) }
        try text.push(&vm, byte: c)
        i &+= 1
      }
      try advance()
    }
    try text.push(&vm, byte: 123)
    var converted = false
    // `!r`, also where `!=` would be read: `f'{x!=…'` is a comparison and never comes here.
    if at(.bang) {
      let c = byte(lexer.position)
      if c != 114 && c != 115 && c != 97 { throw fail("malformed f-string", line: line) }
      try text.push(&vm, byte: 33)
      try text.push(&vm, byte: c)
      converted = true
      lexer.position &+= 1
      try advance()
    }
    if at(.colon) || at(.walrus) {
      // The specification is text again: it starts just behind the colon (and may start with `=`).
      lexer.position = lexer.start &+ 1
      lexer.brackets &-= 1
      try text.push(&vm, byte: 58)
      try formatSpecification(quote: quote, triple: triple, line: line)
    } else {
      if !at(.closeBrace) { throw fail("malformed f-string", line: line) }
      if named && !converted { try text.push(&vm, byte: 33); try text.push(&vm, byte: 114) }
      // The text goes on just behind the brace, blanks included.
      lexer.position = lexer.end
    }
    try text.push(&vm, byte: 125)
  }
  /// An expression or several: `{a, b}` is a tuple.
  mutating func parseFieldValue() throws(Raise) -> Node {
    let line = lexer.line
    let first = try at(.star) ? parseListItem(targets: false) : parseTest()
    if !at(.comma) {
      if isKind(first, .starred) { throw fail("*x must be assignment target", line: line) }
      return first
    }
    let mark = stack.words
    try push(first)
    while try accept(.comma) {
      if !startsExpression && !at(.star) { break }
      try push(try parseListItem(targets: false))
    }
    return try makeTuple(line: line, from: mark)
  }

  /// A format specification up to its closing brace, which is consumed.
  mutating func formatSpecification(quote: UInt8, triple: Bool, line: UInt32) throws(Raise) {
    while true {
      let p = lexer.position
      if p >= sourceLength { throw fail("malformed f-string", line: line) }
      let c = byte(p)
      switch c {
      case 125:
        lexer.position = p &+ 1
        return
      case 123:
        lexer.position = p &+ 1
        try formatField(quote: quote, triple: triple)
      case 10, 13:
        if !triple { throw fail("malformed f-string", line: line) }
        takeNewline()
        try text.push(&vm, byte: 10)
      default:
        if c == quote && (!triple || byte(p &+ 1) == quote && byte(p &+ 2) == quote) { throw fail("malformed f-string", line: line) }
        try text.push(&vm, byte: c)
        lexer.position = p &+ 1
      }
    }
  }

  /// Doubles the braces of the text from `base` on.
  mutating func escapeBraces(_ base: UInt32) throws(Raise) {
    var braces: UInt32 = 0, i = base
    while i < text.used { let c = text.byte(vm, i); if c == 123 || c == 125 { braces &+= 1 }; i &+= 1 }
    if braces == 0 { return }
    try text.reserve(&vm, braces)
    var to = text.used &+ braces
    i = text.used
    text.used = to
    while i > base {
      i &-= 1
      let c = text.byte(vm, i)
      to &-= 1
      text.setByte(vm, to, c)
      if c == 123 || c == 125 { to &-= 1; text.setByte(vm, to, c) }
    }
  }
  /// The other way round.
  mutating func unescapeBraces(_ base: UInt32) {
    var i = base, to = base
    while i < text.used {
      let c = text.byte(vm, i)
      text.setByte(vm, to, c)
      to &+= 1
      i &+= c == 123 || c == 125 ? 2 : 1
    }
    text.used = to
  }
}
