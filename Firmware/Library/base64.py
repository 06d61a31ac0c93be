from binascii import a2b_base64, b2a_base64, hexlify, unhexlify


def _bytes(s):
    return s.encode() if isinstance(s, str) else bytes(s)


def _swap(s, a, b):
    return bytes(b[a.index(c)] if c in a else c for c in s)


def b64encode(s, altchars=None):
    r = b2a_base64(s)[:-1]
    return _swap(r, b"+/", altchars) if altchars else r


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars:
        s = _swap(s, _bytes(altchars), b"+/")
    return a2b_base64(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


standard_b64encode = b64encode
standard_b64decode = b64decode

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def b32encode(s):
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i : i + 5]
        n = int.from_bytes(part + bytes(5 - len(part)), "big")
        used = (len(part) * 8 + 4) // 5
        for k in range(8):
            out.append(_B32[n >> (35 - 5 * k) & 31] if k < used else 61)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if len(s) % 8:
        raise ValueError("Incorrect padding")
    out = bytearray()
    for i in range(0, len(s), 8):
        part = s[i : i + 8].rstrip(b"=")
        n = 0
        for c in part:
            k = _B32.find(bytes([c]))
            if k < 0:
                raise ValueError("Non-base32 digit found")
            n = n << 5 | k
        n <<= 5 * (8 - len(part))
        out.extend(n.to_bytes(5, "big")[: len(part) * 5 // 8])
    return bytes(out)


def b16encode(s):
    return hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if not casefold and s != s.upper():
        raise ValueError("Non-base16 digit found")
    return unhexlify(s)


def encodebytes(s):
    return b"".join(b2a_base64(s[i : i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return a2b_base64(s)
