"""Devices on one wire (Maxim's 1-Wire)."""
import _onewire as _w


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM = 0xF0
    MATCH_ROM = 0x55
    SKIP_ROM = 0xCC

    def __init__(self, pin):
        self.pin = pin

    def reset(self, required=False):
        present = _w.reset(self.pin)
        if required and not present:
            raise OneWireError
        return present

    def readbit(self):
        return _w.readbit(self.pin)

    def readbyte(self):
        return _w.readbyte(self.pin)

    def readinto(self, buf):
        for i in range(len(buf)):
            buf[i] = _w.readbyte(self.pin)

    def writebit(self, value):
        return _w.writebit(self.pin, value)

    def writebyte(self, value):
        return _w.writebyte(self.pin, value)

    def write(self, buf):
        for b in buf:
            _w.writebyte(self.pin, b)

    def select_rom(self, rom):
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def scan(self):
        """The numbers of all devices, each as eight bytes."""
        found = []
        rom = bytearray(8)
        fork = 0
        while True:
            fork = self._search(rom, fork)
            if fork is None:
                return found
            found.append(bytearray(rom))
            if fork == 0:
                return found

    def _search(self, rom, fork):
        # Follows `rom` up to the place `fork` (from 1), takes the 1 there and zeros behind it;
        # answers the last place where a 1 is still to be taken, 0 if there is none.
        if not self.reset():
            return None
        self.writebyte(self.SEARCH_ROM)
        last = 0
        for place in range(64):
            i, mask = place >> 3, 1 << (place & 7)
            bit = self.readbit()
            if self.readbit():
                if bit:
                    return None  # nobody is left
            elif not bit:
                if place + 1 == fork:
                    bit = 1
                elif place + 1 < fork:
                    bit = 1 if rom[i] & mask else 0
                if not bit:
                    last = place + 1
            rom[i] = rom[i] | mask if bit else rom[i] & ~mask
            self.writebit(bit)
        return last

    def crc8(self, data):
        return _w.crc8(data)
