import Port
import Testing

@testable import Python

/// A function's code put together by hand: the VM without the compiler.
struct Assembly {
  /// Locals and operands together, exception blocks, positional parameters, flags of the prelude.
  var total = 8, blocks = 0, parameters = 0, generator = false
  var names: [StaticString] = []
  var constants = 0
  var ops: [UInt8] = []

  static func op(_ o: Op) -> UInt8 { o.rawValue }

  /// Makes the function's code object in `out`; string number 0 is the file, 1 the function's name.
  func make(_ vm: inout VM, _ out: Slot) throws {
    let strings = vm.slot(), context = vm.slot(), code = vm.slot(), bytecode = vm.slot()
    let all: [StaticString] = ["test.py", "f"] + names
    try vm.newItems(Kind.storage, UInt32(all.count), strings)
    for (i, s) in all.enumerated() {
      let q = try vm.intern(UnsafeRawBufferPointer(start: s.utf8Start, count: s.utf8CodeUnitCount))
      vm(strings).set(2 + UInt32(i), Value(q))
    }
    try vm.new(Kind.codeContext, words: CodeContext.words, context)
    vm(context).set(CodeContext.strings, vm(strings))
    var bytes: [UInt8] = []
    // Signature: one byte, and one more for what does not fit it.
    let s = total - 1
    bytes.append(UInt8(0x80 | (s & 15) << 3 | (blocks & 1) << 2 | parameters & 3))
    bytes.append(UInt8((s >> 4 & 3) << 4 | (blocks >> 1 & 1) << 1 | (generator ? 0x40 : 0) | (parameters & 4)))
    // Sizes: the name and the parameters' names; one line-table entry; no cells.
    let info = [1] + [UInt8](repeating: 1, count: parameters)
    bytes.append(UInt8(info.count << 1))
    bytes += info + ops
    try vm.newRaw(Kind.bytecode, bytes: UInt32(bytes.count), bytecode)
    for (i, b) in bytes.enumerated() { vm(bytecode).setByte(8 + UInt32(i), b) }
    try vm.new(Kind.code, words: Code.words, code)
    vm(code).set(Code.bytecode, vm(bytecode))
    vm(code).set(Code.context, vm(context))
    vm.copy(out, code)
  }

  /// Runs it as a module and answers the result, which must be a small integer.
  func run(_ vm: inout VM) throws -> Int32 {
    let top = vm.mark
    defer { vm.release(to: top) }
    let code = vm.slot(), globals = vm.slot(), out = vm.slot()
    try make(&vm, code)
    vm.set(globals, vm.root(.main))
    try vm.execute(code, globals: globals, locals: globals, out)
    let v = vm(out).value
    #expect(v.isInt)
    return v.int
  }
}

private func int(_ n: Int) -> UInt8 { UInt8(0x80 + n) }
private func binary(_ o: BinaryOp) -> UInt8 { 0xd7 + o.rawValue }
private func load(_ n: UInt8) -> UInt8 { 0xb0 + n }
private func store(_ n: UInt8) -> UInt8 { 0xc0 + n }
private func at(_ o: Op) -> UInt8 { o.rawValue }

