import Testing

/// Module cryptolib: vectors of FIPS 197 and SP 800-38A, and what is refused.
@Suite struct CipherTests {
  static let aesProgram = #"""
    from cryptolib import aes
    from binascii import unhexlify as u, hexlify as h
    # FIPS 197, appendix C
    p = u('00112233445566778899aabbccddeeff')
    for n, c in ((16, '69c4e0d86a7b0430d8cdb78070b4c55a'), (24, 'dda97ca4864cdfe06eaf70a0ec0d7191'), (32, '8ea2b7ca516745bfeafc49904b496089')):
        k = bytes(range(n)); print(aes(k, 1).encrypt(p) == u(c), aes(k, 1).decrypt(u(c)) == p)
    # SP 800-38A, F.2.1, F.2.5 and F.5.1
    p = u('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51')
    k = u('2b7e151628aed2a6abf7158809cf4f3c'); iv = bytes(range(16))
    c = u('7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2')
    print(aes(k, 2, iv).encrypt(p) == c, aes(k, 2, iv).decrypt(c) == p)
    k2 = u('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4')
    print(h(aes(k2, 2, iv).encrypt(p)))
    ctr = u('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff'); c = u('874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff')
    x = aes(k, 6, ctr); print(x.encrypt(p[:5]) + x.encrypt(p[5:17]) + x.encrypt(p[17:]) == c)
    b = bytearray(p); x = aes(k, 2, iv); x.encrypt(b, b); x = aes(k, 2, iv); x.decrypt(b, b); print(b == p)
    for a in ((b'x' * 15, 1), (b'x' * 16, 3), (b'x' * 16, 2), (b'x' * 16, 2, b'x'), (b'x' * 16, 1, b'x' * 16)):
        try: aes(*a); print('made', a)
        except ValueError as e: print(e)
    x = aes(k, 2, iv); x.encrypt(p)
    for f in (lambda: x.decrypt(p), lambda: aes(k, 1).encrypt(b'abc'), lambda: aes(k, 1).encrypt(p, bytearray(3))):
        try: f()
        except ValueError as e: print(e)
    """#
  static let aesProgramOutput = #"""
    True True
    True True
    True True
    True True
    b'f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d'
    True
    True
    key
    mode
    IV
    IV
    IV
    can't encrypt & decrypt
    length is not a multiple of 16
    output too small
    """#
  @Test(arguments: [false, true]) func aes(hostile: Bool) throws { try LibraryPrograms.expect(Self.aesProgram, Self.aesProgramOutput + "\n", hostile: hostile) }
}
