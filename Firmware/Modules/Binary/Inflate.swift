import Port
import Python

/// Decompression of DEFLATE (RFC 1951) with the frames of zlib (RFC 1950) and gzip (RFC 1952). It takes no byte more of its stream than it needs.
///
/// What lasts between two reads lies in a buffer: the fields below as words, then the tables of two Huffman codes (for each a count of every length of
/// 0 to 15 bits and the symbols in order, all half words), then room for the lengths of symbols.
struct Inflate {
  let state: Slot, window: Slot, stream: Slot
  private var bits: UInt32, have: UInt32, step: UInt32, last: UInt32, length: UInt32, distance: UInt32, total: UInt32, checksum: UInt32, kind: UInt32
  private static var tables: UInt32 { 64 }
  private static var literals: UInt32 { tables }
  private static var distances: UInt32 { tables &+ 32 &+ 576 }
  private static var lengths: UInt32 { distances &+ 32 &+ 64 }
  static var bytes: UInt32 { lengths &+ 320 }

  private enum Step {
    static var header: UInt32 { 0 }
    static var block: UInt32 { 1 }
    static var stored: UInt32 { 2 }
    static var coded: UInt32 { 3 }
    static var trailer: UInt32 { 4 }
    static var done: UInt32 { 5 }
  }

  init(_ vm: borrowing VM, state: Slot, window: Slot, stream: Slot) {
    (self.state, self.window, self.stream) = (state, window, stream)
    let s = vm(state)
    (bits, have, step) = (s.raw(2), s.raw(3), s.raw(4))
    (last, length, distance) = (s.raw(5), s.raw(6), s.raw(7))
    (total, checksum, kind) = (s.raw(8), s.raw(9), s.raw(10))
  }
  private func save(_ vm: borrowing VM) {
    let s = vm(state), all: [9 of UInt32] = [bits, have, step, last, length, distance, total, checksum, kind]
    var i = 0
    while i < 9 { s.setRaw(2 &+ UInt32(i), all[i]); i &+= 1 }
  }

  // MARK: bits

  private func bad(_ vm: inout VM) -> Raise { vm.raise(errno: 22) }
  private func byte(_ vm: inout VM) throws(Raise) -> UInt32 {
    let b = try vm.streamByte(stream)
    if b < 0 { throw vm.raise(.EOFError, "") }
    return UInt32(b)
  }
  private mutating func take(_ vm: inout VM, _ n: UInt32) throws(Raise) -> UInt32 {
    while have < n {
      bits |= try byte(&vm) &<< have
      have &+= 8
    }
    let v = bits & (1 &<< n &- 1)
    bits &>>= n
    have &-= n
    return v
  }
  private func half(_ vm: borrowing VM, _ i: UInt32) -> UInt32 { UInt32(vm.memory.half(vm(state).word &+ 8 &+ i)) }
  private func setHalf(_ vm: borrowing VM, _ i: UInt32, _ v: UInt32) { vm.memory.setHalf(vm(state).word &+ 8 &+ i, UInt16(truncatingIfNeeded: v)) }

  /// The next symbol of the code at `table`, bit by bit: the codes of each length are consecutive numbers.
  private mutating func symbol(_ vm: inout VM, _ table: UInt32) throws(Raise) -> UInt32 {
    var code: UInt32 = 0, first: UInt32 = 0, index: UInt32 = 0, n: UInt32 = 1
    while n < 16 {
      code |= try take(&vm, 1)
      let count = half(vm, table &+ n &* 2)
      if code < first &+ count { return half(vm, table &+ 32 &+ (index &+ code &- first) &* 2) }
      index &+= count
      first = (first &+ count) &<< 1
      code &<<= 1
      n &+= 1
    }
    throw bad(&vm)
  }
  /// Makes the table of a code from the lengths of `n` symbols, beginning with number `from` of those noted. Too many codes are an error.
  private func build(_ vm: inout VM, _ table: UInt32, from: UInt32, _ n: UInt32) throws(Raise) {
    func length(_ i: UInt32) -> UInt32 { UInt32(vm(state).byte(8 &+ Self.lengths &+ from &+ i)) }
    var i: UInt32 = 0
    while i < 16 { setHalf(vm, table &+ i &* 2, 0); i &+= 1 }
    i = 0
    while i < n { setHalf(vm, table &+ length(i) &* 2, half(vm, table &+ length(i) &* 2) &+ 1); i &+= 1 }
    var offsets = [16 of UInt32](repeating: 0), left: Int32 = 1
    i = 1
    while i < 16 {
      left = left &* 2 &- Int32(half(vm, table &+ i &* 2))
      if left < 0 { throw bad(&vm) }
      if i < 15 { offsets[Int(i) + 1] = offsets[Int(i)] &+ half(vm, table &+ i &* 2) }
      i &+= 1
    }
    i = 0
    while i < n {
      let l = Int(length(i))
      if l != 0 {
        setHalf(vm, table &+ 32 &+ offsets[l] &* 2, i)
        offsets[l] &+= 1
      }
      i &+= 1
    }
    setHalf(vm, table, 0)
  }
  private func note(_ vm: borrowing VM, _ i: UInt32, _ length: UInt32) { vm(state).setByte(8 &+ Self.lengths &+ i, UInt8(truncatingIfNeeded: length)) }

