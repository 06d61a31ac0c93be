import gc, micropython
gc.collect()
f = gc.mem_free()
a = gc.mem_alloc()
print(f > 10000, a > 0, gc.isenabled())
keep = []
try:
    while True:
        keep.append([0] * 125)
except MemoryError as e:
    n = len(keep)
    keep = None
    print("memory allocation failed, allocating " in e.args[0], n > 20)
gc.collect()
print(gc.mem_free() > f - 3000)
try:
    [0] * 25000000
except MemoryError as e:
    print(e)

# objects keep their identity while everything moves
class C:
    pass
objects = [C() for i in range(50)]
ids = [id(o) for o in objects]
table = {o: i for i, o in enumerate(objects)}
for r in range(5):
    junk = [[] for i in range(50)]
    gc.collect()
    assert [id(o) for o in objects] == ids
    assert all(table[o] == i for i, o in enumerate(objects))
print(len(set(ids)))

# all but the reserve in one piece
gc.collect()
big = [0] * ((gc.mem_free() - 2000) // 4)
print(len(big) > 10000)
big = None
micropython.heap_lock()
x = 1 + 2
try:
    [1, 2, 3]
    print("allocated")
except MemoryError:
    pass
micropython.heap_unlock()
print(x)
gc.threshold(2000)
for i in range(200):
    t = [i] * 10
gc.threshold(-1)
print(gc.threshold())
def tree(n):
    return None if n == 0 else (tree(n - 1), n, tree(n - 1))
def count(t):
    return 0 if t is None else count(t[0]) + 1 + count(t[2])
print(count(tree(6)))
