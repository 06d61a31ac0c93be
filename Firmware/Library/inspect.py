import sys as _sys
import types as _types

_empty = object()


def ismodule(o):
    return isinstance(o, _types.ModuleType)


def isclass(o):
    return isinstance(o, type)


def isfunction(o):
    return isinstance(o, _types.FunctionType)


def ismethod(o):
    return isinstance(o, _types.MethodType)


def isbuiltin(o):
    return isinstance(o, _types.BuiltinFunctionType)


def isroutine(o):
    return isfunction(o) or ismethod(o) or isbuiltin(o)


def isgenerator(o):
    return isinstance(o, _types.GeneratorType)


def isasyncgen(o):
    return isinstance(o, _types.AsyncGeneratorType)


iscoroutine = isawaitable = isgenerator


def istraceback(o):
    return isinstance(o, _types.TracebackType)


def iscode(o):
    return isinstance(o, _types.CodeType)


def getmembers(o, predicate=None):
    out = []
    for name in sorted(dir(o)):
        try:
            v = getattr(o, name)
        except AttributeError:
            continue
        if predicate is None or predicate(v):
            out.append((name, v))
    return out


def getmro(cls):
    return cls.__mro__


def getmodule(o):
    return _sys.modules.get(getattr(o, "__module__", None))


def getdoc(o):
    return None


def unwrap(f):
    while hasattr(f, "__wrapped__"):
        f = f.__wrapped__
    return f
