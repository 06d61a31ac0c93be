ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(w[:1].upper() + w[1:].lower() for w in s.split(sep))


class Formatter:
    def format(self, template, /, *args, **named):
        return template.format(*args, **named)

    def vformat(self, template, args, named):
        return template.format(*args, **named)


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        t = self.template
        i = 0
        while True:
            k = t.find(self.delimiter, i)
            if k < 0:
                yield t[i:], None, 0
                return
            yield t[i:k], None, 0
            e = k + 1
            braced = t[e : e + 1] == "{"
            if t[e : e + 1] == self.delimiter:
                yield self.delimiter, None, 0
                i = e + 1
                continue
            if braced:
                e += 1
            b = e
            while e < len(t) and (t[e] == "_" or t[e] in ascii_letters or e > b and t[e] in digits):
                e += 1
            name = t[b:e]
            if braced:
                if t[e : e + 1] != "}":
                    name = ""
                e += 1
            if name:
                yield t[k:e], name, k
                i = e
            else:
                yield self.delimiter, "", k
                i = k + 1

    def _fill(self, mapping, named, safe):
        out = []
        for text, name, at in self._parts():
            if name is None:
                out.append(text)
            elif not name:
                if not safe:
                    line = self.template[:at].count("\n") + 1
                    column = at - self.template[:at].rfind("\n")
                    raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))
                out.append(text)
            elif name in named:
                out.append(str(named[name]))
            elif safe and name not in mapping:
                out.append(text)
            else:
                out.append(str(mapping[name]))
        return "".join(out)

    def substitute(self, mapping={}, /, **named):
        return self._fill(mapping, named, False)

    def safe_substitute(self, mapping={}, /, **named):
        return self._fill(mapping, named, True)
