# T1.1 and T1.3 as a Python program, for comparison with other interpreters: blocks to nine tenths of the heap, every second one dropped, then one
# of two fifths; then sizes that double (Robson). usage: fragments.py
import gc


def punch():
    gc.collect()
    total = gc.mem_free()
    count = total * 9 // 10 // 128
    blocks = [None] * count
    try:
        for i in range(count):
            blocks[i] = bytearray(64)
    except MemoryError:
        pass
    for i in range(0, count, 2):
        blocks[i] = None
    gc.collect()
    free = gc.mem_free()
    wanted = total * 2 // 5
    try:
        return len(bytearray(min(wanted, free * 9 // 10))) > 0
    except MemoryError:
        return "MemoryError with %d of %d free" % (free, total)


def robson():
    gc.collect()
    budget = gc.mem_free() // 2
    size, kept = 16, []
    try:
        while size < budget // 4:
            used = sum(len(b) + 48 for b in kept if b is not None)
            while used + size + 48 < budget:
                kept.append(bytearray(size))
                used += size + 48
            kept = [b for i, b in enumerate(kept) if i % 2]
            size *= 2
        return True
    except MemoryError:
        return "MemoryError at size %d" % size


print("punch", punch())
print("robson", robson())
