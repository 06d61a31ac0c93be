"""Containers beside the built-in ones (CPython's collections)."""


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [f if isinstance(f, str) else str(f) for f in field_names]
    seen = set()
    for i, name in enumerate(fields):
        bad = not name.isidentifier() or name.startswith("_") or name in seen
        if bad and rename:
            fields[i] = name = "_%d" % i
        elif bad:
            raise ValueError("field name %r is not valid or occurs twice" % name)
        seen.add(name)
    fields = tuple(fields)
    count = len(fields)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > count:
        raise TypeError("got more default values than field names")
    required = count - len(defaults)

    def new(cls, *args, **named):
        given = len(args)
        if given > count:
            raise TypeError("function takes %d positional arguments but %d were given" % (count, given))
        if given == count and not named:
            return tuple.__new__(cls, args)
        values = list(args)
        for i in range(given, count):
            name = fields[i]
            if name in named:
                values.append(named.pop(name))
            elif i >= required:
                values.append(defaults[i - required])
            else:
                raise TypeError("function missing required positional argument #%d" % (i + 1))
        for name in named:
            if name in fields:
                raise TypeError("function got multiple values for argument '%s'" % name)
            raise TypeError("unexpected keyword argument '%s'" % name)
        return tuple.__new__(cls, values)

    def make(cls, iterable):
        return cls(*iterable)

    def replace(self, **named):
        values = [named.pop(name, value) for name, value in zip(fields, self)]
        if named:
            raise ValueError("got unexpected field names: %r" % list(named))
        return tuple.__new__(type(self), values)

    def asdict(self):
        return dict(zip(fields, self))

    def represent(self):
        return type(self).__name__ + "(" + ", ".join([name + "=" + repr(value) for name, value in zip(fields, self)]) + ")"

    def field(i):
        return property(lambda self: self[i])

    members = {
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": dict(zip(fields[required:], defaults)),
        "__match_args__": fields,
        "__new__": new,
        "_make": classmethod(make),
        "_replace": replace,
        "_asdict": asdict,
        "__repr__": represent,
        "__str__": represent,
    }
    if module is not None:
        members["__module__"] = module
    for i, name in enumerate(fields):
        members[name] = field(i)
    return type(typename, (tuple,), members)


class OrderedDict(dict):
    def popitem(self, last=True):
        if last:
            return super().popitem()
        for key in self:
            return key, self.pop(key)
        raise KeyError("dictionary is empty")

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest = list(self.items())
        self.clear()
        self[key] = value
        self.update(rest)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other):
        return not self == other

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(dict(self)) + ")"


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **named):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*args, **named)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    def __repr__(self):
        return "defaultdict(%r, %r)" % (self.default_factory, dict(self))


