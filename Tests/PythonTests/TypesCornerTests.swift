import Testing
@testable import Python

/// What CPython's own tests and calls with random arguments have found.
@Suite(.enabled(if: hasCPython)) struct TypesCornerTests {
  /// An instance of a class derived from `str` is a text wherever one is wanted.
  @Test func derivedTexts() throws {
    try expectAsCPython(
      #"""
      class S(str): pass
      print((258).to_bytes(2, S('big')), int.from_bytes(b'ab', S('little')), 'abc'.encode(S('ascii')), b'abc'.decode(S('utf-8'), S('strict')))
      print('a-b'.split(S('-')), S(',').join([S('x'), 'y']), 'abc'.replace(S('b'), S('z')), S('abc').find(S('c')), 'abc'.startswith(S('ab')), '%s|%s' % (S('x'), S('y')))
      class A: pass
      a = A(); setattr(a, 'x', 5); print(getattr(a, 'x'), hasattr(a, 'y'))
      for e in ("(1).to_bytes(2, S('mid'))", "(1).to_bytes(2, 7)", "int.from_bytes(b'a', ())", "'a'.encode(S('nope'))"):
          try: print(eval(e))
          except (ValueError, TypeError, LookupError): print('refused')
      """#)
  }
  @Test func dictHooks() throws {
    try expectAsCPython(
      #"""
      class D(dict):
          def __missing__(self, key): return key * 2
      d = D(a=1); print(d['a'], d['b'], len(d), d.get('b'), 'b' in d)
      class E(D):
          def __missing__(self, key): raise LookupError(key)
      try: E()['x']
      except KeyError: print('KeyError')
      except LookupError as e: print('LookupError', e.args)
      class F(dict): pass
      try: F()['x']
      except KeyError as e: print('KeyError', e.args)
      class M:
          def keys(self): return [1]
          def __getitem__(self, k): return 2
      for e in ("dict(**{1: 2})", "dict(**M())", "print(**{None: 1})", "(lambda **k: k)(**{(): 1})", "(lambda **k: k)(**{'a': 1, **{'b': 2}})"):
          try: print(eval(e))
          except TypeError: print('TypeError')
      """#)
  }
  @Test func lengths() throws {
    try expectAsCPython(
      #"""
      class L:
          def __init__(self, n): self.n = n
          def __len__(self): return self.n
      print(len(L(2 ** 31 - 1)), len(L(True)), bool(L(0)))
      for n in (-1, 2 ** 70, 'a', None, 1.5):
          try: print(len(L(n)))
          except (TypeError, ValueError, OverflowError): print('refused')
      s = {3, 1, 2}; s.pop(); print(len(s))
      s = set(range(40))
      for i in range(10): s.discard(i)
      for i in range(5): s.add(100 + i)
      n = len(s); seen = set()
      while s: seen.add(s.pop())
      print(n == len(seen), s)
      try: s.pop()
      except KeyError: print('KeyError')
      """#)
  }
  @Test func systemErrors() throws {
    try expectAsCPython(
      #"""
      for n in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 5, 99):
          found = []
          for t in (BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError,
                    FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError, OSError, ValueError):
              try: raise OSError(n, 'x')
              except t as e: found.append((t.__name__, isinstance(e, t), e.errno))
              except OSError as e: assert not isinstance(e, t)
          print(n, found)
      try: raise FileNotFoundError('x')
      except PermissionError: print('wrong')
      except (KeyError, FileNotFoundError) as e: print(type(e).__name__, e, isinstance(e, OSError), isinstance(e, FileExistsError))
      try: raise OSError('text')
      except FileNotFoundError: print('wrong')
      except OSError: print('OSError')
      try: raise OSError(17, 'x')
      except (FileNotFoundError, FileExistsError): print('exists')
      print(IOError is OSError, EnvironmentError is OSError)
      """#)
  }
  @Test func odds() throws {
    try expectAsCPython(
      #"""
      import sys
      class A: pass
      a = A(); a.x = 1; print(vars(a), 'sys' in vars())
      try: vars(5)
      except TypeError: print('TypeError')
      print(type(sys)('m').__name__, sys.exception())
      try: raise KeyError(3)
      except KeyError as e: print(sys.exception() is e)
      print('é\xff\x80a'.encode('latin-1'), b'\xe9\xffa'.decode('latin-1'), str(b'\xe9', 'latin-1'), '€x'.encode('latin-1', 'replace'), '€x'.encode('ascii', 'ignore'))
      try: '€'.encode('latin-1')
      except UnicodeEncodeError: print('UnicodeError')
      try: b'\xff'.decode()
      except UnicodeDecodeError: print('UnicodeError')
      """#.replacing("sys.exception()", with: "getattr(sys, 'exception', lambda: sys.exc_info()[1])()"))
  }
}
