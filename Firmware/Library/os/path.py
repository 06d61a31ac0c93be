# os.path: paths as text, after POSIX.
import os

sep = "/"
curdir = "."
pardir = ".."
_FOLDER = 0x4000


def join(first, *rest):
    path = first
    for part in rest:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    at = path.rfind("/") + 1
    head = path[:at]
    return (head.rstrip("/") or head), path[at:]


def splitext(path):
    name = path.rfind("/") + 1
    # Points that a name begins with are part of it.
    while path[name : name + 1] == ".":
        name += 1
    at = path.rfind(".", name)
    return (path, "") if at < 0 else (path[:at], path[at:])


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def isabs(path):
    return path.startswith("/")


def normpath(path):
    root = "/" if path.startswith("/") else ""
    kept = []
    for part in path.split("/"):
        if part == "..":
            if kept and kept[-1] != "..":
                kept.pop()
            elif not root:
                kept.append(part)
        elif part and part != ".":
            kept.append(part)
    return root + "/".join(kept) or "."


def abspath(path):
    return normpath(join(os.getcwd(), path))


# There are no links to follow.
realpath = abspath


def relpath(path, start="."):
    there = abspath(path).split("/")
    here = abspath(start).split("/")
    there = there if there[-1] else there[:-1]
    here = here if here[-1] else here[:-1]
    n = 0
    while n < len(there) and n < len(here) and there[n] == here[n]:
        n += 1
    return "/".join([".."] * (len(here) - n) + there[n:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    n = 0
    while n < len(low) and n < len(high) and low[n] == high[n]:
        n += 1
    return low[:n]


def commonpath(paths):
    paths = list(paths)
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if any(isabs(p) != isabs(paths[0]) for p in paths):
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[x for x in p.split("/") if x and x != "."] for p in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(commonprefix(parts))


def _status(path):
    try:
        return os.stat(path)
    except OSError:
        return None


def exists(path):
    return _status(path) is not None


lexists = exists


def isdir(path):
    s = _status(path)
    return s is not None and s[0] & 0xF000 == _FOLDER


def isfile(path):
    s = _status(path)
    return s is not None and s[0] & 0xF000 == 0x8000


def islink(path):
    return False


def getsize(path):
    return os.stat(path)[6]


def getmtime(path):
    return os.stat(path)[8]
