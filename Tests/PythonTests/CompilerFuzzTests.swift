import Foundation
import Port
import Testing

@testable import Python

/// Malformed source and malformed files must end in an exception, never in a trap.
@Suite struct CompilerFuzzTests {
  struct Random {
    var state: UInt64
    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
  }
  static let seed = Array(
    """
    import a.b as c, d
    from . import (x as y, z,)
    @deco(1)
    def f(a, b=2, /, c=3, *args, d: int = 4, **kw) -> None:
        global g; nonlocal_ = [i for_ in x] if a else None
        try:
            with open(a) as f, (b) as (c, *d): yield from f
        except (A, B) as e: raise X from e
        else: pass
        finally: return -1
        for i in range(10):
            if i < 3 <= j != k: continue
            elif not i: break
        else: del a.b, c[1:2, ::3]
        while x := y(): assert x, 'm'
        return lambda *a, k=1: (yield)
    class C(B, *bases, m=1):
        x = const(1 << 5); _y: int = 0x1F + 1_000 * 2.5e-3j
        def m(self): return super().m(*a, b=1, **k)
    async def g():
        async for i in a: await b
        async with a as b: pass
    match v:
        case [1, -2, *_] | {'k': w, **r} | P(x, y=None): pass
        case 'a' 'b' as q if q: pass
    s = f'{x!r:>{w}} {y=} {{}}' b'' r'\\d' "\\x41\\u00e9\\n" '''t
    q'''
    @micropython.viper
    def v(p: ptr8, n: int, u: uint, o) -> int:
        for i in range(n):
            p[i] = p[0] + i * 2 << 3; x: int = -i if n else ~i; u >>= 1
            y = int(u) // 3 + int(len(o)); o[i] = bool(y), y < n <= 5; q = ptr32(o)
        if not n: return int(q)
        return 0xffffffff
    t = {**a, 'b': [*c, 1]}, {1, *d}, {k: v for k, v in z if k}, (i for i in j)

    """.utf8)

  /// TAYBERRY_FUZZ=N: N rounds, from a seed of their own (`make fuzz-python`).
  static let rounds = ProcessInfo.processInfo.environment["TAYBERRY_FUZZ"].flatMap(Int.init) ?? 4000

  @Test func mutatedSource() throws {
    let h = Harness()
    var random = Random(state: 42)
    let tokens = [
      "(", ")", "[", "]", "{", "}", ":", ",", "\n", "    ", "\t", "'", "\"", "'''", "f'", "f'{", "}'", "\\", "*", "**", "=", ":=", "if", "else", "for", "in",
      "def f():", "lambda",
      "yield", "await", "async", "not", "is", "0x", "1e", "1_", "\0", "\u{e9}", "#", ";", "@", "...", ".", "->", "class", "match x:", "case", "case _:",
      "nonlocal x", "global x", "super()",
      "@micropython.viper\n", "ptr8(", "uint(", "-> int", ": int", ": uint", ": ptr16", "try:", "except", "finally:", "with", "import", "from", "const(", "!r",
      "return", "del", "assert",
    ].map { Array($0.utf8) }
    var vm = h.interpreter(heap: 256 << 10, hostile: false)
    let starts = Self.seed.indices.filter {
      $0 == 0 || Self.seed[$0 - 1] == 10 && Self.seed[$0] > 32 && Self.seed[$0] != 64 && Self.seed[$0] != 100 || Self.seed[$0] == 64
    }
    let rounds = Self.rounds
    if rounds != 4000 { random.state = UInt64(rounds) }
    for round in 0..<rounds {
      // From some statement on, and round to the one before: an error ends the compilation, so each must come first sometimes.
      let start = starts[random.next(starts.count)]
      var text = Array(Self.seed[start...] + Self.seed[..<start])
      let lines = random.next(2) == 0
      for _ in 0...random.next(4) {
        let at = random.next(text.count)
        switch random.next(5) {
        case 0: text.remove(at: at)
        case 1: text.insert(contentsOf: tokens[random.next(tokens.count)], at: at)
        case 2: text[at] = UInt8(truncatingIfNeeded: random.next(256))
        case 3: text.removeSubrange(at..<min(text.count, at + random.next(40)))
        default: text.insert(contentsOf: text[at..<min(text.count, at + random.next(60))], at: random.next(text.count))
        }
        if text.isEmpty { text = [10] }
      }
      if lines { text = Array(text.prefix(random.next(text.count) + 1)) }
      let before = vm.mark.address, depth = vm.memory[vm.thread &+ Thread.depth]
      _ = compile(&vm, text, mode: CompileMode(rawValue: UInt8(round % 3))!)
      #expect(vm.mark.address == before)
      #expect(vm.memory[vm.thread &+ Thread.depth] == depth)
    }
  }

