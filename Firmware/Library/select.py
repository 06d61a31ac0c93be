"""Waiting for several descriptors at once: `poll` and `select` as CPython and MicroPython have them, `Selector` and `Event` as MicroPythonRT has them."""

import os
import _select
from _select import poll, select, POLLIN, POLLOUT, POLLERR, POLLHUP, POLLNVAL

EVENT_READ = POLLIN
EVENT_WRITE = POLLOUT


def Event(initial=0):
    """A counter to wait for: 8 bytes, lowest first, are read and written."""
    return os.fdopen(os.eventfd(initial), "r+b")


def _attribute(name):
    # Its module is looked for only when somebody asks.
    if name == "Selector":
        import selectors

        return selectors.DefaultSelector
    raise AttributeError(name)


__getattr__ = _attribute
