/// Kinds of tokens. Keywords and operators are kinds of their own; `match`, `case`, `type` and `_` are names.
enum Token: UInt8 {
  case end, newline, indent, dedent, name, number, string, formatString
  // Keywords, in the order of `Keywords.text`.
  case kFalse, kNone, kTrue, kAnd, kAs, kAssert, kAsync, kAwait, kBreak, kClass, kContinue, kDef, kDel, kElif, kElse, kExcept
  case kFinally, kFor, kFrom, kGlobal, kIf, kImport, kIn, kIs, kLambda, kNonlocal, kNot, kOr, kPass, kRaise, kReturn, kTry, kWhile
  case kWith, kYield
  // Delimiters.
  case openParen, closeParen, openBracket, closeBracket, openBrace, closeBrace
  case comma, colon, semicolon, dot, ellipsis, at, assign, arrow, walrus, bang, tilde
  // Binary operators, in the order of BinaryOp from `or` on; `@` is `at` above.
  case pipe, caret, ampersand, leftShift, rightShift, plus, minus, star, matrix, doubleSlash, slash, percent, doubleStar
  // Augmented assignments, in the order of BinaryOp from `inOr` on.
  case pipeAssign, caretAssign, ampersandAssign, leftShiftAssign, rightShiftAssign, plusAssign, minusAssign, starAssign, atAssign
  case doubleSlashAssign, slashAssign, percentAssign, doubleStarAssign
  // Comparisons.
  case less, more, equal, lessEqual, moreEqual, notEqual

  var isAugmented: Bool { rawValue >= Token.pipeAssign.rawValue && rawValue <= Token.doubleStarAssign.rawValue }
}

enum Keywords {
  /// All keywords, each after a space.
  static var text: StaticString {
    " False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield "
  }
  /// Length of the longest.
  static var longest: UInt32 { 8 }
}

/// Bits of a string literal's prefix.
struct StringPrefix {
  static var raw: UInt8 { 1 }
  static var bytes: UInt8 { 2 }
  static var format: UInt8 { 4 }
  static var triple: UInt8 { 8 }
}
