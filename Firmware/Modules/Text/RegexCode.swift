/// Instructions of a compiled regular expression: one byte, then operands. Numbers are little-endian; jumps (16 bits, signed) count from the end
/// of the instruction, so that code can be moved as a whole.
///
/// A program begins with `RegexCode.head` bytes: number of groups (without group 0), of registers, and flags, 16 bits each.
enum RegexCode {
  static var head: UInt32 { 6 }

  // One character each: these may stand behind `many`.
  /// byte
  static var byte: UInt8 { 1 }
  /// 24-bit code point
  static var point: UInt8 { 2 }
  /// any but a newline; any
  static var any: UInt8 { 3 }
  static var all: UInt8 { 4 }
  /// 8 bits of `set` flags, 16-bit length of the items, items: each a tag byte and what it says
  static var set: UInt8 { 5 }

  // Places.
  static var begin: UInt8 { 8 }
  static var end: UInt8 { 9 }
  static var lineBegin: UInt8 { 10 }
  static var lineEnd: UInt8 { 11 }
  static var veryEnd: UInt8 { 12 }
  static var boundary: UInt8 { 13 }
  static var noBoundary: UInt8 { 14 }

  // Registers from `own` on are loops' and assertions', behind those of the groups.
  static var own: UInt32 { 0x1000 }
  /// 16-bit register: takes the place where the text is.
  static var save: UInt8 { 16 }
  /// 16-bit group; bit 15: the case of letters does not matter
  static var same: UInt8 { 17 }
  /// jump
  static var jump: UInt8 { 18 }
  /// Goes on behind it, and if that fails from the jump; `lazy` the other way round.
  static var split: UInt8 { 19 }
  static var splitLazy: UInt8 { 20 }
  /// 16-bit least and most (0xffff: no limit) and a one-character instruction
  static var many: UInt8 { 21 }
  static var manyLazy: UInt8 { 22 }
  /// 16-bit register: its count and the next one's place are set for a loop.
  static var loopStart: UInt8 { 23 }
  /// 16-bit register, least, most, jump out of it
  static var loop: UInt8 { 24 }
  static var loopLazy: UInt8 { 25 }
  /// 16-bit register, 16-bit characters to go back, jump behind its end. `assertEnd`: 16-bit register
  static var assert: UInt8 { 26 }
  static var assertNot: UInt8 { 27 }
  static var assertEnd: UInt8 { 28 }
  static var match: UInt8 { 29 }

  // Flags of a set.
  static var negated: UInt8 { 1 }
  // Tags of a set's items.
  /// two bytes: from, to
  static var range: UInt8 { 0 }
  /// two 24-bit code points
  static var wideRange: UInt8 { 1 }
  /// `d`, `w`, `s` or in upper case: not
  static var category: UInt8 { 2 }

  /// Flags of a pattern (CPython's values). Where case does not matter, letters are compiled to sets.
  static var ignoreCase: Int32 { 2 }
  static var multiline: Int32 { 8 }
  static var dotAll: Int32 { 16 }
  static var verbose: Int32 { 64 }
  static var noLimit: UInt32 { 0xffff }
}
