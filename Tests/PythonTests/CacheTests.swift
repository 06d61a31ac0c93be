import Testing

@testable import Python

/// What the VM remembers from one instruction to the next must never outlive its truth; and what it does at once in place of several
/// instructions must be what they do. Python programs that check themselves by `assert`.
@Suite struct CacheTests {
  @Test(arguments: [false, true])
  func builtins(hostile: Bool) throws {
    try runProgram(
      """
      def size(x): return len(x)
      for i in range(3): assert size('abc') == 3
      def len(x): return 'mine'
      assert size('abc') == 'mine'
      del len
      assert size('abc') == 3
      import builtins
      builtins.len = lambda x: 'theirs'
      assert size('abc') == 'theirs'
      builtins.more = 5
      assert more == 5 and size('') == 'theirs'
      del builtins.len
      assert size('abc') == 3
      # Another dict of globals has other names.
      a, b = {}, {'len': lambda x: 7}
      exec('def f(): return len([1, 2])', a)
      exec('def f(): return len([1, 2])', b)
      for i in range(3): assert (a['f'](), b['f']()) == (2, 7)
      a['len'] = b['len']
      assert a['f']() == 7
      a.pop('len')
      assert a['f']() == 2
      """, hostile: hostile)
  }

  @Test(arguments: [false, true])
  func instanceNames(hostile: Bool) throws {
    try runProgram(
      """
      class A:
          def m(self): return 'class'
      a, b = A(), A()
      for i in range(3): assert a.m() == 'class'
      a.m = lambda: 'own'
      assert a.m() == 'own' and b.m() == 'class'
      del a.m
      assert a.m() == 'class'
      b.__dict__['m'] = lambda: 'dict'
      assert b.m() == 'dict' and a.m() == 'class'
      class B(A): pass
      c = B()
      assert c.m() == 'class'
      B.m = lambda self: 'later'
      assert c.m() == 'later'
      e = ValueError()
      e.note = 3
      assert e.note == 3
      setattr(c, 'fresh', 4)
      assert c.fresh == 4 and not hasattr(b, 'fresh')
      """, hostile: hostile)
  }

  @Test(arguments: [false, true])
  func comparisonsAndStores(hostile: Bool) throws {
    try runProgram(
      """
      def order(a, b):
          r = []
          r.append(1 if a < b else 0); r.append(1 if a > b else 0); r.append(1 if a <= b else 0)
          r.append(1 if a >= b else 0); r.append(1 if a == b else 0); r.append(1 if a != b else 0)
          r.append(1 if a is b else 0)
          x = a < b; y = a > b; z = (a <= b, a >= b); e = a == b; n = a != b
          assert r[:6] == [int(x), int(y), int(z[0]), int(z[1]), int(e), int(n)]
          assert (a < b and 5 or 6) == (5 if x else 6)
          while a < b: a += 1
          assert a >= b
          return r
      assert order(1, 2) == [1, 0, 1, 0, 0, 1, 0]
      assert order(2, 1) == [0, 1, 0, 1, 0, 1, 0]
      assert order(-3, -3) == [0, 0, 1, 1, 1, 0, 1]
      assert order(1.5, 2)[:6] == [1, 0, 1, 0, 0, 1]
      assert order(1 << 40, 1)[:6] == [0, 1, 0, 1, 0, 1]
      def same(a, b): return 'yes' if a == b else 'no'
      assert same('a', 'a') == 'yes' and same('a', 'b') == 'no' and same(None, None) == 'yes' and same(True, 1) == 'yes'
      def many():
          a=b=c=d=e=f=g=h=i=j=k=l=m=n=o=p=0
          q = 5 + p      # beyond the first sixteen locals
          p = q - 2
          o = q * p
          n = o & 7; m = o | 16; l = o ^ 3; k = o // 4; j = o % 4
          q += 1; p -= 1
          for q in range(3): pass
          for p in (7, 8): pass
          for o in [9]: pass
          return q, p, o, n, m, l, k, j
      assert many() == (2, 8, 9, 7, 31, 12, 3, 3)
      big = 0x3fffffff
      def over(x):
          y = x + 1
          z = -x - 2
          x *= x
          return y, z, x
      assert over(big) == (0x40000000, -0x40000001, 0x3fffffff ** 2)
      """, hostile: hostile)
  }

