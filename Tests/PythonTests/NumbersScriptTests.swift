import Testing
@testable import Python

/// Constructors, methods and built-in functions on numbers, called from Python and compared with CPython.
@Suite struct NumbersScriptTests {
  static let expressions = #"""
    int(), int('12'), int('-0x1f', 16), int('zz', 36), int('0b101', 0), int(' 1_000 '), int(3.99), int(-3.99), int(1e30), int(b'77'), int(True)
    float(), float('1e3'), float('-inf'), float(' 2.5 '), float(7), float(10**30)
    complex(), complex(1, 2), complex('1+2j'), complex('-j'), (1+2j)*(3-4j), (1+2j)/(3-4j), abs(3+4j), (1+2j).conjugate(), (2+0j)**3, 1j**2
    abs(-5), abs(-2.5), abs(-2**70), bin(10), bin(-10), hex(255), hex(-2**70), oct(8), hex(0)
    divmod(7, 3), divmod(-7, 3), divmod(7.5, -2), divmod(2**70, 10**9), pow(2, 10), pow(3, 200, 1000007), pow(3, -1, 7), pow(2, -2), pow(2**100, 3, -12345)
    round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5e15), round(1e300) % 1000003, round(0.5), round(1.15, 1)
    (255).bit_length(), (-256).bit_length(), (2**100).bit_length(), (0).bit_length(), (255).bit_count(), (7).real, (7).imag, (7).numerator, (7).denominator, (-7).conjugate()
    (1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-2).to_bytes(3, 'big', signed=True), (2**70).to_bytes(10, 'little'), (-128).to_bytes(1, 'big', signed=True), (0).to_bytes(1, 'big'), (0).to_bytes(0, 'big')
    int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x04\x00', 'little'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'\xff' * 12, 'little', signed=True), int.from_bytes(b'\x80' + b'\0' * 9, 'big', signed=True), int.from_bytes([1, 2], 'big'), int.from_bytes(b'', 'big')
    (2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (-1e300).as_integer_ratio() == (int(-1e300), 1), (5e-324).as_integer_ratio()[1] == 2**1074, (7.5).hex(), (-0.0).hex(), (5e-324).hex(), float.fromhex('0x1.8p3'), float.fromhex('-0x.1p-4'), float.fromhex('inf')
    hash(1) == hash(1.0) == hash(1+0j) == hash(True), hash(2**70) == hash(2.0**70), hash(-2**40) == hash(-2.0**40), 2**70 == 2.0**70, 2**53 + 1 == 2.0**53, 10**400 > 1e308, -10**400 < float('-inf')
    1 << 100 >> 98, -1 >> 200, ~2**40, 2**40 & -2**20, -5 & 2**64, True & False, True | False, True ^ True, True + True
    '%d %5d|%-5d|%05d|%+d|%x|%#x|%o|%X' % (42, 42, 42, 42, 42, 255, 255, 8, 255), '%s %r %.2s' % ('a', 'b', 'xyz'), '%(k)s-%(n)03d' % {'k': 'v', 'n': 7}, '%*.*f' % (8, 2, 3.14159), '%c%c' % (65, 'B'), '%%'  % (), b'%d %s' % (1, b'x'), '%e %g %G' % (1e10, 1e-10, 1e20)
    1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1.0, 1e100, 5e-324, 0.1 + 0.2, 100.0, 1e22, -0.0, float('nan'), 1e400
    """#
  @Test(.enabled(if: python("print(1)") != nil)) func expressionsAgreeWithCPython() throws {
    let lines = Self.expressions.split(separator: "\n").map { $0.trimmingCharacters() }
    let program = "lines = r'''\n" + lines.joined(separator: "\n") + "\n'''.strip().split('\\n')\nfor l in lines: print(ascii(eval('(' + l + ',)')))"
    let expected = try #require(python(program))
    let calculator = Calculator()
    for (line, right) in zip(lines, expected) { #expect(try calculator.evaluate("(" + line + ",)") == right, "\(line)") }
  }
  @Test func errors() throws {
    let calculator = Calculator()
    for (text, message) in [
      ("1//0", "ZeroDivisionError: divide by zero"), ("1.0/0", "ZeroDivisionError: divide by zero"),
      ("int('z')", "ValueError: invalid syntax for integer with base 10: 'z'"),
      ("1<<-1", "ValueError: negative shift count"), ("int([])", "TypeError: can't convert list to int"),
      ("float('x')", "ValueError: could not convert string to float: 'x'"),
      ("int(float('nan'))", "ValueError: can't convert NaN to int"), ("'%d' % 'x'", "TypeError: integer needed"),
      ("'%s %s' % (1,)", "TypeError: format string needs more arguments"),
      ("'%s' % (1, 2)", "TypeError: format string didn't convert all arguments"),
      ("format(1, 'q')", "ValueError: unknown format code 'q' for object of type 'int'"),
      ("(300).to_bytes(1, 'big')", "OverflowError: int too big to convert"), ("float(10**400)", "OverflowError: int too large to convert to float"),
      ("2.0**5000", "OverflowError: math range error"),
    ] { #expect(try calculator.evaluate(text) == message, "\(text)") }
  }
}
extension Substring {
  func trimmingCharacters() -> String { String(drop { $0 == " " }) }
}
extension Calculator {
  /// ascii(repr(eval(text))), or the error's text.
  func evaluate(_ source: String) throws -> String {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let code = vm.slot(), globals = vm.slot(), result = vm.slot(), program = vm.slot()
    try make(source, program)
    do {
      try vm.newDict(globals)
      try vm.compile(program, file: Q.empty, mode: .eval, code)
      try vm.execute(code, globals: globals, locals: globals, result)
      try vm.newBuilder(text)
      try vm.repr(result, text)
      return read(text)
    } catch {
      vm.takePending(result)
      try vm.newBuilder(text)
      let name = vm.typeName(vm(result))
      vm.set(code, Value(name))
      try vm.str(code, text)
      try vm.append(text, ": ")
      try vm.str(result, text)
      return read(text)
    }
  }
}
