import Port
import Python

/// Runs a compiled regular expression by backtracking. What is to be undone and tried again lies on a stack of words in a buffer, behind the
/// registers; so memory grows with the choices that are open (at most a few words for each character of a repeated group), and native recursion not at all.
///
/// An entry's last word is a tag (three bits) and a number; below it are the words it needs.
struct RegexMatcher {
  let program: Slot, text: Slot, stack: Slot
  /// Characters are code points of UTF-8, not bytes.
  let wide: Bool
  let isText: Bool
  let end: UInt32
  private(set) var registers: UInt32, groups: UInt32
  /// The whole of the text must match; the match must not be empty.
  var full = false, mustAdvance = false
  private var start: UInt32 = 0, position: UInt32 = 0, pc: UInt32 = 0, top: UInt32 = 0

  static var nowhere: UInt32 { .max }
  private enum Tag {
    /// register's old value | register
    static var restore: UInt32 { 0 }
    /// place | instruction
    static var branch: UInt32 { 1 }
    /// place | loop instruction, whose body is entered
    static var enter: UInt32 { 2 }
    /// least place, place | instruction behind
    static var many: UInt32 { 3 }
    /// repetitions left, place | the instruction itself
    static var manyLazy: UInt32 { 4 }
    /// place | assert instruction
    static var barrier: UInt32 { 5 }
    /// Entries that an assertion has closed: one or two words and the tag.
    static var closed: UInt32 { 6 }
    static var closedLong: UInt32 { 7 }
  }
  private enum Outcome { case matched, failed, paused, full }

  init(_ vm: borrowing VM, program: Slot, text: Slot, stack: Slot, end: UInt32) {
    self.program = program
    self.text = text
    self.stack = stack
    isText = vm.isText(vm.native(vm(text)))
    wide = isText && vm.textIsWide(vm.native(vm(text)))
    self.end = min(end, UInt32(vm.bytesOf(text).count))
    let p = vm.place(program)
    groups = UInt32(vm.memory.byte(p)) | UInt32(vm.memory.byte(p &+ 1)) &<< 8
    registers = UInt32(vm.memory.byte(p &+ 2)) | UInt32(vm.memory.byte(p &+ 3)) &<< 8
  }

  /// Bytes of the instruction at `a`.
  static func size(_ m: Memory, _ a: Address) -> UInt32 {
    switch m.byte(a) {
    case RegexCode.byte: 2
    case RegexCode.point: 4
    case RegexCode.set: 4 &+ half(m, a &+ 2)
    case RegexCode.save, RegexCode.same, RegexCode.jump, RegexCode.split, RegexCode.splitLazy, RegexCode.loopStart, RegexCode.assertEnd: 3
    case RegexCode.many, RegexCode.manyLazy: 5 &+ size(m, a &+ 5)
    case RegexCode.loop, RegexCode.loopLazy: 9
    case RegexCode.assert, RegexCode.assertNot: 7
    default: 1
    }
  }
  @inline(__always) private static func half(_ m: Memory, _ a: Address) -> UInt32 { UInt32(m.byte(a)) | UInt32(m.byte(a &+ 1)) &<< 8 }

