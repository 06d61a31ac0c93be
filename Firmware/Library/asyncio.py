"""Cooperative tasks: the surface of CPython's asyncio, written for small heaps. The loop sleeps in the kernel until a timer, a descriptor or another thread wakes it."""

import time
import _thread
import sys

_clock = time.monotonic


# `contextvars.copy_context` once a program uses that module.
_copy_context = None
if "contextvars" in sys.modules:
    _copy_context = sys.modules["contextvars"].copy_context


class _InContext:
    def __init__(self, f, context):
        self._f = f
        self._context = context

    def __call__(self, *args):
        return self._context.run(self._f, *args)

    def __eq__(self, o):
        return self._f == o


def _bound(f, context):
    if context is None:
        if _copy_context is None:
            return f
        context = _copy_context()
    return _InContext(f, context)


class CancelledError(BaseException):
    pass


try:
    TimeoutError = TimeoutError
except NameError:

    class TimeoutError(OSError):
        pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class BrokenBarrierError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        super().__init__("%d bytes read on a total of %r expected bytes" % (len(partial), expected))
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


async def _coroutine():
    pass


_type_coroutine = type(_coroutine())
_type_generator = type((lambda: (yield))())


def iscoroutine(x):
    return isinstance(x, (_type_coroutine, _type_generator))


def iscoroutinefunction(f):
    return False


def isfuture(x):
    return isinstance(x, Future) or hasattr(type(x), "_asyncio_future_blocking") and x._asyncio_future_blocking is not None


