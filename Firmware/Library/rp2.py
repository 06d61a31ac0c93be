# rp2: PIO programs written as Python functions. State machines, PIO and DMA are native (module _rp2).
from _rp2 import *
from array import array


class PIOASMError(Exception):
    pass


class PIOASMEmit:
    """Collects the instructions of one program. A program is run twice: first its labels are noted and its side-sets counted, then its words are made."""

    def __init__(
        self, *, out_init=None, set_init=None, sideset_init=None, side_pindir=False, in_shiftdir=PIO.SHIFT_LEFT, out_shiftdir=PIO.SHIFT_LEFT,
        autopush=False, autopull=False, push_thresh=32, pull_thresh=32, fifo_join=PIO.JOIN_NONE
    ):
        shiftctrl = (
            fifo_join << 30 | (pull_thresh & 31) << 25 | (push_thresh & 31) << 20 | bool(out_shiftdir) << 19 | bool(in_shiftdir) << 18
            | bool(autopull) << 17 | bool(autopush) << 16)
        self.labels = {}
        self.side_bits = 0 if sideset_init is None else 1 if isinstance(sideset_init, int) else len(sideset_init)
        self.side_optional = False
        self.wrap_to = 0
        self.wrap_from = None
        # code, place in PIO0 and PIO1, EXECCTRL, SHIFTCTRL, first state of OUT's, SET's and side-set's pins
        self.prog = [array("H"), -1, -1, bool(side_pindir) << 29, shiftctrl, out_init, set_init, sideset_init]

    def begin(self, final):
        if final:
            if self.side_bits:
                self.side_optional = self.sides != self.count
                if self.side_optional:
                    self.prog[3] |= 1 << 30
                    self.side_bits += 1
            top = self.wrap_from
            if top is None:
                top = max(self.count - 1, 0)
            self.prog[3] |= top << 12 | self.wrap_to << 7
        self.final = final
        self.count = 0
        self.sides = 0

    # directives

    def wrap_target(self):
        self.wrap_to = self.count

    def wrap(self):
        if not self.count:
            raise PIOASMError("wrap before the first instruction")
        self.wrap_from = self.count - 1

    def label(self, name):
        if self.final:
            return
        if name in self.labels:
            raise PIOASMError("duplicate label {}".format(name))
        self.labels[name] = self.count

    def word(self, word, label=None):
        self.count += 1
        if not self.final:
            if self.count > 32:
                raise PIOASMError("program too long")
            return self
        if label is not None:
            if isinstance(label, int):
                word |= label & 31
            elif label in self.labels:
                word |= self.labels[label]
            else:
                raise PIOASMError("unknown label {}".format(label))
        self.prog[0].append(word)
        return self

    # what follows an instruction: [delay], .delay(n), .side(n)

    def __getitem__(self, delay):
        return self.delay(delay)

    def delay(self, n):
        if self.final:
            if not 0 <= n <= 31 >> self.side_bits:
                raise PIOASMError("delay too large")
            self.prog[0][-1] |= n << 8
        return self

    def side(self, value):
        self.sides += 1
        if self.final:
            if not 0 <= value < 1 << self.side_bits - self.side_optional:
                raise PIOASMError("sideset too large")
            self.prog[0][-1] |= self.side_optional << 12 | value << 13 - self.side_bits
        return self

    # instructions

    def nop(self):
        return self.word(0xA042)

    def jmp(self, cond, label=None):
        if label is None:
            cond, label = 0, cond
        return self.word(cond << 5, label)

    def wait(self, polarity, src, index):
        # `pin` is a condition of jmp too, `irq` an instruction.
        source = 2 if not isinstance(src, int) else 1 if src == 6 else src
        return self.word(0x2000 | polarity << 7 | source << 5 | index)

    def in_(self, src, bits):
        return self.word(0x4000 | src << 5 | bits & 31)

    def out(self, dest, bits):
        return self.word(0x6000 | (7 if dest == 8 else dest) << 5 | bits & 31)

    def push(self, *options):
        return self._fifo(0x8000, options)

    def pull(self, *options):
        return self._fifo(0x8080, options)

    def _fifo(self, word, options):
        value = 0
        for o in options:
            value |= o
        return self.word(word | value & 0x40 | (0 if value & 1 and not value & 0x20 else 0x20))

    def mov(self, dest, src):
        return self.word(0xA000 | (4 if dest == 8 else dest) << 5 | src)

    def irq(self, mode, index=None):
        if index is None:
            mode, index = 0, mode
        return self.word(0xC000 | mode & 0x60 | index)

    def set(self, dest, value):
        return self.word(0xE000 | dest << 5 | value)


# What the names in a program mean: sources and destinations, conditions, options.
_NAMES = {
    "gpio": 0, "pins": 0, "x": 1, "y": 2, "null": 3, "pindirs": 4, "pc": 5, "status": 5, "isr": 6, "osr": 7, "exec": 8,
    "not_x": 1, "x_dec": 2, "not_y": 3, "y_dec": 4, "x_not_y": 5, "pin": 6, "not_osre": 7,
    "noblock": 1, "block": 0x21, "iffull": 0x40, "ifempty": 0x40, "clear": 0x40,
    "invert": lambda v: v | 8, "reverse": lambda v: v | 0x10, "rel": lambda v: v | 0x10,
}
_CALLS = ("wrap_target", "wrap", "label", "word", "nop", "jmp", "wait", "in_", "out", "push", "pull", "mov", "irq", "set")


def _names(emit):
    names = dict(_NAMES)
    for n in _CALLS:
        names[n] = getattr(emit, n)
    return names


def asm_pio(**options):
    def assemble(f):
        emit = PIOASMEmit(**options)
        # While the function runs its globals have the assembler's names in front of the program's own.
        names = f.__globals__
        own = dict(names)
        names.update(_names(emit))
        try:
            for final in (False, True):
                emit.begin(final)
                f()
        finally:
            names.clear()
            names.update(own)
        return emit.prog

    return assemble


def asm_pio_encode(instr, sideset_count, sideset_opt=False):
    emit = PIOASMEmit()
    emit.side_bits = sideset_count + bool(sideset_opt)
    emit.side_optional = bool(sideset_opt)
    emit.final = True
    emit.count = emit.sides = 0
    exec(instr, _names(emit))
    if len(emit.prog[0]) != 1:
        raise PIOASMError("expecting exactly 1 instruction")
    return emit.prog[0][0]
