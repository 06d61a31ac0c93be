import enum, dataclasses, logging, sys, inspect, base64, hmac, hashlib
from dataclasses import dataclass, field
from enum import Enum, IntEnum, Flag, IntFlag, auto
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def describe(self): return self.name.lower() + "!"
    @property
    def hot(self): return self is Color.RED
print(list(Color), len(Color), Color(2), Color["RED"], Color.CRIMSON is Color.RED, Color.BLUE.value, Color.RED.describe(), Color.RED.hot)
print(repr(Color.RED), str(Color.RED), Color.RED in Color, {Color.RED: 1}[Color(1)], Color.RED == 1)
try: Color(9)
except ValueError as e: print(e)
class N(IntEnum):
    A = 5
    B = auto()
print(N.A + 1, N.B, repr(N.B), N.A < N.B, N(5) is N.A, sorted([N.B, N.A]), "%d" % N.B, [10,20,30,40,50,60,70][N.A])
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
print(repr(Perm.R | Perm.W), Perm.R in (Perm.R | Perm.X), bool(Perm.R & Perm.W), ~Perm.R == Perm.W | Perm.X, list(Perm.R | Perm.X))
class IF(IntFlag):
    A = 1; B = 4
print(IF.A | IF.B, (IF.A | 8) & 8, IF(5) == 5)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
print(Planet.EARTH.mass, Planet.MARS.value, Planet((0.64, 3.39)))
class S(str, Enum):
    X = "x"
print(S.X == "x", S.X.value, S("x") is S.X)
@dataclass
class Pt:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=3, repr=False, compare=False)
print(Pt(1), Pt(1, 2) == Pt(1, 2), Pt(1) == Pt(2), Pt(1).tags is Pt(1).tags, Pt(x=4, y=5, tags=[1]))
try: Pt()
except TypeError as e: print("TypeError")
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = "q"
print(V(1) < V(2), sorted([V(2), V(1, "z"), V(1)]), {V(1): 2}[V(1)], V(3).__match_args__)
try: V(1).a = 2
except dataclasses.FrozenInstanceError as e: print(e)
@dataclass
class Sub(Pt):
    z: float = 1.5
    def __post_init__(self): self.sum = self.x + self.y
s = Sub(1, 2); print(s, s.sum, dataclasses.asdict(s), dataclasses.astuple(s), dataclasses.replace(s, x=9), [f.name for f in dataclasses.fields(s)])
match V(7, "k"):
    case V(a, b): print(a, b)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1), dataclasses.is_dataclass(K))
log = logging.getLogger("a.b")
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s|%(name)s|%(message)s")
log.info("hello %s %d", "w", 3); log.debug("no"); logging.warning("root"); log.error("e %(k)s", {"k": 1})
try: 1/0
except ZeroDivisionError: log.exception("oops")if 0 else log.error("x")
h = logging.getLogger("a"); h.setLevel(logging.ERROR); log.info("hidden"); print(log.getEffectiveLevel(), log.isEnabledFor(40), logging.getLevelName(30))
print(inspect.isfunction(log.info), inspect.ismethod(log.info), inspect.isclass(V), inspect.isgenerator((x for x in ())))
print(base64.b64encode(b"hello?>"), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b64decode("aGVsbG8="), base64.b32encode(b"hello!"), base64.b32decode("NBSWY3DPEE======"), base64.b16encode(b"\x01\xab"))
print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.new(b"k" * 100, b"m", hashlib.sha1).hexdigest(), hmac.compare_digest(b"a", b"a"))


# Keywords of classes.
class Plugin:
    made = []

    def __init_subclass__(cls, /, kind=None, **more):
        super().__init_subclass__(**more)
        Plugin.made.append((cls.__name__, kind))


class One(Plugin, kind="one"):
    pass


class Two(One):
    pass


class Three(Two, metaclass=type, kind=3):
    pass


print(Plugin.made, Three.__mro__[1] is Two)
for bases, keywords in ((), {"x": 1}), ((Plugin,), {"other": 1}):
    try:

        class Bad(*bases, **keywords):
            pass

    except TypeError as e:
        print("TypeError")
import abc


class Shape(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def area(self):
        pass


class Square(Shape):
    def area(self):
        return 4


print(Square().area(), isinstance(Square(), Shape))
