"""Threads and what they coordinate with: CPython's threading, in Python over _thread.

Runs on this firmware and on MicroPython's unix port, whose locks have no time-out: there a timed wait looks again and again.
"""

import _thread
import time
from _thread import get_ident, allocate_lock as Lock

try:
    from _thread import RLock, TIMEOUT_MAX, _values, set_name as _set_name

    _native = True
except ImportError:
    _native = False
    TIMEOUT_MAX = 4294967.0
    _all_values = {}

    def _values():
        return _all_values.setdefault(get_ident(), {})

    def _set_name(name):
        pass


get_native_id = getattr(_thread, "get_native_id", get_ident)
ThreadError = RuntimeError

if hasattr(time, "monotonic"):
    _now = time.monotonic
else:
    _ticks = time.ticks_ms()
    _elapsed = 0

    def _now():
        # The counter wraps: what has passed since the last call is added up.
        global _ticks, _elapsed
        t = time.ticks_ms()
        _elapsed += time.ticks_diff(t, _ticks)
        _ticks = t
        return _elapsed / 1000


def _acquire(lock, timeout):
    """Locks within `timeout` seconds (None: for ever); True if it did."""
    if timeout is None:
        return lock.acquire()
    if timeout <= 0:
        return lock.acquire(False)
    if _native:
        return lock.acquire(True, min(timeout, TIMEOUT_MAX))
    end = _now() + timeout
    pause = 0.0005
    while not lock.acquire(False):
        left = end - _now()
        if left <= 0:
            return False
        time.sleep(min(pause, left))
        pause = min(pause * 2, 0.05)
    return True


if not _native:

    class RLock:
        def __init__(self):
            self._block = Lock()
            self._owner = None
            self._count = 0

        def acquire(self, blocking=True, timeout=-1):
            me = get_ident()
            if self._owner == me:
                self._count += 1
                return True
            if not _acquire(self._block, (None if timeout < 0 else timeout) if blocking else 0):
                return False
            self._owner = me
            self._count = 1
            return True

        def release(self):
            if self._owner != get_ident():
                raise RuntimeError("cannot release un-acquired lock")
            self._count -= 1
            if not self._count:
                self._owner = None
                self._block.release()

        def __enter__(self):
            return self.acquire()

        def __exit__(self, *exc):
            self.release()

        def _is_owned(self):
            return self._owner == get_ident()

        def _release_save(self):
            if self._owner != get_ident():
                raise RuntimeError("cannot release un-acquired lock")
            count = self._count
            self._count = 0
            self._owner = None
            self._block.release()
            return count

        def _acquire_restore(self, count):
            self._block.acquire()
            self._owner = get_ident()
            self._count = count


