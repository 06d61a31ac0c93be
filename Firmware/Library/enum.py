class auto:
    pass


property = property


class _Member:
    def __init__(self, value):
        self.value = value


class member(_Member):
    pass


class nonmember(_Member):
    pass


def _plain(k, v):
    return k[:1] == "_" and (k[-1:] == "_" or k[1:2] != "_") or callable(v) and not isinstance(v, type) or hasattr(v, "__get__") or hasattr(v, "fget")


def unique(cls):
    for k, m in cls.__members__.items():
        if m._name_ != k:
            raise ValueError("duplicate values found in " + repr(cls) + ": " + k + " -> " + m._name_)
    return cls


verify = lambda *checks: lambda cls: cls
EnumType = EnumMeta = type


class Enum:
    def __init_subclass__(cls, **named):
        old = getattr(cls, "__members__", None)
        if old:
            raise TypeError("cannot extend " + repr(cls.__bases__[0]))
        members = {}
        values = {}
        cls.__members__ = members
        cls._values_ = values
        cls._member_map_ = members
        cls._member_names_ = names = []
        last = []
        base = None
        for b in (int, str, float, bytes, tuple):
            if issubclass(cls, b):
                base = b
        own_new = cls.__dict__.get("__new__")
        for k, v in list(cls.__dict__.items()):
            if type(v) is nonmember:
                setattr(cls, k, v.value)
                continue
            if type(v) is member:
                v = v.value
            elif _plain(k, v) or k in ("__members__",):
                continue
            if type(v) is auto:
                v = cls._generate_next_value_(k, 1, len(last), last)
            args = v if isinstance(v, tuple) else (v,)
            found = None
            try:
                found = values.get(v)
            except TypeError:
                for m in members.values():
                    if m._value_ == v:
                        found = m
            if found is None:
                if own_new:
                    found = (getattr(own_new, "__func__", None) or own_new)(cls, *args)
                    if not hasattr(found, "_value_"):
                        found._value_ = v
                elif base:
                    found = base.__new__(cls, *args)
                    found._value_ = base(*args)
                else:
                    found = object.__new__(cls)
                    found._value_ = v
                found._name_ = k
                found.__init__(*args)
                try:
                    values[found._value_] = found
                except TypeError:
                    pass
                names.append(k)
            last.append(found._value_)
            members[k] = found
            setattr(cls, k, found)
        if base:
            for k in ("__eq__", "__ne__", "__hash__"):
                if k not in cls.__dict__:
                    setattr(cls, k, getattr(_Number, k))
        if members:
            cls.__new__ = _find
            cls.__init__ = _nothing

    def __init__(self, *args, **named):
        pass

    def _generate_next_value_(name, start, count, last):
        for v in reversed(last):
            if isinstance(v, int):
                return max(x for x in last if isinstance(x, int)) + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @classmethod
    def __class_iter__(cls):
        return iter([cls.__members__[k] for k in cls._member_names_])

    @classmethod
    def __class_len__(cls):
        return len(cls._member_names_)

    @classmethod
    def __class_getitem__(cls, name):
        return cls.__members__[name]

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<" + type(self).__name__ + "." + str(self._name_) + ": " + repr(self._value_) + ">"

    def __str__(self):
        return type(self).__name__ + "." + str(self._name_)

    def __format__(self, spec):
        return str(self).__format__(spec) if hasattr(str, "__format__") else ("{:" + spec + "}").format(str(self))

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _nothing(self, *args, **named):
    pass


def _find(cls, value=None, *rest):
    if type(value) is cls:
        return value
    try:
        m = cls._values_.get(value)
    except TypeError:
        m = None
        for x in cls.__members__.values():
            if x._value_ == value:
                m = x
    if m is None:
        m = cls._missing_(value)
    if m is None:
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    return m


class _Number:
    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)

    def __ne__(self, other):
        return not self == other


class IntEnum(_Number, int, Enum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return ("{:" + spec + "}").format(self._value_)


class StrEnum(_Number, str, Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return ("{:" + spec + "}").format(self._value_)


class Flag(Enum):
    def _generate_next_value_(name, start, count, last):
        return 1 << max(last).bit_length() if last else start

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        every = 0
        for m in cls.__members__.values():
            every |= m._value_
        if value < 0:
            value &= every
        elif value & ~every:
            if not issubclass(cls, int):
                return None
        known = cls._values_.get(value)
        if known is not None:
            return known
        m = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        m._value_ = value
        names = [k for k in cls._member_names_ if cls.__members__[k]._value_ & value == cls.__members__[k]._value_ and cls.__members__[k]._value_]
        m._name_ = "|".join(names) or None
        cls._values_[value] = m
        return m

    def _other(self, other):
        if type(other) is type(self):
            return other._value_
        return other if isinstance(self, int) and isinstance(other, int) else None

    def __or__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ | v)

    def __and__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ & v)

    def __xor__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ ^ v)

    def __invert__(self):
        every = 0
        for m in type(self).__members__.values():
            every |= m._value_
        return type(self)(every & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for k in type(self)._member_names_:
            m = type(self).__members__[k]
            if m._value_ & self._value_ and m._value_ & (m._value_ - 1) == 0:
                yield m

    def __len__(self):
        return bin(self._value_).count("1")

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        n = type(self).__name__
        if self._name_ is None:
            return "<" + n + ": " + repr(self._value_) + ">"
        return "<" + n + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        n = type(self).__name__
        return n + "(0)" if self._name_ is None else n + "." + self._name_


class IntFlag(_Number, int, Flag):
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return ("{:" + spec + "}").format(self._value_)
