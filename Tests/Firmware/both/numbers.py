# Arithmetic that the processor's own library does: soft floats, long divisions, text of floats.
import math
state = 12345


def random():
    global state
    state = (state * 1103515245 + 12345) & 0xFFFFFFFF
    return state >> 4


for i in range(40):
    a, b = random() / 7, (random() + 1) / 1024
    x, y = random() << random() % 70, (random() << random() % 40) + 1
    print(a + b, a - b, a * b, a / b, a // b, a % b, x // y, x % y, -x // y, x * y, a < b, int(a), round(b, 3))
    print('%g %e %.3f' % (a, b, a), math.sqrt(a), math.sin(a), math.exp(b / 1e6), math.log(b), math.pow(1.0001, b / 1000))
for text in '1e-320', '1.7976931348623157e308', '0.1', '2.5', '1e22', '5e-324', '123456789.123456789':
    print(float(text), repr(float(text) * 3), hash(float(text)))
print(float('inf') - 1, float('nan'), -0.0, 1e300 * 1e10, divmod(-7, 3), divmod(7.5, -2), 7 ** 77, pow(3, 1000, 1009))
