# Fill and punch: small blocks until memory is gone, every second one dropped, then the largest block that can be had.
import gc
def main():
    blocks = [None] * 4096
    n = 0
    try:
        while n < len(blocks):
            blocks[n] = bytearray(200)
            n += 1
    except MemoryError:
        pass
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
    try:
        bytearray(free // 2)
        answer = "granted"
    except MemoryError:
        answer = "MemoryError"
    print(free, low, answer)
main()
