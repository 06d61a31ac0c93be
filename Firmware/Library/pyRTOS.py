"""pyRTOS: cooperative tasks made of generators, with priorities, messages, notifications and locks.

The API and the scheduling of pyRTOS 1.0, written anew. Runs on this firmware, MicroPython and CPython.
What is more: the loop sleeps while nobody can run, mutexes lend priority, counting semaphores, recursive mutexes, messages to subclasses of Task
and those sent just before a task ends arrive, conditions are closed when a task goes on without them.
"""

import time
from array import array

version = 1.0

# States of a task.
RUNNING = 0
READY = 1
BLOCKED = 2
SUSPENDED = 3

# Message types: 1 to 127 are reserved, the user's are from 128 on.
QUIT = 0

tasks = []
service_routines = []

# While a pass polls conditions: the next moment at which one may come true by itself (None: none), and whether one must be polled again and again.
_until = None
_poll = False

if hasattr(time, "monotonic_ns"):
    _now_ns = time.monotonic_ns
elif hasattr(time, "ticks_us"):
    _ticks = time.ticks_us()
    _sum = 0

    def _now_ns():
        global _ticks, _sum
        t = time.ticks_us()
        _sum += time.ticks_diff(t, _ticks)
        _ticks = t
        return _sum * 1000

else:

    def _now_ns():
        return int(time.monotonic() * 1e9)


def _must_poll():
    global _poll
    _poll = True


# Conditions. Each is a generator that yields True or False at every pass.


def timeout(seconds):
    return timeout_ns(int(seconds * 1000000000))


def timeout_ns(n):
    global _until
    end = None
    while True:
        now = _now_ns()
        if end is None:
            # The clock starts when the condition is first looked at.
            end = now + n
        if now >= end:
            yield True
        else:
            if _until is None or end < _until:
                _until = end
            yield False


def delay(cycles):
    for _ in range(cycles):
        _must_poll()
        yield False
    while True:
        yield True


def wait_for_message(task):
    while True:
        yield task.message_count() > 0


def wait_for_notification(task, index=0, state=1, clear=True):
    if clear:
        task.notify_set_state(index, 0)
    while task.notify_get_state(index) != state:
        yield False
    while True:
        yield True


class Message:
    def __init__(self, type, source, target, message=None):
        self.type = type
        self.source = source
        self.target = target
        self.message = message


class Task:
    # Messages on their way, of all tasks.
    _out_messages = []

    def __init__(self, func, priority=255, name=None, notifications=None, mailbox=False):
        self.func = func
        self.priority = priority
        self.name = name
        self.thread = None
        self.state = READY
        self.ready_conditions = []
        if notifications is not None:
            self.notes = (array("b", [0] * notifications), array("l", [0] * notifications))
        if mailbox:
            self._in_messages = []
        # Mutexes it holds, and the one it waits for: for the lending of priority.
        self._held = []
        self._wants = None

    def initialize(self):
        self.thread = self.func(self)
        next(self.thread)

    def run_next(self):
        _must_poll()
        try:
            conditions = next(self.thread)
        finally:
            # Also what was sent just before the end.
            messages = Task._out_messages
            Task._out_messages = []
            _pending.extend(messages)
        if conditions is not None:
            self.state = BLOCKED
            self.ready_conditions = list(conditions)
        return messages

    def _drop_conditions(self):
        conditions = self.ready_conditions
        self.ready_conditions = []
        for c in conditions:
            if hasattr(c, "close"):
                c.close()

    # Messages.
    def send(self, msg):
        Task._out_messages.append(msg)

    def recv(self):
        messages = self._in_messages
        self._in_messages = []
        return messages

    def message_count(self):
        return len(self._in_messages)

    def deliver(self, msg):
        self._in_messages.append(msg)

    # State.
    def suspend(self):
        self.state = SUSPENDED
        self._drop_conditions()

    def resume(self):
        self.state = READY
        self._drop_conditions()

    # Notifications.
    def wait_for_notification(self, index=0, state=1):
        return wait_for_notification(self, index, state)

    def notify_set_value(self, index=0, state=1, value=0):
        self.notes[0][index] = state
        self.notes[1][index] = value

    def notify_inc_value(self, index=0, state=1, step=1):
        self.notes[0][index] = state
        self.notes[1][index] = self.notes[1][index] + step

    def notify_get_value(self, index=0):
        return self.notes[1][index]

    def notify_set_state(self, index=0, state=1):
        self.notes[0][index] = state

    def notify_inc_state(self, index=0, step=1):
        self.notes[0][index] = self.notes[0][index] + step

    def notify_get_state(self, index=0):
        return self.notes[0][index]


