"""zlib's functions over the module deflate (CPython's zlib). `wbits`: 8 to 15 zlib, negative raw, plus 16 gzip, plus 32 whichever it is."""

import io
import deflate
from binascii import crc32
from deflate import adler32

MAX_WBITS = 15
DEFLATED = 8


class error(Exception):
    pass


def _format(wbits):
    if wbits < 0:
        return deflate.RAW, -wbits
    if wbits >= 40:
        return deflate.AUTO, 0
    if wbits >= 24:
        return deflate.GZIP, wbits - 16
    return deflate.ZLIB, wbits


def compress(data, level=-1, wbits=15):
    format, bits = _format(wbits)
    # No larger window than the data have use for.
    need = 5
    while need < bits and 1 << need < len(data):
        need += 1
    out = io.BytesIO()
    with deflate.DeflateIO(out, format, need) as d:
        d.write(data)
    return out.getvalue()


def decompress(data, wbits=15, bufsize=0):
    format, bits = _format(wbits)
    try:
        # The window that zlib's and gzip's frames ask for is enough.
        return deflate.DeflateIO(io.BytesIO(data), format, bits if format == deflate.RAW else 0).read()
    except (OSError, EOFError):
        raise error("invalid or incomplete data")
