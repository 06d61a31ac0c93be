"""What a value change dump says about pins: levels over time, and the usual protocols read from them."""

import bisect
import re


class Trace:
    """The edges of each pin, as lists of (nanoseconds, level)."""

    def __init__(self, path):
        self.edges = {}
        self.end = 0
        names, scale, now = {}, 1.0, 0
        with open(path) as file:
            for line in file:
                first = line[0]
                if first == "#":
                    now = int(line[1:]) * scale
                    self.end = now
                elif first in "01xzXZ" and line[1:2] != " ":
                    name = names.get(line[1:].strip())
                    if name is None:
                        continue
                    level, pin = 1 if first == "1" else 0, self.edges[name]
                    if not pin or pin[-1][1] != level:
                        pin.append((now, level))
                elif line.startswith("$var"):
                    words = line.split()
                    names[words[3]] = words[4]
                    self.edges[words[4]] = []
                elif line.startswith("$timescale"):
                    number, unit = re.search(r"(\d+)\s*([munpf]?s)", line).groups()
                    scale = int(number) * {"s": 1e9, "ms": 1e6, "us": 1e3, "ns": 1, "ps": 1e-3, "fs": 1e-6}[unit]

    def changes(self, pin):
        """The edges of a pin after its first level."""
        if pin not in self.edges:
            raise Mismatch(f"{pin} is not in the trace")
        return self.edges[pin][1:]

    def level(self, pin, time):
        edges = self.edges[pin]
        i = bisect.bisect_right(edges, (time, 2)) - 1
        return edges[i][1] if i >= 0 else 0


class Mismatch(Exception):
    """The trace is not as the table says; the text says how."""


UNITS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def duration(text):
    number, unit = re.fullmatch(r"([\d.]+)(ns|us|ms|s)", text).groups()
    return float(number) * UNITS[unit]


def near(got, expected, tolerance):
    return abs(got - expected) <= tolerance * expected


def check(trace, text):
    """Checks one pattern of the table (Tests/Scoreboard/README.md lists them); raises Mismatch."""
    words = text.split()
    tolerance = 0.02
    if words[-1].startswith("±"):
        tolerance = float(words.pop()[1:-1]) / 100
    pins, kind, rest = words[0].split("/"), words[1], words[2:]
    CHECKS[kind](trace, pins, rest, tolerance)


def every(trace, pins, rest, tolerance):
    """GP25 every 250ms: each interval between edges, at least `count` (3) of them."""
    want = duration(rest[0])
    count = int(rest[1]) if len(rest) > 1 else 3
    edges = trace.changes(pins[0])
    if len(edges) < count + 1:
        raise Mismatch(f"{pins[0]} has {len(edges)} edges")
    # The first one may come late: what goes before it is not part of the pattern.
    for a, b in zip(edges, edges[1:]):
        if not near(b[0] - a[0], want, tolerance):
            raise Mismatch(f"{pins[0]} waits {(b[0] - a[0]) / 1e6:.6g} ms at {a[0] / 1e9:.6f} s, not {rest[0]}")


def blinks(trace, pins, rest, tolerance):
    """GP25 blinks 250ms|1s: the times between edges are these, but for one where it changes over; three of them at least."""
    times = [b[0] - a[0] for a, b in zip(trace.changes(pins[0]), trace.changes(pins[0])[1:])]
    wanted = [duration(w) for w in rest[0].split("|")]
    strange = [t for t in times if not any(near(t, w, tolerance) for w in wanted)]
    if len(times) < 3 or len(strange) > 1:
        raise Mismatch(f"{pins[0]} has {len(times)} intervals; not {rest[0]}: {[f'{t / 1e6:.6g} ms' for t in strange[:4]]}")


def pulses(trace, pins, rest, tolerance):
    """GP2 pulses 1kHz 25%: the frequency and the duty of the last ten periods."""
    number, unit = re.fullmatch(r"([\d.]+)(|k|M)Hz", rest[0]).groups()
    hertz = float(number) * {"": 1, "k": 1e3, "M": 1e6}[unit]
    rising = [t for t, v in trace.changes(pins[0]) if v][-11:]
    if len(rising) < 3:
        raise Mismatch(f"{pins[0]} has {len(rising)} pulses")
    got = (len(rising) - 1) / (rising[-1] - rising[0]) * 1e9
    if not near(got, hertz, tolerance):
        raise Mismatch(f"{pins[0]} runs at {got:.6g} Hz, not {rest[0]}")
    if len(rest) > 1:
        span = [e for e in trace.edges[pins[0]] if rising[0] <= e[0] <= rising[-1]]
        high = sum(b[0] - a[0] for a, b in zip(span, span[1:]) if a[1])
        duty = 100 * high / (rising[-1] - rising[0])
        if abs(duty - float(rest[1].rstrip("%"))) > 100 * tolerance:
            raise Mismatch(f"{pins[0]} is high for {duty:.4g} %, not {rest[1]}")


def bursts(trace, pins, rest, tolerance):
    """GP14 bursts 38.2kHz: most of the pulses follow each other at this frequency."""
    number, unit = re.fullmatch(r"([\d.]+)(|k|M)Hz", rest[0]).groups()
    period = 1e9 / (float(number) * {"": 1, "k": 1e3, "M": 1e6}[unit])
    rising = [t for t, v in trace.changes(pins[0]) if v]
    good = sum(1 for a, b in zip(rising, rising[1:]) if near(b - a, period, tolerance))
    if good < 0.8 * max(len(rising), 10):
        raise Mismatch(f"{pins[0]}: {good} of {len(rising)} pulses follow at {rest[0]}")


