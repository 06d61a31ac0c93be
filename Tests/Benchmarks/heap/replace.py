# T1.7: lists of 24 to 48 bytes, six tenths of the heap alive, each new one replaces a random live one. Prints collections' worth of work: nothing else.
import gc
TURNS = 60000
gc.collect()
count = gc.mem_free() * 6 // 10 // 40
keep = [None] * count
for i in range(count):
    keep[i] = [i] * (i % 7)
x = 1
for turn in range(TURNS):
    x = (x * 16807) % 65537
    keep[x % count] = [turn] * (x % 7)
print(0, gc.mem_free(), count)
