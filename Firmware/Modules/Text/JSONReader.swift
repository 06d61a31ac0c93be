import Port
import Python

//@qstr object_hook parse_float parse_int parse_constant object_pairs_hook

/// Reads one JSON value from bytes. What is open lies in a list, not on the native stack: text may be nested as deep as memory holds.
struct JSONReader {
  let text: Slot
  private var at: UInt32 = 0

  init(_ text: Slot) { self.text = text }

  private func fail(_ vm: inout VM) -> Raise { vm.raise(.ValueError, "syntax error in JSON at character %", Value(int: Int32(vm.character(text, byte: at)))) }
  /// The byte here behind white space; 0 at the end.
  private mutating func next(_ vm: borrowing VM) -> UInt8 {
    let b = vm.bytesOf(text)
    while Int(at) < b.count, case let c = b[Int(at)], c == 32 || c >= 9 && c <= 13 { at &+= 1 }
    return Int(at) < b.count ? b[Int(at)] : 0
  }
  private mutating func take(_ vm: inout VM, _ word: StaticString) throws(Raise) {
    let b = vm.bytesOf(text), n = word.utf8CodeUnitCount
    var i = 0
    while i < n {
      if Int(at) + i >= b.count || b[Int(at) + i] != word.utf8Start[i] { throw fail(&vm) }
      i += 1
    }
    at &+= UInt32(n)
  }

