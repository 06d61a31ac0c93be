"""Iterators from iterators (CPython's itertools)."""

_MISSING = object()

# What cannot be iterated, and numbers that do not fit, are refused at once: the generators proper begin with an underscore.


def _natural(n, what):
    if n < 0:
        raise ValueError(what + " must be non-negative")
    return n


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(iterable):
    kept = []
    for value in iterable:
        kept.append(value)
        yield value
    while kept:
        yield from kept


def repeat(object, times=None):
    return (object for _ in (count() if times is None else range(times)))


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for value in iterator:
        total = total + value if func is None else func(total, value)
        yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(iterable, n, strict):
    batch = []
    for value in iterable:
        batch.append(value)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


class chain:
    def __init__(self, *iterables):
        self._all = iter(iterables)
        self._now = iter(())

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._all = iter(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for value in self._now:
                return value
            self._now = iter(next(self._all))


def compress(data, selectors):
    return (value for value, wanted in zip(data, selectors) if wanted)


def dropwhile(predicate, iterable):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for value in iterator:
        if not predicate(value):
            yield value
            break
    yield from iterator


def takewhile(predicate, iterable):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterable):
    for value in iterable:
        if not predicate(value):
            return
        yield value


def filterfalse(predicate, iterable):
    return (value for value in iterable if not (value if predicate is None else predicate(value)))


def groupby(iterable, key=None):
    return _groupby(iter(iterable), key)


def _groupby(iterator, key):
    value = wanted = _MISSING
    here = None
    # Number of the group that is being handed out: an older one ends at once.
    turn = 0

    def step():
        nonlocal value, here
        value = next(iterator, _MISSING)
        if value is not _MISSING:
            here = value if key is None else key(value)

    def group(n):
        while n == turn and value is not _MISSING and here == wanted:
            kept = value
            step()
            yield kept

    step()
    while value is not _MISSING:
        turn += 1
        wanted = here
        yield wanted, group(turn)
        while value is not _MISSING and here == wanted:
            step()


def islice(iterable, *args):
    s = slice(*args)
    start = 0 if s.start is None else s.start
    step = 1 if s.step is None else s.step
    stop = s.stop
    if start < 0 or step < 1 or stop is not None and stop < 0:
        raise ValueError("indices for islice() must be None or non-negative integers, the step positive")
    return _islice(iter(iterable), start, stop, step)


def _islice(iterable, start, stop, step):
    if stop is not None and stop <= 0:
        return
    wanted = start
    i = 0
    # What lies beyond `stop` is not taken from the iterator.
    if stop is not None and stop <= start:
        for _ in zip(range(stop), iterable):
            pass
        return
    for value in iterable:
        if i == wanted:
            yield value
            wanted += step
        i += 1
        if stop is not None and i >= stop:
            return


def pairwise(iterable):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for value in iterator:
        yield before, value
        before = value


def starmap(function, iterable):
    return (function(*args) for args in iterable)


class _tee:
    # One of several readers of an iterator: `cell` is where it is in a linked list of value and next cell.
    def __init__(self, source, cell):
        self._source = source
        self._cell = cell

    def __iter__(self):
        return self

    def __copy__(self):
        return _tee(self._source, self._cell)

    def __next__(self):
        cell = self._cell
        if cell[1] is None:
            source = self._source
            # Another thread, or the iterator itself, is here already.
            if source[1]:
                raise RuntimeError("the tee iterator is in use already")
            source[1] = True
            try:
                cell[0] = next(source[0])
            finally:
                source[1] = False
            cell[1] = [None, None]
        self._cell = cell[1]
        return cell[0]


def tee(iterable, n=2):
    _natural(n, "n")
    if isinstance(iterable, _tee):
        return tuple([_tee(iterable._source, iterable._cell) for _ in range(n)])
    source = [iter(iterable), False]
    first = [None, None]
    return tuple([_tee(source, first) for _ in range(n)])


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(i) for i in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        row = []
        for i, iterator in enumerate(iterators):
            value = fillvalue
            if iterator is not None:
                value = next(iterator, _MISSING)
                if value is _MISSING:
                    value = fillvalue
                    iterators[i] = None
                    left -= 1
                    if not left:
                        return
            row.append(value)
        yield tuple(row)


def product(*iterables, repeat=1):
    return _product([tuple(p) for p in iterables] * _natural(repeat, "repeat"))


def _product(pools):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    places = [0] * n
    while True:
        yield tuple([pools[i][places[i]] for i in range(n)])
        i = n - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                break
            places[i] = 0
            i -= 1
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else _natural(r, "r"))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    chosen = []
    free = [True] * n
    i = 0
    while True:
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
        else:
            while i < n and not free[i]:
                i += 1
            if i < n:
                free[i] = False
                chosen.append(i)
                i = 0
                continue
        if not chosen:
            return
        i = chosen.pop()
        free[i] = True
        i += 1


def combinations(iterable, r):
    return _combinations(tuple(iterable), _natural(r, "r"))


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        places[i] += 1
        for k in range(i + 1, r):
            places[k] = places[k - 1] + 1


def combinations_with_replacement(iterable, r):
    return _combinations_with_replacement(tuple(iterable), _natural(r, "r"))


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    places = [0] * r
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == n - 1:
            i -= 1
        if i < 0:
            return
        places[i:] = [places[i] + 1] * (r - i)
