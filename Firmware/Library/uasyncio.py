"""asyncio by the name that it had before MicroPython 1.21."""


def __getattr__(name):
    import asyncio

    return getattr(asyncio, name)