  @Test(arguments: [false, true])
  func parts(hostile: Bool) throws {
    try runProgram(
      """
      l = [0, 1, 2, 3, 4]
      t = (0, 1, 2, 3)
      assert l[1:3] == [1, 2] and l[:] == l and l[:] is not l and l[-2:] == [3, 4] and l[3:1] == [] and l[9:] == []
      assert l[::2] == [0, 2, 4] and l[::-1] == [4, 3, 2, 1, 0] and l[3::-1] == [3, 2, 1, 0] and l[:1:-2] == [4, 2]
      assert t[1:] == (1, 2, 3) and t[:0] == () and t[-1:9] == (3,)
      s = 'hallo'
      assert s[1:3] == 'al' and s[:] is s and s[4:2] == '' and s[1:2] == 'a' and 'grün'[1:3] == 'rü' and 'grün'[3:] == 'n'
      assert b'abc'[1:] == b'bc' and bytearray(b'abc')[:2] == bytearray(b'ab')
      assert 'abc'[::1] == 'abc' and l[True:3] == [1, 2]
      class I:
          def __index__(self): return 2
      assert l[I():] == [2, 3, 4]
      class S:
          def __getitem__(self, k): return k
          def __setitem__(self, k, v): self.got = k, v
      x = S()[1:2]
      assert x.start == 1 and x.stop == 2 and x.step is None
      y = S(); y[1:2:3] = 4
      assert y.got[0].step == 3 and y.got[1] == 4
      for bad in ('t[::2]', 'l[::0]', 'l[1.5:]', 's["a":]', '5[1:]'):
          try: eval(bad)
          except (TypeError, ValueError, NotImplementedError): pass
          else: assert False, bad
      l[1:3] = [7, 8, 9]; assert l == [0, 7, 8, 9, 3, 4]
      l[1:4] = (5,); assert l == [0, 5, 3, 4]
      l[1:1] = l; assert l == [0, 0, 5, 3, 4, 5, 3, 4]
      l[:] = []; assert l == []
      l[5:] = 'ab'; assert l == ['a', 'b']
      l[0:1] = (i for i in range(3)); assert l == [0, 1, 2, 'b']
      del l[1:3]; assert l == [0, 'b']
      a = bytearray(b'abcd'); a[1:3] = b'xyz'; assert a == bytearray(b'axyzd')
      """, hostile: hostile)
  }

  @Test(arguments: [false, true])
  func calls(hostile: Bool) throws {
    try runProgram(
      """
      def f(a, b=2): return a, b
      assert f(1) == (1, 2) and f(1, 3) == (1, 3) and f(b=4, a=5) == (5, 4)
      def g(a, b, *, c=1): return a, b, c
      assert g(1, 2) == (1, 2, 1) and g(1, 2, c=3) == (1, 2, 3) and g(c=4, b=5, a=6) == (6, 5, 4)
      for wrong in ('f()', 'f(1, 2, 3)', 'g(1)', 'g(1, 2, 3)', 'g(1, 2, d=3)', 'f(1, a=2)', 'g(1, 2, 3, c=4)'):
          try: eval(wrong)
          except TypeError: pass
          else: assert False, wrong
      def outer(n):
          total = 0
          def inner(k, m):
              nonlocal total
              total += k * n + m
              try: return total
              finally: k = 0
          for i in range(4): inner(i, 1)
          return total, inner(0, 0), inner(k=1, m=0)
      assert outer(3) == (22, 22, 25)
      def gen(a, b):
          try: yield a
          finally: yield b
      assert list(gen(1, 2)) == [1, 2]
      def deep(n): return n if n == 0 else deep(n - 1) + 1
      assert deep(30) == 30
      try: deep(100000)
      except RuntimeError: pass
      else: assert False
      """, hostile: hostile)
  }
}

/// Runs a program that checks itself: an exception is an issue with its traceback.
private func runProgram(_ program: String, hostile: Bool) throws {
  let printed = try Harness().python(program, hostile: hostile)
  #expect(printed == "")
}
