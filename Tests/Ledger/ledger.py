#!/usr/bin/env python3
"""Measures images on `tayberry boot` against figures of a real Pico (ledger.toml), and writes Documentation/Ledger.md."""

import argparse
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import rawrepl

HERE = pathlib.Path(__file__).parent


def find_image(folder, name):
    for ending in (".elf", ".uf2"):
        for file in sorted(pathlib.Path(folder).rglob(name + ending)):
            return file
    return None


def relinked(folder, name):
    """The same firmware with its functions in other orders: NAME~anything."""
    return sorted(f for e in (".elf", ".uf2") for f in pathlib.Path(folder).rglob(f"{name}~*{e}"))


def output_of(options, image, seconds):
    command = [options.tayberry, "boot", str(image), "--speed", "max", "--for", str(seconds)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=600).stdout.decode("utf-8", "replace").replace("\r", "")


def benchmark(options, image, name):
    """The score of one program of perf_bench, on a board that has just been switched on."""
    folder = pathlib.Path(options.micropython) / "tests/perf_bench"
    program = b"import sys\nsys.path.remove('')\n\n" + (folder / f"{name}.py").read_bytes() + (folder / "benchrun.py").read_bytes() + b"bm_run(100, 100)\n"
    with tempfile.TemporaryDirectory(prefix="ledger.") as scratch:
        board = subprocess.Popen(
            [options.tayberry, "boot", str(image), "--speed", "max", "--usb", f"pty:{scratch}/usb"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            line = rawrepl.RawREPL(f"{scratch}/usb", 300)
            line.enter()
            microseconds, norm, _ = line.run(program).split(None, 2)
            return 1e6 * int(norm) / int(microseconds)
        finally:
            board.kill()
            board.wait()


def error(got, expected):
    return f"{100 * (got / expected - 1):+.1f} %"


def figures(options, entries):
    lines = ["## Single figures", "", "| figure | a Pico | here | error | source |", "| --- | ---: | ---: | ---: | --- |"]
    for name, entry in entries.items():
        if entry.get("kind", "output") != "output":
            continue
        image = find_image(options.images, entry["image"])
        if not image:
            print(f"{name}: there is no image {entry['image']}")
            continue
        match = re.search(entry["find"], output_of(options, image, entry.get("for", 5)))
        if not match:
            lines.append(f"| {entry['title']} | {entry['expected']} {entry['unit']} | nothing | | {entry['source']} |")
            continue
        got = float(match.group(1)) * entry.get("scale", 1)
        lines.append(f"| {entry['title']} | {entry['expected']:g} {entry['unit']} | {got:.1f} | {error(got, entry['expected'])} | {entry['source']} |")
        print(lines[-1], flush=True)
    return lines + [""]


def perf_bench(options, entry):
    image = find_image(options.images, entry["image"])
    if not image:
        print(f"there is no image {entry['image']}")
        return []
    others = relinked(options.images, entry["image"])
    more = f" | {len(others)} other orders |" if others else " |"
    lines = [f"## {entry['title']}", "", f"Scores of tests/perf_bench, N=100 M=100; higher is faster. A Pico: {entry['source']}.", "",
             "| program | a Pico | here | error" + more, "| --- | ---: | ---: | ---:" + (" | ---: |" if others else " |")]
    logs, worst = [], ("", 0.0)
    for name, expected in entry["scores"].items():
        try:
            got = benchmark(options, image, name)
        except rawrepl.NoAnswer as why:
            lines.append(f"| {name} | {expected} | {why} | |")
            continue
        row = f"| {name} | {expected:.2f} | {got:.2f} | {error(got, expected)} |"
        if others:
            errors = sorted(100 * (benchmark(options, other, name) / expected - 1) for other in others)
            row += f" {errors[0]:+.1f} … {errors[-1]:+.1f} % |"
        lines.append(row)
        print(row, flush=True)
        logs.append(math.log(got / expected))
        if abs(logs[-1]) > abs(worst[1]):
            worst = (name, logs[-1])
    mean = math.exp(sum(logs) / len(logs)) if logs else 0
    outside = sum(1 for l in logs if abs(math.exp(l) - 1) > 0.1)
    summary = f"Geometric mean of {len(logs)} ratios: {mean:.3f}; more than 10 % off: {outside}; the worst is {worst[0]} ({100 * (math.exp(worst[1]) - 1):+.1f} %)."
    print(summary)
    return lines + ["", summary, ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("images", help="a directory with UF2 and ELF files")
    parser.add_argument("--micropython", help="a checkout of MicroPython, for tests/perf_bench")
    parser.add_argument("--tayberry", default=".build/release/tayberry")
    parser.add_argument("--write", help="the ledger goes to this file")
    options = parser.parse_args()
    options.tayberry = str(pathlib.Path(options.tayberry).resolve())
    entries = tomllib.loads((HERE / "ledger.toml").read_text())
    lines = ["# The accuracy ledger", "", (HERE / "introduction.md").read_text().strip(), ""]
    lines += figures(options, entries)
    for entry in entries.values():
        if entry.get("kind") == "perf_bench":
            if options.micropython:
                lines += perf_bench(options, entry)
            else:
                print(f"{entry['title']}: MICROPYTHON=DIR is needed")
    if options.write:
        pathlib.Path(options.write).write_text("\n".join(lines))


sys.exit(main())
