import Port
import Testing

@testable import Python

@Suite struct CompilerTests {
  @Test func module() {
    #expect(
      compile("x = 1\nprint(x, -2, 'a')\n")
        == .code(
          """
          <module>() state 4 blocks 0 flags 0 defaults 0
            0 int17
            1 storeName x
            3 loadName print
            5 loadName x
            7 int14
            8 loadConstString a
            10 callFunction 3
            12 popTop
            13 loadConstNone
            14 returnValue

          """))
  }
  @Test func errors() {
    #expect(compile("x = \n") == .failed("SyntaxError: invalid syntax", line: 1))
    #expect(compile("x = 1\n  y = 2\n") == .failed("IndentationError: unexpected indent", line: 2))
    #expect(compile("if 1:\n    x\n  y\n") == .failed("IndentationError: unindent doesn't match any outer indent level", line: 3))
    #expect(compile("def f():\n  break\n") == .failed("SyntaxError: 'break'/'continue' outside loop", line: 2))
    #expect(compile("return 1\n") == .failed("SyntaxError: 'return' outside function", line: 1))
  }
}

@Suite struct CompilerMessageTests {
  /// Source, message, line: those that MicroPython's suite or CPython pin.
  static let refused: [(String, String, Int)] = [
    ("a b\n", "SyntaxError: invalid syntax", 1),
    ("def f(a, a): pass\n", "SyntaxError: argument name reused", 1),
    ("def f(a=1, b): pass\n", "SyntaxError: non-default argument follows default argument", 1),
    ("\n1 = x\n", "SyntaxError: can't assign to expression", 2),
    ("f() += 1\n", "SyntaxError: can't assign to expression", 1),
    ("del 1\n", "SyntaxError: can't delete expression", 1),
    ("*a, *b = c\n", "SyntaxError: multiple *x in assignment", 1),
    ("*a\n", "SyntaxError: *x must be assignment target", 1),
    ("f(**a, *b)\n", "SyntaxError: * arg after **", 1),
    ("f(a=1, *b)\n", "SyntaxError: * arg after kwarg", 1),
    ("f(**a, b)\n", "SyntaxError: positional arg after **", 1),
    ("f(a=1, b)\n", "SyntaxError: positional arg after keyword arg", 1),
    ("f(1=2)\n", "SyntaxError: LHS of keyword arg must be an id", 1),
    ("{1: 2, 3}\n", "SyntaxError: expecting key:value for dict", 1),
    ("{1, 2: 3}\n", "SyntaxError: expecting just a value for set", 1),
    ("nonlocal x\n", "SyntaxError: can't declare nonlocal in outer code", 1),
    ("def f():\n  nonlocal x\n", "SyntaxError: no binding for nonlocal found", 2),
    ("def f():\n  x = 1\n  global x\n", "SyntaxError: identifier redefined as global", 3),
    ("try: pass\nexcept: pass\nexcept A: pass\n", "SyntaxError: default 'except' must be last", 2),
    ("yield 1\n", "SyntaxError: 'yield' outside function", 1),
    ("await x\n", "SyntaxError: 'await' outside function", 1),
    ("def f():\n  from a import *\n", "SyntaxError: import * not at module level", 2),
    ("def f():\n  async with a: pass\n", "SyntaxError: async for/with outside async function", 2),
    ("@micropython.asm_thumb\ndef f(): pass\n", "SyntaxError: invalid micropython decorator", 1),
    ("x = const(y)\n", "SyntaxError: not a constant", 1),
    ("f'{'\n", "SyntaxError: invalid syntax", 1),
    ("f'{}'\n", "SyntaxError: malformed f-string", 1),
    ("x = '\\N{BULLET}'\n", "NotImplementedError: unicode name escapes", 1),
    ("if 1:\npass\n", "IndentationError: expected an indented block", 2),
  ]
  @Test(arguments: refused) func message(_ source: String, _ message: String, _ line: Int) {
    #expect(compile(source) == .failed(message, line: line))
  }

  @Test func promptWantsMore() throws {
    let h = Harness()
    var vm = h.interpreter()
    let s = vm.slot()
    for (text, more) in [
      ("x = 1", false), ("if x:", true), ("if x:\n  y", true), ("if x:\n  y\n", false), ("f(", true), ("f()", false), ("'''a", true), ("'a", false),
      ("a = \\", true),
      ("@d", true), ("match = 1", false), ("match x:", true), ("forest = 1", false), ("# (", false), ("", false),
    ] {
      try vm.put(text, s)
      let answer = try vm.wantsMore(s)
      #expect(answer == more, "\(text)")
    }
  }

  @Test func hostileHeapGivesTheSameCode() {
    let text = String(decoding: CompilerFuzzTests.seed, as: UTF8.self).replacing("nonlocal_ = [i for_ in x]", with: "h = [i for i in x]").replacing(
      "class C(B, *bases, m=1)", with: "class C(B, m=1)"
    ).replacing(" b''", with: "").replacing("x = const(", with: "X = const(")
    let plain = compile(text), hostile = compile(text, hostile: true)
    #expect(plain == hostile)
    if case .failed(let message, let line) = plain { Issue.record("\(message) \(line)") }
  }

  @Test func farJumpsGrow() {
    // The body is longer than a short jump reaches: the unit is emitted again.
    let body = String(repeating: "  a.b(c)\n", count: 40)
    guard case .code(let text) = compile("while x:\n\(body)") else { Issue.record("refused"); return }
    #expect(text.contains("popJumpIfTrue 3\n"))
  }
}
