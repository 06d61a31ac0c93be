# T2.6: as T2.1 on both cores: a thread on each core allocates and collects, two hard timer handlers allocate on whichever core has the interpreter.
# usage: twocores.py INTERRUPTS HERTZ
import _thread, gc, machine, rtos, sys, time

WANTED, HERTZ = int(sys.argv[1]), int(sys.argv[2])
seen = {}
counts = [0, 0]
last = [None, None]
wrong = 0
bad = [0, 0]
rounds = [0, 0]
running = 2


def make(i):
    def handler(timer):
        global wrong
        n = counts[i] = counts[i] + 1
        core = rtos.core()
        seen[core, i] = seen.get((core, i), 0) + 1
        kept = last[i]
        last[i] = (n, n * 0.5, bytes((n & 255, n >> 8 & 255)), {"n": n}, [core])
        if kept is not None and (kept[0] != n - 1 or kept[1] * 2 != kept[0] or kept[2][0] != kept[0] & 255 or kept[3]["n"] != kept[0]):
            wrong += 1

    return handler


def work(i):
    global running
    rtos.affinity(1 << i)
    kept = []
    turns = 0
    while sum(counts) < WANTED:
        turns += 1
        kept.append([turns, "text %d" % turns, (turns, turns * 2), {turns: bytes(turns % 40)}])
        if len(kept) > 30:
            old = kept.pop(0)
            if old[1] != "text %d" % old[0] or old[2][1] != 2 * old[0] or len(old[3][old[0]]) != old[0] % 40:
                bad[i] += 1
        if turns % 70 == 0:
            gc.collect()
    rounds[i] = turns
    running -= 1


timers = [machine.Timer(freq=HERTZ, callback=make(i), hard=True) for i in range(2)]
_thread.start_new_thread(work, (1,))
work(0)
while running:
    time.sleep_ms(1)
for t in timers:
    t.deinit()
print(sum(counts) >= WANTED, wrong, bad, min(rounds) > 10, sorted(k for k in seen if seen[k] > 10))
