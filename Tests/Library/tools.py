from __future__ import annotations
import contextlib, copy, string, textwrap, pprint, types, abc, keyword, warnings, traceback, typing
@contextlib.contextmanager
def cm(n):
    print("in", n)
    try:
        yield n + 1
    except ValueError as e:
        print("caught", e)
    finally:
        print("out")
with cm(1) as x: print(x)
with cm(2): raise ValueError("v")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("key", e.args)
@cm(5)
def deco(): print("deco")
deco(); deco()
with contextlib.suppress(ZeroDivisionError): 1/0
with contextlib.ExitStack() as s:
    s.callback(print, "cb", 1)
    s.enter_context(cm(7))
    s.push(lambda t, v, tb: print("push", t))
with contextlib.ExitStack() as s:
    s.enter_context(contextlib.suppress(TypeError))
    raise TypeError
import io
b = io.StringIO()
with contextlib.redirect_stdout(b): print("hidden")
print(repr(b.getvalue()))
a = [1, [2, {3: (4, [5])}], {6}]
c = copy.deepcopy(a); c[1][1][3][1].append(9)
print(a, c, copy.copy(a)[1] is a[1])
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m)
class P:
    def __init__(self, x): self.x = x
p = P([1]); q = copy.copy(p); r = copy.deepcopy(p); print(q.x is p.x, r.x is p.x, type(r) is P)
print(string.Template("$a ${b}c $$ $d").safe_substitute(a=1, b=2), string.capwords("hello big world"))
try: string.Template("x $a\n$ y").substitute(a=1)
except ValueError as e: print(e)
print(textwrap.fill("The quick brown fox jumped over the lazy dog, well-known for its-self and supercalifragilisticexpialidocious words " * 2, 30))
print(textwrap.dedent("""
    a
      b

    c"""), textwrap.indent("a\n\nb\n", "> "))
print(textwrap.shorten("Hello  world of many words!", 15), textwrap.wrap("aaa bbb  ccc", 3), textwrap.wrap("hello there you", 6, max_lines=2))
pprint.pprint({"b": list(range(30)), "a": {"x": "y" * 40, "z": "w" * 40}, "t": (1,), "s": {3, 1, 2}})
pprint.pprint([list(range(40)), "word " * 30], width=60, compact=True)
pprint.pp({"z": 1, "a": 2})
print(pprint.pformat([[[[1]]]], depth=2))
n = types.SimpleNamespace(a=1, b="x"); n.c = 3; print(n, n == types.SimpleNamespace(a=1, b="x", c=3))
print(keyword.iskeyword("for"), keyword.iskeyword("fo"))
try:
    try: 1/0
    except ZeroDivisionError as e: raise KeyError("z") from e
except KeyError:
    t = traceback.format_exc()
    print("direct cause" in t, t.strip().split("\n")[-1][:8])
def g(x: typing.List[int], y: typing.Optional[str] = None) -> typing.Dict[str, typing.Any]: return {}
print(g([1]), typing.cast(int, "a"))
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("careful"); warnings.warn("more", DeprecationWarning)
    print(len(w), w[0].message, w[1].category.__name__)