def edges(trace, pins, rest, tolerance):
    """GP2 edges 10..20, or 10.. for at least ten."""
    low, _, high = rest[0].partition("..")
    got = len(trace.changes(pins[0]))
    if got < int(low) or (high and got > int(high)) or (".." not in rest[0] and got != int(low)):
        raise Mismatch(f"{pins[0]} has {got} edges, not {rest[0]}")


def level(trace, pins, rest, tolerance):
    """GP2 level 1 [at 500ms]: at the end, or then."""
    at = duration(rest[2]) if len(rest) > 1 else trace.end
    if trace.level(pins[0], at) != int(rest[0]):
        raise Mismatch(f"{pins[0]} is {trace.level(pins[0], at)} at {at / 1e9:.6f} s")


def visits(trace, pins, rest, tolerance):
    """GP2/GP3/GP4 visits 1 3 2 ...: the values of the pins as a number, first the least bit, in this order, others between them ignored."""
    moments = sorted({t for p in pins for t, _ in trace.edges[p]})
    found, values = 0, [int(w, 0) for w in rest]
    for t in moments:
        value = sum(trace.level(p, t) << i for i, p in enumerate(pins))
        if found < len(values) and value == values[found]:
            found += 1
    if found < len(values):
        raise Mismatch(f"{'/'.join(pins)} never shows {values[found]:#x} after {[hex(v) for v in values[:found]]}")


def uart(trace, pins, rest, tolerance):
    """GP4 uart 115200 TEXT: 8N1; TEXT is a regular expression with \\s for spaces."""
    bit, data, after = 1e9 / int(rest[0]), bytearray(), 0
    for t, v in trace.changes(pins[0]):
        if v or t < after:
            continue
        byte = sum(trace.level(pins[0], t + bit * (1.5 + i)) << i for i in range(8))
        data.append(byte)
        after = t + bit * 9.4
    text = data.decode("latin-1")
    if not re.search(rest[1], text):
        raise Mismatch(f"{pins[0]} sends {text[:80]!r}")


def i2c(trace, pins, rest, tolerance):
    """GP4/GP5 i2c 3c 76w00,f5 ...: address bytes that are sent in this order, with the first data bytes if given."""
    sda, scl = pins
    moments = sorted([(t, 0, v) for t, v in trace.changes(sda)] + [(t, 1, v) for t, v in trace.changes(scl)])
    heard, bits, inside = [], [], False
    for t, which, v in moments:
        if which == 0 and trace.level(scl, t):
            inside, bits = v == 0, []
            if inside:
                heard.append([])
        elif which == 1 and v and inside:
            bits.append(trace.level(sda, t))
            if len(bits) == 9:
                heard[-1].append(int("".join(map(str, bits[:8])), 2))
                bits = []
    for want in rest:
        address, _, data = want.partition("w")
        bytes_ = [int(b, 16) for b in data.split(",")] if data else []
        for i, frame in enumerate(heard):
            if frame and frame[0] >> 1 == int(address, 16) and (not bytes_ or frame[1 : 1 + len(bytes_)] == bytes_):
                heard = heard[i + 1 :]
                break
        else:
            raise Mismatch(f"no {want} on {'/'.join(pins)} among {[bytes(f[:6]).hex() for f in heard[:6]]}")


def spi(trace, pins, rest, tolerance):
    """GP18/GP19/GP17 spi MODE HEX: clock, data, select; the words between selects, HEX somewhere in them."""
    clock, data, select = pins
    mode, want = int(rest[0]), rest[1].lower()
    edge = 1 if mode in (0, 3) else 0
    frames, bits = [], []
    ends = [t for t, v in trace.edges[select] if v] if select != "-" else []
    for t, v in trace.changes(clock):
        if v != edge:
            continue
        while ends and ends[0] <= t:
            ends.pop(0)
            if bits:
                frames.append(bits)
            bits = []
        bits.append(trace.level(data, t))
    frames.append(bits)
    texts = ["".join(f"{int(''.join(map(str, f[i:i + 8])), 2):02x}" for i in range(0, len(f) - 7, 8)) for f in frames]
    if not any(want in text for text in texts):
        raise Mismatch(f"{'/'.join(pins)} carries {[t[:24] for t in texts[:5]]}, not {want}")


def ws2812(trace, pins, rest, tolerance):
    """GP2 ws2812 00ff00 ...: colours as sent, in this order."""
    bits, texts = [], []
    pin = trace.changes(pins[0])
    for (a, v), (b, _) in zip(pin, pin[1:]):
        if v:
            bits.append("1" if b - a > 550 else "0")
        elif b - a > 20_000:
            texts.append("".join(bits))
            bits = []
    texts.append("".join(bits))
    colours = [f"{int(t[i:i + 24], 2):06x}" for t in texts for i in range(0, len(t) - 23, 24)]
    place = 0
    for want in rest:
        if want not in colours[place:]:
            raise Mismatch(f"{pins[0]} shows {colours[:6]}, not {want}")
        place = colours.index(want, place) + 1


CHECKS = {
    "every": every, "blinks": blinks, "bursts": bursts, "pulses": pulses, "edges": edges, "level": level, "visits": visits,
    "uart": uart, "i2c": i2c, "spi": spi, "ws2812": ws2812,
}
