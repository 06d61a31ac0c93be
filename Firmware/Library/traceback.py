import io
import sys


class FrameSummary:
    def __init__(self, filename, lineno, name):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = ""

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __repr__(self):
        return "<FrameSummary file %s, line %d in %s>" % (self.filename, self.lineno, self.name)


def extract_tb(tb, limit=None):
    out = []
    while tb is not None and (limit is None or len(out) < limit):
        code = tb.tb_frame.f_code
        out.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name))
        tb = tb.tb_next
    return out


def format_list(frames):
    return ['  File "%s", line %d, in %s\n' % (f[0], f[1], f[2]) for f in frames]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=file or sys.stderr)


def format_exception_only(e, value=None):
    e = value if value is not None else e
    if e is None:
        return ["NoneType: None\n"]
    text = str(e)
    out = [type(e).__name__ + (": " + text if text else "") + "\n"]
    for note in getattr(e, "__notes__", None) or ():
        out.append(note + "\n")
    return out


def format_exception(e, value=None, tb=None, limit=None, chain=True):
    e = value if value is not None else e
    out = []
    if chain and e is not None:
        if e.__cause__ is not None:
            out += format_exception(e.__cause__)
            out.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif e.__context__ is not None and not e.__suppress_context__:
            out += format_exception(e.__context__)
            out.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    frames = format_tb(e.__traceback__, limit) if e is not None and e.__traceback__ is not None else []
    if frames:
        out.append("Traceback (most recent call last):\n")
        out += frames
    return out + format_exception_only(e)


def print_exception(e, value=None, tb=None, limit=None, file=None, chain=True):
    print("".join(format_exception(e, value, tb, limit, chain)), end="", file=file or sys.stderr)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


class TracebackException:
    def __init__(self, type, value, tb, **named):
        self._lines = format_exception(value)
        self.exc_type = type
        self.stack = extract_tb(tb)

    @classmethod
    def from_exception(cls, e, **named):
        return cls(type(e), e, e.__traceback__)

    def format(self, chain=True):
        return iter(self._lines)

    def format_exception_only(self):
        return iter(self._lines[-1:])
