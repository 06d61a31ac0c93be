# Fills the heap with objects of every common sort, all alive, then collects TURNS times: microseconds of one, free bytes, objects.
import gc, time
TURNS = 10
MARGIN = 4000
keep = None
n = 0
while True:
    gc.collect()
    if gc.mem_free() < MARGIN:
        break
    while gc.mem_free() > 2500:
        row = []
        for i in range(4):
            row.append((n, "text %d" % n, [n, n + 1], {"n": n, n: i}))
            n += 1
        keep = [row, keep]
start = time.ticks_us()
for turn in range(TURNS):
    gc.collect()
taken = time.ticks_diff(time.ticks_us(), start)
print(taken // max(TURNS, 1), gc.mem_free(), n * 8)
