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
    notes = getattr(e, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        for note in notes:
            out.append((note if isinstance(note, str) else repr(note)) + "\n")
    elif notes is not None:
        out.append(repr(notes) + "\n")
    return out


# Of a group at most so many members, and members of members, are shown.
_WIDTH = 15
_DEPTH = 10


class _Printer:
    # The lines of an exception, with a margin as deep as the groups that it is in.
    def __init__(self):
        self.out = []
        self.depth = 0
        # The line under a group's last member is still to come.
        self.open = False

    def add(self, text, margin="|"):
        if self.depth:
            start = "  " * self.depth + margin + " "
            text = "".join(start + line + "\n" for line in text[:-1].split("\n"))
        self.out.append(text)

    def exception(self, e, limit, chain, seen):
        # The chain: what was first is printed first.
        links = []
        while True:
            link = other = None
            seen.append(e)
            if chain:
                if e.__cause__ is not None:
                    link = "\nThe above exception was the direct cause of the following exception:\n\n"
                    other = e.__cause__
                elif e.__context__ is not None and not e.__suppress_context__:
                    link = "\nDuring handling of the above exception, another exception occurred:\n\n"
                    other = e.__context__
                if other is not None and any(other is x for x in seen):
                    link = None
            links.append((link, e))
            if link is None:
                break
            e = other
        for link, e in reversed(links):
            if link is not None:
                self.add(link)
            members = getattr(e, "exceptions", None) if hasattr(e, "__traceback_text__") else None
            if members is None:
                self.body(e, limit)
            elif self.depth > _DEPTH:
                self.add("... (max_group_depth is %d)\n" % _DEPTH)
            else:
                self.group(e, members, limit, chain, seen)

    def body(self, e, limit, title="Traceback", margin="|"):
        if e.__traceback__ is not None:
            self.add(title + " (most recent call last):\n", margin)
            for line in format_tb(e.__traceback__, limit):
                self.add(line)
        for line in format_exception_only(e):
            self.add(line)

    def group(self, e, members, limit, chain, seen):
        top = self.depth == 0
        if top:
            self.depth = 1
        self.body(e, limit, "Exception Group Traceback", "+" if top else "|")
        n = min(len(members), _WIDTH + 1)
        self.open = False
        for i in range(n):
            last = i == n - 1
            if last:
                self.open = True
            title = str(i + 1) if i < _WIDTH else "..."
            self.out.append("%s%s+---------------- %s ----------------\n" % ("  " * self.depth, "  " if i else "+-", title))
            self.depth += 1
            if i < _WIDTH:
                self.exception(members[i], limit, chain, seen)
            else:
                more = len(members) - _WIDTH
                self.add("and %d more exception%s\n" % (more, "s" if more > 1 else ""))
            if last and self.open:
                self.out.append("  " * self.depth + "+------------------------------------\n")
                self.open = False
            self.depth -= 1
        if top:
            self.depth = 0


def format_exception(e, value=None, tb=None, limit=None, chain=True):
    e = value if value is not None else e
    if e is None:
        return format_exception_only(e)
    p = _Printer()
    p.exception(e, limit, chain, [])
    return p.out


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
