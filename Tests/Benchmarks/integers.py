# Integer arithmetic: a linear congruential generator, greatest common divisors, a sieve.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
def main():
    x = 12345
    total = 0
    for i in range(60_000):
        x = (x * 69 + 5) & 0xffff
        total += gcd(x, 360) ^ (x >> 3)
    sieve = [True] * 3000
    for turn in range(20):
        for i in range(3000):
            sieve[i] = True
        i = 2
        while i * i < 3000:
            if sieve[i]:
                for j in range(i * i, 3000, i):
                    sieve[j] = False
            i += 1
    return total, sum(sieve)
for turn in range(8):
    result = main()
print(result)
