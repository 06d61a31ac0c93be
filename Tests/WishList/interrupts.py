# T2.1: a hard timer handler that builds tuples, floats, bytes and dicts, while the main program allocates and collects.
# usage: interrupts.py SECONDS HERTZ
import gc, machine, sys

SECONDS, HERTZ = int(sys.argv[1]), int(sys.argv[2])
count = 0
last = None
wrong = 0


def handler(timer):
    global count, last, wrong
    count += 1
    kept = last
    last = (count, count * 0.5, bytes((count & 255, count >> 8 & 255)), {"n": count})
    if kept is not None and (kept[0] != count - 1 or kept[1] * 2 != kept[0] or kept[2][0] != kept[0] & 255 or kept[3]["n"] != kept[0]):
        wrong += 1


timer = machine.Timer()
start = machine.mem32[0x40054028]
timer.init(freq=HERTZ, mode=machine.Timer.PERIODIC, callback=handler, hard=True)
kept, turns, bad = [], 0, 0
while count < SECONDS * HERTZ:
    turns += 1
    row = [turns, "text %d" % turns, (turns, turns * 2), {turns: bytes(turns % 40)}]
    kept.append(row)
    if len(kept) > 60:
        old = kept.pop(0)
        if old[1] != "text %d" % old[0] or old[2][1] != 2 * old[0] or len(old[3][old[0]]) != old[0] % 40:
            bad += 1
    if turns % 50 == 0:
        gc.collect()
timer.deinit()
took = (machine.mem32[0x40054028] - start) & 0xFFFFFFFF
# None lost: the grid's ticks since the start, to within those that stood in line at the end.
print(count >= SECONDS * HERTZ, took // (1000000 // HERTZ) - count < 8, wrong, bad)
