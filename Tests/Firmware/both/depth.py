# How deeply each sort of native recursion goes before it is refused: the same on a hosted board and on the cores.
def probe(name, f):
    n = 1
    while n < 120:
        try:
            f(n)
        except (RuntimeError, SyntaxError):
            break
        n += 1
    print(name, n)
def nested(n):
    l = []
    for i in range(n): l = [l]
    return l
def key(n):
    if n: [0].sort(key=lambda _: key(n-1))
class R:
    def __init__(s, n): s.n = n
    def __repr__(s): return repr(R(s.n-1)) if s.n else ''
    def __eq__(s, o): return R(s.n-1) == R(0) if s.n else True
    def __getattr__(s, a): return getattr(R(s.__dict__['n']-1), 'q') if s.n else 1
    def __hash__(s): return hash(R(s.n-1)) if s.n else 1
    def __str__(s): return '%s' % R(s.n-1) if s.n else ''
    def __format__(s, f): return '{:x}'.format(R(s.n-1)) if s.n else ''
    def __add__(s, o): return R(s.n-1) + o if s.n else 1
    def __call__(s): return list(map(lambda x: R(s.n-1)(), [1])) if s.n else 1
    def __iter__(s): return iter(list(R(s.n-1)) if s.n else [])
    def __bool__(s): return bool(R(s.n-1)) if s.n else True
    def __getitem__(s, i): return R(s.n-1)[i] if s.n else 1
    def __contains__(s, i): return i in R(s.n-1) if s.n else True
    def __enter__(s): 
        if s.n:
            with R(s.n-1): pass
    def __exit__(s, *a): pass
def gen(n):
    if n: yield from gen(n-1)
    yield n
def nested_exec(n):
    exec('nested_exec(n-1)' if n else 'pass', {'nested_exec': nested_exec, 'n': n})
probe('repr', lambda n: repr(nested(n)))
probe('eq', lambda n: nested(n) == nested(n))
probe('key', key)
for a in 'repr hash str bool list'.split(): probe('R.' + a, lambda n: eval(a)(R(n)))
probe('R==', lambda n: R(n) == R(0))
probe('R.x', lambda n: R(n).x)
probe('R+', lambda n: R(n) + 1)
probe('R()', lambda n: R(n)())
probe('R[]', lambda n: R(n)[0])
probe('in R', lambda n: 1 in R(n))
probe('fmt', lambda n: '{:x}'.format(R(n)))
probe('with', lambda n: R(n).__enter__())
probe('gen', lambda n: list(gen(n)))
probe('exec', nested_exec)
for a, b in ('()', '[]', ('-', ''), ('not ', ''), ('lambda: ', ''), ('f(', ')'), ('x[', ']'), ('{1:', '}'), ('1 if 1 else ', ''), ('2**', ''), ('await ', '')):
    probe(a, lambda n: compile(a * n + '1' + b * n, '', 'eval'))
probe('def', lambda n: compile(''.join(' ' * i + 'def f():\n' for i in range(n)) + ' ' * n + 'pass\n', '', 'exec'))
probe('if', lambda n: compile(''.join(' ' * i + 'if x:\n' for i in range(n)) + ' ' * n + 'pass\n', '', 'exec'))
probe('try', lambda n: compile(''.join(' ' * i + 'try:\n' for i in range(n)) + ' ' * n + 'pass\n' + ''.join(' ' * i + 'finally: pass\n' for i in range(n-1, -1, -1)), '', 'exec'))
probe('tuple', lambda n: hash(eval('('*min(n,30)+'1'+',)'*min(n,30))))
def isin(n):
    t = int
    for i in range(n): t = (t,)
    return isinstance('', t)
probe('isinstance', isin)
