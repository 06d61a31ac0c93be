"""Bytecode as text, in the words of MicroPython's `-v` option: `dis.dis(x)` for a function, a code object, a source text."""

# From 0x10 on; `_` is an opcode that does not exist.
_NAMES = (
    "LOAD_CONST_STRING LOAD_NAME LOAD_GLOBAL LOAD_ATTR LOAD_METHOD LOAD_SUPER_METHOD STORE_NAME STORE_GLOBAL STORE_ATTR DELETE_NAME DELETE_GLOBAL "
    "IMPORT_NAME IMPORT_FROM _ _ _ MAKE_CLOSURE MAKE_CLOSURE_DEFARGS LOAD_CONST_SMALL_INT LOAD_CONST_OBJ LOAD_FAST_N LOAD_DEREF STORE_FAST_N "
    "STORE_DEREF DELETE_FAST DELETE_DEREF BUILD_TUPLE BUILD_LIST BUILD_MAP BUILD_SET BUILD_SLICE STORE_COMP UNPACK_SEQUENCE UNPACK_EX MAKE_FUNCTION "
    "MAKE_FUNCTION_DEFARGS CALL_FUNCTION CALL_FUNCTION_VAR_KW CALL_METHOD CALL_METHOD_VAR_KW VIPER _ _ _ _ _ _ _ UNWIND_JUMP _ JUMP "
    "POP_JUMP_IF_TRUE POP_JUMP_IF_FALSE JUMP_IF_TRUE_OR_POP JUMP_IF_FALSE_OR_POP SETUP_WITH SETUP_EXCEPT SETUP_FINALLY POP_EXCEPT_JUMP FOR_ITER "
    "_ _ _ _ LOAD_CONST_FALSE LOAD_CONST_NONE LOAD_CONST_TRUE LOAD_NULL LOAD_BUILD_CLASS LOAD_SUBSCR STORE_SUBSCR DUP_TOP DUP_TOP_TWO POP_TOP "
    "ROT_TWO ROT_THREE WITH_CLEANUP END_FINALLY GET_ITER GET_ITER_STACK _ _ STORE_MAP RETURN_VALUE RAISE_LAST RAISE_OBJ RAISE_FROM YIELD_VALUE "
    "YIELD_FROM IMPORT_STAR"
)
_UNARY = "pos neg invert"
_BINARY = "lt gt eq le ge ne - - - ior ixor iand ilshift irshift iadd isub imul imatmul ifloordiv itruediv imod ipow or xor and lshift rshift add sub mul matmul floordiv truediv mod pow"


class _Reader:
    def __init__(self, data, at=0):
        self.data = data
        self.at = at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def number(self, n=0):
        while True:
            b = self.byte()
            n = n << 7 | b & 0x7F
            if b < 0x80:
                return n

    def label(self, signed, start):
        n = self.byte()
        if n & 0x80:
            n = n & 0x7F | self.byte() << 7
            if signed:
                n -= 0x4000
        elif signed:
            n -= 0x40
        return self.at - start + n


def _special(names, n):
    names = names.split()
    return "__%s__" % names[n] if n < len(names) and names[n] != "-" else ""


def _instruction(r, start, code, names):
    op = r.byte()
    if op >= 0xD7:
        return "BINARY_OP %d %s" % (op - 0xD7, _special(_BINARY, op - 0xD7))
    if op >= 0xD0:
        return "UNARY_OP %d %s" % (op - 0xD0, _special(_UNARY, op - 0xD0))
    if op >= 0xC0:
        return "STORE_FAST %d" % (op - 0xC0)
    if op >= 0xB0:
        return "LOAD_FAST %d" % (op - 0xB0)
    if op >= 0x70:
        return "LOAD_CONST_SMALL_INT %d" % (op - 0x80)
    name = names[op - 0x10] if 0 <= op - 0x10 < len(names) else "_"
    if op >= 0x50:
        return name
    if op < 0x20:
        text = code.co_names[r.number()]
        return "%s '%s'" % (name, text) if op in (0x10, 0x1B, 0x1C) else name + " " + text
    if op == 0x22:
        return "%s %d" % (name, r.number(-1 if r.data[r.at] & 0x40 else 0))
    if op == 0x23:
        value = code._constants[r.number()]
        return "%s %#x=%r" % (name, id(value), value)
    if op in (0x20, 0x21, 0x32, 0x33):
        child = code.co_consts[r.number()]
        text = "%s %#x" % (name, id(child))
        return "%s %d" % (text, r.byte()) if op < 0x30 else text
    if 0x34 <= op < 0x38:
        n = r.number()
        return "%s n=%d nkw=%d" % (name, n & 255, n >> 8 & 255)
    if op == 0x40:
        return "%s %d %d" % (name, r.label(True, start), r.byte())
    if op >= 0x42:
        return "%s %d" % (name, r.label(op < 0x45, start))
    return "%s %d" % (name, r.number())


def _prelude(data):
    """The signature and the sizes (conformance of .mpy files, version 6)."""
    r = _Reader(data)
    b = r.byte()
    state, blocks, arguments, keywords, flags = b >> 3 & 15, b >> 2 & 1, b & 3, 0, 0
    n = 0
    while b & 0x80:
        b = r.byte()
        state |= (b & 0x30) << 2 * n
        blocks |= (b & 2) << n
        arguments |= (b & 4) << n
        keywords |= (b & 8) >> 3 << n
        flags |= (b & 0x40) >> 6 << n
        n += 1
    info = cells = n = 0
    while True:
        b = r.byte()
        info |= (b & 0x7E) >> 1 << 6 * n
        cells |= (b & 1) << n
        n += 1
        if b < 0x80:
            return r, state, blocks, arguments, keywords, flags, info, cells


def _listing(code, write):
    data = code._bytecode
    names = _NAMES.split()
    r, state, blocks, arguments, keywords, flags, info, cells = _prelude(data)
    lines = r.at + info
    start = lines + cells
    name = code.co_names[r.number()]
    write("File %s, code block '%s' (descriptor: %#x, bytecode @%#x %d bytes)\n" % (code.co_filename, name, id(code), id(data), len(data)))
    write("Raw bytecode (code_info_size=%d, bytecode_size=%d):\n" % (start, len(data) - start))
    for i in range(0, len(data), 16):
        write("".join([" %02x" % b for b in data[i : i + 16]]) + "\n")
    write("arg names:" + "".join([" " + code.co_names[r.number()] for _ in range(arguments + keywords)]) + "\n")
    write("(N_STATE %d)\n(N_EXC_STACK %d)\n" % (state + 1, blocks))
    for i in range(lines, start):
        write("(INIT_CELL %d)\n" % data[i])
    at, line = 0, 1
    write("  bc=0 line=1\n")
    while r.at < lines:
        b = r.byte()
        at += b & (15 if b & 0x80 else 31)
        line += (b & 0x70) << 4 | r.byte() if b & 0x80 else b >> 5
        write("  bc=%d line=%d\n" % (at, line))
    r.at = start
    while r.at < len(data):
        write("%02d " % (r.at - start))
        write(_instruction(r, start, code, names) + "\n")


def dis(x, *, file=None):
    """A function, a code object or a source text, and the functions in it."""
    import sys

    if isinstance(x, str):
        x = compile(x, "<dis>", "exec")
    x = getattr(x, "__func__", x)
    write = (file or sys.stdout).write
    codes = [getattr(x, "__code__", x)]
    while codes:
        code = codes.pop(0)
        if not hasattr(code, "_bytecode"):
            raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)
        _listing(code, write)
        codes += code.co_consts[:-1]
