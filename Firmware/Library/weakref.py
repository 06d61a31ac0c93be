"""Weak references: `ref` and `finalize` as they are in the firmware, and the containers that hold their items weakly."""
from _weakref import ref, finalize

ReferenceType = ref


class WeakMethod:
    """A reference to a bound method that lives as long as the object does."""

    def __init__(self, method, callback=None):
        self._function = method.__func__
        self._self = ref(method.__self__, None if callback is None else lambda r: callback(self))

    def __call__(self):
        o = self._self()
        return None if o is None else self._function.__get__(o) if hasattr(self._function, "__get__") else _bind(self._function, o)


def _bind(function, o):
    return lambda *a, **k: function(o, *a, **k)


class _Mapping:
    def __init__(self, other=(), **kw):
        self._data = {}
        self.update(other, **kw)

    def update(self, other=(), **kw):
        for k in other:
            if hasattr(other, "keys"):
                self[k] = other[k]
            else:
                self[k[0]] = k[1]
        for k in kw:
            self[k] = kw[k]

    def __getitem__(self, key):
        v = self.get(key, self)
        if v is self:
            raise KeyError(key)
        return v

    def __contains__(self, key):
        return self.get(key, self) is not self

    def __iter__(self):
        for k, v in self.items():
            yield k

    keys = __iter__

    def values(self):
        for k, v in self.items():
            yield v

    def __len__(self):
        return sum(1 for _ in self.items())

    def setdefault(self, key, default=None):
        v = self.get(key, self)
        if v is self:
            self[key] = v = default
        return v

    def pop(self, key, *default):
        v = self.get(key, self)
        if v is not self:
            del self[key]
            return v
        if default:
            return default[0]
        raise KeyError(key)

    def clear(self):
        self._data.clear()

    def __repr__(self):
        return "<%s at %d>" % (type(self).__name__, id(self))


class WeakValueDictionary(_Mapping):
    def __setitem__(self, key, value):
        data = self._data

        def gone(r):
            if data.get(key) is r:
                del data[key]

        data[key] = ref(value, gone)

    def __delitem__(self, key):
        del self._data[key]

    def get(self, key, default=None):
        r = self._data.get(key)
        v = None if r is None else r()
        return default if v is None else v

    def items(self):
        for k, r in list(self._data.items()):
            v = r()
            if v is not None:
                yield k, v


class WeakKeyDictionary(_Mapping):
    def __setitem__(self, key, value):
        data = self._data
        r = ref(key)
        data[r if r in data else ref(key, lambda r: data.pop(r, None))] = value

    def __delitem__(self, key):
        del self._data[ref(key)]

    def get(self, key, default=None):
        return self._data.get(ref(key), default)

    def items(self):
        for r, v in list(self._data.items()):
            k = r()
            if k is not None:
                yield k, v


class WeakSet:
    def __init__(self, items=()):
        self._data = {}
        for i in items:
            self.add(i)

    def add(self, item):
        data = self._data
        if ref(item) not in data:
            data[ref(item, lambda r: data.pop(r, None))] = True

    def discard(self, item):
        self._data.pop(ref(item), None)

    def remove(self, item):
        del self._data[ref(item)]

    def __contains__(self, item):
        return ref(item) in self._data

    def __iter__(self):
        for r in list(self._data):
            o = r()
            if o is not None:
                yield o

    def __len__(self):
        return sum(1 for _ in self)
