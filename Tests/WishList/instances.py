# The wish list's T4.4, T4.6 and T4.8 on the board, at the size that is asked for.
# usage: instances.py lives COUNT | wakes COUNT | messages COUNT
import gc, interpreters, sys

WHAT, COUNT = sys.argv[1], int(sys.argv[2])

ENDS = (
    "x = [i for i in range(50)]",
    "1 / 0",
    "import machine\nt = machine.Timer(period=1, callback=print)",
    "import interpreters\nq = interpreters.create_queue()\nq.put((1, q))",
    "import rtos\nm = rtos.Mutex()\nl = []\nwhile 1: l.append(l[:])",
    "import _thread\n_thread.start_new_thread(lambda: [i for i in range(100)], ())",
)


def lives():
    """T4.4: made, run, closed. Answers how much the heap and the kernel's memory have shrunk since the first turns."""

    def life(n):
        one = interpreters.create(heap=12000)
        try:
            one.exec(ENDS[n % len(ENDS)])
        except interpreters.ExecutionFailed:
            pass
        one.close()

    for n in range(len(ENDS)):
        life(n)
    gc.collect()
    free = gc.mem_free()
    for n in range(COUNT):
        life(n)
    gc.collect()
    return free - gc.mem_free(), len(interpreters.list_all())


def wakes():
    """T4.6: a high one wakes each 5 ms while a low one on the same core computes. Answers how often it came later than a millisecond, the heap that both take."""
    import rtos, threading

    def compute():
        n = 3000
        while True:
            2**n

    def wake(count):
        import time

        missed = worst = 0
        next = time.ticks_us()
        for i in range(count):
            next = time.ticks_add(next, 5000)
            time.sleep_us(time.ticks_diff(next, time.ticks_us()))
            late = time.ticks_diff(time.ticks_us(), next)
            worst = max(worst, late)
            missed += late > 1000
        return missed, worst

    threading.excepthook = lambda a: None
    gc.collect()
    free = gc.mem_free()
    low, high = interpreters.create(heap=8192), interpreters.create(heap=8192)
    gc.collect()
    each = (free - gc.mem_free()) // 2
    low.exec("import rtos")
    thread = low.call_in_thread(compute)
    rtos.affinity(1)
    rtos.priority(12)
    result = high.call(wake, COUNT)
    low.interrupt()
    thread.join()
    return result, each <= 16384, each


def messages():
    """T4.8: tuples through a queue while both sides run. Answers how many were not as they were sent, and what is left."""

    def send(queue, count):
        for k in range(count):
            queue.put((k, str(k), k * 0.5, b"x" * (k % 50), (k & 1 == 0, None, 1 << k % 100)))

    one, queue = interpreters.create(), interpreters.create_queue(10)
    thread = one.call_in_thread(send, queue, COUNT)
    wrong = sum(queue.get() != (k, str(k), k * 0.5, b"x" * (k % 50), (k & 1 == 0, None, 1 << k % 100)) for k in range(COUNT))
    thread.join()
    return wrong, queue.qsize()


print(WHAT, COUNT, *{"lives": lives, "wakes": wakes, "messages": messages}[WHAT]())
