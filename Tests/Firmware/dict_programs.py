d = {}
for i in range(40):
    d["k%d" % i] = i
print(len(d), d["k7"], "k39" in d, "k40" in d)
for i in range(0, 40, 3):
    del d["k%d" % i]
print(list(d.items()))
d["k0"] = "again"
print(list(d)[-1], d.pop("k1"), d.pop("zz", None), len(d))
print(d.popitem(), d.setdefault("new", 5), d.setdefault("new", 6), d.get("none"), d.get("none", 3))
try:
    d["missing"]
except KeyError as e:
    print("KeyError", e.args)
try:
    {}.popitem()
except KeyError:
    print("empty")
try:
    {[]: 1}
except TypeError:
    print("unhashable")

# equal keys of different types
m = {1: "int", "a": "str", None: 0, (1, 2): "tuple", 2.5: "float", b"x": "bytes"}
print(m[True], m[1.0], m[None], m[1, 2], m[2.5], m[b"x"], m["a"])
m[True] = "bool"
print(m)
m[10 ** 20] = "big"
print(m[10 ** 20], 10 ** 20 in m, len(m))
n = {i: i * i for i in range(20)}
print(3.0 in n, n[4.0], 4.5 in n, True in n, n[False])

# views
v = n.keys()
print(len(v), 5 in v, 50 in v, (3, 9) in n.items(), (3, 8) in n.items(), 81 in n.values())
n[99] = 1
print(len(v), 99 in v)
small = {"a": 1, "b": 2}
print(small.keys(), small.values(), small.items())
print(sorted(small.keys() | {"c"}), sorted(small.keys() & {"a", "z"}), small.keys() == {"a", "b"})

# operators
print(small | {"b": 3, "c": 4}, small)
small |= [("z", 26)]
print(small, small == {"z": 26, "b": 2, "a": 1}, small != {}, small == {"a": 1})
print(dict(small, q=1), dict([("x", 1), ("y", 2)]), dict(), dict(a=1))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
small.update({"a": 100}, b=200)
print(small)
c = small.copy()
c.clear()
print(c, small)

# changed while iterating
try:
    for k in small:
        small[k + "x"] = 1
except RuntimeError:
    print("RuntimeError")

# keys written in Python
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 4
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return "Key(%d)" % self.n
t = {}
for i in range(30):
    t[Key(i)] = i
print(len(t), t[Key(17)], Key(30) in t, list(t)[:3])
for i in range(0, 30, 2):
    del t[Key(i)]
print(len(t), t[Key(17)], Key(2) in t)
t["mixed"] = 1
t[5] = 2
print(t["mixed"], t[5], len(t))

# an __eq__ that changes the dict under the lookup
class Evil:
    def __init__(self, target):
        self.target = target
    def __hash__(self):
        return 7
    def __eq__(self, other):
        for i in range(20):
            self.target[("e", i)] = i
        return False
e = {}
e[Evil(e)] = 1
e[Evil(e)] = 2
print(len(e) == 22, ("e", 3) in e)

# a class derived from dict
class D(dict):
    def __init__(self, *a):
        super().__init__(*a)
        self.log = []
    def __setitem__(self, k, v):
        self.log.append(k)
        super().__setitem__(k, v)
x = D({"a": 1})
x["b"] = 2
print(len(x), x["a"], x["b"], x.log, "a" in x, sorted(x.keys()))

# first in, first out over many rounds
q = {}
for i in range(2000):
    q[i] = i
    if len(q) > 10:
        k = next(iter(q))
        del q[k]
print(list(q))
nested = {"l": [1, {"d": (1, 2)}], "s": {3}}
print(nested)
