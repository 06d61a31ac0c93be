"""gzip files over the module deflate (MicroPython's gzip)."""

import io
import deflate
import builtins


def GzipFile(filename=None, mode="rb", compresslevel=9, fileobj=None):
    """A file object over another, which stays open; or over a file by name."""
    if fileobj is None:
        return open(filename, mode)
    return deflate.DeflateIO(fileobj, deflate.GZIP, 15 if mode[0] == "r" else 10)


def open(filename, mode="rb", compresslevel=9):
    return deflate.DeflateIO(builtins.open(filename, mode[0] + "b"), deflate.GZIP, 15 if mode[0] == "r" else 10, True)


def decompress(data):
    return deflate.DeflateIO(io.BytesIO(data), deflate.GZIP).read()


def compress(data, compresslevel=9):
    out = io.BytesIO()
    with deflate.DeflateIO(out, deflate.GZIP, 10) as d:
        d.write(data)
    return out.getvalue()