  @Test func deepNesting() {
    for open in ["(", "[", "{1:", "f(", "-", "not ", "lambda:", "a if b else ", "f'{", "x**", "if 1:\n "] {
      let result = compile(String(repeating: open, count: 3000), mode: .module)
      if case .code = result { Issue.record("\(open) compiled") }
    }
    // Long, not deep.
    guard case .code = compile("x = a" + String(repeating: " + a", count: 3000)) else { Issue.record("chain"); return }
    guard case .code = compile("x = a" + String(repeating: ".b(c)", count: 2000)) else { Issue.record("trailers"); return }
    guard case .code = compile("if a: pass\n" + String(repeating: "elif a: pass\n", count: 1000)) else { Issue.record("elif"); return }
  }

  @Test func mutatedFiles() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 256 << 10, hostile: false)
    var random = Random(state: 7)
    let source = vm.slot(), code = vm.slot()
    let text = Array(
      "import a\ndef f(x, *y, k=1.5):\n  try:\n    for i in y:\n      with x as z: yield i, 'some long constant text', b'abc', 123456789012345\n  except E as e:\n    return [j for j in e]\n  finally: g(lambda: x)\n"
        .utf8)
    try vm.newRaw(Kind.bytes, bytes: UInt32(text.count), source)
    for (i, b) in text.enumerated() { vm(source).setByte(12 + UInt32(i), b) }
    try vm.compile(source, file: Q.__main__, mode: .module, code)
    try vm.saveMPY(code, source)
    let count = UInt32(vm(source).int(1))
    let good = (0..<count).map { vm(source).byte(12 + $0) }
    var accepted = 0
    if Self.rounds != 4000 { random.state = UInt64(Self.rounds) }
    for _ in 0..<Self.rounds {
      var bytes = good
      for _ in 0...random.next(3) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
      if random.next(4) == 0 { bytes = Array(bytes.prefix(random.next(bytes.count))) }
      let mark = vm.mark
      do throws(Raise) {
        try vm.newRaw(Kind.bytes, bytes: UInt32(bytes.count), source)
        for (i, b) in bytes.enumerated() { vm(source).setByte(12 + UInt32(i), b) }
        try vm.loadMPY(source, code)
        accepted += 1
      } catch { vm.takePending(code) }
      vm.release(to: mark)
    }
    #expect(accepted < Self.rounds * 5 / 8)
    #expect(vm.memory[vm.thread &+ Thread.depth] == 0)
  }

  /// Every byte of a file full of closures is replaced by every instruction that names cells or makes functions, and every operand by small
  /// numbers: what is still accepted runs to its end, or to an exception.
  @Test func craftedClosures() throws {
    let h = Harness()
    var vm = h.interpreter(heap: 256 << 10, hostile: false)
    let source = vm.slot(), code = vm.slot()
    let text = Array(
      "def f(a, b=2, *, c=3):\n  d = a\n  def g(x, y=b):\n    nonlocal d\n    d = x\n    return lambda: (a, d, y)\n  def n(): return c\n  del b\n  return g(1)(), n()\nr = f(4), f(5, c=6)\n"
        .utf8)
    try vm.newRaw(Kind.bytes, bytes: UInt32(text.count), source)
    for (i, b) in text.enumerated() { vm(source).setByte(12 + UInt32(i), b) }
    try vm.compile(source, file: Q.__main__, mode: .module, code)
    try vm.saveMPY(code, source)
    let count = UInt32(vm(source).int(1))
    let good = (0..<count).map { vm(source).byte(12 + $0) }
    let values = [0x20, 0x21, 0x32, 0x33, 0x25, 0x27, 0x29, 0xb0, 0xc0, 0xc2, 0, 1, 3].map { UInt8($0) }
    var accepted = 0
    for at in 4..<good.count {
      for value in values where value != good[at] {
        var bytes = good
        bytes[at] = value
        let mark = vm.mark
        defer { vm.release(to: mark) }
        let globals = vm.slot(), result = vm.slot()
        do throws(Raise) {
          try vm.newRaw(Kind.bytes, bytes: UInt32(bytes.count), source)
          for (i, b) in bytes.enumerated() { vm(source).setByte(12 + UInt32(i), b) }
          try vm.loadMPY(source, code)
          accepted += 1
          try vm.newDict(globals)
          try vm.execute(code, globals: globals, locals: globals, result)
        } catch { vm.takePending(result) }
      }
    }
    #expect(accepted > 100)
  }
}
