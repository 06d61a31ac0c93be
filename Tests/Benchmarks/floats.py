# Float arithmetic: a Mandelbrot row.
def main():
    inside = 0
    for x in range(200):
        for y in range(40):
            cr = -2.0 + x * 0.015
            ci = -1.0 + y * 0.05
            zr = zi = 0.0
            n = 0
            while n < 30 and zr * zr + zi * zi < 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            if n == 30:
                inside += 1
    return inside
for turn in range(4):
    result = main()
print(result)
