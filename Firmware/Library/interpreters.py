"""Several interpreters on one board, after PEP 734. Each has its own heap (`create(heap=bytes)`), modules, lock and callbacks."""

import _interpreters
from _interpreters import shareable as is_shareable

__all__ = (
    "create", "list_all", "get_current", "get_main", "is_shareable", "create_queue", "Interpreter", "Queue", "InterpreterError",
    "InterpreterNotFoundError", "ExecutionFailed", "NotShareableError", "QueueError", "QueueNotFoundError", "QueueEmpty", "QueueFull",
)


class InterpreterError(Exception):
    pass


class InterpreterNotFoundError(InterpreterError):
    pass


class NotShareableError(TypeError, ValueError):
    pass


class ExecutionFailed(InterpreterError):
    """What ended a call: `excinfo` has its type's name, its message and its traceback as texts."""

    def __init__(self, excinfo):
        self.excinfo = excinfo
        super().__init__(excinfo.formatted)

    def __str__(self):
        return self.excinfo.formatted + "\n\nUncaught in the interpreter:\n\n" + self.excinfo.errdisplay


class _Type:
    def __init__(self, name):
        self.__name__ = self.__qualname__ = name


class _Info:
    def __init__(self, name, msg, text):
        self.type = _Type(name)
        self.msg = msg
        self.formatted = name + ": " + msg if msg else name
        self.errdisplay = text.rstrip("\n")


def _need(obj, callable=False):
    if not is_shareable(obj, callable):
        raise NotShareableError(f"{obj!r} does not support cross-interpreter data")


def _fail(id, code):
    if code == 1:
        raise InterpreterNotFoundError(f"unrecognized interpreter ID {id}")
    if code == 2:
        raise InterpreterError("interpreter already running")
    if code == 3:
        raise InterpreterError("cannot close the main interpreter")
    if code == 4:
        raise InterpreterError("other interpreters lie in its heap")
    if code == 5:
        raise NotShareableError("the result does not support cross-interpreter data")
    raise ExecutionFailed(_Info("MemoryError", "", "MemoryError:"))


def _run(id, what, code, args=(), pairs=()):
    r = _interpreters.run(id, what, (code, args, pairs))
    if type(r) is int:
        _fail(id, r)
    if len(r) == 1:
        return r[0]
    raise ExecutionFailed(_Info(*r))


def _flat(d):
    pairs = []
    for k, v in d.items():
        _need(k)
        _need(v)
        pairs.append(k)
        pairs.append(v)
    return tuple(pairs)


class Interpreter:
    def __init__(self, id):
        if _interpreters.is_running(id) is None:
            _fail(id, 1)
        self._id = id

    @property
    def id(self):
        return self._id

    def __repr__(self):
        return f"Interpreter({self._id})"

    def __eq__(self, other):
        return isinstance(other, Interpreter) and other._id == self._id

    def __hash__(self):
        return hash(self._id)

    def is_running(self):
        r = _interpreters.is_running(self._id)
        if r is None:
            _fail(self._id, 1)
        return r

    def close(self):
        r = _interpreters.close(self._id)
        if r:
            if r == 2:
                raise InterpreterError("interpreter running")
            _fail(self._id, r)

    def interrupt(self):
        """KeyboardInterrupt in what runs there; False if nothing does. (Beside the PEP's.)"""
        return _interpreters.interrupt(self._id)

    def prepare_main(self, ns=None, **kwargs):
        d = dict(ns) if ns is not None else {}
        d.update(kwargs)
        for k in d:
            if not isinstance(k, str):
                raise TypeError("names must be str")
        _run(self._id, 2, None, (), _flat(d))

    def exec(self, code):
        if isinstance(code, str):
            _run(self._id, 0, code)
        elif callable(code):
            _need(code, True)
            _run(self._id, 1, code)
        else:
            raise TypeError("source or a function expected")

    def call(self, callable, *args, **kwargs):
        _need(callable, True)
        for a in args:
            _need(a)
        return _run(self._id, 1, callable, args, _flat(kwargs))

    def call_in_thread(self, callable, *args, **kwargs):
        """The call in a thread of its own, on whichever core is free."""
        import threading

        _need(callable, True)
        for a in args:
            _need(a)
        t = threading.Thread(target=self._called, args=(callable, args, _flat(kwargs)))
        _interpreters.deep(True)
        try:
            t.start()
        finally:
            _interpreters.deep(False)
        return t

    def _called(self, callable, args, pairs):
        import rtos

        rtos.affinity(3)
        _run(self._id, 1, callable, args, pairs)


def create(*, heap=None):
    """A new interpreter with `heap` bytes of its own (None: the usual share)."""
    return Interpreter(_interpreters.create(heap))


def list_all():
    return [Interpreter(i) for i in _interpreters.list_all()]


def get_current():
    return Interpreter(_interpreters.current())


def get_main():
    return Interpreter(0)


class QueueError(RuntimeError):
    pass


class QueueNotFoundError(QueueError):
    pass


class QueueEmpty(QueueError):
    pass


class QueueFull(QueueError):
    pass


class Queue(_interpreters.CrossQueue):
    """A queue whose items pass by value; a Queue itself passes as another one of the same."""

    def __new__(cls, id):
        try:
            return super().__new__(cls, id)
        except OSError:
            raise QueueNotFoundError(f"queue {id} not found")

    @property
    def id(self):
        return self._info(0)

    @property
    def maxsize(self):
        return self._info(1)

    def qsize(self):
        return self._info(2)

    def empty(self):
        return self._info(2) == 0

    def full(self):
        m = self._info(1)
        return m > 0 and self._info(2) >= m

    def put(self, obj, block=True, timeout=None):
        _need(obj)
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._put(obj, timeout if block else 0):
            raise QueueFull(f"queue {self.id} is full")

    def put_nowait(self, obj):
        self.put(obj, False)

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        r = self._get(timeout if block else 0)
        if r is None:
            raise QueueEmpty(f"queue {self.id} is empty")
        return r[0]

    def get_nowait(self):
        return self.get(False)

    def __eq__(self, other):
        return isinstance(other, Queue) and other.id == self.id

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f"Queue({self.id})"


def create_queue(maxsize=0):
    if not isinstance(maxsize, int):
        raise TypeError("maxsize must be an integer")
    return Queue(_interpreters.queue_create(maxsize))
