import Port

/// A place in a .mpy file.
private struct Reader {
  /// Bytecode is taken as it is.
  var trusted = false
  let file: Slot
  var position: UInt32 = 0
  let end: UInt32
  /// What the module's code objects may refer to.
  var strings: UInt32 = 0
  var constants: UInt32 = 0

  func byte(_ vm: borrowing VM, at i: UInt32) -> UInt8 { vm.memory.byte(vm.memory[file.address] &+ 12 &+ i) }
  mutating func byte(_ vm: inout VM) throws(Raise) -> UInt8 {
    if position >= end { throw vm.incompatible() }
    position &+= 1
    return byte(vm, at: position &- 1)
  }
  mutating func number(_ vm: inout VM) throws(Raise) -> UInt32 {
    var n: UInt32 = 0
    while true {
      let b = try byte(&vm)
      if n > 0x1ff_ffff { throw vm.incompatible() }
      n = n &<< 7 | UInt32(b & 127)
      if b & 128 == 0 { return n }
    }
  }
  /// Skips `count` bytes, which must be there; answers where they begin.
  mutating func take(_ vm: inout VM, _ count: UInt32) throws(Raise) -> UInt32 {
    if count > end &- position { throw vm.incompatible() }
    position &+= count
    return position &- count
  }
}

extension VM {
  mutating func incompatible() -> Raise { raise(.ValueError, "incompatible .mpy file") }

  /// Loads a .mpy file (bytes) into a code object; ValueError("incompatible .mpy file"). Everything in it is checked before it is used.
  /// `trusted`: the file is one of the firmware's own, whose bytecode need not be verified.
  public mutating func loadMPY(_ bytes: Slot, trusted: Bool = false, _ out: Slot) throws(Raise) {
    let mark = self.mark; defer { release(to: mark) }
    let file = slot(), context = slot(), item = slot(), list = slot(), code = slot()
    guard self(bytes).isKind(Kind.bytes) else { throw raise(.TypeError, "bytes expected") }
    copy(file, bytes)
    var r = Reader(file: file, end: UInt32(bitPattern: self(file).int(1)))
    if try r.byte(&self) != MPY.magic { throw incompatible() }
    if try r.byte(&self) != MPY.version { throw incompatible() }
    // Bits 2 to 5: native code, which is not ours.
    if try r.byte(&self) & 0x7c != 0 { throw incompatible() }
    if try r.byte(&self) > MPY.smallIntBits { throw incompatible() }
    r.trusted = trusted
    r.strings = try r.number(&self)
    r.constants = try r.number(&self)
    // Each takes at least a byte.
    if r.strings == 0 || r.strings > r.end || r.constants > r.end { throw incompatible() }
    try new(Kind.codeContext, words: CodeContext.words, context)
    try newItems(Kind.storage, r.strings, list)
    self(context).set(CodeContext.strings, self(list))
    var i: UInt32 = 0
    while i < r.strings {
      let n = try r.number(&self)
      if n & 1 != 0 {
        if n &>> 1 == 0 || n &>> 1 > MPY.staticStrings { throw incompatible() }
        set(item, Value(Qstr(n &>> 1)))
      } else {
        try loadText(&r, n &>> 1, Kind.str, item)
        try intern(item)
      }
      self(list).set(2 &+ i, self(item))
      i &+= 1
    }
    try newItems(Kind.storage, r.constants, list)
    self(context).set(CodeContext.constants, self(list))
    i = 0
    while i < r.constants {
      try loadConstant(&r, item)
      self(list).set(2 &+ i, self(item))
      i &+= 1
    }
    try loadCode(&r, context, code)
    if r.position != r.end { throw incompatible() }
    copy(out, code)
  }

  /// A text or bytes object, and the NUL after it.
  private mutating func loadText(_ r: inout Reader, _ length: UInt32, _ kind: UInt32, _ out: Slot) throws(Raise) {
    let from = try r.take(&self, length)
    if try r.byte(&self) != 0 { throw incompatible() }
    if kind == Kind.str && !isUTF8(r, from, length) { throw incompatible() }
    try newText(kind, from: r.file, from, from &+ length, out)
  }
  /// Well-formed UTF-8: no overlong forms, no surrogates' halves cut short, nothing above U+10FFFF.
  private func isUTF8(_ r: Reader, _ from: UInt32, _ length: UInt32) -> Bool {
    var i = from
    let end = from &+ length
    while i < end {
      let c = r.byte(self, at: i)
      if c < 0x80 { i &+= 1; continue }
      let more: UInt32 = c >= 0xc2 && c < 0xe0 ? 1 : c & 0xf0 == 0xe0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 0
      if more == 0 || end &- i <= more { return false }
      var k: UInt32 = 1
      while k <= more { if r.byte(self, at: i &+ k) & 0xc0 != 0x80 { return false }; k &+= 1 }
      let d = r.byte(self, at: i &+ 1)
      if c == 0xe0 && d < 0xa0 || c == 0xf0 && d < 0x90 || c == 0xf4 && d >= 0x90 { return false }
      i &+= more &+ 1
    }
    return true
  }