class Handle:
    def __init__(self, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._loop.call_exception_handler({"message": "Exception in callback", "exception": e, "handle": self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop):
        super().__init__(callback, args, loop)
        self._when = when

    def when(self):
        return self._when


_running = {}
_current = None


class _Loop:
    _factory = None
    _debug = False

    def __init__(self):
        self._ready = []
        self._timers = []
        self._readers = {}
        self._writers = {}
        self._stopping = False
        self._closed = False
        self._handler = None
        self._tasks = []
        self._current = None
        self._thread = None
        self._gens = []
        # Wakes the loop out of its sleep: from other threads and interrupts.
        self._bell = None
        self._sleeping = False
        # What `select` watches, and the counter that ends its wait: made with the first reader or writer.
        self._poll = None
        self._event = -1

    # Scheduling.
    def time(self):
        return _clock()

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        h = Handle(_bound(callback, context), args, self)
        self._ready.append(h)
        # An interrupt's callback runs in the middle of the loop's sleep.
        if self._sleeping:
            self._wake()
        return h

    def call_soon_threadsafe(self, callback, *args, context=None):
        h = self.call_soon(callback, *args, context=context)
        self._wake()
        return h

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        h = TimerHandle(when, _bound(callback, context), args, self)
        timers = self._timers
        # By time, then in order: searched by halves.
        lo, hi = 0, len(timers)
        while lo < hi:
            mid = (lo + hi) // 2
            if timers[mid]._when <= when:
                lo = mid + 1
            else:
                hi = mid
        timers.insert(lo, h)
        return h

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        if self._factory is None:
            return Task(coro, loop=self, name=name, context=context)
        task = self._factory(self, coro) if context is None else self._factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    # Descriptors: numbers, or objects that `select` knows.
    def _watch(self, fd):
        if self._poll is None:
            import os
            import select

            self._poll = select.poll()
            self._event = os.eventfd(0, os.EFD_NONBLOCK)
            self._poll.register(self._event, select.POLLIN)
        events = (1 if fd in self._readers else 0) | (4 if fd in self._writers else 0)
        if events:
            self._poll.register(fd, events)
        else:
            try:
                self._poll.unregister(fd)
            except KeyError:
                pass
        # Who sleeps in another thread looks anew.
        self._wake()

    def add_reader(self, fd, callback, *args):
        self._readers[fd] = Handle(callback, args, self)
        self._watch(fd)

    def remove_reader(self, fd):
        h = self._readers.pop(fd, None)
        if h is None:
            return False
        h.cancel()
        self._watch(fd)
        return True

    def add_writer(self, fd, callback, *args):
        self._writers[fd] = Handle(callback, args, self)
        self._watch(fd)

    def remove_writer(self, fd):
        h = self._writers.pop(fd, None)
        if h is None:
            return False
        h.cancel()
        self._watch(fd)
        return True

    # Signals, in the main thread.
    def add_signal_handler(self, sig, callback, *args):
        import signal

        signal.signal(sig, lambda number, frame: self.call_soon(callback, *args))

    def remove_signal_handler(self, sig):
        import signal

        default = signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL
        if signal.getsignal(sig) == default:
            return False
        signal.signal(sig, default)
        return True

    # Running.
    def _wake(self):
        if self._event >= 0 and self._sleeping:
            import os

            os.eventfd_write(self._event, 1)
        bell = self._bell
        if bell is not None and bell.locked():
            try:
                bell.release()
            except RuntimeError:
                pass

    def _sleep(self, timeout):
        """Until something is ready, `timeout` seconds at most (None: for ever)."""
        if self._readers or self._writers:
            self._sleeping = True
            try:
                # An interrupt's callback, or another thread, may have made something ready before `_sleeping` was set.
                ready = self._poll.poll(0 if self._ready else None if timeout is None else timeout * 1000)
            finally:
                self._sleeping = False
            for fd, events in ready:
                if fd == self._event:
                    import os

                    os.eventfd_read(fd)
                    continue
                # Errors and ends are found by reading or writing.
                h = self._readers.get(fd)
                if h is not None and events & ~4:
                    self._ready.append(h)
                h = self._writers.get(fd)
                if h is not None and events & ~1:
                    self._ready.append(h)
            return
        if timeout is not None and timeout <= 0:
            return
        bell = self._bell
        bell.acquire(False)
        self._sleeping = True
        # Rung between the look and the sleep: the lock is free then, and this does not wait.
        try:
            if self._ready:
                return
            if timeout is None:
                bell.acquire()
            else:
                _timed(bell, timeout)
        finally:
            self._sleeping = False

    def _run_once(self):
        timeout = None
        if self._ready or self._stopping:
            timeout = 0
        else:
            while self._timers and self._timers[0]._cancelled:
                self._timers.pop(0)
            if self._timers:
                timeout = max(0, self._timers[0]._when - self.time())
        self._sleep(timeout)
        if self._timers:
            now = self.time() + 0.0000005
            while self._timers and self._timers[0]._when <= now:
                h = self._timers.pop(0)
                if not h._cancelled:
                    self._ready.append(h)
        ready = self._ready
        self._ready = []
        i = 0
        try:
            for h in ready:
                i += 1
                if not h._cancelled:
                    h._run()
        finally:
            # What was not run because of an exception comes first next time.
            if i < len(ready):
                self._ready = ready[i:] + self._ready

    def run_forever(self):
        global _current
        if self._closed:
            raise RuntimeError("Event loop is closed")
        me = _thread.get_ident()
        if self._thread is not None:
            raise RuntimeError("This event loop is already running")
        if _running.get(me) is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread = me
        _running[me] = self
        if self._bell is None:
            self._bell = _thread.allocate_lock()
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread = None
            _running.pop(me, None)

    def run_until_complete(self, future):
        new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_at)
        try:
            self.run_forever()
        except BaseException:
            if new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(self._stop_at)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_at(self, future):
        self.stop()

    def stop(self):
        self._stopping = True
        self._wake()

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready = []
        self._timers = []
        self._readers.clear()
        self._writers.clear()
        if self._event >= 0:
            import os

            os.close(self._event)
            self._event = -1
            self._poll = None

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()

        def work():
            try:
                result = func(*args)
            except BaseException as e:
                self.call_soon_threadsafe(_set_unless_done, future, None, e)
            else:
                self.call_soon_threadsafe(_set_unless_done, future, result, None)

        _thread.start_new_thread(work, ())
        return future

    # Errors.
    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        out = sys.stderr
        out.write(context.get("message", "Unhandled exception in event loop") + "\n")
        for key in context:
            if key not in ("message", "exception"):
                out.write("%s: %r\n" % (key, context[key]))
        e = context.get("exception")
        if e is not None:
            sys.print_exception(e, out)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            try:
                self._handler(self, context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e:
                self.default_exception_handler({"message": "Unhandled error in exception handler", "exception": e, "context": context})

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)


AbstractEventLoop = BaseEventLoop = SelectorEventLoop = MicroPythonEventLoop = _Loop


# MicroPython's name for the class.
Loop = _Loop


def _set_unless_done(future, result, exception):
    if not future.done():
        if exception is not None:
            future.set_exception(exception)
        else:
            future.set_result(result)


def _timed(lock, timeout):
    if hasattr(_thread, "TIMEOUT_MAX"):
        return lock.acquire(True, min(timeout, _thread.TIMEOUT_MAX))
    # Locks without time-out: a nap.
    time.sleep(min(timeout, 0.005))
    return lock.acquire(False)


def get_running_loop():
    loop = _running.get(_thread.get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


_default = None
_policy = None


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        if _default is None:
            raise RuntimeError("There is no current event loop")
        return _default

    def set_event_loop(self, loop):
        global _default
        _default = loop

    def new_event_loop(self):
        return _Loop()


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'" % type(policy).__name__)
    _policy = policy


def _own_policy():
    return _policy is not None and type(_policy) is not DefaultEventLoopPolicy


def new_event_loop():
    # MicroPython programs ask for a new loop to begin afresh.
    global _default
    if _own_policy():
        return _policy.new_event_loop()
    loop = _Loop()
    _default = loop
    return loop


def set_event_loop(loop):
    global _default
    if _own_policy():
        return _policy.set_event_loop(loop)
    _default = loop


def get_event_loop(*args):
    global _default
    loop = _running.get(_thread.get_ident())
    if loop is not None:
        return loop
    if _own_policy():
        return _policy.get_event_loop()
    if _default is None or _default._closed:
        _default = _Loop()
    return _default


class Future:
    _cancelled_by = None

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        # 0 waits, 1 is cancelled, 2 has ended.
        self._state = 0
        self._result = None
        self._exception = None
        self._callbacks = []
        self._message = None
        self._unseen = False

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self._info())

    def _info(self):
        if self._state == 0:
            return "pending"
        if self._state == 1:
            return "cancelled"
        return "finished result=%r" % (self._result,) if self._exception is None else "finished exception=%r" % (self._exception,)

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != 0

    def cancelled(self):
        return self._state == 1

    def cancel(self, msg=None):
        if self._state:
            return False
        self._state = 1
        self._message = msg
        self._call()
        return True

    def _cancelled_error(self):
        # What ended it, once; then new ones with its message.
        e = self._cancelled_by
        if e is not None:
            self._cancelled_by = None
            return e
        return CancelledError() if self._message is None else CancelledError(self._message)

    def result(self):
        if self._state == 0:
            raise InvalidStateError("Result is not set.")
        if self._state == 1:
            raise self._cancelled_error()
        self._unseen = False
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 0:
            raise InvalidStateError("Exception is not set.")
        if self._state == 1:
            raise self._cancelled_error()
        self._unseen = False
        return self._exception

    def set_result(self, result):
        if self._state:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = 2
        self._call()

    def set_exception(self, exception):
        if self._state:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._state = 2
        self._unseen = True
        self._call()

    def add_done_callback(self, f, *, context=None):
        if self._state:
            self._loop.call_soon(f, self, context=context)
        else:
            self._callbacks.append(_bound(f, context))

    def remove_done_callback(self, f):
        n = len(self._callbacks)
        self._callbacks = [g for g in self._callbacks if g != f]
        return n - len(self._callbacks)

    def _call(self):
        callbacks = self._callbacks
        self._callbacks = []
        for f in callbacks:
            self._loop.call_soon(f, self)

    def __iter__(self):
        if self._state == 0:
            yield self
        if self._state == 0:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __await__ = __iter__


_names = 0


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _names
        super().__init__(loop=loop)
        if not iscoroutine(coro) and not hasattr(coro, "send"):
            raise TypeError("coroutine expected")
        _names += 1
        self._name = "Task-%d" % _names if name is None else str(name)
        self._coro = coro
        self._context = _copy_context() if context is None and _copy_context is not None else context
        self._fut_waiter = None
        self._must_cancel = False
        self._cancels = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    # MicroPython's name.
    @property
    def coro(self):
        return self._coro

    def __repr__(self):
        info = "cancelling" if self._cancels and not self._state else self._info()
        return "<%s %s name=%r>" % (type(self).__name__, info, self._name)

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self._state:
            return False
        if self._loop._current is self:
            raise RuntimeError("can't cancel self")
        self._cancels += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg):
            return True
        self._must_cancel = True
        self._message = msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels:
            self._cancels -= 1
            if not self._cancels:
                self._must_cancel = False
        return self._cancels

    def _end(self, state, result=None, exception=None):
        self._state = state
        self._result = result
        self._exception = exception
        if self in self._loop._tasks:
            self._loop._tasks.remove(self)
        if exception is not None and not self._callbacks:
            # Told at once when nobody can ever ask; whoever gets the task now still sees it.
            self._unseen = True
            self._loop.call_soon(self._tell)
        self._call()

    def _tell(self):
        if self._unseen and not self._callbacks:
            self._unseen = False
            self._loop.call_exception_handler({"message": "Task exception wasn't retrieved", "future": self, "exception": self._exception})

    def _step(self, error=None):
        if self._state:
            return
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        before = loop._current
        loop._current = self
        try:
            if self._context is not None:
                waits = self._context.run(self._coro.send, None) if error is None else self._context.run(self._coro.throw, error)
            elif error is None:
                waits = self._coro.send(None)
            else:
                waits = self._coro.throw(error)
        except StopIteration as e:
            if self._must_cancel:
                self._must_cancel = False
                self._end(1)
            else:
                self._end(2, e.value)
        except CancelledError as e:
            self._cancelled_by = e
            self._end(1)
        except (KeyboardInterrupt, SystemExit) as e:
            self._end(2, None, e)
            self._unseen = False
            raise
        except BaseException as e:
            self._end(2, None, e)
        else:
            if waits is None:
                loop.call_soon(self._step)
            elif isinstance(waits, Future):
                if waits._loop is not loop:
                    loop.call_soon(self._step, RuntimeError("Task %r got Future %r attached to a different loop" % (self, waits)))
                elif waits is self:
                    loop.call_soon(self._step, RuntimeError("Task cannot await on itself: %r" % self))
                else:
                    waits.add_done_callback(self._wakeup)
                    self._fut_waiter = waits
                    if self._must_cancel and waits.cancel(self._message):
                        self._must_cancel = False
            else:
                loop.call_soon(self._step, RuntimeError("Task got bad yield: %r" % (waits,)))
        finally:
            loop._current = before

    def _wakeup(self, future):
        if future._state == 1:
            self._step(future._cancelled_error())
        elif future._exception is not None:
            future._unseen = False
            self._step(future._exception)
        else:
            self._step()


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._current


