# Fills the heap with objects of every common sort, all alive, then collects TURNS times: microseconds of one, free bytes, objects.
import gc, time
TURNS = 10
MARGIN = 6000
def fill():
    keep = None
    n = 0
    while gc.mem_free() > MARGIN:
        row = []
        for i in range(8):
            row.append((n, "text %d" % n, [n, n + 1], {"n": n, n: i}))
            n += 1
        keep = [row, keep]
    return keep, n
keep, n = fill()
gc.collect()
start = time.ticks_us()
for turn in range(TURNS):
    gc.collect()
taken = time.ticks_diff(time.ticks_us(), start)
print(taken // max(TURNS, 1), gc.mem_free(), n)
