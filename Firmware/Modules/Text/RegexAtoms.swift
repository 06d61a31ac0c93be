import Port
import Python

// Literals, sets, escapes and groups of a regular expression.
extension RegexCompiler {
  func isAlphabetic(_ c: UInt32) -> Bool { c | 32 >= 97 && c | 32 <= 122 }

  func literal(_ vm: inout VM, _ c: UInt32) throws(Raise) {
    if flags & RegexCode.ignoreCase != 0 && isAlphabetic(c) {
      let s = try startSet(&vm)
      try addRange(&vm, c, c)
      endSet(vm, s)
    } else if c < 0x80 || !isText {
      try emit(&vm, RegexCode.byte)
      try emit(&vm, UInt8(truncatingIfNeeded: c))
    } else {
      try emit(&vm, RegexCode.point)
      try emit(&vm, half: c)
      try emit(&vm, UInt8(truncatingIfNeeded: c &>> 16))
    }
  }

  // MARK: sets

  private func startSet(_ vm: inout VM) throws(Raise) -> UInt32 {
    try emit(&vm, RegexCode.set)
    try emit(&vm, 0)
    try emit(&vm, half: 0)
    return here(vm) &- 4
  }
  private func endSet(_ vm: borrowing VM, _ start: UInt32) { put(vm, start &+ 2, half: here(vm) &- start &- 4) }
  private func addCategory(_ vm: inout VM, _ c: UInt8) throws(Raise) {
    try emit(&vm, RegexCode.category)
    try emit(&vm, c)
  }
  /// Characters `low` to `high`; without regard to case also their counterparts.
  private func addRange(_ vm: inout VM, _ low: UInt32, _ high: UInt32) throws(Raise) {
    if high < 256 {
      try emit(&vm, RegexCode.range)
      try emit(&vm, UInt8(truncatingIfNeeded: low))
      try emit(&vm, UInt8(truncatingIfNeeded: high))
    } else {
      try emit(&vm, RegexCode.wideRange)
      try emit(&vm, half: low)
      try emit(&vm, UInt8(truncatingIfNeeded: low &>> 16))
      try emit(&vm, half: high)
      try emit(&vm, UInt8(truncatingIfNeeded: high &>> 16))
    }
    if flags & RegexCode.ignoreCase == 0 { return }
    var first: UInt32 = 65
    while first <= 97 {
      let a = max(low, first), b = min(high, first &+ 25)
      if a <= b {
        try emit(&vm, RegexCode.range)
        try emit(&vm, UInt8(truncatingIfNeeded: a ^ 32))
        try emit(&vm, UInt8(truncatingIfNeeded: b ^ 32))
      }
      first &+= 32
    }
  }

  /// `[…]`, behind the bracket.
  mutating func set(_ vm: inout VM) throws(Raise) {
    let s = try startSet(&vm)
    if take(vm, UInt8(ascii: "^")) { put(vm, s &+ 1, RegexCode.negated) }
    var first = true
    while first || peek(vm) != UInt8(ascii: "]") {
      first = false
      guard let low = try setMember(&vm) else { continue }
      if peek(vm) == UInt8(ascii: "-"), let next = peek(vm, 1), next != UInt8(ascii: "]") {
        at &+= 1
        guard let high = try setMember(&vm), high >= low else { throw fail(&vm, "bad character range at %") }
        try addRange(&vm, low, high)
      } else {
        try addRange(&vm, low, low)
      }
    }
    at &+= 1
    if here(vm) &- s > 0x7000 { throw fail(&vm, "regular expression too large, at %") }
    endSet(vm, s)
  }
  /// A character of a set; nil after a category, which is added.
  private mutating func setMember(_ vm: inout VM) throws(Raise) -> UInt32? {
    let c = try takePoint(&vm)
    if c != 0x5c { return c }
    let e = try takePoint(&vm)
    if isCategory(e) { try addCategory(&vm, UInt8(e)); return nil }
    if e == 0x62 { return 8 }
    return try character(&vm, e)
  }
  private func isCategory(_ c: UInt32) -> Bool { c | 32 == 0x64 || c | 32 == 0x77 || c | 32 == 0x73 }

  // MARK: escapes

  /// The character that `\` and `c` stand for.
  private mutating func character(_ vm: inout VM, _ c: UInt32) throws(Raise) -> UInt32 {
    switch c {
    case 0x6e: return 10
    case 0x74: return 9
    case 0x72: return 13
    case 0x66: return 12
    case 0x76: return 11
    case 0x61: return 7
    case 0x30: return 0
    case 0x78, 0x75, 0x55:
      var n: UInt32 = 0, left = c == 0x78 ? 2 : c == 0x75 ? 4 : 8
      while left > 0 {
        guard let d = peek(vm), let v = hexValue(d), n < 0x110000 else { throw fail(&vm, "bad escape at %") }
        n = n &<< 4 | UInt32(v)
        at &+= 1
        left -= 1
      }
      return n
    default:
      if isAlphabetic(c) || c >= 0x31 && c <= 0x39 { throw fail(&vm, "bad escape at %") }
      return c
    }
  }

