# Memory: a tree that is built and dropped over and over, lists that grow, a queue that goes round.
class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right
    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()
def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))
def main():
    total = 0
    keep = tree(7)
    for turn in range(40):
        total += tree(7).count()
    for turn in range(60):
        l = []
        for i in range(300):
            l.append([i, str(i)])
        total += len(l)
    queue = []
    for i in range(20_000):
        queue.append((i, i + 1))
        if len(queue) > 30:
            total += queue.pop(0)[1] & 1
    return total + keep.count()
for turn in range(8):
    result = main()
print(result)
