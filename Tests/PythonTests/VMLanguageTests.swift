import Port
import Testing

@testable import Python

/// Python programs that check themselves by `assert`: what the VM does of the language, from the compiler's bytecode.
@Suite struct VMLanguageTests {
  @Test func functionsBlocksAndGenerators() throws { try run(core, hostile: false) }
  @Test func functionsBlocksAndGeneratorsInHostileHeap() throws { try run(core, hostile: true) }
  @Test func classesAndExceptions() throws { try run(objects, hostile: false) }
  @Test func classesAndExceptionsInHostileHeap() throws { try run(objects, hostile: true) }

  /// The pinned traceback format: outermost call first, then type and text.
  @Test func tracebackText() throws {
    let program = """
      def f():
          raise ValueError('no')
      def g():
          f()
      g()
      """
    #expect(
      try run(program, hostile: false, raises: true)
        == "Traceback (most recent call last):\n  File \"test.py\", line 5, in <module>\n  File \"test.py\", line 4, in g\n  File \"test.py\", line 2, in f\nValueError: no\n"
    )
  }

  /// Runs a program that checks itself; answers the printed exception if it `raises`.
  @discardableResult
  private func run(_ program: String, hostile: Bool, raises: Bool = false) throws -> String {
    let printed = try Harness().python(program, hostile: hostile)
    #expect(printed.isEmpty != raises, "\(printed)")
    return printed
  }

  private var core: String {
    """
    x = 3
    y = x + 4 * 2
    assert y == 11
    def fib(n):
        if n < 2: return n
        return fib(n-1) + fib(n-2)
    assert fib(15) == 610
    def f(a, b=2, *args, c=5, **kw):
        return a + b + c
    assert f(1) == 8
    assert f(1, 1) == 7
    assert f(1, 1, c=1) == 3
    assert f(1, c=0, b=3) == 4
    assert f(1, 1, 5, 6, z=3) == 7
    class A:
        k = 7
        def __init__(self, v):
            self.v = v
        def get(self):
            return self.v + self.k
    a = A(3)
    assert a.get() == 10
    class B(A):
        def get(self):
            return super().get() * 2
    assert B(1).get() == 16
    def cl(n):
        def inner(m):
            nonlocal n
            n = n + m
            return n
        return inner
    c = cl(10)
    assert c(5) == 15
    assert c(5) == 20
    s = 0
    i = 0
    while i < 10:
        i += 1
        if i == 3: continue
        if i == 8: break
        s += i
    assert s == 25
    try:
        raise ValueError(3)
    except ValueError as e:
        t = e.args[0]
    assert t == 3
    def g():
        try:
            return 1
        finally:
            global fin
            fin = 9
    assert g() == 1 and fin == 9
    def h():
        for q in (1, 2, 3):
            try:
                if q == 2: break
            finally:
                fin2 = q
        return fin2
    assert h() == 2
    class CM:
        def __enter__(self): return 5
        def __exit__(self, *a):
            self.a = a
            return True
    cm = CM()
    with cm as z:
        assert z == 5
        raise KeyError(1)
    assert cm.a[0] is KeyError
    def gen(n):
        k = 0
        while k < n:
            got = yield k
            k += 1
        return 77
    tot = 0
    for v in gen(5): tot += v
    assert tot == 10
    def gen2():
        r = yield from gen(3)
        yield r
    tot = 0
    for v in gen2(): tot += v
    assert tot == 80
    def tryfin():
        try:
            yield 1
        finally:
            global fin3
            fin3 = 5
    q = tryfin()
    assert q.__next__() == 1
    q.close()
    assert fin3 == 5
    (p1, p2), *p3 = (1, 2), 3, 4
    assert p1 == 1 and p2 == 2
    """
  }

  private var objects: String {
    """
    # classes
    class D:
        def __get__(self, o, t): return 42 if o is not None else self
        def __set__(self, o, v): o.got = v
    class C:
        d = D()
        def __init__(self): self.n = 0
        @property
        def p(self): return self.n
        @p.setter
        def p(self, v): self.n = v
        @staticmethod
        def s(x): return x
        @classmethod
        def c(cls): return cls
        def __getattr__(self, name):
            if name == 'zz': return 1
            raise AttributeError(name)
        def __add__(self, o): return 'add'
        def __radd__(self, o): return 'radd'
        def __eq__(self, o): return True
        def __len__(self): return 0
        def __call__(self, a): return a
        def __contains__(self, x): return x == 3
        def __getitem__(self, k): return k
    c = C()
    assert c.d == 42
    c.d = 5
    assert c.got == 5
    c.p = 8
    assert c.p == 8 and c.n == 8
    assert C.s(3) == 3 and c.s(4) == 4
    assert c.c() is C and C.c() is C
    assert c.zz == 1
    try:
        c.yy
        assert False
    except AttributeError as e:
        pass
    assert c + 1 == 'add' and 1 + c == 'radd'
    assert c == 5 and 5 == c
    assert not c
    assert c(9) == 9
    assert 3 in c and 4 not in c
    assert c['k'] == 'k'
    assert isinstance(c, C) and issubclass(C, object)
    assert C.__name__ == 'C'
    assert c.__class__ is C
    class X(Exception):
        def __init__(self, a):
            super().__init__(a, 1)
            self.q = a
    try:
        raise X(5)
    except Exception as e:
        assert e.q == 5
        assert e.args[0] == 5
    try:
        try:
            raise ValueError
        except ValueError:
            raise TypeError
    except TypeError as e:
        assert isinstance(e.__context__, ValueError)
    try:
        raise KeyError(1) from OSError(2)
    except KeyError as e:
        assert e.__cause__.errno == 2
    def r(n): return r(n + 1)
    try:
        r(0)
        assert False
    except RuntimeError as e:
        pass
    def kw(**k): return k
    d = {'a': 1, 'b': 2}
    assert kw(**d)["a"] == 1
    def ar(*a, **k): return a

    assert [i * 2 for i in (1, 2, 3)][2] == 6
    assert {i: i for i in (1, 2)}[2] == 2
    try:
        undefined
        assert False
    except NameError: pass
    def ub():
        print2 = zz
        zz = 1
    try:
        ub()
        assert False
    except NameError: pass
    try:
        (lambda a: a)()
        assert False
    except TypeError: pass
    class M1: pass
    class M2(M1): pass
    class M3(M1): pass
    class M4(M2, M3): pass
    assert M4.__mro__[2] is M3 and M4.__mro__[3] is M1
    async def co():
        return 5
    async def co2():
        x = await co()
        return x + 1
    try:
        co2().send(None)
        assert False
    except StopIteration as e:
        assert e.value == 6
    def gt():
        while True:
            try:
                x = yield 1
            except ValueError:
                yield 99
    g = gt()
    g.__next__()
    assert g.throw(ValueError) == 99
    def dg():
        yield from gt()
    g = dg()
    g.__next__()
    assert g.throw(ValueError) == 99
    g.close()
    class S:
        def __init_subclass__(cls): cls.tag = 1
    class S2(S): pass
    assert S2.tag == 1
    class N:
        def __set_name__(self, o, n): self.n = n
    class N2:
        attr = N()
    assert N2.attr.n == 'attr'
    n = 0
    for i in (0,1,2):
        for j in (0,3,6,9):
            n += j
    assert n == 54
    def e1():
        try:
            return 1
        except: pass
        finally:
            pass
    assert e1() == 1
    def e2():
        for i in (1,2):
            with CM2():
                return i
    class CM2:
        def __enter__(self): pass
        def __exit__(self, a, b, c): pass
    assert e2() == 1
    """
  }
}
