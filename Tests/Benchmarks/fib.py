# Calls: the recursive Fibonacci function.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
for turn in range(8):
    result = fib(25)
print(result)