def all_tasks(loop=None):
    return set((get_running_loop() if loop is None else loop)._tasks)


def create_task(coro, *, name=None, context=None):
    loop = _running.get(_thread.get_ident())
    if loop is None:
        # MicroPython allows it before the loop runs.
        loop = get_event_loop()
    return loop.create_task(coro, name=name, context=context)


def wrap_future(future, *, loop=None):
    """A future of the loop for one of another thread (`run_coroutine_threadsafe`)."""
    if isfuture(future):
        return future
    if not hasattr(future, "add_done_callback"):
        raise TypeError("a future of another thread is expected, got %r" % (future,))
    loop = get_event_loop() if loop is None else loop
    own = loop.create_future()

    def copy(f):
        if own.done():
            return
        if f.cancelled():
            own.cancel()
        elif f.exception() is not None:
            own.set_exception(f.exception())
        else:
            own.set_result(f.result())

    future.add_done_callback(lambda f: loop.call_soon_threadsafe(copy, f))
    own.add_done_callback(lambda f: f.cancelled() and future.cancel())
    return own


def ensure_future(x, *, loop=None):
    if isfuture(x):
        if loop is not None and loop is not getattr(x, "_loop", loop):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return x
    loop = get_event_loop() if loop is None else loop
    if iscoroutine(x):
        return loop.create_task(x)
    if hasattr(x, "__await__"):
        return loop.create_task(_await(x))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _await(x):
    return await x


