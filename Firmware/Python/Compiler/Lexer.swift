import Port

/// Where the lexer is and what it found last. Copied to look ahead and go back (within one logical line).
struct Lexer: BitwiseCopyable {
  /// Next byte to read.
  var position: UInt32 = 0
  /// Line of `position`, from 1, and the offset of its first byte.
  var currentLine: UInt32 = 1
  var lineStart: UInt32 = 0
  /// Open brackets: newlines do not count inside.
  var brackets: UInt32 = 0
  /// Blocks open (words of `indents`), and dedents still to be reported.
  var blocks: UInt32 = 0
  var dedents: UInt32 = 0
  var atLineStart = true

  // The token.
  var token = Token.newline
  /// Its line (from 1) and where it starts and ends; for strings the bytes between the quotes.
  var line: UInt32 = 1
  var start: UInt32 = 0
  var end: UInt32 = 0
  /// A string's prefix.
  var prefix: UInt8 = 0
  /// A name's interned string.
  var name = Qstr(0)
  /// Line on which the token before ended.
  var lastLine: UInt32 = 1
  /// Column of the token, from 1, in bytes.
  var column: UInt32 = 1
}

@inline(__always) func isIdentifierStart(_ c: UInt8) -> Bool { (c | 32) &- 97 < 26 || c == 95 || c >= 128 }
@inline(__always) func isDigit(_ c: UInt8) -> Bool { c &- 48 < 10 }
@inline(__always) func isIdentifierPart(_ c: UInt8) -> Bool { isIdentifierStart(c) || isDigit(c) }
/// Value of a hexadecimal digit, or 255.
@inline(__always) func hexDigit(_ c: UInt8) -> UInt8 {
  isDigit(c) ? c &- 48 : (c | 32) &- 97 < 6 ? (c | 32) &- 87 : 255
}

extension Compiler {
  /// The byte at `i`, or 0 past the end. A 0 byte within the text is no character of Python.
  @inline(__always) func byte(_ i: UInt32) -> UInt8 {
    i < sourceLength ? vm.memory.byte(vm.memory[source.address] &+ sourceHead &+ i) : 0
  }

  mutating func startLexer() throws(Raise) {
    // A UTF-8 byte order mark is skipped.
    if byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf { lexer.position = 3; lexer.lineStart = 3 }
    if mode == .eval {
      while byte(lexer.position) == 32 || byte(lexer.position) == 9 { lexer.position &+= 1 }
      lexer.atLineStart = false
    }
    try tree.push(&vm, 0)
    try indents.push(&vm, 0)
    lexer.blocks = 1
    lexer.token = .semicolon
    try advance()
  }

  /// Moves to the next token.
  mutating func advance() throws(Raise) {
    lexer.lastLine = lexer.currentLine
    if lexer.dedents != 0 {
      lexer.dedents &-= 1
      lexer.token = .dedent
      return
    }
    if lexer.atLineStart && lexer.brackets == 0 {
      if try beginLine() { return }
    } else {
      skipBlanks()
    }
    lexer.start = lexer.position
    lexer.line = lexer.currentLine
    lexer.column = lexer.position &- lexer.lineStart &+ 1
    let c = byte(lexer.position)
    if c == 0 && lexer.position >= sourceLength { return try endOfText() }
    if c == 10 || c == 13 {
      takeNewline()
      lexer.atLineStart = true
      lexer.token = .newline
    } else if isIdentifierStart(c) {
      try nameOrString()
    } else if isDigit(c) || c == 46 && isDigit(byte(lexer.position &+ 1)) {
      number()
      if numberRunsOn() { throw fail("invalid decimal literal") }
    } else if c == 34 || c == 39 {
      try string(prefix: 0)
    } else {
      try operatorToken(c)
    }
  }

  /// The end: a newline for a last line without one, then the open blocks end.
  mutating func endOfText() throws(Raise) {
    if lexer.brackets != 0 { throw fail("invalid syntax") }
    lexer.end = lexer.start
    if !lexer.atLineStart {
      lexer.atLineStart = true
      lexer.token = .newline
      return
    }
    if lexer.blocks > 1 {
      lexer.dedents = lexer.blocks &- 2
      lexer.blocks = 1
      indents.used = 4
      lexer.token = .dedent
    } else {
      lexer.token = .end
    }
  }

