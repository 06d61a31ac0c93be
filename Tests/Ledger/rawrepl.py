"""MicroPython's raw REPL over a serial line: soft reset, then programs in raw-paste mode."""

import os
import select
import time
import tty


class NoAnswer(Exception):
    pass


class RawREPL:
    def __init__(self, path, patience):
        self.patience = patience
        end = time.monotonic() + 30
        while not os.path.exists(path):
            if time.monotonic() > end:
                raise NoAnswer("the serial port did not appear")
            time.sleep(0.02)
        self.line = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self.line)
        self.kept = b""

    def close(self):
        os.close(self.line)

    def write(self, data):
        while data:
            select.select([], [self.line], [], self.patience)
            data = data[os.write(self.line, data):]

    def until(self, mark):
        end = time.monotonic() + self.patience
        while mark not in self.kept:
            if not select.select([self.line], [], [], max(end - time.monotonic(), 0))[0]:
                raise NoAnswer(f"no {mark!r} after {self.kept[-200:]!r}")
            self.kept += os.read(self.line, 4096)
        text, self.kept = self.kept.split(mark, 1)
        return text

    def enter(self):
        """Interrupts, enters the raw REPL, resets."""
        self.write(b"\r\x03\x03\r\x01")
        self.until(b"raw REPL; CTRL-B to exit\r\n>")
        self.write(b"\x04")
        self.until(b"soft reboot\r\n")
        self.until(b"raw REPL; CTRL-B to exit\r\n>")

    def run(self, program):
        """The output of `program`."""
        self.write(b"\x05A\x01")
        self.until(b"R\x01")
        while len(self.kept) < 2:
            self.kept += os.read(self.line, 2 - len(self.kept))
        window = int.from_bytes(self.kept[:2], "little")
        self.kept, room = self.kept[2:], window
        while program:
            while room == 0 or self.kept:
                if not self.kept:
                    self.kept = os.read(self.line, 1)
                sign, self.kept = self.kept[:1], self.kept[1:]
                if sign == b"\x01":
                    room += window
                else:
                    raise NoAnswer("the board ended the paste")
            self.write(program[:room])
            program, room = program[room:], room - len(program[:room])
        self.write(b"\x04")
        self.until(b"\x04")
        out = self.until(b"\x04")
        error = self.until(b"\x04>")
        if error:
            raise NoAnswer(error.decode("utf-8", "replace").strip().splitlines()[-1])
        return out.decode("utf-8", "replace")