class _Bare:
    def __iter__(self):
        yield None

    __await__ = __iter__


def _wake_sleeper(future, result):
    if not future.done():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await _Bare()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    h = loop.call_later(delay, _wake_sleeper, future, result)
    try:
        return await future
    finally:
        h.cancel()


def sleep_ms(t):
    # Times beyond the counter's half raise OverflowError, as MicroPython's do.
    time.ticks_add(0, t)
    return sleep(t / 1000)


class _Gather(Future):
    def __init__(self, children, loop):
        super().__init__(loop=loop)
        self._children = children
        self._asked = False

    def cancel(self, msg=None):
        if self._state:
            return False
        done = False
        for c in self._children:
            if c.cancel(msg):
                done = True
        self._asked = self._asked or done
        return done


def gather(*aws, return_exceptions=False):
    loop = None
    children = []
    seen = []
    for a in aws:
        for b, f in seen:
            if b is a:
                break
        else:
            f = ensure_future(a, loop=loop)
            if loop is None:
                loop = f._loop
            seen.append((a, f))
        children.append(f)
    outer = _Gather([f for a, f in seen], get_event_loop() if loop is None else loop)
    if not children:
        outer.set_result([])
        return outer
    left = [len(seen)]

    def done(f):
        left[0] -= 1
        if outer.done():
            if not f.cancelled():
                f.exception()
            return
        if not return_exceptions:
            if f.cancelled():
                Future.set_exception(outer, f._cancelled_error())
                return
            if f.exception() is not None:
                outer.set_exception(f.exception())
                return
        if left[0]:
            return
        if outer._asked:
            outer.set_exception(f._cancelled_error())
            return
        results = []
        for c in children:
            results.append(c._cancelled_error() if c.cancelled() else c._exception if c._exception is not None else c._result)
            c._unseen = False
        outer.set_result(results)

    for a, f in seen:
        f.add_done_callback(done)
    return outer


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


def _needs_list(fs):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    _needs_list(fs)
    fs = set(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % (return_when,))
    for f in fs:
        if iscoroutine(f):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()

    def enough():
        left = 0
        for f in fs:
            if f.done():
                if return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and not f.cancelled() and f._exception is not None:
                    return True
            else:
                left += 1
        return not left

    def done(f):
        if enough():
            _release(waiter)

    h = None if timeout is None else loop.call_later(timeout, _release, waiter)
    if not enough():
        for f in fs:
            f.add_done_callback(done)
        try:
            await waiter
        finally:
            for f in fs:
                f.remove_done_callback(done)
            if h is not None:
                h.cancel()
    elif h is not None:
        h.cancel()
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


class Timeout:
    _NAMES = ("created", "active", "expiring", "expired", "finished")

    def __init__(self, when):
        self._when = when
        self._state = 0
        self._handle = None
        self._task = None

    def __repr__(self):
        when = "" if self._state != 1 else " when=%s" % (None if self._when is None else round(self._when, 3))
        return "<Timeout [%s]%s>" % (self._NAMES[self._state], when)

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != 1:
            raise RuntimeError("Cannot change state of %s Timeout" % self._NAMES[self._state] if self._state else "Timeout has not been entered")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._expire)
            else:
                self._handle = loop.call_at(when, self._expire)

    def expired(self):
        return self._state in (2, 3)

    def _expire(self):
        self._task.cancel()
        self._state = 2
        self._handle = None

    async def __aenter__(self):
        if self._state:
            raise RuntimeError("Timeout has already been entered")
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = 1
        self._cancels = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, t, e, tb):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == 2:
            self._state = 3
            if self._task.uncancel() <= self._cancels and t is not None and issubclass(t, CancelledError):
                raise TimeoutError from e
        else:
            self._state = 4
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(aw, timeout=None):
    if timeout is None:
        return await aw
    loop = get_running_loop()
    future = ensure_future(aw, loop=loop)
    waiter = loop.create_future()

    def done(f):
        _release(waiter)

    future.add_done_callback(done)
    h = loop.call_later(timeout, done, future) if timeout > 0 else None
    if h is None:
        _release(waiter)
    try:
        try:
            if not future.done():
                await waiter
        except CancelledError:
            future.cancel()
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(done)
        # Whatever the task makes of it, the time is over.
        await _cancel_and_wait(future)
        if not future.cancelled() and future.exception() is not None:
            raise future.exception()
        raise TimeoutError
    finally:
        if h is not None:
            h.cancel()


