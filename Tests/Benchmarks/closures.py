# Closures, lambdas, map and filter, functions with defaults and keywords.
def counter():
    n = 0
    def more(by=1):
        nonlocal n
        n += by
        return n
    return more
def compose(f, g):
    return lambda x: f(g(x))
def area(width, height=2, *, scale=1):
    return width * height * scale
def main():
    c = counter()
    for i in range(40_000):
        c()
        c(2)
    f = compose(lambda x: x + 1, lambda x: x * 3)
    total = 0
    for i in range(30_000):
        total += f(i) & 7
    for i in range(15_000):
        total += area(i, scale=3) + area(width=i, height=3)
    for turn in range(40):
        total += sum(map(lambda x: x ^ turn, filter(lambda x: x & 1, range(300))))
    return c(), total
for turn in range(8):
    result = main()
print(result)