@Suite struct VMBytecodeTests {
  /// Swift 6.3.1 deletes live stores through typed pointers with negative offsets (swiftlang/swift#77558); the stack's cursor must not
  /// be affected at any optimisation level.
  @Test func storesAtNegativeOffsetsStay() {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 8)
    defer { memory.deallocate() }
    for i in 0..<16 { memory.storeBytes(of: 0, toByteOffset: i * 4, as: UInt32.self) }
    header(Words(memory + 32))
    #expect(Words(memory)[7] == 7 && Words(memory)[4] == 9 && Words(memory)[8] == 3)
    let top = push(Words(memory + 32))
    #expect(top[0] == 2 && top[-1] == 1)
  }
  @inline(never) private func header(_ p: Words) {
    p[-1] = 7
    p[-4] = 9
    p[0] = 3
  }
  @inline(never) private func push(_ s: Words) -> Words {
    var sp = s
    sp.move(-1)
    sp[0] = 1
    sp.move(1)
    sp[0] = 2
    return sp
  }

  @Test func everyByteIsAnOpcode() {
    for i in 0...255 { #expect(unsafeBitCast(UInt8(i), to: Op.self).rawValue == UInt8(i)) }
  }

  @Test func smallIntegersAndLocals() throws {
    let h = Harness()
    var vm = h.interpreter()
    var a = Assembly()
    a.ops = [int(40), store(0), load(0), int(2), binary(.add), at(.returnValue)]
    #expect(try a.run(&vm) == 42)
    a.ops = [int(-7), int(2), binary(.floor), at(.returnValue)]
    #expect(try a.run(&vm) == -4)
    a.ops = [int(-7), int(2), binary(.modulo), at(.returnValue)]
    #expect(try a.run(&vm) == 1)
    a.ops = [int(-8), int(1), binary(.right), int(3), binary(.xor), at(.returnValue)]
    #expect(try a.run(&vm) == (-4 ^ 3))
    a.ops = [int(5), int(3), binary(.left), int(7), binary(.multiply), at(.returnValue)]
    #expect(try a.run(&vm) == 280)
  }

  @Test func jumpsAndLoops() throws {
    let h = Harness()
    var vm = h.interpreter()
    var a = Assembly()
    // while i < 10: i += 1
    a.ops = [
      int(0), store(0), at(.jump), 0x40 + 4, load(0), int(1), binary(.inAdd), store(0), load(0), int(10), binary(.less), at(.popJumpIfTrue), 0x40 - 9, load(0),
      at(.returnValue),
    ]
    #expect(try a.run(&vm) == 10)
  }

  @Test func exceptionBlocks() throws {
    let h = Harness()
    var vm = h.interpreter()
    var a = Assembly()
    a.blocks = 1
    // try: <unset local> except: 5
    a.ops = [at(.setupExcept), 4, load(3), at(.popTop), at(.popExceptJump), 3, at(.popTop), int(5), store(0), int(5), at(.returnValue)]
    #expect(try a.run(&vm) == 5)
    // try: return 1 finally: local 0 = 9
    a.ops = [at(.setupFinally), 3, int(1), at(.returnValue), at(.loadConstNone), int(9), store(0), at(.endFinally), int(3), at(.returnValue)]
    #expect(try a.run(&vm) == 1)
  }

  @Test func tracebackNamesFileLineAndFunction() throws {
    let h = Harness()
    var vm = h.interpreter()
    var a = Assembly()
    a.ops = [load(3), at(.returnValue)]
    let e = vm.slot()
    do {
      _ = try a.run(&vm)
      Issue.record("nothing raised")
    } catch {
      Harness.expect(vm.pendingIs(.NameError))
      vm.takePending(e)
    }
    let t = vm(e).at(ExceptionField.traceback)
    Harness.expect(vm(e).isKind(Kind.exception))
    Harness.expect(vm.tracebackPart(t, 0, 1) == Value(int: 1))
    Harness.expect(vm.frameIsClear)
  }

  @Test func recursionEndsInRuntimeError() throws {
    let h = Harness()
    var vm = h.interpreter()
    var a = Assembly()
    a.names = ["g"]
    a.ops = [at(.loadGlobal), 2, at(.callFunction), 0, at(.returnValue)]
    let code = vm.slot(), f = vm.slot(), globals = vm.slot(), out = vm.slot()
    try a.make(&vm, code)
    try vm.new(Kind.function, words: Function.words, f)
    vm.set(globals, vm.root(.main))
    vm(f).set(Function.code, vm(code))
    vm(f).set(Function.globals, vm(globals))
    let g = try vm.intern(UnsafeRawBufferPointer(start: ("g" as StaticString).utf8Start, count: 1))
    try vm.dictStore(globals, g, f)
    #expect(throws: Raise.self) { try vm.call(f, Args(out, 0), out) }
    Harness.expect(vm.pendingIs(.RuntimeError))
    Harness.expect(vm.frameIsClear)
  }
}

extension VM {
  /// No Python frame is left.
  fileprivate var frameIsClear: Bool { memory[thread + Thread.frame] == 0 }
}