async def _cancel_and_wait(future):
    waiter = future._loop.create_future()

    def done(f):
        _release(waiter)

    future.add_done_callback(done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(done)


def wait_for_ms(aw, timeout):
    return wait_for(aw, timeout / 1000)


def shield(aw):
    inner = ensure_future(aw)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(f):
        if outer.cancelled():
            if not f.cancelled():
                f.exception()
        elif f.cancelled():
            outer.cancel()
        elif f.exception() is not None:
            outer.set_exception(f.exception())
        else:
            outer.set_result(f.result())

    def outer_done(f):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def as_completed(fs, *, timeout=None):
    _needs_list(fs)
    return _as_completed(fs, timeout)


def _as_completed(fs, timeout):
    loop = get_event_loop()
    queue = Queue()
    todo = set(ensure_future(f, loop=loop) for f in set(fs))

    def done(f):
        if f in todo:
            todo.remove(f)
            queue.put_nowait(f)
            if not todo and h is not None:
                h.cancel()

    def expired():
        for f in todo:
            f.remove_done_callback(done)
            queue.put_nowait(None)
        todo.clear()

    async def one():
        f = await queue.get()
        if f is None:
            raise TimeoutError
        return f.result()

    h = loop.call_later(timeout, expired) if timeout is not None and todo else None
    n = len(todo)
    for f in list(todo):
        f.add_done_callback(done)
    for _ in range(n):
        yield one()


def run_coroutine_threadsafe(coro, loop):
    result = _ThreadFuture()

    def begin():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as e:
            result._finish(None, e)
            raise
        result._task = task
        task.add_done_callback(ended)

    def ended(task):
        if task.cancelled():
            result._finish(None, task._cancelled_error())
        else:
            result._finish(task._result, task.exception())

    result._loop = loop
    loop.call_soon_threadsafe(begin)
    return result


class _ThreadFuture:
    """What another thread waits for."""

    def __init__(self):
        self._lock = _thread.allocate_lock()
        self._lock.acquire()
        self._done = False
        self._task = None
        self._callbacks = []

    def _finish(self, value, error):
        self._value = value
        self._error = error
        self._done = True
        self._lock.release()
        self._call()

    def _call(self):
        # Each once, whichever of two threads comes to it.
        while True:
            try:
                f = self._callbacks.pop(0)
            except IndexError:
                return
            f(self)

    def done(self):
        return self._done

    def cancelled(self):
        return self._done and isinstance(self._error, CancelledError)

    def add_done_callback(self, f):
        """Called in the loop's thread, or at once."""
        self._callbacks.append(f)
        if self._done:
            self._call()

    def cancel(self):
        if self._done:
            return False
        if self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)
        return True

    def _wait(self, timeout):
        if not self._done:
            got = self._lock.acquire() if timeout is None else _timed(self._lock, timeout)
            if got:
                self._lock.release()
            if not self._done:
                raise TimeoutError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error


async def to_thread(func, *args, **kwargs):
    call = lambda: func(*args, **kwargs)
    return await get_running_loop().run_in_executor(None, call if _copy_context is None else _bound(call, None))


