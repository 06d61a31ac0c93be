import Testing

@testable import Python

/// `@micropython.viper`: words of 32 bits, static types, pointers into objects with bytes.
@Suite struct ViperTests {
  private func check(_ program: String, _ expected: String) throws {
    #expect(try runPython(program) == expected)
    #expect(try runPython(program, hostile: true) == expected)
  }

  @Test func arithmeticWraps() throws {
    try check(
      """
      @micropython.viper
      def f(a: int, b: int) -> int:
          return a * b + a
      @micropython.viper
      def g(a: uint, b: uint) -> uint:
          return a - b
      @micropython.viper
      def h(a: int, n: int) -> int:
          return a << n
      @micropython.viper
      def k(a: uint, n: uint) -> uint:
          return a >> n
      print(f(0x7fffffff, 2), f(-0x80000000, 3), g(1, 2), h(1, 31), h(3, 31), k(-1, 28), -7 >> 1)
      @micropython.viper
      def neg(a: int) -> int:
          return -a
      @micropython.viper
      def inv(a: uint) -> uint:
          return ~a
      print(neg(-0x80000000), inv(0), inv(0xffff0000))
      @micropython.viper
      def big() -> int:
          x = 0xffffffff
          y = 0x80000000
          return x + y
      print(big())
      @micropython.viper
      def loop(n: int) -> int:
          total = 0
          for i in range(n):
              if not i & 1:
                  total += i * i
          return total
      print(loop(2000))
      """, "2147483645 0 4294967295 -2147483648 -2147483648 15 -4\n-2147483648 4294967295 65535\n2147483647\n1331334000\n")
  }

  @Test func pointersReadAndWriteBytes() throws {
    try check(
      """
      import array
      @micropython.viper
      def fill(p: ptr16, n: int, v: int):
          for i in range(n):
              p[i] = v + i
      @micropython.viper
      def sum32(x) -> int:
          p = ptr32(x)
          return p[0] + p[1]
      @micropython.viper
      def swap(p: ptr8):
          p[0], p[1] = p[1], p[0]
      @micropython.viper
      def mark(p: ptr8):
          p[2] |= 0x80
          p[3] = True
      b = bytearray(8)
      fill(b, 4, 0xfffe)
      print(b)
      swap(b)
      mark(b)
      print(b, sum32(array.array('i', [-5, 3])), sum32(b'\\x01\\0\\0\\0\\x02\\0\\0\\0'))
      fill(memoryview(b)[4:8], 2, 0x4142)
      print(b)
      for p in (b[:3], b'12345678', 8):
          try:
              fill(p, 2, 0)
          except (IndexError, TypeError, ValueError) as e:
              print(type(e).__name__)
      """,
      "bytearray(b'\\xfe\\xff\\xff\\xff\\x00\\x00\\x01\\x00')\nbytearray(b'\\xff\\xfe\\xff\\x01\\x00\\x00\\x01\\x00') -2 3\nbytearray(b'\\xff\\xfe\\xff\\x01BACA')\nIndexError\nTypeError\nValueError\n"
    )
  }

  /// An address that has become a number stays good: its bytes are pinned.
  @Test func addressesStay() throws {
    try check(
      """
      import gc
      @micropython.viper
      def where(p: ptr8) -> ptr8:
          return p
      @micropython.viper
      def poke(p: ptr8, v: int):
          p[1] = v
      junk = [bytearray(100) for i in range(20)]
      b = bytearray(b'abcd')
      a = where(b)
      junk = None
      gc.collect()
      poke(a, ord('X'))
      print(b, type(a).__name__)
      """, "bytearray(b'aXcd') int\n")
  }

  @Test func typesAreChecked() throws {
    func refuses(_ body: String, _ message: String) throws {
      let text = "@micropython.viper\\n" + body.replacing("\n", with: "\\n")
      try check("try:\n    exec(\"\(text)\")\nexcept Exception as e:\n    print(type(e).__name__, e)", message + "\n")
    }
    try refuses("def f(x: int, y: uint): return x < y", "ViperTypeError comparison of int and uint")
    try refuses("def f(x: int): return x", "ViperTypeError return expected 'object' but got 'int'")
    try refuses("def f(x: int):\n x = 1\n y = x + 'a'", "ViperTypeError can't do binary op between 'int' and 'object'")
    try refuses("def f(x: int) -> int:\n for i in range(x):\n  y = []\n y = 1\n return y", "ViperTypeError local 'y' has type 'object' but source is 'int'")
    try refuses("def f(x: ptr8): print(x)", "NotImplementedError conversion to object")
    try refuses("def f(x: ptr8) -> int: return x['a']", "ViperTypeError can't load with 'object' index")
    try refuses("def f(x: float): pass", "ViperTypeError unknown type 'float'")
    try refuses("def f(): yield 1", "NotImplementedError native yield")
    try refuses("def f(x: int): return int(x, 2)", "ViperTypeError cast takes one argument")
  }

  /// Both arms of choices, closures, chained comparisons and nested functions keep their types.
  @Test func mixesWithOrdinaryCode() throws {
    try check(
      """
      @micropython.viper
      def clamp(x: int, low: int, high: int) -> int:
          return low if x < low else high if x > high else x
      print(clamp(5, 0, 3), clamp(-1, 0, 3), clamp(2, 0, 3))
      @micropython.viper
      def between(a: int, b: int, c: int) -> bool:
          return a <= b < c
      print(between(1, 2, 3), between(3, 2, 1))
      @micropython.viper
      def outer(n: int):
          k = n + 1
          def inner(x):
              return x + k
          return inner
      print(outer(0x3fffffff)(1))
      @micropython.viper
      def obj(d, n: int):
          d['n'] = n
          d['m'] = d['n']
          return d
      print(obj({}, 7))
      @micropython.viper
      def nothing(a: int) -> int:
          if a:
              return a
      print(nothing(3), nothing(0))
      """, "3 0 2\nTrue False\n1073741825\n{'n': 7, 'm': 7}\n3 0\n")
  }
}
