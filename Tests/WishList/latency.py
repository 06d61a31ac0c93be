# T2.4 and T1.6: how late hard Python handlers start, in modelled microseconds: alone, and while the main program allocates and collects.
# usage: latency.py SECONDS [live-objects]
# A handler that is more than 50 µs late begins an episode; those behind it in line belong to it. Only a slide may begin one.
import array, gc, machine, rtos, sys

SECONDS = int(sys.argv[1])
LIVE = int(sys.argv[2]) if len(sys.argv) > 2 else 500
HERTZ = 2000
PERIOD = 1000000 // HERTZ
edges = (10, 20, 30, 40, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 32000, 100000)
buckets = array.array("I", [0] * (len(edges) + 1))
due = worst = episodes = 0
was_late = False


def handler(timer):
    global due, worst, episodes, was_late
    now = rtos.now_us()
    late = now - due
    due += PERIOD
    if late > worst:
        worst = late
    if late <= 50:
        was_late = False
    elif not was_late:
        was_late = True
        episodes += 1
    i = 0
    while i < len(edges) and late > edges[i]:
        i += 1
    buckets[i] += 1


timer = machine.Timer()


def begin():
    global due, worst, episodes, was_late
    worst = episodes = 0
    was_late = False
    for i in range(len(buckets)):
        buckets[i] = 0
    gc.collect()
    timer.init(freq=HERTZ, callback=handler, hard=True)
    due = rtos.now_us() + PERIOD


def end(name, collections):
    timer.deinit()
    print(name, collections, episodes, worst, " ".join("<=%s:%d" % (e, b) for e, b in zip(edges + ("more",), buckets) if b))


live = [(i, [i], str(i)) for i in range(LIVE)]
# A loop that allocates nothing.
begin()
n = 0
while n < 20000:
    n += 1
end("quiet", 0)
# Collections that the program asks for: marking is in slices, the slide is not.
begin()
for turn in range(20):
    live[turn] = [turn]
    gc.collect()
end("asked", 20)
# Collections that memory asks for. One has been when there is more of it than before.
begin()
collections, free = 0, gc.mem_free()
until = due + SECONDS * 1000000
n = 0
while rtos.now_us() < until:
    n += 1
    row = [n, (n, n), "x%d" % n]
    live[n % LIVE] = row
    now = gc.mem_free()
    if now > free:
        collections += 1
    free = now
end("forced", collections)
