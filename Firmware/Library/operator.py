"""Operators as functions (CPython's operator)."""

from builtins import abs


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def ge(a, b):
    return a >= b


def gt(a, b):
    return a > b


def not_(a):
    return not a


def truth(a):
    return bool(a)


def is_(a, b):
    return a is b


def is_not(a, b):
    return a is not b


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def matmul(a, b):
    return a @ b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def pow(a, b):
    return a**b


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def neg(a):
    return -a


def pos(a):
    return +a


def inv(a):
    return ~a


invert = inv


def index(a):
    if isinstance(a, (int, bool)):
        return int(a)
    return a.__index__()


def concat(a, b):
    return a + b


def contains(a, b):
    return b in a


def countOf(a, b):
    n = 0
    for value in a:
        if value is b or value == b:
            n += 1
    return n


def indexOf(a, b):
    for i, value in enumerate(a):
        if value is b or value == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def ior(a, b):
    a |= b
    return a


def iand(a, b):
    a &= b
    return a


def ixor(a, b):
    a ^= b
    return a


iconcat = iadd


def length_hint(a, default=0):
    return len(a) if hasattr(a, "__len__") else default


def itemgetter(*items):
    if len(items) == 1:
        item = items[0]
        return lambda o: o[item]
    return lambda o: tuple([o[i] for i in items])


def _resolve(o, path):
    for name in path.split("."):
        o = getattr(o, name)
    return o


def attrgetter(*names):
    if len(names) == 1:
        name = names[0]
        return lambda o: _resolve(o, name)
    return lambda o: tuple([_resolve(o, name) for name in names])


def methodcaller(name, *args, **named):
    return lambda o: getattr(o, name)(*args, **named)


def call(f, *args, **named):
    return f(*args, **named)
