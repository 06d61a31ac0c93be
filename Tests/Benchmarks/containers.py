# Lists, dicts and tuples.
def main():
    d = {}
    for i in range(60_000):
        k = (i % 97, i % 13)
        d[k] = d.get(k, 0) + 1
    total = 0
    for turn in range(20):  # each turn fits a Pico's heap
        words = [str(i * 7 % 1000) for i in range(1_500)]
        words.sort()
        total += len("".join(words))
    return len(d), total
print(main())
