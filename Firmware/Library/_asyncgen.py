# What asynchronous generators do between their own yields (Python/VM/Generators.swift has their methods).


def step(gen, value=None):
    return _drive(gen, gen.send, value)


def athrow(gen, *error):
    return _drive(gen, gen.throw, *error)


def _drive(gen, go, *args):
    if gen.ag_await is not None:
        raise RuntimeError("asynchronous generator is already running")
    try:
        while True:
            given = go(*args)
            if gen.ag_await is None:
                return given
            try:
                args = ((yield given),)
                go = gen.send
            except BaseException as e:
                args = (e,)
                go = gen.throw
    except StopIteration:
        raise StopAsyncIteration
    except StopAsyncIteration as e:
        raise RuntimeError("async generator raised StopAsyncIteration") from e


def aclose(gen):
    try:
        yield from athrow(gen, GeneratorExit)
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError("async generator ignored GeneratorExit")


async def anext(it, default):
    try:
        return await it.__anext__()
    except StopAsyncIteration:
        return default
