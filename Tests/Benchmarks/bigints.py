# Integers beyond a word: factorials, powers, division, text, the digits of pi.
def pi(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < n:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = q * 10, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return digits
def main():
    f = 1
    for i in range(2, 400):
        f *= i
    total = len(str(f)) + f % 1_000_003
    p = (1 << 127) - 1
    for i in range(60):
        total += pow(3 + i, p - 2, p) % 1000
    x = 0
    for i in range(15_000):
        x = x * 31 + i & 0xffff_ffff_ffff_ffff
    return total, x, sum(pi(200))
for turn in range(8):
    result = main()
print(result)