# Messages of tasks that have made a step.
_pending = []


class MessageQueue:
    def __init__(self, capacity=10):
        self.capacity = capacity
        self.buffer = []

    def send(self, msg):
        while len(self.buffer) >= self.capacity:
            yield False
        self.buffer.append(msg)
        while True:
            yield True

    def nb_send(self, msg):
        if len(self.buffer) >= self.capacity:
            return False
        self.buffer.append(msg)
        return True

    def recv(self, out):
        while not self.buffer:
            yield False
        out.append(self.buffer.pop(0))
        while True:
            yield True

    def nb_recv(self):
        return self.buffer.pop(0) if self.buffer else None


def _effective(task):
    """A task's priority, or the most important one of those that wait for what it holds, along the chain."""
    p = task.priority
    for m in getattr(task, "_held", ()):
        for w in m._waiters:
            q = _effective(w)
            if q < p:
                p = q
    return p


class Mutex:
    """The most important waiting task comes next; while one waits, the owner runs with its priority. Locking again what one has succeeds."""

    def __init__(self):
        self.locked = False
        self._waiters = []

    def _take(self, task):
        self.locked = task
        if hasattr(task, "_held") and self not in task._held:
            task._held.append(self)

    def lock(self, task):
        waits = False
        try:
            while self.locked and self.locked is not task:
                if not waits:
                    # A ring of tasks that wait for each other would lend for ever.
                    owner = self.locked
                    while owner is not None and owner is not False and owner is not task:
                        wanted = getattr(owner, "_wants", None)
                        owner = wanted.locked if wanted is not None else None
                    if owner is not task:
                        self._waiters.append(task)
                        task._wants = self
                    waits = True
                yield False
        finally:
            if task in self._waiters:
                self._waiters.remove(task)
                task._wants = None
        self._take(task)
        while True:
            yield True

    def nb_lock(self, task):
        if self.locked and self.locked is not task:
            return False
        self._take(task)
        return True

    def unlock(self):
        owner = self.locked
        self.locked = False
        if owner and self in getattr(owner, "_held", ()):
            owner._held.remove(self)


class RecursiveMutex(Mutex):
    """Locked as often as it was unlocked."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def _take(self, task):
        self.count = self.count + 1 if self.locked is task else 1
        super()._take(task)

    def unlock(self):
        if self.count > 1:
            self.count -= 1
        else:
            self.count = 0
            super().unlock()


class BinarySemaphore:
    """First come, first served."""

    def __init__(self):
        self.owner = None
        self.wait_queue = []

    def lock(self, task):
        mark = [task]
        try:
            self.wait_queue.append(mark)
            while self.owner is not None or self.wait_queue[0] is not mark:
                yield False
            self.owner = task
        finally:
            self.wait_queue = [m for m in self.wait_queue if m is not mark]
        while True:
            yield True

    def nb_lock(self, task):
        if self.owner is None or self.owner is task:
            self.owner = task
            return True
        return False

    def unlock(self):
        self.owner = None


class CountingSemaphore:
    """`value` units; tasks wait in order."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self.value = value
        self.wait_queue = []

    def acquire(self, task=None):
        mark = [task]
        try:
            self.wait_queue.append(mark)
            while self.value == 0 or self.wait_queue[0] is not mark:
                yield False
            self.value -= 1
        finally:
            self.wait_queue = [m for m in self.wait_queue if m is not mark]
        while True:
            yield True

    def nb_acquire(self):
        if self.value == 0 or self.wait_queue:
            return False
        self.value -= 1
        return True

    def release(self, n=1):
        self.value += n

    lock = acquire
    nb_lock = lambda self, task=None: self.nb_acquire()
    unlock = release


# The kernel.


def add_task(task):
    if task.thread is None:
        task.initialize()
    tasks.append(task)
    # sort() need not be stable everywhere: behind those that are as important.
    i = len(tasks) - 1
    while i > 0 and tasks[i - 1].priority > task.priority:
        tasks[i] = tasks[i - 1]
        i -= 1
    tasks[i] = task