  // MARK: blocks

  private mutating func fixedCodes(_ vm: inout VM) throws(Raise) {
    var i: UInt32 = 0
    while i < 288 { note(vm, i, i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8); i &+= 1 }
    while i < 320 { note(vm, i, 5); i &+= 1 }
    try build(&vm, Self.literals, from: 0, 288)
    try build(&vm, Self.distances, from: 288, 30)
  }
  private mutating func dynamicCodes(_ vm: inout VM) throws(Raise) {
    let order: StaticString = "\u{10}\u{11}\u{12}\u{0}\u{8}\u{7}\u{9}\u{6}\u{a}\u{5}\u{b}\u{4}\u{c}\u{3}\u{d}\u{2}\u{e}\u{1}\u{f}"
    let n = try take(&vm, 5) &+ 257, d = try take(&vm, 5) &+ 1, c = try take(&vm, 4) &+ 4
    if n > 286 || d > 30 { throw bad(&vm) }
    var i: UInt32 = 0
    while i < 19 {
      note(vm, UInt32(order.utf8Start[Int(i)]), i < c ? try take(&vm, 3) : 0)
      i &+= 1
    }
    try build(&vm, Self.literals, from: 0, 19)
    i = 0
    var before: UInt32 = 0
    while i < n &+ d {
      let s = try symbol(&vm, Self.literals)
      var times: UInt32 = 1
      switch s {
      case 16:
        if i == 0 { throw bad(&vm) }
        times = try take(&vm, 2) &+ 3
      case 17: times = try take(&vm, 3) &+ 3; before = 0
      case 18: times = try take(&vm, 7) &+ 11; before = 0
      default: before = s
      }
      if i &+ times > n &+ d { throw bad(&vm) }
      while times > 0 { note(vm, i, before); i &+= 1; times &-= 1 }
    }
    try build(&vm, Self.literals, from: 0, n)
    try build(&vm, Self.distances, from: n, d)
  }
  private mutating func block(_ vm: inout VM) throws(Raise) {
    last = try take(&vm, 1)
    switch try take(&vm, 2) {
    case 0:
      bits = 0
      have = 0
      length = try take(&vm, 16)
      if try take(&vm, 16) != length ^ 0xffff { throw bad(&vm) }
      step = Step.stored
    case 1:
      try fixedCodes(&vm)
      step = Step.coded
    case 2:
      try dynamicCodes(&vm)
      step = Step.coded
    default: throw bad(&vm)
    }
  }

  /// Length and distance of a match: from 8 (4) symbols on the extra bits grow by one every four (two).
  private mutating func match(_ vm: inout VM, _ s: UInt32) throws(Raise) {
    let code = s &- 257
    if code > 28 { throw bad(&vm) }
    if code < 8 {
      length = code &+ 3
    } else if code == 28 {
      length = 258
    } else {
      let extra = (code &- 4) / 4
      length = (4 &+ code & 3) &<< extra &+ 3
      length &+= try take(&vm, extra)
    }
    let d = try symbol(&vm, Self.distances)
    if d < 4 {
      distance = d &+ 1
    } else {
      let extra = (d &- 2) / 2
      if extra > 13 { throw bad(&vm) }
      distance = (2 &+ d & 1) &<< extra &+ 1
      distance &+= try take(&vm, extra)
    }
    if distance > total || distance > UInt32(vm(window).int(1)) { throw bad(&vm) }
  }

