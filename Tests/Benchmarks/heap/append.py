# T1.7: lists and bytearrays that grow by appending, six tenths of the heap alive.
import gc
TURNS = 60
gc.collect()
keep = [[i] * 5 for i in range(gc.mem_free() * 6 // 10 // 44)]
for turn in range(TURNS):
    row, text = [], bytearray()
    for i in range(700):
        row.append(i)
        text.append(i & 255)
print(0, gc.mem_free(), len(keep))
