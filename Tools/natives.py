#!/usr/bin/env python3
"""Reads the `//@` lines of Firmware/Python and Firmware/Modules and writes their Generated folders.

  //@type NAME [base=NAME] [module=NAME] [kind=KIND] [hidden|buffer]     a built-in type; its number is BuiltinType.NAME; hidden: not in its module's dict; buffer: its first field is bytes-like; kind=abstract: without a native part
  //@exception NAME base=NAME                                     an exception type (kind=exception)
  //@module NAME                                                  a built-in module
  //@native OWNER MIN MAX [kw] [static|class|property]            the next `func` is called as OWNER takes MIN...MAX arguments
            OWNER is TYPE.NAME (self counts as an argument) or MODULE:NAME; MAX - means any number
  //@const OWNER VALUE                                            an integer, a float, "text", None/True/False/Ellipsis/NotImplemented, a type's name, or NAME(): an empty object of a type
  //@qstr NAME ...                                                strings that Swift code names as Q.NAME
  //@qstr NAME="text"                                             the same for text that is no identifier

Run it after changing such a line; `make generated-check` fails when its output differs from what is committed.
"""
import os, re, struct, sys
root = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Firmware')
# The static strings of the .mpy format, in its order (number 1 first): part of the file format.
STATIC = [('empty', ''), ('__dir__',)*2, ('newline', '\n'), ('space', ' '), ('star', '*'), ('slash', '/'), ('module_name', '<module>'), ('underscore', '_'),
  ('__call__',)*2, ('__class__',)*2] + [(w, w) for w in '''__delitem__ __enter__ __exit__ __getattr__ __getitem__ __hash__ __init__ __int__ __iter__ __len__
__main__ __module__ __name__ __new__ __next__ __qualname__ __repr__ __setitem__ __str__ ArithmeticError
AssertionError AttributeError BaseException EOFError Ellipsis Exception GeneratorExit ImportError IndentationError IndexError
KeyError KeyboardInterrupt LookupError MemoryError NameError NoneType NotImplementedError OSError OverflowError RuntimeError
StopIteration SyntaxError SystemExit TypeError ValueError ZeroDivisionError abs all any append
args bool builtins bytearray bytecode bytes callable chr classmethod clear
close const copy count dict dir divmod end endswith eval
exec extend find format from_bytes get getattr globals hasattr hash
id index insert int isalpha isdigit isinstance islower isspace issubclass
isupper items iter join key keys len list little locals
lower lstrip main map micropython next object open ord pop
popitem pow print range read readinto readline remove replace repr
reverse rfind rindex round rsplit rstrip self send sep set
setattr setdefault sort sorted split start startswith staticmethod step stop
str strip sum super throw to_bytes tuple type update upper'''.split()] + [('utf_8', 'utf-8'), ('value',)*2, ('values',)*2, ('write',)*2, ('zip',)*2]
KEYWORDS = set('associatedtype class deinit enum extension func import init inout internal let operator private protocol public static struct subscript typealias var break case continue default defer do else fallthrough for guard if in repeat return switch where while as catch false is nil rethrows super self Self throw throws true try Type'.split())
def unquote(v):          # the content of a quoted text
    return re.sub(r'\\(?:x([0-9a-fA-F]{2})|(.))', lambda m: chr(int(m[1], 16)) if m[1] else {'n': '\n', 't': '\t', 'r': '\r', '0': '\0'}.get(m[2], m[2]), v)
ident = lambda n: f'`{n}`' if n in KEYWORDS else n
qstrs = {}            # text -> (number, swift name, part)
def qstr(text, part, name=None):
    if text not in qstrs:
        n = name or (text if re.fullmatch(r'[A-Za-z_]\w*', text) else None)
        qstrs[text] = (len(qstrs) + 1, n, part)
    return qstrs[text][0]
