# Echoes what is typed or piped in, line by line, in capitals.
import sys

while True:
    line = sys.stdin.readline()
    if not line:
        break
    print(line.rstrip("\n").upper())
