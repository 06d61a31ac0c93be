# Attributes and methods of instances.
class Counter:
    def __init__(self):
        self.total = 0
    def add(self, n):
        self.total += n
def main():
    c = Counter()
    for i in range(300_000):
        c.add(i & 7)
    return c.total
for turn in range(8):
    result = main()
print(result)
