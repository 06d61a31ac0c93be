import Testing

/// Module uctypes: fields of all kinds over memory that would move.
@Suite struct UctypesTests {
  static let structureProgram = #"""
    import uctypes, gc
    from array import array
    D = {'a': uctypes.UINT8 | 0, 'b': uctypes.INT16 | 2, 'c': uctypes.UINT32 | 4, 'q': uctypes.INT64 | 8, 'f': uctypes.FLOAT32 | 16, 'bits': uctypes.BFUINT32 | 4 | 3 << uctypes.BF_POS | 7 << uctypes.BF_LEN,
         'sbits': uctypes.BFINT8 | 0 | 4 << uctypes.BF_POS | 4 << uctypes.BF_LEN, 'arr': (uctypes.ARRAY | 0, uctypes.UINT8 | 4), 'words': (uctypes.ARRAY | 4, uctypes.UINT16 | 2),
         'list': (uctypes.ARRAY | 8, 2, {'x': uctypes.UINT16 | 0, 'y': uctypes.INT16 | 2}), 'sub': (8, {'z': uctypes.UINT8 | 1}), 'p': (uctypes.PTR | 20, uctypes.UINT8)}
    data = bytearray(24)
    s = uctypes.struct(uctypes.addressof(data), D, uctypes.LITTLE_ENDIAN)
    print(uctypes.sizeof(D), uctypes.sizeof(s), uctypes.sizeof(s.list), uctypes.sizeof(s.sub), uctypes.sizeof(s.p), uctypes.sizeof({'a': uctypes.UINT8, 'b': uctypes.UINT32 | 4, 'c': uctypes.UINT8 | 8}))
    s.a = 0x1f0; s.b = -2; s.c = 0xffffffff; s.q = -5; s.f = 1.5
    print(s.a, s.b, s.c, s.q, s.f, s.sbits, s.bits, data)
    s.bits = 0x2a; s.sbits = -3; print(hex(s.c), s.bits, s.sbits, hex(s.a)); s.words[1] = 0x1234; print(hex(s.c), list(s.words[i] for i in range(2)))
    s.arr[2] = 77; print(data[2], s.arr, type(s.arr) is bytearray); s.list[1].y = -9; print(s.list[1].y, s.list[0].x, s.sub.z)
    other = bytearray(b'pointed'); data[20:24] = uctypes.addressof(other).to_bytes(4, 'little'); print(s.p[0], s.p[6], int(s.p) == uctypes.addressof(other))
    b = uctypes.struct(uctypes.addressof(data), {'w': uctypes.UINT32 | 4, 'h': uctypes.UINT16 | 0, 'd': uctypes.FLOAT64 | 8}, uctypes.BIG_ENDIAN)
    b.w = 0x01020304; b.d = 2.0; print(data[4:8], data[8:16], b.w, b.d, bytes(b)[4:8])
    a = uctypes.addressof(data); junk = [bytearray(50) for i in range(20)]; junk = None; gc.collect(); junk = [bytes(30) for i in range(20)]
    print(a == uctypes.addressof(data), uctypes.bytes_at(a + 4, 4), uctypes.addressof(memoryview(data)[4:]) == a + 4, s.c)
    v = uctypes.bytearray_at(a, 4); v[0] = 200; print(data[0], v is not data, len(v)); v += b'xy'; v[1] = 9; print(data[1], len(v), len(data))
    w = array('H', [1, 2, 3]); print(uctypes.bytes_at(uctypes.addressof(w), 6)); w[1] = 700; print(uctypes.bytes_at(uctypes.addressof(w) + 2, 2))
    for i in range(300): uctypes.addressof(bytearray(500))
    gc.collect(); gc.collect(); print(gc.mem_free() > 100000)
    print(uctypes.struct(0x20, {'x': uctypes.UINT8 | 0}), uctypes.struct(16, (uctypes.PTR, uctypes.UINT8)))
    for f in (lambda: s.zz, lambda: setattr(s, 'arr', 1), lambda: s[0], lambda: s.list[2], lambda: uctypes.sizeof([]), lambda: uctypes.struct(0xf0000000, {'x': uctypes.UINT8 | 0}).x, lambda: uctypes.bytearray_at(0x80000000, 4), lambda: setattr(uctypes.struct(0x10000000, {'x': uctypes.UINT8 | 0}), 'x', 1), lambda: hash(s)):
        try: print(f())
        except (AttributeError, TypeError, IndexError, ValueError, OverflowError) as e: print(type(e).__name__)
    """#
  static let structureProgramOutput = #"""
    24 24 8 2 4 12
    240 -2 4294967295 -5 1.5 -1 127 bytearray(b'\xf0\x00\xfe\xff\xff\xff\xff\xff\xfb\xff\xff\xff\xff\xff\xff\xff\x00\x00\xc0?\x00\x00\x00\x00')
    0xfffffd57 42 -3 0xd0
    0x1234fd57 [64855, 4660]
    77 bytearray(b'\xd0\x00M\xff') True
    -9 65531 255
    112 100 True
    bytearray(b'\x01\x02\x03\x04') bytearray(b'@\x00\x00\x00\x00\x00\x00\x00') 16909060 2.0 b'\x01\x02\x03\x04'
    True b'\x01\x02\x03\x04' True 67305985
    200 True 4
    0 6 24
    b'\x01\x00\x02\x00\x03\x00'
    b'\xbc\x02'
    True
    <struct STRUCT 20> <struct PTR 10>
    AttributeError
    TypeError
    TypeError
    IndexError
    TypeError
    ValueError
    OverflowError
    ValueError
    TypeError
    """#
  @Test(arguments: [false, true]) func structure(hostile: Bool) throws {
    try LibraryPrograms.expect(Self.structureProgram, Self.structureProgramOutput + "\n", hostile: hostile)
  }
}
