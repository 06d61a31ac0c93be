import Testing
@testable import Python

/// list, tuple, range, slice, iterators, bytearray, array and memoryview against CPython.
@Suite(.enabled(if: hasCPython)) struct TypesSequenceTests {
  @Test func lists() throws {
    try expectAsCPython(
      #"""
      l = [3, 1, 2]
      l.append(5); l.extend((7, 8)); l.extend(range(2)); l.insert(0, 'x'); l.insert(-1, 'y'); l.insert(100, 'z'); l.insert(-100, 'w')
      print(l, len(l), l.index(5), l.count(1), l.pop(), l.pop(0), l.pop(-2), l)
      l.remove('x'); print(l); l.reverse(); print(l)
      m = l.copy(); m.clear(); print(m, l, l == m, l == l[:], l is l[:])
      for e in ("l.remove(99)", "l.pop(99)", "[].pop()", "l.index(99)", "l[99]", "l['a']", "l[1.0]", "l[10**20]"):
          try: print(eval(e))
          except Exception as x: print(e, type(x).__name__)
      l = list(range(10))
      print(l[2:5], l[::2], l[::-1], l[-3:], l[:-3], l[8:2:-2], l[100:], l[-100:3], l[5:2], l[:], l[::-3], l[True], l[slice(1, 3)])
      l[2:4] = 'abc'; print(l); l[:0] = [0, 0]; print(l); l[len(l):] = (9,); print(l); l[3:3] = l[:2]; print(l); l[1:] = l; print(l); l[:] = []; print(l)
      l = list(range(10)); del l[2], l[-1]; print(l); del l[1:3]; print(l); del l[::-2]; print(l); del l[:]; print(l)
      l = list(range(6)); l[::-2] = 'xyz'; print(l)
      try: l[::-2] = [1]
      except ValueError as e: print(e)
      a = [1]; b = a; a += (2, 3); print(b, b is a); a *= 2; print(b); a = a + [4]; print(a, b); a *= 0; print(a); print([0] * 3, 2 * [1, 2], [1] * -1)
      print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], [1, 2] <= [1, 2], [] < [0], [1] == [1.0], [1] != [2], [1] == (1,), (1, 2) < (1, 2, 3), 2 in [1, 2], 5 in (1, 2), 'a' not in ['b'])
      l = [1]; l.append(l); print(l, repr(l)); d = {'a': l}; l.append(d); print(l); t = ([],); t[0].append(t); print(t)
      print(list(), list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), tuple(), tuple([1]), tuple('ab'), (1,), (), ((1, 2), [3]), (1, 2) + (3,), (1,) * 3, (1, 2, 3)[1:], (1, 2, 1).count(1), (1, 2).index(2))
      def f(): yield 1; yield 2
      print(list(f()), tuple(f()), [*f()] if 0 else 0, sum(f()), max(f()), sorted(f(), reverse=True))
      """#)
  }
  @Test func sorting() throws {
    try expectAsCPython(
      #"""
      import sys
      x = 12345
      def rnd():
          global x
          x = (x * 1103515245 + 12345) % 2147483648
          return x // 65536 % 100
      for n in (0, 1, 2, 3, 7, 50, 200):
          l = [rnd() for _ in range(n)]
          m = l[:]; m.sort(); print(m, sorted(l) == m, sorted(l, reverse=True) == m[::-1], l[:5])
      words = 'The quick brown fox jumps over the lazy dog'.split()
      print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: -len(w)))
      pairs = [(i % 3, i) for i in range(20)]
      print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
      l = [3, 'a', 1]
      try: l.sort()
      except TypeError: print('TypeError', len(l), 3 in l, 'a' in l, 1 in l)
      def bad(v):
          if v == 5: raise KeyError
          return v
      l = [9, 5, 1]
      try: l.sort(key=bad)
      except KeyError: print(l)
      l = [2, 1]
      def grow(v): l.append(v); return v
      try: l.sort(key=grow)
      except ValueError: print('ValueError')
      class A:
          def __init__(self, n): self.n = n
          def __lt__(self, o): return self.n < o.n
          def __repr__(self): return 'A(%d)' % self.n
      print(sorted([A(3), A(1), A(2)]), min(A(3), A(1)), max([A(3), A(9)], key=lambda a: -a.n))
      print(sorted({3: 1, 1: 2}), sorted('bca'), sorted((2.5, 1, True)), sorted([[2], [1, 5], [1]]), sorted([(1, 'b'), (1, 'a')]))
      l = [1, 2, 3]; print(l.sort(reverse=True), l)
      """#)
  }
  @Test func rangesAndSlices() throws {
    try expectAsCPython(
      evaluating(
        #"""
        range(5), range(1, 5), range(1, 10, 3), range(5, 0, -2), range(0), list(range(5, 0, -2)), list(range(0)), list(range(-3))
        len(range(10)), len(range(0, 10, 3)), len(range(10, 0)), range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::2], range(0, 20, 2)[1:-1:3], range(10)[::-1]
        3 in range(5), 5 in range(5), 4 in range(0, 10, 2), 3 in range(0, 10, 2), -1 in range(5), 2.0 in range(5), 'a' in range(3), 8 in range(10, 0, -2), 10**20 in range(5)
        range(3) == range(3), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), hash(range(3)) == hash(range(0, 3))
        range(5).start, range(5).stop, range(5).step, range(5).index(3), range(5).count(3), range(5).count(9)
        list(range(2**31 - 1, 2**31 + 2)), list(range(-2**40, -2**40 + 2)), sum(range(100)), max(range(5)), list(range(2**62, 2**62 + 3)), list(range(10**9, 10**9 + 2))
        range(5)[5]
        range(1, 2, 0)
        range('a')
        range(5).index(7)
        slice(1, 2), slice(5), slice(1, 2, 3), slice(1, 2).start, slice(3).stop, slice(None).step, slice(1, 5, 2).indices(4), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(1, 2) == slice(1, 2)
        bool(range(0)), bool(range(1)), list(reversed(range(5))), list(reversed([1, 2])), list(reversed('ab')), list(reversed((1, 2))), list(reversed({'a': 1, 'b': 2})), list(reversed(b'ab'))
        list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(['x'], start=2)), list(zip('ab', [1, 2, 3])), list(zip()), list(zip([1])), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, '', 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(zip(range(2), 'ab', (5, 6)))
        list(zip([1], [1, 2], strict=True))
        list(zip([1, 2], [1], strict=True))
        iter(5)
        next(iter([]))
        next(iter([]), 'd'), next(iter([4])), next(iter('é')), list(iter(b'ab')), next(zip('a', 'b'))
        sum([1, 2]), sum([1.5, 2]), sum([[1], [2]], []), sum((2**40, 1)), sum([1], start=5), sum([])
        sum(['a'], '')
        min(1, 2), max(1, 2), min([3, 1]), max('abc'), min([], default=7), max([1, -5], key=abs), min('b', 'a', 'c'), max(1, 2.0), min((1, 'a'), (1, 'b'))
        min([])
        any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 3]), all('ab')
        len([1]), len((1, 2)), len({'a': 1}), len({1, 2}), len(range(3))
        len(5)
        tuple([1, 2]) is not None, hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), {(1, 'a'): 2}[(1, 'a')]
        hash([])
        hash(({},))
        """#) + #"""
          n = 0
          def f():
              global n; n += 1; return n
          print(list(iter(f, 4)))
          class S:
              def __getitem__(self, i):
                  if i > 3: raise IndexError
                  return i * i
              def __len__(self): return 4
          print(list(S()), list(reversed(S())), 9 in S(), 5 in S(), tuple(S()), max(S()), [*map(str, S())])
          class I:
              def __index__(self): return 2
          print([1, 2, 3][I()], 'abc'[I()], list(range(I())), [1, 2, 3, 4][I():], b'abc'[I()])
          d = {}
          try:
              d = {1: 2}
              for k in d: d[k + 1] = 0
          except RuntimeError: print('RuntimeError')
          l = [1, 2, 3]
          for v in l:
              if v < 3: l.append(9)
          print(l)
          print(str(iter([]))[:21], repr(zip())[:11], repr(map)[:12], type(iter([])).__name__)
          it = enumerate('abc'); next(it); print(list(it))
          """#)
  }
  @Test func binary() throws {
    try expectAsCPython(
      #"""
      import array
      b = bytearray(b'abc')
      b.append(100); b.extend(b'ef'); b.extend([103]); b += b'h'; b[0] = 65; b[-1] = 72; print(b, len(b), b[1], b[1:3], b == b'Abcdefg' + b'H')
      b[1:3] = b'----'; print(b); b[:2] = b''; print(b); b[2:2] = bytearray(b'ZZ'); print(b); del b[0]; del b[1:3]; print(b); b[1:] = b; print(b)
      b.insert(0, 33); print(b.pop(), b.pop(0), b); b.reverse(); print(b); b.remove(b[0]); print(b, b.copy()); b.clear(); print(b)
      for e in ("b.append(256)", "b.append('a')", "b.pop()", "b[0]", "bytearray([1])[0] ", "bytearray(-1)"):
          try: print(eval(e))
          except Exception as x: print(e, type(x).__name__)
      for code, values in (('b', [-128, 127]), ('B', [0, 255]), ('h', [-32768, 5]), ('H', [65535]), ('i', [-2**31, 2**31 - 1]), ('I', [2**32 - 1]), ('q', [-2**63, 2**63 - 1]), ('Q', [2**64 - 1, 0]), ('f', [0.5, -2.25]), ('d', [0.1, 1e300])):
          a = array.array(code, values); print(a, len(a), a[0], a[-1], list(a), a.itemsize == len(bytes(a)) // len(a), a.typecode)
          try: a.append(values[0] * 10**30 if code not in 'fd' else 'x'); print('?')
          except (OverflowError, TypeError): print('refused')
      a = array.array('h', [1, 2, 3]); a.extend([4, 5]); a.extend(array.array('h', [6])); a += array.array('h', [7]); a[1] = -2; a[2:4] = array.array('h', [9]); print(a, a[1:3], a == array.array('h', a), a + a[:1], a * 2, sum(a), a.tobytes(), 9 in list(a))
      print(array.array('B'), array.array('H', b'\x01\x02\x03\x04'), array.array('d', (1, 2)) == array.array('f', (1, 2)), array.array('b', [1]) != array.array('b', [2]))
      m = memoryview(b); b = bytearray(b'hello'); m = memoryview(b); m[0] = 72; m[1:3] = b'EL'; n = m[2:4]; print(b, len(m), m[1], bytes(n), n[0], list(n), n == b'Ll', bytes(n[1:]), m.itemsize, m.readonly, m.tobytes(), n.hex()); n[0] = 33; print(b)
      m = memoryview(array.array('H', [1, 2, 3])); m[1] = 500; print(list(m), m[1:].tolist(), m.itemsize, m.format, m.nbytes, len(m))
      try: memoryview(b'ab')[0] = 1
      except TypeError: print('TypeError')
      try: memoryview(5)
      except TypeError: print('TypeError')
      try: m[5]
      except IndexError: print('IndexError')
      print(bytes(memoryview(b'abc')[1:]), b'x'.join([memoryview(b'a'), b'b']), bytearray(memoryview(b'zz')), b'abc' == memoryview(b'abc'), list(memoryview(b'ab')), b'b' in b'abc')
      print(bytearray(b'ab') * 2, bytearray(b'a') + b'b', bytearray(b'x').hex(), bytearray(5)[1:3], bytearray(b'abc').decode(), bytearray(b'a b').split(), bytearray(b'abcd')[::-1])
      q = bytearray()
      for i in range(300):
          q.append(i & 255)
          if i % 3 == 0: del q[0]
          if i % 50 == 49: del q[:20]
      print(len(q), q[0], q[-1], sum(q))
      """#)
  }
  @Test func printing() throws {
    try expectAsCPython(
      #"""
      print(); print(1, 'a', None, [1, 'b'], sep='-'); print('x', end='!'); print('y', end=''); print(1, 2, sep=''); print('a', 'b', sep=None, end=None); print('é', '😀'); print(*range(5)); print('a\0b')
      class F:
          def __init__(self): self.t = []
          def write(self, s): self.t.append(s)
          def flush(self): self.t.append('F')
      f = F(); print('to', 'f', file=f); print(''.join(f.t) == 'to f\n', len(f.t) > 0); print(1, file=f, flush=True); print(f.t[-1])
      class A: pass
      class B:
          def __repr__(self): return 'B!'
      class C:
          def __str__(self): return 'C?'
          def __repr__(self): return 'C!'
      class D(C): pass
      print(repr(A())[:12].replace('__main__.', '') [:3], B(), str(B()), C(), [C(), B()], {'k': C()}, (D(),), repr(D()), '%s %r' % (C(), C()))
      class E:
          def __repr__(self): return 5
      try: repr(E())
      except TypeError: print('TypeError')
      class S(str): pass
      class L(list): pass
      s = S('abc'); l = L([1, 2]); l.append(3); print(s, repr(s), s.upper(), len(s), s[1], s + 'd', s == 'abc', {'abc': 1}[s], l, len(l), l[0], l == [1, 2, 3], isinstance(l, list), l + [4], sorted(l), ','.join([s, 'x']))
      for x in l: print(x, end=' ')
      print(True, False, ..., NotImplemented, int, str, 1.5, 2**70, 1j, range(3), slice(1), b'a', bytearray(b'b'), {1}, frozenset([2]), set(), {}, [None, True])
      try: print(1, foo=2)
      except TypeError: print('TypeError')
      print('x' * 1000)
      print(eval("'a' 'b'"), str(3) + 'x', '%s' % (1,), '%s' % [1])
      """#)
  }
}