  /// Consumes one line end (LF, CR or CR LF).
  mutating func takeNewline() {
    if byte(lexer.position) == 13 && byte(lexer.position &+ 1) == 10 { lexer.position &+= 1 }
    lexer.position &+= 1
    lexer.currentLine &+= 1
    lexer.lineStart = lexer.position
  }

  /// Skips blanks, comments, joined lines and, inside brackets, newlines.
  mutating func skipBlanks() {
    while true {
      let c = byte(lexer.position)
      if c == 32 || c == 9 || c == 12 {
        lexer.position &+= 1
      } else if c == 35 {
        skipComment()
      } else if c == 92 && (byte(lexer.position &+ 1) == 10 || byte(lexer.position &+ 1) == 13) {
        lexer.position &+= 1
        takeNewline()
      } else if (c == 10 || c == 13) && lexer.brackets != 0 {
        takeNewline()
      } else {
        return
      }
    }
  }
  mutating func skipComment() {
    while lexer.position < sourceLength && byte(lexer.position) != 10 && byte(lexer.position) != 13 { lexer.position &+= 1 }
  }

  /// Measures the indentation of the next line that is not blank; true if it made a token.
  mutating func beginLine() throws(Raise) -> Bool {
    var column: UInt32 = 0
    while true {
      column = 0
      while true {
        let c = byte(lexer.position)
        if c == 32 { column &+= 1 } else if c == 9 { column = (column &+ 8) & ~7 } else if c == 12 { column = 0 } else { break }
        lexer.position &+= 1
      }
      let c = byte(lexer.position)
      if c == 35 { skipComment() }
      let d = byte(lexer.position)
      if d == 10 || d == 13 {
        takeNewline()
      } else if d == 92 && (byte(lexer.position &+ 1) == 10 || byte(lexer.position &+ 1) == 13) {
        // A joined blank line: the next one's blanks are not indentation.
        lexer.position &+= 1
        takeNewline()
        skipBlanks()
        if byte(lexer.position) != 10 && byte(lexer.position) != 13 { break }
      } else {
        break
      }
    }
    if lexer.position >= sourceLength { return false }
    lexer.atLineStart = false
    lexer.start = lexer.position
    lexer.end = lexer.position
    lexer.line = lexer.currentLine
    lexer.column = column &+ 1
    let top = indents.word(vm, lexer.blocks &- 1)
    if column == top { return false }
    if column > top {
      indents.used = lexer.blocks &* 4
      try indents.push(&vm, column)
      lexer.blocks &+= 1
      lexer.token = .indent
      return true
    }
    var closed: UInt32 = 0
    while indents.word(vm, lexer.blocks &- 1) > column { lexer.blocks &-= 1; closed &+= 1 }
    indents.used = lexer.blocks &* 4
    if indents.word(vm, lexer.blocks &- 1) != column {
      let r = vm.raise(.IndentationError, "unindent doesn't match any outer indent level")
      vm.locatePending(file: file, line: lexer.line)
      throw r
    }
    lexer.dedents = closed &- 1
    lexer.token = .dedent
    return true
  }

  /// A name, a keyword, or a string with a prefix.
  mutating func nameOrString() throws(Raise) {
    let start = lexer.position
    var p = start
    while isIdentifierPart(byte(p)) { p &+= 1 }
    let next = byte(p)
    if (next == 34 || next == 39) && p &- start <= 2 {
      var prefix: UInt8 = 0, known = true
      var i = start
      while i < p {
        switch byte(i) | 32 {
        case 114: if prefix & StringPrefix.raw != 0 { known = false }; prefix |= StringPrefix.raw
        case 98: if prefix & (StringPrefix.bytes | StringPrefix.format) != 0 { known = false }; prefix |= StringPrefix.bytes
        case 102: if prefix & (StringPrefix.bytes | StringPrefix.format) != 0 { known = false }; prefix |= StringPrefix.format
        case 117: if p &- start != 1 { known = false }
        default: known = false
        }
        i &+= 1
      }
      if known {
        lexer.position = p
        return try string(prefix: prefix)
      }
    }
    lexer.position = p
    lexer.end = p
    if p &- start <= Keywords.longest, let k = keyword(start, p &- start) {
      lexer.token = k
      return
    }
    lexer.token = .name
    lexer.name = try internSource(start, p &- start)
  }

