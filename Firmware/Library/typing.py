# Names for annotations, which the compiler drops: each may be subscripted, called and combined, and costs nothing more.


class _Any:
    def __init__(self, name="Any"):
        self.__name__ = name

    def __getitem__(self, key):
        return self

    def __call__(self, *args, **named):
        return args[0] if args else self

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __repr__(self):
        return "typing." + self.__name__


TYPE_CHECKING = False


class Generic:
    @classmethod
    def __class_getitem__(cls, key):
        return cls


class Protocol(Generic):
    pass


class _Names(Generic):
    def __class_getitem__(cls, key):
        return cls


def cast(type, value):
    return value


def overload(f):
    return f


final = override = no_type_check = runtime_checkable = overload


def TypeVar(name, *constraints, **named):
    return _Any(name)


ParamSpec = TypeVarTuple = TypeVar


def NewType(name, type):
    return type


def get_type_hints(o, *args, **named):
    return {}


def assert_never(value):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(value))


def NamedTuple(name, fields=()):
    from collections import namedtuple

    return namedtuple(name, [f[0] for f in fields])


def TypedDict(name, fields=None, **named):
    return dict


def __getattr__(name):
    if name[:1] == "_":
        raise AttributeError(name)
    return _Any(name)
