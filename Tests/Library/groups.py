"""ExceptionGroup, except*, add_note: prints the same here and in CPython."""
import io
import traceback


def show(e):
    # Type, text and members, without the exceptions' own repr, which differs.
    if e is None:
        return "None"
    if isinstance(e, BaseExceptionGroup):
        return "%s(%s: %s)" % (type(e).__name__, e.message, ", ".join(show(x) for x in e.exceptions))
    return "%s(%s)" % (type(e).__name__, e)


def tried(f, *a):
    try:
        return show(f(*a))
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def text(e):
    # As traceback prints it, without the lines of calls.
    out = []
    for line in "".join(traceback.format_exception(e)).split("\n"):
        stripped = line.lstrip(" |")
        if not stripped.startswith("File ") and not stripped.startswith("raise") and "^" not in line and not stripped.startswith("#"):
            out.append(line)
    return "\n".join(out)


# Making groups.
class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


class OnlyErrors(BaseExceptionGroup, ValueError):
    pass


print(show(ExceptionGroup("a", [ValueError(1), TypeError("t")])), show(BaseExceptionGroup("b", [ValueError(1)])))
print(show(BaseExceptionGroup("c", (KeyboardInterrupt(), ValueError(2)))), isinstance(BaseExceptionGroup("b", [OSError()]), Exception))
for args in ((), ("x",), ("x", [], 1), (1, [ValueError()]), ("x", 5), ("x", []), ("x", [ValueError(), 7]), ("x", {1}), ("x", [SystemExit()])):
    print(tried(ExceptionGroup, *args))
print(tried(OnlyErrors, "x", [SystemExit()]), tried(BaseExceptionGroup, "x", [ValueError(), 7]))
eg = ExceptionGroup("many", [ValueError(1), LookupError("k"), ExceptionGroup("inner", [EOFError(5), ValueError(3)])])
print(str(eg), "|", eg.message, len(eg.exceptions), eg.args[0], len(eg.args[1]), type(eg.exceptions).__name__)
print(str(ExceptionGroup("one", [ValueError()])))
for name in "message", "exceptions":
    try:
        setattr(eg, name, 1)
        print("set")
    except AttributeError:
        print("AttributeError", name)

# split, subgroup, derive
for condition in (ValueError, (LookupError, EOFError), Exception, StopIteration, lambda e: isinstance(e, ValueError) and e.args[0] == 3, ExceptionGroup):
    yes, no = eg.split(condition)
    print(show(yes), "/", show(no), "/", show(eg.subgroup(condition)))
for condition in (5, "x", int, (ValueError, int), [ValueError]):
    print(tried(eg.split, condition)[:9], tried(eg.subgroup, condition)[:9])
mine = MyGroup("mine", [ValueError(1), TypeError(2)], 42)
yes, no = mine.split(ValueError)
print(show(yes), show(no), yes.code, no.code, mine.split(Exception)[0] is mine)
try:
    try:
        raise LookupError("before")
    except LookupError:
        raise eg from LookupError("why")
except ExceptionGroup as e:
    e.add_note("a note")
    part = e.subgroup(ValueError)
    print(show(part.__cause__), show(part.__context__), part.__notes__, part.__notes__ is e.__notes__, part.__traceback__ is not None)

# notes
v = ValueError("v")
print(hasattr(v, "__notes__"))
v.add_note("one")
v.add_note("two\nlines")
print(v.__notes__, tried(v.add_note, 5))
print(text(v))
v.__notes__ = 7
print(tried(v.add_note, "x"))


# except*
def run(e, *handlers):
    log = []
    try:
        try:
            if e is not None:
                raise e
            log.append("body")
        except* ValueError as g:
            log.append("ValueError " + show(g))
        except* (TypeError, LookupError) as g:
            log.append("two " + show(g))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as left:
        log.append("left " + show(left) + (" same" if left is e else ""))
    print("; ".join(log))


run(None)
run(ValueError(1))
run(OSError("o"))
run(KeyboardInterrupt())
run(eg)
run(ExceptionGroup("x", [TypeError(1), ValueError(2), LookupError(3)]))
run(ExceptionGroup("x", [EOFError(1)]))
run(mine)


