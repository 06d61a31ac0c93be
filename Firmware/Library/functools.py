"""Functions on functions (CPython's functools)."""

_MISSING = object()


def reduce(function, iterable, initial=_MISSING):
    iterator = iter(iterable)
    if initial is _MISSING:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for value in iterator:
        initial = function(initial, value)
    return initial


class partial:
    def __init__(self, func, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = dict(func.keywords, **keywords)
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        if keywords:
            return self.func(*self.args, *args, **dict(self.keywords, **keywords))
        return self.func(*self.args, *args, **self.keywords)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args] + ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return partial(self.func, instance, *self.args, **self.keywords)


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=()):
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except (AttributeError, TypeError):
            pass
    try:
        wrapper.__wrapped__ = wrapped
    except AttributeError:
        pass
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=()):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return lru_cache()(maxsize)

    def decorate(function):
        known = {}
        hits = misses = 0

        def cached(*args, **named):
            nonlocal hits, misses
            key = (args, tuple(named.items())) if named else args
            if typed:
                key = (key, tuple([type(a) for a in args]), tuple([type(v) for v in named.values()]))
            if key in known:
                hits += 1
                if maxsize is not None:
                    # The most recently used one is the last.
                    value = known[key] = known.pop(key)
                    return value
                return known[key]
            misses += 1
            value = function(*args, **named)
            if maxsize != 0:
                if maxsize is not None and len(known) >= maxsize:
                    for oldest in known:
                        break
                    del known[oldest]
                known[key] = value
            return value

        def clear():
            nonlocal hits, misses
            known.clear()
            hits = misses = 0

        def info():
            from collections import namedtuple

            return namedtuple("CacheInfo", "hits misses maxsize currsize")(hits, misses, maxsize, len(known))

        cached.cache_clear = clear
        cached.cache_info = info
        return update_wrapper(cached, function)

    return decorate


def cache(function):
    return lru_cache(None)(function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.name = func.__name__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        setattr(instance, self.name, value)
        return value


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.obj = value

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

    return Key


def total_ordering(cls):
    def has(name):
        for base in cls.__mro__[:-1]:
            if name in base.__dict__:
                return True
        return False

    if has("__lt__"):
        made = {
            "__gt__": lambda a, b: not (a < b or a == b),
            "__le__": lambda a, b: a < b or a == b,
            "__ge__": lambda a, b: not a < b,
        }
    elif has("__le__"):
        made = {"__ge__": lambda a, b: not a <= b or a == b, "__lt__": lambda a, b: a <= b and not a == b, "__gt__": lambda a, b: not a <= b}
    elif has("__gt__"):
        made = {"__lt__": lambda a, b: not (a > b or a == b), "__ge__": lambda a, b: a > b or a == b, "__le__": lambda a, b: not a > b}
    elif has("__ge__"):
        made = {"__le__": lambda a, b: not a >= b or a == b, "__gt__": lambda a, b: a >= b and not a == b, "__lt__": lambda a, b: not a >= b}
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, method in made.items():
        if not has(name):
            setattr(cls, name, method)
    return cls


class singledispatch:
    def __init__(self, func):
        self.registry = {object: func}
        update_wrapper(self, func)

    def register(self, cls, func=None):
        if func is None:
            return lambda f: self.register(cls, f)
        self.registry[cls] = func
        return func

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self.registry:
                return self.registry[base]
        return self.registry[object]

    def __call__(self, *args, **named):
        return self.dispatch(type(args[0]))(*args, **named)
