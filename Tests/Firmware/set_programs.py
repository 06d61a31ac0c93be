s = {3, 1, 2}
print(len(s), 1 in s, 9 in s, sorted(s))
s.add(4)
s.add(4)
s.discard(9)
s.remove(1)
try:
    s.remove(1)
except KeyError as e:
    print("KeyError", e.args)
print(sorted(s))
try:
    set().pop()
except KeyError:
    print("empty")
print(set(), frozenset(), {1}, frozenset([1]))
a = set(range(10))
b = frozenset(range(5, 15))
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(type(a | b) is set, type(b | a) is frozenset)
print(a <= b, {5, 6} < b, b > {5, 6}, a >= a, a > a, a == set(range(10)), a != b)
print(sorted(a.union([100], (200,))), sorted(a.intersection([1, 2], {2, 3})), sorted(a.difference([0], [1])), sorted(a.symmetric_difference([0, 50])))
print(a.isdisjoint([77]), a.isdisjoint([7]), {1}.issubset(a), a.issuperset([1, 2]), a.issubset([1]))
c = a.copy()
c -= {0, 1}
c &= set(range(6))
c |= {42}
c ^= {42, 43}
print(sorted(c), len(a))
c.update([7], [8])
c.difference_update([7])
c.intersection_update({8, 2, 3})
c.symmetric_difference_update([2, 9])
print(sorted(c))
c.clear()
print(c)
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), {frozenset([1]): "f"}[frozenset([1])])
try:
    {set()}
except TypeError:
    print("unhashable")
d = {frozenset([i]) for i in range(20)}
print(len(d), frozenset([7]) in d, frozenset([77]) in d)
t = set()
for i in range(500):
    t.add(("%d" % i))
    t.add(i)
    t.add((i, i))
print(len(t), "77" in t, 77 in t, (77, 77) in t, (77, 78) in t, 77.0 in t)
for i in range(500):
    t.remove(("%d" % i))
print(len(t), "77" in t, 77 in t)
while t:
    t.pop()
print(t)
print({1, True, 1.0}, {x % 3 for x in range(10)})
try:
    for x in a:
        a.add(x + 100)
except RuntimeError:
    print("RuntimeError")
try:
    {1} | [1]
except TypeError:
    print("TypeError")
