# An empty counting loop: dispatch and small integers.
def main():
    n = 0
    while n < 3_000_000:
        n += 1
    return n
print(main())
