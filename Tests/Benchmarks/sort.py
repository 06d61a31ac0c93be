# Sorting: integers, by a key function, tuples, texts; and an insertion sort in Python.
def main():
    x = 1
    numbers = []
    for i in range(1200):
        x = (x * 75 + 74) % 65537
        numbers.append(x)
    total = 0
    for turn in range(12):
        a = sorted(numbers)
        b = sorted(numbers, key=lambda n: n % 1000)
        c = sorted([(n & 15, n) for n in numbers[:400]], reverse=True)
        d = [str(n) for n in numbers[:400]]
        d.sort()
        total += a[turn] + b[turn] + c[turn][1] + len(d[turn])
    a = numbers[:250]
    for i in range(1, len(a)):
        v = a[i]
        j = i
        while j > 0 and a[j - 1] > v:
            a[j] = a[j - 1]
            j -= 1
        a[j] = v
    return total, a == sorted(numbers[:250])
for turn in range(8):
    result = main()
print(result)
