# T2.4 and T1.6: how late hard Python handlers start while the main program allocates, and how long collections are, in modelled microseconds.
# usage: latency.py SECONDS [live-objects]
import array, gc, machine, rtos, sys

SECONDS = int(sys.argv[1])
LIVE = int(sys.argv[2]) if len(sys.argv) > 2 else 500
PERIOD = 1000
edges = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 32000, 100000)
buckets = array.array("I", [0] * (len(edges) + 1))
due = 0
worst = quiet_worst = 0
collections = array.array("I", [0, 0])


def handler(timer):
    global due, worst, quiet_worst
    now = rtos.now_us()
    late = now - due
    due += PERIOD
    if late > worst:
        worst = late
    i = 0
    while i < len(edges) and late > edges[i]:
        i += 1
    buckets[i] += 1


live = [(i, [i], str(i)) for i in range(LIVE)]
timer = machine.Timer()
# Alone: a loop that allocates nothing.
timer.init(period=1, callback=handler, hard=True)
due = rtos.now_us() + PERIOD
n = 0
while n < 20000:
    n += 1
quiet = worst
timer.deinit()
worst = 0
for i in range(len(buckets)):
    buckets[i] = 0
pause = 0
for turn in range(5):
    start = rtos.now_us()
    gc.collect()
    pause = max(pause, rtos.now_us() - start)
timer.init(period=1, callback=handler, hard=True)
due = rtos.now_us() + PERIOD
end = due + SECONDS * 1000000
n = 0
while rtos.now_us() < end:
    n += 1
    row = [n, (n, n), "x%d" % n]
    live[n % LIVE] = row
timer.deinit()
print("quiet", quiet, "pause", pause, "worst", worst)
print("histogram", " ".join("<=%s:%d" % (e, b) for e, b in zip(edges + ("more",), buckets) if b))
