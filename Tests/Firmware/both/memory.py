# The heap's size, what fits into it, and that nothing is lost when it does not.
import gc
gc.collect()
kept, n, pieces, big = [], 0, 0, 0
try:
    while True:
        kept.append(bytearray(1000))
except MemoryError:
    n = len(kept)
    kept = None
gc.collect()
print(100 < n < 165, gc.mem_free() > 100000)
pieces = [bytearray(500) for i in range(200)]
pieces = pieces[::2]
big = bytearray(40000)
print(len(big), len(pieces))
print(sum(len(bytes(i)) for i in range(300)), {i: str(i) for i in range(50)}[49])


def deep(n):
    return 1 + deep(n - 1) if n else 0


levels = 0
try:
    while True:
        deep(levels)
        levels += 1
except RuntimeError as e:
    print(levels, e)
