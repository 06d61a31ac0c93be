# Generators, closures and exceptions.
def count(n):
    for i in range(n):
        yield i
def main():
    total = 0
    scale = lambda x: x * 3
    for i in count(150_000):
        try:
            if i % 10 == 0:
                raise ValueError(i)
            total += scale(i) & 15
        except ValueError as e:
            total -= 1
    return total
for turn in range(8):
    result = main()
print(result)
