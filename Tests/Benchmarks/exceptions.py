# Exceptions: raised here and far below, `finally`, `with`, what a dict does not have.
class Stop(Exception):
    pass
class Guard:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        return False
def deep(n):
    if n == 0:
        raise Stop(1)
    deep(n - 1)
def main():
    total = 0
    d = {}
    guard = Guard()
    for i in range(12_000):
        try:
            if i & 1:
                raise ValueError(i)
            d[i]
        except KeyError:
            total += 1
        except ValueError as e:
            total += e.args[0] & 3
        finally:
            total += 1
    for i in range(2_000):
        try:
            deep(8)
        except Stop:
            total += 1
    for i in range(15_000):
        with guard:
            total += 1
        try:
            total += 1
        except ValueError:
            pass
    return total
for turn in range(8):
    result = main()
print(result)
