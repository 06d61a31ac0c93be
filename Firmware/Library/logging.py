import sys
import time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {v: k for k, v in _names.items()}
_levels["WARN"] = 30
_levels["FATAL"] = 50
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
raiseExceptions = True


def getLevelName(level):
    return _names.get(level) or _levels.get(level) or "Level %s" % level


def addLevelName(level, name):
    _names[level] = name
    _levels[name] = level


def _level(level):
    if isinstance(level, int):
        return level
    if level not in _levels:
        raise ValueError("Unknown level: " + repr(level))
    return _levels[level]


class LogRecord:
    def __init__(self, name, level, message, args, error=None, extra=None):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = message
        self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        self.exc_info = error
        self.created = time.time()
        self.msecs = int(self.created * 1000) % 1000
        if extra:
            self.__dict__.update(extra)

    def getMessage(self):
        return str(self.msg) % self.args if self.args else str(self.msg)


def _two(n):
    return ("0" + str(n))[-2:]


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%"):
        self._fmt = fmt or ("%(message)s" if style == "%" else "{message}")
        self.datefmt = datefmt
        self._style = style

    def usesTime(self):
        return "asctime" in self._fmt

    def formatTime(self, record, datefmt=None):
        t = time.localtime(int(record.created))
        datefmt = datefmt or self.datefmt
        if datefmt:
            for c, v in zip("YmdHMS", (str(t[0]), _two(t[1]), _two(t[2]), _two(t[3]), _two(t[4]), _two(t[5]))):
                datefmt = datefmt.replace("%" + c, v)
            return datefmt
        return "%d-%02d-%02d %02d:%02d:%02d,%03d" % (t[0], t[1], t[2], t[3], t[4], t[5], record.msecs)

    def formatException(self, e):
        import traceback

        return "".join(traceback.format_exception(e))[:-1]

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        s = self._fmt % record.__dict__ if self._style == "%" else self._fmt.format(**record.__dict__)
        if record.exc_info:
            s += "\n" + self.formatException(record.exc_info)
        return s


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, f):
        if f not in self.filters:
            self.filters.append(f)

    def removeFilter(self, f):
        if f in self.filters:
            self.filters.remove(f)

    def filter(self, record):
        for f in self.filters:
            if not (f.filter(record) if hasattr(f, "filter") else f(record)):
                return False
        return True


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, formatter):
        self.formatter = formatter

    def format(self, record):
        return (self.formatter or _plain).format(record)

    def handle(self, record):
        if self.filter(record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError

    def flush(self):
        pass

    def close(self):
        pass


_plain = Formatter()


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream

    def emit(self, record):
        (self.stream or sys.stderr).write(self.format(record) + self.terminator)

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False):
        super().__init__(open(filename, mode))

    def close(self):
        self.stream.close()


class NullHandler(Handler):
    def handle(self, record):
        pass


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = level
        self.handlers = []
        self.parent = None
        self.propagate = True
        self.disabled = False

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        l = self
        while l:
            if l.level:
                return l.level
            l = l.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled[0] and level >= self.getEffectiveLevel()

    def addHandler(self, h):
        if h not in self.handlers:
            self.handlers.append(h)

    def removeHandler(self, h):
        if h in self.handlers:
            self.handlers.remove(h)

    def hasHandlers(self):
        l = self
        while l:
            if l.handlers:
                return True
            l = l.parent if l.propagate else None
        return False

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + "." + suffix)

    def log(self, level, message, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if not self.isEnabledFor(level):
            return
        if exc_info is not None and not isinstance(exc_info, BaseException):
            exc_info = exc_info[1] if isinstance(exc_info, tuple) else sys.exc_info()[1] if exc_info else None
        self.handle(LogRecord(self.name, level, message, args, exc_info, extra))

    def handle(self, record):
        if not self.filter(record):
            return
        l = self
        found = False
        while l:
            for h in l.handlers:
                found = True
                if record.levelno >= h.level:
                    h.handle(record)
            l = l.parent if l.propagate else None
        if not found and record.levelno >= WARNING:
            sys.stderr.write(record.getMessage() + "\n")

    def debug(self, message, *args, **named):
        self.log(DEBUG, message, *args, **named)

    def info(self, message, *args, **named):
        self.log(INFO, message, *args, **named)

    def warning(self, message, *args, **named):
        self.log(WARNING, message, *args, **named)

    def error(self, message, *args, **named):
        self.log(ERROR, message, *args, **named)

    def critical(self, message, *args, **named):
        self.log(CRITICAL, message, *args, **named)

    def exception(self, message, *args, exc_info=True, **named):
        self.log(ERROR, message, *args, exc_info=exc_info, **named)

    def __repr__(self):
        return "<Logger %s (%s)>" % (self.name, getLevelName(self.getEffectiveLevel()))


_disabled = [NOTSET]
root = Logger("root", WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == "root":
        return root
    l = _loggers.get(name)
    if l is None:
        l = _loggers[name] = Logger(name)
        up = name
        l.parent = root
        while "." in up:
            up = up.rsplit(".", 1)[0]
            if up in _loggers:
                l.parent = _loggers[up]
                break
        for k, other in _loggers.items():
            if k.startswith(name + ".") and (other.parent is root or name.startswith(other.parent.name + ".")):
                other.parent = l
    return l


def disable(level=CRITICAL):
    _disabled[0] = level


def basicConfig(
    *, filename=None, filemode="a", format=BASIC_FORMAT, datefmt=None, style="%", level=None, stream=None, handlers=None, force=False, encoding=None
):
    if force:
        for h in root.handlers[:]:
            root.removeHandler(h)
            h.close()
    if not root.handlers:
        for h in handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]:
            if h.formatter is None:
                h.setFormatter(Formatter(format, datefmt, style))
            root.addHandler(h)
        if level is not None:
            root.setLevel(level)


def _ready():
    if not root.handlers:
        basicConfig()


def log(level, message, *args, **named):
    _ready()
    root.log(level, message, *args, **named)


def debug(message, *args, **named):
    log(DEBUG, message, *args, **named)


def info(message, *args, **named):
    log(INFO, message, *args, **named)


def warning(message, *args, **named):
    log(WARNING, message, *args, **named)


def error(message, *args, **named):
    log(ERROR, message, *args, **named)


def critical(message, *args, **named):
    log(CRITICAL, message, *args, **named)


def exception(message, *args, exc_info=True, **named):
    log(ERROR, message, *args, exc_info=exc_info, **named)


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, message, named):
        named["extra"] = self.extra
        return message, named

    def log(self, level, message, *args, **named):
        message, named = self.process(message, named)
        self.logger.log(level, message, *args, **named)

    def debug(self, message, *args, **named):
        self.log(DEBUG, message, *args, **named)

    def info(self, message, *args, **named):
        self.log(INFO, message, *args, **named)

    def warning(self, message, *args, **named):
        self.log(WARNING, message, *args, **named)

    def error(self, message, *args, **named):
        self.log(ERROR, message, *args, **named)


def shutdown():
    for l in [root] + list(_loggers.values()):
        for h in l.handlers:
            h.flush()
            h.close()