  // MARK: frames

  /// Reads the frame's head: bits of the window that it asks for.
  mutating func header(_ vm: inout VM, format: Int32) throws(Raise) -> UInt32 {
    let a = try byte(&vm), b = try byte(&vm)
    step = Step.block
    if a == 0x1f && b == 0x8b && format != 2 {
      if try byte(&vm) != 8 { throw bad(&vm) }
      let flags = try byte(&vm)
      var i = 0
      while i < 6 { _ = try byte(&vm); i += 1 }
      if flags & 4 != 0 {
        var n = try byte(&vm)
        n |= try byte(&vm) &<< 8
        while n > 0 { _ = try byte(&vm); n &-= 1 }
      }
      if flags & 8 != 0 { while try byte(&vm) != 0 {} }
      if flags & 16 != 0 { while try byte(&vm) != 0 {} }
      if flags & 2 != 0 { _ = try byte(&vm); _ = try byte(&vm) }
      kind = 2
      save(vm)
      return 15
    }
    if a & 15 != 8 || a &>> 4 > 7 || (a &<< 8 | b) % 31 != 0 || b & 0x20 != 0 || format == 3 { throw bad(&vm) }
    kind = 1
    checksum = 1
    save(vm)
    return (a &>> 4) &+ 8
  }
  /// There is no head.
  mutating func raw(_ vm: borrowing VM) {
    step = Step.block
    save(vm)
  }
  private mutating func trailer(_ vm: inout VM) throws(Raise) {
    bits = 0
    have = 0
    step = Step.done
    if kind == 0 { return }
    var sum: UInt32 = 0, i: UInt32 = 0
    while i < 4 { let b = try byte(&vm); sum = kind == 1 ? sum &<< 8 | b : sum | b &<< (8 &* i); i &+= 1 }
    if sum != checksum { throw bad(&vm) }
    if kind == 1 { return }
    var size: UInt32 = 0
    i = 0
    while i < 4 { size |= try byte(&vm) &<< (8 &* i); i &+= 1 }
    if size != total { throw bad(&vm) }
  }

  /// Appends up to `most` bytes to a builder.
  mutating func read(_ vm: inout VM, most: UInt32, _ builder: Slot) throws(Raise) {
    let start = UInt32(vm.bytesOf(builder).count)
    var checked = start, left = most
    func check(_ vm: borrowing VM, _ sum: inout UInt32) {
      let n = UInt32(vm.bytesOf(builder).count), at = vm.place(builder) &+ checked
      if kind == 1 { sum = adler32(vm.memory, at, n &- checked, sum) } else if kind == 2 { sum = crc32(vm.memory, at, n &- checked, sum) }
      checked = n
    }
    while left > 0 && step != Step.done {
      var out: UInt8?
      switch step {
      case Step.block: try block(&vm)
      case Step.stored:
        if length == 0 { step = last != 0 ? Step.trailer : Step.block; break }
        length &-= 1
        out = UInt8(truncatingIfNeeded: try take(&vm, 8))
      case Step.coded:
        if length > 0 {
          length &-= 1
          out = vm(window).byte(8 &+ (total &- distance) & (UInt32(vm(window).int(1)) &- 1))
          break
        }
        let s = try symbol(&vm, Self.literals)
        if s < 256 { out = UInt8(s) } else if s == 256 { step = last != 0 ? Step.trailer : Step.block } else { try match(&vm, s) }
      default:
        check(vm, &checksum)
        try trailer(&vm)
      }
      if let out {
        vm(window).setByte(8 &+ total & (UInt32(vm(window).int(1)) &- 1), out)
        try vm.append(builder, byte: out)
        total &+= 1
        left &-= 1
        vm.port.spend(30)
        if total & 1023 == 0 { try vm.yieldPoint() }
      }
    }
    if step != Step.done { check(vm, &checksum) }
    save(vm)
  }
}
