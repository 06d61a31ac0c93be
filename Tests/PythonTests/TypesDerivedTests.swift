import Testing
@testable import Python

/// Classes derived from built-in sequences, and special methods that the sequences ask for, against CPython.
@Suite(.enabled(if: hasCPython)) struct TypesDerivedTests {
  @Test func derivedClasses() throws {
    try expectAsCPython(
      #"""
      class L(list):
          def __init__(self, *a):
              super().__init__(a)
              self.n = len(a)
          def __getitem__(self, i):
              return super().__getitem__(i) * 10
          def __repr__(self):
              return 'L' + super().__repr__()
          def __contains__(self, x):
              return x == 'q' or super().__contains__(x)
          def append(self, x):
              super().append(x); self.n += 1
      l = L(1, 2, 3); l.append(4)
      print(l, l[1], len(l), l.n, 'q' in l, 2 in l, 9 in l, list(l), [x for x in l], l == [1, 2, 3, 4])
      class S(str):
          def __len__(self): return 99
          def __str__(self): return 'S:' + super().__str__()
          def __repr__(self): return 'S' + super().__repr__()
      s = S('abc'); print(s, repr(s), len(s), s + 'x', s.upper(), 'b' in s, s[0], '%s|%r' % (s, s), '{}|{!r}'.format(s, s), f'{s}')
      class T(tuple):
          def __new__(cls, a, b): return super().__new__(cls, (a, b))
      t = T(1, 2); print(t, t[0], len(t), t + (3,), hash(t) == hash((1, 2)), t == (1, 2), isinstance(t, tuple), {(1, 2): 'x'}[t])
      class B(bytes): pass
      print(B(b'ab'), B(b'ab')[0], B(b'ab') + b'c', bytes(B(b'x')))
      class I(int):
          def __repr__(self): return 'I(%d)' % self
      print(I(5), I(5) + 1, [I(1)], [1,2,3][I(1)], str(I(7)))
      class A: pass
      a = A(); print(a.__str__() == repr(a), object.__repr__(a) == repr(a), object().__str__()[:8])
      class E(Exception):
          def __str__(self): return 'E:' + super().__str__()
      print(E('x'), str(E()), '%s' % E(1))
      class D(dict):
          def __getitem__(self, k): return super().__getitem__(k) + 1
          def __missing__(self, k): return 0
      d = D(a=1); print(d, d['a'], len(d), list(d), d == {'a': 1})
      class R:
          def __reversed__(self): return iter('xy')
          def __bytes__(self): return b'R'
          def __index__(self): return 3
      print(list(reversed(R())), bytes(R()), [0] * R(), list(range(R())), [5, 6, 7, 8][R()], hex(R()))
      class G:
          def __init__(self, n): self.n = n
          def __iter__(self): return self
          def __next__(self):
              if not self.n: raise StopIteration
              self.n -= 1
              return self.n
      print(list(G(3)), tuple(G(2)), sum(G(4)), 1 in G(3), max(G(5)), sorted(G(4)), dict(enumerate(G(2))), list(zip(G(2), G(3))), ','.join(map(str, G(3))), next(G(1)), next(G(0), 'none'), bytes(G(3)))
      a, *b = G(4); print(a, b); l = []; l.extend(G(2)); l += G(1); l[:0] = G(2); print(l)
      """#)
  }
  /// Chains of exceptions: what is raised gets what is handled as its context, and never closes a ring; a ring that is there already is no trap.
  @Test(arguments: [false, true]) func contexts(_ hostile: Bool) throws {
    #expect(
      try runPython(
        #"""
        def name(e): return type(e).__name__
        try:
            try: raise KeyError
            except KeyError as a_:
                a = a_
                try: raise ValueError
                except ValueError as b_:
                    b = b_
                    try: raise TypeError
                    except TypeError as c_:
                        c = c_
                        raise a
        except KeyError as e: print(e is a, a.__context__ is c, c.__context__ is b, b.__context__)
        def ring():
            try: raise ValueError(1)
            except ValueError as e:
                e.__context__ = e
                raise TypeError(2)
        try: ring()
        except TypeError as e: print(name(e.__context__), e.__context__.__context__ is e.__context__)
        x, y, z = KeyError(), IndexError(), OSError()
        x.__context__ = y; y.__context__ = z; z.__context__ = y
        try:
            try: raise x
            except KeyError: raise EOFError
        except EOFError as e: print(name(e.__context__), e.__context__ is x)
        try: raise ValueError
        except ValueError as e:
            try: raise OSError
            except OSError as o:
                t = o.__traceback__
                e.__traceback__ = t
                try: raise o
                except OSError: pass
                print(e.__traceback__.tb_next, o.__traceback__.tb_next is not None)
        """#, hostile: hostile) == "True True True None\nValueError True\nKeyError True\nNone True\n")
  }
  /// Iterators take their arguments in `__new__`: an own `__init__` that does nothing leaves them whole. What was never made is refused.
  @Test(arguments: [false, true]) func derivedIterators(_ hostile: Bool) throws {
    #expect(
      try runPython(
        #"""
        for base, args in (filter, (None, [0, 1])), (map, (str, [1, 2])), (enumerate, ('ab',)), (reversed, ([1, 2],)):
            class S(base):
                def __init__(self, *args, more=None): self.more = more
            s = S(*args, more=3); print(list(s), s.more)
        class T(tuple):
            def __init__(self, items, more): self.more = more
        print(T([1], more=2), T([1], more=2).more)
        from array import array
        class A(array):
            def __init__(self): pass
        a = A()
        for f in lambda: a.append(1), lambda: list(a), lambda: len(a), lambda: a[0]:
            try: print(f())
            except TypeError as e: print('TypeError')
        def f(): pass
        f.__name__ = 'g'; f.__qualname__ = 'C.g'; print(f.__name__, f.__qualname__)
        try: f.__name__ = 5
        except AttributeError as e: print(e)
        for n in (2**29, 10**7):
            try: print(len(list(range(n))))
            except MemoryError: print('MemoryError')
        """#, hostile: hostile)
        == "[1] 3\n['1', '2'] 3\n[(0, 'a'), (1, 'b')] 3\n[2, 1] 3\n(1,) 2\nTypeError\nTypeError\nTypeError\nTypeError\ng C.g\ncan't set attribute '__name__'\nMemoryError\nMemoryError\n"
    )
  }
}
