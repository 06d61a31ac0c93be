"""Context variables (PEP 567). Each thread has a context; asyncio's tasks and callbacks run in copies of the one that made them."""

import _thread
import sys

_none = object()
# Thread → the context it is in.
_now = {}


def _here():
    i = _thread.get_ident()
    c = _now.get(i)
    if c is None:
        c = _now[i] = Context()
    return c


class Token:
    MISSING = _none

    def __init__(self, var, context, old):
        self.var = var
        self.old_value = old
        self._context = context


class ContextVar:
    def __init__(self, name, *, default=_none):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    @classmethod
    def __class_getitem__(cls, key):
        return cls

    def __repr__(self):
        return "<ContextVar name=%r at %#x>" % (self.name, id(self))

    def get(self, default=_none):
        value = _here()._values.get(self, _none)
        if value is _none:
            value = self._default if default is _none else default
            if value is _none:
                raise LookupError(self)
        return value

    def set(self, value):
        c = _here()
        token = Token(self, c, c._values.get(self, _none))
        c._values[self] = value
        return token

    def reset(self, token):
        c = token._context
        if c is None:
            raise RuntimeError("the token has already been used once")
        if token.var is not self:
            raise ValueError("the token was created by a different ContextVar")
        if c is not _here():
            raise ValueError("the token was created in a different Context")
        token._context = None
        if token.old_value is _none:
            del c._values[self]
        else:
            c._values[self] = token.old_value


class Context:
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, f, *args, **named):
        if self._entered:
            raise RuntimeError("cannot enter context: it is already entered")
        i = _thread.get_ident()
        before = _now.get(i)
        _now[i] = self
        self._entered = True
        try:
            return f(*args, **named)
        finally:
            self._entered = False
            if before is None:
                del _now[i]
            else:
                _now[i] = before

    def copy(self):
        c = Context()
        c._values.update(self._values)
        return c

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError("a ContextVar key was expected")
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    return _here().copy()


if "asyncio" in sys.modules:
    sys.modules["asyncio"]._copy_context = copy_context
