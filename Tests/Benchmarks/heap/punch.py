# Fill and punch: small blocks until memory is gone, every second one dropped, then the largest block that can be had.
import gc
def fill(size):
    blocks = [None] * 4096
    n = 0
    try:
        while n < len(blocks):
            blocks[n] = bytearray(size)
            n += 1
    except MemoryError:
        pass
    return blocks, n
def main():
    size = 200
    blocks, n = fill(size)
    for i in range(0, n, 2):
        blocks[i] = None
    gc.collect()
    free = gc.mem_free()
    low, high = 0, free
    while high - low > 64:
        wanted = (low + high) // 2
        try:
            bytearray(wanted)
            low = wanted
        except MemoryError:
            high = wanted
    half = free // 2
    try:
        bytearray(half)
        print(free, low, "granted")
    except MemoryError:
        print(free, low, "MemoryError")
main()