class TaskGroup:
    def __init__(self):
        self._entered = self._leaving = self._aborting = False
        self._tasks = set()
        self._errors = []
        self._base = None
        self._parent_cancelled = False
        self._waiter = None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has already been entered" % self)
        self._entered = True
        self._parent = current_task()
        self._loop = get_running_loop()
        return self

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % self)
        if self._leaving and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % self)
        if self._aborting:
            raise RuntimeError("TaskGroup %r is shutting down" % self)
        task = self._loop.create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _abort(self):
        self._aborting = True
        for t in self._tasks:
            if not t.done():
                t.cancel()

    def _ended(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled():
            return
        e = task.exception()
        if e is None:
            return
        self._errors.append(e)
        if isinstance(e, (SystemExit, KeyboardInterrupt)) and self._base is None:
            self._base = e
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            # The parent waits inside the block: it is to come out.
            if not self._leaving or self._waiter is None:
                self._parent_cancelled = True
                self._parent.cancel()

    async def __aexit__(self, t, e, tb):
        self._leaving = True
        propagate = None
        if isinstance(e, (SystemExit, KeyboardInterrupt)) and self._base is None:
            self._base = e
        if t is not None and issubclass(t, CancelledError):
            propagate = e
        # What this group asked of its parent is over, whatever the block made of it.
        if self._parent_cancelled and self._parent.uncancel() == 0:
            propagate = None
        if t is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as c:
                if not self._aborting:
                    propagate = c
                    self._abort()
            self._waiter = None
        if self._base is not None:
            raise self._base
        if propagate is not None and not self._errors:
            raise propagate
        if t is not None and not issubclass(t, CancelledError):
            self._errors.append(e)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        return self._parent_cancelled and t is not None and issubclass(t, CancelledError)


# What tasks wait for.
def _describe(o, state, waiters):
    if waiters:
        state += ", waiters:%s" % waiters
    return "<%s [%s]>" % (object.__repr__(o)[1:-1], state)


class _Waiters:
    _loop = None

    def __init__(self):
        self._waiters = []

    def __len__(self):
        return len(self._waiters)

    def __bool__(self):
        return True

    def _future(self):
        # Whoever waits first binds it to a loop.
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError("%r is bound to a different event loop" % (self,))
        return loop.create_future()

    async def _wait(self, come=None):
        f = self._future()
        self._waiters.append(f)
        try:
            # What an interrupt's callback did just before is not missed.
            if come is None or not come():
                await f
        finally:
            if f in self._waiters:
                self._waiters.remove(f)

    def _wake(self, n=1):
        for f in self._waiters:
            if n <= 0:
                break
            if not f.done():
                f.set_result(True)
                n -= 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()


class Lock(_Waiters):
    def __init__(self):
        super().__init__()
        self._locked = False

    def __repr__(self):
        return _describe(self, "locked" if self._locked else "unlocked", len(self._waiters))

    def locked(self):
        return self._locked

    async def acquire(self):
        # Free, and nobody before: or in order.
        if not self._locked and all(f.cancelled() for f in self._waiters):
            self._locked = True
            return True
        try:
            await self._wait()
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def _wake_first(self):
        # Only the first: it may have been woken already and not have run yet.
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()


class Event(_Waiters):
    def __init__(self):
        super().__init__()
        self._flag = False

    def __repr__(self):
        return _describe(self, "set" if self._flag else "unset", len(self._waiters))

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True
        self._wake(len(self._waiters))

    def clear(self):
        self._flag = False

    async def wait(self):
        if not self._flag:
            await self._wait(self.is_set)
        return True


class ThreadSafeFlag:
    """Set from an interrupt handler or another thread; one task waits and clears it."""

    def __init__(self):
        self._flag = False
        self._future = None

    def set(self):
        self._flag = True
        f = self._future
        if f is not None:
            f._loop.call_soon_threadsafe(_release, f)

    def clear(self):
        self._flag = False

    async def wait(self):
        while not self._flag:
            self._future = get_running_loop().create_future()
            try:
                if not self._flag:
                    await self._future
            finally:
                self._future = None
        self._flag = False


class Condition(_Waiters):
    def __init__(self, lock=None):
        super().__init__()
        self._lock = lock = Lock() if lock is None else lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release

    def __repr__(self):
        return _describe(self, "locked" if self.locked() else "unlocked", len(self._waiters))

    async def wait(self):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._lock.release()
        try:
            await self._wait()
            return True
        finally:
            cancelled = None
            while True:
                try:
                    await self._lock.acquire()
                    break
                except CancelledError as e:
                    cancelled = e
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Waiters):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def __repr__(self):
        return _describe(self, "locked" if self.locked() else "unlocked, value:%d" % self._value, len(self._waiters))

    def locked(self):
        return self._value == 0 or any(not f.cancelled() for f in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        f = self._future()
        self._waiters.append(f)
        # It stays in the list until it runs: nobody overtakes it meanwhile.
        try:
            try:
                await f
            finally:
                self._waiters.remove(f)
        except CancelledError:
            # What was given to it goes on to the next one.
            if f.done() and not f.cancelled():
                self._value += 1
                self._give()
            raise
        self._give()
        return True

    def _give(self):
        for f in self._waiters:
            if self._value <= 0:
                break
            if not f.done():
                self._value -= 1
                f.set_result(True)

    def release(self):
        self._value += 1
        self._give()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()
        self.parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        state = {0: "filling", 1: "draining", -1: "resetting", -2: "broken"}[self._state]
        return _describe(self, state, None if self.broken else "%d/%d" % (self.n_waiting, self.parties))

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc):
        pass

    async def wait(self):
        async with self._cond:
            while self._state in (1, -1):
                await self._cond.wait()
            if self._state == -2:
                raise BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if index + 1 == self.parties:
                    self._state = 1
                    self._cond.notify_all()
                else:
                    while self._state == 0:
                        await self._cond.wait()
                    if self._state < 0:
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (1, -1):
                    self._state = 0
                self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                if self._state != -1:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = -2
            self._cond.notify_all()


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = _Waiters()
        self._putters = _Waiters()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._closed = False
        self._init(maxsize)

    def __repr__(self):
        return "<%s at 0x%x %s>" % (type(self).__name__, id(self), self._format())

    def __str__(self):
        return "<%s %s>" % (type(self).__name__, self._format())

    def __class_getitem__(cls, item):
        return cls

    def _format(self):
        text = "maxsize=%r" % self._maxsize
        if self._queue:
            text += " _queue=%r" % (list(self._queue),)
        if len(self._getters):
            text += " _getters[%d]" % len(self._getters)
        if len(self._putters):
            text += " _putters[%d]" % len(self._putters)
        if self._unfinished_tasks:
            text += " tasks=%d" % self._unfinished_tasks
        return text

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            if self._closed:
                raise QueueShutDown
            try:
                await self._putters._wait()
            except CancelledError:
                if not self.full():
                    self._putters._wake()
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._closed:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._getters._wake()

    async def get(self):
        while self.empty():
            if self._closed:
                raise QueueShutDown
            try:
                await self._getters._wait()
            except CancelledError:
                if not self.empty():
                    self._getters._wake()
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._closed:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._closed = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if not self._unfinished_tasks:
                self._finished.set()
        self._getters._wake(len(self._getters._waiters))
        self._putters._wake(len(self._putters._waiters))


class PriorityQueue(Queue):
    def _put(self, item):
        q = self._queue
        lo, hi = 0, len(q)
        while lo < hi:
            mid = (lo + hi) // 2
            if item < q[mid]:
                hi = mid
            else:
                lo = mid + 1
        q.insert(lo, item)


class LifoQueue(Queue):
    def _get(self):
        return self._queue.pop()