def add_service_routine(routine):
    service_routines.append(routine)


def default_scheduler(tasks):
    """Among those that can run, the most important one; the one that ran last keeps running among equals."""
    chosen = None
    # Polling comes first, in order, for all: then priorities are lent by those that began to wait in this pass too.
    for task in tasks:
        if task.state == BLOCKED:
            for c in task.ready_conditions:
                if next(c) == True:
                    task.state = READY
                    task._drop_conditions()
                    break
    lent = any(getattr(t, "_held", None) for t in tasks)
    best = None
    for task in tasks:
        if task.state == READY:
            p = _effective(task) if lent else task.priority
            if chosen is None or lent and p < best:
                if chosen is not None and chosen.state == RUNNING:
                    chosen.state = READY
                chosen, best = task, p
        elif task.state == RUNNING:
            p = _effective(task) if lent else task.priority
            if chosen is None or p <= best:
                chosen, best = task, p
            else:
                task.state = READY
    if chosen is None:
        return []
    chosen.state = RUNNING
    try:
        return chosen.run_next()
    except StopIteration:
        tasks.remove(chosen)
        return []


def deliver_messages(messages, tasks):
    for message in messages:
        target = message.target
        if not isinstance(target, Task):
            for t in tasks:
                if t.name == target:
                    target = t
                    break
            else:
                continue
        if not hasattr(target, "_in_messages"):
            raise Exception("Task, %s, does not have a mailbox" % (target.name,))
        target.deliver(message)


def start(scheduler=None):
    global _until, _poll
    if scheduler is None:
        scheduler = default_scheduler
    while True:
        for routine in service_routines:
            routine()
        _until = None
        # Set by a task's step too: its new conditions have not been looked at.
        _poll = False
        messages = scheduler(tasks)
        # What run_next gave to the scheduler, and what a task sent with its last step.
        sent = list(messages) if messages else []
        for m in _pending:
            if not any(m is s for s in sent):
                sent.append(m)
        _pending.clear()
        deliver_messages(sent, tasks)
        if not tasks:
            return
        if sent or service_routines or _poll:
            continue
        for t in tasks:
            if t.state == READY or t.state == RUNNING:
                break
        else:
            _idle()


def _idle():
    """Nobody can run: sleeps to the next time-out if nothing else can end a wait, or for a moment if a condition of the user's own may."""
    known = ("timeout_ns", "wait_for_message", "wait_for_notification", "send", "recv", "lock", "acquire")
    for t in tasks:
        for c in t.ready_conditions:
            if getattr(c, "__name__", None) not in known:
                time.sleep(0.001)
                return
    if _until is None:
        # Only something outside (an interrupt, another thread) can help.
        time.sleep(0.001)
        return
    left = _until - _now_ns()
    if left > 0:
        time.sleep(left / 1000000000)


class _Kernel:
    """An option: tasks as threads of the real kernel, which preempt each other. `yield` lets equals run, a list of conditions is waited for in slices."""

    def __init__(self, slice=0.001):
        self.slice = slice
        self.alive = 0

    def start(self):
        import _thread

        done = _thread.allocate_lock()
        done.acquire()
        work = list(tasks)
        self.alive = len(work)
        if not work:
            return
        for t in work:
            _thread.start_new_thread(self._run, (t, done))
        done.acquire()
        tasks.clear()

    def _run(self, task, done):
        try:
            while True:
                task.state = RUNNING
                try:
                    messages = task.run_next()
                except StopIteration:
                    messages = []
                    deliver_messages(_flush(), tasks)
                    return
                deliver_messages(_flush(), tasks)
                while task.state == SUSPENDED:
                    time.sleep(self.slice)
                if task.state == BLOCKED:
                    while task.state == BLOCKED and not any(next(c) == True for c in task.ready_conditions):
                        time.sleep(self.slice)
                    task._drop_conditions()
                else:
                    time.sleep(0)
        finally:
            self.alive -= 1
            if not self.alive:
                done.release()


def _flush():
    messages = _pending[:]
    _pending.clear()
    return messages


def start_preemptive(slice=0.001):
    """Runs the tasks as kernel threads until all have ended."""
    _Kernel(slice).start()
