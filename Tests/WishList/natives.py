# T2.4 within native functions: prints those that make a hard Python handler start more than 50 µs late (modelled), and by how much. Needs --ram 1:
# no collection falls into a measurement. What copies, joins or grows a container does it in one piece: theirs are of up to a hundred entries, or 300 items.
import gc, json, machine, re, rtos, struct

PERIOD = 150
due = worst = 0


def handler(timer):
    global due, worst
    late = rtos.now_us() - due
    due += PERIOD
    if late > worst:
        worst = late


timer = machine.Timer()
numbers = list(range(300))
floats = [i / 7 for i in range(100)]
texts = ["item %d" % i for i in range(150)]
table = {i: str(i) for i in range(60)}
tree = {"a": numbers[:200], "b": texts[:100], "d": floats}
encoded = json.dumps(tree)
text = " ".join(texts)
big = 7**2000
packed = struct.pack("<200i", *range(200))
works = (
    ("%", lambda: "%d %s %r %5.2f %x " * 30 % ((1, "a", "b", 1.5, 255) * 30)),
    ("format", lambda: ("{} {!r:>5} {:5.2f} {:x} " * 30).format(*((1, "b", 1.5, 255) * 30))),
    ("repr list", lambda: repr(numbers)),
    ("repr floats", lambda: repr(floats)),
    ("repr dict", lambda: repr(table)),
    ("repr big", lambda: repr(big)),
    ("str text", lambda: repr(text)),
    ("dumps", lambda: json.dumps(tree)),
    ("loads", lambda: json.loads(encoded)),
    ("join", lambda: " ".join(texts)),
    ("split", lambda: text.split()),
    ("split ,", lambda: text.split("i")),
    ("replace", lambda: text.replace("item", "thing")),
    ("upper", lambda: text.upper()),
    ("find", lambda: text.find("zz")),
    ("count", lambda: text.count("item")),
    ("encode", lambda: text.encode()),
    ("decode", lambda: text.encode().decode()),
    ("re", lambda: re.sub("[0-9]+", "x", text)),
    ("sort", lambda: sorted(texts, reverse=True)),
    ("sort key", lambda: sorted(numbers, key=str)),
    ("sum", lambda: sum(numbers)),
    ("max", lambda: max(texts)),
    ("map", lambda: list(map(str, numbers))),
    ("set", lambda: set(texts[:100])),
    ("dict", lambda: dict(table)),
    ("copy", lambda: table.copy()),
    ("list", lambda: numbers * 2),
    ("slice", lambda: numbers[::-1]),
    ("big *", lambda: big * big),
    ("big /", lambda: big * big // (big + 1)),
    ("pow", lambda: pow(3, 500, big)),
    ("unpack", lambda: struct.unpack("<200i", packed)),
    ("pack", lambda: struct.pack("<200i", *numbers[:200])),
    ("bytes", lambda: bytes(200) + bytearray(numbers[:200])),
    ("hex", lambda: packed.hex()),
    ("eq", lambda: numbers == list(numbers)),
    ("eq dict", lambda: table == dict(table)),
    ("in", lambda: -1 in numbers),
    ("index", lambda: texts.index("item 149")),
    ("exec", lambda: exec("a = 1\nb = a + 1\ndef f(x):\n    return [x, x * 2, 'abc' % x, {1: 2}]\n")),
    ("eval", lambda: eval("[1, 2, (3, 4), {5: 6}]")),
    ("int", lambda: int("1234567890" * 50)),
    ("float", lambda: float("1234567.12345e-20")),
    ("f", lambda: f"{1.5!r} {2:>10} {text:.5}"),
    ("tuple", lambda: tuple(numbers)),
    ("concat", lambda: numbers + numbers),
    ("enumerate", lambda: list(enumerate(numbers))),
    ("zip", lambda: dict(zip(numbers, texts[:100]))),
    ("reversed", lambda: list(reversed(numbers))),
    ("any", lambda: any([0] * 600)),
    ("title", lambda: text.title()),
    ("strip", lambda: (" " * 2000).strip()),
    ("center", lambda: text.center(2000)),
    ("startswith", lambda: text.startswith(text)),
    ("hash", lambda: hash((text + "a"))),
    ("fromkeys", lambda: dict.fromkeys(texts[:100])),
    ("update", lambda: {}.update(table)),
    ("setops", lambda: set(texts[:100]) & set(range(0, 200, 2))),
)


def measure(work):
    global due, worst
    gc.collect()
    timer.init(freq=1000000 // PERIOD, callback=handler, hard=True)
    due = rtos.now_us() + PERIOD
    worst = 0
    for turn in range(10):
        work()
    timer.deinit()
    return worst


print(len(works))
for name, work in works:
    work()
    late = measure(work)
    if late > 50:
        print(name, late)
