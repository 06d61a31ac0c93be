import time as _time

MINYEAR = 1
MAXYEAR = 9999
_days = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_short = "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_long = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December"
).split()


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _inMonth(y, m):
    return 29 if m == 2 and _leap(y) else (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m]


def _ordinal(y, m, d):
    p = y - 1
    return p * 365 + p // 4 - p // 100 + p // 400 + _days[m] + (m > 2 and _leap(y)) + d


def _date(n):
    n -= 1
    y, n = n // 146097 * 400 + 1, n % 146097
    c = min(n // 36524, 3)
    n -= c * 36524
    q, n = n // 1461, n % 1461
    k = min(n // 365, 3)
    n -= k * 365
    y += c * 100 + q * 4 + k
    m = 1
    while n >= _inMonth(y, m):
        n -= _inMonth(y, m)
        m += 1
    return y, m, n + 1


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        us = 0
        for n, unit in (
            (days, 86400000000),
            (seconds, 1000000),
            (microseconds, 1),
            (milliseconds, 1000),
            (minutes, 60000000),
            (hours, 3600000000),
            (weeks, 604800000000),
        ):
            if isinstance(n, float):
                whole = int(n)
                us += whole * unit + round((n - whole) * unit)
            else:
                us += n * unit
        self._us = us
        if abs(us) >= 86400000000000000000:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % (us // 86400000000))

    days = property(lambda self: self._us // 86400000000)
    seconds = property(lambda self: self._us // 1000000 % 86400)
    microseconds = property(lambda self: self._us % 1000000)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            if getattr(self, name):
                parts.append("%s=%d" % (name, getattr(self, name)))
        return "datetime.timedelta(" + (", ".join(parts) or "0") + ")"

    def __str__(self):
        s = self.seconds
        t = "%d:%02d:%02d" % (s // 3600, s // 60 % 60, s % 60)
        if self.days:
            t = "%d day%s, " % (self.days, "" if abs(self.days) == 1 else "s") + t
        return t + (".%06d" % self.microseconds if self.microseconds else "")

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __add__(self, o):
        return _delta(self._us + o._us) if isinstance(o, timedelta) else NotImplemented

    def __sub__(self, o):
        return _delta(self._us - o._us) if isinstance(o, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, n):
        if isinstance(n, int):
            return _delta(self._us * n)
        return _delta(round(self._us * n)) if isinstance(n, float) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, o):
        if isinstance(o, timedelta):
            return self._us / o._us
        if isinstance(o, int):
            q, r = divmod(self._us, o)
            if 2 * r > o > 0 or 2 * r < o < 0 or 2 * r == o and q % 2:
                q += 1
            return _delta(q)
        return _delta(round(self._us / o))

    def __floordiv__(self, o):
        return self._us // o._us if isinstance(o, timedelta) else _delta(self._us // o)

    def __mod__(self, o):
        return _delta(self._us % o._us)

    def __divmod__(self, o):
        return self // o, self % o

    def __eq__(self, o):
        return isinstance(o, timedelta) and self._us == o._us

    def __ne__(self, o):
        return not self == o

    def __lt__(self, o):
        return self._us < o._us

    def __le__(self, o):
        return self._us <= o._us

    def __gt__(self, o):
        return self._us > o._us

    def __ge__(self, o):
        return self._us >= o._us


def _delta(us):
    return timedelta(0, 0, us)


timedelta.resolution = _delta(1)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.min = timedelta(-999999999)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def _offset(d, colon=":"):
    if d is None:
        return ""
    s = abs(d._us) // 1000000
    text = ("-" if d._us < 0 else "+") + "%02d%s%02d" % (s // 3600, colon, s // 60 % 60)
    return text + ("%s%02d" % (colon, s % 60) if s % 60 else "")


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not -86400000000 < offset._us < 86400000000:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        return self._name or "UTC" + (_offset(self._offset) if self._offset else "")

    def __eq__(self, o):
        return isinstance(o, timezone) and self._offset == o._offset

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return "datetime.timezone(" + repr(self._offset) + (", " + repr(self._name) if self._name else "") + ")"


UTC = timezone.utc = timezone(timedelta(0))


def _number(s, i, n):
    t = s[i : i + n]
    if len(t) != n or not t.isdigit():
        raise ValueError("Invalid isoformat string: " + repr(s))
    return int(t)


def _format(self, template):
    o = []
    i = 0
    hour = getattr(self, "hour", 0)
    y, m, d = getattr(self, "year", 1900), getattr(self, "month", 1), getattr(self, "day", 1)
    w = (_ordinal(y, m, d) + 6) % 7
    yday = _ordinal(y, m, d) - _ordinal(y, 1, 1) + 1
    minute, second = getattr(self, "minute", 0), getattr(self, "second", 0)
    while i < len(template):
        c = template[i]
        i += 1
        if c != "%" or i == len(template):
            o.append(c)
            continue
        c = template[i]
        i += 1
        if c == "Y":
            o.append(str(y))
        elif c in "mdHMSyIj":
            n = {"m": m, "d": d, "H": hour, "M": minute, "S": second, "y": y % 100, "I": (hour + 11) % 12 + 1, "j": yday}[c]
            o.append(("%03d" if c == "j" else "%02d") % n)
        elif c == "f":
            o.append("%06d" % getattr(self, "microsecond", 0))
        elif c in "aA":
            o.append((_short if c == "a" else _long)[w])
        elif c in "bBh":
            o.append((_long if c == "B" else _short)[6 + m])
        elif c == "p":
            o.append("AM" if hour < 12 else "PM")
        elif c in "wu":
            o.append(str((w + 1) % 7 if c == "w" else w + 1))
        elif c in "UW":
            o.append("%02d" % ((yday + 6 - (w + (c == "U")) % 7) // 7))
        elif c in "zZ":
            if hasattr(self, "tzinfo") and self.tzinfo is not None:
                o.append(_offset(self.utcoffset(), "") if c == "z" else self.tzname() or "")
        elif c in "GV":
            iso = date(y, m, d).isocalendar()
            o.append("%04d" % iso[0] if c == "G" else "%02d" % iso[1])
        elif c in "cDTFRxX":
            o.append(
                _format(
                    self,
                    {"c": "%a %b %d %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "T": "%H:%M:%S", "X": "%H:%M:%S", "F": "%Y-%m-%d", "R": "%H:%M"}[c],
                )
            )
        elif c == "%":
            o.append("%")
        else:
            o.append("%" + c)
    return "".join(o)


class _Ordered:
    def __eq__(self, o):
        return self._compare(o) == 0 if isinstance(o, self._kind) else NotImplemented

    def __ne__(self, o):
        return not self == o

    def __lt__(self, o):
        return self._order(o) < 0

    def __le__(self, o):
        return self._order(o) <= 0

    def __gt__(self, o):
        return self._order(o) > 0

    def __ge__(self, o):
        return self._order(o) >= 0

    def _order(self, o):
        if not isinstance(o, self._kind) or isinstance(self, datetime) != isinstance(o, datetime):
            raise TypeError("can't compare " + type(self).__name__ + " to " + type(o).__name__)
        c = self._compare(o)
        if c is None:
            raise TypeError("can't compare offset-naive and offset-aware " + type(self).__name__ + "s")
        return c

    def strftime(self, format):
        return _format(self, format)

    def __format__(self, spec):
        return _format(self, spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime." + type(self).__name__ + "(" + ", ".join(self._fields()) + ")"


class date(_Ordered):
    def __init__(self, year, month, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError("year %d is out of range" % year)
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= _inMonth(year, month):
            raise ValueError("day is out of range for month")
        self.year = year
        self.month = month
        self.day = day

    def _fields(self):
        return [str(self.year), str(self.month), str(self.day)]

    def _compare(self, o):
        a, b = self.toordinal(), o.toordinal()
        return (a > b) - (a < b) if not isinstance(o, datetime) else None

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.localtime(int(t))[:3])

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= 3652059:
            raise ValueError("ordinal must be >= 1")
        return cls(*_date(n))

    @classmethod
    def fromisoformat(cls, s):
        if len(s) == 8:
            s = s[:4] + "-" + s[4:6] + "-" + s[6:]
        if len(s) != 10 or s[4] != "-" or s[7] != "-":
            raise ValueError("Invalid isoformat string: " + repr(s))
        return cls(_number(s, 0, 4), _number(s, 5, 2), _number(s, 8, 2))

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def timetuple(self):
        return _struct(self, 0, 0, 0, -1)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        n = self.toordinal()
        thursday = n - (n + 6) % 7 + 3
        y = _date(thursday)[0]
        from collections import namedtuple

        return namedtuple("IsoCalendarDate", "year week weekday")(y, (thursday - _ordinal(y, 1, 1)) // 7 + 1, (n + 6) % 7 + 1)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self.year, self.month, self.day)

    def ctime(self):
        return "%s %s %2d %s %04d" % (_short[self.weekday()], _short[6 + self.month], self.day, _format(self, "%T"), self.year)

    def __hash__(self):
        return hash(self.toordinal())

    def __add__(self, d):
        return type(self).fromordinal(self.toordinal() + d.days) if isinstance(d, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + timedelta(-o.days)
        return timedelta(self.toordinal() - o.toordinal()) if isinstance(o, date) else NotImplemented


def _struct(d, h, m, s, dst):
    return (d.year, d.month, d.day, h, m, s, date.weekday(d), d.toordinal() - _ordinal(d.year, 1, 1) + 1, dst)


date._kind = date
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


def _check(h, m, s, us, tz):
    if not 0 <= h < 24:
        raise ValueError("hour must be in 0..23")
    if not 0 <= m < 60:
        raise ValueError("minute must be in 0..59")
    if not 0 <= s < 60:
        raise ValueError("second must be in 0..59")
    if not 0 <= us < 1000000:
        raise ValueError("microsecond must be in 0..999999")
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '" + type(tz).__name__ + "'")


def _clock(self, spec):
    h = "%02d" % self.hour
    hm = h + ":%02d" % self.minute
    hms = hm + ":%02d" % self.second
    if spec == "auto":
        spec = "microseconds" if self.microsecond else "seconds"
    texts = {
        "hours": h,
        "minutes": hm,
        "seconds": hms,
        "milliseconds": hms + ".%03d" % (self.microsecond // 1000),
        "microseconds": hms + ".%06d" % self.microsecond,
    }
    if spec not in texts:
        raise ValueError("Unknown timespec value")
    return texts[spec]


def _readClock(s):
    if s[:1] == "T":
        s = s[1:]
    tz = None
    k = max(s.find("+"), s.find("-"))
    if s[-1:] == "Z":
        s, tz = s[:-1], timezone.utc
    elif k > 0:
        h, m, sec, us, _ = _readClock(s[k + 1 :])
        d = timedelta(hours=h, minutes=m, seconds=sec, microseconds=us)
        tz = timezone(-d if s[k] == "-" else d) if d else timezone.utc
        s = s[:k]
    if ":" not in s and len(s) > 2:
        s = s[:2] + ":" + s[2:4] + (":" + s[4:] if len(s) > 4 else "")
    if len(s) not in (2, 5) and (len(s) < 8 or len(s) == 9) or s[2:3] not in ("", ":") or s[5:6] not in ("", ":") or s[8:9] not in ("", ".", ","):
        raise ValueError("Invalid isoformat string: " + repr(s))
    us = s[9:15]
    return (
        _number(s, 0, 2),
        _number(s, 3, 2) if len(s) > 3 else 0,
        _number(s, 6, 2) if len(s) > 6 else 0,
        _number(us + "0" * (6 - len(us)), 0, 6) if us else 0,
        tz,
    )


class _Zoned:
    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self._zone())

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self._zone())

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self._zone())

    def _rest(self, out):
        if self.second or self.microsecond:
            out.append(str(self.second))
        if self.microsecond:
            out.append(str(self.microsecond))
        if self.tzinfo is not None:
            out.append("tzinfo=" + repr(self.tzinfo))
        if self.fold:
            out.append("fold=1")
        return out


class time(_Zoned, _Ordered):
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check(hour, minute, second, microsecond, tzinfo)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    def _zone(self):
        return None

    def _us(self):
        d = self.utcoffset()
        return ((self.hour * 60 + self.minute) * 60 + self.second) * 1000000 + self.microsecond - (d._us if d else 0)

    def _compare(self, o):
        if (self.utcoffset() is None) != (o.utcoffset() is None):
            return None
        a, b = self._us(), o._us()
        return (a > b) - (a < b)

    def _fields(self):
        return self._rest([str(self.hour), str(self.minute)])

    def __hash__(self):
        return hash(self._us())

    def isoformat(self, timespec="auto"):
        return _clock(self, timespec) + _offset(self.utcoffset())

    @classmethod
    def fromisoformat(cls, s):
        return cls(*_readClock(s))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is True else tzinfo,
            fold=self.fold if fold is None else fold,
        )


time._kind = time
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(_Zoned, date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        _check(hour, minute, second, microsecond, tzinfo)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    def _zone(self):
        return self

    def _micro(self):
        return ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond

    def _utc(self):
        d = self.utcoffset()
        return self._micro() - (d._us if d else 0)

    def _compare(self, o):
        if not isinstance(o, datetime) or (self.utcoffset() is None) != (o.utcoffset() is None):
            return None
        a, b = self._utc(), o._utc()
        return (a > b) - (a < b)

    def _fields(self):
        return self._rest(date._fields(self) + [str(self.hour), str(self.minute)])

    @classmethod
    def _from(cls, us, tz=None):
        days, us = divmod(us, 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        s, us = divmod(us, 1000000)
        return cls(*_date(days), s // 3600, s // 60 % 60, s % 60, us, tz)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time_ns() // 1000 / 1000000, tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        if tz is None:
            return cls.utcfromtimestamp(t)
        return tz.fromutc(cls._from(62135683200000000 + round(t * 1000000), tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._from(62135683200000000 + round(t * 1000000))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(
            date.year,
            date.month,
            date.day,
            time.hour,
            time.minute,
            time.second,
            time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, s):
        n = 10 if s[4:5] == "-" else 8
        d = date.fromisoformat(s[:n])
        return cls(d.year, d.month, d.day, *(_readClock(s[n + 1 :]) if len(s) > n else ()))

    @classmethod
    def strptime(cls, s, format):
        import _strptime

        *fields, offset = _strptime.parse(s, format)
        return cls(*fields, offset if offset is None else timezone(timedelta(0, offset)) if offset else timezone.utc)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def timetuple(self):
        return _struct(self, self.hour, self.minute, self.second, -1)

    def utctimetuple(self):
        d = datetime._from(self._utc())
        return _struct(d, d.hour, d.minute, d.second, 0)

    def timestamp(self):
        return (self._utc() - 62135683200000000) / 1000000

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            year or self.year,
            month or self.month,
            day or self.day,
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is True else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        return tz.fromutc(type(self)._from(self._utc(), tz))

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock(self, timespec) + _offset(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __hash__(self):
        return hash(self._utc())

    def __add__(self, d):
        return type(self)._from(self._micro() + d._us, self.tzinfo) if isinstance(d, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + -o
        if not isinstance(o, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (o.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._utc() - o._utc())


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = time.resolution
