class Error(Exception):
    pass


error = Error
_atoms = (int, float, complex, bool, str, bytes, range, slice, type, type(None), type(...), type(len), type(lambda: 0), type(NotImplemented))
_methods = {"list": list, "dict": dict, "set": set, "bytearray": bytearray}


def _fresh(x):
    t = type(x)
    for base in (list, dict, set, bytearray):
        if isinstance(x, base):
            return t() if t is base else base.__new__(t)
    return t.__new__(t) if not isinstance(x, Exception) else t(*x.args)


def copy(x):
    t = type(x)
    if t in _atoms or t in (tuple, frozenset):
        return x
    if t in (list, dict, set, bytearray):
        return x.copy() if hasattr(x, "copy") else t(x)
    m = getattr(t, "__copy__", None)
    if m:
        return m(x)
    if isinstance(x, (tuple, frozenset)):
        return x
    if not hasattr(x, "__dict__"):
        if hasattr(x, "copy"):
            return x.copy()
        if hasattr(x, "__getitem__"):
            return x[:]
        raise Error("un(shallow)copyable object of type " + repr(t))
    y = _fresh(x)
    if isinstance(x, list) or isinstance(x, bytearray):
        y.extend(x)
    elif isinstance(x, (dict, set)):
        y.update(x)
    for k, v in x.__dict__.items():
        setattr(y, k, v)
    return y


def deepcopy(x, memo=None):
    t = type(x)
    if t in _atoms:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    m = getattr(t, "__deepcopy__", None)
    if m:
        y = m(x, memo)
    elif t is list:
        y = memo[id(x)] = []
        for v in x:
            y.append(deepcopy(v, memo))
    elif t is dict:
        y = memo[id(x)] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif t in (set, frozenset):
        y = t([deepcopy(v, memo) for v in x])
    elif t is bytearray:
        y = x[:]
    elif isinstance(x, tuple):
        items = [deepcopy(v, memo) for v in x]
        known = memo.get(id(x), memo)
        if known is not memo:
            return known
        for a, b in zip(x, items):
            if a is not b:
                y = tuple(items) if t is tuple else t._make(items) if hasattr(t, "_make") else t(items)
                break
        else:
            y = x
    elif hasattr(x, "__dict__"):
        y = memo[id(x)] = _fresh(x)
        if isinstance(x, list):
            for v in list(x):
                y.append(deepcopy(v, memo))
        elif isinstance(x, dict):
            for k, v in list(x.items()):
                y[deepcopy(k, memo)] = deepcopy(v, memo)
        elif isinstance(x, set):
            for v in list(x):
                y.add(deepcopy(v, memo))
        for k, v in x.__dict__.items():
            setattr(y, k, deepcopy(v, memo))
    else:
        y = copy(x)
    memo[id(x)] = y
    memo.setdefault(id(memo), []).append(x)
    return y


def replace(x, /, **changes):
    return type(x).__replace__(x, **changes) if hasattr(x, "__replace__") else x._replace(**changes)
