# Lists, dicts and tuples.
def main():
    d = {}
    for i in range(60_000):
        k = (i % 97, i % 13)
        d[k] = d.get(k, 0) + 1
    words = [str(i % 1000) for i in range(30_000)]
    words.sort()
    return len(d), len("".join(words))
main()
