import os
import os.path
from os.path import join, exists

names = ["", "/", "a", "a/b", "/a/", "a//b", "a/../b", "/..", "../x", "./a", "..a", "a.b.c", "x/.b.c", "/a/b/c", "a/...", "..", "."]
for a in names:
    print(a, os.path.split(a), os.path.splitext(a), os.path.normpath(a), os.path.isabs(a), os.path.dirname(a), os.path.basename(a))
    for b in names:
        print(join(a, b), os.path.commonprefix([a, b]), a and b and os.path.relpath(a, b))
print(os.path.commonpath(["/a/b", "/a/c"]), os.path.commonpath(["a/b/c", "a/b"]))
with open("paths.txt", "w") as f:
    f.write("12345")
os.mkdir("folder.d")
for n in ("paths.txt", "folder.d", "nothing"):
    print(exists(n), os.path.isfile(n), os.path.isdir(n))
print(os.path.getsize("paths.txt"))
os.remove("paths.txt")
os.rmdir("folder.d")
try:
    os.nothing
except AttributeError:
    print("no such name")
# A number ends before its attribute.
print(1.5.is_integer(), 0.5.hex(), 1e3.is_integer(), 1..real, .5.imag)