def raising(e, what):
    try:
        try:
            raise e
        except* ValueError as g:
            what(g)
        except* OSError as g:
            try:
                raise
            except ExceptionGroup as again:
                print("again", again is g, show(again))
            what(g)
    except BaseException as left:
        print(show(left), "| context", show(left.__context__), "| cause", show(left.__cause__))
    else:
        print("nothing left")


def again(g):
    raise g


def other(g):
    raise LookupError("other")


def other_from(g):
    raise LookupError("other") from TypeError("cause")


def members(g):
    raise ExceptionGroup("mine", g.exceptions)


three = lambda: ExceptionGroup("three", [ValueError(1), OSError("o"), TypeError(2)])
for f in (again, other, other_from, members, lambda g: None):
    raising(three(), f)
    raising(ValueError("naked"), f)


def reraises():
    try:
        raise three()
    except* ValueError:
        raise
    except* TypeError:
        pass


print(tried(reraises))


def name_is_gone():
    try:
        raise ValueError(1)
    except* ValueError as g:
        pass
    try:
        return g
    except NameError:
        return ValueError("gone")


print(show(name_is_gone()))


def loops():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except* ValueError as g:
            for k in range(5):
                if k == 1:
                    continue
                if k == 3:
                    break
                out.append((i, k))

            def inner():
                return len(g.exceptions)

            out.append(inner())
    return out


print(loops())


def generator():
    try:
        yield 1
    except* ValueError as g:
        yield show(g)
    yield "end"


it = generator()
print(next(it), it.throw(ValueError("in")), next(it))


def nested():
    try:
        try:
            raise ExceptionGroup("n", [ValueError(1), LookupError(2), OSError("3")])
        except* ValueError:
            raise TypeError("new")
    except* LookupError as g:
        print("key", show(g))
    except* TypeError as g:
        print("type", show(g), show(g.exceptions[0].__context__))


print(tried(nested))


def bad_type(t):
    try:
        raise ValueError(1)
    except* t:
        pass


for t in (ExceptionGroup, (ValueError, BaseExceptionGroup)):
    print(tried(bad_type, t))
try:
    bad_type(5)
except TypeError:
    print("TypeError")


class Odd(ExceptionGroup):
    def split(self, condition):
        return self.answer


for answer in ((ExceptionGroup("other", [ValueError("x")]), None),):
    odd = Odd("odd", [EOFError(1)])
    odd.answer = answer
    try:
        try:
            raise odd
        except* ValueError as g:
            print("handled", show(g))
        print("over")
    except Exception as e:
        print(type(e).__name__, e)

for source in (
    "try: pass\nexcept* ValueError: pass\nexcept OSError: pass",
    "try: pass\nexcept OSError: pass\nexcept* ValueError: pass",
    "try: pass\nexcept*: pass",
    "def f():\n try: pass\n except* ValueError: return",
    "while 1:\n try: pass\n except* ValueError: break",
    "while 1:\n try: pass\n except* ValueError:\n  try: continue\n  finally: pass",
    "def f():\n try: pass\n except* ValueError:\n  for x in y: return 1",
    "def f():\n try: return 1\n except* ValueError: pass\n else: return 2",
    "try: pass\nexcept *ValueError: pass",
    "try: pass\nexcept* (a, b) as c: pass\nfinally: pass",
):
    try:
        compile(source, "s", "exec")
        print("good")
    except SyntaxError:
        print("SyntaxError")

# Printing
deep = OSError("bottom")
for i in range(13):
    deep = ExceptionGroup("level %d" % i, [deep])
wide = ExceptionGroup("wide", [ValueError(i) for i in range(18)])
print(text(ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [LookupError("k"), OSError("o")]), TypeError("two\nlines")])))
print(text(deep))
print(text(wide))
try:
    try:
        raise ExceptionGroup("first", [ValueError("a")])
    except ExceptionGroup:
        raise ExceptionGroup("second", [LookupError("b")])
except ExceptionGroup as e:
    e.add_note("noted")
    print(text(e))
try:
    try:
        raise LookupError("plain")
    except LookupError as k:
        raise ExceptionGroup("group", [TypeError()]) from k
except ExceptionGroup as e:
    print(text(e))
file = io.StringIO()
traceback.print_exception(ExceptionGroup("g", [ValueError(1)]), file=file)
print(file.getvalue())
