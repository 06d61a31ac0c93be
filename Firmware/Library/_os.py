"""What `os` has beside the file system; loaded when it is first asked for."""
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", ("sysname", "nodename", "release", "version", "machine"))


def uname():
    return uname_result(sys.platform, sys.platform, "1.0", sys.version, sys.implementation._machine)
