import hashlib as _hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=None):
        if digestmod is None:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            make = getattr(_hashlib, digestmod)
        elif callable(digestmod):
            make = digestmod
        else:
            make = digestmod.new
        block = 64
        if len(key) > block:
            key = make(key).digest()
        key = bytes(key) + bytes(block - len(key))
        self._make = make
        self._outer = bytes(b ^ 0x5C for b in key)
        self._data = bytearray(b ^ 0x36 for b in key)
        self.block_size = block
        self.digest_size = len(make(b"").digest())
        self.name = "hmac-" + (digestmod if isinstance(digestmod, str) else getattr(make, "__name__", "?"))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._data.extend(msg)

    def copy(self):
        other = HMAC.__new__(HMAC)
        other.__dict__.update(self.__dict__)
        other._data = self._data[:]
        return other

    def digest(self):
        return self._make(self._outer + self._make(self._data).digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=None):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    if isinstance(a, str):
        a, b = a.encode(), b.encode()
    different = len(a) ^ len(b)
    for x, y in zip(a, b):
        different |= x ^ y
    return different == 0