# Streams.
class StreamReader:
    """Reads from a stream object (anything with non-blocking `readinto` or `read`, and a poll) or from bytes that are fed to it."""

    def __init__(self, s=None, e=None, limit=65536, loop=None):
        self.s = None if s is None else _no_waiting(s)
        self.e = {} if e is None else e
        self._buffer = b""
        self._eof = False
        self._error = None
        self._waiter = None
        self._limit = limit

    def get_extra_info(self, name, default=None):
        return self.e.get(name, default)

    def feed_data(self, data):
        self._buffer += data
        if self._waiter is not None:
            _release(self._waiter)

    def feed_eof(self):
        self._eof = True
        if self._waiter is not None:
            _release(self._waiter)

    def set_exception(self, e):
        self._error = e
        if self._waiter is not None:
            _release(self._waiter)

    def exception(self):
        return self._error

    def at_eof(self):
        return self._eof and not self._buffer

    async def _more(self):
        """Waits for more bytes; False at the end."""
        if self._error is not None:
            raise self._error
        if self._eof:
            return False
        if self.s is None:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
            if self._error is not None:
                raise self._error
            return True
        data = await stream_read(self.s, 512)
        if not data:
            self._eof = True
            return False
        self._buffer += data
        return True

    def _take(self, n):
        data = self._buffer[:n]
        self._buffer = self._buffer[n:]
        return data

    async def read(self, n=-1):
        if n == 0:
            return b""
        if n < 0:
            while await self._more():
                pass
            return self._take(len(self._buffer))
        if not self._buffer:
            await self._more()
        return self._take(n)

    async def readinto(self, buf):
        data = await self.read(len(buf))
        buf[: len(data)] = data
        return len(data)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        while len(self._buffer) < n:
            if not await self._more():
                partial = self._take(len(self._buffer))
                raise IncompleteReadError(partial, n)
        return self._take(n)

    async def readuntil(self, separator=b"\n"):
        while True:
            at = self._buffer.find(separator)
            if at >= 0:
                return self._take(at + len(separator))
            if len(self._buffer) > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", len(self._buffer))
            if not await self._more():
                raise IncompleteReadError(self._take(len(self._buffer)), None)

    async def readline(self):
        try:
            return await self.readuntil()
        except IncompleteReadError as e:
            return e.partial

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class StreamWriter(StreamReader):
    def __init__(self, s=None, e=None, **kwargs):
        super().__init__(s, e)
        self.out_buf = b""
        self._closing = False

    def write(self, data):
        if not self.out_buf:
            try:
                n = self.s.write(data)
            except OSError as e:
                if e.args[0] != 11:
                    raise
                n = None
            if n == len(data):
                return
            if n is not None:
                data = data[n:]
        self.out_buf += data

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    async def awrite(self, data, off=0, sz=-1):
        self.write(data[off:] if sz < 0 else data[off : off + sz])
        await self.drain()

    async def drain(self):
        if not self.out_buf:
            await sleep(0)
        while self.out_buf:
            data = self.out_buf
            self.out_buf = b""
            await stream_write(self.s, data)

    def close(self):
        self._closing = True

    def is_closing(self):
        return self._closing

    async def wait_closed(self):
        self.s.close()

    async def aclose(self):
        await self.wait_closed()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Stream(StreamWriter):
    """One object for both ways, as MicroPython has it."""


async def open_connection(host=None, port=None, ssl=None, server_hostname=None, sock=None, **kwargs):
    """A reader and a writer on a connection (one object)."""
    import socket

    if sock is None:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind, proto)
        sock.setblocking(False)
        try:
            sock.connect(address)
        except OSError as e:
            if e.args[0] not in (11, 115):
                raise
        # Connected, or refused, when it can be written.
        await _writable(sock)
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) if hasattr(socket, "SO_ERROR") else 0
        if error:
            sock.close()
            raise OSError(error)
    if ssl:
        if ssl is True:
            import ssl

            ssl = ssl.create_default_context()
        sock = ssl.wrap_socket(sock, server_hostname=server_hostname or host, do_handshake_on_connect=False)
    s = Stream(sock, {"socket": sock})
    return s, s


async def _writable(s):
    loop = get_running_loop()
    future = loop.create_future()
    loop.add_writer(s, _release, future)
    try:
        await future
    finally:
        loop.remove_writer(s)


class Server:
    def __init__(self, sock, callback):
        self.sockets = [sock]
        self._callback = callback
        self._task = None

    def start(self):
        if self._task is None:
            self._task = create_task(self._serve())

    async def _serve(self):
        sock = self.sockets[0]
        try:
            while True:
                connection, address = await stream_wait(sock, None, sock.accept)
                s = Stream(connection, {"socket": connection, "peername": address})
                result = self._callback(s, s)
                if iscoroutine(result):
                    create_task(result)
        finally:
            sock.close()

    def is_serving(self):
        return self._task is not None and not self._task.done()

    async def start_serving(self):
        self.start()

    async def serve_forever(self):
        self.start()
        await self._task

    def close(self):
        if self._task is not None:
            self._task.cancel()

    async def wait_closed(self):
        try:
            if self._task is not None:
                await self._task
        except CancelledError:
            pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


async def start_server(client_connected_cb, host=None, port=None, backlog=5, ssl=None, sock=None, start_serving=True, **kwargs):
    import socket

    if sock is None:
        family, kind, proto, _, address = socket.getaddrinfo(host or "0.0.0.0", port, 0, socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind, proto)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(backlog)
    sock.setblocking(False)
    server = Server(sock, client_connected_cb)
    if start_serving:
        server.start()
    return server


def stream_wait(reader, writer, func, *args):
    """A future: the first result of `func(*args)` that is not None, tried at once and whenever `reader` can be read or `writer` written. What would wait
    may also raise OSError EAGAIN."""
    loop = get_event_loop()
    future = loop.create_future()

    def again():
        if not future.done():
            try:
                result = func(*args)
            except OSError as e:
                if not e.args or e.args[0] != 11:
                    future.set_exception(e)
                    leave(future)
            except BaseException as e:
                future.set_exception(e)
                leave(future)
            else:
                if result is not None:
                    future.set_result(result)
                    leave(future)

    def leave(f):
        # Only what is this future's own: somebody else may wait there by now.
        nonlocal reading, writing
        if reading is not None and loop._readers.get(reader) is reading:
            loop.remove_reader(reader)
        if writing is not None and loop._writers.get(writer) is writing:
            loop.remove_writer(writer)
        reading = writing = None

    reading = writing = None
    again()
    if not future.done():
        if reader is not None:
            if reader in loop._readers:
                raise OSError(17)
            loop.add_reader(reader, again)
            reading = loop._readers[reader]
        if writer is not None:
            if writer in loop._writers:
                leave(future)
                raise OSError(17)
            loop.add_writer(writer, again)
            writing = loop._writers[writer]
        future.add_done_callback(leave)
    return future


