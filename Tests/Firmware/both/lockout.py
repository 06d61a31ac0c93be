# While the flash is erased nothing can be fetched from it: core 1, which an alarm wakes in the middle of that, has to wait.
import rp2
from machine import mem32
TIMERAWL, ALARM1, INTR, ARMED = 0x40054028, 0x40054014, 0x40054034, 0x40054020
flash = rp2.Flash()
for block in range(3):
    mem32[ALARM1] = mem32[TIMERAWL] + 10000
    flash.ioctl(6, block)
    print(block, mem32[ARMED] & 2, mem32[INTR] & 2)
    flash.writeblocks(block, b'done', 5)
    back = bytearray(4)
    flash.readblocks(block, back, 5)
    print(back)
