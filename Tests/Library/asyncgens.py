# Asynchronous generators, as CPython has them.
import asyncio, contextlib, inspect, types


async def numbers(n, log=None):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got:
                print("got", got)
    finally:
        if log is not None:
            await asyncio.sleep(0)
            log.append("closed")


async def pairs():
    async for a in numbers(2):
        async for b in numbers(2):
            yield a, b


class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    async def walk(self):
        yield self.value
        for c in self.children:
            async for x in c.walk():
                yield x


@contextlib.asynccontextmanager
async def managed(name):
    print("enter", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        await asyncio.sleep(0)
        print("leave", name)


async def raising(e):
    yield 1
    raise e


async def use():
    print([x async for x in numbers(3)], [p async for p in pairs()])
    print([x async for x in Tree(1, Tree(2, Tree(3)), Tree(4)).walk()])
    g = (x * 2 async for x in numbers(3) if x)
    print(type(g) is types.AsyncGeneratorType, inspect.isasyncgen(g), hasattr(g, "__anext__"), hasattr((x for x in ()), "__anext__"))
    print([x async for x in g], [x async for x in g])

    async def twice(x):
        await asyncio.sleep(0)
        return 2 * x

    print([x async for x in (await twice(x) for x in range(3))])
    print([(x, y) async for x in numbers(2) for y in "ab"], {x async for x in numbers(2)}, {x: -x async for x in numbers(2)})

    log = []
    g = numbers(5, log)
    print(await g.__anext__(), await g.asend("this"), await anext(g))
    await g.aclose()
    print(log, await anext(g, "end"))
    await g.aclose()
    for error in (ValueError("v"), KeyError):
        g = numbers(5, log)
        await anext(g)
        try:
            await g.athrow(error)
        except (ValueError, KeyError) as e:
            print(type(e).__name__, e.args, len(log))
    g = numbers(5, log)
    async for x in g:
        if x == 1:
            break
    await g.aclose()
    for e in (StopIteration(1), StopAsyncIteration(2), ZeroDivisionError("z")):
        try:
            print([x async for x in raising(e)])
        except Exception as caught:
            print(type(caught).__name__)
    g = numbers(1)
    try:
        await g.asend(1)
    except TypeError as e:
        print("TypeError")

    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    g = stubborn()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)

    async with managed("one") as m:
        print(m)
        raise ValueError("inside")
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed("two")), await stack.enter_async_context(managed("three")))
    async with contextlib.aclosing(numbers(9, log)) as g:
        print(await anext(g), len(log))
    print(len(log))

    async def slow():
        for i in range(3):
            await asyncio.sleep(0.01)
            yield i

    g = slow()
    results = await asyncio.gather(anext(g), anext(g), return_exceptions=True)
    print(results[0], type(results[1]).__name__)

    async def produce(name):
        return [(name, i) async for i in slow()]

    print(await asyncio.gather(produce("a"), produce("b")))
    try:
        async with asyncio.timeout(0.015):
            async for i in slow():
                print("before the timeout", i)
    except TimeoutError:
        print("timeout")
    print(aiter(g) is g)
    try:
        aiter([])
    except TypeError:
        print("TypeError")


asyncio.run(use())