  /// Behind a backslash outside of sets.
  mutating func escape(_ vm: inout VM) throws(Raise) -> Width? {
    let c = try takePoint(&vm)
    if isCategory(c) {
      let s = try startSet(&vm)
      try addCategory(&vm, UInt8(c))
      endSet(vm, s)
      return .one
    }
    switch c {
    case 0x41: try emit(&vm, RegexCode.begin); return nil
    case 0x5a: try emit(&vm, RegexCode.veryEnd); return nil
    case 0x62: try emit(&vm, RegexCode.boundary); return nil
    case 0x42: try emit(&vm, RegexCode.noBoundary); return nil
    case 0x31...0x39:
      at &-= 1
      return try same(&vm, takeNumber(vm) ?? 0)
    default:
      try literal(&vm, try character(&vm, c))
      return .one
    }
  }
  private func same(_ vm: inout VM, _ group: UInt32) throws(Raise) -> Width {
    if group > groups || group == 0 { throw fail(&vm, "invalid group reference at %") }
    try emit(&vm, RegexCode.same)
    try emit(&vm, half: group | (flags & RegexCode.ignoreCase != 0 ? 0x8000 : 0))
    return Width(least: 0, most: RegexCode.noLimit)
  }

  // MARK: groups

  /// Behind an opening parenthesis.
  mutating func group(_ vm: inout VM) throws(Raise) -> Width? {
    if !take(vm, UInt8(ascii: "?")) { return try capture(&vm) }
    let outer = flags
    switch try takePoint(&vm) {
    case 0x3a: break
    case 0x23:
      while try takePoint(&vm) != 0x29 {}
      return Width.none
    case 0x50:
      let name = vm.slot()
      defer { vm.release(to: name) }
      if take(vm, UInt8(ascii: "=")) {
        try groupName(&vm, 0x29, name)
        return try same(&vm, try vm.groupNumber(names, name))
      }
      if !take(vm, UInt8(ascii: "<")) { throw fail(&vm, "unknown extension at %") }
      try groupName(&vm, 0x3e, name)
      let number = vm.slot()
      vm.set(number, Value(int: Int32(groups &+ 1)))
      if vm(names).isNull { try vm.newDict(names) }
      if try vm.dictGet(names, name, number) { throw fail(&vm, "redefinition of group name at %") }
      vm.set(number, Value(int: Int32(groups &+ 1)))
      try vm.dictSet(names, name, number)
      return try capture(&vm)
    case 0x3d: return try assertion(&vm, RegexCode.assert, behind: false)
    case 0x21: return try assertion(&vm, RegexCode.assertNot, behind: false)
    case 0x3c:
      let c = try takePoint(&vm)
      if c != 0x3d && c != 0x21 { throw fail(&vm, "unknown extension at %") }
      return try assertion(&vm, c == 0x3d ? RegexCode.assert : RegexCode.assertNot, behind: true)
    default:
      at &-= 1
      var on = true
      while true {
        let c = try takePoint(&vm)
        let flag: Int32
        switch c {
        case 0x69: flag = RegexCode.ignoreCase
        case 0x6d: flag = RegexCode.multiline
        case 0x73: flag = RegexCode.dotAll
        case 0x78: flag = RegexCode.verbose
        case 0x61, 0x75, 0x4c: flag = 0
        case 0x2d: on = false; continue
        // Flags for all that follows.
        case 0x29: return Width.none
        case 0x3a: flag = -1
        default: throw fail(&vm, "unknown extension at %")
        }
        if flag == -1 { break }
        flags = on ? flags | flag : flags & ~flag
      }
    }
    let width = try alternatives(&vm)
    if !take(vm, 0x29) { throw fail(&vm, "missing ) at %") }
    flags = outer
    return width
  }
  /// A name up to `end`.
  private mutating func groupName(_ vm: inout VM, _ end: UInt32, _ out: Slot) throws(Raise) {
    let from = at
    while try takePoint(&vm) != end {}
    if at &- from < 2 { throw fail(&vm, "missing group name at %") }
    try vm.newText(Kind.str, from: pattern, from, at &- 1, out)
  }
  private mutating func capture(_ vm: inout VM) throws(Raise) -> Width {
    groups &+= 1
    let n = groups
    try emit(&vm, RegexCode.save)
    try emit(&vm, half: 2 &* n)
    let width = try alternatives(&vm)
    if !take(vm, 0x29) { throw fail(&vm, "missing ) at %") }
    try emit(&vm, RegexCode.save)
    try emit(&vm, half: 2 &* n &+ 1)
    return width
  }
  private mutating func assertion(_ vm: inout VM, _ op: UInt8, behind: Bool) throws(Raise) -> Width {
    let start = here(vm), r = newRegisters(1)
    try emit(&vm, op)
    try emit(&vm, half: r)
    try emit(&vm, half: 0)
    try emit(&vm, half: 0)
    let width = try alternatives(&vm)
    if !take(vm, 0x29) { throw fail(&vm, "missing ) at %") }
    if behind {
      if width.least != width.most || width.most >= 0x7fff { throw fail(&vm, "look-behind requires fixed-width pattern, at %") }
      put(vm, start &+ 3, half: width.most)
    }
    try emit(&vm, RegexCode.assertEnd)
    try emit(&vm, half: r)
    try patch(&vm, start &+ 5, to: here(vm))
    return .none
  }
}
