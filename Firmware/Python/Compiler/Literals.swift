import Port

// Numbers and strings.
extension Compiler {
  mutating func parseNumber() throws(Raise) -> Node {
    // Small decimal numbers, by far the most frequent, are read here.
    let length = lexer.end &- lexer.start
    if length < 9 {
      var n: Int32 = 0, i = lexer.start
      while i < lexer.end, isDigit(byte(i)) { n = n &* 10 &+ Int32(byte(i) &- 48); i &+= 1 }
      if i == lexer.end && (length == 1 || byte(lexer.start) != 48) {
        try advance()
        return Node(int: n)
      }
    }
    if hasLeadingZero() { throw fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers") }
    // The literal's bytes must not be in the moving heap while it is parsed.
    if length <= 64 {
      var copy: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
      let from = vm.memory.at(vm.memory[source.address] &+ sourceHead &+ lexer.start)
      withUnsafeMutableBytes(of: &copy) { $0.baseAddress.unsafelyUnwrapped.copyMemory(from: from, byteCount: Int(length)) }
      var good = false, failed = false
      withUnsafeBytes(of: copy) { bytes in
        do throws(Raise) { good = try vm.parseLiteral(UnsafeRawBufferPointer(rebasing: bytes[0..<Int(length)]), a) } catch { failed = true }
      }
      if failed { throw Raise() }
      if !good { throw invalidSyntax() }
    } else {
      try parseLongNumber(length)
    }
    let line = lexer.line
    try advance()
    return try node(of: a, line: line)
  }

  /// True for a whole decimal number other than 0 that begins with 0.
  private func hasLeadingZero() -> Bool {
    if byte(lexer.start) != 48 { return false }
    var i = lexer.start, nonzero = false
    while i < lexer.end {
      let c = byte(i)
      if !isDigit(c) && c != 95 { return false }
      if c != 48 && c != 95 { nonzero = true }
      i &+= 1
    }
    return nonzero
  }

  /// A literal of more than 64 bytes: read in pieces of decimal or power-of-two digits, so that no fixed room limits it.
  mutating func parseLongNumber(_ length: UInt32) throws(Raise) {
    let (base, skip): (UInt32, UInt32) =
      byte(lexer.start) != 48
      ? (10, 0)
      : byte(lexer.start &+ 1) | 32 == 120 ? (16, 2) : byte(lexer.start &+ 1) | 32 == 111 ? (8, 2) : byte(lexer.start &+ 1) | 32 == 98 ? (2, 2) : (10, 0)
    var isInteger = true
    var i = lexer.start &+ skip
    while i < lexer.end {
      let c = byte(i)
      if c != 95 && UInt32(hexDigit(c)) >= base { isInteger = false }
      i &+= 1
    }
    try vm.newRaw(Kind.str, bytes: length, b)
    vm.memory.move(vm.memory[b.address] &+ 12, from: vm.memory[source.address] &+ sourceHead &+ lexer.start, count: length)
    if isInteger { try vm.parseInt(b, base: 0, a) } else { try vm.parseFloat(b, a) }
  }

  /// One or more adjacent literals: text, bytes, or a formatted string.
  mutating func parseStrings() throws(Raise) -> Node {
    let line = lexer.line
    let isBytes = lexer.prefix & StringPrefix.bytes != 0
    // Nested literals (in an f-string's fields) use the same pile above this point.
    let base = text.used, mark = stack.words
    var formatted = false
    while at(.string) || at(.formatString) {
      if (lexer.prefix & StringPrefix.bytes != 0) != isBytes { throw invalidSyntax() }
      if at(.formatString) {
        try formatString(&formatted, base)
      } else {
        let raw = lexer.prefix & StringPrefix.raw != 0
        var p = lexer.start
        while p < lexer.end {
          let c = byte(p)
          if c == 92 && !raw {
            p = try escape(p, isBytes: isBytes)
          } else if c == 13 {
            // Line ends are one newline each.
            try text.push(&vm, byte: 10)
            p &+= byte(p &+ 1) == 10 ? 2 : 1
          } else {
            if isBytes && c >= 128 { throw invalidSyntax() }
            if formatted && (c == 123 || c == 125) { try text.push(&vm, byte: c) }
            try text.push(&vm, byte: c)
            p &+= 1
          }
        }
      }
      try advance()
    }
    if formatted && stack.words == mark {
      // Only escaped braces.
      unescapeBraces(base)
      formatted = false
    }
    try takeText(base, isBytes ? Kind.bytes : Kind.str)
    let value = try node(of: a, line: line)
    if !formatted { return value }
    return try make(.format, line: line, from: mark, value)
  }

  /// Makes a text or bytes object of the pile's bytes from `base` on (they are dropped), in slot `a`. Short text is interned.
  mutating func takeText(_ base: UInt32, _ kind: UInt32) throws(Raise) {
    let length = text.used &- base
    try vm.newRaw(kind, bytes: length, a)
    if length != 0 { vm.memory.move(vm.memory[a.address] &+ 12, from: text.at(vm, base), count: length) }
    text.used = base
    if kind == Kind.bytes { return }
    var i: UInt32 = 0, ascii = true
    let at = vm.memory[a.address] &+ 12
    while i < length { if vm.memory.byte(at &+ i) >= 128 { ascii = false }; i &+= 1 }
    if !ascii { vm(a).setRaw(2, 0x8000_0000) }
    if length <= Self.internedLength { return try vm.intern(a) }
    // A longer one that is interned already takes no memory of its own.
    let known = vm.interned(vm(a))
    if let known { vm.set(a, Value(known)) }
  }
  /// Text up to this many bytes is interned.
  static var internedLength: UInt32 { 10 }

  /// Copes with the backslash at `p`; answers where reading goes on.
  mutating func escape(_ p: UInt32, isBytes: Bool) throws(Raise) -> UInt32 {
    let c = byte(p &+ 1)
    var next = p &+ 2
    switch c {
    case 10: return next
    case 13: return byte(next) == 10 ? next &+ 1 : next
    case 92, 39, 34: try text.push(&vm, byte: c)
    case 97: try text.push(&vm, byte: 7)
    case 98: try text.push(&vm, byte: 8)
    case 102: try text.push(&vm, byte: 12)
    case 110: try text.push(&vm, byte: 10)
    case 114: try text.push(&vm, byte: 13)
    case 116: try text.push(&vm, byte: 9)
    case 118: try text.push(&vm, byte: 11)
    case 48...55:
      var n = UInt32(c &- 48), digits = 1
      while digits < 3, byte(next) &- 48 < 8, next < lexer.end || at(.formatString) { n = n &* 8 &+ UInt32(byte(next) &- 48); next &+= 1; digits += 1 }
      if isBytes { try text.push(&vm, byte: UInt8(truncatingIfNeeded: n)) } else { try character(n) }
    case 120: next = try hexEscape(next, 2, isBytes)
    case 117 where !isBytes: next = try hexEscape(next, 4, false)
    case 85 where !isBytes: next = try hexEscape(next, 8, false)
    case 78 where !isBytes:
      let r = vm.raise(.NotImplementedError, "unicode name escapes")
      vm.locatePending(file: file, line: lexer.line)
      throw r
    default:
      // An unknown escape stays as it is.
      try text.push(&vm, byte: 92)
      next &-= 1
    }
    return next
  }
  mutating func hexEscape(_ from: UInt32, _ digits: UInt32, _ isBytes: Bool) throws(Raise) -> UInt32 {
    var n: UInt32 = 0, i: UInt32 = 0
    while i < digits {
      let d = hexDigit(byte(from &+ i))
      if d == 255 { throw invalidSyntax() }
      n = n &<< 4 | UInt32(d)
      i &+= 1
    }
    if isBytes { try text.push(&vm, byte: UInt8(truncatingIfNeeded: n)) } else { try character(n) }
    return from &+ digits
  }
  /// Appends a code point as UTF-8.
  mutating func character(_ n: UInt32) throws(Raise) {
    if n > 0x10_ffff { throw invalidSyntax() }
    if n < 0x80 {
      try text.push(&vm, byte: UInt8(n))
    } else if n < 0x800 {
      try text.push(&vm, byte: UInt8(0xc0 | n &>> 6))
      try text.push(&vm, byte: UInt8(0x80 | n & 63))
    } else if n < 0x1_0000 {
      try text.push(&vm, byte: UInt8(0xe0 | n &>> 12))
      try text.push(&vm, byte: UInt8(0x80 | n &>> 6 & 63))
      try text.push(&vm, byte: UInt8(0x80 | n & 63))
    } else {
      try text.push(&vm, byte: UInt8(0xf0 | n &>> 18))
      try text.push(&vm, byte: UInt8(0x80 | n &>> 12 & 63))
      try text.push(&vm, byte: UInt8(0x80 | n &>> 6 & 63))
      try text.push(&vm, byte: UInt8(0x80 | n & 63))
    }
  }
}
