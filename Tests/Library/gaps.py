# bytes.translate, memoryview.cast, inspect.signature, contextvars, time.strptime.
import asyncio
import contextvars
import inspect
import time


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


print(b"hello".translate(bytes.maketrans(b"lo", b"01")), bytearray(b"hello").translate(None, b"l"), b"abc".translate(bytes(range(256)), delete=b"b"))
print(type(bytearray(b"a").translate(None)), b"".translate(None))
attempt(lambda: b"a".translate(b"short"))
attempt(lambda: bytes.maketrans(b"a", b"bc"))

data = bytearray(range(16))
view = memoryview(data)
print(view.cast("I").tolist() == [0x03020100, 0x07060504, 0x0B0A0908, 0x0F0E0D0C], view[2:6].cast("H").tolist() == [0x0302, 0x0504])
words = view[4:].cast("H")
words[1] = 0xFFFF
print(data[4:8], words.itemsize, words.nbytes, len(words), words.format, words[1:3].tolist(), words[2:].cast("B").tolist())
attempt(lambda: view[1:4].cast("H"))
attempt(lambda: view.cast("Z"))
print(memoryview(b"abcd").cast("b").readonly, memoryview(b"abcd").cast("B").tobytes())


def plain(a, b=2, *args, c, d=4, **kwargs):
    pass


def outer():
    x = 1

    def inner(y, z=x):
        return x

    return inner


class Thing:
    def __init__(self, size, name="n"):
        pass

    def method(self, a, *, b):
        pass


print(inspect.signature(plain), inspect.signature(outer()), inspect.signature(Thing), inspect.signature(Thing("s").method), inspect.signature(lambda: 0))
p = inspect.signature(plain).parameters
print(list(p), p["a"].kind == inspect.Parameter.POSITIONAL_OR_KEYWORD, p["c"].kind == inspect.Parameter.KEYWORD_ONLY, p["d"].default, p["a"].default is inspect.Parameter.empty)

var = contextvars.ContextVar("var", default=0)
bare = contextvars.ContextVar("bare")
attempt(bare.get)
token = var.set(1)
print(var.get(), bare.get("other"), token.old_value is contextvars.Token.MISSING, token.var is var)
context = contextvars.copy_context()
print(context.run(lambda: (var.set(5), var.get())[1]), var.get(), context[var], var in context, len(context))
attempt(lambda: context.run(context.run, print))
var.reset(token)
print(var.get())
attempt(lambda: var.reset(token))


async def child(n):
    var.set(n)
    await asyncio.sleep(0)
    return var.get()


async def main():
    var.set(10)
    print(await asyncio.gather(child(1), child(2)), var.get())
    seen = []
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: (seen.append(var.get()), var.set(99)))
    own = contextvars.copy_context()
    own.run(var.set, 7)
    loop.call_soon(lambda: seen.append(var.get()), context=own)
    future = loop.create_future()
    future.add_done_callback(lambda f: seen.append(("done", var.get())))
    var.set(11)
    future.set_result(None)
    await asyncio.sleep(0)
    print(seen, var.get())
    print(await asyncio.to_thread(var.get), await asyncio.create_task(child(3), context=own), own[var])


asyncio.run(main())
print(var.get())

print(tuple(time.strptime("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S"))[:8], tuple(time.strptime("Thu Mar  4 05:06:07 2021"))[:8])
print(tuple(time.strptime("12:30 AM 060 99", "%I:%M %p %j %y"))[:8], tuple(time.strptime("1 january 2000", "%d %B %Y"))[:8])
for text, format in (("x", "%Y"), ("2023-02-30", "%Y-%m-%d"), ("2023-01-01 more", "%Y-%m-%d"), ("1", "%Q"), ("25", "%H")):
    attempt(lambda: time.strptime(text, format))
