import Port
import Python

// Module json.
//@module json
//@const json:JSONDecodeError ValueError
//@qstr separators indent sort_keys ensure_ascii default allow_nan skipkeys check_circular cls

/// Writes a value as JSON to a builder; with a stream the text goes out in parts.
struct JSONWriter {
  let builder: Slot
  /// Texts between items and behind keys; what one level is indented by, or null.
  let comma: Slot, colon: Slot, indent: Slot
  /// Called for what JSON has not, or null.
  let fallback: Slot
  /// Where the text goes, or null.
  let stream: Slot
  var sorted = false, ascii = true, skip = false

  /// Takes the keyword arguments of `dump` and `dumps`.
  init(_ vm: inout VM, _ a: Args, from first: UInt32, stream: Slot) throws(Raise) {
    let b = try vm.bind(
      a, from: first, positional: 0,
      [Q.separators, Q.indent, Q.sort_keys, Q.ensure_ascii, Q.default, Q.allow_nan, Q.skipkeys, Q.check_circular, Q.cls])
    builder = vm.slot()
    comma = vm.slot()
    colon = vm.slot()
    indent = vm.slot()
    fallback = vm.slot()
    self.stream = stream
    if b[2].address != 0 { sorted = try vm.truth(b[2]) }
    if b[3].address != 0 { ascii = try vm.truth(b[3]) }
    if b[6].address != 0 { skip = try vm.truth(b[6]) }
    if vm.given(b[4]) { vm.copy(fallback, b[4]) }
    if vm.given(b[8]) { throw vm.raise(.NotImplementedError, "cls of json") }
    if vm.given(b[1]) {
      if vm.isText(vm(b[1])) {
        vm.copy(indent, b[1])
      } else {
        var n = max(try vm.toInt32(b[1]), 0)
        try vm.newBuilder(indent)
        while n > 0 { try vm.append(indent, byte: 32); n -= 1 }
      }
    }
    if vm.given(b[0]) {
      let pair = vm.slot()
      if vm.native(vm(b[0])).isKind(Kind.dict) { throw vm.raise(.TypeError, "separators must be a pair of texts") }
      try vm.collectItems(b[0], Kind.tuple, pair)
      if vm(pair).int(1) != 2 { throw vm.raise(.ValueError, "separators must be a pair of texts") }
      vm.set(comma, vm(pair).at(2))
      vm.set(colon, vm(pair).at(3))
      try vm.needText(comma)
      try vm.needText(colon)
    } else {
      try vm.newString(vm(indent).isNull ? ", " : ",", comma)
      try vm.newString(": ", colon)
    }
    try vm.newBuilder(builder)
  }

  /// Gives the stream what there is.
  func flush(_ vm: inout VM, atLeast n: Int) throws(Raise) {
    if vm(stream).isNull || vm.bytesOf(builder).count < n { return }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let text = vm.slot(), result = vm.slot()
    let isBinary = vm.isMemoryStream(stream) && !vm.isTextStream(stream) || vm.isModuleObject(stream, ModuleType.FileIO)
    try vm.finish(builder, isBinary ? Kind.bytes : Kind.str, text)
    try vm.callMethod(stream, Q.write, Args(text, 1), result)
    try vm.newBuilder(builder)
  }

  private enum Shape { case word, text, number, dict, list, other }
  private func shape(_ vm: borrowing VM, _ value: Slot) -> Shape {
    let o = vm.native(vm(value))
    if o.value.isNone || o.value.isBool { return .word }
    if vm.isText(o) || o.isKind(Kind.bytes) || o.isKind(Kind.bytearray) { return .text }
    if vm.isInteger(o) || vm.isFloat(value) { return .number }
    return o.isKind(Kind.dict) ? .dict : o.isKind(Kind.list) || o.isKind(Kind.tuple) ? .list : .other
  }
  func write(_ vm: inout VM, _ value: Slot, depth: UInt32) throws(Raise) {
    try vm.enter()
    defer { vm.leave() }
    try vm.reserve(8)
    vm.port.spend(60)
    try vm.yieldPoint()
    switch shape(vm, value) {
    case .word: return try vm.append(builder, vm(value).value.isNone ? "null" : vm(value).value == .true ? "true" : "false")
    case .text: return try string(&vm, value)
    case .number: return try number(&vm, value)
    case .dict: return try dict(&vm, value, depth)
    case .list: return try list(&vm, value, depth)
    case .other: break
    }
    if vm(fallback).isNull {
      let name = Value(vm.typeName(vm(value)))
      throw vm.raise(.TypeError, "object of type '%' isn't JSON serializable", name)
    }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let argument = vm.slot(), result = vm.slot()
    vm.copy(argument, value)
    try vm.call(fallback, Args(argument, 1), result)
    try write(&vm, result, depth: depth)
  }

  private func number(_ vm: inout VM, _ value: Slot) throws(Raise) {
    if vm.isFloat(value) {
      let d = try vm.toDouble(value)
      if d.isNaN { return try vm.append(builder, "NaN") }
      if d.isInfinite { return try vm.append(builder, d < 0 ? "-Infinity" : "Infinity") }
    }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let plain = vm.slot()
    vm.set(plain, vm.native(vm(value)))
    try vm.repr(plain, builder)
  }

