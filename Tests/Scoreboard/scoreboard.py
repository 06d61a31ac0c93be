#!/usr/bin/env python3
"""Runs a directory of RP2040 images on `tayberry boot`, compares each with the committed tables, and writes the scoreboard."""

import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import tomllib

import pins

HERE = pathlib.Path(__file__).parent


def table():
    entries = {}
    for file in sorted(HERE.glob("*.toml")):
        for name, entry in tomllib.loads(file.read_text()).items():
            if name in entries:
                sys.exit(f"{file.name}: {name} is in another table too")
            entries[name] = dict(entry, suite=file.stem)
    return entries


def images(folder):
    """Name to file: an ELF before a UF2 of the same name, since it names places in reports."""
    found = {}
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.suffix in (".uf2", ".elf") and file.is_file() and (file.stem not in found or file.suffix == ".elf"):
            found[file.stem] = file
    return found


def diagram(entry):
    """The board of an entry: a Pico, its parts, and the wires between pins."""
    parts = [{"type": "wokwi-pi-pico", "id": "pico", "attrs": {}}]
    for id, type, *attributes in entry.get("parts", []):
        parts.append({"type": type, "id": id, "attrs": attributes[0] if attributes else {}})
    ends = [[("pico:" + e if ":" not in e else e) for e in wire.split()] for wire in entry.get("wires", [])]
    return json.dumps({"version": 1, "parts": parts, "connections": [[a, b, "", []] for a, b in ends]})


def traced_pins(entry):
    names = set()
    for text in entry.get("pins", []):
        names |= {p for p in text.split()[0].split("/") if p != "-"}
    return sorted(names, key=lambda n: int(n[2:]))


def run(name, entry, image, options):
    """Why the image fails, or None."""
    with tempfile.TemporaryDirectory(prefix="scoreboard.") as folder:
        folder = pathlib.Path(folder)
        command = [options.tayberry, "boot", str(image), "--speed", "max", "--for", str(entry.get("for", 5))] + entry.get("options", [])
        if "parts" in entry or "wires" in entry:
            (folder / "diagram.json").write_text(diagram(entry))
            command += ["--board", str(folder / "diagram.json")]
        if "steps" in entry:
            (folder / "steps.yaml").write_text("version: 1\ntimeout: 1000s\nsteps:\n" + entry["steps"])
            command += ["--scenario", str(folder / "steps.yaml")]
        watched = traced_pins(entry)
        if watched:
            command += ["--trace", str(folder / "pins.vcd"), "--trace-pins", ",".join(watched)]
        begun = time.monotonic()
        try:
            done = subprocess.run(
                command, input=entry.get("type", "").encode(), capture_output=True, timeout=options.patience * entry.get("patience", 1), cwd=folder)
        except subprocess.TimeoutExpired as late:
            return f"no end after {late.timeout} s of the host's time", time.monotonic() - begun, (late.stdout or b"").decode("latin-1"), ""
        took = time.monotonic() - begun
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        return verdict(entry, done.returncode, out, err, folder), took, out, err


def verdict(entry, status, out, err, folder):
    wanted = entry.get("status", 0)
    if status not in (wanted if isinstance(wanted, list) else [wanted]):
        return f"exit status {status}, not {wanted}: {err.strip().splitlines()[-1] if err.strip() else 'no reason given'}"
    text, at = out.replace("\r", ""), 0
    for pattern in entry.get("out", []):
        match = re.compile(pattern, re.M).search(text, at)
        if not match:
            return f"no output like {pattern!r} after {text[max(0, at - 60):at]!r}; it goes on {text[at:at + 100]!r}"
        at = match.end()
    for pattern in entry.get("not", []):
        match = re.search(pattern, text, re.M)
        if match:
            return f"output has {match.group()!r}"
    for pattern in entry.get("report", []):
        if not re.search(pattern, err, re.M):
            return f"no report like {pattern!r} in {err[-200:]!r}"
    if "pins" in entry:
        trace = pins.Trace(folder / "pins.vcd")
        for pattern in entry["pins"]:
            try:
                pins.check(trace, pattern)
            except pins.Mismatch as why:
                return f"{pattern}: {why}"
    if not any(entry.get(k) for k in ("out", "pins", "report", "steps")):
        return "the table expects nothing of it"
    return None


def write(path, results, entries, version):
    """The scoreboard as Markdown."""
    passed = sum(1 for r in results if r[1] is None)
    lines = [
        "# Outside firmware", "",
        "Written by `make scoreboard IMAGES=DIR`.", "",
        f"**{passed} of {len(results)} pass** ({version}).", "", (HERE / "introduction.md").read_text().strip(), ""]
    for suite in sorted({entries[n]["suite"] for n, *_ in results if n in entries}):
        rows = [r for r in results if r[0] in entries and entries[r[0]]["suite"] == suite]
        good = sum(1 for r in rows if r[1] is None)
        lines += [f"## {suite}: {good} of {len(rows)}", "", "| program | result | checked, or why not |", "| --- | --- | --- |"]
        for name, why, *_ in rows:
            entry = entries[name]
            note = entry.get("note", "output" if entry.get("out") else "") if why is None else why.replace("|", "\\|").replace("\n", "\\n")
            if why is None and entry.get("pins"):
                note += (", " if note else "") + "; ".join(entry["pins"])[:100]
            lines.append(f"| {name} | {'pass' if why is None else '**fail**'} | {note} |")
        lines.append("")
    strangers = [r for r in results if r[0] not in entries]
    if strangers:
        lines += ["## Not in the table", "", ", ".join(r[0] for r in strangers), ""]
    pathlib.Path(path).write_text("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("images", help="a directory with UF2 and ELF files")
    parser.add_argument("names", nargs="*", help="only these programs")
    parser.add_argument("--tayberry", default=".build/release/tayberry")
    parser.add_argument("--write", help="the scoreboard goes to this file")
    parser.add_argument("--patience", type=float, default=300, help="seconds of the host's time for each")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="what each image printed")
    options = parser.parse_args()
    options.tayberry = str(pathlib.Path(options.tayberry).resolve())
    entries, found = table(), images(options.images)
    names = options.names or sorted(n for n in found if n != "bs2_default")
    results = []

    def one(name):
        if name not in found:
            return name, "there is no such image", 0.0, "", ""
        if name not in entries:
            return name, "not in the table", 0.0, "", ""
        return (name, *run(name, entries[name], found[name], options))

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, why, took, out, err in pool.map(one, names):
            results.append((name, why, took))
            print(f"{'pass' if why is None else 'FAIL'} {took:6.1f} s  {name}{'' if why is None else ': ' + why}", flush=True)
            if options.show:
                print(out + err)
    missing = [n for n in entries if n not in found and not options.names]
    if missing:
        print(f"in the table without an image: {', '.join(missing)}")
    known = [r for r in results if r[0] in entries]
    print(f"{sum(1 for r in known if r[1] is None)} of {len(known)} pass")
    if options.write:
        version = subprocess.run([options.tayberry, "--version"], capture_output=True, text=True).stdout.strip()
        write(options.write, results, entries, version)
    sys.exit(0 if all(r[1] is None for r in known) else 1)


main()
