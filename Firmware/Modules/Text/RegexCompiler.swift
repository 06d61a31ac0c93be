import Port
import Python

/// Compiles a regular expression. `code` is a builder; an alternative or a repetition moves the code of what it applies to and puts its own in front.
struct RegexCompiler {
  let pattern: Slot, code: Slot
  /// Dict of named groups, or null.
  let names: Slot
  let isText: Bool
  var at: UInt32 = 0
  let count: UInt32
  var flags: Int32
  var groups: UInt32 = 0
  /// Registers handed out behind those of the groups.
  var registers: UInt32 = 0

  init(_ vm: borrowing VM, pattern: Slot, code: Slot, names: Slot, flags: Int32) {
    self.pattern = pattern
    self.code = code
    self.names = names
    self.flags = flags
    isText = vm.isText(vm.native(vm(pattern)))
    count = UInt32(vm.bytesOf(pattern).count)
  }

  /// Least and most characters that something matches; the most saturates at `RegexCode.noLimit`.
  struct Width {
    var least: UInt32, most: UInt32
    static var one: Width { Width(least: 1, most: 1) }
    static var none: Width { Width(least: 0, most: 0) }
    func times(_ low: UInt32, _ high: UInt32) -> Width {
      Width(least: min(least &* low, 0xffff), most: high == RegexCode.noLimit && most > 0 ? 0xffff : min(most &* high, 0xffff))
    }
    func plus(_ w: Width) -> Width { Width(least: min(least &+ w.least, 0xffff), most: min(most &+ w.most, 0xffff)) }
    func or(_ w: Width) -> Width { Width(least: min(least, w.least), most: max(most, w.most)) }
  }

  // MARK: reading

  func peek(_ vm: borrowing VM, _ ahead: UInt32 = 0) -> UInt8? { at &+ ahead < count ? vm.bytesOf(pattern)[Int(at &+ ahead)] : nil }
  mutating func take(_ vm: borrowing VM, _ c: UInt8) -> Bool {
    if peek(vm) != c { return false }
    at &+= 1
    return true
  }
  func fail(_ vm: inout VM, _ why: StaticString) -> Raise { vm.raise(.ValueError, why, Value(int: Int32(at))) }
  /// The character here as a code point, or a byte.
  mutating func takePoint(_ vm: inout VM) throws(Raise) -> UInt32 {
    if at >= count { throw fail(&vm, "regular expression ends too early, at %") }
    let b = vm.bytesOf(pattern)
    if !isText || b[Int(at)] < 0x80 { at &+= 1; return UInt32(b[Int(at) - 1]) }
    let p = utf8Point(vm.memory, vm.place(pattern) &+ at)
    at &+= p.width
    return p.point
  }
  mutating func takeNumber(_ vm: borrowing VM) -> UInt32? {
    var n: UInt32 = 0, any = false
    while let c = peek(vm), c >= 48, c <= 57 {
      n = min(n &* 10 &+ UInt32(c &- 48), 100_000)
      any = true
      at &+= 1
    }
    return any ? n : nil
  }

  // MARK: writing

  func here(_ vm: borrowing VM) -> UInt32 { UInt32(vm.bytesOf(code).count) }
  func emit(_ vm: inout VM, _ op: UInt8) throws(Raise) { try vm.append(code, byte: op) }
  func emit(_ vm: inout VM, half n: UInt32) throws(Raise) {
    try vm.append(code, byte: UInt8(truncatingIfNeeded: n))
    try vm.append(code, byte: UInt8(truncatingIfNeeded: n &>> 8))
  }
  func put(_ vm: borrowing VM, _ i: UInt32, half n: UInt32) {
    let a = vm.place(code) &+ i
    vm.memory.setByte(a, UInt8(truncatingIfNeeded: n))
    vm.memory.setByte(a &+ 1, UInt8(truncatingIfNeeded: n &>> 8))
  }
  func put(_ vm: borrowing VM, _ i: UInt32, _ op: UInt8) { vm.memory.setByte(vm.place(code) &+ i, op) }
  /// The jump whose operand is at `i` leads to `target`.
  func patch(_ vm: inout VM, _ i: UInt32, to target: UInt32) throws(Raise) {
    let d = Int32(target) &- Int32(i) &- 2
    if d > 32767 || d < -32768 { throw fail(&vm, "regular expression too large, at %") }
    put(vm, i, half: UInt32(bitPattern: d))
  }
  /// Makes room for an instruction of `n` bytes at `i`.
  func insert(_ vm: inout VM, _ i: UInt32, _ n: UInt32, _ op: UInt8) throws(Raise) {
    let size = here(vm)
    _ = try vm.bytearrayGrow(code, n)
    let a = vm.place(code)
    vm.memory.move(a &+ i &+ n, from: a &+ i, count: size &- i)
    put(vm, i, op)
  }
  mutating func newRegisters(_ n: UInt32) -> UInt32 {
    registers &+= n
    return RegexCode.own &+ registers &- n
  }

  // MARK: grammar

  /// The whole pattern.
  mutating func compile(_ vm: inout VM) throws(Raise) {
    var i = 0
    while i < 6 { try emit(&vm, 0); i += 1 }
    _ = try alternatives(&vm)
    if at < count { throw fail(&vm, "unbalanced parenthesis at %") }
    try emit(&vm, RegexCode.match)
    if registers > 2000 { throw fail(&vm, "regular expression too large, at %") }
    put(vm, 0, half: groups)
    put(vm, 2, half: 2 &* groups &+ 2 &+ registers)
    put(vm, 4, half: UInt32(bitPattern: flags))
  }

