_space = "\t\n\x0b\x0c\r "


def _chunks(text, break_on_hyphens):
    out = []
    i = 0
    while i < len(text):
        k = i
        if text[i] == " ":
            while k < len(text) and text[k] == " ":
                k += 1
        else:
            while k < len(text) and text[k] != " ":
                k += 1
                if break_on_hyphens and text[k - 1] == "-" and k - i > 1 and k < len(text) and text[k - 2].isalpha() and text[k].isalpha():
                    break
        out.append(text[i:k])
        i = k
    return out


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]"
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % (self.width,))
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in "\t\n\x0b\x0c\r":
                text = text.replace(c, " ")
        chunks = _chunks(text, self.break_on_hyphens)
        chunks.reverse()
        lines = []
        drop = self.drop_whitespace
        while chunks:
            line = []
            used = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if drop and lines and chunks[-1].strip() == "":
                chunks.pop()
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                room = 1 if width < 1 else width - used
                if self.break_long_words:
                    word = chunks[-1]
                    end = room
                    if self.break_on_hyphens and len(word) > room:
                        h = word.rfind("-", 0, room)
                        if h > 0 and any(c != "-" for c in word[:h]):
                            end = h + 1
                    line.append(word[:end])
                    chunks[-1] = word[end:]
                elif not line:
                    line.append(chunks.pop())
                used = sum(len(c) for c in line)
            if drop and line and line[-1].strip() == "":
                used -= len(line.pop())
            if not line:
                continue
            rest = chunks and (not drop or len(chunks) > 1 or chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or not rest and used <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                used -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **named):
    return TextWrapper(width, **named).wrap(text)


def fill(text, width=70, **named):
    return "\n".join(wrap(text, width, **named))


def shorten(text, width, **named):
    return TextWrapper(width, max_lines=1, **named).fill(" ".join(text.strip().split()))


def dedent(text):
    margin = None
    lines = text.split("\n")
    for i, line in enumerate(lines):
        body = line.lstrip(" \t")
        if not body:
            lines[i] = ""
            continue
        indent = line[: len(line) - len(body)]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    n = len(margin or "")
    return "\n".join(line[n:] for line in lines)


def indent(text, prefix, predicate=None):
    return "".join(prefix + line if (predicate(line) if predicate else line.strip()) else line for line in text.splitlines(True))