def _describe(o, state):
    t = type(o)
    return "<%s.%s at 0x%x: %s>" % (getattr(t, "__module__", __name__), t.__name__, id(o), state)


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        # Each waiter is a locked lock of its own, the first one first.
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return "<Condition(%r, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        recursive = hasattr(self._lock, "_release_save")
        if recursive:
            saved = self._lock._release_save()
        else:
            self._lock.release()
        notified = False
        try:
            notified = _acquire(waiter, timeout)
        finally:
            # Who has waited has the lock again, come what may: Ctrl-C and what handlers of signals raise is raised behind that.
            raised = None
            while True:
                try:
                    if recursive:
                        self._lock._acquire_restore(saved)
                    else:
                        self._lock.acquire()
                    break
                except (Exception, KeyboardInterrupt) as e:
                    raised = e
            if not notified:
                # Taken out, so that it swallows no later notify; if it is gone a notify came together with the time-out and counts.
                if waiter in self._waiters:
                    self._waiters.remove(waiter)
                else:
                    notified = True
            if raised is not None:
                raise raised
        return notified

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _now() + timeout
        result = predicate()
        while not result:
            if end is None:
                self.wait()
            else:
                left = end - _now()
                if left <= 0:
                    break
                self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return _describe(self, "value=%d" % self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _now() + timeout
                    else:
                        timeout = end - _now()
                    if timeout <= 0:
                        return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    def __enter__(self):
        return self.acquire()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _describe(self, "value=%d/%d" % (self._value, self._initial_value))

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _describe(self, "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            # Who was woken by set() has seen the flag, even if it is cleared at once.
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # States: filling 0, draining 1, resetting -1, broken -2.
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        if self.broken:
            return _describe(self, "broken")
        return _describe(self, "waiters=%d/%d" % (self.n_waiting, self.parties))

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = 1
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(self._left, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _left(self):
        return self._state != 0

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class local:
    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls is local:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_key", object())
        object.__setattr__(self, "_args", (args, kwargs))
        _values()[self._key] = {}
        return self

    def __init__(self, *args, **kwargs):
        pass

    def _own(self):
        values = _values()
        own = values.get(self._key)
        if own is None:
            own = values[self._key] = {}
            args, kwargs = self._args
            self.__init__(*args, **kwargs)
        return own

    @property
    def __dict__(self):
        return self._own()

    def __getattr__(self, name):
        own = self._own()
        try:
            return own[name]
        except KeyError:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        self._own()[name] = value

    def __delattr__(self, name):
        try:
            del self._own()[name]
        except KeyError:
            raise AttributeError(name)


class ExceptHookArgs:
    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __getitem__(self, i):
        return (self.exc_type, self.exc_value, self.exc_traceback, self.thread)[i]

    def __len__(self):
        return 4


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    import sys

    name = args.thread.name if args.thread is not None else get_ident()
    out = sys.stderr
    out.write("Exception in thread %s:\n" % name)
    sys.print_exception(args.exc_value, out)


__excepthook__ = excepthook

_registry = Lock()
_active = {}
_limbo = []
_counter = 0
_dummies = 0


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        global _counter
        assert group is None, "group argument must be None for now"
        if name is None:
            _counter += 1
            name = "Thread-%d" % _counter
            if target is not None and hasattr(target, "__name__"):
                name += " (%s)" % target.__name__
        self._name = str(name)
        self._target = target
        self._arguments = args
        self._keywords = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._ident = self._native_id = None
        self._started = Event()
        self._finished = Event()
        self._ended = Lock()
        self._initialized = True

    def __repr__(self):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        status = "stopped" if self._finished.is_set() else "started" if self._started.is_set() else "initial"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %d" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, status)

    def _check(self):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set() or self in _limbo:
            raise RuntimeError("threads can only be started once")
        with _registry:
            _limbo.append(self)
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException as e:
            with _registry:
                _limbo.remove(self)
            if isinstance(e, (OSError, MemoryError)):
                raise RuntimeError("can't start new thread")
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._arguments, **self._keywords)
        finally:
            self._target = self._arguments = self._keywords = None

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _set_name(self._name)
        with _registry:
            _active[self._ident] = self
            _limbo.remove(self)
        self._ended.acquire()
        self._started.set()
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as e:
            self._report(e)
        finally:
            with _registry:
                if _active.get(self._ident) is self:
                    del _active[self._ident]
            if not _native:
                _all_values.pop(self._ident, None)
            self._finished.set()
            self._ended.release()

    def _report(self, e):
        try:
            excepthook(ExceptHookArgs((type(e), e, getattr(e, "__traceback__", None), self)))
        except BaseException as second:
            import sys

            hook = getattr(sys, "excepthook", None)
            if hook is not None:
                hook(type(second), second, getattr(second, "__traceback__", None))
            else:
                sys.print_exception(second, sys.stderr)

    def join(self, timeout=None):
        self._check()
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        # The thread has this lock until it ends: who looks for deadlocks sees whom the caller waits for.
        if _acquire(self._ended, timeout if timeout is None else max(timeout, 0)):
            self._ended.release()

    def is_alive(self):
        self._check()
        return self._started.is_set() and not self._finished.is_set()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check()
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = bool(daemonic)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._ended.acquire()
        self._started.set()
        _active[self._ident] = self


class _DummyThread(Thread):
    """A thread that was not started here."""

    def __init__(self):
        global _dummies
        _dummies += 1
        super().__init__(name="Dummy-%d" % _dummies, daemon=True)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._started.set()
        with _registry:
            _active[self._ident] = self

    def is_alive(self):
        alive = getattr(_thread, "_alive", None)
        return alive is None or alive(self._ident)

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class _Nobody:
    daemon = False


def current_thread():
    thread = _active.get(get_ident())
    if thread is None:
        return _DummyThread() if _active else _Nobody
    return thread


def main_thread():
    return _main_thread


def enumerate():
    with _registry:
        return [t for t in _active.values() if t.is_alive()] + _limbo


def active_count():
    return len(enumerate())


def stack_size(size=0):
    return _thread.stack_size(size)


def settrace(func):
    global _trace
    _trace = func


def gettrace():
    return _trace


def setprofile(func):
    global _profile
    _profile = func


def getprofile():
    return _profile


def _shutdown():
    """The end of the main thread: every other thread that is no daemon runs to its end."""
    while True:
        for t in enumerate():
            if t is not _main_thread and not t.daemon and t is not current_thread():
                t.join()
                break
        else:
            return


_trace = _profile = None
currentThread = current_thread
activeCount = active_count
_main_thread = _MainThread()
