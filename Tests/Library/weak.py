# Module weakref: references, finalisers, containers.
import gc
import weakref


class A:
    def __init__(self, name="a"):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, A) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


def gone(r):
    print("gone", r())


a, same = A(), A()
r, s = weakref.ref(a), weakref.ref(a, gone)
print(r() is a, s() is a, r == weakref.ref(same), hash(r) == hash(a))
f = weakref.finalize(a, print, "final", 1, end=" end\n")
print(f.alive, f.peek()[0] is a, f.peek()[2:], f.detach() is None)
values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet([a])
values["k"] = a
keys[a] = [1]
print(values["k"] is a, "k" in values, len(values), keys[A()], A() in members, len(members), list(values.keys()))
print(values.get("x"), values.setdefault("k", 3) is a, [k.name for k in keys], [m.name for m in members])
del a
gc.collect()
print(r(), s(), len(values), len(keys), len(members), f.alive, f())
dead = weakref.ref(A())
gc.collect()
try:
    hash(dead)
except TypeError:
    print("TypeError")
for bad in (1, None, "text" * 2, (1, 2), 1.5):
    try:
        weakref.ref(bad)
    except TypeError:
        print("TypeError", type(bad).__name__)
# Many come and go.
kept = {}
names = weakref.WeakValueDictionary()
for i in range(200):
    o = A(str(i))
    names[i] = o
    if i % 10 == 0:
        kept[i] = o
del o
gc.collect()
print(sorted(names.keys()) == sorted(kept), sum(1 for v in names.values() if v.name.endswith("0")))
order = []
b = A("b")
weakref.finalize(b, order.append, "first")
weakref.finalize(b, order.append, "second")
del b
gc.collect()
print(order)
