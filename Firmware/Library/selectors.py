"""Selectors as CPython has them, on `select.poll`."""

from collections import namedtuple
from _select import poll, POLLIN, POLLOUT

EVENT_READ = POLLIN
EVENT_WRITE = POLLOUT

SelectorKey = namedtuple("SelectorKey", ("fileobj", "fd", "events", "data"))


def _descriptor(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError("Invalid file object: %r" % (fileobj,))
    if fd < 0:
        raise ValueError("Invalid file descriptor: %d" % fd)
    return fd


class BaseSelector:
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    def unregister(self, fileobj):
        raise NotImplementedError

    def select(self, timeout=None):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError("%r is not registered" % (fileobj,))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Map:
    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        fd = self._selector._lookup(fileobj)
        return self._selector._keys[fd]

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def __contains__(self, fileobj):
        return self.get(fileobj) is not None

    def __iter__(self):
        return iter(self._selector._keys)

    def keys(self):
        return self._selector._keys.keys()

    def values(self):
        return self._selector._keys.values()

    def items(self):
        return self._selector._keys.items()


class PollSelector(BaseSelector):
    def __init__(self, queue_length=16):
        self._keys = {}
        self._poll = poll()
        self._map = _Map(self)

    def _lookup(self, fileobj):
        try:
            return _descriptor(fileobj)
        except (ValueError, OSError):
            # A closed object is found by itself.
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise KeyError(repr(fileobj))

    def register(self, fileobj, events=EVENT_READ | EVENT_WRITE, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError("Invalid events: %r" % (events,))
        fd = _descriptor(fileobj)
        if fd in self._keys:
            raise KeyError("%r (FD %d) is already registered" % (fileobj, fd))
        key = SelectorKey(fileobj, fd, events, data)
        self._poll.register(fd, events)
        self._keys[fd] = key
        return key

    def unregister(self, fileobj):
        fd = self._lookup(fileobj)
        if fd not in self._keys:
            raise KeyError("%r is not registered" % (fileobj,))
        self._poll.unregister(fd)
        return self._keys.pop(fd)

    def modify(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError("Invalid events: %r" % (events,))
        key = self.get_key(fileobj)
        if events != key.events:
            self._poll.modify(key.fd, events)
        key = SelectorKey(key.fileobj, key.fd, events, data)
        self._keys[key.fd] = key
        return key

    def select(self, timeout=None):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else timeout * 1000
        ready = []
        for fd, event in self._poll.poll(timeout):
            key = self._keys.get(fd)
            if key is not None:
                # Errors and ends make either way ready.
                events = 0
                if event & ~POLLIN:
                    events |= EVENT_WRITE
                if event & ~POLLOUT:
                    events |= EVENT_READ
                events &= key.events
                if events:
                    ready.append((key, events))
        return ready

    def close(self):
        self._keys = {}
        self._map = None

    def get_map(self):
        return self._map


SelectSelector = PollSelector
DefaultSelector = PollSelector