def _no_waiting(s):
    """A stream, or a descriptor as a stream, whose calls do not wait."""
    if isinstance(s, int):
        import os

        s = os.fdopen(s, "r+b")
    if hasattr(s, "settimeout"):
        s.settimeout(0)
    elif hasattr(s, "setblocking"):
        s.setblocking(False)
    elif hasattr(s, "fileno") and not hasattr(s, "any"):
        import os

        try:
            os.set_blocking(s.fileno(), False)
        except OSError:
            pass
    return s


def stream_read(s, n):
    if hasattr(s, "any"):
        # A queue, as RingIO and UART are: it has no end, and nothing in it is no answer.
        return stream_wait(s, None, lambda n: s.read(n) if s.any() else None, n)
    return stream_wait(s, None, s.read1 if hasattr(s, "read1") else s.read, n)


def stream_readinto(s, buf):
    return stream_wait(s, None, s.readinto, buf)


async def stream_write(s, buf, size=None):
    """Writes all of it, or the first `size` bytes; the number."""
    buf = memoryview(buf)
    size = len(buf) if size is None else min(size, len(buf))
    done = 0
    while done < size:
        # What takes nothing has no room yet.
        done += await stream_wait(None, s, lambda part: s.write(part) or None, buf[done:size])
    return done


# Running a program.
class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._factory = loop_factory
        self._debug = debug
        self._loop = None
        self._state = 0

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *exc):
        self.close()

    def get_loop(self):
        if self._state == 2:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            if self._factory:
                self._loop = self._factory()
            elif _own_policy():
                self._loop = _policy.new_event_loop()
                _policy.set_event_loop(self._loop)
            else:
                self._loop = _Loop()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
            self._state = 1
        return self._loop

    def run(self, coro, *, context=None):
        if _running.get(_thread.get_ident()) is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        if not iscoroutine(coro):
            if not hasattr(coro, "__await__"):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            coro = _await(coro)
        return _drive(loop, loop.create_task(coro))

    def close(self):
        if self._state == 1:
            self._state = 2
            _finish(self._loop)


def _drive(loop, task):
    """Runs the loop until the task ends. Ctrl-C cancels the task, a second one ends at once."""
    interrupted = 0

    def interrupt(number, frame):
        nonlocal interrupted
        interrupted += 1
        if interrupted > 1 or task.done():
            raise KeyboardInterrupt
        if loop._current is task:
            # In the middle of a step: at its next wait.
            task._must_cancel = True
            task._cancels += 1
        else:
            task.cancel()
        loop.call_soon(_nothing)

    try:
        import signal
    except ImportError:
        signal = None
    ours = False
    try:
        if signal is not None and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, interrupt)
            ours = True
    except ValueError:
        # Not the main thread: Ctrl-C is not for this one.
        pass
    try:
        return loop.run_until_complete(task)
    except CancelledError:
        # Cancelled by something else, too: that is what is told.
        if interrupted and task.uncancel() == 0:
            raise KeyboardInterrupt
        raise
    finally:
        if ours and signal.getsignal(signal.SIGINT) is interrupt:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def _nothing():
    pass


def _finish(loop):
    try:
        _cancel_all(loop)
        if not loop.is_closed():
            loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()


def _cancel_all(loop):
    tasks = list(loop._tasks)
    if not tasks:
        return
    for t in tasks:
        t.cancel()
    loop.run_until_complete(gather_in(loop, tasks))
    for t in tasks:
        if not t.cancelled() and t.exception() is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown", "exception": t.exception(), "task": t})


async def gather_in(loop, tasks):
    await wait(tasks)


def run_until_complete(main=None):
    # MicroPython's function of the module.
    return get_event_loop().run_until_complete(main)


def run(main, *, debug=None, loop_factory=None):
    if _running.get(_thread.get_ident()) is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main) and not hasattr(main, "__await__"):
        raise TypeError("coroutine expected")
    # Tasks made before, as MicroPython allows, run in this loop.
    if loop_factory is not None:
        loop = loop_factory()
    elif _own_policy():
        loop = _policy.new_event_loop()
        _policy.set_event_loop(loop)
    else:
        loop = get_event_loop()
    if debug is not None:
        loop.set_debug(debug)
    try:
        return _drive(loop, ensure_future(main, loop=loop))
    finally:
        _finish(loop)
        if _own_policy():
            _policy.set_event_loop(None)


class _ReplRunner:
    """`await` at the prompt: one loop for all lines."""

    def __init__(self):
        self._loop = None

    def run(self, coro):
        if self._loop is None or self._loop._closed:
            self._loop = get_event_loop()
        return _drive(self._loop, ensure_future(coro, loop=self._loop))


repl_runner = _ReplRunner()


# CPython's modules of these names: everything is in this one.
base_events = coroutines = events = exceptions = futures = locks = queues = runners = streams = taskgroups = tasks = threads = timeouts = sys.modules[__name__]
