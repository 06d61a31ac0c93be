import Testing

/// Module framebuf: pixels of every format against a model, shapes, copies, and what is refused.
@Suite struct FrameBufferTests {
  static let drawingProgram = #"""
    import framebuf, random
    from framebuf import FrameBuffer
    random.seed(1)
    FORMATS = {framebuf.MONO_VLSB: 1, framebuf.RGB565: 16, framebuf.GS4_HMSB: 4, framebuf.MONO_HLSB: 1, framebuf.MONO_HMSB: 1, framebuf.GS2_HMSB: 2, framebuf.GS8: 8}
    def place(f, x, y, s):
        # byte and shift of a pixel
        if f == framebuf.MONO_VLSB: return (y // 8) * s + x, y % 8
        if f == framebuf.MONO_HLSB: return (y * s + x) // 8, 7 - x % 8
        if f == framebuf.MONO_HMSB: return (y * s + x) // 8, x % 8
        if f == framebuf.GS2_HMSB: return (y * s + x) // 4, x % 4 * 2
        if f == framebuf.GS4_HMSB: return (y * s + x) // 2, 4 - x % 2 * 4
        return (y * s + x) * FORMATS[f] // 8, 0
    W, H = 19, 13
    for f, bits in FORMATS.items():
        s = 24; buf = bytearray(s * 16 * 2); fb = FrameBuffer(buf, W, H, f, s); seen = {}
        for i in range(60):
            x, y, c = random.randrange(W), random.randrange(H), random.getrandbits(bits)
            fb.pixel(x, y, c); seen[x, y] = c
        ok = all(fb.pixel(x, y) == seen.get((x, y), 0) for x in range(W) for y in range(H))
        model = bytearray(len(buf))
        for (x, y), c in seen.items():
            i, shift = place(f, x, y, s)
            model[i] |= c << shift & 255
            if bits == 16: model[i + 1] |= c >> 8
        print(f, ok, model == buf, bytes(fb) == bytes(buf), fb.pixel(-1, 0), fb.pixel(W, 0), fb.pixel(0, H))
    def show(fb, w, h):
        for y in range(h): print(''.join('.#'[fb.pixel(x, y) != 0] for x in range(w)))
    fb = FrameBuffer(bytearray(120), 12, 10, framebuf.GS8)
    fb.rect(0, 0, 12, 10, 9); fb.line(0, 9, 11, 0, 1); fb.ellipse(6, 5, 4, 3, 2); fb.hline(-5, 4, 30, 1); fb.vline(3, -2, 99, 1); show(fb, 12, 10)
    fb.fill(0); fb.poly(0, 0, bytes((1, 1, 10, 1, 5, 8)), 1, True); show(fb, 12, 10)
    before = bytes(fb); fb.scroll(2, 1); print(all(before[y * 12 + x] == bytes(fb)[(y + 1) * 12 + x + 2] for x in range(10) for y in range(9)))
    fb.fill(0); fb.fill_rect(-3, -3, 5, 5, 7); fb.fill_rect(10, 8, 99, 99, 5); fb.fill_rect(4, 4, 0, 3, 1); fb.fill_rect(4, 4, -2, 3, 1); show(fb, 12, 10)
    fb.fill(0); fb.text('Ag', 0, 1); n = sum(1 for b in bytes(fb) if b); fb.text('Ag', 0, 1, 0); print(n > 15, not any(bytes(fb)))
    small = FrameBuffer(bytearray(b'\1\2\3\4'), 2, 2, framebuf.GS8); fb.blit(small, -1, -1); fb.blit(small, 5, 5, 2); fb.blit(small, 11, 9); print(fb.pixel(0, 0), [fb.pixel(x, y) for y in (5, 6) for x in (5, 6)], fb.pixel(11, 9))
    fb.blit((b'\0\1\1\0', 2, 2, framebuf.GS8), 0, 0, -1, (b'\xa1\xb2', 2, 1, framebuf.GS8)); print([fb.pixel(x, y) for y in (0, 1) for x in (0, 1)])
    class Screen(FrameBuffer):
        def __init__(self, w, h):
            self.buffer = bytearray(w * h); super().__init__(self.buffer, w, h, framebuf.GS8)
    s = Screen(4, 4); s.fill(3); print(s.buffer == b'\3' * 16, bytearray(s) == s.buffer, len(memoryview(s)))
    for a in ((bytearray(3), 2, 2, framebuf.GS8), (bytearray(4), 0, 2, framebuf.GS8), (bytearray(4), 2, 2, 9), (bytearray(4), 2, 2, framebuf.GS8, 1)):
        try: FrameBuffer(*a)
        except ValueError: print('ValueError')
    for f in (lambda: FrameBuffer(bytes(4), 2, 2, framebuf.GS8).fill(1), lambda: fb.blit(5, 0, 0), lambda: fb.pixel('a', 1)):
        try: f()
        except TypeError: print('TypeError')
    d = bytearray(4); g = FrameBuffer(d, 2, 2, framebuf.GS8); d[:] = b''
    try: g.fill(1)
    except ValueError: print('ValueError')
    """#
  static let drawingProgramOutput = #"""
    0 True True True None None None
    1 True True True None None None
    2 True True True None None None
    3 True True True None None None
    4 True True True None None None
    5 True True True None None None
    6 True True True None None None
    ############
    #..#......##
    #..#######.#
    #..#...#.#.#
    ############
    #.##.#....##
    #.###.....##
    #.##.....#.#
    ##.######..#
    ############
    ............
    .##########.
    ..########..
    ..########..
    ...######...
    ...#####....
    ....###.....
    ....###.....
    .....#......
    ............
    True
    ##..........
    ##..........
    ............
    ............
    ............
    ............
    ............
    ............
    ..........##
    ..........##
    True True
    4 [1, 0, 3, 4] 1
    [161, 178, 178, 161]
    True True 16
    ValueError
    ValueError
    ValueError
    ValueError
    TypeError
    TypeError
    TypeError
    ValueError
    """#
  @Test(arguments: [false, true]) func drawing(hostile: Bool) throws {
    try LibraryPrograms.expect(Self.drawingProgram, Self.drawingProgramOutput + "\n", hostile: hostile)
  }
}
