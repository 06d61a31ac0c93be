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


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = ("", "", "*", "", "**")[self.kind] + self.name
        return text if self.default is _empty else "%s=%r" % (text, self.default)

    def __repr__(self):
        return '<Parameter "%s">' % self


class Signature:
    empty = return_annotation = _empty

    def __init__(self, parameters=None):
        self.parameters = {p.name: p for p in parameters or ()}

    def __str__(self):
        parts = []
        last = -1
        for p in self.parameters.values():
            if last == Parameter.POSITIONAL_ONLY < p.kind:
                parts.append("/")
            if p.kind == Parameter.KEYWORD_ONLY and last < Parameter.VAR_POSITIONAL:
                parts.append("*")
            parts.append(str(p))
            last = p.kind
        if last == Parameter.POSITIONAL_ONLY:
            parts.append("/")
        return "(" + ", ".join(parts) + ")"

    def __repr__(self):
        return "<Signature %s>" % self


def signature(f):
    """Names and defaults of a function's parameters. Bytecode has no names for positional-only ones, `*` and `**`: those are called _0, _1 …, args and kwargs."""
    import dis

    if ismethod(f) or isclass(f):
        f = signature(f.__func__ if ismethod(f) else f.__init__)
        return Signature(list(f.parameters.values())[1:])
    f = unwrap(f)
    if not isfunction(f):
        if callable(f) and isfunction(getattr(type(f), "__call__", None)):
            return Signature(list(signature(type(f).__call__).parameters.values())[1:])
        raise ValueError("no signature found for %r" % (f,))
    code = f.__code__
    r, _, _, positional, keywords, flags, _, _ = dis._prelude(code._bytecode)
    r.number()
    names = [code.co_names[r.number()] for _ in range(positional + keywords)]
    # Variables that it closes over come first.
    free = len(f.__closure__ or ())
    names = names[free:]
    positional -= free
    defaults, named = f.__defaults__ or (), f.__kwdefaults__ or {}
    made = []
    for i in range(positional):
        default = defaults[i - positional] if positional - i <= len(defaults) else _empty
        hidden = names[i] == "*"
        made.append(Parameter("_%d" % i if hidden else names[i], 0 if hidden else 1, default=default))
    if flags & 4:
        made.append(Parameter("args", Parameter.VAR_POSITIONAL))
    for name in names[positional:]:
        made.append(Parameter(name, Parameter.KEYWORD_ONLY, default=named.get(name, _empty)))
    if flags & 2:
        made.append(Parameter("kwargs", Parameter.VAR_KEYWORD))
    return Signature(made)
