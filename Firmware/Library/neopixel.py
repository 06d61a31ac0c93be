# NeoPixel: a chain of WS2812 (and like) on one pin.
from machine import bitstream


class NeoPixel:
    ORDER = (1, 0, 2, 3)  # places of red, green, blue, white in a pixel's bytes

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin = pin
        self.n = n
        self.bpp = bpp
        self.buf = bytearray(n * bpp)
        if isinstance(timing, int):
            timing = (400, 850, 800, 450) if timing else (800, 1700, 1600, 900)
        self.timing = timing
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(self.n))]
        at = self._place(i)
        return tuple(self.buf[at + self.ORDER[c]] for c in range(self.bpp))

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            for k, colour in zip(range(*i.indices(self.n)), v):
                self[k] = colour
            return
        at = self._place(i)
        for c in range(self.bpp):
            self.buf[at + self.ORDER[c]] = v[c]

    def _place(self, i):
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError("pixel out of range")
        return i * self.bpp

    def fill(self, v):
        for i in range(self.n):
            self[i] = v

    def write(self):
        bitstream(self.pin, 0, self.timing, self.buf)