class Counter(dict):
    def __init__(self, iterable=None, /, **named):
        super().__init__()
        self.update(iterable, **named)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **named):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for key, n in iterable.items():
                    self[key] = self.get(key, 0) + n
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
        for key, n in named.items():
            self[key] = self.get(key, 0) + n

    def subtract(self, iterable=None, /, **named):
        for key, n in Counter(iterable, **named).items():
            self[key] = self.get(key, 0) - n

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda p: p[1], reverse=True)
        return pairs if n is None else pairs[:n]

    def elements(self):
        for key, n in self.items():
            for _ in range(n):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    def _become(self, other):
        self.clear()
        dict.update(self, other)
        return self

    def _combine(self, other, f):
        result = Counter()
        for key in list(self) + [k for k in other if k not in self]:
            n = f(self[key], other[key])
            if n > 0:
                result[key] = n
        return result

    def __add__(self, other):
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combine(other, max)

    def __and__(self, other):
        return self._combine(other, min)

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def __le__(self, other):
        return all(self[k] <= other[k] for k in list(self) + list(other))

    def __ge__(self, other):
        return other <= self

    def __eq__(self, other):
        return self <= other <= self if isinstance(other, Counter) else dict(self) == other

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self <= other and not other <= self

    def __gt__(self, other):
        return other < self

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        try:
            pairs = dict(self.most_common())
        except TypeError:
            pairs = dict(self)
        return "%s(%r)" % (type(self).__name__, pairs)


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for m in self.maps:
            try:
                return m[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        for m in self.maps:
            if key in m:
                return True
        return False

    def _merged(self):
        merged = {}
        for m in reversed(self.maps):
            merged.update(m)
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._merged().values()

    def items(self):
        return self._merged().items()

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    def __or__(self, other):
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __ror__(self, other):
        made = dict(other)
        made.update(self._merged())
        return type(self)(made)

    def __eq__(self, other):
        return self._merged() == (other._merged() if isinstance(other, ChainMap) else other)

    def __bool__(self):
        return any(self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def pop(self, key, *default):
        return self.maps[0].pop(key, *default)

    def popitem(self):
        return self.maps[0].popitem()

    def clear(self):
        self.maps[0].clear()

    def new_child(self, m=None, **named):
        m = {} if m is None else m
        m.update(named)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __repr__(self):
        return "ChainMap(" + ", ".join([repr(m) for m in self.maps]) + ")"


class deque:
    """A ring in a list: both ends take and give in constant time."""

    def __init__(self, iterable=(), maxlen=None, flags=0):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._limit = maxlen
        self._checked = bool(flags)
        self._shown = False
        self._items = [None] * (4 if maxlen is None else max(min(maxlen, 4), 1))
        self._head = 0
        self._count = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._limit

    def _room(self):
        """True if one more fits; a full ring is doubled, up to maxlen."""
        if self._count == self._limit:
            if self._checked:
                raise IndexError("full")
            return False
        items = self._items
        if self._count == len(items):
            size = max(2 * len(items), 4)
            if self._limit is not None:
                size = min(size, self._limit)
            head = self._head
            self._items = items[head:] + items[:head] + [None] * (size - len(items))
            self._head = 0
        return True

    def append(self, value):
        if not self._room():
            if not self._limit:
                return
            self.popleft()
        self._items[(self._head + self._count) % len(self._items)] = value
        self._count += 1

    def appendleft(self, value):
        if not self._room():
            if not self._limit:
                return
            self.pop()
        self._head = (self._head - 1) % len(self._items)
        self._items[self._head] = value
        self._count += 1

    def pop(self):
        if not self._count:
            raise IndexError("empty")
        self._count -= 1
        at = (self._head + self._count) % len(self._items)
        value = self._items[at]
        self._items[at] = None
        return value

    def popleft(self):
        if not self._count:
            raise IndexError("empty")
        at = self._head
        value = self._items[at]
        self._items[at] = None
        self._head = (at + 1) % len(self._items)
        self._count -= 1
        return value

    def extend(self, iterable):
        for value in list(iterable) if iterable is self else iterable:
            self.append(value)

    def extendleft(self, iterable):
        for value in list(iterable) if iterable is self else iterable:
            self.appendleft(value)

    def clear(self):
        self._items = [None] * len(self._items)
        self._head = self._count = 0

    def _place(self, i):
        if not isinstance(i, int):
            raise TypeError("deque indices must be integers, not %s" % type(i).__name__)
        if i < 0:
            i += self._count
        if not 0 <= i < self._count:
            raise IndexError("deque index out of range")
        return (self._head + i) % len(self._items)

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, value):
        self._items[self._place(i)] = value

    def __delitem__(self, i):
        self._place(i)
        values = list(self)
        del values[i]
        self._refill(values)

    def __len__(self):
        return self._count

    def __bool__(self):
        return self._count != 0

    def __iter__(self):
        n = self._count
        for i in range(n):
            if self._count != n:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[(self._head + i) % len(self._items)]

    def __reversed__(self):
        return reversed(list(self))

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def rotate(self, n=1):
        if self._count > 1:
            for _ in range(n % self._count):
                self.appendleft(self.pop())

    def reverse(self):
        self._refill(reversed(list(self)))

    def _refill(self, values):
        values = list(values)
        self.clear()
        self.extend(values)

    def index(self, value, start=0, stop=None):
        return list(self).index(value, start, self._count if stop is None else stop)

    def count(self, value):
        return sum([v is value or v == value for v in self], 0)

    def insert(self, i, value):
        if self._count == self._limit:
            raise IndexError("deque already at its maximum size")
        values = list(self)
        values.insert(i, value)
        self._refill(values)

    def remove(self, value):
        values = list(self)
        values.remove(value)
        self._refill(values)

    def copy(self):
        return type(self)(self) if self._limit is None else type(self)(self, self._limit)

    __copy__ = copy

    def __mul__(self, n):
        made = self.copy()
        made *= n
        return made

    __rmul__ = __mul__

    def __imul__(self, n):
        self._refill(list(self) * n)
        return self

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError("can only concatenate deque (not '%s') to deque" % type(other).__name__)
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        if self._shown:
            return "[...]"
        self._shown = True
        try:
            return "%s(%r%s)" % (type(self).__name__, list(self), "" if self._limit is None else ", maxlen=%d" % self._limit)
        finally:
            self._shown = False
