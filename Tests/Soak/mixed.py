# A mixed soak: threads, locks, queues, timers, asyncio, exceptions, Ctrl-C, descriptors, across the wrap of 32-bit millisecond ticks, on both cores.
import _thread, asyncio, gc, machine, os, queue, rtos, select, signal, sys, threading, time

HOURS = float(sys.argv[1]) if len(sys.argv) > 1 else 72
# The TIMER is set to half that time before 2**32 milliseconds (49.7 days), where ticks_ms wraps too.
now = (1 << 32) * 1000 - int(HOURS * 1800e6)
machine.mem32[0x40054004] = now & 0xFFFFFFFF
machine.mem32[0x40054000] = now >> 32
started = rtos.now_us()
end = started + int(HOURS * 3600e6)
counts = {}
on = [0, 0]
errors = []


def count(what):
    counts[what] = counts.get(what, 0) + 1


def periodic(period, what, work, cores):
    """A thread on a grid, on these cores: how often it ran must be the time divided by the period."""
    rtos.affinity(cores)
    due = started
    while True:
        if due + period > end:
            return
        due = rtos.delay_until(due, period)
        work(due)
        count(what)
        on[machine.mem32[0xD0000000]] += 1  # CPUID of the SIO


def clock(due):
    late = rtos.now_us() - due
    if late > 50000:
        errors.append(("late", late))


q = queue.Queue(4)


def produce(due):
    q.put(due)


def consume():
    rtos.affinity(1)
    while True:
        item = q.get()
        if item is None:
            return
        count("consumed")


def raising(due):
    try:
        [][due]
    except IndexError:
        pass


def pipes(due):
    r, w = os.pipe()
    p = select.poll()
    p.register(r, select.POLLIN)
    os.write(w, b"x")
    if p.poll(1000) != [(r, select.POLLIN)] or os.read(r, 9) != b"x":
        errors.append("pipe")
    os.close(r)
    os.close(w)


def threads(due):
    def child():
        count("children")

    t = threading.Thread(target=child)
    t.start()
    t.join()


def loops(due):
    async def add(n):
        await asyncio.sleep(0.5)
        return n

    async def main():
        return await asyncio.gather(add(1), add(2))

    if asyncio.run(main()) != [1, 2]:
        errors.append("asyncio")


def interrupted(number, frame):
    count("interrupts")


signal.signal(signal.SIGINT, interrupted)
timer = machine.Timer(period=600000, callback=lambda t: count("timer"))
workers = [
    threading.Thread(target=periodic, args=a)
    for a in (
        (60 * 1000000, "clock", clock, 1),
        (300 * 1000000, "produced", produce, 2),
        (420 * 1000000, "raised", raising, 3),
        (540 * 1000000, "piped", pipes, 2),
        (660 * 1000000, "started", threads, 3),
        (780 * 1000000, "looped", loops, 2),
    )
]
consumer = threading.Thread(target=consume)
for t in workers:
    t.start()
consumer.start()
least = None
ticks = time.ticks_ms()
wraps = 0
due = started
while True:
    # The main thread: memory, ticks, Ctrl-C.
    if due + 3600000000 > end:
        break
    due = rtos.delay_until(due, 3600 * 1000000)
    # What others do on the hour is over.
    time.sleep(7)
    gc.collect()
    used = gc.mem_alloc()
    if due - started == 2 * 3600000000:
        first = used
    if due - started > 2 * 3600000000 and used > first + 4096:
        errors.append(("memory", first, used))
    _thread.interrupt_main()
    time.sleep(0)
    count("hours")
    now = time.ticks_ms()
    if now < ticks:
        wraps += 1
    ticks = now
for t in workers:
    t.join()
q.put(None)
consumer.join()
timer.deinit()
span = end - started
for what, period in (("clock", 60), ("produced", 300), ("raised", 420), ("piped", 540), ("started", 660), ("looped", 780), ("hours", 3600), ("timer", 600)):
    if counts.get(what, 0) != span // (period * 1000000):
        errors.append((what, counts.get(what, 0), span // (period * 1000000)))
for a, b in (("produced", "consumed"), ("started", "children"), ("hours", "interrupts")):
    if counts[a] != counts[b]:
        errors.append((a, counts[a], b, counts[b]))
if wraps != 1 or not rtos.now_us() > (1 << 32) * 1000:
    errors.append(("wraps", wraps))
late = rtos.now_us() - end
print("hours", HOURS, "wraps", wraps, "memory", first, used, "counts", counts, "cores", on)
if min(on) < span // 600000000:
    errors.append(("cores", on))
if late > 8000000:
    errors.append(("end", late))
print("errors", errors)
sys.exit(1 if errors else 0)
