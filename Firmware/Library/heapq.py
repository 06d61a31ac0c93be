"""Priority queues in lists (CPython's heapq)."""


def _sift_down(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


def _sift_up(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    # The smaller child moves up until a leaf is reached; then the item goes down to its place.
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _sift_down(heap, start, pos)


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError("heap must be a list")


def heappush(heap, item):
    _check(heap)
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap):
    _check(heap)
    if not heap:
        raise IndexError("empty heap")
    last = heap.pop()
    if not heap:
        return last
    item = heap[0]
    heap[0] = last
    _sift_up(heap, 0)
    return item


def heapreplace(heap, item):
    _check(heap)
    if not heap:
        raise IndexError("empty heap")
    old = heap[0]
    heap[0] = item
    _sift_up(heap, 0)
    return old


def heappushpop(heap, item):
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_up(heap, 0)
    return item


def heapify(heap):
    _check(heap)
    for i in range(len(heap) // 2 - 1, -1, -1):
        _sift_up(heap, i)


def merge(*iterables, key=None, reverse=False):
    rows = []
    for n, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            rows.append((value if key is None else key(value), n, value, iterator))
            break
    while rows:
        best = 0
        for i in range(1, len(rows)):
            if rows[best][0] < rows[i][0] if reverse else rows[i][0] < rows[best][0]:
                best = i
        _, n, value, iterator = rows[best]
        yield value
        for value in iterator:
            rows[best] = (value if key is None else key(value), n, value, iterator)
            break
        else:
            rows.pop(best)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
