import Port

/// What a function's prelude says, kept decoded in the last words of its code object (tagged integers).
enum Shape {
  /// Locals | exception blocks << 16.
  @inline(__always) static var frame: UInt32 { Code.shape }
  /// Words of locals and operands together.
  @inline(__always) static var total: UInt32 { Code.shape &+ 1 }
  /// Positional parameters | keyword-only ones << 8 | positional defaults << 16 | flags << 24.
  @inline(__always) static var arguments: UInt32 { Code.shape &+ 2 }
  /// Cells | offset of the first instruction from the bytecode object << 8.
  @inline(__always) static var start: UInt32 { Code.shape &+ 3 }

  // Flags of a function (conformance.md §6.3).
  @inline(__always) static var generator: UInt32 { 1 }
  @inline(__always) static var takesPairs: UInt32 { 2 }
  @inline(__always) static var takesMore: UInt32 { 4 }
  @inline(__always) static var keywordDefaults: UInt32 { 8 }
  /// Ours, a bit that MicroPython's readers pass over: a generator of `async def` with a yield of its own.
  @inline(__always) static var asyncGenerator: UInt32 { 16 }
  /// Another one: marked `@micropython.native` or viper. Its bytecode is not for the program to see.
  @inline(__always) static var native: UInt32 { 32 }
}

/// The signature and sizes at the start of a bytecode object (conformance.md §6.3), read with a cursor.
struct Prelude {
  var total: UInt32 = 0, blocks: UInt32 = 0, flags: UInt32 = 0
  var positional: UInt32 = 0, keywordOnly: UInt32 = 0, defaults: UInt32 = 0
  /// Bytes of the information part, number of cells.
  var information: UInt32 = 0, cells: UInt32 = 0
  /// After the sizes: the information part begins here.
  var cursor: CodeCursor

  init(_ start: UnsafeRawPointer) {
    cursor = CodeCursor(start)
    var b = UInt32(cursor.byte())
    total = b &>> 3 & 15
    blocks = b &>> 2 & 1
    positional = b & 3
    var n: UInt32 = 0
    while b & 0x80 != 0 && n < 12 {
      b = UInt32(cursor.byte())
      total |= (b & 0x30) &<< (2 &* n)
      blocks |= (b & 2) &<< n
      flags |= ((b & 0x40) &>> 6) &<< n
      positional |= (b & 4) &<< n
      keywordOnly |= ((b & 8) &>> 3) &<< n
      defaults |= (b & 1) &<< n
      n &+= 1
    }
    total &+= 1
    n = 0
    repeat {
      b = UInt32(cursor.byte())
      information |= ((b & 0x7e) &>> 1) &<< (6 &* n)
      cells |= (b & 1) &<< n
      n &+= 1
    } while b & 0x80 != 0 && n < 6
  }
}

extension VM {
  /// Decodes the prelude of a code object into its `Shape` words.
  borrowing func decodeShape(_ code: borrowing Ref) {
    let bytecode = code.at(Code.bytecode)
    let base = UnsafeRawPointer(bytecode.pointer), size = UInt32(bitPattern: bytecode.int(1))
    let p = Prelude(base + 8)
    let cellList = p.cursor.raw + Int(p.information)
    let first = cellList + Int(p.cells)
    var locals = p.positional &+ p.keywordOnly &+ (p.flags & Shape.takesMore != 0 ? 1 : 0) &+ (p.flags & Shape.takesPairs != 0 ? 1 : 0)
    var i = 0
    while i < Int(p.cells) {
      locals = max(locals, UInt32((cellList + i).load(as: UInt8.self)) &+ 1)
      i &+= 1
    }
    // The format tells locals and operands together only; the highest local that an instruction names bounds the locals.
    var c = CodeCursor(first)
    let end = base + 8 + Int(size)
    while c.raw < end {
      let b = c.byte()
      let op = unsafeBitCast(b, to: Op.self)
      switch op.operand {
      case .none:
        if b >= 0xb0 && b < 0xd0 { locals = max(locals, UInt32(b & 15) &+ 1) }
      case .number:
        let n = c.number()
        if b >= Op.loadFast.rawValue && b <= Op.deleteDeref.rawValue { locals = max(locals, n &+ 1) }
      case .signedNumber: _ = c.signedNumber()
      case .numberAndByte:
        _ = c.number()
        _ = c.byte()
      case .forward: _ = c.forward()
      case .signed: _ = c.signed()
      case .signedAndByte:
        _ = c.signed()
        _ = c.byte()
      }
    }
    code.setInt(Shape.total, Int32(bitPattern: p.total))
    code.setInt(Shape.arguments, Int32(bitPattern: p.positional | p.keywordOnly &<< 8 | p.defaults &<< 16 | (p.flags & 63) &<< 24))
    code.setInt(Shape.start, Int32(bitPattern: p.cells | UInt32(first - base) &<< 8))
    code.setInt(Shape.frame, Int32(bitPattern: min(locals, p.total) | p.blocks &<< 16))
  }

