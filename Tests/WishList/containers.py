# T2.5: values from a hard handler to the main program through containers of fixed size: none lost below capacity, overflow seen above, and the
# heap as it was. usage: containers.py TRANSFERS
import gc, machine, sys
from micropython import RingIO

N = int(sys.argv[1])
ring = RingIO(64)
sent = dropped = 0
block = bytearray(4)


def handler(timer):
    global sent, dropped
    for i in range(8):
        if sent == N:
            return
        block[0] = sent & 255
        block[1] = sent >> 8 & 255
        block[2] = sent >> 16 & 255
        block[3] = sent >> 24 & 63
        if ring.any() > 63 - 4 or ring.write(block) != 4:
            dropped += 1
            return
        sent += 1


got = wrong = 0
buffer = bytearray(4)
gc.collect()
before = gc.mem_free()
timer = machine.Timer(freq=5000, callback=handler, hard=True)
while got < N:
    if ring.any() >= 4:
        ring.readinto(buffer)
        if buffer[0] | buffer[1] << 8 | buffer[2] << 16 | buffer[3] << 24 != got:
            wrong += 1
        got += 1
timer.deinit()
gc.collect()
print(got == N, wrong, ring.any(), abs(gc.mem_free() - before) < 200)
# Above capacity: nobody reads.
sent, N = 0, 1000
timer = machine.Timer(freq=5000, callback=handler, hard=True)
while dropped == 0:
    pass
timer.deinit()
print(sent <= 15, dropped > 0)
