import sys

_filters = []
_seen = set()


def _action(category):
    for action, c in _filters:
        if c is None or issubclass(category, c):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Exception):
        category = type(message)
    elif category is None:
        category = UserWarning
    action = _action(category)
    key = (str(message), category)
    if action == "error":
        raise message if isinstance(message, Exception) else category(message)
    if action == "ignore" or action != "always" and key in _seen:
        return
    _seen.add(key)
    showwarning(message, category)


def showwarning(message, category, *rest):
    for c in _catchers:
        if c.record:
            c.log.append(_Message(message, category))
            return
    print("%s: %s" % (category.__name__, message), file=sys.stderr)


class _Message:
    def __init__(self, message, category):
        self.message = message if isinstance(message, Exception) else category(message)
        self.category = category


def warn_explicit(message, category, filename=None, lineno=0, *rest):
    warn(message, category)


def filterwarnings(action, message="", category=None, module="", lineno=0, append=False):
    if append:
        _filters.append((action, category))
    else:
        _filters.insert(0, (action, category))
    _seen.clear()


def simplefilter(action, category=None, lineno=0, append=False):
    filterwarnings(action, category=category, append=append)


def resetwarnings():
    _filters.clear()


_catchers = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=None):
        self.record = record
        self.action = action, category

    def __enter__(self):
        self._saved = _filters[:]
        _seen.clear()
        self.log = []
        _catchers.insert(0, self)
        if self.action[0]:
            simplefilter(*self.action)
        return self.log if self.record else None

    def __exit__(self, *exc):
        _catchers.remove(self)
        _filters[:] = self._saved
