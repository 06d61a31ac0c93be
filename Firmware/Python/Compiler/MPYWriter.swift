import Port

/// The .mpy format, version 6 (conformance.md §6.2).
enum MPY {
  static var magic: UInt8 { 0x4d }
  static var version: UInt8 { 6 }
  /// Bits of a small integer: what the compiler assumed must not be more than we have.
  static var smallIntBits: UInt8 { 31 }
  /// Strings 1…165 of the image are the format's static table.
  static var staticStrings: UInt32 { 165 }
  // Types of constants.
  static var none: UInt8 { 1 }
  static var `false`: UInt8 { 2 }
  static var `true`: UInt8 { 3 }
  static var ellipsis: UInt8 { 4 }
  static var str: UInt8 { 5 }
  static var bytes: UInt8 { 6 }
  static var int: UInt8 { 7 }
  static var float: UInt8 { 8 }
  static var complex: UInt8 { 9 }
  static var tuple: UInt8 { 10 }
}

extension VM {
  /// Writes a code object (of a whole module) as a .mpy file: `out` gets a bytes object.
  public mutating func saveMPY(_ code: Slot, _ out: Slot) throws(Raise) {
    let mark = self.mark; defer { release(to: mark) }
    var file = Pile(slot())
    let item = slot()
    guard self(code).isKind(Kind.code) else { throw raise(.TypeError, "code object expected") }
    try file.push(&self, byte: MPY.magic)
    try file.push(&self, byte: MPY.version)
    try file.push(&self, byte: 0)
    try file.push(&self, byte: MPY.smallIntBits)
    let strings = UInt32(bitPattern: self(code).at(Code.context).at(CodeContext.strings).int(1))
    let constants = UInt32(bitPattern: self(code).at(Code.context).at(CodeContext.constants).int(1))
    try file.pushNumber(&self, strings)
    try file.pushNumber(&self, constants)
    var i: UInt32 = 0
    while i < strings {
      let q = self(code).at(Code.context).at(CodeContext.strings).at(2 &+ i).value.qstr
      if q.number <= MPY.staticStrings {
        try file.pushNumber(&self, q.number &<< 1 | 1)
      } else {
        set(item, Value(q))
        try saveText(item, &file, shift: 1)
      }
      i &+= 1
    }
    i = 0
    while i < constants {
      set(item, self(code).at(Code.context).at(CodeContext.constants).at(2 &+ i))
      try saveConstant(item, &file)
      i &+= 1
    }
    try saveCode(code, &file)
    try newRaw(Kind.bytes, bytes: file.used, item)
    memory.move(memory[item.address] &+ 12, from: file.at(self, 0), count: file.used)
    copy(out, item)
  }

  /// Length (shifted left by `shift`), the bytes, a NUL.
  private mutating func saveText(_ s: Slot, _ file: inout Pile, shift: UInt32) throws(Raise) {
    if self(s).value.isQstr { set(s, text(self(s))) }
    let length = UInt32(bitPattern: self(s).int(1))
    try file.pushNumber(&self, length &<< shift)
    try file.reserve(&self, length)
    memory.move(file.at(self, file.used), from: memory[s.address] &+ 12, count: length)
    file.used &+= length
    try file.push(&self, byte: 0)
  }

  private mutating func saveConstant(_ s: Slot, _ file: inout Pile) throws(Raise) {
    let v = self(s).value
    if v.isNone { return try file.push(&self, byte: MPY.none) }
    if v == .false { return try file.push(&self, byte: MPY.false) }
    if v == .true { return try file.push(&self, byte: MPY.true) }
    if v == .ellipsis { return try file.push(&self, byte: MPY.ellipsis) }
    if v.isQstr || self(s).isKind(Kind.str) {
      try file.push(&self, byte: MPY.str)
      return try saveText(s, &file, shift: 0)
    }
    if self(s).isKind(Kind.bytes) {
      try file.push(&self, byte: MPY.bytes)
      return try saveText(s, &file, shift: 0)
    }
    try enter()
    defer { leave() }
    let mark = self.mark; defer { release(to: mark) }
    if self(s).isKind(Kind.tuple) {
      let count = UInt32(bitPattern: self(s).int(1)), item = slot()
      try file.push(&self, byte: MPY.tuple)
      try file.pushNumber(&self, count)
      var i: UInt32 = 0
      while i < count {
        set(item, self(s).at(2 &+ i))
        try saveConstant(item, &file)
        i &+= 1
      }
      return
    }
    let type = v.isInt || self(s).isKind(Kind.bigInt) ? MPY.int : self(s).isKind(Kind.float) ? MPY.float : self(s).isKind(Kind.complex) ? MPY.complex : 0
    if type == 0 { throw raise(.ValueError, "constant cannot be saved") }
    let digits = slot()
    try newBuilder(digits)
    try numberRepr(s, digits)
    try finish(digits, Kind.bytes, digits)
    try file.push(&self, byte: type)
    try saveText(digits, &file, shift: 0)
    // Numbers have no NUL.
    file.used &-= 1
  }

  private mutating func saveCode(_ code: Slot, _ file: inout Pile) throws(Raise) {
    try enter()
    defer { leave() }
    let mark = self.mark; defer { release(to: mark) }
    let child = slot()
    let length = UInt32(bitPattern: self(code).at(Code.bytecode).int(1))
    let count = self(code).at(Code.children).isNull ? 0 : UInt32(bitPattern: self(code).at(Code.children).int(1))
    try file.pushNumber(&self, length &<< 3 | (count != 0 ? 4 : 0))
    try file.reserve(&self, length)
    memory.move(file.at(self, file.used), from: self(code).raw(Code.bytecode) &+ 8, count: length)
    file.used &+= length
    if count == 0 { return }
    try file.pushNumber(&self, count)
    var i: UInt32 = 0
    while i < count {
      set(child, self(code).at(Code.children).at(2 &+ i))
      try saveCode(child, &file)
      i &+= 1
    }
  }
}
