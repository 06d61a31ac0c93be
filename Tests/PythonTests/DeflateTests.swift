import Testing

/// Module deflate: data of zlib, both ways, and damaged data.
@Suite struct DeflateTests {
  static let deflateProgram = #"""
    import deflate, io
    from binascii import unhexlify as u
    def inflate(d, *a): return deflate.DeflateIO(io.BytesIO(d), *a).read()
    def squeeze(d, *a):
        b = io.BytesIO()
        with deflate.DeflateIO(b, *a) as z:
            for i in range(0, len(d) or 1, 97): z.write(d[i:i + 97])
        return b.getvalue()
    text = b''.join(b'line %d of %d, %s\n' % (i, i * i, b'abc' * (i % 5)) for i in range(120))
    dynamic = u('78da75d64d6edc300c86e17d4f3107c842fc11451ea72d5aa040d0de7fd7313f4f2cc99ce5283fce134baff8f9e7efaf477bfcfbfd681f8f6f9fc7273a3ed1c7e3fb8f9f58e0634173e16b4d8eb578ad7d2d6bfeac4deb5f5feac797b8bf9e62c747b1e931231f13eb73fc5834bd3d288e75a7ea41941c6a1708229e4d9428d28d4502c05d46a0456923e02e1d19b4b38f12c8be092989c2772305fe47a59253a9979253a9babc39bc3adf949ccace7725a7b28f52c9a9b44bc9a9b4312b3995833725a772f85dc978955a2a25957129259561b352f02e1bef7b142fb3f9dd29789bd44ba8746c984b2a869598a9925412dbace2e7deba6325b1d4b9d42a76ae5d5cc5d6359fbd0aefb0cdabf0ba16e7f2dcbd527a15dbb75d5ec5fe259abd8a0dcc6df36a7a59daddabe9656da5b7379c92cbdbd3cbd6666f4f2f8fb679bbe040b5bbb7a797e34d8ad22b93b72347b404a98ff3646ede8e132b45963a8eacd665b286037d792dbd329636597ac5f738597a258a3a99a206759e2cbd3aed674bafca12284381752f94a557ad4894a55747dda881464dc777a4b7b7a55223bd9df64c0d644a8a4e0d744aeb508df4f6a954c3d0b5255523bd3df6560d5c3aad88d50824b0ae9537dc5697d7d36b7de99533b2b9f7cad36b5ef4cad33b5add2bef68eee5f5f40e597ae54873df7be568f3287ae5e91d51f72a1a6ee1cb1be9755e7a158cc2efbd8af4ba15bd8af4bad7bd8a8e5be1f2467a9f7fe6ec8df486eebd0ac71d52f42ad21bdede4c16afd1621a2e1a9db7cfd2ace7672ceb5e2d6ae7b56445b79edf7fde5975b9a8e16aa2c9fefc4d58e3a55ed4703d3defa17de268b8a0c88a8251c31545fe66ba3ac72b5e06ac73c29275c63a872ceeb731eb9cb3785493d6396a71bc19b6306d91ccf316062e125d472e7a5dd1b7a90b631749548317262f52ba75ed3f0ecd22a1')
    gz = u('1f8b0800000000000203') + dynamic[2:-4] + u('1b160d9e300b0000')
    raw = dynamic[2:-4]
    stored = u('7801012c01d3fe') + text[:300] + u('ed2c562e')
    print(inflate(dynamic) == text, inflate(gz, deflate.GZIP) == text, inflate(raw, deflate.RAW, 15) == text, inflate(stored, deflate.ZLIB) == text[:300])
    x, noise = 1, bytearray()
    for i in range(600): x = x * 1103515245 + 12345 & 0x7fffffff; noise.append(x >> 16 & 255)
    for d in (b'', b'a', b'ab' * 300, text, bytes(noise), bytes(700)):
        for f in (deflate.RAW, deflate.ZLIB, deflate.GZIP):
            for w in (5, 8, 10, 15):
                c = squeeze(d, f, w)
                if inflate(c, f, w if f == deflate.RAW else 0) != d: print('wrong', d[:10], f, w)
    print([len(squeeze(text, deflate.RAW, w)) < len(text) * 2 // 3 for w in (8, 10, 12)], len(squeeze(bytes(700), deflate.RAW)) < 20)
    z = deflate.DeflateIO(io.BytesIO(gz), deflate.GZIP); print(z.readline() == text[:16] or text[:20], z.read(5), z.readinto(bytearray(7)), [len(l) for l in z][:3])
    back = io.BytesIO(gz + b'rest'); deflate.DeflateIO(back).read(); print(back.read())
    for bad in (dynamic[:-1], dynamic[:40], dynamic[:-1] + b'!', b'', b'\x78\x9c\x07', gz[:-1] + b'\xff', b'\x78\x9c\xff\xff'):
        try: inflate(bad); print('read', bad)
        except (OSError, EOFError) as e: print(type(e).__name__)
    import random
    random.seed(3)
    n = 0
    for i in range(60):
        b = bytearray(dynamic)
        for k in range(3): b[random.randrange(2, len(b))] = random.getrandbits(8)
        try: inflate(b)
        except (OSError, EOFError): n += 1
    print(n > 50)
    for a in ((9,), (0, 4), (0, 16), (-1,)):
        try: deflate.DeflateIO(io.BytesIO(), *a)
        except ValueError as e: print(e)
    """#
  static let deflateProgramOutput = #"""
    True True True True
    [True, True, True] True
    b'line 0 of 0, \nline 1' b'line ' 7 [5, 20, 23]
    b'rest'
    EOFError
    EOFError
    OSError
    EOFError
    OSError
    OSError
    OSError
    True
    format
    wbits
    wbits
    format
    """#
  static let smallProgram = #"""
    import deflate, io
    from binascii import unhexlify as u
    def inflate(d, *a): return deflate.DeflateIO(io.BytesIO(d), *a).read()
    def squeeze(d, *a):
        b = io.BytesIO()
        with deflate.DeflateIO(b, *a) as z:
            for i in range(0, len(d) or 1, 97): z.write(d[i:i + 97])
        return b.getvalue()
    text = b''.join(b'line %d of %d, %s\n' % (i, i * i, b'abc' * (i % 5)) for i in range(120))
    dynamic = u('78da75d64d6edc300c86e17d4f3107c842fc11451ea72d5aa040d0de7fd7313f4f2cc99ce5283fce134baff8f9e7efaf477bfcfbfd681f8f6f9fc7273a3ed1c7e3fb8f9f58e0634173e16b4d8eb578ad7d2d6bfeac4deb5f5feac797b8bf9e62c747b1e931231f13eb73fc5834bd3d288e75a7ea41941c6a1708229e4d9428d28d4502c05d46a0456923e02e1d19b4b38f12c8be092989c2772305fe47a59253a9979253a9babc39bc3adf949ccace7725a7b28f52c9a9b44bc9a9b4312b3995833725a772f85dc978955a2a25957129259561b352f02e1bef7b142fb3f9dd29789bd44ba8746c984b2a869598a9925412dbace2e7deba6325b1d4b9d42a76ae5d5cc5d6359fbd0aefb0cdabf0ba16e7f2dcbd527a15dbb75d5ec5fe259abd8a0dcc6df36a7a59daddabe9656da5b7379c92cbdbd3cbd6666f4f2f8fb679bbe040b5bbb7a797e34d8ad22b93b72347b404a98ff3646ede8e132b45963a8eacd665b286037d792dbd329636597ac5f738597a258a3a99a206759e2cbd3aed674bafca12284381752f94a557ad4894a55747dda881464dc777a4b7b7a55223bd9df64c0d644a8a4e0d744aeb508df4f6a954c3d0b5255523bd3df6560d5c3aad88d50824b0ae9537dc5697d7d36b7de99533b2b9f7cad36b5ef4cad33b5add2bef68eee5f5f40e597ae54873df7be568f3287ae5e91d51f72a1a6ee1cb1be9755e7a158cc2efbd8af4ba15bd8af4bad7bd8a8e5be1f2467a9f7fe6ec8df486eebd0ac71d52f42ad21bdede4c16afd1621a2e1a9db7cfd2ace7672ceb5e2d6ae7b56445b79edf7fde5975b9a8e16aa2c9fefc4d58e3a55ed4703d3defa17de268b8a0c88a8251c31545fe66ba3ac72b5e06ac73c29275c63a872ceeb731eb9cb3785493d6396a71bc19b6306d91ccf316062e125d472e7a5dd1b7a90b631749548317262f52ba75ed3f0ecd22a1')
    gz = u('1f8b0800000000000203') + dynamic[2:-4] + u('1b160d9e300b0000')
    raw = dynamic[2:-4]
    stored = u('7801012c01d3fe') + text[:300] + u('ed2c562e')
    print(inflate(stored) == text[:300], inflate(squeeze(text[:120], deflate.GZIP)) == text[:120], inflate(squeeze(text[:120], deflate.ZLIB)) == text[:120], deflate.DeflateIO(io.BytesIO(dynamic)).read(90) == text[:90])
    """#
  static let smallProgramOutput = #"""
    True True True True
    """#
  @Test func deflate() throws { try LibraryPrograms.expect(Self.deflateProgram, Self.deflateProgramOutput + "\n") }
  @Test(arguments: [false, true]) func small(hostile: Bool) throws {
    try LibraryPrograms.expect(Self.smallProgram, Self.smallProgramOutput + "\n", hostile: hostile)
  }
}