  mutating func alternatives(_ vm: inout VM) throws(Raise) -> Width {
    try vm.enter()
    defer { vm.leave() }
    // The operands of the jumps to the end are linked until the end is known.
    var start = here(vm), last: UInt32 = 0
    var width = try sequence(&vm)
    while take(vm, UInt8(ascii: "|")) {
      try insert(&vm, start, 3, RegexCode.split)
      try emit(&vm, RegexCode.jump)
      if last > 0xffff { throw fail(&vm, "regular expression too large, at %") }
      try emit(&vm, half: last)
      last = here(vm) &- 2
      try patch(&vm, start &+ 1, to: here(vm))
      start = here(vm)
      width = width.or(try sequence(&vm))
    }
    while last != 0 {
      let a = vm.place(code) &+ last, before = UInt32(vm.memory.byte(a)) | UInt32(vm.memory.byte(a &+ 1)) &<< 8
      try patch(&vm, last, to: here(vm))
      last = before
    }
    return width
  }

  mutating func sequence(_ vm: inout VM) throws(Raise) -> Width {
    var width = Width.none
    while let c = peek(vm), c != UInt8(ascii: "|"), c != UInt8(ascii: ")") {
      if flags & RegexCode.verbose != 0 {
        if c == 32 || c >= 9 && c <= 13 { at &+= 1; continue }
        if c == UInt8(ascii: "#") {
          while let d = peek(vm), d != 10 { at &+= 1 }
          continue
        }
      }
      let start = here(vm), from = at
      let atom = try self.atom(&vm)
      width = width.plus(try repeated(&vm, start, from, atom))
    }
    return width
  }

  /// `least` and `most` of a quantifier here, which is taken.
  mutating func quantifier(_ vm: borrowing VM) -> (UInt32, UInt32)? {
    switch peek(vm) {
    case UInt8(ascii: "*"): at &+= 1; return (0, RegexCode.noLimit)
    case UInt8(ascii: "+"): at &+= 1; return (1, RegexCode.noLimit)
    case UInt8(ascii: "?"): at &+= 1; return (0, 1)
    case UInt8(ascii: "{"):
      let from = at
      at &+= 1
      let low = takeNumber(vm)
      var high = low
      if take(vm, UInt8(ascii: ",")) { high = takeNumber(vm) ?? RegexCode.noLimit }
      if let high, take(vm, UInt8(ascii: "}")) { return (low ?? 0, high) }
      // Not of that form: a brace like any other character.
      at = from
      return nil
    default: return nil
    }
  }

  /// What follows the atom whose code begins at `start`; nil: a place, which cannot be repeated.
  mutating func repeated(_ vm: inout VM, _ start: UInt32, _ from: UInt32, _ atom: Width?) throws(Raise) -> Width {
    guard let (low, high) = quantifier(vm) else { return atom ?? .none }
    guard let atom, low <= high, low < 0xffff, high <= 0xffff else { throw fail(&vm, "nothing to repeat at %") }
    let lazy = take(vm, UInt8(ascii: "?")), one = here(vm) > start && vm.memory.byte(vm.place(code) &+ start) <= RegexCode.set && atom.most == 1
    if let next = peek(vm), next == UInt8(ascii: "*") || next == UInt8(ascii: "+") || next == UInt8(ascii: "?") { throw fail(&vm, "multiple repeat at %") }
    if one && atom.least == 1 && isOne(vm, start) {
      try insert(&vm, start, 5, lazy ? RegexCode.manyLazy : RegexCode.many)
      put(vm, start &+ 1, half: low)
      put(vm, start &+ 3, half: high)
    } else if low == 0 && high == 1 {
      try insert(&vm, start, 3, lazy ? RegexCode.splitLazy : RegexCode.split)
      try patch(&vm, start &+ 1, to: here(vm))
    } else {
      let r = newRegisters(2)
      try insert(&vm, start, 9, lazy ? RegexCode.loopLazy : RegexCode.loop)
      put(vm, start &+ 1, half: r)
      put(vm, start &+ 3, half: low)
      put(vm, start &+ 5, half: high)
      try emit(&vm, RegexCode.jump)
      try emit(&vm, half: 0)
      try patch(&vm, here(vm) &- 2, to: start)
      try patch(&vm, start &+ 7, to: here(vm))
      try insert(&vm, start, 3, RegexCode.loopStart)
      put(vm, start &+ 1, half: r)
    }
    return atom.times(low, high)
  }
  /// The code from `start` on is one instruction for one character.
  func isOne(_ vm: borrowing VM, _ start: UInt32) -> Bool { start &+ RegexMatcher.size(vm.memory, vm.place(code) &+ start) == here(vm) }

  /// One atom; answers its width, nil for a place.
  mutating func atom(_ vm: inout VM) throws(Raise) -> Width? {
    let c = try takePoint(&vm)
    switch c {
    case 0x2e: try emit(&vm, flags & RegexCode.dotAll != 0 ? RegexCode.all : RegexCode.any)
    case 0x5e:
      try emit(&vm, flags & RegexCode.multiline != 0 ? RegexCode.lineBegin : RegexCode.begin)
      return nil
    case 0x24:
      try emit(&vm, flags & RegexCode.multiline != 0 ? RegexCode.lineEnd : RegexCode.end)
      return nil
    case 0x28: return try group(&vm)
    case 0x5b: try set(&vm)
    case 0x2a, 0x2b, 0x3f:
      at &-= 1
      throw fail(&vm, "nothing to repeat at %")
    case 0x5c: return try escape(&vm)
    default: try literal(&vm, c)
    }
    return .one
  }
}
