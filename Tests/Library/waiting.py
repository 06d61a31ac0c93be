# Asynchronous comprehensions, and the syntax of type parameters.
import asyncio


class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i > self.n:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        return self.i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def fails(x):
    raise ValueError(x)


async def main():
    print([x async for x in Count(3)])
    print({x: y async for x in Count(2) for y in range(2) if y})
    print(sorted({x async for x in Count(5) if x % 2}))
    print([(x, y) for x in range(2) async for y in Count(2)])
    print([await double(x) for x in range(3)])
    print([await double(x) async for x in Count(3) if await double(x) > 2])
    print([[y async for y in Count(x)] async for x in Count(3)])
    print([[await double(y) for y in range(x)] for x in range(3)])
    print([(a, b) async for a in Count(2) async for b in Count(2)])
    try:
        print([await fails(x) async for x in Count(3)])
    except ValueError as e:
        print("ValueError", e.args)
    names = [x async for x in Count(1)]
    print("x" in locals(), len(names))


asyncio.run(main())

for bad in (
    "[x async for x in y]",
    "def f(): return [x async for x in y]",
    "def f(): [await x for x in y]",
):
    try:
        compile(bad, "f", "exec")
        print("compiled")
    except SyntaxError:
        print("SyntaxError")
