# Slices, unpacking, comprehensions, swaps of items: permutations by reversal.
def flips(p):
    n = 0
    while p[0]:
        k = p[0] + 1
        p[:k] = p[k - 1::-1] if k <= len(p) - 1 else p[::-1]
        n += 1
    return n
def main():
    total = 0
    for i in range(1_500):
        p = [(j * 5 + i) % 8 for j in range(8)]
        total += flips(p)
    l = list(range(200))
    for i in range(6_000):
        a = l[i & 63:]
        b = l[2:-2:7]
        first, *rest = l[:5]
        l[3:6] = [i, i, i]
        total += len(a) + len(b) + first + rest[0]
        l[0], l[1], l[2] = l[1], l[2], l[0]
        l[i % 200], l[7] = l[7], l[i % 200]
    t = tuple(l)
    for i in range(6_000):
        total += len(t[1:4]) + len("abcdefgh"[2:5])
    return total
for turn in range(8):
    result = main()
print(result)