  /// `hook`: called with each dict, or null.
  mutating func read(_ vm: inout VM, hook: Slot, _ out: Slot) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    // Open containers; on a dict lies the key whose value comes.
    let open = vm.slot(), value = vm.slot(), top = vm.slot(), result = vm.slot()
    try vm.newList(open)
    while true {
      let c = next(vm)
      var complete = true
      switch c {
      case 123, 91:
        at &+= 1
        if c == 123 { try vm.newDict(value) } else { try vm.newList(value) }
        if next(vm) == c + 2 {
          at &+= 1
          if c == 123 { try call(&vm, hook, value) }
        } else {
          try vm.listAppend(open, value)
          if c == 123 { try key(&vm, open, value) }
          complete = false
        }
      case 34: try string(&vm, value)
      case UInt8(ascii: "n"): try take(&vm, "null"); vm.set(value, .none)
      case UInt8(ascii: "t"): try take(&vm, "true"); vm.set(value, .true)
      case UInt8(ascii: "f"): try take(&vm, "false"); vm.set(value, .false)
      default: try number(&vm, value)
      }
      vm.port.spend(40)
      try vm.yieldPoint()
      // A value is complete: it goes into what is open, which may be complete by that.
      while complete {
        let n = UInt32(bitPattern: vm(open).int(1))
        if n == 0 {
          if next(vm) != 0 || Int(at) < vm.bytesOf(text).count { throw fail(&vm) }
          return vm.copy(out, value)
        }
        vm.set(top, vm(open).at(2).at(1 &+ n))
        let isList = vm(top).isKind(Kind.list)
        if isList {
          try vm.listAppend(top, value)
        } else {
          vm.copy(result, top)
          vm.set(top, vm(open).at(2).at(n))
          try vm.dictSet(top, result, value)
          pop(vm, open)
        }
        let c = next(vm)
        at &+= 1
        if c == UInt8(ascii: ",") {
          if !isList { try key(&vm, open, value) }
          complete = false
        } else if c == (isList ? 93 : 125) {
          vm.copy(value, top)
          pop(vm, open)
          if !isList { try call(&vm, hook, value) }
        } else {
          at &-= 1
          throw fail(&vm)
        }
      }
    }
  }
  private func pop(_ vm: borrowing VM, _ list: Slot) {
    let n = vm(list).int(1)
    vm(list).at(2).set(1 &+ UInt32(n), .null)
    vm(list).setInt(1, n - 1)
  }
  private func call(_ vm: inout VM, _ hook: Slot, _ value: Slot) throws(Raise) {
    if vm(hook).isNull { return }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let argument = vm.slot(), result = vm.slot()
    vm.copy(argument, value)
    try vm.call(hook, Args(argument, 1), result)
    vm.copy(value, result)
  }
  /// A key and its colon; the key goes to `open`.
  private mutating func key(_ vm: inout VM, _ open: Slot, _ scratch: Slot) throws(Raise) {
    if next(vm) != 34 { throw fail(&vm) }
    try string(&vm, scratch)
    if let q = vm.interned(vm(scratch)) { vm.set(scratch, Value(q)) }
    try vm.listAppend(open, scratch)
    if next(vm) != UInt8(ascii: ":") { throw fail(&vm) }
    at &+= 1
  }

  private mutating func string(_ vm: inout VM, _ out: Slot) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    at &+= 1
    let builder = vm.slot()
    while true {
      let from = at, m = vm.memory, p = vm.place(text), n = UInt32(vm.bytesOf(text).count)
      while at < n, case let c = m.byte(p &+ at), c >= 32, c != 34, c != 92 { at &+= 1 }
      if at >= n || m.byte(p &+ at) < 32 { throw fail(&vm) }
      let c = m.byte(p &+ at)
      vm.port.spend(long: (at &- from) &* 4)
      if c == 34 && vm(builder).isNull {
        // Nothing was escaped.
        at &+= 1
        return try vm.newText(Kind.str, from: text, from, at &- 1, out)
      }
      if vm(builder).isNull { try vm.newBuilder(builder) }
      try vm.append(builder, text, from, at)
      at &+= 1
      if c == 34 { return try vm.finish(builder, Kind.str, out) }
      let e = at < n ? vm.bytesOf(text)[Int(at)] : 0
      at &+= 1
      switch e {
      case 34, 92, 47: try vm.append(builder, byte: e)
      case UInt8(ascii: "b"): try vm.append(builder, byte: 8)
      case UInt8(ascii: "t"): try vm.append(builder, byte: 9)
      case UInt8(ascii: "n"): try vm.append(builder, byte: 10)
      case UInt8(ascii: "f"): try vm.append(builder, byte: 12)
      case UInt8(ascii: "r"): try vm.append(builder, byte: 13)
      case UInt8(ascii: "u"):
        var point = try unit(&vm)
        let b = vm.bytesOf(text)
        // A pair of surrogates is one character.
        if point & 0xfc00 == 0xd800, Int(at) + 1 < b.count, b[Int(at)] == 92, b[Int(at) + 1] == UInt8(ascii: "u") {
          let before = at
          at &+= 2
          let low = try unit(&vm)
          if low & 0xfc00 == 0xdc00 { point = 0x1_0000 &+ (point & 0x3ff) &<< 10 &+ (low & 0x3ff) } else { at = before }
        }
        try vm.append(builder, point: point)
      default:
        at &-= 1
        throw fail(&vm)
      }
    }
  }
  private mutating func unit(_ vm: inout VM) throws(Raise) -> UInt32 {
    var n: UInt32 = 0, i = 0
    let b = vm.bytesOf(text)
    while i < 4 {
      guard Int(at) < b.count, let v = hexValue(b[Int(at)]) else { throw fail(&vm) }
      n = n &<< 4 | UInt32(v)
      at &+= 1
      i += 1
    }
    return n
  }

  private mutating func number(_ vm: inout VM, _ out: Slot) throws(Raise) {
    let b = vm.bytesOf(text), from = at
    var small: Int64 = 0, digits: UInt32 = 0, isFloat = false
    let negative = Int(at) < b.count && b[Int(at)] == 45
    if negative { at &+= 1 }
    if Int(at) < b.count, b[Int(at)] == UInt8(ascii: "I") || b[Int(at)] == UInt8(ascii: "N") {
      // Not JSON, but what CPython reads and writes.
      if b[Int(at)] == UInt8(ascii: "I") {
        try take(&vm, "Infinity")
        return try vm.newFloat(negative ? -.infinity : .infinity, out)
      }
      try take(&vm, "NaN")
      return try vm.newFloat(.nan, out)
    }
    while Int(at) < b.count {
      let c = b[Int(at)]
      if c >= 48 && c <= 57 {
        if digits < 18 { small = small &* 10 &+ Int64(c &- 48) }
        digits &+= 1
      } else if digits > 0 && (c == 46 || c | 32 == 101 || isFloat && (c == 43 || c == 45)) {
        isFloat = true
      } else {
        break
      }
      at &+= 1
    }
    if digits == 0 { throw fail(&vm) }
    if !isFloat && digits < 18 { return try vm.newInt(negative ? -small : small, out) }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let part = vm.slot()
    try vm.newText(Kind.bytes, from: text, from, at, part)
    if isFloat { try vm.parseFloat(part, out) } else { try vm.parseInt(part, base: 10, out) }
  }
}

extension VM {
  fileprivate mutating func loadJSON(_ text: Slot, _ a: Args, _ out: Slot) throws(Raise) {
    let b = try bind(a, from: 1, positional: 0, [Q.object_hook, Q.parse_float, Q.parse_int, Q.parse_constant, Q.object_pairs_hook, Q.cls])
    var i = 1
    while i < 6 {
      if given(b[i]) { throw raise(.NotImplementedError, "only object_hook is supported") }
      i += 1
    }
    let hook = slot(), value = slot()
    if given(b[0]) { copy(hook, b[0]) }
    _ = try source(text)
    var reader = JSONReader(text)
    try reader.read(&self, hook: hook, value)
    copy(out, value)
  }
}
//@native json:loads 1 1 kw
func jsonLoads(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.loadJSON(a[0], a, out) }
//@native json:load 1 1 kw
func jsonLoad(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot(), stream = vm.slot()
  vm.copy(stream, a[0])
  try vm.newBuilder(text)
  // One byte at a time where somebody else's code reads: it must not be made to wait for more than the text has.
  let most: UInt32 = vm(stream).isKind(Kind.instance) ? 1 : 512
  while try vm.streamRead(stream, most: most, text) > 0 {}
  try vm.loadJSON(text, a, out)
}