  private mutating func loadConstant(_ r: inout Reader, _ out: Slot) throws(Raise) {
    let type = try r.byte(&self)
    switch type {
    case MPY.none: set(out, Value.none)
    case MPY.false: set(out, Value.false)
    case MPY.true: set(out, Value.true)
    case MPY.ellipsis: set(out, Value.ellipsis)
    case MPY.str, MPY.bytes: try loadText(&r, try r.number(&self), type == MPY.str ? Kind.str : Kind.bytes, out)
    case MPY.int, MPY.float, MPY.complex:
      let length = try r.number(&self)
      let from = try r.take(&self, length)
      if length == 0 { throw incompatible() }
      let mark = self.mark; defer { release(to: mark) }
      let digits = slot()
      try newText(Kind.bytes, from: r.file, from, from &+ length, digits)
      do throws(Raise) {
        if type == MPY.int { try parseInt(digits, base: 10, out) } else { try loadFloat(digits, isComplex: type == MPY.complex, out) }
      } catch {
        if pendingIs(.ValueError) { takePending(digits); throw incompatible() }
        throw error
      }
    case MPY.tuple:
      try enter()
      defer { leave() }
      let mark = self.mark; defer { release(to: mark) }
      let tuple = slot(), item = slot()
      let count = try r.number(&self)
      if count > r.end &- r.position { throw incompatible() }
      try newItems(Kind.tuple, count, tuple)
      var i: UInt32 = 0
      while i < count {
        try loadConstant(&r, item)
        self(tuple).set(2 &+ i, self(item))
        i &+= 1
      }
      copy(out, tuple)
    default: throw incompatible()
    }
  }
  /// A float, or a complex number with the real part left out or in (`1j`, `(1+2j)`): as a literal.
  private mutating func loadFloat(_ digits: Slot, isComplex: Bool, _ out: Slot) throws(Raise) {
    if !isComplex { return try parseFloat(digits, out) }
    let length = UInt32(bitPattern: self(digits).int(1))
    if length > 64 { throw incompatible() }
    var copied: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
    let from = memory.at(memory[digits.address] &+ 12)
    withUnsafeMutableBytes(of: &copied) { $0.baseAddress.unsafelyUnwrapped.copyMemory(from: from, byteCount: Int(length)) }
    var good = false, failed = false
    withUnsafeBytes(of: copied) { bytes in
      do throws(Raise) { good = try parseLiteral(UnsafeRawBufferPointer(rebasing: bytes[0..<Int(length)]), out) } catch { failed = true }
    }
    if failed { throw Raise() }
    if !good { throw incompatible() }
  }

  @discardableResult
  private mutating func loadCode(_ r: inout Reader, _ context: Slot, _ out: Slot) throws(Raise) -> CodeNeeds {
    try enter()
    defer { leave() }
    let mark = self.mark; defer { release(to: mark) }
    let code = slot(), part = slot(), list = slot(), bytecode = slot()
    var needs = Pile(slot())
    let k = try r.number(&self)
    // Kinds 1 to 3 hold native code.
    if k & 3 != 0 { throw incompatible() }
    let length = k &>> 3
    let from = try r.take(&self, length)
    try new(Kind.code, words: Code.words, code)
    self(code).set(Code.context, self(context))
    try newRaw(Kind.bytecode, bytes: length, part)
    memory.move(memory[part.address] &+ 8, from: memory[r.file.address] &+ 12 &+ from, count: length)
    self(code).set(Code.bytecode, self(part))
    copy(bytecode, part)
    let count = k & 4 != 0 ? try r.number(&self) : 0
    if count > r.end &- r.position { throw incompatible() }
    if count != 0 {
      try newItems(Kind.storage, count, list)
      var i: UInt32 = 0
      while i < count {
        let child = try loadCode(&r, context, part)
        try needs.push(&self, child.word)
        self(list).set(2 &+ i, self(part))
        i &+= 1
      }
      self(code).set(Code.children, self(list))
    }
    if r.trusted {
      copy(out, code)
      return CodeNeeds(word: 0)
    }
    let result = try verifyBytecode(bytecode, strings: r.strings, constants: r.constants, children: count, needs: needs)
    copy(out, code)
    return result
  }
}