  private func string(_ vm: inout VM, _ value: Slot) throws(Raise) {
    try vm.append(builder, byte: 34)
    var i: UInt32 = 0
    while true {
      // Runs of what needs no escape are copied as they are.
      let from = i, m = vm.memory, p = vm.place(value), n = UInt32(vm.bytesOf(value).count)
      while i < n, case let c = m.byte(p &+ i), c >= 32, c != 34, c != 92, c < 0x7f || !ascii { i &+= 1 }
      if i > from { try vm.append(builder, value, from, i) }
      if i >= n { break }
      let c = utf8Point(vm.memory, vm.place(value) &+ i)
      i &+= c.width
      let short: UInt8
      switch c.point {
      case 34, 92: short = UInt8(c.point)
      case 8: short = UInt8(ascii: "b")
      case 9: short = UInt8(ascii: "t")
      case 10: short = UInt8(ascii: "n")
      case 12: short = UInt8(ascii: "f")
      case 13: short = UInt8(ascii: "r")
      default: short = 0
      }
      if short != 0 {
        try vm.append(builder, byte: 92)
        try vm.append(builder, byte: short)
      } else if c.point > 0xffff {
        try escape(&vm, 0xd7c0 &+ c.point &>> 10)
        try escape(&vm, 0xdc00 | c.point & 0x3ff)
      } else {
        try escape(&vm, c.point)
      }
    }
    try vm.append(builder, byte: 34)
  }
  private func escape(_ vm: inout VM, _ unit: UInt32) throws(Raise) {
    try vm.append(builder, "\\u")
    try vm.append(builder, hex: unit, width: 4)
  }

  /// A new line, if there is an indent.
  private func line(_ vm: inout VM, _ depth: UInt32) throws(Raise) {
    try flush(&vm, atLeast: 256)
    if vm(indent).isNull { return }
    try vm.append(builder, byte: 10)
    var i: UInt32 = 0
    while i < depth { try vm.append(builder, indent); i &+= 1 }
  }

  private func list(_ vm: inout VM, _ value: Slot, _ depth: UInt32) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let items = vm.slot(), item = vm.slot()
    vm.set(items, vm.native(vm(value)))
    let isTuple = vm(items).isKind(Kind.tuple)
    try vm.append(builder, byte: 91)
    var i: UInt32 = 0
    // A list may change while a stream is written to.
    while i < UInt32(bitPattern: vm(items).int(1)) {
      if i > 0 { try vm.append(builder, comma) }
      try line(&vm, depth &+ 1)
      if isTuple { vm.set(item, vm(items).at(2 &+ i)) } else { vm.set(item, vm(items).at(2).at(2 &+ i)) }
      try write(&vm, item, depth: depth &+ 1)
      i &+= 1
    }
    if i > 0 { try line(&vm, depth) }
    try vm.append(builder, byte: 93)
  }

  private func dict(_ vm: inout VM, _ value: Slot, _ depth: UInt32) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let items = vm.slot(), key = vm.slot(), item = vm.slot(), keys = vm.slot()
    vm.set(items, vm.native(vm(value)))
    if sorted {
      try vm.collectItems(items, Kind.list, keys)
      try vm.callMethod(keys, Q.sort, Args(key, 0), item)
    }
    try vm.append(builder, byte: 123)
    var i: UInt32 = 0, first = true
    while true {
      if sorted {
        if i >= UInt32(bitPattern: vm(keys).int(1)) { break }
        vm.set(key, vm(keys).at(2).at(2 &+ i))
        i &+= 1
        if try !vm.dictGet(items, key, item) { continue }
      } else if !vm.dictNext(items, &i, key: key, value: item) {
        break
      }
      let what = shape(vm, key)
      if what == .dict || what == .list || what == .other {
        if skip { continue }
        let name = Value(vm.typeName(vm(key)))
        throw vm.raise(.TypeError, "keys must be text, numbers or None, not '%'", name)
      }
      if !first { try vm.append(builder, comma) }
      first = false
      try line(&vm, depth &+ 1)
      if what != .text { try vm.append(builder, byte: 34) }
      try write(&vm, key, depth: depth)
      if what != .text { try vm.append(builder, byte: 34) }
      try vm.append(builder, colon)
      try write(&vm, item, depth: depth &+ 1)
    }
    if !first { try line(&vm, depth) }
    try vm.append(builder, byte: 125)
  }
}

//@native json:dumps 1 1 kw
func jsonDumps(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let none = vm.slot(), writer = try JSONWriter(&vm, a, from: 1, stream: none)
  try writer.write(&vm, a[0], depth: 0)
  try vm.finish(writer.builder, Kind.str, out)
}
//@native json:dump 2 2 kw
func jsonDump(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let stream = vm.slot()
  vm.copy(stream, a[1])
  let writer = try JSONWriter(&vm, a, from: 2, stream: stream)
  try writer.write(&vm, a[0], depth: 0)
  try writer.flush(&vm, atLeast: 1)
  vm.set(out, .none)
}
