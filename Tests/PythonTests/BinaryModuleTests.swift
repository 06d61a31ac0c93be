import Testing

/// Modules hashlib, binascii, random and errno: programs whose output is CPython's.
@Suite struct BinaryModuleTests {
  static let program = #"""
    import hashlib, binascii, random, errno
    for n in ('md5','sha1','sha224','sha256','sha384','sha512'):
        for d in (b'', b'abc', b'a'*55, b'a'*56, b'a'*63,b'a'*64,b'a'*111,b'a'*112,b'a'*128, bytes(range(256))*37):
            h=hashlib.new(n); h.update(d[:7]); h.update(d[7:]); print(n, h.hexdigest(), h.digest_size, h.block_size, h.name)
    print(binascii.hexlify(b'abcdef', '-', 2), binascii.hexlify(bytearray(b'xy')), binascii.unhexlify('aBcd'))
    for i in range(40):
        d=bytes(range(i)); e=binascii.b2a_base64(d); print(e, binascii.a2b_base64(e)==d)
    print(binascii.a2b_base64('Zm9v\n Zg=='))
    for f in (lambda: binascii.unhexlify(b'0'), lambda: binascii.unhexlify(b'zz'), lambda: binascii.a2b_base64(b'abc')):
        try: f()
        except ValueError: print('ValueError')
    print(errno.errorcode[2], errno.ENOENT, hex(binascii.crc32(b'hello')), hex(binascii.crc32(b'lo', binascii.crc32(b'hel'))))
    for a in (0, 1, 'x', 2.5, -7, 10**30):
        random.seed(a); l = [random.getrandbits(n) for n in (1, 8, 32, 33, 64, 100)]; random.seed(a)
        print(l == [random.getrandbits(n) for n in (1, 8, 32, 33, 64, 100)], all(x >> n == 0 for x, n in zip(l, (1, 8, 32, 33, 64, 100))))
    n = [0] * 7
    for i in range(350): n[random.randrange(7)] += 1
    print(min(n) > 20, max(n) < 90, 0 <= random.random() < 1, sorted(random.sample(range(10), 10)) == list(range(10)), set(random.choices('ab', [0, 1], k=9)))
    x = [random.gauss(5, 2) for i in range(100)]; m = sum(x) / 100
    print(4 < m < 6, 1.4 < (sum((v - m) ** 2 for v in x) / 100) ** 0.5 < 2.6, -2**63 <= random.randint(-2**63, 2**63 - 1) < 2**63, len(random.randbytes(5)))
    for f in (lambda: random.randrange(0), lambda: random.randint(2, 1), lambda: random.sample([1], 2), lambda: random.getrandbits(-1)):
        try: f()
        except ValueError: print('ValueError')
    """#
  @Test(.enabled(if: python("print(1)") != nil), arguments: [false, true]) func programAgreesWithCPython(hostile: Bool) throws {
    try LibraryPrograms.compare(Self.program, hostile: hostile)
  }
}
