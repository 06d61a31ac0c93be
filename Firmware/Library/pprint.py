import sys


def _sorted(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=lambda x: (str(type(x)), id(x)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, o):
        print(self.pformat(o), file=self._stream or sys.stdout)

    def pformat(self, o):
        out = []
        self._format(o, out, 0, 0, [], 0)
        return "".join(out)

    def _repr(self, o, active, level):
        t = type(o)
        if t is int and self._underscores:
            return "{:_d}".format(o)
        if t not in (dict, list, tuple, set, frozenset) or not o:
            return repr(o)
        if self._depth and level >= self._depth:
            return {dict: "{...}", list: "[...]", tuple: "(...)"}.get(t) or repr(o)
        if id(o) in active:
            return "<Recursion on %s with id=%d>" % (t.__name__, id(o))
        active.append(id(o))
        level += 1
        if t is dict:
            items = self._items(o)
            s = "{" + ", ".join(self._repr(k, active, level) + ": " + self._repr(v, active, level) for k, v in items) + "}"
        elif t in (list, tuple):
            s = ", ".join(self._repr(v, active, level) for v in o)
            s = "[" + s + "]" if t is list else "(" + s + (",)" if len(o) == 1 else ")")
        else:
            s = "{" + ", ".join(self._repr(v, active, level) for v in _sorted(o)) + "}"
            if t is frozenset:
                s = "frozenset(" + s + ")"
        active.pop()
        return s

    def _items(self, o):
        if not self._sort:
            return list(o.items())
        return [(k, o[k]) for k in _sorted(o.keys())]

    def _format(self, o, out, column, extra, active, level):
        s = self._repr(o, active, level)
        t = type(o)
        if len(s) <= self._width - column - extra or t not in (dict, list, tuple, set, frozenset) or not o or id(o) in active or s[1:4] == "...":
            if t is str and len(s) > self._width - column - extra:
                return self._text(o, out, column, extra, level)
            out.append(s)
            return
        active.append(id(o))
        level += 1
        open, close = {dict: "{}", list: "[]", tuple: "()", set: "{}", frozenset: ("frozenset({", "})")}[t]
        if t is tuple and len(o) == 1:
            close = ",)"
        out.append(open + " " * (self._indent - 1))
        column += self._indent + len(open) - 1
        if t is dict:
            items = self._items(o)
        else:
            items = list(o) if t in (list, tuple) else _sorted(o)
        gap = ",\n" + " " * column
        room = width = self._width - column
        first = True
        for i, item in enumerate(items):
            more = 1 if i + 1 < len(items) else len(close) + extra
            if t is dict:
                k = self._repr(item[0], active, level)
                if not first:
                    out.append(gap)
                out.append(k + ": ")
                self._format(item[1], out, column + len(k) + 2, more, active, level)
            else:
                if self._compact:
                    s = self._repr(item, active, level)
                    w = len(s) + 2
                    if width < w:
                        width = room
                        if not first:
                            out.append(gap)
                            first = True
                    if width >= w:
                        width -= w
                        out.append(s if first else ", " + s)
                        first = False
                        continue
                if not first:
                    out.append(gap)
                self._format(item, out, column, more, active, level)
            first = False
        out.append(close)
        active.pop()

    def _text(self, s, out, column, extra, level):
        lines = s.splitlines(True)
        if level == 0:
            column += 1
            extra += 1
        width = self._width - column
        parts = []
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            if len(repr(line)) <= width - (extra if last else 0):
                parts.append(repr(line))
                continue
            words = []
            k = 0
            while k < len(line):
                e = k
                while e < len(line) and line[e] not in " \t\n":
                    e += 1
                while e < len(line) and line[e] in " \t\n":
                    e += 1
                words.append(line[k:e])
                k = e
            current = ""
            for j, word in enumerate(words):
                if len(repr(current + word)) > width - (extra if last and j == len(words) - 1 else 0):
                    if current:
                        parts.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                parts.append(repr(current))
        if len(parts) == 1:
            out.append(parts[0])
            return
        text = ("\n" + " " * column).join(parts)
        out.append("(" + text + ")" if level == 0 else text)


def pformat(o, indent=1, width=80, depth=None, **named):
    return PrettyPrinter(indent, width, depth, **named).pformat(o)


def pprint(o, stream=None, indent=1, width=80, depth=None, **named):
    PrettyPrinter(indent, width, depth, stream, **named).pprint(o)


def pp(o, stream=None, *args, sort_dicts=False, **named):
    pprint(o, stream, *args, sort_dicts=sort_dicts, **named)


def saferepr(o):
    return PrettyPrinter()._repr(o, [], 0)


def isreadable(o):
    return "<" not in saferepr(o)


def isrecursive(o):
    return "<Recursion" in saferepr(o)
