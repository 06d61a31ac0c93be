"""ExceptionGroup and BaseExceptionGroup, and what `except*` is compiled to. Loaded when one of them is first used."""


class BaseExceptionGroup(BaseException):
    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)" % len(args))
        message, given = args
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + type(message).__name__)
        if not hasattr(given, "__getitem__") or isinstance(given, (dict, set)):
            raise TypeError("second argument (exceptions) must be a sequence")
        excs = tuple(given)
        if not excs:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        plain = True
        for i, e in enumerate(excs):
            if not isinstance(e, BaseException):
                raise ValueError("Item %d of second argument (exceptions) is not an exception" % i)
            if not isinstance(e, Exception):
                plain = False
        if cls is BaseExceptionGroup:
            if plain:
                cls = ExceptionGroup
        elif not plain and issubclass(cls, Exception):
            if cls is ExceptionGroup:
                raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
            raise TypeError("Cannot nest BaseExceptions in '%s'" % cls.__name__)
        self = BaseException.__new__(cls, *args)
        self._message = message
        self._exceptions = excs
        return self

    def __init__(self, *args, **named):
        BaseException.__init__(self, *args)

    def __class_getitem__(cls, item):
        return cls

    @property
    def message(self):
        return self._message

    @property
    def exceptions(self):
        return self._exceptions

    def __str__(self):
        n = len(self._exceptions)
        return "%s (%d sub-exception%s)" % (self._message, n, "" if n == 1 else "s")

    def derive(self, excs):
        return BaseExceptionGroup(self._message, excs)

    def split(self, condition):
        return _split(self, _test(condition), True)

    def subgroup(self, condition):
        return _split(self, _test(condition), False)[0]

    def __traceback_text__(self):
        from traceback import format_exception

        return "".join(format_exception(self))


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


def _is_type(t):
    return isinstance(t, type) and issubclass(t, BaseException)


def _test(condition):
    if _is_type(condition) or isinstance(condition, tuple) and all(_is_type(t) for t in condition):
        return lambda e: isinstance(e, condition)
    if isinstance(condition, type) or not callable(condition):
        raise TypeError("expected a function, exception type or tuple of exception types")
    return condition


def _split(group, test, rest):
    # What fits, and (if asked for) what does not, each as a group of the same shape, or None.
    if test(group):
        return group, None
    fit = []
    other = []
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            a, b = _split(e, test, rest)
        elif test(e):
            a, b = e, None
        else:
            a, b = None, e
        if a is not None:
            fit.append(a)
        if b is not None and rest:
            other.append(b)
    return _part(group, fit), _part(group, other)


def _part(group, excs):
    if not excs:
        return None
    part = group.derive(excs)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__cause__ = group.__cause__
    part.__context__ = group.__context__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, list):
        part.__notes__ = list(notes)
    return part


class __except_star__:
    """The exception of one `try` on its way through its `except*` handlers."""

    def __init__(self, e):
        self._whole = self._rest = e
        self._raised = []
        self.matched = None

    def match(self, types):
        for t in types if isinstance(types, tuple) else (types,):
            if not _is_type(t):
                raise TypeError("catching classes that don't inherit from BaseException isn't allowed")
            if issubclass(t, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
        e = self._rest
        self.matched = None
        if e is None:
            return False
        if isinstance(e, types):
            self.matched = e if isinstance(e, BaseExceptionGroup) else BaseExceptionGroup("", (e,))
            self._rest = None
        elif isinstance(e, BaseExceptionGroup):
            parts = e.split(types)
            name = type(e).__name__
            if not isinstance(parts, tuple):
                raise TypeError("%s.split must return a tuple, not %s" % (name, type(parts).__name__))
            if len(parts) < 2:
                raise TypeError("%s.split must return a 2-tuple, got tuple of size %d" % (name, len(parts)))
            self.matched = parts[0]
            if self.matched is not None:
                self._rest = parts[1]
        return self.matched is not None

    def add(self, e):
        self._raised.append(e)

    def end(self):
        # What goes on after the handlers: parts of the whole as one group of the whole's shape, and what the handlers raised themselves.
        whole, raised = self._whole, self._raised
        if self._rest is not None:
            raised.append(self._rest)
        if not raised:
            return None
        if not isinstance(whole, BaseExceptionGroup):
            return raised[0]
        own = []
        leaves = set()
        for e in raised:
            if isinstance(e, BaseExceptionGroup) and _marks(e) == _marks(whole):
                _leaves(e, leaves)
            else:
                own.append(e)
        kept = _split(whole, lambda e: id(e) in leaves, False)[0] if leaves else None
        if not own:
            return kept
        if kept is not None:
            own.append(kept)
        return BaseExceptionGroup("", own) if len(own) > 1 else own[0]


def _marks(e):
    n = 0
    t = e.__traceback__
    while t is not None:
        n += 1
        t = t.tb_next
    return n, id(e.__cause__), id(e.__context__)


def _leaves(e, into):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            _leaves(x, into)
    else:
        into.add(id(e))
