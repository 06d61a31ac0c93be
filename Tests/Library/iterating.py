# itertools, functools, operator, heapq, bisect and collections: what they give and what they refuse.
import bisect, collections, functools, heapq, operator
from itertools import *


def first(i, n=6):
    return list(islice(i, n))


def refused(f, *args, **named):
    try:
        r = f(*args, **named)
        print("not refused", first(r))
    except Exception as e:
        print(type(e).__name__)


for p in ("abc",), ("abcd", 2), ((),), ((), 0), ((), 1), ("ab", 3), ("ab", 0), (range(5), 4), ("hello world", 255):
    print(p, list(permutations(*p)))
print(next(permutations(range(300)))[-1], sum(1 for _ in permutations(range(6), 4)))
for r in range(5):
    print(list(combinations("abc", r)), list(combinations_with_replacement("ab", r)))
print(list(product("ab", range(3))), list(product("ab", repeat=2)), list(product()), list(product("ab", "")))
refused(permutations, "ab", -1)
refused(combinations, "ab", -1)
refused(combinations_with_replacement, "ab", -1)
refused(product, "ab", repeat=-1)
refused(permutations, 5)
print(first(count(3)), first(count(1, -2)), first(count(0.5, 0.25)), first(cycle("ab")), first(repeat(7)), list(repeat(7, 2)), list(repeat(7, -1)))
print(first(cycle([])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate([])), list(accumulate([], initial=1)))
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", [1]])), list(compress("abcd", [1, 0, 1])), list(filterfalse(None, [0, 1, ""])))
print(list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(starmap(pow, [(2, 3), (3, 2)])))
print([(k, list(g)) for k, g in groupby("aabbba")], [k for k, g in groupby([1, 2, 11, 12, 3], lambda x: x // 10)])
g = groupby("aab")
k, one = next(g)
k2, two = next(g)
print(k, list(one), k2, list(two), list(g))
for args in (3,), (1, 3), (0, None, 2), (None,), (0,), (2, 2), (5, 20):
    print(args, list(islice("abcdef", *args)))
refused(islice, "abc", -1)
refused(islice, "abc", 0, 1, 0)
refused(islice, "abc")
i = iter(range(10))
list(islice(i, 3)), print(next(i))
print(list(pairwise("abcd")), list(pairwise("a")), list(zip_longest("ab", range(3), fillvalue="-")), list(zip_longest()))
a, b, c = tee(range(3), 3)
print(next(a), list(b), list(a), list(c), tee([], 0))
refused(tee, [], -1)

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.add, [], 5))
refused(functools.reduce, operator.add, [])
p = functools.partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords)


@functools.lru_cache(maxsize=2)
def square(x):
    print("computed", x)
    return x * x


print(square(2), square(2), square(3), square(4), square(2), square.cache_info())
square.cache_clear()
print(square(2), square.cache_info()[:2])


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.singledispatch
def kind(x):
    return "object"


@kind.register(int)
def _(x):
    return "int"


print(kind(1), kind("a"))

print(operator.itemgetter(1)([4, 5]), operator.itemgetter(0, -1)("abc"), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"))
print(operator.concat("a", "b"), operator.contains([1], 1), operator.countOf([1, 1], 1), operator.indexOf([4, 5], 5), operator.truth([]), operator.index(True))

h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), [heapq.heappop(h) for _ in range(len(h))])
print(heapq.nlargest(2, [1, 9, 4]), heapq.nsmallest(2, [1, 9, 4], key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])))
refused(heapq.heappop, [])
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([], 1), bisect.bisect_left([1, 5], 3, key=lambda x: x))
l = [1, 3]
bisect.insort(l, 2)
print(l)
refused(bisect.bisect, [1], 1, -1)

d = collections.deque([1, 2, 3], 3)
d.append(4)
d.appendleft(0)
d.rotate(1)
print(list(d), d.maxlen, d.pop(), d.popleft(), d.count(0), list(d))
refused(d.remove, 99)
refused(collections.deque, [], -1)
c = collections.Counter("abracadabra")
print(c.most_common(2), c["z"], sorted((c + collections.Counter("z")).items())[-1], sorted((c - collections.Counter("aaaaaa")).items()), c.total())
m = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], sorted(m), m.maps[0], m.new_child()["b"])
P = collections.namedtuple("P", "x y", defaults=[5])
print(P(1), P(1, 2)._replace(y=3), P._fields, P(1)._asdict(), P._make([7, 8]), P(1) == (1, 5))
refused(collections.namedtuple, "P", "x x")
refused(P)
o = collections.OrderedDict.fromkeys("abc")
o.move_to_end("a")
print(list(o), o.popitem(), o.popitem(last=False), o == {"c": None})
w = collections.defaultdict(list)
w["x"].append(1)
print(dict(w), w.default_factory is list, w.get("y"), len(w))
