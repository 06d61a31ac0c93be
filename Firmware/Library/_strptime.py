"""Text to time by the directives of `strftime`: loaded when `time.strptime` or `datetime.strptime` is first called."""

import time as _time

_WHOLE = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "T": "%H:%M:%S", "X": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d"}
# Directive → place among the fields, digits, least, most.
_NUMBERS = {
    "Y": (0, 4, 0, 9999),
    "y": (0, 2, 0, 99),
    "m": (1, 2, 1, 12),
    "d": (2, 2, 1, 31),
    "e": (2, 2, 1, 31),
    "H": (3, 2, 0, 23),
    "I": (3, 2, 1, 12),
    "M": (4, 2, 0, 59),
    "S": (5, 2, 0, 61),
    "j": (6, 3, 1, 366),
    "w": (7, 1, 0, 6),
    "u": (7, 1, 1, 7),
    "U": (7, 2, 0, 53),
    "W": (7, 2, 0, 53),
}


def _before(year, month=1):
    """Days before a month since the year 1."""
    y = year - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return y * 365 + y // 4 - y // 100 + y // 400 + (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1] + (leap and month > 2)


def _names(letter):
    # 2001 began with a Monday.
    if letter in "aA":
        return [_time.strftime("%" + letter, (2001, 1, 1 + i, 0, 0, 0, i, 1 + i)) for i in range(7)]
    return [_time.strftime("%" + letter, (2001, 1 + i, 1, 0, 0, 0, 0, 1)) for i in range(12)]


def parse(text, format):
    """The fields year, month, day, hour, minute, second, microsecond, and seconds from UTC or None."""
    if not isinstance(text, str) or not isinstance(format, str):
        raise TypeError("strptime() arguments must be str")

    def wrong():
        return ValueError("time data %r does not match format %r" % (text, format))

    f = [1900, None, None, 0, 0, 0, None, None]
    micro, afternoon, offset = 0, None, None
    todo = format
    at = i = 0
    while i < len(todo):
        c = todo[i]
        i += 1
        if c.isspace():
            if at >= len(text) or not text[at].isspace():
                raise wrong()
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if c == "%":
            if i == len(todo):
                raise ValueError("stray %% in format '%s'" % format)
            c = todo[i]
            i += 1
            if c in _WHOLE:
                todo = _WHOLE[c] + todo[i:]
                i = 0
                continue
            if c in _NUMBERS:
                place, digits, low, high = _NUMBERS[c]
                if c == "e" and text[at : at + 1] == " ":
                    at += 1
                start = at
                while at < len(text) and at - start < digits and text[at].isdigit():
                    at += 1
                # As many digits as give a number within bounds; a year has four.
                while at - start > 1 and int(text[start:at]) > high:
                    at -= 1
                if at == start or c == "Y" and at - start < 4 or not low <= int(text[start:at]) <= high:
                    raise wrong()
                n = int(text[start:at])
                if c == "y":
                    n += 2000 if n < 69 else 1900
                f[place] = n
                continue
            if c in "aAbBh":
                for n, name in enumerate(_names("b" if c == "h" else c)):
                    if text[at : at + len(name)].lower() == name.lower():
                        break
                else:
                    raise wrong()
                at += len(name)
                if c in "bBh":
                    f[1] = n + 1
                continue
            if c == "p":
                half = text[at : at + 2].lower()
                if half not in ("am", "pm"):
                    raise wrong()
                afternoon = half == "pm"
                at += 2
                continue
            if c == "f":
                start = at
                while at < len(text) and at - start < 6 and text[at].isdigit():
                    at += 1
                if at == start:
                    raise wrong()
                micro = int((text[start:at] + "00000")[:6])
                continue
            if c == "z" or c == "Z":
                if text[at : at + 1] == "Z" and c == "z":
                    at += 1
                    offset = 0
                elif c == "Z":
                    if text[at : at + 3] not in ("UTC", "GMT"):
                        raise wrong()
                    at += 3
                else:
                    sign, part = text[at : at + 1], text[at + 1 :].replace(":", "")[:4]
                    if sign not in ("+", "-") or len(part) < 4 or not part.isdigit():
                        raise wrong()
                    at += 6 if text[at + 3 : at + 4] == ":" else 5
                    offset = (int(part[:2]) * 3600 + int(part[2:]) * 60) * (-1 if sign == "-" else 1)
                continue
            if c != "%":
                raise ValueError("'%s' is a bad directive in format '%s'" % (c, format))
        if text[at : at + 1].lower() != c.lower():
            raise wrong()
        at += 1
    if at < len(text):
        raise ValueError("unconverted data remains: " + text[at:])
    year, month, day, hour, minute, second, yearday, _ = f
    if afternoon is not None:
        hour = hour % 12 + 12 * afternoon
    if yearday and month is None and day is None:
        month = 12
        while _before(year, month) - _before(year) >= yearday:
            month -= 1
        day = yearday - _before(year, month) + _before(year)
    month, day = month or 1, day or 1
    if day > (_before(year, month + 1) if month < 12 else _before(year + 1)) - _before(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day, hour, minute, second, micro, offset


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    year, month, day, hour, minute, second, _, _ = parse(text, format)
    days = _before(year, month) + day
    return year, month, day, hour, minute, second, (days - 1) % 7, days - _before(year)
