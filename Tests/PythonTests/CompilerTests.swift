import Port
import Testing

@testable import Python

@Suite struct CompilerTests {
  @Test func module() {
    #expect(
      compile("x = 1\nprint(x, -2, 'a')\n") == .code(
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
