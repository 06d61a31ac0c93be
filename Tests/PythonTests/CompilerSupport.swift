import Port

@testable import Python

/// What compiling a text gave: the instructions, or the error.
enum Compiled: Equatable, CustomStringConvertible {
  case code(String)
  case failed(String, line: Int)
  var description: String {
    switch self {
    case .code(let s): s
    case .failed(let s, let line): "\(s), line \(line)"
    }
  }
}

/// Compiles in a fresh interpreter.
func compile(_ text: String, mode: CompileMode = .module, hostile: Bool = false, heap: UInt32 = 160 << 10, optimisation: UInt32 = 0) -> Compiled {
  let h = Harness()
  var vm = h.interpreter(heap: heap, hostile: hostile)
  vm.memory[vm.state &+ State.optimisation] = optimisation
  return compile(&vm, Array(text.utf8), mode: mode)
}

func compile(_ vm: inout VM, _ text: [UInt8], mode: CompileMode) -> Compiled {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let source = vm.slot(), code = vm.slot()
  do throws(Raise) {
    try vm.newRaw(Kind.bytes, bytes: UInt32(text.count), source)
    for (i, b) in text.enumerated() { vm(source).setByte(12 + UInt32(i), b) }
    let file = try vm.interned("t.py")
    try vm.compile(source, file: file, mode: mode, code)
    return .code(disassemble(&vm, code))
  } catch {
    return pendingError(&vm)
  }
}

/// Type, message and line of the pending exception, which is taken.
func pendingError(_ vm: inout VM) -> Compiled {
  let e = vm.slot()
  vm.takePending(e)
  guard vm(e).isKind(Kind.exception) else { return .failed("?", line: 0) }
  let type = vm(e).at(1).at(TypeObject.name).value
  var text = string(&vm, type)
  var message = Value.null
  do {
    let args = vm(e).at(3)
    if args.isObject && args.int(1) > 0 { message = args.at(2).value }
  }
  if message != .null { text += ": " + string(&vm, message) }
  let trace = vm(e).at(4)
  return .failed(text, line: trace.isObject ? Int(trace.int(3)) : 0)
}

func string(_ vm: inout VM, _ v: Value) -> String {
  let s = vm.slot()
  vm.set(s, v)
  defer { vm.release(to: s) }
  if v.isQstr { vm.set(s, vm.text(vm(s))) }
  let t = vm(s)
  return String(decoding: (0..<UInt32(t.int(1))).map { t.byte(12 + $0) }, as: UTF8.self)
}

/// One line for each instruction; functions in order, each with a head: name, state, blocks, flags, arguments.
func disassemble(_ vm: inout VM, _ code: Slot) -> String {
  var out = ""
  disassemble(&vm, code, "", &out)
  return out
}
private func disassemble(_ vm: inout VM, _ code: Slot, _ indent: String, _ out: inout String) {
  let mark = vm.mark
  defer { vm.release(to: mark) }
  let bytes: [UInt8]
  do { let b = vm(code).at(Code.bytecode); bytes = (0..<UInt32(b.int(1))).map { b.byte(8 + $0) } }
  func q(_ n: Int) -> String {
    let v = vm(code).at(Code.context).at(CodeContext.strings).at(2 + UInt32(n)).value
    return string(&vm, v)
  }
  var p = 0
  func next() -> Int { p += 1; return Int(bytes[p - 1]) }
  func number() -> Int { var n = 0, b = 0; repeat { b = next(); n = n << 7 | b & 127 } while b & 128 != 0; return n }
  var b = next()
  var S = b >> 3 & 15, E = b >> 2 & 1, A = b & 3, F = 0, K = 0, D = 0, n = 0
  while b & 128 != 0 {
    b = next()
    S |= (b >> 4 & 3) << (4 + 2 * n); E |= (b >> 1 & 1) << (1 + n); F |= (b >> 6 & 1) << n
    A |= (b >> 2 & 1) << (2 + n); K |= (b >> 3 & 1) << n; D |= (b & 1) << n
    n += 1
  }
  S += 1
  var I = 0, C = 0
  n = 0
  repeat { b = next(); I |= (b >> 1 & 63) << (6 * n); C |= (b & 1) << n; n += 1 } while b & 128 != 0
  let info = p
  let name = q(number())
  var arguments: [String] = []
  for _ in 0..<(A + K) { arguments.append(q(number())) }
  p = info + I
  let cells = bytes[p..<p + C].map { Int($0) }
  p += C
  let start = p
  out += "\(indent)\(name)(\(arguments.joined(separator: ","))) state \(S) blocks \(E) flags \(F) defaults \(D)\(cells.isEmpty ? "" : " cells \(cells)")\n"
  while p < bytes.count {
    let at = p - start
    let op = Op(rawValue: bytes[p])!
    p += 1
    var text = "\(op)"
    switch op.operand {
    case .none: break
    case .number, .numberAndByte:
      let n = number()
      if op.rawValue < 0x20 { text += " " + q(n) } else { text += " \(n)" }
      if op.operand == .numberAndByte { text += " \(next())" }
    case .signedNumber:
      var n = bytes[p] & 64 != 0 ? -1 : 0, b = 0
      repeat { b = next(); n = n << 7 | b & 127 } while b & 128 != 0
      text += " \(n)"
    case .forward, .signed, .signedAndByte:
      let isSigned = op.operand != .forward
      var d = next()
      if d & 128 != 0 { d = d & 127 | next() << 7; if isSigned { d -= 0x4000 } } else if isSigned { d -= 64 }
      text += " \(p - start + d)"
      if op.operand == .signedAndByte { text += " \(next())" }
    }
    out += "\(indent)  \(at) \(text)\n"
  }
  let child = vm.slot()
  let total = vm(code).at(Code.children).isNull ? 0 : UInt32(vm(code).at(Code.children).int(1))
  for i in 0..<total {
    vm.set(child, vm(code).at(Code.children).at(2 + i))
    disassemble(&vm, child, indent + "  ", &out)
  }
}