  /// The keyword that these bytes of the text spell.
  func keyword(_ start: UInt32, _ length: UInt32) -> Token? {
    if length < 2 { return nil }
    let all = Keywords.text.utf8Start
    let count = Keywords.text.utf8CodeUnitCount
    let first = byte(start)
    var i = 1, number = Token.kFalse.rawValue
    while i < count {
      var n = 0
      if all[i] == first {
        while UInt32(n) < length && all[i + n] == byte(start &+ UInt32(n)) { n += 1 }
        if UInt32(n) == length && all[i + n] == 32 { return Token(rawValue: number) }
      }
      while all[i + n] != 32 { n += 1 }
      i += n + 1
      number &+= 1
    }
    return nil
  }

  /// Interns bytes of the text.
  mutating func internSource(_ start: UInt32, _ length: UInt32) throws(Raise) -> Qstr {
    // Interning may allocate, so the bytes must not be in the heap: short ones go by the native stack, long ones as an object of their own.
    if length <= 32 {
      var copy: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      let from = vm.memory.at(vm.memory[source.address] &+ sourceHead &+ start)
      withUnsafeMutableBytes(of: &copy) { $0.baseAddress.unsafelyUnwrapped.copyMemory(from: from, byteCount: Int(length)) }
      return try internCopy(copy, length)
    }
    try vm.newRaw(Kind.str, bytes: length, a)
    vm.memory.move(vm.memory[a.address] &+ 12, from: vm.memory[source.address] &+ sourceHead &+ start, count: length)
    try vm.intern(a)
    let q = vm(a).value.qstr
    vm.set(a, .null)
    return q
  }
  mutating func internCopy(_ copy: (UInt64, UInt64, UInt64, UInt64), _ length: UInt32) throws(Raise) -> Qstr {
    let kept = copy
    var result = Qstr(0), failed = false
    withUnsafeBytes(of: kept) { bytes in
      do throws(Raise) { result = try vm.intern(UnsafeRawBufferPointer(rebasing: bytes[0..<Int(length)])) } catch { failed = true }
    }
    if failed { throw Raise() }
    return result
  }

  /// Bounds of a number; what it means is `parseLiteral`'s.
  mutating func number() {
    var p = lexer.position
    if byte(p) == 48 && (byte(p &+ 1) | 32 == 120 || byte(p &+ 1) | 32 == 111 || byte(p &+ 1) | 32 == 98) {
      p &+= 2
      while isIdentifierPart(byte(p)) && byte(p) < 128 { p &+= 1 }
    } else {
      // A second point, or one after an exponent, is an attribute's: 1.5.is_integer().
      var pointed = false
      while true {
        let c = byte(p)
        if c == 46 {
          if pointed { break }
          pointed = true
          p &+= 1
        } else if c | 32 == 101 && (byte(p &+ 1) == 43 || byte(p &+ 1) == 45) {
          pointed = true
          p &+= 2
        } else if isIdentifierPart(c) && c < 128 {
          // Letters that cannot be part of a number end it.
          if (c | 32) &- 97 < 26 && c | 32 != 101 && c | 32 != 106 { break }
          if c | 32 == 101 {
            if !isDigit(byte(p &+ 1)) { break }
            pointed = true
          }
          p &+= 1
          if c | 32 == 106 { break }
        } else {
          break
        }
      }
    }
    lexer.position = p
    lexer.end = p
    lexer.token = .number
  }
  /// A number that a name or keyword follows at once is none, as in MicroPython.
  func numberRunsOn() -> Bool { isIdentifierStart(byte(lexer.position)) && byte(lexer.position) != 46 }