  /// Looks for a match from byte `from` on (`anchored`: only there). Afterwards register 0 and 1 are its bounds.
  mutating func search(_ vm: inout VM, from: UInt32, anchored: Bool) throws(Raise) -> Bool {
    if vm(stack).isNull { try vm.newRaw(Kind.buffer, bytes: (registers &+ 32) &* 4, stack) }
    var at = from
    while at <= end {
      if !anchored {
        at = candidate(vm, at)
        if at == Self.nowhere { return false }
        // An empty match is refused only where the last one was.
        if at != from { mustAdvance = false }
      }
      if try run(&vm, at) { return true }
      if anchored || at >= end { return false }
      at &+= 1
      let t = vm.place(text)
      while wide && at < end && vm.memory.byte(t &+ at) & 0xc0 == 0x80 { at &+= 1 }
    }
    return false
  }
  /// The first place from `from` on where the program's first instruction can match.
  private func candidate(_ vm: borrowing VM, _ from: UInt32) -> UInt32 {
    let m = vm.memory, p = vm.place(program), t = vm.place(text)
    var i = p &+ RegexCode.head
    while m.byte(i) == RegexCode.save { i &+= 3 }
    var op = m.byte(i)
    if op == RegexCode.begin { return from == 0 ? 0 : Self.nowhere }
    if op == RegexCode.many || op == RegexCode.manyLazy {
      if Self.half(m, i &+ 1) == 0 { return from }
      i &+= 5
      op = m.byte(i)
    }
    if op > RegexCode.set { return from }
    var at = from
    while at < end {
      if one(m, i, t, at) != Self.nowhere { return at }
      at &+= 1
      while wide && at < end && m.byte(t &+ at) & 0xc0 == 0x80 { at &+= 1 }
    }
    return Self.nowhere
  }

  private mutating func run(_ vm: inout VM, _ at: UInt32) throws(Raise) -> Bool {
    start = at
    position = at
    pc = RegexCode.head
    top = registers
    do {
      let s = vm.place(stack)
      var i: UInt32 = 0
      while i < registers { vm.memory[s &+ i &* 4] = Self.nowhere; i &+= 1 }
    }
    while true {
      switch step(vm) {
      case .matched:
        let s = vm.place(stack)
        vm.memory[s] = start
        vm.memory[s &+ 4] = position
        return true
      case .failed: return false
      case .paused:
        vm.port.spend(long: 2000)
        try vm.yieldPoint()
      case .full:
        let bigger = vm.slot(), n = UInt32(vm.bytesOf(stack).count)
        defer { vm.release(to: bigger) }
        try vm.newRaw(Kind.buffer, bytes: (n &+ n / 2 &+ 64) & ~3, bigger)
        vm.memory.move(vm.place(bigger), from: vm.place(stack), count: n)
        vm.copy(stack, bigger)
      }
    }
  }

  // MARK: one character

  @inline(__always) private func decode(_ m: Memory, _ t: Address, _ at: UInt32) -> (point: UInt32, width: UInt32) {
    let b = m.byte(t &+ at)
    if !wide || b < 0x80 { return (UInt32(b), 1) }
    let c = utf8Point(m, t &+ at)
    return (c.point, min(c.width, end &- at))
  }
  /// The place behind the character at `at` if the instruction at `i` takes it, else `nowhere`.
  private func one(_ m: Memory, _ i: Address, _ t: Address, _ at: UInt32) -> UInt32 {
    if at >= end { return Self.nowhere }
    let c = decode(m, t, at), ok: Bool
    switch m.byte(i) {
    case RegexCode.byte: ok = c.point == UInt32(m.byte(i &+ 1))
    case RegexCode.point: ok = c.point == Self.half(m, i &+ 1) | UInt32(m.byte(i &+ 3)) &<< 16
    case RegexCode.any: ok = c.point != 10
    case RegexCode.all: ok = true
    default: ok = isIn(m, i, c.point)
    }
    return ok ? at &+ c.width : Self.nowhere
  }
  private func isIn(_ m: Memory, _ set: Address, _ c: UInt32) -> Bool {
    let negated = m.byte(set &+ 1) & RegexCode.negated != 0
    var i = set &+ 4
    let to = i &+ Self.half(m, set &+ 2)
    while i < to {
      switch m.byte(i) {
      case RegexCode.range:
        if c >= UInt32(m.byte(i &+ 1)) && c <= UInt32(m.byte(i &+ 2)) { return !negated }
        i &+= 3
      case RegexCode.wideRange:
        let low = Self.half(m, i &+ 1) | UInt32(m.byte(i &+ 3)) &<< 16, high = Self.half(m, i &+ 4) | UInt32(m.byte(i &+ 6)) &<< 16
        if c >= low && c <= high { return !negated }
        i &+= 7
      default:
        let what = m.byte(i &+ 1)
        let found: Bool
        switch what | 32 {
        case 0x64: found = c >= 48 && c <= 57
        case 0x73: found = c == 32 || c >= 9 && c <= 13 || isText && (c >= 28 && c <= 31 || c == 0x85 || c == 0xa0 || c >= 0x2000 && c <= 0x200a || c == 0x3000)
        default: found = isWord(c)
        }
        if found == (what & 32 != 0) { return !negated }
        i &+= 2
      }
    }
    return negated
  }
  private func isWord(_ c: UInt32) -> Bool {
    c | 32 >= 97 && c | 32 <= 122 || c >= 48 && c <= 57 || c == 95 || isText && c >= 0x80 && isLetter(c)
  }
  private func atBoundary(_ m: Memory, _ t: Address) -> Bool {
    var before = false
    if position > 0 {
      var i = position &- 1
      while wide && i > 0 && m.byte(t &+ i) & 0xc0 == 0x80 { i &-= 1 }
      before = isWord(decode(m, t, i).point)
    }
    return before != (position < end && isWord(decode(m, t, position).point))
  }