for n, t in STATIC: qstr(t, 'Python', n)
assert len(qstrs) == 165, len(qstrs)
types, natives, consts, modules = [], [], [], []
order = []
def fail(path, line, why): sys.exit(f'{path}:{line}: {why}')
for part in ('Python', 'Modules'):
    for folder, dirs, files in sorted(os.walk(os.path.join(root, part))):
        dirs.sort()
        if 'Generated' in folder: continue
        for f in sorted(files):
            if not f.endswith('.swift'): continue
            path = os.path.join(folder, f); waiting = []
            for no, line in enumerate(open(path), 1):
                m = re.match(r'\s*//@(\w+)\s+(.*)', line)
                if m:
                    what, rest = m[1], m[2].strip()
                    w = rest.split()
                    opt = dict(x.split('=', 1) for x in w[1:] if '=' in x); flags = [x for x in w[1:] if '=' not in x]
                    if what in ('type', 'exception'):
                        if any(t['name'] == w[0] for t in types): fail(path, no, f'type {w[0]} declared twice')
                        types.append(dict(name=w[0], base=opt.get('base', '-' if w[0] == 'object' else 'object'), module=opt.get('module', 'builtins'), kind=opt.get('kind', 'exception' if what == 'exception' else 'object'),
                                          flags=','.join(flags) or '-', part=part, swift=opt.get('as', w[0]), path=path, line=no)); qstr(w[0], part)
                    elif what == 'module': modules.append((w[0], part)); qstr(w[0], part)
                    elif what == 'const':
                        o, v = rest.split(None, 1); consts.append((o, v, part, path, no)); qstr(re.split(r'[.:]', o, maxsplit=1)[1], part)
                    elif what == 'qstr':
                        for n, t in re.findall(r'([A-Za-z_]\w*)(?:="((?:[^"\\]|\\.)*)")?', rest):
                            t = unquote(t) if t else n
                            qstr(t, part, n)
                    elif what == 'native':
                        o, lo, hi = w[0], int(w[1]), (-1 if w[2] == '-' else int(w[2]))
                        waiting.append(dict(owner=o, lo=lo, hi=hi, flags=w[3:], part=part, path=path, line=no))
                        qstr(re.split(r'[.:]', o, maxsplit=1)[1], part)
                    elif what != 'op': fail(path, no, f'unknown //@{what}')
                elif waiting:
                    m = re.search(r'\bfunc\s+`?(\w+)`?\s*\(', line)
                    if m:
                        for n in waiting: n['func'] = m[1]; natives.append(n)
                        waiting = []
                    elif line.strip() and not line.strip().startswith('//') and not line.strip().startswith('@'):
                        fail(path, no, 'no func after //@native')
            if waiting: fail(path, no, 'no func after //@native')
builtin = [t for t in types if t['part'] == 'Python'] + [t for t in types if t['part'] == 'Modules']
names = {t['name'] for t in types}; mods = {m for m, _ in modules}
for n in natives:
    if '.' in n['owner'] and n['owner'].split('.')[0] not in names: fail(n['path'], n['line'], f"no type {n['owner'].split('.')[0]}")
    if ':' in n['owner'] and n['owner'].split(':')[0] not in mods: fail(n['path'], n['line'], f"no module {n['owner'].split(':')[0]}")
def emit(path, text):
    path = os.path.join(root, path)
    if '--check' in sys.argv:
        if not os.path.exists(path) or open(path).read() != text: sys.exit(f'{path} is out of date: run Tools/natives.py')
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not os.path.exists(path) or open(path).read() != text: open(path, 'w').write(text)
MARK = '// swift-format-ignore-file\n// Generated by Tools/natives.py: do not edit.\n\n'
SINGLETONS = {'None': 0 << 3 | 6, 'False': 1 << 3 | 6, 'True': 2 << 3 | 6, 'Ellipsis': 3 << 3 | 6, 'NotImplemented': 4 << 3 | 6}
def constant(v, path, no):
    if v.startswith('"'): return 's\t' + esc(esc(unquote(v[1:-1])))
    if v in SINGLETONS: return f'v\t{SINGLETONS[v]}'
    if v in names: return f't\t{v}'
    if v.endswith('()') and v[:-2] in names: return f'o\t{v[:-2]}'
    try: return f'i\t{int(v.replace("_", ""), 0)}'
    except ValueError: pass
    try: return 'f\t' + struct.pack('>d', float(v)).hex()
    except ValueError: fail(path, no, f'constant {v} is no number, text or type')