  /// A string: its end is found here, except for f-strings, which the parser reads.
  mutating func string(prefix: UInt8) throws(Raise) {
    let quote = byte(lexer.position)
    lexer.prefix = prefix
    var p = lexer.position &+ 1
    if byte(p) == quote && byte(p &+ 1) == quote {
      lexer.prefix |= StringPrefix.triple
      p &+= 2
    }
    lexer.start = p
    if prefix & StringPrefix.format != 0 {
      lexer.position = p
      lexer.token = .formatString
      return
    }
    let triple = lexer.prefix & StringPrefix.triple != 0
    while true {
      if p >= sourceLength { throw fail("invalid syntax", line: lexer.line) }
      let c = byte(p)
      if c == 92 {
        // The character after a backslash never ends the string, also in raw ones.
        p &+= 1
        if byte(p) == 13 || byte(p) == 10 { lexer.position = p; takeNewline(); p = lexer.position } else { p &+= 1 }
      } else if c == 10 || c == 13 {
        if !triple { throw fail("invalid syntax", line: lexer.line) }
        lexer.position = p
        takeNewline()
        p = lexer.position
      } else if c == quote && (!triple || byte(p &+ 1) == quote && byte(p &+ 2) == quote) {
        break
      } else {
        p &+= 1
      }
    }
    lexer.end = p
    lexer.position = p &+ (triple ? 3 : 1)
    lexer.token = .string
  }

  mutating func operatorToken(_ c: UInt8) throws(Raise) {
    let d = byte(lexer.position &+ 1), e = byte(lexer.position &+ 2)
    var length: UInt32 = 1
    let t: Token
    /// The plain operator, or its augmented form when `=` follows.
    func augmented(_ plain: Token, _ assign: Token, _ next: UInt8) -> Token {
      if next == 61 { length &+= 1; return assign }
      return plain
    }
    switch c {
    case 40: t = .openParen; lexer.brackets &+= 1
    case 91: t = .openBracket; lexer.brackets &+= 1
    case 123: t = .openBrace; lexer.brackets &+= 1
    case 41, 93, 125:
      t = c == 41 ? .closeParen : c == 93 ? .closeBracket : .closeBrace
      if lexer.brackets != 0 { lexer.brackets &-= 1 }
    case 44: t = .comma
    case 58: if d == 61 { t = .walrus; length = 2 } else { t = .colon }
    case 59: t = .semicolon
    case 46: if d == 46 && e == 46 { t = .ellipsis; length = 3 } else { t = .dot }
    case 64: t = augmented(.at, .atAssign, d)
    case 61: t = augmented(.assign, .equal, d)
    case 33: if d == 61 { t = .notEqual; length = 2 } else { t = .bang }
    case 126: t = .tilde
    case 124: t = augmented(.pipe, .pipeAssign, d)
    case 94: t = augmented(.caret, .caretAssign, d)
    case 38: t = augmented(.ampersand, .ampersandAssign, d)
    case 43: t = augmented(.plus, .plusAssign, d)
    case 45: if d == 62 { t = .arrow; length = 2 } else { t = augmented(.minus, .minusAssign, d) }
    case 37: t = augmented(.percent, .percentAssign, d)
    case 42:
      if d == 42 { length = 2; t = augmented(.doubleStar, .doubleStarAssign, e) } else { t = augmented(.star, .starAssign, d) }
    case 47:
      if d == 47 { length = 2; t = augmented(.doubleSlash, .doubleSlashAssign, e) } else { t = augmented(.slash, .slashAssign, d) }
    case 60:
      if d == 60 { length = 2; t = augmented(.leftShift, .leftShiftAssign, e) } else { t = augmented(.less, .lessEqual, d) }
    case 62:
      if d == 62 { length = 2; t = augmented(.rightShift, .rightShiftAssign, e) } else { t = augmented(.more, .moreEqual, d) }
    default: throw fail("invalid syntax", line: lexer.currentLine)
    }
    lexer.position &+= length
    lexer.end = lexer.position
    lexer.token = t
  }
}
