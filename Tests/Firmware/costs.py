# Microseconds of a statement, by 20 copies of it in a loop less the empty loop.
import time
def measure(setup, statement, n=200):
    scope = {'time': time}
    body = '\n'.join('        ' + statement for i in range(20))
    exec('def f(n):\n    %s\n    t = time.ticks_us()\n    for _ in range(n):\n%s\n    return time.ticks_diff(time.ticks_us(), t)\n' % (setup, body), scope)
    scope['f'](2)
    return scope['f'](n) / (20 * n)
def g(): pass
def h(a, b=2): return a
class C:
    v = 1
    def __init__(s): s.x = 1
    def m(s): pass
c = C()
l = [1, 2, 3]
d = {'a': 1, 1: 2}
import builtins
builtins.g, builtins.h, builtins.c, builtins.l, builtins.d, builtins.C = g, h, c, l, d, C
for name, setup, s in (
    ('pass', 'a = 1', 'pass'),
    ('local', 'a = 1', 'b = a'),
    ('const', 'a = 1', 'b = 1'),
    ('global', 'a = 1', 'b = g'),
    ('builtin', 'a = 1', 'b = len'),
    ('add', 'a = 1', 'b = a + a'),
    ('addint', 'a = 1', 'b = a + 7'),
    ('mul', 'a = 3', 'b = a * a'),
    ('floordiv', 'a = 37', 'b = a // 3'),
    ('mod', 'a = 37', 'b = a % 3'),
    ('shift', 'a = 37', 'b = a << 3'),
    ('neg', 'a = 37', 'b = -a'),
    ('not', 'a = 37', 'b = not a'),
    ('less', 'a = 1', 'b = a < a'),
    ('is', 'a = 1', 'b = a is None'),
    ('if', 'a = 1', 'if a: pass'),
    ('ifless', 'a = 1', 'if a < 2: pass'),
    ('fadd', 'a = 1.5', 'b = a + a'),
    ('fmul', 'a = 1.5', 'b = a * a'),
    ('fdiv', 'a = 1.5', 'b = a / 3.1'),
    ('big', 'a = 1 << 70', 'b = a + a'),
    ('bigmul', 'a = 1 << 70', 'b = a * a'),
    ('call0', 'a = g', 'a()'),
    ('call1', 'a = h', 'a(1)'),
    ('callkw', 'a = h', 'a(1, b=3)'),
    ('len', 'a = l', 'len(a)'),
    ('abs', 'a = -1', 'abs(a)'),
    ('method', 'a = c', 'a.m()'),
    ('attr', 'a = c', 'b = a.x'),
    ('attrset', 'a = c', 'a.x = 1'),
    ('classattr', 'a = c', 'b = a.v'),
    ('listget', 'a = l', 'b = a[1]'),
    ('listset', 'a = l', 'a[1] = 5'),
    ('dictget', 'a = d', 'b = a["a"]'),
    ('dictset', 'a = d', 'a["a"] = 5'),
    ('strget', 'a = "abc"', 'b = a[1]'),
    ('in', 'a = l', 'b = 3 in a'),
    ('append', 'a = []', 'a.append(1)'),
    ('tuple', 'a = 1', 'b = (a, a)'),
    ('list', 'a = 1', 'b = [a, a]'),
    ('dict', 'a = 1', 'b = {a: a}'),
    ('unpack', 'a = (1, 2)', 'b, e = a'),
    ('slice', 'a = l', 'b = a[1:]'),
    ('str+', 'a = "ab"', 'b = a + a'),
    ('format', 'a = 12', 'b = "%d" % a'),
    ('fstr', 'a = 12', 'b = f"{a}"'),
    ('object', 'a = C', 'b = a()'),
    ('closure', 'a = 1', 'b = lambda: a'),
    ('for3', 'a = l', 'for b in a: pass'),
    ('comp', 'a = l', 'b = [e for e in a]'),
    ('try', 'a = 1', 'try: pass\n        except E: pass'),
    ('raise', 'a = 1', 'try: raise ValueError\n        except ValueError: pass'),
    ('gen', 'a = l', 'for b in (e for e in a): pass'),
    ('ticks', 'a = time.ticks_us', 'a()'),
    ('range', 'a = 1', 'range(5)'),
    ('int()', 'a = "12"', 'int(a)'),
    ('str()', 'a = 12', 'str(a)'),
):
    print(name, '%.3f' % measure(setup, s))