  /// The string with a number of the code's context.
  borrowing func codeString(_ code: borrowing Ref, _ number: UInt32) -> Qstr {
    let strings = code.at(Code.context).at(CodeContext.strings)
    if number >= UInt32(bitPattern: strings.int(1)) { return Q.empty }
    return strings.at(2 &+ number).value.qstr
  }
  /// Name of the function a code object was compiled from.
  borrowing func codeName(_ code: borrowing Ref) -> Qstr {
    var p = Prelude(UnsafeRawPointer(code.at(Code.bytecode).pointer) + 8)
    return codeString(code, p.cursor.number())
  }
  /// Name of parameter `i`.
  borrowing func parameterName(_ code: borrowing Ref, _ i: UInt32) -> Qstr {
    var p = Prelude(UnsafeRawPointer(code.at(Code.bytecode).pointer) + 8)
    _ = p.cursor.number()
    var n: UInt32 = 0
    while n < i {
      _ = p.cursor.number()
      n &+= 1
    }
    return codeString(code, p.cursor.number())
  }
  /// Number of the parameter of that name among `first`..<`end`; `end` if there is none.
  borrowing func parameterIndex(_ code: borrowing Ref, _ name: Qstr, from first: UInt32, to end: UInt32) -> UInt32 {
    var p = Prelude(UnsafeRawPointer(code.at(Code.bytecode).pointer) + 8)
    let strings = code.at(Code.context).at(CodeContext.strings), count = UInt32(bitPattern: strings.int(1))
    _ = p.cursor.number()
    var i: UInt32 = 0
    while i < end {
      let n = p.cursor.number()
      if i >= first && n < count && strings.raw(2 &+ n) == Value(name).word { break }
      i &+= 1
    }
    return i
  }
  /// Line of the instruction that ends at or before `offset` (from the bytecode object).
  borrowing func lineNumber(_ code: borrowing Ref, _ offset: UInt32) -> UInt32 {
    let base = UnsafeRawPointer(code.at(Code.bytecode).pointer)
    var p = Prelude(base + 8)
    let end = p.cursor.raw + Int(p.information)
    let first = UInt32(end - base) &+ p.cells
    if offset <= first { return 1 }
    var at = offset &- first &- 1
    var n = p.positional &+ p.keywordOnly &+ 1
    while n > 0 {
      _ = p.cursor.number()
      n &-= 1
    }
    var line: UInt32 = 1
    while p.cursor.raw < end {
      let b = UInt32(p.cursor.byte())
      let bytes: UInt32, lines: UInt32
      if b & 0x80 == 0 {
        bytes = b & 31
        lines = b &>> 5
      } else {
        bytes = b & 15
        lines = (b & 0x70) &<< 4 | UInt32(p.cursor.byte())
      }
      if at < bytes { break }
      at &-= bytes
      line &+= lines
    }
    return line
  }
}
