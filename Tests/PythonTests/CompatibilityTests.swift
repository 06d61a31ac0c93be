import Testing

@testable import Python

/// What Documentation/Compatibility.md says of this interpreter and no test of MicroPython's suite pins.
@Suite struct CompatibilityTests {
  @Test func docstringsAndNativeCode() throws {
    #expect(
      try runPython(
        #"""
        def f(): "text"
        class C:
            "text"
            __doc__ = "set"
        print(hasattr(f, "__doc__"), C.__doc__)
        @micropython.native
        def g(x):
            return x + 1
        print(g(1), hasattr(g, "__code__"))
        b = bytearray(2)
        try: b[0] = 256
        except OverflowError: print("OverflowError")
        try: b.append(256)
        except ValueError: print("ValueError")
        """#) == "False set\n2 False\nOverflowError\nValueError\n")
  }
  @Test func decisions() throws {
    #expect(
      try runPython(
        #"""
        print(isinstance(True, int), repr(ValueError('x')), str(KeyError('k')))
        l=[1]; l.append(l); print(l)
        print("%.1f" % 8.888e32)
        s={3,1,2}; print(s.pop())
        try: {slice(1):1}
        except TypeError as e: print('TypeError', e)
        try: "abc"[::2]
        except Exception as e: print(type(e).__name__)
        class A:
            x: int = 3
            y: undefined_name
            def __class_getitem__(cls, k): return ("item", k)
        print(A.__annotations__, A[1])
        for t in ("type X[T] = list[X]", "def f():\n return [x async for x in y]", "x = t'a'"):
            try: compile(t, "f", "exec"); print("ok")
            except SyntaxError: print("SyntaxError")
        try:
            raise ValueError
        except ValueError as e:
            try: raise KeyError from e
            except KeyError as k: print(type(k.__cause__).__name__, k.__traceback__ is not None)
        class C:
            def __enter__(self): pass
            def __exit__(self, t, v, tb): print(t.__name__, tb, v.__traceback__ is not None); return True
        with C(): raise OSError(2)
        import math
        try: math.new = 1
        except AttributeError: print("AttributeError")
        math.pi = 3; print(math.pi)
        """#)
          == #"""
          False ValueError('x',) k
          [1, [...]]
          888800000000000060232471035248640.0
          3
          TypeError unsupported type for __hash__: 'slice'
          NotImplementedError
          {'x': 'int', 'y': 'undefined_name'} ('item', 1)
          ok
          SyntaxError
          SyntaxError
          ValueError True
          OSError None True
          AttributeError
          3

          """#)
  }
}
