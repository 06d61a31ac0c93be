import Testing
@testable import Python

@Suite struct NumbersOperatorTests {
  /// Random operands of all sizes, signs and kinds against CPython.
  @Test func operatorsAgreeWithCPython() throws { try check(hostile: false) }
  /// Every object moves at every allocation.
  @Test func operatorsInHostileHeap() throws { try check(hostile: true) }
  func check(hostile: Bool) throws {
    let program = #"""
      import random, struct, sys
      sys.set_int_max_str_digits(0)
      r = random.Random(\#(hostile ? 2 : 1))
      def integer():
        k = r.randrange(8)
        if k == 0: return r.choice([0, 1, -1, 2, 2**30, -2**30, 2**30-1, -2**30-1, 2**31, 2**32, 2**32-1, 2**63, -2**63, 2**64, True, False])
        n = r.choice([4, 16, 30, 32, 33, 64, 65, 100, 300, 2000])
        v = r.getrandbits(n)
        if k == 1: v = 1 << n
        if k == 2: v = (1 << n) - 1
        return r.choice([v, -v])
      def number():
        k = r.randrange(12)
        if k == 0: return r.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1e300, -1e-300, float('inf'), float('-inf'), float('nan'), 5e-324, 2.0**53, 2.0**53+2, 2.0**64])
        if k < 4: return struct.unpack('d', struct.pack('Q', r.getrandbits(64)))[0]
        if k < 8: return r.uniform(-1000, 1000)
        return float(r.randrange(-2**60, 2**60))
      def show(v):
        return repr(v)
      ops = ['+','-','*','//','%','/','<<','>>','&','|','^','<','>','==','<=','>=','!=']
      for i in range(\#(hostile ? 1500 : 12000)):
        op = r.choice(ops)
        a = integer() if r.random() < .6 else number()
        b = integer() if r.random() < .6 else number()
        if type(a) is int and type(b) is float and r.random() < .3: b = a + r.choice([-1,0,1]); b = float(b) if abs(b) < 1e300 else 0.0
        if op in ('<<','>>') : b = r.choice([r.randrange(-1, 70), r.randrange(0, 300), integer() if op == '>>' else 5])
        try: v = show(eval('a %s b' % op))
        except TypeError: v = 'unsupported'
        except Exception as e: v = 'error'
        print(op, show(a), show(b), v)
      """#
    guard let lines = python(program) else { return }
    #expect(lines.count > 1000)
    let calculator = Calculator(hostile: hostile)
    for line in lines {
      let w = line.split(separator: " ").map(String.init)
      let got = try calculator.binary(operators[w[0]]!, w[1], w[2])
      #expect(got == w[3], "\(w[1]) \(w[0]) \(w[2])")
    }
  }

  /// Numbers long enough for Karatsuba, for text conversion by halves and for several pieces of everything else.
  @Test func longNumbers() throws { try checkLong(rounds: 90, hostile: false) }
  /// The same where everything moves at every allocation and at every point at which others may run.
  @Test func longNumbersInHostileHeap() throws { try checkLong(rounds: 25, hostile: true) }
  func checkLong(rounds: Int, hostile: Bool) throws {
    let program = #"""
      import random, sys
      sys.set_int_max_str_digits(0)
      r = random.Random(5)
      ops = ['*', '//', '%', '*', '+', '-', '&', '|', '^', '<<', '>>']
      for i in range(\#(rounds)):
        a = r.getrandbits(r.choice([1300, 2600, 5000, 20000, 40000])) * r.choice([1, -1])
        b = r.getrandbits(r.choice([20, 1300, 2600, 5000, 20000])) * r.choice([1, -1]) or 1
        if i % 7 == 0: a = 10 ** r.randrange(300, 6000) - r.randrange(2)
        # Digits of all ones and all zeros: guesses of the quotient that are too high, carries over everything.
        if i % 5 == 0: a = (1 << 32 * r.randrange(100, 500)) - r.randrange(3)
        if i % 9 == 0: b = (1 << 32 * r.randrange(3, 300)) - r.randrange(3)
        if i % 11 == 0: b = ((1 << 63) - r.randrange(2)) << 32 * r.randrange(1, 200); a = b * r.getrandbits(3000) + b - r.randrange(1, 3)
        op = ops[i % len(ops)]
        if op in ('<<', '>>'): b = r.randrange(0, 12000)
        print(op, a, b, eval('a %s b' % op))
      print('**', 3, 5000, 3 ** 5000)
      print('**', -7, 333, (-7) ** 333)
      print('**', 2, 4000, 2 ** 4000)
      print('**', True, 2 ** 100, 1)
      """#
    guard let lines = python(program) else { return }
    #expect(lines.count == rounds + 4)
    let calculator = Calculator(hostile: hostile)
    for line in lines {
      let w = line.split(separator: " ").map(String.init)
      let got = try calculator.binary(operators[w[0]]!, w[1], w[2])
      #expect(got == w[3], "\(w[0])")
    }
  }

  /// Shortest text and correctly rounded reading.
  @Test func floatText() throws {
    let program = #"""
      import random, struct
      r = random.Random(7)
      for i in range(20000):
        k = i % 4
        if k == 0: v = struct.unpack('d', struct.pack('Q', r.getrandbits(64)))[0]
        elif k == 1: v = r.randrange(10**r.randrange(1, 18)) / 10.0 ** r.randrange(0, 20)
        elif k == 2: v = float(r.getrandbits(r.randrange(1, 70)))
        else: v = 2.0 ** r.randrange(-1074, 1024)
        if v != v: continue
        print(repr(v), repr(v))
      for i in range(4000):
        # Near midpoints, with many digits.
        v = abs(struct.unpack('d', struct.pack('Q', r.getrandbits(63)))[0])
        if not v < 1e300: continue
        from fractions import Fraction
        import math
        m, e = math.frexp(v); m = int(m * 2**53) * 2 + 1; e -= 54
        n = Fraction(m) * Fraction(2) ** e
        # exact decimal digits of the midpoint
        d = max(0, -e); digits = str(int(n * 10 ** d))
        digits = str(int(digits) + r.choice([-1, 0, 0, 1]))
        s = digits[0] + '.' + digits[1:] + 'e%d' % (len(digits) - 1 - d)
        print(s, repr(float(s)))
      for i in range(3000):
        s = '%d.%de%d' % (r.getrandbits(70), r.getrandbits(r.choice([3, 60])), r.randrange(-340, 300))
        print(s, repr(float(s)))
      for s in ['1e400', '1e-400', '4.9e-324', '2.4703282292062327e-324', '2.4703282292062328e-324', '1.7976931348623157e308', '1.7976931348623159e308', '1e23', '9007199254740993.0',
        '0.0', '-0.0', '.5', '5.', '1_0.5', 'inf', '-Infinity', '1e22', '1e16', '1e-5', '123456789012345680.0']:
        print(s, repr(float(s)))
      """#
    guard let lines = python(program) else { return }
    let calculator = Calculator()
    for line in lines {
      let w = line.split(separator: " ").map(String.init)
      try calculator.load(w[0], calculator.a)
      let got = try calculator.show(calculator.a)
      #expect(got == w[1], "\(w[0])")
    }
  }
}
