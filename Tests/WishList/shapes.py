# T1.6 by shape: heaps full of one sort of object, every second one dead. For each shape: objects that live, the longest time in which no hard handler
# ran (the slide, with the end of marking), and the collection as a whole, in modelled microseconds. usage: shapes.py [SHARE of the heap in percent]
import gc, machine, rtos, sys

SHARE = int(sys.argv[1]) if len(sys.argv) > 1 else 90
before = gap = 0


def handler(timer):
    global before, gap
    now = rtos.now_us()
    if now - before > gap:
        gap = now - before
    before = now


class Thing:
    def __init__(self, n):
        self.n = n


def chain(n):
    global tail
    tail = (tail,)
    return tail


def closure(n):
    return lambda: n


shapes = (
    ("floats", lambda n: n + 0.5),
    ("pairs", lambda n: (n, n)),
    ("lists", lambda n: [n]),
    ("texts", lambda n: "text %d" % n),
    ("dicts", lambda n: {n: n}),
    ("instances", Thing),
    ("closures", closure),
    ("chain", chain),
    ("blocks", lambda n: bytearray(600)),
    ("mix", lambda n: (n, [n], str(n), {n: n}, n * 0.5)),
)
timer = machine.Timer()
timer.init(freq=10000, callback=handler, hard=True)
for name, make in shapes:
    gc.collect()
    tail = None
    room = gc.mem_free() * (100 - SHARE) // 100
    keep = [None] * (gc.mem_free() // 40)
    n = 0
    while gc.mem_free() > room and n < len(keep):
        keep[n] = make(n)
        n += 1
    if name != "chain":
        for i in range(0, n, 2):
            keep[i] = None
    else:
        keep = keep[-1:]
    gap, before = 0, rtos.now_us()
    start = before
    gc.collect()
    whole = rtos.now_us() - start
    # The handler whose turn came within the slide.
    slide, turn = gap, 0
    while turn < 300:
        turn += 1
    slide = max(slide, gap)
    keep = tail = None
    print(name, n // 2, slide, whole)
timer.deinit()