seen = set()
for o, path, no in [(n['owner'], n['path'], n['line']) for n in natives] + [(c[0], c[3], c[4]) for c in consts]:
    if o in seen: fail(path, no, f'{o} declared twice')
    seen.add(o)
esc = lambda s: s.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r').replace('\0', '\\0')
for part in ('Python', 'Modules'):
    L = [MARK + ('' if part == 'Python' else 'import Python\n\n') + ('/// Interned strings that are part of the image, by number.\npublic enum Q {' if part == 'Python' else 'extension Q {')]
    for t, (num, name, p) in qstrs.items():
        if p == part and name: L.append(f'  @inlinable public static var {ident(name)}: Qstr {{ Qstr({num}) }}')
    emit(f'{part}/Generated/Qstrs.swift', '\n'.join(L) + '\n}\n')
    # numbers of natives: one function may serve several names
    base = 0 if part == 'Python' else 0x1000
    funcs = list(dict.fromkeys(n['func'] for n in natives if n['part'] == part))
    number = {f: base + i for i, f in enumerate(funcs)}
    for n in natives:
        if n['part'] == part: n['number'] = number[n['func']]
    L = [MARK + ('' if part == 'Python' else 'import Python\n\n')]
    if part == 'Modules': L.append('/// Calls the module function with this number (0x1000 and up).\npublic func callModuleNative(_ number: UInt32, _ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {\n  switch number {')
    else: L.append('/// Calls the built-in function with this number.\nfunc callCoreNative(_ number: UInt32, _ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {\n  switch number {')
    for f in funcs: L.append(f'  case {number[f]}: try {f}(&vm, a, out)')
    L.append('  default: throw vm.raise(.SystemError, "no such native function")\n  }\n}')
    emit(f'{part}/Generated/Natives.swift', '\n'.join(L) + '\n')
    if part == 'Python':
        L = [MARK + '/// The built-in types, in the order in which the image holds them.\npublic enum BuiltinType: UInt8, Sendable {']
        for i, t in enumerate(x for x in builtin if x['part'] == 'Python'): L.append(f'  case {ident(t["swift"])} = {i}')
        L.append('}')
        emit('Python/Generated/BuiltinTypes.swift', '\n'.join(L) + '\n')
    else:
        mt = [(i, t) for i, t in enumerate(builtin) if t['part'] == 'Modules']
        L = [MARK + 'import Python\n\n/// The types of the modules, numbered after the built-in ones.\npublic enum ModuleType {']
        for i, t in mt: L.append(f'  @inlinable public static var {ident(t["swift"])}: UInt32 {{ {i} }}')
        L.append('}')
        emit('Modules/Generated/ModuleTypes.swift', '\n'.join(L) + '\n')
    # the image's description: one line a thing, fields separated by tabs
    S = []
    for t, (num, name, p) in qstrs.items():
        if p == part: S.append(f'q\t{esc(esc(t))}')
    for t in builtin:
        if t['part'] == part: S.append(f't\t{t["name"]}\t{t["base"]}\t{t["module"]}\t{t["kind"]}\t{t["flags"]}')
    for m, p in modules:
        if p == part: S.append(f'm\t{m}')
    for n in natives:
        if n['part'] == part:
            flags = ','.join(n['flags']) or '-'
            S.append(f'n\t{n["owner"]}\t{n["number"]}\t{n["lo"]}\t{n["hi"]}\t{flags}')
    for o, v, p, path, no in consts:
        if p == part: S.append(f'c\t{o}\t{constant(v, path, no)}')
    text = ''.join(f'    {l}\n' for l in S)
    var = 'coreImageSpec' if part == 'Python' else 'moduleImageSpec'
    emit(f'{part}/Generated/ImageSpec.swift', MARK + f'/// What the image holds: q strings, t types, m modules, n natives, c constants; fields separated by tabs.\npublic let {var}: StaticString = """\n{text}    """\n')
print(len(qstrs), 'strings,', len(types), 'types,', len(natives), 'natives')
