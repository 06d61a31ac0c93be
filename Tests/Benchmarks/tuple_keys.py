# Dicts with tuples as keys: cells of a grid that live and die.
def main():
    cells = {}
    for x, y in ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2), (10, 10), (11, 10), (12, 10), (11, 11)):
        cells[x, y] = True
    for turn in range(120):
        near = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        k = (x + dx, y + dy)
                        near[k] = near.get(k, 0) + 1
        cells = {k: True for k, n in near.items() if n == 3 or n == 2 and k in cells}
    return len(cells), sum(x * 3 + y for x, y in cells)
for turn in range(16):
    result = main()
print(result)
