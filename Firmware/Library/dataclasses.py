class _Missing:
    def __repr__(self):
        return "<dataclasses.MISSING>"


MISSING = _Missing()
KW_ONLY = "KW_ONLY"
InitVar = dict


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _collect(cls, kw_only):
    all = {}
    for b in reversed(cls.__mro__[1:]):
        all.update(b.__dict__.get("__dataclass_fields__", {}))
    for name, t in cls.__dict__.get("__annotations__", {}).items():
        if t == "KW_ONLY":
            kw_only = True
            continue
        if t == "ClassVar":
            continue
        value = cls.__dict__.get(name, MISSING)
        if isinstance(value, Field):
            f = value
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        else:
            if isinstance(value, (list, dict, set)):
                raise ValueError("mutable default " + repr(type(value)) + " for field " + name + " is not allowed: use default_factory")
            f = field(default=value)
        f.name = name
        f.type = t
        f._init_only = t == "InitVar"
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        all[name] = f
    return all


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False
):
    if cls is None:
        return lambda c: dataclass(
            c, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only
        )
    table = _collect(cls, kw_only)
    cls.__dataclass_fields__ = table
    cls.__dataclass_params__ = (init, repr, eq, order, unsafe_hash, frozen)
    all = list(table.values())
    plain = [f for f in all if not f._init_only]
    put = object.__setattr__
    own = cls.__dict__
    positional = [f for f in all if f.init and not f.kw_only]
    named_only = [f for f in all if f.init and f.kw_only]
    seen = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f.name
        elif seen:
            raise TypeError("non-default argument '" + f.name + "' follows default argument")
    title = cls.__qualname__

    def __init__(self, *args, **named):
        n = title + ".__init__()"
        if len(args) > len(positional):
            raise TypeError(n + " takes %d positional arguments but %d were given" % (len(positional) + 1, len(args) + 1))
        late = []
        i = 0
        for f in all:
            k = f.name
            if f.init and not f.kw_only and i < len(args):
                v = args[i]
                i += 1
                if k in named:
                    raise TypeError(n + " got multiple values for argument '" + k + "'")
            elif f.init and k in named:
                v = named.pop(k)
            elif f.default_factory is not MISSING:
                v = f.default_factory()
            elif f.default is not MISSING:
                v = f.default
            elif f.init:
                raise TypeError(n + " missing 1 required positional argument: '" + k + "'")
            else:
                continue
            if f._init_only:
                late.append(v)
            else:
                put(self, k, v)
        for k in named:
            raise TypeError(n + " got an unexpected keyword argument '" + k + "'")
        post = getattr(self, "__post_init__", None)
        if post:
            post(*late)

    def __repr__(self):
        return type(self).__qualname__ + "(" + ", ".join([f.name + "=" + _repr(getattr(self, f.name)) for f in plain if f.repr]) + ")"

    def key(o):
        return tuple([getattr(o, f.name) for f in plain if f.compare])

    def compare(op):
        def method(self, other):
            return op(key(self), key(other)) if type(other) is type(self) else NotImplemented

        return method

    def __hash__(self):
        return hash(tuple([getattr(self, f.name) for f in plain if (f.compare if f.hash is None else f.hash)]))

    if init and "__init__" not in own:
        cls.__init__ = __init__
    if repr and "__repr__" not in own:
        cls.__repr__ = __repr__
    if eq and "__eq__" not in own:
        cls.__eq__ = compare(lambda a, b: a == b)
        if "__hash__" not in own and not frozen and not unsafe_hash:
            cls.__hash__ = None
    if unsafe_hash or eq and frozen and "__hash__" not in own:
        cls.__hash__ = __hash__
    if order:
        cls.__lt__ = compare(lambda a, b: a < b)
        cls.__le__ = compare(lambda a, b: a <= b)
        cls.__gt__ = compare(lambda a, b: a > b)
        cls.__ge__ = compare(lambda a, b: a >= b)
    if frozen:

        def refuse(self, name, *value):
            raise FrozenInstanceError("cannot " + ("assign to" if value else "delete") + " field '" + name + "'")

        cls.__setattr__ = cls.__delattr__ = refuse
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in positional])
    return cls


_repr = repr


def fields(o):
    try:
        return tuple([f for f in o.__dataclass_fields__.values() if not f._init_only])
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance")


def is_dataclass(o):
    return hasattr(o, "__dataclass_fields__")


def _convert(o, whole):
    if is_dataclass(o) and not isinstance(o, type):
        return whole(o)
    if isinstance(o, tuple) and hasattr(o, "_fields"):
        return type(o)(*[_convert(x, whole) for x in o])
    if isinstance(o, (list, tuple)):
        return type(o)([_convert(x, whole) for x in o])
    if isinstance(o, dict):
        return type(o)([(_convert(k, whole), _convert(v, whole)) for k, v in o.items()])
    return o


def asdict(o, *, dict_factory=dict):
    if not is_dataclass(o) or isinstance(o, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(o, lambda x: dict_factory([(f.name, _convert(getattr(x, f.name), lambda y: asdict(y, dict_factory=dict_factory))) for f in fields(x)]))


def astuple(o, *, tuple_factory=tuple):
    if not is_dataclass(o) or isinstance(o, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return tuple_factory([_convert(getattr(o, f.name), lambda y: astuple(y, tuple_factory=tuple_factory)) for f in fields(o)])


def replace(o, /, **changes):
    for f in o.__dataclass_fields__.values():
        if not f.init:
            if f.name in changes:
                raise ValueError("field " + f.name + " is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes and not f._init_only:
            changes[f.name] = getattr(o, f.name)
    return type(o)(**changes)


def make_dataclass(name, fields, *, bases=(), namespace=None, **named):
    members = dict(namespace or {})
    notes = members["__annotations__"] = {}
    for f in fields:
        if isinstance(f, str):
            notes[f] = "Any"
        else:
            notes[f[0]] = getattr(f[1], "__name__", f[1])
            if len(f) > 2:
                members[f[0]] = f[2]
    return dataclass(type(name, bases, members), **named)