  // MARK: the machine

  /// Pushes a word and a tag.
  @inline(__always) private mutating func push(_ m: Memory, _ s: Address, _ word: UInt32, _ tag: UInt32, _ number: UInt32) {
    m[s &+ top &* 4] = word
    m[s &+ top &* 4 &+ 4] = number &<< 3 | tag
    top &+= 2
  }
  /// Sets a register, to be undone.
  @inline(__always) private mutating func set(_ m: Memory, _ s: Address, _ r: UInt32, _ v: UInt32) {
    push(m, s, m[s &+ r &* 4], Tag.restore, r)
    m[s &+ r &* 4] = v
  }
  @inline(__always) private func register(_ m: Memory, _ a: Address) -> UInt32 {
    let r = Self.half(m, a)
    return r >= RegexCode.own ? r &- RegexCode.own &+ 2 &* groups &+ 2 : r
  }
  /// Where the jump at byte `i` of the program leads.
  @inline(__always) private func target(_ m: Memory, _ p: Address, _ i: UInt32) -> UInt32 {
    i &+ 2 &+ UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: Self.half(m, p &+ i))))
  }

  /// Runs until there is an answer, the stack is full, or a while has passed.
  private mutating func step(_ vm: borrowing VM) -> Outcome {
    let m = vm.memory, p = vm.place(program), t = vm.place(text), s = vm.place(stack), room = UInt32(vm.bytesOf(stack).count) / 4
    var left: Int32 = 500
    while true {
      if top &+ 8 > room { return .full }
      left &-= 1
      if left < 0 { return .paused }
      let i = pc, a = p &+ i
      var failed = false
      switch m.byte(a) {
      case RegexCode.byte, RegexCode.point, RegexCode.any, RegexCode.all, RegexCode.set:
        let next = one(m, a, t, position)
        if next == Self.nowhere { failed = true } else { position = next; pc &+= Self.size(m, a) }
      case RegexCode.begin: if position == 0 { pc &+= 1 } else { failed = true }
      case RegexCode.lineBegin: if position == 0 || m.byte(t &+ position &- 1) == 10 { pc &+= 1 } else { failed = true }
      case RegexCode.end:
        if position == end || position &+ 1 == end && m.byte(t &+ position) == 10 { pc &+= 1 } else { failed = true }
      case RegexCode.lineEnd: if position == end || m.byte(t &+ position) == 10 { pc &+= 1 } else { failed = true }
      case RegexCode.veryEnd: if position == end { pc &+= 1 } else { failed = true }
      case RegexCode.boundary: if atBoundary(m, t) { pc &+= 1 } else { failed = true }
      case RegexCode.noBoundary: if atBoundary(m, t) { failed = true } else { pc &+= 1 }
      case RegexCode.save:
        set(m, s, register(m, a &+ 1), position)
        pc &+= 3
      case RegexCode.same: failed = !takeSame(m, Self.half(m, a &+ 1), s, t)
      case RegexCode.jump: pc = target(m, p, i &+ 1)
      case RegexCode.split:
        push(m, s, position, Tag.branch, target(m, p, i &+ 1))
        pc &+= 3
      case RegexCode.splitLazy:
        push(m, s, position, Tag.branch, i &+ 3)
        pc = target(m, p, i &+ 1)
      case RegexCode.many:
        let least = Self.half(m, a &+ 1), most = Self.half(m, a &+ 3), behind = i &+ Self.size(m, a)
        var n: UInt32 = 0, at = position, enough = least == 0 ? position : Self.nowhere
        while most == RegexCode.noLimit || n < most {
          let next = one(m, a &+ 5, t, at)
          if next == Self.nowhere { break }
          at = next
          n &+= 1
          if n == least { enough = at }
        }
        left &-= Int32(n / 4)
        if enough == Self.nowhere { failed = true; break }
        position = at
        pc = behind
        if at > enough {
          m[s &+ top &* 4] = enough
          top &+= 1
          push(m, s, at, Tag.many, behind)
        }
      case RegexCode.manyLazy:
        let least = Self.half(m, a &+ 1), most = Self.half(m, a &+ 3)
        var n: UInt32 = 0
        while n < least, case let next = one(m, a &+ 5, t, position), next != Self.nowhere { position = next; n &+= 1 }
        if n < least { failed = true; break }
        pc &+= Self.size(m, a)
        if most > least {
          m[s &+ top &* 4] = most == RegexCode.noLimit ? Self.nowhere : most &- least
          top &+= 1
          push(m, s, position, Tag.manyLazy, i)
        }
      case RegexCode.loopStart:
        let r = register(m, a &+ 1)
        set(m, s, r, 0)
        set(m, s, r &+ 1, Self.nowhere)
        pc &+= 3
      case RegexCode.loop, RegexCode.loopLazy:
        let r = register(m, a &+ 1), n = m[s &+ r &* 4], most = Self.half(m, a &+ 5), exit = target(m, p, i &+ 7)
        if m[s &+ r &* 4 &+ 4] == position || most != RegexCode.noLimit && n >= most {
          // Enough, or a pass that took nothing: more of them would not either.
          pc = exit
        } else if n < Self.half(m, a &+ 3) {
          enterLoop(m, s, r, i)
        } else if m.byte(a) == RegexCode.loop {
          push(m, s, position, Tag.branch, exit)
          enterLoop(m, s, r, i)
        } else {
          push(m, s, position, Tag.enter, i)
          pc = exit
        }
      case RegexCode.assert, RegexCode.assertNot:
        let r = register(m, a &+ 1)
        var back = Self.half(m, a &+ 3), at = position
        while back > 0 && at > 0 {
          at &-= 1
          while wide && at > 0 && m.byte(t &+ at) & 0xc0 == 0x80 { at &-= 1 }
          back &-= 1
        }
        if back > 0 {
          if m.byte(a) == RegexCode.assert { failed = true } else { pc = target(m, p, i &+ 5) }
          break
        }
        set(m, s, r, top &+ 2)
        push(m, s, position, Tag.barrier, i)
        position = at
        pc &+= 7
      case RegexCode.assertEnd:
        let barrier = m[s &+ register(m, a &+ 1) &* 4]
        if m.byte(p &+ m[s &+ barrier &* 4 &+ 4] &>> 3) == RegexCode.assert {
          position = m[s &+ barrier &* 4]
          close(m, s, down: barrier)
          pc &+= 3
        } else {
          undo(m, s, down: barrier)
          failed = true
        }
      default:
        if !(full && position != end) && !(mustAdvance && position == start) { return .matched }
        failed = true
      }
      if failed && !back(m, p, t, s) { return .failed }
    }
  }
  private mutating func enterLoop(_ m: Memory, _ s: Address, _ r: UInt32, _ i: UInt32) {
    let n = m[s &+ r &* 4]
    set(m, s, r, n &+ 1)
    set(m, s, r &+ 1, position)
    pc = i &+ 9
  }
  /// The text of a group again.
  private mutating func takeSame(_ m: Memory, _ operand: UInt32, _ s: Address, _ t: Address) -> Bool {
    let group = operand & 0x7fff, from = m[s &+ group &* 8], to = m[s &+ group &* 8 &+ 4]
    if from == Self.nowhere || to == Self.nowhere || to < from || to &- from > end &- position { return false }
    var k: UInt32 = 0
    while k < to &- from {
      let x = m.byte(t &+ from &+ k), y = m.byte(t &+ position &+ k)
      if x != y && !(operand & 0x8000 != 0 && x ^ y == 32 && x | 32 >= 97 && x | 32 <= 122) { return false }
      k &+= 1
    }
    position &+= k
    pc &+= 3
    return true
  }
  /// Goes back to the last choice; false if there is none left.
  private mutating func back(_ m: Memory, _ p: Address, _ t: Address, _ s: Address) -> Bool {
    while top > registers {
      top &-= 2
      let at = s &+ top &* 4, word = m[at], number = m[at &+ 4] &>> 3
      switch m[at &+ 4] & 7 {
      case Tag.restore: m[s &+ number &* 4] = word
      case Tag.branch:
        position = word
        pc = number
        return true
      case Tag.enter:
        position = word
        enterLoop(m, s, register(m, p &+ number &+ 1), number)
        return true
      case Tag.many:
        var cursor = word &- 1
        while wide && m.byte(t &+ cursor) & 0xc0 == 0x80 { cursor &-= 1 }
        position = cursor
        pc = number
        if cursor > m[at &- 4] {
          m[at] = cursor
          top &+= 2
        } else {
          top &-= 1
        }
        return true
      case Tag.manyLazy:
        let next = one(m, p &+ number &+ 5, t, word), more = m[at &- 4]
        if next == Self.nowhere { top &-= 1; break }
        position = next
        pc = number &+ Self.size(m, p &+ number)
        if more > 1 {
          m[at] = next
          if more != Self.nowhere { m[at &- 4] = more &- 1 }
          top &+= 2
        } else {
          top &-= 1
        }
        return true
      case Tag.barrier:
        if m.byte(p &+ number) == RegexCode.assertNot {
          position = word
          pc = target(m, p, number &+ 5)
          return true
        }
      case Tag.closedLong: top &-= 1
      default: break
      }
    }
    return false
  }
  /// Takes the choices from the top down to entry `down` away, but keeps what undoes registers.
  private func close(_ m: Memory, _ s: Address, down: UInt32) {
    var i = top
    while i > down {
      let at = s &+ i &* 4 &- 4
      switch m[at] & 7 {
      case Tag.restore, Tag.closed: i &-= 2
      case Tag.many, Tag.manyLazy, Tag.closedLong:
        m[at] = Tag.closedLong
        i &-= 3
      default:
        m[at] = Tag.closed
        i &-= 2
      }
    }
  }
  /// Undoes registers down to entry `down`, which goes too.
  private mutating func undo(_ m: Memory, _ s: Address, down: UInt32) {
    while top > down {
      top &-= 2
      let at = s &+ top &* 4, tag = m[at &+ 4] & 7
      if tag == Tag.restore { m[s &+ (m[at &+ 4] &>> 3) &* 4] = m[at] }
      if tag == Tag.many || tag == Tag.manyLazy || tag == Tag.closedLong { top &-= 1 }
    }
  }
}
