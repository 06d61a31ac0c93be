# T2.3: a hard handler takes all it can have. It gets MemoryError at once, the main program goes on, the next handler has memory again.
import array, gc, machine, rtos

worst, failures, errors, before, after, x = 0, 0, 0, 0, 0, None
taken = array.array("I", [0] * 20)
fill = []
armed = False


def handler(timer):
    global worst, failures
    if not armed or failures == 20:
        return
    keep = None
    n = 0
    try:
        while True:
            before = rtos.now_us()
            keep = (keep, 1, 2, 3)
            n += 1
    except MemoryError:
        after = rtos.now_us()
        taken[failures] = n
        failures += 1
        # Less what looking at the clock takes.
        again = rtos.now_us()
        if 2 * after - before - again > worst:
            worst = 2 * after - before - again


timer = machine.Timer(freq=100, callback=handler, hard=True)
# The heap is full but for what is kept for handlers.
block = 4096
while block > 16:
    try:
        fill.append(bytearray(block))
    except MemoryError:
        block //= 2
before = gc.collect() or gc.mem_free()
armed = True
while failures < 20:
    try:
        x = [1, 2]
    except MemoryError:
        errors += 1
armed = False
gc.collect()
after = gc.mem_free()
fill = x = None
gc.collect()
timer.deinit()
print(failures, worst, min(taken) > 20, abs(after - before) < 600)
